//! A node of the Hanse consortium chain.

#![warn(missing_docs)]

#[cfg(feature = "byzantine")]
mod byzantine;
mod chain_spec;
mod cli;
mod command;
mod equivocation;
mod members_only;
mod network;
mod rpc;
mod service;

fn main() -> sc_cli::Result<()> {
	command::run()
}
