//! What it costs to read and to write an entry of the state.
//!
//! The state is kept by the node's own backend, on ParityDB, with as many entries as a grown consortium
//! has. What is timed is what importing a block does besides executing it:
//!
//! * *read*: an entry that nobody has looked at since the node was started, on the way through the trie,
//!   one after the other;
//! * *written*: the new root of the state and the commit to the database, by the entry, for blocks that
//!   change one entry, some, and many. Blocks follow each other at an interval, as those of a chain do;
//!   what the database puts off until then, it does on another thread.

use crate::{
	cli::DatabaseArgs,
	error::Error,
	machine::Machine,
	node,
	quantiles::{Quantiles, median},
};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64;
use sc_client_api::{
	Backend as _, BlockImportOperation as _, NewBlockState, StateBackend, TrieCacheContext,
};
use sc_client_db::{Backend, BlocksPruning, DatabaseSettings, DatabaseSource, PruningMode};
use serde::{Deserialize, Serialize};
use sp_core::H256;
use sp_crypto_hashing::blake2_256;
use sp_runtime::{
	OpaqueExtrinsic, StateVersion,
	generic::{Block as GenericBlock, Digest, Header as GenericHeader},
	traits::{BlakeTwo256, Header as _},
};
use std::{
	collections::BTreeSet,
	path::Path,
	time::{Duration, Instant},
};
use tokio::{task::yield_now, time::sleep};

type Header = GenericHeader<u32, BlakeTwo256>;
type Block = GenericBlock<Header, OpaqueExtrinsic>;

/// How many entries the blocks add that fill the state.
const FILLING: u64 = 10_000;

/// How many blocks a node keeps the state of, unless it is told otherwise.
const KEPT: u32 = 256;

/// How large the node's cache of the trie is, unless it is told otherwise.
const CACHE: usize = 1 << 30;

/// What was measured.
#[derive(Serialize, Deserialize, Clone, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Report {
	/// On what.
	pub machine: Machine,
	/// How many entries the state had.
	pub entries: u64,
	/// How many bytes each value.
	pub value: u32,
	/// How long it took to read an entry for the first time, in seconds.
	pub read: Quantiles,
	/// The mean of these, in microseconds.
	pub read_mean: f64,
	/// How long it took to write an entry.
	pub written: Vec<Written>,
}

/// Blocks that change so many entries.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Written {
	/// How many entries each of them changes.
	pub entries: u64,
	/// How many blocks there were.
	pub blocks: u64,
	/// What the new root took for each entry: the median over the blocks, in microseconds.
	pub root: f64,
	/// What the commit took for each, likewise.
	pub commit: f64,
}

/// A chain of blocks that do nothing but change the state.
struct Chain {
	backend: Backend<Block>,
	head: H256,
	number: u32,
}

impl Chain {
	/// Opens the database in a folder, or makes one.
	fn open(folder: &Path, head: H256, number: u32) -> Result<Self, Error> {
		let settings = DatabaseSettings {
			trie_cache_maximum_size: Some(CACHE),
			state_pruning: Some(PruningMode::blocks_pruning(KEPT)),
			source: DatabaseSource::ParityDb { path: folder.to_owned() },
			blocks_pruning: BlocksPruning::KeepFinalized,
			pruning_filters: Vec::new(),
			metrics_registry: None,
		};
		Ok(Self { backend: Backend::new(settings, 0).map_err(database)?, head, number })
	}

	/// Adds a final block that sets these entries, and tells how long the root took and the commit.
	fn append(&mut self, entries: &[(H256, Vec<u8>)]) -> Result<(Duration, Duration), Error> {
		let started = Instant::now();
		let mut operation = self.backend.begin_operation().map_err(database)?;
		self.backend.begin_state_operation(&mut operation, self.head).map_err(database)?;
		let parent =
			self.backend.state_at(self.head, TrieCacheContext::Trusted).map_err(database)?;
		let changes = entries.iter().map(|(key, value)| (key.as_bytes(), Some(value.as_slice())));
		let (root, update) = parent.storage_root(changes, StateVersion::V1);
		let rooted = started.elapsed();
		operation.update_db_storage(update).map_err(database)?;
		let (number, digest) = (self.number + 1, Digest::default());
		let header = Header::new(number, H256::zero(), root, self.head, digest);
		let head = header.hash();
		operation
			.set_block_data(header, Some(Vec::new()), None, None, NewBlockState::Final, true)
			.map_err(database)?;
		self.backend.commit_operation(operation).map_err(database)?;
		(self.head, self.number) = (head, number);
		Ok((rooted, started.elapsed().saturating_sub(rooted)))
	}

	/// Begins with an empty state.
	fn begin(&mut self) -> Result<(), Error> {
		let mut operation = self.backend.begin_operation().map_err(database)?;
		self.backend.begin_state_operation(&mut operation, H256::zero()).map_err(database)?;
		let root =
			operation.reset_storage(Default::default(), StateVersion::V1).map_err(database)?;
		let header = Header::new(0, H256::zero(), root, H256::zero(), Digest::default());
		self.head = header.hash();
		operation
			.set_block_data(header, Some(Vec::new()), None, None, NewBlockState::Final, true)
			.map_err(database)?;
		self.backend.commit_operation(operation).map_err(database)
	}
}

