use crate::{mock::*, *};
use frame::testing_prelude::*;
use hanse_credit_model::{
	DAY, Dimension, Fixed, Grade, Indicator, Level, Observation, Outcome, Placed, Risk, Voice,
};
use hanse_traits::{Counted, Report};

const SUBJECT: AccountId = 1;
const SOURCE: AccountId = 2;
const RETENTION: Moment = 5 * 365 * DAY;

parameter_types! {
	static NextTag: u64 = 0;
}

fn observation(indicator: Indicator, points: u16, weight: u32) -> Observation {
	Observation {
		indicator,
		outcome: Outcome::new(points).unwrap(),
		level: Level::Confirmed,
		weight: Fixed::from_int(weight),
		mass: Fixed::from_int(weight),
		at: Now::get(),
		expires: Now::get() + RETENTION,
	}
}

/// Nothing is told twice unless a test says so.
fn next_tag() -> u64 {
	NextTag::mutate(|tag| {
		*tag += 1;
		*tag
	})
}

fn report(observation: Observation) -> Report<AccountId> {
	Report { source: SOURCE, observation, tag: next_tag(), now: Now::get() }
}

fn count(observation: Observation) -> Counted {
	CreditScore::observe(&SUBJECT, &[report(observation)]).0[0].unwrap()
}

fn observe(indicator: Indicator, points: u16, weight: u32) -> Risk {
	count(observation(indicator, points, weight)).risk
}

fn poll() {
	CreditScore::on_poll(System::block_number(), &mut WeightMeter::new());
}

fn grade_changes() -> Vec<(Grade, Grade, u16)> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::CreditScore(Event::GradeChanged { subject, old, new, score }) => {
				assert_eq!(subject, SUBJECT);
				Some((old, new, score))
			},
			_ => None,
		})
		.collect()
}

mod score {
	use super::*;

	#[test]
	fn is_none_for_an_unknown_subject() {
		build_and_execute(|| {
			assert_eq!(CreditScore::score(SUBJECT), None);
			assert_eq!(CreditScore::score_at(SUBJECT, u64::MAX), None);
		});
	}

	#[test]
	fn is_the_same_under_each_account_of_the_enterprise() {
		build_and_execute(|| {
			observe(Indicator::Rating, 7_500, 1);
			let score = CreditScore::score(SUBJECT);
			assert!(score.is_some());
			assert_eq!(CreditScore::score(SUBJECT + OTHER_ACCOUNT), score);
			let later = Now::get() + DAY;
			assert_eq!(
				CreditScore::score_at(SUBJECT + OTHER_ACCOUNT, later),
				CreditScore::score_at(SUBJECT, later)
			);
		});
	}

	#[test]
	fn is_that_of_the_pure_model() {
		build_and_execute(|| {
			let mut model = Subject::default();
			for (indicator, points) in [
				(Indicator::Rating, 7_500),
				(Indicator::PaidOnTime, 10_000),
				(Indicator::Rating, 0),
			] {
				observe(indicator, points, 1);
				let partner = u64::from_le_bytes(SOURCE.using_encoded(twox_64));
				let record = observation(indicator, points, 1);
				let voice = Voice::of(partner);
				model.observe(record, voice, partner, Now::get(), &Parameters::default());
				Now::mutate(|now| *now += 10 * DAY);
			}
			let expected = model.report(Now::get(), &Parameters::default());
			assert!(expected.score > 0);
			assert_eq!(CreditScore::score(SUBJECT), Some(expected));
		});
	}

	#[test]
	fn fades_when_read_later() {
		build_and_execute(|| {
			observe(Indicator::PaidOnTime, 10_000, 10);
			let now = CreditScore::score(SUBJECT).unwrap();
			let later = CreditScore::score_at(SUBJECT, Now::get() + 365 * DAY).unwrap();
			assert!(later.score < now.score && later.confidence < now.confidence);
			Now::mutate(|now| *now += 365 * DAY);
			assert_eq!(CreditScore::score(SUBJECT), Some(later));
		});
	}

