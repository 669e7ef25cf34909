use crate::{DAY, Fixed, Indicator, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// What time works by: how fast evidence fades, and how far repair hastens that.
///
/// Unlike all other parameters it stands inside the sums of a subject. When it changes, an *era* ends:
/// what was until then has faded by the old pace, and goes on by the new one.
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
pub struct Pace {
	/// Hⱼ for each [`Indicator`], in order, in seconds.
	pub indicators: [Moment; Indicator::COUNT],
	/// The half-life of what risk is told from, in seconds.
	pub risk: Moment,
	/// See [`crate::Parameters::repair_cap`].
	pub repair_cap: Fixed,
	/// See [`crate::Parameters::repair_weight`].
	pub repair_weight: Fixed,
	/// See [`crate::Parameters::repair_partners`].
	pub repair_partners: Fixed,
}

/// The pace of an era that is over.
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
pub struct FormerPace {
	/// The last second of the era. What was counted by then was counted at this pace.
	pub until: Moment,
	/// The pace.
	pub pace: Pace,
}

impl Pace {
	/// Hⱼ of one indicator.
	pub fn half_life(&self, indicator: Indicator) -> Moment {
		// The list is as long as there are indicators, so the other value is never taken.
		self.indicators.get(indicator as usize).copied().unwrap_or(DAY)
	}

	/// All half-lives.
	pub(crate) fn half_lives(&self) -> impl Iterator<Item = Moment> {
		self.indicators.into_iter().chain([self.risk])
	}

	/// The shortest of all half-lives.
	pub(crate) fn shortest(&self) -> Moment {
		self.indicators.into_iter().fold(self.risk, Moment::min)
	}

	/// Whether sums mean the same at both paces.
	pub(crate) fn has_half_lives_of(&self, other: &Self) -> bool {
		(self.indicators, self.risk) == (other.indicators, other.risk)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::Parameters;

	#[test]
	fn lookups_follow_the_order_of_the_list() {
		let mut parameters = Parameters::default();
		parameters.indicators[7].half_life = 3 * DAY;
		let pace = parameters.pace();
		assert_eq!(pace.half_life(Indicator::PaymentDelay), 3 * DAY);
		assert_eq!(pace.shortest(), 3 * DAY);
		assert_eq!(pace.half_lives().count(), Indicator::COUNT + 1);
		parameters.risk_half_life = 2 * DAY;
		assert_eq!(parameters.pace().shortest(), 2 * DAY);
	}

	#[test]
	fn repair_is_no_half_life() {
		let parameters = Parameters::default();
		let pace = parameters.pace();
		let hurried = Pace { repair_cap: Fixed::from_int(9), ..pace };
		assert!(pace != hurried && pace.has_half_lives_of(&hurried));
		assert!(!pace.has_half_lives_of(&Pace { risk: DAY, ..pace }));
	}
}
