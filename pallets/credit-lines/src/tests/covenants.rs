//! Lines are suspended when a standing changes.

use super::*;

#[test]
fn a_grade_below_the_minimum_suspends() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(400);
		for grade in [Grade::Aaa, Grade::Bbb, Grade::Bb] {
			Scores::announce(ANNA, grade, WarningLevel::None);
			assert_eq!(state(), Some(OPEN));
		}
		assert_eq!(events(), []);
		Scores::announce(ANNA, Grade::B, WarningLevel::None);
		assert_eq!(events(), [told_suspended(Suspension::Grade)]);
		assert_eq!(state(), Some(suspended(Suspension::Grade)));
		assert_eq!((draw(1), available()), (Err(LineError::Suspended), 0));
		// What is drawn stays owed.
		assert_eq!((drawn(), repay(400)), (Some(400), 400));
	});
}

#[test]
fn a_critical_warning_suspends_and_no_lesser_one() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		for level in [WarningLevel::Watch, WarningLevel::Warning] {
			Scores::announce(ANNA, Grade::A, level);
			assert_eq!(state(), Some(OPEN));
		}
		Scores::announce(ANNA, Grade::A, WarningLevel::Critical);
		assert_eq!(events(), [told_suspended(Suspension::Warning)]);
		assert_eq!(state(), Some(suspended(Suspension::Warning)));
	});
}

#[test]
fn what_is_announced_counts_before_anybody_is_told() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		Scores::announce_only(ANNA, Grade::B, WarningLevel::None);
		assert_eq!(state(), Some(OPEN));
		assert_storage_noop!(assert_eq!(draw(1), Err(LineError::Suspended)));
		assert_eq!(available(), 0);
		let report = CreditLines::line(BANK, ANNA, EURO).unwrap();
		assert_eq!((report.state, report.available), (suspended(Suspension::Grade), 0));
		assert_eq!(events(), []);
		Scores::tell();
		assert_eq!(events(), [told_suspended(Suspension::Grade)]);
	});
}

#[test]
fn a_standing_that_recovers_before_anybody_is_told_suspends_nothing() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		Scores::announce_only(ANNA, Grade::B, WarningLevel::None);
		assert_eq!(draw(1), Err(LineError::Suspended));
		Scores::announce_only(ANNA, Grade::Bb, WarningLevel::None);
		Scores::tell();
		assert_eq!((state(), draw(1)), (Some(OPEN), Ok(())));
	});
}

#[test]
fn every_line_goes_by_its_own_minimum() {
	ExtBuilder.build_and_execute(|| {
		let minima = [Grade::D, Grade::B, Grade::Bb, Grade::A];
		for (bank, minimum) in BANKS.zip(minima) {
			let terms = Terms { minimum, ..terms(1_000) };
			assert_ok!(CreditLines::set_line(signed(bank), ANNA, EURO, terms));
		}
		let open = || {
			CreditLines::lines(ANNA)
				.into_iter()
				.filter(|report| report.state == OPEN)
				.map(|report| report.terms.minimum)
				.collect::<Vec<_>>()
		};
		events();
		Scores::announce(ANNA, Grade::Bb, WarningLevel::None);
		assert_eq!((open(), events().len()), (minima[..3].to_vec(), 1));
		Scores::announce(ANNA, Grade::Ccc, WarningLevel::None);
		assert_eq!((open(), events().len()), (minima[..1].to_vec(), 2));
		Scores::announce(ANNA, Grade::D, WarningLevel::Critical);
		assert_eq!((open(), events().len()), (vec![], 1));
		// None comes back by itself, however good she is.
		Scores::announce(ANNA, Grade::Aaa, WarningLevel::None);
		assert_eq!((open(), events().len()), (vec![], 0));
	});
}

#[test]
fn others_are_not_affected() {
	ExtBuilder.build_and_execute(|| {
		set(BANK, ANNA);
		set(BANK, BERT);
		Scores::announce(ANNA, Grade::D, WarningLevel::Critical);
		assert_eq!(draw_on(key_of(BANK, BERT, EURO), 1), Ok(()));
		// Nor is anything stored for one who has no line.
		assert_storage_noop!(Scores::announce(CARL, Grade::D, WarningLevel::Critical));
	});
}

#[test]
fn what_is_closed_or_has_ended_is_not_suspended() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(1);
		set(BANK, BERT);
		assert_ok!(CreditLines::withdraw_line(signed(BANK), ANNA, EURO));
		CurrentTime::set(LATER);
		events();
		for subject in [ANNA, BERT] {
			assert_storage_noop!(Scores::announce(subject, Grade::D, WarningLevel::Critical));
		}
		assert_eq!(state(), Some(closed(Closing::Withdrawn)));
		// Its end is told in time, and nothing else.
		pass(1);
		assert!(matches!(
			events()[..],
			[Event::LineClosed { subject: BERT, cause: Closing::Expired, .. }]
		));
	});
}

#[test]
fn an_enterprise_with_as_many_lines_as_may_be_is_dealt_with_at_once() {
	ExtBuilder.build_and_execute(|| {
		BANKS.take(16).for_each(|bank| set(bank, ANNA));
		events();
		Scores::announce(ANNA, Grade::A, WarningLevel::Critical);
		assert_eq!(events().len(), 16);
		assert!(CreditLines::lines(ANNA).iter().all(|report| report.available == 0));
	});
}
