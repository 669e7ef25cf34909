//! What the work of `pallet_credit_score` costs, as estimated; `scripts/weights` measures it and writes this file.

#![allow(missing_docs, clippy::unnecessary_cast, clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame::{deps::frame_support::weights::constants::ParityDbWeight, prelude::*};

/// The weights that the pallet needs.
pub trait WeightInfo {
	fn leave_nothing() -> Weight;
	fn leave() -> Weight;
	fn pass_half_year() -> Weight;
	fn migrate_subject() -> Weight;
}

/// The weights of a runtime, with its own costs of the database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn leave_nothing() -> Weight {
		Weight::from_parts(10_000_000, 1493).saturating_add(T::DbWeight::get().reads(1_u64))
	}
	fn leave() -> Weight {
		Weight::from_parts(200_000_000, 30_000)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn pass_half_year() -> Weight {
		Weight::from_parts(20_000_000, 3529)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn migrate_subject() -> Weight {
		Weight::from_parts(100_000_000, 30_000)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

// For mocks, with the costs of ParityDB.
impl WeightInfo for () {
	fn leave_nothing() -> Weight {
		Weight::from_parts(10_000_000, 1493).saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn leave() -> Weight {
		Weight::from_parts(200_000_000, 30_000)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn pass_half_year() -> Weight {
		Weight::from_parts(20_000_000, 3529)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn migrate_subject() -> Weight {
		Weight::from_parts(100_000_000, 30_000)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
