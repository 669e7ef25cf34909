//! What follows from attendance when a session ends.

use crate::{
	Absence, Absent, Config, CurrentTally, Event, LastSession, Pallet, SessionTallyOf, Tolerance,
	WeightInfo,
};
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame::prelude::*;
use hanse_traits::ValidatorPool;
use pallet_session::{SessionManager, historical};
use sp_staking::SessionIndex;

/// A session manager that judges attendance whenever a session ends, before `Inner` plans another.
///
/// It can stand around a [`historical`] manager as well as inside of one.
pub struct AttendedSessions<T, Inner>(PhantomData<(T, Inner)>);

impl<T: Config, Inner: SessionManager<T::AccountId>> SessionManager<T::AccountId>
	for AttendedSessions<T, Inner>
{
	fn new_session(session: SessionIndex) -> Option<Vec<T::AccountId>> {
		Inner::new_session(session)
	}

	fn new_session_genesis(session: SessionIndex) -> Option<Vec<T::AccountId>> {
		Inner::new_session_genesis(session)
	}

	fn start_session(session: SessionIndex) {
		Inner::start_session(session);
	}

	fn end_session(session: SessionIndex) {
		Pallet::<T>::close_tally(session);
		Inner::end_session(session);
	}
}

impl<T, Identification, Inner> historical::SessionManager<T::AccountId, Identification>
	for AttendedSessions<T, Inner>
where
	T: Config,
	Inner: historical::SessionManager<T::AccountId, Identification>,
{
	fn new_session(session: SessionIndex) -> Option<Vec<(T::AccountId, Identification)>> {
		<Inner as historical::SessionManager<_, _>>::new_session(session)
	}

	fn new_session_genesis(session: SessionIndex) -> Option<Vec<(T::AccountId, Identification)>> {
		<Inner as historical::SessionManager<_, _>>::new_session_genesis(session)
	}

	fn start_session(session: SessionIndex) {
		<Inner as historical::SessionManager<_, _>>::start_session(session);
	}

	fn end_session(session: SessionIndex) {
		Pallet::<T>::close_tally(session);
		<Inner as historical::SessionManager<_, _>>::end_session(session);
	}
}

impl<T: Config> Pallet<T> {
	/// Ends the counting for a session whose validators are still those of the session pallet.
	pub(crate) fn close_tally(session: SessionIndex) {
		let tally = Self::name_authors(session, CurrentTally::<T>::take());
		// Rotation happens in the session pallet's hook, which knows nothing of this work.
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			<T as Config>::WeightInfo::end_session(tally.authors.len().saturated_into()),
			DispatchClass::Mandatory,
		);
		LastSession::<T>::put(&tally);
		Self::judge(tally);
	}

	/// Sets the absent aside as far as that can be borne.
	fn judge(tally: SessionTallyOf<T>) {
		let session = tally.session;
		let sum = |of: fn(&crate::Attendance) -> u32| {
			let each = tally.authors.iter().map(|(_, attendance)| u64::from(of(attendance)));
			each.fold(0, u64::saturating_add)
		};
		let authored = sum(|attendance| attendance.authored);
		let slots = sum(crate::Attendance::due).saturating_add(tally.outage.into());
		if authored.saturating_mul(2) < slots {
			Self::deposit_event(Event::SessionNotJudged { session, authored, slots });
			return;
		}

		let tolerance = Tolerance::<T>::get();
		let mut absent = tally.authors.into_inner();
		absent.retain(|(_, attendance)| {
			attendance.due() >= T::MinSlots::get()
				&& !attendance.returned
				&& attendance.missed_more_than(tolerance)
		});
		if !absent.is_empty() {
			absent.sort_by(|(a, one), (b, other)| other.missed.cmp(&one.missed).then(a.cmp(b)));
			Self::set_aside(session, absent);
		}
	}

	/// Sets accounts aside, in this order, as long as enough remain.
	fn set_aside(session: SessionIndex, absent: Vec<(T::AccountId, crate::Attendance)>) {
		let eligible = T::Pool::eligible();
		// Whatever the pool says: without any validator the chain stands still.
		let minimum = T::Pool::minimum().max(1) as usize;
		let mut left = eligible.len();
		for (account, attendance) in absent {
			// Who is not planned with anyway need not be set aside, and may be no member any more.
			if !eligible.contains(&account) {
				continue;
			}
			let (authored, missed) = (attendance.authored, attendance.missed);
			if left > minimum {
				left = left.saturating_sub(1);
				Absent::<T>::insert(&account, Absence { session, authored, missed });
				Self::deposit_event(Event::ValidatorSetAside {
					account,
					session,
					authored,
					missed,
				});
			} else {
				Self::deposit_event(Event::AbsenceTolerated { account, session, authored, missed });
			}
		}
	}
}
