use super::*;

#[test]
fn success_holds_from_now_on() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(set_minimum(4));
		assert_eq!(Consortium::minimum_validators(), 4);
		assert_eq!(events(), vec![Event::MinimumValidatorsChanged { old: 2, new: 4 }]);
		assert_noop!(remove(1), Error::<Test>::TooFewValidators);

		assert_ok!(set_minimum(3));
		assert_ok!(remove(1));
	});
}

#[test]
fn success_costs_what_the_number_of_members_costs() {
	ExtBuilder::default().build_and_execute(|| {
		use crate::WeightInfo;
		let info = Consortium::set_min_validators(RuntimeOrigin::root(), 1);
		assert_eq!(info.unwrap().actual_weight, Some(<()>::set_min_validators(5)));
	});
}

#[test]
fn fails_with_none() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(set_minimum(0), Error::<Test>::TooFewValidators);
	});
}

#[test]
fn fails_with_more_than_there_are() {
	ExtBuilder::default().build_and_execute(|| {
		// Neither one without keys, nor one that is absent, nor one that is suspended counts.
		assert_ok!(grant(BANK, Role::Validator));
		assert_noop!(set_minimum(5), Error::<Test>::TooFewValidators);
		Absent::set(vec![1]);
		assert_noop!(set_minimum(4), Error::<Test>::TooFewValidators);
		assert_ok!(suspend(2));
		assert_noop!(set_minimum(3), Error::<Test>::TooFewValidators);
		assert_ok!(set_minimum(2));
	});
}
