//! What a score is made of, and what it lacks.

use super::{
	Subject,
	score::{Basis, Evidence},
};
use crate::{
	BASIS_POINTS, Dimension, DimensionReport, Explanation, Fixed, Indicator, IndicatorReport,
	Moment, Parameters, Reason, Shortfall,
};
use bounded_collections::{BoundedVec, ConstU32};
use core::cmp::Reverse;

/// A basis point of the score, in thousandths of a point.
const THOUSANDTHS: u32 = DimensionReport::WHOLE / BASIS_POINTS as u32;

/// Shares a whole number out in proportion, so that the parts add up to it exactly.
struct Split {
	whole: u32,
	/// What everybody wants together.
	wanted: u128,
	/// What those want who had their part.
	so_far: u128,
	/// What they had.
	given: u32,
}

impl Split {
	fn new(whole: u32, wants: impl Iterator<Item = u128>) -> Self {
		Self { whole, wanted: wants.fold(0, u128::saturating_add), so_far: 0, given: 0 }
	}

	/// The part of the next one.
	fn part(&mut self, want: u128) -> u32 {
		self.so_far = self.so_far.saturating_add(want);
		let due = u128::from(self.whole).saturating_mul(self.so_far).checked_div(self.wanted);
		let due = due.and_then(|due| u32::try_from(due).ok()).unwrap_or(0);
		let part = due.saturating_sub(self.given);
		self.given = self.given.max(due);
		part
	}
}

impl Evidence {
	/// vᵢⱼ times a number, as a whole number.
	fn by_share(&self, value: Fixed) -> u128 {
		u128::from(self.settings.share).saturating_mul(value.bits().into())
	}

	/// What is missing in the estimate because nothing, or little, is known.
	fn unproven(&self, parameters: &Parameters) -> u128 {
		let prior = parameters.prior_weight;
		let assumed = Fixed::ONE.minus(Fixed::from_basis_points(self.settings.prior));
		self.by_share(prior.times(assumed).over(prior.plus(self.good).plus(self.bad)))
	}

	/// What is missing in the estimate because outcomes were not the best.
	fn adverse(&self, parameters: &Parameters) -> u128 {
		self.by_share(self.bad.over(parameters.prior_weight.plus(self.good).plus(self.bad)))
	}

	/// What the indicator adds to its dimension.
	fn report(&self, points: u32) -> IndicatorReport {
		let weight = self.good.plus(self.bad);
		let quality = if weight == Fixed::ZERO { Fixed::ZERO } else { self.founded.over(weight) };
		IndicatorReport {
			indicator: self.indicator,
			share: self.settings.share,
			estimate: self.estimate,
			good: self.good,
			bad: self.bad,
			quality: quality.min(Fixed::ONE),
			newest: self.newest,
			points,
		}
	}
}

/// What a score lacks, in the order in which it is found.
#[derive(Default)]
struct Shortfalls(BoundedVec<Shortfall, ConstU32<{ Explanation::SHORTFALLS }>>);

impl Shortfalls {
	fn add(&mut self, reason: Reason, points: u32) {
		if points > 0 {
			// There is room for each reason.
			let _ = self.0.try_push(Shortfall { reason, points });
		}
	}

	/// Adds what one dimension lacks: its weight in the score less its points.
	fn add_dimension(
		&mut self,
		basis: &Basis,
		report: &DimensionReport,
		evidence: &[Evidence; Indicator::COUNT],
		parameters: &Parameters,
	) {
		let dimension = basis.dimension;
		let full = u32::from(basis.share).saturating_mul(THOUSANDTHS);
		if basis.weight == Fixed::ZERO {
			self.add(Reason::NoEvidence(dimension), full.saturating_sub(report.points));
			return;
		}
		let members = || evidence.iter().filter(|known| known.indicator.dimension() == dimension);

		// What is left after each step, never less than what is left in the end.
		let least = report.points.min(full);
		let timely = basis.timeliness.scaled(full).max(least);
		let proven = basis.timeliness.times(basis.quantity).scaled(full).clamp(least, timely);
		let adjusted = Fixed::from_ratio(report.adjustment, DimensionReport::WHOLE).scaled(full);
		let founded =
			if basis.foundation == Fixed::ONE { proven } else { adjusted.clamp(least, proven) };
		let wants =
			members().flat_map(|known| [known.unproven(parameters), known.adverse(parameters)]);
		let mut split = Split::new(founded.saturating_sub(least), wants);
		// Where no indicator lacks anything, what was cut off counts as want of evidence.
		let cut_off = if split.wanted == 0 { split.whole } else { 0 };

		self.add(Reason::OldEvidence(dimension), full.saturating_sub(timely));
		let little = timely.saturating_sub(proven).saturating_add(cut_off);
		self.add(Reason::LittleEvidence(dimension), little);
		self.add(Reason::WeakFoundation(dimension), proven.saturating_sub(founded));
		for known in members() {
			let indicator = known.indicator;
			self.add(Reason::Unproven(indicator), split.part(known.unproven(parameters)));
			self.add(Reason::Adverse(indicator), split.part(known.adverse(parameters)));
		}
	}
}

