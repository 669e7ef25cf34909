//! Files that others must not read, and those that anybody may.

use serde::de::DeserializeOwned;
use std::{
	fs::{self, File, OpenOptions},
	io::{self, Read, Write},
	os::unix::fs::{MetadataExt, OpenOptionsExt},
	path::{Path, PathBuf},
};

/// The largest file that is read, in bytes: a document is held in memory, and so is what it is sealed
/// to.
pub const MOST: u64 = 256 << 20;

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
	/// It is too long.
	#[error("{} has more than {} MiB: split it, or commit to a list of its parts", .0.display(), MOST >> 20)]
	TooLong(PathBuf),
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
	#[error("{} is there already, and is not overwritten: choose another name, or move the file away", .0.display())]
	Exists(PathBuf),
	/// It cannot be written.
	#[error("cannot write {}: {reason}", path.display())]
	Write {
		/// Which one.
		path: PathBuf,
		/// Why.
		reason: io::Error,
	},
	/// It cannot be destroyed.
	#[error("cannot destroy {}: {reason}. What it holds may still be there", path.display())]
	Destroy {
		/// Which one.
		path: PathBuf,
		/// Why.
		reason: io::Error,
	},
}

/// The whole of a file.
pub fn read(path: &Path) -> Result<Vec<u8>, Error> {
	let mut bytes = Vec::new();
	File::open(path)
		.and_then(|file| file.take(MOST.saturating_add(1)).read_to_end(&mut bytes))
		.map_err(|reason| Error::Read { path: path.into(), reason })?;
	if bytes.len() as u64 > MOST {
		return Err(Error::TooLong(path.into()));
	}
	Ok(bytes)
}

/// The whole of a text that nobody else should be able to read; says so if somebody is.
pub fn read_private(path: &Path, what: &'static str) -> Result<String, Error> {
	let text = String::from_utf8(read(path)?).map_err(|_| content(path, what, "it is no text"))?;
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
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<(), Error> {
	let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(
		|reason| match reason.kind() {
			io::ErrorKind::AlreadyExists => Error::Exists(path.into()),
			_ => Error::Write { path: path.into(), reason },
		},
	)?;
	file.write_all(bytes).and_then(|()| file.sync_all()).map_err(|reason| {
		// Half a file is of no use, and would be in the way of the next attempt.
		let _ = fs::remove_file(path);
		Error::Write { path: path.into(), reason }
	})
}

/// Overwrites a file with zeros and removes it.
pub fn destroy(path: &Path) -> Result<(), Error> {
	let overwrite = || {
		let mut file = OpenOptions::new().write(true).open(path)?;
		let length = usize::try_from(file.metadata()?.len()).unwrap_or(usize::MAX);
		file.write_all(&vec![0; length])?;
		// Before its name is gone, or the zeros might never reach the disk.
		file.sync_all()?;
		fs::remove_file(path)?;
		let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
		File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
	};
	overwrite().map_err(|reason| Error::Destroy { path: path.into(), reason })
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_private_file_is_written_once_and_for_its_owner() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("key");
		write_private(&path, b"secret").unwrap();
		assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
		assert!(matches!(write_private(&path, b"other"), Err(Error::Exists(_))));
		assert_eq!(read_private(&path, "a key").unwrap(), "secret");

		let nowhere = folder.path().join("no/where");
		assert!(matches!(write_private(&nowhere, b""), Err(Error::Write { .. })));
		assert!(matches!(read(&nowhere), Err(Error::Read { .. })));
		fs::write(&path, [0xff]).unwrap();
		assert!(matches!(read_private(&path, "a key"), Err(Error::Content { .. })));
	}

	#[test]
	fn a_destroyed_file_is_gone_under_all_of_its_names() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("salt");
		let link = folder.path().join("link");
		write_private(&path, b"secret").unwrap();
		fs::hard_link(&path, &link).unwrap();
		destroy(&path).unwrap();
		assert!(!path.exists());
		assert_eq!(fs::read(&link).unwrap(), [0; 6]);
		assert!(matches!(destroy(&path), Err(Error::Destroy { .. })));
	}

	#[test]
	fn a_file_that_does_not_fit_into_memory_is_refused() {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("long");
		// It takes no room on the disk.
		File::create(&path).unwrap().set_len(MOST + 1).unwrap();
		assert!(matches!(read(&path), Err(Error::TooLong(_))));
	}
}
