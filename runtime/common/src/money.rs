//! The native token. It pays for transactions and storage; trade is settled in other assets.

use crate::Balance;

/// The token's symbol.
pub const TOKEN_SYMBOL: &str = "HNS";
/// How many decimal places one token has.
pub const TOKEN_DECIMALS: u8 = 12;
/// How addresses of this network look: the generic format, readable by every wallet.
pub const SS58_PREFIX: u16 = 42;

/// One HNS.
pub const UNIT: Balance = 10u128.pow(TOKEN_DECIMALS as u32);
/// A thousandth of an HNS.
pub const MILLI: Balance = UNIT / 1_000;
/// A millionth of an HNS.
pub const MICRO: Balance = MILLI / 1_000;

/// What an account must hold to exist.
pub const EXISTENTIAL_DEPOSIT: Balance = MILLI;

/// What is held for as long as the state carries `items` entries of `bytes` in total.
pub const fn deposit(items: u32, bytes: u32) -> Balance {
	(items as Balance)
		.saturating_mul(100 * MILLI)
		.saturating_add((bytes as Balance).saturating_mul(MILLI))
}
