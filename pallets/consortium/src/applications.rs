//! From an application to a member, or to nothing.

use crate::{
	Application, ApplicationOf, Applications, Config, Error, Event, HoldReason, LegalEntities,
	MemberOf, Members, NameOf, Pallet,
};
use frame::{prelude::*, token::fungible::MutateHold};
use hanse_types::{CountryCode, LegalEntityId, Roles};

impl<T: Config> Pallet<T> {
	/// Holds the bond and keeps the application.
	pub(crate) fn do_apply(
		account: T::AccountId,
		name: NameOf<T>,
		country: CountryCode,
		legal_entity: LegalEntityId,
		roles: Roles,
		documents: H256,
	) -> DispatchResult {
		let now = frame_system::Pallet::<T>::block_number();
		let expires_at = now.saturating_add(T::ApplicationPeriod::get());
		let application = Application {
			name,
			country,
			legal_entity,
			roles,
			documents,
			sponsor: None,
			expires_at,
		};

		Self::ensure_well_formed(&application.to_member(now, None))?;
		Self::ensure_new(&account, legal_entity)?;
		ensure!(!Applications::<T>::contains_key(&account), Error::<T>::AlreadyApplied);
		ensure!(
			Applications::<T>::count() < T::MaxApplications::get(),
			Error::<T>::TooManyApplications
		);

		T::Currency::hold(&HoldReason::Bond.into(), &account, T::Bond::get())?;
		Applications::<T>::insert(&account, &application);
		let hash = application.content_hash();
		Self::deposit_event(Event::ApplicationSubmitted { account, hash, application });
		Ok(())
	}

	/// Makes an applicant a member if it is the one that was voted on, and returns how many seats
	/// there are now.
	pub(crate) fn do_admit_applicant(
		account: T::AccountId,
		hash: H256,
	) -> Result<u32, DispatchError> {
		let application = Self::open_application(&account, hash)?;
		let sponsor = application
			.sponsor
			.as_ref()
			.filter(|sponsor| Self::is_in_good_standing(sponsor))
			.ok_or(Error::<T>::NotSponsored)?;
		let now = frame_system::Pallet::<T>::block_number();
		let member = application.to_member(now, Some(sponsor.clone()));
		Self::ensure_admissible(&account, &member)?;

		Applications::<T>::remove(&account);
		Ok(Self::do_admit(account, member))
	}

	/// Lets a member vouch for an application.
	pub(crate) fn do_sponsor(
		sponsor: T::AccountId,
		account: T::AccountId,
		hash: H256,
	) -> DispatchResult {
		Self::ensure_in_good_standing(&sponsor)?;
		let mut application = Self::open_application(&account, hash)?;
		// Who has left or is suspended vouches for nobody, and stands in nobody's way.
		ensure!(
			!application.sponsor.as_ref().is_some_and(Self::is_in_good_standing),
			Error::<T>::AlreadySponsored
		);

		application.sponsor = Some(sponsor.clone());
		Applications::<T>::insert(&account, application);
		Self::deposit_event(Event::ApplicationSponsored { account, sponsor, hash });
		Ok(())
	}

	/// Lets the sponsor take its word back.
	pub(crate) fn do_withdraw_sponsorship(
		sponsor: T::AccountId,
		account: T::AccountId,
	) -> DispatchResult {
		let mut application = Applications::<T>::get(&account).ok_or(Error::<T>::NoApplication)?;
		ensure!(application.sponsor.as_ref() == Some(&sponsor), Error::<T>::NotSponsor);

		application.sponsor = None;
		Applications::<T>::insert(&account, application);
		Self::deposit_event(Event::SponsorshipWithdrawn { account, sponsor });
		Ok(())
	}

	/// Gives the whole bond back, whatever is left of it and whatever a bond costs today.
	///
	/// An account has at most one: an applicant is no member, and a member does not apply.
	pub(crate) fn release_bond(account: &T::AccountId) {
		let released =
			T::Currency::release_all(&HoldReason::Bond.into(), account, Precision::BestEffort);
		// Nothing can keep a hold from being released to its owner.
		defensive_assert!(released.is_ok(), "a bond could not be released");
	}

	/// Destroys the whole bond and returns how much that was.
	pub(crate) fn burn_bond(account: &T::AccountId) -> Result<crate::BalanceOf<T>, DispatchError> {
		T::Currency::burn_all_held(
			&HoldReason::Bond.into(),
			account,
			Precision::BestEffort,
			Fortitude::Force,
		)
	}

	/// The application of the account, if it still says what the hash says and can still be
	/// admitted.
	fn open_application(account: &T::AccountId, hash: H256) -> Result<ApplicationOf<T>, Error<T>> {
		let application = Applications::<T>::get(account).ok_or(Error::<T>::NoApplication)?;
		ensure!(application.content_hash() == hash, Error::<T>::ApplicationChanged);
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(!application.is_expired(now), Error::<T>::ApplicationExpired);
		Ok(application)
	}

	/// Refuses whom the consortium must not let in.
	pub(crate) fn ensure_admissible(
		account: &T::AccountId,
		member: &MemberOf<T>,
	) -> Result<(), Error<T>> {
		Self::ensure_well_formed(member)?;
		Self::ensure_new(account, member.legal_entity)?;
		ensure!(Members::<T>::count() < T::MaxMembers::get(), Error::<T>::TooManyMembers);
		Ok(())
	}

	/// Refuses what cannot be an organisation.
	fn ensure_well_formed(member: &MemberOf<T>) -> Result<(), Error<T>> {
		ensure!(member.has_valid_name(), Error::<T>::InvalidName);
		member.country.validate().map_err(|_| Error::<T>::UnknownCountry)?;
		member.legal_entity.validate().map_err(|_| Error::<T>::InvalidLegalEntity)
	}

	/// Refuses who or what is a member already.
	fn ensure_new(account: &T::AccountId, legal_entity: LegalEntityId) -> Result<(), Error<T>> {
		ensure!(!Members::<T>::contains_key(account), Error::<T>::AlreadyMember);
		ensure!(!LegalEntities::<T>::contains_key(legal_entity), Error::<T>::LegalEntityTaken);
		Ok(())
	}
}
