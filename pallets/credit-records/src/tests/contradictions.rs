//! One source told one matter twice, and somebody noticed.

use super::{objections::*, *};

/// What Alice says about a matter.
fn about(object: u8, points: u16) -> Record<AccountId> {
	Record { reference: Reference([object; 16]), ..rating(points) }
}

/// So much is said about the subject that nobody remembers what was said before.
fn fill() {
	submit((0..64).map(|n| by([ALICE, BERTA, CAROL][n % 3], 5_000)));
}

/// A chain on which Alice told a matter twice: with the numbers 0 and 65.
fn told_twice(points: [u16; 2], test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, BERTA, CAROL]);
		submit([about(1, points[0])]);
		fill();
		submit([about(1, points[1])]);
		events();
		test();
	});
}

fn contradicting(test: impl FnOnce()) {
	told_twice([0, 10_000], test);
}

fn report_by(account: AccountId, first: u64, second: u64) -> DispatchResult {
	CreditRecords::report_contradiction(
		RuntimeOrigin::signed(account),
		proof(PLATFORM, first),
		proof(PLATFORM, second),
	)
}

fn report(first: u64, second: u64) -> DispatchResult {
	report_by(STRANGER, first, second)
}

/// What is left of the bond for ratings.
fn left() -> u64 {
	CreditRecords::bond(PLATFORM, Category::Behaviour).unwrap().amount
}

#[test]
fn success_takes_both_out_and_costs_half_of_the_bond() {
	contradicting(|| {
		let issued = Balances::total_issuance();
		assert_counts_only(&(0..=65).collect::<Vec<_>>());
		assert_ok!(report(0, 65));
		assert_counts_only(&(1..65).collect::<Vec<_>>());
		let (lost, reward) = (BOND / 2, BOND / 4);
		assert_eq!((left(), held(HoldReason::Bond, PLATFORM)), (BOND - lost, 3 * BOND - lost));
		assert_eq!(everything(PLATFORM), WEALTH - lost);
		assert_eq!(everything(STRANGER), WEALTH + reward);
		let burnt = slashed();
		assert_eq!(burnt, lost - reward);
		assert_eq!(Balances::total_issuance() + burnt, issued);
		// 4 / (4 + 1 + 2)
		assert_eq!(credibility(ALICE), Fixed::from_ratio(4, 7));
		for sequence in [0, 65] {
			assert_eq!(resolution(sequence), Some(Resolution::Contradicted));
			let status = CreditRecords::record_status(PLATFORM, sequence).unwrap();
			assert_eq!(status.stage, Stage::Removed);
		}
		assert_eq!(
			events(),
			[
				Event::BondSlashed {
					provider: PLATFORM,
					category: Category::Behaviour,
					amount: lost,
					left: BOND - lost
				},
				Event::ContradictionProven {
					provider: PLATFORM,
					first: 0,
					second: 65,
					subject: SUBJECT,
					repeated: false,
					reporter: STRANGER,
					slashed: lost,
					reward
				},
			]
		);
	});
}

#[test]
fn success_in_any_order() {
	contradicting(|| {
		assert_ok!(report(65, 0));
		assert!(matches!(
			events()[..],
			[Event::BondSlashed { .. }, Event::ContradictionProven { first: 0, second: 65, .. }]
		));
	});
}

/// A repetition counts twice: the later one goes, and it costs less.
#[test]
fn success_for_a_repetition() {
	told_twice([10_000, 10_000], || {
		assert_ok!(report(65, 0));
		assert_counts_only(&(0..65).collect::<Vec<_>>());
		assert_eq!((resolution(0), resolution(65)), (None, Some(Resolution::Repeated)));
		let (lost, reward) = (BOND / 20, BOND / 40);
		assert_eq!((left(), everything(STRANGER)), (BOND - lost, WEALTH + reward));
		assert_eq!(slashed(), lost - reward);
		assert_eq!(credibility(ALICE), Fixed::from_ratio(2, 3));
		assert!(matches!(
			events().last(),
			Some(Event::ContradictionProven { first: 0, second: 65, repeated: true, .. })
		));
		// What stands cannot be told again, and still not be reported twice.
		assert_noop!(report(0, 65), Error::<Test>::RecordDecided);
	});
}

