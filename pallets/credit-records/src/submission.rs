//! Submissions: from what a provider sends to what counts.

use super::*;
use crate::{
	batches::Leaves,
	impls::{authorities, provider_role},
	queue::{Queue, Standings},
};
use alloc::collections::BTreeMap;
use core::marker::PhantomData;
use frame::deps::sp_io::hashing::blake2_128;
use hanse_credit_model::{Level, Observation, Subject, Weighed};
use hanse_traits::{Counted, Extent, Looked, RecordId, Report};
use hanse_types::Reference;

/// A record that may count, weighed.
struct Accepted<'a, T: Config> {
	/// Its place among the new records of the submission.
	place: u16,
	/// The record as it was submitted.
	record: &'a RecordOf<T>,
	/// The account by which its subject is known.
	subject: T::AccountId,
	/// The level at which it counts.
	level: Level,
	/// How much it counts.
	weighed: Weighed,
	/// When it leaves the score if it is adverse.
	expires: Moment,
	/// The time at which it is taken into account.
	now: Moment,
	/// Whether it is about the time before its provider put up its bond.
	imported: bool,
	/// What became of it, or why it does not count in the end.
	counted: Result<Counted, Cause>,
}

impl<T: Config> Accepted<'_, T> {
	/// The record as the score hears of it.
	fn report(&self, provider: &T::AccountId, sequence: u64) -> Report<T::AccountId> {
		let Record { source, indicator, outcome, at, reference, .. } = self.record;
		Report {
			id: RecordId { provider: provider.clone(), sequence },
			source: source.clone(),
			observation: Observation {
				indicator: *indicator,
				outcome: *outcome,
				level: self.level,
				weight: self.weighed.weight,
				mass: self.weighed.mass,
				at: *at,
				expires: self.expires,
			},
			tag: tag(source, *indicator, *reference, provider, sequence),
			now: self.now,
		}
	}

	/// The record as a leaf of its batch, without a copy of it.
	fn leaf<'b>(
		&'b self,
		provider: &'b T::AccountId,
		sequence: u64,
		counted: &Counted,
	) -> AppliedRecord<&'b T::AccountId> {
		let Record { source, indicator, outcome, amount, at, reference, commitment, .. } =
			self.record;
		AppliedRecord {
			provider,
			sequence,
			record: Record {
				source,
				subject: &self.subject,
				indicator: *indicator,
				outcome: *outcome,
				level: self.level,
				amount: *amount,
				at: *at,
				reference: *reference,
				commitment: *commitment,
			},
			weight: self.weighed.weight,
			mass: self.weighed.mass,
			expires: self.expires,
			placed: counted.placed,
			imported: self.imported,
		}
	}

	/// The record as it waits for its settlement.
	fn pending(&self) -> PendingRecord<T::AccountId> {
		PendingRecord {
			source: self.record.source.clone(),
			subject: self.subject.clone(),
			indicator: self.record.indicator,
			outcome: self.record.outcome,
		}
	}

	/// Whether somebody else than the subject says that there was an order.
	fn is_order(&self) -> bool {
		self.record.indicator == Indicator::OrderCompleted && self.level != Level::SelfDeclared
	}
}

/// Looks at the records of one submission. Whatever it needs to know of others it looks up once.
struct Intake<'a, T: Config> {
	provider: &'a T::AccountId,
	signatures: BTreeMap<u16, &'a ConfirmationOf<T>>,
	parameters: &'a Parameters,
	minimum_bond: BalanceOf<T>,
	block_time: Moment,
	importing: bool,
	/// The clock of the model, which moves during an import.
	now: Moment,
	/// By category: since when the provider may submit, or why it may not.
	grants: BTreeMap<u8, Result<Moment, Cause>>,
	/// With whether the provider may report in its own name, once that was asked.
	schemas: BTreeMap<Indicator, (SchemaTerms, Option<bool>)>,
	/// For whom accounts stand.
	subjects: BTreeMap<&'a T::AccountId, T::AccountId>,
	standings: Standings<T>,
}

