//! Results as tables, for people and for documents.

use crate::{
	cli::TableArgs, database, error::Error, execution::Timing, flood, quantiles::Quantiles, records,
};
use serde::{Deserialize, de::DeserializeOwned};
use std::{fs, path::Path};

/// What can be told as a table.
pub trait Table {
	/// A table in Markdown, with a line break at the end.
	fn table(&self) -> String;
}

/// Writes results into a document, each between its lines.
///
/// # Errors
///
/// If a file cannot be read or written, is no such result, or has no place for it.
pub fn write(args: &TableArgs) -> Result<(), Error> {
	let tables = [
		("records", args.records.as_deref().map(read::<records::Report>)),
		("flood", args.flood.as_deref().map(read::<flood::Report>)),
		("database", args.database.as_deref().map(read::<database::Report>)),
		("liars", args.liars.as_deref().map(read::<Liars>)),
		("ring", args.ring.as_deref().map(read::<Ring>)),
	];
	let path = &args.into;
	let file = |reason| Error::File { path: path.clone(), reason };
	let mut document = fs::read_to_string(path).map_err(file)?;
	for (name, table) in tables {
		if let Some(table) = table {
			document = put(&document, name, &table?, path)?;
		}
	}
	fs::write(path, document).map_err(file)
}

fn read<Report: DeserializeOwned + Table>(path: &Path) -> Result<String, Error> {
	let path = path.to_owned();
	let text =
		fs::read_to_string(&path).map_err(|reason| Error::File { path: path.clone(), reason })?;
	let report = serde_json::from_str::<Report>(&text)
		.map_err(|error| Error::NoResult { path, reason: error.to_string() })?;
	Ok(report.table())
}

/// The document with the table between its lines.
fn put(document: &str, name: &'static str, table: &str, path: &Path) -> Result<String, Error> {
	let begin = format!("<!-- hanse-bench:{name} -->");
	let end = format!("<!-- /hanse-bench:{name} -->");
	let parts = document.split_once(&begin).and_then(|(before, rest)| {
		let (_, after) = rest.split_once(&end)?;
		Some((before, after))
	});
	match parts {
		Some((before, after)) => Ok(format!("{before}{begin}\n{table}{end}{after}")),
		None => Err(Error::NoPlace { path: path.to_owned(), name, begin, end }),
	}
}

/// Rows of a table, under a sentence.
struct Rows {
	text: String,
}

impl Rows {
	fn new(sentence: &str, columns: &[&str]) -> Self {
		let mut rows = Self { text: format!("{sentence}\n\n") };
		rows.add(columns.iter().map(|column| (*column).to_owned()));
		rows.add(columns.iter().map(|_| "---".to_owned()));
		rows
	}

	fn add(&mut self, cells: impl IntoIterator<Item = String>) {
		let cells = cells.into_iter().collect::<Vec<_>>().join(" | ");
		self.text.push_str(&format!("| {cells} |\n"));
	}

	fn row<const COLUMNS: usize>(&mut self, cells: [&str; COLUMNS]) {
		self.add(cells.map(str::to_owned));
	}
}

fn yes(is: bool) -> &'static str {
	if is { "yes" } else { "**no**" }
}

/// A whole number as people read it.
fn whole(number: f64) -> String {
	let digits = format!("{number:.0}");
	let (sign, digits) = match digits.strip_prefix('-') {
		Some(digits) => ("-", digits),
		None => ("", digits.as_str()),
	};
	let places = digits.len();
	let mut text = sign.to_owned();
	for (place, digit) in digits.chars().enumerate() {
		if place > 0 && (places - place).is_multiple_of(3) {
			text.push(',');
		}
		text.push(digit);
	}
	text
}

