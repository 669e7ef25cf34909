//! What may be disclosed to whom.

use super::*;

#[test]
fn what_is_granted_is_disclosed_and_logged() {
	ExtBuilder.build_and_execute(|| {
		let id = grant(ANNA, BANK);
		events();
		let disclosure = Disclosure {
			channel: Channel::Message,
			documents: documents(&[1, 2, 3]),
			..disclosure(ANNAS_OTHER, BANKS_OTHER, id)
		};
		assert_ok!(log(PLATFORM, disclosure));
		let entry = Entry {
			subject: ANNA,
			number: 0,
			previous: None,
			discloser: PLATFORM,
			recipient: BANK,
			category: Payment,
			purpose: CreditDecision,
			channel: Channel::Message,
			basis: LegalBasis::Grant(id),
			documents: documents(&[1, 2, 3]),
			at: NOW,
		};
		let head = entry.head(H256::zero());
		assert_eq!(events(), [Event::Disclosed { entry, head }]);
		let log = LogHead { head, entries: 1, last: Some(1) };
		assert_eq!(DataAccess::disclosure_log(ANNA), log);
		assert_eq!(file(ANNA), File { grants: 1, changes: 0, log });
	});
}

#[test]
fn only_members_log() {
	ExtBuilder.build_and_execute(|| {
		let id = grant(ANNA, BANK);
		let by = |discloser| log(discloser, disclosure(ANNA, BANK, id));
		for discloser in [STRANGER, ANNA, BERT] {
			assert_noop!(by(discloser), Error::<Test>::NotMember);
		}
		assert_ok!(by(PLATFORM));
		Members::remove(PLATFORM);
		assert_noop!(by(PLATFORM), Error::<Test>::NotMember);
	});
}

#[test]
fn a_call_without_disclosures_is_refused() {
	ExtBuilder.build_and_execute(|| {
		assert_noop!(log_all(PLATFORM, []), Error::<Test>::NothingDisclosed);
	});
}

#[test]
fn nothing_is_disclosed_without_a_grant_that_covers_it() {
	ExtBuilder.build_and_execute(|| {
		let id = grant(ANNA, BANK);
		let other = grant(BERT, BANK);
		let good = disclosure(ANNA, BANK, id);
		for (wrong, cause) in [
			(Disclosure { documents: documents(&[]), ..good.clone() }, Cause::NoDocuments),
			(Disclosure { basis: LegalBasis::Grant(9), ..good.clone() }, Cause::UnknownGrant),
			(Disclosure { basis: LegalBasis::Grant(other), ..good.clone() }, Cause::OtherSubject),
			(Disclosure { subject: BERT, ..good.clone() }, Cause::OtherSubject),
			(Disclosure { recipient: CARRIER, ..good.clone() }, Cause::OtherGrantee),
			(Disclosure { recipient: ANNA, ..good.clone() }, Cause::OtherGrantee),
			(Disclosure { category: Shipping, ..good.clone() }, Cause::OtherCategory),
			(Disclosure { purpose: TradeFinance, ..good.clone() }, Cause::OtherPurpose),
			(Disclosure { purpose: Purpose::Other, ..good.clone() }, Cause::OtherPurpose),
			(Disclosure { basis: LegalBasis::Law, ..good.clone() }, Cause::NotAuthority),
		] {
			assert_noop!(log(PLATFORM, wrong), refused(0, cause));
		}
		assert_noop!(log(BANK, good.clone()), refused(0, Cause::ToItself));
		assert_ok!(log(PLATFORM, good));
	});
}

#[test]
fn a_grant_covers_what_happens_before_its_end() {
	ExtBuilder.build_and_execute(|| {
		let id = grant(ANNA, BANK);
		let good = disclosure(ANNA, BANK, id);
		CurrentTime::set(LATER - 1);
		assert_ok!(log(PLATFORM, good.clone()));
		CurrentTime::set(LATER);
		assert_noop!(log(PLATFORM, good.clone()), refused(0, Cause::GrantEnded));
		pass(1);
		assert_noop!(log(PLATFORM, good), refused(0, Cause::UnknownGrant));
	});
}