impl<'a, T: Config> Intake<'a, T> {
	/// Whether a record may count, and how much. `index` is its place in the submission, `place` that
	/// among the new records.
	fn check(
		&mut self,
		record: &'a RecordOf<T>,
		index: u16,
		place: u16,
	) -> Result<Accepted<'a, T>, Cause> {
		let since = self.grant(record.indicator.category())?;
		ensure!(record.outcome.is_valid(), Cause::OutcomeOutOfRange);
		ensure!(record.amount.is_valid(), Cause::AmountOutOfRange);
		ensure!(record.at <= self.block_time, Cause::EventInFuture);
		let standing = match self.standings.get(&record.source) {
			Some(source) if source.provider == *self.provider => source.standing,
			Some(_) => return Err(Cause::SourceOfAnother),
			None => return Err(Cause::UnknownSource),
		};
		let subject = self.subject_of(&record.subject);
		let by_itself = self.subject_of(&record.source) == subject;
		ensure!(by_itself == (record.level == Level::SelfDeclared), Cause::LevelNotOfSource);

		let (schema, _) = self.schema(record.indicator);
		schema.check(record)?;
		let expires = record.at.saturating_add(schema.retention);
		self.check_level(record, index, &subject)?;
		let now = if self.importing { self.now.max(record.at) } else { self.now };
		ensure!(now < expires, Cause::Expired);

		self.now = now;
		let imported = !self.importing && record.at < since;
		let level = if imported { Level::SelfDeclared } else { record.level };
		let weighed = standing.weigh(level, record.amount, self.parameters);
		Ok(Accepted {
			place,
			record,
			subject,
			level,
			weighed,
			expires,
			now,
			imported,
			counted: Err(Cause::TooHeavy),
		})
	}

	/// Whether the level that a record claims is earned.
	fn check_level(
		&mut self,
		record: &RecordOf<T>,
		index: u16,
		subject: &T::AccountId,
	) -> Result<(), Cause> {
		let own = record.source == *self.provider;
		let earned = match record.level {
			Level::SelfDeclared | Level::Counterparty => true,
			Level::Confirmed if own => self.may_report(record.indicator),
			Level::Confirmed => match self.signatures.get(&index) {
				Some(confirmation) => {
					let confirmed = Pallet::<T>::is_confirmed(record, subject, confirmation);
					ensure!(confirmed, Cause::WrongConfirmation);
					true
				},
				None => false,
			},
			Level::Source => {
				own && self.may_report(record.indicator)
					&& authorities(record.indicator.category())
						.iter()
						.any(|role| T::Members::has_role(self.provider, *role))
			},
		};
		ensure!(earned, Cause::LevelNotEarned);
		Ok(())
	}

	/// Since when the provider may submit records of a category.
	fn grant(&mut self, category: Category) -> Result<Moment, Cause> {
		let (provider, minimum) = (self.provider, self.minimum_bond);
		*self
			.grants
			.entry(category as u8)
			.or_insert_with(|| Pallet::<T>::grant(provider, category, minimum))
	}

	fn schema(&mut self, indicator: Indicator) -> &mut (SchemaTerms, Option<bool>) {
		self.schemas
			.entry(indicator)
			.or_insert_with(|| (Pallet::<T>::schema_of(indicator).terms, None))
	}

	/// Whether the provider may report about an indicator in its own name.
	fn may_report(&mut self, indicator: Indicator) -> bool {
		let provider = self.provider;
		let (schema, may) = self.schema(indicator);
		*may.get_or_insert_with(|| {
			schema.reporters.iter().any(|role| T::Members::has_role(provider, role))
		})
	}

	fn subject_of(&mut self, account: &'a T::AccountId) -> T::AccountId {
		self.subjects.entry(account).or_insert_with(|| T::Subjects::subject_of(account)).clone()
	}
}

/// What stands for what a record tells: who says it, about which indicator and business object. Without
/// an object nothing is the same as anything else.
fn tag<AccountId: Encode>(
	source: &AccountId,
	indicator: Indicator,
	reference: Reference,
	provider: &AccountId,
	sequence: u64,
) -> u64 {
	let hash = if reference.is_none() {
		(source, indicator, reference, provider, sequence).using_encoded(blake2_128)
	} else {
		(source, indicator, reference).using_encoded(blake2_128)
	};
	let [tag @ .., _, _, _, _, _, _, _, _] = hash;
	u64::from_le_bytes(tag)
}

