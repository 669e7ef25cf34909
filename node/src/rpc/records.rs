//! The namespace `credit`, as far as it is about single records: how far one has come, what proves
//! it, how it is contested.
//!
//! The state holds a root for each batch of records and no records. The runtime hands their leaves to
//! the node's offchain index as it executes a block, and from there they are read.

use super::question::{AnswerBlock, Error, account, block};
use codec::Decode;
use hanse_api::CreditRecordsApi;
use hanse_record_json::{
	Leaf, PlainDecision, PlainObjection, PlainSchema, PlainStatus, ProofDocument, Unproven,
};
use hanse_runtime::{AccountId, Balance, Hash, opaque::Block};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use pallet_credit_records::{AppliedRecord, Batch, ObjectionRights, leaves_key};
use serde::Serialize;
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_core::offchain::{OffchainStorage, STORAGE_PREFIX};
use std::sync::Arc;

/// What the namespace answers about records. A record is known by its provider and its number in the
/// provider's stream; `at` is `finalized` (the default), `best`, or the hash of a block whose state the
/// node still has.
#[rpc(server, namespace = "credit")]
pub trait RecordsApi {
	/// How far a record has come.
	#[method(name = "recordStatus", blocking)]
	fn record_status(
		&self,
		provider: String,
		sequence: u64,
		at: Option<String>,
	) -> RpcResult<Status>;

	/// What proves that a record counted.
	#[method(name = "recordProof", blocking)]
	fn record_proof(&self, provider: String, sequence: u64, at: Option<String>)
	-> RpcResult<Proof>;

	/// The objection to a record, and how its contest ended.
	#[method(name = "objection", blocking)]
	fn objection(&self, provider: String, sequence: u64, at: Option<String>) -> RpcResult<Contest>;

	/// How many objections an enterprise can still open, and at what price. Any of its accounts will do.
	#[method(name = "objectionRights", blocking)]
	fn objection_rights(&self, account: String, at: Option<String>) -> RpcResult<Rights>;

	/// How records have to look, by indicator.
	#[method(name = "schemas", blocking)]
	fn schemas(&self, at: Option<String>) -> RpcResult<Schemas>;
}

/// How far a record has come.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Status {
	/// What there is to say.
	#[serde(flatten)]
	pub status: PlainStatus,
	/// The block that the answer was read from.
	pub block: AnswerBlock,
}

/// What proves that a record counted.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Proof {
	/// To be kept or given away as it is.
	pub document: ProofDocument,
	/// The block that the answer was read from.
	pub block: AnswerBlock,
}

/// How a record is contested.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Contest {
	/// The objection that is not decided.
	pub objection: Option<PlainObjection>,
	/// How the contest ended.
	pub decision: Option<PlainDecision>,
	/// The block that the answer was read from.
	pub block: AnswerBlock,
}

/// What an enterprise can do about records.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Rights {
	/// How many of its objections are open.
	pub open: u32,
	/// How many more can be.
	pub left: u32,
	/// How many more cost nothing.
	pub free: u32,
	/// What is held for each after that, in the smallest unit of the token: as text, since programs
	/// that take numbers in JSON for floating ones would round it.
	pub stake: String,
	/// The block that the answer was read from.
	pub block: AnswerBlock,
}

/// How records have to look.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Schemas {
	/// One for each indicator.
	pub schemas: Vec<PlainSchema>,
	/// The block that the answer was read from.
	pub block: AnswerBlock,
}

/// Where a node finds the leaves of batches.
#[derive(Clone)]
pub struct Index<Storage> {
	/// What the runtime wrote into; none if the database has no place for it.
	pub storage: Option<Storage>,
	/// Whether the runtime writes into it as the node executes blocks.
	pub kept: bool,
}

