//! What a member's operator does: keys, nodes, motions, upgrades, the way back after a lost quorum.

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
mod chain;
mod cli;
mod error;
mod hash;
mod keys;
mod members;
mod motions;
mod peer;
mod recovery;
mod session;
mod share;
mod signing;
mod stalled;
mod status;
#[cfg(test)]
mod tests;
mod upgrade;
mod wasm;
mod words;

use crate::{
	calls::Call,
	chain::Chain,
	cli::{Apply, Cli, Command, Common, UpgradeStep},
	error::Error,
	signing::{Outcome, Signer},
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
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("error: {error}");
			error.exit_code()
		},
	}
}

async fn run(Cli { command, common }: &Cli) -> Result<(), Error> {
	let json = common.json;
	match command {
		Command::Status => print(&status::Status::read(&open(common).await?).await?, json)?,
		Command::Members => print(&members::Members::read(&open(common).await?).await?, json)?,
		Command::Applications => {
			print(&members::Applications::read(&open(common).await?).await?, json)?;
		},
		Command::Nodes => print(&members::Nodes::read(&open(common).await?).await?, json)?,
		Command::Motions => print(&motions::Motions::read(&open(common).await?).await?, json)?,
		Command::Upgrade(upgrade) => match &upgrade.step {
			UpgradeStep::Inspect(code) => print(&upgrade::inspect(code)?.1, json)?,
			UpgradeStep::Propose(code) => {
				let (mut chain, signer) = begin(common).await?;
				print(&upgrade::propose(&mut chain, &signer, code).await?, json)?;
			},
			UpgradeStep::Apply(code) => {
				let (mut chain, signer) = begin(common).await?;
				print(&upgrade::apply(&mut chain, &signer, code).await?, json)?;
			},
		},
		Command::Stalled(options) => {
			let signer = options.submit.then(|| Signer::new(common)).transpose()?;
			print(&recovery::stalled(&common.nodes, signer.as_ref(), options).await?, json)?;
		},
		Command::Propose(propose) => {
			let (mut chain, signer) = begin(common).await?;
			print(&motions::propose(&mut chain, &signer, &propose.motion).await?, json)?;
		},
		Command::Vote(vote) => {
			let (mut chain, signer) = begin(common).await?;
			print(&motions::vote(&mut chain, &signer, vote).await?, json)?;
		},
		Command::Close(close) => {
			let (mut chain, signer) = begin(common).await?;
			print(&motions::close(&mut chain, &signer, close.index).await?, json)?;
		},
		Command::RotateKeys => {
			let (mut chain, signer) = begin(common).await?;
			print(&keys::rotate(&mut chain, &signer).await?, json)?;
		},
		Command::RegisterNodes(nodes) => {
			submit(common, calls::register_nodes(&nodes.peers)).await?;
		},
		Command::Apply(apply) => submit(common, application(apply)?).await?,
		Command::WithdrawApplication => {
			submit(common, calls::consortium("withdraw_application")).await?;
		},
		Command::ClearApplication(of) => {
			submit(common, calls::consortium_about("clear_application", &of.account)).await?;
		},
		Command::Sponsor(sponsor) => {
			let (account, hash) = (&sponsor.account, &sponsor.application);
			submit(common, calls::consortium_with_hash("sponsor_application", account, hash))
				.await?;
		},
		Command::WithdrawSponsorship(of) => {
			submit(common, calls::consortium_about("withdraw_sponsorship", &of.account)).await?;
		},
		Command::Resign(_) => submit(common, calls::consortium("resign")).await?,
		Command::ReturnToService => submit(common, calls::return_to_service()).await?,
	}
	Ok(())
}

/// Connects to the node.
async fn open(common: &Common) -> Result<Chain, Error> {
	match &common.nodes[..] {
		[url] => Chain::open(url).await,
		_ => Err(Error::ManyNodes),
	}
}

/// Connects to the node, for somebody who signs. Without a key there is no need to.
async fn begin(common: &Common) -> Result<(Chain, Signer), Error> {
	let signer = Signer::new(common)?;
	Ok((open(common).await?, signer))
}

/// Signs and submits a call.
async fn submit(common: &Common, call: Call) -> Result<(), Error> {
	let (mut chain, signer) = begin(common).await?;
	let outcome: Outcome = signer.run(&mut chain, call).await?;
	print(&outcome, common.json)?;
	Ok(())
}

fn application(apply: &Apply) -> Result<Call, Error> {
	let documents = motions::of_file(apply.documents.as_ref(), apply.documents_hash)?;
	Ok(calls::apply(&apply.name, &apply.country, &apply.legal_entity, &apply.roles, &documents))
}
