//! A runtime with this pallet, real deposits, and neighbours that do what a test tells them.

use crate as pallet_credit_lines;
use frame::{
	deps::frame_support::traits::{LinearStoragePrice, fungible::HoldConsideration},
	testing_prelude::*,
	traits::UnixTime,
};
use hanse_credit_model::{DAY, Grade, Moment, Warning, WarningLevel};
use hanse_traits::{
	Membership, OnStanding, Registered, SettlementAssets, Standing, Standings, Subjects,
};
use hanse_types::{Day, Role, SettlementAsset, VerificationLevel};
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
	pub type CreditLines = pallet_credit_lines;
}

pub type AccountId = u64;

/// The enterprises, by the accounts that stand for them. They have money, and need it for nothing.
pub const ENTERPRISES: core::ops::RangeInclusive<AccountId> = 1..=40;

/// Members with the role of a bank.
pub const BANKS: core::ops::RangeInclusive<AccountId> = 100..=119;
pub const BANK: AccountId = 100;
pub const OTHER_BANK: AccountId = 101;
pub const THIRD_BANK: AccountId = 102;
/// A member with other roles.
pub const PLATFORM: AccountId = 120;
/// Not a member and no enterprise, with money.
pub const STRANGER: AccountId = 121;
/// A member with the role of a bank, without money.
pub const BEGGAR: AccountId = 122;

/// What everybody with money has.
pub const WEALTH: u64 = 1_000_000_000;

/// The day of the block, unless a test moves it.
pub const TODAY: Day = 20_010;
/// The moment of it: noon.
pub const NOW: Moment = TODAY as Moment * DAY + DAY / 2;

/// The assets that there are beside the native token.
pub const EURO: SettlementAsset = SettlementAsset::Asset(978);
pub const DOLLAR: SettlementAsset = SettlementAsset::Asset(840);
pub const YUAN: SettlementAsset = SettlementAsset::Asset(156);

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
	static CLOSED: RefCell<BTreeSet<AccountId>> = RefCell::default();
	static ANNOUNCED: RefCell<BTreeMap<AccountId, Standing>> = RefCell::default();
	static TOLD: RefCell<BTreeMap<AccountId, Standing>> = RefCell::default();
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

/// Every account above a thousand belongs to, and acts for, the enterprise whose account is a
/// thousand less; whoever was told to belongs to another one.
pub const OTHER_ACCOUNT: AccountId = 1_000;

/// The network: enterprises, and the accounts that belong to them.
pub struct Network;
impl Network {
	/// From now on the account belongs to the enterprise with this subject.
	pub fn join(account: AccountId, subject: AccountId) {
		JOINED.with_borrow_mut(|joined| joined.insert(account, subject));
	}

	/// From now on the account does not act for its enterprise any more, but still belongs to it.
	pub fn retire(account: AccountId) {
		RETIRED.with_borrow_mut(|retired| retired.insert(account));
	}

	/// The enterprise with this subject is registered no more, or again.
	pub fn set_closed(subject: AccountId, is_closed: bool) {
		CLOSED.with_borrow_mut(|closed| match is_closed {
			true => closed.insert(subject),
			false => closed.remove(&subject),
		});
	}
}
impl Subjects<AccountId> for Network {
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
impl Registered<AccountId> for Network {
	fn is_registered(account: &AccountId) -> bool {
		let subject = Self::subject_of(account);
		let is_joined = JOINED.with_borrow(|joined| joined.contains_key(account));
		(ENTERPRISES.contains(&subject) || is_joined)
			&& !CLOSED.with_borrow(|closed| closed.contains(&subject))
	}
}

/// The scores.
pub struct Scores;
impl Scores {
	/// Announces a standing, and tells of it.
	pub fn announce(subject: AccountId, grade: Grade, level: WarningLevel) {
		Self::announce_only(subject, grade, level);
		Self::tell();
	}

