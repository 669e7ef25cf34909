use super::*;
use crate::queue::Queue;
use hanse_credit_model::{Category, Level, Observation};
use hanse_types::Role;

impl<T: Config> ModelClock for Pallet<T> {
	fn now() -> Moment {
		if Importing::<T>::get() { Clock::<T>::get() } else { T::Time::now().as_secs() }
	}
}

/// The role that lets a member submit evidence of a category.
const fn provider_role(category: Category) -> Role {
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
const fn authorities(category: Category) -> &'static [Role] {
	match category {
		Category::Transaction | Category::Behaviour => &[],
		Category::Shipping => &[Role::Carrier],
		Category::Payment => &[Role::Bank],
		Category::Verification => &[Role::Customs, Role::Inspector, Role::Registrar],
	}
}

const CATEGORIES: [Category; 5] = [
	Category::Transaction,
	Category::Shipping,
	Category::Payment,
	Category::Behaviour,
	Category::Verification,
];

impl<T: Config> Pallet<T> {
	/// The provider behind a signed origin.
	pub(crate) fn ensure_provider(origin: OriginFor<T>) -> Result<T::AccountId, DispatchError> {
		let account = ensure_signed(origin)?;
		let provides = CATEGORIES
			.into_iter()
			.any(|category| T::Members::has_role(&account, provider_role(category)));
		ensure!(provides, Error::<T>::NotProvider);
		Ok(account)
	}

	/// The weight of a submission with all the settlements that its records pay for, and as if each
	/// record were about an order.
	pub(crate) fn submission_weight(submission: Weight, records: u32) -> Weight {
		let orders = T::Activity::note_order_weight().saturating_mul(records.into());
		submission.saturating_add(Self::settlement_allowance(records)).saturating_add(orders)
	}

	/// Two settlements for each record: one that it will need itself, one to catch up.
	fn settlement_allowance(records: u32) -> Weight {
		let step = T::WeightInfo::settle_record().max(T::WeightInfo::pass_day());
		step.saturating_mul(u64::from(records).saturating_mul(2))
	}

	/// Applies the records of a stream that are new, and returns what settlements and orders
	/// consumed.
	pub(crate) fn do_submit(
		provider: T::AccountId,
		first: u64,
		records: &[Record<T::AccountId>],
	) -> Result<Weight, DispatchError> {
		let next = Streams::<T>::get(&provider);
		let known = next.checked_sub(first).ok_or(Error::<T>::SequenceGap)?;
		let known = usize::try_from(known).unwrap_or(usize::MAX);
		let fresh = match records.get(known..) {
			Some(fresh) if !fresh.is_empty() => fresh,
			_ => {
				Self::deposit_event(Event::AlreadyRecorded { provider, first, next });
				return Ok(Weight::zero());
			},
		};

		let parameters = T::Parameters::get();
		let block_time = T::Time::now().as_secs();
		let importing = Importing::<T>::get();
		let mut now = <Self as ModelClock>::now();
		let mut meter = WeightMeter::with_limit(Self::settlement_allowance(fresh.len() as u32));
		let mut queue = Queue::<T>::open();
		let mut risks = BoundedVec::new();
		let mut orders = 0u64;

		for (record, index) in fresh.iter().zip(known..) {
			let record = &Self::about_subject(record);
			let refused = |cause| Error::<T>::RecordRefused { index: index as u16, cause };
			let standing = Self::check(&provider, record, block_time).map_err(refused)?;
			ensure!(!queue.is_full(), refused(Cause::QueueFull));
			if importing {
				now = now.max(record.at);
			}
			queue.settle_due(now, &parameters, &mut meter);
			// A record of the same source may have been settled just now.
			let standing = Sources::<T>::get(&record.source).map_or(standing, |s| s.standing);
			let risk = Self::apply(record, standing, now, &parameters, &mut queue);
			if record.indicator == Indicator::OrderCompleted && record.level != Level::SelfDeclared
			{
				T::Activity::note_order(&record.source, &record.subject, record.amount.0);
				orders.saturating_inc();
			}
			// There are as many as records, which are bounded alike.
			let _ = risks.try_push(risk);
		}

		queue.close();
		if importing {
			Clock::<T>::put(now);
		}
		Streams::<T>::insert(&provider, next.saturating_add(fresh.len() as u64));
		Self::deposit_event(Event::RecordsApplied { provider, first: next, risks });
		let noted = T::Activity::note_order_weight().saturating_mul(orders);
		Ok(meter.consumed().saturating_add(noted))
	}

