//! What holds whatever happens, in whatever order.

use super::*;
use frame::deps::frame_support::storage::with_storage_layer;
use proptest::{
	prelude::*,
	strategy::ValueTree,
	test_runner::{Config as TestConfig, TestRunner},
};
use std::collections::BTreeMap;

/// Something that happens. Numbers are taken as far as there are such things.
#[derive(Clone, Debug)]
enum Step {
	Records { subject: AccountId, records: Vec<(usize, u16, u32)> },
	Contest { record: usize },
	Settle { record: usize },
	Raise { record: usize },
	Schedule { parameters: usize, blocks: u64 },
	Cancel,
	Refresh { subject: AccountId },
	Say { subject: AccountId, concentration: u16, closed_ring: bool },
	SetProfile { purpose: usize },
	RemoveProfile { purpose: usize },
	Pass { days: u64 },
	Block,
}

fn subject() -> impl Strategy<Value = AccountId> {
	1..=4u64
}

fn step() -> impl Strategy<Value = Step> {
	let record = (0..Indicator::COUNT, 0u16..=10_000, 1u32..60);
	prop_oneof![
		6 => (subject(), proptest::collection::vec(record, 1..14))
			.prop_map(|(subject, records)| Step::Records { subject, records }),
		2 => (0usize..50).prop_map(|record| Step::Contest { record }),
		2 => (0usize..50).prop_map(|record| Step::Settle { record }),
		1 => (0usize..50).prop_map(|record| Step::Raise { record }),
		2 => (0usize..5, 0u64..4)
			.prop_map(|(parameters, blocks)| Step::Schedule { parameters, blocks }),
		1 => Just(Step::Cancel),
		2 => subject().prop_map(|subject| Step::Refresh { subject }),
		2 => (subject(), 0u16..=10_000, any::<bool>()).prop_map(
			|(subject, concentration, closed_ring)| Step::Say { subject, concentration, closed_ring },
		),
		1 => (0usize..3).prop_map(|purpose| Step::SetProfile { purpose }),
		1 => (0usize..3).prop_map(|purpose| Step::RemoveProfile { purpose }),
		2 => (1u64..200).prop_map(|days| Step::Pass { days }),
		4 => Just(Step::Block),
	]
}

/// The parameters that are voted for.
fn parameters(number: usize) -> Parameters {
	match number {
		0 => Parameters::default(),
		1 => strict(),
		2 => hasty(),
		3 => changed(|parameters| parameters.announced_change = 1),
		_ => changed(|parameters| parameters.risk_half_life = 10 * DAY),
	}
}

/// Records that count or are contested.
#[derive(Default)]
struct Book {
	counting: Vec<(AccountId, Recorded<AccountId>)>,
	contested: Vec<(AccountId, Recorded<AccountId>)>,
}

impl Book {
	/// Does it, and tells the name of the call if one was taken.
	fn take(&mut self, step: Step) -> Option<&'static str> {
		match step {
			Step::Records { subject, records } => {
				let reports = records
					.into_iter()
					.map(|(indicator, points, weight)| {
						report(observation(Indicator::ALL[indicator], points, weight))
					})
					.collect::<Vec<_>>();
				let counted = CreditScore::observe(&subject, &reports).counted;
				for (report, counted) in reports.into_iter().zip(counted) {
					let Report { id, source, observation, .. } = report;
					let placed = counted.unwrap().placed;
					self.counting.push((subject, Recorded { id, source, observation, placed }));
				}
				None
			},
			Step::Contest { record } => {
				let (subject, record) = pick(&mut self.counting, record)?;
				CreditScore::retract(&subject, &record);
				self.contested.push((subject, record));
				None
			},
			Step::Settle { record } => {
				let (subject, record) = pick(&mut self.contested, record)?;
				// As the pallet that brings evidence does.
				if record.observation.expires > Now::get() {
					CreditScore::restore(&subject, &record);
					self.counting.push((subject, record));
				}
				None
			},
			Step::Raise { record } => {
				let (subject, record) = pick(&mut self.counting, record)?;
				let by = Observation {
					weight: record.observation.weight.plus(Fixed::HALF),
					..record.observation
				};
				CreditScore::replace(&subject, &record, &by);
				self.counting.push((subject, Recorded { observation: by, ..record }));
				None
			},
			Step::Schedule { parameters: number, blocks } => {
				let effective = System::block_number() + NOTICE + blocks;
				let done = with_storage_layer(|| schedule(parameters(number), effective));
				done.is_ok().then_some("schedule_parameters")
			},
			Step::Cancel => {
				with_storage_layer(|| CreditScore::cancel_parameters(RuntimeOrigin::root()))
					.is_ok()
					.then_some("cancel_parameters")
			},
			Step::Refresh { subject } => {
				CreditScore::refresh(signed(STRANGER), subject).is_ok().then_some("refresh")
			},
			Step::Say { subject, concentration, closed_ring } => {
				Network::say(subject, NetworkSignals { concentration, orders: 99, closed_ring });
				None
			},
			Step::SetProfile { purpose } => {
				let purpose = Purpose::ALL[purpose];
				let member = [BANK, CUSTOMS, PLATFORM][purpose as usize];
				let profile = hanse_credit_model::Profile::of(&strict());
				assert_ok!(CreditScore::set_profile(signed(member), purpose, profile));
				Some("set_profile")
			},
			Step::RemoveProfile { purpose } => {
				let purpose = Purpose::ALL[purpose];
				let member = [BANK, CUSTOMS, PLATFORM][purpose as usize];
				CreditScore::remove_profile(signed(member), purpose)
					.is_ok()
					.then_some("remove_profile")
			},
			Step::Pass { days } => {
				pass(days * DAY);
				None
			},
			Step::Block => {
				next_block();
				None
			},
		}
	}
}

