use super::*;

fn offer(from: AccountId, to: Option<AccountId>) -> DispatchResult {
	TradeNetwork::offer_control(signed(from), to)
}

fn accept(account: AccountId, subject: AccountId) -> DispatchResult {
	TradeNetwork::accept_control(signed(account), subject)
}

#[test]
fn success_keeps_one_subject_with_one_history() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT]);
		supply(ANNA, BERT);
		note_order(ANNA, BERT, 5);
		assert_ok!(attest(ANNA, Identified));
		events();
		assert_ok!(offer(ANNA, Some(NEW)));
		assert_eq!(TradeNetwork::offer(ANNA), Some(NEW));
		assert_ok!(accept(NEW, ANNA));
		assert_eq!(
			events(),
			[
				Event::ControlOffered { subject: ANNA, before: None, account: Some(NEW) },
				Event::ControllerChanged { subject: ANNA, before: ANNA, account: NEW },
			]
		);
		for account in [ANNA, NEW] {
			let report = report(account);
			assert_eq!((report.id, report.subject, report.controller), (0, ANNA, NEW));
			assert_eq!((report.level, report.partners, report.orders), (Identified, 1, 1));
			assert_eq!(report.former, [ANNA]);
			assert_eq!(TradeNetwork::subject_of(account), ANNA);
		}
		// Orders under either account are orders of the same relationship.
		note_order(NEW, BERT, 5);
		note_order(BERT, ANNA, 5);
		assert_eq!(relationship(ANNA, BERT).unwrap().orders, 3);
		assert_eq!(TradeNetwork::offer(ANNA), None);
	});
}

#[test]
fn success_gives_all_power_away() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT]);
		supply(ANNA, BERT);
		rotate(ANNA, NEW);
		assert_noop!(offer(ANNA, Some(ANNA)), Error::<Test>::NotController);
		assert_noop!(
			TradeNetwork::end_relationship(signed(ANNA), BERT),
			Error::<Test>::NotController
		);
		end(NEW, BERT);
	});
}

#[test]
fn success_back_to_an_account_from_before_takes_no_place() {
	ExtBuilder::default().build_and_execute(|| {
		register(ANNA);
		for _ in 0..20 {
			rotate(ANNA, NEW);
			rotate(NEW, ANNA);
		}
		assert_eq!(report(ANNA).controller, ANNA);
		assert_eq!(report(ANNA).former, [NEW]);
	});
}

#[test]
fn success_with_a_new_offer_in_the_place_of_the_old() {
	ExtBuilder::default().build_and_execute(|| {
		register(ANNA);
		assert_ok!(offer(ANNA, Some(31)));
		events();
		assert_ok!(offer(ANNA, Some(32)));
		let event = Event::ControlOffered { subject: ANNA, before: Some(31), account: Some(32) };
		assert_eq!(events(), [event]);
		assert_noop!(accept(31, ANNA), Error::<Test>::NotSuccessor);
		assert_ok!(accept(32, ANNA));
	});
}

#[test]
fn success_takes_an_offer_back() {
	ExtBuilder::default().build_and_execute(|| {
		register(ANNA);
		assert_noop!(offer(ANNA, None), Error::<Test>::NoOffer);
		assert_ok!(offer(ANNA, Some(NEW)));
		events();
		assert_ok!(offer(ANNA, None));
		let event = Event::ControlOffered { subject: ANNA, before: Some(NEW), account: None };
		assert_eq!(events(), [event]);
		assert_noop!(accept(NEW, ANNA), Error::<Test>::NoOffer);
	});
}

#[test]
fn fails_to_offer_what_one_has_not() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(offer(ANNA, Some(NEW)), Error::<Test>::NotRegistered);
	});
}

#[test]
fn fails_to_offer_to_oneself_or_to_an_account_of_another() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT]);
		rotate(BERT, 31);
		assert_noop!(offer(ANNA, Some(ANNA)), Error::<Test>::AlreadyController);
		for account in [BERT, 31] {
			assert_noop!(offer(ANNA, Some(account)), Error::<Test>::AlreadyRegistered);
		}
	});
}

#[test]
fn fails_to_accept_what_was_not_offered() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(accept(NEW, ANNA), Error::<Test>::UnknownEnterprise);
		register(ANNA);
		assert_noop!(accept(NEW, ANNA), Error::<Test>::NoOffer);
		assert_ok!(offer(ANNA, Some(NEW)));
		assert_noop!(accept(STRANGER, ANNA), Error::<Test>::NotSuccessor);
		assert_noop!(accept(ANNA, ANNA), Error::<Test>::NotSuccessor);
	});
}

#[test]
fn fails_to_accept_with_an_enterprise_of_one_s_own() {
	ExtBuilder::default().build_and_execute(|| {
		register(ANNA);
		assert_ok!(offer(ANNA, Some(BERT)));
		register(BERT);
		assert_noop!(accept(BERT, ANNA), Error::<Test>::AlreadyRegistered);
	});
}

#[test]
fn fails_beyond_three_quarters_of_the_accounts() {
	ExtBuilder::default().build_and_execute(|| {
		register(ANNA);
		// Six of eight.
		let mut controller = ANNA;
		for next in 31..=35 {
			rotate(controller, next);
			controller = next;
		}
		assert_eq!(report(ANNA).former.len(), 5);
		assert_noop!(offer(controller, Some(36)), Error::<Test>::TooManyAccounts);
		// An offer from before does not help.
		Offers::<Test>::insert(0, 36);
		assert_noop!(accept(36, ANNA), Error::<Test>::TooManyAccounts);
		// Back to one that it had is always possible.
		rotate(controller, 32);
		assert_eq!(report(ANNA).controller, 32);
	});
}
