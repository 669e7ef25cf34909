//! Thirty-two bytes, and how they are written.

use serde::{Deserialize, Serialize, Serializer};
use std::fmt;

/// Not thirty-two bytes in hexadecimal.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not 32 bytes in hexadecimal: write 64 digits, with or without 0x before them")]
pub struct InvalidHex;

/// What keeps a value from being guessed. Whoever has it can open the commitment.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Salt([u8; 32]);

/// Reads 64 hexadecimal digits, with or without `0x`.
pub fn from_hex(text: &str) -> Result<[u8; 32], InvalidHex> {
	let mut bytes = [0; 32];
	hex::decode_to_slice(text.strip_prefix("0x").unwrap_or(text), &mut bytes)
		.map_err(|_| InvalidHex)?;
	Ok(bytes)
}

/// Writes `0x` and 64 hexadecimal digits.
pub fn to_hex(bytes: &[u8; 32]) -> String {
	format!("0x{}", hex::encode(bytes))
}

impl Salt {
	/// A new one out of the operating system.
	pub fn random() -> Result<Self, getrandom::Error> {
		let mut bytes = [0; 32];
		getrandom::fill(&mut bytes)?;
		Ok(Self(bytes))
	}

	/// The bytes.
	pub fn as_bytes(&self) -> &[u8; 32] {
		&self.0
	}
}

impl From<[u8; 32]> for Salt {
	fn from(bytes: [u8; 32]) -> Self {
		Self(bytes)
	}
}

impl TryFrom<String> for Salt {
	type Error = InvalidHex;

	fn try_from(text: String) -> Result<Self, Self::Error> {
		from_hex(&text).map(Self)
	}
}

impl Serialize for Salt {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.serialize_str(&to_hex(&self.0))
	}
}

impl fmt::Debug for Salt {
	/// Says nothing: what is meant for developers ends up in logs.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("Salt(…)")
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;
	use std::collections::HashSet;

	#[test]
	fn thirty_two_bytes_are_read_in_every_usual_form() {
		let digits = "00ff".repeat(16);
		let expected = std::array::from_fn(|i| if i % 2 == 0 { 0 } else { 255 });
		for text in [digits.clone(), digits.to_uppercase(), format!("0x{digits}")] {
			assert_eq!(from_hex(&text), Ok(expected), "{text}");
		}
		for text in
			["", "0x", "00", &digits[1..], &format!("{digits}00"), &digits.replace('f', "g")]
		{
			assert_eq!(from_hex(text), Err(InvalidHex), "{text}");
		}
	}

	#[test]
	fn salts_differ_and_stay_out_of_logs() {
		let salts = (0..1_000).map(|_| *Salt::random().unwrap().as_bytes()).collect::<HashSet<_>>();
		assert_eq!(salts.len(), 1_000);
		assert_eq!(format!("{:?}", Salt::from([7; 32])), "Salt(…)");
	}

	proptest! {
		#[test]
		fn what_is_written_is_read_again(bytes in any::<[u8; 32]>()) {
			prop_assert_eq!(from_hex(&to_hex(&bytes)), Ok(bytes));
			let salt = Salt::from(bytes);
			let json = serde_json::to_string(&salt).unwrap();
			prop_assert_eq!(serde_json::from_str::<Salt>(&json).unwrap(), salt);
		}
	}
}
