//! Who takes part in a call.

use super::*;

/// An enterprise with its id.
pub(crate) struct Party<T: Config> {
	/// Its number in the network.
	pub id: EnterpriseId,
	/// What is known of it.
	pub enterprise: EnterpriseOf<T>,
}

impl<T: Config> Party<T> {
	/// The enterprise that an account belongs to.
	pub fn of(account: &T::AccountId) -> Option<Self> {
		let id = Accounts::<T>::get(account)?;
		let enterprise = Enterprises::<T>::get(id);
		defensive_assert!(enterprise.is_some(), "an account belongs to an enterprise that exists");
		Some(Self { id, enterprise: enterprise? })
	}

	/// The enterprise for which an account acts.
	pub fn controlled_by(account: &T::AccountId) -> Result<Self, Cause> {
		let party = Self::of(account).ok_or(Cause::UnknownPartner)?;
		ensure!(party.enterprise.controller == *account, Cause::NotController);
		Ok(party)
	}

	/// The enterprise as records see it.
	pub fn subject(&self) -> T::AccountId {
		self.enterprise.subject.clone()
	}

	/// Stores what was changed about it.
	pub fn save(&self) {
		Enterprises::<T>::insert(self.id, &self.enterprise);
	}
}

impl<T: Config> Pallet<T> {
	/// The controller that signed, and its enterprise.
	pub(crate) fn ensure_controller(
		origin: OriginFor<T>,
	) -> Result<(T::AccountId, Party<T>), DispatchError> {
		let account = ensure_signed(origin)?;
		let party = Party::<T>::of(&account).ok_or(Error::<T>::NotRegistered)?;
		ensure!(party.enterprise.controller == account, Error::<T>::NotController);
		Ok((account, party))
	}

	/// The registrar that signed.
	pub(crate) fn ensure_registrar(origin: OriginFor<T>) -> Result<T::AccountId, DispatchError> {
		let account = ensure_signed(origin)?;
		ensure!(T::Members::has_role(&account, Role::Registrar), Error::<T>::NotRegistrar);
		Ok(account)
	}

	/// The account that signed; `None` for governance.
	pub(crate) fn ensure_governance_or_signed(
		origin: OriginFor<T>,
	) -> Result<Option<T::AccountId>, DispatchError> {
		match T::GovernanceOrigin::try_origin(origin) {
			Ok(_) => Ok(None),
			Err(origin) => Ok(Some(ensure_signed(origin)?)),
		}
	}

	/// The registrar that signed; `None` for governance.
	pub(crate) fn ensure_governance_or_registrar(
		origin: OriginFor<T>,
	) -> Result<Option<T::AccountId>, DispatchError> {
		match T::GovernanceOrigin::try_origin(origin) {
			Ok(_) => Ok(None),
			Err(origin) => Self::ensure_registrar(origin).map(Some),
		}
	}

	/// The day of the block.
	pub(crate) fn today() -> Day {
		const DAY: u64 = 24 * 60 * 60;
		u32::try_from(T::Time::now().as_secs() / DAY).unwrap_or(Day::MAX)
	}
}
