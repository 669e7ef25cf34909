//! The credit model as the chain applies it.
//!
//! What the chain decides beyond the model is taken from its events: which records of a submission were
//! refused, how many were settled, how a contest ended. What follows from that is computed here: how much
//! each record counts, what it does to its subject, what its source is believed afterwards. Whatever the
//! events say about that as well is compared on the way.
//!
//! Nothing depends on how the chain shares its work among blocks, for the events tell how far it came.

mod contests;
mod findings;
mod settlement;
mod submission;

pub use findings::{Finding, Stuck};

use crate::{Account, Item};
use codec::{Decode, Encode};
use hanse_credit_model::{
	DAY, Indicator, Moment, Observation, Parameters, ScoreReport, Subject, Voice,
};
use hanse_types::Reference;
use pallet_credit_records::{AppliedRecord, PendingRecord, Raise, RegisteredSource};
use sp_crypto_hashing::{blake2_128, twox_64};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What an [`Engine`] begins with: what is known at the end of a block, or before the first.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Start {
	/// The time of the block, in seconds since the UNIX epoch.
	pub time: Moment,
	/// The time of the newest event while the chain imports its history; `None` if it does not.
	pub import: Option<Moment>,
	/// The parameters in force.
	pub parameters: Parameters,
	/// Those that will be.
	pub scheduled: Option<Parameters>,
	/// For how long records of each indicator are kept, in seconds.
	pub retention: BTreeMap<Indicator, Moment>,
	/// Which account records know an enterprise by, for each account of one.
	pub accounts: BTreeMap<Account, Account>,
	/// Since when there is a bond, by provider and index of the category.
	pub bonds: BTreeMap<(Account, u8), Moment>,
	/// The sources, and what is known of them.
	pub sources: BTreeMap<Account, RegisteredSource<Account>>,
	/// The subjects, and what is known of them.
	pub subjects: BTreeMap<Account, Subject>,
	/// The records that wait for their settlement, in the order in which they are due, with the day.
	pub pending: Vec<(u32, PendingRecord<Account>)>,
	/// Who has adverse evidence that leaves at the beginning of which half-year, in order.
	pub leaving: Vec<(u16, Account)>,
	/// The records that are contested.
	pub disputed: Vec<AppliedRecord<Account>>,
	/// The records whose level was raised, by provider and number.
	pub raised: BTreeMap<(Account, u64), Raise>,
}

/// Something of which the engine and the chain both know what it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode)]
pub enum Key {
	/// The parameters in force.
	Parameters,
	/// What is known of a subject.
	Subject(Account),
	/// What is known of a source.
	Source(Account),
}

/// Whether a record counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode)]
enum Status {
	/// It does.
	Counts,
	/// Not while it is contested.
	Disputed,
	/// Not any more.
	Removed,
}

/// A record that counted.
#[derive(Clone, PartialEq, Debug, Encode, Decode)]
struct Told {
	/// How it counted when it was told.
	applied: AppliedRecord<Account>,
	/// Whether it still does.
	status: Status,
}

/// The model at work. Two that were fed the same are the same, and so are their encodings.
#[derive(Clone, PartialEq, Debug, Encode, Decode)]
pub struct Engine {
	time: Moment,
	import: Option<Moment>,
	parameters: Parameters,
	scheduled: Option<Parameters>,
	retention: BTreeMap<Indicator, Moment>,
	accounts: BTreeMap<Account, Account>,
	bonds: BTreeMap<(Account, u8), Moment>,
	sources: BTreeMap<Account, RegisteredSource<Account>>,
	subjects: BTreeMap<Account, Subject>,
	/// By the day on which they are due, in the order in which they came.
	pending: BTreeMap<u32, VecDeque<PendingRecord<Account>>>,
	/// By half-year, in the order in which they were noted.
	leaving: BTreeMap<u16, VecDeque<Account>>,
	/// All records that counted, by provider and number.
	told: BTreeMap<(Account, u64), Told>,
	raised: BTreeMap<(Account, u64), Raise>,
	/// What was changed since it was last asked for.
	#[codec(skip)]
	touched: BTreeSet<Key>,
}

