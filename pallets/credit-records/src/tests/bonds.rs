//! What providers put up, ask back and have back.

use super::{objections::*, *};
use frame::token::fungible::Inspect;

const NOTICE_DAYS: u64 = 120;

fn post(provider: AccountId, category: Category, amount: u64) -> DispatchResult {
	CreditRecords::post_bond(RuntimeOrigin::signed(provider), category, amount)
}

fn release(provider: AccountId, category: Category) -> DispatchResult {
	CreditRecords::release_bond(RuntimeOrigin::signed(provider), category)
}

fn withdraw(provider: AccountId, category: Category) -> DispatchResult {
	CreditRecords::withdraw_bond(RuntimeOrigin::signed(provider), category)
}

fn bond(provider: AccountId, category: Category) -> Option<Bond<u64>> {
	CreditRecords::bond(provider, category)
}

mod post_bond {
	use super::*;

	#[test]
	fn success_holds_it() {
		ExtBuilder::default().build_and_execute(|| {
			assert_eq!(bond(BANK, Category::Payment), None);
			assert_ok!(post(BANK, Category::Payment, 700));
			assert_eq!(
				bond(BANK, Category::Payment),
				Some(Bond { amount: 700, since: TODAY, release: None, claims: 0 })
			);
			assert_eq!(held(HoldReason::Bond, BANK), 700);
			assert_eq!(everything(BANK), WEALTH);
			let (provider, category) = (BANK, Category::Payment);
			let event = Event::BondPosted { provider, category, amount: 700, total: 700 };
			assert_eq!(events(), [event]);
		});
	}

	#[test]
	fn success_adds_to_it_and_keeps_its_age() {
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(post(BANK, Category::Payment, 700));
			events();
			wait(DAY);
			assert_ok!(post(BANK, Category::Payment, 300));
			assert_eq!(
				bond(BANK, Category::Payment),
				Some(Bond { amount: 1_000, since: TODAY, release: None, claims: 0 })
			);
			assert_eq!(held(HoldReason::Bond, BANK), 1_000);
			let (provider, category) = (BANK, Category::Payment);
			let event = Event::BondPosted { provider, category, amount: 300, total: 1_000 };
			assert_eq!(events(), [event]);
		});
	}

	#[test]
	fn success_keeps_categories_apart() {
		ExtBuilder::default().build_and_execute(|| {
			// By genesis, with the first second as its age.
			for category in [Category::Transaction, Category::Payment, Category::Behaviour] {
				let expected = Bond { amount: BOND, since: 0, release: None, claims: 0 };
				assert_eq!(bond(PLATFORM, category), Some(expected));
			}
			assert_ok!(post(PLATFORM, Category::Payment, 5));
			assert_eq!(bond(PLATFORM, Category::Payment).unwrap().amount, BOND + 5);
			assert_eq!(bond(PLATFORM, Category::Behaviour).unwrap().amount, BOND);
			assert_eq!(held(HoldReason::Bond, PLATFORM), 3 * BOND + 5);
		});
	}

	#[test]
	fn success_lets_records_in() {
		ExtBuilder::default().without_bonds().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			let missing = || Error::<Test>::RecordRefused { index: 0, cause: Cause::BondMissing };
			assert_noop!(try_submit(), missing());
			assert_ok!(post(PLATFORM, Category::Behaviour, MINIMUM_BOND - 1));
			assert_noop!(try_submit(), missing());
			assert_ok!(post(PLATFORM, Category::Behaviour, 1));
			assert_ok!(try_submit());
		});
	}

	#[test]
	fn success_takes_a_request_back() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			for amount in [0, 50] {
				assert_ok!(release(PLATFORM, Category::Behaviour));
				assert!(try_submit().is_err());
				assert_ok!(post(PLATFORM, Category::Behaviour, amount));
				assert_eq!(bond(PLATFORM, Category::Behaviour).unwrap().release, None);
				assert_ok!(try_submit());
			}
			assert_eq!(bond(PLATFORM, Category::Behaviour).unwrap().amount, BOND + 50);
		});
	}

	/// As a block would, so that a failure leaves nothing behind.
	fn try_submit() -> DispatchResultWithPostInfo {
		let sequence = CreditRecords::next_sequence(PLATFORM);
		let call = Call::<Test>::submit_record { sequence, record: rating(0) };
		RuntimeCall::from(call).dispatch(RuntimeOrigin::signed(PLATFORM))
	}

	#[test]
	fn fails_without_the_role() {
		ExtBuilder::default().build_and_execute(|| {
			for (account, category) in [
				(STRANGER, Category::Payment),
				(AUDITOR, Category::Payment),
				(CARRIER, Category::Payment),
				(PLATFORM, Category::Shipping),
			] {
				assert_noop!(post(account, category, 1_000), Error::<Test>::CategoryNotGranted);
			}
			Members::remove(PLATFORM);
			assert_noop!(
				post(PLATFORM, Category::Payment, 1_000),
				Error::<Test>::CategoryNotGranted
			);
		});
	}

	#[test]
	fn fails_with_nothing() {
		ExtBuilder::default().build_and_execute(|| {
			for provider in [BANK, PLATFORM] {
				assert_noop!(post(provider, Category::Payment, 0), Error::<Test>::NothingPosted);
			}
		});
	}

	#[test]
	fn fails_with_more_than_there_is() {
		ExtBuilder::default().build_and_execute(|| {
			// An account keeps what an account must have.
			assert_noop!(post(BANK, Category::Payment, WEALTH), TokenError::FundsUnavailable);
			assert_noop!(post(BANK, Category::Payment, u64::MAX), TokenError::FundsUnavailable);
			let most = WEALTH - <Balances as Inspect<AccountId>>::minimum_balance();
			assert_ok!(post(BANK, Category::Payment, most));
		});
	}

	#[test]
	#[should_panic = "cannot be held"]
	fn fails_at_genesis_with_more_than_there_is() {
		let mut chain: TestState = RuntimeGenesisConfig {
			credit_records: GenesisConfig {
				bonds: vec![(PLATFORM, Category::Payment, 1)],
				..Default::default()
			},
			..Default::default()
		}
		.build_storage()
		.unwrap()
		.into();
		chain.execute_with(|| {});
	}
}

