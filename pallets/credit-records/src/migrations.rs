//! From the storage of earlier releases to the present one.

pub mod v1;
