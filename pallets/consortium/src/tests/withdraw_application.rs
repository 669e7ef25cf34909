use super::*;

fn withdraw_application(account: u64) -> DispatchResult {
	Consortium::withdraw_application(RuntimeOrigin::signed(account))
}

#[test]
fn success_releases_the_bond() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		let hash = hash_of(6);
		events();
		assert_ok!(withdraw_application(6));

		assert_eq!(Consortium::application(6), None);
		assert_eq!(bond(6), 0);
		assert_eq!(Balances::free_balance(6), ENDOWMENT);
		assert_eq!(events(), vec![Event::ApplicationWithdrawn { account: 6, hash }]);
	});
}

#[test]
fn success_after_it_expired() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		run_to_block(2 * APPLICATION_PERIOD);
		assert_ok!(withdraw_application(6));
		assert_ok!(apply(6, []));
	});
}

#[test]
fn fails_without_an_application() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(7, []));
		for account in [6, 1, BANK] {
			assert_noop!(withdraw_application(account), Error::<Test>::NoApplication);
		}
	});
}

#[test]
fn fails_for_a_member_whose_bond_is_held() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(admit(6, []));
		assert_noop!(withdraw_application(6), Error::<Test>::NoApplication);
	});
}
