//! Proofs of records, in files.

use crate::{
	calls::PALLET,
	cli::{Common, Prove},
	error::Error,
	node::Node,
	status::record_text,
};
use hanse_client::{Report, view};
use hanse_record_json::ProofDocument;
use hanse_types::Reference;
use pallet_credit_records::{Batch, RecordProof};
use serde::{Deserialize, Serialize};
use sp_core::crypto::AccountId32;
use std::{
	fmt::Write as _,
	fs,
	path::{Path, PathBuf},
};
use subxt::rpcs::rpc_params;

/// A document that holds.
pub struct Document {
	/// Where it stands.
	pub path: PathBuf,
	/// What it says.
	pub document: ProofDocument,
	/// The same as the calls of the chain take it.
	pub proof: RecordProof<AccountId32>,
}

impl Document {
	/// Reads a document and checks it, without a node.
	///
	/// # Errors
	///
	/// [`Error::File`], [`Error::NoProof`], [`Error::Invalid`].
	pub fn read(path: &Path) -> Result<Self, Error> {
		let path = path.to_owned();
		let text = fs::read_to_string(&path)
			.map_err(|reason| Error::File { path: path.clone(), reason })?;
		let document: ProofDocument = serde_json::from_str(&text)
			.map_err(|error| Error::NoProof { path: path.clone(), reason: error.to_string() })?;
		let proof =
			document.verify().map_err(|reason| Error::Invalid { path: path.clone(), reason })?;
		Ok(Self { path, document, proof })
	}
}

/// The answer of a node.
#[derive(Deserialize)]
struct Answer {
	document: ProofDocument,
}

/// What was proved.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Proved {
	/// Where it was written.
	out: PathBuf,
	document: ProofDocument,
}

impl Report for Proved {
	fn text(&self) -> String {
		format!(
			"{}is proved by {}. Check it with: hanse-records verify {}\n",
			record_text(&self.document),
			self.out.display(),
			self.out.display()
		)
	}
}

/// Has a node prove a record, and writes that down.
///
/// # Errors
///
/// What the node says, and what can go wrong on the way.
pub async fn prove(node: &Node, prove: &Prove) -> Result<Proved, Error> {
	let (provider, sequence) = (prove.which.provider.to_string(), prove.which.sequence);
	let Answer { document } =
		node.ask("credit_recordProof", rpc_params![provider, sequence]).await?;
	let out = prove.out.clone();
	let write = |reason| Error::Write { path: out.clone(), reason };
	// What a node says is checked before somebody relies on it.
	document.verify().map_err(|reason| Error::Invalid { path: out.clone(), reason })?;
	let text = serde_json::to_string_pretty(&document).map_err(|error| write(error.into()))? + "\n";
	fs::write(&out, text).map_err(write)?;
	Ok(Proved { out, document })
}

/// What was checked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Verified {
	/// The record that leads to the root.
	document: ProofDocument,
	/// The number of the final block in whose state the root stands, if a node was asked.
	block: Option<u64>,
}

impl Report for Verified {
	fn text(&self) -> String {
		let ProofDocument { root, batch, chain, .. } = &self.document;
		let mut out = record_text(&self.document);
		// Writing to a string does not fail.
		let _ = writeln!(out, "leads to the root {root:?}");
		let _ = match self.block {
			Some(block) => writeln!(
				out,
				"which is that of batch {batch} in the state of the final block {block}: it was recorded."
			),
			None => writeln!(
				out,
				"of batch {batch} on the chain that began with {chain:?}. Whether the chain has that root \
				 was not asked: --node URL does."
			),
		};
		out
	}
}

/// Checks a document: by itself, and against the chain if a node was named.
///
/// # Errors
///
/// [`Error::NoProof`], [`Error::Invalid`], [`Error::OtherChain`], [`Error::NotOnChain`], and what can go
/// wrong on the way.
pub async fn verify(common: &Common, path: &Path) -> Result<Verified, Error> {
	let document = Document::read(path)?;
	if common.node.is_none() {
		return Ok(Verified { document: document.document, block: None });
	}
	let node = Node::open(common).await?;
	node.is_chain_of(&document)?;
	let at = node.finalised().await?;
	let ProofDocument { provider, batch, sequence, root, leaves, .. } = &document.document;
	let key: &[u8; 32] = provider.as_ref();
	let found: Option<Batch> = view(&at, PALLET, "batch", (*key, *batch)).await?;
	let wrong = match found {
		None => Some(format!("there is no batch {batch} of {provider}")),
		Some(found) if found.root != *root => {
			Some(format!("batch {batch} of {provider} has the root {:?}", found.root))
		},
		Some(found) if found.leaves != *leaves => {
			Some(format!("batch {batch} of {provider} has {} leaves", found.leaves))
		},
		Some(found) if !(found.first..found.end()).contains(sequence) => {
			Some(format!("batch {batch} of {provider} does not hold record {sequence}"))
		},
		Some(_) => None,
	};
	let block = at.block_number();
	match wrong {
		Some(reason) => Err(Error::NotOnChain { path: document.path, reason, block }),
		None => Ok(Verified { document: document.document, block: Some(block) }),
	}
}

/// Whether two records are what the chain calls a contradiction, before anybody pays for the question.
///
/// # Errors
///
/// [`Error::NoContradiction`].
pub fn contradict(first: &Document, second: &Document) -> Result<(), Error> {
	let (a, b) = (&first.document, &second.document);
	let reasons = [
		(a.provider != b.provider, "different providers submitted them"),
		(a.sequence == b.sequence, "they are the same record"),
		(a.record.source != b.record.source, "they are of different sources"),
		(a.record.subject != b.record.subject, "they are about different subjects"),
		(a.record.indicator != b.record.indicator, "they are about different indicators"),
		(
			a.record.reference != b.record.reference,
			"they are about different orders or other business objects",
		),
		(first.proof.applied.record.reference == Reference::NONE, "they name no business object"),
	];
	match reasons.into_iter().find(|(is, _)| *is) {
		Some((_, reason)) => Err(Error::NoContradiction(reason)),
		None => Ok(()),
	}
}
