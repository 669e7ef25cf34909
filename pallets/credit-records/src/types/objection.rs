use crate::{AppliedRecord, RuleSet};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::prelude::{BoundedVec, ConstU32, H256};
use hanse_credit_model::Moment;
use scale_info::TypeInfo;

/// What reviewers said, in the order in which they did.
pub type Votes<AccountId> =
	BoundedVec<(AccountId, Verdict), ConstU32<{ RuleSet::<()>::MAX_REVIEWERS as u32 }>>;

/// What a subject has against a record.
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
pub enum Reason {
	/// Nothing of the kind happened.
	#[codec(index = 0)]
	NeverHappened,
	/// It happened to somebody else.
	#[codec(index = 1)]
	AboutAnother,
	/// It happened otherwise.
	#[codec(index = 2)]
	Inaccurate,
	/// It is recorded already.
	#[codec(index = 3)]
	ToldTwice,
	/// It may not be kept, whether it is true or not: there is no right to it, or not any more.
	#[codec(index = 4)]
	Unlawful,
}

/// What a reviewer says about an objection.
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
pub enum Verdict {
	/// The subject is right.
	#[codec(index = 0)]
	Upheld,
	/// The record is right.
	#[codec(index = 1)]
	Dismissed,
	/// The record is right, and the subject knew.
	#[codec(index = 2)]
	Frivolous,
}

/// How the contest of a record ended.
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
pub enum Resolution {
	/// Reviewers found that the subject is right: the record is out.
	#[codec(index = 0)]
	Upheld,
	/// Reviewers found that the record is right: it counts.
	#[codec(index = 1)]
	Dismissed,
	/// As dismissed; and most of the reviewers that it takes found that the subject knew.
	#[codec(index = 2)]
	Frivolous,
	/// The provider did not answer in time: the record is out.
	#[codec(index = 3)]
	Unanswered,
	/// The reviewers did not decide in time: the record is out.
	#[codec(index = 4)]
	Undecided,
	/// The provider took its record back: it is out.
	#[codec(index = 5)]
	RecordWithdrawn,
	/// The subject took its objection back: the record counts.
	#[codec(index = 6)]
	ObjectionWithdrawn,
	/// The source told something else about the same matter: both records are out.
	#[codec(index = 7)]
	Contradicted,
	/// The source told the same before, about the same matter: the later record is out.
	#[codec(index = 8)]
	Repeated,
}

impl Resolution {
	/// Whether the record is out of the score for good.
	pub const fn removes(self) -> bool {
		match self {
			Self::Upheld
			| Self::Unanswered
			| Self::Undecided
			| Self::RecordWithdrawn
			| Self::Contradicted
			| Self::Repeated => true,
			Self::Dismissed | Self::Frivolous | Self::ObjectionWithdrawn => false,
		}
	}

	/// Whether the source may tell the matter anew: its record was wrong, and another one may be
	/// right. Who let a record go without a word has nothing to add.
	pub const fn lets_tell_again(self) -> bool {
		matches!(self, Self::Upheld | Self::RecordWithdrawn | Self::Contradicted)
	}
}

/// How far an objection has come.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Phase<AccountId> {
	/// The provider is to answer.
	#[codec(index = 0)]
	Opened,
	/// The provider answered, and reviewers are to decide.
	#[codec(index = 1)]
	Answered {
		/// A hash of what the provider says for its record.
		answer: H256,
		/// What reviewers have said so far.
		votes: Votes<AccountId>,
	},
}

/// A record that its subject contests. It is out of the score for the time being.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Objection<AccountId, Balance> {
	/// The record, and how it counted: what is to be put back if it proves right.
	pub applied: AppliedRecord<AccountId>,
	/// The account that objected, and whose money is held.
	pub objector: AccountId,
	/// How much is held; nothing at all if the objection was free.
	pub stake: Option<Balance>,
	/// Whether the provider's bond is kept for it.
	pub secured: bool,
	/// What the subject has against the record.
	pub reason: Reason,
	/// A hash of what the subject says.
	pub statement: H256,
	/// How many reviewers decide: the rules may change meanwhile, and votes must remain enough.
	pub reviewers: u8,
	/// From this time on it is too late, in seconds since the UNIX epoch: for the answer, and then
	/// for verdicts.
	pub deadline: Moment,
	/// How far it has come.
	pub phase: Phase<AccountId>,
}

