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

  The same in a network that is closed to all but members' nodes:
      hanse-node --chain hanse.json --base-path /var/lib/hanse \\
          --state-pruning archive --blocks-pruning archive --members-only

A validator does not serve applications: leave its RPC port closed to the outside, and ask a node
that does not validate.")]
// Without the index a node cannot prove the records that it has executed, and what it missed it cannot
// make good: so the flag of the SDK is on unless somebody turns it off.
#[command(mut_arg("indexing_enabled", |flag| flag.default_value("true")))]
pub struct Cli {
	/// What to do instead of running the node.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// How to run the node.
	#[clap(flatten)]
	pub run: RunCmd,

	/// How to run it as a part of Hanse.
	#[clap(flatten)]
	pub options: Options,
}

/// What a node of Hanse can do beyond what every node can.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Options {
	/// Deal only with nodes that members of the consortium registered on the chain.
	///
	/// The list is read from the last final block, and again from every block that becomes final.
	/// The nodes of `--reserved-nodes` and `--bootnodes`, and the boot nodes of the chain
	/// specification, are accepted as well: a node that is new needs them until it has the list.
	///
	/// Other nodes get no blocks, states or proofs, and neither receive nor send blocks,
	/// transactions or votes. They can still open a connection, and learn who else is on the network:
	/// this is no firewall. Light clients are not served.
	///
	/// The network stays open, with a warning, for as long as fewer nodes are known than there are
	/// validators: some of these would be cut off.
	#[arg(long, conflicts_with_all = ["reserved_only", "ipfs_server"])]
	pub members_only: bool,

	/// Author in every slot of this validator even while finality lags far behind.
	///
	/// Otherwise, from fifty blocks that are not final on, validators hold back more and more, down to
	/// a block a minute: the fewer blocks, the fewer to vote on and the fewer to lose. The way back
	/// after a lost quorum takes two sessions, though, and with this flag that is hours instead of
	/// days. Start the validator without it again when finality is back.
	#[arg(long)]
	pub no_backoff: bool,

	/// Break the rules of consensus as a validator, to test that the other nodes notice.
	#[cfg(feature = "byzantine")]
	#[arg(long, value_enum, value_name = "HOW")]
	pub misbehave: Option<crate::byzantine::Misbehaviour>,
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
	fn records_are_kept_unless_told_otherwise() {
		let kept = |args: &[&str]| {
			let cli = Cli::parse_from([&["hanse-node"], args].concat());
			cli.run.offchain_worker_params.indexing_enabled
		};
		assert!(kept(&[]));
		assert!(kept(&["--validator", "--enable-offchain-indexing", "true"]));
		assert!(!kept(&["--enable-offchain-indexing", "false"]));
	}

	#[test]
	fn a_node_runs_unless_told_otherwise() {
		assert!(Cli::parse_from(["hanse-node", "--dev", "--tmp"]).subcommand.is_none());
	}

	#[test]
	fn a_closed_network_is_closed_by_the_chain_alone() {
		let parse = |args: &[&str]| {
			Cli::try_parse_from([&["hanse-node"], args].concat())
				.map(|cli| cli.options.members_only)
		};
		assert!(!parse(&[]).unwrap());
		assert!(parse(&["--members-only"]).unwrap());
		assert!(parse(&["--members-only", "--reserved-only"]).is_err());
		assert!(parse(&["--members-only", "--ipfs-server"]).is_err());
	}

	#[cfg(feature = "byzantine")]
	#[test]
	fn a_test_build_can_misbehave() {
		use crate::byzantine::Misbehaviour;
		let parse = |args: &[&str]| {
			Cli::try_parse_from([&["hanse-node"], args].concat()).map(|cli| cli.options.misbehave)
		};
		let misbehave = |how| parse(&["--misbehave", how]);
		assert_eq!(misbehave("authoring").unwrap(), Some(Misbehaviour::Authoring));
		assert_eq!(misbehave("voting").unwrap(), Some(Misbehaviour::Voting));
		assert!(misbehave("sometimes").is_err());
		assert_eq!(parse(&[]).unwrap(), None);
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
