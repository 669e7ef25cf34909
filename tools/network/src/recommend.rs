//! Who should get to know whom, and why.

use crate::{
	graph::{Graph, ratio},
	source::{Attributes, Trade},
};
use hanse_network_model::EnterpriseId;
use rand::{RngExt, SeedableRng, seq::SliceRandom};
use rand_pcg::Pcg64;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};

/// What a pair without a common partner begins with.
const STRANGERS: f64 = 0.1;

/// How many expected relationships weigh as much as the belief that a pair of countries, or of
/// sectors, is like any other.
const BELIEF: f64 = 5.0;

/// The largest credit score.
const BEST_SCORE: f64 = 1_000.0;

/// How many candidates of one enterprise are compared with those of others. More could matter only
/// if all these were refused because their other side is full.
const CANDIDATES: usize = 1_000;

/// How many common partners are named.
const NAMED: usize = 5;

/// The share of relationships that are hidden to see whether they would be recommended.
const HIDDEN: f64 = 0.1;

/// A relationship that does not exist and should.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Recommendation {
	/// One of the two.
	pub a: EnterpriseId,
	/// The other one.
	pub b: EnterpriseId,
	/// How strongly it is recommended: the product of the reasons.
	pub strength: f64,
	/// Why.
	pub reasons: Vec<Reason>,
}

/// Why a relationship is recommended, or what speaks against it.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Reason {
	/// What it is about.
	pub about: About,
	/// The factor that it is in the strength. Above one it speaks for the relationship.
	pub factor: f64,
	/// The same in words.
	pub text: String,
}

/// What a reason is about.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "camelCase")]
pub enum About {
	/// Whom both know.
	Partners,
	/// Where they are.
	Country,
	/// What they do.
	Sector,
	/// What is believed of them.
	Credit,
	/// How much they trade.
	Activity,
}

/// What recommendations are made from.
pub struct Advisor<'a> {
	graph: &'a Graph,
	attributes: Vec<Attributes>,
	/// 1/ln(degree) of each.
	weights: Vec<f64>,
	/// Who is in a closed ring, and not recommended to anybody.
	rings: Vec<bool>,
	countries: Affinity,
	sectors: Affinity,
	mean_score: Option<f64>,
	most_orders: u64,
}

/// How many times as often as others enterprises of two kinds are partners.
struct Affinity {
	/// The kind of each.
	kinds: Vec<Option<u32>>,
	factors: BTreeMap<(u32, u32), f64>,
}

impl Affinity {
	fn new(graph: &Graph, kinds: Vec<Option<u32>>) -> Self {
		let mut members = BTreeMap::<u32, f64>::new();
		for kind in kinds.iter().flatten() {
			*members.entry(*kind).or_default() += 1.0;
		}
		let mut related = BTreeMap::<(u32, u32), f64>::new();
		for (a, b) in graph.pairs() {
			if let (Some(a), Some(b)) = (kinds[a], kinds[b]) {
				*related.entry((a.min(b), a.max(b))).or_default() += 1.0;
			}
		}
		let known = members.values().sum::<f64>();
		let density = ratio(related.values().sum(), known * (known - 1.0) / 2.0);
		let mut factors = BTreeMap::new();
		for (a, of_a) in &members {
			for (b, of_b) in members.range(a..) {
				let pairs = if a == b { of_a * (of_a - 1.0) / 2.0 } else { of_a * of_b };
				let there = related.get(&(*a, *b)).copied().unwrap_or(0.0);
				factors.insert((*a, *b), (there + BELIEF) / (pairs * density + BELIEF));
			}
		}
		Self { kinds, factors }
	}

	/// The factor of a pair; `None` if a kind is not known.
	fn of(&self, a: usize, b: usize) -> Option<f64> {
		let (a, b) = (self.kinds[a]?, self.kinds[b]?);
		self.factors.get(&(a.min(b), a.max(b))).copied()
	}
}

