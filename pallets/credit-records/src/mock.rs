//! A runtime with this pallet, real money, the real credit model, and neighbours that do what a test
//! tells them.
//!
//! Accounts are numbers, and a signature is the number of who made it with the bytes that were
//! signed: one by another account or over other bytes is wrong.

use crate as pallet_credit_records;
use crate::{AppliedRecord, RecordProof, RuleSet};
use frame::{
	deps::{frame_support::storage::unhashed, sp_runtime::testing::TestSignature},
	testing_prelude::*,
	token::fungible::Credit,
	traits::{Imbalance, OnUnbalanced, UnixTime},
};
use hanse_credit_model::{
	Category, DAY, Fixed, Indicator, Level, Moment, Observation, Opinion, Outcome, Parameters,
	Subject, Voice,
};
use hanse_traits::{
	Counted, EvidenceSink, Extent, Looked, Membership, Recorded, Report, Subjects, TradeActivity,
};
use hanse_types::{Role, VerificationLevel};
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
	pub type CreditRecords = pallet_credit_records;
}

pub type AccountId = u64;

/// A platform: may submit evidence about orders, payments and conduct, on bonds.
pub const PLATFORM: AccountId = 100;
/// A carrier: may submit evidence about shipping on a bond, and is an authority in it.
pub const CARRIER: AccountId = 101;
/// A member that provides nothing.
pub const AUDITOR: AccountId = 102;
/// Not a member, with money.
pub const STRANGER: AccountId = 103;
/// A member without bonds: may submit evidence about payments, and is an authority in it.
pub const BANK: AccountId = 104;
/// Members that decide objections.
pub const ARBITERS: [AccountId; 4] = [110, 111, 112, 113];

/// What everybody with money has, bonds included.
pub const WEALTH: u64 = 1_000_000;
/// What a bond of the first hour is.
pub const BOND: u64 = 10_000;
/// What a bond has to be.
pub const MINIMUM_BOND: u64 = 1_000;
/// What an objection costs that is not free.
pub const OBJECTION_BOND: u64 = 100;

/// The time of the block, unless a test moves it.
pub const TODAY: Moment = 20_000 * DAY;

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
	type ExistentialDeposit = ConstU64<10>;
	type RuntimeHoldReason = RuntimeHoldReason;
}

/// What the score was told of one record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told {
	pub subject: AccountId,
	pub source: AccountId,
	pub observation: Observation,
	pub tag: u64,
	pub now: Moment,
	pub counted: Option<Counted>,
}

