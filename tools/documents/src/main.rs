//! Seals documents for those who may see them, and makes and checks what stands for them on the chain.

#![cfg_attr(
	test,
	allow(
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects
	)
)]

mod chain;
mod cli;
mod files;

use crate::cli::{Check, Cli, Command, Forget, Keygen, Keys, Log, Open, Seal};
use clap::Parser;
use hanse_documents::{
	Key, Opened, SaltFile, commitment, header, keys, keys_commitment, open as open_sealed,
	seal as seal_document,
};
use hanse_identity::{Salt, to_hex};
use hanse_types::Commitment;
use serde::Serialize;
use std::{
	io::{self, Write},
	path::{Path, PathBuf},
	process::ExitCode,
};
use subxt::utils::AccountId32;

/// What the arguments of commands are, for the messages about those that are not.
const SALT: &str = "a salt, as `hanse-documents seal` writes it";
const KEY: &str = "a file of keys, as `hanse-documents keygen` writes it";

/// Why it did not work.
#[derive(thiserror::Error, Debug)]
enum Error {
	/// A file cannot be read or written.
	#[error(transparent)]
	File(#[from] files::Error),
	/// A document cannot be sealed or opened.
	#[error("{}: {reason}", path.display())]
	Document {
		/// Which one.
		path: PathBuf,
		/// Why.
		reason: hanse_documents::Error,
	},
	/// A name that tells nothing about the name of the document.
	#[error("{} does not end with `.age`: say with `--document` where the document goes", .0.display())]
	NoName(PathBuf),
	/// Several documents where one is checked.
	#[error(
		"a commitment is that of one document, and {0} are given: check one at a time, or the keys of \
		all with `--keys` or `--grant`"
	)]
	OneAtATime(usize),
	/// Something is missing that the command line asks for.
	#[error("say {0}")]
	Missing(&'static str),
	/// No account.
	#[error("{0} is no account: one looks like 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY")]
	NoAccount(String),
	/// The operating system gives nothing random.
	#[error("the operating system gives no random bytes: {0}")]
	Random(String),
	/// The chain says something else than it should, or nothing.
	#[error(transparent)]
	Chain(#[from] chain::Error),
	/// Nothing asynchronous can run.
	#[error("this machine lets nothing run side by side: {0}")]
	Runtime(io::Error),
	/// The document is another one.
	#[error(
		"the document does not fit: {} stands behind another commitment, {found}, or its salt is \
		another. Is it the commitment of the same document, as it is on the chain?",
		path.display()
	)]
	OtherDocument {
		/// Which one.
		path: PathBuf,
		/// Its commitment.
		found: String,
	},
	/// The keys are others.
	#[error(
		"the keys do not fit: those of what is given have the commitment {0}. All sealed documents of \
		the grant have to be given, each as it was sealed for this grant"
	)]
	OtherKeys(String),
	/// The result cannot be printed.
	#[error("cannot print the result: {0}")]
	Output(io::Error),
}

/// What `seal` prints.
#[derive(Serialize)]
struct Sealed {
	/// What stands for the document.
	commitment: String,
	/// What stands for its key, wrapped for the recipients.
	keys: String,
}

/// What `open` prints.
#[derive(Serialize)]
struct Found {
	/// What stands for the document.
	commitment: String,
}

fn main() -> ExitCode {
	let done = match Cli::parse().command {
		Command::Keygen(arguments) => keygen(&arguments),
		Command::Seal(arguments) => seal(&arguments),
		Command::Open(arguments) => open(&arguments),
		Command::Keys(Keys { sealed }) => {
			keys_of(&sealed).and_then(|keys| write(&format!("{}\n", to_hex(&keys))))
		},
		Command::Check(arguments) => check(&arguments),
		Command::Log(arguments) => log(&arguments),
		Command::Forget(arguments) => forget(&arguments),
	};
	match done {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("error: {error}");
			let does_not_fit = matches!(error, Error::OtherDocument { .. } | Error::OtherKeys(_));
			ExitCode::from(if does_not_fit { 3 } else { 1 })
		},
	}
}

fn keygen(Keygen { key: path }: &Keygen) -> Result<(), Error> {
	let key = Key::random();
	files::write_private(path, key.to_file().as_bytes())?;
	write(&format!("{}\n", key.recipient()))
}

fn seal(Seal { document: path, to, salt, sealed: target }: &Seal) -> Result<(), Error> {
	let document = files::read(path)?;
	let salt_path = salt.clone().unwrap_or_else(|| with_suffix(path, ".salt.json"));
	let salt = if salt_path.exists() {
		read_salt(&salt_path)?
	} else {
		let salt = Salt::random().map_err(|error| Error::Random(error.to_string()))?;
		write_salt(&salt_path, &salt)?;
		salt
	};
	let sealed = seal_document(&document, &salt, to).map_err(of(path))?;
	let target = target.clone().unwrap_or_else(|| with_suffix(path, ".age"));
	files::write_private(&target, &sealed)?;
	print(&Sealed {
		commitment: to_hex(&commitment(&salt, &document)),
		keys: to_hex(&keys_commitment([header(&sealed).map_err(of(path))?])),
	})
}

