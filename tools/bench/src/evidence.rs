//! Records that are made up, and the transactions that carry them.

use crate::{
	chain::{Account, Indicator, Level, Mode, RECORDS, Record, Requirement, Terms},
	error::Error,
	load::Transaction,
};
use hanse_client::{At, Error as ClientError, call};
use hanse_credit_model::{AmountClass, BASIS_POINTS, Moment};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64;
use sp_crypto_hashing::{blake2_128, blake2_256};
use std::ops::Range;
use subxt::{SubstrateConfig, config::DefaultExtrinsicParamsBuilder, dynamic, tx::Payload};
use subxt_signer::sr25519::Keypair;

/// One of so many records is adverse, as open markets see trades go wrong.
const ADVERSE: u32 = 8;

/// An account without a key, by its number among those of its kind.
pub fn account(kind: &str, number: u64) -> Account {
	blake2_256(&[b"hanse/bench/", kind.as_bytes(), b"/", &number.to_le_bytes()].concat())
}

/// Whom records are about.
#[derive(Clone, Debug)]
pub enum Subjects {
	/// Any of so many.
	AnyOf(u64),
	/// Each of these once, in order, and then from the start again.
	InTurn(Range<u64>),
}

/// Records that are all made from their numbers, so that they can be made again.
#[derive(Clone, Debug)]
pub struct Evidence {
	/// Who the sources are: their kind, and how many there are.
	pub sources: (&'static str, u64),
	/// Whom records are about.
	pub subjects: Subjects,
	/// What they are about.
	pub indicator: Indicator,
	/// How they have to look.
	pub terms: Terms,
	/// When the first event happened.
	pub begin: Moment,
	/// In which time so many events happen.
	pub pace: (Moment, u64),
}

impl Evidence {
	/// Fails if the chain would refuse such records.
	///
	/// # Errors
	///
	/// [`Error::Schema`].
	pub fn check(&self) -> Result<(), Error> {
		let refused = |reason| Err(Error::Schema { indicator: self.indicator.name(), reason });
		let Terms { lowest, highest, step, .. } = self.terms;
		if !(self.terms.lowest_level..=self.terms.highest_level).contains(&Level::Counterparty) {
			return refused("its schema does not take what one trading party says of the other");
		}
		if step == 0 || highest < lowest || highest > BASIS_POINTS {
			return refused("its schema has no scale");
		}
		Ok(())
	}

	/// The accounts of the sources.
	pub fn sources(&self) -> Vec<Account> {
		let (kind, count) = self.sources;
		(0..count).map(|number| account(kind, number)).collect()
	}

	/// The record with this number.
	pub fn record(&self, number: u64) -> Record {
		// What is like chance is so by the number, and by the number alone.
		let mut chance = Pcg64::seed_from_u64(number);
		let (kind, count) = self.sources;
		let subject = match &self.subjects {
			Subjects::AnyOf(count) => chance.random_range(0..(*count).max(1)),
			Subjects::InTurn(range) => {
				range.start + number % (range.end.saturating_sub(range.start)).max(1)
			},
		};
		let (time, events) = self.pace;
		let elapsed = u128::from(number) * u128::from(time) / u128::from(events.max(1));
		let name = [&b"hanse/bench/record"[..], kind.as_bytes(), &number.to_le_bytes()].concat();
		Record {
			source: account(kind, chance.random_range(0..count.max(1))),
			subject: account("subject", subject),
			indicator: self.indicator,
			outcome: self.outcome(&mut chance),
			level: Level::Counterparty,
			amount: AmountClass::NEUTRAL.0,
			at: self.begin + u64::try_from(elapsed).unwrap_or(u64::MAX),
			reference: match self.terms.reference {
				Requirement::Required | Requirement::Optional => blake2_128(&name),
				Requirement::Forbidden => [0; 16],
			},
			commitment: blake2_256(&name),
		}
	}

	/// When the record after the last of so many would happen.
	pub fn end(&self, records: u64) -> Moment {
		self.record(records).at
	}

	fn outcome(&self, chance: &mut Pcg64) -> u16 {
		let Terms { lowest, highest, step, .. } = self.terms;
		let steps = highest.saturating_sub(lowest) / step.max(1);
		let adverse = chance.random_ratio(1, ADVERSE);
		// A step just in the middle goes to the better half.
		let steps =
			if adverse { 0..=steps.saturating_sub(1) / 2 } else { steps.div_ceil(2)..=steps };
		lowest + chance.random_range(steps) * step
	}
}

/// Signs transactions of one account, with one nonce after the other, good for ever.
pub struct Signing<'a> {
	/// What tells how transactions look.
	pub at: &'a At,
	/// With which keys.
	pub keys: &'a Keypair,
	/// The next nonce.
	pub nonce: u64,
}

impl Signing<'_> {
	/// Signs a call that carries so many records.
	///
	/// # Errors
	///
	/// If the chain has no such call.
	pub fn sign(&mut self, call: &impl Payload, records: u32) -> Result<Transaction, Error> {
		let parameters = DefaultExtrinsicParamsBuilder::<SubstrateConfig>::new()
			.nonce(self.nonce)
			.immortal()
			.build();
		let signed = self
			.at
			.transactions()
			.create_signable_offline(call, parameters)
			.and_then(|mut signable| signable.sign(self.keys))
			.map_err(|error| ClientError::OtherVersion {
				what: format!("{}.{}", call.pallet_name(), call.call_name()),
				reason: error.to_string(),
			})?;
		self.nonce += 1;
		Ok(Transaction { hash: signed.hash(), bytes: signed.into_encoded(), records })
	}
}

