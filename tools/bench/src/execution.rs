//! How long the runtime takes for a record.
//!
//! Two clocks, which measure different things:
//!
//! * *re-executed*: the node is asked to execute a block again on the state before it
//!   (`state_call` of `Core_execute_block`, as every other node does when the block arrives), once
//!   nothing else happens. That is the runtime with all that it reads, signatures and the new root of
//!   the state included; not the way into the database, and a little for the way of the block to the
//!   node and back. The first time finds the node's caches as they are, each further time finds what
//!   the one before has left there.
//! * *authored*: what the author itself noted for building the same block, while it served the load:
//!   from its log.

use crate::{
	error::{Error, gone, rpc},
	follow::Header,
	load::LoadedBlock,
	node::Built,
	quantiles::median,
};
use codec::{Compact, Encode};
use hanse_client::Connection;
use serde::{Deserialize, Serialize};
use std::{
	cmp::Reverse,
	collections::BTreeMap,
	time::{Duration, Instant},
};
use subxt::config::substrate::DigestItem;

/// How many blocks are executed again at most.
const BLOCKS: usize = 16;

/// How often each of them.
const TIMES: usize = 3;

/// How long a record took, in microseconds.
#[derive(Serialize, Deserialize, Clone, PartialEq, Default, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Timing {
	/// How many subjects the state held.
	pub subjects: u64,
	/// How many blocks were looked at.
	pub blocks: usize,
	/// How many records are in them.
	pub records: u64,
	/// When the block was executed again for the first time: the median over the blocks.
	pub first: f64,
	/// The fastest of three times: the median over the blocks.
	pub again: f64,
	/// As the author noted it: the median over the blocks; nothing without its log.
	pub authored: Option<f64>,
}

/// Times the fullest of these blocks.
///
/// # Errors
///
/// If the node does not have their states any more.
pub async fn time(
	connection: &Connection,
	blocks: &BTreeMap<u64, LoadedBlock>,
	built: &BTreeMap<u64, Built>,
	subjects: u64,
) -> Result<Timing, Error> {
	let chosen = fullest(blocks);
	let (mut first, mut again, mut authored) = (Vec::new(), Vec::new(), Vec::new());
	for (number, block) in &chosen {
		let micros = |took: Duration| took.as_secs_f64() * 1e6 / block.records.max(1) as f64;
		let mut times = Vec::new();
		for _ in 0..TIMES {
			times.push(micros(execute(connection, *number, block).await?));
		}
		first.extend(times.first().copied());
		again.push(times.into_iter().fold(f64::INFINITY, f64::min));
		authored.extend(built.get(number).map(|built| micros(built.took)));
	}
	Ok(Timing {
		subjects,
		blocks: chosen.len(),
		records: chosen.iter().map(|(_, block)| block.records).sum(),
		first: median(first),
		again: median(again),
		authored: (!authored.is_empty()).then(|| median(authored)),
	})
}

/// The blocks with the most records, where what every block costs weighs least; in order.
fn fullest(blocks: &BTreeMap<u64, LoadedBlock>) -> Vec<(u64, &LoadedBlock)> {
	let mut blocks = blocks.iter().map(|(number, block)| (*number, block)).collect::<Vec<_>>();
	blocks.sort_by_key(|(number, block)| Reverse((block.records, *number)));
	blocks.truncate(BLOCKS);
	blocks.sort_by_key(|(number, _)| *number);
	blocks
}

/// Lets the node execute a block again, and tells how long it took.
async fn execute(
	connection: &Connection,
	number: u64,
	block: &LoadedBlock,
) -> Result<Duration, Error> {
	let details = connection.rpc.chain_get_block(Some(block.hash)).await.map_err(rpc)?;
	let body = details.ok_or_else(|| gone("one of its blocks"))?.block;
	let transactions = body.extrinsics.iter().map(|bytes| bytes.0.as_slice()).collect::<Vec<_>>();
	let parent = body.header.parent_hash;
	let call = arguments(body.header, &transactions);
	let started = Instant::now();
	let executed = connection.rpc.state_call("Core_execute_block", Some(&call), Some(parent)).await;
	let took = started.elapsed();
	executed.map_err(|error| Error::NotExecuted { block: number, reason: error.to_string() })?;
	Ok(took)
}

/// A block, as the runtime takes it: without the seal that its author put on it afterwards.
fn arguments(mut header: Header, transactions: &[&[u8]]) -> Vec<u8> {
	header.digest.logs.retain(|item| !matches!(item, DigestItem::Seal(..)));
	let mut call = header.encode();
	Compact(transactions.len() as u32).encode_to(&mut call);
	// Each begins with its length.
	for transaction in transactions {
		call.extend_from_slice(transaction);
	}
	call
}

#[cfg(test)]
mod tests {
	use super::*;
	use subxt::{config::substrate::Digest, utils::H256};

	fn loaded(records: u64) -> LoadedBlock {
		LoadedBlock { hash: H256::zero(), transactions: 1, records, time: 0 }
	}

	#[test]
	fn the_fullest_blocks_are_chosen() {
		let blocks =
			(0..40).map(|number| (number, loaded(number % 20))).collect::<BTreeMap<_, _>>();
		let chosen = fullest(&blocks);
		assert_eq!(chosen.len(), BLOCKS);
		assert!(chosen.iter().all(|(_, block)| block.records >= 12));
		assert!(chosen.is_sorted_by_key(|(number, _)| *number));
	}

	#[test]
	fn the_seal_is_taken_off() {
		let header = |logs| Header {
			parent_hash: H256::zero(),
			number: 5,
			state_root: H256::zero(),
			extrinsics_root: H256::zero(),
			digest: Digest { logs },
		};
		let slot = DigestItem::PreRuntime(*b"aura", vec![1]);
		let sealed = header(vec![slot.clone(), DigestItem::Seal(*b"aura", vec![2; 64])]);
		let call = arguments(sealed, &[&[4, 9], &[4, 8]]);
		let expected = [header(vec![slot]).encode(), vec![8, 4, 9, 4, 8]].concat();
		assert_eq!(call, expected);
	}
}