impl<'a> Advisor<'a> {
	/// Learns what is usual in a network.
	pub fn new(trade: &Trade, graph: &'a Graph) -> Self {
		let attributes = trade.enterprises.values().copied().collect::<Vec<_>>();
		let countries = attributes.iter().map(|attributes| {
			attributes.country.map(|country| u16::from_be_bytes(*country.as_bytes()).into())
		});
		let sectors = attributes
			.iter()
			.map(|attributes| attributes.sector.map(|sector| sector.division().into()));
		let (countries, sectors) = (countries.collect(), sectors.collect());
		let scores = attributes.iter().filter_map(|attributes| attributes.score.map(f64::from));
		let scores = scores.collect::<Vec<_>>();
		let (_, positions) = trade.recount();
		Self {
			graph,
			weights: (0..graph.len())
				.map(|place| 1.0 / (graph.degree(place) as f64).ln())
				.collect(),
			rings: positions.values().map(|position| position.is_in_closed_ring()).collect(),
			countries: Affinity::new(graph, countries),
			sectors: Affinity::new(graph, sectors),
			mean_score: (!scores.is_empty())
				.then(|| scores.iter().sum::<f64>() / scores.len() as f64),
			most_orders: attributes.iter().filter_map(|of| of.orders).max().unwrap_or(0),
			attributes,
		}
	}

	/// The strongest recommendations among those who have a common partner, at most `each` for one
	/// enterprise.
	pub fn recommend(&self, count: usize, each: usize) -> Vec<Recommendation> {
		let candidates = (0..self.graph.len()).into_par_iter().map_init(
			|| vec![0.0; self.graph.len()],
			|sums, a| {
				let strangers = self.strangers_by_partners(a, sums).into_iter();
				let mut of_a = strangers
					.filter(|(b, _)| a < *b)
					.map(|(b, adamic_adar)| (self.strength(a, b, adamic_adar), a, b))
					.collect::<Vec<_>>();
				of_a.sort_by(strongest_first);
				of_a.truncate(CANDIDATES.max(count));
				of_a
			},
		);
		self.choose(candidates.flatten().collect(), count, each)
	}

	/// The strongest recommendations among these pairs of places, with a common partner or without.
	pub fn recommend_among(
		&self,
		pairs: impl Iterator<Item = (usize, usize)>,
		count: usize,
		each: usize,
	) -> Vec<Recommendation> {
		let strangers = pairs.filter(|(a, b)| {
			!self.rings[*a] && !self.rings[*b] && !self.graph.are_partners(*a, *b)
		});
		let candidates =
			strangers.map(|(a, b)| (self.strength(a, b, self.adamic_adar(a, b)), a, b));
		self.choose(candidates.collect(), count, each)
	}

	fn choose(
		&self,
		mut candidates: Vec<(f64, usize, usize)>,
		count: usize,
		each: usize,
	) -> Vec<Recommendation> {
		candidates.par_sort_by(strongest_first);
		let mut received = vec![0; self.graph.len()];
		let mut chosen = Vec::new();
		for (_, a, b) in candidates {
			if chosen.len() == count {
				break;
			}
			if received[a] < each && received[b] < each {
				received[a] += 1;
				received[b] += 1;
				chosen.push(self.explain(a, b));
			}
		}
		chosen
	}

	/// The strongest recommendations for one enterprise, common partners or not.
	pub fn recommend_for(&self, place: usize, count: usize) -> Vec<Recommendation> {
		let pairs =
			(0..self.graph.len()).filter(|other| *other != place).map(|other| (place, other));
		self.recommend_among(pairs, count, usize::MAX)
	}

	/// Who is no partner yet, but has common ones, each with the sum of the partners' weights.
	/// `sums` is all zero, before and after.
	fn strangers_by_partners(&self, a: usize, sums: &mut [f64]) -> Vec<(usize, f64)> {
		if self.rings[a] {
			return Vec::new();
		}
		let mut met = Vec::new();
		for partner in self.graph.partners(a) {
			let weight = self.weights[*partner as usize];
			for b in self.graph.partners(*partner as usize).iter().map(|b| *b as usize) {
				if b != a && !self.rings[b] {
					if sums[b] == 0.0 {
						met.push(b);
					}
					sums[b] += weight;
				}
			}
		}
		let strangers = met.into_iter().map(|b| (b, std::mem::take(&mut sums[b])));
		let strangers = strangers.collect::<Vec<_>>();
		strangers.into_iter().filter(|(b, _)| !self.graph.are_partners(a, *b)).collect()
	}

	fn common(&self, a: usize, b: usize) -> Vec<usize> {
		let (a, b) = if self.graph.degree(a) <= self.graph.degree(b) { (a, b) } else { (b, a) };
		let partners = self.graph.partners(a).iter().map(|partner| *partner as usize);
		partners.filter(|partner| self.graph.are_partners(b, *partner)).collect()
	}

	fn adamic_adar(&self, a: usize, b: usize) -> f64 {
		self.common(a, b).into_iter().map(|partner| self.weights[partner]).sum()
	}

