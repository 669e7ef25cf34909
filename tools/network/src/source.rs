//! Where a network comes from. Whatever the source, it gives a [`Trade`].

pub mod csv;

use hanse_network_model::{Arcs, EnterpriseId, NetworkFigures, Position, recount};
use hanse_types::{CountryCode, Sector};
use std::collections::BTreeMap;

/// A trade network as it was read.
#[derive(Clone, Default, Debug)]
pub struct Trade {
	/// The enterprises, with what is known of each.
	pub enterprises: BTreeMap<EnterpriseId, Attributes>,
	/// The arcs of each pair of partners, the smaller id first. Both are among the enterprises, and no
	/// set of arcs is empty.
	pub relationships: BTreeMap<(EnterpriseId, EnterpriseId), Arcs>,
}

/// What is known of an enterprise.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Attributes {
	/// Where it is registered.
	pub country: Option<CountryCode>,
	/// What it does.
	pub sector: Option<Sector>,
	/// Its credit, from 0 to 1,000.
	pub score: Option<u16>,
	/// How many orders it had.
	pub orders: Option<u64>,
}

impl Trade {
	/// Adds arcs to a pair. An enterprise has none with itself.
	pub fn relate(&mut self, a: EnterpriseId, b: EnterpriseId, arcs: Arcs) {
		if a == b || arcs.is_empty() {
			return;
		}
		self.enterprises.entry(a).or_default();
		self.enterprises.entry(b).or_default();
		let pair = hanse_network_model::ordered(a, b);
		let all = self.relationships.entry(pair).or_default();
		*all = all.union(arcs);
	}

	/// The figures that a chain keeps, and where each enterprise stands.
	pub fn recount(&self) -> (NetworkFigures, BTreeMap<EnterpriseId, Position>) {
		let edges = self.relationships.iter().map(|((lo, hi), arcs)| (*lo, *hi, *arcs));
		recount(self.enterprises.keys().copied(), &edges.collect::<Vec<_>>())
	}
}
