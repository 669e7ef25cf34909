//! What enterprises sign off chain.

use super::*;
use hanse_signatures::{genesis_hash, is_signed};

impl<T: Config> Pallet<T> {
	/// Whether a signed day is one of those on which it may be used: `Err(true)` if it is over,
	/// `Err(false)` if it lies too far ahead.
	fn check_until(until: Day) -> Result<(), bool> {
		let today = Self::today();
		ensure!(until >= today, true);
		ensure!(until <= today.saturating_add(T::AgreementLifetime::get()), false);
		Ok(())
	}

	/// Refuses a consent that the account did not give, or not for now.
	pub(crate) fn ensure_consent(
		consent: &Consent<T::AccountId>,
		signature: &T::Signature,
	) -> DispatchResult {
		Self::check_until(consent.until).map_err(|over| {
			if over { Error::<T>::ConsentExpired } else { Error::<T>::ConsentTooLong }
		})?;
		let payload = consent.payload(&genesis_hash::<T>());
		ensure!(is_signed(signature, &consent.account, &payload), Error::<T>::WrongSignature);
		Ok(())
	}

	/// Refuses an agreement whose day is over or too far ahead.
	pub(crate) fn check_day(agreement: &Agreement<T::AccountId>) -> Result<(), Cause> {
		Self::check_until(agreement.until)
			.map_err(|over| if over { Cause::AgreementExpired } else { Cause::AgreementTooLong })
	}

	/// Refuses an agreement that one side did not sign.
	pub(crate) fn check_signatures(signed: &SignedAgreementOf<T>) -> Result<(), Cause> {
		let SignedAgreement { agreement, giver_signature, receiver_signature } = signed;
		let payload = agreement.payload(&genesis_hash::<T>());
		ensure!(is_signed(giver_signature, &agreement.giver, &payload), Cause::WrongGiverSignature);
		ensure!(
			is_signed(receiver_signature, &agreement.receiver, &payload),
			Cause::WrongReceiverSignature
		);
		Ok(())
	}
}