impl Engine {
	/// An engine that knows this and nothing else.
	pub fn new(start: Start) -> Self {
		let Start {
			time,
			import,
			parameters,
			scheduled,
			retention,
			accounts,
			bonds,
			sources,
			subjects,
			raised,
			..
		} = start;
		let mut pending = BTreeMap::<_, VecDeque<_>>::new();
		for (day, record) in start.pending {
			pending.entry(day).or_default().push_back(record);
		}
		let mut leaving = BTreeMap::<_, VecDeque<_>>::new();
		for (half_year, subject) in start.leaving {
			leaving.entry(half_year).or_default().push_back(subject);
		}
		let disputed = start.disputed.into_iter().map(|applied| {
			((applied.provider, applied.sequence), Told { applied, status: Status::Disputed })
		});
		let touched = sources.keys().copied().map(Key::Source);
		let touched = touched.chain(subjects.keys().copied().map(Key::Subject));
		Self {
			touched: touched.chain([Key::Parameters]).collect(),
			told: disputed.collect(),
			time,
			import,
			parameters,
			scheduled,
			retention,
			accounts,
			bonds,
			sources,
			subjects,
			pending,
			leaving,
			raised,
		}
	}

	/// Takes account of something that happened, after all that happened before it. Returns what the
	/// chain says about it that is not so.
	///
	/// # Errors
	///
	/// [`Stuck`] if it cannot have happened after what happened before. The engine is of no use from then
	/// on.
	pub fn take(&mut self, item: &Item) -> Result<Vec<Finding>, Stuck> {
		let mut findings = Vec::new();
		match item {
			Item::Time(time) => self.time = *time,
			Item::Retention(retention) => self.retention.extend(retention),
			Item::EnterpriseRegistered { subject } => {
				self.accounts.insert(*subject, *subject);
			},
			Item::ControllerChanged { subject, account } => {
				self.accounts.insert(*account, *subject);
			},
			Item::EnterpriseClosed { subject } => self.accounts.retain(|_, of| of != subject),
			Item::BondPosted { provider, category } => {
				let since = self.time;
				self.bonds.entry((*provider, *category as u8)).or_insert(since);
			},
			Item::BondWithdrawn { provider, category } => {
				self.bonds.remove(&(*provider, *category as u8));
			},
			Item::SourcesRegistered { provider, sources } => {
				let sources = sources.as_ref().ok_or(Stuck::NoSources { provider: *provider })?;
				self.register(provider, sources);
			},
			Item::RecordsSettled { settled } => self.settle(*settled, &mut findings)?,
			Item::RecordsApplied { provider, first, risks, refused, root, calls } => {
				let batch = submission::Batch {
					provider: *provider,
					first: *first,
					risks,
					refused,
					root: *root,
				};
				findings.extend(self.apply(&batch, calls)?);
			},
			Item::ImportEnded => self.import = None,
			Item::Shown(applied) => findings.extend(self.note(applied)),
			Item::LevelRaised { provider, sequence, level } => {
				self.raise((*provider, *sequence), *level)?;
			},
			Item::ObjectionOpened { provider, sequence } => {
				self.open_objection((*provider, *sequence))?;
			},
			Item::ObjectionClosed { provider, sequence, resolution } => {
				self.close_objection((*provider, *sequence), *resolution)?;
			},
			Item::RecordWithdrawn { provider, sequence } => {
				self.withdraw((*provider, *sequence))?;
			},
			Item::ContradictionProven { provider, first, second, repeated } => {
				self.contradict(provider, *first, *second, *repeated)?;
			},
			Item::EvidenceLeft { subjects } => self.let_leave(*subjects)?,
			Item::ParametersScheduled(parameters) => {
				self.scheduled = Some(Parameters::clone(parameters))
			},
			Item::ParametersCancelled => self.scheduled = None,
			Item::ParametersChanged { version, at } => {
				let next = self.scheduled.take().ok_or(Stuck::NothingScheduled)?;
				self.bring_into_force(self.parameters.clone().succeed(*version, *at, next));
			},
		}
		Ok(findings)
	}

	/// The time that the model goes by, in seconds since the UNIX epoch.
	pub fn now(&self) -> Moment {
		self.import.unwrap_or(self.time)
	}

	/// The parameters in force.
	pub const fn parameters(&self) -> &Parameters {
		&self.parameters
	}

	/// The account by which records know whoever an account belongs to.
	pub fn subject_of(&self, account: &Account) -> Account {
		self.accounts.get(account).copied().unwrap_or(*account)
	}

	/// The accounts of all subjects, in order.
	pub fn subjects(&self) -> impl Iterator<Item = &Account> {
		self.subjects.keys()
	}

