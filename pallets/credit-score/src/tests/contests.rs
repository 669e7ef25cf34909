use super::*;

#[test]
fn retract_takes_out_what_was_put_in_and_restore_puts_it_back() {
	ExtBuilder::default().build_and_execute(|| {
		record(Indicator::PaidOnTime, 9_000, 3);
		let without = score(SUBJECT);
		let adverse = record(Indicator::NoDefault, 0, 5);
		let with = score(SUBJECT);
		assert_ne!(with, without);

		CreditScore::retract(&SUBJECT, &adverse);
		assert_eq!(score(SUBJECT), without);
		CreditScore::restore(&SUBJECT, &adverse);
		assert_eq!(score(SUBJECT), with);
	});
}

#[test]
fn both_are_announced_with_the_record() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		let adverse = blame();
		events();
		pass(DAY);
		CreditScore::retract(&SUBJECT, &adverse);
		CreditScore::restore(&SUBJECT, &adverse);
		let announced = announced();
		let [(_, worse, better, taken_out), (_, again_better, again_worse, put_back)] =
			&announced[..]
		else {
			panic!("{announced:?}")
		};
		assert_eq!(taken_out, &Cause::Retracted(adverse.id.clone()));
		assert_eq!(put_back, &Cause::Restored(adverse.id.clone()));
		assert_eq!((worse.grade, better.grade), (Grade::Aa, Grade::Aaa));
		assert_eq!((again_better, again_worse.grade), (better, Grade::Aa));
		// What moved the score says so, and by as much there as back.
		let recent = known(SUBJECT).recent;
		let [.., out, back] = &recent[..] else { panic!("{recent:?}") };
		assert_eq!((out.effect, back.effect), (Effect::TakenOut, Effect::PutBack));
		assert_eq!((&out.record, out.change), (&adverse.id, -back.change));
		assert!(out.change > 0);
	});
}

#[test]
fn a_raise_is_one_change() {
	ExtBuilder::default().build_and_execute(|| {
		record(Indicator::Rating, 10_000, 1);
		let observation = Observation {
			level: Level::Counterparty,
			weight: Fixed::from_int(2),
			mass: Fixed::from_int(20),
			..observation(Indicator::PaidOnTime, 10_000, 1)
		};
		let weak = record_about(SUBJECT, observation);
		events();
		let strong =
			Observation { level: Level::Confirmed, weight: Fixed::from_int(18), ..observation };
		let before = score(SUBJECT).unwrap();
		CreditScore::replace(&SUBJECT, &weak, &strong);
		let announced = announced();
		let [(_, old, new, cause)] = &announced[..] else { panic!("{announced:?}") };
		assert_eq!(cause, &Cause::Raised(weak.id.clone()));
		assert!(new.score > old.score);
		let last = known(SUBJECT).recent.last().cloned().unwrap();
		assert_eq!((last.effect, last.record), (Effect::Raised, weak.id.clone()));
		assert_eq!(
			before.thousandths as i32 + last.change,
			score(SUBJECT).unwrap().thousandths as i32
		);
		// As if it had been so from the beginning.
		CreditScore::replace(&SUBJECT, &Recorded { observation: strong, ..weak }, &observation);
		assert_eq!(score(SUBJECT), Some(before));
	});
}

#[test]
fn what_counts_for_nobody_leaves_no_trace() {
	ExtBuilder::default().build_and_execute(|| {
		let observation = observation(Indicator::Rating, 10_000, 1);
		let record = Recorded { id: id(1), source: SOURCE, observation, placed: Placed::default() };
		assert_storage_noop!(CreditScore::retract(&SUBJECT, &record));
		assert_storage_noop!(CreditScore::replace(&SUBJECT, &record, &observation));
		assert_eq!(score(SUBJECT), None);
	});
}

#[test]
fn the_clock_of_a_subject_stands_still_meanwhile() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		let adverse = blame();
		let before = known(SUBJECT).state;
		pass(30 * DAY);
		CreditScore::retract(&SUBJECT, &adverse);
		pass(30 * DAY);
		CreditScore::restore(&SUBJECT, &adverse);
		assert_eq!(known(SUBJECT).state, before);
	});
}
