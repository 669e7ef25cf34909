use super::*;

#[test]
fn nothing_is_known_where_there_is_nothing() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(DataAccess::grants(ANNA), []);
		assert_eq!(DataAccess::grant(0), None);
		assert_eq!(DataAccess::is_granted(BANK, ANNA, Payment, CreditDecision), None);
		assert_eq!(DataAccess::disclosure_log(ANNA), LogHead::default());
		assert_eq!(DataAccess::changes(ANNA), 0);
	});
}

#[test]
fn grants_are_told_in_the_order_of_their_numbers_by_every_account() {
	ExtBuilder.build_and_execute(|| {
		let ids = [BANK, CARRIER, PLATFORM, CUSTOMS].map(|grantee| grant(ANNA, grantee));
		grant(BERT, BANK);
		for account in [ANNA, ANNAS_OTHER] {
			let told = DataAccess::grants(account);
			assert_eq!(told.iter().map(|report| report.id).collect::<Vec<_>>(), ids);
		}
		let expected = GrantReport {
			id: ids[0],
			subject: ANNA,
			grantee: BANK,
			category: Payment,
			purpose: CreditDecision,
			since: NOW,
			until: LATER,
			keys: None,
			payer: ANNA,
		};
		assert_eq!(DataAccess::grants(ANNA)[0], expected);
		assert_eq!(DataAccess::grant(ids[0]), Some(expected));
	});
}

#[test]
fn what_has_ended_is_told_no_more_whether_it_is_removed_or_not() {
	ExtBuilder.build_and_execute(|| {
		let short = grant_by(ANNA, Terms { until: NOW + 10, ..terms(BANK) });
		let long = grant(ANNA, CARRIER);
		CurrentTime::set(NOW + 9);
		assert_eq!(DataAccess::grants(ANNA).len(), 2);
		assert_eq!(DataAccess::is_granted(BANK, ANNA, Payment, CreditDecision), Some(short));
		CurrentTime::set(NOW + 10);
		assert!(stored(short).is_some());
		assert_eq!(DataAccess::grants(ANNA).len(), 1);
		assert_eq!(DataAccess::grant(short), None);
		assert_eq!(DataAccess::is_granted(BANK, ANNA, Payment, CreditDecision), None);
		assert_eq!(DataAccess::is_granted(CARRIER, ANNA, Payment, CreditDecision), Some(long));
	});
}

#[test]
fn changes_and_logs_are_those_of_the_subject() {
	ExtBuilder.build_and_execute(|| {
		let id = grant(ANNA, BANK);
		assert_ok!(log(PLATFORM, disclosure(ANNA, BANK, id)));
		assert_ok!(DataAccess::revoke_grant(signed(ANNA), id));
		for account in [ANNA, ANNAS_OTHER] {
			assert_eq!(DataAccess::changes(account), 1);
			assert_eq!(DataAccess::disclosure_log(account).entries, 1);
		}
		assert_eq!(DataAccess::changes(BANK), 0);
		assert_eq!(DataAccess::disclosure_log(BANK), LogHead::default());
	});
}
