//! Whether the network is a small world: clustered like a neighbourhood, and yet close together.

use crate::{
	graph::{Clustering, Graph, ratio},
	paths,
};
use hanse_client::Progress;
use petgraph::{graph::UnGraph, visit::EdgeRef};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64;
use rustworkx_core::generators::gnm_random_graph;
use serde::Serialize;
use std::collections::HashSet;

/// How often each relationship is swapped, on average, to make the graph random.
const SWAPS: usize = 10;

/// The largest |ω| of a small world.
const MIDDLE: f64 = 0.5;

/// The largest component against random graphs.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct SmallWorld {
	/// (C/Cr)/(L/Lr) against random graphs of as many enterprises and relationships, with global
	/// clustering.
	pub sigma: Option<f64>,
	/// The same against random graphs in which each enterprise has as many partners as it has.
	pub sigma_same_degrees: Option<f64>,
	/// Lr/L − C/Cl with the mean of local clustering, that of a ring lattice for Cl.
	pub omega: Option<f64>,
	/// Whether it is a small world: σ is above 1.
	pub is_small_world: bool,
	/// The same in words, with what ω adds.
	pub verdict: String,
	/// The largest component itself.
	pub network: World,
	/// The mean of random graphs of the same size.
	pub random: World,
	/// The mean of random graphs of the same degrees.
	pub same_degrees: World,
	/// The mean of local clustering coefficients in a ring lattice of the same size.
	pub lattice_clustering: f64,
	/// How many random graphs of each kind there were.
	pub samples: u32,
	/// What chance started from.
	pub seed: u64,
}

/// What makes a world small.
#[derive(Serialize, Clone, Copy, PartialEq, Default, Debug)]
#[serde(rename_all = "camelCase")]
pub struct World {
	/// The share of wedges that are closed.
	pub clustering: f64,
	/// The mean of local clustering coefficients.
	pub mean_local_clustering: f64,
	/// The average path length of the largest component.
	pub average_path_length: f64,
}

impl World {
	fn of(graph: &Graph) -> Self {
		let Clustering { global, mean_local } = graph.clustering();
		let connected = graph.largest_component();
		Self {
			clustering: global,
			mean_local_clustering: mean_local,
			average_path_length: paths::measure(&connected).average_path_length,
		}
	}

	fn mean(of: &[Self]) -> Self {
		let mean =
			|value: fn(&Self) -> f64| ratio(of.iter().map(value).sum::<f64>(), of.len() as f64);
		Self {
			clustering: mean(|world| world.clustering),
			mean_local_clustering: mean(|world| world.mean_local_clustering),
			average_path_length: mean(|world| world.average_path_length),
		}
	}
}

/// Compares a connected graph with random ones.
pub fn measure(graph: &Graph, samples: u32, seed: u64) -> SmallWorld {
	let network = World::of(graph);
	let mut progress = Progress::new("random graphs compared", u64::from(samples) * 2);
	let (mut random, mut same_degrees) = (Vec::new(), Vec::new());
	for sample in 0..u64::from(samples) {
		let seed = seed.wrapping_mul(samples.into()).wrapping_add(sample);
		random.push(World::of(&of_same_size(graph, seed)));
		progress.set(sample * 2 + 1);
		same_degrees.push(World::of(&of_same_degrees(graph, seed)));
		progress.set(sample * 2 + 2);
	}
	let (random, same_degrees) = (World::mean(&random), World::mean(&same_degrees));
	let lattice_clustering = lattice(graph.len(), graph.relationships()).clustering().mean_local;

	let quotient = |part: f64, whole: f64| (whole > 0.0).then(|| part / whole);
	let sigma = |other: &World| {
		let clustering = quotient(network.clustering, other.clustering)?;
		let length = quotient(network.average_path_length, other.average_path_length)?;
		quotient(clustering, length)
	};
	let omega = || {
		let length = quotient(random.average_path_length, network.average_path_length)?;
		Some(length - quotient(network.mean_local_clustering, lattice_clustering)?)
	};
	let (of_random, omega) = (sigma(&random), omega());
	SmallWorld {
		sigma: of_random,
		sigma_same_degrees: sigma(&same_degrees),
		omega,
		is_small_world: of_random.is_some_and(|sigma| sigma > 1.0),
		verdict: verdict(of_random, omega),
		network,
		random,
		same_degrees,
		lattice_clustering,
		samples,
		seed,
	}
}

fn verdict(sigma: Option<f64>, omega: Option<f64>) -> String {
	let Some(sigma) = sigma else {
		return "cannot be told: random graphs of this size have no triangle, or no path".into();
	};
	let by_sigma = if sigma > 1.0 { "a small world" } else { "no small world" };
	let by_omega = match omega {
		None => String::new(),
		Some(omega) if omega > MIDDLE => format!(", nearer to a random graph (ω = {omega:.3})"),
		Some(omega) if omega < -MIDDLE => format!(", nearer to a lattice (ω = {omega:.3})"),
		Some(omega) => format!(", in the middle between random and lattice (ω = {omega:.3})"),
	};
	format!("{by_sigma} (σ = {sigma:.3}){by_omega}")
}