/// The registration of sources, as few calls as it takes.
pub fn registrations(sources: &[Account], batch: u32) -> Vec<impl Payload + use<>> {
	let chunks = sources.chunks(batch.max(1) as usize);
	chunks.map(|chunk| call(RECORDS, "register_sources", &(chunk.to_vec(),))).collect()
}

/// The records of these numbers, as one batch that begins at a place in the stream.
pub fn batch(evidence: &Evidence, numbers: Range<u64>, first: u64) -> impl Payload + use<> {
	let records = numbers.map(|number| evidence.record(number)).collect::<Vec<_>>();
	dynamic::tx(RECORDS, "submit_batch", (first, Mode::AllOrNothing, records))
}

/// One record, for a place in the stream.
pub fn single(evidence: &Evidence, number: u64, sequence: u64) -> impl Payload + use<> {
	dynamic::tx(RECORDS, "submit_record", (sequence, evidence.record(number)))
}

/// Signs the records of these numbers in batches, for the places in the stream from `first` on.
///
/// # Errors
///
/// If the chain takes no such batches.
pub fn sign_batches(
	signing: &mut Signing<'_>,
	evidence: &Evidence,
	numbers: Range<u64>,
	mut first: u64,
	size: u32,
	mut done: impl FnMut(u64),
) -> Result<Vec<Transaction>, Error> {
	let mut signed = Vec::new();
	let mut start = numbers.start;
	while start < numbers.end {
		let end = numbers.end.min(start + u64::from(size.max(1)));
		let count = end - start;
		signed.push(signing.sign(&batch(evidence, start..end, first), count as u32)?);
		(start, first) = (end, first + count);
		done(start - numbers.start);
	}
	Ok(signed)
}

#[cfg(test)]
pub mod tests {
	use super::*;
	use std::collections::HashSet;

	/// Evidence by this schema.
	pub fn evidence(terms: Terms) -> Evidence {
		Evidence {
			sources: ("source", 10),
			subjects: Subjects::AnyOf(5),
			indicator: Indicator::Rating,
			terms,
			begin: 1_000_000,
			pace: (1_000, 10),
		}
	}

	/// A schema.
	pub fn terms() -> Terms {
		Terms {
			lowest: 2_000,
			highest: 10_000,
			step: 2_000,
			reference: Requirement::Optional,
			lowest_level: Level::SelfDeclared,
			highest_level: Level::Source,
		}
	}

	#[test]
	fn a_record_is_always_the_same_and_never_another() {
		let evidence = evidence(terms());
		assert_eq!(evidence.record(7), evidence.record(7));
		let references =
			(0..1_000).map(|number| evidence.record(number).reference).collect::<HashSet<_>>();
		assert_eq!(references.len(), 1_000);
		let other = Evidence { sources: ("other", 10), ..evidence.clone() };
		assert_ne!(other.record(7).reference, evidence.record(7).reference);
		assert_eq!(evidence.sources().len(), 10);
	}

	#[test]
	fn outcomes_lie_on_the_scale_and_some_are_adverse() {
		for (lowest, highest, step) in
			[(0, 10_000, 10_000), (2_000, 10_000, 2_000), (0, 10_000, 1), (0, 9_000, 3_000)]
		{
			let evidence = evidence(Terms { lowest, highest, step, ..terms() });
			let outcomes = (0..2_000).map(|number| evidence.record(number).outcome);
			let outcomes = outcomes.collect::<Vec<_>>();
			let on_scale = |points: &u16| {
				(lowest..=highest).contains(points) && (points - lowest).is_multiple_of(step)
			};
			assert!(outcomes.iter().all(on_scale));
			let middle = lowest + (highest - lowest) / 2;
			let adverse = outcomes.iter().filter(|points| **points < middle).count();
			assert!((150..=350).contains(&adverse), "{adverse}");
		}
	}

	#[test]
	fn events_happen_at_their_pace_and_subjects_come_in_turn() {
		let evidence = Evidence { subjects: Subjects::InTurn(3..6), ..evidence(terms()) };
		let times = (0..3).map(|number| evidence.record(number).at).collect::<Vec<_>>();
		assert_eq!(times, [1_000_000, 1_000_100, 1_000_200]);
		assert_eq!(evidence.end(10), 1_001_000);
		let subjects = (0..4).map(|number| evidence.record(number).subject).collect::<Vec<_>>();
		let expected = [3, 4, 5, 3].map(|number| account("subject", number));
		assert_eq!(subjects, expected);
	}

	#[test]
	fn what_a_schema_asks_for_is_met() {
		let forbidden = Terms { reference: Requirement::Forbidden, ..terms() };
		assert_eq!(evidence(forbidden).record(1).reference, [0; 16]);
		assert!(evidence(terms()).check().is_ok());
		let high = Terms { lowest_level: Level::Confirmed, ..terms() };
		assert!(matches!(evidence(high).check(), Err(Error::Schema { .. })));
		let flat = Terms { step: 0, ..terms() };
		assert!(matches!(evidence(flat).check(), Err(Error::Schema { .. })));
	}
}
