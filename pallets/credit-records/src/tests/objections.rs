//! The way of an objection, and what goes wrong on it.

use super::*;
use frame::token::fungible::{Inspect, InspectHold, Mutate};
use hanse_credit_model::{Subject, Voice};

pub(super) const ANSWER_DAYS: u64 = 20;
pub(super) const REVIEW_DAYS: u64 = 10;

/// What hashes to what is said.
pub(super) fn statement() -> H256 {
	H256::repeat_byte(0x57)
}

pub(super) fn answer_hash() -> H256 {
	H256::repeat_byte(0xa4)
}

/// Submits a record, and returns its number.
pub(super) fn tell(record: Record<AccountId>) -> u64 {
	let sequence = CreditRecords::next_sequence(PLATFORM);
	submit([record]);
	sequence
}

pub(super) fn object_by(account: AccountId, sequence: u64) -> DispatchResult {
	let proof = proof(PLATFORM, sequence);
	let origin = RuntimeOrigin::signed(account);
	CreditRecords::object(origin, proof, Reason::Inaccurate, statement())
}

pub(super) fn object(sequence: u64) -> DispatchResult {
	object_by(SUBJECT, sequence)
}

pub(super) fn answer(sequence: u64) -> DispatchResult {
	CreditRecords::answer_objection(RuntimeOrigin::signed(PLATFORM), sequence, answer_hash())
}

pub(super) fn review(arbiter: AccountId, sequence: u64, verdict: Verdict) -> DispatchResult {
	CreditRecords::review(RuntimeOrigin::signed(arbiter), PLATFORM, sequence, verdict)
}

pub(super) fn withdraw_record(sequence: u64) -> DispatchResult {
	CreditRecords::withdraw_record(RuntimeOrigin::signed(PLATFORM), proof(PLATFORM, sequence))
}

pub(super) fn withdraw_objection(sequence: u64) -> DispatchResult {
	CreditRecords::withdraw_objection(RuntimeOrigin::signed(SUBJECT), PLATFORM, sequence)
}

pub(super) fn close(sequence: u64) -> DispatchResult {
	CreditRecords::close_objection(RuntimeOrigin::signed(STRANGER), PLATFORM, sequence)
}

/// What is held of an account for its objections, or for its bonds.
pub(super) fn held(reason: HoldReason, account: AccountId) -> u64 {
	Balances::balance_on_hold(&RuntimeHoldReason::CreditRecords(reason), &account)
}

/// All that an account has, held or not.
pub(super) fn everything(account: AccountId) -> u64 {
	<Balances as Inspect<AccountId>>::total_balance(&account)
}

/// How the contest of a record ended.
pub(super) fn resolution(sequence: u64) -> Option<Resolution> {
	CreditRecords::decision(PLATFORM, sequence).map(|decision| decision.resolution)
}

/// Moves the clock of the block, and nothing else.
pub(super) fn wait(seconds: Moment) {
	BlockTime::mutate(|now| *now += seconds);
}

/// Uses the free objections of the subject up.
pub(super) fn use_up_free_objections() {
	let free = CreditRecords::rules().free_objections;
	FreeObjectionsUsed::<Test>::insert(SUBJECT, free);
}

pub(super) fn free_used() -> u32 {
	FreeObjectionsUsed::<Test>::get(SUBJECT)
}

pub(super) fn open() -> u32 {
	OpenObjections::<Test>::get(SUBJECT)
}

/// What the state holds of the subject's evidence is what these records put in, to the last bit. The
/// record with number zero must be the first about the subject.
pub(super) fn assert_counts_only(records: &[u64]) {
	let parameters = Parameters::default();
	let mut fresh = Subject::default();
	// Anchors follow from the first moment of a subject.
	fresh.advance(proof(PLATFORM, 0).applied.placed.counted_at, &parameters);
	for sequence in records {
		let applied = proof(PLATFORM, *sequence).applied;
		let observation = CreditRecords::effective(&applied);
		let mark = u64::from_le_bytes(applied.record.source.using_encoded(twox_64));
		fresh.restore(&observation, Voice::of(mark), mark, applied.placed, &parameters);
	}
	let mut known = Score::subject(SUBJECT);
	let now = BlockTime::get();
	known.advance(now, &parameters);
	fresh.advance(now, &parameters);
	assert!(known.same_evidence(&fresh), "other records count than {records:?}");
}

/// A chain on which Alice, Berta and Carol said something about the subject today, and Alice's record
/// is the one with number zero.
fn contested(test: impl FnOnce()) {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, BERTA, CAROL]);
		submit([rating(0), by(BERTA, 10_000), by(CAROL, 9_000)]);
		events();
		test();
	});
}

/// The same, with an objection to Alice's record.
fn objected(test: impl FnOnce()) {
	contested(|| {
		assert_ok!(object(0));
		events();
		test();
	});
}

/// The same, with an answer.
fn answered(test: impl FnOnce()) {
	objected(|| {
		assert_ok!(answer(0));
		events();
		test();
	});
}

mod object {
	use super::*;

	#[test]
	fn success_takes_the_record_out_at_once() {
		contested(|| {
			assert_counts_only(&[0, 1, 2]);
			assert_ok!(object(0));
			assert_counts_only(&[1, 2]);
			let deadline = TODAY + ANSWER_DAYS * DAY;
			assert_eq!(
				events(),
				[Event::ObjectionOpened {
					provider: PLATFORM,
					sequence: 0,
					subject: SUBJECT,
					reason: Reason::Inaccurate,
					statement: statement(),
					deadline,
					stake: None,
				}]
			);
			let status = CreditRecords::objection(PLATFORM, 0).unwrap();
			assert_eq!(
				status,
				ObjectionStatus {
					step: ObjectionStep::Answer,
					deadline,
					default: Resolution::Unanswered,
					reason: Reason::Inaccurate,
					statement: statement(),
					answer: None,
					votes: Tally::default(),
					majority: 2,
					free: true,
				}
			);
			let status = CreditRecords::record_status(PLATFORM, 0).unwrap();
			assert_eq!(status.stage, Stage::Disputed);
			assert_eq!(status.objection, CreditRecords::objection(PLATFORM, 0));
		});
	}

	#[test]
	fn success_lets_the_others_count_however_they_came() {
		contested(|| {
			// Something comes in between, and time passes.
			wait(40 * DAY);
			submit([by(BERTA, 2_000), by(CAROL, 7_000)]);
			assert_ok!(object(1));
			wait(3 * DAY);
			submit([by(ALICE, 6_000)]);
			assert_counts_only(&[0, 2, 3, 4, 5]);
		});
	}

	#[test]
	fn success_by_another_account_of_the_enterprise() {
		contested(|| {
			assert_ok!(object_by(SUBJECT + OTHER_ACCOUNT, 0));
			assert_eq!(open(), 1);
			assert_ok!(withdraw_objection(0));
		});
	}

