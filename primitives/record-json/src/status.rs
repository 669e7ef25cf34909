//! What the chain says of a record.

use hanse_credit_model::{Category, Indicator, Level, Moment};
use pallet_credit_records::{
	AppliedRecord, Decision, ObjectionStatus, ObjectionStep, Reason, RecordStatus, Resolution,
	Schema, Stage, Tally,
};
use serde::{Deserialize, Serialize};
use sp_core::{H256, crypto::AccountId32};

/// How far a record has come.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlainStatus {
	/// Who submitted it.
	pub provider: AccountId32,
	/// Its number in the provider's stream.
	pub sequence: u64,
	/// The number of the batch that it came in.
	pub batch: u32,
	/// The number of the block that it came in.
	pub recorded: u32,
	/// How far it has come.
	pub stage: PlainStage,
	/// When this stage ends if nothing happens: the settlement while the record is private or agreed,
	/// the deadline of the objection while it is disputed, the expiry after that. Null where nothing
	/// follows, and where the node does not keep the record and cannot tell.
	pub deadline: Option<Moment>,
	/// The level at which it counts, or counted. Null if the node does not keep the record.
	pub level: Option<Level>,
	/// Whether the level was raised after the record was recorded.
	pub raised: bool,
	/// The objection to it that is not decided.
	pub objection: Option<PlainObjection>,
	/// How its contest ended.
	pub decision: Option<PlainDecision>,
}

/// How far a record has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PlainStage {
	/// It was refused when it was submitted, and never counted.
	Refused,
	/// It counts provisionally, and others have time to speak about the same.
	Private,
	/// The time of others is over, and its turn to be settled is about to come.
	Agreed,
	/// It is settled, and counts.
	Applied,
	/// Its subject objects, and it does not count until that is decided.
	Disputed,
	/// It does not count any more.
	Removed,
	/// It is as old as records of its indicator are kept.
	Expired,
}

impl From<Stage> for PlainStage {
	fn from(stage: Stage) -> Self {
		match stage {
			Stage::Private => Self::Private,
			Stage::Agreed => Self::Agreed,
			Stage::Applied => Self::Applied,
			Stage::Disputed => Self::Disputed,
			Stage::Removed => Self::Removed,
			Stage::Expired => Self::Expired,
		}
	}
}

/// What is known of a record beside what stands in the state.
#[derive(Clone, Copy, Debug)]
pub enum Leaf<'a> {
	/// Nothing: its batch is not at hand.
	Unknown,
	/// It is not among those of its batch that counted.
	Refused,
	/// All of it.
	Counted(&'a AppliedRecord<AccountId32>),
}

impl PlainStatus {
	/// The same in plain.
	pub fn new(
		provider: AccountId32,
		sequence: u64,
		status: &RecordStatus,
		leaf: Leaf<'_>,
		decision: Option<&Decision>,
	) -> Self {
		let counted = match leaf {
			Leaf::Counted(applied) => Some(applied),
			Leaf::Unknown | Leaf::Refused => None,
		};
		let stage = match leaf {
			Leaf::Refused => PlainStage::Refused,
			Leaf::Unknown | Leaf::Counted(_) => status.stage.into(),
		};
		let deadline = match stage {
			PlainStage::Private | PlainStage::Agreed => Some(status.due),
			PlainStage::Disputed => status.objection.map(|objection| objection.deadline),
			PlainStage::Applied => counted.map(|applied| applied.expires),
			PlainStage::Refused | PlainStage::Removed | PlainStage::Expired => None,
		};
		Self {
			provider,
			sequence,
			batch: status.batch,
			recorded: status.recorded,
			stage,
			deadline,
			level: status.level_raised.or_else(|| counted.map(|applied| applied.record.level)),
			raised: status.level_raised.is_some(),
			objection: status.objection.as_ref().map(Into::into),
			decision: decision.map(Into::into),
		}
	}
}

