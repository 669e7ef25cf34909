//! Providers that push one subject together, against as many honest ones.

use super::{Answer, RingArgs, spread::Spread, world::World};
use hanse_credit_model::{BASIS_POINTS, Category, DAY, Indicator, Moment, Outcome, Parameters};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64;
use serde::Serialize;
use std::{fmt::Write, ops::Range};

/// The subject that is pushed.
const TARGET: usize = 0;

/// How many other subjects there are, about whom everybody tells the truth.
const OTHERS: usize = 20;

/// How far from the truth an honest record may be, in basis points: people measure differently.
const NOISE: u16 = 500;

/// What the target is like in truth, in basis points, when it is pushed up.
const BAD: u16 = 2_500;

/// When the ring begins to push.
const START: Moment = 20_000 * DAY;

const WEEK: Moment = 7 * DAY;

/// For how long those with a past have told the truth before.
const PAST: u32 = 52;

/// After how many weeks credibility is noted.
const QUARTER: u32 = 13;

/// In how many categories every provider reports, each with a bond of its own.
const CATEGORIES: usize = Category::ALL.len();

/// How much of a bond is lost by a proven contradiction, in basis points: what a new chain begins
/// with.
const SLASH: u16 = 5_000;

/// What providers did before the ring began to push, and do beside it.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "camelCase")]
pub enum Past {
	/// Nobody has any: everybody reports on the target alone.
	None,
	/// The honest providers have told the truth about others for a year, and go on to.
	HonestOnly,
	/// Everybody has, the ring too: it lies about the target alone.
	Everybody,
}

/// What a proven contradiction costs.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "camelCase")]
pub enum Bond {
	/// No money: the records are taken out, and the provider goes on.
	None,
	/// Half of the bond. The provider reports no more in that category.
	Lost,
	/// Half of the bond. The provider makes it whole again at once, and goes on.
	Replaced,
}

/// What came out.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Ring {
	/// How many times everything was made up anew.
	pub seeds: u64,
	/// The first seed.
	pub seed: u64,
	/// How many providers are in the ring, and how many are not.
	pub providers: u32,
	/// For how many weeks the ring pushed.
	pub weeks: u32,
	/// How many of a hundred of its records were to be provable contradictions.
	pub contradictions_percent: u32,
	/// `up` or `down`.
	pub direction: &'static str,
	/// How many bonds the ring had to put up: one for each provider and category.
	pub bonds: u32,
	/// How much of a bond a contradiction costs, in basis points.
	pub slash_basis_points: u16,
	/// By past and by bond.
	pub cases: Vec<Case>,
}

/// What came out in one case. Figures are means over all seeds, unless they say more.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Case {
	/// What providers did before.
	pub past: Past,
	/// What a contradiction costs.
	pub bond: Bond,
	/// The score without any record of the ring.
	pub score_without: f64,
	/// The score with them.
	pub score_with: f64,
	/// By how many points the ring moved the score.
	pub moved: Spread,
	/// How many contradictions were proven.
	pub contradictions: f64,
	/// In how many categories a member of the ring could still report in the end, of five.
	pub categories_left: f64,
	/// How much money the ring lost, in minimum bonds.
	pub lost_bonds: f64,
	/// What a point of the score cost it, in minimum bonds; `null` where it lost nothing, or moved
	/// nothing.
	pub lost_bonds_per_point: Option<f64>,
	/// By quarter.
	pub quarters: Vec<Quarter>,
}

/// How things stood after some weeks.
#[derive(Serialize, Clone, Copy, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Quarter {
	/// After how many.
	pub weeks: u32,
	/// How credible the honest providers were, on average.
	pub honest: f64,
	/// How credible the ring was.
	pub ring: f64,
	/// The score without the ring.
	pub score_without: f64,
	/// The score with it.
	pub score_with: f64,
}

/// What one seed brought.
struct Run {
	contradictions: u32,
	categories_left: f64,
	/// In minimum bonds.
	lost: f64,
	quarters: Vec<Quarter>,
}

/// Looks at every case.
pub fn simulate(args: &RingArgs) -> Ring {
	let pasts = [Past::None, Past::HonestOnly, Past::Everybody];
	let bonds = [Bond::None, Bond::Lost, Bond::Replaced];
	let cases = pasts
		.into_iter()
		.flat_map(|past| bonds.map(|bond| (past, bond)))
		.map(|(past, bond)| case(args, past, bond));
	Ring {
		seeds: args.seeds,
		seed: args.seed,
		providers: args.providers,
		weeks: args.weeks,
		contradictions_percent: args.contradictions,
		direction: if args.down { "down" } else { "up" },
		bonds: args.providers.saturating_mul(CATEGORIES as u32),
		slash_basis_points: SLASH,
		cases: cases.collect(),
	}
}

