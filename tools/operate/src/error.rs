//! Why something was not done, and what to do about it.

use crate::{calls, stalled};
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
	/// Several nodes for a command that asks one.
	#[error("only `stalled` asks several nodes: give --node once")]
	ManyNodes,
	/// Another kind of chain.
	#[error("the chain has no pallet {0}: is the node at --node one of Hanse, and up to date?")]
	NotHanse(&'static str),
	/// Nobody signs.
	#[error(
		"nobody signs this: give --key-file FILE, or put the path of that file into $HANSE_KEY_FILE. \
		 With --call-only the call is printed and nothing is signed"
	)]
	NoKey,
	/// A secret that is none.
	#[error(
		"the key is no secret phrase, seed or path ({0}). It is twelve to twenty-four words, or 0x and 64 \
		 hexadecimal digits; //Alice is a development account"
	)]
	BadKey(String),
	/// A key that others can read.
	#[error(
		"others on this machine can read {path}, and so can sign in the member's name. First \
		 `chmod 600 {path}`",
		path = .0.display()
	)]
	OpenKey(PathBuf),
	/// A file that cannot be read.
	#[error("cannot read {path}: {reason}", path = path.display())]
	File {
		/// Which one.
		path: PathBuf,
		/// Why.
		reason: io::Error,
	},
	/// A file that is no runtime.
	#[error(
		"{path} cannot be the code of an upgrade: {reason}. What is asked for is \
		 hanse_runtime.compact.compressed.wasm of the release",
		path = path.display()
	)]
	Code {
		/// Which one.
		path: PathBuf,
		/// Why.
		reason: String,
	},
	/// An upgrade that is none.
	#[error("{0}. Nothing was submitted")]
	NoUpgrade(String),
	/// A call that cannot be made.
	#[error(transparent)]
	Call(#[from] calls::Error),
	/// No way back.
	#[error(transparent)]
	NoWay(#[from] stalled::NoWay),
	/// A motion that is not open.
	#[error("no motion {0} is open: `hanse-operate motions` lists those that are")]
	NoMotion(u32),
	/// A motion that is another one.
	#[error(
		"motion {index} has the hash {found}, not {expected}: look at it again before you vote"
	)]
	OtherMotion {
		/// Its number.
		index: u32,
		/// Its hash.
		found: crate::hash::Hash,
		/// The hash that was looked at.
		expected: crate::hash::Hash,
	},
	/// A motion that cannot be closed.
	#[error(
		"motion {index} is not decided: {missing} more votes in favour are missing, and it ends with \
		 block {end}"
	)]
	Undecided {
		/// Its number.
		index: u32,
		/// How many votes.
		missing: u32,
		/// When it can be closed all the same.
		end: u32,
	},
	/// An applicant that is none.
	#[error("{0} has no application: `hanse-operate applications` lists those that have")]
	NoApplication(String),
	/// An account without a seat.
	#[error(
		"{0} has no seat in the council, so it can neither propose nor vote. Is it a member that is not \
		 suspended by vote? A delegate needs --on-behalf-of MEMBER"
	)]
	NoSeat(String),
	/// A motion that was closed, and whose call failed.
	#[error("motion {index} was carried, but its call failed and nothing was changed: {reason}")]
	MotionFailed {
		/// Its number.
		index: u32,
		/// Why.
		reason: String,
	},
	/// A motion that was carried out, but for what it asked root to do.
	#[error(
		"the motion was carried out, but the call that it made as root failed: {0}. Whatever else was in \
		 the motion stands"
	)]
	RootCallFailed(String),
	/// A delegate whose call failed.
	#[error("the chain refuses what the delegate asked for: {0}")]
	DelegateRefused(String),
	/// A node that does not make keys for us.
	#[error(
		"the node does not make session keys ({0}). It does so only for its own machine: run this \
		 where the node runs, and let the node listen on a local address with --rpc-methods unsafe (or \
		 auto, which is what it does unless told otherwise)"
	)]
	NoNewKeys(String),
	/// A node that proves nothing.
	#[error(
		"the node made keys without a proof that it holds them: it is older than the chain's runtime"
	)]
	NoProof,
	/// A question of the node's own that it does not answer.
	#[error("the node does not answer {method}: {reason}")]
	Rpc {
		/// Which.
		method: &'static str,
		/// What it says.
		reason: String,
	},
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
			hanse_client::Error::OpenKey(path) => Self::OpenKey(path),
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
			| Self::MotionFailed { .. }
			| Self::RootCallFailed(_)
			| Self::DelegateRefused(_) => 3,
			Self::Unreachable { .. } => 4,
			_ => 1,
		})
	}
}
