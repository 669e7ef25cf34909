use crate::{Cause, Record};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::deps::frame_support::PalletError;
use hanse_credit_model::{DAY, Level, Moment, Outcome};
use hanse_types::{Reference, Roles};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// How the outcomes of an indicator are to be read.
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
#[serde(rename_all = "camelCase")]
pub enum Unit {
	/// It is so, or it is not.
	#[codec(index = 0)]
	YesOrNo,
	/// How much of a whole is as it should be.
	#[codec(index = 1)]
	Share,
	/// A mark on a scale.
	#[codec(index = 2)]
	Mark,
	/// A hundred days less those by which it was late; a hundred days and more are the worst.
	#[codec(index = 3)]
	DaysLate,
}

/// Whether records name the business object that they are about.
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
#[serde(rename_all = "camelCase")]
pub enum Requirement {
	/// They must.
	#[codec(index = 0)]
	Required,
	/// They may.
	#[codec(index = 1)]
	Optional,
	/// They must not.
	#[codec(index = 2)]
	Forbidden,
}

/// What the consortium may decide about the records of an indicator.
#[derive(
	Clone,
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
pub struct SchemaTerms {
	/// How outcomes are to be read.
	pub unit: Unit,
	/// The lowest outcome.
	pub lowest: Outcome,
	/// The highest outcome.
	pub highest: Outcome,
	/// How far apart two outcomes next to each other are, in basis points, counted from the lowest;
	/// at least one. 10,000 leaves two of them.
	pub step: u16,
	/// Whether records name a business object.
	pub reference: Requirement,
	/// The roles any of which lets a provider report in its own name, at the levels *confirmed* and
	/// *source*. Sources that are trading parties need none.
	pub reporters: Roles,
	/// The lowest level.
	pub lowest_level: Level,
	/// The highest level.
	pub highest_level: Level,
	/// How long records are kept after the event, in seconds: a year to ten years.
	pub retention: Moment,
}

/// How records of an indicator have to look.
#[derive(
	Clone,
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
#[serde(rename_all = "camelCase")]
pub struct Schema {
	/// How often it was changed; zero for what is built in.
	pub version: u16,
	/// What it says.
	#[serde(flatten)]
	pub terms: SchemaTerms,
}

/// Why a schema is refused.
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
pub enum InvalidSchema {
	/// The scale has no two outcomes, its step is zero, or the highest outcome is not a whole number
	/// of steps above the lowest.
	#[codec(index = 0)]
	NoScale,
	/// The lowest level is above the highest.
	#[codec(index = 1)]
	NoLevel,
	/// Records would be kept too short or too long.
	#[codec(index = 2)]
	RetentionOutOfRange,
}

impl SchemaTerms {
	/// The shortest time for which records are kept: the model drops adverse evidence up to half a
	/// year early, and less than half of it should be lost by that.
	pub const MIN_RETENTION: Moment = DAY.saturating_mul(365);
	/// The longest: ten years, for which business papers are kept.
	pub const MAX_RETENTION: Moment = DAY.saturating_mul(3_653);

	/// Whether the values make sense together.
	pub fn validate(&self) -> Result<(), InvalidSchema> {
		let height = self.highest.points().checked_sub(self.lowest.points());
		let steps = height.and_then(|height| height.checked_rem(self.step));
		if !self.highest.is_valid() || steps != Some(0) || height == Some(0) {
			return Err(InvalidSchema::NoScale);
		}
		if self.lowest_level > self.highest_level {
			return Err(InvalidSchema::NoLevel);
		}
		if !(Self::MIN_RETENTION..=Self::MAX_RETENTION).contains(&self.retention) {
			return Err(InvalidSchema::RetentionOutOfRange);
		}
		Ok(())
	}

