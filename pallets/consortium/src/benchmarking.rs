//! Benchmarks of every call, and of what a session costs.
//!
//! `m` is the number of members. In the worst case all of them are validators with keys, because
//! then every one is looked up in the session pallet as well.

#![allow(clippy::expect_used, reason = "a benchmark that cannot be set up must stop")]

use crate::{Call, Config, Member, MemberOf, Members, Pallet};
use alloc::{vec, vec::Vec};
use core::marker::PhantomData;
use frame::{benchmarking::prelude::*, traits::OpaqueKeys};
use hanse_types::{LegalEntityId, Role, Roles};
use pallet_session::SessionManager;

/// Does for benchmarks what a node and its operator do.
pub trait BenchmarkHelper<AccountId> {
	/// Registers session keys for the account, which is that of a member.
	fn register_keys(account: &AccountId);
}

/// [`BenchmarkHelper`] by the session pallet, with keys made from the account.
pub struct SessionKeysFromAccount<T>(PhantomData<T>);

impl<T> BenchmarkHelper<T::AccountId> for SessionKeysFromAccount<T>
where
	T: pallet_session::historical::Config<Keys: OpaqueKeys + Decode>,
{
	fn register_keys(account: &T::AccountId) {
		// Long enough for a runtime with many keys: none must come out the same for two accounts.
		let bytes = account.using_encoded(blake2_256).repeat(16);
		let keys = T::Keys::decode(&mut &bytes[..]).expect("any bytes are public keys");
		<pallet_session::Pallet<T> as pallet_session::SessionInterface>::set_keys(account, keys)
			.expect("a member may register keys that no other account has");
	}
}

/// An organisation without roles, made up from an account.
pub(crate) fn stranger<T: Config>(account: &T::AccountId) -> MemberOf<T> {
	let hash = account.using_encoded(blake2_256);
	let mut prefix = [b'0'; 18];
	for (character, byte) in prefix.iter_mut().zip(hash) {
		*character = byte.checked_rem(26).unwrap_or_default().saturating_add(b'A');
	}
	Member {
		name: vec![b'x'; T::MaxNameLength::get() as usize].try_into().expect("just as long"),
		country: (*b"DE").try_into().expect("Germany is assigned"),
		legal_entity: LegalEntityId::with_check_digits(prefix).expect("these are letters"),
		roles: Roles::new(),
	}
}

/// Makes an account a member that validates, in the state but in no session.
fn admit_validator<T: Config>(account: &T::AccountId) {
	let member = Member { roles: Role::ALL.into(), ..stranger::<T>(account) };
	Pallet::<T>::do_admit(account.clone(), member);
	T::BenchmarkHelper::register_keys(account);
}

/// Makes `count` the number of members, all of them validators, and returns one of them.
fn fill<T: Config>(count: u32) -> T::AccountId {
	// What the genesis configuration put there must not add to the component.
	for (account, member) in Members::<T>::iter().collect::<Vec<_>>() {
		Pallet::<T>::do_remove(account, member);
	}
	for index in 0..count {
		admit_validator::<T>(&account("validator", index, 0));
	}
	account("validator", 0, 0)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn admit_member(m: Linear<1, { T::MaxMembers::get() }>) -> Result<(), BenchmarkError> {
		let origin =
			T::AdmitOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		fill::<T>(m.saturating_sub(1));
		let account: T::AccountId = account("newcomer", 0, 0);
		let Member { name, country, legal_entity, .. } = stranger::<T>(&account);

		#[extrinsic_call]
		_(
			origin as T::RuntimeOrigin,
			account.clone(),
			name,
			country,
			legal_entity,
			Role::ALL.into(),
		);

		assert_eq!(Pallet::<T>::account_of(legal_entity), Some(account));
		assert_eq!(Members::<T>::count(), m);
		Ok(())
	}

	#[benchmark]
	fn remove_member(
		m: Linear<{ T::MinValidators::get().saturating_add(1) }, { T::MaxMembers::get() }>,
	) -> Result<(), BenchmarkError> {
		let origin =
			T::RemoveOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let account = fill::<T>(m);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, account.clone());

		assert!(!Members::<T>::contains_key(account));
		Ok(())
	}

	#[benchmark]
	fn grant_role() -> Result<(), BenchmarkError> {
		let origin =
			T::RoleOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		fill::<T>(1);
		let account: T::AccountId = account("newcomer", 0, 0);
		Pallet::<T>::do_admit(account.clone(), stranger::<T>(&account));

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, account.clone(), Role::Validator);

		assert!(Pallet::<T>::has_role(account, Role::Validator));
		Ok(())
	}

	#[benchmark]
	fn withdraw_role(
		m: Linear<{ T::MinValidators::get().saturating_add(1) }, { T::MaxMembers::get() }>,
	) -> Result<(), BenchmarkError> {
		let origin =
			T::RoleOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let account = fill::<T>(m);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, account.clone(), Role::Validator);

		assert!(!Pallet::<T>::has_role(account, Role::Validator));
		Ok(())
	}

	#[benchmark]
	fn new_session(m: Linear<1, { T::MaxMembers::get() }>) {
		fill::<T>(m);
		let planned;

		#[block]
		{
			planned = <Pallet<T> as SessionManager<_>>::new_session(7);
		}

		assert_eq!(planned, Some(Pallet::<T>::validators()));
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}
