use crate::{BadValue, Salt, Value, attribute};
use blake2b_simd::Params;
use hanse_types::{Attribute, Commitment};
use serde::{Deserialize, Serialize};

/// What every commitment of an attribute is hashed behind. A change of the scheme changes the number.
pub(crate) const SCHEME: &str = "hanse/attribute/1";

/// All that it takes to check the commitment of one attribute, and nothing about the others.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(into = "Written", try_from = "Written")]
pub struct Opening {
	attribute: Attribute,
	value: Value,
	salt: Salt,
}

/// Why there is no opening.
#[derive(thiserror::Error, Debug)]
pub enum Error {
	/// A value that cannot be one.
	#[error("the {} cannot be used: {reason}", attribute::name(*.attribute))]
	Value {
		/// Of which attribute.
		attribute: Attribute,
		/// Why.
		reason: BadValue,
	},
	/// Made in another way than this.
	#[error(
		"it was made by the scheme `{0}`, and this is for `{SCHEME}`: get the tool of that scheme"
	)]
	Scheme(String),
	/// The operating system gives nothing random.
	#[error("the operating system gives no random bytes: {0}")]
	Random(#[from] getrandom::Error),
}

/// An opening in JSON.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
	scheme: String,
	attribute: Attribute,
	value: String,
	salt: Salt,
}

impl Opening {
	/// A new one, with a salt of its own.
	pub fn new(attribute: Attribute, value: &str) -> Result<Self, Error> {
		Self::with_salt(attribute, value, Salt::random()?)
	}

	/// The one with this salt.
	pub fn with_salt(attribute: Attribute, value: &str, salt: Salt) -> Result<Self, Error> {
		let value =
			Value::new(attribute, value).map_err(|reason| Error::Value { attribute, reason })?;
		Ok(Self { attribute, value, salt })
	}

	/// BLAKE2b-256 of the 17 bytes `hanse/attribute/1`, the attribute's index, the salt, and the
	/// value in its normal form.
	pub fn commitment(&self) -> Commitment {
		let mut state = Params::new().hash_length(32).to_state();
		state
			.update(SCHEME.as_bytes())
			.update(&[attribute::index(self.attribute)])
			.update(self.salt.as_bytes())
			.update(self.value.as_str().as_bytes());
		digest(&state)
	}

	/// Whether this is what was committed to.
	pub fn fits(&self, commitment: &Commitment) -> bool {
		self.commitment() == *commitment
	}

	/// Which attribute it opens.
	pub fn attribute(&self) -> Attribute {
		self.attribute
	}

	/// What that is.
	pub fn value(&self) -> &Value {
		&self.value
	}

	/// What kept it from being guessed.
	pub fn salt(&self) -> &Salt {
		&self.salt
	}
}

/// The hash of a state that was made for thirty-two bytes.
pub(crate) fn digest(state: &blake2b_simd::State) -> Commitment {
	let mut bytes = [0; 32];
	for (to, from) in bytes.iter_mut().zip(state.finalize().as_bytes()) {
		*to = *from;
	}
	bytes
}

/// Refuses what another scheme made.
pub(crate) fn check_scheme(scheme: String) -> Result<(), Error> {
	if scheme == SCHEME { Ok(()) } else { Err(Error::Scheme(scheme)) }
}

impl From<Opening> for Written {
	fn from(Opening { attribute, value, salt }: Opening) -> Self {
		Self { scheme: SCHEME.into(), attribute, value: value.to_string(), salt }
	}
}

impl TryFrom<Written> for Opening {
	type Error = Error;

