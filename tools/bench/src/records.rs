//! What a node can take in records, beside what it can take in plain transfers.

use crate::{
	chain::{Account, Happened, Indicator, RECORDS, Runtime},
	cli::RecordsArgs,
	error::{Error, rpc},
	evidence::{Evidence, Signing, Subjects, registrations, sign_batches},
	execution::{self, Timing},
	follow::{Follower, News},
	load::{Load, LoadedBlock, Outcome, Transaction},
	machine::{self, Machine},
	node::{Built, Chain},
	quantiles::Quantiles,
	state::{Grown, Size, entries},
	transfers,
};
use hanse_client::{At, Connection, Progress, lost};
use hanse_credit_model::{DAY, Moment};
use serde::{Deserialize, Serialize};
use std::{
	collections::BTreeMap,
	ops::Range,
	time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};
use subxt::utils::{AccountId32, H256};
use subxt_signer::sr25519::Keypair;

/// In which time all records of a run happen. Within it the oldest are not yet so old that the chain
/// would refuse them.
const HISTORY: Moment = 3 * 365 * DAY;

/// How long before now the last of them happened, so that there is room for one that lets all others
/// mature.
const AGO: Moment = 100 * DAY;

/// How long the chain may take until all records are settled.
const SETTLED_WITHIN: Duration = Duration::from_secs(1_800);

/// How many blocks to wait for a transaction that sets something up.
const SET_UP_WITHIN: Duration = Duration::from_secs(60);

/// How many transfers are on their way to the node at a time: fewer than there are accounts, so that
/// those of one account stay in order.
const TOGETHER: usize = 64;

/// For how long the load is measured at least, in seconds.
pub const AT_LEAST: u64 = 60;

/// What a single node can take.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Report {
	/// What it was measured on.
	pub machine: Machine,
	/// The version of the node.
	pub node: String,
	/// How many subjects the records are about.
	pub subjects: u64,
	/// How many sources gave them.
	pub sources: u64,
	/// How many records a batch carries.
	pub batch: u32,
	/// How many batches waited for a block at a time.
	pub backlog: usize,
	/// The load of records.
	pub records: Throughput,
	/// What became of each record.
	pub losses: Losses,
	/// The load of transfers, on the same node.
	pub transfers: Option<Throughput>,
	/// How many times more records than transfers a second.
	pub ratio: Option<f64>,
	/// What the records left in the state.
	pub growth: Option<Growth>,
	/// How long a record took with few subjects and with many.
	pub execution: Option<Execution>,
}

/// How much of something became final.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Throughput {
	/// How many became final under full load.
	pub count: u64,
	/// In how many transactions.
	pub transactions: u64,
	/// In how many blocks.
	pub blocks: usize,
	/// In which time, by the time of these blocks.
	pub seconds: f64,
	/// How many per second.
	pub per_second: f64,
	/// How many in the slowest minute, per second.
	pub slowest_minute_per_second: Option<f64>,
	/// All of them, from the first submission to the last block, per second of this program's clock.
	pub per_second_in_all: f64,
	/// How long transactions took from their submission to a block, in seconds.
	pub to_inclusion: Quantiles,
	/// How long they took until they were final.
	pub to_finality: Quantiles,
	/// How often the node had no room for a transaction, which was then submitted again.
	pub put_off: u64,
	/// How much this program computed meanwhile, in threads.
	pub generator_threads: f64,
	/// How much the node computed, in threads; nothing if it was started by somebody else.
	pub node_threads: Option<f64>,
	/// How long the author worked on a block: the median, in seconds.
	pub authored_seconds: Option<f64>,
	/// Why it put no more into its blocks, and how many times.
	pub ends: BTreeMap<String, u32>,
}

/// What became of each record.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Losses {
	/// How many were submitted.
	pub submitted: u64,
	/// How many the provider's stream grew by.
	pub in_stream: u64,
	/// How many the events of final blocks say counted, one after the other without a gap.
	pub in_events: u64,
	/// How many are missing.
	pub lost: u64,
}

/// What records left in the state once all were settled.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Growth {
	/// How many records were settled.
	pub settled: u64,
	/// Bytes of keys and values that CreditRecords and CreditScore grew by, for each of them.
	pub bytes_per_record: f64,
	/// The same for everything else.
	pub other_bytes_per_record: f64,
	/// By what they keep, the most first.
	pub items: Vec<Grown>,
	/// How long it took until the last was settled, after the last was recorded.
	pub settlement_seconds: f64,
}

