//! How the pallets of Hanse see each other.
//!
//! No pallet reads another pallet's storage. What one needs of another stands here as a trait, small
//! enough for a test to put something else in its place; `()` is the neighbour that knows nothing
//! and does nothing.

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod credit;
mod lines;
mod membership;
mod network;
mod standing;
mod validators;

pub use credit::{Counted, EvidenceSink, Extent, Looked, ModelClock, RecordId, Recorded, Report};
pub use lines::{CreditLines, LineError, Registered, SettlementAssets};
pub use membership::Membership;
pub use network::{NetworkSignalsOf, Subjects, TradeActivity};
pub use standing::{OnStanding, Standing, Standings};
pub use validators::{Presence, ValidatorPool};
