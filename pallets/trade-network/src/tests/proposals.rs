use super::*;

fn propose(
	account: AccountId,
	partner: AccountId,
	kind: RelationshipKind,
	gives: bool,
) -> DispatchResult {
	TradeNetwork::propose_relationship(signed(account), partner, kind, gives)
}

fn withdraw(
	account: AccountId,
	partner: AccountId,
	kind: RelationshipKind,
	gives: bool,
) -> DispatchResult {
	TradeNetwork::withdraw_proposal(signed(account), partner, kind, gives)
}

fn answer(
	account: AccountId,
	partner: AccountId,
	kind: RelationshipKind,
	gives: bool,
	accept: bool,
) -> DispatchResultWithPostInfo {
	with_storage_layer(|| {
		TradeNetwork::answer_proposal(signed(account), partner, kind, gives, accept)
	})
}

/// Anna and Bert are registered, and Anna proposed to supply Bert.
fn proposed() {
	register_all([ANNA, BERT]);
	events();
	assert_ok!(propose(ANNA, BERT, Supplies, true));
}

mod propose_relationship {
	use super::*;

	#[test]
	fn success_changes_nothing_but_asks() {
		ExtBuilder::default().build_and_execute(|| {
			proposed();
			let event = Event::RelationshipProposed {
				proposer: ANNA,
				partner: BERT,
				kind: Supplies,
				proposer_gives: true,
			};
			assert_eq!(events(), [event]);
			assert_eq!(relationship(ANNA, BERT), None);
			assert!(held(HoldReason::Proposal, ANNA) > 30);
			assert_eq!(held(HoldReason::Proposal, BERT), 0);
			let proposals = TradeNetwork::proposals(BERT, None, 9);
			let expected = hanse_types::ProposalReport {
				proposer: ANNA,
				kind: Supplies,
				gives: false,
				day: TODAY,
			};
			assert_eq!(proposals, [expected]);
			assert_eq!(TradeNetwork::proposals(ANNA, None, 9), []);
		});
	}

	#[test]
	fn success_for_every_arc_once() {
		ExtBuilder::default().build_and_execute(|| {
			register_all([ANNA, BERT]);
			for kind in RelationshipKind::ALL {
				for gives in [true, false] {
					assert_ok!(propose(ANNA, BERT, kind, gives));
					// The other way round it is a proposal of its own.
					assert_ok!(propose(BERT, ANNA, kind, !gives));
					assert_noop!(propose(ANNA, BERT, kind, gives), Error::<Test>::AlreadyProposed);
				}
			}
			assert_eq!(Proposals::<Test>::iter().count(), 16);
			assert_eq!(OpenProposals::<Test>::get(0), 16);
		});
	}

	#[test]
	fn fails_for_strangers_and_with_strangers() {
		ExtBuilder::default().build_and_execute(|| {
			register(ANNA);
			assert_noop!(propose(STRANGER, ANNA, Supplies, true), Error::<Test>::NotRegistered);
			assert_noop!(propose(ANNA, STRANGER, Supplies, true), Error::<Test>::UnknownPartner);
			rotate(ANNA, NEW);
			assert_noop!(propose(ANNA, STRANGER, Supplies, true), Error::<Test>::NotController);
		});
	}

	#[test]
	fn fails_with_oneself_under_any_account() {
		ExtBuilder::default().build_and_execute(|| {
			register(ANNA);
			rotate(ANNA, NEW);
			for partner in [ANNA, NEW] {
				for gives in [true, false] {
					assert_noop!(
						propose(NEW, partner, Supplies, gives),
						Error::<Test>::SelfRelationship
					);
				}
			}
		});
	}

	#[test]
	fn fails_for_an_arc_that_exists() {
		ExtBuilder::default().build_and_execute(|| {
			register_all([ANNA, BERT]);
			supply(ANNA, BERT);
			assert_noop!(propose(ANNA, BERT, Supplies, true), Error::<Test>::AlreadyRelated);
			assert_noop!(propose(BERT, ANNA, Supplies, false), Error::<Test>::AlreadyRelated);
			assert_ok!(propose(BERT, ANNA, Supplies, true));
			assert_ok!(propose(ANNA, BERT, Carries, true));
		});
	}

	#[test]
	fn fails_when_one_side_is_full() {
		ExtBuilder::default().max_partners(2).build_and_execute(|| {
			register_all(1..=5);
			supply(1, 2);
			supply(1, 3);
			assert_noop!(propose(1, 4, Supplies, true), Error::<Test>::TooManyPartners);
			assert_noop!(propose(4, 1, Supplies, true), Error::<Test>::TooManyPartners);
			// A further arc between partners is no further partner.
			assert_ok!(propose(1, 2, Carries, true));
		});
	}

