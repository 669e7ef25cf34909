use crate::{
	BASIS_POINTS, Dimension, DimensionReport, Fixed, Grade, Indicator, Level, Moment, Outcome,
	Parameters, ScoreReport,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// One record about a subject, weighed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Observation {
	/// What the record is about.
	pub indicator: Indicator,
	/// What happened.
	pub outcome: Outcome,
	/// How well the record is founded.
	pub level: Level,
	/// How much it counts: level, credibility of the source and amount together.
	pub weight: Fixed,
	/// What it would count at the best level from a source beyond doubt.
	pub mass: Fixed,
	/// When it happened.
	pub at: Moment,
}

/// How likely the next record about a subject is adverse, in basis points, rounded up.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Default,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(transparent)]
pub struct Risk(pub u16);

/// All that the model keeps about a subject, however long its history: decayed sums, brought forward
/// at each record.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Default,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Subject {
	/// The time that all sums are decayed to.
	updated: Moment,
	/// The weight of adverse records, for the risk.
	adverse: Fixed,
	/// The weight of all records, for the risk.
	total: Fixed,
	/// What was done for repair since the last adverse record.
	repair: Repair,
	/// By [`Indicator`], in order.
	indicators: [Option<Evidence>; Indicator::COUNT],
}

/// The evidence on one indicator.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Default,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
struct Evidence {
	/// Σ w·x
	good: Fixed,
	/// Σ w·(1 − x), which fades faster under repair.
	bad: Fixed,
	/// Σ of what the records would weigh at their best.
	mass: Fixed,
	/// When the newest event happened.
	newest: Moment,
}

/// Verified good trade since the last adverse record.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Default,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
struct Repair {
	/// Σ w of records that are confirmed at least and not adverse.
	weight: Fixed,
	/// A bit for each counterparty, at a place that its account decides. Two may share a place, so
	/// the number of bits is a lower bound for the number of counterparties.
	partners: u64,
}

impl Evidence {
	fn weight(&self) -> Fixed {
		self.good.plus(self.bad)
	}
}

impl Repair {
	/// How many times faster than by itself an adverse event fades, less one.
	fn speed(&self, parameters: &Parameters) -> Fixed {
		let partners = Fixed::from_int(self.partners.count_ones());
		parameters
			.repair_cap
			.times(self.weight.saturation(parameters.repair_weight))
			.times(partners.saturation(parameters.repair_partners))
	}
}

impl Subject {
	/// Takes a record into account at the time `now`, and returns the risk as it was known just
	/// before. `partner` tells counterparties apart: any number that follows from the source's
	/// account and that the source cannot choose.
	pub fn observe(
		&mut self,
		observation: Observation,
		partner: u64,
		now: Moment,
		parameters: &Parameters,
	) -> Risk {
		self.advance(now, parameters);
		let risk = self.current_risk(parameters);
		let Observation { indicator, outcome, level, at, .. } = observation;
		let age = self.updated.saturating_sub(at);

		// An indicator outside the list cannot be decoded.
		let Some(entry) = self.indicators.get_mut(indicator as usize) else { return risk };
		let evidence = entry.get_or_insert_default();
		let left = Fixed::decay(age, parameters.indicator(indicator).half_life);
		let weight = observation.weight.times(left);
		evidence.good = evidence.good.plus(weight.times(outcome.value()));
		evidence.bad = evidence.bad.plus(weight.times(outcome.shortfall()));
		evidence.mass = evidence.mass.plus(observation.mass.times(left));
		evidence.newest = evidence.newest.max(at);

		let weight = observation.weight.decayed(age, parameters.risk_half_life);
		self.total = self.total.plus(weight);
		if outcome.is_adverse() {
			self.adverse = self.adverse.plus(weight);
			self.repair = Repair::default();
		} else if level >= Level::Confirmed {
			self.repair.weight = self.repair.weight.plus(weight);
			self.repair.partners |= 1u64.checked_shl(partner as u32 & 63).unwrap_or(0);
		}
		risk
	}

	/// How likely the next record is adverse: the share of adverse records, decayed, with a prior for
	/// those of whom little is known.
	pub fn risk(&self, now: Moment, parameters: &Parameters) -> Risk {
		let mut later = self.clone();
		later.advance(now, parameters);
		later.current_risk(parameters)
	}