	/// Whether a record looks as it has to. Who may report it is another question.
	pub(crate) fn check<AccountId>(&self, record: &Record<AccountId>) -> Result<(), Cause> {
		let above = record.outcome.points().checked_sub(self.lowest.points());
		let on_step = above.and_then(|above| above.checked_rem(self.step)) == Some(0);
		if !on_step || record.outcome > self.highest {
			return Err(Cause::OutcomeOffScale);
		}
		match (self.reference, record.reference == Reference::NONE) {
			(Requirement::Required, true) => return Err(Cause::ReferenceMissing),
			(Requirement::Forbidden, false) => return Err(Cause::ReferenceForbidden),
			_ => {},
		}
		if !(self.lowest_level..=self.highest_level).contains(&record.level) {
			return Err(Cause::LevelNotAllowed);
		}
		Ok(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use hanse_credit_model::{AmountClass, Indicator};

	fn terms() -> SchemaTerms {
		SchemaTerms {
			unit: Unit::Mark,
			lowest: Outcome::new(2_000).unwrap(),
			highest: Outcome::BEST,
			step: 2_000,
			reference: Requirement::Optional,
			reporters: Roles::new(),
			lowest_level: Level::Counterparty,
			highest_level: Level::Confirmed,
			retention: 365 * DAY,
		}
	}

	fn record() -> Record<u64> {
		Record {
			source: 1,
			subject: 2,
			indicator: Indicator::Rating,
			outcome: Outcome::new(4_000).unwrap(),
			level: Level::Counterparty,
			amount: AmountClass::NEUTRAL,
			at: 0,
			reference: Reference::NONE,
			commitment: [0; 32],
		}
	}

	#[test]
	fn nonsense_is_refused() {
		use InvalidSchema::*;
		let refused = |change: fn(&mut SchemaTerms)| {
			let mut terms = terms();
			assert_eq!(terms.validate(), Ok(()));
			change(&mut terms);
			terms.validate().unwrap_err()
		};
		assert_eq!(refused(|terms| terms.step = 0), NoScale);
		assert_eq!(refused(|terms| terms.step = 3_000), NoScale);
		assert_eq!(refused(|terms| terms.lowest = Outcome::BEST), NoScale);
		assert_eq!(refused(|terms| terms.highest = Outcome::WORST), NoScale);
		let beyond = |terms: &mut SchemaTerms| {
			terms.highest = Outcome::decode(&mut &12_000u16.to_le_bytes()[..]).unwrap();
		};
		assert_eq!(refused(beyond), NoScale);
		assert_eq!(refused(|terms| terms.highest_level = Level::SelfDeclared), NoLevel);
		assert_eq!(refused(|terms| terms.retention -= 1), RetentionOutOfRange);
		assert_eq!(refused(|terms| terms.retention *= 11), RetentionOutOfRange);
	}

	#[test]
	fn outcomes_lie_on_the_scale() {
		for (points, on_scale) in
			[(0, false), (2_000, true), (3_999, false), (8_000, true), (10_000, true)]
		{
			let outcome = Outcome::new(points).unwrap();
			let checked = terms().check(&Record { outcome, ..record() });
			assert_eq!(checked, if on_scale { Ok(()) } else { Err(Cause::OutcomeOffScale) });
		}
		let low = SchemaTerms { highest: Outcome::new(4_000).unwrap(), ..terms() };
		let outcome = Outcome::new(6_000).unwrap();
		assert_eq!(low.check(&Record { outcome, ..record() }), Err(Cause::OutcomeOffScale));
	}

	#[test]
	fn references_and_levels_are_as_required() {
		let with = Record { reference: Reference([1; 16]), ..record() };
		let required = SchemaTerms { reference: Requirement::Required, ..terms() };
		let forbidden = SchemaTerms { reference: Requirement::Forbidden, ..terms() };
		assert_eq!(required.check(&record()), Err(Cause::ReferenceMissing));
		assert_eq!(required.check(&with), Ok(()));
		assert_eq!(forbidden.check(&record()), Ok(()));
		assert_eq!(forbidden.check(&with), Err(Cause::ReferenceForbidden));
		assert_eq!(terms().check(&with), Ok(()));
		for level in [Level::SelfDeclared, Level::Source] {
			assert_eq!(terms().check(&Record { level, ..record() }), Err(Cause::LevelNotAllowed));
		}
	}
}