	#[test]
	fn fails_without_money() {
		ExtBuilder::default().build_and_execute(|| {
			register_all([ANNA, BERT]);
			rotate(ANNA, BEGGAR);
			assert_noop!(propose(BEGGAR, BERT, Supplies, true), TokenError::FundsUnavailable);
		});
	}
}

mod withdraw_proposal {
	use super::*;

	#[test]
	fn success_returns_the_deposit() {
		ExtBuilder::default().build_and_execute(|| {
			proposed();
			events();
			assert_ok!(withdraw(ANNA, BERT, Supplies, true));
			let event = Event::ProposalWithdrawn {
				proposer: ANNA,
				partner: BERT,
				kind: Supplies,
				proposer_gives: true,
			};
			assert_eq!(events(), [event]);
			assert_eq!(held(HoldReason::Proposal, ANNA), 0);
			assert_eq!(Proposals::<Test>::iter().count(), 0);
			assert_eq!(OpenProposals::<Test>::iter().count(), 0);
			assert_noop!(withdraw(ANNA, BERT, Supplies, true), Error::<Test>::NoProposal);
			assert_noop!(answer(BERT, ANNA, Supplies, false, true), Error::<Test>::NoProposal);
		});
	}

	#[test]
	fn success_returns_the_deposit_to_the_account_that_paid_it() {
		ExtBuilder::default().build_and_execute(|| {
			proposed();
			rotate(ANNA, NEW);
			assert_ok!(withdraw(NEW, BERT, Supplies, true));
			assert_eq!(held(HoldReason::Proposal, ANNA), 0);
		});
	}

	#[test]
	fn fails_for_others_and_for_other_proposals() {
		ExtBuilder::default().build_and_execute(|| {
			proposed();
			register(CARL);
			assert_noop!(withdraw(STRANGER, BERT, Supplies, true), Error::<Test>::NotRegistered);
			assert_noop!(withdraw(ANNA, STRANGER, Supplies, true), Error::<Test>::UnknownPartner);
			for (account, partner, kind, gives) in [
				(ANNA, BERT, Supplies, false),
				(ANNA, BERT, Carries, true),
				(ANNA, CARL, Supplies, true),
				(CARL, BERT, Supplies, true),
				(BERT, ANNA, Supplies, true),
				(BERT, ANNA, Supplies, false),
			] {
				assert_noop!(withdraw(account, partner, kind, gives), Error::<Test>::NoProposal);
			}
			rotate(ANNA, NEW);
			assert_noop!(withdraw(ANNA, BERT, Supplies, true), Error::<Test>::NotController);
		});
	}
}

mod answer_proposal {
	use super::*;

	#[test]
	fn success_begins_a_relationship_that_the_proposer_pays_for() {
		ExtBuilder::default().build_and_execute(|| {
			proposed();
			events();
			let weight = answer(BERT, ANNA, Supplies, false, true).unwrap().actual_weight;
			assert_eq!(weight, Some(<() as WeightInfo>::answer_proposal(0)));
			assert_eq!(
				events(),
				[
					Event::ProposalAnswered {
						proposer: ANNA,
						partner: BERT,
						kind: Supplies,
						proposer_gives: true,
						accepted: true,
					},
					Event::RelationshipBegan {
						giver: ANNA,
						receiver: BERT,
						kind: Supplies,
						payer: ANNA,
					},
				]
			);
			let known = relationship(ANNA, BERT).unwrap();
			assert_eq!(known.arcs, Arcs::single(Supplies, true));
			assert_eq!((known.since, known.orders, known.last), (TODAY, 0, None));
			assert_eq!(held(HoldReason::Proposal, ANNA), 0);
			assert!(held(HoldReason::Relationship, ANNA) > 200);
			assert_eq!(held(HoldReason::Relationship, BERT), 0);
			assert_eq!(TradeNetwork::network().relationships, 1);
			assert_eq!(position(ANNA).degree, 1);
		});
	}

	#[test]
	fn success_in_every_direction() {
		for (proposer_gives, giver, receiver) in [(true, ANNA, BERT), (false, BERT, ANNA)] {
			for kind in RelationshipKind::ALL {
				ExtBuilder::default().build_and_execute(|| {
					register_all([ANNA, BERT]);
					assert_ok!(propose(ANNA, BERT, kind, proposer_gives));
					assert_ok!(answer(BERT, ANNA, kind, !proposer_gives, true));
					let arcs = relationship(ANNA, BERT).unwrap().arcs;
					assert_eq!(arcs, Arcs::between(kind, id_of(giver), id_of(receiver)));
				});
			}
		}
	}

