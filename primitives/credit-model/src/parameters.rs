use crate::{BASIS_POINTS, DAY, Dimension, Fixed, Indicator, Level, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// What the consortium may decide about the arithmetic. Every value has a range, so that a vote
/// cannot set nonsense: see [`Parameters::validate`].
///
/// None of the defaults was fitted to data; each has a reason of its own beside it.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Parameters {
	/// How much a record counts by its [`Level`], in basis points, in ascending order.
	pub level_weights: [u16; 4],
	/// γ, the power of the source's credibility that its records count with: 0 to 8. With 2, a
	/// source half as credible counts a quarter.
	pub credibility_power: u8,
	/// a₀: agreement that a new source starts with; 1/16 to 1,024.
	pub initial_agreement: Fixed,
	/// b₀: disagreement that a new source starts with; 1/16 to 1,024. With 4 and 1 a newcomer is
	/// believed to four fifths, and five settled records weigh as much as that belief.
	pub initial_disagreement: Fixed,
	/// How long others have to speak before a record is settled: a day to five years. Ninety days
	/// is the longest usual term of payment, after which a bad trade has shown.
	pub maturity: Moment,
	/// The weight of others at which their mean is believed to one half; 1/16 to 1,024.
	pub judgement_weight: Fixed,
	/// α₀: the weight of the prior in every indicator; 1/16 to 1,024.
	pub prior_weight: Fixed,
	/// For each [`Indicator`], in order.
	pub indicators: [IndicatorParameters; Indicator::COUNT],
	/// For each [`Dimension`], in order.
	pub dimensions: [DimensionParameters; Dimension::COUNT],
	/// The half-life of timeliness: a day to ten years.
	pub freshness_half_life: Moment,
	/// κ: the weight of evidence at which reliability is one half; 1/16 to 1,024.
	pub reliability_weight: Fixed,
	/// How much of reliability hangs on the quality of evidence, in basis points; the rest on its
	/// quantity alone.
	pub quality_share: u16,
	/// How many times faster than by itself an adverse event may fade at most, less one; up to 15.
	pub repair_cap: Fixed,
	/// The weight of verified good trade at which repair is half as fast as the cap; 1/16 to 1,024.
	pub repair_weight: Fixed,
	/// The number of distinct counterparties at which repair is half as fast as the cap; 1 to 1,024.
	pub repair_partners: Fixed,
	/// How likely an adverse record is about a subject that nobody knows, in basis points.
	pub risk_prior: u16,
	/// The weight of that prior; 1/16 to 1,024.
	pub risk_prior_weight: Fixed,
	/// The half-life of what risk is told from: a day to ten years.
	pub risk_half_life: Moment,
	/// The lowest score of each grade from AAA to C, in descending order; a lower score is a D.
	pub grades: [u16; 9],
}

/// How one indicator counts.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IndicatorParameters {
	/// Hⱼ, in seconds: a day to ten years.
	pub half_life: Moment,
	/// πⱼ: what is assumed without evidence, in basis points.
	pub prior: u16,
	/// vᵢⱼ: the share in its dimension, in basis points; the shares of a dimension add up to one.
	pub share: u16,
}

/// How one dimension counts.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DimensionParameters {
	/// Wᵢ, in basis points; the weights add up to one.
	pub weight: u16,
}

/// Why a set of parameters is refused.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum ParametersError {
	/// A share or weight is above one whole.
	#[codec(index = 0)]
	ShareAboveOne,
	/// The weights of the dimensions, or the shares within one, do not add up to one.
	#[codec(index = 1)]
	SharesNotOne,
	/// Levels or grades are out of order.
	#[codec(index = 2)]
	OutOfOrder,
	/// A period is shorter than a day or longer than allowed.
	#[codec(index = 3)]
	PeriodOutOfRange,
	/// A weight, a power or a cap is out of its range.
	#[codec(index = 4)]
	WeightOutOfRange,
}

