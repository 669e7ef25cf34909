//! Who authors and finalises, for how long, and what happens to those who misbehave.

use super::RootOrCouncil;
use crate::{
	AccountId, Attendance, Aura, Balances, Consortium, Historical, Moment, Offences, Runtime,
	RuntimeEvent, Session, SessionKeys, session_length,
};
use alloc::vec::Vec;
use frame_support::{
	parameter_types,
	traits::{ConstBool, ConstU32, ConstU64, Get, KeyOwnerProofSystem},
};
use hanse_runtime_common::{BlockNumber, time};
use pallet_session::{
	FindAccountFromAuthorIndex, PeriodicSessions, SessionManager,
	disabling::UpToLimitDisablingStrategy, historical,
};
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_consensus_grandpa::AuthorityId as GrandpaId;
use sp_core::crypto::KeyTypeId;
use sp_runtime::traits::OpaqueKeys;
use sp_staking::SessionIndex;

/// The most authorities the chain is meant for.
pub type MaxAuthorities = ConstU32<100>;

/// For how many sessions misbehaviour can still be proved: a week of sessions of an hour.
pub const HISTORY_DEPTH: SessionIndex = 7 * 24;

impl pallet_timestamp::Config for Runtime {
	// Blocks may be half a slot apart, since the clocks of two authors differ.
	type MinimumPeriod = ConstU64<{ time::SLOT_DURATION / 2 }>;
	type Moment = Moment;
	type OnTimestampSet = Aura;
	type WeightInfo = pallet_timestamp::weights::SubstrateWeight<Runtime>;
}

impl pallet_authorship::Config for Runtime {
	type EventHandler = Attendance;
	type FindAuthor = FindAccountFromAuthorIndex<Runtime, Aura>;
}

impl pallet_attendance::Config for Runtime {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Members;
	type MaxAuthors = MaxAuthorities;
	// Of a session of an hour, each of a hundred authorities has eighteen.
	type MinSlots = ConstU32<5>;
	type ParameterOrigin = RootOrCouncil;
	type Pool = Consortium;
	type WeightInfo = pallet_attendance::weights::SubstrateWeight<Runtime>;
}

impl pallet_aura::Config for Runtime {
	type AllowMultipleBlocksPerSlot = ConstBool<false>;
	type AuthorityId = AuraId;
	// An authority that is disabled cannot author: its block is invalid and its slot stays empty.
	type DisabledValidators = Session;
	type MaxAuthorities = MaxAuthorities;
	type SlotDuration = ConstU64<{ time::SLOT_DURATION }>;
}

parameter_types! {
	/// How old a report of misbehaviour may be, in blocks.
	pub ReportLongevity: u64 =
		u64::from(HISTORY_DEPTH) * u64::from(session_length::Blocks::<Runtime>::get());
}

impl pallet_grandpa::Config for Runtime {
	type EquivocationReportSystem =
		pallet_grandpa::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
	type KeyOwnerProof = <Historical as KeyOwnerProofSystem<(KeyTypeId, GrandpaId)>>::Proof;
	type MaxAuthorities = MaxAuthorities;
	type MaxNominators = ConstU32<0>;
	type MaxSetIdSessionEntries = ConstU64<{ HISTORY_DEPTH as u64 }>;
	type RuntimeEvent = RuntimeEvent;
	// Weights for the calls of this pallet come with the pallet's default.
	type WeightInfo = ();
}

impl pallet_aura_equivocation::Config for Runtime {
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Members;
	type KeyOwnerProofs = Historical;
	// Each header may carry both sets of a hundred authorities, nine kilobytes with the rest.
	type MaxReportSize = ConstU32<{ 32 * 1024 }>;
	type Offences = Offences;
	type ReportLongevity = ReportLongevity;
	type WeightInfo = pallet_aura_equivocation::weights::SubstrateWeight<Runtime>;
}

impl pallet_offences::Config for Runtime {
	type IdentificationTuple = historical::IdentificationTuple<Self>;
	type OnOffenceHandler = Consortium;
	type RuntimeEvent = RuntimeEvent;
}

impl historical::Config for Runtime {
	type FullIdentification = ();
	type FullIdentificationOf = pallet_consortium::UnitIdentificationOf;
	type RuntimeEvent = RuntimeEvent;
}

/// Keeps who the authorities were for [`HISTORY_DEPTH`] sessions, and forgets it then: otherwise the
/// state would grow by an entry every session, for ever.
pub struct PrunedHistory<Inner>(core::marker::PhantomData<Inner>);

impl<Inner: SessionManager<AccountId>> SessionManager<AccountId> for PrunedHistory<Inner> {
	fn new_session(index: SessionIndex) -> Option<Vec<AccountId>> {
		Inner::new_session(index)
	}

	fn new_session_genesis(index: SessionIndex) -> Option<Vec<AccountId>> {
		Inner::new_session_genesis(index)
	}

	fn start_session(index: SessionIndex) {
		Inner::start_session(index);
	}

	fn end_session(index: SessionIndex) {
		Inner::end_session(index);
		if let Some(oldest) = index.checked_sub(HISTORY_DEPTH) {
			Historical::prune_up_to(oldest);
		}
	}
}

parameter_types! {
	/// The first session starts with the chain.
	pub const SessionOffset: BlockNumber = 0;
}

/// When a session ends.
type Periods = PeriodicSessions<session_length::Blocks<Runtime>, SessionOffset>;

/// What is done when a session ends and another is planned: first who was absent is set aside, then the
/// members say who validates, and it is written down for proofs, as long as they are taken.
type Sessions = PrunedHistory<
	pallet_attendance::AttendedSessions<
		Runtime,
		historical::NoteHistoricalRoot<Runtime, Consortium>,
	>,
>;

impl pallet_session::Config for Runtime {
	type Currency = Balances;
	// At most a third is disabled at once: more would stop the chain that wants to punish them.
	type DisablingStrategy = UpToLimitDisablingStrategy<3>;
	// Only members register keys, and they were vetted.
	type KeyDeposit = ();
	type Keys = SessionKeys;
	type NextSessionRotation = Periods;
	type RuntimeEvent = RuntimeEvent;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type SessionManager = Sessions;
	type ShouldEndSession = Periods;
	type ValidatorId = AccountId;
	// Only members can register keys.
	type ValidatorIdOf = pallet_consortium::MemberIdOf<Runtime>;
	type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
}

impl session_length::Config for Runtime {
	type DefaultLength = frame_support::traits::ConstU32<{ time::HOURS }>;
}
