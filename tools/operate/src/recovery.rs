//! The way back after a lost quorum: asks the survivors, and puts the motion together.

use crate::{
	calls,
	chain::{self, Chain, variant},
	cli::Stalled,
	error::Error,
	hash::Hash,
	motions::propose_call,
	session::{Sessions, duration},
	share::Share,
	signing::{Done, Outcome, Signer},
	stalled::{Choice, NoWay, Plan, Situation, expected_decision, seconds_until},
	words::Words,
};
use hanse_client::Report;
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use subxt::{rpcs::rpc_params, utils::AccountId32};

/// The plan, and the motion that carries it out.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Prepared {
	plan: Plan,
	/// The session under way.
	now: Sessions,
	seconds_per_block: f64,
	/// What each node holds for final.
	finalised: Vec<OfNode>,
	seats: usize,
	/// How many votes it takes.
	threshold: u32,
	/// The motion in words.
	words: String,
	/// The motion, encoded.
	data: String,
	/// The hash of that, by which the council will list it.
	hash: Hash,
	/// What an operator should know before it goes on.
	warnings: Vec<String>,
	/// What was submitted.
	#[serde(skip_serializing_if = "Option::is_none")]
	submitted: Option<Done>,
}

/// What a node holds for final.
#[derive(Clone, Debug, Serialize)]
struct OfNode {
	node: String,
	block: u32,
	hash: Hash,
}

/// What the voter of a node tells.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RoundState {
	set_id: u64,
}

/// Prepares the motion, and proposes it if that is asked for.
///
/// # Errors
///
/// [`Error::NoWay`], what the chain refuses, and what can go wrong on the way.
pub async fn stalled(
	urls: &[String],
	signer: Option<&Signer>,
	options: &Stalled,
) -> Result<Prepared, Error> {
	let mut chains = Vec::new();
	for url in urls {
		chains.push(Chain::open(url).await?);
	}
	let mut finalised = Vec::new();
	for chain in &chains {
		let at = chain.finalised().await?;
		let hash = Hash(at.block_hash().0);
		finalised.push(OfNode { node: chain.url.clone(), block: chain::number(&at), hash });
	}
	// The one that has seen most.
	chains.sort_by_key(Chain::number);
	let Some(mut chain) = chains.pop() else { return Err(Error::ManyNodes) };
	let highest = finalised.iter().map(|of| of.block).max().unwrap_or_default();
	let best_finalized = options.best_finalized.unwrap_or_default().max(highest);

	let (mut situation, minimum_seats) = situation(&chain, best_finalized).await?;
	situation.set_of_voters = set_of_voters(&chain, &chains).await;
	let pace = chain.seconds_per_block().await?;
	let decided_by = match (options.decided_by, options.session) {
		(Some(block), _) => block,
		(None, Some(session)) if session < situation.sessions.current => {
			return Err(NoWay::Past(situation.sessions.first_block(session)).into());
		},
		(None, Some(session)) => {
			let next = situation.sessions.first_block(session.saturating_add(1));
			// The withdrawal of a later session lies one block behind the decision, in that session.
			let back = if session == situation.sessions.current { 1 } else { 2 };
			next.saturating_sub(back)
		},
		(None, None) => expected_decision(&situation.sessions, pace),
	};
	let choice = Choice { without: options.without.clone(), decided_by, delay: options.delay };
	let plan = Plan::new(&situation, &choice)?;
	let key = chain.key("Grandpa", "CurrentSetId")?;
	let motion = plan.motion(chain.metadata(), &key)?;
	let data = calls::encoded(chain.metadata(), &motion)?;

	let seats = minimum_seats.len();
	let threshold = Share::TwoThirds.of(u32::try_from(seats).unwrap_or(u32::MAX));
	let mut prepared = Prepared {
		warnings: warnings(&situation, &plan, &minimum_seats, threshold, &finalised, options),
		plan,
		now: situation.sessions,
		seconds_per_block: pace,
		finalised,
		seats,
		threshold,
		words: Words::new(chain.metadata(), &chain.names).call(&data),
		hash: Hash::of(&data),
		data: format!("0x{}", hex::encode(&data)),
		submitted: None,
	};
	if let Some(signer) = signer {
		match propose_call(&mut chain, signer, motion, Share::TwoThirds).await? {
			Outcome::Done(done) => prepared.submitted = Some(done),
			// What it would submit is printed as it is.
			Outcome::Call(_) => {},
		}
	}
	Ok(prepared)
}

/// What the chain knows, and whose votes count.
async fn situation(
	chain: &Chain,
	best_finalized: u32,
) -> Result<(Situation, Vec<AccountId32>), Error> {
	let with_role = chain
		.members()
		.await?
		.into_iter()
		.filter(|(_, member)| member.roles.iter().any(|role| variant(role) == "Validator"))
		.map(|(account, _)| account)
		.collect();
	let situation = Situation {
		sessions: chain.sessions().await?,
		eligible: chain.eligible().await?,
		with_role,
		minimum: chain.view("Consortium", "minimum_validators", ()).await?,
		best_finalized,
		set_of_voters: None,
		set_of_runtime: chain.entry("Grandpa", "CurrentSetId", vec![]).await?.unwrap_or_default(),
		change_is_planned: chain
			.entry("Session", "QueuedChanged", vec![])
			.await?
			.unwrap_or_default(),
		next_forced: chain.entry("Grandpa", "NextForced", vec![]).await?,
	};
	Ok((situation, chain.seats().await?))
}

