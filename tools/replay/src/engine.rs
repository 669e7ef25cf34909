//! The credit model over a whole history, without a chain.
//!
//! It does what the chain does with each submission, in the same order, so that scores and
//! credibility agree bit for bit. Two things it leaves out. A chain bounds the work of each block:
//! there, a settlement may wait for the next block, here it never waits. And a chain goes through a
//! submission subject by subject, which comes to the same, since subjects know nothing of each other.

use crate::{
	account::Account,
	ratings::{Rating, Record},
	watch::{Seen, Watch},
};
use hanse_credit_model::{
	DAY, Indicator, Moment, Observation, Observed, Outcome, Parameters, Risk, Source, Subject,
	Voice, WarningLevel,
};
use sp_crypto_hashing::twox_64;
use std::collections::{BTreeMap, HashMap, VecDeque};

/// All that is known after a history.
#[derive(Clone, PartialEq, Debug)]
pub struct Standings {
	/// The constants of the model.
	pub parameters: Parameters,
	/// For how long a rating may speak against its subject, in seconds.
	pub retention: Moment,
	/// The time to which the model has come.
	pub clock: Moment,
	/// Every source that gave evidence.
	pub sources: HashMap<Account, Source>,
	/// Every subject of evidence.
	pub subjects: HashMap<Account, Subject>,
	/// For each record, the risk of its subject as it was known just before; `None` where that
	/// cannot be told any more.
	pub risks: Vec<Option<Risk>>,
	/// For each record, how urgently its subject was warned of right after it; none where only a chain
	/// was asked, which tells of changes alone.
	pub warnings: Vec<WarningLevel>,
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
	/// By the day on which they are due, and in the order in which they came.
	queue: BTreeMap<Moment, VecDeque<Pending>>,
	watch: Watch,
}

impl Engine {
	/// A model that knows nothing yet, with ratings that count for so many seconds.
	pub fn new(parameters: Parameters, retention: Moment) -> Self {
		Self {
			standings: Standings {
				parameters,
				retention,
				clock: 0,
				sources: HashMap::new(),
				subjects: HashMap::new(),
				risks: Vec::new(),
				warnings: Vec::new(),
			},
			queue: BTreeMap::new(),
			watch: Watch::new(true),
		}
	}

	/// The same, for which it does not matter who trades with whom. To be called before any record.
	pub fn without_network(self) -> Self {
		Self { watch: Watch::new(false), ..self }
	}

	/// Takes the records of one submission into account. What is due by the clock before them is
	/// settled first, and nothing on the way.
	pub fn submit(&mut self, records: impl IntoIterator<Item = Record>) {
		self.settle_due();
		for record in records {
			self.apply(&record);
		}
	}

	/// Takes a whole history into account, in submissions of so many records at most, and says after each
	/// how many there have been.
	pub fn replay(
		mut self,
		ratings: &[Rating],
		batch: usize,
		mut done: impl FnMut(usize),
	) -> Standings {
		let mut so_far = 0;
		for ratings in ratings.chunks(batch.max(1)) {
			self.submit(ratings.iter().map(Rating::record));
			so_far += ratings.len();
			done(so_far);
		}
		self.finish()
	}

	fn apply(&mut self, record: &Record) {
		let Record { source, subject, indicator, outcome, level, amount, at, .. } = *record;
		let Standings { parameters, retention, clock, sources, subjects, risks, warnings } =
			&mut self.standings;
		let now = (*clock).max(at);
		*clock = now;
		let standing = sources.entry(source).or_insert_with(|| Source::new(parameters));
		let weighed = standing.weigh(level, amount, parameters);
		let observation = Observation {
			indicator,
			outcome,
			level,
			weight: weighed.weight,
			mass: weighed.mass,
			at,
			expires: at.saturating_add(*retention),
		};
		let place = place(&source);
		let known = subjects.entry(subject).or_default();
		known.advance(now, parameters);
		let before = known.current_report(parameters);
		let Observed { risk, .. } =
			known.observe(observation, Voice::of(place), place, now, parameters);
		risks.push(Some(risk));
		let after = known.current_report(parameters);
		let seen = Seen { source, subject, state: known, before: &before, after: &after };
		warnings.push(self.watch.look(&seen, parameters));

		// At the start of the day after, so that the time is never short.
		let due = now.saturating_add(parameters.maturity) / DAY + 1;
		let pending = Pending { source, subject, indicator, outcome };
		self.queue.entry(due).or_default().push_back(pending);
	}

