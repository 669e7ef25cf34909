use hanse_identity::Salt;
use hanse_types::Commitment;
use sp_crypto_hashing::blake2_256;

/// What every commitment of a document is hashed behind. A change of the scheme changes the number.
pub(crate) const SCHEME: &str = "hanse/document/1";

/// What every commitment to wrapped keys is hashed behind.
const KEYS: &[u8] = b"hanse/keys/1";

/// BLAKE2b-256 of the 16 bytes `hanse/document/1`, the salt, and BLAKE2b-256 of the document.
pub fn commitment(salt: &Salt, document: &[u8]) -> Commitment {
	blake2_256(&[SCHEME.as_bytes(), salt.as_bytes(), &blake2_256(document)].concat())
}

/// BLAKE2b-256 of the 12 bytes `hanse/keys/1`, and BLAKE2b-256 of the header of each sealed document,
/// in ascending order.
pub fn keys_commitment<'a>(headers: impl IntoIterator<Item = &'a [u8]>) -> Commitment {
	let mut hashes = headers.into_iter().map(blake2_256).collect::<Vec<_>>();
	hashes.sort_unstable();
	blake2_256(&[KEYS, &hashes.concat()].concat())
}

#[cfg(test)]
mod tests {
	use super::*;
	use hanse_identity::to_hex;
	use proptest::prelude::*;

	/// The salt of the test vector: 00 01 … 1f.
	fn salt() -> Salt {
		Salt::from(std::array::from_fn(|i| i as u8))
	}

	#[test]
	fn the_test_vectors_of_the_documentation_hold() {
		let made = commitment(&salt(), b"Invoice 17: 4,000 bags of salt");
		let expected = "0x6ec6a6092dcdfd038a066674605ff728eb8e265086fe8038b19d233d264cce90";
		assert_eq!(to_hex(&made), expected);
		let made = keys_commitment([&b"header 1"[..], &b"header 2"[..]]);
		let expected = "0xf02cf3b585f75731362f233f2f5cbf7c12446b9809b171f67cc0630c3befdaca";
		assert_eq!(to_hex(&made), expected);
	}

	#[test]
	fn the_order_of_headers_does_not_matter_and_everything_else_does() {
		let [a, b] = [&b"a"[..], &b"b"[..]];
		assert_eq!(keys_commitment([a, b]), keys_commitment([b, a]));
		let all = [vec![], vec![a], vec![b], vec![a, a], vec![a, b], vec![&b"ab"[..]]];
		for (i, one) in all.iter().enumerate() {
			for other in &all[..i] {
				assert_ne!(
					keys_commitment(one.iter().copied()),
					keys_commitment(other.iter().copied())
				);
			}
		}
	}

	proptest! {
		#[test]
		fn another_document_or_another_salt_is_another_commitment(
			document in proptest::collection::vec(any::<u8>(), 0..200),
			other in proptest::collection::vec(any::<u8>(), 0..200),
			salt in any::<[u8; 32]>(),
			bit in 0usize..256,
		) {
			let made = commitment(&salt.into(), &document);
			prop_assert_eq!(commitment(&salt.into(), &other) == made, document == other);
			let mut salted = salt;
			salted[bit / 8] ^= 1 << (bit % 8);
			prop_assert_ne!(commitment(&salted.into(), &document), made);
		}

		#[test]
		fn commitments_of_one_document_have_nothing_in_common_without_the_salts(
			document in proptest::collection::vec(any::<u8>(), 0..50),
		) {
			let made = || commitment(&Salt::random().unwrap(), &document);
			let (one, other) = (made(), made());
			prop_assert_ne!(one, other);
			// Neither is what somebody computes who knows the document alone.
			for guess in [blake2_256(&document), commitment(&[0; 32].into(), &document)] {
				prop_assert_ne!(one, guess);
			}
			// Bits that are as far apart as those of strangers: 128 of 256, give or take 60.
			let apart = one.iter().zip(other).map(|(a, b)| (a ^ b).count_ones()).sum::<u32>();
			prop_assert!((68..=188).contains(&apart), "{apart}");
		}
	}
}
