use super::{Cause, Change, Moved};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use hanse_credit_model::{Explanation, NetworkSignals, Warning};
use hanse_traits::Standing;
use scale_info::TypeInfo;

/// A score with everything that it follows from.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct ScoreExplanation<AccountId> {
	/// The score now, what it is made of, and what is missing to a full one.
	pub explanation: Explanation,
	/// Where the subject stood when that was announced last.
	pub announced: Standing,
	/// What was announced last, and why; none if nothing was yet.
	pub last: Option<Change<AccountId>>,
	/// What there is to beware of now.
	pub warning: WarningReport,
	/// The records that moved the score last, the latest at the end.
	pub recent: Vec<Moved<AccountId>>,
}

/// Something that was announced in a block.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Announcement<AccountId> {
	/// Who stands elsewhere.
	pub subject: AccountId,
	/// Where it had stood.
	pub old: Standing,
	/// Where it stands.
	pub new: Standing,
	/// Why.
	pub cause: Cause<AccountId>,
}

/// A warning with what it follows from.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct WarningReport {
	/// What there is to beware of now.
	pub warning: Warning,
	/// What there was when it was announced last. The two differ until the chain has come to look.
	pub announced: Warning,
	/// What the trade network says.
	pub signals: NetworkSignals,
	/// By how much records have made the subject's conduct worse than its own slow average, in basis
	/// points of the average.
	pub fall: u16,
}
