//! Types that know nothing of the pallet's configuration.

use alloc::{string::String, vec::Vec};
use frame::prelude::*;
use hanse_types::{CountryCode, LegalEntityId, NodeId, Role, Roles};

/// An admitted organisation.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Member<Name, AccountId, BlockNumber> {
	/// What the organisation is called, in UTF-8.
	pub name: Name,
	/// Where it is registered.
	pub country: CountryCode,
	/// Which legal entity it is.
	pub legal_entity: LegalEntityId,
	/// What the consortium lets it do, while it is not suspended.
	pub roles: Roles,
	/// The block in which it was admitted; zero for the members of the first hour and for those who
	/// were members before this was kept.
	pub admitted_at: BlockNumber,
	/// The member that vouched for its application. Who was admitted without an application has
	/// none, and no bond either.
	pub sponsor: Option<AccountId>,
}

impl<Name: AsRef<[u8]>, AccountId, BlockNumber> Member<Name, AccountId, BlockNumber> {
	/// Whether the member is meant to be a validator; it is one as soon as it has keys.
	pub fn is_validator(&self) -> bool {
		self.roles.contains(Role::Validator)
	}

	/// Whether the name can be shown to a person: text, not blank, without control characters.
	pub fn has_valid_name(&self) -> bool {
		core::str::from_utf8(self.name.as_ref())
			.is_ok_and(|name| !name.trim().is_empty() && !name.chars().any(char::is_control))
	}
}

/// What an organisation that wants to be a member says about itself.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Application<Name, AccountId, BlockNumber> {
	/// What the organisation is called, in UTF-8.
	pub name: Name,
	/// Where it is registered.
	pub country: CountryCode,
	/// Which legal entity it is.
	pub legal_entity: LegalEntityId,
	/// What it wants to be allowed.
	pub roles: Roles,
	/// A hash of the documents by which it proves the above. They are shown to the members, not to
	/// the chain.
	pub documents: H256,
	/// The member that vouches for it.
	pub sponsor: Option<AccountId>,
	/// The first block in which it cannot be admitted any more.
	pub expires_at: BlockNumber,
}

impl<Name: Encode + Clone, AccountId, BlockNumber: PartialOrd>
	Application<Name, AccountId, BlockNumber>
{
	/// What sponsors and voters name the application by: the BLAKE2-256 hash of the SCALE encoding
	/// of name, country, legal entity, roles and documents, one after the other.
	///
	/// Sponsor and expiry are left out: they change nothing about what is voted on.
	pub fn content_hash(&self) -> H256 {
		let Self { name, country, legal_entity, roles, documents, .. } = self;
		BlakeTwo256::hash_of(&(name, country, legal_entity, roles, documents))
	}

	/// Whether it is too late to admit the applicant.
	pub fn is_expired(&self, now: BlockNumber) -> bool {
		now >= self.expires_at
	}

	/// The member that the applicant would be.
	pub fn to_member(
		&self,
		admitted_at: BlockNumber,
		sponsor: Option<AccountId>,
	) -> Member<Name, AccountId, BlockNumber> {
		Member {
			name: self.name.clone(),
			country: self.country,
			legal_entity: self.legal_entity,
			roles: self.roles.clone(),
			admitted_at,
			sponsor,
		}
	}
}

/// Why a member is suspended.
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
pub enum SuspensionCause {
	/// Two thirds of the seats decided it. The member has no seat.
	#[codec(index = 0)]
	Vote,
	/// One third of the seats asked for it, for a limited time. The member keeps its seat: a
	/// minority must not change who is a majority.
	#[codec(index = 1)]
	Provisional,
	/// Misbehaviour was proven. The member keeps its seat until the others have voted.
	#[codec(index = 2)]
	Misbehaviour,
}

/// A member's suspension.
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
pub struct Suspension<BlockNumber> {
	/// Why.
	pub cause: SuspensionCause,
	/// A hash of the evidence that those who asked for it have shown to the others; none where the
	/// proof is on the chain.
	pub evidence: Option<H256>,
	/// The block in which it began.
	pub since: BlockNumber,
	/// The first block in which it is not in force any more; none if only a vote can end it.
	pub until: Option<BlockNumber>,
}

impl<BlockNumber: PartialOrd> Suspension<BlockNumber> {
	/// Whether the member is still suspended.
	pub fn is_in_force(&self, now: &BlockNumber) -> bool {
		self.until.as_ref().is_none_or(|until| now < until)
	}

	/// Whether the member has no seat.
	pub fn takes_the_seat(&self) -> bool {
		self.cause == SuspensionCause::Vote
	}
}

/// A member of the first hour, as chain specifications write it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GenesisMember<AccountId> {
	/// The account that acts for the organisation.
	pub account: AccountId,
	/// What the organisation is called.
	pub name: String,
	/// Where it is registered.
	pub country: CountryCode,
	/// Which legal entity it is.
	pub legal_entity: LegalEntityId,
	/// What the consortium lets it do.
	pub roles: Roles,
	/// The nodes that it runs; may be left out.
	#[serde(default)]
	pub nodes: Vec<NodeId>,
}
