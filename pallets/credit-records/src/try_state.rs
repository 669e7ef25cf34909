extern crate alloc;

use super::*;
use crate::queue::day;
use alloc::collections::BTreeMap;
use frame::deps::sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// What must always hold, each as a check of its own.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_pending_count()?;
		Self::check_queue_has_no_gaps()?;
		Self::check_own_shares()?;
		Self::check_source_counts()?;
		Self::check_credibility()?;
		Self::check_clock()
	}

	/// The counter of pending records is right, and within its bound.
	fn check_pending_count() -> Result<(), TryRuntimeError> {
		let pending = PendingCount::<T>::get();
		ensure!(
			Pending::<T>::iter_keys().count() as u32 == pending,
			"the number of pending records differs from its counter"
		);
		ensure!(pending <= T::MaxPending::get(), "more records are pending than may be");
		Ok(())
	}

	/// Each day's records are numbered without a gap, from the cursor on.
	fn check_queue_has_no_gaps() -> Result<(), TryRuntimeError> {
		let cursor = Cursor::<T>::get();
		let mut listed = 0u32;
		for (day, end) in QueuedFor::<T>::iter() {
			ensure!(day >= cursor.day, "a day before the cursor was not cleared");
			let begin = if day == cursor.day { cursor.number } else { 0 };
			for number in begin..end {
				ensure!(Pending::<T>::contains_key(day, number), "a pending record is missing");
				listed.saturating_inc();
			}
		}
		ensure!(listed == PendingCount::<T>::get(), "a pending record cannot be reached");
		Ok(())
	}

	/// Shares exist exactly for the pending records.
	fn check_own_shares() -> Result<(), TryRuntimeError> {
		let mut pending = BTreeMap::<_, u32>::new();
		for record in Pending::<T>::iter_values() {
			let PendingRecord { source, subject, indicator, .. } = record;
			pending.entry((subject, indicator, source)).or_default().saturating_inc();
		}
		let shares = OwnShares::<T>::iter().map(|(key, own)| (key, own.pending));
		ensure!(
			shares.collect::<BTreeMap<_, _>>() == pending,
			"the shares do not match the pending records"
		);
		Ok(())
	}

	/// Each provider's counter is the number of its sources.
	fn check_source_counts() -> Result<(), TryRuntimeError> {
		let mut sources = BTreeMap::<_, u32>::new();
		for known in Sources::<T>::iter_values() {
			sources.entry(known.provider).or_default().saturating_inc();
		}
		ensure!(
			SourceCount::<T>::iter().collect::<BTreeMap<_, _>>() == sources,
			"a provider's sources are counted wrongly"
		);
		ensure!(
			sources.values().all(|count| *count <= T::MaxSources::get()),
			"a provider has more sources than it may"
		);
		Ok(())
	}

	/// Nobody is beyond doubt, and nobody beyond belief.
	fn check_credibility() -> Result<(), TryRuntimeError> {
		use hanse_credit_model::Fixed;
		ensure!(
			Sources::<T>::iter_values().all(|known| {
				let credibility = known.standing.credibility();
				credibility > Fixed::ZERO && credibility < Fixed::ONE
			}),
			"a credibility is out of range"
		);
		Ok(())
	}

	/// The clock is not ahead of the block, and the cursor not ahead of the clock.
	fn check_clock() -> Result<(), TryRuntimeError> {
		let now = <Self as ModelClock>::now();
		ensure!(now <= T::Time::now().as_secs(), "the clock is ahead of the block");
		ensure!(
			Cursor::<T>::get().day <= day(now).saturating_add(1),
			"the cursor is ahead of the clock"
		);
		Ok(())
	}
}
