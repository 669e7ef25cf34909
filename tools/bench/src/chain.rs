//! What the runtime takes and tells, in types of its own.
//!
//! Names and not positions connect these types with those of the chain, by its metadata. So a change
//! there is an error here, and not a wrong number.

use crate::error::{Error, gone, rpc};
use codec::Decode;
use hanse_client::{At, Connection, decoded, explained, lost, view, view_as};
use hanse_credit_model::Moment;
use sp_crypto_hashing::twox_128;
use std::collections::BTreeMap;
use subxt::{
	dynamic::{self, Value},
	ext::{scale_decode::DecodeAsType, scale_encode::EncodeAsType},
	utils::{AccountId32, H256},
};

/// The name of the pallet that records go to.
pub const RECORDS: &str = "CreditRecords";

/// An account, as the chain encodes it.
pub type Account = [u8; 32];

/// A record, as the pallet takes it.
#[derive(EncodeAsType, Clone, PartialEq, Eq, Debug)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
pub struct Record {
	/// Who says so.
	pub source: Account,
	/// About whom.
	pub subject: Account,
	/// About what.
	pub indicator: Indicator,
	/// In basis points.
	pub outcome: u16,
	/// How well it is founded.
	pub level: Level,
	/// The class of the amount.
	pub amount: u8,
	/// When it happened, in seconds since the UNIX epoch.
	pub at: Moment,
	/// The business object behind it.
	pub reference: [u8; 16],
	/// A salted hash of a document.
	pub commitment: [u8; 32],
}

/// The indicators that records are made up for.
#[derive(EncodeAsType, Clone, Copy, PartialEq, Eq, Debug)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
pub enum Indicator {
	/// What a provider with the role BehaviourProvider may submit.
	Rating,
	/// What a provider with the role PaymentProvider may submit.
	PaidOnTime,
}

impl Indicator {
	/// What it is called.
	pub const fn name(self) -> &'static str {
		match self {
			Self::Rating => "Rating",
			Self::PaidOnTime => "PaidOnTime",
		}
	}
}

/// How well a record is founded.
#[derive(EncodeAsType, DecodeAsType, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Level {
	/// The subject's own declaration.
	SelfDeclared,
	/// Reported by one trading party about the other.
	Counterparty,
	/// Both signed it.
	Confirmed,
	/// An authority observed it.
	Source,
}

/// What becomes of a submission when a record of it is refused.
#[derive(EncodeAsType, Clone, Copy)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
pub enum Mode {
	/// It fails.
	AllOrNothing,
}

/// Whether records name a business object.
#[derive(DecodeAsType, Clone, Copy, PartialEq, Eq, Debug)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Requirement {
	/// They must.
	Required,
	/// They may.
	Optional,
	/// They must not.
	Forbidden,
}

/// How records of an indicator have to look.
#[derive(DecodeAsType, Clone, Debug)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Schema {
	/// What it says.
	pub terms: Terms,
}

/// What a schema says, as far as it matters here.
#[derive(DecodeAsType, Clone, Debug)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Terms {
	/// The lowest outcome.
	pub lowest: u16,
	/// The highest.
	pub highest: u16,
	/// How far apart two outcomes are.
	pub step: u16,
	/// Whether a business object is named.
	pub reference: Requirement,
	/// The lowest level.
	pub lowest_level: Level,
	/// The highest.
	pub highest_level: Level,
}

/// What the consortium decided, as far as it matters here.
#[derive(DecodeAsType, Clone, Copy, Debug)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Rules {
	/// How many records a provider may submit in a block.
	pub quota: u32,
	/// How many it may have in the pool.
	pub window: u32,
}

/// Records were taken.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct RecordsApplied {
	provider: AccountId32,
	first: u64,
	risks: Vec<u16>,
}

/// What the runtime tells at a block.
pub struct Runtime<'a>(pub &'a At);

impl Runtime<'_> {
	/// Whether the chain's clock follows the events.
	pub async fn importing(&self) -> Result<bool, Error> {
		Ok(view(self.0, RECORDS, "importing", ()).await?)
	}

	/// How many records there are in a provider's stream.
	pub async fn next_sequence(&self, provider: &Account) -> Result<u64, Error> {
		Ok(view(self.0, RECORDS, "next_sequence", (*provider,)).await?)
	}

	/// How many records wait to be settled.
	pub async fn pending(&self) -> Result<u32, Error> {
		Ok(view(self.0, RECORDS, "pending", ()).await?)
	}

	/// What the consortium decided.
	pub async fn rules(&self) -> Result<Rules, Error> {
		Ok(view_as(self.0, RECORDS, "rules", ()).await?)
	}

	/// How records of an indicator have to look.
	pub async fn schema(&self, indicator: Indicator) -> Result<Terms, Error> {
		let schema: Schema = view_as(self.0, RECORDS, "schema", (indicator,)).await?;
		Ok(schema.terms)
	}

	/// How many records one call may carry.
	pub fn max_batch(&self) -> Result<u32, Error> {
		let address = dynamic::constant::<Value>(RECORDS, "MaxBatch");
		let bytes = self.0.constants().entry_bytes(address).map_err(lost)?;
		Ok(decoded("the constant MaxBatch", &bytes)?)
	}

	/// The names of pallets and of what they keep, by what keys begin with.
	pub fn prefixes(&self) -> BTreeMap<Vec<u8>, (String, String)> {
		let entries = self.0.metadata_ref().pallets().flat_map(|pallet| {
			let storage = pallet.storage();
			let prefix = storage.map_or(pallet.name(), |storage| storage.prefix()).to_owned();
			let entries = storage.map_or(&[][..], |storage| storage.entries()).iter();
			let names = entries.map(|entry| entry.name().to_owned()).collect::<Vec<_>>();
			let pallet = pallet.name().to_owned();
			names.into_iter().map(move |entry| {
				let key = [twox_128(prefix.as_bytes()), twox_128(entry.as_bytes())].concat();
				(key, (pallet.clone(), entry))
			})
		});
		entries.collect()
	}
}

