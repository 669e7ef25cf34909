//! Why something was not done, and what to do about it.

use hanse_record_json::Invalid;
use std::{io, path::PathBuf, process::ExitCode};

/// Why it was not done.
#[derive(thiserror::Error, Debug)]
pub enum Error {
	/// What went wrong on the way to the node, or what the chain refused.
	#[error(transparent)]
	Client(hanse_client::Error),
	/// Nobody answers.
	#[error(
		"no node answers at {url} ({reason}). Does it run, and is this the port of its --rpc-port? \
		 `--node` says where it is"
	)]
	Unreachable {
		/// Where.
		url: String,
		/// What the connection says.
		reason: String,
	},
	/// Another kind of chain, or an older one.
	#[error(
		"the chain has no batches of credit records: is the node at --node one of Hanse, and up to date?"
	)]
	NotHanse,
	/// A question that the node does not answer.
	#[error("{reason}")]
	Unanswered {
		/// The code of the node's answer; docs/json-rpc.md lists them.
		code: i32,
		/// What it says.
		reason: String,
	},
	/// Nobody signs.
	#[error(
		"nobody signs this: give --key-file FILE, or put the path of that file into $HANSE_KEY_FILE"
	)]
	NoKey,
	/// A secret that is none.
	#[error(
		"the key is no secret phrase, seed or path ({0}). It is twelve to twenty-four words, or 0x and 64 \
		 hexadecimal digits; //Alice is a development account"
	)]
	BadKey(String),
	/// A file that cannot be read.
	#[error("cannot read {path}: {reason}", path = path.display())]
	File {
		/// Which one.
		path: PathBuf,
		/// Why.
		reason: io::Error,
	},
	/// A file that cannot be written.
	#[error("cannot write {path}: {reason}", path = path.display())]
	Write {
		/// Which one.
		path: PathBuf,
		/// Why.
		reason: io::Error,
	},
	/// A file that is no proof.
	#[error(
		"{path} is no proof of a record: {reason}. `hanse-records prove` writes one, and so does \
		 `credit_recordProof` of a node as the field `document` of its answer",
		path = path.display()
	)]
	NoProof {
		/// Which one.
		path: PathBuf,
		/// Why.
		reason: String,
	},
	/// A proof that does not hold.
	#[error("{path} does not prove anything: {reason}", path = path.display())]
	Invalid {
		/// Which one.
		path: PathBuf,
		/// Why.
		reason: Invalid,
	},
	/// A proof of another chain.
	#[error(
		"{path} is about a record of the chain that began with {theirs}, and the node at --node follows \
		 the one that began with {ours}",
		path = path.display()
	)]
	OtherChain {
		/// Which one.
		path: PathBuf,
		/// The first block of the chain that the proof names.
		theirs: String,
		/// The first block of the chain of the node.
		ours: String,
	},
	/// A proof that the chain does not know.
	#[error(
		"{path} does not hold: {reason} in the state of block {block}",
		path = path.display()
	)]
	NotOnChain {
		/// Which one.
		path: PathBuf,
		/// What the chain has instead.
		reason: String,
		/// The block that was asked.
		block: u64,
	},
	/// Two records that do not contradict each other.
	#[error("the two records do not contradict each other: {0}. Nothing was submitted")]
	NoContradiction(&'static str),
	/// Bad lines, where none are to be taken.
	#[error(
		"{count} lines of {path} cannot be used; nothing was submitted. Correct them, or leave them \
		 out with `--on-error skip`",
		path = path.display()
	)]
	BadLines {
		/// How many.
		count: usize,
		/// In which file.
		path: PathBuf,
	},
	/// A file without a good line.
	#[error("there is no record in {path}", path = .0.display())]
	Empty(PathBuf),
	/// Standard input, which cannot be submitted twice.
	#[error("records are read from a file, so that they can be submitted again: give its name")]
	StandardInput,
	/// A journal of something else.
	#[error(
		"{journal} is about another submission ({reason}), and this one might be recorded twice. If the \
		 file was changed since: what the journal says is on the chain is to be left out of it. Move the \
		 journal away, or name another one with --journal",
		journal = journal.display()
	)]
	OtherJournal {
		/// Which one.
		journal: PathBuf,
		/// In what it differs.
		reason: String,
	},
	/// Other records where those of the file should be.
	#[error(
		"record {sequence} of the provider's stream is not the one of line {line}: something else submits \
		 with the same account. Let it finish, move {journal} away, leave out of the file what is on the \
		 chain, and submit the rest",
		journal = journal.display()
	)]
	OtherStream {
		/// The number.
		sequence: u64,
		/// The line of the file.
		line: u64,
		/// The journal.
		journal: PathBuf,
	},
	/// A signer who may not submit.
	#[error(
		"{0} may not submit records: it is not the account of a member with the role of a provider. The \
		 consortium grants it by vote"
	)]
	NotProvider(String),
	/// A source that belongs to another provider.
	#[error(
		"another provider registered one of the sources, and alone may submit what it says. None was \
		 registered"
	)]
	SourceTaken,
	/// More sources than a provider may have.
	#[error(
		"the provider would have more sources than the chain allows (constant MaxSources of the pallet \
		 CreditRecords)"
	)]
	TooManySources,
	/// A record that is refused, and all of its batch with it.
	#[error(
		"the record of line {line} is refused ({cause}), and its batch with it: {advice}. The batches before \
		 it are on the chain; without --all-or-nothing the others of the batch would be as well"
	)]
	RecordRefused {
		/// The line of the file.
		line: u64,
		/// Why.
		cause: String,
		/// What to do.
		advice: &'static str,
	},
	/// No progress.
	#[error(
		"no record was added for {seconds} s: {reason}. What is on the chain stays there: run the same \
		 command again, and it goes on from there"
	)]
	NoProgress {
		/// For how long.
		seconds: u64,
		/// What went wrong last.
		reason: String,
	},
	/// The user had enough.
	#[error(
		"interrupted. What is on the chain stays there: run the same command again, and it goes on from \
		 there"
	)]
	Interrupted,
	/// The process cannot run asynchronous work.
	#[error("cannot start the runtime: {0}")]
	Runtime(io::Error),
}

impl From<hanse_client::Error> for Error {
	fn from(error: hanse_client::Error) -> Self {
		match error {
			// The options have other names here.
			hanse_client::Error::Unreachable { url, reason } => Self::Unreachable { url, reason },
			hanse_client::Error::Signer(reason) => Self::BadKey(reason),
			hanse_client::Error::KeyFile { path, reason } => Self::File { path, reason },
			other => Self::Client(other),
		}
	}
}

impl Error {
	/// What the process ends with.
	pub fn exit_code(&self) -> ExitCode {
		ExitCode::from(match self {
			Self::Client(
				hanse_client::Error::Refused { .. } | hanse_client::Error::Failed { .. },
			)
			| Self::RecordRefused { .. }
			| Self::NotProvider(_)
			| Self::SourceTaken
			| Self::TooManySources => 3,
			Self::Unreachable { .. } => 4,
			Self::NoProof { .. }
			| Self::Invalid { .. }
			| Self::OtherChain { .. }
			| Self::NotOnChain { .. } => 6,
			Self::Interrupted => 130,
			_ => 1,
		})
	}
}
