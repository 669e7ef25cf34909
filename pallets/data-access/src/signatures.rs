//! What accounts of subjects sign off chain.

use super::*;

/// Whether the account signed the payload, as it is or as browser wallets wrap it: they sign no bytes
/// that could be a transaction.
pub(crate) fn is_signed<S: Verify>(
	signature: &S,
	account: &<S::Signer as IdentifyAccount>::AccountId,
	payload: &[u8],
) -> bool {
	signature.verify(payload, account) || signature.verify(&wrapped(payload)[..], account)
}

/// The payload as browser wallets sign it.
pub(crate) fn wrapped(payload: &[u8]) -> Vec<u8> {
	[b"<Bytes>", payload, b"</Bytes>"].concat()
}

impl<T: Config> Pallet<T> {
	/// What every payload names the chain by.
	pub(crate) fn genesis_hash() -> T::Hash {
		frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero())
	}

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
		let payload = permission.payload(&Self::genesis_hash());
		ensure!(is_signed(signature, account, &payload), Error::<T>::WrongSignature);
		Ok(())
	}

	/// Refuses a revocation that the account did not sign.
	pub(crate) fn ensure_revoked(
		revocation: &Revocation<T::AccountId>,
		signature: &T::Signature,
	) -> DispatchResult {
		let payload = revocation.payload(&Self::genesis_hash());
		let is_good = is_signed(signature, &revocation.account, &payload);
		ensure!(is_good, Error::<T>::WrongSignature);
		Ok(())
	}
}
