//! From the state of an earlier release to the present one.

use super::*;
use crate::migrations::v1::{Batched, Map};
use codec::Compact;
use frame::deps::{
	frame_support::{
		migrations::{SteppedMigration, SteppedMigrationError},
		storage::unhashed,
	},
	sp_io,
};
use std::cell::RefCell;

/// The state as version 0 had it: two providers, three pending records, and what was said about
/// subjects.
fn go_back() {
	submit([rating(1), rating(2), by(BERTA, 3)]);
	let (streams, pending) = (streams(), pending());
	for (provider, stream) in streams {
		unhashed::put(&Streams::<Test>::hashed_key_for(provider), &stream.next);
	}
	let _ = Batches::<Test>::clear(u32::MAX, None);
	let _ = Pending::<Test>::clear(u32::MAX, None);
	for (number, record) in (0..).zip(pending) {
		let key = Pending::<Test>::hashed_key_for(day(TODAY) + 91, number);
		unhashed::put(&key, &record);
		QueuedFor::<Test>::insert(day(TODAY) + 91, number + 1);
	}
	unhashed::put(&Streams::<Test>::hashed_key_for(CARRIER), &7u64);
	for map in [Map::Consensuses, Map::OwnShares] {
		for number in 0..20u8 {
			let key = [&map.prefix::<Test>()[..], &[number; 60]].concat();
			unhashed::put(&key, &number);
		}
	}
	StorageVersion::new(0).put::<CreditRecords>();
}

fn streams() -> Vec<(AccountId, Stream)> {
	Streams::<Test>::iter().collect()
}

fn pending() -> Vec<PendingRecord<AccountId>> {
	let due = day(TODAY) + 91;
	(0..QueuedFor::<Test>::get(due)).flat_map(|n| Pending::<Test>::get(due, n).unwrap()).collect()
}

/// Runs the migration with weight for so many entries in each block, and returns how many blocks that
/// took.
fn migrate(entries: u64) -> u32 {
	let mut cursor = None;
	for block in 1..1_000 {
		let limit = <() as WeightInfo>::migrate_entry().saturating_mul(entries);
		let mut meter = WeightMeter::with_limit(limit);
		cursor = Batched::<Test>::step(cursor, &mut meter).unwrap();
		if cursor.is_none() {
			return block;
		}
	}
	panic!("the migration does not end");
}

fn with_old_state(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, BERTA]);
		go_back();
		test();
	});
}

#[test]
fn streams_and_pending_records_stay_what_they_are() {
	let expected = RefCell::new(None);
	for entries in [1_000, 7, 1] {
		with_old_state(|| {
			let blocks = migrate(entries);
			assert_eq!(blocks > 1, entries < 1_000);
			assert_eq!(StorageVersion::get::<CreditRecords>(), 1);
			assert_eq!(CreditRecords::stream(PLATFORM), Stream { next: 3, batches: 0 });
			assert_eq!(CreditRecords::stream(CARRIER), Stream { next: 7, batches: 0 });
			let points = pending().into_iter().map(|record| record.outcome.points());
			assert_eq!(points.collect::<Vec<_>>(), [1, 2, 3]);
			for map in [Map::Consensuses, Map::OwnShares] {
				let prefix = map.prefix::<Test>();
				let next = sp_io::storage::next_key(&prefix);
				assert!(!next.is_some_and(|key| key.starts_with(&prefix)));
			}
			let root = sp_io::storage::root(StateVersion::V1);
			let first = expected.borrow_mut().get_or_insert(root.clone()).clone();
			// However many blocks it took.
			assert_eq!(root, first);
		});
	}
}

#[test]
fn life_goes_on() {
	with_old_state(|| {
		migrate(5);
		submit([rating(4)]);
		assert_eq!(CreditRecords::batch_of(PLATFORM, 2), None);
		assert_eq!(CreditRecords::batch_of(PLATFORM, 3).unwrap().0, 0);
		assert!(CreditRecords::check_proof(&proof(PLATFORM, 3)).is_ok());
		pass(MATURITY_DAYS);
		assert_eq!(CreditRecords::pending(), 0);
	});
}

#[test]
fn nothing_happens_twice_or_to_a_new_chain() {
	with_old_state(|| {
		migrate(1_000);
		let root = sp_io::storage::root(StateVersion::V1);
		assert_eq!(migrate(1_000), 1);
		assert_eq!(sp_io::storage::root(StateVersion::V1), root);
	});
}

#[test]
fn it_asks_for_the_weight_of_an_entry() {
	with_old_state(|| {
		let required = <() as WeightInfo>::migrate_entry();
		let mut meter = WeightMeter::with_limit(required.saturating_div(2));
		assert_eq!(
			Batched::<Test>::step(None, &mut meter),
			Err(SteppedMigrationError::InsufficientWeight { required })
		);
		migrate(1);
	});
}

/// A pending record of before is a list of one in its bytes.
#[test]
fn a_chunk_of_one_is_a_length_and_a_record() {
	let record = PendingRecord {
		source: ALICE,
		subject: SUBJECT,
		indicator: Indicator::Rating,
		outcome: Outcome::BEST,
	};
	let chunk = ChunkOf::<Test>::truncate_from(vec![record.clone()]);
	assert_eq!(chunk.encode(), [Compact(1u32).encode(), record.encode()].concat());
	assert_eq!(chunk.encode()[0], 4);
}

#[cfg(feature = "try-runtime")]
#[test]
fn it_is_checked() {
	with_old_state(|| {
		let state = Batched::<Test>::pre_upgrade().unwrap();
		// Without the migration the check fails,
		assert!(Batched::<Test>::post_upgrade(state.clone()).is_err());
		// with it the check passes,
		migrate(3);
		assert_ok!(Batched::<Test>::post_upgrade(state.clone()));
		// and if a stream were lost it would fail.
		let kept = Streams::<Test>::take(PLATFORM);
		assert!(Batched::<Test>::post_upgrade(state).is_err());
		Streams::<Test>::insert(PLATFORM, kept);
	});
}
