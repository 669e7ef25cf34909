use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use hanse_credit_model::Moment;
use hanse_traits::{RecordId, Standing};
use scale_info::TypeInfo;

/// Where a subject stood before and after something that was announced.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Change<AccountId> {
	/// The block in which it was announced.
	pub block: u32,
	/// The time that the score was computed for, in seconds since the UNIX epoch.
	pub at: Moment,
	/// The version of the parameters that it was computed with.
	pub version: u32,
	/// Where the subject had stood.
	pub old: Standing,
	/// Where it stood then.
	pub new: Standing,
	/// Why.
	pub cause: Cause<AccountId>,
}

/// Why a subject stands elsewhere than before.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Cause<AccountId> {
	/// A record. Of several that came together, the one that moved the score most.
	#[codec(index = 0)]
	Record(RecordId<AccountId>),
	/// A record was taken out: contested, withdrawn or found wrong.
	#[codec(index = 1)]
	Retracted(RecordId<AccountId>),
	/// A record was put back after a contest.
	#[codec(index = 2)]
	Restored(RecordId<AccountId>),
	/// A record counts more, since somebody else stands for it as well.
	#[codec(index = 3)]
	Raised(RecordId<AccountId>),
	/// Adverse evidence reached its end.
	#[codec(index = 4)]
	Expired,
	/// The model counts otherwise, by another version of its parameters.
	#[codec(index = 5)]
	Parameters {
		/// Which one.
		version: u32,
	},
	/// Those with whom it trades, or how.
	#[codec(index = 6)]
	Network,
	/// Nothing but time.
	#[codec(index = 7)]
	Time,
}
