use super::*;

fn start(by: AccountId, subject: AccountId, account: AccountId) -> DispatchResult {
	TradeNetwork::start_recovery(signed(by), subject, account)
}

fn cancel(by: AccountId, subject: AccountId) -> DispatchResult {
	TradeNetwork::cancel_recovery(signed(by), subject)
}

fn finish(account: AccountId, subject: AccountId) -> DispatchResult {
	TradeNetwork::finish_recovery(signed(account), subject)
}

/// The first day on which a recovery that starts today can be finished: three whole days pass.
const READY: Day = TODAY + 4;

fn verified() {
	register_all([ANNA, BERT]);
	assert_ok!(attest(ANNA, Identified));
}

#[test]
fn success_keeps_one_subject_with_one_history() {
	ExtBuilder::default().build_and_execute(|| {
		verified();
		supply(ANNA, BERT);
		note_order(ANNA, BERT, 3);
		events();
		assert_ok!(start(REGISTRAR, ANNA, NEW));
		let started = Event::RecoveryStarted {
			subject: ANNA,
			account: NEW,
			registrar: Some(REGISTRAR),
			ready: READY,
		};
		assert_eq!(events(), [started]);
		let under_way = TradeNetwork::recovery(ANNA).unwrap();
		assert_eq!((under_way.account, under_way.ready), (NEW, READY));
		assert_eq!(under_way.registrar, Some(REGISTRAR));

		for day in TODAY..READY {
			CurrentDay::set(day);
			assert_noop!(finish(NEW, ANNA), Error::<Test>::RecoveryNotReady);
		}
		CurrentDay::set(READY);
		assert_ok!(finish(NEW, ANNA));
		assert_eq!(
			events(),
			[
				Event::RecoveryFinished { subject: ANNA, account: NEW },
				Event::ControllerChanged { subject: ANNA, before: ANNA, account: NEW },
			]
		);
		let report = report(NEW);
		assert_eq!((report.subject, report.controller), (ANNA, NEW));
		assert_eq!((report.partners, report.orders, report.level), (1, 1, Identified));
		assert_eq!(TradeNetwork::recovery(ANNA), None);
		// Whoever finds the old key can do nothing with it.
		assert_noop!(
			TradeNetwork::end_relationship(signed(ANNA), BERT),
			Error::<Test>::NotController
		);
	});
}

#[test]
fn success_after_the_verification_is_over() {
	ExtBuilder::default().build_and_execute(|| {
		verified();
		pass(500);
		assert_ok!(start(OTHER_REGISTRAR, ANNA, NEW));
		pass(4);
		assert_ok!(finish(NEW, ANNA));
	});
}

#[test]
fn success_back_to_an_account_from_before() {
	ExtBuilder::default().build_and_execute(|| {
		verified();
		rotate(ANNA, NEW);
		assert_ok!(start(REGISTRAR, NEW, ANNA));
		pass(4);
		assert_ok!(finish(ANNA, NEW));
		assert_eq!(report(NEW).controller, ANNA);
		assert_eq!(report(NEW).former, [NEW]);
	});
}

#[test]
fn success_voids_an_offer_of_the_lost_key() {
	ExtBuilder::default().build_and_execute(|| {
		verified();
		assert_ok!(TradeNetwork::offer_control(signed(ANNA), Some(31)));
		assert_ok!(start(REGISTRAR, ANNA, NEW));
		pass(4);
		events();
		assert_ok!(finish(NEW, ANNA));
		let void = Event::ControlOffered { subject: ANNA, before: Some(31), account: None };
		assert_eq!(events()[0], void);
		assert_noop!(TradeNetwork::accept_control(signed(31), ANNA), Error::<Test>::NoOffer);
	});
}

#[test]
fn success_with_the_accounts_that_are_kept_for_recoveries() {
	ExtBuilder::default().build_and_execute(|| {
		verified();
		let mut controller = ANNA;
		for next in 31..=35 {
			rotate(controller, next);
			controller = next;
		}
		for next in [36, 37] {
			assert_ok!(start(REGISTRAR, ANNA, next));
			pass(4);
			assert_ok!(finish(next, ANNA));
		}
		assert_noop!(start(REGISTRAR, ANNA, 38), Error::<Test>::TooManyAccounts);
		Recoveries::<Test>::insert(0, Recovery { account: 38, registrar: None, ready: 0 });
		assert_noop!(finish(38, ANNA), Error::<Test>::TooManyAccounts);
	});
}

#[test]
fn success_of_governance_against_a_stolen_key() {
	ExtBuilder::default().build_and_execute(|| {
		verified();
		events();
		assert_ok!(TradeNetwork::start_recovery(RuntimeOrigin::root(), ANNA, NEW));
		assert!(matches!(events()[..], [Event::RecoveryStarted { registrar: None, .. }]));
		// Neither the thief nor a registrar can stop it,
		for account in [ANNA, REGISTRAR] {
			assert_noop!(cancel(account, ANNA), Error::<Test>::MayNotCancel);
		}
		// not even by passing the enterprise on.
		rotate(ANNA, 31);
		assert_noop!(cancel(31, ANNA), Error::<Test>::MayNotCancel);
		pass(4);
		assert_ok!(finish(NEW, ANNA));
		assert_eq!(report(ANNA).controller, NEW);
	});
}

