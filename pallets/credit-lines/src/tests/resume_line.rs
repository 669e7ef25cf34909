use super::*;

fn resume() -> DispatchResult {
	CreditLines::resume_line(signed(BANK), ANNA, EURO)
}

fn told_resumed(cause: Suspension) -> Event<Test> {
	Event::LineResumed { subject: ANNA, bank: BANK, asset: EURO, cause }
}

#[test]
fn a_bank_resumes_what_it_suspended() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(400);
		assert_ok!(CreditLines::suspend_line(signed(BANK), ANNA, EURO));
		events();
		assert_ok!(resume());
		assert_eq!(events(), [told_resumed(Suspension::Bank)]);
		assert_eq!((state(), available()), (Some(OPEN), 600));
	});
}

#[test]
fn a_grade_that_recovers_lets_the_bank_resume_and_does_not_do_it() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		Scores::announce(ANNA, Grade::B, WarningLevel::None);
		assert_noop!(resume(), Error::<Test>::BrokenCovenant);
		Scores::announce(ANNA, Grade::Bb, WarningLevel::None);
		assert_eq!(state(), Some(suspended(Suspension::Grade)));
		events();
		assert_ok!(resume());
		assert_eq!(events(), [told_resumed(Suspension::Grade)]);
		assert_eq!(draw(1), Ok(()));
	});
}

#[test]
fn a_bank_that_lends_all_the_same_lowers_the_minimum_first() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		Scores::announce(ANNA, Grade::B, WarningLevel::None);
		let lower = Terms { minimum: Grade::B, ..terms(1_000) };
		assert_ok!(CreditLines::change_line(signed(BANK), ANNA, EURO, lower));
		assert_ok!(resume());
		assert_eq!(draw(1), Ok(()));
	});
}

#[test]
fn while_a_warning_is_critical_nothing_is_resumed() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		Scores::announce(ANNA, Grade::Aaa, WarningLevel::Critical);
		let lowest = Terms { minimum: Grade::D, ..terms(1_000) };
		assert_ok!(CreditLines::change_line(signed(BANK), ANNA, EURO, lowest));
		assert_noop!(resume(), Error::<Test>::BrokenCovenant);
		Scores::announce(ANNA, Grade::Aaa, WarningLevel::Warning);
		assert_ok!(resume());
	});
}

#[test]
fn what_was_suspended_by_hand_keeps_its_covenant_too() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		assert_ok!(CreditLines::suspend_line(signed(BANK), ANNA, EURO));
		events();
		Scores::announce(ANNA, Grade::D, WarningLevel::Critical);
		// It is suspended already, and once is enough.
		assert_eq!(events(), []);
		assert_eq!(state(), Some(suspended(Suspension::Bank)));
		assert_noop!(resume(), Error::<Test>::BrokenCovenant);
	});
}

#[test]
fn both_what_is_announced_and_what_is_told_must_keep_the_covenant() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		Scores::announce(ANNA, Grade::B, WarningLevel::None);
		Scores::announce_only(ANNA, Grade::A, WarningLevel::None);
		assert_noop!(resume(), Error::<Test>::BrokenCovenant);
		Scores::tell();
		hypothetically!({
			assert_ok!(resume());
		});
		Scores::announce_only(ANNA, Grade::B, WarningLevel::None);
		assert_noop!(resume(), Error::<Test>::BrokenCovenant);
	});
}

#[test]
fn only_a_suspended_line_is_resumed() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(resume(), Error::<Test>::UnknownLine);
		set_and_draw(1);
		assert_noop!(resume(), Error::<Test>::NotSuspended);
		assert_ok!(CreditLines::suspend_line(signed(BANK), ANNA, EURO));
		hypothetically!({
			CurrentTime::set(LATER);
			assert_noop!(resume(), Error::<Test>::LineClosed);
			CurrentTime::set(NOW);
		});
		assert_ok!(CreditLines::decline_line(signed(ANNA), BANK, EURO));
		assert_noop!(resume(), Error::<Test>::LineClosed);
	});
}

#[test]
fn who_is_a_bank_no_more_resumes_nothing() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		assert_ok!(CreditLines::suspend_line(signed(BANK), ANNA, EURO));
		Members::remove(BANK);
		assert_noop!(resume(), Error::<Test>::NotBank);
	});
}
