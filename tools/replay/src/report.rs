//! The result, for people and for programs.

use crate::{
	account,
	engine::Standings,
	labels::Labels,
	measures::{self, EarlyWarning, Warnings},
	ratings::Rating,
};
use hanse_credit_model::{BASIS_POINTS, Grade, Moment, Source};
use serde::Serialize;
use std::{
	cmp::Reverse,
	collections::{HashMap, HashSet},
	fmt::Write,
};

/// How many of the best and of the worst are listed.
const LISTED: usize = 10;

/// The result of a replay. The names of the fields are those of the JSON object.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct Report {
	/// `chain` or `offline`.
	pub mode: &'static str,
	/// How many ratings were replayed.
	pub records: usize,
	/// How many lines could not be used.
	pub skipped: usize,
	/// How many traders rated.
	pub sources: usize,
	/// How many traders were rated.
	pub subjects: usize,
	/// How long everything took.
	pub seconds: f64,
	/// How many records were submitted, or computed, per second of doing just that; `null` when
	/// there was nothing to do.
	pub records_per_second: Option<f64>,
	/// Low credibility at the end against the labels; `null` without labels of both kinds.
	pub fraudulent_sources_auc: Option<f64>,
	/// What the Fairness–Goodness iteration reaches on the same labels.
	pub fairness_goodness_fraudulent_sources_auc: Option<f64>,
	/// How many traders are labelled benign.
	pub labelled_benign: usize,
	/// How many traders are labelled fraudulent.
	pub labelled_fraudulent: usize,
	/// The risk just before each rating against "this rating is negative", over the last two thirds.
	pub early_warning_auc: Option<f64>,
	/// What the plain mean so far reaches on the same ratings.
	pub naive_early_warning_auc: Option<f64>,
	/// Over how many ratings early warning was measured.
	pub early_warning_cases: usize,
	/// How many of these were negative.
	pub early_warning_negative: usize,
	/// Whom warnings reached in time; `null` for a replay on a chain.
	pub warnings: Option<Warnings>,
	/// The time that the model has come to, in seconds since the UNIX epoch.
	pub clock: Moment,
	/// What the chain did.
	#[serde(flatten)]
	pub chain: Option<ChainReport>,
	/// The traders with the highest scores.
	pub best: Vec<Trader>,
	/// The traders with the highest risk: a low score alone may say no more than that little is
	/// known.
	pub worst: Vec<Trader>,
}

/// What is to be told of a replay on a chain.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct ChainReport {
	/// The node that was asked.
	pub url: String,
	/// The genesis hash of the chain.
	pub genesis: String,
	/// The member that submitted.
	pub provider: String,
	/// How many records this run added; the others had been recorded before.
	pub submitted: usize,
	/// The block of the first record, if it could be read.
	pub first_block: Option<u64>,
	/// The block of the last record, if it could be read.
	pub last_block: Option<u64>,
	/// The finalised block that credibility and scores were read at.
	pub read_at_block: u64,
	/// How many sources, subjects and risks on the chain differ from what the model gives offline.
	/// Evidence from others, or a settlement that had to wait for the next block, makes some differ.
	pub differing_sources: usize,
	/// See `differing_sources`.
	pub differing_subjects: usize,
	/// See `differing_sources`.
	pub differing_risks: usize,
	/// By how much credibility differs at most, of 1.
	pub largest_credibility_difference: f64,
	/// By how much a score differs at most, of 1,000.
	pub largest_score_difference: f64,
	/// By how much a risk differs at most, of 1.
	pub largest_risk_difference: f64,
	/// Why some risks could not be read.
	pub unread: Option<String>,
}

/// One trader in a list.
#[derive(Serialize, Clone, PartialEq, Debug)]
pub struct Trader {
	/// Its number in the file.
	pub trader: u64,
	/// 0 to 1,000.
	pub score: u16,
	/// The class of the score.
	pub grade: Grade,
	/// How much could be told from evidence at all, from 0 to 1.
	pub confidence: f64,
	/// How likely the next rating is negative, from 0 to 1.
	pub risk: f64,
	/// How many ratings it received.
	pub ratings: usize,
	/// How many of them were negative.
	pub negative: usize,
}