#[test]
fn success_ends_objections_in_favour_of_the_subject() {
	contradicting(|| {
		use_up_free_objections();
		assert_ok!(object(65));
		assert_ok!(answer(65));
		assert_ok!(review(ARBITERS[0], 65, Verdict::Frivolous));
		assert_eq!(held(HoldReason::Objection, SUBJECT), OBJECTION_BOND);
		events();
		assert_ok!(report(0, 65));
		assert_counts_only(&(1..65).collect::<Vec<_>>());
		assert_eq!((open(), everything(SUBJECT)), (0, WEALTH));
		let decision = CreditRecords::decision(PLATFORM, 65).unwrap();
		assert_eq!(decision.resolution, Resolution::Contradicted);
		assert_eq!(decision.statement, Some(statement()));
		assert!(matches!(
			events()[..],
			[
				Event::ObjectionClosed { sequence: 65, resolution: Resolution::Contradicted, .. },
				Event::BondSlashed { amount: 5_000, .. },
				Event::ContradictionProven { .. },
			]
		));
	});
}

/// A contest that the record survived does not make it immune.
#[test]
fn success_after_objections_that_failed() {
	contradicting(|| {
		assert_ok!(object(0));
		assert_ok!(withdraw_objection(0));
		assert_ok!(object(65));
		assert_ok!(answer(65));
		assert_ok!(review(ARBITERS[0], 65, Verdict::Dismissed));
		assert_ok!(review(ARBITERS[1], 65, Verdict::Dismissed));
		assert_ok!(report(0, 65));
		assert_counts_only(&(1..65).collect::<Vec<_>>());
	});
}

#[test]
fn success_lets_the_truth_be_told() {
	contradicting(|| {
		assert_ok!(report(0, 65));
		submit([about(1, 7_000)]);
		assert_eq!(refusal(about(1, 7_000)), Cause::ToldBefore);
	});
}

#[test]
fn success_after_the_provider_left() {
	contradicting(|| {
		Members::remove(PLATFORM);
		let origin = RuntimeOrigin::signed(PLATFORM);
		assert_ok!(CreditRecords::release_bond(origin, Category::Behaviour));
		assert_ok!(report(0, 65));
		assert_eq!(left(), BOND / 2);
	});
}

#[test]
fn success_without_a_bond_takes_the_records_out() {
	contradicting(|| {
		let origin = RuntimeOrigin::signed(PLATFORM);
		assert_ok!(CreditRecords::release_bond(origin.clone(), Category::Behaviour));
		wait(120 * DAY);
		assert_ok!(CreditRecords::withdraw_bond(origin, Category::Behaviour));
		events();
		assert_ok!(report(0, 65));
		assert_counts_only(&(1..65).collect::<Vec<_>>());
		assert_eq!((slashed(), everything(STRANGER), everything(PLATFORM)), (0, WEALTH, WEALTH));
		assert!(matches!(events()[..], [Event::ContradictionProven { slashed: 0, reward: 0, .. }]));
	});
}

/// What is lost is rounded up, what is paid is cut off, and nothing is lost on the way.
#[test]
fn success_rounds_against_both_sides() {
	contradicting(|| {
		let issued = Balances::total_issuance();
		let odd = Bond { amount: 1_001, since: 0, release: None, claims: 0 };
		Bonds::<Test>::insert(PLATFORM, Category::Behaviour, odd);
		assert_ok!(report(0, 65));
		// Of 1,001 a half is 500½, and of 501 it is 250½.
		assert_eq!((left(), everything(STRANGER), slashed()), (500, WEALTH + 250, 251));
		assert_eq!(Balances::total_issuance(), issued - 251);
		// The rest of what is held belongs to no bond: put the books right for the checks.
		let released = BOND - 1_001;
		Bonds::<Test>::insert(
			PLATFORM,
			Category::Behaviour,
			Bond { amount: 500 + released, ..odd },
		);
	});
}

/// A bond that fell to a single unit loses that one.
#[test]
fn success_takes_the_last_unit() {
	contradicting(|| {
		let one = Bond { amount: 1, since: 0, release: None, claims: 0 };
		Bonds::<Test>::insert(PLATFORM, Category::Behaviour, one);
		assert_ok!(report(0, 65));
		assert_eq!((left(), slashed(), everything(STRANGER)), (0, 1, WEALTH));
		Bonds::<Test>::insert(PLATFORM, Category::Behaviour, Bond { amount: BOND - 1, ..one });
	});
}