fn pick<T>(list: &mut Vec<T>, number: usize) -> Option<T> {
	let number = number.checked_rem(list.len())?;
	Some(list.swap_remove(number))
}

#[test]
fn the_steps_reach_every_call() {
	use frame::traits::GetCallName;
	let mut runner = TestRunner::deterministic();
	let mut taken = BTreeMap::<&str, u32>::new();
	for _ in 0..20 {
		let steps = proptest::collection::vec(step(), 60..61);
		let steps = steps.new_tree(&mut runner).unwrap().current();
		ExtBuilder::default().build_and_execute(|| {
			let mut book = Book::default();
			for name in steps.into_iter().filter_map(|step| book.take(step)) {
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
	#![proptest_config(TestConfig { cases: 60, ..Default::default() })]

	#[test]
	fn hold_after_every_step(
		telling in 1u64..4,
		sweeping in 1u64..4,
		steps in proptest::collection::vec(step(), 1..60),
	) {
		ExtBuilder::default().build_and_execute(|| {
			let (tell, sweep) =
				(<() as WeightInfo>::tell_nothing(), <() as WeightInfo>::sweep_nothing());
			MaxTellingWeight::set(weight_of(tell, CreditScore::telling_step, 30, telling));
			MaxSweepWeight::set(weight_of(sweep, CreditScore::sweep_step, 30, sweeping));
			let mut book = Book::default();
			for step in steps {
				book.take(step);
				CreditScore::do_try_state().unwrap();
			}
		});
	}

	/// Whoever only listens knows where everybody stands: each announcement begins where the last one
	/// ended, and ends where the chain says that the subject stands.
	#[test]
	fn announcements_tell_all(steps in proptest::collection::vec(step(), 1..60)) {
		ExtBuilder::default().build_and_execute(|| {
			let mut book = Book::default();
			let mut heard = BTreeMap::<AccountId, Standing>::new();
			let mut acted = BTreeMap::<AccountId, Standing>::new();
			for step in steps {
				events();
				book.take(step);
				for (subject, old, new, _) in announced() {
					let before = heard.insert(subject, new).unwrap_or_default();
					assert_eq!(before, old);
					assert_ne!(old, new);
				}
				acted.extend(told());
				for (subject, known) in Subjects::<Test>::iter() {
					let heard = heard.get(&subject).copied().unwrap_or_default();
					assert_eq!(known.announced, heard);
					let acted = acted.get(&subject).copied().unwrap_or_default();
					assert_eq!(known.told(), acted);
				}
			}
		});
	}

	/// However often somebody looks at a subject, its sums stay as they are.
	#[test]
	fn looking_moves_nothing(steps in proptest::collection::vec(step(), 1..40), days in 1u64..900) {
		ExtBuilder::default().build_and_execute(|| {
			let mut book = Book::default();
			steps.into_iter().for_each(|step| { book.take(step); });
			let parameters = CreditScore::parameters();
			let states = || {
				let caught_up = |mut state: Subject| {
					state.catch_up(&parameters);
					state
				};
				Subjects::<Test>::iter()
					.map(|(subject, known)| (subject, caught_up(known.state)))
					.collect::<Vec<_>>()
			};
			let before = states();
			let later = CreditScore::score_at(SUBJECT, Now::get() + days * DAY);
			for _ in 0..3 {
				Now::mutate(|now| *now += days * DAY / 3);
				let _ = CreditScore::refresh(signed(STRANGER), SUBJECT);
				CreditScore::sweep(System::block_number(), &mut WeightMeter::new());
				CreditScore::tell_waiting(&mut WeightMeter::new());
			}
			assert_eq!(states(), before);
			assert_eq!(score(SUBJECT), later);
		});
	}
}
