//! How the members decide, and what each of their keys may do.
//!
//! # From a vote to a change
//!
//! Admission, removal and parameters ask for [`RootOrCouncil`], so a motion of two thirds of the
//! council is enough for them. A few calls of the system, and a runtime upgrade above all, ask for
//! root, which is nobody's account. Two thirds of the council reach it through the whitelist, with a
//! single motion:
//!
//! ```text
//! utility.batch_all([
//!     whitelist.whitelist_call(hash of the call),
//!     whitelist.dispatch_whitelisted_call_with_preimage(the call),
//! ])
//! ```
//!
//! For an upgrade the call is `system.authorize_upgrade(hash of the code)`: members vote on 32 bytes,
//! and anybody may then submit the code that has this hash.

use crate::{
	AccountId, Attendance, Balance, Balances, Council, Preimage, Runtime, RuntimeCall,
	RuntimeEvent, RuntimeHoldReason, RuntimeOrigin, Session, System,
};
use alloc::boxed::Box;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	PalletId,
	dispatch::DispatchResult,
	parameter_types,
	traits::{ConstU32, EitherOfDiverse, InstanceFilter},
	weights::Weight,
};
use frame_system::{EnsureNever, EnsureRoot};
use hanse_runtime_common::{BlockNumber, limits, money, time};
use pallet_collective::{EnsureProportionAtLeast, PrimeDefaultVote};
use scale_info::TypeInfo;
use sp_runtime::{
	Perbill, SaturatedConversion,
	traits::{AccountIdConversion, BlakeTwo256},
};

/// How many members there may be, each with a seat in the council and at most one validator.
pub type MaxMembers = ConstU32<100>;

/// Which of the collectives the council is.
pub type CouncilInstance = pallet_collective::Instance1;

/// At least two thirds of the members, by a motion of the council.
pub type TwoThirdsOfCouncil = EnsureProportionAtLeast<AccountId, CouncilInstance, 2, 3>;

/// What two thirds of the members may do, and root with them.
pub type RootOrCouncil = EitherOfDiverse<EnsureRoot<AccountId>, TwoThirdsOfCouncil>;

parameter_types! {
	/// How long a motion stays open. Organisations decide in days.
	pub const MotionDuration: BlockNumber = 7 * time::DAYS;
	/// How heavy a motion's call may be: it runs within an ordinary transaction, that of the last
	/// vote.
	pub MaxProposalWeight: Weight = Perbill::from_percent(50) * limits::MAXIMUM_BLOCK_WEIGHT;
}

/// At least one third of the members, by a motion of the council: enough to set a member aside for a
/// while, and for nothing else.
pub type OneThirdOfCouncil = EnsureProportionAtLeast<AccountId, CouncilInstance, 1, 3>;

parameter_types! {
	/// What an applicant holds until it is refused or, as a member, leaves: enough that nobody
	/// applies for fun.
	pub const Bond: Balance = 1_000 * money::UNIT;
	/// What a proof of misbehaviour is worth to whoever brings it; the offender pays.
	pub const ReporterReward: Balance = 100 * money::UNIT;
	/// How long an application is open: members meet every month.
	pub const ApplicationPeriod: BlockNumber = 28 * time::DAYS;
	/// How long one third of the members can set a member aside: as long as a motion may take, so
	/// that two thirds can decide meanwhile.
	pub const ProvisionalPeriod: BlockNumber = MotionDuration::get();
	/// How long they must then leave it alone.
	pub const ProvisionalCoolDown: BlockNumber = 28 * time::DAYS;
	/// The account in whose name the pallet moves that a member be removed. Nobody has its key.
	pub const ConsortiumPalletId: PalletId = PalletId(*b"hn/consm");
}

/// Puts a motion before the council that a member be removed, in the name of the pallet.
pub struct RemovalByCouncil;

impl pallet_consortium::ProposeRemoval<AccountId> for RemovalByCouncil {
	fn propose_removal(member: &AccountId) -> DispatchResult {
		let motion = RuntimeCall::Consortium(pallet_consortium::Call::remove_member {
			account: member.clone(),
		});
		let length = motion.encoded_size().saturated_into();
		let seats = pallet_collective::Members::<Runtime, CouncilInstance>::get().len();
		// Two thirds, rounded up, as the call will ask for.
		let threshold = seats.saturating_mul(2).div_ceil(3).saturated_into();
		Council::do_propose_proposed(
			ConsortiumPalletId::get().into_account_truncating(),
			threshold,
			Box::new(motion),
			length,
		)?;
		Ok(())
	}
}

