//! When to warn of a subject, and why.

use crate::{BASIS_POINTS, DAY, Fixed, Moment, Parameters, ParametersError};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// How urgent a warning is.
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
#[serde(rename_all = "camelCase")]
pub enum WarningLevel {
	/// There is nothing to say.
	#[default]
	#[codec(index = 0)]
	None,
	/// Look before you trade.
	#[codec(index = 1)]
	Watch,
	/// Do not extend what you have lent.
	#[codec(index = 2)]
	Warning,
	/// Expect the worst. Covenants act on it.
	#[codec(index = 3)]
	Critical,
}

/// What a warning is about.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub enum WarningReason {
	/// The next record is likely to be adverse.
	#[codec(index = 0)]
	Risk,
	/// What speaks against the subject is grave, for how little speaks for it and how short a time it
	/// has been known.
	#[codec(index = 1)]
	Loss,
	/// What is known is worse than it used to be: see [`crate::Trend`].
	#[codec(index = 2)]
	Drop,
	/// On one indicator much speaks for the subject, and much against it.
	#[codec(index = 3)]
	Contradiction,
	/// Evidence that once weighed is old.
	#[codec(index = 4)]
	Stale,
	/// Most orders are with few partners.
	#[codec(index = 5)]
	Concentration,
	/// The subject trades in a circle, and with nobody outside of it.
	#[codec(index = 6)]
	ClosedRing,
}

/// For each [`WarningReason`] how urgent it is by itself.
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
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reasons {
	/// See [`WarningReason::Risk`]; up to critical.
	pub risk: WarningLevel,
	/// See [`WarningReason::Loss`]; up to critical.
	pub loss: WarningLevel,
	/// See [`WarningReason::Drop`]; up to critical.
	pub drop: WarningLevel,
	/// See [`WarningReason::Contradiction`]; watch at most.
	pub contradiction: WarningLevel,
	/// See [`WarningReason::Stale`]; watch at most.
	pub stale: WarningLevel,
	/// See [`WarningReason::Concentration`]; watch at most.
	pub concentration: WarningLevel,
	/// See [`WarningReason::ClosedRing`]; watch at most.
	pub closed_ring: WarningLevel,
}

/// A warning of a subject; [`Warning::default`] is none.
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
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Warning {
	/// How urgent it is: what [`Reasons::level`] says of the reasons.
	pub level: WarningLevel,
	/// Why.
	pub reasons: Reasons,
}

/// What the trade network tells of a subject.
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
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NetworkSignals {
	/// How concentrated its orders are on few partners: Σ (share of a partner)², in basis points.
	pub concentration: u16,
	/// How many orders that was told from.
	pub orders: u32,
	/// Whether its partners trade with each other in a circle, and it with nobody else.
	pub closed_ring: bool,
}

/// When to warn. Measures are in basis points, and the higher the worse.
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
pub struct WarningParameters {
	/// The risk from which to watch, to warn, and to expect the worst; ascending. By default one in
	/// four, which is twice what is assumed of a stranger, one in two, and three in four.
	pub risk: [u16; 3],
	/// The share of what speaks against a subject, by how grave it is, from which to watch, to warn, and
	/// to expect the worst; ascending. By default one in six, one in five, and one in two.
	pub loss: [u16; 3],
	/// How long a subject must have been known for that to speak for it as one full record does, and
	/// twice as long for two; no time speaks for more. A day to ten years; by default half a year, in
	/// which even the longest terms of payment come to their end twice.
	pub familiarity: Moment,
	/// By what share of its own average the conduct of a subject must have fallen to watch, to warn,
	/// and to expect the worst; ascending. By default 15%, more than silence alone can bring about,
	/// a quarter, and two fifths.
	pub drop: [u16; 3],
	/// How contradictory the evidence on one indicator must be to watch: 4gb / (g + b)², where g speaks
	/// for the subject and b against it. By default three quarters: the lighter side has a quarter of
	/// the weight.
	pub contradiction: u16,
	/// On what share of the score's weight, of all that something is known of, evidence must be old to
	/// watch. By default one half.
	pub stale: u16,
	/// How concentrated trade must be to watch. By default one half: about what is reached when
	/// seven of ten orders are with one partner.
	pub concentration: u16,
	/// How many orders there must be for the network to tell anything: 2 to 10,000. Who begins has few
	/// partners, and two of them may know each other; by default ten.
	pub network_orders: u32,
	/// What evidence must weigh to be contradictory, or to have weighed before it became old; 1/16 to
	/// 1,024. By default one full record.
	pub least_weight: Fixed,
	/// By how much a measure must be better than the threshold of its level for the level to be left;
	/// 1% and more, and less than any threshold. By default a fortieth of the scale: more than a
	/// fortnight of silence changes.
	pub hysteresis: u16,
	/// The half-life of the average that conduct is compared with: a day to ten years. By default
	/// ninety days, as for the conduct itself.
	pub trend_half_life: Moment,
}

