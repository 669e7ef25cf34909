//! What can go wrong between a tool and a node or its user, and what to do about it.

use std::{io, path::PathBuf};

/// Why a node could not be asked, or its answer not be told.
#[derive(thiserror::Error, Debug)]
pub enum Error {
	/// A secret that is none.
	#[error(
		"the signer is no secret phrase, seed or path ({0}): `--signer //Alice` is a development \
		account"
	)]
	Signer(String),
	/// Nobody answers.
	#[error(
		"no node answers at {url} ({reason}). Is a network running? `./scripts/run` starts one, and \
		`--url` says where it is"
	)]
	Unreachable {
		/// Where.
		url: String,
		/// What the connection says.
		reason: String,
	},
	/// The connection broke, or the node answers nonsense.
	#[error(
		"the connection to the node broke: {0}. What was finalised stays: run the same command \
		again, and it goes on from there"
	)]
	Lost(String),
	/// No blocks.
	#[error(
		"no block was finalised for {seconds} s. Are more than two thirds of the validators running? \
		Run the same command again when blocks are finalised"
	)]
	NotFinalised {
		/// For how long.
		seconds: u64,
	},
	/// A transaction that nobody takes into a block.
	#[error(
		"{what} was submitted, but is in no block after {seconds} s. It may still come into one: look \
		 before you submit it again"
	)]
	NotIncluded {
		/// Which call.
		what: String,
		/// For how long it waited.
		seconds: u64,
	},
	/// A call that the chain does not take.
	#[error("the chain refuses {what}: {reason}")]
	Refused {
		/// Which.
		what: String,
		/// Why.
		reason: String,
	},
	/// A call that failed in its block.
	#[error("the chain refuses {what}: {reason}")]
	Failed {
		/// Which.
		what: String,
		/// What the error is called, as `Pallet.Error`; empty if no pallet made it.
		error: String,
		/// The fields of the error, as the chain encodes them, and zeros.
		fields: [u8; 3],
		/// The same for people.
		reason: String,
	},
	/// A file with a key that cannot be read.
	#[error("cannot read {path}: {reason}", path = path.display())]
	KeyFile {
		/// Which one.
		path: PathBuf,
		/// Why.
		reason: io::Error,
	},
	/// A key that others can read.
	#[error(
		"others on this machine can read {path}, and so can sign with that key. First `chmod 600 {path}`",
		path = .0.display()
	)]
	OpenKey(PathBuf),
	/// A state that cannot be read.
	#[error(
		"cannot make sense of {what} ({reason}): this tool was built for another version of the \
		chain. Build it from the sources of the chain's runtime"
	)]
	OtherVersion {
		/// What was read.
		what: String,
		/// What is wrong with it.
		reason: String,
	},
	/// The result cannot be printed.
	#[error("cannot print the result: {0}")]
	Output(io::Error),
}

/// What the client library says went wrong on the way to the node.
pub fn lost(error: impl Into<subxt::Error>) -> Error {
	Error::Lost(error.into().to_string())
}
