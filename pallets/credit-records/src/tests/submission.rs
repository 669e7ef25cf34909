//! From what a provider sends to what counts.

use super::*;
use crate::submission::USUAL_EXTENT;
use hanse_credit_model::{Risk, Subject};

fn again(first: u64, records: impl IntoIterator<Item = Record<AccountId>>) {
	assert_ok!(submit_at(PLATFORM, first, Mode::AllOrNothing, records));
}

#[test]
fn success_counts_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, BERTA]);
		events();
		submit([rating(2_500), by(BERTA, 10_000)]);
		assert_eq!(CreditRecords::stream(PLATFORM), Stream { next: 2, batches: 1 });
		assert_eq!(CreditRecords::pending(), 2);

		let told = observed();
		assert_eq!(told.len(), 2);
		let Told { subject, source, observation, now, .. } = told[0].clone();
		assert_eq!((subject, source, now), (SUBJECT, ALICE, TODAY));
		assert_eq!(observation.outcome.points(), 2_500);
		assert_eq!(observation.expires, TODAY + 1_826 * DAY);
		// Counterparty, from a newcomer, of neutral amount: 0.6 · 0.8².
		assert!(observation.weight.distance(Fixed::from_ratio(384, 1_000)) < Fixed::from_bits(9));
		assert_eq!(observation.mass, Fixed::ONE);

		let risks = told.iter().map(|told| told.counted.unwrap().risk).collect::<Vec<_>>();
		assert_eq!(risks[0], Risk(1_250));
		assert!(risks[1] > risks[0]);
		let event = Event::RecordsApplied {
			provider: PLATFORM,
			first: 0,
			batch: 0,
			risks: risks.try_into().unwrap(),
			refused: Default::default(),
			root: CreditRecords::batch(PLATFORM, 0).unwrap().root,
		};
		assert_eq!(events(), [event]);
	});
}

/// Whatever the order of a batch, the score looks a subject up once, and hears of it in order.
#[test]
fn success_tells_the_score_by_subject() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, BERTA]);
		let about = |subject, points| Record { subject, ..rating(points) };
		submit([about(8, 1), about(7, 2), about(8, 3), about(7, 4), about(8, 5)]);
		assert_eq!(looked_up(), 2);
		let told = observed();
		let told = told.iter().map(|told| (told.subject, told.observation.outcome.points()));
		assert_eq!(told.collect::<Vec<_>>(), [(7, 2), (7, 4), (8, 1), (8, 3), (8, 5)]);
		// The leaves and the risks are in the order of the batch.
		let leaves = leaves(PLATFORM, 0);
		let points = leaves.iter().map(|leaf| leaf.record.outcome.points()).collect::<Vec<_>>();
		assert_eq!(points, [1, 2, 3, 4, 5]);
		let Event::RecordsApplied { risks, .. } = events().pop().unwrap() else { panic!() };
		assert_eq!((risks[0], risks[1]), (Risk(1_250), Risk(1_250)));
		assert!(risks[2] > Risk(1_250) && risks[3] > Risk(1_250) && risks[4] > risks[2]);
	});
}

#[test]
fn success_again_changes_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		submit([rating(2_500), rating(3_000)]);
		observed();
		events();
		again(0, [rating(2_500), rating(3_000)]);
		let event = Event::AlreadyRecorded { provider: PLATFORM, first: 0, next: 2 };
		assert_eq!(events(), [event]);
		assert_eq!(observed(), []);
		assert_eq!(CreditRecords::stream(PLATFORM), Stream { next: 2, batches: 1 });
	});
}

#[test]
fn success_takes_only_what_is_new_of_an_overlap() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		submit([rating(1), rating(2), rating(3)]);
		observed();
		events();
		again(1, [rating(2), rating(3), rating(4)]);
		assert_eq!(CreditRecords::stream(PLATFORM), Stream { next: 4, batches: 2 });
		let told = observed();
		assert_eq!(told.len(), 1);
		assert_eq!(told[0].observation.outcome.points(), 4);
		assert!(matches!(events()[..], [Event::RecordsApplied { first: 3, batch: 1, .. }]));
	});
}

