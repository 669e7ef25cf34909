//! Types that more than one part of Hanse shares.
//!
//! * [`Role`], [`Roles`]: what a member of the consortium may do.
//! * [`CountryCode`]: a country, by ISO 3166-1 alpha-2.
//! * [`LegalEntityId`]: an organisation, by ISO 17442 (LEI).
//! * [`NodeId`]: a node, by its key on the peer-to-peer network.
//! * [`Reference`]: a business object that records are about, as a salted hash.
//! * [`Sector`]: what an enterprise does, by ISIC Rev. 4.
//! * [`SettlementAsset`]: what trade is settled in.
//! * [`EnterpriseDetails`], [`Commitments`], [`VerificationLevel`]: what is known of an enterprise.
//! * [`Agreement`], [`Consent`]: what enterprises sign off chain, byte by byte.
//! * [`EnterpriseReport`], [`RelationshipReport`] and others: what the trade network answers.
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

mod agreement;
mod commitments;
mod country;
mod enterprise;
mod legal_entity;
mod network;
mod node_id;
mod reference;
mod role;
mod roles;
mod sector;
mod settlement_asset;

pub use agreement::{Agreement, Consent, SignedAgreement};
pub use commitments::{Attribute, Commitment, Commitments};
pub use country::{CountryCode, UnknownCountry};
pub use enterprise::{Day, EnterpriseDetails, EnterpriseKind, VerificationLevel};
pub use legal_entity::{InvalidLegalEntityId, LegalEntityId};
pub use network::{
	ArcReport, EnterpriseReport, ProposalReport, RecoveryReport, RelationshipReport,
};
pub use node_id::{InvalidNodeId, NodeId};
pub use reference::{InvalidReference, Reference};
pub use role::Role;
pub use roles::Roles;
pub use sector::{Sector, UnknownSector};
pub use settlement_asset::SettlementAsset;
