use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

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

/// Which pages of a queue there are.
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
pub struct Pages {
	/// The page that is worked off next.
	pub first: u32,
	/// The page after the last.
	pub next: u32,
}

/// Where the round over all subjects stands.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Round<AccountId, BlockNumber> {
	/// None is under way.
	#[codec(index = 0)]
	Resting {
		/// The block with which the next one begins; none before the first.
		until: Option<BlockNumber>,
	},
	/// One is under way.
	#[codec(index = 1)]
	Going {
		/// The block in which it began.
		began: BlockNumber,
		/// The era of the parameters that were in force then.
		era: u32,
		/// The subject that was looked at last; none at the beginning.
		last: Option<AccountId>,
	},
}

impl<AccountId, BlockNumber> Default for Round<AccountId, BlockNumber> {
	fn default() -> Self {
		Self::Resting { until: None }
	}
}
