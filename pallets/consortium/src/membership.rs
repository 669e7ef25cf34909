//! Who is a member, who has a seat, who may validate, and whom the chain cannot do without.

use crate::{
	Config, Error, Event, GenesisMember, LegalEntities, Member, MemberOf, Members,
	MinimumValidators, NameOf, Nodes, NodesOf, Pallet, ProvisionalUntil, Suspensions,
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame::{prelude::*, traits::ValidatorRegistration};
use hanse_traits::Presence;

impl<T: Config> Pallet<T> {
	/// Whether the account is that of a member that is not suspended.
	pub(crate) fn is_in_good_standing(account: &T::AccountId) -> bool {
		Members::<T>::contains_key(account) && Self::suspension_in_force(account).is_none()
	}

	/// Refuses strangers and suspended members.
	pub(crate) fn ensure_in_good_standing(account: &T::AccountId) -> Result<(), Error<T>> {
		ensure!(Members::<T>::contains_key(account), Error::<T>::NotMember);
		ensure!(Self::suspension_in_force(account).is_none(), Error::<T>::Suspended);
		Ok(())
	}

	/// Refuses to do without a member that the chain needs, as a validator or as a voter.
	pub(crate) fn ensure_can_go(
		account: &T::AccountId,
		member: &MemberOf<T>,
	) -> Result<(), Error<T>> {
		Self::ensure_dispensable(account, member)?;
		ensure!(Self::seats().iter().any(|other| other != account), Error::<T>::LastSeat);
		Ok(())
	}

	/// Refuses to do without a validator that the chain needs.
	///
	/// Who is not eligible anyway does not count, so it can always go: otherwise a validator could
	/// make itself irremovable by giving its keys back or by staying away.
	pub(crate) fn ensure_dispensable(
		account: &T::AccountId,
		member: &MemberOf<T>,
	) -> Result<(), Error<T>> {
		let eligible = member.is_validator()
			&& Self::suspension_in_force(account).is_none()
			&& Self::could_validate(account);
		if !eligible {
			return Ok(());
		}
		let others = Self::validators().into_iter().filter(|other| other != account).count();
		ensure!(others >= MinimumValidators::<T>::get() as usize, Error::<T>::TooFewValidators);
		Ok(())
	}

	/// Whether nothing but its standing and its roles could keep the member from validating.
	pub(crate) fn could_validate(account: &T::AccountId) -> bool {
		T::Keys::is_registered(account) && T::Presence::is_present(account)
	}

	/// Lets an admissible member in and returns how many seats there are now.
	pub(crate) fn do_admit(account: T::AccountId, member: MemberOf<T>) -> u32 {
		let validates = member.is_validator();
		Self::insert_member(&account, &member);
		let seats = Self::give_seat(&account);
		Self::deposit_event(Event::MemberAdmitted { account: account.clone(), member });
		if validates {
			Self::note_missing_keys(account);
		}
		seats
	}

	/// Shows a dispensable member out: nothing of it stays, and what is left of its bond is its own
	/// again. Returns how many members there were.
	pub(crate) fn do_remove(account: &T::AccountId, member: &MemberOf<T>) -> u32 {
		let before = Members::<T>::count();
		let had_seat =
			!Suspensions::<T>::get(account).is_some_and(|suspension| suspension.takes_the_seat());
		Members::<T>::remove(account);
		LegalEntities::<T>::remove(member.legal_entity);
		Suspensions::<T>::remove(account);
		ProvisionalUntil::<T>::remove(account);
		Nodes::<T>::remove(account);
		T::Presence::forget(account);
		Self::release_bond(account);
		if had_seat {
			Self::take_seat(account);
		}
		before
	}

	/// Tells the collective that a member has its seat from now on, and returns how many there are.
	pub(crate) fn give_seat(account: &T::AccountId) -> u32 {
		let seats = Self::seats();
		T::MembershipChanged::change_members_sorted(core::slice::from_ref(account), &[], &seats);
		seats.len().saturated_into()
	}

	/// Tells the collective that the account has no seat any more.
	pub(crate) fn take_seat(account: &T::AccountId) {
		T::MembershipChanged::change_members_sorted(
			&[],
			core::slice::from_ref(account),
			&Self::seats(),
		);
	}

	/// The accounts of all members with a seat, in the order in which the collective wants them.
	pub(crate) fn seats() -> Vec<T::AccountId> {
		let without = Suspensions::<T>::iter()
			.filter(|(_, suspension)| suspension.takes_the_seat())
			.map(|(account, _)| account)
			.collect::<BTreeSet<_>>();
		let mut accounts = Members::<T>::iter_keys()
			.filter(|account| !without.contains(account))
			.collect::<Vec<_>>();
		accounts.sort();
		accounts
	}

	/// The accounts of the members in good standing with the validator role for which `filter`
	/// holds, in order.
	pub(crate) fn with_validator_role(filter: impl Fn(&T::AccountId) -> bool) -> Vec<T::AccountId> {
		let now = frame_system::Pallet::<T>::block_number();
		let suspended = Suspensions::<T>::iter()
			.filter(|(_, suspension)| suspension.is_in_force(&now))
			.map(|(account, _)| account)
			.collect::<BTreeSet<_>>();
		let mut accounts = Members::<T>::iter()
			.filter(|(account, member)| {
				member.is_validator() && !suspended.contains(account) && filter(account)
			})
			.map(|(account, _)| account)
			.collect::<Vec<_>>();
		// The order of a map is that of hashes; the validators' must not change with them.
		accounts.sort();
		accounts
	}

	/// Stores a member in both maps, which must never disagree.
	fn insert_member(account: &T::AccountId, member: &MemberOf<T>) {
		Members::<T>::insert(account, member);
		LegalEntities::<T>::insert(member.legal_entity, account);
	}

	/// Tells everybody that a member is to validate and cannot, if it cannot.
	pub(crate) fn note_missing_keys(account: T::AccountId) {
		if !T::Keys::is_registered(&account) {
			Self::deposit_event(Event::ValidatorKeysMissing { account });
		}
	}

	/// Replaces the nodes of a member.
	pub(crate) fn do_register_nodes(
		account: &T::AccountId,
		nodes: &NodesOf<T>,
	) -> Result<(), Error<T>> {
		let distinct = nodes.iter().collect::<BTreeSet<_>>().len();
		ensure!(distinct == nodes.len(), Error::<T>::DuplicateNode);
		if nodes.is_empty() {
			Nodes::<T>::remove(account);
		} else {
			Nodes::<T>::insert(account, nodes);
		}
		Ok(())
	}

	/// Stores a member of the first hour. Panics when it is not admissible: a chain that starts
	/// wrong must not start.
	pub(crate) fn build_member(genesis: &GenesisMember<T::AccountId>) {
		let GenesisMember { account, name, country, legal_entity, roles, nodes } = genesis;
		let refuse = |reason: &str| -> ! { panic!("genesis member {name:?}: {reason}") };
		let Ok(bounded) = NameOf::<T>::try_from(name.as_bytes().to_vec()) else {
			refuse("the name is too long")
		};
		let Ok(nodes) = NodesOf::<T>::try_from(nodes.clone()) else {
			refuse("there are too many nodes")
		};
		let member = Member {
			name: bounded,
			country: *country,
			legal_entity: *legal_entity,
			roles: roles.clone(),
			admitted_at: Zero::zero(),
			sponsor: None,
		};
		let result = Self::ensure_admissible(account, &member)
			.and_then(|()| Self::do_register_nodes(account, &nodes));
		if let Err(error) = result {
			refuse(error.into())
		}
		Self::insert_member(account, &member);
	}
}
