//! # Consortium
//!
//! Members, their roles, and the validator set that follows from them.
//!
//! ## Pallet API
//!
//! See the [`pallet`] module for what clients see: calls, events, errors, configuration. Read
//! through the view functions ([`Pallet::member`], [`Pallet::members`], [`Pallet::validators`],
//! [`Pallet::validators_without_keys`], [`Pallet::has_role`], [`Pallet::account_of`]), not out of
//! storage: storage is no promise.
//!
//! ## Words
//!
//! * **Member**: an organisation that the consortium admitted. It acts through one account.
//! * **Legal entity**: what the law knows the organisation as, by its identifier (LEI). One legal
//!   entity is at most one member.
//! * **Role**: what the consortium lets a member do.
//! * **Seat**: a vote in the collective. Every member has exactly one.
//! * **Validator**: a member with the validator role *and* registered session keys.
//! * **Plan**: the validators that were last handed to the session pallet.
//!
//! ## Overview
//!
//! One legal entity is one member, one vote and at most one validator; that is the whole defence
//! against a majority that someone invents. Two thirds of the seats admit and remove members and
//! grant and withdraw roles. Seats follow membership at once. The validator set follows it through
//! sessions: whenever a session begins, the one after it is planned, and this pallet hands over the
//! validators if they are not the ones it handed over before.
//!
//! | origin | may |
//! |---|---|
//! | [`Config::AdmitOrigin`] | [`admit_member`](Pallet::admit_member) |
//! | [`Config::RemoveOrigin`] | [`remove_member`](Pallet::remove_member) |
//! | [`Config::RoleOrigin`] | [`grant_role`](Pallet::grant_role), [`withdraw_role`](Pallet::withdraw_role) |
//!
//! Nobody else may call anything, a member no more than a stranger: what a member wants changed it
//! proposes to the others. Other pallets ask through [`Membership`](hanse_traits::Membership) who
//! is a member in which role, and let members in with [`EnsureMember`] and
//! [`EnsureMemberWithRole`].
//!
//! ### From admission to the first block
//!
//! 1. In session 10 the members vote Danske Havne in, with the validator role. It has a seat at
//!    once, and no keys yet: [`Event::ValidatorKeysMissing`] and
//!    [`Pallet::validators_without_keys`] say so.
//! 2. Still in session 10 its node makes keys, and its account registers them with the session
//!    pallet. [`Pallet::validators`] shows it.
//! 3. When session 11 begins, session 12 is planned with it ([`Event::ValidatorsPlanned`]).
//! 4. When session 12 begins, it authors and finalises.
//!
//! Removal goes the same way: the seat is gone at once, the validator when session 12 begins.
//!
//! ### Misbehaviour
//!
//! A validator that is proven to have misbehaved is disabled at once ([`Config::Disabling`]) and
//! [`Event::MisbehaviourReported`] tells everybody. Nothing is slashed, and nobody is removed by a
//! machine: what happens to the member is for the others to vote on.
//!
//! ## Assumptions
//!
//! * The runtime gives this pallet a lower index than the session pallet and the collective, whose
//!   own list of members stays empty at genesis. This pallet fills it.
//! * Only this pallet changes the seats.
//! * Session keys have one owner each, and nobody registers keys without proving to hold them; the
//!   session pallet sees to both. [`MemberIdOf`] keeps strangers from registering any.
//! * A validator that gives its keys back leaves the set without a vote. [`Config::MinValidators`]
//!   cannot hold against that, so the runtime should not let `purge_keys` through. Should no
//!   validator be left with keys, this pallet hands over nothing rather than an empty set and says
//!   [`Event::NoValidatorEligible`].
//! * The session pallet forgets who is disabled when the set changes.

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
	test,
	allow(
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects
	)
)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod impls;
#[cfg(test)]
mod mock;
mod origins;
mod session;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::{BenchmarkHelper, SessionKeysFromAccount};
pub use origins::{EnsureMember, EnsureMemberWithRole};
pub use pallet::*;
pub use session::{DisableInSession, DisableValidator, MemberIdOf, UnitIdentificationOf};
pub use types::{GenesisMember, Member};
pub use weights::WeightInfo;

