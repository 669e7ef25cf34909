use super::*;
use hanse_credit_model::{Observation, Risk};

impl<T: Config> EvidenceSink<T::AccountId> for Pallet<T> {
	fn observe(
		subject: &T::AccountId,
		source: &T::AccountId,
		observation: Observation,
		now: Moment,
	) -> Risk {
		let parameters = T::Parameters::get();
		Subjects::<T>::mutate(subject, |known| {
			let known = known.get_or_insert_default();
			// The place of a counterparty follows from its account alone.
			let partner = u64::from_le_bytes(source.using_encoded(twox_64));
			let risk = known.state.observe(observation, partner, now, &parameters);
			let report = known.state.report(now, &parameters);
			if report.grade != known.grade {
				Self::deposit_event(Event::GradeChanged {
					subject: subject.clone(),
					old: known.grade,
					new: report.grade,
					score: report.score,
				});
				known.grade = report.grade;
			}
			risk
		})
	}
}