	#[test]
	fn success_is_free_at_first_and_takes_a_bond_then() {
		contested(|| {
			submit([rating(1), rating(2)]);
			let rights = |open, left, free| {
				let rights = ObjectionRights { open, left, free, stake: OBJECTION_BOND };
				assert_eq!(CreditRecords::objection_rights(SUBJECT), rights);
				assert_eq!(CreditRecords::objection_rights(SUBJECT + OTHER_ACCOUNT), rights);
			};
			rights(0, 16, 3);
			for sequence in 0..3 {
				let proof = proof(PLATFORM, sequence);
				assert!(CreditRecords::may_object_free(&RuntimeOrigin::signed(SUBJECT), &proof));
				assert_ok!(object(sequence));
			}
			rights(3, 13, 0);
			assert_eq!(held(HoldReason::Objection, SUBJECT), 0);
			let fourth = proof(PLATFORM, 3);
			assert!(!CreditRecords::may_object_free(&RuntimeOrigin::signed(SUBJECT), &fourth));
			assert_ok!(object(3));
			assert_eq!(held(HoldReason::Objection, SUBJECT), OBJECTION_BOND);
			assert!(!CreditRecords::objection(PLATFORM, 3).unwrap().free);
			assert_ok!(object(4));
			assert_eq!(held(HoldReason::Objection, SUBJECT), 2 * OBJECTION_BOND);
			rights(5, 11, 0);
		});
	}

	/// What would fail is not free, or blocks could be filled with it.
	#[test]
	fn success_alone_costs_no_fee() {
		contested(|| {
			let free = |account, proof: &RecordProof<AccountId>| {
				CreditRecords::may_object_free(&RuntimeOrigin::signed(account), proof)
			};
			let good = proof(PLATFORM, 0);
			assert!(free(SUBJECT, &good));
			assert!(!CreditRecords::may_object_free(&RuntimeOrigin::root(), &good));
			assert!(!free(STRANGER, &good));
			let forged = RecordProof { index: 1, ..good.clone() };
			assert!(!free(SUBJECT, &forged));
			assert_ok!(object(0));
			assert!(!free(SUBJECT, &good));
		});
	}

	#[test]
	fn success_works_during_an_import_by_the_time_of_the_block() {
		ExtBuilder::default().importing().build_and_execute(|| {
			register(PLATFORM, &[ALICE, BERTA]);
			submit([Record { at: TODAY - 400 * DAY, ..rating(0) }]);
			assert_eq!(CreditRecords::clock(), TODAY - 400 * DAY);
			assert_ok!(object(0));
			let status = CreditRecords::objection(PLATFORM, 0).unwrap();
			assert_eq!(status.deadline, TODAY + ANSWER_DAYS * DAY);
			// The history goes on as if nothing had happened.
			submit([Record { at: TODAY - 300 * DAY, ..by(BERTA, 10_000) }]);
			assert_eq!(CreditRecords::clock(), TODAY - 300 * DAY);
			assert_ok!(withdraw_objection(0));
		});
	}

	#[test]
	fn fails_for_anybody_but_the_subject() {
		contested(|| {
			for account in [STRANGER, PLATFORM, ALICE, ARBITERS[0]] {
				assert_noop!(object_by(account, 0), Error::<Test>::NotSubject);
			}
			// An account that acted for the subject once.
			Enterprises::retire(SUBJECT);
			assert_noop!(object(0), Error::<Test>::NotSubject);
		});
	}

	#[test]
	fn fails_twice() {
		objected(|| {
			assert_noop!(object(0), Error::<Test>::RecordDisputed);
			assert_ok!(withdraw_objection(0));
			assert_noop!(object(0), Error::<Test>::RecordDecided);
		});
	}

	#[test]
	fn fails_for_a_record_that_is_gone() {
		contested(|| {
			assert_ok!(withdraw_record(0));
			assert_noop!(object(0), Error::<Test>::RecordDecided);
			let expires = proof(PLATFORM, 1).applied.expires;
			BlockTime::set(expires - 1);
			assert_ok!(object(1));
			BlockTime::set(expires);
			assert_noop!(object(2), Error::<Test>::RecordExpired);
		});
	}

	#[test]
	fn fails_without_a_proof() {
		contested(|| {
			let try_with = |change: fn(&mut RecordProof<AccountId>)| {
				let mut proof = proof(PLATFORM, 0);
				change(&mut proof);
				let origin = RuntimeOrigin::signed(SUBJECT);
				CreditRecords::object(origin, proof, Reason::NeverHappened, statement())
			};
			assert_noop!(try_with(|proof| proof.batch = 9), Error::<Test>::UnknownBatch);
			let changes: [fn(&mut RecordProof<AccountId>); 6] = [
				|proof| proof.index = 1,
				|proof| proof.applied.sequence = 5,
				|proof| proof.applied.weight = Fixed::ZERO,
				|proof| proof.applied.expires += 1,
				|proof| proof.applied.record.outcome = Outcome::BEST,
				|proof| proof.siblings.truncate(1),
			];
			for change in changes {
				assert_noop!(try_with(change), Error::<Test>::WrongProof);
			}
		});
	}

	#[test]
	fn fails_beyond_the_number_of_open_ones() {
		contested(|| {
			let rules = RuleSet { open_objections: 2, ..CreditRecords::rules() };
			Rules::<Test>::put(rules);
			assert_ok!(object(0));
			assert_ok!(object(1));
			assert_noop!(object(2), Error::<Test>::TooManyObjections);
			assert_ok!(withdraw_objection(0));
			assert_ok!(object(2));
		});
	}

	#[test]
	fn fails_without_money_for_the_bond() {
		contested(|| {
			use_up_free_objections();
			let beggar = SUBJECT + OTHER_ACCOUNT;
			assert_eq!(everything(beggar), 0);
			assert_noop!(object_by(beggar, 0), TokenError::FundsUnavailable);
		});
	}
}

mod answer_objection {
	use super::*;

	#[test]
	fn success_gives_reviewers_their_time() {
		objected(|| {
			wait(7 * DAY);
			assert_ok!(answer(0));
			let deadline = TODAY + (7 + REVIEW_DAYS) * DAY;
			assert_eq!(
				events(),
				[Event::ObjectionAnswered {
					provider: PLATFORM,
					sequence: 0,
					answer: answer_hash(),
					deadline
				}]
			);
			let status = CreditRecords::objection(PLATFORM, 0).unwrap();
			assert_eq!(status.step, ObjectionStep::Review);
			assert_eq!(status.deadline, deadline);
			assert_eq!(status.default, Resolution::Undecided);
			assert_eq!(status.answer, Some(answer_hash()));
			assert_counts_only(&[1, 2]);
		});
	}

	#[test]
	fn success_until_the_last_second() {
		objected(|| {
			wait(ANSWER_DAYS * DAY - 1);
			assert_ok!(answer(0));
		});
	}

	#[test]
	fn success_for_a_provider_that_left() {
		objected(|| {
			Members::remove(PLATFORM);
			assert_ok!(answer(0));
		});
	}

