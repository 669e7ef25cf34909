//! Who acts for an enterprise: rotation of its key, and recovery of a lost one.

use super::*;
use crate::party::Party;

impl<T: Config> Pallet<T> {
	/// How many accounts an enterprise may take by rotation alone. The rest is kept for recoveries,
	/// so that no rotation puts a lost key beyond help.
	pub(crate) fn rotation_limit() -> u32 {
		let all = T::MaxAccounts::get();
		all.saturating_sub(all / 4)
	}

	/// Refuses an account that acts for the enterprise already, that belongs to another one, or that
	/// would be more than `limit`.
	fn ensure_available(
		party: &Party<T>,
		account: &T::AccountId,
		limit: u32,
	) -> Result<(), Error<T>> {
		let Enterprise { controller, former, .. } = &party.enterprise;
		ensure!(controller != account, Error::<T>::AlreadyController);
		match Accounts::<T>::get(account) {
			Some(id) => ensure!(id == party.id, Error::<T>::AlreadyRegistered),
			None => {
				// The accounts are the former ones and the controller, and now one more.
				let accounts = (former.len() as u32).saturating_add(2);
				ensure!(accounts <= limit, Error::<T>::TooManyAccounts);
			},
		}
		Ok(())
	}

	/// Lets another, available account act for an enterprise.
	fn change_controller(mut party: Party<T>, account: T::AccountId) -> DispatchResult {
		let enterprise = &mut party.enterprise;
		let before = core::mem::replace(&mut enterprise.controller, account.clone());
		match enterprise.former.iter_mut().find(|former| **former == account) {
			Some(place) => *place = before.clone(),
			None => {
				let pushed = enterprise.former.try_push(before.clone());
				pushed.map_err(|_| Error::<T>::TooManyAccounts)?;
				Accounts::<T>::insert(&account, party.id);
			},
		}
		party.save();
		let subject = party.enterprise.subject;
		Self::deposit_event(Event::ControllerChanged { subject, before, account });
		Ok(())
	}

	/// Offers control to an account, or takes the offer back.
	pub(crate) fn do_offer(party: Party<T>, account: Option<T::AccountId>) -> DispatchResult {
		let before = Offers::<T>::get(party.id);
		match &account {
			Some(account) => {
				Self::ensure_available(&party, account, Self::rotation_limit())?;
				Offers::<T>::insert(party.id, account);
			},
			None => {
				ensure!(before.is_some(), Error::<T>::NoOffer);
				Offers::<T>::remove(party.id);
			},
		}
		let subject = party.enterprise.subject;
		Self::deposit_event(Event::ControlOffered { subject, before, account });
		Ok(())
	}

	/// Takes control that was offered.
	pub(crate) fn do_accept_control(
		account: T::AccountId,
		subject: &T::AccountId,
	) -> DispatchResult {
		let party = Party::<T>::of(subject).ok_or(Error::<T>::UnknownEnterprise)?;
		let offered = Offers::<T>::get(party.id).ok_or(Error::<T>::NoOffer)?;
		ensure!(offered == account, Error::<T>::NotSuccessor);
		Self::ensure_available(&party, &account, Self::rotation_limit())?;

		Offers::<T>::remove(party.id);
		Self::change_controller(party, account)
	}

	/// Opens the delay of a recovery; `registrar` is `None` for governance.
	pub(crate) fn do_start_recovery(
		registrar: Option<T::AccountId>,
		subject: &T::AccountId,
		account: T::AccountId,
	) -> DispatchResult {
		let party = Party::<T>::of(subject).ok_or(Error::<T>::UnknownEnterprise)?;
		ensure!(party.enterprise.was_verified(), Error::<T>::NeverVerified);
		ensure!(!Recoveries::<T>::contains_key(party.id), Error::<T>::RecoveryUnderWay);
		Self::ensure_available(&party, &account, T::MaxAccounts::get())?;

		let ready = Self::today().saturating_add(T::RecoveryDelay::get()).saturating_add(1);
		let recovery = Recovery { account: account.clone(), registrar: registrar.clone(), ready };
		Recoveries::<T>::insert(party.id, recovery);
		let subject = party.enterprise.subject;
		Self::deposit_event(Event::RecoveryStarted { subject, account, registrar, ready });
		Ok(())
	}

	/// Calls a recovery off; `by` is `None` for governance.
	pub(crate) fn do_cancel_recovery(
		by: Option<T::AccountId>,
		subject: &T::AccountId,
	) -> DispatchResult {
		let party = Party::<T>::of(subject).ok_or(Error::<T>::UnknownEnterprise)?;
		let recovery = Recoveries::<T>::get(party.id).ok_or(Error::<T>::NoRecovery)?;
		if let Some(by) = &by {
			let may = recovery
				.registrar
				.is_some_and(|registrar| *by == registrar || *by == party.enterprise.controller);
			ensure!(may, Error::<T>::MayNotCancel);
		}

		Recoveries::<T>::remove(party.id);
		let subject = party.enterprise.subject;
		Self::deposit_event(Event::RecoveryCancelled { subject, account: recovery.account, by });
		Ok(())
	}

	/// Takes control at the end of a recovery.
	pub(crate) fn do_finish_recovery(
		account: T::AccountId,
		subject: &T::AccountId,
	) -> DispatchResult {
		let party = Party::<T>::of(subject).ok_or(Error::<T>::UnknownEnterprise)?;
		let recovery = Recoveries::<T>::get(party.id).ok_or(Error::<T>::NoRecovery)?;
		ensure!(recovery.account == account, Error::<T>::NotSuccessor);
		ensure!(recovery.ready <= Self::today(), Error::<T>::RecoveryNotReady);
		if let Some(registrar) = &recovery.registrar {
			ensure!(T::Members::has_role(registrar, Role::Registrar), Error::<T>::NotRegistrar);
		}
		Self::ensure_available(&party, &account, T::MaxAccounts::get())?;

		Recoveries::<T>::remove(party.id);
		let subject = party.subject();
		if let Some(before) = Offers::<T>::take(party.id) {
			let event = Event::ControlOffered {
				subject: subject.clone(),
				before: Some(before),
				account: None,
			};
			Self::deposit_event(event);
		}
		Self::deposit_event(Event::RecoveryFinished { subject, account: account.clone() });
		Self::change_controller(party, account)
	}
}
