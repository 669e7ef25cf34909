//! How far a record has come, and how records have to look.

use crate::{
	cli::{Schemas, Which},
	error::Error,
	node::Node,
	words::time,
};
use hanse_client::Report;
use hanse_credit_model::Moment;
use hanse_record_json::{
	PlainDecision, PlainObjection, PlainStage, PlainStatus, PlainVotes, ProofDocument,
};
use pallet_credit_records::{ObjectionStep, Resolution};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fmt::Write as _;
use subxt::rpcs::rpc_params;

/// How far a record has come, as the node says it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Status {
	#[serde(flatten)]
	status: PlainStatus,
	/// The block that it was read from.
	block: Value,
}

/// Asks a node how far a record has come.
///
/// # Errors
///
/// What the node says, and what can go wrong on the way.
pub async fn status(node: &Node, which: &Which) -> Result<Status, Error> {
	let (provider, sequence) = (which.provider.to_string(), which.sequence);
	node.ask("credit_recordStatus", rpc_params![provider, sequence]).await
}

impl Report for Status {
	fn text(&self) -> String {
		let PlainStatus {
			provider,
			sequence,
			batch,
			recorded,
			stage,
			deadline,
			level,
			raised,
			objection,
			decision,
		} = &self.status;
		let mut out = String::new();
		// Writing to a string does not fail.
		let _ = writeln!(out, "record {sequence} of {provider}");
		let _ = writeln!(out, "  recorded in block {recorded}, batch {batch}");
		if let Some(level) = level {
			let raised = if *raised { " (raised)" } else { "" };
			let _ = writeln!(out, "  level {}{raised}", name(level));
		}
		let _ = writeln!(out, "  {}: {}", name(stage), meaning(*stage));
		if let Some(deadline) = deadline {
			let _ = writeln!(out, "  until {}", time(*deadline));
		}
		if let Some(objection) = objection {
			out.push_str(&objection_text(objection));
		}
		if let Some(decision) = decision {
			out.push_str(&decision_text(decision));
		}
		out
	}
}

const fn meaning(stage: PlainStage) -> &'static str {
	match stage {
		PlainStage::Refused => "it was refused when it was submitted, and never counted",
		PlainStage::Private => "it counts provisionally, and others have time to speak",
		PlainStage::Agreed => "the time of others is over, and it is about to be settled",
		PlainStage::Applied => "it is settled, and counts",
		PlainStage::Disputed => "its subject objects, and it does not count until that is decided",
		PlainStage::Removed => "it does not count any more",
		PlainStage::Expired => "it is as old as such records are kept",
	}
}

fn objection_text(objection: &PlainObjection) -> String {
	let PlainObjection { waits_for, deadline, default, votes, majority, .. } = objection;
	let PlainVotes { upheld, dismissed, frivolous } = votes;
	let waits_for = match waits_for {
		ObjectionStep::Answer => "the provider's answer",
		ObjectionStep::Review => "the reviewers",
	};
	let mut out = String::new();
	// Writing to a string does not fail.
	let _ = writeln!(
		out,
		"  the objection waits for {waits_for} until {}; without it: {}",
		time(*deadline),
		resolution(*default)
	);
	let _ = writeln!(
		out,
		"  verdicts: {upheld} upheld, {dismissed} dismissed, {frivolous} frivolous; {majority} decide"
	);
	out
}

fn decision_text(decision: &PlainDecision) -> String {
	format!("  decided {}: {}\n", time(decision.at), resolution(decision.resolution))
}

/// How a contest ends, in words.
pub const fn resolution(resolution: Resolution) -> &'static str {
	match resolution {
		Resolution::Upheld => "the reviewers found for the subject, and the record is out",
		Resolution::Dismissed => "the reviewers found for the record, and it counts",
		Resolution::Frivolous => "the reviewers found for the record, and that the subject knew",
		Resolution::Unanswered => "the provider did not answer in time, and the record is out",
		Resolution::Undecided => "the reviewers did not decide in time, and the record is out",
		Resolution::RecordWithdrawn => "the provider took the record back",
		Resolution::ObjectionWithdrawn => {
			"the subject took its objection back, and the record counts"
		},
		Resolution::Contradicted => {
			"the record contradicts another of the same source, and both are out"
		},
		Resolution::Repeated => "the record repeats another of the same source, and is out",
	}
}

/// A value of an enum as JSON writes it.
pub fn name(value: &impl Serialize) -> String {
	match serde_json::to_value(value) {
		Ok(Value::String(name)) => name,
		_ => String::new(),
	}
}

/// What was recorded, in a few lines.
pub fn record_text(document: &ProofDocument) -> String {
	let ProofDocument { provider, sequence, record, counted, .. } = document;
	let mut out = String::new();
	// Writing to a string does not fail.
	let _ = writeln!(out, "record {sequence} of {provider}:");
	let _ = writeln!(out, "  {} says about", record.source);
	let _ = writeln!(
		out,
		"  {}: {} {}.{:02} %, level {}, on {}",
		record.subject,
		name(&record.indicator),
		record.outcome.points() / 100,
		record.outcome.points() % 100,
		name(&record.level),
		time(record.at)
	);
	let imported = if counted.imported { ", as an imported one" } else { "" };
	let _ = writeln!(out, "  counted {}{imported}", time(counted.counted_at));
	out
}

/// How records have to look.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct AllSchemas {
	schemas: Vec<Schema>,
	/// The block that they were read from.
	block: Value,
}

/// How records of an indicator have to look, as far as it is told to people.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
	indicator: String,
	category: String,
	version: u16,
	unit: String,
	lowest: u16,
	highest: u16,
	step: u16,
	reference: String,
	reporters: Vec<String>,
	lowest_level: String,
	highest_level: String,
	retention: Moment,
}

/// Asks a node how records have to look.
///
/// # Errors
///
/// What the node says, and what can go wrong on the way.
pub async fn schemas(node: &Node, which: &Schemas) -> Result<AllSchemas, Error> {
	let AllSchemas { mut schemas, block } = node.ask("credit_schemas", rpc_params![]).await?;
	if let Some(indicator) = &which.indicator {
		schemas.retain(|schema| schema.indicator == name(indicator));
	}
	Ok(AllSchemas { schemas, block })
}

impl Report for AllSchemas {
	fn text(&self) -> String {
		let mut out = String::new();
		for schema in &self.schemas {
			let Schema { lowest, highest, step, lowest_level, highest_level, .. } = schema;
			// Writing to a string does not fail.
			let _ = writeln!(
				out,
				"{} ({}), version {}",
				schema.indicator, schema.category, schema.version
			);
			let _ = writeln!(
				out,
				"  outcome {lowest} to {highest} in steps of {step} ({}); reference {}",
				schema.unit, schema.reference
			);
			let _ = writeln!(
				out,
				"  level {lowest_level} to {highest_level}; in its own name: {}",
				schema.reporters.join(", ")
			);
			let _ = writeln!(out, "  kept for {} days", schema.retention / 86_400);
		}
		out
	}
}