/// How long a record took with few subjects and with many.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Execution {
	/// With few.
	pub few: Timing,
	/// With many.
	pub many: Timing,
	/// How many times longer with many, executed again.
	pub ratio: f64,
}

/// A chain to measure on.
struct Stage {
	/// Unless somebody else runs it.
	chain: Option<Chain>,
	connection: Connection,
	keys: Keypair,
	provider: Account,
	batch: u32,
	load: Load,
}

/// Measures.
///
/// # Errors
///
/// If the chain does not do what it should.
pub async fn run(args: &RecordsArgs) -> Result<Report, Error> {
	let mut stage = Stage::open(args).await?;
	let before = stage.size(args.growth()).await?;

	let pace = (HISTORY, args.records);
	let evidence =
		stage.evidence(args, Subjects::AnyOf(args.subjects), now() - AGO - HISTORY, pace);
	let evidence = evidence.await?;
	stage.register(&evidence).await?;
	let first = stage.recorded().await?;
	if args.growth() && first > 0 {
		return Err(Error::NotFresh { recorded: first });
	}
	let measured = stage.records(&evidence, 0..args.records).await?;
	measured.long_enough("--records")?;
	let records = measured.throughput(stage.built());
	let recorded = stage.recorded().await? - first;
	let losses = Losses {
		submitted: args.records,
		in_stream: recorded,
		in_events: measured.in_events,
		lost: args.records.saturating_sub(recorded.min(measured.in_events)),
	};

	let growth = match before {
		Some(before) => Some(stage.growth(&evidence, args.records, &before).await?),
		None => None,
	};
	let transfers = if args.transfers > 0 {
		let measured = stage.transfers(args).await?;
		measured.long_enough("--transfers")?;
		Some(measured.throughput(stage.built()))
	} else {
		None
	};
	let ratio = transfers.as_ref().map(|transfers| records.per_second / transfers.per_second);
	let node = stage.connection.rpc.system_version().await.map_err(rpc)?;
	let (batch, backlog) = (stage.batch, args.backlog);
	// The other measurement has a node of its own, and this one would be in its way.
	drop(stage);
	let wanted = args.many > 0 && args.node.is_none();
	let execution = if wanted { Some(execution(args).await?) } else { None };

	Ok(Report {
		machine: Machine::here(),
		node,
		subjects: args.subjects,
		sources: args.sources,
		batch,
		backlog,
		records,
		losses,
		transfers,
		ratio,
		growth,
		execution,
	})
}

/// What a load came to, and what it cost.
pub struct Measured {
	/// What it came to.
	pub outcome: Outcome,
	/// How many records the events say counted.
	pub in_events: u64,
	/// How long it lasted, by this program's clock.
	pub lasted: Duration,
	/// How much this program computed.
	pub generator: Option<Duration>,
	/// How much the node computed.
	pub node: Option<Duration>,
}

impl Measured {
	/// Fails if the node was not under full load for long enough.
	fn long_enough(&self, option: &'static str) -> Result<(), Error> {
		let seconds = self.outcome.steady().seconds;
		if seconds < AT_LEAST as f64 {
			return Err(Error::TooLittle { seconds, wanted: AT_LEAST, option });
		}
		Ok(())
	}

	/// As a report tells it.
	pub fn throughput(&self, built: BTreeMap<u64, Built>) -> Throughput {
		let steady = self.outcome.steady();
		let lasted = self.lasted.as_secs_f64();
		let all = self.outcome.blocks.values().map(|block| block.records).sum::<u64>();
		let own = self.outcome.blocks.keys().filter_map(|number| built.get(number));
		let mut ends = BTreeMap::new();
		for built in own.clone() {
			*ends.entry(built.end.clone()).or_default() += 1;
		}
		let authored = Quantiles::of(own.map(|built| built.took.as_secs_f64()));
		let threads = |computed: Duration| computed.as_secs_f64() / lasted;
		Throughput {
			count: steady.records,
			transactions: steady.transactions,
			blocks: steady.blocks,
			seconds: steady.seconds,
			per_second: steady.rate(),
			slowest_minute_per_second: steady.slowest_minute,
			per_second_in_all: all as f64 / lasted,
			to_inclusion: self.outcome.to_inclusion(),
			to_finality: self.outcome.to_finality(),
			put_off: self.outcome.put_off,
			generator_threads: self.generator.map_or(0.0, threads),
			node_threads: self.node.map(threads),
			authored_seconds: (authored.count > 0).then_some(authored.p50),
			ends,
		}
	}
}

