use super::*;
use pallet_session::historical::IdentificationTuple;
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};

/// What the offences pallet does, by the types that the runtime gives it.
fn report_by(offenders: &[u64], reporters: &[u64], fraction: Perbill) -> Weight {
	let details = offenders
		.iter()
		.map(|account| OffenceDetails { offender: (*account, ()), reporters: reporters.to_vec() })
		.collect::<Vec<OffenceDetails<u64, IdentificationTuple<Test>>>>();
	Consortium::on_offence(&details, &vec![fraction; offenders.len()], 1)
}

fn report(offenders: &[u64], fraction: Perbill) -> Weight {
	report_by(offenders, &[], fraction)
}

/// As storage gives it back: without the message.
fn is_moved_already() -> DispatchError {
	DispatchError::decode(&mut &DispatchError::Other("moved already").encode()[..]).unwrap()
}

/// A validator that applied, so that it has a bond.
fn admit_validator(account: u64) {
	assert_ok!(admit(account, [Role::Validator]));
	assert_ok!(set_keys(account));
}

#[test]
fn disables_suspends_and_moves_to_remove() {
	ExtBuilder::default().build_and_execute(|| {
		run_to_session(1);
		events();
		let severity = Perbill::from_percent(50);
		assert!(report(&[2], severity).any_gt(Weight::zero()));

		assert_eq!(Disabled::get(), vec![1]);
		assert_eq!(Session::disabled_validators(), vec![1]);
		let suspension = Suspension {
			cause: SuspensionCause::Misbehaviour,
			evidence: None,
			since: 5,
			until: None,
		};
		assert_eq!(
			events(),
			vec![
				Event::MisbehaviourReported { account: 2, session: 1, severity },
				Event::MemberSuspended { account: 2, suspension },
				Event::RemovalProposed { account: 2 },
			]
		);
		assert_eq!(Consortium::suspension(2), Some(suspension));
		assert_eq!(Motions::get(), vec![2]);
		// It can speak for itself,
		assert_eq!(seats(), vec![1, 2, 3, 4, BANK]);
		// and do nothing else.
		assert!(!has(2, Role::Validator));
		run_to_session(3);
		assert_eq!(Authorities::get(), vec![1, 3, 4]);
	});
}

#[test]
fn stays_suspended_until_a_vote() {
	ExtBuilder::default().build_and_execute(|| {
		report(&[2], Perbill::one());
		run_to_session(30);
		assert_eq!(cause(2), Some(SuspensionCause::Misbehaviour));
		assert_ok!(reinstate(2));
		run_to_session(32);
		assert_eq!(Authorities::get(), VALIDATORS.to_vec());
	});
}

#[test]
fn stays_disabled_though_the_set_changes() {
	ExtBuilder::default().build_and_execute(|| {
		// Given a change that is planned for session 2,
		assert_ok!(remove(4));
		run_to_session(1);
		// when a validator misbehaves before that,
		report(&[2], Perbill::one());
		assert_eq!(Disabled::get(), vec![1]);
		// then it validates in session 2 once more, and is disabled there as well: of three none
		// may be, so with four,
		run_to_session(2);
		assert_eq!(Authorities::get(), vec![1, 2, 3]);
		assert!(Session::disabled_validators().is_empty());
	});
	ExtBuilder::default().build_and_execute(|| {
		admit_validator(6);
		run_to_session(1);
		report(&[2], Perbill::one());
		run_to_session(2);
		assert_eq!(Authorities::get(), vec![1, 2, 3, 4, 6]);
		assert_eq!(Session::disabled_validators(), vec![1]);
		run_to_session(3);
		assert_eq!(Authorities::get(), vec![1, 3, 4, 6]);
		assert!(Session::disabled_validators().is_empty());
	});
}

#[test]
fn disables_no_more_than_consensus_bears() {
	ExtBuilder::default().build_and_execute(|| {
		// One of four may fail.
		report(&[2, 3], Perbill::one());
		assert_eq!(Session::disabled_validators(), vec![1]);
		// Both are suspended all the same.
		assert_eq!(cause(2), Some(SuspensionCause::Misbehaviour));
		assert_eq!(cause(3), Some(SuspensionCause::Misbehaviour));
		assert_eq!(Motions::get(), vec![2, 3]);
	});
}

#[test]
fn suspends_nobody_whom_the_chain_needs() {
	ExtBuilder::default().min_validators(4).build_and_execute(|| {
		report(&[2], Perbill::one());
		assert_eq!(cause(2), None);
		assert_eq!(Session::disabled_validators(), vec![1]);
		assert_eq!(
			events()[1..],
			[Event::SuspensionNotPossible { account: 2 }, Event::RemovalProposed { account: 2 }]
		);
		run_to_session(3);
		assert_eq!(Authorities::get(), VALIDATORS.to_vec());
	});
}

