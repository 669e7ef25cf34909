//! Which pallets are measured, and how a measurement is run.
//!
//! Session and Offences are not in the list: what they do costs by the number of authorities, and
//! their own benchmarks live in crates that need pallets of staking.

use crate::*;
use alloc::string::String;
use frame_benchmarking::{
	BenchmarkBatch, BenchmarkConfig, BenchmarkList, baseline::Pallet as BaselineBench,
	define_benchmarks,
};
use frame_support::traits::fungible::Mutate;
use frame_support::traits::{StorageInfo, StorageInfoTrait, WhitelistedStorageKeys};
use frame_system_benchmarking::{
	Pallet as SystemBench, extensions::Pallet as SystemExtensionsBench,
};
use hanse_runtime_common::money;
use hanse_signatures::{SigningKeys, Sr25519Keys};
use hanse_traits::Membership;
use hanse_types::{EnterpriseDetails, EnterpriseKind, Role};
use pallet_consortium::{BenchmarkHelper, SessionKeysFromAccount};

define_benchmarks!(
	[frame_benchmarking, BaselineBench::<Runtime>]
	[frame_system, SystemBench::<Runtime>]
	[frame_system_extensions, SystemExtensionsBench::<Runtime>]
	[pallet_attendance, Attendance]
	[pallet_aura_equivocation, AuraEquivocation]
	[pallet_balances, Balances]
	[pallet_collective, Council]
	[pallet_consortium, Consortium]
	[pallet_credit_lines, CreditLines]
	[pallet_credit_records, CreditRecords]
	[pallet_credit_score, CreditScore]
	[pallet_data_access, DataAccess]
	[pallet_migrations, Migrations]
	[pallet_multisig, Multisig]
	[pallet_preimage, Preimage]
	[pallet_proxy, Proxy]
	[pallet_scheduler, Scheduler]
	[pallet_timestamp, Timestamp]
	[pallet_trade_network, TradeNetwork]
	[pallet_transaction_payment, TransactionPayment]
	[pallet_utility, Utility]
	[pallet_whitelist, Whitelist]
);

impl frame_system_benchmarking::Config for Runtime {}
impl frame_benchmarking::baseline::Config for Runtime {}
impl pallet_transaction_payment::BenchmarkConfig for Runtime {}

/// Makes members of accounts, for pallets that know members only by what others tell them.
pub struct Members;

impl pallet_attendance::BenchmarkHelper<AccountId> for Members {
	fn make_eligible(account: &AccountId) {
		Consortium::set_member(account, &[Role::Validator]);
		SessionKeysFromAccount::<Runtime>::register_keys(account);
	}
}

impl SigningKeys<AccountId, Signature> for Members {
	fn signer(number: u32) -> AccountId {
		Sr25519Keys::signer(number)
	}

	fn sign(number: u32, message: &[u8]) -> Signature {
		Sr25519Keys::sign(number, message)
	}
}

impl pallet_data_access::BenchmarkHelper<AccountId, Signature> for Members {
	fn enterprise(account: &AccountId) {
		let enough = 100 * money::UNIT;
		<Balances as Mutate<AccountId>>::mint_into(account, enough).expect("it is not too much");
		let details = EnterpriseDetails {
			country: (*b"DE").try_into().expect("Germany is assigned"),
			sector: 46.try_into().expect("wholesale trade exists"),
			kind: EnterpriseKind::Merchant,
			commitments: Default::default(),
		};
		TradeNetwork::register_enterprise(RuntimeOrigin::signed(account.clone()), details)
			.expect("it can pay for it");
	}
}

impl pallet_credit_lines::BenchmarkHelper<AccountId> for Members {
	fn enterprise(account: &AccountId) {
		<Self as pallet_data_access::BenchmarkHelper<AccountId, Signature>>::enterprise(account);
	}
}

impl pallet_aura_equivocation::BenchmarkHelper<AccountId> for Members {
	fn admit(account: &AccountId) {
		Consortium::set_member(account, &[Role::Validator]);
	}
}

/// What can be measured.
pub fn metadata(extra: bool) -> (Vec<BenchmarkList>, Vec<StorageInfo>) {
	let mut list = Vec::<BenchmarkList>::new();
	list_benchmarks!(list, extra);
	(list, AllPalletsWithSystem::storage_info())
}

/// Runs one measurement.
pub fn dispatch(config: BenchmarkConfig) -> Result<Vec<BenchmarkBatch>, String> {
	let whitelist = AllPalletsWithSystem::whitelisted_storage_keys();
	let mut batches = Vec::<BenchmarkBatch>::new();
	let params = (&config, &whitelist);
	add_benchmarks!(params, batches);
	Ok(batches)
}
