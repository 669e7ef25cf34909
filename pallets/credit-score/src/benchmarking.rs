//! What the end of adverse evidence costs, for the subject with the most of it.

use super::*;
use crate::migrations::v1::{Forward, v0};
use frame::benchmarking::prelude::*;
use hanse_credit_model::{
	Fixed, Grade, Indicator, Level, Observation, Outcome,
	legacy::{DecayedEvidence, DecayedSubject},
};
use hanse_traits::Report;

const SINCE: Moment = 20_000 * hanse_credit_model::DAY;

/// A subject with evidence on every indicator, adverse and not, from many sources.
fn subject<T: Config>() -> T::AccountId {
	let subject: T::AccountId = account("subject", 0, 0);
	for number in 0..64u32 {
		let source: T::AccountId = account("source", number, 0);
		let reports = Indicator::ALL
			.into_iter()
			.zip([0, 10_000].into_iter().cycle().skip(number as usize))
			.map(|(indicator, points)| Report {
				source: source.clone(),
				observation: Observation {
					indicator,
					outcome: Outcome::new(points).unwrap(),
					level: Level::Confirmed,
					weight: Fixed::ONE,
					mass: Fixed::ONE,
					at: SINCE,
					expires: SINCE + Subject::HALF_YEAR * (1 + u64::from(number % 2)),
				},
				tag: u64::from(number) * 100 + indicator as u64,
				now: SINCE,
			})
			.collect::<alloc::vec::Vec<_>>();
		Pallet::<T>::observe(&subject, &reports);
	}
	subject
}

fn cursor_at<T: Config>(half_year: u16) {
	LeavingCursor::<T>::put(LeavingPlace { half_year, number: 0 });
}

fn first_half_year() -> u16 {
	(SINCE / Subject::HALF_YEAR) as u16 + 1
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn leave_nothing() {
		cursor_at::<T>(1);

		#[block]
		{
			Pallet::<T>::let_leave(0, &mut WeightMeter::new());
		}

		assert_eq!(LeavingCursor::<T>::get().half_year, 1);
	}

	#[benchmark]
	fn leave() {
		let subject = subject::<T>();
		let half_year = first_half_year();
		cursor_at::<T>(half_year);
		let before = Subjects::<T>::get(&subject).unwrap().encoded_size();
		let limit = T::WeightInfo::leave_nothing()
			.saturating_add(T::WeightInfo::leave().max(T::WeightInfo::pass_half_year()));

		#[block]
		{
			let now = u64::from(half_year) * Subject::HALF_YEAR;
			Pallet::<T>::let_leave(now, &mut WeightMeter::with_limit(limit));
		}

		assert_eq!(LeavingCursor::<T>::get(), LeavingPlace { half_year, number: 1 });
		assert!(Subjects::<T>::get(&subject).unwrap().encoded_size() < before);
	}

	#[benchmark]
	fn pass_half_year() {
		cursor_at::<T>(7);
		LeavingCount::<T>::insert(7, 1);
		let limit = T::WeightInfo::leave_nothing()
			.saturating_add(T::WeightInfo::leave().max(T::WeightInfo::pass_half_year()));

		#[block]
		{
			Pallet::<T>::let_leave(7 * Subject::HALF_YEAR, &mut WeightMeter::with_limit(limit));
		}

		assert_eq!(LeavingCursor::<T>::get().half_year, 8);
	}

	#[benchmark]
	fn migrate_subject() {
		let mut state = DecayedSubject { updated: SINCE, ..Default::default() };
		state.repair = (Fixed::ONE, u64::MAX);
		state.adverse = Fixed::ONE;
		state.total = Fixed::from_int(9);
		for evidence in &mut state.indicators {
			*evidence = Some(DecayedEvidence {
				good: Fixed::ONE,
				bad: Fixed::HALF,
				mass: Fixed::from_int(4),
				newest: SINCE,
			});
		}
		let account: T::AccountId = account("subject", 0, 0);
		v0::Subjects::<T>::insert(&account, v0::ScoredSubject { state, grade: Grade::D });

		#[block]
		{
			Forward::<T>::next(None);
		}

		assert!(Subjects::<T>::get(&account).unwrap().grade > Grade::D);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
