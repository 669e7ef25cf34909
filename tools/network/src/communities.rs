//! Which enterprises belong together: communities by modularity.
//!
//! The method is Louvain (Blondel et al., *Fast unfolding of communities in large networks*, 2008),
//! run again from its own result until nothing is gained, and from several orders of enterprises, of
//! which the best result is taken. A community that would be in two pieces is taken apart, which can
//! only gain. Neither petgraph nor rustworkx-core finds communities.

use crate::graph::{Graph, ratio};
use rand::{SeedableRng, seq::SliceRandom};
use rand_pcg::Pcg64;
use rayon::prelude::*;
use std::{cmp::Reverse, collections::VecDeque};

/// How many runs the best one is taken of.
const RUNS: u64 = 10;

/// What is no gain.
const NOTHING: f64 = 1e-10;

/// A division of a network into communities.
#[derive(Clone, PartialEq, Debug)]
pub struct Communities {
	/// The community of each enterprise. The largest is 0; of equal ones the one with the smallest id
	/// comes first.
	pub of: Vec<usize>,
	/// How many there are.
	pub count: usize,
	/// How much more of the relationships is within communities than by chance.
	pub modularity: f64,
}

/// Finds communities. Who has no partner is one of its own.
pub fn find(graph: &Graph, seed: u64) -> Communities {
	let runs = (0..RUNS).into_par_iter().map(|run| {
		let mut random = Pcg64::seed_from_u64(seed.wrapping_mul(RUNS).wrapping_add(run));
		let of = once(graph, &mut random);
		(modularity(graph, &of), of)
	});
	let runs = runs.collect::<Vec<_>>();
	// The first one of equal ones, so that the result does not depend on threads.
	let best = runs.into_iter().reduce(|best, run| if run.0 > best.0 { run } else { best });
	let (modularity, of) = best.unwrap_or_default();
	let (of, count) = by_size(&of);
	Communities { of, count, modularity }
}

/// Newman's modularity: Σ (relationships within / m − (Σ degrees / 2m)²) over communities.
pub fn modularity(graph: &Graph, of: &[usize]) -> f64 {
	let count = of.iter().max().map_or(0, |largest| largest + 1);
	let (mut within, mut degrees) = (0u64, vec![0u64; count]);
	for place in 0..graph.len() {
		degrees[of[place]] += graph.degree(place) as u64;
	}
	for (a, b) in graph.pairs() {
		within += u64::from(of[a] == of[b]);
	}
	let all = graph.relationships() as f64;
	let by_chance = degrees.iter().map(|degree| ratio(*degree as f64, 2.0 * all).powi(2));
	ratio(within as f64, all) - by_chance.sum::<f64>()
}

fn once(graph: &Graph, random: &mut Pcg64) -> Vec<usize> {
	let mut of = (0..graph.len()).collect::<Vec<_>>();
	let mut reached = modularity(graph, &of);
	loop {
		let mut level = Level::of(graph);
		let mut division = of.clone();
		// How the communities of this level are made of enterprises.
		let mut members = (0..graph.len()).collect::<Vec<_>>();
		loop {
			let moved = level.improve(&mut division, random);
			let (renamed, count) = numbered(&division);
			for member in &mut members {
				*member = renamed[*member];
			}
			if !moved && count == level.len() {
				break;
			}
			level = level.merged(&renamed, count);
			division = (0..count).collect();
		}
		let next = in_pieces(graph, &members);
		let gained = modularity(graph, &next);
		if gained <= reached + NOTHING {
			return of;
		}
		(of, reached) = (next, gained);
	}
}

/// A network of communities: what is between them by weight.
struct Level {
	neighbours: Vec<Vec<(usize, f64)>>,
	/// The sum of degrees of each.
	degrees: Vec<f64>,
	/// Twice the relationships of all.
	whole: f64,
}

