//! A file per call and per theme. Unless a test says otherwise, 1 to 4 are validators with keys, 5
//! is a bank, and two validators must be left.

use crate::{Error, Event, Member, PlannedValidators, mock::*};
use frame::testing_prelude::*;
use hanse_types::{LegalEntityId, Role, Roles};

mod admit_member;
mod cheating;
mod genesis;
mod grant_role;
mod invariants;
mod misbehaviour;
mod origins;
mod remove_member;
mod sessions;
mod view_functions;
mod withdraw_role;
