//! The command line.

use crate::simulation::Simulation;
use clap::{Args, Parser, Subcommand};
use hanse_client::OnError;
use std::path::{Path, PathBuf};

/// Replays a history of ratings through the credit model, on a running chain or offline, and
/// measures how well the model tells who will disappoint and who lies.
#[derive(Parser, Clone, Debug)]
#[command(
	name = "hanse-replay",
	version,
	after_long_help = MORE,
	args_conflicts_with_subcommands = true,
	subcommand_negates_reqs = true,
	disable_help_subcommand = true
)]
pub struct Cli {
	/// What to ask of the model instead of a replay.
	#[command(subcommand)]
	pub question: Option<Question>,

	/// The ratings: rater, subject, rating (-10 to 10, not 0) and time (seconds since 1970) in each
	/// line, separated by commas, sorted by time, without a header. `-` reads standard input.
	#[arg(required = true)]
	ratings: Option<PathBuf>,

	/// Runs the same model in this process, without a chain.
	#[arg(long, conflicts_with_all = ["url", "window", "patience"])]
	pub offline: bool,

	/// The node to talk to.
	#[arg(long, default_value = "ws://127.0.0.1:9944")]
	pub url: String,

	/// The member that submits: a secret phrase, a seed in hexadecimal, or the path of a
	/// development account. Everybody on this machine can read the arguments of a process: put a
	/// secret worth keeping into the environment instead.
	#[arg(long, default_value = "//Alice", env = "HANSE_SIGNER", hide_env_values = true)]
	pub signer: String,

	/// What is known of traders: trader, and 1 (benign) or -1 (fraudulent), in each line. Without
	/// it, fraudulent sources are not measured.
	#[arg(long)]
	pub labels: Option<PathBuf>,

	/// Prints the result as one JSON object and nothing else.
	#[arg(long)]
	pub json: bool,

	/// Replays only the first so many good lines.
	#[arg(long, value_name = "N")]
	pub limit: Option<usize>,

	/// What to do about lines that cannot be used.
	#[arg(long, value_enum, default_value_t = OnError::Skip)]
	pub on_error: OnError,

	/// The most records under one signature. What is due is settled before each batch, so their size is
	/// felt offline as well, if only just.
	#[arg(long, value_name = "N", default_value_t = 256, value_parser = clap::value_parser!(u32).range(1..=65_535))]
	pub batch: u32,

	/// The most batches that wait for finality at a time.
	#[arg(long, value_name = "N", default_value_t = 128, value_parser = clap::value_parser!(u32).range(1..=4_096))]
	pub window: u32,

	/// How many seconds to wait for a batch, or for a finalised block, before giving up.
	#[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..=86_400))]
	pub patience: u64,

	/// What the lines are hashed with before the hash goes on the chain. A history is resumed with
	/// the salt that it was begun with.
	#[arg(long, default_value = "hanse-replay")]
	pub salt: String,
}

/// A question to the model.
#[derive(Subcommand, Clone, Debug)]
pub enum Question {
	/// On made-up trade.
	#[command(flatten)]
	Simulation(Simulation),

	/// What each part of the model is worth: replays a history offline once in full, and once without
	/// each of credibility, decay, levels and the signals of the network, and prints all figures of
	/// each.
	Ablation(AblationArgs),
}

/// How to look at the parts of the model.
#[derive(Args, Clone, Debug)]
pub struct AblationArgs {
	/// The ratings, as for a replay. `-` reads standard input.
	pub ratings: PathBuf,

	/// What is known of traders, as for a replay. Without it, fraudulent sources are not measured.
	#[arg(long)]
	pub labels: Option<PathBuf>,

	/// Prints the result as one JSON object and nothing else.
	#[arg(long)]
	pub json: bool,

	/// What to do about lines that cannot be used.
	#[arg(long, value_enum, default_value_t = OnError::Skip)]
	pub on_error: OnError,

	/// The most records under one signature, as for a replay.
	#[arg(long, value_name = "N", default_value_t = 256, value_parser = clap::value_parser!(u32).range(1..=65_535))]
	pub batch: u32,
}

