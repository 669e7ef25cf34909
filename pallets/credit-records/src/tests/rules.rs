//! What the consortium decides.

use super::*;

fn root() -> RuntimeOrigin {
	RuntimeOrigin::root()
}

mod set_rules {
	use super::*;

	#[test]
	fn success_replaces_all() {
		ExtBuilder::default().build_and_execute(|| {
			let old = CreditRecords::rules();
			assert_eq!(old, DefaultRules::get());
			let new = RuleSet { quota: 3, minimum_bond: 7, ..old };
			assert_ok!(CreditRecords::set_rules(root(), new));
			assert_eq!(CreditRecords::rules(), new);
			assert_eq!(events(), [Event::RulesChanged { old, new }]);
		});
	}

	#[test]
	fn fails_with_nonsense() {
		ExtBuilder::default().build_and_execute(|| {
			let rules = RuleSet { reviewers: 2, ..CreditRecords::rules() };
			assert_noop!(
				CreditRecords::set_rules(root(), rules),
				Error::<Test>::InvalidRules { cause: InvalidRules::ReviewersOutOfRange }
			);
		});
	}
}

mod set_schema {
	use super::*;

	fn change(
		indicator: Indicator,
		change: impl FnOnce(&mut SchemaTerms),
	) -> (Schema, DispatchResult) {
		let old = CreditRecords::schema(indicator);
		let mut terms = old.terms.clone();
		change(&mut terms);
		(old, CreditRecords::set_schema(root(), indicator, terms))
	}

	#[test]
	fn success_counts_versions() {
		ExtBuilder::default().build_and_execute(|| {
			let indicator = Indicator::Audit;
			for version in 1..3 {
				let (old, result) = change(indicator, |terms| terms.step = 1_000 * version);
				assert_ok!(result);
				let new = CreditRecords::schema(indicator);
				assert_eq!((new.version, old.version), (version, version - 1));
				let event = Event::SchemaChanged { indicator, version, old, new };
				assert_eq!(events(), [event]);
			}
			// The others are as they were.
			let built_in = CreditRecords::schemas().into_iter().filter(|(_, s)| s.version == 0);
			assert_eq!(built_in.count(), Indicator::COUNT - 1);
		});
	}

	#[test]
	fn success_holds_for_what_comes_then() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			submit([rating(1)]);
			let stars = |terms: &mut SchemaTerms| {
				terms.step = 2_500;
				terms.reference = Requirement::Required;
				terms.retention = 400 * DAY;
			};
			assert_ok!(change(Indicator::Rating, stars).1);
			let with = |points| Record { reference: Reference([1; 16]), ..rating(points) };
			assert_eq!(refused(rating(2_500)), Cause::ReferenceMissing);
			assert_eq!(refused(with(2_501)), Cause::OutcomeOffScale);
			let old = Record { at: TODAY - 400 * DAY, ..with(2_500) };
			assert_eq!(refused(old), Cause::Expired);
			submit([with(2_500)]);
			// What came before expires when it was said to.
			assert_eq!(leaves(PLATFORM, 0)[0].expires, TODAY + 1_826 * DAY);
			assert_eq!(leaves(PLATFORM, 1)[0].expires, TODAY + 400 * DAY);
		});
	}

	fn refused(record: Record<AccountId>) -> Cause {
		let error = submit_as(PLATFORM, Mode::AllOrNothing, [record]).unwrap_err().error;
		let Error::<Test>::RecordRefused { index: 0, cause } = decoded(error) else { panic!() };
		cause
	}

	#[test]
	fn success_keeps_references_out() {
		ExtBuilder::default().build_and_execute(|| {
			register(PLATFORM, &[ALICE]);
			let forbid = |terms: &mut SchemaTerms| terms.reference = Requirement::Forbidden;
			assert_ok!(change(Indicator::Rating, forbid).1);
			let with = Record { reference: Reference([1; 16]), ..rating(1) };
			assert_eq!(refusal(with), Cause::ReferenceForbidden);
		});
	}

	#[test]
	fn fails_with_nonsense() {
		ExtBuilder::default().build_and_execute(|| {
			let (_, result) = change(Indicator::Rating, |terms| terms.retention = 364 * DAY);
			let cause = InvalidSchema::RetentionOutOfRange;
			assert_eq!(result, Err(Error::<Test>::InvalidSchema { cause }.into()));
			assert_eq!(Schemas::<Test>::iter().count(), 0);
		});
	}
}

/// To people rules and schemas are JSON.
#[test]
fn rules_and_schemas_are_written_and_read() {
	let rules = DefaultRules::get();
	let text = serde_json::to_string(&rules).unwrap();
	assert!(text.contains("\"minimumBond\":1000"));
	assert_eq!(serde_json::from_str::<RuleSet<u64>>(&text).unwrap(), rules);
	ExtBuilder::default().build_and_execute(|| {
		for (_, schema) in CreditRecords::schemas() {
			let text = serde_json::to_string(&schema).unwrap();
			assert_eq!(serde_json::from_str::<Schema>(&text).unwrap(), schema);
		}
	});
}
