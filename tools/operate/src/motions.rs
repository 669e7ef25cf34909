//! What the members decide.

use crate::{
	calls::{self, Call},
	chain::{Chain, OpenMotion},
	cli::{Ballot, Motion, Suspend, Vote},
	error::Error,
	hash::Hash,
	share::{Share, Standing},
	signing::{Decision, Done, Included, Outcome, Signer, Submission},
	words::Words,
};
use codec::{Compact, Decode, Encode};
use hanse_client::{Error as ClientError, Report, lost};
use serde::Serialize;
use std::{fmt::Write as _, fs, path::PathBuf};

/// The open motions.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Motions(Vec<OneMotion>);

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct OneMotion {
	index: u32,
	hash: Hash,
	/// The call in words.
	words: String,
	/// The call, encoded.
	data: String,
	threshold: u32,
	seats: u32,
	ayes: Vec<String>,
	nays: Vec<String>,
	/// Those who have not voted.
	silent: Vec<String>,
	standing: Standing,
	/// The block from which on it can be closed whatever the votes.
	end: u32,
	/// How far that is.
	ends_in: u32,
}

impl Motions {
	/// Asks the chain.
	///
	/// # Errors
	///
	/// What can go wrong on the way.
	pub async fn read(chain: &Chain) -> Result<Self, Error> {
		let words = Words::new(chain.metadata(), &chain.names);
		let seats = chain.seats().await?;
		let motions = chain.motions().await?.into_iter().map(|motion| {
			let votes = &motion.votes;
			let voted = |who| votes.ayes.contains(who) || votes.nays.contains(who);
			let count = u32::try_from(seats.len()).unwrap_or(u32::MAX);
			OneMotion {
				index: votes.index,
				hash: motion.hash,
				words: words.call(&motion.call),
				data: format!("0x{}", hex::encode(&motion.call)),
				threshold: votes.threshold,
				seats: count,
				ayes: votes.ayes.iter().map(|who| words.account(who)).collect(),
				nays: votes.nays.iter().map(|who| words.account(who)).collect(),
				silent: seats
					.iter()
					.filter(|who| !voted(who))
					.map(|who| words.account(who))
					.collect(),
				standing: motion.standing(count, chain.number()),
				end: votes.end,
				ends_in: votes.end.saturating_sub(chain.number()),
			}
		});
		Ok(Self(motions.collect()))
	}
}

impl Report for Motions {
	fn text(&self) -> String {
		let mut out = String::new();
		if self.0.is_empty() {
			out.push_str("no motion is open\n");
		}
		for one in &self.0 {
			let standing = match one.standing {
				Standing::Carried => "CARRIED: anybody may close it".to_owned(),
				Standing::Rejected => "rejected: anybody may close it".to_owned(),
				Standing::Lapsed => "its time is over: anybody may close it".to_owned(),
				Standing::Open { missing } => format!("{missing} more in favour are missing"),
			};
			// Writing to a string does not fail.
			let _ = writeln!(out, "motion {}  {}", one.index, one.hash);
			for line in one.words.lines() {
				let _ = writeln!(out, "    {line}");
			}
			let _ = writeln!(
				out,
				"    {} of {} seats have to be in favour; {standing}",
				one.threshold, one.seats
			);
			for (what, who) in [("yes", &one.ayes), ("no ", &one.nays), ("—  ", &one.silent)] {
				for who in who {
					let _ = writeln!(out, "    {what} {who}");
				}
			}
			let _ = writeln!(out, "    ends with block {}, {} from now", one.end, one.ends_in);
		}
		out
	}
}

/// Proposes a motion of the command line.
///
/// # Errors
///
/// What the chain refuses, and what can go wrong on the way.
pub async fn propose(
	chain: &mut Chain,
	signer: &Signer,
	motion: &Motion,
) -> Result<Outcome, Error> {
	let application = match motion {
		Motion::Admit(who) => match who.application {
			Some(hash) => hash,
			None => chain.application_hash(&who.account).await?,
		},
		_ => Hash([0; 32]),
	};
	let file = match motion {
		Motion::Suspend(who) | Motion::SuspendProvisionally(who) => evidence(who)?,
		_ => Hash([0; 32]),
	};
	let (call, share) = calls::motion(chain.metadata(), motion, &application, &file)?;
	propose_call(chain, signer, call, share).await
}

