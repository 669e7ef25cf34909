//! Both ways to the figures, held against each other and against counting by definition.

use crate::{
	Arcs, Change, EnterpriseId, Network, NetworkFigures, Partner, Position, Refusal,
	RelationshipKind::{self, Carries, Finances, Supplies},
	enterprise_added, enterprise_removed, recount, set_arcs,
};
use proptest::prelude::*;
use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet, btree_map::Entry},
};

const MAX_PARTNERS: u32 = 4;

/// A network in maps, that keeps a book of what is read and written.
#[derive(Default)]
struct Maps {
	partners: BTreeMap<EnterpriseId, Vec<Partner>>,
	positions: BTreeMap<EnterpriseId, Position>,
	figures: NetworkFigures,
	reads: RefCell<Vec<EnterpriseId>>,
	writes: Vec<EnterpriseId>,
	unbounded: bool,
}

impl Network for Maps {
	fn partners(&self, id: EnterpriseId) -> Vec<Partner> {
		self.partners.get(&id).cloned().unwrap_or_default()
	}

	fn set_partners(&mut self, id: EnterpriseId, partners: Vec<Partner>) {
		assert!(partners.is_sorted_by_key(|partner| partner.id));
		self.partners.insert(id, partners);
	}

	fn position(&self, id: EnterpriseId) -> Position {
		self.reads.borrow_mut().push(id);
		self.positions.get(&id).copied().unwrap_or_default()
	}

	fn set_position(&mut self, id: EnterpriseId, position: Position) {
		self.writes.push(id);
		self.positions.insert(id, position);
	}

	fn figures(&self) -> NetworkFigures {
		self.figures
	}

	fn set_figures(&mut self, figures: NetworkFigures) {
		self.figures = figures;
	}

	fn max_partners(&self) -> u32 {
		if self.unbounded { u32::MAX } else { MAX_PARTNERS }
	}
}

impl Maps {
	fn of(enterprises: impl IntoIterator<Item = EnterpriseId>) -> Self {
		let mut network = Self::default();
		enterprises.into_iter().for_each(|id| network.join(id));
		network
	}

	fn join(&mut self, id: EnterpriseId) {
		if let Entry::Vacant(place) = self.positions.entry(id) {
			place.insert(Position::default());
			self.partners.insert(id, Vec::new());
			enterprise_added(&mut self.figures);
		}
	}

	fn leave(&mut self, id: EnterpriseId) {
		if self.positions.get(&id).is_some_and(|position| position.degree == 0) {
			self.positions.remove(&id);
			self.partners.remove(&id);
			enterprise_removed(&mut self.figures);
		}
	}

	/// Adds one arc.
	fn begin(&mut self, kind: RelationshipKind, giver: u32, receiver: u32) -> Change {
		let arcs = self.arcs(giver, receiver).with(kind, giver < receiver);
		set_arcs(self, giver, receiver, arcs).unwrap()
	}

	fn supply(&mut self, arcs: &[(u32, u32)]) -> Vec<Change> {
		arcs.iter().map(|(giver, receiver)| self.begin(Supplies, *giver, *receiver)).collect()
	}

	fn end(&mut self, a: u32, b: u32) -> Change {
		set_arcs(self, a, b, Arcs::EMPTY).unwrap()
	}

	fn arcs(&self, a: EnterpriseId, b: EnterpriseId) -> Arcs {
		let partners = self.partners(a);
		partners.iter().find(|partner| partner.id == b).map_or(Arcs::EMPTY, |with| with.arcs)
	}

	fn edges(&self) -> Vec<(EnterpriseId, EnterpriseId, Arcs)> {
		let edges = self.partners.iter().flat_map(|(id, partners)| {
			partners.iter().map(move |partner| (*id, partner.id, partner.arcs))
		});
		edges.filter(|(a, b, _)| a < b).collect()
	}

	/// Every figure and position is what a recount says, and both lists of a pair say the same.
	fn check(&self) {
		for (id, partners) in &self.partners {
			for partner in partners {
				assert_eq!(self.arcs(partner.id, *id), partner.arcs);
				assert!(!partner.arcs.is_empty() && partner.id != *id);
			}
		}
		let (figures, positions) = recount(self.positions.keys().copied(), &self.edges());
		assert_eq!(self.figures, figures);
		assert_eq!(self.positions, positions);
	}

