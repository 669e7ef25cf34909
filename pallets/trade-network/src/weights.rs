//! What the calls of `pallet_trade_network` cost, as measured. Do not edit: `scripts/weights` writes this file.
//!
//! Measured on 2026-11-21 with 10 steps and 4 repetitions on AMD EPYC.

#![allow(missing_docs, clippy::unnecessary_cast, clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame::{deps::frame_support::weights::constants::ParityDbWeight, prelude::*};

/// The weights that the pallet needs.
pub trait WeightInfo {
	fn register_enterprise() -> Weight;
	fn sponsor_enterprise() -> Weight;
	fn update_enterprise() -> Weight;
	fn close_enterprise(n: u32) -> Weight;
	fn attest_enterprise() -> Weight;
	fn revoke_attestation() -> Weight;
	fn offer_control() -> Weight;
	fn accept_control() -> Weight;
	fn start_recovery() -> Weight;
	fn cancel_recovery() -> Weight;
	fn finish_recovery() -> Weight;
	fn propose_relationship() -> Weight;
	fn withdraw_proposal() -> Weight;
	fn answer_proposal(s: u32) -> Weight;
	fn submit_agreement(s: u32) -> Weight;
	fn submit_agreements(n: u32, s: u32) -> Weight;
	fn end_relationship(s: u32) -> Weight;
	fn note_order() -> Weight;
	fn signals() -> Weight;
	fn lapse_nothing() -> Weight;
	fn lapse_verification() -> Weight;
	fn pass_day() -> Weight;
}

