//! From what a block says to what happened in it.

use crate::{Account, Call, Event, Item};
use codec::Encode;
use hanse_credit_model::Moment;
use pallet_credit_records::Record;
use sp_core::H256;
use sp_crypto_hashing::blake2_256;
use std::collections::BTreeMap;

/// When in a block something happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum When {
	/// Before the clock of the block was set.
	First,
	/// In the transaction at this place, or right before it.
	Transaction(u32),
	/// After all transactions.
	Last,
}

/// What happened in a block, in order.
///
/// `events` are those that matter, `calls` those of its transactions, `kept` those of earlier blocks that
/// may have been carried out in this one, the newest first. `times` are the clock before the block and
/// that of the block.
pub fn items<'a>(
	times: (Moment, Moment),
	events: Vec<(When, Event)>,
	calls: &'a BTreeMap<u32, Vec<Call>>,
	kept: impl Iterator<Item = &'a Call> + Clone,
) -> Vec<Item> {
	let (before, time) = times;
	let mut items = vec![Item::Time(before)];
	let mut opened = false;
	for (when, event) in events {
		if when != When::First && !opened {
			items.push(Item::Time(time));
			opened = true;
		}
		let own = match when {
			When::Transaction(place) => calls.get(&place).map_or(&[][..], Vec::as_slice),
			When::First | When::Last => &[],
		};
		let all = own.iter().chain(kept.clone());
		match event {
			Event::Happened(item) => items.push(item),
			Event::About(item, records) => {
				let shown = records.into_iter().filter_map(|record| shown(record, all.clone()));
				items.extend(shown);
				items.push(item);
			},
			Event::SourcesRegistered { provider, hash } => {
				items.push(Item::SourcesRegistered { provider, sources: listed(hash, all) });
			},
			Event::RecordsApplied { provider, first, risks, refused, root } => {
				let calls = submitted(first, risks.len().saturating_add(refused.len()), all);
				items.push(Item::RecordsApplied { provider, first, risks, refused, root, calls });
			},
			Event::CallKept | Event::Upgraded => {},
		}
	}
	if !opened {
		items.push(Item::Time(time));
	}
	items
}

/// What a call proves of a record.
fn shown<'a>(
	(provider, sequence): (Account, u64),
	mut calls: impl Iterator<Item = &'a Call>,
) -> Option<Item> {
	calls.find_map(|call| match call {
		Call::Show(applied) if applied.provider == provider && applied.sequence == sequence => {
			Some(Item::Shown(applied.clone()))
		},
		_ => None,
	})
}

/// The list of sources with this hash.
fn listed<'a>(hash: H256, mut calls: impl Iterator<Item = &'a Call>) -> Option<Vec<Account>> {
	calls.find_map(|call| match call {
		Call::Register(sources) if blake2_256(&sources.encode()) == hash.0 => Some(sources.clone()),
		_ => None,
	})
}

/// The records from this number on of each call that brings so many of them.
fn submitted<'a>(
	from: u64,
	count: usize,
	calls: impl Iterator<Item = &'a Call>,
) -> Vec<Vec<Record<Account>>> {
	let new = |call: &Call| match call {
		Call::Submit { first, records } => {
			let known = usize::try_from(from.checked_sub(*first)?).ok()?;
			records.get(known..).filter(|new| new.len() == count).map(<[_]>::to_vec)
		},
		_ => None,
	};
	calls.filter_map(new).collect()
}

#[cfg(test)]
mod tests {
	use super::*;
	use hanse_credit_model::{AmountClass, Fixed, Indicator, Level, Outcome, Placed, Risk};
	use hanse_types::Reference;
	use pallet_credit_records::{AppliedRecord, Cause, Refusal};

	const PROVIDER: Account = [9; 32];

	fn record(points: u16) -> Record<Account> {
		Record {
			source: [1; 32],
			subject: [2; 32],
			indicator: Indicator::Rating,
			outcome: Outcome::new(points).unwrap(),
			level: Level::Counterparty,
			amount: AmountClass::NEUTRAL,
			at: 5,
			reference: Reference::NONE,
			commitment: [3; 32],
		}
	}

	fn submit(first: u64, points: impl IntoIterator<Item = u16>) -> Call {
		Call::Submit { first, records: points.into_iter().map(record).collect() }
	}

