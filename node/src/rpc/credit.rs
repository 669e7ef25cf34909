//! The namespace `credit`: scores in plain JSON, for clients that do not speak SCALE.

mod answers;
mod listening;
mod words;

use super::question::{AnswerBlock, Error, account, block};
use answers::{
	ScoreExplained, ScoreHistory, ScoreWarning, ScoreWarningNow, basis_points, dimensions,
};
use hanse_api::CreditScoreApi;
use hanse_credit_model::{Grade, ScoreReport};
use hanse_runtime::{AccountId, opaque::Block};
use jsonrpsee::{
	core::{RpcResult, server::PendingSubscriptionSink},
	proc_macros::rpc,
};
use listening::Filter;
use sc_client_api::BlockchainEvents;
use sc_rpc::SubscriptionTaskExecutor;
use serde::{Deserialize, Serialize};
use sp_api::{ApiExt, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use sp_core::crypto::Ss58Codec;
use std::sync::Arc;

pub use answers::ScoreDimension;

/// What the namespace answers. Accounts are given in SS58 or as 32 bytes in hexadecimal; `at` is
/// `finalized` (the default), `best`, or the hash of a block whose state the node still has.
#[rpc(server, namespace = "credit")]
pub trait CreditApi {
	/// The score of an account.
	#[method(name = "score", blocking)]
	fn score(&self, account: String, at: Option<String>) -> RpcResult<Score>;

	/// The score of an account with everything that it follows from, in numbers and in words.
	#[method(name = "explain", blocking)]
	fn explain(&self, account: String, at: Option<String>) -> RpcResult<ScoreExplained>;

	/// What was announced about an account lately.
	#[method(name = "history", blocking)]
	fn history(&self, account: String, at: Option<String>) -> RpcResult<ScoreHistory>;

	/// What there is to beware of.
	#[method(name = "warning", blocking)]
	fn warning(&self, account: String, at: Option<String>) -> RpcResult<ScoreWarningNow>;

	/// Announcements in final blocks, as they become final: of all subjects, or of those that the filter
	/// lets through.
	#[subscription(
		name = "subscribeScores" => "scoreChanged",
		unsubscribe = "unsubscribeScores",
		item = answers::ScoreChange
	)]
	fn subscribe_scores(&self, filter: Option<Filter>);
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
	/// What there is to beware of; nothing from a runtime that does not warn.
	pub warning: Option<ScoreWarning>,
	/// The parts. Their points sum to the score before its fraction is cut off.
	pub dimensions: Vec<ScoreDimension>,
	/// The version of the parameters that it was computed with.
	pub version: u32,
	/// The time that the evidence was decayed to, in seconds since the UNIX epoch.
	pub computed_at: u64,
	/// The block that the answer was read from.
	pub block: AnswerBlock,
}

/// Answers from the state of a client.
pub struct Credit<Client> {
	client: Arc<Client>,
	executor: SubscriptionTaskExecutor,
}

impl<Client> Credit<Client> {
	/// Answers from the state of this client; subscriptions run on this executor.
	pub const fn new(client: Arc<Client>, executor: SubscriptionTaskExecutor) -> Self {
		Self { client, executor }
	}
}

impl<Client> Credit<Client>
where
	Client: HeaderBackend<Block> + ProvideRuntimeApi<Block>,
	Client::Api: CreditScoreApi<Block, AccountId>,
{
	/// Whether the runtime at a block explains its scores.
	fn explains(&self, block: &AnswerBlock) -> Result<bool, Error> {
		let version = self
			.client
			.runtime_api()
			.api_version::<dyn CreditScoreApi<Block, AccountId>>(block.hash)
			.map_err(|error| Error::of_api(error, block.hash))?;
		Ok(version.is_some_and(|version| version >= 2))
	}

	/// The same, or an answer that it does not.
	fn ensure_explains(&self, block: &AnswerBlock) -> Result<(), Error> {
		if self.explains(block)? { Ok(()) } else { Err(Error::EarlierRuntime(block.hash)) }
	}
}

