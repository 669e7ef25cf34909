//! What the calls of `pallet_consortium` cost, as measured. Do not edit: `scripts/weights` writes this file.
//!
//! Measured on 2026-11-21 with 20 steps and 10 repetitions on AMD EPYC.

#![allow(missing_docs, clippy::unnecessary_cast, clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame::{deps::frame_support::weights::constants::ParityDbWeight, prelude::*};

/// The weights that the pallet needs.
pub trait WeightInfo {
	fn admit_member(m: u32) -> Weight;
	fn remove_member(m: u32) -> Weight;
	fn grant_role() -> Weight;
	fn withdraw_role(m: u32) -> Weight;
	fn new_session(m: u32) -> Weight;
}

/// The weights of a runtime, with its own costs of the database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Consortium::Members` (r:101 w:1)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::LegalEntities` (r:1 w:1)
	/// Proof: `Consortium::LegalEntities` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::CounterForMembers` (r:1 w:1)
	/// Proof: `Consortium::CounterForMembers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Council::Proposals` (r:1 w:0)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::NextKeys` (r:1 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Members` (r:0 w:1)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `m` is `[1, 100]`.
	fn admit_member(m: u32) -> Weight {
		// At least 92_643_000 picoseconds.
		Weight::from_parts(151_917_303, 4460)
			// Standard error: 123_238
			.saturating_add(Weight::from_parts(2_496_752, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 2627).saturating_mul(m.into()))
	}
	/// Storage: `Consortium::Members` (r:101 w:1)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::CounterForMembers` (r:1 w:1)
	/// Proof: `Consortium::CounterForMembers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:100 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Proposals` (r:1 w:0)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Consortium::LegalEntities` (r:0 w:1)
	/// Proof: `Consortium::LegalEntities` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Council::Members` (r:0 w:1)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `m` is `[2, 100]`.
	fn remove_member(m: u32) -> Weight {
		// At least 90_519_000 picoseconds.
		Weight::from_parts(91_481_000, 3617)
			// Standard error: 1_517_924
			.saturating_add(Weight::from_parts(30_558_607, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 2748).saturating_mul(m.into()))
	}
	/// Storage: `Consortium::Members` (r:1 w:1)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:1 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn grant_role() -> Weight {
		// At least 40_977_000 picoseconds.
		Weight::from_parts(48_139_000, 4099)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Consortium::Members` (r:101 w:1)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:100 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Consortium::CounterForMembers` (r:1 w:0)
	/// Proof: `Consortium::CounterForMembers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[2, 100]`.
	fn withdraw_role(m: u32) -> Weight {
		// At least 70_322_000 picoseconds.
		Weight::from_parts(72_836_000, 3617)
			// Standard error: 1_553_632
			.saturating_add(Weight::from_parts(30_612_498, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 2748).saturating_mul(m.into()))
	}
	/// Storage: `Consortium::CounterForMembers` (r:1 w:0)
	/// Proof: `Consortium::CounterForMembers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Members` (r:101 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:100 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Consortium::PlannedValidators` (r:1 w:1)
	/// Proof: `Consortium::PlannedValidators` (`max_values`: Some(1), `max_size`: Some(3202), added: 3697, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 100]`.
	fn new_session(m: u32) -> Weight {
		// At least 41_017_000 picoseconds.
		Weight::from_parts(43_010_000, 4687)
			// Standard error: 1_778_369
			.saturating_add(Weight::from_parts(37_343_869, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 2748).saturating_mul(m.into()))
	}
}

// For tests.
impl WeightInfo for () {
	fn admit_member(m: u32) -> Weight {
		Weight::from_parts(151_917_303, 4460)
			.saturating_add(Weight::from_parts(2_496_752, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 2627).saturating_mul(m.into()))
	}
	fn remove_member(m: u32) -> Weight {
		Weight::from_parts(91_481_000, 3617)
			.saturating_add(Weight::from_parts(30_558_607, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 2748).saturating_mul(m.into()))
	}
	fn grant_role() -> Weight {
		Weight::from_parts(48_139_000, 4099)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn withdraw_role(m: u32) -> Weight {
		Weight::from_parts(72_836_000, 3617)
			.saturating_add(Weight::from_parts(30_612_498, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 2748).saturating_mul(m.into()))
	}
	fn new_session(m: u32) -> Weight {
		Weight::from_parts(43_010_000, 4687)
			.saturating_add(Weight::from_parts(37_343_869, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 2748).saturating_mul(m.into()))
	}
}
