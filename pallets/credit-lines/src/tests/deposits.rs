//! What is held is what tickets say, and nothing is lost.

use super::*;
use frame::traits::fungible::Inspect;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What a ticket holds. It keeps the amount to itself, but writes it first.
fn amount(ticket: &impl Encode) -> u64 {
	u64::decode(&mut &ticket.encode()[..]).unwrap()
}

pub(crate) fn check_deposits() {
	let mut tickets = BTreeMap::<_, u64>::new();
	for line in Lines::<Test>::iter_values().flatten() {
		*tickets.entry(line.bank).or_default() += amount(&line.ticket);
	}
	let everybody = ENTERPRISES.chain(*BANKS.start()..=BEGGAR);
	let holds = everybody
		.clone()
		.map(|account| (account, held(account)))
		.filter(|(_, held)| *held > 0)
		.collect::<BTreeMap<_, _>>();
	assert_eq!(holds, tickets);
	let wealth =
		everybody.map(|account| <Balances as Inspect<_>>::total_balance(&account)).sum::<u64>();
	assert_eq!(wealth, 62 * WEALTH);
}

#[test]
fn deposits_are_by_footprint_and_paid_by_the_bank() {
	ExtBuilder.build_and_execute(|| {
		set(BANK, ANNA);
		let size = CreditLines::line_footprint().size;
		assert!(size > LineOf::<Test>::max_encoded_len() as u64);
		assert_eq!((held(BANK), held(ANNA)), (100 + size, 0));
		set(BANK, BERT);
		assert_eq!(held(BANK), 2 * (100 + size));
		check_deposits();
	});
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 60, ..Default::default() })]

	#[test]
	fn holds_are_the_sum_of_tickets(
		steps in proptest::collection::vec(invariants::step(), 1..80),
	) {
		ExtBuilder.build_and_execute(|| {
			for step in steps {
				invariants::take(step);
				check_deposits();
			}
		});
	}
}
