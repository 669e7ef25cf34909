//! What other pallets may ask about members and validators.

use crate::{Config, MinimumValidators, Pallet};
use alloc::vec::Vec;
use hanse_traits::{Membership, ValidatorPool};
use hanse_types::Role;

impl<T: Config> Membership<T::AccountId> for Pallet<T> {
	fn is_member(account: &T::AccountId) -> bool {
		Self::is_in_good_standing(account)
	}

	fn has_role(account: &T::AccountId, role: Role) -> bool {
		Self::has_role(account.clone(), role)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_member(account: &T::AccountId, roles: &[Role]) {
		use crate::{Member, Members};

		let roles = roles.into();
		match Members::<T>::get(account) {
			Some(member) => {
				Members::<T>::insert(account, Member { roles, ..member });
				// In good standing, if it is not already.
				let _ = Self::do_reinstate(account.clone());
			},
			None => {
				let member = Member { roles, ..crate::benchmarking::stranger::<T>(account) };
				Self::do_admit(account.clone(), member);
			},
		}
	}
}

impl<T: Config> ValidatorPool<T::AccountId> for Pallet<T> {
	fn eligible() -> Vec<T::AccountId> {
		Self::validators()
	}

	fn minimum() -> u32 {
		MinimumValidators::<T>::get()
	}
}