use alloc::vec::Vec;
use frame::{prelude::*, traits::ValidatorRegistration};
use hanse_types::{CountryCode, LegalEntityId, Role, Roles};
use sp_staking::SessionIndex;

/// A member's name.
pub type NameOf<T> = BoundedVec<u8, <T as Config>::MaxNameLength>;

/// A member as it is stored.
pub type MemberOf<T> = Member<NameOf<T>>;

#[frame::pallet]
#[allow(clippy::expect_used, reason = "the pallet macro expands to it")]
pub mod pallet {
	use super::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// Who may admit a member: two thirds of the seats, and nobody less.
		type AdmitOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who may remove a member: two thirds of the seats, and nobody less.
		type RemoveOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who may grant and withdraw roles.
		type RoleOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The collective in which every member has a seat. It is told about every change.
		type MembershipChanged: ChangeMembers<Self::AccountId>;

		/// The same collective, told about the members of the first hour.
		type MembershipInitialized: InitializeMembers<Self::AccountId>;

		/// Tells whether an account registered session keys. Without them it cannot validate.
		type Keys: ValidatorRegistration<Self::AccountId>;

		/// Takes a validator out of consensus at once; [`DisableInSession`] for the session
		/// pallet.
		type Disabling: DisableValidator<Self::AccountId>;

		/// How many members there may be. All of them are looked at whenever membership or the
		/// session changes.
		#[pallet::constant]
		type MaxMembers: Get<u32>;

		/// How long a member's name may be, in bytes.
		#[pallet::constant]
		type MaxNameLength: Get<u32>;

		/// How many validators no removal and no withdrawal may go below; at least one.
		#[pallet::constant]
		type MinValidators: Get<u32>;

		/// Gives accounts session keys, for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// The members by their accounts.
	#[pallet::storage]
	pub(crate) type Members<T: Config> =
		CountedStorageMap<_, Blake2_128Concat, T::AccountId, MemberOf<T>>;

	/// Which member is which legal entity, so that no legal entity is two.
	#[pallet::storage]
	pub(crate) type LegalEntities<T: Config> =
		StorageMap<_, Blake2_128Concat, LegalEntityId, T::AccountId>;

