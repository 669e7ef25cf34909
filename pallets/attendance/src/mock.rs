//! The real Authorship, Aura and session pallets, a pool that knows its members by heart, and
//! validators that author when it is their turn.

use crate as pallet_attendance;
use crate::{Attendance as Noted, AttendedSessions};
use frame::{
	deps::sp_runtime::{
		generic::{Digest, DigestItem},
		impl_opaque_keys,
		testing::UintAuthorityId,
		traits::OpaqueKeys,
	},
	testing_prelude::*,
	traits::{OnFinalize, OnInitialize},
};
use hanse_traits::{Presence, ValidatorPool};
use pallet_session::{FindAccountFromAuthorIndex, PeriodicSessions, SessionInterface, historical};
use sp_consensus_aura::{AURA_ENGINE_ID, Slot, sr25519::AuthorityId};
use sp_staking::SessionIndex;

/// Blocks per session.
pub const PERIOD: u64 = 12;

/// Milliseconds per slot.
pub const SLOT_DURATION: u64 = 2_000;

/// Members, validators and holders of keys at genesis.
pub const VALIDATORS: [u64; 4] = [1, 2, 3, 4];

/// Nobody.
pub const STRANGER: u64 = 11;

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
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(3)]
	pub type Attendance = pallet_attendance;
	#[runtime::pallet_index(4)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(5)]
	pub type Aura = pallet_aura;
	#[runtime::pallet_index(6)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(7)]
	pub type Historical = historical;
}

type Block = MockBlock<Test>;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountData = pallet_balances::AccountData<u64>;
	type DbWeight = frame::weights_prelude::ParityDbWeight;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
}

impl pallet_timestamp::Config for Test {
	type Moment = u64;
	type OnTimestampSet = Aura;
	type MinimumPeriod = ConstU64<{ SLOT_DURATION / 2 }>;
	type WeightInfo = ();
}

impl pallet_authorship::Config for Test {
	type FindAuthor = FindAccountFromAuthorIndex<Test, Aura>;
	type EventHandler = Attendance;
}

impl pallet_aura::Config for Test {
	type AuthorityId = AuthorityId;
	type DisabledValidators = Session;
	type MaxAuthorities = MaxAuthorities;
	type AllowMultipleBlocksPerSlot = ConstBool<false>;
	type SlotDuration = ConstU64<SLOT_DURATION>;
}

parameter_types! {
	pub static MaxAuthorities: u32 = 8;
	pub static MaxAuthors: u32 = 8;
	pub static MinSlots: u32 = 2;
	/// Who would validate if present, in order.
	pub static Members: Vec<u64> = vec![];
	/// How many of them there must be.
	pub static Minimum: u32 = 2;
	/// What was last planned.
	pub static Planned: Vec<u64> = vec![];
	/// Which sessions were told to have begun and ended.
	pub static Told: Vec<(&'static str, SessionIndex)> = vec![];
}

impl pallet_attendance::Config for Test {
	type WeightInfo = ();
	type Pool = Pool;
	type ParameterOrigin = EnsureRoot<u64>;
	type MaxAuthors = MaxAuthors;
	type MinSlots = MinSlots;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Pool;
}

/// The members that are present, and a manager that makes sessions of them.
pub struct Pool;

impl ValidatorPool<u64> for Pool {
	fn eligible() -> Vec<u64> {
		Members::get().into_iter().filter(Attendance::is_present).collect()
	}

	fn minimum() -> u32 {
		Minimum::get()
	}
}

impl pallet_session::SessionManager<u64> for Pool {
	fn new_session(_: SessionIndex) -> Option<Vec<u64>> {
		let eligible = Self::eligible();
		if eligible.is_empty() || eligible == Planned::get() {
			return None;
		}
		Planned::set(eligible.clone());
		Some(eligible)
	}

	fn start_session(session: SessionIndex) {
		Told::mutate(|told| told.push(("start", session)));
	}

	fn end_session(session: SessionIndex) {
		Told::mutate(|told| told.push(("end", session)));
	}
}

impl historical::SessionManager<u64, ()> for Pool {
	fn new_session(session: SessionIndex) -> Option<Vec<(u64, ())>> {
		let validators = <Self as pallet_session::SessionManager<_>>::new_session(session)?;
		Some(validators.into_iter().map(|validator| (validator, ())).collect())
	}

	fn start_session(session: SessionIndex) {
		<Self as pallet_session::SessionManager<_>>::start_session(session);
	}

	fn end_session(session: SessionIndex) {
		<Self as pallet_session::SessionManager<_>>::end_session(session);
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<u64> for Pool {
	fn make_eligible(account: &u64) {
		Members::mutate(|members| members.push(*account));
	}
}

impl_opaque_keys! {
	pub struct SessionKeys {
		pub aura: Aura,
	}
}

/// Everybody is its own validator.
pub struct Itself;

impl Convert<u64, Option<u64>> for Itself {
	fn convert(account: u64) -> Option<u64> {
		Some(account)
	}
}

/// An account says everything.
pub struct Nothing;

impl Convert<u64, Option<()>> for Nothing {
	fn convert(_: u64) -> Option<()> {
		Some(())
	}
}

impl pallet_session::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = u64;
	type ValidatorIdOf = Itself;
	type ShouldEndSession = PeriodicSessions<ConstU64<PERIOD>, ConstU64<0>>;
	type NextSessionRotation = PeriodicSessions<ConstU64<PERIOD>, ConstU64<0>>;
	type SessionManager = AttendedSessions<Test, historical::NoteHistoricalRoot<Test, Pool>>;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type Keys = SessionKeys;
	type DisablingStrategy = pallet_session::disabling::UpToLimitDisablingStrategy<3>;
	type WeightInfo = ();
	type Currency = Balances;
	type KeyDeposit = ();
}

impl historical::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = ();
	type FullIdentificationOf = Nothing;
}

/// Starts a chain, runs a test on it, and looks whether all that must hold still does.
pub struct ExtBuilder {
	validators: Vec<u64>,
	minimum: u32,
	min_slots: u32,
	tolerance: Option<Perbill>,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		Self { validators: VALIDATORS.to_vec(), minimum: 2, min_slots: 2, tolerance: None }
	}
}

