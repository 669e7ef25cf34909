//! What tests of several parts share.

use crate::{
	AmountClass, DAY, Fixed, Indicator, Level, Moment, Observation, Outcome, Parameters, Risk,
	Subject, Voice,
};
use proptest::prelude::*;

pub const RETENTION: Moment = 1_826 * DAY;

/// A record of a history: indicator, points, days since the record before, amount class.
pub type Past = (usize, u16, u64, u8);

pub fn parameters() -> Parameters {
	Parameters::default()
}

/// A confirmed record of half the weight that it could have.
pub fn record(indicator: Indicator, points: u16, at: Moment) -> Observation {
	Observation {
		indicator,
		outcome: Outcome::new(points).unwrap(),
		level: Level::Confirmed,
		weight: Fixed::HALF,
		mass: Fixed::ONE,
		at,
		expires: at.saturating_add(RETENTION),
	}
}

/// The same about an amount.
pub fn record_of((indicator, points, _, amount): Past, at: Moment) -> Observation {
	let mass = AmountClass(amount).weight();
	Observation {
		weight: mass.times(Fixed::HALF),
		mass,
		..record(Indicator::ALL[indicator], points, at)
	}
}

pub fn voice(partner: u64) -> Voice {
	Voice::of(partner.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// Takes a record into account, and returns the risk before.
pub fn observe(subject: &mut Subject, record: Observation, partner: u64, now: Moment) -> Risk {
	subject.observe(record, voice(partner), partner, now, &parameters()).risk
}

pub fn history() -> impl Strategy<Value = Vec<Past>> {
	prop::collection::vec((0..Indicator::COUNT, 0u16..=10_000, 0u64..40, 0u8..20), 0..40)
}

/// A subject with this history, and the time of its last record.
pub fn subject(history: &[Past]) -> (Subject, Moment) {
	let (mut subject, mut now) = (Subject::default(), 1_000 * DAY);
	for (partner, past) in (0..).zip(history) {
		now += past.2 * DAY;
		observe(&mut subject, record_of(*past, now), partner, now);
	}
	(subject, now)
}

/// Parts of a trade, of one unit or more each, and its whole amount, which is less than this.
pub fn parts(limit: u64) -> impl Strategy<Value = (u64, Vec<u64>)> {
	let cuts = prop::collection::vec(any::<prop::sample::Index>(), 0..20);
	(1..limit, cuts).prop_map(|(whole, cuts)| {
		let mut cuts = cuts.iter().map(|cut| cut.index(whole as usize) as u64).collect::<Vec<_>>();
		cuts.extend([0, whole]);
		cuts.sort_unstable();
		cuts.dedup();
		(whole, cuts.windows(2).map(|cut| cut[1] - cut[0]).collect())
	})
}