impl<Storage: OffchainStorage> Index<Storage> {
	/// The leaves of a batch; nothing if they are not there.
	fn leaves(&self, batch: &Batch) -> Result<Option<Vec<AppliedRecord<AccountId>>>, Error> {
		if batch.leaves == 0 {
			return Ok(Some(Vec::new()));
		}
		self.storage
			.as_ref()
			.and_then(|storage| storage.get(STORAGE_PREFIX, &leaves_key(&batch.root)))
			.map(|bytes| {
				Decode::decode(&mut &bytes[..]).map_err(|error| {
					Error::Internal(format!("the index of records cannot be read: {error}"))
				})
			})
			.transpose()
	}

	/// The leaves of a batch, or why they are not there.
	fn required(&self, batch: &Batch) -> Result<Vec<AppliedRecord<AccountId>>, Error> {
		self.leaves(batch)?.ok_or(if self.kept {
			Error::NotIndexed { block: batch.block }
		} else {
			Error::NoIndex
		})
	}
}

/// Answers from the state of a client and the index beside it.
pub struct Records<Client, Storage> {
	client: Arc<Client>,
	index: Index<Storage>,
	genesis: Hash,
}

impl<Client, Storage> Records<Client, Storage>
where
	Client: HeaderBackend<Block>,
{
	/// Answers from the state of this client and this index.
	pub fn new(client: Arc<Client>, index: Index<Storage>) -> Self {
		let genesis = client.info().genesis_hash;
		Self { client, index, genesis }
	}
}

impl<Client, Storage> Records<Client, Storage>
where
	Client: HeaderBackend<Block> + ProvideRuntimeApi<Block>,
	Client::Api: CreditRecordsApi<Block, AccountId, Balance>,
{
	/// The batch of a record, and its number.
	fn batch(
		&self,
		provider: &AccountId,
		sequence: u64,
		block: &AnswerBlock,
	) -> Result<(u32, Batch), Error> {
		let api = self.client.runtime_api();
		let unread = |error| Error::of_api(error, block.hash);
		let found = api.batch_of(block.hash, provider.clone(), sequence).map_err(unread)?;
		if let Some(found) = found {
			return Ok(found);
		}
		let next = api.next_sequence(block.hash, provider.clone()).map_err(unread)?;
		Err(Error::UnknownRecord { provider: provider.clone(), sequence, next })
	}
}

