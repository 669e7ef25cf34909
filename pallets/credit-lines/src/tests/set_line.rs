use super::*;

#[test]
fn a_line_can_be_drawn_on_from_its_block_on() {
	ExtBuilder.build_and_execute(|| {
		let terms = Terms { limit: 1_000, until: LATER, minimum: Grade::Bb };
		assert_ok!(CreditLines::set_line(signed(BANK), ANNA, EURO, terms));
		let event = Event::LineSet { subject: ANNA, bank: BANK, asset: EURO, terms, drawn: 0 };
		assert_eq!(events(), [event]);
		let line = stored(key()).unwrap();
		assert_eq!((line.bank, line.asset, line.terms), (BANK, EURO, terms));
		assert_eq!((line.drawn, line.state), (0, OPEN));
		assert_eq!(available(), 1_000);
		assert_eq!(Books::<Test>::get(BANK, ANNA), 1);
		assert_eq!(BookSizes::<Test>::get(BANK), 1);
		assert_eq!(ExpiryCursor::<Test>::get(), Some(TODAY));
		assert_eq!(held(BANK), deposit());
		assert_eq!(held(ANNA), 0);
	});
}

#[test]
fn an_enterprise_is_named_by_any_of_its_accounts_and_known_by_one() {
	ExtBuilder.build_and_execute(|| {
		set(BANK, ANNAS_OTHER);
		assert!(stored(key()).is_some());
		let again = CreditLines::set_line(signed(BANK), ANNA, EURO, terms(1));
		assert_noop!(again, Error::<Test>::AlreadySet);
	});
}

#[test]
fn there_is_one_line_for_each_enterprise_bank_and_asset() {
	ExtBuilder.build_and_execute(|| {
		set(BANK, ANNA);
		let again = |terms| CreditLines::set_line(signed(BANK), ANNA, EURO, terms);
		assert_noop!(again(terms(1_000)), Error::<Test>::AlreadySet);
		assert_noop!(again(terms(2_000)), Error::<Test>::AlreadySet);
		// Suspended, it is there all the same.
		assert_ok!(CreditLines::suspend_line(signed(BANK), ANNA, EURO));
		assert_noop!(again(terms(1_000)), Error::<Test>::AlreadySet);
		assert_ok!(CreditLines::set_line(signed(BANK), ANNA, Native, terms(1)));
		set(OTHER_BANK, ANNA);
		set(BANK, BERT);
		assert_eq!(BookSizes::<Test>::get(BANK), 3);
	});
}

#[test]
fn only_a_bank_lends() {
	ExtBuilder.build_and_execute(|| {
		for account in [PLATFORM, STRANGER, ANNA, BANK + OTHER_ACCOUNT] {
			let call = CreditLines::set_line(signed(account), BERT, EURO, terms(1));
			assert_noop!(call, Error::<Test>::NotBank);
		}
		Members::remove(BANK);
		let call = CreditLines::set_line(signed(BANK), BERT, EURO, terms(1));
		assert_noop!(call, Error::<Test>::NotBank);
	});
}

#[test]
fn who_is_no_enterprise_gets_no_line() {
	ExtBuilder.build_and_execute(|| {
		for account in [STRANGER, PLATFORM, OTHER_BANK] {
			let call = CreditLines::set_line(signed(BANK), account, EURO, terms(1));
			assert_noop!(call, Error::<Test>::NotEnterprise);
		}
		Network::set_closed(ANNA, true);
		let call = CreditLines::set_line(signed(BANK), ANNA, EURO, terms(1));
		assert_noop!(call, Error::<Test>::NotEnterprise);
	});
}

#[test]
fn a_bank_does_not_lend_to_itself() {
	ExtBuilder.build_and_execute(|| {
		// The bank is an enterprise too, under another account, and under its own.
		for subject in [BERT, BANK] {
			Network::join(BANK, subject);
			Network::join(ANNAS_OTHER, subject);
			let minimum = Grade::D;
			for account in [BANK, ANNAS_OTHER] {
				let terms = Terms { minimum, ..terms(1) };
				let call = CreditLines::set_line(signed(BANK), account, EURO, terms);
				assert_noop!(call, Error::<Test>::SelfLine);
			}
		}
	});
}

