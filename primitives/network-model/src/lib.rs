//! # The figures of a trade network, as pure graph arithmetic
//!
//! From relationships to figures, without a chain: the runtime, the network tool and the tests all
//! call this crate, so that a figure in the state can be counted again by anybody. There are no
//! floats here, and nothing that can panic.
//!
//! ## Two ways to the same figures
//!
//! * [`set_arcs`] keeps the figures of a [`Network`] up to date, one pair at a time. It looks at the
//!   partners that both have, and at nothing else: the work grows with the smaller of the two
//!   degrees, whatever the size of the network.
//! * [`recount`] counts everything again from nothing but edges.
//!
//! Both must agree after each change; the tests of this crate hold them against each other.
//!
//! ## What is counted
//!
//! | figure | meaning |
//! |---|---|
//! | relationships | pairs with at least one arc, of whichever kind and direction |
//! | triangles | sets of three enterprises of which each is a partner of both others |
//! | wedges | pairs of partners of one enterprise: Σ d(d−1)/2 |
//! | clustering | the share of wedges whose ends are partners, too: 3 · triangles / wedges |
//! | supplies, reciprocated | arcs of supply, and those among them whose reverse exists |
//! | cycles | circles of supply of length three: a supplies b, b supplies c, c supplies a |
//! | closed ring | an enterprise in a circle of supply whose partners all trade with each other: the circle, and nobody else |
//!
//! Closed rings are what invented trade looks like: a few firms of one owner that sell to each other
//! in a circle, and to nobody else.
//!
//! ## Words
//!
//! *Arc*: one directed kind of business. *Relationship*: a pair of enterprises with at least one arc.
//! *Partner*: the other side. *Degree*: how many partners an enterprise has.

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

mod arcs;
mod change;
mod figures;
mod position;
mod recount;
#[cfg(test)]
mod tests;

pub use arcs::{Arcs, RelationshipKind};
pub use change::{Change, Network, Partner, Refusal, set_arcs};
pub use figures::{NetworkFigures, enterprise_added, enterprise_removed};
pub use position::Position;
pub use recount::recount;

/// What an enterprise is called in the network. Numbers are given in the order of registration.
pub type EnterpriseId = u32;

/// One whole, in the basis points that [`Position::herfindahl`] is counted in.
pub const BASIS_POINTS: u16 = 10_000;

/// One whole, in the billionths that ratios of [`NetworkFigures`] are counted in.
pub const BILLION: u64 = 1_000_000_000;

/// A pair in the order in which it is stored: the smaller id first.
pub const fn ordered(a: EnterpriseId, b: EnterpriseId) -> (EnterpriseId, EnterpriseId) {
	if a <= b { (a, b) } else { (b, a) }
}
