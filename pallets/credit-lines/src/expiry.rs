//! Lines that have ended.

use super::*;

impl<T: Config> Pallet<T> {
	/// What a step of the queue costs at most.
	pub(crate) fn expiry_step() -> Weight {
		T::WeightInfo::expire_line().max(T::WeightInfo::pass_day())
	}

	/// Works off what is due, at the start of a block.
	pub(crate) fn expire_in_hook(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::expire_nothing()).is_err() {
			return;
		}
		Self::expire_due(day_of(Self::now()), meter);
	}

	/// Works off the days before `today`, in order, as far as the meter allows. Every line that
	/// ends on such a day has ended.
	pub(crate) fn expire_due(today: Day, meter: &mut WeightMeter) {
		let Some(begin) = ExpiryCursor::<T>::get() else { return };
		let mut day = begin;
		'days: while day < today {
			let mut due = Expiries::<T>::drain_prefix(day);
			loop {
				// Before it is taken out of the queue, so that none is lost.
				if !meter.can_consume(Self::expiry_step()) {
					break 'days;
				}
				let Some((key, ())) = due.next() else { break };
				meter.consume(T::WeightInfo::expire_line());
				Self::close(&key, Closing::Expired);
			}
			meter.consume(T::WeightInfo::pass_day());
			day.saturating_inc();
		}
		if day != begin {
			ExpiryCursor::<T>::put(day);
		}
	}
}