	/// A change, with a check of what it reads, writes and tells.
	fn set(&mut self, a: u32, b: u32, arcs: Arcs) -> Result<Change, Refusal> {
		let before = (self.partners.clone(), self.positions.clone(), self.figures);
		self.reads.borrow_mut().clear();
		self.writes.clear();
		let degree = |id| before.0.get(&id).map_or(0, Vec::len) as u32;
		let rings = |of: &BTreeMap<EnterpriseId, Position>| {
			let closed = of.iter().filter(|(_, position)| position.is_in_closed_ring());
			closed.map(|(id, _)| *id).collect::<BTreeSet<_>>()
		};
		let (old, ring_before) = (self.arcs(a, b), rings(&before.1));
		let result = set_arcs(self, a, b, arcs);
		let reads = self.reads.borrow().clone();
		match &result {
			Err(refusal) => {
				match refusal {
					Refusal::Itself => assert_eq!(a, b),
					Refusal::Full(id) => {
						assert!(old.is_empty() && [a, b].contains(id));
						assert_eq!(degree(*id), MAX_PARTNERS);
					},
				}
				assert_eq!(before, (self.partners.clone(), self.positions.clone(), self.figures));
				assert_eq!((reads.len(), self.writes.len()), (0, 0));
			},
			Ok(change) => {
				assert_eq!(change.smaller_degree, degree(a).min(degree(b)));
				assert!(change.common <= change.smaller_degree);
				// Each position once, and none but those of the two and of common partners.
				let touched = if old == arcs { 0 } else { change.common as usize + 2 };
				assert_eq!(reads.iter().collect::<BTreeSet<_>>().len(), touched);
				assert_eq!((reads.len(), self.writes.len()), (touched, touched));
				let ring_after = rings(&self.positions);
				assert_eq!(
					change.closed,
					ring_after.difference(&ring_before).copied().collect::<Vec<_>>()
				);
				assert_eq!(
					change.opened,
					ring_before.difference(&ring_after).copied().collect::<Vec<_>>()
				);
			},
		}
		result
	}
}

#[test]
fn a_triangle_comes_and_goes() {
	let mut network = Maps::of([3, 5, 9, 11]);
	let changes = network.supply(&[(3, 5), (9, 5), (9, 3)]);
	network.check();
	assert_eq!(changes.iter().map(|change| change.common).collect::<Vec<_>>(), [0, 0, 1]);
	let figures = network.figures;
	assert_eq!((figures.enterprises, figures.relationships, figures.supplies), (4, 3, 3));
	assert_eq!((figures.triangles, figures.wedges, figures.cycles), (1, 3, 0));
	assert_eq!(figures.degrees[..4], [1, 0, 3, 0]);
	assert_eq!(figures.clustering_ppb(), 1_000_000_000);

	let change = network.end(3, 5);
	network.check();
	assert_eq!((change.common, change.smaller_degree), (1, 2));
	assert_eq!((network.figures.triangles, network.figures.wedges), (0, 1));
	network.end(9, 5);
	network.end(3, 9);
	network.check();
	let nothing = NetworkFigures { enterprises: 4, ..NetworkFigures::default() };
	assert_eq!(network.figures, NetworkFigures { degrees: figures_of(4), ..nothing });
}

/// The distribution of so many enterprises without partners.
fn figures_of(alone: u32) -> [u32; NetworkFigures::BUCKETS] {
	let mut degrees = [0; NetworkFigures::BUCKETS];
	degrees[0] = alone;
	degrees
}

#[test]
fn a_ring_closes_and_opens() {
	let mut network = Maps::of([1, 2, 3, 4]);
	let changes = network.supply(&[(1, 2), (2, 3), (3, 1)]);
	assert_eq!(changes[2].closed, [1, 2, 3]);
	assert_eq!((network.figures.cycles, network.figures.in_closed_rings), (1, 3));
	network.check();

	// A partner outside opens it for the one who has it, and for nobody else.
	let change = network.begin(Carries, 4, 2);
	assert_eq!((change.closed, change.opened), (vec![], vec![2]));
	assert_eq!(network.figures.in_closed_rings, 2);
	network.check();
	assert_eq!(network.end(2, 4).closed, [2]);

	// The same circle the other way round is another circle, in the same triangle.
	network.supply(&[(2, 1), (3, 2), (1, 3)]);
	assert_eq!((network.figures.cycles, network.figures.triangles), (2, 1));
	assert_eq!((network.figures.supplies, network.figures.reciprocated), (6, 6));
	network.check();

	// Without a side there is no circle left.
	let change = network.end(3, 1);
	assert_eq!(change.opened, [1, 2, 3]);
	network.check();
}

#[test]
fn a_closed_ring_may_be_larger_than_three() {
	let mut network = Maps::of(1..=4);
	network.supply(&[(1, 2), (2, 3), (3, 4), (4, 1)]);
	// A circle of four without the diagonals has no triangle: it is not dense enough to be noted.
	assert_eq!(network.figures.in_closed_rings, 0);
	network.supply(&[(1, 3)]);
	let change = network.supply(&[(2, 4)]).remove(0);
	assert_eq!(network.figures.in_closed_rings, 4);
	assert_eq!(change.common, 2);
	network.check();
}

