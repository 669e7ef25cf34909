//! What stands on the chain.

use hanse_client::{At, Connection, Error as ClientError, lost, view_as};
use hanse_documents::{Logged, NotWhole, check_whole};
use hanse_identity::to_hex;
use hanse_types::Commitment;
use serde::Serialize;
use std::collections::BTreeSet;
use subxt::{
	dynamic::Value,
	ext::{scale_decode::DecodeAsType, scale_value::ValueDef},
	utils::AccountId32,
};

/// The name of the pallet with grants and disclosures.
const PALLET: &str = "DataAccess";

/// How many bytes a head has, behind the entry in its event.
const HEAD: usize = 32;

/// Why the chain could not be asked, or does not answer what it should.
#[derive(thiserror::Error, Debug)]
pub enum Error {
	/// What went wrong on the way to the node.
	#[error(transparent)]
	Client(#[from] ClientError),
	/// A grant that is over, or never was.
	#[error("there is no grant {0} that holds: it has ended, was revoked, or was never given")]
	NoGrant(u64),
	/// A grant without documents.
	#[error("grant {0} names no keys: the enterprise adds them with `dataAccess.changeGrant`")]
	NoKeys(u64),
	/// A block whose state is gone.
	#[error(
		"the node does not have what happened in block {block} any more ({reason}): ask one that runs \
		with `--state-pruning archive`"
	)]
	Pruned {
		/// Its number.
		block: u64,
		/// What the node says.
		reason: String,
	},
	/// An event that is none.
	#[error("cannot make sense of a disclosure in block {block}: {reason}")]
	Event {
		/// Its number.
		block: u64,
		/// Why.
		reason: String,
	},
	/// A log that is not whole.
	#[error(
		"the log is not whole: {0}. The node leaves something out, or tells something else than the \
		chain holds: ask another one"
	)]
	NotWhole(#[from] NotWhole),
}

/// A grant as the chain tells it, as far as it matters here.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Grant {
	keys: Option<[u8; 32]>,
}

/// How far a log goes, as the chain tells it.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct LogHead {
	head: [u8; 32],
	entries: u64,
	last: Option<u32>,
}

/// What the event of a disclosure holds.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Disclosed {
	entry: Entry,
}

/// An entry of a log.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Entry {
	subject: AccountId32,
	number: u64,
	previous: Option<u32>,
	discloser: AccountId32,
	recipient: AccountId32,
	category: Value,
	purpose: Value,
	channel: Value,
	basis: Value,
	documents: Vec<[u8; 32]>,
	at: u64,
}

/// All that was disclosed about an enterprise.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Log {
	/// The account that stands for it.
	pub subject: String,
	/// The final block up to which this is all.
	pub block: u64,
	/// The head that the entries hash to.
	pub head: String,
	/// The entries, the first one first.
	pub disclosures: Vec<Disclosure>,
}

/// What was disclosed.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Disclosure {
	/// Its place in the log, from zero.
	pub number: u64,
	/// The block that it was logged in.
	pub block: u64,
	/// The time of that, in seconds since the UNIX epoch.
	pub at: u64,
	/// Who gave.
	pub discloser: String,
	/// To whom.
	pub recipient: String,
	/// Which evidence.
	pub category: String,
	/// What for.
	pub purpose: String,
	/// By which way.
	pub channel: String,
	/// The number of the grant that allowed it; nothing if a law did.
	pub grant: Option<u64>,
	/// The commitments of the documents.
	pub documents: Vec<String>,
}

impl Disclosure {
	fn new(block: u64, entry: Entry) -> Self {
		Self {
			number: entry.number,
			block,
			at: entry.at,
			discloser: entry.discloser.to_string(),
			recipient: entry.recipient.to_string(),
			category: name(&entry.category),
			purpose: name(&entry.purpose),
			channel: name(&entry.channel),
			grant: grant_of(&entry.basis),
			documents: entry.documents.iter().map(to_hex).collect(),
		}
	}
}

/// The name of a variant.
fn name(value: &Value) -> String {
	match &value.value {
		ValueDef::Variant(variant) => variant.name.clone(),
		_ => value.to_string(),
	}
}

/// The number in the variant `Grant`.
fn grant_of(basis: &Value) -> Option<u64> {
	match &basis.value {
		ValueDef::Variant(variant) if variant.name == "Grant" => {
			variant.values.values().next()?.as_u128()?.try_into().ok()
		},
		_ => None,
	}
}

/// The last final block.
async fn finalised(connection: &Connection) -> Result<At, Error> {
	Ok(connection.client.at_current_block().await.map_err(lost)?)
}

/// The commitment to the wrapped keys that a grant names.
///
/// # Errors
///
/// [`Error::NoGrant`], [`Error::NoKeys`], and those of the connection.
pub async fn keys_of_grant(url: &str, id: u64) -> Result<Commitment, Error> {
	let connection = Connection::open(url).await?;
	let at = finalised(&connection).await?;
	let grant: Option<Grant> = view_as(&at, PALLET, "grant", (id,)).await?;
	grant.ok_or(Error::NoGrant(id))?.keys.ok_or(Error::NoKeys(id))
}

