//! All figures of a network, for people and for programs.

use crate::{
	centrality,
	chain::Place,
	communities::{self, Communities},
	graph::{Graph, ratio},
	paths::{self, Paths},
	picture::grouped,
	resilience::{self, By, Loss},
	small_world::{self, SmallWorld},
	source::Trade,
};
use hanse_client::Progress;
use hanse_network_model::{EnterpriseId, NetworkFigures};
use hanse_types::{CountryCode, Sector};
use serde::Serialize;
use std::fmt::Write;

/// How many of the first ones are listed.
const LISTED: usize = 20;

/// The figures of a network. The names of the fields are those of the JSON object.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Figures {
	/// Where the network was read, if that was a chain.
	#[serde(skip_serializing_if = "Option::is_none")]
	pub chain: Option<Place>,
	/// What the chain keeps, in whole numbers.
	pub network: NetworkFigures,
	/// The share of all pairs that are partners.
	pub density: f64,
	/// How many partners an enterprise has on average.
	pub mean_degree: f64,
	/// The share of the arcs of supply whose reverse exists.
	pub reciprocity: f64,
	/// The share of wedges that are closed.
	pub clustering: f64,
	/// The mean over enterprises of the share of their wedges that are closed.
	pub mean_local_clustering: f64,
	/// How many components the network has.
	pub components: usize,
	/// The paths of the largest component.
	pub paths: Paths,
	/// The largest component against random graphs.
	pub small_world: SmallWorld,
	/// Which enterprises belong together.
	pub communities: CommunitiesReport,
	/// The innermost enterprises.
	pub core: Core,
	/// Who stands between most others.
	pub betweenness: Vec<Ranked>,
	/// Who is met most often on a walk along relationships.
	pub pagerank: Vec<Ranked>,
	/// What is left when the first ones vanish.
	pub resilience: Vec<Loss>,
	/// What chance started from.
	pub seed: u64,
}

/// The communities of a network.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct CommunitiesReport {
	/// How many there are, enterprises without partners included.
	pub count: usize,
	/// How much more of the relationships is within them than by chance.
	pub modularity: f64,
	/// The largest ones.
	pub largest: Vec<Community>,
}

/// One community.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Community {
	/// Its number, as nodes.csv has it.
	pub community: usize,
	/// How many enterprises belong to it.
	pub enterprises: usize,
	/// The one of them who stands between most others.
	pub around: EnterpriseId,
	/// The share of its members' relationships that lead out of it.
	pub share_outside: f64,
}

/// The innermost core.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Core {
	/// How many partners each has within the core, at least.
	pub k: usize,
	/// Who is in it.
	pub enterprises: Vec<EnterpriseId>,
}

/// One of the first ones.
#[derive(Serialize, Clone, Copy, PartialEq, Debug)]
pub struct Ranked {
	/// Who.
	pub id: EnterpriseId,
	/// The value that it is ranked by.
	pub value: f64,
}

/// One enterprise, with all that is known and computed of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Node {
	/// Who.
	pub id: EnterpriseId,
	/// Where it is registered.
	pub country: Option<CountryCode>,
	/// What it does.
	pub sector: Option<Sector>,
	/// Its credit.
	pub score: Option<u16>,
	/// How many orders it had.
	pub orders: Option<u64>,
	/// How many partners it has.
	pub degree: u32,
	/// How many pairs of its partners are partners.
	pub triangles: u32,
	/// How many circles of supply of length three it is in.
	pub cycles: u32,
	/// Whether it is in a closed ring.
	pub closed_ring: bool,
	/// The component it is in; 0 is the largest.
	pub component: usize,
	/// The largest k of a k-core it is in.
	pub core: usize,
	/// The community it belongs to; 0 is the largest.
	pub community: usize,
	/// The share of shortest paths between two others that lead through it.
	pub betweenness: f64,
	/// How often it is met on a walk along relationships.
	pub pagerank: f64,
}

/// Figures, and what else there is to be written and drawn.
pub struct Computed {
	/// The figures of the network.
	pub figures: Figures,
	/// The figures of each enterprise, in the order of places.
	pub nodes: Vec<Node>,
	/// The network.
	pub graph: Graph,
	/// Its communities.
	pub communities: Communities,
}