/// How much a process has computed between two moments.
pub fn difference(before: Option<Duration>, after: Option<Duration>) -> Option<Duration> {
	after?.checked_sub(before?)
}

impl Stage {
	async fn open(args: &RecordsArgs) -> Result<Self, Error> {
		let (chain, url) = match &args.node {
			Some(url) => (None, url.clone()),
			None => {
				eprintln!("starting a node");
				let chain = Chain::development(&args.start).await?;
				let url = chain.nodes.first().map(|node| node.url.clone()).unwrap_or_default();
				(Some(chain), url)
			},
		};
		let connection = Connection::open(&url).await?;
		let keys = hanse_client::keys(&args.signer)?;
		let at = final_state(&connection).await?;
		if !Runtime(&at).importing().await? {
			return Err(Error::NotImporting);
		}
		let batch = args.batch.min(Runtime(&at).max_batch()?);
		let load = Load { backlog: args.backlog, together: 1, most: None };
		let provider = keys.public_key().0;
		Ok(Self { chain, connection, provider, keys, batch, load })
	}

	/// Records of the pace that is asked for, by the chain's schema.
	async fn evidence(
		&self,
		args: &RecordsArgs,
		subjects: Subjects,
		begin: Moment,
		pace: (Moment, u64),
	) -> Result<Evidence, Error> {
		let indicator = Indicator::Rating;
		let at = final_state(&self.connection).await?;
		let terms = Runtime(&at).schema(indicator).await?;
		let sources = ("source", args.sources);
		let evidence = Evidence { sources, subjects, indicator, terms, begin, pace };
		evidence.check()?;
		Ok(evidence)
	}

	async fn nonce(&self) -> Result<u64, Error> {
		let account = AccountId32(self.provider);
		self.connection.rpc.system_account_next_index(&account).await.map_err(rpc)
	}

	async fn recorded(&self) -> Result<u64, Error> {
		let at = final_state(&self.connection).await?;
		Runtime(&at).next_sequence(&self.provider).await
	}

	fn built(&self) -> BTreeMap<u64, Built> {
		let node = self.chain.as_ref().and_then(|chain| chain.nodes.first());
		node.map(|node| node.built()).unwrap_or_default()
	}

	fn node_computed(&self) -> Option<Duration> {
		self.chain.as_ref()?.nodes.first()?.computed()
	}

	async fn size(&self, wanted: bool) -> Result<Option<Size>, Error> {
		if !wanted {
			return Ok(None);
		}
		let block = self.connection.rpc.chain_get_finalized_head().await.map_err(rpc)?;
		Ok(Some(Size::at(&self.connection, block).await?))
	}

	/// Registers the sources, and waits until that is final.
	async fn register(&self, evidence: &Evidence) -> Result<(), Error> {
		let at = final_state(&self.connection).await?;
		let mut signing = Signing { at: &at, keys: &self.keys, nonce: self.nonce().await? };
		let calls = registrations(&evidence.sources(), self.batch);
		let transactions =
			calls.iter().map(|call| signing.sign(call, 1)).collect::<Result<Vec<_>, _>>()?;
		self.settle_in(&transactions).await.map(drop)
	}

	/// Submits what has to be there first, and waits until it is final. Nothing of it may fail.
	async fn settle_in(&self, transactions: &[Transaction]) -> Result<Outcome, Error> {
		let mut follower = Follower::start(&self.connection).await?;
		let outcome = self
			.load
			.run(&self.connection, &mut follower, transactions, async |_, _| Ok(()))
			.await?;
		for (number, block) in &outcome.blocks {
			self.happened(*number, block.hash).await?;
		}
		Ok(outcome)
	}

	/// What became of records in a block.
	async fn happened(&self, number: u64, block: H256) -> Result<Happened, Error> {
		let at = self.connection.client.at_block(block).await.map_err(lost)?;
		let happened = Happened::at(&at, &self.provider).await?;
		match happened.failed.first() {
			Some(reason) => {
				let (what, reason) = ("a transaction", reason.clone());
				Err(Error::Failed { block: number, what, reason })
			},
			None => Ok(happened),
		}
	}

