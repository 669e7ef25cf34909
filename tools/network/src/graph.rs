//! The network as algorithms want it: enterprises by place, and the partners of each in a row.

use crate::source::Trade;
use hanse_network_model::EnterpriseId;
use petgraph::{graph::UnGraph, unionfind::UnionFind};

/// An undirected graph: who is a partner of whom. Places follow ids, so that what is sorted by place
/// is sorted by id.
#[derive(Clone, Debug)]
pub struct Graph {
	ids: Vec<EnterpriseId>,
	/// Where the partners of each begin; one more at the end.
	begins: Vec<usize>,
	/// The partners of all, one after the other, each's sorted.
	partners: Vec<u32>,
}

impl Graph {
	/// The graph of a network.
	pub fn of(trade: &Trade) -> Self {
		let ids = trade.enterprises.keys().copied().collect::<Vec<_>>();
		let place = |id: &EnterpriseId| ids.binary_search(id).ok();
		let pairs = trade.relationships.keys();
		let pairs = pairs.filter_map(|(lo, hi)| Some((place(lo)?, place(hi)?))).collect::<Vec<_>>();
		Self::new(ids, &pairs)
	}

	/// A graph of so many enterprises, who are called by their places.
	pub fn with_pairs(count: usize, pairs: &[(usize, usize)]) -> Self {
		Self::new((0..count as u32).collect(), pairs)
	}

	/// A graph from sorted ids and from pairs of places, each of which is there once.
	pub fn new(ids: Vec<EnterpriseId>, pairs: &[(usize, usize)]) -> Self {
		let mut begins = vec![0; ids.len() + 1];
		for (a, b) in pairs {
			begins[a + 1] += 1;
			begins[b + 1] += 1;
		}
		for place in 0..ids.len() {
			begins[place + 1] += begins[place];
		}
		let mut next = begins.clone();
		let mut partners = vec![0; pairs.len() * 2];
		for (a, b) in pairs {
			for (from, to) in [(a, b), (b, a)] {
				partners[next[*from]] = *to as u32;
				next[*from] += 1;
			}
		}
		for place in 0..ids.len() {
			partners[begins[place]..begins[place + 1]].sort_unstable();
		}
		Self { ids, begins, partners }
	}

	/// How many enterprises there are.
	pub fn len(&self) -> usize {
		self.ids.len()
	}

	/// How many pairs of partners there are.
	pub fn relationships(&self) -> usize {
		self.partners.len() / 2
	}

	/// What the enterprise at this place is called.
	pub fn id(&self, place: usize) -> EnterpriseId {
		self.ids[place]
	}

	/// Where the enterprise with this id stands.
	pub fn place(&self, id: EnterpriseId) -> Option<usize> {
		self.ids.binary_search(&id).ok()
	}

	/// The partners of an enterprise, sorted.
	pub fn partners(&self, place: usize) -> &[u32] {
		&self.partners[self.begins[place]..self.begins[place + 1]]
	}

	/// How many partners it has.
	pub fn degree(&self, place: usize) -> usize {
		self.partners(place).len()
	}

	/// The degrees of all.
	pub fn degrees(&self) -> Vec<usize> {
		(0..self.len()).map(|place| self.degree(place)).collect()
	}

	/// Whether two are partners.
	pub fn are_partners(&self, a: usize, b: usize) -> bool {
		self.partners(a).binary_search(&(b as u32)).is_ok()
	}

