//! From version 0 to 1: sums that fade where they stand become sums in forward form.
//!
//! Scores, grades and confidence stay as they are. Adverse evidence of before has no end of its own,
//! since single records cannot be told apart in it: it fades as it did. See
//! [`hanse_credit_model::legacy`].

use super::v2::v1::{ScoredSubject, Subjects};
use crate::{Config, Current, Pallet, WeightInfo};
use core::marker::PhantomData;
use frame::{
	deps::frame_support::{
		migrations::{MigrationId, SteppedMigration, SteppedMigrationError},
		storage_alias,
		weights::WeightMeter,
	},
	prelude::*,
};
use hanse_credit_model::{Grade, legacy::DecayedSubject};

/// The storage of version 0.
pub(crate) mod v0 {
	use super::*;

	/// A subject as it was stored.
	#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
	pub(crate) struct ScoredSubject {
		pub(crate) state: DecayedSubject,
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
pub struct Forward<T>(PhantomData<T>);

impl<T: Config> Forward<T> {
	/// Turns the next subject into one of version 1, and returns its account.
	pub(crate) fn next(last: Option<&T::AccountId>) -> Option<T::AccountId> {
		let mut keys = match last {
			Some(last) => Subjects::<T>::iter_keys_from(Subjects::<T>::hashed_key_for(last)),
			None => Subjects::<T>::iter_keys(),
		};
		let account = keys.next()?;
		let parameters = Current::<T>::get();
		// What cannot be read would stop the chain if the migration failed for it; without an entry
		// the account is unknown, which is what it is.
		match v0::Subjects::<T>::get(&account) {
			Some(v0::ScoredSubject { state, .. }) => {
				let state = state.forward(&parameters);
				let grade = state.current_report(&parameters).grade;
				Subjects::<T>::insert(&account, ScoredSubject { state: state.into(), grade });
			},
			None => Subjects::<T>::remove(&account),
		}
		Some(account)
	}
}

impl<T: Config> SteppedMigration for Forward<T> {
	type Cursor = T::AccountId;
	type Identifier = MigrationId<12>;

	fn id() -> Self::Identifier {
		MigrationId { pallet_id: *b"credit-score", version_from: 0, version_to: 1 }
	}

	fn step(
		mut cursor: Option<Self::Cursor>,
		meter: &mut WeightMeter,
	) -> Result<Option<Self::Cursor>, SteppedMigrationError> {
		// A chain that began with version 1 has nothing to turn.
		if Pallet::<T>::on_chain_storage_version() != StorageVersion::new(0) {
			return Ok(None);
		}
		let required = T::WeightInfo::migrate_subject();
		if !meter.can_consume(required) {
			return Err(SteppedMigrationError::InsufficientWeight { required });
		}
		while meter.try_consume(required).is_ok() {
			match Self::next(cursor.as_ref()) {
				Some(account) => cursor = Some(account),
				None => {
					StorageVersion::new(1).put::<Pallet<T>>();
					return Ok(None);
				},
			}
		}
		Ok(cursor)
	}

	#[cfg(feature = "try-runtime")]
	fn pre_upgrade() -> Result<alloc::vec::Vec<u8>, frame::deps::sp_runtime::TryRuntimeError> {
		Ok((v0::Subjects::<T>::iter_keys().count() as u64).encode())
	}

	#[cfg(feature = "try-runtime")]
	fn post_upgrade(
		state: alloc::vec::Vec<u8>,
	) -> Result<(), frame::deps::sp_runtime::TryRuntimeError> {
		let before = u64::decode(&mut state.as_slice())
			.map_err(|_| "the number of subjects before the upgrade cannot be read")?;
		ensure!(Subjects::<T>::iter().count() as u64 == before, "a subject was lost");
		Ok(())
	}
}
