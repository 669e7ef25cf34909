//! What the runtime takes and tells, in types of its own.
//!
//! Names and not positions connect these types with those of the chain, by its metadata. So a change
//! there is an error here, and not a wrong number.

use crate::{account::Account, ratings::Rating};
use codec::{Decode, Input};
use hanse_client::{At, Error, decoded, lost};
use hanse_credit_model::{Moment, Parameters, ScoreReport, Source, Subject};
use std::collections::HashMap;
use subxt::{
	dynamic::{self, Value},
	ext::{scale_decode::DecodeAsType, scale_encode::EncodeAsType},
	utils::AccountId32,
};

/// The name of the pallet that records go to.
pub const RECORDS: &str = "CreditRecords";

/// A rating, as a record that the pallet takes.
#[derive(EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
pub struct SubmittedRecord {
	source: Account,
	subject: Account,
	indicator: Indicator,
	outcome: u16,
	level: Level,
	amount: u8,
	at: Moment,
	reference: [u8; 16],
	commitment: [u8; 32],
}

/// The indicators that ratings are about.
#[derive(EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
enum Indicator {
	Rating,
}

/// The levels that ratings have.
#[derive(EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
enum Level {
	Counterparty,
}

/// What a batch does about records that are refused.
#[derive(EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
pub enum Mode {
	/// The whole batch is refused.
	AllOrNothing,
}

/// The roles that ratings take.
#[derive(EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
enum Role {
	BehaviourProvider,
}

impl From<&Rating> for SubmittedRecord {
	fn from(rating: &Rating) -> Self {
		let record = rating.record();
		Self {
			source: record.source,
			subject: record.subject,
			indicator: Indicator::Rating,
			outcome: record.outcome.points(),
			level: Level::Counterparty,
			amount: record.amount.0,
			at: record.at,
			// Which order a rating is about is not known.
			reference: [0; 16],
			commitment: record.commitment,
		}
	}
}

/// Records were taken.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct RecordsApplied {
	/// Of whom.
	pub provider: AccountId32,
	/// The number of the first.
	pub first: u64,
	/// For each, the risk of its subject just before.
	pub risks: Vec<u16>,
}

/// The errors of the runtime that are to be told from others.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum RuntimeError {
	/// One of the pallet of records.
	CreditRecords(RecordsError),
}

/// The errors of the pallet of records.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum RecordsError {
	/// The signer has lost its role.
	NotProvider,
	/// A source belongs to another provider.
	SourceTaken,
	/// The provider has too many sources.
	TooManySources,
	/// An empty submission.
	NothingSubmitted,
	/// Records before these are missing.
	SequenceGap,
	/// More records in one block than the signer may submit.
	QuotaExceeded,
	/// A record is refused.
	RecordRefused {
		/// Its place in the submission.
		index: u16,
		/// Why.
		cause: Cause,
	},
	/// The import has ended already.
	NotImporting,
}

/// Why a record is refused.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Cause {
	/// The provider has no role for the category.
	CategoryNotGranted,
	/// The source is not registered.
	UnknownSource,
	/// The source belongs to another provider.
	SourceOfAnother,
	/// The outcome is out of range.
	OutcomeOutOfRange,
	/// The amount is out of range.
	AmountOutOfRange,
	/// The event lies in the future.
	EventInFuture,
	/// The level does not fit the source.
	LevelNotOfSource,
	/// The level is not for this provider.
	LevelNotEarned,
	/// Too many records are pending.
	QueueFull,
	/// The provider has no bond for the category.
	BondMissing,
	/// The outcome is not on the scale.
	OutcomeOffScale,
	/// There must be a reference.
	ReferenceMissing,
	/// There must be no reference.
	ReferenceForbidden,
	/// There are no such records at this level.
	LevelNotAllowed,
	/// The event is too old.
	Expired,
	/// The source told this before.
	ToldBefore,
	/// The subject did not sign this.
	WrongConfirmation,
	/// Too much is known of the subjects.
	TooHeavy,
}

