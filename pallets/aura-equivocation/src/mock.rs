//! The real Aura, Authorship, session and offences pallets, authors with real keys, and
//! transactions that are checked as on a real chain.

use crate as pallet_aura_equivocation;
use crate::EquivocationProofOf;
use frame::{
	deps::{
		sp_core::{
			Pair,
			offchain::{
				TransactionPoolExt,
				testing::{PoolState, TestTransactionPoolExt},
			},
		},
		sp_runtime::{
			generic::{self, Digest, DigestItem},
			impl_opaque_keys,
			testing::UintAuthorityId,
			traits::OpaqueKeys,
		},
	},
	testing_prelude::*,
	traits::{Header as _, KeyOwnerProofSystem, OnFinalize, OnInitialize},
};
use pallet_session::{FindAccountFromAuthorIndex, PeriodicSessions, SessionInterface, historical};
use sp_consensus_aura::{
	Slot,
	digests::CompatibleDigestItem,
	sr25519::{AuthorityId, AuthorityPair, AuthoritySignature},
};
use sp_consensus_slots::EquivocationProof;
use sp_keystore::{KeystoreExt, testing::MemoryKeystore};
use sp_session::MembershipProof;
use sp_staking::{
	SessionIndex,
	offence::{OffenceDetails, OnOffenceHandler},
};
use std::sync::Arc;

/// Blocks per session.
pub const PERIOD: u64 = 5;

/// Milliseconds per slot.
pub const SLOT_DURATION: u64 = 2_000;

/// The most authorities.
pub const MAX_AUTHORITIES: u32 = 8;

/// Validators at genesis. Each holds the key that [`pair`] makes of its number.
pub const VALIDATORS: [u64; 4] = [1, 2, 3, 4];

/// Who equivocates if nothing else is said.
pub const OFFENDER: u64 = 2;

/// Nobody, with a key that no validator ever held.
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
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(4)]
	pub type Aura = pallet_aura;
	#[runtime::pallet_index(5)]
	pub type Historical = historical;
	#[runtime::pallet_index(6)]
	pub type Offences = pallet_offences;
	#[runtime::pallet_index(7)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(8)]
	pub type AuraEquivocation = pallet_aura_equivocation;
}

pub type Header = generic::Header<u64, BlakeTwo256>;
pub type TxExtension = (
	frame_system::AuthorizeCall<Test>,
	frame_system::CheckNonZeroSender<Test>,
	frame_system::CheckNonce<Test>,
	frame_system::CheckWeight<Test>,
);
pub type Extrinsic = generic::UncheckedExtrinsic<u64, RuntimeCall, UintAuthorityId, TxExtension>;
pub type Block = generic::Block<Header, Extrinsic>;

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
	type EventHandler = ();
}

impl pallet_aura::Config for Test {
	type AuthorityId = AuthorityId;
	type DisabledValidators = Session;
	type MaxAuthorities = ConstU32<MAX_AUTHORITIES>;
	type AllowMultipleBlocksPerSlot = ConstBool<false>;
	type SlotDuration = ConstU64<SLOT_DURATION>;
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
	type SessionManager = historical::NoteHistoricalRoot<Test, Planner>;
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

impl pallet_offences::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = historical::IdentificationTuple<Self>;
	type OnOffenceHandler = Consequences;
}

/// An offence as it was heard of: the offenders and who reported them, how bad it is, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
	pub offenders: Vec<(u64, Vec<u64>)>,
	pub fraction: Perbill,
	pub session: SessionIndex,
}

parameter_types! {
	/// Who validates from the next plan on.
	pub static Planned: Vec<u64> = vec![];
	/// The offences so far.
	pub static Offended: Vec<Heard> = vec![];
	pub static MaxReportSize: u32 = 16 * 1_024;
	pub static ReportLongevity: u64 = 100;
}

/// Plans what it is told to.
pub struct Planner;

