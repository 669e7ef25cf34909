//! How reports are made, checked, and passed on.

use crate::{
	AuthorityIdOf, Call, Config, EquivocationOffence, EquivocationProofOf, Error, Event,
	OffenderOf, Pallet, proof,
};
use alloc::boxed::Box;
use frame::{deps::sp_runtime::RuntimeAppPublic, prelude::*, traits::KeyOwnerProofSystem};
use sp_session::MembershipProof;
use sp_staking::offence::ReportOffence;

impl<T: Config> Pallet<T> {
	/// For how many validators the check of a key-owner proof is weighed.
	///
	/// One for the session under way makes a trie of all validators there are, whatever it says
	/// itself; and the validators there are are Aura's authorities.
	pub(crate) fn validators_to_weigh(key_owner_proof: &MembershipProof) -> u32 {
		key_owner_proof.validator_count.max(<T as pallet_aura::Config>::MaxAuthorities::get())
	}

	/// Passes on what a report proves.
	pub(crate) fn do_report(
		reporter: Option<T::AccountId>,
		equivocation_proof: &EquivocationProofOf<T>,
		key_owner_proof: MembershipProof,
	) -> Result<(), Error<T>> {
		let offence = Self::check(equivocation_proof, key_owner_proof)?;
		let session = offence.session_index;

		T::Offences::report_offence(reporter.iter().cloned().collect(), offence)
			.map_err(|_| Error::<T>::DuplicateOffenceReport)?;
		Self::deposit_event(Event::EquivocationReported {
			offender: equivocation_proof.offender.clone(),
			slot: equivocation_proof.slot,
			session,
			reporter,
		});
		Ok(())
	}

	/// What a report proves, whether or not it is known.
	fn check(
		equivocation_proof: &EquivocationProofOf<T>,
		key_owner_proof: MembershipProof,
	) -> Result<EquivocationOffence<OffenderOf<T>>, Error<T>> {
		// Before anything is hashed.
		let size = equivocation_proof.encoded_size().saturating_add(key_owner_proof.encoded_size());
		ensure!(size <= T::MaxReportSize::get() as usize, Error::<T>::ReportTooLarge);

		let slot = equivocation_proof.slot;
		let now = pallet_aura::CurrentSlot::<T>::get();
		ensure!(
			u64::from(slot) <= u64::from(now) && proof::is_valid(equivocation_proof),
			Error::<T>::InvalidEquivocationProof
		);

		let session_index = key_owner_proof.session;
		let validator_set_count = key_owner_proof.validator_count;
		let key = (AuthorityIdOf::<T>::ID, equivocation_proof.offender.clone());
		let offender = T::KeyOwnerProofs::check_proof(key, key_owner_proof)
			.ok_or(Error::<T>::InvalidKeyOwnershipProof)?;
		Ok(EquivocationOffence { slot, session_index, validator_set_count, offender })
	}

	/// Lets a report in that nobody signed, if the node made it itself or a block holds it already,
	/// and if it is right: it is free, so nothing else may cost the chain anything.
	pub(crate) fn authorize_report(
		source: TransactionSource,
		equivocation_proof: &EquivocationProofOf<T>,
		key_owner_proof: &MembershipProof,
	) -> TransactionValidityWithRefund {
		match source {
			TransactionSource::Local | TransactionSource::InBlock => {},
			TransactionSource::External => return Err(InvalidTransaction::Call.into()),
		}
		let offence = Self::check(equivocation_proof, key_owner_proof.clone())
			.map_err(|_| InvalidTransaction::BadProof)?;
		ensure!(
			!T::Offences::is_known_offence(&[offence.offender], &offence.slot),
			InvalidTransaction::Stale
		);

		let transaction = ValidTransaction::with_tag_prefix("AuraEquivocation")
			.priority(TransactionPriority::MAX)
			// One report of an author and a slot is enough.
			.and_provides((equivocation_proof.offender.clone(), equivocation_proof.slot))
			.longevity(T::ReportLongevity::get())
			// No other node would take it.
			.propagate(false)
			.build()?;
		Ok((transaction, Weight::zero()))
	}

	/// How many bytes a report has at least room for, if there are as many authorities.
	///
	/// The largest headers of an honest chain are those of the first block of a session with new
	/// authorities: Aura and GRANDPA announce them, each with a key and GRANDPA with a weight.
	pub(crate) fn size_of_report(authorities: u32) -> u32 {
		/// A key and a weight.
		const AUTHORITY: u32 = 40;
		/// All but the authorities, generously: the other fields, the items' heads, and the seal.
		const REST_OF_HEADER: u32 = 512;
		/// Two paths through a trie of a few hundred short entries, generously.
		const KEY_OWNER_PROOF: u32 = 6 * 1_024;

		let header = authorities.saturating_mul(2).saturating_mul(AUTHORITY);
		header.saturating_add(REST_OF_HEADER).saturating_mul(2).saturating_add(KEY_OWNER_PROOF)
	}
}

impl<T: Config + CreateAuthorizedTransaction<Call<T>>> Pallet<T> {
	/// Hands a report to the node's own transaction pool, and says whether that took it.
	///
	/// For a runtime API that the node calls when it sees two blocks of one author for one slot.
	pub fn submit_unsigned_equivocation_report(
		equivocation_proof: EquivocationProofOf<T>,
		key_owner_proof: MembershipProof,
	) -> Option<()> {
		let call = Call::<T>::report_equivocation_unsigned {
			equivocation_proof: Box::new(equivocation_proof),
			key_owner_proof,
		};
		let transaction = T::create_authorized_transaction(call.into());
		SubmitTransaction::<T, Call<T>>::submit_transaction(transaction).ok()
	}
}
