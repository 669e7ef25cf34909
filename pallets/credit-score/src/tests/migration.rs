//! From the storage of earlier releases to the present one.

use super::*;
use crate::migrations::{
	v1::{Forward, v0},
	v2::{self, Announced},
};
use frame::deps::frame_support::{
	migrations::{SteppedMigration, SteppedMigrationError},
	storage::unhashed,
};
use hanse_credit_model::legacy::{DecayedEvidence, DecayedSubject, ForwardSubject};

/// A subject of version 0.
fn decayed(points: u32) -> v0::ScoredSubject {
	let mut state = DecayedSubject { updated: Now::get(), ..Default::default() };
	state.total = Fixed::from_int(points);
	state.indicators[0] = Some(DecayedEvidence {
		good: Fixed::from_int(points),
		mass: Fixed::from_int(points),
		newest: Now::get(),
		..Default::default()
	});
	let grade = state.forward(&Parameters::default()).current_report(&Parameters::default());
	v0::ScoredSubject { state, grade: grade.grade }
}

/// What is left of a subject on its way through version 1, which knows less of it.
fn through_version_1(state: &Subject) -> Subject {
	Subject::from(ForwardSubject::from(state.clone()))
}

/// A chain of an earlier version: nothing is there that came later.
fn earlier(version: u16) -> TestState {
	let mut chain = ExtBuilder::default().build();
	chain.execute_with(|| {
		Versions::<Test>::remove(0);
		StorageVersion::new(version).put::<CreditScore>();
	});
	chain
}

/// Takes all steps of a migration, each with the weight of so many subjects, and says how many.
fn migrate<M: SteppedMigration<Cursor = AccountId>>(one: Weight, at_once: u64) -> u32 {
	let nothing = M::step(None, &mut WeightMeter::with_limit(Weight::zero()));
	assert!(matches!(
		nothing,
		Err(SteppedMigrationError::InsufficientWeight { required }) if required == one
	));
	let (mut cursor, mut steps) = (None, 0);
	loop {
		let mut meter = WeightMeter::with_limit(one.saturating_mul(at_once));
		cursor = M::step(cursor, &mut meter).unwrap();
		steps += 1;
		if cursor.is_none() {
			return steps;
		}
	}
}

fn forward() -> u32 {
	migrate::<Forward<Test>>(<() as WeightInfo>::migrate_subject(), 2)
}

fn announce() -> u32 {
	migrate::<Announced<Test>>(<() as WeightInfo>::announce_subject(), 2)
}

#[test]
fn sums_are_turned_forward_step_by_step() {
	earlier(0).execute_with(|| {
		for subject in 1..=7 {
			v0::Subjects::<Test>::insert(subject, decayed(subject as u32));
		}
		assert_eq!(forward(), 4);
		for subject in 1..=7 {
			let expected = decayed(subject as u32);
			let state = through_version_1(&expected.state.forward(&Parameters::default()));
			let turned = v2::v1::Subjects::<Test>::get(subject).unwrap();
			assert_eq!((Subject::from(turned.state), turned.grade), (state, expected.grade));
		}
		assert_eq!(CreditScore::on_chain_storage_version(), 1);
		// Once is enough.
		assert_eq!(Forward::<Test>::step(None, &mut WeightMeter::new()), Ok(None));
	});
}

#[test]
fn standings_are_kept_and_nothing_is_announced() {
	// What the model makes of some records is what stood on a chain of version 1.
	let mut states = Vec::new();
	ExtBuilder::default().build_and_execute(|| {
		for subject in 1..=7 {
			record_about(subject, observation(Indicator::PaidOnTime, 10_000, 1 << subject));
			record_about(subject, observation(Indicator::Rating, 0, 1));
			states.push((subject, known(subject).state, score(subject).unwrap()));
		}
	});
	earlier(1).execute_with(|| {
		for (subject, state, report) in &states {
			let old = v2::v1::ScoredSubject { state: state.clone().into(), grade: report.grade };
			v2::v1::Subjects::<Test>::insert(subject, old);
		}
		events();
		assert_eq!(announce(), 4);
		for (subject, state, report) in &states {
			let turned = known(*subject);
			assert_eq!(turned.state, through_version_1(state));
			let standing =
				Standing { score: report.score, grade: report.grade, ..Default::default() };
			assert_eq!((turned.announced, turned.waiting), (standing, None));
			assert_eq!(score(*subject).as_ref(), Some(report));
		}
		assert_eq!(events(), []);
		assert_eq!(CreditScore::on_chain_storage_version(), 2);
		let first = CreditScore::version(0).unwrap();
		assert_eq!((first.parameters, first.effective_at), (ModelParameters::get(), 0));
		CreditScore::do_try_state().unwrap();
		assert_eq!(Announced::<Test>::step(None, &mut WeightMeter::new()), Ok(None));
		// The first round finds what there is to beware of.
		next_block();
		assert!(announced().iter().any(|(_, _, new, _)| new.warning.level > WarningLevel::None));
		CreditScore::do_try_state().unwrap();
	});
}

#[test]
fn both_steps_follow_each_other() {
	earlier(0).execute_with(|| {
		for subject in 1..=7 {
			v0::Subjects::<Test>::insert(subject, decayed(subject as u32));
		}
		forward();
		announce();
		for subject in 1..=7 {
			let expected = decayed(subject as u32).state.forward(&Parameters::default());
			let turned = known(subject);
			assert_eq!(turned.state, through_version_1(&expected));
			let report = expected.current_report(&Parameters::default());
			assert_eq!(
				(turned.announced.score, turned.announced.grade),
				(report.score, report.grade)
			);
		}
		CreditScore::do_try_state().unwrap();
	});
}

#[test]
fn what_cannot_be_read_is_unknown() {
	earlier(1).execute_with(|| {
		let key = Subjects::<Test>::hashed_key_for(SUBJECT);
		unhashed::put_raw(&key, &[1, 2, 3]);
		announce();
		assert!(!Subjects::<Test>::contains_key(SUBJECT));
		assert_eq!(CreditScore::on_chain_storage_version(), 2);
	});
}

#[test]
fn a_chain_of_today_has_nothing_to_turn() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		assert_storage_noop!({
			let mut meter = WeightMeter::new();
			assert_eq!(Forward::<Test>::step(None, &mut meter), Ok(None));
			assert_eq!(Announced::<Test>::step(None, &mut meter), Ok(None));
		});
	});
}