impl Table for records::Report {
	fn table(&self) -> String {
		let sentence = format!(
			"{}. Node {}, one validator; batches of {} records about {} subjects by {} sources, {} \
			 batches waiting.",
			self.machine.words(),
			self.node,
			whole(f64::from(self.batch)),
			whole(self.subjects as f64),
			whole(self.sources as f64),
			self.backlog,
		);
		let mut rows = Rows::new(&sentence, &["figure", "measured", "bar"]);
		throughput(&mut rows, "records", &self.records);
		let lost = format!(
			"{} of {}",
			whole(self.losses.lost as f64),
			whole(self.losses.submitted as f64)
		);
		rows.row(["records lost", &lost, "0"]);
		if let Some(transfers) = &self.transfers {
			throughput(&mut rows, "transfers", transfers);
		}
		if let Some(ratio) = self.ratio {
			rows.row(["records for each transfer", &format!("{ratio:.1}"), ""]);
		}
		if let Some(growth) = &self.growth {
			let settled =
				format!("state for each of {} settled records", whole(growth.settled as f64));
			rows.row([&settled, &format!("{:.2} bytes", growth.bytes_per_record), ""]);
			let others = format!("{:.2} bytes", growth.other_bytes_per_record);
			rows.row(["the same outside CreditRecords and CreditScore", &others, ""]);
			for grown in growth.items.iter().filter(|grown| grown.bytes > 0).take(5) {
				let what = format!("of that {}.{}", grown.pallet, grown.item);
				let much = format!(
					"{} bytes in {} entries",
					whole(grown.bytes as f64),
					whole(grown.entries as f64)
				);
				rows.row([&what, &much, ""]);
			}
			let settlement = format!("{:.0} s", growth.settlement_seconds);
			rows.row(["settlement of what was left in the end", &settlement, ""]);
		}
		if let Some(execution) = &self.execution {
			for timing in [&execution.few, &execution.many] {
				timed(&mut rows, timing);
			}
			rows.row(["how many times longer", &format!("{:.2}", execution.ratio), ""]);
		}
		rows.text
	}
}

fn throughput(rows: &mut Rows, what: &str, of: &records::Throughput) {
	let rate = format!("{} over {:.0} s, {} blocks", whole(of.per_second), of.seconds, of.blocks);
	let bar = format!("over {} s at least", records::AT_LEAST);
	rows.row([&format!("{what} per second in final blocks"), &rate, &bar]);
	if let Some(slowest) = of.slowest_minute_per_second {
		rows.row(["in the slowest minute", &whole(slowest), ""]);
	}
	rows.row([
		"from the first submission to the last final block",
		&whole(of.per_second_in_all),
		"",
	]);
	for (until, times) in [("a block", &of.to_inclusion), ("finality", &of.to_finality)] {
		let times = format!("{:.1} / {:.1} / {:.1} s", times.p50, times.p95, times.p99);
		rows.row([&format!("from submission to {until}, p50 / p95 / p99"), &times, ""]);
	}
	let generator = format!("{:.2} threads", of.generator_threads);
	rows.row(["computed by the generator", &generator, ""]);
	if let Some(node) = of.node_threads {
		rows.row(["computed by the node", &format!("{node:.2} threads"), ""]);
	}
	if let Some(authored) = of.authored_seconds {
		rows.row(["building a block, median", &format!("{authored:.2} s"), ""]);
	}
	if !of.ends.is_empty() {
		let ends = of.ends.iter().map(|(end, times)| format!("{end} × {times}"));
		let ends = ends.collect::<Vec<_>>().join(", ");
		rows.row(["why blocks held no more", &ends, ""]);
	}
}

fn timed(rows: &mut Rows, timing: &Timing) {
	let what = format!("time for a record with {} subjects", whole(timing.subjects as f64));
	let authored =
		timing.authored.map_or_else(String::new, |micros| format!("; authored {micros:.1} µs"));
	let times =
		format!("{:.1} µs; for the first time {:.1} µs{authored}", timing.again, timing.first);
	rows.row([&what, &times, ""]);
}

