//! What happened in a block.

use super::runtime::RecordsApplied;
use hanse_client::{At, Error, lost};
use hanse_credit_model::Risk;
use subxt::{error::DispatchError, events::Phase, utils::AccountId32};

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
