//! The end of adverse evidence, for subjects about which nothing new is said.

use super::*;

impl<T: Config> Pallet<T> {
	/// Notes that a subject has adverse evidence that leaves at the beginning of a half-year.
	pub(crate) fn note_leaving(half_year: u16, subject: &T::AccountId) {
		LeavingCount::<T>::mutate(half_year, |number| {
			Leaving::<T>::insert(half_year, *number, subject);
			number.saturating_inc();
		});
	}

	/// Drops what has reached its end, in order, as far as the meter allows.
	pub(crate) fn let_leave(now: Moment, meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::leave_nothing()).is_err() {
			return;
		}
		let today = now.checked_div(Subject::HALF_YEAR).unwrap_or(0);
		let today = u16::try_from(today).unwrap_or(u16::MAX);
		let parameters = T::Parameters::get();
		let before = LeavingCursor::<T>::get();
		let mut cursor = before;
		while cursor.half_year <= today {
			if !meter.can_consume(T::WeightInfo::leave().max(T::WeightInfo::pass_half_year())) {
				break;
			}
			match Leaving::<T>::take(cursor.half_year, cursor.number) {
				Some(subject) => {
					meter.consume(T::WeightInfo::leave());
					Subjects::<T>::mutate_extant(&subject, |known| {
						known.state.advance(now, &parameters);
						Self::announce(&subject, known, &parameters);
					});
					cursor.number = cursor.number.saturating_add(1);
				},
				None => {
					meter.consume(T::WeightInfo::pass_half_year());
					LeavingCount::<T>::remove(cursor.half_year);
					let Some(next) = cursor.half_year.checked_add(1) else { break };
					cursor = LeavingPlace { half_year: next, number: 0 };
				},
			}
		}
		if cursor != before {
			LeavingCursor::<T>::put(cursor);
		}
	}
}
