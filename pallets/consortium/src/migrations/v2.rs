//! From version 1 to 2: members know since when they are members, and who vouched for them.
//!
//! Whoever is a member already counts as one of the first hour: admitted in block zero, without a
//! sponsor and without a bond. All that is new besides is empty, and the minimum of validators is
//! one, until a vote sets it.

use crate::{Config, Member, MemberOf, Members, NameOf, Pallet};
use core::marker::PhantomData;
use frame::{
	deps::frame_support::{migrations::VersionedMigration, traits::UncheckedOnRuntimeUpgrade},
	prelude::*,
};
use hanse_types::{CountryCode, LegalEntityId, Roles};

/// A member as version 1 stored it.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode)]
pub(crate) struct MemberV1<Name> {
	pub(crate) name: Name,
	pub(crate) country: CountryCode,
	pub(crate) legal_entity: LegalEntityId,
	pub(crate) roles: Roles,
}

/// Turns a member of version 1 into one of version 2.
fn translate<T: Config>(member: MemberV1<NameOf<T>>) -> MemberOf<T> {
	let MemberV1 { name, country, legal_entity, roles } = member;
	Member { name, country, legal_entity, roles, admitted_at: Zero::zero(), sponsor: None }
}

/// The migration, which runs once whatever the runtime does.
pub type MigrateV1ToV2<T> = VersionedMigration<
	1,
	2,
	unversioned::Migration<T>,
	Pallet<T>,
	<T as frame_system::Config>::DbWeight,
>;

mod unversioned {
	use super::*;

	/// Only [`MigrateV1ToV2`] may run it, which looks at the version first.
	pub struct Migration<T>(PhantomData<T>);

	impl<T: Config> UncheckedOnRuntimeUpgrade for Migration<T> {
		fn on_runtime_upgrade() -> Weight {
			// There are no more members than a block can look at, so one block is enough.
			Members::<T>::translate::<MemberV1<NameOf<T>>, _>(|_, member| {
				Some(translate::<T>(member))
			});
			let members = u64::from(Members::<T>::count());
			// The count is read, and written once more at the end.
			let accesses = members.saturating_add(1);
			T::DbWeight::get().reads_writes(accesses.saturating_add(1), accesses)
		}

		#[cfg(feature = "try-runtime")]
		fn pre_upgrade() -> Result<alloc::vec::Vec<u8>, frame::deps::sp_runtime::TryRuntimeError> {
			Ok(before::<T>().encode())
		}

		#[cfg(feature = "try-runtime")]
		fn post_upgrade(
			state: alloc::vec::Vec<u8>,
		) -> Result<(), frame::deps::sp_runtime::TryRuntimeError> {
			let before = <alloc::vec::Vec<(T::AccountId, MemberV1<NameOf<T>>)>>::decode(
				&mut state.as_slice(),
			)
			.map_err(|_| "the members before the upgrade cannot be read")?;
			let expected = before
				.into_iter()
				.map(|(account, member)| (account, translate::<T>(member)))
				.collect::<alloc::vec::Vec<_>>();
			ensure!(Pallet::<T>::members() == expected, "a member was lost or changed");
			ensure!(
				Members::<T>::count() as usize == expected.len(),
				"members are miscounted after the upgrade"
			);
			Ok(())
		}
	}

	/// The members as version 1 stored them, in order of account.
	#[cfg(feature = "try-runtime")]
	fn before<T: Config>() -> alloc::vec::Vec<(T::AccountId, MemberV1<NameOf<T>>)> {
		use frame::deps::frame_support::storage_alias;

		#[storage_alias]
		type Members<T: Config> = StorageMap<
			Pallet<T>,
			Blake2_128Concat,
			<T as frame_system::Config>::AccountId,
			MemberV1<NameOf<T>>,
		>;

		let mut members = Members::<T>::iter().collect::<alloc::vec::Vec<_>>();
		members.sort_by(|(a, _), (b, _)| a.cmp(b));
		members
	}
}
