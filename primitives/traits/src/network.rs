use hanse_credit_model::NetworkSignals;
use hanse_types::VerificationLevel;
use sp_weights::Weight;

/// Where business between enterprises is noted.
pub trait TradeActivity<AccountId> {
	/// There was an order between the two, of which the amount is of this class. Accounts that belong
	/// to no enterprise, or to two without a relationship, are passed over.
	fn note_order(a: &AccountId, b: &AccountId, volume_class: u8);

	/// What it costs to note an order, at most.
	fn note_order_weight() -> Weight;
}

impl<AccountId> TradeActivity<AccountId> for () {
	fn note_order(_: &AccountId, _: &AccountId, _: u8) {}

	fn note_order_weight() -> Weight {
		Weight::zero()
	}
}

/// Whom an account stands for.
pub trait Subjects<AccountId> {
	/// The one by which records know the enterprise that the account belongs to: always the same,
	/// whatever account acts for it. The account itself if it belongs to none.
	fn subject_of(account: &AccountId) -> AccountId;

	/// Whether the account may speak for the subject now. The account that records know an enterprise
	/// by, or one that acted for it once, may not if another does so now.
	fn acts_for(account: &AccountId, subject: &AccountId) -> bool;

	/// How far the enterprise that the account belongs to is verified now.
	fn verification(account: &AccountId) -> VerificationLevel;
}

impl<AccountId: Clone + PartialEq> Subjects<AccountId> for () {
	fn subject_of(account: &AccountId) -> AccountId {
		account.clone()
	}

	fn acts_for(account: &AccountId, subject: &AccountId) -> bool {
		account == subject
	}

	fn verification(_: &AccountId) -> VerificationLevel {
		VerificationLevel::None
	}
}

/// What the place of an enterprise in the network says about its risk.
pub trait NetworkSignalsOf<AccountId> {
	/// The signals of a subject; those of nobody in particular for one that is no enterprise.
	fn signals(subject: &AccountId) -> NetworkSignals;

	/// What it costs to ask, at most.
	fn signals_weight() -> Weight;
}

impl<AccountId> NetworkSignalsOf<AccountId> for () {
	fn signals(_: &AccountId) -> NetworkSignals {
		NetworkSignals::default()
	}

	fn signals_weight() -> Weight {
		Weight::zero()
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn without_a_network_everybody_is_itself_and_unknown() {
		assert_eq!(<() as Subjects<u64>>::subject_of(&7), 7);
		assert!(<() as Subjects<u64>>::acts_for(&7, &7));
		assert!(!<() as Subjects<u64>>::acts_for(&7, &8));
		assert_eq!(<() as Subjects<u64>>::verification(&7), VerificationLevel::None);
		<() as TradeActivity<u64>>::note_order(&7, &8, 1);
		assert_eq!(<() as TradeActivity<u64>>::note_order_weight(), Weight::zero());
		assert_eq!(<() as NetworkSignalsOf<u64>>::signals(&7), NetworkSignals::default());
		assert_eq!(<() as NetworkSignalsOf<u64>>::signals_weight(), Weight::zero());
	}
}
