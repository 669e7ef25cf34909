//! Who can open what was sealed.

use age::{secrecy::ExposeSecret, x25519};
use std::{fmt, str::FromStr};

/// Not a recipient.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a recipient: one begins with age1, and is what `hanse-documents keygen` prints")]
pub struct InvalidRecipient;

/// Not a file of keys.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum InvalidKeys {
	/// A line is none.
	#[error("line {0} is no key: one begins with AGE-SECRET-KEY-1")]
	Line(usize),
	/// There is none.
	#[error("there is no key in it: `hanse-documents keygen` makes one")]
	Empty,
}

/// To whom something is sealed. It is no secret.
#[derive(Clone)]
pub struct Recipient(pub(crate) x25519::Recipient);

impl FromStr for Recipient {
	type Err = InvalidRecipient;

	fn from_str(text: &str) -> Result<Self, InvalidRecipient> {
		text.trim().parse().map(Self).map_err(|_| InvalidRecipient)
	}
}

impl fmt::Display for Recipient {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		self.0.fmt(f)
	}
}

impl fmt::Debug for Recipient {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "Recipient({self})")
	}
}

/// What opens what was sealed to its recipient.
#[derive(Clone)]
pub struct Key(pub(crate) x25519::Identity);

impl Key {
	/// A new one out of the operating system.
	pub fn random() -> Self {
		Self(x25519::Identity::generate())
	}

	/// To whom others have to seal for this key to open it.
	pub fn recipient(&self) -> Recipient {
		Recipient(self.0.to_public())
	}

	/// The key as a file that [`keys`] reads, and every program for age.
	pub fn to_file(&self) -> String {
		let secret = self.0.to_string();
		format!("# public key: {}\n{}\n", self.recipient(), secret.expose_secret())
	}
}

impl fmt::Debug for Key {
	/// Says nothing: what is meant for developers ends up in logs.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("Key(…)")
	}
}

/// The keys of a file: one in each line, besides empty ones and those that begin with `#`.
pub fn keys(text: &str) -> Result<Vec<Key>, InvalidKeys> {
	let keys = text
		.lines()
		.map(str::trim)
		.zip(1..)
		.filter(|(line, _)| !line.is_empty() && !line.starts_with('#'))
		.map(|(line, number)| line.parse().map(Key).map_err(|_| InvalidKeys::Line(number)))
		.collect::<Result<Vec<_>, _>>()?;
	if keys.is_empty() { Err(InvalidKeys::Empty) } else { Ok(keys) }
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_key_is_read_as_it_was_written() {
		let key = Key::random();
		let file = key.to_file();
		assert!(file.starts_with("# public key: age1"), "{file}");
		let [read] = &keys(&file).unwrap()[..] else { panic!() };
		assert_eq!(read.to_file(), file);
		assert_eq!(read.recipient().to_string(), key.recipient().to_string());
		let both = format!("\n{file}\r\n# mine too\n{}", Key::random().to_file());
		assert_eq!(keys(&both).unwrap().len(), 2);
	}

	#[test]
	fn keys_stay_out_of_logs_and_recipients_need_not() {
		let key = Key::random();
		assert_eq!(format!("{key:?}"), "Key(…)");
		assert_eq!(format!("{:?}", key.recipient()), format!("Recipient({})", key.recipient()));
	}

	#[test]
	fn what_is_no_key_and_no_recipient_is_refused() {
		let key = Key::random();
		assert_eq!(keys("").unwrap_err(), InvalidKeys::Empty);
		assert_eq!(keys("# nothing\n").unwrap_err(), InvalidKeys::Empty);
		let recipient = key.recipient().to_string();
		assert_eq!(keys(&recipient).unwrap_err(), InvalidKeys::Line(1));
		let two = format!("{}nonsense", key.to_file());
		assert_eq!(keys(&two).unwrap_err(), InvalidKeys::Line(3));

		assert!(recipient.parse::<Recipient>().is_ok());
		assert!(format!(" {recipient}\n").parse::<Recipient>().is_ok());
		let mut wrong = recipient.clone();
		wrong.pop();
		for text in ["", "age1", &wrong, &key.to_file(), "bank@example.com"] {
			assert_eq!(text.parse::<Recipient>().unwrap_err(), InvalidRecipient, "{text}");
		}
	}
}
