//! The engine beside the pallets themselves, in the runtime as it is: whatever happens there by chance, both
//! have the same in the end, to the last bit.
//!
//! Calls and events go the way that they go in the tool: as bytes, by the metadata of the runtime.

#![allow(
	clippy::unwrap_used,
	clippy::expect_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects
)]

use codec::{Decode, Encode};
use frame_support::{
	assert_ok,
	genesis_builder_helper::{build_state, get_preset},
	storage::{unhashed, with_storage_layer},
	traits::Hooks,
	weights::{Weight, WeightMeter},
};
use hanse_audit::{Account, Call, Engine, Event, Key, State, Trail, When, calls, items};
use hanse_credit_model::{
	AmountClass, Category, DAY, Fixed, Indicator, Level, Moment, Outcome, Parameters,
};
use hanse_runtime::{
	AccountId, Balances, Consortium, CreditRecords, CreditScore, Proxy, Runtime, RuntimeCall,
	RuntimeGenesisConfig, RuntimeOrigin, System, TradeNetwork, presets,
};
use hanse_runtime_common::money::UNIT;
use hanse_types::{EnterpriseDetails, EnterpriseKind, Reference, Role};
use pallet_credit_records::{
	AppliedRecord, Call as RecordsCall, Mode, Reason, Record, RecordProof, Requirement, Verdict,
};
use pallet_credit_score::Call as ScoreCall;
use serde_json::Value;
use sp_core::H256;
use sp_crypto_hashing::twox_128;
use sp_genesis_builder::{LOCAL_TESTNET_RUNTIME_PRESET, PresetId};
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring::{Alice, Bob, Charlie, Dave, Eve};
use sp_runtime::{MultiAddress, traits::Dispatchable};
use std::{
	collections::{BTreeMap, BTreeSet},
	sync::LazyLock,
};
use subxt::Metadata;

/// How many transactions are tried, good and bad ones.
const TRANSACTIONS: u32 = 10_000;

/// When the events of the import begin.
const HISTORY: Moment = 20_000 * DAY;

/// The time of the first block.
const TODAY: Moment = 20_400 * DAY;

/// As nodes serve it.
static METADATA: LazyLock<Metadata> = LazyLock::new(|| {
	// Some constants depend on the state.
	let metadata =
		TestExternalities::default().execute_with(|| Runtime::metadata_at_version(16).unwrap());
	Metadata::decode_from(&metadata).unwrap()
});

/// Numbers by chance, the same every time (SplitMix64).
struct Chance(u64);

impl Chance {
	fn next(&mut self) -> u64 {
		self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
		let mut z = self.0;
		z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
		z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
		z ^ (z >> 31)
	}

	/// A number below this one.
	fn below(&mut self, bound: u64) -> u64 {
		self.next() % bound
	}

	/// True in one of so many cases.
	fn one_in(&mut self, cases: u64) -> bool {
		self.below(cases) == 0
	}

	fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
		&all[self.below(all.len() as u64) as usize]
	}
}

/// A member that submits evidence.
struct Provider {
	account: AccountId,
	/// Whose reports it brings: its own too.
	sources: Vec<AccountId>,
	indicators: Vec<Indicator>,
}

/// A chain, and engines that follow it.
struct Chain {
	chance: Chance,
	providers: Vec<Provider>,
	engines: Vec<Engine>,
	time: Moment,
	before: Moment,
	/// What happened in the block so far.
	events: Vec<(When, Event)>,
	calls: BTreeMap<u32, Vec<Call>>,
	next: u32,
	/// The records that counted, in the order in which they did.
	known: Vec<(Account, u64)>,
	/// How far the streams of providers are known.
	seen: BTreeMap<Account, u64>,
	/// The records that are contested.
	contested: BTreeSet<(Account, u64)>,
	/// By how many blocks the next one comes later.
	pause: u32,
	/// How often what happened.
	counts: BTreeMap<String, u32>,
}

