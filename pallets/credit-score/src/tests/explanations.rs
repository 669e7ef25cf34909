use super::*;

fn explain() -> ScoreExplanation<AccountId> {
	CreditScore::explain(SUBJECT).unwrap()
}

/// Some of everything.
fn mixed() {
	praise();
	record(Indicator::PaidOnTime, 2_000, 40);
	record(Indicator::Rating, 4_000, 3);
	pass(100 * DAY);
	record(Indicator::DeliveredOnTime, 0, 2);
}

#[test]
fn the_parts_make_the_score() {
	ExtBuilder::default().build_and_execute(|| {
		mixed();
		let explanation = explain().explanation;
		assert_eq!(Some(explanation.report.clone()), score(SUBJECT));
		let report = explanation.report;
		for part in report.dimensions {
			let indicators = explanation
				.indicators
				.iter()
				.filter(|indicator| indicator.indicator.dimension() == part.dimension);
			assert_eq!(indicators.map(|indicator| indicator.points).sum::<u32>(), part.points);
		}
		// And with what is missing they make a full one.
		let missing = explanation.shortfalls.iter().map(|shortfall| shortfall.points).sum::<u32>();
		assert_eq!(report.thousandths + missing, 1_000_000);
	});
}

#[test]
fn says_what_moved_the_score_and_what_it_was() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		next_block();
		let before = known(SUBJECT).announced;
		let adverse = blame();
		let explained = explain();
		let last = explained.last.unwrap();
		assert_eq!((last.old, last.new), (before, explained.announced));
		assert_eq!(last.cause, Cause::Record(adverse.id.clone()));
		let moved = explained.recent.last().unwrap();
		assert_eq!(moved.record, adverse.id);
		assert!(moved.change < 0);
		assert_eq!(explained.announced.score, explained.explanation.report.score);
	});
}

#[test]
fn is_of_the_present() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		next_block();
		Now::mutate(|now| *now += 400 * DAY);
		let explained = explain();
		assert_eq!(explained.explanation.report, score(SUBJECT).unwrap());
		assert!(explained.explanation.report.score < explained.announced.score);
		// What is old is a reason to watch that nobody has announced yet.
		assert_eq!(explained.warning.announced.level, WarningLevel::None);
		assert_eq!(explained.warning.warning.reasons.stale, WarningLevel::Watch);
	});
}

#[test]
fn reads_and_changes_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		mixed();
		Now::mutate(|now| *now += 400 * DAY);
		assert_storage_noop!({
			CreditScore::explain(SUBJECT);
			CreditScore::history(SUBJECT);
			CreditScore::warning(SUBJECT);
			CreditScore::score_under(SUBJECT, 0);
		});
	});
}
