//! What the calls of `pallet_consortium` cost, as measured. Do not edit: `scripts/weights` writes this file.
//!
//! Measured on 2026-11-21 with 10 steps and 5 repetitions on AMD EPYC.

#![allow(missing_docs, clippy::unnecessary_cast, clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame::{deps::frame_support::weights::constants::ParityDbWeight, prelude::*};

/// The weights that the pallet needs.
pub trait WeightInfo {
	fn admit_member(m: u32) -> Weight;
	fn remove_member(m: u32) -> Weight;
	fn grant_role() -> Weight;
	fn withdraw_role(m: u32) -> Weight;
	fn apply() -> Weight;
	fn withdraw_application() -> Weight;
	fn clear_application() -> Weight;
	fn reject_application() -> Weight;
	fn sponsor_application() -> Weight;
	fn withdraw_sponsorship() -> Weight;
	fn suspend_member(m: u32) -> Weight;
	fn suspend_provisionally(m: u32) -> Weight;
	fn reinstate_member(m: u32) -> Weight;
	fn resign(m: u32) -> Weight;
	fn register_nodes(n: u32) -> Weight;
	fn set_min_validators(m: u32) -> Weight;
	fn new_session(m: u32) -> Weight;
	fn on_offence(m: u32) -> Weight;
}

