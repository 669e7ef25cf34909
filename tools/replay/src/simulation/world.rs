//! Providers, subjects and a clock: the model without a chain.

use hanse_credit_model::{
	AmountClass, DAY, Fixed, Indicator, Level, Moment, Observation, Outcome, Parameters, Placed,
	Source, Subject, Voice,
};
use sp_crypto_hashing::twox_64;
use std::collections::BTreeMap;

/// How long records are kept: five years, as the schemas of a new chain have it.
const RETENTION: Moment = 1_826 * DAY;

/// A provider that reports in its own name.
struct Provider {
	standing: Source,
	/// What its voice follows from, and its place among counterparties.
	hash: u64,
}

/// A record that waits for others to speak.
struct Pending {
	provider: usize,
	subject: usize,
	indicator: Indicator,
	outcome: Outcome,
}

/// A record that counts, with all that it takes to take it out again.
#[derive(Clone, Copy, Debug)]
pub struct Receipt {
	provider: usize,
	subject: usize,
	observation: Observation,
	placed: Placed,
}

/// The model at work. Providers and subjects go by their numbers, from zero.
pub struct World {
	parameters: Parameters,
	providers: Vec<Provider>,
	subjects: Vec<Subject>,
	/// By the day on which they are due, and in the order in which they came.
	queue: BTreeMap<Moment, Vec<Pending>>,
	now: Moment,
}

impl World {
	/// Newcomers, and subjects of whom nothing is known. The seed decides which providers share a
	/// voice.
	pub fn new(parameters: Parameters, providers: usize, subjects: usize, seed: u64) -> Self {
		let newcomer = |number: usize| Provider {
			standing: Source::new(&parameters),
			hash: u64::from_le_bytes(twox_64(
				&[seed.to_le_bytes(), (number as u64).to_le_bytes()].concat(),
			)),
		};
		Self {
			providers: (0..providers).map(newcomer).collect(),
			subjects: vec![Subject::default(); subjects],
			queue: BTreeMap::new(),
			now: 0,
			parameters,
		}
	}

	/// Lets time pass, and settles what is due by then; the past stays as it is.
	pub fn pass_to(&mut self, now: Moment) {
		self.now = self.now.max(now);
		let today = self.now / DAY;
		while let Some(day) = self.queue.first_entry().filter(|day| *day.key() <= today) {
			for record in day.remove() {
				self.settle(&record);
			}
		}
	}

	/// Lets time pass until every record is settled.
	pub fn settle_all(&mut self) {
		if let Some((day, _)) = self.queue.last_key_value() {
			self.pass_to(day.saturating_mul(DAY));
		}
	}

	/// Takes a record of a provider in its own name, about something that happened just now and is
	/// worth as much as anything else.
	pub fn record(
		&mut self,
		provider: usize,
		subject: usize,
		indicator: Indicator,
		outcome: Outcome,
	) -> Receipt {
		let Self { parameters, providers, subjects, queue, now, .. } = self;
		let (level, at) = (Level::Confirmed, *now);
		let Provider { standing, hash } = &providers[provider];
		let weighed = standing.weigh(level, AmountClass::NEUTRAL, parameters);
		let observation = Observation {
			indicator,
			outcome,
			level,
			weight: weighed.weight,
			mass: weighed.mass,
			at,
			expires: at.saturating_add(RETENTION),
		};
		let observed =
			subjects[subject].observe(observation, Voice::of(*hash), *hash, at, parameters);
		// At the start of the day after, so that the time is never short.
		let due = at.saturating_add(parameters.maturity) / DAY + 1;
		queue.entry(due).or_default().push(Pending { provider, subject, indicator, outcome });
		Receipt { provider, subject, observation, placed: observed.placed }
	}

	/// Takes a record out that was found false: out of the score, and at the cost of its provider's
	/// credibility.
	pub fn refute(&mut self, receipt: &Receipt) {
		let Receipt { provider, subject, observation, placed } = receipt;
		let Provider { standing, hash } = &mut self.providers[*provider];
		standing.refute();
		let voice = Voice::of(*hash);
		self.subjects[*subject].retract(observation, voice, *hash, *placed, &self.parameters);
	}

	/// How credible a provider is, between zero and one.
	pub fn credibility(&self, provider: usize) -> f64 {
		float(self.providers[provider].standing.credibility())
	}

	/// The score of a subject, between zero and 1,000, as of now.
	pub fn score(&self, subject: usize) -> f64 {
		f64::from(self.subjects[subject].report(self.now, &self.parameters).thousandths) / 1e3
	}

	/// Judges a record by what others said.
	fn settle(&mut self, record: &Pending) {
		let Self { parameters, providers, subjects, now, .. } = self;
		let Provider { standing, hash } = &mut providers[record.provider];
		let others =
			subjects[record.subject].others(record.indicator, Voice::of(*hash), *now, parameters);
		if let Some(others) = others {
			standing.settle(record.outcome, others, parameters);
		}
	}
}

fn float(value: Fixed) -> f64 {
	value.bits() as f64 / Fixed::ONE.bits() as f64
}

#[cfg(test)]
mod tests {
	use super::*;

	const START: Moment = 20_000 * DAY;

	fn world(providers: usize) -> World {
		let mut world = World::new(Parameters::default(), providers, 1, 7);
		world.pass_to(START);
		world
	}

	#[test]
	fn a_record_counts_at_once_and_is_settled_when_it_is_due() {
		let mut world = world(8);
		for provider in 0..8 {
			let points = if provider == 0 { Outcome::WORST } else { Outcome::BEST };
			world.record(provider, 0, Indicator::PaidOnTime, points);
		}
		assert!(world.score(0) > 0.0);
		let newcomer = world.credibility(0);
		world.pass_to(START + 90 * DAY);
		assert_eq!(world.credibility(0), newcomer);
		world.settle_all();
		assert!(world.credibility(0) < newcomer);
		assert!(world.queue.is_empty());
	}

	#[test]
	fn a_refuted_record_is_gone_and_has_cost_something() {
		let mut world = world(2);
		world.record(0, 0, Indicator::PaidOnTime, Outcome::BEST);
		let before = world.score(0);
		let receipt = world.record(1, 0, Indicator::NoDefault, Outcome::new(6_000).unwrap());
		assert_ne!(world.score(0), before);
		world.refute(&receipt);
		assert_eq!(world.score(0), before);
		assert!(world.credibility(1) < world.credibility(0));
	}
}