#[test]
fn only_supply_turns_in_circles() {
	let mut network = Maps::of(1..=3);
	network.supply(&[(1, 2), (2, 3)]);
	network.begin(Finances, 3, 1);
	assert_eq!((network.figures.triangles, network.figures.cycles), (1, 0));
	assert_eq!((network.figures.supplies, network.figures.in_closed_rings), (2, 0));
	network.check();
	// The pair are partners already; a circle arises without a triangle.
	let change = network.begin(Supplies, 3, 1);
	assert_eq!((change.common, change.closed.len()), (1, 3));
	assert_eq!((network.figures.triangles, network.figures.cycles), (1, 1));
	network.check();
	// And more of another kind is nothing to the others.
	assert_eq!(network.begin(Carries, 1, 3).common, 0);
	network.check();
}

#[test]
fn orders_are_left_alone() {
	let mut network = Maps::of([1, 2]);
	let mut position = Position::default();
	position.note_orders(0, 3);
	network.positions.insert(1, position);
	network.figures.orders = 3;
	network.figures.active = 1;
	network.begin(Supplies, 1, 2);
	assert_eq!(network.positions[&1], Position { degree: 1, ..position });
	network.end(2, 1);
	assert_eq!(network.positions[&1], position);
	assert_eq!((network.figures.orders, network.figures.active), (3, 1));
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
	let mut network = Maps::of(0..=6);
	let arc = Arcs::single(Supplies, true);
	assert_eq!(network.set(2, 2, arc), Err(Refusal::Itself));
	for partner in 1..=MAX_PARTNERS {
		network.set(0, partner, arc).unwrap();
	}
	assert_eq!(network.set(0, 5, arc), Err(Refusal::Full(0)));
	assert_eq!(network.set(6, 0, arc), Err(Refusal::Full(0)));
	// Who is full may still do more business with its partners, and end it.
	network.set(0, 1, Arcs::from_bits(u8::MAX)).unwrap();
	network.set(0, 1, Arcs::EMPTY).unwrap();
	network.set(0, 5, arc).unwrap();
	network.check();
}

#[test]
fn what_is_so_already_costs_nothing() {
	let mut network = Maps::of([1, 2]);
	assert_eq!(network.set(1, 2, Arcs::EMPTY), Ok(Change::default()));
	network.begin(Supplies, 1, 2);
	let again = network.set(2, 1, Arcs::single(Supplies, true)).unwrap();
	assert_eq!(again, Change { smaller_degree: 1, ..Change::default() });
	network.check();
}

#[test]
fn edges_are_taken_as_they_come() {
	let (supplies, carries) = (Arcs::single(Supplies, true), Arcs::single(Carries, false));
	let once = recount([1, 2, 3].into_iter(), &[(1, 2, supplies.union(carries))]);
	// The other way round, twice, with one to itself, one without arcs, and one listed twice.
	let edges = [
		(2, 1, supplies),
		(1, 2, carries),
		(3, 3, supplies),
		(1, 3, Arcs::EMPTY),
		(1, 2, supplies),
	];
	assert_eq!(recount([3, 2, 1, 1].into_iter(), &edges), once);
	assert_eq!((once.0.relationships, once.0.enterprises), (1, 3));
	// A partner that nobody registered is counted, so that it shows.
	let (figures, positions) = recount([1].into_iter(), &[(1, 7, supplies)]);
	assert_eq!((figures.enterprises, positions[&7].degree), (2, 1));
	assert_eq!(recount([].into_iter(), &[]), Default::default());
}

#[test]
fn the_work_is_that_of_the_smaller_degree() {
	let mut network = Maps { unbounded: true, ..Maps::of(0..=1_000) };
	for partner in 2..=1_000 {
		network.begin(Supplies, 0, partner);
	}
	network.supply(&[(1, 2), (1, 3)]);
	network.writes.clear();
	let change = network.begin(Supplies, 0, 1);
	assert_eq!((change.common, change.smaller_degree), (2, 2));
	assert_eq!(network.writes, [2, 3, 0, 1]);
	network.check();
}

/// One thing that happens in a network of so many enterprises.
#[derive(Clone, Debug)]
enum Event {
	Join(u32),
	Leave(u32),
	/// Adds arcs.
	Begin(u32, u32, u8),
	/// Sets the arcs to these; mostly none, which ends the relationship.
	Set(u32, u32, u8),
}

fn event(enterprises: u32) -> impl Strategy<Value = Event> {
	let id = move || 0..enterprises;
	// Supply more often than anything else, for circles.
	let bits = || prop_oneof![6 => 1u8..4, 1 => any::<u8>()];
	prop_oneof![
		1 => id().prop_map(Event::Join),
		1 => id().prop_map(Event::Leave),
		12 => (id(), id(), bits()).prop_map(|(a, b, bits)| Event::Begin(a, b, bits)),
		3 => (id(), id()).prop_map(|(a, b)| Event::Set(a, b, 0)),
		2 => (id(), id(), bits()).prop_map(|(a, b, bits)| Event::Set(a, b, bits)),
	]
}

