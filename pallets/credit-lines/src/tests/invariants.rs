//! What holds whatever people do, in whatever order.

use super::*;
use frame::{
	deps::frame_support::storage::with_storage_layer,
	traits::{GetCallName, UnfilteredDispatchable},
};
use proptest::{
	bool::weighted,
	prelude::*,
	strategy::ValueTree,
	test_runner::{Config as TestConfig, TestRunner},
};
use std::collections::BTreeMap;

/// Something that somebody does.
#[derive(Clone, Debug)]
pub(crate) enum Step {
	Set(LineKey<AccountId>, Terms<u64>),
	Change(LineKey<AccountId>, Terms<u64>),
	Withdraw(LineKey<AccountId>),
	Suspend(LineKey<AccountId>),
	Resume(LineKey<AccountId>),
	Note(LineKey<AccountId>, u64),
	Decline(LineKey<AccountId>),
	Draw(LineKey<AccountId>, u64),
	Repay(LineKey<AccountId>, u64),
	Announce(AccountId, Grade, WarningLevel),
	Tell,
	/// A bank is one, or is one no more.
	Role(AccountId, bool),
	/// An enterprise is closed, or is there again.
	Close(AccountId, bool),
	Pass(Moment),
	Block,
}

/// One of two enterprises, two banks and two assets.
fn any_key() -> impl Strategy<Value = LineKey<AccountId>> {
	let asset = prop_oneof![Just(EURO), Just(DOLLAR)];
	(ANNA..=BERT, BANK..=OTHER_BANK, asset)
		.prop_map(|(subject, bank, asset)| key_of(bank, subject, asset))
}

/// How long from now it holds, as its end.
fn any_terms() -> impl Strategy<Value = Terms<u64>> {
	let minimum = proptest::sample::select(vec![Grade::D, Grade::B, Grade::A]);
	(0u64..200, 0..5 * DAY, minimum).prop_map(|(limit, until, minimum)| Terms {
		limit,
		until,
		minimum,
	})
}

fn any_standing() -> impl Strategy<Value = (Grade, WarningLevel)> {
	let grade = proptest::sample::select(vec![Grade::D, Grade::Bb, Grade::A]);
	let level = prop_oneof![
		3 => Just(WarningLevel::None),
		1 => Just(WarningLevel::Warning),
		1 => Just(WarningLevel::Critical),
	];
	(grade, level)
}

pub(crate) fn step() -> impl Strategy<Value = Step> {
	prop_oneof![
		8 => (any_key(), any_terms()).prop_map(|(key, terms)| Step::Set(key, terms)),
		4 => (any_key(), any_terms()).prop_map(|(key, terms)| Step::Change(key, terms)),
		2 => any_key().prop_map(Step::Withdraw),
		2 => any_key().prop_map(Step::Suspend),
		3 => any_key().prop_map(Step::Resume),
		4 => (any_key(), 0u64..30).prop_map(|(key, amount)| Step::Note(key, amount)),
		2 => any_key().prop_map(Step::Decline),
		10 => (any_key(), 0u64..80).prop_map(|(key, amount)| Step::Draw(key, amount)),
		5 => (any_key(), 0u64..60).prop_map(|(key, amount)| Step::Repay(key, amount)),
		4 => (ANNA..=BERT, any_standing())
			.prop_map(|(subject, (grade, level))| Step::Announce(subject, grade, level)),
		3 => Just(Step::Tell),
		1 => (BANK..=OTHER_BANK, weighted(0.7)).prop_map(|(bank, is)| Step::Role(bank, is)),
		1 => (ANNA..=BERT, weighted(0.3)).prop_map(|(subject, is)| Step::Close(subject, is)),
		2 => (1..2 * DAY).prop_map(Step::Pass),
		2 => Just(Step::Block),
	]
}

/// The call of a step, and who makes it.
fn call_of(step: Step) -> Option<(AccountId, Call<Test>)> {
	let ahead = |terms: Terms<u64>| Terms { until: CurrentTime::get() + terms.until, ..terms };
	Some(match step {
		Step::Set(LineKey { subject, bank, asset }, terms) => {
			(bank, Call::set_line { enterprise: subject, asset, terms: ahead(terms) })
		},
		Step::Change(LineKey { subject, bank, asset }, terms) => {
			(bank, Call::change_line { subject, asset, terms: ahead(terms) })
		},
		Step::Withdraw(LineKey { subject, bank, asset }) => {
			(bank, Call::withdraw_line { subject, asset })
		},
		Step::Suspend(LineKey { subject, bank, asset }) => {
			(bank, Call::suspend_line { subject, asset })
		},
		Step::Resume(LineKey { subject, bank, asset }) => {
			(bank, Call::resume_line { subject, asset })
		},
		Step::Note(LineKey { subject, bank, asset }, amount) => {
			(bank, Call::note_repayment { subject, asset, amount })
		},
		Step::Decline(LineKey { subject, bank, asset }) => {
			(subject, Call::decline_line { bank, asset })
		},
		_ => return None,
	})
}

/// Does it, and tells the name of the call, or of the draw, if it was taken.
pub(crate) fn take(step: Step) -> Option<&'static str> {
	match step {
		Step::Draw(key, amount) => return draw_on(key, amount).is_ok().then_some("draw"),
		Step::Repay(key, amount) => return (repay_on(key, amount) > 0).then_some("repay"),
		Step::Announce(subject, grade, level) => Scores::announce_only(subject, grade, level),
		Step::Tell => Scores::tell(),
		Step::Role(bank, is) => Members::set(bank, if is { &[Role::Bank] } else { &[] }),
		Step::Close(subject, is) => Network::set_closed(subject, is),
		Step::Pass(seconds) => CurrentTime::mutate(|now| *now += seconds),
		Step::Block => {
			System::set_block_number(System::block_number() + 1);
			poll();
		},
		step => {
			let (account, call) = call_of(step)?;
			let name = call.get_call_name();
			return with_storage_layer(|| {
				call.dispatch_bypass_filter(signed(account)).map_err(|error| error.error)
			})
			.is_ok()
			.then_some(name);
		},
	}
	None
}

