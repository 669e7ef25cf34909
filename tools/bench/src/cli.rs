//! The command line.

use crate::node::NodeOptions;
use clap::{ArgGroup, Args, Parser, Subcommand};
use std::path::PathBuf;

/// Measures what a node and a network of Hanse can take.
#[derive(Parser, Clone, Debug)]
#[command(name = "hanse-bench", version, after_long_help = MORE)]
pub struct Cli {
	/// What to do.
	#[command(subcommand)]
	pub command: Command,
}

/// What to do.
#[derive(Subcommand, Clone, Debug)]
pub enum Command {
	/// Measures one node: records per second in final blocks beside plain transfers, what they leave
	/// in the state, and how the time for a record depends on the number of subjects.
	Records(RecordsArgs),

	/// Measures two members' nodes: how long the records of one take while the other floods the
	/// network.
	Flood(FloodArgs),

	/// Measures the database of a node: how long it takes to read and to write an entry of the state.
	Database(DatabaseArgs),

	/// Writes results as tables into a document, between the lines `<!-- hanse-bench:NAME -->` and
	/// `<!-- /hanse-bench:NAME -->`, where NAME is records, flood, database, liars or
	/// ring.
	Table(TableArgs),
}

/// How to measure one node.
#[derive(Args, Clone, Debug)]
pub struct RecordsArgs {
	/// A node that runs already, on a fresh chain with an import, instead of one that is started. It
	/// needs a large pool of transactions.
	#[arg(long, value_name = "URL", conflicts_with_all = ["node_binary", "folder", "node_args"])]
	pub node: Option<String>,

	/// How to start a node.
	#[command(flatten)]
	pub start: NodeOptions,

	/// The member that submits, with the role BehaviourProvider: a secret phrase, a seed in
	/// hexadecimal, or the path of a development account.
	#[arg(long, value_name = "SECRET", default_value = "//Alice")]
	pub signer: String,

	/// How many records to submit. They must last for a minute.
	#[arg(long, value_name = "N", default_value_t = 1_000_000, value_parser = clap::value_parser!(u64).range(1..=100_000_000))]
	pub records: u64,

	/// How many subjects they are about: as many as the traders of the network that the model is
	/// tried on.
	#[arg(long, value_name = "N", default_value_t = 5_881, value_parser = clap::value_parser!(u64).range(1..))]
	pub subjects: u64,

	/// How many sources give them.
	#[arg(long, value_name = "N", default_value_t = 1_000, value_parser = clap::value_parser!(u64).range(1..=100_000))]
	pub sources: u64,

	/// The most records under one signature; less if the chain takes less. A block takes no batch that might
	/// not fit if all that can be kept were known of its subjects, so that smaller ones fill it better.
	#[arg(long, value_name = "N", default_value_t = 256, value_parser = clap::value_parser!(u32).range(1..=65_535))]
	pub batch: u32,

	/// How many batches wait for a block at a time.
	#[arg(long, value_name = "N", default_value_t = 192, value_parser = parse_size)]
	pub backlog: usize,

	/// How many transfers are there to be submitted, in case they are fast; 0 leaves transfers out.
	#[arg(long, value_name = "N", default_value_t = 200_000)]
	pub transfers: u64,

	/// Between how many accounts.
	#[arg(long, value_name = "N", default_value_t = 2_000, value_parser = clap::value_parser!(u32).range(100..=100_000))]
	pub accounts: u32,

	/// How many transfers wait for a block at a time.
	#[arg(long, value_name = "N", default_value_t = 8_000, value_parser = parse_size)]
	pub transfer_backlog: usize,

	/// Leaves out what the records leave in the state.
	#[arg(long)]
	pub no_growth: bool,

	/// How few subjects the time for a record is measured with.
	#[arg(long, value_name = "N", default_value_t = 1_000, value_parser = clap::value_parser!(u64).range(1..))]
	pub few: u64,

	/// How many subjects it is compared with; 0 leaves that out, and so does `--node`, since it takes a
	/// chain of its own.
	#[arg(long, value_name = "N", default_value_t = 1_000_000)]
	pub many: u64,

	/// How many records it is measured with, either time.
	#[arg(long, value_name = "N", default_value_t = 262_144, value_parser = clap::value_parser!(u64).range(1..))]
	pub sample: u64,

	/// Where the result goes.
	#[command(flatten)]
	pub output: Output,
}

impl RecordsArgs {
	/// Whether the growth of the state is measured.
	pub const fn growth(&self) -> bool {
		!self.no_growth
	}
}

/// How to measure two members' nodes.
#[derive(Args, Clone, Debug)]
pub struct FloodArgs {
	/// How to start the nodes.
	#[command(flatten)]
	pub start: NodeOptions,

	/// How long each of the three parts lasts, the quiet ones and the flood between them, in seconds.
	#[arg(long, value_name = "SECONDS", default_value_t = 120, value_parser = clap::value_parser!(u64).range(10..=86_400))]
	pub seconds: u64,

	/// How many milliseconds there are between two single records.
	#[arg(long, value_name = "MS", default_value_t = 370, value_parser = clap::value_parser!(u64).range(10..=60_000))]
	pub every: u64,

	/// How many times its quota the flooding member submits in each block.
	#[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=1_000))]
	pub times: u32,

