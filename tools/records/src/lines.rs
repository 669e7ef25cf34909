//! Records in files: tables with a header, or a JSON object in each line.

use crate::cli;
use hanse_client::{BadLine, open};
use hanse_credit_model::{AmountClass, Indicator, Level, Moment, Outcome};
use hanse_types::Reference;
use pallet_credit_records::Record;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sp_core::crypto::AccountId32;
use std::{
	collections::BTreeMap,
	io::{self, BufRead},
	path::Path,
};

/// The fields that a record can have.
const FIELDS: [&str; 10] = [
	"source",
	"subject",
	"indicator",
	"outcome",
	"level",
	"at",
	"commitment",
	"reference",
	"amount",
	"amountClass",
];

/// A good line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
	/// Where it stands in the file, from one.
	pub number: u64,
	/// The record.
	pub record: Record<AccountId32>,
	/// What stands there.
	pub text: String,
}

/// Why a line cannot be used.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Reason {
	/// Bytes that are no characters.
	#[error("it is not text in UTF-8")]
	NotText,
	/// Text that is no object.
	#[error("it is no JSON object: {0}")]
	NoObject(String),
	/// A table without a header.
	#[error("the header has no column `{0}`")]
	NoColumn(&'static str),
	/// A column that means nothing.
	#[error("the header has a column `{0}`, which no record has")]
	UnknownColumn(String),
	/// A column that stands there twice.
	#[error("the header has the column `{0}` twice")]
	ColumnTwice(String),
	/// A line that is not as long as the header.
	#[error("it has {found} fields instead of {wanted}")]
	Fields {
		/// How many there are.
		found: usize,
		/// How many there should be.
		wanted: usize,
	},
	/// A field that is missing.
	#[error("it has no `{0}`")]
	Missing(&'static str),
	/// A field that no record has.
	#[error("no record has a field `{0}`")]
	Unknown(String),
	/// A field that cannot be read.
	#[error("`{field}` cannot be {found}: {wanted}")]
	Field {
		/// Which.
		field: &'static str,
		/// What stands there.
		found: String,
		/// What should.
		wanted: &'static str,
	},
}

/// How a file is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
	/// A header, and a record in each line, separated by commas.
	Table,
	/// A JSON object in each line.
	Objects,
}

impl Format {
	/// By the name of the file.
	pub fn of(path: &Path) -> Self {
		match path.extension().and_then(|extension| extension.to_str()) {
			Some("jsonl" | "ndjson" | "json") => Self::Objects,
			_ => Self::Table,
		}
	}
}

/// What a file holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Contents {
	/// The header of a table.
	pub header: Option<String>,
	/// The good lines.
	pub lines: Vec<Line>,
	/// The bad ones.
	pub bad: Vec<BadLine<Reason>>,
}

/// Reads the records of a file.
///
/// # Errors
///
/// Those of the file.
pub fn read(path: &Path) -> io::Result<Contents> {
	parse(open(path)?, Format::of(path))
}

fn parse(mut input: impl BufRead, format: Format) -> io::Result<Contents> {
	let mut contents = Contents::default();
	let mut columns = None::<Vec<&'static str>>;
	let mut bytes = Vec::new();
	for number in 1.. {
		bytes.clear();
		if input.read_until(b'\n', &mut bytes)? == 0 {
			break;
		}
		let Ok(text) = str::from_utf8(&bytes) else {
			contents.bad.push(BadLine { number, reason: Reason::NotText });
			continue;
		};
		// Some editors mark the beginning of a file.
		let text = if number == 1 { text.trim_start_matches('\u{feff}') } else { text };
		let text = text.trim_end_matches(['\r', '\n']);
		if text.trim().is_empty() {
			continue;
		}
		let parsed = match (format, &columns) {
			(Format::Objects, _) => object(text).and_then(|fields| record(&fields)),
			(Format::Table, Some(columns)) => row(text, columns).and_then(|fields| record(&fields)),
			(Format::Table, None) => match header(text) {
				Ok(found) => {
					columns = Some(found);
					contents.header = Some(text.to_owned());
					continue;
				},
				// Without a header no line means anything.
				Err(reason) => {
					contents.bad.push(BadLine { number, reason });
					break;
				},
			},
		};
		match parsed {
			Ok(record) => contents.lines.push(Line { number, record, text: text.to_owned() }),
			Err(reason) => contents.bad.push(BadLine { number, reason }),
		}
	}
	Ok(contents)
}

/// The fields of a record, by their names.
type Fields = BTreeMap<&'static str, String>;

/// The name of a field, if records have it.
fn field(name: &str) -> Option<&'static str> {
	FIELDS.into_iter().find(|field| *field == name)
}

/// The columns of a table.
fn header(text: &str) -> Result<Vec<&'static str>, Reason> {
	let mut columns = Vec::new();
	for name in text.split(',').map(str::trim) {
		let column = field(name).ok_or_else(|| Reason::UnknownColumn(name.to_owned()))?;
		if columns.contains(&column) {
			return Err(Reason::ColumnTwice(name.to_owned()));
		}
		columns.push(column);
	}
	for needed in FIELDS.into_iter().take(7) {
		if !columns.contains(&needed) {
			return Err(Reason::NoColumn(needed));
		}
	}
	Ok(columns)
}

