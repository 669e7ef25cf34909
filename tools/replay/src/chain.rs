//! The replay on a running chain.
//!
//! All that is needed to resume stands on the chain: the number of records in the provider's stream.
//! A run submits what is missing from there on, follows finalised blocks until it is all in, and
//! reads the result from the last of them.

mod blocks;
mod error;
mod history;
mod runtime;
mod submission;

pub use error::Error;

use crate::{
	account::{self, Account},
	engine::Standings,
	ratings::Rating,
	report::ChainReport,
};
use hanse_client::{At, Blocks, Error as ClientError, Progress, lost};
use hanse_credit_model::{DAY, Fixed, Source, Subject};
use history::History;
use runtime::Runtime;
use std::{
	collections::HashSet,
	ops::Range,
	time::{Duration, Instant},
};
use submission::{Submission, Verdict};
use subxt::{
	OnlineClient, SubstrateConfig, config::RpcConfigFor, rpcs::methods::LegacyRpcMethods,
	utils::AccountId32,
};
use subxt_signer::sr25519::Keypair;

/// How many scores are compared with what the chain itself says.
const SAMPLE: usize = 10;

/// How often a run begins anew without having got any further.
const ATTEMPTS: u32 = 3;

/// How to replay.
pub struct Options {
	/// The node to talk to.
	pub url: String,
	/// The secret of the member that submits.
	pub signer: String,
	/// The most records under one signature.
	pub batch: u32,
	/// The most transactions that wait for finality at a time.
	pub window: u32,
	/// How long to wait for a transaction, or for a finalised block.
	pub patience: Duration,
}

/// What a replay brought.
pub struct Replay {
	/// What the chain knows now.
	pub standings: Standings,
	/// The batches in which it came to know it.
	pub batches: Vec<Range<usize>>,
	/// How many records this run added.
	pub submitted: usize,
	/// How long it took until they were finalised, in seconds.
	pub seconds: f64,
	/// Where that was.
	pub chain: Facts,
}

/// Where a replay took place.
pub struct Facts {
	url: String,
	genesis: String,
	provider: String,
	submitted: usize,
	first_block: Option<u64>,
	last_block: Option<u64>,
	read_at_block: u64,
	unread: Option<String>,
}

impl Facts {
	/// The facts, with the differences between what the chain knows and what the model gives.
	pub fn compared(self, chain: &Standings, offline: &Standings) -> ChainReport {
		let sources = offline.sources.iter().filter_map(|(account, source)| {
			let other = chain.sources.get(account);
			(other != Some(source)).then(|| {
				let found = other.map_or(Fixed::ZERO, Source::credibility);
				source.credibility().distance(found)
			})
		});
		// By what they tell and not bit by bit: the chain drops what has expired when it comes to it, the
		// model when it looks, and the chain remembers what it was told.
		let report = |subject: &Subject| subject.report(chain.clock, &chain.parameters);
		let subjects = offline.subjects.iter().filter_map(|(account, subject)| {
			let (model, other) = (report(subject), chain.subjects.get(account).map(report));
			let found = other.as_ref().map_or(0, |report| report.thousandths);
			(other.as_ref() != Some(&model)).then(|| model.thousandths.abs_diff(found))
		});
		let risks = offline.risks.iter().zip(&chain.risks).filter_map(|(model, chain)| {
			let (model, chain) = ((*model)?, (*chain)?);
			(model != chain).then(|| model.0.abs_diff(chain.0))
		});
		let (sources, subjects, risks) =
			(sources.collect::<Vec<_>>(), subjects.collect::<Vec<_>>(), risks.collect::<Vec<_>>());
		let most_credibility = sources.iter().max().map_or(0, |most| most.scaled(1_000_000));
		ChainReport {
			url: self.url,
			genesis: self.genesis,
			provider: self.provider,
			submitted: self.submitted,
			first_block: self.first_block,
			last_block: self.last_block,
			read_at_block: self.read_at_block,
			differing_sources: sources.len(),
			differing_subjects: subjects.len(),
			differing_risks: risks.len(),
			largest_credibility_difference: f64::from(most_credibility) / 1e6,
			largest_score_difference: f64::from(subjects.into_iter().max().unwrap_or(0)) / 1e3,
			largest_risk_difference: f64::from(risks.into_iter().max().unwrap_or(0)) / 1e4,
			unread: self.unread,
		}
	}
}

/// A connection to a node, and who submits through it.
struct Connection {
	client: OnlineClient<SubstrateConfig>,
	rpc: LegacyRpcMethods<RpcConfigFor<SubstrateConfig>>,
	keys: Keypair,
	provider: AccountId32,
	patience: Duration,
}

