//! Sums that fade when they are read and not where they stand.

use crate::{Fixed, Moment, fixed::product};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A decayed sum in *forward* form: each weight is multiplied by what it will have lost by comparison
/// with a fixed time, its anchor, and what is read is divided by the same (forward decay: Cormode,
/// Shkapenyuk, Srivastava and Xu, *Forward Decay: A Practical Time Decay Model for Streaming
/// Systems*, ICDE 2009).
///
/// So nothing has to be touched as time passes, and an addition can be taken back exactly: the same
/// integer is subtracted that was added, however much has been added in between.
#[derive(
	Clone,
	Copy,
	Default,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub(crate) struct Sum(#[codec(compact)] u128);

/// How the weights of one time count in sums of one half-life and anchor.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
	/// 2^f, where f is the part of the half-life that has begun: from one to two.
	growth: Fixed,
	/// Whole half-lives from the anchor on; the other field when the time lies before the anchor.
	after: u32,
	before: u32,
}

/// What is left of a sum at one time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
	/// 2^−f
	left: Fixed,
	/// Whole half-lives since the anchor.
	halvings: u32,
}

/// How sums move on when the pace at which they fade may change, to an anchor that is not earlier.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Turn {
	/// The half-life stays the same: see [`Sum::reanchor`].
	Same {
		/// The anchor until now.
		from: Moment,
		/// The anchor from now on.
		to: Moment,
		/// The half-life.
		half_life: Moment,
	},
	/// What is left at the time of the change is put in anew.
	Changed {
		/// By the old half-life.
		left: Reading,
		/// By the new one.
		anew: Scale,
	},
}

impl Turn {
	/// At the time `at`, from an anchor and half-life to others.
	pub fn new(at: Moment, old: (Moment, Moment), new: (Moment, Moment)) -> Self {
		let ((from, old), (to, new)) = (old, new);
		if old == new {
			Self::Same { from, to, half_life: new }
		} else {
			Self::Changed { left: Reading::new(at, from, old), anew: Scale::new(at, to, new) }
		}
	}
}

impl Scale {
	/// For weights of the time `at`.
	pub fn new(at: Moment, anchor: Moment, half_life: Moment) -> Self {
		let (count, rest) = halvings(at, half_life);
		let (base, _) = halvings(anchor, half_life);
		// 2^f = 2 · 2^−(1 − f)
		let growth =
			Fixed::decay(half_life.saturating_sub(rest), half_life).times(Fixed::from_int(2));
		Self {
			growth,
			after: small(count.saturating_sub(base)),
			before: small(base.saturating_sub(count)),
		}
	}

	/// The integer that a weight adds to a sum.
	fn contribution(self, weight: Fixed) -> u128 {
		let grown = product(weight.bits(), self.growth.bits()) >> 32;
		if self.before > 0 {
			grown.checked_shr(self.before).unwrap_or(0)
		} else if self.after <= grown.leading_zeros() {
			grown.checked_shl(self.after).unwrap_or(0)
		} else {
			u128::MAX
		}
	}
}

impl Reading {
	/// At the time `now`.
	pub fn new(now: Moment, anchor: Moment, half_life: Moment) -> Self {
		let (count, rest) = halvings(now, half_life);
		let (base, _) = halvings(anchor, half_life);
		Self { left: Fixed::decay(rest, half_life), halvings: small(count.saturating_sub(base)) }
	}
}

impl Sum {
	/// Nothing.
	pub const ZERO: Self = Self(0);

	/// Adds a weight.
	pub fn add(&mut self, weight: Fixed, scale: Scale) {
		self.0 = self.0.saturating_add(scale.contribution(weight));
	}

	/// Takes a weight back that was added with the same scale.
	pub fn take(&mut self, weight: Fixed, scale: Scale) {
		self.0 = self.0.saturating_sub(scale.contribution(weight));
	}

	/// The sum of two sums with the same anchor and half-life.
	pub const fn plus(self, other: Self) -> Self {
		Self(self.0.saturating_add(other.0))
	}

	/// What is left of the sum, cut off.
	pub fn read(self, reading: Reading) -> Fixed {
		let bits = self.0.checked_shr(reading.halvings).unwrap_or(0);
		Fixed::from_bits(u64::try_from(bits).unwrap_or(u64::MAX)).times(reading.left)
	}

	/// Whether nothing is in the sum.
	pub const fn is_zero(self) -> bool {
		self.0 == 0
	}

	/// Moves on. What a sum that changes its half-life reads at the time of the change stays the same up
	/// to two bits and a hundred-millionth: there is no more to be known of it, since what it consists
	/// of ages alike from then on.
	pub fn turn(&mut self, turn: Turn) {
		match turn {
			Turn::Same { from, to, half_life } => self.reanchor(from, to, half_life),
			Turn::Changed { left, anew } => self.0 = anew.contribution(self.read(left)),
		}
	}

	/// The same sum for a later anchor. What is lost is less than the last bit at the new anchor.
	pub fn reanchor(&mut self, from: Moment, to: Moment, half_life: Moment) {
		let (old, _) = halvings(from, half_life);
		let (new, _) = halvings(to, half_life);
		self.0 = self.0.checked_shr(small(new.saturating_sub(old))).unwrap_or(0);
	}
}

/// Whole half-lives since the UNIX epoch, and what has begun of the next.
fn halvings(at: Moment, half_life: Moment) -> (u64, u64) {
	// A half-life is a day at least.
	(at.checked_div(half_life).unwrap_or(0), at.checked_rem(half_life).unwrap_or(0))
}

