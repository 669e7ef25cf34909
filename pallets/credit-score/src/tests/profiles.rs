use super::*;
use hanse_credit_model::Profile;

/// Only payment counts.
fn lender() -> Profile {
	Profile::of(&strict())
}

fn set(member: AccountId, purpose: Purpose, profile: Profile) -> DispatchResult {
	CreditScore::set_profile(signed(member), purpose, profile)
}

fn by(member: AccountId, purpose: Purpose) -> Option<ScoreReport> {
	CreditScore::score_by(SUBJECT + OTHER_ACCOUNT, member, purpose)
}

#[test]
fn show_the_same_evidence_by_other_weights() {
	ExtBuilder::default().build_and_execute(|| {
		record(Indicator::PaidOnTime, 10_000, 10);
		record(Indicator::Rating, 0, 10);
		let before = score(SUBJECT);
		let state = known(SUBJECT);
		assert_eq!(by(BANK, Purpose::Bank), None);
		assert_ok!(set(BANK, Purpose::Bank, lender()));
		let seen = by(BANK, Purpose::Bank).unwrap();
		assert!(seen.score > before.as_ref().unwrap().score);
		let part = &seen.dimensions[Dimension::FinancialStrength as usize];
		assert_eq!((part.weight, part.points), (10_000, seen.thousandths));
		// The score itself is untouched, and so is what others see.
		assert_eq!((score(SUBJECT), known(SUBJECT)), (before, state));
		assert_eq!(by(CUSTOMS, Purpose::Bank), None);
	});
}

#[test]
fn are_announced_with_what_was_before() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(set(BANK, Purpose::Bank, lender()));
		let usual = Profile::of(&Parameters::default());
		assert_ok!(set(BANK, Purpose::Bank, usual));
		let set = |old, new| Event::ProfileSet { member: BANK, purpose: Purpose::Bank, old, new };
		assert_eq!(events(), [set(None, lender()), set(Some(lender()), usual)]);
		assert_eq!(CreditScore::profile(BANK, Purpose::Bank), Some(usual));
	});
}

#[test]
fn go_with_a_role() {
	ExtBuilder::default().build_and_execute(|| {
		let allowed =
			[(BANK, Purpose::Bank), (CUSTOMS, Purpose::Customs), (PLATFORM, Purpose::Platform)];
		for member in [BANK, CUSTOMS, PLATFORM, MEMBER] {
			for purpose in Purpose::ALL {
				if allowed.contains(&(member, purpose)) {
					assert_ok!(set(member, purpose, lender()));
				} else {
					assert_noop!(set(member, purpose, lender()), Error::<Test>::RoleMissing);
				}
			}
		}
		assert_noop!(set(STRANGER, Purpose::Bank, lender()), Error::<Test>::NotMember);
	});
}

#[test]
fn of_a_member_that_lost_its_role_count_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		record(Indicator::PaidOnTime, 10_000, 10);
		assert_ok!(set(BANK, Purpose::Bank, lender()));
		Members::set(BANK, &[]);
		assert_eq!(by(BANK, Purpose::Bank), None);
		Members::remove(BANK);
		assert_eq!(by(BANK, Purpose::Bank), None);
		// It may still tidy up.
		assert_ok!(CreditScore::remove_profile(signed(BANK), Purpose::Bank));
		assert_eq!(Profiles::<Test>::iter().count(), 0);
	});
}

#[test]
fn can_be_removed_once() {
	ExtBuilder::default().build_and_execute(|| {
		let remove = || CreditScore::remove_profile(signed(BANK), Purpose::Bank);
		assert_noop!(remove(), Error::<Test>::NoProfile);
		assert_ok!(set(BANK, Purpose::Bank, lender()));
		events();
		assert_ok!(remove());
		let removed =
			Event::ProfileRemoved { member: BANK, purpose: Purpose::Bank, profile: lender() };
		assert_eq!(events(), [removed]);
		assert_eq!(CreditScore::profile(BANK, Purpose::Bank), None);
		assert_noop!(remove(), Error::<Test>::NoProfile);
	});
}

#[test]
fn that_are_nonsense_are_refused() {
	ExtBuilder::default().build_and_execute(|| {
		let refused = |change: fn(&mut Profile), cause| {
			let mut profile = lender();
			change(&mut profile);
			let error = Error::<Test>::InvalidProfile { cause };
			assert_noop!(set(BANK, Purpose::Bank, profile), error);
		};
		refused(|profile| profile.dimensions[0] = 1, InvalidParameters::SharesNotOne);
		refused(|profile| profile.indicators[3] += 1, InvalidParameters::SharesNotOne);
		refused(|profile| profile.dimensions[1] = 10_001, InvalidParameters::ShareAboveOne);
	});
}

#[test]
fn follow_the_other_parameters() {
	ExtBuilder::default().build_and_execute(|| {
		record(Indicator::PaidOnTime, 10_000, 10);
		assert_ok!(set(BANK, Purpose::Bank, lender()));
		let before = by(BANK, Purpose::Bank).unwrap();
		bring_into_force(changed(|parameters| {
			parameters.reliability_weight = Fixed::from_int(100);
		}));
		let after = by(BANK, Purpose::Bank).unwrap();
		assert_eq!((before.version, after.version), (0, 1));
		assert!(after.score < before.score);
	});
}
