//! The regional case: 215 enterprises at density 0.31, and 194 recommended relationships.
//!
//! Of the paper's case only these numbers are known here: neither its data nor what it means by
//! density. So the region is made up, in a way that is told with the result, and the case is played
//! twice: once with the plain definition, by which 194 relationships cannot do what they are said to
//! do, and once with one that is chosen so that they can. The second one shows what such a region
//! would look like, and is no evidence of what the paper did.

use crate::{
	communities,
	graph::{Graph, ratio},
	layout,
	paths::{self, Paths},
	picture::{Picture, grouped},
	recommend::{Advisor, Recommendation},
	source::{Attributes, Trade},
};
use hanse_network_model::{Arcs, EnterpriseId, RelationshipKind};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64;
use serde::Serialize;
use std::{
	collections::{BTreeMap, BTreeSet, HashSet},
	fmt::Write,
};

/// How many enterprises the region has.
const ENTERPRISES: usize = 215;

/// How many relationships are recommended.
const RECOMMENDED: usize = 194;

/// The density before, as the paper has it.
const BEFORE: f64 = 0.31;

/// The density after, as the paper has it.
const AFTER: f64 = 0.45;

/// Half a unit of the last digit of both.
const ROUNDING: f64 = 0.005;

/// The most recommendations for one enterprise.
const EACH: usize = 4;

/// How far one does business: the distance at which it is e times less likely.
const REACH: f64 = 300.0;

/// The towns of the region: country, place in kilometres, and share of the enterprises in percent.
const TOWNS: [(&str, [f64; 2], usize); 6] = [
	("DE", [0.0, 0.0], 28),
	("NL", [-350.0, -60.0], 22),
	("DK", [170.0, 240.0], 16),
	("PL", [570.0, 90.0], 16),
	("SE", [560.0, 640.0], 10),
	("EE", [960.0, 680.0], 8),
];

/// How far enterprises are from the middle of their town at most.
const TOWN: f64 = 60.0;

/// What enterprises do: division of ISIC Rev. 4, and share in percent.
const SECTORS: [(&str, usize); 5] = [("14", 25), ("26", 15), ("46", 30), ("47", 20), ("52", 10)];

/// How likely the sectors are to do business, in the order of [`SECTORS`].
const BUSINESS: [[f64; 5]; 5] = [
	[0.3, 0.2, 1.0, 0.8, 0.9],
	[0.2, 0.3, 1.0, 0.8, 0.9],
	[1.0, 1.0, 0.4, 1.0, 0.9],
	[0.8, 0.8, 1.0, 0.3, 0.9],
	[0.9, 0.9, 0.9, 0.9, 0.2],
];

/// The regional case. The names of the fields are those of the JSON object.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Report {
	/// What chance started from.
	pub seed: u64,
	/// What the region is made from.
	pub assumptions: Vec<String>,
	/// The plain definition: the share of all pairs.
	pub plain: Case,
	/// The share of the pairs that could do business at all.
	pub feasible: Case,
	/// What the numbers of the paper ask for.
	pub fit: Fit,
}

/// The case by one definition of density.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Case {
	/// What density means here.
	pub definition: String,
	/// How many pairs it is a share of.
	pub pairs: usize,
	/// The network before.
	pub before: State,
	/// The network after.
	pub after: State,
	/// How many recommendations were followed.
	pub followed: usize,
	/// What was recommended.
	pub recommendations: Vec<Recommendation>,
}

/// A network before or after.
#[derive(Serialize, Clone, Copy, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct State {
	/// How many pairs of partners there are.
	pub relationships: usize,
	/// By the definition of the case.
	pub density: f64,
	/// By the plain definition.
	pub plain_density: f64,
	/// How many partners an enterprise has on average.
	pub mean_degree: f64,
	/// The share of wedges that are closed.
	pub clustering: f64,
	/// The mean over enterprises of the share of their wedges that are closed.
	pub mean_local_clustering: f64,
	/// The paths of the largest component.
	pub paths: Paths,
}

/// What the numbers of the paper ask for.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Fit {
	/// How many relationships the plain definition would need from the one density to the other.
	pub needed_by_plain_definition: usize,
	/// Of how many pairs 194 are what lies between the two densities.
	pub pairs_that_fit: usize,
	/// The least and the most pairs, as both densities are rounded.
	pub pairs_that_fit_when_rounded: (usize, usize),
	/// How many relationships there would have been before.
	pub relationships_that_fit: usize,
	/// Definitions, and whether they fit.
	pub definitions: Vec<Definition>,
}

