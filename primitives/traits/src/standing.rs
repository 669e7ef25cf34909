use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use hanse_credit_model::{Grade, Warning};
use scale_info::TypeInfo;
use sp_weights::Weight;

/// Where a subject stands, in short: what is announced when it changes.
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
pub struct Standing {
	/// The score, from 0 to 1,000.
	pub score: u16,
	/// Its class.
	pub grade: Grade,
	/// What there is to beware of.
	pub warning: Warning,
}

impl Default for Standing {
	/// Where one stands of whom nothing is known.
	fn default() -> Self {
		Self { score: 0, grade: Grade::D, warning: Warning::default() }
	}
}

/// Who acts when a subject stands elsewhere than before. Implemented by pallet-credit-lines, called
/// by pallet-credit-score.
pub trait OnStanding<AccountId> {
	/// The subject stands here now. Called in the block after the announcement, or later if there is a
	/// flood of them; once for several announcements that came in between.
	fn changed(subject: &AccountId, standing: &Standing);

	/// What that costs, at most.
	fn weight() -> Weight;
}

impl<AccountId> OnStanding<AccountId> for () {
	fn changed(_: &AccountId, _: &Standing) {}

	fn weight() -> Weight {
		Weight::zero()
	}
}

/// Where subjects stand. Implemented by pallet-credit-score.
pub trait Standings<AccountId> {
	/// Where a subject stands as far as [`OnStanding::changed`] was told; `None` for one about whom
	/// there is no evidence.
	fn standing_of(subject: &AccountId) -> Option<Standing>;

	/// Where a subject stands as it was announced last, whoever has been told of it.
	fn newest_of(subject: &AccountId) -> Option<Standing>;
}

impl<AccountId> Standings<AccountId> for () {
	fn standing_of(_: &AccountId) -> Option<Standing> {
		None
	}

	fn newest_of(_: &AccountId) -> Option<Standing> {
		None
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn without_scores_nobody_stands_anywhere() {
		assert_eq!(<() as Standings<u64>>::standing_of(&7), None);
		assert_eq!(<() as Standings<u64>>::newest_of(&7), None);
		<() as OnStanding<u64>>::changed(&7, &Standing::default());
		assert_eq!(<() as OnStanding<u64>>::weight(), Weight::zero());
	}
}
