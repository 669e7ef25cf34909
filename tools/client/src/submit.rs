//! One transaction at a time, also on a chain that does not finalise.

use crate::{Connection, Error, lost};
use std::time::Duration;
use subxt::{
	ArcMetadata, SubstrateConfig,
	client::OnlineClientAtBlockImpl,
	config::DefaultExtrinsicParamsBuilder,
	error::{BackendError, DispatchError, ExtrinsicError, RpcError},
	extrinsics::ExtrinsicEvents,
	transactions::{Payload, TransactionInBlock, TransactionProgress, TransactionStatus},
	utils::{AccountId32, H256},
};
use subxt_signer::sr25519::Keypair;

/// For how many blocks a transaction is good.
const MORTALITY: u64 = 128;

/// How far behind the best block a transaction is anchored while finality is further behind. Authors
/// take turns, so a block with this many above it stays.
const ANCHOR: u64 = 16;

/// How old the last final block may be to be the anchor.
const FRESH: u64 = MORTALITY / 2;

/// A block, as transactions know theirs.
type InBlock = TransactionInBlock<SubstrateConfig, OnlineClientAtBlockImpl<SubstrateConfig>>;

/// A transaction that is in a block and has succeeded there. The block need not be final.
pub struct Submitted {
	progress: TransactionProgress<SubstrateConfig, OnlineClientAtBlockImpl<SubstrateConfig>>,
	/// The hash of the block.
	pub block: H256,
	/// Its height.
	pub number: u64,
	/// What happened.
	pub events: ExtrinsicEvents<SubstrateConfig>,
	/// What describes the events.
	pub metadata: ArcMetadata,
}

impl Submitted {
	/// Waits until the transaction is in a final block, and tells whether it came to that in time.
	///
	/// # Errors
	///
	/// [`Error::Lost`] if the connection breaks, or if the node gives the transaction up.
	pub async fn finalised(mut self, within: Duration) -> Result<bool, Error> {
		let wait = async {
			while let Some(status) = self.progress.next().await {
				match status.map_err(lost)? {
					TransactionStatus::InFinalizedBlock(_) => return Ok(true),
					TransactionStatus::Error { message }
					| TransactionStatus::Invalid { message }
					| TransactionStatus::Dropped { message } => return Err(Error::Lost(message)),
					_ => {},
				}
			}
			Ok(false)
		};
		// Without finality there is nothing to wait for, and nothing wrong either.
		tokio::time::timeout(within, wait).await.unwrap_or(Ok(false))
	}
}

/// Signs and submits a call, and waits for `patience` at most until it is in the best chain and has
/// succeeded there. Unlike [`crate::submit_all`] it works while nothing is finalised.
///
/// # Errors
///
/// [`Error::Refused`] if the node refuses the call, [`Error::Failed`] if it fails in its block;
/// [`Error::NotIncluded`] if it is in no block in time; [`Error::OtherVersion`] if the chain has no such
/// call; [`Error::Lost`] if the connection breaks.
pub async fn submit(
	connection: &Connection,
	keys: &Keypair,
	call: &impl Payload,
	patience: Duration,
) -> Result<Submitted, Error> {
	let what = format!("{}.{}", call.pallet_name(), call.call_name());
	let gone = || Error::Lost("the node does not know its own blocks".to_owned());
	let rpc = |error: subxt::rpcs::Error| Error::Lost(error.to_string());

	let best = connection.rpc.chain_get_block_hash(None).await.map_err(rpc)?.ok_or_else(gone)?;
	let at = connection.client.at_block(best).await.map_err(lost)?;
	let finalised = connection.client.at_current_block().await.map_err(lost)?;
	let anchor = anchor(at.block_number(), finalised.block_number());
	let anchor_hash = connection
		.rpc
		.chain_get_block_hash(Some(anchor.into()))
		.await
		.map_err(rpc)?
		.ok_or_else(gone)?;

	let account = AccountId32::from(keys.public_key());
	let nonce = connection.rpc.system_account_next_index(&account).await.map_err(rpc)?;
	let parameters = DefaultExtrinsicParamsBuilder::<SubstrateConfig>::new()
		.nonce(nonce)
		.mortal_from_unchecked(MORTALITY, anchor, anchor_hash)
		.build();
	let transactions = at.transactions();
	let signed = transactions
		.create_signable_offline(call, parameters)
		.and_then(|mut signable| signable.sign(keys))
		.map_err(|error| Error::OtherVersion { what: what.clone(), reason: error.to_string() })?;
	let mut progress = signed.submit_and_watch().await.map_err(|error| not_taken(&what, error))?;

	let inclusion = included(&what, &mut progress);
	let block = tokio::time::timeout(patience, inclusion)
		.await
		.map_err(|_| Error::NotIncluded { what: what.clone(), seconds: patience.as_secs() })??;
	let at = connection.client.at_block(block.block_hash()).await.map_err(lost)?;
	let events = block.fetch_events().await.map_err(lost)?;
	for event in events.iter() {
		let event = event.map_err(lost)?;
		if (event.pallet_name(), event.event_name()) == ("System", "ExtrinsicFailed") {
			return Err(failed(what, event.field_bytes(), at.metadata()));
		}
	}
	Ok(Submitted {
		progress,
		block: block.block_hash(),
		number: at.block_number(),
		events,
		metadata: at.metadata(),
	})
}

