//! A file per call and per theme. Unless a test says otherwise, 1 to 4 are validators with keys, 5
//! is a bank, all of them of the first hour, and two validators must be left.

use crate::{
	Application, Error, Event, Member, PlannedValidators, Suspension, SuspensionCause, mock::*,
};
use frame::testing_prelude::*;
use hanse_types::{LegalEntityId, Role, Roles};

mod admit_member;
mod apply;
mod cheating;
mod clear_application;
mod genesis;
mod grant_role;
mod invariants;
mod migration;
mod misbehaviour;
mod origins;
mod register_nodes;
mod reinstate_member;
mod reject_application;
mod remove_member;
mod resign;
mod sessions;
mod set_min_validators;
mod sponsor_application;
mod suspend_member;
mod suspend_provisionally;
mod view_functions;
mod withdraw_application;
mod withdraw_role;
mod withdraw_sponsorship;
