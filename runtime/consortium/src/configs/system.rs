//! The ground that the other pallets stand on: the system itself, time, and what accounts use to
//! combine calls.

use super::RootOrCouncil;
use crate::{
	AccountId, Balance, Balances, Block, Hash, Migrations, Nonce, OriginCaller, PalletInfo,
	Preimage, Runtime, RuntimeCall, RuntimeEvent, RuntimeHoldReason, RuntimeOrigin, RuntimeTask,
	System, TxExtension, UncheckedExtrinsic, VERSION,
};
use frame_support::{
	derive_impl, parameter_types,
	traits::{
		ConstU32, Contains, EqualPrivilegeOnly, LinearStoragePrice, fungible::HoldConsideration,
	},
	weights::{Weight, constants::ParityDbWeight},
};
use frame_system::{
	limits::{BlockLength, BlockWeights},
	offchain::{CreateAuthorizedTransaction, CreateBare, CreateTransaction, CreateTransactionBase},
};
use hanse_runtime_common::{BlockNumber, limits, money};
use pallet_credit_records::CheckEvidence;
use pallet_skip_feeless_payment::SkipCheckIfFeeless;
use pallet_transaction_payment::ChargeTransactionPayment;
use sp_runtime::{Perbill, generic::Era, traits::AccountIdLookup};
use sp_version::RuntimeVersion;

parameter_types! {
	/// How many block hashes the state knows: an hour and a quarter. A transaction can be signed at
	/// most this long ago.
	pub const BlockHashCount: BlockNumber = 2_250;
	/// What a block may take; argued where the figures are.
	pub RuntimeBlockWeights: BlockWeights = limits::block_weights();
	/// How long a block may be.
	pub RuntimeBlockLength: BlockLength = limits::block_length();
	/// Which runtime this is.
	pub const Version: RuntimeVersion = VERSION;
	/// How addresses of this network look.
	pub const SS58Prefix: u16 = money::SS58_PREFIX;
}

/// What nobody may call, except root.
pub struct CallFilter;

impl Contains<RuntimeCall> for CallFilter {
	fn contains(call: &RuntimeCall) -> bool {
		// A validator that drops its keys leaves the authority set without a vote, and the last ones
		// would leave nobody. To cease to validate, have the role withdrawn.
		!matches!(call, RuntimeCall::Session(pallet_session::Call::purge_keys {}))
	}
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
	type AccountData = pallet_balances::AccountData<Balance>;
	type AccountId = AccountId;
	type BaseCallFilter = CallFilter;
	type Block = Block;
	type BlockHashCount = BlockHashCount;
	type BlockLength = RuntimeBlockLength;
	type BlockWeights = RuntimeBlockWeights;
	// The only database a node has; see the node.
	type DbWeight = ParityDbWeight;
	type ExtensionsWeightInfo = frame_system::SubstrateExtensionsWeight<Runtime>;
	type Hash = Hash;
	type Lookup = AccountIdLookup<AccountId, ()>;
	type MaxConsumers = ConstU32<16>;
	type MultiBlockMigrator = Migrations;
	type Nonce = Nonce;
	type SS58Prefix = SS58Prefix;
	// What a release has to change in the state before its first transaction, in the order it
	// happened.
	type SingleBlockMigrations = (pallet_consortium::migrations::v2::MigrateV1ToV2<Runtime>,);
	type SystemWeightInfo = frame_system::weights::SubstrateWeight<Runtime>;
	type Version = Version;
}

impl<LocalCall> CreateTransactionBase<LocalCall> for Runtime
where
	RuntimeCall: From<LocalCall>,
{
	type Extrinsic = UncheckedExtrinsic;
	type RuntimeCall = RuntimeCall;
}

// Nodes report misbehaviour with transactions that nobody signs.
impl<LocalCall> CreateBare<LocalCall> for Runtime
where
	RuntimeCall: From<LocalCall>,
{
	fn create_bare(call: RuntimeCall) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_bare(call)
	}
}

impl<LocalCall> CreateTransaction<LocalCall> for Runtime
where
	RuntimeCall: From<LocalCall>,
{
	type Extension = TxExtension;

	fn create_transaction(call: RuntimeCall, extension: TxExtension) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_transaction(call, extension)
	}
}