	#[test]
	fn fails_too_late() {
		objected(|| {
			wait(ANSWER_DAYS * DAY);
			assert_noop!(answer(0), Error::<Test>::DeadlinePassed);
		});
	}

	#[test]
	fn fails_twice() {
		answered(|| {
			assert_noop!(answer(0), Error::<Test>::AlreadyAnswered);
		});
	}

	#[test]
	fn fails_without_an_objection() {
		objected(|| {
			assert_noop!(answer(1), Error::<Test>::NoObjection);
			// The record with this number in the caller's own stream is another.
			assert_noop!(
				CreditRecords::answer_objection(RuntimeOrigin::signed(CARRIER), 0, answer_hash()),
				Error::<Test>::NoObjection
			);
		});
	}
}

mod withdraw_record {
	use super::*;

	#[test]
	fn success_without_an_objection() {
		contested(|| {
			assert_ok!(withdraw_record(0));
			assert_counts_only(&[1, 2]);
			let event =
				Event::RecordWithdrawn { provider: PLATFORM, sequence: 0, subject: SUBJECT };
			assert_eq!(events(), [event]);
			let decision = CreditRecords::decision(PLATFORM, 0).unwrap();
			assert_eq!(
				decision,
				Decision {
					resolution: Resolution::RecordWithdrawn,
					at: TODAY,
					expires: proof(PLATFORM, 0).applied.expires,
					statement: None,
					answer: None,
				}
			);
			assert_eq!(CreditRecords::record_status(PLATFORM, 0).unwrap().stage, Stage::Removed);
			// Nobody pays for a mistake that it mends.
			assert_eq!(held(HoldReason::Bond, PLATFORM), 3 * BOND);
			assert_eq!(credibility(ALICE), newcomer());
		});
	}

	/// Who took a wrong record back may tell what is right; who let one go without a word may not.
	#[test]
	fn success_lets_the_source_tell_the_matter_anew() {
		contested(|| {
			let matter = |object: u8, points| Record {
				reference: Reference([object; 16]),
				..rating(points)
			};
			for object in 1..=4 {
				tell(matter(object, 0));
				assert_eq!(refusal(matter(object, 10_000)), Cause::ToldBefore);
			}
			assert_ok!(withdraw_record(3));
			tell(matter(1, 10_000));

			for sequence in [4, 5, 6] {
				assert_ok!(object(sequence));
			}
			assert_ok!(answer(4));
			assert_eq!(refusal(matter(2, 10_000)), Cause::ToldBefore);
			assert_ok!(review(ARBITERS[0], 4, Verdict::Upheld));
			assert_ok!(review(ARBITERS[1], 4, Verdict::Upheld));
			tell(matter(2, 10_000));

			wait(ANSWER_DAYS * DAY);
			assert_ok!(close(5));
			assert_eq!(refusal(matter(3, 10_000)), Cause::ToldBefore);
		});
	}

	#[test]
	fn success_ends_an_objection_in_favour_of_the_subject() {
		for answered_before in [false, true] {
			objected(|| {
				if answered_before {
					assert_ok!(answer(0));
					events();
				}
				assert_eq!(free_used(), 1);
				assert_ok!(withdraw_record(0));
				assert_eq!((open(), free_used()), (0, 0));
				assert_counts_only(&[1, 2]);
				let resolution = Resolution::RecordWithdrawn;
				assert_eq!(
					events(),
					[
						Event::ObjectionClosed {
							provider: PLATFORM,
							sequence: 0,
							subject: SUBJECT,
							resolution
						},
						Event::RecordWithdrawn {
							provider: PLATFORM,
							sequence: 0,
							subject: SUBJECT
						},
					]
				);
			});
		}
	}

	#[test]
	fn success_after_an_objection_that_failed() {
		objected(|| {
			assert_ok!(withdraw_objection(0));
			assert_counts_only(&[0, 1, 2]);
			wait(DAY);
			assert_ok!(withdraw_record(0));
			assert_counts_only(&[1, 2]);
			let decision = CreditRecords::decision(PLATFORM, 0).unwrap();
			assert_eq!(decision.resolution, Resolution::RecordWithdrawn);
			// What the subject said stays with the record.
			assert_eq!(decision.statement, Some(statement()));
			assert_eq!(decision.at, TODAY + DAY);
		});
	}

	#[test]
	fn success_for_a_provider_that_left() {
		contested(|| {
			Members::remove(PLATFORM);
			assert_ok!(withdraw_record(0));
		});
	}

	#[test]
	fn fails_for_the_record_of_another() {
		contested(|| {
			for account in [CARRIER, SUBJECT, ALICE] {
				assert_noop!(
					CreditRecords::withdraw_record(
						RuntimeOrigin::signed(account),
						proof(PLATFORM, 0)
					),
					Error::<Test>::NotOwnRecord
				);
			}
		});
	}

	#[test]
	fn fails_for_a_record_that_is_gone() {
		contested(|| {
			assert_ok!(withdraw_record(0));
			assert_noop!(withdraw_record(0), Error::<Test>::RecordDecided);
			BlockTime::set(proof(PLATFORM, 1).applied.expires);
			assert_noop!(withdraw_record(1), Error::<Test>::RecordExpired);
		});
	}

	#[test]
	fn fails_once_a_reviewer_has_spoken() {
		answered(|| {
			assert_ok!(review(ARBITERS[0], 0, Verdict::Upheld));
			assert_noop!(withdraw_record(0), Error::<Test>::ReviewBegun);
		});
	}

	#[test]
	fn fails_without_a_proof() {
		contested(|| {
			let mut forged = proof(PLATFORM, 0);
			forged.applied.weight = Fixed::MAX;
			assert_noop!(
				CreditRecords::withdraw_record(RuntimeOrigin::signed(PLATFORM), forged),
				Error::<Test>::WrongProof
			);
		});
	}
}

mod withdraw_objection {
	use super::*;

	#[test]
	fn success_puts_the_record_back_as_it_was() {
		contested(|| {
			let before = Score::subject(SUBJECT);
			assert_ok!(object(0));
			wait(5 * DAY);
			events();
			assert_ok!(withdraw_objection(0));
			assert_eq!(Score::subject(SUBJECT), before);
			assert_eq!(
				events(),
				[Event::ObjectionClosed {
					provider: PLATFORM,
					sequence: 0,
					subject: SUBJECT,
					resolution: Resolution::ObjectionWithdrawn
				}]
			);
			// It is used up all the same.
			assert_eq!((open(), free_used()), (0, 1));
		});
	}

	#[test]
	fn success_releases_the_bond() {
		contested(|| {
			use_up_free_objections();
			assert_ok!(object(0));
			assert_eq!(held(HoldReason::Objection, SUBJECT), OBJECTION_BOND);
			assert_ok!(withdraw_objection(0));
			assert_eq!(held(HoldReason::Objection, SUBJECT), 0);
			assert_eq!(everything(SUBJECT), WEALTH);
		});
	}

