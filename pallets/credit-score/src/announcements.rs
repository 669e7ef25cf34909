//! What a change of a subject's standing is, and whom it is told to.
//!
//! A record's call announces at once and only notes the subject; the history is written, and those who
//! act on standings are told, at the start of the next block. So a batch about thousands of subjects
//! costs no more for each of them than looking at it.

use super::*;
use alloc::vec::Vec;
use hanse_credit_model::{NetworkSignals, ScoreReport};
use hanse_traits::{Looked, Report};

/// A piece of work on subjects. What holds for all of them is looked up once, and who was announced on
/// the way is noted once, in the end.
pub(crate) struct Work<T: Config> {
	parameters: Parameters,
	/// Those who were announced and do not stand in the queue yet.
	announced: Vec<T::AccountId>,
}

impl<T: Config> Work<T> {
	/// Looks up what holds for everybody.
	pub fn begin() -> Self {
		Self { parameters: Current::<T>::get(), announced: Vec::new() }
	}

	/// The parameters in force.
	pub const fn parameters(&self) -> &Parameters {
		&self.parameters
	}

	/// Puts those who were announced at the end of the queue.
	pub fn finish(self) {
		if self.announced.is_empty() {
			return;
		}
		let Pages { first, mut next } = WaitingPages::<T>::get();
		// The last page may have room.
		let mut page = PageOf::<T>::default();
		if let Some(last) = next.checked_sub(1).filter(|last| *last >= first) {
			next = last;
			page = Waiting::<T>::get(last);
		}
		for subject in self.announced {
			if page.is_full() {
				Waiting::<T>::insert(next, core::mem::take(&mut page));
				next = next.saturating_add(1);
			}
			// There is room now.
			let _ = page.try_push(subject);
		}
		Waiting::<T>::insert(next, page);
		WaitingPages::<T>::put(Pages { first, next: next.saturating_add(1) });
	}

	/// Lets reports about one subject count if they fit, and announces where it stands then.
	pub fn observe(
		&mut self,
		subject: &T::AccountId,
		reports: &[Report<T::AccountId>],
		fits: &mut dyn FnMut(u32, Extent) -> bool,
	) -> Option<Looked> {
		if reports.is_empty() {
			return Some(Looked::default());
		}
		let mut known = Subjects::<T>::get(subject).unwrap_or_default();
		let count = reports.len() as u32;
		if !fits(count, known.state.extent_after(count)) {
			return None;
		}
		let block = Pallet::<T>::block();
		let again = core::mem::replace(&mut known.block, block) == block;
		let counted = self.put_all_in(subject, &mut known, reports);
		let extent = known.state.extent();
		Subjects::<T>::insert(subject, known);
		Some(Looked { counted, extent, again })
	}

	/// Lets reports about one subject count, and announces where it stands then.
	fn put_all_in(
		&mut self,
		subject: &T::AccountId,
		known: &mut KnownOf<T>,
		reports: &[Report<T::AccountId>],
	) -> Vec<Option<Counted>> {
		// By how much each record moved the score is looked at only where it will be remembered.
		let unseen = reports.len().saturating_sub(RECENT as usize);
		let mut counted = Vec::with_capacity(reports.len());
		let (mut latest, mut most) = (None, None);
		// The reports before those that are not looked at one by one, and after the last that is.
		let (mut begin, mut last) = (None, None);
		for (place, report) in reports.iter().enumerate() {
			if !known.state.tell(report.tag) {
				counted.push(None);
				continue;
			}
			latest = Some(&report.id);
			if place < unseen {
				if begin.is_none() {
					begin = Some(self.report_at(&mut known.state, report.now, None));
				}
				counted.push(Some(self.put_in(subject, &mut known.state, report)));
				continue;
			}
			last = begin.take().map(|before| self.follow(known, &before)).or(last);
			let before = self.report_at(&mut known.state, report.now, last.take());
			counted.push(Some(self.put_in(subject, &mut known.state, report)));
			let after = self.follow(known, &before);
			let change = change_between(&before, &after);
			let record = report.id.clone();
			known.note_move(Moved { record, effect: Effect::Counted, change });
			let by = change.unsigned_abs();
			if most.is_none_or(|(most, _)| by >= most) {
				most = Some((by, &report.id));
			}
			last = Some(after);
		}
		let last = begin.map(|before| self.follow(known, &before)).or(last);
		if let (Some(latest), Some(report)) = (latest, last) {
			let record = most.map_or(latest, |(_, record)| record).clone();
			let new = self.standing(known, &known.state, &report, None);
			self.announce(subject, known, new, report.computed_at, Cause::Record(record));
		}
		counted
	}