/// What a replay was made of, and how it went.
pub struct Run<'a> {
	/// What was replayed.
	pub ratings: &'a [Rating],
	/// How many lines could not be used.
	pub skipped: usize,
	/// What is known of traders.
	pub labels: Option<&'a Labels>,
	/// What came out.
	pub standings: &'a Standings,
	/// How long everything took.
	pub seconds: f64,
	/// See [`Report::records_per_second`].
	pub records_per_second: Option<f64>,
	/// What the chain did, unless this was offline.
	pub chain: Option<ChainReport>,
}

impl Report {
	/// Measures a replay.
	pub fn new(run: Run<'_>) -> Self {
		let Run { ratings, skipped, labels, standings, seconds, records_per_second, chain } = run;
		let EarlyWarning { auc, naive_auc, cases, negative } =
			measures::early_warning(ratings, &standings.risks);
		let newcomer = Source::new(&standings.parameters);
		let credibility = |trader| {
			standings.sources.get(&account::of_trader(trader)).unwrap_or(&newcomer).credibility()
		};
		let traders = Traders::of(ratings, standings);
		let fraudulent = labels.map_or(0, |labels| labels.values().filter(|is| **is).count());
		Self {
			mode: if chain.is_some() { "chain" } else { "offline" },
			records: ratings.len(),
			skipped,
			sources: ratings.iter().map(|rating| rating.rater).collect::<HashSet<_>>().len(),
			subjects: traders.0.len(),
			seconds,
			records_per_second,
			fraudulent_sources_auc: labels
				.and_then(|labels| measures::fraudulent_sources(labels, credibility)),
			fairness_goodness_fraudulent_sources_auc: labels
				.and_then(|labels| measures::fairness_goodness(ratings, labels)),
			labelled_benign: labels.map_or(0, Labels::len) - fraudulent,
			labelled_fraudulent: fraudulent,
			early_warning_auc: auc,
			naive_early_warning_auc: naive_auc,
			early_warning_cases: cases,
			early_warning_negative: negative,
			warnings: measures::warnings(ratings, &standings.warnings),
			clock: standings.clock,
			chain,
			best: traders.best(),
			worst: traders.worst(),
		}
	}

	/// The result as a text for people.
	pub fn text(&self) -> String {
		let mut text = String::new();
		// Writing to a string cannot fail.
		let _ = self.write(&mut text);
		text
	}

	fn write(&self, out: &mut String) -> std::fmt::Result {
		let Self { records, skipped, sources, subjects, .. } = self;
		write!(out, "{records} ratings by {sources} traders about {subjects}")?;
		if *skipped > 0 {
			write!(out, ", {skipped} lines skipped")?;
		}
		writeln!(out)?;
		match &self.chain {
			Some(chain) => chain.write(out)?,
			None => writeln!(out, "computed offline")?,
		}
		write!(out, "{:.1} s", self.seconds)?;
		if let Some(speed) = self.records_per_second {
			write!(out, ", {speed:.0} records per second")?;
		}
		writeln!(out, "\n")?;

		let auc =
			|value: Option<f64>| value.map_or("–".to_owned(), |value| format!("{value:.3}"));
		writeln!(out, "{:22}{:>8}{:>10}", "measure (AUC)", "model", "baseline")?;
		writeln!(
			out,
			"{:22}{:>8}{:>10}  plain mean so far; {} ratings, {} of them negative",
			"early warning",
			auc(self.early_warning_auc),
			auc(self.naive_early_warning_auc),
			self.early_warning_cases,
			self.early_warning_negative,
		)?;
		write!(
			out,
			"{:22}{:>8}{:>10}  ",
			"fraudulent sources",
			auc(self.fraudulent_sources_auc),
			auc(self.fairness_goodness_fraudulent_sources_auc),
		)?;
		match (self.labelled_benign, self.labelled_fraudulent) {
			(0, 0) => writeln!(out, "not measured without labels (--labels FILE)")?,
			(benign, fraudulent) => writeln!(
				out,
				"Fairness-Goodness; {benign} traders benign, {fraudulent} fraudulent"
			)?,
		}
		if let Some(warnings) = &self.warnings {
			warnings.write(out)?;
		}

		Trader::write_list(out, "best by score", &self.best)?;
		Trader::write_list(out, "worst by risk", &self.worst)
	}
}

