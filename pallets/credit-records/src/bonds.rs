//! What providers put up for their evidence, and lose.

use super::*;
use crate::impls::provider_role;
use frame::{
	token::fungible::{Balanced, BalancedHold, MutateHold},
	traits::Imbalance,
};

/// A part of the whole, in basis points.
fn part(basis_points: u16) -> Perbill {
	// In parts per billion it is exact.
	Perbill::from_parts(u32::from(basis_points).saturating_mul(100_000))
}

impl<T: Config> Pallet<T> {
	/// Puts up more for a category. A request to have it back ends with that.
	pub(crate) fn do_post_bond(
		provider: T::AccountId,
		category: Category,
		amount: BalanceOf<T>,
	) -> DispatchResult {
		ensure!(
			T::Members::has_role(&provider, provider_role(category)),
			Error::<T>::CategoryNotGranted
		);
		let asked_back =
			Bonds::<T>::get(&provider, category).is_some_and(|bond| bond.release.is_some());
		ensure!(asked_back || !amount.is_zero(), Error::<T>::NothingPosted);

		T::Currency::hold(&HoldReason::Bond.into(), &provider, amount)?;
		let total = Self::add_to_bond(&provider, category, amount);
		Self::deposit_event(Event::BondPosted { provider, category, amount, total });
		Ok(())
	}

	/// Enters in the books what was put up, and returns how much there is now.
	fn add_to_bond(
		provider: &T::AccountId,
		category: Category,
		amount: BalanceOf<T>,
	) -> BalanceOf<T> {
		let before = Bonds::<T>::get(provider, category).unwrap_or_else(|| Bond {
			amount: Zero::zero(),
			since: Self::block_time(),
			release: None,
			claims: 0,
		});
		// As much is held, so it cannot be more than there is of the currency.
		let total = before.amount.saturating_add(amount);
		Bonds::<T>::insert(provider, category, Bond { amount: total, release: None, ..before });
		total
	}

	/// Posts a bond of the first hour. Panics when it cannot be held: a chain that starts wrong must
	/// not start.
	pub(crate) fn build_bond(provider: &T::AccountId, category: Category, amount: BalanceOf<T>) {
		if let Err(error) = T::Currency::hold(&HoldReason::Bond.into(), provider, amount) {
			panic!("the bond of {provider:?} for {category:?} cannot be held: {error:?}")
		}
		Self::add_to_bond(provider, category, amount);
	}

	/// Gives notice that a bond is to be withdrawn.
	pub(crate) fn do_release_bond(provider: T::AccountId, category: Category) -> DispatchResult {
		let bond = Bonds::<T>::get(&provider, category).ok_or(Error::<T>::NoBond)?;
		ensure!(bond.release.is_none(), Error::<T>::BondInRelease);

		let release = Self::block_time().saturating_add(Self::rules().release_notice);
		Bonds::<T>::insert(&provider, category, Bond { release: Some(release), ..bond });
		Self::deposit_event(Event::BondReleased { provider, category, release });
		Ok(())
	}

	/// Gives a bond back after its notice.
	pub(crate) fn do_withdraw_bond(provider: T::AccountId, category: Category) -> DispatchResult {
		let bond = Bonds::<T>::get(&provider, category).ok_or(Error::<T>::NoBond)?;
		ensure!(bond.is_free(Self::block_time()), Error::<T>::BondNotFree);
		ensure!(bond.claims == 0, Error::<T>::BondClaimed);

		let amount = T::Currency::release(
			&HoldReason::Bond.into(),
			&provider,
			bond.amount,
			Precision::BestEffort,
		)?;
		Bonds::<T>::remove(&provider, category);
		Self::deposit_event(Event::BondWithdrawn { provider, category, amount });
		Ok(())
	}

	/// Keeps a bond for an objection, unless there is none or it could be withdrawn already. Returns
	/// whether it does.
	pub(crate) fn claim_bond(provider: &T::AccountId, category: Category) -> bool {
		let now = Self::block_time();
		match Bonds::<T>::get(provider, category) {
			// What is free stays free: otherwise it could be kept for ever, objection by objection.
			Some(bond) if !bond.is_free(now) => {
				let claims = bond.claims.saturating_add(1);
				Bonds::<T>::insert(provider, category, Bond { claims, ..bond });
				true
			},
			_ => false,
		}
	}

	/// Lets a bond go that was kept for an objection.
	pub(crate) fn unclaim_bond(provider: &T::AccountId, category: Category) {
		Bonds::<T>::mutate(provider, category, |entry| match entry {
			Some(bond) => bond.claims.saturating_dec(),
			None => {
				defensive!("a bond that is kept for an objection is there");
			},
		});
	}

	/// Takes a part of a bond, in basis points and rounded up, and pays the reporter its share of it,
	/// in basis points and cut off. What is left goes to [`Config::Slashed`]. Returns how much was
	/// taken, and how much of that was paid.
	pub(crate) fn slash_bond(
		provider: &T::AccountId,
		category: Category,
		basis_points: u16,
		reporter: Option<(&T::AccountId, u16)>,
	) -> (BalanceOf<T>, BalanceOf<T>) {
		// It may have been withdrawn; what it was put up for lives longer than it.
		let Some(bond) = Bonds::<T>::get(provider, category) else {
			return Default::default();
		};
		let wanted = part(basis_points).mul_ceil(bond.amount).min(bond.amount);
		let (mut credit, _) = T::Currency::slash(&HoldReason::Bond.into(), provider, wanted);
		let taken = credit.peek();
		let left = bond.amount.saturating_sub(taken);
		Bonds::<T>::insert(provider, category, Bond { amount: left, ..bond });

		let mut paid = BalanceOf::<T>::zero();
		if let Some((reporter, share)) = reporter {
			let reward = credit.extract(part(share).mul_floor(taken));
			let amount = reward.peek();
			// An account that does not exist cannot have less than an account must hold.
			match T::Currency::resolve(reporter, reward) {
				Ok(()) => paid = amount,
				Err(back) => credit = credit.merge(back),
			}
		}
		T::Slashed::on_unbalanced(credit);
		if !taken.is_zero() {
			let provider = provider.clone();
			Self::deposit_event(Event::BondSlashed { provider, category, amount: taken, left });
		}
		(taken, paid)
	}

	/// Gives an objector its stake back.
	pub(crate) fn release_stake(objector: &T::AccountId, amount: BalanceOf<T>) {
		let released = T::Currency::release(
			&HoldReason::Objection.into(),
			objector,
			amount,
			Precision::BestEffort,
		);
		// Nothing can keep a hold from being released to its owner.
		defensive_assert!(released.is_ok(), "a stake could not be released");
	}

	/// Pays an objector's stake to the provider that it troubled for nothing.
	pub(crate) fn forfeit_stake(
		objector: &T::AccountId,
		provider: &T::AccountId,
		amount: BalanceOf<T>,
	) {
		let (credit, _) = T::Currency::slash(&HoldReason::Objection.into(), objector, amount);
		if let Err(back) = T::Currency::resolve(provider, credit) {
			T::Slashed::on_unbalanced(back);
		}
	}
}
