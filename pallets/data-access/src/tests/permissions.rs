use super::*;

#[test]
fn a_subject_without_tokens_signs_and_the_grantee_brings_it() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(bring(BANK, permission(BEGGAR, terms(BANK))));
		let event = Event::AccessGranted {
			subject: BEGGAR,
			id: 0,
			account: BEGGAR,
			grantee: BANK,
			category: Payment,
			purpose: CreditDecision,
			until: LATER,
			keys: None,
			payer: BANK,
		};
		assert_eq!(events(), [event]);
		assert_eq!((held(BEGGAR), held(BANK)), (0, deposit()));
	});
}

#[test]
fn any_account_of_the_subject_signs_and_anybody_brings_it() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(bring(STRANGER, permission(ANNAS_OTHER, terms(BANK))));
		let grant = stored(0).unwrap();
		assert_eq!((grant.subject, grant.payer), (ANNA, STRANGER));
	});
}

#[test]
fn who_brings_it_has_no_power_over_the_grant() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(bring(STRANGER, permission(BEGGAR, terms(BANK))));
		let call = DataAccess::revoke_grant(signed(STRANGER), 0);
		assert_noop!(call, Error::<Test>::NotSubject);
		let call = DataAccess::renounce_grant(signed(STRANGER), 0);
		assert_noop!(call, Error::<Test>::NotGrantee);
		let call = DataAccess::change_grant(signed(STRANGER), 0, LATER + 1, None);
		assert_noop!(call, Error::<Test>::NotSubject);
	});
}

#[test]
fn it_is_good_through_its_last_day() {
	ExtBuilder.build_and_execute(|| {
		let on = |bring_by| Permission { bring_by, ..permission(ANNA, terms(BANK)) };
		for bring_by in [0, TODAY - 1] {
			assert_noop!(bring(BANK, on(bring_by)), Error::<Test>::PermissionExpired);
		}
		for bring_by in [TODAY + 8, Day::MAX] {
			assert_noop!(bring(BANK, on(bring_by)), Error::<Test>::PermissionTooLong);
		}
		let signed_now = on(TODAY + 7);
		pass(7);
		assert_ok!(bring(BANK, signed_now));
	});
}

#[test]
fn it_must_be_signed_by_its_account_for_this_chain_and_say_just_this() {
	ExtBuilder.build_and_execute(|| {
		let permission = permission(ANNA, terms(BANK));
		let longer =
			Permission { terms: Terms { until: LATER + 1, ..terms(BANK) }, ..permission.clone() };
		for (signer, payload) in [
			(BANK, permission.payload(&GENESIS)),
			(ANNAS_OTHER, permission.payload(&GENESIS)),
			(ANNA, permission.payload(&hash(1))),
			(ANNA, longer.payload(&GENESIS)),
			(ANNA, Revocation { account: ANNA, id: 0 }.payload(&GENESIS)),
		] {
			let signature = TestSignature(signer, payload);
			let call = DataAccess::bring_permission(signed(BANK), permission.clone(), signature);
			assert_noop!(call, Error::<Test>::WrongSignature);
		}
		let wrapped = hanse_signatures::wrapped(&permission.payload(&GENESIS));
		let signature = TestSignature(ANNA, wrapped);
		assert_ok!(DataAccess::bring_permission(signed(BANK), permission, signature));
	});
}

#[test]
fn nothing_signed_before_a_change_or_an_end_is_good_after_it() {
	type Step = fn(GrantId);
	let steps: [Step; 4] = [
		|id| {
			assert_ok!(DataAccess::change_grant(signed(ANNA), id, LATER + 1, None));
		},
		|id| {
			assert_ok!(DataAccess::revoke_grant(signed(ANNA), id));
		},
		|id| {
			let revocation = Revocation { account: ANNA, id };
			let signature = TestSignature(ANNA, revocation.payload(&GENESIS));
			assert_ok!(DataAccess::bring_revocation(signed(BANK), revocation, signature));
		},
		|id| {
			assert_ok!(DataAccess::renounce_grant(signed(BANK), id));
		},
	];
	for step in steps {
		ExtBuilder.build_and_execute(|| {
			let used = permission(ANNA, terms(BANK));
			let other = permission(ANNA, terms(CARRIER));
			let of_bert = permission(BERT, terms(BANK));
			assert_ok!(bring(BANK, used.clone()));
			step(0);
			for old in [used, other] {
				assert_noop!(bring(BANK, old), Error::<Test>::PermissionOutdated);
			}
			assert_ok!(bring(BANK, of_bert));
			assert_ok!(bring(BANK, permission(ANNA, terms(CARRIER))));
		});
	}
}

#[test]
fn it_cannot_be_brought_twice_while_its_grant_holds_nor_after_its_end() {
	ExtBuilder.build_and_execute(|| {
		let until = NOW + 2 * DAY;
		let permission =
			Permission { bring_by: TODAY + 7, ..permission(ANNA, Terms { until, ..terms(BANK) }) };
		assert_ok!(bring(BANK, permission.clone()));
		assert_noop!(bring(BANK, permission.clone()), Error::<Test>::AlreadyGranted);
		pass(3);
		assert_eq!(stored(0), None);
		assert_noop!(bring(BANK, permission), Error::<Test>::EndNotAhead);
	});
}

#[test]
fn a_counter_that_was_never_reached_is_outdated_too() {
	ExtBuilder.build_and_execute(|| {
		let ahead = Permission { changes: 1, ..permission(ANNA, terms(BANK)) };
		assert_noop!(bring(BANK, ahead), Error::<Test>::PermissionOutdated);
	});
}

#[test]
fn who_brings_it_pays_the_deposit_or_nothing_happens() {
	ExtBuilder.build_and_execute(|| {
		let call = bring(BEGGAR, permission(ANNA, terms(BANK)));
		assert_noop!(call, TokenError::FundsUnavailable);
	});
}

#[test]
fn what_a_grant_refuses_a_permission_refuses() {
	ExtBuilder.build_and_execute(|| {
		MaxGrants::set(1);
		for (wrong, error) in [
			(Terms { until: NOW, ..terms(BANK) }, Error::<Test>::EndNotAhead),
			(Terms { until: Moment::MAX, ..terms(BANK) }, Error::GrantTooLong),
			(terms(ANNAS_OTHER), Error::SelfGrant),
		] {
			assert_noop!(bring(BANK, permission(ANNA, wrong)), error);
		}
		grant(ANNA, CARRIER);
		let call = bring(BANK, permission(ANNA, terms(BANK)));
		assert_noop!(call, Error::<Test>::TooManyGrants);
	});
}
