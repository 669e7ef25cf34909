//! Recomputes scores from the blocks of a chain alone, and compares them bit by bit with what the chain
//! says.

#![cfg_attr(
	test,
	allow(
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects
	)
)]

mod cli;
mod compare;
mod error;
mod node;
mod report;
mod work;

use crate::{
	cli::{Cli, Command, Score},
	error::Error,
	node::Node,
	report::Report,
	work::{Options, work},
};
use clap::Parser;
use hanse_audit::Account;
use hanse_client::print;
use std::process::ExitCode;

fn main() -> ExitCode {
	let Cli { command: Command::Score(score) } = Cli::parse();
	let result = tokio::runtime::Builder::new_multi_thread()
		.enable_all()
		.build()
		.map_err(Error::Runtime)
		.and_then(|runtime| runtime.block_on(audit(&score)));
	match result {
		Ok(code) => code,
		Err(error) => {
			eprintln!("error: {error}");
			error.exit_code()
		},
	}
}

async fn audit(score: &Score) -> Result<ExitCode, Error> {
	let node = Node::open(&score.node).await?;
	let last = node.last().await?;
	let block = score.at.unwrap_or(last);
	if block > last {
		return Err(Error::NotFinal { block, last });
	}
	let window = usize::from(score.window);
	let options = Options { block, from: score.from, cache: score.cache.as_deref(), window };
	let work = work(&node, &options).await?;
	let account = score.account.clone().map(Account::from);
	let compared = match &account {
		Some(account) => compare::one(&node, &work, account).await?,
		None => compare::all(&node, &work, window).await?,
	};
	let report = Report::new(&node, &work, compared, account.as_ref());
	print(&report, score.json)?;
	Ok(report.exit_code())
}
