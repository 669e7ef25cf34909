use super::Change;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{deps::sp_core::ConstU32, prelude::BoundedVec};
#[cfg(feature = "runtime-benchmarks")]
use hanse_credit_model::Grade;
use hanse_credit_model::{Subject, Trend};
use hanse_traits::{RecordId, Standing};
use scale_info::TypeInfo;

/// How many of the records that moved a score are remembered: enough to see what a single batch or a
/// contest did.
pub(crate) const RECENT: u32 = 8;

/// What is kept of a subject.
///
/// The sums come first, so that who only wants those can decode them alone.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ScoredSubject<AccountId> {
	/// The sums of the credit model. Records alone move their clock: whoever only looks works on a copy.
	pub state: Subject,
	/// Where it stood when that was announced last.
	pub announced: Standing,
	/// How its conduct compares with its own slow average.
	pub trend: Trend,
	/// The version of the parameters under which it was looked at last.
	pub version: u32,
	/// What was announced and is not told yet to those who act on it.
	pub waiting: Option<Change<AccountId>>,
	/// The records that moved its score last, the latest at the end.
	pub recent: BoundedVec<Moved<AccountId>, ConstU32<RECENT>>,
	/// The block that put in a record last. What a block has written it writes again for nothing.
	pub block: u32,
}

impl<AccountId> Default for ScoredSubject<AccountId> {
	fn default() -> Self {
		Self {
			state: Subject::default(),
			announced: Standing::default(),
			trend: Trend::default(),
			version: 0,
			waiting: None,
			recent: BoundedVec::new(),
			block: 0,
		}
	}
}

impl<AccountId> ScoredSubject<AccountId> {
	/// Where it stands as far as those who act on it were told.
	pub fn told(&self) -> Standing {
		self.waiting.as_ref().map_or(self.announced, |waiting| waiting.old)
	}

	/// Stands so far from where it was announced last that the next look announces it, and everybody was
	/// told of that.
	#[cfg(feature = "runtime-benchmarks")]
	pub(crate) fn expect_announcement(&mut self) {
		self.announced.score = 1_000;
		self.announced.grade = Grade::Aaa;
		self.waiting = None;
	}

	/// Remembers by how much a record moved the score. One that did not is not worth it.
	pub fn note_move(&mut self, moved: Moved<AccountId>) {
		if moved.change == 0 {
			return;
		}
		if self.recent.is_full() {
			self.recent.remove(0);
		}
		// There is room now.
		let _ = self.recent.try_push(moved);
	}
}

/// A record that moved a score.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Moved<AccountId> {
	/// Which record.
	pub record: RecordId<AccountId>,
	/// What happened to it.
	pub effect: Effect,
	/// By how much the score moved at that moment, in thousandths of a point.
	pub change: i32,
}

/// What can happen to a record.
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
pub enum Effect {
	/// It counts.
	#[codec(index = 0)]
	Counted,
	/// It was taken out: contested, withdrawn or found wrong.
	#[codec(index = 1)]
	TakenOut,
	/// It was put back after a contest.
	#[codec(index = 2)]
	PutBack,
	/// It counts more, since somebody else stands for it as well.
	#[codec(index = 3)]
	Raised,
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_last_records_that_moved_the_score_are_remembered() {
		let mut subject = ScoredSubject::<u64>::default();
		for sequence in 0..20 {
			let record = RecordId { provider: 1, sequence };
			let change = if sequence % 2 == 0 { 7 } else { 0 };
			subject.note_move(Moved { record, effect: Effect::Counted, change });
		}
		let remembered = subject.recent.iter().map(|moved| moved.record.sequence);
		assert_eq!(remembered.collect::<Vec<_>>(), [4, 6, 8, 10, 12, 14, 16, 18]);
	}
}