	/// Announces a standing that will be told of later.
	pub fn announce_only(subject: AccountId, grade: Grade, level: WarningLevel) {
		let warning = Warning { level, ..Default::default() };
		let standing = Standing { score: 500, grade, warning };
		ANNOUNCED.with_borrow_mut(|announced| announced.insert(subject, standing));
	}

	/// Tells of all that was announced.
	pub fn tell() {
		let announced = ANNOUNCED.with_borrow(|announced| announced.clone());
		for (subject, standing) in announced {
			let before = TOLD.with_borrow_mut(|told| told.insert(subject, standing));
			if before != Some(standing) {
				<CreditLines as OnStanding<_>>::changed(&subject, &standing);
			}
		}
	}
}
impl Standings<AccountId> for Scores {
	fn standing_of(subject: &AccountId) -> Option<Standing> {
		TOLD.with_borrow(|told| told.get(subject).copied())
	}

	fn newest_of(subject: &AccountId) -> Option<Standing> {
		ANNOUNCED.with_borrow(|announced| announced.get(subject).copied())
	}
}

pub struct Coins;
impl SettlementAssets for Coins {
	fn exists(asset: SettlementAsset) -> bool {
		[SettlementAsset::Native, EURO, DOLLAR, YUAN].contains(&asset)
	}
}

parameter_types! {
	pub static CurrentTime: Moment = NOW;
	pub static MaxLines: u32 = 16;
	pub static MaxLinesEach: u32 = 3;
	pub static MaxBook: u32 = 1_000;
	pub static MaxPeriod: Moment = pallet_credit_lines::FIVE_YEARS;
	pub static ExpiryWeight: Weight = Weight::MAX;
	pub const LineReason: RuntimeHoldReason =
		RuntimeHoldReason::CreditLines(pallet_credit_lines::HoldReason::Line);
}

pub struct Time;
impl UnixTime for Time {
	fn now() -> Duration {
		Duration::from_secs(CurrentTime::get())
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl pallet_credit_lines::BenchmarkHelper<AccountId> for Network {
	fn enterprise(account: &AccountId) {
		// Accounts of benchmarks are hashes: they must not belong together by chance.
		Self::join(*account, *account);
	}
}

impl pallet_credit_lines::Config for Test {
	type WeightInfo = ();
	type Balance = u64;
	type Assets = Coins;
	type Members = Members;
	type Subjects = Network;
	type Enterprises = Network;
	type Standings = Scores;
	type Time = Time;
	type LineDeposit = HoldConsideration<
		AccountId,
		Balances,
		LineReason,
		LinearStoragePrice<ConstU64<100>, ConstU64<1>, u64>,
	>;
	type MaxLines = MaxLines;
	type MaxLinesEach = MaxLinesEach;
	type MaxBook = MaxBook;
	type MaxPeriod = MaxPeriod;
	type MaxExpiryWeight = ExpiryWeight;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Network;
}

/// Builds the chain that a test starts from.
#[derive(Default)]
pub struct ExtBuilder;

impl ExtBuilder {
	pub fn build(self) -> TestState {
		ROLES.take();
		JOINED.take();
		RETIRED.take();
		CLOSED.take();
		ANNOUNCED.take();
		TOLD.take();
		for bank in BANKS {
			Members::set(bank, &[Role::Bank]);
		}
		Members::set(PLATFORM, &[Role::TransactionProvider, Role::PaymentProvider]);
		Members::set(BEGGAR, &[Role::Bank]);
		CurrentTime::set(NOW);
		MaxLines::set(16);
		MaxLinesEach::set(3);
		MaxBook::set(1_000);
		MaxPeriod::set(pallet_credit_lines::FIVE_YEARS);
		ExpiryWeight::set(Weight::MAX);
		let rich = ENTERPRISES.chain(*BANKS.start()..=STRANGER);
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
		chain.execute_with(|| {
			System::set_block_number(1);
			for subject in ENTERPRISES {
				Scores::announce(subject, Grade::A, WarningLevel::None);
			}
		});
		chain
	}

	/// Runs the test, and the invariants after it.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			CreditLines::do_try_state().unwrap();
		});
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> TestState {
	ExtBuilder.build()
}
