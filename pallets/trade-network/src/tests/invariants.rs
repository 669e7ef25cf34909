//! Whatever enterprises, members and registrars do, in whatever order.

use super::*;
use frame::traits::{GetCallName, UnfilteredDispatchable};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Debug)]
pub enum Step {
	Register(AccountId),
	Sponsor(AccountId),
	Update(AccountId, &'static str, u8),
	Close(AccountId),
	Attest(AccountId, VerificationLevel, u8, Day),
	Revoke(AccountId, bool),
	Offer(AccountId, Option<AccountId>),
	Accept(AccountId, AccountId),
	StartRecovery(AccountId, AccountId, bool),
	CancelRecovery(Option<AccountId>, AccountId),
	FinishRecovery(AccountId, AccountId),
	Propose(AccountId, AccountId, RelationshipKind, bool),
	Withdraw(AccountId, AccountId, RelationshipKind, bool),
	Answer(AccountId, AccountId, RelationshipKind, bool, bool),
	Agree(Vec<(AccountId, AccountId, RelationshipKind)>),
	End(AccountId, AccountId),
	Order(AccountId, AccountId, u8),
	Pass(Day),
	/// Does something with what there is, if there is anything: random accounts meet too seldom.
	Aimed(Aim, usize),
}

#[derive(Clone, Copy, Debug)]
pub enum Aim {
	AcceptControl,
	StartRecovery,
	CancelRecovery,
	FinishRecovery,
	Withdraw,
	Accept,
	Decline,
	Extend,
	End,
	Order,
}

impl Aim {
	const ALL: [Self; 10] = [
		Self::AcceptControl,
		Self::StartRecovery,
		Self::CancelRecovery,
		Self::FinishRecovery,
		Self::Withdraw,
		Self::Accept,
		Self::Decline,
		Self::Extend,
		Self::End,
		Self::Order,
	];

