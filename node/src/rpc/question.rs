//! What the namespaces of our own have in common: which account, at which block, and why there is no
//! answer.

use hanse_runtime::{AccountId, BlockNumber, Hash, opaque::Block};
use jsonrpsee::types::{ErrorObject, ErrorObjectOwned};
use serde::{Deserialize, Serialize};
use sp_blockchain::HeaderBackend;
use sp_core::crypto::Ss58Codec;
use std::str::FromStr;

/// The block that an answer was read from.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AnswerBlock {
	/// Its hash.
	pub hash: Hash,
	/// Its number.
	pub number: BlockNumber,
	/// Whether it can still be replaced.
	pub finality: Finality,
}

/// Whether a block can still be replaced.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Finality {
	/// It cannot.
	Finalized,
	/// It is not final yet, or not on the best chain.
	Best,
}

/// Why a question has no answer. The codes are part of the interface: `docs/json-rpc.md` lists them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Error {
	/// The account cannot be read.
	InvalidAccount(String),
	/// The block cannot be read.
	InvalidBlock(String),
	/// The node does not know the block, or not its state any more.
	UnknownBlock(Hash),
	/// There is no record about the account.
	UnknownSubject(AccountId),
	/// The account is not that of an enterprise.
	UnknownEnterprise(AccountId),
	/// The provider has no record with the number in a batch.
	UnknownRecord {
		/// Whose stream.
		provider: AccountId,
		/// The number.
		sequence: u64,
		/// The number of the next record in the stream.
		next: u64,
	},
	/// The record was refused, so there is nothing to prove.
	RefusedRecord {
		/// Whose stream.
		provider: AccountId,
		/// The number.
		sequence: u64,
	},
	/// The node keeps no index of records.
	NoIndex,
	/// The node keeps an index, and the records of a block are not in it.
	NotIndexed {
		/// The block.
		block: BlockNumber,
	},
	/// More was asked for than one answer holds.
	InvalidLimit {
		/// How much was asked for.
		given: u32,
		/// How much one answer holds.
		most: u32,
	},
	/// The runtime at the block tells scores and does not explain them.
	EarlierRuntime(Hash),
	/// The filter of a subscription names a country or a sector that there is not.
	InvalidFilter(String),
	/// The node failed.
	Internal(String),
}

impl Error {
	/// The code in the answer.
	pub const fn code(&self) -> i32 {
		match self {
			Self::InvalidAccount(_) => 9101,
			Self::InvalidBlock(_) => 9102,
			Self::UnknownBlock(_) => 9103,
			Self::UnknownSubject(_) => 9104,
			Self::UnknownEnterprise(_) => 9105,
			Self::InvalidLimit { .. } => 9106,
			Self::UnknownRecord { .. } => 9107,
			Self::RefusedRecord { .. } => 9108,
			Self::NoIndex => 9109,
			Self::NotIndexed { .. } => 9110,
			Self::EarlierRuntime(_) => 9111,
			Self::InvalidFilter(_) => 9112,
			Self::Internal(_) => 9100,
		}
	}
}

impl Error {
	/// What it means that the runtime could not be asked at a block.
	pub fn of_api(error: sp_api::ApiError, block: Hash) -> Self {
		match error {
			sp_api::ApiError::UnknownBlock(_) | sp_api::ApiError::StateBackendIsNotTrie => {
				Self::UnknownBlock(block)
			},
			other => Self::Internal(other.to_string()),
		}
	}
}

