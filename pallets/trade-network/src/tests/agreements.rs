use super::*;

fn bring_all(
	agreements: impl IntoIterator<Item = SignedAgreementOf<Test>>,
) -> DispatchResultWithPostInfo {
	let agreements = agreements.into_iter().collect::<Vec<_>>().try_into().unwrap();
	with_storage_layer(|| TradeNetwork::submit_agreements(signed(PLATFORM), agreements))
}

fn refused(index: u8, cause: Cause) -> Error<Test> {
	Error::AgreementRefused { index, cause }
}

/// An agreement refused for a reason, alone and in a batch, behind one that is good.
fn assert_refused(bad: SignedAgreementOf<Test>, cause: Cause) {
	assert_noop!(bring(bad.clone()), Error::<Test>::from(cause));
	let good = by_both(agreement(CARL, DORA, Supplies));
	assert_noop!(bring_all([good, bad]), refused(1, cause));
}

fn registered() {
	register_all([ANNA, BERT, CARL, DORA]);
	events();
}

#[test]
fn success_is_paid_for_by_who_brings_it() {
	ExtBuilder::default().build_and_execute(|| {
		registered();
		let weight = bring(by_both(agreement(BERT, ANNA, Supplies))).unwrap().actual_weight;
		assert_eq!(weight, Some(<() as WeightInfo>::submit_agreement(0)));
		let began = Event::RelationshipBegan {
			giver: BERT,
			receiver: ANNA,
			kind: Supplies,
			payer: PLATFORM,
		};
		assert_eq!(events(), [began]);
		assert_eq!(relationship(ANNA, BERT).unwrap().arcs, Arcs::single(Supplies, false));
		assert!(held(HoldReason::Relationship, PLATFORM) > 200);
		assert_eq!(held(HoldReason::Relationship, ANNA), 0);
	});
}

#[test]
fn success_extends_a_relationship() {
	ExtBuilder::default().build_and_execute(|| {
		registered();
		supply(ANNA, BERT);
		let cost = held(HoldReason::Relationship, PLATFORM);
		events();
		relate_by(BERT, ANNA, Insures);
		let extended = Event::RelationshipExtended { giver: BERT, receiver: ANNA, kind: Insures };
		assert_eq!(events(), [extended]);
		assert_eq!(held(HoldReason::Relationship, PLATFORM), cost);
	});
}

#[test]
fn success_with_the_signatures_of_browser_wallets() {
	ExtBuilder::default().build_and_execute(|| {
		registered();
		let mut signed = by_both(agreement(ANNA, BERT, Carries));
		for signature in [&mut signed.giver_signature, &mut signed.receiver_signature] {
			signature.1 = [b"<Bytes>", &signature.1[..], b"</Bytes>"].concat();
		}
		assert_ok!(bring(signed));
	});
}

#[test]
fn success_through_its_last_day() {
	ExtBuilder::default().build_and_execute(|| {
		registered();
		let agreement = Agreement { until: TODAY + 7, ..agreement(ANNA, BERT, Carries) };
		pass(7);
		assert_ok!(bring(by_both(agreement)));
	});
}

#[test]
fn success_brings_many_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		registered();
		let batch = [(ANNA, BERT), (BERT, CARL), (CARL, ANNA), (CARL, DORA)]
			.map(|(giver, receiver)| by_both(agreement(giver, receiver, Supplies)));
		let weight = bring_all(batch).unwrap().actual_weight;
		// The smaller degrees were 0, 0, 1 and 0.
		assert_eq!(weight, Some(<() as WeightInfo>::submit_agreements(4, 1)));
		let network = TradeNetwork::network();
		assert_eq!((network.relationships, network.triangles, network.cycles), (4, 1, 1));
		let began = |event: &&Event<Test>| {
			matches!(event, Event::RelationshipBegan { payer: PLATFORM, .. })
		};
		assert_eq!(events().iter().filter(began).count(), 4);
	});
}

#[test]
fn success_of_a_batch_with_several_arcs_of_one_pair() {
	ExtBuilder::default().build_and_execute(|| {
		registered();
		let batch = [Supplies, Carries, Finances].map(|kind| by_both(agreement(ANNA, BERT, kind)));
		assert_ok!(bring_all(batch));
		assert_eq!(relationship(ANNA, BERT).unwrap().arcs.len(), 3);
		assert_eq!(TradeNetwork::network().relationships, 1);
	});
}

