//! The real session pallet, the real collective, and this pallet between them.

use crate as pallet_consortium;
use crate::{GenesisMember, HoldReason, Members, Pallet, SuspensionCause};
use frame::{
	deps::sp_runtime::{
		RuntimeAppPublic, impl_opaque_keys, testing::UintAuthorityId, traits::OpaqueKeys,
	},
	testing_prelude::*,
	token::fungible::{Inspect, InspectHold},
};
use hanse_traits::{Presence, ValidatorPool};
use hanse_types::{CountryCode, LegalEntityId, NodeId, Role, Roles};
use pallet_collective::{EnsureProportionAtLeast, Instance1};
use pallet_session::historical;

/// Blocks per session.
pub const PERIOD: u64 = 5;

/// Members, validators and holders of keys at genesis.
pub const VALIDATORS: [u64; 4] = [1, 2, 3, 4];

/// A member at genesis without the validator role.
pub const BANK: u64 = 5;

/// Nobody, with money for transactions and bonds.
pub const STRANGER: u64 = 11;

/// Nobody, without money.
pub const BEGGAR: u64 = 99;

/// What everybody but the beggar has.
pub const ENDOWMENT: u64 = 1_000;

/// What an account must have to be one.
pub const ALIVE: u64 = 10;

/// What applying costs while it lasts.
pub const BOND: u64 = 100;

/// What a reporter gets, if the offender has it.
pub const REWARD: u64 = 60;

/// How long an application can be admitted, a provisional suspension lasts, and none can follow.
pub const APPLICATION_PERIOD: u64 = 50;
pub const PROVISIONAL_PERIOD: u64 = 12;
pub const COOL_DOWN: u64 = 30;

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
	type ExistentialDeposit = ConstU64<ALIVE>;
	type RuntimeHoldReason = RuntimeHoldReason;
}

parameter_types! {
	pub static MaxMembers: u32 = 8;
	pub const MaxProposalWeight: Weight = Weight::MAX;
	/// What consensus was told: who validates, how often that changed, and who is disabled.
	pub static Authorities: Vec<u64> = vec![];
	pub static Changes: u32 = 0;
	pub static Disabled: Vec<u32> = vec![];
	pub const SupervisorRole: Role = Role::Supervisor;
	/// Who is set aside for absence, and whom the watcher forgot.
	pub static Absent: Vec<u64> = vec![];
	pub static Forgotten: Vec<u64> = vec![];
	/// Whom it was moved to remove, and whether no motion can be started.
	pub static Motions: Vec<u64> = vec![];
	pub static MotionsFail: bool = false;
	/// The parameters.
	pub static TimeToApply: u64 = APPLICATION_PERIOD;
	pub static TimeSuspended: u64 = PROVISIONAL_PERIOD;
}

/// Somebody who watches presence, and only does what a test says.
pub struct Watcher;

impl Presence<u64> for Watcher {
	fn is_present(account: &u64) -> bool {
		!Absent::get().contains(account)
	}

	fn forget(account: &u64) {
		Absent::mutate(|absent| absent.retain(|other| other != account));
		Forgotten::mutate(|forgotten| forgotten.push(*account));
	}
}

/// Somebody who only remembers which motions to start.
pub struct Clerk;

impl pallet_consortium::ProposeRemoval<u64> for Clerk {
	fn propose_removal(member: &u64) -> DispatchResult {
		// A change that must not stay if the motion fails.
		frame::deps::sp_io::storage::set(b"clerk", b"was here");
		ensure!(!MotionsFail::get(), "there are too many motions");
		ensure!(!Motions::get().contains(member), "moved already");
		Motions::mutate(|motions| motions.push(*member));
		Ok(())
	}
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
type OneThird = EitherOfDiverse<EnsureRoot<u64>, EnsureProportionAtLeast<u64, Instance1, 1, 3>>;

impl pallet_consortium::Config for Test {
	type WeightInfo = ();
	type AdmitOrigin = TwoThirds;
	type RemoveOrigin = TwoThirds;
	type RoleOrigin = TwoThirds;
	type SuspendOrigin = TwoThirds;
	type ProvisionalOrigin = OneThird;
	type ParameterOrigin = TwoThirds;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Bond = ConstU64<BOND>;
	type ReporterReward = ConstU64<REWARD>;
	type ApplicationPeriod = TimeToApply;
	type ProvisionalPeriod = TimeSuspended;
	type ProvisionalCoolDown = ConstU64<COOL_DOWN>;
	type MaxApplications = ConstU32<4>;
	type MaxNodes = ConstU32<3>;
	type MembershipChanged = Council;
	type MembershipInitialized = Council;
	type Keys = Session;
	type Presence = Watcher;
	type Disabling = pallet_consortium::DisableInSession<Test>;
	type RemovalMotion = Clerk;
	type MaxMembers = MaxMembers;
	type MaxNameLength = ConstU32<32>;
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
	min_validators: Option<u32>,
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
			min_validators: Some(2),
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

