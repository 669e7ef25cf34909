//! Who trades with whom.

use super::RootOrCouncil;
use crate::{AccountId, Balance, Balances, Consortium, Runtime, RuntimeHoldReason, Timestamp};
use frame_support::{
	parameter_types,
	traits::{ConstU32, LinearStoragePrice, fungible::HoldConsideration},
	weights::Weight,
};
use hanse_runtime_common::{Signature, limits, money};
use pallet_trade_network::HoldReason;
use sp_runtime::Perbill;

parameter_types! {
	/// What an entry of the state costs, whatever its size.
	pub const EntryPrice: Balance = money::deposit(1, 0);
	/// What a byte of it costs.
	pub const BytePrice: Balance = money::deposit(0, 1);
	/// Why money is held for an enterprise.
	pub const ForRegistration: RuntimeHoldReason =
		RuntimeHoldReason::TradeNetwork(HoldReason::Registration);
	/// Why money is held for a relationship.
	pub const ForRelationship: RuntimeHoldReason =
		RuntimeHoldReason::TradeNetwork(HoldReason::Relationship);
	/// Why money is held for a proposal.
	pub const ForProposal: RuntimeHoldReason =
		RuntimeHoldReason::TradeNetwork(HoldReason::Proposal);
	/// How much of a block the lapse of attestations may take at its start. It only tidies up, so it
	/// may take its time.
	pub LapseWeight: Weight = Perbill::from_percent(5) * limits::MAXIMUM_BLOCK_WEIGHT;
}

/// Holds the price of what is stored, for as long as it is.
type Deposit<Reason> = HoldConsideration<
	AccountId,
	Balances,
	Reason,
	LinearStoragePrice<EntryPrice, BytePrice, Balance>,
>;

impl pallet_trade_network::Config for Runtime {
	// A week to gather both signatures and bring them.
	type AgreementLifetime = ConstU32<7>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = hanse_signatures::Sr25519Keys;
	// Half a year: longer than a voyage and the claims after it.
	type DormantAfter = ConstU32<180>;
	type GovernanceOrigin = RootOrCouncil;
	type MaxAccounts = ConstU32<16>;
	// Two years, as papers of registration are renewed.
	type MaxAttestation = ConstU32<731>;
	// Two signatures each, so a batch takes a twentieth of a block, and what its steps take.
	type MaxBatch = ConstU32<64>;
	// Sixty-four partners on the smaller side of each agreement of a full batch; most traders have a
	// dozen. Two fifths of a block at worst.
	type MaxBatchSteps = ConstU32<4_096>;
	type MaxLapseWeight = LapseWeight;
	type MaxPartners = MaxPartners;
	type Members = Consortium;
	type ProposalDeposit = Deposit<ForProposal>;
	// Over a weekend.
	type RecoveryDelay = ConstU32<3>;
	type RegistrationDeposit = Deposit<ForRegistration>;
	type RelationshipDeposit = Deposit<ForRelationship>;
	type Signature = Signature;
	type Time = Timestamp;
	type WeightInfo = pallet_trade_network::weights::SubstrateWeight<Runtime>;
}

/// How many partners an enterprise may have. The trader with the most in a market of 5,881 had 795.
pub type MaxPartners = ConstU32<1_024>;