	/// The score at the time `now`, with the parts that it is made of.
	pub fn report(&self, now: Moment, parameters: &Parameters) -> ScoreReport {
		let mut later = self.clone();
		later.advance(now, parameters);
		let dimensions = Dimension::ALL.map(|dimension| later.dimension(dimension, parameters));
		// Five parts of at most a million thousandths each.
		let thousandths = dimensions.iter().fold(0u32, |sum, part| sum.saturating_add(part.points));
		let score = u16::try_from(thousandths / 1_000).unwrap_or(u16::MAX);
		let confidence = dimensions.iter().fold(Fixed::ZERO, |sum, part| {
			sum.plus(
				Fixed::from_basis_points(part.weight)
					.times(Fixed::from_ratio(part.adjustment, DimensionReport::WHOLE)),
			)
		});
		ScoreReport {
			score,
			grade: Grade::of(score, &parameters.grades),
			confidence: confidence.scaled(u32::from(BASIS_POINTS)) as u16,
			risk: later.current_risk(parameters),
			thousandths,
			computed_at: later.updated,
			dimensions,
		}
	}

	/// Decays everything to a later time; an earlier one changes nothing.
	fn advance(&mut self, now: Moment, parameters: &Parameters) {
		let elapsed = now.saturating_sub(self.updated);
		if elapsed == 0 {
			return;
		}
		self.updated = now;
		// Adverse evidence ages by repair as if more time had passed.
		let hastened = Fixed::ONE.plus(self.repair.speed(parameters));
		let hastened = u128::from(elapsed).saturating_mul(u128::from(hastened.bits())) >> 32;
		let hastened = u64::try_from(hastened).unwrap_or(u64::MAX);
		for (evidence, settings) in self.indicators.iter_mut().zip(&parameters.indicators) {
			let Some(evidence) = evidence else { continue };
			let left = Fixed::decay(elapsed, settings.half_life);
			evidence.good = evidence.good.times(left);
			evidence.mass = evidence.mass.times(left);
			evidence.bad = evidence.bad.decayed(hastened, settings.half_life);
		}
		let left = Fixed::decay(elapsed, parameters.risk_half_life);
		self.adverse = self.adverse.times(left);
		self.total = self.total.times(left);
		self.repair.weight = self.repair.weight.times(left);
	}

	fn current_risk(&self, parameters: &Parameters) -> Risk {
		let prior = parameters.risk_prior_weight;
		let fair = Fixed::ONE.minus(Fixed::from_basis_points(parameters.risk_prior)).times(prior);
		let fair = fair.plus(self.total.minus(self.adverse)).over(prior.plus(self.total));
		let fair = fair.min(Fixed::ONE).scaled(u32::from(BASIS_POINTS)) as u16;
		Risk(BASIS_POINTS.saturating_sub(fair))
	}