	fn strength(&self, a: usize, b: usize, adamic_adar: f64) -> f64 {
		let factors = [
			self.countries.of(a, b),
			self.sectors.of(a, b),
			self.credit(a, b),
			self.activity(a, b),
		];
		(STRANGERS + adamic_adar) * factors.into_iter().flatten().product::<f64>()
	}

	/// The lower one of two scores; `None` if none of the two is known.
	fn credit(&self, a: usize, b: usize) -> Option<f64> {
		let mean = self.mean_score?;
		let score = |place: usize| self.attributes[place].score.map_or(mean, f64::from);
		Some(score(a).min(score(b)) / BEST_SCORE)
	}

	fn activity(&self, a: usize, b: usize) -> Option<f64> {
		let fewer = self.attributes[a].orders?.min(self.attributes[b].orders?);
		Some(1.0 + ratio((fewer as f64).ln_1p(), (self.most_orders as f64).ln_1p()))
	}

	fn explain(&self, a: usize, b: usize) -> Recommendation {
		let mut common = self.common(a, b);
		// Those with few partners say most.
		common.sort_by_key(|partner| (self.graph.degree(*partner), *partner));
		let adamic_adar = common.iter().map(|partner| self.weights[*partner]).sum::<f64>();
		let named = common.iter().take(NAMED).map(|partner| self.graph.id(*partner).to_string());
		let named = named.collect::<Vec<_>>().join(", ");
		let text = match common.len() {
			0 => "they have no common partner yet".to_owned(),
			1 => format!("both are partners of {named} (Adamic-Adar {adamic_adar:.3})"),
			more if more <= NAMED => {
				format!("both are partners of {more}: {named} (Adamic-Adar {adamic_adar:.3})")
			},
			more => format!(
				"both are partners of {more}, among them {named} (Adamic-Adar {adamic_adar:.3})"
			),
		};
		let mut reasons =
			vec![Reason { about: About::Partners, factor: STRANGERS + adamic_adar, text }];
		let (of_a, of_b) = (&self.attributes[a], &self.attributes[b]);
		if let (Some(factor), Some(here), Some(there)) =
			(self.countries.of(a, b), of_a.country, of_b.country)
		{
			let text = if here == there {
				format!("enterprises of {here} are partners {factor:.2} times as often as others")
			} else {
				format!(
					"enterprises of {here} and {there} are partners {factor:.2} times as often as others"
				)
			};
			reasons.push(Reason { about: About::Country, factor, text });
		}
		if let (Some(factor), Some(one), Some(other)) =
			(self.sectors.of(a, b), of_a.sector, of_b.sector)
		{
			let text = format!(
				"sectors {one} and {other} are partners {factor:.2} times as often as others"
			);
			reasons.push(Reason { about: About::Sector, factor, text });
		}
		if let Some(factor) = self.credit(a, b) {
			let shown =
				|score: Option<u16>| score.map_or("unknown".into(), |score| score.to_string());
			let text =
				format!("their credit is {} and {} of 1,000", shown(of_a.score), shown(of_b.score));
			reasons.push(Reason { about: About::Credit, factor, text });
		}
		if let (Some(factor), Some(one), Some(other)) =
			(self.activity(a, b), of_a.orders, of_b.orders)
		{
			let text = format!("they had {one} and {other} orders");
			reasons.push(Reason { about: About::Activity, factor, text });
		}
		let strength = reasons.iter().map(|reason| reason.factor).product();
		Recommendation { a: self.graph.id(a), b: self.graph.id(b), strength, reasons }
	}
}

fn strongest_first(one: &(f64, usize, usize), other: &(f64, usize, usize)) -> std::cmp::Ordering {
	other.0.total_cmp(&one.0).then((one.1, one.2).cmp(&(other.1, other.2)))
}

/// How good recommendations are.
#[derive(Serialize, Clone, Copy, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Check {
	/// How many relationships were hidden.
	pub hidden: usize,
	/// How often a hidden one is recommended more strongly than a pair that is none.
	pub auc: Option<f64>,
	/// The same by the number of common partners alone.
	pub auc_common_partners: Option<f64>,
	/// The share of hidden ones among as many of the strongest recommendations.
	pub precision: f64,
	/// What that share would be by chance.
	pub precision_by_chance: f64,
}

