use alloc::vec::Vec;
use hanse_credit_model::{Indicator, Moment, Observation, Opinion, Placed, Risk};

/// One record for the score, weighed, and who says so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report<AccountId> {
	/// Who says so.
	pub source: AccountId,
	/// What.
	pub observation: Observation,
	/// A number for what is told. What has the same number is told twice.
	pub tag: u64,
	/// When it is taken into account.
	pub now: Moment,
}

/// What became of a report.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Counted {
	/// The subject's risk as it was known just before.
	pub risk: Risk,
	/// Where it was put in, so that it can be taken out again.
	pub placed: Placed,
}

/// How much is known of a subject: see [`hanse_credit_model::Subject::extent`]. What it costs
/// to look at a subject goes by it.
pub type Extent = u32;

/// Where evidence goes once it has been recorded.
pub trait EvidenceSink<AccountId> {
	/// Takes reports about one subject into account, in order, with one look at what is known of it.
	/// For each, what became of it; `None` for what was told before and counts no second time. And the
	/// [`Extent`] of what is known of the subject afterwards.
	fn observe(
		subject: &AccountId,
		reports: &[Report<AccountId>],
	) -> (Vec<Option<Counted>>, Extent);

	/// Takes a report out again, exactly: see [`hanse_credit_model::Subject::retract`].
	fn retract(subject: &AccountId, source: &AccountId, observation: &Observation, placed: Placed);

	/// Puts a report back that was taken out.
	fn restore(subject: &AccountId, source: &AccountId, observation: &Observation, placed: Placed);

	/// Forgets that something was told, so that it can be told anew.
	fn forget(subject: &AccountId, tag: u64);

	/// What others than this source say about a subject and an indicator.
	fn others(
		subject: &AccountId,
		source: &AccountId,
		indicator: Indicator,
		now: Moment,
	) -> Option<Opinion>;

	/// The same for many sources and indicators, with one look at what is known of the subject; and the
	/// [`Extent`] of that.
	fn others_of(
		subject: &AccountId,
		asked: &[(AccountId, Indicator)],
		now: Moment,
	) -> (Vec<Option<Opinion>>, Extent);
}

impl<AccountId> EvidenceSink<AccountId> for () {
	fn observe(_: &AccountId, reports: &[Report<AccountId>]) -> (Vec<Option<Counted>>, Extent) {
		let counted = Counted { risk: Risk::default(), placed: Placed::default() };
		(reports.iter().map(|_| Some(counted)).collect(), 0)
	}

	fn retract(_: &AccountId, _: &AccountId, _: &Observation, _: Placed) {}

	fn restore(_: &AccountId, _: &AccountId, _: &Observation, _: Placed) {}

	fn forget(_: &AccountId, _: u64) {}

	fn others(_: &AccountId, _: &AccountId, _: Indicator, _: Moment) -> Option<Opinion> {
		None
	}

	fn others_of(
		_: &AccountId,
		asked: &[(AccountId, Indicator)],
		_: Moment,
	) -> (Vec<Option<Opinion>>, Extent) {
		(asked.iter().map(|_| None).collect(), 0)
	}
}

/// The time that the model goes by.
pub trait ModelClock {
	/// The present, in seconds since the UNIX epoch. It never runs backwards.
	fn now() -> Moment;
}

impl ModelClock for () {
	fn now() -> Moment {
		0
	}
}
