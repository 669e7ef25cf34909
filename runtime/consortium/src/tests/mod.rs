//! The runtime as a whole: what no pallet can test alone.

mod consensus;
mod governance;
mod limits;
mod presets;

use crate::{Runtime, RuntimeGenesisConfig, System, presets as genesis};
use frame_support::genesis_builder_helper::{build_state, get_preset};
use serde_json::Value;
use sp_genesis_builder::PresetId;
use sp_io::TestExternalities;

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

/// What was said by events, in words.
fn events() -> Vec<String> {
	frame_system::Pallet::<Runtime>::events()
		.iter()
		.map(|record| format!("{:?}", record.event))
		.collect()
}
