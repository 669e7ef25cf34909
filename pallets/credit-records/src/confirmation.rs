//! Others stand for a record: its subject by a signature beforehand, anybody entitled afterwards.

use super::*;
use crate::impls::{authorities, provider_role};
use hanse_credit_model::Level;
use hanse_signatures::{genesis_hash, is_signed};

impl<T: Config> Pallet<T> {
	/// Whether the subject of a record confirmed it.
	pub(crate) fn is_confirmed(
		record: &RecordOf<T>,
		subject: &T::AccountId,
		confirmation: &ConfirmationOf<T>,
	) -> bool {
		let Confirmation { signer, signature, .. } = confirmation;
		T::Subjects::acts_for(signer, subject)
			&& is_signed(signature, signer, &record.payload(&genesis_hash::<T>()))
	}

	/// Raises the level of a record for which somebody else stands now.
	pub(crate) fn do_confirm(who: T::AccountId, proof: RecordProofOf<T>) -> DispatchResult {
		Self::check_proof(&proof)?;
		let applied = proof.applied;
		let AppliedRecord { provider, sequence, record, expires, .. } = &applied;
		let (sequence, expires) = (*sequence, *expires);
		let (old, new) = (record.level, Level::Confirmed);

		ensure!(Self::may_confirm(&who, &applied), Error::<T>::NotConfirmer);
		let highest = Self::schema_of(record.indicator).terms.highest_level;
		let raisable = old == Level::Counterparty
			&& new <= highest
			&& !Raised::<T>::contains_key(provider, sequence);
		ensure!(raisable, Error::<T>::LevelNotRaisable);
		// By both clocks: the model's, in which the record leaves the score, and that of the block,
		// in which its raise is forgotten.
		let now = Self::model_now().max(Self::block_time());
		ensure!(now < expires, Error::<T>::RecordExpired);
		ensure!(!Objections::<T>::contains_key(provider, sequence), Error::<T>::RecordDisputed);
		ensure!(!Decisions::<T>::contains_key(provider, sequence), Error::<T>::RecordDecided);

		let before = Self::recorded(&applied);
		let raise = Self::raise(&applied, new);
		Raised::<T>::insert(provider, sequence, raise);
		Self::file(provider, sequence, expires);
		T::Score::replace(&record.subject, &before, &Self::effective(&applied));
		let provider = applied.provider;
		Self::deposit_event(Event::LevelRaised { provider, sequence, by: who, old, new });
		Ok(())
	}

	/// Whether an account may stand for a record: the subject's, or that of a member with a role for
	/// the category that has no part in the record.
	fn may_confirm(who: &T::AccountId, applied: &AppliedOf<T>) -> bool {
		let AppliedRecord { provider, record, .. } = applied;
		if T::Subjects::acts_for(who, &record.subject) {
			return true;
		}
		let named = T::Subjects::subject_of(who);
		let involved = who == provider
			|| named == record.subject
			|| named == T::Subjects::subject_of(&record.source)
			|| Sources::<T>::get(who).is_some_and(|source| source.provider == *provider);
		let category = record.indicator.category();
		!involved
			&& authorities(category)
				.iter()
				.chain([&provider_role(category)])
				.any(|role| T::Members::has_role(who, *role))
	}
}
