//! Credit records in plain JSON, for programs that do not speak SCALE.
//!
//! * [`ProofDocument`]: proves that a record counted. A node makes it, and anybody can check it
//!   without a node.
//! * [`PlainStatus`], [`PlainObjection`], [`PlainDecision`], [`PlainSchema`]: what a node answers.
//!
//! Times are in seconds since the UNIX epoch, outcomes in basis points, hashes `0x` and hexadecimal
//! digits, accounts in SS58; fields and values are written in camel case.

#![cfg_attr(
	test,
	allow(
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects
	)
)]

mod hex_bytes;
mod proof;
#[cfg(test)]
mod proof_tests;
mod status;

pub use hex_bytes::{Hex, HexBytes};
pub use proof::{Invalid, PlainCount, PlainRecord, ProofDocument, Unproven};
pub use status::{
	Leaf, PlainDecision, PlainObjection, PlainSchema, PlainStage, PlainStatus, PlainVotes,
	ReasonJson, ResolutionJson, StepJson,
};
