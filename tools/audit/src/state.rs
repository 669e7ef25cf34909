//! The state at the end of a block, as far as an audit begins with it or compares with it.

use crate::{Account, Key, Start};
use codec::{Decode, Encode};
use hanse_client::{Error, decoded};
use hanse_credit_model::{Indicator, Moment, Parameters, Subject};
use pallet_credit_records::{Bond, Objection, PendingRecord, RegisteredSource};
use std::collections::BTreeMap;

/// The entries of a map, each with its whole key.
pub type Entries = Vec<(Vec<u8>, Vec<u8>)>;

/// What the state says, and the answers of the runtime about it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct State {
	/// The clock of the chain, in seconds since the UNIX epoch.
	pub time: Moment,
	/// The time of the newest event while the chain imports its history.
	pub import: Option<Moment>,
	/// The parameters in force.
	pub parameters: Parameters,
	/// The value `CreditScore.Scheduled`.
	pub scheduled: Option<Vec<u8>>,
	/// For how long records of each indicator are kept, in seconds.
	pub retention: BTreeMap<Indicator, Moment>,
	/// The entries of [`State::MAPS`].
	pub maps: BTreeMap<(&'static str, &'static str), Entries>,
}

impl State {
	/// The maps that an audit begins with: pallets, and names.
	pub const MAPS: [(&'static str, &'static str); 9] = [
		("CreditScore", "Subjects"),
		("CreditScore", "Leaving"),
		("CreditRecords", "Sources"),
		("CreditRecords", "Pending"),
		("CreditRecords", "Bonds"),
		("CreditRecords", "Raised"),
		("CreditRecords", "Objections"),
		("TradeNetwork", "Enterprises"),
		("TradeNetwork", "Accounts"),
	];

	/// The maps that everything is compared by.
	pub const COMPARED: [(&'static str, &'static str); 2] =
		[("CreditScore", "Subjects"), ("CreditRecords", "Sources")];

	/// All subjects and sources.
	///
	/// # Errors
	///
	/// [`Error::OtherVersion`] if the state is of another kind.
	pub fn compared(&self) -> Result<BTreeMap<Key, Vec<u8>>, Error> {
		let subjects = self.subjects()?.into_iter();
		let subjects = subjects.map(|(account, subject)| (Key::Subject(account), subject.encode()));
		let sources = self.sources()?.into_iter();
		let sources = sources.map(|(account, source)| (Key::Source(account), source.encode()));
		Ok(subjects.chain(sources).collect())
	}

	/// What an engine begins with.
	///
	/// # Errors
	///
	/// [`Error::OtherVersion`] if the state is of another kind.
	pub fn start(&self) -> Result<Start, Error> {
		let scheduled = self.scheduled.as_deref();
		Ok(Start {
			time: self.time,
			import: self.import,
			parameters: self.parameters.clone(),
			// The parameters stand before the block.
			scheduled: scheduled.map(|state| first(state, "CreditScore.Scheduled")).transpose()?,
			retention: self.retention.clone(),
			accounts: self.accounts()?,
			bonds: self.bonds()?,
			sources: self.sources()?,
			subjects: self.subjects()?,
			pending: self.pending()?,
			leaving: self.leaving()?,
			disputed: self.disputed()?,
			raised: self.raised()?,
		})
	}

	fn entries(&self, pallet: &'static str, name: &'static str) -> &[(Vec<u8>, Vec<u8>)] {
		self.maps.get(&(pallet, name)).map_or(&[][..], Vec::as_slice)
	}

	fn subjects(&self) -> Result<BTreeMap<Account, Subject>, Error> {
		let entries = self.entries("CreditScore", "Subjects").iter();
		let subject = |(key, state): &(Vec<u8>, Vec<u8>)| {
			Ok::<_, Error>((
				last(key, "CreditScore.Subjects")?,
				subject_of(state, &self.parameters)?,
			))
		};
		entries.map(subject).collect()
	}

	fn sources(&self) -> Result<BTreeMap<Account, RegisteredSource<Account>>, Error> {
		let entries = self.entries("CreditRecords", "Sources").iter();
		let source = |(key, state): &(Vec<u8>, Vec<u8>)| {
			Ok::<_, Error>((last(key, "CreditRecords.Sources")?, source_of(state)?))
		};
		entries.map(source).collect()
	}

	/// Since when there is a bond.
	fn bonds(&self) -> Result<BTreeMap<(Account, u8), Moment>, Error> {
		let what = "CreditRecords.Bonds";
		let bond = |(key, state): &(Vec<u8>, Vec<u8>)| {
			// The account, and the category as it is.
			let place: (Account, u8) = parts(&last::<33>(key, what)?);
			let bond: Bond<u128> = decoded(what, state)?;
			Ok::<_, Error>((place, bond.since))
		};
		self.entries("CreditRecords", "Bonds").iter().map(bond).collect()
	}

	fn raised(&self) -> Result<BTreeMap<(Account, u64), pallet_credit_records::Raise>, Error> {
		let what = "CreditRecords.Raised";
		let raised = |(key, state): &(Vec<u8>, Vec<u8>)| {
			// The account, a hash of eight bytes, and the number.
			let (provider, _, sequence): (Account, u64, u64) = parts(&last::<48>(key, what)?);
			Ok::<_, Error>(((provider, sequence), decoded(what, state)?))
		};
		self.entries("CreditRecords", "Raised").iter().map(raised).collect()
	}

	/// The records that are contested.
	fn disputed(&self) -> Result<Vec<pallet_credit_records::AppliedRecord<Account>>, Error> {
		let what = "CreditRecords.Objections";
		let disputed = |(_, state): &(Vec<u8>, Vec<u8>)| {
			let objection: Objection<Account, u128> = decoded(what, state)?;
			Ok::<_, Error>(objection.applied)
		};
		self.entries("CreditRecords", "Objections").iter().map(disputed).collect()
	}

