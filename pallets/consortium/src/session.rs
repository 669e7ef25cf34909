//! How membership becomes a validator set.

use crate::{Config, Event, Members, MinimumValidators, Pallet, PlannedValidators, WeightInfo};
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame::{prelude::*, traits::DefensiveTruncateFrom};
use pallet_session::{SessionManager, historical};
use sp_staking::{SessionIndex, offence::OffenceSeverity};

/// Takes a validator out of consensus at once.
pub trait DisableValidator<AccountId> {
	/// Disables the validator, or does nothing if it does not validate now or if too many are
	/// disabled already.
	fn disable(validator: AccountId, severity: OffenceSeverity);
}

impl<AccountId> DisableValidator<AccountId> for () {
	fn disable(_: AccountId, _: OffenceSeverity) {}
}

/// [`DisableValidator`] by the session pallet and its disabling strategy.
pub struct DisableInSession<T>(PhantomData<T>);

impl<T> DisableValidator<T::AccountId> for DisableInSession<T>
where
	T: pallet_session::Config<ValidatorId = <T as frame_system::Config>::AccountId>,
{
	fn disable(validator: T::AccountId, severity: OffenceSeverity) {
		pallet_session::Pallet::<T>::report_offence(validator, severity);
	}
}

/// The session pallet's `ValidatorIdOf`: a member is its own validator id, nobody else has one.
///
/// So only members can register session keys, and no stranger can fill the state with keys or take
/// one that a member is about to register. Suspended members can: new keys are what many of them
/// come back with.
pub struct MemberIdOf<T>(PhantomData<T>);

impl<T: Config> Convert<T::AccountId, Option<T::AccountId>> for MemberIdOf<T> {
	fn convert(account: T::AccountId) -> Option<T::AccountId> {
		Members::<T>::contains_key(&account).then_some(account)
	}
}

/// The historical session pallet's `FullIdentificationOf`: the account says everything.
pub struct UnitIdentificationOf;

impl<AccountId> Convert<AccountId, Option<()>> for UnitIdentificationOf {
	fn convert(_: AccountId) -> Option<()> {
		Some(())
	}
}

impl<T: Config> Pallet<T> {
	/// The validators of a session to come, if they are to change; never none at all.
	fn plan_session(session: SessionIndex) -> Option<Vec<T::AccountId>> {
		let validators = Self::validators();
		if validators.is_empty() {
			Self::deposit_event(Event::NoValidatorEligible { session });
			return None;
		}
		// There are no more validators than members.
		let validators = BoundedVec::<_, T::MaxMembers>::defensive_truncate_from(validators);
		if validators == PlannedValidators::<T>::get() {
			return None;
		}
		PlannedValidators::<T>::put(&validators);
		Self::deposit_event(Event::ValidatorsPlanned { session, validators: validators.clone() });
		Some(validators.into_inner())
	}
}

impl<T: Config> SessionManager<T::AccountId> for Pallet<T> {
	fn new_session(session: SessionIndex) -> Option<Vec<T::AccountId>> {
		// Rotation happens in the session pallet's hook, which knows nothing of this work.
		frame_system::Pallet::<T>::register_extra_weight_unchecked(
			T::WeightInfo::new_session(Members::<T>::count()),
			DispatchClass::Mandatory,
		);
		Self::look_through_suspensions();
		Self::plan_session(session)
	}

	fn new_session_genesis(session: SessionIndex) -> Option<Vec<T::AccountId>> {
		// Without members the session pallet's own genesis configuration decides. With members but
		// without enough validators it must not: its keys need not be those of members.
		let minimum = MinimumValidators::<T>::get();
		assert!(
			Members::<T>::count() == 0 || Self::validators().len() >= minimum as usize,
			"genesis: fewer than {minimum} members have both the validator role and session keys",
		);
		Self::plan_session(session)
	}

	fn start_session(_: SessionIndex) {}

	fn end_session(_: SessionIndex) {}
}

impl<T: Config> historical::SessionManager<T::AccountId, ()> for Pallet<T> {
	fn new_session(session: SessionIndex) -> Option<Vec<(T::AccountId, ())>> {
		<Self as SessionManager<_>>::new_session(session).map(identify)
	}

	fn new_session_genesis(session: SessionIndex) -> Option<Vec<(T::AccountId, ())>> {
		<Self as SessionManager<_>>::new_session_genesis(session).map(identify)
	}

	fn start_session(session: SessionIndex) {
		<Self as SessionManager<_>>::start_session(session);
	}

	fn end_session(session: SessionIndex) {
		<Self as SessionManager<_>>::end_session(session);
	}
}

/// See [`UnitIdentificationOf`].
fn identify<AccountId>(validators: Vec<AccountId>) -> Vec<(AccountId, ())> {
	validators.into_iter().map(|validator| (validator, ())).collect()
}