	#[test]
	fn success_releases_the_bond_to_whoever_put_it_up() {
		contested(|| {
			use_up_free_objections();
			let other = SUBJECT + OTHER_ACCOUNT;
			Balances::set_balance(&other, 500);
			assert_ok!(object_by(other, 0));
			assert_eq!(held(HoldReason::Objection, other), OBJECTION_BOND);
			// Control goes to another account, which takes the objection back.
			Enterprises::retire(other);
			assert_noop!(
				CreditRecords::withdraw_objection(RuntimeOrigin::signed(other), PLATFORM, 0),
				Error::<Test>::NotSubject
			);
			assert_ok!(withdraw_objection(0));
			assert_eq!((held(HoldReason::Objection, other), everything(other)), (0, 500));
		});
	}

	#[test]
	fn fails_for_anybody_but_the_subject() {
		objected(|| {
			for account in [PLATFORM, ALICE, STRANGER] {
				assert_noop!(
					CreditRecords::withdraw_objection(RuntimeOrigin::signed(account), PLATFORM, 0),
					Error::<Test>::NotSubject
				);
			}
		});
	}

	#[test]
	fn fails_too_late() {
		objected(|| {
			wait(ANSWER_DAYS * DAY);
			assert_noop!(withdraw_objection(0), Error::<Test>::DeadlinePassed);
		});
		answered(|| {
			assert_ok!(review(ARBITERS[0], 0, Verdict::Frivolous));
			assert_noop!(withdraw_objection(0), Error::<Test>::ReviewBegun);
		});
	}

	#[test]
	fn fails_without_an_objection() {
		contested(|| {
			assert_noop!(withdraw_objection(0), Error::<Test>::NoObjection);
		});
	}
}

mod review {
	use super::*;

	#[test]
	fn success_of_the_subject_removes_the_record_and_costs_the_provider() {
		answered(|| {
			let issued = Balances::total_issuance();
			assert_ok!(review(ARBITERS[0], 0, Verdict::Upheld));
			assert_eq!(CreditRecords::objection(PLATFORM, 0).unwrap().votes.upheld, 1);
			assert_counts_only(&[1, 2]);
			events();
			assert_ok!(review(ARBITERS[1], 0, Verdict::Upheld));
			assert_counts_only(&[1, 2]);
			// A twentieth of the bond for ratings, and nothing of the others.
			let lost = BOND / 20;
			assert_eq!(slashed(), lost);
			assert_eq!(Balances::total_issuance(), issued - lost);
			assert_eq!(everything(PLATFORM), WEALTH - lost);
			let left = CreditRecords::bond(PLATFORM, Category::Behaviour).unwrap();
			assert_eq!((left.amount, left.claims), (BOND - lost, 0));
			assert_eq!(CreditRecords::bond(PLATFORM, Category::Payment).unwrap().amount, BOND);
			assert_eq!(held(HoldReason::Bond, PLATFORM), 3 * BOND - lost);
			// 4 / (4 + 1 + 1)
			assert_eq!(credibility(ALICE), Fixed::from_ratio(2, 3));
			assert_eq!(credibility(BERTA), newcomer());
			assert_eq!((open(), free_used()), (0, 0));
			assert_eq!(
				events(),
				[
					Event::VerdictGiven {
						provider: PLATFORM,
						sequence: 0,
						reviewer: ARBITERS[1],
						verdict: Verdict::Upheld
					},
					Event::BondSlashed {
						provider: PLATFORM,
						category: Category::Behaviour,
						amount: lost,
						left: BOND - lost
					},
					Event::ObjectionClosed {
						provider: PLATFORM,
						sequence: 0,
						subject: SUBJECT,
						resolution: Resolution::Upheld
					},
				]
			);
			assert_eq!(
				CreditRecords::decision(PLATFORM, 0).unwrap(),
				Decision {
					resolution: Resolution::Upheld,
					at: TODAY,
					expires: proof(PLATFORM, 0).applied.expires,
					statement: Some(statement()),
					answer: Some(answer_hash()),
				}
			);
		});
	}

	#[test]
	fn success_of_the_provider_puts_the_record_back_as_it_was() {
		contested(|| {
			let before = Score::subject(SUBJECT);
			use_up_free_objections();
			assert_ok!(object(0));
			assert_ok!(answer(0));
			assert_ok!(review(ARBITERS[0], 0, Verdict::Dismissed));
			assert_eq!(resolution(0), None);
			assert_ok!(review(ARBITERS[1], 0, Verdict::Dismissed));
			assert_eq!(resolution(0), Some(Resolution::Dismissed));
			assert_eq!(Score::subject(SUBJECT), before);
			assert_eq!(CreditRecords::record_status(PLATFORM, 0).unwrap().stage, Stage::Private);
			// The statement stays, and nobody has lost anything.
			let decision = CreditRecords::decision(PLATFORM, 0).unwrap();
			assert_eq!(decision.statement, Some(statement()));
			assert_eq!((slashed(), everything(PLATFORM), everything(SUBJECT)), (0, WEALTH, WEALTH));
			assert_eq!(held(HoldReason::Objection, SUBJECT), 0);
			assert_eq!(credibility(ALICE), newcomer());
		});
	}

	#[test]
	fn success_against_a_frivolous_objection_pays_the_provider() {
		contested(|| {
			use_up_free_objections();
			let issued = Balances::total_issuance();
			assert_ok!(object(0));
			assert_ok!(answer(0));
			assert_ok!(review(ARBITERS[0], 0, Verdict::Frivolous));
			assert_ok!(review(ARBITERS[1], 0, Verdict::Frivolous));
			assert_eq!(resolution(0), Some(Resolution::Frivolous));
			assert_counts_only(&[0, 1, 2]);
			assert_eq!(everything(SUBJECT), WEALTH - OBJECTION_BOND);
			assert_eq!(everything(PLATFORM), WEALTH + OBJECTION_BOND);
			assert_eq!((slashed(), Balances::total_issuance()), (0, issued));
		});
	}

	#[test]
	fn success_of_one_frivolous_among_dismissed_costs_nothing() {
		contested(|| {
			use_up_free_objections();
			for (sequence, verdicts) in [
				(0, [Verdict::Frivolous, Verdict::Dismissed]),
				(1, [Verdict::Dismissed, Verdict::Frivolous]),
			] {
				assert_ok!(object(sequence));
				assert_ok!(answer(sequence));
				for (arbiter, verdict) in ARBITERS.into_iter().zip(verdicts) {
					assert_ok!(review(arbiter, sequence, verdict));
				}
				assert_eq!(resolution(sequence), Some(Resolution::Dismissed));
			}
			assert_eq!(everything(SUBJECT), WEALTH);
		});
	}

	#[test]
	fn success_of_a_free_objection_that_is_frivolous_costs_that_one() {
		answered(|| {
			assert_ok!(review(ARBITERS[0], 0, Verdict::Frivolous));
			assert_ok!(review(ARBITERS[1], 0, Verdict::Frivolous));
			assert_eq!((everything(SUBJECT), everything(PLATFORM)), (WEALTH, WEALTH));
			assert_eq!(free_used(), 1);
		});
	}

