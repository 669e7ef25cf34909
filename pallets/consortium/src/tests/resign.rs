use super::*;

#[test]
fn success_takes_everything_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(admit(6, [Role::Bank]));
		assert_ok!(register_nodes(6, &[1]));
		let member = Consortium::member(6).unwrap();
		events();
		assert_ok!(resign(6));

		assert_eq!(Consortium::member(6), None);
		assert_eq!(Consortium::account_of(legal_entity(6)), None);
		assert_eq!(seats(), vec![1, 2, 3, 4, BANK]);
		assert_eq!(Balances::free_balance(6), ENDOWMENT);
		assert!(Consortium::nodes().is_empty());
		assert_eq!(Forgotten::get(), vec![6]);
		assert_eq!(events(), vec![Event::MemberResigned { account: 6, member }]);
	});
}

#[test]
fn success_while_suspended() {
	ExtBuilder::default().build_and_execute(|| {
		for (account, suspension) in
			[(1, suspend as fn(u64) -> DispatchResult), (BANK, suspend_provisionally)]
		{
			assert_ok!(suspension(account));
			assert_ok!(resign(account));
			assert_eq!(Consortium::suspension(account), None);
		}
		assert_eq!(seats(), vec![2, 3, 4]);
	});
}

#[test]
fn success_of_a_validator_takes_it_out_of_the_set() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(resign(2));
		run_to_session(2);
		assert_eq!(Authorities::get(), vec![1, 3, 4]);
	});
}

#[test]
fn success_costs_what_the_number_of_members_costs() {
	ExtBuilder::default().build_and_execute(|| {
		use crate::WeightInfo;
		let info = Consortium::resign(RuntimeOrigin::signed(1));
		assert_eq!(info.unwrap().actual_weight, Some(<()>::resign(5)));
	});
}

#[test]
fn fails_for_a_stranger() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		for account in [STRANGER, 6] {
			assert_noop!(resign(account), Error::<Test>::NotMember);
		}
		assert_ok!(resign(BANK));
		assert_noop!(resign(BANK), Error::<Test>::NotMember);
	});
}

#[test]
fn fails_below_the_minimum_of_validators() {
	ExtBuilder::default().min_validators(4).build_and_execute(|| {
		for account in VALIDATORS {
			assert_noop!(resign(account), Error::<Test>::TooFewValidators);
		}
		assert_ok!(resign(BANK));
	});
}

#[test]
fn fails_for_the_last_seat() {
	ExtBuilder::default().min_validators(1).build_and_execute(|| {
		// Given a bank, which alone has a seat, and one validator,
		for account in [1, 2, 3] {
			assert_ok!(remove(account));
		}
		Absent::set(vec![4]);
		assert_ok!(suspend(4));
		// the bank cannot leave, while whoever has no seat can.
		assert_noop!(resign(BANK), Error::<Test>::LastSeat);
		assert_ok!(reinstate(4));
		Absent::set(vec![]);
	});
}
