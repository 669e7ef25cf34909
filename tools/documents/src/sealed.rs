//! Documents as age files.
//!
//! What is encrypted is the tag of the scheme, the salt, and the document. So whoever can open the
//! document can check it against the chain, and no other file has to come along.

use crate::{Key, Recipient, commitments::SCHEME};
use age::{DecryptError, Decryptor, EncryptError, Encryptor};
use hanse_identity::Salt;
use std::io::{self, Read, Write};

/// How every file of age begins.
const AGE: &[u8] = b"age-encryption.org/v1\n";
/// How the last line of its header begins, with the end of the line before.
const LAST_LINE: &[u8] = b"\n---";

/// Why a document cannot be sealed or opened.
#[derive(thiserror::Error, Debug)]
pub enum Error {
	/// Nobody could open it.
	#[error("there is nobody to seal it to: name a recipient")]
	NoRecipient,
	/// The library for age says something else.
	#[error("it cannot be sealed: {0}")]
	Seal(String),
	/// Something else than a sealed document.
	#[error("it is no sealed document: a sealed one begins with `age-encryption.org/v1`")]
	NotSealed,
	/// Sealed to others.
	#[error("it is sealed to others: ask for it to be sealed to you, by what `keygen` printed")]
	OtherRecipients,
	/// Changed or cut short after it was sealed.
	#[error("it was changed or cut short after it was sealed ({0}): ask for it again")]
	Damaged(String),
	/// An age file with something else in it.
	#[error(
		"it opens, but there is no document of the scheme `{SCHEME}` in it: another program made it"
	)]
	OtherContent,
}

/// What was sealed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opened {
	/// The document.
	pub document: Vec<u8>,
	/// The salt of its commitment.
	pub salt: Salt,
}

/// Encrypts a document and its salt to everybody who may open it.
///
/// # Errors
///
/// [`Error::NoRecipient`], and [`Error::Seal`] if the library fails.
pub fn seal(document: &[u8], salt: &Salt, to: &[Recipient]) -> Result<Vec<u8>, Error> {
	let recipients = to.iter().map(|recipient| &recipient.0 as &dyn age::Recipient);
	let encryptor = Encryptor::with_recipients(recipients).map_err(|error| match error {
		EncryptError::MissingRecipients => Error::NoRecipient,
		other => Error::Seal(other.to_string()),
	})?;
	let mut sealed = Vec::new();
	encryptor
		.wrap_output(&mut sealed)
		.and_then(|mut writer| {
			writer.write_all(SCHEME.as_bytes())?;
			writer.write_all(salt.as_bytes())?;
			writer.write_all(document)?;
			writer.finish().map(|_| ())
		})
		.map_err(|error| Error::Seal(error.to_string()))?;
	Ok(sealed)
}

/// Decrypts a document with one of the keys.
///
/// # Errors
///
/// [`Error::NotSealed`], [`Error::OtherRecipients`], [`Error::Damaged`], [`Error::OtherContent`].
pub fn open(sealed: &[u8], keys: &[Key]) -> Result<Opened, Error> {
	header(sealed)?;
	let content = decrypt(sealed, keys).map_err(|error| match error {
		DecryptError::NoMatchingKeys => Error::OtherRecipients,
		other => Error::Damaged(other.to_string()),
	})?;
	let rest = content.strip_prefix(SCHEME.as_bytes()).ok_or(Error::OtherContent)?;
	let (salt, document) = rest.split_first_chunk::<32>().ok_or(Error::OtherContent)?;
	Ok(Opened { document: document.to_vec(), salt: Salt::from(*salt) })
}

fn decrypt(sealed: &[u8], keys: &[Key]) -> Result<Vec<u8>, DecryptError> {
	let keys = keys.iter().map(|key| &key.0 as &dyn age::Identity);
	let mut reader = Decryptor::new(sealed)?.decrypt(keys)?;
	let mut content = Vec::new();
	// Nothing of a document is given away before all of it was checked.
	let read: io::Result<usize> = reader.read_to_end(&mut content);
	read?;
	Ok(content)
}