	#[test]
	fn success_needs_more_than_half_of_the_reviewers() {
		answered(|| {
			assert_ok!(review(ARBITERS[0], 0, Verdict::Upheld));
			assert_ok!(review(ARBITERS[1], 0, Verdict::Dismissed));
			assert_eq!(resolution(0), None);
			assert_ok!(review(ARBITERS[2], 0, Verdict::Upheld));
			assert_eq!(resolution(0), Some(Resolution::Upheld));
			assert_noop!(review(ARBITERS[3], 0, Verdict::Upheld), Error::<Test>::NoObjection);
		});
	}

	/// What it takes is decided when the objection is opened.
	#[test]
	fn success_by_the_number_of_reviewers_that_there_was() {
		answered(|| {
			Rules::<Test>::put(RuleSet { reviewers: 1, ..CreditRecords::rules() });
			assert_ok!(review(ARBITERS[0], 0, Verdict::Upheld));
			assert_eq!(resolution(0), None);
			assert_ok!(object(1));
			assert_ok!(answer(1));
			assert_ok!(review(ARBITERS[0], 1, Verdict::Upheld));
			assert_eq!(resolution(1), Some(Resolution::Upheld));
			Rules::<Test>::put(RuleSet { reviewers: 21, ..CreditRecords::rules() });
			assert_ok!(review(ARBITERS[1], 0, Verdict::Upheld));
			assert_eq!(resolution(0), Some(Resolution::Upheld));
		});
	}

	/// A verdict is as good as its reviewer was when it was given.
	#[test]
	fn success_counts_the_verdict_of_a_reviewer_suspended_afterwards() {
		answered(|| {
			assert_ok!(review(ARBITERS[0], 0, Verdict::Upheld));
			Members::remove(ARBITERS[0]);
			assert_ok!(review(ARBITERS[1], 0, Verdict::Upheld));
			assert_eq!(resolution(0), Some(Resolution::Upheld));
		});
	}

	#[test]
	fn success_against_a_provider_without_a_bond() {
		answered(|| {
			// Withdrawn by way of storage: it takes longer than an objection otherwise.
			let bond = CreditRecords::bond(PLATFORM, Category::Behaviour).unwrap();
			assert_eq!(bond.claims, 1);
			Bonds::<Test>::insert(PLATFORM, Category::Behaviour, Bond { amount: 0, ..bond });
			assert_ok!(review(ARBITERS[0], 0, Verdict::Upheld));
			assert_ok!(review(ARBITERS[1], 0, Verdict::Upheld));
			assert_eq!((resolution(0), slashed()), (Some(Resolution::Upheld), 0));
			Bonds::<Test>::insert(PLATFORM, Category::Behaviour, Bond { claims: 0, ..bond });
		});
	}

	#[test]
	fn fails_for_whoever_is_no_arbitrator() {
		answered(|| {
			for account in [AUDITOR, PLATFORM, SUBJECT, STRANGER] {
				assert_noop!(review(account, 0, Verdict::Upheld), Error::<Test>::NotReviewer);
			}
			Members::remove(ARBITERS[0]);
			assert_noop!(review(ARBITERS[0], 0, Verdict::Upheld), Error::<Test>::NotReviewer);
		});
	}

	#[test]
	fn fails_for_whoever_has_a_part_in_the_record() {
		answered(|| {
			for account in [PLATFORM, ALICE, SUBJECT, SUBJECT + OTHER_ACCOUNT] {
				Members::set(account, &[Role::Arbitrator]);
				assert_noop!(
					review(account, 0, Verdict::Dismissed),
					Error::<Test>::ReviewerInvolved
				);
			}
			// Another source of the provider has none.
			Members::set(BERTA, &[Role::Arbitrator]);
			assert_ok!(review(BERTA, 0, Verdict::Dismissed));
		});
	}

	#[test]
	fn fails_twice() {
		answered(|| {
			assert_ok!(review(ARBITERS[0], 0, Verdict::Upheld));
			for verdict in [Verdict::Upheld, Verdict::Dismissed] {
				assert_noop!(review(ARBITERS[0], 0, verdict), Error::<Test>::AlreadyReviewed);
			}
		});
	}

	#[test]
	fn fails_before_the_answer_and_after_the_deadline() {
		objected(|| {
			assert_noop!(review(ARBITERS[0], 0, Verdict::Upheld), Error::<Test>::NotAnswered);
			assert_ok!(answer(0));
			wait(REVIEW_DAYS * DAY - 1);
			assert_ok!(review(ARBITERS[0], 0, Verdict::Dismissed));
			wait(1);
			assert_noop!(review(ARBITERS[1], 0, Verdict::Dismissed), Error::<Test>::DeadlinePassed);
		});
	}

	#[test]
	fn fails_without_an_objection() {
		contested(|| {
			assert_noop!(review(ARBITERS[0], 0, Verdict::Upheld), Error::<Test>::NoObjection);
		});
	}
}

mod close_objection {
	use super::*;

	#[test]
	fn success_removes_what_nobody_stood_up_for() {
		objected(|| {
			wait(ANSWER_DAYS * DAY - 1);
			assert_noop!(close(0), Error::<Test>::DeadlineNotPassed);
			wait(1);
			assert_ok!(close(0));
			assert_counts_only(&[1, 2]);
			assert_eq!(resolution(0), Some(Resolution::Unanswered));
			assert_eq!(
				events(),
				[Event::ObjectionClosed {
					provider: PLATFORM,
					sequence: 0,
					subject: SUBJECT,
					resolution: Resolution::Unanswered
				}]
			);
			// Silence costs the record, and nothing else.
			assert_eq!((slashed(), everything(PLATFORM)), (0, WEALTH));
			assert_eq!(credibility(ALICE), newcomer());
			assert_eq!((open(), free_used()), (0, 0));
		});
	}

	#[test]
	fn success_removes_what_nobody_decided_in_time() {
		answered(|| {
			use_up_free_objections();
			assert_ok!(review(ARBITERS[0], 0, Verdict::Dismissed));
			wait(REVIEW_DAYS * DAY);
			assert_ok!(close(0));
			assert_counts_only(&[1, 2]);
			assert_eq!(resolution(0), Some(Resolution::Undecided));
			assert_eq!(slashed(), 0);
		});
	}

	#[test]
	fn success_releases_the_bond() {
		contested(|| {
			use_up_free_objections();
			assert_ok!(object(0));
			wait(ANSWER_DAYS * DAY);
			assert_ok!(close(0));
			assert_eq!((everything(SUBJECT), held(HoldReason::Objection, SUBJECT)), (WEALTH, 0));
			// It was none of the free ones.
			assert_eq!(free_used(), CreditRecords::rules().free_objections);
		});
	}

	#[test]
	fn fails_without_an_objection() {
		objected(|| {
			wait(ANSWER_DAYS * DAY);
			assert_ok!(close(0));
			assert_noop!(close(0), Error::<Test>::NoObjection);
			assert_noop!(close(1), Error::<Test>::NoObjection);
		});
	}
}

