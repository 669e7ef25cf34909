//! How much banks lend to enterprises.

use super::network::{BytePrice, EntryPrice};
use crate::{
	AccountId, Balance, Balances, Consortium, CreditScore, Runtime, RuntimeHoldReason, Timestamp,
	TradeNetwork,
};
use frame_support::{
	parameter_types,
	traits::{ConstU32, ConstU64, LinearStoragePrice, fungible::HoldConsideration},
	weights::Weight,
};
use hanse_runtime_common::limits;
use pallet_credit_lines::{FIVE_YEARS, HoldReason, MOST_LINES};
use sp_runtime::Perbill;

parameter_types! {
	/// Why money is held for a line.
	pub const ForLine: RuntimeHoldReason = RuntimeHoldReason::CreditLines(HoldReason::Line);
	/// How much of a block the end of lines may take at its start. It only tidies up, so it may take
	/// its time.
	pub LineExpiryWeight: Weight = Perbill::from_percent(2) * limits::MAXIMUM_BLOCK_WEIGHT;
}

impl pallet_credit_lines::Config for Runtime {
	// There is nothing but the native token until members issue assets.
	type Assets = ();
	type Balance = Balance;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Members;
	type Enterprises = TradeNetwork;
	type LineDeposit = HoldConsideration<
		AccountId,
		Balances,
		ForLine,
		LinearStoragePrice<EntryPrice, BytePrice, Balance>,
	>;
	// A bank of the middle size, with all traders that it finances here.
	type MaxBook = ConstU32<10_000>;
	type MaxExpiryWeight = LineExpiryWeight;
	type MaxLines = ConstU32<MOST_LINES>;
	// Four assets, and room for three other banks that do the same.
	type MaxLinesEach = ConstU32<4>;
	type MaxPeriod = ConstU64<FIVE_YEARS>;
	type Members = Consortium;
	type Standings = CreditScore;
	type Subjects = TradeNetwork;
	type Time = Timestamp;
	type WeightInfo = pallet_credit_lines::weights::SubstrateWeight<Runtime>;
}