fn evidence(suspend: &Suspend) -> Result<Hash, Error> {
	of_file(suspend.evidence.as_ref(), suspend.evidence_hash)
}

/// The hash of a file, or the one that was given in its place. The command line asks for one of them.
///
/// # Errors
///
/// [`Error::File`].
pub fn of_file(path: Option<&PathBuf>, hash: Option<Hash>) -> Result<Hash, Error> {
	match path {
		Some(path) => fs::read(path)
			.map(|bytes| Hash::of(&bytes))
			.map_err(|reason| Error::File { path: path.clone(), reason }),
		None => Ok(hash.unwrap_or(Hash([0; 32]))),
	}
}

/// Proposes a call and votes for it. Where one vote is enough, the collective carries it out at once.
///
/// # Errors
///
/// [`Error::NoSeat`], [`Error::MotionFailed`], what the chain refuses, and what can go wrong on the way.
pub async fn propose_call(
	chain: &mut Chain,
	signer: &Signer,
	motion: Call,
	share: Share,
) -> Result<Outcome, Error> {
	let seats = chain.seats().await?;
	ensure_seat(signer, &seats)?;
	let threshold = share.of(u32::try_from(seats.len()).unwrap_or(u32::MAX));
	let call = calls::propose(chain.metadata(), threshold, motion)?;
	let mut proposal = match signer.submit(chain, call).await? {
		Submission::Printed(data) => return Ok(Outcome::Call(data)),
		Submission::Included(included) => *included,
	};
	let Some((hash, index)) = proposal.proposed else {
		// Carried out at once.
		judge(&proposal, 0)?;
		proposal.done.decision = Some(Decision::Executed);
		return Ok(Outcome::Done(signer.finish(proposal).await?));
	};
	proposal.done.motion = Some(index);
	proposal.done.motion_hash = Some(hash);
	let (proposed, block) = (proposal.done.events.clone(), proposal.done.block);
	let done = vote_and_close(chain, signer, hash, index, true).await?;
	let Outcome::Done(mut done) = done else { return Ok(done) };
	done.events.splice(0..0, proposed);
	done.notes.insert(0, format!("motion {index}, proposed in block {block}, hash {hash}"));
	Ok(Outcome::Done(done))
}

/// Votes on a motion, and closes it if that decides it.
///
/// # Errors
///
/// [`Error::NoMotion`], [`Error::OtherMotion`], [`Error::NoSeat`], [`Error::MotionFailed`], what the chain
/// refuses, and what can go wrong on the way.
pub async fn vote(chain: &mut Chain, signer: &Signer, vote: &Vote) -> Result<Outcome, Error> {
	let motion = find(chain, vote.index).await?;
	if let Some(expected) = vote.hash.filter(|expected| *expected != motion.hash) {
		return Err(Error::OtherMotion { index: vote.index, found: motion.hash, expected });
	}
	let seats = chain.seats().await?;
	ensure_seat(signer, &seats)?;
	let approve = vote.vote == Ballot::Yes;
	// Who has voted like that before wants it closed.
	let voters = if approve { &motion.votes.ayes } else { &motion.votes.nays };
	if signer.member().is_some_and(|member| voters.contains(&member)) {
		return close(chain, signer, vote.index).await;
	}
	vote_and_close(chain, signer, motion.hash, vote.index, approve).await
}

