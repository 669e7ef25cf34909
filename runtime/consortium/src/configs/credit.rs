//! Evidence, and the score that follows from it.

use super::RootOrCouncil;
use crate::{
	Balance, Balances, Consortium, CreditLines, CreditRecords, CreditScore, Runtime,
	RuntimeHoldReason, Timestamp, TradeNetwork, session_length,
};
use frame_support::{parameter_types, traits::ConstU32, weights::Weight};
use hanse_credit_model::Parameters;
use hanse_runtime_common::{Signature, limits, money, time};
use pallet_credit_records::RuleSet;
use pallet_credit_score::CurrentParameters;
use sp_runtime::Perbill;

parameter_types! {
	/// The parameters of the credit model that a chain begins with, if its genesis does not say others.
	pub InitialParameters: Parameters = Parameters::default();
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
	/// How much of a block may go into telling those who act on standings. Lines of credit wait for it,
	/// so it is twice what only tidies up. An import, in which every other record moves somebody far,
	/// leaves a backlog; each subject stands in it once.
	pub TellingWeight: Weight = Perbill::from_percent(10) * limits::MAXIMUM_BLOCK_WEIGHT;
	/// How much of a block the round over all subjects may take: some thirty of them, so that it passes a
	/// million in a day.
	pub SweepWeight: Weight = Perbill::from_percent(2) * limits::MAXIMUM_BLOCK_WEIGHT;
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
	type GovernanceOrigin = RootOrCouncil;
	type InitialParameters = InitialParameters;
	type MaxLeavingWeight = LeavingWeight;
	type MaxSweepWeight = SweepWeight;
	type MaxTellingWeight = TellingWeight;
	type Members = Consortium;
	// A session, as for the authority set: what others have to prepare for was in public for as long as
	// the motion was open, and a motion can name a later block.
	type MinNotice = session_length::Blocks<Runtime>;
	type Network = TradeNetwork;
	type OnStanding = CreditLines;
	// Evidence fades by less than a hundredth in a day.
	type SweepPeriod = ConstU32<{ time::DAYS }>;
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
	type Parameters = CurrentParameters<Runtime>;
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