/// How much is known of subjects on average, at most: as of one about whom everything is told that can
/// be, by as many as are told apart, with as much adverse evidence on six of these things.
pub(crate) const USUAL_EXTENT: Extent = 512;

/// What there is to do about subjects, as it adds up.
struct OnSubjects<T> {
	/// How many there are.
	count: u32,
	/// How much is known of them, all together.
	extent: Extent,
	/// What it weighs that there are several records about some.
	following: Weight,
	pallet: PhantomData<T>,
}

impl<T> Default for OnSubjects<T> {
	fn default() -> Self {
		Self { count: 0, extent: 0, following: Weight::zero(), pallet: PhantomData }
	}
}

impl<T: Config> OnSubjects<T> {
	/// One more, about whom there are so many records, and of whom so much is known.
	fn add(&mut self, records: u32, extent: Extent) {
		self.count.saturating_inc();
		self.extent = self.extent.saturating_add(extent);
		let following = T::Score::following_weight(records, extent);
		self.following = self.following.saturating_add(following);
	}

	/// The same, with one more.
	fn with(mut self, records: u32, extent: Extent) -> Self {
		self.add(records, extent);
		self
	}

	/// What it weighs.
	fn weight(&self) -> Weight {
		T::WeightInfo::count_subjects(self.count, self.extent).saturating_add(self.following)
	}
}

/// How many different ones there are among accounts.
fn distinct<'a, AccountId: Ord + 'a>(accounts: impl Iterator<Item = &'a AccountId>) -> u32 {
	let mut accounts = accounts.collect::<Vec<_>>();
	accounts.sort_unstable();
	accounts.dedup();
	accounts.len() as u32
}

impl<T: Config> Pallet<T> {
	/// Since when a provider may submit records of a category, or why it may not. What happened
	/// before counts as a self-declaration; it has no beginning where no bond is asked for.
	pub(crate) fn grant(
		provider: &T::AccountId,
		category: Category,
		minimum_bond: BalanceOf<T>,
	) -> Result<Moment, Cause> {
		ensure!(T::Members::has_role(provider, provider_role(category)), Cause::CategoryNotGranted);
		match Bonds::<T>::get(provider, category) {
			Some(bond) if bond.covers(minimum_bond) => Ok(bond.since),
			None if minimum_bond.is_zero() => Ok(0),
			_ => Err(Cause::BondMissing),
		}
	}

	/// By which number a record was told to the score.
	pub(crate) fn tag_of(applied: &AppliedOf<T>) -> u64 {
		let AppliedRecord { provider, sequence, record, .. } = applied;
		tag(&record.source, record.indicator, record.reference, provider, *sequence)
	}

	/// The weight of a submission with all the settlements that its records pay for, at most.
	pub(crate) fn submission_weight(records: &[RecordOf<T>]) -> Weight {
		let mut subjects = records.iter().map(|record| &record.subject).collect::<Vec<_>>();
		subjects.sort_unstable();
		let subjects = subjects.chunk_by(|one, next| one == next);
		let subjects = Self::subjects_allowance(subjects.map(|records| records.len() as u32));
		let sources = distinct(records.iter().map(|record| &record.source));
		let orders =
			records.iter().filter(|record| record.indicator == Indicator::OrderCompleted).count();
		let count = records.len() as u32;
		Self::counting_weight(count, subjects, sources, orders as u64)
			.saturating_add(Self::settlement_allowance(count))
	}

	/// The most that a submission may weigh by its subjects, of each of which it is told how many records
	/// there are about it: as if as much were known of them as of most, and of one all that can be.
	pub(crate) fn subjects_allowance(subjects: impl Iterator<Item = u32>) -> Weight {
		let (mut ordinary, mut most) = (OnSubjects::<T>::default(), 0);
		for records in subjects {
			ordinary.add(records, USUAL_EXTENT);
			most = most.max(records);
		}
		let largest = |extent| OnSubjects::<T>::default().with(most, extent).weight();
		let more = largest(Subject::MAX_EXTENT).saturating_sub(largest(USUAL_EXTENT));
		ordinary.weight().saturating_add(more)
	}