	/// The step, about one of what there is.
	fn at(self, index: usize) -> Option<Step> {
		fn pick<I>(items: impl Iterator<Item = I>, index: usize) -> Option<I> {
			let items = items.collect::<Vec<_>>();
			let index = index.checked_rem(items.len())?;
			items.into_iter().nth(index)
		}
		let enterprise = |id| Enterprises::<Test>::get(id).unwrap();
		let controller = |id| enterprise(id).controller;
		let account = index as u64 % 9 + 1;
		Some(match self {
			Self::AcceptControl => {
				let (id, account) = pick(Offers::<Test>::iter(), index)?;
				Step::Accept(account, enterprise(id).subject)
			},
			Self::StartRecovery => {
				let id = pick(Entities::<Test>::iter_values(), index)?;
				Step::StartRecovery(controller(id), account, index.is_multiple_of(2))
			},
			Self::CancelRecovery => {
				let id = pick(Recoveries::<Test>::iter_keys(), index)?;
				Step::CancelRecovery(
					(index.is_multiple_of(2)).then_some(controller(id)),
					controller(id),
				)
			},
			Self::FinishRecovery => {
				let (id, recovery) = pick(Recoveries::<Test>::iter(), index)?;
				Step::FinishRecovery(recovery.account, enterprise(id).subject)
			},
			Self::Withdraw | Self::Accept | Self::Decline => {
				let (to, from, arc) = pick(Proposals::<Test>::iter_keys(), index)?;
				let (kind, giver_is_lo) = arc.iter().next()?;
				let (to_gives, to, from_gives, from) = (
					giver_is_lo == (to < from),
					controller(to),
					giver_is_lo == (from < to),
					controller(from),
				);
				match self {
					Self::Withdraw => Step::Withdraw(from, to, kind, from_gives),
					_ => Step::Answer(to, from, kind, to_gives, matches!(self, Self::Accept)),
				}
			},
			Self::Extend | Self::End | Self::Order => {
				let (lo, hi) = pick(Relationships::<Test>::iter_keys(), index)?;
				let (lo, hi) = (controller(lo), controller(hi));
				match self {
					Self::Extend => Step::Agree(vec![(lo, hi, Supplies)]),
					Self::End => Step::End(hi, lo),
					_ => Step::Order(lo, hi, index as u8),
				}
			},
		})
	}
}

/// Few accounts, entities and kinds, so that steps meet.
pub fn step() -> impl Strategy<Value = Step> {
	let account = || 1u64..=7;
	let kind = || proptest::sample::select(vec![Supplies, Supplies, Finances]);
	let level = proptest::sample::select(VerificationLevel::ALL.to_vec());
	let country = proptest::sample::select(vec!["DE", "SG", "CN"]);
	prop_oneof![
		3 => account().prop_map(Step::Register),
		1 => account().prop_map(Step::Sponsor),
		1 => (account(), country, 0u8..3).prop_map(|(a, b, c)| Step::Update(a, b, c)),
		1 => account().prop_map(Step::Close),
		1 => (account(), level, 0u8..4, 0u32..40)
			.prop_map(|(a, b, c, d)| Step::Attest(a, b, c, d)),
		1 => (account(), any::<bool>()).prop_map(|(a, b)| Step::Revoke(a, b)),
		1 => (account(), proptest::option::of(account())).prop_map(|(a, b)| Step::Offer(a, b)),
		1 => (account(), account()).prop_map(|(a, b)| Step::Accept(a, b)),
		1 => (account(), account(), any::<bool>())
			.prop_map(|(a, b, c)| Step::StartRecovery(a, b, c)),
		1 => (proptest::option::of(account()), account())
			.prop_map(|(a, b)| Step::CancelRecovery(a, b)),
		1 => (account(), account()).prop_map(|(a, b)| Step::FinishRecovery(a, b)),
		2 => (account(), account(), kind(), any::<bool>())
			.prop_map(|(a, b, c, d)| Step::Propose(a, b, c, d)),
		1 => (account(), account(), kind(), any::<bool>())
			.prop_map(|(a, b, c, d)| Step::Withdraw(a, b, c, d)),
		2 => (account(), account(), kind(), any::<bool>(), any::<bool>())
			.prop_map(|(a, b, c, d, e)| Step::Answer(a, b, c, d, e)),
		6 => proptest::collection::vec((account(), account(), kind()), 1..=3)
			.prop_map(Step::Agree),
		2 => (account(), account()).prop_map(|(a, b)| Step::End(a, b)),
		3 => (account(), account(), 0u8..64).prop_map(|(a, b, c)| Step::Order(a, b, c)),
		1 => (0u32..40).prop_map(Step::Pass),
		9 => (proptest::sample::select(Aim::ALL.to_vec()), any::<usize>())
			.prop_map(|(aim, index)| Step::Aimed(aim, index)),
	]
}

/// The call of a step, and who makes it.
fn call(step: Step) -> Option<(Call<Test>, RuntimeOrigin)> {
	Some(match step {
		Step::Register(account) => {
			(Call::register_enterprise { details: details(account) }, signed(account))
		},
		Step::Sponsor(account) => {
			let (details, until) = (details(account), CurrentDay::get());
			let consent = Consent { sponsor: PLATFORM, account, details, until };
			let signature = TestSignature(account, consent.payload(&GENESIS));
			(Call::sponsor_enterprise { account, details, until, signature }, signed(PLATFORM))
		},
		Step::Update(account, country, byte) => {
			let mut details = in_country(country, account);
			details.commitments.address = Some([byte; 32]);
			(Call::update_enterprise { details }, signed(account))
		},
		Step::Close(account) => (Call::close_enterprise {}, signed(account)),
		Step::Attest(account, level, number, days) => {
			let (entity, until) = (entity(number), CurrentDay::get() + days);
			(Call::attest_enterprise { account, level, entity, until }, signed(REGISTRAR))
		},
		Step::Revoke(account, governance) => {
			let origin = if governance { RuntimeOrigin::root() } else { signed(REGISTRAR) };
			(Call::revoke_attestation { account }, origin)
		},
		Step::Offer(from, account) => (Call::offer_control { account }, signed(from)),
		Step::Accept(account, subject) => (Call::accept_control { subject }, signed(account)),
		Step::StartRecovery(subject, account, governance) => {
			let origin = if governance { RuntimeOrigin::root() } else { signed(REGISTRAR) };
			(Call::start_recovery { subject, account }, origin)
		},
		Step::CancelRecovery(by, subject) => {
			let origin = by.map_or(RuntimeOrigin::root(), signed);
			(Call::cancel_recovery { subject }, origin)
		},
		Step::FinishRecovery(account, subject) => {
			(Call::finish_recovery { subject }, signed(account))
		},
		Step::Propose(account, partner, kind, gives) => {
			(Call::propose_relationship { partner, kind, gives }, signed(account))
		},
		Step::Withdraw(account, partner, kind, gives) => {
			(Call::withdraw_proposal { partner, kind, gives }, signed(account))
		},
		Step::Answer(account, partner, kind, gives, accept) => {
			(Call::answer_proposal { partner, kind, gives, accept }, signed(account))
		},
		Step::Agree(arcs) => {
			let agreements = arcs
				.into_iter()
				.map(|(giver, receiver, kind)| by_both(agreement(giver, receiver, kind)))
				.collect::<Vec<_>>();
			let agreements = agreements.try_into().unwrap();
			(Call::submit_agreements { agreements }, signed(PLATFORM))
		},
		Step::End(account, partner) => (Call::end_relationship { partner }, signed(account)),
		Step::Order(..) | Step::Pass(_) | Step::Aimed(..) => return None,
	})
}

fn root() -> Vec<u8> {
	frame::deps::sp_io::storage::root(StateVersion::V1)
}

/// Takes the step, which may be refused; a refusal changes nothing. Returns the name of the call that
/// was not.
pub fn take(step: Step) -> Option<&'static str> {
	match step {
		Step::Order(a, b, volume_class) => note_order(a, b, volume_class),
		Step::Pass(days) => pass(days),
		Step::Aimed(aim, index) => return take(aim.at(index)?),
		step => {
			let before = root();
			let (call, origin) = call(step)?;
			let name = call.get_call_name();
			if call.dispatch_bypass_filter(origin).is_ok() {
				return Some(name);
			}
			assert_eq!(root(), before);
		},
	}
	None
}