impl ExtBuilder {
	pub fn validators(mut self, count: u64) -> Self {
		self.validators = (1..=count).collect();
		self
	}

	pub fn minimum(mut self, minimum: u32) -> Self {
		self.minimum = minimum;
		self
	}

	pub fn min_slots(mut self, min: u32) -> Self {
		self.min_slots = min;
		self
	}

	pub fn tolerance(mut self, tolerance: Perbill) -> Self {
		self.tolerance = Some(tolerance);
		self
	}

	pub fn build(self) -> TestState {
		MaxAuthorities::set(8);
		MaxAuthors::set(8);
		MinSlots::set(self.min_slots);
		Members::set(self.validators.clone());
		Minimum::set(self.minimum);
		Planned::set(vec![]);
		Told::set(vec![]);

		let storage = RuntimeGenesisConfig {
			attendance: pallet_attendance::GenesisConfig {
				tolerance: self.tolerance,
				..Default::default()
			},
			session: pallet_session::GenesisConfig {
				keys: self.validators.into_iter().map(|n| (n, n, session_keys(n))).collect(),
				..Default::default()
			},
			..Default::default()
		}
		.build_storage()
		.unwrap();
		Told::set(vec![]);
		TestState::new(storage)
	}

	/// Runs the test on a chain whose first block, in slot 100, was authored.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			author(100);
			events();
			test();
			check_all();
		});
	}
}

/// The invariants of this pallet and of the one that it must not get ahead of.
pub fn check_all() {
	Attendance::do_try_state().unwrap();
	assert!(!Session::validators().is_empty());
}

pub fn session_keys(number: u64) -> SessionKeys {
	SessionKeys { aura: UintAuthorityId(number).to_public_key() }
}

/// Makes the account a member with keys.
pub fn admit(account: u64) {
	System::inc_providers(&account);
	<Session as SessionInterface>::set_keys(&account, session_keys(account)).unwrap();
	Members::mutate(|members| {
		members.push(account);
		members.sort();
	});
}

/// Makes a member a stranger, and says so.
pub fn remove(account: u64) {
	Members::mutate(|members| members.retain(|member| *member != account));
	Attendance::forget(&account);
}

/// The slot of the last block.
pub fn slot() -> u64 {
	pallet_aura::CurrentSlot::<Test>::get().into()
}

/// Whose turn a slot is.
pub fn turn(slot: u64) -> u64 {
	let validators = Session::validators();
	validators[(slot % validators.len() as u64) as usize]
}

/// Authors a block for the slot, whoever's turn it is, and returns what its beginning weighs.
pub fn author(slot: u64) -> Weight {
	let number = System::block_number() + 1;
	let logs = vec![DigestItem::PreRuntime(AURA_ENGINE_ID, Slot::from(slot).encode())];
	System::initialize(&number, &System::parent_hash(), &Digest { logs });
	let weight = AllPalletsWithSystem::on_initialize(number);
	Timestamp::set(RuntimeOrigin::none(), slot * SLOT_DURATION).unwrap();
	AllPalletsWithSystem::on_finalize(number);
	System::finalize();
	weight
}

/// Lets validators have their turns until `count` more blocks are there. Those that are `down` do
/// not author, nor those that are disabled; but if nobody were left, all are up.
pub fn run(count: u64, down: &[u64]) {
	let last = System::block_number() + count;
	let mut next = slot() + 1;
	while System::block_number() < last {
		let validators = Session::validators();
		let disabled = Session::disabled_validators();
		let is_up = |(index, validator): (usize, &u64)| {
			!down.contains(validator) && !disabled.contains(&(index as u32))
		};
		let index = (next % validators.len() as u64) as usize;
		if is_up((index, &validators[index])) || !validators.iter().enumerate().any(is_up) {
			author(next);
		}
		next += 1;
	}
}

/// The same until the session begins.
pub fn run_to_session(session: u32, down: &[u64]) {
	while Session::current_index() < session {
		run(1, down);
	}
}

/// What is noted about an author of the session under way.
pub fn noted(account: u64) -> Noted {
	let tally = Attendance::tally();
	tally.authors.iter().find(|(author, _)| *author == account).unwrap().1
}

/// What is noted about an author of the session that ended last.
pub fn noted_last(account: u64) -> Noted {
	let tally = Attendance::last_session().unwrap();
	tally.authors.iter().find(|(author, _)| *author == account).unwrap().1
}

/// How many blocks, empty slots, and slots of outage the session under way has.
pub fn sums() -> (u32, u32, u32) {
	let tally = Attendance::tally();
	(
		tally.authors.iter().map(|(_, noted)| noted.authored).sum(),
		tally.authors.iter().map(|(_, noted)| noted.missed).sum(),
		tally.outage,
	)
}

/// Who is set aside.
pub fn absent() -> Vec<u64> {
	Attendance::absent().into_iter().map(|(account, _)| account).collect()
}

pub fn return_to_service(account: u64) -> DispatchResult {
	Attendance::return_to_service(RuntimeOrigin::signed(account))
}

/// This pallet's events since the last call.
pub fn events() -> Vec<crate::Event<Test>> {
	let events = System::read_events_for_pallet::<crate::Event<Test>>();
	System::reset_events();
	events
}
