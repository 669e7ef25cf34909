use super::*;
use crate::Absent;
use hanse_traits::{Presence, ValidatorPool};

const ABSENCE: Absence = Absence { session: 0, authored: 0, missed: 9 };

/// Runs on a chain in its second session, with 2 set aside.
fn with_2_set_aside(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		run_to_session(1, &[]);
		Absent::<Test>::insert(2, ABSENCE);
		events();
		test();
	});
}

#[test]
fn success_makes_eligible_at_once() {
	with_2_set_aside(|| {
		assert_eq!(Pool::eligible(), vec![1, 3, 4]);
		assert_ok!(return_to_service(2));
		assert_eq!(Pool::eligible(), VALIDATORS.to_vec());
		assert!(Attendance::is_present(&2));
		assert_eq!(events(), vec![Event::ValidatorReturned { account: 2 }]);
	});
}

#[test]
fn success_excuses_the_session_under_way_and_no_other() {
	with_2_set_aside(|| {
		run(3, &[2]);
		assert_ok!(return_to_service(2));
		assert!(noted(2).returned);
		assert!(!noted(1).returned);
		run_to_session(2, &[2]);
		assert!(absent().is_empty());
		assert!(!noted(2).returned);
		run_to_session(3, &[2]);
		assert_eq!(absent(), vec![2]);
	});
}

#[test]
fn success_of_who_does_not_validate_now() {
	with_2_set_aside(|| {
		run_to_session(3, &[]);
		assert_eq!(Session::validators(), vec![1, 3, 4]);
		let tally = Attendance::tally();
		assert_ok!(return_to_service(2));
		assert_eq!(Attendance::tally(), tally);
	});
}

#[test]
fn success_of_one_leaves_the_others() {
	with_2_set_aside(|| {
		Absent::<Test>::insert(3, ABSENCE);
		assert_ok!(return_to_service(2));
		assert_eq!(absent(), vec![3]);
	});
}

#[test]
fn fails_when_not_set_aside() {
	with_2_set_aside(|| {
		for account in [1, STRANGER] {
			assert_noop!(return_to_service(account), Error::<Test>::NotSetAside);
		}
	});
}

#[test]
fn fails_twice() {
	with_2_set_aside(|| {
		assert_ok!(return_to_service(2));
		assert_noop!(return_to_service(2), Error::<Test>::NotSetAside);
	});
}

#[test]
fn fails_for_who_is_no_member_any_more() {
	with_2_set_aside(|| {
		remove(2);
		assert_noop!(return_to_service(2), Error::<Test>::NotSetAside);
	});
}
