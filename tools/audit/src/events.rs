//! What events of a block say.

use crate::{Account, Item};
use codec::Decode;
use hanse_client::{Error, decoded};
use hanse_credit_model::{Category, Indicator, Level, Moment, Parameters, Risk};
use pallet_credit_records::{Reason, Refusal, Resolution, Schema};
use sp_core::H256;
use std::collections::BTreeMap;

/// An event, as far as it matters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Event {
	/// One that says all.
	Happened(Item),
	/// One about records that counted before, by provider and number. Its call may show what they said.
	About(Item, Vec<(Account, u64)>),
	/// Sources were registered: those of the list with this hash.
	SourcesRegistered {
		/// By whom.
		provider: Account,
		/// BLAKE2b-256 of the encoded list.
		hash: H256,
	},
	/// Records were taken.
	RecordsApplied {
		/// Who submitted them.
		provider: Account,
		/// The number of the first that was new.
		first: u64,
		/// The risk before each that counted.
		risks: Vec<Risk>,
		/// Those that were refused.
		refused: Vec<Refusal>,
		/// The root of those that counted.
		root: H256,
	},
	/// A call was put down that may be carried out later.
	CallKept,
	/// The next block is another runtime's.
	Upgraded,
}

impl Event {
	/// The event of this pallet and name; `None` for those that do not matter. `bytes` are its fields.
	///
	/// # Errors
	///
	/// [`Error::OtherVersion`] if it has other fields than this tool knows.
	pub fn read(pallet: &str, name: &str, bytes: &[u8]) -> Result<Option<Self>, Error> {
		match pallet {
			"CreditRecords" => Self::of_records(name, bytes),
			"CreditScore" => Self::of_scores(name, bytes),
			"TradeNetwork" => Self::of_network(name, bytes),
			_ => Ok(match (pallet, name) {
				("System", "CodeUpdated") => Some(Self::Upgraded),
				("Council", "Proposed") | ("Scheduler", "Scheduled") | ("Preimage", "Noted") => {
					Some(Self::CallKept)
				},
				_ => None,
			}),
		}
	}

	/// By the order of the fields in `pallet_credit_records::Event`.
	fn of_records(name: &str, bytes: &[u8]) -> Result<Option<Self>, Error> {
		let event = match name {
			"SourcesRegistered" => {
				let (provider, _, _, hash): (Account, u32, u32, H256) = fields(name, bytes)?;
				Self::SourcesRegistered { provider, hash }
			},
			"RecordsApplied" => {
				type Fields = (Account, u64, u32, Vec<Risk>, Vec<Refusal>, H256);
				let (provider, first, _, risks, refused, root): Fields = fields(name, bytes)?;
				Self::RecordsApplied { provider, first, risks, refused, root }
			},
			"RecordsSettled" => {
				let (settled, _): (u32, u32) = fields(name, bytes)?;
				Self::Happened(Item::RecordsSettled { settled })
			},
			"ImportEnded" => {
				let _: Moment = fields(name, bytes)?;
				Self::Happened(Item::ImportEnded)
			},
			"LevelRaised" => {
				type Fields = (Account, u64, Account, Level, Level);
				let (provider, sequence, _, _, level): Fields = fields(name, bytes)?;
				Self::about(Item::LevelRaised { provider, sequence, level }, provider, &[sequence])
			},
			"SchemaChanged" => {
				type Fields = (Indicator, u16, Schema, Schema);
				let (indicator, _, _, new): Fields = fields(name, bytes)?;
				let retention = BTreeMap::from([(indicator, new.terms.retention)]);
				Self::Happened(Item::Retention(retention))
			},
			"BondPosted" => {
				type Fields = (Account, Category, u128, u128);
				let (provider, category, _, _): Fields = fields(name, bytes)?;
				Self::Happened(Item::BondPosted { provider, category })
			},
			"BondWithdrawn" => {
				let (provider, category, _): (Account, Category, u128) = fields(name, bytes)?;
				Self::Happened(Item::BondWithdrawn { provider, category })
			},
			"ObjectionOpened" => {
				type Fields = (Account, u64, Account, Reason, H256, Moment, Option<u128>);
				let (provider, sequence, ..): Fields = fields(name, bytes)?;
				Self::about(Item::ObjectionOpened { provider, sequence }, provider, &[sequence])
			},
			"ObjectionClosed" => {
				type Fields = (Account, u64, Account, Resolution);
				let (provider, sequence, _, resolution): Fields = fields(name, bytes)?;
				Self::Happened(Item::ObjectionClosed { provider, sequence, resolution })
			},
			"RecordWithdrawn" => {
				let (provider, sequence, _): (Account, u64, Account) = fields(name, bytes)?;
				Self::about(Item::RecordWithdrawn { provider, sequence }, provider, &[sequence])
			},
			"ContradictionProven" => {
				type Fields = (Account, u64, u64, Account, bool, Account, u128, u128);
				let (provider, first, second, _, repeated, ..): Fields = fields(name, bytes)?;
				let item = Item::ContradictionProven { provider, first, second, repeated };
				Self::about(item, provider, &[first, second])
			},
			_ => return Ok(None),
		};
		Ok(Some(event))
	}