/// Less than an account must have cannot be paid to one that there is not.
#[test]
fn success_of_a_reporter_without_an_account_pays_no_dust() {
	for (amount, paid) in [(36, 0), (40, 10)] {
		contradicting(|| {
			let issued = Balances::total_issuance();
			let small = Bond { amount, since: 0, release: None, claims: 0 };
			Bonds::<Test>::insert(PLATFORM, Category::Behaviour, small);
			let nobody = 77;
			assert_ok!(report_by(nobody, 0, 65));
			assert_eq!(everything(nobody), paid);
			let burnt = slashed();
			assert_eq!(burnt, amount / 2 - paid);
			assert_eq!(Balances::total_issuance() + burnt, issued);
			let rest = Bond { amount: BOND - amount / 2, ..small };
			Bonds::<Test>::insert(PLATFORM, Category::Behaviour, rest);
		});
	}
}

#[test]
fn fails_for_what_is_no_contradiction() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, BERTA]);
		let order = Record { indicator: Indicator::OrderCompleted, ..about(1, 10_000) };
		let other = Record { subject: 8, ..about(1, 10_000) };
		submit([
			about(1, 0),
			// Another matter, another source, another indicator, another subject.
			about(2, 10_000),
			Record { source: BERTA, ..about(1, 10_000) },
			order,
			other,
			// No matter at all, twice.
			rating(0),
			rating(10_000),
		]);
		for second in 1..=4 {
			assert_noop!(report(0, second), Error::<Test>::NoContradiction);
		}
		assert_noop!(report(5, 6), Error::<Test>::NoContradiction);
		assert_noop!(report(0, 0), Error::<Test>::NoContradiction);
	});
}

#[test]
fn fails_for_records_of_two_providers() {
	ExtBuilder::default().build_and_execute(|| {
		Members::set(BANK, &[Role::BehaviourProvider]);
		let origin = RuntimeOrigin::signed(BANK);
		assert_ok!(CreditRecords::post_bond(origin.clone(), Category::Behaviour, BOND));
		register(PLATFORM, &[ALICE]);
		register(BANK, &[BERTA]);
		submit([about(1, 0)]);
		let records = vec![Record { source: BERTA, ..about(1, 10_000) }].try_into().unwrap();
		assert_ok!(CreditRecords::submit_batch(origin, 0, Mode::AllOrNothing, records));
		let mut second = proof(BANK, 0);
		// And saying so does not make it so.
		for forged in [false, true] {
			let first = proof(PLATFORM, 0);
			if forged {
				second.applied.provider = PLATFORM;
				second.applied.record.source = ALICE;
				second.applied.sequence = 7;
			}
			let expected =
				if forged { Error::<Test>::WrongProof } else { Error::<Test>::NoContradiction };
			assert_noop!(
				CreditRecords::report_contradiction(
					RuntimeOrigin::signed(STRANGER),
					first,
					second.clone()
				),
				expected
			);
		}
	});
}

#[test]
fn fails_for_whoever_would_be_paid_out_of_its_own_pocket() {
	contradicting(|| {
		// The provider, the source, another source of the provider, another account of a source.
		for account in [PLATFORM, ALICE, BERTA, ALICE + OTHER_ACCOUNT] {
			assert_noop!(report_by(account, 0, 65), Error::<Test>::ReporterInvolved);
		}
		// The subject has every reason to report it.
		assert_ok!(report_by(SUBJECT, 0, 65));
	});
}

#[test]
fn fails_twice() {
	contradicting(|| {
		assert_ok!(report(0, 65));
		assert_noop!(report(0, 65), Error::<Test>::RecordDecided);
		assert_noop!(report(65, 0), Error::<Test>::RecordDecided);
	});
}

#[test]
fn fails_when_one_is_gone() {
	contradicting(|| {
		assert_ok!(withdraw_record(65));
		assert_noop!(report(0, 65), Error::<Test>::RecordDecided);
	});
	contradicting(|| {
		BlockTime::set(proof(PLATFORM, 0).applied.expires);
		assert_noop!(report(0, 65), Error::<Test>::RecordExpired);
	});
}

#[test]
fn fails_without_proofs() {
	contradicting(|| {
		let try_with = |first: RecordProof<AccountId>, second: RecordProof<AccountId>| {
			CreditRecords::report_contradiction(RuntimeOrigin::signed(STRANGER), first, second)
		};
		let (first, second) = (proof(PLATFORM, 0), proof(PLATFORM, 65));
		let mut forged = second.clone();
		forged.applied.record.outcome = Outcome::WORST;
		assert_noop!(try_with(first.clone(), forged), Error::<Test>::WrongProof);
		let mut forged = first.clone();
		forged.applied.placed.counted_at += 1;
		assert_noop!(try_with(forged, second.clone()), Error::<Test>::WrongProof);
		let mut forged = first;
		forged.batch = 99;
		assert_noop!(try_with(forged, second), Error::<Test>::UnknownBatch);
	});
}
