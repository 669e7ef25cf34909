use crate::{mock::*, queue::day, *};
use frame::{deps::frame_support::weights::WeightMeter, testing_prelude::*};
use hanse_credit_model::{AmountClass, DAY, Fixed, Level, Outcome};
use hanse_types::Role;

const ALICE: AccountId = 1;
const BERTA: AccountId = 2;
const CAROL: AccountId = 3;
const SUBJECT: AccountId = 9;

/// What Alice says about the subject's conduct, today.
fn rating(points: u16) -> Record<AccountId> {
	Record {
		source: ALICE,
		subject: SUBJECT,
		indicator: Indicator::Rating,
		outcome: Outcome::new(points).unwrap(),
		level: Level::Counterparty,
		amount: AmountClass::NEUTRAL,
		at: TODAY,
		commitment: [0; 32],
	}
}

fn by(source: AccountId, points: u16) -> Record<AccountId> {
	Record { source, ..rating(points) }
}

fn batch(
	records: impl IntoIterator<Item = Record<AccountId>>,
) -> BoundedVec<Record<AccountId>, ConstU32<16>> {
	records.into_iter().collect::<Vec<_>>().try_into().unwrap()
}

fn register(provider: AccountId, sources: &[AccountId]) {
	let sources = sources.to_vec().try_into().unwrap();
	assert_ok!(CreditRecords::register_sources(RuntimeOrigin::signed(provider), sources));
}

fn submit(records: impl IntoIterator<Item = Record<AccountId>>) {
	let first = Streams::<Test>::get(PLATFORM);
	assert_ok!(CreditRecords::submit_batch(RuntimeOrigin::signed(PLATFORM), first, batch(records)));
}

fn refusal(record: Record<AccountId>) -> Cause {
	let before = Streams::<Test>::get(PLATFORM);
	let call = |records| {
		CreditRecords::submit_batch(RuntimeOrigin::signed(PLATFORM), before, batch(records))
	};
	let error = frame::deps::frame_support::storage::with_storage_layer(|| {
		call(vec![rating(5_000), record])
	})
	.unwrap_err()
	.error;
	let Error::<Test>::RecordRefused { index: 1, cause } = decoded(error) else {
		panic!("another error: {error:?}")
	};
	// The good record before it is not taken either.
	assert_eq!(Streams::<Test>::get(PLATFORM), before);
	cause
}

/// The pallet's error behind a dispatch error.
fn decoded(error: DispatchError) -> Error<Test> {
	let DispatchError::Module(module) = error else { panic!("not of a module: {error:?}") };
	Error::<Test>::decode(&mut &module.error[..]).unwrap()
}

fn credibility(source: AccountId) -> Fixed {
	Sources::<Test>::get(source).unwrap().standing.credibility()
}

fn newcomer() -> Fixed {
	Source::new(&Parameters::default()).credibility()
}

fn poll() -> Weight {
	let mut meter = WeightMeter::new();
	CreditRecords::on_poll(System::block_number(), &mut meter);
	meter.consumed()
}

/// Moves the clock of the block, and lets the hook do what is due.
fn pass(days: u64) {
	BlockTime::mutate(|now| *now += days * DAY);
	poll();
}

/// The pallet's events since they were last asked for.
fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

/// Long enough for any record to be settled.
const MATURITY_DAYS: u64 = 92;

mod register_sources {
	use super::*;

