use super::*;
use pallet_session::SessionManager;

#[test]
fn members_with_role_and_keys_validate_from_genesis() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Session::validators(), VALIDATORS.to_vec());
		assert_eq!(Authorities::get(), VALIDATORS.to_vec());
		assert!(Historical::historical_root(0).is_some());
		assert!(Historical::historical_root(1).is_some());
	});
}

#[test]
fn nothing_changes_while_nothing_changes() {
	ExtBuilder::default().build_and_execute(|| {
		for session in 1..10 {
			run_to_session(session);
			assert_eq!(Session::validators(), VALIDATORS.to_vec());
		}
		assert_eq!(Changes::get(), 0);
		// Proofs for every session are there all the same.
		assert!((0..=10).all(|session| Historical::historical_root(session).is_some()));
	});
}

#[test]
fn an_admitted_validator_validates_two_sessions_later() {
	ExtBuilder::default().build_and_execute(|| {
		// Given session 3,
		run_to_session(3);
		// when a validator is admitted and registers keys,
		assert_ok!(admit(6, [Role::Validator]));
		assert_ok!(set_keys(6));
		events();

		// then session 4 begins without it,
		run_to_session(4);
		let validators = vec![1, 2, 3, 4, 6];
		assert!(events().contains(&Event::ValidatorsPlanned {
			session: 5,
			validators: validators.clone().try_into().unwrap(),
		}));
		assert_eq!(Authorities::get(), VALIDATORS.to_vec());

		// session 5 with it,
		run_to_session(5);
		assert_eq!(Authorities::get(), validators);
		assert_eq!(Changes::get(), 1);

		// and it goes on.
		run_to_session(9);
		assert_eq!(Authorities::get(), validators);
		assert_eq!(Changes::get(), 1);
	});
}

#[test]
fn a_removed_validator_validates_until_two_sessions_later() {
	ExtBuilder::default().build_and_execute(|| {
		run_to_session(3);
		assert_ok!(remove(2));
		run_to_session(4);
		assert_eq!(Authorities::get(), VALIDATORS.to_vec());
		run_to_session(5);
		assert_eq!(Authorities::get(), vec![1, 3, 4]);
	});
}

#[test]
fn roles_given_and_taken_follow_the_same_way() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(set_keys(BANK));
		assert_ok!(grant(BANK, Role::Validator));
		assert_ok!(withdraw(1, Role::Validator));
		run_to_session(2);
		assert_eq!(Authorities::get(), vec![2, 3, 4, BANK]);
	});
}

#[test]
fn a_validator_enters_only_with_keys() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(admit(6, [Role::Validator]));
		run_to_session(4);
		assert_eq!(Authorities::get(), VALIDATORS.to_vec());
		assert_eq!(Changes::get(), 0);

		assert_ok!(set_keys(6));
		run_to_session(6);
		assert_eq!(Authorities::get(), vec![1, 2, 3, 4, 6]);
	});
}

#[test]
fn a_change_taken_back_in_time_is_none() {
	ExtBuilder::default().build_and_execute(|| {
		run_to_session(1);
		assert_ok!(withdraw(1, Role::Validator));
		assert_ok!(grant(1, Role::Validator));
		run_to_session(5);
		assert_eq!(Changes::get(), 0);
	});
}

#[test]
fn a_validator_without_keys_comes_back_with_new_ones() {
	ExtBuilder::default().build_and_execute(|| {
		purge_keys(1);
		assert_eq!(Consortium::validators(), vec![2, 3, 4]);
		run_to_session(2);
		assert_eq!(Authorities::get(), vec![2, 3, 4]);

		assert_ok!(set_keys_of(1, 100));
		run_to_session(4);
		assert_eq!(Authorities::get(), VALIDATORS.to_vec());
	});
}

#[test]
fn new_keys_are_left_to_the_session_pallet() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(set_keys_of(1, 100));
		run_to_session(1);
		assert!(!events().iter().any(|event| matches!(event, Event::ValidatorsPlanned { .. })));
		run_to_session(2);
		assert_eq!(Authorities::get(), VALIDATORS.to_vec());
		assert_eq!(Changes::get(), 1);
	});
}

#[test]
fn an_empty_set_is_never_handed_over() {
	ExtBuilder::default().build_and_execute(|| {
		VALIDATORS.into_iter().for_each(purge_keys);
		assert_eq!(Consortium::new_session(7), None);
		assert_eq!(events(), vec![Event::NoValidatorEligible { session: 7 }]);
		assert_eq!(PlannedValidators::<Test>::get().into_inner(), VALIDATORS.to_vec());

		for account in VALIDATORS {
			assert_ok!(set_keys(account));
		}
	});
}

#[test]
fn planning_is_paid_for() {
	ExtBuilder::default().build_and_execute(|| {
		let before = System::block_weight().get(DispatchClass::Mandatory).to_owned();
		assert_eq!(Consortium::new_session(7), None);
		let after = System::block_weight().get(DispatchClass::Mandatory).to_owned();
		assert_eq!(after, before + <() as crate::WeightInfo>::new_session(5));
	});
}

#[test]
fn one_validator_is_enough() {
	ExtBuilder::default()
		.min_validators(1)
		.members(vec![genesis_member(1, [Role::Validator].into())])
		.keys(vec![1])
		.build_and_execute(|| {
			run_to_session(3);
			assert_eq!(Authorities::get(), vec![1]);
			assert_ok!(admit(2, [Role::Validator]));
			assert_ok!(set_keys(2));
			run_to_session(5);
			assert_eq!(Authorities::get(), vec![1, 2]);
		});
}

#[test]
fn only_members_register_keys() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(set_keys(STRANGER), pallet_session::Error::<Test>::NoAssociatedValidatorId);
		assert_ok!(admit(STRANGER, []));
		assert_ok!(set_keys(STRANGER));
	});
}

#[test]
fn who_is_absent_is_not_planned_and_comes_back() {
	ExtBuilder::default().build_and_execute(|| {
		Absent::set(vec![2]);
		run_to_session(2);
		assert_eq!(Authorities::get(), vec![1, 3, 4]);
		Absent::set(vec![]);
		run_to_session(4);
		assert_eq!(Authorities::get(), VALIDATORS.to_vec());
	});
}

#[test]
fn every_suspension_that_has_lapsed_is_cleared_away() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(admit(6, []));
		assert_ok!(suspend_provisionally(BANK));
		assert_ok!(suspend_provisionally(6));
		assert_ok!(suspend(1));
		run_to_session(2);
		assert_eq!(crate::Suspensions::<Test>::count(), 3);
		events();
		run_to_session(3);
		assert_eq!(crate::Suspensions::<Test>::count(), 1);
		let mut said = events();
		said.sort_by_key(|event| format!("{event:?}"));
		assert_eq!(
			said,
			vec![Event::SuspensionLapsed { account: BANK }, Event::SuspensionLapsed { account: 6 }]
		);
	});
}
