//! What holds between any two blocks.

use super::*;
use alloc::{collections::BTreeSet, vec::Vec};
use frame::deps::sp_runtime::TryRuntimeError;
use hanse_credit_model::Grade;

impl<T: Config> Pallet<T> {
	/// What must always hold, each as a check of its own.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		let parameters = Current::<T>::get();
		Self::check_versions(&parameters)?;
		Self::check_schedule()?;
		for (subject, known) in Subjects::<T>::iter() {
			Self::check_sum_of_parts(&known, &parameters)?;
			Self::check_changes(&subject, &known)?;
		}
		Self::check_history_is_of_subjects()?;
		Self::check_waiting()?;
		Self::check_eras(&parameters)?;
		Self::check_profiles()?;
		Self::check_leaving()
	}

	/// 1. The parameters in force are the last version, and no version is missing or has a future.
	fn check_versions(parameters: &Parameters) -> Result<(), TryRuntimeError> {
		ensure!(parameters.validate().is_ok(), "the parameters in force make no sense");
		let block = frame_system::Pallet::<T>::block_number();
		let mut before: Option<Version<BlockNumberFor<T>>> = None;
		for version in 0..=parameters.version {
			let known = Versions::<T>::get(version).ok_or("a version is missing")?;
			ensure!(known.parameters.version == version, "a version has another number");
			ensure!(known.effective_block <= block, "a version is ahead of the chain");
			if let Some(before) = before {
				ensure!(
					before.effective_block < known.effective_block
						&& before.effective_at <= known.effective_at
						&& before.parameters.era <= known.parameters.era,
					"versions are out of order"
				);
			}
			before = Some(known);
		}
		let last = before.map(|last| last.parameters);
		ensure!(last.as_ref() == Some(parameters), "the last version is not in force");
		let versions = u64::from(parameters.version).saturating_add(1);
		ensure!(
			Versions::<T>::iter_keys().count() as u64 == versions,
			"there is a version that was never in force"
		);
		Ok(())
	}

	/// 2. What is scheduled could be voted for, and its block has not come.
	fn check_schedule() -> Result<(), TryRuntimeError> {
		let Some(Schedule { parameters, effective }) = Scheduled::<T>::get() else { return Ok(()) };
		ensure!(parameters.validate_proposal().is_ok(), "what is scheduled makes no sense");
		ensure!(
			effective > frame_system::Pallet::<T>::block_number(),
			"what is scheduled should be in force"
		);
		Ok(())
	}

	/// 3. The parts add up to the score, now.
	fn check_sum_of_parts(
		known: &KnownOf<T>,
		parameters: &Parameters,
	) -> Result<(), TryRuntimeError> {
		let report = known.state.report(T::Clock::now(), parameters);
		let sum = report.dimensions.iter().fold(0u32, |sum, part| sum.saturating_add(part.points));
		ensure!(
			sum == report.thousandths && report.score <= 1_000,
			"the parts do not add up to the score"
		);
		Ok(())
	}

	/// 4. What was announced last is where the subject stands, its grade is that of its score, and each
	///    change begins where the one before it ended.
	fn check_changes(subject: &T::AccountId, known: &KnownOf<T>) -> Result<(), TryRuntimeError> {
		let history = History::<T>::get(subject);
		let changes = history.iter().chain(&known.waiting).collect::<Vec<_>>();
		if let Some(last) = changes.last() {
			ensure!(last.new == known.announced, "what was announced last is not the last change");
		}
		for change in &changes {
			let version = Versions::<T>::get(change.version).ok_or("a change has no version")?;
			ensure!(
				Grade::of(change.new.score, &version.parameters.grades) == change.new.grade,
				"a grade was announced that the score does not have"
			);
			ensure!(change.block <= Self::block(), "a change is ahead of the chain");
		}
		let follows = changes.iter().zip(changes.iter().skip(1)).all(|(earlier, later)| {
			earlier.new == later.old && earlier.block <= later.block && earlier.at <= later.at
		});
		ensure!(follows, "a change is missing, or out of order");
		Ok(())
	}

	/// 5. Only subjects have a history.
	fn check_history_is_of_subjects() -> Result<(), TryRuntimeError> {
		ensure!(
			History::<T>::iter_keys().all(Subjects::<T>::contains_key),
			"somebody who is unknown has a history"
		);
		Ok(())
	}

	/// 6. Exactly those stand in the queue, once, who were announced and not told.
	fn check_waiting() -> Result<(), TryRuntimeError> {
		let Pages { first, next } = WaitingPages::<T>::get();
		let mut queued = BTreeSet::new();
		for page in first..next {
			let page = Waiting::<T>::get(page);
			ensure!(!page.is_empty(), "a page of the queue is empty");
			for subject in page {
				ensure!(queued.insert(subject), "a subject stands in the queue twice");
			}
		}
		ensure!(
			Waiting::<T>::iter_keys().all(|page| (first..next).contains(&page)),
			"a page of the queue cannot be reached"
		);
		let waiting = Subjects::<T>::iter()
			.filter(|(_, known)| known.waiting.is_some())
			.map(|(subject, _)| subject)
			.collect::<BTreeSet<_>>();
		ensure!(queued == waiting, "the queue and those who wait differ");
		Ok(())
	}

	/// 7. Nobody is further behind than the round says.
	fn check_eras(parameters: &Parameters) -> Result<(), TryRuntimeError> {
		let swept = SweptEra::<T>::get();
		ensure!(swept <= parameters.era, "the round is ahead of the parameters");
		ensure!(
			parameters.era.saturating_sub(swept) <= Parameters::FORMER,
			"a subject may not find its way to the present era"
		);
		if swept == parameters.era {
			ensure!(
				Subjects::<T>::iter_values().all(|known| !known.state.is_behind(parameters)),
				"a subject is behind although the round has passed it"
			);
		}
		Ok(())
	}

	/// 8. All profiles make sense.
	fn check_profiles() -> Result<(), TryRuntimeError> {
		ensure!(
			Profiles::<T>::iter_values().all(|profile| profile.validate().is_ok()),
			"a profile makes no sense"
		);
		Ok(())
	}

	/// 9. The lists of those with evidence that leaves have no gap, from the cursor on.
	fn check_leaving() -> Result<(), TryRuntimeError> {
		let cursor = LeavingCursor::<T>::get();
		let mut listed = 0usize;
		for (half_year, end) in LeavingCount::<T>::iter() {
			ensure!(half_year >= cursor.half_year, "a half-year before the cursor was not cleared");
			let begin = if half_year == cursor.half_year { cursor.number } else { 0 };
			for number in begin..end {
				ensure!(
					Leaving::<T>::contains_key(half_year, number),
					"one with evidence that leaves is missing"
				);
				listed.saturating_inc();
			}
		}
		ensure!(
			Leaving::<T>::iter_keys().count() == listed,
			"one with evidence that leaves cannot be reached"
		);
		Ok(())
	}
}
