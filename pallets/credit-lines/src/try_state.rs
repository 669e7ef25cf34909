//! What holds between any two blocks. Each check counts again what the state counts on the way.

use super::*;
use alloc::collections::{BTreeMap, BTreeSet};
use frame::deps::sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_lines_could_be_set()?;
		Self::check_covenants_are_kept()?;
		Self::check_books_are_counted()?;
		Self::check_ends_are_queued()
	}

	/// 1. Every line is of somebody else, of another kind than the others of its subject, for a
	///    time that may be; what is closed is owed, and no list is empty.
	fn check_lines_could_be_set() -> Result<(), TryRuntimeError> {
		let latest = Self::now().saturating_add(FIVE_YEARS);
		for (subject, lines) in Lines::<T>::iter() {
			ensure!(!lines.is_empty(), "a list without lines is kept");
			let mut kinds = BTreeSet::new();
			for line in lines {
				ensure!(line.bank != subject, "somebody lends to itself");
				ensure!(!line.terms.limit.is_zero(), "a line is without a limit");
				ensure!(line.terms.until <= latest, "a line holds for too long");
				ensure!(!line.is_over(), "a line of which nothing can come is kept");
				ensure!(kinds.insert((line.bank, line.asset)), "a line is set twice");
			}
		}
		Ok(())
	}

	/// 2. No line may be drawn on whose covenant is broken.
	fn check_covenants_are_kept() -> Result<(), TryRuntimeError> {
		let now = Self::now();
		for (subject, lines) in Lines::<T>::iter() {
			let standing = T::Standings::standing_of(&subject);
			let is_kept = |line: &LineOf<T>| {
				line.state_at(now) != LineState::Open
					|| line.terms.breach(standing.as_ref()).is_none()
			};
			ensure!(lines.iter().all(is_kept), "a line is open although its covenant is broken");
		}
		Ok(())
	}

	/// 3. Every bank's lines are counted, with each enterprise and in all, and are not too many.
	fn check_books_are_counted() -> Result<(), TryRuntimeError> {
		let mut each = BTreeMap::<_, u32>::new();
		let mut sizes = BTreeMap::<_, u32>::new();
		for (subject, lines) in Lines::<T>::iter() {
			for line in lines {
				each.entry((line.bank.clone(), subject.clone())).or_default().saturating_inc();
				sizes.entry(line.bank).or_default().saturating_inc();
			}
		}
		ensure!(each.values().all(|lines| *lines <= T::MaxLinesEach::get()), "too many of a bank");
		ensure!(sizes.values().all(|lines| *lines <= T::MaxBook::get()), "a book is too full");
		let counted = Books::<T>::iter().map(|(bank, subject, lines)| ((bank, subject), lines));
		ensure!(counted.collect::<BTreeMap<_, _>>() == each, "lines of the two are miscounted");
		ensure!(
			BookSizes::<T>::iter().collect::<BTreeMap<_, _>>() == sizes,
			"a book is miscounted"
		);
		Ok(())
	}

	/// 4. Exactly the lines that are not closed stand in the queue, by the days of their ends, none
	///    before the cursor.
	fn check_ends_are_queued() -> Result<(), TryRuntimeError> {
		let mut due = BTreeSet::new();
		for (subject, lines) in Lines::<T>::iter() {
			for line in lines.into_iter().filter(|line| !line.state.is_closed()) {
				let day = day_of(line.terms.until);
				due.insert((day, subject.clone(), line.bank, line.asset));
			}
		}
		let queued = Expiries::<T>::iter_keys()
			.map(|(day, LineKey { subject, bank, asset })| (day, subject, bank, asset))
			.collect::<BTreeSet<_>>();
		ensure!(queued == due, "the queue and the lines differ");
		let cursor = ExpiryCursor::<T>::get();
		let today = day_of(Self::now());
		ensure!(cursor.is_none_or(|day| day <= today), "the cursor is ahead of the day");
		let first = due.first().map(|(day, ..)| *day);
		ensure!(
			first.is_none_or(|first| cursor.is_some_and(|day| day <= first)),
			"a line is out of the cursor's reach"
		);
		Ok(())
	}
}
