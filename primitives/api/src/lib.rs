//! What a node asks the runtime, so that it can answer clients that do not speak SCALE.

#![cfg_attr(not(feature = "std"), no_std)]

use codec::Codec;
use hanse_credit_model::ScoreReport;

sp_api::decl_runtime_apis! {
	/// Reads the credit score.
	pub trait CreditScoreApi<AccountId>
	where
		AccountId: Codec,
	{
		/// The score of a subject at the block's time; `None` when there is no record about it.
		fn score(subject: AccountId) -> Option<ScoreReport>;
	}
}
