//! The file of ratings, and the records that follow from it.

use crate::account::{self, Account};
use hanse_credit_model::{AmountClass, DAY, Indicator, Level, Moment, Outcome};
use sp_crypto_hashing::blake2_256;
use std::{
	io::{self, BufRead},
	ops::Range,
};

/// For how long a rating may speak against its subject, unless a chain says otherwise: what its schema
/// says by default, in seconds.
pub const RETENTION: Moment = 1_826 * DAY;

/// What the salt and a line are hashed behind.
const DOMAIN: &[u8] = b"hanse/replay/rating";

/// One good line of the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rating {
	/// Where it stands in the file, from one.
	pub line: u64,
	/// Who rated.
	pub rater: u64,
	/// Who was rated.
	pub subject: u64,
	/// The rating, from −10 to 10, as an outcome: (rating + 10) / 20.
	pub outcome: Outcome,
	/// When, in whole seconds since the UNIX epoch.
	pub at: Moment,
	/// BLAKE2b-256 of `hanse/replay/rating`, the salt and the line without its end: what the record
	/// on the chain can be checked by.
	pub commitment: [u8; 32],
}

/// A piece of evidence, as it is submitted and as the model takes it. It names no order: a history of
/// ratings does not say which they were about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Record {
	/// Who says so.
	pub source: Account,
	/// About whom.
	pub subject: Account,
	/// About what.
	pub indicator: Indicator,
	/// What happened.
	pub outcome: Outcome,
	/// How well it is founded.
	pub level: Level,
	/// How much money it is about.
	pub amount: AmountClass,
	/// When it happened.
	pub at: Moment,
	/// The salted hash of the line behind it.
	pub commitment: [u8; 32],
}

impl Rating {
	/// Whether the rating speaks against the subject. There is none of zero, so that each either
	/// does or speaks for it.
	pub fn is_negative(&self) -> bool {
		self.outcome.is_adverse()
	}

	/// The rating as evidence: one party of a trade about the other. The amounts are not known.
	pub fn record(&self) -> Record {
		Record {
			source: account::of_trader(self.rater),
			subject: account::of_trader(self.subject),
			indicator: Indicator::Rating,
			outcome: self.outcome,
			level: Level::Counterparty,
			amount: AmountClass::NEUTRAL,
			at: self.at,
			commitment: self.commitment,
		}
	}
}

/// A part of a history, cut into batches of so many ratings at most.
pub fn batches(part: Range<usize>, most: usize) -> impl Iterator<Item = Range<usize>> {
	let Range { start, end } = part;
	let most = most.max(1);
	(start..end).step_by(most).map(move |from| from..from.saturating_add(most).min(end))
}

/// A line that cannot be used.
pub type BadLine = hanse_client::BadLine<Reason>;

/// Why a line cannot be used.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Reason {
	/// Bytes that are no characters.
	#[error("it is not text in UTF-8")]
	NotText,
	/// Too few or too many fields.
	#[error("it has {found} field(s) instead of {wanted}")]
	Fields {
		/// How many there are.
		found: usize,
		/// How many there should be.
		wanted: usize,
	},
	/// A trader that is not a whole number.
	#[error("the {role} `{text}` is not a whole number")]
	Trader {
		/// Rater, subject or trader.
		role: &'static str,
		/// What stands there.
		text: String,
	},
	/// A rating that is not one of the scale.
	#[error("the rating `{0}` is not a whole number from -10 to 10")]
	Rating(String),
	/// A rating of zero.
	#[error("the rating is 0, which says neither good nor bad")]
	ZeroRating,
	/// A trader that rates itself.
	#[error("trader {0} rates itself: that is no evidence by a counterparty")]
	OwnRating(u64),
	/// A time that is not a number of seconds.
	#[error("the time `{0}` is not a number of seconds since 1970")]
	Time(String),
	/// A time before that of an earlier line.
	#[error("its time is before that of line {0}: sort the file by time")]
	OutOfOrder(u64),
	/// A time that has not come yet.
	#[error("the time `{0}` lies in the future: it must be in seconds")]
	InFuture(String),
	/// A label that means nothing.
	#[error("the label `{0}` is neither 1 (benign) nor -1 (fraudulent)")]
	Label(String),
	/// Two labels that contradict each other.
	#[error("trader {0} has the other label in an earlier line")]
	Contradiction(u64),
}