	/// The report of a subject that is brought forward to a time. `last` is its report after the last
	/// thing that happened to it, if it is known.
	pub fn report_at(
		&self,
		state: &mut Subject,
		now: Moment,
		last: Option<ScoreReport>,
	) -> ScoreReport {
		match last {
			Some(last) if last.computed_at >= now => last,
			_ => {
				state.advance(now, &self.parameters);
				state.current_report(&self.parameters)
			},
		}
	}

	/// Lets the trend of a subject take note of what records have changed since a report, and returns
	/// the report after them.
	pub fn follow(&self, known: &mut KnownOf<T>, before: &ScoreReport) -> ScoreReport {
		let after = known.state.current_report(&self.parameters);
		known.trend.follow(before, &after, &self.parameters);
		after
	}

	/// Puts a record in.
	fn put_in(
		&self,
		subject: &T::AccountId,
		state: &mut Subject,
		report: &Report<T::AccountId>,
	) -> Counted {
		let Report { source, observation, now, .. } = report;
		let mark = mark(source);
		let observed = state.observe(*observation, Voice::of(mark), mark, *now, &self.parameters);
		if let Some(half_year) = observed.leaves {
			Pallet::<T>::note_leaving(half_year, subject);
		}
		Counted { risk: observed.risk, placed: observed.placed }
	}

	/// Changes what is known of a subject by one record, and announces where it stands then.
	pub fn alter(
		&mut self,
		subject: &T::AccountId,
		known: &mut KnownOf<T>,
		(record, effect): (&RecordId<T::AccountId>, Effect),
		change: impl FnOnce(&mut Subject, &Parameters),
	) {
		let now = T::Clock::now();
		let before = known.state.report(now, &self.parameters);
		change(&mut known.state, &self.parameters);
		let (later, after) = self.later(&known.state, now);
		let moved = change_between(&before, &after);
		known.note_move(Moved { record: record.clone(), effect, change: moved });
		known.trend.follow(&before, &after, &self.parameters);
		let new = self.standing(known, &later, &after, None);
		let cause = match effect {
			Effect::Counted => Cause::Record(record.clone()),
			Effect::TakenOut => Cause::Retracted(record.clone()),
			Effect::PutBack => Cause::Restored(record.clone()),
			Effect::Raised => Cause::Raised(record.clone()),
		};
		self.announce(subject, known, new, after.computed_at, cause);
	}

	/// Looks at a subject, of which everything is asked anew, and tells whether something was
	/// announced, and how much there was to look at; `None` for an unknown one.
	pub fn visit(&mut self, subject: &T::AccountId, now: Moment) -> Option<(bool, Burden)> {
		let mut known = Subjects::<T>::get(subject)?;
		let burden = Burden::of(&known.state, &self.parameters);
		if burden.is_behind {
			known.state.catch_up(&self.parameters);
		}
		let is_renewed = known.version != self.parameters.version;
		let signals = T::Network::signals(subject);
		let announced = self.look(subject, &mut known, now, Some(signals), None);
		// Otherwise it stays as it is: most subjects look the same from one round to the next.
		if announced || burden.is_behind || is_renewed {
			Subjects::<T>::insert(subject, known);
		}
		Some((announced, burden))
	}

	/// Writes what was announced of a subject into its history, tells those who act on it, and looks at
	/// what its network says. Returns how much there was to look at.
	pub fn tell(&mut self, subject: &T::AccountId, now: Moment) -> Burden {
		let Some(mut known) = Subjects::<T>::get(subject) else { return Burden::default() };
		let burden = Burden::of(&known.state, &self.parameters);
		let Some(change) = known.waiting.take() else { return burden };
		let signals = T::Network::signals(subject);
		self.look(subject, &mut known, now, Some(signals), None);
		Subjects::<T>::insert(subject, known);
		let standing = change.new;
		History::<T>::mutate(subject, |history| {
			if history.is_full() {
				history.remove(0);
			}
			// There is room now.
			let _ = history.try_push(change);
		});
		T::OnStanding::changed(subject, &standing);
		burden
	}

