//! Settlements: sources are judged by what others said.

use super::{Engine, Finding, Key, Stuck, day, voice};
use crate::Account;
use pallet_credit_records::PendingRecord;

impl Engine {
	/// Settles so many records, those first that are due first.
	///
	/// The chain looks at many at a time, sorted by subject. That comes to the same: what others said does
	/// not depend on what sources are believed, and neither does what one settlement adds on another.
	pub(super) fn settle(
		&mut self,
		settled: u32,
		findings: &mut Vec<Finding>,
	) -> Result<(), Stuck> {
		let now = self.now();
		let today = day(now);
		for _ in 0..settled {
			let (due, record) = self.next_due().ok_or(Stuck::NothingPending)?;
			let PendingRecord { source: account, subject, indicator, outcome } = record;
			if due > today {
				findings.push(Finding::NotDue { account, due, today });
			}
			let (voice, _) = voice(&account);
			let others = self
				.subjects
				.get(&subject)
				.and_then(|subject| subject.others(indicator, voice, now, &self.parameters));
			if let Some(others) = others
				&& let Some(source) = self.sources.get_mut(&account)
			{
				source.standing.settle(outcome, others, &self.parameters);
				self.touched.insert(Key::Source(account));
			}
		}
		Ok(())
	}

	/// Takes the next record out of the queue, with the day on which it is due.
	fn next_due(&mut self) -> Option<(u32, PendingRecord<Account>)> {
		let mut list = self.pending.first_entry()?;
		let due = *list.key();
		let record = list.get_mut().pop_front();
		if list.get().is_empty() {
			list.remove();
		}
		Some((due, record?))
	}
}
