//! What is to be looked at on which day: objections to be closed, decisions and raised levels to be
//! forgotten.
//!
//! Whatever waits for a moment is filed for the day on which that has come. When the day is there, it is
//! looked up what is to be done about the record: a contest may be over long before its deadline, and
//! then there is nothing to do. So no entry has to be found and removed when things take another turn.

use super::*;
use crate::queue::day;
use hanse_credit_model::DAY;

/// The first day that begins at the moment or after it.
pub(crate) fn day_from(moment: Moment) -> u32 {
	day(moment.saturating_add(DAY.saturating_sub(1)))
}

impl<T: Config> Pallet<T> {
	/// Files a record for the first day on which the moment has come.
	pub(crate) fn file(provider: &T::AccountId, sequence: u64, moment: Moment) {
		let today = day(Self::block_time());
		if !AgendaCursor::<T>::exists() {
			// Nothing lies before the first entry of all.
			AgendaCursor::<T>::put(Place { day: today, number: 0 });
		}
		// Today may have been worked off.
		let day = day_from(moment).max(today.saturating_add(1));
		let entry = (provider.clone(), sequence);
		AgendaPages::<T>::mutate(day, |pages| {
			let appended = pages
				.checked_sub(1)
				.is_some_and(|last| Agenda::<T>::try_append(day, last, &entry).is_ok());
			if !appended {
				Agenda::<T>::insert(day, *pages, AgendaOf::<T>::truncate_from(alloc::vec![entry]));
				pages.saturating_inc();
			}
		});
	}

	/// Works off the days that have begun, in order, as far as the meter allows.
	pub(crate) fn work_off_agenda(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::agenda_nothing()).is_err() {
			return;
		}
		let Some(begin) = AgendaCursor::<T>::get() else { return };
		let now = Self::block_time();
		let today = day(now);
		let (page, entry) = (T::WeightInfo::agenda_page(), T::WeightInfo::agenda_entry());
		let mut place = begin;
		while place.day <= today {
			if place.number >= AgendaPages::<T>::get(place.day) {
				if meter.try_consume(T::WeightInfo::agenda_day()).is_err() {
					break;
				}
				AgendaPages::<T>::remove(place.day);
				place = Place { day: place.day.saturating_add(1), number: 0 };
				continue;
			}
			// A page is read as a whole, and not without doing something on it.
			if !meter.can_consume(page.saturating_add(entry)) {
				break;
			}
			meter.consume(page);
			let due = Agenda::<T>::take(place.day, place.number).unwrap_or_default();
			let mut due = due.into_iter();
			while meter.can_consume(entry) {
				let Some((provider, sequence)) = due.next() else { break };
				meter.consume(entry);
				Self::take_turn(provider, sequence, now);
			}
			let left = AgendaOf::<T>::truncate_from(due.collect());
			if left.is_empty() {
				place.number.saturating_inc();
			} else {
				Agenda::<T>::insert(place.day, place.number, left);
				break;
			}
		}
		if place != begin {
			AgendaCursor::<T>::put(place);
		}
	}

	/// Does what is to be done about a record now, if anything is.
	pub(crate) fn take_turn(provider: T::AccountId, sequence: u64, now: Moment) {
		let objection = Objections::<T>::get(&provider, sequence);
		let expires = match objection {
			Some(objection) if objection.is_over(now) => {
				let resolution = objection.default_outcome();
				Self::conclude(objection, resolution);
				return;
			},
			Some(objection) => Some(objection.applied.expires),
			None => Decisions::<T>::get(&provider, sequence).map(|decision| decision.expires),
		};
		// Who was never contested is on the agenda for its expiry alone.
		if expires.is_some_and(|expires| expires > now) {
			return;
		}
		Raised::<T>::remove(&provider, sequence);
		if Decisions::<T>::take(&provider, sequence).is_some() {
			Self::deposit_event(Event::DecisionExpired { provider, sequence });
		}
	}
}