impl Warnings {
	fn write(&self, out: &mut String) -> std::fmt::Result {
		let Self { subjects, others, .. } = self;
		writeln!(out, "\n{:22}{:>8}", "warnings", "share")?;
		writeln!(
			out,
			"{:22}{:>8}  of {subjects} traders who collected three negative ratings or more",
			"before the second",
			percent(self.warned_share),
		)?;
		writeln!(
			out,
			"{:22}{:>8}  of {others} who did not",
			"false alarms",
			percent(self.false_alarm_share),
		)?;
		let lead = self.median_lead_days.map_or("–".to_owned(), |days| format!("{days:.2}"));
		writeln!(out, "{:22}{lead:>8}  days before the second negative rating", "median lead")
	}
}

/// A share for people.
pub fn percent(share: Option<f64>) -> String {
	share.map_or("–".to_owned(), |share| format!("{:.1}%", share * 100.0))
}

impl ChainReport {
	fn write(&self, out: &mut String) -> std::fmt::Result {
		let block =
			|number: Option<u64>| number.map_or("?".to_owned(), |number| number.to_string());
		writeln!(
			out,
			"on the chain at {}, blocks {} to {}, {} records submitted by this run",
			self.url,
			block(self.first_block),
			block(self.last_block),
			self.submitted
		)?;
		if self.differing_sources + self.differing_subjects + self.differing_risks == 0 {
			writeln!(out, "bit for bit what the model gives offline")?;
		} else {
			// As a block bounds its work, some settlements wait for the next one.
			writeln!(
				out,
				"different from what the model gives offline: {} sources, by {:.4} of credibility at \
				 most; {} subjects, by {:.3} points at most; {} risks, by {:.2}% at most",
				self.differing_sources,
				self.largest_credibility_difference,
				self.differing_subjects,
				self.largest_score_difference,
				self.differing_risks,
				self.largest_risk_difference * 100.0,
			)?;
		}
		if let Some(reason) = &self.unread {
			writeln!(out, "not all risks could be read: {reason}")?;
		}
		Ok(())
	}
}

impl Trader {
	fn write_list(out: &mut String, title: &str, traders: &[Self]) -> std::fmt::Result {
		writeln!(
			out,
			"\n{title:16}{:>7} {:5}{:>11}{:>7}{:>9}{:>10}",
			"score", "grade", "confidence", "risk", "ratings", "negative"
		)?;
		for trader in traders {
			writeln!(
				out,
				"{:<16}{:>7} {:5}{:>10.0}%{:>6.0}%{:>9}{:>10}",
				trader.trader,
				trader.score,
				format!("{:?}", trader.grade).to_uppercase(),
				trader.confidence * 100.0,
				trader.risk * 100.0,
				trader.ratings,
				trader.negative,
			)?;
		}
		Ok(())
	}
}

/// Every trader who was rated, with the fraction of the score that lists are ordered by.
struct Traders(Vec<(u32, Trader)>);

impl Traders {
	fn of(ratings: &[Rating], standings: &Standings) -> Self {
		let mut received = HashMap::<u64, (usize, usize)>::new();
		for rating in ratings {
			let (all, negative) = received.entry(rating.subject).or_default();
			*all += 1;
			*negative += usize::from(rating.is_negative());
		}
		let whole = f64::from(BASIS_POINTS);
		let known = received.into_iter().filter_map(|(trader, (ratings, negative))| {
			let subject = standings.subjects.get(&account::of_trader(trader))?;
			let report = subject.report(standings.clock, &standings.parameters);
			let trader = Trader {
				trader,
				score: report.score,
				grade: report.grade,
				confidence: f64::from(report.confidence) / whole,
				risk: f64::from(report.risk.0) / whole,
				ratings,
				negative,
			};
			Some((report.thousandths, trader))
		});
		Self(known.collect())
	}

	fn best(&self) -> Vec<Trader> {
		self.first_by(|(thousandths, trader)| (Reverse(*thousandths), trader.trader))
	}

	fn worst(&self) -> Vec<Trader> {
		let whole = f64::from(BASIS_POINTS);
		self.first_by(|(thousandths, trader)| {
			let risk = Reverse((trader.risk * whole).round() as u32);
			(risk, *thousandths, trader.trader)
		})
	}