/// What density could mean.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Definition {
	/// What it is a share of.
	pub of: String,
	/// How many that are.
	pub pairs: usize,
	/// Density after 194 more, if it is 0.31 before.
	pub after: f64,
	/// Whether both densities can be had, as they are rounded.
	pub fits: bool,
}

/// The networks of a case, to be drawn and written.
pub struct Networks {
	/// How the case is called in names of files.
	pub name: &'static str,
	/// The network before.
	pub before: Trade,
	/// The network after.
	pub after: Trade,
}

/// An enterprise of the region.
struct Enterprise {
	place: [f64; 2],
	sector: usize,
	/// How large it is, which makes it likelier to do business.
	size: f64,
}

/// Plays the case.
pub fn play(seed: u64) -> (Report, [Networks; 2]) {
	let mut random = Pcg64::seed_from_u64(seed);
	let (region, empty) = region(&mut random);
	let mut likely =
		all_pairs().map(|(a, b)| (propensity(&region[a], &region[b]), (a, b))).collect::<Vec<_>>();

	// By the plain definition all pairs count.
	let pairs = likely.len();
	let count = (BEFORE * pairs as f64).round() as usize;
	let before = drawn(&empty, &likely, count, &mut random);
	let definition = "the share of all pairs that are partners";
	let (plain, plain_networks) = case("plain", definition, before, &likely);

	// By the other one only those for whom business is feasible.
	let fit = fit(pairs);
	let feasible = feasible_pairs(&region, fit.pairs_that_fit, &mut random);
	likely.retain(|(_, pair)| feasible.contains(pair));
	let before = drawn(&empty, &likely, fit.relationships_that_fit, &mut random);
	let definition =
		"the share of the pairs whose sectors and places make business feasible that are partners";
	let (feasible, feasible_networks) = case("feasible", definition, before, &likely);
	let report = Report { seed, assumptions: assumptions(&fit), plain, feasible, fit };
	(report, [plain_networks, feasible_networks])
}

fn all_pairs() -> impl Iterator<Item = (usize, usize)> {
	(0..ENTERPRISES).flat_map(|a| (a + 1..ENTERPRISES).map(move |b| (a, b)))
}

/// The enterprises of the region, without relationships.
fn region(random: &mut Pcg64) -> (Vec<Enterprise>, Trade) {
	let mut trade = Trade::default();
	let region = (0..ENTERPRISES).map(|place| {
		let (country, middle, _) = chosen(&TOWNS, |town| town.2, random);
		let (sector, _) = chosen(&SECTORS, |sector| sector.1, random);
		let (angle, radius) =
			(random.random::<f64>() * std::f64::consts::TAU, random.random::<f64>());
		let (sine, cosine) = angle.sin_cos();
		let radius = TOWN * radius.sqrt();
		// Most are small.
		let size = (normal(random) * 0.8).exp();
		let orders = (size * 40.0).round() as u64;
		let score = (600.0 + 130.0 * normal(random)).clamp(100.0, 990.0).round() as u16;
		let attributes = Attributes {
			country: country.parse().ok(),
			sector: sector.parse().ok(),
			score: Some(score),
			orders: Some(orders),
		};
		trade.enterprises.insert(place as EnterpriseId + 1, attributes);
		Enterprise {
			place: [middle[0] + radius * cosine, middle[1] + radius * sine],
			sector: SECTORS.iter().position(|(name, _)| name == sector).unwrap_or_default(),
			size,
		}
	});
	let region = region.collect();
	(region, trade)
}

/// One of these by its share.
fn chosen<'a, T>(of: &'a [T], share: impl Fn(&T) -> usize, random: &mut Pcg64) -> &'a T {
	let mut left = random.random_range(0..of.iter().map(&share).sum::<usize>());
	let found = of.iter().find(|one| {
		let share = share(one);
		let is = left < share;
		left = left.saturating_sub(share);
		is
	});
	found.unwrap_or(&of[0])
}