/// All that was disclosed about the enterprise that an account belongs to.
///
/// # Errors
///
/// [`Error::NotWhole`], [`Error::Pruned`], [`Error::Event`], and those of the connection.
pub async fn log(url: &str, account: &AccountId32) -> Result<Log, Error> {
	let connection = Connection::open(url).await?;
	let at = finalised(&connection).await?;
	let subject: AccountId32 = view_as(&at, "TradeNetwork", "subject_of", (account.0,)).await?;
	let LogHead { head, entries, last } =
		view_as(&at, PALLET, "disclosure_log", (account.0,)).await?;

	// From the last block back to the first, and within each from its last entry to its first.
	let mut logged = Vec::new();
	let mut disclosures = Vec::new();
	let mut read = BTreeSet::new();
	let mut next = last.map(u64::from);
	// No node leads around in a circle: it would name a block twice.
	while let Some(block) = next.filter(|block| read.insert(*block)) {
		let mut here = disclosed(&connection, &subject, block).await?;
		next = here.first().and_then(|(_, entry)| entry.previous).map(u64::from);
		here.reverse();
		for (bytes, entry) in here {
			logged.push(Logged { number: entry.number, bytes });
			disclosures.push(Disclosure::new(block, entry));
		}
	}
	logged.reverse();
	disclosures.reverse();
	check_whole(&logged, entries, &head)?;
	let (subject, block) = (subject.to_string(), at.block_number());
	Ok(Log { subject, block, head: to_hex(&head), disclosures })
}

/// What was disclosed about a subject in a block, with the bytes that are hashed.
async fn disclosed(
	connection: &Connection,
	subject: &AccountId32,
	block: u64,
) -> Result<Vec<(Vec<u8>, Entry)>, Error> {
	let pruned = |reason: String| Error::Pruned { block, reason };
	let at = connection.client.at_block(block).await.map_err(|error| pruned(error.to_string()))?;
	let events = at.events().fetch().await.map_err(|error| pruned(error.to_string()))?;
	let mut found = Vec::new();
	for event in events.iter() {
		let senseless = |reason: String| Error::Event { block, reason };
		let event = event.map_err(|error| senseless(error.to_string()))?;
		if (event.pallet_name(), event.event_name()) != (PALLET, "Disclosed") {
			continue;
		}
		let Disclosed { entry } =
			event.decode_fields_unchecked_as().map_err(|error| senseless(error.to_string()))?;
		if entry.subject != *subject {
			continue;
		}
		let bytes = event.field_bytes();
		let length = bytes.len().saturating_sub(HEAD);
		found.push((bytes.get(..length).unwrap_or_default().to_vec(), entry));
	}
	Ok(found)
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;
	use hanse_credit_model::Category;
	use pallet_data_access as pallet;
	use scale_info::{MetaType, PortableRegistry, Registry, TypeInfo};
	use sp_core::{ConstU32, H256, bounded_vec::BoundedVec, crypto};

	/// Reads a value as the chain describes it.
	fn read<Told: Encode + TypeInfo + 'static, Read: DecodeAsType>(told: &Told) -> Read {
		let mut registry = Registry::new();
		let id = registry.register_type(&MetaType::new::<Told>()).id;
		let types = PortableRegistry::from(registry);
		Read::decode_as_type(&mut &told.encode()[..], id, &types).unwrap()
	}

	fn account(number: u8) -> crypto::AccountId32 {
		crypto::AccountId32::new([number; 32])
	}

	fn entry(basis: pallet::LegalBasis) -> Entry {
		let documents: BoundedVec<H256, ConstU32<16>> =
			vec![H256([7; 32]), H256([8; 32])].try_into().unwrap();
		read(&pallet::Entry {
			subject: account(1),
			number: 2,
			previous: Some(3u32),
			discloser: account(4),
			recipient: account(5),
			category: Category::Shipping,
			purpose: pallet::Purpose::TradeFinance,
			channel: pallet::Channel::Message,
			basis,
			documents,
			at: 9,
		})
	}

	#[test]
	fn an_entry_is_read_as_the_pallet_writes_it() {
		let read = entry(pallet::LegalBasis::Grant(6));
		assert_eq!((read.subject.0, read.previous), ([1; 32], Some(3)));
		let told = serde_json::to_value(Disclosure::new(10, read)).unwrap();
		let expected = serde_json::json!({
			"number": 2,
			"block": 10,
			"at": 9,
			"discloser": AccountId32([4; 32]).to_string(),
			"recipient": AccountId32([5; 32]).to_string(),
			"category": "Shipping",
			"purpose": "TradeFinance",
			"channel": "Message",
			"grant": 6,
			"documents": [to_hex(&[7; 32]), to_hex(&[8; 32])],
		});
		assert_eq!(told, expected);
		assert_eq!(Disclosure::new(10, entry(pallet::LegalBasis::Law)).grant, None);
	}

	#[test]
	fn heads_and_grants_are_read_as_the_pallet_writes_them() {
		let LogHead { head, entries, last } =
			read(&pallet::LogHead { head: H256([1; 32]), entries: 2, last: Some(3u32) });
		assert_eq!((head, entries, last), ([1; 32], 2, Some(3)));
		let none: LogHead = read(&pallet::LogHead::<u32>::default());
		assert_eq!((none.head, none.entries, none.last), ([0; 32], 0, None));

		let report = |keys| pallet::GrantReport {
			id: 1,
			subject: account(2),
			grantee: account(3),
			category: Category::Payment,
			purpose: pallet::Purpose::Audit,
			since: 4,
			until: 5,
			keys,
			payer: account(6),
		};
		for keys in [None, Some(H256([7; 32]))] {
			let grant: Option<Grant> = read(&Some(report(keys)));
			assert_eq!(grant.unwrap().keys, keys.map(|keys| keys.0));
		}
		assert!(
			read::<_, Option<Grant>>(&None::<pallet::GrantReport<crypto::AccountId32>>).is_none()
		);
	}
}