/// What became of records in a block.
#[derive(Default, Debug)]
pub struct Happened {
	/// For each batch that was taken, the number of its first record and how many counted.
	pub applied: Vec<(u64, usize)>,
	/// Why transactions failed, whoever sent them.
	pub failed: Vec<String>,
}

impl Happened {
	/// Reads the events of a block.
	///
	/// # Errors
	///
	/// If the node does not have its state any more.
	pub async fn at(at: &At, provider: &Account) -> Result<Self, Error> {
		let mut happened = Self::default();
		let events = at.events().fetch().await.map_err(lost)?;
		for event in events.iter() {
			let event = event.map_err(lost)?;
			match (event.pallet_name(), event.event_name()) {
				(RECORDS, "RecordsApplied") => {
					let RecordsApplied { provider: of, first, risks } =
						event.decode_fields_unchecked_as().map_err(lost)?;
					if of.0 == *provider {
						happened.applied.push((first, risks.len()));
					}
				},
				("System", "ExtrinsicFailed") => {
					happened.failed.push(explained(event.field_bytes(), at.metadata()));
				},
				_ => {},
			}
		}
		Ok(happened)
	}
}

/// The time of a block in milliseconds since the UNIX epoch, as its author put it in.
///
/// # Errors
///
/// If the node does not have its state any more.
pub async fn time_of(connection: &Connection, block: H256) -> Result<u64, Error> {
	let key = [twox_128(b"Timestamp"), twox_128(b"Now")].concat();
	let bytes = connection
		.rpc
		.state_get_storage(&key, Some(block))
		.await
		.map_err(rpc)?
		.ok_or_else(|| gone("the time of a block"))?;
	u64::decode(&mut &bytes[..]).map_err(|_| gone("the time of a block"))
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;
	use hanse_credit_model as model;
	use pallet_credit_records as pallet;
	use scale_info::{MetaType, PortableRegistry, Registry, TypeInfo};

	fn registered<T: TypeInfo + 'static>() -> (u32, PortableRegistry) {
		let mut registry = Registry::new();
		let id = registry.register_type(&MetaType::new::<T>()).id;
		(id, registry.into())
	}

	#[test]
	fn a_record_is_encoded_as_the_pallet_decodes_it() {
		let (id, types) = registered::<pallet::Record<Account>>();
		for (indicator, expected_indicator) in [
			(Indicator::Rating, model::Indicator::Rating),
			(Indicator::PaidOnTime, model::Indicator::PaidOnTime),
		] {
			let record = Record {
				source: [1; 32],
				subject: [2; 32],
				indicator,
				outcome: 7_500,
				level: Level::Counterparty,
				amount: 10,
				at: 1_300_000_000,
				reference: [3; 16],
				commitment: [4; 32],
			};
			let encoded = record.encode_as_type(id, &types).unwrap();
			let decoded = pallet::Record::<Account>::decode(&mut &encoded[..]).unwrap();
			assert_eq!(decoded.encode(), encoded);
			assert_eq!((decoded.source, decoded.subject), ([1; 32], [2; 32]));
			assert_eq!(decoded.indicator, expected_indicator);
			assert_eq!(decoded.outcome.points(), 7_500);
			assert_eq!(decoded.level, model::Level::Counterparty);
			assert_eq!((decoded.amount.0, decoded.at), (10, 1_300_000_000));
			assert_eq!((decoded.reference.0, decoded.commitment), ([3; 16], [4; 32]));
		}
	}

	#[test]
	fn a_submission_fails_as_a_whole() {
		let (id, types) = registered::<pallet::Mode>();
		let encoded = Mode::AllOrNothing.encode_as_type(id, &types).unwrap();
		assert_eq!(encoded, pallet::Mode::AllOrNothing.encode());
	}

	#[test]
	fn rules_are_read_by_their_names() {
		let rules = pallet::RuleSet::with_bonds(5u128, 1);
		let (id, types) = registered::<pallet::RuleSet<u128>>();
		let read = Rules::decode_as_type(&mut &rules.encode()[..], id, &types).unwrap();
		assert_eq!((read.quota, read.window), (rules.quota, rules.window));
	}
}
