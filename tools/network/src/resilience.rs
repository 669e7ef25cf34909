//! What is left when the first ones vanish.

use crate::{centrality::ranking, graph::Graph};
use rand::{SeedableRng, seq::SliceRandom};
use rand_pcg::Pcg64;
use serde::Serialize;

/// The shares that vanish, in percent.
const PERCENTS: [usize; 3] = [1, 5, 10];

/// How often chance is tried.
const TRIES: u32 = 20;

/// What is left after some have vanished.
#[derive(Serialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Loss {
	/// How it was decided who vanishes.
	pub by: By,
	/// How much of the network vanishes, in percent.
	pub percent: usize,
	/// How many enterprises that is, rounded up.
	pub removed: usize,
	/// How many are connected in the largest component that is left; by chance, the mean.
	pub largest_component: f64,
	/// Their share of those that are left.
	pub share: f64,
}

/// How it is decided who vanishes.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "camelCase")]
pub enum By {
	/// Those with most partners.
	Degree,
	/// Those who stand between most.
	Betweenness,
	/// Anybody.
	Chance,
}

/// Takes the first ones away, by each order and for each share. Who is first is decided once, with
/// the whole network; equal ones go by id.
pub fn measure(graph: &Graph, betweenness: &[f64], seed: u64) -> Vec<Loss> {
	let degrees = graph.degrees().into_iter().map(|degree| degree as f64).collect::<Vec<_>>();
	let mut losses = Vec::new();
	for (by, order) in [(By::Degree, ranking(&degrees)), (By::Betweenness, ranking(betweenness))] {
		losses.extend(PERCENTS.map(|percent| loss(graph, by, percent, &[&order])));
	}
	let mut random = Pcg64::seed_from_u64(seed);
	let orders = (0..TRIES).map(|_| {
		let mut order = (0..graph.len()).collect::<Vec<_>>();
		order.shuffle(&mut random);
		order
	});
	let orders = orders.collect::<Vec<_>>();
	let orders = orders.iter().map(Vec::as_slice).collect::<Vec<_>>();
	losses.extend(PERCENTS.map(|percent| loss(graph, By::Chance, percent, &orders)));
	losses
}

fn loss(graph: &Graph, by: By, percent: usize, orders: &[&[usize]]) -> Loss {
	let removed = (graph.len() * percent).div_ceil(100);
	let left = |order: &&[usize]| {
		let mut gone = vec![false; graph.len()];
		order.iter().take(removed).for_each(|place| gone[*place] = true);
		graph.components_without(&gone).first().map_or(0, Vec::len)
	};
	let sum = orders.iter().map(left).sum::<usize>();
	let largest_component = crate::graph::ratio(sum as f64, orders.len() as f64);
	let share = crate::graph::ratio(largest_component, (graph.len() - removed) as f64);
	Loss { by, percent, removed, largest_component, share }
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_star_falls_apart_without_its_middle() {
		let rays = (1..101).map(|ray| (0, ray)).collect::<Vec<_>>();
		let star = Graph::with_pairs(101, &rays);
		let betweenness = crate::centrality::betweenness(&star);
		let losses = measure(&star, &betweenness, 1);
		assert_eq!(losses.len(), 9);
		// 1 % of 101 is rounded up to two, of whom the middle is the first.
		assert_eq!((losses[0].by, losses[0].percent, losses[0].removed), (By::Degree, 1, 2));
		assert_eq!((losses[0].largest_component, losses[0].share), (1.0, 1.0 / 99.0));
		assert_eq!(losses[3].by, By::Betweenness);
		assert_eq!(losses[3].largest_component, 1.0);
		// Chance mostly misses the middle.
		assert_eq!(losses[6].by, By::Chance);
		assert!(losses[6].share > 0.5);
	}

	#[test]
	fn nobody_can_lose_nothing() {
		let losses = measure(&Graph::with_pairs(0, &[]), &[], 1);
		assert!(losses.iter().all(|loss| loss.removed == 0 && loss.share == 0.0));
	}
}
