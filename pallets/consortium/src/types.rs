//! Types that know nothing of the pallet's configuration.

use alloc::string::String;
use frame::prelude::*;
use hanse_types::{CountryCode, LegalEntityId, Role, Roles};

/// An admitted organisation.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Member<Name> {
	/// What the organisation is called, in UTF-8.
	pub name: Name,
	/// Where it is registered.
	pub country: CountryCode,
	/// Which legal entity it is.
	pub legal_entity: LegalEntityId,
	/// What the consortium lets it do.
	pub roles: Roles,
}

impl<Name: AsRef<[u8]>> Member<Name> {
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
}
