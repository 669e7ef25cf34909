//! Getting records into finalised blocks.

use super::{
	Connection,
	blocks::{Failed, Happened},
	error::Error,
	history::History,
	runtime::{Mode, RECORDS, RecordsError, RuntimeError, SubmittedRecord},
};
use crate::{account::Account, ratings::Rating};
use hanse_client::{At, Blocks, Error as ClientError, Progress};
use std::{
	collections::{HashMap, VecDeque},
	ops::Range,
	time::Instant,
};
use subxt::{
	SubstrateConfig,
	config::DefaultExtrinsicParamsBuilder,
	dynamic,
	error::DispatchError,
	rpcs::{Error as RpcError, UserError},
	utils::H256,
};

/// For how many blocks a transaction is good. Long enough to wait in the pool behind a full window,
/// short enough not to come back after everybody has forgotten it.
const MORTALITY: u64 = 128;

/// How a submission ended that no error ended.
pub enum Verdict {
	/// All transactions are in finalised blocks.
	Done,
	/// Look at the chain and begin again from there, for this reason.
	Again(String),
}

/// What is to be submitted under one signature.
enum Job {
	/// New sources.
	Sources(Vec<Account>),
	/// The records of these ratings.
	Records(Range<usize>),
}

impl Job {
	/// What it is called in messages.
	fn name(&self) -> String {
		match self {
			Self::Sources(sources) => format!("the registration of {} sources", sources.len()),
			Self::Records(range) => format!("records {} to {}", range.start, range.end - 1),
		}
	}
}

/// A transaction on its way.
struct Sent {
	nonce: u64,
	hash: H256,
	bytes: Vec<u8>,
	job: Job,
}

/// How the node took a transaction.
enum Taken {
	/// It is in the pool, now or since earlier.
	Yes,
	/// Not now: the pool is full, or the provider too far ahead of its stream.
	Later,
	/// Not with this nonce or era.
	Again(String),
}

/// The submission of what is missing.
pub struct Submission<'a> {
	connection: &'a Connection,
	batch: usize,
	window: usize,
	ratings: &'a [Rating],
}

impl<'a> Submission<'a> {
	/// Prepares to submit.
	pub fn new(connection: &'a Connection, batch: u32, window: u32, ratings: &'a [Rating]) -> Self {
		Self { connection, batch: batch.max(1) as usize, window: window as usize, ratings }
	}

	/// Registers sources, submits the records from a number on, and waits until all of them are in
	/// finalised blocks. Transactions have consecutive nonces, so they are executed in this order.
	pub async fn run(
		&self,
		blocks: &mut Blocks,
		history: &mut History,
		progress: &mut Progress,
		sources: &[Account],
		from: u64,
	) -> Result<Verdict, Error> {
		let mut jobs = self.jobs(sources, from);
		let mut nonce = self.connection.nonce(blocks.at()).await?;
		let mut waiting = VecDeque::<Sent>::new();
		let (mut moved, mut reminded) = (Instant::now(), false);
		loop {
			while waiting.len() < self.window
				&& let Some(job) = jobs.pop_front()
			{
				let sent = self.sign(blocks.at(), job, nonce)?;
				match self.submit(&sent, !waiting.is_empty()).await? {
					Taken::Yes => {
						waiting.push_back(sent);
						nonce += 1;
					},
					Taken::Later => {
						jobs.push_front(sent.job);
						break;
					},
					Taken::Again(reason) => return Ok(Verdict::Again(reason)),
				}
			}
			if waiting.is_empty() && jobs.is_empty() {
				return Ok(Verdict::Done);
			}

			let at = blocks.next().await?;
			let happened = Happened::at(at, &self.connection.provider).await?;
			for batch in &happened.applied {
				history.note(batch, at.block_number());
				progress.set(batch.first + batch.risks.len() as u64);
			}
			if !happened.failed.is_empty()
				&& let Some(reason) = self.failed(at, &happened.failed, &waiting).await?
			{
				return Ok(Verdict::Again(reason));
			}

			let included = self.connection.nonce(at).await?;
			let before = waiting.len();
			waiting.retain(|sent| sent.nonce >= included);
			if waiting.len() < before {
				(moved, reminded) = (Instant::now(), false);
			} else if moved.elapsed() > self.connection.patience {
				if reminded {
					return Err(Error::NotIncluded {
						waiting: waiting.len() as u64,
						seconds: 2 * self.connection.patience.as_secs(),
					});
				}
				// The pool may have dropped them. What it still has does no harm to send again.
				for sent in &waiting {
					if let Taken::Again(reason) = self.submit(sent, true).await? {
						return Ok(Verdict::Again(reason));
					}
				}
				(moved, reminded) = (Instant::now(), true);
			}
		}
	}

	/// What is to be submitted, in order.
	fn jobs(&self, sources: &[Account], from: u64) -> VecDeque<Job> {
		let from = usize::try_from(from).unwrap_or(usize::MAX);
		let registrations = sources.chunks(self.batch).map(|chunk| Job::Sources(chunk.to_vec()));
		let batches = (from..self.ratings.len())
			.step_by(self.batch)
			.map(|start| Job::Records(start..(start + self.batch).min(self.ratings.len())));
		registrations.chain(batches).collect()
	}