#[test]
fn success_keeps_streams_apart() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		register(CARRIER, &[CARRIER]);
		submit([rating(1)]);
		assert_ok!(submit_as(CARRIER, Mode::AllOrNothing, [seen()]));
		assert_eq!(CreditRecords::next_sequence(PLATFORM), 1);
		assert_eq!(CreditRecords::next_sequence(CARRIER), 1);
	});
}

/// What the carrier saw itself.
fn seen() -> Record<AccountId> {
	Record {
		source: CARRIER,
		indicator: Indicator::ArrivedIntact,
		level: Level::Source,
		reference: Reference([1; 16]),
		..rating(10_000)
	}
}

#[test]
fn success_gives_back_what_is_not_needed() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, BERTA]);
		let mode = Mode::AllOrNothing;
		let call = Call::<Test>::submit_batch { first: 0, mode, records: batch([rating(1)]) };
		let charged = call.get_dispatch_info().call_weight;
		let post = submit_as(PLATFORM, mode, [rating(1)]).unwrap();
		let used = <() as WeightInfo>::submit_record().saturating_add(looked_at(1));
		assert_eq!(post.actual_weight, Some(used));
		assert!(charged.any_gt(<() as WeightInfo>::submit_record()));

		// One record is due, and four days are to be passed until then: 32 settlements are paid for.
		BlockTime::set(TODAY + MATURITY_DAYS * DAY);
		Cursor::<Test>::mutate(|place| place.day = day(TODAY) + 87);
		let records = batch(core::iter::repeat_n(by(BERTA, 1), 16));
		let call = Call::<Test>::submit_batch { first: 1, mode, records: records.clone() };
		let charged = call.get_dispatch_info().call_weight;
		let post = submit_as(PLATFORM, mode, records).unwrap();
		let actual = post.actual_weight.unwrap();
		assert!(actual.any_gt(<() as WeightInfo>::submit_batch(16)));
		assert!(actual.all_lte(charged));
		assert_eq!(CreditRecords::pending(), 16);
	});
}

/// Subjects and sources are paid for once each.
#[test]
fn success_charges_for_what_has_to_be_looked_up() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, BERTA, CAROL]);
		let about = |subject, source| Record { subject, ..by(source, 5_000) };
		let records = [about(6, ALICE), about(7, BERTA), about(7, CAROL), about(6, ALICE)];
		let call = Call::<Test>::submit_batch {
			first: 0,
			mode: Mode::AllOrNothing,
			records: batch(records.clone()),
		};
		type Weights = ();
		let counted = |known: [u32; 2]| {
			let weight = <Weights as WeightInfo>::submit_batch(4)
				.saturating_add(<Weights as WeightInfo>::count_subjects(2, known.iter().sum()))
				.saturating_add(<Weights as WeightInfo>::count_sources(2));
			// Two records about each.
			known.into_iter().fold(weight, |weight, extent| {
				weight.saturating_add(Score::following_weight(2, extent))
			})
		};
		let settled = CreditRecords::settlement_weight(8);
		// Of one all may be known, and of both together no more than that and what is usual.
		let most = counted([Subject::MAX_EXTENT, USUAL_EXTENT]).saturating_add(settled);
		assert_eq!(call.get_dispatch_info().call_weight, most);
		let post = submit_as(PLATFORM, Mode::AllOrNothing, records).unwrap();
		let known = [6, 7].map(|subject| Score::subject(subject).extent());
		// One pile of one voice, and one of two.
		assert_eq!(known, [6, 7]);
		assert_eq!(post.actual_weight, Some(counted(known)));
	});
}

/// What the block has written is written again for nothing.
#[test]
fn success_gives_back_what_the_database_has_done_already() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		let about = |subject| Record { subject, ..rating(5_000) };
		let paid = |records: [Record<AccountId>; 2]| {
			submit_as(PLATFORM, Mode::AllOrNothing, records).unwrap().actual_weight.unwrap()
		};
		// Those before it come to the day and go past it.
		paid([about(6), about(7)]);
		paid([about(6), about(7)]);
		let first = paid([about(6), about(7)]);
		// A voice that is there already adds nothing to look at.
		assert_eq!(paid([about(6), about(7)]), first);
		Score::set_again();
		let again = Score::again_weight().saturating_mul(2);
		assert_eq!(paid([about(6), about(7)]).saturating_add(again), first);
	});
}

