//! What is held is what tickets say, and nothing is lost.

use super::*;
use frame::traits::fungible::Inspect;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What a ticket holds. It keeps the amount to itself, but writes it first.
fn amount(ticket: &impl Encode) -> u64 {
	u64::decode(&mut &ticket.encode()[..]).unwrap()
}

/// What the tickets in the state say, by account and reason.
fn tickets() -> BTreeMap<(AccountId, u8), u64> {
	let mut all = BTreeMap::new();
	let mut add = |account, reason: HoldReason, ticket: u64| {
		*all.entry((account, reason.encode()[0])).or_default() += ticket;
	};
	for enterprise in Enterprises::<Test>::iter_values() {
		add(*enterprise.payer(), HoldReason::Registration, amount(&enterprise.ticket));
	}
	for relationship in Relationships::<Test>::iter_values() {
		add(relationship.payer, HoldReason::Relationship, amount(&relationship.ticket));
	}
	for proposal in Proposals::<Test>::iter_values() {
		add(proposal.payer, HoldReason::Proposal, amount(&proposal.ticket));
	}
	all
}

/// What is held, by account and reason.
fn holds() -> BTreeMap<(AccountId, u8), u64> {
	let reasons = [HoldReason::Registration, HoldReason::Relationship, HoldReason::Proposal];
	TRADERS
		.chain([PLATFORM, REGISTRAR, STRANGER, BEGGAR])
		.flat_map(|account| {
			reasons.map(|reason| ((account, reason.encode()[0]), held(reason, account)))
		})
		.filter(|(_, held)| *held > 0)
		.collect()
}

pub(crate) fn check_deposits() {
	assert_eq!(holds(), tickets());
	let everybody = TRADERS.chain([PLATFORM, REGISTRAR, OTHER_REGISTRAR, STRANGER]);
	let wealth =
		everybody.map(|account| <Balances as Inspect<_>>::total_balance(&account)).sum::<u64>();
	assert_eq!(wealth, 44 * WEALTH);
}

#[test]
fn deposits_are_by_footprint() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT]);
		let size = TradeNetwork::registration_footprint().size;
		assert!(size > EnterpriseOf::<Test>::max_encoded_len() as u64);
		assert_eq!(held(HoldReason::Registration, ANNA), 1_000 + size);
		assert_ok!(TradeNetwork::propose_relationship(signed(ANNA), BERT, Carries, true));
		let size = TradeNetwork::proposal_footprint().size;
		assert_eq!(held(HoldReason::Proposal, ANNA), 30 + size);
		supply(ANNA, BERT);
		let size = TradeNetwork::relationship_footprint().size;
		assert_eq!(held(HoldReason::Relationship, PLATFORM), 200 + size);
		check_deposits();
	});
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 60, ..Default::default() })]

	#[test]
	fn holds_are_the_sum_of_tickets(
		steps in proptest::collection::vec(invariants::step(), 1..80),
	) {
		ExtBuilder::default().max_partners(4).build_and_execute(|| {
			for step in steps {
				invariants::take(step);
				check_deposits();
			}
		});
	}
}
