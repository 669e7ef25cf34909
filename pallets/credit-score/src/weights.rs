//! What the calls of `pallet_credit_score` cost, as measured. Do not edit: `scripts/weights` writes this file.
//!
//! Measured on 2026-11-22 with 10 steps and 5 repetitions on AMD EPYC.

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
	/// Storage: `CreditScore::LeavingCursor` (r:1 w:0)
	/// Proof: `CreditScore::LeavingCursor` (`max_values`: Some(1), `max_size`: Some(6), added: 501, mode: `MaxEncodedLen`)
	fn leave_nothing() -> Weight {
		// At least 4_749_000 picoseconds.
		Weight::from_parts(7_824_000, 1491).saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `CreditScore::LeavingCursor` (r:1 w:1)
	/// Proof: `CreditScore::LeavingCursor` (`max_values`: Some(1), `max_size`: Some(6), added: 501, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Leaving` (r:1 w:1)
	/// Proof: `CreditScore::Leaving` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34309), added: 36784, mode: `MaxEncodedLen`)
	fn leave() -> Weight {
		// At least 104_816_000 picoseconds.
		Weight::from_parts(175_899_000, 37774)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `CreditScore::LeavingCursor` (r:1 w:1)
	/// Proof: `CreditScore::LeavingCursor` (`max_values`: Some(1), `max_size`: Some(6), added: 501, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Leaving` (r:1 w:0)
	/// Proof: `CreditScore::Leaving` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::LeavingCount` (r:0 w:1)
	/// Proof: `CreditScore::LeavingCount` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	fn pass_half_year() -> Weight {
		// At least 10_810_000 picoseconds.
		Weight::from_parts(15_288_000, 3519)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `CreditScore::Subjects` (r:2 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34309), added: 36784, mode: `MaxEncodedLen`)
	fn migrate_subject() -> Weight {
		// At least 44_383_000 picoseconds.
		Weight::from_parts(72_195_000, 74558)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

// For tests.
impl WeightInfo for () {
	fn leave_nothing() -> Weight {
		Weight::from_parts(7_824_000, 1491).saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn leave() -> Weight {
		Weight::from_parts(175_899_000, 37774)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn pass_half_year() -> Weight {
		Weight::from_parts(15_288_000, 3519)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn migrate_subject() -> Weight {
		Weight::from_parts(72_195_000, 74558)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
