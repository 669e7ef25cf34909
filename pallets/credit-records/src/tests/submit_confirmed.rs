//! Records that their subjects have signed.

use super::*;
use frame::deps::sp_runtime::testing::TestSignature;
use hanse_signatures::wrapped;

/// What the platform says that both have agreed on.
fn agreed() -> Record<AccountId> {
	Record { level: Level::Confirmed, ..rating(7_500) }
}

fn signed(
	index: u16,
	signer: AccountId,
	record: &Record<AccountId>,
) -> Confirmation<AccountId, TestSignature> {
	let signature = TestSignature(signer, record.payload(&GENESIS));
	Confirmation { index, signer, signature }
}

fn submit_with(
	mode: Mode,
	records: impl IntoIterator<Item = Record<AccountId>>,
	signatures: Vec<Confirmation<AccountId, TestSignature>>,
) -> DispatchResultWithPostInfo {
	let first = CreditRecords::next_sequence(PLATFORM);
	let (records, signatures) = (batch(records), signatures.try_into().unwrap());
	with_storage_layer(|| {
		let origin = RuntimeOrigin::signed(PLATFORM);
		CreditRecords::submit_confirmed(origin, first, mode, records, signatures)
	})
}

fn with_alice(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, BERTA]);
		test();
	});
}

#[test]
fn success_counts_as_confirmed() {
	with_alice(|| {
		submit([rating(7_500)]);
		let before = observed()[0].observation.weight;
		let signatures = vec![signed(0, SUBJECT, &agreed())];
		assert_ok!(submit_with(Mode::AllOrNothing, [agreed()], signatures));
		let told = observed().pop().unwrap();
		assert_eq!(told.observation.level, Level::Confirmed);
		assert!(told.observation.weight > before);
		assert_eq!(leaves(PLATFORM, 1)[0].record.level, Level::Confirmed);
	});
}

#[test]
fn success_as_wallets_sign_and_with_another_account() {
	with_alice(|| {
		let other = SUBJECT + OTHER_ACCOUNT;
		let payload = wrapped(&agreed().payload(&GENESIS));
		let signature = TestSignature(other, payload);
		let signatures = vec![Confirmation { index: 0, signer: other, signature }];
		assert_ok!(submit_with(Mode::AllOrNothing, [agreed()], signatures));
	});
}

/// The bytes name the subject as the record does.
#[test]
fn success_for_a_record_about_another_account() {
	with_alice(|| {
		let record = Record { subject: SUBJECT + OTHER_ACCOUNT, ..agreed() };
		let signatures = vec![signed(0, SUBJECT, &record)];
		assert_ok!(submit_with(Mode::AllOrNothing, [record], signatures));
	});
}

#[test]
fn success_among_others_and_in_an_overlap() {
	with_alice(|| {
		let records = [rating(1), agreed(), by(BERTA, 2), Record { source: BERTA, ..agreed() }];
		let signatures = vec![
			signed(3, SUBJECT, &records[3]),
			signed(1, SUBJECT, &records[1]),
			// One that nobody asked for is not looked at.
			signed(2, STRANGER, &records[1]),
		];
		submit([rating(1)]);
		assert_ok!(with_storage_layer(|| CreditRecords::submit_confirmed(
			RuntimeOrigin::signed(PLATFORM),
			0,
			Mode::AllOrNothing,
			batch(records),
			signatures.try_into().unwrap()
		)));
		let levels = leaves(PLATFORM, 1).into_iter().map(|leaf| leaf.record.level);
		assert_eq!(
			levels.collect::<Vec<_>>(),
			[Level::Confirmed, Level::Counterparty, Level::Confirmed]
		);
	});
}

#[test]
fn success_charges_for_signatures() {
	with_alice(|| {
		let signatures = vec![signed(0, SUBJECT, &agreed()), signed(1, SUBJECT, &agreed())];
		let post =
			submit_with(Mode::AllOrNothing, [agreed(), agreed()], signatures.clone()).unwrap();
		let signed = <() as WeightInfo>::submit_confirmed(2);
		let known = Score::subject(SUBJECT).extent();
		let counted = <() as WeightInfo>::submit_batch(2)
			.saturating_add(looked_at(1))
			.saturating_add(Score::following_weight(2, known));
		assert_eq!(post.actual_weight, Some(counted.saturating_add(signed)));
		let call = Call::<Test>::submit_confirmed {
			first: 0,
			mode: Mode::AllOrNothing,
			records: batch([agreed(), agreed()]),
			signatures: signatures.try_into().unwrap(),
		};
		assert!(call.get_dispatch_info().call_weight.all_gte(post.actual_weight.unwrap()));
	});
}

#[test]
fn fails_with_a_wrong_signature() {
	with_alice(|| {
		let refused = |cause| Error::<Test>::RecordRefused { index: 0, cause };
		let wrong = |confirmation| {
			assert_noop!(
				submit_with(Mode::AllOrNothing, [agreed()], vec![confirmation]),
				refused(Cause::WrongConfirmation)
			);
		};
		// By another account, or by one in the name of another.
		wrong(signed(0, STRANGER, &agreed()));
		wrong(Confirmation { signer: SUBJECT, ..signed(0, STRANGER, &agreed()) });
		// Over another record, or another chain.
		for other in [
			Record { outcome: Outcome::BEST, ..agreed() },
			Record { at: TODAY - 1, ..agreed() },
			Record { commitment: [1; 32], ..agreed() },
			Record { reference: Reference([1; 16]), ..agreed() },
			Record { source: BERTA, ..agreed() },
		] {
			wrong(signed(0, SUBJECT, &other));
		}
		let signature = TestSignature(SUBJECT, agreed().payload(&H256::zero()));
		wrong(Confirmation { signature, ..signed(0, SUBJECT, &agreed()) });
		// By an account that has lost the right to speak.
		Enterprises::retire(SUBJECT);
		wrong(signed(0, SUBJECT, &agreed()));
	});
}

#[test]
fn fails_without_a_signature_in_its_place() {
	with_alice(|| {
		for signatures in [vec![], vec![signed(1, SUBJECT, &agreed())]] {
			assert_noop!(
				submit_with(Mode::AllOrNothing, [agreed()], signatures),
				Error::<Test>::RecordRefused { index: 0, cause: Cause::LevelNotEarned }
			);
		}
		assert_ok!(submit_with(Mode::EachForItself, [agreed()], vec![]));
		assert_eq!(CreditRecords::batch(PLATFORM, 0).unwrap().leaves, 0);
	});
}

/// What both sign is no more than confirmed.
#[test]
fn fails_for_the_highest_level() {
	with_alice(|| {
		let record = Record {
			indicator: Indicator::PaidOnTime,
			reference: Reference([1; 16]),
			level: Level::Source,
			..rating(10_000)
		};
		let signatures = vec![signed(0, SUBJECT, &record)];
		assert_noop!(
			submit_with(Mode::AllOrNothing, [record], signatures),
			Error::<Test>::RecordRefused { index: 0, cause: Cause::LevelNotEarned }
		);
	});
}
