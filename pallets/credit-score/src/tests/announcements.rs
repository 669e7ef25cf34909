use super::*;

#[test]
fn small_changes_add_up() {
	ExtBuilder::default().build_and_execute(|| {
		let threshold = Parameters::default().announced_change;
		let mut records = 0;
		let (old, new) = loop {
			record(Indicator::Audit, 10_000, 1);
			records += 1;
			match announced().pop() {
				Some((subject, old, new, cause)) => {
					assert_eq!((subject, cause), (SUBJECT, Cause::Record(id(LastSequence::get()))));
					break (old, new);
				},
				None => assert!(points() < threshold),
			}
		};
		assert!(records > 1);
		assert_eq!(old, Standing::default());
		assert_eq!((new.score, new.grade), (points(), Grade::D));
		assert!(new.score >= threshold);
		// From there on it begins anew.
		record(Indicator::Audit, 10_000, 1);
		assert_eq!(announced(), []);
	});
}

#[test]
fn a_grade_is_announced_whenever_it_changes() {
	ExtBuilder::default().with(changed(|p| p.announced_change = 1_000)).build_and_execute(|| {
		praise();
		let changes = announced();
		assert_eq!(changes.first().unwrap().1.grade, Grade::D);
		assert_eq!(changes.last().unwrap().2.grade, Grade::Aaa);
		assert!(changes.iter().all(|(_, old, new, _)| old.grade != new.grade));
		assert!(changes.windows(2).all(|pair| pair[0].2 == pair[1].1));

		record(Indicator::Rating, 10_000, 1);
		assert_eq!(announced(), []);
		let adverse = blame();
		let changes = announced();
		let [(_, old, new, cause)] = &changes[..] else { panic!("{changes:?}") };
		assert_eq!((old.grade, new.grade, new.score), (Grade::Aaa, Grade::Aa, points()));
		assert_eq!(cause, &Cause::Record(adverse.id));
	});
}

#[test]
fn a_warning_is_announced_whenever_it_changes() {
	ExtBuilder::default().with(changed(|p| p.announced_change = 1_000)).build_and_execute(|| {
		record(Indicator::Rating, 10_000, 1);
		assert_eq!(announced(), []);
		record(Indicator::Rating, 0, 1);
		let changes = announced();
		let [(_, old, new, _)] = &changes[..] else { panic!("{changes:?}") };
		assert_eq!((old.grade, new.grade), (Grade::D, Grade::D));
		assert_eq!(old.warning.level, WarningLevel::None);
		assert!(new.warning.level > WarningLevel::None);
		assert!(reasons(*new).iter().any(|(reason, _)| *reason == WarningReason::Risk));
	});
}

#[test]
fn of_several_records_the_one_that_moved_most_is_the_cause() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		events();
		let good = || report(observation(Indicator::Rating, 10_000, 1));
		let bad = report(observation(Indicator::NoDefault, 0, 1_000));
		let reports = [good(), bad.clone(), good()];
		CreditScore::observe(&SUBJECT, &reports);
		let changes = announced();
		let [(_, _, new, cause)] = &changes[..] else { panic!("{changes:?}") };
		assert_eq!(cause, &Cause::Record(bad.id));
		assert_eq!(new.score, points());
	});
}

#[test]
fn there_is_one_for_each_subject_and_submission() {
	ExtBuilder::default().build_and_execute(|| {
		let about = |subject| {
			let reports = Indicator::ALL.map(|j| report(observation(j, 10_000, 10)));
			(subject, reports.to_vec())
		};
		CreditScore::observe_each(&[about(3), about(4), about(5)], &mut |_, _| true);
		let subjects = announced().into_iter().map(|(subject, ..)| subject);
		assert_eq!(subjects.collect::<Vec<_>>(), [3, 4, 5]);
	});
}

#[test]
fn nothing_is_announced_for_what_was_told_before() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		let told = report(observation(Indicator::NoDefault, 0, 1_000));
		CreditScore::observe(&SUBJECT, core::slice::from_ref(&told));
		// Silence has changed the score since, but that is no record.
		Now::mutate(|now| *now += 1_000 * DAY);
		events();
		assert_eq!(CreditScore::observe(&SUBJECT, &[told]).counted, [None]);
		assert_eq!(announced(), []);
	});
}
