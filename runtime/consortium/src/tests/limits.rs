//! What has to fit into a block does.

use crate::{
	AccountId, Runtime, RuntimeCall, SessionKeys, TransactionPayment, TxExtension, VERSION,
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
fn a_full_batch_of_evidence_fits_whomever_it_is_about() {
	use frame_support::traits::Get;
	use hanse_credit_model::{AmountClass, Indicator, Level, Outcome};
	let most = <Runtime as pallet_credit_records::Config>::MaxBatch::get();
	let account = |number: u32| {
		let mut bytes = [0; 32];
		bytes[..4].copy_from_slice(&number.to_le_bytes());
		AccountId::from(bytes)
	};
	let weight = |subjects: u32| {
		let record = |number: u32| pallet_credit_records::Record {
			source: account(0),
			subject: account(number % subjects),
			indicator: Indicator::Rating,
			outcome: Outcome::BEST,
			level: Level::Counterparty,
			amount: AmountClass::NEUTRAL,
			at: 0,
			reference: Default::default(),
			commitment: [0; 32],
		};
		RuntimeCall::CreditRecords(pallet_credit_records::Call::submit_batch {
			first: 0,
			mode: pallet_credit_records::Mode::EachForItself,
			records: (0..most).map(record).collect::<Vec<_>>().try_into().unwrap(),
		})
		.get_dispatch_info()
		.call_weight
	};
	let max = max_extrinsic(DispatchClass::Normal);
	assert!(weight(most).all_lte(max), "{:?}", weight(most));
	assert!(weight(most / 8).saturating_mul(2).all_lte(max), "{:?}", weight(most / 8));
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
