//! What the chain says at its best block.
//!
//! Everything is read there and not at the last final block: while nothing is finalised, motions,
//! votes and keys exist nowhere else.

use crate::{error::Error, hash::Hash, session::Sessions, share::Standing, words::Names};
use hanse_client::{At, Connection, Error as ClientError, lost, view_as};
use hanse_types::NodeId;
use serde::de::DeserializeOwned;
use subxt::{
	Metadata, dynamic,
	dynamic::Value,
	ext::{
		frame_decode::view_functions::IntoEncodableValues, scale_decode::DecodeAsType,
		scale_value::ValueDef,
	},
	rpcs::client::RpcParams,
	utils::AccountId32,
};

/// How many blocks back the pace is measured.
const PACE: u32 = 10;

/// A member as the chain tells it.
#[derive(DecodeAsType, Clone, Debug)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Member {
	/// In UTF-8.
	pub name: Vec<u8>,
	/// ISO 3166-1.
	pub country: [u8; 2],
	/// LEI.
	pub legal_entity: [u8; 20],
	/// What it may do.
	pub roles: Vec<Value>,
	/// Since when.
	pub admitted_at: u32,
	/// Who vouched for it.
	pub sponsor: Option<AccountId32>,
}

/// What a member is called. All versions of the runtime tell that.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Named {
	name: Vec<u8>,
}

/// An application as the chain tells it.
#[derive(DecodeAsType, Clone, Debug)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Application {
	/// In UTF-8.
	pub name: Vec<u8>,
	/// ISO 3166-1.
	pub country: [u8; 2],
	/// LEI.
	pub legal_entity: [u8; 20],
	/// What it asks for.
	pub roles: Vec<Value>,
	/// The hash of its documents.
	pub documents: [u8; 32],
	/// Who vouches for it.
	pub sponsor: Option<AccountId32>,
	/// When it is too late.
	pub expires_at: u32,
}

/// A suspension as the chain tells it.
#[derive(DecodeAsType, Clone, Debug)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Suspension {
	/// Why.
	pub cause: Value,
	/// The hash of the evidence.
	pub evidence: Option<[u8; 32]>,
	/// Since when.
	pub since: u32,
	/// Until when; without end if there is none.
	pub until: Option<u32>,
}

/// What became of a validator's slots in a session.
#[derive(DecodeAsType, Clone, Copy, Debug)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Attendance {
	/// Slots that it filled.
	pub authored: u32,
	/// Slots that it left empty.
	pub missed: u32,
}

/// The slots of a session.
#[derive(DecodeAsType, Clone, Debug)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Tally {
	/// Whose slots.
	pub authors: Vec<(AccountId32, Attendance)>,
	/// Slots in which nobody at all authored for a round.
	pub outage: u32,
}

/// Why a validator is set aside.
#[derive(DecodeAsType, Clone, Copy, Debug)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Absence {
	/// The session in which it was absent.
	pub session: u32,
	/// Slots that it filled.
	pub authored: u32,
	/// Slots that it left empty.
	pub missed: u32,
}

/// How a motion was voted on.
#[derive(DecodeAsType, Clone, Debug)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Votes {
	/// Its number.
	pub index: u32,
	/// How many votes in favour it takes.
	pub threshold: u32,
	/// Who is in favour.
	pub ayes: Vec<AccountId32>,
	/// Who is against it.
	pub nays: Vec<AccountId32>,
	/// From which block on it can be closed whatever the votes.
	pub end: u32,
}

/// An open motion.
#[derive(Clone, Debug)]
pub struct OpenMotion {
	/// The hash of its call.
	pub hash: Hash,
	/// Its call, encoded.
	pub call: Vec<u8>,
	/// How it was voted on.
	pub votes: Votes,
}

impl OpenMotion {
	/// How it stands at a block.
	pub fn standing(&self, seats: u32, block: u32) -> Standing {
		let Votes { threshold, ayes, nays, end, .. } = &self.votes;
		Standing::of(*threshold, seats, count(ayes), count(nays), block >= *end)
	}
}

/// How many there are; nobody has more than four billion votes.
fn count<T>(all: &[T]) -> u32 {
	u32::try_from(all.len()).unwrap_or(u32::MAX)
}

/// A block in short.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
pub struct Height {
	/// Its number.
	pub number: u32,
	/// Its hash.
	pub hash: Hash,
	/// Its time, in milliseconds since 1970.
	pub time: u64,
}

/// A chain through one node, at one block.
pub struct Chain {
	/// The connection.
	pub connection: Connection,
	/// Where it leads.
	pub url: String,
	/// The best block when it was last looked.
	pub best: At,
	/// What the members are called.
	pub names: Names,
}

impl Chain {
	/// Connects to a node.
	///
	/// # Errors
	///
	/// [`Error::Unreachable`], [`Error::NotHanse`].
	pub async fn open(url: &str) -> Result<Self, Error> {
		let connection = Connection::open(url).await?;
		let best = best(&connection).await?;
		let names = Names::new();
		let mut chain = Self { connection, url: url.to_owned(), best, names };
		for pallet in ["Consortium", "Council", "Session"] {
			if !chain.has(pallet) {
				return Err(Error::NotHanse(pallet));
			}
		}
		let members: Vec<(AccountId32, Named)> = chain.view("Consortium", "members", ()).await?;
		for (account, member) in members {
			chain.names.insert(account.0, text(&member.name));
		}
		Ok(chain)
	}

