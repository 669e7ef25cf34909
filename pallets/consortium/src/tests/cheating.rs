//! What somebody would try who wants more than one vote or one validator, or who wants to take
//! others theirs.

use super::*;

/// An application of 6 that is somebody else's in one point.
fn apply_as(id: LegalEntityId) -> DispatchResult {
	apply_with(6, Application { legal_entity: id, ..application(6, [Role::Validator]) })
}

#[test]
fn one_legal_entity_under_two_accounts() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(apply_as(legal_entity(1)), Error::<Test>::LegalEntityTaken);
	});
}

#[test]
fn one_legal_entity_under_two_accounts_that_apply_together() {
	ExtBuilder::default().build_and_execute(|| {
		// Given two applications for one entity, both sponsored, both with two thirds of the votes,
		let said = application(6, [Role::Validator]);
		for account in [6, 7] {
			assert_ok!(apply_with(account, said.clone()));
			assert_ok!(sponsor(BANK, account));
		}
		assert_eq!(hash_of(6), hash_of(7));
		// when both are admitted, only one is.
		assert_ok!(admit_applicant(7));
		assert_noop!(admit_applicant(6), Error::<Test>::LegalEntityTaken);
		assert_eq!(seats(), vec![1, 2, 3, 4, BANK, 7]);
	});
}

#[test]
fn one_legal_entity_in_two_spellings() {
	ExtBuilder::default().build_and_execute(|| {
		// Small letters.
		let small = legal_entity(1).to_string().to_lowercase();
		let small = LegalEntityId::decode(&mut small.as_bytes()).unwrap();
		assert_noop!(apply_as(small), Error::<Test>::InvalidLegalEntity);

		// Check digits that leave the same remainder by 97.
		let number =
			(6..).find(|number| legal_entity(*number).to_string().ends_with("02")).unwrap();
		let mut twin = *legal_entity(number).as_bytes();
		twin[18..].copy_from_slice(b"99");
		let twin = LegalEntityId::decode(&mut &twin[..]).unwrap();
		assert_ok!(apply_as(legal_entity(number)));
		assert_ok!(Consortium::withdraw_application(RuntimeOrigin::signed(6)));
		assert_noop!(apply_as(twin), Error::<Test>::InvalidLegalEntity);
	});
}

#[test]
fn one_account_for_two_legal_entities() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(apply_with(1, application(6, [])), Error::<Test>::AlreadyMember);
		// Nor by two applications, of which one would be voted in unseen.
		assert_ok!(apply(6, []));
		assert_noop!(apply_with(6, application(7, [])), Error::<Test>::AlreadyApplied);
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
		// not as an applicant,
		assert_ok!(apply(STRANGER, [Role::Validator]));
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
		assert_ok!(apply_as(legal_entity(1)));
		assert_ok!(sponsor(BANK, 6));
		assert_ok!(admit_applicant(6));
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
fn another_application_than_the_one_that_was_voted_on() {
	ExtBuilder::default().build_and_execute(|| {
		// Given a harmless application that was sponsored and voted for,
		assert_ok!(apply(6, [Role::Carrier]));
		assert_ok!(sponsor(BANK, 6));
		let voted_on = hash_of(6);
		// when the applicant says something else before the vote takes effect,
		assert_ok!(Consortium::withdraw_application(RuntimeOrigin::signed(6)));
		assert_ok!(apply(6, [Role::Validator, Role::Supervisor]));
		// then neither the vote
		assert_noop!(
			Consortium::admit_member(RuntimeOrigin::root(), 6, voted_on),
			Error::<Test>::ApplicationChanged
		);
		// nor the sponsor counts for it any more.
		assert_noop!(admit_applicant(6), Error::<Test>::NotSponsored);
		assert_noop!(
			Consortium::sponsor_application(RuntimeOrigin::signed(BANK), 6, voted_on),
			Error::<Test>::ApplicationChanged
		);
	});
}

#[test]
fn a_sponsor_that_is_none_any_more() {
	ExtBuilder::default().build_and_execute(|| {
		// A member that vouches for its accomplice and leaves with its bond,
		assert_ok!(admit(7, []));
		assert_ok!(apply(6, []));
		assert_ok!(sponsor(7, 6));
		assert_ok!(resign(7));
		assert_noop!(admit_applicant(6), Error::<Test>::NotSponsored);
		// and comes back as a stranger.
		assert_ok!(apply(7, []));
		assert_noop!(admit_applicant(6), Error::<Test>::NotSponsored);
	});
}

#[test]
fn squatting_on_every_place_for_applications() {
	ExtBuilder::default().build_and_execute(|| {
		// Given somebody who fills all places in the name of another,
		for account in 12..16 {
			assert_ok!(apply_with(account, application(6, [])));
		}
		assert_noop!(apply(6, []), Error::<Test>::TooManyApplications);
		// the members make it expensive,
		let reject = Consortium::reject_application(RuntimeOrigin::root(), 12, true);
		assert_ok!(reject);
		assert_eq!(everything(12), ENDOWMENT - BOND);
		// and the one it was about is admitted.
		assert_ok!(admit(6, []));
	});
}

#[test]
fn votes_without_a_seat() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, []));
		assert_ok!(admit(7, []));
		assert_ok!(suspend(7));
		let call = || Box::new(RuntimeCall::Consortium(crate::Call::remove_member { account: 1 }));
		for account in [STRANGER, 6, 7, BANK] {
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

#[test]
fn a_majority_by_suspending_the_others() {
	ExtBuilder::default().build_and_execute(|| {
		// One third suspends whom it can, as often as it can, for a year of sessions.
		let (mut most, mut suspensions) = (0, 0);
		for block in 2..300 {
			run_to_block(block);
			for account in accounts() {
				suspensions += u32::from(suspend_provisionally(account).is_ok());
			}
			let suspended = accounts().iter().filter(|it| cause(**it).is_some()).count();
			most = most.max(suspended);
			// All have their seats: two thirds are four votes, as before.
			assert_eq!(seats(), vec![1, 2, 3, 4, BANK]);
		}
		assert_eq!(most, 1);
		assert!(suspensions > 10);
	});
}

#[test]
fn a_reward_for_reporting_oneself() {
	use sp_staking::offence::{OffenceDetails, OnOffenceHandler};
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(admit(6, [Role::Validator]));
		assert_ok!(set_keys(6));
		// Through another account of one's own one only gets one's own money.
		let before = everything(6) + everything(7);
		let details = OffenceDetails { offender: (6, ()), reporters: vec![7] };
		Consortium::on_offence(&[details], &[Perbill::one()], 0);
		assert_eq!(everything(6) + everything(7), before);
		assert_eq!(cause(6), Some(SuspensionCause::Misbehaviour));
	});
}

#[test]
fn making_oneself_irremovable() {
	ExtBuilder::default().min_validators(3).build_and_execute(|| {
		// By keys that are given back, or by staying away, at the minimum.
		purge_keys(4);
		assert_noop!(remove(1), Error::<Test>::TooFewValidators);
		assert_ok!(remove(4));
		assert_ok!(admit(6, [Role::Validator]));
		assert_ok!(set_keys(6));
		Absent::set(vec![6]);
		assert_noop!(remove(1), Error::<Test>::TooFewValidators);
		assert_ok!(suspend_provisionally(6));
		assert_ok!(suspend(6));
		assert_ok!(remove(6));
	});
}
