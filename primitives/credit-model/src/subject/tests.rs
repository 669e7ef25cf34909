//! What holds of records, piles and repair.

use super::*;
use crate::{
	AmountClass, BASIS_POINTS, Dimension, Grade, Profile,
	testing::{history, observe, parameters, parts, record, record_of, subject, voice},
};
use proptest::prelude::*;

#[test]
fn without_evidence_there_is_no_score_and_no_confidence() {
	let report = Subject::default().report(1_000 * DAY, &parameters());
	assert_eq!((report.score, report.confidence, report.grade), (0, 0, Grade::D));
	assert_eq!(report.risk, Risk(1_250));
	assert!(report.dimensions.iter().all(|part| part.value.abs_diff(500_000) <= 1));
}

#[test]
fn one_record_as_computed_by_hand() {
	let mut subject = Subject::default();
	let now = 1_000 * DAY;
	let mut rating = record(Indicator::Rating, 10_000, now);
	rating.weight = Fixed::from_int(2);
	rating.mass = Fixed::from_int(4);
	assert_eq!(observe(&mut subject, rating, 0, now), Risk(1_250));
	let report = subject.report(now, &parameters());
	let service = report.dimensions[Dimension::AfterSalesService as usize];
	// x̂ = (2·½ + 2) / (2 + 2) = ¾, so D = ½·¾ + ½·½; R = 1 · 2/(2 + 2) · (½ + ½·½).
	assert!(service.value.abs_diff(625_000) <= 1);
	assert!(service.adjustment.abs_diff(375_000) <= 1);
	// 0.15 · 0.625 · 0.375
	assert!(service.points.abs_diff(35_156) <= 1);
	assert_eq!(report.score, 35);
	assert!(report.confidence.abs_diff(562) <= 1);
	// 1 − (0.875 + 2) / (1 + 2), rounded up.
	assert_eq!(report.risk, Risk(417));
}

#[test]
fn risk_is_told_before_the_record_counts() {
	let (mut subject, now) = (Subject::default(), 1_000 * DAY);
	let before = observe(&mut subject, record(Indicator::Rating, 0, now), 0, now);
	let after = subject.risk(now, &parameters());
	assert_eq!(before, Risk(1_250));
	assert!(after > before);
	assert!(subject.risk(now + 1_000 * DAY, &parameters()) < after);
}

#[test]
fn repair_needs_amount_and_distinct_partners_and_has_a_cap() {
	let parameters = parameters();
	let fallen = || {
		let mut subject = Subject::default();
		observe(&mut subject, record(Indicator::NoDefault, 0, 0), 0, 0);
		subject
	};
	let bad = |subject: &Subject| {
		let sum = subject.adverse[0].pile.bad();
		let half_life = parameters.indicator(Indicator::NoDefault).half_life;
		sum.read(Reading::new(subject.aged(), subject.hastened_anchor, half_life))
	};
	let later = |mut subject: Subject| {
		subject.advance(90 * DAY, &parameters);
		bad(&subject)
	};
	let by_itself = later(fallen());
	let with = |records: usize, partners: u64, weight: Fixed, level: Level| {
		let mut subject = fallen();
		for index in 0..records {
			let good = Observation { weight, level, ..record(Indicator::PaidOnTime, 10_000, 0) };
			observe(&mut subject, good, index as u64 % partners, 0);
		}
		later(subject)
	};
	let honest = with(20, 20, Fixed::ONE, Level::Confirmed);
	assert!(honest < by_itself.times(Fixed::HALF));
	// A ring of tiny trades, one friend alone, or mere ratings repair little or nothing.
	assert!(
		with(20, 20, Fixed::from_ratio(1, 1_000), Level::Confirmed)
			> by_itself.times(Fixed::from_ratio(99, 100))
	);
	assert!(with(20, 1, Fixed::ONE, Level::Confirmed) > honest.times(Fixed::from_ratio(3, 2)));
	assert_eq!(with(20, 20, Fixed::ONE, Level::Counterparty), by_itself);
	// Never faster than at four times the speed.
	let cap = bad(&fallen()).decayed(4 * 90 * DAY, 90 * DAY);
	assert!(with(1_000, 64, Fixed::from_int(1_000), Level::Source) >= cap);
}