	/// Submits the records of these numbers, and waits until all are final.
	async fn records(
		&mut self,
		evidence: &Evidence,
		numbers: Range<u64>,
	) -> Result<Measured, Error> {
		let at = final_state(&self.connection).await?;
		let first = self.recorded().await?;
		let mut signing = Signing { at: &at, keys: &self.keys, nonce: self.nonce().await? };
		let count = numbers.end - numbers.start;
		let mut progress = Progress::new("records signed", count);
		let transactions =
			sign_batches(&mut signing, evidence, numbers, first, self.batch, |done| {
				progress.set(done);
			})?;
		drop(progress);
		self.measure(self.load, &transactions, ("records final", count), Some(first)).await
	}

	/// The same, and none of them may be missing.
	async fn every_record(
		&mut self,
		evidence: &Evidence,
		numbers: Range<u64>,
	) -> Result<Measured, Error> {
		let submitted = numbers.end - numbers.start;
		let measured = self.records(evidence, numbers).await?;
		match measured.in_events {
			counted if counted == submitted => Ok(measured),
			counted => Err(Error::Missing { submitted, counted }),
		}
	}

	/// Transfers between many accounts, for as long as it takes to measure them.
	async fn transfers(&mut self, args: &RecordsArgs) -> Result<Measured, Error> {
		let keys = transfers::keys(args.accounts)?;
		eprintln!("endowing {} accounts", keys.len());
		transfers::endow(&self.connection, &self.keys, &keys).await?;
		let at = final_state(&self.connection).await?;
		let transactions = transfers::sign(&at, &keys, args.transfers)?;
		let load = Load {
			backlog: args.transfer_backlog,
			together: TOGETHER,
			// The first block does not count, nor the last.
			most: Some(Duration::from_secs(AT_LEAST + 10)),
		};
		let measured =
			self.measure(load, &transactions, ("transfers final", args.transfers), None).await?;
		for (number, block) in &measured.outcome.blocks {
			self.happened(*number, block.hash).await?;
		}
		Ok(measured)
	}

