//! Replays a history of ratings through the credit model.
//!
//! The history goes record by record into a running chain, or into the same model in this process;
//! what the chain then believes of sources and subjects is measured against what really happened.

mod ablation;
mod account;
mod chain;
mod cli;
mod engine;
mod labels;
mod market;
mod measures;
mod ratings;
mod report;
mod simulation;
mod watch;

use crate::{
	ablation::Ablation,
	cli::{AblationArgs, Cli, Question},
	engine::{Engine, Standings},
	labels::Labels,
	ratings::{BadLine, RETENTION, Rating},
	report::{ChainReport, Report, Run},
};
use clap::Parser;
use hanse_client::{OnError, Progress, go_on_without, open};
use hanse_credit_model::Parameters;
use serde::Serialize;
use std::{
	io::{self, Write},
	ops::Range,
	path::{Path, PathBuf},
	process::ExitCode,
	time::{Instant, SystemTime, UNIX_EPOCH},
};

/// Why there is no result.
#[derive(thiserror::Error, Debug)]
enum Error {
	/// A file that cannot be read.
	#[error("cannot read {path}: {reason}")]
	File {
		/// Which one.
		path: PathBuf,
		/// Why.
		reason: io::Error,
	},
	/// Bad lines, where none are to be taken.
	#[error(
		"{count} lines of {path} cannot be used; nothing was replayed. Correct them, or leave them \
		out with `--on-error skip`"
	)]
	BadLines {
		/// How many.
		count: usize,
		/// In which file.
		path: PathBuf,
	},
	/// A file without a good line.
	#[error("there is no rating in {0}: each line wants rater, subject, rating and time")]
	Empty(PathBuf),
	/// What went wrong with the chain.
	#[error(transparent)]
	Chain(#[from] chain::Error),
	/// The user had enough.
	#[error(
		"interrupted. What has reached the chain stays there: run the same command again, and it \
		goes on from there"
	)]
	Interrupted,
	/// A result that cannot be printed.
	#[error("cannot print the result: {0}")]
	Output(io::Error),
}

fn main() -> ExitCode {
	match run(&Cli::parse()) {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("error: {error}");
			ExitCode::from(if matches!(error, Error::Interrupted) { 130 } else { 1 })
		},
	}
}

fn run(cli: &Cli) -> Result<(), Error> {
	match &cli.question {
		Some(Question::Simulation(simulation)) => {
			simulation::answer(simulation).map_err(Error::Output)
		},
		Some(Question::Ablation(args)) => run_ablation(args),
		None => run_replay(cli),
	}
}

fn run_ablation(args: &AblationArgs) -> Result<(), Error> {
	let (ratings, skipped) = read_ratings(&args.ratings, "", args.on_error)?;
	if ratings.is_empty() {
		return Err(Error::Empty(args.ratings.clone()));
	}
	let labels = read_labels(args.labels.as_deref(), args.on_error)?;
	let ablation = Ablation::new(&ratings, skipped, labels.as_ref(), args.batch as usize);
	print(&ablation, args.json, Ablation::text)
}

fn run_replay(cli: &Cli) -> Result<(), Error> {
	let started = Instant::now();
	let (mut ratings, skipped) = read_ratings(cli.ratings(), &cli.salt, cli.on_error)?;
	let labels = read_labels(cli.labels.as_deref(), cli.on_error)?;
	ratings.truncate(cli.limit.unwrap_or(usize::MAX));
	if ratings.is_empty() {
		return Err(Error::Empty(cli.ratings().to_owned()));
	}

	let Replayed { standings, seconds, replayed, chain } =
		if cli.offline { replay_offline(cli, &ratings) } else { replay_on_chain(cli, &ratings)? };
	let report = Report::new(Run {
		ratings: &ratings,
		skipped,
		labels: labels.as_ref(),
		standings: &standings,
		seconds: started.elapsed().as_secs_f64(),
		records_per_second: (replayed > 0 && seconds > 0.0).then(|| replayed as f64 / seconds),
		chain,
	});
	print(&report, cli.json, Report::text)
}