#[test]
fn a_new_adverse_record_ends_the_repair() {
	let parameters = parameters();
	let mut subject = Subject::default();
	for partner in 0..10 {
		observe(&mut subject, record(Indicator::PaidOnTime, 10_000, 0), partner, 0);
	}
	let speed = |subject: &Subject| {
		let reading = Reading::new(subject.updated, subject.anchor, parameters.risk_half_life);
		subject.repair.speed(reading, &parameters.pace())
	};
	assert!(speed(&subject) > Fixed::ZERO);
	observe(&mut subject, record(Indicator::PaidOnTime, 4_999, 0), 0, 0);
	assert_eq!(speed(&subject), Fixed::ZERO);
}

#[test]
fn who_is_not_believed_can_neither_end_a_repair_nor_spoil_the_quality() {
	let parameters = parameters();
	let mut subject = Subject::default();
	for partner in 0..20 {
		observe(&mut subject, record(Indicator::PaidOnTime, 10_000, 0), partner, 0);
	}
	let before = subject.report(0, &parameters);
	let worthless = Observation {
		weight: Fixed::from_ratio(1, 1_000_000),
		..record(Indicator::PaidOnTime, 0, 0)
	};
	for _ in 0..100 {
		observe(&mut subject, worthless, 99, 0);
	}
	let after = subject.report(0, &parameters);
	assert!(before.score - after.score <= 1, "{} {}", before.score, after.score);
	assert_eq!(subject.repair.chapter, 0);
	observe(&mut subject, record(Indicator::PaidOnTime, 0, 0), 99, 0);
	assert_eq!(subject.repair.chapter, 1);
}