/// Computes everything.
pub fn compute(trade: &Trade, seed: u64, samples: u32) -> Computed {
	const STEPS: u64 = 6;
	let mut progress = Progress::new("kinds of figures computed", STEPS);
	let (network, positions) = trade.recount();
	let graph = Graph::of(trade);
	let clustering = graph.clustering();
	let components = graph.components();
	progress.set(1);
	let connected = graph.largest_component();
	let paths = paths::measure(&connected);
	progress.set(2);
	let betweenness = centrality::betweenness(&graph);
	progress.set(3);
	let (pagerank, cores) = (centrality::pagerank(&graph), centrality::cores(&graph));
	let communities = communities::find(&graph, seed);
	progress.set(4);
	let resilience = resilience::measure(&graph, &betweenness, seed);
	progress.set(5);
	drop(progress);
	let small_world = small_world::measure(&connected, samples, seed);

	let mut component_of = vec![0; graph.len()];
	for (component, members) in components.iter().enumerate() {
		members.iter().for_each(|member| component_of[*member] = component);
	}
	let nodes = trade.enterprises.iter().enumerate().map(|(place, (id, attributes))| {
		let position = positions.get(id).copied().unwrap_or_default();
		Node {
			id: *id,
			country: attributes.country,
			sector: attributes.sector,
			score: attributes.score,
			orders: attributes.orders,
			degree: position.degree,
			triangles: position.triangles,
			cycles: position.cycles,
			closed_ring: position.is_in_closed_ring(),
			component: component_of[place],
			core: cores[place],
			community: communities.of[place],
			betweenness: betweenness[place],
			pagerank: pagerank[place],
		}
	});
	let nodes = nodes.collect();
	let enterprises = f64::from(network.enterprises);
	let twice = 2.0 * f64::from(network.relationships);
	let figures = Figures {
		density: ratio(twice, enterprises * (enterprises - 1.0)),
		mean_degree: ratio(twice, enterprises),
		reciprocity: ratio(network.reciprocated.into(), network.supplies.into()),
		clustering: clustering.global,
		mean_local_clustering: clustering.mean_local,
		components: components.len(),
		paths,
		small_world,
		communities: CommunitiesReport::new(&graph, &communities, &betweenness),
		core: Core::new(&graph, &cores),
		betweenness: first(&graph, &betweenness),
		pagerank: first(&graph, &pagerank),
		resilience,
		seed,
		chain: None,
		network,
	};
	Computed { figures, nodes, graph, communities }
}

fn first(graph: &Graph, values: &[f64]) -> Vec<Ranked> {
	let first = centrality::ranking(values).into_iter().take(LISTED);
	first.map(|place| Ranked { id: graph.id(place), value: values[place] }).collect()
}

impl CommunitiesReport {
	fn new(graph: &Graph, communities: &Communities, betweenness: &[f64]) -> Self {
		let mut largest = (0..communities.count.min(LISTED))
			.map(|community| Community { community, enterprises: 0, around: 0, share_outside: 0.0 })
			.collect::<Vec<_>>();
		let (mut outside, mut degrees) = (vec![0usize; largest.len()], vec![0usize; largest.len()]);
		// In the order of betweenness, so that the first one met is the one that it is around.
		for place in centrality::ranking(betweenness) {
			let number = communities.of[place];
			let Some(community) = largest.get_mut(number) else { continue };
			if community.enterprises == 0 {
				community.around = graph.id(place);
			}
			community.enterprises += 1;
			let is_outside = |partner: &&u32| communities.of[**partner as usize] != number;
			outside[number] += graph.partners(place).iter().filter(is_outside).count();
			degrees[number] += graph.degree(place);
		}
		for (number, community) in largest.iter_mut().enumerate() {
			community.share_outside = ratio(outside[number] as f64, degrees[number] as f64);
		}
		Self { count: communities.count, modularity: communities.modularity, largest }
	}
}

