//! Types that know nothing of the pallet's configuration.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::prelude::{Saturating, Zero, ensure};
use hanse_credit_model::{DAY, Grade, Moment, WarningLevel};
use hanse_traits::{LineError, Standing};
use hanse_types::{Day, SettlementAsset};
use scale_info::TypeInfo;

/// The day that a moment lies in.
pub fn day_of(moment: Moment) -> Day {
	Day::try_from(moment / DAY).unwrap_or(Day::MAX)
}

/// What a bank says about a line.
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
pub struct Terms<Balance> {
	/// How much may be drawn at any time, in the smallest unit of the asset; more than zero.
	pub limit: Balance,
	/// When it ends, in seconds since the UNIX epoch. It holds before that moment, and not at it.
	pub until: Moment,
	/// The covenant: the lowest grade at which it stays open. A critical warning suspends every
	/// line.
	pub minimum: Grade,
}

impl<Balance> Terms<Balance> {
	/// What of the covenant an enterprise breaks with this standing, if anything. One of which
	/// nothing is known has the lowest grade and no warning.
	pub fn breach(&self, standing: Option<&Standing>) -> Option<Suspension> {
		let grade = standing.map_or(Grade::D, |standing| standing.grade);
		if grade < self.minimum {
			return Some(Suspension::Grade);
		}
		standing
			.is_some_and(|standing| standing.warning.level == WarningLevel::Critical)
			.then_some(Suspension::Warning)
	}
}

/// Why a line is suspended.
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
pub enum Suspension {
	/// The grade is below the minimum: it fell, or the bank raised the minimum.
	#[codec(index = 0)]
	Grade,
	/// A warning became critical.
	#[codec(index = 1)]
	Warning,
	/// The bank suspended it by hand.
	#[codec(index = 2)]
	Bank,
}

/// Why a line is closed.
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
pub enum Closing {
	/// The bank withdrew it.
	#[codec(index = 0)]
	Withdrawn,
	/// The enterprise declined it.
	#[codec(index = 1)]
	Declined,
	/// Its time is over.
	#[codec(index = 2)]
	Expired,
}

/// Whether a line may be drawn on. What is drawn is owed in every state.
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
pub enum LineState {
	/// It may, up to its limit.
	#[codec(index = 0)]
	Open,
	/// It may not, until the bank resumes it.
	#[codec(index = 1)]
	Suspended(Suspension),
	/// It may not any more. It stands here for as long as something is owed.
	#[codec(index = 2)]
	Closed(Closing),
}

impl LineState {
	/// Whether it is closed, for whatever reason.
	pub const fn is_closed(&self) -> bool {
		matches!(self, Self::Closed(_))
	}
}

/// Which line: there is one for each enterprise, bank and asset.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct LineKey<AccountId> {
	/// Whose: the account by which records know the enterprise.
	pub subject: AccountId,
	/// Who lends.
	pub bank: AccountId,
	/// What is lent.
	pub asset: SettlementAsset,
}

/// A line as it is stored, in the list of its subject.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Line<AccountId, Balance, Ticket> {
	/// Who lends, and pays the deposit.
	pub bank: AccountId,
	/// What is lent.
	pub asset: SettlementAsset,
	/// What the bank said last.
	pub terms: Terms<Balance>,
	/// What is owed. It may be more than the limit, if the limit was lowered.
	pub drawn: Balance,
	/// Whether it may be drawn on, unless its time is over.
	pub state: LineState,
	/// The deposit for what is stored.
	pub ticket: Ticket,
}

impl<AccountId: PartialEq, Balance: Copy + Ord + Saturating + Zero, Ticket>
	Line<AccountId, Balance, Ticket>
{
	/// Whether it is this one among those of its subject.
	pub fn is_of(&self, bank: &AccountId, asset: SettlementAsset) -> bool {
		self.bank == *bank && self.asset == asset
	}

	/// Its state with its time in view, whether or not the queue has come to its end.
	pub fn state_at(&self, now: Moment) -> LineState {
		if !self.state.is_closed() && now >= self.terms.until {
			LineState::Closed(Closing::Expired)
		} else {
			self.state
		}
	}

	/// Whether nothing more can come of it: it is closed, and nothing is owed.
	pub fn is_over(&self) -> bool {
		self.state.is_closed() && self.drawn.is_zero()
	}

	/// Refuses an amount that cannot be drawn in this state.
	pub fn check_draw(&self, amount: Balance, state: LineState) -> Result<(), LineError> {
		match state {
			LineState::Open => {
				ensure!(amount <= self.left(), LineError::OverLimit);
				Ok(())
			},
			LineState::Suspended(_) => Err(LineError::Suspended),
			LineState::Closed(Closing::Expired) => Err(LineError::Expired),
			LineState::Closed(Closing::Withdrawn | Closing::Declined) => Err(LineError::NoLine),
		}
	}

	/// How much can be drawn in this state.
	pub fn available(&self, state: LineState) -> Balance {
		match state {
			LineState::Open => self.left(),
			LineState::Suspended(_) | LineState::Closed(_) => Zero::zero(),
		}
	}

	/// What is left of the limit: nothing, if it was lowered below what is owed.
	fn left(&self) -> Balance {
		self.terms.limit.saturating_sub(self.drawn)
	}
}