/// Prints a result as one JSON object, or as a text for people.
fn print<R: Serialize>(result: &R, as_json: bool, text: fn(&R) -> String) -> Result<(), Error> {
	let text = if as_json {
		serde_json::to_string_pretty(result).map_err(|error| Error::Output(error.into()))? + "\n"
	} else {
		text(result)
	};
	io::stdout().write_all(text.as_bytes()).map_err(Error::Output)
}

/// What a replay brings, wherever it took place.
struct Replayed {
	standings: Standings,
	/// How long the records themselves took.
	seconds: f64,
	/// How many records took that long.
	replayed: usize,
	chain: Option<ChainReport>,
}

fn replay_offline(cli: &Cli, ratings: &[Rating]) -> Replayed {
	let started = Instant::now();
	let mut progress = Progress::new("records computed", ratings.len() as u64);
	let engine = Engine::new(Parameters::default(), RETENTION);
	let standings = engine.replay(ratings, cli.batch as usize, |done| progress.set(done as u64));
	Replayed {
		standings,
		seconds: started.elapsed().as_secs_f64(),
		replayed: ratings.len(),
		chain: None,
	}
}

fn replay_on_chain(cli: &Cli, ratings: &[Rating]) -> Result<Replayed, Error> {
	let runtime = tokio::runtime::Builder::new_multi_thread()
		.enable_all()
		.build()
		.map_err(|reason| chain::Error::Runtime(reason.to_string()))?;
	let options = chain::Options {
		url: cli.url.clone(),
		signer: cli.signer.clone(),
		batch: cli.batch,
		window: cli.window,
		patience: std::time::Duration::from_secs(cli.patience),
	};
	let result = runtime.block_on(async {
		// Dropping the work half-way is safe: what the chain has recorded is where the next run
		// begins, and a batch that is still on its way is waited for then.
		tokio::select! {
			result = chain::replay(options, ratings) => result.map_err(Error::from),
			_ = tokio::signal::ctrl_c() => Err(Error::Interrupted),
		}
	})?;

	let chain::Replay { standings, batches, submitted, seconds, chain: facts } = result;
	let engine = Engine::new(standings.parameters.clone(), standings.retention);
	let offline = compute(ratings, engine, batches);
	let chain = facts.compared(&standings, &offline);
	Ok(Replayed { standings, seconds, replayed: submitted, chain: Some(chain) })
}

/// The model over the whole history, in this process, in these batches.
fn compute(
	ratings: &[Rating],
	mut engine: Engine,
	batches: impl IntoIterator<Item = Range<usize>>,
) -> Standings {
	for batch in batches {
		engine.submit(ratings.get(batch).unwrap_or_default().iter().map(Rating::record));
	}
	engine.finish()
}

fn read_ratings(path: &Path, salt: &str, on_error: OnError) -> Result<(Vec<Rating>, usize), Error> {
	let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
	let (ratings, bad) = open(path)
		.and_then(|file| ratings::read(file, salt, now))
		.map_err(|reason| Error::File { path: path.to_owned(), reason })?;
	judge(&bad, path, on_error)?;
	Ok((ratings, bad.len()))
}

fn read_labels(path: Option<&Path>, on_error: OnError) -> Result<Option<Labels>, Error> {
	let Some(path) = path else { return Ok(None) };
	let (labels, bad) = open(path)
		.and_then(labels::read)
		.map_err(|reason| Error::File { path: path.to_owned(), reason })?;
	judge(&bad, path, on_error)?;
	Ok(Some(labels))
}

/// Tells of bad lines, and fails if there are to be none.
fn judge(bad: &[BadLine], path: &Path, on_error: OnError) -> Result<(), Error> {
	if go_on_without(bad, path, on_error) {
		Ok(())
	} else {
		Err(Error::BadLines { count: bad.len(), path: path.to_owned() })
	}
}
