//! Finalised blocks, and what happened in them.

use super::{
	At,
	error::{Error, lost},
	runtime::RecordsApplied,
};
use hanse_credit_model::Risk;
use std::time::Duration;
use subxt::{
	OnlineClient, SubstrateConfig, error::DispatchError, events::Phase, utils::AccountId32,
};

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
	/// Begins with the newest one.
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

/// What happened in a block, as far as it concerns a provider.
#[derive(Default)]
pub struct Happened {
	/// Its batches that were taken, in order.
	pub applied: Vec<Applied>,
	/// The transactions that failed, whoever sent them, in order.
	pub failed: Vec<Failed>,
}

/// A batch that was taken.
pub struct Applied {
	/// The number of its first record.
	pub first: u64,
	/// The risk just before each.
	pub risks: Vec<Risk>,
	/// The place of the transaction in the block, if it came in one.
	pub transaction: Option<usize>,
}

/// A transaction that failed.
pub struct Failed {
	/// Its place in the block.
	pub transaction: usize,
	/// Why.
	pub error: DispatchError,
}

impl Happened {
	/// Reads the events of a block.
	pub async fn at(at: &At, provider: &AccountId32) -> Result<Self, Error> {
		let mut happened = Self::default();
		let events = at.events().fetch().await.map_err(lost)?;
		for event in events.iter() {
			let event = event.map_err(lost)?;
			let transaction = match event.phase() {
				Phase::ApplyExtrinsic(index) => usize::try_from(index).ok(),
				_ => None,
			};
			match (event.pallet_name(), event.event_name()) {
				("CreditRecords", "RecordsApplied") => {
					let RecordsApplied { provider: of, first, risks } =
						event.decode_fields_unchecked_as().map_err(lost)?;
					if of == *provider {
						let risks = risks.into_iter().map(Risk).collect();
						happened.applied.push(Applied { first, risks, transaction });
					}
				},
				("System", "ExtrinsicFailed") => {
					let error = DispatchError::decode_from(event.field_bytes(), at.metadata())
						.map_err(lost)?;
					if let Some(transaction) = transaction {
						happened.failed.push(Failed { transaction, error });
					}
				},
				_ => {},
			}
		}
		Ok(happened)
	}
}

/// The transactions of a block, as they were submitted, with their hashes.
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
