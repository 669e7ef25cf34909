use super::*;

#[test]
fn success_takes_the_rights_and_leaves_the_seat() {
	ExtBuilder::default().build_and_execute(|| {
		run_to_block(3);
		events();
		assert_ok!(suspend_provisionally(BANK));

		let suspension = Suspension {
			cause: SuspensionCause::Provisional,
			evidence: Some(evidence()),
			since: 3,
			until: Some(3 + PROVISIONAL_PERIOD),
		};
		assert_eq!(Consortium::suspension(BANK), Some(suspension));
		assert_eq!(events(), vec![Event::MemberSuspended { account: BANK, suspension }]);
		assert!(!has(BANK, Role::Bank));
		assert_eq!(seats(), vec![1, 2, 3, 4, BANK]);
		let call = RuntimeCall::System(frame_system::Call::remark { remark: vec![] });
		assert_ok!(Council::propose(RuntimeOrigin::signed(BANK), 4, Box::new(call), 100));
	});
}

#[test]
fn success_lapses_by_itself() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(suspend_provisionally(BANK));
		run_to_block(PROVISIONAL_PERIOD);
		assert!(!has(BANK, Role::Bank));

		// No session has to begin for that.
		run_to_block(1 + PROVISIONAL_PERIOD);
		assert_ne!(System::block_number() % PERIOD, 0);
		events();
		assert!(has(BANK, Role::Bank));
		assert_eq!(Consortium::suspension(BANK), None);
		assert!(crate::Suspensions::<Test>::contains_key(BANK));
		assert_noop!(reinstate(BANK), Error::<Test>::NotSuspended);

		// The next session clears it away and says so.
		run_to_session(3);
		assert!(!crate::Suspensions::<Test>::contains_key(BANK));
		assert_eq!(events(), vec![Event::SuspensionLapsed { account: BANK }]);
	});
}

#[test]
fn success_of_a_validator_takes_it_out_of_the_set_and_back() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(suspend_provisionally(2));
		assert_eq!(Consortium::validators(), vec![1, 3, 4]);
		run_to_session(2);
		assert_eq!(Authorities::get(), vec![1, 3, 4]);
		// It lapses in block 13 of session 2, and session 4 is planned when session 3 begins.
		run_to_session(3);
		assert_eq!(Consortium::validators(), VALIDATORS.to_vec());
		assert_eq!(Authorities::get(), vec![1, 3, 4]);
		run_to_session(4);
		assert_eq!(Authorities::get(), VALIDATORS.to_vec());
	});
}

#[test]
fn success_by_one_third_of_the_seats() {
	ExtBuilder::default().build_and_execute(|| {
		let call = RuntimeCall::Consortium(crate::Call::suspend_provisionally {
			account: 4,
			evidence: evidence(),
		});
		let (hash, length) = (BlakeTwo256::hash_of(&call), call.encoded_size() as u32);
		assert_ok!(Council::propose(RuntimeOrigin::signed(1), 2, Box::new(call), length));
		assert_ok!(Council::vote(RuntimeOrigin::signed(1), hash, 0, true));
		let close =
			|| Council::close(RuntimeOrigin::signed(1), hash, 0, Weight::MAX, length).is_ok();
		assert!(!close());
		assert_ok!(Council::vote(RuntimeOrigin::signed(2), hash, 0, true));
		assert!(close());
		assert_eq!(cause(4), Some(SuspensionCause::Provisional));
	});
}

#[test]
fn success_of_two_of_six() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(admit(6, []));
		assert_ok!(suspend_provisionally(BANK));
		assert_ok!(suspend_provisionally(6));
		assert_noop!(suspend_provisionally(1), Error::<Test>::TooManySuspended);
	});
}

#[test]
fn success_again_after_the_cool_down() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(suspend_provisionally(BANK));
		let end = 1 + PROVISIONAL_PERIOD;
		for block in [end, end + COOL_DOWN - 1] {
			run_to_block(block);
			assert_noop!(suspend_provisionally(BANK), Error::<Test>::TooSoon);
			// Another can be, meanwhile.
			hypothetically!({
				assert_ok!(suspend_provisionally(1));
			});
		}
		run_to_block(end + COOL_DOWN);
		assert_ok!(suspend_provisionally(BANK));
	});
}

#[test]
fn success_costs_what_the_number_of_members_costs() {
	ExtBuilder::default().build_and_execute(|| {
		use crate::WeightInfo;
		let info = Consortium::suspend_provisionally(RuntimeOrigin::root(), 1, evidence());
		assert_eq!(info.unwrap().actual_weight, Some(<()>::suspend_provisionally(5)));
	});
}

#[test]
fn fails_for_a_stranger() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(suspend_provisionally(STRANGER), Error::<Test>::NotMember);
	});
}

#[test]
fn fails_when_suspended_for_whatever_cause() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(suspend_provisionally(BANK));
		assert_noop!(suspend_provisionally(BANK), Error::<Test>::AlreadySuspended);
		assert_ok!(suspend(BANK));
		assert_noop!(suspend_provisionally(BANK), Error::<Test>::AlreadySuspended);
	});
}

#[test]
fn fails_for_more_than_a_third() {
	ExtBuilder::default().build_and_execute(|| {
		// One of five.
		assert_ok!(suspend_provisionally(1));
		assert_noop!(suspend_provisionally(BANK), Error::<Test>::TooManySuspended);
		// Two thirds are not bound by that, and what they decided leaves the next one free.
		assert_ok!(suspend(1));
		assert_ok!(suspend_provisionally(BANK));
		assert_noop!(suspend_provisionally(2), Error::<Test>::TooManySuspended);
		// One that has lapsed does not count either.
		run_to_block(1 + PROVISIONAL_PERIOD);
		assert_ok!(suspend_provisionally(2));
	});
}

#[test]
fn fails_for_a_third_of_those_without_seats() {
	ExtBuilder::default().build_and_execute(|| {
		// Of five members two have seats, and a third of two is none.
		for account in [1, 2, BANK] {
			assert_ok!(suspend(account));
		}
		assert_noop!(suspend_provisionally(3), Error::<Test>::TooManySuspended);
	});
}

#[test]
fn fails_too_soon_after_a_vote_ended_the_last() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(suspend_provisionally(BANK));
		run_to_block(4);
		assert_ok!(reinstate(BANK));
		// The cool-down begins with the end, not with what would have been the end.
		run_to_block(4 + COOL_DOWN - 1);
		assert_noop!(suspend_provisionally(BANK), Error::<Test>::TooSoon);
		run_to_block(4 + COOL_DOWN);
		assert_ok!(suspend_provisionally(BANK));
	});
}

#[test]
fn fails_below_the_minimum_of_validators() {
	ExtBuilder::default().min_validators(4).build_and_execute(|| {
		for account in VALIDATORS {
			assert_noop!(suspend_provisionally(account), Error::<Test>::TooFewValidators);
		}
		assert_ok!(suspend_provisionally(BANK));
	});
}
