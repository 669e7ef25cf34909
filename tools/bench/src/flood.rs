//! Whether one member can be in the way of another.

use crate::{
	chain::{Account, Happened, Indicator, Runtime},
	cli::FloodArgs,
	error::{Error, rpc},
	evidence::{Evidence, Signing, Subjects, registrations, sign_batches, single},
	follow::{Follower, News},
	load::{Load, Taken, Trace, Transaction, submit},
	machine::Machine,
	node::Chain,
	quantiles::Quantiles,
	records::{difference, final_state, now},
};
use codec::Decode;
use hanse_client::{Connection, Progress, lost};
use hanse_credit_model::DAY;
use serde::{Deserialize, Serialize};
use std::{
	collections::HashMap,
	time::{Duration, Instant},
};
use subxt::utils::{AccountId32, H256};
use subxt_signer::sr25519::Keypair;
use tokio::time::{MissedTickBehavior, interval};

/// By how many times longer the others may have to wait at most.
pub const BAR: f64 = 1.1;

/// How long to wait for the records of one part, and for what the flood leaves behind.
const PATIENCE: Duration = Duration::from_secs(180);

/// How many sources each member has.
const SOURCES: u64 = 100;

/// What a flood does to others.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Report {
	/// What it was measured on.
	pub machine: Machine,
	/// The version of the node.
	pub node: String,
	/// How many records a member may submit in a block.
	pub quota: u32,
	/// How many it may have waiting.
	pub window: u32,
	/// How long each part lasted, in seconds.
	pub seconds: u64,
	/// How many milliseconds there were between two single records.
	pub every: u64,
	/// Single records before the flood.
	pub before: Part,
	/// Single records during the flood.
	pub during: Part,
	/// Single records after it.
	pub after: Part,
	/// Single records before and after it.
	pub quiet: Part,
	/// How many times as long 95 of a hundred single records took at most during the flood.
	pub ratio: f64,
	/// How many times it may be.
	pub bar: f64,
	/// The flood itself.
	pub flood: Flood,
}

/// How long single records took, in seconds.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Default, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Part {
	/// From the submission to the first block.
	pub to_inclusion: Quantiles,
	/// From the submission until that was final.
	pub to_finality: Quantiles,
}

/// What the flooding member did, and what came of it.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Default, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Flood {
	/// How many records it submitted, those that were put off and submitted again included.
	pub submitted: u64,
	/// How many times its quota that is for each slot.
	pub times_quota: f64,
	/// How many the node took into its pool.
	pub taken: u64,
	/// How many transactions it put off, because they were too far ahead or there was no room.
	pub put_off: u64,
	/// How many records the stream grew by.
	pub recorded: u64,
	/// How many records were in the fullest block.
	pub most_in_block: u64,
	/// How many of those that were taken are missing.
	pub lost: u64,
	/// How much the two nodes computed during the flood, in threads.
	pub node_threads: Option<f64>,
}

/// A member, with its node.
struct Member {
	connection: Connection,
	keys: Keypair,
	account: Account,
	evidence: Evidence,
}

