//! New session keys.

use crate::{
	calls,
	chain::Chain,
	error::Error,
	session::duration,
	signing::{Outcome, Signer},
};
use serde::Deserialize;
use subxt::{dynamic::Value, rpcs::rpc_params};

/// What the node answers.
#[derive(Deserialize)]
struct Generated {
	keys: String,
	#[serde(default)]
	proof: Option<String>,
}

/// Has the node make session keys, and registers them.
///
/// # Errors
///
/// [`Error::NoNewKeys`], [`Error::NoProof`], what the chain refuses, and what can go wrong on the way.
pub async fn rotate(chain: &mut Chain, signer: &Signer) -> Result<Outcome, Error> {
	// The proof binds the keys to the account that registers them.
	let member = signer.member().ok_or(Error::NoKey)?;
	let key = vec![Value::from_bytes(member.0)];
	let before: Option<Value> = chain.entry("Session", "NextKeys", key).await?;
	let owner = format!("0x{}", hex::encode(member.0));
	let generated: Generated = chain
		.request("author_rotateKeysWithOwner", rpc_params![owner])
		.await
		.map_err(|error| match error {
			Error::Rpc { reason, .. } => Error::NoNewKeys(reason),
			other => other,
		})?;
	let keys = bytes(&generated.keys)?;
	let proof = bytes(&generated.proof.ok_or(Error::NoProof)?)?;
	let call = calls::set_keys(chain.metadata(), &keys, &proof)?;
	let outcome = signer.run(chain, call).await?;

	let sessions = chain.sessions().await?;
	let (session, block) = sessions.takes_effect();
	let seconds = f64::from(block.saturating_sub(sessions.at)) * chain.seconds_per_block().await?;
	let Outcome::Done(mut done) = outcome else { return Ok(outcome) };
	done.notes.push(format!("public keys {}", generated.keys));
	done.notes.push(format!(
		"they take effect with session {session}, which begins with block {block}, in about {}",
		duration(seconds as u64)
	));
	if before.is_some() {
		done.notes.push(
			"until then the old ones sign: let their node run, and delete no key before".to_owned(),
		);
	}
	Ok(Outcome::Done(done))
}

fn bytes(text: &str) -> Result<Vec<u8>, Error> {
	let digits = text.strip_prefix("0x").unwrap_or(text);
	hex::decode(digits).map_err(|error| Error::NoNewKeys(error.to_string()))
}
