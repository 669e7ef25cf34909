//! What holds between any two blocks. Each check counts again what the state counts on the way.

use super::*;
use alloc::collections::{BTreeMap, BTreeSet};
use frame::deps::sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_grants_could_be_given()?;
		Self::check_grants_are_found_by_what_they_say()?;
		Self::check_grants_are_counted()?;
		Self::check_ends_are_queued()?;
		Self::check_logs()
	}

	/// 1. Every grant has a number that was given, to somebody else, for a time that may be.
	fn check_grants_could_be_given() -> Result<(), TryRuntimeError> {
		let (next, now) = (NextGrant::<T>::get(), Self::now());
		let latest = now.saturating_add(FIVE_YEARS);
		for (id, grant) in Grants::<T>::iter() {
			ensure!(id < next, "a number was not given");
			ensure!(grant.subject != grant.grantee, "somebody granted to itself");
			ensure!(grant.since <= now, "a grant is of a time to come");
			ensure!(grant.since < grant.until, "a grant ended before it was given");
			ensure!(grant.until <= latest, "a grant holds for too long");
		}
		Ok(())
	}

	/// 2. Grants and what they are found by are one to one.
	fn check_grants_are_found_by_what_they_say() -> Result<(), TryRuntimeError> {
		let mut found = BTreeSet::new();
		for (subject, (grantee, category, purpose), id) in Standing::<T>::iter() {
			let grant = Grants::<T>::get(id).ok_or("what is found is no grant")?;
			ensure!(
				(grant.subject, grant.grantee, grant.category, grant.purpose)
					== (subject, grantee, category, purpose),
				"a grant is found by what it does not say"
			);
			ensure!(found.insert(id), "a grant is found twice");
		}
		ensure!(Grants::<T>::iter_keys().all(|id| found.contains(&id)), "a grant is not found");
		Ok(())
	}

	/// 3. Every subject's grants are counted, and are not too many; no file says nothing.
	fn check_grants_are_counted() -> Result<(), TryRuntimeError> {
		let mut grants = BTreeMap::<_, u32>::new();
		for grant in Grants::<T>::iter_values() {
			grants.entry(grant.subject).or_default().saturating_inc();
		}
		for (subject, file) in Files::<T>::iter() {
			ensure!(file != FileOf::<T>::default(), "a file that says nothing is kept");
			let counted = grants.remove(&subject).unwrap_or_default();
			ensure!(file.grants == counted, "grants are miscounted");
			ensure!(counted <= T::MaxGrants::get(), "a subject has too many grants");
		}
		ensure!(grants.is_empty(), "a subject with grants has no file");
		Ok(())
	}

	/// 4. Exactly the grants stand in the queue, by the days of their ends, none before the cursor.
	fn check_ends_are_queued() -> Result<(), TryRuntimeError> {
		let due = Grants::<T>::iter()
			.map(|(id, grant)| (day_of(grant.until), id))
			.collect::<BTreeSet<_>>();
		ensure!(
			Expiries::<T>::iter_keys().collect::<BTreeSet<_>>() == due,
			"the queue and the grants differ"
		);
		let cursor = ExpiryCursor::<T>::get();
		let today = day_of(Self::now());
		ensure!(cursor.is_none_or(|day| day <= today), "the cursor is ahead of the day");
		let first = due.first().map(|(day, _)| *day);
		ensure!(
			first.is_none_or(|first| cursor.is_some_and(|day| day <= first)),
			"a grant is out of the cursor's reach"
		);
		Ok(())
	}

	/// 5. A log has a head and a last block if it has entries, and not otherwise.
	fn check_logs() -> Result<(), TryRuntimeError> {
		let block = frame_system::Pallet::<T>::block_number();
		for LogHead { head, entries, last } in Files::<T>::iter_values().map(|file| file.log) {
			ensure!((entries > 0) == last.is_some(), "a log has entries without a last one");
			ensure!((entries > 0) == (head != H256::zero()), "a log has entries without a head");
			ensure!(last.is_none_or(|last| last <= block), "a log is ahead of the chain");
		}
		Ok(())
	}
}
