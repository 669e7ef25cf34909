use super::*;
use crate::types::{PERIOD, period_of};

#[test]
fn orders_are_counted_everywhere() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT]);
		supply(ANNA, BERT);
		events();
		pass(3);
		note_order(ANNA, BERT, 12);
		note_order(BERT, ANNA, 5);
		let noted =
			|subject, partner, volume_class| Event::OrderNoted { subject, partner, volume_class };
		assert_eq!(events(), [noted(ANNA, BERT, 12), noted(BERT, ANNA, 5)]);
		let known = relationship(ANNA, BERT).unwrap();
		assert_eq!((known.orders, known.volume_class, known.last), (2, 12, Some(TODAY + 3)));
		assert_eq!((position(ANNA).orders, position(ANNA).squares), (2, 4));
		assert_eq!(position(ANNA), position(BERT));
		let network = TradeNetwork::network();
		assert_eq!((network.orders, network.active), (2, 1));
	});
}

#[test]
fn orders_without_a_relationship_are_passed_over() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT, CARL]);
		supply(ANNA, BERT);
		rotate(ANNA, NEW);
		events();
		for (a, b) in [
			(ANNA, STRANGER),
			(STRANGER, ANNA),
			(STRANGER, BEGGAR),
			(ANNA, CARL),
			(ANNA, ANNA),
			(ANNA, NEW),
		] {
			assert_storage_noop!(note_order(a, b, 1));
		}
		assert_eq!(events(), []);
		end(NEW, BERT);
		assert_storage_noop!(note_order(NEW, BERT, 1));
	});
}

#[test]
fn orders_leave_with_their_relationship() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT, CARL]);
		supply(ANNA, BERT);
		supply(ANNA, CARL);
		for _ in 0..3 {
			note_order(ANNA, BERT, 1);
		}
		note_order(ANNA, CARL, 1);
		assert_eq!((position(ANNA).orders, position(ANNA).squares), (4, 10));
		end(ANNA, BERT);
		assert_eq!((position(ANNA).orders, position(ANNA).squares), (1, 1));
		assert_eq!((position(BERT).orders, position(BERT).squares), (0, 0));
		let network = TradeNetwork::network();
		assert_eq!((network.orders, network.active), (1, 1));
		// A new beginning begins with nothing.
		supply(ANNA, BERT);
		assert_eq!(relationship(ANNA, BERT).unwrap().orders, 0);
	});
}

#[test]
fn concentration_is_the_herfindahl_index() {
	ExtBuilder::default().build_and_execute(|| {
		register_all(1..=5);
		let orders = [5u64, 3, 2, 0];
		for (partner, orders) in (2..).zip(orders) {
			supply(ANNA, partner);
			for _ in 0..orders {
				note_order(ANNA, partner, 1);
			}
		}
		// (25 + 9 + 4) / 100
		assert_eq!(report(ANNA).herfindahl, 3_800);
		// All with one.
		assert_eq!(report(2).herfindahl, 10_000);
		// None at all.
		assert_eq!(report(5).herfindahl, 0);
		end(ANNA, 2);
		// (9 + 4) / 25
		assert_eq!(report(ANNA).herfindahl, 5_200);
	});
}

#[test]
fn activity_is_counted_by_periods() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(TODAY % PERIOD, 0);
		register_all(1..=4);
		supply(1, 2);
		supply(3, 4);
		let activity = || {
			let network = TradeNetwork::network();
			(network.active, network.active_before)
		};
		note_order(1, 2, 1);
		note_order(1, 2, 1);
		note_order(3, 4, 1);
		assert_eq!(activity(), (2, 0));
		pass(PERIOD - 1);
		note_order(3, 4, 1);
		assert_eq!(activity(), (2, 0));
		// The next period begins for readers before anything is noted in it.
		pass(1);
		assert_eq!(activity(), (0, 2));
		assert_eq!(Figures::<Test>::get().period, period_of(TODAY));
		TradeNetwork::do_try_state().unwrap();
		note_order(3, 4, 1);
		assert_eq!(activity(), (1, 2));
		// What ends was active none the less in the period before.
		end(1, 2);
		assert_eq!(activity(), (1, 2));
		pass(PERIOD);
		assert_eq!(activity(), (0, 1));
		// Two periods on, the one before had nothing.
		pass(PERIOD);
		assert_eq!(activity(), (0, 0));
		note_order(3, 4, 1);
		assert_eq!(activity(), (1, 0));
	});
}

#[test]
fn an_active_relationship_that_ends_is_not_active() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT]);
		supply(ANNA, BERT);
		note_order(ANNA, BERT, 1);
		end(ANNA, BERT);
		assert_eq!(TradeNetwork::network().active, 0);
		// Nor does one that was active long ago take away from those that are now.
		register_all([CARL, DORA]);
		supply(CARL, DORA);
		supply(ANNA, BERT);
		note_order(ANNA, BERT, 1);
		pass(PERIOD);
		note_order(CARL, DORA, 1);
		end(ANNA, BERT);
		assert_eq!(TradeNetwork::network().active, 1);
	});
}

#[test]
fn a_relationship_without_orders_is_dormant_after_its_time() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT]);
		supply(ANNA, BERT);
		let dormant = || TradeNetwork::relationships(ANNA, None, 1)[0].dormant;
		assert!(!dormant());
		pass(180);
		assert!(!dormant());
		pass(1);
		assert!(dormant());
		note_order(ANNA, BERT, 1);
		assert!(!dormant());
		pass(181);
		assert!(dormant());
	});
}
