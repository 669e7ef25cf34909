//! What is answered about scores, in plain JSON.

use super::words;
use crate::rpc::question::AnswerBlock;
use hanse_credit_model::{
	BASIS_POINTS, DimensionReport, Explanation, Fixed, Grade, Indicator, IndicatorReport,
	NetworkSignals, Reason, ScoreReport, Warning, WarningLevel, WarningReason,
};
use hanse_runtime::{AccountId, Hash};
use pallet_credit_score::{
	Announcement, Cause, Change, Effect, Moved, RecordId, ScoreExplanation, Standing, WarningReport,
};
use serde::{Deserialize, Serialize};
use sp_core::crypto::Ss58Codec;

/// A share in basis points as a number from 0 to 1.
pub fn basis_points(value: u16) -> f64 {
	f64::from(value) / f64::from(BASIS_POINTS)
}

fn millionths(value: u32) -> f64 {
	f64::from(value) / f64::from(DimensionReport::WHOLE)
}

/// Thousandths of a point as points.
fn points(thousandths: u32) -> f64 {
	f64::from(thousandths) / 1_000.0
}

fn fixed(value: Fixed) -> f64 {
	value.bits() as f64 / Fixed::ONE.bits() as f64
}

/// One dimension of a score.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ScoreDimension {
	/// Which one.
	pub dimension: hanse_credit_model::Dimension,
	/// W: its weight in the score, 0 to 1.
	pub weight: f64,
	/// D: what its indicators say, 0 to 1.
	pub value: f64,
	/// R: how timely and reliable the evidence is, 0 to 1.
	pub adjustment: f64,
	/// W·D·R in points of the score.
	pub points: f64,
}

impl ScoreDimension {
	fn new(part: &DimensionReport) -> Self {
		Self {
			dimension: part.dimension,
			weight: basis_points(part.weight),
			value: millionths(part.value),
			adjustment: millionths(part.adjustment),
			points: points(part.points),
		}
	}
}

/// The parts of a score.
pub fn dimensions(report: &ScoreReport) -> Vec<ScoreDimension> {
	report.dimensions.iter().map(ScoreDimension::new).collect()
}

/// One indicator of a dimension.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ScoreIndicator {
	/// Which one.
	pub indicator: Indicator,
	/// v: its share in the dimension, 0 to 1.
	pub share: f64,
	/// x̂: what evidence and prior say together, 0 to 1.
	pub estimate: f64,
	/// The weight of what speaks for the subject, in full records.
	pub good: f64,
	/// The weight of what speaks against it.
	pub bad: f64,
	/// How well that is founded: 0 to 1.
	pub quality: f64,
	/// When the newest event happened, in seconds since the UNIX epoch; nothing without evidence.
	pub newest: Option<u64>,
	/// Its part of the dimension's points.
	pub points: f64,
}

impl ScoreIndicator {
	fn new(part: &IndicatorReport) -> Self {
		Self {
			indicator: part.indicator,
			share: basis_points(part.share),
			estimate: fixed(part.estimate),
			good: fixed(part.good),
			bad: fixed(part.bad),
			quality: fixed(part.quality),
			newest: part.newest,
			points: points(part.points),
		}
	}
}

/// One dimension of a score, with its indicators.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct DimensionExplained {
	/// The dimension.
	#[serde(flatten)]
	pub part: ScoreDimension,
	/// Its indicators. Their points sum to its own.
	pub indicators: Vec<ScoreIndicator>,
}

/// Something that keeps a score from 1,000.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ScoreShortfall {
	/// What, and of which dimension or indicator.
	#[serde(flatten)]
	pub reason: Reason,
	/// What it costs.
	pub points: f64,
	/// The same in words.
	pub words: String,
}

/// A reason of a warning.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ReasonToWarn {
	/// Which one.
	pub reason: WarningReason,
	/// How urgent it is by itself.
	pub level: WarningLevel,
	/// The same in words.
	pub words: String,
}

/// What there is to beware of.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ScoreWarning {
	/// How urgent it is.
	pub level: WarningLevel,
	/// Why.
	pub reasons: Vec<ReasonToWarn>,
}

impl ScoreWarning {
	/// A warning in plain JSON.
	pub fn new(warning: &Warning) -> Self {
		let reasons = warning.reasons.iter().map(|(reason, level)| ReasonToWarn {
			reason,
			level,
			words: words::of_warning(reason, level),
		});
		Self { level: warning.level, reasons: reasons.collect() }
	}
}

/// A warning with what it follows from.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct WarningExplained {
	/// What there is to beware of at the time of the block.
	#[serde(flatten)]
	pub warning: ScoreWarning,
	/// What was announced last. It may differ for up to a day.
	pub announced: ScoreWarning,
	/// By how much records have made the subject's conduct worse than its own average: 0 to 1.
	pub fall: f64,
	/// What the trade network says.
	pub network: NetworkSignals,
}

