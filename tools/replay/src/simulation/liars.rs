//! A provider that sometimes lies, among honest ones.

use super::{Answer, LiarsArgs, spread::Spread, world::World};
use hanse_credit_model::{BASIS_POINTS, Category, DAY, Indicator, Moment, Outcome, Parameters};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64;
use serde::Serialize;
use std::fmt::Write;

/// By how many percent the liar may move a score.
const BAR: f64 = 2.0;

/// How many honest sources a subject has.
const HONEST_SOURCES: usize = 3;

/// How far from the truth an honest record may be, in basis points: people measure differently.
const NOISE: u16 = 500;

/// The worst that a subject is in truth, in basis points. There is always a lie that hurts.
const LEAST_TRUTH: u16 = 6_000;

/// When the first record is given.
const START: Moment = 20_000 * DAY;

/// How long all records take.
const YEAR: Moment = 365 * DAY;

/// A market in which the liar is at work.
struct Market {
	name: &'static str,
	/// What is to be known of it.
	description: &'static str,
	/// How many honest providers there are. Each subject has three of them.
	honest: usize,
	subjects: usize,
	/// How many records each honest provider gives for each one of the liar.
	honest_share: u32,
	/// In which categories the liar reports; the honest ones do in all.
	liar_in: &'static [Category],
}

const MARKETS: [Market; 3] = [
	Market {
		name: "one category",
		description: "three honest providers report in all five categories, the liar in one, with as \
			many records in it as each of them",
		honest: HONEST_SOURCES,
		subjects: 10,
		honest_share: 5,
		liar_in: &[Category::Payment],
	},
	Market {
		name: "one of thirteen",
		description: "twelve honest providers, of whom each subject has three, give as many records \
			each as the liar, who reports on every subject",
		honest: 12,
		subjects: 12,
		honest_share: 1,
		liar_in: &Category::ALL,
	},
	Market {
		name: "one of four",
		description: "three honest providers and the liar, all with as many records in every \
			category",
		honest: HONEST_SOURCES,
		subjects: 4,
		honest_share: 1,
		liar_in: &Category::ALL,
	},
];

/// What came out.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Liars {
	/// How many times everything was made up anew.
	pub seeds: u64,
	/// The first seed.
	pub seed: u64,
	/// How many records the liar gave.
	pub records: u32,
	/// How many of a hundred were to be lies.
	pub lies_percent: u32,
	/// By how many percent the liar may move a score.
	pub bar_percent: f64,
	/// By market.
	pub markets: Vec<MarketResult>,
}

/// What came out in one market.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct MarketResult {
	/// Its name.
	pub market: &'static str,
	/// What is to be known of it.
	pub description: &'static str,
	/// How credible the liar was in the end, over all seeds.
	pub liar_credibility: Spread,
	/// How credible honest providers were in the end, each of them in all seeds.
	pub honest_credibility: Spread,
	/// By how much the least credible honest provider of a seed was above its liar, over all seeds.
	/// Where it is negative, the liar was not the last.
	pub margin: Spread,
	/// Whether the liar was below every honest provider in every seed.
	pub below_every_honest: bool,
	/// How far scores were from what they would be by honest providers only.
	pub from_honest_only: Moves,
	/// How far they were from what they would be if the liar had told the truth.
	pub from_the_truth: Moves,
	/// Whether scores were on average no farther from the honest-only ones than the bar.
	pub mean_within_bar: bool,
	/// Whether no score in any seed was.
	pub all_within_bar: bool,
}

/// How far scores moved, in percent of the score without the lies.
#[derive(Serialize, Clone, Copy, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Moves {
	/// The mean over the subjects of a seed, over all seeds.
	pub by_seed: Spread,
	/// Each subject in all seeds.
	pub by_subject: Spread,
}

/// Something happened, and somebody tells of it.
struct Event {
	at: Moment,
	provider: usize,
	subject: usize,
	indicator: Indicator,
	/// What an honest provider would say.
	honest: Outcome,
	/// What this one says.
	told: Outcome,
}

/// What one seed brought.
struct Run {
	liar: f64,
	honest: Vec<f64>,
	from_honest_only: Vec<f64>,
	from_the_truth: Vec<f64>,
}

/// Looks at every market.
pub fn simulate(args: &LiarsArgs) -> Liars {
	Liars {
		seeds: args.seeds,
		seed: args.seed,
		records: args.records,
		lies_percent: args.lies,
		bar_percent: BAR,
		markets: MARKETS.iter().map(|market| market.simulate(args)).collect(),
	}
}