/// The whole genesis state of the preset of a network of four.
fn genesis() -> Vec<u8> {
	fn merge(value: &mut Value, patch: Value) {
		match (value, patch) {
			(Value::Object(value), Value::Object(patch)) => {
				for (key, patch) in patch {
					merge(value.entry(key).or_insert(Value::Null), patch);
				}
			},
			(value, patch) => *value = patch,
		}
	}
	let preset = presets::get(&PresetId::from(LOCAL_TESTNET_RUNTIME_PRESET)).unwrap();
	let default = get_preset::<RuntimeGenesisConfig>(&None, |_| None).unwrap();
	let mut config = serde_json::from_slice(&default).unwrap();
	merge(&mut config, serde_json::from_slice(&preset).unwrap());
	config.to_string().into_bytes()
}

fn account(byte: u8) -> AccountId {
	[byte; 32].into()
}

/// Those about whom something is said. The first four are enterprises, and each has a second account.
fn subjects() -> Vec<AccountId> {
	(100..112).map(account).collect()
}

fn second(subject: u8) -> AccountId {
	account(subject + 100)
}

/// The entries of a map of the state, with their keys.
fn entries(pallet: &str, name: &str) -> Vec<(Vec<u8>, Vec<u8>)> {
	let prefix = [twox_128(pallet.as_bytes()), twox_128(name.as_bytes())].concat();
	let mut entries = Vec::new();
	let mut key = prefix.clone();
	while let Some(next) = sp_io::storage::next_key(&key).filter(|key| key.starts_with(&prefix)) {
		entries.push((next.clone(), unhashed::get_raw(&next).unwrap()));
		key = next;
	}
	entries
}

/// The state as the tool reads it from a node.
fn state(time: Moment) -> State {
	let scheduled = [twox_128(b"CreditScore"), twox_128(b"Scheduled")].concat();
	let retention = CreditRecords::schemas().into_iter();
	State {
		time,
		import: CreditRecords::importing().then(CreditRecords::clock),
		parameters: CreditScore::parameters(),
		scheduled: unhashed::get_raw(&scheduled),
		retention: retention
			.map(|(indicator, schema)| (indicator, schema.terms.retention))
			.collect(),
		maps: State::MAPS
			.into_iter()
			.map(|(pallet, name)| ((pallet, name), entries(pallet, name)))
			.collect(),
	}
}

/// What the runtime's events are called, and their fields.
fn read(event: &[u8]) -> Option<(String, Event)> {
	let [pallet, variant, fields @ ..] = event else { panic!("an event has two indices") };
	let pallet = METADATA.pallet_by_event_index(*pallet).unwrap();
	let variant = pallet.event_variant_by_index(*variant).unwrap();
	let event = Event::read(pallet.name(), &variant.name, fields).unwrap()?;
	Some((variant.name.clone(), event))
}

