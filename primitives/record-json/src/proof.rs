//! What proves that a record counted, as a document.

use crate::{Hex, HexBytes};
use codec::{DecodeAll, Encode};
use hanse_credit_model::{Indicator, Level, Moment, Outcome, Placed};
use pallet_credit_records::{AppliedRecord, Batch, Record, RecordProof};
use serde::{Deserialize, Serialize};
use sp_core::{Blake2Hasher, H256, crypto::AccountId32};
use sp_crypto_hashing::blake2_256;

/// What a document says that it is.
const FORMAT: &str = "hanse-record-proof/1";

/// A record that counted, and what proves that it did.
///
/// The chain keeps of each batch of records the root of a Merkle tree, and of each record nothing that
/// tells what it says. A node that keeps the leaves makes a document of one of them; whoever holds the
/// document can show what was recorded, and with the root in the state of a chain, that it was.
///
/// It says everything twice: in plain fields that any program reads, and in the bytes that the calls of
/// the chain take. [`Self::verify`] sees that both say the same and that the record leads to the root.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProofDocument {
	/// Always `hanse-record-proof/1`.
	pub format: String,
	/// The hash of the first block of the chain that recorded it.
	pub chain: H256,
	/// Who submitted the record, in SS58.
	pub provider: AccountId32,
	/// Its number in the provider's stream.
	pub sequence: u64,
	/// The number of the batch that it came in.
	pub batch: u32,
	/// Its place among the leaves of the batch, from zero.
	pub index: u32,
	/// How many leaves the batch has.
	pub leaves: u16,
	/// The root of the batch, as it stands in the state of the chain.
	pub root: H256,
	/// What was recorded.
	pub record: PlainRecord,
	/// How much it counted.
	pub counted: PlainCount,
	/// The hashes beside the way from the leaf to the root, from the bottom.
	pub siblings: Vec<H256>,
	/// The proof as the calls of the chain take it: `RecordProof` in SCALE, in hexadecimal.
	pub proof: HexBytes,
	/// BLAKE2b-256 of chain, root, leaves and proof, so that damage shows. It is no seal: anybody can
	/// compute it anew, and only the state of the chain tells that its root is this one.
	pub checksum: H256,
}

/// A record in plain fields.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlainRecord {
	/// Who says so, in SS58.
	pub source: AccountId32,
	/// About whom: the account by which the enterprise is known, in SS58.
	pub subject: AccountId32,
	/// About what.
	pub indicator: Indicator,
	/// What happened: 0 to 10,000 basis points.
	pub outcome: Outcome,
	/// How well it was founded when it was recorded.
	pub level: Level,
	/// How much money it is about: the binary logarithm of the amount.
	pub amount: u8,
	/// When it happened, in seconds since the UNIX epoch.
	pub at: Moment,
	/// The salted hash of the business object, zeros if it is about none.
	pub reference: Hex<16>,
	/// The salted hash of the document behind it.
	pub commitment: Hex<32>,
}

/// How much a record counted, in plain fields.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlainCount {
	/// Level, credibility of the source and amount together, times 2³².
	pub weight: u64,
	/// What it would have counted at the best level from a source beyond doubt, times 2³².
	pub mass: u64,
	/// When it leaves the score if it is adverse, in seconds since the UNIX epoch.
	pub expires: Moment,
	/// When it was taken into account, by the clock of the model.
	pub counted_at: Moment,
	/// By how many seconds repair had hastened the ageing of what speaks against the subject.
	pub hastened: Moment,
	/// How many adverse records there had been about the subject before.
	pub chapter: u32,
	/// Whether it is about a time for which its provider does not answer.
	pub imported: bool,
}

/// Why there is no proof of a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Unproven {
	/// It has no leaf.
	#[error("the record is not among those of its batch that counted: it was refused")]
	Refused,
	/// The leaves are not those of the batch.
	#[error("the leaves lead to another root than that of the batch")]
	OtherLeaves,
}

/// Why a document proves nothing.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Invalid {
	/// Another kind of document, or one of a later version.
	#[error("it is no document of the format {FORMAT}")]
	Format,
	/// Bytes that are no proof.
	#[error("the bytes of its field `proof` are no proof: {0}")]
	Bytes(String),
	/// A plain field that does not say what the bytes say.
	#[error("its field `{0}` does not say what the proof says: it was altered")]
	Field(&'static str),
	/// A leaf that does not lead to the root.
	#[error("the record does not lead to the root: the proof was altered, or is of another batch")]
	Root,
}