/// How many reviewers said what.
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
pub struct Tally {
	/// The subject is right.
	pub upheld: u8,
	/// The record is right.
	pub dismissed: u8,
	/// The record is right, and the subject knew.
	pub frivolous: u8,
}

impl<AccountId, Balance> Objection<AccountId, Balance> {
	/// Whether it is too late for the next step.
	pub const fn is_over(&self, now: Moment) -> bool {
		self.deadline <= now
	}

	/// What reviewers have said so far.
	pub fn votes(&self) -> &[(AccountId, Verdict)] {
		match &self.phase {
			Phase::Opened => &[],
			Phase::Answered { votes, .. } => votes,
		}
	}

	/// Whether a reviewer has spoken. From then on neither side takes anything back.
	pub fn is_under_review(&self) -> bool {
		!self.votes().is_empty()
	}

	/// How many reviewers said what.
	pub fn tally(&self) -> Tally {
		let mut tally = Tally::default();
		for (_, verdict) in self.votes() {
			let count = match verdict {
				Verdict::Upheld => &mut tally.upheld,
				Verdict::Dismissed => &mut tally.dismissed,
				Verdict::Frivolous => &mut tally.frivolous,
			};
			*count = count.saturating_add(1);
		}
		tally
	}

	/// How many reviewers have to agree.
	pub const fn majority(&self) -> u8 {
		(self.reviewers / 2).saturating_add(1)
	}

	/// How the reviewers decided, once enough of them agree.
	pub fn decision(&self) -> Option<Resolution> {
		let Tally { upheld, dismissed, frivolous } = self.tally();
		let majority = self.majority();
		if upheld >= majority {
			Some(Resolution::Upheld)
		} else if frivolous >= majority {
			Some(Resolution::Frivolous)
		} else if dismissed.saturating_add(frivolous) >= majority {
			Some(Resolution::Dismissed)
		} else {
			None
		}
	}

	/// How it ends if nothing happens until the deadline. What nobody stands up for, and what cannot
	/// be verified in time, goes.
	pub const fn default_outcome(&self) -> Resolution {
		match self.phase {
			Phase::Opened => Resolution::Unanswered,
			Phase::Answered { .. } => Resolution::Undecided,
		}
	}

	/// The same, for clients.
	pub fn status(&self) -> ObjectionStatus {
		let (step, answer) = match &self.phase {
			Phase::Opened => (ObjectionStep::Answer, None),
			Phase::Answered { answer, .. } => (ObjectionStep::Review, Some(*answer)),
		};
		ObjectionStatus {
			step,
			deadline: self.deadline,
			default: self.default_outcome(),
			reason: self.reason,
			statement: self.statement,
			answer,
			votes: self.tally(),
			majority: self.majority(),
			free: self.stake.is_none(),
		}
	}
}

/// What an objection waits for.
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
pub enum ObjectionStep {
	/// For the provider's answer.
	#[codec(index = 0)]
	Answer,
	/// For the verdicts of reviewers.
	#[codec(index = 1)]
	Review,
}

/// An open objection, for clients.
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
pub struct ObjectionStatus {
	/// What it waits for.
	pub step: ObjectionStep,
	/// From when on it is too late for that, in seconds since the UNIX epoch.
	pub deadline: Moment,
	/// How it ends if that does not happen.
	pub default: Resolution,
	/// What the subject has against the record.
	pub reason: Reason,
	/// A hash of what the subject says.
	pub statement: H256,
	/// A hash of what the provider says, if it did.
	pub answer: Option<H256>,
	/// How many reviewers said what so far.
	pub votes: Tally,
	/// How many reviewers have to agree.
	pub majority: u8,
	/// Whether it was free: nothing is held of the subject's.
	pub free: bool,
}

/// What remains of a contest until the record would have expired.
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
pub struct Decision {
	/// How it ended.
	pub resolution: Resolution,
	/// When, in seconds since the UNIX epoch.
	pub at: Moment,
	/// When the record expires, and this with it.
	pub expires: Moment,
	/// A hash of what the subject said, if it objected. To a record that stays it remains attached.
	pub statement: Option<H256>,
	/// A hash of what the provider said, if it answered.
	pub answer: Option<H256>,
}

