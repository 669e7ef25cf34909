use crate::{
	BASIS_POINTS, DAY, Dimension, Fixed, FormerPace, Indicator, Level, Moment, Pace, Profile,
	WarningParameters,
};
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// What the consortium may decide about the arithmetic. Every value has a range, so that a vote
/// cannot set nonsense: see [`Parameters::validate`].
///
/// They come in versions: a vote brings the next one, and the chain says from which block on it is in
/// force. Which changes of [`Pace`] lie behind them is part of them, so that a subject that was not
/// touched meanwhile can follow.
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
	/// Which version these are, counted from zero, what the chain began with. The chain sets it.
	#[serde(default)]
	pub version: u32,
	/// How many changes of pace lie behind these. The chain sets it.
	#[serde(default)]
	pub era: u32,
	/// The paces of the last eras, the oldest first, in ascending order of their ends. The chain sets
	/// them.
	#[serde(default)]
	pub former: BoundedVec<FormerPace, ConstU32<{ Parameters::FORMER }>>,
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
	/// When and of what to warn.
	pub warnings: WarningParameters,
	/// By how many points a score must have moved since it was last announced to be announced anew,
	/// when neither grade nor warning has changed: 1 to 1,000. A quarter of a grade.
	pub announced_change: u16,
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
	/// The version, the era or former paces are set, which only the chain may.
	#[codec(index = 5)]
	NotForVotes,
	/// A threshold lies where a warning could not be withdrawn, or would be about everybody; or the
	/// change that is announced is out of its range.
	#[codec(index = 6)]
	ThresholdOutOfRange,
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
			version: 0,
			era: 0,
			former: BoundedVec::new(),
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
			warnings: WarningParameters::default(),
			announced_change: 25,
		}
	}
}

impl Parameters {
	/// How many former paces are kept. A consortium that changes its half-lives every year reaches
	/// back further than most evidence.
	pub const FORMER: u32 = 8;
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
	/// The largest change of which a score may have to be before it is announced: the whole scale.
	pub const MAX_ANNOUNCED_CHANGE: u16 = 1_000;

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

	/// What time works by.
	pub fn pace(&self) -> Pace {
		Pace {
			indicators: self.indicators.map(|indicator| indicator.half_life),
			risk: self.risk_half_life,
			repair_cap: self.repair_cap,
			repair_weight: self.repair_weight,
			repair_partners: self.repair_partners,
		}
	}

	/// The pace that followed the former one at this place.
	pub(crate) fn pace_after(&self, place: usize) -> Pace {
		let next = self.former.get(place.saturating_add(1));
		next.map_or_else(|| self.pace(), |former| former.pace)
	}

	/// What stands in force from the time `at` on, when these have stood until then and the next were
	/// voted for, as this version.
	///
	/// If the pace changes, the old one is kept, and the oldest drops out when there are too many. Two
	/// changes are never at the same second, so that it can be told between which of them something
	/// happened.
	#[must_use]
	pub fn succeed(self, version: u32, at: Moment, next: Self) -> Self {
		let pace = self.pace();
		let Self { mut era, mut former, .. } = self;
		if pace != next.pace() {
			let earliest = former.last().map_or(0, |last| last.until.saturating_add(1));
			if former.is_full() {
				former.remove(0);
			}
			// There is room now.
			let _ = former.try_push(FormerPace { until: at.max(earliest), pace });
			era = era.saturating_add(1);
		}
		Self { version, era, former, ..next }
	}

	/// The same with the shares of a profile.
	#[must_use]
	pub fn with_profile(&self, profile: &Profile) -> Self {
		let mut parameters = self.clone();
		for (indicator, share) in parameters.indicators.iter_mut().zip(profile.indicators) {
			indicator.share = share;
		}
		for (dimension, weight) in parameters.dimensions.iter_mut().zip(profile.dimensions) {
			dimension.weight = weight;
		}
		parameters
	}

	/// What these say of evidence as it stands under other, newer ones: the same in all but the pace,
	/// which stands inside the sums and cannot be had back.
	#[must_use]
	pub fn over(&self, current: &Self) -> Self {
		let mut parameters = self.clone();
		for (indicator, now) in parameters.indicators.iter_mut().zip(&current.indicators) {
			indicator.half_life = now.half_life;
		}
		parameters.risk_half_life = current.risk_half_life;
		parameters.repair_cap = current.repair_cap;
		parameters.repair_weight = current.repair_weight;
		parameters.repair_partners = current.repair_partners;
		parameters.era = current.era;
		parameters.former = current.former.clone();
		parameters
	}

	/// Whether a vote may bring these.
	///
	/// # Errors
	///
	/// [`ParametersError::NotForVotes`], or what [`Self::validate`] says.
	pub fn validate_proposal(&self) -> Result<(), ParametersError> {
		if self.version != 0 || self.era != 0 || !self.former.is_empty() {
			return Err(ParametersError::NotForVotes);
		}
		self.validate()
	}

