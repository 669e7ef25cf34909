use super::*;

#[test]
fn returns_the_risk_known_before() {
	ExtBuilder::default().build_and_execute(|| {
		let risk = |points| {
			let told = report(observation(Indicator::Rating, points, 1));
			CreditScore::observe(&SUBJECT, &[told]).counted[0].unwrap().risk
		};
		assert_eq!(risk(0), Risk(1_250));
		let known = score(SUBJECT).unwrap().risk;
		assert!(known > Risk(5_000));
		assert_eq!(risk(10_000), known);
	});
}

#[test]
fn keeps_subjects_apart() {
	ExtBuilder::default().build_and_execute(|| {
		record(Indicator::Rating, 10_000, 1);
		assert_eq!(score(SOURCE), None);
	});
}

#[test]
fn state_does_not_grow_with_the_history() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 0..100 {
			record(Indicator::Rating, 5_000, 1);
		}
		let size = known(SUBJECT).encoded_size();
		for _ in 0..1_000 {
			record(Indicator::Rating, 5_000, 1);
		}
		// A sum that has become longer by a byte or two is not a history.
		assert!(known(SUBJECT).encoded_size() <= size + 16);
		assert!(size <= 1_000, "{size}");
	});
}

/// Sixteen voices on every indicator and in every pile of adverse evidence, and sums of full length.
/// That is what a proof of the state would have to reckon with, and blocks set no limit to proofs
/// because no relay chain asks for them. What is read and written is a subject as it is, like the one
/// above.
#[test]
fn state_has_a_bound() {
	assert!(KnownOf::<Test>::max_encoded_len() <= 34 * 1_024);
}

/// The records that are followed one by one are paid for by what is known of their subject.
#[test]
fn following_costs_more_the_more_there_is() {
	let weight = <CreditScore as EvidenceSink<AccountId>>::following_weight;
	assert_eq!((weight(0, 100), weight(1, 100)), (Weight::zero(), Weight::zero()));
	let one = <() as WeightInfo>::follow_record(100);
	assert_eq!(weight(2, 100), one);
	assert_eq!(weight(9, 100), one.saturating_mul(8));
	assert_eq!(weight(2_048, 100), one.saturating_mul(8));
	assert!(weight(2, 101).all_gte(one) && weight(2, 101) != one);
}

#[test]
fn what_is_told_twice_counts_once() {
	ExtBuilder::default().build_and_execute(|| {
		let told = report(observation(Indicator::Rating, 2_000, 1));
		let other = Report { tag: 0, ..told.clone() };
		let reports = [told.clone(), told.clone(), other.clone()];
		let Looked { counted, extent, .. } = CreditScore::observe(&SUBJECT, &reports);
		assert_eq!(extent, known(SUBJECT).state.extent());
		assert!(counted[0].is_some() && counted[1].is_none() && counted[2].is_some());
		let before = known(SUBJECT);
		assert_eq!(CreditScore::observe(&SUBJECT, &[other, told.clone()]).counted, [None, None]);
		assert_eq!(known(SUBJECT), before);

		CreditScore::forget(&SUBJECT, told.tag);
		CreditScore::forget(&SOURCE, told.tag);
		assert!(CreditScore::observe(&SUBJECT, &[told]).counted[0].is_some());
	});
}

/// What a block has written it writes again for nothing, and the next block does not.
#[test]
fn tells_who_was_written_in_this_block() {
	ExtBuilder::default().build_and_execute(|| {
		let again = || {
			let told = report(observation(Indicator::Rating, 10_000, 1));
			CreditScore::observe(&SUBJECT, &[told]).again
		};
		assert_eq!([again(), again(), again()], [false, true, true]);
		next_block();
		assert_eq!([again(), again()], [false, true]);
	});
}

/// With the first for which there is no room it ends, and nothing has changed about that one and those
/// behind it.
#[test]
fn ends_where_there_is_no_room() {
	ExtBuilder::default().build_and_execute(|| {
		record(Indicator::Rating, 10_000, 1);
		let before = known(SUBJECT);
		let about = |subject| {
			let told = report(observation(Indicator::PaidOnTime, 10_000, 1));
			(subject, vec![told.clone(), Report { tag: u64::MAX, ..told }])
		};
		let reports = [about(SUBJECT + 10), about(SUBJECT), about(SUBJECT + 20)];
		let mut asked = Vec::new();
		let looked = CreditScore::observe_each(&reports, &mut |records, extent| {
			asked.push((records, extent));
			asked.len() < 2
		});
		assert_eq!(looked.len(), 1);
		assert_eq!(looked[0].extent, known(SUBJECT + 10).state.extent());
		let now = before.state.extent();
		assert_eq!(asked, [(2, 12), (2, now + 12)]);
		assert_eq!(known(SUBJECT), before);
		assert_eq!(score(SUBJECT + 20), None);
	});
}

#[test]
fn others_are_all_but_the_source_itself() {
	ExtBuilder::default().build_and_execute(|| {
		let others = |source: AccountId| {
			CreditScore::others(&SUBJECT, &source, Indicator::Rating, Now::get())
		};
		assert_eq!(others(SOURCE), None);
		record(Indicator::Rating, 2_500, 1);
		assert_eq!(others(SOURCE), None);
		// Somebody who speaks with another voice.
		let (source, opinion) = (3..).find_map(|source| Some((source, others(source)?))).unwrap();
		assert!(opinion.mean.distance(Fixed::from_ratio(1, 4)) < Fixed::from_ratio(1, 1_000));

		// Asked together, about this and that one, the answers are the same.
		let asked = vec![(SOURCE, Indicator::Rating), (source, Indicator::Rating)];
		let all =
			CreditScore::others_of_each(&[(SUBJECT, asked.clone()), (SOURCE, asked)], Now::get());
		let extent = known(SUBJECT).state.extent();
		assert_eq!(all, [(vec![None, Some(opinion)], extent), (vec![None, None], 0)]);
	});
}

#[test]
fn the_records_that_moved_the_score_last_are_remembered() {
	ExtBuilder::default().build_and_execute(|| {
		let before = record(Indicator::PaidOnTime, 10_000, 5);
		let score_before = score(SUBJECT).unwrap().thousandths;
		// More than are remembered, in one call.
		let reports = (0..20)
			.map(|_| report(observation(Indicator::PaidOnTime, 10_000, 1)))
			.collect::<Vec<_>>();
		CreditScore::observe(&SUBJECT, &reports);
		let recent = known(SUBJECT).recent;
		let ids = recent.iter().map(|moved| moved.record.clone()).collect::<Vec<_>>();
		let expected = reports[12..].iter().map(|report| report.id.clone()).collect::<Vec<_>>();
		assert_eq!(ids, expected);
		assert!(!ids.contains(&before.id));
		assert!(recent.iter().all(|moved| moved.effect == Effect::Counted && moved.change > 0));
		// Each moves it by less than the one before, and all that is not more than the whole.
		assert!(recent.iter().is_sorted_by(|a, b| a.change >= b.change));
		let moved = recent.iter().map(|moved| moved.change).sum::<i32>();
		assert!(moved <= (score(SUBJECT).unwrap().thousandths - score_before) as i32);
	});
}

#[test]
fn what_a_record_moves_is_not_what_time_does() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		pass(365 * DAY);
		// The score fell by half; the record is good.
		record(Indicator::Rating, 10_000, 1);
		let last = known(SUBJECT).recent.last().cloned().unwrap();
		assert!(last.change > 0, "{last:?}");
	});
}
