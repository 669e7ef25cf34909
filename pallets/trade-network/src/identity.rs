//! Enterprises, and what registrars attest of them.

use super::*;
use crate::party::Party;
use hanse_network_model::{enterprise_added, enterprise_removed};
use hanse_types::Attribute;

impl<T: Config> Pallet<T> {
	/// The state that an enterprise may come to take, whatever it does, besides relationships and
	/// proposals. It is paid for at once, so that no later step fails for want of a deposit.
	pub(crate) fn registration_footprint() -> Footprint {
		let account = T::AccountId::max_encoded_len();
		let id = EnterpriseId::max_encoded_len();
		let accounts = account.saturating_add(id).saturating_mul(T::MaxAccounts::get() as usize);
		let entity = Commitment::max_encoded_len().saturating_add(id);
		let lapse = Day::max_encoded_len().saturating_add(id);
		Footprint::from_parts(
			1,
			EnterpriseOf::<T>::max_encoded_len()
				.saturating_add(Position::max_encoded_len())
				.saturating_add(Recovery::<T::AccountId>::max_encoded_len())
				.saturating_add(account)
				.saturating_add(accounts)
				.saturating_add(entity)
				.saturating_add(lapse),
		)
	}

	/// Refuses details with a country or a sector that does not exist.
	fn ensure_valid(details: &EnterpriseDetails) -> Result<(), Error<T>> {
		details.country.validate().map_err(|_| Error::<T>::UnknownCountry)?;
		details.sector.validate().map_err(|_| Error::<T>::UnknownSector)
	}

	/// Registers an account as an enterprise.
	pub(crate) fn do_register(
		subject: T::AccountId,
		sponsor: Option<T::AccountId>,
		details: EnterpriseDetails,
	) -> DispatchResult {
		Self::ensure_valid(&details)?;
		ensure!(!Accounts::<T>::contains_key(&subject), Error::<T>::AlreadyRegistered);
		let id = NextId::<T>::get();
		let next = id.checked_add(1).ok_or(Error::<T>::TooManyEnterprises)?;
		let payer = sponsor.as_ref().unwrap_or(&subject);
		let ticket = T::RegistrationDeposit::new(payer, Self::registration_footprint())?;

		NextId::<T>::put(next);
		Accounts::<T>::insert(&subject, id);
		let enterprise = Enterprise {
			subject: subject.clone(),
			controller: subject.clone(),
			former: BoundedVec::new(),
			sponsor: sponsor.clone(),
			details,
			entity: None,
			verification: None,
			// Not zero: what the account signed for an enterprise that it closed must stay void.
			endings: LastEnding::<T>::get(),
			ticket,
		};
		Enterprises::<T>::insert(id, enterprise);
		Self::mutate_figures(enterprise_added);
		Self::deposit_event(Event::EnterpriseRegistered { subject, id, sponsor, details });
		Ok(())
	}

	/// Replaces the details of an enterprise.
	pub(crate) fn do_update(mut party: Party<T>, details: EnterpriseDetails) -> DispatchResult {
		Self::ensure_valid(&details)?;
		let today = Self::today();
		let before = party.enterprise.details;
		let level = party.enterprise.level(today);
		let is_new =
			|attribute| before.commitments.get(attribute) != details.commitments.get(attribute);
		let moves_abroad = before.country != details.country;
		if level > VerificationLevel::None {
			let checked = [Attribute::Name, Attribute::RegistrationNumber, Attribute::TaxNumber];
			ensure!(!moves_abroad && !checked.into_iter().any(is_new), Error::<T>::Verified);
		}
		if moves_abroad {
			ensure!(Positions::<T>::get(party.id).degree == 0, Error::<T>::StillRelated);
		}

		let subject = party.subject();
		party.enterprise.details = details;
		Self::deposit_event(Event::EnterpriseUpdated { subject: subject.clone(), before, details });
		// That the number is registered is true still; who was found where is not.
		let lowered = VerificationLevel::Registered;
		if is_new(Attribute::Address)
			&& level > lowered
			&& let Some(verification) = &mut party.enterprise.verification
		{
			verification.level = lowered;
			let event = Event::VerificationLowered { subject, before: level, level: lowered };
			Self::deposit_event(event);
		}
		party.save();
		Ok(())
	}