#[test]
fn the_clock_at_its_edges() {
	let parameters = parameters();
	let mut subject = Subject::default();
	// An event at the beginning of time, seen at its end, has aged to nothing.
	observe(&mut subject, record(Indicator::Audit, 10_000, 0), 0, u64::MAX);
	assert_eq!(subject.report(u64::MAX, &parameters).score, 0);
	// And time does not run backwards.
	assert_eq!(subject.report(0, &parameters), subject.report(u64::MAX, &parameters));
	let late = Observation { at: u64::MAX, ..record(Indicator::Audit, 10_000, 0) };
	observe(&mut subject, late, 0, 5);
	assert!(subject.report(5, &parameters).score > 0);
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(10_000))]

	#[test]
	fn the_parts_sum_to_the_score(history in history(), days in 0u64..4_000) {
		let (subject, now) = subject(&history);
		let report = subject.report(now + days * DAY, &parameters());
		let sum: u32 = report.dimensions.iter().map(|part| part.points).sum();
		prop_assert_eq!(sum, report.thousandths);
		prop_assert_eq!(u32::from(report.score), sum / 1_000);
		prop_assert!(report.score <= 1_000);
		prop_assert!(report.confidence <= BASIS_POINTS && report.risk.0 <= BASIS_POINTS);
		prop_assert!(u32::from(report.score) <= u32::from(report.confidence) / 10 + 1);
		for part in report.dimensions {
			let exact = f64::from(part.weight) / 1e4
				* f64::from(part.value) / 1e6
				* f64::from(part.adjustment);
			prop_assert!((f64::from(part.points) - exact).abs() <= 1.5);
		}
	}

	/// What is charged before a submission counts on it.
	#[test]
	fn so_many_records_add_no_more_than_that_to_what_there_is_to_look_at(
		before in history(), more in history(), years in 0u64..4,
	) {
		let (mut subject, now) = subject(&before);
		let now = now + years * 2 * Subject::HALF_YEAR;
		let most = subject.extent_after(more.len() as u32);
		prop_assert!(most <= Subject::MAX_EXTENT);
		for (partner, past) in (100..).zip(&more) {
			observe(&mut subject, record_of(*past, now), partner, now);
		}
		prop_assert!(subject.extent() <= most);
	}

	#[test]
	fn good_evidence_never_lowers_the_score(history in history(), indicator in 0..Indicator::COUNT) {
		let (mut subject, now) = subject(&history);
		let before = subject.report(now, &parameters());
		observe(&mut subject, record(Indicator::ALL[indicator], 10_000, now), 0, now);
		let after = subject.report(now, &parameters());
		// The published factors are cut off to a millionth, the product to a thousandth.
		prop_assert!(after.thousandths + 2 >= before.thousandths);
		prop_assert!(after.risk <= before.risk);
	}

	#[test]
	fn a_better_outcome_is_never_worse(
		history in history(), indicator in 0..Indicator::COUNT, a in 0u16..=10_000, b in 0u16..=10_000,
	) {
		let (subject, now) = subject(&history);
		let with = |points| {
			let mut subject = subject.clone();
			let record = record(Indicator::ALL[indicator], points, now);
			observe(&mut subject, record, 0, now);
			subject.report(now, &parameters())
		};
		let (worse, better) = (with(a.min(b)), with(a.max(b)));
		prop_assert!(better.thousandths + 2 >= worse.thousandths);
		prop_assert!(better.risk <= worse.risk);
	}

	#[test]
	fn confidence_only_fades_without_news(history in history(), days in 0u64..2_000, more in 0u64..2_000) {
		let (subject, now) = subject(&history);
		let earlier = subject.report(now + days * DAY, &parameters());
		let later = subject.report(now + (days + more) * DAY, &parameters());
		prop_assert!(later.confidence <= earlier.confidence);
	}

	#[test]
	fn reading_changes_nothing(history in history(), days in 0u64..2_000) {
		let (subject, now) = subject(&history);
		let before = subject.clone();
		let _ = subject.report(now + days * DAY, &parameters());
		let _ = subject.risk(now + days * DAY, &parameters());
		prop_assert_eq!(subject, before);
	}

	#[test]
	fn one_record_has_a_bounded_effect(
		history in history(), indicator in 0..Indicator::COUNT, points in 0u16..=10_000,
	) {
		let (mut subject, now) = subject(&history);
		let before = subject.report(now, &parameters());
		observe(&mut subject, record(Indicator::ALL[indicator], points, now), 0, now);
		let after = subject.report(now, &parameters());
		let dimension = Indicator::ALL[indicator].dimension();
		for (old, new) in before.dimensions.iter().zip(after.dimensions) {
			// Only its own dimension moves, and by no more than the dimension weighs.
			let most = if new.dimension == dimension { u32::from(new.weight) * 100 } else { 0 };
			prop_assert!(old.points.abs_diff(new.points) <= most);
		}
	}

	#[test]
	fn a_record_that_is_taken_out_again_was_never_there(
		history in history(), index in 0usize..40, days in 0u64..2_000,
	) {
		prop_assume!(!history.is_empty());
		let index = index % history.len();
		let (mut subject, mut without) = (Subject::default(), Subject::default());
		let (mut now, mut taken) = (1_000 * DAY, None);
		for (place, past) in history.iter().enumerate() {
			now += past.2 * DAY;
			// Good trade that is confirmed, and adverse records, change the pace of repair while they
			// are there; that is the only thing that is not taken back.
			let record = Observation { level: Level::Counterparty, ..record_of(*past, now) };
			let partner = place as u64;
			let seen = subject.observe(record, voice(partner), partner, now, &parameters());
			if place == index {
				without.advance(now, &parameters());
				taken = Some((record, partner, seen.placed));
			} else {
				without.observe(record, voice(partner), partner, now, &parameters());
			}
		}
		let before = subject.clone();
		let (record, partner, placed) = taken.unwrap();
		subject.retract(&record, voice(partner), partner, placed, &parameters());
		without.repair = subject.repair.clone();
		let later = now + days * DAY;
		prop_assert_eq!(
			subject.report(later, &parameters()), without.report(later, &parameters())
		);
		for indicator in Indicator::ALL {
			prop_assert_eq!(
				subject.others(indicator, voice(99), later, &parameters()),
				without.others(indicator, voice(99), later, &parameters()),
			);
		}
		// And put back, everything is as it was.
		subject.restore(&record, voice(partner), partner, placed, &parameters());
		prop_assert_eq!(
			subject.report(later, &parameters()), before.report(later, &parameters())
		);
		prop_assert_eq!(subject, before);
	}

	#[test]
	fn when_all_is_taken_out_nothing_is_left(history in history()) {
		let (mut subject, mut now) = (Subject::default(), 1_000 * DAY);
		let mut records = Vec::new();
		for (place, past) in history.iter().enumerate() {
			now += past.2 * DAY;
			let record = record_of(*past, now);
			let partner = place as u64;
			let seen = subject.observe(record, voice(partner), partner, now, &parameters());
			records.push((record, partner, seen.placed));
		}
		for (record, partner, placed) in records {
			subject.retract(&record, voice(partner), partner, placed, &parameters());
		}
		prop_assert!(subject.fair.iter().all(Option::is_none));
		prop_assert!(subject.adverse.is_empty());
		let report = subject.report(now, &parameters());
		prop_assert_eq!((report.score, report.confidence, report.risk), (0, 0, Risk(1_250)));
	}

	#[test]
	fn adverse_evidence_leaves_in_its_last_half_year(
		history in history(), points in 0u16..5_000, indicator in 0..Indicator::COUNT,
	) {
		let (mut subject, now) = subject(&history);
		let adverse = record(Indicator::ALL[indicator], points, now);
		observe(&mut subject, adverse, 7, now);
		let gone = |at: Moment| {
			let mut later = subject.clone();
			later.advance(at, &parameters());
			later.adverse.iter().all(|pile| pile.leaves < half_year(adverse.expires))
		};
		prop_assert!(gone(adverse.expires));
		prop_assert!(!gone(adverse.expires - Subject::HALF_YEAR));
		let mut end = subject.clone();
		end.advance(adverse.expires, &parameters());
		prop_assert!(end.adverse.is_empty());
		// What has left can neither be taken out nor put back.
		let left = end.clone();
		end.retract(&adverse, voice(7), 7, Placed::default(), &parameters());
		end.restore(&adverse, voice(7), 7, Placed::default(), &parameters());
		prop_assert_eq!(end, left);
	}

	#[test]
	fn piles_are_bounded_and_lose_nothing_but_time(
		records in prop::collection::vec((0..Indicator::COUNT, 1u64..40), 60),
	) {
		let (mut subject, now) = (Subject::default(), 1_000 * DAY);
		let mut weight = 0u32;
		for (indicator, half_years) in records {
			let adverse = Observation {
				expires: now + half_years * Subject::HALF_YEAR,
				..record(Indicator::ALL[indicator], 0, now)
			};
			let left = half_year(adverse.expires) <= half_year(now);
			observe(&mut subject, adverse, 7, now);
			weight += u32::from(!left);
			prop_assert!(subject.adverse.len() <= Subject::ADVERSE_PILES as usize);
			prop_assert!(subject.adverse.is_sorted_by(|a, b| a.key() < b.key()));
		}
		let reading = Reading::new(now, subject.anchor, parameters().risk_half_life);
		let total = subject
			.adverse
			.iter()
			.fold(Sum::ZERO, |sum, adverse| sum.plus(adverse.pile.risk()))
			.read(reading);
		prop_assert!(total.distance(Fixed::from_ratio(weight, 2)) < Fixed::from_bits(1 << 16));
	}

	#[test]
	fn state_survives_its_encoding(history in history()) {
		let (subject, _) = subject(&history);
		prop_assert!(subject.encoded_size() <= Subject::max_encoded_len());
		prop_assert_eq!(Subject::decode(&mut &subject.encode()[..]).unwrap(), subject);
	}
}

