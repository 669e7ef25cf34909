use crate::ObjectionStatus;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use hanse_credit_model::{Level, Moment};
use scale_info::TypeInfo;

/// How far a record has come. What lies before the first of these happens within the submission.
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
pub enum Stage {
	/// It counts provisionally, and others have time to speak about the same.
	#[codec(index = 0)]
	Private,
	/// The time of others is over, so that what they said decides; its turn in the queue is about to
	/// come.
	#[codec(index = 1)]
	Agreed,
	/// It is settled, and counts until it has faded or expired.
	#[codec(index = 2)]
	Applied,
	/// Its subject objects. It does not count until that is decided.
	#[codec(index = 3)]
	Disputed,
	/// It was withdrawn, refuted or contradicted, and does not count any more.
	#[codec(index = 4)]
	Removed,
	/// It is as old as records of its indicator are kept. If it was adverse it has left the score.
	#[codec(index = 5)]
	Expired,
}

/// What the chain knows of a record by its number.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RecordStatus {
	/// The batch that it came in.
	pub batch: u32,
	/// The block that it came in.
	pub recorded: u32,
	/// How far it has come.
	pub stage: Stage,
	/// When its settlement is due, in seconds since the UNIX epoch, by the clock of the model.
	pub due: Moment,
	/// The objection to it, if there is one that is not decided.
	pub objection: Option<ObjectionStatus>,
	/// The level to which it was raised after it was recorded, if it was.
	pub level_raised: Option<Level>,
}
