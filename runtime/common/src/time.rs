//! Time, counted in slots.

use crate::{BlockNumber, Moment};

/// How long an author has, in milliseconds. [`crate::limits`] argues what a block may hold so that
/// two seconds are enough for every node.
pub const SLOT_DURATION: Moment = 2_000;

/// One minute, in blocks.
pub const MINUTES: BlockNumber = 60_000 / SLOT_DURATION as BlockNumber;
/// One hour, in blocks.
pub const HOURS: BlockNumber = 60 * MINUTES;
/// One day, in blocks.
pub const DAYS: BlockNumber = 24 * HOURS;
