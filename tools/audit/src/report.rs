//! What an audit prints.

use crate::{
	compare::{Compared, Difference, name},
	node::Node,
	work::Work,
};
use hanse_audit::Account;
use hanse_credit_model::{Grade, ScoreReport};
use serde::Serialize;
use std::{fmt::Write as _, process::ExitCode};

/// How many differences are told to people.
const SHOWN: usize = 20;

/// What came of an audit.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
	/// The hash of the chain's first block.
	chain: String,
	/// The block with whose end it began; what stood there was taken as it is.
	from: u32,
	/// The block at whose end everything was compared.
	block: u32,
	/// Its hash.
	block_hash: String,
	/// The runtimes that were at work.
	runtimes: Vec<Runtime>,
	/// How many records counted.
	records: usize,
	/// How many subjects were compared.
	subjects: usize,
	/// How many sources were compared.
	sources: usize,
	/// How many scores were compared.
	scores: usize,
	/// Whether all of that is the same, and so is all that events said on the way.
	equal: bool,
	/// The score that was asked for.
	#[serde(skip_serializing_if = "Option::is_none")]
	score: Option<Score>,
	/// The differences, those first that arose first.
	differences: Vec<Difference>,
	/// How many more of them events told on the way.
	further: u64,
}

/// A runtime.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Runtime {
	/// From which block on.
	from: u32,
	/// Its version.
	spec_version: u32,
}

/// A score as it follows from blocks.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Score {
	/// The account that was asked for, in SS58.
	account: String,
	/// The account by which records know it, in SS58.
	subject: String,
	/// The score; `None` if nothing was ever said.
	#[serde(flatten)]
	report: Option<Plain>,
}

/// The parts of a score that people ask for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Plain {
	/// The version of the parameters.
	version: u32,
	/// From 0 to 1,000.
	score: u16,
	/// Its class.
	grade: Grade,
	/// How much of it could be told from evidence, in basis points.
	confidence: u16,
	/// How likely the next record is adverse, in basis points.
	risk: u16,
	/// The score in thousandths of a point.
	thousandths: u32,
}

impl From<ScoreReport> for Plain {
	fn from(report: ScoreReport) -> Self {
		let ScoreReport { version, score, grade, confidence, risk, thousandths, .. } = report;
		Self { version, score, grade, confidence, risk: risk.0, thousandths }
	}
}

impl Report {
	/// What came of an audit, of one account or of all.
	pub fn new(node: &Node, work: &Work, compared: Compared, account: Option<&Account>) -> Self {
		let Compared { subjects, sources, scores, differences } = compared;
		let runtime = |(from, spec_version): &(u32, u32)| Runtime {
			from: *from,
			spec_version: *spec_version,
		};
		Self {
			chain: format!("{:?}", node.genesis()),
			from: work.from,
			block: work.block,
			block_hash: format!("{:?}", work.hash),
			runtimes: work.reading.runtimes.iter().map(runtime).collect(),
			records: work.engine.records(),
			subjects,
			sources,
			scores,
			equal: differences.is_empty(),
			score: account.map(|account| Score {
				account: name(account),
				subject: name(&work.engine.subject_of(account)),
				report: work.engine.report(account).map(Plain::from),
			}),
			further: work.found.saturating_sub(work.findings.len() as u64),
			differences,
		}
	}

	/// What the process ends with.
	pub fn exit_code(&self) -> ExitCode {
		if self.equal { ExitCode::SUCCESS } else { ExitCode::from(1) }
	}
}

