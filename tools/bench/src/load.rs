//! Getting transactions into final blocks, with always as many waiting for a block.

use crate::{
	chain::time_of,
	error::{Error, rpc},
	follow::{Follower, News},
	quantiles::Quantiles,
};
use futures::{StreamExt, stream};
use hanse_client::Connection;
use std::{
	collections::{BTreeMap, HashMap, VecDeque},
	time::{Duration, Instant},
};
use subxt::{
	rpcs::{Error as RpcError, UserError},
	utils::H256,
};

/// How long to wait until something becomes final.
const PATIENCE: Duration = Duration::from_secs(120);

/// A signed transaction.
#[derive(Clone, Debug)]
pub struct Transaction {
	/// Its hash.
	pub hash: H256,
	/// As it is submitted.
	pub bytes: Vec<u8>,
	/// How many records it carries, or how many of whatever else is counted.
	pub records: u32,
}

/// How the node took a transaction.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Taken {
	/// It is in the pool.
	Yes,
	/// Not now: there is no room for it, or it is too far ahead.
	Later(String),
	/// Not any more as it is: it was refused before, and is banned for a while.
	Banned,
}

/// Submits a transaction.
///
/// # Errors
///
/// [`Error::Refused`] if it will never be taken.
pub async fn submit(connection: &Connection, transaction: &Transaction) -> Result<Taken, Error> {
	match connection.rpc.author_submit_extrinsic(&transaction.bytes).await {
		Ok(_) => Ok(Taken::Yes),
		Err(RpcError::User(error)) => judge(&error),
		Err(error) => Err(rpc(error)),
	}
}

/// What it means that the node did not take a transaction, by the codes of `author_submitExtrinsic`.
fn judge(error: &UserError) -> Result<Taken, Error> {
	let detail = error.data.as_ref().map_or("", |data| data.get()).trim_matches('"');
	let reason = match detail {
		"" => error.message.clone(),
		detail => format!("{}: {detail}", error.message),
	};
	match error.code {
		1012 => Ok(Taken::Banned),
		// Already in the pool.
		1013 => Ok(Taken::Yes),
		// Of unknown validity, as one beyond the window of its provider; or no room in the pool.
		1011 | 1016 => Ok(Taken::Later(reason)),
		1010 if detail.contains("exhaust") => Ok(Taken::Later(reason)),
		_ => Err(Error::Refused { what: "a transaction".to_owned(), reason }),
	}
}

/// What became of a transaction, and when.
#[derive(Clone, Copy, Debug)]
pub struct Trace {
	/// Just before it was submitted.
	pub submitted: Instant,
	/// When the first block with it was heard of.
	pub included: Option<Instant>,
	/// When it was heard that the block is final.
	pub finalised: Option<Instant>,
}

/// A final block with transactions of the load.
#[derive(Clone, Copy, Debug)]
pub struct LoadedBlock {
	/// Its hash.
	pub hash: H256,
	/// How many of the load's transactions are in it.
	pub transactions: u32,
	/// How many records these carry.
	pub records: u64,
	/// Its time in milliseconds since the UNIX epoch, as its author put it in.
	pub time: u64,
}

/// What a load came to.
#[derive(Default, Debug)]
pub struct Outcome {
	/// Of each transaction that was submitted, in order.
	pub traces: Vec<Trace>,
	/// The final blocks, by number.
	pub blocks: BTreeMap<u64, LoadedBlock>,
	/// How often the node had no room.
	pub put_off: u64,
	/// Whether all transactions were submitted.
	pub all: bool,
}

/// How to load a node.
#[derive(Clone, Copy, Debug)]
pub struct Load {
	/// How many transactions wait for a block at a time.
	pub backlog: usize,
	/// How many are on their way to the node at a time. One keeps them in order.
	pub together: usize,
	/// After how long to submit no more, from the first one in a block on.
	pub most: Option<Duration>,
}