/// The weights of a runtime, with its own costs of the database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `TradeNetwork::Accounts` (r:1 w:1)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::NextId` (r:1 w:1)
	/// Proof: `TradeNetwork::NextId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::LastEnding` (r:1 w:0)
	/// Proof: `TradeNetwork::LastEnding` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Figures` (r:1 w:1)
	/// Proof: `TradeNetwork::Figures` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:0 w:1)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	fn register_enterprise() -> Weight {
		// At least 94_226_000 picoseconds.
		Weight::from_parts(172_923_000, 3640)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:1 w:1)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::NextId` (r:1 w:1)
	/// Proof: `TradeNetwork::NextId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::LastEnding` (r:1 w:0)
	/// Proof: `TradeNetwork::LastEnding` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Figures` (r:1 w:1)
	/// Proof: `TradeNetwork::Figures` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:0 w:1)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	fn sponsor_enterprise() -> Weight {
		// At least 270_656_000 picoseconds.
		Weight::from_parts(432_759_000, 3640)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `TradeNetwork::Accounts` (r:1 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:1 w:1)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Positions` (r:1 w:0)
	/// Proof: `TradeNetwork::Positions` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	fn update_enterprise() -> Weight {
		// At least 38_091_000 picoseconds.
		Weight::from_parts(71_384_000, 4314)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `TradeNetwork::Accounts` (r:1 w:16)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:1 w:1)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Positions` (r:1 w:0)
	/// Proof: `TradeNetwork::Positions` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::OpenProposals` (r:1 w:0)
	/// Proof: `TradeNetwork::OpenProposals` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Figures` (r:1 w:1)
	/// Proof: `TradeNetwork::Figures` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Offers` (r:0 w:1)
	/// Proof: `TradeNetwork::Offers` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 16]`.
	fn close_enterprise(n: u32) -> Weight {
		// At least 101_951_000 picoseconds.
		Weight::from_parts(176_416_924, 4314)
			// Standard error: 110_562
			.saturating_add(Weight::from_parts(3_779_554, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:1 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:1 w:1)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Entities` (r:1 w:1)
	/// Proof: `TradeNetwork::Entities` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::LapseCursor` (r:1 w:1)
	/// Proof: `TradeNetwork::LapseCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Lapses` (r:0 w:2)
	/// Proof: `TradeNetwork::Lapses` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	fn attest_enterprise() -> Weight {
		// At least 63_449_000 picoseconds.
		Weight::from_parts(100_157_000, 4314)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `TradeNetwork::Accounts` (r:1 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:1 w:1)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Lapses` (r:0 w:1)
	/// Proof: `TradeNetwork::Lapses` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	fn revoke_attestation() -> Weight {
		// At least 38_001_000 picoseconds.
		Weight::from_parts(56_174_000, 4314)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `TradeNetwork::Accounts` (r:2 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:1 w:0)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Offers` (r:1 w:1)
	/// Proof: `TradeNetwork::Offers` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn offer_control() -> Weight {
		// At least 39_103_000 picoseconds.
		Weight::from_parts(73_998_000, 6044)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `TradeNetwork::Accounts` (r:2 w:1)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:1 w:1)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Offers` (r:1 w:1)
	/// Proof: `TradeNetwork::Offers` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn accept_control() -> Weight {
		// At least 43_311_000 picoseconds.
		Weight::from_parts(74_790_000, 6044)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:2 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:1 w:0)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Recoveries` (r:1 w:1)
	/// Proof: `TradeNetwork::Recoveries` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn start_recovery() -> Weight {
		// At least 54_031_000 picoseconds.
		Weight::from_parts(66_093_000, 6044)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `TradeNetwork::Accounts` (r:1 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:1 w:0)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Recoveries` (r:1 w:1)
	/// Proof: `TradeNetwork::Recoveries` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	fn cancel_recovery() -> Weight {
		// At least 34_525_000 picoseconds.
		Weight::from_parts(47_819_000, 4314)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `TradeNetwork::Accounts` (r:2 w:1)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:1 w:1)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Recoveries` (r:1 w:1)
	/// Proof: `TradeNetwork::Recoveries` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(152), added: 2627, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Offers` (r:1 w:1)
	/// Proof: `TradeNetwork::Offers` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn finish_recovery() -> Weight {
		// At least 71_293_000 picoseconds.
		Weight::from_parts(81_211_000, 6044)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `TradeNetwork::Accounts` (r:2 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:2 w:0)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Relationships` (r:1 w:0)
	/// Proof: `TradeNetwork::Relationships` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Positions` (r:2 w:0)
	/// Proof: `TradeNetwork::Positions` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Proposals` (r:1 w:1)
	/// Proof: `TradeNetwork::Proposals` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::OpenProposals` (r:2 w:2)
	/// Proof: `TradeNetwork::OpenProposals` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn propose_relationship() -> Weight {
		// At least 138_179_000 picoseconds.
		Weight::from_parts(159_088_000, 7638)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `TradeNetwork::Accounts` (r:2 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:2 w:0)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Proposals` (r:1 w:1)
	/// Proof: `TradeNetwork::Proposals` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::OpenProposals` (r:2 w:2)
	/// Proof: `TradeNetwork::OpenProposals` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn withdraw_proposal() -> Weight {
		// At least 121_136_000 picoseconds.
		Weight::from_parts(147_024_000, 7638)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `TradeNetwork::Accounts` (r:2 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:1025 w:0)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Proposals` (r:1 w:1)
	/// Proof: `TradeNetwork::Proposals` (`max_values`: None, `max_size`: Some(85), added: 2560, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Relationships` (r:1 w:1)
	/// Proof: `TradeNetwork::Relationships` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Positions` (r:1025 w:1025)
	/// Proof: `TradeNetwork::Positions` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::OpenProposals` (r:2 w:2)
	/// Proof: `TradeNetwork::OpenProposals` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::CountryPairs` (r:1 w:1)
	/// Proof: `TradeNetwork::CountryPairs` (`max_values`: None, `max_size`: Some(8), added: 2483, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Partners` (r:2 w:2)
	/// Proof: `TradeNetwork::Partners` (`max_values`: None, `max_size`: Some(5134), added: 7609, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Figures` (r:1 w:1)
	/// Proof: `TradeNetwork::Figures` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[0, 1023]`.
	fn answer_proposal(s: u32) -> Weight {
		// At least 423_090_000 picoseconds.
		Weight::from_parts(438_108_000, 16208)
			// Standard error: 1_116_852
			.saturating_add(Weight::from_parts(30_470_339, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(12_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 3324).saturating_mul(s.into()))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:2 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:1025 w:0)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Relationships` (r:1 w:1)
	/// Proof: `TradeNetwork::Relationships` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Positions` (r:1025 w:1025)
	/// Proof: `TradeNetwork::Positions` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::CountryPairs` (r:1 w:1)
	/// Proof: `TradeNetwork::CountryPairs` (`max_values`: None, `max_size`: Some(8), added: 2483, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Partners` (r:2 w:2)
	/// Proof: `TradeNetwork::Partners` (`max_values`: None, `max_size`: Some(5134), added: 7609, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Figures` (r:1 w:1)
	/// Proof: `TradeNetwork::Figures` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[0, 1023]`.
	fn submit_agreement(s: u32) -> Weight {
		// At least 591_475_000 picoseconds.
		Weight::from_parts(2_033_557_061, 16208)
			// Standard error: 2_916_410
			.saturating_add(Weight::from_parts(27_820_619, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(9_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 3324).saturating_mul(s.into()))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:128 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:1151 w:0)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Relationships` (r:64 w:64)
	/// Proof: `TradeNetwork::Relationships` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Positions` (r:1151 w:1151)
	/// Proof: `TradeNetwork::Positions` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::CountryPairs` (r:1 w:1)
	/// Proof: `TradeNetwork::CountryPairs` (`max_values`: None, `max_size`: Some(8), added: 2483, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Partners` (r:128 w:128)
	/// Proof: `TradeNetwork::Partners` (`max_values`: None, `max_size`: Some(5134), added: 7609, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Figures` (r:1 w:1)
	/// Proof: `TradeNetwork::Figures` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	/// The range of component `s` is `[0, 1023]`.
	fn submit_agreements(n: u32, s: u32) -> Weight {
		// At least 21_061_447_000 picoseconds.
		Weight::from_parts(10_130_482_651, 3640)
			// Standard error: 57_801_856
			.saturating_add(Weight::from_parts(259_421_292, 0).saturating_mul(n.into()))
			// Standard error: 3_558_409
			.saturating_add(Weight::from_parts(22_346_919, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads((9_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 15218).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(0, 3324).saturating_mul(s.into()))
	}
	/// Storage: `TradeNetwork::Accounts` (r:2 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:1024 w:2)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Relationships` (r:1 w:1)
	/// Proof: `TradeNetwork::Relationships` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Positions` (r:1024 w:1024)
	/// Proof: `TradeNetwork::Positions` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Figures` (r:1 w:1)
	/// Proof: `TradeNetwork::Figures` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::CountryPairs` (r:1 w:1)
	/// Proof: `TradeNetwork::CountryPairs` (`max_values`: None, `max_size`: Some(8), added: 2483, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::LastEnding` (r:1 w:1)
	/// Proof: `TradeNetwork::LastEnding` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Partners` (r:2 w:2)
	/// Proof: `TradeNetwork::Partners` (`max_values`: None, `max_size`: Some(5134), added: 7609, mode: `MaxEncodedLen`)
	/// The range of component `s` is `[1, 1023]`.
	fn end_relationship(s: u32) -> Weight {
		// At least 350_194_000 picoseconds.
		Weight::from_parts(682_053_596, 16208)
			// Standard error: 832_577
			.saturating_add(Weight::from_parts(18_433_251, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(11_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 3324).saturating_mul(s.into()))
	}
	/// Storage: `TradeNetwork::Accounts` (r:2 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:2 w:0)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Relationships` (r:1 w:1)
	/// Proof: `TradeNetwork::Relationships` (`max_values`: None, `max_size`: Some(83), added: 2558, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Positions` (r:2 w:2)
	/// Proof: `TradeNetwork::Positions` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Figures` (r:1 w:1)
	/// Proof: `TradeNetwork::Figures` (`max_values`: Some(1), `max_size`: Some(112), added: 607, mode: `MaxEncodedLen`)
	fn note_order() -> Weight {
		// At least 60_684_000 picoseconds.
		Weight::from_parts(65_202_000, 7638)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `TradeNetwork::Accounts` (r:1 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Positions` (r:1 w:0)
	/// Proof: `TradeNetwork::Positions` (`max_values`: None, `max_size`: Some(48), added: 2523, mode: `MaxEncodedLen`)
	fn signals() -> Weight {
		// At least 17_272_000 picoseconds.
		Weight::from_parts(25_107_000, 3517).saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::LapseCursor` (r:1 w:0)
	/// Proof: `TradeNetwork::LapseCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn lapse_nothing() -> Weight {
		// At least 6_341_000 picoseconds.
		Weight::from_parts(7_254_000, 1493).saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `TradeNetwork::LapseCursor` (r:1 w:0)
	/// Proof: `TradeNetwork::LapseCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Lapses` (r:2 w:1)
	/// Proof: `TradeNetwork::Lapses` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:1 w:1)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	fn lapse_verification() -> Weight {
		// At least 28_764_000 picoseconds.
		Weight::from_parts(32_311_000, 5988)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `TradeNetwork::LapseCursor` (r:1 w:1)
	/// Proof: `TradeNetwork::LapseCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Lapses` (r:1 w:0)
	/// Proof: `TradeNetwork::Lapses` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	fn pass_day() -> Weight {
		// At least 11_261_000 picoseconds.
		Weight::from_parts(13_295_000, 3489)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

// For tests.
impl WeightInfo for () {
	fn register_enterprise() -> Weight {
		Weight::from_parts(172_923_000, 3640)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn sponsor_enterprise() -> Weight {
		Weight::from_parts(432_759_000, 3640)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn update_enterprise() -> Weight {
		Weight::from_parts(71_384_000, 4314)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn close_enterprise(n: u32) -> Weight {
		Weight::from_parts(176_416_924, 4314)
			.saturating_add(Weight::from_parts(3_779_554, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn attest_enterprise() -> Weight {
		Weight::from_parts(100_157_000, 4314)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn revoke_attestation() -> Weight {
		Weight::from_parts(56_174_000, 4314)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn offer_control() -> Weight {
		Weight::from_parts(73_998_000, 6044)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn accept_control() -> Weight {
		Weight::from_parts(74_790_000, 6044)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn start_recovery() -> Weight {
		Weight::from_parts(66_093_000, 6044)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn cancel_recovery() -> Weight {
		Weight::from_parts(47_819_000, 4314)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn finish_recovery() -> Weight {
		Weight::from_parts(81_211_000, 6044)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn propose_relationship() -> Weight {
		Weight::from_parts(159_088_000, 7638)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn withdraw_proposal() -> Weight {
		Weight::from_parts(147_024_000, 7638)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn answer_proposal(s: u32) -> Weight {
		Weight::from_parts(438_108_000, 16208)
			.saturating_add(Weight::from_parts(30_470_339, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 3324).saturating_mul(s.into()))
	}
	fn submit_agreement(s: u32) -> Weight {
		Weight::from_parts(2_033_557_061, 16208)
			.saturating_add(Weight::from_parts(27_820_619, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 3324).saturating_mul(s.into()))
	}
	fn submit_agreements(n: u32, s: u32) -> Weight {
		Weight::from_parts(10_130_482_651, 3640)
			.saturating_add(Weight::from_parts(259_421_292, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(22_346_919, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().reads((9_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 15218).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(0, 3324).saturating_mul(s.into()))
	}
	fn end_relationship(s: u32) -> Weight {
		Weight::from_parts(682_053_596, 16208)
			.saturating_add(Weight::from_parts(18_433_251, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 3324).saturating_mul(s.into()))
	}
	fn note_order() -> Weight {
		Weight::from_parts(65_202_000, 7638)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn signals() -> Weight {
		Weight::from_parts(25_107_000, 3517).saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn lapse_nothing() -> Weight {
		Weight::from_parts(7_254_000, 1493).saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn lapse_verification() -> Weight {
		Weight::from_parts(32_311_000, 5988)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn pass_day() -> Weight {
		Weight::from_parts(13_295_000, 3489)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
