use super::*;

mod register_enterprise {
	use super::*;

	#[test]
	fn success_makes_a_subject() {
		ExtBuilder::default().build_and_execute(|| {
			register(ANNA);
			register(BERT);
			let event = |subject, id| Event::EnterpriseRegistered {
				subject,
				id,
				sponsor: None,
				details: details(subject),
			};
			assert_eq!(events(), [event(ANNA, 0), event(BERT, 1)]);
			let report = report(BERT);
			assert_eq!((report.id, report.subject, report.controller), (1, BERT, BERT));
			assert_eq!((report.level, report.partners, report.endings), (Default::default(), 0, 0));
			assert_eq!(report.country.to_string(), "DE");
			assert_eq!(report.commitments, details(BERT).commitments);
			assert_eq!(TradeNetwork::network().enterprises, 2);
			assert_eq!(TradeNetwork::network().degrees[0], 2);
			assert!(held(HoldReason::Registration, ANNA) > 1_000);
		});
	}

	#[test]
	fn success_without_any_commitment() {
		ExtBuilder::default().build_and_execute(|| {
			let details =
				EnterpriseDetails { commitments: Commitments::default(), ..details(ANNA) };
			assert_ok!(TradeNetwork::register_enterprise(signed(ANNA), details));
		});
	}

	#[test]
	fn fails_with_an_unknown_country() {
		ExtBuilder::default().build_and_execute(|| {
			let mut bytes = details(ANNA).encode();
			bytes[..2].copy_from_slice(b"XX");
			let details = EnterpriseDetails::decode(&mut &bytes[..]).unwrap();
			assert_noop!(
				TradeNetwork::register_enterprise(signed(ANNA), details),
				Error::<Test>::UnknownCountry
			);
		});
	}

	#[test]
	fn fails_with_an_unknown_sector() {
		ExtBuilder::default().build_and_execute(|| {
			for division in [0, 4, 48, 100] {
				let mut bytes = details(ANNA).encode();
				bytes[2] = division;
				let details = EnterpriseDetails::decode(&mut &bytes[..]).unwrap();
				assert_noop!(
					TradeNetwork::register_enterprise(signed(ANNA), details),
					Error::<Test>::UnknownSector
				);
			}
		});
	}

	#[test]
	fn fails_twice() {
		ExtBuilder::default().build_and_execute(|| {
			register(ANNA);
			assert_noop!(
				TradeNetwork::register_enterprise(signed(ANNA), details(9)),
				Error::<Test>::AlreadyRegistered
			);
		});
	}

	#[test]
	fn fails_for_an_account_that_acted_for_an_enterprise_before() {
		ExtBuilder::default().build_and_execute(|| {
			register(ANNA);
			rotate(ANNA, NEW);
			for account in [ANNA, NEW] {
				assert_noop!(
					TradeNetwork::register_enterprise(signed(account), details(9)),
					Error::<Test>::AlreadyRegistered
				);
			}
		});
	}

	#[test]
	fn fails_without_money() {
		ExtBuilder::default().build_and_execute(|| {
			assert_noop!(
				TradeNetwork::register_enterprise(signed(BEGGAR), details(9)),
				TokenError::FundsUnavailable
			);
		});
	}

	#[test]
	fn fails_when_the_numbers_are_used_up() {
		ExtBuilder::default().build_and_execute(|| {
			NextId::<Test>::put(EnterpriseId::MAX);
			assert_noop!(
				TradeNetwork::register_enterprise(signed(ANNA), details(9)),
				Error::<Test>::TooManyEnterprises
			);
		});
	}
}

mod sponsor_enterprise {
	use super::*;

	fn consent() -> Consent<AccountId> {
		Consent { sponsor: PLATFORM, account: BEGGAR, details: details(BEGGAR), until: TODAY + 7 }
	}

	fn sign(consent: &Consent<AccountId>) -> TestSignature {
		TestSignature(consent.account, consent.payload(&GENESIS))
	}

	/// The sponsor brings a consent with a signature.
	fn sponsor(consent: Consent<AccountId>, signature: TestSignature) -> DispatchResult {
		let Consent { sponsor, account, details, until } = consent;
		TradeNetwork::sponsor_enterprise(signed(sponsor), account, details, until, signature)
	}

	#[test]
	fn success_for_a_firm_without_tokens() {
		ExtBuilder::default().build_and_execute(|| {
			assert_eq!(Balances::free_balance(BEGGAR), 0);
			assert_ok!(sponsor(consent(), sign(&consent())));
			let event = Event::EnterpriseRegistered {
				subject: BEGGAR,
				id: 0,
				sponsor: Some(PLATFORM),
				details: details(BEGGAR),
			};
			assert_eq!(events(), [event]);
			let report = report(BEGGAR);
			assert_eq!((report.controller, report.sponsor), (BEGGAR, Some(PLATFORM)));
			assert_eq!(held(HoldReason::Registration, BEGGAR), 0);
			assert!(held(HoldReason::Registration, PLATFORM) > 1_000);
		});
	}