impl Cause {
	/// What it means, and what to do.
	pub const fn advice(&self) -> &'static str {
		match self {
			Self::CategoryNotGranted => {
				"the signer has lost the role BehaviourProvider; the consortium grants it by vote"
			},
			Self::UnknownSource => {
				"its rater is not registered as a source; run the same command again"
			},
			Self::SourceOfAnother => {
				"another member has registered its rater; replay with that member's `--signer`"
			},
			Self::EventInFuture => {
				"its time is after that of the chain; are the clocks of the validators right?"
			},
			Self::QueueFull => {
				"as many records wait for settlement as the chain keeps (constant `MaxPending` of the \
				pallet CreditRecords); replay less with `--limit`, or raise the limit of the runtime"
			},
			Self::BondMissing => {
				"the signer has put up no bond for evidence about conduct, or too small a one; \
				`hanse-records post-bond behaviour AMOUNT` does"
			},
			Self::Expired => {
				"it is older than the chain keeps ratings (their schema: `hanse-records schemas`); leave \
				such lines out"
			},
			Self::OutcomeOffScale | Self::ReferenceMissing | Self::LevelNotAllowed => {
				"the consortium wants other records of ratings (`hanse-records schemas`)"
			},
			Self::TooHeavy => {
				"more is known of its traders than one batch may look at; replay with a smaller `--batch`"
			},
			Self::OutcomeOutOfRange
			| Self::AmountOutOfRange
			| Self::LevelNotOfSource
			| Self::LevelNotEarned
			| Self::ReferenceForbidden
			| Self::ToldBefore
			| Self::WrongConfirmation => {
				"the chain has other rules for records; build this tool from its sources"
			},
		}
	}
}

/// How records of an indicator have to look, as far as it matters here.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Schema {
	terms: Terms,
}

/// What a schema says, as far as it matters here.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Terms {
	retention: Moment,
}

/// The first part of something, whatever comes after it.
struct First<T>(T);

impl<T: Decode> Decode for First<T> {
	fn decode<I: Input>(input: &mut I) -> Result<Self, codec::Error> {
		let first = T::decode(input)?;
		while input.read_byte().is_ok() {}
		Ok(Self(first))
	}
}

/// What the runtime tells at a block.
pub struct Runtime<'a>(pub &'a At);

