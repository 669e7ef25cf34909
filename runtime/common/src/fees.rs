//! What a transaction costs: its execution time and its bytes, each at a fixed price.
//!
//! The price does not move with demand. Whom the consortium admits is decided elsewhere, and a
//! member that budgets for a year of transactions should be able to.

use crate::{Balance, money::MICRO};
use frame_support::weights::ConstantMultiplier;
use sp_core::ConstU128;

/// The price of a picosecond of execution: ten HNS a second, or about a thousandth of an HNS for
/// the part that every transaction has in common.
pub const REF_TIME_PRICE: Balance = 10;

/// The price of a byte. A transaction of ordinary length pays for its bytes about as much as for
/// its execution.
pub const BYTE_PRICE: Balance = 10 * MICRO;

/// How much more an operational transaction pays for being let in when blocks are full.
pub const OPERATIONAL_FEE_MULTIPLIER: u8 = 5;

/// From execution time to fee.
pub type WeightToFee = ConstantMultiplier<Balance, ConstU128<REF_TIME_PRICE>>;

/// From length to fee.
pub type LengthToFee = ConstantMultiplier<Balance, ConstU128<BYTE_PRICE>>;

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{limits, money::UNIT};
	use frame_support::weights::{Weight, WeightToFee as _, constants::ExtrinsicBaseWeight};

	#[test]
	fn ordinary_transactions_cost_thousandths_and_a_full_block_costs_tokens() {
		let base = WeightToFee::weight_to_fee(&ExtrinsicBaseWeight::get());
		assert!((500 * MICRO..5_000 * MICRO).contains(&base), "{base}");

		let block = WeightToFee::weight_to_fee(&limits::MAXIMUM_BLOCK_WEIGHT);
		assert_eq!(block, 10 * UNIT);

		let length = Weight::from_parts(u64::from(limits::MAXIMUM_BLOCK_LENGTH), 0);
		assert!(LengthToFee::weight_to_fee(&length) > UNIT);
	}
}