impl<Client, Storage> RecordsApiServer for Records<Client, Storage>
where
	Client: HeaderBackend<Block> + ProvideRuntimeApi<Block> + Send + Sync + 'static,
	Client::Api: CreditRecordsApi<Block, AccountId, Balance>,
	Storage: OffchainStorage + 'static,
{
	fn record_status(&self, given: String, sequence: u64, at: Option<String>) -> RpcResult<Status> {
		let provider = account(&given)?;
		let block = block(&*self.client, at.as_deref())?;
		let (number, batch) = self.batch(&provider, sequence, &block)?;
		let api = self.client.runtime_api();
		let unread = |error| Error::of_api(error, block.hash);
		let missing = || Error::Internal("a record of a batch has no status".to_owned());
		let decision = api.decision(block.hash, provider.clone(), sequence).map_err(unread)?;

		let leaves = self.index.leaves(&batch)?;
		let document = leaves
			.as_ref()
			.map(|leaves| ProofDocument::new(self.genesis, number, &batch, leaves, sequence));
		// Whoever shows the leaf is told more.
		let proof = document.as_ref().and_then(|document| document.as_ref().ok()?.verify().ok());
		let leaf = match (&document, &proof) {
			(_, Some(proof)) => Leaf::Counted(&proof.applied),
			(Some(Err(Unproven::Refused)), None) => Leaf::Refused,
			_ => Leaf::Unknown,
		};
		let status = match &proof {
			Some(proof) => api.proven_status(block.hash, proof.clone()),
			None => api.record_status(block.hash, provider.clone(), sequence),
		};
		let status = status.map_err(unread)?.ok_or_else(missing)?;
		let status = PlainStatus::new(provider, sequence, &status, leaf, decision.as_ref());
		Ok(Status { status, block })
	}

	fn record_proof(&self, given: String, sequence: u64, at: Option<String>) -> RpcResult<Proof> {
		let provider = account(&given)?;
		let block = block(&*self.client, at.as_deref())?;
		let (number, batch) = self.batch(&provider, sequence, &block)?;
		let leaves = self.index.required(&batch)?;
		let document = ProofDocument::new(self.genesis, number, &batch, &leaves, sequence)
			.map_err(|error| match error {
				Unproven::Refused => Error::RefusedRecord { provider, sequence },
				Unproven::OtherLeaves => Error::Internal(error.to_string()),
			})?;
		Ok(Proof { document, block })
	}

	fn objection(&self, given: String, sequence: u64, at: Option<String>) -> RpcResult<Contest> {
		let provider = account(&given)?;
		let block = block(&*self.client, at.as_deref())?;
		let _ = self.batch(&provider, sequence, &block)?;
		let api = self.client.runtime_api();
		let unread = |error| Error::of_api(error, block.hash);
		let objection = api.objection(block.hash, provider.clone(), sequence).map_err(unread)?;
		let decision = api.decision(block.hash, provider, sequence).map_err(unread)?;
		Ok(Contest {
			objection: objection.as_ref().map(Into::into),
			decision: decision.as_ref().map(Into::into),
			block,
		})
	}

	fn objection_rights(&self, given: String, at: Option<String>) -> RpcResult<Rights> {
		let account = account(&given)?;
		let block = block(&*self.client, at.as_deref())?;
		let ObjectionRights { open, left, free, stake } = self
			.client
			.runtime_api()
			.objection_rights(block.hash, account)
			.map_err(|error| Error::of_api(error, block.hash))?;
		Ok(Rights { open, left, free, stake: stake.to_string(), block })
	}

	fn schemas(&self, at: Option<String>) -> RpcResult<Schemas> {
		let block = block(&*self.client, at.as_deref())?;
		let schemas = self
			.client
			.runtime_api()
			.schemas(block.hash)
			.map_err(|error| Error::of_api(error, block.hash))?
			.into_iter()
			.map(|(indicator, schema)| PlainSchema::new(indicator, schema))
			.collect();
		Ok(Schemas { schemas, block })
	}
}

#[cfg(test)]
mod tests {
	use super::{super::question::Finality, *};
	use codec::Encode;
	use hanse_credit_model::{AmountClass, Fixed, Indicator, Level, Outcome, Placed};
	use hanse_types::{Reference, Role};
	use pallet_credit_records::{
		Place, Record, RecordStatus, Requirement, Schema, SchemaTerms, Stage, Unit,
	};
	use sp_core::offchain::storage::InMemOffchainStorage;

	fn block() -> AnswerBlock {
		AnswerBlock { hash: Hash::zero(), number: 7, finality: Finality::Finalized }
	}

	fn applied() -> AppliedRecord<AccountId> {
		AppliedRecord {
			provider: [1; 32].into(),
			sequence: 7,
			record: Record {
				source: [2; 32].into(),
				subject: [3; 32].into(),
				indicator: Indicator::Rating,
				outcome: Outcome::WORST,
				level: Level::Counterparty,
				amount: AmountClass::NEUTRAL,
				at: 1,
				reference: Reference([0; 16]),
				commitment: [0; 32],
			},
			weight: Fixed::ONE,
			mass: Fixed::ONE,
			expires: 900,
			placed: Placed::default(),
			imported: false,
		}
	}

	/// A batch of one record.
	fn batch() -> Batch {
		Batch {
			first: 7,
			records: 1,
			leaves: 1,
			root: Hash::from(sp_io::hashing::blake2_256(&applied().encode())),
			block: 5,
			due: Place { day: 1, number: 0 },
		}
	}

	fn index(kept: bool, filled: bool) -> Index<InMemOffchainStorage> {
		let mut storage = InMemOffchainStorage::default();
		if filled {
			let leaves = vec![applied()].encode();
			storage.set(STORAGE_PREFIX, &leaves_key(&batch().root), &leaves);
		}
		Index { storage: Some(storage), kept }
	}

