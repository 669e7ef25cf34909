//! The namespace `network`: enterprises, their relationships and the figures of the trade network in
//! plain JSON, for clients that do not speak SCALE.

use super::question::{AnswerBlock, Error, account, block};
use hanse_api::TradeNetworkApi;
use hanse_network_model::{BILLION, NetworkFigures};
use hanse_runtime::{AccountId, opaque::Block};
use hanse_types::{EnterpriseReport, RelationshipReport};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use serde::{Deserialize, Serialize};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use std::sync::Arc;

/// How many relationships one answer holds at most, and unless asked for fewer.
const MOST_RELATIONSHIPS: u32 = 128;

/// What the namespace answers. `at` is `finalized` (the default), `best`, or the hash of a block
/// whose state the node still has; accounts are given in SS58 or as 32 bytes in hexadecimal.
#[rpc(server, namespace = "network")]
pub trait NetworkApi {
	/// The figures of the whole network.
	#[method(name = "figures", blocking)]
	fn figures(&self, at: Option<String>) -> RpcResult<Figures>;

	/// The enterprise that an account belongs to, now or formerly.
	#[method(name = "enterprise", blocking)]
	fn enterprise(&self, account: String, at: Option<String>) -> RpcResult<Enterprise>;

	/// The relationships of an enterprise, page by page: those after the partner `after`, which is
	/// `next` of the page before.
	#[method(name = "relationships", blocking)]
	fn relationships(
		&self,
		account: String,
		after: Option<String>,
		limit: Option<u32>,
		at: Option<String>,
	) -> RpcResult<Relationships>;
}

/// The figures of the network in plain JSON: what was counted, and what follows from it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Figures {
	/// What was counted.
	#[serde(flatten)]
	pub counts: NetworkFigures,
	/// The share of all pairs that are partners: 0 to 1.
	pub density: f64,
	/// How many partners an enterprise has on average.
	pub mean_degree: f64,
	/// The share of the arcs of supply whose reverse exists: 0 to 1.
	pub reciprocity: f64,
	/// How likely two partners of one enterprise are partners of each other: 0 to 1.
	pub clustering: f64,
	/// The block that the answer was read from.
	pub block: AnswerBlock,
}

/// An enterprise in plain JSON.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Enterprise {
	/// What is known of it.
	#[serde(flatten)]
	pub enterprise: EnterpriseReport<AccountId>,
	/// The block that the answer was read from.
	pub block: AnswerBlock,
}

/// A page of relationships in plain JSON.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Relationships {
	/// In the order in which the partners were registered.
	pub relationships: Vec<RelationshipReport<AccountId>>,
	/// What to give as `after` for the next page; nothing if there is none.
	pub next: Option<AccountId>,
	/// The block that the answer was read from.
	pub block: AnswerBlock,
}

/// Answers from the state of a client.
pub struct Network<Client> {
	client: Arc<Client>,
}

impl<Client> Network<Client> {
	/// Answers from the state of this client.
	pub const fn new(client: Arc<Client>) -> Self {
		Self { client }
	}
}

impl<Client> NetworkApiServer for Network<Client>
where
	Client: HeaderBackend<Block> + ProvideRuntimeApi<Block> + Send + Sync + 'static,
	Client::Api: TradeNetworkApi<Block, AccountId>,
{
	fn figures(&self, at: Option<String>) -> RpcResult<Figures> {
		let block = block(&*self.client, at.as_deref())?;
		let counts = self
			.client
			.runtime_api()
			.network_figures(block.hash)
			.map_err(|error| Error::of_api(error, block.hash))?;
		Ok(figures(counts, block))
	}

	fn enterprise(&self, given: String, at: Option<String>) -> RpcResult<Enterprise> {
		let account = account(&given)?;
		let block = block(&*self.client, at.as_deref())?;
		let enterprise = self
			.client
			.runtime_api()
			.enterprise(block.hash, account.clone())
			.map_err(|error| Error::of_api(error, block.hash))?
			.ok_or(Error::UnknownEnterprise(account))?;
		Ok(Enterprise { enterprise, block })
	}

	fn relationships(
		&self,
		given: String,
		after: Option<String>,
		limit: Option<u32>,
		at: Option<String>,
	) -> RpcResult<Relationships> {
		let of = account(&given)?;
		let after = after.as_deref().map(account).transpose()?;
		let limit = within(limit)?;
		let block = block(&*self.client, at.as_deref())?;
		let api = self.client.runtime_api();
		let unread = |error| Error::of_api(error, block.hash);
		// An enterprise without relationships is not an account without an enterprise.
		for known in [Some(&of), after.as_ref()].into_iter().flatten() {
			api.enterprise(block.hash, known.clone())
				.map_err(unread)?
				.ok_or_else(|| Error::UnknownEnterprise(known.clone()))?;
		}
		let found = api.relationships(block.hash, of, after, limit + 1).map_err(unread)?;
		let (relationships, next) = page(found, limit);
		Ok(Relationships { relationships, next, block })
	}
}

