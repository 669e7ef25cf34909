use crate::{AmountClass, Fixed, Level, Opinion, Outcome, Parameters};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What is known of a source: how far what it said agreed with what others said later.
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
pub struct Source {
	/// a
	agreement: Fixed,
	/// b
	disagreement: Fixed,
}

/// How much a record counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Weighed {
	/// level · credibility^γ · amount
	pub weight: Fixed,
	/// What it would count at the best level from a source beyond doubt: the amount alone.
	pub mass: Fixed,
}

impl Source {
	/// A source of which nothing is known yet.
	pub const fn new(parameters: &Parameters) -> Self {
		Self {
			agreement: parameters.initial_agreement,
			disagreement: parameters.initial_disagreement,
		}
	}

	/// c = a / (a + b), between zero and one.
	pub const fn credibility(&self) -> Fixed {
		self.agreement.saturation(self.disagreement)
	}

	/// How much a record of this source counts.
	pub fn weigh(&self, level: Level, amount: AmountClass, parameters: &Parameters) -> Weighed {
		let mass = amount.weight();
		let trust = self.credibility().power(parameters.credibility_power);
		let weight = parameters.level_weight(level).times(trust).times(mass);
		Weighed { weight, mass }
	}

	/// Settles one record against what others said about the same subject and indicator.
	///
	/// conf = W / (W + [`Parameters::judgement_weight`]), d = |x − m|; a += conf · (1 − d),
	/// b += conf · d. A step of the sum a + b is never lost by rounding; what a loses, b gains.
	pub fn settle(&mut self, outcome: Outcome, others: Opinion, parameters: &Parameters) {
		let confidence = others.weight.saturation(parameters.judgement_weight);
		let distance = outcome.value().distance(others.mean);
		let agreed = confidence.times(Fixed::ONE.minus(distance));
		self.agreement = self.agreement.plus(agreed);
		self.disagreement = self.disagreement.plus(confidence.minus(agreed));
	}

	/// Counts a record against the source that was found false by those who decide: as one that
	/// everybody else contradicts. b += 1.
	pub fn refute(&mut self) {
		self.disagreement = self.disagreement.plus(Fixed::ONE);
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn outcome() -> impl Strategy<Value = Outcome> {
		(0u16..=10_000).prop_map(|points| Outcome::new(points).unwrap())
	}

	fn opinion() -> impl Strategy<Value = Opinion> {
		(0u16..=10_000, any::<u64>()).prop_map(|(mean, weight)| Opinion {
			mean: Fixed::from_basis_points(mean),
			weight: Fixed::from_bits(weight),
		})
	}

	#[test]
	fn a_newcomer_is_believed_to_four_fifths() {
		let source = Source::new(&Parameters::default());
		assert_eq!(source.credibility(), Fixed::from_ratio(4, 5));
	}

	#[test]
	fn one_settlement_as_computed_by_hand() {
		let parameters = Parameters::default();
		let mut source = Source::new(&parameters);
		let others = Opinion { mean: Fixed::ONE, weight: Fixed::from_int(2) };
		source.settle(Outcome::WORST, others, &parameters);
		// conf = 2 / (2 + 2), d = 1: c = 4 / (4 + 1.5).
		assert_eq!(source.credibility(), Fixed::from_ratio(8, 11));
		source.settle(Outcome::BEST, others, &parameters);
		assert_eq!(source.credibility(), Fixed::from_ratio(3, 4));
	}

	#[test]
	fn a_refuted_record_weighs_as_much_as_a_certain_contradiction() {
		let mut source = Source::new(&Parameters::default());
		source.refute();
		assert_eq!(source.credibility(), Fixed::from_ratio(2, 3));
	}

	#[test]
	fn a_lower_level_a_smaller_amount_and_doubt_count_less() {
		let parameters = Parameters::default();
		let source = Source::new(&parameters);
		let weight = |level, amount| source.weigh(level, amount, &parameters).weight;
		let full = weight(Level::Source, AmountClass::NEUTRAL);
		assert_eq!(full, Fixed::from_ratio(4, 5).power(2));
		assert!(weight(Level::Counterparty, AmountClass::NEUTRAL) < full);
		assert!(weight(Level::Source, AmountClass(9)) < full);
		let mut doubtful = source;
		let others = Opinion { mean: Fixed::ONE, weight: Fixed::ONE };
		doubtful.settle(Outcome::WORST, others, &parameters);
		let doubted = doubtful.weigh(Level::Source, AmountClass::NEUTRAL, &parameters);
		assert!(doubted.weight < full && doubted.mass == Fixed::ONE);
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(10_000))]

		#[test]
		fn credibility_stays_between_zero_and_one(
			records in prop::collection::vec((outcome(), opinion()), 0..50),
		) {
			let parameters = Parameters::default();
			let mut source = Source::new(&parameters);
			for (outcome, others) in records {
				source.settle(outcome, others, &parameters);
				prop_assert!(source.credibility() > Fixed::ZERO);
				prop_assert!(source.credibility() < Fixed::ONE);
			}
		}

		#[test]
		fn agreeing_more_is_never_worse(a in outcome(), b in outcome(), others in opinion()) {
			let parameters = Parameters::default();
			let settled = |outcome| {
				let mut source = Source::new(&parameters);
				source.settle(outcome, others, &parameters);
				source.credibility()
			};
			let distance = |outcome: Outcome| outcome.value().distance(others.mean);
			if distance(a) <= distance(b) {
				prop_assert!(settled(a) >= settled(b));
			}
		}

		#[test]
		fn a_record_never_counts_more_than_its_amount(
			records in prop::collection::vec((outcome(), opinion()), 0..10), amount in 0u8..64,
		) {
			let parameters = Parameters::default();
			let mut source = Source::new(&parameters);
			for (outcome, others) in records {
				source.settle(outcome, others, &parameters);
			}
			let weighed = source.weigh(Level::Source, AmountClass(amount), &parameters);
			prop_assert!(weighed.weight <= weighed.mass);
		}
	}
}
