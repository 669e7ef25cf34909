//! Submissions: how much each record counts, and where it is put in.

use super::{Engine, Finding, Key, Status, Stuck, Told, day, tag, voice};
use crate::Account;
use binary_merkle_tree::merkle_root;
use codec::Encode;
use hanse_credit_model::{Level, Moment, Observation, Placed, Risk, Subject, Weighed};
use pallet_credit_records::{
	AppliedRecord, Cause, PendingRecord, Record, Refusal, RegisteredSource,
};
use sp_core::{Blake2Hasher, H256};
use std::collections::BTreeMap;

/// What the chain says about a submission.
pub(super) struct Batch<'a> {
	/// Who submitted it.
	pub provider: Account,
	/// The number of the first record that was new.
	pub first: u64,
	/// The risk before each that counted.
	pub risks: &'a [Risk],
	/// Those that were refused.
	pub refused: &'a [Refusal],
	/// The root of those that counted.
	pub root: H256,
}

impl Batch<'_> {
	/// The number of the new record at this place.
	const fn sequence(&self, place: u16) -> u64 {
		self.first.saturating_add(place as u64)
	}
}

/// A record that was let in.
struct Accepted<'a> {
	/// Its place among the new ones.
	place: u16,
	record: &'a Record<Account>,
	/// The account by which its subject is known.
	subject: Account,
	/// The level at which it counts.
	level: Level,
	weighed: Weighed,
	/// When it leaves the score if it is adverse.
	expires: Moment,
	/// When it is taken into account.
	now: Moment,
	/// Whether it is about the time before its provider put up its bond.
	imported: bool,
	/// The risk before it, and where it was put in; `None` if it was told before.
	counted: Option<(Risk, Placed)>,
}

impl Accepted<'_> {
	/// The record as the model sees it.
	const fn observation(&self) -> Observation {
		Observation {
			indicator: self.record.indicator,
			outcome: self.record.outcome,
			level: self.level,
			weight: self.weighed.weight,
			mass: self.weighed.mass,
			at: self.record.at,
			expires: self.expires,
		}
	}

	/// The record as its leaf says it.
	fn leaf(&self, provider: Account, sequence: u64, placed: Placed) -> AppliedRecord<Account> {
		AppliedRecord {
			provider,
			sequence,
			record: Record { subject: self.subject, level: self.level, ..self.record.clone() },
			weight: self.weighed.weight,
			mass: self.weighed.mass,
			expires: self.expires,
			placed,
			imported: self.imported,
		}
	}
}

/// What comes of a submission.
struct Outcome {
	/// The time that the model has come to.
	clock: Moment,
	/// What is known of the subjects afterwards.
	subjects: BTreeMap<Account, Subject>,
	/// Who has adverse evidence that leaves when nothing of it left before.
	leaving: Vec<(u16, Account)>,
	/// The records that counted, and when.
	leaves: Vec<(AppliedRecord<Account>, Moment)>,
	/// Their root.
	root: H256,
	/// What the chain says that is not so, the root aside.
	findings: Vec<Finding>,
}

impl Engine {
	/// Makes sources of accounts that are none yet.
	pub(super) fn register(&mut self, provider: &Account, sources: &[Account]) {
		let standing = hanse_credit_model::Source::new(&self.parameters);
		for account in sources {
			let (touched, provider) = (&mut self.touched, *provider);
			self.sources.entry(*account).or_insert_with(|| {
				touched.insert(Key::Source(*account));
				RegisteredSource { provider, standing }
			});
		}
	}

	/// Takes the records of a submission into account. Of the calls that it may have been it was the one
	/// that leads to the root that the chain tells, or the likeliest if none does.
	pub(super) fn apply(
		&mut self,
		batch: &Batch<'_>,
		calls: &[Vec<Record<Account>>],
	) -> Result<Vec<Finding>, Stuck> {
		let (mut likeliest, mut reason) = (None, None);
		for records in calls {
			match self.count(batch, records) {
				Ok(outcome) if outcome.root == batch.root => {
					return Ok(self.commit(batch, outcome));
				},
				Ok(outcome) => {
					likeliest.get_or_insert(outcome);
				},
				Err(stuck) => {
					reason.get_or_insert(stuck);
				},
			}
		}
		match likeliest {
			Some(outcome) => Ok(self.commit(batch, outcome)),
			None => {
				let (provider, first) = (batch.provider, batch.first);
				Err(reason.unwrap_or(Stuck::NoRecords { provider, first }))
			},
		}
	}