thread_local! {
	static ROLES: RefCell<BTreeMap<AccountId, Vec<Role>>> = RefCell::default();
	static RETIRED: RefCell<BTreeSet<AccountId>> = RefCell::default();
	static ORDERS: RefCell<Vec<(AccountId, AccountId, u8)>> = RefCell::default();
	static OBSERVED: RefCell<Vec<Told>> = RefCell::default();
	static LOOKED_UP: RefCell<u32> = RefCell::default();
	static IS_AGAIN: RefCell<bool> = RefCell::default();
	static SLASHED: RefCell<u64> = RefCell::default();
	static LEAVES: RefCell<BTreeMap<H256, Vec<u8>>> = RefCell::default();
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

/// A score that keeps the subjects of the credit model in the state of the chain, so that what fails
/// leaves no trace in them, and remembers what it was told.
pub struct Score;
impl Score {
	fn key(subject: AccountId) -> Vec<u8> {
		(*b"score", subject).encode()
	}

	/// From now on this block has written everybody before.
	pub fn set_again() {
		IS_AGAIN.set(true);
	}

	/// Everything is known of a subject that can be.
	pub fn fill(subject: AccountId) {
		let adverse = (1..=u64::from(Subject::ADVERSE_PILES)).map(|ends| (Outcome::WORST, ends));
		Self::change(&subject, |known| {
			for (indicator, (outcome, ends)) in Indicator::ALL
				.into_iter()
				.map(|indicator| (indicator, (Outcome::BEST, 1)))
				.chain(adverse.map(|adverse| (Indicator::Rating, adverse)))
			{
				// So many that each voice is among them.
				for partner in 0..1_000u64 {
					let observation = Observation {
						indicator,
						outcome,
						level: Level::Confirmed,
						weight: Fixed::ONE,
						mass: Fixed::ONE,
						at: TODAY,
						expires: TODAY + ends * Subject::HALF_YEAR,
					};
					let mark = Self::mark(&partner);
					let parameters = Parameters::default();
					known.observe(observation, Voice::of(mark), mark, TODAY, &parameters);
				}
			}
			assert_eq!(known.extent(), Subject::MAX_EXTENT);
		});
	}

	/// What is known of a subject.
	pub fn subject(subject: AccountId) -> Subject {
		unhashed::get_or_default(&Self::key(subject))
	}

	fn change<R>(subject: &AccountId, change: impl FnOnce(&mut Subject) -> R) -> R {
		let mut known = Self::subject(*subject);
		let result = change(&mut known);
		unhashed::put(&Self::key(*subject), &known);
		result
	}

	/// Takes reports about a subject into account.
	fn look(subject: AccountId, reports: &[Report<AccountId>]) -> Looked {
		LOOKED_UP.with_borrow_mut(|times| *times += 1);
		Self::change(&subject, |known| {
			let mut observe = |report: &Report<AccountId>| {
				let Report { source, observation, tag, now, .. } = report.clone();
				let counted = known.tell(tag).then(|| {
					let mark = Self::mark(&source);
					let parameters = Parameters::default();
					let observed =
						known.observe(observation, Voice::of(mark), mark, now, &parameters);
					Counted { risk: observed.risk, placed: observed.placed }
				});
				let told = Told { subject, source, observation, tag, now, counted };
				OBSERVED.with_borrow_mut(|observed| observed.push(told));
				counted
			};
			let counted = reports.iter().map(&mut observe).collect();
			Looked { counted, extent: known.extent(), again: IS_AGAIN.with_borrow(|again| *again) }
		})
	}

	fn mark(source: &AccountId) -> u64 {
		u64::from_le_bytes(source.using_encoded(twox_64))
	}
}
impl EvidenceSink<AccountId> for Score {
	fn observe_each(
		reports: &[(AccountId, Vec<Report<AccountId>>)],
		fits: &mut dyn FnMut(u32, Extent) -> bool,
	) -> Vec<Looked> {
		let looked = |(subject, reports): &(AccountId, Vec<Report<AccountId>>)| {
			let count = reports.len() as u32;
			let is_fit = fits(count, Self::subject(*subject).extent_after(count));
			is_fit.then(|| Self::look(*subject, reports))
		};
		reports.iter().map_while(looked).collect()
	}

	fn again_weight() -> Weight {
		Weight::from_parts(5, 0)
	}

	fn retract(subject: &AccountId, record: &Recorded<AccountId>) {
		let Recorded { source, observation, placed, .. } = record;
		let mark = Self::mark(source);
		Self::change(subject, |known| {
			known.retract(observation, Voice::of(mark), mark, *placed, &Parameters::default());
		});
	}

	fn restore(subject: &AccountId, record: &Recorded<AccountId>) {
		let Recorded { source, observation, placed, .. } = record;
		let mark = Self::mark(source);
		Self::change(subject, |known| {
			known.restore(observation, Voice::of(mark), mark, *placed, &Parameters::default());
		});
	}

	fn replace(subject: &AccountId, record: &Recorded<AccountId>, by: &Observation) {
		Self::retract(subject, record);
		Self::restore(subject, &Recorded { observation: *by, ..record.clone() });
	}

	fn forget(subject: &AccountId, tag: u64) {
		Self::change(subject, |known| known.forget(tag));
	}

	fn others(
		subject: &AccountId,
		source: &AccountId,
		indicator: Indicator,
		now: Moment,
	) -> Option<Opinion> {
		let voice = Voice::of(Self::mark(source));
		Self::subject(*subject).others(indicator, voice, now, &Parameters::default())
	}

	fn others_of(
		subject: &AccountId,
		asked: &[(AccountId, Indicator)],
		now: Moment,
	) -> (Vec<Option<Opinion>>, Extent) {
		let others = |(source, indicator): &(AccountId, Indicator)| {
			Self::others(subject, source, *indicator, now)
		};
		(asked.iter().map(others).collect(), Self::subject(*subject).extent())
	}

	fn following_weight(records: u32, extent: Extent) -> Weight {
		let further = u64::from(records.saturating_sub(1));
		Weight::from_parts(1_000 + u64::from(extent), 0).saturating_mul(further)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn expect_announcement(_: &AccountId) {}
}

/// What the score was told since the last time it was asked.
pub fn observed() -> Vec<Told> {
	OBSERVED.take()
}

/// How often the score was told something since the last time it was asked.
pub fn looked_up() -> u32 {
	LOOKED_UP.take()
}

/// Accounts that differ by a multiple of a thousand are those of one enterprise, known by the
/// smallest.
pub const OTHER_ACCOUNT: AccountId = 1_000;

pub struct Enterprises;
impl Enterprises {
	/// Takes the right from an account to speak for its enterprise.
	pub fn retire(account: AccountId) {
		RETIRED.with_borrow_mut(|retired| retired.insert(account));
	}
}
impl Subjects<AccountId> for Enterprises {
	fn subject_of(account: &AccountId) -> AccountId {
		// Those of benchmarks are large and have nothing to do with each other.
		if *account < 100 * OTHER_ACCOUNT { account % OTHER_ACCOUNT } else { *account }
	}

	fn acts_for(account: &AccountId, subject: &AccountId) -> bool {
		Self::subject_of(account) == *subject
			&& !RETIRED.with_borrow(|retired| retired.contains(account))
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

/// Burns what is lost, and remembers how much it was.
pub struct Slashed;
impl OnUnbalanced<Credit<AccountId, Balances>> for Slashed {
	fn on_nonzero_unbalanced(amount: Credit<AccountId, Balances>) {
		SLASHED.with_borrow_mut(|slashed| *slashed += amount.peek());
	}
}

/// What was lost since the last time it was asked.
pub fn slashed() -> u64 {
	SLASHED.take()
}

/// Keeps the leaves of a batch, as a node with an offchain index does.
pub fn keep_leaves(root: H256, list: Vec<u8>) {
	LEAVES.with_borrow_mut(|leaves| leaves.insert(root, list));
}

/// The records of a batch that counted.
pub fn leaves(provider: AccountId, batch: u32) -> Vec<AppliedRecord<AccountId>> {
	let root = CreditRecords::batch(provider, batch).unwrap().root;
	let list = LEAVES.with_borrow(|leaves| leaves.get(&root).cloned()).unwrap_or_default();
	Decode::decode(&mut &list[..]).unwrap_or_default()
}

/// The proof of a record that counted.
pub fn proof(provider: AccountId, sequence: u64) -> RecordProof<AccountId> {
	let (batch, _) = CreditRecords::batch_of(provider, sequence).unwrap();
	RecordProof::of(batch, &leaves(provider, batch), sequence).unwrap()
}

parameter_types! {
	pub static BlockTime: Moment = TODAY;
	pub static MaxPending: u32 = 1_000;
	pub static SettlementWeight: Weight = Weight::MAX;
	pub static AgendaWeight: Weight = Weight::MAX;
	pub ModelParameters: Parameters = Parameters::default();
	pub DefaultRules: RuleSet<u64> = RuleSet::with_bonds(MINIMUM_BOND, OBJECTION_BOND);
}

pub struct Time;
impl UnixTime for Time {
	fn now() -> Duration {
		Duration::from_secs(BlockTime::get())
	}
}

/// How many records a submission may have.
pub type MaxBatch = ConstU32<80>;

/// Signs for benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub struct TestKeys;
#[cfg(feature = "runtime-benchmarks")]
impl hanse_signatures::SigningKeys<AccountId, TestSignature> for TestKeys {
	fn signer(number: u32) -> AccountId {
		500 + u64::from(number)
	}

	fn sign(number: u32, message: &[u8]) -> TestSignature {
		TestSignature(Self::signer(number), message.to_vec())
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
	type GovernanceOrigin = EnsureRoot<AccountId>;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Slashed = Slashed;
	type Signature = TestSignature;
	type Parameters = ModelParameters;
	type DefaultRules = DefaultRules;
	type MaxBatch = MaxBatch;
	type MaxConfirmations = ConstU32<4>;
	type MaxPending = MaxPending;
	type MaxSources = ConstU32<120>;
	type MaxAgenda = ConstU32<4>;
	type MaxSettlementWeight = SettlementWeight;
	type MaxAgendaWeight = AgendaWeight;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = TestKeys;
}

/// Builds the chain that a test starts from.
#[derive(Default)]
pub struct ExtBuilder {
	importing: bool,
	without_bonds: bool,
}

impl ExtBuilder {
	/// Starts with an import under way.
	pub fn importing(mut self) -> Self {
		self.importing = true;
		self
	}

	/// Starts without any bonds.
	pub fn without_bonds(mut self) -> Self {
		self.without_bonds = true;
		self
	}

	pub fn build(self) -> TestState {
		ROLES.take();
		RETIRED.take();
		LEAVES.take();
		Members::set(
			PLATFORM,
			&[Role::TransactionProvider, Role::PaymentProvider, Role::BehaviourProvider],
		);
		Members::set(CARRIER, &[Role::ShippingProvider, Role::Carrier]);
		Members::set(AUDITOR, &[Role::Auditor]);
		Members::set(BANK, &[Role::PaymentProvider, Role::Bank]);
		for arbiter in ARBITERS {
			Members::set(arbiter, &[Role::Arbitrator]);
		}
		// As a chain of its own begins.
		BlockTime::set(0);
		MaxPending::set(1_000);
		SettlementWeight::set(Weight::MAX);
		AgendaWeight::set(Weight::MAX);
		observed();
		looked_up();
		orders();
		slashed();
		let bonds = [
			(PLATFORM, Category::Transaction),
			(PLATFORM, Category::Payment),
			(PLATFORM, Category::Behaviour),
			(CARRIER, Category::Shipping),
		];
		let bonds = bonds.into_iter().filter(|_| !self.without_bonds);
		let rich = (1..=9).chain(PLATFORM..=BANK).chain(ARBITERS);
		let mut chain: TestState = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: rich.map(|account| (account, WEALTH)).collect(),
				..Default::default()
			},
			credit_records: pallet_credit_records::GenesisConfig {
				importing: self.importing,
				bonds: bonds.map(|(provider, category)| (provider, category, BOND)).collect(),
			},
			..Default::default()
		}
		.build_storage()
		.unwrap()
		.into();
		BlockTime::set(TODAY);
		chain.execute_with(|| System::initialize(&1, &GENESIS, &Default::default()));
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
