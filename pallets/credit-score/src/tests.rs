use crate::{mock::*, *};
use frame::testing_prelude::*;
use hanse_credit_model::{
	DAY, Dimension, Fixed, Grade, Indicator, Level, Observation, Outcome, Risk,
};

const SUBJECT: AccountId = 1;
const SOURCE: AccountId = 2;

fn observation(indicator: Indicator, points: u16, weight: u32) -> Observation {
	Observation {
		indicator,
		outcome: Outcome::new(points).unwrap(),
		level: Level::Confirmed,
		weight: Fixed::from_int(weight),
		mass: Fixed::from_int(weight),
		at: Now::get(),
	}
}

fn observe(indicator: Indicator, points: u16, weight: u32) -> Risk {
	CreditScore::observe(&SUBJECT, &SOURCE, observation(indicator, points, weight), Now::get())
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
				model.observe(record, partner, Now::get(), &Parameters::default());
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
			let size = Subjects::<Test>::get(SUBJECT).encoded_size();
			for _ in 0..1_000 {
				observe(Indicator::Rating, 5_000, 1);
			}
			assert_eq!(Subjects::<Test>::get(SUBJECT).encoded_size(), size);
			assert!(ScoredSubject::max_encoded_len() <= 700);
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
			}
		});
	}
}
