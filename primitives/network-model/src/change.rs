use crate::{Arcs, EnterpriseId, NetworkFigures, Position, RelationshipKind, ordered};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A partner of an enterprise, as it stands in the list of that enterprise's partners.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Partner {
	/// Who.
	pub id: EnterpriseId,
	/// The arcs of the pair. They are the same in the lists of both: what counts is who of the two
	/// has the smaller id, not whose list it is.
	pub arcs: Arcs,
}

impl Partner {
	/// Whether the one whose partner this is supplies it.
	fn is_supplied_by(&self, owner: EnterpriseId) -> bool {
		self.arcs.contains(RelationshipKind::Supplies, owner < self.id)
	}

	/// Whether it supplies the one whose partner it is.
	fn supplies(&self, owner: EnterpriseId) -> bool {
		self.arcs.contains(RelationshipKind::Supplies, self.id < owner)
	}
}

/// Where the state of a network is kept.
///
/// Who is not known has no partners, and the position of [`Position::default`].
pub trait Network {
	/// The partners of an enterprise, sorted by id.
	fn partners(&self, id: EnterpriseId) -> Vec<Partner>;
	/// Replaces the partners of an enterprise; they are sorted by id, and at most one more than
	/// there were.
	fn set_partners(&mut self, id: EnterpriseId, partners: Vec<Partner>);
	/// The position of an enterprise.
	fn position(&self, id: EnterpriseId) -> Position;
	/// Replaces the position of an enterprise.
	fn set_position(&mut self, id: EnterpriseId, position: Position);
	/// The figures of the network.
	fn figures(&self) -> NetworkFigures;
	/// Replaces the figures of the network.
	fn set_figures(&mut self, figures: NetworkFigures);
	/// How many partners one enterprise may have.
	fn max_partners(&self) -> u32;
}

/// What a change brought about, besides the figures.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Change {
	/// How many enterprises are partners of both and had to be looked at. Zero when nothing about
	/// them could change, because the two were partners before, are partners still, and supply each
	/// other as they did.
	pub common: u32,
	/// The smaller one of the two degrees, before the change.
	pub smaller_degree: u32,
	/// Who came to be in a closed ring, sorted.
	pub closed: Vec<EnterpriseId>,
	/// Who ceased to be in one, sorted.
	pub opened: Vec<EnterpriseId>,
}

impl Change {
	/// Notes whether somebody came to be, or ceased to be, in a closed ring.
	fn note(&mut self, id: EnterpriseId, before: &Position, after: &Position) {
		match (before.is_in_closed_ring(), after.is_in_closed_ring()) {
			(false, true) => self.closed.push(id),
			(true, false) => self.opened.push(id),
			_ => {},
		}
	}
}

/// Why a change is refused. Nothing has changed then.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
	/// Nobody is its own partner.
	Itself,
	/// This one has as many partners as it may have.
	Full(EnterpriseId),
}

/// Sets the arcs of a pair, and brings everything up to date: both lists of partners, degrees,
/// triangles, circles and closed rings of the two and of their common partners, and the figures of
/// the network except for orders and activity.
///
/// The pair may be given in either order; `arcs` are those of the smaller and the larger id.
/// [`Arcs::EMPTY`] ends the relationship. Its orders are not known here: who keeps them drops them
/// ([`Position::drop_orders`]).
///
/// Each list of partners is read and written once, and each position at most once: those of the two,
/// and those of [`Change::common`] others. With the arcs that the pair has already, nothing is
/// written at all.
pub fn set_arcs(
	network: &mut impl Network,
	a: EnterpriseId,
	b: EnterpriseId,
	arcs: Arcs,
) -> Result<Change, Refusal> {
	if a == b {
		return Err(Refusal::Itself);
	}
	let (lo, hi) = ordered(a, b);
	let (mut of_lo, mut of_hi) = (network.partners(lo), network.partners(hi));
	let before = arcs_with(&of_lo, hi);
	let degrees = (degree(&of_lo), degree(&of_hi));
	let mut change = Change { smaller_degree: degrees.0.min(degrees.1), ..Change::default() };
	if before == arcs {
		return Ok(change);
	}
	let max = network.max_partners();
	if before.is_empty() {
		for (id, degree) in [(lo, degrees.0), (hi, degrees.1)] {
			if degree >= max {
				return Err(Refusal::Full(id));
			}
		}
	}

	let step = Step { lo, hi, before, after: arcs };
	let mut cycles = Difference::default();
	if step.reaches_others() {
		for third in in_common(&of_lo, &of_hi) {
			change.common = change.common.saturating_add(1);
			let of_third = step.cycles_through(&third);
			cycles.add(of_third);
			let old = network.position(third.id);
			let mut new = old;
			new.triangles = step.triangles(1).apply(old.triangles);
			new.cycles = of_third.apply(old.cycles);
			change.note(third.id, &old, &new);
			network.set_position(third.id, new);
		}
	}
	let triangles = step.triangles(change.common);

	set_partner(&mut of_lo, hi, arcs);
	set_partner(&mut of_hi, lo, arcs);
	let mut figures = network.figures();
	for (id, degree_before, partners) in [(lo, degrees.0, of_lo), (hi, degrees.1, of_hi)] {
		let old = network.position(id);
		let new = Position {
			degree: degree(&partners),
			triangles: triangles.apply(old.triangles),
			cycles: cycles.apply(old.cycles),
			..old
		};
		figures.move_degree(degree_before, new.degree);
		change.note(id, &old, &new);
		network.set_position(id, new);
		network.set_partners(id, partners);
	}
	change.closed.sort_unstable();
	change.opened.sort_unstable();

	step.count_pair(&mut figures);
	figures.triangles = triangles.apply_wide(figures.triangles);
	figures.cycles = cycles.apply_wide(figures.cycles);
	let rings = Difference { gone: count(&change.opened), come: count(&change.closed) };
	figures.in_closed_rings = rings.apply(figures.in_closed_rings);
	network.set_figures(figures);
	Ok(change)
}

