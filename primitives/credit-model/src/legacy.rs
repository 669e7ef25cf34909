//! How a subject was kept before: as decayed sums at first, then in forward form without eras.

use crate::{
	Fixed, Indicator, Moment, Parameters, Subject,
	pile::{Pile, Sums},
	recent::Recent,
	repair::Repair,
	subject::{Adverse, Eras, half_year},
	sum::Scale,
};
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A subject as it was kept when the pace of time could not change.
#[derive(Clone, PartialEq, Eq, Default, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct ForwardSubject {
	updated: Moment,
	anchor: Moment,
	hastened: Moment,
	hastened_anchor: Moment,
	repair: Repair,
	recent: Recent,
	fair: [Option<Pile>; Indicator::COUNT],
	adverse: BoundedVec<Adverse, ConstU32<{ Subject::ADVERSE_PILES }>>,
}

impl From<ForwardSubject> for Subject {
	/// The same subject, in the first era. Since when it has been known was not kept: if it is known at
	/// all, it is taken to have been there from the beginning.
	fn from(old: ForwardSubject) -> Self {
		let ForwardSubject {
			updated,
			anchor,
			hastened,
			hastened_anchor,
			repair,
			recent,
			fair,
			adverse,
		} = old;
		Self {
			updated,
			anchor,
			hastened,
			hastened_anchor,
			repair,
			recent,
			fair,
			adverse,
			eras: Eras::default(),
			known_since: (updated > 0).then_some(0),
		}
	}
}

impl From<Subject> for ForwardSubject {
	/// The same subject, if it is still in the first era; of a later one it would not be known what its
	/// sums mean.
	fn from(subject: Subject) -> Self {
		let Subject {
			updated,
			anchor,
			hastened,
			hastened_anchor,
			repair,
			recent,
			fair,
			adverse,
			eras: _,
			known_since: _,
		} = subject;
		Self { updated, anchor, hastened, hastened_anchor, repair, recent, fair, adverse }
	}
}

/// A subject as decayed sums. What they are made of is not known any more: adverse evidence in them
/// has no end of its own and fades only, and nothing can be taken out of them.
#[derive(Clone, PartialEq, Eq, Default, Debug, Encode, Decode)]
pub struct DecayedSubject {
	/// The time that all sums are decayed to.
	pub updated: Moment,
	/// The weight of adverse records, for the risk.
	pub adverse: Fixed,
	/// The weight of all records, for the risk.
	pub total: Fixed,
	/// Verified good trade since the last adverse record: its weight, and a bit for each place of a
	/// counterparty.
	pub repair: (Fixed, u64),
	/// By [`Indicator`], in order.
	pub indicators: [Option<DecayedEvidence>; Indicator::COUNT],
}

/// The evidence on one indicator as decayed sums.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Encode, Decode)]
pub struct DecayedEvidence {
	/// Σ w·x
	pub good: Fixed,
	/// Σ w·(1 − x)
	pub bad: Fixed,
	/// Σ of what the records would weigh at their best.
	pub mass: Fixed,
	/// When the newest event happened.
	pub newest: Moment,
}

impl DecayedSubject {
	/// How long the adverse part of the risk is kept at most: five years.
	const RETENTION: Moment = crate::DAY.saturating_mul(1_826);

