//! Types that know nothing of the pallet's configuration.

use frame::prelude::*;
use sp_staking::SessionIndex;

/// What became of an author's slots in a session.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Attendance {
	/// How many blocks it authored.
	pub authored: u32,
	/// How many of its slots stayed empty.
	pub missed: u32,
	/// Whether it returned to service during the session. Then the session is not held against it:
	/// what it missed it missed before.
	pub returned: bool,
}

impl Attendance {
	/// How many slots it had to fill.
	pub fn due(&self) -> u32 {
		self.authored.saturating_add(self.missed)
	}

	/// Whether it missed more than the share of the slots it had to fill.
	pub fn missed_more_than(&self, share: Perbill) -> bool {
		// Exact, where a quotient would be rounded; and none of it reaches 2^63.
		let missed = u64::from(self.missed).saturating_mul(Perbill::ACCURACY.into());
		let borne = u64::from(self.due()).saturating_mul(share.deconstruct().into());
		missed > borne
	}
}

/// The attendance of the session that is under way.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Default,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Tally<Authors> {
	/// What became of everybody's slots, in the order of the authorities. Shorter than they are
	/// many while nothing is known about the last ones.
	pub authors: Authors,
	/// How many slots passed in gaps in which every author had its turn. They are nobody's.
	pub outage: u32,
}

/// The attendance of a session, with names.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct SessionTally<Authors> {
	/// Which session it is.
	pub session: SessionIndex,
	/// What became of everybody's slots, in the order of the authorities.
	pub authors: Authors,
	/// How many slots passed in gaps in which every author had its turn. They are nobody's.
	pub outage: u32,
}

/// Why a validator is set aside.
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
pub struct Absence {
	/// The session in which it was absent.
	pub session: SessionIndex,
	/// How many blocks it authored in that session.
	pub authored: u32,
	/// How many of its slots in that session stayed empty.
	pub missed: u32,
}