// So they do where the call itself says who may bring it.
impl<LocalCall> CreateAuthorizedTransaction<LocalCall> for Runtime
where
	RuntimeCall: From<LocalCall>,
{
	fn create_extension() -> TxExtension {
		(
			frame_system::AuthorizeCall::new(),
			frame_system::CheckNonZeroSender::new(),
			frame_system::CheckSpecVersion::new(),
			frame_system::CheckTxVersion::new(),
			frame_system::CheckGenesis::new(),
			frame_system::CheckEra::from(Era::Immortal),
			frame_system::CheckNonce::from(0),
			frame_system::CheckWeight::new(),
			CheckEvidence::from(SkipCheckIfFeeless::from(ChargeTransactionPayment::from(0))),
			frame_metadata_hash_extension::CheckMetadataHash::new(false),
			frame_system::WeightReclaim::new(),
		)
	}
}

parameter_types! {
	/// How much of a block a migration over several blocks may take: it shares the block with
	/// nothing but inherents.
	pub MigrationWeight: Weight = Perbill::from_percent(75) * limits::MAXIMUM_BLOCK_WEIGHT;
}

impl pallet_migrations::Config for Runtime {
	type CursorMaxLen = ConstU32<65_536>;
	// A chain that stands still can be put right; one that goes on over a half-migrated state
	// cannot.
	type FailedMigrationHandler = frame_support::migrations::FreezeChainOnFailedMigration;
	type IdentifierMaxLen = ConstU32<256>;
	type MaxServiceWeight = MigrationWeight;
	type MigrationStatusHandler = ();
	#[cfg(not(feature = "runtime-benchmarks"))]
	type Migrations = (
		pallet_credit_score::migrations::v1::Forward<Runtime>,
		pallet_credit_records::migrations::v1::Batched<Runtime>,
		pallet_credit_score::migrations::v2::Announced<Runtime>,
	);
	#[cfg(feature = "runtime-benchmarks")]
	type Migrations = pallet_migrations::mock_helpers::MockedMigrations;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_migrations::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	/// What noting a preimage costs while it is there.
	pub const PreimageBaseDeposit: Balance = money::deposit(2, 64);
	/// What each of its bytes adds.
	pub const PreimageByteDeposit: Balance = money::deposit(0, 1);
	/// Why it is held.
	pub const PreimageHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::Preimage(pallet_preimage::HoldReason::Preimage);
}

impl pallet_preimage::Config for Runtime {
	type Consideration = HoldConsideration<
		AccountId,
		Balances,
		PreimageHoldReason,
		LinearStoragePrice<PreimageBaseDeposit, PreimageByteDeposit, Balance>,
	>;
	type Currency = Balances;
	type ManagerOrigin = RootOrCouncil;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_preimage::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	/// How much of a block scheduled calls may take: as much as ordinary transactions.
	pub SchedulerWeight: Weight = limits::NORMAL_DISPATCH_RATIO * limits::MAXIMUM_BLOCK_WEIGHT;
}

impl pallet_scheduler::Config for Runtime {
	type BlockNumberProvider = System;
	type MaxScheduledPerBlock = ConstU32<50>;
	type MaximumWeight = SchedulerWeight;
	type OriginPrivilegeCmp = EqualPrivilegeOnly;
	type PalletsOrigin = OriginCaller;
	type Preimages = Preimage;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type RuntimeOrigin = RuntimeOrigin;
	type ScheduleOrigin = RootOrCouncil;
	type WeightInfo = pallet_scheduler::weights::SubstrateWeight<Runtime>;
}

impl pallet_utility::Config for Runtime {
	type PalletsOrigin = OriginCaller;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_utility::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	/// What an approval that waits for others costs while it waits.
	pub const MultisigDepositBase: Balance = money::deposit(1, 88);
	/// What each signatory adds.
	pub const MultisigDepositFactor: Balance = money::deposit(0, 32);
}

impl pallet_multisig::Config for Runtime {
	type BlockNumberProvider = System;
	type Currency = Balances;
	type DepositBase = MultisigDepositBase;
	type DepositFactor = MultisigDepositFactor;
	type MaxSignatories = ConstU32<100>;
	type RuntimeCall = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_multisig::weights::SubstrateWeight<Runtime>;
}
