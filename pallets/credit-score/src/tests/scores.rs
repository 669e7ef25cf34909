use super::*;

#[test]
fn is_none_for_an_unknown_subject() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(score(SUBJECT), None);
		assert_eq!(CreditScore::score_at(SUBJECT, u64::MAX), None);
		assert_eq!(CreditScore::score_under(SUBJECT, 0), None);
	});
}

#[test]
fn is_the_same_under_each_account_of_the_enterprise() {
	ExtBuilder::default().build_and_execute(|| {
		record(Indicator::Rating, 7_500, 1);
		let other = SUBJECT + OTHER_ACCOUNT;
		assert!(score(SUBJECT).is_some());
		assert_eq!(score(other), score(SUBJECT));
		let later = Now::get() + DAY;
		assert_eq!(CreditScore::score_at(other, later), CreditScore::score_at(SUBJECT, later));
		assert_eq!(CreditScore::explain(other), CreditScore::explain(SUBJECT));
		assert_eq!(CreditScore::history(other), CreditScore::history(SUBJECT));
		assert_eq!(CreditScore::warning(other), CreditScore::warning(SUBJECT));
	});
}

#[test]
fn is_that_of_the_pure_model() {
	ExtBuilder::default().build_and_execute(|| {
		let mut model = Subject::default();
		for (indicator, points) in
			[(Indicator::Rating, 7_500), (Indicator::PaidOnTime, 10_000), (Indicator::Rating, 0)]
		{
			record(indicator, points, 1);
			let partner = u64::from_le_bytes(SOURCE.using_encoded(twox_64));
			let observation = observation(indicator, points, 1);
			let voice = Voice::of(partner);
			model.observe(observation, voice, partner, Now::get(), &Parameters::default());
			pass(10 * DAY);
		}
		let expected = model.report(Now::get(), &Parameters::default());
		assert!(expected.score > 0);
		assert_eq!(score(SUBJECT), Some(expected));
	});
}

#[test]
fn is_the_same_however_many_records_come_together() {
	ExtBuilder::default().build_and_execute(|| {
		let outcomes = (0..50u32).map(|number| (number * 7_919 % 10_001) as u16);
		let reports = outcomes
			.zip(Indicator::ALL.into_iter().cycle())
			.map(|(points, indicator)| report(observation(indicator, points, 1)))
			.collect::<Vec<_>>();
		let together = CreditScore::observe(&SUBJECT, &reports);
		let single = reports
			.iter()
			.map(|report| CreditScore::observe(&SOURCE, core::slice::from_ref(report)).counted[0])
			.collect::<Vec<_>>();
		assert_eq!(together.counted, single);
		assert_eq!(known(SUBJECT).state, known(SOURCE).state);
		assert_eq!(known(SUBJECT).recent, known(SOURCE).recent);
		// And so in one piece of work with others.
		let about = |subject| (subject, reports.clone());
		let both = CreditScore::observe_each(&[about(11), about(12)], &mut |_, _| true);
		assert_eq!(both, [together.clone(), together]);
		assert_eq!(known(11), known(12));
		assert_eq!(known(11).state, known(SUBJECT).state);
	});
}

#[test]
fn fades_when_read_later() {
	ExtBuilder::default().build_and_execute(|| {
		record(Indicator::PaidOnTime, 10_000, 10);
		let now = score(SUBJECT).unwrap();
		let later = CreditScore::score_at(SUBJECT, Now::get() + 365 * DAY).unwrap();
		assert!(later.score < now.score && later.confidence < now.confidence);
		pass(365 * DAY);
		assert_eq!(score(SUBJECT), Some(later));
	});
}

#[test]
fn has_five_dimensions_of_which_only_the_evidenced_count() {
	ExtBuilder::default().build_and_execute(|| {
		record(Indicator::Rating, 10_000, 5);
		for part in score(SUBJECT).unwrap().dimensions {
			let evidenced = part.dimension == Dimension::AfterSalesService;
			assert_eq!(part.points > 0, evidenced);
			assert_eq!(part.adjustment > 0, evidenced);
		}
	});
}

#[test]
fn says_by_which_version_it_was_computed() {
	ExtBuilder::default().build_and_execute(|| {
		record(Indicator::PaidOnTime, 10_000, 10);
		record(Indicator::Rating, 10_000, 10);
		let before = score(SUBJECT).unwrap();
		assert_eq!(before.version, 0);
		bring_into_force(strict());
		let after = score(SUBJECT).unwrap();
		assert_eq!(after.version, 1);
		assert!(after.score > before.score);
		// The former one is still there to compare with.
		assert_eq!(CreditScore::score_under(SUBJECT, 0), Some(before));
		assert_eq!(CreditScore::score_under(SUBJECT, 1), Some(after));
		assert_eq!(CreditScore::score_under(SUBJECT, 2), None);
	});
}