fn case(args: &RingArgs, past: Past, bond: Bond) -> Case {
	let seeds = args.seed..args.seed.saturating_add(args.seeds);
	let runs = seeds.map(|seed| run(args, past, bond, seed)).collect::<Vec<_>>();
	let mean = |figure: &dyn Fn(&Run) -> f64| Spread::of(runs.iter().map(figure)).mean;
	let noted = runs.first().map_or(0, |run| run.quarters.len());
	let quarters = (0..noted)
		.map(|quarter| Quarter {
			weeks: runs[0].quarters[quarter].weeks,
			honest: mean(&|run| run.quarters[quarter].honest),
			ring: mean(&|run| run.quarters[quarter].ring),
			score_without: mean(&|run| run.quarters[quarter].score_without),
			score_with: mean(&|run| run.quarters[quarter].score_with),
		})
		.collect::<Vec<_>>();
	let last = |run: &Run| run.quarters.last().map_or(0.0, |q| q.score_with - q.score_without);
	let moved = Spread::of(runs.iter().map(last));
	let lost_bonds = mean(&|run| run.lost);
	let (with, without) =
		quarters.last().map_or((0.0, 0.0), |last| (last.score_with, last.score_without));
	let per_point = lost_bonds / moved.mean.abs();
	Case {
		past,
		bond,
		score_without: without,
		score_with: with,
		moved,
		contradictions: mean(&|run| f64::from(run.contradictions)),
		categories_left: mean(&|run| run.categories_left),
		lost_bonds,
		lost_bonds_per_point: (lost_bonds > 0.0 && per_point.is_finite()).then_some(per_point),
		quarters,
	}
}

/// A world with the ring and one without, through the same weeks.
struct Scene<'a> {
	args: &'a RingArgs,
	bond: Bond,
	chance: Pcg64,
	with: World,
	without: World,
	/// What subjects are like, by indicator.
	truth: Vec<[u16; Indicator::COUNT]>,
	/// Whether a member of the ring may report in a category.
	admitted: Vec<[bool; CATEGORIES]>,
	contradictions: u32,
	lost: f64,
}

fn run(args: &RingArgs, past: Past, bond: Bond, seed: u64) -> Run {
	let mut scene = Scene::new(args, bond, seed);
	let begin = START - u64::from(PAST) * WEEK;
	let mut quarters = Vec::new();
	for week in 0..PAST.saturating_add(args.weeks) {
		let monday = begin + u64::from(week) * WEEK;
		let pushed = week.checked_sub(PAST);
		scene.week(monday, past, pushed.is_some());
		if let Some(pushed) = pushed {
			let weeks = pushed + 1;
			if weeks.is_multiple_of(QUARTER) || weeks == args.weeks {
				scene.pass_to(monday + WEEK);
				quarters.push(scene.quarter(weeks));
			}
		}
	}
	let left = scene.admitted.iter().flatten().filter(|admitted| **admitted).count();
	Run {
		contradictions: scene.contradictions,
		categories_left: left as f64 / scene.admitted.len().max(1) as f64,
		lost: scene.lost,
		quarters,
	}
}

impl<'a> Scene<'a> {
	fn new(args: &'a RingArgs, bond: Bond, seed: u64) -> Self {
		let mut chance = Pcg64::seed_from_u64(seed);
		let of_target = if args.down { BASIS_POINTS - BAD } else { BAD };
		let truth = (0..=OTHERS)
			.map(|subject| {
				Indicator::ALL.map(|_| match subject {
					TARGET => of_target,
					_ => chance.random_range(BASIS_POINTS / 2..=BASIS_POINTS),
				})
			})
			.collect();
		let providers = 2 * args.providers as usize;
		let world = || World::new(Parameters::default(), providers, OTHERS + 1, seed);
		Self {
			args,
			bond,
			with: world(),
			without: world(),
			truth,
			admitted: vec![[true; CATEGORIES]; args.providers as usize],
			contradictions: 0,
			lost: 0.0,
			chance,
		}
	}

	/// The honest providers come first, and then the ring.
	fn honest(&self) -> Range<usize> {
		0..self.args.providers as usize
	}

	fn ring(&self) -> Range<usize> {
		let members = self.args.providers as usize;
		members..2 * members
	}

	fn pass_to(&mut self, now: Moment) {
		self.with.pass_to(now);
		self.without.pass_to(now);
	}

	/// A week in which every provider reports once, each at a time of its own.
	fn week(&mut self, monday: Moment, past: Past, pushed: bool) {
		let times = (0..self.ring().end).map(|provider| {
			let at = monday + self.chance.random_range(0..WEEK);
			(at, provider)
		});
		let mut times = times.collect::<Vec<_>>();
		times.sort_unstable();
		for (at, provider) in times {
			self.pass_to(at);
			let honest = self.honest().contains(&provider);
			if past == Past::Everybody || (past == Past::HonestOnly && honest) {
				self.tell_of_others(provider);
			}
			match (pushed, honest) {
				(true, true) => self.tell_of_target(provider),
				(true, false) => self.push(provider),
				_ => {},
			}
		}
	}

