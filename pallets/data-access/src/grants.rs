//! What subjects grant, change and take back.

use super::*;

impl<T: Config> Pallet<T> {
	/// The time of the block, in seconds since the UNIX epoch.
	pub(crate) fn now() -> Moment {
		T::Time::now().as_secs()
	}

	/// The state that a grant takes: itself, where it is found by what it says, and its place in the
	/// queue.
	pub(crate) fn grant_footprint() -> Footprint {
		let id = GrantId::max_encoded_len();
		let standing = <(T::AccountId, (T::AccountId, Category, Purpose))>::max_encoded_len();
		Footprint::from_parts(
			1,
			GrantOf::<T>::max_encoded_len()
				.saturating_add(id)
				.saturating_add(standing)
				.saturating_add(id)
				.saturating_add(Day::max_encoded_len())
				.saturating_add(id),
		)
	}

	/// Refuses an account that does not act for the subject now.
	fn ensure_acts_for(account: &T::AccountId, subject: &T::AccountId) -> Result<(), Error<T>> {
		let belongs = T::Subjects::subject_of(account) == *subject;
		ensure!(belongs, Error::<T>::NotSubject);
		ensure!(T::Subjects::acts_for(account, subject), Error::<T>::NotController);
		Ok(())
	}

	/// Whether the account may put an end to a grant of, or to, the party: any that belongs to it, or
	/// did when the grant was given. More may shut a door than open it: who has lost a key can still
	/// shut what a thief opens with it.
	fn may_end(account: &T::AccountId, party: &T::AccountId) -> bool {
		account == party || T::Subjects::subject_of(account) == *party
	}

	/// Whether there is such a grant, and the account may take it back.
	pub(crate) fn may_revoke(account: &T::AccountId, id: GrantId) -> bool {
		Grants::<T>::get(id).is_some_and(|grant| Self::may_end(account, &grant.subject))
	}

	/// Changes what is kept of a subject. What says nothing is not kept.
	pub(crate) fn mutate_file<R>(
		subject: &T::AccountId,
		change: impl FnOnce(&mut FileOf<T>) -> R,
	) -> R {
		let mut file = Files::<T>::get(subject);
		let result = change(&mut file);
		if file == FileOf::<T>::default() {
			Files::<T>::remove(subject);
		} else {
			Files::<T>::insert(subject, file);
		}
		result
	}

	/// Refuses an end that is not ahead, or too far.
	fn ensure_period(until: Moment, now: Moment) -> Result<(), Error<T>> {
		ensure!(until > now, Error::<T>::EndNotAhead);
		let latest = now.saturating_add(T::MaxPeriod::get());
		ensure!(until <= latest, Error::<T>::GrantTooLong);
		Ok(())
	}

	/// Lets an account of a subject grant, at the expense of the payer.
	pub(crate) fn do_grant(
		account: T::AccountId,
		payer: T::AccountId,
		terms: Terms<T::AccountId>,
	) -> DispatchResult {
		let Terms { grantee, category, purpose, until, keys } = terms;
		let now = Self::now();
		Self::ensure_period(until, now)?;
		let subject = T::Subjects::subject_of(&account);
		Self::ensure_acts_for(&account, &subject)?;
		let grantee = T::Subjects::subject_of(&grantee);
		ensure!(grantee != subject, Error::<T>::SelfGrant);
		let kind = (grantee.clone(), category, purpose);
		// One that has ended makes room for the new one, whether the queue has come to it or not.
		let ended = match Standing::<T>::get(&subject, &kind) {
			Some(id) => {
				let grant = Grants::<T>::get(id).ok_or(Error::<T>::UnknownGrant).defensive()?;
				ensure!(!grant.holds(now), Error::<T>::AlreadyGranted);
				Some((id, grant))
			},
			None => None,
		};
		let most = T::MaxGrants::get().saturating_add(u32::from(ended.is_some()));
		ensure!(Files::<T>::get(&subject).grants < most, Error::<T>::TooManyGrants);
		let id = NextGrant::<T>::get();
		let next = id.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let ticket = T::GrantDeposit::new(&payer, Self::grant_footprint())?;

		if let Some((id, grant)) = ended {
			Expiries::<T>::remove(day_of(grant.until), id);
			Self::remove_ended(id, grant);
		}
		NextGrant::<T>::put(next);
		Standing::<T>::insert(&subject, &kind, id);
		Expiries::<T>::insert(day_of(until), id, ());
		if !ExpiryCursor::<T>::exists() {
			ExpiryCursor::<T>::put(day_of(now));
		}
		Self::mutate_file(&subject, |file| file.grants.saturating_inc());
		let grant = Grant {
			subject: subject.clone(),
			grantee: grantee.clone(),
			category,
			purpose,
			since: now,
			until,
			keys,
			payer: payer.clone(),
			ticket,
		};
		Grants::<T>::insert(id, grant);
		Self::deposit_event(Event::AccessGranted {
			subject,
			id,
			account,
			grantee,
			category,
			purpose,
			until,
			keys,
			payer,
		});
		Ok(())
	}