impl Chain {
	/// Makes members, sources and enterprises, and begins with an engine that knows the state then.
	fn new(seed: u64) -> Self {
		LazyLock::force(&METADATA);
		build_state::<RuntimeGenesisConfig>(genesis()).unwrap();
		System::set_block_number(1);
		pallet_timestamp::Now::<Runtime>::put(TODAY * 1_000);
		for arbitrator in [Alice, Bob, Charlie, Dave] {
			let who = arbitrator.to_account_id();
			assert_ok!(Consortium::grant_role(RuntimeOrigin::root(), who, Role::Arbitrator));
		}
		for subject in subjects() {
			let who = MultiAddress::Id(subject);
			assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), who, 10_000 * UNIT));
		}
		for enterprise in subjects().into_iter().take(4) {
			let details = EnterpriseDetails {
				country: (*b"DE").try_into().unwrap(),
				sector: 46.try_into().unwrap(),
				kind: EnterpriseKind::Merchant,
				commitments: Default::default(),
			};
			let origin = RuntimeOrigin::signed(enterprise);
			assert_ok!(TradeNetwork::register_enterprise(origin, details));
		}
		let delegate = MultiAddress::Id(Eve.to_account_id());
		let alice = RuntimeOrigin::signed(Alice.to_account_id());
		assert_ok!(Proxy::add_proxy(alice, delegate, Default::default(), 0));

		let of = |categories: &[Category]| {
			let all = Indicator::ALL.into_iter();
			all.filter(|indicator| categories.contains(&indicator.category())).collect::<Vec<_>>()
		};
		let provider =
			|keys: sp_keyring::Sr25519Keyring, sources: &[u8], categories: &[Category]| {
				let account = keys.to_account_id();
				let sources = sources.iter().copied().map(self::account).chain([account.clone()]);
				Provider { sources: sources.collect(), account, indicators: of(categories) }
			};
		let providers = vec![
			provider(Alice, &[1, 2, 3, 4, 5, 6], &Category::ALL),
			provider(Bob, &[7, 8], &[Category::Payment]),
			provider(Charlie, &[9, 10], &[Category::Shipping]),
			provider(Dave, &[11, 12], &[Category::Verification]),
		];
		System::reset_events();
		Self {
			chance: Chance(seed),
			providers,
			engines: vec![Engine::new(state(TODAY).start().unwrap())],
			time: TODAY,
			before: TODAY,
			events: Vec::new(),
			calls: BTreeMap::new(),
			next: 0,
			known: Vec::new(),
			seen: BTreeMap::new(),
			contested: BTreeSet::new(),
			pause: 0,
			counts: BTreeMap::new(),
		}
	}

	/// Reads the events that there are since the last time.
	fn drain(&mut self, when: When) {
		for record in System::events() {
			if let Some((name, event)) = read(&record.event.encode()) {
				*self.counts.entry(name).or_default() += 1;
				self.events.push((when, event));
			}
		}
		System::reset_events();
	}

	/// Begins the next block.
	fn open(&mut self) {
		let number = System::block_number() + 1 + std::mem::take(&mut self.pause);
		System::set_block_number(number);
		<CreditScore as Hooks<u32>>::on_initialize(number);
		self.drain(When::First);
		self.before = self.time;
		self.time += match self.chance.below(200) {
			0 => 150 * DAY,
			1..10 => 20 * DAY,
			10..100 => self.chance.below(DAY),
			_ => 2,
		};
		pallet_timestamp::Now::<Runtime>::put(self.time * 1_000);
		// As much work is done as there is room for; sometimes that is little.
		let room = *self.chance.pick(&[0, 300_000_000, 5_000_000_000, u64::MAX, u64::MAX]);
		let mut meter = WeightMeter::with_limit(Weight::from_parts(room, u64::MAX));
		<CreditRecords as Hooks<u32>>::on_poll(number, &mut meter);
		<CreditScore as Hooks<u32>>::on_poll(number, &mut meter);
		self.drain(When::Transaction(1));
		self.next = 1;
	}

	/// Carries a call out, and tells whether it succeeded.
	fn dispatch(&mut self, origin: RuntimeOrigin, call: RuntimeCall) -> bool {
		let place = self.next;
		self.next += 1;
		let root = METADATA.outer_enums().call_enum_ty();
		self.calls.insert(place, calls(&call.encode(), root, METADATA.types()).unwrap());
		// What fails leaves no trace.
		let done = with_storage_layer(|| call.dispatch(origin)).is_ok();
		self.drain(When::Transaction(place));
		done
	}

	fn sign(&mut self, who: &AccountId, call: RecordsCall<Runtime>) -> bool {
		self.dispatch(RuntimeOrigin::signed(who.clone()), RuntimeCall::CreditRecords(call))
	}

	/// Ends the block: the engines hear of it, and have the same as the chain.
	fn close(&mut self) {
		let (events, calls) = (std::mem::take(&mut self.events), std::mem::take(&mut self.calls));
		for item in items((self.before, self.time), events, &calls, [].iter()) {
			for engine in &mut self.engines {
				assert_eq!(engine.take(&item), Ok(Vec::new()), "{item:?}");
			}
		}
		for provider in &self.providers {
			let account = Account::from(provider.account.clone());
			let next = CreditRecords::next_sequence(provider.account.clone());
			let seen = self.seen.insert(account, next).unwrap_or(0);
			let counted = |sequence: &u64| self.engines[0].record(&account, *sequence).is_some();
			let new = (seen..next).filter(counted).map(|sequence| (account, sequence));
			self.known.extend(new.collect::<Vec<_>>());
		}
		self.compare();
	}

	fn compare(&self) {
		let mut state = State { parameters: CreditScore::parameters(), ..State::default() };
		for (pallet, name) in State::COMPARED {
			state.maps.insert((pallet, name), entries(pallet, name));
		}
		let theirs = state.compared().unwrap();
		let block = System::block_number();
		for (number, engine) in self.engines.iter().enumerate() {
			let parameters = engine.encoded(&Key::Parameters).unwrap();
			assert_eq!(parameters, state.parameters.encode(), "block {block}, engine {number}");
			let subjects = engine.subjects().copied().map(Key::Subject);
			let sources = engine.sources().copied().map(Key::Source);
			let ours = subjects.chain(sources).collect::<BTreeSet<_>>();
			let keys = theirs.keys().copied().collect::<BTreeSet<_>>();
			assert_eq!(ours, keys, "block {block}, engine {number}");
			for (key, theirs) in &theirs {
				let ours = engine.encoded(key).unwrap();
				assert!(ours == *theirs, "block {block}, engine {number}: {key:?} differs");
			}
			for account in subjects_and_second_accounts() {
				let (ours, theirs) = (engine.report(&account), CreditScore::score(account.into()));
				assert_eq!(ours, theirs, "block {block}, engine {number}: {account:?}");
			}
		}
	}

	/// A record by chance: mostly a good one.
	fn record(&mut self, provider: usize) -> Record<AccountId> {
		let chance = &mut self.chance;
		let Provider { account: own, sources, indicators } = &self.providers[provider];
		let indicator = *chance.pick(indicators);
		let terms = CreditRecords::schema(indicator).terms;
		let steps = u64::from((terms.highest.points() - terms.lowest.points()) / terms.step);
		let step = match chance.below(3) {
			0 => 0,
			1 => steps,
			_ => chance.below(steps + 1),
		};
		let points = terms.lowest.points() + step as u16 * terms.step;
		let source = chance.pick(sources).clone();
		let subject = AccountId::from(*chance.pick(&subjects_and_second_accounts()));
		let level = match chance.below(8) {
			0 => Level::SelfDeclared,
			1 | 2 if source == *own => Level::Source,
			_ if source == *own => Level::Confirmed,
			_ => Level::Counterparty,
		};
		let reference = match terms.reference {
			Requirement::Forbidden => Reference::NONE,
			_ if chance.one_in(20) => Reference::NONE,
			_ => Reference([1 + chance.below(8) as u8; 16]),
		};
		let now = CreditRecords::clock();
		let at = if CreditRecords::importing() {
			let now = now.max(HISTORY);
			if chance.one_in(2) {
				now + chance.below(DAY / 3)
			} else {
				now - chance.below(40 * DAY)
			}
		} else {
			match chance.below(40) {
				0 => now + 5,
				1 => now - chance.below(3_000 * DAY),
				_ => now - chance.below(200 * DAY),
			}
		};
		// Whoever speaks for itself declares.
		let by_itself =
			TradeNetwork::subject_of(source.clone()) == TradeNetwork::subject_of(subject.clone());
		let level = if by_itself { Level::SelfDeclared } else { level };
		Record {
			source,
			subject,
			indicator,
			outcome: Outcome::new(points).unwrap(),
			level,
			amount: AmountClass(chance.below(20) as u8),
			at,
			reference,
			commitment: [0; 32],
		}
	}

	/// Submits some records, perhaps with some that are known, perhaps within other calls.
	fn submit(&mut self) {
		let provider = if self.chance.one_in(2) { 0 } else { self.chance.below(4) as usize };
		let who = self.providers[provider].account.clone();
		let next = CreditRecords::next_sequence(who.clone());
		let overlap = if self.chance.one_in(10) { self.chance.below(3).min(next) } else { 0 };
		let count = overlap + 1 + self.chance.below(4);
		let records = (0..count).map(|_| self.record(provider)).collect::<Vec<_>>();
		let mode = if self.chance.one_in(5) { Mode::AllOrNothing } else { Mode::EachForItself };
		let submit = |mode, records: Vec<Record<AccountId>>| {
			let records = records.try_into().unwrap();
			RuntimeCall::CreditRecords(RecordsCall::submit_batch {
				first: next - overlap,
				mode,
				records,
			})
		};
		let call = submit(mode, records.clone());
		match self.chance.below(8) {
			0 => {
				let calls = vec![call];
				let batch = RuntimeCall::Utility(pallet_utility::Call::batch_all { calls });
				self.dispatch(RuntimeOrigin::signed(who), batch);
			},
			1 => {
				// One that fails stands before it, and looks just like it.
				let bad = records.into_iter().map(|record| Record { at: Moment::MAX, ..record });
				let bad = submit(Mode::AllOrNothing, bad.collect());
				let calls = vec![bad, call];
				let batch = RuntimeCall::Utility(pallet_utility::Call::force_batch { calls });
				self.dispatch(RuntimeOrigin::signed(who), batch);
			},
			2 if provider == 0 => {
				let call = RuntimeCall::Proxy(pallet_proxy::Call::proxy {
					real: MultiAddress::Id(who),
					force_proxy_type: None,
					call: Box::new(call),
				});
				self.dispatch(RuntimeOrigin::signed(Eve.to_account_id()), call);
			},
			_ => {
				self.dispatch(RuntimeOrigin::signed(who), call);
			},
		}
	}

	/// The proof of a record, by what an engine made of its batch.
	fn proof(&self, (provider, sequence): (Account, u64)) -> RecordProof<AccountId> {
		let (number, batch) = CreditRecords::batch_of(provider.into(), sequence).unwrap();
		let record = |sequence| self.engines[0].record(&provider, sequence).cloned();
		let leaves: Vec<AppliedRecord<Account>> =
			(batch.first..batch.end()).filter_map(record).collect();
		let proof = RecordProof::of(number, &leaves, sequence).unwrap();
		RecordProof::decode(&mut &proof.encode()[..]).unwrap()
	}

	/// A record that counted, with its subject; more often one of the last ones.
	fn some_record(&mut self) -> Option<((Account, u64), AccountId)> {
		let count = self.known.len() as u64;
		let last = if self.chance.one_in(3) { count } else { count.min(50) };
		let back = self.chance.below(last.max(1)) + 1;
		let id = *self.known.get(count.checked_sub(back)? as usize)?;
		let subject = self.engines[0].record(&id.0, id.1)?.record.subject;
		Some((id, subject.into()))
	}

	fn some_contest(&mut self) -> Option<(Account, u64)> {
		let contested = self.contested.iter().copied().collect::<Vec<_>>();
		(!contested.is_empty()).then(|| *self.chance.pick(&contested))
	}

	/// Two records that tell one matter, if there are any.
	fn some_contradiction(&mut self) -> Option<((Account, u64), (Account, u64))> {
		let (id, _) = self.some_record()?;
		let matter = |id: &(Account, u64)| {
			let record = &self.engines[0].record(&id.0, id.1).unwrap().record;
			(record.source, record.subject, record.indicator, record.reference)
		};
		let mine = matter(&id);
		let other = self.known.iter().find(|other| {
			**other != id && other.0 == id.0 && mine.3 != Reference::NONE && matter(other) == mine
		})?;
		Some((*other, id))
	}

	/// Something happens to a record that counted.
	fn contest(&mut self) -> Option<()> {
		match self.chance.below(14) {
			0..5 => {
				let (id, subject) = self.some_record()?;
				let (proof, reason) = (self.proof(id), Reason::Inaccurate);
				let statement = H256::zero();
				let who = if self.chance.one_in(4) { second(100) } else { subject };
				if self.sign(&who, RecordsCall::object { proof, reason, statement }) {
					self.contested.insert(id);
				}
			},
			5 | 6 => {
				let (provider, sequence) = self.some_contest()?;
				let answer = H256::zero();
				self.sign(&provider.into(), RecordsCall::answer_objection { sequence, answer });
			},
			7..10 => {
				let (provider, sequence) = self.some_contest()?;
				let reviewer = self.chance.pick(&[Alice, Bob, Charlie, Dave]).to_account_id();
				let verdicts = [Verdict::Upheld, Verdict::Dismissed, Verdict::Frivolous];
				let verdict = *self.chance.pick(&verdicts);
				let provider = provider.into();
				self.sign(&reviewer, RecordsCall::review { provider, sequence, verdict });
			},
			10 => {
				let (provider, sequence) = self.some_contest()?;
				let subject = self.engines[0].record(&provider, sequence)?.record.subject;
				let call = RecordsCall::withdraw_objection { provider: provider.into(), sequence };
				self.sign(&subject.into(), call);
			},
			11 => {
				let id = if self.chance.one_in(3) {
					self.some_contest()?
				} else {
					self.some_record()?.0
				};
				let proof = self.proof(id);
				self.sign(&id.0.into(), RecordsCall::withdraw_record { proof });
			},
			12 => {
				let (id, subject) = self.some_record()?;
				let who = if self.chance.one_in(2) { subject } else { Bob.to_account_id() };
				let proof = self.proof(id);
				self.sign(&who, RecordsCall::confirm_record { proof });
			},
			_ => {
				let (first, second) = self.some_contradiction()?;
				let (first, second) = (self.proof(first), self.proof(second));
				let call = RecordsCall::report_contradiction { first, second };
				self.sign(&Eve.to_account_id(), call);
			},
		}
		Some(())
	}

	/// Something that is not about records.
	fn govern(&mut self) {
		let root = RuntimeOrigin::root;
		match self.chance.below(12) {
			0..3 => {
				let parameters = Box::new(self.parameters());
				let effective = System::block_number() + CreditScore::notice() + 1;
				let call = ScoreCall::schedule_parameters { parameters, effective };
				let scheduled = self.dispatch(root(), RuntimeCall::CreditScore(call));
				// Some wait until somebody thinks better of them.
				if scheduled && !self.chance.one_in(3) {
					self.pause = CreditScore::notice() + self.chance.below(3) as u32;
				}
			},
			3 => {
				let call = ScoreCall::cancel_parameters {};
				self.dispatch(root(), RuntimeCall::CreditScore(call));
			},
			4 => {
				let indicator = *self.chance.pick(&Indicator::ALL);
				let mut terms = CreditRecords::schema(indicator).terms;
				terms.retention = (400 + self.chance.below(2_000)) * DAY;
				let call = RecordsCall::set_schema { indicator, terms };
				self.dispatch(root(), RuntimeCall::CreditRecords(call));
			},
			5 | 6 => {
				// A bond that is taken back and put up again has another beginning.
				let provider = 1 + self.chance.below(3) as usize;
				let who = self.providers[provider].account.clone();
				let category = self.providers[provider].indicators[0].category();
				let call = match self.chance.below(3) {
					0 => RecordsCall::release_bond { category },
					1 => RecordsCall::withdraw_bond { category },
					_ => RecordsCall::post_bond { category, amount: 10_000 * UNIT },
				};
				self.sign(&who, call);
			},
			7 => {
				let byte = 100 + self.chance.below(3) as u8;
				let account = Some(second(byte));
				let origin = RuntimeOrigin::signed(self::account(byte));
				let _ = with_storage_layer(|| TradeNetwork::offer_control(origin, account));
				let origin = RuntimeOrigin::signed(second(byte));
				let subject = self::account(byte);
				let _ = with_storage_layer(|| TradeNetwork::accept_control(origin, subject));
				self.drain(When::Transaction(self.next));
			},
			8 => {
				// One of them leaves, and its account stands for itself again.
				let origin = RuntimeOrigin::signed(self::account(103));
				let _ = with_storage_layer(|| TradeNetwork::close_enterprise(origin));
				self.drain(When::Transaction(self.next));
			},
			9 => {
				let who = Eve.to_account_id();
				let subject = AccountId::from(*self.chance.pick(&subjects_and_second_accounts()));
				let call = RuntimeCall::CreditScore(ScoreCall::refresh { subject });
				self.dispatch(RuntimeOrigin::signed(who), call);
			},
			_ => self.register(),
		}
	}

	/// A provider registers its sources, of which some are known; others may be another's.
	fn register(&mut self) {
		let provider = self.chance.below(4) as usize;
		let Provider { account, sources, .. } = &self.providers[provider];
		let (account, mut sources) = (account.clone(), sources.clone());
		sources.truncate(1 + self.chance.below(sources.len() as u64) as usize);
		if self.chance.one_in(5) {
			sources.push(self::account(1 + self.chance.below(12) as u8));
		}
		let call = RecordsCall::register_sources { sources: sources.try_into().unwrap() };
		self.sign(&account, call);
	}

	/// Other parameters, as votes may bring them.
	fn parameters(&mut self) -> Parameters {
		let chance = &mut self.chance;
		let mut parameters = Parameters::default();
		for _ in 0..=chance.below(3) {
			match chance.below(8) {
				0 => {
					let indicator = chance.below(Indicator::COUNT as u64) as usize;
					parameters.indicators[indicator].half_life = (20 + chance.below(400)) * DAY;
				},
				1 => parameters.risk_half_life = (20 + chance.below(400)) * DAY,
				2 => parameters.maturity = (1 + chance.below(200)) * DAY,
				3 => parameters.credibility_power = 1 + chance.below(3) as u8,
				4 => parameters.level_weights[1] = 4_000 + chance.below(4_000) as u16,
				5 => parameters.initial_agreement = Fixed::from_int(2 + chance.below(6) as u32),
				6 => parameters.repair_cap = Fixed::from_int(chance.below(6) as u32),
				_ => parameters.grades[0] = 850 + chance.below(100) as u16,
			}
		}
		parameters
	}
}