/// The header of a sealed document, with the end of its last line: the key of the document, wrapped
/// for each of those who may open it.
///
/// # Errors
///
/// [`Error::NotSealed`].
pub fn header(sealed: &[u8]) -> Result<&[u8], Error> {
	if !sealed.starts_with(AGE) {
		return Err(Error::NotSealed);
	}
	let find = |from: usize, what: &[u8]| {
		let rest = sealed.get(from..)?;
		let at = rest.windows(what.len()).position(|bytes| bytes == what)?;
		from.checked_add(at)?.checked_add(what.len())
	};
	find(0, LAST_LINE)
		.and_then(|last| find(last, b"\n"))
		.and_then(|end| sealed.get(..end))
		.ok_or(Error::NotSealed)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{commitment, keys_commitment};
	use proptest::prelude::*;

	const DOCUMENT: &[u8] = b"Invoice 17: 4,000 bags of salt";

	fn salt() -> Salt {
		Salt::from([7; 32])
	}

	#[test]
	fn each_of_two_recipients_opens_it_and_a_third_does_not() {
		let [one, other, third] = [(); 3].map(|()| Key::random());
		let sealed = seal(DOCUMENT, &salt(), &[one.recipient(), other.recipient()]).unwrap();
		for key in [one, other] {
			let opened = open(&sealed, &[Key::random(), key]).unwrap();
			assert_eq!(opened, Opened { document: DOCUMENT.to_vec(), salt: salt() });
		}
		assert!(matches!(open(&sealed, &[third]), Err(Error::OtherRecipients)));
		assert!(matches!(open(&sealed, &[]), Err(Error::OtherRecipients)));
	}

	#[test]
	fn nothing_is_sealed_to_nobody() {
		assert!(matches!(seal(DOCUMENT, &salt(), &[]), Err(Error::NoRecipient)));
	}

	#[test]
	fn what_is_sealed_tells_nothing_of_it() {
		let key = Key::random();
		let sealed = seal(DOCUMENT, &salt(), &[key.recipient()]).unwrap();
		for secret in [&DOCUMENT[..8], &salt().as_bytes()[..8], SCHEME.as_bytes()] {
			assert!(!sealed.windows(secret.len()).any(|bytes| bytes == secret));
		}
		// Not even for whom it is.
		let header = header(&sealed).unwrap();
		let recipient = key.recipient().to_string();
		assert!(!String::from_utf8_lossy(header).contains(&recipient[4..20]));
	}

	#[test]
	fn every_changed_byte_is_refused() {
		let key = Key::random();
		let sealed = seal(DOCUMENT, &salt(), &[key.recipient()]).unwrap();
		for index in 0..sealed.len() {
			let mut changed = sealed.clone();
			changed[index] ^= 1;
			assert!(open(&changed, std::slice::from_ref(&key)).is_err(), "{index}");
		}
		for length in 0..sealed.len() {
			assert!(open(&sealed[..length], std::slice::from_ref(&key)).is_err(), "{length}");
		}
		let longer = [&sealed[..], b"\0"].concat();
		assert!(open(&longer, &[key]).is_err());
	}

	#[test]
	fn the_header_is_that_of_this_document_and_these_recipients() {
		let key = Key::random();
		let seal = || seal(DOCUMENT, &salt(), &[key.recipient()]).unwrap();
		let (one, other) = (seal(), seal());
		let header_of = |sealed| header(sealed).unwrap();
		let text = std::str::from_utf8(header_of(&one)).unwrap();
		assert!(text.starts_with("age-encryption.org/v1\n-> X25519 "), "{text}");
		assert!(text.lines().last().unwrap().starts_with("--- "), "{text}");
		assert!(text.ends_with('\n'));
		// Keys are made anew each time.
		assert_ne!(keys_commitment([header_of(&one)]), keys_commitment([header_of(&other)]));
		// The document is another's to check.
		let mut changed = one.clone();
		*changed.last_mut().unwrap() ^= 1;
		assert_eq!(header_of(&changed), header_of(&one));
		assert_eq!(
			commitment(&open(&one, std::slice::from_ref(&key)).unwrap().salt, DOCUMENT),
			commitment(&open(&other, std::slice::from_ref(&key)).unwrap().salt, DOCUMENT)
		);
	}

	#[test]
	fn other_files_are_no_sealed_documents() {
		for other in [
			&b""[..],
			b"%PDF-1.7",
			b"age-encryption.org/v2\n-> X25519 a\nb\n--- c\n",
			b"age-encryption.org/v1\n-> X25519 a\nb\n",
			b"age-encryption.org/v1\n-> X25519 a\nb\n--- c",
			b"-----BEGIN AGE ENCRYPTED FILE-----\n",
		] {
			assert!(matches!(open(other, &[Key::random()]), Err(Error::NotSealed)));
			assert!(matches!(header(other), Err(Error::NotSealed)));
		}
	}

	#[test]
	fn an_age_file_of_another_program_is_told_apart() {
		let key = Key::random();
		for content in [&b"a letter"[..], b"", b"hanse/document/1too short"] {
			let sealed = age::encrypt(&key.recipient().0, content).unwrap();
			let opened = open(&sealed, std::slice::from_ref(&key));
			assert!(matches!(opened, Err(Error::OtherContent)));
		}
	}

	proptest! {
		#![proptest_config(ProptestConfig { cases: 32, ..Default::default() })]

		#[test]
		fn what_is_sealed_is_opened_as_it_was(
			document in proptest::collection::vec(any::<u8>(), 0..70_000),
			salt in any::<[u8; 32]>(),
		) {
			let key = Key::random();
			let sealed = seal(&document, &salt.into(), &[key.recipient()]).unwrap();
			let opened = open(&sealed, &[key]).unwrap();
			prop_assert_eq!(opened, Opened { document, salt: salt.into() });
		}
	}
}
