//! Who signs, and what comes of what was signed.

use crate::{
	calls::{self, Call},
	chain::Chain,
	cli::Common,
	error::Error,
	hash::Hash,
	words::{Words, uncapitalised},
};
use codec::{Compact, Decode};
use hanse_client::{Report, explained, lost};
use serde::Serialize;
use std::{path::Path, time::Duration};
use subxt::{
	ext::scale_value::{Composite, ValueDef},
	transactions::Payload,
	utils::AccountId32,
};
use subxt_signer::sr25519::Keypair;

/// How long a transaction may take into a block. While finality lags, there is a block a minute.
const INCLUDED_WITHIN: Duration = Duration::from_secs(180);

/// Events of these pallets say nothing that anybody wants to know.
const SILENT: [&str; 4] = ["System", "TransactionPayment", "Balances", "Proxy"];

/// Who signs and for whom.
pub struct Signer {
	/// Nothing is signed without.
	keys: Option<Keypair>,
	on_behalf_of: Option<AccountId32>,
	final_within: Duration,
}

/// What came of a call.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
	/// Nothing was submitted: this is the call.
	Call(CallData),
	/// It is in a block.
	Done(Done),
}

/// A call for somebody else to sign.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CallData {
	/// In words.
	pub words: String,
	/// Encoded, for polkadot.js (Developer, Extrinsics, Decode) and others.
	pub data: String,
	/// The hash of that.
	pub hash: Hash,
}

/// A call that is in a block.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Done {
	/// Which call.
	pub call: String,
	/// The number of the block.
	pub block: u64,
	/// Its hash.
	pub block_hash: String,
	/// Whether it is final.
	pub finalised: bool,
	/// What happened, in words.
	pub events: Vec<String>,
	/// The motion that was proposed or closed: its number.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub motion: Option<u32>,
	/// The hash of the call of that motion.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub motion_hash: Option<Hash>,
	/// What became of it.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub decision: Option<Decision>,
	/// What else there is to know.
	#[serde(skip_serializing_if = "Vec::is_empty")]
	pub notes: Vec<String>,
}

/// What became of a motion.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Decision {
	/// It was carried out.
	Executed,
	/// It was rejected.
	Rejected,
	/// It is open.
	Open,
}

impl Report for Outcome {
	fn text(&self) -> String {
		match self {
			Self::Call(call) => {
				format!("{}\n\n{}\n\nhash {}\n", call.words, call.data, call.hash)
			},
			Self::Done(done) => done.text(),
		}
	}
}

impl Report for Done {
	fn text(&self) -> String {
		let finality = if self.finalised { "final" } else { "NOT FINAL YET" };
		let head = format!("{} is in block {} ({finality})", self.call, self.block);
		let lines = self.events.iter().map(|event| format!("  {event}"));
		let lines = [head].into_iter().chain(lines).chain(self.notes.iter().cloned());
		lines.map(|line| line + "\n").collect()
	}
}

/// A call that was submitted, and what is needed to go on from there.
pub enum Submission {
	/// Nothing was submitted.
	Printed(CallData),
	/// It is in a block.
	Included(Box<Included>),
}

/// A call that is in a block that need not be final.
pub struct Included {
	submitted: hanse_client::Submitted,
	/// What is known of it.
	pub done: Done,
	/// The hash and the number of a motion that was proposed.
	pub proposed: Option<(Hash, u32)>,
	/// What became of the call of a motion.
	pub executed: Option<Result<(), String>>,
	/// Why a call failed that a motion made as root.
	pub root_failed: Option<String>,
	/// Whether a motion was closed without its call.
	pub disapproved: bool,
}

impl Signer {
	/// By the command line and the environment.
	///
	/// # Errors
	///
	/// [`Error::NoKey`], [`Error::BadKey`], [`Error::OpenKey`], [`Error::File`].
	pub fn new(common: &Common) -> Result<Self, Error> {
		let environment = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
		let from_file = |path: &Path| read_key(path);
		let keys = match (&common.key_file, &common.key_uri) {
			_ if common.call_only => None,
			(Some(path), _) => Some(from_file(path)?),
			(None, Some(secret)) => Some(hanse_client::keys(secret)?),
			(None, None) => Some(match environment("HANSE_KEY_FILE") {
				Some(path) => from_file(Path::new(&path))?,
				None => hanse_client::keys(&environment("HANSE_KEY_URI").ok_or(Error::NoKey)?)?,
			}),
		};
		let final_within = Duration::from_secs(common.final_within);
		Ok(Self { keys, on_behalf_of: common.on_behalf_of, final_within })
	}

