//! The queue of pending records.

use super::*;
use alloc::collections::BTreeMap;
use hanse_credit_model::DAY;

/// The queue's ends, read once and written once however many records pass. It is the only code that
/// touches [`Pending`], [`QueuedFor`], [`Cursor`] and [`PendingCount`].
pub(crate) struct Queue<T: Config> {
	/// The next chunk to be settled.
	cursor: Place,
	/// How many records are pending.
	pending: u32,
	/// How many were settled since the queue was opened.
	settled: u32,
	/// Where the chunk that is being filled goes, and what is in it.
	last: Option<(Place, ChunkOf<T>)>,
}

impl<T: Config> Queue<T> {
	/// Reads where the queue stands.
	pub fn open() -> Self {
		Self {
			cursor: Cursor::<T>::get(),
			pending: PendingCount::<T>::get(),
			settled: 0,
			last: None,
		}
	}

	/// Writes where the queue stands, and announces what was settled.
	pub fn close(mut self) {
		self.end_chunk();
		Cursor::<T>::put(self.cursor);
		PendingCount::<T>::put(self.pending);
		if self.settled > 0 {
			let Self { settled, pending, .. } = self;
			Pallet::<T>::deposit_event(Event::RecordsSettled { settled, pending });
		}
	}

	/// How many more records find room.
	pub fn room(&self) -> u32 {
		T::MaxPending::get().saturating_sub(self.pending)
	}

	/// Queues a record that was submitted at the time `now`, and returns its place. The chunk is
	/// written when it is full, when a record with another day follows, and in the end.
	pub fn push(
		&mut self,
		record: PendingRecord<T::AccountId>,
		now: Moment,
		maturity: Moment,
	) -> Place {
		if self.pending == 0 {
			self.skip_to(day(now));
		}
		self.pending.saturating_inc();
		// At the start of the day after, so that the time is never short. A maturity is a day at
		// least, hence the cursor never stands on the day of a new record.
		let due = day(now.saturating_add(maturity)).saturating_add(1);
		if let Some((place, chunk)) = &mut self.last
			&& place.day == due
			&& chunk.len() < <ChunkSize as Get<u32>>::get() as usize
		{
			// There is room.
			let _ = chunk.try_push(record);
			return *place;
		}
		self.end_chunk();
		let place = Place { day: due, number: QueuedFor::<T>::get(due) };
		self.last = Some((place, BoundedVec::truncate_from(alloc::vec![record])));
		place
	}

	/// Writes the chunk that is being filled.
	fn end_chunk(&mut self) {
		if let Some((Place { day, number }, chunk)) = self.last.take() {
			Pending::<T>::insert(day, number, chunk);
			QueuedFor::<T>::insert(day, number.saturating_add(1));
		}
	}

	/// Passes over the days before this one, when nothing is pending.
	fn skip_to(&mut self, today: u32) {
		if self.cursor.day < today {
			QueuedFor::<T>::remove(self.cursor.day);
			self.cursor = Place { day: today, number: 0 };
		}
	}

	/// Settles what is due at the time `now`, in order, as far as the meter allows. To be called
	/// before records are pushed.
	pub fn settle_due(
		&mut self,
		now: Moment,
		parameters: &Parameters,
		standings: &mut Standings<T>,
		meter: &mut WeightMeter,
	) {
		let today = day(now);
		let step = Pallet::<T>::settlement_weight(1).max(T::WeightInfo::pass_day());
		while self.pending > 0 && self.cursor.day <= today && meter.can_consume(step) {
			let Place { day, number } = self.cursor;
			let Some(mut chunk) = Pending::<T>::take(day, number) else {
				meter.consume(T::WeightInfo::pass_day());
				QueuedFor::<T>::remove(day);
				self.cursor = Place { day: day.saturating_add(1), number: 0 };
				continue;
			};

			let fit = Self::how_many_fit(chunk.len() as u32, meter);
			let due = chunk.drain(..(fit as usize).min(chunk.len())).collect::<Vec<_>>();
			meter.consume(Pallet::<T>::settle(&due, now, parameters, standings));
			self.pending = self.pending.saturating_sub(fit);
			self.settled = self.settled.saturating_add(fit);
			if chunk.is_empty() {
				self.cursor.number = number.saturating_add(1);
			} else {
				Pending::<T>::insert(day, number, chunk);
			}
		}
	}

	/// How many of so many records of a chunk the meter allows to settle in any case, when it allows
	/// one.
	fn how_many_fit(records: u32, meter: &WeightMeter) -> u32 {
		(1..=records)
			.rev()
			.find(|records| meter.can_consume(Pallet::<T>::settlement_weight(*records)))
			.unwrap_or(1)
	}
}

/// The day of a moment, since the UNIX epoch. Days beyond 2³² are one.
pub(crate) fn day(moment: Moment) -> u32 {
	u32::try_from(moment.checked_div(DAY).unwrap_or(0)).unwrap_or(u32::MAX)
}

/// What is known of a source, and whether it was changed.
type Known<AccountId> = (RegisteredSource<AccountId>, bool);

/// What is known of sources, each read once and written once however often it is needed. It is the
/// only code that looks at [`Sources`] while records are settled or submitted.
pub(crate) struct Standings<T: Config> {
	/// `None` for accounts that are no sources.
	known: BTreeMap<T::AccountId, Option<Known<T::AccountId>>>,
}

impl<T: Config> Standings<T> {
	/// Nothing is known yet.
	pub fn new() -> Self {
		Self { known: BTreeMap::new() }
	}

	/// How many sources were looked up.
	pub fn looked_up(&self) -> u32 {
		self.known.len() as u32
	}

	/// What is known of a source.
	pub fn get(&mut self, source: &T::AccountId) -> Option<&RegisteredSource<T::AccountId>> {
		self.entry(source).as_ref().map(|(known, _)| known)
	}

	/// Changes how a source stands, if it is one.
	pub fn judge(&mut self, source: &T::AccountId, change: impl FnOnce(&mut Source)) {
		if let Some((known, changed)) = self.entry(source) {
			change(&mut known.standing);
			*changed = true;
		}
	}

	/// Writes what was changed.
	pub fn save(&mut self) {
		for (source, entry) in &mut self.known {
			if let Some((known, changed)) = entry
				&& core::mem::take(changed)
			{
				Sources::<T>::insert(source, known);
			}
		}
	}

	fn entry(&mut self, source: &T::AccountId) -> &mut Option<Known<T::AccountId>> {
		self.known
			.entry(source.clone())
			.or_insert_with(|| Sources::<T>::get(source).map(|known| (known, false)))
	}
}