	/// The value is brought into its normal form again: a commitment to anything else never fits.
	fn try_from(Written { scheme, attribute, value, salt }: Written) -> Result<Self, Error> {
		check_scheme(scheme)?;
		Self::with_salt(attribute, &value, salt)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::to_hex;
	use proptest::prelude::*;
	use sp_crypto_hashing::blake2_256;

	/// The salts of the test vectors: 00 01 … 1f, 20 21 … 3f, and so on.
	fn salt(attribute: Attribute) -> Salt {
		let start = attribute::index(attribute) * 32;
		Salt::from(std::array::from_fn(|i| start + i as u8))
	}

	/// The test vectors of `docs/identity.md`.
	const VECTORS: [Vector; 4] = [
		Vector {
			attribute: Attribute::Name,
			text: "  Lu\u{308}becker  Salzkontor GmbH ",
			value: "Lübecker Salzkontor GmbH",
			commitment: "0x71e39129d3faf8c0acf2740466c7552e5eae72ad46b713386cf1366ee845029c",
		},
		Vector {
			attribute: Attribute::RegistrationNumber,
			text: "hrb 12345-hl",
			value: "HRB12345HL",
			commitment: "0x1764f795920689766a3bd69c4227628949483a2c886769b287c02c74da8ddb37",
		},
		Vector {
			attribute: Attribute::TaxNumber,
			text: "5493001kjtiigc8y1r12",
			value: "5493001KJTIIGC8Y1R12",
			commitment: "0x500e050d9209094f872a7b154d89e33122f10f58a94904bd073c172377701e6f",
		},
		Vector {
			attribute: Attribute::Address,
			text: "An der Obertrave 7\n23552 Lübeck",
			value: "An der Obertrave 7 23552 Lübeck",
			commitment: "0x053f8cfbe1b78a7bb10dc362107f1d83352488dd5366f3502c6337f10f7b292d",
		},
	];

	struct Vector {
		attribute: Attribute,
		text: &'static str,
		value: &'static str,
		commitment: &'static str,
	}

	#[test]
	fn test_vectors() {
		let documentation = include_str!("../../../docs/identity.md");
		for Vector { attribute, text, value, commitment } in VECTORS {
			let opening = Opening::with_salt(attribute, text, salt(attribute)).unwrap();
			assert_eq!(opening.value().as_str(), value);
			assert_eq!(to_hex(&opening.commitment()), commitment, "{attribute:?}");
			for told in [value, commitment] {
				assert!(documentation.contains(told), "docs/identity.md does not tell {told}");
			}
		}
	}

	#[test]
	fn an_opening_is_plain_json() {
		let opening =
			Opening::with_salt(Attribute::TaxNumber, "de 1", salt(Attribute::Name)).unwrap();
		let json = serde_json::to_value(&opening).unwrap();
		assert_eq!(
			json,
			serde_json::json!({
				"scheme": "hanse/attribute/1",
				"attribute": "taxNumber",
				"value": "DE1",
				"salt": "0x000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
			})
		);
		assert_eq!(serde_json::from_value::<Opening>(json).unwrap(), opening);
	}

	#[test]
	fn what_is_no_opening_is_refused_with_the_reason() {
		let good = serde_json::to_value(Opening::new(Attribute::Name, "Acme").unwrap()).unwrap();
		let refused = |field: &str, value: serde_json::Value| {
			let mut bad = good.clone();
			bad[field] = value;
			serde_json::from_value::<Opening>(bad).unwrap_err().to_string()
		};
		assert!(refused("scheme", "hanse/attribute/2".into()).contains("hanse/attribute/2"));
		assert!(refused("attribute", "email".into()).contains("registrationNumber"));
		assert!(refused("value", "".into()).contains("the name cannot be used: it is empty"));
		assert!(refused("salt", "0x00".into()).contains("64 digits"));
		assert!(refused("more", 1.into()).contains("unknown field"));
	}

	fn any_attribute() -> impl Strategy<Value = Attribute> {
		prop::sample::select(Attribute::ALL.to_vec())
	}

	proptest! {
		#[test]
		fn the_commitment_is_the_hash_of_its_parts(
			attribute in any_attribute(),
			text in "[A-Z0-9]{1,64}",
			salt in any::<[u8; 32]>(),
		) {
			let opening = Opening::with_salt(attribute, &text, salt.into()).unwrap();
			let index = Attribute::ALL.iter().position(|other| *other == attribute).unwrap() as u8;
			let parts = [b"hanse/attribute/1", &[index][..], &salt, text.as_bytes()].concat();
			prop_assert_eq!(opening.commitment(), blake2_256(&parts));
		}

		#[test]
		fn an_opening_fits_its_commitment_and_no_other(
			attribute in any_attribute(),
			text in "[A-Z0-9]{1,64}",
			other in "[A-Z0-9]{1,64}",
			salt in any::<[u8; 32]>(),
			bit in 0usize..256,
		) {
			let opening = Opening::with_salt(attribute, &text, salt.into()).unwrap();
			let commitment = opening.commitment();
			let json = serde_json::to_string(&opening).unwrap();
			prop_assert!(serde_json::from_str::<Opening>(&json).unwrap().fits(&commitment));

			let mut salted = salt;
			salted[bit / 8] ^= 1 << (bit % 8);
			prop_assert!(!Opening::with_salt(attribute, &text, salted.into()).unwrap().fits(&commitment));
			for another in Attribute::ALL.into_iter().filter(|another| *another != attribute) {
				let moved = Opening::with_salt(another, &text, salt.into()).unwrap();
				prop_assert!(!moved.fits(&commitment));
			}
			let changed = Opening::with_salt(attribute, &other, salt.into()).unwrap();
			prop_assert_eq!(changed.fits(&commitment), other == text);
		}

		#[test]
		fn the_same_value_never_has_the_same_commitment(text in "[A-Z0-9]{1,64}") {
			let commitment = || Opening::new(Attribute::Name, &text).unwrap().commitment();
			prop_assert_ne!(commitment(), commitment());
		}
	}
}