	/// Removes an enterprise, and returns how many accounts it had.
	pub(crate) fn do_close(party: Party<T>) -> Result<u32, DispatchError> {
		let Party { id, enterprise } = party;
		ensure!(!enterprise.was_verified(), Error::<T>::OnceVerified);
		ensure!(Positions::<T>::get(id).degree == 0, Error::<T>::StillRelated);
		ensure!(OpenProposals::<T>::get(id) == 0, Error::<T>::ProposalsPending);

		let payer = enterprise.payer().clone();
		enterprise.ticket.drop(&payer)?;
		Enterprises::<T>::remove(id);
		Offers::<T>::remove(id);
		Accounts::<T>::remove(&enterprise.controller);
		for account in &enterprise.former {
			Accounts::<T>::remove(account);
		}
		Self::mutate_figures(enterprise_removed);
		Self::deposit_event(Event::EnterpriseClosed { subject: enterprise.subject, id });
		Ok((enterprise.former.len() as u32).saturating_add(1))
	}

	/// Notes what a registrar attests.
	pub(crate) fn do_attest(
		registrar: T::AccountId,
		account: &T::AccountId,
		level: VerificationLevel,
		entity: Commitment,
		until: Day,
	) -> DispatchResult {
		let mut party = Party::<T>::of(account).ok_or(Error::<T>::UnknownEnterprise)?;
		ensure!(level > VerificationLevel::None, Error::<T>::NoLevel);
		let today = Self::today();
		ensure!(until > today, Error::<T>::AttestationExpired);
		let latest = today.saturating_add(T::MaxAttestation::get());
		ensure!(until <= latest, Error::<T>::AttestationTooLong);
		let holder = Entities::<T>::get(entity);
		ensure!(holder.is_none_or(|id| id == party.id), Error::<T>::EntityTaken);
		let known = party.enterprise.entity;
		ensure!(known.is_none_or(|known| known == entity), Error::<T>::EntityMismatch);
		let before = party.enterprise.level(today);
		if let Some(standing) = party.enterprise.standing(today) {
			ensure!(level >= before || standing.registrar == registrar, Error::<T>::NotAttester);
		}

		let verification = Verification { level, registrar: registrar.clone(), until };
		if let Some(old) = party.enterprise.verification.replace(verification) {
			Lapses::<T>::remove(old.until, party.id);
			if old.until < today {
				Self::note_lapse(party.subject(), old);
			}
		}
		party.enterprise.entity = Some(entity);
		party.save();
		Entities::<T>::insert(entity, party.id);
		Lapses::<T>::insert(until, party.id, ());
		if !LapseCursor::<T>::exists() {
			LapseCursor::<T>::put(today);
		}
		let subject = party.enterprise.subject;
		let event = Event::EnterpriseAttested { subject, registrar, before, level, entity, until };
		Self::deposit_event(event);
		Ok(())
	}

	/// Takes an attestation back; `by` is `None` for governance.
	pub(crate) fn do_revoke(by: Option<T::AccountId>, account: &T::AccountId) -> DispatchResult {
		let mut party = Party::<T>::of(account).ok_or(Error::<T>::UnknownEnterprise)?;
		let standing = party.enterprise.standing(Self::today()).ok_or(Error::<T>::NotVerified)?;
		let Verification { level: before, registrar, until } = standing.clone();
		let by_governance = by.is_none();
		ensure!(by.is_none_or(|by| by == registrar), Error::<T>::NotAttester);

		party.enterprise.verification = None;
		party.save();
		Lapses::<T>::remove(until, party.id);
		let subject = party.enterprise.subject;
		let event = Event::AttestationRevoked { subject, before, registrar, by_governance };
		Self::deposit_event(event);
		Ok(())
	}
}
