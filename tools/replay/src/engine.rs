//! The credit model over a whole history, without a chain.
//!
//! It does what the chain does with each record, in the same order, so that the states agree bit for
//! bit. The one thing it leaves out is that a chain bounds the work of each block: there, a
//! settlement may wait for the next block, here it never waits.

use crate::{account::Account, ratings::Record};
use hanse_credit_model::{
	Consensus, DAY, Indicator, Moment, Observation, Outcome, Parameters, Risk, Source, Subject,
};
use sp_crypto_hashing::twox_64;
use std::collections::{BTreeMap, HashMap, VecDeque};

/// All that is known after a history.
#[derive(Clone, PartialEq, Debug)]
pub struct Standings {
	/// The constants of the model.
	pub parameters: Parameters,
	/// The time to which the model has come.
	pub clock: Moment,
	/// Every source that gave evidence.
	pub sources: HashMap<Account, Source>,
	/// Every subject of evidence.
	pub subjects: HashMap<Account, Subject>,
	/// For each record, the risk of its subject as it was known just before; `None` where that
	/// cannot be told any more.
	pub risks: Vec<Option<Risk>>,
}

/// What one source said about one subject and indicator, while records of it are pending.
#[derive(Clone, Copy, Default)]
struct Own {
	said: Consensus,
	pending: u32,
}

/// A record that waits for others to speak.
struct Pending {
	source: Account,
	subject: Account,
	indicator: Indicator,
	outcome: Outcome,
}

/// The model at work.
pub struct Engine {
	standings: Standings,
	consensuses: HashMap<(Account, Indicator), Consensus>,
	own: HashMap<(Account, Indicator, Account), Own>,
	/// By the day on which they are due, and in the order in which they came.
	queue: BTreeMap<Moment, VecDeque<Pending>>,
}

impl Engine {
	/// A model that knows nothing yet.
	pub fn new(parameters: Parameters) -> Self {
		Self {
			standings: Standings {
				parameters,
				clock: 0,
				sources: HashMap::new(),
				subjects: HashMap::new(),
				risks: Vec::new(),
			},
			consensuses: HashMap::new(),
			own: HashMap::new(),
			queue: BTreeMap::new(),
		}
	}

	/// Takes a record into account.
	pub fn apply(&mut self, record: &Record) -> Risk {
		let Record { source, subject, indicator, outcome, level, amount, at, .. } = *record;
		let now = self.standings.clock.max(at);
		self.standings.clock = now;
		self.settle_due(now);

		let Standings { parameters, sources, subjects, risks, .. } = &mut self.standings;
		let half_life = parameters.indicator(indicator).half_life;
		let standing = sources.entry(source).or_insert_with(|| Source::new(parameters));
		let weighed = standing.weigh(level, amount, parameters);
		self.consensuses.entry((subject, indicator)).or_default().add(
			outcome,
			weighed.weight,
			at,
			now,
			half_life,
		);
		let own = self.own.entry((subject, indicator, source)).or_default();
		own.said.add(outcome, weighed.weight, at, now, half_life);
		own.pending += 1;

		let observation = Observation {
			indicator,
			outcome,
			level,
			weight: weighed.weight,
			mass: weighed.mass,
			at,
		};
		// The place of a counterparty follows from its account, as on the chain.
		let partner = u64::from_le_bytes(twox_64(&source));
		let known = subjects.entry(subject).or_default();
		let risk = known.observe(observation, partner, now, parameters);
		risks.push(Some(risk));

		// At the start of the day after, so that the time is never short.
		let due = now.saturating_add(parameters.maturity) / DAY + 1;
		let pending = Pending { source, subject, indicator, outcome };
		self.queue.entry(due).or_default().push_back(pending);
		risk
	}

	/// What is known after all records.
	pub fn finish(self) -> Standings {
		self.standings
	}

	/// Settles what is due, in order.
	fn settle_due(&mut self, now: Moment) {
		let today = now / DAY;
		while let Some(day) = self.queue.first_entry().filter(|day| *day.key() <= today) {
			for record in day.remove() {
				self.settle(record, now);
			}
		}
	}

