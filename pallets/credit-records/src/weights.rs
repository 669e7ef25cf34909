//! What calls and settlements cost.
//!
//! Estimated from reads and writes; `scripts/weights` measures them.

#![allow(missing_docs)]

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

/// Weights for the Hanse runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn register_sources(n: u32) -> Weight {
		<() as WeightInfo>::register_sources(n)
	}
	fn submit_record() -> Weight {
		<() as WeightInfo>::submit_record()
	}
	fn submit_batch(n: u32) -> Weight {
		<() as WeightInfo>::submit_batch(n)
	}
	fn end_import() -> Weight {
		<() as WeightInfo>::end_import()
	}
	fn settle_nothing() -> Weight {
		<() as WeightInfo>::settle_nothing()
	}
	fn settle_record() -> Weight {
		<() as WeightInfo>::settle_record()
	}
	fn pass_day() -> Weight {
		<() as WeightInfo>::pass_day()
	}
}

impl WeightInfo for () {
	fn register_sources(n: u32) -> Weight {
		let db = ParityDbWeight::get();
		Weight::from_parts(20_000_000, 0)
			.saturating_add(Weight::from_parts(5_000_000, 0).saturating_mul(n.into()))
			.saturating_add(db.reads_writes(2, 1))
			.saturating_add(db.reads_writes(1, 1).saturating_mul(n.into()))
	}
	fn submit_record() -> Weight {
		Self::submit_batch(1)
	}
	fn submit_batch(n: u32) -> Weight {
		let db = ParityDbWeight::get();
		Weight::from_parts(40_000_000, 0)
			.saturating_add(Weight::from_parts(100_000_000, 0).saturating_mul(n.into()))
			.saturating_add(db.reads_writes(7, 4))
			.saturating_add(db.reads_writes(6, 5).saturating_mul(n.into()))
	}
	fn end_import() -> Weight {
		Weight::from_parts(20_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(2, 2))
	}
	fn settle_nothing() -> Weight {
		Weight::from_parts(10_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(4, 2))
	}
	fn settle_record() -> Weight {
		Weight::from_parts(30_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(4, 3))
	}
	fn pass_day() -> Weight {
		Weight::from_parts(10_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(1, 1))
	}
}
