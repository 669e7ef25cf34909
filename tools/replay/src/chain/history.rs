//! The risks that the chain told, record by record.

use super::{
	Connection,
	blocks::{Applied, Happened},
	error::Error,
	runtime::Runtime,
};
use crate::ratings::{self, Rating};
use hanse_client::{At, Error as ClientError, lost};
use hanse_credit_model::Risk;
use std::{collections::BTreeSet, ops::Range};

/// For each record, the risk of its subject just before, and where all that was found.
#[derive(Debug, Default)]
pub struct History {
	risks: Vec<Option<Risk>>,
	/// The numbers with which batches begin, as far as they are known.
	starts: BTreeSet<usize>,
	first: Option<(u64, u64)>,
	last: Option<(u64, u64)>,
	unread: Option<String>,
}

impl History {
	/// That of so many records, none of which is known yet.
	pub fn new(records: usize) -> Self {
		Self { risks: vec![None; records], ..Self::default() }
	}

	/// Takes note of a batch in a block.
	pub fn note(&mut self, batch: &Applied, block: u64) {
		self.starts.extend(usize::try_from(batch.first).ok());
		for (number, risk) in (batch.first..).zip(&batch.risks) {
			let place = usize::try_from(number).ok().and_then(|number| self.risks.get_mut(number));
			if let Some(place) = place {
				*place = Some(*risk);
			}
		}
		// By the number of the record, as batches are read forwards and backwards.
		let found = (batch.first, block);
		self.first = Some(self.first.map_or(found, |before| before.min(found)));
		self.last = Some(self.last.map_or(found, |before| before.max(found)));
	}

	/// Reads the records that were on the chain before, from the last to the first, and checks that
	/// they are the ratings of the file.
	///
	/// It goes from one block with records to the one before, and needs only the state of a few
	/// blocks between. Where a node has dropped that state, it stops.
	pub async fn read_back(
		&mut self,
		connection: &Connection,
		head: &At,
		recorded: u64,
		ratings: &[Rating],
	) -> Result<(), Error> {
		let (mut next, mut block) = (recorded, head.block_number());
		while next > 0 {
			let found = match reached(connection, next, block).await {
				Ok(found) => found,
				Err(error) => {
					self.unread = Some(format!("those before record {next} are lost: {error}"));
					break;
				},
			};
			block = found;
			let at = connection.client.at_block(block).await.map_err(lost)?;
			let happened = Happened::at(&at, &connection.provider).await?;
			let transactions = hanse_client::transactions(&at).await?;
			let before = next;
			for batch in happened.applied.iter().rev() {
				let bytes = batch.transaction.and_then(|index| transactions.get(index));
				if let Some((_, bytes)) = bytes {
					check(batch, bytes, ratings)?;
				}
				self.note(batch, block);
				next = next.min(batch.first);
			}
			if next == before {
				let reason = format!("block {block} has no event for record {}", next - 1);
				return Err(
					ClientError::OtherVersion { what: "the events".to_owned(), reason }.into()
				);
			}
		}
		Ok(())
	}

	/// The block of the first record, if it is known.
	pub fn first_block(&self) -> Option<u64> {
		self.first.filter(|(number, _)| *number == 0).map(|(_, block)| block)
	}

	/// The block of the last record, if any is known.
	pub fn last_block(&self) -> Option<u64> {
		self.last.map(|(_, block)| block)
	}

	/// The batches in which the records came. Where that is not known any more, they are taken to have
	/// been as large as batches can be.
	pub fn batches(&self, most: usize) -> Vec<Range<usize>> {
		let ends = self.starts.iter().copied().chain([self.risks.len()]);
		let mut start = 0;
		let parts = ends.map(|end| std::mem::replace(&mut start, end)..end).collect::<Vec<_>>();
		parts.into_iter().flat_map(|part| ratings::batches(part, most)).collect()
	}

