use super::*;
use hanse_network_model::recount;

fn rings() -> Vec<AccountId> {
	TRADERS
		.filter(|account| TradeNetwork::enterprise(*account).is_some_and(|it| it.in_closed_ring))
		.collect()
}

#[test]
fn a_closed_ring_is_flagged_and_opened() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT, CARL, DORA]);
		supply(ANNA, BERT);
		supply(BERT, CARL);
		assert!(rings().is_empty());
		events();
		supply(CARL, ANNA);
		assert_eq!(rings(), [ANNA, BERT, CARL]);
		let network = TradeNetwork::network();
		assert_eq!((network.cycles, network.in_closed_rings), (1, 3));
		let noted = |subject| Event::ClosedRingNoted { subject };
		assert_eq!(events()[1..], [noted(ANNA), noted(BERT), noted(CARL)]);

		// Carl buys from somebody else: he at least trades outside.
		supply(DORA, CARL);
		assert_eq!(rings(), [ANNA, BERT]);
		assert_eq!(events()[1..], [Event::ClosedRingOpened { subject: CARL }]);
		assert_eq!(TradeNetwork::network().in_closed_rings, 2);

		// He does not any more.
		end(CARL, DORA);
		assert_eq!(rings(), [ANNA, BERT, CARL]);
		assert_eq!(events()[1..], [noted(CARL)]);

		end(ANNA, BERT);
		assert!(rings().is_empty());
		let opened = |subject| Event::ClosedRingOpened { subject };
		assert_eq!(events()[1..], [opened(ANNA), opened(BERT), opened(CARL)]);
		assert_eq!(TradeNetwork::network().in_closed_rings, 0);
	});
}

#[test]
fn a_triangle_without_a_circle_is_no_ring() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT, CARL]);
		supply(ANNA, BERT);
		supply(BERT, CARL);
		supply(ANNA, CARL);
		assert_eq!((TradeNetwork::network().triangles, rings()), (1, vec![]));
		// Somebody who finances and somebody who carries do not make one either,
		relate_by(CARL, ANNA, Finances);
		relate_by(CARL, ANNA, Carries);
		assert!(rings().is_empty());
		// but a delivery back does.
		events();
		supply(CARL, ANNA);
		assert_eq!(rings(), [ANNA, BERT, CARL]);
		assert!(matches!(events()[0], Event::RelationshipExtended { .. }));
	});
}

#[test]
fn reciprocity_counts_supplies_in_both_directions() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT, CARL]);
		supply(ANNA, BERT);
		supply(BERT, CARL);
		relate_by(BERT, ANNA, Insures);
		let figures = || {
			let network = TradeNetwork::network();
			(network.supplies, network.reciprocated)
		};
		assert_eq!(figures(), (2, 0));
		supply(BERT, ANNA);
		assert_eq!(figures(), (3, 2));
		end(ANNA, BERT);
		assert_eq!(figures(), (1, 0));
	});
}

#[test]
fn countries_are_counted_in_pairs() {
	ExtBuilder::default().build_and_execute(|| {
		for (account, country) in [(1, "SG"), (2, "DE"), (3, "DE"), (4, "CN")] {
			let details = in_country(country, account);
			assert_ok!(TradeNetwork::register_enterprise(signed(account), details));
		}
		supply(1, 2);
		supply(3, 1);
		supply(2, 3);
		supply(4, 1);
		let pairs = || {
			TradeNetwork::country_pairs(None, 100)
				.into_iter()
				.map(|(a, b, count)| format!("{a}{b}{count}"))
				.collect::<Vec<_>>()
		};
		assert_eq!(pairs(), ["CNSG1", "DEDE1", "DESG2"]);
		end(1, 4);
		end(2, 1);
		assert_eq!(pairs(), ["DEDE1", "DESG1"]);
		// A further arc is no further relationship.
		supply(1, 3);
		assert_eq!(pairs(), ["DEDE1", "DESG1"]);
	});
}

#[test]
fn figures_of_a_known_network() {
	// A wheel: 1 in the middle of the circle 2 to 6.
	ExtBuilder::default().build_and_execute(|| {
		register_all(1..=7);
		for rim in 2..=6 {
			supply(1, rim);
			supply(rim, if rim == 6 { 2 } else { rim + 1 });
		}
		let network = TradeNetwork::network();
		assert_eq!((network.enterprises, network.relationships), (7, 10));
		assert_eq!((network.triangles, network.wedges), (5, 10 + 5 * 3));
		assert_eq!(network.degrees[..4], [1, 0, 5, 1]);
		assert_eq!(network.clustering_ppb(), 600_000_000);
		assert_eq!(network.density_ppb(), 20 * 1_000_000_000 / 42);
		assert_eq!(position(1).triangles, 5);
		assert_eq!(position(2).triangles, 2);
	});
}

#[test]
fn tools_can_count_again_from_what_they_read() {
	ExtBuilder::default().build_and_execute(|| {
		register_all(1..=12);
		for (giver, receiver) in
			[(1, 2), (2, 3), (3, 1), (4, 5), (5, 4), (6, 1), (7, 2), (8, 3), (9, 8), (1, 4)]
		{
			supply(giver, receiver);
		}
		relate_by(11, 12, Finances);
		let enterprises = TradeNetwork::enterprises(None, 256);
		let edges = TradeNetwork::edges(None, 1_024)
			.into_iter()
			.map(|(lo, hi, arcs, _, _)| (lo, hi, Arcs::from_bits(arcs)))
			.collect::<Vec<_>>();
		let (figures, positions) = recount(enterprises.iter().map(|(id, _)| *id), &edges);
		assert_eq!(figures, TradeNetwork::network());
		for (id, subject) in enterprises {
			assert_eq!(positions[&id], position(subject));
		}
	});
}
