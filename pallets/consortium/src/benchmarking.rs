//! Benchmarks of every call, of what a session costs, and of what an offence costs.
//!
//! `m` is the number of members. In the worst case all of them are validators with keys and none is
//! suspended, because then every one is looked up in the session pallet and by whoever watches
//! presence.

#![allow(clippy::expect_used, reason = "a benchmark that cannot be set up must stop")]

use crate::{
	Application, ApplicationOf, Applications, BalanceOf, Call, Config, HoldReason, Member,
	MemberOf, Members, MinimumValidators, Nodes, NodesOf, Pallet, ProvisionalUntil, Suspension,
	SuspensionCause, Suspensions,
};
use alloc::{vec, vec::Vec};
use core::marker::PhantomData;
use frame::{
	benchmarking::prelude::*,
	token::fungible::{Inspect, Mutate, MutateHold},
	traits::OpaqueKeys,
};
use hanse_types::{LegalEntityId, NodeId, Role, Roles};
use pallet_session::SessionManager;
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};

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
		admitted_at: Zero::zero(),
		sponsor: None,
	}
}

/// What hashes are in benchmarks.
const HASH: H256 = H256::repeat_byte(7);

/// What the account says about itself when it applies for all that there is.
fn application<T: Config>(account: &T::AccountId) -> ApplicationOf<T> {
	let Member { name, country, legal_entity, .. } = stranger::<T>(account);
	Application {
		name,
		country,
		legal_entity,
		roles: Role::ALL.into(),
		documents: HASH,
		sponsor: None,
		expires_at: frame_system::Pallet::<T>::block_number()
			.saturating_add(T::ApplicationPeriod::get()),
	}
}

/// Gives an account all that a bond, a reward and its own life could cost.
fn endow<T: Config>(account: &T::AccountId) {
	let unit = T::Currency::minimum_balance().max(One::one());
	let amount = unit
		.saturating_add(T::Bond::get())
		.saturating_add(T::ReporterReward::get())
		.saturating_mul(BalanceOf::<T>::from(10u32));
	T::Currency::set_balance(account, amount);
}

/// Lets a stranger apply, and returns by what to vote for it.
fn submit_application<T: Config>(account: &T::AccountId) -> H256 {
	endow::<T>(account);
	let Application { name, country, legal_entity, roles, documents, .. } =
		application::<T>(account);
	Pallet::<T>::do_apply(account.clone(), name, country, legal_entity, roles, documents)
		.expect("a stranger with money may apply");
	application::<T>(account).content_hash()
}

/// Makes an account a member that validates and has a bond, in the state but in no session.
fn admit_validator<T: Config>(account: &T::AccountId) {
	endow::<T>(account);
	T::Currency::hold(&HoldReason::Bond.into(), account, T::Bond::get())
		.expect("it has the money for a bond");
	let member = Member {
		roles: Role::ALL.into(),
		sponsor: Some(account.clone()),
		..stranger::<T>(account)
	};
	Pallet::<T>::do_admit(account.clone(), member);
	Nodes::<T>::insert(account, nodes::<T>(T::MaxNodes::get()));
	T::BenchmarkHelper::register_keys(account);
}

/// So many nodes.
fn nodes<T: Config>(count: u32) -> NodesOf<T> {
	(0..count)
		.map(|index| NodeId(index.using_encoded(blake2_256)))
		.collect::<Vec<_>>()
		.try_into()
		.expect("no more than there may be")
}

/// Suspends a member, in the state only.
fn suspend<T: Config>(
	account: &T::AccountId,
	cause: SuspensionCause,
	until: Option<BlockNumberFor<T>>,
) {
	let since = frame_system::Pallet::<T>::block_number();
	Suspensions::<T>::insert(account, Suspension { cause, evidence: Some(HASH), since, until });
	if let Some(until) = until {
		ProvisionalUntil::<T>::insert(account, until);
	}
}