/// Measures.
///
/// # Errors
///
/// If the chain does not do what it should.
pub async fn run(args: &FloodArgs) -> Result<Report, Error> {
	eprintln!("starting two nodes");
	let mut chain = Chain::of_two_members(&args.start).await?;
	let url = |place: usize| chain.nodes.get(place).map(|n| n.url.clone()).unwrap_or_default();
	let (rating, payment) = (Indicator::Rating, Indicator::PaidOnTime);
	let alice = Member::open(&url(0), "//Alice", rating, "flood", args.subjects).await?;
	let bob = Member::open(&url(1), "//Bob", payment, "single", args.subjects).await?;
	let at = final_state(&alice.connection).await?;
	let rules = Runtime(&at).rules().await?;
	let size = args.batch.min(Runtime(&at).max_batch()?).min(rules.quota);
	let slot = slot(&alice.connection).await?;
	alice.register(size).await?;
	bob.register(size).await?;

	let in_part = args.seconds.saturating_mul(1_000) / args.every;
	let singles = bob.sign_singles(3 * in_part).await?;
	let parts = singles.chunks(usize::try_from(in_part).unwrap_or(usize::MAX)).collect::<Vec<_>>();
	let [first, second, third] = parts[..] else {
		return Err(Error::TooLittle {
			seconds: args.seconds as f64,
			wanted: args.seconds,
			option: "--seconds",
		});
	};
	let slots = Duration::from_secs(args.seconds).as_millis() / slot.as_millis().max(1);
	let slots = u64::try_from(slots).unwrap_or(u64::MAX);
	let in_slot = u64::from(rules.quota) * u64::from(args.times);
	// What blocks take at most, what may wait then, and what is put off beyond.
	let enough = u64::from(rules.quota) * (slots + 10) + u64::from(rules.window) + in_slot;
	let flood = alice.sign_batches(enough, size).await?;

	let mut follower = Follower::start(&bob.connection).await?;
	let every = Duration::from_millis(args.every);
	eprintln!("single records, and nothing else");
	let before = part(&bob, &mut follower, first, every, None).await?.0;
	chain.check()?;

	eprintln!("single records, and the flood");
	let recorded = alice.recorded().await?;
	let from = final_state(&alice.connection).await?.block_number();
	let computed = chain.nodes.iter().map(|node| node.computed()).collect::<Vec<_>>();
	let started = Instant::now();
	let flooding = Flooding { alice: &alice, transactions: &flood, in_slot, slot };
	let (during, mut flooded) =
		part(&bob, &mut follower, second, every, Some((flooding, args.seconds))).await?;
	let lasted = started.elapsed().as_secs_f64();
	let computed = chain
		.nodes
		.iter()
		.zip(computed)
		.map(|(node, before)| difference(before, node.computed()))
		.sum::<Option<Duration>>();
	flooded.node_threads = computed.map(|computed| computed.as_secs_f64() / lasted);
	flooded.times_quota = flooded.submitted as f64
		/ f64::from(rules.quota)
		/ (args.seconds as f64 / slot.as_secs_f64());
	chain.check()?;

	eprintln!("waiting until nothing of the flood is left");
	let (until, most) = alice.drained(from, recorded + flooded.taken).await?;
	flooded.recorded = until - recorded;
	flooded.most_in_block = most;
	flooded.lost = flooded.taken.saturating_sub(flooded.recorded);

	eprintln!("single records, and nothing else");
	let after = part(&bob, &mut follower, third, every, None).await?.0;
	let quiet = Part::of(before.iter().chain(&after));
	let (before, during, after) = (Part::of(&before), Part::of(&during), Part::of(&after));
	Ok(Report {
		machine: Machine::here(),
		node: alice.connection.rpc.system_version().await.map_err(rpc)?,
		quota: rules.quota,
		window: rules.window,
		seconds: args.seconds,
		every: args.every,
		ratio: during.to_inclusion.p95 / quiet.to_inclusion.p95,
		bar: BAR,
		before,
		during,
		after,
		quiet,
		flood: flooded,
	})
}

impl Part {
	fn of<'a>(traces: impl IntoIterator<Item = &'a Trace> + Clone) -> Self {
		let times = |until: fn(&Trace) -> Option<Instant>| {
			let times = traces.clone().into_iter().filter_map(move |trace| {
				Some(until(trace)?.saturating_duration_since(trace.submitted).as_secs_f64())
			});
			Quantiles::of(times)
		};
		Self {
			to_inclusion: times(|trace| trace.included),
			to_finality: times(|trace| trace.finalised),
		}
	}
}

impl Member {
	async fn open(
		url: &str,
		secret: &str,
		indicator: Indicator,
		kind: &'static str,
		subjects: u64,
	) -> Result<Self, Error> {
		let connection = Connection::open(url).await?;
		let keys = hanse_client::keys(secret)?;
		let at = final_state(&connection).await?;
		let evidence = Evidence {
			sources: (kind, SOURCES),
			subjects: Subjects::AnyOf(subjects),
			indicator,
			terms: Runtime(&at).schema(indicator).await?,
			// All of it on the same day, which is over.
			begin: now() - 2 * DAY,
			pace: (0, 1),
		};
		evidence.check()?;
		Ok(Self { account: keys.public_key().0, connection, keys, evidence })
	}