mod release_bond {
	use super::*;

	#[test]
	fn success_begins_the_notice() {
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(release(PLATFORM, Category::Payment));
			let at = TODAY + NOTICE_DAYS * DAY;
			assert_eq!(bond(PLATFORM, Category::Payment).unwrap().release, Some(at));
			let (provider, category) = (PLATFORM, Category::Payment);
			assert_eq!(events(), [Event::BondReleased { provider, category, release: at }]);
			// It is held as before, and the others are none of it.
			assert_eq!(held(HoldReason::Bond, PLATFORM), 3 * BOND);
			assert_eq!(bond(PLATFORM, Category::Behaviour).unwrap().release, None);
		});
	}

	#[test]
	fn success_for_whoever_left() {
		ExtBuilder::default().build_and_execute(|| {
			Members::remove(PLATFORM);
			assert_ok!(release(PLATFORM, Category::Payment));
		});
	}

	#[test]
	fn fails_twice() {
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(release(PLATFORM, Category::Payment));
			assert_noop!(release(PLATFORM, Category::Payment), Error::<Test>::BondInRelease);
		});
	}

	#[test]
	fn fails_without_a_bond() {
		ExtBuilder::default().build_and_execute(|| {
			assert_noop!(release(BANK, Category::Payment), Error::<Test>::NoBond);
			assert_noop!(release(PLATFORM, Category::Shipping), Error::<Test>::NoBond);
		});
	}
}

mod withdraw_bond {
	use super::*;

