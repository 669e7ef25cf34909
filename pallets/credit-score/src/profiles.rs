//! Weights of a member's own: the same evidence, seen for a purpose. They change no score but the one
//! that is asked for by them.

use super::*;
use hanse_credit_model::{Profile, ScoreReport};

impl<T: Config> Pallet<T> {
	/// Sets a member's weights for a purpose.
	pub(crate) fn do_set_profile(
		member: T::AccountId,
		purpose: Purpose,
		profile: Profile,
	) -> DispatchResult {
		ensure!(T::Members::is_member(&member), Error::<T>::NotMember);
		ensure!(T::Members::has_role(&member, purpose.role()), Error::<T>::RoleMissing);
		profile.validate().map_err(|error| Error::<T>::InvalidProfile { cause: error.into() })?;
		let old = Profiles::<T>::get(&member, purpose);
		Profiles::<T>::insert(&member, purpose, profile);
		Self::deposit_event(Event::ProfileSet { member, purpose, old, new: profile });
		Ok(())
	}

	/// Removes a member's weights for a purpose.
	pub(crate) fn do_remove_profile(member: T::AccountId, purpose: Purpose) -> DispatchResult {
		let profile = Profiles::<T>::take(&member, purpose).ok_or(Error::<T>::NoProfile)?;
		Self::deposit_event(Event::ProfileRemoved { member, purpose, profile });
		Ok(())
	}

	/// The score of a subject by a member's weights, as long as it has the role that goes with them.
	pub(crate) fn report_by(
		subject: &T::AccountId,
		member: &T::AccountId,
		purpose: Purpose,
	) -> Option<ScoreReport> {
		let profile = Profiles::<T>::get(member, purpose)
			.filter(|_| T::Members::has_role(member, purpose.role()))?;
		Self::report_with(subject, &Current::<T>::get().with_profile(&profile))
	}
}