	/// The member for which is signed, if that is known.
	pub fn member(&self) -> Option<AccountId32> {
		let own = || self.keys.as_ref().map(|keys| AccountId32::from(keys.public_key()));
		self.on_behalf_of.or_else(own)
	}

	/// Signs a call, submits it, and waits until it is in a block.
	///
	/// # Errors
	///
	/// [`hanse_client::Error::Refused`], [`hanse_client::Error::Failed`], [`Error::DelegateRefused`], and
	/// what can go wrong on the way.
	pub async fn submit(&self, chain: &mut Chain, call: Call) -> Result<Submission, Error> {
		let call = match &self.on_behalf_of {
			Some(member) => calls::on_behalf_of(member, call),
			None => call,
		};
		let data = calls::encoded(chain.metadata(), &call)?;
		let Some(keys) = &self.keys else {
			return Ok(Submission::Printed(CallData {
				words: Words::new(chain.metadata(), &chain.names).call(&data),
				data: format!("0x{}", hex::encode(&data)),
				hash: Hash::of(&data),
			}));
		};
		let included = submit(chain, keys, &call).await?;
		chain.refresh().await?;
		Ok(Submission::Included(Box::new(included)))
	}

	/// Signs a call that is too large to be printed or delegated.
	///
	/// # Errors
	///
	/// As [`Self::submit`].
	pub async fn submit_large(
		&self,
		chain: &mut Chain,
		call: &impl Payload,
	) -> Result<Included, Error> {
		let included = submit(chain, self.keys.as_ref().ok_or(Error::NoKey)?, call).await?;
		chain.refresh().await?;
		Ok(included)
	}

	/// Waits until what was submitted is final, as long as it was asked to.
	///
	/// # Errors
	///
	/// [`hanse_client::Error::Lost`].
	pub async fn finish(&self, included: Included) -> Result<Done, Error> {
		let Included { submitted, mut done, .. } = included;
		if !self.final_within.is_zero() {
			done.finalised = submitted.finalised(self.final_within).await?;
		}
		Ok(done)
	}

	/// Submits a call and waits until it is final, as long as it was asked to.
	///
	/// # Errors
	///
	/// As [`Self::submit`].
	pub async fn run(&self, chain: &mut Chain, call: Call) -> Result<Outcome, Error> {
		match self.submit(chain, call).await? {
			Submission::Printed(data) => Ok(Outcome::Call(data)),
			Submission::Included(included) => Ok(Outcome::Done(self.finish(*included).await?)),
		}
	}
}

async fn submit(chain: &Chain, keys: &Keypair, call: &impl Payload) -> Result<Included, Error> {
	let name = format!("{}.{}", uncapitalised(call.pallet_name()), call.call_name());
	let submitted = hanse_client::submit(&chain.connection, keys, call, INCLUDED_WITHIN).await?;
	let mut included = Included {
		done: Done {
			call: name,
			block: submitted.number,
			block_hash: format!("{:?}", submitted.block),
			finalised: false,
			events: Vec::new(),
			motion: None,
			motion_hash: None,
			decision: None,
			notes: Vec::new(),
		},
		proposed: None,
		executed: None,
		root_failed: None,
		disapproved: false,
		submitted,
	};
	let metadata = included.submitted.metadata.clone();
	let words = Words::new(&metadata, &chain.names);
	for event in included.submitted.events.iter() {
		let event = event.map_err(lost)?;
		let fields = event.field_bytes();
		match (event.pallet_name(), event.event_name()) {
			// The outer call succeeds whatever becomes of the inner one.
			("Proxy", "ProxyExecuted") if fields.first() == Some(&1) => {
				let error = fields.get(1..).unwrap_or_default();
				return Err(Error::DelegateRefused(explained(error, metadata.clone())));
			},
			("Council", "Proposed") => {
				let fields = event.decode_fields_unchecked_as::<Composite<()>>();
				included.proposed = fields.ok().as_ref().and_then(proposed);
			},
			("Council", "Executed") => {
				// The hash of the motion, and the result.
				included.executed = Some(match fields.get(32) {
					Some(1) => {
						let error = fields.get(33..).unwrap_or_default();
						Err(explained(error, metadata.clone()))
					},
					_ => Ok(()),
				});
			},
			("Whitelist", "WhitelistedCallDispatched") => {
				included.root_failed = failure(fields)
					.map(|error| explained(error, metadata.clone()))
					.or(included.root_failed.take());
			},
			("Council", "Disapproved") => included.disapproved = true,
			_ => {},
		}
		if !SILENT.contains(&event.pallet_name()) {
			let bytes = [&[event.pallet_index(), event.event_index()], fields].concat();
			included.done.events.push(words.event(&bytes));
		}
	}
	Ok(included)
}

