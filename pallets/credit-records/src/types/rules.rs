use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::deps::frame_support::PalletError;
use hanse_credit_model::{BASIS_POINTS, DAY, Moment};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// What the consortium may decide about records, beyond the model. Every value has a range, so that a
/// vote cannot set nonsense: see [`RuleSet::validate`]. Money has none, for its worth is not known
/// here.
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
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RuleSet<Balance> {
	/// What a provider must have put up for each category that it submits records of.
	pub minimum_bond: Balance,
	/// How many records a provider may submit in one block: 1 to 1,000,000. During the import only
	/// those count that are in submissions that fail.
	pub quota: u32,
	/// How many records beyond its stream a provider may have waiting in the pool of transactions:
	/// 1 to 10,000,000.
	pub window: u32,
	/// How long a provider may take to answer an objection, in seconds: a day to sixty days.
	pub answer_period: Moment,
	/// How long reviewers may take after the answer, in seconds: a day to sixty days.
	pub review_period: Moment,
	/// How long before it is paid out a bond must be given notice of, in seconds: long enough for an
	/// objection to be answered and reviewed, and at most two years.
	pub release_notice: Moment,
	/// How many reviewers look at an objection; more than half of them decide. An odd number, 1 to
	/// [`Self::MAX_REVIEWERS`].
	pub reviewers: u8,
	/// How much of its bond for the category a provider loses by a proven contradiction, in basis
	/// points.
	pub contradiction_slash: u16,
	/// How much by an objection that is upheld, in basis points.
	pub objection_slash: u16,
	/// How much of what is lost by a contradiction goes to the reporter, in basis points.
	pub reporter_share: u16,
	/// How many objections a subject may open without a bond; up to 1,000.
	pub free_objections: u32,
	/// What an objection beyond those takes as a bond.
	pub objection_bond: Balance,
	/// How many objections of one subject may be open at a time: 1 to 1,000.
	pub open_objections: u32,
}

/// Why rules are refused.
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
pub enum InvalidRules {
	/// The quota, the window or a number of objections is out of its range.
	#[codec(index = 0)]
	NumberOutOfRange,
	/// A period is out of its range.
	#[codec(index = 1)]
	PeriodOutOfRange,
	/// A bond could leave before an objection is decided.
	#[codec(index = 2)]
	NoticeTooShort,
	/// The number of reviewers is even, zero or too large.
	#[codec(index = 3)]
	ReviewersOutOfRange,
	/// A share is above one whole.
	#[codec(index = 4)]
	ShareAboveOne,
}

impl<Balance> RuleSet<Balance> {
	/// The largest number of reviewers. It bounds the votes that are kept with an objection.
	pub const MAX_REVIEWERS: u8 = 21;
	/// The longest time to answer or to review.
	pub const MAX_PERIOD: Moment = DAY.saturating_mul(60);
	/// The longest notice.
	pub const MAX_NOTICE: Moment = DAY.saturating_mul(730);

	/// Rules with these amounts of money and a value with a reason for everything else.
	pub const fn with_bonds(minimum_bond: Balance, objection_bond: Balance) -> Self {
		Self {
			minimum_bond,
			// Two full batches of the largest size in each block: four thousand records a second from
			// one provider, of which a block of two seconds carries several.
			quota: 8_192,
			// Half a minute of that, for a node whose blocks come late.
			window: 131_072,
			// Together the thirty days within which consumer reporting agencies in the United States
			// must reinvestigate or delete (15 U.S.C. 1681i).
			answer_period: DAY.saturating_mul(20),
			review_period: DAY.saturating_mul(10),
			// The default maturity of a record and the thirty days of an objection to it.
			release_notice: DAY.saturating_mul(120),
			// The least number with which one cannot decide alone and two cannot block each other.
			reviewers: 3,
			// Who signed two incompatible facts loses half, so that a second proof still finds
			// something; who was found wrong once loses a twentieth.
			contradiction_slash: 5_000,
			objection_slash: 500,
			// Half: worth looking for, and not worth staging against oneself.
			reporter_share: 5_000,
			// A year's worth of honest doubts, and too few to clear a bad history with.
			free_objections: 3,
			objection_bond,
			open_objections: 16,
		}
	}

	/// Whether the values make sense, and sense together.
	pub fn validate(&self) -> Result<(), InvalidRules> {
		let numbers = (1..=1_000_000).contains(&self.quota)
			&& (1..=10_000_000).contains(&self.window)
			&& self.free_objections <= 1_000
			&& (1..=1_000).contains(&self.open_objections);
		if !numbers {
			return Err(InvalidRules::NumberOutOfRange);
		}
		let periods = [self.answer_period, self.review_period];
		if !periods.iter().all(|period| (DAY..=Self::MAX_PERIOD).contains(period))
			|| self.release_notice > Self::MAX_NOTICE
		{
			return Err(InvalidRules::PeriodOutOfRange);
		}
		if self.release_notice < self.answer_period.saturating_add(self.review_period) {
			return Err(InvalidRules::NoticeTooShort);
		}
		if self.reviewers.is_multiple_of(2) || self.reviewers > Self::MAX_REVIEWERS {
			return Err(InvalidRules::ReviewersOutOfRange);
		}
		let shares = [self.contradiction_slash, self.objection_slash, self.reporter_share];
		if shares.iter().any(|share| *share > BASIS_POINTS) {
			return Err(InvalidRules::ShareAboveOne);
		}
		Ok(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn refused(change: impl FnOnce(&mut RuleSet<u64>)) -> InvalidRules {
		let mut rules = RuleSet::with_bonds(1_000, 10);
		assert_eq!(rules.validate(), Ok(()));
		change(&mut rules);
		rules.validate().unwrap_err()
	}

	#[test]
	fn nonsense_is_refused() {
		use InvalidRules::*;
		assert_eq!(refused(|rules| rules.quota = 0), NumberOutOfRange);
		assert_eq!(refused(|rules| rules.window = 10_000_001), NumberOutOfRange);
		assert_eq!(refused(|rules| rules.free_objections = 1_001), NumberOutOfRange);
		assert_eq!(refused(|rules| rules.open_objections = 0), NumberOutOfRange);
		assert_eq!(refused(|rules| rules.answer_period = DAY - 1), PeriodOutOfRange);
		assert_eq!(refused(|rules| rules.review_period = 61 * DAY), PeriodOutOfRange);
		assert_eq!(refused(|rules| rules.release_notice = 731 * DAY), PeriodOutOfRange);
		assert_eq!(refused(|rules| rules.release_notice = 30 * DAY - 1), NoticeTooShort);
		assert_eq!(refused(|rules| rules.reviewers = 0), ReviewersOutOfRange);
		assert_eq!(refused(|rules| rules.reviewers = 4), ReviewersOutOfRange);
		assert_eq!(refused(|rules| rules.reviewers = 23), ReviewersOutOfRange);
		assert_eq!(refused(|rules| rules.contradiction_slash = 10_001), ShareAboveOne);
		assert_eq!(refused(|rules| rules.objection_slash = 10_001), ShareAboveOne);
		assert_eq!(refused(|rules| rules.reporter_share = 10_001), ShareAboveOne);
	}
}
