//! What the calls of `pallet_credit_score` cost, as measured. Do not edit: `scripts/weights` writes this file.
//!
//! Measured on 2026-11-22 with 10 steps and 5 repetitions on AMD EPYC.

#![allow(missing_docs, clippy::unnecessary_cast, clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame::{deps::frame_support::weights::constants::ParityDbWeight, prelude::*};

/// The weights that the pallet needs.
pub trait WeightInfo {
	fn schedule_parameters() -> Weight;
	fn cancel_parameters() -> Weight;
	fn refresh(v: u32) -> Weight;
	fn set_profile() -> Weight;
	fn remove_profile() -> Weight;
	fn await_parameters() -> Weight;
	fn bring_into_force() -> Weight;
	fn leave_nothing() -> Weight;
	fn leave(v: u32) -> Weight;
	fn pass_half_year() -> Weight;
	fn tell_nothing() -> Weight;
	fn tell_subject(v: u32) -> Weight;
	fn sweep_nothing() -> Weight;
	fn sweep_subject(v: u32) -> Weight;
	fn catch_up(v: u32) -> Weight;
	fn follow_record(v: u32) -> Weight;
	fn migrate_subject() -> Weight;
	fn announce_subject() -> Weight;
}

/// The weights of a runtime, with its own costs of the database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `CreditScore::Scheduled` (r:1 w:1)
	/// Proof: `CreditScore::Scheduled` (`max_values`: Some(1), `max_size`: Some(1894), added: 2389, mode: `MaxEncodedLen`)
	/// Storage: `SessionLength::Length` (r:1 w:0)
	/// Proof: `SessionLength::Length` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::SweptEra` (r:1 w:0)
	/// Proof: `CreditScore::SweptEra` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn schedule_parameters() -> Weight {
		// At least 32_781_000 picoseconds.
		Weight::from_parts(57_838_000, 3379)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `CreditScore::Scheduled` (r:1 w:1)
	/// Proof: `CreditScore::Scheduled` (`max_values`: Some(1), `max_size`: Some(1894), added: 2389, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	fn cancel_parameters() -> Weight {
		// At least 23_444_000 picoseconds.
		Weight::from_parts(49_382_000, 3379)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `TradeNetwork::Accounts` (r:1 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Importing` (r:1 w:0)
	/// Proof: `CreditRecords::Importing` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Clock` (r:1 w:0)
	/// Proof: `CreditRecords::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::WaitingPages` (r:1 w:1)
	/// Proof: `CreditScore::WaitingPages` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Waiting` (r:1 w:1)
	/// Proof: `CreditScore::Waiting` (`max_values`: None, `max_size`: Some(2062), added: 4537, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[0, 1134]`.
	fn refresh(v: u32) -> Weight {
		// At least 70_612_000 picoseconds.
		Weight::from_parts(160_139_928, 38327)
			// Standard error: 1_485
			.saturating_add(Weight::from_parts(232_128, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:1 w:0)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Profiles` (r:1 w:1)
	/// Proof: `CreditScore::Profiles` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	fn set_profile() -> Weight {
		// At least 46_237_000 picoseconds.
		Weight::from_parts(95_830_000, 3654)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `CreditScore::Profiles` (r:1 w:1)
	/// Proof: `CreditScore::Profiles` (`max_values`: None, `max_size`: Some(95), added: 2570, mode: `MaxEncodedLen`)
	fn remove_profile() -> Weight {
		// At least 19_847_000 picoseconds.
		Weight::from_parts(42_830_000, 3560)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `CreditScore::Scheduled` (r:1 w:0)
	/// Proof: `CreditScore::Scheduled` (`max_values`: Some(1), `max_size`: Some(1894), added: 2389, mode: `MaxEncodedLen`)
	fn await_parameters() -> Weight {
		// At least 6_141_000 picoseconds.
		Weight::from_parts(13_906_000, 3379).saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `CreditScore::Scheduled` (r:1 w:1)
	/// Proof: `CreditScore::Scheduled` (`max_values`: Some(1), `max_size`: Some(1894), added: 2389, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:1)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Importing` (r:1 w:0)
	/// Proof: `CreditRecords::Importing` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Clock` (r:1 w:0)
	/// Proof: `CreditRecords::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Versions` (r:0 w:1)
	/// Proof: `CreditScore::Versions` (`max_values`: None, `max_size`: Some(1914), added: 4389, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Sweep` (r:0 w:1)
	/// Proof: `CreditScore::Sweep` (`max_values`: Some(1), `max_size`: Some(42), added: 537, mode: `MaxEncodedLen`)
	fn bring_into_force() -> Weight {
		// At least 32_490_000 picoseconds.
		Weight::from_parts(65_402_000, 3379)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `CreditScore::LeavingCursor` (r:1 w:0)
	/// Proof: `CreditScore::LeavingCursor` (`max_values`: Some(1), `max_size`: Some(6), added: 501, mode: `MaxEncodedLen`)
	fn leave_nothing() -> Weight {
		// At least 4_789_000 picoseconds.
		Weight::from_parts(7_444_000, 1491).saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `CreditScore::LeavingCursor` (r:1 w:1)
	/// Proof: `CreditScore::LeavingCursor` (`max_values`: Some(1), `max_size`: Some(6), added: 501, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Leaving` (r:1 w:1)
	/// Proof: `CreditScore::Leaving` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::WaitingPages` (r:1 w:1)
	/// Proof: `CreditScore::WaitingPages` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Waiting` (r:1 w:1)
	/// Proof: `CreditScore::Waiting` (`max_values`: None, `max_size`: Some(2062), added: 4537, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[0, 1134]`.
	fn leave(v: u32) -> Weight {
		// At least 66_985_000 picoseconds.
		Weight::from_parts(118_342_128, 38327)
			// Standard error: 2_267
			.saturating_add(Weight::from_parts(171_728, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `CreditScore::LeavingCursor` (r:1 w:1)
	/// Proof: `CreditScore::LeavingCursor` (`max_values`: Some(1), `max_size`: Some(6), added: 501, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Leaving` (r:1 w:0)
	/// Proof: `CreditScore::Leaving` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::LeavingCount` (r:0 w:1)
	/// Proof: `CreditScore::LeavingCount` (`max_values`: None, `max_size`: Some(14), added: 2489, mode: `MaxEncodedLen`)
	fn pass_half_year() -> Weight {
		// At least 14_507_000 picoseconds.
		Weight::from_parts(22_602_000, 3519)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `CreditScore::WaitingPages` (r:1 w:0)
	/// Proof: `CreditScore::WaitingPages` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn tell_nothing() -> Weight {
		// At least 3_898_000 picoseconds.
		Weight::from_parts(6_202_000, 1493).saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `CreditScore::WaitingPages` (r:1 w:1)
	/// Proof: `CreditScore::WaitingPages` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Importing` (r:1 w:0)
	/// Proof: `CreditRecords::Importing` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Clock` (r:1 w:0)
	/// Proof: `CreditRecords::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Waiting` (r:1 w:1)
	/// Proof: `CreditScore::Waiting` (`max_values`: None, `max_size`: Some(2062), added: 4537, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:1 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::History` (r:1 w:1)
	/// Proof: `CreditScore::History` (`max_values`: None, `max_size`: Some(1313), added: 3788, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::Lines` (r:1 w:0)
	/// Proof: `CreditLines::Lines` (`max_values`: None, `max_size`: Some(1585), added: 4060, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[0, 1134]`.
	fn tell_subject(v: u32) -> Weight {
		// At least 86_000_000 picoseconds.
		Weight::from_parts(184_717_860, 38327)
			// Standard error: 2_801
			.saturating_add(Weight::from_parts(229_773, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `CreditScore::Sweep` (r:1 w:0)
	/// Proof: `CreditScore::Sweep` (`max_values`: Some(1), `max_size`: Some(42), added: 537, mode: `MaxEncodedLen`)
	fn sweep_nothing() -> Weight {
		// At least 4_800_000 picoseconds.
		Weight::from_parts(12_644_000, 1527).saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `CreditScore::Sweep` (r:1 w:1)
	/// Proof: `CreditScore::Sweep` (`max_values`: Some(1), `max_size`: Some(42), added: 537, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Importing` (r:1 w:0)
	/// Proof: `CreditRecords::Importing` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Clock` (r:1 w:0)
	/// Proof: `CreditRecords::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:2 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:1 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::WaitingPages` (r:1 w:1)
	/// Proof: `CreditScore::WaitingPages` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Waiting` (r:1 w:1)
	/// Proof: `CreditScore::Waiting` (`max_values`: None, `max_size`: Some(2062), added: 4537, mode: `MaxEncodedLen`)
	/// The range of component `v` is `[0, 1134]`.
	fn sweep_subject(v: u32) -> Weight {
		// At least 68_067_000 picoseconds.
		Weight::from_parts(141_922_955, 75664)
			// Standard error: 1_983
			.saturating_add(Weight::from_parts(225_183, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// The range of component `v` is `[0, 1134]`.
	fn catch_up(v: u32) -> Weight {
		// At least 4_629_000 picoseconds.
		Weight::from_parts(99_609_911, 0)
			// Standard error: 3_562
			.saturating_add(Weight::from_parts(753_227, 0).saturating_mul(v.into()))
	}
	/// The range of component `v` is `[0, 1134]`.
	fn follow_record(v: u32) -> Weight {
		// At least 11_812_000 picoseconds.
		Weight::from_parts(19_872_593, 0)
			// Standard error: 42
			.saturating_add(Weight::from_parts(9_530, 0).saturating_mul(v.into()))
	}
	/// Storage: `CreditScore::Subjects` (r:2 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	fn migrate_subject() -> Weight {
		// At least 46_447_000 picoseconds.
		Weight::from_parts(87_774_000, 75664)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `CreditScore::Subjects` (r:2 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	fn announce_subject() -> Weight {
		// At least 132_969_000 picoseconds.
		Weight::from_parts(250_037_000, 75664)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

// For tests.
impl WeightInfo for () {
	fn schedule_parameters() -> Weight {
		Weight::from_parts(57_838_000, 3379)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn cancel_parameters() -> Weight {
		Weight::from_parts(49_382_000, 3379)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn refresh(v: u32) -> Weight {
		Weight::from_parts(160_139_928, 38327)
			.saturating_add(Weight::from_parts(232_128, 0).saturating_mul(v.into()))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_profile() -> Weight {
		Weight::from_parts(95_830_000, 3654)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove_profile() -> Weight {
		Weight::from_parts(42_830_000, 3560)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn await_parameters() -> Weight {
		Weight::from_parts(13_906_000, 3379).saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn bring_into_force() -> Weight {
		Weight::from_parts(65_402_000, 3379)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn leave_nothing() -> Weight {
		Weight::from_parts(7_444_000, 1491).saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn leave(v: u32) -> Weight {
		Weight::from_parts(118_342_128, 38327)
			.saturating_add(Weight::from_parts(171_728, 0).saturating_mul(v.into()))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn pass_half_year() -> Weight {
		Weight::from_parts(22_602_000, 3519)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn tell_nothing() -> Weight {
		Weight::from_parts(6_202_000, 1493).saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn tell_subject(v: u32) -> Weight {
		Weight::from_parts(184_717_860, 38327)
			.saturating_add(Weight::from_parts(229_773, 0).saturating_mul(v.into()))
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn sweep_nothing() -> Weight {
		Weight::from_parts(12_644_000, 1527).saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn sweep_subject(v: u32) -> Weight {
		Weight::from_parts(141_922_955, 75664)
			.saturating_add(Weight::from_parts(225_183, 0).saturating_mul(v.into()))
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn catch_up(v: u32) -> Weight {
		Weight::from_parts(99_609_911, 0)
			.saturating_add(Weight::from_parts(753_227, 0).saturating_mul(v.into()))
	}
	fn follow_record(v: u32) -> Weight {
		Weight::from_parts(19_872_593, 0)
			.saturating_add(Weight::from_parts(9_530, 0).saturating_mul(v.into()))
	}
	fn migrate_subject() -> Weight {
		Weight::from_parts(87_774_000, 75664)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn announce_subject() -> Weight {
		Weight::from_parts(250_037_000, 75664)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
