use hanse_types::Attribute;
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// The most bytes that a name or an address may have, in UTF-8.
pub const MAX_TEXT: usize = 1_024;
/// The most characters that a number may have, those that are left out not counted.
pub const MAX_NUMBER: usize = 64;

/// What stands between the parts of a number to make it easier to read, and is left out.
const SEPARATORS: [char; 3] = ['-', '.', '/'];

/// Characters that nobody sees, or that turn the direction of others around: they would let two
/// values look the same, or one look like another. (Soft hyphen, spaces and joiners without width,
/// and what Unicode calls `Bidi_Control`.)
const INVISIBLE: [char; 16] = [
	'\u{ad}', '\u{61c}', '\u{200b}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}',
	'\u{202d}', '\u{202e}', '\u{2060}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{feff}',
];

/// The value of an attribute in its normal form: what is hashed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Value(String);

/// Why a text cannot be the value of an attribute.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadValue {
	/// Nothing is left of it.
	#[error("it is empty: leave the attribute out instead")]
	Empty,
	/// It is longer than anything that it could be.
	#[error("it is longer than {0} bytes: is it really what it should be?")]
	TooLong(usize),
	/// It holds a character that nobody sees.
	#[error(
		"it holds {}, which nobody sees and which makes two values look alike: type it instead of \
		copying it",
		Shown(*.0)
	)]
	Invisible(char),
	/// It is a number with something else in it.
	#[error(
		"it holds {}: a number has the letters A to Z and the digits 0 to 9; blanks, hyphens, full \
		stops and slashes between them are left out. Write it as the register transcribes it",
		Shown(*.0)
	)]
	NotInNumber(char),
}

impl Value {
	/// The normal form of a text as the value of the attribute.
	///
	/// A name or an address: in Unicode's form NFC, with one space for every run of blanks and none
	/// at either end. A number: without blanks, hyphens, full stops and slashes, the letters a to z as
	/// capitals.
	pub fn new(attribute: Attribute, text: &str) -> Result<Self, BadValue> {
		let (value, most) = match attribute {
			Attribute::Name | Attribute::Address => (words(text)?, MAX_TEXT),
			Attribute::RegistrationNumber | Attribute::TaxNumber => (number(text)?, MAX_NUMBER),
		};
		match value.len() {
			0 => Err(BadValue::Empty),
			length if length > most => Err(BadValue::TooLong(most)),
			_ => Ok(Self(value)),
		}
	}

	/// The text.
	pub fn as_str(&self) -> &str {
		&self.0
	}
}

impl fmt::Display for Value {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&self.0)
	}
}

fn words(text: &str) -> Result<String, BadValue> {
	let composed = text.nfc().collect::<String>();
	let words = composed.split_whitespace().collect::<Vec<_>>().join(" ");
	match words.chars().find(|c| c.is_control() || INVISIBLE.contains(c)) {
		Some(invisible) => Err(BadValue::Invisible(invisible)),
		None => Ok(words),
	}
}

fn number(text: &str) -> Result<String, BadValue> {
	text.chars()
		.filter(|c| !c.is_whitespace() && !SEPARATORS.contains(c))
		.map(|c| match c.to_ascii_uppercase() {
			c @ ('A'..='Z' | '0'..='9') => Ok(c),
			_ => Err(BadValue::NotInNumber(c)),
		})
		.collect()
}

/// A character for a message: itself where it can be seen, and its code.
struct Shown(char);

impl fmt::Display for Shown {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let Self(c) = *self;
		if !c.is_control() && !INVISIBLE.contains(&c) {
			write!(f, "“{c}” ")?;
		}
		write!(f, "(U+{:04X})", u32::from(c))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn name(text: &str) -> Result<String, BadValue> {
		Value::new(Attribute::Name, text).map(|value| value.to_string())
	}

	fn number(text: &str) -> Result<String, BadValue> {
		Value::new(Attribute::RegistrationNumber, text).map(|value| value.to_string())
	}

