//! Networks in files: relationships in one, enterprises in another.

use super::{Attributes, Trade};
use hanse_network_model::{Arcs, EnterpriseId, RelationshipKind};
use hanse_types::{CountryCode, Sector};
use std::io::{self, BufRead};

/// The largest credit score.
const BEST_SCORE: u16 = 1_000;

/// A line that cannot be used.
pub type BadLine = hanse_client::BadLine<Reason>;

/// Why a line cannot be used.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Reason {
	/// Bytes that are no characters.
	#[error("it is not text in UTF-8")]
	NotText,
	/// Too few fields.
	#[error("it has {found} field(s); at least {wanted} are needed")]
	Fields {
		/// How many there are.
		found: usize,
		/// How many there should be.
		wanted: usize,
	},
	/// An enterprise that is not a whole number.
	#[error("the {role} `{text}` is not a whole number below 2^32")]
	Enterprise {
		/// Source, target or id.
		role: &'static str,
		/// What stands there.
		text: String,
	},
	/// A relationship of an enterprise with itself.
	#[error("enterprise {0} trades with itself")]
	Itself(EnterpriseId),
	/// An unknown country.
	#[error("the country `{0}` is not a code of ISO 3166-1 alpha-2")]
	Country(String),
	/// An unknown sector.
	#[error("the sector `{0}` is not a division of ISIC Rev. 4 in two digits")]
	Sector(String),
	/// A score out of range.
	#[error("the score `{0}` is not a whole number from 0 to 1000")]
	Score(String),
	/// Orders that are not a number.
	#[error("the orders `{0}` are not a whole number")]
	Orders(String),
	/// A second line about the same enterprise.
	#[error("enterprise {0} has an earlier line")]
	Repeated(EnterpriseId),
}

/// Reads relationships into a network: supplier and buyer in each line.
pub fn read_edges(input: impl BufRead, trade: &mut Trade) -> io::Result<Vec<BadLine>> {
	read_arcs(input, |source, target| {
		trade.relate(source, target, Arcs::between(RelationshipKind::Supplies, source, target));
	})
}

/// Reads arcs of supply, in the order of the file: supplier and buyer in each line.
pub fn read_arcs(
	input: impl BufRead,
	mut arc: impl FnMut(EnterpriseId, EnterpriseId),
) -> io::Result<Vec<BadLine>> {
	lines(input, "source", |text| {
		let [source, target] = fields(text)?;
		let (source, target) = (enterprise("source", source)?, enterprise("target", target)?);
		if source == target {
			return Err(Reason::Itself(source));
		}
		arc(source, target);
		Ok(())
	})
}

/// Reads what is known of enterprises into a network: id, country, sector, score and orders in each
/// line.
pub fn read_nodes(input: impl BufRead, trade: &mut Trade) -> io::Result<Vec<BadLine>> {
	let mut seen = std::collections::HashSet::new();
	lines(input, "id", |text| {
		let [id, country, sector, score, orders] = fields(text)?;
		let id = enterprise("id", id)?;
		let attributes = Attributes {
			country: known(country, |text| text.parse::<CountryCode>().ok(), Reason::Country)?,
			sector: known(sector, |text| text.parse::<Sector>().ok(), Reason::Sector)?,
			score: known(
				score,
				|text| text.parse().ok().filter(|score| *score <= BEST_SCORE),
				Reason::Score,
			)?,
			orders: known(orders, |text| text.parse().ok(), Reason::Orders)?,
		};
		if !seen.insert(id) {
			return Err(Reason::Repeated(id));
		}
		trade.enterprises.insert(id, attributes);
		Ok(())
	})
}

/// Reads the lines of a file, each with its number. Empty ones are passed over, and the first one if
/// it begins with this name of a column.
fn lines(
	mut input: impl BufRead,
	first_column: &str,
	mut parse: impl FnMut(&str) -> Result<(), Reason>,
) -> io::Result<Vec<BadLine>> {
	let (mut bad, mut bytes) = (Vec::new(), Vec::new());
	for number in 1.. {
		bytes.clear();
		if input.read_until(b'\n', &mut bytes)? == 0 {
			break;
		}
		let parsed = match str::from_utf8(&bytes) {
			Ok(text) => {
				// Some editors mark the beginning of a file.
				let text = if number == 1 { text.trim_start_matches('\u{feff}') } else { text };
				let begins = text.split(',').next().unwrap_or_default().trim();
				if text.trim().is_empty()
					|| (number == 1 && begins.eq_ignore_ascii_case(first_column))
				{
					continue;
				}
				parse(text.trim_end_matches(['\r', '\n']))
			},
			Err(_) => Err(Reason::NotText),
		};
		if let Err(reason) = parsed {
			bad.push(BadLine { number, reason });
		}
	}
	Ok(bad)
}

/// The first fields of a line, without the blanks around them.
fn fields<const N: usize>(text: &str) -> Result<[&str; N], Reason> {
	let fields = text.split(',').map(str::trim).take(N).collect::<Vec<_>>();
	let found = fields.len();
	fields.try_into().map_err(|_| Reason::Fields { found, wanted: N })
}

