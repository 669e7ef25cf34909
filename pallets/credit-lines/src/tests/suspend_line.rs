use super::*;

fn suspend() -> DispatchResult {
	CreditLines::suspend_line(signed(BANK), ANNA, EURO)
}

#[test]
fn a_bank_suspends_at_once() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(400);
		assert_ok!(suspend());
		assert_eq!(events(), [told_suspended(Suspension::Bank)]);
		assert_eq!(state(), Some(suspended(Suspension::Bank)));
		assert_eq!((available(), draw(1)), (0, Err(LineError::Suspended)));
		// What is drawn is owed, and repaid.
		assert_eq!((drawn(), repay(100), drawn()), (Some(400), 100, Some(300)));
	});
}

#[test]
fn only_an_open_line_is_suspended() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(suspend(), Error::<Test>::UnknownLine);
		set_and_draw(1);
		hypothetically!({
			CurrentTime::set(LATER);
			assert_noop!(suspend(), Error::<Test>::LineClosed);
			CurrentTime::set(NOW);
		});
		assert_ok!(suspend());
		assert_noop!(suspend(), Error::<Test>::AlreadySuspended);
		assert_ok!(CreditLines::withdraw_line(signed(BANK), ANNA, EURO));
		assert_noop!(suspend(), Error::<Test>::LineClosed);
	});
}

#[test]
fn by_hand_it_is_suspended_even_if_it_will_be_for_its_covenant() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		Scores::announce_only(ANNA, Grade::D, WarningLevel::None);
		assert_ok!(suspend());
		// A standing that recovers before anybody is told suspends nothing; the bank did.
		Scores::announce_only(ANNA, Grade::A, WarningLevel::None);
		Scores::tell();
		assert_eq!(events(), [told_suspended(Suspension::Bank)]);
		assert_eq!(state(), Some(suspended(Suspension::Bank)));
	});
}

#[test]
fn who_is_a_bank_no_more_suspends_nothing() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		Members::remove(BANK);
		assert_noop!(suspend(), Error::<Test>::NotBank);
		// Nor can anybody draw.
		assert_eq!(draw(1), Err(LineError::NotBank));
	});
}
