//! The command line.

use clap::{Args, Parser, Subcommand};
use hanse_client::OnError;
use std::path::PathBuf;

/// Computes what a chain cannot know of its trade network at once: how far enterprises are from each
/// other, who stands between them, which of them belong together, what the loss of the largest
/// would mean, and who should get to know whom.
#[derive(Parser, Clone, Debug)]
#[command(name = "hanse-network", version, after_long_help = MORE)]
pub struct Cli {
	/// What to do.
	#[command(subcommand)]
	pub command: Command,
}

/// What to do.
#[derive(Subcommand, Clone, Debug)]
pub enum Command {
	/// Computes all figures of a network, and draws it.
	#[command(after_long_help = FIGURES)]
	Figures(Figures),
	/// Recommends new relationships, each with its reasons.
	#[command(after_long_help = RECOMMEND)]
	Recommend(Recommend),
	/// Brings a network to a running chain, to look at it there.
	#[command(after_long_help = LOAD)]
	Load(Load),
	/// Plays the regional case: 215 enterprises, and 194 recommended relationships that come true.
	#[command(after_long_help = REGIONAL)]
	Regional(Regional),
}

/// Where the network is read from.
#[derive(Args, Clone, Debug)]
pub struct Input {
	/// The relationships: supplier and buyer in each line, separated by a comma, both as whole
	/// numbers. Further columns and a first line with names are passed over. `-` reads standard
	/// input.
	#[arg(required_unless_present = "url", conflicts_with = "url")]
	pub edges: Option<PathBuf>,

	/// Reads the network from the newest finalised block of the chain that this node is part of, and
	/// holds the chain's own figures against a recount.
	#[arg(long)]
	pub url: Option<String>,

	/// What is known of the enterprises: id, country (ISO 3166-1 alpha-2), sector (division of ISIC
	/// Rev. 4, two digits), score (0 to 1,000) and orders in each line. All but the id may be empty.
	/// Who stands here without a relationship is in the network, too.
	#[arg(long, value_name = "NODES.csv", conflicts_with = "url")]
	pub nodes: Option<PathBuf>,

	/// What to do about lines that cannot be used.
	#[arg(long, value_enum, default_value_t = OnError::Skip)]
	pub on_error: OnError,
}

/// `hanse-network figures`.
#[derive(Args, Clone, Debug)]
pub struct Figures {
	/// The network.
	#[command(flatten)]
	pub input: Input,

	/// Writes figures.json, nodes.csv, network.graphml and network.svg into this folder, which is
	/// made if need be.
	#[arg(long, value_name = "DIR")]
	pub out: Option<PathBuf>,

	/// What chance starts from. The same network and the same seed give the same result.
	#[arg(long, value_name = "N", default_value_t = 1)]
	pub seed: u64,

	/// How many random graphs of each kind the network is compared with.
	#[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=1_000))]
	pub samples: u32,

	/// Prints the figures as one JSON object and nothing else.
	#[arg(long)]
	pub json: bool,
}

/// `hanse-network recommend`.
#[derive(Args, Clone, Debug)]
pub struct Recommend {
	/// The network.
	#[command(flatten)]
	pub input: Input,

	/// How many relationships to recommend.
	#[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
	pub count: u32,

	/// The most recommendations for one enterprise, so that they do not all go to the largest.
	#[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..))]
	pub each: u32,

	/// Recommends partners for this enterprise alone, also if it has no partner yet.
	#[arg(long = "for", value_name = "ID", conflicts_with_all = ["each", "check"])]
	pub only_for: Option<u32>,

	/// Measures how good recommendations are: hides a tenth of the relationships, and tells how often
	/// a hidden one is recommended more strongly than a pair that is none (0.5 is chance).
	#[arg(long)]
	pub check: bool,

	/// What chance starts from when relationships are hidden.
	#[arg(long, value_name = "N", default_value_t = 1, requires = "check")]
	pub seed: u64,

	/// Prints the result as one JSON object and nothing else.
	#[arg(long)]
	pub json: bool,
}

/// `hanse-network load`.
#[derive(Args, Clone, Debug)]
pub struct Load {
	/// The relationships: supplier and buyer in each line, as for `figures`.
	pub edges: PathBuf,

	/// The node to talk to.
	#[arg(long, default_value = "ws://127.0.0.1:9944")]
	pub url: String,

	/// The member that sponsors the enterprises and pays for everything: a secret phrase, a seed in
	/// hexadecimal, or the path of a development account. Everybody on this machine can read the
	/// arguments of a process: put a secret worth keeping into the environment instead.
	#[arg(long, default_value = "//Alice", env = "HANSE_SIGNER", hide_env_values = true)]
	pub signer: String,

	/// What to do about lines that cannot be used.
	#[arg(long, value_enum, default_value_t = OnError::Skip)]
	pub on_error: OnError,

	/// Prints the result as one JSON object and nothing else.
	#[arg(long)]
	pub json: bool,
}

/// `hanse-network regional`.
#[derive(Args, Clone, Debug)]
pub struct Regional {
	/// What chance starts from. The same seed gives the same region.
	#[arg(long, value_name = "N", default_value_t = 1)]
	pub seed: u64,

