//! The parameters change while evidence is on its way.

use super::*;

/// The score in thousandths of a point.
fn thousandths() -> i64 {
	score(SUBJECT).unwrap().thousandths.into()
}

#[test]
fn a_score_does_not_jump_when_half_lives_change() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		record(Indicator::PaidOnTime, 0, 30);
		pass(40 * DAY);
		let before = thousandths();
		bring_into_force(hasty());
		assert!((thousandths() - before).abs() <= 5, "{before} {}", thousandths());
		// From there on it fades by the new ones.
		assert_eq!(score(SUBJECT).unwrap().version, 1);
	});
}

#[test]
fn the_time_before_counts_by_the_old_half_lives() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		pass(40 * DAY);
		bring_into_force(hasty());
		pass(10 * DAY);
		let changed = thousandths();
		// Somebody for whom the new ones held from the beginning.
		let always = Parameters { version: 1, ..hasty() };
		let mut model = Subject::default();
		let mark = u64::from_le_bytes(SOURCE.using_encoded(twox_64));
		for indicator in Indicator::ALL {
			let observation = Observation { at: START, ..observation(indicator, 10_000, 100) };
			model.observe(observation, Voice::of(mark), mark, START, &always);
		}
		let always = i64::from(model.report(Now::get(), &always).thousandths);
		// And for whom they never held.
		let mut never = Subject::default();
		for indicator in Indicator::ALL {
			let observation = Observation { at: START, ..observation(indicator, 10_000, 100) };
			never.observe(observation, Voice::of(mark), mark, START, &Parameters::default());
		}
		let never = i64::from(never.report(Now::get(), &Parameters::default()).thousandths);
		assert!(always < changed && changed < never, "{always} {changed} {never}");
	});
}

#[test]
fn a_record_of_before_can_be_contested_after() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		let without = known(SUBJECT).state;
		let adverse = blame();
		pass(20 * DAY);
		bring_into_force(hasty());
		pass(20 * DAY);
		let with = thousandths();
		CreditScore::retract(&SUBJECT, &adverse);
		let parameters = CreditScore::parameters();
		let expected = i64::from(without.report(Now::get(), &parameters).thousandths);
		assert!((thousandths() - expected).abs() <= 5, "{expected} {}", thousandths());
		assert!(thousandths() > with);
		// Another change, and the arbitrators find it right.
		bring_into_force(Parameters::default());
		CreditScore::restore(&SUBJECT, &adverse);
		assert!(thousandths() < expected);
		CreditScore::retract(&SUBJECT, &adverse);
		let parameters = CreditScore::parameters();
		let expected = i64::from(without.report(Now::get(), &parameters).thousandths);
		assert!((thousandths() - expected).abs() <= 5, "{expected} {}", thousandths());
	});
}

#[test]
fn it_does_not_matter_whether_the_round_came_by() {
	ExtBuilder::default().build_and_execute(|| {
		let about = |subject| {
			for indicator in Indicator::ALL {
				record_about(subject, observation(indicator, 9_000, 7));
			}
		};
		about(3);
		// The round has passed one of them, and not the other, whose state is put back.
		let behind = known(3).state;
		pass(40 * DAY);
		bring_into_force(hasty());
		let swept = known(3).state;
		assert_ne!(swept, behind);
		pass(25 * DAY);
		let parameters = CreditScore::parameters();
		assert_eq!(swept.report(Now::get(), &parameters), behind.report(Now::get(), &parameters));
		assert_eq!(score(3), Some(behind.report(Now::get(), &parameters)));
	});
}

#[test]
fn records_of_a_block_count_by_one_version() {
	ExtBuilder::default().build_and_execute(|| {
		record(Indicator::PaidOnTime, 10_000, 10);
		let effective = System::block_number() + NOTICE;
		assert_ok!(schedule(strict(), effective));
		run_to(effective - 1);
		record(Indicator::PaidOnTime, 10_000, 1);
		assert_eq!(score(SUBJECT).unwrap().version, 0);
		next_block();
		events();
		record(Indicator::PaidOnTime, 0, 100);
		let changes = announced();
		assert!(!changes.is_empty());
		assert_eq!(CreditScore::history(SUBJECT).unwrap().last().unwrap().version, 1);
		assert_eq!(score(SUBJECT).unwrap().version, 1);
	});
}

#[test]
fn a_version_that_moves_a_subject_is_its_cause() {
	ExtBuilder::default().build_and_execute(|| {
		record(Indicator::Rating, 10_000, 100);
		next_block();
		bring_into_force(strict());
		next_block();
		let last = CreditScore::history(SUBJECT).unwrap().pop().unwrap();
		assert_eq!(last.cause, Cause::Parameters { version: 1 });
		assert_eq!((last.new.score, last.version), (0, 1));
		// It did nothing, so it is not said to have become worse.
		assert_eq!(CreditScore::warning(SUBJECT).unwrap().fall, 0);
	});
}
