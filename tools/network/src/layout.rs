//! Where enterprises stand in the picture: partners pull each other, and all push each other away.
//!
//! The forces are those of ForceAtlas2 (Jacomy et al., PLoS ONE 9(6), 2014) in its LinLog mode, which
//! draws communities apart, with the approximation of Barnes and Hut. The crate of that name comes
//! under the AGPL. Nothing here is left to chance: the same network gives the same picture.

use crate::{communities::Communities, graph::Graph};
use hanse_client::Progress;
use rayon::prelude::*;

/// A place in the picture.
pub type Point = [f64; 2];

/// How strongly all are drawn to the middle, so that nothing drifts away.
const GRAVITY: f64 = 1.0;

/// How strongly they push each other away.
const REPULSION: f64 = 1.0;

/// How much smaller than its distance a group must be to push like one.
const THETA: f64 = 1.0;

/// Finds a place for each enterprise. Places are around zero, in no particular unit.
pub fn place(graph: &Graph, communities: &Communities) -> Vec<Point> {
	let rounds = if graph.len() > 2_000 { 400 } else { 800 };
	let mut progress = Progress::new("rounds of layout", rounds);
	let mut points = beginning(graph, communities);
	let masses = graph.degrees().into_iter().map(|degree| degree as f64 + 1.0).collect::<Vec<_>>();
	let mut before = vec![[0.0; 2]; graph.len()];
	let mut pace = Pace { speed: 1.0, efficiency: 1.0 };
	for round in 1..=rounds {
		let tree = Tree::new(&points, &masses);
		let forces = (0..graph.len()).into_par_iter().map(|place| {
			let mut force = tree.push(points[place], masses[place]);
			let [x, y] = points[place];
			let distance = x.hypot(y).max(1e-9);
			let gravity = GRAVITY * masses[place] / distance;
			force = [force[0] - x * gravity, force[1] - y * gravity];
			for partner in graph.partners(place) {
				let [to_x, to_y] = points[*partner as usize];
				let (to_x, to_y) = (to_x - x, to_y - y);
				let distance = to_x.hypot(to_y).max(1e-9);
				let pull = distance.ln_1p() / distance;
				force = [force[0] + to_x * pull, force[1] + to_y * pull];
			}
			force
		});
		let forces = forces.collect::<Vec<_>>();
		pace.step(&mut points, &forces, &before, &masses);
		before = forces;
		progress.set(round);
	}
	points
}

/// Everybody beside its community, and communities side by side: in spirals like the seeds of a
/// sunflower, in which all have as much room.
fn beginning(graph: &Graph, communities: &Communities) -> Vec<Point> {
	let mut members = vec![Vec::new(); communities.count];
	for (place, community) in communities.of.iter().enumerate() {
		members[*community].push(place);
	}
	let spiral = |index: f64, unit: f64| {
		const GOLDEN_ANGLE: f64 = 2.399_963_229_728_653;
		let (sine, cosine) = (index * GOLDEN_ANGLE).sin_cos();
		let radius = unit * (index + 0.5).sqrt();
		[radius * cosine, radius * sine]
	};
	let unit = 10.0;
	let mut points = vec![[0.0; 2]; graph.len()];
	let mut placed = 0.0;
	for members in members {
		let size = members.len() as f64;
		let middle = spiral(placed + size / 2.0, unit);
		for (index, member) in members.into_iter().enumerate() {
			let offset = spiral(index as f64, unit / 2.0);
			points[member] = [middle[0] + offset[0], middle[1] + offset[1]];
		}
		placed += size;
	}
	points
}

/// How far all move at once: as far as they agree with where they went before.
struct Pace {
	speed: f64,
	efficiency: f64,
}

impl Pace {
	fn step(&mut self, points: &mut [Point], forces: &[Point], before: &[Point], masses: &[f64]) {
		let swinging = |place: usize| {
			let ([x, y], [was_x, was_y]) = (forces[place], before[place]);
			masses[place] * (x - was_x).hypot(y - was_y)
		};
		let traction = |place: usize| {
			let ([x, y], [was_x, was_y]) = (forces[place], before[place]);
			masses[place] * (x + was_x).hypot(y + was_y) / 2.0
		};
		let all = 0..points.len();
		let all_swinging = all.clone().map(swinging).sum::<f64>().max(1e-9);
		let all_traction = all.clone().map(traction).sum::<f64>().max(1e-9);
		let count = points.len() as f64;
		let optimal = 0.05 * count.sqrt();
		let mut jitter = (optimal * all_traction / count.powi(2)).min(10.0).max(optimal.sqrt());
		if all_swinging / all_traction > 2.0 {
			self.efficiency = (self.efficiency / 2.0).max(0.05);
			jitter = jitter.max(1.0);
		}
		let target = jitter * self.efficiency * all_traction / all_swinging;
		if all_swinging > jitter * all_traction {
			self.efficiency = (self.efficiency * 0.7).max(0.05);
		} else if self.speed < 1_000.0 {
			self.efficiency *= 1.3;
		}
		self.speed += (target - self.speed).min(self.speed / 2.0);
		for place in all {
			let factor = self.speed / (1.0 + (self.speed * swinging(place)).sqrt());
			points[place][0] += forces[place][0] * factor;
			points[place][1] += forces[place][1] * factor;
		}
	}
}

/// A square that holds points, and the four squares that it is made of.
struct Square {
	middle: Point,
	half: f64,
	/// Where the mass is, on average.
	centre: Point,
	mass: f64,
	/// The places of the four quarters in the tree; zero, the root, is none.
	quarters: [usize; 4],
	is_leaf: bool,
}

/// All points, in squares within squares.
struct Tree(Vec<Square>);