fn subjects_and_second_accounts() -> Vec<Account> {
	let seconds = (100..104).map(second);
	subjects().into_iter().chain(seconds).map(Account::from).collect()
}

/// Ten thousand transactions by chance, with an import at their beginning, with objections, contradictions,
/// expiry, and other parameters: 0 differences, block by block. A second engine begins in the middle, with
/// what the state says there, and has the same.
fn random_history(seed: u64) {
	TestExternalities::default().execute_with(|| {
		let mut chain = Chain::new(seed);
		chain.open();
		for provider in 0..4 {
			let Provider { account, sources, .. } = &chain.providers[provider];
			let (account, sources) = (account.clone(), sources.clone().try_into().unwrap());
			assert!(chain.sign(&account, RecordsCall::register_sources { sources }));
		}
		let mut done = 0;
		while done < TRANSACTIONS {
			for _ in 0..=chain.chance.below(5) {
				match chain.chance.below(20) {
					0..13 => chain.submit(),
					13..19 => {
						let _ = chain.contest();
					},
					_ => chain.govern(),
				}
				done += 1;
			}
			if done >= TRANSACTIONS / 4 && CreditRecords::importing() {
				let call = RuntimeCall::CreditRecords(RecordsCall::end_import {});
				assert!(chain.dispatch(RuntimeOrigin::root(), call));
			}
			chain.close();
			if done >= TRANSACTIONS / 2 && chain.engines.len() == 1 {
				let start = state(chain.time).start().unwrap();
				chain.engines.push(Engine::new(start));
				chain.compare();
			}
			let contested = |(provider, sequence): &(Account, u64)| -> bool {
				CreditRecords::objection((*provider).into(), *sequence).is_some()
			};
			chain.contested.retain(contested);
			chain.open();
		}
		chain.close();

		// Everything that may move a score did happen.
		for name in [
			"BondPosted",
			"BondWithdrawn",
			"ContradictionProven",
			"ControllerChanged",
			"EnterpriseClosed",
			"EvidenceLeft",
			"ImportEnded",
			"LevelRaised",
			"ObjectionClosed",
			"ObjectionOpened",
			"ParametersCancelled",
			"ParametersChanged",
			"ParametersScheduled",
			"RecordWithdrawn",
			"RecordsApplied",
			"RecordsSettled",
			"SchemaChanged",
			"SourcesRegistered",
		] {
			assert!(chain.counts.contains_key(name), "{name} never happened: {:?}", chain.counts);
		}
		assert!(chain.known.len() > TRANSACTIONS as usize / 4, "{:?}", chain.counts);
	});
}

