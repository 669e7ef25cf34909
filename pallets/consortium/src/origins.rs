//! Origins that stand for members.

use crate::{Config, Pallet};
use core::marker::PhantomData;
use frame::{
	prelude::*,
	traits::{EnsureOriginWithArg, OriginTrait},
};
use hanse_types::Role;

/// Signed by a member that is not suspended; gives its account.
pub struct EnsureMember<T>(PhantomData<T>);

impl<T: Config> EnsureOrigin<OriginFor<T>> for EnsureMember<T> {
	type Success = T::AccountId;

	fn try_origin(origin: OriginFor<T>) -> Result<Self::Success, OriginFor<T>> {
		match origin.as_signer() {
			Some(account) if Pallet::<T>::is_in_good_standing(account) => Ok(account.clone()),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<OriginFor<T>, ()> {
		Ok(successful_origin::<T>(&[]))
	}
}

/// Signed by a member that has a role and is not suspended; gives its account.
///
/// As `EnsureMemberWithRole<T>` it is an [`EnsureOriginWithArg`] that takes the role as its
/// argument, as `EnsureMemberWithRole<T, R>` an [`EnsureOrigin`] for the role that `R` gives.
pub struct EnsureMemberWithRole<T, R = ()>(PhantomData<(T, R)>);

impl<T: Config> EnsureOriginWithArg<OriginFor<T>, Role> for EnsureMemberWithRole<T> {
	type Success = T::AccountId;

	fn try_origin(origin: OriginFor<T>, role: &Role) -> Result<Self::Success, OriginFor<T>> {
		match origin.as_signer() {
			Some(account) if Pallet::<T>::has_role(account.clone(), *role) => Ok(account.clone()),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(role: &Role) -> Result<OriginFor<T>, ()> {
		Ok(successful_origin::<T>(&[*role]))
	}
}

impl<T: Config, R: Get<Role>> EnsureOrigin<OriginFor<T>> for EnsureMemberWithRole<T, R> {
	type Success = T::AccountId;

	fn try_origin(origin: OriginFor<T>) -> Result<Self::Success, OriginFor<T>> {
		<EnsureMemberWithRole<T> as EnsureOriginWithArg<_, _>>::try_origin(origin, &R::get())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<OriginFor<T>, ()> {
		<EnsureMemberWithRole<T> as EnsureOriginWithArg<_, _>>::try_successful_origin(&R::get())
	}
}

/// A member with the roles signs.
#[cfg(feature = "runtime-benchmarks")]
fn successful_origin<T: Config>(roles: &[Role]) -> OriginFor<T> {
	use hanse_traits::Membership;

	let account = frame::benchmarking::prelude::account("member", 0, 0);
	Pallet::<T>::set_member(&account, roles);
	frame_system::RawOrigin::Signed(account).into()
}
