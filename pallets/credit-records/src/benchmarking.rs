//! What calls and settlements cost, at their worst: subjects have all the evidence that can be kept of
//! them, schemas were set by vote, and signatures are those of browser wallets, which are looked at
//! twice.
//!
//! A submission is charged by its records, and by the subjects and sources among them that are
//! different: `submit_batch` measures records of one source about one subject with something on every
//! pile, `count_subjects` what subjects cost by what is known of them, and `count_sources` what other
//! sources cost. In the same way `settle_chunk`, `settle_subjects` and `settle_sources` share the costs of
//! settlement.

mod objections;

use super::*;
use crate::queue::{Queue, Standings};
use alloc::vec;
use frame::benchmarking::prelude::*;
use hanse_credit_model::{
	AmountClass, DAY, Fixed, Level, Observation, Opinion, Outcome, Placed, Subject, Voice,
};
use hanse_signatures::{genesis_hash, wrapped};
use hanse_traits::{RecordId, Report};
use hanse_types::{Reference, Role};

/// The extent of a subject with one voice on every pile.
const THIN: u32 =
	Subject::MAX_EXTENT - (Voice::COUNT - 1) * (Indicator::COUNT as u32 + Subject::ADVERSE_PILES);

/// What most adverse evidence is about.
const WORST_INDICATOR: Indicator = Indicator::Certificate;

/// A provider of everything, with bonds, whose categories have schemas that were set.
fn provider<T: Config>() -> T::AccountId {
	let provider = account("provider", 0, 0);
	T::Members::set_member(
		&provider,
		&[
			Role::BehaviourProvider,
			Role::TransactionProvider,
			Role::PaymentProvider,
			Role::ShippingProvider,
			Role::VerificationProvider,
			Role::Registrar,
		],
	);
	let amount = Rules::<T>::get().minimum_bond;
	for category in Category::ALL {
		let bond = Bond { amount, since: 0, release: None, claims: 0 };
		Bonds::<T>::insert(&provider, category, bond);
	}
	for indicator in Indicator::ALL {
		let Schema { terms, .. } = Pallet::<T>::schema_of(indicator);
		Schemas::<T>::insert(indicator, Schema { version: 1, terms });
	}
	provider
}

/// A source of a provider.
fn source<T: Config>(provider: &T::AccountId, number: u32) -> T::AccountId {
	let source: T::AccountId = account("source", number, 0);
	let standing = Source::new(&T::Parameters::get());
	let registered = RegisteredSource { provider: provider.clone(), standing };
	Sources::<T>::insert(&source, registered);
	SourceCount::<T>::mutate(provider, |count| *count += 1);
	source
}

/// A report that has nothing to do with others.
fn report<T: Config>(source: T::AccountId, number: u64, points: u16) -> Report<T::AccountId> {
	let indicator = Indicator::ALL[number as usize % Indicator::COUNT];
	Report {
		id: RecordId { provider: source.clone(), sequence: number },
		source,
		observation: Observation {
			indicator,
			outcome: Outcome::new(points).unwrap(),
			level: Level::Confirmed,
			weight: Fixed::ONE,
			mass: Fixed::ONE,
			at: Pallet::<T>::block_time(),
			expires: Pallet::<T>::block_time() + (1 + number % 2) * 365 * DAY,
		},
		tag: number,
		now: Pallet::<T>::block_time(),
	}
}

