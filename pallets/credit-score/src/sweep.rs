//! A slow round over all subjects, so that what changes by time alone, by the network or by another
//! version of the parameters is noticed although nothing is said about them.

use super::*;

impl<T: Config> Pallet<T> {
	/// What it costs the round to look at one subject.
	pub(crate) fn sweep_step(burden: Burden) -> Weight {
		burden
			.weight::<T>(T::WeightInfo::sweep_subject)
			.saturating_add(T::Network::signals_weight())
	}

	/// What it costs to look at one subject at once.
	pub(crate) fn refresh_weight(burden: Burden) -> Weight {
		burden.weight::<T>(T::WeightInfo::refresh).saturating_add(T::Network::signals_weight())
	}

	/// Begins a round with this block, whatever became of the last one.
	pub(crate) fn begin_round(block: BlockNumberFor<T>, era: u32) {
		Sweep::<T>::put(Round::Going { began: block, era, last: None });
	}

	/// Goes on with the round, as far as the meter allows.
	pub(crate) fn sweep(block: BlockNumberFor<T>, meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::sweep_nothing()).is_err() {
			return;
		}
		let round = Sweep::<T>::get();
		if let Round::Resting { until: Some(until) } = &round
			&& block < *until
		{
			return;
		}
		let mut work = Work::<T>::begin();
		let (began, era, mut last) = match round {
			Round::Resting { .. } => (block, work.parameters().era, None),
			Round::Going { began, era, last } => (began, era, last),
		};
		let mut subjects = match &last {
			Some(last) => Subjects::<T>::iter_keys_from(Subjects::<T>::hashed_key_for(last)),
			None => Subjects::<T>::iter_keys(),
		};
		let now = T::Clock::now();
		let step = Self::sweep_step(Burden::MOST);
		let round = loop {
			if !meter.can_consume(step) {
				break Round::Going { began, era, last };
			}
			let Some(subject) = subjects.next() else {
				meter.consume(Self::sweep_step(Burden::default()));
				SweptEra::<T>::put(era);
				let next = began.saturating_add(T::SweepPeriod::get());
				break Round::Resting { until: Some(next) };
			};
			let seen = work.visit(&subject, now);
			meter.consume(Self::sweep_step(seen.map(|(_, burden)| burden).unwrap_or_default()));
			last = Some(subject);
		};
		Sweep::<T>::put(round);
		work.finish();
	}

	/// Looks at a subject at once, and tells whether something was announced, and how much there was to
	/// look at.
	pub(crate) fn do_refresh(account: &T::AccountId) -> Result<(bool, Burden), Error<T>> {
		let subject = T::Enterprises::subject_of(account);
		let mut work = Work::<T>::begin();
		let (changed, burden) =
			work.visit(&subject, T::Clock::now()).ok_or(Error::<T>::UnknownSubject)?;
		work.finish();
		if !changed {
			Self::deposit_event(Event::NothingChanged { subject });
		}
		Ok((changed, burden))
	}
}