	/// The validators that were last handed to the session pallet, in order.
	///
	/// The session pallet takes any list for a change, even the same one, and a change makes
	/// GRANDPA start over and disabled validators come back. So it is told only what is new.
	#[pallet::storage]
	pub(crate) type PlannedValidators<T: Config> =
		StorageValue<_, BoundedVec<T::AccountId, T::MaxMembers>, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The members of the first hour.
		pub members: Vec<GenesisMember<T::AccountId>>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			for member in &self.members {
				Pallet::<T>::build_member(member);
			}
			T::MembershipInitialized::initialize_members(&Pallet::<T>::sorted_accounts());
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An organisation became a member and has a seat.
		MemberAdmitted {
			/// The account that acts for it.
			account: T::AccountId,
			/// Everything that is known about it.
			member: MemberOf<T>,
		},
		/// An organisation is no longer a member and has lost its seat.
		MemberRemoved {
			/// The account that acted for it.
			account: T::AccountId,
			/// Everything that was known about it.
			member: MemberOf<T>,
		},
		/// A member may do more than before.
		RoleGranted {
			/// The member.
			account: T::AccountId,
			/// The new role.
			role: Role,
		},
		/// A member may do less than before.
		RoleWithdrawn {
			/// The member.
			account: T::AccountId,
			/// The role it had.
			role: Role,
		},
		/// A member was given the validator role but cannot validate before it registers session
		/// keys.
		ValidatorKeysMissing {
			/// The member.
			account: T::AccountId,
		},
		/// The validators of a session to come were handed over because they are not the ones
		/// before.
		ValidatorsPlanned {
			/// The session from which on they author and finalise.
			session: SessionIndex,
			/// All of them, in order.
			validators: BoundedVec<T::AccountId, T::MaxMembers>,
		},
		/// A session was planned without a change because no member has both the validator role
		/// and session keys.
		NoValidatorEligible {
			/// The session.
			session: SessionIndex,
		},
		/// A validator was proven to have misbehaved, and was disabled as far as the limit on
		/// disabled validators allows.
		MisbehaviourReported {
			/// The validator, which need not be a member any more.
			account: T::AccountId,
			/// The session in which it happened.
			session: SessionIndex,
			/// How bad it is.
			severity: Perbill,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The account is a member already.
		AlreadyMember,
		/// The check digits or the characters of the legal entity identifier are wrong.
		InvalidLegalEntity,
		/// The name is blank, is not UTF-8 or holds control characters.
		InvalidName,
		/// Another account is a member for the same legal entity.
		LegalEntityTaken,
		/// The account is not that of a member.
		NotMember,
		/// The member has the role already.
		RoleAlreadyGranted,
		/// The member does not have the role.
		RoleNotGranted,
		/// Fewer validators with session keys would be left than there must be.
		TooFewValidators,
		/// There are as many members as there may be.
		TooManyMembers,
		/// The country code is not assigned.
		UnknownCountry,
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The member that acts through the account.
		pub fn member(account: T::AccountId) -> Option<MemberOf<T>> {
			Members::<T>::get(account)
		}

		/// All members with their accounts, in order of account.
		pub fn members() -> Vec<(T::AccountId, MemberOf<T>)> {
			let mut members = Members::<T>::iter().collect::<Vec<_>>();
			members.sort_by(|(a, _), (b, _)| a.cmp(b));
			members
		}

		/// The members that validate as soon as the sessions planned by now have passed: those
		/// with the validator role and session keys, in order of account.
		pub fn validators() -> Vec<T::AccountId> {
			Self::with_validator_role(T::Keys::is_registered)
		}

		/// The members that have the validator role but do not validate for want of session keys,
		/// in order of account.
		pub fn validators_without_keys() -> Vec<T::AccountId> {
			Self::with_validator_role(|account| !T::Keys::is_registered(account))
		}

		/// Whether the account is that of a member with the role.
		pub fn has_role(account: T::AccountId, role: Role) -> bool {
			Members::<T>::get(account).is_some_and(|member| member.roles.contains(role))
		}

		/// The account of the member that is the legal entity.
		pub fn account_of(legal_entity: LegalEntityId) -> Option<T::AccountId> {
			LegalEntities::<T>::get(legal_entity)
		}
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Admit an organisation to the consortium.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::AdmitOrigin`].
		///
		/// ## Details
		///
		/// The member has a seat at once. With the validator role it validates two sessions later,
		/// or two sessions after it registered session keys, if it has none yet.
		///
		/// The call can check that an identifier is well-formed and used once, not that it is the
		/// organisation's own: that is what those who vote have to look up.
		///
		/// ## Parameters
		///
		/// - `account`: The account that acts for the organisation.
		/// - `name`: What the organisation is called, in UTF-8.
		/// - `country`: Where it is registered, by ISO 3166-1 alpha-2.
		/// - `legal_entity`: Its identifier (LEI) by ISO 17442.
		/// - `roles`: What it may do; none is allowed.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidName`], [`Error::UnknownCountry`], [`Error::InvalidLegalEntity`].
		/// - [`Error::AlreadyMember`]: The account acts for a member.
		/// - [`Error::LegalEntityTaken`]: The organisation is a member through another account.
		/// - [`Error::TooManyMembers`]: [`Config::MaxMembers`] is reached.
		///
		/// ## Events
		///
		/// - [`Event::MemberAdmitted`].
		/// - [`Event::ValidatorKeysMissing`] if it is to validate and has no session keys.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::admit_member(T::MaxMembers::get()))]
		pub fn admit_member(
			origin: OriginFor<T>,
			account: T::AccountId,
			name: NameOf<T>,
			country: CountryCode,
			legal_entity: LegalEntityId,
			roles: Roles,
		) -> DispatchResultWithPostInfo {
			T::AdmitOrigin::ensure_origin(origin)?;
			let member = Member { name, country, legal_entity, roles };
			Self::ensure_admissible(&account, &member)?;

			let seats = Self::do_admit(account, member);
			Ok(Some(T::WeightInfo::admit_member(seats)).into())
		}

