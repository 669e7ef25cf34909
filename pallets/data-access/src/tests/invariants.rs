//! What holds whatever people do, in whatever order.

use super::*;
use frame::traits::{GetCallName, UnfilteredDispatchable};
use proptest::{
	prelude::*,
	strategy::ValueTree,
	test_runner::{Config as TestConfig, TestRunner},
};
use std::collections::BTreeMap;

/// Something that somebody does. Numbers are taken as far as there are such things.
#[derive(Clone, Debug)]
pub(crate) enum Step {
	Grant { account: AccountId, terms: Terms<AccountId> },
	Bring { account: AccountId, terms: Terms<AccountId> },
	Change { account: AccountId, id: usize, until: Moment, keys: Option<H256> },
	Revoke { account: AccountId, id: usize },
	BringRevocation { account: AccountId, id: usize },
	Renounce { id: usize },
	Log { disclosures: Vec<(AccountId, usize, bool)> },
	Pass { seconds: Moment },
	Block,
}

/// Three subjects, each with two accounts.
fn account() -> impl Strategy<Value = AccountId> {
	(1u64..=3, any::<bool>()).prop_map(
		|(subject, other)| {
			if other { subject + OTHER_ACCOUNT } else { subject }
		},
	)
}

fn any_terms() -> impl Strategy<Value = Terms<AccountId>> {
	let grantee = prop_oneof![account(), Just(BANK), Just(CUSTOMS)];
	let category = prop_oneof![Just(Payment), Just(Shipping)];
	let purpose = prop_oneof![Just(CreditDecision), Just(TradeFinance)];
	let keys = proptest::option::of(any::<u8>().prop_map(hash));
	(grantee, category, purpose, 0..5 * DAY, keys).prop_map(
		|(grantee, category, purpose, until, keys)| Terms {
			grantee,
			category,
			purpose,
			until,
			keys,
		},
	)
}

pub(crate) fn step() -> impl Strategy<Value = Step> {
	let keys = proptest::option::of(any::<u8>().prop_map(hash));
	prop_oneof![
		5 => (account(), any_terms()).prop_map(|(account, terms)| Step::Grant { account, terms }),
		4 => (account(), any_terms()).prop_map(|(account, terms)| Step::Bring { account, terms }),
		3 => (account(), 0usize..8, 0..5 * DAY, keys)
			.prop_map(|(account, id, until, keys)| Step::Change { account, id, until, keys }),
		2 => (account(), 0usize..8).prop_map(|(account, id)| Step::Revoke { account, id }),
		2 => (account(), 0usize..8).prop_map(|(account, id)| Step::BringRevocation { account, id }),
		2 => (0usize..8).prop_map(|id| Step::Renounce { id }),
		4 => proptest::collection::vec((account(), 0usize..8, any::<bool>()), 0..=4)
			.prop_map(|disclosures| Step::Log { disclosures }),
		2 => (1..2 * DAY).prop_map(|seconds| Step::Pass { seconds }),
		2 => Just(Step::Block),
	]
}

/// The grant that a number stands for, if there is any.
fn nth(index: usize) -> Option<(GrantId, GrantOf<Test>)> {
	let mut ids = Grants::<Test>::iter_keys().collect::<Vec<_>>();
	ids.sort_unstable();
	let id = *ids.get(index % ids.len().max(1))?;
	Some((id, stored(id)?))
}

/// The call of a step, and who makes it.
fn call_of(step: Step) -> Option<(AccountId, Call<Test>)> {
	let ahead =
		|terms: Terms<AccountId>| Terms { until: CurrentTime::get() + terms.until, ..terms };
	Some(match step {
		// Deposits are paid by accounts with money.
		Step::Grant { account, terms } => {
			(account % OTHER_ACCOUNT, Call::grant_access { terms: ahead(terms) })
		},
		Step::Bring { account, terms } => {
			let permission = permission(account, ahead(terms));
			let signature = TestSignature(account, permission.payload(&GENESIS));
			(STRANGER, Call::bring_permission { permission, signature })
		},
		Step::Change { account, id, until, keys } => {
			let until = CurrentTime::get() + until;
			(account, Call::change_grant { id: nth(id)?.0, until, keys })
		},
		Step::Revoke { account, id } => (account, Call::revoke_grant { id: nth(id)?.0 }),
		Step::BringRevocation { account, id } => {
			let revocation = Revocation { account, id: nth(id)?.0 };
			let signature = TestSignature(account, revocation.payload(&GENESIS));
			(STRANGER, Call::bring_revocation { revocation, signature })
		},
		// By the grantee, whoever that is.
		Step::Renounce { id } => {
			let (id, grant) = nth(id)?;
			(grant.grantee, Call::renounce_grant { id })
		},
		Step::Log { disclosures } => {
			let disclosures = disclosures.into_iter().map(|(account, id, is_law)| {
				match nth(id).filter(|_| !is_law) {
					Some((id, grant)) => Disclosure {
						category: grant.category,
						purpose: grant.purpose,
						..disclosure(grant.subject, grant.grantee, id)
					},
					None => lawful(account, CUSTOMS),
				}
			});
			let disclosures = disclosures.collect::<Vec<_>>().try_into().unwrap();
			(PLATFORM, Call::log_disclosures { disclosures })
		},
		Step::Pass { seconds } => {
			CurrentTime::mutate(|now| *now += seconds);
			return None;
		},
		Step::Block => {
			next_block();
			poll();
			return None;
		},
	})
}

