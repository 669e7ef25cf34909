use super::*;
use alloc::vec::Vec;
use hanse_credit_model::{Indicator, Observation, Opinion, Placed, Voice};
use hanse_traits::{Counted, Extent, Report};

/// A number that follows from an account and that its owner cannot choose at will. It tells both the
/// source's voice and its place among counterparties.
fn mark<AccountId: Encode>(source: &AccountId) -> u64 {
	u64::from_le_bytes(source.using_encoded(twox_64))
}

impl<T: Config> Pallet<T> {
	/// Changes what is known of a subject, and announces another grade.
	fn change<R>(subject: &T::AccountId, change: impl FnOnce(&mut Subject, &Parameters) -> R) -> R {
		let parameters = T::Parameters::get();
		Subjects::<T>::mutate(subject, |known| {
			let known = known.get_or_insert_default();
			let result = change(&mut known.state, &parameters);
			Self::announce(subject, known, &parameters);
			result
		})
	}

	/// Announces the grade of a subject if it is another than the last one.
	pub(crate) fn announce(
		subject: &T::AccountId,
		known: &mut ScoredSubject,
		parameters: &Parameters,
	) {
		let report = known.state.current_report(parameters);
		if report.grade != known.grade {
			Self::deposit_event(Event::GradeChanged {
				subject: subject.clone(),
				old: known.grade,
				new: report.grade,
				score: report.score,
			});
			known.grade = report.grade;
		}
	}
}

impl<T: Config> EvidenceSink<T::AccountId> for Pallet<T> {
	fn observe(
		subject: &T::AccountId,
		reports: &[Report<T::AccountId>],
	) -> (Vec<Option<Counted>>, Extent) {
		Self::change(subject, |state, parameters| {
			let mut observe = |report: &Report<T::AccountId>| {
				if !state.tell(report.tag) {
					return None;
				}
				let mark = mark(&report.source);
				let observed = state.observe(
					report.observation,
					Voice::of(mark),
					mark,
					report.now,
					parameters,
				);
				if let Some(half_year) = observed.leaves {
					Self::note_leaving(half_year, subject);
				}
				Some(Counted { risk: observed.risk, placed: observed.placed })
			};
			let counted = reports.iter().map(&mut observe).collect();
			(counted, state.extent())
		})
	}

	fn retract(
		subject: &T::AccountId,
		source: &T::AccountId,
		observation: &Observation,
		placed: Placed,
	) {
		let mark = mark(source);
		Self::change(subject, |state, parameters| {
			state.retract(observation, Voice::of(mark), mark, placed, parameters);
		});
	}

	fn restore(
		subject: &T::AccountId,
		source: &T::AccountId,
		observation: &Observation,
		placed: Placed,
	) {
		let mark = mark(source);
		Self::change(subject, |state, parameters| {
			state.restore(observation, Voice::of(mark), mark, placed, parameters);
		});
	}

	fn forget(subject: &T::AccountId, tag: u64) {
		Subjects::<T>::mutate_extant(subject, |known| known.state.forget(tag));
	}

	fn others(
		subject: &T::AccountId,
		source: &T::AccountId,
		indicator: Indicator,
		now: Moment,
	) -> Option<Opinion> {
		let voice = Voice::of(mark(source));
		Subjects::<T>::get(subject)?.state.others(indicator, voice, now, &T::Parameters::get())
	}

	fn others_of(
		subject: &T::AccountId,
		asked: &[(T::AccountId, Indicator)],
		now: Moment,
	) -> (Vec<Option<Opinion>>, Extent) {
		let known = Subjects::<T>::get(subject);
		let parameters = T::Parameters::get();
		let others = |(source, indicator): &(T::AccountId, Indicator)| {
			let voice = Voice::of(mark(source));
			known.as_ref()?.state.others(*indicator, voice, now, &parameters)
		};
		let extent = known.as_ref().map_or(0, |known| known.state.extent());
		(asked.iter().map(others).collect(), extent)
	}
}