	#[test]
	fn success_after_the_notice() {
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(release(PLATFORM, Category::Payment));
			events();
			wait(NOTICE_DAYS * DAY - 1);
			assert_noop!(withdraw(PLATFORM, Category::Payment), Error::<Test>::BondNotFree);
			wait(1);
			assert_ok!(withdraw(PLATFORM, Category::Payment));
			assert_eq!(bond(PLATFORM, Category::Payment), None);
			assert_eq!(held(HoldReason::Bond, PLATFORM), 2 * BOND);
			assert_eq!(everything(PLATFORM), WEALTH);
			let (provider, category) = (PLATFORM, Category::Payment);
			assert_eq!(events(), [Event::BondWithdrawn { provider, category, amount: BOND }]);
		});
	}

	#[test]
	fn success_for_whoever_left() {
		ExtBuilder::default().build_and_execute(|| {
			Members::remove(PLATFORM);
			for category in [Category::Payment, Category::Behaviour, Category::Transaction] {
				assert_ok!(release(PLATFORM, category));
			}
			wait(NOTICE_DAYS * DAY);
			for category in [Category::Payment, Category::Behaviour, Category::Transaction] {
				assert_ok!(withdraw(PLATFORM, category));
			}
			assert_eq!(held(HoldReason::Bond, PLATFORM), 0);
			// A new one begins with a new age.
			Members::set(PLATFORM, &[Role::PaymentProvider]);
			assert_ok!(post(PLATFORM, Category::Payment, 1));
			let since = TODAY + NOTICE_DAYS * DAY;
			assert_eq!(bond(PLATFORM, Category::Payment).unwrap().since, since);
		});
	}

	/// The notice that was given counts, whatever the consortium decides afterwards.
	#[test]
	fn success_by_the_notice_that_was_given() {
		ExtBuilder::default().build_and_execute(|| {
			assert_ok!(release(PLATFORM, Category::Payment));
			let rules = CreditRecords::rules();
			Rules::<Test>::put(RuleSet { release_notice: 700 * DAY, ..rules });
			wait(NOTICE_DAYS * DAY);
			assert_ok!(withdraw(PLATFORM, Category::Payment));
		});
	}

	#[test]
	fn success_waits_for_objections_of_the_notice_and_not_for_later_ones() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			submit([rating(0), rating(1), rating(2)]);
			assert_ok!(release(PLATFORM, Category::Behaviour));
			wait(NOTICE_DAYS * DAY - 1);
			assert_ok!(object(0));
			assert_eq!(bond(PLATFORM, Category::Behaviour).unwrap().claims, 1);
			wait(1);
			assert_ok!(object(1));
			assert_eq!(bond(PLATFORM, Category::Behaviour).unwrap().claims, 1);
			assert_noop!(withdraw(PLATFORM, Category::Behaviour), Error::<Test>::BondClaimed);
			// Other categories have nothing to do with it.
			assert_ok!(release(PLATFORM, Category::Payment));
			CreditRecords::do_try_state().unwrap();

			assert_ok!(answer(0));
			assert_ok!(review(ARBITERS[0], 0, Verdict::Upheld));
			assert_ok!(review(ARBITERS[1], 0, Verdict::Upheld));
			assert_eq!(bond(PLATFORM, Category::Behaviour).unwrap().amount, BOND - BOND / 20);
			events();
			assert_ok!(withdraw(PLATFORM, Category::Behaviour));
			assert_eq!(everything(PLATFORM), WEALTH - BOND / 20);

			// The later one finds nothing, and ends all the same.
			assert_ok!(answer(1));
			assert_ok!(review(ARBITERS[0], 1, Verdict::Upheld));
			assert_ok!(review(ARBITERS[1], 1, Verdict::Upheld));
			assert_eq!(resolution(1), Some(Resolution::Upheld));
			assert_eq!(everything(PLATFORM), WEALTH - BOND / 20);
		});
	}

	#[test]
	fn success_releases_claims_however_an_objection_ends() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			submit((0..5).map(rating));
			for sequence in 0..5 {
				assert_ok!(object(sequence));
			}
			assert_eq!(bond(PLATFORM, Category::Behaviour).unwrap().claims, 5);
			assert_ok!(withdraw_objection(0));
			assert_ok!(withdraw_record(1));
			assert_ok!(answer(2));
			assert_ok!(review(ARBITERS[0], 2, Verdict::Dismissed));
			assert_ok!(review(ARBITERS[1], 2, Verdict::Dismissed));
			assert_eq!(bond(PLATFORM, Category::Behaviour).unwrap().claims, 2);
			wait(ANSWER_DAYS * DAY);
			assert_ok!(close(3));
			assert_eq!(bond(PLATFORM, Category::Behaviour).unwrap().claims, 1);
			poll();
			assert_eq!(bond(PLATFORM, Category::Behaviour).unwrap().claims, 0);
		});
	}

	#[test]
	fn fails_without_notice() {
		ExtBuilder::default().build_and_execute(|| {
			assert_noop!(withdraw(PLATFORM, Category::Payment), Error::<Test>::BondNotFree);
			assert_noop!(withdraw(BANK, Category::Payment), Error::<Test>::NoBond);
			// Taken back before it was over.
			assert_ok!(release(PLATFORM, Category::Payment));
			wait(NOTICE_DAYS * DAY);
			assert_ok!(post(PLATFORM, Category::Payment, 0));
			assert_noop!(withdraw(PLATFORM, Category::Payment), Error::<Test>::BondNotFree);
		});
	}
}
