//! The namespace `credit`: scores in plain JSON, for clients that do not speak SCALE.

use super::question::{AnswerBlock, Error, account, block};
use hanse_api::CreditScoreApi;
use hanse_credit_model::{DimensionReport, Grade, ScoreReport};
use hanse_runtime::{AccountId, opaque::Block};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use serde::{Deserialize, Serialize};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_core::crypto::Ss58Codec;
use std::sync::Arc;

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

impl<Client> CreditApiServer for Credit<Client>
where
	Client: HeaderBackend<Block> + ProvideRuntimeApi<Block> + Send + Sync + 'static,
	Client::Api: CreditScoreApi<Block, AccountId>,
{
	fn score(&self, given: String, at: Option<String>) -> RpcResult<Score> {
		let account = account(&given)?;
		let block = block(&*self.client, at.as_deref())?;
		let report = self
			.client
			.runtime_api()
			.score(block.hash, account.clone())
			.map_err(|error| Error::of_api(error, block.hash))?
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
	use super::{super::question::Finality, *};
	use hanse_credit_model::{Parameters, Subject};
	use hanse_runtime::Hash;

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
}