#[test]
fn ten_thousand_random_transactions_leave_no_difference() {
	random_history(1);
}

#[test]
fn nor_do_others() {
	random_history(2);
}

/// What the chain has otherwise is seen, with the block in which it began.
#[test]
fn a_score_that_was_tampered_with_is_found() {
	TestExternalities::default().execute_with(|| {
		let mut chain = Chain::new(3);
		let mut trail = Trail::default();
		trail.note(0, &mut chain.engines[0]);
		chain.open();
		let Provider { account, sources, .. } = &chain.providers[0];
		let (account, sources) = (account.clone(), sources.clone().try_into().unwrap());
		assert!(chain.sign(&account, RecordsCall::register_sources { sources }));
		// What the chain has after each block.
		let mut history = Vec::new();
		let mut tampered = None;
		for block in 1..60u32 {
			chain.submit();
			let (events, calls) =
				(std::mem::take(&mut chain.events), std::mem::take(&mut chain.calls));
			for item in items((chain.before, chain.time), events, &calls, [].iter()) {
				// From when on the states differ, what events tell may differ as well.
				let found = chain.engines[0].take(&item).unwrap();
				assert!(found.is_empty() || tampered.is_some());
			}
			trail.note(block, &mut chain.engines[0]);
			if block == 30 {
				let (key, mut altered) = entries("CreditScore", "Subjects").swap_remove(0);
				// The lowest byte of the time by comparison with which the sums are kept.
				altered[8] ^= 1;
				unhashed::put_raw(&key, &altered);
				tampered = Some(Key::Subject(*key.last_chunk::<32>().unwrap()));
			}
			let parameters = CreditScore::parameters();
			let mut state = State { parameters, ..State::default() };
			for (pallet, name) in State::COMPARED {
				state.maps.insert((pallet, name), entries(pallet, name));
			}
			history.push(state.compared().unwrap());
			chain.open();
		}
		let key = tampered.unwrap();
		let agrees = async |block: u32| {
			let theirs = history[block as usize - 1].get(&key);
			let theirs = theirs.map(|encoded| sp_crypto_hashing::blake2_128(encoded));
			Ok::<_, ()>(theirs == trail.at(&key, block))
		};
		let first = futures::executor::block_on(hanse_audit::first_difference(1, 59, agrees));
		assert_eq!(first, Ok(30));
	});
}
