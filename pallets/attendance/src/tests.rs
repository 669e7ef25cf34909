//! A file per call and per theme. Unless a test says otherwise, 1 to 4 validate in sessions of 12
//! blocks, two of them must be left, and a block for slot 100 was authored by 1.

use crate::{Absence, Attendance as Noted, Error, Event, mock::*};
use frame::testing_prelude::*;

mod counting;
mod genesis;
mod invariants;
mod judgement;
mod origins;
mod return_to_service;
mod sessions;
mod set_tolerance;
mod view_functions;
