use super::*;

fn attest_as(
	registrar: AccountId,
	account: AccountId,
	level: VerificationLevel,
	number: u8,
	until: Day,
) -> DispatchResult {
	TradeNetwork::attest_enterprise(signed(registrar), account, level, entity(number), until)
}

mod attest_enterprise {
	use super::*;

	#[test]
	fn success_is_visible_at_once() {
		ExtBuilder::default().build_and_execute(|| {
			register(ANNA);
			events();
			assert_ok!(attest_as(REGISTRAR, ANNA, Identified, 7, TODAY + 10));
			let event = Event::EnterpriseAttested {
				subject: ANNA,
				registrar: REGISTRAR,
				before: VerificationLevel::None,
				level: Identified,
				entity: entity(7),
				until: TODAY + 10,
			};
			assert_eq!(events(), [event]);
			assert_eq!(TradeNetwork::verification(ANNA), Identified);
			let report = report(ANNA);
			assert_eq!((report.level, report.entity), (Identified, Some(entity(7))));
			assert_eq!(report.verified_until, Some(TODAY + 10));
			assert_eq!(report.registrar, Some(REGISTRAR));
		});
	}

	#[test]
	fn success_takes_the_place_of_the_one_before() {
		ExtBuilder::default().build_and_execute(|| {
			register(ANNA);
			assert_ok!(attest_as(REGISTRAR, ANNA, Inspected, 7, TODAY + 10));
			// Who attested may lower and shorten.
			assert_ok!(attest_as(REGISTRAR, ANNA, Registered, 7, TODAY + 5));
			assert_eq!(report(ANNA).level, Registered);
			assert_eq!(Lapses::<Test>::iter_keys().collect::<Vec<_>>(), [(TODAY + 5, 0)]);
			// Another registrar may raise.
			events();
			assert_ok!(attest_as(OTHER_REGISTRAR, ANNA, Inspected, 7, TODAY + 731));
			assert_eq!(report(ANNA).registrar, Some(OTHER_REGISTRAR));
			assert!(matches!(
				events()[..],
				[Event::EnterpriseAttested { before: Registered, level: Inspected, .. }]
			));
		});
	}

	#[test]
	fn success_through_any_account_of_the_enterprise() {
		ExtBuilder::default().build_and_execute(|| {
			register(ANNA);
			rotate(ANNA, NEW);
			assert_ok!(attest_as(REGISTRAR, NEW, Registered, 7, TODAY + 1));
			assert_eq!(TradeNetwork::verification(ANNA), Registered);
			assert_ok!(attest_as(REGISTRAR, ANNA, Identified, 7, TODAY + 1));
			assert_eq!(TradeNetwork::verification(NEW), Identified);
		});
	}

	#[test]
	fn success_after_a_lapse_tells_of_it_before() {
		ExtBuilder::default().build_and_execute(|| {
			register(ANNA);
			assert_ok!(attest_as(REGISTRAR, ANNA, Identified, 7, TODAY + 1));
			// No block has worked the lapse off.
			CurrentDay::set(TODAY + 2);
			events();
			assert_ok!(attest_as(OTHER_REGISTRAR, ANNA, Registered, 7, TODAY + 9));
			let events = events();
			let lapsed = Event::VerificationLapsed {
				subject: ANNA,
				before: Identified,
				registrar: REGISTRAR,
				until: TODAY + 1,
			};
			assert_eq!(events[0], lapsed);
			assert!(matches!(
				events[1..],
				[Event::EnterpriseAttested { before: VerificationLevel::None, .. }]
			));
			pass(3);
			assert_eq!(report(ANNA).level, Registered);
		});
	}

	#[test]
	fn fails_for_others_than_registrars() {
		ExtBuilder::default().build_and_execute(|| {
			register(ANNA);
			for account in [ANNA, PLATFORM, STRANGER] {
				assert_noop!(
					attest_as(account, ANNA, Registered, 7, TODAY + 1),
					Error::<Test>::NotRegistrar
				);
			}
		});
	}

	#[test]
	fn fails_for_nobody_and_for_nothing() {
		ExtBuilder::default().build_and_execute(|| {
			assert_noop!(
				attest_as(REGISTRAR, ANNA, Registered, 7, TODAY + 1),
				Error::<Test>::UnknownEnterprise
			);
			register(ANNA);
			assert_noop!(
				attest_as(REGISTRAR, ANNA, VerificationLevel::None, 7, TODAY + 1),
				Error::<Test>::NoLevel
			);
		});
	}

	#[test]
	fn fails_with_a_day_that_is_over_or_too_far_ahead() {
		ExtBuilder::default().build_and_execute(|| {
			register(ANNA);
			for until in [0, TODAY - 1, TODAY] {
				assert_noop!(
					attest_as(REGISTRAR, ANNA, Registered, 7, until),
					Error::<Test>::AttestationExpired
				);
			}
			for until in [TODAY + 732, Day::MAX] {
				assert_noop!(
					attest_as(REGISTRAR, ANNA, Registered, 7, until),
					Error::<Test>::AttestationTooLong
				);
			}
			assert_ok!(attest_as(REGISTRAR, ANNA, Registered, 7, TODAY + 731));
		});
	}