/// The weights of a runtime, with its own costs of the database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Consortium::Applications` (r:1 w:1)
	/// Proof: `Consortium::Applications` (`max_values`: None, `max_size`: Some(221), added: 2696, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Members` (r:101 w:1)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:2 w:0)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::LegalEntities` (r:1 w:1)
	/// Proof: `Consortium::LegalEntities` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::CounterForMembers` (r:1 w:1)
	/// Proof: `Consortium::CounterForMembers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::CounterForApplications` (r:1 w:1)
	/// Proof: `Consortium::CounterForApplications` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Council::Proposals` (r:1 w:0)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::NextKeys` (r:1 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Members` (r:0 w:1)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `m` is `[2, 100]`.
	fn admit_member(m: u32) -> Weight {
		// At least 106_830_000 picoseconds.
		Weight::from_parts(183_218_399, 6122)
			// Standard error: 125_844
			.saturating_add(Weight::from_parts(4_217_816, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(7_u64))
			.saturating_add(Weight::from_parts(0, 2664).saturating_mul(m.into()))
	}
	/// Storage: `Consortium::Members` (r:101 w:1)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:2 w:1)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:100 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Attendance::Absent` (r:100 w:1)
	/// Proof: `Attendance::Absent` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::MinimumValidators` (r:1 w:0)
	/// Proof: `Consortium::MinimumValidators` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::CounterForMembers` (r:1 w:1)
	/// Proof: `Consortium::CounterForMembers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Council::Proposals` (r:1 w:0)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Consortium::Nodes` (r:0 w:1)
	/// Proof: `Consortium::Nodes` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::LegalEntities` (r:0 w:1)
	/// Proof: `Consortium::LegalEntities` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::ProvisionalUntil` (r:0 w:1)
	/// Proof: `Consortium::ProvisionalUntil` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Council::Members` (r:0 w:1)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `m` is `[2, 100]`.
	fn remove_member(m: u32) -> Weight {
		// At least 211_015_000 picoseconds.
		Weight::from_parts(327_016_603, 6122)
			// Standard error: 813_424
			.saturating_add(Weight::from_parts(30_431_855, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(11_u64))
			.saturating_add(Weight::from_parts(0, 2799).saturating_mul(m.into()))
	}
	/// Storage: `Consortium::Members` (r:1 w:1)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:1 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn grant_role() -> Weight {
		// At least 42_971_000 picoseconds.
		Weight::from_parts(79_078_000, 4160)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Consortium::Members` (r:101 w:1)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:2 w:0)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:100 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Attendance::Absent` (r:100 w:0)
	/// Proof: `Attendance::Absent` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::MinimumValidators` (r:1 w:0)
	/// Proof: `Consortium::MinimumValidators` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::CounterForMembers` (r:1 w:0)
	/// Proof: `Consortium::CounterForMembers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[2, 100]`.
	fn withdraw_role(m: u32) -> Weight {
		// At least 97_141_000 picoseconds.
		Weight::from_parts(144_298_138, 6122)
			// Standard error: 336_525
			.saturating_add(Weight::from_parts(24_699_542, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 2793).saturating_mul(m.into()))
	}
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::LegalEntities` (r:1 w:0)
	/// Proof: `Consortium::LegalEntities` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Applications` (r:1 w:1)
	/// Proof: `Consortium::Applications` (`max_values`: None, `max_size`: Some(221), added: 2696, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::CounterForApplications` (r:1 w:1)
	/// Proof: `Consortium::CounterForApplications` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	fn apply() -> Weight {
		// At least 102_751_000 picoseconds.
		Weight::from_parts(113_923_000, 3686)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Consortium::Applications` (r:1 w:1)
	/// Proof: `Consortium::Applications` (`max_values`: None, `max_size`: Some(221), added: 2696, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::CounterForApplications` (r:1 w:1)
	/// Proof: `Consortium::CounterForApplications` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	fn withdraw_application() -> Weight {
		// At least 82_654_000 picoseconds.
		Weight::from_parts(94_917_000, 3686)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Consortium::Applications` (r:1 w:1)
	/// Proof: `Consortium::Applications` (`max_values`: None, `max_size`: Some(221), added: 2696, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::CounterForApplications` (r:1 w:1)
	/// Proof: `Consortium::CounterForApplications` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn clear_application() -> Weight {
		// At least 91_560_000 picoseconds.
		Weight::from_parts(139_310_000, 3686)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Consortium::Applications` (r:1 w:1)
	/// Proof: `Consortium::Applications` (`max_values`: None, `max_size`: Some(221), added: 2696, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::CounterForApplications` (r:1 w:1)
	/// Proof: `Consortium::CounterForApplications` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn reject_application() -> Weight {
		// At least 70_252_000 picoseconds.
		Weight::from_parts(118_100_000, 3686)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Consortium::Members` (r:2 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:2 w:0)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Applications` (r:1 w:1)
	/// Proof: `Consortium::Applications` (`max_values`: None, `max_size`: Some(221), added: 2696, mode: `MaxEncodedLen`)
	fn sponsor_application() -> Weight {
		// At least 55_845_000 picoseconds.
		Weight::from_parts(97_031_000, 6318)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Consortium::Applications` (r:1 w:1)
	/// Proof: `Consortium::Applications` (`max_values`: None, `max_size`: Some(221), added: 2696, mode: `MaxEncodedLen`)
	fn withdraw_sponsorship() -> Weight {
		// At least 32_692_000 picoseconds.
		Weight::from_parts(54_562_000, 3686)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Consortium::Members` (r:101 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:2 w:1)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:100 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Attendance::Absent` (r:100 w:0)
	/// Proof: `Attendance::Absent` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::MinimumValidators` (r:1 w:0)
	/// Proof: `Consortium::MinimumValidators` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::ProvisionalUntil` (r:1 w:0)
	/// Proof: `Consortium::ProvisionalUntil` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::CounterForSuspensions` (r:1 w:1)
	/// Proof: `Consortium::CounterForSuspensions` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Council::Proposals` (r:1 w:0)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Consortium::CounterForMembers` (r:1 w:0)
	/// Proof: `Consortium::CounterForMembers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Council::Members` (r:0 w:1)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `m` is `[2, 100]`.
	fn suspend_member(m: u32) -> Weight {
		// At least 149_369_000 picoseconds.
		Weight::from_parts(251_993_669, 6122)
			// Standard error: 674_737
			.saturating_add(Weight::from_parts(30_588_301, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(Weight::from_parts(0, 2793).saturating_mul(m.into()))
	}
	/// Storage: `Consortium::Members` (r:101 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:2 w:1)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::ProvisionalUntil` (r:1 w:1)
	/// Proof: `Consortium::ProvisionalUntil` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::CounterForMembers` (r:1 w:0)
	/// Proof: `Consortium::CounterForMembers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:100 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Attendance::Absent` (r:100 w:0)
	/// Proof: `Attendance::Absent` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::MinimumValidators` (r:1 w:0)
	/// Proof: `Consortium::MinimumValidators` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::CounterForSuspensions` (r:1 w:1)
	/// Proof: `Consortium::CounterForSuspensions` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[3, 100]`.
	fn suspend_provisionally(m: u32) -> Weight {
		// At least 137_617_000 picoseconds.
		Weight::from_parts(169_673_570, 6122)
			// Standard error: 729_491
			.saturating_add(Weight::from_parts(23_666_574, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 2793).saturating_mul(m.into()))
	}
	/// Storage: `Consortium::Members` (r:101 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:2 w:1)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::CounterForSuspensions` (r:1 w:1)
	/// Proof: `Consortium::CounterForSuspensions` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::ProvisionalUntil` (r:1 w:0)
	/// Proof: `Consortium::ProvisionalUntil` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Council::Proposals` (r:1 w:0)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Members` (r:0 w:1)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `m` is `[2, 100]`.
	fn reinstate_member(m: u32) -> Weight {
		// At least 70_792_000 picoseconds.
		Weight::from_parts(141_649_673, 6122)
			// Standard error: 118_230
			.saturating_add(Weight::from_parts(2_844_717, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(Weight::from_parts(0, 2664).saturating_mul(m.into()))
	}
	/// Storage: `Consortium::Members` (r:101 w:1)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:2 w:1)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:100 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Attendance::Absent` (r:100 w:1)
	/// Proof: `Attendance::Absent` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::MinimumValidators` (r:1 w:0)
	/// Proof: `Consortium::MinimumValidators` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::CounterForMembers` (r:1 w:1)
	/// Proof: `Consortium::CounterForMembers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Council::Proposals` (r:1 w:0)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Consortium::Nodes` (r:0 w:1)
	/// Proof: `Consortium::Nodes` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::LegalEntities` (r:0 w:1)
	/// Proof: `Consortium::LegalEntities` (`max_values`: None, `max_size`: Some(68), added: 2543, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::ProvisionalUntil` (r:0 w:1)
	/// Proof: `Consortium::ProvisionalUntil` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Council::Members` (r:0 w:1)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// Proof: `Council::Prime` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `m` is `[2, 100]`.
	fn resign(m: u32) -> Weight {
		// At least 212_667_000 picoseconds.
		Weight::from_parts(178_022_063, 6122)
			// Standard error: 875_366
			.saturating_add(Weight::from_parts(34_986_843, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(11_u64))
			.saturating_add(Weight::from_parts(0, 2799).saturating_mul(m.into()))
	}
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Nodes` (r:0 w:1)
	/// Proof: `Consortium::Nodes` (`max_values`: None, `max_size`: Some(561), added: 3036, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[0, 16]`.
	fn register_nodes(n: u32) -> Weight {
		// At least 25_347_000 picoseconds.
		Weight::from_parts(39_207_043, 3654)
			// Standard error: 20_556
			.saturating_add(Weight::from_parts(313_845, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Consortium::Suspensions` (r:1 w:0)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Members` (r:101 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:100 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Attendance::Absent` (r:100 w:0)
	/// Proof: `Attendance::Absent` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::MinimumValidators` (r:1 w:1)
	/// Proof: `Consortium::MinimumValidators` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::CounterForMembers` (r:1 w:0)
	/// Proof: `Consortium::CounterForMembers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 100]`.
	fn set_min_validators(m: u32) -> Weight {
		// At least 56_415_000 picoseconds.
		Weight::from_parts(139_774_297, 3654)
			// Standard error: 544_650
			.saturating_add(Weight::from_parts(23_373_670, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 2793).saturating_mul(m.into()))
	}
	/// Storage: `Consortium::CounterForMembers` (r:1 w:0)
	/// Proof: `Consortium::CounterForMembers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:101 w:100)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::CounterForSuspensions` (r:1 w:1)
	/// Proof: `Consortium::CounterForSuspensions` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Members` (r:101 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:100 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Attendance::Absent` (r:100 w:0)
	/// Proof: `Attendance::Absent` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::PlannedValidators` (r:1 w:1)
	/// Proof: `Consortium::PlannedValidators` (`max_values`: Some(1), `max_size`: Some(3202), added: 3697, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 100]`.
	fn new_session(m: u32) -> Weight {
		// At least 101_119_000 picoseconds.
		Weight::from_parts(722_593, 4687)
			// Standard error: 1_911_635
			.saturating_add(Weight::from_parts(60_327_398, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 2881).saturating_mul(m.into()))
	}
	/// Storage: `Consortium::CounterForMembers` (r:1 w:0)
	/// Proof: `Consortium::CounterForMembers` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Session::DisabledValidators` (r:1 w:0)
	/// Proof: `Session::DisabledValidators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Consortium::Members` (r:101 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:2 w:1)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:100 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Attendance::Absent` (r:100 w:0)
	/// Proof: `Attendance::Absent` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::MinimumValidators` (r:1 w:0)
	/// Proof: `Consortium::MinimumValidators` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::ProvisionalUntil` (r:1 w:0)
	/// Proof: `Consortium::ProvisionalUntil` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::CounterForSuspensions` (r:1 w:1)
	/// Proof: `Consortium::CounterForSuspensions` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Council::Members` (r:1 w:0)
	/// Proof: `Council::Members` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::ProposalOf` (r:1 w:1)
	/// Proof: `Council::ProposalOf` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Council::Proposals` (r:1 w:1)
	/// Proof: `Council::Proposals` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Council::ProposalCount` (r:1 w:1)
	/// Proof: `Council::ProposalCount` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Council::Voting` (r:0 w:1)
	/// Proof: `Council::Voting` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// The range of component `m` is `[2, 100]`.
	fn on_offence(m: u32) -> Weight {
		// At least 250_808_000 picoseconds.
		Weight::from_parts(267_159_000, 6196)
			// Standard error: 4_344_544
			.saturating_add(Weight::from_parts(70_009_761, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(9_u64))
			.saturating_add(Weight::from_parts(0, 2834).saturating_mul(m.into()))
	}
}

// For tests.
impl WeightInfo for () {
	fn admit_member(m: u32) -> Weight {
		Weight::from_parts(183_218_399, 6122)
			.saturating_add(Weight::from_parts(4_217_816, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
			.saturating_add(Weight::from_parts(0, 2664).saturating_mul(m.into()))
	}
	fn remove_member(m: u32) -> Weight {
		Weight::from_parts(327_016_603, 6122)
			.saturating_add(Weight::from_parts(30_431_855, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
			.saturating_add(Weight::from_parts(0, 2799).saturating_mul(m.into()))
	}
	fn grant_role() -> Weight {
		Weight::from_parts(79_078_000, 4160)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn withdraw_role(m: u32) -> Weight {
		Weight::from_parts(144_298_138, 6122)
			.saturating_add(Weight::from_parts(24_699_542, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 2793).saturating_mul(m.into()))
	}
	fn apply() -> Weight {
		Weight::from_parts(113_923_000, 3686)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn withdraw_application() -> Weight {
		Weight::from_parts(94_917_000, 3686)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn clear_application() -> Weight {
		Weight::from_parts(139_310_000, 3686)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn reject_application() -> Weight {
		Weight::from_parts(118_100_000, 3686)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn sponsor_application() -> Weight {
		Weight::from_parts(97_031_000, 6318)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn withdraw_sponsorship() -> Weight {
		Weight::from_parts(54_562_000, 3686)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn suspend_member(m: u32) -> Weight {
		Weight::from_parts(251_993_669, 6122)
			.saturating_add(Weight::from_parts(30_588_301, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(Weight::from_parts(0, 2793).saturating_mul(m.into()))
	}
	fn suspend_provisionally(m: u32) -> Weight {
		Weight::from_parts(169_673_570, 6122)
			.saturating_add(Weight::from_parts(23_666_574, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 2793).saturating_mul(m.into()))
	}
	fn reinstate_member(m: u32) -> Weight {
		Weight::from_parts(141_649_673, 6122)
			.saturating_add(Weight::from_parts(2_844_717, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(Weight::from_parts(0, 2664).saturating_mul(m.into()))
	}
	fn resign(m: u32) -> Weight {
		Weight::from_parts(178_022_063, 6122)
			.saturating_add(Weight::from_parts(34_986_843, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
			.saturating_add(Weight::from_parts(0, 2799).saturating_mul(m.into()))
	}
	fn register_nodes(n: u32) -> Weight {
		Weight::from_parts(39_207_043, 3654)
			.saturating_add(Weight::from_parts(313_845, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_min_validators(m: u32) -> Weight {
		Weight::from_parts(139_774_297, 3654)
			.saturating_add(Weight::from_parts(23_373_670, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 2793).saturating_mul(m.into()))
	}
	fn new_session(m: u32) -> Weight {
		Weight::from_parts(722_593, 4687)
			.saturating_add(Weight::from_parts(60_327_398, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 2881).saturating_mul(m.into()))
	}
	fn on_offence(m: u32) -> Weight {
		Weight::from_parts(267_159_000, 6196)
			.saturating_add(Weight::from_parts(70_009_761, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(16_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
			.saturating_add(Weight::from_parts(0, 2834).saturating_mul(m.into()))
	}
}
