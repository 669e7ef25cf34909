use super::*;
use hanse_credit_model::{AmountClass, Category, Fixed, Level, Outcome, Placed, Risk, Source};
use pallet_credit_records::{Cause, Record, Refusal, Resolution};
use sp_core::H256;

const PROVIDER: Account = [100; 32];
const ALICE: Account = [1; 32];
const BERTA: Account = [2; 32];
const SUBJECT: Account = [9; 32];

/// A year.
const KEPT: Moment = 365 * DAY;

/// When the tests begin.
const TODAY: Moment = 20_000 * DAY;

/// An engine after the import, with two sources of a provider that has had its bonds for long.
fn engine() -> Engine {
	let parameters = Parameters::default();
	let standing = Source::new(&parameters);
	let source = |account| (account, RegisteredSource { provider: PROVIDER, standing });
	let bond = |category: Category| ((PROVIDER, category as u8), 5);
	let mut engine = Engine::new(Start {
		time: TODAY,
		parameters,
		retention: Indicator::ALL.into_iter().map(|indicator| (indicator, KEPT)).collect(),
		bonds: Category::ALL.into_iter().map(bond).collect(),
		sources: [ALICE, BERTA].into_iter().map(source).collect(),
		..Start::default()
	});
	engine.take_touched();
	engine
}