impl Level {
	fn of(graph: &Graph) -> Self {
		let neighbours =
			|place| graph.partners(place).iter().map(|partner| (*partner as usize, 1.0)).collect();
		Self {
			neighbours: (0..graph.len()).map(neighbours).collect(),
			degrees: graph.degrees().into_iter().map(|degree| degree as f64).collect(),
			whole: 2.0 * graph.relationships() as f64,
		}
	}

	fn len(&self) -> usize {
		self.neighbours.len()
	}

	/// Moves one after the other to where most is gained, until nothing is gained any more.
	fn improve(&self, of: &mut [usize], random: &mut Pcg64) -> bool {
		let mut totals = vec![0.0; of.iter().max().map_or(0, |largest| largest + 1)];
		for (place, community) in of.iter().enumerate() {
			totals[*community] += self.degrees[place];
		}
		let mut order = (0..self.len()).collect::<Vec<_>>();
		order.shuffle(random);
		let mut waiting = VecDeque::from(order);
		let mut is_waiting = vec![true; self.len()];
		let mut links = vec![0.0; totals.len()];
		let mut moved = false;
		while let Some(place) = waiting.pop_front() {
			is_waiting[place] = false;
			let own = of[place];
			let degree = self.degrees[place];
			for (neighbour, weight) in &self.neighbours[place] {
				links[of[*neighbour]] += weight;
			}
			let gain =
				|community: usize, total: f64| links[community] - degree * ratio(total, self.whole);
			let mut best = (own, gain(own, totals[own] - degree));
			for (neighbour, _) in &self.neighbours[place] {
				let community = of[*neighbour];
				let gain = gain(community, totals[community]);
				if community != own && gain > best.1 + NOTHING {
					best = (community, gain);
				}
			}
			for (neighbour, _) in &self.neighbours[place] {
				links[of[*neighbour]] = 0.0;
			}
			if best.0 != own {
				totals[own] -= degree;
				totals[best.0] += degree;
				of[place] = best.0;
				moved = true;
				// What was best for the neighbours may be so no longer.
				for (neighbour, _) in &self.neighbours[place] {
					if of[*neighbour] != best.0 && !is_waiting[*neighbour] {
						is_waiting[*neighbour] = true;
						waiting.push_back(*neighbour);
					}
				}
			}
		}
		moved
	}

	/// The level above: each community becomes one. What is within it counts in its degree alone.
	fn merged(&self, of: &[usize], count: usize) -> Self {
		let mut degrees = vec![0.0; count];
		let mut members = vec![Vec::new(); count];
		for (place, community) in of.iter().enumerate() {
			degrees[*community] += self.degrees[place];
			members[*community].push(place);
		}
		let mut weights = vec![0.0; count];
		let neighbours = members.into_iter().enumerate().map(|(community, members)| {
			let mut met = Vec::new();
			let around = members.iter().flat_map(|member| &self.neighbours[*member]);
			for (neighbour, weight) in around {
				let other = of[*neighbour];
				if other != community {
					if weights[other] == 0.0 {
						met.push(other);
					}
					weights[other] += weight;
				}
			}
			met.into_iter().map(|other| (other, std::mem::take(&mut weights[other]))).collect()
		});
		let neighbours = neighbours.collect();
		Self { neighbours, degrees, whole: self.whole }
	}
}

/// The same division with each community in one piece.
fn in_pieces(graph: &Graph, of: &[usize]) -> Vec<usize> {
	let mut pieces = vec![usize::MAX; graph.len()];
	let mut count = 0;
	for first in 0..graph.len() {
		if pieces[first] != usize::MAX {
			continue;
		}
		let mut reached = vec![first];
		pieces[first] = count;
		while let Some(place) = reached.pop() {
			for partner in graph.partners(place).iter().map(|partner| *partner as usize) {
				if pieces[partner] == usize::MAX && of[partner] == of[first] {
					pieces[partner] = count;
					reached.push(partner);
				}
			}
		}
		count += 1;
	}
	pieces
}

