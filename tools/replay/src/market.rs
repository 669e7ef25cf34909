//! Who trades with whom, as ratings tell it.

use crate::account::Account;
use hanse_credit_model::NetworkSignals;
use hanse_network_model::{
	Arcs, EnterpriseId, Network, NetworkFigures, Partner, Position, RelationshipKind,
	enterprise_added, ordered, set_arcs,
};
use std::collections::HashMap;

/// A trade network in which every rating is an order: its subject supplied whoever rated it. On a chain,
/// relationships are agreed to by both sides; a history of ratings knows of no other.
#[derive(Default)]
pub struct Market {
	ids: HashMap<Account, EnterpriseId>,
	graph: Graph,
	/// Of each pair, in the order of the ids, what they do for each other and how many orders there
	/// were.
	pairs: HashMap<(EnterpriseId, EnterpriseId), (Arcs, u64)>,
}

/// The network as the arithmetic wants it.
#[derive(Default)]
struct Graph {
	/// By id.
	partners: Vec<Vec<Partner>>,
	/// By id.
	positions: Vec<Position>,
	figures: NetworkFigures,
}

impl Network for Graph {
	fn partners(&self, id: EnterpriseId) -> Vec<Partner> {
		self.partners[id as usize].clone()
	}

	fn set_partners(&mut self, id: EnterpriseId, partners: Vec<Partner>) {
		self.partners[id as usize] = partners;
	}

	fn position(&self, id: EnterpriseId) -> Position {
		self.positions[id as usize]
	}

	fn set_position(&mut self, id: EnterpriseId, position: Position) {
		self.positions[id as usize] = position;
	}

	fn figures(&self) -> NetworkFigures {
		self.figures
	}

	fn set_figures(&mut self, figures: NetworkFigures) {
		self.figures = figures;
	}

	fn max_partners(&self) -> u32 {
		u32::MAX
	}
}

impl Market {
	/// Notes an order. Nobody trades with itself.
	pub fn order(&mut self, supplier: Account, buyer: Account) {
		let (supplier, buyer) = (self.id(supplier), self.id(buyer));
		if supplier == buyer {
			return;
		}
		let (arcs, orders) = self.pairs.entry(ordered(supplier, buyer)).or_default();
		let supplies = Arcs::between(RelationshipKind::Supplies, supplier, buyer);
		*arcs = arcs.union(supplies);
		// It is refused to partners of themselves and to who has too many, which nobody has.
		if set_arcs(&mut self.graph, supplier, buyer, *arcs).is_ok() {
			for id in [supplier, buyer] {
				self.graph.positions[id as usize].note_orders(*orders, 1);
			}
			*orders += 1;
		}
	}

	/// What the network tells of a trader.
	pub fn signals(&self, trader: &Account) -> NetworkSignals {
		let position = self.ids.get(trader).map(|id| self.graph.position(*id)).unwrap_or_default();
		NetworkSignals {
			concentration: position.herfindahl(),
			orders: u32::try_from(position.orders).unwrap_or(u32::MAX),
			closed_ring: position.is_in_closed_ring(),
		}
	}

	fn id(&mut self, account: Account) -> EnterpriseId {
		let Self { ids, graph, .. } = self;
		*ids.entry(account).or_insert_with(|| {
			let id = graph.partners.len() as EnterpriseId;
			graph.partners.push(Vec::new());
			graph.positions.push(Position::default());
			enterprise_added(&mut graph.figures);
			id
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::account::of_trader;

	fn market(orders: &[(u64, u64)]) -> Market {
		let mut market = Market::default();
		for (supplier, buyer) in orders {
			market.order(of_trader(*supplier), of_trader(*buyer));
		}
		market
	}

	#[test]
	fn a_circle_that_trades_with_nobody_else_is_a_closed_ring() {
		let mut market = market(&[(1, 2), (2, 3), (3, 1)]);
		let ring = |market: &Market, trader| market.signals(&of_trader(trader)).closed_ring;
		assert!([1, 2, 3].into_iter().all(|trader| ring(&market, trader)));
		market.order(of_trader(1), of_trader(4));
		assert!(!ring(&market, 1) && ring(&market, 2) && !ring(&market, 4));
		assert!(!ring(&market, 77));
	}

	#[test]
	fn orders_are_counted_by_partner() {
		let market = market(&[(1, 2), (1, 2), (2, 1), (1, 3), (5, 5)]);
		let signals = market.signals(&of_trader(1));
		// Three of four with the same: 9/16 + 1/16.
		assert_eq!((signals.orders, signals.concentration), (4, 6_250));
		assert_eq!(market.signals(&of_trader(5)), NetworkSignals::default());
	}
}
