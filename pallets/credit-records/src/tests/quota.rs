//! How much a provider may submit in one block.

use super::*;

fn with_quota(quota: u32, test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		Rules::<Test>::mutate(|rules| rules.quota = quota);
		test();
	});
}

fn ratings(count: usize) -> impl Iterator<Item = Record<AccountId>> {
	core::iter::repeat_n(rating(5_000), count)
}

#[test]
fn success_up_to_the_quota_of_each_block() {
	with_quota(5, || {
		assert_eq!(CreditRecords::quota_left(PLATFORM), 5);
		submit(ratings(2));
		submit(ratings(3));
		assert_eq!(CreditRecords::quota_left(PLATFORM), 0);
		assert_noop!(
			submit_as(PLATFORM, Mode::AllOrNothing, ratings(1)),
			Error::<Test>::QuotaExceeded
		);
		System::set_block_number(2);
		assert_eq!(CreditRecords::quota_left(PLATFORM), 5);
		submit(ratings(5));
	});
}

#[test]
fn refused_records_use_it_up_and_known_ones_do_not() {
	with_quota(5, || {
		assert_ok!(submit_as(PLATFORM, Mode::EachForItself, [by(BERTA, 1), rating(2)]));
		assert_eq!(CreditRecords::quota_left(PLATFORM), 3);
		assert_ok!(submit_at(PLATFORM, 0, Mode::AllOrNothing, ratings(2)));
		assert_eq!(CreditRecords::quota_left(PLATFORM), 3);
		assert_ok!(submit_at(PLATFORM, 0, Mode::AllOrNothing, ratings(5)));
		assert_eq!(CreditRecords::quota_left(PLATFORM), 0);
	});
}

#[test]
fn fails_for_more_than_is_left() {
	with_quota(5, || {
		submit(ratings(3));
		assert_noop!(
			submit_as(PLATFORM, Mode::AllOrNothing, ratings(3)),
			Error::<Test>::QuotaExceeded
		);
		submit(ratings(2));
	});
}

#[test]
fn providers_have_their_own() {
	with_quota(1, || {
		register(CARRIER, &[CARRIER]);
		submit(ratings(1));
		assert_eq!(CreditRecords::quota_left(CARRIER), 1);
	});
}

#[test]
fn during_an_import_only_failures_use_it_up() {
	ExtBuilder::default().importing().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		Rules::<Test>::mutate(|rules| rules.quota = 5);
		let free = |records: usize| {
			let origin = RuntimeOrigin::signed(PLATFORM);
			let first = CreditRecords::next_sequence(PLATFORM);
			let records = ratings(records).collect::<Vec<_>>();
			CreditRecords::may_submit_free(&origin, first, &records)
		};
		submit(ratings(7));
		assert_eq!(CreditRecords::quota_left(PLATFORM), u32::MAX);
		assert!(free(7));

		CreditRecords::book_on_quota(&PLATFORM, 2);
		assert_eq!(CreditRecords::quota_left(PLATFORM), 3);
		assert_eq!(CreditRecords::quota_left(CARRIER), u32::MAX);
		assert!(free(3) && !free(4));
		// Whoever pays may submit as much as before, and what succeeds is not counted now either.
		submit(ratings(7));
		assert_eq!(CreditRecords::quota_left(PLATFORM), 3);

		CreditRecords::book_on_quota(&PLATFORM, 7);
		assert_eq!(CreditRecords::quota_left(PLATFORM), 0);
		assert!(!free(1));
		System::set_block_number(2);
		assert_eq!(CreditRecords::quota_left(PLATFORM), u32::MAX);
		assert!(free(7));
	});
}

mod may_submit_free {
	use super::*;

	fn free(provider: AccountId, first: u64, records: &[Record<AccountId>]) -> bool {
		CreditRecords::may_submit_free(&RuntimeOrigin::signed(provider), first, records)
	}

	#[test]
	fn success_for_what_is_new_and_within_the_quota() {
		with_quota(5, || {
			let records = ratings(3).collect::<Vec<_>>();
			assert!(free(PLATFORM, 0, &records));
			submit(ratings(3));
			// Two are left, and only what is new counts.
			assert!(!free(PLATFORM, 3, &records));
			assert!(free(PLATFORM, 1, &records));
			assert!(free(PLATFORM, 3, &records[..2]));
			// What comes after others that wait in the pool counts as a whole.
			assert!(free(PLATFORM, 9, &records[..2]));
			// What is known already does not come for nothing, nor does nothing.
			assert!(!free(PLATFORM, 0, &records));
			assert!(!free(PLATFORM, 3, &[]));
		});
	}

	#[test]
	fn fails_for_others_than_bonded_providers() {
		with_quota(5, || {
			assert!(!free(STRANGER, 0, &[rating(1)]));
			assert!(!free(AUDITOR, 0, &[rating(1)]));
			assert!(!CreditRecords::may_submit_free(&RuntimeOrigin::root(), 0, &[rating(1)]));
			assert!(!CreditRecords::may_submit_free(&RuntimeOrigin::none(), 0, &[rating(1)]));
			// The bond is needed for each category.
			let shipped = Record { indicator: Indicator::ShippedOnTime, ..rating(0) };
			assert!(!free(PLATFORM, 0, &[rating(1), shipped.clone()]));
			assert!(free(CARRIER, 0, std::slice::from_ref(&shipped)));
			let origin = RuntimeOrigin::signed(CARRIER);
			assert_ok!(CreditRecords::release_bond(origin, Category::Shipping));
			assert!(!free(CARRIER, 0, &[shipped]));
		});
	}
}