/// What a subject can still do, for clients.
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
pub struct ObjectionRights<Balance> {
	/// How many objections are open.
	pub open: u32,
	/// How many more can be.
	pub left: u32,
	/// How many more cost nothing.
	pub free: u32,
	/// What is held for each after that.
	pub stake: Balance,
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::Record;
	use hanse_credit_model::{AmountClass, Fixed, Indicator, Level, Outcome, Placed};
	use hanse_types::Reference;
	use proptest::prelude::*;

	fn objection(reviewers: u8, verdicts: &[Verdict]) -> Objection<u64, u64> {
		let record = Record {
			source: 1,
			subject: 2,
			indicator: Indicator::Rating,
			outcome: Outcome::BEST,
			level: Level::Counterparty,
			amount: AmountClass::NEUTRAL,
			at: 0,
			reference: Reference::NONE,
			commitment: [0; 32],
		};
		let applied = AppliedRecord {
			provider: 3,
			sequence: 4,
			record,
			weight: Fixed::ONE,
			mass: Fixed::ONE,
			expires: 100,
			placed: Placed::default(),
			imported: false,
		};
		let votes = verdicts.iter().copied().zip(10u64..).map(|(verdict, who)| (who, verdict));
		let votes = votes.collect::<Vec<_>>().try_into().unwrap();
		Objection {
			applied,
			objector: 2,
			stake: None,
			secured: false,
			reason: Reason::Unlawful,
			statement: H256::zero(),
			reviewers,
			deadline: 50,
			phase: Phase::Answered { answer: H256::zero(), votes },
		}
	}

	#[test]
	fn most_of_three_decide() {
		use Verdict::*;
		for (verdicts, expected) in [
			(&[][..], None),
			(&[Upheld], None),
			(&[Upheld, Upheld], Some(Resolution::Upheld)),
			(&[Upheld, Dismissed], None),
			(&[Upheld, Frivolous], None),
			(&[Dismissed, Dismissed], Some(Resolution::Dismissed)),
			(&[Dismissed, Frivolous], Some(Resolution::Dismissed)),
			(&[Frivolous, Frivolous], Some(Resolution::Frivolous)),
			(&[Upheld, Dismissed, Frivolous], Some(Resolution::Dismissed)),
			(&[Upheld, Frivolous, Frivolous], Some(Resolution::Frivolous)),
			(&[Dismissed, Upheld, Upheld], Some(Resolution::Upheld)),
		] {
			assert_eq!(objection(3, verdicts).decision(), expected, "{verdicts:?}");
		}
		assert_eq!(objection(1, &[Frivolous]).decision(), Some(Resolution::Frivolous));
	}

	#[test]
	fn a_deadline_is_the_first_second_that_is_too_late() {
		let objection = objection(3, &[]);
		assert!(!objection.is_over(49));
		assert!(objection.is_over(50));
	}

	#[test]
	fn what_nobody_stands_up_for_goes() {
		let answered = objection(3, &[Verdict::Dismissed]);
		assert_eq!(answered.default_outcome(), Resolution::Undecided);
		let opened = Objection { phase: Phase::Opened, ..answered.clone() };
		assert_eq!(opened.default_outcome(), Resolution::Unanswered);
		assert!(answered.default_outcome().removes() && opened.default_outcome().removes());
		assert!(answered.is_under_review() && !opened.is_under_review());
	}

	proptest! {
		/// An odd number of reviewers decides, and needs no more votes than there are reviewers.
		#[test]
		fn there_is_always_a_decision(
			half in 0u8..=10,
			verdicts in prop::collection::vec(0u8..3, 21),
		) {
			let reviewers = 2 * half + 1;
			let all = [Verdict::Upheld, Verdict::Dismissed, Verdict::Frivolous];
			let verdicts = verdicts.into_iter().map(|n| all[usize::from(n)]).collect::<Vec<_>>();
			let needed = (0..=usize::from(reviewers))
				.find(|n| objection(reviewers, &verdicts[..*n]).decision().is_some());
			let needed = needed.unwrap();
			prop_assert!(needed > usize::from(half));
			// And it does not depend on what might have come after it, but for the bond.
			let upheld = |n: usize| {
				objection(reviewers, &verdicts[..n]).decision() == Some(Resolution::Upheld)
			};
			prop_assert_eq!(upheld(needed), upheld(usize::from(reviewers)));
		}
	}
}
