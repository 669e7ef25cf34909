//! Objections: a subject contests what is said about it, on a clock.
//!
//! An objection takes its record out of the score at once and puts it back only if the record proves
//! right. So a record counts exactly if no objection to it is open and no decision removed it.

mod agenda;
#[cfg(any(feature = "try-runtime", test))]
mod checks;

use super::*;
use frame::token::fungible::MutateHold;
use hanse_types::Role;

impl<T: Config> Pallet<T> {
	/// Refuses a record that is gone: removed for good, or expired.
	pub(crate) fn ensure_not_gone(applied: &AppliedOf<T>) -> Result<(), Error<T>> {
		let removed = Decisions::<T>::get(&applied.provider, applied.sequence)
			.is_some_and(|decision| decision.resolution.removes());
		ensure!(!removed, Error::<T>::RecordDecided);
		ensure!(applied.expires > Self::block_time(), Error::<T>::RecordExpired);
		Ok(())
	}

	/// Refuses an objection that the account may not make, or not now, or not to this record.
	fn check_objection(
		account: &T::AccountId,
		proof: &RecordProofOf<T>,
		rules: &RuleSetOf<T>,
	) -> Result<(), Error<T>> {
		let applied = &proof.applied;
		let AppliedRecord { provider, sequence, record: Record { subject, .. }, .. } = applied;
		ensure!(T::Subjects::acts_for(account, subject), Error::<T>::NotSubject);
		ensure!(!Objections::<T>::contains_key(provider, sequence), Error::<T>::RecordDisputed);
		ensure!(!Decisions::<T>::contains_key(provider, sequence), Error::<T>::RecordDecided);
		ensure!(applied.expires > Self::block_time(), Error::<T>::RecordExpired);
		ensure!(
			OpenObjections::<T>::get(subject) < rules.open_objections,
			Error::<T>::TooManyObjections
		);
		// What takes most to check comes last.
		Self::check_proof(proof)?;
		Ok(())
	}

	/// Whether an objection would be taken and costs nothing: no stake, and no fee either. One that
	/// would fail pays its fee, so that nobody fills blocks with those.
	pub(crate) fn may_object_free(origin: &OriginFor<T>, proof: &RecordProofOf<T>) -> bool {
		let Ok(account) = ensure_signed(origin.clone()) else { return false };
		let rules = Self::rules();
		FreeObjectionsUsed::<T>::get(&proof.applied.record.subject) < rules.free_objections
			&& Self::check_objection(&account, proof, &rules).is_ok()
	}

	/// Opens an objection, and takes the record out of the score.
	pub(crate) fn do_object(
		objector: T::AccountId,
		proof: RecordProofOf<T>,
		reason: Reason,
		statement: H256,
	) -> DispatchResult {
		let rules = Self::rules();
		Self::check_objection(&objector, &proof, &rules)?;

		let RecordProof { applied, .. } = proof;
		let provider = applied.provider.clone();
		let subject = applied.record.subject.clone();
		let sequence = applied.sequence;
		let stake = Self::take_stake(&objector, &subject, &rules)?;
		OpenObjections::<T>::mutate(&subject, |open| open.saturating_inc());
		let secured = Self::claim_bond(&provider, applied.record.indicator.category());
		Self::take_out(&applied);

		let deadline = Self::block_time().saturating_add(rules.answer_period);
		let objection = Objection {
			applied,
			objector,
			stake,
			secured,
			reason,
			statement,
			reviewers: rules.reviewers,
			deadline,
			phase: Phase::Opened,
		};
		Objections::<T>::insert(&provider, sequence, objection);
		Self::file(&provider, sequence, deadline);
		Self::deposit_event(Event::ObjectionOpened {
			provider,
			sequence,
			subject,
			reason,
			statement,
			deadline,
			stake,
		});
		Ok(())
	}

	/// Uses up a free objection, or holds the stake.
	fn take_stake(
		objector: &T::AccountId,
		subject: &T::AccountId,
		rules: &RuleSetOf<T>,
	) -> Result<Option<BalanceOf<T>>, DispatchError> {
		let used = FreeObjectionsUsed::<T>::get(subject);
		if used < rules.free_objections {
			FreeObjectionsUsed::<T>::insert(subject, used.saturating_add(1));
			Ok(None)
		} else {
			let stake = rules.objection_bond;
			T::Currency::hold(&HoldReason::Objection.into(), objector, stake)?;
			Ok(Some(stake))
		}
	}

