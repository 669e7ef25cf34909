use super::*;

fn withdraw_sponsorship(sponsor: u64, account: u64) -> DispatchResult {
	Consortium::withdraw_sponsorship(RuntimeOrigin::signed(sponsor), account)
}

#[test]
fn success_leaves_the_application_without_a_sponsor() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		assert_ok!(sponsor(BANK, 6));
		events();
		assert_ok!(withdraw_sponsorship(BANK, 6));

		assert_eq!(Consortium::application(6).unwrap().sponsor, None);
		assert_eq!(events(), vec![Event::SponsorshipWithdrawn { account: 6, sponsor: BANK }]);
		assert_noop!(admit_applicant(6), Error::<Test>::NotSponsored);
		// Another can take its place.
		assert_ok!(sponsor(1, 6));
	});
}

#[test]
fn success_of_a_sponsor_that_is_suspended_or_gone() {
	ExtBuilder::default().build_and_execute(|| {
		for leave in [suspend, remove] {
			assert_ok!(apply(6, []));
			assert_ok!(sponsor(BANK, 6));
			assert_ok!(leave(BANK));
			assert_ok!(withdraw_sponsorship(BANK, 6));
			assert_ok!(Consortium::withdraw_application(RuntimeOrigin::signed(6)));
			let _ = reinstate(BANK);
		}
	});
}

#[test]
fn fails_without_an_application() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(withdraw_sponsorship(BANK, 6), Error::<Test>::NoApplication);
	});
}

#[test]
fn fails_for_others() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		assert_noop!(withdraw_sponsorship(BANK, 6), Error::<Test>::NotSponsor);
		assert_ok!(sponsor(BANK, 6));
		for account in [1, 6, STRANGER] {
			assert_noop!(withdraw_sponsorship(account, 6), Error::<Test>::NotSponsor);
		}
	});
}
