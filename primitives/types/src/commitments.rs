use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// A salted hash that stands for a value without telling it.
///
/// Whoever is given the value and the salt can check them against it; destroying the salt makes it
/// meaningless. The chain takes any 32 bytes; how they are made is described in `docs/identity.md`.
pub type Commitment = [u8; 32];

/// What identifies an enterprise. Each can be opened to one party without the others.
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
pub enum Attribute {
	/// What it is called, as in its register.
	#[codec(index = 0)]
	Name,
	/// Its number in the register of its country.
	#[codec(index = 1)]
	RegistrationNumber,
	/// Its LEI, or the number by which it pays taxes.
	#[codec(index = 2)]
	TaxNumber,
	/// Where it has its seat.
	#[codec(index = 3)]
	Address,
}

impl Attribute {
	/// Every attribute, in the order of their indices.
	pub const ALL: [Self; 4] =
		[Self::Name, Self::RegistrationNumber, Self::TaxNumber, Self::Address];
}

/// What the chain holds of an enterprise's attributes, as far as it gave any.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
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
pub struct Commitments {
	/// Of the name.
	#[serde(with = "hex")]
	pub name: Option<Commitment>,
	/// Of the number in the register.
	#[serde(with = "hex")]
	pub registration_number: Option<Commitment>,
	/// Of the LEI or tax number.
	#[serde(with = "hex")]
	pub tax_number: Option<Commitment>,
	/// Of the address.
	#[serde(with = "hex")]
	pub address: Option<Commitment>,
}

impl Commitments {
	/// The commitment of an attribute.
	pub const fn get(&self, attribute: Attribute) -> Option<Commitment> {
		match attribute {
			Attribute::Name => self.name,
			Attribute::RegistrationNumber => self.registration_number,
			Attribute::TaxNumber => self.tax_number,
			Attribute::Address => self.address,
		}
	}

	/// Replaces the commitment of an attribute.
	pub const fn set(&mut self, attribute: Attribute, commitment: Option<Commitment>) {
		match attribute {
			Attribute::Name => self.name = commitment,
			Attribute::RegistrationNumber => self.registration_number = commitment,
			Attribute::TaxNumber => self.tax_number = commitment,
			Attribute::Address => self.address = commitment,
		}
	}
}

/// Commitments as text: `0x` and 64 hexadecimal digits, or nothing.
pub(crate) mod hex {
	use super::Commitment;
	use alloc::string::String;
	use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

	pub fn serialize<S: Serializer>(
		commitment: &Option<Commitment>,
		serializer: S,
	) -> Result<S::Ok, S::Error> {
		let digit = |nibble: u8| char::from_digit(nibble.into(), 16);
		commitment
			.map(|bytes| {
				let digits = bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]);
				"0x".chars().chain(digits.flatten()).collect::<String>()
			})
			.serialize(serializer)
	}

	pub fn deserialize<'de, D: Deserializer<'de>>(
		deserializer: D,
	) -> Result<Option<Commitment>, D::Error> {
		let invalid = || D::Error::custom("a commitment is 0x and 64 hexadecimal digits");
		let Some(text) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
		let digits = text.strip_prefix("0x").ok_or_else(invalid)?;
		if digits.len() != 64 {
			return Err(invalid());
		}
		let nibble = |digit: Option<&u8>| {
			char::from(*digit?).to_digit(16).and_then(|value| u8::try_from(value).ok())
		};
		let mut commitment = [0; 32];
		for (byte, pair) in commitment.iter_mut().zip(digits.as_bytes().chunks(2)) {
			let high = nibble(pair.first()).ok_or_else(invalid)?;
			let low = nibble(pair.last()).ok_or_else(invalid)?;
			*byte = (high << 4) | low;
		}
		Ok(Some(commitment))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn each_attribute_has_a_place_of_its_own() {
		for (index, attribute) in Attribute::ALL.into_iter().enumerate() {
			assert_eq!(attribute.encode(), [index as u8]);
			let mut commitments = Commitments::default();
			commitments.set(attribute, Some([7; 32]));
			for other in Attribute::ALL {
				let expected = (other == attribute).then_some([7; 32]);
				assert_eq!(commitments.get(other), expected);
			}
			commitments.set(attribute, None);
			assert_eq!(commitments, Commitments::default());
		}
		assert!(Attribute::decode(&mut &[4][..]).is_err());
	}

	#[test]
	fn json_shows_hexadecimal_digits() {
		let mut commitments = Commitments::default();
		commitments.set(Attribute::TaxNumber, Some(core::array::from_fn(|i| i as u8 * 8)));
		let json = serde_json::to_value(commitments).unwrap();
		assert_eq!(
			json["taxNumber"],
			"0x0008101820283038404850586068707880889098a0a8b0b8c0c8d0d8e0e8f0f8"
		);
		assert_eq!(json["name"], serde_json::Value::Null);
		assert_eq!(serde_json::from_value::<Commitments>(json).unwrap(), commitments);
	}

	#[test]
	fn other_text_is_refused() {
		let digits = "ab".repeat(32);
		let with = |name: &str| {
			serde_json::from_value::<Commitments>(serde_json::json!({
				"name": name, "registrationNumber": null, "taxNumber": null, "address": null,
			}))
		};
		assert_eq!(with(&format!("0x{digits}")).unwrap().name, Some([0xab; 32]));
		assert_eq!(with(&format!("0x{}", digits.to_uppercase())).unwrap().name, Some([0xab; 32]));
		for bad in [
			"".to_owned(),
			digits.clone(),
			format!("0x{digits}0"),
			format!("0x{}", &digits[2..]),
			format!("0x{}+1", &digits[2..]),
			format!("0x{}ß", &digits[2..]),
		] {
			assert!(with(&bad).is_err(), "{bad}");
		}
	}
}
