//! A runtime with this pallet, real deposits, and neighbours that do what a test tells them.
//!
//! Accounts are numbers, and a signature is the number of who made it with the bytes that were
//! signed: one by another account or over other bytes is wrong.

use crate as pallet_data_access;
use frame::{
	deps::{
		frame_support::traits::{LinearStoragePrice, fungible::HoldConsideration},
		sp_runtime::testing::TestSignature,
	},
	testing_prelude::*,
	traits::UnixTime,
};
use hanse_credit_model::{DAY, Moment};
use hanse_traits::{Membership, Subjects};
use hanse_types::{Day, Role, VerificationLevel};
use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet},
	time::Duration,
};

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
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(2)]
	pub type DataAccess = pallet_data_access;
}

pub type AccountId = u64;

/// The enterprises, by the accounts that stand for them. They have money.
pub const ENTERPRISES: core::ops::RangeInclusive<AccountId> = 1..=40;

/// A member that has records of everybody.
pub const PLATFORM: AccountId = 100;
/// Another one.
pub const CARRIER: AccountId = 101;
/// A member that wants to see them.
pub const BANK: AccountId = 102;
/// A member with the role of a supervisor.
pub const SUPERVISOR: AccountId = 103;
/// A member with the role of customs.
pub const CUSTOMS: AccountId = 104;
/// Not a member, with money.
pub const STRANGER: AccountId = 105;
/// Not a member, without money.
pub const BEGGAR: AccountId = 106;

/// What everybody with money has.
pub const WEALTH: u64 = 1_000_000_000;

/// The day of the block, unless a test moves it.
pub const TODAY: Day = 20_010;
/// The moment of it: noon.
pub const NOW: Moment = TODAY as Moment * DAY + DAY / 2;

/// The hash of the chain's first block.
pub const GENESIS: H256 = H256([42; 32]);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<u64>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type RuntimeHoldReason = RuntimeHoldReason;
}

thread_local! {
	static ROLES: RefCell<BTreeMap<AccountId, Vec<Role>>> = RefCell::default();
	static JOINED: RefCell<BTreeMap<AccountId, AccountId>> = RefCell::default();
	static RETIRED: RefCell<BTreeSet<AccountId>> = RefCell::default();
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

/// Every account above a thousand belongs to, and acts for, the enterprise whose account is a thousand
/// less; whoever was told to belongs to another one.
pub const OTHER_ACCOUNT: AccountId = 1_000;

pub struct Enterprises;
impl Enterprises {
	/// From now on the account belongs to the enterprise with this subject.
	pub fn join(account: AccountId, subject: AccountId) {
		JOINED.with_borrow_mut(|joined| joined.insert(account, subject));
	}

	/// From now on the account does not act for its enterprise any more, but still belongs to it.
	pub fn retire(account: AccountId) {
		RETIRED.with_borrow_mut(|retired| retired.insert(account));
	}
}
impl Subjects<AccountId> for Enterprises {
	fn subject_of(account: &AccountId) -> AccountId {
		JOINED.with_borrow(|joined| joined.get(account).copied()).unwrap_or(account % OTHER_ACCOUNT)
	}

	fn acts_for(account: &AccountId, subject: &AccountId) -> bool {
		Self::subject_of(account) == *subject
			&& !RETIRED.with_borrow(|retired| retired.contains(account))
	}

	fn verification(_: &AccountId) -> VerificationLevel {
		VerificationLevel::None
	}
}

parameter_types! {
	pub static CurrentTime: Moment = NOW;
	pub static MaxGrants: u32 = 4;
	pub static MaxPeriod: Moment = pallet_data_access::FIVE_YEARS;
	pub static ExpiryWeight: Weight = Weight::MAX;
	pub const GrantReason: RuntimeHoldReason =
		RuntimeHoldReason::DataAccess(pallet_data_access::HoldReason::Grant);
}

pub struct Time;
impl UnixTime for Time {
	fn now() -> Duration {
		Duration::from_secs(CurrentTime::get())
	}
}

/// Signs for benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub struct TestKeys;
#[cfg(feature = "runtime-benchmarks")]
impl hanse_signatures::SigningKeys<AccountId, TestSignature> for TestKeys {
	fn signer(number: u32) -> AccountId {
		1_000_000 + u64::from(number)
	}

	fn sign(number: u32, message: &[u8]) -> TestSignature {
		TestSignature(Self::signer(number), message.to_vec())
	}
}
#[cfg(feature = "runtime-benchmarks")]
impl pallet_data_access::BenchmarkHelper<AccountId, TestSignature> for TestKeys {
	fn enterprise(account: &AccountId) {
		// Accounts of benchmarks are hashes: they must not belong together by chance.
		Enterprises::join(*account, *account);
	}
}

impl pallet_data_access::Config for Test {
	type WeightInfo = ();
	type Members = Members;
	type Subjects = Enterprises;
	type Time = Time;
	type GrantDeposit = HoldConsideration<
		AccountId,
		Balances,
		GrantReason,
		LinearStoragePrice<ConstU64<100>, ConstU64<1>, u64>,
	>;
	type Signature = TestSignature;
	type MaxGrants = MaxGrants;
	type MaxPeriod = MaxPeriod;
	type PermissionLifetime = ConstU32<7>;
	type MaxDisclosures = ConstU32<4>;
	type MaxDocuments = ConstU32<3>;
	type MaxExpiryWeight = ExpiryWeight;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = TestKeys;
}

/// Builds the chain that a test starts from.
#[derive(Default)]
pub struct ExtBuilder;

impl ExtBuilder {
	pub fn build(self) -> TestState {
		ROLES.take();
		JOINED.take();
		RETIRED.take();
		Members::set(PLATFORM, &[Role::TransactionProvider, Role::PaymentProvider]);
		Members::set(CARRIER, &[Role::ShippingProvider]);
		Members::set(BANK, &[Role::Bank]);
		Members::set(SUPERVISOR, &[Role::Supervisor]);
		Members::set(CUSTOMS, &[Role::Customs]);
		CurrentTime::set(NOW);
		MaxGrants::set(4);
		MaxPeriod::set(pallet_data_access::FIVE_YEARS);
		ExpiryWeight::set(Weight::MAX);
		let rich = ENTERPRISES.chain(PLATFORM..=STRANGER);
		let mut chain: TestState = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: rich.map(|account| (account, WEALTH)).collect(),
				..Default::default()
			},
			..Default::default()
		}
		.build_storage()
		.unwrap()
		.into();
		chain.execute_with(|| System::initialize(&1, &GENESIS, &Default::default()));
		chain
	}

	/// Runs the test, and the invariants after it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			DataAccess::do_try_state().unwrap();
		});
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> TestState {
	ExtBuilder.build()
}