	/// Looks at where a subject stands now, and announces it if that is due. Tells whether it was. The
	/// sums stay as they are.
	pub fn look(
		&mut self,
		subject: &T::AccountId,
		known: &mut KnownOf<T>,
		now: Moment,
		signals: Option<NetworkSignals>,
		cause: Option<Cause<T::AccountId>>,
	) -> bool {
		let (later, report) = self.later(&known.state, now);
		let version = self.parameters.version;
		let is_renewed = known.version != version;
		let new = self.standing(known, &later, &report, signals);
		let without_network = self.standing(known, &later, &report, None);
		let cause = match cause {
			Some(cause) => cause,
			None if is_renewed => Cause::Parameters { version },
			None if self.is_due(&known.announced, &without_network) => Cause::Time,
			None => Cause::Network,
		};
		self.announce(subject, known, new, report.computed_at, cause)
	}

	/// A subject at a later time, with its report.
	fn later(&self, state: &Subject, now: Moment) -> (Subject, ScoreReport) {
		let mut later = state.clone();
		later.advance(now, &self.parameters);
		let report = later.current_report(&self.parameters);
		(later, report)
	}

	/// Where a subject stands. Without signals, what the network said last still holds.
	fn standing(
		&self,
		known: &KnownOf<T>,
		state: &Subject,
		report: &ScoreReport,
		signals: Option<NetworkSignals>,
	) -> Standing {
		let before = known.announced.warning;
		let warning = state.warning(report, before, &known.trend, signals, &self.parameters);
		Standing { score: report.score, grade: report.grade, warning }
	}

	/// Whether a change is worth an announcement.
	fn is_due(&self, old: &Standing, new: &Standing) -> bool {
		old.grade != new.grade
			|| old.warning != new.warning
			|| old.score.abs_diff(new.score) >= self.parameters.announced_change
	}

	/// Announces where a subject stands if that is due, and tells whether it was.
	fn announce(
		&mut self,
		subject: &T::AccountId,
		known: &mut KnownOf<T>,
		new: Standing,
		at: Moment,
		cause: Cause<T::AccountId>,
	) -> bool {
		known.version = self.parameters.version;
		let old = known.announced;
		if !self.is_due(&old, &new) {
			return false;
		}
		Pallet::<T>::deposit_event(Event::ScoreChanged {
			subject: subject.clone(),
			old,
			new,
			cause: cause.clone(),
		});
		// Several announcements before the next block are one change.
		let told = known.told();
		if known.waiting.is_none() {
			self.announced.push(subject.clone());
		}
		known.announced = new;
		known.waiting = Some(Change {
			block: Pallet::<T>::block(),
			at,
			version: known.version,
			old: told,
			new,
			cause,
		});
		true
	}
}

/// By how much a score moved, in thousandths of a point.
fn change_between(before: &ScoreReport, after: &ScoreReport) -> i32 {
	// Both are a million at most.
	let points = |report: &ScoreReport| i32::try_from(report.thousandths).unwrap_or(i32::MAX);
	points(after).saturating_sub(points(before))
}

/// A number that follows from an account and that its owner cannot choose at will. It tells both the
/// source's voice and its place among counterparties.
pub(crate) fn mark<AccountId: Encode>(source: &AccountId) -> u64 {
	u64::from_le_bytes(source.using_encoded(twox_64))
}

impl<T: Config> Pallet<T> {
	/// The number of the block, as it is stored.
	pub(crate) fn block() -> u32 {
		frame_system::Pallet::<T>::block_number().saturated_into()
	}

	/// What it costs to tell of one subject.
	pub(crate) fn telling_step(burden: Burden) -> Weight {
		burden
			.weight::<T>(T::WeightInfo::tell_subject)
			.saturating_add(T::Network::signals_weight())
			.saturating_add(T::OnStanding::weight())
	}

	/// Tells what was announced, in order, as far as the meter allows.
	pub(crate) fn tell_waiting(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::tell_nothing()).is_err() {
			return;
		}
		let Pages { mut first, next } = WaitingPages::<T>::get();
		let step = Self::telling_step(Burden::MOST);
		if first == next || !meter.can_consume(step) {
			return;
		}
		let now = T::Clock::now();
		let mut work = Work::<T>::begin();
		while first < next && meter.can_consume(step) {
			let mut waiting = Waiting::<T>::take(first).into_iter();
			while meter.can_consume(step) {
				let Some(subject) = waiting.next() else { break };
				let burden = work.tell(&subject, now);
				meter.consume(Self::telling_step(burden));
			}
			let left = waiting.collect::<Vec<_>>();
			if left.is_empty() {
				first = first.saturating_add(1);
			} else {
				Waiting::<T>::insert(first, PageOf::<T>::truncate_from(left));
			}
		}
		if first == next {
			WaitingPages::<T>::kill();
		} else {
			WaitingPages::<T>::put(Pages { first, next });
		}
		work.finish();
	}
}