impl WarningReason {
	/// How many reasons there are.
	pub const COUNT: usize = 7;

	/// All reasons, in the order of their indices.
	pub const ALL: [Self; Self::COUNT] = [
		Self::Risk,
		Self::Loss,
		Self::Drop,
		Self::Contradiction,
		Self::Stale,
		Self::Concentration,
		Self::ClosedRing,
	];
}

impl WarningLevel {
	/// The level of a measure by the thresholds of watch, warning and critical.
	fn of(measure: u16, thresholds: [u16; 3]) -> Self {
		let [watch, warning, critical] = thresholds;
		match measure {
			_ if measure >= critical => Self::Critical,
			_ if measure >= warning => Self::Warning,
			_ if measure >= watch => Self::Watch,
			_ => Self::None,
		}
	}

	/// The same, but that a level which was reached before is only left when the measure is better than
	/// its threshold by the hysteresis.
	pub(crate) fn of_moving(
		measure: u16,
		before: Self,
		thresholds: [u16; 3],
		hysteresis: u16,
	) -> Self {
		let reached = Self::of(measure, thresholds);
		let held = Self::of(measure.saturating_add(hysteresis), thresholds);
		reached.max(held.min(before))
	}

	/// The same for a reason that can only make one watch.
	pub(crate) fn watch(measure: u16, before: Self, threshold: u16, hysteresis: u16) -> Self {
		let reached = measure >= threshold;
		let held = before > Self::None && measure.saturating_add(hysteresis) >= threshold;
		if reached || held { Self::Watch } else { Self::None }
	}
}

impl Reasons {
	/// How urgent a reason is by itself.
	pub const fn level_of(&self, reason: WarningReason) -> WarningLevel {
		match reason {
			WarningReason::Risk => self.risk,
			WarningReason::Loss => self.loss,
			WarningReason::Drop => self.drop,
			WarningReason::Contradiction => self.contradiction,
			WarningReason::Stale => self.stale,
			WarningReason::Concentration => self.concentration,
			WarningReason::ClosedRing => self.closed_ring,
		}
	}

	/// The reasons that there are, each with how urgent it is by itself.
	pub fn iter(&self) -> impl Iterator<Item = (WarningReason, WarningLevel)> {
		WarningReason::ALL
			.map(|reason| (reason, self.level_of(reason)))
			.into_iter()
			.filter(|(_, level)| *level > WarningLevel::None)
	}

	/// How urgent all of them are together: as the most urgent one. But where two kinds meet of conduct,
	/// old evidence and the network, it is a warning at least: one may be chance, or harmless by itself,
	/// and those of one kind tell of the same thing.
	pub fn level(&self) -> WarningLevel {
		let conduct = self.risk.max(self.loss).max(self.drop).max(self.contradiction);
		let network = self.concentration.max(self.closed_ring);
		let kinds = [conduct, self.stale, network];
		let single = kinds.into_iter().fold(WarningLevel::None, WarningLevel::max);
		let there = kinds.into_iter().filter(|level| *level > WarningLevel::None).count();
		if there > 1 { single.max(WarningLevel::Warning) } else { single }
	}
}

impl From<Reasons> for Warning {
	fn from(reasons: Reasons) -> Self {
		Self { level: reasons.level(), reasons }
	}
}

impl Default for WarningParameters {
	fn default() -> Self {
		Self {
			risk: [2_500, 5_000, 7_500],
			loss: [1_667, 2_000, 5_000],
			familiarity: DAY.saturating_mul(182),
			drop: [1_500, 2_500, 4_000],
			contradiction: 7_500,
			stale: 5_000,
			concentration: 5_000,
			network_orders: 10,
			least_weight: Fixed::ONE,
			hysteresis: 250,
			trend_half_life: DAY.saturating_mul(90),
		}
	}
}