/// Reads ratings: rater, subject, rating and time in each line. Times after `now` are bad lines.
pub fn read(
	input: impl BufRead,
	salt: &str,
	now: Moment,
) -> io::Result<(Vec<Rating>, Vec<BadLine>)> {
	let mut last = None;
	lines(input, |number, text| {
		let [rater, subject, rating, time] = fields(text)?;
		let (rater, subject) = (trader("rater", rater)?, trader("subject", subject)?);
		let outcome = match rating.parse::<i8>() {
			Ok(0) => return Err(Reason::ZeroRating),
			Ok(value @ -10..=10) => u16::try_from((i16::from(value) + 10) * 500)
				.ok()
				.and_then(Outcome::new)
				.ok_or_else(|| Reason::Rating(shown(rating)))?,
			_ => return Err(Reason::Rating(shown(rating))),
		};
		if rater == subject {
			return Err(Reason::OwnRating(rater));
		}
		let moment = seconds(time).ok_or_else(|| Reason::Time(shown(time)))?;
		if moment.0 > now {
			return Err(Reason::InFuture(shown(time)));
		}
		match last {
			Some((line, before)) if moment < before => return Err(Reason::OutOfOrder(line)),
			_ => last = Some((number, moment)),
		}
		let commitment = blake2_256(&[DOMAIN, salt.as_bytes(), text.as_bytes()].concat());
		Ok(Rating { line: number, rater, subject, outcome, at: moment.0, commitment })
	})
}

/// Reads the lines of a file, each with its number. Empty ones are passed over.
pub fn lines<T>(
	mut input: impl BufRead,
	mut parse: impl FnMut(u64, &str) -> Result<T, Reason>,
) -> io::Result<(Vec<T>, Vec<BadLine>)> {
	let (mut good, mut bad) = (Vec::new(), Vec::new());
	let mut bytes = Vec::new();
	for number in 1.. {
		bytes.clear();
		if input.read_until(b'\n', &mut bytes)? == 0 {
			break;
		}
		let parsed = match str::from_utf8(&bytes) {
			Ok(text) => {
				// Some editors mark the beginning of a file.
				let text = if number == 1 { text.trim_start_matches('\u{feff}') } else { text };
				let text = text.trim_end_matches(['\r', '\n']);
				if text.trim().is_empty() {
					continue;
				}
				parse(number, text)
			},
			Err(_) => Err(Reason::NotText),
		};
		match parsed {
			Ok(value) => good.push(value),
			Err(reason) => bad.push(BadLine { number, reason }),
		}
	}
	Ok((good, bad))
}

/// The fields of a line, without the blanks around them.
pub fn fields<const N: usize>(text: &str) -> Result<[&str; N], Reason> {
	let fields = text.split(',').map(str::trim).collect::<Vec<_>>();
	let found = fields.len();
	fields.try_into().map_err(|_| Reason::Fields { found, wanted: N })
}

/// The number of a trader.
pub fn trader(role: &'static str, text: &str) -> Result<u64, Reason> {
	text.parse().map_err(|_| Reason::Trader { role, text: shown(text) })
}

/// What a message quotes of a field.
pub fn shown(text: &str) -> String {
	const MOST: usize = 40;
	match text.char_indices().nth(MOST) {
		Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
		None => text.to_owned(),
	}
}

/// A time as whole seconds and nanoseconds, read without floats so that none is moved by rounding.
fn seconds(text: &str) -> Option<(Moment, u32)> {
	let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
	let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
	if !is_number(whole) || !is_number(fraction) {
		return None;
	}
	let nanoseconds = fraction.chars().chain("00000000".chars()).take(9).collect::<String>();
	Some((whole.parse().ok()?, nanoseconds.parse().ok()?))
}

#[cfg(test)]
mod tests {
	use super::*;

	const NOW: Moment = 2_000_000_000;

	fn reading(text: &str) -> (Vec<Rating>, Vec<BadLine>) {
		read(text.as_bytes(), "salt", NOW).unwrap()
	}

	fn refused(line: &str) -> Reason {
		let (good, mut bad) = reading(line);
		assert!(good.is_empty());
		bad.remove(0).reason
	}

	#[test]
	fn a_history_is_cut_into_batches() {
		let cut = |part, most| batches(part, most).collect::<Vec<_>>();
		assert_eq!(cut(0..5, 2), [0..2, 2..4, 4..5]);
		assert_eq!(cut(3..5, 2), vec![3..5; 1]);
		assert_eq!(cut(2..4, 0), [2..3, 3..4]);
		assert!(cut(4..4, 2).is_empty());
	}

