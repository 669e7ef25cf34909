use alloc::vec::Vec;

/// Which validators turn up. Implemented by pallet-attendance; asked by pallet-consortium.
///
/// Without anybody who watches (`()`) everybody is present.
pub trait Presence<AccountId> {
	/// Whether the validator is not set aside for absence. Who was never set aside is present, a
	/// stranger too.
	fn is_present(account: &AccountId) -> bool;

	/// Forgets all about an account that is no member any more.
	fn forget(account: &AccountId);
}

impl<AccountId> Presence<AccountId> for () {
	fn is_present(_: &AccountId) -> bool {
		true
	}

	fn forget(_: &AccountId) {}
}

/// Those who would validate. Implemented by pallet-consortium; asked by pallet-attendance.
///
/// Both ask each other: who is eligible depends on who is [present](Presence), and nobody is set
/// aside if too few eligible ones would be left.
pub trait ValidatorPool<AccountId> {
	/// The members that a session planned now would have as its validators, in order of account:
	/// those in good standing, with the validator role and session keys, and
	/// [present](Presence::is_present).
	fn eligible() -> Vec<AccountId>;

	/// How many of them there must be at least; never zero.
	fn minimum() -> u32;
}

impl<AccountId> ValidatorPool<AccountId> for () {
	fn eligible() -> Vec<AccountId> {
		Vec::new()
	}

	fn minimum() -> u32 {
		1
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn without_anybody_who_watches_everybody_is_present() {
		assert!(<() as Presence<u64>>::is_present(&7));
		<() as Presence<u64>>::forget(&7);
		assert!(<() as Presence<u64>>::is_present(&7));
	}

	#[test]
	fn without_members_nobody_is_eligible() {
		assert!(<() as ValidatorPool<u64>>::eligible().is_empty());
		assert_eq!(<() as ValidatorPool<u64>>::minimum(), 1);
	}
}