impl hanse_client::Report for Report {
	fn text(&self) -> String {
		let mut out = String::new();
		// Writing to a string does not fail.
		let Self { from, block, records, subjects, sources, scores, .. } = self;
		if let Some(score) = &self.score {
			let _ = match score.report {
				Some(Plain { version, score: points, grade, confidence, risk, .. }) => writeln!(
					out,
					"{}: {points} ({grade:?}), confidence {}, risk {}, by parameters {version}",
					score.account,
					percent(confidence),
					percent(risk)
				),
				None => writeln!(out, "{}: nothing was ever said", score.account),
			};
		}
		let _ = writeln!(
			out,
			"recomputed from the blocks after {from} up to {block}: {records} records"
		);
		let _ = writeln!(out, "compared: {subjects} subjects, {sources} sources, {scores} scores");
		for Runtime { from, spec_version } in &self.runtimes {
			let _ = writeln!(out, "runtime {spec_version} from block {from} on");
		}
		if self.equal {
			let _ = writeln!(out, "equal, bit by bit");
			return out;
		}
		let count = (self.differences.len() as u64).saturating_add(self.further);
		let _ = writeln!(out, "NOT EQUAL: {count} differences");
		for Difference { block, text, .. } in self.differences.iter().take(SHOWN) {
			let _ = match block {
				Some(block) => writeln!(out, "  block {block}: {text}"),
				None => writeln!(out, "  {text}"),
			};
		}
		let untold = count.saturating_sub(self.differences.len().min(SHOWN) as u64);
		if untold > 0 {
			let _ = writeln!(out, "  … and {untold} more");
		}
		out
	}
}

/// Basis points as people read them.
fn percent(basis_points: u16) -> String {
	format!("{}.{:02} %", basis_points / 100, basis_points % 100)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::compare::What;
	use hanse_client::Report as _;

	fn report(differences: Vec<Difference>) -> Report {
		Report {
			chain: "0x00".to_owned(),
			from: 0,
			block: 9,
			block_hash: "0x01".to_owned(),
			runtimes: vec![Runtime { from: 0, spec_version: 103 }],
			records: 7,
			subjects: 1,
			sources: 0,
			scores: 1,
			equal: differences.is_empty(),
			score: Some(Score {
				account: "5Alice".to_owned(),
				subject: "5Alice".to_owned(),
				report: Some(Plain {
					version: 2,
					score: 512,
					grade: Grade::Bb,
					confidence: 6_120,
					risk: 305,
					thousandths: 512_345,
				}),
			}),
			differences,
			further: 0,
		}
	}

	fn difference(block: Option<u32>) -> Difference {
		Difference {
			block,
			what: What::Subject,
			account: Some("5Alice".to_owned()),
			text: "something differs".to_owned(),
		}
	}

	#[test]
	fn what_is_equal_is_said_to_be_so() {
		let report = report(Vec::new());
		let text = report.text();
		assert!(
			text.starts_with("5Alice: 512 (Bb), confidence 61.20 %, risk 3.05 %, by parameters 2")
		);
		assert!(text.ends_with("equal, bit by bit\n"), "{text}");
		let json = serde_json::to_value(&report).unwrap();
		assert_eq!(json["equal"], true);
		assert_eq!(json["score"]["grade"], "BB");
		assert_eq!(json["score"]["thousandths"], 512_345);
		assert_eq!(json["runtimes"][0]["specVersion"], 103);
	}

	#[test]
	fn differences_are_told_with_their_blocks() {
		let mut report = report(vec![difference(Some(5)); 30]);
		report.differences.push(difference(None));
		report.further = 4;
		let text = report.text();
		assert!(
			text.contains("NOT EQUAL: 35 differences\n  block 5: something differs\n"),
			"{text}"
		);
		assert!(text.ends_with("  … and 15 more\n"), "{text}");
		let json = serde_json::to_value(&report).unwrap();
		assert_eq!(json["differences"][30]["block"], serde_json::Value::Null);
		assert_eq!(json["differences"][0]["what"], "subject");
	}

	#[test]
	fn who_is_not_known_has_no_score() {
		let mut report = report(Vec::new());
		report.score.as_mut().unwrap().report = None;
		assert!(report.text().starts_with("5Alice: nothing was ever said\n"));
		let json = serde_json::to_value(&report).unwrap();
		assert_eq!(json["score"].as_object().unwrap().len(), 2);
	}
}
