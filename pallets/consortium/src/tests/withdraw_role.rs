use super::*;

#[test]
fn success_takes_effect_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(withdraw(BANK, Role::Bank));
		assert!(!has(BANK, Role::Bank));
		assert_eq!(events(), vec![Event::RoleWithdrawn { account: BANK, role: Role::Bank }]);
		// It keeps its seat.
		assert_eq!(seats(), vec![1, 2, 3, 4, BANK]);
	});
}

#[test]
fn success_leaves_other_roles_alone() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(grant(BANK, Role::Insurer));
		assert_ok!(withdraw(BANK, Role::Bank));
		assert_eq!(Consortium::member(BANK).unwrap().roles, [Role::Insurer].into());
	});
}

#[test]
fn success_down_to_the_minimum_of_validators() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(withdraw(1, Role::Validator));
		assert_ok!(withdraw(2, Role::Validator));
		assert_eq!(Consortium::validators(), vec![3, 4]);
	});
}

#[test]
fn success_without_keys_at_the_minimum() {
	ExtBuilder::default().min_validators(4).build_and_execute(|| {
		assert_ok!(grant(BANK, Role::Validator));
		assert_ok!(withdraw(BANK, Role::Validator));
	});
}

#[test]
fn success_of_another_role_at_the_minimum() {
	ExtBuilder::default().min_validators(4).build_and_execute(|| {
		assert_ok!(grant(1, Role::Bank));
		assert_ok!(withdraw(1, Role::Bank));
	});
}

#[test]
fn success_while_suspended_or_absent_at_the_minimum() {
	ExtBuilder::default().min_validators(2).build_and_execute(|| {
		assert_ok!(suspend(1));
		Absent::set(vec![2]);
		assert_ok!(withdraw(1, Role::Validator));
		assert_ok!(withdraw(2, Role::Validator));
		assert_noop!(withdraw(3, Role::Validator), Error::<Test>::TooFewValidators);
	});
}

#[test]
fn success_costs_what_was_looked_at() {
	ExtBuilder::default().build_and_execute(|| {
		use crate::WeightInfo;
		for (account, role, looked_at) in [(BANK, Role::Bank, 1), (1, Role::Validator, 5)] {
			let info = Consortium::withdraw_role(RuntimeOrigin::root(), account, role);
			assert_eq!(info.unwrap().actual_weight, Some(<()>::withdraw_role(looked_at)));
		}
	});
}

#[test]
fn fails_for_a_stranger() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(withdraw(STRANGER, Role::Bank), Error::<Test>::NotMember);
	});
}

#[test]
fn fails_when_not_granted() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(withdraw(BANK, Role::Validator), Error::<Test>::RoleNotGranted);
	});
}

#[test]
fn fails_below_the_minimum_of_validators() {
	ExtBuilder::default().min_validators(4).build_and_execute(|| {
		for account in VALIDATORS {
			assert_noop!(withdraw(account, Role::Validator), Error::<Test>::TooFewValidators);
		}
	});
}