impl Default for Parameters {
	/// What a new consortium starts with.
	fn default() -> Self {
		// A quarter: what was agreed a season ago still counts half.
		let season = DAY.saturating_mul(90);
		let year = DAY.saturating_mul(365);
		// Conduct ages with the season; what an authority certified, with the year for which such
		// papers are usually issued.
		let indicator =
			|share, half_life| IndicatorParameters { half_life, prior: BASIS_POINTS / 2, share };
		let dimension = |weight| DimensionParameters { weight };
		Self {
			level_weights: [2_500, 6_000, 8_500, BASIS_POINTS],
			credibility_power: 2,
			initial_agreement: Fixed::from_int(4),
			initial_disagreement: Fixed::ONE,
			maturity: season,
			judgement_weight: Fixed::from_int(2),
			prior_weight: Fixed::from_int(2),
			indicators: [
				// transaction
				indicator(5_000, season),
				indicator(2_500, season),
				indicator(2_500, season),
				// shipping
				indicator(3_000, season),
				indicator(4_000, season),
				indicator(3_000, season),
				// payment
				indicator(4_000, season),
				indicator(2_000, season),
				indicator(4_000, season),
				// behaviour
				indicator(5_000, season),
				indicator(2_500, season),
				indicator(2_500, season),
				// verification
				indicator(2_000, year),
				indicator(2_500, year),
				indicator(2_000, season),
				indicator(1_500, year),
				indicator(1_000, year),
				indicator(1_000, year),
			],
			// In the order of what a creditor loses by: no goods, no money, late goods, no help,
			// trouble with an authority.
			dimensions: [
				dimension(3_000),
				dimension(2_500),
				dimension(2_000),
				dimension(1_500),
				dimension(1_000),
			],
			freshness_half_life: year,
			reliability_weight: Fixed::from_int(2),
			quality_share: BASIS_POINTS / 2,
			repair_cap: Fixed::from_int(3),
			repair_weight: Fixed::from_int(4),
			repair_partners: Fixed::from_int(4),
			// One in eight: the order of magnitude in which open markets see trades go wrong.
			risk_prior: 1_250,
			risk_prior_weight: Fixed::ONE,
			risk_half_life: season,
			grades: [900, 800, 700, 600, 500, 400, 300, 200, 100],
		}
	}
}

impl Parameters {
	/// The longest half-life: ten years.
	pub const MAX_HALF_LIFE: Moment = DAY.saturating_mul(3_653);
	/// The longest maturity: five years.
	pub const MAX_MATURITY: Moment = DAY.saturating_mul(1_827);
	/// The highest power of credibility.
	pub const MAX_CREDIBILITY_POWER: u8 = 8;
	/// The least weight that a prior or a half-way mark may have.
	pub const MIN_WEIGHT: Fixed = Fixed::from_ratio(1, 16);
	/// The largest.
	pub const MAX_WEIGHT: Fixed = Fixed::from_int(1_024);
	/// The highest cap on repair.
	pub const MAX_REPAIR: Fixed = Fixed::from_int(15);

	/// How one indicator counts.
	pub fn indicator(&self, indicator: Indicator) -> IndicatorParameters {
		// The list is as long as there are indicators, so the other branch never happens; an
		// indicator that nobody sized would count for nothing.
		self.indicators.get(indicator as usize).copied().unwrap_or(IndicatorParameters {
			half_life: DAY,
			prior: 0,
			share: 0,
		})
	}

	/// How much a record of this level counts.
	pub fn level_weight(&self, level: Level) -> Fixed {
		let points = self.level_weights.get(level as usize).copied().unwrap_or(0);
		Fixed::from_basis_points(points)
	}