/// An objection that is not decided.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlainObjection {
	/// What it waits for: the provider's `answer`, or the reviewers' `review`.
	#[serde(with = "StepJson")]
	pub waits_for: ObjectionStep,
	/// From when on it is too late for that.
	pub deadline: Moment,
	/// How it ends if that does not happen.
	#[serde(with = "ResolutionJson")]
	pub default: Resolution,
	/// What the subject has against the record.
	#[serde(with = "ReasonJson")]
	pub reason: Reason,
	/// A hash of what the subject says.
	pub statement: H256,
	/// A hash of what the provider says, if it did.
	pub answer: Option<H256>,
	/// How many reviewers said what so far.
	pub votes: PlainVotes,
	/// How many reviewers have to agree.
	pub majority: u8,
	/// Whether it was free.
	pub free: bool,
}

impl From<&ObjectionStatus> for PlainObjection {
	fn from(objection: &ObjectionStatus) -> Self {
		let ObjectionStatus {
			step,
			deadline,
			default,
			reason,
			statement,
			answer,
			votes,
			majority,
			free,
		} = *objection;
		let Tally { upheld, dismissed, frivolous } = votes;
		let votes = PlainVotes { upheld, dismissed, frivolous };
		Self {
			waits_for: step,
			deadline,
			default,
			reason,
			statement,
			answer,
			votes,
			majority,
			free,
		}
	}
}

/// How many reviewers said what.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlainVotes {
	/// That the subject is right.
	pub upheld: u8,
	/// That the record is right.
	pub dismissed: u8,
	/// That the record is right, and the subject knew.
	pub frivolous: u8,
}

/// How the contest of a record ended.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlainDecision {
	/// How.
	#[serde(with = "ResolutionJson")]
	pub resolution: Resolution,
	/// Whether the record is out of the score for good.
	pub removed: bool,
	/// When.
	pub at: Moment,
	/// When the record expires, and this with it.
	pub expires: Moment,
	/// A hash of what the subject said, if it objected.
	pub statement: Option<H256>,
	/// A hash of what the provider said, if it answered.
	pub answer: Option<H256>,
}

impl From<&Decision> for PlainDecision {
	fn from(decision: &Decision) -> Self {
		let Decision { resolution, at, expires, statement, answer } = *decision;
		Self { resolution, removed: resolution.removes(), at, expires, statement, answer }
	}
}

/// How records of an indicator have to look.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlainSchema {
	/// The indicator.
	pub indicator: Indicator,
	/// The category that it belongs to, for which a provider needs the role and a bond.
	pub category: Category,
	/// The version, and what it says.
	#[serde(flatten)]
	pub schema: Schema,
}

impl PlainSchema {
	/// That of an indicator.
	pub const fn new(indicator: Indicator, schema: Schema) -> Self {
		Self { indicator, category: indicator.category(), schema }
	}
}

/// How [`ObjectionStep`] is written.
#[derive(Serialize, Deserialize)]
#[serde(remote = "ObjectionStep", rename_all = "camelCase")]
#[allow(missing_docs)]
pub enum StepJson {
	Answer,
	Review,
}

/// How [`Reason`] is written.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Reason", rename_all = "camelCase")]
#[allow(missing_docs)]
pub enum ReasonJson {
	NeverHappened,
	AboutAnother,
	Inaccurate,
	ToldTwice,
	Unlawful,
}

/// How [`Resolution`] is written.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Resolution", rename_all = "camelCase")]
#[allow(missing_docs)]
pub enum ResolutionJson {
	Upheld,
	Dismissed,
	Frivolous,
	Unanswered,
	Undecided,
	RecordWithdrawn,
	ObjectionWithdrawn,
	Contradicted,
	Repeated,
}

#[cfg(test)]
mod tests {
	use super::*;
	use hanse_credit_model::{AmountClass, Fixed, Outcome, Placed};
	use hanse_types::Reference;
	use pallet_credit_records::Record;
	use serde_json::{Value, json};

	fn applied() -> AppliedRecord<AccountId32> {
		AppliedRecord {
			provider: [1; 32].into(),
			sequence: 7,
			record: Record {
				source: [2; 32].into(),
				subject: [3; 32].into(),
				indicator: Indicator::Rating,
				outcome: Outcome::WORST,
				level: Level::Counterparty,
				amount: AmountClass::NEUTRAL,
				at: 1,
				reference: Reference([0; 16]),
				commitment: [0; 32],
			},
			weight: Fixed::ONE,
			mass: Fixed::ONE,
			expires: 900,
			placed: Placed::default(),
			imported: false,
		}
	}

