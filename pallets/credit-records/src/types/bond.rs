use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use hanse_credit_model::Moment;
use scale_info::TypeInfo;

/// What a provider has put up for one category of evidence.
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
pub struct Bond<Balance> {
	/// How much is held.
	pub amount: Balance,
	/// When it was posted first, in seconds since the UNIX epoch; zero for a bond of the chain's
	/// first hour. What happened before that was told when its provider had nothing to lose.
	pub since: Moment,
	/// From when on it can be withdrawn, in seconds since the UNIX epoch, if its provider has asked
	/// for it back. From the asking on nothing can be submitted on it.
	pub release: Option<Moment>,
	/// How many open objections may still be paid from it. While there are any it stays.
	pub claims: u32,
}

impl<Balance: PartialOrd> Bond<Balance> {
	/// Whether records can be submitted on it.
	pub fn covers(&self, minimum: Balance) -> bool {
		self.release.is_none() && self.amount >= minimum
	}

	/// Whether it was asked back and the notice is over.
	pub fn is_free(&self, now: Moment) -> bool {
		self.release.is_some_and(|release| release <= now)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn covers_what_it_amounts_to_until_it_is_asked_for() {
		let bond = Bond { amount: 10, since: 5, release: None, claims: 0 };
		assert!(bond.covers(10) && bond.covers(0));
		assert!(!bond.covers(11));
		assert!(!bond.is_free(Moment::MAX));
		let asked = Bond { release: Some(100), ..bond };
		assert!(!asked.covers(0));
		assert!(!asked.is_free(99));
		assert!(asked.is_free(100));
	}
}
