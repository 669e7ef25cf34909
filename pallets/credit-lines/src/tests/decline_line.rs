use super::*;

fn decline(account: AccountId) -> DispatchResult {
	CreditLines::decline_line(signed(account), BANK, EURO).map(|_| ()).map_err(|error| error.error)
}

#[test]
fn a_line_is_no_obligation() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		assert_ok!(decline(ANNA));
		assert_eq!(events(), [told_closed(Closing::Declined, 0)]);
		assert_eq!((state(), held(BANK)), (None, 0));
		assert_eq!(Expiries::<Test>::iter().count(), 0);
		assert_eq!(draw(1), Err(LineError::NoLine));
	});
}

#[test]
fn what_is_drawn_stays_owed() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(400);
		assert_ok!(decline(ANNA));
		assert_eq!(events(), [told_closed(Closing::Declined, 400)]);
		assert_eq!((state(), drawn()), (Some(closed(Closing::Declined)), Some(400)));
		assert_eq!(draw(1), Err(LineError::NoLine));
		assert_eq!(held(BANK), deposit());
		assert_noop!(decline(ANNA), Error::<Test>::LineClosed);
		assert_noop!(
			CreditLines::withdraw_line(signed(BANK), ANNA, EURO),
			Error::<Test>::LineClosed
		);
		assert_eq!(repay(500), 400);
		assert_eq!((state(), held(BANK)), (None, 0));
	});
}

#[test]
fn the_account_that_acts_for_the_enterprise_declines() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		// Control was given to the other account, and the first one cannot close what only the bank
		// can give back.
		Network::retire(ANNA);
		assert_noop!(decline(ANNA), Error::<Test>::NotController);
		assert_ok!(decline(ANNAS_OTHER));
		assert_eq!(state(), None);
	});
}

#[test]
fn nobody_declines_for_others() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		for account in [BERT, BANK, STRANGER] {
			assert_noop!(decline(account), Error::<Test>::UnknownLine);
		}
		let other = CreditLines::decline_line(signed(ANNA), OTHER_BANK, EURO);
		assert_noop!(other, Error::<Test>::UnknownLine);
		let other = CreditLines::decline_line(signed(ANNA), BANK, DOLLAR);
		assert_noop!(other, Error::<Test>::UnknownLine);
	});
}

#[test]
fn a_suspended_line_is_declined_as_well() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		Scores::announce(ANNA, Grade::D, WarningLevel::None);
		assert_ok!(decline(ANNA));
		assert_eq!(state(), None);
	});
}

#[test]
fn what_has_ended_was_declined_by_nobody() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		CurrentTime::set(LATER);
		assert_ok!(decline(ANNA));
		assert_eq!(events(), [told_closed(Closing::Expired, 0)]);
	});
}
