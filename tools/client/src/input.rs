use clap::ValueEnum;
use std::{
	fmt::Display,
	fs::File,
	io::{self, BufRead, BufReader},
	path::Path,
};

/// How many bad lines of a file are told one by one.
const BAD_LINES_SHOWN: usize = 20;

/// What to do about lines that cannot be used.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum OnError {
	/// Report them and go on without them.
	Skip,
	/// Report them and do nothing else.
	Fatal,
}

/// A line that cannot be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BadLine<Reason> {
	/// Where it stands in the file, from one.
	pub number: u64,
	/// Why.
	pub reason: Reason,
}

/// Opens a file; `-` is standard input.
///
/// # Errors
///
/// That of the file, if it cannot be opened.
pub fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
	Ok(if path.as_os_str() == "-" {
		Box::new(io::stdin().lock())
	} else {
		Box::new(BufReader::new(File::open(path)?))
	})
}

/// Tells of bad lines on standard error, and returns whether to go on without them.
pub fn go_on_without<Reason: Display>(
	bad: &[BadLine<Reason>],
	path: &Path,
	on_error: OnError,
) -> bool {
	for BadLine { number, reason } in bad.iter().take(BAD_LINES_SHOWN) {
		eprintln!("{}, line {number}: {reason}", path.display());
	}
	let untold = bad.len().saturating_sub(BAD_LINES_SHOWN);
	if untold > 0 {
		eprintln!("… and {untold} more lines");
	}
	bad.is_empty() || on_error == OnError::Skip
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn bad_lines_end_the_work_only_if_they_are_to() {
		let bad = [BadLine { number: 3, reason: "it is empty" }];
		let path = Path::new("lines.csv");
		assert!(go_on_without(&bad, path, OnError::Skip));
		assert!(!go_on_without(&bad, path, OnError::Fatal));
		assert!(go_on_without::<&str>(&[], path, OnError::Fatal));
	}

	#[test]
	fn a_file_that_is_not_there_is_an_error() {
		assert!(open(Path::new("/nowhere/at/all")).is_err());
	}
}
