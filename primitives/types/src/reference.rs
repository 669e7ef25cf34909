use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A business object that records are about: an order, a shipment, an invoice. It is a salted hash of
/// what the parties call the object, so that records about the same one can be told from the chain and
/// the object itself cannot.
///
/// The chain takes any sixteen bytes. Both parties make the same ones by hashing with a salt that only
/// they share. To people it is 32 hexadecimal digits.
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
)]
pub struct Reference(pub [u8; 16]);

impl Reference {
	/// No object.
	pub const NONE: Self = Self([0; 16]);

	/// Whether there is no object.
	pub fn is_none(&self) -> bool {
		*self == Self::NONE
	}
}

impl fmt::Display for Reference {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
	}
}

/// Why a text is no reference.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct InvalidReference;

impl fmt::Display for InvalidReference {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("a reference is 32 hexadecimal digits")
	}
}

impl core::error::Error for InvalidReference {}

impl core::str::FromStr for Reference {
	type Err = InvalidReference;

	fn from_str(text: &str) -> Result<Self, Self::Err> {
		let text = text.strip_prefix("0x").unwrap_or(text);
		// A sign before the digits would parse as well.
		if text.len() != 32 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
			return Err(InvalidReference);
		}
		let number = u128::from_str_radix(text, 16).map_err(|_| InvalidReference)?;
		Ok(Self(number.to_be_bytes()))
	}
}

impl Serialize for Reference {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

impl<'de> Deserialize<'de> for Reference {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		let text = alloc::string::String::deserialize(deserializer)?;
		text.parse().map_err(de::Error::custom)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn is_read_as_it_is_written() {
		let reference = Reference([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 0xff]);
		let text = "000102030405060708090a0b0c0d0eff";
		assert_eq!(reference.to_string(), text);
		assert_eq!(text.parse(), Ok(reference));
		assert_eq!(format!("0x{}", text.to_uppercase()).parse(), Ok(reference));
		assert_eq!(serde_json::to_string(&reference).unwrap(), format!("\"{text}\""));
		assert_eq!(serde_json::from_str::<Reference>(&format!("\"{text}\"")).unwrap(), reference);
		assert_eq!(reference.encode(), reference.0);
	}

	#[test]
	fn anything_else_is_refused() {
		for text in [
			"",
			"00",
			"+00102030405060708090a0b0c0d0eff",
			"g00102030405060708090a0b0c0d0eff",
			"000102030405060708090a0b0c0d0eff0",
		] {
			assert_eq!(text.parse::<Reference>(), Err(InvalidReference), "{text}");
		}
	}

	#[test]
	fn zeros_are_no_object() {
		assert!(Reference::default().is_none());
		assert!(!Reference([1; 16]).is_none());
	}
}
