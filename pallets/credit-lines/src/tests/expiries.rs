//! Lines that have ended are closed, some in each block.

use super::*;

/// Lets the bank set lines for so many enterprises until a moment.
fn set_until(subjects: impl IntoIterator<Item = AccountId>, until: Moment) {
	for subject in subjects {
		let terms = Terms { until, ..terms(1_000) };
		assert_ok!(CreditLines::set_line(signed(BANK), subject, EURO, terms));
	}
}

/// Lets the hook have no more than for so many expiries.
fn budget(expiries: u64) {
	ExpiryWeight::set(
		<() as WeightInfo>::expire_nothing()
			.saturating_add(<() as WeightInfo>::expire_line().saturating_mul(expiries - 1))
			.saturating_add(CreditLines::expiry_step()),
	);
}

fn expired() -> usize {
	let is_expired =
		|event: &Event<Test>| matches!(event, Event::LineClosed { cause: Closing::Expired, .. });
	events().iter().filter(|event| is_expired(event)).count()
}

#[test]
fn what_has_ended_is_removed_when_its_day_is_over() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		CurrentTime::set(LATER);
		poll();
		// It counts for nothing, but its day is not over.
		assert_eq!(CreditLines::line(BANK, ANNA, EURO), None);
		assert_eq!(expired(), 0);
		assert_eq!(held(BANK), deposit());
		pass(1);
		assert_eq!(events(), [told_closed(Closing::Expired, 0)]);
		assert_eq!((state(), held(BANK)), (None, 0));
		assert!(!Lines::<Test>::contains_key(ANNA));
		// Once.
		pass(1);
		assert_eq!(events(), []);
	});
}

#[test]
fn what_is_drawn_stays_owed() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(400);
		pass(101);
		assert_eq!(events(), [told_closed(Closing::Expired, 400)]);
		assert_eq!((state(), drawn()), (Some(closed(Closing::Expired)), Some(400)));
		assert_eq!((held(BANK), repay(400), held(BANK)), (deposit(), 400, 0));
		assert_eq!(state(), None);
	});
}

#[test]
fn a_suspended_line_ends_too() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		Scores::announce(ANNA, Grade::D, WarningLevel::None);
		events();
		pass(101);
		assert_eq!(events(), [told_closed(Closing::Expired, 0)]);
	});
}

#[test]
fn many_are_spread_over_blocks_within_the_budget() {
	ExtBuilder.build_and_execute(|| {
		set_until(1..=10, NOW + DAY);
		set_until(11..=13, NOW + 2 * DAY);
		events();
		budget(4);
		CurrentTime::set(NOW + 4 * DAY);
		let mut blocks = vec![];
		for block in 0.. {
			// Nobody draws on any of them, closed or not.
			for subject in 1..=13 {
				assert!(draw_on(key_of(BANK, subject, EURO), 1).is_err());
			}
			CreditLines::do_try_state().unwrap();
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
		set_until([ANNA], NOW + 1);
		CurrentTime::set(NOW + DAY);
		events();
		for weight in [Weight::zero(), <() as WeightInfo>::expire_nothing()] {
			ExpiryWeight::set(weight);
			poll();
			assert_eq!(expired(), 0);
		}
		let mut meter = WeightMeter::with_limit(Weight::from_parts(1, 0));
		ExpiryWeight::set(Weight::MAX);
		CreditLines::on_poll(1, &mut meter);
		assert_eq!(meter.consumed(), Weight::zero());
		assert_eq!(expired(), 0);
		poll();
		assert_eq!(expired(), 1);
	});
}

#[test]
fn the_first_line_sets_the_cursor_so_that_no_day_is_passed_for_nothing() {
	ExtBuilder.build_and_execute(|| {
		assert_eq!(poll(), <() as WeightInfo>::expire_nothing());
		assert_eq!(ExpiryCursor::<Test>::get(), None);
		set_until([ANNA], NOW + 5 * DAY);
		assert_eq!(ExpiryCursor::<Test>::get(), Some(TODAY));
		assert_eq!(poll(), <() as WeightInfo>::expire_nothing());
		pass(3);
		assert_eq!(ExpiryCursor::<Test>::get(), Some(TODAY + 3));
		// Set on a later day, it is found all the same.
		set_until([BERT], NOW + 3 * DAY + 1);
		events();
		pass(1);
		assert_eq!(expired(), 1);
		pass(2);
		assert_eq!(expired(), 1);
	});
}

#[test]
fn what_was_closed_before_its_time_is_not_waited_for() {
	ExtBuilder.build_and_execute(|| {
		set(BANK, ANNA);
		set(BANK, BERT);
		assert_eq!(draw(1), Ok(()));
		assert_ok!(CreditLines::withdraw_line(signed(BANK), ANNA, EURO));
		assert_ok!(CreditLines::decline_line(signed(BERT), BANK, EURO));
		assert_eq!(Expiries::<Test>::iter().count(), 0);
		events();
		pass(200);
		assert_eq!(events(), []);
		assert_eq!(state(), Some(closed(Closing::Withdrawn)));
	});
}

#[test]
fn a_long_pause_of_the_chain_is_worked_off() {
	ExtBuilder.build_and_execute(|| {
		set_until([ANNA], NOW + 700 * DAY);
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