/// A random graph of as many enterprises and relationships.
fn of_same_size(graph: &Graph, seed: u64) -> Graph {
	let (count, relationships) = (graph.len(), graph.relationships());
	let random: Result<UnGraph<(), ()>, _> =
		gnm_random_graph(count, relationships, Some(seed), || (), || ());
	let pairs = random.map(|random| {
		let edges = random.edge_references();
		edges.map(|edge| (edge.source().index(), edge.target().index())).collect::<Vec<_>>()
	});
	Graph::with_pairs(count, &pairs.unwrap_or_default())
}

/// A random graph in which everybody has as many partners: pairs of relationships swap their ends, as
/// long as nobody becomes its own partner or twice the same one's.
fn of_same_degrees(graph: &Graph, seed: u64) -> Graph {
	let mut random = Pcg64::seed_from_u64(seed);
	let mut pairs = graph.pairs().collect::<Vec<_>>();
	let ordered = |a: usize, b: usize| (a.min(b), a.max(b));
	let mut present = pairs.iter().copied().collect::<HashSet<_>>();
	for _ in 0..if pairs.len() < 2 { 0 } else { pairs.len() * SWAPS } {
		let (first, second) =
			(random.random_range(0..pairs.len()), random.random_range(0..pairs.len()));
		let ((a, b), (mut c, mut d)) = (pairs[first], pairs[second]);
		if random.random::<bool>() {
			(c, d) = (d, c);
		}
		let (new_first, new_second) = (ordered(a, d), ordered(c, b));
		if a == d || c == b || present.contains(&new_first) || present.contains(&new_second) {
			continue;
		}
		present.remove(&pairs[first]);
		present.remove(&pairs[second]);
		present.extend([new_first, new_second]);
		(pairs[first], pairs[second]) = (new_first, new_second);
	}
	Graph::with_pairs(graph.len(), &pairs)
}

/// A ring lattice: everybody's partners are its nearest neighbours on a circle. What is left of the
/// relationships after whole rounds goes to the first ones.
fn lattice(count: usize, relationships: usize) -> Graph {
	let steps = 1..=count / 2;
	let pairs = steps.flat_map(|step| {
		// The last round of an even number meets itself half-way.
		let starts = if step * 2 == count { count / 2 } else { count };
		(0..starts).map(move |from| (from, (from + step) % count))
	});
	let pairs = pairs.filter(|(a, b)| a != b).take(relationships).collect::<Vec<_>>();
	Graph::with_pairs(count, &pairs)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_lattice_is_clustered() {
		// Two neighbours on either side: three of the six pairs of partners are partners.
		let graph = lattice(20, 40);
		assert_eq!(graph.degrees(), [4; 20]);
		assert!((graph.clustering().mean_local - 0.5).abs() < 1e-12);
		// All there can be.
		let complete = lattice(6, 15);
		assert_eq!((complete.relationships(), complete.clustering().global), (15, 1.0));
		assert_eq!(lattice(7, 21).degrees(), [6; 7]);
		assert_eq!(lattice(1, 0).relationships() + lattice(0, 0).relationships(), 0);
	}

	#[test]
	fn random_graphs_keep_what_they_should() {
		let graph = lattice(60, 150);
		let same_size = of_same_size(&graph, 3);
		assert_eq!((same_size.len(), same_size.relationships()), (60, 150));
		let same_degrees = of_same_degrees(&graph, 3);
		assert_eq!(same_degrees.degrees(), graph.degrees());
		assert!(same_degrees.clustering().global < graph.clustering().global / 2.0);
		assert_eq!(
			same_degrees.pairs().collect::<Vec<_>>(),
			of_same_degrees(&graph, 3).pairs().collect::<Vec<_>>()
		);
		assert_eq!(of_same_degrees(&lattice(2, 1), 1).relationships(), 1);
	}

	#[test]
	fn neighbourhoods_with_short_cuts_are_a_small_world() {
		let mut pairs = lattice(200, 600).pairs().collect::<Vec<_>>();
		// Some short cuts across.
		pairs.extend((0..40).map(|place| (place, (place * 37 + 90) % 200)));
		let measured = measure(&Graph::with_pairs(200, &pairs), 3, 1);
		assert!(measured.is_small_world && measured.sigma.unwrap() > 5.0);
		assert!(measured.omega.unwrap().abs() < MIDDLE);
		assert!(measured.verdict.starts_with("a small world (σ = "), "{}", measured.verdict);
	}

	#[test]
	fn random_graphs_and_lattices_are_none() {
		let random = measure(&of_same_size(&lattice(300, 1_500), 9).largest_component(), 5, 1);
		assert!((random.sigma.unwrap() - 1.0).abs() < 0.2);
		assert!(random.omega.unwrap() > MIDDLE);
		let ring = measure(&lattice(300, 1_500), 3, 1);
		assert!(ring.omega.unwrap() < -MIDDLE);
		assert!(ring.verdict.contains("lattice"));
	}

	#[test]
	fn of_too_little_nothing_is_told() {
		for graph in [lattice(0, 0), lattice(1, 0), lattice(2, 1)] {
			let measured = measure(&graph, 2, 1);
			assert_eq!((measured.sigma, measured.is_small_world), (None, false));
			assert!(measured.verdict.starts_with("cannot"));
		}
	}
}