	/// Changes the end and the keys of a grant.
	pub(crate) fn do_change(
		account: T::AccountId,
		id: GrantId,
		until: Moment,
		keys: Option<H256>,
	) -> DispatchResult {
		let mut grant = Grants::<T>::get(id).ok_or(Error::<T>::UnknownGrant)?;
		Self::ensure_acts_for(&account, &grant.subject)?;
		let now = Self::now();
		ensure!(grant.holds(now), Error::<T>::GrantEnded);
		Self::ensure_period(until, now)?;
		let (until_before, keys_before) = (grant.until, grant.keys);
		ensure!((until_before, keys_before) != (until, keys), Error::<T>::NothingChanged);

		if day_of(until_before) != day_of(until) {
			Expiries::<T>::remove(day_of(until_before), id);
			Expiries::<T>::insert(day_of(until), id, ());
		}
		grant.until = until;
		grant.keys = keys;
		Grants::<T>::insert(id, &grant);
		let subject = grant.subject;
		Self::mutate_file(&subject, |file| file.changes.saturating_inc());
		Self::deposit_event(Event::GrantChanged {
			subject,
			id,
			account,
			until_before,
			until,
			keys_before,
			keys,
		});
		Ok(())
	}

	/// Takes a grant back.
	pub(crate) fn do_revoke(account: T::AccountId, id: GrantId) -> DispatchResult {
		let grant = Grants::<T>::get(id).ok_or(Error::<T>::UnknownGrant)?;
		ensure!(Self::may_end(&account, &grant.subject), Error::<T>::NotSubject);

		Self::end_early(id, grant, |subject, grantee| Event::GrantRevoked {
			subject,
			id,
			account,
			grantee,
		});
		Ok(())
	}

	/// Gives a grant up.
	pub(crate) fn do_renounce(account: &T::AccountId, id: GrantId) -> DispatchResult {
		let grant = Grants::<T>::get(id).ok_or(Error::<T>::UnknownGrant)?;
		ensure!(Self::may_end(account, &grant.grantee), Error::<T>::NotGrantee);

		Self::end_early(id, grant, |subject, grantee| Event::GrantRenounced {
			subject,
			id,
			grantee,
		});
		Ok(())
	}

	/// Removes a grant before the queue comes to it. If it holds, permissions that were signed before
	/// are void, and the event tells why it ended.
	fn end_early(
		id: GrantId,
		grant: GrantOf<T>,
		event: impl FnOnce(T::AccountId, T::AccountId) -> Event<T>,
	) {
		Expiries::<T>::remove(day_of(grant.until), id);
		if !grant.holds(Self::now()) {
			return Self::remove_ended(id, grant);
		}
		let (subject, grantee) = (grant.subject.clone(), grant.grantee.clone());
		Self::mutate_file(&subject, |file| file.changes.saturating_inc());
		Self::remove(id, grant);
		Self::deposit_event(event(subject, grantee));
	}

	/// Removes a grant that has ended and is in the queue no more.
	pub(crate) fn remove_ended(id: GrantId, grant: GrantOf<T>) {
		let (subject, grantee, until) = (grant.subject.clone(), grant.grantee.clone(), grant.until);
		Self::remove(id, grant);
		Self::deposit_event(Event::GrantExpired { subject, id, grantee, until });
	}

	/// Removes a grant that is in the queue no more.
	fn remove(id: GrantId, grant: GrantOf<T>) {
		let Grant { subject, grantee, category, purpose, payer, ticket, .. } = grant;
		Grants::<T>::remove(id);
		Standing::<T>::remove(&subject, (grantee, category, purpose));
		Self::mutate_file(&subject, |file| file.grants.saturating_dec());
		// Whatever is wrong with a deposit, it must not keep a grant alive.
		if ticket.drop(&payer).is_err() {
			defensive!("what was held can be released");
		}
	}

	/// The grants of a subject that hold.
	pub(crate) fn report_grants(account: &T::AccountId) -> Vec<GrantReport<T::AccountId>> {
		let subject = T::Subjects::subject_of(account);
		let mut reports = Standing::<T>::iter_prefix_values(subject)
			.filter_map(Self::report_grant)
			.collect::<Vec<_>>();
		reports.sort_unstable_by_key(|report| report.id);
		reports
	}

	/// A grant, if it holds.
	pub(crate) fn report_grant(id: GrantId) -> Option<GrantReport<T::AccountId>> {
		let grant = Grants::<T>::get(id)?;
		grant.holds(Self::now()).then(|| GrantReport::new(id, grant))
	}

	/// The grant by which a party may have evidence about a subject, if it holds.
	pub(crate) fn standing_grant(
		grantee: &T::AccountId,
		subject: &T::AccountId,
		category: Category,
		purpose: Purpose,
	) -> Option<GrantId> {
		let grantee = T::Subjects::subject_of(grantee);
		let subject = T::Subjects::subject_of(subject);
		let id = Standing::<T>::get(subject, (grantee, category, purpose))?;
		Grants::<T>::get(id)?.holds(Self::now()).then_some(id)
	}
}