	#[test]
	fn fails_for_the_entity_of_another() {
		ExtBuilder::default().build_and_execute(|| {
			register_all([ANNA, BERT]);
			assert_ok!(attest_as(REGISTRAR, ANNA, Registered, 7, TODAY + 1));
			for registrar in [REGISTRAR, OTHER_REGISTRAR] {
				assert_noop!(
					attest_as(registrar, BERT, Registered, 7, TODAY + 1),
					Error::<Test>::EntityTaken
				);
			}
			assert_ok!(attest_as(REGISTRAR, BERT, Registered, 8, TODAY + 1));
			assert_noop!(
				attest_as(REGISTRAR, BERT, Registered, 7, TODAY + 1),
				Error::<Test>::EntityTaken
			);
		});
	}

	#[test]
	fn fails_for_another_entity_than_it_is() {
		ExtBuilder::default().build_and_execute(|| {
			register(ANNA);
			assert_ok!(attest_as(REGISTRAR, ANNA, Registered, 7, TODAY + 1));
			assert_noop!(
				attest_as(REGISTRAR, ANNA, Registered, 8, TODAY + 1),
				Error::<Test>::EntityMismatch
			);
			pass(1_000);
			assert_noop!(
				attest_as(REGISTRAR, ANNA, Registered, 8, TODAY + 1_001),
				Error::<Test>::EntityMismatch
			);
		});
	}

	#[test]
	fn fails_to_lower_what_another_attested() {
		ExtBuilder::default().build_and_execute(|| {
			register(ANNA);
			assert_ok!(attest_as(REGISTRAR, ANNA, Inspected, 7, TODAY + 10));
			assert_noop!(
				attest_as(OTHER_REGISTRAR, ANNA, Identified, 7, TODAY + 10),
				Error::<Test>::NotAttester
			);
			// Once it is over anybody may begin anew.
			pass(11);
			assert_ok!(attest_as(OTHER_REGISTRAR, ANNA, Registered, 7, TODAY + 20));
		});
	}
}

mod revoke_attestation {
	use super::*;

	#[test]
	fn success_by_the_registrar() {
		ExtBuilder::default().build_and_execute(|| {
			register(ANNA);
			assert_ok!(attest(ANNA, Identified));
			events();
			assert_ok!(TradeNetwork::revoke_attestation(signed(REGISTRAR), ANNA));
			let event = Event::AttestationRevoked {
				subject: ANNA,
				before: Identified,
				registrar: REGISTRAR,
				by_governance: false,
			};
			assert_eq!(events(), [event]);
			let report = report(ANNA);
			assert_eq!(report.level, VerificationLevel::None);
			assert_eq!((report.verified_until, report.registrar), (None, None));
			// It is the same legal entity still.
			assert_eq!(report.entity, Some(entity(ANNA as u8)));
			assert_eq!(Lapses::<Test>::iter().count(), 0);
		});
	}

	#[test]
	fn success_by_governance() {
		ExtBuilder::default().build_and_execute(|| {
			register(ANNA);
			assert_ok!(attest(ANNA, Identified));
			events();
			assert_ok!(TradeNetwork::revoke_attestation(RuntimeOrigin::root(), ANNA));
			assert!(matches!(
				events()[..],
				[Event::AttestationRevoked { by_governance: true, registrar: REGISTRAR, .. }]
			));
			assert_eq!(TradeNetwork::verification(ANNA), VerificationLevel::None);
		});
	}

	#[test]
	fn success_by_a_registrar_that_is_no_member_any_more() {
		ExtBuilder::default().build_and_execute(|| {
			register(ANNA);
			assert_ok!(attest(ANNA, Identified));
			Members::remove(REGISTRAR);
			assert_ok!(TradeNetwork::revoke_attestation(signed(REGISTRAR), ANNA));
		});
	}

	#[test]
	fn fails_for_others() {
		ExtBuilder::default().build_and_execute(|| {
			register(ANNA);
			assert_ok!(attest(ANNA, Identified));
			for account in [ANNA, OTHER_REGISTRAR, PLATFORM, STRANGER] {
				assert_noop!(
					TradeNetwork::revoke_attestation(signed(account), ANNA),
					Error::<Test>::NotAttester
				);
			}
		});
	}

	#[test]
	fn fails_when_there_is_nothing_to_revoke() {
		ExtBuilder::default().build_and_execute(|| {
			let revoke = || TradeNetwork::revoke_attestation(signed(REGISTRAR), ANNA);
			assert_noop!(revoke(), Error::<Test>::UnknownEnterprise);
			register(ANNA);
			assert_noop!(revoke(), Error::<Test>::NotVerified);
			assert_ok!(attest(ANNA, Identified));
			assert_ok!(revoke());
			assert_noop!(revoke(), Error::<Test>::NotVerified);
			assert_ok!(attest(ANNA, Identified));
			// Over, if not worked off yet.
			CurrentDay::mutate(|today| *today += 101);
			assert_noop!(revoke(), Error::<Test>::NotVerified);
		});
	}
}