fn open(arguments: &Open) -> Result<(), Error> {
	let Open { sealed: path, key, document: target, salt: salt_path, commitment: expected } =
		arguments;
	let target = match target {
		Some(target) => target.clone(),
		None if path.extension().is_some_and(|extension| extension == "age") => {
			path.with_extension("")
		},
		None => return Err(Error::NoName(path.clone())),
	};
	let Opened { document, salt } = open_with(path, key)?;
	let found = commitment(&salt, &document);
	if let Some(expected) = expected {
		ensure_document(path, &found, expected)?;
	}
	files::write_private(&target, &document)?;
	if let Some(salt_path) = salt_path {
		write_salt(salt_path, &salt)?;
	}
	print(&Found { commitment: to_hex(&found) })
}

fn check(arguments: &Check) -> Result<(), Error> {
	let Check { files: paths, commitment: expected, salt, key, keys, grant, url } = arguments;
	if let Some(expected) = expected {
		let [path] = &paths[..] else { return Err(Error::OneAtATime(paths.len())) };
		let found = match (salt, key) {
			(Some(salt), _) => commitment(&read_salt(salt)?, &files::read(path)?),
			(None, Some(key)) => {
				let Opened { document, salt } = open_with(path, key)?;
				commitment(&salt, &document)
			},
			(None, None) => return Err(Error::Missing("with `--salt` or `--key` how to open it")),
		};
		ensure_document(path, &found, expected)?;
		return write(&format!("{}: the document fits\n", path.display()));
	}
	let found = keys_of(paths)?;
	let expected = match (keys, grant) {
		(Some(keys), _) => *keys,
		(None, Some(grant)) => run(chain::keys_of_grant(url, *grant))?,
		(None, None) => return Err(Error::Missing("with `--keys` or `--grant` what to check")),
	};
	if found != expected {
		return Err(Error::OtherKeys(to_hex(&found)));
	}
	write("the keys fit\n")
}

fn log(Log { account, url }: &Log) -> Result<(), Error> {
	let account = account.parse::<AccountId32>().map_err(|_| Error::NoAccount(account.clone()))?;
	print(&run(chain::log(url, &account))?)
}

fn forget(Forget { salts }: &Forget) -> Result<(), Error> {
	// All of them are salts, or nothing is destroyed.
	for path in salts {
		read_salt(path)?;
	}
	for path in salts {
		files::destroy(path)?;
	}
	Ok(())
}

/// What a document on its way to or from a file failed with.
fn of(path: &Path) -> impl Fn(hanse_documents::Error) -> Error {
	move |reason| Error::Document { path: path.into(), reason }
}

/// The commitment to the wrapped keys of sealed documents.
fn keys_of(paths: &[PathBuf]) -> Result<Commitment, Error> {
	let sealed = paths
		.iter()
		.map(|path| {
			let sealed = files::read(path)?;
			// The document is not needed, and may be long.
			Ok(header(&sealed).map_err(of(path))?.to_vec())
		})
		.collect::<Result<Vec<_>, Error>>()?;
	Ok(keys_commitment(sealed.iter().map(Vec::as_slice)))
}

fn open_with(path: &Path, key: &Path) -> Result<Opened, Error> {
	let keys =
		keys(&files::read_private(key, KEY)?).map_err(|reason| files::content(key, KEY, reason))?;
	open_sealed(&files::read(path)?, &keys).map_err(of(path))
}

fn ensure_document(path: &Path, found: &Commitment, expected: &Commitment) -> Result<(), Error> {
	if found == expected {
		Ok(())
	} else {
		Err(Error::OtherDocument { path: path.into(), found: to_hex(found) })
	}
}

fn read_salt(path: &Path) -> Result<Salt, Error> {
	let SaltFile(salt) = files::json(&files::read_private(path, SALT)?, path, SALT)?;
	Ok(salt)
}

fn write_salt(path: &Path, salt: &Salt) -> Result<(), Error> {
	Ok(files::write_private(path, text(&SaltFile(salt.clone()))?.as_bytes())?)
}

/// The path with something behind its name.
fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
	let mut name = path.as_os_str().to_owned();
	name.push(suffix);
	name.into()
}

/// Waits for something asynchronous.
fn run<T>(work: impl Future<Output = Result<T, chain::Error>>) -> Result<T, Error> {
	let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
	Ok(runtime.map_err(Error::Runtime)?.block_on(work)?)
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
