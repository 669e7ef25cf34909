//! The score of a subject, and its risk.

use super::Subject;
use crate::{
	BASIS_POINTS, Dimension, DimensionReport, Fixed, Grade, Indicator, IndicatorParameters, Moment,
	Parameters, Risk, ScoreReport,
	pile::Pile,
	sum::{Reading, Sum},
};

/// Readings of both clocks, remembered for as long as the half-life stays the same.
pub(super) struct Readings<'a> {
	subject: &'a Subject,
	half_life: Moment,
	plain: Reading,
	hastened: Reading,
}

/// What is known about one indicator.
#[derive(Clone, Copy)]
pub(super) struct Evidence {
	pub indicator: Indicator,
	/// How the indicator counts.
	pub settings: IndicatorParameters,
	/// Σ w·x
	pub good: Fixed,
	/// Σ w·(1 − x)
	pub bad: Fixed,
	/// Σ w·q, see [`Pile::quality`].
	pub founded: Fixed,
	/// x̂ = (α₀·π + Σ w·x) / (α₀ + Σ w)
	pub estimate: Fixed,
	/// When the newest event happened; `None` if there is no evidence.
	pub newest: Option<Moment>,
}

/// What the score of a dimension is made of.
pub(super) struct Basis {
	pub dimension: Dimension,
	/// Wᵢ in basis points.
	pub share: u16,
	/// Σ w of all indicators.
	pub weight: Fixed,
	/// Dᵢ
	pub value: Fixed,
	/// How new the newest evidence is.
	pub timeliness: Fixed,
	/// How reliable evidence of such weight is.
	pub quantity: Fixed,
	/// What its foundation leaves of that.
	pub foundation: Fixed,
}

impl<'a> Readings<'a> {
	pub fn new(subject: &'a Subject, half_life: Moment) -> Self {
		let plain = Reading::new(subject.updated, subject.anchor, half_life);
		let hastened = Reading::new(subject.aged(), subject.hastened_anchor, half_life);
		Self { subject, half_life, plain, hastened }
	}

	/// By the subject's clock, and by the one that repair hastens.
	pub fn of(&mut self, half_life: Moment) -> (Reading, Reading) {
		if half_life != self.half_life {
			*self = Self::new(self.subject, half_life);
		}
		(self.plain, self.hastened)
	}
}

impl Basis {
	/// Wᵢ, Dᵢ, Rᵢ and their product.
	pub fn report(&self) -> DimensionReport {
		// What is published is what is multiplied, so that anybody can check the product.
		let whole = DimensionReport::WHOLE;
		let reliability = self.quantity.times(self.foundation);
		let value = self.value.min(Fixed::ONE).scaled(whole);
		let adjustment = self.timeliness.times(reliability).min(Fixed::ONE).scaled(whole);
		let points = Fixed::from_basis_points(self.share)
			.times(Fixed::from_ratio(value, whole))
			.times(Fixed::from_ratio(adjustment, whole))
			.scaled(whole);
		let Self { dimension, share: weight, .. } = *self;
		DimensionReport { dimension, weight, value, adjustment, points }
	}
}

