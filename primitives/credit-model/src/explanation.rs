//! Why a score is what it is.

use crate::{Dimension, Fixed, Indicator, Moment, ScoreReport};
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// A score, all that it is made of, and all that it lacks.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Explanation {
	/// The score and its dimensions.
	pub report: ScoreReport,
	/// By [`Indicator`], in order.
	pub indicators: [IndicatorReport; Indicator::COUNT],
	/// What keeps the score from 1,000, the most costly first. Together with the score it makes 1,000
	/// points exactly.
	pub shortfalls: BoundedVec<Shortfall, ConstU32<{ Explanation::SHORTFALLS }>>,
}

impl Explanation {
	/// The most shortfalls that there can be: three for each dimension, and two for each indicator.
	pub const SHORTFALLS: u32 = 51;
}

const _: () = assert!(
	Explanation::SHORTFALLS as usize == 3 * Dimension::COUNT + 2 * Indicator::COUNT,
	"there is room for each reason"
);

/// What one indicator adds to its dimension.
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
#[serde(rename_all = "camelCase")]
pub struct IndicatorReport {
	/// Which one.
	pub indicator: Indicator,
	/// vᵢⱼ in basis points.
	pub share: u16,
	/// x̂ⱼ, from zero to one. Σ vᵢⱼ·x̂ⱼ over the indicators of a dimension, cut off after each product
	/// and to millionths in the end, is the dimension's value.
	pub estimate: Fixed,
	/// The weight of what speaks for the subject.
	pub good: Fixed,
	/// The weight of what speaks against it.
	pub bad: Fixed,
	/// How well that is founded: the mean of level and credibility, from zero to one.
	pub quality: Fixed,
	/// When the newest event happened, in seconds since the UNIX epoch; `None` without evidence.
	pub newest: Option<Moment>,
	/// Its part of the dimension's points, in thousandths. The parts of a dimension add up to its points
	/// exactly: what is cut off of one goes to the next.
	pub points: u32,
}

/// Something that keeps a score from 1,000.
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
#[serde(rename_all = "camelCase")]
pub struct Shortfall {
	/// What.
	pub reason: Reason,
	/// What it costs, in thousandths of a point.
	pub points: u32,
}

/// Why a score is not higher.
///
/// What a dimension lacks is told in this order: what the age of its newest evidence takes from its
/// weight in the score; of the rest, what the want of evidence takes; of the rest, what a weak
/// foundation takes; and what is left is lost by indicators, which are unproven or adverse.
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
#[serde(rename_all = "camelCase", tag = "kind", content = "of")]
pub enum Reason {
	/// Nothing is known about a dimension.
	#[codec(index = 0)]
	NoEvidence(Dimension),
	/// The newest evidence on a dimension is old.
	#[codec(index = 1)]
	OldEvidence(Dimension),
	/// There is little evidence on a dimension.
	#[codec(index = 2)]
	LittleEvidence(Dimension),
	/// The evidence on a dimension is of low levels, or from sources that are little believed.
	#[codec(index = 3)]
	WeakFoundation(Dimension),
	/// Little or nothing is known about an indicator, so that what is assumed of everybody counts.
	#[codec(index = 4)]
	Unproven(Indicator),
	/// Outcomes on an indicator were not the best.
	#[codec(index = 5)]
	Adverse(Indicator),
}
