//! The real session pallet, the real collective, and this pallet between them.

use crate as pallet_consortium;
use crate::{GenesisMember, Members, Pallet};
use frame::{
	deps::sp_runtime::{
		RuntimeAppPublic, impl_opaque_keys, testing::UintAuthorityId, traits::OpaqueKeys,
	},
	testing_prelude::*,
};
use hanse_types::{CountryCode, LegalEntityId, Role, Roles};
use pallet_collective::{EnsureProportionAtLeast, Instance1};
use pallet_session::historical;

/// Blocks per session.
pub const PERIOD: u64 = 5;

/// Members, validators and holders of keys at genesis.
pub const VALIDATORS: [u64; 4] = [1, 2, 3, 4];

/// A member at genesis without the validator role.
pub const BANK: u64 = 5;

/// Nobody, with money for transactions.
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
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(2)]
	pub type Consortium = pallet_consortium;
	#[runtime::pallet_index(3)]
	pub type Council = pallet_collective<Instance1>;
	#[runtime::pallet_index(4)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(5)]
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

parameter_types! {
	pub static MinValidators: u32 = 2;
	pub static MaxMembers: u32 = 8;
	pub const MaxProposalWeight: Weight = Weight::MAX;
	/// What consensus was told: who validates, how often that changed, and who is disabled.
	pub static Authorities: Vec<u64> = vec![];
	pub static Changes: u32 = 0;
	pub static Disabled: Vec<u32> = vec![];
	pub const SupervisorRole: Role = Role::Supervisor;
}

impl pallet_collective::Config<Instance1> for Test {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = ConstU64<100>;
	type MaxProposals = ConstU32<10>;
	type MaxMembers = MaxMembers;
	type DefaultVote = pallet_collective::PrimeDefaultVote;
	type WeightInfo = ();
	type SetMembersOrigin = EnsureNever<()>;
	type MaxProposalWeight = MaxProposalWeight;
	type DisapproveOrigin = EnsureRoot<u64>;
	type KillOrigin = EnsureRoot<u64>;
	type Consideration = ();
}

type TwoThirds = EitherOfDiverse<EnsureRoot<u64>, EnsureProportionAtLeast<u64, Instance1, 2, 3>>;

impl pallet_consortium::Config for Test {
	type WeightInfo = ();
	type AdmitOrigin = TwoThirds;
	type RemoveOrigin = TwoThirds;
	type RoleOrigin = TwoThirds;
	type MembershipChanged = Council;
	type MembershipInitialized = Council;
	type Keys = Session;
	type Disabling = pallet_consortium::DisableInSession<Test>;
	type MaxMembers = MaxMembers;
	type MaxNameLength = ConstU32<32>;
	type MinValidators = MinValidators;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = pallet_consortium::SessionKeysFromAccount<Test>;
}

impl_opaque_keys! {
	pub struct SessionKeys {
		pub dummy: UintAuthorityId,
	}
}

/// Consensus, which only remembers what it was told.
pub struct Consensus;

impl pallet_session::SessionHandler<u64> for Consensus {
	const KEY_TYPE_IDS: &'static [frame::deps::sp_runtime::KeyTypeId] = &[UintAuthorityId::ID];

	fn on_genesis_session<K: OpaqueKeys>(validators: &[(u64, K)]) {
		Authorities::set(validators.iter().map(|(account, _)| *account).collect());
	}

	fn on_new_session<K: OpaqueKeys>(changed: bool, validators: &[(u64, K)], _: &[(u64, K)]) {
		Authorities::set(validators.iter().map(|(account, _)| *account).collect());
		if changed {
			Changes::mutate(|changes| *changes += 1);
			Disabled::set(vec![]);
		}
	}

	fn on_disabled(index: u32) {
		Disabled::mutate(|disabled| disabled.push(index));
	}
}

impl pallet_session::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = u64;
	type ValidatorIdOf = pallet_consortium::MemberIdOf<Test>;
	type ShouldEndSession = pallet_session::PeriodicSessions<ConstU64<PERIOD>, ConstU64<0>>;
	type NextSessionRotation = pallet_session::PeriodicSessions<ConstU64<PERIOD>, ConstU64<0>>;
	type SessionManager = historical::NoteHistoricalRoot<Test, Consortium>;
	type SessionHandler = Consensus;
	type Keys = SessionKeys;
	type DisablingStrategy = pallet_session::disabling::UpToLimitDisablingStrategy<3>;
	type WeightInfo = ();
	type Currency = Balances;
	type KeyDeposit = ();
}

impl historical::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = ();
	type FullIdentificationOf = pallet_consortium::UnitIdentificationOf;
}

/// Starts a chain, runs a test on it, and looks whether all that must hold still does.
pub struct ExtBuilder {
	members: Vec<GenesisMember<u64>>,
	keys: Vec<u64>,
	min_validators: u32,
	max_members: u32,
}