	/// The same record, under the account by which its subject is known.
	fn about_subject(record: &Record<T::AccountId>) -> Record<T::AccountId> {
		Record { subject: T::Subjects::subject_of(&record.subject), ..record.clone() }
	}

	/// Whether a record may be taken, and how its source stands.
	fn check(
		provider: &T::AccountId,
		record: &Record<T::AccountId>,
		block_time: Moment,
	) -> Result<Source, Cause> {
		let category = record.indicator.category();
		ensure!(T::Members::has_role(provider, provider_role(category)), Cause::CategoryNotGranted);
		ensure!(record.outcome.is_valid(), Cause::OutcomeOutOfRange);
		ensure!(record.amount.is_valid(), Cause::AmountOutOfRange);
		ensure!(record.at <= block_time, Cause::EventInFuture);

		let source = Sources::<T>::get(&record.source).ok_or(Cause::UnknownSource)?;
		ensure!(source.provider == *provider, Cause::SourceOfAnother);

		let by_itself = T::Subjects::subject_of(&record.source) == record.subject;
		ensure!(by_itself == (record.level == Level::SelfDeclared), Cause::LevelNotOfSource);
		let earned = match record.level {
			Level::SelfDeclared | Level::Counterparty => true,
			Level::Confirmed => record.source == *provider,
			Level::Source => {
				record.source == *provider
					&& authorities(category)
						.iter()
						.any(|role| T::Members::has_role(provider, *role))
			},
		};
		ensure!(earned, Cause::LevelNotEarned);
		Ok(source.standing)
	}

	/// Lets a checked record count, and queues it.
	fn apply(
		record: &Record<T::AccountId>,
		standing: Source,
		now: Moment,
		parameters: &Parameters,
		queue: &mut Queue<T>,
	) -> Risk {
		let Record { source, subject, indicator, outcome, level, amount, at, .. } = record;
		let weighed = standing.weigh(*level, *amount, parameters);
		let half_life = parameters.indicator(*indicator).half_life;

		Consensuses::<T>::mutate((subject, indicator), |all| {
			all.add(*outcome, weighed.weight, *at, now, half_life);
		});
		OwnShares::<T>::mutate((subject, indicator, source), |own| {
			own.said.add(*outcome, weighed.weight, *at, now, half_life);
			own.pending.saturating_inc();
		});
		let observation = Observation {
			indicator: *indicator,
			outcome: *outcome,
			level: *level,
			weight: weighed.weight,
			mass: weighed.mass,
			at: *at,
		};
		let risk = T::Score::observe(subject, source, observation, now);

		let pending = PendingRecord {
			source: source.clone(),
			subject: subject.clone(),
			indicator: *indicator,
			outcome: *outcome,
		};
		queue.push(pending, now, parameters.maturity);
		risk
	}

	/// Judges a record by what others said, and forgets it.
	pub(crate) fn settle(
		record: PendingRecord<T::AccountId>,
		now: Moment,
		parameters: &Parameters,
	) {
		let PendingRecord { source, subject, indicator, outcome } = record;
		let half_life = parameters.indicator(indicator).half_life;
		let all = Consensuses::<T>::get((&subject, indicator));
		let own = OwnShares::<T>::mutate_exists((&subject, indicator, &source), |entry| {
			let own = entry.unwrap_or_default();
			let pending = own.pending.saturating_sub(1);
			*entry = (pending > 0).then_some(OwnShare { pending, ..own });
			own
		});
		if let Some(others) = all.without(&own.said, now, half_life) {
			Sources::<T>::mutate_extant(&source, |known| {
				known.standing.settle(outcome, others, parameters);
			});
		}
	}

	/// Settles what is due, at the start of a block.
	pub(crate) fn settle_in_hook(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::settle_nothing()).is_err() {
			return;
		}
		let mut queue = Queue::<T>::open();
		queue.settle_due(<Self as ModelClock>::now(), &T::Parameters::get(), meter);
		queue.close();
	}
}