	/// The truth about somebody else. What the ring says of others is not what is asked about: it is
	/// in both worlds.
	fn tell_of_others(&mut self, provider: usize) {
		let subject = self.chance.random_range(TARGET + 1..=OTHERS);
		let indicator = self.any_indicator();
		let outcome = self.measured(subject, indicator);
		self.with.record(provider, subject, indicator, outcome);
		self.without.record(provider, subject, indicator, outcome);
	}

	/// What the target is like.
	fn tell_of_target(&mut self, provider: usize) {
		let indicator = self.any_indicator();
		let outcome = self.measured(TARGET, indicator);
		self.with.record(provider, TARGET, indicator, outcome);
		self.without.record(provider, TARGET, indicator, outcome);
	}

	/// What the ring wants to be believed of it.
	fn push(&mut self, provider: usize) {
		let lie = if self.args.down { Outcome::WORST } else { Outcome::BEST };
		let indicator = self.any_indicator();
		let truth = self.measured(TARGET, indicator);
		let contradicts = self.chance.random_ratio(self.args.contradictions, 100);
		let (member, category) = (provider - self.ring().start, indicator.category() as usize);
		if !self.admitted[member][category] {
			return;
		}
		// What it said of the order before it thought better of it.
		let before = contradicts.then(|| self.with.record(provider, TARGET, indicator, truth));
		let after = self.with.record(provider, TARGET, indicator, lie);
		if let Some(before) = before {
			self.with.refute(&before);
			self.with.refute(&after);
			self.slash(member, category);
		}
	}

	fn slash(&mut self, member: usize, category: usize) {
		self.contradictions += 1;
		if self.bond != Bond::None {
			// The bond is whole before, or the provider would not be admitted.
			self.lost += f64::from(SLASH) / f64::from(BASIS_POINTS);
		}
		if self.bond == Bond::Lost {
			self.admitted[member][category] = false;
		}
	}

	fn quarter(&self, weeks: u32) -> Quarter {
		let mean =
			|of: Range<usize>| Spread::of(of.map(|provider| self.with.credibility(provider))).mean;
		Quarter {
			weeks,
			honest: mean(self.honest()),
			ring: mean(self.ring()),
			score_without: self.without.score(TARGET),
			score_with: self.with.score(TARGET),
		}
	}

	fn any_indicator(&mut self) -> Indicator {
		Indicator::ALL[self.chance.random_range(0..Indicator::COUNT)]
	}

	/// What somebody honest makes of the truth.
	fn measured(&mut self, subject: usize, indicator: Indicator) -> Outcome {
		let truth = self.truth[subject][indicator as usize];
		let noise = self.chance.random_range(0..=2 * NOISE);
		let points = truth.saturating_sub(NOISE).saturating_add(noise).min(BASIS_POINTS);
		// It is at most one whole.
		Outcome::new(points).unwrap_or(Outcome::BEST)
	}
}

impl Past {
	const fn words(self) -> &'static str {
		match self {
			Self::None => "nobody has a past",
			Self::HonestOnly => "the honest providers have a year of truth behind them",
			Self::Everybody => "everybody has a year of truth behind them, the ring too",
		}
	}
}

impl Bond {
	const fn words(self) -> &'static str {
		match self {
			Self::None => "no bond",
			Self::Lost => "bond, not replaced",
			Self::Replaced => "bond, replaced",
		}
	}
}

impl Answer for Ring {
	fn text(&self) -> String {
		let mut text = String::new();
		// Writing to a string cannot fail.
		let _ = self.write(&mut text);
		text
	}
}

