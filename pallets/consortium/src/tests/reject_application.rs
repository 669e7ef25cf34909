use super::*;

fn reject(account: u64, forfeit: bool) -> DispatchResult {
	Consortium::reject_application(RuntimeOrigin::root(), account, forfeit)
}

#[test]
fn success_releases_the_bond() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		let hash = hash_of(6);
		events();
		assert_ok!(reject(6, false));

		assert_eq!(Consortium::application(6), None);
		assert_eq!(Balances::free_balance(6), ENDOWMENT);
		assert_eq!(events(), vec![Event::ApplicationRejected { account: 6, hash, forfeited: 0 }]);
	});
}

#[test]
fn success_burns_a_bond_that_is_forfeited() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		let hash = hash_of(6);
		let issuance = Balances::total_issuance();
		events();
		assert_ok!(reject(6, true));

		assert_eq!(bond(6), 0);
		assert_eq!(Balances::free_balance(6), ENDOWMENT - BOND);
		assert_eq!(Balances::total_issuance(), issuance - BOND);
		assert_eq!(
			events(),
			vec![Event::ApplicationRejected { account: 6, hash, forfeited: BOND }]
		);
	});
}

#[test]
fn success_after_it_expired() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		run_to_block(1 + APPLICATION_PERIOD);
		assert_ok!(reject(6, true));
	});
}

#[test]
fn success_leaves_the_way_open_to_apply_again() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		assert_ok!(reject(6, true));
		assert_ok!(admit(6, []));
	});
}

#[test]
fn fails_without_an_application() {
	ExtBuilder::default().build_and_execute(|| {
		for account in [6, BANK] {
			for forfeit in [false, true] {
				assert_noop!(reject(account, forfeit), Error::<Test>::NoApplication);
			}
		}
	});
}

#[test]
fn fails_for_a_member_whose_bond_is_held() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(admit(6, []));
		assert_noop!(reject(6, true), Error::<Test>::NoApplication);
		assert_eq!(bond(6), BOND);
	});
}