	/// Why some risks are missing.
	pub fn unread(&self) -> Option<String> {
		self.unread.clone()
	}

	/// Hands over the risks.
	pub fn take_risks(&mut self) -> Vec<Option<Risk>> {
		std::mem::take(&mut self.risks)
	}
}

/// The block in which the stream came to have so many records: `high` or one before it.
async fn reached(connection: &Connection, records: u64, mut high: u64) -> Result<u64, Error> {
	let has = async |block: u64| {
		let at = connection.client.at_block(block).await.map_err(lost)?;
		Ok::<_, Error>(Runtime(&at).next_sequence(&connection.provider).await? >= records)
	};
	// Records stand close together, so look close by first. There are none in the first block.
	let (mut low, mut step) = (0, 1);
	while high > step {
		let candidate = high - step;
		if has(candidate).await? {
			high = candidate;
			step *= 2;
		} else {
			low = candidate;
			break;
		}
	}
	while high - low > 1 {
		let middle = low + (high - low) / 2;
		if has(middle).await? {
			high = middle;
		} else {
			low = middle;
		}
	}
	Ok(high)
}

/// Whether a transaction carries the ratings of the file: their hashes stand in it as they are.
fn check(batch: &Applied, bytes: &[u8], ratings: &[Rating]) -> Result<(), Error> {
	let count = batch.risks.len() as u64;
	for number in [batch.first, (batch.first + count).saturating_sub(1)] {
		let rating = usize::try_from(number).ok().and_then(|number| ratings.get(number));
		if let Some(rating) = rating
			&& !bytes.windows(rating.commitment.len()).any(|part| part == rating.commitment)
		{
			return Err(Error::OtherStream { number, line: rating.line });
		}
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::ratings;

	fn batch(first: u64, risks: &[u16]) -> Applied {
		let risks = risks.iter().copied().map(Risk).collect();
		Applied { first, risks, transaction: Some(1) }
	}

	#[test]
	fn batches_are_noted_in_any_order() {
		let mut history = History::new(4);
		history.note(&batch(2, &[30, 40, 50]), 9);
		assert_eq!((history.first_block(), history.last_block()), (None, Some(9)));
		history.note(&batch(0, &[10, 20]), 7);
		assert_eq!((history.first_block(), history.last_block()), (Some(7), Some(9)));
		let risks = [10, 20, 30, 40].map(|risk| Some(Risk(risk)));
		assert_eq!(history.take_risks(), risks);
	}

	#[test]
	fn batches_are_known_or_guessed() {
		let mut history = History::new(9);
		history.note(&batch(6, &[0]), 9);
		assert_eq!(history.batches(4), [0..4, 4..6, 6..9]);
		history.note(&batch(0, &[0, 0, 0]), 7);
		history.note(&batch(3, &[0, 0, 0]), 8);
		assert_eq!(history.batches(4), [0..3, 3..6, 6..9]);
	}

	#[test]
	fn another_history_is_recognised() {
		let lines = &b"1,2,3,4\n2,1,3,5\n\n3,1,3,6\n"[..];
		let (ratings, _) = ratings::read(lines, "salt", 100).unwrap();
		let bytes = |ratings: &[Rating]| {
			let commitments = ratings.iter().flat_map(|rating| rating.commitment);
			[7u8; 5].into_iter().chain(commitments).chain([9]).collect::<Vec<_>>()
		};
		assert!(check(&batch(1, &[0, 0]), &bytes(&ratings[1..]), &ratings).is_ok());
		let (salted, _) = ratings::read(lines, "pepper", 100).unwrap();
		assert!(matches!(
			check(&batch(1, &[0, 0]), &bytes(&salted[1..]), &ratings),
			Err(Error::OtherStream { number: 1, line: 2 })
		));
		assert!(matches!(
			check(&batch(1, &[0, 0]), &bytes(&ratings[1..2]), &ratings),
			Err(Error::OtherStream { number: 2, line: 4 })
		));
	}
}
