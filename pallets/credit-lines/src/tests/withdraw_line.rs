use super::*;

fn withdraw() -> DispatchResult {
	CreditLines::withdraw_line(signed(BANK), ANNA, EURO)
}

#[test]
fn a_line_on_which_nothing_is_owed_is_gone() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		assert_ok!(withdraw());
		assert_eq!(events(), [told_closed(Closing::Withdrawn, 0)]);
		assert_eq!((state(), held(BANK)), (None, 0));
		assert!(!Lines::<Test>::contains_key(ANNA));
		assert!(!Books::<Test>::contains_key(BANK, ANNA));
		assert!(!BookSizes::<Test>::contains_key(BANK));
		assert_eq!(Expiries::<Test>::iter().count(), 0);
		assert_eq!(draw(1), Err(LineError::NoLine));
		assert_noop!(withdraw(), Error::<Test>::UnknownLine);
	});
}

#[test]
fn what_is_drawn_stays_owed() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(400);
		assert_ok!(withdraw());
		assert_eq!(events(), [told_closed(Closing::Withdrawn, 400)]);
		assert_eq!((state(), drawn()), (Some(closed(Closing::Withdrawn)), Some(400)));
		assert_eq!((available(), draw(1)), (0, Err(LineError::NoLine)));
		assert_eq!(held(BANK), deposit());
		assert_noop!(withdraw(), Error::<Test>::LineClosed);
		// It is waited for, for as long as it takes.
		pass(3_000);
		assert_eq!(events(), []);
		assert_eq!(repay(150), 150);
		assert_eq!(drawn(), Some(250));
		assert_eq!(repay(250), 250);
		assert_eq!((state(), held(BANK)), (None, 0));
	});
}

#[test]
fn the_others_stay() {
	ExtBuilder.build_and_execute(|| {
		set(BANK, ANNA);
		assert_ok!(CreditLines::set_line(signed(BANK), ANNA, DOLLAR, terms(5)));
		set(OTHER_BANK, ANNA);
		set(BANK, BERT);
		assert_ok!(withdraw());
		assert_eq!(state(), None);
		for key in
			[key_of(BANK, ANNA, DOLLAR), key_of(OTHER_BANK, ANNA, EURO), key_of(BANK, BERT, EURO)]
		{
			assert_eq!(draw_on(key, 1), Ok(()));
		}
		assert_eq!(Books::<Test>::get(BANK, ANNA), 1);
		assert_eq!((BookSizes::<Test>::get(BANK), held(BANK)), (2, 2 * deposit()));
	});
}

#[test]
fn a_suspended_line_is_withdrawn_as_well() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		assert_ok!(CreditLines::suspend_line(signed(BANK), ANNA, EURO));
		assert_ok!(withdraw());
		assert_eq!(state(), None);
	});
}

#[test]
fn what_has_ended_was_withdrawn_by_nobody() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(1);
		CurrentTime::set(LATER);
		assert_ok!(withdraw());
		assert_eq!(events(), [told_closed(Closing::Expired, 1)]);
		assert_eq!(state(), Some(closed(Closing::Expired)));
	});
}

#[test]
fn who_is_a_bank_no_more_gets_out_all_the_same() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		Members::remove(BANK);
		assert_ok!(withdraw());
		assert_eq!(held(BANK), 0);
	});
}

#[test]
fn a_bank_withdraws_its_own_lines() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		for (account, subject, asset) in
			[(OTHER_BANK, ANNA, EURO), (ANNA, ANNA, EURO), (BANK, BERT, EURO), (BANK, ANNA, Native)]
		{
			let call = CreditLines::withdraw_line(signed(account), subject, asset);
			assert_noop!(call, Error::<Test>::UnknownLine);
		}
	});
}