impl Table for flood::Report {
	fn table(&self) -> String {
		let sentence = format!(
			"{}. Node {}, two members with a validator each, all on this machine; quota {} records a \
			 block, window {}; a single record every {} ms, {} s for each part.",
			self.machine.words(),
			self.node,
			whole(f64::from(self.quota)),
			whole(f64::from(self.window)),
			self.every,
			self.seconds,
		);
		let columns =
			["single records", "to a block, p50 / p95 / p99", "to finality, p50 / p95 / p99"];
		let mut rows = Rows::new(&sentence, &columns);
		for (name, part) in [
			("before the flood", &self.before),
			("during the flood", &self.during),
			("after the flood", &self.after),
			("before and after", &self.quiet),
		] {
			let times = |q: &Quantiles| format!("{:.2} / {:.2} / {:.2} s", q.p50, q.p95, q.p99);
			rows.row([name, &times(&part.to_inclusion), &times(&part.to_finality)]);
		}
		let Self { flood, ratio, bar, .. } = self;
		let mut more = Rows::new("", &["figure", "measured", "bar"]);
		let bar = format!("≤ {bar:.2}");
		more.row(["p95 to a block, times as long during the flood", &format!("{ratio:.3}"), &bar]);
		let times = format!("{:.1} × its quota", flood.times_quota);
		more.row(["submitted by the flood in each slot", &times, "10"]);
		more.row(["taken into the pool", &whole(flood.taken as f64), ""]);
		more.row(["transactions put off", &whole(flood.put_off as f64), ""]);
		let most = whole(flood.most_in_block as f64);
		let quota = format!("≤ {}", whole(f64::from(self.quota)));
		more.row(["its records in the fullest block", &most, &quota]);
		more.row(["of what was taken, lost", &whole(flood.lost as f64), "0"]);
		if let Some(threads) = flood.node_threads {
			more.row([
				"computed by both nodes during the flood",
				&format!("{threads:.2} threads"),
				"",
			]);
		}
		rows.text + "\n" + more.text.trim_start()
	}
}

impl Table for database::Report {
	fn table(&self) -> String {
		let sentence = format!(
			"{}. ParityDB, {} entries of {} bytes.",
			self.machine.words(),
			whole(self.entries as f64),
			whole(f64::from(self.value)),
		);
		let mut rows = Rows::new(&sentence, &["for an entry", "time", "in detail"]);
		let micros = |seconds: f64| format!("{:.1}", seconds * 1e6);
		let Quantiles { p50, p95, p99, .. } = self.read;
		let times =
			format!("p50 / p95 / p99 {} / {} / {} µs", micros(p50), micros(p95), micros(p99));
		rows.row(["read for the first time, mean", &format!("{:.1} µs", self.read_mean), &times]);
		for written in &self.written {
			let what = format!("written, where a block changes {}", whole(written.entries as f64));
			let (root, commit) = (written.root, written.commit);
			let both = format!("{:.1} µs", root + commit);
			rows.row([&what, &both, &format!("root {root:.1}, commit {commit:.1} µs")]);
		}
		rows.text
	}
}