/// Hides some relationships, and looks whether they are recommended.
pub fn check(trade: &Trade, seed: u64) -> Check {
	let mut random = Pcg64::seed_from_u64(seed);
	let mut all = trade.relationships.keys().copied().collect::<Vec<_>>();
	all.shuffle(&mut random);
	all.truncate((all.len() as f64 * HIDDEN).round() as usize);
	let mut known = trade.clone();
	for pair in &all {
		known.relationships.remove(pair);
	}
	let (graph, whole) = (Graph::of(&known), Graph::of(trade));
	let advisor = Advisor::new(&known, &graph);

	let place = |id| graph.place(id).unwrap_or_default();
	let hidden = all.iter().map(|(a, b)| (place(*a), place(*b))).collect::<Vec<_>>();
	let mut strangers = HashSet::new();
	let free = graph.len() * graph.len().saturating_sub(1) / 2 - whole.relationships();
	while strangers.len() < hidden.len().min(free / 2) {
		let (a, b) = (random.random_range(0..graph.len()), random.random_range(0..graph.len()));
		if a < b && !whole.are_partners(a, b) {
			strangers.insert((a, b));
		}
	}
	let strangers = strangers.into_iter().collect::<Vec<_>>();
	let strength = |(a, b): &(usize, usize)| advisor.strength(*a, *b, advisor.adamic_adar(*a, *b));
	let common = |(a, b): &(usize, usize)| advisor.common(*a, *b).len() as f64;
	let area = |value: &dyn Fn(&(usize, usize)) -> f64| {
		let values = |pairs: &[(usize, usize)]| pairs.iter().map(value).collect::<Vec<_>>();
		auc(&values(&hidden), values(&strangers))
	};
	let hidden_ids = all.iter().copied().collect::<HashSet<_>>();
	let recommended = advisor.recommend(hidden.len(), usize::MAX);
	let hits = recommended.iter().filter(|pair| hidden_ids.contains(&(pair.a, pair.b))).count();
	Check {
		hidden: hidden.len(),
		auc: area(&strength),
		auc_common_partners: area(&common),
		precision: ratio(hits as f64, recommended.len() as f64),
		precision_by_chance: ratio(hidden.len() as f64, (free + hidden.len()) as f64),
	}
}

