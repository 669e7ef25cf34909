//! What the model makes of providers that lie: on made-up trade, with the truth at hand.
//!
//! Everything is computed by the same arithmetic as on the chain, in the order in which the chain
//! would; what is made up follows from a seed, so that each figure can be had again.

mod liars;
mod ring;
mod spread;
mod world;

use clap::{Args, Subcommand};
use serde::Serialize;
use std::io::{self, Write};

/// The question.
#[derive(Subcommand, Clone, Debug)]
pub enum Simulation {
	/// How soon a provider that sometimes lies is found out, and how far it moves scores until then.
	///
	/// Every subject has three honest sources and the liar, each of them a provider that reports in
	/// its own name. A lie is the outcome farthest from the truth. The liar's credibility is compared
	/// with that of every honest provider when its last record is settled, and the scores at its last
	/// record with what they would be without any record of the liar.
	Liars(LiarsArgs),

	/// What a ring of providers that push one subject together reaches, and what it pays for it.
	///
	/// As many honest providers tell what the subject is really like. Both report once a week. Some
	/// of the ring's records contradict what the same provider said before of the same order:
	/// anybody can prove that, the records are taken out and the provider loses half of its bond.
	Ring(RingArgs),
}

/// How to look at liars.
#[derive(Args, Clone, Debug)]
pub struct LiarsArgs {
	/// How many times to make everything up anew.
	#[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u64).range(1..=100_000))]
	pub seeds: u64,

	/// The first seed; the others follow it.
	#[arg(long, value_name = "SEED", default_value_t = 1)]
	pub seed: u64,

	/// How many records the liar gives.
	#[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=100_000))]
	pub records: u32,

	/// How many of a hundred of them are lies.
	#[arg(long, value_name = "PERCENT", default_value_t = 30, value_parser = clap::value_parser!(u32).range(0..=100))]
	pub lies: u32,

	/// Prints the result as one JSON object and nothing else.
	#[arg(long)]
	pub json: bool,
}

/// How to look at a ring.
#[derive(Args, Clone, Debug)]
pub struct RingArgs {
	/// How many times to make everything up anew.
	#[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=100_000))]
	pub seeds: u64,

	/// The first seed; the others follow it.
	#[arg(long, value_name = "SEED", default_value_t = 1)]
	pub seed: u64,

	/// How many providers are in the ring, and how many are not.
	#[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1_000))]
	pub providers: u32,

	/// For how many weeks the ring pushes.
	#[arg(long, value_name = "N", default_value_t = 104, value_parser = clap::value_parser!(u32).range(1..=1_000))]
	pub weeks: u32,

	/// How many of a hundred of the ring's records provably contradict an earlier one.
	#[arg(long, value_name = "PERCENT", default_value_t = 2, value_parser = clap::value_parser!(u32).range(0..=100))]
	pub contradictions: u32,

	/// Pushes a good subject down instead of a bad one up.
	#[arg(long)]
	pub down: bool,

	/// Prints the result as one JSON object and nothing else.
	#[arg(long)]
	pub json: bool,
}

/// Something to print, for people and for programs.
trait Answer: Serialize {
	/// For people, with a line break at the end.
	fn text(&self) -> String;
}

/// Answers the question on standard output.
///
/// # Errors
///
/// If nothing can be printed there.
pub fn answer(simulation: &Simulation) -> io::Result<()> {
	match simulation {
		Simulation::Liars(args) => print(&liars::simulate(args), args.json),
		Simulation::Ring(args) => print(&ring::simulate(args), args.json),
	}
}

fn print(answer: &impl Answer, as_json: bool) -> io::Result<()> {
	let text = if as_json {
		serde_json::to_string_pretty(answer).map_err(io::Error::from)? + "\n"
	} else {
		answer.text()
	};
	io::stdout().write_all(text.as_bytes())
}
