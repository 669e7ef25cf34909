use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use hanse_credit_model::{Indicator, Outcome, Source};
use scale_info::TypeInfo;

/// A source, who brought it here, and what is known of it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RegisteredSource<AccountId> {
	/// The member that alone may submit what this source says.
	pub provider: AccountId,
	/// How far it has been right.
	pub standing: Source,
}

/// A record that waits for others to speak.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct PendingRecord<AccountId> {
	/// Who said so.
	pub source: AccountId,
	/// About whom.
	pub subject: AccountId,
	/// About what.
	pub indicator: Indicator,
	/// What happened, as the source saw it.
	pub outcome: Outcome,
}

/// What is known of a source, for clients.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct SourceReport<AccountId> {
	/// The member that submits what it says.
	pub provider: AccountId,
	/// How credible it is, in millionths, cut off.
	pub credibility: u32,
}