	async fn nonce(&self) -> Result<u64, Error> {
		let account = AccountId32(self.account);
		self.connection.rpc.system_account_next_index(&account).await.map_err(rpc)
	}

	async fn recorded(&self) -> Result<u64, Error> {
		let at = final_state(&self.connection).await?;
		Runtime(&at).next_sequence(&self.account).await
	}

	/// Registers the sources, and waits until that is final.
	async fn register(&self, size: u32) -> Result<(), Error> {
		let at = final_state(&self.connection).await?;
		let mut signing = Signing { at: &at, keys: &self.keys, nonce: self.nonce().await? };
		let calls = registrations(&self.evidence.sources(), size);
		let transactions =
			calls.iter().map(|call| signing.sign(call, 1)).collect::<Result<Vec<_>, _>>()?;
		let mut follower = Follower::start(&self.connection).await?;
		let load = Load { backlog: transactions.len(), together: 1, most: None };
		let outcome =
			load.run(&self.connection, &mut follower, &transactions, async |_, _| Ok(())).await?;
		for (number, block) in &outcome.blocks {
			self.happened(*number, block.hash).await?;
		}
		Ok(())
	}

	/// What became of this member's records in a block, in which nothing may have failed.
	async fn happened(&self, number: u64, hash: H256) -> Result<Happened, Error> {
		let at = self.connection.client.at_block(hash).await.map_err(lost)?;
		let happened = Happened::at(&at, &self.account).await?;
		match happened.failed.first() {
			Some(reason) => {
				let (what, reason) = ("a transaction", reason.clone());
				Err(Error::Failed { block: number, what, reason })
			},
			None => Ok(happened),
		}
	}

	async fn sign_singles(&self, count: u64) -> Result<Vec<Transaction>, Error> {
		let at = final_state(&self.connection).await?;
		let first = self.recorded().await?;
		let mut signing = Signing { at: &at, keys: &self.keys, nonce: self.nonce().await? };
		(0..count)
			.map(|number| signing.sign(&single(&self.evidence, number, first + number), 1))
			.collect()
	}

	async fn sign_batches(&self, count: u64, size: u32) -> Result<Vec<Transaction>, Error> {
		let at = final_state(&self.connection).await?;
		let first = self.recorded().await?;
		let mut signing = Signing { at: &at, keys: &self.keys, nonce: self.nonce().await? };
		let mut progress = Progress::new("records signed", count);
		sign_batches(&mut signing, &self.evidence, 0..count, first, size, |done| {
			progress.set(done);
		})
	}

	/// Waits until the stream is as long as it should be, and returns how long it is, and how many
	/// records there were in the fullest of the blocks after `from`.
	async fn drained(&self, from: u64, expected: u64) -> Result<(u64, u64), Error> {
		let started = Instant::now();
		let mut follower = Follower::start(&self.connection).await?;
		let (mut seen, mut most) = (from, 0u64);
		loop {
			let recorded = self.recorded().await?;
			let last = final_state(&self.connection).await?.block_number();
			while seen < last {
				seen += 1;
				let at = self.connection.client.at_block(seen).await.map_err(lost)?;
				let happened = Happened::at(&at, &self.account).await?;
				let records = happened.applied.iter().map(|(_, records)| *records as u64);
				most = most.max(records.sum());
			}
			if recorded >= expected || started.elapsed() > PATIENCE {
				return Ok((recorded, most));
			}
			follower.next(PATIENCE).await?;
		}
	}
}

/// A flood that is about to begin.
struct Flooding<'a> {
	alice: &'a Member,
	transactions: &'a [Transaction],
	in_slot: u64,
	slot: Duration,
}

impl Flooding<'_> {
	/// Submits so many records in each slot, for so long: first what was put off, then what is new.
	async fn run(self, lasting: Duration) -> Result<Flood, Error> {
		let Self { alice, transactions, in_slot, slot } = self;
		let mut flood = Flood::default();
		let mut next = 0;
		let mut slots = interval(slot);
		slots.set_missed_tick_behavior(MissedTickBehavior::Delay);
		let started = Instant::now();
		while started.elapsed() < lasting {
			slots.tick().await;
			let (mut submitted, mut place) = (0, next);
			while submitted < in_slot && started.elapsed() < lasting {
				let Some(transaction) = transactions.get(place) else { break };
				let records = u64::from(transaction.records);
				match submit(&alice.connection, transaction).await? {
					Taken::Yes => {
						flood.taken += records;
						if place == next {
							next += 1;
						}
					},
					Taken::Later(_) | Taken::Banned => flood.put_off += 1,
				}
				submitted += records;
				place += 1;
			}
			flood.submitted += submitted;
		}
		Ok(flood)
	}
}

