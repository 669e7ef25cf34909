//! What banks set, change and take back, and enterprises decline.

use super::*;

impl<T: Config> Pallet<T> {
	/// The time of the block, in seconds since the UNIX epoch.
	pub(crate) fn now() -> Moment {
		T::Time::now().as_secs()
	}

	/// The state that a line takes: itself, in the list of its subject, its place in the queue, and
	/// in the book of the bank.
	pub(crate) fn line_footprint() -> Footprint {
		let account = T::AccountId::max_encoded_len();
		let key = LineKeyOf::<T>::max_encoded_len();
		Footprint::from_parts(
			1,
			LineOf::<T>::max_encoded_len()
				.saturating_add(account)
				.saturating_add(Day::max_encoded_len())
				.saturating_add(key)
				.saturating_add(account.saturating_mul(2))
				.saturating_add(u32::max_encoded_len()),
		)
	}

	/// A line, if it is stored.
	pub(crate) fn stored(key: &LineKeyOf<T>) -> Option<LineOf<T>> {
		Lines::<T>::get(&key.subject).into_iter().find(|line| line.is_of(&key.bank, key.asset))
	}

	/// Refuses an account that may not lend.
	fn ensure_bank(account: &T::AccountId) -> Result<(), Error<T>> {
		ensure!(T::Members::has_role(account, Role::Bank), Error::<T>::NotBank);
		Ok(())
	}

	/// Refuses terms that are none.
	fn ensure_terms(terms: &TermsOf<T>, now: Moment) -> Result<(), Error<T>> {
		ensure!(!terms.limit.is_zero(), Error::<T>::NoLimit);
		ensure!(terms.until > now, Error::<T>::EndNotAhead);
		let latest = now.saturating_add(T::MaxPeriod::get());
		ensure!(terms.until <= latest, Error::<T>::LineTooLong);
		Ok(())
	}

	/// What of the covenant the subject breaks, if anything: by what the pallet was told last, or
	/// by what is announced and it will be told. So a line that is opened is not suspended at once.
	fn breach(subject: &T::AccountId, terms: &TermsOf<T>) -> Option<Suspension> {
		[T::Standings::newest_of(subject), T::Standings::standing_of(subject)]
			.into_iter()
			.find_map(|standing| terms.breach(standing.as_ref()))
	}

	/// Sets a line.
	pub(crate) fn do_set(
		bank: T::AccountId,
		enterprise: &T::AccountId,
		asset: SettlementAsset,
		terms: TermsOf<T>,
	) -> DispatchResult {
		Self::ensure_bank(&bank)?;
		let now = Self::now();
		Self::ensure_terms(&terms, now)?;
		ensure!(T::Assets::exists(asset), Error::<T>::UnknownAsset);
		ensure!(T::Enterprises::is_registered(enterprise), Error::<T>::NotEnterprise);
		let subject = T::Subjects::subject_of(enterprise);
		ensure!(T::Subjects::subject_of(&bank) != subject, Error::<T>::SelfLine);
		ensure!(Self::breach(&subject, &terms).is_none(), Error::<T>::BrokenCovenant);
		let key = LineKey { subject, bank, asset };
		let drawn = match Self::stored(&key) {
			Some(line) => Self::reopen(&key, line, terms, now)?,
			None => {
				Self::open(&key, terms)?;
				Zero::zero()
			},
		};
		Expiries::<T>::insert(day_of(terms.until), &key, ());
		if !ExpiryCursor::<T>::exists() {
			ExpiryCursor::<T>::put(day_of(now));
		}
		let LineKey { subject, bank, asset } = key;
		Self::deposit_event(Event::LineSet { subject, bank, asset, terms, drawn });
		Ok(())
	}

	/// Stores a line, at the expense of the bank.
	fn open(key: &LineKeyOf<T>, terms: TermsOf<T>) -> DispatchResult {
		let LineKey { subject, bank, asset } = key;
		let mut lines = Lines::<T>::get(subject);
		ensure!(!lines.is_full(), Error::<T>::TooManyLines);
		let each = Books::<T>::get(bank, subject);
		ensure!(each < T::MaxLinesEach::get(), Error::<T>::TooManyEach);
		let size = BookSizes::<T>::get(bank);
		ensure!(size < T::MaxBook::get(), Error::<T>::BookFull);
		let ticket = T::LineDeposit::new(bank, Self::line_footprint())?;

		let line = Line {
			bank: bank.clone(),
			asset: *asset,
			terms,
			drawn: Zero::zero(),
			state: LineState::Open,
			ticket,
		};
		lines.try_push(line).map_err(|_| Error::<T>::TooManyLines).defensive()?;
		Lines::<T>::insert(subject, lines);
		Books::<T>::insert(bank, subject, each.saturating_add(1));
		BookSizes::<T>::insert(bank, size.saturating_add(1));
		Ok(())
	}

