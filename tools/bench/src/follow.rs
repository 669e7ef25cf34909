//! The blocks of a node as they come: first as its best, later as final.

use crate::error::{Error, gone, rpc};
use codec::Encode;
use futures::FutureExt;
use hanse_client::{Connection, Error as ClientError};
use sp_crypto_hashing::blake2_256;
use std::{
	collections::{HashMap, VecDeque},
	sync::Arc,
	time::{Duration, Instant},
};
use subxt::{
	SubstrateConfig,
	config::{Config, RpcConfigFor},
	rpcs::{client::RpcSubscription, methods::LegacyRpcMethods},
	utils::H256,
};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// The header of a block.
pub type Header = <SubstrateConfig as Config>::Header;

/// How far back the ancestors of a new best block are looked at.
const DEPTH: usize = 64;

/// A block, as far as it matters here.
#[derive(Debug)]
pub struct Block {
	/// Its height.
	pub number: u64,
	/// Its hash.
	pub hash: H256,
	/// The hashes of its transactions, in order.
	pub transactions: Vec<H256>,
}

/// What the node said of a block, and when.
#[derive(Clone, Debug)]
pub enum News {
	/// It is on the best chain.
	Best(Arc<Block>, Instant),
	/// It is final.
	Final(Arc<Block>, Instant),
}

/// A header that arrived.
enum Head {
	Best(Header, Instant),
	Final(Header, Instant),
}

/// Follows a node. Each final block comes once and in order; each best one before.
pub struct Follower {
	rpc: LegacyRpcMethods<RpcConfigFor<SubstrateConfig>>,
	/// Headers, with the time of their arrival: that must not wait until the last block is looked at.
	heads: UnboundedReceiver<Result<Head, Error>>,
	/// Best blocks that are not final yet.
	known: HashMap<H256, Arc<Block>>,
	/// The height of the last final block.
	last_final: u64,
	news: VecDeque<News>,
}

impl Follower {
	/// Follows the node from its present best and final blocks on.
	///
	/// # Errors
	///
	/// If the node does not answer.
	pub async fn start(connection: &Connection) -> Result<Self, Error> {
		let rpc_methods = connection.rpc.clone();
		let (sender, heads) = unbounded_channel();
		let best = rpc_methods.chain_subscribe_new_heads().await.map_err(rpc)?;
		let finals = rpc_methods.chain_subscribe_finalized_heads().await.map_err(rpc)?;
		let hash = rpc_methods.chain_get_finalized_head().await.map_err(rpc)?;
		let header = rpc_methods.chain_get_header(Some(hash)).await.map_err(rpc)?;
		let last_final = header.ok_or_else(|| gone("its last final block"))?.number;
		tokio::spawn(pass_on(best, sender.clone(), Head::Best));
		tokio::spawn(pass_on(finals, sender, Head::Final));
		let mut follower = Self {
			rpc: rpc_methods,
			heads,
			known: HashMap::new(),
			last_final,
			news: VecDeque::new(),
		};
		// What is there already is no news.
		let present = follower.rpc.chain_get_block_hash(None).await.map_err(rpc)?;
		let present = present.ok_or_else(|| gone("its best block"))?;
		follower.ancestry(present).await?;
		Ok(follower)
	}

	/// The next news; waits for them for `patience` at most.
	///
	/// # Errors
	///
	/// If no block comes in time, or the connection breaks.
	pub async fn next(&mut self, patience: Duration) -> Result<News, Error> {
		loop {
			if let Some(news) = self.news.pop_front() {
				return Ok(news);
			}
			let head = tokio::time::timeout(patience, self.heads.recv())
				.await
				.map_err(|_| ClientError::NotFinalised { seconds: patience.as_secs() })?;
			self.take(head.ok_or_else(|| gone("any more blocks"))??).await?;
		}
	}

	/// What is there already; nothing if one would have to wait for it.
	///
	/// # Errors
	///
	/// If the connection breaks.
	pub async fn ready(&mut self) -> Result<Option<News>, Error> {
		while self.news.is_empty() {
			match self.heads.recv().now_or_never() {
				Some(head) => self.take(head.ok_or_else(|| gone("any more blocks"))??).await?,
				None => return Ok(None),
			}
		}
		Ok(self.news.pop_front())
	}

	async fn take(&mut self, head: Head) -> Result<(), Error> {
		match head {
			Head::Best(header, when) => {
				for block in self.ancestry(hash_of(&header)).await? {
					self.news.push_back(News::Best(block, when));
				}
			},
			Head::Final(header, when) => {
				// The node names only the last of those that become final at once.
				while self.last_final < header.number {
					let number = self.last_final + 1;
					let hash = if number == header.number {
						hash_of(&header)
					} else {
						let hash = self.rpc.chain_get_block_hash(Some(number.into())).await;
						hash.map_err(rpc)?.ok_or_else(|| gone("a final block"))?
					};
					let block = match self.known.remove(&hash) {
						Some(block) => block,
						None => self.block(hash).await?.0,
					};
					self.news.push_back(News::Final(block, when));
					self.last_final = number;
				}
				let last_final = self.last_final;
				self.known.retain(|_, block| block.number > last_final);
			},
		}
		Ok(())
	}

	/// The block and its ancestors as far as they are not known yet, the oldest first.
	async fn ancestry(&mut self, mut hash: H256) -> Result<Vec<Arc<Block>>, Error> {
		let mut found = Vec::new();
		while found.len() < DEPTH && !self.known.contains_key(&hash) {
			let (block, parent) = self.block(hash).await?;
			if block.number <= self.last_final {
				break;
			}
			self.known.insert(hash, block.clone());
			found.push(block);
			hash = parent;
		}
		found.reverse();
		Ok(found)
	}

	/// The block, and its parent.
	async fn block(&self, hash: H256) -> Result<(Arc<Block>, H256), Error> {
		let details = self.rpc.chain_get_block(Some(hash)).await.map_err(rpc)?;
		let block = details.ok_or_else(|| gone("one of its blocks"))?.block;
		let transactions = block.extrinsics.iter().map(|bytes| blake2_256(bytes).into());
		let found =
			Block { number: block.header.number, hash, transactions: transactions.collect() };
		Ok((Arc::new(found), block.header.parent_hash))
	}
}

/// The hash of a block, which is that of its header.
fn hash_of(header: &Header) -> H256 {
	blake2_256(&header.encode()).into()
}

/// Passes headers on as they arrive, until nobody wants them any more.
async fn pass_on(
	mut headers: RpcSubscription<Header>,
	to: UnboundedSender<Result<Head, Error>>,
	what: fn(Header, Instant) -> Head,
) {
	loop {
		let head = match headers.next().await {
			Some(Ok(header)) => Ok(what(header, Instant::now())),
			Some(Err(error)) => Err(rpc(error)),
			None => Err(gone("any more blocks")),
		};
		let over = head.is_err();
		if to.send(head).is_err() || over {
			return;
		}
	}
}
