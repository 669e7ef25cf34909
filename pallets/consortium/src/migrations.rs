//! How the state of an earlier release becomes that of this one.

pub mod v2;