	fn applied(first: u64, risks: usize, refused: &[u16]) -> Event {
		let refusal = |index: &u16| Refusal { index: *index, cause: Cause::UnknownSource };
		Event::RecordsApplied {
			provider: PROVIDER,
			first,
			risks: vec![Risk(0); risks],
			refused: refused.iter().map(refusal).collect(),
			root: H256::zero(),
		}
	}

	/// What happened, by events of the second transaction and its calls, the times aside.
	fn happened(events: Vec<Event>, calls: Vec<Call>, kept: &[Call]) -> Vec<Item> {
		let events = events.into_iter().map(|event| (When::Transaction(2), event)).collect();
		let others = vec![submit(0, [1, 1]), Call::Register(vec![[5; 32]])];
		let calls = BTreeMap::from([(1, others), (2, calls)]);
		let items = items((10, 12), events, &calls, kept.iter());
		assert_eq!(items[..2], [Item::Time(10), Item::Time(12)]);
		items[2..].to_vec()
	}

	fn points(item: &Item) -> Vec<Vec<u16>> {
		let Item::RecordsApplied { calls, .. } = item else { panic!("{item:?}") };
		let points = |call: &Vec<Record<Account>>| {
			call.iter().map(|record| record.outcome.points()).collect()
		};
		calls.iter().map(points).collect()
	}

	#[test]
	fn the_clock_is_set_after_what_comes_first() {
		let event = |settled| Event::Happened(Item::RecordsSettled { settled });
		let events =
			vec![(When::First, event(1)), (When::Transaction(1), event(2)), (When::Last, event(3))];
		let settled = |settled| Item::RecordsSettled { settled };
		assert_eq!(
			items((10, 12), events, &BTreeMap::new(), [].iter()),
			[Item::Time(10), settled(1), Item::Time(12), settled(2), settled(3)]
		);
		let nothing = items((10, 12), Vec::new(), &BTreeMap::new(), [].iter());
		assert_eq!(nothing, [Item::Time(10), Item::Time(12)]);
	}

	#[test]
	fn records_are_those_of_the_own_transaction_that_were_new() {
		// The first two were known, and of the four that follow two count.
		let calls = vec![submit(5, 1..=6)];
		let items = happened(vec![applied(7, 2, &[0, 3])], calls, &[]);
		assert_eq!(points(&items[0]), [[3, 4, 5, 6]]);
		// Nothing that begins later or brings more or less.
		let calls = vec![submit(8, [1, 2]), submit(7, [1]), submit(7, [1, 2, 3])];
		let items = happened(vec![applied(7, 2, &[])], calls, &[]);
		assert_eq!(points(&items[0]), [[0u16; 0]; 0]);
	}

	#[test]
	fn records_may_come_from_an_earlier_block() {
		let kept = [submit(7, [8, 9]), submit(7, [1])];
		let calls = vec![submit(7, [1, 2])];
		let items = happened(vec![applied(7, 2, &[])], calls, &kept);
		assert_eq!(points(&items[0]), [[1, 2], [8, 9]]);
	}

	#[test]
	fn sources_are_found_by_their_hash() {
		let list = vec![[5; 32], [6; 32]];
		let hash = H256(blake2_256(&list.encode()));
		let event = || vec![Event::SourcesRegistered { provider: PROVIDER, hash }];
		let calls = vec![Call::Register(vec![[7; 32], [8; 32]]), Call::Register(list.clone())];
		let found = |sources| [Item::SourcesRegistered { provider: PROVIDER, sources }];
		assert_eq!(happened(event(), calls, &[]), found(Some(list)));
		assert_eq!(happened(event(), Vec::new(), &[]), found(None));
	}

	#[test]
	fn what_was_proven_comes_before_what_it_was_proven_for() {
		let shown = |sequence| {
			Box::new(AppliedRecord {
				provider: PROVIDER,
				sequence,
				record: record(1),
				weight: Fixed::ONE,
				mass: Fixed::ONE,
				expires: 7,
				placed: Placed::default(),
				imported: false,
			})
		};
		let item =
			Item::ContradictionProven { provider: PROVIDER, first: 3, second: 4, repeated: false };
		let event = Event::About(item.clone(), vec![(PROVIDER, 3), (PROVIDER, 4)]);
		let calls = vec![Call::Show(shown(4)), Call::Show(shown(7)), Call::Show(shown(3))];
		assert_eq!(
			happened(vec![event], calls, &[]),
			[Item::Shown(shown(3)), Item::Shown(shown(4)), item]
		);
	}
}