	/// Writes regional.json, and for each reading the network before and after as SVG and CSV, into
	/// this folder, which is made if need be.
	#[arg(long, value_name = "DIR")]
	pub out: Option<PathBuf>,

	/// Prints the result as one JSON object and nothing else.
	#[arg(long)]
	pub json: bool,
}

const MORE: &str = "\
Examples:
  hanse-network figures ratings.csv --out network/
  hanse-network figures --url ws://127.0.0.1:9944 --out network/
  hanse-network recommend edges.csv --nodes enterprises.csv --count 50
  hanse-network regional --out regional/

Exit status: 0 done, 1 failed, 2 wrong arguments.";

const FIGURES: &str = "\
What is computed:
  All but reciprocity and circles is about relationships: pairs of enterprises, whoever supplies.
  paths            over the largest component, from every enterprise to every other
  betweenness      the share of shortest paths that lead through an enterprise, of all pairs
  PageRank         along relationships in both directions, damping 0.85
  communities      Louvain, the best of ten runs by modularity, none of them in two pieces
  core             the enterprises that have at least k partners among each other, for the largest k
  resilience       how many stay connected without the first 1, 5 and 10 % (rounded up) by degree, by
                   betweenness and by chance; who is first is decided once, before anybody leaves
  small world      C and L of the largest component against random graphs of as many enterprises and
                   relationships. σ = (C/Cr)/(L/Lr) with the global clustering coefficient: above 1,
                   the network is a small world. It is told for random graphs of the same degrees,
                   too. ω = Lr/L − C/Cl with the mean of local coefficients, and Cl that of a ring
                   lattice: near 0 a small world, near 1 like a random graph, near −1 like a lattice.

Examples:
  hanse-network figures ratings.csv
  hanse-network figures ratings.csv --out network/ --seed 7
  hanse-network figures - --json < edges.csv > figures.json

Exit status: 0 done, 1 failed, 2 wrong arguments.";

const RECOMMEND: &str = "\
How strong a recommendation is:
  (0.1 + Adamic-Adar) · country · sector · credit · activity, where
  Adamic-Adar      the sum of 1/ln(degree) over common partners: few-sided acquaintances say more
  country, sector  how many times as often as the average pair enterprises of the two are partners,
                   drawn towards 1 where there are few pairs
  credit           the lower of the two scores, of 1,000; who has none counts as the mean
  activity         1 to 2, by the logarithm of the fewer orders of the two
  What is not known leaves its factor at 1. Closed rings, whose members trade with each other in a
  circle and with nobody else, are not recommended to anybody.

Examples:
  hanse-network recommend edges.csv
  hanse-network recommend edges.csv --nodes enterprises.csv --count 100 --each 5 --json
  hanse-network recommend edges.csv --nodes enterprises.csv --for 1042
  hanse-network recommend ratings.csv --check

Exit status: 0 done, 1 failed, 2 wrong arguments.";

const LOAD: &str = "\
Each enterprise of the file becomes one on the chain that the signer sponsors, with keys that follow
from its number: sr25519 of the seed that is BLAKE2b-256 of `hanse/network/trader` and the number as 64
bits, little-endian. Anybody can compute them, so load networks of trial only. Countries are drawn
from the numbers, since the file has none. Each line becomes an arc of supply, signed by both.

Interrupt it whenever you like and run the same command again: what is on the chain is passed over.

Examples:
  hanse-network load ratings.csv
  hanse-network load ratings.csv --url ws://node.example:9944 --signer //Bob

Exit status: 0 done, 1 failed, 2 wrong arguments.";

const REGIONAL: &str = "\
The case is that of Du, Zhang, Zhu and Wang (2026): 215 enterprises at density 0.31, and 194
recommended relationships. Only these numbers were at hand, not the data: the region here is made up,
and what it is made from is printed with the result. Two readings of \"density\" are played, because by
the plain one the numbers of the case do not fit each other.

Examples:
  hanse-network regional
  hanse-network regional --seed 7 --out regional/

Exit status: 0 done, 1 failed, 2 wrong arguments.";

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;

	#[test]
	fn the_command_line_is_consistent() {
		Cli::command().debug_assert();
		let parse = |arguments: &[&str]| {
			Cli::try_parse_from([&["hanse-network"], arguments].concat()).map(|cli| cli.command)
		};
		let Ok(Command::Figures(figures)) = parse(&["figures", "-", "--seed", "5"]) else {
			panic!()
		};
		assert_eq!((figures.seed, figures.samples, figures.out), (5, 10, None));
		let Ok(Command::Recommend(recommend)) = parse(&["recommend", "e.csv", "--for", "7"]) else {
			panic!()
		};
		assert_eq!((recommend.only_for, recommend.count), (Some(7), 20));
		assert!(matches!(parse(&["regional"]), Ok(Command::Regional(_))));
		for wrong in [
			&["figures"][..],
			&["figures", "-", "--samples", "0"],
			&["recommend", "e.csv", "--for", "7", "--check"],
			&["recommend", "e.csv", "--seed", "7"],
			&["regional", "edges.csv"],
			&["figures", "e.csv", "--url", "ws://127.0.0.1:9944"],
			&["load"],
			&[],
		] {
			assert!(parse(wrong).is_err(), "{wrong:?}");
		}
	}
}
