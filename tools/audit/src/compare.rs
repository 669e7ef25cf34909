//! What was computed, beside what the chain says.

use crate::{
	error::Error,
	node::{self, Node},
	work::Work,
};
use codec::Encode;
use futures::{StreamExt, stream};
use hanse_audit::{Account, Key, first_difference};
use hanse_client::{At, Progress};
use serde::Serialize;
use sp_core::crypto::AccountId32;
use sp_crypto_hashing::blake2_128;
use std::collections::BTreeSet;

/// How many differences are looked for in the past. Each takes some twenty questions to the node, and many
/// have the same cause.
const LOCATED: usize = 32;

/// Something that is not as the blocks say.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
	/// The first block in which it arose; `None` if that was not looked for, because there are many.
	pub block: Option<u32>,
	/// What it is.
	pub what: What,
	/// Whom it is about, in SS58.
	pub account: Option<String>,
	/// The same for people.
	pub text: String,
}

/// What differs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum What {
	/// The parameters in force.
	Parameters,
	/// What is stored about a subject.
	Subject,
	/// What is stored about a source.
	Source,
	/// The score that is told of a subject.
	Score,
	/// What an event says.
	Event,
}

/// What was compared, and what is not the same.
pub struct Compared {
	/// How many subjects.
	pub subjects: usize,
	/// How many sources.
	pub sources: usize,
	/// How many scores.
	pub scores: usize,
	/// The differences, those first that arose first.
	pub differences: Vec<Difference>,
}

/// Compares everything.
///
/// # Errors
///
/// If the node does not answer.
pub async fn all(node: &Node, work: &Work, window: usize) -> Result<Compared, Error> {
	let at = &node.at(work.block).await?;
	let theirs = node::all(at).await?;
	let subjects = work.engine.subjects().copied().map(Key::Subject);
	let sources = work.engine.sources().copied().map(Key::Source);
	let keys = subjects.chain(sources).chain(theirs.keys().copied()).collect::<BTreeSet<_>>();
	let same = |key: &&Key| work.engine.encoded(key).as_ref() == theirs.get(*key);
	let mut different = keys.iter().filter(|key| !same(key)).copied().collect::<Vec<_>>();
	if !same_parameters(at, work).await? {
		different.insert(0, Key::Parameters);
	}
	let is_subject = |key: &&Key| matches!(key, Key::Subject(_));
	let subjects = keys.iter().filter(is_subject).count();

	// The scores of subjects that are the same already.
	let sound = keys.iter().filter(|key| !different.contains(key)).filter_map(|key| match key {
		Key::Subject(account) => Some(*account),
		Key::Parameters | Key::Source(_) => None,
	});
	let sound = sound.collect::<Vec<_>>();
	let mut progress = Progress::new("scores compared", sound.len() as u64);
	let asked = sound
		.iter()
		.map(|account| async move { Ok::<_, Error>((*account, node::score(at, account).await?)) });
	let mut told = stream::iter(asked).buffered(window);
	let (mut scores, mut wrong) = (0usize, Vec::new());
	while let Some(answer) = told.next().await {
		let (account, score) = answer?;
		if score.encode() != work.engine.report(&account).encode() {
			wrong.push(account);
		}
		scores = scores.saturating_add(1);
		progress.set(scores as u64);
	}
	drop(progress);
	let differences = differences(node, work, different, wrong).await?;
	Ok(Compared { subjects, sources: keys.len().saturating_sub(subjects), scores, differences })
}