	/// Wᵢ, Dᵢ, Rᵢ and their product. To be called after [`Subject::advance`].
	fn dimension(&self, dimension: Dimension, parameters: &Parameters) -> DimensionReport {
		let (mut value, mut weight, mut mass) = (Fixed::ZERO, Fixed::ZERO, Fixed::ZERO);
		let mut newest = 0;
		let members = Indicator::ALL.into_iter().zip(&self.indicators);
		for (indicator, evidence) in members.filter(|(j, _)| j.dimension() == dimension) {
			let settings = parameters.indicator(indicator);
			let evidence = evidence.unwrap_or_default();
			// x̂ = (α₀·π + Σ w·x) / (α₀ + Σ w)
			let prior = parameters.prior_weight;
			let estimate = prior
				.times(Fixed::from_basis_points(settings.prior))
				.plus(evidence.good)
				.over(prior.plus(evidence.weight()));
			value = value.plus(Fixed::from_basis_points(settings.share).times(estimate));
			weight = weight.plus(evidence.weight());
			mass = mass.plus(evidence.mass);
			newest = newest.max(evidence.newest);
		}
		let age = self.updated.saturating_sub(newest);
		let timeliness = Fixed::decay(age, parameters.freshness_half_life);
		let by_quality = Fixed::from_basis_points(parameters.quality_share);
		// Under repair, weight fades faster than mass, so that it never counts as more than all.
		let quality = if mass == Fixed::ZERO { Fixed::ZERO } else { weight.over(mass) };
		let reliability = weight
			.saturation(parameters.reliability_weight)
			.times(Fixed::ONE.minus(by_quality).plus(by_quality.times(quality.min(Fixed::ONE))));

		// What is published is what is multiplied, so that anybody can check the product.
		let whole = DimensionReport::WHOLE;
		let share = parameters.dimensions.get(dimension as usize).map_or(0, |d| d.weight);
		let value = value.min(Fixed::ONE).scaled(whole);
		let adjustment = timeliness.times(reliability).min(Fixed::ONE).scaled(whole);
		let points = Fixed::from_basis_points(share)
			.times(Fixed::from_ratio(value, whole))
			.times(Fixed::from_ratio(adjustment, whole))
			.scaled(whole);
		DimensionReport { dimension, weight: share, value, adjustment, points }
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{AmountClass, DAY};
	use proptest::prelude::*;

	fn parameters() -> Parameters {
		Parameters::default()
	}

	fn record(indicator: Indicator, points: u16, at: Moment) -> Observation {
		Observation {
			indicator,
			outcome: Outcome::new(points).unwrap(),
			level: Level::Confirmed,
			weight: Fixed::HALF,
			mass: Fixed::ONE,
			at,
		}
	}

	fn history() -> impl Strategy<Value = Vec<(usize, u16, u64, u8)>> {
		prop::collection::vec((0..Indicator::COUNT, 0u16..=10_000, 0u64..40, 0u8..20), 0..40)
	}

	/// A subject with this history (indicator, points, days since the record before, amount class),
	/// and the time of its last record.
	fn subject(history: &[(usize, u16, u64, u8)]) -> (Subject, Moment) {
		let (mut subject, mut now) = (Subject::default(), 1_000 * DAY);
		for (partner, (indicator, points, days, amount)) in history.iter().enumerate() {
			now += days * DAY;
			let mass = AmountClass(*amount).weight();
			let record = Observation {
				weight: mass.times(Fixed::HALF),
				mass,
				..record(Indicator::ALL[*indicator], *points, now)
			};
			subject.observe(record, partner as u64, now, &parameters());
		}
		(subject, now)
	}

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
		assert_eq!(subject.observe(rating, 0, now, &parameters()), Risk(1_250));
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
		let before = subject.observe(record(Indicator::Rating, 0, now), 0, now, &parameters());
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
			subject.observe(record(Indicator::NoDefault, 0, 0), 0, 0, &parameters);
			subject
		};
		let bad =
			|subject: &Subject| subject.indicators[Indicator::NoDefault as usize].unwrap().bad;
		let later = |mut subject: Subject| {
			subject.advance(90 * DAY, &parameters);
			bad(&subject)
		};
		let by_itself = later(fallen());
		let with = |records: usize, partners: u64, weight: Fixed, level: Level| {
			let mut subject = fallen();
			for index in 0..records {
				let good =
					Observation { weight, level, ..record(Indicator::PaidOnTime, 10_000, 0) };
				subject.observe(good, index as u64 % partners, 0, &parameters);
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
			subject.observe(record(Indicator::PaidOnTime, 10_000, 0), partner, 0, &parameters);
		}
		assert!(subject.repair.speed(&parameters) > Fixed::ZERO);
		subject.observe(record(Indicator::PaidOnTime, 4_999, 0), 0, 0, &parameters);
		assert_eq!(subject.repair.speed(&parameters), Fixed::ZERO);
	}

	#[test]
	fn the_clock_at_its_edges() {
		let parameters = parameters();
		let mut subject = Subject::default();
		// An event at the beginning of time, seen at its end, has aged to nothing.
		subject.observe(record(Indicator::Audit, 10_000, 0), 0, u64::MAX, &parameters);
		assert_eq!(subject.report(u64::MAX, &parameters).score, 0);
		// And time does not run backwards.
		assert_eq!(subject.report(0, &parameters), subject.report(u64::MAX, &parameters));
		subject.observe(record(Indicator::Audit, 10_000, u64::MAX), 0, 5, &parameters);
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

		#[test]
		fn good_evidence_never_lowers_the_score(history in history(), indicator in 0..Indicator::COUNT) {
			let (mut subject, now) = subject(&history);
			let before = subject.report(now, &parameters());
			subject.observe(
				record(Indicator::ALL[indicator], 10_000, now), 0, now, &parameters()
			);
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
				subject.observe(record, 0, now, &parameters());
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
			subject.observe(record(Indicator::ALL[indicator], points, now), 0, now, &parameters());
			let after = subject.report(now, &parameters());
			let dimension = Indicator::ALL[indicator].dimension();
			for (old, new) in before.dimensions.iter().zip(after.dimensions) {
				// Only its own dimension moves, and by no more than the dimension weighs.
				let most = if new.dimension == dimension { u32::from(new.weight) * 100 } else { 0 };
				prop_assert!(old.points.abs_diff(new.points) <= most);
			}
		}

		#[test]
		fn state_survives_its_encoding(history in history()) {
			let (subject, _) = subject(&history);
			prop_assert!(subject.encoded_size() <= Subject::max_encoded_len());
			prop_assert_eq!(Subject::decode(&mut &subject.encode()[..]).unwrap(), subject);
		}
	}
}