	#[test]
	fn success_makes_newcomers() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE, BERTA]);
			assert_eq!(credibility(ALICE), newcomer());
			let report = CreditRecords::source(BERTA).unwrap();
			assert_eq!((report.provider, report.credibility), (PLATFORM, 799_999));
			let event = Event::SourcesRegistered { provider: PLATFORM, registered: 2, known: 0 };
			assert_eq!(events(), [event]);
		});
	}

	#[test]
	fn success_again_keeps_what_is_known() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE, BERTA]);
			submit([rating(0), by(BERTA, 10_000)]);
			pass(MATURITY_DAYS);
			let judged = credibility(ALICE);
			assert!(judged < newcomer());
			events();
			register(PLATFORM, &[ALICE, CAROL, CAROL]);
			assert_eq!(credibility(ALICE), judged);
			let event = Event::SourcesRegistered { provider: PLATFORM, registered: 1, known: 2 };
			assert_eq!(events(), [event]);
		});
	}

	#[test]
	fn fails_for_the_source_of_another() {
		ExtBuilder::default().build_and_execute(|| {
			register(CARRIER, &[BERTA]);
			assert_noop!(
				CreditRecords::register_sources(
					RuntimeOrigin::signed(PLATFORM),
					vec![ALICE, BERTA].try_into().unwrap()
				),
				Error::<Test>::SourceTaken
			);
			assert_eq!(CreditRecords::source(ALICE), None);
		});
	}

	#[test]
	fn fails_beyond_the_bound() {
		ExtBuilder::default().build_and_execute(|| {
			for first in [1_000, 1_016] {
				register(PLATFORM, &(first..first + 16).collect::<Vec<_>>());
			}
			register(PLATFORM, &(2_000..2_008).collect::<Vec<_>>());
			assert_noop!(
				CreditRecords::register_sources(
					RuntimeOrigin::signed(PLATFORM),
					vec![3_000].try_into().unwrap()
				),
				Error::<Test>::TooManySources
			);
			// What is known already is no further source, and another provider has its own bound.
			register(PLATFORM, &[1_000]);
			register(CARRIER, &[3_000]);
		});
	}

	#[test]
	fn fails_with_nothing() {
		ExtBuilder::default().build_and_execute(|| {
			assert_noop!(
				CreditRecords::register_sources(
					RuntimeOrigin::signed(PLATFORM),
					Default::default()
				),
				Error::<Test>::NothingSubmitted
			);
		});
	}
}

mod submit_batch {
	use super::*;

