use super::*;

/// Lets the account apply, and the bank vouch for it.
fn sponsored(account: u64, roles: impl Into<Roles>) -> H256 {
	assert_ok!(apply(account, roles));
	assert_ok!(sponsor(BANK, account));
	events();
	hash_of(account)
}

#[test]
fn success_seats_the_member_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		let roles = [Role::Carrier, Role::ShippingProvider];
		sponsored(6, roles);
		assert_ok!(admit_applicant(6));

		let expected = member(6, roles.into());
		assert_eq!(Consortium::member(6), Some(expected.clone()));
		assert_eq!(Consortium::account_of(legal_entity(6)), Some(6));
		assert_eq!(seats(), vec![1, 2, 3, 4, 5, 6]);
		assert_eq!(events(), vec![Event::MemberAdmitted { account: 6, member: expected }]);
	});
}

#[test]
fn success_ends_the_application_and_keeps_the_bond() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(admit(6, []));
		assert_eq!(Consortium::application(6), None);
		assert_eq!(bond(6), BOND);
		assert_eq!(Consortium::bond(6), BOND);
	});
}

#[test]
fn success_remembers_when_and_by_whom() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		assert_ok!(sponsor(3, 6));
		run_to_block(9);
		assert_ok!(admit_applicant(6));
		let member = Consortium::member(6).unwrap();
		assert_eq!((member.admitted_at, member.sponsor), (9, Some(3)));
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
fn success_until_the_last_block_of_the_application() {
	ExtBuilder::default().build_and_execute(|| {
		sponsored(6, []);
		run_to_block(APPLICATION_PERIOD);
		assert_ok!(admit_applicant(6));
	});
}

#[test]
fn success_by_two_thirds_of_the_seats() {
	ExtBuilder::default().build_and_execute(|| {
		// Given a motion of one member,
		let application = sponsored(6, [Role::Auditor]);
		let call = RuntimeCall::Consortium(crate::Call::admit_member { account: 6, application });
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
		sponsored(4, [Role::Validator]);
		assert_ok!(admit_applicant(4));
		assert_eq!(events().len(), 1);
		assert_eq!(Consortium::validators(), VALIDATORS.to_vec());
	});
}

#[test]
fn success_costs_what_the_number_of_seats_costs() {
	ExtBuilder::default().build_and_execute(|| {
		use crate::WeightInfo;
		let hash = sponsored(6, []);
		let info = Consortium::admit_member(RuntimeOrigin::root(), 6, hash);
		assert_eq!(info.unwrap().actual_weight, Some(<()>::admit_member(6)));
	});
}

#[test]
fn fails_without_an_application() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(admit_applicant(6), Error::<Test>::NoApplication);
		// A member has none either.
		assert_noop!(admit_applicant(1), Error::<Test>::NoApplication);
		// And nobody is admitted twice.
		let hash = sponsored(6, []);
		assert_ok!(admit_applicant(6));
		assert_noop!(
			Consortium::admit_member(RuntimeOrigin::root(), 6, hash),
			Error::<Test>::NoApplication
		);
	});
}

#[test]
fn fails_for_another_application_than_the_one_voted_on() {
	ExtBuilder::default().build_and_execute(|| {
		let hash = sponsored(6, []);
		sponsored(7, []);
		let admit = |account, hash| Consortium::admit_member(RuntimeOrigin::root(), account, hash);
		assert_noop!(admit(6, H256::zero()), Error::<Test>::ApplicationChanged);
		assert_noop!(admit(7, hash), Error::<Test>::ApplicationChanged);
	});
}

#[test]
fn fails_without_a_sponsor() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		assert_noop!(admit_applicant(6), Error::<Test>::NotSponsored);
	});
}

#[test]
fn fails_when_the_sponsor_is_suspended_or_gone() {
	ExtBuilder::default().build_and_execute(|| {
		sponsored(6, []);
		for suspension in [suspend, suspend_provisionally] {
			assert_ok!(suspension(BANK));
			assert_noop!(admit_applicant(6), Error::<Test>::NotSponsored);
			assert_ok!(reinstate(BANK));
		}
		assert_ok!(remove(BANK));
		assert_noop!(admit_applicant(6), Error::<Test>::NotSponsored);
	});
}

#[test]
fn fails_for_an_application_that_expired() {
	ExtBuilder::default().build_and_execute(|| {
		sponsored(6, []);
		run_to_block(1 + APPLICATION_PERIOD);
		assert_noop!(admit_applicant(6), Error::<Test>::ApplicationExpired);
	});
}

#[test]
fn fails_for_a_legal_entity_that_became_a_member() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply_with(7, application(6, [])));
		assert_ok!(sponsor(BANK, 7));
		assert_ok!(admit(6, []));
		assert_noop!(admit_applicant(7), Error::<Test>::LegalEntityTaken);
	});
}

#[test]
fn fails_when_the_consortium_is_full() {
	ExtBuilder::default().max_members(6).build_and_execute(|| {
		assert_ok!(admit(6, []));
		sponsored(7, []);
		assert_noop!(admit_applicant(7), Error::<Test>::TooManyMembers);

		// A place that becomes free can be taken.
		assert_ok!(remove(6));
		assert_ok!(admit_applicant(7));
	});
}
