use super::*;

#[test]
fn nothing_is_known_where_there_is_nothing() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(CreditLines::lines(ANNA), []);
		assert_eq!(CreditLines::line(BANK, ANNA, EURO), None);
		assert_eq!(CreditLines::book(BANK, None), BookPage { lines: vec![], next: None });
		assert_eq!(CreditLines::book_size(BANK), 0);
		assert_eq!(available(), 0);
	});
}

#[test]
fn an_enterprise_sees_all_its_lines_by_any_of_its_accounts() {
	ExtBuilder.build_and_execute(|| {
		for (bank, asset) in
			[(OTHER_BANK, EURO), (BANK, DOLLAR), (BANK, EURO), (THIRD_BANK, Native)]
		{
			assert_ok!(CreditLines::set_line(signed(bank), ANNA, asset, terms(1_000)));
		}
		set(BANK, BERT);
		assert_eq!(draw(400), Ok(()));
		assert_ok!(CreditLines::suspend_line(signed(OTHER_BANK), ANNA, EURO));
		for account in [ANNA, ANNAS_OTHER] {
			let told = CreditLines::lines(account);
			// In the order in which they were set.
			assert_eq!(
				told.iter().map(|report| (report.bank, report.asset)).collect::<Vec<_>>(),
				[(OTHER_BANK, EURO), (BANK, DOLLAR), (BANK, EURO), (THIRD_BANK, Native)]
			);
			assert_eq!(told[0].state, suspended(Suspension::Bank));
			assert_eq!((told[0].drawn, told[0].available), (0, 0));
			let expected = LineReport {
				subject: ANNA,
				bank: BANK,
				asset: EURO,
				terms: terms(1_000),
				drawn: 400,
				available: 600,
				state: OPEN,
			};
			assert_eq!(told[2], expected);
			assert_eq!(CreditLines::line(BANK, account, EURO), Some(expected));
			assert_eq!(CreditLines::available(BANK, account, EURO), 600);
		}
	});
}

#[test]
fn what_is_over_is_told_no_more_and_what_is_owed_is() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(400);
		set(BANK, BERT);
		set(OTHER_BANK, ANNA);
		assert_ok!(CreditLines::withdraw_line(signed(OTHER_BANK), ANNA, EURO));
		CurrentTime::set(LATER);
		let [report] = &CreditLines::lines(ANNA)[..] else { panic!() };
		assert_eq!((report.bank, report.drawn, report.available), (BANK, 400, 0));
		assert_eq!(report.state, closed(Closing::Expired));
		assert_eq!(CreditLines::lines(BERT), []);
		assert_eq!(CreditLines::book(BANK, None).lines, std::slice::from_ref(report));
		// It counts until the queue comes to it.
		assert_eq!(CreditLines::book_size(BANK), 2);
		pass(1);
		assert_eq!(CreditLines::book_size(BANK), 1);
	});
}

#[test]
fn what_cannot_be_drawn_is_not_available() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		let told = || CreditLines::lines(ANNA)[0].available;
		assert_eq!((told(), available()), (1_000, 1_000));
		Members::set(BANK, &[]);
		assert_eq!((told(), available()), (0, 0));
		Members::set(BANK, &[Role::Bank]);
		Network::set_closed(ANNA, true);
		assert_eq!((told(), available()), (0, 0));
	});
}

#[test]
fn a_bank_sees_its_own_lines_and_no_others() {
	ExtBuilder.build_and_execute(|| {
		set(BANK, ANNA);
		assert_ok!(CreditLines::set_line(signed(BANK), ANNA, DOLLAR, terms(5)));
		set(BANK, BERT);
		set(OTHER_BANK, ANNA);
		let page = CreditLines::book(BANK, None);
		assert_eq!(page.next, None);
		let mut told = page
			.lines
			.iter()
			.map(|report| (report.subject, report.bank, report.asset))
			.collect::<Vec<_>>();
		told.sort_unstable();
		assert_eq!(told, [(ANNA, BANK, DOLLAR), (ANNA, BANK, EURO), (BERT, BANK, EURO)]);
		assert_eq!(CreditLines::book_size(BANK), 3);
	});
}

#[test]
fn a_book_is_told_page_by_page() {
	ExtBuilder.build_and_execute(|| {
		let many = 2 * BOOK_PAGE as u64 + 3;
		for subject in 10_000..10_000 + many {
			Network::join(subject, subject);
			Scores::announce(subject, Grade::A, WarningLevel::None);
			set(BANK, subject);
		}
		let (mut told, mut sizes, mut after) = (vec![], vec![], None);
		loop {
			let page = CreditLines::book(BANK, after);
			sizes.push(page.lines.len());
			told.extend(page.lines.into_iter().map(|report| report.subject));
			after = page.next;
			if after.is_none() {
				break;
			}
		}
		assert_eq!(sizes, [BOOK_PAGE, BOOK_PAGE, 3]);
		told.sort_unstable();
		assert_eq!(told, (10_000..10_000 + many).collect::<Vec<_>>());
	});
}

#[test]
fn a_full_page_may_be_followed_by_an_empty_one() {
	ExtBuilder.build_and_execute(|| {
		for subject in 10_000..10_000 + BOOK_PAGE as u64 {
			Network::join(subject, subject);
			Scores::announce(subject, Grade::A, WarningLevel::None);
			set(BANK, subject);
		}
		let page = CreditLines::book(BANK, None);
		assert_eq!(page.lines.len(), BOOK_PAGE);
		let last = CreditLines::book(BANK, page.next);
		assert_eq!(last, BookPage { lines: vec![], next: None });
	});
}
