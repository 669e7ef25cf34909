//! What the view functions tell.

use super::*;

impl<T: Config> Pallet<T> {
	/// What is told of a line; nothing if it is over.
	fn report(subject: &T::AccountId, line: LineOf<T>) -> Option<LineReportOf<T>> {
		let state = Self::state_of(subject, &line);
		let mut available = line.available(state);
		let Line { bank, asset, terms, drawn, .. } = line;
		if state.is_closed() && drawn.is_zero() {
			return None;
		}
		if !Self::may_deal(&bank, subject) {
			available = Zero::zero();
		}
		Some(LineReport { subject: subject.clone(), bank, asset, terms, drawn, available, state })
	}

	/// The lines of an enterprise.
	pub(crate) fn report_lines(account: &T::AccountId) -> Vec<LineReportOf<T>> {
		let subject = T::Subjects::subject_of(account);
		Lines::<T>::get(&subject)
			.into_iter()
			.filter_map(|line| Self::report(&subject, line))
			.collect()
	}

	/// A line.
	pub(crate) fn report_line(
		bank: &T::AccountId,
		account: &T::AccountId,
		asset: SettlementAsset,
	) -> Option<LineReportOf<T>> {
		let subject = T::Subjects::subject_of(account);
		let key = LineKey { subject, bank: bank.clone(), asset };
		Self::report(&key.subject, Self::stored(&key)?)
	}

	/// A page of a bank's book.
	pub(crate) fn report_book(
		bank: &T::AccountId,
		after: Option<T::AccountId>,
	) -> BookPage<T::AccountId, T::Balance> {
		let subjects = match after {
			Some(subject) => {
				let begin = Books::<T>::hashed_key_for(bank, &subject);
				Books::<T>::iter_key_prefix_from(bank, begin)
			},
			None => Books::<T>::iter_key_prefix(bank),
		};
		let subjects = subjects.take(BOOK_PAGE).collect::<Vec<_>>();
		let next = subjects.last().filter(|_| subjects.len() == BOOK_PAGE).cloned();
		let of_bank = |subject: &T::AccountId| {
			Lines::<T>::get(subject)
				.into_iter()
				.filter(|line| line.bank == *bank)
				.filter_map(|line| Self::report(subject, line))
				.collect::<Vec<_>>()
		};
		BookPage { lines: subjects.iter().flat_map(of_bank).collect(), next }
	}
}
