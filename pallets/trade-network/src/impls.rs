//! What other pallets may ask and tell.

use super::*;
use crate::party::Party;
use hanse_credit_model::NetworkSignals;
use hanse_network_model::ordered;
use hanse_traits::{NetworkSignalsOf, Registered};

impl<T: Config> Subjects<T::AccountId> for Pallet<T> {
	fn subject_of(account: &T::AccountId) -> T::AccountId {
		Party::<T>::of(account).map_or_else(|| account.clone(), |party| party.enterprise.subject)
	}

	fn acts_for(account: &T::AccountId, subject: &T::AccountId) -> bool {
		Party::<T>::of(subject)
			.map_or(account == subject, |party| party.enterprise.controller == *account)
	}

	fn verification(account: &T::AccountId) -> VerificationLevel {
		Party::<T>::of(account)
			.map_or(VerificationLevel::None, |party| party.enterprise.level(Self::today()))
	}
}

impl<T: Config> TradeActivity<T::AccountId> for Pallet<T> {
	fn note_order(a: &T::AccountId, b: &T::AccountId, volume_class: u8) {
		let (Some(a), Some(b)) = (Party::<T>::of(a), Party::<T>::of(b)) else { return };
		let pair = ordered(a.id, b.id);
		let Some(relationship) = Relationships::<T>::get(pair) else { return };
		Self::note_order_of(pair, relationship, volume_class);
		let (subject, partner) = (a.enterprise.subject, b.enterprise.subject);
		Self::deposit_event(Event::OrderNoted { subject, partner, volume_class });
	}

	fn note_order_weight() -> Weight {
		T::WeightInfo::note_order()
	}
}

impl<T: Config> Registered<T::AccountId> for Pallet<T> {
	fn is_registered(account: &T::AccountId) -> bool {
		Accounts::<T>::contains_key(account)
	}
}

impl<T: Config> NetworkSignalsOf<T::AccountId> for Pallet<T> {
	fn signals(subject: &T::AccountId) -> NetworkSignals {
		let Some(id) = Accounts::<T>::get(subject) else { return NetworkSignals::default() };
		let position = Positions::<T>::get(id);
		NetworkSignals {
			concentration: position.herfindahl(),
			orders: position.orders.saturated_into(),
			closed_ring: position.is_in_closed_ring(),
		}
	}

	fn signals_weight() -> Weight {
		T::WeightInfo::signals()
	}
}