impl Connection {
	async fn open(options: &Options) -> Result<Self, Error> {
		let keys = hanse_client::keys(&options.signer)?;
		let hanse_client::Connection { client, rpc, .. } =
			hanse_client::Connection::open(&options.url).await?;
		Ok(Self {
			client,
			rpc,
			provider: keys.public_key().into(),
			keys,
			patience: options.patience,
		})
	}

	/// The provider's next nonce, as of a finalised block.
	async fn nonce(&self, at: &At) -> Result<u64, Error> {
		Ok(at.transactions().account_nonce(&self.provider).await.map_err(lost)?)
	}

	/// Waits until nothing of the provider is on its way to a finalised block any more, so that its
	/// stream and its nonce can be relied on. An interrupted run leaves transactions behind.
	async fn drained(&self, blocks: &mut Blocks) -> Result<(), Error> {
		let mut nonce = self.nonce(blocks.at()).await?;
		let (mut moved, mut told) = (Instant::now(), false);
		loop {
			let expected = self
				.rpc
				.system_account_next_index(&self.provider)
				.await
				.map_err(|error| ClientError::Lost(error.to_string()))?;
			let waiting = expected.saturating_sub(nonce);
			if waiting == 0 {
				return Ok(());
			}
			if !told {
				told = true;
				eprintln!("waiting for transactions submitted before: {waiting}");
			}
			if moved.elapsed() > self.patience {
				return Err(Error::NotIncluded { waiting, seconds: self.patience.as_secs() });
			}
			let now = self.nonce(blocks.next().await?).await?;
			if now > nonce {
				(nonce, moved) = (now, Instant::now());
			}
		}
	}
}

/// Brings all ratings onto the chain, as far as they are not there yet, and reads what came of it.
pub async fn replay(options: Options, ratings: &[Rating]) -> Result<Replay, Error> {
	let connection = Connection::open(&options).await?;
	let mut blocks = Blocks::follow(&connection.client, options.patience).await?;
	ready(&connection, blocks.at()).await?;
	connection.drained(&mut blocks).await?;

	let total = ratings.len() as u64;
	let before = Runtime(blocks.at()).next_sequence(&connection.provider).await?;
	if before > total {
		return Err(Error::LongerStream { recorded: before, total });
	}
	let mut history = History::new(ratings.len());
	if before > 0 {
		eprintln!("{before} of {total} records are on the chain already");
		history.read_back(&connection, blocks.at(), before, ratings).await?;
	}

	let started = Instant::now();
	submit(&connection, &options, &mut blocks, &mut history, before, ratings).await?;
	let seconds = started.elapsed().as_secs_f64();
	let submitted = ratings.len() - before as usize;

	let batches = history.batches(options.batch as usize);
	settled(&mut blocks, options.patience).await?;
	let standings = read(blocks.at(), &mut history, ratings).await?;
	let chain = Facts {
		genesis: format!("{:?}", connection.client.genesis_hash()),
		provider: connection.provider.to_string(),
		submitted,
		first_block: history.first_block(),
		last_block: history.last_block(),
		read_at_block: blocks.at().block_number(),
		unread: history.unread(),
		url: options.url,
	};
	Ok(Replay { standings, batches, submitted, seconds, chain })
}

/// Whether the chain takes a history from this signer.
async fn ready(connection: &Connection, at: &At) -> Result<(), Error> {
	for pallet in ["Consortium", "CreditRecords", "CreditScore"] {
		if at.metadata_ref().pallet_by_name(pallet).is_none() {
			return Err(Error::NotHanse { pallet });
		}
	}
	let runtime = Runtime(at);
	if !runtime.is_behaviour_provider(&connection.provider).await? {
		return Err(Error::NotProvider { account: connection.provider.to_string() });
	}
	// Otherwise old ratings would count as what they are, years stale.
	if !runtime.importing().await? {
		return Err(Error::NotImporting);
	}
	Ok(())
}

