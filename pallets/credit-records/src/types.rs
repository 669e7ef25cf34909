use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::deps::frame_support::PalletError;
use hanse_credit_model::{AmountClass, Consensus, Indicator, Level, Moment, Outcome, Source};
use scale_info::TypeInfo;

/// One piece of evidence, as a provider submits it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Record<AccountId> {
	/// Who says so: a trading party that the provider registered, or the provider itself.
	pub source: AccountId,
	/// The enterprise that the record is about.
	pub subject: AccountId,
	/// What the record is about.
	pub indicator: Indicator,
	/// What happened: 0 to 10,000 basis points.
	pub outcome: Outcome,
	/// How well the record is founded.
	pub level: Level,
	/// How much money it is about, 0 to 63.
	pub amount: AmountClass,
	/// When it happened, in seconds since the UNIX epoch.
	pub at: Moment,
	/// A salted hash of the document behind the record, which stays off chain. Destroying the salt
	/// makes it meaningless. It stands in the block and not in the state.
	pub commitment: [u8; 32],
}

/// A source, who brought it here, and what is known of it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RegisteredSource<AccountId> {
	/// The member that alone may submit what this source says.
	pub provider: AccountId,
	/// How far it has been right.
	pub standing: Source,
}

/// A record that waits for others to speak.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct PendingRecord<AccountId> {
	/// Who said so.
	pub source: AccountId,
	/// About whom.
	pub subject: AccountId,
	/// About what.
	pub indicator: Indicator,
	/// What happened, as the source saw it.
	pub outcome: Outcome,
}

/// What one source said about one subject and indicator while records of it are pending, so that it
/// cannot agree with itself when they are settled.
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
pub struct OwnShare {
	/// Its part of the [`Consensus`].
	pub said: Consensus,
	/// How many of its records are pending.
	pub pending: u32,
}

/// A place in the queue of pending records: a day since the UNIX epoch, and a place in that day.
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
pub struct Place {
	/// The day on which the record is due.
	pub day: u32,
	/// Its number among those of the day.
	pub number: u32,
}

/// What is known of a source, for clients.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct SourceReport<AccountId> {
	/// The member that submits what it says.
	pub provider: AccountId,
	/// How credible it is, in millionths, cut off.
	pub credibility: u32,
}

/// Why a record is refused.
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
	PalletError,
)]
pub enum Cause {
	/// The provider has no role for the category of the indicator.
	#[codec(index = 0)]
	CategoryNotGranted,
	/// The source is not registered: register it first.
	#[codec(index = 1)]
	UnknownSource,
	/// The source was registered by another provider, which alone may submit what it says.
	#[codec(index = 2)]
	SourceOfAnother,
	/// The outcome is above 10,000 basis points.
	#[codec(index = 3)]
	OutcomeOutOfRange,
	/// The amount class is above 63.
	#[codec(index = 4)]
	AmountOutOfRange,
	/// The event lies in the future, as the chain's clock has it.
	#[codec(index = 5)]
	EventInFuture,
	/// Source and subject are one, but the level is not a self-declaration, or the other way round.
	#[codec(index = 6)]
	LevelNotOfSource,
	/// Only a member may attest at the level *confirmed*, and only in its own name; the level
	/// *source* takes a role that makes it an authority in the category as well.
	#[codec(index = 7)]
	LevelNotEarned,
	/// As many records are pending as the chain keeps. Try again when some have been settled.
	#[codec(index = 8)]
	QueueFull,
}
