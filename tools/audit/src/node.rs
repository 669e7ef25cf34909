//! The node that is asked: blocks as they are, and the state at their end.

mod blocks;
mod start;

pub use blocks::{Reader, Reading};
pub use start::{begin, retention, start};

use crate::error::Error;
use codec::{Decode, Encode};
use hanse_audit::{Account, Entries, Key, State, source_of, subject_of};
use hanse_client::{At, Connection, Error as ClientError, lost, view};
use hanse_credit_model::{Moment, Parameters, ScoreReport};
use sp_core::H256;
use sp_crypto_hashing::twox_128;
use std::collections::BTreeMap;
use subxt::{
	dynamic::{self, Value},
	utils::AccountId32,
};

/// The pallets whose state is looked at.
pub const RECORDS: &str = "CreditRecords";
/// See [`RECORDS`].
pub const SCORE: &str = "CreditScore";
/// See [`RECORDS`].
pub const NETWORK: &str = "TradeNetwork";

/// An archive node.
pub struct Node {
	connection: Connection,
}

/// A block as the node gives it.
pub struct Raw {
	/// Its number.
	pub number: u32,
	/// Its hash.
	pub hash: H256,
	/// Its events, as the state has them.
	events: Vec<u8>,
}

impl Node {
	/// Connects to the node at `url`.
	///
	/// # Errors
	///
	/// [`Error::Unreachable`].
	pub async fn open(url: &str) -> Result<Self, Error> {
		Ok(Self { connection: Connection::open(url).await? })
	}

	/// The hash of the chain's first block.
	pub fn genesis(&self) -> H256 {
		H256(self.connection.client.genesis_hash().0)
	}

	/// The number of the last final block.
	///
	/// # Errors
	///
	/// If the node does not answer.
	pub async fn last(&self) -> Result<u32, Error> {
		let at = self.connection.client.at_current_block().await.map_err(lost)?;
		Ok(u32::try_from(at.block_number()).unwrap_or(u32::MAX))
	}

	/// The state at the end of a block.
	///
	/// # Errors
	///
	/// [`Error::NoState`] if the node does not have it any more.
	pub async fn at(&self, block: u32) -> Result<At, Error> {
		let at = self.connection.client.at_block(block).await;
		let at = at.map_err(|error| Error::of_state(block, error.to_string()))?;
		for pallet in [RECORDS, SCORE, NETWORK] {
			if at.metadata_ref().pallet_by_name(pallet).is_none() {
				return Err(Error::NotHanse { pallet });
			}
		}
		Ok(at)
	}

	/// The hash of a block.
	///
	/// # Errors
	///
	/// [`Error::NoBlock`].
	pub async fn hash(&self, block: u32) -> Result<H256, Error> {
		let hash = self.connection.rpc.chain_get_block_hash(Some(block.into())).await;
		let hash = hash.map_err(|error| ClientError::Lost(error.to_string()))?;
		Ok(H256(hash.ok_or(Error::NoBlock(block))?.0))
	}

	/// A block with its events.
	///
	/// # Errors
	///
	/// [`Error::NoBlock`], [`Error::NoState`].
	pub async fn raw(&self, number: u32) -> Result<Raw, Error> {
		let hash = self.hash(number).await?;
		let events = self.plain(number, hash, "System", "Events").await?;
		Ok(Raw { number, hash, events: events.unwrap_or_default() })
	}

	/// The transactions of a block, as they were submitted.
	async fn transactions(&self, raw: &Raw) -> Result<Vec<Vec<u8>>, Error> {
		let block = self.connection.rpc.chain_get_block(Some(raw.hash.0.into())).await;
		let block = block.map_err(|error| ClientError::Lost(error.to_string()))?;
		let block = block.ok_or(Error::NoBlock(raw.number))?.block;
		Ok(block.extrinsics.into_iter().map(|bytes| bytes.0).collect())
	}

	/// The clock of the chain at the end of a block, in seconds since the UNIX epoch.
	///
	/// # Errors
	///
	/// [`Error::NoBlock`], [`Error::NoState`].
	pub async fn time(&self, block: u32) -> Result<Moment, Error> {
		let hash = self.hash(block).await?;
		let now = self.plain(block, hash, "Timestamp", "Now").await?.unwrap_or_default();
		let milliseconds = u64::decode(&mut &now[..]).unwrap_or_default();
		Ok(milliseconds.checked_div(1_000).unwrap_or_default())
	}

