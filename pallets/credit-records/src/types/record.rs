use alloc::vec::Vec;
use binary_merkle_tree::merkle_proof;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{
	deps::sp_core::ConstU32,
	prelude::{BlakeTwo256, BoundedVec, H256},
};
use hanse_credit_model::{
	AmountClass, Fixed, Indicator, Level, Moment, Observation, Outcome, Placed,
};
use hanse_types::Reference;
use scale_info::TypeInfo;

/// One piece of evidence, as a provider submits it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Record<AccountId> {
	/// Who says so: a trading party that the provider registered, or the provider itself.
	pub source: AccountId,
	/// The enterprise that the record is about.
	pub subject: AccountId,
	/// What the record is about.
	pub indicator: Indicator,
	/// What happened: 0 to 10,000 basis points, on the scale of the indicator's schema.
	pub outcome: Outcome,
	/// How well the record is founded.
	pub level: Level,
	/// How much money it is about, 0 to 63.
	pub amount: AmountClass,
	/// When it happened, in seconds since the UNIX epoch.
	pub at: Moment,
	/// The business object that it is about, as a salted hash that all records about the object
	/// share; [`Reference::NONE`] if it is about none.
	pub reference: Reference,
	/// A salted hash of the document behind the record, which stays off chain. Destroying the salt
	/// makes it meaningless.
	pub commitment: [u8; 32],
}

impl<AccountId> Record<AccountId> {
	/// What every signed record begins with.
	pub const PREFIX: [u8; 15] = *b"hanse-record-v1";
}

impl<AccountId: Encode> Record<AccountId> {
	/// The bytes that the subject signs to confirm the record: the prefix, the hash of the chain's
	/// first block, and what the record says happened.
	///
	/// How well it is founded is no part of it, since the signature decides that; nor is the class of
	/// the amount, which the document behind the commitment tells exactly.
	pub fn payload(&self, genesis_hash: &impl Encode) -> Vec<u8> {
		let Self { source, subject, indicator, outcome, at, reference, commitment, .. } = self;
		(Self::PREFIX, genesis_hash, source, subject, indicator, outcome, reference, at, commitment)
			.encode()
	}
}

/// A record that counted, with all that is needed to take it out of the score again. Its encoding is
/// a leaf of its batch's tree.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AppliedRecord<AccountId> {
	/// Who submitted it.
	pub provider: AccountId,
	/// Its number in the provider's stream.
	pub sequence: u64,
	/// The record, with the account by which its subject is known and the level at which it counted.
	pub record: Record<AccountId>,
	/// How much it counted: level, credibility of the source and amount together.
	pub weight: Fixed,
	/// What it would have counted at the best level from a source beyond doubt.
	pub mass: Fixed,
	/// When it leaves the score if it is adverse, in seconds since the UNIX epoch.
	pub expires: Moment,
	/// Where in the subject's clocks it was put in.
	pub placed: Placed,
	/// Whether it is about the time before its provider became a member.
	pub imported: bool,
}

impl<AccountId> AppliedRecord<AccountId> {
	/// The record as the model sees it.
	pub const fn observation(&self) -> Observation {
		Observation {
			indicator: self.record.indicator,
			outcome: self.record.outcome,
			level: self.record.level,
			weight: self.weight,
			mass: self.mass,
			at: self.record.at,
			expires: self.expires,
		}
	}
}

/// A record that counted, and what proves that it did.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RecordProof<AccountId> {
	/// The number of the batch in the provider's stream.
	pub batch: u32,
	/// The place of the record among the leaves of the batch, from zero. It is smaller than the place
	/// in the submission when records before it were refused.
	pub index: u32,
	/// The leaf.
	pub applied: AppliedRecord<AccountId>,
	/// The hashes beside the way from the leaf to the root, from the bottom.
	pub siblings: BoundedVec<H256, ConstU32<16>>,
}

impl<AccountId: Encode + Clone> RecordProof<AccountId> {
	/// The proof of the record with this sequence number, by all leaves of its batch; `None` if it is not
	/// among them.
	pub fn of(batch: u32, leaves: &[AppliedRecord<AccountId>], sequence: u64) -> Option<Self> {
		let index = leaves.iter().position(|leaf| leaf.sequence == sequence)?;
		let applied = leaves.get(index)?.clone();
		let index = u32::try_from(index).ok()?;
		let encoded = leaves.iter().map(Encode::encode).collect::<Vec<_>>();
		let siblings = merkle_proof::<BlakeTwo256, _, _>(encoded, index).proof.try_into().ok()?;
		Some(Self { batch, index, applied, siblings })
	}
}

/// The signature with which a subject confirms a record.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Confirmation<AccountId, Signature> {
	/// The place of the record in the submission, from zero.
	pub index: u16,
	/// Who signed: an account of the subject.
	pub signer: AccountId,
	/// Over [`Record::payload`], as it is or between `<Bytes>` and `</Bytes>`.
	pub signature: Signature,
}

/// How a record counts since its level was raised.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Raise {
	/// The level.
	pub level: Level,
	/// The weight at this level. It is kept so that exactly as much can be taken out again, whatever
	/// levels weigh by then.
	pub weight: Fixed,
}

/// The key under which nodes with an offchain index keep the leaves of a batch: `Vec<AppliedRecord>`,
/// encoded.
pub fn leaves_key(root: &H256) -> Vec<u8> {
	(*b"hanse/records/", root).encode()
}

#[cfg(test)]
mod tests {
	use super::*;

	fn record() -> Record<[u8; 32]> {
		Record {
			source: [1; 32],
			subject: [2; 32],
			indicator: Indicator::PaidOnTime,
			outcome: Outcome::BEST,
			level: Level::Confirmed,
			amount: AmountClass::NEUTRAL,
			at: 0x0102_0304,
			reference: Reference([3; 16]),
			commitment: [4; 32],
		}
	}

	/// Clients build these bytes by themselves.
	#[test]
	fn the_payload_is_what_it_is_documented_to_be() {
		let expected = [
			b"hanse-record-v1".as_slice(),
			&[9; 32],
			&[1; 32],
			&[2; 32],
			&[6],
			&10_000u16.to_le_bytes(),
			&[3; 16],
			&0x0102_0304u64.to_le_bytes(),
			&[4; 32],
		];
		assert_eq!(record().payload(&H256([9; 32])), expected.concat());
	}

	#[test]
	fn a_leaf_is_never_as_long_as_two_hashes() {
		// Else an inner node of the tree could be taken for a leaf.
		let applied = AppliedRecord {
			provider: [0; 32],
			sequence: 7,
			record: record(),
			weight: Fixed::ONE,
			mass: Fixed::ONE,
			expires: 1,
			placed: Placed::default(),
			imported: false,
		};
		assert_eq!(applied.encoded_size(), AppliedRecord::<[u8; 32]>::max_encoded_len());
		assert!(applied.encoded_size() > 64);
	}

	#[test]
	fn the_key_names_the_root() {
		let expected = [b"hanse/records/".as_slice(), &[5; 32]].concat();
		assert_eq!(leaves_key(&H256([5; 32])), expected);
	}
}