	/// The weight of so many records by so many sources, so many of them about orders, with what their
	/// subjects weigh.
	fn counting_weight(records: u32, subjects: Weight, sources: u32, orders: u64) -> Weight {
		let base = if records == 1 {
			T::WeightInfo::submit_record()
		} else {
			T::WeightInfo::submit_batch(records)
		};
		// One source is in the base.
		base.saturating_add(subjects)
			.saturating_add(T::WeightInfo::count_sources(sources.saturating_sub(1)))
			.saturating_add(T::Activity::note_order_weight().saturating_mul(orders))
	}

	/// Takes the records of a stream that are new, and returns what that weighed.
	pub(crate) fn do_submit(
		provider: T::AccountId,
		first: u64,
		mode: Mode,
		records: &[RecordOf<T>],
		signatures: &[ConfirmationOf<T>],
	) -> Result<Weight, DispatchError> {
		let Stream { next, batches } = Streams::<T>::get(&provider);
		let known = next.checked_sub(first).ok_or(Error::<T>::SequenceGap)?;
		let known = usize::try_from(known).unwrap_or(usize::MAX);
		let fresh = match records.get(known..) {
			Some(fresh) if !fresh.is_empty() => fresh,
			_ => {
				Self::deposit_event(Event::AlreadyRecorded { provider, first, next });
				return Ok(T::WeightInfo::submit_batch(records.len() as u32));
			},
		};

		let importing = Importing::<T>::get();
		let rules = Rules::<T>::get();
		if !importing {
			Self::use_quota(&provider, fresh.len() as u32, rules.quota)?;
		}
		let parameters = T::Parameters::get();
		let now = Self::model_now();
		let mut queue = Queue::<T>::open();
		let mut standings = Standings::new();
		let mut meter = WeightMeter::with_limit(Self::settlement_allowance(fresh.len() as u32));
		queue.settle_due(now, &parameters, &mut standings, &mut meter);

		let mut intake = Intake {
			provider: &provider,
			signatures: signatures.iter().rev().map(|signed| (signed.index, signed)).collect(),
			parameters: &parameters,
			minimum_bond: rules.minimum_bond,
			block_time: Self::block_time(),
			importing,
			now,
			grants: BTreeMap::new(),
			schemas: BTreeMap::new(),
			subjects: BTreeMap::new(),
			standings,
		};
		let (mut accepted, mut refused) =
			Self::take_in(&mut intake, fresh, known, mode, queue.room())?;
		let Intake { now, mut standings, .. } = intake;
		standings.save();
		if importing {
			Clock::<T>::put(now);
		}

		let subjects = Self::count(&provider, next, &mut accepted);
		let (batch, risks, orders) = Self::record(
			&provider,
			next,
			&accepted,
			&mut refused,
			queue,
			parameters.maturity,
			fresh.len() as u16,
		);
		if let (Mode::AllOrNothing, Some(Refusal { index, cause })) = (mode, refused.first()) {
			let index = (known as u16).saturating_add(*index);
			return Err(Error::<T>::RecordRefused { index, cause: *cause }.into());
		}

		Batches::<T>::insert(&provider, batches, batch);
		let stream = Stream { next: batch.end(), batches: batches.saturating_add(1) };
		Streams::<T>::insert(&provider, stream);
		let sources = distinct(accepted.iter().map(|accepted| &accepted.record.source));
		let weight = Self::counting_weight(fresh.len() as u32, subjects, sources, orders);
		refused.sort_by_key(|refusal| refusal.index);
		Self::deposit_event(Event::RecordsApplied {
			provider,
			first: next,
			batch: batches,
			risks: BoundedVec::truncate_from(risks),
			refused: BoundedVec::truncate_from(refused),
			root: batch.root,
		});
		Ok(weight.saturating_add(meter.consumed()))
	}

