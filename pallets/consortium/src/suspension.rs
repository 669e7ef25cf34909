//! Members that are members and may do nothing: by vote, for a while, or for proven misbehaviour.

use crate::{
	Config, DisableValidator, Error, Event, MemberOf, Members, Pallet, ProvisionalUntil,
	Suspension, SuspensionCause, SuspensionOf, Suspensions,
};
use alloc::vec::Vec;
use frame::prelude::*;
use sp_staking::offence::OffenceSeverity;

impl<T: Config> Pallet<T> {
	/// The suspension of a member, unless it has lapsed.
	pub(crate) fn suspension_in_force(account: &T::AccountId) -> Option<SuspensionOf<T>> {
		let now = frame_system::Pallet::<T>::block_number();
		Suspensions::<T>::get(account).filter(|suspension| suspension.is_in_force(&now))
	}

	/// Suspends by the vote of two thirds, and takes the seat.
	pub(crate) fn do_suspend(account: T::AccountId, evidence: H256) -> DispatchResult {
		let member = Members::<T>::get(&account).ok_or(Error::<T>::NotMember)?;
		let before = Self::suspension_in_force(&account);
		ensure!(
			!before.is_some_and(|suspension| suspension.takes_the_seat()),
			Error::<T>::AlreadySuspended
		);
		Self::ensure_can_go(&account, &member)?;

		Self::suspend(&account, SuspensionCause::Vote, Some(evidence), None);
		Self::take_seat(&account);
		Ok(())
	}

	/// Suspends by the vote of one third, for a while.
	pub(crate) fn do_suspend_provisionally(
		account: T::AccountId,
		evidence: H256,
	) -> DispatchResult {
		let member = Members::<T>::get(&account).ok_or(Error::<T>::NotMember)?;
		ensure!(Self::suspension_in_force(&account).is_none(), Error::<T>::AlreadySuspended);
		let now = frame_system::Pallet::<T>::block_number();
		if let Some(until) = ProvisionalUntil::<T>::get(&account) {
			let earliest = until.saturating_add(T::ProvisionalCoolDown::get());
			ensure!(now >= earliest, Error::<T>::TooSoon);
		}
		Self::ensure_room_for_suspension()?;
		Self::ensure_dispensable(&account, &member)?;

		let until = now.saturating_add(T::ProvisionalPeriod::get());
		Self::suspend(&account, SuspensionCause::Provisional, Some(evidence), Some(until));
		ProvisionalUntil::<T>::insert(account, until);
		Ok(())
	}

	/// Suspends who was proven to have misbehaved, unless it is suspended for that or by vote
	/// already, or the chain needs it. Returns whether it did.
	pub(crate) fn suspend_for_misbehaviour(account: &T::AccountId, member: &MemberOf<T>) -> bool {
		let before = Self::suspension_in_force(account);
		if before.is_some_and(|suspension| suspension.cause != SuspensionCause::Provisional) {
			return false;
		}
		if Self::ensure_dispensable(account, member).is_err() {
			Self::deposit_event(Event::SuspensionNotPossible { account: account.clone() });
			return false;
		}
		Self::suspend(account, SuspensionCause::Misbehaviour, None, None);
		true
	}

	/// Ends a suspension and gives the seat back if it was taken. Returns how many seats there are,
	/// or zero if that did not change.
	pub(crate) fn do_reinstate(account: T::AccountId) -> Result<u32, Error<T>> {
		ensure!(Members::<T>::contains_key(&account), Error::<T>::NotMember);
		let suspension = Self::suspension_in_force(&account).ok_or(Error::<T>::NotSuspended)?;

		Suspensions::<T>::remove(&account);
		Self::note_end_of_provisional(&account);
		let seats = if suspension.takes_the_seat() { Self::give_seat(&account) } else { 0 };
		Self::deposit_event(Event::MemberReinstated { account });
		Ok(seats)
	}

	/// Removes the suspensions that have lapsed, and disables those again who misbehaved: the
	/// session pallet forgets who is disabled whenever the set changes, and a change that was
	/// planned before the misbehaviour takes effect before the validator is gone.
	pub(crate) fn look_through_suspensions() {
		let now = frame_system::Pallet::<T>::block_number();
		for (account, suspension) in Suspensions::<T>::iter().collect::<Vec<_>>() {
			if !suspension.is_in_force(&now) {
				Suspensions::<T>::remove(&account);
				Self::deposit_event(Event::SuspensionLapsed { account });
			} else if suspension.cause == SuspensionCause::Misbehaviour {
				T::Disabling::disable(account, OffenceSeverity::max_severity());
			}
		}
	}

	/// Stores a suspension in place of the one before, and tells everybody.
	fn suspend(
		account: &T::AccountId,
		cause: SuspensionCause,
		evidence: Option<H256>,
		until: Option<BlockNumberFor<T>>,
	) {
		Self::note_end_of_provisional(account);
		let since = frame_system::Pallet::<T>::block_number();
		let suspension = Suspension { cause, evidence, since, until };
		Suspensions::<T>::insert(account, suspension);
		Self::deposit_event(Event::MemberSuspended { account: account.clone(), suspension });
	}

	/// Lets the cool-down begin now if a provisional suspension is cut short.
	fn note_end_of_provisional(account: &T::AccountId) {
		let now = frame_system::Pallet::<T>::block_number();
		if ProvisionalUntil::<T>::get(account).is_some_and(|until| until > now) {
			ProvisionalUntil::<T>::insert(account, now);
		}
	}

	/// Refuses to let less than two thirds of the seats sideline more than one third.
	fn ensure_room_for_suspension() -> Result<(), Error<T>> {
		let now = frame_system::Pallet::<T>::block_number();
		let (mut without_seat, mut without_vote) = (0u32, 0u32);
		for suspension in Suspensions::<T>::iter_values() {
			if suspension.takes_the_seat() {
				without_seat = without_seat.saturating_add(1);
			} else if suspension.is_in_force(&now) {
				without_vote = without_vote.saturating_add(1);
			}
		}
		let third = Members::<T>::count().saturating_sub(without_seat) / 3;
		ensure!(without_vote < third, Error::<T>::TooManySuspended);
		Ok(())
	}
}