impl WarningExplained {
	fn new(report: &WarningReport) -> Self {
		Self {
			warning: ScoreWarning::new(&report.warning),
			announced: ScoreWarning::new(&report.announced),
			fall: basis_points(report.fall),
			network: report.signals,
		}
	}
}

/// A warning, and whose it is.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ScoreWarningNow {
	/// Whose, in SS58.
	pub account: String,
	/// What there is to beware of.
	#[serde(flatten)]
	pub warning: WarningExplained,
	/// The block that the answer was read from.
	pub block: AnswerBlock,
}

impl ScoreWarningNow {
	/// A warning in plain JSON.
	pub fn new(account: &AccountId, report: &WarningReport, block: AnswerBlock) -> Self {
		Self { account: account.to_ss58check(), warning: WarningExplained::new(report), block }
	}
}

/// Where a subject stands, in short.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ScoreStanding {
	/// 0 to 1,000.
	pub score: u16,
	/// D to AAA.
	pub grade: Grade,
	/// What there is to beware of.
	pub warning: ScoreWarning,
}

impl ScoreStanding {
	fn new(standing: &Standing) -> Self {
		Self {
			score: standing.score,
			grade: standing.grade,
			warning: ScoreWarning::new(&standing.warning),
		}
	}
}

/// Which record: `credit_recordStatus` and `credit_recordProof` take these two.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ScoreRecord {
	/// Who submitted it, in SS58.
	pub provider: String,
	/// Its number in the provider's stream.
	pub sequence: u64,
}

impl ScoreRecord {
	fn new(record: &RecordId<AccountId>) -> Self {
		Self { provider: record.provider.to_ss58check(), sequence: record.sequence }
	}
}

/// Why a subject stands elsewhere.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum ScoreCause {
	/// A record counts.
	Record(ScoreRecord),
	/// A record does not count any more.
	Retracted(ScoreRecord),
	/// A record counts again.
	Restored(ScoreRecord),
	/// A record counts more.
	Raised(ScoreRecord),
	/// Adverse evidence reached its end.
	Expired,
	/// Another version of the parameters.
	Parameters {
		/// Which one.
		version: u32,
	},
	/// The trade network.
	Network,
	/// Time alone.
	Time,
}

impl ScoreCause {
	fn new(cause: &Cause<AccountId>) -> Self {
		match cause {
			Cause::Record(record) => Self::Record(ScoreRecord::new(record)),
			Cause::Retracted(record) => Self::Retracted(ScoreRecord::new(record)),
			Cause::Restored(record) => Self::Restored(ScoreRecord::new(record)),
			Cause::Raised(record) => Self::Raised(ScoreRecord::new(record)),
			Cause::Expired => Self::Expired,
			Cause::Parameters { version } => Self::Parameters { version: *version },
			Cause::Network => Self::Network,
			Cause::Time => Self::Time,
		}
	}
}

/// A change that was announced.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PastChange {
	/// The number of the block in which it was announced.
	pub block: u32,
	/// The time that the score was computed for, in seconds since the UNIX epoch.
	pub at: u64,
	/// The version of the parameters.
	pub version: u32,
	/// Where the subject had stood.
	pub old: ScoreStanding,
	/// Where it stood then.
	pub new: ScoreStanding,
	/// Why.
	pub cause: ScoreCause,
	/// The same in words.
	pub words: String,
}

impl PastChange {
	fn new(change: &Change<AccountId>) -> Self {
		Self {
			block: change.block,
			at: change.at,
			version: change.version,
			old: ScoreStanding::new(&change.old),
			new: ScoreStanding::new(&change.new),
			cause: ScoreCause::new(&change.cause),
			words: words::of_change(&change.old, &change.new, &change.cause),
		}
	}
}

/// What was announced about a subject lately.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ScoreHistory {
	/// Whose, in SS58.
	pub account: String,
	/// The changes, the latest at the end.
	pub changes: Vec<PastChange>,
	/// The block that the answer was read from.
	pub block: AnswerBlock,
}

impl ScoreHistory {
	/// A history in plain JSON.
	pub fn new(account: &AccountId, changes: &[Change<AccountId>], block: AnswerBlock) -> Self {
		Self {
			account: account.to_ss58check(),
			changes: changes.iter().map(PastChange::new).collect(),
			block,
		}
	}
}

