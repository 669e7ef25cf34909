//! The invariants notice what should not be.

use super::*;

/// Lets something be forged, and takes it back after the invariants have noticed.
fn notices(forge: impl FnOnce()) {
	use frame::deps::frame_support::storage::{TransactionOutcome, with_transaction};
	CreditScore::do_try_state().unwrap();
	with_transaction(|| {
		forge();
		assert!(CreditScore::do_try_state().is_err());
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
	})
	.unwrap();
}

fn change(change: impl FnOnce(&mut KnownOf<Test>)) {
	Subjects::<Test>::mutate(SUBJECT, |known| change(known.as_mut().unwrap()));
}

#[test]
fn about_announcements() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		notices(|| change(|known| known.announced.grade = Grade::B));
		notices(|| change(|known| known.announced.score -= 1));
		notices(|| change(|known| known.waiting = None));
		notices(|| change(|known| known.waiting.as_mut().unwrap().version = 1));
		next_block();
		notices(|| change(|known| known.announced.grade = Grade::B));
		notices(|| {
			History::<Test>::mutate(SUBJECT, |history| history[0].block = 1_000);
		});
		notices(|| {
			let history = History::<Test>::take(SUBJECT);
			History::<Test>::insert(SOURCE, history);
		});
	});
}

#[test]
fn about_the_queue() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		notices(|| Waiting::<Test>::remove(0));
		notices(|| Waiting::<Test>::insert(7, PageOf::<Test>::truncate_from(vec![SUBJECT])));
		notices(|| Waiting::<Test>::mutate(0, |page| page.try_push(SUBJECT).unwrap()));
		notices(|| Waiting::<Test>::mutate(0, |page| page.try_push(SOURCE).unwrap()));
		notices(WaitingPages::<Test>::kill);
	});
}

#[test]
fn about_parameters() {
	ExtBuilder::default().build_and_execute(|| {
		bring_into_force(strict());
		notices(|| Current::<Test>::put(Parameters::default()));
		notices(|| Current::<Test>::mutate(|parameters| parameters.maturity = 0));
		notices(|| Versions::<Test>::remove(0));
		notices(|| {
			let version = CreditScore::version(1).unwrap();
			Versions::<Test>::insert(2, version);
		});
		notices(|| {
			let version = CreditScore::version(1).unwrap();
			Versions::<Test>::insert(1, Version { effective_block: 1_000, ..version });
		});
		let scheduled = |parameters, effective| Schedule { parameters, effective };
		notices(|| Scheduled::<Test>::put(scheduled(hasty(), System::block_number())));
		notices(|| {
			let nonsense = changed(|parameters| parameters.maturity = 0);
			Scheduled::<Test>::put(scheduled(nonsense, 1_000));
		});
	});
}

#[test]
fn about_eras_and_profiles() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		MaxSweepWeight::set(Weight::zero());
		bring_into_force(hasty());
		notices(|| SweptEra::<Test>::put(2));
		// The subject is behind.
		notices(|| SweptEra::<Test>::put(1));
		notices(|| {
			let mut profile = hanse_credit_model::Profile::of(&strict());
			profile.dimensions[0] = 1;
			Profiles::<Test>::insert(BANK, Purpose::Bank, profile);
		});
	});
}

#[test]
fn about_what_leaves() {
	ExtBuilder::default().build_and_execute(|| {
		blame();
		notices(|| Leaving::<Test>::drain().for_each(drop));
		notices(|| LeavingCount::<Test>::drain().for_each(drop));
		notices(|| LeavingCursor::<Test>::put(LeavingPlace { half_year: 1_000, number: 0 }));
	});
}