#[test]
fn a_grant_that_was_cut_short_or_prolonged_covers_as_it_says_now() {
	ExtBuilder.build_and_execute(|| {
		let id = grant(ANNA, BANK);
		let good = disclosure(ANNA, BANK, id);
		assert_ok!(DataAccess::change_grant(signed(ANNA), id, NOW + 1, None));
		CurrentTime::set(NOW + 1);
		assert_noop!(log(PLATFORM, good), refused(0, Cause::GrantEnded));

		let id = grant(BERT, BANK);
		let good = disclosure(BERT, BANK, id);
		assert_ok!(DataAccess::change_grant(signed(BERT), id, LATER + 10, None));
		CurrentTime::set(LATER + 9);
		assert_ok!(log(PLATFORM, good));
	});
}

#[test]
fn a_revoked_grant_covers_nothing_and_the_next_one_is_another() {
	ExtBuilder.build_and_execute(|| {
		let id = grant(ANNA, BANK);
		let good = disclosure(ANNA, BANK, id);
		assert_ok!(DataAccess::revoke_grant(signed(ANNA), id));
		assert_noop!(log(PLATFORM, good.clone()), refused(0, Cause::UnknownGrant));
		let id = grant(ANNA, BANK);
		assert_noop!(log(PLATFORM, good), refused(0, Cause::UnknownGrant));
		assert_ok!(log(PLATFORM, disclosure(ANNA, BANK, id)));
	});
}

#[test]
fn a_law_takes_the_place_of_a_grant_for_authorities_alone() {
	ExtBuilder.build_and_execute(|| {
		for authority in [SUPERVISOR, CUSTOMS] {
			assert_ok!(log(PLATFORM, lawful(ANNA, authority)));
		}
		let [Event::Disclosed { entry, .. }, _] = &events()[..] else { panic!() };
		assert_eq!((entry.basis, entry.recipient), (LegalBasis::Law, SUPERVISOR));
		for other in [BANK, CARRIER, STRANGER, BERT] {
			let call = log(PLATFORM, lawful(ANNA, other));
			assert_noop!(call, refused(0, Cause::NotAuthority));
		}
		// Another account of an authority is not the authority.
		let call = log(PLATFORM, lawful(ANNA, CUSTOMS + OTHER_ACCOUNT));
		assert_noop!(call, refused(0, Cause::NotAuthority));
		Members::remove(CUSTOMS);
		let call = log(PLATFORM, lawful(ANNA, CUSTOMS));
		assert_noop!(call, refused(0, Cause::NotAuthority));
		assert_noop!(log(SUPERVISOR, lawful(ANNA, SUPERVISOR)), refused(0, Cause::ToItself));
	});
}

#[test]
fn an_authority_may_also_be_granted() {
	ExtBuilder.build_and_execute(|| {
		let id = grant(ANNA, CUSTOMS);
		assert_ok!(log(PLATFORM, disclosure(ANNA, CUSTOMS, id)));
	});
}

#[test]
fn many_are_logged_in_order_or_none() {
	ExtBuilder.build_and_execute(|| {
		let anna = grant(ANNA, BANK);
		let bert = grant(BERT, BANK);
		let all = [
			disclosure(ANNA, BANK, anna),
			disclosure(BERT, BANK, bert),
			lawful(ANNA, CUSTOMS),
			lawful(CARL, CUSTOMS),
		];
		for index in 0..4u8 {
			let mut some = all.clone();
			some[usize::from(index)].documents = documents(&[]);
			assert_noop!(log_all(PLATFORM, some), refused(index, Cause::NoDocuments));
		}
		events();
		assert_ok!(log_all(PLATFORM, all));
		let numbers = events()
			.into_iter()
			.map(|event| match event {
				Event::Disclosed { entry, .. } => (entry.subject, entry.number),
				other => panic!("{other:?}"),
			})
			.collect::<Vec<_>>();
		assert_eq!(numbers, [(ANNA, 0), (BERT, 0), (ANNA, 1), (CARL, 0)]);
	});
}

#[test]
fn a_subject_pays_nothing_for_its_log() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(log(PLATFORM, lawful(BEGGAR, CUSTOMS)));
		assert_eq!(DataAccess::disclosure_log(BEGGAR).entries, 1);
		assert_eq!(held(BEGGAR), 0);
	});
}
