//! What holds whatever happens.

use super::*;
use crate::queue::Queue;
use hanse_credit_model::{Observation, Subject, Voice};
use proptest::prelude::*;
use std::collections::{BTreeMap, VecDeque};

fn mark(source: AccountId) -> u64 {
	u64::from_le_bytes(source.using_encoded(twox_64))
}

/// The rules again, record by record, without batches, caches and chunks.
#[derive(Default)]
struct Model {
	sources: BTreeMap<AccountId, Source>,
	subjects: BTreeMap<AccountId, Subject>,
	queue: VecDeque<(u32, AccountId, AccountId, Outcome)>,
}

impl Model {
	fn settle(&mut self, now: Moment) {
		let parameters = Parameters::default();
		while self.queue.front().is_some_and(|(due, ..)| *due <= day(now)) {
			let (_, source, subject, outcome) = self.queue.pop_front().unwrap();
			let voice = Voice::of(mark(source));
			let others = self.subjects[&subject].others(Indicator::Rating, voice, now, &parameters);
			if let Some(others) = others {
				let standing = self.sources.get_mut(&source).unwrap();
				standing.settle(outcome, others, &parameters);
			}
		}
	}

	/// A record weighs what its source was worth before the batch, so all are weighed first.
	fn apply(&mut self, records: &[Record<AccountId>]) {
		let parameters = Parameters::default();
		for record in records {
			let Record { source, subject, outcome, at, indicator, level, amount, .. } = *record;
			let standing = self.sources.entry(source).or_insert(Source::new(&parameters));
			let weighed = standing.weigh(level, amount, &parameters);
			let observation = Observation {
				indicator,
				outcome,
				level,
				weight: weighed.weight,
				mass: weighed.mass,
				at,
				expires: at + 1_826 * DAY,
			};
			let known = self.subjects.entry(subject).or_default();
			let mark = mark(source);
			known.observe(observation, Voice::of(mark), mark, at, &parameters);
			let due = day(at + parameters.maturity) + 1;
			self.queue.push_back((due, source, subject, outcome));
		}
	}
}

proptest! {
	#[test]
	fn the_chain_keeps_to_the_rules(
		history in prop::collection::vec((0u64..5, 10u64..14, 0u16..=10_000, 0u64..30), 1..120),
		length in 1usize..40,
	) {
		ExtBuilder::default().importing().build_and_execute(|| {
			register(PLATFORM, &[0, 1, 2, 3, 4]);
			let mut model = Model::default();
			let mut at = TODAY - 10_000 * DAY;
			let records = history.into_iter().map(|(source, subject, points, days)| {
				at += days * DAY;
				Record { source, subject, at, ..rating(points) }
			});
			let records = records.collect::<Vec<_>>();
			for records in records.chunks(length) {
				// What the days between cost is not the point here.
				poll();
				model.settle(CreditRecords::clock());
				submit(records.iter().cloned());
				model.apply(records);
				CreditRecords::do_try_state().unwrap();
			}
			for (source, standing) in model.sources {
				assert_eq!(Sources::<Test>::get(source).unwrap().standing, standing);
			}
			for (subject, known) in model.subjects {
				let stored = Score::subject(subject);
				assert!(stored.same_evidence(&known), "{subject}");
			}
			assert_eq!(CreditRecords::pending() as usize, model.queue.len());
		});
	}

	#[test]
	fn any_order_of_submissions_and_days_keeps_the_state_whole(
		steps in prop::collection::vec(
			(0u64..5, 10u64..14, 0u64..200, 1usize..40, any::<bool>(), 0u8..8),
			1..30,
		),
		importing: bool,
		each: bool,
	) {
		let builder = ExtBuilder::default();
		let builder = if importing { builder.importing() } else { builder };
		builder.build_and_execute(|| {
			register(PLATFORM, &[0, 1, 2, 3]);
			MaxPending::set(50);
			let mode = if each { Mode::EachForItself } else { Mode::AllOrNothing };
			for (source, subject, days, records, poll_first, object) in steps {
				if poll_first {
					poll();
				}
				BlockTime::mutate(|now| *now += days * DAY);
				// The fourth source is not registered, and some objects come again.
				let record = |n: usize| Record {
					source: (source + n as u64 / 7) % 5,
					subject: subject + n as u64 % 3,
					at: BlockTime::get() - days,
					reference: Reference([object.saturating_sub(n as u8 % 4); 16]),
					..rating(1)
				};
				let first = CreditRecords::next_sequence(PLATFORM);
				let records = batch((0..records).map(record));
				let call = Call::<Test>::submit_batch { first, mode, records };
				let _ = RuntimeCall::from(call).dispatch(RuntimeOrigin::signed(PLATFORM));
				CreditRecords::do_try_state().unwrap();
				// Whatever counted can be proven, by its number.
				let next = CreditRecords::next_sequence(PLATFORM);
				for (number, batch) in Batches::<Test>::iter_prefix(PLATFORM) {
					let leaves = leaves(PLATFORM, number);
					assert_eq!(leaves.len(), usize::from(batch.leaves));
					if let Some(leaf) = leaves.last() {
						assert!(leaf.sequence < next);
						let proof = proof(PLATFORM, leaf.sequence);
						assert!(CreditRecords::check_proof(&proof).is_ok());
					}
				}
			}
		});
	}

	/// Every record can be taken out of the score and put back to the last bit, raised or not.
	#[test]
	fn what_counts_is_what_the_leaves_say(
		history in prop::collection::vec((0u64..4, 0u16..=10_000, 0u64..40), 1..40),
		raised in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
		taken in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
	) {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[1, 2, 3, 4]);
			let first = BlockTime::get();
			for (source, points, days) in &history {
				BlockTime::mutate(|now| *now += days * DAY);
				let at = BlockTime::get();
				submit([Record { at, ..by(source + 1, *points) }]);
			}
			let parameters = Parameters::default();
			for index in raised {
				let sequence = index.index(history.len()) as u64;
				let proof = proof(PLATFORM, sequence);
				let _ = CreditRecords::confirm_record(RuntimeOrigin::signed(SUBJECT), proof);
			}
			let mut out = std::collections::BTreeSet::new();
			for index in taken {
				let sequence = index.index(history.len()) as u64;
				let origin = RuntimeOrigin::signed(PLATFORM);
				if CreditRecords::withdraw_record(origin, proof(PLATFORM, sequence)).is_ok() {
					out.insert(sequence);
				}
			}

			let mut expected = Subject::default();
			let begin = proof(PLATFORM, 0).applied.placed.counted_at;
			assert!(begin >= first);
			expected.advance(begin, &parameters);
			for sequence in (0..history.len() as u64).filter(|n| !out.contains(n)) {
				let applied = proof(PLATFORM, sequence).applied;
				let observation = CreditRecords::effective(&applied);
				let mark = mark(applied.record.source);
				let voice = Voice::of(mark);
				expected.restore(&observation, voice, mark, applied.placed, &parameters);
			}
			let now = BlockTime::get();
			let mut known = Score::subject(SUBJECT);
			known.advance(now, &parameters);
			expected.advance(now, &parameters);
			assert!(known.same_evidence(&expected));
		});
	}
}

