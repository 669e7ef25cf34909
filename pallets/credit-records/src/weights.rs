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
	/// Storage: `CreditRecords::Sources` (r:2048 w:2048)
	/// Proof: `CreditRecords::Sources` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::SourceCount` (r:1 w:1)
	/// Proof: `CreditRecords::SourceCount` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 2048]`.
	fn register_sources(n: u32) -> Weight {
		// At least 43_933_000 picoseconds.
		Weight::from_parts(62_707_000, 3654)
			// Standard error: 61_395
			.saturating_add(Weight::from_parts(6_824_541, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
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
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34309), added: 36784, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::QueuedFor` (r:1 w:1)
	/// Proof: `CreditRecords::QueuedFor` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Batches` (r:0 w:1)
	/// Proof: `CreditRecords::Batches` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Pending` (r:0 w:1)
	/// Proof: `CreditRecords::Pending` (`max_values`: None, `max_size`: Some(2169), added: 4644, mode: `MaxEncodedLen`)
	fn submit_record() -> Weight {
		// At least 190_125_000 picoseconds.
		Weight::from_parts(344_854_000, 37774)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
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
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34309), added: 36784, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::QueuedFor` (r:1 w:1)
	/// Proof: `CreditRecords::QueuedFor` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Batches` (r:0 w:1)
	/// Proof: `CreditRecords::Batches` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Pending` (r:0 w:64)
	/// Proof: `CreditRecords::Pending` (`max_values`: None, `max_size`: Some(2169), added: 4644, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 2048]`.
	fn submit_batch(n: u32) -> Weight {
		// At least 209_361_000 picoseconds.
		Weight::from_parts(407_523_275, 37774)
			// Standard error: 54_100
			.saturating_add(Weight::from_parts(6_427_387, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(29_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
			.saturating_add(Weight::from_parts(0, 10).saturating_mul(n.into()))
	}
	/// Storage: `TradeNetwork::Accounts` (r:64 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:64 w:64)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34309), added: 36784, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[1, 64]`.
	/// The range of component `v` is `[0, 1134]`.
	fn count_subjects(s: u32, v: u32) -> Weight {
		// At least 147_576_000 picoseconds.
		Weight::from_parts(156_042_000, 990)
			// Standard error: 741_896
			.saturating_add(Weight::from_parts(25_239_918, 0).saturating_mul(s.into()))
			// Standard error: 41_944
			.saturating_add(Weight::from_parts(171_675, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 36784).saturating_mul(s.into()))
	}
	/// Storage: `CreditRecords::Sources` (r:64 w:0)
	/// Proof: `CreditRecords::Sources` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:64 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[0, 64]`.
	fn count_sources(p: u32) -> Weight {
		// At least 311_000 picoseconds.
		Weight::from_parts(14_555_507, 990)
			// Standard error: 58_546
			.saturating_add(Weight::from_parts(11_166_324, 0).saturating_mul(p.into()))
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
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34309), added: 36784, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::QueuedFor` (r:1 w:1)
	/// Proof: `CreditRecords::QueuedFor` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Batches` (r:0 w:1)
	/// Proof: `CreditRecords::Batches` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Pending` (r:0 w:16)
	/// Proof: `CreditRecords::Pending` (`max_values`: None, `max_size`: Some(2169), added: 4644, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 512]`.
	fn submit_confirmed(n: u32) -> Weight {
		// At least 481_409_000 picoseconds.
		Weight::from_parts(136_171_409, 37774)
			// Standard error: 3_485_812
			.saturating_add(Weight::from_parts(132_778_969, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `CreditRecords::Importing` (r:1 w:1)
	/// Proof: `CreditRecords::Importing` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Clock` (r:1 w:1)
	/// Proof: `CreditRecords::Clock` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn end_import() -> Weight {
		// At least 17_252_000 picoseconds.
		Weight::from_parts(35_596_000, 1493)
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
	/// Storage: `CreditRecords::AgendaCursor` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaPages` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaPages` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34309), added: 36784, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Agenda` (r:0 w:1)
	/// Proof: `CreditRecords::Agenda` (`max_values`: None, `max_size`: Some(10266), added: 12741, mode: `MaxEncodedLen`)
	fn confirm_record() -> Weight {
		// At least 408_252_000 picoseconds.
		Weight::from_parts(608_987_000, 37774)
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `CreditRecords::Schemas` (r:1 w:1)
	/// Proof: `CreditRecords::Schemas` (`max_values`: None, `max_size`: Some(37), added: 2512, mode: `MaxEncodedLen`)
	fn set_schema() -> Weight {
		// At least 22_512_000 picoseconds.
		Weight::from_parts(31_008_000, 3502)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `CreditRecords::Rules` (r:1 w:1)
	/// Proof: `CreditRecords::Rules` (`max_values`: Some(1), `max_size`: Some(79), added: 574, mode: `MaxEncodedLen`)
	fn set_rules() -> Weight {
		// At least 17_422_000 picoseconds.
		Weight::from_parts(34_464_000, 1564)
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
	fn settle_nothing() -> Weight {
		// At least 9_187_000 picoseconds.
		Weight::from_parts(17_222_000, 1493)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `CreditRecords::Pending` (r:1 w:1)
	/// Proof: `CreditRecords::Pending` (`max_values`: None, `max_size`: Some(2169), added: 4644, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:0)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34309), added: 36784, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Sources` (r:1 w:1)
	/// Proof: `CreditRecords::Sources` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 32]`.
	fn settle_chunk(n: u32) -> Weight {
		// At least 139_701_000 picoseconds.
		Weight::from_parts(208_525_505, 37774)
			// Standard error: 798_679
			.saturating_add(Weight::from_parts(2_758_328, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:32 w:0)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34309), added: 36784, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[1, 32]`.
	/// The range of component `v` is `[0, 1134]`.
	fn settle_subjects(s: u32, v: u32) -> Weight {
		// At least 99_045_000 picoseconds.
		Weight::from_parts(102_321_000, 1493)
			// Standard error: 416_257
			.saturating_add(Weight::from_parts(8_674_746, 0).saturating_mul(s.into()))
			// Standard error: 11_736
			.saturating_add(Weight::from_parts(87_972, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 36784).saturating_mul(s.into()))
	}
	/// Storage: `CreditRecords::Sources` (r:64 w:64)
	/// Proof: `CreditRecords::Sources` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// The range of component `p` is `[0, 64]`.
	fn settle_sources(p: u32) -> Weight {
		// At least 391_000 picoseconds.
		Weight::from_parts(4_782_252, 990)
			// Standard error: 70_402
			.saturating_add(Weight::from_parts(11_450_916, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2571).saturating_mul(p.into()))
	}
	/// Storage: `CreditRecords::Pending` (r:1 w:0)
	/// Proof: `CreditRecords::Pending` (`max_values`: None, `max_size`: Some(2169), added: 4644, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::QueuedFor` (r:0 w:1)
	/// Proof: `CreditRecords::QueuedFor` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn pass_day() -> Weight {
		// At least 9_157_000 picoseconds.
		Weight::from_parts(15_008_000, 5634)
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
		// At least 55_845_000 picoseconds.
		Weight::from_parts(94_226_000, 3654)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `CreditRecords::Pending` (r:2 w:1)
	/// Proof: `CreditRecords::Pending` (`max_values`: None, `max_size`: Some(2169), added: 4644, mode: `MaxEncodedLen`)
	fn migrate_entry() -> Weight {
		// At least 32_310_000 picoseconds.
		Weight::from_parts(39_944_000, 10278)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	fn post_bond() -> Weight {
		// At least 112_019_000 picoseconds.
		Weight::from_parts(196_086_000, 3712)
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
		// At least 30_287_000 picoseconds.
		Weight::from_parts(56_435_000, 3551)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	fn withdraw_bond() -> Weight {
		// At least 80_540_000 picoseconds.
		Weight::from_parts(117_018_000, 3712)
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
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34309), added: 36784, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaCursor` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaPages` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaPages` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Bonds` (r:1 w:1)
	/// Proof: `CreditRecords::Bonds` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Agenda` (r:0 w:1)
	/// Proof: `CreditRecords::Agenda` (`max_values`: None, `max_size`: Some(10266), added: 12741, mode: `MaxEncodedLen`)
	fn report_contradiction() -> Weight {
		// At least 745_993_000 picoseconds.
		Weight::from_parts(929_465_000, 37774)
			.saturating_add(T::DbWeight::get().reads(22_u64))
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Bonds` (r:1 w:1)
	/// Proof: `CreditRecords::Bonds` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Raised` (r:1 w:0)
	/// Proof: `CreditRecords::Raised` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34309), added: 36784, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaCursor` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaPages` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaPages` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Agenda` (r:1 w:1)
	/// Proof: `CreditRecords::Agenda` (`max_values`: None, `max_size`: Some(10266), added: 12741, mode: `MaxEncodedLen`)
	fn object() -> Weight {
		// At least 353_630_000 picoseconds.
		Weight::from_parts(517_457_000, 37774)
			.saturating_add(T::DbWeight::get().reads(16_u64))
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
		// At least 88_896_000 picoseconds.
		Weight::from_parts(127_338_000, 13731)
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
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34309), added: 36784, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaCursor` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaPages` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaPages` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Agenda` (r:0 w:1)
	/// Proof: `CreditRecords::Agenda` (`max_values`: None, `max_size`: Some(10266), added: 12741, mode: `MaxEncodedLen`)
	fn withdraw_record() -> Weight {
		// At least 337_661_000 picoseconds.
		Weight::from_parts(390_941_000, 37774)
			.saturating_add(T::DbWeight::get().reads(8_u64))
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Bonds` (r:1 w:1)
	/// Proof: `CreditRecords::Bonds` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Raised` (r:1 w:0)
	/// Proof: `CreditRecords::Raised` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34309), added: 36784, mode: `MaxEncodedLen`)
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
		// At least 298_989_000 picoseconds.
		Weight::from_parts(492_770_000, 37774)
			.saturating_add(T::DbWeight::get().reads(11_u64))
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Sources` (r:1 w:1)
	/// Proof: `CreditRecords::Sources` (`max_values`: None, `max_size`: Some(96), added: 2571, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::OpenObjections` (r:1 w:1)
	/// Proof: `CreditRecords::OpenObjections` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34309), added: 36784, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaCursor` (r:1 w:0)
	/// Proof: `CreditRecords::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::AgendaPages` (r:1 w:1)
	/// Proof: `CreditRecords::AgendaPages` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Agenda` (r:0 w:1)
	/// Proof: `CreditRecords::Agenda` (`max_values`: None, `max_size`: Some(10266), added: 12741, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Decisions` (r:0 w:1)
	/// Proof: `CreditRecords::Decisions` (`max_values`: None, `max_size`: Some(147), added: 2622, mode: `MaxEncodedLen`)
	fn review_upheld() -> Weight {
		// At least 357_328_000 picoseconds.
		Weight::from_parts(640_437_000, 37774)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Bonds` (r:1 w:1)
	/// Proof: `CreditRecords::Bonds` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	/// Storage: `CreditRecords::Raised` (r:1 w:0)
	/// Proof: `CreditRecords::Raised` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:1)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34309), added: 36784, mode: `MaxEncodedLen`)
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
		// At least 333_844_000 picoseconds.
		Weight::from_parts(630_718_000, 37774)
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `CreditRecords::Objections` (r:1 w:1)
	/// Proof: `CreditRecords::Objections` (`max_values`: None, `max_size`: Some(1093), added: 3568, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
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
		// At least 159_698_000 picoseconds.
		Weight::from_parts(232_003_000, 4558)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `CreditRecords::AgendaCursor` (r:1 w:0)
	/// Proof: `CreditRecords::AgendaCursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn agenda_nothing() -> Weight {
		// At least 7_153_000 picoseconds.
		Weight::from_parts(12_894_000, 1493).saturating_add(T::DbWeight::get().reads(2_u64))
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
		// At least 41_567_000 picoseconds.
		Weight::from_parts(67_075_000, 13731)
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
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
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
		// At least 127_698_000 picoseconds.
		Weight::from_parts(231_383_000, 4558)
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
		// At least 15_719_000 picoseconds.
		Weight::from_parts(28_945_000, 3481)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

// For tests.
impl WeightInfo for () {
	fn register_sources(n: u32) -> Weight {
		Weight::from_parts(62_707_000, 3654)
			.saturating_add(Weight::from_parts(6_824_541, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 2571).saturating_mul(n.into()))
	}
	fn submit_record() -> Weight {
		Weight::from_parts(344_854_000, 37774)
			.saturating_add(ParityDbWeight::get().reads(16_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn submit_batch(n: u32) -> Weight {
		Weight::from_parts(407_523_275, 37774)
			.saturating_add(Weight::from_parts(6_427_387, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(29_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
			.saturating_add(Weight::from_parts(0, 10).saturating_mul(n.into()))
	}
	fn count_subjects(s: u32, v: u32) -> Weight {
		Weight::from_parts(156_042_000, 990)
			.saturating_add(Weight::from_parts(25_239_918, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(171_675, 0).saturating_mul(v.into()))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 36784).saturating_mul(s.into()))
	}
	fn count_sources(p: u32) -> Weight {
		Weight::from_parts(14_555_507, 990)
			.saturating_add(Weight::from_parts(11_166_324, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2571).saturating_mul(p.into()))
	}
	fn submit_confirmed(n: u32) -> Weight {
		Weight::from_parts(136_171_409, 37774)
			.saturating_add(Weight::from_parts(132_778_969, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn end_import() -> Weight {
		Weight::from_parts(35_596_000, 1493)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn confirm_record() -> Weight {
		Weight::from_parts(608_987_000, 37774)
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn set_schema() -> Weight {
		Weight::from_parts(31_008_000, 3502)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_rules() -> Weight {
		Weight::from_parts(34_464_000, 1564)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn settle_nothing() -> Weight {
		Weight::from_parts(17_222_000, 1493)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn settle_chunk(n: u32) -> Weight {
		Weight::from_parts(208_525_505, 37774)
			.saturating_add(Weight::from_parts(2_758_328, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn settle_subjects(s: u32, v: u32) -> Weight {
		Weight::from_parts(102_321_000, 1493)
			.saturating_add(Weight::from_parts(8_674_746, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(87_972, 0).saturating_mul(v.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 36784).saturating_mul(s.into()))
	}
	fn settle_sources(p: u32) -> Weight {
		Weight::from_parts(4_782_252, 990)
			.saturating_add(Weight::from_parts(11_450_916, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2571).saturating_mul(p.into()))
	}
	fn pass_day() -> Weight {
		Weight::from_parts(15_008_000, 5634)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn check_evidence() -> Weight {
		Weight::from_parts(94_226_000, 3654)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn migrate_entry() -> Weight {
		Weight::from_parts(39_944_000, 10278)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn post_bond() -> Weight {
		Weight::from_parts(196_086_000, 3712)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn release_bond() -> Weight {
		Weight::from_parts(56_435_000, 3551)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn withdraw_bond() -> Weight {
		Weight::from_parts(117_018_000, 3712)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn report_contradiction() -> Weight {
		Weight::from_parts(929_465_000, 37774)
			.saturating_add(ParityDbWeight::get().reads(22_u64))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
	}
	fn object() -> Weight {
		Weight::from_parts(517_457_000, 37774)
			.saturating_add(ParityDbWeight::get().reads(16_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn answer_objection() -> Weight {
		Weight::from_parts(127_338_000, 13731)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn withdraw_record() -> Weight {
		Weight::from_parts(390_941_000, 37774)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn withdraw_objection() -> Weight {
		Weight::from_parts(492_770_000, 37774)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn review_upheld() -> Weight {
		Weight::from_parts(640_437_000, 37774)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn review_dismissed() -> Weight {
		Weight::from_parts(630_718_000, 37774)
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn close_objection() -> Weight {
		Weight::from_parts(232_003_000, 4558)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn agenda_nothing() -> Weight {
		Weight::from_parts(12_894_000, 1493).saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn agenda_page() -> Weight {
		Weight::from_parts(67_075_000, 13731)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn agenda_entry() -> Weight {
		Weight::from_parts(231_383_000, 4558)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn agenda_day() -> Weight {
		Weight::from_parts(28_945_000, 3481)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
}