mod expiry {
	use super::*;

	#[test]
	fn of_the_record_forgets_the_decision() {
		contested(|| {
			assert_ok!(withdraw_record(0));
			assert_ok!(object(1));
			assert_ok!(withdraw_objection(1));
			let expires = proof(PLATFORM, 0).applied.expires;
			BlockTime::set(expires - 1);
			poll();
			assert_eq!(Decisions::<Test>::iter().count(), 2);
			CreditRecords::do_try_state().unwrap();
			events();
			BlockTime::set(expires + DAY);
			poll();
			assert_eq!(Decisions::<Test>::iter().count(), 0);
			assert_eq!(Agenda::<Test>::iter().count(), 0);
			let forgotten = |sequence| Event::DecisionExpired { provider: PLATFORM, sequence };
			let told = events();
			assert!(told.contains(&forgotten(0)) && told.contains(&forgotten(1)));
		});
	}

	/// What expired while it was contested does not come back, whoever was right.
	#[test]
	fn during_a_contest_is_for_good() {
		contested(|| {
			let expires = proof(PLATFORM, 1).applied.expires;
			BlockTime::set(expires - DAY);
			poll();
			assert_ok!(object(1));
			assert_ok!(answer(1));
			BlockTime::set(expires);
			let before = Score::subject(SUBJECT);
			assert_ok!(review(ARBITERS[0], 1, Verdict::Dismissed));
			assert_ok!(review(ARBITERS[1], 1, Verdict::Dismissed));
			assert_eq!(Score::subject(SUBJECT), before);
			assert_eq!(resolution(1), Some(Resolution::Dismissed));
			wait(30 * DAY);
			poll();
			assert_eq!(resolution(1), None);
		});
	}

	#[test]
	fn of_a_raised_record_forgets_the_level() {
		contested(|| {
			for sequence in [0, 1, 2] {
				assert_ok!(CreditRecords::confirm_record(
					RuntimeOrigin::signed(SUBJECT),
					proof(PLATFORM, sequence)
				));
			}
			// One is contested and stays, one is not contested at all.
			assert_ok!(object(0));
			assert_counts_only(&[1, 2]);
			assert_ok!(answer(0));
			assert_ok!(withdraw_objection(0));
			assert_counts_only(&[0, 1, 2]);
			// And one is contested while it expires.
			let expires = proof(PLATFORM, 2).applied.expires;
			BlockTime::set(expires - 15 * DAY);
			poll();
			CreditRecords::do_try_state().unwrap();
			assert_eq!(Raised::<Test>::iter().count(), 3);
			assert_ok!(object(2));
			CreditRecords::do_try_state().unwrap();
			BlockTime::set(expires + DAY);
			poll();
			CreditRecords::do_try_state().unwrap();
			assert_eq!(Raised::<Test>::iter().count(), 0);
			assert!(CreditRecords::objection(PLATFORM, 2).is_some());
			wait(30 * DAY);
			poll();
			assert_eq!(resolution(2), Some(Resolution::Unanswered));
			wait(DAY);
			poll();
			assert_eq!(Decisions::<Test>::iter().count(), 0);
			assert_eq!(Agenda::<Test>::iter().count(), 0);
		});
	}
}

mod agenda {
	use super::*;

	/// Subjects 1 … n with one record each, all objected to.
	fn many(n: u64) {
		register(PLATFORM, &[50]);
		submit((1..=n).map(|subject| Record { subject, source: 50, ..rating(500) }));
		for sequence in 0..n {
			assert_ok!(object_by(sequence + 1, sequence));
		}
	}

	fn open_objections() -> usize {
		Objections::<Test>::iter().count()
	}

	#[test]
	fn closes_on_the_first_day_that_begins_after_the_deadline() {
		for (now, first) in [
			// At noon, a second after midnight, at midnight, a second before it.
			(TODAY + DAY / 2, TODAY + 21 * DAY),
			(TODAY + 1, TODAY + 21 * DAY),
			(TODAY, TODAY + 20 * DAY),
			(TODAY - 1, TODAY + 20 * DAY),
		] {
			ExtBuilder::default().build_and_execute(|| {
				BlockTime::set(TODAY - DAY);
				register(PLATFORM, &[ALICE]);
				submit([Record { at: TODAY - DAY, ..rating(0) }]);
				BlockTime::set(now);
				assert_ok!(object(0));
				BlockTime::set(first - 1);
				poll();
				assert_eq!(open_objections(), 1);
				BlockTime::set(first);
				poll();
				assert_eq!(resolution(0), Some(Resolution::Unanswered));
				assert_counts_only(&[]);
			});
		}
	}

	#[test]
	fn follows_a_deadline_that_moved() {
		objected(|| {
			wait(15 * DAY);
			assert_ok!(answer(0));
			// The first deadline passes without anything.
			wait(6 * DAY);
			poll();
			assert_eq!(open_objections(), 1);
			CreditRecords::do_try_state().unwrap();
			wait(4 * DAY);
			poll();
			assert_eq!(resolution(0), Some(Resolution::Undecided));
		});
	}

	#[test]
	fn follows_a_deadline_that_came_forward() {
		answered(|| {
			BlockTime::set(TODAY + REVIEW_DAYS * DAY - 1);
			poll();
			assert_eq!(open_objections(), 1);
			wait(1);
			poll();
			assert_eq!(resolution(0), Some(Resolution::Undecided));
			// On the day of the first deadline there is nothing left to do.
			events();
			BlockTime::set(TODAY + ANSWER_DAYS * DAY);
			poll();
			assert_eq!(events(), []);
		});
	}

	#[test]
	fn has_as_many_pages_as_a_day_needs() {
		ExtBuilder::default().build_and_execute(|| {
			many(9);
			// Four on a page.
			let day = crate::queue::day(TODAY) + 20;
			assert_eq!(AgendaPages::<Test>::get(day), 3);
			assert_eq!(
				Agenda::<Test>::iter_prefix_values(day).map(|page| page.len()).sum::<usize>(),
				9
			);
			BlockTime::set(TODAY + 20 * DAY);
			poll();
			assert_eq!(open_objections(), 0);
			assert_eq!(AgendaPages::<Test>::get(day), 0);
		});
	}

	#[test]
	fn is_bounded_per_block_and_loses_nothing() {
		for entries in 1..6 {
			ExtBuilder::default().build_and_execute(|| {
				many(9);
				let limit = <() as WeightInfo>::agenda_nothing()
					.saturating_add(<() as WeightInfo>::agenda_page())
					.saturating_add(<() as WeightInfo>::agenda_entry().saturating_mul(entries))
					.saturating_add(<() as WeightInfo>::agenda_day());
				AgendaWeight::set(limit);
				BlockTime::set(TODAY + 20 * DAY);
				let mut blocks = 0;
				while open_objections() > 0 {
					let before = open_objections();
					let mut meter = WeightMeter::new();
					CreditRecords::on_poll(System::block_number(), &mut meter);
					assert!(before - open_objections() <= entries as usize + 1);
					CreditRecords::do_try_state().unwrap();
					blocks += 1;
					assert!(blocks < 100, "the agenda stands still");
				}
				// Who comes too late has lost, closed already or not.
				assert!(blocks >= 9 / (entries + 1));
			});
		}
	}