async fn vote_and_close(
	chain: &mut Chain,
	signer: &Signer,
	hash: Hash,
	index: u32,
	approve: bool,
) -> Result<Outcome, Error> {
	let included = match signer.submit(chain, calls::vote(&hash, index, approve)).await? {
		Submission::Printed(data) => return Ok(Outcome::Call(data)),
		Submission::Included(included) => *included,
	};
	let seats = u32::try_from(chain.seats().await?.len()).unwrap_or(u32::MAX);
	// Somebody else may have been faster.
	let Ok(motion) = find(chain, index).await else {
		let mut done = signer.finish(included).await?;
		done.motion = Some(index);
		done.motion_hash = Some(hash);
		done.notes.push(format!("motion {index} was closed in the meantime"));
		return Ok(Outcome::Done(done));
	};
	let standing = motion.standing(seats, chain.number());
	if !standing.can_be_closed() {
		let mut done = signer.finish(included).await?;
		done.motion = Some(index);
		done.motion_hash = Some(hash);
		done.decision = Some(Decision::Open);
		if let Standing::Open { missing } = standing {
			done.notes
				.push(format!("motion {index} is open: {missing} more in favour are missing"));
		}
		return Ok(Outcome::Done(done));
	}
	let voted = included.done.events;
	let closed = close_motion(chain, signer, &motion).await?;
	let Outcome::Done(mut done) = closed else { return Ok(closed) };
	done.events.splice(0..0, voted);
	Ok(Outcome::Done(done))
}

/// Closes a motion that is decided.
///
/// # Errors
///
/// [`Error::NoMotion`], [`Error::Undecided`], [`Error::MotionFailed`], and what can go wrong on the way.
pub async fn close(chain: &mut Chain, signer: &Signer, index: u32) -> Result<Outcome, Error> {
	let motion = find(chain, index).await?;
	let seats = u32::try_from(chain.seats().await?.len()).unwrap_or(u32::MAX);
	if let Standing::Open { missing } = motion.standing(seats, chain.number()) {
		return Err(Error::Undecided { index, missing, end: motion.votes.end });
	}
	close_motion(chain, signer, &motion).await
}

async fn close_motion(
	chain: &mut Chain,
	signer: &Signer,
	motion: &OpenMotion,
) -> Result<Outcome, Error> {
	let index = motion.votes.index;
	let weight = weight_of(chain, &motion.call).await?;
	let length = u32::try_from(motion.call.len()).unwrap_or(u32::MAX);
	let call = calls::close(&motion.hash, index, weight, length);
	let included = match signer.submit(chain, call).await? {
		Submission::Printed(data) => return Ok(Outcome::Call(data)),
		Submission::Included(included) => *included,
	};
	judge(&included, index)?;
	let rejected = included.disapproved;
	let mut done: Done = signer.finish(included).await?;
	done.motion = Some(index);
	done.motion_hash = Some(motion.hash);
	done.decision = Some(if rejected { Decision::Rejected } else { Decision::Executed });
	done.notes.push(match rejected {
		true => format!("motion {index} is rejected"),
		false => format!("motion {index} is carried, and was carried out"),
	});
	Ok(Outcome::Done(done))
}

/// Fails if the call of a motion did.
fn judge(included: &Included, index: u32) -> Result<(), Error> {
	match (&included.executed, &included.root_failed) {
		(Some(Err(reason)), _) => Err(Error::MotionFailed { index, reason: reason.clone() }),
		(_, Some(reason)) => Err(Error::RootCallFailed(reason.clone())),
		_ => Ok(()),
	}
}

async fn find(chain: &Chain, index: u32) -> Result<OpenMotion, Error> {
	let motions = chain.motions().await?;
	motions.into_iter().find(|motion| motion.votes.index == index).ok_or(Error::NoMotion(index))
}

/// Refuses a signer whose vote would not count, before it pays for the attempt.
fn ensure_seat(signer: &Signer, seats: &[subxt::utils::AccountId32]) -> Result<(), Error> {
	match signer.member() {
		Some(member) if !seats.contains(&member) => Err(Error::NoSeat(member.to_string())),
		_ => Ok(()),
	}
}

/// How heavy a call is, as the collective will see it.
async fn weight_of(chain: &Chain, call: &[u8]) -> Result<(u64, u64), Error> {
	const METHOD: &str = "TransactionPaymentCallApi_query_call_info";
	let length = u32::try_from(call.len()).unwrap_or(u32::MAX);
	let arguments = [call, &length.encode()].concat();
	let answer =
		chain.best.runtime_apis().call_raw(METHOD, Some(&arguments)).await.map_err(lost)?;
	let (time, proof) =
		<(Compact<u64>, Compact<u64>)>::decode(&mut &answer[..]).map_err(|error| {
			Error::Client(ClientError::OtherVersion {
				what: METHOD.to_owned(),
				reason: error.to_string(),
			})
		})?;
	Ok((time.0, proof.0))
}
