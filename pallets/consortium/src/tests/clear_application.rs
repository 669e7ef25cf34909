use super::*;

fn clear(account: u64) -> DispatchResult {
	Consortium::clear_application(RuntimeOrigin::signed(STRANGER), account)
}

#[test]
fn success_releases_the_bond() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		assert_ok!(sponsor(BANK, 6));
		let hash = hash_of(6);
		run_to_block(1 + APPLICATION_PERIOD);
		events();
		assert_ok!(clear(6));

		assert_eq!(Consortium::application(6), None);
		assert_eq!(Balances::free_balance(6), ENDOWMENT);
		assert_eq!(Balances::free_balance(STRANGER), ENDOWMENT);
		assert_eq!(events(), vec![Event::ApplicationCleared { account: 6, hash }]);
	});
}

#[test]
fn success_makes_room() {
	ExtBuilder::default().build_and_execute(|| {
		for account in 6..10 {
			assert_ok!(apply(account, []));
		}
		run_to_block(1 + APPLICATION_PERIOD);
		assert_noop!(apply(10, []), Error::<Test>::TooManyApplications);
		assert_ok!(clear(7));
		assert_ok!(apply(10, []));
	});
}

#[test]
fn fails_without_an_application() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(clear(6), Error::<Test>::NoApplication);
	});
}

#[test]
fn fails_before_it_expires() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		run_to_block(APPLICATION_PERIOD);
		assert_noop!(clear(6), Error::<Test>::NotExpired);
	});
}
