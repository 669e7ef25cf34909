//! What the calls of `pallet_data_access` cost, as estimated from those of `pallet_trade_network` by what
//! they read, write and verify. `scripts/weights` writes this file anew, as measured.

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
	/// Storage: `Timestamp::Now` (r:1 w:0), `TradeNetwork::Accounts` (r:2 w:0),
	/// `TradeNetwork::Enterprises` (r:2 w:0), `DataAccess::Standing` (r:1 w:1),
	/// `DataAccess::Grants` (r:1 w:2), `DataAccess::Files` (r:1 w:1), `DataAccess::NextGrant` (r:1 w:1),
	/// `System::Account` (r:2 w:2), `Balances::Holds` (r:2 w:2), `DataAccess::Expiries` (r:0 w:2),
	/// `DataAccess::ExpiryCursor` (r:1 w:1)
	fn grant_access() -> Weight {
		Weight::from_parts(260_000_000, 7638)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// As `grant_access`, with `System::BlockHash` (r:1 w:0) and a signature that is looked at twice.
	fn bring_permission() -> Weight {
		Weight::from_parts(560_000_000, 7638)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `DataAccess::Grants` (r:1 w:1), `TradeNetwork::Accounts` (r:1 w:0),
	/// `TradeNetwork::Enterprises` (r:1 w:0), `Timestamp::Now` (r:1 w:0),
	/// `DataAccess::Expiries` (r:0 w:2), `DataAccess::Files` (r:1 w:1)
	fn change_grant() -> Weight {
		Weight::from_parts(80_000_000, 4314)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `DataAccess::Grants` (r:1 w:1), `TradeNetwork::Accounts` (r:1 w:0),
	/// `TradeNetwork::Enterprises` (r:1 w:0), `Timestamp::Now` (r:1 w:0),
	/// `DataAccess::Files` (r:1 w:1), `DataAccess::Standing` (r:0 w:1),
	/// `DataAccess::Expiries` (r:0 w:1), `System::Account` (r:1 w:1), `Balances::Holds` (r:1 w:1)
	fn revoke_grant() -> Weight {
		Weight::from_parts(170_000_000, 4314)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// As `revoke_grant`, with `System::BlockHash` (r:1 w:0) and a signature that is looked at twice.
	fn bring_revocation() -> Weight {
		Weight::from_parts(470_000_000, 4314)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// As `revoke_grant`.
	fn renounce_grant() -> Weight {
		Weight::from_parts(170_000_000, 4314)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Consortium::Members` (r:1 w:0), `Timestamp::Now` (r:1 w:0); for each disclosure
	/// `TradeNetwork::Accounts` (r:2 w:0), `TradeNetwork::Enterprises` (r:2 w:0),
	/// `DataAccess::Grants` (r:1 w:0), `DataAccess::Files` (r:1 w:1)
	/// The range of component `n` is `[1, 64]`.
	fn log_disclosures(n: u32) -> Weight {
		Weight::from_parts(30_000_000, 3617)
			.saturating_add(Weight::from_parts(70_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 6648).saturating_mul(n.into()))
	}
	/// Storage: `Timestamp::Now` (r:1 w:0), `DataAccess::ExpiryCursor` (r:1 w:0)
	fn expire_nothing() -> Weight {
		Weight::from_parts(8_000_000, 1493).saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `DataAccess::ExpiryCursor` (r:1 w:0), `DataAccess::Expiries` (r:2 w:1),
	/// `DataAccess::Grants` (r:1 w:1), `DataAccess::Standing` (r:0 w:1), `DataAccess::Files` (r:1 w:1),
	/// `System::Account` (r:1 w:1), `Balances::Holds` (r:1 w:1)
	fn expire_grant() -> Weight {
		Weight::from_parts(140_000_000, 5988)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `DataAccess::ExpiryCursor` (r:1 w:1), `DataAccess::Expiries` (r:1 w:0)
	fn pass_day() -> Weight {
		Weight::from_parts(14_000_000, 3489)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

// For tests.
impl WeightInfo for () {
	fn grant_access() -> Weight {
		Weight::from_parts(260_000_000, 7638)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn bring_permission() -> Weight {
		Weight::from_parts(560_000_000, 7638)
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn change_grant() -> Weight {
		Weight::from_parts(80_000_000, 4314)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn revoke_grant() -> Weight {
		Weight::from_parts(170_000_000, 4314)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn bring_revocation() -> Weight {
		Weight::from_parts(470_000_000, 4314)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn renounce_grant() -> Weight {
		Weight::from_parts(170_000_000, 4314)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn log_disclosures(n: u32) -> Weight {
		Weight::from_parts(30_000_000, 3617)
			.saturating_add(Weight::from_parts(70_000_000, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((6_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 6648).saturating_mul(n.into()))
	}
	fn expire_nothing() -> Weight {
		Weight::from_parts(8_000_000, 1493).saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn expire_grant() -> Weight {
		Weight::from_parts(140_000_000, 5988)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn pass_day() -> Weight {
		Weight::from_parts(14_000_000, 3489)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