	#[test]
	fn a_name_is_composed_and_its_blanks_are_single() {
		for (text, expected) in [
			("Lübecker Salzkontor GmbH", "Lübecker Salzkontor GmbH"),
			("  Lu\u{308}becker\tSalzkontor\u{a0}\u{3000} GmbH\r\n", "Lübecker Salzkontor GmbH"),
			// Compatible characters are no canonical ones and stay.
			("ﬁsk № ①", "ﬁsk № ①"),
			("\u{212b}lesund", "Ålesund"),
			// Joiners are letters of some scripts.
			("شرکت می\u{200c}خواهم", "شرکت می\u{200c}خواهم"),
			("上海\u{3000}贸易", "上海 贸易"),
			("a\u{85}b\u{2028}c", "a b c"),
		] {
			assert_eq!(name(text).as_deref(), Ok(expected));
		}
	}

	#[test]
	fn a_number_is_letters_and_digits() {
		for (text, expected) in [
			("HRB 12345 B", "HRB12345B"),
			("hrb-12345/b", "HRB12345B"),
			("CHE-123.456.789", "CHE123456789"),
			("12.345.678/0001-90", "12345678000190"),
			("5493001kjtiigc8y1r12\n", "5493001KJTIIGC8Y1R12"),
		] {
			assert_eq!(number(text).as_deref(), Ok(expected));
			assert_eq!(
				Value::new(Attribute::TaxNumber, text).unwrap().as_str(),
				number(text).unwrap()
			);
		}
	}

	#[test]
	fn what_cannot_be_a_value_is_refused() {
		assert_eq!(name(" \t\n"), Err(BadValue::Empty));
		assert_eq!(number(" - "), Err(BadValue::Empty));
		assert_eq!(name("Ac\0me"), Err(BadValue::Invisible('\0')));
		assert_eq!(name("Acme\u{7f}"), Err(BadValue::Invisible('\u{7f}')));
		for invisible in INVISIBLE {
			assert_eq!(name(&format!("Ac{invisible}me")), Err(BadValue::Invisible(invisible)));
		}
		// The Cyrillic letter looks like the Latin one and would be another enterprise.
		assert_eq!(number("НRB 12345"), Err(BadValue::NotInNumber('Н')));
		assert_eq!(number("１２３"), Err(BadValue::NotInNumber('１')));
		assert_eq!(number("HRB–1"), Err(BadValue::NotInNumber('–')));
		assert_eq!(number("HRB#1"), Err(BadValue::NotInNumber('#')));
		assert_eq!(number("ß1"), Err(BadValue::NotInNumber('ß')));
		assert_eq!(name(&"ä".repeat(MAX_TEXT / 2 + 1)), Err(BadValue::TooLong(MAX_TEXT)));
		assert_eq!(number(&"1".repeat(MAX_NUMBER + 1)), Err(BadValue::TooLong(MAX_NUMBER)));
		assert!(name(&"ä".repeat(MAX_TEXT / 2)).is_ok());
		assert!(number(&"1-".repeat(MAX_NUMBER)).is_ok());
	}

	#[test]
	fn a_message_shows_the_character() {
		assert!(BadValue::NotInNumber('–').to_string().contains("“–” (U+2013)"));
		assert!(BadValue::Invisible('\u{202e}').to_string().contains("holds (U+202E), which"));
	}

	proptest! {
		#[test]
		fn the_normal_form_is_its_own(text in "\\PC{0,40}|[ a-zA-Z0-9./-]{0,40}|(.|\\s|\u{308}){0,20}") {
			for attribute in Attribute::ALL {
				if let Ok(value) = Value::new(attribute, &text) {
					prop_assert_eq!(Value::new(attribute, value.as_str()), Ok(value));
				}
			}
		}

		#[test]
		fn blanks_never_matter_to_a_number(text in "[A-Za-z0-9]{1,30}", at in 0usize..30) {
			let at = at.min(text.len());
			let (head, tail) = text.split_at(at);
			prop_assert_eq!(number(&format!("{head} {tail}")), number(&text));
		}

		#[test]
		fn composed_and_decomposed_are_the_same(text in "[\\p{Latin}\\p{Hangul} ]{1,30}") {
			let decomposed = text.nfd().collect::<String>();
			prop_assert_eq!(name(&decomposed), name(&text));
		}
	}
}
