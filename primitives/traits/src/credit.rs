use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use hanse_credit_model::{Indicator, Moment, Observation, Opinion, Placed, Risk};
use scale_info::TypeInfo;
use sp_weights::Weight;

/// Which record: everybody knows it by its provider and its number in that provider's stream.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RecordId<AccountId> {
	/// Who submitted it.
	pub provider: AccountId,
	/// Its number, from zero.
	pub sequence: u64,
}

/// One record for the score, weighed, and who says so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report<AccountId> {
	/// Which record it is.
	pub id: RecordId<AccountId>,
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

/// What became of the reports about one subject.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Looked {
	/// For each report, what became of it; `None` for what was told before and counts no second time.
	pub counted: Vec<Option<Counted>>,
	/// The [`Extent`] of what is known of the subject afterwards; zero if there was no report, since then
	/// nobody has looked.
	pub extent: Extent,
	/// Whether this block has written the subject before. Then the database has nothing more to do with it:
	/// see [`EvidenceSink::again_weight`].
	pub again: bool,
}

/// A record as it was put in: all that is needed to take it out again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recorded<AccountId> {
	/// Which record it is.
	pub id: RecordId<AccountId>,
	/// Who says so.
	pub source: AccountId,
	/// What.
	pub observation: Observation,
	/// Where it was put in.
	pub placed: Placed,
}

/// How much is known of a subject: see [`hanse_credit_model::Subject::extent`]. What it costs
/// to look at a subject goes by it.
pub type Extent = u32;

/// Where evidence goes once it has been recorded.
pub trait EvidenceSink<AccountId> {
	/// Takes reports about many subjects into account, each of which is there once, with one look at what is
	/// known of each; those about one in order.
	///
	/// `fits` is asked before anything is done about a subject: whether there is room for so many reports
	/// about one of which so much may be known then. With the first for which there is none it ends: the
	/// list that is returned stops before it, and nothing about it and those behind it has changed.
	fn observe_each(
		reports: &[(AccountId, Vec<Report<AccountId>>)],
		fits: &mut dyn FnMut(u32, Extent) -> bool,
	) -> Vec<Looked>;

	/// The same about one subject, with room for all.
	fn observe(subject: &AccountId, reports: &[Report<AccountId>]) -> Looked
	where
		AccountId: Clone,
	{
		let reports = [(subject.clone(), reports.to_vec())];
		Self::observe_each(&reports, &mut |_, _| true).pop().unwrap_or_default()
	}

	/// What a look at a subject costs less if this block has written it before.
	fn again_weight() -> Weight;

	/// Takes a record out again, exactly: see [`hanse_credit_model::Subject::retract`].
	fn retract(subject: &AccountId, record: &Recorded<AccountId>);

	/// Puts a record back that was taken out.
	fn restore(subject: &AccountId, record: &Recorded<AccountId>);

	/// Lets a record count as if it had said something else from the beginning.
	fn replace(subject: &AccountId, record: &Recorded<AccountId>, by: &Observation);

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

	/// The same about many subjects, with one look at what holds for all of them.
	fn others_of_each(
		asked: &[(AccountId, Vec<(AccountId, Indicator)>)],
		now: Moment,
	) -> Vec<(Vec<Option<Opinion>>, Extent)> {
		asked.iter().map(|(subject, asked)| Self::others_of(subject, asked, now)).collect()
	}

	/// What it weighs, beyond one look at a subject of this [`Extent`], to see what each of so many
	/// records did that came together about it.
	fn following_weight(records: u32, extent: Extent) -> Weight;

	/// Sees to it that the next record about a subject is announced, as that of one of whom everybody was
	/// told.
	#[cfg(feature = "runtime-benchmarks")]
	fn expect_announcement(subject: &AccountId);
}

impl<AccountId> EvidenceSink<AccountId> for () {
	fn observe_each(
		reports: &[(AccountId, Vec<Report<AccountId>>)],
		_: &mut dyn FnMut(u32, Extent) -> bool,
	) -> Vec<Looked> {
		let counted = Counted { risk: Risk::default(), placed: Placed::default() };
		let looked = |reports: &[Report<AccountId>]| Looked {
			counted: reports.iter().map(|_| Some(counted)).collect(),
			..Looked::default()
		};
		reports.iter().map(|(_, reports)| looked(reports)).collect()
	}

	fn again_weight() -> Weight {
		Weight::zero()
	}

	fn retract(_: &AccountId, _: &Recorded<AccountId>) {}

	fn restore(_: &AccountId, _: &Recorded<AccountId>) {}

	fn replace(_: &AccountId, _: &Recorded<AccountId>, _: &Observation) {}

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

	fn following_weight(_: u32, _: Extent) -> Weight {
		Weight::zero()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn expect_announcement(_: &AccountId) {}
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
