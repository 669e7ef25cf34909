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

	/// What it costs at most to work off one entry of the list, or to pass the end of a half-year.
	pub(crate) fn leaving_step() -> Weight {
		Burden::MOST.weight::<T>(T::WeightInfo::leave).max(T::WeightInfo::pass_half_year())
	}

	/// Drops what has reached its end, in order, as far as the meter allows.
	pub(crate) fn let_leave(now: Moment, meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::leave_nothing()).is_err() {
			return;
		}
		let today = now.checked_div(Subject::HALF_YEAR).unwrap_or(0);
		let today = u16::try_from(today).unwrap_or(u16::MAX);
		let before = LeavingCursor::<T>::get();
		let step = Self::leaving_step();
		if before.half_year > today || !meter.can_consume(step) {
			return;
		}
		let mut work = Work::<T>::begin();
		let (mut cursor, mut subjects) = (before, 0u32);
		while cursor.half_year <= today && meter.can_consume(step) {
			match Leaving::<T>::take(cursor.half_year, cursor.number) {
				Some(subject) => {
					let burden = Subjects::<T>::mutate_extant(&subject, |known| {
						let burden = Burden::of(&known.state, work.parameters());
						known.state.release(now);
						work.look(&subject, known, now, None, Some(Cause::Expired));
						burden
					});
					meter.consume(burden.weight::<T>(T::WeightInfo::leave));
					cursor.number = cursor.number.saturating_add(1);
					subjects.saturating_inc();
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
		if subjects > 0 {
			Self::deposit_event(Event::EvidenceLeft { subjects });
		}
		work.finish();
	}
}
