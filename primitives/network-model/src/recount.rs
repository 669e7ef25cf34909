use crate::{Arcs, EnterpriseId, NetworkFigures, Position, RelationshipKind, enterprise_added};
use alloc::collections::BTreeMap;

/// The partners of each enterprise, with the arcs of the pair.
type Partners = BTreeMap<EnterpriseId, BTreeMap<EnterpriseId, Arcs>>;

/// All figures and positions from nothing but edges: what state, tools and tests are compared with.
///
/// The two of an edge may come in either order; their arcs are those of the smaller and the larger
/// id. Edges of the same pair are taken together. Edges without arcs and edges from somebody to
/// itself are none. Who has an edge counts as an enterprise, listed or not, so that a partner that is
/// not registered shows as a difference.
///
/// Orders and activity are not known here and stay zero.
pub fn recount(
	enterprises: impl Iterator<Item = EnterpriseId>,
	edges: &[(EnterpriseId, EnterpriseId, Arcs)],
) -> (NetworkFigures, BTreeMap<EnterpriseId, Position>) {
	let mut partners: Partners = enterprises.map(|id| (id, BTreeMap::new())).collect();
	for (a, b, arcs) in edges.iter().filter(|(a, b, arcs)| a != b && !arcs.is_empty()) {
		for (from, to) in [(a, b), (b, a)] {
			let all = partners.entry(*from).or_default().entry(*to).or_default();
			*all = all.union(*arcs);
		}
	}

	let mut figures = NetworkFigures::default();
	let mut positions = BTreeMap::new();
	for (id, of_id) in &partners {
		let degree = u32::try_from(of_id.len()).unwrap_or(u32::MAX);
		positions.insert(*id, Position { degree, ..Position::default() });
		enterprise_added(&mut figures);
		figures.move_degree(0, degree);
	}
	for (lo, of_lo) in &partners {
		for (hi, arcs) in of_lo.iter().filter(|(hi, _)| lo < hi) {
			figures.relationships = figures.relationships.saturating_add(1);
			figures.supplies = figures.supplies.saturating_add(arcs.supplies().len());
			figures.reciprocated = figures.reciprocated.saturating_add(arcs.reciprocated());
			count_triangles(&partners, (*lo, *hi), &mut figures, &mut positions);
		}
	}
	let rings = positions.values().filter(|position| position.is_in_closed_ring()).count();
	figures.in_closed_rings = u32::try_from(rings).unwrap_or(u32::MAX);
	(figures, positions)
}

/// Counts the triangles of a pair with a third that has a larger id than both, so that each is counted
/// once.
fn count_triangles(
	partners: &Partners,
	(lo, hi): (EnterpriseId, EnterpriseId),
	figures: &mut NetworkFigures,
	positions: &mut BTreeMap<EnterpriseId, Position>,
) {
	let (Some(of_lo), Some(of_hi)) = (partners.get(&lo), partners.get(&hi)) else { return };
	let (shorter, longer) =
		if of_lo.len() <= of_hi.len() { (of_lo, of_hi) } else { (of_hi, of_lo) };
	let Some(beyond) = hi.checked_add(1) else { return };
	for third in shorter.range(beyond..).map(|(id, _)| *id).filter(|id| longer.contains_key(id)) {
		let supplies = |giver: EnterpriseId, receiver: EnterpriseId| {
			let arcs = partners.get(&giver).and_then(|of_giver| of_giver.get(&receiver));
			arcs.is_some_and(|arcs| arcs.contains(RelationshipKind::Supplies, giver < receiver))
		};
		let circle = |a, b, c| u32::from(supplies(a, b) && supplies(b, c) && supplies(c, a));
		let cycles = circle(lo, hi, third).saturating_add(circle(third, hi, lo));
		figures.triangles = figures.triangles.saturating_add(1);
		figures.cycles = figures.cycles.saturating_add(cycles.into());
		for id in [lo, hi, third] {
			if let Some(position) = positions.get_mut(&id) {
				position.triangles = position.triangles.saturating_add(1);
				position.cycles = position.cycles.saturating_add(cycles);
			}
		}
	}
}
