//! The native token, and who is paid for transactions.

use crate::{
	AccountId, Authorship, Balance, Balances, Runtime, RuntimeEvent, RuntimeFreezeReason,
	RuntimeHoldReason, System,
};
use frame_support::{
	parameter_types,
	traits::{
		ConstU8, ConstU32, ConstU128, Imbalance, OnUnbalanced, VariantCountOf,
		fungible::{Balanced, Credit},
	},
};
use hanse_runtime_common::{fees, money};
use pallet_transaction_payment::{ConstFeeMultiplier, FungibleAdapter, Multiplier};
use sp_runtime::traits::One;

impl pallet_balances::Config for Runtime {
	type AccountStore = System;
	type Balance = Balance;
	type DoneSlashHandler = ();
	type DustRemoval = ();
	type ExistentialDeposit = ConstU128<{ money::EXISTENTIAL_DEPOSIT }>;
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
	type MaxLocks = ConstU32<50>;
	type MaxReserves = ConstU32<50>;
	type ReserveIdentifier = [u8; 8];
	type RuntimeEvent = RuntimeEvent;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WeightInfo = pallet_balances::weights::SubstrateWeight<Runtime>;
}

/// Pays a fee to the member whose node built the block: running one costs something.
///
/// What cannot be paid out is burnt, be it that the author is not known or that an account that does
/// not exist would receive less than an account must hold.
pub struct ToAuthor;

impl OnUnbalanced<Credit<AccountId, Balances>> for ToAuthor {
	fn on_unbalanceds(fee_then_tip: impl Iterator<Item = Credit<AccountId, Balances>>) {
		let total = fee_then_tip.fold(Credit::<AccountId, Balances>::zero(), Imbalance::merge);
		Self::on_unbalanced(total);
	}

	fn on_nonzero_unbalanced(amount: Credit<AccountId, Balances>) {
		match Authorship::author() {
			// What comes back is dropped, and a credit that is dropped is burnt.
			Some(author) => drop(Balances::resolve(&author, amount)),
			None => drop(amount),
		}
	}
}

parameter_types! {
	/// Fees do not move with demand; see [`fees`].
	pub FeeMultiplier: Multiplier = Multiplier::one();
}

impl pallet_transaction_payment::Config for Runtime {
	type FeeMultiplierUpdate = ConstFeeMultiplier<FeeMultiplier>;
	type LengthToFee = fees::LengthToFee;
	type OnChargeTransaction = FungibleAdapter<Balances, ToAuthor>;
	type OperationalFeeMultiplier = ConstU8<{ fees::OPERATIONAL_FEE_MULTIPLIER }>;
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = pallet_transaction_payment::weights::SubstrateWeight<Runtime>;
	type WeightToFee = fees::WeightToFee;
}
