//! What a block may hold.
//!
//! A slot lasts two seconds, and within it the author builds the block, the block travels, and every
//! other node executes it again; only then can the next author build on it. So a block costs its
//! execution time twice, one after the other, plus the journey:
//!
//! | step                                  | full of ordinary transactions | full to the last bit |
//! |---------------------------------------|-------------------------------|----------------------|
//! | the author builds                     | 0.8 s                         | 1.0 s                |
//! | every other node executes             | 0.8 s                         | 1.0 s                |
//! | left for the network and the database | 0.4 s                         | none                 |
//!
//! The second column is for the rare block that also carries operational transactions, such as a
//! runtime upgrade: its successor may come a slot late, and nothing else happens.

use frame_support::{
	dispatch::DispatchClass,
	weights::{Weight, constants::WEIGHT_REF_TIME_PER_SECOND},
};
use frame_system::limits::{BlockLength, BlockWeights};
use sp_runtime::Perbill;

/// The longest that a block may take to execute: half a slot. How much of the state it touches is
/// not limited, since nobody has to prove it to a relay chain.
pub const MAXIMUM_BLOCK_WEIGHT: Weight = Weight::from_parts(WEIGHT_REF_TIME_PER_SECOND, u64::MAX);

/// How much of a block ordinary transactions may fill. The rest is kept for operational ones.
pub const NORMAL_DISPATCH_RATIO: Perbill = Perbill::from_percent(80);

/// How much of a block its hooks take on average, before the first transaction.
pub const AVERAGE_ON_INITIALIZE_RATIO: Perbill = Perbill::from_percent(5);

/// The most bytes a block may have. A node's proposer stops at half a kilobyte more, and the
/// network carries 16 MiB at once, so this is the limit that counts.
pub const MAXIMUM_BLOCK_LENGTH: u32 = 4 * 1024 * 1024;

/// The limits of execution time, class by class.
pub fn block_weights() -> BlockWeights {
	let normal = Weight::from_parts(
		NORMAL_DISPATCH_RATIO.mul_floor(MAXIMUM_BLOCK_WEIGHT.ref_time()),
		NORMAL_DISPATCH_RATIO.mul_floor(MAXIMUM_BLOCK_WEIGHT.proof_size()),
	);
	BlockWeights::builder()
		.for_class(DispatchClass::Normal, |weights| weights.max_total = Some(normal))
		.for_class(DispatchClass::Operational, |weights| {
			weights.max_total = Some(MAXIMUM_BLOCK_WEIGHT);
			weights.reserved = Some(MAXIMUM_BLOCK_WEIGHT.saturating_sub(normal));
		})
		.avg_block_initialization(AVERAGE_ON_INITIALIZE_RATIO)
		.build_or_panic()
}

/// The limits of size, class by class.
pub fn block_length() -> BlockLength {
	BlockLength::builder()
		.max_length(MAXIMUM_BLOCK_LENGTH)
		.modify_max_length_for_class(DispatchClass::Normal, |length| {
			*length = NORMAL_DISPATCH_RATIO.mul_floor(MAXIMUM_BLOCK_LENGTH);
		})
		.build()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_block_full_of_ordinary_transactions_leaves_time_for_the_network() {
		let slot = crate::time::SLOT_DURATION * (WEIGHT_REF_TIME_PER_SECOND / 1_000);
		let normal = block_weights().get(DispatchClass::Normal).max_total.unwrap().ref_time();
		assert!(2 * normal <= slot * 4 / 5);
		assert!(2 * MAXIMUM_BLOCK_WEIGHT.ref_time() <= slot);
	}

	#[test]
	fn every_class_has_room() {
		let weights = block_weights().validate().unwrap();
		for class in DispatchClass::non_mandatory() {
			assert!(weights.get(*class).max_extrinsic.unwrap().ref_time() > 0);
		}
		let length = block_length();
		assert_eq!(*length.max.get(DispatchClass::Operational), MAXIMUM_BLOCK_LENGTH);
		assert!(length.max.get(DispatchClass::Normal) < length.max.get(DispatchClass::Operational));
	}
}
