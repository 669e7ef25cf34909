use crate::{Day, EnterpriseDetails};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use hanse_network_model::RelationshipKind;
use scale_info::TypeInfo;

/// What two enterprises sign, each by itself, so that anybody can bring it to the chain for them.
///
/// It ends with its day, and as soon as one of the two ends any relationship, so that nothing that
/// was signed before an end can be brought again after it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Agreement<AccountId> {
	/// The account that acts for the one who gives.
	pub giver: AccountId,
	/// The account that acts for the one who receives.
	pub receiver: AccountId,
	/// What is given.
	pub kind: RelationshipKind,
	/// The giver's counter of endings.
	pub giver_endings: u32,
	/// The receiver's counter of endings.
	pub receiver_endings: u32,
	/// The last day on which it may be brought.
	pub until: Day,
}

impl<AccountId: Encode> Agreement<AccountId> {
	/// What every signed agreement begins with.
	pub const PREFIX: [u8; 17] = *b"hanse/agreement/1";

	/// The bytes that both sign: the prefix, the hash of the chain's first block, and the agreement.
	pub fn payload(&self, genesis_hash: &impl Encode) -> Vec<u8> {
		(Self::PREFIX, genesis_hash, self).encode()
	}
}

/// An agreement with both signatures.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct SignedAgreement<AccountId, Signature> {
	/// What was agreed.
	pub agreement: Agreement<AccountId>,
	/// The signature of [`Agreement::giver`] over [`Agreement::payload`].
	pub giver_signature: Signature,
	/// The signature of [`Agreement::receiver`] over [`Agreement::payload`].
	pub receiver_signature: Signature,
}

/// What an account signs so that a member can register it as an enterprise.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Consent<AccountId> {
	/// The member.
	pub sponsor: AccountId,
	/// The account that is to be the enterprise's.
	pub account: AccountId,
	/// What the enterprise says about itself.
	pub details: EnterpriseDetails,
	/// The last day on which it may be used.
	pub until: Day,
}

impl<AccountId: Encode> Consent<AccountId> {
	/// What every signed consent begins with.
	pub const PREFIX: [u8; 16] = *b"hanse/register/1";

	/// The bytes that the account signs: the prefix, the hash of the chain's first block, and the
	/// consent.
	pub fn payload(&self, genesis_hash: &impl Encode) -> Vec<u8> {
		(Self::PREFIX, genesis_hash, self).encode()
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{Commitments, EnterpriseKind};

	#[test]
	fn an_agreement_is_signed_byte_by_byte_as_documented() {
		let agreement = Agreement {
			giver: [1u8; 32],
			receiver: [2u8; 32],
			kind: RelationshipKind::Finances,
			giver_endings: 3,
			receiver_endings: 4,
			until: 5,
		};
		let expected = [
			&b"hanse/agreement/1"[..],
			&[9; 32],
			&[1; 32],
			&[2; 32],
			&[2],
			&[3, 0, 0, 0],
			&[4, 0, 0, 0],
			&[5, 0, 0, 0],
		];
		assert_eq!(agreement.payload(&[9u8; 32]), expected.concat());
	}

	#[test]
	fn a_consent_is_signed_byte_by_byte_as_documented() {
		let consent = Consent {
			sponsor: [1u8; 32],
			account: [2u8; 32],
			details: EnterpriseDetails {
				country: "SG".parse().unwrap(),
				sector: 46.try_into().unwrap(),
				kind: EnterpriseKind::Merchant,
				commitments: Commitments { address: Some([7; 32]), ..Default::default() },
			},
			until: 5,
		};
		let expected = [
			&b"hanse/register/1"[..],
			&[9; 32],
			&[1; 32],
			&[2; 32],
			b"SG",
			&[46, 1],
			&[0, 0, 0, 1],
			&[7; 32],
			&[5, 0, 0, 0],
		];
		assert_eq!(consent.payload(&[9u8; 32]), expected.concat());
	}
}