	fn sign(&self, at: &At, job: Job, nonce: u64) -> Result<Sent, Error> {
		let parameters = DefaultExtrinsicParamsBuilder::<SubstrateConfig>::new()
			.nonce(nonce)
			.mortal_from_unchecked(MORTALITY, at.block_number(), at.block_hash())
			.build();
		let transactions = at.transactions();
		let keys = &self.connection.keys;
		let signed = match &job {
			Job::Sources(sources) => {
				let call = dynamic::tx(RECORDS, "register_sources", (sources.clone(),));
				let unsigned = transactions.create_signable_offline(&call, parameters);
				unsigned.and_then(|mut unsigned| unsigned.sign(keys))
			},
			Job::Records(range) => {
				let ratings = self.ratings.get(range.clone()).unwrap_or_default();
				let records = ratings.iter().map(SubmittedRecord::from).collect::<Vec<_>>();
				let arguments = (range.start as u64, Mode::AllOrNothing, records);
				let call = dynamic::tx(RECORDS, "submit_batch", arguments);
				let unsigned = transactions.create_signable_offline(&call, parameters);
				unsigned.and_then(|mut unsigned| unsigned.sign(keys))
			},
		};
		let signed = signed.map_err(|error| ClientError::OtherVersion {
			what: job.name(),
			reason: error.to_string(),
		})?;
		Ok(Sent { nonce, hash: signed.hash(), bytes: signed.into_encoded(), job })
	}

	/// Hands a transaction to the node. `behind_others` says that some are on their way before it.
	async fn submit(&self, sent: &Sent, behind_others: bool) -> Result<Taken, Error> {
		match self.connection.rpc.author_submit_extrinsic(&sent.bytes).await {
			Ok(_) => Ok(Taken::Yes),
			Err(RpcError::User(error)) => self.judge(&error, &sent.job, behind_others),
			Err(error) => Err(ClientError::Lost(error.to_string()).into()),
		}
	}

	/// What it means that the node did not take a transaction, by the codes of `author_submitExtrinsic`.
	fn judge(&self, error: &UserError, job: &Job, behind_others: bool) -> Result<Taken, Error> {
		let detail = error.data.as_ref().map_or("", |data| data.get()).trim_matches('"');
		let reason = match detail {
			"" => error.message.clone(),
			detail => format!("{}: {detail}", error.message),
		};
		match error.code {
			// Already in the pool.
			1013 => Ok(Taken::Yes),
			// No room in the pool for it.
			1016 => Ok(Taken::Later),
			// Banned for a while because it was dropped; another one has its nonce.
			1012 | 1014 => Ok(Taken::Again(reason)),
			1010 if detail.contains("outdated") || detail.contains("ancient") => {
				Ok(Taken::Again(reason))
			},
			1010 if detail.contains("pay some fees") => {
				Err(Error::NoMoney { account: self.connection.provider.to_string() })
			},
			// Too far ahead of the stream for now: those before it have to be in a block first.
			1011 if behind_others => Ok(Taken::Later),
			1010 if detail.contains("exhaust") => {
				let records = match job {
					Job::Sources(sources) => sources.len(),
					Job::Records(range) => range.len(),
				};
				Err(Error::BatchTooLarge { records: records as u32 })
			},
			_ => Err(Error::Refused { what: job.name(), reason }),
		}
	}

	/// What to make of failed transactions in a block: nothing if none is ours.
	async fn failed(
		&self,
		at: &At,
		failed: &[Failed],
		waiting: &VecDeque<Sent>,
	) -> Result<Option<String>, Error> {
		let ours = waiting.iter().map(|sent| (sent.hash, &sent.job)).collect::<HashMap<_, _>>();
		let transactions = hanse_client::transactions(at).await?;
		for Failed { transaction, error } in failed {
			let hash = transactions.get(*transaction).map(|(hash, _)| hash);
			// The first failure is the cause of those behind it.
			if let Some(job) = hash.and_then(|hash| ours.get(hash)) {
				return self.explain(error, job).map(Some);
			}
		}
		Ok(None)
	}

	/// Why a call failed: an error, or a reason to look at the chain and begin again.
	fn explain(&self, error: &DispatchError, job: &Job) -> Result<String, Error> {
		let known = match error {
			DispatchError::Module(module) => module.as_root_error::<RuntimeError>().ok(),
			_ => None,
		};
		let Some(RuntimeError::CreditRecords(known)) = known else {
			return Err(Error::CallFailed { what: job.name(), reason: error.to_string() });
		};
		Err(match (known, job) {
			(RecordsError::SequenceGap, _) => {
				return Ok("records are missing before those submitted".to_owned());
			},
			(RecordsError::QuotaExceeded, _) => {
				return Ok("a block takes only so many records of one provider".to_owned());
			},
			(RecordsError::NotProvider, _) => {
				Error::NotProvider { account: self.connection.provider.to_string() }
			},
			(RecordsError::SourceTaken, _) => Error::SourceTaken,
			(RecordsError::TooManySources, _) => Error::TooManySources,
			(RecordsError::RecordRefused { index, cause }, Job::Records(range)) => {
				let rating = self.ratings.get(range.start + usize::from(index));
				let line = rating.map_or(0, |rating| rating.line);
				Error::RecordRefused { line, cause: cause.advice() }
			},
			_ => Error::CallFailed { what: job.name(), reason: error.to_string() },
		})
	}
}
