//! How the storage came to be what it is.

pub mod v1;
