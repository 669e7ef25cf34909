//! A runtime with this pallet, and neighbours that do what a test tells them.

use crate as pallet_credit_records;
use frame::{testing_prelude::*, traits::UnixTime};
use hanse_credit_model::{DAY, Moment, Observation, Parameters, Risk};
use hanse_traits::{EvidenceSink, Membership, Subjects, TradeActivity};
use hanse_types::{Role, VerificationLevel};
use std::{cell::RefCell, collections::BTreeMap, time::Duration};

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
	pub type CreditRecords = pallet_credit_records;
}

pub type AccountId = u64;

/// A platform: may submit evidence about orders, payments and conduct.
pub const PLATFORM: AccountId = 100;
/// A carrier: may submit evidence about shipping, and is an authority in it.
pub const CARRIER: AccountId = 101;
/// A member that provides nothing.
pub const AUDITOR: AccountId = 102;
/// Not a member.
pub const STRANGER: AccountId = 103;

/// The time of the block, unless a test moves it.
pub const TODAY: Moment = 20_000 * DAY;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = MockBlock<Test>;
}

thread_local! {
	static ROLES: RefCell<BTreeMap<AccountId, Vec<Role>>> = RefCell::default();
	static ORDERS: RefCell<Vec<(AccountId, AccountId, u8)>> = RefCell::default();
	static OBSERVED: RefCell<Vec<(AccountId, AccountId, Observation, Moment)>> =
		RefCell::default();
}

pub struct Members;
impl Members {
	pub fn set(account: AccountId, roles: &[Role]) {
		ROLES.with_borrow_mut(|members| members.insert(account, roles.to_vec()));
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

/// Remembers what it is told, and tells the number of what it was told as the risk.
pub struct Score;
impl EvidenceSink<AccountId> for Score {
	fn observe(
		subject: &AccountId,
		source: &AccountId,
		observation: Observation,
		now: Moment,
	) -> Risk {
		OBSERVED.with_borrow_mut(|observed| {
			observed.push((*subject, *source, observation, now));
			Risk(observed.len() as u16)
		})
	}
}

/// What the score was told since the last time it was asked.
pub fn observed() -> Vec<(AccountId, AccountId, Observation, Moment)> {
	OBSERVED.take()
}

/// Every account above a thousand acts for the enterprise whose account is a thousand less.
pub const OTHER_ACCOUNT: AccountId = 1_000;

pub struct Enterprises;
impl Subjects<AccountId> for Enterprises {
	fn subject_of(account: &AccountId) -> AccountId {
		account % OTHER_ACCOUNT
	}

	fn verification(_: &AccountId) -> VerificationLevel {
		VerificationLevel::None
	}
}
impl TradeActivity<AccountId> for Enterprises {
	fn note_order(a: &AccountId, b: &AccountId, volume_class: u8) {
		ORDERS.with_borrow_mut(|orders| orders.push((*a, *b, volume_class)));
	}

	fn note_order_weight() -> Weight {
		Weight::from_parts(1_000_000_000, 0)
	}
}

/// The orders that were noted since the last time it was asked.
pub fn orders() -> Vec<(AccountId, AccountId, u8)> {
	ORDERS.take()
}

parameter_types! {
	pub static BlockTime: Moment = TODAY;
	pub static MaxPending: u32 = 1_000;
	pub static SettlementWeight: Weight = Weight::MAX;
	pub ModelParameters: Parameters = Parameters::default();
}

pub struct Time;
impl UnixTime for Time {
	fn now() -> Duration {
		Duration::from_secs(BlockTime::get())
	}
}

impl pallet_credit_records::Config for Test {
	type WeightInfo = ();
	type Members = Members;
	type Score = Score;
	type Subjects = Enterprises;
	type Activity = Enterprises;
	type Time = Time;
	type ImportOrigin = EnsureRoot<AccountId>;
	type Parameters = ModelParameters;
	type MaxBatch = ConstU32<16>;
	type MaxPending = MaxPending;
	type MaxSources = ConstU32<40>;
	type MaxSettlementWeight = SettlementWeight;
}

/// Builds the chain that a test starts from.
#[derive(Default)]
pub struct ExtBuilder {
	importing: bool,
}

impl ExtBuilder {
	/// Starts with an import under way.
	pub fn importing(mut self) -> Self {
		self.importing = true;
		self
	}

	pub fn build(self) -> TestState {
		Members::set(
			PLATFORM,
			&[Role::TransactionProvider, Role::PaymentProvider, Role::BehaviourProvider],
		);
		Members::set(CARRIER, &[Role::ShippingProvider, Role::Carrier]);
		Members::set(AUDITOR, &[Role::Auditor]);
		BlockTime::set(TODAY);
		observed();
		orders();
		let mut chain: TestState = RuntimeGenesisConfig {
			credit_records: pallet_credit_records::GenesisConfig {
				importing: self.importing,
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
			CreditRecords::do_try_state().unwrap();
		});
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> TestState {
	ExtBuilder::default().build()
}