	pub fn min_validators(mut self, min: impl Into<Option<u32>>) -> Self {
		self.min_validators = min.into();
		self
	}

	pub fn max_members(mut self, max: u32) -> Self {
		self.max_members = max;
		self
	}

	pub fn build(self) -> TestState {
		MaxMembers::set(self.max_members);
		Authorities::set(vec![]);
		Changes::set(0);
		Disabled::set(vec![]);
		Absent::set(vec![]);
		Forgotten::set(vec![]);
		Motions::set(vec![]);
		MotionsFail::set(false);
		TimeToApply::set(APPLICATION_PERIOD);
		TimeSuspended::set(PROVISIONAL_PERIOD);

		let storage = RuntimeGenesisConfig {
			balances: pallet_balances::GenesisConfig {
				balances: (1..=20).map(|account| (account, ENDOWMENT)).collect(),
				..Default::default()
			},
			consortium: pallet_consortium::GenesisConfig {
				members: self.members,
				min_validators: self.min_validators,
			},
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

/// This pallet's invariants, and those that it cannot see: seats are those of the members that are
/// not suspended by vote, and nothing is held but for applicants and members that were.
pub fn check_all() {
	Consortium::do_try_state().unwrap();
	let seated = |account: &u64| {
		Consortium::suspension(*account).is_none_or(|it| it.cause != SuspensionCause::Vote)
	};
	assert_eq!(seats(), accounts().into_iter().filter(seated).collect::<Vec<_>>());
	for account in (1..=20).chain([BEGGAR]) {
		let sponsored = Consortium::member(account).is_some_and(|member| member.sponsor.is_some());
		let may_hold = sponsored || Consortium::application(account).is_some();
		assert!(may_hold || bond(account) == 0, "{account} has a bond and should not");
	}
	assert_eq!(
		<Consortium as ValidatorPool<u64>>::eligible(),
		accounts()
			.into_iter()
			.filter(|account| has(*account, Role::Validator))
			.filter(|account| {
				use frame::traits::ValidatorRegistration;
				Session::is_registered(account) && !Absent::get().contains(account)
			})
			.collect::<Vec<_>>()
	);
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

/// A member that was admitted on application, in the present block, with the bank as sponsor.
pub fn member(account: u64, roles: Roles) -> crate::MemberOf<Test> {
	crate::Member {
		admitted_at: System::block_number(),
		sponsor: Some(BANK),
		..founder(account, roles)
	}
}

/// A member of the first hour.
pub fn founder(account: u64, roles: Roles) -> crate::MemberOf<Test> {
	crate::Member {
		name: name(format!("Member {account}")),
		country: germany(),
		legal_entity: legal_entity(account),
		roles,
		admitted_at: 0,
		sponsor: None,
	}
}

pub fn genesis_member(account: u64, roles: Roles) -> GenesisMember<u64> {
	GenesisMember {
		account,
		name: format!("Member {account}"),
		country: germany(),
		legal_entity: legal_entity(account),
		roles,
		nodes: vec![],
	}
}

/// What documents hash to.
pub fn documents() -> H256 {
	H256::repeat_byte(0xd0)
}

/// What evidence hashes to.
pub fn evidence() -> H256 {
	H256::repeat_byte(0xee)
}

/// What the account would say about itself in the present block.
pub fn application(account: u64, roles: impl Into<Roles>) -> crate::ApplicationOf<Test> {
	let crate::Member { name, country, legal_entity, roles, .. } = founder(account, roles.into());
	crate::Application {
		name,
		country,
		legal_entity,
		roles,
		documents: documents(),
		sponsor: None,
		expires_at: System::block_number() + APPLICATION_PERIOD,
	}
}

/// Lets the account apply with what is said about it.
pub fn apply_with(account: u64, application: crate::ApplicationOf<Test>) -> DispatchResult {
	let crate::Application { name, country, legal_entity, roles, documents, .. } = application;
	let origin = RuntimeOrigin::signed(account);
	Consortium::apply(origin, name, country, legal_entity, roles, documents)
}

pub fn apply(account: u64, roles: impl Into<Roles>) -> DispatchResult {
	apply_with(account, application(account, roles))
}

/// By what to sponsor the account and vote for it; anything if it did not apply.
pub fn hash_of(account: u64) -> H256 {
	Consortium::application_hash(account).unwrap_or_default()
}

pub fn sponsor(sponsor: u64, account: u64) -> DispatchResult {
	Consortium::sponsor_application(RuntimeOrigin::signed(sponsor), account, hash_of(account))
}

/// Admits an applicant by vote of the root origin.
pub fn admit_applicant(account: u64) -> DispatchResult {
	Consortium::admit_member(RuntimeOrigin::root(), account, hash_of(account))
		.map(|_| ())
		.map_err(|e| e.error)
}

/// Takes the account all the way from a stranger to a member, with the first member in good standing
/// as sponsor: the bank, if it can.
pub fn admit(account: u64, roles: impl Into<Roles>) -> DispatchResult {
	apply(account, roles)?;
	let willing = [BANK].into_iter().chain(accounts()).find(Pallet::<Test>::is_in_good_standing);
	sponsor(willing.unwrap(), account)?;
	admit_applicant(account)
}

pub fn remove(account: u64) -> DispatchResult {
	Consortium::remove_member(RuntimeOrigin::root(), account).map(|_| ()).map_err(|e| e.error)
}

pub fn resign(account: u64) -> DispatchResult {
	Consortium::resign(RuntimeOrigin::signed(account)).map(|_| ()).map_err(|e| e.error)
}

pub fn grant(account: u64, role: Role) -> DispatchResult {
	Consortium::grant_role(RuntimeOrigin::root(), account, role)
}

pub fn withdraw(account: u64, role: Role) -> DispatchResult {
	Consortium::withdraw_role(RuntimeOrigin::root(), account, role).map(|_| ()).map_err(|e| e.error)
}

pub fn suspend(account: u64) -> DispatchResult {
	Consortium::suspend_member(RuntimeOrigin::root(), account, evidence())
		.map(|_| ())
		.map_err(|e| e.error)
}

pub fn suspend_provisionally(account: u64) -> DispatchResult {
	Consortium::suspend_provisionally(RuntimeOrigin::root(), account, evidence())
		.map(|_| ())
		.map_err(|e| e.error)
}

pub fn reinstate(account: u64) -> DispatchResult {
	Consortium::reinstate_member(RuntimeOrigin::root(), account).map(|_| ()).map_err(|e| e.error)
}

pub fn set_minimum(minimum: u32) -> DispatchResult {
	Consortium::set_min_validators(RuntimeOrigin::root(), minimum).map(|_| ()).map_err(|e| e.error)
}

/// Nodes with these keys.
pub fn nodes(keys: &[u8]) -> crate::NodesOf<Test> {
	keys.iter().map(|key| NodeId([*key; 32])).collect::<Vec<_>>().try_into().unwrap()
}

pub fn register_nodes(account: u64, keys: &[u8]) -> DispatchResult {
	Consortium::register_nodes(RuntimeOrigin::signed(account), nodes(keys))
}

/// All that the account has, held or not.
pub fn everything(account: u64) -> u64 {
	<Balances as Inspect<u64>>::total_balance(&account)
}

/// What is held of the account's bond.
pub fn bond(account: u64) -> u64 {
	Balances::balance_on_hold(&RuntimeHoldReason::Consortium(HoldReason::Bond), &account)
}

/// Why the member is suspended now.
pub fn cause(account: u64) -> Option<SuspensionCause> {
	Consortium::suspension(account).map(|suspension| suspension.cause)
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

/// Runs blocks until the one of that number.
pub fn run_to_block(number: u64) {
	System::run_to_block::<AllPalletsWithSystem>(number);
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