/// What `hanse-replay liars` computed.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Liars {
	seeds: u64,
	records: u32,
	lies_percent: u32,
	bar_percent: f64,
	markets: Vec<Market>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Market {
	market: String,
	description: String,
	liar_credibility: Spread,
	honest_credibility: Spread,
	margin: Spread,
	below_every_honest: bool,
	from_honest_only: Moves,
	from_the_truth: Moves,
	mean_within_bar: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Moves {
	by_seed: Spread,
	by_subject: Spread,
}

#[derive(Deserialize)]
struct Spread {
	least: f64,
	mean: f64,
	most: f64,
}

impl Table for Liars {
	fn table(&self) -> String {
		let sentence = format!(
			"{} records of the liar, {} of a hundred of them lies; {} seeds, and beside each mean the \
			 worst of all: of the means of a seed, and of single providers or subjects.",
			self.records, self.lies_percent, self.seeds
		);
		let names = self.markets.iter().map(|market| market.market.as_str());
		let columns = ["figure"].into_iter().chain(names).chain(["bar"]).collect::<Vec<_>>();
		let mut rows = Rows::new(&sentence, &columns);
		let mut row = |what: &str, bar: &str, figure: &dyn Fn(&Market) -> String| {
			let cells = self.markets.iter().map(figure);
			rows.add([what.to_owned()].into_iter().chain(cells).chain([bar.to_owned()]));
		};
		row("credibility of the liar", "", &|market| {
			format!("{:.3} ({:.3})", market.liar_credibility.mean, market.liar_credibility.most)
		});
		row("of honest providers", "", &|market| {
			format!(
				"{:.3} ({:.3})",
				market.honest_credibility.mean, market.honest_credibility.least
			)
		});
		row("liar below every honest one, by at least", "yes", &|market| {
			format!("{}, {:.3}", yes(market.below_every_honest), market.margin.least)
		});
		let moves = |moves: &Moves| {
			let (seed, subject) = (moves.by_seed.most, moves.by_subject.most);
			format!("{:.2} % (seed {seed:.2} %, subject {subject:.2} %)", moves.by_seed.mean)
		};
		let bar = format!("mean ≤ {} %", self.bar_percent);
		row("scores from the honest-only ones", &bar, &|market| {
			let kept = if market.mean_within_bar { "" } else { ", **above the bar**" };
			moves(&market.from_honest_only) + kept
		});
		row("scores from those with the truth told", "", &|market| moves(&market.from_the_truth));
		for market in &self.markets {
			rows.text.push_str(&format!("\n*{}*: {}.\n", market.market, market.description));
		}
		rows.text
	}
}

/// What `hanse-replay ring` computed.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Ring {
	seeds: u64,
	providers: u32,
	weeks: u32,
	contradictions_percent: u32,
	direction: String,
	bonds: u32,
	cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Case {
	past: String,
	bond: String,
	score_without: f64,
	score_with: f64,
	moved: Spread,
	contradictions: f64,
	categories_left: f64,
	lost_bonds: f64,
	lost_bonds_per_point: Option<f64>,
	quarters: Vec<Quarter>,
}

#[derive(Deserialize)]
struct Quarter {
	honest: f64,
	ring: f64,
}

impl Table for Ring {
	fn table(&self) -> String {
		let Self { seeds, providers, weeks, direction, bonds, .. } = self;
		let sentence = format!(
			"{providers} providers push one subject {direction} for {weeks} weeks against {providers} \
			 honest ones; {} of a hundred of their records provably contradict another; {bonds} \
			 minimum bonds are put up; means of {seeds} seeds.",
			self.contradictions_percent
		);
		let columns = [
			"past",
			"bond",
			"score without",
			"with",
			"moved (least … most)",
			"proven",
			"categories left of 5",
			"bonds lost",
			"bonds for a point",
			"credibility by quarter, honest",
			"ring",
		];
		let mut rows = Rows::new(&sentence, &columns);
		for case in &self.cases {
			let past = match case.past.as_str() {
				"none" => "none",
				"honestOnly" => "honest only",
				_ => "everybody",
			};
			let list = |figure: fn(&Quarter) -> f64| {
				let all = case.quarters.iter().map(|quarter| format!("{:.2}", figure(quarter)));
				all.collect::<Vec<_>>().join(" ")
			};
			let Spread { least, mean, most } = case.moved;
			rows.row([
				past,
				&case.bond,
				&format!("{:.1}", case.score_without),
				&format!("{:.1}", case.score_with),
				&format!("{mean:+.1} ({least:+.1} … {most:+.1})"),
				&format!("{:.1}", case.contradictions),
				&format!("{:.2}", case.categories_left),
				&format!("{:.2}", case.lost_bonds),
				&case.lost_bonds_per_point.map_or("–".to_owned(), |cost| format!("{cost:.3}")),
				&list(|quarter| quarter.honest),
				&list(|quarter| quarter.ring),
			]);
		}
		rows.text
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		machine::Machine,
		records::{Execution, Growth, Losses, Throughput},
		state::Grown,
	};
	use serde_json::json;

	fn throughput() -> Throughput {
		Throughput {
			count: 90_000,
			transactions: 90,
			blocks: 40,
			seconds: 80.0,
			per_second: 1_125.0,
			slowest_minute_per_second: Some(1_001.4),
			per_second_in_all: 1_050.0,
			to_inclusion: Quantiles::of([1.0, 2.0]),
			to_finality: Quantiles::of([5.0, 6.0]),
			put_off: 0,
			generator_threads: 0.21,
			node_threads: Some(1.4),
			authored_seconds: Some(0.8),
			ends: [("HitBlockWeightLimit".to_owned(), 39)].into(),
		}
	}

	fn report() -> records::Report {
		let timing = |subjects, again| Timing { subjects, again, ..Timing::default() };
		records::Report {
			machine: Machine::default(),
			node: "0.3.0".into(),
			subjects: 5_881,
			sources: 1_000,
			batch: 1_024,
			backlog: 48,
			records: throughput(),
			losses: Losses {
				submitted: 1_000_000,
				in_stream: 1_000_000,
				in_events: 999_999,
				lost: 1,
			},
			transfers: Some(throughput()),
			ratio: Some(1.0),
			growth: Some(Growth {
				settled: 1_000_000,
				bytes_per_record: 7.254,
				other_bytes_per_record: 0.01,
				items: vec![Grown {
					pallet: "CreditScore".into(),
					item: "Subjects".into(),
					entries: 5_881,
					bytes: 6_000_000,
				}],
				settlement_seconds: 40.0,
			}),
			execution: Some(Execution {
				few: timing(1_000, 50.0),
				many: timing(1_000_000, 75.0),
				ratio: 1.5,
			}),
		}
	}

	#[test]
	fn numbers_are_as_people_read_them() {
		for (number, text) in [
			(0.0, "0"),
			(999.4, "999"),
			(1_000.0, "1,000"),
			(1_234_567.0, "1,234,567"),
			(-12_345.0, "-12,345"),
		] {
			assert_eq!(whole(number), text);
		}
	}

	#[test]
	fn a_table_goes_between_its_lines() {
		let document = "a\n<!-- hanse-bench:ring -->\nold\n<!-- /hanse-bench:ring -->\nb\n";
		let path = Path::new("a.md");
		let changed = put(document, "ring", "| new |\n", path).unwrap();
		let expected = "a\n<!-- hanse-bench:ring -->\n| new |\n<!-- /hanse-bench:ring -->\nb\n";
		assert_eq!(changed, expected);
		assert_eq!(put(&changed, "ring", "| new |\n", path).unwrap(), expected);
		assert!(matches!(put(document, "liars", "", path), Err(Error::NoPlace { .. })));
	}

	#[test]
	fn a_result_is_read_back_as_it_was_written() {
		let json = serde_json::to_string(&report()).unwrap();
		assert_eq!(serde_json::from_str::<records::Report>(&json).unwrap(), report());
	}

	#[test]
	fn the_table_of_records_has_every_figure() {
		let table = report().table();
		for part in [
			"records per second in final blocks | 1,125",
			"| records lost | 1 of 1,000,000 | 0 |",
			"7.25 bytes",
			"of that CreditScore.Subjects",
			"with 1,000,000 subjects | 75.0 µs",
			"HitBlockWeightLimit × 39",
		] {
			assert!(table.contains(part), "{part} is missing in:\n{table}");
		}
	}

	#[test]
	fn the_table_of_a_flood_says_whether_it_is_in_the_way() {
		let report = flood::Report {
			machine: Machine::default(),
			node: String::new(),
			quota: 8_192,
			window: 131_072,
			seconds: 60,
			every: 370,
			before: flood::Part::default(),
			during: flood::Part::default(),
			after: flood::Part::default(),
			quiet: flood::Part::default(),
			ratio: 1.05,
			bar: flood::BAR,
			flood: flood::Flood::default(),
		};
		let table = report.table();
		assert!(table.contains("| 1.050 | ≤ 1.10 |"), "{table}");
		assert!(table.contains("| its records in the fullest block | 0 | ≤ 8,192 |"), "{table}");
	}

	#[test]
	fn simulations_are_read_by_their_names() {
		let spread = json!({ "least": 0.1, "mean": 0.2, "most": 0.3 });
		let moves = json!({ "bySeed": spread, "bySubject": spread });
		let liars = json!({
			"seeds": 100, "seed": 1, "records": 100, "liesPercent": 30, "barPercent": 2.0,
			"markets": [{
				"market": "one of four", "description": "four", "liarCredibility": spread,
				"honestCredibility": spread, "margin": spread, "belowEveryHonest": true,
				"fromHonestOnly": moves, "fromTheTruth": moves, "meanWithinBar": false,
			}],
		});
		let table = serde_json::from_value::<Liars>(liars).unwrap().table();
		assert!(table.contains("| figure | one of four | bar |"), "{table}");
		assert!(
			table.contains("(seed 0.30 %, subject 0.30 %), **above the bar** | mean ≤ 2 % |"),
			"{table}"
		);

		let ring = json!({
			"seeds": 20, "seed": 1, "providers": 20, "weeks": 104, "contradictionsPercent": 2,
			"direction": "up", "bonds": 100, "slashBasisPoints": 5_000,
			"cases": [{
				"past": "honestOnly", "bond": "lost", "scoreWithout": 200.0, "scoreWith": 250.0,
				"moved": spread, "contradictions": 4.0, "categoriesLeft": 4.5, "lostBonds": 2.0,
				"lostBondsPerPoint": 0.04, "quarters": [{
					"weeks": 13, "honest": 0.9, "ring": 0.6, "scoreWithout": 1.0, "scoreWith": 2.0,
				}],
			}],
		});
		let table = serde_json::from_value::<Ring>(ring).unwrap().table();
		assert!(table.contains("| honest only | lost | 200.0 | 250.0 | +0.2"), "{table}");
	}
}
