//! Who matters: betweenness, PageRank, and the core.

use crate::graph::Graph;
use rustworkx_core::{centrality::betweenness_centrality, connectivity::core_number};

/// From how many enterprises on betweenness takes more than one thread: never. Threads add up in an
/// order of their own, and the last digits would differ from run to run.
const PARALLEL_FROM: usize = usize::MAX;

/// The share of a walk that goes on along relationships.
const DAMPING: f64 = 0.85;

/// How far all values together may still move, for each enterprise, when PageRank is done.
const TOLERANCE: f64 = 1e-12;

/// More rounds than the tolerance can need: 0.85^200 is below 10^-14.
const ROUNDS: usize = 500;

/// For each enterprise, the share of the shortest paths between two others that lead through it,
/// averaged over the pairs of others.
pub fn betweenness(graph: &Graph) -> Vec<f64> {
	let values = betweenness_centrality(&graph.to_petgraph(), false, true, PARALLEL_FROM);
	values.into_iter().map(|value| settled(value.unwrap_or_default())).collect()
}

/// PageRank along relationships in both directions. Who has no partner passes its share on to
/// everybody.
///
/// The function of this name in petgraph takes time with the square of the size, and stops after a
/// number of rounds rather than at a precision.
pub fn pagerank(graph: &Graph) -> Vec<f64> {
	let count = graph.len() as f64;
	let mut ranks = vec![1.0 / count; graph.len()];
	for _ in 0..ROUNDS {
		let is_alone = |place: &usize| graph.degree(*place) == 0;
		let alone = (0..graph.len()).filter(is_alone).map(|place| ranks[place]).sum::<f64>();
		let for_all = (1.0 - DAMPING + DAMPING * alone) / count;
		let passed = |partner: &u32| {
			let partner = *partner as usize;
			ranks[partner] / graph.degree(partner) as f64
		};
		let next = (0..graph.len())
			.map(|place| for_all + DAMPING * graph.partners(place).iter().map(passed).sum::<f64>())
			.collect::<Vec<_>>();
		let moved = ranks.iter().zip(&next).map(|(old, new)| (old - new).abs()).sum::<f64>();
		ranks = next;
		if moved < count * TOLERANCE {
			break;
		}
	}
	ranks.into_iter().map(settled).collect()
}

/// For each enterprise, the largest k for which it is in the k-core: a set of enterprises that have at
/// least k partners in the set.
pub fn cores(graph: &Graph) -> Vec<usize> {
	let mut cores = vec![0; graph.len()];
	for (node, core) in core_number(graph.to_petgraph()) {
		cores[node.index()] = core;
	}
	cores
}

/// The places in the order of falling values, equal ones by id.
pub fn ranking(values: &[f64]) -> Vec<usize> {
	let mut places = (0..values.len()).collect::<Vec<_>>();
	places.sort_by(|a, b| values[*b].total_cmp(&values[*a]).then(a.cmp(b)));
	places
}

/// Without the last digits, in which equal values differ by the order in which they were added up.
fn settled(value: f64) -> f64 {
	const SCALE: f64 = 1e12;
	(value * SCALE).round() / SCALE
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn close(values: &[f64], wanted: &[f64]) {
		assert_eq!(values.len(), wanted.len());
		for (value, wanted) in values.iter().zip(wanted) {
			assert!((value - wanted).abs() < 1e-9, "{values:?} is not {wanted:?}");
		}
	}

	#[test]
	fn who_stands_between() {
		let line = Graph::with_pairs(5, &[(0, 1), (1, 2), (2, 3), (3, 4)]);
		close(&betweenness(&line), &[0.0, 0.5, 4.0 / 6.0, 0.5, 0.0]);
		assert_eq!(ranking(&betweenness(&line)), [2, 1, 3, 0, 4]);
		let pair = Graph::with_pairs(2, &[(0, 1)]);
		close(&betweenness(&pair), &[0.0, 0.0]);
	}

	#[test]
	fn pagerank_as_networkx_has_it() {
		// networkx.pagerank(Graph, tol=1e-12) of a star with three rays, and one alone beside it.
		let star = Graph::with_pairs(4, &[(0, 1), (0, 2), (0, 3)]);
		let (middle, ray) = (0.479_729_729_729_730, 0.173_423_423_423_423);
		close(&pagerank(&star), &[middle, ray, ray, ray]);
		let with_one_alone = Graph::with_pairs(5, &[(0, 1), (0, 2), (0, 3)]);
		let ranks = pagerank(&with_one_alone);
		assert!((ranks.iter().sum::<f64>() - 1.0).abs() < 1e-9);
		let alone = 0.03 / (1.0 - 0.85 / 5.0);
		assert!((ranks[4] - alone).abs() < 1e-9);
	}

	#[test]
	fn cores_are_peeled_off() {
		// Four who all know each other, with a triangle and a tail hanging on.
		let pairs =
			[(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (3, 4), (4, 5), (5, 3), (5, 6)];
		assert_eq!(cores(&Graph::with_pairs(8, &pairs)), [3, 3, 3, 3, 2, 2, 1, 0]);
		assert_eq!(cores(&Graph::with_pairs(0, &[])), [] as [usize; 0]);
	}

	proptest! {
		#[test]
		fn results_are_the_same_every_time(
			pairs in prop::collection::btree_set((0usize..80, 0usize..80), 60..200),
		) {
			let pairs = pairs.into_iter().filter(|(a, b)| a < b).collect::<Vec<_>>();
			let graph = Graph::with_pairs(80, &pairs);
			prop_assert_eq!(betweenness(&graph), betweenness(&graph));
			prop_assert!((pagerank(&graph).iter().sum::<f64>() - 1.0).abs() < 1e-9);
		}
	}
}