	/// The accounts of all sources, in order.
	pub fn sources(&self) -> impl Iterator<Item = &Account> {
		self.sources.keys()
	}

	/// How many records counted since the beginning, removed ones included.
	pub fn records(&self) -> usize {
		self.told.len()
	}

	/// A record that counted.
	pub fn record(&self, provider: &Account, sequence: u64) -> Option<&AppliedRecord<Account>> {
		self.told.get(&(*provider, sequence)).map(|told| &told.applied)
	}

	/// The score of a subject at the present, under any of its accounts; `None` for one about whom nothing
	/// was ever said.
	pub fn report(&self, account: &Account) -> Option<ScoreReport> {
		let subject = self.subjects.get(&self.subject_of(account))?;
		Some(subject.report(self.now(), &self.parameters))
	}

	/// Something as the chain encodes it; `None` for a subject or a source that there is not.
	pub fn encoded(&self, key: &Key) -> Option<Vec<u8>> {
		match key {
			Key::Parameters => Some(self.parameters.encode()),
			Key::Subject(account) => self.subjects.get(account).map(Encode::encode),
			Key::Source(account) => self.sources.get(account).map(Encode::encode),
		}
	}

	/// What was changed since it was last asked, in order.
	pub fn take_touched(&mut self) -> BTreeSet<Key> {
		std::mem::take(&mut self.touched)
	}

	/// Changes what is known of a subject.
	fn change(&mut self, account: Account, change: impl FnOnce(&mut Subject, &Parameters)) {
		change(self.subjects.entry(account).or_default(), &self.parameters);
		self.touched.insert(Key::Subject(account));
	}

	/// Goes on by other parameters. The chain brings each subject over to another pace when it next
	/// looks at it; that comes to the same.
	fn bring_into_force(&mut self, parameters: Parameters) {
		for (account, subject) in &mut self.subjects {
			if subject.is_behind(&parameters) {
				subject.catch_up(&parameters);
				self.touched.insert(Key::Subject(*account));
			}
		}
		self.parameters = parameters;
		self.touched.insert(Key::Parameters);
	}

	/// Drops the evidence that has reached its end of so many subjects, those first that leave first.
	fn let_leave(&mut self, subjects: u32) -> Result<(), Stuck> {
		let now = self.now();
		for _ in 0..subjects {
			let mut list = self.leaving.first_entry().ok_or(Stuck::NobodyLeaves)?;
			let account = list.get_mut().pop_front();
			if list.get().is_empty() {
				list.remove();
			}
			if let Some(account) = account
				&& let Some(subject) = self.subjects.get_mut(&account)
			{
				subject.release(now);
				self.touched.insert(Key::Subject(account));
			}
		}
		Ok(())
	}
}

/// The day of a moment, since the UNIX epoch. Days beyond 2³² are one.
fn day(moment: Moment) -> u32 {
	u32::try_from(moment.checked_div(DAY).unwrap_or(0)).unwrap_or(u32::MAX)
}

/// A number that follows from an account and that its owner cannot choose at will: it tells the
/// source's voice, and its place among counterparties.
fn mark(source: &Account) -> u64 {
	u64::from_le_bytes(twox_64(source))
}

/// The voice of a source, and its mark.
fn voice(source: &Account) -> (Voice, u64) {
	let mark = mark(source);
	(Voice::of(mark), mark)
}

/// What stands for what a record tells. Without a business object nothing is the same as anything else.
fn tag(
	source: &Account,
	indicator: Indicator,
	reference: Reference,
	provider: &Account,
	sequence: u64,
) -> u64 {
	let bytes = if reference.is_none() {
		(source, indicator, reference, provider, sequence).encode()
	} else {
		(source, indicator, reference).encode()
	};
	let [tag @ .., _, _, _, _, _, _, _, _] = blake2_128(&bytes);
	u64::from_le_bytes(tag)
}

/// The tag of a record that counted.
fn tag_of(applied: &AppliedRecord<Account>) -> u64 {
	let AppliedRecord { provider, sequence, record, .. } = applied;
	tag(&record.source, record.indicator, record.reference, provider, *sequence)
}

/// The same observation at another level.
fn raised(observation: Observation, raise: Option<&Raise>) -> Observation {
	match raise {
		Some(Raise { level, weight }) => {
			Observation { level: *level, weight: *weight, ..observation }
		},
		None => observation,
	}
}

#[cfg(test)]
mod tests;