	/// By the order of the fields in `pallet_credit_score::Event`.
	fn of_scores(name: &str, bytes: &[u8]) -> Result<Option<Self>, Error> {
		let item = match name {
			"EvidenceLeft" => Item::EvidenceLeft { subjects: fields(name, bytes)? },
			"ParametersScheduled" => {
				let (_, _, parameters): (u32, u32, Parameters) = fields(name, bytes)?;
				Item::ParametersScheduled(Box::new(parameters))
			},
			"ParametersCancelled" => {
				let _: u32 = fields(name, bytes)?;
				Item::ParametersCancelled
			},
			"ParametersChanged" => {
				let (version, at): (u32, Moment) = fields(name, bytes)?;
				Item::ParametersChanged { version, at }
			},
			_ => return Ok(None),
		};
		Ok(Some(Self::Happened(item)))
	}

	/// By the first fields in `pallet_trade_network::Event`; the others do not matter.
	fn of_network(name: &str, mut bytes: &[u8]) -> Result<Option<Self>, Error> {
		let item = match name {
			"EnterpriseRegistered" => {
				Item::EnterpriseRegistered { subject: first_fields(name, &mut bytes)? }
			},
			"ControllerChanged" => {
				type Fields = (Account, Account, Account);
				let (subject, _, account): Fields = first_fields(name, &mut bytes)?;
				Item::ControllerChanged { subject, account }
			},
			"EnterpriseClosed" => {
				Item::EnterpriseClosed { subject: first_fields(name, &mut bytes)? }
			},
			_ => return Ok(None),
		};
		Ok(Some(Self::Happened(item)))
	}

	fn about(item: Item, provider: Account, records: &[u64]) -> Self {
		Self::About(item, records.iter().map(|sequence| (provider, *sequence)).collect())
	}
}

/// All fields of an event.
fn fields<T: Decode>(name: &str, bytes: &[u8]) -> Result<T, Error> {
	decoded(&format!("the event {name}"), bytes)
}

/// The fields that an event begins with.
fn first_fields<T: Decode>(name: &str, bytes: &mut &[u8]) -> Result<T, Error> {
	T::decode(bytes).map_err(|error| Error::OtherVersion {
		what: format!("the event {name}"),
		reason: error.to_string(),
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;

	#[test]
	fn what_does_not_matter_is_passed_over() {
		for (pallet, name) in [
			("Balances", "Transfer"),
			("CreditRecords", "AlreadyRecorded"),
			("CreditScore", "ScoreChanged"),
			("TradeNetwork", "OrderNoted"),
		] {
			assert_eq!(Event::read(pallet, name, &[1, 2, 3]).unwrap(), None);
		}
	}

	#[test]
	fn other_fields_are_an_error() {
		let bytes = (3u32, 4u32).encode();
		let settled = Event::Happened(Item::RecordsSettled { settled: 3 });
		assert_eq!(Event::read("CreditRecords", "RecordsSettled", &bytes).unwrap(), Some(settled));
		let longer = [bytes, vec![0]].concat();
		assert!(Event::read("CreditRecords", "RecordsSettled", &longer).is_err());
		assert!(Event::read("TradeNetwork", "EnterpriseClosed", &[0; 31]).is_err());
	}

	#[test]
	fn of_the_network_the_first_fields_matter() {
		let bytes = ([1u8; 32], [2u8; 32], [3u8; 32], 7u64).encode();
		let changed = Item::ControllerChanged { subject: [1; 32], account: [3; 32] };
		assert_eq!(
			Event::read("TradeNetwork", "ControllerChanged", &bytes).unwrap(),
			Some(Event::Happened(changed))
		);
	}

	#[test]
	fn upgrades_and_calls_that_are_kept_are_noticed() {
		let read = |pallet, name| Event::read(pallet, name, &[]).unwrap();
		assert_eq!(read("System", "CodeUpdated"), Some(Event::Upgraded));
		assert_eq!(read("Council", "Proposed"), Some(Event::CallKept));
		assert_eq!(read("Council", "Voted"), None);
	}
}
