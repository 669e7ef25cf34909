//! What holds between any two blocks.

use crate::{
	Applications, Config, LegalEntities, Members, MinimumValidators, Nodes, Pallet,
	PlannedValidators, ProvisionalUntil, SuspensionCause, Suspensions,
};
use alloc::collections::BTreeSet;
use frame::{deps::sp_runtime::TryRuntimeError, prelude::*};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_members_are_counted()?;
		Self::check_members_are_valid()?;
		Self::check_legal_entities_are_members()?;
		Self::check_applications_are_open()?;
		Self::check_bonds_are_held()?;
		Self::check_suspensions_are_of_members()?;
		Self::check_ends_of_suspensions_agree()?;
		Self::check_nodes_are_of_members()?;
		Self::check_somebody_has_a_seat()?;
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

	/// 2. Every member is one that could be admitted, and was admitted in the past.
	fn check_members_are_valid() -> Result<(), TryRuntimeError> {
		let now = frame_system::Pallet::<T>::block_number();
		for (_, member) in Members::<T>::iter() {
			ensure!(member.has_valid_name(), "a member has an invalid name");
			ensure!(member.country.validate().is_ok(), "a member has an unknown country");
			ensure!(member.legal_entity.validate().is_ok(), "a member has an invalid identifier");
			ensure!(member.admitted_at <= now, "a member was admitted in the future");
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

	/// 4. Applications are counted, within bounds, and made by strangers who gave valid
	///    identifiers.
	fn check_applications_are_open() -> Result<(), TryRuntimeError> {
		let count = Applications::<T>::iter().count();
		ensure!(count == Applications::<T>::count() as usize, "applications are miscounted");
		ensure!(count <= T::MaxApplications::get() as usize, "too many applications");

		let now = frame_system::Pallet::<T>::block_number();
		let latest = now.saturating_add(T::ApplicationPeriod::get());
		for (account, application) in Applications::<T>::iter() {
			ensure!(!Members::<T>::contains_key(&account), "a member has applied");
			ensure!(
				application.to_member(now, None).has_valid_name(),
				"an applicant has an invalid name"
			);
			ensure!(
				application.legal_entity.validate().is_ok(),
				"an applicant has an invalid identifier"
			);
			ensure!(application.expires_at <= latest, "an application is open for too long");
		}
		Ok(())
	}

	/// 5. The bond of every applicant is held. So is that of every member that applied, but for
	///    what reporters were paid out of it. Other members have none.
	fn check_bonds_are_held() -> Result<(), TryRuntimeError> {
		for account in Applications::<T>::iter_keys() {
			ensure!(Self::bond(account) == T::Bond::get(), "an applicant's bond is not held");
		}
		for (account, member) in Members::<T>::iter() {
			let held = Self::bond(account);
			match member.sponsor {
				Some(_) => ensure!(held <= T::Bond::get(), "a member's bond is too high"),
				None => ensure!(held.is_zero(), "a member that did not apply has a bond"),
			}
		}
		Ok(())
	}

	/// 6. Suspensions are counted and are those of members; only a provisional one has an end, and
	///    only proven misbehaviour goes without evidence.
	fn check_suspensions_are_of_members() -> Result<(), TryRuntimeError> {
		let count = Suspensions::<T>::iter().count();
		ensure!(count == Suspensions::<T>::count() as usize, "suspensions are miscounted");

		let now = frame_system::Pallet::<T>::block_number();
		for (account, suspension) in Suspensions::<T>::iter() {
			let cause = suspension.cause;
			ensure!(Members::<T>::contains_key(&account), "a stranger is suspended");
			ensure!(suspension.since <= now, "a suspension began in the future");
			ensure!(
				suspension.until.is_some() == (cause == SuspensionCause::Provisional),
				"a suspension that ends by itself is not provisional, or the other way round"
			);
			ensure!(
				suspension.evidence.is_none() == (cause == SuspensionCause::Misbehaviour),
				"a suspension has no evidence, or needs none"
			);
		}
		Ok(())
	}

	/// 7. The last provisional suspension is one of a member's, ends in time, and ends when the
	///    suspension does.
	fn check_ends_of_suspensions_agree() -> Result<(), TryRuntimeError> {
		let latest =
			frame_system::Pallet::<T>::block_number().saturating_add(T::ProvisionalPeriod::get());
		for (account, until) in ProvisionalUntil::<T>::iter() {
			ensure!(Members::<T>::contains_key(&account), "a stranger was suspended");
			ensure!(until <= latest, "a provisional suspension is too long");
		}
		for (account, suspension) in Suspensions::<T>::iter() {
			ensure!(
				suspension.cause != SuspensionCause::Provisional
					|| ProvisionalUntil::<T>::get(&account) == suspension.until,
				"the end of a provisional suspension is not remembered"
			);
		}
		Ok(())
	}

	/// 8. Nodes are those of members, and stand in a list once.
	fn check_nodes_are_of_members() -> Result<(), TryRuntimeError> {
		for (account, nodes) in Nodes::<T>::iter() {
			ensure!(Members::<T>::contains_key(&account), "a stranger has nodes");
			ensure!(!nodes.is_empty(), "an empty list of nodes is stored");
			ensure!(
				nodes.iter().collect::<BTreeSet<_>>().len() == nodes.len(),
				"a node stands in a list twice"
			);
		}
		Ok(())
	}

	/// 9. Where there are members, there is one that can vote.
	fn check_somebody_has_a_seat() -> Result<(), TryRuntimeError> {
		ensure!(
			Members::<T>::count() == 0 || !Self::seats().is_empty(),
			"there are members and none has a seat"
		);
		Ok(())
	}

	/// 10. The plan is in order and names nobody twice.
	fn check_plan_is_in_order() -> Result<(), TryRuntimeError> {
		ensure!(
			PlannedValidators::<T>::get().is_sorted_by(|a, b| a < b),
			"the planned validators are out of order"
		);
		Ok(())
	}

	/// 11. There is a minimum of validators, and where there are members, there are enough.
	fn check_validators_are_enough() -> Result<(), TryRuntimeError> {
		let minimum = MinimumValidators::<T>::get();
		ensure!(minimum >= 1, "no validator needs to be left");
		ensure!(
			Members::<T>::count() == 0 || Self::validators().len() >= minimum as usize,
			"fewer validators than there must be"
		);
		Ok(())
	}
}
