//! Measures what a node and a network of Hanse can take.

mod chain;
mod cli;
mod database;
mod error;
mod evidence;
mod execution;
mod flood;
mod follow;
mod load;
mod machine;
mod node;
mod quantiles;
mod records;
mod state;
mod table;
mod transfers;

use crate::{
	cli::{Cli, Command, Output},
	error::Error,
	table::Table,
};
use clap::Parser;
use serde::Serialize;
use std::{
	fs,
	io::{self, Write},
	process::ExitCode,
};
use tokio::signal::unix::{SignalKind, signal};

fn main() -> ExitCode {
	let cli = Cli::parse();
	let result = tokio::runtime::Builder::new_multi_thread()
		.enable_all()
		.build()
		.map_err(Error::Runtime)
		.and_then(|runtime| runtime.block_on(run(&cli.command)));
	match result {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("error: {error}");
			ExitCode::from(if matches!(error, Error::Interrupted) { 130 } else { 1 })
		},
	}
}

async fn run(command: &Command) -> Result<(), Error> {
	let mut told = signal(SignalKind::terminate()).map_err(Error::Runtime)?;
	// Dropping the work half-way ends the nodes that it started.
	tokio::select! {
		result = work(command) => result,
		_ = tokio::signal::ctrl_c() => Err(Error::Interrupted),
		_ = told.recv() => Err(Error::Interrupted),
	}
}

async fn work(command: &Command) -> Result<(), Error> {
	match command {
		Command::Records(args) => tell(&records::run(args).await?, &args.output),
		Command::Flood(args) => tell(&flood::run(args).await?, &args.output),
		Command::Database(args) => tell(&database::run(args).await?, &args.output),
		Command::Table(args) => table::write(args),
	}
}

/// Prints a result, and writes it where it is to go.
fn tell(result: &(impl Serialize + Table), output: &Output) -> Result<(), Error> {
	let json = serde_json::to_string_pretty(result).map_err(|error| Error::Output(error.into()))?;
	if let Some(path) = &output.out {
		fs::write(path, format!("{json}\n"))
			.map_err(|reason| Error::File { path: path.clone(), reason })?;
	}
	let text = if output.json { json + "\n" } else { result.table() };
	io::stdout().write_all(text.as_bytes()).map_err(Error::Output)
}
