//! Evidence, and the score that follows from it.

use super::RootOrCouncil;
use crate::{Consortium, CreditRecords, CreditScore, Runtime, Timestamp, TradeNetwork};
use frame_support::{parameter_types, traits::ConstU32, weights::Weight};
use hanse_credit_model::Parameters;
use hanse_runtime_common::limits;
use sp_runtime::Perbill;

parameter_types! {
	/// The constants of the credit model.
	pub ModelParameters: Parameters = Parameters::default();
	/// How much of a block the settlement of due records may take at its start. A million records a
	/// year are little more than a hundred an hour, and most of them are settled by the batches
	/// that pay for it. A tenth of a block settles some hundreds at once, after a burst.
	pub SettlementWeight: Weight = Perbill::from_percent(10) * limits::MAXIMUM_BLOCK_WEIGHT;
}

impl pallet_credit_score::Config for Runtime {
	type Clock = CreditRecords;
	type Enterprises = TradeNetwork;
	type Parameters = ModelParameters;
}

impl pallet_credit_records::Config for Runtime {
	type ImportOrigin = RootOrCouncil;
	// A batch of this many takes about a quarter of a block, so that several fit and none is too heavy.
	type MaxBatch = ConstU32<256>;
	// About two hundred bytes each, so a hundred megabytes of state at most wait for settlement.
	type MaxPending = ConstU32<500_000>;
	type MaxSettlementWeight = SettlementWeight;
	type MaxSources = ConstU32<100_000>;
	type Members = Consortium;
	type Parameters = ModelParameters;
	type Activity = TradeNetwork;
	type Score = CreditScore;
	type Subjects = TradeNetwork;
	type Time = Timestamp;
	type WeightInfo = pallet_credit_records::weights::SubstrateWeight<Runtime>;
}