impl pallet_session::SessionManager<u64> for Planner {
	fn new_session(_: SessionIndex) -> Option<Vec<u64>> {
		Some(Planned::get())
	}

	fn start_session(_: SessionIndex) {}

	fn end_session(_: SessionIndex) {}
}

impl historical::SessionManager<u64, ()> for Planner {
	fn new_session(session: SessionIndex) -> Option<Vec<(u64, ())>> {
		let planned = <Self as pallet_session::SessionManager<_>>::new_session(session)?;
		Some(planned.into_iter().map(|validator| (validator, ())).collect())
	}

	fn start_session(_: SessionIndex) {}

	fn end_session(_: SessionIndex) {}
}

/// Remembers every offence.
pub struct Consequences;

impl OnOffenceHandler<u64, (u64, ()), Weight> for Consequences {
	fn on_offence(
		offenders: &[OffenceDetails<u64, (u64, ())>],
		fractions: &[Perbill],
		session: SessionIndex,
	) -> Weight {
		assert_eq!(offenders.len(), fractions.len());
		let heard = Heard {
			offenders: offenders
				.iter()
				.map(|details| (details.offender.0, details.reporters.clone()))
				.collect(),
			fraction: fractions[0],
			session,
		};
		Offended::mutate(|offended| offended.push(heard));
		Weight::zero()
	}
}

impl pallet_aura_equivocation::Config for Test {
	type WeightInfo = ();
	type KeyOwnerProofs = Historical;
	type Offences = Offences;
	type MaxReportSize = MaxReportSize;
	type ReportLongevity = ReportLongevity;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}

impl<LocalCall> frame_system::offchain::CreateTransactionBase<LocalCall> for Test
where
	RuntimeCall: From<LocalCall>,
{
	type Extrinsic = Extrinsic;
	type RuntimeCall = RuntimeCall;
}

impl<LocalCall> frame_system::offchain::CreateTransaction<LocalCall> for Test
where
	RuntimeCall: From<LocalCall>,
{
	type Extension = TxExtension;

	fn create_transaction(call: RuntimeCall, extension: TxExtension) -> Extrinsic {
		Extrinsic::new_transaction(call, extension)
	}
}

impl<LocalCall> frame_system::offchain::CreateAuthorizedTransaction<LocalCall> for Test
where
	RuntimeCall: From<LocalCall>,
{
	fn create_extension() -> TxExtension {
		(
			frame_system::AuthorizeCall::new(),
			frame_system::CheckNonZeroSender::new(),
			frame_system::CheckNonce::from(0),
			frame_system::CheckWeight::new(),
		)
	}
}

/// Starts a chain and runs a test on it.
#[derive(Default)]
pub struct ExtBuilder {
	keystore: bool,
}

impl ExtBuilder {
	/// Lets the runtime make keys and sign with them.
	#[allow(dead_code, reason = "benchmarks do")]
	pub fn with_keystore(mut self) -> Self {
		self.keystore = true;
		self
	}

	pub fn build(self) -> TestState {
		Planned::set(VALIDATORS.to_vec());
		Offended::set(vec![]);
		MaxReportSize::set(16 * 1_024);
		ReportLongevity::set(100);

		let storage = RuntimeGenesisConfig {
			session: pallet_session::GenesisConfig {
				keys: VALIDATORS.map(|n| (n, n, session_keys(n))).to_vec(),
				..Default::default()
			},
			..Default::default()
		}
		.build_storage()
		.unwrap();
		let mut ext = TestState::new(storage);
		if self.keystore {
			ext.register_extension(KeystoreExt(Arc::new(MemoryKeystore::new())));
		}
		ext
	}

	/// Runs the test in the block for slot 100.
	pub fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			author(100);
			System::reset_events();
			test();
		});
	}

	/// The same, with a transaction pool that can be looked at.
	pub fn build_and_execute_with_pool(self, test: impl FnOnce(&dyn Fn() -> PoolState)) {
		let (pool, state) = TestTransactionPoolExt::new();
		let mut ext = self.build();
		ext.register_extension(TransactionPoolExt::new(pool));
		ext.execute_with(|| {
			author(100);
			test(&|| PoolState { transactions: state.read().transactions.clone() });
		});
	}
}

