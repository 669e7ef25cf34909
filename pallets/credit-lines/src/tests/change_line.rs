use super::*;

fn change(terms: Terms<u64>) -> DispatchResult {
	CreditLines::change_line(signed(BANK), ANNA, EURO, terms)
}

#[test]
fn a_change_holds_at_once() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(400);
		let before = terms(1_000);
		let after = Terms { limit: 2_000, until: LATER + 5 * DAY, minimum: Grade::A };
		assert_ok!(change(after));
		let event =
			Event::LineChanged { subject: ANNA, bank: BANK, asset: EURO, before, terms: after };
		assert_eq!(events(), [event]);
		assert_eq!(stored(key()).unwrap().terms, after);
		assert_eq!(available(), 1_600);
		assert_eq!(held(BANK), deposit());
	});
}

#[test]
fn a_limit_below_what_is_drawn_ends_draws_and_takes_back_nothing() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(400);
		assert_ok!(change(terms(399)));
		assert_eq!((available(), drawn(), state()), (0, Some(400), Some(OPEN)));
		assert_eq!(draw(1), Err(LineError::OverLimit));
		assert_eq!(repay(100), 100);
		assert_eq!(available(), 99);
		assert_eq!(draw(99), Ok(()));
	});
}

#[test]
fn an_end_moves_in_the_queue_in_both_directions() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		let ending = |until| Terms { until, ..terms(1_000) };
		for until in [LATER + 9 * DAY, LATER - 9 * DAY, LATER - 9 * DAY + 1] {
			assert_ok!(change(ending(until)));
			CreditLines::do_try_state().unwrap();
		}
		pass(91);
		assert_eq!(state(), Some(OPEN));
		pass(1);
		assert_eq!(state(), None);
	});
}

#[test]
fn a_higher_minimum_suspends_at_once() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		let strict = Terms { minimum: Grade::Aa, ..terms(1_000) };
		assert_ok!(change(strict));
		assert!(matches!(
			&events()[..],
			[Event::LineChanged { .. }, told] if *told == told_suspended(Suspension::Grade)
		));
		assert_eq!(state(), Some(suspended(Suspension::Grade)));
		assert_eq!(draw(1), Err(LineError::Suspended));
	});
}

#[test]
fn a_suspended_line_stays_so() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		Scores::announce(ANNA, Grade::C, WarningLevel::None);
		assert_eq!(state(), Some(suspended(Suspension::Grade)));
		assert_ok!(change(Terms { minimum: Grade::D, ..terms(1_000) }));
		assert_eq!(state(), Some(suspended(Suspension::Grade)));
		events();
		// Nor is it suspended twice.
		assert_ok!(change(Terms { minimum: Grade::Aaa, ..terms(1_000) }));
		assert!(matches!(events()[..], [Event::LineChanged { .. }]));
	});
}

#[test]
fn a_change_changes_something_that_may_be() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		assert_noop!(change(terms(1_000)), Error::<Test>::NothingChanged);
		assert_noop!(change(terms(0)), Error::<Test>::NoLimit);
		let ending = |until| Terms { until, ..terms(1_000) };
		assert_noop!(change(ending(NOW)), Error::<Test>::EndNotAhead);
		assert_noop!(change(ending(NOW + FIVE_YEARS + 1)), Error::<Test>::LineTooLong);
	});
}

#[test]
fn what_is_closed_is_not_changed() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(1);
		assert_noop!(
			CreditLines::change_line(signed(BANK), ANNA, DOLLAR, terms(1)),
			Error::<Test>::UnknownLine
		);
		assert_noop!(
			CreditLines::change_line(signed(OTHER_BANK), ANNA, EURO, terms(1)),
			Error::<Test>::UnknownLine
		);
		hypothetically!({
			CurrentTime::set(LATER);
			let later = Terms { until: LATER + DAY, ..terms(1_000) };
			assert_noop!(change(later), Error::<Test>::LineClosed);
			CurrentTime::set(NOW);
		});
		assert_ok!(CreditLines::withdraw_line(signed(BANK), ANNA, EURO));
		assert_noop!(change(terms(2_000)), Error::<Test>::LineClosed);
	});
}

#[test]
fn who_is_a_bank_no_more_changes_nothing() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		Members::set(BANK, &[Role::Insurer]);
		assert_noop!(change(terms(2_000)), Error::<Test>::NotBank);
	});
}
