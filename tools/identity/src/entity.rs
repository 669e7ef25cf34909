use crate::{
	Value,
	bytes::{InvalidHex, from_hex},
	opening::digest,
};
use blake2b_simd::Params;
use hanse_types::{Commitment, CountryCode};
use std::{fmt, str::FromStr};

/// What every commitment of an entity is hashed behind.
const SCHEME: &[u8] = b"hanse/entity/1";

/// The key that the registrars share, and nobody else.
#[derive(Clone, PartialEq, Eq)]
pub struct EntityKey([u8; 32]);

impl EntityKey {
	/// BLAKE2b-256, keyed, of the 14 bytes `hanse/entity/1`, the two letters of the country, and the
	/// number in its normal form.
	///
	/// There is no salt: registrars who look at the same entity must come to the same commitment, so
	/// that the chain can refuse a second registration. And registers are public: without the key
	/// anybody could try out their numbers.
	pub fn commitment(&self, country: CountryCode, number: &Value) -> Commitment {
		let mut state = Params::new().hash_length(32).key(&self.0).to_state();
		state.update(SCHEME).update(country.as_bytes()).update(number.as_str().as_bytes());
		digest(&state)
	}
}

impl From<[u8; 32]> for EntityKey {
	fn from(bytes: [u8; 32]) -> Self {
		Self(bytes)
	}
}

impl FromStr for EntityKey {
	type Err = InvalidHex;

	/// Blanks around it, such as the end of the line, are left out.
	fn from_str(text: &str) -> Result<Self, Self::Err> {
		from_hex(text.trim()).map(Self)
	}
}

impl fmt::Debug for EntityKey {
	/// Says nothing: what is meant for developers ends up in logs.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("EntityKey(…)")
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::to_hex;
	use hanse_types::Attribute;
	use proptest::prelude::*;

	fn key() -> EntityKey {
		EntityKey::from(std::array::from_fn(|i| i as u8))
	}

	fn commitment(key: &EntityKey, country: &str, number: &str) -> String {
		let number = Value::new(Attribute::RegistrationNumber, number).unwrap();
		to_hex(&key.commitment(country.parse().unwrap(), &number))
	}

	/// The test vectors of `docs/identity.md`.
	#[test]
	fn test_vectors() {
		let documentation = include_str!("../../../docs/identity.md");
		for (country, number, expected) in [
			(
				"DE",
				"K1101R.HRB 12345",
				"0x526cf750f196a3d616873cf1a9bbf0b30847055bdcb6a6d0344f8807b4b3d433",
			),
			(
				"SE",
				"556012-5790",
				"0x219d978fad243354f6bc7c675c98f9c49c4a4d22fe8e7e89bd52228c7e5cfc43",
			),
		] {
			assert_eq!(commitment(&key(), country, number), expected, "{country} {number}");
			for told in [number, expected] {
				assert!(documentation.contains(told), "docs/identity.md does not tell {told}");
			}
		}
	}

	#[test]
	fn registrars_come_to_the_same_however_they_write_it() {
		let expected = commitment(&key(), "SE", "5560125790");
		for number in ["556012-5790", " 556012 5790\n", "556012/5790"] {
			assert_eq!(commitment(&key(), "SE", number), expected);
		}
		assert_ne!(commitment(&key(), "DE", "5560125790"), expected);
		assert_ne!(commitment(&EntityKey::from([0; 32]), "SE", "5560125790"), expected);
	}

	#[test]
	fn a_key_is_read_with_the_end_of_its_line_and_never_shown() {
		let digits = (0..32).map(|i| format!("{i:02x}")).collect::<String>();
		assert_eq!(format!("{digits}\n").parse(), Ok(key()));
		assert_eq!(format!("0x{digits}").parse(), Ok(key()));
		assert_eq!("00".parse::<EntityKey>(), Err(InvalidHex));
		assert_eq!(format!("{:?}", key()), "EntityKey(…)");
	}

	proptest! {
		#[test]
		fn another_key_gives_another_commitment(a in any::<[u8; 32]>(), b in any::<[u8; 32]>()) {
			let of = |key: [u8; 32]| commitment(&key.into(), "NO", "1");
			prop_assert_eq!(of(a) == of(b), a == b);
		}
	}
}
