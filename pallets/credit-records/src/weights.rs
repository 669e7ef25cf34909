//! What the calls of `pallet_credit_records` cost, as measured. Do not edit: `scripts/weights` writes this file.
//!
//! Measured on 2026-11-22 with 10 steps and 5 repetitions on AMD EPYC.

#![allow(missing_docs, clippy::unnecessary_cast, clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame::{deps::frame_support::weights::constants::ParityDbWeight, prelude::*};

/// The weights that the pallet needs.
pub trait WeightInfo {
	fn register_sources(n: u32) -> Weight;
	fn submit_record() -> Weight;
	fn submit_batch(n: u32) -> Weight;
	fn count_subjects(s: u32, v: u32) -> Weight;
	fn count_sources(p: u32) -> Weight;
	fn submit_confirmed(n: u32) -> Weight;
	fn end_import() -> Weight;
	fn confirm_record() -> Weight;
	fn set_schema() -> Weight;
	fn set_rules() -> Weight;
	fn settle_nothing() -> Weight;
	fn settle_chunk(n: u32) -> Weight;
	fn settle_subjects(s: u32, v: u32) -> Weight;
	fn settle_sources(p: u32) -> Weight;
	fn pass_day() -> Weight;
	fn check_evidence() -> Weight;
	fn migrate_entry() -> Weight;
	fn post_bond() -> Weight;
	fn release_bond() -> Weight;
	fn withdraw_bond() -> Weight;
	fn report_contradiction() -> Weight;
	fn object() -> Weight;
	fn answer_objection() -> Weight;
	fn withdraw_record() -> Weight;
	fn withdraw_objection() -> Weight;
	fn review_upheld() -> Weight;
	fn review_dismissed() -> Weight;
	fn close_objection() -> Weight;
	fn agenda_nothing() -> Weight;
	fn agenda_page() -> Weight;
	fn agenda_entry() -> Weight;
	fn agenda_day() -> Weight;
}