impl pallet_consortium::Config for Runtime {
	type AdmitOrigin = RootOrCouncil;
	type ApplicationPeriod = ApplicationPeriod;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = pallet_consortium::SessionKeysFromAccount<Runtime>;
	type Bond = Bond;
	type Currency = Balances;
	type Disabling = pallet_consortium::DisableInSession<Runtime>;
	type Keys = Session;
	type MaxApplications = ConstU32<100>;
	type MaxMembers = MaxMembers;
	type MaxNameLength = ConstU32<64>;
	type MembershipChanged = Council;
	type MembershipInitialized = Council;
	// A validator, its successor while it moves, and nodes for applications.
	type MaxNodes = ConstU32<16>;
	type ParameterOrigin = RootOrCouncil;
	type Presence = Attendance;
	type ProvisionalCoolDown = ProvisionalCoolDown;
	type ProvisionalOrigin = OneThirdOfCouncil;
	type ProvisionalPeriod = ProvisionalPeriod;
	type RemovalMotion = RemovalByCouncil;
	type RemoveOrigin = RootOrCouncil;
	type ReporterReward = ReporterReward;
	type RoleOrigin = RootOrCouncil;
	type RuntimeHoldReason = RuntimeHoldReason;
	type SuspendOrigin = RootOrCouncil;
	type WeightInfo = pallet_consortium::weights::SubstrateWeight<Runtime>;
}

impl pallet_collective::Config<CouncilInstance> for Runtime {
	// Only members propose, and no more than a hundred motions are open: nothing to hold a deposit
	// for.
	type Consideration = ();
	type DefaultVote = PrimeDefaultVote;
	type DisapproveOrigin = RootOrCouncil;
	type KillOrigin = RootOrCouncil;
	type MaxMembers = MaxMembers;
	type MaxProposalWeight = MaxProposalWeight;
	type MaxProposals = ConstU32<100>;
	type MotionDuration = MotionDuration;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	// The seats are the members, and the consortium alone says who these are.
	type SetMembersOrigin = EnsureNever<()>;
	type WeightInfo = pallet_collective::weights::SubstrateWeight<Runtime>;
}

impl pallet_whitelist::Config for Runtime {
	type BlockNumberProvider = System;
	// A call that is dispatched before it is whitelisted waits this long for it.
	type DeferredDispatchExpiration = frame_support::traits::ConstU32<{ 7 * time::DAYS }>;
	type DispatchWhitelistedOrigin = RootOrCouncil;
	type Preimages = Preimage;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_whitelist::weights::SubstrateWeight<Runtime>;
	type WhitelistOrigin = RootOrCouncil;
}

