//! What each part of the model is worth: the same history with one part after the other switched off.

use crate::{
	account,
	engine::{Engine, Standings},
	labels::Labels,
	measures::{self, Warnings},
	ratings::{RETENTION, Rating},
	report::percent,
};
use hanse_client::Progress;
use hanse_credit_model::{BASIS_POINTS, Parameters, Source};
use serde::Serialize;
use std::fmt::Write;

/// What is switched off.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, Debug)]
#[serde(rename_all = "snake_case")]
pub enum Off {
	/// Nothing.
	Nothing,
	/// The credibility of sources: everybody's word weighs the same.
	Credibility,
	/// Decay: what happened long ago weighs as much as what happened just now, or nearly, as the
	/// longest half-life that can be voted is ten years.
	Decay,
	/// Levels: a declaration weighs as much as what an authority observed.
	Level,
	/// The signals of the network: it does not matter who trades with whom.
	Network,
}

impl Off {
	const ALL: [Self; 5] =
		[Self::Nothing, Self::Credibility, Self::Decay, Self::Level, Self::Network];

	/// What the row is called.
	const fn name(self) -> &'static str {
		match self {
			Self::Nothing => "full model",
			Self::Credibility => "without credibility",
			Self::Decay => "without decay",
			Self::Level => "without levels",
			Self::Network => "without network",
		}
	}

	/// The constants of the model without it.
	fn parameters(self) -> Parameters {
		let mut parameters = Parameters::default();
		match self {
			Self::Nothing | Self::Network => {},
			Self::Credibility => parameters.credibility_power = 0,
			Self::Decay => {
				for indicator in &mut parameters.indicators {
					indicator.half_life = Parameters::MAX_HALF_LIFE;
				}
				parameters.risk_half_life = Parameters::MAX_HALF_LIFE;
				parameters.freshness_half_life = Parameters::MAX_HALF_LIFE;
			},
			Self::Level => parameters.level_weights = [BASIS_POINTS; 4],
		}
		parameters
	}

	/// The model without it.
	fn engine(self) -> Engine {
		let engine = Engine::new(self.parameters(), RETENTION);
		if self == Self::Network { engine.without_network() } else { engine }
	}
}

/// The figures of a history with one part of the model switched off. The names of the fields are those
/// of the JSON object.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct Row {
	/// Which part.
	pub off: Off,
	/// The risk just before each rating against "this rating is negative", over the last two thirds.
	pub early_warning_auc: Option<f64>,
	/// Low credibility at the end against the labels; `null` without labels of both kinds.
	pub fraudulent_sources_auc: Option<f64>,
	/// Whom warnings reached in time.
	pub warnings: Option<Warnings>,
}

/// What each part is worth.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct Ablation {
	/// How many ratings were replayed.
	pub records: usize,
	/// How many lines could not be used.
	pub skipped: usize,
	/// The full model, and then one row for each part.
	pub rows: Vec<Row>,
}

impl Row {
	fn new(off: Off, ratings: &[Rating], labels: Option<&Labels>, standings: &Standings) -> Self {
		let newcomer = Source::new(&standings.parameters);
		let credibility = |trader| {
			standings.sources.get(&account::of_trader(trader)).unwrap_or(&newcomer).credibility()
		};
		Self {
			off,
			early_warning_auc: measures::early_warning(ratings, &standings.risks).auc,
			fraudulent_sources_auc: labels
				.and_then(|labels| measures::fraudulent_sources(labels, credibility)),
			warnings: measures::warnings(ratings, &standings.warnings),
		}
	}
}

impl Ablation {
	/// Replays a history once for each part, in submissions of so many records at most.
	pub fn new(ratings: &[Rating], skipped: usize, labels: Option<&Labels>, batch: usize) -> Self {
		let total = ratings.len().saturating_mul(Off::ALL.len());
		let mut progress = Progress::new("records computed", total as u64);
		let mut done = 0;
		let rows = Off::ALL.map(|off| {
			let standings = off.engine().replay(ratings, batch, |part| {
				progress.set((done + part) as u64);
			});
			done += ratings.len();
			Row::new(off, ratings, labels, &standings)
		});
		Self { records: ratings.len(), skipped, rows: rows.into() }
	}