	#[test]
	fn has_five_dimensions_of_which_only_the_evidenced_count() {
		build_and_execute(|| {
			observe(Indicator::Rating, 10_000, 5);
			let report = CreditScore::score(SUBJECT).unwrap();
			for part in report.dimensions {
				let evidenced = part.dimension == Dimension::AfterSalesService;
				assert_eq!(part.points > 0, evidenced);
				assert_eq!(part.adjustment > 0, evidenced);
			}
		});
	}
}

mod observe {
	use super::*;

	#[test]
	fn returns_the_risk_known_before() {
		build_and_execute(|| {
			assert_eq!(observe(Indicator::Rating, 0, 1), Risk(1_250));
			let known = CreditScore::score(SUBJECT).unwrap().risk;
			assert!(known > Risk(5_000));
			assert_eq!(observe(Indicator::Rating, 10_000, 1), known);
		});
	}

	#[test]
	fn announces_a_grade_only_when_it_changes() {
		build_and_execute(|| {
			observe(Indicator::Rating, 10_000, 1);
			assert_eq!(grade_changes(), []);

			for indicator in Indicator::ALL {
				observe(indicator, 10_000, 100);
			}
			let report = CreditScore::score(SUBJECT).unwrap();
			assert_eq!(report.grade, Grade::Aaa);
			let changes = grade_changes();
			assert_eq!(changes.first().unwrap().0, Grade::D);
			assert_eq!(changes.last().unwrap().1, Grade::Aaa);
			assert!(changes.iter().all(|(old, new, _)| old != new));
			assert!(changes.windows(2).all(|pair| pair[0].1 == pair[1].0));

			System::reset_events();
			observe(Indicator::Rating, 10_000, 1);
			assert_eq!(grade_changes(), []);
			observe(Indicator::NoDefault, 0, 1_000);
			let score = CreditScore::score(SUBJECT).unwrap().score;
			assert_eq!(grade_changes(), [(Grade::Aaa, Grade::Aa, score)]);
		});
	}

	#[test]
	fn keeps_subjects_apart() {
		build_and_execute(|| {
			observe(Indicator::Rating, 10_000, 1);
			assert_eq!(CreditScore::score(SOURCE), None);
		});
	}

	#[test]
	fn state_does_not_grow_with_the_history() {
		build_and_execute(|| {
			observe(Indicator::Rating, 10_000, 1);
			for _ in 0..100 {
				observe(Indicator::Rating, 5_000, 1);
			}
			let size = Subjects::<Test>::get(SUBJECT).encoded_size();
			for _ in 0..1_000 {
				observe(Indicator::Rating, 5_000, 1);
			}
			// A sum that has become longer by a byte or two is not a history.
			assert!(Subjects::<Test>::get(SUBJECT).encoded_size() <= size + 16);
			assert!(size <= 700);
		});
	}

	/// Sixteen voices on every indicator and in every pile of adverse evidence, and sums of full length.
	/// That is what a proof of the state would have to reckon with, and blocks set no limit to proofs
	/// because no relay chain asks for them. What is read and written is a subject as it is, like the one
	/// above.
	#[test]
	fn state_has_a_bound() {
		assert!(ScoredSubject::max_encoded_len() <= 34 * 1_024);
	}
}

mod told_twice {
	use super::*;

	#[test]
	fn counts_once() {
		build_and_execute(|| {
			let told = report(observation(Indicator::Rating, 2_000, 1));
			let other = Report { tag: 0, ..told.clone() };
			let (counted, extent) =
				CreditScore::observe(&SUBJECT, &[told.clone(), told.clone(), other.clone()]);
			assert_eq!(extent, Subjects::<Test>::get(SUBJECT).unwrap().state.extent());
			assert!(counted[0].is_some() && counted[1].is_none() && counted[2].is_some());
			let score = CreditScore::score(SUBJECT);
			assert_eq!(CreditScore::observe(&SUBJECT, &[other, told.clone()]).0, [None, None]);
			assert_eq!(CreditScore::score(SUBJECT), score);

			CreditScore::forget(&SUBJECT, told.tag);
			CreditScore::forget(&SOURCE, told.tag);
			assert!(CreditScore::observe(&SUBJECT, &[told]).0[0].is_some());
		});
	}
}

mod retract {
	use super::*;