fn small(halvings: u64) -> u32 {
	u32::try_from(halvings).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::DAY;
	use proptest::prelude::*;

	const HALF_LIFE: Moment = 90 * DAY;
	const ANCHOR: Moment = 10_000 * DAY;

	#[test]
	fn half_is_left_after_a_half_life() {
		let mut sum = Sum::ZERO;
		sum.add(Fixed::ONE, Scale::new(ANCHOR + 17, ANCHOR, HALF_LIFE));
		let later = |elapsed| sum.read(Reading::new(ANCHOR + 17 + elapsed, ANCHOR, HALF_LIFE));
		let close = |a: Fixed, b: Fixed| a.distance(b) < Fixed::from_bits(16);
		assert!(close(later(0), Fixed::ONE));
		assert!(close(later(HALF_LIFE), Fixed::HALF));
		assert!(close(later(2 * HALF_LIFE), Fixed::from_ratio(1, 4)));
		assert_eq!(later(100 * HALF_LIFE), Fixed::ZERO);
	}

	#[test]
	fn far_ends_of_time_neither_panic_nor_wrap() {
		for (at, anchor) in [(0, u64::MAX), (u64::MAX, 0), (u64::MAX, u64::MAX), (0, 0)] {
			let mut sum = Sum::ZERO;
			let scale = Scale::new(at, anchor, DAY);
			sum.add(Fixed::MAX, scale);
			sum.add(Fixed::MAX, scale);
			let _ = sum.read(Reading::new(at, anchor, DAY));
			sum.reanchor(anchor, u64::MAX, DAY);
			sum.take(Fixed::MAX, scale);
		}
		assert_eq!(Scale::new(0, ANCHOR, DAY).contribution(Fixed::MAX), 0);
		assert_eq!(Scale::new(u64::MAX, 0, DAY).contribution(Fixed::ONE), u128::MAX);
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(10_000))]

		#[test]
		fn what_was_added_can_be_taken_back_exactly(
			records in prop::collection::vec((0u64..5_000_000_000, 0u64..2_000), 1..40),
			taken in prop::collection::vec(any::<bool>(), 40),
		) {
			let (mut all, mut kept) = (Sum::ZERO, Sum::ZERO);
			for (bits, days) in &records {
				let scale = Scale::new(ANCHOR + days * DAY, ANCHOR, HALF_LIFE);
				all.add(Fixed::from_bits(*bits), scale);
			}
			for ((bits, days), taken) in records.iter().zip(taken) {
				let scale = Scale::new(ANCHOR + days * DAY, ANCHOR, HALF_LIFE);
				if taken {
					all.take(Fixed::from_bits(*bits), scale);
				} else {
					kept.add(Fixed::from_bits(*bits), scale);
				}
			}
			prop_assert_eq!(all, kept);
		}

		#[test]
		fn reading_agrees_with_decay(bits in 0u64..20_000_000_000, age in 0u64..4_000, half in 1u64..800) {
			let (at, half_life) = (ANCHOR + 12_345, half * DAY);
			let mut sum = Sum::ZERO;
			let weight = Fixed::from_bits(bits);
			sum.add(weight, Scale::new(at, ANCHOR, half_life));
			let read = sum.read(Reading::new(at + age * DAY, ANCHOR, half_life));
			let exact = weight.decayed(age * DAY, half_life);
			prop_assert!(read.distance(exact) <= Fixed::from_bits(2 + bits / 100_000_000));
		}

		#[test]
		fn a_new_half_life_changes_next_to_nothing_at_first(
			bits in 0u64..20_000_000_000, age in 0u64..2_000, old in 1u64..800, new in 1u64..800,
			back in 0u64..24,
		) {
			let (old, new) = (old * DAY, new * DAY);
			let at = ANCHOR + age * DAY;
			let mut sum = Sum::ZERO;
			sum.add(Fixed::from_bits(bits), Scale::new(ANCHOR + 12_345, ANCHOR, old));
			let before = sum.read(Reading::new(at, ANCHOR, old));
			let anchor = ANCHOR.max(at.saturating_sub(back * new));
			sum.turn(Turn::new(at, (ANCHOR, old), (anchor, new)));
			let after = sum.read(Reading::new(at, anchor, new));
			let most = Fixed::from_bits(2 + before.bits() / 100_000_000);
			prop_assert!(before.distance(after) <= most, "{before:?} {after:?}");
			// And from then on it fades by the new one.
			let later = sum.read(Reading::new(at + new, anchor, new));
			prop_assert!(later.distance(after.times(Fixed::HALF)) <= most);
		}

		#[test]
		fn where_the_half_life_stays_the_sum_does(bits in 0u64..20_000_000_000, days in 0u64..2_000) {
			let mut sum = Sum::ZERO;
			sum.add(Fixed::from_bits(bits), Scale::new(ANCHOR + days * DAY, ANCHOR, HALF_LIFE));
			let before = sum;
			let unchanged = (ANCHOR, HALF_LIFE);
			sum.turn(Turn::new(ANCHOR + 2_000 * DAY, unchanged, unchanged));
			prop_assert_eq!(sum, before);
		}

		#[test]
		fn a_new_anchor_changes_next_to_nothing(bits in 0u64..20_000_000_000, days in 0u64..2_000, to in 0u64..1_000) {
			let mut sum = Sum::ZERO;
			sum.add(Fixed::from_bits(bits), Scale::new(ANCHOR + days * DAY, ANCHOR, HALF_LIFE));
			let (anchor, now) = (ANCHOR + to * DAY, ANCHOR + 3_000 * DAY);
			let before = sum.read(Reading::new(now, ANCHOR, HALF_LIFE));
			sum.reanchor(ANCHOR, anchor, HALF_LIFE);
			let after = sum.read(Reading::new(now, anchor, HALF_LIFE));
			prop_assert!(before.distance(after) <= Fixed::from_bits(1));
		}
	}
}
