//! Bringing history: the consortium's at first, that of a provider that joins later.

use super::*;

/// A thousand days ago.
const PAST: Moment = TODAY - 1_000 * DAY;

mod end_import {
	use super::*;

	#[test]
	fn success_puts_the_clock_right() {
		ExtBuilder::default().importing().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			submit([Record { at: PAST, ..rating(0) }]);
			assert_eq!(CreditRecords::clock(), PAST);
			events();
			assert_ok!(CreditRecords::end_import(RuntimeOrigin::root()));
			assert_eq!(events(), [Event::ImportEnded { clock: PAST }]);
			assert_eq!(CreditRecords::clock(), TODAY);
			assert!(!CreditRecords::importing());
			// What has come due meanwhile is settled.
			poll();
			assert_eq!(CreditRecords::pending(), 0);
		});
	}

	#[test]
	fn fails_without_an_import() {
		ExtBuilder::default().importing().build_and_execute(|| {
			assert_ok!(CreditRecords::end_import(RuntimeOrigin::root()));
			assert_noop!(
				CreditRecords::end_import(RuntimeOrigin::root()),
				Error::<Test>::NotImporting
			);
		});
	}
}

/// Each record has its own time, which never runs backwards.
#[test]
fn the_clock_follows_the_events() {
	ExtBuilder::default().importing().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		submit([3, 5, 4, 9].map(|days| Record { at: PAST + days * DAY, ..rating(5_000) }));
		let times = observed().into_iter().map(|told| (told.now - PAST) / DAY).collect::<Vec<_>>();
		assert_eq!(times, [3, 5, 5, 9]);
		assert_eq!(CreditRecords::clock(), PAST + 9 * DAY);
		// A record that is refused moves nothing.
		assert_ok!(submit_as(
			PLATFORM,
			Mode::EachForItself,
			[Record { at: PAST + 20 * DAY, ..by(BERTA, 5_000) }]
		));
		assert_eq!(CreditRecords::clock(), PAST + 9 * DAY);
	});
}

/// By its own clock nothing is too old, however long ago it was.
#[test]
fn what_is_old_has_not_expired() {
	ExtBuilder::default().importing().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		let at = TODAY - 5_000 * DAY;
		submit([Record { at, ..rating(0) }]);
		// Unless something newer came first.
		submit([Record { at: at + 1_826 * DAY, ..rating(0) }]);
		assert_eq!(refusal(Record { at, ..rating(0) }), Cause::Expired);
	});
}

#[test]
fn nothing_is_marked_as_imported() {
	ExtBuilder::default().importing().without_bonds().build_and_execute(|| {
		// Not even with a bond of today.
		let origin = RuntimeOrigin::signed(PLATFORM);
		assert_ok!(CreditRecords::post_bond(origin, Category::Behaviour, MINIMUM_BOND));
		register(PLATFORM, &[ALICE]);
		submit([Record { at: PAST, ..rating(0) }]);
		let leaf = leaves(PLATFORM, 0).pop().unwrap();
		assert_eq!((leaf.imported, leaf.record.level), (false, Level::Counterparty));
	});
}

/// The history of a provider that joins a running consortium.
#[test]
fn what_happened_before_the_bond_counts_as_declared() {
	ExtBuilder::default().build_and_execute(|| {
		register(BANK, &[ALICE, BANK]);
		BlockTime::set(TODAY + 10 * DAY);
		let origin = RuntimeOrigin::signed(BANK);
		assert_ok!(CreditRecords::post_bond(origin, Category::Payment, MINIMUM_BOND));
		let paid = |days: u64, level, source| Record {
			source,
			level,
			indicator: Indicator::PaidOnTime,
			reference: Reference([days as u8 + 1; 16]),
			at: TODAY + days * DAY,
			..rating(10_000)
		};
		assert_ok!(submit_as(
			BANK,
			Mode::AllOrNothing,
			[
				paid(8, Level::Source, BANK),
				paid(9, Level::Counterparty, ALICE),
				paid(10, Level::Counterparty, ALICE),
			]
		));
		let leaves = leaves(BANK, 0);
		let marks = leaves.iter().map(|leaf| (leaf.imported, leaf.record.level));
		assert_eq!(
			marks.collect::<Vec<_>>(),
			[
				(true, Level::SelfDeclared),
				(true, Level::SelfDeclared),
				(false, Level::Counterparty)
			]
		);
		assert!(leaves[0].weight == leaves[1].weight && leaves[1].weight < leaves[2].weight);
		// No order is noted on such a word either: see `is_order`.
		let told = observed();
		assert_eq!(told[0].observation.level, Level::SelfDeclared);
		// What it claims it must have earned all the same.
		assert_noop!(
			submit_as(BANK, Mode::AllOrNothing, [paid(7, Level::Source, ALICE)]),
			Error::<Test>::RecordRefused { index: 0, cause: Cause::LevelNotEarned }
		);
	});
}

#[test]
fn neither_quota_nor_window_holds() {
	ExtBuilder::default().importing().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		Rules::<Test>::mutate(|rules| (rules.quota, rules.window) = (1, 1));
		submit([1, 2, 3].map(|days| Record { at: PAST + days * DAY, ..rating(5_000) }));
		assert_eq!(CreditRecords::quota_left(PLATFORM), u32::MAX);
		assert_eq!(Used::<Test>::get(PLATFORM), Usage::default());
	});
}
