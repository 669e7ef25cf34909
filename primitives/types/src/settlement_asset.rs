use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// What trade is settled in. Amounts are in its smallest unit.
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
pub enum SettlementAsset {
	/// The native token of the chain.
	#[codec(index = 0)]
	Native,
	/// An asset that a member issues, by its number: e-money of a bank, for example.
	#[codec(index = 1)]
	Asset(u32),
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn is_written_byte_by_byte_as_documented() {
		assert_eq!(SettlementAsset::Native.encode(), [0]);
		assert_eq!(SettlementAsset::Asset(7).encode(), [1, 7, 0, 0, 0]);
		assert_eq!(SettlementAsset::max_encoded_len(), 5);
		assert!(SettlementAsset::decode(&mut &[2][..]).is_err());
		assert!(SettlementAsset::decode(&mut &[1, 7, 0, 0][..]).is_err());
	}

	#[test]
	fn is_called_the_same_in_json() {
		for (asset, json) in [
			(SettlementAsset::Native, r#""Native""#),
			(SettlementAsset::Asset(7), r#"{"Asset":7}"#),
		] {
			assert_eq!(serde_json::to_string(&asset).unwrap(), json);
			assert_eq!(serde_json::from_str::<SettlementAsset>(json).unwrap(), asset);
		}
		assert!(serde_json::from_str::<SettlementAsset>(r#""Asset""#).is_err());
	}
}