impl Subject {
	/// The score at the time `now` with all that it is made of, and with what keeps it from being higher.
	pub fn explain(&self, now: Moment, parameters: &Parameters) -> Explanation {
		let mut later = self.clone();
		later.advance(now, parameters);
		let evidence = later.evidence(parameters);
		let parts = Dimension::ALL.map(|dimension| later.basis(dimension, &evidence, parameters));
		let report = later.report_of(&parts, parameters);

		let mut shortfalls = Shortfalls::default();
		for (basis, part) in parts.iter().zip(&report.dimensions) {
			shortfalls.add_dimension(basis, part, &evidence, parameters);
		}
		let Shortfalls(mut shortfalls) = shortfalls;
		shortfalls
			.as_mut()
			.sort_unstable_by_key(|shortfall| (Reverse(shortfall.points), shortfall.reason));

		let mut splits = report.dimensions.map(|part| {
			let members =
				evidence.iter().filter(|known| known.indicator.dimension() == part.dimension);
			Split::new(part.points, members.map(|known| known.by_share(known.estimate)))
		});
		let indicators = evidence.map(|known| {
			let split = splits.get_mut(known.indicator.dimension() as usize);
			let points = split.map_or(0, |split| split.part(known.by_share(known.estimate)));
			known.report(points)
		});
		Explanation { report, indicators, shortfalls }
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		DAY, Observation,
		testing::{history, observe, parameters, record, subject},
	};
	use codec::{Encode, MaxEncodedLen};
	use proptest::prelude::*;

	const WHOLE: u32 = DimensionReport::WHOLE;

	fn cost(explanation: &Explanation, reason: Reason) -> u32 {
		let mut all = explanation.shortfalls.iter();
		all.find(|shortfall| shortfall.reason == reason).map_or(0, |shortfall| shortfall.points)
	}

	#[test]
	fn of_a_stranger_everything_is_missing() {
		let explanation = Subject::default().explain(1_000 * DAY, &parameters());
		let expected = Dimension::ALL.map(|dimension| Shortfall {
			reason: Reason::NoEvidence(dimension),
			points: u32::from(parameters().dimensions[dimension as usize].weight) * 100,
		});
		// In the order of what creditors lose by, which is that of the dimensions.
		assert_eq!(explanation.shortfalls.to_vec(), expected);
		for known in explanation.indicators {
			assert_eq!((known.good, known.bad, known.newest), (Fixed::ZERO, Fixed::ZERO, None));
			assert_eq!((known.points, known.quality), (0, Fixed::ZERO));
		}
	}

	#[test]
	fn each_reason_shows_where_it_is_one() {
		let now = 1_000 * DAY;
		let service = Dimension::AfterSalesService;
		let explain = |record: Observation, count: u64, later: Moment| {
			let mut subject = Subject::default();
			for partner in 0..count {
				observe(&mut subject, record, partner, now);
			}
			subject.explain(now + later, &parameters())
		};
		let best = Observation { weight: Fixed::ONE, ..record(Indicator::Rating, 10_000, now) };
		let one = explain(best, 1, 0);
		assert_eq!(cost(&one, Reason::OldEvidence(service)), 0);
		assert_eq!(cost(&one, Reason::WeakFoundation(service)), 0);
		assert_eq!(cost(&one, Reason::Adverse(Indicator::Rating)), 0);
		// A third of 150 points is there: W / (W + 2).
		assert!(cost(&one, Reason::LittleEvidence(service)).abs_diff(100_000) <= 2);
		assert!(cost(&one, Reason::Unproven(Indicator::Rating)) > 0);
		assert!(cost(&one, Reason::Unproven(Indicator::ReturnHandled)) > 0);
		assert_eq!(cost(&one, Reason::NoEvidence(service)), 0);

		let many = explain(best, 100, 0);
		assert!(cost(&many, Reason::LittleEvidence(service)) < 5_000);
		let old = explain(best, 100, 365 * DAY);
		assert!(cost(&old, Reason::OldEvidence(service)).abs_diff(75_000) <= 2);
		let weak = explain(Observation { weight: Fixed::from_ratio(1, 4), ..best }, 100, 0);
		assert!(cost(&weak, Reason::WeakFoundation(service)) > 50_000);
		let bad = explain(Observation { outcome: crate::Outcome::WORST, ..best }, 100, 0);
		// Ratings are half of the dimension.
		let adverse = cost(&bad, Reason::Adverse(Indicator::Rating));
		assert!(adverse > 70_000 && adverse < 75_000, "{adverse}");
		assert_eq!(bad.shortfalls[4].reason, Reason::Adverse(Indicator::Rating));
	}

