//! # The credit model of Hanse, as pure arithmetic
//!
//! From evidence to score, without a chain: the runtime, the replay tool and an auditor who
//! recomputes a score all call this crate, so that a score can be reproduced bit for bit. There are
//! no floats and no collections here, and nothing depends on how often a state was read in between.
//!
//! ## The way of a record
//!
//! 1. A [`Source`] reports an [`Outcome`] for an [`Indicator`] about a subject, at an evidence
//!    [`Level`], with an [`AmountClass`]. [`Source::weigh`] says how much that counts.
//! 2. The record joins the [`Subject`] at once, under its source's [`Voice`].
//! 3. After [`Parameters::maturity`] it is settled: [`Source::settle`] compares it with what *others*
//!    said by then ([`Subject::others`]), and the source gains or loses credibility.
//! 4. [`Subject::report`] tells the score, CS = Σᵢ Wᵢ·Dᵢ·Rᵢ (Eq. 1 of Du, Zhang, Zhu and Wang,
//!    *Optimizing Regional Trade Networks through Blockchain-Based Cross-Border E-Commerce Credit
//!    Systems*, JEPPM 16(3), 2026), and [`Subject::risk`] how likely the next record is adverse.
//!
//! 5. A record that is objected to, or found false, is taken out exactly ([`Subject::retract`]); an
//!    adverse one leaves at the end of its time.
//! 6. [`Subject::explain`] says what a score is made of and what it lacks, and [`Subject::warning`]
//!    whether to be careful, and why.
//!
//! ## When the parameters change
//!
//! They come in versions ([`Parameters::succeed`]), and a report says which one it was computed with.
//! All but the [`Pace`] apply to the evidence as it stands. The pace stands inside the sums: there a
//! change ends an era, and a subject goes through it when it is next touched
//! ([`Subject::catch_up`]). Up to the change everything fades by the old pace, after it by the new
//! one, and a reading at the change is the same by both, up to a hundred-millionth.
//!
//! [`Profile`]s let others weigh the same evidence in their own way.
//!
//! ## Rounding
//!
//! Always against the claimant: quotients are cut off, so that a weight, a dimension and a score are
//! never more than the exact value. Sums that would pass 2³² stop there; a subject whose evidence
//! weighs four thousand million full records has nothing left to prove.
//!
//! ## Words
//!
//! *Subject*: the enterprise that a record is about. *Source*: who says so. *Adverse*: a record whose
//! outcome is below one half. *Mass*: what a record would weigh from a source beyond doubt. *Conduct*:
//! how good what is known of a subject is, whatever there is of it.

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
	test,
	allow(
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects
	)
)]

mod evidence;
mod explanation;
mod fixed;
mod indicator;
pub mod legacy;
mod pace;
mod parameters;
mod pile;
mod profile;
mod recent;
mod repair;
mod report;
mod source;
mod subject;
mod sum;
#[cfg(test)]
mod testing;
mod trend;
mod warning;

pub use evidence::{AmountClass, Level, Outcome};
pub use explanation::{Explanation, IndicatorReport, Reason, Shortfall};
pub use fixed::Fixed;
pub use indicator::{Category, Dimension, Indicator};
pub use pace::{FormerPace, Pace};
pub use parameters::{DimensionParameters, IndicatorParameters, Parameters, ParametersError};
pub use pile::{Opinion, Voice};
pub use profile::Profile;
pub use report::{DimensionReport, Grade, ScoreReport};
pub use source::{Source, Weighed};
pub use subject::{Observation, Observed, Placed, Risk, Subject};
pub use trend::Trend;
pub use warning::{
	NetworkSignals, Reasons, Warning, WarningLevel, WarningParameters, WarningReason,
};

/// A point in time, in seconds since the UNIX epoch.
pub type Moment = u64;

/// Seconds in a day.
pub const DAY: Moment = 86_400;

/// One whole, in the basis points that [`Outcome`], [`Risk`] and shares are counted in.
pub const BASIS_POINTS: u16 = 10_000;