/// How fast adverse evidence is repaired now.
fn speed(subject: &Subject) -> Fixed {
	let reading = Reading::new(subject.updated, subject.anchor, parameters().risk_half_life);
	subject.repair.speed(reading, &parameters().pace())
}

/// Records about parts of a trade, by one partner.
fn in_parts(mut subject: Subject, whole: Observation, parts: &[u64], now: Moment) -> Subject {
	for amount in parts {
		let mass = AmountClass::of(*amount).weight();
		let part = Observation { weight: mass.times(Fixed::HALF), mass, ..whole };
		observe(&mut subject, part, 77, now);
	}
	subject
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(10_000))]

	/// Whatever is known already, and whatever the trade is about.
	#[test]
	fn a_small_trade_cut_in_halves_gains_neither_score_nor_repair(
		history in history(), indicator in 0..Indicator::COUNT, points in 5_000u16..=10_000,
		whole in 1u64..2_048, halvings in 0u32..7,
	) {
		let count = 1u64 << halvings.min(whole.ilog2());
		let (subject, now) = subject(&history);
		let record = record(Indicator::ALL[indicator], points, now);
		let one = in_parts(subject.clone(), record, &[whole], now);
		let parts = vec![whole / count; count as usize];
		let many = in_parts(subject, record, &parts, now);
		prop_assert!(speed(&many) <= speed(&one));
		let (one, many) = (one.report(now, &parameters()), many.report(now, &parameters()));
		// Except where the record is worse than what is known: then the lesser weight harms less.
		if points == 10_000 {
			prop_assert!(many.thousandths <= one.thousandths + 2);
		}
		prop_assert!(many.confidence <= one.confidence + 1);
		prop_assert!(many.risk >= one.risk);
	}

	/// Cut in any way, what is gained is less than one more class would bring.
	#[test]
	fn a_small_trade_cut_in_pieces_gains_less_than_a_class(
		history in history(), indicator in 0..Indicator::COUNT, (whole, parts) in parts(1_024),
	) {
		let (subject, now) = subject(&history);
		let record = record(Indicator::ALL[indicator], 10_000, now);
		let larger = in_parts(subject.clone(), record, &[whole * 2], now);
		let many = in_parts(subject, record, &parts, now);
		prop_assert!(speed(&many) <= speed(&larger));
		let (larger, many) = (larger.report(now, &parameters()), many.report(now, &parameters()));
		prop_assert!(many.thousandths <= larger.thousandths + 2);
		prop_assert!(many.risk >= larger.risk);
	}

	/// However much is traded, and in however many pieces.
	#[test]
	fn one_partner_alone_repairs_at_a_fifth_of_the_speed(
		parts in prop::collection::vec(0u64..1_000_000_000, 1..100),
	) {
		let now = 1_000 * DAY;
		let record = record(Indicator::PaidOnTime, 10_000, now);
		let subject = in_parts(Subject::default(), record, &parts, now);
		let Parameters { repair_cap, repair_partners, .. } = parameters();
		prop_assert!(speed(&subject) <= repair_cap.times(Fixed::ONE.saturation(repair_partners)));
	}

	#[test]
	fn repair_is_never_faster_than_its_cap(
		history in prop::collection::vec((0..Indicator::COUNT, 5_000u16..=10_000, 0u64..40, 0u8..64), 0..60),
		cap in 0u32..=15, days in 0u64..1_000,
	) {
		let parameters = Parameters { repair_cap: Fixed::from_int(cap), ..parameters() };
		let start = 1_000 * DAY;
		let (mut subject, mut now) = (Subject::default(), start);
		let adverse = record(Indicator::NoDefault, 0, start);
		subject.observe(adverse, voice(0), 0, start, &parameters);
		let bad = |subject: &Subject| {
			let half_life = parameters.indicator(Indicator::NoDefault).half_life;
			let reading = Reading::new(subject.aged(), subject.hastened_anchor, half_life);
			subject.adverse.first().map_or(Fixed::ZERO, |adverse| adverse.pile.bad().read(reading))
		};
		let before = bad(&subject);
		for (partner, past) in (0..).zip(&history) {
			now += past.2 * DAY;
			let record = Observation { level: Level::Source, ..record_of(*past, now) };
			subject.observe(record, voice(partner), partner, now, &parameters);
			let reading = Reading::new(subject.updated, subject.anchor, parameters.risk_half_life);
			prop_assert!(
				subject.repair.speed(reading, &parameters.pace()) <= parameters.repair_cap
			);
		}
		now += days * DAY;
		subject.advance(now, &parameters);
		let elapsed = now - start;
		prop_assert!(subject.hastened <= elapsed * u64::from(cap));
		prop_assume!(half_year(now) < half_year(adverse.expires));
		let half_life = parameters.indicator(Indicator::NoDefault).half_life;
		let fastest = before.decayed(elapsed * (1 + u64::from(cap)), half_life);
		prop_assert!(bad(&subject).plus(Fixed::from_bits(64)) >= fastest);
		let slowest = before.decayed(elapsed, half_life);
		prop_assert!(bad(&subject) <= slowest.plus(Fixed::from_bits(64)));
	}

	/// Evidence that is gone is as if it had never been: what is left is what the prior says.
	#[test]
	fn when_all_evidence_is_old_nothing_is_left_of_the_score(history in history()) {
		let (subject, now) = subject(&history);
		let report = subject.report(now + 40_000 * DAY, &parameters());
		prop_assert_eq!((report.score, report.confidence, report.grade), (0, 0, Grade::D));
		prop_assert!(report.risk.0.abs_diff(1_250) <= 1);
		prop_assert_eq!(report.conduct(), None);
	}

	/// A profile tells other scores of the same evidence, whose parts add up as well.
	#[test]
	fn a_profile_weighs_the_same_evidence(history in history(), days in 0u64..400, first in 0usize..5) {
		let (subject, now) = subject(&history);
		let mut profile = Profile::of(&parameters());
		profile.dimensions = [0; 5];
		profile.dimensions[first] = 10_000;
		prop_assert_eq!(profile.validate(), Ok(()));
		let own = subject.report(now + days * DAY, &parameters().with_profile(&profile));
		let all = subject.report(now + days * DAY, &parameters());
		// Both read the same D and R, and the same risk.
		for (own, all) in own.dimensions.iter().zip(&all.dimensions) {
			prop_assert_eq!((own.value, own.adjustment), (all.value, all.adjustment));
		}
		prop_assert_eq!(own.risk, all.risk);
		prop_assert_eq!(own.thousandths, own.dimensions[first].points);
	}

	/// What has left by itself changes nothing that is read later, whether it was dropped or not.
	#[test]
	fn to_release_what_has_left_changes_nothing(
		history in history(), days in 0u64..3_000, more in 0u64..1_000, points in 0u16..=10_000,
	) {
		let (subject, now) = subject(&history);
		let mut released = subject.clone();
		let then = now + days * DAY;
		released.release(then);
		prop_assert_eq!(released.clock(), subject.clock());
		let later = then + more * DAY;
		prop_assert_eq!(
			released.report(later, &parameters()), subject.report(later, &parameters())
		);
		let record = record(Indicator::Rating, points, later);
		let observed = |mut subject: Subject| {
			let seen = subject.observe(record, voice(3), 3, later, &parameters());
			(subject, seen)
		};
		prop_assert_eq!(observed(released), observed(subject));
	}
}
