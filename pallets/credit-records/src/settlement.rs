//! Records are judged by what others said.

use super::*;
use crate::queue::{Queue, Standings};
use alloc::collections::BTreeMap;
use hanse_credit_model::Subject;

impl<T: Config> Pallet<T> {
	/// What the settlements cost at most that so many submitted records pay for: two for each, one
	/// that it will need itself and one to catch up.
	pub(crate) fn settlement_allowance(records: u32) -> Weight {
		let chunk = <ChunkSize as Get<u32>>::get();
		let twice = records.saturating_mul(2);
		let (full, rest) = (twice.checked_div(chunk), twice.checked_rem(chunk));
		let full = Self::settlement_weight(chunk).saturating_mul(full.unwrap_or(0).into());
		let rest = match rest {
			Some(rest) if rest > 0 => Self::settlement_weight(rest),
			_ => Weight::zero(),
		};
		full.saturating_add(rest).max(T::WeightInfo::pass_day()).min(T::MaxSettlementWeight::get())
	}

	/// What it weighs at most to settle so many records of a chunk: each of a source of its own and about a
	/// subject of its own, of which all is known that can be kept.
	pub(crate) fn settlement_weight(records: u32) -> Weight {
		let extent = records.saturating_mul(Subject::MAX_EXTENT);
		T::WeightInfo::settle_chunk(records)
			.saturating_add(T::WeightInfo::settle_subjects(records, extent))
			.saturating_add(T::WeightInfo::settle_sources(records))
	}

	/// Judges records by what others said, and returns what it weighed.
	///
	/// A record that was removed meanwhile is judged as well: its source said it.
	pub(crate) fn settle(
		due: &[PendingRecord<T::AccountId>],
		now: Moment,
		parameters: &Parameters,
		standings: &mut Standings<T>,
	) -> Weight {
		let known = standings.looked_up();
		let mut by_subject = BTreeMap::<_, (Vec<_>, Vec<_>)>::new();
		for record in due {
			let (records, asked) = by_subject.entry(record.subject.clone()).or_default();
			records.push(record);
			asked.push((record.source.clone(), record.indicator));
		}
		let (records, asked): (Vec<_>, Vec<_>) = by_subject
			.into_iter()
			.map(|(subject, (records, asked))| (records, (subject, asked)))
			.unzip();
		let mut extent = 0u32;
		for (records, (others, heard)) in
			records.into_iter().zip(T::Score::others_of_each(&asked, now))
		{
			extent = extent.saturating_add(heard);
			for (record, others) in records.into_iter().zip(others) {
				if let Some(others) = others {
					standings.judge(&record.source, |source| {
						source.settle(record.outcome, others, parameters);
					});
				}
			}
		}
		let subjects = asked.len() as u32;
		let sources = standings.looked_up().saturating_sub(known);
		T::WeightInfo::settle_chunk(due.len() as u32)
			.saturating_add(T::WeightInfo::settle_subjects(subjects, extent))
			.saturating_add(T::WeightInfo::settle_sources(sources))
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
