//! Records are judged by what others said.

use super::*;
use crate::queue::{Queue, Standings};
use alloc::collections::BTreeMap;

impl<T: Config> Pallet<T> {
	/// What the settlements cost at most that so many submitted records pay for: two for each, one
	/// that it will need itself and one to catch up.
	pub(crate) fn settlement_allowance(records: u32) -> Weight {
		let chunk = <ChunkSize as Get<u32>>::get();
		let twice = records.saturating_mul(2);
		let (full, rest) = (twice.checked_div(chunk), twice.checked_rem(chunk));
		let full = T::WeightInfo::settle_chunk(chunk).saturating_mul(full.unwrap_or(0).into());
		let rest = match rest {
			Some(rest) if rest > 0 => T::WeightInfo::settle_chunk(rest),
			_ => Weight::zero(),
		};
		full.saturating_add(rest).max(T::WeightInfo::pass_day()).min(T::MaxSettlementWeight::get())
	}

	/// Judges records by what others said.
	///
	/// A record that was removed meanwhile is judged as well: its source said it.
	pub(crate) fn settle(
		due: &[PendingRecord<T::AccountId>],
		now: Moment,
		parameters: &Parameters,
		standings: &mut Standings<T>,
	) {
		let mut by_subject = BTreeMap::<_, Vec<_>>::new();
		for record in due {
			by_subject.entry(&record.subject).or_default().push(record);
		}
		for (subject, records) in by_subject {
			let asked = records
				.iter()
				.map(|record| (record.source.clone(), record.indicator))
				.collect::<Vec<_>>();
			let others = T::Score::others_of(subject, &asked, now);
			for (record, others) in records.into_iter().zip(others) {
				if let Some(others) = others {
					standings.judge(&record.source, |source| {
						source.settle(record.outcome, others, parameters);
					});
				}
			}
		}
	}

	/// Settles what is due, at the start of a block.
	pub(crate) fn settle_in_hook(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::settle_nothing()).is_err() {
			return;
		}
		let mut queue = Queue::<T>::open();
		let mut standings = Standings::new();
		queue.settle_due(Self::model_now(), &T::Parameters::get(), &mut standings, meter);
		standings.save();
		queue.close();
	}
}
