//! The command line.

use clap::{Args, Parser, Subcommand};
use sp_core::crypto::AccountId32;
use std::path::PathBuf;

/// Recomputes scores from the blocks of a chain alone, and compares them bit by bit with what the chain
/// says.
#[derive(Parser, Clone, Debug)]
#[command(name = "hanse-audit", version, after_long_help = MORE)]
pub struct Cli {
	/// What to do.
	#[command(subcommand)]
	pub command: Command,
}

/// What to do.
#[derive(Subcommand, Clone, Debug)]
pub enum Command {
	/// Recomputes the score of an account, or of everybody.
	#[command(after_long_help = SCORE)]
	Score(Score),
}

/// `hanse-audit score`.
#[derive(Args, Clone, Debug)]
pub struct Score {
	/// The account whose score is recomputed: any account of the enterprise.
	#[arg(value_parser = account, required_unless_present = "all", conflicts_with = "all")]
	pub account: Option<AccountId32>,

	/// Recomputes what is known of every subject and of every source.
	#[arg(long)]
	pub all: bool,

	/// The block at whose end the score is compared; the last final one unless given.
	#[arg(long, value_name = "BLOCK")]
	pub at: Option<u32>,

	/// Begins with the state at the end of this block, and takes it as it is. By default that is the first
	/// block of the chain, or of the first runtime whose events tell enough.
	#[arg(long, value_name = "BLOCK")]
	pub from: Option<u32>,

	/// The archive node to ask.
	#[arg(long, value_name = "URL", default_value = "ws://127.0.0.1:9944")]
	pub node: String,

	/// Keeps what was computed in this file, and goes on from there the next time.
	#[arg(long, value_name = "FILE", conflicts_with = "from")]
	pub cache: Option<PathBuf>,

	/// How many blocks are asked for at a time.
	#[arg(
		long,
		value_name = "N",
		default_value_t = 64,
		value_parser = clap::value_parser!(u16).range(1..=4_096)
	)]
	pub window: u16,

	/// Prints the result as one JSON object and nothing else.
	#[arg(long)]
	pub json: bool,
}

/// An account, as an address or in hexadecimal.
fn account(text: &str) -> Result<AccountId32, String> {
	// Both forms are read by the same function.
	text.parse()
		.map_err(|_| format!("{text} is no account: an address such as 5Grw…, or 0x and 64 digits"))
}

const MORE: &str = "\
Examples:
  hanse-audit score 5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty --at 120000
  hanse-audit score --all --cache audit.bin

Exit status: 0 equal, 1 a difference, 2 it could not be done, 130 interrupted.";

const SCORE: &str = "\
What it does:
  It reads every block from the first on, transactions and events, and does with them what the chain
  does: weighs each record, puts it in, settles it, takes it out when it is contested. On the way it
  compares what events tell of that. At the end it compares the state of the subject and the score with
  those of the chain, byte for byte. docs/audit.md says what this proves, and what it takes for granted.

  A difference is told with the first block in which it arose, by halves: the node is asked for the
  state of some twenty blocks.

It needs an archive node: one that has the state of every block.

Exit status: 0 equal, 1 a difference, 2 it could not be done, 130 interrupted.";

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	fn parse(arguments: &[&str]) -> Result<Score, clap::Error> {
		let Cli { command: Command::Score(score) } =
			Cli::try_parse_from([&["hanse-audit", "score"], arguments].concat())?;
		Ok(score)
	}

	#[test]
	fn the_command_line_is_consistent() {
		Cli::command().debug_assert();
		let bob = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";
		let score = parse(&[bob, "--at", "7"]).unwrap();
		assert_eq!((score.at, score.window, score.all), (Some(7), 64, false));
		let plain = "0x8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48";
		assert_eq!(parse(&[plain]).unwrap().account, score.account);
		let all = parse(&["--all", "--from", "5", "--json"]).unwrap();
		assert_eq!((all.account, all.from, all.json), (None, Some(5), true));
		for wrong in [
			&[][..],
			&[bob, "--all"],
			&["nobody"],
			&["0x12"],
			&["--all", "--window", "0"],
			&["--all", "--cache", "file", "--from", "5"],
		] {
			assert!(parse(wrong).is_err(), "{wrong:?}");
		}
	}
}
