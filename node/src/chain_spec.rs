//! The chains that a node knows by name. Every other chain comes from a file.

use hanse_runtime_blob::WASM_BINARY;
use hanse_runtime_common::money;
use sc_chain_spec::{ChainType, NoExtension, Properties};
use std::path::PathBuf;

/// A specification of a chain, without anything that light clients would not understand.
pub type ChainSpec = sc_service::GenericChainSpec<NoExtension>;

/// What the protocols of the network begin with, so that nodes of other networks are told apart.
const PROTOCOL_ID: &str = "hanse";

/// The specification by the name that it has on the command line, or from a file.
pub fn load(id: &str) -> Result<Box<dyn sc_service::ChainSpec>, String> {
	Ok(match id {
		"dev" | "development" => Box::new(development()?),
		"" | "local" => Box::new(local()?),
		path => Box::new(ChainSpec::from_json_file(PathBuf::from(path))?),
	})
}

/// A chain with a single authority, Alice.
fn development() -> Result<ChainSpec, String> {
	named(
		"Hanse Development",
		"hanse_dev",
		ChainType::Development,
		sp_genesis_builder::DEV_RUNTIME_PRESET,
	)
}

/// A chain with four authorities, Alice to Dave: as many as it takes to lose one and still finalise.
fn local() -> Result<ChainSpec, String> {
	named(
		"Hanse Local",
		"hanse_local",
		ChainType::Local,
		sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET,
	)
}

fn named(name: &str, id: &str, chain_type: ChainType, preset: &str) -> Result<ChainSpec, String> {
	let code = WASM_BINARY.ok_or("this node was built without a runtime: it knows no chain")?;
	Ok(ChainSpec::builder(code, None)
		.with_name(name)
		.with_id(id)
		.with_chain_type(chain_type)
		.with_protocol_id(PROTOCOL_ID)
		.with_properties(properties())
		.with_genesis_config_preset_name(preset)
		.build())
}

/// What wallets show.
fn properties() -> Properties {
	Properties::from_iter([
		("tokenSymbol".into(), money::TOKEN_SYMBOL.into()),
		("tokenDecimals".into(), money::TOKEN_DECIMALS.into()),
		("ss58Format".into(), money::SS58_PREFIX.into()),
	])
}

// Without the compiled runtime there is nothing to build a specification from, and a check of the
// code should not have to compile it.
#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::Value;

	/// The specification as JSON, or nothing in a build without the runtime.
	fn json(id: &str, raw: bool) -> Option<Value> {
		WASM_BINARY?;
		let text = load(id).unwrap().as_json(raw).unwrap();
		Some(serde_json::from_str(&text).unwrap())
	}

	#[test]
	fn names_lead_to_their_chains() {
		for (names, id) in [(["dev", "development"], "hanse_dev"), (["", "local"], "hanse_local")] {
			for name in names {
				let Some(spec) = json(name, false) else { return };
				assert_eq!(spec["id"], id);
				assert_eq!(spec["protocolId"], PROTOCOL_ID);
				assert_eq!(spec["properties"]["tokenSymbol"], "HNS");
				assert_eq!(spec["properties"]["tokenDecimals"], 12);
				assert_eq!(spec["properties"]["ss58Format"], 42);
				assert!(spec["telemetryEndpoints"].is_null());
			}
		}
	}

	#[test]
	fn an_unknown_name_is_a_file_that_is_not_there() {
		assert!(load("polkadot").is_err());
	}

	#[test]
	fn a_specification_survives_the_way_through_a_file() {
		for raw in [false, true] {
			let Some(spec) = json("local", raw) else { return };
			let path =
				std::env::temp_dir().join(format!("hanse-node-{}-{raw}.json", std::process::id()));
			std::fs::write(&path, spec.to_string()).unwrap();
			let loaded = load(path.to_str().unwrap());
			std::fs::remove_file(&path).unwrap();
			assert_eq!(loaded.unwrap().id(), "hanse_local");
		}
	}

	/// A light client refuses a specification with a key that it does not know.
	#[test]
	fn a_raw_specification_has_only_standard_keys() {
		const KNOWN: [&str; 10] = [
			"name",
			"id",
			"chainType",
			"bootNodes",
			"telemetryEndpoints",
			"protocolId",
			"properties",
			"codeSubstitutes",
			"genesis",
			"forkId",
		];
		for id in ["dev", "local"] {
			let Some(spec) = json(id, true) else { return };
			for key in spec.as_object().unwrap().keys() {
				assert!(KNOWN.contains(&key.as_str()), "{key}");
			}
			assert!(!spec["genesis"]["raw"]["top"].as_object().unwrap().is_empty());
		}
	}
}