/// The number of the authority set by which nodes vote. Nodes that do not vote do not tell.
async fn set_of_voters(chain: &Chain, others: &[Chain]) -> Option<u64> {
	for chain in [chain].into_iter().chain(others) {
		if let Ok(state) = chain.request::<RoundState>("grandpa_roundState", rpc_params![]).await {
			return Some(state.set_id);
		}
	}
	None
}

fn warnings(
	situation: &Situation,
	plan: &Plan,
	seats: &[AccountId32],
	threshold: u32,
	finalised: &[OfNode],
	options: &Stalled,
) -> Vec<String> {
	let mut warnings = Vec::new();
	let voters = seats.iter().filter(|seat| !options.without.contains(seat)).count();
	if u32::try_from(voters).unwrap_or(u32::MAX) < threshold {
		warnings.push(format!(
			"the motion takes {threshold} of {} votes, and without the members named there are only {voters}: \
			 some of them have to vote, too, with the accounts of their organisations. Their validators \
			 are not needed for that",
			seats.len()
		));
	}
	if finalised.len() < plan.survivors.len() {
		warnings.push(format!(
			"{} of {} survivors were asked for the last block that they hold for final. If one of those not \
			 asked holds a higher one, its node stops: ask all of them with --node, or compare and use \
			 --best-finalized",
			finalised.len(),
			plan.survivors.len()
		));
	}
	let mut heights = finalised.iter().collect::<Vec<_>>();
	heights.sort_by_key(|of| of.block);
	for pair in heights.windows(2) {
		if let [one, other] = pair
			&& one.block == other.block
			&& one.hash != other.hash
		{
			warnings.push(format!(
				"{} and {} hold different blocks of number {} for final. STOP: that is not a lost quorum, but \
				 a fork",
				one.node, other.node, one.block
			));
		}
	}
	if let Some(number) = plan.set_number {
		warnings.push(format!(
			"the authority set changed, or is about to, without being final: the runtime is at set {}, the \
			 voters at {number}. The motion gives the runtime the voters' number back; otherwise it would \
			 refuse proofs of misbehaving voters afterwards",
			situation.set_of_runtime
		));
	}
	if situation.set_of_voters.is_none() {
		warnings.push(
			"no node told by which authority set it votes (grandpa_roundState): name a validator with \
			 --node"
				.to_owned(),
		);
	}
	warnings
}

impl Report for Prepared {
	fn text(&self) -> String {
		let plan = &self.plan;
		let in_about = |block: u32| {
			let (at, finalised) = (self.now.at, plan.best_finalized);
			duration(seconds_until(block, at, finalised, self.seconds_per_block) as u64)
		};
		let mut out = String::new();
		// Writing to a string does not fail.
		let _ = writeln!(
			out,
			"now         block {} of session {}, which has {} blocks; a block takes {:.1} s",
			self.now.at, self.now.current, self.now.length, self.seconds_per_block
		);
		for of in &self.finalised {
			let _ = writeln!(out, "finalised   {} at {}, {}", of.block, of.node, of.hash);
		}
		let _ = writeln!(
			out,
			"            {} is best_finalized: the survivors begin to vote on top of it",
			plan.best_finalized
		);
		let _ = writeln!(
			out,
			"decision    {} of {} seats, in block {} at the latest (in about {}); later it fails and changes \
			 nothing",
			self.threshold,
			self.seats,
			plan.decided_by,
			in_about(plan.decided_by)
		);
		match plan.withdraw_at {
			Some(block) => {
				let _ = writeln!(
					out,
					"block {block}  the roles of {} validators are withdrawn, in session {}",
					plan.withdrawn.len(),
					plan.session
				);
			},
			None => {
				let _ = writeln!(
					out,
					"at once     the roles of {} validators are withdrawn, in session {}",
					plan.withdrawn.len(),
					plan.session
				);
			},
		}
		let _ = writeln!(
			out,
			"block {}  session {} begins and plans the next without them; then note_stalled is called (in \
			 about {})",
			plan.note_stalled_at,
			plan.session.saturating_add(1),
			in_about(plan.note_stalled_at)
		);
		let _ = writeln!(
			out,
			"block {}  session {} begins with {} validators and announces them (in about {})",
			plan.announced_at,
			plan.session.saturating_add(2),
			plan.survivors.len(),
			in_about(plan.announced_at)
		);
		let _ = writeln!(
			out,
			"block {}  {} blocks later they vote, and finality resumes (in about {})",
			plan.enacted_at,
			plan.delay,
			in_about(plan.enacted_at)
		);
		let _ =
			writeln!(out, "\nThe motion:\n{}\n\n{}\n\nhash {}", self.words, self.data, self.hash);
		for warning in &self.warnings {
			let _ = writeln!(out, "\nWARNING: {warning}.");
		}
		match &self.submitted {
			Some(done) => {
				let _ = write!(out, "\n{}", done.text());
			},
			None => {
				let _ = writeln!(out, "\nNothing was submitted: --submit proposes it.");
			},
		}
		out
	}
}
