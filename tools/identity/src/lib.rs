//! Salted commitments of what an enterprise is called and registered as, and the registrars'
//! commitment of who it is.
//!
//! The chain holds commitments only. Whoever is given the [`Opening`] of one attribute can check
//! it against the chain, and learns nothing of the others. `docs/identity.md` describes both schemes
//! byte by byte and says what they hide and what they do not.
//!
//! ```
//! use hanse_identity::Opening;
//! use hanse_types::Attribute;
//!
//! let opening = Opening::new(Attribute::RegistrationNumber, "hrb 12345 b")?;
//! assert_eq!(opening.value().as_str(), "HRB12345B");
//!
//! // What goes on the chain, and what goes to the one party that is to know.
//! let commitment = opening.commitment();
//! let json = serde_json::to_string(&opening)?;
//!
//! let received: Opening = serde_json::from_str(&json)?;
//! assert!(received.fits(&commitment));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![cfg_attr(
	test,
	allow(
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects
	)
)]

mod attribute;
mod bytes;
mod entity;
mod opening;
mod openings;
mod value;

pub use attribute::{UnknownAttribute, attribute, index, name};
pub use bytes::{InvalidHex, Salt, from_hex, to_hex};
pub use entity::EntityKey;
pub use opening::{Error, Opening};
pub use openings::{Attributes, Openings};
pub use value::{BadValue, MAX_NUMBER, MAX_TEXT, Value};
