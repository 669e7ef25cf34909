use crate::{Fixed, Moment, Outcome};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What has been said about one subject and indicator, as decayed sums: by everybody, or by one
/// source alone.
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
pub struct Consensus {
	/// Σ w·x
	sum: Fixed,
	/// Σ w
	weight: Fixed,
	/// The time that both sums are decayed to.
	updated: Moment,
}

/// What others think.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Opinion {
	/// The mean of their outcomes, weighed by credibility, level and amount; at most one.
	pub mean: Fixed,
	/// The weight behind it.
	pub weight: Fixed,
}

impl Consensus {
	/// What decay and rounding leave behind is no opinion: the least weight that is one.
	const LEAST: Fixed = Fixed::from_ratio(1, 65_536);

	/// Adds a record about an event at the time `at`, seen at the time `now`.
	pub fn add(
		&mut self,
		outcome: Outcome,
		weight: Fixed,
		at: Moment,
		now: Moment,
		half_life: Moment,
	) {
		*self = self.at(now, half_life);
		let weight = weight.decayed(self.updated.saturating_sub(at), half_life);
		self.sum = self.sum.plus(weight.times(outcome.value()));
		self.weight = self.weight.plus(weight);
	}

	/// What those think who have not said `own`; `None` when there are none.
	pub fn without(&self, own: &Self, now: Moment, half_life: Moment) -> Option<Opinion> {
		let (all, own) = (self.at(now, half_life), own.at(now, half_life));
		let weight = all.weight.minus(own.weight);
		(weight >= Self::LEAST).then(|| {
			let mean = all.sum.minus(own.sum).over(weight).min(Fixed::ONE);
			Opinion { mean, weight }
		})
	}

	/// The sums at a later time; they never become younger.
	fn at(&self, now: Moment, half_life: Moment) -> Self {
		let left = Fixed::decay(now.saturating_sub(self.updated), half_life);
		Self {
			sum: self.sum.times(left),
			weight: self.weight.times(left),
			updated: self.updated.max(now),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::DAY;
	use proptest::prelude::*;

	const HALF_LIFE: Moment = 90 * DAY;

	fn outcome(points: u16) -> Outcome {
		Outcome::new(points).unwrap()
	}

	#[test]
	fn one_voice_alone_has_no_others() {
		let mut all = Consensus::default();
		for day in 0..1_000 {
			all.add(outcome(3_333), Fixed::ONE, day * DAY, day * DAY, HALF_LIFE);
		}
		let own = all;
		assert_eq!(all.without(&own, 2_000 * DAY, HALF_LIFE), None);
		assert!(all.without(&Consensus::default(), 1_000 * DAY, HALF_LIFE).is_some());
	}

	#[test]
	fn others_are_what_is_left_of_all() {
		let (mut all, mut own) = (Consensus::default(), Consensus::default());
		all.add(Outcome::BEST, Fixed::from_int(3), 0, 0, HALF_LIFE);
		for sums in [&mut all, &mut own] {
			sums.add(Outcome::WORST, Fixed::ONE, 0, HALF_LIFE, HALF_LIFE);
		}
		let others = all.without(&own, HALF_LIFE, HALF_LIFE).unwrap();
		assert_eq!(others.mean, Fixed::ONE);
		assert!(others.weight.distance(Fixed::from_ratio(3, 2)) < Fixed::from_bits(8));
	}

	#[test]
	fn late_news_has_aged_on_its_way() {
		let (mut early, mut late) = (Consensus::default(), Consensus::default());
		early.add(Outcome::BEST, Fixed::ONE, 0, 0, HALF_LIFE);
		late.add(Outcome::BEST, Fixed::ONE, 0, 30 * DAY, HALF_LIFE);
		assert_eq!(early.at(30 * DAY, HALF_LIFE), late);
		// And a clock that stands still ages nothing twice.
		let before = late;
		late.add(Outcome::BEST, Fixed::ZERO, 0, 10 * DAY, HALF_LIFE);
		assert_eq!(before, late);
	}

	proptest! {
		#[test]
		fn a_mean_is_between_the_outcomes(
			records in prop::collection::vec((2_000u16..=8_000, 1u32..1_000, 0u64..50), 1..50),
		) {
			let (mut all, mut now) = (Consensus::default(), 0);
			for (points, weight, days) in records {
				now += days * DAY;
				all.add(outcome(points), Fixed::from_ratio(weight, 100), now, now, HALF_LIFE);
			}
			let nobody = Consensus::default();
			let opinion = all.without(&nobody, now, HALF_LIFE).unwrap();
			let slack = Fixed::from_ratio(1, 10_000);
			prop_assert!(opinion.mean.plus(slack) >= Fixed::from_ratio(2, 10));
			prop_assert!(opinion.mean <= Fixed::from_ratio(8, 10).plus(slack));
		}
	}
}