impl Core {
	fn new(graph: &Graph, cores: &[usize]) -> Self {
		let k = cores.iter().copied().max().unwrap_or(0);
		let within = (0..graph.len()).filter(|place| cores[*place] == k);
		Self { k, enterprises: within.map(|place| graph.id(place)).collect() }
	}
}

impl Computed {
	/// The enterprises as a table.
	pub fn nodes_csv(&self) -> String {
		let mut out = String::from(
			"id,country,sector,score,orders,degree,triangles,cycles,closed_ring,component,core,\
			 community,betweenness,pagerank\n",
		);
		fn shown(value: &Option<impl std::fmt::Display>) -> String {
			value.as_ref().map(ToString::to_string).unwrap_or_default()
		}
		for node in &self.nodes {
			// Writing to a string does not fail.
			let _ = writeln!(
				out,
				"{},{},{},{},{},{},{},{},{},{},{},{},{},{}",
				node.id,
				shown(&node.country),
				shown(&node.sector),
				shown(&node.score),
				shown(&node.orders),
				node.degree,
				node.triangles,
				node.cycles,
				node.closed_ring,
				node.component,
				node.core,
				node.community,
				node.betweenness,
				node.pagerank,
			);
		}
		out
	}
}

impl Figures {
	/// What is told beside a picture: a name and a value in each line.
	pub fn facts(&self) -> Vec<(String, String)> {
		let facts = [
			("Enterprises", grouped(self.network.enterprises.into())),
			("Relationships", grouped(self.network.relationships.into())),
			("Density", format!("{:.4}", self.density)),
			("Partners on average", format!("{:.2}", self.mean_degree)),
			("Clustering", format!("{:.4}", self.clustering)),
			("Average path length", format!("{:.3}", self.paths.average_path_length)),
			("Longest path", self.paths.diameter.to_string()),
			("Communities", grouped(self.communities.count as u64)),
			("Modularity", format!("{:.4}", self.communities.modularity)),
			(
				"Small world σ",
				self.small_world.sigma.map_or("–".into(), |sigma| format!("{sigma:.2}")),
			),
		];
		facts.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
	}

	/// The figures for people.
	pub fn text(&self) -> String {
		let mut out = String::new();
		// Writing to a string does not fail.
		let _ = self.write(&mut out);
		out
	}