impl<Client> CreditApiServer for Credit<Client>
where
	Client: HeaderBackend<Block>
		+ ProvideRuntimeApi<Block>
		+ BlockchainEvents<Block>
		+ Send
		+ Sync
		+ 'static,
	Client::Api: CreditScoreApi<Block, AccountId> + hanse_api::TradeNetworkApi<Block, AccountId>,
{
	fn score(&self, given: String, at: Option<String>) -> RpcResult<Score> {
		let account = account(&given)?;
		let block = block(&*self.client, at.as_deref())?;
		let api = self.client.runtime_api();
		let unread = |error| Error::of_api(error, block.hash);
		let unknown = || Error::UnknownSubject(account.clone());
		if self.explains(&block)? {
			let report = api.score(block.hash, account.clone()).map_err(unread)?;
			let report = report.ok_or_else(unknown)?;
			let warning = api.warning(block.hash, account.clone()).map_err(unread)?;
			let warning = warning.map(|warning| ScoreWarning::new(&warning.warning));
			return Ok(answer(account, report, warning, block));
		}
		#[allow(deprecated, reason = "so the macro marks what an earlier runtime answers")]
		let report = api.score_before_version_2(block.hash, account.clone()).map_err(unread)?;
		let report = report.ok_or_else(unknown)?;
		Ok(answer(account, report.into(), None, block))
	}

	fn explain(&self, given: String, at: Option<String>) -> RpcResult<ScoreExplained> {
		let account = account(&given)?;
		let block = block(&*self.client, at.as_deref())?;
		self.ensure_explains(&block)?;
		let explained = self
			.client
			.runtime_api()
			.explain(block.hash, account.clone())
			.map_err(|error| Error::of_api(error, block.hash))?
			.ok_or_else(|| Error::UnknownSubject(account.clone()))?;
		Ok(ScoreExplained::new(&account, explained, block))
	}

	fn history(&self, given: String, at: Option<String>) -> RpcResult<ScoreHistory> {
		let account = account(&given)?;
		let block = block(&*self.client, at.as_deref())?;
		self.ensure_explains(&block)?;
		let changes = self
			.client
			.runtime_api()
			.history(block.hash, account.clone())
			.map_err(|error| Error::of_api(error, block.hash))?
			.ok_or_else(|| Error::UnknownSubject(account.clone()))?;
		Ok(ScoreHistory::new(&account, &changes, block))
	}

	fn warning(&self, given: String, at: Option<String>) -> RpcResult<ScoreWarningNow> {
		let account = account(&given)?;
		let block = block(&*self.client, at.as_deref())?;
		self.ensure_explains(&block)?;
		let warning = self
			.client
			.runtime_api()
			.warning(block.hash, account.clone())
			.map_err(|error| Error::of_api(error, block.hash))?
			.ok_or_else(|| Error::UnknownSubject(account.clone()))?;
		Ok(ScoreWarningNow::new(&account, &warning, block))
	}

	fn subscribe_scores(&self, pending: PendingSubscriptionSink, filter: Option<Filter>) {
		listening::serve(&self.client, &self.executor, pending, filter);
	}
}

fn answer(
	account: AccountId,
	report: ScoreReport,
	warning: Option<ScoreWarning>,
	block: AnswerBlock,
) -> Score {
	Score {
		account: account.to_ss58check(),
		score: report.score,
		grade: report.grade,
		confidence: basis_points(report.confidence),
		risk: basis_points(report.risk.0),
		warning,
		dimensions: dimensions(&report),
		version: report.version,
		computed_at: report.computed_at,
		block,
	}
}

#[cfg(test)]
mod tests {
	use super::{super::question::Finality, *};
	use hanse_credit_model::{Parameters, Subject, Warning};
	use hanse_runtime::Hash;

	#[test]
	fn an_answer_is_plain_json() {
		let report = Subject::default().report(86_400, &Parameters::default());
		let block = AnswerBlock { hash: Hash::zero(), number: 7, finality: Finality::Finalized };
		let warning = Some(ScoreWarning::new(&Warning::default()));
		let json = serde_json::to_value(answer([1; 32].into(), report, warning, block)).unwrap();
		assert_eq!(json["score"], 0);
		assert_eq!(json["grade"], "D");
		assert_eq!(json["risk"], 0.125);
		assert_eq!(json["computedAt"], 86_400);
		assert_eq!(json["version"], 0);
		assert_eq!(json["warning"]["level"], "none");
		assert_eq!(json["dimensions"][0]["dimension"], "transactionFulfilment");
		assert_eq!(json["dimensions"][0]["weight"], 0.3);
		assert_eq!(json["dimensions"].as_array().unwrap().len(), 5);
		assert_eq!(json["block"]["number"], 7);
		assert_eq!(json["block"]["finality"], "finalized");
	}
}
