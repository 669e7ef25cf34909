//! What was shown to whom.

use super::*;

/// The two whom a disclosure is about, as the log knows them.
struct Parties<AccountId> {
	subject: AccountId,
	recipient: AccountId,
}

impl<T: Config> Pallet<T> {
	/// Logs disclosures of a member, if all of them are allowed.
	pub(crate) fn do_log(
		discloser: &T::AccountId,
		disclosures: Vec<DisclosureOf<T>>,
	) -> DispatchResult {
		let at = Self::now();
		let parties = disclosures
			.iter()
			.zip(0u8..)
			.map(|(disclosure, index)| {
				Self::check(discloser, disclosure, at)
					.map_err(|cause| Error::<T>::DisclosureRefused { index, cause })
			})
			.collect::<Result<Vec<_>, _>>()?;
		for (parties, disclosure) in parties.into_iter().zip(disclosures) {
			Self::append(discloser.clone(), parties, disclosure, at);
		}
		Ok(())
	}

	/// Refuses a disclosure that neither the subject nor a law allows.
	fn check(
		discloser: &T::AccountId,
		disclosure: &DisclosureOf<T>,
		at: Moment,
	) -> Result<Parties<T::AccountId>, Cause> {
		ensure!(!disclosure.documents.is_empty(), Cause::NoDocuments);
		let subject = T::Subjects::subject_of(&disclosure.subject);
		let recipient = match disclosure.basis {
			LegalBasis::Law => {
				let recipient = disclosure.recipient.clone();
				ensure!(Self::is_authority(&recipient), Cause::NotAuthority);
				recipient
			},
			LegalBasis::Grant(id) => {
				let grant = Grants::<T>::get(id).ok_or(Cause::UnknownGrant)?;
				ensure!(grant.subject == subject, Cause::OtherSubject);
				ensure!(grant.holds(at), Cause::GrantEnded);
				let recipient = T::Subjects::subject_of(&disclosure.recipient);
				ensure!(grant.grantee == recipient, Cause::OtherGrantee);
				ensure!(grant.category == disclosure.category, Cause::OtherCategory);
				ensure!(grant.purpose == disclosure.purpose, Cause::OtherPurpose);
				recipient
			},
		};
		ensure!(recipient != *discloser, Cause::ToItself);
		Ok(Parties { subject, recipient })
	}

	/// Whether laws let the member ask for evidence.
	fn is_authority(account: &T::AccountId) -> bool {
		[Role::Supervisor, Role::Customs]
			.into_iter()
			.any(|role| T::Members::has_role(account, role))
	}

	/// Adds an entry to the log of its subject.
	fn append(
		discloser: T::AccountId,
		parties: Parties<T::AccountId>,
		disclosure: DisclosureOf<T>,
		at: Moment,
	) {
		let Parties { subject, recipient } = parties;
		let Disclosure { category, purpose, channel, basis, documents, .. } = disclosure;
		let (entry, head) = Self::mutate_file(&subject, |file| {
			let entry = Entry {
				subject: subject.clone(),
				number: file.log.entries,
				previous: file.log.last,
				discloser,
				recipient,
				category,
				purpose,
				channel,
				basis,
				documents,
				at,
			};
			file.log = file.log.with(&entry, frame_system::Pallet::<T>::block_number());
			(entry, file.log.head)
		});
		Self::deposit_event(Event::Disclosed { entry, head });
	}
}