#[test]
fn takes_the_place_of_a_provisional_suspension() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(suspend_provisionally(2));
		report(&[2], Perbill::one());
		assert_eq!(cause(2), Some(SuspensionCause::Misbehaviour));
		run_to_block(2 * PROVISIONAL_PERIOD);
		assert_eq!(cause(2), Some(SuspensionCause::Misbehaviour));
	});
}

#[test]
fn leaves_a_suspension_by_vote_alone() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(suspend(2));
		let suspension = Consortium::suspension(2);
		run_to_block(3);
		report(&[2], Perbill::one());
		assert_eq!(Consortium::suspension(2), suspension);
		assert_eq!(Motions::get(), vec![2]);
	});
}

#[test]
fn says_nothing_twice_about_one_suspension() {
	ExtBuilder::default().build_and_execute(|| {
		report(&[2], Perbill::one());
		run_to_block(3);
		events();
		report(&[2], Perbill::one());
		assert_eq!(Consortium::suspension(2).unwrap().since, 1);
		assert_eq!(
			events(),
			vec![
				Event::MisbehaviourReported { account: 2, session: 1, severity: Perbill::one() },
				Event::RemovalNotProposed { account: 2, error: is_moved_already() },
			]
		);
	});
}

#[test]
fn two_thirds_can_suspend_and_remove_who_is_suspended_for_it() {
	ExtBuilder::default().min_validators(3).build_and_execute(|| {
		report(&[2], Perbill::one());
		// It is not needed any more, though only the minimum is left.
		assert_ok!(suspend(2));
		assert_eq!(cause(2), Some(SuspensionCause::Vote));
		assert_ok!(remove(2));
		assert_noop!(remove(1), Error::<Test>::TooFewValidators);
	});
}

#[test]
fn says_why_no_motion_was_started() {
	ExtBuilder::default().build_and_execute(|| {
		MotionsFail::set(true);
		report(&[2], Perbill::one());
		let error = DispatchError::Other("there are too many motions");
		// The message does not go into storage.
		let error = DispatchError::decode(&mut &error.encode()[..]).unwrap();
		assert_eq!(events().last(), Some(&Event::RemovalNotProposed { account: 2, error }));
		// Nothing of the attempt is left, but the rest is done.
		assert!(frame::deps::sp_io::storage::get(b"clerk").is_none());
		assert_eq!(cause(2), Some(SuspensionCause::Misbehaviour));
	});
}

#[test]
fn survives_offenders_that_do_not_validate() {
	ExtBuilder::default().build_and_execute(|| {
		report(&[BANK, STRANGER], Perbill::zero());
		assert!(Session::disabled_validators().is_empty());
		assert_eq!(cause(BANK), Some(SuspensionCause::Misbehaviour));
		assert_eq!(Consortium::suspension(STRANGER), None);
		assert_eq!(Motions::get(), vec![BANK]);
	});
}

#[test]
fn survives_offenders_that_were_removed() {
	ExtBuilder::default().build_and_execute(|| {
		admit_validator(6);
		run_to_session(2);
		assert_ok!(resign(6));
		events();
		report_by(&[6], &[STRANGER], Perbill::one());
		// It is in the set still, so it is disabled. There is nothing else to take from it.
		assert_eq!(Session::disabled_validators(), vec![4]);
		assert_eq!(
			events(),
			vec![Event::MisbehaviourReported { account: 6, session: 1, severity: Perbill::one() }]
		);
		assert_eq!(Balances::free_balance(6), ENDOWMENT);
		assert!(Motions::get().is_empty());
	});
}

#[test]
fn nobody_is_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_storage_noop!(assert_eq!(report(&[], Perbill::one()), Weight::zero()));
	});
}

#[test]
fn the_weight_is_that_of_every_offender() {
	ExtBuilder::default().build_and_execute(|| {
		use crate::WeightInfo;
		let one = <() as WeightInfo>::on_offence(5);
		assert_eq!(report(&[1, 2, STRANGER], Perbill::one()), one + one + one);
	});
}

#[test]
fn the_reporter_is_paid_from_the_bond() {
	ExtBuilder::default().build_and_execute(|| {
		admit_validator(6);
		report_by(&[6], &[STRANGER, 12], Perbill::one());
		assert_eq!(bond(6), BOND - REWARD);
		assert_eq!(Balances::free_balance(6), ENDOWMENT - BOND);
		assert_eq!(Balances::free_balance(STRANGER), ENDOWMENT + REWARD);
		// The first one alone.
		assert_eq!(Balances::free_balance(12), ENDOWMENT);
		assert_eq!(
			events().last(),
			Some(&Event::ReporterRewarded { reporter: STRANGER, offender: 6, amount: REWARD })
		);
	});
}