	#[test]
	fn success_counts_at_once() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE, BERTA]);
			events();
			submit([rating(2_500), by(BERTA, 10_000)]);
			assert_eq!(CreditRecords::next_sequence(PLATFORM), 2);
			assert_eq!(CreditRecords::pending(), 2);
			let risks = vec![Risk(1), Risk(2)].try_into().unwrap();
			let event = Event::RecordsApplied { provider: PLATFORM, first: 0, risks };
			assert_eq!(events(), [event]);

			let told = observed();
			assert_eq!(told.len(), 2);
			let (subject, source, observation, now) = told[0];
			assert_eq!((subject, source, now), (SUBJECT, ALICE, TODAY));
			assert_eq!(observation.outcome.points(), 2_500);
			// Counterparty, from a newcomer, of neutral amount: 0.6 · 0.8².
			assert!(
				observation.weight.distance(Fixed::from_ratio(384, 1_000)) < Fixed::from_bits(9)
			);
			assert_eq!(observation.mass, Fixed::ONE);
		});
	}

	#[test]
	fn success_again_changes_nothing() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			submit([rating(2_500), rating(3_000)]);
			observed();
			events();
			assert_ok!(CreditRecords::submit_batch(
				RuntimeOrigin::signed(PLATFORM),
				0,
				batch([rating(2_500), rating(3_000)])
			));
			let event = Event::AlreadyRecorded { provider: PLATFORM, first: 0, next: 2 };
			assert_eq!(events(), [event]);
			assert_eq!(observed(), []);
			assert_eq!(CreditRecords::pending(), 2);
		});
	}

	#[test]
	fn success_takes_only_what_is_new_of_an_overlap() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			submit([rating(1), rating(2), rating(3)]);
			observed();
			events();
			assert_ok!(CreditRecords::submit_batch(
				RuntimeOrigin::signed(PLATFORM),
				1,
				batch([rating(2), rating(3), rating(4)])
			));
			assert_eq!(CreditRecords::next_sequence(PLATFORM), 4);
			let told = observed();
			assert_eq!(told.len(), 1);
			assert_eq!(told[0].2.outcome.points(), 4);
			assert!(matches!(events()[..], [Event::RecordsApplied { first: 3, .. }]));
		});
	}

	#[test]
	fn success_names_the_place_of_a_refused_record_in_an_overlap() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			submit([rating(1)]);
			let call = CreditRecords::submit_batch(
				RuntimeOrigin::signed(PLATFORM),
				0,
				batch([rating(1), by(BERTA, 1)]),
			);
			let cause = Cause::UnknownSource;
			assert_eq!(
				decoded(call.unwrap_err().error).encode(),
				Error::<Test>::RecordRefused { index: 1, cause }.encode()
			);
		});
	}

	#[test]
	fn success_keeps_streams_apart() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			register(CARRIER, &[CARRIER]);
			submit([rating(1)]);
			let seen = Record {
				source: CARRIER,
				indicator: Indicator::ArrivedIntact,
				level: Level::Source,
				..rating(10_000)
			};
			assert_ok!(CreditRecords::submit_batch(
				RuntimeOrigin::signed(CARRIER),
				0,
				batch([seen])
			));
			assert_eq!(CreditRecords::next_sequence(PLATFORM), 1);
			assert_eq!(CreditRecords::next_sequence(CARRIER), 1);
		});
	}

	#[test]
	fn success_gives_back_the_settlements_not_needed() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE, BERTA]);
			let call = Call::<Test>::submit_batch { first: 0, records: batch([rating(1)]) };
			let charged = call.get_dispatch_info().call_weight;
			let post =
				CreditRecords::submit_batch(RuntimeOrigin::signed(PLATFORM), 0, batch([rating(1)]))
					.unwrap();
			assert_eq!(post.actual_weight, Some(<() as WeightInfo>::submit_batch(1)));
			assert!(charged.any_gt(<() as WeightInfo>::submit_batch(1)));

			// One record is due, and four days are to be passed until then: 92 steps are paid for.
			BlockTime::set(TODAY + MATURITY_DAYS * DAY);
			Cursor::<Test>::mutate(|place| place.day = day(TODAY) + 87);
			let records = batch(core::iter::repeat_n(by(BERTA, 1), 16));
			let call = Call::<Test>::submit_batch { first: 1, records: records.clone() };
			let charged = call.get_dispatch_info().call_weight;
			let post =
				CreditRecords::submit_batch(RuntimeOrigin::signed(PLATFORM), 1, records).unwrap();
			let actual = post.actual_weight.unwrap();
			assert!(actual.any_gt(<() as WeightInfo>::submit_batch(16)));
			assert!(actual.all_lte(charged));
			assert_eq!(CreditRecords::pending(), 16);
		});
	}

	#[test]
	fn fails_on_a_gap() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			submit([rating(1)]);
			for first in [2, u64::MAX] {
				assert_noop!(
					CreditRecords::submit_batch(
						RuntimeOrigin::signed(PLATFORM),
						first,
						batch([rating(1)])
					),
					Error::<Test>::SequenceGap
				);
			}
		});
	}

	#[test]
	fn fails_with_nothing() {
		ExtBuilder::default().build_and_execute(|| {
			assert_noop!(
				CreditRecords::submit_batch(RuntimeOrigin::signed(PLATFORM), 0, Default::default()),
				Error::<Test>::NothingSubmitted
			);
		});
	}

	#[test]
	fn fails_as_a_whole_with_the_cause_of_one() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE, PLATFORM]);
			register(CARRIER, &[CAROL]);
			let good = rating(5_000);
			let decode = |bytes: [u8; 2]| Outcome::decode(&mut &bytes[..]).unwrap();

			for (bad, cause) in [
				(
					Record { indicator: Indicator::ShippedOnTime, ..good.clone() },
					Cause::CategoryNotGranted,
				),
				(Record { indicator: Indicator::Audit, ..good.clone() }, Cause::CategoryNotGranted),
				(by(BERTA, 0), Cause::UnknownSource),
				(by(CAROL, 0), Cause::SourceOfAnother),
				(
					Record { outcome: decode(10_001u16.to_le_bytes()), ..good.clone() },
					Cause::OutcomeOutOfRange,
				),
				(Record { amount: AmountClass(64), ..good.clone() }, Cause::AmountOutOfRange),
				(Record { at: TODAY + 1, ..good.clone() }, Cause::EventInFuture),
				(Record { at: u64::MAX, ..good.clone() }, Cause::EventInFuture),
				(Record { subject: ALICE, ..good.clone() }, Cause::LevelNotOfSource),
				(Record { level: Level::SelfDeclared, ..good.clone() }, Cause::LevelNotOfSource),
				(Record { level: Level::Confirmed, ..good.clone() }, Cause::LevelNotEarned),
				(Record { level: Level::Source, ..good.clone() }, Cause::LevelNotEarned),
				// An authority in shipping perhaps, but not in conduct.
				(
					Record { source: PLATFORM, level: Level::Source, ..good.clone() },
					Cause::LevelNotEarned,
				),
			] {
				assert_eq!(refusal(bad.clone()), cause, "{bad:?}");
			}

			MaxPending::set(1);
			assert_eq!(refusal(good.clone()), Cause::QueueFull);
			submit([good]);
		});
	}

	#[test]
	fn levels_are_earned() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE, PLATFORM]);
			submit([
				Record { subject: ALICE, level: Level::SelfDeclared, ..rating(10_000) },
				Record { source: PLATFORM, level: Level::Confirmed, ..rating(10_000) },
			]);
			register(CARRIER, &[CARRIER]);
			let seen = Record {
				source: CARRIER,
				level: Level::Source,
				indicator: Indicator::DeliveredOnTime,
				..rating(10_000)
			};
			assert_ok!(CreditRecords::submit_record(
				RuntimeOrigin::signed(CARRIER),
				0,
				seen.clone()
			));
			// Without the role that makes it an authority, the carrier is a provider like others.
			Members::set(CARRIER, &[Role::ShippingProvider]);
			assert_noop!(
				CreditRecords::submit_record(RuntimeOrigin::signed(CARRIER), 1, seen),
				Error::<Test>::RecordRefused { index: 0, cause: Cause::LevelNotEarned }
			);
		});
	}
}