/// Compares what concerns one subject.
///
/// # Errors
///
/// If the node does not answer.
pub async fn one(node: &Node, work: &Work, account: &Account) -> Result<Compared, Error> {
	let at = &node.at(work.block).await?;
	let subject = work.engine.subject_of(account);
	let key = Key::Subject(subject);
	let mut different = Vec::new();
	if !same_parameters(at, work).await? {
		different.push(Key::Parameters);
	}
	let theirs = node::encoded(at, &key).await?;
	if work.engine.encoded(&key) != theirs {
		different.push(key);
	}
	// By the account that was asked for: that it belongs to the subject is a part of what is told.
	let score = node::score(at, account).await?;
	let same = score.encode() == work.engine.report(account).encode();
	let wrong = if same || !different.is_empty() { Vec::new() } else { vec![*account] };
	let differences = differences(node, work, different, wrong).await?;
	Ok(Compared { subjects: 1, sources: 0, scores: 1, differences })
}

async fn same_parameters(at: &At, work: &Work) -> Result<bool, Error> {
	Ok(node::encoded(at, &Key::Parameters).await? == work.engine.encoded(&Key::Parameters))
}

/// All differences, those that were noticed on the way included, each with the block in which it arose.
async fn differences(
	node: &Node,
	work: &Work,
	different: Vec<Key>,
	wrong: Vec<Account>,
) -> Result<Vec<Difference>, Error> {
	let mut differences = work
		.findings
		.iter()
		.map(|(block, finding)| Difference {
			block: Some(*block),
			what: What::Event,
			account: None,
			text: finding.to_string(),
		})
		.collect::<Vec<_>>();
	let total = different.len().saturating_add(wrong.len());
	let mut progress = Progress::new("differences looked for", total.min(LOCATED) as u64);
	let mut located = 0usize;
	for key in different {
		let block =
			if located < LOCATED { Some(first_of_key(node, work, &key).await?) } else { None };
		differences.push(of_key(&key, block));
		located = located.saturating_add(1);
		progress.set(located as u64);
	}
	for account in wrong {
		let block = if located < LOCATED {
			Some(first_of_score(node, work, &account).await?)
		} else {
			None
		};
		differences.push(Difference {
			block,
			what: What::Score,
			account: Some(name(&account)),
			text: format!(
				"the score that the chain tells of {} does not follow from its own state",
				name(&account)
			),
		});
		located = located.saturating_add(1);
		progress.set(located as u64);
	}
	// Those of which the block is not known come last.
	differences.sort_by_key(|difference| (difference.block.unwrap_or(u32::MAX), difference.what));
	Ok(differences)
}

/// The first block at whose end the chain has something else than what follows from the blocks.
async fn first_of_key(node: &Node, work: &Work, key: &Key) -> Result<u32, Error> {
	first_difference(work.from, work.block, async |block| {
		let theirs = node::encoded(&node.at(block).await?, key).await?;
		let theirs = theirs.map(|encoded| blake2_128(&encoded));
		Ok::<_, Error>(theirs == work.trail.at(key, block))
	})
	.await
}

/// The first block at whose end the chain tells another score than its own state says.
async fn first_of_score(node: &Node, work: &Work, account: &Account) -> Result<u32, Error> {
	let subject = work.engine.subject_of(account);
	first_difference(work.from, work.block, async |block| {
		let at = &node.at(block).await?;
		let told = node::score(at, account).await?;
		Ok::<_, Error>(told.encode() == node::score_of_state(at, &subject).await?.encode())
	})
	.await
}

fn of_key(key: &Key, block: Option<u32>) -> Difference {
	let (what, account, text) = match key {
		Key::Parameters => (
			What::Parameters,
			None,
			"the parameters in force are not those that were decided on".to_owned(),
		),
		Key::Subject(account) => {
			let name = name(account);
			let text =
				format!("what is stored about the subject {name} does not follow from blocks");
			(What::Subject, Some(name), text)
		},
		Key::Source(account) => {
			let name = name(account);
			let text =
				format!("what is stored about the source {name} does not follow from blocks");
			(What::Source, Some(name), text)
		},
	};
	Difference { block, what, account, text }
}

/// An account as people know it.
pub fn name(account: &Account) -> String {
	AccountId32::from(*account).to_string()
}