	/// A value of the state at the end of a block, as it stands there.
	async fn plain(
		&self,
		block: u32,
		hash: H256,
		pallet: &str,
		entry: &str,
	) -> Result<Option<Vec<u8>>, Error> {
		let key = [twox_128(pallet.as_bytes()), twox_128(entry.as_bytes())].concat();
		let value = self.connection.rpc.state_get_storage(&key, Some(hash.0.into())).await;
		value.map_err(|error| Error::of_state(block, error.to_string()))
	}
}

/// The score that the chain tells of an account.
///
/// # Errors
///
/// If the node does not answer, or the chain tells it in another way.
pub async fn score(at: &At, account: &Account) -> Result<Option<ScoreReport>, Error> {
	Ok(view(at, SCORE, "score", (*account,)).await?)
}

/// The score that follows from what the chain has in its state.
///
/// # Errors
///
/// If the node does not answer, or the state is of another kind.
pub async fn score_of_state(at: &At, subject: &Account) -> Result<Option<ScoreReport>, Error> {
	let Some(state) = entry(at, SCORE, "Subjects", subject).await? else { return Ok(None) };
	let parameters = parameters(at).await?;
	let clock: Moment = view(at, RECORDS, "clock", ()).await?;
	Ok(Some(subject_of(&state, &parameters)?.report(clock, &parameters)))
}

/// Something as the chain has it; `None` if there is no such thing.
///
/// # Errors
///
/// If the node does not answer, or the state is of another kind.
pub async fn encoded(at: &At, key: &Key) -> Result<Option<Vec<u8>>, Error> {
	Ok(match key {
		Key::Parameters => Some(parameters(at).await?.encode()),
		Key::Subject(account) => match entry(at, SCORE, "Subjects", account).await? {
			Some(state) => Some(subject_of(&state, &parameters(at).await?)?.encode()),
			None => None,
		},
		Key::Source(account) => match entry(at, RECORDS, "Sources", account).await? {
			Some(state) => Some(source_of(&state)?.encode()),
			None => None,
		},
	})
}

/// All subjects and sources as the chain has them.
///
/// # Errors
///
/// If the node does not answer, or the state is of another kind.
pub async fn all(at: &At) -> Result<BTreeMap<Key, Vec<u8>>, Error> {
	let mut state = State { parameters: parameters(at).await?, ..State::default() };
	for (pallet, name) in State::COMPARED {
		state.maps.insert((pallet, name), entries(at, pallet, name).await?);
	}
	Ok(state.compared()?)
}

/// The parameters in force.
async fn parameters(at: &At) -> Result<Parameters, Error> {
	Ok(view(at, SCORE, "parameters", ()).await?)
}

/// The entry of a map for an account, as it stands in the state.
async fn entry(
	at: &At,
	pallet: &str,
	name: &str,
	account: &Account,
) -> Result<Option<Vec<u8>>, Error> {
	let address = dynamic::storage::<(AccountId32,), Value>(pallet, name);
	let value = at.storage().try_fetch(address, (AccountId32(*account),)).await;
	let value = value.map_err(|error| of_state(at, &error.to_string()))?;
	Ok(value.map(|value| value.into_bytes()))
}

/// All entries of a map with their keys, as they stand in the state.
async fn entries(at: &At, pallet: &str, name: &str) -> Result<Entries, Error> {
	let address = dynamic::storage::<Vec<Value>, Value>(pallet, name);
	let stream = at.storage().iter(address, Vec::<Value>::new()).await;
	let mut stream = stream.map_err(|error| of_state(at, &error.to_string()))?;
	let mut entries = Vec::new();
	while let Some(entry) = stream.next().await {
		let entry = entry.map_err(|error| of_state(at, &error.to_string()))?;
		entries.push((entry.key_bytes().to_vec(), entry.value().bytes().to_vec()));
	}
	Ok(entries)
}

/// What it means that a node does not answer about a state.
fn of_state(at: &At, reason: &str) -> Error {
	Error::of_state(u32::try_from(at.block_number()).unwrap_or(u32::MAX), reason.to_owned())
}