/// What happens to a pair.
struct Step {
	lo: EnterpriseId,
	hi: EnterpriseId,
	before: Arcs,
	after: Arcs,
}

impl Step {
	/// Whether the positions of common partners can change.
	fn reaches_others(&self) -> bool {
		self.before.is_empty() != self.after.is_empty()
			|| self.before.supplies() != self.after.supplies()
	}

	/// What happens to triangles, if so many have the pair as a side.
	fn triangles(&self, with_this_side: u32) -> Difference {
		let if_any = |arcs: Arcs| if arcs.is_empty() { 0 } else { with_this_side };
		Difference { gone: if_any(self.before), come: if_any(self.after) }
	}

	/// Counts what the pair itself is in the figures.
	fn count_pair(&self, figures: &mut NetworkFigures) {
		let of = |count: fn(Arcs) -> u32| Difference {
			gone: count(self.before),
			come: count(self.after),
		};
		figures.relationships = of(|arcs| u32::from(!arcs.is_empty())).apply(figures.relationships);
		figures.supplies = of(|arcs| arcs.supplies().len()).apply(figures.supplies);
		figures.reciprocated = of(Arcs::reciprocated).apply(figures.reciprocated);
	}

	/// What happens to the circles of supply of the pair and a common partner.
	fn cycles_through(&self, third: &Third) -> Difference {
		let cycles = |arcs: Arcs| {
			let supplies = |lo_supplies| arcs.contains(RelationshipKind::Supplies, lo_supplies);
			let one_way = supplies(true)
				&& third.of_hi.is_supplied_by(self.hi)
				&& third.of_lo.supplies(self.lo);
			let other_way = supplies(false)
				&& third.of_lo.is_supplied_by(self.lo)
				&& third.of_hi.supplies(self.hi);
			u32::from(one_way).saturating_add(u32::from(other_way))
		};
		Difference { gone: cycles(self.before), come: cycles(self.after) }
	}
}

/// How much goes and how much comes.
#[derive(Clone, Copy, Default)]
struct Difference {
	gone: u32,
	come: u32,
}

impl Difference {
	fn add(&mut self, other: Self) {
		self.gone = self.gone.saturating_add(other.gone);
		self.come = self.come.saturating_add(other.come);
	}

	fn apply(self, count: u32) -> u32 {
		count.saturating_add(self.come).saturating_sub(self.gone)
	}

	fn apply_wide(self, count: u64) -> u64 {
		count.saturating_add(self.come.into()).saturating_sub(self.gone.into())
	}
}

/// A partner of both, as it stands in the two lists.
struct Third {
	id: EnterpriseId,
	of_lo: Partner,
	of_hi: Partner,
}

/// The partners of both: the shorter list is walked, the longer one searched.
fn in_common<'a>(
	of_lo: &'a [Partner],
	of_hi: &'a [Partner],
) -> impl Iterator<Item = Third> + use<'a> {
	let lo_is_shorter = of_lo.len() <= of_hi.len();
	let (shorter, longer) = if lo_is_shorter { (of_lo, of_hi) } else { (of_hi, of_lo) };
	shorter.iter().filter_map(move |walked| {
		let found = *find(longer, walked.id)?;
		let (of_lo, of_hi) = if lo_is_shorter { (*walked, found) } else { (found, *walked) };
		Some(Third { id: walked.id, of_lo, of_hi })
	})
}

fn find(partners: &[Partner], id: EnterpriseId) -> Option<&Partner> {
	let place = partners.binary_search_by_key(&id, |partner| partner.id).ok()?;
	partners.get(place)
}

fn arcs_with(partners: &[Partner], id: EnterpriseId) -> Arcs {
	find(partners, id).map_or(Arcs::EMPTY, |partner| partner.arcs)
}

fn set_partner(partners: &mut Vec<Partner>, id: EnterpriseId, arcs: Arcs) {
	match partners.binary_search_by_key(&id, |partner| partner.id) {
		Ok(place) if arcs.is_empty() => {
			partners.remove(place);
		},
		Ok(place) => {
			if let Some(partner) = partners.get_mut(place) {
				partner.arcs = arcs;
			}
		},
		Err(_) if arcs.is_empty() => {},
		Err(place) => partners.insert(place, Partner { id, arcs }),
	}
}

fn degree(partners: &[Partner]) -> u32 {
	count(partners)
}

fn count<T>(items: &[T]) -> u32 {
	u32::try_from(items.len()).unwrap_or(u32::MAX)
}
