//! Who may speak through a provider.

use super::*;
use frame::{deps::sp_runtime::traits::BlakeTwo256, traits::Hash};

#[test]
fn success_makes_newcomers() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, BERTA]);
		assert_eq!(credibility(ALICE), newcomer());
		let report = CreditRecords::source(BERTA).unwrap();
		assert_eq!((report.provider, report.credibility), (PLATFORM, 799_999));
		let hash = BlakeTwo256::hash(&vec![ALICE, BERTA].encode());
		let event = Event::SourcesRegistered { provider: PLATFORM, registered: 2, known: 0, hash };
		assert_eq!(events(), [event]);
	});
}

#[test]
fn success_again_keeps_what_is_known() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, BERTA]);
		submit([rating(0), by(BERTA, 10_000)]);
		pass(MATURITY_DAYS);
		let judged = credibility(ALICE);
		assert!(judged < newcomer());
		events();
		register(PLATFORM, &[ALICE, CAROL, CAROL]);
		assert_eq!(credibility(ALICE), judged);
		// The list as it was submitted, and not what was new of it.
		let hash = BlakeTwo256::hash(&vec![ALICE, CAROL, CAROL].encode());
		let event = Event::SourcesRegistered { provider: PLATFORM, registered: 1, known: 2, hash };
		assert_eq!(events(), [event]);
	});
}

#[test]
fn success_without_a_bond() {
	ExtBuilder::default().without_bonds().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		assert!(CreditRecords::source(ALICE).is_some());
	});
}

#[test]
fn fails_for_the_source_of_another() {
	ExtBuilder::default().build_and_execute(|| {
		register(CARRIER, &[BERTA]);
		assert_noop!(
			CreditRecords::register_sources(
				RuntimeOrigin::signed(PLATFORM),
				vec![ALICE, BERTA].try_into().unwrap()
			),
			Error::<Test>::SourceTaken
		);
		assert_eq!(CreditRecords::source(ALICE), None);
	});
}

#[test]
fn fails_beyond_the_bound() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &(1_000..1_080).collect::<Vec<_>>());
		register(PLATFORM, &(2_000..2_040).collect::<Vec<_>>());
		assert_noop!(
			CreditRecords::register_sources(
				RuntimeOrigin::signed(PLATFORM),
				vec![3_000].try_into().unwrap()
			),
			Error::<Test>::TooManySources
		);
		// What is known already is no further source, and another provider has its own bound.
		register(PLATFORM, &[1_000]);
		register(CARRIER, &[3_000]);
	});
}

#[test]
fn fails_with_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			CreditRecords::register_sources(RuntimeOrigin::signed(PLATFORM), Default::default()),
			Error::<Test>::NothingSubmitted
		);
	});
}