	#[test]
	fn takes_out_what_was_put_in_and_restore_puts_it_back() {
		build_and_execute(|| {
			observe(Indicator::PaidOnTime, 9_000, 3);
			let without = CreditScore::score(SUBJECT);
			let adverse = observation(Indicator::NoDefault, 0, 5);
			let Counted { placed, .. } = count(adverse);
			let with = CreditScore::score(SUBJECT);
			assert_ne!(with, without);

			CreditScore::retract(&SUBJECT, &SOURCE, &adverse, placed);
			assert_eq!(CreditScore::score(SUBJECT), without);
			CreditScore::restore(&SUBJECT, &SOURCE, &adverse, placed);
			assert_eq!(CreditScore::score(SUBJECT), with);
		});
	}

	#[test]
	fn announces_the_grade_that_follows() {
		build_and_execute(|| {
			for indicator in Indicator::ALL {
				observe(indicator, 10_000, 100);
			}
			System::reset_events();
			let adverse = observation(Indicator::NoDefault, 0, 1_000);
			let Counted { placed, .. } = count(adverse);
			CreditScore::retract(&SUBJECT, &SOURCE, &adverse, placed);
			let changes = grade_changes();
			assert_eq!((changes[0].0, changes[0].1), (Grade::Aaa, Grade::Aa));
			assert_eq!((changes[1].0, changes[1].1), (Grade::Aa, Grade::Aaa));
		});
	}

	#[test]
	fn of_nobody_changes_nothing_that_counts() {
		build_and_execute(|| {
			let record = observation(Indicator::Rating, 10_000, 1);
			CreditScore::retract(&SUBJECT, &SOURCE, &record, Placed::default());
			assert_eq!(CreditScore::score(SUBJECT).map_or(0, |report| report.score), 0);
		});
	}
}

mod others {
	use super::*;

	#[test]
	fn are_all_but_the_source_itself() {
		build_and_execute(|| {
			let others = |source: AccountId| {
				CreditScore::others(&SUBJECT, &source, Indicator::Rating, Now::get())
			};
			assert_eq!(others(SOURCE), None);
			observe(Indicator::Rating, 2_500, 1);
			assert_eq!(others(SOURCE), None);
			// Somebody who speaks with another voice.
			let opinion = (3..).find_map(others).unwrap();
			assert!(opinion.mean.distance(Fixed::from_ratio(1, 4)) < Fixed::from_ratio(1, 1_000));
		});
	}
}

mod leaving {
	use super::*;

	#[test]
	fn adverse_evidence_leaves_state_and_score_though_nothing_else_happens() {
		build_and_execute(|| {
			observe(Indicator::Rating, 10_000, 100);
			let known = Subjects::<Test>::get(SUBJECT).unwrap();
			observe(Indicator::NoDefault, 0, 1_000);
			let size = Subjects::<Test>::get(SUBJECT).unwrap().encoded_size();
			Now::mutate(|now| *now += RETENTION);
			let read = CreditScore::score(SUBJECT).unwrap();
			poll();
			let left = Subjects::<Test>::get(SUBJECT).unwrap();
			assert!(left.encoded_size() < size);
			// It was out of what is read before that already, and nothing of it remains.
			assert_eq!(CreditScore::score(SUBJECT).unwrap(), read);
			let never = known.state.report(Now::get(), &Parameters::default());
			assert_eq!(read.dimensions, never.dimensions);
			assert_eq!(Leaving::<Test>::iter().count(), 0);
		});
	}

	#[test]
	fn is_noted_once_for_a_half_year() {
		build_and_execute(|| {
			for indicator in Indicator::ALL {
				observe(indicator, 0, 1);
			}
			assert_eq!(Leaving::<Test>::iter().count(), 1);
			Now::mutate(|now| *now += Subject::HALF_YEAR);
			observe(Indicator::Rating, 0, 1);
			assert_eq!(Leaving::<Test>::iter().count(), 2);
		});
	}

