//! What the calls of `pallet_data_access` cost, as measured. Do not edit: `scripts/weights` writes this file.
//!
//! Measured on 2026-11-22 with 10 steps and 5 repetitions on AMD EPYC.

#![allow(missing_docs, clippy::unnecessary_cast, clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame::{deps::frame_support::weights::constants::ParityDbWeight, prelude::*};

/// The weights that the pallet needs.
pub trait WeightInfo {
	fn grant_access() -> Weight;
	fn bring_permission() -> Weight;
	fn change_grant() -> Weight;
	fn revoke_grant() -> Weight;
	fn bring_revocation() -> Weight;
	fn renounce_grant() -> Weight;
	fn log_disclosures(n: u32) -> Weight;
	fn expire_nothing() -> Weight;
	fn expire_grant() -> Weight;
	fn pass_day() -> Weight;
}

/// The weights of a runtime, with its own costs of the database.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:2 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:2 w:0)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Standing` (r:1 w:1)
	/// Proof: `DataAccess::Standing` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Grants` (r:1 w:2)
	/// Proof: `DataAccess::Grants` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Files` (r:1 w:1)
	/// Proof: `DataAccess::Files` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::NextGrant` (r:1 w:1)
	/// Proof: `DataAccess::NextGrant` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::ExpiryCursor` (r:1 w:1)
	/// Proof: `DataAccess::ExpiryCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Expiries` (r:0 w:2)
	/// Proof: `DataAccess::Expiries` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn grant_access() -> Weight {
		// At least 229_759_000 picoseconds.
		Weight::from_parts(327_612_000, 7638)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:2 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:2 w:0)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Files` (r:1 w:1)
	/// Proof: `DataAccess::Files` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Standing` (r:1 w:1)
	/// Proof: `DataAccess::Standing` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Grants` (r:1 w:2)
	/// Proof: `DataAccess::Grants` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::NextGrant` (r:1 w:1)
	/// Proof: `DataAccess::NextGrant` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::ExpiryCursor` (r:1 w:1)
	/// Proof: `DataAccess::ExpiryCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Expiries` (r:0 w:2)
	/// Proof: `DataAccess::Expiries` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn bring_permission() -> Weight {
		// At least 348_039_000 picoseconds.
		Weight::from_parts(449_640_000, 7638)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `DataAccess::Grants` (r:1 w:1)
	/// Proof: `DataAccess::Grants` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:1 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:1 w:0)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Files` (r:1 w:1)
	/// Proof: `DataAccess::Files` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Expiries` (r:0 w:2)
	/// Proof: `DataAccess::Expiries` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn change_grant() -> Weight {
		// At least 64_170_000 picoseconds.
		Weight::from_parts(106_759_000, 4314)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `DataAccess::Grants` (r:1 w:1)
	/// Proof: `DataAccess::Grants` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Files` (r:1 w:1)
	/// Proof: `DataAccess::Files` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Standing` (r:0 w:1)
	/// Proof: `DataAccess::Standing` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Expiries` (r:0 w:1)
	/// Proof: `DataAccess::Expiries` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn revoke_grant() -> Weight {
		// At least 104_285_000 picoseconds.
		Weight::from_parts(183_192_000, 3712)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `System::BlockHash` (r:1 w:0)
	/// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Grants` (r:1 w:1)
	/// Proof: `DataAccess::Grants` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Files` (r:1 w:1)
	/// Proof: `DataAccess::Files` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Standing` (r:0 w:1)
	/// Proof: `DataAccess::Standing` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Expiries` (r:0 w:1)
	/// Proof: `DataAccess::Expiries` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn bring_revocation() -> Weight {
		// At least 221_493_000 picoseconds.
		Weight::from_parts(377_084_000, 3712)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `DataAccess::Grants` (r:1 w:1)
	/// Proof: `DataAccess::Grants` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Files` (r:1 w:1)
	/// Proof: `DataAccess::Files` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Standing` (r:0 w:1)
	/// Proof: `DataAccess::Standing` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Expiries` (r:0 w:1)
	/// Proof: `DataAccess::Expiries` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn renounce_grant() -> Weight {
		// At least 102_853_000 picoseconds.
		Weight::from_parts(111_808_000, 3712)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Consortium::Members` (r:1 w:0)
	/// Proof: `Consortium::Members` (`max_values`: None, `max_size`: Some(189), added: 2664, mode: `MaxEncodedLen`)
	/// Storage: `Consortium::Suspensions` (r:1 w:0)
	/// Proof: `Consortium::Suspensions` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Accounts` (r:128 w:0)
	/// Proof: `TradeNetwork::Accounts` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `TradeNetwork::Enterprises` (r:128 w:0)
	/// Proof: `TradeNetwork::Enterprises` (`max_values`: None, `max_size`: Some(849), added: 3324, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Grants` (r:64 w:0)
	/// Proof: `DataAccess::Grants` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Files` (r:64 w:64)
	/// Proof: `DataAccess::Files` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 64]`.
	fn log_disclosures(n: u32) -> Weight {
		// At least 92_893_000 picoseconds.
		Weight::from_parts(106_547_905, 3654)
			// Standard error: 623_704
			.saturating_add(Weight::from_parts(59_617_830, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 6648).saturating_mul(n.into()))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::ExpiryCursor` (r:1 w:0)
	/// Proof: `DataAccess::ExpiryCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn expire_nothing() -> Weight {
		// At least 5_831_000 picoseconds.
		Weight::from_parts(9_027_000, 1493).saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `DataAccess::ExpiryCursor` (r:1 w:0)
	/// Proof: `DataAccess::ExpiryCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Expiries` (r:2 w:1)
	/// Proof: `DataAccess::Expiries` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Grants` (r:1 w:1)
	/// Proof: `DataAccess::Grants` (`max_values`: None, `max_size`: Some(179), added: 2654, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Files` (r:1 w:1)
	/// Proof: `DataAccess::Files` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Standing` (r:0 w:1)
	/// Proof: `DataAccess::Standing` (`max_values`: None, `max_size`: Some(106), added: 2581, mode: `MaxEncodedLen`)
	fn expire_grant() -> Weight {
		// At least 98_024_000 picoseconds.
		Weight::from_parts(161_261_000, 5996)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `DataAccess::ExpiryCursor` (r:1 w:1)
	/// Proof: `DataAccess::ExpiryCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `DataAccess::Expiries` (r:1 w:0)
	/// Proof: `DataAccess::Expiries` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn pass_day() -> Weight {
		// At least 10_579_000 picoseconds.
		Weight::from_parts(21_040_000, 3493)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

// For tests.
impl WeightInfo for () {
	fn grant_access() -> Weight {
		Weight::from_parts(327_612_000, 7638)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn bring_permission() -> Weight {
		Weight::from_parts(449_640_000, 7638)
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn change_grant() -> Weight {
		Weight::from_parts(106_759_000, 4314)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn revoke_grant() -> Weight {
		Weight::from_parts(183_192_000, 3712)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn bring_revocation() -> Weight {
		Weight::from_parts(377_084_000, 3712)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn renounce_grant() -> Weight {
		Weight::from_parts(111_808_000, 3712)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn log_disclosures(n: u32) -> Weight {
		Weight::from_parts(106_547_905, 3654)
			.saturating_add(Weight::from_parts(59_617_830, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((6_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 6648).saturating_mul(n.into()))
	}
	fn expire_nothing() -> Weight {
		Weight::from_parts(9_027_000, 1493).saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn expire_grant() -> Weight {
		Weight::from_parts(161_261_000, 5996)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn pass_day() -> Weight {
		Weight::from_parts(21_040_000, 3493)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