impl Ring {
	fn write(&self, out: &mut String) -> std::fmt::Result {
		let Self { seeds, providers, weeks, direction, bonds, .. } = self;
		writeln!(
			out,
			"{providers} providers push one subject {direction} for {weeks} weeks against {providers} \
			 honest ones; means of {seeds} seeds"
		)?;
		writeln!(
			out,
			"{} of a hundred of their records provably contradict another; {bonds} bonds are put up",
			self.contradictions_percent
		)?;
		for past in [Past::None, Past::HonestOnly, Past::Everybody] {
			writeln!(out, "\n{}", past.words())?;
			let cases = self.cases.iter().filter(|case| case.past == past);
			writeln!(
				out,
				"  {:22}{:>9}{:>9}{:>9}{:>8}{:>12}{:>8}{:>11}",
				"", "without", "with", "moved", "proven", "categories", "lost", "per point"
			)?;
			for case in cases.clone() {
				writeln!(
					out,
					"  {:22}{:>9.1}{:>9.1}{:>+9.1}{:>8.1}{:>12.2}{:>8.2}{:>11}",
					case.bond.words(),
					case.score_without,
					case.score_with,
					case.moved.mean,
					case.contradictions,
					case.categories_left,
					case.lost_bonds,
					case.lost_bonds_per_point.map_or("–".to_owned(), |cost| format!("{cost:.3}")),
				)?;
			}
			for case in cases {
				let list = |figure: fn(&Quarter) -> f64| {
					let all = case.quarters.iter().map(|q| format!("{:.2}", figure(q)));
					all.collect::<Vec<_>>().join(" ")
				};
				writeln!(
					out,
					"  credibility by quarter, {}: honest {}; ring {}",
					case.bond.words(),
					list(|quarter| quarter.honest),
					list(|quarter| quarter.ring)
				)?;
			}
		}
		Ok(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn args() -> RingArgs {
		RingArgs {
			seeds: 5,
			seed: 1,
			providers: 20,
			weeks: 104,
			contradictions: 2,
			down: false,
			json: false,
		}
	}

	fn find(ring: &Ring, past: Past, bond: Bond) -> &Case {
		ring.cases.iter().find(|case| case.past == past && case.bond == bond).unwrap()
	}

	#[test]
	fn categories_have_their_places() {
		for indicator in Indicator::ALL {
			assert!((indicator.category() as usize) < CATEGORIES);
		}
	}

	#[test]
	fn a_ring_pushes_where_it_wants_to() {
		let up = simulate(&RingArgs { weeks: 52, seeds: 2, ..args() });
		let down = simulate(&RingArgs { weeks: 52, seeds: 2, down: true, ..args() });
		assert_eq!(up.cases.len(), 9);
		for (up, down) in up.cases.iter().zip(&down.cases) {
			assert!(up.moved.least > 0.0, "{:?}, {:?}", up.past, up.bond);
			assert!(down.moved.most < 0.0, "{:?}, {:?}", down.past, down.bond);
		}
	}

	#[test]
	fn a_good_past_tells_the_honest_from_the_ring() {
		let ring = simulate(&args());
		for bond in [Bond::None, Bond::Lost, Bond::Replaced] {
			let moved = |past| find(&ring, past, bond).moved.mean;
			assert!(moved(Past::HonestOnly) < moved(Past::None));
			let last = find(&ring, Past::HonestOnly, bond).quarters.last().unwrap();
			assert!(last.honest > last.ring);
		}
	}

	#[test]
	fn the_bond_is_what_costs_money() {
		let ring = simulate(&args());
		for past in [Past::None, Past::HonestOnly, Past::Everybody] {
			let case = |bond| find(&ring, past, bond);
			assert_eq!(case(Bond::None).lost_bonds, 0.0);
			assert_eq!(case(Bond::None).lost_bonds_per_point, None);
			assert_eq!(case(Bond::None).categories_left, CATEGORIES as f64);
			// Whoever does not replace it can report less, and lose less.
			assert!(case(Bond::Lost).lost_bonds > 0.0);
			assert!(case(Bond::Lost).lost_bonds < case(Bond::Replaced).lost_bonds);
			assert!(case(Bond::Lost).categories_left < CATEGORIES as f64);
			assert!(case(Bond::Lost).moved.mean < case(Bond::None).moved.mean);
			let replaced = case(Bond::Replaced);
			assert!((replaced.lost_bonds - replaced.contradictions / 2.0).abs() < 1e-9);
		}
	}

	#[test]
	fn without_contradictions_nothing_is_lost() {
		let ring = simulate(&RingArgs { contradictions: 0, weeks: 26, seeds: 1, ..args() });
		assert!(ring.cases.iter().all(|case| case.contradictions == 0.0 && case.lost_bonds == 0.0));
	}

	#[test]
	fn the_answer_is_for_people_and_for_programs() {
		let ring = simulate(&RingArgs { weeks: 20, seeds: 1, ..args() });
		let value = serde_json::to_value(&ring).unwrap();
		assert_eq!(value["cases"][0]["past"], "none");
		assert_eq!(value["cases"][4]["bond"], "lost");
		assert_eq!(value["bonds"], 100);
		assert_eq!(value["cases"][0]["quarters"].as_array().unwrap().len(), 2);
		let text = ring.text();
		for part in ["push one subject up", "per point", "credibility by quarter"] {
			assert!(text.contains(part), "{part} is missing in:\n{text}");
		}
	}

	#[test]
	fn what_a_contradiction_costs_is_what_a_new_chain_begins_with() {
		let rules = pallet_credit_records::RuleSet::with_bonds(0u64, 0);
		assert_eq!(SLASH, rules.contradiction_slash);
	}
}
