use crate::{mock::*, queue::day, *};
use frame::{
	deps::frame_support::{storage::with_storage_layer, weights::WeightMeter},
	testing_prelude::*,
};
use hanse_credit_model::{AmountClass, DAY, Fixed, Level, Outcome};
use hanse_types::{Reference, Role};

mod batches;
mod bonds;
mod confirm_record;
mod contradictions;
mod extension;
mod import;
mod invariants;
mod migration;
mod objections;
mod origins;
mod quota;
mod register_sources;
mod rules;
mod settlement;
mod subjects;
mod submission;
mod submit_confirmed;

const ALICE: AccountId = 1;
const BERTA: AccountId = 2;
const CAROL: AccountId = 3;
const SUBJECT: AccountId = 9;

/// What Alice says about the subject's conduct, today.
fn rating(points: u16) -> Record<AccountId> {
	Record {
		source: ALICE,
		subject: SUBJECT,
		indicator: Indicator::Rating,
		outcome: Outcome::new(points).unwrap(),
		level: Level::Counterparty,
		amount: AmountClass::NEUTRAL,
		at: TODAY,
		reference: Reference::NONE,
		commitment: [0; 32],
	}
}

fn by(source: AccountId, points: u16) -> Record<AccountId> {
	Record { source, ..rating(points) }
}

fn batch(
	records: impl IntoIterator<Item = Record<AccountId>>,
) -> BoundedVec<Record<AccountId>, MaxBatch> {
	records.into_iter().collect::<Vec<_>>().try_into().unwrap()
}

fn register(provider: AccountId, sources: &[AccountId]) {
	let sources = sources.to_vec().try_into().unwrap();
	assert_ok!(CreditRecords::register_sources(RuntimeOrigin::signed(provider), sources));
}

/// Submits records as a transaction does: what fails leaves no trace.
fn submit_at(
	provider: AccountId,
	first: u64,
	mode: Mode,
	records: impl IntoIterator<Item = Record<AccountId>>,
) -> DispatchResultWithPostInfo {
	let records = batch(records);
	with_storage_layer(|| {
		CreditRecords::submit_batch(RuntimeOrigin::signed(provider), first, mode, records)
	})
}

/// Submits a record alone.
fn submit_one(
	provider: AccountId,
	sequence: u64,
	record: Record<AccountId>,
) -> DispatchResultWithPostInfo {
	with_storage_layer(|| {
		CreditRecords::submit_record(RuntimeOrigin::signed(provider), sequence, record)
	})
}

/// Submits what comes next of a provider.
fn submit_as(
	provider: AccountId,
	mode: Mode,
	records: impl IntoIterator<Item = Record<AccountId>>,
) -> DispatchResultWithPostInfo {
	submit_at(provider, CreditRecords::next_sequence(provider), mode, records)
}

/// Submits what comes next of the platform, all of which must count.
fn submit(records: impl IntoIterator<Item = Record<AccountId>>) {
	assert_ok!(submit_as(PLATFORM, Mode::AllOrNothing, records));
}

/// Why a record is refused that comes second, after a good one.
fn refusal(record: Record<AccountId>) -> Cause {
	let before = CreditRecords::stream(PLATFORM);
	let error = submit_as(PLATFORM, Mode::AllOrNothing, [rating(5_000), record]).unwrap_err().error;
	let Error::<Test>::RecordRefused { index: 1, cause } = decoded(error) else {
		panic!("another error: {error:?}")
	};
	// The good record before it is not taken either.
	assert_eq!(CreditRecords::stream(PLATFORM), before);
	cause
}

/// The pallet's error behind a dispatch error.
fn decoded(error: DispatchError) -> Error<Test> {
	let DispatchError::Module(module) = error else { panic!("not of a module: {error:?}") };
	Error::<Test>::decode(&mut &module.error[..]).unwrap()
}

/// What it weighs, beside the records, to look at the subject as it is known now and at so many sources.
fn looked_at(sources: u32) -> Weight {
	type Weights = ();
	let subject = <Weights as WeightInfo>::count_subjects(1, Score::subject(SUBJECT).extent());
	subject.saturating_add(<Weights as WeightInfo>::count_sources(sources - 1))
}

fn credibility(source: AccountId) -> Fixed {
	Sources::<Test>::get(source).unwrap().standing.credibility()
}

fn newcomer() -> Fixed {
	Source::new(&Parameters::default()).credibility()
}

fn poll() -> Weight {
	let mut meter = WeightMeter::new();
	CreditRecords::on_poll(System::block_number(), &mut meter);
	meter.consumed()
}

/// Moves the clock of the block, and lets the hook do what is due.
fn pass(days: u64) {
	BlockTime::mutate(|now| *now += days * DAY);
	poll();
}

/// The pallet's events since they were last asked for.
fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

/// Long enough for any record to be settled.
const MATURITY_DAYS: u64 = 92;

/// Sources with one voice do not hear each other; these must.
#[test]
fn the_sources_of_these_tests_have_voices_of_their_own() {
	let voice = |account: AccountId| account.using_encoded(twox_64)[7] >> 4;
	let voices = [ALICE, BERTA, CAROL].map(voice);
	assert!(voices[0] != voices[1] && voices[1] != voices[2] && voices[0] != voices[2]);
}

/// As a runtime does when it is built.
#[test]
fn the_configuration_is_sound() {
	SettlementWeight::set(Weight::MAX);
	AgendaWeight::set(Weight::MAX);
	CreditRecords::check_configuration();
}