mod submit_record {
	use super::*;

	#[test]
	fn success_is_a_batch_of_one() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			events();
			let origin = RuntimeOrigin::signed(PLATFORM);
			assert_ok!(CreditRecords::submit_record(origin.clone(), 0, rating(1)));
			assert_ok!(CreditRecords::submit_record(origin.clone(), 0, rating(1)));
			assert!(matches!(
				events()[..],
				[
					Event::RecordsApplied { first: 0, .. },
					Event::AlreadyRecorded { first: 0, next: 1, .. }
				]
			));
			assert_noop!(
				CreditRecords::submit_record(origin, 2, rating(1)),
				Error::<Test>::SequenceGap
			);
		});
	}
}

mod end_import {
	use super::*;

	#[test]
	fn success_puts_the_clock_right() {
		ExtBuilder::default().importing().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			let past = TODAY - 1_000 * DAY;
			submit([Record { at: past, ..rating(0) }]);
			assert_eq!(CreditRecords::clock(), past);
			events();
			assert_ok!(CreditRecords::end_import(RuntimeOrigin::root()));
			assert_eq!(events(), [Event::ImportEnded { clock: past }]);
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

mod origins {
	use super::*;

	/// Every call with every origin: root, a stranger, a member without the role, providers.
	#[test]
	fn each_call_takes_only_its_own() {
		let calls = || {
			[
				Call::<Test>::register_sources { sources: vec![ALICE].try_into().unwrap() },
				Call::<Test>::submit_record { sequence: 0, record: rating(1) },
				Call::<Test>::submit_batch { first: 0, records: batch([rating(1)]) },
				Call::<Test>::end_import {},
			]
		};
		let provider = Error::<Test>::NotProvider.into();
		let bad = DispatchError::BadOrigin;
		for (origin, expected) in [
			(RuntimeOrigin::none(), [Some(bad), Some(bad), Some(bad), Some(bad)]),
			(RuntimeOrigin::root(), [Some(bad), Some(bad), Some(bad), None]),
			(
				RuntimeOrigin::signed(STRANGER),
				[Some(provider), Some(provider), Some(provider), Some(bad)],
			),
			(
				RuntimeOrigin::signed(AUDITOR),
				[Some(provider), Some(provider), Some(provider), Some(bad)],
			),
			(RuntimeOrigin::signed(PLATFORM), [None, None, None, Some(bad)]),
		] {
			for (call, expected) in calls().into_iter().zip(expected) {
				ExtBuilder::default().importing().build_and_execute(|| {
					if !matches!(call, Call::register_sources { .. }) {
						register(PLATFORM, &[ALICE]);
					}
					let call = RuntimeCall::CreditRecords(call);
					match expected {
						None => {
							assert_ok!(call.dispatch(origin.clone()));
						},
						Some(error) => {
							let root = assert_storage(|| call.clone().dispatch(origin.clone()));
							assert_eq!(root.unwrap_err().error, error);
						},
					}
				});
			}
		}
	}

	/// Runs something that must not change the state.
	fn assert_storage<R>(run: impl FnOnce() -> R) -> R {
		let before = frame::deps::sp_io::storage::root(Default::default());
		let result = run();
		assert_eq!(frame::deps::sp_io::storage::root(Default::default()), before);
		result
	}
}

mod settlement {
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
			assert_eq!(OwnShares::<Test>::iter().count(), 0);
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
				submit([rating(0)]);
				pass(10);
			}
			assert_eq!(credibility(ALICE), newcomer());
			// And a single honest voice is enough to be measured by.
			submit([by(BERTA, 10_000)]);
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
			assert!(told[0].2.weight < told[1].2.weight);
		});
	}

	#[test]
	fn is_bounded_per_block_and_loses_nothing() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE, BERTA]);
			for _ in 0..10 {
				submit([rating(0), by(BERTA, 10_000), rating(0)]);
			}
			let step = <() as WeightInfo>::settle_record().max(<() as WeightInfo>::pass_day());
			let limit = <() as WeightInfo>::settle_nothing().saturating_add(step.saturating_mul(4));
			SettlementWeight::set(limit);
			BlockTime::mutate(|now| *now += MATURITY_DAYS * DAY);
			let mut blocks = 0;
			while CreditRecords::pending() > 0 {
				assert!(poll().all_lte(limit));
				CreditRecords::do_try_state().unwrap();
				blocks += 1;
				assert!(blocks < 100, "settlement stands still");
			}
			// 91 days to pass and 30 records to settle, four at least in each block.
			assert!(blocks >= 10);
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
			// The days between are passed on the way too, two for each record at least.
			for first in [40, 60, 80] {
				submit((first..first + 16).map(|days| at(days, by(BERTA, 10_000))));
			}
			assert!(credibility(ALICE) < newcomer());
			assert_eq!(CreditRecords::clock(), past + 95 * DAY);
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
}

