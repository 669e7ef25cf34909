//! What the calls of `pallet_credit_lines` cost, as measured. Do not edit: `scripts/weights` writes this file.
//!
//! Measured on 2026-11-22 with 10 steps and 5 repetitions on AMD EPYC.

#![allow(missing_docs, clippy::unnecessary_cast, clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame::{deps::frame_support::weights::constants::ParityDbWeight, prelude::*};

/// The weights that the pallet needs.
pub trait WeightInfo {
	fn set_line() -> Weight;
	fn change_line() -> Weight;
	fn withdraw_line() -> Weight;
	fn suspend_line() -> Weight;
	fn resume_line() -> Weight;
	fn note_repayment() -> Weight;
	fn decline_line() -> Weight;
	fn draw() -> Weight;
	fn repay() -> Weight;
	fn standing_changed() -> Weight;
	fn expire_nothing() -> Weight;
	fn expire_line() -> Weight;
	fn pass_day() -> Weight;
}

/// The weights of a runtime, with its own costs of the database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:1 w:0)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:2 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:1 w:0)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:0)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::Lines` (r:1 w:1)
	/// Proof: `CreditLines::Lines` (`max_values`: None, `max_size`: Some(1585), added: 4060, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::Books` (r:1 w:1)
	/// Proof: `CreditLines::Books` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::BookSizes` (r:1 w:1)
	/// Proof: `CreditLines::BookSizes` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::ExpiryCursor` (r:1 w:1)
	/// Proof: `CreditLines::ExpiryCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::Expiries` (r:0 w:1)
	/// Proof: `CreditLines::Expiries` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	fn set_line() -> Weight {
		// At least 185_266_000 picoseconds.
		Weight::from_parts(338_683_000, 38327)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:1 w:0)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::Lines` (r:1 w:1)
	/// Proof: `CreditLines::Lines` (`max_values`: None, `max_size`: Some(1585), added: 4060, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:0)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::Expiries` (r:0 w:2)
	/// Proof: `CreditLines::Expiries` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	fn change_line() -> Weight {
		// At least 77_475_000 picoseconds.
		Weight::from_parts(142_956_000, 38327)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `CreditLines::Lines` (r:1 w:1)
	/// Proof: `CreditLines::Lines` (`max_values`: None, `max_size`: Some(1585), added: 4060, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::Books` (r:1 w:1)
	/// Proof: `CreditLines::Books` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::BookSizes` (r:1 w:1)
	/// Proof: `CreditLines::BookSizes` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::Expiries` (r:0 w:1)
	/// Proof: `CreditLines::Expiries` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	fn withdraw_line() -> Weight {
		// At least 123_090_000 picoseconds.
		Weight::from_parts(222_636_000, 5050)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:1 w:0)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::Lines` (r:1 w:1)
	/// Proof: `CreditLines::Lines` (`max_values`: None, `max_size`: Some(1585), added: 4060, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn suspend_line() -> Weight {
		// At least 56_306_000 picoseconds.
		Weight::from_parts(115_375_000, 5050)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:1 w:0)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::Lines` (r:1 w:1)
	/// Proof: `CreditLines::Lines` (`max_values`: None, `max_size`: Some(1585), added: 4060, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:0)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	fn resume_line() -> Weight {
		// At least 72_465_000 picoseconds.
		Weight::from_parts(137_326_000, 38327)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `CreditLines::Lines` (r:1 w:1)
	/// Proof: `CreditLines::Lines` (`max_values`: None, `max_size`: Some(1585), added: 4060, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::Books` (r:1 w:1)
	/// Proof: `CreditLines::Books` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::BookSizes` (r:1 w:1)
	/// Proof: `CreditLines::BookSizes` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn note_repayment() -> Weight {
		// At least 114_363_000 picoseconds.
		Weight::from_parts(189_704_000, 5050)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `TradeNetwork::Accounts` (r:1 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:1 w:0)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::Lines` (r:1 w:1)
	/// Proof: `CreditLines::Lines` (`max_values`: None, `max_size`: Some(1585), added: 4060, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::Books` (r:1 w:1)
	/// Proof: `CreditLines::Books` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::BookSizes` (r:1 w:1)
	/// Proof: `CreditLines::BookSizes` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::Expiries` (r:0 w:1)
	/// Proof: `CreditLines::Expiries` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	fn decline_line() -> Weight {
		// At least 139_250_000 picoseconds.
		Weight::from_parts(157_594_000, 5050)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `TradeNetwork::Accounts` (r:1 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:1 w:0)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::Lines` (r:1 w:1)
	/// Proof: `CreditLines::Lines` (`max_values`: None, `max_size`: Some(1585), added: 4060, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:1 w:0)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditScore::Subjects` (r:1 w:0)
	/// Proof: `CreditScore::Subjects` (`max_values`: None, `max_size`: Some(34862), added: 37337, mode: `MaxEncodedLen`)
	fn draw() -> Weight {
		// At least 74_359_000 picoseconds.
		Weight::from_parts(123_641_000, 38327)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `CreditLines::Lines` (r:1 w:1)
	/// Proof: `CreditLines::Lines` (`max_values`: None, `max_size`: Some(1585), added: 4060, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::Books` (r:1 w:1)
	/// Proof: `CreditLines::Books` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::BookSizes` (r:1 w:1)
	/// Proof: `CreditLines::BookSizes` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn repay() -> Weight {
		// At least 110_597_000 picoseconds.
		Weight::from_parts(205_284_000, 5050)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `CreditLines::Lines` (r:1 w:1)
	/// Proof: `CreditLines::Lines` (`max_values`: None, `max_size`: Some(1585), added: 4060, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn standing_changed() -> Weight {
		// At least 64_740_000 picoseconds.
		Weight::from_parts(112_480_000, 5050)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::ExpiryCursor` (r:1 w:0)
	/// Proof: `CreditLines::ExpiryCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn expire_nothing() -> Weight {
		// At least 5_661_000 picoseconds.
		Weight::from_parts(7_164_000, 1493).saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `CreditLines::ExpiryCursor` (r:1 w:0)
	/// Proof: `CreditLines::ExpiryCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::Expiries` (r:2 w:1)
	/// Proof: `CreditLines::Expiries` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::Lines` (r:1 w:1)
	/// Proof: `CreditLines::Lines` (`max_values`: None, `max_size`: Some(1585), added: 4060, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::Books` (r:1 w:1)
	/// Proof: `CreditLines::Books` (`max_values`: None, `max_size`: Some(100), added: 2575, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::BookSizes` (r:1 w:1)
	/// Proof: `CreditLines::BookSizes` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn expire_line() -> Weight {
		// At least 113_852_000 picoseconds.
		Weight::from_parts(203_952_000, 6134)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `CreditLines::ExpiryCursor` (r:1 w:1)
	/// Proof: `CreditLines::ExpiryCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `CreditLines::Expiries` (r:1 w:0)
	/// Proof: `CreditLines::Expiries` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	fn pass_day() -> Weight {
		// At least 10_529_000 picoseconds.
		Weight::from_parts(22_723_000, 3562)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

// For tests.
impl WeightInfo for () {
	fn set_line() -> Weight {
		Weight::from_parts(338_683_000, 38327)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn change_line() -> Weight {
		Weight::from_parts(142_956_000, 38327)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn withdraw_line() -> Weight {
		Weight::from_parts(222_636_000, 5050)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn suspend_line() -> Weight {
		Weight::from_parts(115_375_000, 5050)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn resume_line() -> Weight {
		Weight::from_parts(137_326_000, 38327)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn note_repayment() -> Weight {
		Weight::from_parts(189_704_000, 5050)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn decline_line() -> Weight {
		Weight::from_parts(157_594_000, 5050)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn draw() -> Weight {
		Weight::from_parts(123_641_000, 38327)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn repay() -> Weight {
		Weight::from_parts(205_284_000, 5050)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn standing_changed() -> Weight {
		Weight::from_parts(112_480_000, 5050)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn expire_nothing() -> Weight {
		Weight::from_parts(7_164_000, 1493).saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn expire_line() -> Weight {
		Weight::from_parts(203_952_000, 6134)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn pass_day() -> Weight {
		Weight::from_parts(22_723_000, 3562)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
