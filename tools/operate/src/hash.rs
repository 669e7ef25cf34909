//! Hashes of calls, code and documents.

use serde::Serialize;
use sp_crypto_hashing::blake2_256;
use std::fmt;

/// A BLAKE2b-256, `0x` and 64 hexadecimal digits in text.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Hash(pub [u8; 32]);

impl Hash {
	/// That of some bytes, as the chain computes it.
	pub fn of(bytes: &[u8]) -> Self {
		Self(blake2_256(bytes))
	}
}

impl fmt::Display for Hash {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "0x{}", hex::encode(self.0))
	}
}

impl Serialize for Hash {
	fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

/// A hash from text.
///
/// # Errors
///
/// Says what a hash looks like.
pub fn hash(text: &str) -> Result<Hash, String> {
	text.strip_prefix("0x")
		.and_then(|digits| hex::decode(digits).ok())
		.and_then(|bytes| bytes.try_into().ok())
		.map(Hash)
		.ok_or_else(|| format!("{text}: 0x and 64 hexadecimal digits"))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn text_is_read_as_it_is_written() {
		let of_nothing = "0x0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8";
		assert_eq!(Hash::of(&[]).to_string(), of_nothing);
		assert_eq!(hash(of_nothing), Ok(Hash::of(&[])));
		for wrong in ["", "0x", "0x12", &of_nothing[2..], "0xzz"] {
			assert!(hash(wrong).is_err(), "{wrong}");
		}
	}
}