/// A number around zero, by Box and Muller.
fn normal(random: &mut Pcg64) -> f64 {
	let (one, other) = (1.0 - random.random::<f64>(), random.random::<f64>());
	(-2.0 * one.ln()).sqrt() * (std::f64::consts::TAU * other).cos()
}

/// How likely two are to do business: how large they are, and how well they go together.
fn propensity(a: &Enterprise, b: &Enterprise) -> f64 {
	a.size.sqrt() * b.size.sqrt() * affinity(a, b)
}

/// How well two go together, by sector and distance.
fn affinity(a: &Enterprise, b: &Enterprise) -> f64 {
	let distance = (a.place[0] - b.place[0]).hypot(a.place[1] - b.place[1]);
	BUSINESS[a.sector][b.sector] * (-distance / REACH).exp()
}

/// So many pairs, of those who come first for one of the two: everybody has others with whom business
/// is feasible, and about as many. What makes two go together besides sector and distance is left to
/// chance.
fn feasible_pairs(
	region: &[Enterprise],
	count: usize,
	random: &mut Pcg64,
) -> HashSet<(usize, usize)> {
	let mut others = vec![Vec::new(); region.len()];
	for (a, b) in all_pairs() {
		let affinity = affinity(&region[a], &region[b]) * normal(random).exp();
		others[a].push((affinity, b));
		others[b].push((affinity, a));
	}
	let mut pairs = BTreeMap::new();
	for (a, others) in others.iter_mut().enumerate() {
		others.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
		for (rank, (_, b)) in others.iter().enumerate() {
			let best = pairs.entry((a.min(*b), a.max(*b))).or_insert(rank);
			*best = rank.min(*best);
		}
	}
	let mut pairs = pairs.into_iter().collect::<Vec<_>>();
	pairs.sort_by_key(|(pair, rank)| (*rank, *pair));
	pairs.into_iter().take(count).map(|(pair, _)| pair).collect()
}

/// A network with exactly so many relationships, drawn without putting back, each by its likelihood
/// (Efraimidis and Spirakis, 2006).
fn drawn(
	empty: &Trade,
	likely: &[(f64, (usize, usize))],
	count: usize,
	random: &mut Pcg64,
) -> Trade {
	let mut keyed = likely
		.iter()
		.map(|(weight, pair)| ((1.0 - random.random::<f64>()).ln() / weight, *pair))
		.collect::<Vec<_>>();
	keyed.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
	let mut trade = empty.clone();
	for (_, (a, b)) in keyed.into_iter().take(count) {
		relate(&mut trade, a as EnterpriseId + 1, b as EnterpriseId + 1);
	}
	trade
}

fn relate(trade: &mut Trade, a: EnterpriseId, b: EnterpriseId) {
	trade.relate(a, b, Arcs::between(RelationshipKind::Supplies, a, b));
}

/// Recommends among these pairs, and follows.
fn case(
	name: &'static str,
	definition: &str,
	before: Trade,
	pairs: &[(f64, (usize, usize))],
) -> (Case, Networks) {
	let graph = Graph::of(&before);
	let (all, pairs) = (pairs.iter().map(|(_, pair)| *pair), pairs.len());
	let recommendations = Advisor::new(&before, &graph).recommend_among(all, RECOMMENDED, EACH);
	let mut after = before.clone();
	recommendations.iter().for_each(|pair| relate(&mut after, pair.a, pair.b));
	let case = Case {
		definition: definition.to_owned(),
		pairs,
		before: State::of(&graph, pairs),
		after: State::of(&Graph::of(&after), pairs),
		followed: recommendations.len(),
		recommendations,
	};
	(case, Networks { name, before, after })
}

impl State {
	fn of(graph: &Graph, pairs: usize) -> Self {
		let (count, relationships) = (graph.len() as f64, graph.relationships() as f64);
		let clustering = graph.clustering();
		Self {
			relationships: graph.relationships(),
			density: ratio(relationships, pairs as f64),
			plain_density: ratio(2.0 * relationships, count * (count - 1.0)),
			mean_degree: ratio(2.0 * relationships, count),
			clustering: clustering.global,
			mean_local_clustering: clustering.mean_local,
			paths: paths::measure(&graph.largest_component()),
		}
	}
}