	/// Judges a record by what others said, and forgets it.
	fn settle(&mut self, record: Pending, now: Moment) {
		let Pending { source, subject, indicator, outcome } = record;
		let Standings { parameters, sources, .. } = &mut self.standings;
		let half_life = parameters.indicator(indicator).half_life;
		let key = (subject, indicator, source);
		let mut own = self.own.get(&key).copied().unwrap_or_default();
		let all = self.consensuses.get(&(subject, indicator)).copied().unwrap_or_default();
		if let Some(others) = all.without(&own.said, now, half_life)
			&& let Some(standing) = sources.get_mut(&source)
		{
			standing.settle(outcome, others, parameters);
		}
		own.pending = own.pending.saturating_sub(1);
		if own.pending == 0 {
			self.own.remove(&key);
		} else {
			self.own.insert(key, own);
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::account::of_trader;
	use hanse_credit_model::{AmountClass, Fixed, Level};

	fn record(source: u64, subject: u64, points: u16, day: u64) -> Record {
		Record {
			source: of_trader(source),
			subject: of_trader(subject),
			indicator: Indicator::Rating,
			outcome: Outcome::new(points).unwrap(),
			level: Level::Counterparty,
			amount: AmountClass::NEUTRAL,
			at: day * DAY,
			commitment: [0; 32],
		}
	}

	fn engine() -> Engine {
		Engine::new(Parameters::default())
	}

	fn credibility(engine: &Engine, trader: u64) -> Fixed {
		engine.standings.sources[&of_trader(trader)].credibility()
	}

	/// The only record that is settled here is that of trader 1, by hand as the model says.
	#[test]
	fn a_record_is_settled_by_what_others_said_at_the_time_of_settlement() {
		let mut engine = engine();
		engine.apply(&record(1, 9, 0, 100));
		engine.apply(&record(2, 9, 10_000, 150));
		let newcomer = Fixed::from_ratio(4, 5);
		// Due on the 191st day, and not a second before.
		engine.apply(&record(3, 8, 10_000, 190));
		assert_eq!(credibility(&engine, 1), newcomer);
		engine.apply(&record(3, 8, 10_000, 191));
		assert!(credibility(&engine, 1) < newcomer);
		assert_eq!(credibility(&engine, 2), newcomer);

		let parameters = Parameters::default();
		let half_life = parameters.indicator(Indicator::Rating).half_life;
		let mut source = Source::new(&parameters);
		let weight = source.weigh(Level::Counterparty, AmountClass::NEUTRAL, &parameters).weight;
		let mut all = Consensus::default();
		let mut own = Consensus::default();
		for sums in [&mut all, &mut own] {
			sums.add(Outcome::WORST, weight, 100 * DAY, 100 * DAY, half_life);
		}
		all.add(Outcome::BEST, weight, 150 * DAY, 150 * DAY, half_life);
		let others = all.without(&own, 191 * DAY, half_life).unwrap();
		source.settle(Outcome::WORST, others, &parameters);
		assert_eq!(engine.standings.sources[&of_trader(1)], source);
	}

	#[test]
	fn nobody_is_judged_by_itself() {
		let mut engine = engine();
		engine.apply(&record(1, 9, 10_000, 100));
		engine.apply(&record(1, 9, 0, 120));
		engine.apply(&record(2, 8, 0, 1_000));
		assert_eq!(credibility(&engine, 1), Fixed::from_ratio(4, 5));
		// Nor is anything kept of records that are settled.
		assert_eq!(engine.own.len(), 1);
		assert_eq!(engine.queue.len(), 1);
	}

	#[test]
	fn own_records_count_as_own_until_the_last_of_them_is_settled() {
		let mut engine = engine();
		engine.apply(&record(1, 9, 0, 100));
		engine.apply(&record(1, 9, 0, 180));
		engine.apply(&record(2, 8, 0, 200));
		let key = (of_trader(9), Indicator::Rating, of_trader(1));
		assert_eq!(engine.own[&key].pending, 1);
		// Of what it said, nothing is taken back with the first settlement.
		let all = engine.consensuses[&(of_trader(9), Indicator::Rating)];
		assert_eq!(engine.own[&key].said, all);
	}

	#[test]
	fn records_of_a_day_are_settled_in_the_order_in_which_they_came() {
		let due = |engine: &Engine| {
			let queue = engine.queue.values().flatten();
			queue.map(|pending| pending.source).collect::<Vec<_>>()
		};
		let mut engine = engine();
		for source in [5, 3, 4] {
			engine.apply(&record(source, 9, 0, 100));
		}
		assert_eq!(due(&engine), [5, 3, 4].map(of_trader));
		engine.apply(&record(1, 8, 0, 191));
		assert_eq!(due(&engine), [of_trader(1)]);
	}

	#[test]
	fn the_clock_follows_the_newest_event() {
		let mut engine = engine();
		engine.apply(&record(1, 9, 10_000, 200));
		// Late news: it is weighed and queued by the clock, not by its event.
		let risk = engine.apply(&record(2, 9, 10_000, 100));
		let standings = engine.finish();
		assert_eq!(standings.clock, 200 * DAY);
		assert_eq!(standings.risks[1], Some(risk));
		assert!(risk < standings.risks[0].unwrap());
	}
}
