//! What providers, subjects and reviewers do with credit records: submit them, prove and verify them,
//! contest and review them.

#![cfg_attr(
	test,
	allow(
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects
	)
)]

mod calls;
mod causes;
mod cli;
mod document;
mod done;
mod error;
mod journal;
mod lines;
mod node;
mod status;
mod submission;
#[cfg(test)]
mod tests;
mod words;

use crate::{
	calls::Call,
	cli::{Cli, Command, Common},
	document::Document,
	error::Error,
	node::{Node, Signer},
};
use clap::Parser;
use hanse_client::print;
use std::process::ExitCode;

fn main() -> ExitCode {
	let cli = Cli::parse();
	let result = tokio::runtime::Builder::new_multi_thread()
		.enable_all()
		.build()
		.map_err(Error::Runtime)
		.and_then(|runtime| runtime.block_on(run(&cli)));
	match result {
		Ok(code) => code,
		Err(error) => {
			eprintln!("error: {error}");
			error.exit_code()
		},
	}
}

async fn run(Cli { command, common }: &Cli) -> Result<ExitCode, Error> {
	let json = common.json;
	match command {
		Command::Submit(submit) => {
			let signer = Signer::new(common)?;
			let report = tokio::select! {
				report = submission::submit(common, &signer, submit) => report?,
				// What is in a block stays there, and the journal says where it began.
				_ = tokio::signal::ctrl_c() => return Err(Error::Interrupted),
			};
			print(&report, json)?;
			return Ok(report.exit_code());
		},
		Command::Status(which) => {
			print(&status::status(&Node::open(common).await?, which).await?, json)?;
		},
		Command::Schemas(which) => {
			print(&status::schemas(&Node::open(common).await?, which).await?, json)?;
		},
		Command::Prove(prove) => {
			print(&document::prove(&Node::open(common).await?, prove).await?, json)?;
		},
		Command::Verify(verify) => print(&document::verify(common, &verify.file).await?, json)?,
		Command::Object(object) => {
			let document = Document::read(&object.file)?;
			let statement = object.statement.hash()?;
			let call = calls::object(&document.proof, object.reason.into(), statement);
			about(common, &document, call).await?;
		},
		Command::Withdraw(withdraw) => {
			let document = Document::read(&withdraw.file)?;
			about(common, &document, calls::withdraw_record(&document.proof)).await?;
		},
		Command::Confirm(confirm) => {
			let document = Document::read(&confirm.file)?;
			about(common, &document, calls::confirm_record(&document.proof)).await?;
		},
		Command::Contradict(both) => {
			let (first, second) = (Document::read(&both.first)?, Document::read(&both.second)?);
			document::contradict(&first, &second)?;
			let call = calls::report_contradiction(&first.proof, &second.proof);
			about(common, &first, call).await?;
		},
		Command::Answer(answer) => {
			let hash = answer.statement.hash()?;
			submit(common, calls::answer_objection(answer.sequence, hash)).await?;
		},
		Command::WithdrawObjection(which) => {
			submit(common, calls::withdraw_objection(&which.provider, which.sequence)).await?;
		},
		Command::Review(review) => {
			let (provider, sequence) = (&review.which.provider, review.which.sequence);
			submit(common, calls::review(provider, sequence, review.verdict.into())).await?;
		},
		Command::Close(which) => {
			submit(common, calls::close_objection(&which.provider, which.sequence)).await?;
		},
		Command::PostBond(bond) => {
			submit(common, calls::post_bond(bond.category.into(), bond.amount.0)).await?;
		},
		Command::ReleaseBond(bond) => {
			submit(common, calls::release_bond(bond.category.into())).await?;
		},
		Command::WithdrawBond(bond) => {
			submit(common, calls::withdraw_bond(bond.category.into())).await?;
		},
	}
	Ok(ExitCode::SUCCESS)
}

/// Signs and submits a call about the record of a document, if it is a record of this chain.
async fn about(common: &Common, document: &Document, call: Call) -> Result<(), Error> {
	let signer = Signer::new(common)?;
	let node = Node::open(common).await?;
	node.is_chain_of(document)?;
	print(&done::submit(&node, &signer, &call).await?, common.json)?;
	Ok(())
}

/// Signs and submits a call.
async fn submit(common: &Common, call: Call) -> Result<(), Error> {
	let signer = Signer::new(common)?;
	let node = Node::open(common).await?;
	print(&done::submit(&node, &signer, &call).await?, common.json)?;
	Ok(())
}
