use super::*;
use crate::{Call, WeightInfo};
use frame::{
	deps::sp_runtime::traits::{Applyable, Checkable},
	prelude::GetDispatchInfo,
	traits::Authorize,
};

fn call() -> Call<Test> {
	Call::report_equivocation_unsigned {
		equivocation_proof: Box::new(proof(OFFENDER, SLOT)),
		key_owner_proof: key_owner_proof(OFFENDER),
	}
}

fn submit() -> Option<()> {
	AuraEquivocation::submit_unsigned_equivocation_report(
		proof(OFFENDER, SLOT),
		key_owner_proof(OFFENDER),
	)
}

/// What a block makes of a transaction.
fn apply(transaction: Extrinsic) -> Result<DispatchResultWithPostInfo, TransactionValidityError> {
	let info = transaction.get_dispatch_info();
	let length = transaction.encoded_size();
	let checked = transaction.check(&frame_system::ChainContext::<Test>::default())?;
	checked.apply::<Test>(&info, length)
}

/// What the pool makes of a transaction.
fn validate(
	transaction: Extrinsic,
	source: TransactionSource,
) -> Result<ValidTransaction, TransactionValidityError> {
	let info = transaction.get_dispatch_info();
	let length = transaction.encoded_size();
	let checked = transaction.check(&frame_system::ChainContext::<Test>::default())?;
	checked.validate::<Test>(source, &info, length)
}

#[test]
fn success_from_the_node_to_the_offence() {
	ExtBuilder::default().build_and_execute_with_pool(|pool| {
		// Given a node that reports to its pool,
		assert_eq!(submit(), Some(()));
		let transactions = pool().transactions;
		assert_eq!(transactions.len(), 1);
		let transaction = Extrinsic::decode(&mut &transactions[0][..]).unwrap();

		// when the pool asks, then it is valid, once, here, before all others,
		let valid = validate(transaction.clone(), TransactionSource::Local).unwrap();
		assert_eq!(valid.priority, u64::MAX);
		assert_eq!(valid.longevity, ReportLongevity::get());
		assert_eq!(
			valid.provides,
			vec![
				("AuraEquivocation", (key(OFFENDER), sp_consensus_aura::Slot::from(SLOT))).encode()
			]
		);
		assert!(valid.requires.is_empty());
		assert!(!valid.propagate);

		// and when the node authors a block with it, then it is the reporter, and pays nothing.
		System::reset_events();
		let info = apply(transaction).unwrap().unwrap();
		assert_eq!(info.pays_fee, Pays::No);
		let author = Authorship::author().unwrap();
		assert_eq!(Offended::get()[0].offenders, vec![(OFFENDER, vec![author])]);
		assert_eq!(
			events(),
			vec![Event::EquivocationReported {
				offender: key(OFFENDER),
				slot: SLOT.into(),
				session: 0,
				reporter: Some(author),
			}]
		);
	});
}

#[test]
fn success_without_an_author() {
	// Nobody is the reporter then.
	ExtBuilder::default().build_and_execute(|| {
		System::initialize(&2, &System::parent_hash(), &Default::default());
		<Authorship as frame::traits::OnFinalize<u64>>::on_finalize(2);
		assert_ok!(AuraEquivocation::report_equivocation_unsigned(
			frame_system::RawOrigin::Authorized.into(),
			Box::new(proof(OFFENDER, SLOT)),
			key_owner_proof(OFFENDER),
		));
		assert_eq!(Offended::get()[0].offenders, vec![(OFFENDER, vec![])]);
	});
}

#[test]
fn fails_from_outside() {
	ExtBuilder::default().build_and_execute(|| {
		assert_storage_noop!(assert_eq!(
			call().authorize(TransactionSource::External).unwrap().unwrap_err(),
			InvalidTransaction::Call.into()
		));
		let transaction =
			<Test as CreateAuthorizedTransaction<Call<Test>>>::create_authorized_transaction(
				call().into(),
			);
		assert_eq!(
			validate(transaction.clone(), TransactionSource::External),
			Err(InvalidTransaction::Call.into())
		);
		assert!(validate(transaction.clone(), TransactionSource::Local).is_ok());
		assert!(validate(transaction, TransactionSource::InBlock).is_ok());
	});
}

#[test]
fn fails_twice() {
	ExtBuilder::default().build_and_execute_with_pool(|pool| {
		submit();
		submit();
		let transactions = pool().transactions;
		let decode = |index: usize| Extrinsic::decode(&mut &transactions[index][..]).unwrap();
		// Until one is in a block the pool sees that they are the same.
		let valid = |transaction| validate(transaction, TransactionSource::Local);
		assert_eq!(valid(decode(0)).unwrap().provides, valid(decode(1)).unwrap().provides);

		assert_ok!(apply(decode(0)).unwrap());
		assert_eq!(valid(decode(1)), Err(InvalidTransaction::Stale.into()));
		assert_storage_noop!(assert_eq!(
			apply(decode(1)).unwrap_err(),
			InvalidTransaction::Stale.into()
		));
		assert_noop!(
			AuraEquivocation::report_equivocation_unsigned(
				frame_system::RawOrigin::Authorized.into(),
				Box::new(proof(OFFENDER, SLOT)),
				key_owner_proof(OFFENDER),
			),
			Error::<Test>::DuplicateOffenceReport
		);
		assert_eq!(Offended::get().len(), 1);
	});
}

#[test]
fn fails_after_a_signed_report() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(report(STRANGER, proof(OFFENDER, SLOT), key_owner_proof(OFFENDER)));
		assert_eq!(
			call().authorize(TransactionSource::InBlock).unwrap().unwrap_err(),
			InvalidTransaction::Stale.into()
		);
	});
}

#[test]
fn fails_bare() {
	ExtBuilder::default().build_and_execute(|| {
		// The old kind of transaction without a signature passes no extension. No pool takes it,
		// and if an author forces it into its block, it does nothing.
		let bare = Extrinsic::new_bare(call().into());
		assert!(validate(bare.clone(), TransactionSource::Local).is_err());
		assert_eq!(apply(bare).unwrap().unwrap_err().error, BadOrigin.into());
		assert!(Offended::get().is_empty());
	});
}

#[test]
fn a_signed_report_is_not_authorised() {
	ExtBuilder::default().build_and_execute(|| {
		let call = Call::<Test>::report_equivocation {
			equivocation_proof: Box::new(proof(OFFENDER, SLOT)),
			key_owner_proof: key_owner_proof(OFFENDER),
		};
		assert!(call.authorize(TransactionSource::Local).is_none());
	});
}

#[test]
fn letting_it_in_is_weighed_too() {
	ExtBuilder::default().build_and_execute(|| {
		let most = MAX_AUTHORITIES;
		assert_eq!(
			call().weight_of_authorize(),
			<()>::authorize_report_equivocation_unsigned(most)
		);
		assert_eq!(
			call().get_dispatch_info().call_weight,
			<()>::report_equivocation_unsigned(most)
		);
	});
}