	fn status(stage: Stage) -> RecordStatus {
		RecordStatus { batch: 4, recorded: 5, stage, due: 600, objection: None, level_raised: None }
	}

	fn objection() -> ObjectionStatus {
		ObjectionStatus {
			step: ObjectionStep::Review,
			deadline: 800,
			default: Resolution::Undecided,
			reason: Reason::NeverHappened,
			statement: H256([1; 32]),
			answer: Some(H256([2; 32])),
			votes: Tally { upheld: 1, dismissed: 0, frivolous: 0 },
			majority: 2,
			free: true,
		}
	}

	fn json(status: &RecordStatus, leaf: Leaf<'_>, decision: Option<&Decision>) -> Value {
		let plain = PlainStatus::new([1; 32].into(), 7, status, leaf, decision);
		let value = serde_json::to_value(&plain).unwrap();
		assert_eq!(serde_json::from_value::<PlainStatus>(value.clone()).unwrap(), plain);
		value
	}

	#[test]
	fn a_status_is_plain_json() {
		let applied = applied();
		let value = json(&status(Stage::Private), Leaf::Counted(&applied), None);
		assert_eq!(
			value,
			json!({
				"provider": AccountId32::from([1; 32]),
				"sequence": 7,
				"batch": 4,
				"recorded": 5,
				"stage": "private",
				"deadline": 600,
				"level": "counterparty",
				"raised": false,
				"objection": null,
				"decision": null,
			})
		);
		let raised =
			RecordStatus { level_raised: Some(Level::Confirmed), ..status(Stage::Applied) };
		let value = json(&raised, Leaf::Counted(&applied), None);
		assert_eq!((&value["stage"], &value["deadline"]), (&json!("applied"), &json!(900)));
		assert_eq!((&value["level"], &value["raised"]), (&json!("confirmed"), &json!(true)));
	}

	#[test]
	fn what_the_node_does_not_keep_it_does_not_tell() {
		let value = json(&status(Stage::Applied), Leaf::Unknown, None);
		assert_eq!((&value["deadline"], &value["level"]), (&Value::Null, &Value::Null));
		let value = json(&status(Stage::Private), Leaf::Refused, None);
		assert_eq!((&value["stage"], &value["deadline"]), (&json!("refused"), &Value::Null));
	}

	#[test]
	fn a_contest_says_its_deadline_and_its_default() {
		let disputed = RecordStatus { objection: Some(objection()), ..status(Stage::Disputed) };
		let value = json(&disputed, Leaf::Unknown, None);
		assert_eq!((&value["stage"], &value["deadline"]), (&json!("disputed"), &json!(800)));
		let two = format!("0x{}", "02".repeat(32));
		assert_eq!(
			value["objection"],
			json!({
				"waitsFor": "review",
				"deadline": 800,
				"default": "undecided",
				"reason": "neverHappened",
				"statement": format!("0x{}", "01".repeat(32)),
				"answer": two,
				"votes": {"upheld": 1, "dismissed": 0, "frivolous": 0},
				"majority": 2,
				"free": true,
			})
		);
	}

	#[test]
	fn a_decision_says_whether_the_record_is_out() {
		for (resolution, name, removed) in [
			(Resolution::Upheld, "upheld", true),
			(Resolution::Dismissed, "dismissed", false),
			(Resolution::Frivolous, "frivolous", false),
			(Resolution::Unanswered, "unanswered", true),
			(Resolution::Undecided, "undecided", true),
			(Resolution::RecordWithdrawn, "recordWithdrawn", true),
			(Resolution::ObjectionWithdrawn, "objectionWithdrawn", false),
			(Resolution::Contradicted, "contradicted", true),
			(Resolution::Repeated, "repeated", true),
		] {
			let decision =
				Decision { resolution, at: 700, expires: 900, statement: None, answer: None };
			let value = json(&status(Stage::Removed), Leaf::Unknown, Some(&decision));
			assert_eq!(value["decision"]["resolution"], name);
			assert_eq!(value["decision"]["removed"], removed);
		}
	}
}
