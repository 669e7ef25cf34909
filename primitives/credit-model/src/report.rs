use crate::{BASIS_POINTS, Dimension, Fixed, Moment, Risk};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// A score and what it is made of.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ScoreReport {
	/// The version of the parameters that it was computed with.
	pub version: u32,
	/// CS, from 0 to 1,000: `thousandths` without its fraction.
	pub score: u16,
	/// The class of the score.
	pub grade: Grade,
	/// Σ Wᵢ·Rᵢ in basis points: how much of the score could be told from evidence at all.
	pub confidence: u16,
	/// How likely the next record is adverse.
	pub risk: Risk,
	/// The score in thousandths of a point: exactly the sum of the dimensions' `points`.
	pub thousandths: u32,
	/// The time to which the evidence was decayed.
	pub computed_at: Moment,
	/// The parts, in the order of [`Dimension::ALL`].
	pub dimensions: [DimensionReport; Dimension::COUNT],
}

impl ScoreReport {
	/// How good what is known is, whatever there is of it: Σ Wᵢ·Dᵢ·Rᵢ / Σ Wᵢ·Rᵢ, between zero and one;
	/// `None` below a confidence of one hundredth, where what is cut off in the parts would weigh too
	/// much.
	pub fn conduct(&self) -> Option<Fixed> {
		let known = self.dimensions.iter().fold(0u64, |sum, part| {
			sum.saturating_add(u64::from(part.weight).saturating_mul(part.adjustment.into()))
		});
		let whole = u64::from(BASIS_POINTS).saturating_mul(DimensionReport::WHOLE.into());
		if known < whole / 100 {
			return None;
		}
		let points = u128::from(self.thousandths).saturating_mul(BASIS_POINTS.into());
		let bits = (points << 32).checked_div(known.into())?;
		Some(Fixed::from_bits(u64::try_from(bits).unwrap_or(u64::MAX)).min(Fixed::ONE))
	}
}

/// What one dimension adds to the score.
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
pub struct DimensionReport {
	/// Which one.
	pub dimension: Dimension,
	/// Wᵢ in basis points.
	pub weight: u16,
	/// Dᵢ in millionths.
	pub value: u32,
	/// Rᵢ in millionths.
	pub adjustment: u32,
	/// Wᵢ·Dᵢ·Rᵢ in thousandths of a point, cut off.
	pub points: u32,
}

impl DimensionReport {
	/// One whole, as `value` and `adjustment` count it.
	pub const WHOLE: u32 = 1_000_000;
}

/// The class of a score. Without the evidence for more, a trader is a D: no grade is a guess.
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
#[serde(rename_all = "UPPERCASE")]
pub enum Grade {
	/// The worst.
	#[codec(index = 0)]
	D,
	/// 100 points and more, by default; each further grade begins 100 points higher.
	#[codec(index = 1)]
	C,
	/// 200 and more.
	#[codec(index = 2)]
	Cc,
	/// 300 and more.
	#[codec(index = 3)]
	Ccc,
	/// 400 and more.
	#[codec(index = 4)]
	B,
	/// 500 and more.
	#[codec(index = 5)]
	Bb,
	/// 600 and more.
	#[codec(index = 6)]
	Bbb,
	/// 700 and more.
	#[codec(index = 7)]
	A,
	/// 800 and more.
	#[codec(index = 8)]
	Aa,
	/// The best: 900 and more.
	#[codec(index = 9)]
	Aaa,
}

impl Grade {
	/// The grades from the best downwards, as [`crate::Parameters::grades`] lists their thresholds.
	const DESCENDING: [Self; 9] =
		[Self::Aaa, Self::Aa, Self::A, Self::Bbb, Self::Bb, Self::B, Self::Ccc, Self::Cc, Self::C];

	/// The grade of a score.
	pub fn of(score: u16, thresholds: &[u16; 9]) -> Self {
		Self::DESCENDING
			.into_iter()
			.zip(thresholds)
			.find(|(_, threshold)| score >= **threshold)
			.map_or(Self::D, |(grade, _)| grade)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		DAY, Indicator, Parameters, Subject,
		testing::{observe, parameters, record},
	};

	#[test]
	fn conduct_is_the_score_by_its_confidence() {
		let now = 1_000 * DAY;
		let mut subject = Subject::default();
		assert_eq!(subject.report(now, &parameters()).conduct(), None);
		for partner in 0..100 {
			observe(&mut subject, record(Indicator::PaidOnTime, 10_000, now), partner, now);
		}
		let report = subject.report(now, &parameters());
		let exact = f64::from(report.thousandths) / 1e6 / (f64::from(report.confidence) / 1e4);
		let conduct = report.conduct().unwrap().bits() as f64 / 2f64.powi(32);
		assert!((conduct - exact).abs() < 1e-3, "{conduct} {exact}");
		// It does not fall as fast as the score when nothing is heard.
		let later = subject.report(now + 365 * DAY, &parameters());
		assert!(later.score * 3 < report.score * 2);
		assert!(
			later.conduct().unwrap() > report.conduct().unwrap().times(Fixed::from_ratio(2, 3))
		);
		// And of what has faded to nothing, nothing is told.
		assert_eq!(subject.report(now + 3_650 * DAY, &parameters()).conduct(), None);
	}

	#[test]
	fn grades_follow_the_thresholds() {
		let thresholds = Parameters::default().grades;
		let grade = |score| Grade::of(score, &thresholds);
		assert_eq!(grade(0), Grade::D);
		assert_eq!(grade(99), Grade::D);
		assert_eq!(grade(100), Grade::C);
		assert_eq!(grade(599), Grade::Bb);
		assert_eq!(grade(900), Grade::Aaa);
		assert_eq!(grade(1_000), Grade::Aaa);
		assert!((0..1_000).all(|score| grade(score) <= grade(score + 1)));
	}
}