	/// The pairs of partners, the smaller place first, sorted.
	pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
		(0..self.len()).flat_map(move |a| {
			self.partners(a).iter().map(move |b| (a, *b as usize)).filter(|(a, b)| a < b)
		})
	}

	/// The sets of enterprises that are connected, the largest first, each sorted.
	pub fn components(&self) -> Vec<Vec<usize>> {
		self.components_without(&vec![false; self.len()])
	}

	/// The components that are left when some are gone.
	pub fn components_without(&self, gone: &[bool]) -> Vec<Vec<usize>> {
		let mut sets = UnionFind::<usize>::new(self.len());
		for (a, b) in self.pairs().filter(|(a, b)| !gone[*a] && !gone[*b]) {
			sets.union(a, b);
		}
		let mut members = vec![Vec::new(); self.len()];
		for place in (0..self.len()).filter(|place| !gone[*place]) {
			members[sets.find_mut(place)].push(place);
		}
		members.retain(|component| !component.is_empty());
		// Of equal ones the one with the smallest id.
		members.sort_by_key(|component| (std::cmp::Reverse(component.len()), component[0]));
		members
	}

	/// The part of the graph that these make up, sorted by place.
	pub fn part(&self, members: &[usize]) -> Self {
		let mut new = vec![None; self.len()];
		for (place, member) in members.iter().enumerate() {
			new[*member] = Some(place);
		}
		let pairs = self.pairs().filter_map(|(a, b)| Some((new[a]?, new[b]?)));
		let pairs = pairs.collect::<Vec<_>>();
		Self::new(members.iter().map(|member| self.ids[*member]).collect(), &pairs)
	}

	/// The largest component.
	pub fn largest_component(&self) -> Self {
		match self.components().first() {
			Some(members) if members.len() < self.len() => self.part(members),
			_ => self.clone(),
		}
	}

	/// The same for the graph library.
	pub fn to_petgraph(&self) -> UnGraph<(), ()> {
		let mut graph = UnGraph::with_capacity(self.len(), self.relationships());
		let nodes = (0..self.len()).map(|_| graph.add_node(())).collect::<Vec<_>>();
		for (a, b) in self.pairs() {
			graph.add_edge(nodes[a], nodes[b], ());
		}
		graph
	}

	/// How many triangles each is part of.
	pub fn triangles(&self) -> Vec<u64> {
		let mut triangles = vec![0; self.len()];
		for (a, b) in self.pairs() {
			// Those beyond both, so that each triangle is found once.
			let (mut of_a, mut of_b) = (self.beyond(a, b), self.beyond(b, b));
			while let ([first_a, rest_a @ ..], [first_b, rest_b @ ..]) = (of_a, of_b) {
				match first_a.cmp(first_b) {
					std::cmp::Ordering::Less => of_a = rest_a,
					std::cmp::Ordering::Greater => of_b = rest_b,
					std::cmp::Ordering::Equal => {
						for place in [a, b, *first_a as usize] {
							triangles[place] += 1;
						}
						(of_a, of_b) = (rest_a, rest_b);
					},
				}
			}
		}
		triangles
	}

	/// The partners of one whose places are beyond another's.
	fn beyond(&self, of: usize, place: usize) -> &[u32] {
		let partners = self.partners(of);
		&partners[partners.partition_point(|partner| *partner as usize <= place)..]
	}

	/// How clustered the graph is.
	pub fn clustering(&self) -> Clustering {
		let triangles = self.triangles();
		let wedges = |place| {
			let degree = self.degree(place) as u64;
			degree * degree.saturating_sub(1) / 2
		};
		let closed = triangles.iter().sum::<u64>();
		let all = (0..self.len()).map(wedges).sum::<u64>();
		let local = triangles.iter().enumerate().map(|(place, triangles)| match wedges(place) {
			0 => 0.0,
			wedges => *triangles as f64 / wedges as f64,
		});
		Clustering {
			global: ratio(closed as f64, all as f64),
			mean_local: ratio(local.sum(), self.len() as f64),
		}
	}
}

/// The two coefficients of clustering.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Clustering {
	/// The share of wedges that are closed.
	pub global: f64,
	/// The mean over enterprises of the share of their wedges that are closed.
	pub mean_local: f64,
}

/// A quotient; zero of nothing.
pub fn ratio(part: f64, whole: f64) -> f64 {
	if whole == 0.0 { 0.0 } else { part / whole }
}

#[cfg(test)]
mod tests {
	use super::*;

	/// Two triangles that share an edge, a tail, a pair apart, and one alone.
	pub fn example() -> Graph {
		Graph::new(
			vec![1, 2, 3, 5, 8, 13, 21, 34],
			&[(0, 1), (1, 2), (2, 0), (1, 3), (3, 2), (4, 3), (6, 5)],
		)
	}

	#[test]
	fn partners_are_sorted_and_symmetric() {
		let graph = example();
		assert_eq!((graph.len(), graph.relationships()), (8, 7));
		assert_eq!(graph.partners(1), [0, 2, 3]);
		assert_eq!(graph.degrees(), [2, 3, 3, 3, 1, 1, 1, 0]);
		assert!(graph.are_partners(5, 6) && graph.are_partners(6, 5) && !graph.are_partners(0, 3));
		assert_eq!(graph.pairs().count(), 7);
		assert_eq!((graph.place(13), graph.id(5), graph.place(4)), (Some(5), 13, None));
	}

	#[test]
	fn components_come_by_size() {
		let graph = example();
		assert_eq!(graph.components(), [vec![0, 1, 2, 3, 4], vec![5, 6], vec![7]]);
		let mut gone = vec![false; 8];
		gone[3] = true;
		assert_eq!(graph.components_without(&gone), [vec![0, 1, 2], vec![5, 6], vec![4], vec![7]]);
		let largest = graph.largest_component();
		assert_eq!((largest.len(), largest.relationships(), largest.id(4)), (5, 6, 8));
	}

	#[test]
	fn triangles_make_clustering() {
		let graph = example();
		assert_eq!(graph.triangles(), [1, 2, 2, 1, 0, 0, 0, 0]);
		let clustering = graph.clustering();
		assert_eq!(clustering.global, 6.0 / 10.0);
		let local = (1.0 + 2.0 / 3.0 + 2.0 / 3.0 + 1.0 / 3.0) / 8.0;
		assert!((clustering.mean_local - local).abs() < 1e-15);
	}

	#[test]
	fn nothing_is_no_problem() {
		let none = Graph::with_pairs(0, &[]);
		assert_eq!((none.components().len(), none.clustering().mean_local), (0, 0.0));
		assert_eq!(none.largest_component().len(), 0);
	}

	#[test]
	fn the_graph_library_sees_the_same() {
		let graph = example().to_petgraph();
		assert_eq!((graph.node_count(), graph.edge_count()), (8, 7));
	}
}