/// The same division with numbers from zero on, in the order in which they are met.
fn numbered(of: &[usize]) -> (Vec<usize>, usize) {
	let mut numbers = vec![usize::MAX; of.iter().max().map_or(0, |largest| largest + 1)];
	let mut count = 0;
	let renamed = of.iter().map(|community| {
		if numbers[*community] == usize::MAX {
			numbers[*community] = count;
			count += 1;
		}
		numbers[*community]
	});
	let renamed = renamed.collect();
	(renamed, count)
}

/// The same division with the largest community first.
fn by_size(of: &[usize]) -> (Vec<usize>, usize) {
	let (of, count) = numbered(of);
	let mut sizes = vec![0usize; count];
	for community in &of {
		sizes[*community] += 1;
	}
	// Numbers follow the smallest id already.
	let mut order = (0..count).collect::<Vec<_>>();
	order.sort_by_key(|community| (Reverse(sizes[*community]), *community));
	let mut numbers = vec![0; count];
	for (number, community) in order.into_iter().enumerate() {
		numbers[community] = number;
	}
	(of.into_iter().map(|community| numbers[community]).collect(), count)
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	/// So many groups of so many who all know each other, in a circle with one link to the next.
	fn groups(count: usize, size: usize) -> Graph {
		let within = |group: usize| {
			(0..size)
				.flat_map(move |a| (a + 1..size).map(move |b| (group * size + a, group * size + b)))
		};
		let mut pairs = (0..count).flat_map(within).collect::<Vec<_>>();
		pairs.extend((0..count).map(|group| (group * size, (group + 1) % count * size + 1)));
		Graph::with_pairs(count * size, &pairs)
	}

	#[test]
	fn groups_are_found() {
		let graph = groups(6, 5);
		let found = find(&graph, 1);
		assert_eq!(found.count, 6);
		for place in 0..graph.len() {
			assert_eq!(found.of[place], place / 5);
		}
		// 60 of 66 relationships are within, and each group has a sixth of the degrees.
		assert!((found.modularity - (60.0 / 66.0 - 1.0 / 6.0)).abs() < 1e-12);
		assert_eq!(found, find(&graph, 1));
	}

	#[test]
	fn who_has_no_partner_is_alone() {
		let found = find(&Graph::with_pairs(5, &[(3, 4)]), 1);
		assert_eq!((found.of, found.count), (vec![1, 2, 3, 0, 0], 4));
		assert_eq!(found.modularity, 0.0);
		assert_eq!(find(&Graph::with_pairs(0, &[]), 1).count, 0);
		assert_eq!(find(&Graph::with_pairs(2, &[]), 1).modularity, 0.0);
	}

	#[test]
	fn a_community_in_two_pieces_is_two() {
		let graph = Graph::with_pairs(4, &[(0, 1), (2, 3)]);
		assert_eq!(in_pieces(&graph, &[7, 7, 7, 7]), [0, 0, 1, 1]);
		assert_eq!(by_size(&[9, 4, 4, 9, 4]), (vec![1, 0, 0, 1, 0], 2));
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(500))]

		#[test]
		fn no_single_move_gains(
			pairs in prop::collection::btree_set((0usize..14, 0usize..14), 0..50),
		) {
			let pairs = pairs.into_iter().filter(|(a, b)| a < b).collect::<Vec<_>>();
			let graph = Graph::with_pairs(14, &pairs);
			let found = find(&graph, 3);
			prop_assert!((modularity(&graph, &found.of) - found.modularity).abs() < 1e-12);
			prop_assert!(found.modularity >= 0.0);
			for place in 0..14 {
				for community in 0..found.count {
					let mut moved = found.of.clone();
					moved[place] = community;
					prop_assert!(modularity(&graph, &moved) <= found.modularity + 1e-9);
				}
			}
		}
	}
}
