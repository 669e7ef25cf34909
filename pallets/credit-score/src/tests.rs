//! A file per group of calls and per theme. Unless a test says otherwise it is block 1 of a chain that
//! nobody has told anything, and the parameters are those of the code.

use crate::{mock::*, *};
use frame::testing_prelude::*;
use hanse_credit_model::{
	DAY, Dimension, Fixed, Grade, Indicator, Level, NetworkSignals, Observation, Outcome, Placed,
	Risk, WarningLevel, WarningReason,
};
use hanse_traits::{Looked, Recorded, Report};

mod announcements;
mod contests;
mod edges;
mod eras;
mod evidence;
mod explanations;
mod genesis;
mod history;
mod invariants;
mod leaving;
mod migration;
mod network;
mod origins;
mod parameters;
mod profiles;
mod refresh;
mod rounds;
mod scores;
mod try_state;
mod warnings;

const SUBJECT: AccountId = 1;
const SOURCE: AccountId = 2;
/// Who submits what sources say.
const PROVIDER: AccountId = 50;

/// How long adverse evidence counts.
const RETENTION: Moment = 5 * 365 * DAY;

parameter_types! {
	static LastSequence: u64 = 0;
}

/// Nothing is told twice unless a test says so.
fn next_sequence() -> u64 {
	LastSequence::mutate(|last| {
		*last += 1;
		*last
	})
}

fn id(sequence: u64) -> RecordId<AccountId> {
	RecordId { provider: PROVIDER, sequence }
}

fn observation(indicator: Indicator, points: u16, weight: u32) -> Observation {
	Observation {
		indicator,
		outcome: Outcome::new(points).unwrap(),
		level: Level::Confirmed,
		weight: Fixed::from_int(weight),
		mass: Fixed::from_int(weight),
		at: Now::get(),
		expires: Now::get().saturating_add(RETENTION),
	}
}

fn report(observation: Observation) -> Report<AccountId> {
	let sequence = next_sequence();
	Report { id: id(sequence), source: SOURCE, observation, tag: sequence, now: Now::get() }
}

/// Lets a record about somebody count, and returns it as it was put in.
fn record_about(subject: AccountId, observation: Observation) -> Recorded<AccountId> {
	let report = report(observation);
	let counted =
		CreditScore::observe(&subject, core::slice::from_ref(&report)).counted[0].unwrap();
	let Report { id, source, observation, .. } = report;
	Recorded { id, source, observation, placed: counted.placed }
}

fn record(indicator: Indicator, points: u16, weight: u32) -> Recorded<AccountId> {
	record_about(SUBJECT, observation(indicator, points, weight))
}

/// The subject is as good as can be.
fn praise() {
	for indicator in Indicator::ALL {
		record(indicator, 10_000, 100);
	}
}

/// It does not pay.
fn blame() -> Recorded<AccountId> {
	record(Indicator::NoDefault, 0, 1_000)
}

fn known(subject: AccountId) -> KnownOf<Test> {
	Subjects::<Test>::get(subject).unwrap()
}

fn score(subject: AccountId) -> Option<ScoreReport> {
	CreditScore::score(subject)
}

fn points() -> u16 {
	score(SUBJECT).unwrap().score
}

fn signed(account: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}

fn poll() -> Weight {
	let mut meter = WeightMeter::new();
	CreditScore::on_poll(System::block_number(), &mut meter);
	meter.consumed()
}

/// What so many steps about subjects of this extent weigh in a hook that weighs so much for itself. One of
/// them has to fit whomever it is about.
fn weight_of(nothing: Weight, step: fn(Burden) -> Weight, extent: Extent, steps: u64) -> Weight {
	let one = step(Burden { extent, is_behind: false });
	nothing.saturating_add(step(Burden::MOST)).saturating_add(one.saturating_mul(steps - 1))
}

/// The next block begins.
fn next_block() {
	let block = System::block_number() + 1;
	System::set_block_number(block);
	CreditScore::on_initialize(block);
	poll();
}

/// Blocks pass up to and including this one.
fn run_to(block: u64) {
	while System::block_number() < block {
		next_block();
	}
}

/// Time passes, and a block after it.
fn pass(time: Moment) {
	Now::mutate(|now| *now = now.saturating_add(time));
	next_block();
}

/// The pallet's events since they were last asked for.
fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

/// What was announced since events were last asked for: who, where it had stood, where it stands, why.
fn announced() -> Vec<(AccountId, Standing, Standing, Cause<AccountId>)> {
	events()
		.into_iter()
		.filter_map(|event| match event {
			Event::ScoreChanged { subject, old, new, cause } => Some((subject, old, new, cause)),
			_ => None,
		})
		.collect()
}

/// The reasons of a warning that are above none.
fn reasons(standing: Standing) -> Vec<(WarningReason, WarningLevel)> {
	standing.warning.reasons.iter().collect()
}

/// Other parameters, as they may be voted for.
fn changed(change: impl FnOnce(&mut Parameters)) -> Parameters {
	let mut parameters = Parameters::default();
	change(&mut parameters);
	parameters
}

/// Payment is everything.
fn strict() -> Parameters {
	changed(|parameters| {
		let weights = [0, 10_000, 0, 0, 0];
		for (dimension, weight) in parameters.dimensions.iter_mut().zip(weights) {
			dimension.weight = weight;
		}
	})
}

/// Everything fades three times as fast.
fn hasty() -> Parameters {
	changed(|parameters| {
		for indicator in &mut parameters.indicators {
			indicator.half_life /= 3;
		}
		parameters.risk_half_life /= 3;
	})
}

fn schedule(parameters: Parameters, effective: u64) -> DispatchResult {
	CreditScore::schedule_parameters(RuntimeOrigin::root(), Box::new(parameters), effective)
}

/// Parameters come into force as soon as they can.
fn bring_into_force(parameters: Parameters) {
	let effective = System::block_number() + NOTICE;
	assert_ok!(schedule(parameters, effective));
	run_to(effective);
}