fn rating(source: Account, points: u16) -> Record<Account> {
	Record {
		source,
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

/// What an engine that does the same makes of a submission: the event that the chain would have.
fn event(
	engine: &Engine,
	first: u64,
	calls: Vec<Vec<Record<Account>>>,
	refused: &[Refusal],
) -> Item {
	let mut other = engine.clone();
	let item = |risks: &[Risk], root| Item::RecordsApplied {
		provider: PROVIDER,
		first,
		risks: risks.to_vec(),
		refused: refused.to_vec(),
		root,
		calls: calls.clone(),
	};
	let root = match other.take(&item(&[], H256::zero())).unwrap().first() {
		Some(Finding::Root { ours, .. }) => *ours,
		_ => H256::zero(),
	};
	// Whatever is wrong with risks is told as what ours are.
	let mut other = engine.clone();
	let wrong = vec![Risk(u16::MAX); calls[0].len()];
	let risks =
		other.take(&item(&wrong, root)).unwrap().into_iter().filter_map(|found| match found {
			Finding::Risk { ours, .. } => Some(ours),
			_ => None,
		});
	item(&risks.collect::<Vec<_>>(), root)
}

/// Submits records, all of which count.
fn submit(engine: &mut Engine, first: u64, records: &[Record<Account>]) {
	let event = event(engine, first, vec![records.to_vec()], &[]);
	assert_eq!(engine.take(&event), Ok(Vec::new()));
}

fn credibility(engine: &Engine, source: &Account) -> Fixed {
	engine.sources[source].standing.credibility()
}

#[test]
fn a_record_counts_as_the_model_says() {
	let mut engine = engine();
	submit(&mut engine, 0, &[rating(ALICE, 2_500)]);
	let parameters = Parameters::default();
	let weighed = Source::new(&parameters).weigh(Level::Counterparty, AmountClass(10), &parameters);
	let applied = engine.record(&PROVIDER, 0).unwrap();
	assert_eq!((applied.weight, applied.mass), (weighed.weight, weighed.mass));
	assert_eq!((applied.expires, applied.imported), (TODAY + KEPT, false));
	let mut subject = Subject::default();
	let tag = tag_of(applied);
	assert!(subject.tell(tag));
	let (voice, mark) = voice(&ALICE);
	let seen = subject.observe(applied.observation(), voice, mark, TODAY, &parameters);
	assert_eq!(applied.placed, seen.placed);
	assert_eq!(engine.encoded(&Key::Subject(SUBJECT)), Some(subject.encode()));
	assert_eq!(engine.report(&SUBJECT), Some(subject.report(TODAY, &parameters)));
	assert_eq!(engine.take_touched(), BTreeSet::from([Key::Subject(SUBJECT)]));
	assert_eq!(engine.records(), 1);
}

#[test]
fn what_the_chain_says_otherwise_is_found() {
	let before = engine();
	let records = vec![rating(ALICE, 2_500), rating(BERTA, 7_500)];
	let good = event(&before, 0, vec![records], &[]);
	let found = |change: fn(&mut Item)| {
		let mut item = good.clone();
		change(&mut item);
		before.clone().take(&item).unwrap()
	};
	assert_eq!(found(|_| {}), []);
	let another = |item: &mut Item| {
		let Item::RecordsApplied { calls, .. } = item else { panic!() };
		calls[0][1].amount = AmountClass(11);
	};
	assert!(matches!(found(another)[..], [Finding::Root { first: 0, .. }]));
	let risk = |item: &mut Item| {
		let Item::RecordsApplied { risks, .. } = item else { panic!() };
		risks[1] = Risk(1);
	};
	assert!(matches!(found(risk)[..], [Finding::Risk { sequence: 1, theirs: Risk(1), .. }]));
	let told = |item: &mut Item| {
		let Item::RecordsApplied { refused, .. } = item else { panic!() };
		refused.push(Refusal { index: 1, cause: Cause::ToldBefore });
	};
	assert!(matches!(found(told)[..], [Finding::Told { sequence: 1, told: false, .. }]));
	let refused = |item: &mut Item| {
		let Item::RecordsApplied { refused, .. } = item else { panic!() };
		refused.push(Refusal { index: 1, cause: Cause::UnknownSource });
	};
	assert!(matches!(found(refused)[..], [Finding::Root { .. }]));
}

#[test]
fn of_several_calls_it_was_the_one_with_the_root() {
	let mut engine = engine();
	let calls = vec![vec![rating(ALICE, 1)], vec![rating(ALICE, 2)], vec![rating(ALICE, 3)]];
	let Item::RecordsApplied { provider, first, risks, refused, root, .. } =
		event(&engine, 0, vec![calls[1].clone()], &[])
	else {
		panic!()
	};
	let item = Item::RecordsApplied { provider, first, risks, refused, root, calls };
	assert_eq!(engine.take(&item), Ok(Vec::new()));
	assert_eq!(engine.record(&PROVIDER, 0).unwrap().record.outcome.points(), 2);
}

#[test]
fn what_was_told_before_is_refused_as_the_chain_says() {
	let mut engine = engine();
	let about = |points| Record { reference: Reference([1; 16]), ..rating(ALICE, points) };
	let refused = [Refusal { index: 1, cause: Cause::ToldBefore }];
	let event = event(&engine, 0, vec![vec![about(1), about(2)]], &refused);
	assert_eq!(engine.take(&event), Ok(Vec::new()));
	assert_eq!((engine.records(), engine.pending.len()), (1, 1));
	// Until the right one may be told in its place.
	let id = (PROVIDER, 0);
	let withdrawn = Item::RecordWithdrawn { provider: id.0, sequence: id.1 };
	assert_eq!(engine.take(&withdrawn), Ok(Vec::new()));
	submit(&mut engine, 2, &[about(3)]);
	assert_eq!(engine.records(), 2);
}

#[test]
fn before_the_bond_a_record_counts_as_a_declaration() {
	let mut engine = engine();
	let posted = Item::BondPosted { provider: PROVIDER, category: Category::Behaviour };
	engine.take(&posted).unwrap();
	submit(&mut engine, 0, &[Record { at: 7, ..rating(ALICE, 0) }]);
	assert!(!engine.record(&PROVIDER, 0).unwrap().imported);
	// A new bond has a new beginning.
	let withdrawn = Item::BondWithdrawn { provider: PROVIDER, category: Category::Behaviour };
	engine.take(&withdrawn).unwrap();
	engine.take(&posted).unwrap();
	submit(&mut engine, 1, &[Record { at: TODAY - 1, ..rating(ALICE, 0) }, rating(ALICE, 0)]);
	let imported = |sequence| {
		let applied = engine.record(&PROVIDER, sequence).unwrap();
		(applied.imported, applied.record.level)
	};
	assert_eq!(imported(1), (true, Level::SelfDeclared));
	assert_eq!(imported(2), (false, Level::Counterparty));
}

#[test]
fn during_an_import_the_clock_follows_the_events() {
	let mut engine = engine();
	engine.import = Some(100 * DAY);
	let at = |days| Record { at: days * DAY, ..rating(ALICE, 5_000) };
	submit(&mut engine, 0, &[at(120), at(110)]);
	assert_eq!(engine.now(), 120 * DAY);
	let placed = |engine: &Engine, sequence| {
		let Placed { counted_at, .. } = engine.record(&PROVIDER, sequence).unwrap().placed;
		counted_at / DAY
	};
	assert_eq!((placed(&engine, 0), placed(&engine, 1)), (120, 120));
	// Who found no room has moved the clock all the same, and nobody else who was refused.
	let refused = [(0, Cause::QueueFull), (1, Cause::UnknownSource)];
	let refused = refused.map(|(index, cause)| Refusal { index, cause });
	let event = event(&engine, 2, vec![vec![at(130), at(140)]], &refused);
	assert_eq!(engine.take(&event), Ok(Vec::new()));
	assert_eq!((engine.now(), engine.records()), (130 * DAY, 2));
	engine.take(&Item::ImportEnded).unwrap();
	assert_eq!(engine.now(), TODAY);
}

#[test]
fn sources_are_judged_in_the_order_in_which_records_are_due() {
	assert_ne!(voice(&ALICE).0, voice(&BERTA).0, "take other sources for this test");
	let mut engine = engine();
	submit(&mut engine, 0, &[rating(ALICE, 0), rating(BERTA, 10_000)]);
	let newcomer = Source::new(&Parameters::default()).credibility();
	engine.take(&Item::Time(TODAY + 91 * DAY)).unwrap();
	assert_eq!(engine.take(&Item::RecordsSettled { settled: 1 }), Ok(Vec::new()));
	assert!(credibility(&engine, &ALICE) < newcomer);
	assert_eq!(credibility(&engine, &BERTA), newcomer);
	assert_eq!(engine.take(&Item::RecordsSettled { settled: 1 }), Ok(Vec::new()));
	assert!(credibility(&engine, &BERTA) < newcomer);
	let nothing = engine.take(&Item::RecordsSettled { settled: 1 });
	assert_eq!(nothing, Err(Stuck::NothingPending));
}

#[test]
fn a_settlement_before_its_time_is_found() {
	let mut engine = engine();
	submit(&mut engine, 0, &[rating(ALICE, 0)]);
	engine.take(&Item::Time(TODAY + 90 * DAY)).unwrap();
	let found = engine.take(&Item::RecordsSettled { settled: 1 }).unwrap();
	assert_eq!(found, [Finding::NotDue { account: ALICE, due: 20_091, today: 20_090 }]);
}

/// Taken out and put back, nothing is left of a contest.
#[test]
fn a_contest_that_fails_leaves_no_trace() {
	let mut engine = engine();
	submit(&mut engine, 0, &[rating(ALICE, 0), rating(BERTA, 10_000)]);
	let before = engine.encoded(&Key::Subject(SUBJECT));
	let opened = Item::ObjectionOpened { provider: PROVIDER, sequence: 0 };
	engine.take(&opened).unwrap();
	assert_ne!(engine.encoded(&Key::Subject(SUBJECT)), before);
	let closed = |resolution| Item::ObjectionClosed { provider: PROVIDER, sequence: 0, resolution };
	engine.take(&closed(Resolution::Dismissed)).unwrap();
	assert_eq!(engine.encoded(&Key::Subject(SUBJECT)), before);

	// One that succeeds takes the record out, and counts against its source.
	let newcomer = credibility(&engine, &ALICE);
	engine.take(&opened).unwrap();
	engine.take(&closed(Resolution::Upheld)).unwrap();
	assert!(credibility(&engine, &ALICE) < newcomer);
	// It is gone: whatever else is said about it changes nothing.
	let gone = engine.encoded(&Key::Subject(SUBJECT));
	engine.take(&Item::RecordWithdrawn { provider: PROVIDER, sequence: 0 }).unwrap();
	assert_eq!(engine.encoded(&Key::Subject(SUBJECT)), gone);
}

#[test]
fn a_record_that_expired_in_a_contest_does_not_come_back() {
	let mut engine = engine();
	submit(&mut engine, 0, &[rating(ALICE, 10_000)]);
	engine.take(&Item::ObjectionOpened { provider: PROVIDER, sequence: 0 }).unwrap();
	let out = engine.encoded(&Key::Subject(SUBJECT));
	engine.take(&Item::Time(TODAY + KEPT)).unwrap();
	let closed = Item::ObjectionClosed {
		provider: PROVIDER,
		sequence: 0,
		resolution: Resolution::ObjectionWithdrawn,
	};
	engine.take(&closed).unwrap();
	assert_eq!(engine.encoded(&Key::Subject(SUBJECT)), out);
}

#[test]
fn a_contradiction_takes_out_what_its_contest_has_not() {
	let about = |points| Record { reference: Reference([1; 16]), ..rating(ALICE, points) };
	let mut engine = engine();
	submit(&mut engine, 0, &[about(0)]);
	// As if much else had been told in between.
	let tag = tag_of(engine.record(&PROVIDER, 0).unwrap());
	engine.subjects.get_mut(&SUBJECT).unwrap().forget(tag);
	submit(&mut engine, 1, &[about(10_000)]);
	let newcomer = credibility(&engine, &ALICE);
	engine.take(&Item::ObjectionOpened { provider: PROVIDER, sequence: 1 }).unwrap();
	let resolution = Resolution::Contradicted;
	engine.take(&Item::ObjectionClosed { provider: PROVIDER, sequence: 1, resolution }).unwrap();
	let proven =
		Item::ContradictionProven { provider: PROVIDER, first: 0, second: 1, repeated: false };
	engine.take(&proven).unwrap();
	let report = engine.report(&SUBJECT).unwrap();
	assert_eq!((report.score, report.confidence), (0, 0));
	let mut twice = Source::new(&Parameters::default());
	twice.refute();
	assert!(newcomer > twice.credibility());
	twice.refute();
	assert_eq!(credibility(&engine, &ALICE), twice.credibility());
}

#[test]
fn a_raised_record_counts_as_if_it_had_always_been_so() {
	let mut engine = engine();
	submit(&mut engine, 0, &[rating(ALICE, 10_000)]);
	let level = Level::Confirmed;
	engine.take(&Item::LevelRaised { provider: PROVIDER, sequence: 0, level }).unwrap();
	let before = engine.encoded(&Key::Subject(SUBJECT));
	engine.take(&Item::ObjectionOpened { provider: PROVIDER, sequence: 0 }).unwrap();
	let report = engine.report(&SUBJECT).unwrap();
	assert_eq!((report.score, report.confidence), (0, 0));
	let resolution = Resolution::ObjectionWithdrawn;
	engine.take(&Item::ObjectionClosed { provider: PROVIDER, sequence: 0, resolution }).unwrap();
	assert_eq!(engine.encoded(&Key::Subject(SUBJECT)), before);
}

#[test]
fn an_enterprise_is_one_subject_under_all_its_accounts() {
	let mut engine = engine();
	let (other, third) = ([10; 32], [11; 32]);
	engine.take(&Item::EnterpriseRegistered { subject: SUBJECT }).unwrap();
	engine.take(&Item::ControllerChanged { subject: SUBJECT, account: other }).unwrap();
	engine.take(&Item::EnterpriseRegistered { subject: third }).unwrap();
	submit(&mut engine, 0, &[Record { subject: other, ..rating(ALICE, 0) }]);
	assert_eq!(engine.record(&PROVIDER, 0).unwrap().record.subject, SUBJECT);
	assert_eq!(engine.report(&other), engine.report(&SUBJECT));
	assert_eq!(engine.report(&third), None);
	engine.take(&Item::EnterpriseClosed { subject: SUBJECT }).unwrap();
	assert_eq!(engine.report(&other), None);
	assert!(engine.report(&SUBJECT).is_some());
	assert_eq!(engine.accounts, BTreeMap::from([(third, third)]));
}

#[test]
fn evidence_leaves_in_the_order_in_which_it_was_noted() {
	let mut engine = engine();
	let about = |subject: u8, points| Record { subject: [subject; 32], ..rating(ALICE, points) };
	submit(&mut engine, 0, &[about(30, 0), about(20, 0), about(40, 10_000)]);
	let list = |engine: &Engine| engine.leaving.values().flatten().copied().collect::<Vec<_>>();
	assert_eq!(list(&engine), [[20; 32], [30; 32]]);
	engine.take(&Item::Time(TODAY + KEPT)).unwrap();
	engine.take_touched();
	engine.take(&Item::EvidenceLeft { subjects: 1 }).unwrap();
	assert_eq!(list(&engine), [[30; 32]]);
	assert_eq!(engine.take_touched(), BTreeSet::from([Key::Subject([20; 32])]));
	engine.take(&Item::EvidenceLeft { subjects: 1 }).unwrap();
	let nobody = engine.take(&Item::EvidenceLeft { subjects: 1 });
	assert_eq!(nobody, Err(Stuck::NobodyLeaves));
}

#[test]
fn other_parameters_come_into_force_when_the_chain_says_so() {
	let mut engine = engine();
	submit(&mut engine, 0, &[rating(ALICE, 0)]);
	engine.take_touched();
	let next = Parameters { risk_half_life: 30 * DAY, ..Parameters::default() };
	let scheduled = Item::ParametersScheduled(Box::new(next.clone()));
	engine.take(&scheduled).unwrap();
	engine.take(&Item::ParametersCancelled).unwrap();
	let changed = Item::ParametersChanged { version: 1, at: TODAY };
	assert_eq!(engine.clone().take(&changed), Err(Stuck::NothingScheduled));
	engine.take(&scheduled).unwrap();
	assert_eq!(engine.parameters(), &Parameters::default());
	engine.take(&changed).unwrap();
	assert_eq!(engine.parameters(), &Parameters::default().succeed(1, TODAY, next));
	// With another pace, everybody is brought over to it.
	let touched = BTreeSet::from([Key::Parameters, Key::Subject(SUBJECT)]);
	assert_eq!(engine.take_touched(), touched);
	assert!(!engine.subjects[&SUBJECT].is_behind(engine.parameters()));
}

#[test]
fn what_cannot_have_happened_is_told() {
	let mut engine = engine();
	let stranger = [7; 32];
	let none = Item::SourcesRegistered { provider: PROVIDER, sources: None };
	assert_eq!(engine.take(&none), Err(Stuck::NoSources { provider: PROVIDER }));
	let applied = |calls| Item::RecordsApplied {
		provider: PROVIDER,
		first: 4,
		risks: vec![Risk(0)],
		refused: Vec::new(),
		root: H256::zero(),
		calls,
	};
	let nowhere = Err(Stuck::NoRecords { provider: PROVIDER, first: 4 });
	assert_eq!(engine.take(&applied(Vec::new())), nowhere);
	let unknown = engine.take(&applied(vec![vec![rating(stranger, 0)]]));
	assert_eq!(unknown, Err(Stuck::UnknownSource { account: stranger }));
	let opened = engine.take(&Item::ObjectionOpened { provider: PROVIDER, sequence: 4 });
	assert_eq!(opened, Err(Stuck::UnknownRecord { provider: PROVIDER, sequence: 4 }));
}

/// Records that counted before the engine began to look are known once somebody proves them.
#[test]
fn what_is_shown_is_known_from_then_on() {
	let mut first = engine();
	submit(&mut first, 0, &[rating(ALICE, 0), rating(BERTA, 10_000)]);
	let mut later = Engine { told: BTreeMap::new(), ..first.clone() };
	let shown = |applied: &AppliedRecord<Account>| Item::Shown(Box::new(applied.clone()));
	let applied = first.record(&PROVIDER, 0).unwrap().clone();
	let opened = Item::ObjectionOpened { provider: PROVIDER, sequence: 0 };
	for engine in [&mut first, &mut later] {
		assert_eq!(engine.take(&shown(&applied)), Ok(Vec::new()));
		engine.take(&opened).unwrap();
	}
	let key = Key::Subject(SUBJECT);
	assert_eq!(first.encoded(&key), later.encoded(&key));
	// What is known already must be what is shown.
	let other = AppliedRecord { weight: Fixed::ONE, ..applied };
	let leaf = Finding::Leaf { provider: PROVIDER, sequence: 0 };
	assert_eq!(first.take(&shown(&other)), Ok(vec![leaf]));
}

#[test]
fn an_engine_survives_its_encoding() {
	let mut engine = engine();
	submit(&mut engine, 0, &[rating(ALICE, 0), rating(BERTA, 10_000)]);
	engine.take(&Item::ObjectionOpened { provider: PROVIDER, sequence: 0 }).unwrap();
	engine.take_touched();
	assert_eq!(Engine::decode(&mut &engine.encode()[..]).unwrap(), engine);
}
