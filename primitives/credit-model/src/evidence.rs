use crate::{BASIS_POINTS, Fixed};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// What happened, in basis points: 0 is as bad as it gets, 10,000 as good.
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
#[serde(transparent)]
pub struct Outcome(u16);

impl Outcome {
	/// The worst outcome.
	pub const WORST: Self = Self(0);
	/// The best outcome.
	pub const BEST: Self = Self(BASIS_POINTS);

	/// An outcome from basis points.
	pub const fn new(points: u16) -> Option<Self> {
		if points <= BASIS_POINTS { Some(Self(points)) } else { None }
	}

	/// Whether the value is in range, which a decoded one need not be.
	pub const fn is_valid(self) -> bool {
		self.0 <= BASIS_POINTS
	}

	/// Whether the outcome speaks against the subject: it is below one half.
	pub const fn is_adverse(self) -> bool {
		self.0 < BASIS_POINTS / 2
	}

	/// The basis points.
	pub const fn points(self) -> u16 {
		self.0
	}

	/// The value between zero and one; an invalid outcome counts as the best one.
	pub const fn value(self) -> Fixed {
		Fixed::from_basis_points(if self.is_valid() { self.0 } else { BASIS_POINTS })
	}

	/// What is missing to the best outcome.
	pub const fn shortfall(self) -> Fixed {
		Fixed::ONE.minus(self.value())
	}
}

/// How well a record is founded.
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
pub enum Level {
	/// The subject's own declaration.
	#[codec(index = 0)]
	SelfDeclared,
	/// Reported by one trading party about the other.
	#[codec(index = 1)]
	Counterparty,
	/// Both parties signed it, or an independent third party attests it.
	#[codec(index = 2)]
	Confirmed,
	/// The authority in its own field, or the chain itself, observed it.
	#[codec(index = 3)]
	Source,
}

/// How much money a record is about: the binary logarithm of the amount in units of account, cut
/// off. Class 10 is 1,024 to 2,047 units.
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
#[serde(transparent)]
pub struct AmountClass(pub u8);

impl AmountClass {
	/// The largest class, of amounts from 2⁶³ units.
	pub const MAX: Self = Self(63);
	/// The class that weighs exactly one; also for evidence that is not about an amount.
	pub const NEUTRAL: Self = Self(10);

	/// The class of an amount in whole units of account. Less than one unit is the lowest class.
	pub const fn of(amount: u64) -> Self {
		match amount.checked_ilog2() {
			Some(class) => Self(class as u8),
			None => Self(0),
		}
	}

	/// Whether the value is in range, which a decoded one need not be.
	pub const fn is_valid(self) -> bool {
		self.0 <= Self::MAX.0
	}

	/// How much a record about such an amount counts.
	///
	/// Below the neutral class in proportion to the amount, so that nothing is gained by cutting a
	/// trade into small ones; above it one eighth more for each doubling, at most four, so that one
	/// large trade does not settle everything.
	///
	/// What the parts of a trade weigh together, of one unit or more each:
	///
	/// * never more than a thousandth (1/1,024) of the amount;
	/// * of a trade in the neutral class or below less than twice what the whole weighs, which is what the
	///   class leaves open about the amount, and no more than the whole if it is halved again and again;
	/// * of a larger trade they may weigh more: the whole gives up what is beyond one eighth for each
	///   doubling, its parts do not. That cannot be otherwise as long as records simply add up, which is
	///   what lets any of them be taken out again: if one weighs four at most, many weigh more. What
	///   stands against it is not in the weight: a source tells a thing about one business object once,
	///   so that each part needs an object and a document of its own; and by one partner alone, with
	///   however many trades, adverse evidence is repaired at a fifth of the full speed at most.
	pub fn weight(self) -> Fixed {
		match self.0.checked_sub(Self::NEUTRAL.0) {
			Some(doublings) => {
				let extra = Fixed::from_ratio(u32::from(doublings), 8);
				Fixed::ONE.plus(extra).min(Fixed::from_int(4))
			},
			None => Fixed::HALF.power(Self::NEUTRAL.0.saturating_sub(self.0)),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::parts;
	use proptest::prelude::*;

	#[test]
	fn outcomes_have_a_range() {
		assert_eq!(Outcome::new(10_001), None);
		assert_eq!(Outcome::new(10_000), Some(Outcome::BEST));
		assert!(!Outcome::decode(&mut &[0xff, 0xff][..]).unwrap().is_valid());
		assert_eq!(Outcome(u16::MAX).value(), Fixed::ONE);
		assert!(Outcome(4_999).is_adverse() && !Outcome(5_000).is_adverse());
		assert_eq!(Outcome(2_500).shortfall(), Fixed::from_ratio(3, 4));
	}

	#[test]
	fn amounts_count_by_size() {
		assert_eq!(AmountClass::of(0), AmountClass(0));
		assert_eq!(AmountClass::of(1_024), AmountClass::NEUTRAL);
		assert_eq!(AmountClass::of(u64::MAX), AmountClass::MAX);
		assert_eq!(AmountClass::NEUTRAL.weight(), Fixed::ONE);
		assert_eq!(AmountClass(18).weight(), Fixed::from_int(2));
		assert_eq!(AmountClass(255).weight(), Fixed::from_int(4));
		for class in 0..AmountClass::MAX.0 {
			assert!(AmountClass(class).weight() <= AmountClass(class + 1).weight());
		}
	}

	#[test]
	fn cutting_a_small_trade_gains_nothing() {
		for class in 0..AmountClass::NEUTRAL.0 {
			let two_halves = AmountClass(class).weight().times(Fixed::from_int(2));
			assert!(two_halves <= AmountClass(class + 1).weight());
		}
	}

	/// What records about these amounts weigh together.
	fn together(amounts: impl IntoIterator<Item = u64>) -> Fixed {
		let weights = amounts.into_iter().map(|amount| AmountClass::of(amount).weight());
		weights.fold(Fixed::ZERO, Fixed::plus)
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(10_000))]

		#[test]
		fn parts_never_weigh_more_than_their_amount(
			parts in prop::collection::vec(1u64..2_000_000, 1..40),
		) {
			let whole = parts.iter().sum::<u64>();
			prop_assert!(together(parts) <= Fixed::from_ratio(whole as u32, 1_024));
		}

		#[test]
		fn what_a_class_leaves_open_is_all_that_a_small_trade_can_gain((whole, parts) in parts(2_048)) {
			let twice = AmountClass::of(whole).weight().times(Fixed::from_int(2));
			prop_assert!(together(parts) < twice);
		}

		#[test]
		fn a_small_trade_halved_again_and_again_gains_nothing(whole in 1u64..2_048, halvings in 0u32..11) {
			let count = 1u64 << halvings.min(whole.ilog2());
			let parts = (0..count).map(|_| whole / count);
			prop_assert!(together(parts) <= AmountClass::of(whole).weight());
		}
	}
}