/// Looks for what density could mean.
fn fit(all: usize) -> Fit {
	let (recommended, between) = (RECOMMENDED as f64, AFTER - BEFORE);
	let pairs_that_fit = (recommended / between).round() as usize;
	let definition = |of: String, pairs: usize| Definition {
		of,
		pairs,
		after: BEFORE + recommended / pairs as f64,
		fits: fits(pairs),
	};
	// Two sides, of which one is small: platforms and those who sell through them.
	let sides = |small: usize| small * (ENTERPRISES - small);
	let group = |size: usize| size * (size - 1) / 2;
	let platforms = (1..ENTERPRISES / 2).find(|small| fits(sides(*small))).unwrap_or_default();
	let core = (2..ENTERPRISES).min_by_key(|size| group(*size).abs_diff(pairs_that_fit));
	let core = core.unwrap_or_default();
	let definitions = vec![
		definition("all pairs of the 215 (the plain definition)".into(), all),
		definition("all ordered pairs, as arcs of supply".into(), all * 2),
		definition("the relationships of a planar network, 3(n-2)".into(), 3 * (ENTERPRISES - 2)),
		definition("the pairs for whom business is feasible".into(), pairs_that_fit),
		definition(format!("the pairs within a core of {core} enterprises"), group(core)),
		definition(
			format!("the pairs of {platforms} platforms and {} others", ENTERPRISES - platforms),
			sides(platforms),
		),
	];
	Fit {
		needed_by_plain_definition: (between * all as f64).round() as usize,
		pairs_that_fit,
		pairs_that_fit_when_rounded: (
			(recommended / (between + 2.0 * ROUNDING)).ceil() as usize,
			(recommended / (between - 2.0 * ROUNDING)).floor() as usize,
		),
		relationships_that_fit: (BEFORE * pairs_that_fit as f64).round() as usize,
		definitions,
	}
}

/// Whether there is a number of relationships of which both densities come out, as they are rounded.
fn fits(pairs: usize) -> bool {
	let is = |relationships: usize, density: f64| {
		(relationships as f64 / pairs as f64 - density).abs() <= ROUNDING
	};
	let least = (BEFORE - ROUNDING) * pairs as f64;
	(least.floor() as usize..)
		.take_while(|before| (*before as f64) <= (BEFORE + ROUNDING) * pairs as f64)
		.any(|before| is(before, BEFORE) && is(before + RECOMMENDED, AFTER))
}

fn assumptions(fit: &Fit) -> Vec<String> {
	let towns = TOWNS.map(|(country, _, share)| format!("{country} {share} %")).join(", ");
	let sectors = SECTORS.map(|(sector, share)| format!("{sector} {share} %")).join(", ");
	vec![
		"Of the paper's case only its numbers were at hand, not its data: the region is made up.".into(),
		format!("{ENTERPRISES} enterprises in six towns around the Baltic and the North Sea: {towns}."),
		format!("Their sectors, as divisions of ISIC Rev. 4: {sectors}."),
		"Sizes are log-normal (σ = 0.8) and orders follow them; credit scores are normal (600 ± 130)."
			.into(),
		format!(
			"Two are the likelier partners the larger both are, the better their sectors go together, \
			 and the nearer they are (a factor e for each {REACH} km)."
		),
		format!(
			"By the plain definition, relationships are drawn by that likelihood from all {} pairs \
			 until density is {BEFORE}.",
			grouped((ENTERPRISES * (ENTERPRISES - 1) / 2) as u64)
		),
		format!(
			"By the other one, business is feasible for {} pairs only: those who come first for one of \
			 the two by sector, distance and chance. {} of them are partners before, drawn in the same \
			 way.",
			grouped(fit.pairs_that_fit as u64),
			fit.relationships_that_fit
		),
		"That number of feasible pairs is chosen so that the densities of the paper come out: that they \
		 do says nothing. What the case tells is clustering and paths, and how many relationships such \
		 a region would have had."
			.into(),
		format!(
			"The {RECOMMENDED} strongest recommendations, at most {EACH} for one enterprise, are all \
			 followed, at once. Nobody leaves and no relationship ends."
		),
	]
}

