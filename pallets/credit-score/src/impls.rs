//! What other pallets may tell and ask.

use super::*;
use alloc::vec::Vec;
use hanse_credit_model::{Indicator, Observation, Opinion};
use hanse_traits::{Looked, Recorded, Report};

/// What others than these sources say, of one who is known, and how much that is.
fn others_of<T: Config>(
	known: Option<&KnownOf<T>>,
	asked: &[(T::AccountId, Indicator)],
	now: Moment,
	parameters: &Parameters,
) -> (Vec<Option<Opinion>>, Extent) {
	let others = |(source, indicator): &(T::AccountId, Indicator)| {
		let voice = Voice::of(mark(source));
		known?.state.others(*indicator, voice, now, parameters)
	};
	let extent = known.map_or(0, |known| known.state.extent());
	(asked.iter().map(others).collect(), extent)
}

impl<T: Config> EvidenceSink<T::AccountId> for Pallet<T> {
	fn observe_each(
		reports: &[(T::AccountId, Vec<Report<T::AccountId>>)],
		fits: &mut dyn FnMut(u32, Extent) -> bool,
	) -> Vec<Looked> {
		let mut work = Work::<T>::begin();
		let looked = reports
			.iter()
			.map_while(|(subject, reports)| work.observe(subject, reports, fits))
			.collect();
		work.finish();
		looked
	}

	fn again_weight() -> Weight {
		// What is known of it stands under one key.
		T::DbWeight::get().reads_writes(1, 1)
	}

	fn retract(subject: &T::AccountId, record: &Recorded<T::AccountId>) {
		let Recorded { id, source, observation, placed } = record;
		let mark = mark(source);
		let mut work = Work::<T>::begin();
		Subjects::<T>::mutate_extant(subject, |known| {
			work.alter(subject, known, (id, Effect::TakenOut), |state, parameters| {
				state.retract(observation, Voice::of(mark), mark, *placed, parameters);
			});
		});
		work.finish();
	}

	fn restore(subject: &T::AccountId, record: &Recorded<T::AccountId>) {
		let Recorded { id, source, observation, placed } = record;
		let mark = mark(source);
		let mut work = Work::<T>::begin();
		Subjects::<T>::mutate(subject, |known| {
			let known = known.get_or_insert_default();
			work.alter(subject, known, (id, Effect::PutBack), |state, parameters| {
				state.restore(observation, Voice::of(mark), mark, *placed, parameters);
			});
		});
		work.finish();
	}

	fn replace(subject: &T::AccountId, record: &Recorded<T::AccountId>, by: &Observation) {
		let Recorded { id, source, observation, placed } = record;
		let mark = mark(source);
		let mut work = Work::<T>::begin();
		Subjects::<T>::mutate_extant(subject, |known| {
			work.alter(subject, known, (id, Effect::Raised), |state, parameters| {
				state.retract(observation, Voice::of(mark), mark, *placed, parameters);
				state.restore(by, Voice::of(mark), mark, *placed, parameters);
			});
		});
		work.finish();
	}

	fn forget(subject: &T::AccountId, tag: u64) {
		Subjects::<T>::mutate_extant(subject, |known| known.state.forget(tag));
	}

	fn others(
		subject: &T::AccountId,
		source: &T::AccountId,
		indicator: Indicator,
		now: Moment,
	) -> Option<Opinion> {
		Self::others_of(subject, &[(source.clone(), indicator)], now).0.pop()?
	}

	fn others_of(
		subject: &T::AccountId,
		asked: &[(T::AccountId, Indicator)],
		now: Moment,
	) -> (Vec<Option<Opinion>>, Extent) {
		let known = Subjects::<T>::get(subject);
		others_of::<T>(known.as_ref(), asked, now, &Current::<T>::get())
	}

	fn others_of_each(
		asked: &[(T::AccountId, Vec<(T::AccountId, Indicator)>)],
		now: Moment,
	) -> Vec<(Vec<Option<Opinion>>, Extent)> {
		let parameters = Current::<T>::get();
		asked
			.iter()
			.map(|(subject, asked)| {
				let known = Subjects::<T>::get(subject);
				others_of::<T>(known.as_ref(), asked, now, &parameters)
			})
			.collect()
	}

	fn following_weight(records: u32, extent: Extent) -> Weight {
		// The first is looked at with its subject. Of many, those that are not remembered are looked at
		// together, as if they were one.
		let further = records.saturating_sub(1).min(RECENT);
		T::WeightInfo::follow_record(extent).saturating_mul(further.into())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn expect_announcement(subject: &T::AccountId) {
		Subjects::<T>::mutate(subject, |known| known.get_or_insert_default().expect_announcement());
		WaitingPages::<T>::kill();
	}
}

impl<T: Config> Standings<T::AccountId> for Pallet<T> {
	fn standing_of(subject: &T::AccountId) -> Option<Standing> {
		Subjects::<T>::get(subject).map(|known| known.told())
	}

	fn newest_of(subject: &T::AccountId) -> Option<Standing> {
		Subjects::<T>::get(subject).map(|known| known.announced)
	}
}