/// How often a value of the first is above one of the others, ties counted half.
fn auc(first: &[f64], mut others: Vec<f64>) -> Option<f64> {
	others.sort_by(f64::total_cmp);
	let halves = first.iter().map(|value| {
		let below = others.partition_point(|other| other < value);
		below + others.partition_point(|other| other <= value)
	});
	let halves = halves.sum::<usize>() as f64;
	(!first.is_empty() && !others.is_empty())
		.then(|| halves / (2 * first.len() * others.len()) as f64)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::source::csv;

	/// 1 and 2 have two common partners; 5 is a hub whom everybody knows; 9 has nobody.
	const EDGES: &str = "1,3\n1,4\n2,3\n2,4\n5,1\n5,2\n5,6\n5,7\n5,8\n";
	const NODES: &str =
		"1,DE,46,900,10\n2,DE,10,800,\n6,PL,46,,90\n7,PL,46,100,90\n9,DE,46,900,3\n";

	fn trade(edges: &str, nodes: &str) -> Trade {
		let mut trade = Trade::default();
		csv::read_edges(edges.as_bytes(), &mut trade).unwrap();
		csv::read_nodes(nodes.as_bytes(), &mut trade).unwrap();
		trade
	}

	fn recommended(edges: &str, nodes: &str, count: usize, each: usize) -> Vec<Recommendation> {
		let trade = trade(edges, nodes);
		let graph = Graph::of(&trade);
		Advisor::new(&trade, &graph).recommend(count, each)
	}

	#[test]
	fn common_partners_with_few_others_say_most() {
		let all = recommended(EDGES, "", 100, 100);
		let pairs = all.iter().map(|pair| (pair.a, pair.b)).collect::<Vec<_>>();
		// 3 and 4 know 1 and 2, who know three each; 1 and 2 know 3, 4 and 5.
		assert_eq!(pairs[..2], [(1, 2), (3, 4)]);
		let exact = 0.1 + 2.0 / 2f64.ln() + 1.0 / 5f64.ln();
		assert!((all[0].strength - exact).abs() < 1e-12);
		assert!(!pairs.contains(&(1, 3)), "partners already");
		assert!(all.is_sorted_by(|one, other| one.strength >= other.strength));
		let text = &all[0].reasons[0].text;
		assert!(text.starts_with("both are partners of 3: 3, 4, 5 (Adamic-Adar 3.5"), "{text}");
		assert_eq!(all[0].reasons.len(), 1);
	}

	#[test]
	fn nobody_gets_all_of_them() {
		let all = recommended(EDGES, "", 100, 1);
		let mut seen = all.iter().flat_map(|pair| [pair.a, pair.b]).collect::<Vec<_>>();
		seen.sort_unstable();
		let count = seen.len();
		seen.dedup();
		assert_eq!(seen.len(), count);
		assert_eq!(recommended(EDGES, "", 1, 9).len(), 1);
	}

	#[test]
	fn what_is_known_is_a_reason_with_its_factor() {
		let all = recommended(EDGES, NODES, 100, 100);
		let of = |a, b| all.iter().find(|pair| (pair.a, pair.b) == (a, b)).unwrap();
		let pair = of(1, 7);
		let about = pair.reasons.iter().map(|reason| reason.about).collect::<Vec<_>>();
		assert_eq!(
			about,
			[About::Partners, About::Country, About::Sector, About::Credit, About::Activity]
		);
		assert!((pair.reasons[3].factor - 0.1).abs() < 1e-12);
		assert!(pair.reasons[3].text.contains("900 and 100"));
		// 10 of 90 orders at most.
		assert!((pair.reasons[4].factor - (1.0 + 11f64.ln() / 91f64.ln())).abs() < 1e-12);
		let product = pair.reasons.iter().map(|reason| reason.factor).product::<f64>();
		assert!((pair.strength - product).abs() < 1e-12);
		// Without a score it is the mean of the known ones.
		let mean = (900.0 + 800.0 + 100.0 + 900.0) / 4.0;
		assert!((of(1, 6).reasons[3].factor - mean / 1_000.0).abs() < 1e-12);
		// Nothing is known of 3 and 4 but that others have scores.
		assert_eq!(of(3, 4).reasons.len(), 2);
	}

	#[test]
	fn countries_that_trade_count_for_more() {
		let edges = (0..20).map(|n| format!("{},{}\n", n, 20 + n)).collect::<String>();
		let nodes =
			(0..60).map(|n| format!("{n},{},,,\n", ["DE", "PL", "SE"][n / 20])).collect::<String>();
		let trade = trade(&edges, &nodes);
		let graph = Graph::of(&trade);
		let advisor = Advisor::new(&trade, &graph);
		// 20 of 400 pairs are related, where 20/1770 · 400 are expected.
		let expected = 20.0 / 1_770.0 * 400.0;
		assert!((advisor.countries.of(0, 21).unwrap() - 25.0 / (expected + 5.0)).abs() < 1e-12);
		assert!(advisor.countries.of(0, 1).unwrap() < 1.0);
		// Who is new gets to know those who trade with its country.
		let first = &advisor.recommend_for(45, 1)[0];
		assert_eq!(
			(first.a, first.reasons[0].text.as_str()),
			(45, "they have no common partner yet")
		);
		let first = &advisor.recommend_for(0, 1)[0];
		assert_eq!((first.a, first.b), (0, 21));
	}

	#[test]
	fn closed_rings_stay_among_themselves() {
		let edges = "1,2\n2,3\n3,1\n4,5\n5,6\n6,4\n4,7\n";
		let all = recommended(edges, "", 100, 100);
		let pairs = all.iter().map(|pair| (pair.a, pair.b)).collect::<Vec<_>>();
		// 5 and 6 know 4, 5 and 6 only: they are in a closed ring, although 4 is not.
		assert_eq!(pairs, []);
		let trade = trade(edges, "");
		let graph = Graph::of(&trade);
		let advisor = Advisor::new(&trade, &graph);
		assert_eq!(advisor.recommend_for(0, 9), []);
		// 7 has 4 already.
		assert_eq!(advisor.recommend_for(6, 9), []);
	}

	#[test]
	fn hidden_relationships_are_found_in_neighbourhoods() {
		// A circle in which everybody knows the next four.
		let edges =
			(0..100).flat_map(|n| (1..5).map(move |step| format!("{n},{}\n", (n + step) % 100)));
		let measured = check(&trade(&edges.collect::<String>(), ""), 1);
		assert_eq!(measured.hidden, 40);
		assert!(measured.auc.unwrap() > 0.95);
		assert!(measured.precision > 10.0 * measured.precision_by_chance);
		let none = check(&trade("1,2\n", ""), 1);
		assert_eq!((none.hidden, none.auc), (0, None));
	}

	#[test]
	fn ties_count_half() {
		assert_eq!(auc(&[1.0, 2.0], vec![1.0]), Some(0.75));
		assert_eq!(auc(&[], vec![1.0]), None);
	}
}