impl Market {
	fn simulate(&self, args: &LiarsArgs) -> MarketResult {
		let seeds = args.seed..args.seed.saturating_add(args.seeds);
		let runs = seeds.map(|seed| self.run(args, seed)).collect::<Vec<_>>();
		let margins = runs.iter().map(|run| {
			run.honest.iter().fold(f64::INFINITY, |least, honest| least.min(*honest)) - run.liar
		});
		let margin = Spread::of(margins);
		let moves = |of: fn(&Run) -> &[f64]| Moves {
			by_seed: Spread::of(runs.iter().map(|run| Spread::of(of(run).iter().copied()).mean)),
			by_subject: Spread::of(runs.iter().flat_map(|run| of(run).iter().copied())),
		};
		let from_honest_only = moves(|run| &run.from_honest_only);
		MarketResult {
			market: self.name,
			description: self.description,
			liar_credibility: Spread::of(runs.iter().map(|run| run.liar)),
			honest_credibility: Spread::of(runs.iter().flat_map(|run| run.honest.iter().copied())),
			margin,
			below_every_honest: margin.least > 0.0,
			mean_within_bar: from_honest_only.by_seed.mean <= BAR,
			all_within_bar: from_honest_only.by_subject.most <= BAR,
			from_honest_only,
			from_the_truth: moves(|run| &run.from_the_truth),
		}
	}

	fn run(&self, args: &LiarsArgs, seed: u64) -> Run {
		let events = self.events(args, seed);
		let liar = self.honest;
		let as_told = self.world(&events, seed, |event| Some(event.told));
		let honest_only =
			self.world(&events, seed, |event| (event.provider != liar).then_some(event.told));
		let the_truth = self.world(&events, seed, |event| Some(event.honest));

		let moved = |from: &World| {
			let moved = |subject| {
				let (now, without) = (as_told.score(subject), from.score(subject));
				// Nobody is without evidence here, so that nothing is divided by zero.
				100.0 * (now - without).abs() / without
			};
			(0..self.subjects).map(moved).collect::<Vec<_>>()
		};
		let (from_honest_only, from_the_truth) = (moved(&honest_only), moved(&the_truth));
		let mut settled = as_told;
		settled.settle_all();
		Run {
			liar: settled.credibility(liar),
			honest: (0..self.honest).map(|provider| settled.credibility(provider)).collect(),
			from_honest_only,
			from_the_truth,
		}
	}

	/// The world at the last event, if this is what is said of each.
	fn world(
		&self,
		events: &[Event],
		seed: u64,
		says: impl Fn(&Event) -> Option<Outcome>,
	) -> World {
		let mut world = World::new(Parameters::default(), self.honest + 1, self.subjects, seed);
		for event in events {
			world.pass_to(event.at);
			if let Some(outcome) = says(event) {
				world.record(event.provider, event.subject, event.indicator, outcome);
			}
		}
		world
	}

	/// All that happens, in order.
	fn events(&self, args: &LiarsArgs, seed: u64) -> Vec<Event> {
		let mut chance = Pcg64::seed_from_u64(seed);
		let truth = (0..self.subjects)
			.map(|_| Indicator::ALL.map(|_| chance.random_range(LEAST_TRUTH..=BASIS_POINTS)))
			.collect::<Vec<_>>();

		let mut events = Vec::new();
		for provider in 0..=self.honest {
			let lies = provider == self.honest;
			let (records, categories) = if lies {
				(args.records, self.liar_in)
			} else {
				(args.records.saturating_mul(self.honest_share), Category::ALL.as_slice())
			};
			let subjects = (0..self.subjects)
				.filter(|subject| lies || self.is_source(provider, *subject))
				.collect::<Vec<_>>();
			let pause = YEAR / u64::from(records.max(1));
			for number in 0..records {
				// Subjects in turn, and a category after all subjects had their turn in another.
				let turn = number as usize;
				let subject = subjects[turn % subjects.len()];
				let category = categories[turn / subjects.len() % categories.len()];
				let indicator = any_of(category, &mut chance);
				let at = START + u64::from(number) * pause + chance.random_range(0..pause.max(1));
				let honest = measured(truth[subject][indicator as usize], &mut chance);
				let told = if lies && chance.random_ratio(args.lies, 100) {
					farthest_from(honest)
				} else {
					honest
				};
				events.push(Event { at, provider, subject, indicator, honest, told });
			}
		}
		events.sort_by_key(|event| event.at);
		events
	}

	/// Whether an honest provider reports on the subject.
	fn is_source(&self, provider: usize, subject: usize) -> bool {
		(provider + self.honest - subject % self.honest) % self.honest < HONEST_SOURCES
	}
}

fn any_of(category: Category, chance: &mut Pcg64) -> Indicator {
	let all = Indicator::ALL.into_iter().filter(|indicator| indicator.category() == category);
	let all = all.collect::<Vec<_>>();
	all[chance.random_range(0..all.len())]
}

/// What somebody honest makes of the truth.
fn measured(truth: u16, chance: &mut Pcg64) -> Outcome {
	let points = (truth - NOISE + chance.random_range(0..=2 * NOISE)).min(BASIS_POINTS);
	// It is at most one whole.
	Outcome::new(points).unwrap_or(Outcome::BEST)
}

fn farthest_from(outcome: Outcome) -> Outcome {
	if outcome.is_adverse() { Outcome::BEST } else { Outcome::WORST }
}

