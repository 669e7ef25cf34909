use crate::{
	Commitment, Commitments, CountryCode, Day, EnterpriseKind, Sector, VerificationLevel,
	commitments::hex,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use hanse_network_model::{EnterpriseId, RelationshipKind};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// What is known of an enterprise, for clients.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub struct EnterpriseReport<AccountId> {
	/// Its number in the network.
	pub id: EnterpriseId,
	/// The account that it was registered with, by which records know it.
	pub subject: AccountId,
	/// The account that acts for it now.
	pub controller: AccountId,
	/// The accounts that acted for it before, the subject among them if it does not act any more.
	/// Each still stands for the enterprise.
	pub former: Vec<AccountId>,
	/// The member that registered it, if it did not register itself.
	pub sponsor: Option<AccountId>,
	/// Where it is registered.
	pub country: CountryCode,
	/// What it does.
	pub sector: Sector,
	/// The part it plays.
	pub kind: EnterpriseKind,
	/// What stands for its attributes.
	pub commitments: Commitments,
	/// How far it is verified today.
	pub level: VerificationLevel,
	/// The last day on which it is verified.
	pub verified_until: Option<Day>,
	/// Who verified it.
	pub registrar: Option<AccountId>,
	/// The legal entity that it is, once registrars have said so. It stays when verification ends.
	#[serde(with = "hex")]
	pub entity: Option<Commitment>,
	/// How many partners it has.
	pub partners: u32,
	/// How many pairs of its partners are partners of each other.
	pub triangles: u32,
	/// How many circles of supply of length three it is part of.
	pub cycles: u32,
	/// Whether its partners trade with each other, in a circle, and it with nobody else.
	pub in_closed_ring: bool,
	/// How many orders there were in its relationships.
	pub orders: u64,
	/// How concentrated its orders are on few partners: the Herfindahl index in basis points.
	pub herfindahl: u16,
	/// What an agreement has to name. It rises whenever a relationship of the enterprise ends.
	pub endings: u32,
}

/// An arc as one of the two sees it.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub struct ArcReport {
	/// What is given.
	pub kind: RelationshipKind,
	/// Whether the enterprise that was asked about gives; otherwise its partner does.
	pub gives: bool,
}

/// A relationship as one of the two sees it, for clients.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub struct RelationshipReport<AccountId> {
	/// The partner, by its subject.
	pub partner: AccountId,
	/// What the two do for each other.
	pub arcs: Vec<ArcReport>,
	/// The day on which it began.
	pub since: Day,
	/// How many orders there were.
	pub orders: u64,
	/// The class of the largest order.
	pub volume_class: u8,
	/// The day of the last order, if there was any.
	pub last: Option<Day>,
	/// Whether there has been no order for long.
	pub dormant: bool,
}

/// A relationship that somebody proposed to an enterprise, for clients.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub struct ProposalReport<AccountId> {
	/// Who proposed it, by its subject.
	pub proposer: AccountId,
	/// What is to be given.
	pub kind: RelationshipKind,
	/// Whether the enterprise that was asked about is to give; otherwise the proposer is.
	pub gives: bool,
	/// The day on which it was proposed.
	pub day: Day,
}

/// A recovery that is under way, for clients.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub struct RecoveryReport<AccountId> {
	/// The account that is to act for the enterprise.
	pub account: AccountId,
	/// The registrar that started it; `None` if two thirds of the seats did.
	pub registrar: Option<AccountId>,
	/// The first day on which it can be finished.
	pub ready: Day,
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_relationship_is_plain_json() {
		let report = RelationshipReport {
			partner: 7u64,
			arcs: vec![ArcReport { kind: RelationshipKind::Supplies, gives: true }],
			since: 20_000,
			orders: 3,
			volume_class: 12,
			last: None,
			dormant: false,
		};
		let json = serde_json::to_value(&report).unwrap();
		assert_eq!(json["arcs"][0]["kind"], "supplies");
		assert_eq!(json["arcs"][0]["gives"], true);
		assert_eq!(json["volumeClass"], 12);
		assert_eq!(json["last"], serde_json::Value::Null);
		assert_eq!(serde_json::from_value::<RelationshipReport<u64>>(json).unwrap(), report);
		let bytes = report.encode();
		assert_eq!(RelationshipReport::<u64>::decode(&mut &bytes[..]).unwrap(), report);
	}

	#[test]
	fn an_enterprise_is_plain_json() {
		let report = EnterpriseReport {
			id: 3,
			subject: 7u64,
			controller: 8,
			former: vec![7],
			sponsor: None,
			country: "DE".parse().unwrap(),
			sector: "46".parse().unwrap(),
			kind: EnterpriseKind::Merchant,
			commitments: Commitments::default(),
			level: VerificationLevel::Registered,
			verified_until: Some(20_000),
			registrar: Some(9),
			entity: Some([1; 32]),
			partners: 2,
			triangles: 1,
			cycles: 1,
			in_closed_ring: true,
			orders: 5,
			herfindahl: 10_000,
			endings: 0,
		};
		let json = serde_json::to_value(&report).unwrap();
		assert_eq!(json["level"], "registered");
		assert_eq!(json["entity"], format!("0x{}", "01".repeat(32)));
		assert_eq!(json["inClosedRing"], true);
		assert_eq!(json["verifiedUntil"], 20_000);
		assert_eq!(serde_json::from_value::<EnterpriseReport<u64>>(json).unwrap(), report);
	}
}
