//! What calls and lapses cost.
//!
//! Estimated from reads and writes; `scripts/weights` measures them.

#![allow(missing_docs)]

use core::marker::PhantomData;
use frame::{deps::frame_support::weights::constants::ParityDbWeight, prelude::*};

/// The weights that the pallet needs.
pub trait WeightInfo {
	fn accept_control() -> Weight;
	fn answer_proposal(s: u32) -> Weight;
	fn attest_enterprise() -> Weight;
	fn cancel_recovery() -> Weight;
	fn close_enterprise(n: u32) -> Weight;
	fn end_relationship(s: u32) -> Weight;
	fn finish_recovery() -> Weight;
	fn lapse_nothing() -> Weight;
	fn lapse_verification() -> Weight;
	fn note_order() -> Weight;
	fn offer_control() -> Weight;
	fn pass_day() -> Weight;
	fn propose_relationship() -> Weight;
	fn register_enterprise() -> Weight;
	fn revoke_attestation() -> Weight;
	fn sponsor_enterprise() -> Weight;
	fn start_recovery() -> Weight;
	fn submit_agreement(s: u32) -> Weight;
	fn submit_agreements(n: u32, s: u32) -> Weight;
	fn update_enterprise() -> Weight;
	fn withdraw_proposal() -> Weight;
}

/// Weights for the Hanse runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn accept_control() -> Weight {
		<() as WeightInfo>::accept_control()
	}
	fn answer_proposal(s: u32) -> Weight {
		<() as WeightInfo>::answer_proposal(s)
	}
	fn attest_enterprise() -> Weight {
		<() as WeightInfo>::attest_enterprise()
	}
	fn cancel_recovery() -> Weight {
		<() as WeightInfo>::cancel_recovery()
	}
	fn close_enterprise(n: u32) -> Weight {
		<() as WeightInfo>::close_enterprise(n)
	}
	fn end_relationship(s: u32) -> Weight {
		<() as WeightInfo>::end_relationship(s)
	}
	fn finish_recovery() -> Weight {
		<() as WeightInfo>::finish_recovery()
	}
	fn lapse_nothing() -> Weight {
		<() as WeightInfo>::lapse_nothing()
	}
	fn lapse_verification() -> Weight {
		<() as WeightInfo>::lapse_verification()
	}
	fn note_order() -> Weight {
		<() as WeightInfo>::note_order()
	}
	fn offer_control() -> Weight {
		<() as WeightInfo>::offer_control()
	}
	fn pass_day() -> Weight {
		<() as WeightInfo>::pass_day()
	}
	fn propose_relationship() -> Weight {
		<() as WeightInfo>::propose_relationship()
	}
	fn register_enterprise() -> Weight {
		<() as WeightInfo>::register_enterprise()
	}
	fn revoke_attestation() -> Weight {
		<() as WeightInfo>::revoke_attestation()
	}
	fn sponsor_enterprise() -> Weight {
		<() as WeightInfo>::sponsor_enterprise()
	}
	fn start_recovery() -> Weight {
		<() as WeightInfo>::start_recovery()
	}
	fn submit_agreement(s: u32) -> Weight {
		<() as WeightInfo>::submit_agreement(s)
	}
	fn submit_agreements(n: u32, s: u32) -> Weight {
		<() as WeightInfo>::submit_agreements(n, s)
	}
	fn update_enterprise() -> Weight {
		<() as WeightInfo>::update_enterprise()
	}
	fn withdraw_proposal() -> Weight {
		<() as WeightInfo>::withdraw_proposal()
	}
}

impl WeightInfo for () {
	fn accept_control() -> Weight {
		Weight::from_parts(30_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(4, 4))
	}
	fn answer_proposal(s: u32) -> Weight {
		let db = ParityDbWeight::get();
		Weight::from_parts(90_000_000, 0)
			.saturating_add(db.reads_writes(13, 13))
			.saturating_add(Weight::from_parts(5_000_000, 0).saturating_mul(s.into()))
			.saturating_add(db.reads_writes(1, 1).saturating_mul(s.into()))
	}
	fn attest_enterprise() -> Weight {
		Weight::from_parts(40_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(6, 5))
	}
	fn cancel_recovery() -> Weight {
		Weight::from_parts(25_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(3, 1))
	}
	fn close_enterprise(n: u32) -> Weight {
		let db = ParityDbWeight::get();
		Weight::from_parts(50_000_000, 0)
			.saturating_add(db.reads_writes(7, 5))
			.saturating_add(Weight::from_parts(2_000_000, 0).saturating_mul(n.into()))
			.saturating_add(db.reads_writes(0, 1).saturating_mul(n.into()))
	}
	fn end_relationship(s: u32) -> Weight {
		let db = ParityDbWeight::get();
		Weight::from_parts(90_000_000, 0)
			.saturating_add(db.reads_writes(14, 15))
			.saturating_add(Weight::from_parts(5_000_000, 0).saturating_mul(s.into()))
			.saturating_add(db.reads_writes(1, 1).saturating_mul(s.into()))
	}
	fn finish_recovery() -> Weight {
		Weight::from_parts(35_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(6, 5))
	}
	fn lapse_nothing() -> Weight {
		Weight::from_parts(5_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(2, 0))
	}
	fn lapse_verification() -> Weight {
		Weight::from_parts(20_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(2, 2))
	}
	fn note_order() -> Weight {
		Weight::from_parts(40_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(9, 4))
	}
	fn offer_control() -> Weight {
		Weight::from_parts(25_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(4, 1))
	}
	fn pass_day() -> Weight {
		Weight::from_parts(5_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(1, 1))
	}
	fn propose_relationship() -> Weight {
		Weight::from_parts(50_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(12, 5))
	}
	fn register_enterprise() -> Weight {
		Weight::from_parts(50_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(8, 6))
	}
	fn revoke_attestation() -> Weight {
		Weight::from_parts(25_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(3, 2))
	}
	fn sponsor_enterprise() -> Weight {
		Weight::from_parts(150_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(10, 6))
	}
	fn start_recovery() -> Weight {
		Weight::from_parts(25_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(5, 1))
	}
	fn submit_agreement(s: u32) -> Weight {
		let db = ParityDbWeight::get();
		Weight::from_parts(300_000_000, 0)
			.saturating_add(db.reads_writes(15, 9))
			.saturating_add(Weight::from_parts(5_000_000, 0).saturating_mul(s.into()))
			.saturating_add(db.reads_writes(1, 1).saturating_mul(s.into()))
	}
	fn submit_agreements(n: u32, s: u32) -> Weight {
		let db = ParityDbWeight::get();
		Weight::from_parts(20_000_000, 0)
			.saturating_add(db.reads_writes(2, 2))
			.saturating_add(Weight::from_parts(280_000_000, 0).saturating_mul(n.into()))
			.saturating_add(db.reads_writes(13, 9).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(5_000_000, 0).saturating_mul(s.into()))
			.saturating_add(db.reads_writes(1, 1).saturating_mul(s.into()))
	}
	fn update_enterprise() -> Weight {
		Weight::from_parts(25_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(4, 1))
	}
	fn withdraw_proposal() -> Weight {
		Weight::from_parts(45_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(9, 5))
	}
}