	/// The most records under one signature of the flood; less if the chain takes less.
	#[arg(long, value_name = "N", default_value_t = 1_024, value_parser = clap::value_parser!(u32).range(1..=65_535))]
	pub batch: u32,

	/// How many subjects the records are about.
	#[arg(long, value_name = "N", default_value_t = 5_881, value_parser = clap::value_parser!(u64).range(1..))]
	pub subjects: u64,

	/// Where the result goes.
	#[command(flatten)]
	pub output: Output,
}

/// How to measure the database.
#[derive(Args, Clone, Debug)]
pub struct DatabaseArgs {
	/// How many entries the state has.
	#[arg(long, value_name = "N", default_value_t = 1_000_000, value_parser = clap::value_parser!(u64).range(1..=100_000_000))]
	pub entries: u64,

	/// How many bytes each of them holds: about as many as what is known of a subject.
	#[arg(long, value_name = "BYTES", default_value_t = 400, value_parser = clap::value_parser!(u32).range(1..=65_536))]
	pub value: u32,

	/// How many are read, each once.
	#[arg(long, value_name = "N", default_value_t = 100_000, value_parser = clap::value_parser!(u64).range(1..))]
	pub reads: u64,

	/// How many milliseconds there are between two blocks that write.
	#[arg(long, value_name = "MS", default_value_t = 1_000, value_parser = clap::value_parser!(u64).range(0..=60_000))]
	pub interval: u64,

	/// Where to put the database meanwhile; where temporary files go, unless it is given. It takes a few
	/// gigabytes with the default number of entries.
	#[arg(long, value_name = "DIR")]
	pub folder: Option<PathBuf>,

	/// Where the result goes.
	#[command(flatten)]
	pub output: Output,
}

/// Where a result goes.
#[derive(Args, Clone, Debug)]
pub struct Output {
	/// Prints the result as one JSON object instead of a table.
	#[arg(long)]
	pub json: bool,

	/// Writes the JSON object there, too.
	#[arg(long, value_name = "FILE")]
	pub out: Option<PathBuf>,
}

/// Which results to write where.
#[derive(Args, Clone, Debug)]
#[command(group = ArgGroup::new("results")
	.args(["records", "flood", "database", "liars", "ring"])
	.required(true)
	.multiple(true))]
pub struct TableArgs {
	/// The document.
	#[arg(long, value_name = "FILE")]
	pub into: PathBuf,

	/// What `hanse-bench records` measured.
	#[arg(long, value_name = "FILE")]
	pub records: Option<PathBuf>,

	/// What `hanse-bench flood` measured.
	#[arg(long, value_name = "FILE")]
	pub flood: Option<PathBuf>,

	/// What `hanse-bench database` measured.
	#[arg(long, value_name = "FILE")]
	pub database: Option<PathBuf>,

	/// What `hanse-replay liars --json` computed.
	#[arg(long, value_name = "FILE")]
	pub liars: Option<PathBuf>,

	/// What `hanse-replay ring --json` computed.
	#[arg(long, value_name = "FILE")]
	pub ring: Option<PathBuf>,
}

fn parse_size(text: &str) -> Result<usize, String> {
	match text.parse() {
		Ok(0) => Err("there must be one at least".to_owned()),
		Ok(size) => Ok(size),
		Err(_) => Err("it is not a whole number".to_owned()),
	}
}

const MORE: &str = "\
Whatever is started here is stopped here, and its folder removed. Let nothing else run meanwhile: the
nodes, and the program that loads them, share the machine.

What is measured, and how:
  records    One member submits signed batches, with always as many waiting for a block. The rate is
             that of final blocks between the first and the last but one with records, by their own
             time. Lost is what neither the stream nor the events of final blocks have.
  transfers  `balances.transfer_keep_alive`, one to a transaction, in the same way on the same node.
  growth     All keys and values of the state before the first and after the last record is settled.
  execution  Full blocks executed again by the node, with few and with many subjects in the state.
  flood      Single records of one member, each timed from its submission to the first block with it,
             while the other submits nothing, ten times its quota, and nothing again.
  database   The node's own backend, with a state of so many entries: single reads after a start, and
             the root and the commit of blocks that change some entries, at an interval.

Examples:
  hanse-bench records --out records.json
  hanse-bench records --records 200000 --many 0 --no-growth
  hanse-bench flood --out flood.json
  hanse-bench database --entries 100000
  hanse-bench table --into docs/measurements.md --records records.json --flood flood.json

Exit status: 0 done, 1 failed, 2 wrong arguments, 130 interrupted.";

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	#[test]
	fn the_command_line_is_consistent() {
		Cli::command().debug_assert();
		let parse =
			|arguments: &[&str]| Cli::try_parse_from([&["hanse-bench"], arguments].concat());
		let Command::Records(records) = parse(&["records"]).unwrap().command else { panic!() };
		assert!(records.growth() && records.records == 1_000_000);
		assert!(parse(&["records", "--node", "ws://there", "--folder", "/tmp"]).is_err());
		assert!(parse(&["records", "--backlog", "0"]).is_err());
		assert!(parse(&["flood", "--node-arg", "--log=txpool=debug"]).is_ok());
		assert!(parse(&["database", "--entries", "0"]).is_err());
		assert!(parse(&["table", "--into", "a.md"]).is_err());
		assert!(parse(&["table", "--into", "a.md", "--ring", "ring.json"]).is_ok());
	}
}
