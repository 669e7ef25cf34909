//! Lets the node know which commit it was built from, and keeps misbehaviour out of releases.

use std::{env, process::exit};
use substrate_build_script_utils::{generate_cargo_keys, rerun_if_git_head_changed};

/// Says that a build is for tests. Nothing else may misbehave.
const TEST_BUILD: &str = "HANSE_TEST_BUILD";

fn main() {
	println!("cargo:rerun-if-env-changed={TEST_BUILD}");
	let byzantine = env::var_os("CARGO_FEATURE_BYZANTINE").is_some();
	if byzantine && env::var_os(TEST_BUILD).is_none_or(|value| value != "1") {
		eprintln!(
			"The feature `byzantine` makes a node that can break the rules of consensus. It is for \
			 tests, and must not get into a release: set {TEST_BUILD}=1 to build it all the same."
		);
		exit(1);
	}

	generate_cargo_keys();
	rerun_if_git_head_changed();
}
