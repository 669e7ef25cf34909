//! Bytes as text: `0x` and two hexadecimal digits for each.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// So many bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hex<const N: usize>(pub [u8; N]);

/// Any number of bytes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HexBytes(pub Vec<u8>);

fn text(bytes: &[u8]) -> String {
	format!("0x{}", hex::encode(bytes))
}

fn bytes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
	let text = String::deserialize(deserializer)?;
	text.strip_prefix("0x")
		.and_then(|digits| hex::decode(digits).ok())
		.ok_or_else(|| D::Error::custom("0x and two hexadecimal digits for each byte"))
}

impl<const N: usize> Serialize for Hex<N> {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.serialize_str(&text(&self.0))
	}
}

impl<'de, const N: usize> Deserialize<'de> for Hex<N> {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		let bytes = bytes(deserializer)?;
		bytes.try_into().map(Self).map_err(|_| D::Error::custom(format!("{N} bytes")))
	}
}

impl Serialize for HexBytes {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.serialize_str(&text(&self.0))
	}
}

impl<'de> Deserialize<'de> for HexBytes {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		bytes(deserializer).map(Self)
	}
}
