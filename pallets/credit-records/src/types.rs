//! Types that know nothing of the pallet's configuration.

mod batch;
mod bond;
mod cause;
mod objection;
mod record;
mod rules;
mod schema;
mod source;
mod status;

pub use batch::{Batch, Mode, Place, Refusal, Stream, Usage};
pub use bond::*;
pub use cause::Cause;
pub use objection::*;
pub use record::{AppliedRecord, Confirmation, Raise, Record, RecordProof, leaves_key};
pub use rules::{InvalidRules, RuleSet};
pub use schema::{InvalidSchema, Requirement, Schema, SchemaTerms, Unit};
pub use source::{PendingRecord, RegisteredSource, SourceReport};
pub use status::{RecordStatus, Stage};