fn row(text: &str, columns: &[&'static str]) -> Result<Fields, Reason> {
	let values = text.split(',').map(str::trim).collect::<Vec<_>>();
	if values.len() != columns.len() {
		return Err(Reason::Fields { found: values.len(), wanted: columns.len() });
	}
	let fields = columns.iter().copied().zip(values.into_iter().map(str::to_owned));
	Ok(fields.filter(|(_, value)| !value.is_empty()).collect())
}

fn object(text: &str) -> Result<Fields, Reason> {
	let object: BTreeMap<String, Value> =
		serde_json::from_str(text).map_err(|error| Reason::NoObject(error.to_string()))?;
	let mut fields = Fields::new();
	for (name, value) in object {
		let field = field(&name).ok_or(Reason::Unknown(name))?;
		match value {
			Value::Null => {},
			Value::String(text) => {
				fields.insert(field, text);
			},
			other => {
				fields.insert(field, other.to_string());
			},
		}
	}
	Ok(fields)
}

fn record(fields: &Fields) -> Result<Record<AccountId32>, Reason> {
	let optional = |field: &'static str| fields.get(field).map(String::as_str);
	let wrong = |field, found: &str, wanted| Reason::Field { field, found: shown(found), wanted };
	let account = |field| {
		let text = optional(field).ok_or(Reason::Missing(field))?;
		cli::account(text)
			.map_err(|_| wrong(field, text, "an address such as 5Grw…, or 0x and 64 digits"))
	};
	let number = |field, wanted| {
		let text = optional(field).ok_or(Reason::Missing(field))?;
		text.parse::<u64>().map_err(|_| wrong(field, text, wanted))
	};

	const OUTCOME: &str = "a whole number from 0 (worst) to 10000 (best)";
	let points = number("outcome", OUTCOME)?;
	let outcome = u16::try_from(points)
		.ok()
		.and_then(Outcome::new)
		.ok_or_else(|| wrong("outcome", &points.to_string(), OUTCOME))?;
	let indicator: Indicator =
		named("indicator", optional("indicator"), "one of `hanse-records schemas`")?;
	const LEVELS: &str = "selfDeclared, counterparty, confirmed or source";
	let level: Level = named("level", optional("level"), LEVELS)?;
	let at: Moment = number("at", "seconds since 1970, a whole number")?;

	const COMMITMENT: &str = "0x and 64 hexadecimal digits";
	let text = optional("commitment").ok_or(Reason::Missing("commitment"))?;
	let commitment = bytes(text).ok_or_else(|| wrong("commitment", text, COMMITMENT))?;
	const REFERENCE: &str = "0x and 32 hexadecimal digits, or nothing";
	let reference = match optional("reference") {
		Some(text) => {
			bytes(text).map(Reference).ok_or_else(|| wrong("reference", text, REFERENCE))?
		},
		None => Reference::NONE,
	};

	const CLASS: &str = "a whole number from 0 to 63, and not beside `amount`";
	let amount = match (optional("amount"), optional("amountClass")) {
		(Some(_), None) => {
			AmountClass::of(number("amount", "whole units of account, without a fraction")?)
		},
		(None, Some(text)) => text
			.parse()
			.ok()
			.map(AmountClass)
			.filter(|class| class.is_valid())
			.ok_or_else(|| wrong("amountClass", text, CLASS))?,
		(None, None) => AmountClass::NEUTRAL,
		(Some(_), Some(text)) => return Err(wrong("amountClass", text, CLASS)),
	};
	Ok(Record {
		source: account("source")?,
		subject: account("subject")?,
		indicator,
		outcome,
		level,
		amount,
		at,
		reference,
		commitment,
	})
}

/// A value that goes by its name in JSON.
fn named<T: DeserializeOwned>(
	field: &'static str,
	text: Option<&str>,
	wanted: &'static str,
) -> Result<T, Reason> {
	let text = text.ok_or(Reason::Missing(field))?;
	serde_json::from_value(Value::String(text.to_owned())).map_err(|_| Reason::Field {
		field,
		found: shown(text),
		wanted,
	})
}

fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
	hex::decode(text.strip_prefix("0x")?).ok()?.try_into().ok()
}

