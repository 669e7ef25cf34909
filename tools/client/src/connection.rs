use crate::Error;
use std::{fs, path::Path, sync::Arc};
use subxt::{
	OnlineClient, SubstrateConfig,
	backend::LegacyBackend,
	config::RpcConfigFor,
	rpcs::{RpcClient, methods::LegacyRpcMethods},
};
use subxt_signer::{SecretUri, sr25519::Keypair};

/// How many entries of a map are asked for at a time.
const PAGE: u32 = 512;

/// A connection to a node.
#[derive(Clone)]
pub struct Connection {
	/// Blocks, states and transactions, by the chain's metadata.
	pub client: OnlineClient<SubstrateConfig>,
	/// What the node answers beyond these.
	pub rpc: LegacyRpcMethods<RpcConfigFor<SubstrateConfig>>,
	/// Any question to the node, by the name of its method.
	pub raw: RpcClient,
}

impl Connection {
	/// Connects to the node at `url`.
	///
	/// # Errors
	///
	/// [`Error::Unreachable`] if nobody answers there, or not as a node does.
	pub async fn open(url: &str) -> Result<Self, Error> {
		let unreachable = |reason: String| Error::Unreachable { url: url.to_owned(), reason };
		// What goes over the wire is signed and public, so the connection need not be secret.
		let rpc = RpcClient::from_insecure_url(url)
			.await
			.map_err(|error| unreachable(error.to_string()))?;
		let backend = LegacyBackend::builder().storage_page_size(PAGE).build(rpc.clone());
		let client = OnlineClient::from_backend(Arc::new(backend))
			.await
			.map_err(|error| unreachable(error.to_string()))?;
		Ok(Self { client, rpc: LegacyRpcMethods::new(rpc.clone()), raw: rpc })
	}
}

/// The keys that follow from a secret phrase, a seed in hexadecimal, or the path of a development
/// account.
///
/// # Errors
///
/// [`Error::Signer`] if it is none of these.
pub fn keys(secret: &str) -> Result<Keypair, Error> {
	secret
		.parse::<SecretUri>()
		.map_err(|error| Error::Signer(error.to_string()))
		.and_then(|uri| Keypair::from_uri(&uri).map_err(|error| Error::Signer(error.to_string())))
}

/// The keys that follow from the secret in a file that nobody but its owner can read.
///
/// # Errors
///
/// [`Error::OpenKey`] if others can read it, [`Error::KeyFile`] if its owner cannot, and as [`keys`].
pub fn keys_of_file(path: &Path) -> Result<Keypair, Error> {
	let file = |reason| Error::KeyFile { path: path.to_owned(), reason };
	#[cfg(unix)]
	{
		use std::os::unix::fs::PermissionsExt;
		let mode = fs::metadata(path).map_err(file)?.permissions().mode();
		if mode & 0o077 != 0 {
			return Err(Error::OpenKey(path.to_owned()));
		}
	}
	let secret = fs::read_to_string(path).map_err(file)?;
	keys(secret.trim())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn secrets_are_phrases_seeds_or_paths() {
		assert!(keys("//Alice").is_ok());
		assert!(keys(&format!("0x{}", "11".repeat(32))).is_ok());
		assert!(matches!(keys("no secret at all"), Err(Error::Signer(_))));
	}
}
