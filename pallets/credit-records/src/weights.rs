//! What the calls of `pallet_credit_records` cost, as measured. Do not edit: `scripts/weights` writes this file.
//!
//! Measured on 2026-11-21 with 20 steps and 10 repetitions on AMD EPYC.

#![allow(missing_docs, clippy::unnecessary_cast, clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame::{deps::frame_support::weights::constants::ParityDbWeight, prelude::*};

/// The weights that the pallet needs.
pub trait WeightInfo {
	fn register_sources(n: u32) -> Weight;
	fn submit_record() -> Weight;
	fn submit_batch(n: u32) -> Weight;
	fn end_import() -> Weight;
	fn settle_nothing() -> Weight;
	fn settle_record() -> Weight;
	fn pass_day() -> Weight;
}

/// The weights of a runtime, with its own costs of the database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Sources` (r:256 w:256)
	/// Proof: `CreditRecords::Sources` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::SourceCount` (r:1 w:1)
	/// Proof: `CreditRecords::SourceCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn register_sources(n: u32) -> Weight {
		// At least 36_479_000 picoseconds.
		Weight::from_parts(56_465_000, 3617)
			// Standard error: 236_010
			.saturating_add(Weight::from_parts(10_517_162, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2571).saturating_mul(n.into()))
	}
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Streams` (r:1 w:1)
	/// Proof: `CreditRecords::Streams` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Importing` (r:1 w:0)
	/// Proof: `CreditRecords::Importing` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Clock` (r:1 w:1)
	/// Proof: `CreditRecords::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Cursor` (r:1 w:1)
	/// Proof: `CreditRecords::Cursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::PendingCount` (r:1 w:1)
	/// Proof: `CreditRecords::PendingCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:2 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Sources` (r:1 w:0)
	/// Proof: `CreditRecords::Sources` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Consensuses` (r:1 w:1)
	/// Proof: `CreditRecords::Consensuses` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::OwnShares` (r:1 w:1)
	/// Proof: `CreditRecords::OwnShares` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(683), added: 3158, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::QueuedFor` (r:1 w:2)
	/// Proof: `CreditRecords::QueuedFor` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Pending` (r:0 w:1)
	/// Proof: `CreditRecords::Pending` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	fn submit_record() -> Weight {
		// At least 114_153_000 picoseconds.
		Weight::from_parts(210_113_000, 6044)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Streams` (r:1 w:1)
	/// Proof: `CreditRecords::Streams` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Importing` (r:1 w:0)
	/// Proof: `CreditRecords::Importing` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Clock` (r:1 w:1)
	/// Proof: `CreditRecords::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Cursor` (r:1 w:1)
	/// Proof: `CreditRecords::Cursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::PendingCount` (r:1 w:1)
	/// Proof: `CreditRecords::PendingCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:512 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Sources` (r:256 w:0)
	/// Proof: `CreditRecords::Sources` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Consensuses` (r:256 w:256)
	/// Proof: `CreditRecords::Consensuses` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::OwnShares` (r:256 w:256)
	/// Proof: `CreditRecords::OwnShares` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:256 w:256)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(683), added: 3158, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::QueuedFor` (r:1 w:3)
	/// Proof: `CreditRecords::QueuedFor` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Pending` (r:1 w:256)
	/// Proof: `CreditRecords::Pending` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 256]`.
	fn submit_batch(n: u32) -> Weight {
		// At least 126_586_000 picoseconds.
		Weight::from_parts(745_464_754, 3617)
			// Standard error: 8_601_030
			.saturating_add(Weight::from_parts(188_543_460, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(7_u64))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 5054).saturating_mul(n.into()))
	}
	/// Storage: `CreditRecords::Importing` (r:1 w:1)
	/// Proof: `CreditRecords::Importing` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Clock` (r:1 w:1)
	/// Proof: `CreditRecords::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn end_import() -> Weight {
		// At least 17_082_000 picoseconds.
		Weight::from_parts(22_261_000, 1493)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `CreditRecords::Cursor` (r:1 w:1)
	/// Proof: `CreditRecords::Cursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::PendingCount` (r:1 w:1)
	/// Proof: `CreditRecords::PendingCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Importing` (r:1 w:0)
	/// Proof: `CreditRecords::Importing` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Clock` (r:1 w:0)
	/// Proof: `CreditRecords::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn settle_nothing() -> Weight {
		// At least 9_908_000 picoseconds.
		Weight::from_parts(15_900_000, 1493)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `CreditRecords::Pending` (r:1 w:1)
	/// Proof: `CreditRecords::Pending` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Consensuses` (r:1 w:0)
	/// Proof: `CreditRecords::Consensuses` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::OwnShares` (r:1 w:1)
	/// Proof: `CreditRecords::OwnShares` (`max_values`: None, `max_size`: Some(109), added: 2584, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Sources` (r:1 w:1)
	/// Proof: `CreditRecords::Sources` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	fn settle_record() -> Weight {
		// At least 29_425_000 picoseconds.
		Weight::from_parts(53_850_000, 3574)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `CreditRecords::Pending` (r:1 w:0)
	/// Proof: `CreditRecords::Pending` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::QueuedFor` (r:0 w:1)
	/// Proof: `CreditRecords::QueuedFor` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn pass_day() -> Weight {
		// At least 11_641_000 picoseconds.
		Weight::from_parts(13_966_000, 3556)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

// For tests.
impl WeightInfo for () {
	fn register_sources(n: u32) -> Weight {
		Weight::from_parts(56_465_000, 3617)
			.saturating_add(Weight::from_parts(10_517_162, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2571).saturating_mul(n.into()))
	}
	fn submit_record() -> Weight {
		Weight::from_parts(210_113_000, 6044)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn submit_batch(n: u32) -> Weight {
		Weight::from_parts(745_464_754, 3617)
			.saturating_add(Weight::from_parts(188_543_460, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().reads((6_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
			.saturating_add(ParityDbWeight::get().writes((4_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 5054).saturating_mul(n.into()))
	}
	fn end_import() -> Weight {
		Weight::from_parts(22_261_000, 1493)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn settle_nothing() -> Weight {
		Weight::from_parts(15_900_000, 1493)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn settle_record() -> Weight {
		Weight::from_parts(53_850_000, 3574)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn pass_day() -> Weight {
		Weight::from_parts(13_966_000, 3556)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
