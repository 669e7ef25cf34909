//! What other pallets tell this one, and what they may ask.

use crate::{Absent, Config, Pallet};
use frame::prelude::*;
use hanse_traits::Presence;

impl<T: Config> Presence<T::AccountId> for Pallet<T> {
	fn is_present(account: &T::AccountId) -> bool {
		!Absent::<T>::contains_key(account)
	}

	fn forget(account: &T::AccountId) {
		Absent::<T>::remove(account);
	}
}

impl<T: Config> pallet_authorship::EventHandler<T::AccountId, BlockNumberFor<T>> for Pallet<T> {
	fn note_author(author: T::AccountId) {
		Self::note_authored(&author);
	}
}
