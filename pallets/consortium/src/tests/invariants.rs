//! Whatever members, applicants and validators do, in whatever order.

use super::*;
use proptest::prelude::*;
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};
use std::collections::BTreeSet;

#[derive(Clone, Debug)]
enum Step {
	Apply(u64, u64, Roles),
	WithdrawApplication(u64),
	Clear(u64),
	Reject(u64, bool),
	Sponsor(u64, u64),
	WithdrawSponsorship(u64, u64),
	Admit(u64),
	/// All of the way at once, so that there are many members.
	BringIn(u64, Roles),
	Remove(u64),
	Resign(u64),
	Grant(u64, Role),
	Withdraw(u64, Role),
	Suspend(u64),
	SuspendProvisionally(u64),
	Reinstate(u64),
	SetNodes(u64, Vec<u8>),
	SetMinimum(u32),
	SetKeys(u64, u64),
	SetAside(u64),
	Return(u64),
	Misbehave(u64, u64),
	Wait(u64),
	NextSession,
}

/// Few accounts, entities and roles, so that steps meet.
fn step() -> impl Strategy<Value = Step> {
	let account = || 1u64..=10;
	let role = || proptest::sample::select(vec![Role::Validator, Role::Bank]);
	let roles = || proptest::collection::vec(role(), 0..3).prop_map(|roles| (&roles[..]).into());
	let about = prop_oneof![
		(account(), account(), roles())
			.prop_map(|(account, as_if, roles)| Step::Apply(account, as_if, roles)),
		account().prop_map(Step::WithdrawApplication),
		account().prop_map(Step::Clear),
		(account(), any::<bool>()).prop_map(|(account, forfeit)| Step::Reject(account, forfeit)),
		(account(), account()).prop_map(|(sponsor, account)| Step::Sponsor(sponsor, account)),
		(account(), account())
			.prop_map(|(sponsor, account)| Step::WithdrawSponsorship(sponsor, account)),
		account().prop_map(Step::Admit),
		(account(), roles()).prop_map(|(account, roles)| Step::BringIn(account, roles)),
	];
	let within = prop_oneof![
		account().prop_map(Step::Remove),
		account().prop_map(Step::Resign),
		(account(), role()).prop_map(|(account, role)| Step::Grant(account, role)),
		(account(), role()).prop_map(|(account, role)| Step::Withdraw(account, role)),
		account().prop_map(Step::Suspend),
		account().prop_map(Step::SuspendProvisionally),
		account().prop_map(Step::Reinstate),
		(account(), proptest::collection::vec(1u8..4, 0..4))
			.prop_map(|(account, nodes)| Step::SetNodes(account, nodes)),
		(0u32..5).prop_map(Step::SetMinimum),
	];
	let around = prop_oneof![
		(account(), account()).prop_map(|(account, key)| Step::SetKeys(account, key)),
		account().prop_map(|account| Step::SetKeys(account, account)),
		account().prop_map(Step::SetAside),
		account().prop_map(Step::Return),
		(account(), account()).prop_map(|(offender, reporter)| Step::Misbehave(offender, reporter)),
		(1u64..20).prop_map(Step::Wait),
		Just(Step::NextSession),
	];
	prop_oneof![3 => about, 3 => within, 2 => around]
}

