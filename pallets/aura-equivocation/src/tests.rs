//! A file per call and per theme. Unless a test says otherwise, 1 to 4 validate, it is slot 100,
//! and 2 is said to have authored twice in slot 98.

use crate::{EquivocationProofOf, Error, Event, mock::*};
use frame::testing_prelude::*;
use sp_session::MembershipProof;

mod limits;
mod offence;
mod origins;
mod proofs;
mod report_equivocation;
mod report_equivocation_unsigned;

/// The slot of the equivocation.
const SLOT: u64 = 98;
