//! Whatever members and validators do, in whatever order.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

#[derive(Clone, Debug)]
enum Step {
	Admit(u64, u64, Roles),
	Remove(u64),
	Grant(u64, Role),
	Withdraw(u64, Role),
	SetKeys(u64, u64),
	NextSession,
}

/// Few accounts, entities and roles, so that steps meet.
fn step() -> impl Strategy<Value = Step> {
	let account = || 1u64..=10;
	let role = || proptest::sample::select(vec![Role::Validator, Role::Bank]);
	let roles = proptest::collection::vec(role(), 0..3);
	prop_oneof![
		(account(), account(), roles).prop_map(|(account, entity, roles)| Step::Admit(
			account,
			entity,
			(&roles[..]).into()
		)),
		account().prop_map(Step::Remove),
		(account(), role()).prop_map(|(account, role)| Step::Grant(account, role)),
		(account(), role()).prop_map(|(account, role)| Step::Withdraw(account, role)),
		(account(), account()).prop_map(|(account, key)| Step::SetKeys(account, key)),
		Just(Step::NextSession),
	]
}

/// Takes the step, which may be refused; a refusal changes nothing.
fn take(step: Step) {
	let root = RuntimeOrigin::root();
	let before = frame::deps::sp_io::storage::root(StateVersion::V1);
	let refused = match step {
		Step::Admit(account, entity, roles) => {
			let Member { name, country, legal_entity, roles } = member(entity, roles);
			Consortium::admit_member(root, account, name, country, legal_entity, roles).is_err()
		},
		Step::Remove(account) => Consortium::remove_member(root, account).is_err(),
		Step::Grant(account, role) => Consortium::grant_role(root, account, role).is_err(),
		Step::Withdraw(account, role) => Consortium::withdraw_role(root, account, role).is_err(),
		Step::SetKeys(account, key) => set_keys_of(account, key).is_err(),
		Step::NextSession => {
			run_to_session(Session::current_index() + 1);
			false
		},
	};
	if refused {
		assert_eq!(frame::deps::sp_io::storage::root(StateVersion::V1), before);
	}
}

fn check(min_validators: u32) {
	check_all();
	assert!(Consortium::validators().len() >= min_validators as usize);
	assert!(!Authorities::get().is_empty());
	assert_eq!(Authorities::get(), Session::validators());

	let members = Consortium::members();
	let entities = members.iter().map(|(_, member)| member.legal_entity).collect::<BTreeSet<_>>();
	assert_eq!(entities.len(), members.len());
	assert!(members.len() <= MaxMembers::get() as usize);
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 200, ..Default::default() })]

	#[test]
	fn hold_after_every_step(
		min_validators in 1u32..=4,
		steps in proptest::collection::vec(step(), 1..60),
	) {
		ExtBuilder::default().min_validators(min_validators).build_and_execute(|| {
			for step in steps {
				take(step);
				check(min_validators);
			}

			// Two sessions later consensus is where membership was.
			let session = Session::current_index();
			run_to_session(session + 2);
			assert_eq!(Authorities::get(), Consortium::validators());
			assert_eq!(PlannedValidators::<Test>::get().into_inner(), Consortium::validators());

			// And a session more changes nothing.
			let changes = Changes::get();
			run_to_session(session + 4);
			assert_eq!(Changes::get(), changes);
		});
	}
}