mod too_heavy {
	use super::*;

	const FULL: [AccountId; 4] = [11, 12, 13, 14];

	fn about(subject: AccountId) -> Record<AccountId> {
		Record { subject, ..rating(5_000) }
	}

	fn scene() {
		register(PLATFORM, &[ALICE]);
		FULL.into_iter().for_each(Score::fill);
	}

	#[test]
	fn fails_as_a_whole_where_all_must_count() {
		ExtBuilder::default().build_and_execute(|| {
			scene();
			let [one, other, ..] = FULL;
			assert_noop!(
				submit_as(PLATFORM, Mode::AllOrNothing, [about(other), about(5), about(one)]),
				Error::<Test>::RecordRefused { index: 0, cause: Cause::TooHeavy }
			);
		});
	}

	#[test]
	fn what_fits_counts_and_the_rest_is_named() {
		ExtBuilder::default().build_and_execute(|| {
			scene();
			let records =
				[about(FULL[2]), about(5), about(FULL[0]), about(FULL[1]), about(FULL[0])];
			let mode = Mode::EachForItself;
			let call =
				Call::<Test>::submit_batch { first: 0, mode, records: batch(records.clone()) };
			let charged = call.get_dispatch_info().call_weight;
			let paid = submit_as(PLATFORM, mode, records).unwrap().actual_weight.unwrap();
			assert!(paid.all_lte(charged));
			let Event::RecordsApplied { risks, refused, .. } = events().pop().unwrap() else {
				panic!()
			};
			// As much as is usual four times, and of one as much as can be: that is two that are full,
			// the one about whom there are two records among them.
			assert_eq!(risks.len(), 4);
			assert_eq!(refused.to_vec(), [Refusal { index: 0, cause: Cause::TooHeavy }]);
			assert_eq!(CreditRecords::pending(), 4);
			assert_eq!(looked_up(), 3);
			// It may be told again.
			submit([about(FULL[2])]);
		});
	}

	#[test]
	fn one_record_always_finds_room() {
		ExtBuilder::default().build_and_execute(|| {
			scene();
			for subject in FULL {
				submit([about(subject)]);
			}
			submit([about(FULL[0]), about(FULL[0]), about(FULL[0])]);
		});
	}
}

#[test]
fn success_writes_chunks_of_the_queue() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		submit((0..70).map(|n| Record { subject: n % 5 + 4, ..rating(5_000) }));
		let due = day(TODAY) + 91;
		assert_eq!(QueuedFor::<Test>::get(due), 3);
		let lengths = (0..3).map(|chunk| Pending::<Test>::get(due, chunk).unwrap().len());
		assert_eq!(lengths.collect::<Vec<_>>(), [32, 32, 6]);
		assert_eq!(CreditRecords::batch(PLATFORM, 0).unwrap().due, Place { day: due, number: 2 });
		// Nobody reads the chunk of another batch to fill it.
		submit([rating(5_000)]);
		assert_eq!(QueuedFor::<Test>::get(due), 4);
	});
}

#[test]
fn success_of_each_for_itself_leaves_the_others_out() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		submit([rating(1)]);
		events();
		let future = Record { at: TODAY + 1, ..rating(3) };
		let records = [rating(2), by(BERTA, 2), rating(4), future, rating(5)];
		assert_ok!(submit_as(PLATFORM, Mode::EachForItself, records));
		let Event::RecordsApplied { first, batch, risks, refused, .. } = events().pop().unwrap()
		else {
			panic!()
		};
		assert_eq!((first, batch, risks.len()), (1, 1, 3));
		assert_eq!(
			refused.to_vec(),
			[
				Refusal { index: 1, cause: Cause::UnknownSource },
				Refusal { index: 3, cause: Cause::EventInFuture },
			]
		);
		// They used up their numbers, and have no leaf.
		assert_eq!(CreditRecords::next_sequence(PLATFORM), 6);
		assert_eq!(CreditRecords::pending(), 4);
		let numbers = leaves(PLATFORM, 1).iter().map(|leaf| leaf.sequence).collect::<Vec<_>>();
		assert_eq!(numbers, [1, 3, 5]);
		let stored = CreditRecords::batch(PLATFORM, 1).unwrap();
		assert_eq!((stored.first, stored.records, stored.leaves), (1, 5, 3));
	});
}

