use crate::{BASIS_POINTS, Fixed, Moment, Parameters, ScoreReport};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// How a subject's conduct compares with its own slow average, to tell when it gets worse;
/// [`Trend::default`] is that of somebody of whom nothing is known.
///
/// A score also falls when nothing is heard of a subject any more, and so does every mean that a prior
/// is part of. Then the subject has not become worse, its evidence has become old. So what is followed
/// is not how conduct *stands* ([`ScoreReport::conduct`]) but how records *move* it: by what factor
/// each changes it, at the time at which it does. Of the average of all that, only its ratio to the
/// present is needed, and in silence that goes back to one.
///
/// What fades between records is not counted, and what the next good ones make up for is: so a fall is
/// told a little later than it would be of a mean without a prior, by 2 or 3 hundredths for who trades
/// much, and by up to a seventh for who hardly trades.
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
pub struct Trend {
	/// The average by the conduct since `updated`.
	ratio: Fixed,
	/// The time of the last record.
	updated: Moment,
}

impl Default for Trend {
	fn default() -> Self {
		Self { ratio: Fixed::ONE, updated: 0 }
	}
}

impl Trend {
	/// However much worse somebody has become: what is beyond is no worse.
	const MOST: Fixed = Fixed::from_int(1 << 16);

	/// Takes note of what records changed: of the reports of one time without them and with them. Where
	/// one of them knows too little to tell of conduct, nothing has changed.
	pub fn follow(&mut self, before: &ScoreReport, after: &ScoreReport, parameters: &Parameters) {
		let now = after.computed_at;
		self.ratio = self.ratio_at(now, parameters);
		self.updated = self.updated.max(now);
		if let (Some(before), Some(after)) = (before.conduct(), after.conduct())
			&& before != after
		{
			self.ratio = self.ratio.times(before).over(after).min(Self::MOST);
		}
	}

	/// By how much conduct is below its average until the time `now`, in basis points of the average;
	/// zero if it is not.
	pub fn fall(&self, now: Moment, parameters: &Parameters) -> u16 {
		let left = Fixed::ONE.over(self.ratio_at(now, parameters)).min(Fixed::ONE);
		let fall = Fixed::ONE.minus(left).scaled(u32::from(BASIS_POINTS));
		u16::try_from(fall).unwrap_or(BASIS_POINTS)
	}

	/// The average until the time `now` by the conduct since the last record.
	fn ratio_at(&self, now: Moment, parameters: &Parameters) -> Fixed {
		let elapsed = now.saturating_sub(self.updated);
		let old = Fixed::decay(elapsed, parameters.warnings.trend_half_life);
		let above = self.ratio.minus(Fixed::ONE).times(old);
		let below = Fixed::ONE.minus(self.ratio).times(old);
		Fixed::ONE.plus(above).minus(below)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		DAY, Indicator, Subject,
		testing::{observe, parameters, record},
	};
	use proptest::prelude::*;

	const START: Moment = 20_000 * DAY;

	/// Takes a record into account, and lets the trend follow.
	fn follow(
		known: &mut (Subject, Trend),
		indicator: Indicator,
		points: u16,
		partner: u64,
		now: Moment,
	) {
		let (subject, trend) = known;
		subject.advance(now, &parameters());
		let before = subject.current_report(&parameters());
		observe(subject, record(indicator, points, now), partner, now);
		trend.follow(&before, &subject.current_report(&parameters()), &parameters());
	}

	/// A subject that has had so many good records in each quarter of four years, and its trend.
	fn good(records: u64) -> (Subject, Trend) {
		let mut known = Default::default();
		for quarter in (0..16).rev() {
			let now = START - quarter * 90 * DAY;
			for partner in 0..records {
				follow(&mut known, Indicator::PaidOnTime, 10_000, partner, now);
			}
		}
		known
	}

	#[test]
	fn of_nobody_there_is_no_trend() {
		assert_eq!(Trend::default().fall(START, &parameters()), 0);
		let report = Subject::default().report(START, &parameters());
		let mut trend = Trend::default();
		trend.follow(&report, &report, &parameters());
		assert_eq!(trend, Trend { ratio: Fixed::ONE, updated: START });
	}

