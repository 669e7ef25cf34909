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