/// The error of a whitelisted call, out of the fields of the event that tells of it: the hash of the
/// call, and in case of failure what it weighed, whether it was paid for, and the error.
fn failure(fields: &[u8]) -> Option<&[u8]> {
	let (failed, mut rest) = fields.get(32..)?.split_first()?;
	if *failed == 0 {
		return None;
	}
	Option::<(Compact<u64>, Compact<u64>)>::decode(&mut rest).ok()?;
	bool::decode(&mut rest).ok()?;
	Some(rest)
}

/// The hash and the number of a motion, out of the event that tells of it.
fn proposed(fields: &Composite<()>) -> Option<(Hash, u32)> {
	let Composite::Named(fields) = fields else { return None };
	let field = |name: &str| fields.iter().find(|(field, _)| field == name).map(|(_, value)| value);
	let index = u32::try_from(field("proposal_index")?.as_u128()?).ok()?;
	let hash = flat(field("proposal_hash")?)?;
	Some((Hash(hash.try_into().ok()?), index))
}

/// The bytes within a type around an array of bytes.
fn flat(value: &subxt::dynamic::Value) -> Option<Vec<u8>> {
	match &value.value {
		ValueDef::Composite(fields) if fields.len() == 1 => flat(fields.values().next()?),
		ValueDef::Composite(fields) => {
			fields.values().map(|byte| u8::try_from(byte.as_u128()?).ok()).collect()
		},
		_ => None,
	}
}

/// The key in a file that nobody else may read.
fn read_key(path: &Path) -> Result<Keypair, Error> {
	Ok(hanse_client::keys_of_file(path)?)
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::{fs, io::Write, os::unix::fs::PermissionsExt};

	fn key_file(secret: &str, mode: u32) -> tempfile::NamedTempFile {
		let mut file = tempfile::NamedTempFile::new().unwrap();
		file.write_all(secret.as_bytes()).unwrap();
		fs::set_permissions(file.path(), fs::Permissions::from_mode(mode)).unwrap();
		file
	}

	#[test]
	fn a_key_comes_from_a_file_that_nobody_else_reads() {
		let public = |keys: Keypair| keys.public_key().0;
		let alice = public(hanse_client::keys("//Alice").unwrap());
		assert_eq!(public(read_key(key_file("//Alice\n", 0o600).path()).unwrap()), alice);
		for mode in [0o640, 0o604, 0o660, 0o644] {
			let refused = read_key(key_file("//Alice", mode).path());
			assert!(matches!(refused, Err(Error::OpenKey(_))), "{mode:o}");
		}
		let nonsense = read_key(key_file("not a key", 0o600).path());
		// What stands in the file stays there.
		let told = nonsense.err().unwrap().to_string();
		assert!(told.contains("no secret phrase") && !told.contains("not a key"), "{told}");
		assert!(matches!(read_key(Path::new("/nowhere")), Err(Error::File { .. })));
	}

	#[test]
	fn a_failure_as_root_is_found_behind_the_weight() {
		use codec::Encode;
		let event = |result: &[u8]| [&[7; 32][..], result].concat();
		assert_eq!(failure(&event(&[0, 0, 0])), None);
		let error = [3, 33, 2, 0, 0, 0];
		let without_weight = event(&[&[1, 0, 0][..], &error].concat());
		assert_eq!(failure(&without_weight), Some(&error[..]));
		let weight = Some((Compact(5_000_000_000u64), Compact(77u64))).encode();
		let with_weight = event(&[&[1][..], &weight, &[1], &error].concat());
		assert_eq!(failure(&with_weight), Some(&error[..]));
		assert_eq!(failure(&[]), None);
	}

	#[test]
	fn what_is_told_of_a_transaction_says_whether_it_is_final() {
		let mut done = Done {
			call: "council.vote".into(),
			block: 7,
			block_hash: "0x".into(),
			finalised: false,
			events: vec!["council.Voted(…)".into()],
			motion: None,
			motion_hash: None,
			decision: None,
			notes: vec!["motion 3 is carried".into()],
		};
		let text =
			"council.vote is in block 7 (NOT FINAL YET)\n  council.Voted(…)\nmotion 3 is carried\n";
		assert_eq!(done.text(), text);
		done.finalised = true;
		assert!(done.text().contains("(final)"));
	}
}
