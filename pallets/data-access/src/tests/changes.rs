use super::*;

fn change(account: AccountId, id: GrantId, until: Moment, keys: Option<H256>) -> DispatchResult {
	DataAccess::change_grant(signed(account), id, until, keys)
}

#[test]
fn the_end_and_the_keys_change_at_once() {
	ExtBuilder.build_and_execute(|| {
		let id = grant(ANNA, BANK);
		events();
		assert_ok!(change(ANNAS_OTHER, id, NOW + 5, Some(hash(1))));
		let event = Event::GrantChanged {
			subject: ANNA,
			id,
			account: ANNAS_OTHER,
			until_before: LATER,
			until: NOW + 5,
			keys_before: None,
			keys: Some(hash(1)),
		};
		assert_eq!(events(), [event]);
		let report = DataAccess::grant(id).unwrap();
		assert_eq!((report.since, report.until, report.keys), (NOW, NOW + 5, Some(hash(1))));
		assert_eq!(file(ANNA).changes, 1);
		CurrentTime::set(NOW + 5);
		assert_eq!(DataAccess::grant(id), None);
	});
}

#[test]
fn a_grant_that_was_prolonged_outlives_its_first_end() {
	ExtBuilder.build_and_execute(|| {
		let id = grant_by(ANNA, Terms { until: NOW + DAY, ..terms(BANK) });
		assert_ok!(change(ANNA, id, NOW + 9 * DAY, None));
		pass(5);
		assert_eq!(DataAccess::is_granted(BANK, ANNA, Payment, CreditDecision), Some(id));
		pass(5);
		assert_eq!(stored(id), None);
	});
}

#[test]
fn a_change_within_a_day_leaves_the_queue_as_it_is() {
	ExtBuilder.build_and_execute(|| {
		let id = grant(ANNA, BANK);
		assert_ok!(change(ANNA, id, LATER + 1, None));
		assert_eq!(Expiries::<Test>::iter_keys().collect::<Vec<_>>(), [(day_of(LATER), id)]);
		assert_ok!(change(ANNA, id, LATER + DAY, None));
		assert_eq!(Expiries::<Test>::iter_keys().collect::<Vec<_>>(), [(day_of(LATER) + 1, id)]);
	});
}

#[test]
fn five_years_are_counted_from_the_change() {
	ExtBuilder.build_and_execute(|| {
		let id = grant(ANNA, BANK);
		CurrentTime::set(NOW + DAY);
		let most = NOW + DAY + FIVE_YEARS;
		assert_noop!(change(ANNA, id, most + 1, None), Error::<Test>::GrantTooLong);
		assert_ok!(change(ANNA, id, most, None));
	});
}

#[test]
fn what_is_refused() {
	ExtBuilder.build_and_execute(|| {
		let id = grant_by(ANNA, Terms { keys: Some(hash(1)), ..terms(BANK) });
		assert_noop!(change(ANNA, id + 1, LATER, None), Error::<Test>::UnknownGrant);
		for account in [BERT, BANK, STRANGER] {
			assert_noop!(change(account, id, LATER + 1, None), Error::<Test>::NotSubject);
		}
		assert_noop!(change(ANNA, id, NOW, None), Error::<Test>::EndNotAhead);
		assert_noop!(change(ANNA, id, LATER, Some(hash(1))), Error::<Test>::NothingChanged);
		// What has ended is not brought back to life.
		CurrentTime::set(LATER);
		assert_noop!(change(ANNA, id, LATER + 1, None), Error::<Test>::GrantEnded);
	});
}
