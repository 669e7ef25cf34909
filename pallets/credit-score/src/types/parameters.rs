use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::deps::frame_support::PalletError;
use hanse_credit_model::{Moment, Parameters, ParametersError};
use scale_info::TypeInfo;

/// Parameters of the model that are or were in force.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Version<BlockNumber> {
	/// The parameters.
	pub parameters: Parameters,
	/// The block with which they came into force.
	pub effective_block: BlockNumber,
	/// The same by the clock of the model, in seconds since the UNIX epoch: what is of this time and
	/// later counts by them.
	pub effective_at: Moment,
}

/// Parameters of the model that come into force later.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Schedule<BlockNumber> {
	/// The parameters as they were voted for.
	pub parameters: Parameters,
	/// The block with which they come into force.
	pub effective: BlockNumber,
}

/// Why parameters of the model, or a profile of weights, make no sense.
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
pub enum InvalidParameters {
	/// A share or weight is above one whole.
	#[codec(index = 0)]
	ShareAboveOne,
	/// The weights of the dimensions, or the shares within one, do not add up to one.
	#[codec(index = 1)]
	SharesNotOne,
	/// Levels or grades are out of order.
	#[codec(index = 2)]
	OutOfOrder,
	/// A period is shorter than a day or longer than allowed.
	#[codec(index = 3)]
	PeriodOutOfRange,
	/// A weight, a power or a cap is out of its range.
	#[codec(index = 4)]
	WeightOutOfRange,
	/// A version, an era or former paces are given, which the chain sets by itself.
	#[codec(index = 5)]
	NotForVotes,
	/// A threshold of a warning or of announcements is out of its range or out of order.
	#[codec(index = 6)]
	ThresholdOutOfRange,
}

impl From<ParametersError> for InvalidParameters {
	fn from(error: ParametersError) -> Self {
		match error {
			ParametersError::ShareAboveOne => Self::ShareAboveOne,
			ParametersError::SharesNotOne => Self::SharesNotOne,
			ParametersError::OutOfOrder => Self::OutOfOrder,
			ParametersError::PeriodOutOfRange => Self::PeriodOutOfRange,
			ParametersError::WeightOutOfRange => Self::WeightOutOfRange,
			ParametersError::NotForVotes => Self::NotForVotes,
			ParametersError::ThresholdOutOfRange => Self::ThresholdOutOfRange,
		}
	}
}
