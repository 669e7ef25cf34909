//! What accounts of subjects sign off chain.

use super::*;
use hanse_signatures::{genesis_hash, is_signed};

impl<T: Config> Pallet<T> {
	/// Refuses a permission that the account did not give, or not for now.
	pub(crate) fn ensure_permitted(
		permission: &Permission<T::AccountId>,
		signature: &T::Signature,
	) -> DispatchResult {
		let Permission { account, changes, bring_by, .. } = permission;
		let today = day_of(Self::now());
		ensure!(*bring_by >= today, Error::<T>::PermissionExpired);
		let latest = today.saturating_add(T::PermissionLifetime::get());
		ensure!(*bring_by <= latest, Error::<T>::PermissionTooLong);
		let known = Files::<T>::get(T::Subjects::subject_of(account)).changes;
		ensure!(*changes == known, Error::<T>::PermissionOutdated);
		let payload = permission.payload(&genesis_hash::<T>());
		ensure!(is_signed(signature, account, &payload), Error::<T>::WrongSignature);
		Ok(())
	}

	/// Refuses a revocation that the account did not sign.
	pub(crate) fn ensure_revoked(
		revocation: &Revocation<T::AccountId>,
		signature: &T::Signature,
	) -> DispatchResult {
		let payload = revocation.payload(&genesis_hash::<T>());
		let is_good = is_signed(signature, &revocation.account, &payload);
		ensure!(is_good, Error::<T>::WrongSignature);
		Ok(())
	}
}