/// The sequences below say little if most of their steps are refused.
#[test]
fn random_steps_reach_every_call() {
	let mut runner = TestRunner::deterministic();
	let mut taken = BTreeMap::<_, u32>::new();
	for _ in 0..200 {
		let steps = proptest::collection::vec(step(), 120).new_tree(&mut runner).unwrap().current();
		ExtBuilder::default().max_partners(4).build_and_execute(|| {
			for name in steps.into_iter().filter_map(take) {
				*taken.entry(name).or_default() += 1;
			}
		});
	}
	let mut calls = Call::<Test>::get_call_names().to_vec();
	// The batch stands for it.
	calls.retain(|name| *name != "submit_agreement");
	for name in calls {
		let times = taken.get(name).copied().unwrap_or(0);
		assert!(times >= 5, "{name}: {times} of {taken:?}");
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 120, ..Default::default() })]

	#[test]
	fn hold_after_every_step(
		max_partners in 2u32..=6,
		lapses in 1u64..4,
		steps in proptest::collection::vec(step(), 1..120),
	) {
		ExtBuilder::default().max_partners(max_partners).build_and_execute(|| {
			LapseWeight::set(
				<() as WeightInfo>::lapse_nothing()
					.saturating_add(TradeNetwork::lapse_step().saturating_mul(lapses)),
			);
			for step in steps {
				take(step);
				TradeNetwork::do_try_state().unwrap();
			}
		});
	}

	#[test]
	fn a_subject_stays_what_it_was(steps in proptest::collection::vec(step(), 1..120)) {
		ExtBuilder::default().build_and_execute(|| {
			let mut known = BTreeMap::new();
			for step in steps {
				take(step);
				// Who was verified once keeps its id, its subject, its entity and its accounts.
				for (id, enterprise) in Enterprises::<Test>::iter() {
					let Some(entity) = enterprise.entity else { continue };
					let accounts = known.entry(id).or_insert_with(|| {
						(enterprise.subject, entity, BTreeSet::new())
					});
					assert_eq!((accounts.0, accounts.1), (enterprise.subject, entity));
					accounts.2.extend(enterprise.former.iter().copied());
					accounts.2.insert(enterprise.controller);
				}
				for (id, (subject, entity, accounts)) in &known {
					assert_eq!(Entities::<Test>::get(entity), Some(*id));
					for account in accounts {
						assert_eq!(TradeNetwork::subject_of(*account), *subject);
					}
				}
			}
		});
	}

	#[test]
	fn no_agreement_outlives_an_end(
		steps in proptest::collection::vec(step(), 1..60),
		giver in 1u64..=3,
		receiver in 1u64..=3,
	) {
		ExtBuilder::default().build_and_execute(|| {
			register_all(1..=3);
			// Signed once, for as long as may be.
			let until = TODAY + 7;
			let old = by_both(Agreement { until, ..agreement(giver, receiver, Supplies) });
			let mut ended = false;
			for step in steps {
				let before = LastEnding::<Test>::get();
				let touched = |account| {
					TradeNetwork::enterprise(account).map(|report| report.endings)
				};
				take(step);
				let now = LastEnding::<Test>::get();
				ended |= now > before
					&& [giver, receiver].into_iter().any(|side| touched(side) == Some(now));
				if ended {
					assert!(bring(old.clone()).is_err());
				}
			}
		});
	}
}
