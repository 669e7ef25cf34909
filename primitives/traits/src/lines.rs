use hanse_types::SettlementAsset;
use sp_weights::Weight;

/// Credit that banks lend to enterprises, as far as somebody else draws on it. Implemented by
/// pallet-credit-lines.
///
/// It keeps count; it moves no money, and it does not ask whether the enterprise wants to. Whoever
/// draws has made sure of that, and that the bank's money goes where it should, in the same
/// transaction.
///
/// A line is known by its bank, its asset, and the [subject](crate::Subjects::subject_of) that the
/// enterprise is.
pub trait CreditLines<AccountId, Balance> {
	/// How much can be drawn now; zero if nothing can.
	fn available(bank: &AccountId, subject: &AccountId, asset: SettlementAsset) -> Balance;

	/// Draws an amount. It is owed until it is repaid, whatever becomes of the line.
	///
	/// Nothing has changed if it answers with an error.
	fn draw(
		bank: &AccountId,
		subject: &AccountId,
		asset: SettlementAsset,
		amount: Balance,
	) -> Result<(), LineError>;

	/// Repays an amount, or as much of it as is owed; tells how much that was. Zero if nothing is,
	/// or if there is no such line.
	///
	/// It takes no standing of anybody into account and cannot fail, so that a refund never waits
	/// for a line. What is not taken is not the bank's.
	fn repay(
		bank: &AccountId,
		subject: &AccountId,
		asset: SettlementAsset,
		amount: Balance,
	) -> Balance;

	/// What it costs to draw, at most.
	fn draw_weight() -> Weight;

	/// What it costs to repay, at most.
	fn repay_weight() -> Weight;
}

/// Nobody lends.
impl<AccountId, Balance: Default> CreditLines<AccountId, Balance> for () {
	fn available(_: &AccountId, _: &AccountId, _: SettlementAsset) -> Balance {
		Balance::default()
	}

	fn draw(_: &AccountId, _: &AccountId, _: SettlementAsset, _: Balance) -> Result<(), LineError> {
		Err(LineError::NoLine)
	}

	fn repay(_: &AccountId, _: &AccountId, _: SettlementAsset, _: Balance) -> Balance {
		Balance::default()
	}

	fn draw_weight() -> Weight {
		Weight::zero()
	}

	fn repay_weight() -> Weight {
		Weight::zero()
	}
}

/// Why an amount cannot be drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LineError {
	/// The amount is zero.
	NoAmount,
	/// No enterprise that is registered now is known by this subject.
	NoEnterprise,
	/// The bank has set no such line, has withdrawn it, or the enterprise has declined it.
	NoLine,
	/// The lender is not a member with the role of a bank now.
	NotBank,
	/// The line has ended.
	Expired,
	/// The line is suspended.
	Suspended,
	/// Less than the amount is left.
	OverLimit,
}

/// What can be settled in. Implemented by the runtime.
///
/// Where there is nothing but the native token (`()`), that is all.
pub trait SettlementAssets {
	/// Whether there is such an asset.
	fn exists(asset: SettlementAsset) -> bool;
}

impl SettlementAssets for () {
	fn exists(asset: SettlementAsset) -> bool {
		asset == SettlementAsset::Native
	}
}

/// Who is an enterprise at all. Implemented by pallet-trade-network.
///
/// Without a network (`()`) everybody is.
pub trait Registered<AccountId> {
	/// Whether the account belongs to an enterprise that is registered now.
	fn is_registered(account: &AccountId) -> bool;
}

impl<AccountId> Registered<AccountId> for () {
	fn is_registered(_: &AccountId) -> bool {
		true
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use SettlementAsset::{Asset, Native};

	#[test]
	fn without_banks_nothing_is_lent_and_nothing_owed() {
		assert_eq!(<() as CreditLines<u64, u64>>::available(&1, &2, Native), 0);
		assert_eq!(<() as CreditLines<u64, u64>>::draw(&1, &2, Native, 3), Err(LineError::NoLine));
		assert_eq!(<() as CreditLines<u64, u64>>::repay(&1, &2, Native, 3), 0);
		assert_eq!(<() as CreditLines<u64, u64>>::draw_weight(), Weight::zero());
		assert_eq!(<() as CreditLines<u64, u64>>::repay_weight(), Weight::zero());
	}

	#[test]
	fn without_assets_there_is_the_native_token() {
		assert!(<() as SettlementAssets>::exists(Native));
		assert!(!<() as SettlementAssets>::exists(Asset(0)));
	}

	#[test]
	fn without_a_network_everybody_is_an_enterprise() {
		assert!(<() as Registered<u64>>::is_registered(&7));
	}
}
