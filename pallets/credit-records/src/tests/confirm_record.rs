//! Somebody else stands for a record afterwards.

use super::{objections::assert_counts_only, *};

fn confirm(who: AccountId, sequence: u64) -> DispatchResult {
	CreditRecords::confirm_record(RuntimeOrigin::signed(who), proof(PLATFORM, sequence))
}

fn paid(points: u16) -> Record<AccountId> {
	Record { indicator: Indicator::PaidOnTime, reference: Reference([1; 16]), ..rating(points) }
}

/// A chain with what Alice and Berta say about the subject.
fn said(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, BERTA]);
		submit([rating(2_000), by(BERTA, 9_000), paid(10_000)]);
		events();
		test();
	});
}

#[test]
fn success_by_the_subject_counts_from_the_beginning() {
	said(|| {
		BlockTime::set(TODAY + 50 * DAY);
		let before = CreditRecords::effective(&proof(PLATFORM, 1).applied);
		assert_ok!(confirm(SUBJECT, 1));
		let after = CreditRecords::effective(&proof(PLATFORM, 1).applied);
		assert_eq!(after.level, Level::Confirmed);
		// 0.85 for 0.6, cut off.
		let expected = before.weight.times(Fixed::from_ratio(85, 60));
		assert!(after.weight.distance(expected) < Fixed::from_bits(16));
		assert_counts_only(&[0, 1, 2]);

		let status = CreditRecords::record_status(PLATFORM, 1).unwrap();
		assert_eq!(status.level_raised, Some(Level::Confirmed));
		let event = Event::LevelRaised {
			provider: PLATFORM,
			sequence: 1,
			by: SUBJECT,
			old: Level::Counterparty,
			new: Level::Confirmed,
		};
		assert_eq!(events(), [event]);
	});
}

#[test]
fn success_of_an_adverse_record() {
	said(|| {
		assert_ok!(confirm(SUBJECT + OTHER_ACCOUNT, 0));
		assert_counts_only(&[0, 1, 2]);
	});
}

#[test]
fn success_by_an_independent_member() {
	said(|| {
		// A bank is a provider of payments and an authority in them, and neither in conduct.
		assert_noop!(confirm(BANK, 1), Error::<Test>::NotConfirmer);
		assert_ok!(confirm(BANK, 2));
		assert_counts_only(&[0, 1, 2]);
	});
}

#[test]
fn success_by_an_authority_that_provides_nothing() {
	said(|| {
		Members::set(BANK, &[Role::Bank]);
		assert_ok!(confirm(BANK, 2));
	});
}

/// What is taken out afterwards is what counts now.
#[test]
fn success_and_then_it_is_taken_out_as_a_whole() {
	said(|| {
		assert_ok!(confirm(SUBJECT, 1));
		assert_ok!(CreditRecords::object(
			RuntimeOrigin::signed(SUBJECT),
			proof(PLATFORM, 1),
			Reason::Inaccurate,
			H256::zero()
		));
		assert_counts_only(&[0, 2]);
		assert_ok!(CreditRecords::withdraw_objection(RuntimeOrigin::signed(SUBJECT), PLATFORM, 1));
		assert_counts_only(&[0, 1, 2]);
	});
}

/// When the record has expired, nobody needs to know how it counted.
#[test]
fn success_is_forgotten_with_the_record() {
	said(|| {
		assert_ok!(confirm(SUBJECT, 1));
		assert_eq!(Raised::<Test>::iter().count(), 1);
		BlockTime::set(proof(PLATFORM, 1).applied.expires + DAY);
		poll();
		assert_eq!(Raised::<Test>::iter().count(), 0);
	});
}

#[test]
fn fails_for_who_has_no_say() {
	said(|| {
		Members::set(CAROL, &[Role::PaymentProvider]);
		// Strangers, members without a role, the provider, the source and others that it brought.
		for who in [STRANGER, AUDITOR, PLATFORM, ALICE, BERTA] {
			assert_noop!(confirm(who, 2), Error::<Test>::NotConfirmer);
		}
		// A member that the platform speaks for is not independent of it.
		register(PLATFORM, &[CAROL]);
		assert_noop!(confirm(CAROL, 2), Error::<Test>::NotConfirmer);
		// Nor is one that the source belongs to.
		Members::set(ALICE + OTHER_ACCOUNT, &[Role::PaymentProvider]);
		assert_noop!(confirm(ALICE + OTHER_ACCOUNT, 2), Error::<Test>::NotConfirmer);
		// And an account that has lost the right to speak for the subject is not the subject.
		Enterprises::retire(SUBJECT);
		assert_noop!(confirm(SUBJECT, 2), Error::<Test>::NotConfirmer);
	});
}

#[test]
fn fails_for_a_level_that_cannot_be_raised() {
	said(|| {
		register(PLATFORM, &[SUBJECT, PLATFORM]);
		let own = Record { source: PLATFORM, level: Level::Confirmed, ..rating(1) };
		let declared = Record {
			source: SUBJECT,
			level: Level::SelfDeclared,
			indicator: Indicator::ReturnHandled,
			..rating(10_000)
		};
		submit([own, declared]);
		for sequence in [3, 4] {
			assert_noop!(confirm(SUBJECT, sequence), Error::<Test>::LevelNotRaisable);
		}
		// Once is enough.
		assert_ok!(confirm(SUBJECT, 0));
		assert_noop!(confirm(SUBJECT, 0), Error::<Test>::LevelNotRaisable);
		// And a schema may not know it.
		let terms = SchemaTerms {
			highest_level: Level::Counterparty,
			..CreditRecords::schema(Indicator::Rating).terms
		};
		assert_ok!(CreditRecords::set_schema(RuntimeOrigin::root(), Indicator::Rating, terms));
		assert_noop!(confirm(SUBJECT, 1), Error::<Test>::LevelNotRaisable);
	});
}

#[test]
fn fails_for_a_contested_record() {
	said(|| {
		assert_ok!(CreditRecords::object(
			RuntimeOrigin::signed(SUBJECT),
			proof(PLATFORM, 0),
			Reason::Inaccurate,
			H256::zero()
		));
		assert_noop!(confirm(SUBJECT, 0), Error::<Test>::RecordDisputed);
		assert_ok!(CreditRecords::withdraw_record(
			RuntimeOrigin::signed(PLATFORM),
			proof(PLATFORM, 0)
		));
		assert_noop!(confirm(SUBJECT, 0), Error::<Test>::RecordDecided);
	});
}

#[test]
fn fails_after_its_time() {
	said(|| {
		BlockTime::set(proof(PLATFORM, 0).applied.expires);
		assert_noop!(confirm(SUBJECT, 0), Error::<Test>::RecordExpired);
		BlockTime::mutate(|now| *now -= 1);
		assert_ok!(confirm(SUBJECT, 0));
	});
}

#[test]
fn fails_without_a_proof() {
	said(|| {
		let mut proof = proof(PLATFORM, 0);
		proof.applied.mass = Fixed::MAX;
		assert_noop!(
			CreditRecords::confirm_record(RuntimeOrigin::signed(SUBJECT), proof.clone()),
			Error::<Test>::WrongProof
		);
		proof.batch = 9;
		assert_noop!(
			CreditRecords::confirm_record(RuntimeOrigin::signed(SUBJECT), proof),
			Error::<Test>::UnknownBatch
		);
	});
}