#[test]
fn the_reporter_is_paid_from_the_balance_once_the_bond_is_used_up() {
	ExtBuilder::default().build_and_execute(|| {
		admit_validator(6);
		for _ in 0..2 {
			report_by(&[6], &[STRANGER], Perbill::one());
			// Acquitted, to misbehave again.
			assert_ok!(reinstate(6));
			Motions::set(vec![]);
		}
		assert_eq!(bond(6), 0);
		assert_eq!(Balances::free_balance(6), ENDOWMENT - 2 * REWARD);
		assert_eq!(Balances::free_balance(STRANGER), ENDOWMENT + 2 * REWARD);
		// What is left of the bond when it goes is its own.
		assert_ok!(remove(6));
		assert_eq!(Balances::free_balance(6), ENDOWMENT - 2 * REWARD);
	});
}

#[test]
fn nobody_pays_twice_for_what_it_stands_accused_of() {
	ExtBuilder::default().build_and_execute(|| {
		admit_validator(6);
		report_by(&[6], &[STRANGER], Perbill::one());
		// Another one is reported for the same slot: the offences pallet names both.
		report_by(&[6, 2], &[STRANGER], Perbill::one());
		assert_eq!(bond(6), BOND - REWARD);
		assert_eq!(Balances::free_balance(6), ENDOWMENT - BOND);
		assert_eq!(Balances::free_balance(2), ENDOWMENT - REWARD);
		assert_eq!(Motions::get(), vec![6, 2]);
	});
}

#[test]
fn nobody_pays_twice_though_it_cannot_be_suspended() {
	ExtBuilder::default().min_validators(4).build_and_execute(|| {
		for _ in 0..2 {
			report_by(&[2], &[STRANGER], Perbill::one());
		}
		assert_eq!(Consortium::suspension(2), None);
		assert_eq!(Balances::free_balance(STRANGER), ENDOWMENT + REWARD);
	});
}

#[test]
fn a_founder_pays_from_its_balance_and_lives_on() {
	ExtBuilder::default().build_and_execute(|| {
		let rest = 41;
		assert_ok!(Balances::transfer_keep_alive(RuntimeOrigin::signed(2), 12, ENDOWMENT - rest));
		report_by(&[2], &[STRANGER], Perbill::one());
		assert_eq!(Balances::free_balance(2), ALIVE);
		assert_eq!(
			events().last(),
			Some(&Event::ReporterRewarded {
				reporter: STRANGER,
				offender: 2,
				amount: rest - ALIVE
			})
		);
		// When there is nothing left, there is nothing to say.
		assert_ok!(reinstate(2));
		Motions::set(vec![]);
		events();
		report_by(&[2], &[STRANGER], Perbill::one());
		assert_eq!(events().last(), Some(&Event::RemovalProposed { account: 2 }));
	});
}

#[test]
fn the_bond_of_an_application_stays_whole() {
	ExtBuilder::default().build_and_execute(|| {
		// Given a validator that left and applied again before its misbehaviour was reported,
		admit_validator(6);
		assert_ok!(resign(6));
		assert_ok!(apply(6, []));
		report_by(&[6], &[STRANGER], Perbill::one());
		// it does not pay out of what it put up for its application.
		assert_eq!(bond(6), BOND);
		assert_eq!(Balances::free_balance(6), ENDOWMENT - BOND);
		assert_eq!(Balances::free_balance(STRANGER), ENDOWMENT);
	});
}

#[test]
fn nobody_is_paid_for_reporting_itself() {
	ExtBuilder::default().build_and_execute(|| {
		admit_validator(6);
		report_by(&[6], &[6], Perbill::one());
		assert_eq!(bond(6), BOND);
		assert_ok!(reinstate(6));
		// The first one that is another.
		report_by(&[6], &[6, STRANGER], Perbill::one());
		assert_eq!(Balances::free_balance(STRANGER), ENDOWMENT + REWARD);
	});
}

#[test]
fn a_reporter_that_cannot_be_paid_stops_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		// Given a reporter without an account, for whom there is less than an account needs,
		let spend = ENDOWMENT - ALIVE - (ALIVE - 1);
		assert_ok!(Balances::transfer_keep_alive(RuntimeOrigin::signed(2), 12, spend));
		report_by(&[2], &[BEGGAR], Perbill::one());
		// it goes without, and all else is done.
		assert_eq!(everything(BEGGAR), 0);
		assert_eq!(Balances::free_balance(2), ENDOWMENT - spend);
		assert_eq!(cause(2), Some(SuspensionCause::Misbehaviour));
		assert_eq!(events().last(), Some(&Event::RemovalProposed { account: 2 }));
	});
}

#[test]
fn a_reporter_without_an_account_gets_one() {
	ExtBuilder::default().build_and_execute(|| {
		admit_validator(6);
		report_by(&[6], &[BEGGAR], Perbill::one());
		assert_eq!(Balances::free_balance(BEGGAR), REWARD);
	});
}
