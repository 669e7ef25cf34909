//! What happens to a record after it counted: it is confirmed, contested, withdrawn or contradicted.

use super::{Engine, Finding, Key, Status, Stuck, Told, raised, tag_of, voice};
use crate::Account;
use hanse_credit_model::{Level, Observation};
use pallet_credit_records::{AppliedRecord, Raise, Resolution};

/// A record, by its provider and its number.
type Id = (Account, u64);

impl Engine {
	/// Takes note of a record of which a call proved to the chain that it counted. It is needed for
	/// records that counted before the engine began to look; of the others it is known already.
	pub(super) fn note(&mut self, applied: &AppliedRecord<Account>) -> Option<Finding> {
		let (provider, sequence) = (applied.provider, applied.sequence);
		let told = self
			.told
			.entry((provider, sequence))
			.or_insert_with(|| Told { applied: applied.clone(), status: Status::Counts });
		(told.applied != *applied).then_some(Finding::Leaf { provider, sequence })
	}

	/// Lets a record count as if it had been at this level from the beginning.
	pub(super) fn raise(&mut self, id: Id, level: Level) -> Result<(), Stuck> {
		let applied = self.known(id)?.applied.clone();
		let before = self.parameters.level_weight(applied.record.level);
		let weight = applied.weight.times(self.parameters.level_weight(level)).over(before);
		// What weighed nothing at its level is not known to weigh more.
		let raise = Raise { level, weight: weight.min(applied.mass).max(applied.weight) };
		self.raised.insert(id, raise);
		let before = applied.observation();
		self.retract(&applied, &before);
		self.restore(&applied, &raised(before, Some(&raise)));
		Ok(())
	}

	/// Takes a record out while it is contested.
	pub(super) fn open_objection(&mut self, id: Id) -> Result<(), Stuck> {
		let applied = self.known(id)?.applied.clone();
		self.take_out(&applied);
		self.set(id, Status::Disputed);
		Ok(())
	}

	/// Puts a contested record back, or leaves it out for good.
	pub(super) fn close_objection(&mut self, id: Id, resolution: Resolution) -> Result<(), Stuck> {
		let applied = self.known(id)?.applied.clone();
		if resolution == Resolution::Upheld {
			self.refute(&applied.record.source, 1);
		}
		// A record that expired meanwhile does not come back.
		if !resolution.removes() && applied.expires > self.time {
			let observation = self.effective(&applied);
			self.restore(&applied, &observation);
		}
		self.let_tell_again(&applied, resolution);
		self.set(id, if resolution.removes() { Status::Removed } else { Status::Counts });
		Ok(())
	}

	/// Takes a record out that its provider withdrew.
	pub(super) fn withdraw(&mut self, id: Id) -> Result<(), Stuck> {
		self.remove(id, Resolution::RecordWithdrawn)
	}

	/// Takes out what was told twice, and counts it against its source.
	pub(super) fn contradict(
		&mut self,
		provider: &Account,
		first: u64,
		second: u64,
		repeated: bool,
	) -> Result<(), Stuck> {
		let later = (*provider, second);
		let findings = if repeated {
			self.remove(later, Resolution::Repeated)?;
			1
		} else {
			self.remove((*provider, first), Resolution::Contradicted)?;
			self.remove(later, Resolution::Contradicted)?;
			2
		};
		let source = self.known(later)?.applied.record.source;
		self.refute(&source, findings);
		Ok(())
	}

	/// Takes a record out for good. One that was contested is out already: its contest was closed.
	fn remove(&mut self, id: Id, resolution: Resolution) -> Result<(), Stuck> {
		let Told { applied, status } = self.known(id)?.clone();
		if status == Status::Counts {
			self.take_out(&applied);
			self.let_tell_again(&applied, resolution);
			self.set(id, Status::Removed);
		}
		Ok(())
	}

	/// A record that counted.
	fn known(&self, id: Id) -> Result<&Told, Stuck> {
		let (provider, sequence) = id;
		self.told.get(&id).ok_or(Stuck::UnknownRecord { provider, sequence })
	}

	fn set(&mut self, id: Id, status: Status) {
		if let Some(told) = self.told.get_mut(&id) {
			told.status = status;
		}
	}

	/// How a record counts now, or counted until it was taken out.
	fn effective(&self, applied: &AppliedRecord<Account>) -> Observation {
		let raise = self.raised.get(&(applied.provider, applied.sequence));
		raised(applied.observation(), raise)
	}

	/// Takes out exactly what a record put in.
	fn take_out(&mut self, applied: &AppliedRecord<Account>) {
		let observation = self.effective(applied);
		self.retract(applied, &observation);
	}

	fn retract(&mut self, applied: &AppliedRecord<Account>, observation: &Observation) {
		let (voice, mark) = voice(&applied.record.source);
		self.change(applied.record.subject, |subject, parameters| {
			subject.retract(observation, voice, mark, applied.placed, parameters);
		});
	}

	fn restore(&mut self, applied: &AppliedRecord<Account>, observation: &Observation) {
		let (voice, mark) = voice(&applied.record.source);
		self.change(applied.record.subject, |subject, parameters| {
			subject.restore(observation, voice, mark, applied.placed, parameters);
		});
	}

	/// Forgets that a record was told, if the right one may be told in its place.
	fn let_tell_again(&mut self, applied: &AppliedRecord<Account>, resolution: Resolution) {
		let account = applied.record.subject;
		if resolution.lets_tell_again()
			&& let Some(subject) = self.subjects.get_mut(&account)
		{
			subject.forget(tag_of(applied));
			self.touched.insert(Key::Subject(account));
		}
	}

	/// Counts findings against a source.
	fn refute(&mut self, account: &Account, findings: u8) {
		if let Some(source) = self.sources.get_mut(account) {
			for _ in 0..findings {
				source.standing.refute();
			}
			self.touched.insert(Key::Source(*account));
		}
	}
}
