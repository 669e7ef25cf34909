use alloc::string::String;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize, Serializer};

/// A legal entity by its LEI of ISO 17442: eighteen capital letters and digits, and two check
/// digits by ISO 7064 MOD 97-10.
///
/// SCALE fills it with any twenty bytes; [`validate`](Self::validate) tells whether they are a
/// well-formed identifier. Text and JSON give valid identifiers only. Whether the identifier was
/// issued, and to whom, no computation can tell: that is for those who admit a member to check.
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
pub struct LegalEntityId([u8; 20]);

/// Not a well-formed LEI: wrong length, wrong characters or wrong check digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct InvalidLegalEntityId;

impl LegalEntityId {
	/// Completes the first eighteen characters with their check digits.
	pub fn with_check_digits(prefix: [u8; 18]) -> Result<Self, InvalidLegalEntityId> {
		// ISO 7064: 98 minus the remainder, with two zeros in the place of the check digits.
		let remainder = append(remainder_of(&prefix)?, 0, 100);
		let check = 98u32.saturating_sub(remainder);
		let digit = |value: u32| u8::try_from(value).unwrap_or_default().saturating_add(b'0');

		let mut id = [0; 20];
		let check = [digit(check / 10), digit(check % 10)];
		for (to, from) in id.iter_mut().zip(prefix.into_iter().chain(check)) {
			*to = from;
		}
		Ok(Self(id))
	}

	/// Refuses an identifier that is not well-formed.
	///
	/// The check digits must be the ones that ISO 7064 computes, 02 to 98. A remainder of one is
	/// not enough: 00, 01 and 99 leave the same remainder as 97, 98 and 02, and would give one
	/// entity a second identifier.
	pub fn validate(&self) -> Result<(), InvalidLegalEntityId> {
		let (prefix, _) = self.0.split_first_chunk::<18>().ok_or(InvalidLegalEntityId)?;
		if Self::with_check_digits(*prefix)? == *self { Ok(()) } else { Err(InvalidLegalEntityId) }
	}

	/// The twenty characters.
	pub fn as_bytes(&self) -> &[u8; 20] {
		&self.0
	}
}

/// The remainder by 97 of the number that one gets by writing 10 to 35 for A to Z.
fn remainder_of(characters: &[u8]) -> Result<u32, InvalidLegalEntityId> {
	characters.iter().try_fold(0, |remainder, character| match character {
		b'0'..=b'9' => Ok(append(remainder, character.saturating_sub(b'0').into(), 10)),
		b'A'..=b'Z' => {
			Ok(append(remainder, character.saturating_sub(b'A').saturating_add(10).into(), 100))
		},
		_ => Err(InvalidLegalEntityId),
	})
}

/// The remainder once more digits are written behind the number. `shift` is ten to the power of
/// their count; nothing saturates, as a remainder stays below 97 and a shift at 100.
fn append(remainder: u32, digits: u32, shift: u32) -> u32 {
	remainder.saturating_mul(shift).saturating_add(digits) % 97
}

impl TryFrom<[u8; 20]> for LegalEntityId {
	type Error = InvalidLegalEntityId;

	fn try_from(id: [u8; 20]) -> Result<Self, Self::Error> {
		let id = Self(id);
		id.validate().map(|()| id)
	}
}

impl FromStr for LegalEntityId {
	type Err = InvalidLegalEntityId;

	fn from_str(id: &str) -> Result<Self, Self::Err> {
		<[u8; 20]>::try_from(id.as_bytes()).map_err(|_| InvalidLegalEntityId)?.try_into()
	}
}

impl TryFrom<String> for LegalEntityId {
	type Error = InvalidLegalEntityId;

	fn try_from(id: String) -> Result<Self, Self::Error> {
		id.parse()
	}
}

impl fmt::Display for LegalEntityId {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		// Any twenty bytes can be here; only what is text is shown as text.
		self.0.escape_ascii().fmt(f)
	}
}

impl Serialize for LegalEntityId {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

impl fmt::Display for InvalidLegalEntityId {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("not a legal entity identifier of ISO 17442")
	}
}