fn enterprise(role: &'static str, text: &str) -> Result<EnterpriseId, Reason> {
	text.parse().map_err(|_| Reason::Enterprise { role, text: shown(text) })
}

/// A field that may be empty.
fn known<T>(
	text: &str,
	parse: impl FnOnce(&str) -> Option<T>,
	reason: impl FnOnce(String) -> Reason,
) -> Result<Option<T>, Reason> {
	if text.is_empty() {
		return Ok(None);
	}
	parse(text).map(Some).ok_or_else(|| reason(shown(text)))
}

/// What a message quotes of a field.
fn shown(text: &str) -> String {
	const MOST: usize = 40;
	match text.char_indices().nth(MOST) {
		Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
		None => text.to_owned(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use RelationshipKind::Supplies;

	fn edges(text: &str) -> (Trade, Vec<BadLine>) {
		let mut trade = Trade::default();
		let bad = read_edges(text.as_bytes(), &mut trade).unwrap();
		(trade, bad)
	}

	fn nodes(text: &str) -> (Trade, Vec<BadLine>) {
		let mut trade = Trade::default();
		let bad = read_nodes(text.as_bytes(), &mut trade).unwrap();
		(trade, bad)
	}

	#[test]
	fn arcs_of_a_pair_make_one_relationship() {
		let (trade, bad) = edges("6,2,4,1289241911.7\n2,6,1,0\n6,2,-3,5\r\n\n2,9\n");
		assert_eq!(bad, []);
		assert_eq!(trade.enterprises.keys().copied().collect::<Vec<_>>(), [2, 6, 9]);
		let both = Arcs::single(Supplies, true).with(Supplies, false);
		let one = Arcs::single(Supplies, true);
		assert_eq!(
			trade.relationships.into_iter().collect::<Vec<_>>(),
			[((2, 6), both), ((2, 9), one)]
		);
	}

	#[test]
	fn names_of_columns_are_passed_over_at_the_beginning_only() {
		let (trade, bad) = edges("\u{feff}Source, Target\n1,2\nsource,target\n");
		assert_eq!((trade.relationships.len(), bad.len(), bad[0].number), (1, 1, 3));
	}

	#[test]
	fn bad_lines_are_told_by_number_and_reason() {
		let (trade, bad) = edges("1\n1,x\n-1,2\n3,3\n1,4294967296\n4,5\n");
		assert_eq!(trade.relationships.len(), 1);
		let enterprise = |role, text: &str| Reason::Enterprise { role, text: text.to_owned() };
		assert_eq!(
			bad.iter().map(|line| (line.number, line.reason.clone())).collect::<Vec<_>>(),
			[
				(1, Reason::Fields { found: 1, wanted: 2 }),
				(2, enterprise("target", "x")),
				(3, enterprise("source", "-1")),
				(4, Reason::Itself(3)),
				(5, enterprise("target", "4294967296")),
			]
		);
		let mut trade = Trade::default();
		let bad = read_edges(&b"1,\xff\n1,2\n"[..], &mut trade).unwrap();
		assert_eq!((bad.len(), bad[0].reason.clone()), (1, Reason::NotText));
	}

	#[test]
	fn attributes_are_read_and_may_be_missing() {
		let (trade, bad) = nodes("id,country,sector,score,orders\n7,DE,46,812,30\n8,,,,\n");
		assert_eq!(bad, []);
		let all = trade.enterprises[&7];
		assert_eq!(all.country.unwrap().to_string(), "DE");
		assert_eq!(all.sector.unwrap().section(), Some('G'));
		assert_eq!((all.score, all.orders), (Some(812), Some(30)));
		assert_eq!(trade.enterprises[&8], Attributes::default());
	}

	#[test]
	fn attributes_are_checked() {
		let (trade, bad) = nodes(
			"1,XX,46,1,1\n2,DE,4,1,1\n3,DE,46,1001,1\n4,DE,46,1,many\n5,DE,46\n6,,,,\n6,DE,,,\nx,,,,\n",
		);
		assert_eq!(trade.enterprises.len(), 1);
		let reasons = bad.into_iter().map(|line| line.reason).collect::<Vec<_>>();
		assert_eq!(
			reasons,
			[
				Reason::Country("XX".into()),
				Reason::Sector("4".into()),
				Reason::Score("1001".into()),
				Reason::Orders("many".into()),
				Reason::Fields { found: 3, wanted: 5 },
				Reason::Repeated(6),
				Reason::Enterprise { role: "id", text: "x".into() },
			]
		);
	}

	#[test]
	fn enterprises_without_a_relationship_count() {
		let mut trade = Trade::default();
		read_edges(&b"1,2\n2,3\n3,1\n"[..], &mut trade).unwrap();
		read_nodes(&b"2,DE,,,\n9,DE,,,\n"[..], &mut trade).unwrap();
		let (figures, positions) = trade.recount();
		assert_eq!((figures.enterprises, figures.relationships, figures.triangles), (4, 3, 1));
		assert_eq!((figures.cycles, figures.in_closed_rings), (1, 3));
		assert_eq!(positions[&9].degree, 0);
	}

	#[test]
	fn long_fields_are_quoted_in_part() {
		assert_eq!(shown(&"ü".repeat(100)).chars().count(), 41);
	}
}