mod invariants {
	use super::*;
	use hanse_credit_model::Consensus;
	use proptest::prelude::*;
	use std::collections::{BTreeMap, VecDeque};

	/// The rules again, in a form that keeps everything and decides nothing by queue or cursor.
	#[derive(Default)]
	struct Reference {
		sources: BTreeMap<AccountId, Source>,
		all: BTreeMap<AccountId, Consensus>,
		own: BTreeMap<(AccountId, AccountId), (Consensus, u32)>,
		queue: VecDeque<(u32, AccountId, AccountId, Outcome)>,
	}

	impl Reference {
		fn apply(&mut self, record: &Record<AccountId>, now: Moment) {
			let parameters = Parameters::default();
			let half_life = parameters.indicator(record.indicator).half_life;
			while self.queue.front().is_some_and(|(due, ..)| *due <= day(now)) {
				let (_, source, subject, outcome) = self.queue.pop_front().unwrap();
				let entry = self.own.get_mut(&(subject, source)).unwrap();
				let own = entry.0;
				entry.1 -= 1;
				if entry.1 == 0 {
					self.own.remove(&(subject, source));
				}
				if let Some(others) = self.all[&subject].without(&own, now, half_life) {
					let standing = self.sources.get_mut(&source).unwrap();
					standing.settle(outcome, others, &parameters);
				}
			}
			let Record { source, subject, outcome, at, .. } = *record;
			let standing = self.sources.entry(source).or_insert(Source::new(&parameters));
			let weight = standing.weigh(record.level, record.amount, &parameters).weight;
			self.all.entry(subject).or_default().add(outcome, weight, at, now, half_life);
			let own = self.own.entry((subject, source)).or_default();
			own.0.add(outcome, weight, at, now, half_life);
			own.1 += 1;
			let due = day(now + parameters.maturity) + 1;
			self.queue.push_back((due, source, subject, outcome));
		}
	}