/// Submits what is missing until the stream is as long as the file, and all of it finalised.
async fn submit(
	connection: &Connection,
	options: &Options,
	blocks: &mut Blocks,
	history: &mut History,
	mut recorded: u64,
	ratings: &[Rating],
) -> Result<(), Error> {
	let total = ratings.len() as u64;
	if recorded == total {
		return Ok(());
	}
	let most = Runtime(blocks.at()).max_batch()?;
	if options.batch > most {
		eprintln!(
			"batches of {} records are too large for this chain: taking {most}",
			options.batch
		);
	}
	let batch = options.batch.min(most);
	let mut progress = Progress::new("records finalised", total);
	progress.set(recorded);
	let mut attempts = 0;
	loop {
		let known = Runtime(blocks.at()).sources().await?;
		let mut seen = HashSet::new();
		let raters = ratings.iter().skip(recorded as usize).map(|rating| rating.rater);
		let missing = raters
			.filter(|rater| seen.insert(*rater))
			.map(account::of_trader)
			.filter(|source| !known.contains_key(source))
			.collect::<Vec<Account>>();
		let verdict = Submission::new(connection, batch, options.window, ratings)
			.run(blocks, history, &mut progress, &missing, recorded)
			.await?;
		let now = Runtime(blocks.at()).next_sequence(&connection.provider).await?;
		if now == total {
			return Ok(());
		}
		if now > total {
			return Err(Error::LongerStream { recorded: now, total });
		}
		attempts = if now > recorded { 0 } else { attempts + 1 };
		let reason = match verdict {
			Verdict::Done => "records are missing though all were submitted".to_owned(),
			Verdict::Again(reason) => reason,
		};
		if attempts == ATTEMPTS {
			return Err(Error::NoProgress { reason });
		}
		progress.note(&format!("going on from record {now}: {reason}"));
		connection.drained(blocks).await?;
		// What was on its way may have arrived.
		recorded = Runtime(blocks.at()).next_sequence(&connection.provider).await?;
		if recorded == total {
			return Ok(());
		}
	}
}

/// Waits until nothing is due any more: each block settles as much as it has room for.
async fn settled(blocks: &mut Blocks, patience: Duration) -> Result<(), Error> {
	let started = Instant::now();
	loop {
		let runtime = Runtime(blocks.at());
		let today = runtime.clock().await? / DAY;
		let due = runtime.pending().await? > 0 && runtime.first_pending_day().await? <= today;
		if !due {
			return Ok(());
		}
		if started.elapsed() > patience {
			eprintln!(
				"records that are due are still being settled: credibility will move a little"
			);
			return Ok(());
		}
		blocks.next().await?;
	}
}

/// Reads what the chain knows, and has it confirm a sample of the scores.
async fn read(at: &At, history: &mut History, ratings: &[Rating]) -> Result<Standings, Error> {
	let runtime = Runtime(at);
	let standings = Standings {
		parameters: runtime.parameters().await?,
		retention: runtime.retention().await?,
		clock: runtime.clock().await?,
		sources: runtime.sources().await?,
		subjects: runtime.subjects().await?,
		risks: history.take_risks(),
		warnings: Vec::new(),
	};
	let mut seen = HashSet::new();
	let subjects =
		ratings.iter().map(|r| r.subject).filter(|s| seen.insert(*s)).collect::<Vec<_>>();
	for trader in subjects.iter().step_by(subjects.len().div_ceil(SAMPLE).max(1)) {
		let subject = account::of_trader(*trader);
		let told = runtime.score(subject).await?;
		let found = standings
			.subjects
			.get(&subject)
			.map(|subject| subject.report(standings.clock, &standings.parameters));
		if told != found {
			return Err(Error::ScoreDiffers { trader: *trader });
		}
	}
	Ok(standings)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{engine::Engine, ratings};
	use hanse_credit_model::Parameters;

	#[test]
	fn differences_are_counted() {
		let lines = &b"1,2,3,1300000000\n2,1,-4,1300000001\n3,1,5,1300000002\n"[..];
		let (ratings, _) = ratings::read(lines, "", 2_000_000_000).unwrap();
		let standings = |ratings: &[Rating]| {
			let mut engine = Engine::new(Parameters::default(), ratings::RETENTION);
			for rating in ratings {
				engine.submit([rating.record()]);
			}
			engine.finish()
		};
		let facts = || Facts {
			url: String::new(),
			genesis: String::new(),
			provider: String::new(),
			submitted: 0,
			first_block: None,
			last_block: None,
			read_at_block: 0,
			unread: None,
		};
		let differences = |chain: &Standings| {
			let report = facts().compared(chain, &standings(&ratings));
			(report.differing_sources, report.differing_subjects, report.differing_risks)
		};
		let mut chain = standings(&ratings);
		assert_eq!(differences(&chain), (0, 0, 0));
		// What could not be read is not different.
		chain.risks[0] = None;
		assert_eq!(differences(&chain), (0, 0, 0));
		chain.risks[1] = chain.risks[2];
		assert_eq!(differences(&chain), (0, 0, 1));
		// The last record is missing: its source, and what it said of its subject.
		assert_eq!(differences(&standings(&ratings[..2])), (1, 1, 0));
		let report = facts().compared(&standings(&ratings[..2]), &standings(&ratings));
		// A newcomer that the chain does not know.
		assert!((report.largest_credibility_difference - 0.8).abs() < 1e-5);
		assert!(report.largest_score_difference > 0.0);
		assert_eq!(report.largest_risk_difference, 0.0);
	}
}