/// Does it, and tells the name of the call if it was taken.
pub(crate) fn take(step: Step) -> Option<&'static str> {
	let (account, call) = call_of(step)?;
	let name = call.get_call_name();
	with_storage_layer(|| call.dispatch_bypass_filter(signed(account)).map_err(|error| error.error))
		.is_ok()
		.then_some(name)
}

#[test]
fn the_steps_reach_every_call() {
	let mut runner = TestRunner::deterministic();
	let mut taken = BTreeMap::<&str, u32>::new();
	for _ in 0..40 {
		let steps = proptest::collection::vec(step(), 60..61);
		let steps = steps.new_tree(&mut runner).unwrap().current();
		ExtBuilder.build_and_execute(|| {
			for name in steps.into_iter().filter_map(take) {
				*taken.entry(name).or_default() += 1;
			}
		});
	}
	for name in Call::<Test>::get_call_names() {
		let times = taken.get(name).copied().unwrap_or(0);
		assert!(times >= 5, "{name}: {times} of {taken:?}");
	}
}

proptest! {
	#![proptest_config(TestConfig { cases: 120, ..Default::default() })]

	#[test]
	fn hold_after_every_step(
		max_grants in 1u32..=6,
		expiries in 1u64..4,
		steps in proptest::collection::vec(step(), 1..120),
	) {
		ExtBuilder.build_and_execute(|| {
			MaxGrants::set(max_grants);
			ExpiryWeight::set(
				<() as WeightInfo>::expire_nothing()
					.saturating_add(DataAccess::expiry_step().saturating_mul(expiries)),
			);
			for step in steps {
				take(step);
				DataAccess::do_try_state().unwrap();
			}
		});
	}

	#[test]
	fn nothing_is_logged_that_was_not_allowed(
		steps in proptest::collection::vec(step(), 1..120),
	) {
		ExtBuilder.build_and_execute(|| {
			for step in steps {
				let before = Grants::<Test>::iter().collect::<BTreeMap<_, _>>();
				let now = CurrentTime::get();
				events();
				take(step);
				for event in events() {
					let Event::Disclosed { entry, .. } = event else { continue };
					match entry.basis {
						LegalBasis::Law => assert_eq!(entry.recipient, CUSTOMS),
						LegalBasis::Grant(id) => {
							let grant = &before[&id];
							assert!(grant.holds(now));
							assert_eq!(
								(entry.subject, entry.recipient, entry.category, entry.purpose),
								(grant.subject, grant.grantee, grant.category, grant.purpose)
							);
						},
					}
				}
			}
		});
	}

	#[test]
	fn what_is_granted_is_what_the_subject_said_last(
		steps in proptest::collection::vec(step(), 1..120),
	) {
		ExtBuilder.build_and_execute(|| {
			// What the events tell, and nothing else.
			let mut told = BTreeMap::new();
			for step in steps {
				events();
				take(step);
				for event in events() {
					match event {
						Event::AccessGranted { subject, id, until, keys, .. } => {
							told.insert(id, (subject, until, keys));
						},
						Event::GrantChanged { subject, id, until, keys, .. } => {
							told.insert(id, (subject, until, keys));
						},
						Event::GrantRevoked { id, .. }
						| Event::GrantRenounced { id, .. }
						| Event::GrantExpired { id, .. } => {
							assert!(told.remove(&id).is_some());
						},
						_ => (),
					}
				}
				let now = CurrentTime::get();
				for subject in 1..=3 {
					let expected = told
						.iter()
						.filter(|(_, (whose, until, _))| *whose == subject && now < *until)
						.map(|(id, (_, until, keys))| (*id, *until, *keys))
						.collect::<Vec<_>>();
					let granted = DataAccess::grants(subject)
						.into_iter()
						.map(|report| (report.id, report.until, report.keys))
						.collect::<Vec<_>>();
					assert_eq!(granted, expected);
				}
			}
		});
	}
}
