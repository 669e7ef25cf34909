//! What can go wrong, and what to do about it.

use std::{io, path::PathBuf};

/// Why there is no result.
#[derive(thiserror::Error, Debug)]
pub enum Error {
	/// What went wrong on the way to the node.
	#[error(transparent)]
	Client(#[from] hanse_client::Error),
	/// The process cannot run asynchronous work.
	#[error("cannot start the runtime: {0}")]
	Runtime(io::Error),
	/// No node to start.
	#[error(
		"there is no node in {0}: build it with `cargo build --release --locked`, or say where it is \
		with `--node-binary`"
	)]
	NoNode(PathBuf),
	/// A node that cannot be started.
	#[error("cannot start {path}: {reason}")]
	NotStarted {
		/// The program.
		path: PathBuf,
		/// Why.
		reason: io::Error,
	},
	/// A node that did not do what it was told.
	#[error("{what} failed: {reason}")]
	Command {
		/// What it was told.
		what: String,
		/// What it said.
		reason: String,
	},
	/// A node that ended by itself.
	#[error("{name}'s node ended by itself ({status}). The end of its log:\n{log}")]
	NodeFell {
		/// Whose.
		name: String,
		/// How.
		status: String,
		/// What it said last.
		log: String,
	},
	/// A node that is not ready.
	#[error("{name}'s node was not ready after {seconds} s. The end of its log:\n{log}")]
	NotReady {
		/// Whose.
		name: String,
		/// For how long.
		seconds: u64,
		/// What it said last.
		log: String,
	},
	/// A specification of a chain that looks different.
	#[error(
		"cannot make a chain of two members from the node's `local`: its specification has no {0}. \
		Build this tool from the sources of the node"
	)]
	Specification(&'static str),
	/// A chain with a present.
	#[error(
		"the chain is not importing its history, so that nothing would be settled within the next \
		ninety days. Leave `--node` out, or name a node of a chain that starts with an import"
	)]
	NotImporting,
	/// A chain without room.
	#[error(
		"the chain already has {recorded} records of the signer. Measure on a fresh chain: leave \
		`--node` out, or start a new network"
	)]
	NotFresh {
		/// How many.
		recorded: u64,
	},
	/// Something in the chain's schema that this tool does not know.
	#[error("records of {indicator} cannot be made up: {reason}")]
	Schema {
		/// The indicator.
		indicator: &'static str,
		/// What does not fit.
		reason: &'static str,
	},
	/// A transaction that the node does not take.
	#[error("the node refuses {what}: {reason}")]
	Refused {
		/// Which.
		what: String,
		/// Why.
		reason: String,
	},
	/// A transaction that failed in its block.
	#[error("block {block}: {what} failed: {reason}")]
	Failed {
		/// Where.
		block: u64,
		/// Which.
		what: &'static str,
		/// Why.
		reason: String,
	},
	/// Too little work for a measurement.
	#[error(
		"the work was done after {seconds:.0} s, and at least {wanted} s are to be measured: raise \
		`{option}`"
	)]
	TooLittle {
		/// How long it lasted.
		seconds: f64,
		/// How long it should.
		wanted: u64,
		/// What makes it longer.
		option: &'static str,
	},
	/// Nothing becomes final.
	#[error(
		"nothing of what was submitted became final for {seconds} s; {waiting} transactions wait. Is \
		the machine busy with something else? Lower `--backlog`"
	)]
	Stalled {
		/// How many.
		waiting: usize,
		/// For how long.
		seconds: u64,
	},
	/// Records that did not count.
	#[error("{submitted} records were submitted, and {counted} of them counted")]
	Missing {
		/// How many should have.
		submitted: u64,
		/// How many did.
		counted: u64,
	},
	/// Records that are not settled.
	#[error("{pending} records are still not settled after {seconds} s")]
	NotSettled {
		/// How many.
		pending: u32,
		/// How long it took so far.
		seconds: u64,
	},
	/// A block that cannot be executed again.
	#[error(
		"the node cannot execute block {block} again: {reason}. It must be of the default kind, \
		which keeps the state of the last 256 blocks"
	)]
	NotExecuted {
		/// Which.
		block: u64,
		/// Why.
		reason: String,
	},
	/// A database that does not do what it is told.
	#[error(
		"the database failed: {0}. Is there room for some gigabytes? `--folder` puts it elsewhere, and \
		`--entries` makes it smaller"
	)]
	Database(String),
	/// A file that cannot be read or written.
	#[error("cannot use {path}: {reason}")]
	File {
		/// Which.
		path: PathBuf,
		/// Why.
		reason: io::Error,
	},
	/// A file that is no result.
	#[error("{path} is not a result of the command that it is given for: {reason}")]
	NoResult {
		/// Which.
		path: PathBuf,
		/// What is wrong.
		reason: String,
	},
	/// A document without a place for a table.
	#[error(
		"{path} has no place for the table of {name}: it goes between the lines `{begin}` and `{end}`"
	)]
	NoPlace {
		/// Which document.
		path: PathBuf,
		/// Which table.
		name: &'static str,
		/// The line before it.
		begin: String,
		/// The line after it.
		end: String,
	},
	/// The user had enough.
	#[error("interrupted; what was started is stopped, and its folder removed")]
	Interrupted,
	/// A result that cannot be printed.
	#[error("cannot print the result: {0}")]
	Output(io::Error),
}

/// What a remote call says went wrong.
pub fn rpc(error: subxt::rpcs::Error) -> Error {
	Error::Client(hanse_client::Error::Lost(error.to_string()))
}

/// A node that has forgotten what it said before.
pub fn gone(what: &str) -> Error {
	Error::Client(hanse_client::Error::Lost(format!("the node does not know {what}")))
}