fn play(network: &mut Maps, event: Event) {
	match event {
		Event::Join(id) => network.join(id),
		Event::Leave(id) => network.leave(id),
		Event::Begin(a, b, bits) => {
			network.join(a);
			network.join(b);
			let arcs = network.arcs(a, b).union(Arcs::from_bits(bits));
			let _ = network.set(a, b, arcs);
		},
		Event::Set(a, b, bits) => {
			network.join(a);
			network.join(b);
			let _ = network.set(a, b, Arcs::from_bits(bits));
		},
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(12_000))]

	#[test]
	fn every_step_agrees_with_a_recount(events in prop::collection::vec(event(7), 1..30)) {
		let mut network = Maps::default();
		for event in events {
			play(&mut network, event);
			network.check();
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	#[test]
	fn larger_networks_agree_too(
		enterprises in 8u32..24,
		seeds in prop::collection::vec((any::<u32>(), any::<u32>(), 1u8..4, 0u8..8), 1..150),
	) {
		let mut network = Maps { unbounded: true, ..Maps::default() };
		for (a, b, bits, chance) in seeds {
			let (a, b) = (a % enterprises, b % enterprises);
			let event =
				if chance == 0 { Event::Set(a, b, 0) } else { Event::Begin(a, b, bits) };
			play(&mut network, event);
		}
		network.check();
	}

	#[test]
	fn a_recount_follows_the_definitions(
		edges in prop::collection::vec((0u32..8, 0u32..8, prop_oneof![4 => 1u8..4, 1 => any::<u8>()]), 0..30),
	) {
		let edges =
			edges.into_iter().map(|(a, b, bits)| (a, b, Arcs::from_bits(bits))).collect::<Vec<_>>();
		let (figures, positions) = recount(0..8, &edges);
		prop_assert_eq!(positions.len(), 8);
		let arcs = |a: u32, b: u32| {
			let of_pair = edges.iter().filter(|(x, y, _)| a != b && (*x.min(y), *x.max(y)) == (a.min(b), a.max(b)));
			of_pair.fold(Arcs::EMPTY, |all, (_, _, arcs)| all.union(*arcs))
		};
		let partners = |a: u32, b: u32| !arcs(a, b).is_empty();
		let supplies = |a: u32, b: u32| arcs(a, b).contains(Supplies, a < b);
		let pairs = || (0..8).flat_map(|a| (0..8).map(move |b| (a, b)));
		let threes = || pairs().flat_map(|(a, b)| (0..8).map(move |c| (a, b, c)));
		let circle = |a, b, c| supplies(a, b) && supplies(b, c) && supplies(c, a);
		let triangle = |a, b, c| partners(a, b) && partners(b, c) && partners(a, c);

		prop_assert_eq!(figures.relationships as usize * 2, pairs().filter(|(a, b)| partners(*a, *b)).count());
		prop_assert_eq!(figures.supplies as usize, pairs().filter(|(a, b)| supplies(*a, *b)).count());
		prop_assert_eq!(
			figures.reciprocated as usize,
			pairs().filter(|(a, b)| supplies(*a, *b) && supplies(*b, *a)).count()
		);
		prop_assert_eq!(figures.triangles as usize * 6, threes().filter(|(a, b, c)| triangle(*a, *b, *c)).count());
		prop_assert_eq!(figures.cycles as usize * 3, threes().filter(|(a, b, c)| circle(*a, *b, *c)).count());
		prop_assert_eq!(
			figures.wedges as usize * 2,
			threes().filter(|(a, b, c)| partners(*a, *b) && partners(*a, *c) && b != c).count()
		);
		prop_assert_eq!(figures.degrees.iter().sum::<u32>(), 8);
		let mut in_closed_rings = 0;
		for (id, position) in positions {
			let around = || pairs().filter(move |(b, c)| partners(id, *b) && partners(id, *c) && b != c);
			let of_id = || pairs().filter(move |(b, c)| triangle(id, *b, *c));
			prop_assert_eq!(position.degree as usize, (0..8).filter(|b| partners(id, *b)).count());
			prop_assert_eq!(position.triangles as usize * 2, of_id().count());
			prop_assert_eq!(position.cycles as usize, pairs().filter(|(b, c)| circle(id, *b, *c)).count());
			let closed = position.cycles > 0 && around().count() > 0 && around().count() == of_id().count();
			prop_assert_eq!(position.is_in_closed_ring(), closed);
			in_closed_rings += u32::from(closed);
		}
		prop_assert_eq!(figures.in_closed_rings, in_closed_rings);
	}
}
