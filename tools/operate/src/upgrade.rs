//! Upgrades of the runtime: a vote on a hash, then the code.

use crate::{
	calls,
	chain::Chain,
	cli::Code,
	error::Error,
	hash::Hash,
	motions::propose_call,
	share::Share,
	signing::{Outcome, Signer},
	wasm,
};
use hanse_client::{Report, lost};
use serde::Serialize;
use std::fs;
use subxt::{dynamic::Value, ext::scale_decode::DecodeAsType};

/// The code of an upgrade and what it says of itself.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Inspected {
	/// Which chain it is for.
	pub spec_name: String,
	/// Which version it is.
	pub spec_version: u32,
	/// How long it is.
	pub bytes: usize,
	/// What the members vote on.
	pub code_hash: Hash,
}

impl Report for Inspected {
	fn text(&self) -> String {
		let Self { spec_name, spec_version, bytes, code_hash } = self;
		format!("{spec_name}, version {spec_version}, {bytes} bytes\n{code_hash}\n")
	}
}

/// The upgrade that the members allowed.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Authorized {
	code_hash: [u8; 32],
}

/// Reads the code.
///
/// # Errors
///
/// [`Error::File`], [`Error::Code`].
pub fn inspect(code: &Code) -> Result<(Vec<u8>, Inspected), Error> {
	let path = code.code.clone();
	let bytes = fs::read(&path).map_err(|reason| Error::File { path: path.clone(), reason })?;
	let version = wasm::version(&bytes).map_err(|reason| Error::Code { path, reason })?;
	let inspected = Inspected {
		spec_name: version.spec_name,
		spec_version: version.spec_version,
		bytes: bytes.len(),
		code_hash: Hash::of(&bytes),
	};
	Ok((bytes, inspected))
}

/// Refuses code that the chain would refuse in the end.
async fn ensure_next(chain: &Chain, code: &Inspected) -> Result<(), Error> {
	let version = chain
		.best
		.constants()
		.entry(subxt::dynamic::constant::<Version>("System", "Version"))
		.map_err(lost)?;
	let (now, new) = (version.spec_version, code.spec_version);
	if version.spec_name != code.spec_name {
		return Err(Error::NoUpgrade(format!(
			"this is a runtime of {}, and the chain runs {}",
			code.spec_name, version.spec_name
		)));
	}
	if new <= now {
		return Err(Error::NoUpgrade(format!(
			"the chain runs version {now} already, and takes none but higher ones; this is version {new}"
		)));
	}
	Ok(())
}

/// The version that the chain runs.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Version {
	spec_name: String,
	spec_version: u32,
}

/// Proposes to allow the code.
///
/// # Errors
///
/// [`Error::NoUpgrade`], what the chain refuses, and what can go wrong on the way.
pub async fn propose(chain: &mut Chain, signer: &Signer, code: &Code) -> Result<Outcome, Error> {
	let (_, inspected) = inspect(code)?;
	ensure_next(chain, &inspected).await?;
	let call = calls::authorize_upgrade(&inspected.code_hash);
	let motion = calls::batch_all(calls::as_root(chain.metadata(), call)?);
	let outcome = propose_call(chain, signer, motion, Share::TwoThirds).await?;
	let Outcome::Done(mut done) = outcome else { return Ok(outcome) };
	done.notes.push(format!(
		"code hash {}, version {}: the others compare it with what they built",
		inspected.code_hash, inspected.spec_version
	));
	Ok(Outcome::Done(done))
}

/// Submits the code that the members allowed.
///
/// # Errors
///
/// [`Error::NoUpgrade`], what the chain refuses, and what can go wrong on the way.
pub async fn apply(chain: &mut Chain, signer: &Signer, code: &Code) -> Result<Outcome, Error> {
	let (bytes, inspected) = inspect(code)?;
	ensure_next(chain, &inspected).await?;
	let authorized: Option<Authorized> =
		chain.entry("System", "AuthorizedUpgrade", Vec::<Value>::new()).await?;
	match authorized.map(|authorized| Hash(authorized.code_hash)) {
		Some(hash) if hash == inspected.code_hash => {},
		Some(hash) => {
			return Err(Error::NoUpgrade(format!(
				"the members allowed the code {hash}, and this is {}",
				inspected.code_hash
			)));
		},
		None => {
			return Err(Error::NoUpgrade(
				"the members have allowed no upgrade yet, or it is done: `hanse-operate motions` shows \
				 whether one is open"
					.to_owned(),
			));
		},
	}
	let call = hanse_client::call("System", "apply_authorized_upgrade", &bytes);
	let included = signer.submit_large(chain, &call).await?;
	let mut done = signer.finish(included).await?;
	done.notes.push(format!(
		"version {} runs from the next block on; nodes need not be restarted",
		inspected.spec_version
	));
	Ok(Outcome::Done(done))
}
