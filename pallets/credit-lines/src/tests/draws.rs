//! What other pallets draw and repay.

use super::*;

fn told_drawn(amount: u64, drawn: u64) -> Event<Test> {
	Event::LineDrawn { subject: ANNA, bank: BANK, asset: EURO, amount, drawn }
}

fn told_repaid(amount: u64, drawn: u64) -> Event<Test> {
	Event::LineRepaid { subject: ANNA, bank: BANK, asset: EURO, amount, drawn }
}

/// Tries to draw, and sees to it that a refusal changes nothing.
fn assert_refused(key: LineKey<AccountId>, amount: u64, error: LineError) {
	assert_storage_noop!(assert_eq!(draw_on(key, amount), Err(error)));
}

#[test]
fn what_is_drawn_is_owed_until_it_is_repaid() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		assert_eq!(draw(300), Ok(()));
		assert_eq!(draw(700), Ok(()));
		assert_eq!(events(), [told_drawn(300, 300), told_drawn(700, 1_000)]);
		assert_eq!((drawn(), available()), (Some(1_000), 0));
		assert_eq!(repay(250), 250);
		assert_eq!(events(), [told_repaid(250, 750)]);
		assert_eq!(draw(250), Ok(()));
		assert_eq!(repay(1_000), 1_000);
		assert_eq!((drawn(), available(), state()), (Some(0), 1_000, Some(OPEN)));
	});
}

#[test]
fn no_more_is_drawn_than_is_left() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(300);
		for amount in [701, 1_000, u64::MAX - 300, u64::MAX] {
			assert_refused(key(), amount, LineError::OverLimit);
		}
		assert_eq!(draw(700), Ok(()));
		assert_refused(key(), 1, LineError::OverLimit);
	});
}

#[test]
fn nothing_cannot_be_drawn() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		assert_refused(key(), 0, LineError::NoAmount);
	});
}

#[test]
fn without_a_line_nothing_is_drawn() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		for key in
			[key_of(OTHER_BANK, ANNA, EURO), key_of(BANK, BERT, EURO), key_of(BANK, ANNA, DOLLAR)]
		{
			assert_refused(key.clone(), 1, LineError::NoLine);
			assert_storage_noop!(assert_eq!(repay_on(key, 1), 0));
		}
	});
}

#[test]
fn a_line_is_known_by_its_subject_and_by_no_other_account() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		assert_refused(key_of(BANK, ANNAS_OTHER, EURO), 1, LineError::NoEnterprise);
		assert_eq!(repay_on(key_of(BANK, ANNAS_OTHER, EURO), 1), 0);
	});
}

#[test]
fn an_enterprise_that_is_closed_draws_nothing_and_owes_what_it_owed() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(400);
		Network::set_closed(ANNA, true);
		assert_refused(key(), 1, LineError::NoEnterprise);
		assert_eq!(available(), 0);
		// Its account belongs to another enterprise now: that is somebody else.
		Network::join(ANNA, BERT);
		assert_refused(key(), 1, LineError::NoEnterprise);
		assert_eq!(repay(400), 400);
		assert_eq!(drawn(), Some(0));
	});
}

#[test]
fn who_is_a_bank_no_more_lends_nothing_and_is_repaid() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(400);
		Members::set(BANK, &[Role::Insurer]);
		assert_refused(key(), 1, LineError::NotBank);
		assert_eq!(available(), 0);
		assert_eq!(repay(400), 400);
		Members::set(BANK, &[Role::Bank]);
		assert_eq!(draw(1), Ok(()));
	});
}

#[test]
fn what_has_ended_is_not_drawn_on_whether_the_queue_has_come_to_it_or_not() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(400);
		CurrentTime::set(LATER - 1);
		assert_eq!(draw(1), Ok(()));
		CurrentTime::set(LATER);
		assert_refused(key(), 1, LineError::Expired);
		pass(1);
		assert_eq!(state(), Some(closed(Closing::Expired)));
		assert_refused(key(), 1, LineError::Expired);
		assert_eq!(repay(1), 1);
	});
}

#[test]
fn a_suspended_line_is_not_drawn_on() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		assert_ok!(CreditLines::suspend_line(signed(BANK), ANNA, EURO));
		assert_refused(key(), 1, LineError::Suspended);
	});
}

#[test]
fn no_more_is_taken_than_is_owed() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(400);
		assert_eq!(repay(u64::MAX), 400);
		assert_eq!(events(), [told_repaid(400, 0)]);
		assert_storage_noop!(assert_eq!(repay(1), 0));
		assert_storage_noop!(assert_eq!(repay(0), 0));
	});
}

#[test]
fn a_repayment_that_the_bank_has_noted_is_not_taken_twice() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(400);
		assert_ok!(CreditLines::note_repayment(signed(BANK), ANNA, EURO, 300));
		// What comes back from an order: all but a hundred of it is not the bank's.
		assert_eq!(repay(400), 100);
	});
}

#[test]
fn what_others_pay_is_what_was_measured() {
	assert_eq!(
		<CreditLines as hanse_traits::CreditLines<AccountId, u64>>::draw_weight(),
		<() as WeightInfo>::draw()
	);
	assert_eq!(
		<CreditLines as hanse_traits::CreditLines<AccountId, u64>>::repay_weight(),
		<() as WeightInfo>::repay()
	);
	assert_eq!(
		<CreditLines as OnStanding<AccountId>>::weight(),
		<() as WeightInfo>::standing_changed()
	);
}

#[test]
fn others_see_what_the_enterprise_sees() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(400);
		let available =
			<CreditLines as hanse_traits::CreditLines<_, _>>::available(&BANK, &ANNA, EURO);
		assert_eq!(available, 600u64);
	});
}
