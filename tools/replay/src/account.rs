//! Accounts of traders who have no keys.

use sp_crypto_hashing::blake2_256;

/// The account of a trader or a member, as the chain encodes it.
pub type Account = [u8; 32];

/// What the number of a trader is hashed behind.
const DOMAIN: &[u8] = b"hanse/replay/trader";

/// The account of the trader with this number in the file: BLAKE2b-256 of the 19 bytes
/// `hanse/replay/trader` and the number as 64 bits in little-endian order.
///
/// Nobody holds a key to it, and anybody can find the trader's score by its number.
pub fn of_trader(trader: u64) -> Account {
	blake2_256(&[DOMAIN, &trader.to_le_bytes()].concat())
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::collections::HashSet;

	#[test]
	fn an_account_follows_from_the_number_alone() {
		assert_eq!(of_trader(7), blake2_256(b"hanse/replay/trader\x07\0\0\0\0\0\0\0"));
		let accounts = (0..1_000).map(of_trader).collect::<HashSet<_>>();
		assert_eq!(accounts.len(), 1_000);
	}
}