	#[test]
	fn goes_on_where_the_weight_ran_out() {
		build_and_execute(|| {
			poll();
			for subject in 10..20 {
				let told = report(observation(Indicator::Rating, 0, 1));
				CreditScore::observe(&subject, &[told]);
			}
			Now::mutate(|now| *now += RETENTION);
			// Passing the half-years until then is cheap, and does not fit into one block either.
			MaxLeavingWeight::set(
				<() as WeightInfo>::leave_nothing()
					.saturating_add(<() as WeightInfo>::leave().saturating_mul(3)),
			);
			let mut blocks = 0;
			while Leaving::<Test>::iter().count() > 0 {
				let before = Leaving::<Test>::iter().count();
				poll();
				blocks += 1;
				assert!(before - Leaving::<Test>::iter().count() <= 3);
				assert!(blocks < 100);
			}
			assert!(blocks >= 4);
			assert!(Subjects::<Test>::iter_values().all(|known| known.state == {
				let mut empty = known.state.clone();
				empty.advance(Now::get(), &Parameters::default());
				empty
			}));
		});
	}

	#[test]
	fn does_nothing_without_weight() {
		build_and_execute(|| {
			observe(Indicator::Rating, 0, 1);
			Now::mutate(|now| *now += RETENTION);
			MaxLeavingWeight::set(Weight::zero());
			poll();
			assert_eq!(Leaving::<Test>::iter().count(), 1);
			MaxLeavingWeight::set(Weight::MAX);
		});
	}
}

mod migration {
	use super::*;
	use crate::migrations::v1::{Forward, v0};
	use frame::deps::frame_support::migrations::{SteppedMigration, SteppedMigrationError};
	use hanse_credit_model::legacy::{DecayedEvidence, DecayedSubject};

	fn old(points: u32) -> v0::ScoredSubject {
		let mut state = DecayedSubject { updated: Now::get(), ..Default::default() };
		state.total = Fixed::from_int(points);
		state.indicators[0] = Some(DecayedEvidence {
			good: Fixed::from_int(points),
			mass: Fixed::from_int(points),
			newest: Now::get(),
			..Default::default()
		});
		let grade = state.forward(&Parameters::default()).current_report(&Parameters::default());
		v0::ScoredSubject { state, grade: grade.grade }
	}

	#[test]
	fn turns_every_subject_step_by_step() {
		build_and_execute(|| {
			for subject in 1..=7 {
				v0::Subjects::<Test>::insert(subject, old(subject as u32));
			}
			StorageVersion::new(0).put::<CreditScore>();
			let one = <() as WeightInfo>::migrate_subject();
			assert!(matches!(
				Forward::<Test>::step(None, &mut WeightMeter::with_limit(Weight::zero())),
				Err(SteppedMigrationError::InsufficientWeight { required }) if required == one
			));
			let mut cursor = None;
			let mut steps = 0;
			loop {
				let mut meter = WeightMeter::with_limit(one.saturating_mul(2));
				cursor = Forward::<Test>::step(cursor, &mut meter).unwrap();
				steps += 1;
				if cursor.is_none() {
					break;
				}
			}
			assert_eq!(steps, 4);
			for subject in 1..=7 {
				let expected = old(subject as u32).state.forward(&Parameters::default());
				assert_eq!(Subjects::<Test>::get(subject).unwrap().state, expected);
			}
			assert_eq!(CreditScore::on_chain_storage_version(), 1);
			// Once is enough.
			assert_eq!(Forward::<Test>::step(None, &mut WeightMeter::new()), Ok(None));
		});
	}
}

mod try_state {
	use super::*;

	#[test]
	fn notices_a_forged_grade() {
		build_and_execute(|| {
			observe(Indicator::Rating, 10_000, 1);
			let honest = Subjects::<Test>::get(SUBJECT).unwrap();
			Subjects::<Test>::insert(
				SUBJECT,
				ScoredSubject { grade: Grade::Aaa, ..honest.clone() },
			);
			assert!(CreditScore::do_try_state().is_err());
			Subjects::<Test>::insert(SUBJECT, honest);
		});
	}
}

proptest::proptest! {
	#[test]
	fn invariants_hold_after_any_history(
		history in proptest::collection::vec(
			(0..Indicator::COUNT, 0u16..=10_000, 1u32..100, 0u64..100), 0..60,
		),
	) {
		build_and_execute(|| {
			for (indicator, points, weight, days) in history {
				Now::mutate(|now| *now += days * DAY);
				observe(Indicator::ALL[indicator], points, weight);
				poll();
			}
		});
	}
}
