//! What calls and hooks cost. What is done to a subject is measured by its extent ([`Extent`]), and what
//! changes of the model behind it cost more apart from that ([`WeightInfo::catch_up`]); everything else for
//! the subject of whom most is known.

use super::*;
use crate::migrations::{
	v1::{Forward, v0},
	v2::{self, Announced},
};
use alloc::vec::Vec;
use frame::benchmarking::prelude::*;
use hanse_credit_model::{
	DAY, Fixed, Grade, Indicator, Level, Observation, Outcome,
	legacy::{DecayedEvidence, DecayedSubject},
};

const SINCE: Moment = 20_000 * DAY;

/// What all adverse evidence is about.
const WORST_INDICATOR: Indicator = Indicator::Certificate;

/// The sums of a subject of this extent: evidence of one voice on every pile, then of the next on each,
/// until every voice has said something on all of them.
fn sums(extent: u32, parameters: &Parameters) -> Subject {
	let fair = Indicator::ALL.into_iter().map(|indicator| (indicator, Outcome::BEST, 1));
	let adverse = (1..=Subject::ADVERSE_PILES).map(|ends| (WORST_INDICATOR, Outcome::WORST, ends));
	let piles = fair.chain(adverse).collect::<Vec<_>>();
	let mut state = Subject::default();
	for voice in 0..Voice::COUNT {
		let mark = u64::from(voice) << 60;
		for (indicator, outcome, ends) in &piles {
			if state.extent() >= extent {
				return state;
			}
			let observation = Observation {
				indicator: *indicator,
				outcome: *outcome,
				level: Level::Confirmed,
				weight: Fixed::ONE,
				mass: Fixed::ONE,
				at: SINCE,
				expires: SINCE + u64::from(*ends) * Subject::HALF_YEAR,
			};
			state.observe(observation, Voice::of(mark), mark, SINCE, parameters);
		}
	}
	state
}

/// A subject of this extent, about which much was told. At the next look something is to be announced,
/// everybody was told of what was announced before, and the page of the queue has room for one.
fn subject<T: Config>(extent: u32) -> T::AccountId {
	let subject: T::AccountId = account("subject", 0, 0);
	let parameters = Current::<T>::get();
	let mut known = KnownOf::<T> { state: sums(extent, &parameters), ..Default::default() };
	let before = Subject::default().report(SINCE, &parameters);
	let after = known.state.current_report(&parameters);
	known.trend.follow(&before, &after, &parameters);
	for number in 0..64 {
		known.state.tell(number);
		known.note_move(moved(&subject, number));
	}
	known.expect_announcement();
	Subjects::<T>::insert(&subject, known);
	let others = (1..<PageLength as Get<u32>>::get()).map(|number| account("other", number, 0));
	Waiting::<T>::insert(0, PageOf::<T>::truncate_from(others.collect()));
	WaitingPages::<T>::put(Pages { first: 0, next: 1 });
	subject
}

fn moved<AccountId: Clone>(provider: &AccountId, sequence: u64) -> Moved<AccountId> {
	let record = RecordId { provider: provider.clone(), sequence };
	Moved { record, effect: Effect::Counted, change: 1 }
}

/// The same, with a full history, and nobody was told of the last change.
fn waiting<T: Config>(extent: u32) -> T::AccountId {
	let subject = subject::<T>(extent);
	let standing = Subjects::<T>::get(&subject).unwrap().announced;
	let change = |at| Change {
		block: 0,
		at,
		version: 0,
		old: standing,
		new: standing,
		cause: Cause::Record(RecordId { provider: subject.clone(), sequence: at }),
	};
	let history = HistoryOf::<T>::truncate_from(alloc::vec![change(0); 16]);
	History::<T>::insert(&subject, history);
	Subjects::<T>::mutate(&subject, |known| {
		known.as_mut().unwrap().waiting = Some(change(SINCE));
	});
	Waiting::<T>::mutate(0, |page| page.try_insert(0, subject.clone()).unwrap());
	subject
}

fn is_waiting<T: Config>(subject: &T::AccountId) -> bool {
	Subjects::<T>::get(subject).unwrap().waiting.is_some()
}

