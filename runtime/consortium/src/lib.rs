//! The runtime of the Hanse consortium chain.
//!
//! Aura authors and GRANDPA finalises, under the authority set that the consortium pallet derives
//! from the members. Two thirds of the members, voting as the council, can do whatever the chain can
//! do; nobody else has a key to it, and there is no superuser.
//!
//! | file | what it decides |
//! |------|-----------------|
//! | [`configs`] | how every pallet is set up, by concern |
//! | [`apis`] | what a node and its clients can ask |
//! | [`presets`] | the states a new chain can start from |
//! | [`session_length`] | how long the authority set stays as it is |

#![cfg_attr(not(feature = "std"), no_std)]
// The runtime API macros produce a deeply nested type.
#![recursion_limit = "256"]

extern crate alloc;

pub mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
pub mod configs;
pub mod presets;
pub mod session_length;
#[cfg(test)]
mod tests;

use alloc::{borrow::Cow, vec::Vec};
use sp_runtime::{generic, impl_opaque_keys, traits::BlakeTwo256};
use sp_version::{RuntimeVersion, runtime_version};

pub use hanse_runtime_common::{
	AccountId, Address, Balance, BlockNumber, Hash, Header, Moment, Nonce, Signature,
};

/// What a node knows of the runtime's types: headers, and transactions as bytes. It stays the same
/// when the runtime changes.
pub mod opaque {
	use super::*;

	pub use sp_runtime::OpaqueExtrinsic as UncheckedExtrinsic;

	/// A header.
	pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
	/// A block of transactions that are not decoded.
	pub type Block = generic::Block<Header, UncheckedExtrinsic>;
}

impl_opaque_keys! {
	/// The keys an authority runs with, in the order of the pallets that they are for.
	pub struct SessionKeys {
		/// Signs the blocks it authors.
		pub aura: Aura,
		/// Signs its votes for finality.
		pub grandpa: Grandpa,
	}
}

/// Which runtime this is.
///
/// `spec_version` rises with every release, `transaction_version` with every change to a call's
/// index or arguments or to [`TxExtension`]: transactions signed before are then refused.
#[runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: Cow::Borrowed("hanse"),
	impl_name: Cow::Borrowed("hanse"),
	authoring_version: 1,
	spec_version: 103,
	impl_version: 1,
	apis: apis::RUNTIME_API_VERSIONS,
	transaction_version: 3,
	system_version: 1,
};

/// What a transaction carries beside its call, and what is checked before the call runs. All of it
/// looks standard, so that every wallet knows how to sign here.
pub type TxExtension = (
	frame_system::AuthorizeCall<Runtime>,
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	frame_system::CheckEra<Runtime>,
	frame_system::CheckNonce<Runtime>,
	frame_system::CheckWeight<Runtime>,
	// Evidence within quota and the first objections of a subject are free; what is free is admitted by
	// other means.
	pallet_credit_records::CheckEvidence<
		Runtime,
		pallet_skip_feeless_payment::SkipCheckIfFeeless<
			Runtime,
			pallet_transaction_payment::ChargeTransactionPayment<Runtime>,
		>,
	>,
	frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	// Last, so that it gives back what all the others did not use.
	frame_system::WeightReclaim<Runtime>,
);

/// A transaction.
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;

/// What is signed in a transaction.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;

/// A block.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;

/// Runs the blocks.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

// A pallet's index is part of every encoded call, event and error of the pallet, and it is the order
// in which hooks run and genesis is built: an index in use never changes, and what a pallet needs to
// find done comes before it. The gaps are for what belongs to the same group later.
//
// - Authorship and Attendance before Aura and Session: they note a block's author, and whose slots were
//   empty before it, by the authorities of the session in which these slots lay.
// - Consortium before Session and Council: at genesis it tells both who the members are.
#[frame_support::runtime]
mod runtime {
	/// The runtime itself.
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
	pub struct Runtime;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(3)]
	pub type Attendance = pallet_attendance;

	// who belongs
	#[runtime::pallet_index(5)]
	pub type Consortium = pallet_consortium;

	// money
	#[runtime::pallet_index(10)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(11)]
	pub type TransactionPayment = pallet_transaction_payment;
	#[runtime::pallet_index(12)]
	pub type SkipFeelessPayment = pallet_skip_feeless_payment;

	// consensus
	#[runtime::pallet_index(20)]
	pub type SessionLength = session_length;
	#[runtime::pallet_index(21)]
	pub type Aura = pallet_aura;
	#[runtime::pallet_index(22)]
	pub type Grandpa = pallet_grandpa;
	#[runtime::pallet_index(23)]
	pub type Historical = pallet_session::historical;
	#[runtime::pallet_index(24)]
	pub type Offences = pallet_offences;
	#[runtime::pallet_index(25)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(26)]
	pub type AuraEquivocation = pallet_aura_equivocation;

	// governance
	#[runtime::pallet_index(30)]
	pub type Council = pallet_collective<Instance1>;
	#[runtime::pallet_index(31)]
	pub type Whitelist = pallet_whitelist;
	#[runtime::pallet_index(32)]
	pub type Preimage = pallet_preimage;
	#[runtime::pallet_index(33)]
	pub type Scheduler = pallet_scheduler;
	#[runtime::pallet_index(34)]
	pub type Migrations = pallet_migrations;

	// how accounts act
	#[runtime::pallet_index(40)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(41)]
	pub type Proxy = pallet_proxy;
	#[runtime::pallet_index(42)]
	pub type Multisig = pallet_multisig;

	// who trades with whom
	#[runtime::pallet_index(48)]
	pub type TradeNetwork = pallet_trade_network;

	// who may see what
	#[runtime::pallet_index(49)]
	pub type DataAccess = pallet_data_access;

	// evidence, and what follows from it
	#[runtime::pallet_index(50)]
	pub type CreditRecords = pallet_credit_records;
	#[runtime::pallet_index(51)]
	pub type CreditScore = pallet_credit_score;
	#[runtime::pallet_index(52)]
	pub type CreditLines = pallet_credit_lines;
}
