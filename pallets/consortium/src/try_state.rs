//! What holds between any two blocks.

use crate::{Config, LegalEntities, Members, Pallet, PlannedValidators};
use frame::{deps::sp_runtime::TryRuntimeError, prelude::*};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_members_are_counted()?;
		Self::check_members_are_valid()?;
		Self::check_legal_entities_are_members()?;
		Self::check_plan_is_in_order()?;
		Self::check_validators_are_enough()
	}

	/// 1. The count is right and within bounds.
	fn check_members_are_counted() -> Result<(), TryRuntimeError> {
		let count = Members::<T>::iter().count();
		ensure!(count == Members::<T>::count() as usize, "members are miscounted");
		ensure!(count <= T::MaxMembers::get() as usize, "too many members");
		Ok(())
	}

	/// 2. Every member is one that could be admitted.
	fn check_members_are_valid() -> Result<(), TryRuntimeError> {
		for (_, member) in Members::<T>::iter() {
			ensure!(member.has_valid_name(), "a member has an invalid name");
			ensure!(member.country.validate().is_ok(), "a member has an unknown country");
			ensure!(member.legal_entity.validate().is_ok(), "a member has an invalid identifier");
		}
		Ok(())
	}

	/// 3. Members and legal entities are one to one.
	fn check_legal_entities_are_members() -> Result<(), TryRuntimeError> {
		for (account, member) in Members::<T>::iter() {
			ensure!(
				LegalEntities::<T>::get(member.legal_entity) == Some(account),
				"a member's legal entity belongs to nobody or to another"
			);
		}
		ensure!(
			LegalEntities::<T>::iter().count() == Members::<T>::iter().count(),
			"a legal entity belongs to no member"
		);
		Ok(())
	}

	/// 4. The plan is in order and names nobody twice.
	fn check_plan_is_in_order() -> Result<(), TryRuntimeError> {
		ensure!(
			PlannedValidators::<T>::get().is_sorted_by(|a, b| a < b),
			"the planned validators are out of order"
		);
		Ok(())
	}

	/// 5. Where there are members, there are enough validators.
	fn check_validators_are_enough() -> Result<(), TryRuntimeError> {
		ensure!(
			Members::<T>::count() == 0
				|| Self::validators().len() >= T::MinValidators::get() as usize,
			"fewer validators than there must be"
		);
		Ok(())
	}
}