impl core::error::Error for InvalidLegalEntityId {}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	/// Identifiers in public use, of issuers and of banks.
	const ISSUED: [&str; 5] = [
		"5493001KJTIIGC8Y1R12",
		"506700GE1G29325QX363",
		"7LTWFZYICNSX8D621K86",
		"529900T8BM49AURSDO55",
		"MLU0ZO3ML4LN2LL2TL39",
	];

	fn prefix() -> impl Strategy<Value = [u8; 18]> {
		"[0-9A-Z]{18}".prop_map(|text| text.as_bytes().try_into().unwrap())
	}

	#[test]
	fn issued_identifiers_are_valid_in_every_form() {
		for text in ISSUED {
			let id = text.parse::<LegalEntityId>().unwrap_or_else(|_| panic!("{text}"));
			assert_eq!(id.to_string(), text);
			assert_eq!(id.as_bytes(), text.as_bytes());
			let json = serde_json::to_string(&id).unwrap();
			assert_eq!(json, format!("\"{text}\""));
			assert_eq!(serde_json::from_str::<LegalEntityId>(&json).unwrap(), id);
			assert_eq!(LegalEntityId::decode(&mut &id.encode()[..]).unwrap(), id);
			let prefix = text.as_bytes()[..18].try_into().unwrap();
			assert_eq!(LegalEntityId::with_check_digits(prefix), Ok(id));
		}
	}

	#[test]
	fn malformed_identifiers_are_refused() {
		for text in [
			"",
			"5493001KJTIIGC8Y1R1",
			"5493001KJTIIGC8Y1R122",
			"5493001KJTIIGC8Y1R13",
			"5493001KJTIIGC8Y1R1A",
			"5493001kjtiigc8y1r12",
			"5493001KJTIIGC8Y1 12",
			"5493001KJTIIGC8Y1É2",
		] {
			assert_eq!(text.parse::<LegalEntityId>(), Err(InvalidLegalEntityId), "{text}");
			let json = serde_json::to_string(text).unwrap();
			assert!(serde_json::from_str::<LegalEntityId>(&json).is_err(), "{text}");
		}
	}

	#[test]
	fn an_identifier_out_of_scale_is_not_trusted() {
		let id = LegalEntityId::decode(&mut &[0u8; 20][..]).unwrap();
		assert_eq!(id.validate(), Err(InvalidLegalEntityId));
		assert_eq!(
			LegalEntityId::with_check_digits(*b"5493001kjtiigc8y1r"),
			Err(InvalidLegalEntityId)
		);
	}

	proptest! {
		#[test]
		fn every_prefix_has_one_pair_of_check_digits(prefix in prefix()) {
			let id = LegalEntityId::with_check_digits(prefix).unwrap();
			prop_assert_eq!(id.validate(), Ok(()));
			prop_assert_eq!(remainder_of(id.as_bytes()), Ok(1));

			let valid = (0..100)
				.filter(|check| {
					let text = format!("{}{check:02}", core::str::from_utf8(&prefix).unwrap());
					text.parse::<LegalEntityId>().is_ok()
				})
				.count();
			prop_assert_eq!(valid, 1);
		}

		#[test]
		fn one_wrong_character_is_noticed(
			prefix in prefix(),
			position in 0usize..20,
			character in "[0-9A-Z]",
		) {
			let id = LegalEntityId::with_check_digits(prefix).unwrap();
			let mut wrong = *id.as_bytes();
			wrong[position] = character.as_bytes()[0];
			// The standard promises it for a digit in place of a digit, a letter in place of a letter.
			if wrong[position].is_ascii_digit() == id.as_bytes()[position].is_ascii_digit() {
				prop_assert_eq!(LegalEntityId(wrong).validate().is_ok(), wrong == *id.as_bytes());
			}
		}

		#[test]
		fn two_swapped_neighbours_are_noticed(prefix in prefix(), position in 0usize..17) {
			let id = LegalEntityId::with_check_digits(prefix).unwrap();
			let mut wrong = *id.as_bytes();
			wrong.swap(position, position + 1);
			// The standard promises it for two digits and for two letters.
			let same_kind =
				wrong[position].is_ascii_digit() == wrong[position + 1].is_ascii_digit();
			if same_kind {
				prop_assert_eq!(LegalEntityId(wrong).validate().is_ok(), wrong == *id.as_bytes());
			}
		}
	}
}
