use super::*;

#[test]
fn success_takes_seat_and_roles_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(remove(BANK));

		assert_eq!(Consortium::member(BANK), None);
		assert_eq!(Consortium::account_of(legal_entity(BANK)), None);
		assert!(!has(BANK, Role::Bank));
		assert_eq!(seats(), VALIDATORS.to_vec());
		let member = founder(BANK, [Role::Bank].into());
		assert_eq!(events(), vec![Event::MemberRemoved { account: BANK, member }]);
	});
}

#[test]
fn success_leaves_nothing_behind() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(admit(6, [Role::Bank]));
		assert_ok!(register_nodes(6, &[1, 2]));
		assert_ok!(suspend_provisionally(6));
		assert_ok!(remove(6));
		assert_eq!(bond(6), 0);
		assert_eq!(Balances::free_balance(6), ENDOWMENT);
		assert!(Consortium::nodes().is_empty());
		assert_eq!(Consortium::suspension(6), None);
		assert_eq!(Forgotten::get(), vec![6]);
		// Not even that it was suspended: who comes back was voted in.
		assert_ok!(admit(6, [Role::Bank]));
		assert_ok!(suspend_provisionally(6));
	});
}

#[test]
fn success_of_a_suspended_member_at_the_minimum() {
	ExtBuilder::default().min_validators(3).build_and_execute(|| {
		assert_ok!(suspend(4));
		assert_ok!(remove(4));
		assert_eq!(seats(), vec![1, 2, 3, BANK]);
		assert_noop!(remove(3), Error::<Test>::TooFewValidators);
	});
}

#[test]
fn success_of_a_validator_that_is_absent_at_the_minimum() {
	ExtBuilder::default().min_validators(3).build_and_execute(|| {
		Absent::set(vec![4]);
		assert_noop!(remove(1), Error::<Test>::TooFewValidators);
		assert_ok!(remove(4));
	});
}

#[test]
fn success_takes_back_open_votes() {
	ExtBuilder::default().build_and_execute(|| {
		// Given a motion for which the bank voted,
		let call = RuntimeCall::System(frame_system::Call::remark { remark: vec![] });
		let (hash, length) = (BlakeTwo256::hash_of(&call), call.encoded_size() as u32);
		assert_ok!(Council::propose(RuntimeOrigin::signed(1), 3, Box::new(call), length));
		assert_ok!(Council::vote(RuntimeOrigin::signed(1), hash, 0, true));
		assert_ok!(Council::vote(RuntimeOrigin::signed(BANK), hash, 0, true));

		// when it is removed, its vote is gone.
		assert_ok!(remove(BANK));
		let votes = pallet_collective::Voting::<Test, pallet_collective::Instance1>::get(hash);
		assert!(format!("{votes:?}").contains("ayes: [1]"), "{votes:?}");
	});
}

#[test]
fn success_lets_the_legal_entity_come_back_through_another_account() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(remove(BANK));
		assert_ok!(apply_with(6, application(BANK, [Role::Bank])));
		assert_ok!(sponsor(1, 6));
		assert_ok!(admit_applicant(6));
		assert_eq!(Consortium::account_of(legal_entity(BANK)), Some(6));
		assert_eq!(seats(), vec![1, 2, 3, 4, 6]);
	});
}

#[test]
fn success_down_to_the_minimum_of_validators() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(remove(1));
		assert_ok!(remove(2));
		assert_eq!(Consortium::validators(), vec![3, 4]);
		// Others can still go.
		assert_ok!(remove(BANK));
		assert_eq!(seats(), vec![3, 4]);
	});
}

#[test]
fn success_of_a_validator_without_keys_at_the_minimum() {
	ExtBuilder::default().min_validators(4).build_and_execute(|| {
		assert_ok!(admit(6, [Role::Validator]));
		assert_ok!(remove(6));
	});
}

#[test]
fn success_of_a_validator_that_gave_its_keys_back() {
	ExtBuilder::default().min_validators(3).build_and_execute(|| {
		// Given one that tries to become irremovable,
		purge_keys(4);
		assert_noop!(remove(1), Error::<Test>::TooFewValidators);
		// when the others remove it, they can.
		assert_ok!(remove(4));
	});
}

#[test]
fn success_costs_what_the_number_of_members_costs() {
	ExtBuilder::default().build_and_execute(|| {
		use crate::WeightInfo;
		let info = Consortium::remove_member(RuntimeOrigin::root(), 1);
		assert_eq!(info.unwrap().actual_weight, Some(<()>::remove_member(5)));
	});
}

#[test]
fn fails_for_a_stranger() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(remove(STRANGER), Error::<Test>::NotMember);
	});
}

#[test]
fn fails_below_the_minimum_of_validators() {
	ExtBuilder::default().min_validators(4).build_and_execute(|| {
		for account in VALIDATORS {
			assert_noop!(remove(account), Error::<Test>::TooFewValidators);
		}
	});
}

#[test]
fn fails_when_only_validators_without_keys_would_be_left() {
	ExtBuilder::default().min_validators(1).build_and_execute(|| {
		for account in [1, 2, 3] {
			assert_ok!(remove(account));
		}
		assert_ok!(admit(6, [Role::Validator]));
		assert_noop!(remove(4), Error::<Test>::TooFewValidators);

		// With keys the newcomer counts.
		assert_ok!(set_keys(6));
		assert_ok!(remove(4));
	});
}

#[test]
fn fails_for_the_last_member() {
	ExtBuilder::default()
		.min_validators(1)
		.members(vec![genesis_member(1, [Role::Validator].into())])
		.keys(vec![1])
		.build_and_execute(|| {
			assert_noop!(remove(1), Error::<Test>::TooFewValidators);

			// Not even one that does not validate any more.
			purge_keys(1);
			assert_noop!(remove(1), Error::<Test>::LastSeat);
			assert_ok!(set_keys(1));
		});
}
