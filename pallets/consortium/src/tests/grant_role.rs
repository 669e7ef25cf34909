use super::*;

#[test]
fn success_takes_effect_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		for role in Role::ALL.into_iter().filter(|role| *role != Role::Bank) {
			assert!(!has(BANK, role));
			assert_ok!(grant(BANK, role));
			assert!(has(BANK, role));
			assert_eq!(events().first(), Some(&Event::RoleGranted { account: BANK, role }));
		}
		assert_eq!(Consortium::member(BANK).unwrap().roles, Role::ALL.into());
		// Nobody else got anything.
		assert!(!has(1, Role::Bank));
	});
}

#[test]
fn success_tells_about_missing_keys() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(grant(BANK, Role::Validator));
		assert_eq!(
			events(),
			vec![
				Event::RoleGranted { account: BANK, role: Role::Validator },
				Event::ValidatorKeysMissing { account: BANK },
			]
		);
		assert_eq!(Consortium::validators_without_keys(), vec![BANK]);

		assert_ok!(set_keys(BANK));
		assert!(Consortium::validators_without_keys().is_empty());
		assert_eq!(Consortium::validators(), vec![1, 2, 3, 4, BANK]);
	});
}

#[test]
fn success_with_keys_says_nothing_more() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(set_keys(BANK));
		assert_ok!(grant(BANK, Role::Validator));
		assert_eq!(events(), vec![Event::RoleGranted { account: BANK, role: Role::Validator }]);
	});
}

#[test]
fn success_while_suspended_takes_effect_afterwards() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(suspend(BANK));
		assert_ok!(grant(BANK, Role::Insurer));
		assert!(!has(BANK, Role::Insurer));
		assert_ok!(reinstate(BANK));
		assert!(has(BANK, Role::Insurer));
	});
}

#[test]
fn fails_for_a_stranger() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(grant(STRANGER, Role::Bank), Error::<Test>::NotMember);
	});
}

#[test]
fn fails_when_granted_already() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(grant(BANK, Role::Bank), Error::<Test>::RoleAlreadyGranted);
	});
}
