//! How far enterprises are from each other.

use crate::graph::Graph;
use rayon::prelude::*;
use serde::Serialize;

/// The lengths of the shortest paths of a connected graph.
#[derive(Serialize, Clone, Copy, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Paths {
	/// How many enterprises are connected.
	pub enterprises: usize,
	/// The mean length over all pairs.
	pub average_path_length: f64,
	/// The largest length.
	pub diameter: u32,
}

/// Measures the paths from everybody to everybody. Who cannot be reached does not count.
pub fn measure(graph: &Graph) -> Paths {
	let count = graph.len();
	let (sum, reached, diameter) = (0..count)
		.into_par_iter()
		.map_init(
			|| (vec![u32::MAX; count], Vec::with_capacity(count)),
			|(distances, queue), from| from_one(graph, from, distances, queue),
		)
		.reduce(|| (0, 0, 0), |a, b| (a.0 + b.0, a.1 + b.1, a.2.max(b.2)));
	Paths {
		enterprises: count,
		average_path_length: crate::graph::ratio(sum as f64, reached as f64),
		diameter,
	}
}

/// The sum of the distances from one to all others, how many were reached, and the largest.
fn from_one(
	graph: &Graph,
	from: usize,
	distances: &mut [u32],
	queue: &mut Vec<u32>,
) -> (u64, u64, u32) {
	distances.fill(u32::MAX);
	queue.clear();
	distances[from] = 0;
	queue.push(from as u32);
	let (mut sum, mut next) = (0, 0);
	while let Some(place) = queue.get(next).map(|place| *place as usize) {
		next += 1;
		let distance = distances[place];
		sum += u64::from(distance);
		for partner in graph.partners(place) {
			let known = &mut distances[*partner as usize];
			if *known == u32::MAX {
				*known = distance + 1;
				queue.push(*partner);
			}
		}
	}
	let furthest = queue.last().map_or(0, |last| distances[*last as usize]);
	(sum, queue.len() as u64 - 1, furthest)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_line_a_star_and_everybody() {
		let line = measure(&Graph::with_pairs(4, &[(0, 1), (1, 2), (2, 3)]));
		assert_eq!((line.average_path_length, line.diameter), (10.0 / 6.0, 3));
		let star = measure(&Graph::with_pairs(4, &[(0, 1), (0, 2), (0, 3)]));
		assert_eq!((star.average_path_length, star.diameter), (1.5, 2));
		let all = measure(&Graph::with_pairs(3, &[(0, 1), (0, 2), (1, 2)]));
		assert_eq!((all.average_path_length, all.diameter), (1.0, 1));
	}

	#[test]
	fn one_alone_and_nobody() {
		for count in [0, 1] {
			let paths = measure(&Graph::with_pairs(count, &[]));
			assert_eq!((paths.average_path_length, paths.diameter), (0.0, 0));
		}
	}
}