impl Load {
	/// Submits transactions, and waits until those that were submitted are final. `done` hears of
	/// each final block with some of them, and its height.
	///
	/// # Errors
	///
	/// If the node refuses one for good, nothing becomes final for two minutes, or `done` fails.
	pub async fn run(
		self,
		connection: &Connection,
		follower: &mut Follower,
		transactions: &[Transaction],
		mut done: impl AsyncFnMut(u64, &LoadedBlock) -> Result<(), Error>,
	) -> Result<Outcome, Error> {
		let mut waiting = (0..transactions.len()).collect::<VecDeque<_>>();
		// Where its trace stands, and where the transaction.
		let mut underway = HashMap::<H256, (usize, usize)>::new();
		let mut outcome = Outcome::default();
		let (mut open, mut first, mut moved) = (0usize, None::<Instant>, Instant::now());
		let (mut full, mut not_final) = (false, 0usize);
		// What happened before is no part of it.
		while follower.ready().await?.is_some() {}
		loop {
			let over = match (self.most, first) {
				(Some(most), Some(first)) => first.elapsed() >= most,
				_ => false,
			};
			if !over && !full {
				let room = self.backlog.saturating_sub(open).min(waiting.len());
				let next = waiting.drain(..room).collect::<Vec<_>>();
				full = self
					.submit_some(connection, transactions, next, |place, submitted| match submitted
					{
						Some(when) => {
							let trace = Trace { submitted: when, included: None, finalised: None };
							let places = (outcome.traces.len(), place);
							underway.insert(transactions[place].hash, places);
							outcome.traces.push(trace);
							open += 1;
							not_final += 1;
						},
						None => {
							waiting.push_back(place);
							outcome.put_off += 1;
						},
					})
					.await?;
				// Whatever was put off comes first again.
				waiting.make_contiguous().sort_unstable();
			}
			if not_final == 0 && (over || waiting.is_empty()) {
				outcome.all = waiting.is_empty();
				return Ok(outcome);
			}

			match follower.next(PATIENCE).await? {
				News::Best(block, when) => {
					for hash in &block.transactions {
						let Some((trace, _)) = underway.get(hash) else { continue };
						let trace = &mut outcome.traces[*trace];
						if trace.included.is_none() {
							trace.included = Some(when);
							first = first.or(Some(when));
							open -= 1;
						}
					}
					// There may be room again.
					full = false;
				},
				News::Final(block, when) => {
					let mut loaded =
						LoadedBlock { hash: block.hash, transactions: 0, records: 0, time: 0 };
					for hash in &block.transactions {
						let Some((trace, place)) = underway.remove(hash) else { continue };
						let trace = &mut outcome.traces[trace];
						if trace.included.is_none() {
							trace.included = Some(when);
							open -= 1;
						}
						trace.finalised = Some(when);
						not_final -= 1;
						loaded.transactions += 1;
						loaded.records += u64::from(transactions[place].records);
					}
					if loaded.transactions > 0 {
						moved = Instant::now();
						loaded.time = time_of(connection, block.hash).await?;
						outcome.blocks.insert(block.number, loaded);
						done(block.number, &loaded).await?;
					}
				},
			}
			if moved.elapsed() > PATIENCE {
				let waiting = not_final + waiting.len();
				return Err(Error::Stalled { waiting, seconds: PATIENCE.as_secs() });
			}
		}
	}

	/// Submits the transactions at these places, and returns whether the node has no more room. `done`
	/// hears of each when it was submitted, or that it was not.
	async fn submit_some(
		self,
		connection: &Connection,
		transactions: &[Transaction],
		places: Vec<usize>,
		mut done: impl FnMut(usize, Option<Instant>),
	) -> Result<bool, Error> {
		let mut full = false;
		let mut submitted = stream::iter(places)
			.map(|place| async move {
				let when = Instant::now();
				let Some(transaction) = transactions.get(place) else {
					return (place, when, Ok(Taken::Yes));
				};
				(place, when, submit(connection, transaction).await)
			})
			.buffered(self.together.max(1));
		while let Some((place, when, taken)) = submitted.next().await {
			match taken? {
				Taken::Yes => done(place, Some(when)),
				Taken::Later(_) | Taken::Banned => {
					full = true;
					done(place, None);
				},
			}
		}
		Ok(full)
	}
}

impl Outcome {
	/// The part of a run in which the node was under full load: from the first block with some of it,
	/// which began somewhere within, to the last but one, which ended before the work did.
	pub fn steady(&self) -> Steady {
		let blocks = self.blocks.values().collect::<Vec<_>>();
		let within = match blocks.split_last() {
			Some((_, most)) if most.len() > 1 => most,
			_ => &blocks[..],
		};
		let (Some(first), Some(last)) = (within.first(), within.last()) else {
			return Steady::default();
		};
		let counted = &within[1..];
		Steady {
			seconds: seconds(first.time, last.time),
			blocks: counted.len(),
			transactions: counted.iter().map(|block| u64::from(block.transactions)).sum(),
			records: counted.iter().map(|block| block.records).sum(),
			slowest_minute: slowest(within, 60.0),
		}
	}

	/// How long it took from the submission to the first block, in seconds.
	pub fn to_inclusion(&self) -> Quantiles {
		self.times(|trace| trace.included)
	}