	/// Looks at the best block of now.
	///
	/// # Errors
	///
	/// [`ClientError::Lost`].
	pub async fn refresh(&mut self) -> Result<(), Error> {
		self.best = best(&self.connection).await?;
		Ok(())
	}

	/// The number of the block.
	pub fn number(&self) -> u32 {
		number(&self.best)
	}

	/// What describes the chain.
	pub fn metadata(&self) -> &Metadata {
		self.best.metadata_ref()
	}

	/// Whether the runtime has a pallet.
	pub fn has(&self, pallet: &str) -> bool {
		self.metadata().pallet_by_name(pallet).is_some()
	}

	/// Whether the runtime has a view function. Those before version 101 lack many.
	pub fn has_view(&self, pallet: &str, name: &str) -> bool {
		self.metadata()
			.pallet_by_name(pallet)
			.is_some_and(|pallet| pallet.view_function_by_name(name).is_some())
	}

	/// Asks the node something of its own.
	///
	/// # Errors
	///
	/// [`Error::Rpc`].
	pub async fn request<T: DeserializeOwned>(
		&self,
		method: &'static str,
		parameters: RpcParams,
	) -> Result<T, Error> {
		self.connection
			.raw
			.request(method, parameters)
			.await
			.map_err(|error| Error::Rpc { method, reason: error.to_string() })
	}

	/// An entry of the state at a block, or what it is by default.
	async fn entry_at<V: DecodeAsType>(
		at: &At,
		pallet: &str,
		entry: &str,
		keys: Vec<Value>,
	) -> Result<Option<V>, Error> {
		let other = |reason: String| {
			Error::Client(ClientError::OtherVersion { what: format!("{pallet}.{entry}"), reason })
		};
		let address = dynamic::storage::<Vec<Value>, V>(pallet, entry);
		let entry = at.storage().entry(address).map_err(|error| other(error.to_string()))?;
		let value = entry.try_fetch(keys).await.map_err(lost)?;
		value.map(|value| value.decode().map_err(|error| other(error.to_string()))).transpose()
	}

	/// An entry of the state, or what it is by default.
	///
	/// # Errors
	///
	/// [`ClientError::OtherVersion`], [`ClientError::Lost`].
	pub async fn entry<V: DecodeAsType>(
		&self,
		pallet: &str,
		entry: &str,
		keys: Vec<Value>,
	) -> Result<Option<V>, Error> {
		Self::entry_at(&self.best, pallet, entry, keys).await
	}

	/// The key of an entry without parts.
	///
	/// # Errors
	///
	/// [`ClientError::OtherVersion`].
	pub fn key(&self, pallet: &str, entry: &str) -> Result<[u8; 32], Error> {
		let address = dynamic::storage::<Vec<Value>, Value>(pallet, entry);
		let entry = self.best.storage().entry(address).map_err(lost)?;
		Ok(entry.key_prefix())
	}

	/// The answer of a view function.
	///
	/// # Errors
	///
	/// [`ClientError::OtherVersion`], [`ClientError::Lost`].
	pub async fn view<Arguments: IntoEncodableValues, Answer: DecodeAsType>(
		&self,
		pallet: &str,
		name: &str,
		arguments: Arguments,
	) -> Result<Answer, Error> {
		Ok(view_as(&self.best, pallet, name, arguments).await?)
	}

	/// The members, in order of account.
	///
	/// # Errors
	///
	/// Those of [`Self::view`].
	pub async fn members(&self) -> Result<Vec<(AccountId32, Member)>, Error> {
		self.view("Consortium", "members", ()).await
	}

	/// The applications, in order of account.
	///
	/// # Errors
	///
	/// Those of [`Self::view`].
	pub async fn applications(&self) -> Result<Vec<(AccountId32, Application)>, Error> {
		self.view("Consortium", "applications", ()).await
	}

	/// What sponsors and voters name an application by.
	///
	/// # Errors
	///
	/// [`Error::NoApplication`], and those of [`Self::view`].
	pub async fn application_hash(&self, account: &AccountId32) -> Result<Hash, Error> {
		let hash: Option<[u8; 32]> =
			self.view("Consortium", "application_hash", (account.0,)).await?;
		hash.map(Hash).ok_or_else(|| Error::NoApplication(account.to_string()))
	}

	/// The suspension of a member, if one is in force.
	///
	/// # Errors
	///
	/// Those of [`Self::view`].
	pub async fn suspension(&self, account: &AccountId32) -> Result<Option<Suspension>, Error> {
		self.view("Consortium", "suspension", (account.0,)).await
	}

