use super::*;
use frame::deps::sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// What must always hold, each as a check of its own.
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		let parameters = T::Parameters::get();
		for known in Subjects::<T>::iter_values() {
			Self::check_grade(&known, &parameters)?;
			Self::check_sum_of_parts(&known, &parameters)?;
		}
		Self::check_leaving()
	}

	/// The lists of those with evidence that leaves have no gap, from the cursor on.
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

	/// The announced grade is the one that follows from the sums, as of the last record.
	fn check_grade(known: &ScoredSubject, parameters: &Parameters) -> Result<(), TryRuntimeError> {
		// A report never goes back behind the last record.
		ensure!(
			known.state.report(0, parameters).grade == known.grade,
			"a stored grade differs from that of the sums"
		);
		Ok(())
	}

	/// The parts add up to the score, now.
	fn check_sum_of_parts(
		known: &ScoredSubject,
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
}
