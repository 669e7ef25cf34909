//! What the calls of `pallet_attendance` cost, as measured. Do not edit: `scripts/weights` writes this file.
//!
//! Measured on 2026-11-21 with 10 steps and 5 repetitions on AMD EPYC.

#![allow(missing_docs, clippy::unnecessary_cast, clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame::{deps::frame_support::weights::constants::ParityDbWeight, prelude::*};

/// The weights that the pallet needs.
pub trait WeightInfo {
	fn return_to_service() -> Weight;
	fn set_tolerance() -> Weight;
	fn on_initialize(s: u32) -> Weight;
	fn end_session(a: u32) -> Weight;
}

/// The weights of a runtime, with its own costs of the database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Attendance::Absent` (r:1 w:1)
	/// Proof: `Attendance::Absent` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Attendance::CurrentTally` (r:1 w:1)
	/// Proof: `Attendance::CurrentTally` (`max_values`: Some(1), `max_size`: Some(906), added: 1401, mode: `MaxEncodedLen`)
	fn return_to_service() -> Weight {
		// At least 33_072_000 picoseconds.
		Weight::from_parts(55_363_000, 5924)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Attendance::Tolerance` (r:1 w:1)
	/// Proof: `Attendance::Tolerance` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn set_tolerance() -> Weight {
		// At least 12_624_000 picoseconds.
		Weight::from_parts(19_125_000, 1489)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Attendance::CurrentTally` (r:1 w:1)
	/// Proof: `Attendance::CurrentTally` (`max_values`: Some(1), `max_size`: Some(906), added: 1401, mode: `MaxEncodedLen`)
	/// Storage: `Attendance::LastSlot` (r:1 w:1)
	/// Proof: `Attendance::LastSlot` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Aura::Authorities` (r:1 w:0)
	/// Proof: `Aura::Authorities` (`max_values`: Some(1), `max_size`: Some(3202), added: 3697, mode: `MaxEncodedLen`)
	/// Storage: `Session::DisabledValidators` (r:1 w:0)
	/// Proof: `Session::DisabledValidators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `s` is `[0, 99]`.
	fn on_initialize(s: u32) -> Weight {
		// At least 18_525_000 picoseconds.
		Weight::from_parts(41_668_064, 9205)
			// Standard error: 4_192
			.saturating_add(Weight::from_parts(91_210, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 17).saturating_mul(s.into()))
	}
	/// Storage: `Attendance::CurrentTally` (r:1 w:1)
	/// Proof: `Attendance::CurrentTally` (`max_values`: Some(1), `max_size`: Some(906), added: 1401, mode: `MaxEncodedLen`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Attendance::Tolerance` (r:1 w:0)
	/// Proof: `Attendance::Tolerance` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:1 w:0)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Members` (r:102 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:101 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Attendance::Absent` (r:101 w:99)
	/// Proof: `Attendance::Absent` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::MinimumValidators` (r:1 w:0)
	/// Proof: `Consortium::MinimumValidators` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Attendance::LastSession` (r:0 w:1)
	/// Proof: `Attendance::LastSession` (`max_values`: Some(1), `max_size`: Some(4110), added: 4605, mode: `MaxEncodedLen`)
	/// The range of component `a` is `[1, 100]`.
	fn end_session(a: u32) -> Weight {
		// At least 16_671_000 picoseconds.
		Weight::from_parts(69_410_270, 6318)
			// Standard error: 519_510
			.saturating_add(Weight::from_parts(36_335_560, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(a.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(a.into())))
			.saturating_add(Weight::from_parts(0, 2782).saturating_mul(a.into()))
	}
}

// For tests.
impl WeightInfo for () {
	fn return_to_service() -> Weight {
		Weight::from_parts(55_363_000, 5924)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn set_tolerance() -> Weight {
		Weight::from_parts(19_125_000, 1489)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn on_initialize(s: u32) -> Weight {
		Weight::from_parts(41_668_064, 9205)
			.saturating_add(Weight::from_parts(91_210, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 17).saturating_mul(s.into()))
	}
	fn end_session(a: u32) -> Weight {
		Weight::from_parts(69_410_270, 6318)
			.saturating_add(Weight::from_parts(36_335_560, 0).saturating_mul(a.into()))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(a.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(a.into())))
			.saturating_add(Weight::from_parts(0, 2782).saturating_mul(a.into()))
	}
}
