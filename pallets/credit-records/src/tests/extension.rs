//! What a submission has to pass before it is dispatched.

use super::*;
use codec::DecodeWithMemTracking;
use frame::{
	deps::{
		frame_support::dispatch::CheckIfFeeless,
		sp_runtime::traits::{DispatchOriginOf, Implication, PostDispatchInfoOf},
	},
	traits::OriginTrait,
};
use std::cell::RefCell;

thread_local! {
	static PAID: RefCell<Vec<AccountId>> = RefCell::default();
}

/// Who paid for a transaction since it was last asked.
fn paid() -> Vec<AccountId> {
	PAID.take()
}

/// Charges for a transaction that is not feeless.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
struct Charge(#[codec(compact)] u32);

impl TransactionExtension<RuntimeCall> for Charge {
	const IDENTIFIER: &'static str = "Charge";
	type Implicit = ();
	type Val = bool;
	type Pre = ();

	fn weight(&self, _: &RuntimeCall) -> Weight {
		Weight::from_parts(7, 0)
	}

	fn validate(
		&self,
		origin: DispatchOriginOf<RuntimeCall>,
		call: &RuntimeCall,
		_: &DispatchInfoOf<RuntimeCall>,
		_: usize,
		(): (),
		_: &impl Implication,
		_: TransactionSource,
	) -> ValidateResult<bool, RuntimeCall> {
		let free = call.is_feeless(&origin);
		let valid = ValidTransaction {
			priority: if free { 0 } else { 100 },
			provides: vec![vec![1]],
			..Default::default()
		};
		Ok((valid, free, origin))
	}

	fn prepare(
		self,
		free: bool,
		origin: &DispatchOriginOf<RuntimeCall>,
		_: &RuntimeCall,
		_: &DispatchInfoOf<RuntimeCall>,
		_: usize,
	) -> Result<(), TransactionValidityError> {
		if !free {
			PAID.with_borrow_mut(|paid| paid.push(*origin.as_signer().unwrap()));
		}
		Ok(())
	}

	fn post_dispatch_details(
		(): (),
		_: &DispatchInfoOf<RuntimeCall>,
		_: &PostDispatchInfoOf<RuntimeCall>,
		_: usize,
		_: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		Ok(Weight::from_parts(3, 0))
	}
}

type Extension = CheckEvidence<Test, Charge>;

fn extension() -> Extension {
	Charge(0).into()
}

fn submission(first: u64, records: usize) -> RuntimeCall {
	Call::<Test>::submit_batch {
		first,
		mode: Mode::AllOrNothing,
		records: batch(core::iter::repeat_n(rating(5_000), records)),
	}
	.into()
}

fn other_call() -> RuntimeCall {
	frame_system::Call::<Test>::remark { remark: vec![] }.into()
}

/// What the pool hears.
fn validate(
	account: AccountId,
	call: &RuntimeCall,
) -> Result<ValidTransaction, TransactionValidityError> {
	let origin = RuntimeOrigin::signed(account);
	let info = call.get_dispatch_info();
	extension()
		.validate_only(origin, call, &info, 0, TransactionSource::External, 0)
		.map(|(valid, ..)| valid)
}

/// What a block does; the outer error keeps the transaction out of it.
fn dispatch(
	account: AccountId,
	call: RuntimeCall,
) -> Result<Result<(), DispatchError>, TransactionValidityError> {
	let info = call.get_dispatch_info();
	extension()
		.dispatch_transaction(RuntimeOrigin::signed(account), call, &info, 0, 0)
		.map(|result| result.map(|_| ()).map_err(|error| error.error))
}

fn with_rules(quota: u32, window: u32, test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		Rules::<Test>::mutate(|rules| (rules.quota, rules.window) = (quota, window));
		paid();
		test();
	});
}

#[test]
fn looks_like_what_it_wraps() {
	type Inner = Charge;
	assert_eq!(
		<Extension as TransactionExtension<RuntimeCall>>::IDENTIFIER,
		<Inner as TransactionExtension<RuntimeCall>>::IDENTIFIER
	);
	let [outer, inner] = [
		<Extension as TransactionExtension<RuntimeCall>>::metadata(),
		<Inner as TransactionExtension<RuntimeCall>>::metadata(),
	];
	assert_eq!(outer.len(), 1);
	assert_eq!((outer[0].identifier, outer[0].ty), (inner[0].identifier, inner[0].ty));
	assert_eq!(scale_info::meta_type::<Extension>().type_info(), Inner::type_info());
	assert_eq!(Extension::from(Charge(300)).encode(), Charge(300).encode());
	assert_eq!(Extension::decode(&mut &[4u8][..]), Ok(Charge(1).into()));
	assert_eq!(format!("{:?}", extension()), "CheckEvidence(Charge(0))");
}

#[test]
fn weighs_only_for_submissions() {
	let weight = |call| extension().weight(&call);
	assert_eq!(weight(other_call()), Weight::from_parts(7, 0));
	let own = <() as WeightInfo>::check_evidence();
	assert_eq!(weight(submission(0, 1)), own.saturating_add(Weight::from_parts(7, 0)));
}

