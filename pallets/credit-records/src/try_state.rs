use super::*;
use crate::queue::day;
use alloc::collections::BTreeMap;
use frame::deps::sp_runtime::TryRuntimeError;
use hanse_credit_model::{Fixed, Level};

impl<T: Config> Pallet<T> {
	/// What must always hold, each as a check of its own.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_pending_count()?;
		Self::check_queue_has_no_gaps()?;
		Self::check_source_counts()?;
		Self::check_credibility()?;
		Self::check_batches()?;
		Self::check_raised()?;
		Self::check_usage()?;
		Self::check_rules()?;
		Self::check_clock()?;
		Self::check_bonds()?;
		Self::check_objections()
	}

	/// The counter of pending records is right, and within its bound; no chunk is empty.
	fn check_pending_count() -> Result<(), TryRuntimeError> {
		let mut pending = 0u32;
		for chunk in Pending::<T>::iter_values() {
			ensure!(!chunk.is_empty(), "a chunk of pending records is empty");
			pending = pending.saturating_add(chunk.len() as u32);
		}
		ensure!(
			pending == PendingCount::<T>::get(),
			"the number of pending records differs from its counter"
		);
		ensure!(pending <= T::MaxPending::get(), "more records are pending than may be");
		Ok(())
	}

	/// Each day's chunks are numbered without a gap, from the cursor on.
	fn check_queue_has_no_gaps() -> Result<(), TryRuntimeError> {
		let cursor = Cursor::<T>::get();
		let mut listed = 0usize;
		for (day, end) in QueuedFor::<T>::iter() {
			ensure!(day >= cursor.day, "a day before the cursor was not cleared");
			let begin = if day == cursor.day { cursor.number } else { 0 };
			for number in begin..end {
				ensure!(Pending::<T>::contains_key(day, number), "a chunk is missing");
				listed.saturating_inc();
			}
		}
		ensure!(listed == Pending::<T>::iter_keys().count(), "a chunk cannot be reached");
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
		ensure!(
			Sources::<T>::iter_values().all(|known| {
				let credibility = known.standing.credibility();
				credibility > Fixed::ZERO && credibility < Fixed::ONE
			}),
			"a credibility is out of range"
		);
		Ok(())
	}

	/// The batches of a stream follow each other without a gap, up to its end. Only before the first
	/// there may be records without a batch, of the time when there were none.
	fn check_batches() -> Result<(), TryRuntimeError> {
		let block = Self::block();
		let mut listed = 0usize;
		for (provider, Stream { next, batches }) in Streams::<T>::iter() {
			let mut end = None;
			for number in 0..batches {
				let batch = Batches::<T>::get(&provider, number).ok_or("a batch is missing")?;
				ensure!(
					end.is_none_or(|end| end == batch.first),
					"there is a gap between two batches"
				);
				ensure!(
					batch.records > 0 && batch.leaves <= batch.records,
					"a batch has no records, or more leaves than records"
				);
				ensure!(
					(batch.leaves == 0) == batch.root.is_zero(),
					"a batch has leaves and no root, or the other way round"
				);
				ensure!(batch.block <= block, "a batch comes from a block to come");
				end = Some(batch.end());
				listed.saturating_inc();
			}
			ensure!(
				end.is_none_or(|end| end == next),
				"the last batch is not the end of its stream"
			);
		}
		ensure!(listed == Batches::<T>::iter_keys().count(), "a batch belongs to no stream");
		Ok(())
	}

	/// What was raised is in a batch, and was raised to what it can be raised to.
	fn check_raised() -> Result<(), TryRuntimeError> {
		for (provider, sequence, raise) in Raised::<T>::iter() {
			ensure!(
				Self::find_batch(&provider, sequence).is_some(),
				"a record was raised that cannot be proven"
			);
			ensure!(raise.level == Level::Confirmed, "a record was raised to another level");
		}
		Ok(())
	}

	/// Nobody used a quota of a block to come.
	fn check_usage() -> Result<(), TryRuntimeError> {
		let block = Self::block();
		ensure!(
			Used::<T>::iter_values().all(|usage| usage.block <= block),
			"a quota was used in a block to come"
		);
		Ok(())
	}

	/// Rules and schemas are as they were when they were set.
	fn check_rules() -> Result<(), TryRuntimeError> {
		ensure!(Rules::<T>::get().validate().is_ok(), "the rules make no sense");
		for (_, schema) in Schemas::<T>::iter() {
			ensure!(schema.version > 0, "a schema was set that counts as built in");
			ensure!(schema.terms.validate().is_ok(), "a schema makes no sense");
		}
		Ok(())
	}

	/// The clock is not ahead of the block, and the cursor not ahead of the clock.
	fn check_clock() -> Result<(), TryRuntimeError> {
		let now = Self::model_now();
		ensure!(now <= Self::block_time(), "the clock is ahead of the block");
		ensure!(
			Cursor::<T>::get().day <= day(now).saturating_add(1),
			"the cursor is ahead of the clock"
		);
		Ok(())
	}
}
