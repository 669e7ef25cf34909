//! Grants that have ended are removed, some in each block.

use super::*;

/// Lets so many subjects grant until a moment.
fn grant_until(subjects: impl IntoIterator<Item = AccountId>, until: Moment) {
	for subject in subjects {
		grant_by(subject, Terms { until, ..terms(BANK) });
	}
}

/// Lets the hook have no more than for so many expiries.
fn budget(expiries: u64) {
	ExpiryWeight::set(
		<() as WeightInfo>::expire_nothing()
			.saturating_add(<() as WeightInfo>::expire_grant().saturating_mul(expiries - 1))
			.saturating_add(DataAccess::expiry_step()),
	);
}

fn expired() -> usize {
	events().iter().filter(|event| matches!(event, Event::GrantExpired { .. })).count()
}

#[test]
fn what_has_ended_is_removed_when_its_day_is_over() {
	ExtBuilder.build_and_execute(|| {
		let id = grant(ANNA, BANK);
		events();
		CurrentTime::set(LATER);
		poll();
		// It counts for nothing, but its day is not over.
		assert_eq!(DataAccess::grant(id), None);
		assert_eq!(expired(), 0);
		assert_eq!(held(ANNA), deposit());
		pass(1);
		let event = Event::GrantExpired { subject: ANNA, id, grantee: BANK, until: LATER };
		assert_eq!(events(), [event]);
		assert_eq!((stored(id), held(ANNA)), (None, 0));
		assert!(!Files::<Test>::contains_key(ANNA));
		// Once.
		pass(1);
		assert_eq!(events(), []);
	});
}

#[test]
fn the_deposit_goes_back_to_who_paid_it() {
	ExtBuilder.build_and_execute(|| {
		assert_ok!(bring(STRANGER, permission(ANNA, terms(BANK))));
		assert_eq!(held(STRANGER), deposit());
		pass(101);
		assert_eq!((held(STRANGER), held(ANNA)), (0, 0));
		assert_eq!(Balances::free_balance(STRANGER), WEALTH);
	});
}

#[test]
fn many_are_spread_over_blocks_within_the_budget() {
	ExtBuilder.build_and_execute(|| {
		grant_until(1..=10, NOW + DAY);
		grant_until(11..=13, NOW + 2 * DAY);
		events();
		budget(4);
		CurrentTime::set(NOW + 4 * DAY);
		let mut blocks = vec![];
		for block in 0.. {
			// All see it at once, removed or not.
			assert!((1..=13).all(|subject| DataAccess::grants(subject).is_empty()));
			DataAccess::do_try_state().unwrap();
			let consumed = poll();
			assert!(consumed.all_lte(ExpiryWeight::get()), "block {block}");
			blocks.push(expired());
			if Expiries::<Test>::iter().count() == 0 {
				break;
			}
			assert!(block < 10);
		}
		assert_eq!(blocks.iter().sum::<usize>(), 13);
		assert!(blocks.len() >= 4, "{blocks:?}");
		assert!(blocks.iter().all(|expired| *expired <= 4), "{blocks:?}");
		poll();
		assert_eq!(ExpiryCursor::<Test>::get(), Some(TODAY + 4));
	});
}

#[test]
fn a_block_without_room_changes_nothing() {
	ExtBuilder.build_and_execute(|| {
		grant_until([ANNA], NOW + 1);
		CurrentTime::set(NOW + DAY);
		events();
		for weight in [Weight::zero(), <() as WeightInfo>::expire_nothing()] {
			ExpiryWeight::set(weight);
			poll();
			assert_eq!(expired(), 0);
		}
		let mut meter = WeightMeter::with_limit(Weight::from_parts(1, 0));
		ExpiryWeight::set(Weight::MAX);
		DataAccess::on_poll(1, &mut meter);
		assert_eq!(meter.consumed(), Weight::zero());
		assert_eq!(expired(), 0);
		poll();
		assert_eq!(expired(), 1);
	});
}

#[test]
fn the_first_grant_sets_the_cursor_so_that_no_day_is_passed_for_nothing() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(poll(), <() as WeightInfo>::expire_nothing());
		assert_eq!(ExpiryCursor::<Test>::get(), None);
		grant_until([ANNA], NOW + 5 * DAY);
		assert_eq!(ExpiryCursor::<Test>::get(), Some(TODAY));
		assert_eq!(poll(), <() as WeightInfo>::expire_nothing());
		pass(3);
		assert_eq!(ExpiryCursor::<Test>::get(), Some(TODAY + 3));
		// Granted on a later day, it is found all the same.
		grant_until([BERT], NOW + 3 * DAY + 1);
		events();
		pass(1);
		assert_eq!(expired(), 1);
		pass(2);
		assert_eq!(expired(), 1);
	});
}

#[test]
fn what_ended_before_its_time_is_not_waited_for() {
	ExtBuilder.build_and_execute(|| {
		for subject in [ANNA, BERT] {
			let id = grant(subject, BANK);
			let done = if subject == ANNA {
				DataAccess::revoke_grant(signed(ANNA), id).map(|_| ()).map_err(|e| e.error)
			} else {
				DataAccess::renounce_grant(signed(BANK), id)
			};
			assert_ok!(done);
		}
		assert_eq!(Expiries::<Test>::iter().count(), 0);
		events();
		pass(200);
		assert_eq!(events(), []);
	});
}

#[test]
fn a_long_pause_of_the_chain_is_worked_off() {
	ExtBuilder.build_and_execute(|| {
		grant_until([ANNA], NOW + 700 * DAY);
		budget(2);
		CurrentTime::set(NOW + 2_000 * DAY);
		events();
		for _ in 0..2_100 {
			poll();
		}
		assert_eq!(expired(), 1);
		assert_eq!(ExpiryCursor::<Test>::get(), Some(TODAY + 2_000));
	});
}