	#[test]
	fn a_line_becomes_a_record() {
		let (good, bad) = reading("6,2,4,1289241911.72836\n");
		assert_eq!(bad, []);
		let record = good[0].record();
		assert_eq!(record.source, account::of_trader(6));
		assert_eq!(record.subject, account::of_trader(2));
		assert_eq!(record.outcome.points(), 7_000);
		assert_eq!(record.at, 1_289_241_911);
		assert_eq!((record.level, record.amount), (Level::Counterparty, AmountClass::NEUTRAL));
		assert_eq!(record.commitment, blake2_256(b"hanse/replay/ratingsalt6,2,4,1289241911.72836"));
		assert!(!good[0].is_negative());
	}

	#[test]
	fn the_scale_has_no_middle() {
		let points = |rating: &str| reading(&format!("1,2,{rating},5")).0[0].outcome.points();
		assert_eq!(
			(points("-10"), points("-1"), points("1"), points("10")),
			(0, 4_500, 5_500, 10_000)
		);
		assert!(reading("1,2,-1,5").0[0].is_negative());
		assert_eq!(refused("1,2,0,5"), Reason::ZeroRating);
	}

	#[test]
	fn bad_lines_are_told_by_number_and_reason() {
		let (good, bad) = reading("1,2,3,10\nrubbish\n\n1,2,3,9.5\r\n2,1,3,11\r\n");
		assert_eq!(good.iter().map(|rating| rating.line).collect::<Vec<_>>(), [1, 5]);
		assert_eq!(
			bad,
			[
				BadLine { number: 2, reason: Reason::Fields { found: 1, wanted: 4 } },
				BadLine { number: 4, reason: Reason::OutOfOrder(1) },
			]
		);
	}

	#[test]
	fn each_field_is_checked() {
		assert_eq!(refused("1,2,3"), Reason::Fields { found: 3, wanted: 4 });
		assert_eq!(refused("1,2,3,4,5"), Reason::Fields { found: 5, wanted: 4 });
		assert_eq!(refused("x,2,3,4"), Reason::Trader { role: "rater", text: "x".into() });
		assert_eq!(refused("1,-2,3,4"), Reason::Trader { role: "subject", text: "-2".into() });
		for rating in ["11", "-11", "1.5", "200", ""] {
			assert_eq!(refused(&format!("1,2,{rating},4")), Reason::Rating(rating.into()));
		}
		for time in ["", "-1", "1e9", "NaN", "1.", ".5", "1.-5", "1.5.5"] {
			assert_eq!(refused(&format!("1,2,3,{time}")), Reason::Time(time.into()));
		}
		assert_eq!(refused("1,2,3,2000000001"), Reason::InFuture("2000000001".into()));
		assert_eq!(refused("7,7,3,4"), Reason::OwnRating(7));
		let (good, bad) = read(&b"1,2,3,\xff\n"[..], "salt", NOW).unwrap();
		assert_eq!((good.len(), bad[0].reason.clone()), (0, Reason::NotText));
	}

	#[test]
	fn time_is_ordered_to_the_fraction_and_cut_to_the_second() {
		let (good, bad) = reading("1,2,3,10.25\n2,1,3,10.3\n1,3,3,10.29\n");
		assert_eq!(good.iter().map(|rating| rating.at).collect::<Vec<_>>(), [10, 10]);
		assert_eq!(bad, [BadLine { number: 3, reason: Reason::OutOfOrder(2) }]);
	}

	#[test]
	fn a_bad_line_does_not_set_the_time() {
		let (good, bad) = reading("1,1,3,50\n1,2,3,10\n");
		assert_eq!((good.len(), bad.len()), (1, 1));
	}

	#[test]
	fn a_mark_at_the_beginning_and_a_missing_end_are_no_matter() {
		let (good, bad) = reading("\u{feff}1,2,3,10\n2, 1 ,3,11");
		assert_eq!((good.len(), bad.len()), (2, 0));
	}

	#[test]
	fn the_salt_hides_the_line() {
		let commitment = |salt| read(&b"1,2,3,10"[..], salt, NOW).unwrap().0[0].commitment;
		assert_ne!(commitment("a"), commitment("b"));
	}

	#[test]
	fn long_fields_are_quoted_in_part() {
		assert_eq!(shown("short"), "short");
		assert_eq!(shown(&"ü".repeat(100)).chars().count(), 41);
	}
}