#[test]
fn fails_when_its_day_is_over_or_too_far_ahead() {
	ExtBuilder::default().build_and_execute(|| {
		registered();
		let until = |until| by_both(Agreement { until, ..agreement(ANNA, BERT, Supplies) });
		assert_refused(until(TODAY - 1), Cause::AgreementExpired);
		assert_refused(until(0), Cause::AgreementExpired);
		assert_refused(until(TODAY + 8), Cause::AgreementTooLong);
		assert_refused(until(Day::MAX), Cause::AgreementTooLong);
	});
}

#[test]
fn fails_with_strangers_and_with_accounts_that_do_not_act_any_more() {
	ExtBuilder::default().build_and_execute(|| {
		registered();
		assert_refused(by_both(agreement(STRANGER, BERT, Supplies)), Cause::UnknownPartner);
		assert_refused(by_both(agreement(ANNA, STRANGER, Supplies)), Cause::UnknownPartner);
		let before = by_both(agreement(ANNA, BERT, Supplies));
		rotate(ANNA, NEW);
		// Signed by the account that acted then, brought when another does.
		assert_refused(before, Cause::NotController);
		assert_refused(by_both(agreement(BERT, ANNA, Supplies)), Cause::NotController);
		assert_ok!(bring(by_both(agreement(NEW, BERT, Supplies))));
	});
}

#[test]
fn fails_with_oneself() {
	ExtBuilder::default().build_and_execute(|| {
		registered();
		assert_refused(by_both(agreement(ANNA, ANNA, Supplies)), Cause::SelfRelationship);
	});
}

#[test]
fn fails_for_an_arc_that_exists() {
	ExtBuilder::default().build_and_execute(|| {
		registered();
		let agreed = by_both(agreement(ANNA, BERT, Supplies));
		assert_ok!(bring(agreed.clone()));
		assert_refused(agreed, Cause::AlreadyRelated);
		// Twice in one batch.
		let twice = by_both(agreement(BERT, CARL, Supplies));
		assert_noop!(bring_all([twice.clone(), twice]), refused(1, Cause::AlreadyRelated));
	});
}

#[test]
fn fails_when_one_side_is_full() {
	ExtBuilder::default().max_partners(1).build_and_execute(|| {
		registered();
		register(5);
		supply(ANNA, 5);
		assert_refused(by_both(agreement(ANNA, BERT, Supplies)), Cause::TooManyPartners);
		assert_refused(by_both(agreement(BERT, ANNA, Supplies)), Cause::TooManyPartners);
		assert_ok!(bring(by_both(agreement(ANNA, 5, Carries))));
	});
}

#[test]
fn fails_without_both_signatures_of_exactly_this() {
	ExtBuilder::default().build_and_execute(|| {
		registered();
		let agreed = agreement(ANNA, BERT, Supplies);
		let payload = agreed.payload(&GENESIS);
		let others = [
			Agreement { giver: CARL, ..agreed.clone() },
			Agreement { receiver: CARL, ..agreed.clone() },
			Agreement { giver: BERT, receiver: ANNA, ..agreed.clone() },
			Agreement { kind: Carries, ..agreed.clone() },
			Agreement { giver_endings: 1, ..agreed.clone() },
			Agreement { receiver_endings: 1, ..agreed.clone() },
			Agreement { until: TODAY + 1, ..agreed.clone() },
		];
		let mut wrong = others.map(|other| other.payload(&GENESIS)).to_vec();
		wrong.push(agreed.payload(&H256::repeat_byte(43)));
		wrong.push(vec![]);
		wrong.push([b"<Bytes>", &payload[..]].concat());
		for bytes in wrong {
			let good = by_both(agreed.clone());
			let giver_signature = TestSignature(ANNA, bytes.clone());
			let bad = SignedAgreement { giver_signature, ..good.clone() };
			assert_refused(bad, Cause::WrongGiverSignature);
			let receiver_signature = TestSignature(BERT, bytes);
			let bad = SignedAgreement { receiver_signature, ..good };
			assert_refused(bad, Cause::WrongReceiverSignature);
		}
		// By another, by the other side, or by both with their places changed.
		let by = |giver, receiver| SignedAgreement {
			agreement: agreed.clone(),
			giver_signature: TestSignature(giver, payload.clone()),
			receiver_signature: TestSignature(receiver, payload.clone()),
		};
		assert_refused(by(PLATFORM, BERT), Cause::WrongGiverSignature);
		assert_refused(by(BERT, BERT), Cause::WrongGiverSignature);
		assert_refused(by(BERT, ANNA), Cause::WrongGiverSignature);
		assert_refused(by(ANNA, PLATFORM), Cause::WrongReceiverSignature);
		assert_refused(by(ANNA, ANNA), Cause::WrongReceiverSignature);
		assert_ok!(bring(by(ANNA, BERT)));
	});
}

