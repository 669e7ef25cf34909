use super::*;
use pallet_session::historical::IdentificationTuple;
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};

/// What the offences pallet does, by the types that the runtime gives it.
fn report(offenders: &[u64], fraction: Perbill) -> Weight {
	let details = offenders
		.iter()
		.map(|account| OffenceDetails { offender: (*account, ()), reporters: vec![] })
		.collect::<Vec<OffenceDetails<u64, IdentificationTuple<Test>>>>();
	Consortium::on_offence(&details, &vec![fraction; offenders.len()], 1)
}

#[test]
fn disables_at_once_and_says_so() {
	ExtBuilder::default().build_and_execute(|| {
		run_to_session(1);
		events();
		let severity = Perbill::from_percent(50);
		assert!(report(&[2], severity).any_gt(Weight::zero()));

		assert_eq!(Disabled::get(), vec![1]);
		assert_eq!(Session::disabled_validators(), vec![1]);
		assert_eq!(
			events(),
			vec![Event::MisbehaviourReported { account: 2, session: 1, severity }]
		);
		// It stays a member with all rights.
		assert!(has(2, Role::Validator));
	});
}

#[test]
fn stays_disabled_while_the_set_stays() {
	ExtBuilder::default().build_and_execute(|| {
		run_to_session(1);
		report(&[2], Perbill::one());
		run_to_session(5);
		assert_eq!(Session::disabled_validators(), vec![1]);
	});
}

#[test]
fn disables_no_more_than_consensus_bears() {
	ExtBuilder::default().build_and_execute(|| {
		// One of four may fail.
		report(&[2, 3], Perbill::one());
		assert_eq!(Session::disabled_validators(), vec![1]);
		// Both are known all the same.
		assert_eq!(events().len(), 2);
	});
}

#[test]
fn survives_offenders_that_do_not_validate() {
	ExtBuilder::default().build_and_execute(|| {
		report(&[BANK, STRANGER], Perbill::zero());
		assert!(Session::disabled_validators().is_empty());
		assert_eq!(events().len(), 2);
	});
}

#[test]
fn nobody_is_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_storage_noop!(assert_eq!(report(&[], Perbill::one()), Weight::zero()));
	});
}
