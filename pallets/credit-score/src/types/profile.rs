use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use hanse_types::Role;
use scale_info::TypeInfo;

/// What a member wants to know a score for.
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
)]
pub enum Purpose {
	/// Whether to lend.
	#[codec(index = 0)]
	Bank,
	/// Whether to look into a shipment.
	#[codec(index = 1)]
	Customs,
	/// Whom to let trade.
	#[codec(index = 2)]
	Platform,
}

impl Purpose {
	/// All purposes, in the order of their indices.
	pub const ALL: [Self; 3] = [Self::Bank, Self::Customs, Self::Platform];

	/// The role of a member that has this purpose.
	pub const fn role(self) -> Role {
		match self {
			Self::Bank => Role::Bank,
			Self::Customs => Role::Customs,
			Self::Platform => Role::TransactionProvider,
		}
	}
}