	proptest! {
		#[test]
		fn the_chain_keeps_to_the_rules(
			history in prop::collection::vec((0u64..5, 10u64..14, 0u16..=10_000, 0u64..30), 1..120),
		) {
			ExtBuilder::default().importing().build_and_execute(|| {
				register(PLATFORM, &[0, 1, 2, 3, 4]);
				let mut reference = Reference::default();
				let mut at = TODAY - 10_000 * DAY;
				let records = history.into_iter().map(|(source, subject, points, days)| {
					at += days * DAY;
					Record { source, subject, at, ..rating(points) }
				});
				let records = records.collect::<Vec<_>>();
				// Few at a time, so that settlement always fits into what they pay for.
				for chunk in records.chunks(16) {
					for record in chunk {
						reference.apply(record, record.at);
					}
					// What the days between cost is not the point here.
					let mut meter = WeightMeter::new();
					let mut queue = crate::queue::Queue::<Test>::open();
					let parameters = Parameters::default();
					queue.settle_due(chunk[0].at, &parameters, &mut meter);
					queue.close();
					for record in chunk {
						Clock::<Test>::put(record.at);
						let mut queue = crate::queue::Queue::<Test>::open();
						queue.settle_due(record.at, &parameters, &mut meter);
						queue.close();
						submit([record.clone()]);
					}
					CreditRecords::do_try_state().unwrap();
				}
				for (source, standing) in reference.sources {
					assert_eq!(Sources::<Test>::get(source).unwrap().standing, standing);
				}
				assert_eq!(CreditRecords::pending() as usize, reference.queue.len());
			});
		}

		#[test]
		fn any_order_of_submissions_and_days_keeps_the_state_whole(
			steps in prop::collection::vec((0u64..5, 10u64..14, 0u64..200, 1usize..16, any::<bool>()), 1..30),
			importing: bool,
		) {
			let builder = ExtBuilder::default();
			let builder = if importing { builder.importing() } else { builder };
			builder.build_and_execute(|| {
				register(PLATFORM, &[0, 1, 2, 3, 4]);
				MaxPending::set(50);
				for (source, subject, days, records, poll_first) in steps {
					if poll_first {
						poll();
					}
					BlockTime::mutate(|now| *now += days * DAY);
					let record = Record { source, subject, at: BlockTime::get() - days, ..rating(1) };
					let records = batch(core::iter::repeat_n(record, records));
					let first = Streams::<Test>::get(PLATFORM);
					let call = Call::<Test>::submit_batch { first, records };
					let _ = RuntimeCall::from(call).dispatch(RuntimeOrigin::signed(PLATFORM));
					CreditRecords::do_try_state().unwrap();
				}
			});
		}
	}

	#[test]
	fn damage_is_noticed() {
		let damaged = |damage: fn()| {
			ExtBuilder::default().build().execute_with(|| {
				register(PLATFORM, &[ALICE]);
				submit([rating(0)]);
				CreditRecords::do_try_state().unwrap();
				damage();
				assert!(CreditRecords::do_try_state().is_err());
			});
		};
		damaged(|| PendingCount::<Test>::put(2));
		damaged(|| QueuedFor::<Test>::insert(0, 1));
		damaged(|| drop(OwnShares::<Test>::clear(10, None)));
		damaged(|| SourceCount::<Test>::insert(PLATFORM, 2));
		damaged(|| Cursor::<Test>::put(Place { day: u32::MAX, number: 0 }));
		damaged(|| {
			Importing::<Test>::put(true);
			Clock::<Test>::put(u64::MAX);
		});
	}
}

mod subjects {
	use super::*;

	#[test]
	fn records_are_kept_under_one_account_whichever_they_name() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			let other = Record { subject: SUBJECT + OTHER_ACCOUNT, ..rating(2_000) };
			submit([rating(8_000), other]);
			let about = observed().into_iter().map(|(subject, ..)| subject).collect::<Vec<_>>();
			assert_eq!(about, [SUBJECT, SUBJECT]);
			assert_eq!(Consensuses::<Test>::iter().count(), 1);
			assert!(OwnShares::<Test>::contains_key((SUBJECT, Indicator::Rating, ALICE)));
		});
	}

	#[test]
	fn another_account_of_the_subject_is_no_counterparty() {
		ExtBuilder::default().build_and_execute(|| {
			let own = SUBJECT + OTHER_ACCOUNT;
			register(PLATFORM, &[ALICE, own]);
			assert_eq!(refusal(by(own, 10_000)), Cause::LevelNotOfSource);
			submit([Record { level: Level::SelfDeclared, ..by(own, 10_000) }]);
		});
	}

	#[test]
	fn orders_are_noted_and_nothing_else() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE, SUBJECT]);
			let order = Record {
				indicator: Indicator::OrderCompleted,
				amount: AmountClass(12),
				..rating(10_000)
			};
			let declared = Record { source: SUBJECT, level: Level::SelfDeclared, ..order.clone() };
			let records = [rating(5_000), declared, order];
			let origin = RuntimeOrigin::signed(PLATFORM);
			let paid = CreditRecords::submit_batch(origin, 0, batch(records)).unwrap();
			assert_eq!(orders(), [(ALICE, SUBJECT, 12)]);
			// The one order is paid for, and no other; and a day on which nothing was due.
			let noted = <Enterprises as TradeActivity<AccountId>>::note_order_weight();
			let batch = <() as WeightInfo>::submit_batch(3);
			let expected = batch.saturating_add(<() as WeightInfo>::pass_day());
			assert_eq!(paid.actual_weight, Some(expected.saturating_add(noted)));
		});
	}
}
