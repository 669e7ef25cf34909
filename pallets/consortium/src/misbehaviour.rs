//! What happens when a validator is proven to have misbehaved.

use crate::{BalanceOf, Config, DisableValidator, Event, HoldReason, Members, Pallet, WeightInfo};
use frame::{
	deps::frame_support::storage::with_storage_layer,
	prelude::*,
	token::{
		fungible::{Inspect, Mutate, MutateHold},
		tokens::Restriction,
	},
};
use sp_staking::{
	SessionIndex,
	offence::{OffenceDetails, OffenceSeverity, OnOffenceHandler},
};

/// Starts a motion to remove a member.
pub trait ProposeRemoval<AccountId> {
	/// Proposes to those who have a seat that the member be removed. Nothing is changed when it
	/// fails.
	fn propose_removal(member: &AccountId) -> DispatchResult;
}

impl<AccountId> ProposeRemoval<AccountId> for () {
	fn propose_removal(_: &AccountId) -> DispatchResult {
		Ok(())
	}
}

/// [`pallet_session::historical::IdentificationTuple`] with
/// [`UnitIdentificationOf`](crate::UnitIdentificationOf).
type Identification<T> = (<T as frame_system::Config>::AccountId, ());

impl<T: Config> OnOffenceHandler<T::AccountId, Identification<T>, Weight> for Pallet<T> {
	fn on_offence(
		offenders: &[OffenceDetails<T::AccountId, Identification<T>>],
		slash_fraction: &[Perbill],
		session: SessionIndex,
	) -> Weight {
		let mut weight = Weight::zero();
		for (details, fraction) in offenders.iter().zip(slash_fraction) {
			let (account, ()) = &details.offender;
			weight = weight.saturating_add(T::WeightInfo::on_offence(Members::<T>::count()));
			T::Disabling::disable(account.clone(), OffenceSeverity(*fraction));
			Self::deposit_event(Event::MisbehaviourReported {
				account: account.clone(),
				session,
				severity: *fraction,
			});
			// It may have been removed since.
			let Some(member) = Members::<T>::get(account) else { continue };
			let suspended = Self::suspend_for_misbehaviour(account, &member);
			let proposed = Self::propose_removal(account);
			// Whenever another validator is reported for the same slot or round, the offences pallet
			// names the former ones again. Who stands accused already does not pay twice.
			if suspended || proposed {
				Self::reward_reporter(account, &details.reporters);
			}
		}
		weight
	}
}

impl<T: Config> Pallet<T> {
	/// Lets the others vote on whether the member stays one, and returns whether they are to.
	fn propose_removal(account: &T::AccountId) -> bool {
		let account = account.clone();
		let proposed = with_storage_layer(|| T::RemovalMotion::propose_removal(&account));
		Self::deposit_event(match proposed {
			Ok(()) => Event::RemovalProposed { account },
			Err(error) => Event::RemovalNotProposed { account, error },
		});
		proposed.is_ok()
	}

	/// Pays the first reporter that is not the offender, out of the offender's bond and then out
	/// of its free balance. The offender is a member: the bond of an application stays whole.
	fn reward_reporter(offender: &T::AccountId, reporters: &[T::AccountId]) {
		let Some(reporter) = reporters.iter().find(|reporter| *reporter != offender) else {
			return;
		};
		let reward = T::ReporterReward::get();
		// Whoever cannot receive it goes without: the rest of what follows an offence must not
		// depend on a reporter.
		let from_bond = with_storage_layer(|| {
			T::Currency::transfer_on_hold(
				&HoldReason::Bond.into(),
				offender,
				reporter,
				reward,
				Precision::BestEffort,
				Restriction::Free,
				Fortitude::Polite,
			)
		})
		.unwrap_or_default();
		let rest = reward.saturating_sub(from_bond).min(T::Currency::reducible_balance(
			offender,
			Preservation::Preserve,
			Fortitude::Polite,
		));
		let from_balance = with_storage_layer(|| {
			T::Currency::transfer(offender, reporter, rest, Preservation::Preserve)
		})
		.unwrap_or_default();

		let amount: BalanceOf<T> = from_bond.saturating_add(from_balance);
		if !amount.is_zero() {
			Self::deposit_event(Event::ReporterRewarded {
				reporter: reporter.clone(),
				offender: offender.clone(),
				amount,
			});
		}
	}
}
