//! Measures what the calls of a runtime cost, by the SDK's own means.
//!
//! It is the command `benchmark pallet` of frame-benchmarking-cli and nothing else. The SDK's
//! frame-omni-bencher has it too, but brings a relay chain and RocksDB with it, which take an hour to
//! compile.

use clap::Parser;
use frame_benchmarking_cli::PalletCmd;
use sp_runtime::traits::BlakeTwo256;

fn main() -> sc_cli::Result<()> {
	env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("info")).init();
	// The runtime asks for nothing beyond what every Substrate node offers.
	PalletCmd::parse().run_with_spec::<BlakeTwo256, ()>(None)
}
