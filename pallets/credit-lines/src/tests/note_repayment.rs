use super::*;

fn note(amount: u64) -> DispatchResult {
	CreditLines::note_repayment(signed(BANK), ANNA, EURO, amount)
}

#[test]
fn what_was_repaid_past_the_chain_is_owed_no_more() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(400);
		assert_ok!(note(150));
		let event =
			Event::LineRepaid { subject: ANNA, bank: BANK, asset: EURO, amount: 150, drawn: 250 };
		assert_eq!(events(), [event]);
		assert_eq!((drawn(), available()), (Some(250), 750));
		assert_ok!(note(250));
		// The line is open, and stays.
		assert_eq!((state(), available()), (Some(OPEN), 1_000));
	});
}

#[test]
fn the_last_of_a_closed_line_removes_it() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(400);
		assert_ok!(CreditLines::withdraw_line(signed(BANK), ANNA, EURO));
		assert_ok!(note(399));
		assert_eq!(drawn(), Some(1));
		assert_ok!(note(1));
		assert_eq!((state(), held(BANK)), (None, 0));
		assert_noop!(note(1), Error::<Test>::UnknownLine);
	});
}

#[test]
fn no_more_is_repaid_than_is_owed() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(400);
		assert_noop!(note(0), Error::<Test>::NoAmount);
		assert_noop!(note(401), Error::<Test>::MoreThanDrawn);
		assert_noop!(note(u64::MAX), Error::<Test>::MoreThanDrawn);
		assert_ok!(note(400));
		assert_noop!(note(1), Error::<Test>::MoreThanDrawn);
	});
}

#[test]
fn nobody_else_says_so() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(400);
		for account in [ANNA, OTHER_BANK, STRANGER] {
			let call = CreditLines::note_repayment(signed(account), ANNA, EURO, 1);
			assert_noop!(call, Error::<Test>::UnknownLine);
		}
		// The one to whom it is owed, a member still or not.
		Members::remove(BANK);
		assert_ok!(note(400));
	});
}