	#[test]
	fn leaves_are_found_where_the_runtime_puts_them() {
		assert_eq!(index(true, true).required(&batch()), Ok(vec![applied()]));
		let none = Batch { leaves: 0, root: Hash::zero(), ..batch() };
		assert_eq!(index(false, false).required(&none), Ok(Vec::new()));
	}

	#[test]
	fn without_leaves_it_is_told_why() {
		assert_eq!(index(false, false).required(&batch()), Err(Error::NoIndex));
		assert_eq!(index(true, false).required(&batch()), Err(Error::NotIndexed { block: 5 }));
		assert_eq!(index(true, false).leaves(&batch()), Ok(None));
		let nowhere = Index::<InMemOffchainStorage> { storage: None, kept: true };
		assert_eq!(nowhere.leaves(&batch()), Ok(None));
	}

	#[test]
	fn leaves_that_are_damaged_are_no_leaves() {
		let mut index = index(true, false);
		let storage = index.storage.as_mut().unwrap();
		storage.set(STORAGE_PREFIX, &leaves_key(&batch().root), &[4, 1, 2]);
		assert!(matches!(index.leaves(&batch()), Err(Error::Internal(_))));
	}

	#[test]
	fn answers_are_plain_json() {
		let status = RecordStatus {
			batch: 4,
			recorded: 5,
			stage: Stage::Private,
			due: 600,
			objection: None,
			level_raised: None,
		};
		let applied = applied();
		let leaf = Leaf::Counted(&applied);
		let status = PlainStatus::new([1; 32].into(), 7, &status, leaf, None);
		let json = serde_json::to_value(Status { status, block: block() }).unwrap();
		assert_eq!(json["stage"], "private");
		assert_eq!(json["level"], "counterparty");
		assert_eq!(json["deadline"], 600);
		assert_eq!(json["block"]["finality"], "finalized");

		let leaves = vec![applied.clone()];
		let document = ProofDocument::new(Hash::zero(), 4, &batch(), &leaves, 7).unwrap();
		let json = serde_json::to_value(Proof { document, block: block() }).unwrap();
		assert_eq!(json["document"]["sequence"], 7);
		assert_eq!(json["document"]["record"]["outcome"], 0);
		let bytes = json["document"]["proof"].as_str().unwrap();
		assert!(bytes.starts_with("0x0400000000000000"), "{bytes}");

		let contest = Contest { objection: None, decision: None, block: block() };
		let json = serde_json::to_value(contest).unwrap();
		assert!(json["objection"].is_null() && json["decision"].is_null());
		assert_eq!(json["block"]["number"], 7);
	}

	#[test]
	fn money_is_text() {
		let stake = (1_000_000u128 * 1_000_000_000_000).to_string();
		let rights = Rights { open: 1, left: 15, free: 2, stake, block: block() };
		let json = serde_json::to_value(rights).unwrap();
		assert_eq!(json["stake"], "1000000000000000000");
		assert_eq!(json["free"], 2);
	}

	#[test]
	fn schemas_are_plain_json() {
		let terms = SchemaTerms {
			unit: Unit::Mark,
			lowest: Outcome::WORST,
			highest: Outcome::BEST,
			step: 500,
			reference: Requirement::Optional,
			reporters: [Role::BehaviourProvider].into(),
			lowest_level: Level::Counterparty,
			highest_level: Level::Confirmed,
			retention: 86_400,
		};
		let schema = PlainSchema::new(Indicator::Rating, Schema { version: 3, terms });
		let json = Schemas { schemas: vec![schema], block: block() };
		let json = serde_json::to_value(json).unwrap();
		assert_eq!(
			json["schemas"][0],
			serde_json::json!({
				"indicator": "rating",
				"category": "behaviour",
				"version": 3,
				"unit": "mark",
				"lowest": 0,
				"highest": 10_000,
				"step": 500,
				"reference": "optional",
				"reporters": ["BehaviourProvider"],
				"lowestLevel": "counterparty",
				"highestLevel": "confirmed",
				"retention": 86_400,
			})
		);
	}
}
