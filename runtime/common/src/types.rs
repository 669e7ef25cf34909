//! The types that clients rely on.

use sp_runtime::{
	MultiAddress, MultiSignature, generic,
	traits::{BlakeTwo256, IdentifyAccount, Verify},
};

/// A signature by any of the schemes that wallets use: sr25519, ed25519, ECDSA.
pub type Signature = MultiSignature;

/// The public name of an account: 32 bytes that follow from the key behind [`Signature`].
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;

/// How a transaction names an account.
pub type Address = MultiAddress<AccountId, ()>;

/// An amount of the native token in its smallest unit; see [`crate::money`].
pub type Balance = u128;

/// The height of a block. At a block every two seconds, 32 bits last for 270 years.
pub type BlockNumber = u32;

/// How many transactions an account has signed.
pub type Nonce = u32;

/// The hash of a block, a state or a call.
pub type Hash = sp_core::H256;

/// Milliseconds since the UNIX epoch.
pub type Moment = u64;

/// The header of a block.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