#[test]
fn an_asset_must_exist() {
	ExtBuilder.build_and_execute(|| {
		let unknown = SettlementAsset::Asset(0);
		let call = CreditLines::set_line(signed(BANK), ANNA, unknown, terms(1));
		assert_noop!(call, Error::<Test>::UnknownAsset);
		for asset in [Native, EURO, DOLLAR] {
			assert_ok!(CreditLines::set_line(signed(BANK), ANNA, asset, terms(1)));
		}
	});
}

#[test]
fn a_limit_is_more_than_zero() {
	ExtBuilder.build_and_execute(|| {
		let call = CreditLines::set_line(signed(BANK), ANNA, EURO, terms(0));
		assert_noop!(call, Error::<Test>::NoLimit);
		assert_ok!(CreditLines::set_line(signed(BANK), ANNA, EURO, terms(u64::MAX)));
		assert_eq!(draw(u64::MAX), Ok(()));
		assert_eq!(draw(1), Err(LineError::OverLimit));
	});
}

#[test]
fn the_end_is_ahead_and_not_too_far() {
	ExtBuilder.build_and_execute(|| {
		let set = |until| {
			CreditLines::set_line(signed(BANK), ANNA, EURO, Terms { until, ..terms(1_000) })
		};
		for until in [0, NOW - 1, NOW] {
			assert_noop!(set(until), Error::<Test>::EndNotAhead);
		}
		assert_eq!(FIVE_YEARS, (5 * 365 + 2) * DAY);
		for until in [NOW + FIVE_YEARS + 1, Moment::MAX] {
			assert_noop!(set(until), Error::<Test>::LineTooLong);
		}
		assert_ok!(set(NOW + FIVE_YEARS));
	});
}

#[test]
fn a_line_that_would_be_suspended_at_once_is_not_set() {
	ExtBuilder.build_and_execute(|| {
		let set = |subject, minimum| {
			CreditLines::set_line(signed(BANK), subject, EURO, Terms { minimum, ..terms(1_000) })
		};
		Scores::announce(ANNA, Grade::B, WarningLevel::None);
		assert_noop!(set(ANNA, Grade::Bb), Error::<Test>::BrokenCovenant);
		assert_ok!(set(ANNA, Grade::B));
		Scores::announce(BERT, Grade::Aaa, WarningLevel::Critical);
		assert_noop!(set(BERT, Grade::D), Error::<Test>::BrokenCovenant);
		Scores::announce(BERT, Grade::Aaa, WarningLevel::Warning);
		assert_ok!(set(BERT, Grade::Aaa));
	});
}

#[test]
fn both_what_is_announced_and_what_is_told_must_keep_the_covenant() {
	ExtBuilder.build_and_execute(|| {
		let set = || CreditLines::set_line(signed(BANK), ANNA, EURO, terms(1_000));
		Scores::announce_only(ANNA, Grade::B, WarningLevel::None);
		assert_noop!(set(), Error::<Test>::BrokenCovenant);
		Scores::tell();
		Scores::announce_only(ANNA, Grade::A, WarningLevel::None);
		assert_noop!(set(), Error::<Test>::BrokenCovenant);
		Scores::tell();
		assert_ok!(set());
	});
}

#[test]
fn of_whom_nothing_is_known_is_lent_to_without_a_minimum() {
	ExtBuilder.build_and_execute(|| {
		// A newcomer, who has no record.
		Network::join(500, 500);
		let set = |minimum| {
			CreditLines::set_line(signed(BANK), 500, EURO, Terms { minimum, ..terms(1_000) })
		};
		assert_noop!(set(Grade::C), Error::<Test>::BrokenCovenant);
		assert_ok!(set(Grade::D));
		assert_eq!(draw_on(key_of(BANK, 500, EURO), 1), Ok(()));
	});
}

#[test]
fn an_enterprise_has_so_many_lines_and_no_more() {
	ExtBuilder.build_and_execute(|| {
		BANKS.take(16).for_each(|bank| set(bank, ANNA));
		let one_more = || CreditLines::set_line(signed(BANK + 16), ANNA, EURO, terms(1));
		assert_noop!(one_more(), Error::<Test>::TooManyLines);
		set(BANK + 16, BERT);
		assert_ok!(CreditLines::withdraw_line(signed(BANK), ANNA, EURO));
		assert_ok!(one_more());
	});
}

