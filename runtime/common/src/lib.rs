//! What every Hanse runtime shares, whatever brings its blocks to agreement: the types of accounts,
//! balances and time, the money, the limits of a block, and the price of a transaction.
//!
//! Nothing here knows of a pallet of ours or of a consensus, so that a second runtime can take it as
//! it is.

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::arithmetic_side_effects))]

pub mod fees;
pub mod limits;
pub mod money;
pub mod time;
mod types;

pub use types::{AccountId, Address, Balance, BlockNumber, Hash, Header, Moment, Nonce, Signature};