/// Gives a subject evidence until it has this extent: of one source on every pile, then of
/// others, until every voice has said something on each. All adverse evidence is on one indicator, which
/// is the worst for those who ask what others say. With the next record it is announced.
fn fill_up_to<T: Config>(subject: &T::AccountId, extent: u32) {
	let now = Pallet::<T>::block_time();
	let fair = Indicator::ALL.into_iter().map(|indicator| (indicator, Outcome::BEST, 1));
	let adverse = (1..=Subject::ADVERSE_PILES).map(|ends| (WORST_INDICATOR, Outcome::WORST, ends));
	let piles = fair.chain(adverse).collect::<Vec<_>>();
	let mut known = 0;
	for number in 0.. {
		let source: T::AccountId = account("voice", number, 0);
		let mut told = piles.iter().enumerate().map(|(index, (indicator, outcome, ends))| {
			let mut told = report::<T>(source.clone(), 0, 0);
			told.tag = u64::from(number) << 32 | index as u64;
			told.observation.indicator = *indicator;
			told.observation.outcome = *outcome;
			told.observation.expires = now + u64::from(*ends) * Subject::HALF_YEAR;
			told
		});
		// All at once where that cannot be too much.
		if extent.saturating_sub(known) >= THIN {
			known = T::Score::observe(subject, &told.collect::<Vec<_>>()).extent;
		} else {
			while known < extent
				&& let Some(told) = told.next()
			{
				known = T::Score::observe(subject, &[told]).extent;
			}
		}
		if known >= extent {
			T::Score::expect_announcement(subject);
			return;
		}
	}
}

/// So many subjects, of this extent in all.
fn subjects<T: Config>(subjects: u32, extent: u32) -> Vec<T::AccountId> {
	(0..subjects)
		.map(|number| {
			let subject = account("subject", number, 0);
			let rest = u32::from(number < extent % subjects);
			fill_up_to::<T>(&subject, extent / subjects + rest);
			subject
		})
		.collect()
}

/// Gives a subject all the evidence that can be kept of it.
fn fill<T: Config>(subject: &T::AccountId) {
	fill_up_to::<T>(subject, Subject::MAX_EXTENT);
}

/// A subject with all the evidence that can be kept of it.
fn subject<T: Config>() -> T::AccountId {
	let subject = account("subject", 0, 0);
	fill::<T>(&subject);
	subject
}

/// A record that counts.
fn record<T: Config>(source: T::AccountId, subject: T::AccountId, number: u32) -> RecordOf<T> {
	// An audit is nothing that a trading party reports.
	let indicators = Indicator::ALL.into_iter().filter(|j| *j != Indicator::Audit);
	let indicator = indicators.cycle().nth(number as usize % (Indicator::COUNT - 1)).unwrap();
	let mut reference = [0; 16];
	if Pallet::<T>::schema_of(indicator).terms.reference != Requirement::Forbidden {
		reference[..4].copy_from_slice(&(number + 1).to_le_bytes());
	}
	Record {
		source,
		subject,
		indicator,
		outcome: Outcome::WORST,
		level: Level::Counterparty,
		amount: AmountClass::NEUTRAL,
		at: Pallet::<T>::block_time(),
		reference: Reference(reference),
		commitment: [7; 32],
	}
}

/// A record that counted as one of a full batch, and whose subject has full evidence; with its proof.
fn proven<T: Config>(
	provider: &T::AccountId,
	subject: T::AccountId,
	sequence: u64,
) -> RecordProofOf<T> {
	let record = Record {
		indicator: Indicator::Rating,
		..record::<T>(source::<T>(provider, 0), subject, sequence as u32)
	};
	let leaf = |sequence| AppliedRecord {
		provider: provider.clone(),
		sequence,
		record: record.clone(),
		weight: Fixed::HALF,
		mass: Fixed::ONE,
		expires: record.at + 1_826 * DAY,
		placed: Placed::default(),
		imported: false,
	};
	let records = u64::from(T::MaxBatch::get());
	let number = (sequence / records) as u32;
	let first = u64::from(number) * records;
	let leaves = (first..first + records).map(leaf).collect::<Vec<_>>();
	let hashes = leaves.iter().map(|leaf| BlakeTwo256::hash(&leaf.encode()));
	let batch = Batch {
		first,
		records: records as u16,
		leaves: records as u16,
		root: binary_merkle_tree::merkle_root_raw::<BlakeTwo256, _>(hashes),
		block: 0,
		due: Place::default(),
	};
	Batches::<T>::insert(provider, number, batch);
	Streams::<T>::insert(provider, Stream { next: batch.end(), batches: number + 1 });
	let proof = RecordProof::of(number, &leaves, sequence).unwrap();
	T::Score::restore(&record.subject, &Pallet::<T>::recorded(&proof.applied));
	proof
}