/// A record that moved a score.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ScoreMove {
	/// Which record.
	#[serde(flatten)]
	pub record: ScoreRecord,
	/// What happened to it: `counted`, `takenOut`, `putBack` or `raised`.
	pub effect: String,
	/// By how many points the score moved then.
	pub points: f64,
	/// The same in words.
	pub words: String,
}

impl ScoreMove {
	fn new(moved: &Moved<AccountId>) -> Self {
		let effect = match moved.effect {
			Effect::Counted => "counted",
			Effect::TakenOut => "takenOut",
			Effect::PutBack => "putBack",
			Effect::Raised => "raised",
		};
		Self {
			record: ScoreRecord::new(&moved.record),
			effect: effect.to_owned(),
			points: f64::from(moved.change) / 1_000.0,
			words: words::of_move(moved),
		}
	}
}

/// A score with everything that it follows from.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ScoreExplained {
	/// Whose, in SS58.
	pub account: String,
	/// 0 to 1,000.
	pub score: u16,
	/// The same before its fraction is cut off: exactly the sum of the dimensions' points.
	pub exact: f64,
	/// D to AAA.
	pub grade: Grade,
	/// How much of the score could be told from evidence at all: 0 to 1.
	pub confidence: f64,
	/// How likely the next record is adverse: 0 to 1.
	pub risk: f64,
	/// Why the score is not higher, in words; what costs less than a point is left out.
	pub reasons: Vec<String>,
	/// What there is to beware of.
	pub warning: WarningExplained,
	/// The parts.
	pub dimensions: Vec<DimensionExplained>,
	/// What keeps the score from 1,000, the most costly first. Together with the score it makes 1,000
	/// exactly.
	pub shortfalls: Vec<ScoreShortfall>,
	/// Where the subject stood when that was announced last.
	pub announced: ScoreStanding,
	/// By how many points the score differs from that now.
	pub change_since: i32,
	/// What was announced last, and why.
	pub last_change: Option<PastChange>,
	/// The records that moved the score last, the latest at the end.
	pub recent: Vec<ScoreMove>,
	/// The version of the parameters that it was computed with.
	pub version: u32,
	/// The time that the evidence was decayed to, in seconds since the UNIX epoch.
	pub computed_at: u64,
	/// The block that the answer was read from.
	pub block: AnswerBlock,
}

impl ScoreExplained {
	/// An explanation in plain JSON.
	pub fn new(
		account: &AccountId,
		explained: ScoreExplanation<AccountId>,
		block: AnswerBlock,
	) -> Self {
		let ScoreExplanation { explanation, announced, last, warning, recent } = explained;
		let Explanation { report, indicators, shortfalls } = explanation;
		let dimensions = report.dimensions.iter().map(|part| DimensionExplained {
			part: ScoreDimension::new(part),
			indicators: indicators
				.iter()
				.filter(|indicator| indicator.indicator.dimension() == part.dimension)
				.map(ScoreIndicator::new)
				.collect(),
		});
		let newest = |dimension| {
			let of_dimension = indicators.iter().filter(|j| j.indicator.dimension() == dimension);
			of_dimension.filter_map(|indicator| indicator.newest).max()
		};
		let shortfalls = shortfalls
			.iter()
			.map(|shortfall| ScoreShortfall {
				reason: shortfall.reason,
				points: points(shortfall.points),
				words: words::of_shortfall(shortfall, newest, report.computed_at),
			})
			.collect::<Vec<_>>();
		let worth_saying = shortfalls.iter().filter(|shortfall| shortfall.points >= 1.0);
		Self {
			account: account.to_ss58check(),
			score: report.score,
			exact: points(report.thousandths),
			grade: report.grade,
			confidence: basis_points(report.confidence),
			risk: basis_points(report.risk.0),
			reasons: worth_saying.map(|shortfall| shortfall.words.clone()).collect(),
			warning: WarningExplained::new(&warning),
			dimensions: dimensions.collect(),
			announced: ScoreStanding::new(&announced),
			change_since: i32::from(report.score) - i32::from(announced.score),
			last_change: last.as_ref().map(PastChange::new),
			recent: recent.iter().map(ScoreMove::new).collect(),
			version: report.version,
			computed_at: report.computed_at,
			shortfalls,
			block,
		}
	}
}

/// A change in a block that has become final.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ScoreChange {
	/// Whose, in SS58.
	pub account: String,
	/// Where the subject had stood.
	pub old: ScoreStanding,
	/// Where it stands.
	pub new: ScoreStanding,
	/// Why.
	pub cause: ScoreCause,
	/// The same in words.
	pub words: String,
	/// The hash of the block.
	pub block: Hash,
}

