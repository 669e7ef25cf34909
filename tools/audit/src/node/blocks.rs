//! Blocks, and what happened in them.

use super::{Node, Raw, retention};
use crate::error::Error;
use codec::{Compact, Decode, Encode};
use hanse_audit::{Call, Event, Item, When, calls, items};
use hanse_client::{At, Error as ClientError, lost};
use hanse_credit_model::Moment;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use subxt::events::Phase;

/// How many calls that were put down for later are remembered. Those that are carried out at all are so
/// within days, and hardly any of them submits records.
const KEPT: usize = 64;

/// What has to be known of the blocks before.
#[derive(Clone, PartialEq, Debug, Default, Encode, Decode)]
pub struct Reading {
	/// Calls that were put down for later, the newest first.
	kept: VecDeque<Call>,
	/// Whether the last block changed the runtime.
	upgraded: bool,
	/// The runtimes that were at work: from which block on, and their versions.
	pub runtimes: Vec<(u32, u32)>,
}

/// Reads blocks, one after the other.
pub struct Reader<'a> {
	node: &'a Node,
	/// The runtime that made the next block, by the state before it.
	runtime: At,
}

/// What a block says, as far as it matters.
#[derive(Default)]
struct Said {
	events: Vec<(When, Event)>,
	/// The transactions that put a call down for later.
	keeping: BTreeSet<u32>,
	/// Whether the next block is another runtime's.
	upgraded: bool,
}

impl Said {
	/// The transactions whose calls matter.
	fn transactions(&self) -> BTreeSet<u32> {
		let places = self.events.iter().filter_map(|(when, _)| match when {
			When::Transaction(place) => Some(*place),
			When::First | When::Last => None,
		});
		places.chain(self.keeping.iter().copied()).collect()
	}
}

impl<'a> Reader<'a> {
	/// Begins after a block.
	///
	/// # Errors
	///
	/// [`Error::NoState`].
	pub async fn new(node: &'a Node, after: u32, reading: &mut Reading) -> Result<Self, Error> {
		let runtime = node.at(after).await?;
		if reading.runtimes.is_empty() {
			reading.runtimes.push((after, runtime.spec_version()));
		}
		Ok(Self { node, runtime })
	}

	/// What happened in the next block. Where nothing happened that matters, that is nothing at all,
	/// unless `wanted`: then it is at least the time.
	///
	/// # Errors
	///
	/// If the node does not answer, or the block is one of a runtime that this tool does not know.
	pub async fn items(
		&mut self,
		raw: &Raw,
		reading: &mut Reading,
		wanted: bool,
	) -> Result<Vec<Item>, Error> {
		let mut all = Vec::new();
		if reading.upgraded {
			// What stands in the code may be another in the new one, without an event.
			all.push(Item::Retention(retention(&self.runtime).await?));
		}
		let said = self.said(raw)?;
		if wanted || !said.events.is_empty() || !said.keeping.is_empty() {
			let (time, calls) = self.calls(raw, &said.transactions()).await?;
			let first = said.events.iter().any(|(when, _)| *when == When::First);
			let parent = raw.number.saturating_sub(1);
			let before = if first { self.node.time(parent).await? } else { time };
			all.extend(items((before, time), said.events, &calls, reading.kept.iter()));
			let new = calls.into_iter().filter(|(place, _)| said.keeping.contains(place));
			for call in new.flat_map(|(_, calls)| calls) {
				reading.kept.push_front(call);
			}
			reading.kept.truncate(KEPT);
		}
		if said.upgraded {
			self.runtime = self.node.at(raw.number).await?;
			let next = raw.number.saturating_add(1);
			reading.runtimes.push((next, self.runtime.spec_version()));
		}
		reading.upgraded = said.upgraded;
		Ok(all)
	}

	/// What the events of a block say.
	fn said(&self, raw: &Raw) -> Result<Said, Error> {
		let mut said = Said::default();
		let events = self.runtime.events().from_bytes(raw.events.clone());
		for event in events.iter() {
			let event = event.map_err(lost)?;
			let (pallet, name) = (event.pallet_name(), event.event_name());
			let Some(read) = Event::read(pallet, name, event.field_bytes())? else { continue };
			let when = match event.phase() {
				Phase::Initialization => When::First,
				Phase::ApplyExtrinsic(place) => When::Transaction(place),
				Phase::Finalization => When::Last,
			};
			match (read, when) {
				(Event::Upgraded, _) => said.upgraded = true,
				(Event::CallKept, When::Transaction(place)) => {
					said.keeping.insert(place);
				},
				// It was put down when a transaction asked for it.
				(Event::CallKept, When::First | When::Last) => {},
				(read, when) => said.events.push((when, read)),
			}
		}
		Ok(said)
	}

	/// The time of a block in seconds, as its author put it in, and the calls that matter of these
	/// transactions.
	async fn calls(
		&self,
		raw: &Raw,
		places: &BTreeSet<u32>,
	) -> Result<(Moment, BTreeMap<u32, Vec<Call>>), Error> {
		let metadata = self.runtime.metadata_ref();
		let root = metadata.outer_enums().call_enum_ty();
		let transactions = self.node.transactions(raw).await?;
		let transactions = self.runtime.extrinsics().from_bytes(transactions).await;
		let (mut time, mut found) = (None, BTreeMap::new());
		for (transaction, place) in transactions.iter().zip(0u32..) {
			let transaction = transaction.map_err(lost)?;
			let what = || format!("transaction {place} of block {}", raw.number);
			if (transaction.pallet_name(), transaction.call_name()) == ("Timestamp", "set") {
				let mut bytes = transaction.call_data_field_bytes();
				let milliseconds = Compact::<u64>::decode(&mut bytes)
					.map_err(|error| other(&what(), error.to_string()))?;
				time = milliseconds.0.checked_div(1_000);
			}
			// The library says of a call without arguments that it has no bytes; there is nothing in it.
			let bytes = transaction.call_data_bytes();
			if places.contains(&place) && !bytes.is_empty() {
				let calls = calls(bytes, root, metadata.types())
					.map_err(|error| other(&what(), error.to_string()))?;
				found.insert(place, calls);
			}
		}
		match time {
			Some(time) => Ok((time, found)),
			None => {
				let what = format!("block {}", raw.number);
				Err(other(&what, "nothing in it says its time".to_owned()).into())
			},
		}
	}
}

fn other(what: &str, reason: String) -> ClientError {
	ClientError::OtherVersion { what: what.to_owned(), reason }
}
