//! Why an audit was not done, and what to do about it.

use hanse_audit::Stuck;
use std::{io, path::PathBuf, process::ExitCode};

/// Why it was not done.
#[derive(thiserror::Error, Debug)]
pub enum Error {
	/// What went wrong on the way to the node.
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
	/// Another kind of chain.
	#[error("the chain has no pallet {pallet}: is the node at --node one of Hanse?")]
	NotHanse {
		/// The pallet that is missing.
		pallet: &'static str,
	},
	/// A chain whose events do not tell enough.
	#[error(
		"the runtime of block {block} (spec_version {version}) tells too little in its events: that begins \
		 with spec_version 103"
	)]
	TooOld {
		/// The block.
		block: u32,
		/// Its runtime.
		version: u32,
	},
	/// A block to come.
	#[error("block {block} is not final: the last one that is final has the number {last}")]
	NotFinal {
		/// The block that was asked for.
		block: u32,
		/// The last final one.
		last: u32,
	},
	/// A block before the first that can be looked at.
	#[error("the blocks can be looked at from block {from} on, and {block} is not after it")]
	TooEarly {
		/// The block that was asked for.
		block: u32,
		/// Where to begin.
		from: u32,
	},
	/// A block that the node does not have.
	#[error("the node does not have block {0}: is it still catching up?")]
	NoBlock(u32),
	/// A state that the node does not have any more.
	#[error(
		"the node does not have the state of block {0} any more. Ask an archive node: one that runs with \
		 --state-pruning archive --blocks-pruning archive from its first block on"
	)]
	NoState(u32),
	/// Something that the engine cannot follow.
	#[error("the audit cannot go on at block {block}: {reason}")]
	Stuck {
		/// The block.
		block: u32,
		/// Why.
		reason: Stuck,
	},
	/// A cache that cannot be read or written.
	#[error("cannot use the cache {path}: {reason}", path = path.display())]
	Cache {
		/// Which one.
		path: PathBuf,
		/// Why.
		reason: io::Error,
	},
	/// A file that is no cache of this chain.
	#[error(
		"{path} is not of use here: {reason}. Move it away, or name another one with --cache",
		path = path.display()
	)]
	OtherCache {
		/// Which one.
		path: PathBuf,
		/// Why.
		reason: String,
	},
	/// The user had enough.
	#[error("interrupted. With --cache, the same command goes on from where it came to")]
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
			other => Self::Client(other),
		}
	}
}

impl Error {
	/// What the process ends with. 1 is for an audit that was done, and found a difference.
	pub fn exit_code(&self) -> ExitCode {
		ExitCode::from(if matches!(self, Self::Interrupted) { 130 } else { 2 })
	}

	/// What it means that the node does not answer about the state of a block.
	pub fn of_state(block: u32, reason: String) -> Self {
		// By the words of the SDK: there is no code for it alone.
		if reason.contains("discarded") {
			Self::NoState(block)
		} else {
			Self::Client(hanse_client::Error::Lost(reason))
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_state_that_is_gone_is_told_from_a_connection_that_broke() {
		let gone =
			"Client error: Api called for an unknown Block: State already discarded for 0x12";
		assert!(matches!(Error::of_state(7, gone.to_owned()), Error::NoState(7)));
		let broken = Error::of_state(7, "connection reset".to_owned());
		assert!(matches!(broken, Error::Client(hanse_client::Error::Lost(_))));
		assert_eq!(format!("{:?}", broken.exit_code()), format!("{:?}", ExitCode::from(2)));
	}
}