impl Subject {
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
		later.current_report(parameters)
	}

	/// The score at the time of the last record, or of the last change of pace.
	pub fn current_report(&self, parameters: &Parameters) -> ScoreReport {
		if self.is_behind(parameters) {
			return self.report(self.updated, parameters);
		}
		let evidence = self.evidence(parameters);
		let parts = Dimension::ALL.map(|dimension| self.basis(dimension, &evidence, parameters));
		self.report_of(&parts, parameters)
	}

	/// The score that these parts make. To be called after [`Subject::advance`], as what follows.
	pub(super) fn report_of(
		&self,
		parts: &[Basis; Dimension::COUNT],
		parameters: &Parameters,
	) -> ScoreReport {
		let dimensions = parts.each_ref().map(Basis::report);
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
			version: parameters.version,
			score,
			grade: Grade::of(score, &parameters.grades),
			confidence: confidence.scaled(u32::from(BASIS_POINTS)) as u16,
			risk: self.current_risk(parameters),
			thousandths,
			computed_at: self.updated,
			dimensions,
		}
	}

	pub(super) fn current_risk(&self, parameters: &Parameters) -> Risk {
		let reading = Reading::new(self.updated, self.anchor, parameters.risk_half_life);
		let add = |sum: Sum, pile: &Pile| sum.plus(pile.risk());
		let fair = self.fair.iter().flatten().fold(Sum::ZERO, add).read(reading);
		let adverse = self.adverse.iter().map(|adverse| &adverse.pile).fold(Sum::ZERO, add);
		let total = fair.plus(adverse.read(reading));
		let prior = parameters.risk_prior_weight;
		let good = Fixed::ONE.minus(Fixed::from_basis_points(parameters.risk_prior)).times(prior);
		let good = good.plus(fair).over(prior.plus(total));
		let good = good.min(Fixed::ONE).scaled(u32::from(BASIS_POINTS)) as u16;
		Risk(BASIS_POINTS.saturating_sub(good))
	}

	/// What is known about each indicator.
	pub(super) fn evidence(&self, parameters: &Parameters) -> [Evidence; Indicator::COUNT] {
		let mut readings = Readings::new(self, parameters.risk_half_life);
		Indicator::ALL.map(|indicator| {
			let settings = parameters.indicator(indicator);
			let (plain, hastened) = readings.of(settings.half_life);
			let (mut good, mut bad, mut founded) = (Sum::ZERO, Sum::ZERO, Sum::ZERO);
			let mut newest: Option<Moment> = None;
			for pile in self.piles_of(indicator) {
				good = good.plus(pile.good());
				bad = bad.plus(pile.bad());
				founded = founded.plus(pile.quality());
				newest = newest.max(Some(pile.newest()));
			}
			let (good, bad) = (good.read(plain), bad.read(hastened));
			let prior = parameters.prior_weight;
			let estimate = prior
				.times(Fixed::from_basis_points(settings.prior))
				.plus(good)
				.over(prior.plus(good).plus(bad));
			let founded = founded.read(plain);
			Evidence { indicator, settings, good, bad, founded, estimate, newest }
		})
	}

	/// What the evidence on the indicators of a dimension comes to.
	pub(super) fn basis(
		&self,
		dimension: Dimension,
		evidence: &[Evidence; Indicator::COUNT],
		parameters: &Parameters,
	) -> Basis {
		let (mut value, mut weight, mut founded) = (Fixed::ZERO, Fixed::ZERO, Fixed::ZERO);
		let mut newest: Option<Moment> = None;
		for known in evidence.iter().filter(|known| known.indicator.dimension() == dimension) {
			let share = Fixed::from_basis_points(known.settings.share);
			value = value.plus(share.times(known.estimate));
			weight = weight.plus(known.good).plus(known.bad);
			founded = founded.plus(known.founded);
			newest = newest.max(known.newest);
		}
		let age = self.updated.saturating_sub(newest.unwrap_or(0));
		let by_quality = Fixed::from_basis_points(parameters.quality_share);
		// Under repair, adverse weight fades faster than its quality, which is never more than one.
		let quality = if weight == Fixed::ZERO { Fixed::ZERO } else { founded.over(weight) };
		Basis {
			dimension,
			share: parameters.dimensions.get(dimension as usize).map_or(0, |d| d.weight),
			weight,
			value,
			timeliness: Fixed::decay(age, parameters.freshness_half_life),
			quantity: weight.saturation(parameters.reliability_weight),
			foundation: Fixed::ONE
				.minus(by_quality)
				.plus(by_quality.times(quality.min(Fixed::ONE))),
		}
	}

	/// All piles on an indicator.
	pub(super) fn piles_of(&self, indicator: Indicator) -> impl Iterator<Item = &Pile> {
		let fair = self.fair.get(indicator as usize).and_then(Option::as_ref);
		fair.into_iter().chain(self.adverse_of(indicator).map(|adverse| &adverse.pile))
	}
}
