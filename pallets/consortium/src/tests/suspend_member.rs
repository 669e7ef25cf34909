use super::*;
use hanse_traits::Membership;

#[test]
fn success_takes_seat_and_rights_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		run_to_block(3);
		events();
		assert_ok!(suspend(BANK));

		let suspension = Suspension {
			cause: SuspensionCause::Vote,
			evidence: Some(evidence()),
			since: 3,
			until: None,
		};
		assert_eq!(Consortium::suspension(BANK), Some(suspension));
		assert_eq!(events(), vec![Event::MemberSuspended { account: BANK, suspension }]);
		assert_eq!(seats(), VALIDATORS.to_vec());
		assert!(!has(BANK, Role::Bank));
		assert!(!<Consortium as Membership<_>>::is_member(&BANK));
		assert!(!<Consortium as Membership<_>>::has_role(&BANK, Role::Bank));
	});
}

#[test]
fn success_leaves_what_it_comes_back_with() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(admit(6, [Role::Bank]));
		assert_ok!(register_nodes(6, &[1]));
		let member = Consortium::member(6);
		assert_ok!(suspend(6));
		assert_eq!(Consortium::member(6), member);
		assert_eq!(Consortium::account_of(legal_entity(6)), Some(6));
		assert_eq!(bond(6), BOND);
		assert_eq!(Consortium::nodes(), vec![(6, nodes(&[1]).into_inner())]);
	});
}

#[test]
fn success_takes_back_open_votes() {
	ExtBuilder::default().build_and_execute(|| {
		let call = RuntimeCall::System(frame_system::Call::remark { remark: vec![] });
		let (hash, length) = (BlakeTwo256::hash_of(&call), call.encoded_size() as u32);
		assert_ok!(Council::propose(RuntimeOrigin::signed(1), 3, Box::new(call), length));
		assert_ok!(Council::vote(RuntimeOrigin::signed(BANK), hash, 0, true));

		assert_ok!(suspend(BANK));
		let votes = pallet_collective::Voting::<Test, pallet_collective::Instance1>::get(hash);
		assert!(format!("{votes:?}").contains("ayes: []"), "{votes:?}");
		assert!(Council::vote(RuntimeOrigin::signed(BANK), hash, 0, true).is_err());
	});
}

#[test]
fn success_lasts_until_a_vote() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(suspend(BANK));
		run_to_session(30);
		assert_eq!(cause(BANK), Some(SuspensionCause::Vote));
	});
}

#[test]
fn success_in_place_of_a_provisional_suspension() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(suspend_provisionally(BANK));
		assert_eq!(seats(), vec![1, 2, 3, 4, BANK]);
		assert_ok!(suspend(BANK));
		assert_eq!(seats(), VALIDATORS.to_vec());
		// It does not lapse when the other one would have.
		run_to_block(2 * PROVISIONAL_PERIOD);
		assert_eq!(cause(BANK), Some(SuspensionCause::Vote));
	});
}

#[test]
fn success_of_a_validator_takes_it_out_of_the_set() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(suspend(2));
		assert_eq!(Consortium::validators(), vec![1, 3, 4]);
		run_to_session(1);
		assert_eq!(Authorities::get(), VALIDATORS.to_vec());
		run_to_session(2);
		assert_eq!(Authorities::get(), vec![1, 3, 4]);
	});
}

#[test]
fn success_of_a_validator_that_is_absent_at_the_minimum() {
	ExtBuilder::default().min_validators(3).build_and_execute(|| {
		Absent::set(vec![4]);
		assert_noop!(suspend(1), Error::<Test>::TooFewValidators);
		assert_ok!(suspend(4));
	});
}

#[test]
fn success_costs_what_the_number_of_members_costs() {
	ExtBuilder::default().build_and_execute(|| {
		use crate::WeightInfo;
		let info = Consortium::suspend_member(RuntimeOrigin::root(), 1, evidence());
		assert_eq!(info.unwrap().actual_weight, Some(<()>::suspend_member(5)));
	});
}

#[test]
fn fails_for_a_stranger() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		for account in [STRANGER, 6] {
			assert_noop!(suspend(account), Error::<Test>::NotMember);
		}
	});
}

#[test]
fn fails_when_suspended_by_vote_already() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(suspend(BANK));
		assert_noop!(suspend(BANK), Error::<Test>::AlreadySuspended);
	});
}

#[test]
fn fails_below_the_minimum_of_validators() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(suspend(1));
		assert_ok!(suspend(2));
		for account in [3, 4] {
			assert_noop!(suspend(account), Error::<Test>::TooFewValidators);
		}
	});
}

#[test]
fn fails_for_the_last_seat() {
	ExtBuilder::default().min_validators(1).build_and_execute(|| {
		// Given one member with a seat, which does not validate, and one without that does not
		// either,
		purge_keys(1);
		purge_keys(2);
		purge_keys(3);
		for account in [1, 2, 3, BANK] {
			assert_ok!(suspend(account));
		}
		assert_eq!(seats(), vec![4]);
		assert_noop!(suspend(4), Error::<Test>::TooFewValidators);
		purge_keys(4);
		// when it would be suspended as well, nobody could vote any more.
		assert_noop!(suspend(4), Error::<Test>::LastSeat);
		assert_ok!(set_keys(4));
	});
}