	/// Takes the provider's answer, and leaves the rest to reviewers.
	pub(crate) fn do_answer_objection(
		provider: T::AccountId,
		sequence: u64,
		answer: H256,
	) -> DispatchResult {
		let mut objection = Self::open_objection(&provider, sequence)?;
		ensure!(objection.phase == Phase::Opened, Error::<T>::AlreadyAnswered);
		let now = Self::block_time();
		ensure!(!objection.is_over(now), Error::<T>::DeadlinePassed);

		let deadline = now.saturating_add(Self::rules().review_period);
		objection.phase = Phase::Answered { answer, votes: Default::default() };
		objection.deadline = deadline;
		Objections::<T>::insert(&provider, sequence, objection);
		Self::file(&provider, sequence, deadline);
		Self::deposit_event(Event::ObjectionAnswered { provider, sequence, answer, deadline });
		Ok(())
	}

	/// Takes a record back, objected to or not.
	pub(crate) fn do_withdraw_record(
		provider: T::AccountId,
		proof: RecordProofOf<T>,
	) -> DispatchResult {
		let applied = &proof.applied;
		ensure!(applied.provider == provider, Error::<T>::NotOwnRecord);
		Self::ensure_not_gone(applied)?;
		let under_review = Objections::<T>::get(&provider, applied.sequence)
			.is_some_and(|objection| objection.is_under_review());
		ensure!(!under_review, Error::<T>::ReviewBegun);
		Self::check_proof(&proof)?;

		Self::remove_record(applied, Resolution::RecordWithdrawn);
		Self::deposit_event(Event::RecordWithdrawn {
			provider,
			sequence: applied.sequence,
			subject: applied.record.subject.clone(),
		});
		Ok(())
	}

	/// Takes an objection back.
	pub(crate) fn do_withdraw_objection(
		account: T::AccountId,
		provider: T::AccountId,
		sequence: u64,
	) -> DispatchResult {
		let objection = Self::open_objection(&provider, sequence)?;
		let subject = &objection.applied.record.subject;
		ensure!(T::Subjects::acts_for(&account, subject), Error::<T>::NotSubject);
		ensure!(!objection.is_under_review(), Error::<T>::ReviewBegun);
		ensure!(!objection.is_over(Self::block_time()), Error::<T>::DeadlinePassed);

		Self::conclude(objection, Resolution::ObjectionWithdrawn);
		Ok(())
	}

	/// Takes a reviewer's verdict, and decides when enough of them agree.
	pub(crate) fn do_review(
		reviewer: T::AccountId,
		provider: T::AccountId,
		sequence: u64,
		verdict: Verdict,
	) -> DispatchResult {
		ensure!(T::Members::has_role(&reviewer, Role::Arbitrator), Error::<T>::NotReviewer);
		let mut objection = Self::open_objection(&provider, sequence)?;
		ensure!(!Self::is_involved(&reviewer, &objection.applied), Error::<T>::ReviewerInvolved);
		ensure!(!objection.is_over(Self::block_time()), Error::<T>::DeadlinePassed);
		let Phase::Answered { votes, .. } = &mut objection.phase else {
			return Err(Error::<T>::NotAnswered.into());
		};
		ensure!(!votes.iter().any(|(other, _)| *other == reviewer), Error::<T>::AlreadyReviewed);
		// An odd number of reviewers decides before there are more votes than that.
		let pushed = votes.try_push((reviewer.clone(), verdict));
		pushed.map_err(|_| Error::<T>::AlreadyReviewed)?;

		let decision = objection.decision();
		Self::deposit_event(Event::VerdictGiven {
			provider: provider.clone(),
			sequence,
			reviewer,
			verdict,
		});
		match decision {
			Some(resolution) => {
				if resolution == Resolution::Upheld {
					Self::punish(&objection.applied);
				}
				Self::conclude(objection, resolution);
			},
			None => Objections::<T>::insert(provider, sequence, objection),
		}
		Ok(())
	}

	/// The open objection to a record.
	fn open_objection(provider: &T::AccountId, sequence: u64) -> Result<ObjectionOf<T>, Error<T>> {
		Objections::<T>::get(provider, sequence).ok_or(Error::<T>::NoObjection)
	}

	/// Whether an account has a part in a record: as its provider, its source or its subject, under
	/// whatever account.
	fn is_involved(account: &T::AccountId, applied: &AppliedOf<T>) -> bool {
		let Record { source, subject, .. } = &applied.record;
		let party = T::Subjects::subject_of(account);
		[&applied.provider, source, subject]
			.into_iter()
			.any(|involved| T::Subjects::subject_of(involved) == party)
	}

	/// What a provider and its source lose for a record that reviewers found wrong.
	fn punish(applied: &AppliedOf<T>) {
		let category = applied.record.indicator.category();
		Self::slash_bond(&applied.provider, category, Self::rules().objection_slash, None);
		Self::refute(&applied.record.source, 1);
	}

	/// Counts upheld objections and contradictions against a source.
	pub(crate) fn refute(source: &T::AccountId, times: u8) {
		Sources::<T>::mutate_extant(source, |known| {
			for _ in 0..times {
				known.standing.refute();
			}
		});
	}

