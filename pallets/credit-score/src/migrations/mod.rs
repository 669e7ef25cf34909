//! How the storage came to be what it is.

pub mod v1;
pub mod v2;