/// A line, as the view functions tell it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct LineReport<AccountId, Balance> {
	/// Whose.
	pub subject: AccountId,
	/// Who lends.
	pub bank: AccountId,
	/// What is lent.
	pub asset: SettlementAsset,
	/// What the bank said last.
	pub terms: Terms<Balance>,
	/// What is owed.
	pub drawn: Balance,
	/// How much can be drawn now.
	pub available: Balance,
	/// Whether it may be drawn on, and why not.
	pub state: LineState,
}

/// Some of the lines of a bank.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct BookPage<AccountId, Balance> {
	/// The lines; those of one enterprise stand together.
	pub lines: Vec<LineReport<AccountId, Balance>>,
	/// After which enterprise the next page begins; `None` if this is the last one.
	pub next: Option<AccountId>,
}

#[cfg(test)]
mod tests {
	use super::*;
	use hanse_credit_model::Warning;

	fn terms(limit: u64) -> Terms<u64> {
		Terms { limit, until: 10, minimum: Grade::Bb }
	}

	fn line(state: LineState, drawn: u64) -> Line<u8, u64, ()> {
		let asset = SettlementAsset::Native;
		Line { bank: 1, asset, terms: terms(100), drawn, state, ticket: () }
	}

	fn standing(grade: Grade, level: WarningLevel) -> Standing {
		Standing { score: 500, grade, warning: Warning { level, ..Default::default() } }
	}

	const OPEN: LineState = LineState::Open;
	const SUSPENDED: LineState = LineState::Suspended(Suspension::Bank);
	const WITHDRAWN: LineState = LineState::Closed(Closing::Withdrawn);
	const DECLINED: LineState = LineState::Closed(Closing::Declined);
	const EXPIRED: LineState = LineState::Closed(Closing::Expired);

	#[test]
	fn a_covenant_is_broken_by_a_grade_below_the_minimum_or_a_critical_warning() {
		let breach = |grade, level| terms(1).breach(Some(&standing(grade, level)));
		assert_eq!(breach(Grade::Bb, WarningLevel::None), None);
		assert_eq!(breach(Grade::Aaa, WarningLevel::Warning), None);
		assert_eq!(breach(Grade::B, WarningLevel::None), Some(Suspension::Grade));
		assert_eq!(breach(Grade::Aaa, WarningLevel::Critical), Some(Suspension::Warning));
		// Both: the grade is what can be looked up first.
		assert_eq!(breach(Grade::D, WarningLevel::Critical), Some(Suspension::Grade));
	}

	#[test]
	fn of_whom_nothing_is_known_the_grade_is_the_lowest() {
		assert_eq!(terms(1).breach(None), Some(Suspension::Grade));
		assert_eq!(Terms { minimum: Grade::D, ..terms(1) }.breach(None), None);
	}

	#[test]
	fn a_line_ends_at_its_end_and_not_before() {
		for state in [OPEN, SUSPENDED] {
			assert_eq!(line(state, 0).state_at(9), state);
			assert_eq!(line(state, 0).state_at(10), EXPIRED);
		}
		// What was closed before stays closed for its own reason.
		for state in [WITHDRAWN, DECLINED, EXPIRED] {
			assert_eq!(line(state, 0).state_at(9), state);
			assert_eq!(line(state, 0).state_at(10), state);
		}
	}

	#[test]
	fn what_is_left_can_be_drawn_and_no_more() {
		let open = line(OPEN, 40);
		assert_eq!(open.available(OPEN), 60);
		assert_eq!(open.check_draw(60, OPEN), Ok(()));
		assert_eq!(open.check_draw(61, OPEN), Err(LineError::OverLimit));
		assert_eq!(open.check_draw(u64::MAX, OPEN), Err(LineError::OverLimit));
		// The limit was lowered.
		assert_eq!(line(OPEN, 101).available(OPEN), 0);
		assert_eq!(line(OPEN, 101).check_draw(1, OPEN), Err(LineError::OverLimit));
	}

	#[test]
	fn what_is_not_open_cannot_be_drawn_on() {
		for (state, error) in [
			(SUSPENDED, LineError::Suspended),
			(WITHDRAWN, LineError::NoLine),
			(DECLINED, LineError::NoLine),
			(EXPIRED, LineError::Expired),
		] {
			assert_eq!(line(state, 0).check_draw(1, state), Err(error));
			assert_eq!(line(state, 0).available(state), 0);
		}
	}

	#[test]
	fn a_line_is_over_when_it_is_closed_and_nothing_is_owed() {
		assert!(!line(OPEN, 0).is_over());
		assert!(!line(SUSPENDED, 0).is_over());
		assert!(!line(WITHDRAWN, 1).is_over());
		assert!(line(WITHDRAWN, 0).is_over());
	}

	#[test]
	fn states_are_written_byte_by_byte_as_documented() {
		assert_eq!(OPEN.encode(), [0]);
		for (index, suspension) in
			[Suspension::Grade, Suspension::Warning, Suspension::Bank].into_iter().enumerate()
		{
			assert_eq!(LineState::Suspended(suspension).encode(), [1, index as u8]);
		}
		for (index, closing) in
			[Closing::Withdrawn, Closing::Declined, Closing::Expired].into_iter().enumerate()
		{
			assert_eq!(LineState::Closed(closing).encode(), [2, index as u8]);
		}
	}

	#[test]
	fn days_are_those_of_the_epoch() {
		assert_eq!(day_of(DAY - 1), 0);
		assert_eq!(day_of(DAY), 1);
		assert_eq!(day_of(Moment::MAX), Day::MAX);
	}
}
