//! Who wants to hear of which announcements.

use super::answers::ScoreChange;
use crate::rpc::question::{Error, account};
use futures::{StreamExt, stream};
use hanse_api::{CreditScoreApi, TradeNetworkApi};
use hanse_runtime::{AccountId, Hash, opaque::Block};
use hanse_types::{CountryCode, Sector};
use jsonrpsee::{core::server::PendingSubscriptionSink, types::ErrorObjectOwned};
use pallet_credit_score::Announcement;
use sc_client_api::BlockchainEvents;
use sc_rpc::{
	SubscriptionTaskExecutor,
	utils::{BoundedVecDeque, PendingSubscription, spawn_subscription_task},
};
use serde::{Deserialize, Serialize};
use sp_api::{ApiError, ApiExt, ProvideRuntimeApi};
use std::{str::FromStr, sync::Arc};

/// How many announcements wait for a listener that is slow. One that falls further behind is cut off
/// rather than told less than all.
const BACKLOG: usize = 4_096;

/// How many relationships are asked for at a time.
const PAGE: u32 = 256;

/// What a listener wants to hear of. What is not given lets everything through.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Filter {
	/// One subject, by any of its accounts.
	pub account: Option<String>,
	/// Enterprises of one of these countries that have a partner in the other; the same twice for trade
	/// within it.
	pub countries: Option<(String, String)>,
	/// Enterprises of this sector, a division of ISIC Rev. 4.
	pub sector: Option<String>,
	/// Only changes of the warning.
	#[serde(default)]
	pub warnings_only: bool,
}

/// The same, understood.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
struct Wanted {
	account: Option<AccountId>,
	countries: Option<(CountryCode, CountryCode)>,
	sector: Option<Sector>,
	warnings_only: bool,
}

impl TryFrom<Filter> for Wanted {
	type Error = Error;

	fn try_from(filter: Filter) -> Result<Self, Error> {
		let Filter { account: given, countries, sector, warnings_only } = filter;
		let countries = match countries {
			Some((one, other)) => Some((parsed(&one)?, parsed(&other)?)),
			None => None,
		};
		Ok(Self {
			account: given.as_deref().map(account).transpose()?,
			countries,
			sector: sector.as_deref().map(parsed).transpose()?,
			warnings_only,
		})
	}
}

/// A country or a sector.
fn parsed<T: FromStr>(code: &str) -> Result<T, Error> {
	code.parse().map_err(|_| Error::InvalidFilter(code.to_owned()))
}

/// Tells a listener what it wants to hear, from now on.
pub fn serve<Client>(
	client: &Arc<Client>,
	executor: &SubscriptionTaskExecutor,
	pending: PendingSubscriptionSink,
	filter: Option<Filter>,
) where
	Client: ProvideRuntimeApi<Block> + BlockchainEvents<Block> + Send + Sync + 'static,
	Client::Api: CreditScoreApi<Block, AccountId> + TradeNetworkApi<Block, AccountId>,
{
	let wanted = match Wanted::try_from(filter.unwrap_or_default()) {
		Ok(wanted) => wanted,
		Err(error) => {
			let refused = async move { pending.reject(ErrorObjectOwned::from(error)).await };
			return spawn_subscription_task(executor, refused);
		},
	};
	let asked = client.clone();
	let changes = client
		.finality_notification_stream()
		.flat_map(move |final_block| {
			// The blocks that became final with this one come first.
			let blocks = final_block.tree_route.iter().copied().chain([final_block.hash]);
			let changes = blocks.flat_map(|block| heard(&*asked, &wanted, block));
			stream::iter(changes.collect::<Vec<_>>())
		})
		.boxed();
	let told =
		PendingSubscription::from(pending).pipe_from_stream(changes, BoundedVecDeque::new(BACKLOG));
	spawn_subscription_task(executor, told);
}

/// What a listener wants to hear of a block. What cannot be read is noted in the log and left out.
fn heard<Client>(client: &Client, wanted: &Wanted, block: Hash) -> Vec<ScoreChange>
where
	Client: ProvideRuntimeApi<Block>,
	Client::Api: CreditScoreApi<Block, AccountId> + TradeNetworkApi<Block, AccountId>,
{
	let read = || -> Result<Vec<ScoreChange>, ApiError> {
		let version =
			client.runtime_api().api_version::<dyn CreditScoreApi<Block, AccountId>>(block)?;
		if version.is_none_or(|version| version < 2) {
			return Ok(Vec::new());
		}
		let mut heard = Vec::new();
		for announcement in client.runtime_api().announcements(block)? {
			if is_wanted(client, wanted, &announcement, block)? {
				heard.push(ScoreChange::new(&announcement, block));
			}
		}
		Ok(heard)
	};
	read().unwrap_or_else(|error| {
		log::warn!("Announcements in block {block:?} cannot be read: {error}");
		Vec::new()
	})
}