	/// Opens a line anew that is closed, or has ended; tells what is owed on it.
	fn reopen(
		key: &LineKeyOf<T>,
		line: LineOf<T>,
		terms: TermsOf<T>,
		now: Moment,
	) -> Result<T::Balance, DispatchError> {
		ensure!(line.state_at(now).is_closed(), Error::<T>::AlreadySet);
		let drawn = line.drawn;

		if !line.state.is_closed() {
			// It has ended, and the queue has not come to it.
			Expiries::<T>::remove(day_of(line.terms.until), key);
			Self::tell_closed(key, Closing::Expired, drawn);
		}
		Self::update(key, |line| {
			line.terms = terms;
			line.state = LineState::Open;
		});
		Ok(drawn)
	}

	/// Changes the terms of a line.
	pub(crate) fn do_change(key: LineKeyOf<T>, terms: TermsOf<T>) -> DispatchResult {
		Self::ensure_bank(&key.bank)?;
		let line = Self::stored(&key).ok_or(Error::<T>::UnknownLine)?;
		let now = Self::now();
		let state = line.state_at(now);
		ensure!(!state.is_closed(), Error::<T>::LineClosed);
		Self::ensure_terms(&terms, now)?;
		let before = line.terms;
		ensure!(before != terms, Error::<T>::NothingChanged);
		let breach = match state {
			LineState::Open => Self::breach(&key.subject, &terms),
			LineState::Suspended(_) | LineState::Closed(_) => None,
		};

		if day_of(before.until) != day_of(terms.until) {
			Expiries::<T>::remove(day_of(before.until), &key);
			Expiries::<T>::insert(day_of(terms.until), &key, ());
		}
		Self::update(&key, |line| {
			line.terms = terms;
			line.state = breach.map_or(state, LineState::Suspended);
		});
		let LineKey { subject, bank, asset } = key.clone();
		Self::deposit_event(Event::LineChanged { subject, bank, asset, before, terms });
		if let Some(cause) = breach {
			let LineKey { subject, bank, asset } = key;
			Self::deposit_event(Event::LineSuspended { subject, bank, asset, cause });
		}
		Ok(())
	}

	/// Suspends a line by hand.
	pub(crate) fn do_suspend(key: LineKeyOf<T>) -> DispatchResult {
		Self::ensure_bank(&key.bank)?;
		let line = Self::stored(&key).ok_or(Error::<T>::UnknownLine)?;
		match line.state_at(Self::now()) {
			LineState::Open => (),
			LineState::Suspended(_) => return Err(Error::<T>::AlreadySuspended.into()),
			LineState::Closed(_) => return Err(Error::<T>::LineClosed.into()),
		}

		let cause = Suspension::Bank;
		Self::update(&key, |line| line.state = LineState::Suspended(cause));
		let LineKey { subject, bank, asset } = key;
		Self::deposit_event(Event::LineSuspended { subject, bank, asset, cause });
		Ok(())
	}

	/// Resumes a line.
	pub(crate) fn do_resume(key: LineKeyOf<T>) -> DispatchResult {
		Self::ensure_bank(&key.bank)?;
		let line = Self::stored(&key).ok_or(Error::<T>::UnknownLine)?;
		let cause = match line.state_at(Self::now()) {
			LineState::Suspended(cause) => cause,
			LineState::Open => return Err(Error::<T>::NotSuspended.into()),
			LineState::Closed(_) => return Err(Error::<T>::LineClosed.into()),
		};
		ensure!(Self::breach(&key.subject, &line.terms).is_none(), Error::<T>::BrokenCovenant);

		Self::update(&key, |line| line.state = LineState::Open);
		let LineKey { subject, bank, asset } = key;
		Self::deposit_event(Event::LineResumed { subject, bank, asset, cause });
		Ok(())
	}

