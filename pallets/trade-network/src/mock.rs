//! A runtime with this pallet, real deposits, and neighbours that do what a test tells them.
//!
//! Accounts are numbers, and a signature is the number of who made it with the bytes that were
//! signed: one by another account or over other bytes is wrong.

use crate as pallet_trade_network;
use frame::{
	deps::{
		frame_support::traits::{LinearStoragePrice, fungible::HoldConsideration},
		sp_runtime::testing::TestSignature,
	},
	testing_prelude::*,
	traits::UnixTime,
};
use hanse_traits::Membership;
use hanse_types::{Day, Role};
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
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(2)]
	pub type TradeNetwork = pallet_trade_network;
}

pub type AccountId = u64;

/// The accounts with money: traders that may register themselves.
pub const TRADERS: core::ops::RangeInclusive<AccountId> = 1..=40;

/// A member with the role of a registrar.
pub const REGISTRAR: AccountId = 100;
/// Another one.
pub const OTHER_REGISTRAR: AccountId = 101;
/// A member without roles, which brings its customers.
pub const PLATFORM: AccountId = 102;
/// Not a member, with money, and no enterprise.
pub const STRANGER: AccountId = 103;
/// Not a member, without money.
pub const BEGGAR: AccountId = 104;

/// What everybody with money has.
pub const WEALTH: u64 = 1_000_000_000;

/// The day of the block, unless a test moves it. It is the first of a period of activity.
pub const TODAY: Day = 20_010;

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

parameter_types! {
	pub static CurrentDay: Day = TODAY;
	pub static MaxPartners: u32 = 8;
	pub static MaxBatchSteps: u32 = 9;
	pub static LapseWeight: Weight = Weight::MAX;
	pub const RegistrationReason: RuntimeHoldReason =
		RuntimeHoldReason::TradeNetwork(pallet_trade_network::HoldReason::Registration);
	pub const RelationshipReason: RuntimeHoldReason =
		RuntimeHoldReason::TradeNetwork(pallet_trade_network::HoldReason::Relationship);
	pub const ProposalReason: RuntimeHoldReason =
		RuntimeHoldReason::TradeNetwork(pallet_trade_network::HoldReason::Proposal);
}

pub struct Time;
impl UnixTime for Time {
	fn now() -> Duration {
		// At noon.
		Duration::from_secs(u64::from(CurrentDay::get()) * 86_400 + 43_200)
	}
}

type Deposit<Reason, Base> =
	HoldConsideration<AccountId, Balances, Reason, LinearStoragePrice<Base, ConstU64<1>, u64>>;

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

impl pallet_trade_network::Config for Test {
	type WeightInfo = ();
	type Members = Members;
	type Time = Time;
	type GovernanceOrigin = EnsureRoot<AccountId>;
	type RegistrationDeposit = Deposit<RegistrationReason, ConstU64<1_000>>;
	type RelationshipDeposit = Deposit<RelationshipReason, ConstU64<200>>;
	type ProposalDeposit = Deposit<ProposalReason, ConstU64<30>>;
	type Signature = TestSignature;
	type MaxPartners = MaxPartners;
	type MaxAccounts = ConstU32<8>;
	type MaxBatch = ConstU32<4>;
	type MaxBatchSteps = MaxBatchSteps;
	type MaxAttestation = ConstU32<731>;
	type AgreementLifetime = ConstU32<7>;
	type RecoveryDelay = ConstU32<3>;
	type DormantAfter = ConstU32<180>;
	type MaxLapseWeight = LapseWeight;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = TestKeys;
}

/// Builds the chain that a test starts from.
pub struct ExtBuilder {
	max_partners: u32,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { max_partners: 8 }
	}
}

impl ExtBuilder {
	/// Lets enterprises have so many partners.
	pub fn max_partners(mut self, max: u32) -> Self {
		self.max_partners = max;
		self
	}

	pub fn build(self) -> TestState {
		ROLES.take();
		Members::set(REGISTRAR, &[Role::Registrar]);
		Members::set(OTHER_REGISTRAR, &[Role::Registrar, Role::Auditor]);
		Members::set(PLATFORM, &[]);
		CurrentDay::set(TODAY);
		MaxPartners::set(self.max_partners);
		MaxBatchSteps::set(9);
		LapseWeight::set(Weight::MAX);
		let rich = TRADERS.chain([REGISTRAR, OTHER_REGISTRAR, PLATFORM, STRANGER]);
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
			TradeNetwork::do_try_state().unwrap();
		});
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> TestState {
	// As many as a runtime may have.
	let chain = ExtBuilder::default().max_partners(1_024).build();
	MaxBatchSteps::set(4_096);
	chain
}
