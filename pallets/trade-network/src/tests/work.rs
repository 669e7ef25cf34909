//! How the work of a change grows with the number of partners, and what is charged for it.

use super::*;

/// Two enterprises with so many partners in common, and the weight of letting them be partners and of
/// ending it.
fn weights(common: u64) -> (Weight, Weight) {
	let mut weights = None;
	ExtBuilder::default().max_partners(40).build_and_execute(|| {
		register_all(1..=common + 2);
		for number in 3..=common + 2 {
			supply(2, number);
			supply(number, 1);
		}
		let began = bring(by_both(agreement(1, 2, Supplies))).unwrap().actual_weight.unwrap();
		assert_eq!(TradeNetwork::network().triangles, common);
		assert!(u64::from(TradeNetwork::network().in_closed_rings) >= common);
		let ended = TradeNetwork::end_relationship(signed(1), 2).unwrap().actual_weight.unwrap();
		assert_eq!(TradeNetwork::network().triangles, 0);
		weights = Some((began, ended));
	});
	weights.unwrap()
}

#[test]
fn weight_is_charged_by_the_smaller_degree() {
	for common in [0, 1, 5, 20] {
		let (began, ended) = weights(common);
		let common = common as u32;
		assert_eq!(began, <() as WeightInfo>::submit_agreement(common));
		assert_eq!(ended, <() as WeightInfo>::end_relationship(common + 1));
	}
}

#[test]
fn a_hub_costs_its_small_partners_nothing() {
	ExtBuilder::default().max_partners(40).build_and_execute(|| {
		register_all(1..=30);
		for number in 2..=29 {
			let weight =
				bring(by_both(agreement(1, number, Supplies))).unwrap().actual_weight.unwrap();
			assert_eq!(weight, <() as WeightInfo>::submit_agreement(0));
		}
		assert_eq!(position(1).degree, 28);
		supply(30, 29);
		let weight = bring(by_both(agreement(1, 30, Supplies))).unwrap().actual_weight;
		assert_eq!(weight, Some(<() as WeightInfo>::submit_agreement(1)));
	});
}

#[test]
fn what_is_declared_before_is_never_less_than_what_is_charged_after() {
	use frame::deps::frame_support::dispatch::GetDispatchInfo;
	ExtBuilder::default().build_and_execute(|| {
		register_all(1..=8);
		let SignedAgreement { agreement, giver_signature, receiver_signature } =
			by_both(agreement(1, 2, Supplies));
		let single = Call::<Test>::submit_agreement {
			agreement: agreement.clone(),
			giver_signature: giver_signature.clone(),
			receiver_signature: receiver_signature.clone(),
		};
		let batch = vec![SignedAgreement { agreement, giver_signature, receiver_signature }];
		let batch = Call::<Test>::submit_agreements { agreements: batch.try_into().unwrap() };
		let declared = |call: &Call<Test>| call.get_dispatch_info().call_weight;
		let most = MaxPartners::get();
		assert_eq!(declared(&single), <() as WeightInfo>::submit_agreement(most));
		assert_eq!(declared(&batch), <() as WeightInfo>::submit_agreements(1, 9));
		let end = Call::<Test>::end_relationship { partner: 2 };
		assert_eq!(declared(&end), <() as WeightInfo>::end_relationship(most));
		let answer =
			Call::<Test>::answer_proposal { partner: 2, kind: Supplies, gives: true, accept: true };
		assert_eq!(declared(&answer), <() as WeightInfo>::answer_proposal(most));
		let close = Call::<Test>::close_enterprise {};
		assert_eq!(declared(&close), <() as WeightInfo>::close_enterprise(8));
	});
}

#[test]
fn the_configuration_is_looked_at() {
	ExtBuilder::default().build_and_execute(|| {
		TradeNetwork::integrity_test();
		for (partners, lapse) in
			[(0, Weight::MAX), (70_000, Weight::MAX), (8, <() as WeightInfo>::lapse_nothing())]
		{
			MaxPartners::set(partners);
			LapseWeight::set(lapse);
			assert!(std::panic::catch_unwind(TradeNetwork::integrity_test).is_err());
		}
		MaxPartners::set(8);
	});
}
