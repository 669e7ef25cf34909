use crate::Role;
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, Error, Input, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// As many as there are roles.
type MaxRoles = ConstU32<15>;

const _: () = assert!(Role::ALL.len() == 15, "a new role needs a new bound");

/// A set of [`Role`]s.
///
/// To clients it is a list of names. The list is kept sorted and without repetition; one that
/// arrives otherwise, in SCALE or in JSON, is brought into that form, because no caller should have
/// to know the order of the variants.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Default,
	Debug,
	Encode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(from = "BoundedVec<Role, MaxRoles>")]
pub struct Roles(BoundedVec<Role, MaxRoles>);

impl Roles {
	/// The set without roles.
	pub fn new() -> Self {
		Self::default()
	}

	/// Whether the role is in the set.
	pub fn contains(&self, role: Role) -> bool {
		self.0.binary_search(&role).is_ok()
	}

	/// Puts the role into the set; tells whether it was missing.
	pub fn insert(&mut self, role: Role) -> bool {
		match self.0.binary_search(&role) {
			Ok(_) => false,
			// The bound is the number of roles that there are, so there is always room.
			Err(position) => self.0.try_insert(position, role).is_ok(),
		}
	}

	/// Takes the role out of the set; tells whether it was there.
	pub fn remove(&mut self, role: Role) -> bool {
		match self.0.binary_search(&role) {
			Ok(position) => {
				self.0.remove(position);
				true
			},
			Err(_) => false,
		}
	}

	/// The roles in order.
	pub fn iter(&self) -> impl Iterator<Item = Role> + '_ {
		self.0.iter().copied()
	}

	/// How many roles are in the set.
	pub fn len(&self) -> usize {
		self.0.len()
	}

	/// Whether there is no role in the set.
	pub fn is_empty(&self) -> bool {
		self.0.is_empty()
	}
}

impl FromIterator<Role> for Roles {
	fn from_iter<I: IntoIterator<Item = Role>>(iter: I) -> Self {
		let mut roles = Self::new();
		for role in iter {
			roles.insert(role);
		}
		roles
	}
}

impl<const N: usize> From<[Role; N]> for Roles {
	fn from(roles: [Role; N]) -> Self {
		roles.into_iter().collect()
	}
}

impl From<&[Role]> for Roles {
	fn from(roles: &[Role]) -> Self {
		roles.iter().copied().collect()
	}
}

impl From<BoundedVec<Role, MaxRoles>> for Roles {
	fn from(roles: BoundedVec<Role, MaxRoles>) -> Self {
		roles.into_iter().collect()
	}
}

impl Decode for Roles {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		BoundedVec::<Role, MaxRoles>::decode(input).map(Into::into)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;
	use std::collections::BTreeSet;

	fn role() -> impl Strategy<Value = Role> {
		proptest::sample::select(Role::ALL.to_vec())
	}

	#[test]
	fn holds_every_role_at_once() {
		let all = Roles::from(Role::ALL);
		assert_eq!(all.len(), Role::ALL.len());
		assert!(all.iter().eq(Role::ALL));
		assert_eq!(all.encode().len(), Roles::max_encoded_len());
		assert_eq!(Roles::max_encoded_len(), 16);
	}

	#[test]
	fn insert_and_remove_tell_whether_they_did_anything() {
		let mut roles = Roles::new();
		assert!(roles.is_empty());
		assert!(roles.insert(Role::Bank));
		assert!(!roles.insert(Role::Bank));
		assert!(roles.contains(Role::Bank));
		assert!(roles.remove(Role::Bank));
		assert!(!roles.remove(Role::Bank));
		assert!(roles.is_empty());
	}

	#[test]
	fn a_list_in_any_order_is_the_same_set() {
		let expected = Roles::from([Role::Validator, Role::Bank]);
		let encoded = vec![Role::Bank, Role::Validator, Role::Bank].encode();
		assert_eq!(Roles::decode(&mut &encoded[..]).unwrap(), expected);

		let json = r#"["Bank", "Validator", "Bank"]"#;
		assert_eq!(serde_json::from_str::<Roles>(json).unwrap(), expected);
		assert_eq!(serde_json::to_string(&expected).unwrap(), r#"["Validator","Bank"]"#);
	}

	#[test]
	fn a_list_longer_than_all_roles_is_refused() {
		let encoded = vec![Role::Bank; 16].encode();
		assert!(Roles::decode(&mut &encoded[..]).is_err());
		let json = serde_json::to_string(&vec![Role::Bank; 16]).unwrap();
		assert!(serde_json::from_str::<Roles>(&json).is_err());
	}

	#[test]
	fn an_unknown_role_is_refused() {
		assert!(Roles::decode(&mut &vec![15u8].encode()[..]).is_err());
		assert!(serde_json::from_str::<Roles>(r#"["Owner"]"#).is_err());
	}

	proptest! {
		#[test]
		fn behaves_as_a_set(
			changes in proptest::collection::vec((any::<bool>(), role()), 0..60)
		) {
			let mut roles = Roles::new();
			let mut model = BTreeSet::new();
			for (add, role) in changes {
				if add {
					prop_assert_eq!(roles.insert(role), model.insert(role));
				} else {
					prop_assert_eq!(roles.remove(role), model.remove(&role));
				}
				prop_assert!(roles.iter().eq(model.iter().copied()));
				prop_assert_eq!(roles.len(), model.len());
				prop_assert_eq!(roles.contains(role), model.contains(&role));
			}
			prop_assert_eq!(Roles::decode(&mut &roles.encode()[..]).unwrap(), roles);
		}
	}
}
