use super::*;

fn close(account: AccountId) -> DispatchResultWithPostInfo {
	TradeNetwork::close_enterprise(signed(account))
}

#[test]
fn success_leaves_nothing_behind() {
	ExtBuilder::default().build_and_execute(|| {
		register(ANNA);
		rotate(ANNA, 31);
		rotate(31, 32);
		assert_ok!(TradeNetwork::offer_control(signed(32), Some(33)));
		events();
		let paid = close(32).unwrap().actual_weight;
		assert_eq!(paid, Some(<() as WeightInfo>::close_enterprise(3)));
		assert_eq!(events(), [Event::EnterpriseClosed { subject: ANNA, id: 0 }]);
		assert_eq!(held(HoldReason::Registration, ANNA), 0);
		assert_eq!(TradeNetwork::network(), NetworkFigures::default());
		assert_eq!(Accounts::<Test>::iter().count(), 0);
		assert_eq!(Offers::<Test>::iter().count(), 0);
		assert_eq!(TradeNetwork::enterprise(ANNA), None);
		assert_eq!(TradeNetwork::subject_of(32), 32);
		// All of its accounts are free again, and get ids that nobody had.
		for account in [ANNA, 31, 32] {
			register(account);
		}
		assert_eq!([ANNA, 31, 32].map(id_of), [1, 2, 3]);
	});
}

#[test]
fn success_returns_the_deposit_to_the_sponsor() {
	ExtBuilder::default().build_and_execute(|| {
		let consent =
			Consent { sponsor: PLATFORM, account: BEGGAR, details: details(9), until: TODAY };
		let signature = TestSignature(BEGGAR, consent.payload(&GENESIS));
		assert_ok!(TradeNetwork::sponsor_enterprise(
			signed(PLATFORM),
			BEGGAR,
			details(9),
			TODAY,
			signature
		));
		assert!(held(HoldReason::Registration, PLATFORM) > 0);
		assert_ok!(close(BEGGAR));
		assert_eq!(held(HoldReason::Registration, PLATFORM), 0);
		assert_eq!(Balances::free_balance(PLATFORM), WEALTH);
		assert_eq!(Balances::free_balance(BEGGAR), 0);
	});
}

#[test]
fn fails_with_partners() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT]);
		supply(ANNA, BERT);
		assert_noop!(close(ANNA), Error::<Test>::StillRelated);
		assert_noop!(close(BERT), Error::<Test>::StillRelated);
		end(ANNA, BERT);
		assert_ok!(close(ANNA));
		assert_ok!(close(BERT));
	});
}

#[test]
fn fails_once_verified() {
	ExtBuilder::default().build_and_execute(|| {
		register(ANNA);
		assert_ok!(attest(ANNA, Registered));
		assert_noop!(close(ANNA), Error::<Test>::OnceVerified);
		assert_ok!(TradeNetwork::revoke_attestation(signed(REGISTRAR), ANNA));
		assert_noop!(close(ANNA), Error::<Test>::OnceVerified);
		pass(1_000);
		assert_noop!(close(ANNA), Error::<Test>::OnceVerified);
	});
}

#[test]
fn fails_with_proposals_that_are_not_answered() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT]);
		assert_ok!(TradeNetwork::propose_relationship(signed(ANNA), BERT, Supplies, true));
		assert_noop!(close(ANNA), Error::<Test>::ProposalsPending);
		assert_noop!(close(BERT), Error::<Test>::ProposalsPending);
		assert_ok!(TradeNetwork::answer_proposal(signed(BERT), ANNA, Supplies, false, false));
		assert_ok!(close(BERT));
		assert_ok!(close(ANNA));
	});
}

#[test]
fn fails_for_others() {
	ExtBuilder::default().build_and_execute(|| {
		register(ANNA);
		rotate(ANNA, NEW);
		assert_noop!(close(STRANGER), Error::<Test>::NotRegistered);
		assert_noop!(close(ANNA), Error::<Test>::NotController);
	});
}
