//! Who authored, and whose slots stayed empty.

use crate::{
	Attendance, Config, CurrentTally, LastSlot, Pallet, SessionTally, SessionTallyOf, TallyOf,
};
use frame::{
	deps::sp_runtime::generic::DigestItem,
	prelude::*,
	traits::{DefensiveTruncateFrom, DisabledValidators},
};
use sp_consensus_aura::{Slot, digests::CompatibleDigestItem};
use sp_staking::SessionIndex;

impl<T: Config> Pallet<T> {
	/// Counts the slots that the block under way skipped, and returns for how many of them somebody
	/// had to be looked for.
	pub(crate) fn note_block() -> u32 {
		let Some(slot) = Self::slot_of_block() else { return 0 };
		match LastSlot::<T>::mutate(|last| last.replace(slot)) {
			Some(last) => Self::note_skipped(last, slot),
			// Whose slots were skipped before anybody counted is not known.
			None => 0,
		}
	}

	/// The slot that the block under way says it is for.
	fn slot_of_block() -> Option<Slot> {
		let digest = frame_system::Pallet::<T>::digest();
		// The type of the seal does not matter for the slot.
		let slot = <DigestItem as CompatibleDigestItem<()>>::as_aura_pre_digest;
		digest.logs().iter().find_map(slot)
	}

	/// Charges the slots between two blocks, and returns how many.
	fn note_skipped(last: Slot, slot: Slot) -> u32 {
		let (last, slot) = (u64::from(last), u64::from(slot));
		let skipped = slot.saturating_sub(last).saturating_sub(1);
		if skipped == 0 {
			return 0;
		}
		let authorities = pallet_aura::Pallet::<T>::authorities_len() as u64;
		if skipped >= authorities {
			CurrentTally::<T>::mutate(|tally| {
				tally.outage = tally.outage.saturating_add(skipped.saturated_into());
			});
			return 0;
		}

		// Fewer than there are authorities, so nobody twice.
		let disabled = <T as pallet_aura::Config>::DisabledValidators::disabled_validators();
		CurrentTally::<T>::mutate(|tally| {
			for empty in last.saturating_add(1)..slot {
				let author = empty.checked_rem(authorities).unwrap_or_default().saturated_into();
				if !disabled.contains(&author) {
					Self::change(tally, author, |attendance| {
						attendance.missed = attendance.missed.saturating_add(1);
					});
				}
			}
		});
		skipped.saturated_into()
	}

	/// Counts a block for its author.
	pub(crate) fn note_authored(author: &T::AccountId) {
		Self::change_of(author, |attendance| {
			attendance.authored = attendance.authored.saturating_add(1);
		});
	}

	/// Does not hold the session under way against a validator, if it is one.
	pub(crate) fn excuse(account: &T::AccountId) {
		Self::change_of(account, |attendance| attendance.returned = true);
	}

	/// Changes what is noted about an account, if it validates.
	fn change_of(account: &T::AccountId, change: impl FnOnce(&mut Attendance)) {
		let validators = pallet_session::Pallet::<T>::validators();
		if let Some(index) = validators.iter().position(|validator| validator == account) {
			CurrentTally::<T>::mutate(|tally| Self::change(tally, index.saturated_into(), change));
		}
	}

	/// Changes what is noted about the authority with the index.
	fn change(tally: &mut TallyOf<T>, index: u32, change: impl FnOnce(&mut Attendance)) {
		let index = index as usize;
		let length = tally.authors.len().max(index.saturating_add(1));
		tally.authors.bounded_resize(length, Attendance::default());
		match tally.authors.get_mut(index) {
			Some(attendance) => change(attendance),
			None => {
				defensive!("there is room for every authority");
			},
		}
	}

	/// Puts the names of the session's validators to a tally.
	pub(crate) fn name_authors(session: SessionIndex, tally: TallyOf<T>) -> SessionTallyOf<T> {
		let noted = tally.authors.into_iter().chain(core::iter::repeat(Attendance::default()));
		let authors = pallet_session::Pallet::<T>::validators().into_iter().zip(noted).collect();
		SessionTally {
			session,
			authors: BoundedVec::defensive_truncate_from(authors),
			outage: tally.outage,
		}
	}
}
