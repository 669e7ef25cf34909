//! What accounts sign off chain, and how it is checked.
//!
//! Most traders hold no tokens and send no transactions: they sign, and somebody else brings it. Every
//! pallet that takes such signatures takes them in the same way.

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
	any(test, feature = "runtime-benchmarks"),
	allow(
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects
	)
)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod keys;
#[cfg(test)]
mod tests;

#[cfg(feature = "runtime-benchmarks")]
pub use keys::{SigningKeys, Sr25519Keys};

use alloc::vec::Vec;
use frame::{prelude::*, traits::Verify};

/// Whether the account signed the payload, as it is or as browser wallets wrap it: they sign no bytes
/// that could be a transaction.
pub fn is_signed<S: Verify>(
	signature: &S,
	account: &<S::Signer as IdentifyAccount>::AccountId,
	payload: &[u8],
) -> bool {
	signature.verify(payload, account) || signature.verify(&wrapped(payload)[..], account)
}

/// The payload as browser wallets sign it.
pub fn wrapped(payload: &[u8]) -> Vec<u8> {
	[b"<Bytes>", payload, b"</Bytes>"].concat()
}

/// What every payload names the chain by, so that nothing signed for one chain is good on another.
pub fn genesis_hash<T: frame_system::Config>() -> T::Hash {
	frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero())
}
