use hanse_credit_model::{Category, Indicator, Level, Moment, Parameters, Risk};
use pallet_credit_records::{AppliedRecord, Record, Refusal, Resolution};
use sp_core::H256;
use std::collections::BTreeMap;

/// An account, as the chain encodes it.
pub type Account = [u8; 32];

/// Something that happened on a chain, as far as it moves scores or the credibility of sources.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Item {
	/// The clock of the chain was set, in seconds since the UNIX epoch: once in each block, after what
	/// comes first in it.
	Time(Moment),
	/// For how long records of indicators are kept, in seconds; those that are not in the list stay as
	/// they are.
	Retention(BTreeMap<Indicator, Moment>),
	/// An enterprise joined, under the account that records know it by.
	EnterpriseRegistered {
		/// The account.
		subject: Account,
	},
	/// An enterprise took another account.
	ControllerChanged {
		/// By which records know it.
		subject: Account,
		/// The account.
		account: Account,
	},
	/// An enterprise left, with all its accounts.
	EnterpriseClosed {
		/// By which records knew it.
		subject: Account,
	},
	/// A provider put up a bond, or added to it.
	BondPosted {
		/// Who.
		provider: Account,
		/// For which category.
		category: Category,
	},
	/// A provider took a bond back.
	BondWithdrawn {
		/// Who.
		provider: Account,
		/// For which category.
		category: Category,
	},
	/// A provider registered sources.
	SourcesRegistered {
		/// Who.
		provider: Account,
		/// Which, as it submitted them; `None` if no block has the call that did it.
		sources: Option<Vec<Account>>,
	},
	/// Records that were due were settled.
	RecordsSettled {
		/// How many.
		settled: u32,
	},
	/// Records were taken.
	RecordsApplied {
		/// Who submitted them.
		provider: Account,
		/// The number of the first that was new.
		first: u64,
		/// The risk of the subject of each that counted, as it was just before.
		risks: Vec<Risk>,
		/// Those that were refused, by their place among the new ones.
		refused: Vec<Refusal>,
		/// The root of those that counted.
		root: H256,
		/// The new records of each call that it may have been, the likeliest first.
		calls: Vec<Vec<Record<Account>>>,
	},
	/// The import ended.
	ImportEnded,
	/// A call proved to the chain that this record counted.
	Shown(Box<AppliedRecord<Account>>),
	/// Somebody else stands for a record as well.
	LevelRaised {
		/// Who submitted it.
		provider: Account,
		/// Its number.
		sequence: u64,
		/// The level at which it counts from now on.
		level: Level,
	},
	/// A record is contested.
	ObjectionOpened {
		/// Who submitted it.
		provider: Account,
		/// Its number.
		sequence: u64,
	},
	/// A contest ended.
	ObjectionClosed {
		/// Who submitted the record.
		provider: Account,
		/// Its number.
		sequence: u64,
		/// How.
		resolution: Resolution,
	},
	/// A provider took a record back.
	RecordWithdrawn {
		/// Who.
		provider: Account,
		/// Its number.
		sequence: u64,
	},
	/// Two records told one matter.
	ContradictionProven {
		/// Who submitted them.
		provider: Account,
		/// The number of the earlier one.
		first: u64,
		/// The number of the later one.
		second: u64,
		/// Whether they said the same.
		repeated: bool,
	},
	/// Adverse evidence that had reached its end was dropped.
	EvidenceLeft {
		/// How many entries of the list of subjects were worked off.
		subjects: u32,
	},
	/// The consortium decided on other parameters.
	ParametersScheduled(Box<Parameters>),
	/// And thought better of it.
	ParametersCancelled,
	/// They are in force.
	ParametersChanged {
		/// Their version.
		version: u32,
		/// From which time of the model on.
		at: Moment,
	},
}
