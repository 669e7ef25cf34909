//! What somebody would try who wants more than one vote or one validator.

use super::*;

/// An application of 6 that is somebody else's in one point.
fn apply(id: LegalEntityId) -> DispatchResult {
	let Member { name, country, roles, .. } = member(6, [Role::Validator].into());
	Consortium::admit_member(RuntimeOrigin::root(), 6, name, country, id, roles)
		.map(|_| ())
		.map_err(|e| e.error)
}

#[test]
fn one_legal_entity_under_two_accounts() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(apply(legal_entity(1)), Error::<Test>::LegalEntityTaken);
	});
}

#[test]
fn one_legal_entity_in_two_spellings() {
	ExtBuilder::default().build_and_execute(|| {
		// Small letters.
		let small = legal_entity(1).to_string().to_lowercase();
		let small = LegalEntityId::decode(&mut small.as_bytes()).unwrap();
		assert_noop!(apply(small), Error::<Test>::InvalidLegalEntity);

		// Check digits that leave the same remainder by 97.
		let number =
			(6..).find(|number| legal_entity(*number).to_string().ends_with("02")).unwrap();
		let mut twin = *legal_entity(number).as_bytes();
		twin[18..].copy_from_slice(b"99");
		let twin = LegalEntityId::decode(&mut &twin[..]).unwrap();
		assert_ok!(apply(legal_entity(number)));
		assert_ok!(remove(6));
		assert_noop!(apply(twin), Error::<Test>::InvalidLegalEntity);
	});
}

#[test]
fn one_account_for_two_legal_entities() {
	ExtBuilder::default().build_and_execute(|| {
		let Member { name, country, roles, .. } = member(1, [Role::Validator].into());
		assert_noop!(
			Consortium::admit_member(
				RuntimeOrigin::root(),
				1,
				name,
				country,
				legal_entity(6),
				roles
			),
			Error::<Test>::AlreadyMember
		);
	});
}

#[test]
fn one_node_for_two_members() {
	ExtBuilder::default().build_and_execute(|| {
		// With the keys of another, the second member does not get into the set.
		assert_ok!(admit(6, [Role::Validator]));
		assert_noop!(set_keys_of(6, 1), pallet_session::Error::<Test>::DuplicatedKey);
		run_to_session(3);
		assert_eq!(Authorities::get(), VALIDATORS.to_vec());
	});
}

#[test]
fn keys_of_a_member_to_come() {
	ExtBuilder::default().build_and_execute(|| {
		// Nobody takes 6's keys before it registers them: not without being a member,
		assert!(set_keys_of(STRANGER, 6).is_err());
		// and not as a member either, for want of a proof.
		let proof = Vec::<u8>::new();
		assert_noop!(
			Session::set_keys(RuntimeOrigin::signed(BANK), session_keys(6), proof),
			pallet_session::Error::<Test>::InvalidProof
		);
	});
}

#[test]
fn a_second_validator_through_a_new_account() {
	ExtBuilder::default().build_and_execute(|| {
		// Given an entity that moves to another account,
		assert_ok!(remove(1));
		assert_ok!(apply(legal_entity(1)));
		assert_ok!(set_keys(6));
		// there is no session in which both of its accounts validate.
		for session in 1..6 {
			run_to_session(session);
			let authorities = Authorities::get();
			assert!(!(authorities.contains(&1) && authorities.contains(&6)));
		}
		assert_eq!(Authorities::get(), vec![2, 3, 4, 6]);
	});
}

#[test]
fn votes_without_a_seat() {
	ExtBuilder::default().build_and_execute(|| {
		let call = || Box::new(RuntimeCall::Consortium(crate::Call::remove_member { account: 1 }));
		for account in [STRANGER, BANK] {
			if account == BANK {
				assert_ok!(remove(BANK));
			}
			assert_noop!(
				Council::propose(RuntimeOrigin::signed(account), 1, call(), 100),
				pallet_collective::Error::<Test, pallet_collective::Instance1>::NotMember
			);
		}
		// One vote decides nothing alone: the call is made, and refused.
		assert_ok!(Council::propose(RuntimeOrigin::signed(2), 1, call(), 100));
		assert!(Consortium::member(1).is_some());
	});
}
