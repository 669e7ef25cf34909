//! Where in the provider's stream a file began.
//!
//! The chain numbers records and does not know files. With this note the same file can be submitted
//! again after anything whatever, and each of its records has the number that it had the first time.

use crate::{error::Error, lines::Line};
use codec::Encode;
use serde::{Deserialize, Serialize};
use sp_core::{H256, crypto::AccountId32};
use sp_crypto_hashing::blake2_256;
use std::{fs, io::ErrorKind, path::Path};

/// Where a file began.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Journal {
	/// The hash of the first block of the chain.
	pub chain: H256,
	/// Whose stream.
	pub provider: AccountId32,
	/// The number of the first record of the file.
	pub first: u64,
	/// How many records the file has.
	pub records: u64,
	/// BLAKE2b-256 of the records as the chain encodes them.
	pub digest: H256,
}

impl Journal {
	/// That of a file that is to begin with this number.
	pub fn new(chain: H256, provider: AccountId32, first: u64, lines: &[Line]) -> Self {
		let records = lines.iter().map(|line| &line.record).collect::<Vec<_>>();
		let digest = H256(blake2_256(&records.encode()));
		Self { chain, provider, first, records: lines.len() as u64, digest }
	}

	/// Reads the journal of an earlier run, if there is one. It must be about the same records, whatever
	/// the number with which they began.
	///
	/// # Errors
	///
	/// [`Error::OtherJournal`], [`Error::File`].
	pub fn read(path: &Path, like: &Self) -> Result<Option<Self>, Error> {
		let other = |reason: &str| Error::OtherJournal {
			journal: path.to_owned(),
			reason: reason.to_owned(),
		};
		let text = match fs::read_to_string(path) {
			Ok(text) => text,
			Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
			Err(reason) => return Err(Error::File { path: path.to_owned(), reason }),
		};
		let found: Self =
			serde_json::from_str(&text).map_err(|error| other(&format!("it is none: {error}")))?;
		let differences = [
			(found.chain != like.chain, "another chain"),
			(found.provider != like.provider, "another provider"),
			(found.digest != like.digest, "other records"),
		];
		match differences.into_iter().find(|(differs, _)| *differs) {
			Some((_, reason)) => Err(other(reason)),
			None => Ok(Some(found)),
		}
	}

	/// Writes it, before anything is submitted.
	///
	/// # Errors
	///
	/// [`Error::Write`].
	pub fn write(&self, path: &Path) -> Result<(), Error> {
		let write = |reason| Error::Write { path: path.to_owned(), reason };
		let text = serde_json::to_string_pretty(self).map_err(|error| write(error.into()))? + "\n";
		fs::write(path, text).map_err(write)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use hanse_credit_model::{AmountClass, Indicator, Level, Outcome};
	use hanse_types::Reference;
	use pallet_credit_records::Record;

	fn line(number: u64) -> Line {
		let record = Record {
			source: [1; 32].into(),
			subject: [2; 32].into(),
			indicator: Indicator::Rating,
			outcome: Outcome::BEST,
			level: Level::Counterparty,
			amount: AmountClass::NEUTRAL,
			at: number,
			reference: Reference::NONE,
			commitment: [0; 32],
		};
		Line { number, record, text: String::new() }
	}

	fn journal(first: u64, lines: &[Line]) -> Journal {
		Journal::new(H256([9; 32]), [3; 32].into(), first, lines)
	}

	#[test]
	fn a_second_run_finds_where_the_first_began() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("a.csv.journal");
		let lines = [line(1), line(2)];
		let (first, second) = (journal(5, &lines), journal(7, &lines));
		assert_eq!(Journal::read(&path, &first).unwrap(), None);
		first.write(&path).unwrap();
		assert_eq!(Journal::read(&path, &second).unwrap(), Some(first));
	}

	#[test]
	fn another_submission_is_noticed() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("journal");
		let lines = [line(1), line(2)];
		let ours = journal(5, &lines);
		ours.write(&path).unwrap();
		for other in [
			journal(5, &[line(1), line(3)]),
			journal(5, &lines[..1]),
			Journal { chain: H256::zero(), ..ours.clone() },
			Journal { provider: [4; 32].into(), ..ours },
		] {
			let refused = Journal::read(&path, &other);
			assert!(matches!(refused, Err(Error::OtherJournal { .. })), "{other:?}");
		}
		fs::write(&path, "{}").unwrap();
		assert!(matches!(
			Journal::read(&path, &journal(5, &lines)),
			Err(Error::OtherJournal { .. })
		));
	}
}