/// Submits single records one after the other, beside a flood or nothing, and follows each until it is
/// final.
async fn part(
	bob: &Member,
	follower: &mut Follower,
	singles: &[Transaction],
	every: Duration,
	flooding: Option<(Flooding<'_>, u64)>,
) -> Result<(Vec<Trace>, Flood), Error> {
	// What happened before is no part of it.
	while follower.ready().await?.is_some() {}
	let flooded = async {
		match flooding {
			Some((flooding, seconds)) => flooding.run(Duration::from_secs(seconds)).await,
			None => Ok(Flood::default()),
		}
	};
	let (submitted, seen, flood) =
		tokio::try_join!(submit_singles(bob, singles, every), watch(follower, singles), flooded)?;
	let traces = submitted.into_iter().zip(seen).map(|(submitted, (included, finalised))| Trace {
		submitted,
		included,
		finalised,
	});
	Ok((traces.collect(), flood))
}

/// Submits single records, and tells when each was submitted for the first time.
async fn submit_singles(
	bob: &Member,
	singles: &[Transaction],
	every: Duration,
) -> Result<Vec<Instant>, Error> {
	let mut ticks = interval(every);
	ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
	let mut submitted = Vec::new();
	for single in singles {
		ticks.tick().await;
		let when = Instant::now();
		// Whatever keeps it from being taken is a part of its way.
		while submit(&bob.connection, single).await? != Taken::Yes {
			ticks.tick().await;
		}
		submitted.push(when);
	}
	Ok(submitted)
}

/// When each transaction was in a block, and when that was final.
async fn watch(
	follower: &mut Follower,
	transactions: &[Transaction],
) -> Result<Vec<(Option<Instant>, Option<Instant>)>, Error> {
	let places = transactions.iter().enumerate().map(|(place, t)| (t.hash, place));
	let places = places.collect::<HashMap<_, _>>();
	let mut seen = vec![(None, None); transactions.len()];
	let (mut left, mut moved) = (transactions.len(), Instant::now());
	while left > 0 {
		let news = follower.next(PATIENCE).await?;
		let (block, when, is_final) = match news {
			News::Best(block, when) => (block, when, false),
			News::Final(block, when) => (block, when, true),
		};
		for hash in &block.transactions {
			let Some(times) = places.get(hash).and_then(|place| seen.get_mut(*place)) else {
				continue;
			};
			times.0 = times.0.or(Some(when));
			if is_final && times.1.is_none() {
				times.1 = Some(when);
				left -= 1;
				moved = Instant::now();
			}
		}
		if moved.elapsed() > PATIENCE {
			return Err(Error::Stalled { waiting: left, seconds: PATIENCE.as_secs() });
		}
	}
	Ok(seen)
}

/// How long a slot is.
async fn slot(connection: &Connection) -> Result<Duration, Error> {
	let answer =
		connection.rpc.state_call("AuraApi_slot_duration", None, None).await.map_err(rpc)?;
	let millis =
		u64::decode(&mut &answer[..]).map_err(|error| hanse_client::Error::OtherVersion {
			what: "the length of a slot".to_owned(),
			reason: error.to_string(),
		})?;
	Ok(Duration::from_millis(millis))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_part_is_told_by_its_quantiles() {
		let start = Instant::now();
		let after = |millis| Some(start + Duration::from_millis(millis));
		let trace = |millis| Trace {
			submitted: start,
			included: after(millis),
			finalised: after(3 * millis),
		};
		let traces = [trace(1_000), trace(2_000)];
		let part = Part::of(&traces);
		assert_eq!((part.to_inclusion.p50, part.to_inclusion.most), (1.0, 2.0));
		assert_eq!((part.to_finality.count, part.to_finality.most), (2, 6.0));
	}
}
