//! How the pallets of Hanse see each other.
//!
//! No pallet reads another pallet's storage. What one needs of another stands here as a trait, small
//! enough for a test to put something else in its place; `()` is the neighbour that knows nothing
//! and does nothing.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod credit;
mod membership;
mod network;
mod validators;

pub use credit::{Counted, EvidenceSink, Extent, ModelClock, Report};
pub use membership::Membership;
pub use network::{Subjects, TradeActivity};
pub use validators::{Presence, ValidatorPool};