	#[test]
	fn half_of_the_average_is_older_than_a_half_life() {
		let mut trend = Trend { ratio: Fixed::from_int(3), updated: START };
		let ratio = |days| trend.ratio_at(START + days * DAY, &parameters());
		assert_eq!(ratio(0), Fixed::from_int(3));
		assert!(ratio(90).distance(Fixed::from_int(2)) < Fixed::from_bits(8));
		assert!(ratio(180).distance(Fixed::from_ratio(3, 2)) < Fixed::from_bits(8));
		assert_eq!(trend.fall(START, &parameters()), 6_666);
		assert!(trend.fall(START + 90 * DAY, &parameters()).abs_diff(5_000) <= 1);
		assert_eq!(trend.fall(u64::MAX, &parameters()), 0);
		// An earlier time is that of the last record.
		assert_eq!(trend.fall(0, &parameters()), 6_666);
		trend.ratio = Fixed::from_ratio(1, 3);
		assert_eq!(trend.fall(START, &parameters()), 0);
		assert!(trend.ratio_at(START + 90 * DAY, &parameters()) > Fixed::from_ratio(65, 100));
	}

	#[test]
	fn who_was_good_and_is_no_more_falls() {
		let mut known = good(40);
		let now = START + 30 * DAY;
		// What one record does is little, what many do is much.
		follow(&mut known, Indicator::PaidOnTime, 0, 0, now);
		let one = known.1.fall(now, &parameters());
		for partner in 1..40 {
			follow(&mut known, Indicator::PaidOnTime, 0, partner, now);
		}
		let many = known.1.fall(now, &parameters());
		let [watch, ..] = parameters().warnings.drop;
		assert!(one < watch, "{one}");
		assert!(many > watch, "{many}");
		// It is remembered for a while, and then it is what one is used to.
		let later = known.1.fall(now + 90 * DAY, &parameters());
		assert!(0 < later && later < many, "{later}");
		assert_eq!(known.1.fall(now + 9_000 * DAY, &parameters()), 0);
	}

	#[test]
	fn the_clock_at_its_edges() {
		let mut known = good(5);
		follow(&mut known, Indicator::NoDefault, 0, 1, u64::MAX);
		follow(&mut known, Indicator::NoDefault, 0, 2, 0);
		assert!(known.1.fall(u64::MAX, &parameters()) <= 10_000);
		let trend = known.1;
		assert_eq!(trend.encoded_size(), Trend::max_encoded_len());
		assert_eq!(Trend::decode(&mut &trend.encode()[..]).unwrap(), trend);
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(10_000))]

		#[test]
		fn silence_is_no_fall(
			history in prop::collection::vec((0..Indicator::COUNT, 0u16..=10_000, 0u64..40), 0..20),
			silence in 0u64..4_000, more in 0u64..4_000,
		) {
			let mut known = Default::default();
			let mut now = START;
			for (partner, (indicator, points, days)) in (0..).zip(history) {
				now += days * DAY;
				follow(&mut known, Indicator::ALL[indicator], points, partner, now);
			}
			let fall = |days| known.1.fall(now + days * DAY, &parameters());
			prop_assert!(fall(silence + more) <= fall(silence));
			prop_assert!(fall(silence) <= fall(0));
		}

		/// Whatever the past, a good record about what is known already never makes it worse.
		#[test]
		fn good_records_are_no_fall(
			history in prop::collection::vec((0u16..=10_000, 0u64..40), 1..20), days in 0u64..1_000,
		) {
			let mut known = Default::default();
			let mut now = START;
			for (partner, (points, days)) in (0..).zip(history) {
				now += days * DAY;
				follow(&mut known, Indicator::Rating, points, partner, now);
			}
			now += days * DAY;
			let before = known.1.fall(now, &parameters());
			follow(&mut known, Indicator::Rating, 10_000, 0, now);
			prop_assert!(known.1.fall(now, &parameters()) <= before + 10);
		}
	}
}