impl Tree {
	/// How many squares within squares at most: points that are still together then stay so.
	const DEPTH: u32 = 40;

	fn new(points: &[Point], masses: &[f64]) -> Self {
		let half =
			points.iter().flatten().fold(1.0, |half: f64, value| half.max(value.abs())) * 1.001;
		let mut tree = Self(Vec::with_capacity(points.len() * 2));
		tree.grow([0.0, 0.0], half);
		for (point, mass) in points.iter().zip(masses) {
			tree.insert(*point, *mass);
		}
		tree
	}

	fn grow(&mut self, middle: Point, half: f64) -> usize {
		let none =
			Square { middle, half, centre: middle, mass: 0.0, quarters: [0; 4], is_leaf: true };
		self.0.push(none);
		self.0.len() - 1
	}

	fn insert(&mut self, point: Point, mass: f64) {
		let mut at = 0;
		for _ in 0..Self::DEPTH {
			let square = &mut self.0[at];
			let (before, whole) = (square.mass, square.mass + mass);
			let resident = square.centre;
			for (centre, value) in square.centre.iter_mut().zip(point) {
				*centre = (*centre * before + value * mass) / whole;
			}
			square.mass = whole;
			if square.is_leaf {
				if before == 0.0 {
					return;
				}
				// Who was here alone moves on into a quarter.
				self.0[at].is_leaf = false;
				let quarter = self.quarter(at, resident);
				let moved = &mut self.0[quarter];
				(moved.centre, moved.mass) = (resident, before);
			}
			at = self.quarter(at, point);
		}
		let square = &mut self.0[at];
		square.mass += mass;
	}

	/// The quarter of a square that a point is in.
	fn quarter(&mut self, at: usize, point: Point) -> usize {
		let Square { middle, half, .. } = self.0[at];
		let (right, below) = (point[0] > middle[0], point[1] > middle[1]);
		let which = usize::from(right) + 2 * usize::from(below);
		if self.0[at].quarters[which] == 0 {
			let quarter = half / 2.0;
			let shift = |is: bool| if is { quarter } else { -quarter };
			let new = self.grow([middle[0] + shift(right), middle[1] + shift(below)], quarter);
			self.0[at].quarters[which] = new;
		}
		self.0[at].quarters[which]
	}

	/// How a point is pushed by all others.
	fn push(&self, point: Point, mass: f64) -> Point {
		let mut force = [0.0, 0.0];
		let mut open = vec![0];
		while let Some(at) = open.pop() {
			let square = &self.0[at];
			if square.mass == 0.0 {
				continue;
			}
			let (x, y) = (point[0] - square.centre[0], point[1] - square.centre[1]);
			let distance = x.hypot(y);
			if square.is_leaf || square.half * 2.0 < THETA * distance {
				// Itself, or exactly where it is.
				if distance > 1e-9 {
					let push = REPULSION * mass * square.mass / (distance * distance);
					force = [force[0] + x * push, force[1] + y * push];
				}
			} else {
				open.extend(square.quarters.into_iter().filter(|quarter| *quarter != 0));
			}
		}
		force
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::communities;

	fn distance(a: Point, b: Point) -> f64 {
		(a[0] - b[0]).hypot(a[1] - b[1])
	}

	#[test]
	fn partners_are_near_and_strangers_are_not() {
		// Two groups of five, with one link.
		let within = |from: usize| {
			(from..from + 5).flat_map(move |a| (a + 1..from + 5).map(move |b| (a, b)))
		};
		let pairs = within(0).chain(within(5)).chain([(0, 5)]).collect::<Vec<_>>();
		let graph = Graph::with_pairs(10, &pairs);
		let points = place(&graph, &communities::find(&graph, 1));
		assert!(points.iter().flatten().all(|value| value.is_finite()));
		assert!(distance(points[1], points[2]) < distance(points[1], points[7]) / 2.0);
		assert_eq!(points, place(&graph, &communities::find(&graph, 1)));
	}

	#[test]
	fn few_or_none_are_no_problem() {
		for count in 0..4 {
			let graph = Graph::with_pairs(count, &[]);
			let points = place(&graph, &communities::find(&graph, 1));
			assert_eq!(points.len(), count);
			assert!(points.iter().flatten().all(|value| value.is_finite()));
		}
	}

	#[test]
	fn a_tree_pushes_like_all_its_points() {
		let spiral = |index: usize| {
			let angle = index as f64 * 2.4;
			[angle.sin() * (index as f64 + 1.0).sqrt(), angle.cos() * index as f64]
		};
		let points = (0..300).map(spiral).collect::<Vec<_>>();
		let masses = (0..300).map(|index| 1.0 + (index % 7) as f64).collect::<Vec<_>>();
		let tree = Tree::new(&points, &masses);
		assert!((tree.0[0].mass - masses.iter().sum::<f64>()).abs() < 1e-9);
		for place in [0, 17, 150, 299] {
			let mut exact = [0.0, 0.0];
			for other in (0..300).filter(|other| *other != place) {
				let (x, y) =
					(points[place][0] - points[other][0], points[place][1] - points[other][1]);
				let push = masses[place] * masses[other] / (x * x + y * y);
				exact = [exact[0] + x * push, exact[1] + y * push];
			}
			let force = tree.push(points[place], masses[place]);
			let off = distance(force, exact) / exact[0].hypot(exact[1]);
			assert!(off < 0.15, "{force:?} is not {exact:?}");
		}
	}

	#[test]
	fn points_on_top_of_each_other_end_the_tree() {
		let tree = Tree::new(&[[1.0, 1.0]; 50], &[1.0; 50]);
		assert!((tree.0[0].mass - 50.0).abs() < 1e-9);
		assert!(tree.push([1.0, 1.0], 1.0).iter().all(|value| value.is_finite()));
	}
}
