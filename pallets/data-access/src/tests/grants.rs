use super::*;

#[test]
fn a_grant_holds_from_its_block_on() {
	ExtBuilder.build_and_execute(|| {
		let terms = Terms { keys: Some(hash(7)), ..terms(BANK) };
		assert_ok!(DataAccess::grant_access(signed(ANNA), terms));
		let event = Event::AccessGranted {
			subject: ANNA,
			id: 0,
			account: ANNA,
			grantee: BANK,
			category: Payment,
			purpose: CreditDecision,
			until: LATER,
			keys: Some(hash(7)),
			payer: ANNA,
		};
		assert_eq!(events(), [event]);
		assert_eq!(DataAccess::is_granted(BANK, ANNA, Payment, CreditDecision), Some(0));
		let grant = stored(0).unwrap();
		assert_eq!((grant.subject, grant.grantee, grant.payer), (ANNA, BANK, ANNA));
		assert_eq!((grant.since, grant.until, grant.keys), (NOW, LATER, Some(hash(7))));
		let expected = FileOf::<Test> { grants: 1, ..Default::default() };
		assert_eq!(file(ANNA), expected);
		assert_eq!(ExpiryCursor::<Test>::get(), Some(TODAY));
	});
}

#[test]
fn every_account_of_the_subject_grants_for_it_and_every_one_of_the_grantee_is_the_grantee() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(Balances::transfer_allow_death(signed(BERT), ANNAS_OTHER, 100_000));
		events();
		assert_ok!(DataAccess::grant_access(signed(ANNAS_OTHER), terms(BANKS_OTHER)));
		let grant = stored(0).unwrap();
		assert_eq!((grant.subject, grant.grantee, grant.payer), (ANNA, BANK, ANNAS_OTHER));
		let [Event::AccessGranted { subject, account, grantee, .. }] = events()[..] else {
			panic!()
		};
		assert_eq!((subject, account, grantee), (ANNA, ANNAS_OTHER, BANK));
		for (grantee, subject) in [(BANK, ANNA), (BANKS_OTHER, ANNAS_OTHER)] {
			let granted = DataAccess::is_granted(grantee, subject, Payment, CreditDecision);
			assert_eq!(granted, Some(0));
		}
	});
}

#[test]
fn a_grant_is_for_its_party_its_evidence_and_its_purpose_alone() {
	ExtBuilder.build_and_execute(|| {
		grant(ANNA, BANK);
		for (grantee, subject, category, purpose) in [
			(CARRIER, ANNA, Payment, CreditDecision),
			(BANK, BERT, Payment, CreditDecision),
			(ANNA, BANK, Payment, CreditDecision),
			(BANK, ANNA, Shipping, CreditDecision),
			(BANK, ANNA, Payment, TradeFinance),
			(BANK, ANNA, Payment, Purpose::Other),
		] {
			let granted = DataAccess::is_granted(grantee, subject, category, purpose);
			assert_eq!(granted, None, "{grantee} {subject} {category:?} {purpose:?}");
		}
		// Other purposes are no purpose for all others.
		grant_by(ANNA, Terms { purpose: Purpose::Other, ..terms(CARRIER) });
		let granted = DataAccess::is_granted(CARRIER, ANNA, Payment, CreditDecision);
		assert_eq!(granted, None);
	});
}

#[test]
fn an_enterprise_may_be_a_grantee() {
	ExtBuilder.build_and_execute(|| {
		grant(ANNA, BERT + OTHER_ACCOUNT);
		assert_eq!(DataAccess::is_granted(BERT, ANNA, Payment, CreditDecision), Some(0));
	});
}

#[test]
fn the_end_must_be_ahead() {
	ExtBuilder.build_and_execute(|| {
		for until in [0, NOW - 1, NOW] {
			let call = DataAccess::grant_access(signed(ANNA), Terms { until, ..terms(BANK) });
			assert_noop!(call, Error::<Test>::EndNotAhead);
		}
		grant_by(ANNA, Terms { until: NOW + 1, ..terms(BANK) });
	});
}

#[test]
fn a_grant_is_for_five_years_at_most() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(FIVE_YEARS, (5 * 365 + 2) * DAY);
		for until in [NOW + FIVE_YEARS + 1, Moment::MAX] {
			let call = DataAccess::grant_access(signed(ANNA), Terms { until, ..terms(BANK) });
			assert_noop!(call, Error::<Test>::GrantTooLong);
		}
		grant_by(ANNA, Terms { until: NOW + FIVE_YEARS, ..terms(BANK) });
	});
}

