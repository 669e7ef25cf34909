//! What has to fit into a block does.

use crate::{
	Runtime, RuntimeCall, SessionKeys, TransactionPayment, TxExtension, VERSION,
	configs::RuntimeBlockWeights,
};
use frame_support::{
	dispatch::{DispatchClass, GetDispatchInfo},
	weights::Weight,
};
use hanse_runtime_common::{limits, money};
use sp_keyring::Sr25519Keyring;
use sp_runtime::traits::{OpaqueKeys, TransactionExtension};

fn max_extrinsic(class: DispatchClass) -> Weight {
	RuntimeBlockWeights::get().get(class).max_extrinsic.unwrap()
}

fn transfer() -> RuntimeCall {
	RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive {
		dest: Sr25519Keyring::Bob.to_account_id().into(),
		value: money::UNIT,
	})
}

#[test]
fn thousands_of_transfers_fit_and_each_costs_thousandths() {
	let info = transfer().get_dispatch_info();
	let base = RuntimeBlockWeights::get().get(DispatchClass::Normal).base_extrinsic;
	let room = limits::NORMAL_DISPATCH_RATIO * limits::MAXIMUM_BLOCK_WEIGHT;
	let fit = room.ref_time() / (info.call_weight + base).ref_time();
	assert!(fit > 2_000, "{fit}");

	super::chain(sp_genesis_builder::DEV_RUNTIME_PRESET).execute_with(|| {
		let fee = TransactionPayment::compute_fee(150, &info, 0);
		assert!((money::MILLI..10 * money::MILLI).contains(&fee), "{fee}");
	});
}

#[test]
fn a_runtime_upgrade_fits() {
	// Its weight does not depend on the size of the code.
	let upgrade = RuntimeCall::System(frame_system::Call::apply_authorized_upgrade {
		code: Default::default(),
	})
	.get_dispatch_info();
	assert!(upgrade.call_weight.all_lte(max_extrinsic(upgrade.class)));
}

#[test]
fn a_full_batch_of_evidence_fits_and_leaves_room_for_another() {
	use frame_support::traits::Get;
	use pallet_credit_records::WeightInfo;
	type Config = <Runtime as pallet_credit_records::Config>::WeightInfo;
	let most = <Runtime as pallet_credit_records::Config>::MaxBatch::get();
	let batch = Config::submit_batch(most)
		.saturating_add(Config::settle_record().saturating_mul(2 * u64::from(most)));
	assert!(batch.saturating_mul(2).all_lte(max_extrinsic(DispatchClass::Normal)), "{batch:?}");
}

#[test]
fn the_heaviest_motion_fits_with_its_last_vote() {
	let motion = <Runtime as pallet_collective::Config<crate::configs::CouncilInstance>>
		::MaxProposalWeight::get();
	assert!((motion + motion.saturating_div(4)).all_lte(max_extrinsic(DispatchClass::Normal)));
	assert!(
		<Runtime as pallet_scheduler::Config>::MaximumWeight::get()
			.all_lte(limits::MAXIMUM_BLOCK_WEIGHT)
	);
}

#[test]
fn keys_come_in_the_order_of_their_pallets() {
	let key_ids = <Runtime as pallet_session::Config>::SessionHandler::key_ids();
	assert_eq!(key_ids, SessionKeys::key_ids());
}

trait KeyIds {
	fn key_ids() -> &'static [sp_core::crypto::KeyTypeId];
}

impl<T: pallet_session::SessionHandler<crate::AccountId>> KeyIds for T {
	fn key_ids() -> &'static [sp_core::crypto::KeyTypeId] {
		T::KEY_TYPE_IDS
	}
}

/// A wallet refuses to sign what it does not know; those of today know these.
#[test]
fn a_transaction_carries_only_standard_extensions() {
	let extensions = <TxExtension as TransactionExtension<RuntimeCall>>::metadata();
	assert_eq!(
		extensions.iter().map(|extension| extension.identifier).collect::<Vec<_>>(),
		[
			"AuthorizeCall",
			"CheckNonZeroSender",
			"CheckSpecVersion",
			"CheckTxVersion",
			"CheckGenesis",
			"CheckMortality",
			"CheckNonce",
			"CheckWeight",
			"ChargeTransactionPayment",
			"CheckMetadataHash",
			"WeightReclaim",
		]
	);
	assert_eq!(VERSION.system_version, 1);
}
