use super::*;

#[test]
fn success_gives_seat_and_rights_back() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(suspend(BANK));
		events();
		assert_ok!(reinstate(BANK));

		assert_eq!(Consortium::suspension(BANK), None);
		assert_eq!(seats(), vec![1, 2, 3, 4, BANK]);
		assert!(has(BANK, Role::Bank));
		assert_eq!(events(), vec![Event::MemberReinstated { account: BANK }]);
	});
}

#[test]
fn success_before_a_suspension_lapses() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(suspend_provisionally(BANK));
		events();
		assert_ok!(reinstate(BANK));
		assert!(has(BANK, Role::Bank));
		assert_eq!(seats(), vec![1, 2, 3, 4, BANK]);
		assert_eq!(events(), vec![Event::MemberReinstated { account: BANK }]);

		// Nothing lapses later.
		run_to_block(2 * PROVISIONAL_PERIOD);
		assert!(events().is_empty());
	});
}

#[test]
fn success_of_a_validator_brings_it_back_into_the_set() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(suspend(2));
		run_to_session(2);
		assert_eq!(Authorities::get(), vec![1, 3, 4]);
		assert_ok!(reinstate(2));
		assert_eq!(Consortium::validators(), VALIDATORS.to_vec());
		run_to_session(4);
		assert_eq!(Authorities::get(), VALIDATORS.to_vec());
	});
}

#[test]
fn success_with_new_keys() {
	ExtBuilder::default().build_and_execute(|| {
		// Given a validator whose keys leaked,
		assert_ok!(suspend(2));
		// when it registers new ones while it is suspended, it comes back with them.
		assert_ok!(set_keys_of(2, 102));
		run_to_session(2);
		assert_ok!(reinstate(2));
		run_to_session(4);
		assert_eq!(Authorities::get(), VALIDATORS.to_vec());
	});
}

#[test]
fn success_costs_what_the_number_of_seats_costs() {
	ExtBuilder::default().build_and_execute(|| {
		use crate::WeightInfo;
		for (suspension, looked_at) in [(suspend as fn(u64) -> _, 5), (suspend_provisionally, 0)] {
			assert_ok!(suspension(BANK));
			let info = Consortium::reinstate_member(RuntimeOrigin::root(), BANK);
			assert_eq!(info.unwrap().actual_weight, Some(<()>::reinstate_member(looked_at)));
		}
	});
}

#[test]
fn fails_for_a_stranger() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(reinstate(STRANGER), Error::<Test>::NotMember);
	});
}

#[test]
fn fails_when_not_suspended() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(reinstate(BANK), Error::<Test>::NotSuspended);
		assert_ok!(suspend_provisionally(BANK));
		run_to_block(1 + PROVISIONAL_PERIOD);
		assert_noop!(reinstate(BANK), Error::<Test>::NotSuspended);
	});
}