#[test]
fn no_bank_takes_all_places_of_an_enterprise() {
	ExtBuilder.build_and_execute(|| {
		for asset in [Native, EURO, DOLLAR] {
			assert_ok!(CreditLines::set_line(signed(BANK), ANNA, asset, terms(1)));
		}
		let one_more = |enterprise| CreditLines::set_line(signed(BANK), enterprise, YUAN, terms(1));
		assert_noop!(one_more(ANNA), Error::<Test>::TooManyEach);
		assert_ok!(one_more(BERT));
		set(OTHER_BANK, ANNA);
	});
}

#[test]
fn a_book_has_so_many_lines_and_no_more() {
	ExtBuilder.build_and_execute(|| {
		MaxBook::set(2);
		set(BANK, ANNA);
		set(BANK, BERT);
		let one_more = || CreditLines::set_line(signed(BANK), CARL, EURO, terms(1));
		assert_noop!(one_more(), Error::<Test>::BookFull);
		set(OTHER_BANK, CARL);
		assert_ok!(CreditLines::decline_line(signed(BERT), BANK, EURO));
		assert_ok!(one_more());
	});
}

#[test]
fn what_is_closed_and_still_owed_takes_its_place() {
	ExtBuilder.build_and_execute(|| {
		MaxBook::set(1);
		MaxLinesEach::set(1);
		set_and_draw(1);
		assert_ok!(CreditLines::withdraw_line(signed(BANK), ANNA, EURO));
		let set = |enterprise| CreditLines::set_line(signed(BANK), enterprise, DOLLAR, terms(1));
		assert_noop!(set(ANNA), Error::<Test>::TooManyEach);
		assert_noop!(set(BERT), Error::<Test>::BookFull);
		assert_eq!(repay(1), 1);
		assert_ok!(set(ANNA));
	});
}

#[test]
fn a_closed_line_is_set_anew_and_what_is_owed_counts() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(400);
		assert_ok!(CreditLines::withdraw_line(signed(BANK), ANNA, EURO));
		events();
		let terms = Terms { limit: 1_500, until: LATER + DAY, minimum: Grade::C };
		assert_ok!(CreditLines::set_line(signed(BANK), ANNA, EURO, terms));
		let event = Event::LineSet { subject: ANNA, bank: BANK, asset: EURO, terms, drawn: 400 };
		assert_eq!(events(), [event]);
		assert_eq!((state(), available()), (Some(OPEN), 1_100));
		// The same place, and the same deposit.
		assert_eq!((held(BANK), BookSizes::<Test>::get(BANK)), (deposit(), 1));
	});
}

#[test]
fn a_closed_line_may_be_set_below_what_is_owed() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(400);
		assert_ok!(CreditLines::decline_line(signed(ANNA), BANK, EURO));
		assert_ok!(CreditLines::set_line(signed(BANK), ANNA, EURO, terms(300)));
		assert_eq!((available(), drawn()), (0, Some(400)));
		assert_eq!(draw(1), Err(LineError::OverLimit));
		repay(200);
		assert_eq!(available(), 100);
	});
}

#[test]
fn one_that_has_ended_makes_room_before_the_queue_comes_to_it() {
	ExtBuilder.build_and_execute(|| {
		let short = Terms { until: NOW + 10, ..terms(1_000) };
		assert_ok!(CreditLines::set_line(signed(BANK), ANNA, EURO, short));
		assert_eq!(draw(7), Ok(()));
		events();
		CurrentTime::set(NOW + 10);
		assert_ok!(CreditLines::set_line(signed(BANK), ANNA, EURO, terms(50)));
		let set =
			Event::LineSet { subject: ANNA, bank: BANK, asset: EURO, terms: terms(50), drawn: 7 };
		assert_eq!(events(), [told_closed(Closing::Expired, 7), set]);
		assert_eq!((held(BANK), available()), (deposit(), 43));
		// It ends once, with its new end.
		pass(1);
		assert_eq!(events(), []);
		assert_eq!(state(), Some(OPEN));
	});
}

#[test]
fn who_cannot_pay_the_deposit_does_not_lend() {
	ExtBuilder.build_and_execute(|| {
		let call = CreditLines::set_line(signed(BEGGAR), ANNA, EURO, terms(1));
		assert_noop!(call, TokenError::FundsUnavailable);
	});
}