impl Cli {
	/// The file of ratings. A replay always has one.
	pub fn ratings(&self) -> &Path {
		self.ratings.as_deref().unwrap_or(Path::new("-"))
	}
}

const MORE: &str = "\
On a chain:
  The signer must be a member with the role BehaviourProvider, and the chain must be importing its
  history: a development network starts so. Traders become accounts without a key: BLAKE2b-256 of
  `hanse/replay/trader` and the trader's number as 64 bits, little-endian. A rating becomes a record
  of the indicator Rating, level Counterparty, outcome (rating + 10) / 20, without an amount.

  Interrupt it whenever you like and run the same command again: it goes on where the chain stands,
  and nothing is recorded twice.

Measures:
  Each is the area under the ROC curve: 0.5 is chance, 1 is without error.
  early warning       the risk known just before each rating, against \"this rating is negative\",
                      over the last two thirds of the ratings. The baseline is the plain mean of the
                      subject's ratings so far, one half for a subject without any.
  fraudulent sources  credibility at the end, against the labels. The baseline is the fairness of
                      the Fairness-Goodness iteration, which sees the whole history at once.

  Offline, warnings are measured as well, as they stand right after each rating: of the traders who
  collect three negative ratings or more, the share who were warned of (level warning or critical)
  before the second one, and how many days before, in the middle; and of all others the share who were
  ever warned of, the false alarms. Every rating is an order between its two traders there: on a chain
  both sides must have agreed to a relationship for the network to know of it.

Examples:
  hanse-replay ratings.csv --labels labels.csv --offline
  hanse-replay ratings.csv --labels labels.csv --json > result.json
  hanse-replay ratings.csv --url ws://node.example:9944 --signer //Bob --limit 1000
  hanse-replay ablation ratings.csv --labels labels.csv
  hanse-replay liars --seeds 1000
  hanse-replay ring --contradictions 5 --json > ring.json

Exit status: 0 done, 1 failed, 2 wrong arguments, 130 interrupted.";

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	#[test]
	fn the_command_line_is_consistent() {
		Cli::command().debug_assert();
		let cli = Cli::parse_from(["hanse-replay", "-", "--offline", "--limit", "5"]);
		assert!(cli.offline && cli.limit == Some(5) && cli.on_error == OnError::Skip);
		let refused = |arguments: &[&str]| Cli::try_parse_from(arguments).is_err();
		assert!(refused(&["hanse-replay"]));
		assert!(refused(&["hanse-replay", "-", "--offline", "--window", "5"]));
		assert!(refused(&["hanse-replay", "-", "--batch", "0"]));
		assert_eq!(cli.ratings(), Path::new("-"));
		assert!(cli.question.is_none());
	}

	#[test]
	fn a_simulation_needs_no_ratings() {
		let parse = |arguments: &[&str]| Cli::try_parse_from(arguments);
		let simulation = |arguments: &[&str]| match parse(arguments).unwrap().question {
			Some(Question::Simulation(simulation)) => simulation,
			other => panic!("{other:?}"),
		};
		let liars = simulation(&["hanse-replay", "liars", "--seeds", "5", "--json"]);
		assert!(matches!(liars, Simulation::Liars(args) if args.seeds == 5));
		let ring = simulation(&["hanse-replay", "ring", "--down"]);
		assert!(matches!(ring, Simulation::Ring(args) if args.down));
		assert!(parse(&["hanse-replay", "ring", "ratings.csv"]).is_err());
		assert!(parse(&["hanse-replay", "ratings.csv", "ring"]).is_err());
	}

	#[test]
	fn an_ablation_wants_ratings_of_its_own() {
		let parse = |arguments: &[&str]| Cli::try_parse_from(arguments);
		let parsed =
			parse(&["hanse-replay", "ablation", "ratings.csv", "--labels", "l.csv"]).unwrap();
		let Some(Question::Ablation(args)) = parsed.question else { panic!("no ablation") };
		assert_eq!(args.ratings, Path::new("ratings.csv"));
		assert_eq!((args.labels, args.batch), (Some("l.csv".into()), 256));
		assert!(parse(&["hanse-replay", "ablation"]).is_err());
		assert!(parse(&["hanse-replay", "ablation", "-", "--offline"]).is_err());
	}
}
