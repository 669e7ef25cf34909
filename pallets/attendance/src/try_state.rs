//! What holds between any two blocks.

use crate::{Absent, Config, CurrentTally, LastSession, LastSlot, Pallet, Tolerance};
use alloc::vec::Vec;
use frame::{deps::sp_runtime::TryRuntimeError, prelude::*};
use hanse_traits::ValidatorPool;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_slot_is_not_ahead()?;
		Self::check_tally_is_of_validators()?;
		Self::check_last_session_is_over()?;
		Self::check_absences_are_past()?;
		Self::check_absent_are_not_eligible()?;
		Self::check_tolerance_is_a_share()
	}

	/// 1. No slot was counted that Aura has not seen.
	fn check_slot_is_not_ahead() -> Result<(), TryRuntimeError> {
		let current = pallet_aura::CurrentSlot::<T>::get();
		ensure!(
			LastSlot::<T>::get().is_none_or(|last| u64::from(last) <= u64::from(current)),
			"the last slot is to come"
		);
		Ok(())
	}

	/// 2. Nothing is noted about a validator that is none.
	fn check_tally_is_of_validators() -> Result<(), TryRuntimeError> {
		ensure!(
			CurrentTally::<T>::get().authors.len()
				<= pallet_session::Pallet::<T>::validators().len(),
			"the tally has more authors than there are validators"
		);
		Ok(())
	}

	/// 3. The last session is one that ended, with everybody in it once.
	fn check_last_session_is_over() -> Result<(), TryRuntimeError> {
		let Some(last) = LastSession::<T>::get() else { return Ok(()) };
		ensure!(
			last.session < pallet_session::Pallet::<T>::current_index(),
			"the last session is not over"
		);
		let mut accounts = last.authors.iter().map(|(account, _)| account).collect::<Vec<_>>();
		accounts.sort();
		ensure!(accounts.is_sorted_by(|a, b| a < b), "an author stands in the last session twice");
		Ok(())
	}

	/// 4. Who is set aside missed slots in a session that ended.
	fn check_absences_are_past() -> Result<(), TryRuntimeError> {
		let session = pallet_session::Pallet::<T>::current_index();
		for absence in Absent::<T>::iter_values() {
			ensure!(absence.session < session, "an absence is to come");
			ensure!(absence.missed > 0, "a validator that missed nothing is set aside");
		}
		Ok(())
	}

	/// 5. Who is set aside is not planned with.
	fn check_absent_are_not_eligible() -> Result<(), TryRuntimeError> {
		ensure!(
			!T::Pool::eligible().iter().any(Absent::<T>::contains_key),
			"a validator that is set aside is eligible"
		);
		Ok(())
	}

	/// 6. The tolerance is no more than the whole.
	fn check_tolerance_is_a_share() -> Result<(), TryRuntimeError> {
		ensure!(Tolerance::<T>::get() <= Perbill::one(), "the tolerance is no share");
		Ok(())
	}
}
