//! The queue of pending records.

use super::*;
use hanse_credit_model::DAY;

/// The queue's ends, read once and written once however many records pass. It is the only code that
/// touches [`Pending`], [`QueuedFor`], [`Cursor`] and [`PendingCount`].
pub(crate) struct Queue<T: Config> {
	/// The next place to be settled.
	cursor: Place,
	/// How many records are pending.
	pending: u32,
	/// How many were settled since the queue was opened.
	settled: u32,
	_config: core::marker::PhantomData<T>,
}

impl<T: Config> Queue<T> {
	/// Reads where the queue stands.
	pub fn open() -> Self {
		Self {
			cursor: Cursor::<T>::get(),
			pending: PendingCount::<T>::get(),
			settled: 0,
			_config: core::marker::PhantomData,
		}
	}

	/// Writes where the queue stands, and announces what was settled.
	pub fn close(self) {
		Cursor::<T>::put(self.cursor);
		PendingCount::<T>::put(self.pending);
		if self.settled > 0 {
			let Self { settled, pending, .. } = self;
			Pallet::<T>::deposit_event(Event::RecordsSettled { settled, pending });
		}
	}

	/// Whether another record finds room.
	pub fn is_full(&self) -> bool {
		self.pending >= T::MaxPending::get()
	}

	/// Queues a record that was submitted at the time `now`.
	pub fn push(&mut self, record: PendingRecord<T::AccountId>, now: Moment, maturity: Moment) {
		let today = day(now);
		if self.pending == 0 {
			// Nothing is left between the cursor and today.
			QueuedFor::<T>::remove(self.cursor.day);
			self.cursor = Place { day: today, number: 0 };
		}
		// At the start of the day after, so that the time is never short. A maturity is a day at
		// least, hence the cursor never stands on the day of a new record.
		let due = day(now.saturating_add(maturity)).saturating_add(1);
		QueuedFor::<T>::mutate(due, |number| {
			Pending::<T>::insert(due, *number, record);
			number.saturating_inc();
		});
		self.pending.saturating_inc();
	}

	/// Settles what is due at the time `now`, in order, as far as the meter allows.
	pub fn settle_due(&mut self, now: Moment, parameters: &Parameters, meter: &mut WeightMeter) {
		let today = day(now);
		while self.pending > 0 && self.cursor.day <= today {
			let Place { day, number } = self.cursor;
			if !meter.can_consume(T::WeightInfo::settle_record().max(T::WeightInfo::pass_day())) {
				break;
			}
			match Pending::<T>::take(day, number) {
				Some(record) => {
					meter.consume(T::WeightInfo::settle_record());
					Pallet::<T>::settle(record, now, parameters);
					self.cursor.number = number.saturating_add(1);
					self.pending.saturating_dec();
					self.settled.saturating_inc();
				},
				None => {
					meter.consume(T::WeightInfo::pass_day());
					QueuedFor::<T>::remove(day);
					self.cursor = Place { day: day.saturating_add(1), number: 0 };
				},
			}
		}
	}
}

/// The day of a moment, since the UNIX epoch. Days beyond 2³² are one.
pub(crate) fn day(moment: Moment) -> u32 {
	u32::try_from(moment.checked_div(DAY).unwrap_or(0)).unwrap_or(u32::MAX)
}