	/// What would come of a submission of these new records.
	fn count(&self, batch: &Batch<'_>, records: &[Record<Account>]) -> Result<Outcome, Stuck> {
		let causes = batch
			.refused
			.iter()
			.map(|refusal| (refusal.index, refusal.cause))
			.collect::<BTreeMap<_, _>>();
		let mut clock = self.now();
		let mut accepted = Vec::with_capacity(records.len());
		for (record, place) in records.iter().zip(0u16..) {
			let cause = causes.get(&place);
			// Who was told before is refused by the subject, who found no room by the queue or by what is
			// paid for, after everything else was found to be in order.
			let is_late = matches!(cause, Some(Cause::QueueFull | Cause::TooHeavy));
			if !matches!(cause, None | Some(Cause::ToldBefore)) && !is_late {
				continue;
			}
			// Then it was another submission: the chain refuses what has not happened yet.
			if record.at > self.time {
				let (provider, first) = (batch.provider, batch.first);
				return Err(Stuck::NoRecords { provider, first });
			}
			if self.import.is_some() {
				clock = clock.max(record.at);
			}
			if !is_late {
				accepted.push(self.weigh(batch, record, place, clock)?);
			}
		}
		let (subjects, leaving) = self.observe(batch, &mut accepted);

		let (mut leaves, mut findings) = (Vec::with_capacity(accepted.len()), Vec::new());
		let mut risks = batch.risks.iter();
		for record in &accepted {
			let sequence = batch.sequence(record.place);
			let refused = causes.contains_key(&record.place);
			let told = record.counted.is_none();
			if refused != told {
				findings.push(Finding::Told { provider: batch.provider, sequence, told });
			}
			let Some((ours, placed)) = record.counted else { continue };
			let leaf = record.leaf(batch.provider, sequence, placed);
			leaves.push((leaf, record.now));
			if let Some(theirs) = risks.next().copied().filter(|theirs| *theirs != ours) {
				findings.push(Finding::Risk { provider: batch.provider, sequence, ours, theirs });
			}
		}
		let root = merkle_root::<Blake2Hasher, _>(leaves.iter().map(|(leaf, _)| leaf.encode()));
		Ok(Outcome { clock, subjects, leaving, leaves, root, findings })
	}

	/// How much a record counts.
	fn weigh<'a>(
		&self,
		batch: &Batch<'_>,
		record: &'a Record<Account>,
		place: u16,
		now: Moment,
	) -> Result<Accepted<'a>, Stuck> {
		let source = self
			.sources
			.get(&record.source)
			.ok_or(Stuck::UnknownSource { account: record.source })?;
		let bond = (batch.provider, record.indicator.category() as u8);
		let since = self.bonds.get(&bond).copied().unwrap_or_default();
		let imported = self.import.is_none() && record.at < since;
		let level = if imported { Level::SelfDeclared } else { record.level };
		let retention = self.retention.get(&record.indicator).copied().unwrap_or_default();
		Ok(Accepted {
			place,
			record,
			subject: self.subject_of(&record.subject),
			level,
			weighed: source.standing.weigh(level, record.amount, &self.parameters),
			expires: record.at.saturating_add(retention),
			now,
			imported,
			counted: None,
		})
	}

	/// Puts records into copies of their subjects, all about a subject together. Returns those, and who
	/// is to be noted for when evidence leaves.
	#[allow(clippy::type_complexity, reason = "two things that the caller takes apart at once")]
	fn observe(
		&self,
		batch: &Batch<'_>,
		accepted: &mut [Accepted<'_>],
	) -> (BTreeMap<Account, Subject>, Vec<(u16, Account)>) {
		let mut by_subject = BTreeMap::<_, Vec<_>>::new();
		for record in accepted {
			by_subject.entry(record.subject).or_default().push(record);
		}
		let (mut subjects, mut leaving) = (BTreeMap::new(), Vec::new());
		for (account, records) in by_subject {
			let mut subject = self.subjects.get(&account).cloned().unwrap_or_default();
			for accepted in records {
				let Record { source, indicator, reference, .. } = accepted.record;
				let sequence = batch.sequence(accepted.place);
				if !subject.tell(tag(source, *indicator, *reference, &batch.provider, sequence)) {
					continue;
				}
				let (voice, mark) = voice(source);
				let observed = subject.observe(
					accepted.observation(),
					voice,
					mark,
					accepted.now,
					&self.parameters,
				);
				leaving.extend(observed.leaves.map(|half_year| (half_year, account)));
				accepted.counted = Some((observed.risk, observed.placed));
			}
			subjects.insert(account, subject);
		}
		(subjects, leaving)
	}

	/// Makes true what comes of a submission, and returns what the chain says that is not so.
	fn commit(&mut self, batch: &Batch<'_>, outcome: Outcome) -> Vec<Finding> {
		let Outcome { clock, subjects, leaving, leaves, root, mut findings } = outcome;
		if root != batch.root {
			let (provider, first) = (batch.provider, batch.first);
			findings.insert(0, Finding::Root { provider, first, ours: root, theirs: batch.root });
		}
		if self.import.is_some() {
			self.import = Some(clock);
		}
		self.touched.extend(subjects.keys().copied().map(Key::Subject));
		self.subjects.extend(subjects);
		for (half_year, subject) in leaving {
			self.leaving.entry(half_year).or_default().push_back(subject);
		}
		for (applied, now) in leaves {
			let Record { source, subject, indicator, outcome, .. } = applied.record;
			// At the start of the day after, so that the time is never short.
			let due = day(now.saturating_add(self.parameters.maturity)).saturating_add(1);
			let record = PendingRecord { source, subject, indicator, outcome };
			self.pending.entry(due).or_default().push_back(record);
			let key = (applied.provider, applied.sequence);
			self.told.insert(key, Told { applied, status: Status::Counts });
		}
		findings
	}
}
