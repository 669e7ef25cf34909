//! Files that others must not read, and those that anybody may.

use serde::de::DeserializeOwned;
use std::{
	fs::{self, File, OpenOptions},
	io::{self, Read, Write},
	os::unix::fs::{MetadataExt, OpenOptionsExt},
	path::{Path, PathBuf},
};

/// The largest file that is read: what is read here has a few kilobytes.
const MOST: u64 = 1 << 20;

/// Why a file could not be read or written.
#[derive(thiserror::Error, Debug)]
pub enum Error {
	/// It cannot be read.
	#[error("cannot read {}: {reason}", path.display())]
	Read {
		/// Which one.
		path: PathBuf,
		/// Why.
		reason: io::Error,
	},
	/// It is read, but is not what it should be.
	#[error("{} is not {what}: {reason}", path.display())]
	Content {
		/// Which one.
		path: PathBuf,
		/// What it should be.
		what: &'static str,
		/// What is wrong with it.
		reason: String,
	},
	/// It is there already.
	#[error(
		"{} is there already, and is not overwritten: openings that are lost can never be opened \
		again. Choose another name, or move the file away",
		.0.display()
	)]
	Exists(PathBuf),
	/// It cannot be written.
	#[error("cannot write {}: {reason}", path.display())]
	Write {
		/// Which one.
		path: PathBuf,
		/// Why.
		reason: io::Error,
	},
}

/// The whole of a file, or of standard input for `-`.
pub fn read(path: &Path) -> Result<String, Error> {
	let mut text = String::new();
	let read = if path.as_os_str() == "-" {
		io::stdin().lock().take(MOST).read_to_string(&mut text)
	} else {
		File::open(path).and_then(|file| file.take(MOST).read_to_string(&mut text))
	};
	read.map_err(|reason| Error::Read { path: path.into(), reason })?;
	Ok(text)
}

/// The whole of a file that nobody else should be able to read; says so if somebody is.
pub fn read_private(path: &Path) -> Result<String, Error> {
	let text = read(path)?;
	if fs::metadata(path).is_ok_and(|file| file.is_file() && file.mode() & 0o077 != 0) {
		let path = path.display();
		eprintln!("warning: others than you may read or write {path}: `chmod 600 {path}`");
	}
	Ok(text)
}

/// JSON out of a text. `what` it should be is told if it is not.
pub fn json<T: DeserializeOwned>(text: &str, path: &Path, what: &'static str) -> Result<T, Error> {
	serde_json::from_str(text).map_err(|error| content(path, what, error))
}

/// What to say of a file that is not what it should be.
pub fn content(path: &Path, what: &'static str, reason: impl ToString) -> Error {
	// The file may come from somebody else, and the reason quote it: no orders to the terminal.
	let shown = |c: char| if c.is_control() { '\u{fffd}' } else { c };
	let reason = reason.to_string().chars().map(shown).collect();
	Error::Content { path: path.into(), what, reason }
}

/// Writes a new file that its owner alone can read; it is on the disk when this returns.
pub fn write_private(path: &Path, text: &str) -> Result<(), Error> {
	let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(
		|reason| match reason.kind() {
			io::ErrorKind::AlreadyExists => Error::Exists(path.into()),
			_ => Error::Write { path: path.into(), reason },
		},
	)?;
	file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(|reason| {
		// Half an opening is of no use, and would be in the way of the next attempt.
		let _ = fs::remove_file(path);
		Error::Write { path: path.into(), reason }
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_private_file_is_written_once_and_for_its_owner() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("openings.json");
		write_private(&path, "secret").unwrap();
		assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
		assert!(matches!(write_private(&path, "other"), Err(Error::Exists(_))));
		assert_eq!(read_private(&path).unwrap(), "secret");

		let nowhere = folder.path().join("no/where");
		assert!(matches!(write_private(&nowhere, ""), Err(Error::Write { .. })));
		assert!(matches!(read(&nowhere), Err(Error::Read { .. })));
	}
}
