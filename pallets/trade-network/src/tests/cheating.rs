//! What somebody would try who wants two histories, another's place, or a network that is not there.

use super::*;

#[test]
fn one_legal_entity_twice() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT]);
		let attest_as = |registrar, account| {
			TradeNetwork::attest_enterprise(
				signed(registrar),
				account,
				Registered,
				entity(7),
				CurrentDay::get() + 10,
			)
		};
		assert_ok!(attest_as(REGISTRAR, ANNA));
		// With a second account, by the same registrar or by another.
		for registrar in [REGISTRAR, OTHER_REGISTRAR] {
			assert_noop!(attest_as(registrar, BERT), Error::<Test>::EntityTaken);
		}
		// Having had the first attestation taken back, or having waited until it was over.
		assert_ok!(TradeNetwork::revoke_attestation(signed(REGISTRAR), ANNA));
		assert_noop!(attest_as(REGISTRAR, BERT), Error::<Test>::EntityTaken);
		pass(1_000);
		assert_noop!(attest_as(REGISTRAR, BERT), Error::<Test>::EntityTaken);
		// Having closed the first: it cannot.
		assert_noop!(TradeNetwork::close_enterprise(signed(ANNA)), Error::<Test>::OnceVerified);
		// Having given the first away: it is the same subject still.
		rotate(ANNA, NEW);
		assert_noop!(
			TradeNetwork::register_enterprise(signed(ANNA), details(9)),
			Error::<Test>::AlreadyRegistered
		);
		assert_noop!(attest_as(REGISTRAR, BERT), Error::<Test>::EntityTaken);
		assert_eq!(TradeNetwork::subject_of(NEW), ANNA);
	});
}

#[test]
fn a_name_from_before_the_check() {
	ExtBuilder::default().build_and_execute(|| {
		register(ANNA);
		assert_ok!(attest(ANNA, Identified));
		// What was looked at cannot be exchanged for something else behind the registrar's back.
		let mut other = details(ANNA);
		other.commitments.name = None;
		assert_noop!(TradeNetwork::update_enterprise(signed(ANNA), other), Error::<Test>::Verified);
	});
}

#[test]
fn hijack_by_recovery() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT]);
		assert_ok!(attest(ANNA, Identified));
		let start = |by, account| TradeNetwork::start_recovery(signed(by), ANNA, account);
		// Nobody but a registrar can begin one,
		for thief in [STRANGER, BERT, PLATFORM] {
			assert_noop!(start(thief, NEW), Error::<Test>::NotRegistrar);
		}
		// a registrar in league with the thief is told on, and stopped by the owner,
		events();
		assert_ok!(start(REGISTRAR, NEW));
		assert!(matches!(events()[..], [Event::RecoveryStarted { subject: ANNA, .. }]));
		pass(3);
		assert_noop!(
			TradeNetwork::finish_recovery(signed(NEW), ANNA),
			Error::<Test>::RecoveryNotReady
		);
		assert_ok!(TradeNetwork::cancel_recovery(signed(ANNA), ANNA));
		pass(100);
		assert_noop!(TradeNetwork::finish_recovery(signed(NEW), ANNA), Error::<Test>::NoRecovery);
		// or by two thirds of the seats, who take its role away.
		assert_ok!(start(REGISTRAR, NEW));
		Members::set(REGISTRAR, &[]);
		pass(100);
		assert_noop!(TradeNetwork::finish_recovery(signed(NEW), ANNA), Error::<Test>::NotRegistrar);
		assert_eq!(report(ANNA).controller, ANNA);
	});
}

#[test]
fn hijack_by_an_offer() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT]);
		// An offer of one's own does not open another's door.
		assert_ok!(TradeNetwork::offer_control(signed(BERT), Some(NEW)));
		assert_noop!(TradeNetwork::accept_control(signed(NEW), ANNA), Error::<Test>::NoOffer);
		// Nor does a former account's.
		rotate(ANNA, 31);
		assert_noop!(
			TradeNetwork::offer_control(signed(ANNA), Some(ANNA)),
			Error::<Test>::NotController
		);
		// Nobody becomes another enterprise's account without accepting it.
		assert_eq!(TradeNetwork::subject_of(NEW), NEW);
	});
}

#[test]
fn trade_with_oneself() {
	ExtBuilder::default().build_and_execute(|| {
		register(ANNA);
		rotate(ANNA, NEW);
		for partner in [ANNA, NEW] {
			assert_noop!(
				TradeNetwork::propose_relationship(signed(NEW), partner, Supplies, true),
				Error::<Test>::SelfRelationship
			);
		}
		assert_noop!(
			bring(by_both(agreement(NEW, NEW, Supplies))),
			Error::<Test>::SelfRelationship
		);
		// Under an account from before it is not even an agreement.
		assert_noop!(bring(by_both(agreement(NEW, ANNA, Supplies))), Error::<Test>::NotController);
		assert_storage_noop!(note_order(ANNA, NEW, 63));
	});
}