	/// The result as a text for people.
	pub fn text(&self) -> String {
		let mut text = String::new();
		// Writing to a string cannot fail.
		let _ = self.write(&mut text);
		text
	}

	fn write(&self, out: &mut String) -> std::fmt::Result {
		write!(out, "{} ratings", self.records)?;
		if self.skipped > 0 {
			write!(out, ", {} lines skipped", self.skipped)?;
		}
		writeln!(out, "\n")?;
		writeln!(
			out,
			"{:20}{:>15}{:>20}{:>9}{:>14}{:>14}",
			"", "early warning", "fraudulent sources", "warned", "false alarms", "lead in days"
		)?;
		let auc =
			|value: Option<f64>| value.map_or("–".to_owned(), |value| format!("{value:.3}"));
		for row in &self.rows {
			let Row { off, early_warning_auc, fraudulent_sources_auc, warnings } = row;
			let share =
				|share: fn(&Warnings) -> Option<f64>| percent(warnings.as_ref().and_then(share));
			let lead = warnings.and_then(|warnings| warnings.median_lead_days);
			writeln!(
				out,
				"{:20}{:>15}{:>20}{:>9}{:>14}{:>14}",
				off.name(),
				auc(*early_warning_auc),
				auc(*fraudulent_sources_auc),
				share(|warnings| warnings.warned_share),
				share(|warnings| warnings.false_alarm_share),
				lead.map_or("–".to_owned(), |days| format!("{days:.2}")),
			)?;
		}
		writeln!(
			out,
			"\nRatings are all of one level: switched off or not, levels only scale their weight. And the \
			 network knows of nothing but who rated whom."
		)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{labels, ratings};

	#[test]
	fn what_is_switched_off_can_be_voted() {
		for off in Off::ALL {
			assert_eq!(off.parameters().validate(), Ok(()), "{off:?}");
			let same = off.parameters() == Parameters::default();
			assert_eq!(same, matches!(off, Off::Nothing | Off::Network), "{off:?}");
		}
	}

	#[test]
	fn there_is_a_row_for_each_part() {
		let text = "\
1,2,5,1300000000
2,1,4,1300000100
7,6,10,1300259200
1,6,-10,1310345600
2,6,-9,1320432000
3,6,-10,1330518400
6,1,-10,1340000000
4,6,-8,1340086400
";
		let (ratings, _) = ratings::read(text.as_bytes(), "", 2_000_000_000).unwrap();
		let labels = labels::read(&b"1,1\n2,1\n7,-1\n"[..]).unwrap().0;
		let ablation = Ablation::new(&ratings, 3, Some(&labels), 2);
		assert_eq!(ablation.rows.iter().map(|row| row.off).collect::<Vec<_>>(), Off::ALL);
		assert!(ablation.rows.iter().all(|row| row.early_warning_auc.is_some()));
		let value = serde_json::to_value(&ablation).unwrap();
		assert_eq!((&value["records"], &value["skipped"]), (&8.into(), &3.into()));
		assert_eq!(value["rows"][1]["off"], "credibility");
		assert_eq!(value["rows"][0]["warnings"]["subjects"], 1);
		let text = ablation.text();
		for part in ["8 ratings, 3 lines skipped", "full model", "without decay", "false alarms"] {
			assert!(text.contains(part), "{part} is missing in:\n{text}");
		}
		// Each row is that of the engine with one part off.
		let alone = Off::Decay.engine().replay(&ratings, 2, |_| {});
		assert_eq!(Row::new(Off::Decay, &ratings, Some(&labels), &alone), ablation.rows[2]);
	}
}