	#[test]
	fn success_with_the_signature_of_a_browser_wallet() {
		ExtBuilder::default().build_and_execute(|| {
			let payload = consent().payload(&GENESIS);
			let wrapped = [b"<Bytes>", &payload[..], b"</Bytes>"].concat();
			assert_ok!(sponsor(consent(), TestSignature(BEGGAR, wrapped)));
		});
	}

	#[test]
	fn success_on_the_last_day() {
		ExtBuilder::default().build_and_execute(|| {
			pass(7);
			assert_ok!(sponsor(consent(), sign(&consent())));
		});
	}

	#[test]
	fn the_sponsor_has_no_power_over_the_enterprise() {
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(sponsor(consent(), sign(&consent())));
			assert_noop!(
				TradeNetwork::close_enterprise(signed(PLATFORM)),
				Error::<Test>::NotRegistered
			);
			assert_noop!(
				TradeNetwork::update_enterprise(signed(PLATFORM), details(9)),
				Error::<Test>::NotRegistered
			);
		});
	}

	#[test]
	fn fails_for_a_sponsor_that_is_no_member() {
		ExtBuilder::default().build_and_execute(|| {
			let consent = Consent { sponsor: STRANGER, ..consent() };
			let signature = sign(&consent);
			assert_noop!(sponsor(consent, signature), Error::<Test>::NotMember);
		});
	}

	#[test]
	fn fails_with_a_day_that_is_over_or_too_far_ahead() {
		ExtBuilder::default().build_and_execute(|| {
			for (until, error) in [
				(TODAY - 1, Error::<Test>::ConsentExpired),
				(TODAY + 8, Error::<Test>::ConsentTooLong),
				(Day::MAX, Error::<Test>::ConsentTooLong),
			] {
				let consent = Consent { until, ..consent() };
				let signature = sign(&consent);
				assert_noop!(sponsor(consent, signature), error);
			}
		});
	}

	#[test]
	fn fails_without_the_account_s_own_signature_of_exactly_this() {
		ExtBuilder::default().build_and_execute(|| {
			let given = consent();
			let payload = given.payload(&GENESIS);
			let of = |other: Consent<AccountId>| sign(&other);
			for (what, signature) in [
				("by the sponsor", TestSignature(PLATFORM, payload.clone())),
				("of nothing", TestSignature(BEGGAR, vec![])),
				("for another sponsor", of(Consent { sponsor: REGISTRAR, ..consent() })),
				("with other details", of(Consent { details: details(9), ..consent() })),
				("for another day", of(Consent { until: TODAY + 6, ..consent() })),
				(
					"for another chain",
					TestSignature(BEGGAR, consent().payload(&H256::repeat_byte(43))),
				),
				("of an agreement", {
					let agreement = agreement(BEGGAR, ANNA, Supplies);
					TestSignature(BEGGAR, agreement.payload(&GENESIS))
				}),
				("wrapped by half", { TestSignature(BEGGAR, [b"<Bytes>", &payload[..]].concat()) }),
			] {
				hypothetically!({
					let result = sponsor(consent(), signature);
					assert_eq!(result, Err(Error::<Test>::WrongSignature.into()), "{what}");
				});
			}
			assert_noop!(
				sponsor(given, TestSignature(PLATFORM, payload)),
				Error::<Test>::WrongSignature
			);
		});
	}

	#[test]
	fn fails_for_an_account_with_an_enterprise_and_for_bad_details() {
		ExtBuilder::default().build_and_execute(|| {
			register(ANNA);
			let given = Consent { account: ANNA, ..consent() };
			let signature = sign(&given);
			assert_noop!(sponsor(given, signature), Error::<Test>::AlreadyRegistered);

			let mut bytes = consent().encode();
			bytes[18] = 4;
			let given = Consent::<AccountId>::decode(&mut &bytes[..]).unwrap();
			let signature = sign(&given);
			assert_noop!(sponsor(given, signature), Error::<Test>::UnknownSector);
			bytes[16..18].copy_from_slice(b"XX");
			let given = Consent::<AccountId>::decode(&mut &bytes[..]).unwrap();
			let signature = sign(&given);
			assert_noop!(sponsor(given, signature), Error::<Test>::UnknownCountry);
		});
	}

	#[test]
	fn fails_when_the_sponsor_has_no_money_or_the_numbers_are_used_up() {
		ExtBuilder::default().build_and_execute(|| {
			const POOR_MEMBER: AccountId = 200;
			Members::set(POOR_MEMBER, &[]);
			let given = Consent { sponsor: POOR_MEMBER, ..consent() };
			let signature = sign(&given);
			assert_noop!(sponsor(given, signature), TokenError::FundsUnavailable);
			NextId::<Test>::put(EnterpriseId::MAX);
			assert_noop!(sponsor(consent(), sign(&consent())), Error::<Test>::TooManyEnterprises);
		});
	}
}