impl ProofDocument {
	/// Makes the document of a record out of all the leaves of its batch.
	///
	/// # Errors
	///
	/// See [`Unproven`].
	pub fn new(
		chain: H256,
		number: u32,
		batch: &Batch,
		leaves: &[AppliedRecord<AccountId32>],
		sequence: u64,
	) -> Result<Self, Unproven> {
		let root =
			binary_merkle_tree::merkle_root::<Blake2Hasher, _>(leaves.iter().map(Encode::encode));
		if root != batch.root || leaves.len() != usize::from(batch.leaves) {
			return Err(Unproven::OtherLeaves);
		}
		let proof = RecordProof::of(number, leaves, sequence).ok_or(Unproven::Refused)?;
		Ok(Self::of(chain, batch.root, batch.leaves, &proof))
	}

	/// The document of a proof, right or wrong.
	pub(crate) fn of(
		chain: H256,
		root: H256,
		leaves: u16,
		proof: &RecordProof<AccountId32>,
	) -> Self {
		let RecordProof { batch, index, applied, siblings } = proof;
		let AppliedRecord { provider, sequence, record, weight, mass, expires, placed, imported } =
			applied;
		let Record {
			source,
			subject,
			indicator,
			outcome,
			level,
			amount,
			at,
			reference,
			commitment,
		} = record;
		let Placed { counted_at, hastened, chapter } = placed;
		let bytes = proof.encode();
		Self {
			format: FORMAT.to_owned(),
			chain,
			provider: provider.clone(),
			sequence: *sequence,
			batch: *batch,
			index: *index,
			leaves,
			root,
			record: PlainRecord {
				source: source.clone(),
				subject: subject.clone(),
				indicator: *indicator,
				outcome: *outcome,
				level: *level,
				amount: amount.0,
				at: *at,
				reference: Hex(reference.0),
				commitment: Hex(*commitment),
			},
			counted: PlainCount {
				weight: weight.bits(),
				mass: mass.bits(),
				expires: *expires,
				counted_at: *counted_at,
				hastened: *hastened,
				chapter: *chapter,
				imported: *imported,
			},
			siblings: siblings.to_vec(),
			checksum: H256(blake2_256(&(chain, root, leaves, &bytes).encode())),
			proof: HexBytes(bytes),
		}
	}

	/// Checks that the document is in one piece and that its record leads to its root, and hands over
	/// the proof as the calls of the chain take it.
	///
	/// What it does not check is that the root is one of the chain: that stands in the state, with the
	/// batch of this number of this provider.
	///
	/// # Errors
	///
	/// See [`Invalid`].
	pub fn verify(&self) -> Result<RecordProof<AccountId32>, Invalid> {
		if self.format != FORMAT {
			return Err(Invalid::Format);
		}
		let proof = RecordProof::decode_all(&mut &self.proof.0[..])
			.map_err(|error| Invalid::Bytes(error.to_string()))?;
		self.agrees(&Self::of(self.chain, self.root, self.leaves, &proof))?;
		let leads_there = binary_merkle_tree::verify_proof::<Blake2Hasher, _, _>(
			&self.root,
			self.siblings.iter().copied(),
			self.leaves.into(),
			self.index,
			&proof.applied.encode(),
		);
		if leads_there { Ok(proof) } else { Err(Invalid::Root) }
	}

	/// Whether it says the same as another, or in which field it does not.
	fn agrees(&self, other: &Self) -> Result<(), Invalid> {
		let fields = [
			("provider", self.provider == other.provider),
			("sequence", self.sequence == other.sequence),
			("batch", self.batch == other.batch),
			("index", self.index == other.index),
			("record", self.record == other.record),
			("counted", self.counted == other.counted),
			("siblings", self.siblings == other.siblings),
			// The rest: chain, root, leaves, and the bytes themselves.
			("checksum", self == other),
		];
		match fields.into_iter().find(|(_, same)| !same) {
			Some((field, _)) => Err(Invalid::Field(field)),
			None => Ok(()),
		}
	}
}