	/// Notes what was repaid past the chain.
	pub(crate) fn do_note_repayment(key: &LineKeyOf<T>, amount: T::Balance) -> DispatchResult {
		let line = Self::stored(key).ok_or(Error::<T>::UnknownLine)?;
		ensure!(!amount.is_zero(), Error::<T>::NoAmount);
		ensure!(amount <= line.drawn, Error::<T>::MoreThanDrawn);

		Self::take_repayment(key, amount);
		Ok(())
	}

	/// Counts a repayment of more than zero, and of no more than is owed.
	pub(crate) fn take_repayment(key: &LineKeyOf<T>, amount: T::Balance) {
		let mut drawn = Zero::zero();
		Self::update(key, |line| {
			// Exact, as there is no more of it than is drawn.
			line.drawn = line.drawn.saturating_sub(amount);
			drawn = line.drawn;
		});
		let LineKey { subject, bank, asset } = key.clone();
		Self::deposit_event(Event::LineRepaid { subject, bank, asset, amount, drawn });
	}

	/// Closes a line on somebody's word.
	pub(crate) fn do_close(key: &LineKeyOf<T>, cause: Closing) -> DispatchResult {
		let line = Self::stored(key).ok_or(Error::<T>::UnknownLine)?;
		ensure!(!line.state.is_closed(), Error::<T>::LineClosed);

		Expiries::<T>::remove(day_of(line.terms.until), key);
		// What has ended was not closed by anybody, whether the queue has come to it or not.
		let cause = match line.state_at(Self::now()) {
			LineState::Closed(expired) => expired,
			LineState::Open | LineState::Suspended(_) => cause,
		};
		Self::close(key, cause);
		Ok(())
	}

	/// Whether there is such a line, and the account may decline it.
	pub(crate) fn may_decline(
		account: &T::AccountId,
		bank: &T::AccountId,
		asset: SettlementAsset,
	) -> bool {
		let subject = T::Subjects::subject_of(account);
		T::Subjects::acts_for(account, &subject)
			&& Self::stored(&LineKey { subject, bank: bank.clone(), asset })
				.is_some_and(|line| !line.state.is_closed())
	}

	/// Closes a line that is in the queue no more.
	pub(crate) fn close(key: &LineKeyOf<T>, cause: Closing) {
		let mut drawn = Zero::zero();
		Self::update(key, |line| {
			line.state = LineState::Closed(cause);
			drawn = line.drawn;
		});
		Self::tell_closed(key, cause, drawn);
	}

	fn tell_closed(key: &LineKeyOf<T>, cause: Closing, drawn: T::Balance) {
		let LineKey { subject, bank, asset } = key.clone();
		Self::deposit_event(Event::LineClosed { subject, bank, asset, cause, drawn });
	}

	/// Changes a line that is stored, and removes it if it is over with that.
	pub(crate) fn update(key: &LineKeyOf<T>, change: impl FnOnce(&mut LineOf<T>)) {
		let mut lines = Lines::<T>::get(&key.subject);
		let place = lines.iter().position(|line| line.is_of(&key.bank, key.asset));
		let Some((place, line)) = place.and_then(|at| Some((at, lines.get_mut(at)?))) else {
			defensive!("what is changed is stored");
			return;
		};
		change(line);
		let removed = line.is_over().then(|| lines.remove(place));
		if lines.is_empty() {
			Lines::<T>::remove(&key.subject);
		} else {
			Lines::<T>::insert(&key.subject, lines);
		}
		if let Some(line) = removed {
			Self::leave_book(key, line.ticket);
		}
	}

	/// Takes a line out of the bank's book that is stored no more, and gives the deposit back.
	fn leave_book(key: &LineKeyOf<T>, ticket: T::LineDeposit) {
		let less = |count: &mut Option<u32>| {
			*count = count.and_then(|count| count.checked_sub(1)).filter(|count| *count > 0);
		};
		Books::<T>::mutate_exists(&key.bank, &key.subject, less);
		BookSizes::<T>::mutate_exists(&key.bank, less);
		// Whatever is wrong with a deposit, it must not keep a line alive.
		if ticket.drop(&key.bank).is_err() {
			defensive!("what was held can be released");
		}
	}
}
