//! Makes and checks the salted commitments of an enterprise's attributes.

#![cfg_attr(
	test,
	allow(
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects
	)
)]

mod cli;
mod files;

use crate::cli::{Check, Cli, Command, Commit, Entity, Open};
use clap::Parser;
use hanse_identity::{BadValue, EntityKey, Opening, Openings, Value, name, to_hex};
use hanse_types::Attribute;
use serde::Serialize;
use std::{
	io::{self, Write},
	path::{Path, PathBuf},
	process::ExitCode,
};

/// What the arguments of commands are, for the messages about those that are not.
const ATTRIBUTES: &str = "a JSON object of attributes, such as {\"name\": \"Acme Ltd\"}";
const OPENINGS: &str = "a file of openings, as `hanse-identity commit` writes it";
const OPENING: &str = "an opening, as `hanse-identity open` prints it";
const KEY: &str = "a key of registrars";

/// Why it did not work.
#[derive(thiserror::Error, Debug)]
enum Error {
	/// A file cannot be read or written.
	#[error(transparent)]
	File(#[from] files::Error),
	/// A value cannot be used.
	#[error(transparent)]
	Opening(#[from] hanse_identity::Error),
	/// There is nothing to commit to.
	#[error(
		"there is no attribute in {}: give at least one of name, registrationNumber, taxNumber and \
		address",
		.0.display()
	)]
	NoAttribute(PathBuf),
	/// There is no such attribute in the file.
	#[error("there is no {} in {}", name(*.attribute), path.display())]
	NotCommitted {
		/// Which one.
		attribute: Attribute,
		/// In which file.
		path: PathBuf,
	},
	/// A registration number cannot be used.
	#[error("the number cannot be used: {0}")]
	Number(BadValue),
	/// The opening is of something else.
	#[error(
		"the opening does not fit: the {} that stands behind this commitment is not “{value}”, or its \
		salt is another. Is it the commitment of the same enterprise and the same attribute, as it is on \
		the chain now?",
		name(*.attribute)
	)]
	DoesNotFit {
		/// Of which attribute.
		attribute: Attribute,
		/// What it says.
		value: Value,
	},
	/// The result cannot be printed.
	#[error("cannot print the result: {0}")]
	Output(io::Error),
	/// The commitments cannot be printed, but the file is there.
	#[error(
		"cannot print the commitments: {reason}. The openings are in {path}: \
		`hanse-identity show {path}` prints the commitments",
		path = path.display()
	)]
	OutputOnly {
		/// Where the openings are.
		path: PathBuf,
		/// Why.
		reason: io::Error,
	},
}

fn main() -> ExitCode {
	let done = match Cli::parse().command {
		Command::Commit(arguments) => commit(&arguments),
		Command::Show(arguments) => {
			read_openings(&arguments.openings).and_then(|openings| print(&openings.commitments()))
		},
		Command::Open(arguments) => open(arguments),
		Command::Check(arguments) => check(&arguments),
		Command::Entity(arguments) => entity(&arguments),
	};
	match done {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("error: {error}");
			ExitCode::from(if matches!(error, Error::DoesNotFit { .. }) { 3 } else { 1 })
		},
	}
}

fn commit(Commit { attributes: path, openings: to, keep }: &Commit) -> Result<(), Error> {
	let attributes = files::json(&files::read(path)?, path, ATTRIBUTES)?;
	let keep = keep.as_deref().map(read_openings).transpose()?;
	let openings = Openings::new(attributes, keep)?;
	if openings.is_empty() {
		return Err(Error::NoAttribute(path.clone()));
	}
	files::write_private(to, &text(&openings)?)?;
	// The salts are safe; only now may anybody see what they belong to.
	print(&openings.commitments()).map_err(|error| match error {
		Error::Output(reason) => Error::OutputOnly { path: to.clone(), reason },
		other => other,
	})
}

fn open(Open { openings: path, attribute }: Open) -> Result<(), Error> {
	let openings = read_openings(&path)?;
	print(openings.get(attribute).ok_or(Error::NotCommitted { attribute, path })?)
}

fn check(Check { opening: path, commitment }: &Check) -> Result<(), Error> {
	let opening = files::json::<Opening>(&files::read(path)?, path, OPENING)?;
	let (attribute, value) = (opening.attribute(), opening.value());
	if !opening.fits(commitment) {
		return Err(Error::DoesNotFit { attribute, value: value.clone() });
	}
	write(&format!("{}: {value}\n", name(attribute)))
}

fn entity(Entity { country, number, key: paths }: &Entity) -> Result<(), Error> {
	let number = Value::new(Attribute::RegistrationNumber, number).map_err(Error::Number)?;
	let commitments = paths
		.iter()
		.map(|path| {
			let key = files::read_private(path)?
				.parse::<EntityKey>()
				.map_err(|reason| files::content(path, KEY, reason))?;
			Ok(to_hex(&key.commitment(*country, &number)) + "\n")
		})
		.collect::<Result<String, Error>>()?;
	write(&commitments)
}

fn read_openings(path: &Path) -> Result<Openings, Error> {
	Ok(files::json(&files::read_private(path)?, path, OPENINGS)?)
}

fn print(value: &impl Serialize) -> Result<(), Error> {
	write(&text(value)?)
}

fn text(value: &impl Serialize) -> Result<String, Error> {
	serde_json::to_string_pretty(value)
		.map(|text| text + "\n")
		.map_err(|error| Error::Output(error.into()))
}

fn write(text: &str) -> Result<(), Error> {
	let mut out = io::stdout().lock();
	out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Error::Output)
}