	/// By which account records know each account of an enterprise.
	fn accounts(&self) -> Result<BTreeMap<Account, Account>, Error> {
		let (what, of) = ("TradeNetwork.Accounts", "TradeNetwork.Enterprises");
		let mut subjects = BTreeMap::new();
		for (key, state) in self.entries("TradeNetwork", "Enterprises") {
			// The subject stands first.
			let subject: Account = first(state, of)?;
			subjects.insert(u32::from_le_bytes(last(key, of)?), subject);
		}
		let account = |(key, state): &(Vec<u8>, Vec<u8>)| {
			let id: u32 = decoded(what, state)?;
			let subject = subjects.get(&id).copied();
			let subject = subject.ok_or_else(|| other(what, format!("no enterprise {id}")))?;
			Ok::<_, Error>((last(key, what)?, subject))
		};
		self.entries("TradeNetwork", "Accounts").iter().map(account).collect()
	}

	/// The records that wait for their settlement, in order.
	fn pending(&self) -> Result<Vec<(u32, PendingRecord<Account>)>, Error> {
		let what = "CreditRecords.Pending";
		let mut chunks = BTreeMap::<(u32, u32), Vec<PendingRecord<Account>>>::new();
		for (key, state) in self.entries("CreditRecords", "Pending") {
			// The day, a hash of eight bytes, and the number of the chunk.
			let (day, _, number): (u32, u64, u32) = parts(&last::<16>(key, what)?);
			chunks.insert((day, number), decoded(what, state)?);
		}
		let days = chunks
			.into_iter()
			.flat_map(|((day, _), chunk)| chunk.into_iter().map(move |record| (day, record)));
		Ok(days.collect())
	}

	/// Who has adverse evidence that leaves, in order.
	fn leaving(&self) -> Result<Vec<(u16, Account)>, Error> {
		let what = "CreditScore.Leaving";
		let mut list = BTreeMap::<(u16, u32), Account>::new();
		for (key, state) in self.entries("CreditScore", "Leaving") {
			// The half-year, a hash of eight bytes, and the number.
			let (half_year, _, number): (u16, u64, u32) = parts(&last::<14>(key, what)?);
			list.insert((half_year, number), decoded(what, state)?);
		}
		Ok(list.into_iter().map(|((half_year, _), subject)| (half_year, subject)).collect())
	}
}

/// What the model knows of a subject: the first part of what is stored. When the pace of the model has
/// changed, the chain brings subjects over one by one; here all of them are.
///
/// # Errors
///
/// [`Error::OtherVersion`] if it is of another kind.
pub fn subject_of(state: &[u8], parameters: &Parameters) -> Result<Subject, Error> {
	let mut subject: Subject = first(state, "CreditScore.Subjects")?;
	subject.catch_up(parameters);
	Ok(subject)
}

/// What is known of a source.
///
/// # Errors
///
/// [`Error::OtherVersion`] if it is of another kind.
pub fn source_of(state: &[u8]) -> Result<RegisteredSource<Account>, Error> {
	decoded("CreditRecords.Sources", state)
}

/// The first part of something that is stored.
fn first<T: Decode>(mut state: &[u8], what: &str) -> Result<T, Error> {
	T::decode(&mut state).map_err(|error| other(what, error.to_string()))
}

/// The last bytes of a key: what it was made from, behind its hash.
fn last<const N: usize>(key: &[u8], what: &str) -> Result<[u8; N], Error> {
	let part = key.last_chunk::<N>().copied();
	part.ok_or_else(|| other(what, format!("a key of {} bytes", key.len())))
}

/// What the last bytes of a key stand for. They are as many as it takes.
fn parts<T: Decode + Default>(mut key: &[u8]) -> T {
	T::decode(&mut key).unwrap_or_default()
}

fn other(what: &str, reason: String) -> Error {
	Error::OtherVersion { what: what.to_owned(), reason }
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn keys_end_with_what_they_were_made_from() {
		// As Blake2_128Concat and Twox64Concat make them.
		let raised = [vec![1; 32], vec![2; 16], vec![3; 32], vec![4; 8], 5u64.encode()].concat();
		let raised: (Account, u64, u64) = parts(&last::<48>(&raised, "").unwrap());
		assert_eq!((raised.0, raised.2), ([3; 32], 5));
		let pending = [vec![1; 32], vec![2; 8], 7u32.encode(), vec![4; 8], 9u32.encode()].concat();
		let pending: (u32, u64, u32) = parts(&last::<16>(&pending, "").unwrap());
		assert_eq!((pending.0, pending.2), (7, 9));
		let bond = [vec![1; 32], vec![2; 16], vec![3; 32], vec![4]].concat();
		let bond: (Account, u8) = parts(&last::<33>(&bond, "").unwrap());
		assert_eq!(bond, ([3; 32], 4));
		assert!(last::<33>(&[0; 32], "").is_err());
	}

	#[test]
	fn a_state_of_another_kind_is_an_error() {
		let with = |place: (&'static str, &'static str), state: Vec<u8>| {
			let maps = BTreeMap::from([(place, vec![(vec![0; 80], state)])]);
			State { maps, ..State::default() }
		};
		assert!(State::default().start().is_ok());
		for place in State::MAPS {
			assert!(with(place, vec![1, 2, 3]).start().is_err(), "{place:?}");
		}
		// An account of no enterprise.
		assert!(with(("TradeNetwork", "Accounts"), 7u32.encode()).start().is_err());
		assert!(with(("CreditScore", "Subjects"), Vec::new()).compared().is_err());
	}
}
