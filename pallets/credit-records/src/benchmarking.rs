//! What calls and settlements cost, at their worst: every record about another subject by another
//! source, and every subject with evidence on all indicators.

#![allow(clippy::arithmetic_side_effects)]

extern crate alloc;

use super::*;
use crate::queue::Queue;
use alloc::vec::Vec;
use frame::benchmarking::prelude::*;
use hanse_credit_model::{AmountClass, DAY, Fixed, Level, Observation, Outcome};
use hanse_types::Role;

/// The clock of the import, late enough for any maturity to be over before it.
const NOW: Moment = 20_000 * DAY;

fn provider<T: Config>() -> T::AccountId {
	let provider = account("provider", 0, 0);
	T::Members::set_member(
		&provider,
		&[
			Role::BehaviourProvider,
			Role::TransactionProvider,
			Role::PaymentProvider,
			Role::ShippingProvider,
			Role::VerificationProvider,
			Role::Registrar,
		],
	);
	provider
}

/// A record that counts, by a source registered with full history, about a subject likewise.
fn record<T: Config>(provider: &T::AccountId, number: u32) -> Record<T::AccountId> {
	let source: T::AccountId = account("source", number, 0);
	let subject: T::AccountId = account("subject", number, 0);
	let standing = Source::new(&T::Parameters::get());
	let registered = RegisteredSource { provider: provider.clone(), standing };
	Sources::<T>::insert(&source, registered);
	SourceCount::<T>::mutate(provider, |count| *count += 1);
	let before = NOW - 10 * DAY;
	for indicator in Indicator::ALL {
		let observation = Observation {
			indicator,
			outcome: Outcome::BEST,
			level: Level::Confirmed,
			weight: Fixed::ONE,
			mass: Fixed::ONE,
			at: before,
		};
		let _ = T::Score::observe(&subject, &source, observation, before);
	}
	Consensuses::<T>::mutate((&subject, Indicator::Certificate), |all| {
		all.add(Outcome::BEST, Fixed::ONE, before, before, DAY);
	});
	Record {
		source,
		subject,
		indicator: Indicator::Certificate,
		outcome: Outcome::WORST,
		level: Level::Counterparty,
		amount: AmountClass::NEUTRAL,
		at: 0,
		commitment: [7; 32],
	}
}

fn import<T: Config>() {
	Importing::<T>::put(true);
	Clock::<T>::put(NOW);
}

fn pending<T: Config>(record: &Record<T::AccountId>) -> PendingRecord<T::AccountId> {
	PendingRecord {
		source: record.source.clone(),
		subject: record.subject.clone(),
		indicator: record.indicator,
		outcome: record.outcome,
	}
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn register_sources(n: Linear<1, { T::MaxBatch::get() }>) {
		let provider = provider::<T>();
		let sources = (0..n).map(|number| account("source", number, 0)).collect::<Vec<_>>();
		let sources = BoundedVec::try_from(sources).unwrap();

		#[extrinsic_call]
		_(RawOrigin::Signed(provider.clone()), sources);

		assert_eq!(SourceCount::<T>::get(provider), n);
	}

	#[benchmark]
	fn submit_record() {
		import::<T>();
		let provider = provider::<T>();
		let record = record::<T>(&provider, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(provider.clone()), 0, record);

		assert_eq!(Streams::<T>::get(provider), 1);
		assert_eq!(PendingCount::<T>::get(), 1);
	}

	#[benchmark]
	fn submit_batch(n: Linear<1, { T::MaxBatch::get() }>) {
		import::<T>();
		let provider = provider::<T>();
		let records = (0..n).map(|number| record::<T>(&provider, number)).collect::<Vec<_>>();
		let records = BoundedVec::try_from(records).unwrap();

		#[extrinsic_call]
		_(RawOrigin::Signed(provider.clone()), 0, records);

		assert_eq!(Streams::<T>::get(provider), u64::from(n));
		assert_eq!(PendingCount::<T>::get(), n);
	}

	#[benchmark]
	fn end_import() -> Result<(), BenchmarkError> {
		import::<T>();
		let origin =
			T::ImportOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);

		assert!(!Importing::<T>::get());
		Ok(())
	}

	#[benchmark]
	fn settle_nothing() {
		import::<T>();

		#[block]
		{
			Pallet::<T>::settle_in_hook(&mut WeightMeter::new());
		}

		assert_eq!(PendingCount::<T>::get(), 0);
	}

	#[benchmark]
	fn settle_record() {
		import::<T>();
		let parameters = T::Parameters::get();
		let record = record::<T>(&provider::<T>(), 0);
		let maturity = parameters.maturity;
		let mut queue = Queue::<T>::open();
		queue.push(pending::<T>(&record), NOW - maturity - 2 * DAY, maturity);
		let key = (&record.subject, record.indicator, &record.source);
		OwnShares::<T>::insert(key, OwnShare { said: Consensus::default(), pending: 2 });
		// Up to the day of the record, so that one step is left.
		let cursor = QueuedFor::<T>::iter_keys().next().unwrap();
		queue.close();
		Cursor::<T>::put(Place { day: cursor, number: 0 });
		let mut queue = Queue::<T>::open();

		#[block]
		{
			queue.settle_due(NOW, &parameters, &mut WeightMeter::new());
		}

		queue.close();
		assert_eq!(PendingCount::<T>::get(), 0);
		let standing = Sources::<T>::get(&record.source).unwrap().standing;
		assert!(standing.credibility() < Source::new(&parameters).credibility());
	}

	#[benchmark]
	fn pass_day() {
		import::<T>();
		let parameters = T::Parameters::get();
		let record = record::<T>(&provider::<T>(), 0);
		let mut queue = Queue::<T>::open();
		queue.push(pending::<T>(&record), NOW, parameters.maturity);
		let today = crate::queue::day(NOW);

		#[block]
		{
			queue.settle_due(NOW, &parameters, &mut WeightMeter::new());
		}

		queue.close();
		assert_eq!(Cursor::<T>::get(), Place { day: today + 1, number: 0 });
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
