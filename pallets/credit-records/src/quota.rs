//! How much a provider may submit in one block, and what of it costs no fee.

use super::*;

impl<T: Config> Pallet<T> {
	/// How many more records a provider may submit in this block. During an import only those of
	/// submissions that failed are counted, and until there are any there is no limit.
	pub(crate) fn left_of_quota(provider: &T::AccountId) -> u32 {
		let used = Used::<T>::get(provider).in_block(Self::block());
		if Importing::<T>::get() && used == 0 {
			return u32::MAX;
		}
		Rules::<T>::get().quota.saturating_sub(used)
	}

	/// Counts records of a submission, or refuses them.
	pub(crate) fn use_quota(
		provider: &T::AccountId,
		records: u32,
		quota: u32,
	) -> Result<(), Error<T>> {
		let block = Self::block();
		Used::<T>::try_mutate(provider, |usage| {
			let records = usage.in_block(block).saturating_add(records);
			ensure!(records <= quota, Error::<T>::QuotaExceeded);
			*usage = Usage { block, records };
			Ok(())
		})
	}

	/// Counts records of a submission that failed, so that failing for nothing has an end; during an
	/// import as well, when failures cost no fee either.
	pub(crate) fn book_on_quota(provider: &T::AccountId, records: u32) {
		let block = Self::block();
		Used::<T>::mutate(provider, |usage| {
			let records = usage.in_block(block).saturating_add(records);
			*usage = Usage { block, records };
		});
	}

	/// How many of so many records, of which the first has this number, the stream does not have yet.
	/// Those after a gap are counted as well.
	pub(crate) fn fresh(provider: &T::AccountId, first: u64, records: usize) -> u32 {
		let next = Streams::<T>::get(provider).next;
		let end = first.saturating_add(records as u64);
		end.saturating_sub(next.max(first)).saturated_into()
	}

	/// Whether a submission costs no fee: it brings something new, within the quota and on bonds.
	pub(crate) fn may_submit_free(
		origin: &OriginFor<T>,
		first: u64,
		records: &[RecordOf<T>],
	) -> bool {
		let Ok(provider) = ensure_signed(origin.clone()) else { return false };
		let fresh = Self::fresh(&provider, first, records.len());
		if fresh == 0 || fresh > Self::left_of_quota(&provider) {
			return false;
		}
		let minimum = Rules::<T>::get().minimum_bond;
		Category::ALL.into_iter().all(|category| {
			!records.iter().any(|record| record.indicator.category() == category)
				|| Self::grant(&provider, category, minimum).is_ok()
		})
	}
}
