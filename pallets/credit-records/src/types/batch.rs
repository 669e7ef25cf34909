use crate::Cause;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::prelude::H256;
use scale_info::TypeInfo;

/// How far a provider's stream of records goes.
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
pub struct Stream {
	/// The sequence number of the next record.
	pub next: u64,
	/// How many batches there are, which is the number of the next one.
	pub batches: u32,
}

/// What the chain keeps of the records of one submission. The records themselves are in the block,
/// and whoever has them can prove each by the root.
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
pub struct Batch {
	/// The sequence number of its first record.
	pub first: u64,
	/// How many sequence numbers it used, those of refused records included; at least one.
	pub records: u16,
	/// How many of its records counted: the leaves of the tree.
	pub leaves: u16,
	/// The root of the tree over its [`AppliedRecord`](crate::AppliedRecord)s, in order; zeros if
	/// none counted.
	pub root: H256,
	/// The block that it came in.
	pub block: u32,
	/// Where its last records stand in the queue. When the queue has passed this place, all of them
	/// are settled.
	pub due: Place,
}

impl Batch {
	/// The sequence number after its last one.
	pub const fn end(&self) -> u64 {
		self.first.saturating_add(self.records as u64)
	}
}

/// A place in the queue of pending records: a day since the UNIX epoch, and the number of a chunk of
/// that day.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Default,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Place {
	/// The day on which the records are due.
	pub day: u32,
	/// The number of their chunk among those of the day.
	pub number: u32,
}

/// What becomes of a submission when one of its records is refused.
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
pub enum Mode {
	/// The call fails, and nothing is recorded.
	#[codec(index = 0)]
	AllOrNothing,
	/// The others count. The refused one has used up its sequence number.
	#[codec(index = 1)]
	EachForItself,
}

/// A record that was refused while others of its submission counted.
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
pub struct Refusal {
	/// Its place among the new records of the submission, from zero: the number of the first one
	/// and this add up to its sequence number.
	pub index: u16,
	/// Why.
	pub cause: Cause,
}

/// How many records a provider submitted in the last block in which it submitted any.
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
pub struct Usage {
	/// The block.
	pub block: u32,
	/// How many records.
	pub records: u32,
}

impl Usage {
	/// How many records were submitted in this block.
	pub const fn in_block(&self, block: u32) -> u32 {
		if self.block == block { self.records } else { 0 }
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn usage_is_of_one_block() {
		let usage = Usage { block: 7, records: 40 };
		assert_eq!((usage.in_block(7), usage.in_block(8), usage.in_block(6)), (40, 0, 0));
	}

	#[test]
	fn places_are_ordered_by_day_and_then_by_number() {
		let place = |day, number| Place { day, number };
		assert!(place(1, 9) < place(2, 0) && place(2, 0) < place(2, 1));
	}
}
