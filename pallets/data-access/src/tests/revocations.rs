//! Revoked by the subject, signed for by it, or renounced by the grantee: a grant ends at once.

use super::*;

fn revoke(account: AccountId, id: GrantId) -> DispatchResultWithPostInfo {
	DataAccess::revoke_grant(signed(account), id)
}

fn bring_revocation(payer: AccountId, account: AccountId, id: GrantId) -> DispatchResult {
	let revocation = Revocation { account, id };
	let signature = TestSignature(account, revocation.payload(&GENESIS));
	DataAccess::bring_revocation(signed(payer), revocation, signature)
		.map(|_| ())
		.map_err(|error| error.error)
}

#[test]
fn a_subject_revokes_at_once_by_any_of_its_accounts() {
	for account in [ANNA, ANNAS_OTHER] {
		ExtBuilder.build_and_execute(|| {
			let id = grant(ANNA, BANK);
			events();
			assert_ok!(revoke(account, id));
			let event = Event::GrantRevoked { subject: ANNA, id, account, grantee: BANK };
			assert_eq!(events(), [event]);
			assert_eq!(DataAccess::is_granted(BANK, ANNA, Payment, CreditDecision), None);
			assert_noop!(
				log(PLATFORM, disclosure(ANNA, BANK, id)),
				refused(0, Cause::UnknownGrant)
			);
			assert_eq!((file(ANNA).grants, file(ANNA).changes), (0, 1));
			assert_eq!(held(ANNA), 0);
			assert_eq!(Expiries::<Test>::iter().count(), 0);
			assert_noop!(revoke(account, id), Error::<Test>::UnknownGrant);
		});
	}
}

#[test]
fn only_the_subject_revokes() {
	ExtBuilder.build_and_execute(|| {
		let id = grant(ANNA, BANK);
		for account in [BERT, BANK, STRANGER, BEGGAR] {
			assert_noop!(revoke(account, id), Error::<Test>::NotSubject);
		}
	});
}

#[test]
fn a_subject_without_tokens_signs_and_anybody_brings_it() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(bring(BANK, permission(BEGGAR, terms(BANK))));
		events();
		let revocation = Revocation { account: BEGGAR, id: 0 };
		for (signer, payload) in [
			(BANK, revocation.payload(&GENESIS)),
			(BEGGAR, revocation.payload(&hash(1))),
			(BEGGAR, Revocation { id: 1, ..revocation.clone() }.payload(&GENESIS)),
		] {
			let signature = TestSignature(signer, payload);
			let call =
				DataAccess::bring_revocation(signed(STRANGER), revocation.clone(), signature);
			assert_noop!(call, Error::<Test>::WrongSignature);
		}
		assert_ok!(bring_revocation(STRANGER, BEGGAR, 0));
		let event = Event::GrantRevoked { subject: BEGGAR, id: 0, account: BEGGAR, grantee: BANK };
		assert_eq!(events(), [event]);
		assert_eq!(held(BANK), 0);
		// Once.
		assert_noop!(bring_revocation(STRANGER, BEGGAR, 0), Error::<Test>::UnknownGrant);
	});
}

#[test]
fn a_signature_revokes_nothing_of_others() {
	ExtBuilder.build_and_execute(|| {
		let id = grant(ANNA, BANK);
		assert_noop!(bring_revocation(STRANGER, BERT, id), Error::<Test>::NotSubject);
		assert_ok!(bring_revocation(STRANGER, ANNAS_OTHER, id));
	});
}

#[test]
fn a_grantee_renounces_by_any_of_its_accounts() {
	for account in [BANK, BANKS_OTHER] {
		ExtBuilder.build_and_execute(|| {
			let id = grant(ANNA, BANK);
			events();
			for other in [ANNA, CARRIER, STRANGER] {
				let call = DataAccess::renounce_grant(signed(other), id);
				assert_noop!(call, Error::<Test>::NotGrantee);
			}
			assert_ok!(DataAccess::renounce_grant(signed(account), id));
			let event = Event::GrantRenounced { subject: ANNA, id, grantee: BANK };
			assert_eq!(events(), [event]);
			assert_eq!((stored(id), held(ANNA), file(ANNA).changes), (None, 0, 1));
			let call = DataAccess::renounce_grant(signed(account), id);
			assert_noop!(call, Error::<Test>::UnknownGrant);
		});
	}
}

#[test]
fn what_has_ended_is_removed_by_hand_and_told_as_ended() {
	for by_subject in [true, false] {
		ExtBuilder.build_and_execute(|| {
			let id = grant(ANNA, BANK);
			CurrentTime::set(LATER);
			events();
			if by_subject {
				assert_ok!(revoke(ANNA, id));
			} else {
				assert_ok!(DataAccess::renounce_grant(signed(BANK), id));
			}
			let event = Event::GrantExpired { subject: ANNA, id, grantee: BANK, until: LATER };
			assert_eq!(events(), [event]);
			assert_eq!((stored(id), held(ANNA)), (None, 0));
			// Nothing of it is kept.
			assert!(!Files::<Test>::contains_key(ANNA));
			assert_eq!(Expiries::<Test>::iter().count(), 0);
		});
	}
}

#[test]
fn what_an_account_granted_before_it_joined_an_enterprise_is_its_own_to_revoke() {
	ExtBuilder.build_and_execute(|| {
		let id = grant(STRANGER, BANK);
		Enterprises::join(STRANGER, ANNA);
		// It is nobody's evidence now.
		assert_eq!(DataAccess::is_granted(BANK, STRANGER, Payment, CreditDecision), None);
		let call = log(PLATFORM, disclosure(STRANGER, BANK, id));
		assert_noop!(call, refused(0, Cause::OtherSubject));
		let call = DataAccess::change_grant(signed(STRANGER), id, LATER + 1, None);
		assert_noop!(call, Error::<Test>::NotSubject);
		assert_noop!(revoke(ANNA, id), Error::<Test>::NotSubject);
		assert_ok!(revoke(STRANGER, id));
		assert_eq!(held(STRANGER), 0);
	});
}

#[test]
fn a_deposit_that_was_burnt_does_not_keep_a_grant_alive() {
	ExtBuilder.build_and_execute(|| {
		let id = grant(ANNA, BANK);
		// Somebody burnt what was held: there is less to give back than the ticket says.
		assert_ok!(<Balances as frame::traits::fungible::MutateHold<_>>::burn_held(
			&GrantReason::get(),
			&ANNA,
			deposit(),
			Precision::Exact,
			Fortitude::Force,
		));
		assert_ok!(revoke(ANNA, id));
		assert_eq!(stored(id), None);
	});
}

#[test]
fn an_account_that_acted_for_the_subject_before_revokes_still() {
	ExtBuilder.build_and_execute(|| {
		// Somebody with her key grants to a friend. She has an older one.
		Enterprises::retire(ANNA);
		assert_ok!(bring(STRANGER, permission(ANNAS_OTHER, terms(STRANGER))));
		assert_ok!(revoke(ANNA, 0));
		assert_ok!(bring(STRANGER, permission(ANNAS_OTHER, terms(STRANGER))));
		assert_ok!(bring_revocation(CARL, ANNA, 1));
	});
}