/// The key of whoever has the number.
pub fn pair(number: u64) -> AuthorityPair {
	AuthorityPair::from_string(&format!("//Validator//{number}"), None).unwrap()
}

/// Its public half.
pub fn key(number: u64) -> AuthorityId {
	pair(number).public()
}

pub fn session_keys(number: u64) -> SessionKeys {
	SessionKeys { aura: key(number) }
}

/// Has an account validate with the key of the number from the next plan on.
pub fn set_keys(account: u64, number: u64) {
	System::inc_providers(&account);
	<Session as SessionInterface>::set_keys(&account, session_keys(number)).unwrap();
}

/// Ends the block under way, if there is one, and begins another for the slot.
pub fn author(slot: u64) {
	let last = System::block_number();
	if last > 0 {
		AllPalletsWithSystem::on_finalize(last);
		System::finalize();
	}
	let digest = Digest { logs: vec![pre_digest(slot)] };
	System::initialize(&(last + 1), &System::parent_hash(), &digest);
	AllPalletsWithSystem::on_initialize(last + 1);
	Timestamp::set(RuntimeOrigin::none(), slot * SLOT_DURATION).unwrap();
}

/// The slot of the block under way.
pub fn slot() -> u64 {
	pallet_aura::CurrentSlot::<Test>::get().into()
}

/// Runs blocks until the session begins.
pub fn run_to_session(session: u32) {
	while Session::current_index() < session {
		let next = slot() + 1;
		author(next);
	}
}

/// The item that says for which slot a header is.
pub fn pre_digest(slot: u64) -> DigestItem {
	<DigestItem as CompatibleDigestItem<AuthoritySignature>>::aura_pre_digest(slot.into())
}

/// A header for a slot, without a seal; `content` makes it this one and no other.
pub fn header(slot: u64, content: u8) -> Header {
	Header::new(
		slot,
		H256::repeat_byte(content),
		H256::zero(),
		H256::zero(),
		Digest { logs: vec![pre_digest(slot)] },
	)
}

/// Seals a header with the key of the number.
pub fn seal(mut header: Header, number: u64) -> Header {
	let signature = pair(number).sign(header.hash().as_ref());
	header.digest_mut().push(DigestItem::aura_seal(signature));
	header
}

/// Two headers as proof against whoever holds the key of the number.
pub fn proof_of(
	number: u64,
	slot: u64,
	first_header: Header,
	second_header: Header,
) -> EquivocationProofOf<Test> {
	EquivocationProof { offender: key(number), slot: Slot::from(slot), first_header, second_header }
}

/// A valid proof against whoever holds the key of the number.
pub fn proof(number: u64, slot: u64) -> EquivocationProofOf<Test> {
	proof_of(number, slot, seal(header(slot, 1), number), seal(header(slot, 2), number))
}

/// That the key of the number is held by a validator of the session under way.
pub fn key_owner_proof(number: u64) -> MembershipProof {
	Historical::prove((<AuthorityId as frame::deps::sp_runtime::RuntimeAppPublic>::ID, key(number)))
		.unwrap()
}

/// Reports by signature of an account.
pub fn report(
	account: u64,
	proof: EquivocationProofOf<Test>,
	key_owner_proof: MembershipProof,
) -> DispatchResultWithPostInfo {
	AuraEquivocation::report_equivocation(
		RuntimeOrigin::signed(account),
		Box::new(proof),
		key_owner_proof,
	)
}

/// This pallet's events since the last call.
pub fn events() -> Vec<crate::Event<Test>> {
	let events = System::read_events_for_pallet::<crate::Event<Test>>();
	System::reset_events();
	events
}
