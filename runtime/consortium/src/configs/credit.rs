//! Evidence, and the score that follows from it.

use super::RootOrCouncil;
use crate::{
	Balance, Balances, Consortium, CreditRecords, CreditScore, Runtime, RuntimeHoldReason,
	Timestamp, TradeNetwork,
};
use frame_support::{parameter_types, traits::ConstU32, weights::Weight};
use hanse_credit_model::Parameters;
use hanse_runtime_common::{Signature, limits, money};
use pallet_credit_records::RuleSet;
use sp_runtime::Perbill;

parameter_types! {
	/// The constants of the credit model.
	pub ModelParameters: Parameters = Parameters::default();
	/// How much of a block the settlement of due records may take at its start. A million records a
	/// year are little more than a hundred an hour, and most of them are settled by the batches
	/// that pay for it. A tenth of a block settles some thousands at once, after a burst.
	pub SettlementWeight: Weight = Perbill::from_percent(10) * limits::MAXIMUM_BLOCK_WEIGHT;
	/// How much of a block the deadlines of objections may take at its start. Contests are rare; what
	/// matters is that many at once do not stop the trade of others.
	pub AgendaWeight: Weight = Perbill::from_percent(5) * limits::MAXIMUM_BLOCK_WEIGHT;
	/// How much of a block may go into evidence that has reached its end. Half a year's worth comes
	/// due at one moment, and nobody waits for it: what is read leaves it out already.
	pub LeavingWeight: Weight = Perbill::from_percent(5) * limits::MAXIMUM_BLOCK_WEIGHT;
	/// The rules until the consortium votes for others. A provider puts up ten thousand tokens for each
	/// category, a hundredth of what the presets endow a founder with; a contest beyond the free
	/// ones takes ten.
	pub DefaultRules: RuleSet<Balance> =
		RuleSet::with_bonds(MINIMUM_BOND, 10 * money::UNIT);
}

/// What a provider puts up for each category at first.
pub const MINIMUM_BOND: Balance = 10_000 * money::UNIT;

impl pallet_credit_score::Config for Runtime {
	type Clock = CreditRecords;
	type Enterprises = TradeNetwork;
	type MaxLeavingWeight = LeavingWeight;
	type Parameters = ModelParameters;
	type WeightInfo = pallet_credit_score::weights::SubstrateWeight<Runtime>;
}

impl pallet_credit_records::Config for Runtime {
	type Activity = TradeNetwork;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = hanse_signatures::Sr25519Keys;
	type Currency = Balances;
	type DefaultRules = DefaultRules;
	type GovernanceOrigin = RootOrCouncil;
	type ImportOrigin = RootOrCouncil;
	type MaxAgenda = ConstU32<256>;
	type MaxAgendaWeight = AgendaWeight;
	// A quarter of a megabyte. It has to fit into a block even if all that can be kept is known of each
	// of its subjects; the price of a batch is shared by so many that more would gain nothing.
	type MaxBatch = ConstU32<2_048>;
	// Signatures cost fifty microseconds each.
	type MaxConfirmations = ConstU32<512>;
	// About eighty bytes each, so eighty megabytes of state at most wait for settlement.
	type MaxPending = ConstU32<1_000_000>;
	type MaxSettlementWeight = SettlementWeight;
	type MaxSources = ConstU32<100_000>;
	type Members = Consortium;
	type Parameters = ModelParameters;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Score = CreditScore;
	type Signature = Signature;
	// What is lost is nobody's gain: it is burnt.
	type Slashed = ();
	type Subjects = TradeNetwork;
	type Time = Timestamp;
	type WeightInfo = pallet_credit_records::weights::SubstrateWeight<Runtime>;
}

impl pallet_skip_feeless_payment::Config for Runtime {
	type RuntimeEvent = crate::RuntimeEvent;
}
