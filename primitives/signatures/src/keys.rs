use frame::deps::{
	sp_core::{crypto::key_types, sr25519},
	sp_io,
	sp_runtime::{AccountId32, MultiSignature},
};

/// Signs for benchmarks.
pub trait SigningKeys<AccountId, Signature> {
	/// The account of a key; another one for each number.
	fn signer(number: u32) -> AccountId;

	/// The signature of the key with this number.
	fn sign(number: u32, message: &[u8]) -> Signature;
}

/// [`SigningKeys`] of sr25519 that the node that runs the benchmarks keeps.
pub struct Sr25519Keys;

impl Sr25519Keys {
	fn key(number: u32) -> sr25519::Public {
		let seed = alloc::format!("//{number}").into_bytes();
		sp_io::crypto::sr25519_generate(key_types::DUMMY, Some(seed))
	}
}

impl SigningKeys<AccountId32, MultiSignature> for Sr25519Keys {
	fn signer(number: u32) -> AccountId32 {
		AccountId32::from(Self::key(number))
	}

	fn sign(number: u32, message: &[u8]) -> MultiSignature {
		let key = Self::key(number);
		sp_io::crypto::sr25519_sign(key_types::DUMMY, &key, message).expect("just made").into()
	}
}