/// How many relationships to answer with.
fn within(limit: Option<u32>) -> Result<u32, Error> {
	match limit {
		None => Ok(MOST_RELATIONSHIPS),
		Some(limit) if (1..=MOST_RELATIONSHIPS).contains(&limit) => Ok(limit),
		Some(given) => Err(Error::InvalidLimit { given, most: MOST_RELATIONSHIPS }),
	}
}

/// A page of what was found, and where the next begins. One more than the page holds was asked for, to
/// see whether there is a next.
fn page(
	mut found: Vec<RelationshipReport<AccountId>>,
	limit: u32,
) -> (Vec<RelationshipReport<AccountId>>, Option<AccountId>) {
	let more = found.len() > limit as usize;
	found.truncate(limit as usize);
	let next = found.last().filter(|_| more).map(|last| last.partner.clone());
	(found, next)
}

fn figures(counts: NetworkFigures, block: AnswerBlock) -> Figures {
	let billionths = |value: u64| value as f64 / BILLION as f64;
	Figures {
		density: billionths(counts.density_ppb()),
		mean_degree: billionths(counts.mean_degree_ppb()),
		reciprocity: billionths(counts.reciprocity_ppb()),
		clustering: billionths(counts.clustering_ppb()),
		counts,
		block,
	}
}

#[cfg(test)]
mod tests {
	use super::{super::question::Finality, *};
	use hanse_runtime::Hash;

	fn relationship(partner: u8) -> RelationshipReport<AccountId> {
		RelationshipReport {
			partner: [partner; 32].into(),
			arcs: Vec::new(),
			since: 20_000,
			orders: 0,
			volume_class: 0,
			last: None,
			dormant: false,
		}
	}

	#[test]
	fn figures_are_counts_and_ratios_side_by_side() {
		let counts = NetworkFigures {
			enterprises: 4,
			relationships: 3,
			triangles: 1,
			wedges: 3,
			..NetworkFigures::default()
		};
		let block = AnswerBlock { hash: Hash::zero(), number: 7, finality: Finality::Best };
		let json = serde_json::to_value(figures(counts, block)).unwrap();
		assert_eq!(json["enterprises"], 4);
		assert_eq!(json["density"], 0.5);
		assert_eq!(json["meanDegree"], 1.5);
		assert_eq!(json["clustering"], 1.0);
		assert_eq!(json["inClosedRings"], 0);
		assert_eq!(json["block"]["number"], 7);
	}

	#[test]
	fn a_page_says_where_the_next_begins() {
		let found = || (1..=3).map(relationship).collect::<Vec<_>>();
		let (all, next) = page(found(), 3);
		assert_eq!((all.len(), next), (3, None));
		let (some, next) = page(found(), 2);
		assert_eq!((some.len(), next), (2, Some([2; 32].into())));
		assert_eq!(page(Vec::new(), 1), (Vec::new(), None));
	}

	#[test]
	fn limits_are_kept() {
		assert_eq!(within(None), Ok(MOST_RELATIONSHIPS));
		assert_eq!(within(Some(1)), Ok(1));
		assert_eq!(within(Some(128)), Ok(128));
		for given in [0, 129, u32::MAX] {
			assert_eq!(within(Some(given)), Err(Error::InvalidLimit { given, most: 128 }));
		}
	}
}