		/// Remove a member from the consortium.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::RemoveOrigin`].
		///
		/// ## Details
		///
		/// The member loses its seat and all roles at once; votes that it cast on open motions are
		/// taken back. If it validates, it stops two sessions later. Its legal entity can be
		/// admitted again, through this or another account.
		///
		/// A member that never registered session keys, or gave them back, can be removed whatever
		/// the number of validators.
		///
		/// ## Parameters
		///
		/// - `account`: The member.
		///
		/// ## Errors
		///
		/// - [`Error::NotMember`].
		/// - [`Error::TooFewValidators`]: The member validates and fewer than
		///   [`Config::MinValidators`] others do, or it is the last member.
		///
		/// ## Events
		///
		/// - [`Event::MemberRemoved`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::remove_member(T::MaxMembers::get()))]
		pub fn remove_member(
			origin: OriginFor<T>,
			account: T::AccountId,
		) -> DispatchResultWithPostInfo {
			T::RemoveOrigin::ensure_origin(origin)?;
			let member = Members::<T>::get(&account).ok_or(Error::<T>::NotMember)?;
			ensure!(Members::<T>::count() > 1, Error::<T>::TooFewValidators);
			Self::ensure_dispensable(&account, &member)?;

			let seats = Self::do_remove(account, member);
			Ok(Some(T::WeightInfo::remove_member(seats)).into())
		}

		/// Let a member do more.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::RoleOrigin`].
		///
		/// ## Details
		///
		/// Takes effect at once, but for the validator role, which takes effect two sessions
		/// later, or two sessions after the member registered session keys.
		///
		/// ## Parameters
		///
		/// - `account`: The member.
		/// - `role`: What it may do from now on.
		///
		/// ## Errors
		///
		/// - [`Error::NotMember`].
		/// - [`Error::RoleAlreadyGranted`].
		///
		/// ## Events
		///
		/// - [`Event::RoleGranted`].
		/// - [`Event::ValidatorKeysMissing`] if it is to validate and has no session keys.
		#[pallet::call_index(2)]
		pub fn grant_role(
			origin: OriginFor<T>,
			account: T::AccountId,
			role: Role,
		) -> DispatchResult {
			T::RoleOrigin::ensure_origin(origin)?;
			let mut member = Members::<T>::get(&account).ok_or(Error::<T>::NotMember)?;
			ensure!(member.roles.insert(role), Error::<T>::RoleAlreadyGranted);

			Members::<T>::insert(&account, member);
			Self::deposit_event(Event::RoleGranted { account: account.clone(), role });
			if role == Role::Validator {
				Self::note_missing_keys(account);
			}
			Ok(())
		}

		/// Let a member do less.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::RoleOrigin`].
		///
		/// ## Details
		///
		/// Takes effect at once, but for the validator role, which is lost two sessions later.
		///
		/// ## Parameters
		///
		/// - `account`: The member.
		/// - `role`: What it may not do from now on.
		///
		/// ## Errors
		///
		/// - [`Error::NotMember`].
		/// - [`Error::RoleNotGranted`].
		/// - [`Error::TooFewValidators`]: The role is that of a validator, the member validates and
		///   fewer than [`Config::MinValidators`] others do.
		///
		/// ## Events
		///
		/// - [`Event::RoleWithdrawn`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::withdraw_role(T::MaxMembers::get()))]
		pub fn withdraw_role(
			origin: OriginFor<T>,
			account: T::AccountId,
			role: Role,
		) -> DispatchResultWithPostInfo {
			T::RoleOrigin::ensure_origin(origin)?;
			let mut member = Members::<T>::get(&account).ok_or(Error::<T>::NotMember)?;
			ensure!(member.roles.contains(role), Error::<T>::RoleNotGranted);
			let mut looked_at = 1;
			if role == Role::Validator {
				Self::ensure_dispensable(&account, &member)?;
				looked_at = Members::<T>::count();
			}

			member.roles.remove(role);
			Members::<T>::insert(&account, member);
			Self::deposit_event(Event::RoleWithdrawn { account, role });
			Ok(Some(T::WeightInfo::withdraw_role(looked_at)).into())
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MinValidators::get() >= 1, "a chain without validators stands still");
			assert!(
				T::MaxMembers::get() >= T::MinValidators::get(),
				"there must be room for as many members as there must be validators"
			);
			assert!(T::MaxNameLength::get() >= 1, "a member must have a name");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::try_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Refuses whom [`Self::admit_member`] must not let in.
	fn ensure_admissible(account: &T::AccountId, member: &MemberOf<T>) -> Result<(), Error<T>> {
		ensure!(member.has_valid_name(), Error::<T>::InvalidName);
		member.country.validate().map_err(|_| Error::<T>::UnknownCountry)?;
		member.legal_entity.validate().map_err(|_| Error::<T>::InvalidLegalEntity)?;
		ensure!(!Members::<T>::contains_key(account), Error::<T>::AlreadyMember);
		ensure!(
			!LegalEntities::<T>::contains_key(member.legal_entity),
			Error::<T>::LegalEntityTaken
		);
		ensure!(Members::<T>::count() < T::MaxMembers::get(), Error::<T>::TooManyMembers);
		Ok(())
	}

