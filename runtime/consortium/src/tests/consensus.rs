//! Sessions and authors.

use super::{chain, run_to};
use crate::{Consortium, Runtime, RuntimeOrigin, Session, configs::ToAuthor};
use frame_support::{
	assert_ok,
	traits::{OnUnbalanced, fungible::Balanced},
};
use hanse_runtime_common::time;
use hanse_types::Role;
use sp_genesis_builder::{DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::Sr25519Keyring;

#[test]
fn a_validator_ceases_two_sessions_after_its_role_is_withdrawn() {
	chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
		let dave = Sr25519Keyring::Dave.to_account_id();
		assert_ok!(Consortium::withdraw_role(RuntimeOrigin::root(), dave.clone(), Role::Validator));
		assert!(Session::validators().contains(&dave));
		run_to(time::HOURS);
		assert!(Session::validators().contains(&dave));
		run_to(2 * time::HOURS);
		assert!(!Session::validators().contains(&dave));
		assert_eq!(pallet_aura::Authorities::<Runtime>::get().len(), 3);
	});
}

#[test]
fn history_does_not_grow_for_ever() {
	chain(DEV_RUNTIME_PRESET).execute_with(|| {
		let sessions = crate::configs::HISTORY_DEPTH + 10;
		run_to(sessions * time::MINUTES);
		let (first, last) = pallet_session::historical::StoredRange::<Runtime>::get().unwrap();
		assert!(last - first <= crate::configs::HISTORY_DEPTH + 3, "{first}..{last}");
		assert!(first > 0);
	});
}

#[test]
fn a_fee_without_a_known_author_is_burnt() {
	chain(DEV_RUNTIME_PRESET).execute_with(|| {
		let before = crate::Balances::total_issuance();
		let fee = crate::Balances::issue(1_000);
		ToAuthor::on_unbalanceds([fee].into_iter());
		assert_eq!(crate::Balances::total_issuance(), before);
	});
}
