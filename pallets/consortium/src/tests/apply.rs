use super::*;

#[test]
fn success_keeps_what_was_said_and_holds_the_bond() {
	ExtBuilder::default().build_and_execute(|| {
		run_to_block(3);
		events();
		assert_ok!(apply(6, [Role::Bank, Role::Validator]));

		let expected = application(6, [Role::Validator, Role::Bank]);
		assert_eq!(expected.expires_at, 3 + APPLICATION_PERIOD);
		assert_eq!(Consortium::application(6), Some(expected.clone()));
		assert_eq!(bond(6), BOND);
		assert_eq!(Balances::free_balance(6), ENDOWMENT - BOND);
		let hash = expected.content_hash();
		assert_eq!(Consortium::application_hash(6), Some(hash));
		assert_eq!(
			events(),
			vec![Event::ApplicationSubmitted { account: 6, hash, application: expected }]
		);
	});
}

#[test]
fn success_gives_no_rights() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, Role::ALL.as_slice()));
		assert_eq!(Consortium::member(6), None);
		assert!(Role::ALL.into_iter().all(|role| !has(6, role)));
		assert_eq!(seats(), vec![1, 2, 3, 4, BANK]);
		assert!(set_keys(6).is_err());
	});
}

#[test]
fn success_with_the_longest_name_in_any_script() {
	ExtBuilder::default().build_and_execute(|| {
		for (account, text) in [(6, "x".repeat(32)), (7, "Ганза 汉萨".into()), (8, "æ".into())]
		{
			let said = Application { name: name(&text), ..application(account, []) };
			assert_ok!(apply_with(account, said));
			assert_eq!(Consortium::application(account).unwrap().name.to_vec(), text.as_bytes());
		}
	});
}

#[test]
fn success_for_a_legal_entity_that_others_named_before() {
	ExtBuilder::default().build_and_execute(|| {
		// Given a squatter, which is sponsored even,
		assert_ok!(apply_with(STRANGER, application(6, [])));
		assert_ok!(sponsor(BANK, STRANGER));
		// when the entity itself comes, it is the one that is admitted.
		assert_ok!(apply(6, []));
		assert_ok!(sponsor(BANK, 6));
		assert_ok!(admit_applicant(6));
		assert_eq!(Consortium::account_of(legal_entity(6)), Some(6));
	});
}

#[test]
fn success_again_after_leaving() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(resign(4));
		assert_ok!(apply(4, [Role::Validator]));
	});
}

#[test]
fn fails_without_a_showable_name() {
	ExtBuilder::default().build_and_execute(|| {
		let names: [&[u8]; 6] = [b"", b" ", b"\t\n", b"Hanse\0", b"Han\nse", &[0xff, 0xfe]];
		for text in names {
			let said = Application { name: name(text), ..application(6, []) };
			assert_noop!(apply_with(6, said), Error::<Test>::InvalidName);
		}
	});
}

#[test]
fn fails_in_an_unknown_country() {
	ExtBuilder::default().build_and_execute(|| {
		for code in [b"ZZ", b"XK", b"de", b"\0\0"] {
			let country = Decode::decode(&mut &code[..]).unwrap();
			let said = Application { country, ..application(6, []) };
			assert_noop!(apply_with(6, said), Error::<Test>::UnknownCountry);
		}
	});
}

#[test]
fn fails_with_wrong_check_digits() {
	ExtBuilder::default().build_and_execute(|| {
		let mut wrong = *legal_entity(6).as_bytes();
		wrong[19] = if wrong[19] == b'9' { b'0' } else { wrong[19] + 1 };
		let legal_entity = LegalEntityId::decode(&mut &wrong[..]).unwrap();
		let said = Application { legal_entity, ..application(6, []) };
		assert_noop!(apply_with(6, said), Error::<Test>::InvalidLegalEntity);
	});
}

#[test]
fn fails_for_a_member() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(apply_with(1, application(6, [])), Error::<Test>::AlreadyMember);
		// Suspension makes no difference.
		assert_ok!(suspend(BANK));
		assert_noop!(apply_with(BANK, application(6, [])), Error::<Test>::AlreadyMember);
	});
}

#[test]
fn fails_for_a_legal_entity_that_is_a_member() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(apply_with(6, application(1, [])), Error::<Test>::LegalEntityTaken);
	});
}

#[test]
fn fails_twice() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		assert_noop!(apply(6, [Role::Bank]), Error::<Test>::AlreadyApplied);
		// As long as the one that expired was not withdrawn or cleared away.
		run_to_block(2 + APPLICATION_PERIOD);
		assert_noop!(apply(6, [Role::Bank]), Error::<Test>::AlreadyApplied);
	});
}

#[test]
fn fails_when_there_are_too_many() {
	ExtBuilder::default().build_and_execute(|| {
		for account in 6..10 {
			assert_ok!(apply(account, []));
		}
		assert_noop!(apply(10, []), Error::<Test>::TooManyApplications);

		// One less, and there is room.
		assert_ok!(Consortium::withdraw_application(RuntimeOrigin::signed(7)));
		assert_ok!(apply(10, []));
	});
}

#[test]
fn fails_without_the_money() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(apply(BEGGAR, []), TokenError::FundsUnavailable);
	});
}