/// Every line that is stored, by its key.
fn all_lines() -> BTreeMap<(AccountId, AccountId, SettlementAsset), LineOf<Test>> {
	Lines::<Test>::iter()
		.flat_map(|(subject, lines)| {
			lines.into_iter().map(move |line| ((subject, line.bank, line.asset), line))
		})
		.collect()
}

#[test]
fn the_steps_reach_every_call() {
	let mut runner = TestRunner::deterministic();
	let mut taken = BTreeMap::<&str, u32>::new();
	for _ in 0..100 {
		let steps = proptest::collection::vec(step(), 80..81);
		let steps = steps.new_tree(&mut runner).unwrap().current();
		ExtBuilder.build_and_execute(|| {
			for name in steps.into_iter().filter_map(take) {
				*taken.entry(name).or_default() += 1;
			}
		});
	}
	for name in Call::<Test>::get_call_names().iter().chain(&["draw", "repay"]) {
		let times = taken.get(name).copied().unwrap_or(0);
		assert!(times >= 5, "{name}: {times} of {taken:?}");
	}
}

proptest! {
	#![proptest_config(TestConfig { cases: 120, ..Default::default() })]

	#[test]
	fn hold_after_every_step(
		max_lines in 1u32..=4,
		max_each in 1u32..=2,
		max_book in 1u32..=6,
		expiries in 1u64..4,
		steps in proptest::collection::vec(step(), 1..120),
	) {
		ExtBuilder.build_and_execute(|| {
			MaxLines::set(max_lines);
			MaxLinesEach::set(max_each);
			MaxBook::set(max_book);
			ExpiryWeight::set(
				<() as WeightInfo>::expire_nothing()
					.saturating_add(CreditLines::expiry_step().saturating_mul(expiries)),
			);
			for step in steps {
				take(step);
				CreditLines::do_try_state().unwrap();
			}
		});
	}

	/// What is owed is what was drawn and not repaid, whatever becomes of the lines.
	#[test]
	fn nothing_owed_is_lost(steps in proptest::collection::vec(step(), 1..120)) {
		ExtBuilder.build_and_execute(|| {
			let mut owed = BTreeMap::<_, u64>::new();
			for step in steps {
				events();
				take(step);
				for event in events() {
					match event {
						Event::LineDrawn { subject, bank, asset, amount, drawn } => {
							let owed = owed.entry((subject, bank, asset)).or_default();
							*owed += amount;
							assert_eq!(*owed, drawn);
						},
						Event::LineRepaid { subject, bank, asset, amount, drawn } => {
							let owed = owed.entry((subject, bank, asset)).or_default();
							*owed -= amount;
							assert_eq!(*owed, drawn);
						},
						Event::LineClosed { subject, bank, asset, drawn, .. }
						| Event::LineSet { subject, bank, asset, drawn, .. } => {
							let owed = owed.get(&(subject, bank, asset)).copied().unwrap_or(0);
							assert_eq!(owed, drawn);
						},
						_ => (),
					}
				}
				owed.retain(|_, amount| *amount > 0);
				let stored = all_lines()
					.into_iter()
					.map(|(key, line)| (key, line.drawn))
					.filter(|(_, drawn)| *drawn > 0)
					.collect::<BTreeMap<_, _>>();
				assert_eq!(stored, owed);
			}
		});
	}

	/// A draw is taken if, and only if, everything that the enterprise is told allows it.
	#[test]
	fn what_is_told_to_be_available_can_be_drawn_and_nothing_else(
		steps in proptest::collection::vec(step(), 1..120),
	) {
		ExtBuilder.build_and_execute(|| {
			for step in steps {
				let Step::Draw(key, amount) = step else {
					take(step);
					continue;
				};
				let LineKey { subject, bank, asset } = key;
				let report = CreditLines::line(bank, subject, asset);
				let available = report.as_ref().map_or(0, |report| report.available);
				assert_eq!(available, CreditLines::available(bank, subject, asset));
				let newest = Scores::newest_of(&subject);
				let done = draw_on(key, amount);
				assert_eq!(done.is_ok(), (1..=available).contains(&amount), "{done:?}");
				if done.is_ok() {
					let LineReport { terms, state, drawn, .. } = report.unwrap();
					assert_eq!(state, OPEN);
					assert!(drawn + amount <= terms.limit);
					assert!(CurrentTime::get() < terms.until);
					assert_eq!(terms.breach(newest.as_ref()), None);
					assert!(Members::has_role(&bank, Role::Bank));
					assert!(Network::is_registered(&subject));
				}
			}
		});
	}

	/// Only a bank opens what is shut, and only its own.
	#[test]
	fn nothing_opens_by_itself(steps in proptest::collection::vec(step(), 1..120)) {
		ExtBuilder.build_and_execute(|| {
			for step in steps {
				let before = all_lines();
				let opener = match &step {
					Step::Set(key, _) | Step::Resume(key) => {
						Some((key.subject, key.bank, key.asset))
					},
					_ => None,
				};
				take(step);
				for (key, line) in all_lines() {
					let was_open = before.get(&key).is_some_and(|line| line.state == OPEN);
					if line.state == OPEN && !was_open {
						assert_eq!(Some(key), opener);
					}
				}
			}
		});
	}
}