	#[test]
	fn parts_are_shared_out_to_the_last() {
		let mut split = Split::new(10, [1u128, 1, 1].into_iter());
		assert_eq!([split.part(1), split.part(1), split.part(1)], [3, 3, 4]);
		let mut nobody = Split::new(10, [0u128, 0].into_iter());
		assert_eq!([nobody.part(0), nobody.part(0)], [0, 0]);
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(10_000))]

		#[test]
		fn everything_adds_up(history in history(), days in 0u64..4_000, quality in 0u16..=10_000) {
			let (subject, now) = subject(&history);
			let parameters = Parameters { quality_share: quality, ..parameters() };
			let explanation = subject.explain(now + days * DAY, &parameters);
			let Explanation { report, indicators, shortfalls } = &explanation;
			prop_assert_eq!(report, &subject.report(now + days * DAY, &parameters));

			// The points of indicators make those of dimensions, and those the score.
			for part in report.dimensions {
				let members = indicators.iter().filter(|j| j.indicator.dimension() == part.dimension);
				let points = members.clone().map(|j| j.points).sum::<u32>();
				prop_assert_eq!(points, part.points);
				// The estimates make its value.
				let value = members.fold(Fixed::ZERO, |sum, j| {
					sum.plus(Fixed::from_basis_points(j.share).times(j.estimate))
				});
				prop_assert_eq!(value.min(Fixed::ONE).scaled(WHOLE), part.value);
			}
			let parts = report.dimensions.iter().map(|part| part.points).sum::<u32>();
			prop_assert_eq!(parts, report.thousandths);

			// And what is lacking makes the whole.
			let lacking = shortfalls.iter().map(|shortfall| shortfall.points).sum::<u32>();
			prop_assert_eq!(report.thousandths + lacking, WHOLE);
			prop_assert!(shortfalls.is_sorted_by(|a, b| a.points >= b.points && a != b));
			prop_assert!(explanation.encoded_size() <= Explanation::max_encoded_len());
		}

		/// A reason is never told without ground.
		#[test]
		fn reasons_are_true(history in history(), days in 0u64..1_000) {
			let (subject, now) = subject(&history);
			let explanation = subject.explain(now + days * DAY, &parameters());
			let of = |indicator: Indicator| explanation.indicators[indicator as usize];
			for Shortfall { reason, points } in explanation.shortfalls.iter() {
				prop_assert!(*points > 0);
				match reason {
					Reason::NoEvidence(dimension) => {
						let mut members = explanation.indicators.iter();
						let none = members.all(|j| {
							j.indicator.dimension() != *dimension
								|| (j.good, j.bad) == (Fixed::ZERO, Fixed::ZERO)
						});
						prop_assert!(none);
					},
					Reason::OldEvidence(dimension) => {
						let members = explanation.indicators.iter();
						let members = members.filter(|j| j.indicator.dimension() == *dimension);
						let newest = members.filter_map(|j| j.newest).max();
						prop_assert!(newest < Some(explanation.report.computed_at));
					},
					Reason::WeakFoundation(_) | Reason::LittleEvidence(_) => {},
					Reason::Unproven(indicator) => prop_assert!(of(*indicator).estimate < Fixed::ONE),
					Reason::Adverse(indicator) => prop_assert!(of(*indicator).bad > Fixed::ZERO),
				}
			}
		}
	}
}
