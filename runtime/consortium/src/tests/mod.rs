//! The runtime as a whole: what no pallet can test alone.

mod consensus;
mod credit;
mod governance;
mod limits;
mod misbehaviour;
mod presets;
mod roles;

use crate::{
	Consortium, Runtime, RuntimeGenesisConfig, RuntimeOrigin, Session, System, presets as genesis,
};
use frame_support::{
	assert_ok,
	genesis_builder_helper::{build_state, get_preset},
	traits::OnInitialize,
};
use hanse_types::{LegalEntityId, Roles};
use serde_json::Value;
use sp_core::H256;
use sp_genesis_builder::PresetId;
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring;

/// The whole genesis state of a preset, as JSON.
fn genesis_config(preset: &PresetId) -> Value {
	let default = get_preset::<RuntimeGenesisConfig>(&None, |_| None).unwrap();
	let mut config = serde_json::from_slice(&default).unwrap();
	merge(&mut config, serde_json::from_slice(&genesis::get(preset).unwrap()).unwrap());
	config
}

/// Puts a patch over a value, as a node does with a preset.
fn merge(value: &mut Value, patch: Value) {
	match (value, patch) {
		(Value::Object(value), Value::Object(patch)) => {
			for (key, patch) in patch {
				merge(value.entry(key).or_insert(Value::Null), patch);
			}
		},
		(value, patch) => *value = patch,
	}
}

/// A chain that has just begun.
fn chain(preset: &str) -> TestExternalities {
	let mut chain = TestExternalities::default();
	chain.execute_with(|| {
		build_state::<RuntimeGenesisConfig>(
			genesis_config(&PresetId::from(preset)).to_string().into_bytes(),
		)
		.unwrap();
		System::set_block_number(1);
	});
	chain
}

/// Lets the sessions pass that begin up to and including the block.
fn run_to(block: u32) {
	for number in System::block_number() + 1..=block {
		System::set_block_number(number);
		Session::on_initialize(number);
	}
}

/// What was said by events, in words.
fn events() -> Vec<String> {
	frame_system::Pallet::<Runtime>::events()
		.iter()
		.map(|record| format!("{:?}", record.event))
		.collect()
}

/// Somebody applies, and what it asks for has this hash.
fn apply(who: Sr25519Keyring, legal_entity: [u8; 18], roles: Roles) -> H256 {
	assert_ok!(Consortium::apply(
		RuntimeOrigin::signed(who.to_account_id()),
		b"Hanseatic Insurance".to_vec().try_into().unwrap(),
		(*b"EE").try_into().unwrap(),
		LegalEntityId::with_check_digits(legal_entity).unwrap(),
		roles,
		H256::repeat_byte(0xd0),
	));
	Consortium::application_hash(who.to_account_id()).unwrap()
}

/// Somebody applies, and Alice vouches.
fn apply_with_sponsor(who: Sr25519Keyring, legal_entity: [u8; 18], roles: Roles) -> H256 {
	let application = apply(who, legal_entity, roles);
	assert_ok!(Consortium::sponsor_application(
		RuntimeOrigin::signed(Sr25519Keyring::Alice.to_account_id()),
		who.to_account_id(),
		application,
	));
	application
}

/// Somebody becomes a member, whatever the others think of it.
fn admit(who: Sr25519Keyring, legal_entity: [u8; 18], roles: Roles) {
	let application = apply_with_sponsor(who, legal_entity, roles);
	assert_ok!(Consortium::admit_member(RuntimeOrigin::root(), who.to_account_id(), application));
}