/// Makes `count` the number of members, all of them validators, and returns one of them.
fn fill<T: Config>(count: u32) -> T::AccountId {
	// What the genesis configuration put there must not add to the component.
	for (account, member) in Members::<T>::iter().collect::<Vec<_>>() {
		Pallet::<T>::do_remove(&account, &member);
	}
	MinimumValidators::<T>::put(1);
	for index in 0..count {
		admit_validator::<T>(&account("validator", index, 0));
	}
	account("validator", 0, 0)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn admit_member(m: Linear<2, { T::MaxMembers::get() }>) -> Result<(), BenchmarkError> {
		let origin =
			T::AdmitOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let sponsor = fill::<T>(m.saturating_sub(1));
		let account: T::AccountId = account("newcomer", 0, 0);
		let hash = submit_application::<T>(&account);
		Pallet::<T>::do_sponsor(sponsor, account.clone(), hash)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, account.clone(), hash);

		assert!(Members::<T>::contains_key(account));
		assert_eq!(Members::<T>::count(), m);
		Ok(())
	}

	#[benchmark]
	fn remove_member(m: Linear<2, { T::MaxMembers::get() }>) -> Result<(), BenchmarkError> {
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
	fn withdraw_role(m: Linear<2, { T::MaxMembers::get() }>) -> Result<(), BenchmarkError> {
		let origin =
			T::RoleOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let account = fill::<T>(m);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, account.clone(), Role::Validator);

		assert!(!Pallet::<T>::has_role(account, Role::Validator));
		Ok(())
	}

	#[benchmark]
	fn apply() {
		let caller: T::AccountId = whitelisted_caller();
		endow::<T>(&caller);
		let Application { name, country, legal_entity, roles, documents, .. } =
			application::<T>(&caller);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), name, country, legal_entity, roles, documents);

		assert!(Applications::<T>::contains_key(caller));
	}

	#[benchmark]
	fn withdraw_application() {
		let caller: T::AccountId = whitelisted_caller();
		submit_application::<T>(&caller);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()));

		assert!(!Applications::<T>::contains_key(&caller));
		assert!(Pallet::<T>::bond(caller).is_zero());
	}

	#[benchmark]
	fn clear_application() {
		let caller: T::AccountId = whitelisted_caller();
		let account: T::AccountId = account("newcomer", 0, 0);
		submit_application::<T>(&account);
		Applications::<T>::mutate(&account, |application| {
			if let Some(application) = application {
				application.expires_at = frame_system::Pallet::<T>::block_number();
			}
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), account.clone());

		assert!(!Applications::<T>::contains_key(&account));
		assert!(Pallet::<T>::bond(account).is_zero());
	}

	#[benchmark]
	fn reject_application() -> Result<(), BenchmarkError> {
		let origin =
			T::AdmitOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let account: T::AccountId = account("newcomer", 0, 0);
		submit_application::<T>(&account);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, account.clone(), true);

		assert!(!Applications::<T>::contains_key(&account));
		assert!(Pallet::<T>::bond(account).is_zero());
		Ok(())
	}

	#[benchmark]
	fn sponsor_application() -> Result<(), BenchmarkError> {
		let sponsor = fill::<T>(2);
		let account: T::AccountId = account("newcomer", 0, 0);
		let hash = submit_application::<T>(&account);
		// A sponsor before has to be looked up too.
		let before: T::AccountId = frame::benchmarking::prelude::account("validator", 1, 0);
		Pallet::<T>::do_sponsor(before.clone(), account.clone(), hash)?;
		suspend::<T>(&before, SuspensionCause::Vote, None);

		#[extrinsic_call]
		_(RawOrigin::Signed(sponsor.clone()), account.clone(), hash);

		let application = Applications::<T>::get(account).ok_or("it did apply")?;
		assert_eq!(application.sponsor, Some(sponsor));
		Ok(())
	}

	#[benchmark]
	fn withdraw_sponsorship() -> Result<(), BenchmarkError> {
		let sponsor = fill::<T>(1);
		let account: T::AccountId = account("newcomer", 0, 0);
		let hash = submit_application::<T>(&account);
		Pallet::<T>::do_sponsor(sponsor.clone(), account.clone(), hash)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(sponsor), account.clone());

		let application = Applications::<T>::get(account).ok_or("it did apply")?;
		assert_eq!(application.sponsor, None);
		Ok(())
	}

	#[benchmark]
	fn suspend_member(m: Linear<2, { T::MaxMembers::get() }>) -> Result<(), BenchmarkError> {
		let origin =
			T::SuspendOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let account = fill::<T>(m);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, account.clone(), HASH);

		assert!(Suspensions::<T>::contains_key(account));
		Ok(())
	}

	#[benchmark]
	fn suspend_provisionally(m: Linear<3, { T::MaxMembers::get() }>) -> Result<(), BenchmarkError> {
		let origin = T::ProvisionalOrigin::try_successful_origin()
			.map_err(|_| BenchmarkError::Weightless)?;
		let account = fill::<T>(m);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, account.clone(), HASH);

		assert!(Suspensions::<T>::contains_key(account));
		Ok(())
	}

	#[benchmark]
	fn reinstate_member(m: Linear<2, { T::MaxMembers::get() }>) -> Result<(), BenchmarkError> {
		let origin =
			T::SuspendOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let account = fill::<T>(m);
		Pallet::<T>::do_suspend(account.clone(), HASH)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, account.clone());

		assert!(!Suspensions::<T>::contains_key(account));
		Ok(())
	}

	#[benchmark]
	fn resign(m: Linear<2, { T::MaxMembers::get() }>) {
		let account = fill::<T>(m);

		#[extrinsic_call]
		_(RawOrigin::Signed(account.clone()));

		assert!(!Members::<T>::contains_key(account));
	}

	#[benchmark]
	fn register_nodes(n: Linear<0, { T::MaxNodes::get() }>) {
		let account = fill::<T>(1);

		#[extrinsic_call]
		_(RawOrigin::Signed(account.clone()), nodes::<T>(n));

		assert_eq!(Nodes::<T>::get(account).unwrap_or_default().len(), n as usize);
	}

	#[benchmark]
	fn set_min_validators(m: Linear<1, { T::MaxMembers::get() }>) -> Result<(), BenchmarkError> {
		let origin =
			T::ParameterOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		fill::<T>(m);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, m);

		assert_eq!(MinimumValidators::<T>::get(), m);
		Ok(())
	}

	#[benchmark]
	fn new_session(m: Linear<1, { T::MaxMembers::get() }>) {
		fill::<T>(m);
		// Every suspension lapses at once, so that all are removed and all members validate.
		let now = frame_system::Pallet::<T>::block_number();
		for account in Members::<T>::iter_keys().collect::<Vec<_>>() {
			suspend::<T>(&account, SuspensionCause::Provisional, Some(now));
		}
		let planned;

		#[block]
		{
			planned = <Pallet<T> as SessionManager<_>>::new_session(7);
		}

		assert_eq!(planned, Some(Pallet::<T>::validators()));
		assert_eq!(planned.map(|validators| validators.len()), Some(m as usize));
		assert_eq!(Suspensions::<T>::count(), 0);
	}

	#[benchmark]
	fn on_offence(m: Linear<2, { T::MaxMembers::get() }>) {
		let offender = fill::<T>(m);
		let reporter: T::AccountId = account("reporter", 0, 0);
		endow::<T>(&reporter);
		let details =
			OffenceDetails { offender: (offender.clone(), ()), reporters: vec![reporter] };

		#[block]
		{
			<Pallet<T> as OnOffenceHandler<_, _, _>>::on_offence(&[details], &[Perbill::one()], 0);
		}

		let suspension = Suspensions::<T>::get(offender).map(|suspension| suspension.cause);
		assert_eq!(suspension, Some(SuspensionCause::Misbehaviour));
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}