	#[test]
	fn late_closing_is_no_second_chance() {
		objected(|| {
			AgendaWeight::set(Weight::zero());
			wait(25 * DAY);
			poll();
			assert_eq!(open_objections(), 1);
			assert_noop!(answer(0), Error::<Test>::DeadlinePassed);
			assert_noop!(withdraw_objection(0), Error::<Test>::DeadlinePassed);
			assert_ok!(close(0));
			AgendaWeight::set(Weight::MAX);
			poll();
			CreditRecords::do_try_state().unwrap();
		});
	}

	#[test]
	fn does_nothing_without_weight() {
		objected(|| {
			wait(30 * DAY);
			let mut meter = WeightMeter::with_limit(Weight::zero());
			assert_storage_noop!(CreditRecords::work_off_agenda(&mut meter));
			assert_eq!(meter.consumed(), Weight::zero());
		});
	}

	#[test]
	fn begins_with_the_first_entry() {
		ExtBuilder::default().build_and_execute(|| {
			assert_eq!(AgendaCursor::<Test>::get(), None);
			let mut meter = WeightMeter::new();
			CreditRecords::work_off_agenda(&mut meter);
			assert_eq!(meter.consumed(), <() as WeightInfo>::agenda_nothing());
			many(1);
			let today = crate::queue::day(TODAY);
			assert_eq!(AgendaCursor::<Test>::get(), Some(Place { day: today, number: 0 }));
			poll();
			assert_eq!(AgendaCursor::<Test>::get(), Some(Place { day: today + 1, number: 0 }));
			// A chain that stood still for a year catches up.
			wait(365 * DAY);
			poll();
			assert_eq!(AgendaCursor::<Test>::get(), Some(Place { day: today + 366, number: 0 }));
			assert_eq!(open_objections(), 0);
		});
	}
}

mod origins {
	use super::*;

	/// Every call of this file with no signature.
	#[test]
	fn each_call_takes_a_signature() {
		contested(|| {
			let proof = proof(PLATFORM, 0);
			let hash = statement();
			let category = Category::Payment;
			let provider = PLATFORM;
			for call in [
				Call::<Test>::post_bond { category, amount: 1 },
				Call::release_bond { category },
				Call::withdraw_bond { category },
				Call::report_contradiction { first: proof.clone(), second: proof.clone() },
				Call::object { proof: proof.clone(), reason: Reason::Unlawful, statement: hash },
				Call::answer_objection { sequence: 0, answer: hash },
				Call::withdraw_record { proof: proof.clone() },
				Call::withdraw_objection { provider, sequence: 0 },
				Call::review { provider, sequence: 0, verdict: Verdict::Upheld },
				Call::close_objection { provider, sequence: 0 },
			] {
				for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
					let call = RuntimeCall::CreditRecords(call.clone());
					assert_noop!(call.dispatch(origin), DispatchError::BadOrigin);
				}
			}
		});
	}
}

mod invariants {
	use super::*;
	use proptest::prelude::*;

	#[test]
	fn damage_is_noticed() {
		let damaged = |damage: fn()| {
			ExtBuilder::default().build().execute_with(|| {
				register(PLATFORM, &[ALICE, BERTA, CAROL]);
				submit([rating(0), by(BERTA, 0), by(CAROL, 0)]);
				use_up_free_objections();
				assert_ok!(object(0));
				assert_ok!(answer(0));
				assert_ok!(review(ARBITERS[0], 0, Verdict::Upheld));
				assert_ok!(withdraw_record(1));
				CreditRecords::do_try_state().unwrap();
				damage();
				assert!(CreditRecords::do_try_state().is_err());
			});
		};
		damaged(|| OpenObjections::<Test>::insert(SUBJECT, 2));
		damaged(|| OpenObjections::<Test>::insert(STRANGER, 0));
		damaged(|| Bonds::<Test>::remove(PLATFORM, Category::Behaviour));
		damaged(|| {
			Bonds::<Test>::mutate(PLATFORM, Category::Payment, |bond| {
				bond.as_mut().unwrap().amount += 1;
			});
		});
		damaged(|| {
			Bonds::<Test>::mutate(PLATFORM, Category::Payment, |bond| {
				bond.as_mut().unwrap().claims = 1;
			});
		});
		damaged(|| {
			Objections::<Test>::mutate(PLATFORM, 0, |entry| {
				entry.as_mut().unwrap().stake = Some(OBJECTION_BOND + 1);
			});
		});
		damaged(|| {
			FreeObjectionsUsed::<Test>::remove(SUBJECT);
			Objections::<Test>::mutate(PLATFORM, 0, |entry| {
				entry.as_mut().unwrap().stake = None;
			});
		});
		damaged(|| {
			Objections::<Test>::mutate(PLATFORM, 0, |entry| {
				entry.as_mut().unwrap().reviewers = 1;
			});
		});
		damaged(|| {
			let objection = Objections::<Test>::take(PLATFORM, 0).unwrap();
			Objections::<Test>::insert(PLATFORM, 2, objection);
		});
		damaged(|| {
			let decision = Decisions::<Test>::get(PLATFORM, 1).unwrap();
			Decisions::<Test>::insert(PLATFORM, 0, decision);
		});
		damaged(|| {
			let decision = Decisions::<Test>::get(PLATFORM, 1).unwrap();
			Decisions::<Test>::insert(PLATFORM, 99, decision);
		});
		damaged(|| {
			Decisions::<Test>::mutate(PLATFORM, 1, |entry| entry.as_mut().unwrap().at = u64::MAX);
		});
		damaged(|| drop(Agenda::<Test>::clear(1, None)));
		damaged(AgendaCursor::<Test>::kill);
		damaged(|| AgendaCursor::<Test>::put(Place { day: u32::MAX, number: 0 }));
		damaged(|| {
			// A day later than the deadline.
			let day = crate::queue::day(TODAY) + 10;
			let page = Agenda::<Test>::take(day, 0).unwrap();
			AgendaPages::<Test>::remove(day);
			Agenda::<Test>::insert(day + 1, 0, page);
			AgendaPages::<Test>::insert(day + 1, 1);
		});
		damaged(|| {
			let expires = proof(PLATFORM, 1).applied.expires;
			let day = crate::queue::day(expires);
			Agenda::<Test>::remove(day, 0);
			AgendaPages::<Test>::remove(day);
		});
	}

	/// What people may try. Numbers that choose are taken modulo of what there is to choose from.
	#[derive(Clone, Debug)]
	enum Step {
		/// A source says something: source, outcome, age in days, business object. What is not adverse
		/// is not so old that it expires within the time of a test.
		Submit(u8, u16, u16, u8),
		/// So much is said about the subject that nobody remembers what was said before.
		Fill,
		/// To any record.
		Object(u8),
		WithdrawRecord(u8),
		Confirm(u8),
		/// To any record under objection.
		Answer(u8),
		WithdrawObjection(u8),
		Review(u8, u8, u8),
		Close(u8),
		/// By any two records about one matter.
		Report(u8),
		/// Hours pass.
		Pass(u16),
	}