impl Networks {
	/// The network before and after, with everybody at the same place and new relationships marked.
	pub fn pictures(&self, case: &Case, seed: u64) -> [String; 2] {
		let (before, after) = (Graph::of(&self.before), Graph::of(&self.after));
		// What the network looks like after tells better who belongs together.
		let communities = communities::find(&after, seed);
		let points = layout::place(&after, &communities);
		let marked = case.recommendations.iter().filter_map(|pair| {
			let (a, b) = (after.place(pair.a)?, after.place(pair.b)?);
			Some((a.min(b), a.max(b)))
		});
		let marked = marked.collect::<BTreeSet<_>>();
		let draw = |graph: &Graph, state: &State, when: &str, marked: BTreeSet<(usize, usize)>| {
			let facts = [
				("Enterprises", grouped(graph.len() as u64)),
				("Relationships", grouped(state.relationships as u64)),
				("Density of this reading", format!("{:.3}", state.density)),
				("Density of all pairs", format!("{:.3}", state.plain_density)),
				("Partners on average", format!("{:.2}", state.mean_degree)),
				("Clustering", format!("{:.3}", state.clustering)),
				("Average path length", format!("{:.3}", state.paths.average_path_length)),
				("Connected", grouped(state.paths.enterprises as u64)),
			];
			Picture {
				title: format!("A region {when} {RECOMMENDED} recommendations"),
				facts: facts.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
				graph,
				points: &points,
				communities: &communities,
				sizes: &crate::centrality::betweenness(graph),
				size_name: "betweenness",
				marked,
			}
			.to_svg()
		};
		[
			draw(&before, &case.before, "before", BTreeSet::new()),
			draw(&after, &case.after, "after", marked),
		]
	}

	/// The relationships of a network as a table.
	pub fn edges_csv(trade: &Trade) -> String {
		let mut out = String::from("source,target\n");
		for (lo, hi) in trade.relationships.keys() {
			// Writing to a string does not fail.
			let _ = writeln!(out, "{lo},{hi}");
		}
		out
	}

	/// What is known of the enterprises, as a table.
	pub fn nodes_csv(&self) -> String {
		let mut out = String::from("id,country,sector,score,orders\n");
		for (id, of) in &self.before.enterprises {
			let country = of.country.map(|country| country.to_string()).unwrap_or_default();
			let sector = of.sector.map(|sector| sector.to_string()).unwrap_or_default();
			let (score, orders) = (of.score.unwrap_or(0), of.orders.unwrap_or(0));
			let _ = writeln!(out, "{id},{country},{sector},{score},{orders}");
		}
		out
	}
}

impl Report {
	/// The case for people.
	pub fn text(&self) -> String {
		let mut out = String::new();
		// Writing to a string does not fail.
		let _ = self.write(&mut out);
		out
	}

