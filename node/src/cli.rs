//! The command line.

use sc_cli::RunCmd;

/// What the node is told to do.
#[derive(Debug, clap::Parser)]
#[command(after_help = "\
Examples:
  A chain on this machine alone, which forgets everything when it stops:
      hanse-node --dev --tmp

  A member's validator, with the chain specification that the consortium published:
      hanse-node --chain hanse.json --validator --name \"Hanse Port Authority\" \\
          --base-path /var/lib/hanse

  A member's node for its applications, which keeps every state and answers on port 9944:
      hanse-node --chain hanse.json --base-path /var/lib/hanse \\
          --state-pruning archive --blocks-pruning archive

A validator does not serve applications: leave its RPC port closed to the outside, and ask a node
that does not validate.")]
pub struct Cli {
	/// What to do instead of running the node.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// How to run the node.
	#[clap(flatten)]
	pub run: RunCmd,
}

/// What a node can do other than run.
#[derive(Debug, clap::Subcommand)]
#[allow(clippy::large_enum_variant)]
pub enum Subcommand {
	/// Generate, inspect and insert keys.
	#[command(subcommand)]
	Key(sc_cli::KeySubcommand),

	/// Print the specification of a chain, as a new network needs it.
	ExportChainSpec(sc_cli::ExportChainSpecCmd),

	/// Print the specification of a chain, with this node as its first boot node unless told
	/// otherwise.
	BuildSpec(sc_cli::BuildSpecCmd),

	/// Execute a block of the database again.
	CheckBlock(sc_cli::CheckBlockCmd),

	/// Write blocks to a file.
	ExportBlocks(sc_cli::ExportBlocksCmd),

	/// Read blocks from a file, and execute them.
	ImportBlocks(sc_cli::ImportBlocksCmd),

	/// Delete the database of a chain. Keys stay.
	PurgeChain(sc_cli::PurgeChainCmd),

	/// Take back the last blocks, as far as they are not final.
	Revert(sc_cli::RevertCmd),

	/// Print how far the database of a chain has come.
	ChainInfo(sc_cli::ChainInfoCmd),
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::{CommandFactory, Parser};

	#[test]
	fn the_command_line_is_consistent() {
		Cli::command().debug_assert();
	}

	#[test]
	fn a_node_runs_unless_told_otherwise() {
		assert!(Cli::parse_from(["hanse-node", "--dev", "--tmp"]).subcommand.is_none());
	}

	/// What zombienet runs before it starts a network.
	#[test]
	fn networks_can_be_spawned() {
		let cli = Cli::parse_from([
			"hanse-node",
			"build-spec",
			"--chain",
			"local",
			"--disable-default-bootnode",
			"--raw",
		]);
		assert!(matches!(cli.subcommand, Some(Subcommand::BuildSpec(command)) if command.raw));
	}
}