/// What it means that a transaction could not be handed to the node.
fn not_taken(what: &str, error: ExtrinsicError) -> Error {
	let refused = |reason| Error::Refused { what: what.to_owned(), reason };
	match error {
		ExtrinsicError::ErrorSubmittingTransaction(BackendError::Rpc(RpcError::ClientError(
			subxt::rpcs::Error::User(error),
		))) => {
			let detail = error.data.as_ref().map_or("", |data| data.get()).trim_matches('"');
			refused(match detail {
				"" => error.to_string(),
				detail => format!("{error}: {detail}"),
			})
		},
		ExtrinsicError::ErrorSubmittingTransaction(error)
		| ExtrinsicError::TransactionStatusStreamError(error) => Error::Lost(error.to_string()),
		other => refused(other.to_string()),
	}
}

/// Waits for the block of a transaction.
async fn included(
	what: &str,
	progress: &mut TransactionProgress<SubstrateConfig, OnlineClientAtBlockImpl<SubstrateConfig>>,
) -> Result<InBlock, Error> {
	while let Some(status) = progress.next().await {
		match status.map_err(lost)? {
			TransactionStatus::InBestBlock(block) | TransactionStatus::InFinalizedBlock(block) => {
				return Ok(block);
			},
			TransactionStatus::Error { message }
			| TransactionStatus::Invalid { message }
			| TransactionStatus::Dropped { message } => {
				return Err(Error::Refused { what: what.to_owned(), reason: message });
			},
			_ => {},
		}
	}
	Err(Error::Lost("the node ended the subscription".to_owned()))
}

/// The block that a transaction's life is counted from: the last final one, or while finality lags,
/// one that is deep enough to stay.
fn anchor(best: u64, finalised: u64) -> u64 {
	if best.saturating_sub(finalised) <= FRESH { finalised } else { best.saturating_sub(ANCHOR) }
}

/// The error of a call that failed.
fn failed(what: String, bytes: &[u8], metadata: ArcMetadata) -> Error {
	let (error, fields) = match DispatchError::decode_from(bytes, metadata.clone()) {
		Ok(DispatchError::Module(error)) => {
			let [_, _, fields @ ..] = error.bytes();
			let name = error
				.details()
				.map(|details| format!("{}.{}", details.pallet.name(), details.variant.name));
			(name.unwrap_or_default(), fields)
		},
		_ => (String::new(), [0; 3]),
	};
	Error::Failed { what, error, fields, reason: explained(bytes, metadata) }
}

/// An error of the chain's that events and results carry: by its name, and with what its pallet says
/// of it.
pub fn explained(bytes: &[u8], metadata: ArcMetadata) -> String {
	match DispatchError::decode_from(bytes, metadata) {
		Ok(DispatchError::Module(error)) => match error.details() {
			Ok(details) => {
				let name = format!("{}.{}", details.pallet.name(), details.variant.name);
				let docs = details.variant.docs.join(" ");
				if docs.trim().is_empty() { name } else { format!("{name}: {}", docs.trim()) }
			},
			Err(error) => error.to_string(),
		},
		Ok(DispatchError::BadOrigin) => "BadOrigin: whoever asked may not do this".to_owned(),
		Ok(error) => error.to_string(),
		Err(error) => error.to_string(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn transactions_live_on_while_finality_lags() {
		assert_eq!(anchor(100, 98), 98);
		assert_eq!(anchor(100, 36), 36);
		assert_eq!(anchor(100, 35), 84);
		assert_eq!(anchor(10_000, 35), 9_984);
		assert_eq!(anchor(3, 0), 0);
		// What is signed must still be good when it arrives.
		for lag in 0..200 {
			assert!(1_000 - anchor(1_000, 1_000 - lag) <= MORTALITY / 2);
		}
	}
}
