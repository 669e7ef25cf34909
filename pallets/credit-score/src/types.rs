use super::*;
use hanse_credit_model::Grade;

/// A subject and the grade that was last announced for it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ScoredSubject {
	/// The sums of the credit model.
	pub state: Subject,
	/// The grade right after the last record.
	pub grade: Grade,
}

impl Default for ScoredSubject {
	fn default() -> Self {
		Self { state: Subject::default(), grade: Grade::D }
	}
}

/// A place in the list of those with evidence that leaves: a half-year since the UNIX epoch, and a
/// place in it.
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
pub struct LeavingPlace {
	/// The half-year.
	pub half_year: u16,
	/// The number among those who are noted for it.
	pub number: u32,
}