/// What a key may do for the organisation whose account it is not.
///
/// The account itself stays in a safe; each department works with a key of its own.
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Default,
	Encode,
	Eq,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	TypeInfo,
)]
pub enum ProxyType {
	/// Everything.
	#[codec(index = 0)]
	#[default]
	Any,
	/// Record evidence, one by one or many at once.
	#[codec(index = 1)]
	Evidence,
	/// Propose, vote and close in the council.
	#[codec(index = 2)]
	Governance,
	/// Rotate the keys of the organisation's validator, register its nodes, and bring it back after
	/// an absence.
	#[codec(index = 3)]
	Validator,
	/// Begin and end relationships, and nothing about who the enterprise is.
	#[codec(index = 4)]
	Trade,
	/// Confirm and contest the records about the enterprise, say who may see its data, have its score
	/// looked at, and decline lines of credit.
	#[codec(index = 5)]
	Credit,
	/// Review objections, for an arbitrator.
	#[codec(index = 6)]
	Arbitration,
	/// Set, change and withdraw credit lines, and note what was repaid, for a bank; weigh scores for its
	/// own purpose.
	#[codec(index = 7)]
	Lending,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		match self {
			Self::Any => true,
			// The calls inside a batch pass through this filter again.
			Self::Evidence => matches!(
				call,
				RuntimeCall::CreditRecords(
					pallet_credit_records::Call::register_sources { .. }
						| pallet_credit_records::Call::submit_record { .. }
						| pallet_credit_records::Call::submit_batch { .. }
						| pallet_credit_records::Call::submit_confirmed { .. }
						| pallet_credit_records::Call::confirm_record { .. }
						| pallet_credit_records::Call::answer_objection { .. }
						| pallet_credit_records::Call::withdraw_record { .. }
				) | RuntimeCall::DataAccess(pallet_data_access::Call::log_disclosures { .. })
					| RuntimeCall::Utility(
						pallet_utility::Call::batch { .. }
							| pallet_utility::Call::batch_all { .. }
							| pallet_utility::Call::force_batch { .. }
					)
			),
			Self::Governance => matches!(call, RuntimeCall::Council(_)),
			Self::Validator => matches!(
				call,
				RuntimeCall::Session(_)
					| RuntimeCall::Consortium(pallet_consortium::Call::register_nodes { .. })
					| RuntimeCall::Attendance(pallet_attendance::Call::return_to_service { .. })
			),
			Self::Trade => matches!(
				call,
				RuntimeCall::TradeNetwork(
					pallet_trade_network::Call::propose_relationship { .. }
						| pallet_trade_network::Call::withdraw_proposal { .. }
						| pallet_trade_network::Call::answer_proposal { .. }
						| pallet_trade_network::Call::submit_agreement { .. }
						| pallet_trade_network::Call::submit_agreements { .. }
						| pallet_trade_network::Call::end_relationship { .. }
				)
			),
			Self::Credit => matches!(
				call,
				RuntimeCall::CreditRecords(
					pallet_credit_records::Call::object { .. }
						| pallet_credit_records::Call::withdraw_objection { .. }
						| pallet_credit_records::Call::confirm_record { .. }
				) | RuntimeCall::DataAccess(
					pallet_data_access::Call::grant_access { .. }
						| pallet_data_access::Call::change_grant { .. }
						| pallet_data_access::Call::revoke_grant { .. }
				) | RuntimeCall::CreditScore(pallet_credit_score::Call::refresh { .. })
					| RuntimeCall::CreditLines(pallet_credit_lines::Call::decline_line { .. })
			),
			Self::Arbitration => {
				matches!(
					call,
					RuntimeCall::CreditRecords(pallet_credit_records::Call::review { .. })
				)
			},
			Self::Lending => matches!(
				call,
				RuntimeCall::CreditLines(
					pallet_credit_lines::Call::set_line { .. }
						| pallet_credit_lines::Call::change_line { .. }
						| pallet_credit_lines::Call::withdraw_line { .. }
						| pallet_credit_lines::Call::suspend_line { .. }
						| pallet_credit_lines::Call::resume_line { .. }
						| pallet_credit_lines::Call::note_repayment { .. }
				) | RuntimeCall::CreditScore(
					pallet_credit_score::Call::refresh { .. }
						| pallet_credit_score::Call::set_profile { .. }
						| pallet_credit_score::Call::remove_profile { .. }
				)
			),
		}
	}

	fn is_superset(&self, other: &Self) -> bool {
		self == other || *self == Self::Any
	}
}

parameter_types! {
	/// What the first delegation of an account costs while it lasts.
	pub const ProxyDepositBase: Balance = money::deposit(1, 8);
	/// What each delegation adds.
	pub const ProxyDepositFactor: Balance = money::deposit(0, 33);
	/// What the first announcement of a delayed delegate costs while it is open.
	pub const AnnouncementDepositBase: Balance = money::deposit(1, 8);
	/// What each announcement adds.
	pub const AnnouncementDepositFactor: Balance = money::deposit(0, 68);
}

impl pallet_proxy::Config for Runtime {
	type AnnouncementDepositBase = AnnouncementDepositBase;
	type AnnouncementDepositFactor = AnnouncementDepositFactor;
	type BlockNumberProvider = System;
	type CallHasher = BlakeTwo256;
	type Currency = Balances;
	type MaxPending = ConstU32<32>;
	type MaxProxies = ConstU32<32>;
	type ProxyDepositBase = ProxyDepositBase;
	type ProxyDepositFactor = ProxyDepositFactor;
	type ProxyType = ProxyType;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_proxy::weights::SubstrateWeight<Runtime>;
}
