//! The calls of the pallet, encoded as the runtime decodes them.

use codec::Encode;
use hanse_client::{Encoded, call};
use hanse_credit_model::Category;
use pallet_credit_records::{Mode, Reason, Record, RecordProof, Verdict};
use sp_core::{H256, crypto::AccountId32};
use subxt::transactions::DynamicPayload;

/// The pallet that they belong to.
pub const PALLET: &str = "CreditRecords";

/// A call that is ready to be signed.
pub type Call = DynamicPayload<Encoded>;

type Proof = RecordProof<AccountId32>;

fn of_pallet(name: &str, arguments: &impl Encode) -> Call {
	call(PALLET, name, arguments)
}

/// `creditRecords.register_sources`
pub fn register_sources(sources: &[AccountId32]) -> Call {
	of_pallet("register_sources", &(sources,))
}

/// `creditRecords.submit_batch`
pub fn submit_batch(first: u64, mode: Mode, records: &[Record<AccountId32>]) -> Call {
	of_pallet("submit_batch", &(first, mode, records))
}

/// `creditRecords.confirm_record`
pub fn confirm_record(proof: &Proof) -> Call {
	of_pallet("confirm_record", &(proof,))
}

/// `creditRecords.post_bond`
pub fn post_bond(category: Category, amount: u128) -> Call {
	of_pallet("post_bond", &(category, amount))
}

/// `creditRecords.release_bond`
pub fn release_bond(category: Category) -> Call {
	of_pallet("release_bond", &(category,))
}

/// `creditRecords.withdraw_bond`
pub fn withdraw_bond(category: Category) -> Call {
	of_pallet("withdraw_bond", &(category,))
}

/// `creditRecords.report_contradiction`
pub fn report_contradiction(first: &Proof, second: &Proof) -> Call {
	of_pallet("report_contradiction", &(first, second))
}

/// `creditRecords.object`
pub fn object(proof: &Proof, reason: Reason, statement: H256) -> Call {
	of_pallet("object", &(proof, reason, statement))
}

/// `creditRecords.answer_objection`
pub fn answer_objection(sequence: u64, answer: H256) -> Call {
	of_pallet("answer_objection", &(sequence, answer))
}

/// `creditRecords.withdraw_record`
pub fn withdraw_record(proof: &Proof) -> Call {
	of_pallet("withdraw_record", &(proof,))
}

/// `creditRecords.withdraw_objection`
pub fn withdraw_objection(provider: &AccountId32, sequence: u64) -> Call {
	of_pallet("withdraw_objection", &(provider, sequence))
}

/// `creditRecords.review`
pub fn review(provider: &AccountId32, sequence: u64, verdict: Verdict) -> Call {
	of_pallet("review", &(provider, sequence, verdict))
}

/// `creditRecords.close_objection`
pub fn close_objection(provider: &AccountId32, sequence: u64) -> Call {
	of_pallet("close_objection", &(provider, sequence))
}