	fn first_by<Key: Ord>(&self, key: impl Fn(&(u32, Trader)) -> Key) -> Vec<Trader> {
		let mut sorted = self.0.iter().collect::<Vec<_>>();
		sorted.sort_by_key(|entry| key(entry));
		sorted.into_iter().take(LISTED).map(|(_, trader)| trader.clone()).collect()
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{engine::Engine, labels, ratings};
	use hanse_credit_model::Parameters;

	/// A made-up market: 1 to 5 are honest, 6 is not and is found out, 7 is its friend.
	const RATINGS: &str = "\
1,2,5,1300000000.25
2,1,4,1300000100
3,1,6,1300086400
1,3,7,1300172800.5
7,6,10,1300259200
1,6,-10,1300345600
2,6,-9,1300432000
3,6,-10,1300518400
4,5,3,1300604800
5,4,2,1300691200
6,1,-10,1310000000
4,6,-8,1310086400
";
	const LABELS: &str = "1,1\n2,1\n7,-1\n";

	fn report(labels: Option<&str>) -> Report {
		let (ratings, _) = ratings::read(RATINGS.as_bytes(), "", 2_000_000_000).unwrap();
		let labels = labels.map(|text| labels::read(text.as_bytes()).unwrap().0);
		let mut engine = Engine::new(Parameters::default(), ratings::RETENTION);
		for rating in &ratings {
			engine.submit([rating.record()]);
		}
		Report::new(Run {
			ratings: &ratings,
			skipped: 1,
			labels: labels.as_ref(),
			standings: &engine.finish(),
			seconds: 2.0,
			records_per_second: Some(6.0),
			chain: None,
		})
	}

	#[test]
	fn the_object_has_what_programs_look_for() {
		let value = serde_json::to_value(report(Some(LABELS))).unwrap();
		assert_eq!(value["mode"], "offline");
		assert_eq!(value["records"], 12);
		assert_eq!(value["skipped"], 1);
		assert_eq!(value["sources"], 7);
		assert_eq!(value["subjects"], 6);
		assert_eq!(value["seconds"], 2.0);
		assert_eq!(value["labelled_fraudulent"], 1);
		assert_eq!(value["fraudulent_sources_auc"], 1.0);
		assert!(value["early_warning_auc"].as_f64().unwrap() > 0.5);
		assert!(value["naive_early_warning_auc"].is_f64());
		// 6 collected four negative ratings, 1 and nobody else a single one.
		assert_eq!(
			(&value["warnings"]["subjects"], &value["warnings"]["others"]),
			(&1.into(), &5.into())
		);
		assert!(value["warnings"]["false_alarm_share"].is_f64());
		assert_eq!(value["worst"][0]["trader"], 6);
		assert_eq!(value["worst"][0]["grade"], "D");
		assert_eq!(value["best"].as_array().unwrap().len(), 6);
	}

	#[test]
	fn without_labels_the_figure_is_null() {
		let value = serde_json::to_value(report(None)).unwrap();
		assert!(value["fraudulent_sources_auc"].is_null());
		assert!(report(None).text().contains("not measured without labels"));
	}

	#[test]
	fn what_the_chain_did_stands_beside_the_rest() {
		let mut report = report(None);
		report.chain = Some(ChainReport {
			url: "ws://there".into(),
			genesis: "0x00".into(),
			provider: "5".into(),
			submitted: 4,
			first_block: Some(3),
			last_block: None,
			read_at_block: 9,
			differing_sources: 0,
			differing_subjects: 0,
			differing_risks: 0,
			largest_credibility_difference: 0.0,
			largest_score_difference: 0.0,
			largest_risk_difference: 0.0,
			unread: None,
		});
		let value = serde_json::to_value(&report).unwrap();
		assert_eq!((&value["submitted"], &value["first_block"]), (&4.into(), &3.into()));
		assert!(report.text().contains("blocks 3 to ?"));
		assert!(report.text().contains("bit for bit"));
	}

	#[test]
	fn the_text_shows_both_measures_and_both_lists() {
		let text = report(Some(LABELS)).text();
		let head = "12 ratings by 7 traders about 6, 1 lines";
		for part in [head, "early warning", "false alarms", "median lead", "best", "worst"] {
			assert!(text.contains(part), "{part} is missing in:\n{text}");
		}
	}
}