impl Default for ExtBuilder {
	fn default() -> Self {
		let validators =
			VALIDATORS.map(|account| genesis_member(account, [Role::Validator].into()));
		let bank = genesis_member(BANK, [Role::Bank].into());
		Self {
			members: validators.into_iter().chain([bank]).collect(),
			keys: VALIDATORS.to_vec(),
			min_validators: 2,
			max_members: 8,
		}
	}
}

impl ExtBuilder {
	pub fn members(mut self, members: Vec<GenesisMember<u64>>) -> Self {
		self.members = members;
		self
	}

	pub fn keys(mut self, keys: Vec<u64>) -> Self {
		self.keys = keys;
		self
	}

	pub fn min_validators(mut self, min: u32) -> Self {
		self.min_validators = min;
		self
	}

	pub fn max_members(mut self, max: u32) -> Self {
		self.max_members = max;
		self
	}

	pub fn build(self) -> TestState {
		MinValidators::set(self.min_validators);
		MaxMembers::set(self.max_members);
		Authorities::set(vec![]);
		Changes::set(0);
		Disabled::set(vec![]);

		let storage = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: (1..=20).map(|account| (account, 1_000)).collect(),
				..Default::default()
			},
			consortium: pallet_consortium::GenesisConfig { members: self.members },
			session: pallet_session::GenesisConfig {
				keys: self.keys.into_iter().map(|n| (n, n, session_keys(n))).collect(),
				..Default::default()
			},
			..Default::default()
		}
		.build_storage()
		.unwrap();
		let mut ext = TestState::new(storage);
		// Block 0 deposits no events.
		ext.execute_with(|| System::set_block_number(1));
		ext
	}

	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			check_all();
		});
	}
}

/// This pallet's invariants, and the one that it cannot see: seats are members.
pub fn check_all() {
	Consortium::do_try_state().unwrap();
	assert_eq!(seats(), accounts());
}

pub fn seats() -> Vec<u64> {
	pallet_collective::Members::<Test, Instance1>::get()
}

pub fn accounts() -> Vec<u64> {
	let mut accounts = Members::<Test>::iter_keys().collect::<Vec<_>>();
	accounts.sort();
	accounts
}

pub fn legal_entity(number: u64) -> LegalEntityId {
	let prefix = format!("HANSE{number:013}");
	LegalEntityId::with_check_digits(prefix.as_bytes().try_into().unwrap()).unwrap()
}

pub fn germany() -> CountryCode {
	"DE".parse().unwrap()
}

pub fn name(text: impl AsRef<[u8]>) -> crate::NameOf<Test> {
	text.as_ref().to_vec().try_into().unwrap()
}

pub fn member(account: u64, roles: Roles) -> crate::MemberOf<Test> {
	crate::Member {
		name: name(format!("Member {account}")),
		country: germany(),
		legal_entity: legal_entity(account),
		roles,
	}
}

pub fn genesis_member(account: u64, roles: Roles) -> GenesisMember<u64> {
	GenesisMember {
		account,
		name: format!("Member {account}"),
		country: germany(),
		legal_entity: legal_entity(account),
		roles,
	}
}

/// Admits the account by vote of the root origin.
pub fn admit(account: u64, roles: impl Into<Roles>) -> DispatchResult {
	let crate::Member { name, country, legal_entity, roles } = member(account, roles.into());
	Consortium::admit_member(RuntimeOrigin::root(), account, name, country, legal_entity, roles)
		.map(|_| ())
		.map_err(|e| e.error)
}

pub fn remove(account: u64) -> DispatchResult {
	Consortium::remove_member(RuntimeOrigin::root(), account).map(|_| ()).map_err(|e| e.error)
}

pub fn grant(account: u64, role: Role) -> DispatchResult {
	Consortium::grant_role(RuntimeOrigin::root(), account, role)
}

pub fn withdraw(account: u64, role: Role) -> DispatchResult {
	Consortium::withdraw_role(RuntimeOrigin::root(), account, role).map(|_| ()).map_err(|e| e.error)
}

pub fn session_keys(number: u64) -> SessionKeys {
	SessionKeys { dummy: UintAuthorityId(number) }
}

/// Registers keys with the proof that `account` holds them.
pub fn set_keys_of(account: u64, key: u64) -> DispatchResult {
	let proof = RuntimeAppPublic::sign(&UintAuthorityId(key), &account.encode()).unwrap().encode();
	Session::set_keys(RuntimeOrigin::signed(account), session_keys(key), proof)
}

pub fn set_keys(account: u64) -> DispatchResult {
	set_keys_of(account, account)
}

pub fn purge_keys(account: u64) {
	Session::purge_keys(RuntimeOrigin::signed(account)).unwrap();
}

/// Runs blocks until the session begins.
pub fn run_to_session(index: u32) {
	System::run_to_block::<AllPalletsWithSystem>(u64::from(index) * PERIOD);
	assert_eq!(Session::current_index(), index);
}

/// This pallet's events since the last call.
pub fn events() -> Vec<crate::Event<Test>> {
	let events = System::read_events_for_pallet::<crate::Event<Test>>();
	System::reset_events();
	events
}

pub fn has(account: u64, role: Role) -> bool {
	Pallet::<Test>::has_role(account, role)
}