/// A queue that is filled and emptied in any portions settles everything once, in order.
#[test]
fn the_queue_loses_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		MaxPending::set(10_000);
		let mut pushed = 0;
		for days in 0..200 {
			BlockTime::set(TODAY + days * DAY);
			let mut queue = Queue::<Test>::open();
			for _ in 0..days % 45 {
				let record = PendingRecord {
					source: pushed,
					subject: SUBJECT,
					indicator: Indicator::Rating,
					outcome: Outcome::BEST,
				};
				queue.push(record, BlockTime::get(), 90 * DAY);
				pushed += 1;
			}
			queue.close();
			poll();
			CreditRecords::do_try_state().unwrap();
		}
		BlockTime::set(TODAY + 300 * DAY);
		poll();
		assert_eq!(CreditRecords::pending(), 0);
	});
}

#[test]
fn damage_is_noticed() {
	let damaged = |damage: fn()| {
		ExtBuilder::default().build().execute_with(|| {
			register(PLATFORM, &[ALICE]);
			submit([rating(0)]);
			submit([rating(0), rating(1)]);
			let proof = proof(PLATFORM, 0);
			assert_ok!(CreditRecords::confirm_record(RuntimeOrigin::signed(SUBJECT), proof));
			assert_ok!(CreditRecords::set_schema(
				RuntimeOrigin::root(),
				Indicator::Audit,
				CreditRecords::schema(Indicator::Audit).terms
			));
			CreditRecords::do_try_state().unwrap();
			damage();
			assert!(CreditRecords::do_try_state().is_err());
		});
	};
	damaged(|| PendingCount::<Test>::put(2));
	damaged(|| QueuedFor::<Test>::insert(0, 1));
	damaged(|| QueuedFor::<Test>::mutate(day(TODAY) + 91, |chunks| *chunks -= 1));
	damaged(|| Pending::<Test>::insert(day(TODAY) + 91, 2, ChunkOf::<Test>::default()));
	damaged(|| SourceCount::<Test>::insert(PLATFORM, 2));
	damaged(|| Cursor::<Test>::put(Place { day: u32::MAX, number: 0 }));
	damaged(|| {
		Importing::<Test>::put(true);
		Clock::<Test>::put(u64::MAX);
	});
	damaged(|| Batches::<Test>::remove(PLATFORM, 0));
	damaged(|| Batches::<Test>::mutate(PLATFORM, 1, |batch| batch.as_mut().unwrap().first = 2));
	damaged(|| Batches::<Test>::mutate(PLATFORM, 1, |batch| batch.as_mut().unwrap().leaves = 3));
	damaged(|| Batches::<Test>::mutate(PLATFORM, 1, |batch| batch.as_mut().unwrap().block = 9));
	damaged(|| {
		Batches::<Test>::mutate(PLATFORM, 1, |batch| batch.as_mut().unwrap().root = H256::zero());
	});
	damaged(|| Streams::<Test>::mutate(PLATFORM, |stream| stream.next = 4));
	damaged(|| Streams::<Test>::mutate(PLATFORM, |stream| stream.batches = 1));
	damaged(|| {
		Raised::<Test>::mutate(PLATFORM, 0, |raise| {
			raise.as_mut().unwrap().level = Level::Source;
		})
	});
	damaged(|| {
		let raise = Raised::<Test>::take(PLATFORM, 0).unwrap();
		Raised::<Test>::insert(PLATFORM, 9, raise);
	});
	damaged(|| Used::<Test>::insert(PLATFORM, Usage { block: 9, records: 1 }));
	damaged(|| Rules::<Test>::mutate(|rules| rules.reviewers = 2));
	damaged(|| {
		Schemas::<Test>::mutate(Indicator::Audit, |schema| {
			schema.as_mut().unwrap().version = 0;
		})
	});
	damaged(|| {
		Schemas::<Test>::mutate(Indicator::Audit, |schema| {
			schema.as_mut().unwrap().terms.step = 0;
		})
	});
}
