use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::deps::frame_support::PalletError;
use scale_info::TypeInfo;

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
	/// The level *confirmed* takes the signature of the subject, or a member that attests in its own
	/// name and has a role that the schema names; the level *source* takes such a member that is an
	/// authority in the category as well.
	#[codec(index = 7)]
	LevelNotEarned,
	/// As many records are pending as the chain keeps. Try again when some have been settled.
	#[codec(index = 8)]
	QueueFull,
	/// The provider has no bond for the category, too small a bond, or is about to take it back.
	#[codec(index = 9)]
	BondMissing,
	/// The outcome is not on the scale that the indicator's schema describes.
	#[codec(index = 10)]
	OutcomeOffScale,
	/// The schema asks for a reference to the business object, and there is none.
	#[codec(index = 11)]
	ReferenceMissing,
	/// The schema forbids a reference to a business object, and there is one.
	#[codec(index = 12)]
	ReferenceForbidden,
	/// The schema does not know records of the indicator at this level.
	#[codec(index = 13)]
	LevelNotAllowed,
	/// The event is older than records of the indicator are kept.
	#[codec(index = 14)]
	Expired,
	/// The source told this about the subject before: the same indicator and business object.
	#[codec(index = 15)]
	ToldBefore,
	/// The confirmation is not signed by an account of the subject, or is signed over something
	/// else.
	#[codec(index = 16)]
	WrongConfirmation,
	/// More is known of the subjects of the submission than one may look at. Submit it in smaller ones;
	/// one record always finds room.
	#[codec(index = 17)]
	TooHeavy,
}
