//! Weights for `pallet_consortium`
//!
//! PROVISIONAL: no benchmark has run yet. Derived from the storage that each call reads and writes,
//! in the shape in which the benchmark tool will replace this file.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]
#![allow(dead_code)]

use frame::weights_prelude::*;

/// Weight functions needed for `pallet_consortium`.
pub trait WeightInfo {
	fn admit_member(m: u32, ) -> Weight;
	fn remove_member(m: u32, ) -> Weight;
	fn grant_role() -> Weight;
	fn withdraw_role(m: u32, ) -> Weight;
	fn new_session(m: u32, ) -> Weight;
}

/// Weights for `pallet_consortium` by the runtime's database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Consortium::Members` (r:101 w:1)
	/// Storage: `Consortium::LegalEntities` (r:1 w:1)
	/// Storage: `Consortium::CounterForMembers` (r:1 w:1)
	/// Storage: `Council::Proposals` (r:1 w:0)
	/// Storage: `Session::NextKeys` (r:1 w:0)
	/// Storage: `Council::Members` (r:0 w:1)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// The range of component `m` is `[1, 100]`.
	fn admit_member(m: u32, ) -> Weight {
		Weight::from_parts(45_000_000, 6000)
			.saturating_add(Weight::from_parts(3_000_000, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 2700).saturating_mul(m.into()))
	}
	/// Storage: `Consortium::Members` (r:101 w:1)
	/// Storage: `Consortium::CounterForMembers` (r:1 w:1)
	/// Storage: `Session::NextKeys` (r:100 w:0)
	/// Storage: `Council::Proposals` (r:1 w:0)
	/// Storage: `Consortium::LegalEntities` (r:0 w:1)
	/// Storage: `Council::Members` (r:0 w:1)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// The range of component `m` is `[2, 100]`.
	fn remove_member(m: u32, ) -> Weight {
		Weight::from_parts(45_000_000, 6000)
			.saturating_add(Weight::from_parts(8_000_000, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 5400).saturating_mul(m.into()))
	}
	/// Storage: `Consortium::Members` (r:1 w:1)
	/// Storage: `Session::NextKeys` (r:1 w:0)
	fn grant_role() -> Weight {
		Weight::from_parts(20_000_000, 6000)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Consortium::Members` (r:101 w:1)
	/// Storage: `Consortium::CounterForMembers` (r:1 w:0)
	/// Storage: `Session::NextKeys` (r:100 w:0)
	/// The range of component `m` is `[1, 100]`.
	fn withdraw_role(m: u32, ) -> Weight {
		Weight::from_parts(25_000_000, 6000)
			.saturating_add(Weight::from_parts(7_000_000, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 5400).saturating_mul(m.into()))
	}
	/// Storage: `Consortium::Members` (r:101 w:0)
	/// Storage: `Consortium::CounterForMembers` (r:1 w:0)
	/// Storage: `Session::NextKeys` (r:100 w:0)
	/// Storage: `Consortium::PlannedValidators` (r:1 w:1)
	/// The range of component `m` is `[1, 100]`.
	fn new_session(m: u32, ) -> Weight {
		Weight::from_parts(20_000_000, 6000)
			.saturating_add(Weight::from_parts(7_000_000, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 5400).saturating_mul(m.into()))
	}
}

// For backwards compatibility and tests.
impl WeightInfo for () {
	/// Storage: `Consortium::Members` (r:101 w:1)
	/// Storage: `Consortium::LegalEntities` (r:1 w:1)
	/// Storage: `Consortium::CounterForMembers` (r:1 w:1)
	/// Storage: `Council::Proposals` (r:1 w:0)
	/// Storage: `Session::NextKeys` (r:1 w:0)
	/// Storage: `Council::Members` (r:0 w:1)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// The range of component `m` is `[1, 100]`.
	fn admit_member(m: u32, ) -> Weight {
		Weight::from_parts(45_000_000, 6000)
			.saturating_add(Weight::from_parts(3_000_000, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 2700).saturating_mul(m.into()))
	}
	/// Storage: `Consortium::Members` (r:101 w:1)
	/// Storage: `Consortium::CounterForMembers` (r:1 w:1)
	/// Storage: `Session::NextKeys` (r:100 w:0)
	/// Storage: `Council::Proposals` (r:1 w:0)
	/// Storage: `Consortium::LegalEntities` (r:0 w:1)
	/// Storage: `Council::Members` (r:0 w:1)
	/// Storage: `Council::Prime` (r:0 w:1)
	/// The range of component `m` is `[2, 100]`.
	fn remove_member(m: u32, ) -> Weight {
		Weight::from_parts(45_000_000, 6000)
			.saturating_add(Weight::from_parts(8_000_000, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 5400).saturating_mul(m.into()))
	}
	/// Storage: `Consortium::Members` (r:1 w:1)
	/// Storage: `Session::NextKeys` (r:1 w:0)
	fn grant_role() -> Weight {
		Weight::from_parts(20_000_000, 6000)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// Storage: `Consortium::Members` (r:101 w:1)
	/// Storage: `Consortium::CounterForMembers` (r:1 w:0)
	/// Storage: `Session::NextKeys` (r:100 w:0)
	/// The range of component `m` is `[1, 100]`.
	fn withdraw_role(m: u32, ) -> Weight {
		Weight::from_parts(25_000_000, 6000)
			.saturating_add(Weight::from_parts(7_000_000, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 5400).saturating_mul(m.into()))
	}
	/// Storage: `Consortium::Members` (r:101 w:0)
	/// Storage: `Consortium::CounterForMembers` (r:1 w:0)
	/// Storage: `Session::NextKeys` (r:100 w:0)
	/// Storage: `Consortium::PlannedValidators` (r:1 w:1)
	/// The range of component `m` is `[1, 100]`.
	fn new_session(m: u32, ) -> Weight {
		Weight::from_parts(20_000_000, 6000)
			.saturating_add(Weight::from_parts(7_000_000, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 5400).saturating_mul(m.into()))
	}
}