impl ScoreChange {
	/// An announcement in plain JSON.
	pub fn new(announcement: &Announcement<AccountId>, block: Hash) -> Self {
		let Announcement { subject, old, new, cause } = announcement;
		Self {
			account: subject.to_ss58check(),
			old: ScoreStanding::new(old),
			new: ScoreStanding::new(new),
			cause: ScoreCause::new(cause),
			words: words::of_change(old, new, cause),
			block,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::rpc::question::Finality;
	use hanse_credit_model::{Dimension, Parameters, Reasons, Subject};

	fn block() -> AnswerBlock {
		AnswerBlock { hash: Hash::zero(), number: 7, finality: Finality::Finalized }
	}

	fn account() -> AccountId {
		[1; 32].into()
	}

	fn record() -> RecordId<AccountId> {
		RecordId { provider: [2; 32].into(), sequence: 17 }
	}

	fn worse() -> Change<AccountId> {
		let reasons = Reasons { risk: WarningLevel::Warning, ..Reasons::default() };
		Change {
			block: 5,
			at: 86_400,
			version: 0,
			old: Standing { score: 512, grade: Grade::Bb, ..Standing::default() },
			new: Standing { score: 488, grade: Grade::B, warning: reasons.into() },
			cause: Cause::Record(record()),
		}
	}

	fn explained() -> ScoreExplanation<AccountId> {
		let change = worse();
		ScoreExplanation {
			explanation: Subject::default().explain(86_400, &Parameters::default()),
			announced: change.new,
			warning: WarningReport {
				warning: change.new.warning,
				announced: change.old.warning,
				signals: NetworkSignals::default(),
				fall: 2_500,
			},
			last: Some(change),
			recent: vec![Moved { record: record(), effect: Effect::Counted, change: -24_100 }],
		}
	}

	#[test]
	fn an_explanation_is_plain_json_and_adds_up() {
		let explained = ScoreExplained::new(&account(), explained(), block());
		let json = serde_json::to_value(&explained).unwrap();
		assert_eq!(json["score"], 0);
		assert_eq!(json["exact"], 0.0);
		assert_eq!(json["changeSince"], -488);
		assert_eq!(json["dimensions"][4]["dimension"], "compliance");
		assert_eq!(json["dimensions"][4]["indicators"].as_array().unwrap().len(), 6);
		assert_eq!(json["dimensions"][4]["indicators"][0]["indicator"], "businessRegistration");
		assert_eq!(json["lastChange"]["cause"]["kind"], "record");
		assert_eq!(json["lastChange"]["cause"]["sequence"], 17);
		assert_eq!(json["lastChange"]["old"]["grade"], "BB");
		assert_eq!(json["recent"][0]["sequence"], 17);
		assert_eq!(json["recent"][0]["points"], -24.1);
		assert_eq!(json["warning"]["level"], "warning");
		assert_eq!(json["warning"]["reasons"][0]["reason"], "risk");
		assert_eq!(json["warning"]["announced"]["level"], "none");
		assert_eq!(json["warning"]["fall"], 0.25);
		assert_eq!(json["warning"]["network"]["closedRing"], false);
		// Of nobody nothing is known: each dimension costs what it weighs.
		assert_eq!(json["shortfalls"][0]["kind"], "noEvidence");
		assert_eq!(json["shortfalls"][0]["of"], "transactionFulfilment");
		assert_eq!(json["shortfalls"][0]["points"], 300.0);
		let missing = explained.shortfalls.iter().map(|shortfall| shortfall.points).sum::<f64>();
		assert_eq!(missing + explained.exact, 1_000.0);
		assert_eq!(explained.reasons.len(), Dimension::COUNT);
	}

	#[test]
	fn a_history_is_plain_json() {
		let changes = [
			worse(),
			Change { cause: Cause::Parameters { version: 3 }, ..worse() },
			Change { cause: Cause::Time, ..worse() },
		];
		let history = ScoreHistory::new(&account(), &changes, block());
		let json = serde_json::to_value(history).unwrap();
		assert_eq!(json["changes"][0]["cause"]["kind"], "record");
		assert_eq!(
			json["changes"][1]["cause"],
			serde_json::json!({ "kind": "parameters", "version": 3 })
		);
		assert_eq!(json["changes"][2]["cause"], serde_json::json!({ "kind": "time" }));
		assert_eq!(json["changes"][0]["new"]["warning"]["level"], "warning");
		assert_eq!(json["block"]["number"], 7);
	}

	#[test]
	fn a_warning_is_plain_json() {
		let warning = ScoreWarningNow::new(&account(), &explained().warning, block());
		let json = serde_json::to_value(warning).unwrap();
		assert_eq!(json["level"], "warning");
		assert_eq!(json["announced"]["reasons"], serde_json::json!([]));
		assert!(json["reasons"][0]["words"].as_str().unwrap().len() > 20);
	}
}
