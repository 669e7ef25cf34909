//! What other pallets may ask about members.

use crate::{Config, Members, Pallet};
use hanse_traits::Membership;
use hanse_types::Role;

impl<T: Config> Membership<T::AccountId> for Pallet<T> {
	fn is_member(account: &T::AccountId) -> bool {
		Members::<T>::contains_key(account)
	}

	fn has_role(account: &T::AccountId, role: Role) -> bool {
		Self::has_role(account.clone(), role)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn set_member(account: &T::AccountId, roles: &[Role]) {
		let roles = roles.into();
		match Members::<T>::get(account) {
			Some(member) => Members::<T>::insert(account, crate::Member { roles, ..member }),
			None => {
				let member = crate::Member { roles, ..crate::benchmarking::stranger::<T>(account) };
				Self::do_admit(account.clone(), member);
			},
		}
	}
}
