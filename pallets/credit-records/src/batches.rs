//! What is kept of submissions, and how single records are proven by it.

use super::*;
use binary_merkle_tree::{merkle_root_raw, verify_proof};
use codec::Compact;
use frame::deps::sp_io::offchain_index;
use hanse_credit_model::{DAY, Level, Observation};
use hanse_traits::{RecordId, Recorded};

/// The leaves of a batch while it is put together.
#[derive(Default)]
pub(crate) struct Leaves {
	/// Their hashes.
	hashes: Vec<H256>,
	/// Their encodings, one after the other.
	encoded: Vec<u8>,
}

impl Leaves {
	/// Adds a leaf. References are encoded as what they refer to.
	pub fn push<AccountId: Encode>(&mut self, applied: &AppliedRecord<AccountId>) {
		applied.using_encoded(|leaf| {
			self.hashes.push(BlakeTwo256::hash(leaf));
			self.encoded.extend_from_slice(leaf);
		});
	}

	/// Gives the leaves to the nodes that keep them, and returns how many there are and their root.
	pub fn store(self) -> (u16, H256) {
		let leaves = self.hashes.len() as u32;
		if leaves == 0 {
			return (0, H256::zero());
		}
		let root = merkle_root_raw::<BlakeTwo256, _>(self.hashes);
		// As a vector is encoded: its length before its elements.
		let list = [Compact(leaves).encode(), self.encoded].concat();
		offchain_index::set(&leaves_key(&root), &list);
		#[cfg(test)]
		crate::mock::keep_leaves(root, list);
		(leaves as u16, root)
	}
}

impl<T: Config> Pallet<T> {
	/// The batch that a proof is about, if the proof holds.
	pub(crate) fn check_proof(proof: &RecordProofOf<T>) -> Result<Batch, Error<T>> {
		let RecordProof { batch, index, applied, siblings } = proof;
		let batch = Batches::<T>::get(&applied.provider, batch).ok_or(Error::<T>::UnknownBatch)?;
		let leaf = applied.encode();
		let holds = verify_proof::<BlakeTwo256, _, _>(
			&batch.root,
			siblings.iter().copied(),
			u32::from(batch.leaves),
			*index,
			&leaf,
		);
		ensure!(holds, Error::<T>::WrongProof);
		Ok(batch)
	}

	/// How a record counts now, or counted until it was taken out: as it was put in, unless its level
	/// was raised since.
	pub(crate) fn effective(applied: &AppliedOf<T>) -> Observation {
		let observation = applied.observation();
		match Raised::<T>::get(&applied.provider, applied.sequence) {
			Some(Raise { level, weight }) => Observation { level, weight, ..observation },
			None => observation,
		}
	}

	/// A record as the score knows it now.
	pub(crate) fn recorded(applied: &AppliedOf<T>) -> Recorded<T::AccountId> {
		Recorded {
			id: RecordId { provider: applied.provider.clone(), sequence: applied.sequence },
			source: applied.record.source.clone(),
			observation: Self::effective(applied),
			placed: applied.placed,
		}
	}

	/// How a record would count at a higher level, by the weights of levels that hold today.
	pub(crate) fn raise(applied: &AppliedOf<T>, level: Level) -> Raise {
		let parameters = T::Parameters::get();
		let before = parameters.level_weight(applied.record.level);
		let weight = applied.weight.times(parameters.level_weight(level)).over(before);
		// What weighed nothing at its level is not known to weigh more.
		Raise { level, weight: weight.min(applied.mass).max(applied.weight) }
	}

	/// The batch that a record came in, and its number.
	pub(crate) fn find_batch(provider: &T::AccountId, sequence: u64) -> Option<(u32, Batch)> {
		let (mut begin, mut end) = (0, Streams::<T>::get(provider).batches);
		while begin < end {
			let middle = begin.midpoint(end);
			let batch = Batches::<T>::get(provider, middle)?;
			if sequence < batch.first {
				end = middle;
			} else if sequence < batch.end() {
				return Some((middle, batch));
			} else {
				begin = middle.saturating_add(1);
			}
		}
		None
	}

	/// How far a record has come, as far as its number tells.
	pub(crate) fn status(provider: &T::AccountId, sequence: u64) -> Option<RecordStatus> {
		let (number, batch) = Self::find_batch(provider, sequence)?;
		// All of them were refused.
		if batch.leaves == 0 {
			return None;
		}
		let objection = Self::objection_status(provider, sequence);
		let due = Moment::from(batch.due.day).saturating_mul(DAY);
		let removed = Decisions::<T>::get(provider, sequence)
			.is_some_and(|decision| decision.resolution.removes());
		let stage = if removed {
			Stage::Removed
		} else if objection.is_some() {
			Stage::Disputed
		} else if Cursor::<T>::get() > batch.due {
			Stage::Applied
		} else if Self::model_now() >= due {
			Stage::Agreed
		} else {
			Stage::Private
		};
		Some(RecordStatus {
			batch: number,
			recorded: batch.block,
			stage,
			due,
			objection,
			level_raised: Raised::<T>::get(provider, sequence).map(|raise| raise.level),
		})
	}

	/// How far a proven record has come.
	pub(crate) fn status_of_proven(proof: &RecordProofOf<T>) -> Option<RecordStatus> {
		Self::check_proof(proof).ok()?;
		let applied = &proof.applied;
		let status = Self::status(&applied.provider, applied.sequence)?;
		let over = applied.expires <= Self::model_now();
		let stage = match status.stage {
			Stage::Private | Stage::Agreed | Stage::Applied if over => Stage::Expired,
			stage => stage,
		};
		Some(RecordStatus { stage, ..status })
	}
}