/// Whether a listener wants to hear of an announcement.
fn is_wanted<Client>(
	client: &Client,
	wanted: &Wanted,
	announcement: &Announcement<AccountId>,
	block: Hash,
) -> Result<bool, ApiError>
where
	Client: ProvideRuntimeApi<Block>,
	Client::Api: TradeNetworkApi<Block, AccountId>,
{
	let Announcement { subject, old, new, .. } = announcement;
	if wanted.warnings_only && old.warning == new.warning {
		return Ok(false);
	}
	if wanted == &(Wanted { warnings_only: wanted.warnings_only, ..Wanted::default() }) {
		return Ok(true);
	}
	if let Some(account) = &wanted.account {
		// Any account of the enterprise will do.
		let asked = client.runtime_api().enterprise(block, account.clone())?;
		let asked = asked.map_or_else(|| account.clone(), |enterprise| enterprise.subject);
		if asked != *subject {
			return Ok(false);
		}
	}
	if wanted.sector.is_none() && wanted.countries.is_none() {
		return Ok(true);
	}
	// Who is no registered enterprise has neither a sector nor a country.
	let Some(enterprise) = client.runtime_api().enterprise(block, subject.clone())? else {
		return Ok(false);
	};
	if wanted.sector.is_some_and(|sector| sector != enterprise.sector) {
		return Ok(false);
	}
	let Some((one, other)) = wanted.countries else { return Ok(true) };
	let across = match enterprise.country {
		country if country == one => other,
		country if country == other => one,
		_ => return Ok(false),
	};
	has_partner_in(client, subject, across, block)
}

/// Whether an enterprise has a partner in a country.
fn has_partner_in<Client>(
	client: &Client,
	subject: &AccountId,
	country: CountryCode,
	block: Hash,
) -> Result<bool, ApiError>
where
	Client: ProvideRuntimeApi<Block>,
	Client::Api: TradeNetworkApi<Block, AccountId>,
{
	let mut after = None;
	loop {
		let page = client.runtime_api().relationships(block, subject.clone(), after, PAGE)?;
		for relationship in &page {
			let partner = client.runtime_api().enterprise(block, relationship.partner.clone())?;
			if partner.is_some_and(|partner| partner.country == country) {
				return Ok(true);
			}
		}
		match page.last() {
			Some(last) if page.len() >= PAGE as usize => after = Some(last.partner.clone()),
			_ => return Ok(false),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_core::crypto::Ss58Codec;

	fn understood(json: &str) -> Result<Wanted, Error> {
		serde_json::from_str::<Filter>(json).unwrap().try_into()
	}

	#[test]
	fn filters_are_understood() {
		assert_eq!(understood("{}"), Ok(Wanted::default()));
		let anna = AccountId::from([1; 32]);
		let json = format!(r#"{{"account": "{}", "warningsOnly": true}}"#, anna.to_ss58check());
		let wanted = understood(&json).unwrap();
		assert_eq!((wanted.account, wanted.warnings_only), (Some(anna), true));
		let wanted = understood(r#"{"countries": ["DE", "NL"], "sector": "46"}"#).unwrap();
		let country = |code: &str| code.parse::<CountryCode>().unwrap();
		assert_eq!(wanted.countries, Some((country("DE"), country("NL"))));
		assert_eq!(wanted.sector, Some("46".parse().unwrap()));
	}

	#[test]
	fn what_cannot_be_is_refused() {
		for json in [
			r#"{"countries": ["DE", "ZZ"]}"#,
			r#"{"countries": ["Germany", "NL"]}"#,
			r#"{"sector": "100"}"#,
		] {
			assert!(matches!(understood(json), Err(Error::InvalidFilter(_))), "{json}");
		}
		assert!(matches!(understood(r#"{"account": "x"}"#), Err(Error::InvalidAccount(_))));
		assert!(serde_json::from_str::<Filter>(r#"{"country": "DE"}"#).is_err());
	}
}