/// The weights of a runtime, with its own costs of the database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:1 w:0)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Sources` (r:2048 w:2048)
	/// Proof: `CreditRecords::Sources` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::SourceCount` (r:1 w:1)
	/// Proof: `CreditRecords::SourceCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 2048]`.
	fn register_sources(n: u32) -> Weight {
		// At least 49_844_000 picoseconds.
		Weight::from_parts(54_502_000, 3654)
			// Standard error: 43_727
			.saturating_add(Weight::from_parts(5_833_919, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2571).saturating_mul(n.into()))
	}
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:1 w:0)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Streams` (r:1 w:1)
	/// Proof: `CreditRecords::Streams` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Importing` (r:1 w:0)
	/// Proof: `CreditRecords::Importing` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Rules` (r:1 w:0)
	/// Proof: `CreditRecords::Rules` (`max_values`: Some(1), `max_size`: Some(79), added: 574, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Clock` (r:1 w:1)
	/// Proof: `CreditRecords::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Cursor` (r:1 w:1)
	/// Proof: `CreditRecords::Cursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::PendingCount` (r:1 w:1)
	/// Proof: `CreditRecords::PendingCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Bonds` (r:1 w:0)
	/// Proof: `CreditRecords::Bonds` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Sources` (r:1 w:0)
	/// Proof: `CreditRecords::Sources` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:2 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Schemas` (r:1 w:0)
	/// Proof: `CreditRecords::Schemas` (`max_values`: None, `max_size`: Some(37), added: 2512, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::WaitingPages` (r:1 w:1)
	/// Proof: `CreditScore::WaitingPages` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::QueuedFor` (r:1 w:1)
	/// Proof: `CreditRecords::QueuedFor` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Waiting` (r:0 w:1)
	/// Proof: `CreditScore::Waiting` (`max_values`: None, `max_size`: Some(2062), added: 4537, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Batches` (r:0 w:1)
	/// Proof: `CreditRecords::Batches` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Pending` (r:0 w:1)
	/// Proof: `CreditRecords::Pending` (`max_values`: None, `max_size`: Some(2169), added: 4644, mode: `MaxEncodedLen`)
	fn submit_record() -> Weight {
		// At least 224_589_000 picoseconds.
		Weight::from_parts(259_475_000, 38327)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:1 w:0)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Streams` (r:1 w:1)
	/// Proof: `CreditRecords::Streams` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Importing` (r:1 w:0)
	/// Proof: `CreditRecords::Importing` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Rules` (r:1 w:0)
	/// Proof: `CreditRecords::Rules` (`max_values`: Some(1), `max_size`: Some(79), added: 574, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Clock` (r:1 w:1)
	/// Proof: `CreditRecords::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Cursor` (r:1 w:1)
	/// Proof: `CreditRecords::Cursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::PendingCount` (r:1 w:1)
	/// Proof: `CreditRecords::PendingCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Bonds` (r:5 w:0)
	/// Proof: `CreditRecords::Bonds` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Sources` (r:1 w:0)
	/// Proof: `CreditRecords::Sources` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:2 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Schemas` (r:17 w:0)
	/// Proof: `CreditRecords::Schemas` (`max_values`: None, `max_size`: Some(37), added: 2512, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::WaitingPages` (r:1 w:1)
	/// Proof: `CreditScore::WaitingPages` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::QueuedFor` (r:1 w:1)
	/// Proof: `CreditRecords::QueuedFor` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Waiting` (r:0 w:1)
	/// Proof: `CreditScore::Waiting` (`max_values`: None, `max_size`: Some(2062), added: 4537, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Batches` (r:0 w:1)
	/// Proof: `CreditRecords::Batches` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Pending` (r:0 w:64)
	/// Proof: `CreditRecords::Pending` (`max_values`: None, `max_size`: Some(2169), added: 4644, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 2048]`.
	fn submit_batch(n: u32) -> Weight {
		// At least 243_214_000 picoseconds.
		Weight::from_parts(775_777_764, 38327)
			// Standard error: 94_521
			.saturating_add(Weight::from_parts(6_236_851, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(31_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
			.saturating_add(Weight::from_parts(0, 10).saturating_mul(n.into()))
	}
	/// Storage: `TradeNetwork::Accounts` (r:64 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:64 w:64)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::WaitingPages` (r:1 w:1)
	/// Proof: `CreditScore::WaitingPages` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Waiting` (r:0 w:1)
	/// Proof: `CreditScore::Waiting` (`max_values`: None, `max_size`: Some(2062), added: 4537, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[1, 64]`.
	/// The range of component `v` is `[0, 1134]`.
	fn count_subjects(s: u32, v: u32) -> Weight {
		// At least 202_739_000 picoseconds.
		Weight::from_parts(221_623_791, 3375)
			// Standard error: 1_855_517
			.saturating_add(Weight::from_parts(57_502_045, 0).saturating_mul(s.into()))
			// Standard error: 103_084
			.saturating_add(Weight::from_parts(218_751, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 37337).saturating_mul(s.into()))
	}
	/// Storage: `CreditRecords::Sources` (r:64 w:0)
	/// Proof: `CreditRecords::Sources` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:64 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[0, 64]`.
	fn count_sources(p: u32) -> Weight {
		// At least 350_000 picoseconds.
		Weight::from_parts(12_447_243, 990)
			// Standard error: 61_354
			.saturating_add(Weight::from_parts(12_850_640, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2571).saturating_mul(p.into()))
	}
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:1 w:0)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Streams` (r:1 w:1)
	/// Proof: `CreditRecords::Streams` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Importing` (r:1 w:0)
	/// Proof: `CreditRecords::Importing` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Rules` (r:1 w:0)
	/// Proof: `CreditRecords::Rules` (`max_values`: Some(1), `max_size`: Some(79), added: 574, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Clock` (r:1 w:1)
	/// Proof: `CreditRecords::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Cursor` (r:1 w:1)
	/// Proof: `CreditRecords::Cursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::PendingCount` (r:1 w:1)
	/// Proof: `CreditRecords::PendingCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Bonds` (r:1 w:0)
	/// Proof: `CreditRecords::Bonds` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Sources` (r:1 w:0)
	/// Proof: `CreditRecords::Sources` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:2 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Schemas` (r:1 w:0)
	/// Proof: `CreditRecords::Schemas` (`max_values`: None, `max_size`: Some(37), added: 2512, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::WaitingPages` (r:1 w:1)
	/// Proof: `CreditScore::WaitingPages` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::QueuedFor` (r:1 w:1)
	/// Proof: `CreditRecords::QueuedFor` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Waiting` (r:0 w:1)
	/// Proof: `CreditScore::Waiting` (`max_values`: None, `max_size`: Some(2062), added: 4537, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Batches` (r:0 w:1)
	/// Proof: `CreditRecords::Batches` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Pending` (r:0 w:16)
	/// Proof: `CreditRecords::Pending` (`max_values`: None, `max_size`: Some(2169), added: 4644, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 512]`.
	fn submit_confirmed(n: u32) -> Weight {
		// At least 830_371_000 picoseconds.
		Weight::from_parts(2_418_405_135, 38327)
			// Standard error: 4_191_970
			.saturating_add(Weight::from_parts(138_349_470, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `CreditRecords::Importing` (r:1 w:1)
	/// Proof: `CreditRecords::Importing` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Clock` (r:1 w:1)
	/// Proof: `CreditRecords::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn end_import() -> Weight {
		// At least 17_833_000 picoseconds.
		Weight::from_parts(36_559_000, 1493)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `CreditRecords::Batches` (r:1 w:0)
	/// Proof: `CreditRecords::Batches` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:3 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Sources` (r:1 w:0)
	/// Proof: `CreditRecords::Sources` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:1 w:0)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Schemas` (r:1 w:0)
	/// Proof: `CreditRecords::Schemas` (`max_values`: None, `max_size`: Some(37), added: 2512, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Raised` (r:1 w:1)
	/// Proof: `CreditRecords::Raised` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Importing` (r:1 w:0)
	/// Proof: `CreditRecords::Importing` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Clock` (r:1 w:0)
	/// Proof: `CreditRecords::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Objections` (r:1 w:0)
	/// Proof: `CreditRecords::Objections` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Decisions` (r:1 w:0)
	/// Proof: `CreditRecords::Decisions` (`max_values`: None, `max_size`: Some(147), added: 2622, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaCursor` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaPages` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaPages` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Agenda` (r:0 w:1)
	/// Proof: `CreditRecords::Agenda` (`max_values`: None, `max_size`: Some(10266), added: 12741, mode: `MaxEncodedLen`)
	fn confirm_record() -> Weight {
		// At least 374_339_000 picoseconds.
		Weight::from_parts(633_774_000, 38327)
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `CreditRecords::Schemas` (r:1 w:1)
	/// Proof: `CreditRecords::Schemas` (`max_values`: None, `max_size`: Some(37), added: 2512, mode: `MaxEncodedLen`)
	fn set_schema() -> Weight {
		// At least 23_193_000 picoseconds.
		Weight::from_parts(41_157_000, 3502)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `CreditRecords::Rules` (r:1 w:1)
	/// Proof: `CreditRecords::Rules` (`max_values`: Some(1), `max_size`: Some(79), added: 574, mode: `MaxEncodedLen`)
	fn set_rules() -> Weight {
		// At least 17_533_000 picoseconds.
		Weight::from_parts(30_988_000, 1564)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `CreditRecords::Cursor` (r:1 w:1)
	/// Proof: `CreditRecords::Cursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::PendingCount` (r:1 w:1)
	/// Proof: `CreditRecords::PendingCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Importing` (r:1 w:0)
	/// Proof: `CreditRecords::Importing` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Clock` (r:1 w:0)
	/// Proof: `CreditRecords::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	fn settle_nothing() -> Weight {
		// At least 12_533_000 picoseconds.
		Weight::from_parts(20_378_000, 3375)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `CreditRecords::Pending` (r:1 w:1)
	/// Proof: `CreditRecords::Pending` (`max_values`: None, `max_size`: Some(2169), added: 4644, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:0)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Sources` (r:1 w:1)
	/// Proof: `CreditRecords::Sources` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 32]`.
	fn settle_chunk(n: u32) -> Weight {
		// At least 132_848_000 picoseconds.
		Weight::from_parts(243_771_119, 38327)
			// Standard error: 1_143_570
			.saturating_add(Weight::from_parts(1_299_274, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:32 w:0)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[1, 32]`.
	/// The range of component `v` is `[0, 1134]`.
	fn settle_subjects(s: u32, v: u32) -> Weight {
		// At least 105_948_000 picoseconds.
		Weight::from_parts(42_983_149, 3375)
			// Standard error: 677_044
			.saturating_add(Weight::from_parts(9_938_944, 0).saturating_mul(s.into()))
			// Standard error: 18_814
			.saturating_add(Weight::from_parts(88_468, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 37337).saturating_mul(s.into()))
	}
	/// Storage: `CreditRecords::Sources` (r:64 w:64)
	/// Proof: `CreditRecords::Sources` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[0, 64]`.
	fn settle_sources(p: u32) -> Weight {
		// At least 330_000 picoseconds.
		Weight::from_parts(19_335_413, 990)
			// Standard error: 76_866
			.saturating_add(Weight::from_parts(10_864_997, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2571).saturating_mul(p.into()))
	}
	/// Storage: `CreditRecords::Pending` (r:1 w:0)
	/// Proof: `CreditRecords::Pending` (`max_values`: None, `max_size`: Some(2169), added: 4644, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::QueuedFor` (r:0 w:1)
	/// Proof: `CreditRecords::QueuedFor` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn pass_day() -> Weight {
		// At least 9_168_000 picoseconds.
		Weight::from_parts(18_073_000, 5634)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:1 w:0)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Streams` (r:1 w:0)
	/// Proof: `CreditRecords::Streams` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Used` (r:1 w:1)
	/// Proof: `CreditRecords::Used` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Importing` (r:1 w:0)
	/// Proof: `CreditRecords::Importing` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Rules` (r:1 w:0)
	/// Proof: `CreditRecords::Rules` (`max_values`: Some(1), `max_size`: Some(79), added: 574, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Bonds` (r:1 w:0)
	/// Proof: `CreditRecords::Bonds` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	fn check_evidence() -> Weight {
		// At least 55_965_000 picoseconds.
		Weight::from_parts(95_929_000, 3654)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `CreditRecords::Pending` (r:2 w:1)
	/// Proof: `CreditRecords::Pending` (`max_values`: None, `max_size`: Some(2169), added: 4644, mode: `MaxEncodedLen`)
	fn migrate_entry() -> Weight {
		// At least 21_570_000 picoseconds.
		Weight::from_parts(34_093_000, 10278)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:1 w:0)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Bonds` (r:1 w:1)
	/// Proof: `CreditRecords::Bonds` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn post_bond() -> Weight {
		// At least 111_398_000 picoseconds.
		Weight::from_parts(197_018_000, 3730)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `CreditRecords::Bonds` (r:1 w:1)
	/// Proof: `CreditRecords::Bonds` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Rules` (r:1 w:0)
	/// Proof: `CreditRecords::Rules` (`max_values`: Some(1), `max_size`: Some(79), added: 574, mode: `MaxEncodedLen`)
	fn release_bond() -> Weight {
		// At least 30_117_000 picoseconds.
		Weight::from_parts(54_571_000, 3551)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `CreditRecords::Bonds` (r:1 w:1)
	/// Proof: `CreditRecords::Bonds` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn withdraw_bond() -> Weight {
		// At least 80_710_000 picoseconds.
		Weight::from_parts(160_360_000, 3730)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `CreditRecords::Rules` (r:1 w:0)
	/// Proof: `CreditRecords::Rules` (`max_values`: Some(1), `max_size`: Some(79), added: 574, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:3 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Sources` (r:2 w:1)
	/// Proof: `CreditRecords::Sources` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Decisions` (r:2 w:2)
	/// Proof: `CreditRecords::Decisions` (`max_values`: None, `max_size`: Some(147), added: 2622, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Batches` (r:2 w:0)
	/// Proof: `CreditRecords::Batches` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Objections` (r:2 w:0)
	/// Proof: `CreditRecords::Objections` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Raised` (r:2 w:0)
	/// Proof: `CreditRecords::Raised` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Importing` (r:1 w:0)
	/// Proof: `CreditRecords::Importing` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Clock` (r:1 w:0)
	/// Proof: `CreditRecords::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaCursor` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaPages` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaPages` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Bonds` (r:1 w:1)
	/// Proof: `CreditRecords::Bonds` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Agenda` (r:0 w:1)
	/// Proof: `CreditRecords::Agenda` (`max_values`: None, `max_size`: Some(10266), added: 12741, mode: `MaxEncodedLen`)
	fn report_contradiction() -> Weight {
		// At least 939_615_000 picoseconds.
		Weight::from_parts(1_632_549_000, 38327)
			.saturating_add(T::DbWeight::get().reads(25_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	/// Storage: `CreditRecords::Rules` (r:1 w:0)
	/// Proof: `CreditRecords::Rules` (`max_values`: Some(1), `max_size`: Some(79), added: 574, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:1 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Objections` (r:1 w:1)
	/// Proof: `CreditRecords::Objections` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Decisions` (r:1 w:0)
	/// Proof: `CreditRecords::Decisions` (`max_values`: None, `max_size`: Some(147), added: 2622, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::OpenObjections` (r:1 w:1)
	/// Proof: `CreditRecords::OpenObjections` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Batches` (r:1 w:0)
	/// Proof: `CreditRecords::Batches` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::FreeObjectionsUsed` (r:1 w:0)
	/// Proof: `CreditRecords::FreeObjectionsUsed` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Bonds` (r:1 w:1)
	/// Proof: `CreditRecords::Bonds` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Raised` (r:1 w:0)
	/// Proof: `CreditRecords::Raised` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Importing` (r:1 w:0)
	/// Proof: `CreditRecords::Importing` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Clock` (r:1 w:0)
	/// Proof: `CreditRecords::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaCursor` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaPages` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaPages` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Agenda` (r:1 w:1)
	/// Proof: `CreditRecords::Agenda` (`max_values`: None, `max_size`: Some(10266), added: 12741, mode: `MaxEncodedLen`)
	fn object() -> Weight {
		// At least 472_973_000 picoseconds.
		Weight::from_parts(771_160_000, 38327)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `CreditRecords::Objections` (r:1 w:1)
	/// Proof: `CreditRecords::Objections` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Rules` (r:1 w:0)
	/// Proof: `CreditRecords::Rules` (`max_values`: Some(1), `max_size`: Some(79), added: 574, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaCursor` (r:1 w:0)
	/// Proof: `CreditRecords::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaPages` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaPages` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Agenda` (r:1 w:1)
	/// Proof: `CreditRecords::Agenda` (`max_values`: None, `max_size`: Some(10266), added: 12741, mode: `MaxEncodedLen`)
	fn answer_objection() -> Weight {
		// At least 86_812_000 picoseconds.
		Weight::from_parts(132_538_000, 13731)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `CreditRecords::Decisions` (r:1 w:1)
	/// Proof: `CreditRecords::Decisions` (`max_values`: None, `max_size`: Some(147), added: 2622, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Objections` (r:1 w:0)
	/// Proof: `CreditRecords::Objections` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Batches` (r:1 w:0)
	/// Proof: `CreditRecords::Batches` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Raised` (r:1 w:0)
	/// Proof: `CreditRecords::Raised` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Importing` (r:1 w:0)
	/// Proof: `CreditRecords::Importing` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Clock` (r:1 w:0)
	/// Proof: `CreditRecords::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaCursor` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaPages` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaPages` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Agenda` (r:0 w:1)
	/// Proof: `CreditRecords::Agenda` (`max_values`: None, `max_size`: Some(10266), added: 12741, mode: `MaxEncodedLen`)
	fn withdraw_record() -> Weight {
		// At least 437_427_000 picoseconds.
		Weight::from_parts(693_585_000, 38327)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `CreditRecords::Objections` (r:1 w:1)
	/// Proof: `CreditRecords::Objections` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:1 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Bonds` (r:1 w:1)
	/// Proof: `CreditRecords::Bonds` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Raised` (r:1 w:0)
	/// Proof: `CreditRecords::Raised` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Importing` (r:1 w:0)
	/// Proof: `CreditRecords::Importing` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Clock` (r:1 w:0)
	/// Proof: `CreditRecords::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::OpenObjections` (r:1 w:1)
	/// Proof: `CreditRecords::OpenObjections` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaCursor` (r:1 w:0)
	/// Proof: `CreditRecords::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaPages` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaPages` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Agenda` (r:0 w:1)
	/// Proof: `CreditRecords::Agenda` (`max_values`: None, `max_size`: Some(10266), added: 12741, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Decisions` (r:0 w:1)
	/// Proof: `CreditRecords::Decisions` (`max_values`: None, `max_size`: Some(147), added: 2622, mode: `MaxEncodedLen`)
	fn withdraw_objection() -> Weight {
		// At least 387_814_000 picoseconds.
		Weight::from_parts(634_435_000, 38327)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:1 w:0)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Objections` (r:1 w:1)
	/// Proof: `CreditRecords::Objections` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:4 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Rules` (r:1 w:0)
	/// Proof: `CreditRecords::Rules` (`max_values`: Some(1), `max_size`: Some(79), added: 574, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Bonds` (r:1 w:1)
	/// Proof: `CreditRecords::Bonds` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Sources` (r:1 w:1)
	/// Proof: `CreditRecords::Sources` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::OpenObjections` (r:1 w:1)
	/// Proof: `CreditRecords::OpenObjections` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaCursor` (r:1 w:0)
	/// Proof: `CreditRecords::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaPages` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaPages` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Agenda` (r:0 w:1)
	/// Proof: `CreditRecords::Agenda` (`max_values`: None, `max_size`: Some(10266), added: 12741, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Decisions` (r:0 w:1)
	/// Proof: `CreditRecords::Decisions` (`max_values`: None, `max_size`: Some(147), added: 2622, mode: `MaxEncodedLen`)
	fn review_upheld() -> Weight {
		// At least 377_826_000 picoseconds.
		Weight::from_parts(633_142_000, 38327)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:1 w:0)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Objections` (r:1 w:1)
	/// Proof: `CreditRecords::Objections` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:4 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Bonds` (r:1 w:1)
	/// Proof: `CreditRecords::Bonds` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Raised` (r:1 w:0)
	/// Proof: `CreditRecords::Raised` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Current` (r:1 w:0)
	/// Proof: `CreditScore::Current` (`max_values`: Some(1), `max_size`: Some(1890), added: 2385, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Importing` (r:1 w:0)
	/// Proof: `CreditRecords::Importing` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Clock` (r:1 w:0)
	/// Proof: `CreditRecords::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::OpenObjections` (r:1 w:1)
	/// Proof: `CreditRecords::OpenObjections` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaCursor` (r:1 w:0)
	/// Proof: `CreditRecords::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaPages` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaPages` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Agenda` (r:0 w:1)
	/// Proof: `CreditRecords::Agenda` (`max_values`: None, `max_size`: Some(10266), added: 12741, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Decisions` (r:0 w:1)
	/// Proof: `CreditRecords::Decisions` (`max_values`: None, `max_size`: Some(147), added: 2622, mode: `MaxEncodedLen`)
	fn review_dismissed() -> Weight {
		// At least 425_825_000 picoseconds.
		Weight::from_parts(733_620_000, 38327)
			.saturating_add(T::DbWeight::get().reads(20_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `CreditRecords::Objections` (r:1 w:1)
	/// Proof: `CreditRecords::Objections` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Bonds` (r:1 w:1)
	/// Proof: `CreditRecords::Bonds` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::OpenObjections` (r:1 w:1)
	/// Proof: `CreditRecords::OpenObjections` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaCursor` (r:1 w:0)
	/// Proof: `CreditRecords::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaPages` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaPages` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Agenda` (r:0 w:1)
	/// Proof: `CreditRecords::Agenda` (`max_values`: None, `max_size`: Some(10266), added: 12741, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Decisions` (r:0 w:1)
	/// Proof: `CreditRecords::Decisions` (`max_values`: None, `max_size`: Some(147), added: 2622, mode: `MaxEncodedLen`)
	fn close_objection() -> Weight {
		// At least 142_917_000 picoseconds.
		Weight::from_parts(171_250_000, 4558)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `CreditRecords::AgendaCursor` (r:1 w:0)
	/// Proof: `CreditRecords::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn agenda_nothing() -> Weight {
		// At least 7_002_000 picoseconds.
		Weight::from_parts(13_034_000, 1493).saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `CreditRecords::AgendaCursor` (r:1 w:0)
	/// Proof: `CreditRecords::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaPages` (r:1 w:0)
	/// Proof: `CreditRecords::AgendaPages` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Agenda` (r:1 w:1)
	/// Proof: `CreditRecords::Agenda` (`max_values`: None, `max_size`: Some(10266), added: 12741, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Objections` (r:1 w:0)
	/// Proof: `CreditRecords::Objections` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Decisions` (r:1 w:0)
	/// Proof: `CreditRecords::Decisions` (`max_values`: None, `max_size`: Some(147), added: 2622, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Raised` (r:0 w:1)
	/// Proof: `CreditRecords::Raised` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	fn agenda_page() -> Weight {
		// At least 41_548_000 picoseconds.
		Weight::from_parts(67_326_000, 13731)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `CreditRecords::Objections` (r:1 w:1)
	/// Proof: `CreditRecords::Objections` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Bonds` (r:1 w:1)
	/// Proof: `CreditRecords::Bonds` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::OpenObjections` (r:1 w:1)
	/// Proof: `CreditRecords::OpenObjections` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaCursor` (r:1 w:0)
	/// Proof: `CreditRecords::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaPages` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaPages` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Agenda` (r:0 w:1)
	/// Proof: `CreditRecords::Agenda` (`max_values`: None, `max_size`: Some(10266), added: 12741, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Decisions` (r:0 w:1)
	/// Proof: `CreditRecords::Decisions` (`max_values`: None, `max_size`: Some(147), added: 2622, mode: `MaxEncodedLen`)
	fn agenda_entry() -> Weight {
		// At least 129_161_000 picoseconds.
		Weight::from_parts(234_387_000, 4558)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `CreditRecords::AgendaCursor` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaPages` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaPages` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn agenda_day() -> Weight {
		// At least 15_699_000 picoseconds.
		Weight::from_parts(32_751_000, 3481)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

// For tests.
impl WeightInfo for () {
	fn register_sources(n: u32) -> Weight {
		Weight::from_parts(54_502_000, 3654)
			.saturating_add(Weight::from_parts(5_833_919, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2571).saturating_mul(n.into()))
	}
	fn submit_record() -> Weight {
		Weight::from_parts(259_475_000, 38327)
			.saturating_add(ParityDbWeight::get().reads(18_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn submit_batch(n: u32) -> Weight {
		Weight::from_parts(775_777_764, 38327)
			.saturating_add(Weight::from_parts(6_236_851, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(31_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
			.saturating_add(Weight::from_parts(0, 10).saturating_mul(n.into()))
	}
	fn count_subjects(s: u32, v: u32) -> Weight {
		Weight::from_parts(221_623_791, 3375)
			.saturating_add(Weight::from_parts(57_502_045, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(218_751, 0).saturating_mul(v.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 37337).saturating_mul(s.into()))
	}
	fn count_sources(p: u32) -> Weight {
		Weight::from_parts(12_447_243, 990)
			.saturating_add(Weight::from_parts(12_850_640, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2571).saturating_mul(p.into()))
	}
	fn submit_confirmed(n: u32) -> Weight {
		Weight::from_parts(2_418_405_135, 38327)
			.saturating_add(Weight::from_parts(138_349_470, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn end_import() -> Weight {
		Weight::from_parts(36_559_000, 1493)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn confirm_record() -> Weight {
		Weight::from_parts(633_774_000, 38327)
			.saturating_add(ParityDbWeight::get().reads(18_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn set_schema() -> Weight {
		Weight::from_parts(41_157_000, 3502)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_rules() -> Weight {
		Weight::from_parts(30_988_000, 1564)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn settle_nothing() -> Weight {
		Weight::from_parts(20_378_000, 3375)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn settle_chunk(n: u32) -> Weight {
		Weight::from_parts(243_771_119, 38327)
			.saturating_add(Weight::from_parts(1_299_274, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn settle_subjects(s: u32, v: u32) -> Weight {
		Weight::from_parts(42_983_149, 3375)
			.saturating_add(Weight::from_parts(9_938_944, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(88_468, 0).saturating_mul(v.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 37337).saturating_mul(s.into()))
	}
	fn settle_sources(p: u32) -> Weight {
		Weight::from_parts(19_335_413, 990)
			.saturating_add(Weight::from_parts(10_864_997, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2571).saturating_mul(p.into()))
	}
	fn pass_day() -> Weight {
		Weight::from_parts(18_073_000, 5634)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn check_evidence() -> Weight {
		Weight::from_parts(95_929_000, 3654)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn migrate_entry() -> Weight {
		Weight::from_parts(34_093_000, 10278)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn post_bond() -> Weight {
		Weight::from_parts(197_018_000, 3730)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn release_bond() -> Weight {
		Weight::from_parts(54_571_000, 3551)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn withdraw_bond() -> Weight {
		Weight::from_parts(160_360_000, 3730)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn report_contradiction() -> Weight {
		Weight::from_parts(1_632_549_000, 38327)
			.saturating_add(ParityDbWeight::get().reads(25_u64))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
	}
	fn object() -> Weight {
		Weight::from_parts(771_160_000, 38327)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn answer_objection() -> Weight {
		Weight::from_parts(132_538_000, 13731)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn withdraw_record() -> Weight {
		Weight::from_parts(693_585_000, 38327)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn withdraw_objection() -> Weight {
		Weight::from_parts(634_435_000, 38327)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn review_upheld() -> Weight {
		Weight::from_parts(633_142_000, 38327)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn review_dismissed() -> Weight {
		Weight::from_parts(733_620_000, 38327)
			.saturating_add(ParityDbWeight::get().reads(20_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn close_objection() -> Weight {
		Weight::from_parts(171_250_000, 4558)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn agenda_nothing() -> Weight {
		Weight::from_parts(13_034_000, 1493).saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn agenda_page() -> Weight {
		Weight::from_parts(67_326_000, 13731)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn agenda_entry() -> Weight {
		Weight::from_parts(234_387_000, 4558)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn agenda_day() -> Weight {
		Weight::from_parts(32_751_000, 3481)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
}
