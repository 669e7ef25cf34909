//! What earlier runtimes answered.

use codec::{Decode, Encode};
use hanse_credit_model::{Dimension, DimensionReport, Grade, Moment, Risk, ScoreReport};
use scale_info::TypeInfo;

/// A score as runtimes tell it that have no versions of parameters: those before 103.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, TypeInfo)]
pub struct ScoreReportBefore2 {
	/// See [`ScoreReport::score`].
	pub score: u16,
	/// See [`ScoreReport::grade`].
	pub grade: Grade,
	/// See [`ScoreReport::confidence`].
	pub confidence: u16,
	/// See [`ScoreReport::risk`].
	pub risk: Risk,
	/// See [`ScoreReport::thousandths`].
	pub thousandths: u32,
	/// See [`ScoreReport::computed_at`].
	pub computed_at: Moment,
	/// See [`ScoreReport::dimensions`].
	pub dimensions: [DimensionReport; Dimension::COUNT],
}

impl From<ScoreReportBefore2> for ScoreReport {
	/// The parameters of that time are version 0.
	fn from(report: ScoreReportBefore2) -> Self {
		let ScoreReportBefore2 {
			score,
			grade,
			confidence,
			risk,
			thousandths,
			computed_at,
			dimensions,
		} = report;
		Self { version: 0, score, grade, confidence, risk, thousandths, computed_at, dimensions }
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use hanse_credit_model::{Parameters, Subject};

	#[test]
	fn only_the_version_has_been_added() {
		let report = Subject::default().report(86_400, &Parameters::default());
		let before = ScoreReportBefore2::decode(&mut &report.encode()[4..]).unwrap();
		assert_eq!(ScoreReport::from(before), report);
	}
}