	/// Whether the values make sense together.
	///
	/// # Errors
	///
	/// The first thing that is wrong.
	pub fn validate(&self) -> Result<(), ParametersError> {
		let shares = self.level_weights.iter().chain([&self.quality_share, &self.risk_prior]);
		let priors = self.indicators.iter().map(|indicator| &indicator.prior);
		if shares.chain(priors).copied().any(|share| share > BASIS_POINTS) {
			return Err(ParametersError::ShareAboveOne);
		}
		Profile::of(self).validate()?;

		if !self.level_weights.is_sorted()
			|| !self.grades.is_sorted_by(|a, b| a > b)
			|| !self.former.is_sorted_by(|a, b| a.until < b.until)
		{
			return Err(ParametersError::OutOfOrder);
		}

		let in_life = |period: &Moment| (DAY..=Self::MAX_HALF_LIFE).contains(period);
		let former = self.former.iter().map(|former| former.pace);
		if !former.chain([self.pace()]).all(|pace| pace.half_lives().all(|period| in_life(&period)))
			|| !in_life(&self.freshness_half_life)
			|| !(DAY..=Self::MAX_MATURITY).contains(&self.maturity)
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

		if !(1..=Self::MAX_ANNOUNCED_CHANGE).contains(&self.announced_change) {
			return Err(ParametersError::ThresholdOutOfRange);
		}
		self.warnings.validate(self.risk_prior)
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
	fn thresholds_have_a_range_too() {
		use ParametersError::*;
		assert_eq!(refused(|p| p.announced_change = 0), ThresholdOutOfRange);
		assert_eq!(refused(|p| p.announced_change = 1_001), ThresholdOutOfRange);
		// A prior so high that everybody would be warned of, and forever.
		assert_eq!(refused(|p| p.risk_prior = p.warnings.risk[0]), ThresholdOutOfRange);
	}

	#[test]
	fn what_the_chain_sets_is_not_for_votes() {
		let refused = |change: fn(&mut Parameters)| {
			let mut parameters = Parameters::default();
			change(&mut parameters);
			assert_eq!(parameters.validate(), Ok(()));
			parameters.validate_proposal()
		};
		let former = FormerPace { until: 5, pace: Parameters::default().pace() };
		let not = Err(ParametersError::NotForVotes);
		assert_eq!(Parameters::default().validate_proposal(), Ok(()));
		assert_eq!(refused(|p| p.version = 1), not);
		assert_eq!(refused(|p| p.era = 1), not);
		let mut parameters = Parameters::default();
		parameters.former.try_push(former).unwrap();
		assert_eq!(parameters.validate_proposal(), not);
		// And what else is wrong with a proposal is told all the same.
		let nonsense = Parameters { maturity: 0, ..Parameters::default() };
		assert_eq!(nonsense.validate_proposal(), Err(ParametersError::PeriodOutOfRange));
	}

	#[test]
	fn former_paces_are_checked_as_well() {
		let mut parameters = Parameters::default();
		let pace = parameters.pace();
		parameters.former.try_push(FormerPace { until: 5, pace }).unwrap();
		parameters.former.try_push(FormerPace { until: 5, pace }).unwrap();
		assert_eq!(parameters.validate(), Err(ParametersError::OutOfOrder));
		parameters.former[1] = FormerPace { until: 6, pace: Pace { risk: 0, ..pace } };
		assert_eq!(parameters.validate(), Err(ParametersError::PeriodOutOfRange));
	}

	#[test]
	fn a_version_succeeds_another() {
		let mut next = Parameters { announced_change: 50, ..Parameters::default() };
		let first = Parameters::default().succeed(1, 100, next.clone());
		// Without another pace there is no new era.
		assert_eq!(first, Parameters { version: 1, ..next.clone() });

		next.risk_half_life = DAY;
		let second = first.clone().succeed(2, 100, next.clone());
		assert_eq!((second.version, second.era, second.risk_half_life), (2, 1, DAY));
		assert_eq!(second.former.to_vec(), [FormerPace { until: 100, pace: first.pace() }]);

		// At the same second: the change is taken to be a second later.
		next.repair_cap = Fixed::ONE;
		let third = second.clone().succeed(3, 100, next);
		assert_eq!((third.era, third.former.len()), (2, 2));
		assert_eq!(third.former[1], FormerPace { until: 101, pace: second.pace() });
		assert_eq!(third.pace_after(0), second.pace());
		assert_eq!(third.pace_after(1), third.pace());
		assert_eq!(third.validate(), Ok(()));
	}

	#[test]
	fn of_many_changes_the_last_are_known() {
		let mut parameters = Parameters::default();
		for version in 1..=20u32 {
			let risk_half_life = DAY * u64::from(version + 1);
			let next = Parameters { risk_half_life, ..Parameters::default() };
			parameters = parameters.succeed(version, u64::from(version) * 1_000, next);
		}
		assert_eq!((parameters.version, parameters.era), (20, 20));
		assert_eq!(parameters.former.len(), Parameters::FORMER as usize);
		assert_eq!(parameters.former[0].until, 13_000);
		assert_eq!(parameters.validate(), Ok(()));
		assert!(parameters.encoded_size() <= Parameters::max_encoded_len());
	}

	#[test]
	fn an_old_version_fits_over_the_present() {
		let old = Parameters::default();
		let mut next = Parameters::default();
		next.indicators[3].half_life = 7 * DAY;
		next.risk_half_life = 9 * DAY;
		next.repair_cap = Fixed::ONE;
		next.grades[0] = 950;
		let now = old.clone().succeed(1, 1_000, next);
		let fitted = old.over(&now);
		assert_eq!((fitted.pace(), fitted.era, &fitted.former), (now.pace(), 1, &now.former));
		assert_eq!((fitted.version, fitted.grades), (0, old.grades));
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
