//! Types that more than one part of Hanse shares.
//!
//! * [`Role`], [`Roles`]: what a member of the consortium may do.
//! * [`CountryCode`]: a country, by ISO 3166-1 alpha-2.
//! * [`LegalEntityId`]: an organisation, by ISO 17442 (LEI).
//!
//! Nothing here knows of FRAME or of a runtime's configuration. A value that comes out of SCALE has
//! the right shape but not necessarily a right meaning: `validate` tells, and whoever takes a value
//! from outside calls it, so that it can answer with a reason of its own. Values that come out of
//! text (`FromStr`, serde) are valid.

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

extern crate alloc;

mod country;
mod legal_entity;
mod role;
mod roles;

pub use country::{CountryCode, UnknownCountry};
pub use legal_entity::{InvalidLegalEntityId, LegalEntityId};
pub use role::Role;
pub use roles::Roles;
