use crate::{At, Error, lost};
use std::time::Duration;
use subxt::{OnlineClient, SubstrateConfig};

/// The finalised blocks from a certain one on, each of them once.
pub struct Blocks {
	client: OnlineClient<SubstrateConfig>,
	/// Tells of new blocks. It may begin late, or leave some out.
	stream: subxt::client::Blocks<SubstrateConfig>,
	/// The newest one that it told of.
	newest: u64,
	at: At,
	patience: Duration,
}

impl Blocks {
	/// Begins with the newest one. [`Self::next`] waits for `patience` at most.
	///
	/// # Errors
	///
	/// [`Error::Lost`] if the node does not answer.
	pub async fn follow(
		client: &OnlineClient<SubstrateConfig>,
		patience: Duration,
	) -> Result<Self, Error> {
		let stream = client.stream_blocks().await.map_err(lost)?;
		let at = client.at_current_block().await.map_err(lost)?;
		Ok(Self { client: client.clone(), stream, newest: at.block_number(), at, patience })
	}

	/// The last one seen.
	pub fn at(&self) -> &At {
		&self.at
	}

	/// Waits for the one after it.
	///
	/// # Errors
	///
	/// [`Error::NotFinalised`] if it does not come in time, [`Error::Lost`] if the connection breaks.
	pub async fn next(&mut self) -> Result<&At, Error> {
		let next = self.at.block_number() + 1;
		while self.newest < next {
			let block = tokio::time::timeout(self.patience, self.stream.next())
				.await
				.map_err(|_| Error::NotFinalised { seconds: self.patience.as_secs() })?
				.ok_or_else(|| Error::Lost("the node ended the subscription".to_owned()))?
				.map_err(lost)?;
			self.newest = block.number();
		}
		self.at = self.client.at_block(next).await.map_err(lost)?;
		Ok(&self.at)
	}
}

/// The transactions of a block, as they were submitted, with their hashes.
///
/// # Errors
///
/// [`Error::Lost`] if the node does not have the block any more.
pub async fn transactions(at: &At) -> Result<Vec<(subxt::utils::H256, Vec<u8>)>, Error> {
	let transactions = at.extrinsics().fetch().await.map_err(lost)?;
	transactions
		.iter()
		.map(|transaction| {
			let transaction = transaction.map_err(lost)?;
			Ok((transaction.hash(), transaction.bytes().to_vec()))
		})
		.collect()
}
