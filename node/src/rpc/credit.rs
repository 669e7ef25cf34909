//! The namespace `credit`: scores in plain JSON, for clients that do not speak SCALE.

use hanse_api::CreditScoreApi;
use hanse_credit_model::{DimensionReport, Grade, ScoreReport};
use hanse_runtime::{AccountId, BlockNumber, Hash, opaque::Block};
use jsonrpsee::{
	core::RpcResult,
	proc_macros::rpc,
	types::{ErrorObject, ErrorObjectOwned},
};
use serde::{Deserialize, Serialize};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_core::crypto::Ss58Codec;
use std::{str::FromStr, sync::Arc};

/// What the namespace answers.
#[rpc(server, namespace = "credit")]
pub trait CreditApi {
	/// The score of an account, given in SS58 or as 32 bytes in hexadecimal, at a block: `finalized`
	/// (the default), `best`, or the hash of a block whose state the node still has.
	#[method(name = "score", blocking)]
	fn score(&self, account: String, at: Option<String>) -> RpcResult<Score>;
}

/// A score in plain JSON.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Score {
	/// Whose, in SS58.
	pub account: String,
	/// 0 to 1,000.
	pub score: u16,
	/// D to AAA.
	pub grade: Grade,
	/// How much of the score could be told from evidence at all: 0 to 1.
	pub confidence: f64,
	/// How likely the next record is adverse: 0 to 1.
	pub risk: f64,
	/// The parts. Their points sum to the score before its fraction is cut off.
	pub dimensions: Vec<ScoreDimension>,
	/// The time that the evidence was decayed to, in seconds since the UNIX epoch.
	pub computed_at: u64,
	/// The block that the answer was read from.
	pub block: AnswerBlock,
}

/// One dimension of a score.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ScoreDimension {
	/// Which one.
	pub dimension: hanse_credit_model::Dimension,
	/// W: its weight in the score, 0 to 1.
	pub weight: f64,
	/// D: what its indicators say, 0 to 1.
	pub value: f64,
	/// R: how timely and reliable the evidence is, 0 to 1.
	pub adjustment: f64,
	/// W·D·R in points of the score.
	pub points: f64,
}

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
			Self::Internal(_) => 9100,
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
			Error::Internal(reason) => format!("the node could not compute the score: {reason}"),
		};
		ErrorObject::owned(error.code(), message, None::<()>)
	}
}

/// Answers from the state of a client.
pub struct Credit<Client> {
	client: Arc<Client>,
}

impl<Client> Credit<Client> {
	/// Answers from the state of this client.
	pub const fn new(client: Arc<Client>) -> Self {
		Self { client }
	}
}

impl<Client> Credit<Client>
where
	Client: HeaderBackend<Block>,
{
	/// The block that was asked for.
	fn block(&self, at: Option<&str>) -> Result<AnswerBlock, Error> {
		let info = self.client.info();
		let hash = match at {
			None | Some("finalized") => info.finalized_hash,
			Some("best") => info.best_hash,
			Some(other) => {
				Hash::from_str(other).map_err(|_| Error::InvalidBlock(other.to_owned()))?
			},
		};
		let internal = |error: sp_blockchain::Error| Error::Internal(error.to_string());
		let number =
			self.client.number(hash).map_err(internal)?.ok_or(Error::UnknownBlock(hash))?;
		let is_final = number <= info.finalized_number
			&& self.client.hash(number).map_err(internal)? == Some(hash);
		let finality = if is_final { Finality::Finalized } else { Finality::Best };
		Ok(AnswerBlock { hash, number, finality })
	}
}

impl<Client> CreditApiServer for Credit<Client>
where
	Client: HeaderBackend<Block> + ProvideRuntimeApi<Block> + Send + Sync + 'static,
	Client::Api: CreditScoreApi<Block, AccountId>,
{
	fn score(&self, account: String, at: Option<String>) -> RpcResult<Score> {
		// Both forms of an account are read by the same function.
		let account =
			AccountId::from_string(&account).map_err(|_| Error::InvalidAccount(account))?;
		let block = self.block(at.as_deref())?;
		let report = self
			.client
			.runtime_api()
			.score(block.hash, account.clone())
			.map_err(|error| match error {
				sp_api::ApiError::UnknownBlock(_) | sp_api::ApiError::StateBackendIsNotTrie => {
					Error::UnknownBlock(block.hash)
				},
				other => Error::Internal(other.to_string()),
			})?
			.ok_or_else(|| Error::UnknownSubject(account.clone()))?;
		Ok(answer(account, report, block))
	}
}

fn answer(account: AccountId, report: ScoreReport, block: AnswerBlock) -> Score {
	let basis_points = |value: u16| f64::from(value) / f64::from(hanse_credit_model::BASIS_POINTS);
	let millionths = |value: u32| f64::from(value) / f64::from(DimensionReport::WHOLE);
	Score {
		account: account.to_ss58check(),
		score: report.score,
		grade: report.grade,
		confidence: basis_points(report.confidence),
		risk: basis_points(report.risk.0),
		dimensions: report
			.dimensions
			.into_iter()
			.map(|part| ScoreDimension {
				dimension: part.dimension,
				weight: basis_points(part.weight),
				value: millionths(part.value),
				adjustment: millionths(part.adjustment),
				points: f64::from(part.points) / 1_000.0,
			})
			.collect(),
		computed_at: report.computed_at,
		block,
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use hanse_credit_model::{Parameters, Subject};

	#[test]
	fn an_answer_is_plain_json() {
		let report = Subject::default().report(86_400, &Parameters::default());
		let block = AnswerBlock { hash: Hash::zero(), number: 7, finality: Finality::Finalized };
		let json = serde_json::to_value(answer([1; 32].into(), report, block)).unwrap();
		assert_eq!(json["score"], 0);
		assert_eq!(json["grade"], "D");
		assert_eq!(json["risk"], 0.125);
		assert_eq!(json["computedAt"], 86_400);
		assert_eq!(json["dimensions"][0]["dimension"], "transactionFulfilment");
		assert_eq!(json["dimensions"][0]["weight"], 0.3);
		assert_eq!(json["dimensions"].as_array().unwrap().len(), 5);
		assert_eq!(json["block"]["number"], 7);
		assert_eq!(json["block"]["finality"], "finalized");
	}

	#[test]
	fn every_error_has_a_code_of_its_own_and_says_what_to_do() {
		let errors = [
			Error::InvalidAccount("x".into()),
			Error::InvalidBlock("y".into()),
			Error::UnknownBlock(Hash::zero()),
			Error::UnknownSubject([0; 32].into()),
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
}
