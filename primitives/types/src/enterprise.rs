use crate::{Commitments, CountryCode, Sector};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// A day: how many whole days have passed since the UNIX epoch.
pub type Day = u32;

/// The part that an enterprise plays in trade.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub enum EnterpriseKind {
	/// Makes goods.
	#[codec(index = 0)]
	Manufacturer,
	/// Buys and sells goods.
	#[codec(index = 1)]
	Merchant,
	/// Sells on a platform.
	#[codec(index = 2)]
	PlatformSeller,
	/// Moves and stores goods.
	#[codec(index = 3)]
	Logistics,
	/// Buys for consumers.
	#[codec(index = 4)]
	ConsumerAgent,
}

impl EnterpriseKind {
	/// Every kind, in the order of their indices.
	pub const ALL: [Self; 5] = [
		Self::Manufacturer,
		Self::Merchant,
		Self::PlatformSeller,
		Self::Logistics,
		Self::ConsumerAgent,
	];
}

/// How far registrars have looked into who an enterprise is. Each level includes those below it.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Default,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub enum VerificationLevel {
	/// Not at all, or not any more.
	#[default]
	#[codec(index = 0)]
	None,
	/// Its registration number exists.
	#[codec(index = 1)]
	Registered,
	/// The people behind it and its address were checked against documents.
	#[codec(index = 2)]
	Identified,
	/// It was seen on site.
	#[codec(index = 3)]
	Inspected,
}

impl VerificationLevel {
	/// Every level, in the order of their indices.
	pub const ALL: [Self; 4] = [Self::None, Self::Registered, Self::Identified, Self::Inspected];
}

/// What an enterprise says about itself. Nothing in it names it in plain.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub struct EnterpriseDetails {
	/// Where it is registered, by ISO 3166-1 alpha-2.
	pub country: CountryCode,
	/// What it does, by its division of ISIC Rev. 4.
	pub sector: Sector,
	/// The part it plays.
	pub kind: EnterpriseKind,
	/// What it is called, registered as, and where, behind salted hashes.
	pub commitments: Commitments,
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_index_is_taken_once_and_in_order() {
		for (index, kind) in EnterpriseKind::ALL.into_iter().enumerate() {
			assert_eq!(kind.encode(), [index as u8]);
		}
		assert!(EnterpriseKind::decode(&mut &[5][..]).is_err());
		for (index, level) in VerificationLevel::ALL.into_iter().enumerate() {
			assert_eq!(level.encode(), [index as u8]);
		}
		assert!(VerificationLevel::decode(&mut &[4][..]).is_err());
		assert!(VerificationLevel::ALL.is_sorted());
		assert_eq!(VerificationLevel::default(), VerificationLevel::None);
	}

	#[test]
	fn json_is_plain() {
		let details = EnterpriseDetails {
			country: "DE".parse().unwrap(),
			sector: "46".parse().unwrap(),
			kind: EnterpriseKind::PlatformSeller,
			commitments: Commitments { name: Some([0; 32]), ..Default::default() },
		};
		let json = serde_json::to_value(details).unwrap();
		assert_eq!(json["country"], "DE");
		assert_eq!(json["sector"], "46");
		assert_eq!(json["kind"], "platformSeller");
		assert_eq!(json["commitments"]["name"], format!("0x{}", "00".repeat(32)));
		assert_eq!(serde_json::from_value::<EnterpriseDetails>(json).unwrap(), details);
		assert_eq!(serde_json::to_value(VerificationLevel::Identified).unwrap(), "identified");
	}
}