	/// Whether the values make sense together.
	pub fn validate(&self) -> Result<(), ParametersError> {
		let shares = self
			.level_weights
			.iter()
			.chain(
				self.indicators.iter().flat_map(|indicator| [&indicator.prior, &indicator.share]),
			)
			.chain(self.dimensions.iter().map(|dimension| &dimension.weight))
			.chain([&self.quality_share, &self.risk_prior]);
		if shares.copied().any(|share| share > BASIS_POINTS) {
			return Err(ParametersError::ShareAboveOne);
		}

		let whole = u32::from(BASIS_POINTS);
		let weights: u32 =
			self.dimensions.iter().map(|dimension| u32::from(dimension.weight)).sum();
		let complete = Dimension::ALL.into_iter().all(|dimension| {
			let shares = Indicator::ALL.into_iter().filter(|j| j.dimension() == dimension);
			shares.map(|j| u32::from(self.indicator(j).share)).sum::<u32>() == whole
		});
		if weights != whole || !complete {
			return Err(ParametersError::SharesNotOne);
		}

		if !self.level_weights.is_sorted() || !self.grades.is_sorted_by(|a, b| a > b) {
			return Err(ParametersError::OutOfOrder);
		}

		let periods = self
			.indicators
			.iter()
			.map(|indicator| indicator.half_life)
			.chain([self.freshness_half_life, self.risk_half_life]);
		let (in_life, in_maturity) = (DAY..=Self::MAX_HALF_LIFE, DAY..=Self::MAX_MATURITY);
		if !periods.into_iter().all(|period| in_life.contains(&period))
			|| !in_maturity.contains(&self.maturity)
		{
			return Err(ParametersError::PeriodOutOfRange);
		}

		let weights = [
			self.initial_agreement,
			self.initial_disagreement,
			self.judgement_weight,
			self.prior_weight,
			self.reliability_weight,
			self.repair_weight,
			self.repair_partners,
			self.risk_prior_weight,
		];
		if !weights.iter().all(|weight| (Self::MIN_WEIGHT..=Self::MAX_WEIGHT).contains(weight))
			|| self.repair_cap > Self::MAX_REPAIR
			|| self.credibility_power > Self::MAX_CREDIBILITY_POWER
		{
			return Err(ParametersError::WeightOutOfRange);
		}
		Ok(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn refused(change: impl FnOnce(&mut Parameters)) -> ParametersError {
		let mut parameters = Parameters::default();
		change(&mut parameters);
		parameters.validate().unwrap_err()
	}

	#[test]
	fn the_defaults_are_valid() {
		assert_eq!(Parameters::default().validate(), Ok(()));
	}

	#[test]
	fn nonsense_is_refused() {
		use ParametersError::*;
		assert_eq!(refused(|p| p.level_weights[3] = 10_001), ShareAboveOne);
		assert_eq!(refused(|p| p.indicators[4].prior = 10_001), ShareAboveOne);
		assert_eq!(refused(|p| p.risk_prior = 10_001), ShareAboveOne);
		assert_eq!(refused(|p| p.dimensions[0].weight += 1), SharesNotOne);
		assert_eq!(refused(|p| p.indicators[0].share -= 1), SharesNotOne);
		assert_eq!(refused(|p| p.level_weights[0] = 7_000), OutOfOrder);
		assert_eq!(refused(|p| p.grades[0] = 800), OutOfOrder);
		assert_eq!(refused(|p| p.indicators[17].half_life = DAY - 1), PeriodOutOfRange);
		assert_eq!(refused(|p| p.maturity = 0), PeriodOutOfRange);
		assert_eq!(refused(|p| p.maturity = Parameters::MAX_MATURITY + 1), PeriodOutOfRange);
		assert_eq!(refused(|p| p.risk_half_life = u64::MAX), PeriodOutOfRange);
		assert_eq!(refused(|p| p.initial_disagreement = Fixed::ZERO), WeightOutOfRange);
		assert_eq!(refused(|p| p.prior_weight = Fixed::MAX), WeightOutOfRange);
		assert_eq!(refused(|p| p.repair_cap = Fixed::from_int(16)), WeightOutOfRange);
		assert_eq!(refused(|p| p.credibility_power = 9), WeightOutOfRange);
	}

	#[test]
	fn lookups_follow_the_order_of_the_lists() {
		let parameters = Parameters::default();
		for (index, indicator) in Indicator::ALL.into_iter().enumerate() {
			assert_eq!(parameters.indicator(indicator), parameters.indicators[index]);
		}
		assert_eq!(parameters.level_weight(Level::Counterparty), Fixed::from_ratio(6, 10));
	}
}
