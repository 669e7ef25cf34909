//! Every preset is the beginning of a chain that works.

use super::chain;
use crate::{Balances, Consortium, Council, Runtime, Session, presets, session_length};
use frame_support::traits::{Get, PalletInfoAccess, PalletsInfoAccess};
use hanse_runtime_common::time;
use hanse_types::Role;
use sp_genesis_builder::{DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::Sr25519Keyring;

#[test]
fn every_preset_builds_a_state_with_an_authority_for_every_member() {
	for name in presets::names() {
		chain(name.as_ref()).execute_with(|| {
			let members = Consortium::members();
			assert!(!members.is_empty(), "{name}");

			let accounts = members.iter().map(|(who, _)| who.clone()).collect::<Vec<_>>();
			assert_eq!(Session::validators(), accounts);
			assert_eq!(
				pallet_collective::Members::<Runtime, crate::configs::CouncilInstance>::get(),
				accounts
			);
			assert_eq!(pallet_aura::Authorities::<Runtime>::get().len(), accounts.len());
			assert_eq!(crate::Grandpa::grandpa_authorities().len(), accounts.len());
			assert!(Consortium::validators_without_keys().is_empty());
			for (who, member) in members {
				assert!(member.legal_entity.validate().is_ok());
				assert!(member.country.validate().is_ok());
				assert!(Balances::free_balance(&who) > 0);
			}
			assert_eq!(Council::name(), "Council");
		});
	}
}

#[test]
fn an_unknown_preset_is_none() {
	assert_eq!(presets::get(&"mainnet".into()), None);
}

#[test]
fn sessions_last_an_hour_unless_the_genesis_says_otherwise() {
	type Length = session_length::Blocks<Runtime>;
	chain(LOCAL_TESTNET_RUNTIME_PRESET)
		.execute_with(|| assert_eq!(<Length as Get<u32>>::get(), time::HOURS));
	chain(DEV_RUNTIME_PRESET)
		.execute_with(|| assert_eq!(<Length as Get<u32>>::get(), time::MINUTES));
}

#[test]
fn a_single_member_has_every_role_that_submits_evidence() {
	chain(DEV_RUNTIME_PRESET).execute_with(|| {
		for role in [
			Role::TransactionProvider,
			Role::ShippingProvider,
			Role::PaymentProvider,
			Role::BehaviourProvider,
			Role::VerificationProvider,
		] {
			assert!(Consortium::has_role(Sr25519Keyring::Alice.to_account_id(), role));
		}
	});
}

#[test]
fn there_is_no_superuser() {
	for pallet in crate::AllPalletsWithSystem::infos() {
		assert!(!pallet.name.eq_ignore_ascii_case("sudo"));
		assert!(!pallet.module_name.contains("sudo"));
	}
}
