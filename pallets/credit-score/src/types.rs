//! What is stored, announced and answered.

mod answers;
mod change;
mod parameters;
mod places;
mod profile;
mod subject;

pub use answers::{Announcement, ScoreExplanation, WarningReport};
pub use change::{Cause, Change};
pub use parameters::{InvalidParameters, Schedule, Version};
pub use places::{LeavingPlace, Pages, Round};
pub use profile::Purpose;
pub(crate) use subject::RECENT;
pub use subject::{Effect, Moved, ScoredSubject};