	/// Ends an objection whose deadline is over, as the rules say when nothing has happened.
	pub(crate) fn do_close_objection(provider: T::AccountId, sequence: u64) -> DispatchResult {
		let objection = Self::open_objection(&provider, sequence)?;
		ensure!(objection.is_over(Self::block_time()), Error::<T>::DeadlineNotPassed);

		let resolution = objection.default_outcome();
		Self::conclude(objection, resolution);
		Ok(())
	}

	/// Ends an objection: settles what was held for it, and puts the record back if it stays.
	fn conclude(objection: ObjectionOf<T>, resolution: Resolution) {
		let Objection { applied, objector, stake, secured, statement, phase, .. } = objection;
		let AppliedRecord { provider, sequence, expires, .. } = applied.clone();
		let subject = applied.record.subject.clone();
		let now = Self::block_time();
		match stake {
			Some(amount) if resolution == Resolution::Frivolous => {
				Self::forfeit_stake(&objector, &provider, amount);
			},
			Some(amount) => Self::release_stake(&objector, amount),
			// Who was right may object for nothing again.
			None if resolution.removes() => {
				FreeObjectionsUsed::<T>::mutate_exists(&subject, |used| {
					*used = used.and_then(|used| used.checked_sub(1)).filter(|used| *used > 0);
				});
			},
			None => {},
		}
		if secured {
			Self::unclaim_bond(&provider, applied.record.indicator.category());
		}
		// A record that expired meanwhile does not come back.
		if !resolution.removes() && expires > now {
			Self::put_back(&applied);
		}
		OpenObjections::<T>::mutate_exists(&subject, |open| {
			*open = open.and_then(|open| open.checked_sub(1)).filter(|open| *open > 0);
		});

		let answer = match phase {
			Phase::Opened => None,
			Phase::Answered { answer, .. } => Some(answer),
		};
		Self::let_tell_again(&applied, resolution);
		Objections::<T>::remove(&provider, sequence);
		let statement = Some(statement);
		let decision = Decision { resolution, at: now, expires, statement, answer };
		Decisions::<T>::insert(&provider, sequence, decision);
		Self::file(&provider, sequence, expires);
		Self::deposit_event(Event::ObjectionClosed { provider, sequence, subject, resolution });
	}

	/// Takes a proven record that is not gone out for good, objected to or not.
	pub(crate) fn remove_record(applied: &AppliedOf<T>, resolution: Resolution) {
		let AppliedRecord { provider, sequence, expires, .. } = applied;
		let (sequence, expires) = (*sequence, *expires);
		if let Some(objection) = Objections::<T>::get(provider, sequence) {
			Self::conclude(objection, resolution);
			return;
		}
		Self::take_out(applied);
		Self::let_tell_again(applied, resolution);
		let at = Self::block_time();
		let decision = match Decisions::<T>::get(provider, sequence) {
			// What was said in a contest that the record survived remains attached to it.
			Some(before) => Decision { resolution, at, ..before },
			None => {
				Self::file(provider, sequence, expires);
				Decision { resolution, at, expires, statement: None, answer: None }
			},
		};
		Decisions::<T>::insert(provider, sequence, decision);
	}

	/// Takes a record out of the score: exactly what it put in.
	fn take_out(applied: &AppliedOf<T>) {
		T::Score::retract(&applied.record.subject, &Self::recorded(applied));
	}

	/// Forgets that a record was told, if the right one may be told in its place.
	fn let_tell_again(applied: &AppliedOf<T>, resolution: Resolution) {
		if resolution.lets_tell_again() {
			T::Score::forget(&applied.record.subject, Self::tag_of(applied));
		}
	}

	/// Puts a record back into the score, at its place.
	fn put_back(applied: &AppliedOf<T>) {
		T::Score::restore(&applied.record.subject, &Self::recorded(applied));
	}

	/// The open objection to a record, for clients.
	pub(crate) fn objection_status(
		provider: &T::AccountId,
		sequence: u64,
	) -> Option<ObjectionStatus> {
		Objections::<T>::get(provider, sequence).map(|objection| objection.status())
	}

	/// What a subject can still do.
	pub(crate) fn rights_of(account: &T::AccountId) -> ObjectionRights<BalanceOf<T>> {
		let subject = T::Subjects::subject_of(account);
		let rules = Self::rules();
		let open = OpenObjections::<T>::get(&subject);
		let used = FreeObjectionsUsed::<T>::get(&subject);
		ObjectionRights {
			open,
			left: rules.open_objections.saturating_sub(open),
			free: rules.free_objections.saturating_sub(used),
			stake: rules.objection_bond,
		}
	}
}