impl Answer for Liars {
	fn text(&self) -> String {
		let mut text = String::new();
		// Writing to a string cannot fail.
		let _ = self.write(&mut text);
		text
	}
}

impl Liars {
	fn write(&self, out: &mut String) -> std::fmt::Result {
		let Self { seeds, seed, records, lies_percent, bar_percent, .. } = self;
		writeln!(
			out,
			"a liar with {records} records, {lies_percent} of a hundred of them lies; {seeds} seeds \
			 from {seed}, the worst of all in brackets"
		)?;
		for market in &self.markets {
			writeln!(out, "\n{}: {}", market.market, market.description)?;
			let yes = |is: bool| if is { "yes" } else { "NO" };
			writeln!(
				out,
				"  {:44}{:.3} ({:.3})",
				"credibility of the liar",
				market.liar_credibility.mean,
				market.liar_credibility.most
			)?;
			writeln!(
				out,
				"  {:44}{:.3} ({:.3})",
				"credibility of honest providers",
				market.honest_credibility.mean,
				market.honest_credibility.least
			)?;
			writeln!(
				out,
				"  {:44}{} (by {:.3})",
				"below every honest one in every seed",
				yes(market.below_every_honest),
				market.margin.least
			)?;
			for (what, moves) in [
				("scores from the honest-only ones", &market.from_honest_only),
				("scores from those with the truth told", &market.from_the_truth),
			] {
				writeln!(
					out,
					"  {what:44}{:.2} % (seed {:.2} %, subject {:.2} %)",
					moves.by_seed.mean, moves.by_seed.most, moves.by_subject.most
				)?;
			}
			let within = format!("on average by no more than {bar_percent} %; each score");
			let (mean, all) = (yes(market.mean_within_bar), yes(market.all_within_bar));
			writeln!(out, "  {within:44}{mean}; {all}")?;
		}
		Ok(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn args(seeds: u64) -> LiarsArgs {
		LiarsArgs { seeds, seed: 1, records: 100, lies: 30, json: false }
	}

	#[test]
	fn every_subject_has_three_honest_sources_and_the_liar() {
		for market in &MARKETS {
			let events = market.events(&args(1), 1);
			for subject in 0..market.subjects {
				let honest = (0..market.honest).filter(|p| market.is_source(*p, subject)).count();
				assert_eq!(honest, HONEST_SOURCES, "{}", market.name);
				for provider in 0..=market.honest {
					let told = events
						.iter()
						.any(|event| event.provider == provider && event.subject == subject);
					let source = provider == market.honest || market.is_source(provider, subject);
					assert_eq!(told, source, "{}", market.name);
				}
			}
			let of_liar = events.iter().filter(|event| event.provider == market.honest);
			assert_eq!(of_liar.count(), 100);
			assert!(events.is_sorted_by_key(|event| event.at));
		}
	}

	#[test]
	fn the_same_seed_makes_the_same_world() {
		assert_eq!(simulate(&args(2)), simulate(&args(2)));
		let other = LiarsArgs { seed: 2, ..args(2) };
		assert_ne!(simulate(&args(2)).markets, simulate(&other).markets);
	}

	#[test]
	fn who_does_not_lie_is_believed_like_the_others_and_moves_nothing_by_lies() {
		let result = simulate(&LiarsArgs { lies: 0, ..args(3) });
		for market in result.markets {
			assert_eq!(market.from_the_truth.by_subject.most, 0.0);
			let gap = market.liar_credibility.mean - market.honest_credibility.mean;
			assert!(gap.abs() < 0.05, "{}: {gap}", market.market);
		}
	}

	#[test]
	fn a_liar_is_below_every_honest_provider_after_a_hundred_records() {
		for market in simulate(&args(100)).markets {
			assert!(market.below_every_honest, "{}: {:?}", market.market, market.margin);
		}
	}

	#[test]
	fn a_liar_among_more_honest_evidence_moves_scores_little_on_average() {
		// As one of four with as many records as each of the others it moves them more, and single
		// scores anywhere: what is told of them is in docs/measurements.md.
		let result = simulate(&args(100));
		let within = |name: &str| {
			let market = result.markets.iter().find(|market| market.market == name).unwrap();
			market.mean_within_bar
		};
		assert!(within("one category"));
		assert!(within("one of thirteen"));
	}

	#[test]
	fn the_answer_is_for_people_and_for_programs() {
		let result = simulate(&args(1));
		let value = serde_json::to_value(&result).unwrap();
		assert_eq!(value["markets"][0]["market"], "one category");
		assert!(value["markets"][0]["margin"]["least"].is_f64());
		assert!(value["markets"][0]["belowEveryHonest"].is_boolean());
		let text = result.text();
		for part in ["one of thirteen", "credibility of the liar", "honest-only"] {
			assert!(text.contains(part), "{part} is missing in:\n{text}");
		}
	}
}
