//! Attestations whose last day is over.

use super::*;

impl<T: Config> Pallet<T> {
	/// What a step of the queue costs at most.
	pub(crate) fn lapse_step() -> Weight {
		T::WeightInfo::lapse_verification().max(T::WeightInfo::pass_day())
	}

	/// Works off what is due, at the start of a block.
	pub(crate) fn lapse_in_hook(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::lapse_nothing()).is_err() {
			return;
		}
		Self::lapse_due(Self::today(), meter);
	}

	/// Works off the days before `today`, in order, as far as the meter allows.
	pub(crate) fn lapse_due(today: Day, meter: &mut WeightMeter) {
		let Some(begin) = LapseCursor::<T>::get() else { return };
		let mut day = begin;
		'days: while day < today {
			let mut due = Lapses::<T>::drain_prefix(day);
			loop {
				// Before it is taken out of the queue, so that none is lost.
				if !meter.can_consume(Self::lapse_step()) {
					break 'days;
				}
				let Some((id, ())) = due.next() else { break };
				meter.consume(T::WeightInfo::lapse_verification());
				Self::lapse(id);
			}
			meter.consume(T::WeightInfo::pass_day());
			day.saturating_inc();
		}
		if day != begin {
			LapseCursor::<T>::put(day);
		}
	}

	/// Forgets a verification that is over.
	fn lapse(id: EnterpriseId) {
		let lapsed = Enterprises::<T>::mutate_extant(id, |enterprise| {
			let over = enterprise.verification.take()?;
			Some((enterprise.subject.clone(), over))
		});
		match lapsed {
			Some((subject, over)) => Self::note_lapse(subject, over),
			None => {
				defensive!("who is in the queue is verified");
			},
		}
	}

	/// Tells that a verification is over.
	pub(crate) fn note_lapse(subject: T::AccountId, over: Verification<T::AccountId>) {
		let Verification { level: before, registrar, until } = over;
		Self::deposit_event(Event::VerificationLapsed { subject, before, registrar, until });
	}
}
