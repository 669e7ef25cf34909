//! Who may see what of an enterprise's data, and who showed it to whom.

use super::network::{BytePrice, EntryPrice};
use crate::{
	AccountId, Balance, Balances, Consortium, Runtime, RuntimeHoldReason, Timestamp, TradeNetwork,
};
use frame_support::{
	parameter_types,
	traits::{ConstU32, ConstU64, LinearStoragePrice, fungible::HoldConsideration},
	weights::Weight,
};
use hanse_runtime_common::{Signature, limits};
use pallet_data_access::{FIVE_YEARS, HoldReason};
use sp_runtime::Perbill;

parameter_types! {
	/// Why money is held for a grant.
	pub const ForGrant: RuntimeHoldReason = RuntimeHoldReason::DataAccess(HoldReason::Grant);
	/// How much of a block the end of grants may take at its start. It only tidies up, so it may take
	/// its time.
	pub ExpiryWeight: Weight = Perbill::from_percent(2) * limits::MAXIMUM_BLOCK_WEIGHT;
}

impl pallet_data_access::Config for Runtime {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Members;
	type GrantDeposit = HoldConsideration<
		AccountId,
		Balances,
		ForGrant,
		LinearStoragePrice<EntryPrice, BytePrice, Balance>,
	>;
	// As many disclosures as a bank makes in a day to one insurer.
	type MaxDisclosures = ConstU32<64>;
	// The papers of one trade.
	type MaxDocuments = ConstU32<16>;
	type MaxExpiryWeight = ExpiryWeight;
	// The banks, insurers and authorities of one trader, for each category and purpose.
	type MaxGrants = ConstU32<64>;
	type MaxPeriod = ConstU64<FIVE_YEARS>;
	type Members = Consortium;
	// A week to bring what was signed.
	type PermissionLifetime = ConstU32<7>;
	type Signature = Signature;
	type Subjects = TradeNetwork;
	type Time = Timestamp;
	type WeightInfo = pallet_data_access::weights::SubstrateWeight<Runtime>;
}