	/// Looks at all records: which may count, and why the others may not.
	#[allow(clippy::type_complexity, reason = "two lists, or why there are none")]
	fn take_in<'a>(
		intake: &mut Intake<'a, T>,
		fresh: &'a [RecordOf<T>],
		known: usize,
		mode: Mode,
		room: u32,
	) -> Result<(Vec<Accepted<'a, T>>, Vec<Refusal>), Error<T>> {
		let mut accepted = Vec::with_capacity(fresh.len());
		let mut refused = Vec::new();
		for ((record, index), place) in fresh.iter().zip(known..).zip(0u16..) {
			let index = index as u16;
			let checked = intake.check(record, index, place).and_then(|checked| {
				ensure!((accepted.len() as u32) < room, Cause::QueueFull);
				Ok(checked)
			});
			match (checked, mode) {
				(Ok(checked), _) => accepted.push(checked),
				(Err(cause), Mode::AllOrNothing) => {
					return Err(Error::<T>::RecordRefused { index, cause });
				},
				(Err(cause), Mode::EachForItself) => refused.push(Refusal { index: place, cause }),
			}
		}
		Ok((accepted, refused))
	}

	/// Lets records count, all about a subject together, as far as what is known of the subjects is paid
	/// for. Returns what they weigh by that.
	fn count(provider: &T::AccountId, first: u64, accepted: &mut [Accepted<'_, T>]) -> Weight {
		let mut by_subject = BTreeMap::<_, (Vec<_>, Vec<_>)>::new();
		for (at, record) in accepted.iter().enumerate() {
			let sequence = first.saturating_add(record.place.into());
			let report = record.report(provider, sequence);
			let (places, reports) = by_subject.entry(record.subject.clone()).or_default();
			places.push(at);
			reports.push(report);
		}
		let (places, reports): (Vec<_>, Vec<_>) = by_subject
			.into_iter()
			.map(|(subject, (places, reports))| (places, (subject, reports)))
			.unzip();
		let allowance =
			Self::subjects_allowance(reports.iter().map(|(_, reports)| reports.len() as u32));
		let mut begun = OnSubjects::<T>::default();
		let looked = T::Score::observe_each(&reports, &mut |records, extent| {
			begun.add(records, extent);
			begun.weight().all_lte(allowance)
		});

		let (mut weighed, mut again) = (OnSubjects::<T>::default(), 0u64);
		for (places, Looked { counted, extent, again: is_again }) in places.into_iter().zip(looked)
		{
			weighed.add(counted.len() as u32, extent);
			again = again.saturating_add(is_again.into());
			for (at, counted) in places.into_iter().zip(counted) {
				if let Some(record) = accepted.get_mut(at) {
					record.counted = counted.ok_or(Cause::ToldBefore);
				}
			}
		}
		weighed.weight().saturating_sub(T::Score::again_weight().saturating_mul(again))
	}

	/// Makes a batch of the records that count, and queues them. Returns it with their risks and how
	/// many of them are about orders; those that do not count in the end are added to the refused.
	fn record(
		provider: &T::AccountId,
		first: u64,
		accepted: &[Accepted<'_, T>],
		refused: &mut Vec<Refusal>,
		mut queue: Queue<T>,
		maturity: Moment,
		records: u16,
	) -> (Batch, Vec<Risk>, u64) {
		let mut leaves = Leaves::default();
		let mut risks = Vec::with_capacity(accepted.len());
		let (mut due, mut orders) = (Place::default(), 0u64);
		for record in accepted {
			let counted = match record.counted {
				Ok(counted) => counted,
				Err(cause) => {
					refused.push(Refusal { index: record.place, cause });
					continue;
				},
			};
			let sequence = first.saturating_add(record.place.into());
			leaves.push(&record.leaf(provider, sequence, &counted));
			risks.push(counted.risk);
			due = queue.push(record.pending(), record.now, maturity);
			if record.is_order() {
				let Record { source, amount, .. } = record.record;
				T::Activity::note_order(source, &record.subject, amount.0);
				orders.saturating_inc();
			}
		}
		queue.close();
		let (leaves, root) = leaves.store();
		(Batch { first, records, leaves, root, block: Self::block(), due }, risks, orders)
	}
}
