//! From version 1 to 2: standings are announced, with their causes and their history, and parameters
//! are in the state.
//!
//! Scores and grades stay as they are, and nothing is announced for the change: warnings begin with none,
//! and are found by the first round over all subjects. The parameters of the time before become version
//! 0, in force from the beginning.

use crate::{Config, Current, KnownOf, Pallet, Subjects, Versions, WeightInfo};
use core::marker::PhantomData;
use frame::{
	deps::frame_support::{
		migrations::{MigrationId, SteppedMigration, SteppedMigrationError},
		storage_alias,
		weights::WeightMeter,
	},
	prelude::*,
};
use hanse_credit_model::{Grade, Subject, legacy::ForwardSubject};
use hanse_traits::Standing;

/// The storage of version 1.
pub(crate) mod v1 {
	use super::*;

	/// A subject as it was stored.
	#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
	pub(crate) struct ScoredSubject {
		pub(crate) state: ForwardSubject,
		pub(crate) grade: Grade,
	}

	#[storage_alias]
	pub(crate) type Subjects<T: Config> = StorageMap<
		Pallet<T>,
		Blake2_128Concat,
		<T as frame_system::Config>::AccountId,
		ScoredSubject,
	>;
}

/// The migration, subject by subject over as many blocks as it takes.
pub struct Announced<T>(PhantomData<T>);

impl<T: Config> Announced<T> {
	/// Turns the next subject into one of version 2, and returns its account.
	pub(crate) fn next(last: Option<&T::AccountId>) -> Option<T::AccountId> {
		let mut keys = match last {
			Some(last) => Subjects::<T>::iter_keys_from(Subjects::<T>::hashed_key_for(last)),
			None => Subjects::<T>::iter_keys(),
		};
		let account = keys.next()?;
		// As in the migration to version 1: what cannot be read is unknown.
		match v1::Subjects::<T>::get(&account) {
			Some(old) => Subjects::<T>::insert(&account, Self::turned(old)),
			None => Subjects::<T>::remove(&account),
		}
		Some(account)
	}

	/// A subject of version 1 as one of version 2.
	fn turned(v1::ScoredSubject { state, grade }: v1::ScoredSubject) -> KnownOf<T> {
		let parameters = Current::<T>::get();
		let state = Subject::from(state);
		let score = state.current_report(&parameters).score;
		KnownOf::<T> {
			state,
			announced: Standing { score, grade, ..Default::default() },
			version: parameters.version,
			..Default::default()
		}
	}

	/// What there is to do once.
	pub(crate) fn finish() {
		let parameters = Current::<T>::get();
		if !Versions::<T>::contains_key(parameters.version) {
			Pallet::<T>::note_version(parameters, Zero::zero(), 0);
		}
		StorageVersion::new(2).put::<Pallet<T>>();
	}
}

impl<T: Config> SteppedMigration for Announced<T> {
	type Cursor = T::AccountId;
	type Identifier = MigrationId<12>;

	fn id() -> Self::Identifier {
		MigrationId { pallet_id: *b"credit-score", version_from: 1, version_to: 2 }
	}

	fn step(
		mut cursor: Option<Self::Cursor>,
		meter: &mut WeightMeter,
	) -> Result<Option<Self::Cursor>, SteppedMigrationError> {
		// A chain that began with version 2 has nothing to turn.
		if Pallet::<T>::on_chain_storage_version() != StorageVersion::new(1) {
			return Ok(None);
		}
		let required = T::WeightInfo::announce_subject();
		if !meter.can_consume(required) {
			return Err(SteppedMigrationError::InsufficientWeight { required });
		}
		while meter.try_consume(required).is_ok() {
			match Self::next(cursor.as_ref()) {
				Some(account) => cursor = Some(account),
				None => {
					Self::finish();
					return Ok(None);
				},
			}
		}
		Ok(cursor)
	}

	#[cfg(feature = "try-runtime")]
	fn pre_upgrade() -> Result<alloc::vec::Vec<u8>, frame::deps::sp_runtime::TryRuntimeError> {
		let before = Pallet::<T>::on_chain_storage_version() == StorageVersion::new(1);
		let grades = v1::Subjects::<T>::iter()
			.filter(|_| before)
			.map(|(account, old)| (account, old.grade))
			.collect::<alloc::vec::Vec<_>>();
		Ok((before, grades).encode())
	}

	#[cfg(feature = "try-runtime")]
	fn post_upgrade(
		state: alloc::vec::Vec<u8>,
	) -> Result<(), frame::deps::sp_runtime::TryRuntimeError> {
		type Before<T> = (bool, alloc::vec::Vec<(<T as frame_system::Config>::AccountId, Grade)>);
		let (before, grades) = Before::<T>::decode(&mut state.as_slice())
			.map_err(|_| "the grades before the upgrade cannot be read")?;
		if !before {
			return Ok(());
		}
		let now = Subjects::<T>::iter()
			.map(|(account, known)| (account, known.announced.grade))
			.collect::<alloc::vec::Vec<_>>();
		ensure!(now == grades, "a subject was lost, or its grade was changed");
		let version = Current::<T>::get().version;
		ensure!(Versions::<T>::contains_key(version), "the parameters have no version");
		Ok(())
	}
}
