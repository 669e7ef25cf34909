use super::*;

#[test]
fn success_names_the_sponsor() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		let hash = hash_of(6);
		events();
		assert_ok!(sponsor(BANK, 6));

		assert_eq!(Consortium::application(6).unwrap().sponsor, Some(BANK));
		// What is voted on is the same as before.
		assert_eq!(hash_of(6), hash);
		assert_eq!(events(), vec![Event::ApplicationSponsored { account: 6, sponsor: BANK, hash }]);
	});
}

#[test]
fn success_of_several_by_one() {
	ExtBuilder::default().build_and_execute(|| {
		for account in [6, 7] {
			assert_ok!(apply(account, []));
			assert_ok!(sponsor(1, account));
		}
	});
}

#[test]
fn success_in_place_of_a_sponsor_that_left() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		assert_ok!(sponsor(BANK, 6));
		assert_ok!(resign(BANK));
		assert_ok!(sponsor(1, 6));
		assert_ok!(admit_applicant(6));
		assert_eq!(Consortium::member(6).unwrap().sponsor, Some(1));
	});
}

#[test]
fn success_in_place_of_a_sponsor_that_is_suspended() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		assert_ok!(sponsor(BANK, 6));
		assert_ok!(suspend_provisionally(BANK));
		assert_ok!(sponsor(1, 6));
	});
}

#[test]
fn fails_for_a_stranger() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		// Nor does an applicant vouch for itself.
		for account in [STRANGER, 6] {
			assert_noop!(sponsor(account, 6), Error::<Test>::NotMember);
		}
	});
}

#[test]
fn fails_for_a_suspended_member() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		for suspension in [suspend, suspend_provisionally] {
			assert_ok!(suspension(BANK));
			assert_noop!(sponsor(BANK, 6), Error::<Test>::Suspended);
			assert_ok!(reinstate(BANK));
		}
	});
}

#[test]
fn fails_without_an_application() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(sponsor(BANK, 6), Error::<Test>::NoApplication);
	});
}

#[test]
fn fails_for_another_application_than_the_one_read() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		assert_noop!(
			Consortium::sponsor_application(RuntimeOrigin::signed(BANK), 6, H256::zero()),
			Error::<Test>::ApplicationChanged
		);
	});
}

#[test]
fn fails_after_it_expired() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		run_to_block(1 + APPLICATION_PERIOD);
		assert_noop!(sponsor(BANK, 6), Error::<Test>::ApplicationExpired);
	});
}

#[test]
fn fails_when_sponsored_already() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		assert_ok!(sponsor(BANK, 6));
		for account in [1, BANK] {
			assert_noop!(sponsor(account, 6), Error::<Test>::AlreadySponsored);
		}
	});
}