#[test]
fn success_of_each_for_itself_with_none_that_counts() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		assert_ok!(submit_as(PLATFORM, Mode::EachForItself, [by(BERTA, 1), by(CAROL, 1)]));
		let stored = CreditRecords::batch(PLATFORM, 0).unwrap();
		assert_eq!((stored.records, stored.leaves, stored.root), (2, 0, H256::zero()));
		let Event::RecordsApplied { root, .. } = events().pop().unwrap() else { panic!() };
		assert_eq!(root, H256::zero());
		assert_eq!(CreditRecords::next_sequence(PLATFORM), 2);
		assert_eq!(CreditRecords::record_status(PLATFORM, 1), None);
		submit([rating(1)]);
	});
}

#[test]
fn success_of_each_for_itself_with_an_overlap() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		submit([rating(1)]);
		events();
		assert_ok!(submit_at(
			PLATFORM,
			0,
			Mode::EachForItself,
			[rating(1), by(BERTA, 2), rating(3)]
		));
		let Event::RecordsApplied { first, refused, .. } = events().pop().unwrap() else {
			panic!()
		};
		// The place counts from the first new one.
		assert_eq!((first, refused[0].index), (1, 0));
	});
}

mod told_before {
	use super::*;

	fn about(object: u8, points: u16) -> Record<AccountId> {
		Record { reference: Reference([object; 16]), ..rating(points) }
	}

	#[test]
	fn fails_in_another_batch_and_in_the_same() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			submit([about(1, 5_000)]);
			assert_eq!(refusal(about(1, 5_000)), Cause::ToldBefore);
			// Another outcome is no other thing.
			assert_eq!(refusal(about(1, 0)), Cause::ToldBefore);
			assert_noop!(
				submit_as(PLATFORM, Mode::AllOrNothing, [about(2, 1), about(3, 1), about(2, 1)]),
				Error::<Test>::RecordRefused { index: 2, cause: Cause::ToldBefore }
			);
			submit([about(2, 1)]);
		});
	}

	#[test]
	fn success_for_another_source_indicator_or_object_and_without_one() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE, BERTA]);
			let complaint = Record { indicator: Indicator::ComplaintAnswered, ..about(1, 10_000) };
			submit([about(1, 1), Record { source: BERTA, ..about(1, 1) }, complaint, about(2, 1)]);
			submit([rating(1), rating(1)]);
			submit([rating(1), rating(1)]);
		});
	}

	#[test]
	fn each_for_itself_names_it_and_goes_on() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			let records = [about(1, 1), about(1, 2), by(BERTA, 1), about(2, 1), about(1, 3)];
			assert_ok!(submit_as(PLATFORM, Mode::EachForItself, records));
			let Event::RecordsApplied { risks, refused, .. } = events().pop().unwrap() else {
				panic!()
			};
			assert_eq!(risks.len(), 2);
			assert_eq!(
				refused.to_vec(),
				[
					Refusal { index: 1, cause: Cause::ToldBefore },
					Refusal { index: 2, cause: Cause::UnknownSource },
					Refusal { index: 4, cause: Cause::ToldBefore },
				]
			);
			assert_eq!(leaves(PLATFORM, 0).len(), 2);
			assert_eq!(CreditRecords::pending(), 2);
		});
	}

	#[test]
	fn what_failed_was_not_told() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			assert_noop!(
				submit_as(PLATFORM, Mode::AllOrNothing, [about(1, 1), about(1, 1)]),
				Error::<Test>::RecordRefused { index: 1, cause: Cause::ToldBefore }
			);
			submit([about(1, 1)]);
		});
	}
}

#[test]
fn fails_on_a_gap() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		submit([rating(1)]);
		for first in [2, u64::MAX] {
			assert_noop!(
				submit_at(PLATFORM, first, Mode::EachForItself, [rating(1)]),
				Error::<Test>::SequenceGap
			);
		}
	});
}

#[test]
fn fails_with_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(submit_as(PLATFORM, Mode::EachForItself, []), Error::<Test>::NothingSubmitted);
	});
}

