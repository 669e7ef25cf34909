//! Recomputes scores from what happened in the blocks of a chain.
//!
//! * [`Engine`] is the credit model as the chain applies it: the order in which records are weighed, put
//!   in, settled, taken out and put back, and nothing else. It knows no node and no runtime; it is fed
//!   with [`Item`]s, one after the other.
//! * [`Event`] and [`Call`] are what a block says, as far as it matters, and [`items`] makes of them what
//!   happened.
//! * [`State`] is what stands in the state at the end of a block: what an engine begins with, and what it
//!   is compared with. [`Trail`] remembers what it had after each block.
//!
//! The tool `hanse-audit` reads blocks from an archive node and holds what comes out against what the
//! chain says. `docs/audit.md` says what that proves.

#![cfg_attr(
	test,
	allow(
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects
	)
)]

mod calls;
mod engine;
mod events;
mod item;
mod joined;
mod state;
mod trail;

pub use calls::{Call, calls};
pub use engine::{Engine, Finding, Key, Start, Stuck};
pub use events::Event;
pub use item::{Account, Item};
pub use joined::{When, items};
pub use state::{Entries, State, source_of, subject_of};
pub use trail::{Digest, Trail, first_difference};