mod in_the_pool {
	use super::*;

	#[test]
	fn success_provides_the_number_of_the_first_record() {
		with_rules(10, 10, || {
			let tag = |first: u64| (b"hanse-evidence", PLATFORM, first).encode();
			let valid = validate(PLATFORM, &submission(0, 3)).unwrap();
			assert_eq!(valid.provides, vec![tag(0), vec![1]]);
			assert_eq!(valid.priority, 0);
			let one = Call::<Test>::submit_record { sequence: 5, record: rating(1) };
			assert_eq!(validate(PLATFORM, &one.into()).unwrap().provides[0], tag(5));
			let confirmed = Call::<Test>::submit_confirmed {
				first: 6,
				mode: Mode::EachForItself,
				records: batch([rating(1)]),
				signatures: Default::default(),
			};
			assert_eq!(validate(PLATFORM, &confirmed.into()).unwrap().provides[0], tag(6));
		});
	}

	#[test]
	fn success_for_other_calls_whoever_signs() {
		with_rules(1, 1, || {
			let valid = validate(STRANGER, &other_call()).unwrap();
			assert_eq!(valid.provides, vec![vec![1]]);
			let register =
				Call::<Test>::register_sources { sources: vec![1; 3].try_into().unwrap() };
			assert_ok!(validate(STRANGER, &register.into()));
		});
	}

	#[test]
	fn fails_for_others_than_providers() {
		with_rules(10, 10, || {
			for account in [STRANGER, AUDITOR, ALICE] {
				assert_eq!(
					validate(account, &submission(0, 1)),
					Err(InvalidTransaction::BadSigner.into())
				);
			}
		});
	}

	#[test]
	fn fails_beyond_the_window() {
		with_rules(10, 10, || {
			let beyond = Err(UnknownTransaction::Custom(Extension::BEYOND_WINDOW).into());
			assert_ok!(validate(PLATFORM, &submission(0, 10)));
			assert_ok!(validate(PLATFORM, &submission(7, 3)));
			assert_eq!(validate(PLATFORM, &submission(7, 4)), beyond);
			assert_eq!(validate(PLATFORM, &submission(u64::MAX, 4)), beyond);
			submit([rating(1)]);
			assert_ok!(validate(PLATFORM, &submission(7, 4)));
			assert_eq!(validate(PLATFORM, &submission(7, 5)), beyond);
		});
	}

	#[test]
	fn success_with_any_reach_during_an_import() {
		ExtBuilder::default().importing().build_and_execute(|| {
			Rules::<Test>::mutate(|rules| rules.window = 1);
			assert_ok!(validate(PLATFORM, &submission(1_000, 4)));
		});
	}
}

mod in_a_block {
	use super::*;

	#[test]
	fn success_costs_no_fee() {
		with_rules(10, 10, || {
			assert_eq!(dispatch(PLATFORM, submission(0, 3)), Ok(Ok(())));
			assert!(paid().is_empty());
			assert_eq!(CreditRecords::quota_left(PLATFORM), 7);
			// Again it brings nothing new.
			assert_eq!(dispatch(PLATFORM, submission(0, 3)), Ok(Ok(())));
			assert_eq!(paid(), [PLATFORM]);
			assert_eq!(CreditRecords::quota_left(PLATFORM), 7);
			assert_eq!(dispatch(PLATFORM, other_call()), Ok(Ok(())));
			assert_eq!(paid(), [PLATFORM]);
		});
	}

	#[test]
	fn waits_for_the_next_when_the_quota_is_used_up() {
		with_rules(5, 100, || {
			assert_eq!(dispatch(PLATFORM, submission(0, 3)), Ok(Ok(())));
			assert_eq!(
				dispatch(PLATFORM, submission(3, 3)),
				Err(InvalidTransaction::ExhaustsResources.into())
			);
			// Nothing was paid, nothing was counted.
			assert!(paid().is_empty());
			assert_eq!(CreditRecords::quota_left(PLATFORM), 2);
			System::set_block_number(2);
			assert_eq!(dispatch(PLATFORM, submission(3, 3)), Ok(Ok(())));
			assert!(paid().is_empty());
		});
	}

	/// It would wait for ever.
	#[test]
	fn fails_and_pays_when_it_is_larger_than_any_quota() {
		with_rules(5, 100, || {
			let exceeded = Error::<Test>::QuotaExceeded.into();
			assert_eq!(dispatch(PLATFORM, submission(0, 6)), Ok(Err(exceeded)));
			assert_eq!(paid(), [PLATFORM]);
		});
	}