impl From<Error> for ErrorObjectOwned {
	fn from(error: Error) -> Self {
		let message = match &error {
			Error::InvalidAccount(given) => format!(
				"'{given}' is no account: give an SS58 address or 0x and 64 hexadecimal digits"
			),
			Error::InvalidBlock(given) => format!(
				"'{given}' is no block: give 'finalized', 'best', or 0x and 64 hexadecimal digits"
			),
			Error::UnknownBlock(hash) => format!(
				"block {hash:?} is unknown to this node, or its state was pruned: ask an archive node"
			),
			Error::UnknownSubject(account) => {
				format!("there is no record about {} at this block", account.to_ss58check())
			},
			Error::UnknownEnterprise(account) => format!(
				"{} is not the account of a registered enterprise at this block",
				account.to_ss58check()
			),
			Error::InvalidLimit { given, most } => {
				format!("a limit of {given} cannot be: ask for 1 to {most} at a time")
			},
			Error::UnknownRecord { provider, sequence, next } if sequence >= next => format!(
				"{} has no record {sequence} at this block: the next one in its stream is {next}",
				provider.to_ss58check()
			),
			Error::UnknownRecord { provider, sequence, .. } => format!(
				"record {sequence} of {} is from the time before the chain kept batches, and cannot be \
				 proved",
				provider.to_ss58check()
			),
			Error::RefusedRecord { provider, sequence } => format!(
				"record {sequence} of {} was refused when it was submitted and never counted, so there \
				 is nothing to prove: the event RecordsApplied of its block says why",
				provider.to_ss58check()
			),
			Error::NoIndex => "this node keeps no records, since it runs with \
				`--enable-offchain-indexing false`: ask another node"
				.to_owned(),
			Error::NotIndexed { block } => format!(
				"the records of block {block} are not in the index of this node: it did not execute that \
				 block (as after a warp sync), or did so without its index. Ask another node, or have \
				 this one execute the chain from its first block"
			),
			Error::EarlierRuntime(hash) => format!(
				"the runtime at block {hash:?} does not explain scores yet: ask at a later block"
			),
			Error::InvalidFilter(given) => format!(
				"'{given}' is neither a country nor a sector: give countries as in ISO 3166-1 (alpha-2), \
				 and divisions of ISIC Rev. 4 as two digits"
			),
			Error::Internal(reason) => format!("the node could not compute the answer: {reason}"),
		};
		ErrorObject::owned(error.code(), message, None::<()>)
	}
}

/// The account that was given, in SS58 or as 32 bytes in hexadecimal.
pub fn account(given: &str) -> Result<AccountId, Error> {
	// Both forms are read by the same function.
	AccountId::from_string(given).map_err(|_| Error::InvalidAccount(given.to_owned()))
}

/// The block that was asked for: `finalized` (the default), `best`, or a hash.
pub fn block<Client>(client: &Client, at: Option<&str>) -> Result<AnswerBlock, Error>
where
	Client: HeaderBackend<Block>,
{
	let info = client.info();
	let hash = match at {
		None | Some("finalized") => info.finalized_hash,
		Some("best") => info.best_hash,
		Some(other) => Hash::from_str(other).map_err(|_| Error::InvalidBlock(other.to_owned()))?,
	};
	let internal = |error: sp_blockchain::Error| Error::Internal(error.to_string());
	let number = client.number(hash).map_err(internal)?.ok_or(Error::UnknownBlock(hash))?;
	let is_final =
		number <= info.finalized_number && client.hash(number).map_err(internal)? == Some(hash);
	let finality = if is_final { Finality::Finalized } else { Finality::Best };
	Ok(AnswerBlock { hash, number, finality })
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_error_has_a_code_of_its_own_and_says_what_to_do() {
		let errors = [
			Error::InvalidAccount("x".into()),
			Error::InvalidBlock("y".into()),
			Error::UnknownBlock(Hash::zero()),
			Error::UnknownSubject([0; 32].into()),
			Error::UnknownEnterprise([0; 32].into()),
			Error::InvalidLimit { given: 0, most: 256 },
			Error::UnknownRecord { provider: [0; 32].into(), sequence: 7, next: 7 },
			Error::RefusedRecord { provider: [0; 32].into(), sequence: 7 },
			Error::NoIndex,
			Error::NotIndexed { block: 7 },
			Error::EarlierRuntime(Hash::zero()),
			Error::InvalidFilter("ZZ".into()),
			Error::Internal("z".into()),
		];
		let codes: std::collections::BTreeSet<_> = errors.iter().map(Error::code).collect();
		assert_eq!(codes.len(), errors.len());
		for error in errors {
			let object = ErrorObjectOwned::from(error.clone());
			assert_eq!(object.code(), error.code());
			assert!(object.message().len() > 20);
		}
	}

	#[test]
	fn a_record_that_is_not_there_is_not_there_yet_or_was_never_in_a_batch() {
		let message = |next| {
			let error = Error::UnknownRecord { provider: [0; 32].into(), sequence: 7, next };
			ErrorObjectOwned::from(error).message().to_owned()
		};
		assert!(message(7).contains("the next one in its stream is 7"));
		assert!(message(8).contains("before the chain kept batches"));
	}
}