	/// The nodes that members registered.
	///
	/// # Errors
	///
	/// Those of [`Self::view`].
	pub async fn nodes(&self) -> Result<Vec<(AccountId32, Vec<NodeId>)>, Error> {
		let nodes: Vec<(AccountId32, Vec<[u8; 32]>)> = self.view("Consortium", "nodes", ()).await?;
		Ok(nodes
			.into_iter()
			.map(|(account, nodes)| (account, nodes.into_iter().map(NodeId).collect()))
			.collect())
	}

	/// Those that would validate, present ones only.
	///
	/// # Errors
	///
	/// Those of [`Self::view`].
	pub async fn eligible(&self) -> Result<Vec<AccountId32>, Error> {
		self.view("Consortium", "validators", ()).await
	}

	/// The validators that are set aside for absence, and why.
	///
	/// # Errors
	///
	/// Those of [`Self::view`].
	pub async fn absent(&self) -> Result<Vec<(AccountId32, Absence)>, Error> {
		self.view("Attendance", "absent", ()).await
	}

	/// Whose votes count.
	///
	/// # Errors
	///
	/// Those of [`Self::entry`].
	pub async fn seats(&self) -> Result<Vec<AccountId32>, Error> {
		Ok(self.entry("Council", "Members", vec![]).await?.unwrap_or_default())
	}

	/// The open motions, in order of number.
	///
	/// # Errors
	///
	/// Those of [`Self::entry`].
	pub async fn motions(&self) -> Result<Vec<OpenMotion>, Error> {
		let hashes: Vec<[u8; 32]> =
			self.entry("Council", "Proposals", vec![]).await?.unwrap_or_default();
		let mut motions = Vec::new();
		for hash in hashes {
			let key = || vec![Value::from_bytes(hash)];
			let votes = self.entry::<Votes>("Council", "Voting", key()).await?;
			let address = dynamic::storage::<Vec<Value>, Value>("Council", "ProposalOf");
			let entry = self.best.storage().entry(address).map_err(lost)?;
			let call = entry.try_fetch(key()).await.map_err(lost)?;
			if let (Some(votes), Some(call)) = (votes, call) {
				motions.push(OpenMotion { hash: Hash(hash), call: call.into_bytes(), votes });
			}
		}
		motions.sort_by_key(|motion| motion.votes.index);
		Ok(motions)
	}

	/// The session, and how long sessions are.
	///
	/// # Errors
	///
	/// Those of [`Self::entry`].
	pub async fn sessions(&self) -> Result<Sessions, Error> {
		let by_genesis: Option<u32> = self.entry("SessionLength", "Length", vec![]).await?;
		let length = match by_genesis {
			Some(length) => length,
			None => self
				.best
				.constants()
				.entry(dynamic::constant::<u32>("SessionLength", "DefaultLength"))
				.map_err(lost)?,
		};
		let current = self.entry("Session", "CurrentIndex", vec![]).await?.unwrap_or_default();
		Ok(Sessions { length: length.max(1), current, at: self.number() })
	}

	/// The last final block as this node knows it.
	///
	/// # Errors
	///
	/// [`ClientError::Lost`].
	pub async fn finalised(&self) -> Result<At, Error> {
		Ok(self.connection.client.at_current_block().await.map_err(lost)?)
	}

	/// A block in short.
	///
	/// # Errors
	///
	/// Those of [`Self::entry`].
	pub async fn height(&self, at: &At) -> Result<Height, Error> {
		let time = Self::entry_at(at, "Timestamp", "Now", vec![]).await?.unwrap_or_default();
		Ok(Height { number: number(at), hash: Hash(at.block_hash().0), time })
	}

	/// How many seconds a block took, on average of the last ones.
	///
	/// # Errors
	///
	/// Those of [`Self::entry`].
	pub async fn seconds_per_block(&self) -> Result<f64, Error> {
		// The genesis has no time.
		let from = self.number().saturating_sub(PACE).max(1);
		let blocks = self.number().saturating_sub(from);
		if blocks == 0 {
			return Ok(0.0);
		}
		let before = self.connection.client.at_block(from).await.map_err(lost)?;
		let (before, now) = (self.height(&before).await?.time, self.height(&self.best).await?.time);
		Ok(now.saturating_sub(before) as f64 / 1_000.0 / f64::from(blocks))
	}
}

async fn best(connection: &Connection) -> Result<At, Error> {
	let hash = connection
		.rpc
		.chain_get_block_hash(None)
		.await
		.map_err(|error| ClientError::Lost(error.to_string()))?
		.ok_or_else(|| ClientError::Lost("the node has no block".to_owned()))?;
	Ok(connection.client.at_block(hash).await.map_err(lost)?)
}

/// The number of a block; the chain counts them in 32 bits.
pub fn number(at: &At) -> u32 {
	u32::try_from(at.block_number()).unwrap_or(u32::MAX)
}

/// Bytes that are text, with what is none replaced.
pub fn text(bytes: &[u8]) -> String {
	String::from_utf8_lossy(bytes).into_owned()
}

/// The name of a variant, such as that of a role.
pub fn variant(value: &Value) -> String {
	match &value.value {
		ValueDef::Variant(variant) => variant.name.clone(),
		_ => value.to_string(),
	}
}