	/// What is known after all records, when nothing is due any more.
	pub fn finish(mut self) -> Standings {
		self.settle_due();
		self.standings
	}

	/// Settles what is due, in order.
	fn settle_due(&mut self) {
		let today = self.standings.clock / DAY;
		while let Some(day) = self.queue.first_entry().filter(|day| *day.key() <= today) {
			for record in day.remove() {
				self.settle(record);
			}
		}
	}

	/// Judges a record by what others said, and forgets it.
	fn settle(&mut self, record: Pending) {
		let Pending { source, subject, indicator, outcome } = record;
		let Standings { parameters, clock, sources, subjects, .. } = &mut self.standings;
		let voice = Voice::of(place(&source));
		let others = subjects
			.get(&subject)
			.and_then(|subject| subject.others(indicator, voice, *clock, parameters));
		if let Some(others) = others
			&& let Some(standing) = sources.get_mut(&source)
		{
			standing.settle(outcome, others, parameters);
		}
	}
}

/// The place of a source among counterparties and voices. It follows from its account, as on the
/// chain.
fn place(source: &Account) -> u64 {
	u64::from_le_bytes(twox_64(source))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::account::of_trader;
	use hanse_credit_model::{AmountClass, Fixed, Level};

	const RETENTION: Moment = 1_826 * DAY;

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
		Engine::new(Parameters::default(), RETENTION)
	}

	/// Submits a record by itself.
	fn apply(engine: &mut Engine, record: Record) -> Risk {
		engine.submit([record]);
		engine.standings.risks.last().unwrap().unwrap()
	}

	fn credibility(engine: &Engine, trader: u64) -> Fixed {
		engine.standings.sources[&of_trader(trader)].credibility()
	}

	/// Two traders who do not share a voice, so that one hears the other.
	fn apart(one: u64, other: u64) {
		let voice = |trader| Voice::of(place(&of_trader(trader)));
		assert_ne!(voice(one), voice(other), "take other traders for this test");
	}

	/// The only record that is settled here is that of trader 1, by hand as the model says.
	#[test]
	fn a_record_is_settled_by_what_others_said_at_the_time_of_settlement() {
		apart(1, 2);
		let mut engine = engine();
		apply(&mut engine, record(1, 9, 0, 100));
		apply(&mut engine, record(2, 9, 10_000, 150));
		let newcomer = Fixed::from_ratio(4, 5);
		// Due on the 191st day, and not a second before.
		apply(&mut engine, record(3, 8, 10_000, 190));
		apply(&mut engine, record(3, 8, 10_000, 190));
		assert_eq!(credibility(&engine, 1), newcomer);
		// This one moves the clock, and the next settles by it.
		apply(&mut engine, record(3, 8, 10_000, 191));
		assert_eq!(credibility(&engine, 1), newcomer);
		apply(&mut engine, record(3, 8, 10_000, 191));
		assert!(credibility(&engine, 1) < newcomer);
		assert_eq!(credibility(&engine, 2), newcomer);

		let parameters = Parameters::default();
		let mut source = Source::new(&parameters);
		let voice = Voice::of(place(&of_trader(1)));
		let others = engine.standings.subjects[&of_trader(9)]
			.others(Indicator::Rating, voice, 191 * DAY, &parameters)
			.unwrap();
		assert_eq!(others.mean, Fixed::ONE);
		source.settle(Outcome::WORST, others, &parameters);
		assert_eq!(engine.standings.sources[&of_trader(1)], source);
	}

	#[test]
	fn nobody_is_judged_by_itself() {
		let mut engine = engine();
		apply(&mut engine, record(1, 9, 10_000, 100));
		apply(&mut engine, record(1, 9, 0, 120));
		apply(&mut engine, record(2, 8, 0, 1_000));
		apply(&mut engine, record(2, 8, 0, 1_000));
		assert_eq!(credibility(&engine, 1), Fixed::from_ratio(4, 5));
		// Nor is anything kept of records that are settled.
		assert_eq!(engine.queue.len(), 1);
	}

	#[test]
	fn records_of_a_day_are_settled_in_the_order_in_which_they_came() {
		let due = |engine: &Engine| {
			let queue = engine.queue.values().flatten();
			queue.map(|pending| pending.source).collect::<Vec<_>>()
		};
		let mut engine = engine();
		engine.submit([5, 3, 4].map(|source| record(source, 9, 0, 100)));
		assert_eq!(due(&engine), [5, 3, 4].map(of_trader));
		apply(&mut engine, record(1, 8, 0, 191));
		engine.submit([]);
		assert_eq!(due(&engine), [of_trader(1)]);
	}

	#[test]
	fn the_clock_follows_the_newest_event() {
		let mut engine = engine();
		apply(&mut engine, record(1, 9, 10_000, 200));
		// Late news: it is weighed and queued by the clock, not by its event.
		let risk = apply(&mut engine, record(2, 9, 10_000, 100));
		let standings = engine.finish();
		assert_eq!(standings.clock, 200 * DAY);
		assert_eq!(standings.risks[1], Some(risk));
		assert!(risk < standings.risks[0].unwrap());
	}

	#[test]
	fn within_a_submission_each_record_has_its_own_time() {
		let together = {
			let mut engine = engine();
			engine.submit([record(1, 9, 0, 100), record(2, 9, 10_000, 150)]);
			engine.finish()
		};
		let apart = {
			let mut engine = engine();
			apply(&mut engine, record(1, 9, 0, 100));
			apply(&mut engine, record(2, 9, 10_000, 150));
			engine.finish()
		};
		assert_eq!(together, apart);
	}

	#[test]
	fn after_each_record_it_is_known_whom_to_warn_of() {
		let mut engine = engine();
		for (source, subject, points) in [(1, 9, 10_000), (2, 9, 0), (3, 8, 10_000)] {
			apply(&mut engine, record(source, subject, points, 100));
		}
		let warnings = engine.finish().warnings;
		assert_eq!(warnings[0], WarningLevel::None);
		assert!(warnings[1] > WarningLevel::None);
		assert_eq!(warnings[2], WarningLevel::None);
	}

	#[test]
	fn who_trades_in_a_circle_is_watched_unless_nobody_looks() {
		// Five rounds, so that each has had ten orders.
		let circle = [(1, 2), (2, 3), (3, 1)].repeat(5);
		let records = || {
			let circle = circle.iter();
			circle.map(|(source, subject)| record(*source, *subject, 10_000, 100))
		};
		let mut looking = engine();
		looking.submit(records());
		assert_eq!(looking.finish().warnings.last(), Some(&WarningLevel::Watch));
		let mut blind = engine().without_network();
		blind.submit(records());
		assert_eq!(blind.finish().warnings, [WarningLevel::None; 15]);
	}

	#[test]
	fn what_is_said_against_somebody_is_forgotten_in_time() {
		let mut engine = engine();
		apply(&mut engine, record(1, 9, 0, 100));
		let after = |days: u64| {
			let standings = &engine.standings;
			let subject = &standings.subjects[&of_trader(9)];
			subject.risk((100 + days) * DAY, &standings.parameters)
		};
		let nothing_known = Subject::default().risk(0, &engine.standings.parameters);
		assert!(after(30) > nothing_known);
		assert_eq!(after(RETENTION / DAY), nothing_known);
	}
}
