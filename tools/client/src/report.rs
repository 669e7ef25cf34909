use crate::Error;
use serde::Serialize;
use std::io::{self, Write};

/// Something to print, for people and for programs.
pub trait Report: Serialize {
	/// For people, with a line break at the end.
	fn text(&self) -> String;
}

/// Prints it.
///
/// # Errors
///
/// [`Error::Output`].
pub fn print(report: &impl Report, as_json: bool) -> Result<(), Error> {
	let text = if as_json {
		let text =
			serde_json::to_string_pretty(report).map_err(|error| Error::Output(error.into()))?;
		text + "\n"
	} else {
		report.text()
	};
	let mut out = io::stdout().lock();
	out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Error::Output)
}
