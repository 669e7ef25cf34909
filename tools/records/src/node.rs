//! The node that is asked, and who signs.

use crate::{calls::PALLET, cli::Common, document::Document, error::Error};
use hanse_client::{At, Connection, Error as ClientError, lost};
use serde::de::DeserializeOwned;
use sp_core::{H256, crypto::AccountId32};
use std::{env, path::Path, time::Duration};
use subxt::rpcs::{Error as RpcError, client::RpcParams};
use subxt_signer::sr25519::Keypair;

/// A node of a chain that keeps batches of credit records.
pub struct Node {
	/// The connection.
	pub connection: Connection,
}

impl Node {
	/// Connects to the node of the command line.
	///
	/// # Errors
	///
	/// [`Error::Unreachable`], [`Error::NotHanse`].
	pub async fn open(common: &Common) -> Result<Self, Error> {
		let node = Self { connection: Connection::open(common.node()).await? };
		let at = node.finalised().await?;
		let pallet = at.metadata_ref().pallet_by_name(PALLET);
		match pallet.and_then(|pallet| pallet.view_function_by_name("batch_of")) {
			Some(_) => Ok(node),
			None => Err(Error::NotHanse),
		}
	}

	/// The last final block.
	///
	/// # Errors
	///
	/// [`ClientError::Lost`].
	pub async fn finalised(&self) -> Result<At, Error> {
		Ok(self.connection.client.at_current_block().await.map_err(lost)?)
	}

	/// The best block.
	///
	/// # Errors
	///
	/// [`ClientError::Lost`].
	pub async fn best(&self) -> Result<At, Error> {
		let hash = self
			.connection
			.rpc
			.chain_get_block_hash(None)
			.await
			.map_err(|error| ClientError::Lost(error.to_string()))?
			.ok_or_else(|| ClientError::Lost("the node has no block".to_owned()))?;
		Ok(self.connection.client.at_block(hash).await.map_err(lost)?)
	}

	/// The hash of the chain's first block.
	pub fn genesis(&self) -> H256 {
		H256(self.connection.client.genesis_hash().0)
	}

	/// Whether a document is about this chain.
	///
	/// # Errors
	///
	/// [`Error::OtherChain`].
	pub fn is_chain_of(&self, document: &Document) -> Result<(), Error> {
		let (theirs, ours) = (document.document.chain, self.genesis());
		if theirs == ours {
			return Ok(());
		}
		Err(Error::OtherChain {
			path: document.path.clone(),
			theirs: format!("{theirs:?}"),
			ours: format!("{ours:?}"),
		})
	}

	/// Asks the node something by the name of a method.
	///
	/// # Errors
	///
	/// [`Error::Unanswered`] if it has no answer, [`ClientError::Lost`] if it does not answer.
	pub async fn ask<T: DeserializeOwned>(
		&self,
		method: &'static str,
		parameters: RpcParams,
	) -> Result<T, Error> {
		self.connection.raw.request(method, parameters).await.map_err(|error| match error {
			RpcError::User(error) => Error::Unanswered { code: error.code, reason: error.message },
			RpcError::Deserialization(error) => {
				let what = format!("the answer to {method}");
				ClientError::OtherVersion { what, reason: error.to_string() }.into()
			},
			other => ClientError::Lost(other.to_string()).into(),
		})
	}
}

/// Who signs.
pub struct Signer {
	/// The keys.
	pub keys: Keypair,
	/// How long to wait for finality.
	pub final_within: Duration,
}

impl Signer {
	/// By the command line and the environment.
	///
	/// # Errors
	///
	/// [`Error::NoKey`], [`Error::BadKey`], [`Error::File`], [`ClientError::OpenKey`].
	pub fn new(common: &Common) -> Result<Self, Error> {
		let environment = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
		let keys = match (&common.key_file, &common.key_uri) {
			(Some(path), _) => hanse_client::keys_of_file(path)?,
			(None, Some(secret)) => hanse_client::keys(secret)?,
			(None, None) => match environment("HANSE_KEY_FILE") {
				Some(path) => hanse_client::keys_of_file(Path::new(&path))?,
				None => hanse_client::keys(&environment("HANSE_KEY_URI").ok_or(Error::NoKey)?)?,
			},
		};
		Ok(Self { keys, final_within: Duration::from_secs(common.final_within) })
	}

	/// The account.
	pub fn account(&self) -> AccountId32 {
		self.keys.public_key().0.into()
	}
}
