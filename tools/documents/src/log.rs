//! Whether a log of disclosures has all of its entries.

use sp_crypto_hashing::blake2_256;

/// What is hashed before everything else.
const PREFIX: &[u8] = b"hanse/disclosure/1";

/// An entry as it was found in a block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Logged {
	/// Its place in the log, as it says.
	pub number: u64,
	/// The whole of it, in SCALE.
	pub bytes: Vec<u8>,
}

/// Why a log is not whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NotWhole {
	/// Entries are missing, or there are too many.
	#[error("{found} of {entries} entries were found")]
	Count {
		/// How many there should be.
		entries: u64,
		/// How many there are.
		found: u64,
	},
	/// An entry stands in another's place.
	#[error("entry {found} stands where entry {expected} belongs")]
	Order {
		/// Which should be there.
		expected: u64,
		/// Which is.
		found: u64,
	},
	/// The hashes lead elsewhere.
	#[error("the entries hash to another head than the chain's")]
	Head,
}

/// The head of a log after an entry: BLAKE2b-256 of the 18 bytes `hanse/disclosure/1`, the head
/// before, and the entry in SCALE.
pub fn next_head(before: &[u8; 32], entry: &[u8]) -> [u8; 32] {
	blake2_256(&[PREFIX, before, entry].concat())
}

/// Whether these are all entries of a log, in order, and nothing else.
///
/// # Errors
///
/// [`NotWhole`], with what is wrong.
pub fn check_whole(log: &[Logged], entries: u64, head: &[u8; 32]) -> Result<(), NotWhole> {
	let found = u64::try_from(log.len()).unwrap_or(u64::MAX);
	if found != entries {
		return Err(NotWhole::Count { entries, found });
	}
	for (entry, expected) in log.iter().zip(0..) {
		if entry.number != expected {
			return Err(NotWhole::Order { expected, found: entry.number });
		}
	}
	let reached = log.iter().fold([0; 32], |head, entry| next_head(&head, &entry.bytes));
	if reached == *head { Ok(()) } else { Err(NotWhole::Head) }
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;
	use hanse_credit_model::Category;
	use pallet_data_access::{Channel, Entry, LegalBasis, LogHead, Purpose};

	/// A log as the pallet keeps it: its entries, and its head.
	fn log() -> (Vec<Logged>, LogHead<u32>) {
		let mut head = LogHead::default();
		let log = (0..4u64).map(|number| {
			let entry = Entry {
				subject: [1u8; 32],
				number,
				previous: head.last,
				discloser: [2u8; 32],
				recipient: [3u8; 32],
				category: Category::Payment,
				purpose: Purpose::Audit,
				channel: Channel::Portal,
				basis: LegalBasis::Law,
				documents: vec![[number as u8; 32]],
				at: 100 + number,
			};
			head = head.with(&entry, 10 + number as u32 / 2);
			Logged { number, bytes: entry.encode() }
		});
		(log.collect(), head)
	}

	#[test]
	fn the_pallet_and_the_tool_hash_alike() {
		let (log, LogHead { head, entries, .. }) = log();
		assert_eq!(check_whole(&log, entries, &head.0), Ok(()));
		assert_eq!(check_whole(&[], 0, &[0; 32]), Ok(()));
	}

	#[test]
	fn a_log_with_anything_missing_moved_or_changed_is_not_whole() {
		let (log, LogHead { head, entries, .. }) = log();
		let check = |log: &[Logged]| check_whole(log, entries, &head.0);
		for index in 0..log.len() {
			let mut shorter = log.clone();
			shorter.remove(index);
			assert_eq!(check(&shorter), Err(NotWhole::Count { entries: 4, found: 3 }));

			let mut longer = log.clone();
			longer.push(log[index].clone());
			assert_eq!(check(&longer), Err(NotWhole::Count { entries: 4, found: 5 }));

			let mut changed = log.clone();
			changed[index].bytes[40] ^= 1;
			assert_eq!(check(&changed), Err(NotWhole::Head));
		}
		let mut moved = log.clone();
		moved.swap(1, 2);
		assert_eq!(check(&moved), Err(NotWhole::Order { expected: 1, found: 2 }));
		assert_eq!(check_whole(&log, entries, &[0; 32]), Err(NotWhole::Head));
	}
}