	/// Refuses to do without a validator that the chain needs.
	///
	/// A member without keys does not count, so it can always go: otherwise a validator could make
	/// itself irremovable by giving its keys back.
	fn ensure_dispensable(account: &T::AccountId, member: &MemberOf<T>) -> Result<(), Error<T>> {
		if !member.is_validator() || !T::Keys::is_registered(account) {
			return Ok(());
		}
		let others = Self::validators().into_iter().filter(|other| other != account).count();
		ensure!(others >= T::MinValidators::get() as usize, Error::<T>::TooFewValidators);
		Ok(())
	}

	/// Lets an admissible member in and returns how many there are now.
	fn do_admit(account: T::AccountId, member: MemberOf<T>) -> u32 {
		let validates = member.is_validator();
		Self::insert_member(&account, &member);
		let seats = Self::sorted_accounts();
		T::MembershipChanged::change_members_sorted(core::slice::from_ref(&account), &[], &seats);
		Self::deposit_event(Event::MemberAdmitted { account: account.clone(), member });
		if validates {
			Self::note_missing_keys(account);
		}
		seats.len().saturated_into()
	}

	/// Shows a dispensable member out and returns how many there were.
	fn do_remove(account: T::AccountId, member: MemberOf<T>) -> u32 {
		let before = Members::<T>::count();
		Members::<T>::remove(&account);
		LegalEntities::<T>::remove(member.legal_entity);
		T::MembershipChanged::change_members_sorted(
			&[],
			core::slice::from_ref(&account),
			&Self::sorted_accounts(),
		);
		Self::deposit_event(Event::MemberRemoved { account, member });
		before
	}

	/// Stores a member in both maps, which must never disagree.
	fn insert_member(account: &T::AccountId, member: &MemberOf<T>) {
		Members::<T>::insert(account, member);
		LegalEntities::<T>::insert(member.legal_entity, account);
	}

	/// Stores a member of the first hour. Panics when it is not admissible: a chain that starts
	/// wrong must not start.
	fn build_member(genesis: &GenesisMember<T::AccountId>) {
		let GenesisMember { account, name, country, legal_entity, roles } = genesis;
		let refuse = |reason: &str| -> ! { panic!("genesis member {name:?}: {reason}") };
		let Ok(bounded) = NameOf::<T>::try_from(name.as_bytes().to_vec()) else {
			refuse("the name is too long")
		};
		let member = Member {
			name: bounded,
			country: *country,
			legal_entity: *legal_entity,
			roles: roles.clone(),
		};
		if let Err(error) = Self::ensure_admissible(account, &member) {
			refuse(error.into())
		}
		Self::insert_member(account, &member);
	}

	/// Tells everybody that a member is to validate and cannot, if it cannot.
	fn note_missing_keys(account: T::AccountId) {
		if !T::Keys::is_registered(&account) {
			Self::deposit_event(Event::ValidatorKeysMissing { account });
		}
	}

	/// The accounts of all members in the order in which the collective wants them.
	fn sorted_accounts() -> Vec<T::AccountId> {
		let mut accounts = Members::<T>::iter_keys().collect::<Vec<_>>();
		accounts.sort();
		accounts
	}

	/// The accounts of the members with the validator role for which `filter` holds, in order.
	fn with_validator_role(filter: impl Fn(&T::AccountId) -> bool) -> Vec<T::AccountId> {
		let mut accounts = Members::<T>::iter()
			.filter(|(account, member)| member.is_validator() && filter(account))
			.map(|(account, _)| account)
			.collect::<Vec<_>>();
		// The order of a map is that of hashes; the validators' must not change with them.
		accounts.sort();
		accounts
	}
}