#[test]
fn fails_with_the_place_in_an_overlap() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		submit([rating(1)]);
		assert_noop!(
			submit_at(PLATFORM, 0, Mode::AllOrNothing, [rating(1), by(BERTA, 1)]),
			Error::<Test>::RecordRefused { index: 1, cause: Cause::UnknownSource }
		);
	});
}

#[test]
fn fails_as_a_whole_with_the_cause_of_one() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, PLATFORM]);
		register(CARRIER, &[CAROL]);
		let good = rating(5_000);
		let decode = |points: u16| Outcome::decode(&mut &points.to_le_bytes()[..]).unwrap();
		let paid = Record {
			indicator: Indicator::PaidOnTime,
			reference: Reference([1; 16]),
			..rating(10_000)
		};

		for (bad, cause) in [
			(
				Record { indicator: Indicator::ShippedOnTime, ..good.clone() },
				Cause::CategoryNotGranted,
			),
			(Record { indicator: Indicator::Audit, ..good.clone() }, Cause::CategoryNotGranted),
			(by(BERTA, 0), Cause::UnknownSource),
			(by(CAROL, 0), Cause::SourceOfAnother),
			(Record { outcome: decode(10_001), ..good.clone() }, Cause::OutcomeOutOfRange),
			(Record { amount: AmountClass(64), ..good.clone() }, Cause::AmountOutOfRange),
			(Record { at: TODAY + 1, ..good.clone() }, Cause::EventInFuture),
			(Record { at: u64::MAX, ..good.clone() }, Cause::EventInFuture),
			(Record { subject: ALICE, ..good.clone() }, Cause::LevelNotOfSource),
			(Record { level: Level::SelfDeclared, ..good.clone() }, Cause::LevelNotOfSource),
			(Record { level: Level::Confirmed, ..good.clone() }, Cause::LevelNotEarned),
			// A rating is nobody's with authority.
			(
				Record { source: PLATFORM, level: Level::Source, ..good.clone() },
				Cause::LevelNotAllowed,
			),
			// An authority in payments is a bank.
			(
				Record { source: PLATFORM, level: Level::Source, ..paid.clone() },
				Cause::LevelNotEarned,
			),
			(Record { level: Level::Source, ..paid.clone() }, Cause::LevelNotEarned),
			(Record { outcome: decode(9_950), ..paid.clone() }, Cause::OutcomeOffScale),
			(Record { reference: Reference::NONE, ..paid.clone() }, Cause::ReferenceMissing),
			(Record { at: TODAY - 1_826 * DAY, ..good.clone() }, Cause::Expired),
		] {
			assert_eq!(refusal(bad.clone()), cause, "{bad:?}");
		}

		MaxPending::set(1);
		assert_eq!(refusal(good.clone()), Cause::QueueFull);
		submit([good]);
	});
}

#[test]
fn fails_without_a_bond_for_the_category() {
	ExtBuilder::default().build_and_execute(|| {
		Members::set(BANK, &[Role::PaymentProvider, Role::Bank]);
		register(BANK, &[BANK]);
		let paid = Record {
			source: BANK,
			indicator: Indicator::PaidOnTime,
			level: Level::Source,
			reference: Reference([1; 16]),
			..rating(10_000)
		};
		let refused = Error::<Test>::RecordRefused { index: 0, cause: Cause::BondMissing };
		assert_noop!(submit_as(BANK, Mode::AllOrNothing, [paid.clone()]), refused);
		// One that is too small.
		let origin = RuntimeOrigin::signed(BANK);
		assert_ok!(CreditRecords::post_bond(origin.clone(), Category::Payment, MINIMUM_BOND - 1));
		let refused = Error::<Test>::RecordRefused { index: 0, cause: Cause::BondMissing };
		assert_noop!(submit_as(BANK, Mode::AllOrNothing, [paid.clone()]), refused);
		assert_ok!(CreditRecords::post_bond(origin.clone(), Category::Payment, 1));
		assert_ok!(submit_as(BANK, Mode::AllOrNothing, [paid.clone()]));
		// And one that is about to leave.
		assert_ok!(CreditRecords::release_bond(origin, Category::Payment));
		let other = Record { reference: Reference([2; 16]), ..paid };
		let refused = Error::<Test>::RecordRefused { index: 0, cause: Cause::BondMissing };
		assert_noop!(submit_as(BANK, Mode::AllOrNothing, [other]), refused);
	});
}