/// What a message quotes of a field.
fn shown(text: &str) -> String {
	const MOST: usize = 40;
	match text.char_indices().nth(MOST) {
		Some((end, _)) => format!("`{}…`", text.get(..end).unwrap_or_default()),
		None => format!("`{text}`"),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
	const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";
	const HEADER: &str = "source,subject,indicator,outcome,level,at,commitment,reference,amount";

	fn commitment() -> String {
		format!("0x{}", "07".repeat(32))
	}

	fn table(rows: &[String]) -> Contents {
		let text = format!("{HEADER}\n{}\n", rows.join("\n"));
		parse(text.as_bytes(), Format::Table).unwrap()
	}

	fn row_with(field: &str, value: &str) -> String {
		let commitment = commitment();
		HEADER
			.split(',')
			.map(|column| match column {
				_ if column == field => value,
				"source" => ALICE,
				"subject" => BOB,
				"indicator" => "paidOnTime",
				"outcome" => "9900",
				"level" => "counterparty",
				"at" => "1700000000",
				"commitment" => &commitment,
				_ => "",
			})
			.collect::<Vec<_>>()
			.join(",")
	}

	fn refused(field: &str, value: &str) -> Reason {
		let mut contents = table(&[row_with(field, value)]);
		assert_eq!(contents.lines, []);
		contents.bad.remove(0).reason
	}

	fn expected() -> Record<AccountId32> {
		Record {
			source: cli::account(ALICE).unwrap(),
			subject: cli::account(BOB).unwrap(),
			indicator: Indicator::PaidOnTime,
			outcome: Outcome::new(9_900).unwrap(),
			level: Level::Counterparty,
			amount: AmountClass::NEUTRAL,
			at: 1_700_000_000,
			reference: Reference::NONE,
			commitment: [7; 32],
		}
	}

	#[test]
	fn a_row_of_a_table_is_a_record() {
		let contents = table(&[row_with("", ""), String::new(), row_with("amount", "2048")]);
		assert_eq!(contents.bad, []);
		assert_eq!(contents.header.as_deref(), Some(HEADER));
		assert_eq!((contents.lines[0].number, contents.lines[1].number), (2, 4));
		assert_eq!(contents.lines[0].record, expected());
		assert_eq!(contents.lines[1].record.amount, AmountClass(11));
		let reference = format!("0x{}", "05".repeat(16));
		let contents = table(&[row_with("reference", &reference)]);
		assert_eq!(contents.lines[0].record.reference, Reference([5; 16]));
	}

	#[test]
	fn an_object_is_a_record() {
		let object = serde_json::json!({
			"source": ALICE,
			"subject": BOB,
			"indicator": "paidOnTime",
			"outcome": 9_900,
			"level": "counterparty",
			"at": 1_700_000_000,
			"commitment": commitment(),
			"reference": null,
			"amountClass": 10,
		});
		let text = format!("{object}\n\n{{}}\n[]\n{{\"kindness\": 1}}\n");
		let contents = parse(text.as_bytes(), Format::Objects).unwrap();
		assert_eq!(contents.lines.len(), 1);
		assert_eq!(contents.lines[0].record, expected());
		let reasons = contents.bad.iter().map(|bad| (bad.number, bad.reason.clone()));
		let reasons = reasons.collect::<Vec<_>>();
		assert_eq!(reasons[0], (3, Reason::Missing("outcome")));
		assert!(matches!(reasons[1], (4, Reason::NoObject(_))));
		assert_eq!(reasons[2], (5, Reason::Unknown("kindness".to_owned())));
	}

	#[test]
	fn each_field_is_checked() {
		for (field, values) in [
			("source", &["Alice", "0x12"][..]),
			("subject", &["5Grwva"]),
			("indicator", &["kindness", "PaidOnTime"]),
			("outcome", &["-1", "10001", "0.5", "70000", "99%"]),
			("level", &["high", "3"]),
			("at", &["yesterday", "-5", "1.5"]),
			("commitment", &["0x07", "07", "none"]),
			("reference", &["0x07", "order 7"]),
			("amount", &["-1", "1.50", "much"]),
		] {
			for value in values {
				let reason = refused(field, value);
				assert!(
					matches!(&reason, Reason::Field { field: of, .. } if *of == field),
					"{field} {value}: {reason:?}"
				);
			}
		}
		for field in ["source", "outcome", "level", "at", "commitment"] {
			assert_eq!(refused(field, ""), Reason::Missing(field_of(field)));
		}
	}

	fn field_of(name: &str) -> &'static str {
		field(name).unwrap()
	}

	#[test]
	fn a_table_needs_a_header() {
		let bad = |text: &str| {
			let contents = parse(text.as_bytes(), Format::Table).unwrap();
			assert_eq!(contents.lines, []);
			contents.bad[0].reason.clone()
		};
		assert_eq!(bad("source,subject\n"), Reason::NoColumn("indicator"));
		assert_eq!(bad("source,colour\n"), Reason::UnknownColumn("colour".to_owned()));
		assert_eq!(bad("source,source\n"), Reason::ColumnTwice("source".to_owned()));
		assert_eq!(bad(&format!("{HEADER}\n1,2\n")), Reason::Fields { found: 2, wanted: 9 });
	}

	#[test]
	fn amounts_are_told_once() {
		let header = format!("{HEADER},amountClass\n");
		let text = format!("{header}{},5\n", row_with("amount", "10"));
		let contents = parse(text.as_bytes(), Format::Table).unwrap();
		assert!(matches!(contents.bad[0].reason, Reason::Field { field: "amountClass", .. }));
	}

	#[test]
	fn files_go_by_their_names() {
		assert_eq!(Format::of(Path::new("a.csv")), Format::Table);
		assert_eq!(Format::of(Path::new("a.jsonl")), Format::Objects);
		assert_eq!(Format::of(Path::new("a")), Format::Table);
	}
}
