use super::*;
use hanse_credit_model::NetworkSignals;
use hanse_traits::{NetworkSignalsOf, Registered};

fn signals(subject: AccountId) -> NetworkSignals {
	<TradeNetwork as NetworkSignalsOf<_>>::signals(&subject)
}

#[test]
fn who_is_no_enterprise_has_none() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(signals(ANNA), NetworkSignals::default());
		register(ANNA);
		assert_eq!(signals(ANNA), NetworkSignals::default());
	});
}

#[test]
fn concentration_comes_with_the_orders_behind_it() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT, CARL]);
		supply(ANNA, BERT);
		supply(ANNA, CARL);
		let told = |subject| {
			let NetworkSignals { concentration, orders, .. } = signals(subject);
			(concentration, orders)
		};
		assert_eq!(told(ANNA), (0, 0));
		note_order(ANNA, BERT, 1);
		assert_eq!(told(ANNA), (10_000, 1));
		note_order(ANNA, CARL, 1);
		assert_eq!(told(ANNA), (5_000, 2));
		assert_eq!(told(BERT), (10_000, 1));
	});
}

#[test]
fn closed_rings_are_told_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT, CARL, DORA]);
		supply(ANNA, BERT);
		supply(BERT, CARL);
		supply(CARL, ANNA);
		assert!([ANNA, BERT, CARL].into_iter().all(|subject| signals(subject).closed_ring));
		supply(DORA, CARL);
		assert!(signals(ANNA).closed_ring && !signals(CARL).closed_ring);
	});
}

#[test]
fn every_account_of_an_enterprise_is_registered() {
	ExtBuilder::default().build_and_execute(|| {
		let is_registered = |account| <TradeNetwork as Registered<_>>::is_registered(&account);
		assert!(!is_registered(ANNA));
		register(ANNA);
		rotate(ANNA, NEW);
		assert!(is_registered(ANNA) && is_registered(NEW) && !is_registered(BERT));
		assert_ok!(TradeNetwork::close_enterprise(signed(NEW)));
		assert!(!is_registered(ANNA) && !is_registered(NEW));
	});
}
