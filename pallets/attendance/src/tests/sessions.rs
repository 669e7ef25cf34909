//! Validators that are absent and come back, with the real session pallet and the real Aura.

use super::*;
use crate::AttendedSessions;
use pallet_session::{SessionManager, historical};

#[test]
fn nothing_changes_while_all_are_there() {
	ExtBuilder::default().build_and_execute(|| {
		run_to_session(5, &[]);
		assert_eq!(Session::validators(), VALIDATORS.to_vec());
		assert!(events().is_empty());
	});
}

#[test]
fn an_absent_validator_is_out_two_sessions_later_and_back_after_its_call() {
	ExtBuilder::default().build_and_execute(|| {
		run_to_session(1, &[]);
		events();

		// Given 3 being absent for session 1,
		run_to_session(2, &[3]);
		// then it is set aside when that session ends,
		let noted = noted_last(3);
		assert_eq!((noted.authored, noted.missed > 0), (0, true));
		assert_eq!(
			events(),
			vec![Event::ValidatorSetAside {
				account: 3,
				session: 1,
				authored: 0,
				missed: noted.missed,
			}]
		);
		// misses its slots in session 2, for which it was planned, without anything more,
		assert_eq!(Session::validators(), VALIDATORS.to_vec());
		run_to_session(3, &[3]);
		assert!(events().is_empty());
		// and is out in session 3: nobody waits for it any more.
		assert_eq!(Session::validators(), vec![1, 2, 4]);
		assert_eq!(pallet_aura::Authorities::<Test>::get().len(), 3);
		let before = slot();
		run(9, &[3]);
		assert_eq!(slot(), before + 9);

		// When it calls in session 3,
		assert_ok!(return_to_service(3));
		assert_eq!(events(), vec![Event::ValidatorReturned { account: 3 }]);
		// then session 4 is still without it,
		run_to_session(4, &[]);
		assert_eq!(Session::validators(), vec![1, 2, 4]);
		// and session 5 with it.
		run_to_session(5, &[]);
		assert_eq!(Session::validators(), VALIDATORS.to_vec());
		run_to_session(7, &[]);
		assert_eq!(noted_last(3).missed, 0);
		assert!(noted_last(3).authored > 0);
		assert!(events().is_empty());
	});
}

#[test]
fn who_comes_back_in_time_misses_no_session() {
	ExtBuilder::default().build_and_execute(|| {
		run_to_session(1, &[3]);
		assert_eq!(absent(), vec![3]);
		// Given 3 being away for most of session 1 as well,
		run(PERIOD - 3, &[3]);
		// when it calls before that session ends,
		assert_ok!(return_to_service(3));
		events();
		run_to_session(2, &[]);
		// then session 1 is not held against it,
		assert!(noted_last(3).returned);
		assert!(noted_last(3).missed_more_than(Attendance::tolerance()));
		assert!(events().is_empty());
		// and since session 2 was planned without it, it is out only once.
		assert_eq!(Session::validators(), vec![1, 2, 4]);
		run_to_session(3, &[]);
		assert_eq!(Session::validators(), VALIDATORS.to_vec());
	});
}

#[test]
fn who_returns_without_its_node_is_out_again() {
	ExtBuilder::default().build_and_execute(|| {
		run_to_session(2, &[3]);
		assert_eq!(Session::validators(), vec![1, 2, 4]);
		assert_ok!(return_to_service(3));
		run_to_session(4, &[3]);
		assert_eq!(Session::validators(), VALIDATORS.to_vec());
		assert!(absent().is_empty());
		run_to_session(5, &[3]);
		assert_eq!(absent(), vec![3]);
		run_to_session(6, &[3]);
		assert_eq!(Session::validators(), vec![1, 2, 4]);
	});
}

#[test]
fn two_of_four_are_too_many_to_miss_but_not_to_set_aside() {
	ExtBuilder::default().minimum(3).build_and_execute(|| {
		run_to_session(1, &[2, 4]);
		// Both missed the same, as far as the session allows; one of them must stay.
		assert_eq!(absent().len(), 1);
		let events = events();
		assert!(matches!(events[0], Event::ValidatorSetAside { session: 0, .. }));
		assert!(matches!(events[1], Event::AbsenceTolerated { session: 0, .. }));
		run_to_session(4, &[2, 4]);
		assert_eq!(Session::validators().len(), 3);
		assert_eq!(absent().len(), 1);
	});
}

#[test]
fn three_of_four_missing_is_the_networks_illness() {
	ExtBuilder::default().build_and_execute(|| {
		run_to_session(2, &[1, 2, 4]);
		assert!(absent().is_empty());
		assert!(events().iter().all(|event| matches!(event, Event::SessionNotJudged { .. })));
		assert_eq!(Session::validators(), VALIDATORS.to_vec());
	});
}

#[test]
fn a_night_without_blocks_is_held_against_nobody() {
	ExtBuilder::default().build_and_execute(|| {
		run_to_session(1, &[]);
		run(4, &[]);
		author(slot() + 40_000);
		run_to_session(2, &[]);
		assert!(absent().is_empty());
		assert_eq!(Attendance::last_session().unwrap().outage, 39_999);
	});
}

#[test]
fn the_manager_inside_hears_of_everything() {
	ExtBuilder::default().build_and_execute(|| {
		run_to_session(2, &[]);
		assert_eq!(Told::get(), vec![("end", 0), ("start", 1), ("end", 1), ("start", 2)]);
	});
}

#[test]
fn a_historical_manager_can_be_wrapped_too() {
	fn hears<M: historical::SessionManager<u64, ()>>() {
		Told::set(vec![]);
		<M as historical::SessionManager<_, _>>::start_session(8);
		<M as historical::SessionManager<_, _>>::end_session(7);
		assert_eq!(Told::get(), vec![("start", 8), ("end", 7)]);

		Planned::set(vec![]);
		let planned = Some(VALIDATORS.map(|validator| (validator, ())).to_vec());
		assert_eq!(<M as historical::SessionManager<_, _>>::new_session(9), planned);
		assert_eq!(<M as historical::SessionManager<_, _>>::new_session_genesis(9), None);
		Planned::set(vec![]);
		assert_eq!(<M as SessionManager<_>>::new_session_genesis(9), Some(VALIDATORS.to_vec()));
	}

	ExtBuilder::default().build_and_execute(|| {
		hears::<AttendedSessions<Test, Pool>>();
		assert_eq!(Attendance::last_session().map(|last| last.session), Some(7));
		pallet_session::CurrentIndex::<Test>::put(8);
	});
}