#[test]
fn success_cancels() {
	for (by, origin) in [
		(Some(ANNA), signed(ANNA)),
		(Some(REGISTRAR), signed(REGISTRAR)),
		(None, RuntimeOrigin::root()),
	] {
		ExtBuilder::default().build_and_execute(|| {
			verified();
			assert_ok!(start(REGISTRAR, ANNA, NEW));
			events();
			assert_ok!(TradeNetwork::cancel_recovery(origin, ANNA));
			assert_eq!(events(), [Event::RecoveryCancelled { subject: ANNA, account: NEW, by }]);
			pass(4);
			assert_noop!(finish(NEW, ANNA), Error::<Test>::NoRecovery);
			// And it may be started again.
			assert_ok!(start(REGISTRAR, ANNA, NEW));
		});
	}
}

#[test]
fn success_cancels_on_the_last_day_and_after_it() {
	ExtBuilder::default().build_and_execute(|| {
		verified();
		assert_ok!(start(REGISTRAR, ANNA, NEW));
		pass(40);
		assert_ok!(cancel(ANNA, ANNA));
	});
}

#[test]
fn fails_to_start_for_others_than_registrars() {
	ExtBuilder::default().build_and_execute(|| {
		verified();
		for account in [ANNA, PLATFORM, STRANGER] {
			assert_noop!(start(account, ANNA, NEW), Error::<Test>::NotRegistrar);
		}
	});
}

#[test]
fn fails_to_start_for_whom_no_registrar_knows() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(start(REGISTRAR, ANNA, NEW), Error::<Test>::UnknownEnterprise);
		register(ANNA);
		assert_noop!(start(REGISTRAR, ANNA, NEW), Error::<Test>::NeverVerified);
	});
}

#[test]
fn fails_to_start_twice() {
	ExtBuilder::default().build_and_execute(|| {
		verified();
		assert_ok!(start(REGISTRAR, ANNA, NEW));
		for registrar in [REGISTRAR, OTHER_REGISTRAR] {
			assert_noop!(start(registrar, ANNA, 31), Error::<Test>::RecoveryUnderWay);
		}
	});
}

#[test]
fn fails_to_give_it_to_the_controller_or_to_another_enterprise() {
	ExtBuilder::default().build_and_execute(|| {
		verified();
		assert_noop!(start(REGISTRAR, ANNA, ANNA), Error::<Test>::AlreadyController);
		assert_noop!(start(REGISTRAR, ANNA, BERT), Error::<Test>::AlreadyRegistered);
		// Nor if it became one meanwhile.
		assert_ok!(start(REGISTRAR, ANNA, NEW));
		pass(4);
		register(NEW);
		assert_noop!(finish(NEW, ANNA), Error::<Test>::AlreadyRegistered);
	});
}

#[test]
fn fails_to_finish_what_came_true_by_rotation() {
	ExtBuilder::default().build_and_execute(|| {
		verified();
		assert_ok!(start(REGISTRAR, ANNA, NEW));
		rotate(ANNA, NEW);
		pass(4);
		assert_noop!(finish(NEW, ANNA), Error::<Test>::AlreadyController);
		assert_ok!(cancel(NEW, ANNA));
	});
}

#[test]
fn fails_to_finish_for_others() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(finish(NEW, ANNA), Error::<Test>::UnknownEnterprise);
		verified();
		assert_noop!(finish(NEW, ANNA), Error::<Test>::NoRecovery);
		assert_ok!(start(REGISTRAR, ANNA, NEW));
		pass(4);
		for account in [ANNA, REGISTRAR, STRANGER] {
			assert_noop!(finish(account, ANNA), Error::<Test>::NotSuccessor);
		}
	});
}

#[test]
fn fails_to_finish_for_a_registrar_that_lost_its_role() {
	ExtBuilder::default().build_and_execute(|| {
		verified();
		assert_ok!(start(REGISTRAR, ANNA, NEW));
		pass(4);
		Members::set(REGISTRAR, &[]);
		assert_noop!(finish(NEW, ANNA), Error::<Test>::NotRegistrar);
		Members::remove(REGISTRAR);
		assert_noop!(finish(NEW, ANNA), Error::<Test>::NotRegistrar);
		// Another can do it anew.
		assert_ok!(TradeNetwork::cancel_recovery(RuntimeOrigin::root(), ANNA));
		assert_ok!(start(OTHER_REGISTRAR, ANNA, NEW));
		pass(4);
		assert_ok!(finish(NEW, ANNA));
	});
}

#[test]
fn fails_to_cancel_for_others() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(cancel(ANNA, ANNA), Error::<Test>::UnknownEnterprise);
		verified();
		assert_noop!(cancel(ANNA, ANNA), Error::<Test>::NoRecovery);
		rotate(ANNA, 31);
		assert_ok!(start(REGISTRAR, ANNA, NEW));
		for account in [ANNA, BERT, NEW, OTHER_REGISTRAR, STRANGER] {
			assert_noop!(cancel(account, ANNA), Error::<Test>::MayNotCancel);
		}
	});
}