	/// How long it took from the submission until the block was final, in seconds.
	pub fn to_finality(&self) -> Quantiles {
		self.times(|trace| trace.finalised)
	}

	fn times(&self, until: impl Fn(&Trace) -> Option<Instant>) -> Quantiles {
		let times = self.traces.iter().filter_map(|trace| {
			Some(until(trace)?.saturating_duration_since(trace.submitted).as_secs_f64())
		});
		Quantiles::of(times)
	}
}

/// What happened under full load.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct Steady {
	/// How long that was, by the time of blocks.
	pub seconds: f64,
	/// How many blocks with some of the load.
	pub blocks: usize,
	/// How many of its transactions.
	pub transactions: u64,
	/// How many records.
	pub records: u64,
	/// How many records per second in the slowest minute; nothing if it was not a minute.
	pub slowest_minute: Option<f64>,
}

impl Steady {
	/// How many records per second.
	pub fn rate(&self) -> f64 {
		if self.seconds > 0.0 { self.records as f64 / self.seconds } else { 0.0 }
	}
}

fn seconds(from: u64, to: u64) -> f64 {
	to.saturating_sub(from) as f64 / 1e3
}

/// The least records per second in any period at least so long.
fn slowest(blocks: &[&LoadedBlock], period: f64) -> Option<f64> {
	let mut least = None::<f64>;
	for (start, first) in blocks.iter().enumerate() {
		let mut records = 0;
		for block in blocks.iter().skip(start + 1) {
			records += block.records;
			let took = seconds(first.time, block.time);
			if took >= period {
				let rate = records as f64 / took;
				least = Some(least.map_or(rate, |least| least.min(rate)));
				break;
			}
		}
	}
	least
}

#[cfg(test)]
mod tests {
	use super::*;

	fn error(code: i32, data: &str) -> UserError {
		let data = serde_json::value::to_raw_value(data).unwrap();
		UserError { code, message: "no".to_owned(), data: Some(data) }
	}

	#[test]
	fn the_node_says_what_becomes_of_a_transaction() {
		assert_eq!(judge(&error(1013, "0x00")).unwrap(), Taken::Yes);
		assert_eq!(judge(&error(1012, "")).unwrap(), Taken::Banned);
		for later in [error(1016, "limit"), error(1011, "Custom(1)"), error(1010, "exhausted")] {
			assert!(matches!(judge(&later).unwrap(), Taken::Later(_)));
		}
		assert!(matches!(judge(&error(1010, "bad signature")), Err(Error::Refused { .. })));
	}

	fn outcome(blocks: &[(u64, u64)]) -> Outcome {
		let blocks = (1..).zip(blocks).map(|(number, (time, records))| {
			let loaded =
				LoadedBlock { hash: H256::zero(), transactions: 2, records: *records, time: *time };
			(number, loaded)
		});
		Outcome { blocks: blocks.collect(), ..Outcome::default() }
	}

	#[test]
	fn the_first_and_the_last_block_are_not_counted() {
		// The first may have had a part of its slot only, the last one not enough to do.
		let steady = outcome(&[(0, 5), (2_000, 10), (4_000, 20), (6_000, 1)]).steady();
		assert_eq!((steady.seconds, steady.records, steady.blocks), (4.0, 30, 2));
		assert_eq!((steady.transactions, steady.rate()), (4, 7.5));
		assert_eq!(steady.slowest_minute, None);
		assert_eq!(outcome(&[]).steady().rate(), 0.0);
		assert_eq!(outcome(&[(1, 7)]).steady().rate(), 0.0);
	}

	#[test]
	fn the_slowest_minute_is_found() {
		let mut blocks = (0..100).map(|slot| (slot * 2_000, 100)).collect::<Vec<_>>();
		for slow in &mut blocks[40..70] {
			slow.1 = 40;
		}
		let slowest = outcome(&blocks).steady().slowest_minute.unwrap();
		assert!((slowest - 20.0).abs() < 1e-9, "{slowest}");
	}

	#[test]
	fn times_are_from_the_submission() {
		let start = Instant::now();
		let after = |seconds| start + Duration::from_secs(seconds);
		let trace = |included, finalised| Trace {
			submitted: start,
			included: Some(after(included)),
			finalised: Some(after(finalised)),
		};
		let traces = vec![trace(1, 3), trace(2, 4)];
		let outcome = Outcome { traces, ..Outcome::default() };
		assert_eq!(outcome.to_inclusion().p50, 1.0);
		assert_eq!(outcome.to_finality().most, 4.0);
	}
}
