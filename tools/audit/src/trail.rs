use crate::{Engine, Key};
use codec::{Decode, Encode};
use sp_crypto_hashing::blake2_128;
use std::collections::BTreeMap;

/// A short hash of something as the chain encodes it.
pub type Digest = [u8; 16];

/// What everything was after each block that changed it: enough to tell in which block it was another on
/// the chain.
#[derive(Clone, PartialEq, Eq, Default, Debug, Encode, Decode)]
pub struct Trail {
	/// The number of the block and the hash, in the order of blocks.
	steps: BTreeMap<Key, Vec<(u32, Digest)>>,
}

impl Trail {
	/// Notes what the engine changed in this block. Blocks are noted in order.
	pub fn note(&mut self, block: u32, engine: &mut Engine) {
		for key in engine.take_touched() {
			if let Some(encoded) = engine.encoded(&key) {
				self.steps.entry(key).or_default().push((block, blake2_128(&encoded)));
			}
		}
	}

	/// What something was after a block; `None` if there was no such thing yet, or if the block was before
	/// the first that was noted.
	pub fn at(&self, key: &Key, block: u32) -> Option<Digest> {
		let steps = self.steps.get(key)?;
		let after = steps.partition_point(|(at, _)| *at <= block);
		steps.get(after.checked_sub(1)?).map(|(_, digest)| *digest)
	}
}

/// The first block of those from `low` to `high` at which something does not agree, when it does not at
/// `high`. By halves: should it agree and disagree by turns, it is one of the blocks at which it began not
/// to.
///
/// # Errors
///
/// That of the first question that has no answer.
pub async fn first_difference<E>(
	mut low: u32,
	mut high: u32,
	mut agrees: impl AsyncFnMut(u32) -> Result<bool, E>,
) -> Result<u32, E> {
	if !agrees(low).await? {
		return Ok(low);
	}
	while high.saturating_sub(low) > 1 {
		let middle = low.midpoint(high);
		if agrees(middle).await? {
			low = middle;
		} else {
			high = middle;
		}
	}
	Ok(high)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{Item, Start};
	use futures::executor::block_on;
	use hanse_credit_model::Parameters;

	#[test]
	fn the_first_difference_is_found_in_few_steps() {
		for first in 5..=1_000 {
			let mut asked = 0;
			let found = block_on(first_difference(5, 1_000, async |block| {
				asked += 1;
				Ok::<_, ()>(block < first)
			}));
			assert_eq!(found, Ok(first));
			assert!(asked <= 11);
		}
		assert_eq!(block_on(first_difference(0, 9, async |_| Err::<bool, _>(7))), Err(7));
	}

	#[test]
	fn what_was_after_a_block_is_what_the_last_change_left() {
		let mut engine = Engine::new(Start::default());
		let mut trail = Trail::default();
		trail.note(3, &mut engine);
		let sources = |accounts: &[[u8; 32]]| Item::SourcesRegistered {
			provider: [1; 32],
			sources: Some(accounts.to_vec()),
		};
		engine.take(&sources(&[[7; 32]])).unwrap();
		trail.note(5, &mut engine);
		// Who is known already does not change.
		engine.take(&sources(&[[7; 32], [8; 32]])).unwrap();
		trail.note(9, &mut engine);

		let digest = |key: &Key| blake2_128(&engine.encoded(key).unwrap());
		let (seven, eight) = (Key::Source([7; 32]), Key::Source([8; 32]));
		assert_eq!(trail.at(&Key::Parameters, 2), None);
		let parameters = Some(blake2_128(&Parameters::default().encode()));
		assert_eq!(trail.at(&Key::Parameters, 3), parameters);
		assert_eq!(trail.at(&Key::Parameters, 100), parameters);
		assert_eq!(trail.at(&seven, 4), None);
		assert_eq!(trail.at(&seven, 5), Some(digest(&seven)));
		assert_eq!(trail.steps[&seven].len(), 1);
		assert_eq!(trail.at(&eight, 8), None);
		assert_eq!(trail.at(&eight, 9), Some(digest(&eight)));
		assert_eq!(trail.at(&Key::Subject([7; 32]), 9), None);
		assert!(engine.take_touched().is_empty());
	}
}