impl Runtime<'_> {
	/// Whether the account is that of a member that may submit ratings.
	pub async fn is_behaviour_provider(&self, account: &AccountId32) -> Result<bool, Error> {
		self.view("Consortium", "has_role", (account.0, Role::BehaviourProvider)).await
	}

	/// Whether the chain's clock follows the events.
	pub async fn importing(&self) -> Result<bool, Error> {
		self.view(RECORDS, "importing", ()).await
	}

	/// How many records there are in a provider's stream.
	pub async fn next_sequence(&self, provider: &AccountId32) -> Result<u64, Error> {
		self.view(RECORDS, "next_sequence", (provider.0,)).await
	}

	/// The time that the model goes by.
	pub async fn clock(&self) -> Result<Moment, Error> {
		self.view(RECORDS, "clock", ()).await
	}

	/// How many records wait to be settled.
	pub async fn pending(&self) -> Result<u32, Error> {
		self.view(RECORDS, "pending", ()).await
	}

	/// The score of a subject, as the chain itself computes it.
	pub async fn score(&self, subject: Account) -> Result<Option<ScoreReport>, Error> {
		self.view("CreditScore", "score", (subject,)).await
	}

	/// For how long a rating may speak against its subject, by the schema of ratings.
	pub async fn retention(&self) -> Result<Moment, Error> {
		let schema: Schema =
			hanse_client::view_as(self.0, RECORDS, "schema", (Indicator::Rating,)).await?;
		Ok(schema.terms.retention)
	}

	/// The day on which the queue of pending records stands.
	pub async fn first_pending_day(&self) -> Result<u64, Error> {
		let address = dynamic::storage::<(), Value>(RECORDS, "Cursor");
		let place = self.0.storage().fetch(address, ()).await.map_err(lost)?;
		let (day, _) = decoded::<(u32, u32)>("the queue", place.bytes())?;
		Ok(day.into())
	}

	/// How many records one call may carry.
	pub fn max_batch(&self) -> Result<u32, Error> {
		decoded("the constant MaxBatch", &self.constant(RECORDS, "MaxBatch")?)
	}

	/// The constants of the model that are in force.
	pub async fn parameters(&self) -> Result<Parameters, Error> {
		self.view("CreditScore", "parameters", ()).await
	}

	/// All sources, and what is known of them.
	pub async fn sources(&self) -> Result<HashMap<Account, Source>, Error> {
		let sources = self.map::<(Account, Source)>(RECORDS, "Sources").await?;
		Ok(sources.into_iter().map(|(account, (_, source))| (account, source)).collect())
	}

	/// All subjects, and what is known of them.
	pub async fn subjects(&self) -> Result<HashMap<Account, Subject>, Error> {
		let subjects = self.map::<First<Subject>>("CreditScore", "Subjects").await?;
		Ok(subjects.into_iter().map(|(account, First(subject))| (account, subject)).collect())
	}

	fn constant(&self, pallet: &str, name: &str) -> Result<Vec<u8>, Error> {
		let address = dynamic::constant::<Value>(pallet, name);
		self.0.constants().entry_bytes(address).map_err(lost)
	}

	/// All entries of a map by account.
	async fn map<V: Decode>(&self, pallet: &str, name: &str) -> Result<HashMap<Account, V>, Error> {
		let what = format!("{pallet}.{name}");
		let address = dynamic::storage::<(AccountId32,), Value>(pallet, name);
		let mut entries = self.0.storage().iter(address, ()).await.map_err(lost)?;
		let mut map = HashMap::new();
		while let Some(entry) = entries.next().await {
			let entry = entry.map_err(lost)?;
			// The account stands behind its hash.
			let key = entry.key_bytes();
			let Some(account) = key.last_chunk::<32>() else {
				let reason = format!("a key of {} bytes", key.len());
				return Err(Error::OtherVersion { what, reason });
			};
			map.insert(*account, decoded(&what, entry.value().bytes())?);
		}
		Ok(map)
	}

	/// Asks a view function. Its answer is decoded as the model's own types, which are those of the
	/// runtime.
	async fn view<Arguments, Answer: Decode>(
		&self,
		pallet: &str,
		name: &str,
		arguments: Arguments,
	) -> Result<Answer, Error>
	where
		Arguments: subxt::ext::frame_decode::view_functions::IntoEncodableValues,
	{
		hanse_client::view(self.0, pallet, name, arguments).await
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::ratings;
	use codec::Encode;
	use pallet_credit_records as pallet;
	use scale_info::{MetaType, PortableRegistry, Registry, TypeInfo};

	fn registered<T: TypeInfo + 'static>() -> (u32, PortableRegistry) {
		let mut registry = Registry::new();
		let id = registry.register_type(&MetaType::new::<T>()).id;
		(id, registry.into())
	}

	#[test]
	fn a_record_is_encoded_as_the_pallet_decodes_it() {
		let (ratings, _) = ratings::read(&b"1,2,-3,1300000000.5\n"[..], "", 2_000_000_000).unwrap();
		let record = ratings[0].record();
		let expected = pallet::Record {
			source: record.source,
			subject: record.subject,
			indicator: record.indicator,
			outcome: record.outcome,
			level: record.level,
			amount: record.amount,
			at: record.at,
			reference: hanse_types::Reference::NONE,
			commitment: record.commitment,
		};
		let (id, types) = registered::<pallet::Record<Account>>();
		let encoded = SubmittedRecord::from(&ratings[0]).encode_as_type(id, &types).unwrap();
		assert_eq!(encoded, expected.encode());
	}

	#[test]
	fn causes_are_those_of_the_pallet() {
		let (id, types) = registered::<pallet::Cause>();
		for index in 0..=pallet::Cause::WrongConfirmation as u8 {
			let cause = Cause::decode_as_type(&mut &[index][..], id, &types).unwrap();
			assert!(!cause.advice().is_empty());
		}
		let refused = Cause::decode_as_type(&mut &[3][..], id, &types).unwrap();
		assert!(matches!(refused, Cause::OutcomeOutOfRange));
	}

	#[test]
	fn states_are_decoded_as_the_pallet_encodes_them() {
		let source = Source::new(&Parameters::default());
		let registered = pallet::RegisteredSource { provider: [7u8; 32], standing: source };
		let decoded_source = decoded::<(Account, Source)>("", &registered.encode()).unwrap();
		assert_eq!(decoded_source, ([7; 32], source));
		let First(state) = decoded::<First<u16>>("", &[5, 0, 7, 7, 7]).unwrap();
		assert_eq!(state, 5);
		let place = pallet::Place { day: 5, number: 6 };
		assert_eq!(decoded::<(u32, u32)>("", &place.encode()).unwrap(), (5, 6));
	}
}