	#[test]
	fn success_extends_a_relationship_at_no_further_cost() {
		ExtBuilder::default().build_and_execute(|| {
			proposed();
			assert_ok!(answer(BERT, ANNA, Supplies, false, true));
			let cost = held(HoldReason::Relationship, ANNA);
			assert_ok!(propose(BERT, ANNA, Finances, true));
			events();
			assert_ok!(answer(ANNA, BERT, Finances, false, true));
			let extended =
				Event::RelationshipExtended { giver: BERT, receiver: ANNA, kind: Finances };
			assert_eq!(events()[1..], [extended]);
			assert_eq!(held(HoldReason::Relationship, ANNA), cost);
			assert_eq!(held(HoldReason::Relationship, BERT), 0);
			assert_eq!(held(HoldReason::Proposal, BERT), 0);
			let arcs = relationship(ANNA, BERT).unwrap().arcs;
			assert_eq!(arcs, Arcs::single(Supplies, true).with(Finances, false));
			assert_eq!(TradeNetwork::network().relationships, 1);
		});
	}

	#[test]
	fn success_declines() {
		ExtBuilder::default().build_and_execute(|| {
			proposed();
			events();
			let weight = answer(BERT, ANNA, Supplies, false, false).unwrap().actual_weight;
			assert_eq!(weight, Some(<() as WeightInfo>::answer_proposal(0)));
			assert!(matches!(events()[..], [Event::ProposalAnswered { accepted: false, .. }]));
			assert_eq!(relationship(ANNA, BERT), None);
			assert_eq!(held(HoldReason::Proposal, ANNA), 0);
			// It may be proposed again.
			assert_ok!(propose(ANNA, BERT, Supplies, true));
		});
	}

	#[test]
	fn success_with_one_of_two_proposals_of_the_same() {
		ExtBuilder::default().build_and_execute(|| {
			proposed();
			assert_ok!(propose(BERT, ANNA, Supplies, false));
			assert_eq!(relationship(ANNA, BERT), None);
			assert_ok!(answer(ANNA, BERT, Supplies, true, true));
			assert_eq!(held(HoldReason::Relationship, ANNA), 0);
			// The other one can only be declined, or withdrawn.
			assert_noop!(answer(BERT, ANNA, Supplies, false, true), Error::<Test>::AlreadyRelated);
			hypothetically_ok!(withdraw(ANNA, BERT, Supplies, true));
			assert_ok!(answer(BERT, ANNA, Supplies, false, false));
			assert_eq!(held(HoldReason::Proposal, ANNA), 0);
		});
	}

	#[test]
	fn fails_for_others_and_for_other_proposals() {
		ExtBuilder::default().build_and_execute(|| {
			proposed();
			register(CARL);
			for (account, partner, kind, gives) in [
				(ANNA, BERT, Supplies, true),
				(ANNA, BERT, Supplies, false),
				(BERT, ANNA, Supplies, true),
				(BERT, ANNA, Insures, false),
				(BERT, CARL, Supplies, false),
				(CARL, ANNA, Supplies, false),
			] {
				for accept in [true, false] {
					assert_noop!(
						answer(account, partner, kind, gives, accept),
						Error::<Test>::NoProposal
					);
				}
			}
			assert_noop!(
				answer(STRANGER, ANNA, Supplies, false, true),
				Error::<Test>::NotRegistered
			);
			assert_noop!(
				answer(BERT, STRANGER, Supplies, false, true),
				Error::<Test>::UnknownPartner
			);
			rotate(BERT, NEW);
			assert_noop!(answer(BERT, ANNA, Supplies, false, true), Error::<Test>::NotController);
			assert_ok!(answer(NEW, ANNA, Supplies, false, true));
		});
	}

	#[test]
	fn fails_when_one_side_became_full() {
		ExtBuilder::default().max_partners(1).build_and_execute(|| {
			proposed();
			register(CARL);
			supply(CARL, ANNA);
			assert_noop!(answer(BERT, ANNA, Supplies, false, true), Error::<Test>::TooManyPartners);
			end(ANNA, CARL);
			assert_ok!(answer(BERT, ANNA, Supplies, false, true));
		});
	}

	#[test]
	fn fails_when_the_proposer_cannot_pay_any_more() {
		ExtBuilder::default().build_and_execute(|| {
			proposed();
			assert_ok!(Balances::transfer_all(signed(ANNA), STRANGER, true));
			let before = held(HoldReason::Proposal, ANNA);
			assert_noop!(answer(BERT, ANNA, Supplies, false, true), TokenError::FundsUnavailable);
			assert_eq!(held(HoldReason::Proposal, ANNA), before);
			// Declining costs nothing.
			assert_ok!(answer(BERT, ANNA, Supplies, false, false));
		});
	}
}