#[test]
fn more_partners_than_the_cap_by_every_way() {
	ExtBuilder::default().max_partners(3).build_and_execute(|| {
		register_all(1..=8);
		// A proposal from before.
		assert_ok!(TradeNetwork::propose_relationship(signed(5), 1, Supplies, true));
		for partner in 2..=4 {
			supply(1, partner);
		}
		let full = Error::<Test>::TooManyPartners;
		assert_noop!(TradeNetwork::propose_relationship(signed(1), 6, Supplies, true), full);
		let full = Error::<Test>::TooManyPartners;
		assert_noop!(bring(by_both(agreement(6, 1, Supplies))), full);
		let full = Error::<Test>::TooManyPartners;
		assert_noop!(
			with_storage_layer(|| TradeNetwork::answer_proposal(
				signed(1),
				5,
				Supplies,
				false,
				true
			)),
			full
		);
		// Three at once of which the second is one too many.
		supply(6, 7);
		supply(6, 8);
		let batch = [(6, 5), (6, 2), (7, 8)]
			.map(|(giver, receiver)| by_both(agreement(giver, receiver, Supplies)));
		let refused = Error::<Test>::AgreementRefused { index: 1, cause: Cause::TooManyPartners };
		assert_noop!(
			with_storage_layer(|| TradeNetwork::submit_agreements(
				signed(PLATFORM),
				batch.to_vec().try_into().unwrap()
			)),
			refused
		);
		assert_eq!(position(1).degree, 3);
	});
}

#[test]
fn an_agreement_again_after_the_end() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT, CARL]);
		let agreed = by_both(Agreement { until: TODAY + 7, ..agreement(ANNA, BERT, Supplies) });
		assert_ok!(bring(agreed.clone()));
		assert_noop!(bring(agreed.clone()), Error::<Test>::AlreadyRelated);
		end(BERT, ANNA);
		assert_noop!(bring(agreed.clone()), Error::<Test>::AgreementOutdated);
		// Neither when they agreed anew and ended again,
		supply(ANNA, BERT);
		end(ANNA, BERT);
		assert_noop!(bring(agreed), Error::<Test>::AgreementOutdated);
		// nor when it was signed before and never brought, whoever the ending was with.
		supply(BERT, CARL);
		let agreed = by_both(agreement(ANNA, BERT, Supplies));
		end(CARL, BERT);
		assert_noop!(bring(agreed), Error::<Test>::AgreementOutdated);
		assert_eq!(relationship(ANNA, BERT), None);
	});
}

#[test]
fn an_agreement_again_after_both_began_anew() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT]);
		let agreed = by_both(Agreement { until: TODAY + 7, ..agreement(ANNA, BERT, Supplies) });
		assert_ok!(bring(agreed.clone()));
		end(ANNA, BERT);
		for account in [ANNA, BERT] {
			assert_ok!(TradeNetwork::close_enterprise(signed(account)));
			register(account);
		}
		assert_noop!(bring(agreed), Error::<Test>::AgreementOutdated);
	});
}

#[test]
fn an_agreement_of_another_chain_or_another_account() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT]);
		let agreed = agreement(ANNA, BERT, Supplies);
		let payload = agreed.payload(&H256::zero());
		let elsewhere = SignedAgreement {
			agreement: agreed.clone(),
			giver_signature: TestSignature(ANNA, payload.clone()),
			receiver_signature: TestSignature(BERT, payload),
		};
		assert_noop!(bring(elsewhere), Error::<Test>::WrongGiverSignature);
		// A key that was given away does not sign any more, and one that was not taken not yet.
		let before = by_both(agreed);
		assert_ok!(TradeNetwork::offer_control(signed(ANNA), Some(NEW)));
		assert_noop!(bring(by_both(agreement(NEW, BERT, Supplies))), Error::<Test>::UnknownPartner);
		assert_ok!(TradeNetwork::accept_control(signed(NEW), ANNA));
		assert_noop!(bring(before), Error::<Test>::NotController);
	});
}

#[test]
fn consent_of_the_old_days() {
	ExtBuilder::default().build_and_execute(|| {
		let consent =
			Consent { sponsor: PLATFORM, account: ANNA, details: details(ANNA), until: TODAY + 7 };
		let signature = TestSignature(ANNA, consent.payload(&GENESIS));
		let sponsor = || {
			TradeNetwork::sponsor_enterprise(
				signed(PLATFORM),
				ANNA,
				details(ANNA),
				TODAY + 7,
				signature.clone(),
			)
		};
		assert_ok!(sponsor());
		assert_noop!(sponsor(), Error::<Test>::AlreadyRegistered);
		// After it left, for some days only, and at the sponsor's expense.
		assert_ok!(TradeNetwork::close_enterprise(signed(ANNA)));
		hypothetically_ok!(sponsor());
		pass(8);
		assert_noop!(sponsor(), Error::<Test>::ConsentExpired);
	});
}

#[test]
fn blocking_somebody_s_exit() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT, CARL]);
		// Proposals keep Anna from closing, but she gets rid of them in the same moment.
		for proposer in [BERT, CARL] {
			assert_ok!(TradeNetwork::propose_relationship(signed(proposer), ANNA, Supplies, true));
		}
		assert_noop!(TradeNetwork::close_enterprise(signed(ANNA)), Error::<Test>::ProposalsPending);
		for proposal in TradeNetwork::proposals(ANNA, None, 256) {
			assert_ok!(TradeNetwork::answer_proposal(
				signed(ANNA),
				proposal.proposer,
				proposal.kind,
				proposal.gives,
				false
			));
		}
		assert_ok!(TradeNetwork::close_enterprise(signed(ANNA)));
		for proposer in [BERT, CARL] {
			assert_eq!(held(HoldReason::Proposal, proposer), 0);
		}
	});
}
