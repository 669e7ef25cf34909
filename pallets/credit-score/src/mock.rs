//! A runtime with this pallet and neighbours that do what a test tells them.

use crate as pallet_credit_score;
use frame::testing_prelude::*;
use hanse_credit_model::{Moment, NetworkSignals, Parameters};
use hanse_traits::{Membership, ModelClock, NetworkSignalsOf, OnStanding, Standing, Subjects};
use hanse_types::{Role, VerificationLevel};
use std::{cell::RefCell, collections::BTreeMap};

#[frame_construct_runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type CreditScore = pallet_credit_score;
}

pub type AccountId = u64;

/// A member with the role of a bank.
pub const BANK: AccountId = 100;
/// A member with the role of customs.
pub const CUSTOMS: AccountId = 101;
/// A member that submits evidence about orders.
pub const PLATFORM: AccountId = 102;
/// A member without a role.
pub const MEMBER: AccountId = 103;
/// Not a member.
pub const STRANGER: AccountId = 104;

/// How long a decision about parameters waits at least.
pub const NOTICE: u64 = 5;

/// How many blocks there are from one round to the next.
pub const PERIOD: u64 = 10;

/// When tests begin.
pub const START: Moment = 1_000 * hanse_credit_model::DAY;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = MockBlock<Test>;
}

/// What everything in the hooks may take, unless a test says less.
pub const MUCH: Weight = Weight::from_parts(100_000_000_000, u64::MAX);

parameter_types! {
	pub static Now: Moment = START;
	pub ModelParameters: Parameters = Parameters::default();
	pub static MaxLeavingWeight: Weight = MUCH;
	pub static MaxTellingWeight: Weight = MUCH;
	pub static MaxSweepWeight: Weight = MUCH;
}

thread_local! {
	static ROLES: RefCell<BTreeMap<AccountId, Vec<Role>>> = RefCell::default();
	static SIGNALS: RefCell<BTreeMap<AccountId, NetworkSignals>> = RefCell::default();
	static TOLD: RefCell<Vec<(AccountId, Standing)>> = RefCell::default();
}

pub struct Clock;
impl ModelClock for Clock {
	fn now() -> Moment {
		Now::get()
	}
}

/// Every account above a thousand acts for the enterprise whose account is a thousand less.
pub const OTHER_ACCOUNT: AccountId = 1_000;

pub struct Enterprises;
impl Subjects<AccountId> for Enterprises {
	fn subject_of(account: &AccountId) -> AccountId {
		// Those of benchmarks are large and have nothing to do with each other.
		if *account < 100 * OTHER_ACCOUNT { account % OTHER_ACCOUNT } else { *account }
	}

	fn acts_for(account: &AccountId, subject: &AccountId) -> bool {
		Self::subject_of(account) == Self::subject_of(subject)
	}

	fn verification(_: &AccountId) -> VerificationLevel {
		VerificationLevel::None
	}
}

/// A network that says of each what a test told it to.
pub struct Network;
impl Network {
	pub fn say(subject: AccountId, signals: NetworkSignals) {
		SIGNALS.with_borrow_mut(|all| all.insert(subject, signals));
	}
}
impl NetworkSignalsOf<AccountId> for Network {
	fn signals(subject: &AccountId) -> NetworkSignals {
		SIGNALS.with_borrow(|all| all.get(subject).copied().unwrap_or_default())
	}

	fn signals_weight() -> Weight {
		Weight::from_parts(1_000_000, 0)
	}
}

pub struct Members;
impl Members {
	pub fn set(account: AccountId, roles: &[Role]) {
		ROLES.with_borrow_mut(|members| members.insert(account, roles.to_vec()));
	}

	pub fn remove(account: AccountId) {
		ROLES.with_borrow_mut(|members| members.remove(&account));
	}
}
impl Membership<AccountId> for Members {
	fn is_member(account: &AccountId) -> bool {
		ROLES.with_borrow(|members| members.contains_key(account))
	}

	fn has_role(account: &AccountId, role: Role) -> bool {
		ROLES.with_borrow(|members| members.get(account).is_some_and(|roles| roles.contains(&role)))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_member(account: &AccountId, roles: &[Role]) {
		Self::set(*account, roles);
	}
}

/// Remembers what it was told, and that it was told what the pallet answers.
pub struct Lender;
impl OnStanding<AccountId> for Lender {
	fn changed(subject: &AccountId, standing: &Standing) {
		use hanse_traits::Standings;
		assert_eq!(CreditScore::standing_of(subject), Some(*standing));
		TOLD.with_borrow_mut(|told| told.push((*subject, *standing)));
	}

	fn weight() -> Weight {
		Weight::from_parts(2_000_000, 0)
	}
}

/// What was told since the last time it was asked.
pub fn told() -> Vec<(AccountId, Standing)> {
	TOLD.take()
}

impl pallet_credit_score::Config for Test {
	type WeightInfo = ();
	type InitialParameters = ModelParameters;
	type GovernanceOrigin = EnsureRoot<AccountId>;
	type MinNotice = ConstU64<NOTICE>;
	type Clock = Clock;
	type Enterprises = Enterprises;
	type Network = Network;
	type Members = Members;
	type OnStanding = Lender;
	type SweepPeriod = ConstU64<PERIOD>;
	type MaxLeavingWeight = MaxLeavingWeight;
	type MaxTellingWeight = MaxTellingWeight;
	type MaxSweepWeight = MaxSweepWeight;
}

/// Builds the chain that a test starts from.
#[derive(Default)]
pub struct ExtBuilder {
	parameters: Option<Parameters>,
}

impl ExtBuilder {
	/// Starts with other parameters than those of the code.
	pub fn with(mut self, parameters: Parameters) -> Self {
		self.parameters = Some(parameters);
		self
	}

	pub fn build(self) -> TestState {
		ROLES.take();
		SIGNALS.take();
		TOLD.take();
		Members::set(BANK, &[Role::Bank]);
		Members::set(CUSTOMS, &[Role::Customs]);
		Members::set(PLATFORM, &[Role::TransactionProvider]);
		Members::set(MEMBER, &[]);
		Now::set(START);
		MaxLeavingWeight::set(MUCH);
		MaxTellingWeight::set(MUCH);
		MaxSweepWeight::set(MUCH);
		let mut chain: TestState = RuntimeGenesisConfig {
			credit_score: pallet_credit_score::GenesisConfig {
				parameters: self.parameters,
				..Default::default()
			},
			..Default::default()
		}
		.build_storage()
		.unwrap()
		.into();
		chain.execute_with(|| System::set_block_number(1));
		chain
	}

	/// Runs the test, and the invariants after it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			CreditScore::do_try_state().unwrap();
		});
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> TestState {
	ExtBuilder::default().build()
}
