use super::*;
use crate::WeightInfo;

#[test]
fn success_is_heard_of_and_free() {
	ExtBuilder::default().build_and_execute(|| {
		let info = report(STRANGER, proof(OFFENDER, SLOT), key_owner_proof(OFFENDER)).unwrap();
		assert_eq!(info.pays_fee, Pays::No);
		assert_eq!(
			Offended::get(),
			vec![Heard {
				offenders: vec![(OFFENDER, vec![STRANGER])],
				// (3 / 4)²
				fraction: Perbill::from_rational(9u32, 16),
				session: 0,
			}]
		);
		assert_eq!(
			events(),
			vec![Event::EquivocationReported {
				offender: key(OFFENDER),
				slot: SLOT.into(),
				session: 0,
				reporter: Some(STRANGER),
			}]
		);
	});
}

#[test]
fn success_by_anybody() {
	for reporter in [1, STRANGER] {
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(report(reporter, proof(OFFENDER, SLOT), key_owner_proof(OFFENDER)));
			assert_eq!(Offended::get()[0].offenders, vec![(OFFENDER, vec![reporter])]);
		});
	}
}

#[test]
fn success_in_the_very_slot() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(report(STRANGER, proof(OFFENDER, slot()), key_owner_proof(OFFENDER)));
	});
}

#[test]
fn success_in_a_later_session() {
	ExtBuilder::default().build_and_execute(|| {
		let key_owner_proof = key_owner_proof(OFFENDER);
		run_to_session(3);
		assert_ok!(report(STRANGER, proof(OFFENDER, SLOT), key_owner_proof));
		assert_eq!(Offended::get()[0].session, 0);
	});
}

#[test]
fn success_against_who_validates_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		let key_owner_proof = key_owner_proof(OFFENDER);
		Planned::set(vec![1, 3, 4]);
		run_to_session(3);
		assert_eq!(Session::validators(), vec![1, 3, 4]);
		assert_ok!(report(STRANGER, proof(OFFENDER, SLOT), key_owner_proof));
		// It counts among those there were then.
		assert_eq!(Offended::get()[0].fraction, Perbill::from_rational(9u32, 16));
	});
}

#[test]
fn success_with_a_key_that_was_replaced() {
	ExtBuilder::default().build_and_execute(|| {
		let key_owner_proof = key_owner_proof(OFFENDER);
		set_keys(OFFENDER, 22);
		run_to_session(3);
		assert_ok!(report(STRANGER, proof(OFFENDER, SLOT), key_owner_proof));
		assert_eq!(Offended::get()[0].offenders[0].0, OFFENDER);
	});
}

#[test]
fn success_with_a_new_key() {
	ExtBuilder::default().build_and_execute(|| {
		set_keys(OFFENDER, 22);
		run_to_session(3);
		assert_ok!(report(STRANGER, proof(22, SLOT), key_owner_proof(22)));
		assert_eq!(Offended::get()[0].offenders[0].0, OFFENDER);
	});
}

#[test]
fn success_for_every_slot_once() {
	ExtBuilder::default().build_and_execute(|| {
		for slot in [SLOT, SLOT - 4, SLOT + 1] {
			assert_ok!(report(1, proof(OFFENDER, slot), key_owner_proof(OFFENDER)));
		}
		assert_eq!(Offended::get().len(), 3);
	});
}

#[test]
fn success_for_two_offenders_in_one_slot() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(report(1, proof(2, SLOT), key_owner_proof(2)));
		assert_ok!(report(1, proof(3, SLOT), key_owner_proof(3)));
		// Two of four is all that can be had.
		let last = Offended::get().pop().unwrap();
		assert_eq!(last.offenders, vec![(2, vec![1]), (3, vec![1])]);
		assert_eq!(last.fraction, Perbill::one());
	});
}

#[test]
fn fails_twice() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(report(1, proof(OFFENDER, SLOT), key_owner_proof(OFFENDER)));
		events();
		// With the same proof, with the headers the other way round, and with a third block.
		let EquivocationProofOf::<Test> { first_header, second_header, .. } = proof(OFFENDER, SLOT);
		let third = seal(header(SLOT, 3), OFFENDER);
		for again in [
			proof_of(OFFENDER, SLOT, first_header.clone(), second_header.clone()),
			proof_of(OFFENDER, SLOT, second_header, first_header.clone()),
			proof_of(OFFENDER, SLOT, first_header, third),
		] {
			assert_noop!(
				report(STRANGER, again, key_owner_proof(OFFENDER)),
				Error::<Test>::DuplicateOffenceReport
			);
		}
		assert_eq!(Offended::get().len(), 1);
	});
}

#[test]
fn fails_twice_by_the_proof_of_another_session() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(report(1, proof(OFFENDER, SLOT), key_owner_proof(OFFENDER)));
		run_to_session(2);
		assert_noop!(
			report(1, proof(OFFENDER, SLOT), key_owner_proof(OFFENDER)),
			Error::<Test>::DuplicateOffenceReport
		);
	});
}

#[test]
fn a_wrong_report_pays() {
	ExtBuilder::default().build_and_execute(|| {
		let refused = report(STRANGER, proof(OFFENDER, SLOT), key_owner_proof(1)).unwrap_err();
		assert_eq!(refused.post_info.pays_fee, Pays::Yes);
		assert_eq!(refused.post_info.actual_weight, None);
	});
}

#[test]
fn a_report_is_weighed_by_the_validators_there_may_be() {
	use frame::prelude::GetDispatchInfo;
	ExtBuilder::default().build_and_execute(|| {
		let most = MAX_AUTHORITIES;
		for (claimed, weighed) in [(0, most), (4, most), (most + 1, most + 1), (9_999, 9_999)] {
			let call = crate::Call::<Test>::report_equivocation {
				equivocation_proof: Box::new(proof(OFFENDER, SLOT)),
				key_owner_proof: MembershipProof {
					validator_count: claimed,
					..key_owner_proof(OFFENDER)
				},
			};
			assert_eq!(call.get_dispatch_info().call_weight, <()>::report_equivocation(weighed));
		}
	});
}
