//! Benchmarks of every call, of what every block costs, and of what the end of a session costs.

#![allow(clippy::expect_used, reason = "a benchmark that cannot be set up must stop")]

use crate::{
	Absence, Absent, Attendance, Call, Config, CurrentTally, LastSlot, Pallet, Tally, TallyOf,
};
use alloc::{vec, vec::Vec};
use frame::{benchmarking::prelude::*, deps::sp_runtime::generic::DigestItem, traits::Hooks};
use pallet_authorship::EventHandler;
use sp_consensus_aura::{AURA_ENGINE_ID, Slot};

/// Does for benchmarks what the consortium and its members do.
pub trait BenchmarkHelper<AccountId> {
	/// Makes the account one that the pool finds eligible.
	fn make_eligible(account: &AccountId);
}

/// Has `count` validators, which the pool knows nothing of, and returns them.
fn validators<T: Config>(count: u32) -> Vec<T::AccountId> {
	let validators = (0..count).map(|index| account("validator", index, 0)).collect::<Vec<_>>();
	pallet_session::Validators::<T>::put(&validators);
	validators
}

/// Has as many Aura authorities as there may be, and returns how many.
fn authorities<T: Config>() -> u32 {
	let count = <T as pallet_aura::Config>::MaxAuthorities::get().min(T::MaxAuthors::get());
	let authorities = (0..count)
		.map(|index| {
			let seed = index.encode();
			Decode::decode(&mut TrailingZeroInput::new(&seed)).expect("any bytes are a key")
		})
		.collect::<Vec<T::AuthorityId>>();
	pallet_aura::Authorities::<T>::put(
		BoundedVec::try_from(authorities).expect("there are no more than there may be"),
	);
	count
}

/// A tally that says the same of everybody.
fn tally<T: Config>(count: u32, attendance: Attendance) -> TallyOf<T> {
	let authors = vec![attendance; count as usize];
	Tally { authors: authors.try_into().expect("there are no more than there may be"), outage: 0 }
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn return_to_service() {
		let count = T::MaxAuthors::get();
		let account = validators::<T>(count).pop().expect("there is at least one");
		CurrentTally::<T>::put(tally::<T>(count, Attendance::default()));
		Absent::<T>::insert(&account, Absence { session: 0, authored: 0, missed: 1 });

		#[extrinsic_call]
		_(RawOrigin::Signed(account.clone()));

		assert!(!Absent::<T>::contains_key(&account));
		assert!(CurrentTally::<T>::get().authors.last().is_some_and(|last| last.returned));
	}

	#[benchmark]
	fn set_tolerance() -> Result<(), BenchmarkError> {
		let origin =
			T::ParameterOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let share = Perbill::from_percent(30);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, share);

		assert_eq!(Pallet::<T>::tolerance(), share);
		Ok(())
	}

	/// `s` is the number of slots that the block skipped.
	#[benchmark]
	fn on_initialize(s: Linear<0, { T::MaxAuthors::get().saturating_sub(1) }>) {
		let count = authorities::<T>();
		let author = validators::<T>(count).pop().expect("there is at least one");
		CurrentTally::<T>::put(tally::<T>(count, Attendance::default()));
		// Every author had its turn but the last one, which authors.
		let skipped = s.min(count.saturating_sub(1));
		let slot = Slot::from(u64::from(skipped)).saturating_add(1u64);
		LastSlot::<T>::put(Slot::from(0));
		frame_system::Pallet::<T>::deposit_log(DigestItem::PreRuntime(
			AURA_ENGINE_ID,
			slot.encode(),
		));

		#[block]
		{
			<Pallet<T> as EventHandler<_, _>>::note_author(author);
			<Pallet<T> as Hooks<_>>::on_initialize(1u32.into());
		}

		let authors = CurrentTally::<T>::get().authors;
		assert_eq!(authors.iter().map(|attendance| attendance.missed).sum::<u32>(), skipped);
		assert_eq!(authors.iter().map(|attendance| attendance.authored).sum::<u32>(), 1);
	}

	/// `a` is the number of authors. In the worst case all but one were absent, and the blocks of
	/// that one are so many that they are judged.
	#[benchmark]
	fn end_session(a: Linear<1, { T::MaxAuthors::get() }>) {
		let validators = validators::<T>(a);
		validators.iter().for_each(T::BenchmarkHelper::make_eligible);
		let missed = T::MinSlots::get().max(1);
		let absent = Attendance { missed, ..Default::default() };
		let authored = missed.saturating_mul(a);
		let mut tally = tally::<T>(a, absent);
		if let Some(first) = tally.authors.get_mut(0) {
			*first = Attendance { authored, ..Default::default() };
		}
		CurrentTally::<T>::put(tally);

		#[block]
		{
			Pallet::<T>::close_tally(7);
		}

		let closed = Pallet::<T>::last_session().expect("a session ended");
		assert_eq!(closed.authors.len(), a as usize);
		assert!(!CurrentTally::<T>::exists());
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}