	/// The same subject with sums in forward form.
	pub fn forward(&self, parameters: &Parameters) -> Subject {
		let mut subject = Subject::default();
		subject.advance(self.updated, parameters);
		subject.known_since = (self.updated > 0).then_some(0);
		let scale = |half_life| Scale::new(self.updated, subject.anchor, half_life);
		let by_risk = scale(parameters.risk_half_life);
		let mut first = None;
		let mut fair = [const { None }; Indicator::COUNT];
		for ((indicator, evidence), pile) in
			Indicator::ALL.into_iter().zip(self.indicators).zip(&mut fair)
		{
			let Some(DecayedEvidence { good, bad, mass, newest }) = evidence else { continue };
			// The risk is not told apart by indicators: all of it stands with the first.
			let risk = match first {
				None => self.total.minus(self.adverse),
				Some(_) => Fixed::ZERO,
			};
			first = first.or(Some(indicator));
			let by_indicator = scale(parameters.indicator(indicator).half_life);
			let weight = good.plus(bad);
			let quality = if mass == Fixed::ZERO { Fixed::ZERO } else { weight.over(mass) };
			let quality = weight.times(quality.min(Fixed::ONE));
			let sums = Sums { good, bad, quality, risk, newest };
			*pile = Some(Pile::of_sums(sums, by_indicator, by_indicator, by_risk));
		}
		let (weight, places) = self.repair;
		let repair = Repair::of_sums(weight, by_risk, places);
		let adverse = first.filter(|_| self.adverse > Fixed::ZERO).map(|indicator| {
			let none = Fixed::ZERO;
			let sums = Sums { good: none, bad: none, quality: none, risk: self.adverse, newest: 0 };
			Adverse {
				indicator,
				leaves: half_year(self.updated.saturating_add(Self::RETENTION)),
				pile: Pile::of_sums(sums, by_risk, by_risk, by_risk),
			}
		});
		subject.with(fair, adverse, repair)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		DAY, DimensionReport, Grade,
		testing::{history, subject},
	};
	use proptest::prelude::*;

	proptest! {
		#[test]
		fn a_subject_without_eras_is_one_of_the_first(history in history(), days in 0u64..1_000) {
			let parameters = Parameters::default();
			let (subject, now) = subject(&history);
			let old = ForwardSubject::from(subject.clone());
			// What it was encoded as is what a subject still begins with.
			let encoded = subject.encode();
			prop_assert!(encoded.starts_with(&old.encode()));
			let decoded = ForwardSubject::decode(&mut &encoded[..]).unwrap();
			prop_assert_eq!(&decoded, &old);
			let again = Subject::from(decoded);
			let again_since = again.known_since;
			prop_assert_eq!(again_since, if history.is_empty() { None } else { Some(0) });
			let later = now + days * DAY;
			prop_assert_eq!(
				again.report(later, &parameters), subject.report(later, &parameters)
			);
			prop_assert_eq!(again, Subject { known_since: again_since, ..subject });
		}
	}

	#[test]
	fn the_score_is_the_same_in_forward_form() {
		let parameters = Parameters::default();
		let mut old = DecayedSubject { updated: 20_000 * DAY, ..Default::default() };
		old.adverse = Fixed::from_ratio(1, 3);
		old.total = Fixed::from_int(5);
		old.repair = (Fixed::from_int(2), 0b1011);
		for (place, slot) in old.indicators.iter_mut().enumerate().step_by(2) {
			*slot = Some(DecayedEvidence {
				good: Fixed::from_ratio(place as u32 + 1, 3),
				bad: Fixed::from_ratio(1, 7),
				mass: Fixed::from_int(place as u32 + 2),
				newest: old.updated - DAY,
			});
		}
		let subject = old.forward(&parameters);
		let report = subject.report(old.updated, &parameters);
		// 1 - (7/8 + 14/3) / (1 + 5), rounded up.
		assert!(report.risk.0.abs_diff(764) <= 1);
		// Dimension 0 by hand: indicators 0 and 2 are known.
		let (one, two) = (old.indicators[0].unwrap(), old.indicators[2].unwrap());
		let estimate = |e: Option<DecayedEvidence>| {
			let e = e.unwrap_or_default();
			let value = |fixed: Fixed| fixed.bits() as f64 / 2f64.powi(32);
			(1.0 + value(e.good)) / (2.0 + value(e.good) + value(e.bad))
		};
		let expected =
			0.5 * estimate(Some(one)) + 0.25 * estimate(None) + 0.25 * estimate(Some(two));
		let whole = f64::from(DimensionReport::WHOLE);
		assert!((f64::from(report.dimensions[0].value) - expected * whole).abs() < 2.0);
		assert!(report.grade > Grade::D);
		// The repair goes on: adverse evidence fades faster than by itself.
		let mut slow = old.clone();
		slow.repair = Default::default();
		let later = old.updated + 90 * DAY;
		assert!(
			subject.report(later, &parameters).dimensions[0].value
				> slow.forward(&parameters).report(later, &parameters).dimensions[0].value
		);
	}

	#[test]
	fn nobody_stays_nobody() {
		let parameters = Parameters::default();
		let subject = DecayedSubject::default().forward(&parameters);
		assert_eq!(subject, Subject::default());
	}
}
