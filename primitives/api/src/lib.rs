//! What a node asks the runtime, so that it can answer clients that do not speak SCALE.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

use alloc::vec::Vec;
use codec::Codec;
use hanse_credit_model::ScoreReport;
use hanse_network_model::NetworkFigures;
use hanse_types::{EnterpriseReport, RelationshipReport};

sp_api::decl_runtime_apis! {
	/// Reads the credit score.
	pub trait CreditScoreApi<AccountId>
	where
		AccountId: Codec,
	{
		/// The score of a subject at the block's time; `None` when there is no record about it.
		fn score(subject: AccountId) -> Option<ScoreReport>;
	}

	/// Reads the trade network.
	pub trait TradeNetworkApi<AccountId>
	where
		AccountId: Codec,
	{
		/// The enterprise that an account belongs to, now or formerly; `None` if there is none.
		fn enterprise(account: AccountId) -> Option<EnterpriseReport<AccountId>>;

		/// Relationships of the enterprise that an account belongs to, in the order in which its
		/// partners were registered: those after the partner `after`, at most `limit` of them.
		fn relationships(
			account: AccountId,
			after: Option<AccountId>,
			limit: u32,
		) -> Vec<RelationshipReport<AccountId>>;

		/// The figures of the whole network.
		fn network_figures() -> NetworkFigures;
	}
}