#[test]
fn nobody_grants_to_itself() {
	ExtBuilder.build_and_execute(|| {
		for (account, grantee) in [(ANNA, ANNA), (ANNA, ANNAS_OTHER), (ANNAS_OTHER, ANNA)] {
			let call = DataAccess::grant_access(signed(account), terms(grantee));
			assert_noop!(call, Error::<Test>::SelfGrant);
		}
	});
}

#[test]
fn the_same_is_granted_once() {
	ExtBuilder.build_and_execute(|| {
		grant(ANNA, BANK);
		for again in [
			terms(BANK),
			terms(BANKS_OTHER),
			Terms { until: LATER + 1, keys: Some(hash(1)), ..terms(BANK) },
		] {
			let call = DataAccess::grant_access(signed(ANNA), again);
			assert_noop!(call, Error::<Test>::AlreadyGranted);
		}
		grant_by(ANNA, Terms { category: Shipping, ..terms(BANK) });
		grant_by(ANNA, Terms { purpose: TradeFinance, ..terms(BANK) });
		grant(ANNA, CARRIER);
		grant(BERT, BANK);
	});
}

#[test]
fn one_that_has_ended_makes_room_before_the_queue_comes_to_it() {
	ExtBuilder.build_and_execute(|| {
		MaxGrants::set(1);
		let old = grant_by(ANNA, Terms { until: NOW + 10, ..terms(BANK) });
		events();
		CurrentTime::set(NOW + 10);
		let new = grant(ANNA, BANK);
		let expired =
			Event::GrantExpired { subject: ANNA, id: old, grantee: BANK, until: NOW + 10 };
		let [told, Event::AccessGranted { id, .. }] = &events()[..] else { panic!() };
		assert_eq!((told, *id), (&expired, new));
		assert_eq!(stored(old), None);
		assert_eq!((file(ANNA).grants, held(ANNA)), (1, deposit()));
		// It ended by itself, so that what was signed meanwhile is good.
		assert_eq!(file(ANNA).changes, 0);
	});
}

#[test]
fn a_subject_has_so_many_grants_and_no_more() {
	ExtBuilder.build_and_execute(|| {
		let first = grant_by(ANNA, Terms { until: NOW + 10, ..terms(BANK) });
		(2..=4).for_each(|grantee| {
			grant(ANNA, grantee);
		});
		let one_more = || DataAccess::grant_access(signed(ANNA), terms(PLATFORM));
		assert_noop!(one_more(), Error::<Test>::TooManyGrants);
		// One that has ended counts until it is removed.
		CurrentTime::set(NOW + 10);
		assert_noop!(one_more(), Error::<Test>::TooManyGrants);
		assert_ok!(DataAccess::revoke_grant(signed(ANNA), first));
		assert_ok!(one_more());
		grant(BERT, PLATFORM);
	});
}

#[test]
fn who_cannot_pay_the_deposit_does_not_grant() {
	ExtBuilder.build_and_execute(|| {
		let call = DataAccess::grant_access(signed(BEGGAR), terms(BANK));
		assert_noop!(call, TokenError::FundsUnavailable);
	});
}

#[test]
fn numbers_are_not_given_twice() {
	ExtBuilder.build_and_execute(|| {
		let first = grant(ANNA, BANK);
		assert_ok!(DataAccess::revoke_grant(signed(ANNA), first));
		assert_eq!(grant(ANNA, BANK), first + 1);
		NextGrant::<Test>::put(GrantId::MAX);
		let call = DataAccess::grant_access(signed(ANNA), terms(CARRIER));
		assert_noop!(call, ArithmeticError::Overflow);
	});
}

#[test]
fn an_account_that_acts_for_the_subject_no_more_grants_and_changes_nothing() {
	ExtBuilder.build_and_execute(|| {
		let id = grant(ANNA, BANK);
		let permission = permission(ANNA, terms(CARRIER));
		// The account that records know her by gave control away.
		Enterprises::retire(ANNA);
		let call = DataAccess::grant_access(signed(ANNA), terms(CARRIER));
		assert_noop!(call, Error::<Test>::NotController);
		assert_noop!(bring(BANK, permission), Error::<Test>::NotController);
		let call = DataAccess::change_grant(signed(ANNA), id, LATER + 1, None);
		assert_noop!(call, Error::<Test>::NotController);
		// Its grants stand, and the other account has a say in them.
		assert_eq!(DataAccess::is_granted(BANK, ANNA, Payment, CreditDecision), Some(id));
		assert_ok!(DataAccess::change_grant(signed(ANNAS_OTHER), id, LATER + 1, None));
		assert_ok!(log(PLATFORM, disclosure(ANNA, BANK, id)));
	});
}
