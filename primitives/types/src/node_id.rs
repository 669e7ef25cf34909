use alloc::string::String;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize, Serializer};

/// A node by its identity on the peer-to-peer network: its Ed25519 public key.
///
/// As text and in JSON it is `0x` and 64 hexadecimal digits. What nodes print as their peer id is
/// the same key in another spelling: the base58 of the bytes `00 24 08 01 12 20` and the key.
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
	Deserialize,
)]
#[serde(try_from = "String")]
pub struct NodeId(pub [u8; 32]);

/// Not the identity of a node: anything but `0x` and 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct InvalidNodeId;

impl NodeId {
	/// The public key.
	pub const fn as_bytes(&self) -> &[u8; 32] {
		&self.0
	}
}

impl FromStr for NodeId {
	type Err = InvalidNodeId;

	fn from_str(text: &str) -> Result<Self, Self::Err> {
		let digits = text.strip_prefix("0x").ok_or(InvalidNodeId)?;
		if digits.len() != 64 {
			return Err(InvalidNodeId);
		}
		let nibble = |digit: Option<&u8>| {
			char::from(*digit?).to_digit(16).and_then(|value| u8::try_from(value).ok())
		};
		let mut key = [0; 32];
		for (byte, pair) in key.iter_mut().zip(digits.as_bytes().chunks(2)) {
			let high = nibble(pair.first()).ok_or(InvalidNodeId)?;
			let low = nibble(pair.last()).ok_or(InvalidNodeId)?;
			*byte = (high << 4) | low;
		}
		Ok(Self(key))
	}
}

impl TryFrom<String> for NodeId {
	type Error = InvalidNodeId;

	fn try_from(text: String) -> Result<Self, Self::Error> {
		text.parse()
	}
}

impl fmt::Display for NodeId {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("0x")?;
		self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
	}
}

impl Serialize for NodeId {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

impl fmt::Display for InvalidNodeId {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("not the identity of a node: 0x and 64 hexadecimal digits")
	}
}

impl core::error::Error for InvalidNodeId {}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	#[test]
	fn text_and_json_show_hexadecimal_digits() {
		let id = NodeId(core::array::from_fn(|index| index as u8 * 8));
		let text = "0x0008101820283038404850586068707880889098a0a8b0b8c0c8d0d8e0e8f0f8";
		assert_eq!(id.to_string(), text);
		assert_eq!(serde_json::to_string(&id).unwrap(), format!("\"{text}\""));
		assert_eq!(text.to_uppercase().replace("0X", "0x").parse(), Ok(id));
		assert_eq!(id.encode(), id.as_bytes());
	}

	#[test]
	fn other_text_is_refused() {
		let digits = "ab".repeat(32);
		for text in [
			"".to_owned(),
			digits.clone(),
			format!("0X{digits}"),
			format!("0x{digits}0"),
			format!("0x{}", &digits[2..]),
			format!("0x{}+1", &digits[2..]),
			format!("0x{}ß", &digits[2..]),
		] {
			assert_eq!(text.parse::<NodeId>(), Err(InvalidNodeId), "{text}");
			let json = serde_json::to_string(&text).unwrap();
			assert!(serde_json::from_str::<NodeId>(&json).is_err(), "{text}");
		}
	}

	proptest! {
		#[test]
		fn every_key_comes_back(key: [u8; 32]) {
			let id = NodeId(key);
			prop_assert_eq!(id.to_string().parse(), Ok(id));
			let json = serde_json::to_string(&id).unwrap();
			prop_assert_eq!(serde_json::from_str::<NodeId>(&json).unwrap(), id);
			prop_assert_eq!(NodeId::decode(&mut &id.encode()[..]).unwrap(), id);
		}
	}
}