/// Measures the database.
///
/// # Errors
///
/// If there is no room for it, or it does not do what it is told.
pub async fn run(args: &DatabaseArgs) -> Result<Report, Error> {
	let folder = node::temporary(args.folder.as_deref())?;
	let mut chance = Pcg64::seed_from_u64(1);

	eprintln!("Filling a state with {} entries", args.entries);
	let mut chain = Chain::open(folder.path(), H256::zero(), 0)?;
	chain.begin()?;
	for first in (0..args.entries).step_by(FILLING as usize) {
		let last = args.entries.min(first + FILLING);
		chain.append(&entries(first..last, args.value, &mut chance))?;
		// So that it can be interrupted.
		yield_now().await;
	}

	// Opened again, so that what was just written is in no cache of the node; what the system keeps of
	// the files in memory it keeps for a node as well.
	let (head, number) = (chain.head, chain.number);
	drop(chain);
	let mut chain = Chain::open(folder.path(), head, number)?;
	eprintln!("Reading {} of them", args.reads.min(args.entries));
	let read = read(&chain, args, &mut chance)?;

	let mut written = Vec::new();
	let interval = Duration::from_millis(args.interval);
	for (entries_each, blocks) in [(1, 20), (10, 20), (100, 20), (1_000, 20), (10_000, 10)] {
		let entries_each = args.entries.min(entries_each);
		eprintln!("Writing {blocks} blocks that change {entries_each} each");
		let chosen = (0..blocks)
			.map(|_| {
				let numbers = any_of(args.entries, entries_each, &mut chance);
				entries(numbers, args.value, &mut chance)
			})
			.collect::<Vec<_>>();
		let (mut roots, mut commits) = (Vec::new(), Vec::new());
		for changes in &chosen {
			let next = sleep(interval);
			let (root, commit) = chain.append(changes)?;
			let each = |took: Duration| took.as_secs_f64() * 1e6 / entries_each.max(1) as f64;
			roots.push(each(root));
			commits.push(each(commit));
			next.await;
		}
		let (root, commit) = (median(roots), median(commits));
		written.push(Written { entries: entries_each, blocks, root, commit });
	}
	Ok(Report {
		machine: Machine::here(),
		entries: args.entries,
		value: args.value,
		read_mean: mean(&read) * 1e6,
		read: Quantiles::of(read),
		written,
	})
}

/// How long each of some reads took, in seconds.
fn read(chain: &Chain, args: &DatabaseArgs, chance: &mut Pcg64) -> Result<Vec<f64>, Error> {
	let state = chain.backend.state_at(chain.head, TrieCacheContext::Trusted).map_err(database)?;
	let mut times = Vec::new();
	for number in any_of(args.entries, args.reads, chance) {
		let key = key(number);
		let started = Instant::now();
		let value = state.storage(key.as_bytes());
		times.push(started.elapsed().as_secs_f64());
		match value {
			Ok(Some(value)) if value.len() == args.value as usize => {},
			Ok(_) => return Err(Error::Database("an entry is not what was written".to_owned())),
			Err(error) => return Err(database(error)),
		}
	}
	Ok(times)
}

/// The key of an entry, by its number: hashed, as those of accounts are.
fn key(number: u64) -> H256 {
	H256(blake2_256(&[&b"hanse/bench/entry/"[..], &number.to_le_bytes()].concat()))
}

/// New values for some entries.
fn entries(
	numbers: impl IntoIterator<Item = u64>,
	value: u32,
	chance: &mut Pcg64,
) -> Vec<(H256, Vec<u8>)> {
	numbers
		.into_iter()
		.map(|number| (key(number), (0..value).map(|_| chance.random()).collect()))
		.collect()
}

/// Some of so many, in no order that the keys know.
fn any_of(all: u64, some: u64, chance: &mut Pcg64) -> BTreeSet<u64> {
	let mut chosen = BTreeSet::new();
	while (chosen.len() as u64) < some.min(all) {
		chosen.insert(chance.random_range(0..all));
	}
	chosen
}

fn mean(times: &[f64]) -> f64 {
	times.iter().sum::<f64>() / times.len().max(1) as f64
}

fn database(error: impl ToString) -> Error {
	Error::Database(error.to_string())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[tokio::test]
	async fn what_is_written_is_read_again() {
		let args = DatabaseArgs {
			entries: 300,
			value: 40,
			reads: 50,
			interval: 0,
			folder: None,
			output: crate::cli::Output { json: false, out: None },
		};
		let report = run(&args).await.unwrap();
		assert_eq!((report.entries, report.read.count), (300, 50));
		assert!(report.read_mean > 0.0);
		let blocks = report.written.iter().map(|written| written.entries).collect::<Vec<_>>();
		assert_eq!(blocks, [1, 10, 100, 300, 300]);
		assert!(report.written.iter().all(|written| written.root > 0.0 && written.commit > 0.0));
	}

	#[test]
	fn no_entry_is_chosen_twice_and_none_beyond_the_last() {
		let mut chance = Pcg64::seed_from_u64(7);
		let chosen = any_of(20, 15, &mut chance);
		assert!(chosen.len() == 15 && chosen.iter().all(|number| *number < 20));
		assert_eq!(any_of(5, 100, &mut chance).len(), 5);
	}
}
