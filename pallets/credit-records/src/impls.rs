//! What other pallets may ask, and who may submit what.

use super::*;
use hanse_types::Role;

impl<T: Config> ModelClock for Pallet<T> {
	fn now() -> Moment {
		if Importing::<T>::get() { Clock::<T>::get() } else { Self::block_time() }
	}
}

/// The role that lets a member submit evidence of a category.
pub const fn provider_role(category: Category) -> Role {
	match category {
		Category::Transaction => Role::TransactionProvider,
		Category::Shipping => Role::ShippingProvider,
		Category::Payment => Role::PaymentProvider,
		Category::Behaviour => Role::BehaviourProvider,
		Category::Verification => Role::VerificationProvider,
	}
}

/// The roles that make a member an authority on what it saw itself. About orders and conduct there is
/// none but the chain.
pub(crate) const fn authorities(category: Category) -> &'static [Role] {
	match category {
		Category::Transaction | Category::Behaviour => &[],
		Category::Shipping => &[Role::Carrier],
		Category::Payment => &[Role::Bank],
		Category::Verification => &[Role::Customs, Role::Inspector, Role::Registrar],
	}
}

impl<T: Config> Pallet<T> {
	/// The time of the block.
	pub(crate) fn block_time() -> Moment {
		T::Time::now().as_secs()
	}

	/// The time that the model goes by.
	pub(crate) fn model_now() -> Moment {
		<Self as ModelClock>::now()
	}

	/// The number of the block, as it is stored.
	pub(crate) fn block() -> u32 {
		frame_system::Pallet::<T>::block_number().saturated_into()
	}

	/// Whether an account is that of a member with a provider role.
	pub(crate) fn is_provider(account: &T::AccountId) -> bool {
		Category::ALL
			.into_iter()
			.any(|category| T::Members::has_role(account, provider_role(category)))
	}

	/// The provider behind a signed origin.
	pub(crate) fn ensure_provider(origin: OriginFor<T>) -> Result<T::AccountId, DispatchError> {
		let account = ensure_signed(origin)?;
		ensure!(Self::is_provider(&account), Error::<T>::NotProvider);
		Ok(account)
	}

	/// Makes sources of accounts that are not known yet.
	pub(crate) fn do_register_sources(
		provider: T::AccountId,
		sources: BoundedVec<T::AccountId, T::MaxBatch>,
	) -> DispatchResult {
		let standing = Source::new(&T::Parameters::get());
		let mut registered = 0u32;
		for source in &sources {
			Sources::<T>::try_mutate(source, |entry| match entry {
				Some(known) if known.provider == provider => Ok(()),
				Some(_) => Err(Error::<T>::SourceTaken),
				None => {
					*entry = Some(RegisteredSource { provider: provider.clone(), standing });
					registered.saturating_inc();
					Ok(())
				},
			})?;
		}
		SourceCount::<T>::try_mutate(&provider, |count| {
			*count = count.checked_add(registered).ok_or(Error::<T>::TooManySources)?;
			ensure!(*count <= T::MaxSources::get(), Error::<T>::TooManySources);
			Ok::<_, Error<T>>(())
		})?;

		let known = (sources.len() as u32).saturating_sub(registered);
		let hash = BlakeTwo256::hash_of(&sources);
		Self::deposit_event(Event::SourcesRegistered { provider, registered, known, hash });
		Ok(())
	}

	/// What a runtime must not get wrong.
	pub(crate) fn check_configuration() {
		assert!(T::DefaultRules::get().validate().is_ok(), "the default rules are out of range");
		for indicator in Indicator::ALL {
			assert!(
				schema::built_in(indicator).validate().is_ok(),
				"the schema of {indicator:?} makes no sense"
			);
		}
		assert!(
			(1..=u32::from(u16::MAX)).contains(&T::MaxBatch::get()),
			"a record is named by an index of 16 bits, and a proof has at most 16 steps"
		);
		assert!(T::MaxAgenda::get() > 0, "a page of the agenda must have room for a deadline");
		assert!(
			T::MaxAgendaWeight::get().all_gte(
				T::WeightInfo::agenda_nothing()
					.saturating_add(T::WeightInfo::agenda_page())
					.saturating_add(T::WeightInfo::agenda_entry())
					.saturating_add(T::WeightInfo::agenda_day())
			),
			"the weight for the agenda must suffice for one entry"
		);
		assert!(
			T::MaxSettlementWeight::get().all_gte(
				T::WeightInfo::settle_nothing()
					.saturating_add(Self::settlement_weight(1))
					.saturating_add(T::WeightInfo::pass_day())
			),
			"the weight for settlement must suffice for one record"
		);
	}
}