/// Parameters of another pace than those in force, as they may be voted for.
fn next<T: Config>() -> Parameters {
	let mut next = T::InitialParameters::get();
	let current = Current::<T>::get();
	for (next, current) in next.indicators.iter_mut().zip(current.indicators) {
		next.half_life = current.half_life + DAY;
	}
	next.risk_half_life = current.risk_half_life + DAY;
	next
}

/// As many changes of pace lie behind the parameters in force as are remembered.
fn with_eras<T: Config>() {
	for version in 1..=Parameters::FORMER {
		let next = next::<T>();
		let at = SINCE + Moment::from(version);
		let parameters = Current::<T>::get().succeed(version, at, next);
		Current::<T>::put(parameters);
	}
	SweptEra::<T>::put(Current::<T>::get().era);
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
	fn schedule_parameters() -> Result<(), BenchmarkError> {
		with_eras::<T>();
		let origin =
			T::GovernanceOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let block = frame_system::Pallet::<T>::block_number();
		let effective = block + T::MinNotice::get() + 1u32.into();
		let parameters = Box::new(next::<T>());

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, parameters, effective);

		assert_eq!(Scheduled::<T>::get().unwrap().effective, effective);
		Ok(())
	}

	#[benchmark]
	fn cancel_parameters() -> Result<(), BenchmarkError> {
		with_eras::<T>();
		let origin =
			T::GovernanceOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		Scheduled::<T>::put(Schedule { parameters: next::<T>(), effective: 100u32.into() });

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);

		assert!(!Scheduled::<T>::exists());
		Ok(())
	}

	#[benchmark]
	fn refresh(v: Linear<0, { Subject::MAX_EXTENT }>) {
		let subject = subject::<T>(v);
		let caller: T::AccountId = account("caller", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), subject.clone());

		assert!(is_waiting::<T>(&subject));
	}

	#[benchmark]
	fn set_profile() {
		let member: T::AccountId = account("member", 0, 0);
		T::Members::set_member(&member, &[Purpose::Bank.role()]);
		let profile = Profile::of(&T::InitialParameters::get());
		Profiles::<T>::insert(&member, Purpose::Bank, profile);

		#[extrinsic_call]
		_(RawOrigin::Signed(member.clone()), Purpose::Bank, profile);

		assert!(Profiles::<T>::contains_key(member, Purpose::Bank));
	}

	#[benchmark]
	fn remove_profile() {
		let member: T::AccountId = account("member", 0, 0);
		let profile = Profile::of(&T::InitialParameters::get());
		Profiles::<T>::insert(&member, Purpose::Bank, profile);

		#[extrinsic_call]
		_(RawOrigin::Signed(member.clone()), Purpose::Bank);

		assert!(!Profiles::<T>::contains_key(member, Purpose::Bank));
	}

	#[benchmark]
	fn await_parameters() {
		Scheduled::<T>::put(Schedule { parameters: next::<T>(), effective: 100u32.into() });

		#[block]
		{
			Pallet::<T>::bring_into_force(99u32.into());
		}

		assert!(Scheduled::<T>::exists());
	}

	#[benchmark]
	fn bring_into_force() {
		with_eras::<T>();
		Scheduled::<T>::put(Schedule { parameters: next::<T>(), effective: 100u32.into() });

		#[block]
		{
			Pallet::<T>::bring_into_force(100u32.into());
		}

		assert_eq!(Current::<T>::get().version, Parameters::FORMER + 1);
		assert!(Versions::<T>::contains_key(Parameters::FORMER + 1));
	}

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
	fn leave(v: Linear<0, { Subject::MAX_EXTENT }>) {
		let subject = subject::<T>(v);
		let half_year = first_half_year();
		cursor_at::<T>(half_year);
		Leaving::<T>::insert(half_year, 0, &subject);
		LeavingCount::<T>::insert(half_year, 1);
		let limit = T::WeightInfo::leave_nothing().saturating_add(Pallet::<T>::leaving_step());

		#[block]
		{
			let now = u64::from(half_year) * Subject::HALF_YEAR;
			Pallet::<T>::let_leave(now, &mut WeightMeter::with_limit(limit));
		}

		assert_eq!(LeavingCursor::<T>::get(), LeavingPlace { half_year, number: 1 });
		assert!(is_waiting::<T>(&subject));
	}

	#[benchmark]
	fn pass_half_year() {
		cursor_at::<T>(7);
		LeavingCount::<T>::insert(7, 1);
		let limit = T::WeightInfo::leave_nothing().saturating_add(Pallet::<T>::leaving_step());

		#[block]
		{
			Pallet::<T>::let_leave(7 * Subject::HALF_YEAR, &mut WeightMeter::with_limit(limit));
		}

		assert_eq!(LeavingCursor::<T>::get().half_year, 8);
	}

	#[benchmark]
	fn tell_nothing() {
		#[block]
		{
			Pallet::<T>::tell_waiting(&mut WeightMeter::new());
		}

		assert_eq!(WaitingPages::<T>::get(), Pages::default());
	}

	/// What is told is announced anew at once.
	#[benchmark]
	fn tell_subject(v: Linear<0, { Subject::MAX_EXTENT }>) {
		let subject = waiting::<T>(v);
		let step = Pallet::<T>::telling_step(Burden::MOST);
		let limit = T::WeightInfo::tell_nothing().saturating_add(step);

		#[block]
		{
			Pallet::<T>::tell_waiting(&mut WeightMeter::with_limit(limit));
		}

		assert_eq!(History::<T>::get(&subject).last().unwrap().at, SINCE);
		assert_eq!(Waiting::<T>::get(0).last(), Some(&subject));
		assert!(is_waiting::<T>(&subject));
	}

	#[benchmark]
	fn sweep_nothing() {
		Sweep::<T>::put(Round::Resting { until: Some(100u32.into()) });

		#[block]
		{
			Pallet::<T>::sweep(99u32.into(), &mut WeightMeter::new());
		}

		assert_eq!(Sweep::<T>::get(), Round::Resting { until: Some(100u32.into()) });
	}

	#[benchmark]
	fn sweep_subject(v: Linear<0, { Subject::MAX_EXTENT }>) {
		let subject = subject::<T>(v);
		let step = Pallet::<T>::sweep_step(Burden::MOST);
		let limit = T::WeightInfo::sweep_nothing().saturating_add(step);

		#[block]
		{
			Pallet::<T>::sweep(1u32.into(), &mut WeightMeter::with_limit(limit));
		}

		assert!(is_waiting::<T>(&subject));
		assert!(
			matches!(Sweep::<T>::get(), Round::Going { last: Some(last), .. } if last == subject)
		);
	}

	#[benchmark]
	fn catch_up(v: Linear<0, { Subject::MAX_EXTENT }>) {
		let mut state = sums(v, &Current::<T>::get());
		with_eras::<T>();
		let parameters = Current::<T>::get();

		#[block]
		{
			state.catch_up(&parameters);
		}

		assert!(!state.is_behind(&parameters));
	}

	#[benchmark]
	fn follow_record(v: Linear<0, { Subject::MAX_EXTENT }>) {
		let subject = subject::<T>(v);
		let mut known = Subjects::<T>::get(&subject).unwrap();
		let work = Work::<T>::begin();
		let after;

		#[block]
		{
			let before = work.report_at(&mut known.state, SINCE + 1, None);
			after = work.follow(&mut known, &before);
			known.note_move(moved(&subject, 64));
		}

		assert_eq!(after.computed_at, SINCE + 1);
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

		assert!(v2::v1::Subjects::<T>::get(&account).unwrap().grade > Grade::D);
	}

	#[benchmark]
	fn announce_subject() {
		let account = subject::<T>(Subject::MAX_EXTENT);
		let ScoredSubject { state, announced, .. } = Subjects::<T>::get(&account).unwrap();
		let old = v2::v1::ScoredSubject { state: state.into(), grade: announced.grade };
		v2::v1::Subjects::<T>::insert(&account, old);

		#[block]
		{
			Announced::<T>::next(None);
		}

		let known = Subjects::<T>::get(&account).unwrap();
		assert_eq!((known.announced.grade, known.waiting), (announced.grade, None));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