#[test]
fn fails_with_a_counter_that_one_side_has_not() {
	ExtBuilder::default().build_and_execute(|| {
		registered();
		for (giver_endings, receiver_endings) in [(1, 0), (0, 1), (1, 1), (u32::MAX, 0)] {
			let agreed =
				Agreement { giver_endings, receiver_endings, ..agreement(ANNA, BERT, Supplies) };
			assert_refused(by_both(agreed), Cause::AgreementOutdated);
		}
	});
}

#[test]
fn fails_when_who_brings_it_cannot_pay() {
	ExtBuilder::default().build_and_execute(|| {
		registered();
		let SignedAgreement { agreement, giver_signature, receiver_signature } =
			by_both(agreement(ANNA, BERT, Supplies));
		assert_noop!(
			with_storage_layer(|| TradeNetwork::submit_agreement(
				signed(BEGGAR),
				agreement.clone(),
				giver_signature.clone(),
				receiver_signature.clone()
			)),
			TokenError::FundsUnavailable
		);
		let batch = vec![SignedAgreement { agreement, giver_signature, receiver_signature }];
		assert_noop!(
			with_storage_layer(|| TradeNetwork::submit_agreements(
				signed(BEGGAR),
				batch.try_into().unwrap()
			)),
			TokenError::FundsUnavailable
		);
	});
}

#[test]
fn fails_with_an_empty_batch() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(bring_all([]), Error::<Test>::NothingSubmitted);
	});
}

#[test]
fn fails_as_a_whole_wherever_one_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		registered();
		for index in 0..3usize {
			let mut batch = [(ANNA, BERT), (BERT, CARL), (CARL, ANNA)]
				.map(|(giver, receiver)| by_both(agreement(giver, receiver, Supplies)));
			batch[index].receiver_signature.0 = STRANGER;
			assert_noop!(bring_all(batch), refused(index as u8, Cause::WrongReceiverSignature));
		}
		assert_eq!(events(), []);
	});
}

#[test]
fn fails_with_a_batch_that_is_too_heavy() {
	// Two crowds of nine each, and the edges between them cost more and more.
	ExtBuilder::default().max_partners(20).build_and_execute(|| {
		register_all(1..=20);
		for number in 3..=7 {
			supply(1, number);
			supply(2, number);
		}
		for number in 12..=16 {
			supply(10, number);
			supply(11, number);
		}
		// Five and five steps are one more than a call may do.
		let batch = || {
			[(1, 2), (10, 11)]
				.map(|(giver, receiver)| by_both(agreement(giver, receiver, Supplies)))
		};
		assert_noop!(bring_all(batch()), Error::<Test>::BatchTooHeavy);
		// Each alone is as good as ever.
		let [first, second] = batch();
		let weight = bring_all([first]).unwrap().actual_weight;
		assert_eq!(weight, Some(<() as WeightInfo>::submit_agreements(1, 5)));
		let weight = bring(second).unwrap().actual_weight;
		assert_eq!(weight, Some(<() as WeightInfo>::submit_agreement(5)));
	});
}

#[test]
fn every_cause_is_an_error_of_its_own() {
	let causes = (0..=u8::MAX).filter_map(|index| Cause::decode(&mut &[index][..]).ok());
	let errors = causes
		.map(|cause| Error::<Test>::from(cause).encode())
		.collect::<std::collections::BTreeSet<_>>();
	assert_eq!(errors.len(), 10);
	assert!(refused(255, Cause::WrongReceiverSignature).encode().len() <= 4);
}
