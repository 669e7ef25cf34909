//! What clients are told.

use super::*;
use alloc::vec::Vec;
use hanse_credit_model::ScoreReport;

impl<T: Config> Pallet<T> {
	/// What is kept of the enterprise that an account belongs to, and its subject.
	fn known(account: &T::AccountId) -> Option<(T::AccountId, KnownOf<T>)> {
		let subject = T::Enterprises::subject_of(account);
		let known = Subjects::<T>::get(&subject)?;
		Some((subject, known))
	}

	/// The score of a subject now, by any parameters that are of the present era.
	pub(crate) fn report_with(
		account: &T::AccountId,
		parameters: &Parameters,
	) -> Option<ScoreReport> {
		let (_, known) = Self::known(account)?;
		Some(known.state.report(T::Clock::now(), parameters))
	}

	/// The score of a subject now, by the parameters of a former version.
	pub(crate) fn report_under(account: &T::AccountId, version: u32) -> Option<ScoreReport> {
		let former = Versions::<T>::get(version)?.parameters;
		Self::report_with(account, &former.over(&Current::<T>::get()))
	}

	/// The score of a subject as it will be.
	pub(crate) fn report_at(account: &T::AccountId, moment: Moment) -> Option<ScoreReport> {
		let (_, known) = Self::known(account)?;
		Some(known.state.report(moment, &Current::<T>::get()))
	}

	/// A score with everything that it follows from.
	pub(crate) fn explanation_of(account: &T::AccountId) -> Option<ScoreExplanation<T::AccountId>> {
		let (subject, known) = Self::known(account)?;
		let parameters = Current::<T>::get();
		let now = T::Clock::now();
		Some(ScoreExplanation {
			explanation: known.state.explain(now, &parameters),
			announced: known.announced,
			last: Self::changes(&subject, &known).pop(),
			warning: Self::warning_report(&subject, &known, now, &parameters),
			recent: known.recent.into_inner(),
		})
	}

	/// What was announced about a subject lately, the latest at the end.
	pub(crate) fn history_of(account: &T::AccountId) -> Option<Vec<Change<T::AccountId>>> {
		let (subject, known) = Self::known(account)?;
		Some(Self::changes(&subject, &known))
	}

	/// What there is to beware of.
	pub(crate) fn warning_of(account: &T::AccountId) -> Option<WarningReport> {
		let (subject, known) = Self::known(account)?;
		Some(Self::warning_report(&subject, &known, T::Clock::now(), &Current::<T>::get()))
	}

	/// The history with what is not written into it yet.
	fn changes(subject: &T::AccountId, known: &KnownOf<T>) -> Vec<Change<T::AccountId>> {
		History::<T>::get(subject).into_iter().chain(known.waiting.clone()).collect()
	}

	fn warning_report(
		subject: &T::AccountId,
		known: &KnownOf<T>,
		now: Moment,
		parameters: &Parameters,
	) -> WarningReport {
		let mut later = known.state.clone();
		later.advance(now, parameters);
		let report = later.current_report(parameters);
		let announced = known.announced.warning;
		let signals = T::Network::signals(subject);
		WarningReport {
			warning: later.warning(&report, announced, &known.trend, Some(signals), parameters),
			announced,
			signals,
			fall: known.trend.fall(report.computed_at, parameters),
		}
	}
}
