use super::*;

fn try_end(account: AccountId, partner: AccountId) -> DispatchResultWithPostInfo {
	TradeNetwork::end_relationship(signed(account), partner)
}

#[test]
fn success_by_either_side_returns_the_deposit() {
	for (ender, other) in [(ANNA, BERT), (BERT, ANNA)] {
		ExtBuilder::default().build_and_execute(|| {
			register_all([ANNA, BERT]);
			supply(ANNA, BERT);
			relate_by(BERT, ANNA, Finances);
			note_order(ANNA, BERT, 7);
			assert!(held(HoldReason::Relationship, PLATFORM) > 0);
			events();
			let weight = try_end(ender, other).unwrap().actual_weight;
			assert_eq!(weight, Some(<() as WeightInfo>::end_relationship(1)));
			let ended =
				Event::RelationshipEnded { subject: ender, partner: other, orders: 1, ending: 1 };
			assert_eq!(events(), [ended]);
			assert_eq!(relationship(ANNA, BERT), None);
			assert_eq!(held(HoldReason::Relationship, PLATFORM), 0);
			assert_eq!(Balances::free_balance(PLATFORM), WEALTH);
			assert_eq!((report(ANNA).endings, report(BERT).endings), (1, 1));
			// The network is as if nothing had been.
			let mut empty = NetworkFigures { enterprises: 2, ..Default::default() };
			empty.degrees[0] = 2;
			assert_eq!(TradeNetwork::network(), empty);
			assert_eq!(Positions::<Test>::iter().count(), 0);
			assert_eq!(Partners::<Test>::iter().count(), 0);
			assert_eq!(CountryPairs::<Test>::iter().count(), 0);
		});
	}
}

#[test]
fn success_through_any_account_of_the_partner() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT]);
		supply(ANNA, BERT);
		rotate(BERT, NEW);
		end(ANNA, NEW);
		supply(ANNA, NEW);
		end(ANNA, BERT);
	});
}

#[test]
fn success_leaves_other_relationships_alone() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT, CARL]);
		supply(ANNA, BERT);
		supply(BERT, CARL);
		supply(CARL, ANNA);
		note_order(ANNA, BERT, 1);
		note_order(BERT, CARL, 1);
		end(ANNA, CARL);
		assert_eq!(relationship(ANNA, BERT).unwrap().orders, 1);
		let network = TradeNetwork::network();
		assert_eq!((network.relationships, network.triangles, network.orders), (2, 0, 2));
		assert_eq!((network.wedges, network.degrees[..3].to_vec()), (1, vec![0, 2, 1]));
	});
}

#[test]
fn success_again_and_again() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT, CARL]);
		supply(ANNA, CARL);
		for ending in 1..=5 {
			supply(ANNA, BERT);
			end(ANNA, BERT);
			assert_eq!((report(ANNA).endings, report(BERT).endings), (ending, ending));
		}
		// Carl has seen none of it.
		assert_eq!(report(CARL).endings, 0);
	});
}

#[test]
fn fails_where_there_is_none() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT]);
		assert_noop!(try_end(ANNA, BERT), Error::<Test>::NotRelated);
		assert_noop!(try_end(ANNA, ANNA), Error::<Test>::NotRelated);
		assert_noop!(try_end(ANNA, STRANGER), Error::<Test>::UnknownPartner);
		supply(ANNA, BERT);
		end(ANNA, BERT);
		assert_noop!(try_end(BERT, ANNA), Error::<Test>::NotRelated);
	});
}

#[test]
fn fails_for_others() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT, CARL]);
		supply(ANNA, BERT);
		assert_noop!(try_end(CARL, BERT), Error::<Test>::NotRelated);
		assert_noop!(try_end(STRANGER, BERT), Error::<Test>::NotRegistered);
		// Who brought and pays it has no say.
		assert_noop!(try_end(PLATFORM, BERT), Error::<Test>::NotRegistered);
		rotate(ANNA, NEW);
		assert_noop!(try_end(ANNA, BERT), Error::<Test>::NotController);
	});
}
