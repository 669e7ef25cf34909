//! An audit under way: what was computed so far, in memory and in a file.

use crate::{
	error::Error,
	node::{Node, Reader, Reading, begin, start},
};
use codec::{Decode, Encode};
use futures::{StreamExt, stream};
use hanse_audit::{Engine, Finding, Item, Trail};
use hanse_client::Progress;
use sp_core::H256;
use sp_crypto_hashing::blake2_256;
use std::{
	fs,
	io::{self, Write},
	path::{Path, PathBuf},
	pin::pin,
	time::{Duration, Instant},
};

/// What a cache begins with.
const MAGIC: [u8; 16] = *b"hanse-audit/1\0\0\0";

/// How often a cache is written while blocks are read.
const SAVED_EVERY: Duration = Duration::from_secs(60);

/// How many differences that were noticed on the way are kept. One is followed by others.
const NOTED: usize = 1_000;

/// What was computed from the blocks so far.
#[derive(Clone, PartialEq, Debug, Encode, Decode)]
pub struct Work {
	/// The hash of the chain's first block.
	genesis: H256,
	/// The block with whose end it began.
	pub from: u32,
	/// The last block that was looked at.
	pub block: u32,
	/// Its hash.
	pub hash: H256,
	/// The model.
	pub engine: Engine,
	/// What changed in which block.
	pub trail: Trail,
	/// What has to be known of the blocks before.
	pub reading: Reading,
	/// What the chain said on the way that is not so, with the block; the first ones.
	pub findings: Vec<(u32, Finding)>,
	/// How many there were in all.
	pub found: u64,
}

impl Work {
	/// Begins with the end of a block.
	async fn begin(node: &Node, from: u32) -> Result<Self, Error> {
		let hash = node.hash(from).await?;
		let mut engine = Engine::new(start(node, from).await?);
		let mut trail = Trail::default();
		trail.note(from, &mut engine);
		Ok(Self {
			genesis: node.genesis(),
			from,
			block: from,
			hash,
			engine,
			trail,
			reading: Reading::default(),
			findings: Vec::new(),
			found: 0,
		})
	}

	/// Takes account of what happened in the next block.
	fn take(&mut self, number: u32, hash: H256, items: &[Item]) -> Result<(), Error> {
		for item in items {
			let found = self.engine.take(item);
			let found = found.map_err(|reason| Error::Stuck { block: number, reason })?;
			self.found = self.found.saturating_add(found.len() as u64);
			let room = NOTED.saturating_sub(self.findings.len());
			self.findings.extend(found.into_iter().take(room).map(|finding| (number, finding)));
		}
		self.trail.note(number, &mut self.engine);
		(self.block, self.hash) = (number, hash);
		Ok(())
	}

	/// Reads it from a file; `None` if there is none, or if it has come further than `last` already.
	async fn load(path: &Path, node: &Node, last: u32) -> Result<Option<Self>, Error> {
		let bytes = match fs::read(path) {
			Ok(bytes) => bytes,
			Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
			Err(reason) => return Err(Error::Cache { path: path.to_owned(), reason }),
		};
		let other =
			|reason: &str| Error::OtherCache { path: path.to_owned(), reason: reason.to_owned() };
		let work = Self::read(&bytes).map_err(other)?;
		if work.genesis != node.genesis() {
			return Err(other("it is about another chain"));
		}
		if work.block > last {
			eprintln!(
				"{} has come to block {} already: beginning anew",
				path.display(),
				work.block
			);
			return Ok(None);
		}
		if node.hash(work.block).await? != work.hash {
			return Err(other("its last block is not one of this chain"));
		}
		Ok(Some(work))
	}

	/// From the bytes of a cache.
	fn read(bytes: &[u8]) -> Result<Self, &'static str> {
		let bytes = bytes.strip_prefix(&MAGIC[..]).ok_or("it is no cache of this tool")?;
		let (mut encoded, sum) = bytes.split_last_chunk::<32>().ok_or("it is cut off")?;
		if blake2_256(encoded) != *sum {
			return Err("it is damaged");
		}
		Self::decode(&mut encoded).map_err(|_| "it was made by another version of this tool")
	}

	/// The bytes of a cache.
	fn written(&self) -> Vec<u8> {
		let encoded = self.encode();
		let sum = blake2_256(&encoded);
		[&MAGIC[..], &encoded, &sum].concat()
	}

	/// Writes it to a file, whole or not at all.
	fn save(&self, path: &Path) -> Result<(), Error> {
		let mut beside = path.as_os_str().to_owned();
		beside.push(".new");
		let beside = PathBuf::from(beside);
		let write = || {
			let mut file = fs::File::create(&beside)?;
			file.write_all(&self.written())?;
			file.sync_all()?;
			fs::rename(&beside, path)
		};
		write().map_err(|reason| Error::Cache { path: path.to_owned(), reason })
	}
}