	fn step() -> impl Strategy<Value = Step> {
		prop_oneof![
			8 => (0u8..3, 0u16..=4, 0u16..1_900, 0u8..3).prop_map(
				|(source, quarters, days, object)| {
					Step::Submit(source, quarters * 2_500, days, object)
				}
			),
			2 => Just(Step::Fill),
			8 => any::<u8>().prop_map(Step::Object),
			1 => any::<u8>().prop_map(Step::WithdrawRecord),
			2 => any::<u8>().prop_map(Step::Confirm),
			6 => any::<u8>().prop_map(Step::Answer),
			1 => any::<u8>().prop_map(Step::WithdrawObjection),
			8 => (any::<u8>(), 0u8..4, 0u8..3)
				.prop_map(|(record, arbiter, verdict)| Step::Review(record, arbiter, verdict)),
			1 => any::<u8>().prop_map(Step::Close),
			3 => any::<u8>().prop_map(Step::Report),
			3 => (1u16..400).prop_map(Step::Pass),
		]
	}

	fn choose<Item: Copy>(from: &[Item], number: u8) -> Option<Item> {
		from.get(usize::from(number).checked_rem(from.len())?).copied()
	}

	/// The records under objection, in order.
	fn disputed() -> Vec<u64> {
		let mut disputed = Objections::<Test>::iter_keys().map(|(_, n)| n).collect::<Vec<_>>();
		disputed.sort_unstable();
		disputed
	}

	/// Which two records tell the same matter.
	fn pairs(told: &[(u64, Record<AccountId>)]) -> Vec<(u64, u64)> {
		let mut pairs = vec![];
		for (place, (first, a)) in told.iter().enumerate() {
			for (second, b) in &told[place + 1..] {
				let same = a.reference == b.reference && a.source == b.source;
				if same && a.reference != Reference::NONE {
					pairs.push((*second, *first));
				}
			}
		}
		pairs
	}

	/// Tries a step. Whether it succeeds is not the point.
	fn attempt(step: Step, told: &mut Vec<(u64, Record<AccountId>)>) {
		let numbers = told.iter().map(|(sequence, _)| *sequence).collect::<Vec<_>>();
		let provider = PLATFORM;
		let proof_of = |number| choose(&numbers, number).map(|sequence| proof(PLATFORM, sequence));
		let disputed = |number| choose(&disputed(), number);
		let call = match step {
			Step::Submit(source, points, days, object) => {
				let days = if points < 5_000 { days } else { days.min(400) };
				let object = [object; 16];
				let record = Record {
					source: [ALICE, BERTA, CAROL][usize::from(source)],
					at: BlockTime::get() - u64::from(days) * DAY,
					reference: Reference(object),
					..rating(points)
				};
				return try_submit([record], told);
			},
			Step::Fill => {
				let records = (0..64).map(|n| by([ALICE, BERTA, CAROL][n % 3], 5_000));
				return try_submit(records, told);
			},
			Step::Pass(hours) => {
				wait(u64::from(hours) * 3_600);
				poll();
				return;
			},
			Step::Object(number) => proof_of(number).map(|proof| {
				let reason = Reason::Inaccurate;
				(SUBJECT, Call::<Test>::object { proof, reason, statement: statement() })
			}),
			Step::WithdrawRecord(number) => {
				proof_of(number).map(|proof| (PLATFORM, Call::withdraw_record { proof }))
			},
			Step::Confirm(number) => {
				proof_of(number).map(|proof| (SUBJECT, Call::confirm_record { proof }))
			},
			Step::Answer(number) => disputed(number).map(|sequence| {
				(PLATFORM, Call::answer_objection { sequence, answer: answer_hash() })
			}),
			Step::WithdrawObjection(number) => disputed(number)
				.map(|sequence| (SUBJECT, Call::withdraw_objection { provider, sequence })),
			Step::Review(number, arbiter, verdict) => disputed(number).map(|sequence| {
				let verdicts = [Verdict::Upheld, Verdict::Dismissed, Verdict::Frivolous];
				let verdict = verdicts[usize::from(verdict)];
				let arbiter = ARBITERS[usize::from(arbiter)];
				(arbiter, Call::review { provider, sequence, verdict })
			}),
			Step::Close(number) => disputed(number)
				.map(|sequence| (STRANGER, Call::close_objection { provider, sequence })),
			Step::Report(number) => choose(&pairs(told), number).map(|(a, b)| {
				let (first, second) = (proof(PLATFORM, a), proof(PLATFORM, b));
				(STRANGER, Call::report_contradiction { first, second })
			}),
		};
		if let Some((account, call)) = call {
			let _ = RuntimeCall::from(call).dispatch(RuntimeOrigin::signed(account));
		}
	}

	fn try_submit(
		records: impl IntoIterator<Item = Record<AccountId>>,
		told: &mut Vec<(u64, Record<AccountId>)>,
	) {
		let first = CreditRecords::next_sequence(PLATFORM);
		let records = records.into_iter().collect::<Vec<_>>();
		if submit_as(PLATFORM, Mode::AllOrNothing, records.clone()).is_ok() {
			told.extend((first..).zip(records));
		}
	}

	/// What counts, by what the chain says of each record.
	fn counting(told: &[(u64, Record<AccountId>)]) -> Vec<u64> {
		let counts = |sequence: &u64| {
			let status = CreditRecords::record_status(PLATFORM, *sequence).unwrap();
			!matches!(status.stage, Stage::Disputed | Stage::Removed)
		};
		told.iter().map(|(sequence, _)| *sequence).filter(counts).collect()
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(200))]

		/// After whatever was tried, the subject's sums are those of one that saw only the records that
		/// count, where they were put in: to the last bit. And all the money is there.
		#[test]
		fn what_counts_is_what_was_not_taken_out(
			steps in prop::collection::vec(step(), 1..60),
			free in 0u32..4,
		) {
			ExtBuilder::default().build_and_execute(|| {
				register(PLATFORM, &[ALICE, BERTA, CAROL]);
				Rules::<Test>::put(RuleSet { free_objections: free, ..CreditRecords::rules() });
				let issued = Balances::total_issuance();
				let mut told = vec![];
				for step in steps {
					attempt(step, &mut told);
					CreditRecords::do_try_state().unwrap();
				}
				if told.is_empty() {
					return;
				}
				assert_counts_only(&counting(&told));
				assert_eq!(Balances::total_issuance() + slashed(), issued);

				// When all is over, nothing is held that nobody waits for.
				wait(61 * DAY);
				poll();
				assert_eq!(Objections::<Test>::iter().count(), 0);
				assert_eq!(held(HoldReason::Objection, SUBJECT), 0);
				assert_counts_only(&counting(&told));
			});
		}
	}
}
