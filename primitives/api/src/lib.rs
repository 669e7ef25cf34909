//! What a node asks the runtime beyond the standard.
//!
//! * [`ConsortiumApi`]: which nodes belong to members, so that it can close the network.
//! * [`AuraEquivocationApi`]: how to report an author that signed two blocks for one slot.
//! * [`CreditRecordsApi`], [`CreditScoreApi`], [`TradeNetworkApi`]: what clients that do not speak SCALE
//!   want to know.
//!
//! While the network moves to a new runtime, new nodes run the old one: whoever calls an API asks
//! first whether the runtime has it.

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
	test,
	allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail by panicking")
)]

extern crate alloc;

mod former;

pub use former::ScoreReportBefore2;

use alloc::vec::Vec;
use codec::Codec;
use hanse_credit_model::{Indicator, ScoreReport};
use hanse_network_model::NetworkFigures;
use hanse_types::{EnterpriseReport, NodeId, RelationshipReport};
use pallet_credit_records::{
	Batch, Decision, ObjectionRights, ObjectionStatus, RecordProof, RecordStatus, Schema,
};
use pallet_credit_score::{Announcement, Change, ScoreExplanation, WarningReport};
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_consensus_slots::EquivocationProof;
use sp_session::MembershipProof;

sp_api::decl_runtime_apis! {
	/// Reads what the network needs to know of the consortium.
	pub trait ConsortiumApi {
		/// The nodes that members registered, all members together, as identities on the
		/// peer-to-peer network.
		///
		/// Empty when no member registered any: then the chain does not say who may connect.
		fn nodes() -> Vec<NodeId>;
	}

	/// Reports authors that sign two blocks for one slot.
	pub trait AuraEquivocationApi {
		/// Proves that a key authors in the session of this block's state.
		///
		/// `None` when the key belongs to no validator of that session. The proof holds for as long
		/// as the chain remembers the session.
		fn generate_key_ownership_proof(authority: AuraId) -> Option<MembershipProof>;

		/// Puts a report into the pool of the node that calls, as an extrinsic without a signature
		/// that no other node takes.
		///
		/// `proof` holds both headers with their seals; `key_owner_proof` comes from
		/// `generate_key_ownership_proof` at the parent of one of them. `None` when the pool takes
		/// no such extrinsic; whether the proof is right shows when the pool and the block check it.
		fn submit_report_equivocation_unsigned_extrinsic(
			proof: EquivocationProof<Block::Header, AuraId>,
			key_owner_proof: MembershipProof,
		) -> Option<()>;
	}

	/// Reads what the chain knows of credit records. It keeps no records but roots, so it knows a record
	/// by the number that its provider gave it.
	pub trait CreditRecordsApi<AccountId, Balance>
	where
		AccountId: Codec,
		Balance: Codec,
	{
		/// The sequence number of the next record in a provider's stream.
		fn next_sequence(provider: AccountId) -> u64;

		/// The batch in which a record came, and its number; `None` for a number that is not used yet, and
		/// for records of the time before there were batches.
		fn batch_of(provider: AccountId, sequence: u64) -> Option<(u32, Batch)>;

		/// How far a record has come, as well for the number of one that was refused; `None` as for
		/// `batch_of`.
		fn record_status(provider: AccountId, sequence: u64) -> Option<RecordStatus>;

		/// How far a record has come that is proven to have counted, its expiry included; `None` if the
		/// proof does not hold.
		fn proven_status(proof: RecordProof<AccountId>) -> Option<RecordStatus>;

		/// The open objection to a record.
		fn objection(provider: AccountId, sequence: u64) -> Option<ObjectionStatus>;

		/// How the contest of a record ended, until the record expires.
		fn decision(provider: AccountId, sequence: u64) -> Option<Decision>;

		/// How many objections an enterprise can still open, and at what price; any of its accounts will do.
		fn objection_rights(account: AccountId) -> ObjectionRights<Balance>;

		/// How records of all indicators have to look.
		fn schemas() -> Vec<(Indicator, Schema)>;
	}

	/// Reads the credit score. For an account about which there is no record the answer is `None`; any
	/// account of an enterprise will do.
	#[api_version(2)]
	pub trait CreditScoreApi<AccountId>
	where
		AccountId: Codec,
	{
		/// The score of a subject at the block's time.
		#[changed_in(2)]
		fn score(subject: AccountId) -> Option<ScoreReportBefore2>;

		/// The score of a subject at the block's time.
		fn score(subject: AccountId) -> Option<ScoreReport>;

		/// The same, with everything that it follows from.
		fn explain(subject: AccountId) -> Option<ScoreExplanation<AccountId>>;

		/// What was announced about a subject lately, the latest at the end.
		fn history(subject: AccountId) -> Option<Vec<Change<AccountId>>>;

		/// What there is to beware of at the block's time.
		fn warning(subject: AccountId) -> Option<WarningReport>;

		/// What was announced in the block, about whomever.
		fn announcements() -> Vec<Announcement<AccountId>>;
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