	#[test]
	fn failure_uses_the_quota_up() {
		with_rules(5, 100, || {
			let bad = Call::<Test>::submit_record { sequence: 0, record: by(BERTA, 1) };
			let refused = Error::<Test>::RecordRefused { index: 0, cause: Cause::UnknownSource };
			let refused = DispatchError::from(refused);
			for left in [4, 3, 2, 1, 0] {
				let result = dispatch(PLATFORM, bad.clone().into());
				assert_eq!(result, Ok(Err(refused)));
				assert_eq!(CreditRecords::quota_left(PLATFORM), left);
			}
			assert_eq!(
				dispatch(PLATFORM, bad.into()),
				Err(InvalidTransaction::ExhaustsResources.into())
			);
			assert!(paid().is_empty());
		});
	}

	/// So that an import, in which nothing else is counted, does not let anybody fail for ever.
	#[test]
	fn failure_uses_the_quota_up_during_an_import() {
		ExtBuilder::default().importing().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			Rules::<Test>::mutate(|rules| rules.quota = 3);
			paid();
			// Whoever succeeds has no limit.
			assert_eq!(dispatch(PLATFORM, submission(0, 5)), Ok(Ok(())));
			assert_eq!(dispatch(PLATFORM, submission(5, 5)), Ok(Ok(())));

			let bad: RuntimeCall =
				Call::<Test>::submit_record { sequence: 10, record: by(BERTA, 1) }.into();
			let refused = Error::<Test>::RecordRefused { index: 0, cause: Cause::UnknownSource };
			let refused = DispatchError::from(refused);
			for left in [2, 1, 0] {
				assert_eq!(dispatch(PLATFORM, bad.clone()), Ok(Err(refused)));
				assert_eq!(CreditRecords::quota_left(PLATFORM), left);
			}
			let waits = Err(InvalidTransaction::ExhaustsResources.into());
			assert_eq!(dispatch(PLATFORM, bad), waits);
			assert_eq!(dispatch(PLATFORM, submission(10, 3)), waits);
			assert!(paid().is_empty());
			// What is too large for any quota does not wait but pays.
			assert_eq!(dispatch(PLATFORM, submission(10, 4)), Ok(Ok(())));
			assert_eq!(paid(), [PLATFORM]);

			System::set_block_number(2);
			assert_eq!(dispatch(PLATFORM, submission(14, 5)), Ok(Ok(())));
			assert!(paid().is_empty());
		});
	}

	/// A single failure may be larger than the quota: then nothing is left.
	#[test]
	fn a_failure_that_is_larger_than_the_quota_uses_it_up_during_an_import() {
		ExtBuilder::default().importing().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			Rules::<Test>::mutate(|rules| rules.quota = 3);
			paid();
			let gap = Error::<Test>::SequenceGap.into();
			assert_eq!(dispatch(PLATFORM, submission(7, 5)), Ok(Err(gap)));
			assert_eq!(CreditRecords::quota_left(PLATFORM), 0);
			assert!(paid().is_empty());
			assert_eq!(dispatch(PLATFORM, submission(7, 5)), Ok(Err(gap)));
			assert_eq!(paid(), [PLATFORM]);
			assert_eq!(
				dispatch(PLATFORM, submission(0, 1)),
				Err(InvalidTransaction::ExhaustsResources.into())
			);
		});
	}

	/// After a gap as well, with all its records.
	#[test]
	fn a_gap_uses_the_quota_up() {
		with_rules(5, 100, || {
			let gap = Error::<Test>::SequenceGap.into();
			assert_eq!(dispatch(PLATFORM, submission(7, 3)), Ok(Err(gap)));
			assert_eq!(CreditRecords::quota_left(PLATFORM), 2);
			assert!(paid().is_empty());
		});
	}

	#[test]
	fn pays_without_a_bond() {
		with_rules(5, 100, || {
			register(BANK, &[BANK]);
			let record = Record {
				source: BANK,
				indicator: Indicator::PaidOnTime,
				reference: Reference([1; 16]),
				..rating(10_000)
			};
			let call = Call::<Test>::submit_record { sequence: 0, record };
			let missing = Error::<Test>::RecordRefused { index: 0, cause: Cause::BondMissing };
			assert_eq!(dispatch(BANK, call.into()), Ok(Err(missing.into())));
			assert_eq!(paid(), [BANK]);
		});
	}

	#[test]
	fn objections_are_free_as_long_as_they_are() {
		with_rules(5, 100, || {
			submit([rating(0), rating(1), rating(2), rating(3)]);
			let object = |sequence| {
				let proof = proof(PLATFORM, sequence);
				let (reason, statement) = (Reason::Inaccurate, H256::zero());
				dispatch(SUBJECT, Call::<Test>::object { proof, reason, statement }.into())
			};
			for sequence in 0..3 {
				assert_eq!(object(sequence), Ok(Ok(())));
			}
			assert!(paid().is_empty());
			// One that would fail is not free, nor is a fourth.
			let disputed = Error::<Test>::RecordDisputed.into();
			assert_eq!(object(0), Ok(Err(disputed)));
			assert_eq!(object(3), Ok(Ok(())));
			assert_eq!(paid(), [SUBJECT, SUBJECT]);
		});
	}
}