	/// Loads the node. `first` is the number of the first record, if there are records to be followed
	/// in the events.
	async fn measure(
		&mut self,
		load: Load,
		transactions: &[Transaction],
		(what, total): (&'static str, u64),
		first: Option<u64>,
	) -> Result<Measured, Error> {
		let mut follower = Follower::start(&self.connection).await?;
		let mut progress = Progress::new(what, total);
		let (mut done, mut next) = (0, first.unwrap_or_default());
		let (own, node) = (machine::computed(std::process::id()), self.node_computed());
		let started = Instant::now();
		let note = async |number: u64, block: &LoadedBlock| -> Result<(), Error> {
			done += block.records;
			progress.set(done);
			if first.is_some() {
				for (start, counted) in self.happened(number, block.hash).await?.applied {
					// One after the other, without a gap.
					if start == next {
						next += counted as u64;
					}
				}
			}
			Ok(())
		};
		let outcome = load.run(&self.connection, &mut follower, transactions, note).await;
		let lasted = started.elapsed();
		let generator = difference(own, machine::computed(std::process::id()));
		let node = difference(node, self.node_computed());
		drop(progress);
		if let Some(chain) = &mut self.chain {
			chain.check()?;
		}
		let in_events = next - first.unwrap_or_default();
		Ok(Measured { outcome: outcome?, in_events, lasted, generator, node })
	}

	/// Lets all records mature, waits until they are settled, and tells by how much the state grew.
	async fn growth(
		&mut self,
		evidence: &Evidence,
		records: u64,
		before: &Size,
	) -> Result<Growth, Error> {
		let settlement = self.settle_all(evidence, records).await?;
		let at = final_state(&self.connection).await?;
		let after = Size::at(&self.connection, at.block_hash()).await?;
		let items = after.grown_since(before);
		let (mut ours, mut others) = (0, 0);
		for grown in &items {
			let to = if [RECORDS, "CreditScore"].contains(&grown.pallet.as_str()) {
				&mut ours
			} else {
				&mut others
			};
			*to += grown.bytes;
		}
		let per_record = |bytes: i64| bytes as f64 / records.max(1) as f64;
		Ok(Growth {
			settled: records,
			bytes_per_record: per_record(ours),
			other_bytes_per_record: per_record(others),
			items,
			settlement_seconds: settlement.as_secs_f64(),
		})
	}

	/// Lets all records mature by one more, long after them, and waits until no other is pending.
	async fn settle_all(&self, evidence: &Evidence, records: u64) -> Result<Duration, Error> {
		eprintln!("waiting until all records are settled");
		let started = Instant::now();
		let at = final_state(&self.connection).await?;
		let mut signing = Signing { at: &at, keys: &self.keys, nonce: self.nonce().await? };
		// The day after the last one is ninety days old, and one more for the time of this day.
		let late = Evidence {
			begin: evidence.end(records) + 92 * DAY,
			pace: (0, 1),
			sources: evidence.sources,
			..evidence.clone()
		};
		let first = self.recorded().await?;
		let transactions =
			sign_batches(&mut signing, &late, records..records + 1, first, 1, |_| {})?;
		self.settle_in(&transactions).await?;
		let mut follower = Follower::start(&self.connection).await?;
		loop {
			let News::Final(block, _) = follower.next(SET_UP_WITHIN).await? else { continue };
			let at = self.connection.client.at_block(block.hash).await.map_err(lost)?;
			let pending = Runtime(&at).pending().await?;
			// The one that came last is never settled.
			if pending <= 1 {
				return Ok(started.elapsed());
			}
			if started.elapsed() > SETTLED_WITHIN {
				let seconds = started.elapsed().as_secs();
				return Err(Error::NotSettled { pending, seconds });
			}
		}
	}
}

/// Times records with few subjects in the state and with many, on a chain of its own.
async fn execution(args: &RecordsArgs) -> Result<Execution, Error> {
	let mut stage = Stage::open(args).await?;
	// Each part has as many records again before it, so that as many are settled as are recorded.
	let part = args.sample;
	let year = 365 * DAY;
	// The pace at which a record is due when the next half of its part begins.
	let pace = (95 * DAY, part);
	let parts = 2 * 95 * DAY;
	let begin = now() - AGO - 2 * parts - 100 * DAY - year;

	let few = Subjects::AnyOf(args.few);
	let evidence = stage.evidence(args, few, begin, pace).await?;
	stage.register(&evidence).await?;
	stage.every_record(&evidence, 0..part).await?;
	let measured = stage.every_record(&evidence, part..2 * part).await?;
	let few =
		execution::time(&stage.connection, &measured.outcome.blocks, &stage.built(), args.few)
			.await?;

	// Every other subject gets one record.
	let filling = Evidence {
		subjects: Subjects::InTurn(0..args.many),
		begin: evidence.end(2 * part),
		pace: (year, args.many),
		sources: ("source", args.sources),
		..evidence.clone()
	};
	// Numbers go on, so that nothing is told twice.
	let filled = shifted(&filling, 2 * part);
	stage.every_record(&filled, 2 * part..2 * part + args.many).await?;
	let next = 2 * part + args.many;
	stage.settle_all(&filled, next).await?;

	let many = Evidence {
		subjects: Subjects::AnyOf(args.many),
		begin: filled.end(next) + 93 * DAY,
		pace,
		..evidence.clone()
	};
	let many = shifted(&many, next + 1);
	let start = next + 1;
	stage.every_record(&many, start..start + part).await?;
	let measured = stage.every_record(&many, start + part..start + 2 * part).await?;
	let block = final_state(&stage.connection).await?.block_hash();
	let subjects = entries(&stage.connection, block, "CreditScore", "Subjects").await?;
	let many =
		execution::time(&stage.connection, &measured.outcome.blocks, &stage.built(), subjects)
			.await?;
	Ok(Execution { ratio: many.again / few.again, few, many })
}

/// The same evidence, of which the record with the number `from` is the one that happens first.
fn shifted(evidence: &Evidence, from: u64) -> Evidence {
	let (time, events) = evidence.pace;
	let before = u128::from(from) * u128::from(time) / u128::from(events.max(1));
	let before = u64::try_from(before).unwrap_or(u64::MAX);
	Evidence { begin: evidence.begin.saturating_sub(before), ..evidence.clone() }
}

/// The state after the last final block.
pub async fn final_state(connection: &Connection) -> Result<At, Error> {
	Ok(connection.client.at_current_block().await.map_err(lost)?)
}

/// The time, in seconds since the UNIX epoch.
pub fn now() -> Moment {
	SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs())
}
