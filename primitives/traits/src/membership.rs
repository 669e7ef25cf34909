use hanse_types::Role;

/// Who belongs to the consortium, and in which roles.
pub trait Membership<AccountId> {
	/// Whether the account is that of an admitted member that is not suspended.
	fn is_member(account: &AccountId) -> bool;

	/// Whether the account is that of a member to whom the consortium granted the role, and that is
	/// not suspended.
	fn has_role(account: &AccountId, role: Role) -> bool;

	/// Makes the account a member in good standing with exactly these roles, whatever it was
	/// before.
	#[cfg(feature = "runtime-benchmarks")]
	fn set_member(account: &AccountId, roles: &[Role]);
}

impl<AccountId> Membership<AccountId> for () {
	fn is_member(_: &AccountId) -> bool {
		false
	}

	fn has_role(_: &AccountId, _: Role) -> bool {
		false
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_member(_: &AccountId, _: &[Role]) {}
}