/// A consortium may ask for none.
#[test]
fn success_without_a_bond_where_none_is_asked_for() {
	ExtBuilder::default().without_bonds().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		assert_eq!(refusal_of_first(), Cause::BondMissing);
		Rules::<Test>::mutate(|rules| rules.minimum_bond = 0);
		submit([rating(1)]);
		assert!(!leaves(PLATFORM, 0)[0].imported);
	});
}

fn refusal_of_first() -> Cause {
	let error = submit_as(PLATFORM, Mode::AllOrNothing, [rating(1)]).unwrap_err().error;
	let Error::<Test>::RecordRefused { index: 0, cause } = decoded(error) else { panic!() };
	cause
}

#[test]
fn levels_are_earned() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, PLATFORM]);
		let order = Record {
			indicator: Indicator::OrderCompleted,
			reference: Reference([1; 16]),
			..rating(10_000)
		};
		submit([
			Record { subject: ALICE, level: Level::SelfDeclared, ..order.clone() },
			Record { source: PLATFORM, level: Level::Confirmed, ..order },
			Record { source: PLATFORM, level: Level::Confirmed, ..rating(10_000) },
		]);
		register(CARRIER, &[CARRIER]);
		let seen = |object| Record { reference: Reference([object; 16]), ..seen() };
		assert_ok!(submit_one(CARRIER, 0, seen(1)));
		// Without the role that makes it an authority, the carrier is a provider like others.
		Members::set(CARRIER, &[Role::ShippingProvider]);
		assert_noop!(
			submit_one(CARRIER, 1, seen(2)),
			Error::<Test>::RecordRefused { index: 0, cause: Cause::LevelNotEarned }
		);
	});
}

/// The schema says who may report in its own name.
#[test]
fn reporters_have_a_role() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, PLATFORM]);
		let own = Record { source: PLATFORM, level: Level::Confirmed, ..rating(10_000) };
		submit([own.clone()]);
		let terms = SchemaTerms {
			reporters: [Role::Registrar].into(),
			..CreditRecords::schema(Indicator::Rating).terms
		};
		assert_ok!(CreditRecords::set_schema(RuntimeOrigin::root(), Indicator::Rating, terms));
		assert_eq!(refusal(own), Cause::LevelNotEarned);
		// Trading parties need none.
		submit([rating(1)]);
	});
}

mod submit_record {
	use super::*;

	#[test]
	fn success_is_a_batch_of_one() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			events();
			assert_ok!(submit_one(PLATFORM, 0, rating(1)));
			assert_ok!(submit_one(PLATFORM, 0, rating(1)));
			assert!(matches!(
				events()[..],
				[
					Event::RecordsApplied { first: 0, batch: 0, .. },
					Event::AlreadyRecorded { first: 0, next: 1, .. }
				]
			));
			assert_noop!(submit_one(PLATFORM, 2, rating(1)), Error::<Test>::SequenceGap);
			assert_eq!(leaves(PLATFORM, 0).len(), 1);
		});
	}

	#[test]
	fn success_weighs_less_than_a_batch() {
		let one = Call::<Test>::submit_record { sequence: 0, record: rating(1) };
		let most = Call::<Test>::submit_batch {
			first: 0,
			mode: Mode::AllOrNothing,
			records: batch((0..80).map(|subject| Record { subject, ..rating(1) })),
		};
		SettlementWeight::set(Weight::MAX);
		assert!(most.get_dispatch_info().call_weight.all_gt(one.get_dispatch_info().call_weight));
	}
}

/// The settlements that a large batch pays for have an end.
#[test]
fn the_allowance_is_bounded() {
	SettlementWeight::set(Weight::MAX);
	let chunks = |n: u64| CreditRecords::settlement_weight(32).saturating_mul(n);
	assert_eq!(CreditRecords::settlement_allowance(1), CreditRecords::settlement_weight(2));
	assert_eq!(CreditRecords::settlement_allowance(16), chunks(1));
	assert_eq!(
		CreditRecords::settlement_allowance(33),
		chunks(2).saturating_add(CreditRecords::settlement_weight(2))
	);
	SettlementWeight::set(chunks(3));
	assert_eq!(CreditRecords::settlement_allowance(4_096), chunks(3));
}