/// Records by one source about one subject with full evidence.
fn pending<T: Config>(records: u32) -> Vec<PendingRecord<T::AccountId>> {
	let provider = provider::<T>();
	let (source, subject) = (source::<T>(&provider, 0), subject::<T>());
	(0..records)
		.map(|_| PendingRecord {
			source: source.clone(),
			subject: subject.clone(),
			indicator: WORST_INDICATOR,
			outcome: Outcome::BEST,
		})
		.collect()
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn register_sources(n: Linear<1, { T::MaxBatch::get() }>) {
		let provider = provider::<T>();
		let sources = (0..n).map(|number| account("source", number, 0)).collect::<Vec<_>>();
		let sources = BoundedVec::try_from(sources).unwrap();

		#[extrinsic_call]
		_(RawOrigin::Signed(provider.clone()), sources);

		assert_eq!(SourceCount::<T>::get(provider), n);
	}

	#[benchmark]
	fn submit_record() {
		let provider = provider::<T>();
		let subject = account("subject", 0, 0);
		fill_up_to::<T>(&subject, THIN);
		let record = record::<T>(source::<T>(&provider, 0), subject, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(provider.clone()), 0, record);

		assert_eq!(Streams::<T>::get(provider), Stream { next: 1, batches: 1 });
		assert_eq!(PendingCount::<T>::get(), 1);
	}

	#[benchmark]
	fn submit_batch(n: Linear<1, { T::MaxBatch::get() }>) {
		let provider = provider::<T>();
		Rules::<T>::mutate(|rules| rules.quota = n);
		let (source, subject) = (source::<T>(&provider, 0), account("subject", 0, 0));
		// One voice on every pile: what a record adds to goes by the piles.
		fill_up_to::<T>(&subject, THIN);
		let records = (0..n)
			.map(|number| record::<T>(source.clone(), subject.clone(), number))
			.collect::<Vec<_>>();
		let records = BoundedVec::try_from(records).unwrap();

		#[extrinsic_call]
		_(RawOrigin::Signed(provider.clone()), 0, Mode::EachForItself, records);

		assert_eq!(Batches::<T>::get(provider, 0).unwrap().leaves, n as u16);
		assert_eq!(PendingCount::<T>::get(), n);
	}

	#[benchmark]
	fn count_subjects(s: Linear<1, 64>, v: Linear<0, { Subject::MAX_EXTENT }>) {
		let subjects = subjects::<T>(s, v);
		let report = report::<T>(account("source", 0, 0), u64::MAX, 10_000);
		let mut counted = 0;

		#[block]
		{
			let reports = subjects
				.iter()
				.map(|subject| (T::Subjects::subject_of(subject), vec![report.clone()]))
				.collect::<Vec<_>>();
			for looked in T::Score::observe_each(&reports, &mut |_, _| true) {
				counted += looked.counted.iter().flatten().count();
			}
		}

		assert_eq!(counted, s as usize);
	}

	#[benchmark]
	fn count_sources(p: Linear<0, 64>) {
		let provider = provider::<T>();
		let sources = (0..p).map(|number| source::<T>(&provider, number)).collect::<Vec<_>>();
		let mut standings = Standings::<T>::new();

		#[block]
		{
			for source in &sources {
				let _ = standings.get(source);
				let _ = T::Subjects::subject_of(source);
			}
		}

		assert!(sources.iter().all(|source| standings.get(source).unwrap().provider == provider));
	}

	#[benchmark]
	fn submit_confirmed(n: Linear<1, { T::MaxConfirmations::get() }>) {
		let provider = provider::<T>();
		let source = source::<T>(&provider, 0);
		let subject = T::BenchmarkHelper::signer(0);
		fill::<T>(&subject);
		let records = (0..n)
			.map(|number| Record {
				indicator: Indicator::Rating,
				level: Level::Confirmed,
				..record::<T>(source.clone(), subject.clone(), number)
			})
			.collect::<Vec<_>>();
		let signatures = (0..)
			.zip(&records)
			.map(|(index, record)| {
				let message = wrapped(&record.payload(&genesis_hash::<T>()));
				let signature = T::BenchmarkHelper::sign(0, &message);
				Confirmation { index, signer: subject.clone(), signature }
			})
			.collect::<Vec<_>>();
		let records = BoundedVec::try_from(records).unwrap();
		let signatures = BoundedVec::try_from(signatures).unwrap();

		#[extrinsic_call]
		_(RawOrigin::Signed(provider.clone()), 0, Mode::AllOrNothing, records, signatures);

		assert_eq!(Batches::<T>::get(provider, 0).unwrap().leaves, n as u16);
	}

	#[benchmark]
	fn end_import() -> Result<(), BenchmarkError> {
		Importing::<T>::put(true);
		Clock::<T>::put(1);
		let origin =
			T::ImportOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin);

		assert!(!Importing::<T>::get());
		Ok(())
	}

	#[benchmark]
	fn confirm_record() {
		let provider = provider::<T>();
		let proof = proven::<T>(&provider, subject::<T>(), 0);
		let member = account("member", 0, 0);
		T::Members::set_member(&member, &[Role::BehaviourProvider]);

		#[extrinsic_call]
		_(RawOrigin::Signed(member), proof);

		assert_eq!(Raised::<T>::get(provider, 0).unwrap().level, Level::Confirmed);
	}

	#[benchmark]
	fn set_schema() -> Result<(), BenchmarkError> {
		let origin =
			T::GovernanceOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let Schema { mut terms, .. } = Pallet::<T>::schema_of(Indicator::Rating);
		terms.reporters = Role::ALL.into();
		Schemas::<T>::insert(Indicator::Rating, Schema { version: 1, terms: terms.clone() });

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, Indicator::Rating, terms);

		assert_eq!(Pallet::<T>::schema_of(Indicator::Rating).version, 2);
		Ok(())
	}

	#[benchmark]
	fn set_rules() -> Result<(), BenchmarkError> {
		let origin =
			T::GovernanceOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let rules = RuleSet { quota: 7, ..T::DefaultRules::get() };
		Rules::<T>::put(T::DefaultRules::get());

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, rules);

		assert_eq!(Rules::<T>::get().quota, 7);
		Ok(())
	}

	#[benchmark]
	fn settle_nothing() {
		#[block]
		{
			Pallet::<T>::settle_in_hook(&mut WeightMeter::new());
		}

		assert_eq!(PendingCount::<T>::get(), 0);
	}

	#[benchmark]
	fn settle_chunk(n: Linear<1, { <ChunkSize as Get<u32>>::get() }>) {
		let parameters = T::Parameters::get();
		let records = pending::<T>(n);
		let source = records[0].source.clone();
		let now = Pallet::<T>::block_time();
		let mut queue = Queue::<T>::open();
		let mut due = Place::default();
		for record in records {
			due = queue.push(record, now, parameters.maturity);
		}
		queue.close();
		// Up to the day of the records, so that one step is left.
		Cursor::<T>::put(Place { day: due.day, number: 0 });
		let mut queue = Queue::<T>::open();
		let mut standings = Standings::new();
		let now = now + parameters.maturity + 2 * DAY;

		#[block]
		{
			queue.settle_due(now, &parameters, &mut standings, &mut WeightMeter::new());
			standings.save();
		}

		queue.close();
		assert_eq!(PendingCount::<T>::get(), 0);
		let standing = Sources::<T>::get(&source).unwrap().standing;
		assert!(standing.credibility() != Source::new(&parameters).credibility());
	}

	#[benchmark]
	fn settle_subjects(
		s: Linear<1, { <ChunkSize as Get<u32>>::get() }>,
		v: Linear<0, { Subject::MAX_EXTENT }>,
	) {
		let asked = |subject| (subject, vec![(account("source", 0, 0), WORST_INDICATOR)]);
		let asked = subjects::<T>(s, v).into_iter().map(asked).collect::<Vec<_>>();
		let mut known = 0;

		#[block]
		{
			for (_, extent) in T::Score::others_of_each(&asked, Pallet::<T>::block_time()) {
				known += extent;
			}
		}

		assert!(known >= v);
	}

	#[benchmark]
	fn settle_sources(p: Linear<0, 64>) {
		let parameters = T::Parameters::get();
		let provider = provider::<T>();
		let sources = (0..p).map(|number| source::<T>(&provider, number)).collect::<Vec<_>>();
		let others = Opinion { mean: Fixed::ONE, weight: Fixed::ONE };
		let mut standings = Standings::<T>::new();

		#[block]
		{
			for source in &sources {
				standings.judge(source, |known| known.settle(Outcome::WORST, others, &parameters));
			}
			standings.save();
		}

		let newcomer = Source::new(&parameters).credibility();
		assert!(sources.iter().all(|source| {
			Sources::<T>::get(source).unwrap().standing.credibility() < newcomer
		}));
	}

	#[benchmark]
	fn pass_day() {
		let parameters = T::Parameters::get();
		let record = PendingRecord {
			source: account("source", 0, 0),
			subject: account("subject", 0, 0),
			indicator: Indicator::Rating,
			outcome: Outcome::BEST,
		};
		let now = Pallet::<T>::block_time();
		let mut queue = Queue::<T>::open();
		queue.push(record, now, parameters.maturity);
		let mut standings = Standings::new();

		#[block]
		{
			queue.settle_due(now, &parameters, &mut standings, &mut WeightMeter::new());
		}

		queue.close();
		assert_eq!(Cursor::<T>::get(), Place { day: crate::queue::day(now) + 1, number: 0 });
	}

	#[benchmark]
	fn check_evidence() {
		// What is measured happens in the first block at the earliest.
		frame_system::Pallet::<T>::set_block_number(1u32.into());
		let provider = provider::<T>();
		Streams::<T>::insert(&provider, Stream { next: 1, batches: 1 });
		Used::<T>::insert(&provider, Usage { block: Pallet::<T>::block(), records: 1 });
		// The feeless calls are looked at by the extension within, and what they look up is here.
		let records = vec![record::<T>(provider.clone(), provider.clone(), 0)];
		let origin: OriginFor<T> = RawOrigin::Signed(provider.clone()).into();
		let free;

		#[block]
		{
			let _ = Pallet::<T>::is_provider(&provider);
			free = Pallet::<T>::may_submit_free(&origin, 1, &records);
			Pallet::<T>::book_on_quota(&provider, 1);
		}

		assert!(free);
		assert_eq!(Used::<T>::get(&provider).records, 2);
	}

	#[benchmark]
	fn migrate_entry() {
		use crate::migrations::v1::{Batched, Map};
		use frame::deps::frame_support::storage::unhashed;

		let record = pending::<T>(1).remove(0);
		unhashed::put(&Pending::<T>::hashed_key_for(0, 0), &record);

		#[block]
		{
			Batched::<T>::next((Map::Pending, None));
		}

		assert_eq!(Pending::<T>::get(0, 0).unwrap().into_inner(), vec![record]);
	}

	#[benchmark]
	fn post_bond() {
		let provider = objections::provider_with_bond::<T>();
		Pallet::<T>::do_release_bond(provider.clone(), Category::Payment).unwrap();
		let before = objections::held::<T>(HoldReason::Bond, &provider);
		let amount = T::Currency::minimum_balance();

		#[extrinsic_call]
		_(RawOrigin::Signed(provider.clone()), Category::Payment, amount);

		assert_eq!(objections::held::<T>(HoldReason::Bond, &provider), before + amount);
	}

	#[benchmark]
	fn release_bond() {
		let provider = objections::provider_with_bond::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(provider.clone()), Category::Payment);

		assert!(Bonds::<T>::get(provider, Category::Payment).unwrap().release.is_some());
	}

	#[benchmark]
	fn withdraw_bond() {
		let provider = objections::provider_with_bond::<T>();
		let bond = Bonds::<T>::get(&provider, Category::Payment).unwrap();
		let free = Bond { release: Some(0), ..bond };
		Bonds::<T>::insert(&provider, Category::Payment, free);

		#[extrinsic_call]
		_(RawOrigin::Signed(provider.clone()), Category::Payment);

		assert!(objections::held::<T>(HoldReason::Bond, &provider).is_zero());
	}

	#[benchmark]
	fn report_contradiction() {
		let provider = objections::provider_with_bond::<T>();
		let subject = objections::subject::<T>();
		let sequence = objections::SEQUENCE;
		let first = objections::told::<T>(&provider, &subject, sequence, Outcome::BEST);
		let later = sequence + u64::from(T::MaxBatch::get());
		let second = objections::told::<T>(&provider, &subject, later, Outcome::WORST);
		let before = objections::held::<T>(HoldReason::Bond, &provider);

		#[extrinsic_call]
		_(RawOrigin::Signed(objections::rich::<T>("reporter", 0)), first, second);

		assert!(Decisions::<T>::contains_key(&provider, sequence));
		assert!(Decisions::<T>::contains_key(&provider, later));
		assert!(objections::held::<T>(HoldReason::Bond, &provider) < before);
	}

	#[benchmark]
	fn object() {
		let provider = objections::provider_with_bond::<T>();
		let subject = objections::subject::<T>();
		let sequence = objections::SEQUENCE;
		let proof = objections::told::<T>(&provider, &subject, sequence, Outcome::WORST);
		FreeObjectionsUsed::<T>::insert(&subject, u32::MAX);
		objections::fill_agenda::<T>(20);

		#[extrinsic_call]
		_(RawOrigin::Signed(subject), proof, Reason::Inaccurate, H256::repeat_byte(1));

		assert!(Objections::<T>::get(provider, sequence).unwrap().stake.is_some());
	}

	#[benchmark]
	fn answer_objection() {
		let provider = objections::provider_with_bond::<T>();
		let subject = objections::subject::<T>();
		let sequence = objections::SEQUENCE;
		let proof = objections::told::<T>(&provider, &subject, sequence, Outcome::WORST);
		objections::objected::<T>(&subject, proof);
		objections::fill_agenda::<T>(10);

		#[extrinsic_call]
		_(RawOrigin::Signed(provider.clone()), sequence, H256::repeat_byte(1));

		assert_ne!(Objections::<T>::get(provider, sequence).unwrap().phase, Phase::Opened);
	}

	#[benchmark]
	fn withdraw_record() {
		let provider = objections::provider_with_bond::<T>();
		let subject = objections::subject::<T>();
		let sequence = objections::SEQUENCE;
		let proof = objections::told::<T>(&provider, &subject, sequence, Outcome::WORST);

		#[extrinsic_call]
		_(RawOrigin::Signed(provider.clone()), proof);

		assert!(Decisions::<T>::contains_key(provider, sequence));
	}

	#[benchmark]
	fn withdraw_objection() {
		let provider = objections::provider_with_bond::<T>();
		let subject = objections::subject::<T>();
		let sequence = objections::SEQUENCE;
		let proof = objections::told::<T>(&provider, &subject, sequence, Outcome::WORST);
		objections::objected::<T>(&subject, proof);

		#[extrinsic_call]
		_(RawOrigin::Signed(subject.clone()), provider, sequence);

		assert!(objections::held::<T>(HoldReason::Objection, &subject).is_zero());
	}

	#[benchmark]
	fn review_upheld() {
		let provider = objections::provider_with_bond::<T>();
		let subject = objections::subject::<T>();
		let sequence = objections::SEQUENCE;
		let proof = objections::told::<T>(&provider, &subject, sequence, Outcome::WORST);
		objections::objected::<T>(&subject, proof);
		objections::reviewed::<T>(&provider, Verdict::Upheld);
		let origin = RawOrigin::Signed(objections::reviewer::<T>());

		#[extrinsic_call]
		review(origin, provider.clone(), sequence, Verdict::Upheld);

		let decision = Decisions::<T>::get(provider, sequence).unwrap();
		assert_eq!(decision.resolution, Resolution::Upheld);
	}

	#[benchmark]
	fn review_dismissed() {
		let provider = objections::provider_with_bond::<T>();
		let subject = objections::subject::<T>();
		let sequence = objections::SEQUENCE;
		let proof = objections::told::<T>(&provider, &subject, sequence, Outcome::WORST);
		objections::objected::<T>(&subject, proof);
		objections::reviewed::<T>(&provider, Verdict::Frivolous);
		let origin = RawOrigin::Signed(objections::reviewer::<T>());

		#[extrinsic_call]
		review(origin, provider.clone(), sequence, Verdict::Frivolous);

		let decision = Decisions::<T>::get(provider, sequence).unwrap();
		assert_eq!(decision.resolution, Resolution::Frivolous);
	}

	#[benchmark]
	fn close_objection() {
		let provider = objections::provider_with_bond::<T>();
		let subject = objections::subject::<T>();
		let sequence = objections::SEQUENCE;
		let proof = objections::told::<T>(&provider, &subject, sequence, Outcome::WORST);
		objections::objected::<T>(&subject, proof);
		objections::change::<T>(&provider, |objection| objection.deadline = 0);
		let anybody = account("anybody", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(anybody), provider.clone(), sequence);

		let decision = Decisions::<T>::get(provider, sequence).unwrap();
		assert_eq!(decision.resolution, Resolution::Unanswered);
	}

	#[benchmark]
	fn agenda_nothing() {
		let today = crate::queue::day(Pallet::<T>::block_time());
		AgendaCursor::<T>::put(Place { day: today + 1, number: 0 });

		#[block]
		{
			Pallet::<T>::work_off_agenda(&mut WeightMeter::new());
		}

		assert_eq!(AgendaCursor::<T>::get().unwrap().day, today + 1);
	}

	/// A full page, of which a single entry is dealt with.
	#[benchmark]
	fn agenda_page() {
		let today = crate::queue::day(Pallet::<T>::block_time());
		let entries = (0..T::MaxAgenda::get()).map(|number| (account("entry", number, 0), 0));
		let page = AgendaOf::<T>::truncate_from(entries.collect::<Vec<_>>());
		Agenda::<T>::insert(today, 0, page);
		AgendaPages::<T>::insert(today, 1);
		AgendaCursor::<T>::put(Place { day: today, number: 0 });
		let limit = T::WeightInfo::agenda_nothing()
			.saturating_add(T::WeightInfo::agenda_page())
			.saturating_add(T::WeightInfo::agenda_entry());

		#[block]
		{
			Pallet::<T>::work_off_agenda(&mut WeightMeter::with_limit(limit));
		}

		let left = Agenda::<T>::decode_len(today, 0).unwrap_or(0) as u32;
		assert_eq!(left + 1, T::MaxAgenda::get());
	}

	#[benchmark]
	fn agenda_entry() {
		let provider = objections::provider_with_bond::<T>();
		let subject = objections::subject::<T>();
		let sequence = objections::SEQUENCE;
		let proof = objections::told::<T>(&provider, &subject, sequence, Outcome::WORST);
		objections::objected::<T>(&subject, proof);
		objections::change::<T>(&provider, |objection| objection.deadline = 0);
		let now = Pallet::<T>::block_time();

		#[block]
		{
			Pallet::<T>::take_turn(provider.clone(), sequence, now);
		}

		assert!(Decisions::<T>::contains_key(provider, sequence));
	}

	#[benchmark]
	fn agenda_day() {
		let today = crate::queue::day(Pallet::<T>::block_time());
		AgendaPages::<T>::insert(today, 1);
		AgendaCursor::<T>::put(Place { day: today, number: 1 });

		#[block]
		{
			Pallet::<T>::work_off_agenda(&mut WeightMeter::new());
		}

		assert_eq!(AgendaCursor::<T>::get(), Some(Place { day: today + 1, number: 0 }));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
