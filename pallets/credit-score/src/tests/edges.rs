//! What is at the edges: nobody, nothing, nothing any more, the beginning and the end of time.

use super::*;

/// What everybody stands at of whom nothing is known.
fn assert_stands_at_nothing() {
	let report = score(SUBJECT).unwrap();
	assert_eq!((report.score, report.grade, report.confidence), (0, Grade::D, 0));
	assert_eq!(report.risk, Risk(1_250));
	assert_eq!(warning_level(), WarningLevel::None);
	let explanation = CreditScore::explain(SUBJECT).unwrap().explanation;
	let missing = explanation.shortfalls.iter().map(|shortfall| shortfall.points).sum::<u32>();
	assert_eq!(missing, 1_000_000);
}

fn warning_level() -> WarningLevel {
	CreditScore::warning(SUBJECT).unwrap().warning.level
}

#[test]
fn an_unknown_subject_has_no_answers() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(score(SUBJECT), None);
		assert_eq!(CreditScore::score_at(SUBJECT, 0), None);
		assert_eq!(CreditScore::score_under(SUBJECT, 0), None);
		assert_eq!(CreditScore::score_by(SUBJECT, BANK, Purpose::Bank), None);
		assert_eq!(CreditScore::explain(SUBJECT), None);
		assert_eq!(CreditScore::history(SUBJECT), None);
		assert_eq!(CreditScore::warning(SUBJECT), None);
		assert_eq!(CreditScore::standing_of(&SUBJECT), None);
		assert_eq!(CreditScore::newest_of(&SUBJECT), None);
	});
}

#[test]
fn nothing_said_about_somebody_makes_no_subject() {
	ExtBuilder::default().build_and_execute(|| {
		assert_storage_noop!(CreditScore::observe(&SUBJECT, &[]));
		let nothing = CreditScore::observe_each(&[(SUBJECT, Vec::new())], &mut |_, _| false);
		assert_eq!(nothing, [Looked::default()]);
		run_to(2 * PERIOD);
		assert_eq!(announced(), []);
		assert_eq!(score(SUBJECT), None);
	});
}

#[test]
fn disputed_records_alone_are_no_evidence() {
	ExtBuilder::default().build_and_execute(|| {
		let adverse = blame();
		let good = record(Indicator::PaidOnTime, 10_000, 10);
		next_block();
		CreditScore::retract(&SUBJECT, &adverse);
		CreditScore::retract(&SUBJECT, &good);
		assert_stands_at_nothing();
		next_block();
		let standing = Standing::default();
		assert_eq!(known(SUBJECT).announced, standing);
		// It is known how it came to that.
		let last = CreditScore::history(SUBJECT).unwrap().pop().unwrap();
		assert_eq!((last.new, last.cause), (standing, Cause::Retracted(good.id.clone())));
		CreditScore::restore(&SUBJECT, &good);
		assert!(points() > 0);
	});
}

#[test]
fn when_all_evidence_has_expired_nothing_is_left() {
	ExtBuilder::default().build_and_execute(|| {
		for indicator in Indicator::ALL {
			record(indicator, 0, 10);
		}
		assert!(warning_level() > WarningLevel::None);
		// Whoever asks in the very moment, before the chain has come to it.
		Now::mutate(|now| *now += RETENTION);
		assert_stands_at_nothing();
		poll();
		assert_stands_at_nothing();
		assert_eq!(known(SUBJECT).announced.warning.level, WarningLevel::None);
		// It can begin anew.
		record(Indicator::PaidOnTime, 10_000, 10);
		assert!(points() > 0);
	});
}

#[test]
fn a_record_that_expired_while_it_was_contested_stays_out() {
	ExtBuilder::default().build_and_execute(|| {
		record(Indicator::Rating, 10_000, 10);
		let adverse = blame();
		CreditScore::retract(&SUBJECT, &adverse);
		pass(RETENTION);
		let before = score(SUBJECT);
		CreditScore::restore(&SUBJECT, &adverse);
		assert_eq!(score(SUBJECT), before);
		pass(Subject::HALF_YEAR);
	});
}

#[test]
fn the_beginning_of_time() {
	ExtBuilder::default().build_and_execute(|| {
		Now::set(0);
		let adverse = blame();
		record(Indicator::PaidOnTime, 10_000, 10);
		assert!(points() > 0);
		CreditScore::retract(&SUBJECT, &adverse);
		CreditScore::restore(&SUBJECT, &adverse);
		next_block();
		// A score of a time before the last record is that of the record.
		Now::set(100 * DAY);
		record(Indicator::PaidOnTime, 10_000, 10);
		assert_eq!(CreditScore::score_at(SUBJECT, 0), score(SUBJECT));
	});
}

#[test]
fn the_end_of_time() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		let adverse = blame();
		next_block();
		Now::set(u64::MAX);
		let late = score(SUBJECT).unwrap();
		assert_eq!((late.score, late.computed_at), (0, u64::MAX));
		assert_eq!(CreditScore::score_at(SUBJECT, u64::MAX), Some(late));
		assert_ok!(CreditScore::refresh(signed(STRANGER), SUBJECT));
		record(Indicator::PaidOnTime, 10_000, 10);
		CreditScore::retract(&SUBJECT, &adverse);
		CreditScore::explain(SUBJECT).unwrap();
		let effective = System::block_number() + NOTICE;
		assert_ok!(schedule(hasty(), effective));
		// All half-years until then pass by.
		while LeavingCursor::<Test>::get().half_year < u16::MAX {
			next_block();
		}
		run_to(effective.max(System::block_number()) + 1);
		assert_eq!(CreditScore::parameters().version, 1);
		assert!(score(SUBJECT).is_some());
	});
}

#[test]
fn an_event_of_long_ago_counts_for_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let old = Observation { at: 0, ..observation(Indicator::PaidOnTime, 10_000, 10) };
		Now::mutate(|now| *now += 10_000 * DAY);
		record_about(SUBJECT, old);
		assert_eq!(points(), 0);
		assert_eq!(announced(), []);
	});
}
