//! Contradictions: a source tells one matter twice, and anybody can prove it.

use super::*;
use hanse_types::Reference;

impl<T: Config> Pallet<T> {
	/// Takes out what was told twice, and makes its provider pay.
	///
	/// Two different outcomes cannot both be true, and nobody needs to know which one is: both records
	/// go. The same outcome told again counts twice: the later record goes.
	pub(crate) fn do_report_contradiction(
		reporter: T::AccountId,
		first: RecordProofOf<T>,
		second: RecordProofOf<T>,
	) -> DispatchResult {
		let (earlier, later) = if first.applied.sequence < second.applied.sequence {
			(&first.applied, &second.applied)
		} else {
			(&second.applied, &first.applied)
		};
		ensure!(Self::tell_the_same(earlier, later), Error::<T>::NoContradiction);
		ensure!(!Self::is_of_provider(&reporter, earlier), Error::<T>::ReporterInvolved);
		Self::ensure_not_gone(earlier)?;
		Self::ensure_not_gone(later)?;
		Self::check_proof(&first)?;
		Self::check_proof(&second)?;

		let rules = Self::rules();
		let repeated = earlier.record.outcome == later.record.outcome;
		let (slash, refuted) = if repeated {
			Self::remove_record(later, Resolution::Repeated);
			(rules.objection_slash, 1)
		} else {
			Self::remove_record(earlier, Resolution::Contradicted);
			Self::remove_record(later, Resolution::Contradicted);
			(rules.contradiction_slash, 2)
		};
		let AppliedRecord { provider, record, .. } = earlier;
		let (slashed, reward) = Self::slash_bond(
			provider,
			record.indicator.category(),
			slash,
			Some((&reporter, rules.reporter_share)),
		);
		Self::refute(&record.source, refuted);
		Self::deposit_event(Event::ContradictionProven {
			provider: provider.clone(),
			first: earlier.sequence,
			second: later.sequence,
			subject: record.subject.clone(),
			repeated,
			reporter,
			slashed,
			reward,
		});
		Ok(())
	}

	/// Whether two records are what one source said about one matter: by one indicator, and about one
	/// object of business.
	fn tell_the_same(earlier: &AppliedOf<T>, later: &AppliedOf<T>) -> bool {
		let (one, other) = (&earlier.record, &later.record);
		earlier.provider == later.provider
			&& earlier.sequence != later.sequence
			&& one.source == other.source
			&& one.subject == other.subject
			&& one.indicator == other.indicator
			&& one.reference == other.reference
			&& one.reference != Reference::NONE
	}

	/// Whether an account is the provider of a record, one of its sources, or acts for the record's
	/// source: nobody is paid out of its own pocket.
	fn is_of_provider(account: &T::AccountId, applied: &AppliedOf<T>) -> bool {
		let AppliedRecord { provider, record, .. } = applied;
		let party = T::Subjects::subject_of(account);
		party == T::Subjects::subject_of(provider)
			|| party == T::Subjects::subject_of(&record.source)
			|| Sources::<T>::get(account).is_some_and(|source| source.provider == *provider)
	}
}