/// Takes the step and tells whether it was refused.
fn is_refused(step: Step) -> bool {
	let root = RuntimeOrigin::root();
	match step {
		Step::Apply(account, as_if, roles) => {
			apply_with(account, application(as_if, roles)).is_err()
		},
		Step::WithdrawApplication(account) => {
			Consortium::withdraw_application(RuntimeOrigin::signed(account)).is_err()
		},
		Step::Clear(account) => {
			Consortium::clear_application(RuntimeOrigin::signed(STRANGER), account).is_err()
		},
		Step::Reject(account, forfeit) => {
			Consortium::reject_application(root, account, forfeit).is_err()
		},
		Step::Sponsor(member, account) => sponsor(member, account).is_err(),
		Step::WithdrawSponsorship(member, account) => {
			Consortium::withdraw_sponsorship(RuntimeOrigin::signed(member), account).is_err()
		},
		Step::Admit(account) => admit_applicant(account).is_err(),
		Step::BringIn(account, roles) => {
			// Not one step but three, of which some may be taken.
			let _ = admit(account, roles);
			false
		},
		Step::Remove(account) => remove(account).is_err(),
		Step::Resign(account) => resign(account).is_err(),
		Step::Grant(account, role) => grant(account, role).is_err(),
		Step::Withdraw(account, role) => withdraw(account, role).is_err(),
		Step::Suspend(account) => suspend(account).is_err(),
		Step::SuspendProvisionally(account) => suspend_provisionally(account).is_err(),
		Step::Reinstate(account) => reinstate(account).is_err(),
		Step::SetNodes(account, keys) => register_nodes(account, &keys).is_err(),
		Step::SetMinimum(minimum) => set_minimum(minimum).is_err(),
		Step::SetKeys(account, key) => set_keys_of(account, key).is_err(),
		Step::SetAside(account) => {
			// As whoever watches promises.
			let others = Consortium::validators().into_iter().filter(|it| *it != account).count();
			if others >= Consortium::minimum_validators() as usize {
				Absent::mutate(|absent| absent.push(account));
			}
			false
		},
		Step::Return(account) => {
			Absent::mutate(|absent| absent.retain(|other| *other != account));
			false
		},
		Step::Misbehave(offender, reporter) => {
			let details = OffenceDetails { offender: (offender, ()), reporters: vec![reporter] };
			Consortium::on_offence(&[details], &[Perbill::one()], Session::current_index());
			false
		},
		Step::Wait(blocks) => {
			run_to_block(System::block_number() + blocks);
			false
		},
		Step::NextSession => {
			run_to_session(Session::current_index() + 1);
			false
		},
	}
}

/// Takes the step, which may be refused; a refusal changes nothing.
fn take(step: Step) {
	let root = || frame::deps::sp_io::storage::root(StateVersion::V1);
	let (before, money) = (root(), Balances::total_issuance());
	let forfeits = matches!(step, Step::Reject(_, true));
	let refused = is_refused(step);
	if refused {
		assert_eq!(root(), before);
	}
	// Money is destroyed by a forfeit and in no other way, and never made.
	let burnt = money - Balances::total_issuance();
	assert_eq!(burnt, if forfeits && !refused { BOND } else { 0 });
}

fn check() {
	check_all();
	assert!(Consortium::validators().len() >= Consortium::minimum_validators() as usize);
	assert!(!Authorities::get().is_empty());
	assert_eq!(Authorities::get(), Session::validators());

	let members = Consortium::members();
	let entities = members.iter().map(|(_, member)| member.legal_entity).collect::<BTreeSet<_>>();
	assert_eq!(entities.len(), members.len());
	assert!(members.len() <= MaxMembers::get() as usize);

	// Suspended members have no rights, and whoever is in good standing has its roles.
	for (account, member) in &members {
		for role in [Role::Validator, Role::Bank] {
			let may = member.roles.contains(role) && Consortium::suspension(*account).is_none();
			assert_eq!(has(*account, role), may);
		}
	}
	// What everybody has is what there is.
	let total = (1..=20).map(everything).sum::<u64>();
	assert_eq!(total, Balances::total_issuance());
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 200, ..Default::default() })]

	#[test]
	fn hold_after_every_step(
		min_validators in 1u32..=4,
		steps in proptest::collection::vec(step(), 1..100),
	) {
		ExtBuilder::default().min_validators(min_validators).build_and_execute(|| {
			for step in steps {
				take(step);
				check();
			}

			// Once nothing lapses any more, consensus is where membership was two sessions before.
			run_to_block(System::block_number() + PROVISIONAL_PERIOD);
			let session = Session::current_index();
			run_to_session(session + 2);
			check();
			assert_eq!(Authorities::get(), Consortium::validators());
			assert_eq!(PlannedValidators::<Test>::get().into_inner(), Consortium::validators());

			// And a session more changes nothing.
			let changes = Changes::get();
			run_to_session(session + 4);
			assert_eq!(Changes::get(), changes);
		});
	}
}