/// How to work.
pub struct Options<'a> {
	/// The block to come to.
	pub block: u32,
	/// The block with whose end to begin, if not with the first that will do.
	pub from: Option<u32>,
	/// Where to keep what was computed.
	pub cache: Option<&'a Path>,
	/// How many blocks to ask for at a time.
	pub window: usize,
}

/// Computes everything up to a block.
///
/// # Errors
///
/// If the node does not have the blocks, if the engine cannot follow, or if the user has enough. What was
/// computed until then is in the cache.
pub async fn work(node: &Node, options: &Options<'_>) -> Result<Work, Error> {
	let cached = match options.cache {
		Some(path) => Work::load(path, node, options.block).await?,
		None => None,
	};
	// What has come further is worth more than what begins anew.
	let cache = options.cache.filter(|path| cached.is_some() || !path.exists());
	let mut work = match cached {
		Some(work) => work,
		None => {
			let from = match options.from {
				Some(from) => from,
				None => begin(node, options.block).await?,
			};
			if from > options.block {
				return Err(Error::TooEarly { block: options.block, from });
			}
			Work::begin(node, from).await?
		},
	};
	let result = read(node, &mut work, options, cache).await;
	// An engine that is stuck is of no use.
	if let Some(path) = cache
		&& !matches!(result, Err(Error::Stuck { .. }))
	{
		work.save(path)?;
	}
	result.map(|()| work)
}

/// Reads the blocks that are left.
async fn read(
	node: &Node,
	work: &mut Work,
	options: &Options<'_>,
	cache: Option<&Path>,
) -> Result<(), Error> {
	if work.block == options.block {
		// It may have been one in which nothing happened, and then its time was of no interest.
		let time = Item::Time(node.time(work.block).await?);
		return work.take(work.block, work.hash, &[time]);
	}
	let mut reader = Reader::new(node, work.block, &mut work.reading).await?;
	let numbers = work.block.saturating_add(1)..=options.block;
	let mut progress = Progress::new("blocks read", options.block.into());
	let mut blocks = stream::iter(numbers).map(|number| node.raw(number)).buffered(options.window);
	let mut interrupted = pin!(tokio::signal::ctrl_c());
	let mut saved = Instant::now();
	loop {
		let block = tokio::select! {
			block = blocks.next() => block,
			_ = &mut interrupted => return Err(Error::Interrupted),
		};
		let Some(block) = block else { return Ok(()) };
		let block = block?;
		let wanted = block.number == options.block;
		let items = reader.items(&block, &mut work.reading, wanted).await?;
		work.take(block.number, block.hash, &items)?;
		progress.set(block.number.into());
		if let Some(path) = cache
			&& saved.elapsed() >= SAVED_EVERY
		{
			work.save(path)?;
			saved = Instant::now();
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use hanse_audit::Start;

	fn some() -> Work {
		let mut work = Work {
			genesis: H256([1; 32]),
			from: 0,
			block: 0,
			hash: H256([1; 32]),
			engine: Engine::new(Start::default()),
			trail: Trail::default(),
			reading: Reading::default(),
			findings: Vec::new(),
			found: 0,
		};
		let sources = Some(vec![[3; 32]]);
		let item = Item::SourcesRegistered { provider: [2; 32], sources };
		work.take(7, H256([7; 32]), &[Item::Time(5), item]).unwrap();
		work
	}

	#[test]
	fn a_cache_is_read_as_it_was_written() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("cache");
		let work = some();
		work.save(&path).unwrap();
		work.save(&path).unwrap();
		let bytes = fs::read(&path).unwrap();
		assert_eq!(Work::read(&bytes), Ok(work));
		assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
	}

	#[test]
	fn what_is_no_cache_is_not_taken_for_one() {
		let bytes = some().written();
		assert_eq!(Work::read(b"something else"), Err("it is no cache of this tool"));
		assert_eq!(Work::read(&bytes[..40]), Err("it is cut off"));
		assert_eq!(Work::read(&bytes[..bytes.len() - 1]), Err("it is damaged"));
		let mut altered = bytes.clone();
		altered[20] ^= 1;
		assert_eq!(Work::read(&altered), Err("it is damaged"));
	}

	#[test]
	fn what_the_engine_cannot_follow_is_told_with_its_block() {
		let mut work = some();
		let item = Item::RecordsSettled { settled: 1 };
		let error = work.take(8, H256([8; 32]), &[item]).unwrap_err();
		assert!(matches!(error, Error::Stuck { block: 8, .. }));
		assert_eq!(work.block, 7);
	}
}