	fn write(&self, out: &mut String) -> std::fmt::Result {
		let network = &self.network;
		if let Some(Place { block, hash, .. }) = &self.chain {
			writeln!(out, "read from finalised block {block}, {hash}")?;
		}
		writeln!(
			out,
			"{} enterprises, {} relationships, {} arcs of supply\n",
			grouped(network.enterprises.into()),
			grouped(network.relationships.into()),
			grouped(network.supplies.into())
		)?;
		let mut line = |name: &str, value: String| writeln!(out, "{name:<22}{value}");
		line("density", format!("{:.6}", self.density))?;
		line("mean degree", format!("{:.6}", self.mean_degree))?;
		line("reciprocity", format!("{:.6}", self.reciprocity))?;
		line("triangles", grouped(network.triangles))?;
		line(
			"clustering",
			format!("{:.6} (mean of local: {:.6})", self.clustering, self.mean_local_clustering),
		)?;
		line(
			"circles of supply",
			format!(
				"{}, {} enterprises in closed rings",
				grouped(network.cycles),
				network.in_closed_rings
			),
		)?;
		line(
			"components",
			format!(
				"{}, the largest of {}",
				self.components,
				grouped(self.paths.enterprises as u64)
			),
		)?;
		line(
			"average path length",
			format!(
				"{:.6}, the longest of {}",
				self.paths.average_path_length, self.paths.diameter
			),
		)?;
		line("small world", self.small_world.verdict.clone())?;
		if let Some(sigma) = self.small_world.sigma_same_degrees {
			line("", format!("σ = {sigma:.3} against random graphs of the same degrees"))?;
		}
		line(
			"core",
			format!(
				"{} enterprises have at least {} partners among each other",
				self.core.enterprises.len(),
				self.core.k
			),
		)?;
		line(
			"communities",
			format!("{}, modularity {:.6}", self.communities.count, self.communities.modularity),
		)?;
		writeln!(
			out,
			"\n{:>9}{:>13}{:>10}{:>13}",
			"community", "enterprises", "around", "outside"
		)?;
		for community in
			self.communities.largest.iter().filter(|community| community.enterprises > 1)
		{
			writeln!(
				out,
				"{:>9}{:>13}{:>10}{:>12.1}%",
				community.community,
				grouped(community.enterprises as u64),
				community.around,
				community.share_outside * 100.0
			)?;
		}
		writeln!(out, "\n{:>4}{:>24}{:>24}", "", "betweenness", "PageRank")?;
		for (rank, (between, page)) in (1..).zip(self.betweenness.iter().zip(&self.pagerank)) {
			writeln!(
				out,
				"{rank:>4}{:>12}{:>12.6}{:>12}{:>12.6}",
				between.id, between.value, page.id, page.value
			)?;
		}
		writeln!(out, "\nstill connected without the first")?;
		for loss in &self.resilience {
			let by = match loss.by {
				By::Degree => "by degree",
				By::Betweenness => "by betweenness",
				By::Chance => "by chance",
			};
			writeln!(
				out,
				"{:>4} % {by:<16}{:>8} of {} ({:.1}%)",
				loss.percent,
				grouped(loss.largest_component.round() as u64),
				grouped(u64::from(network.enterprises) - loss.removed as u64),
				loss.share * 100.0
			)?;
		}
		Ok(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::source::csv;

	fn computed(edges: &str) -> Computed {
		let mut trade = Trade::default();
		csv::read_edges(edges.as_bytes(), &mut trade).unwrap();
		compute(&trade, 1, 2)
	}

	const EDGES: &str = "1,2\n2,3\n3,1\n3,4\n4,5\n5,3\n5,4\n8,9\n";

	#[test]
	fn the_object_has_what_programs_look_for() {
		let value = serde_json::to_value(computed(EDGES).figures).unwrap();
		assert_eq!(value["network"]["enterprises"], 7);
		assert_eq!(value["network"]["relationships"], 7);
		assert_eq!(value["network"]["triangles"], 2);
		assert_eq!(value["network"]["cycles"], 2);
		// 1 and 2, 4 and 5; 3 has partners in both circles.
		assert_eq!(value["network"]["inClosedRings"], 4);
		assert_eq!(value["components"], 2);
		assert_eq!(value["paths"]["enterprises"], 5);
		assert_eq!(value["paths"]["averagePathLength"], 1.4);
		assert_eq!(value["betweenness"][0]["id"], 3);
		assert_eq!(value["pagerank"].as_array().unwrap().len(), 7);
		assert_eq!(value["core"]["k"], 2);
		assert_eq!(value["core"]["enterprises"], serde_json::json!([1, 2, 3, 4, 5]));
		assert_eq!(value["resilience"].as_array().unwrap().len(), 9);
		assert_eq!(value["resilience"][0]["by"], "degree");
		assert!(value["smallWorld"]["verdict"].is_string());
		assert_eq!(value["seed"], 1);
		let reciprocity = value["reciprocity"].as_f64().unwrap();
		assert!((reciprocity - 0.25).abs() < 1e-12);
	}

	#[test]
	fn the_table_has_a_line_for_everybody() {
		let table = computed(EDGES).nodes_csv();
		let lines = table.lines().collect::<Vec<_>>();
		assert_eq!(lines.len(), 8);
		assert_eq!(lines[0].split(',').count(), lines[1].split(',').count());
		assert!(lines[1].starts_with("1,,,,,2,1,1,true,0,2,"));
		assert!(lines[7].starts_with("9,,,,,1,0,0,false,1,1,"));
	}

	#[test]
	fn the_text_tells_all() {
		let text = computed(EDGES).figures.text();
		for part in [
			"7 enterprises",
			"density",
			"components            2, the largest of 5",
			"PageRank",
			"by chance",
		] {
			assert!(text.contains(part), "{part} is missing in:\n{text}");
		}
	}

	#[test]
	fn chance_is_repeatable() {
		assert_eq!(computed(EDGES).figures, computed(EDGES).figures);
	}
}