	fn write(&self, out: &mut String) -> std::fmt::Result {
		writeln!(out, "Assumptions (seed {})", self.seed)?;
		self.assumptions.iter().try_for_each(|line| writeln!(out, "  {line}"))?;
		for (name, case) in [("plain", &self.plain), ("feasible", &self.feasible)] {
			writeln!(
				out,
				"\nDensity ({name}): {}, of {}",
				case.definition,
				grouped(case.pairs as u64)
			)?;
			writeln!(out, "  {:<24}{:>10}{:>10}", "", "before", "after")?;
			let mut line = |name: &str, value: &dyn Fn(&State) -> String| {
				writeln!(out, "  {name:<24}{:>10}{:>10}", value(&case.before), value(&case.after))
			};
			line("relationships", &|state| grouped(state.relationships as u64))?;
			line("density", &|state| format!("{:.4}", state.density))?;
			line("density of all pairs", &|state| format!("{:.4}", state.plain_density))?;
			line("mean degree", &|state| format!("{:.2}", state.mean_degree))?;
			line("clustering", &|state| format!("{:.4}", state.clustering))?;
			line("mean local clustering", &|state| format!("{:.4}", state.mean_local_clustering))?;
			line("average path length", &|state| {
				format!("{:.4}", state.paths.average_path_length)
			})?;
			line("longest path", &|state| state.paths.diameter.to_string())?;
			line("connected", &|state| state.paths.enterprises.to_string())?;
		}
		let Fit { pairs_that_fit_when_rounded: (least, most), .. } = self.fit;
		writeln!(
			out,
			"\nBy the plain definition {RECOMMENDED} of {} pairs move density from {:.3} to {:.3}; {AFTER} \
			 would take about {} relationships.\n{RECOMMENDED} are what lies between {BEFORE} and \
			 {AFTER} if density is a share of {} pairs ({} to {} as both are rounded), of which {} were \
			 partners before:",
			grouped(self.plain.pairs as u64),
			self.plain.before.density,
			self.plain.after.density,
			grouped(self.fit.needed_by_plain_definition as u64),
			grouped(self.fit.pairs_that_fit as u64),
			grouped(least as u64),
			grouped(most as u64),
			self.fit.relationships_that_fit
		)?;
		writeln!(out, "  {:<52}{:>8}{:>10}{:>6}", "a share of", "pairs", "0.31 to", "fits")?;
		for definition in &self.fit.definitions {
			let fits = if definition.fits { "yes" } else { "no" };
			writeln!(
				out,
				"  {:<52}{:>8}{:>10.3}{fits:>6}",
				definition.of,
				grouped(definition.pairs as u64),
				definition.after
			)?;
		}
		writeln!(
			out,
			"That a definition fits does not make it the one that the paper used: several do."
		)?;
		Ok(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_case_is_as_it_is_told() {
		let (report, [plain, feasible]) = play(1);
		assert_eq!((report.plain.pairs, report.plain.before.relationships), (23_005, 7_132));
		assert_eq!(report.plain.after.relationships, 7_132 + 194);
		let thousandths = |state: &State| (state.density * 1e3).round() as u32;
		assert_eq!(thousandths(&report.plain.before), 310);
		assert_eq!(thousandths(&report.plain.after), 318);
		assert_eq!(report.fit.needed_by_plain_definition, 3_221);
		assert_eq!((report.feasible.pairs, report.feasible.before.relationships), (1_386, 430));
		assert_eq!(report.feasible.followed, 194);
		assert_eq!(thousandths(&report.feasible.before), 310);
		assert_eq!(thousandths(&report.feasible.after), 450);
		assert!(report.feasible.after.clustering > report.feasible.before.clustering);
		for networks in [&plain, &feasible] {
			assert_eq!(networks.before.enterprises.len(), 215);
			assert_eq!(
				networks.after.relationships.len() - networks.before.relationships.len(),
				194
			);
		}
		let most = |case: &Case| {
			let of_all = case.recommendations.iter().flat_map(|pair| [pair.a, pair.b]);
			let mut received = std::collections::BTreeMap::<_, usize>::new();
			of_all.for_each(|id| *received.entry(id).or_default() += 1);
			received.into_values().max()
		};
		assert_eq!(most(&report.plain), Some(EACH));
	}

	#[test]
	fn chance_is_repeatable_and_seeds_differ() {
		assert_eq!(play(5).0, play(5).0);
		assert_ne!(play(5).0.plain.before, play(6).0.plain.before);
	}

	#[test]
	fn every_seed_has_so_many_recommendations() {
		for seed in 0..8 {
			assert_eq!(play(seed).0.feasible.followed, 194, "seed {seed}");
		}
	}

	#[test]
	fn definitions_fit_or_do_not() {
		assert!(!fits(23_005) && !fits(46_010) && !fits(639));
		assert!(fits(1_386) && fits(1_378) && fits(7 * 208));
		assert!(!fits(1_250) && !fits(1_550));
		let fit = fit(23_005);
		assert_eq!((fit.pairs_that_fit, fit.relationships_that_fit), (1_386, 430));
		assert_eq!(fit.pairs_that_fit_when_rounded, (1_294, 1_492));
		assert_eq!(fit.definitions.iter().filter(|definition| definition.fits).count(), 3);
	}

	#[test]
	fn the_text_and_the_pictures_tell_both() {
		let (report, networks) = play(1);
		let text = report.text();
		for part in
			["0.318", "3,221", "1,386", "core of 53", "7 platforms", "made up", "says nothing"]
		{
			assert!(text.contains(part), "{part} is missing in:\n{text}");
		}
		let [before, after] = networks[1].pictures(&report.feasible, 1);
		assert!(!before.contains("new relationships") && after.contains("Red: 194 new"));
		assert_eq!(before.matches("<circle").count(), after.matches("<circle").count());
		assert_eq!(Networks::edges_csv(&networks[1].after).lines().count(), 1 + 430 + 194);
	}
}