impl WarningParameters {
	/// The least hysteresis: one of a hundred.
	pub const MIN_HYSTERESIS: u16 = 100;
	/// The most orders that may be wanted.
	pub const MAX_ORDERS: u32 = 10_000;

	/// Whether the values make sense together, when this is assumed of a stranger.
	pub(crate) fn validate(&self, risk_prior: u16) -> Result<(), ParametersError> {
		let moving = [self.risk, self.loss, self.drop];
		let single = [self.contradiction, self.stale, self.concentration];
		if moving.into_iter().flatten().chain(single).any(|point| point > BASIS_POINTS) {
			return Err(ParametersError::ShareAboveOne);
		}
		if !moving.iter().all(|thresholds| thresholds.is_sorted_by(|a, b| a < b)) {
			return Err(ParametersError::OutOfOrder);
		}
		// Else a warning could never be withdrawn, or a stranger would be warned of.
		let first = |thresholds: [u16; 3]| thresholds.into_iter().fold(BASIS_POINTS, u16::min);
		let lowest = moving.map(first).into_iter().chain(single).fold(BASIS_POINTS, u16::min);
		let of_stranger = first(self.risk).min(first(self.loss)).saturating_sub(self.hysteresis);
		if self.hysteresis < Self::MIN_HYSTERESIS
			|| self.hysteresis >= lowest
			|| of_stranger <= risk_prior
			|| !(2..=Self::MAX_ORDERS).contains(&self.network_orders)
		{
			return Err(ParametersError::ThresholdOutOfRange);
		}
		let periods = [self.familiarity, self.trend_half_life];
		if !periods.iter().all(|period| (DAY..=Parameters::MAX_HALF_LIFE).contains(period)) {
			return Err(ParametersError::PeriodOutOfRange);
		}
		if !(Parameters::MIN_WEIGHT..=Parameters::MAX_WEIGHT).contains(&self.least_weight) {
			return Err(ParametersError::WeightOutOfRange);
		}
		Ok(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	const NONE: WarningLevel = WarningLevel::None;
	const WATCH: WarningLevel = WarningLevel::Watch;
	const WARNING: WarningLevel = WarningLevel::Warning;
	const CRITICAL: WarningLevel = WarningLevel::Critical;

	fn reasons(levels: [WarningLevel; WarningReason::COUNT]) -> Reasons {
		let [risk, loss, drop, contradiction, stale, concentration, closed_ring] = levels;
		Reasons { risk, loss, drop, contradiction, stale, concentration, closed_ring }
	}

	#[test]
	fn nothing_is_no_warning() {
		assert_eq!(Warning::from(Reasons::default()), Warning::default());
		assert_eq!(Reasons::default().iter().count(), 0);
	}

	#[test]
	fn where_two_kinds_meet_it_is_a_warning() {
		let level = |reached: &[(usize, WarningLevel)]| {
			let mut levels = [NONE; WarningReason::COUNT];
			for (place, level) in reached {
				levels[*place] = *level;
			}
			reasons(levels).level()
		};
		for place in 0..WarningReason::COUNT {
			assert_eq!(level(&[(place, WATCH)]), WATCH);
		}
		assert_eq!(level(&[(0, CRITICAL)]), CRITICAL);
		// Of one kind.
		assert_eq!(level(&[(0, WATCH), (1, WATCH), (2, WATCH), (3, WATCH)]), WATCH);
		assert_eq!(level(&[(5, WATCH), (6, WATCH)]), WATCH);
		assert_eq!(level(&[(0, WARNING), (2, WARNING)]), WARNING);
		// Of two.
		assert_eq!(level(&[(3, WATCH), (4, WATCH)]), WARNING);
		assert_eq!(level(&[(2, WATCH), (6, WATCH)]), WARNING);
		assert_eq!(level(&[(4, WATCH), (5, WATCH)]), WARNING);
		assert_eq!(level(&[(0, WARNING), (4, WATCH), (6, WATCH)]), WARNING);
		assert_eq!(level(&[(1, CRITICAL), (6, WATCH)]), CRITICAL);
	}

	#[test]
	fn the_list_is_in_the_order_of_the_indices() {
		let all = reasons([WATCH, WARNING, CRITICAL, WATCH, WARNING, CRITICAL, WATCH]);
		for ((reason, level), index) in all.iter().zip(0u8..) {
			assert_eq!(reason.encode(), [index]);
			assert_eq!(WarningReason::ALL[usize::from(index)], reason);
			assert_eq!(all.encode()[usize::from(index)], level as u8);
		}
		assert_eq!(all.iter().count(), WarningReason::COUNT);
		let some = reasons([NONE, NONE, WATCH, NONE, NONE, NONE, WATCH]);
		let expected = [(WarningReason::Drop, WATCH), (WarningReason::ClosedRing, WATCH)];
		assert!(some.iter().eq(expected));
	}

	#[test]
	fn nonsense_is_refused() {
		use ParametersError::*;
		let refused = |change: fn(&mut WarningParameters)| {
			let mut warnings = WarningParameters::default();
			change(&mut warnings);
			warnings.validate(1_250).unwrap_err()
		};
		assert_eq!(WarningParameters::default().validate(1_250), Ok(()));
		assert_eq!(refused(|w| w.risk[2] = 10_001), ShareAboveOne);
		assert_eq!(refused(|w| w.stale = 10_001), ShareAboveOne);
		assert_eq!(refused(|w| w.risk = [3_000, 3_000, 5_000]), OutOfOrder);
		assert_eq!(refused(|w| w.drop = [3_000, 2_000, 5_000]), OutOfOrder);
		assert_eq!(refused(|w| w.loss[1] = 6_000), OutOfOrder);
		assert_eq!(refused(|w| w.hysteresis = 99), ThresholdOutOfRange);
		assert_eq!(refused(|w| w.contradiction = 250), ThresholdOutOfRange);
		assert_eq!(refused(|w| w.risk[0] = 1_500), ThresholdOutOfRange);
		assert_eq!(refused(|w| w.loss[0] = 1_500), ThresholdOutOfRange);
		assert_eq!(refused(|w| w.network_orders = 1), ThresholdOutOfRange);
		assert_eq!(refused(|w| w.network_orders = 10_001), ThresholdOutOfRange);
		assert_eq!(refused(|w| w.trend_half_life = 0), PeriodOutOfRange);
		assert_eq!(refused(|w| w.familiarity = u64::MAX), PeriodOutOfRange);
		assert_eq!(refused(|w| w.least_weight = Fixed::ZERO), WeightOutOfRange);
	}

	/// Three thresholds in ascending order and a hysteresis below them.
	fn thresholds() -> impl Strategy<Value = ([u16; 3], u16)> {
		(2u16..3_000, 1u16..3_000, 1u16..3_000, 1u16..3_000)
			.prop_map(|(a, b, c, hysteresis)| ([a, a + b, a + b + c], hysteresis.min(a - 1)))
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(10_000))]

		#[test]
		fn a_level_is_reached_at_once_and_left_late(
			(thresholds, hysteresis) in thresholds(), measure in 0u16..=10_000, before in 0usize..4,
		) {
			let before = [NONE, WATCH, WARNING, CRITICAL][before];
			let now = WarningLevel::of_moving(measure, before, thresholds, hysteresis);
			let reached = WarningLevel::of(measure, thresholds);
			prop_assert!(now >= reached && now <= reached.max(before));
			// What is left was missed by the hysteresis.
			if now < before {
				let left = thresholds[now as usize];
				prop_assert!(measure + hysteresis < left);
			}
			// To look again changes nothing.
			let again = WarningLevel::of_moving(measure, now, thresholds, hysteresis);
			prop_assert_eq!(again, now);
		}

		#[test]
		fn a_measure_that_sways_by_less_than_the_hysteresis_moves_a_level_once(
			(thresholds, hysteresis) in thresholds(), around in 0u16..=10_000,
			sways in prop::collection::vec(0u16..=3_000, 1..40),
		) {
			let mut level = NONE;
			let mut changes = 0;
			for sway in sways {
				let measure = around.saturating_add(sway % (hysteresis + 1));
				let next = WarningLevel::of_moving(measure, level, thresholds, hysteresis);
				// Where thresholds are closer together than the hysteresis it may rise more than once.
				prop_assert!(next >= level);
				changes += u32::from(next != level);
				level = next;
			}
			prop_assert!(changes <= 3);
		}

		#[test]
		fn a_single_threshold_has_the_same_hysteresis(
			threshold in 101u16..=10_000, measure in 0u16..=10_000, before: bool,
		) {
			let before = if before { WATCH } else { NONE };
			let now = WarningLevel::watch(measure, before, threshold, 100);
			let by_list =
				WarningLevel::of_moving(measure, before, [threshold, u16::MAX, u16::MAX], 100);
			prop_assert_eq!(now, by_list);
		}
	}
}
