//! Sources are judged by what others say.

use super::*;

#[test]
fn waits_for_maturity() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, BERTA]);
		submit([rating(0), by(BERTA, 10_000)]);
		pass(90);
		assert_eq!(CreditRecords::pending(), 2);
		pass(2);
		assert_eq!(CreditRecords::pending(), 0);
		assert_eq!(Pending::<Test>::iter().count(), 0);
		assert_eq!(QueuedFor::<Test>::iter().count(), 1);
		assert_eq!(events().last().unwrap(), &Event::RecordsSettled { settled: 2, pending: 0 });
	});
}

#[test]
fn costs_who_was_wrong_and_rewards_who_was_right() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, BERTA, CAROL]);
		submit([rating(0), by(BERTA, 10_000), by(CAROL, 10_000)]);
		pass(MATURITY_DAYS);
		assert!(credibility(ALICE) < newcomer());
		assert!(credibility(ALICE) < credibility(BERTA));
	});
}

#[test]
fn judges_nobody_without_others() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		submit([rating(0)]);
		pass(MATURITY_DAYS);
		assert_eq!(CreditRecords::pending(), 0);
		assert_eq!(credibility(ALICE), newcomer());
	});
}

/// Saying the same thing often is no agreement with others.
#[test]
fn gives_nothing_for_agreeing_with_oneself() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, BERTA]);
		for _ in 0..30 {
			submit([Record { at: BlockTime::get(), ..rating(0) }]);
			pass(10);
		}
		assert_eq!(credibility(ALICE), newcomer());
		// And a single honest voice is enough to be measured by.
		submit([Record { at: BlockTime::get(), ..by(BERTA, 10_000) }]);
		pass(MATURITY_DAYS);
		assert!(credibility(ALICE) < newcomer());
	});
}

#[test]
fn a_liar_counts_less_from_then_on() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, BERTA, CAROL]);
		for _ in 0..5 {
			submit([rating(0), by(BERTA, 10_000), by(CAROL, 9_000)]);
		}
		pass(MATURITY_DAYS);
		observed();
		submit([rating(0), by(BERTA, 10_000)]);
		let told = observed();
		assert!(told[0].observation.weight < told[1].observation.weight);
	});
}

/// What is due comes first, so that the new records of a source count by what it is known to be.
#[test]
fn happens_before_the_records_that_pay_for_it() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, BERTA]);
		submit([rating(0), by(BERTA, 10_000)]);
		let before = observed()[0].observation.weight;
		BlockTime::mutate(|now| *now += MATURITY_DAYS * DAY);
		Cursor::<Test>::mutate(|place| place.day = day(TODAY) + 91);
		events();
		submit([rating(0)]);
		assert!(observed()[0].observation.weight < before);
		assert!(matches!(
			events()[..],
			[Event::RecordsSettled { settled: 2, pending: 1 }, Event::RecordsApplied { .. }]
		));
	});
}

#[test]
fn is_bounded_per_block_and_loses_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, BERTA]);
		for _ in 0..10 {
			submit([rating(0), by(BERTA, 10_000), rating(0)]);
		}
		submit(core::iter::repeat_n(by(BERTA, 10_000), 40));
		let weights = <() as WeightInfo>::settle_nothing();
		let limit = weights
			.saturating_add(CreditRecords::settlement_weight(2))
			.saturating_add(<() as WeightInfo>::pass_day().saturating_mul(4));
		SettlementWeight::set(limit);
		AgendaWeight::set(Weight::zero());
		BlockTime::mutate(|now| *now += MATURITY_DAYS * DAY);
		let mut blocks = 0;
		while CreditRecords::pending() > 0 {
			assert!(poll().all_lte(limit));
			CreditRecords::do_try_state().unwrap();
			blocks += 1;
			assert!(blocks < 200, "settlement stands still");
		}
		// 91 days to pass and 70 records to settle, a few in each block.
		assert!(blocks >= 20);
		assert_eq!(Pending::<Test>::iter().count(), 0);
	});
}

/// A chunk that does not fit is settled in part, and the rest stays where it is.
#[test]
fn splits_a_chunk() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, BERTA]);
		submit((0..20).map(|n| by([ALICE, BERTA][n % 2], n as u16)));
		let due = day(TODAY) + 91;
		Cursor::<Test>::mutate(|place| place.day = due);
		BlockTime::mutate(|now| *now += MATURITY_DAYS * DAY);
		let limit = <() as WeightInfo>::settle_nothing()
			.saturating_add(CreditRecords::settlement_weight(7));
		SettlementWeight::set(limit);
		let mut polls = 0;
		while CreditRecords::pending() > 0 {
			let before = CreditRecords::pending();
			assert!(poll().all_lte(limit));
			let left = CreditRecords::pending();
			// Seven fit in any case; more if less is known of their subjects than can be.
			assert!(before - left >= before.min(7));
			let chunk = Pending::<Test>::get(due, 0).map_or(0, |chunk| chunk.len());
			assert_eq!(chunk as u32, left);
			CreditRecords::do_try_state().unwrap();
			polls += 1;
		}
		assert!(polls >= 2);
	});
}

#[test]
fn does_nothing_without_weight() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		submit([rating(0)]);
		BlockTime::mutate(|now| *now += MATURITY_DAYS * DAY);
		let mut meter = WeightMeter::with_limit(Weight::zero());
		assert_storage_noop!(CreditRecords::on_poll(1, &mut meter));
		assert_eq!(meter.consumed(), Weight::zero());
	});
}

#[test]
fn happens_on_the_way_during_an_import() {
	ExtBuilder::default().importing().build_and_execute(|| {
		register(PLATFORM, &[ALICE, BERTA]);
		let past = TODAY - 1_000 * DAY;
		let at = |days, record| Record { at: past + days * DAY, ..record };
		submit([at(0, rating(0)), at(1, by(BERTA, 10_000))]);
		assert_eq!(credibility(ALICE), newcomer());
		// The days between are passed on the way too, and what is due by the clock before a batch is
		// settled with it.
		for first in [40, 60, 80, 96, 112] {
			submit((first..first + 16).map(|days| at(days, by(BERTA, 10_000))));
		}
		assert!(credibility(ALICE) < newcomer());
		assert_eq!(CreditRecords::clock(), past + 127 * DAY);
	});
}

#[test]
fn of_late_news_gives_others_their_time() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, BERTA]);
		submit([Record { at: TODAY - 365 * DAY, ..rating(0) }]);
		pass(80);
		assert_eq!(CreditRecords::pending(), 1);
	});
}

/// A place that is settled stays behind the cursor when the queue has run empty on the same day.
#[test]
fn an_empty_queue_does_not_go_back() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		submit([rating(0)]);
		BlockTime::set(TODAY + 91 * DAY);
		Cursor::<Test>::put(Place { day: day(TODAY) + 91, number: 0 });
		// Settled at the beginning of the day, and something new is queued later on it.
		submit([Record { at: BlockTime::get(), ..rating(0) }]);
		assert_eq!(CreditRecords::pending(), 1);
		assert_eq!(CreditRecords::record_status(PLATFORM, 0).unwrap().stage, Stage::Applied);
		assert_eq!(CreditRecords::record_status(PLATFORM, 1).unwrap().stage, Stage::Private);
	});
}
