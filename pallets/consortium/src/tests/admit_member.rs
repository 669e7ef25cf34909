use super::*;

#[test]
fn success_seats_the_member_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(admit(6, [Role::Carrier, Role::ShippingProvider]));

		let expected = member(6, [Role::Carrier, Role::ShippingProvider].into());
		assert_eq!(Consortium::member(6), Some(expected.clone()));
		assert_eq!(Consortium::account_of(legal_entity(6)), Some(6));
		assert_eq!(seats(), vec![1, 2, 3, 4, 5, 6]);
		assert_eq!(events(), vec![Event::MemberAdmitted { account: 6, member: expected }]);
	});
}

#[test]
fn success_keeps_seats_in_order() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(admit(9, []));
		assert_ok!(admit(7, []));
		assert_eq!(seats(), vec![1, 2, 3, 4, 5, 7, 9]);
	});
}

#[test]
fn success_without_roles() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(admit(6, []));
		assert!(Role::ALL.into_iter().all(|role| !has(6, role)));
	});
}

#[test]
fn success_by_two_thirds_of_the_seats() {
	ExtBuilder::default().build_and_execute(|| {
		// Given a motion of one member,
		let Member { name, country, legal_entity, roles } = member(6, [Role::Auditor].into());
		let call = RuntimeCall::Consortium(crate::Call::admit_member {
			account: 6,
			name,
			country,
			legal_entity,
			roles,
		});
		let (hash, length) = (BlakeTwo256::hash_of(&call), call.encoded_size() as u32);
		assert_ok!(Council::propose(RuntimeOrigin::signed(1), 4, Box::new(call), length));
		let close = || {
			Council::close(RuntimeOrigin::signed(STRANGER), hash, 0, Weight::MAX, length).is_ok()
		};

		// when three of five agree, it is not decided,
		for account in [1, 2, 3] {
			assert_ok!(Council::vote(RuntimeOrigin::signed(account), hash, 0, true));
		}
		assert!(!close());
		assert_eq!(Consortium::member(6), None);

		// and when the fourth does, it is.
		assert_ok!(Council::vote(RuntimeOrigin::signed(BANK), hash, 0, true));
		assert!(close());
		assert!(has(6, Role::Auditor));
		assert_eq!(seats(), vec![1, 2, 3, 4, 5, 6]);
	});
}

#[test]
fn success_tells_about_missing_keys() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(admit(6, [Role::Validator]));
		assert_eq!(events().last(), Some(&Event::ValidatorKeysMissing { account: 6 }));
		assert_eq!(Consortium::validators_without_keys(), vec![6]);
		assert_eq!(Consortium::validators(), VALIDATORS.to_vec());
	});
}

#[test]
fn success_with_the_keys_of_an_earlier_membership() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(remove(4));
		events();
		assert_ok!(admit(4, [Role::Validator]));
		assert_eq!(events().len(), 1);
		assert_eq!(Consortium::validators(), VALIDATORS.to_vec());
	});
}

#[test]
fn success_with_the_longest_name_in_any_script() {
	ExtBuilder::default().build_and_execute(|| {
		for (account, text) in [(6, "x".repeat(32)), (7, "Ганза 汉萨".into()), (8, "æ".into())]
		{
			assert_ok!(Consortium::admit_member(
				RuntimeOrigin::root(),
				account,
				name(&text),
				germany(),
				legal_entity(account),
				Roles::new(),
			));
			assert_eq!(Consortium::member(account).unwrap().name.to_vec(), text.as_bytes());
		}
	});
}

#[test]
fn success_costs_what_the_number_of_members_costs() {
	ExtBuilder::default().build_and_execute(|| {
		use crate::WeightInfo;
		let Member { name, country, legal_entity, roles } = member(6, Roles::new());
		let info =
			Consortium::admit_member(RuntimeOrigin::root(), 6, name, country, legal_entity, roles);
		assert_eq!(info.unwrap().actual_weight, Some(<()>::admit_member(6)));
	});
}

#[test]
fn fails_without_a_showable_name() {
	ExtBuilder::default().build_and_execute(|| {
		let names: [&[u8]; 6] = [b"", b" ", b"\t\n", b"Hanse\0", b"Han\nse", &[0xff, 0xfe]];
		for text in names {
			assert_noop!(
				Consortium::admit_member(
					RuntimeOrigin::root(),
					6,
					name(text),
					germany(),
					legal_entity(6),
					Roles::new(),
				),
				Error::<Test>::InvalidName
			);
		}
	});
}

#[test]
fn fails_in_an_unknown_country() {
	ExtBuilder::default().build_and_execute(|| {
		for code in [b"ZZ", b"XK", b"de", b"\0\0"] {
			assert_noop!(
				Consortium::admit_member(
					RuntimeOrigin::root(),
					6,
					name("Six"),
					Decode::decode(&mut &code[..]).unwrap(),
					legal_entity(6),
					Roles::new(),
				),
				Error::<Test>::UnknownCountry
			);
		}
	});
}

#[test]
fn fails_with_wrong_check_digits() {
	ExtBuilder::default().build_and_execute(|| {
		let mut wrong = *legal_entity(6).as_bytes();
		wrong[19] = if wrong[19] == b'9' { b'0' } else { wrong[19] + 1 };
		assert_noop!(
			Consortium::admit_member(
				RuntimeOrigin::root(),
				6,
				name("Six"),
				germany(),
				LegalEntityId::decode(&mut &wrong[..]).unwrap(),
				Roles::new(),
			),
			Error::<Test>::InvalidLegalEntity
		);
	});
}

#[test]
fn fails_for_a_member() {
	ExtBuilder::default().build_and_execute(|| {
		let Member { name, country, roles, .. } = member(1, Roles::new());
		assert_noop!(
			Consortium::admit_member(
				RuntimeOrigin::root(),
				1,
				name,
				country,
				legal_entity(6),
				roles
			),
			Error::<Test>::AlreadyMember
		);
	});
}

#[test]
fn fails_for_a_legal_entity_that_is_a_member() {
	ExtBuilder::default().build_and_execute(|| {
		let Member { name, country, legal_entity, roles } = member(1, Roles::new());
		assert_noop!(
			Consortium::admit_member(RuntimeOrigin::root(), 6, name, country, legal_entity, roles),
			Error::<Test>::LegalEntityTaken
		);
	});
}

#[test]
fn fails_when_the_consortium_is_full() {
	ExtBuilder::default().max_members(6).build_and_execute(|| {
		assert_ok!(admit(6, []));
		assert_noop!(admit(7, []), Error::<Test>::TooManyMembers);

		// A place that becomes free can be taken.
		assert_ok!(remove(6));
		assert_ok!(admit(7, []));
	});
}
