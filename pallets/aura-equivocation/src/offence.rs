//! What kind of offence an equivocation is.

use alloc::{vec, vec::Vec};
use frame::prelude::*;
use sp_consensus_aura::Slot;
use sp_staking::{
	SessionIndex,
	offence::{Kind, Offence},
};

/// A validator signed two blocks for one slot.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EquivocationOffence<Offender> {
	/// The slot.
	pub slot: Slot,
	/// The session in which the offender is shown to have held the key.
	pub session_index: SessionIndex,
	/// How many validators that session had.
	pub validator_set_count: u32,
	/// The validator.
	pub offender: Offender,
}

impl<Offender: Clone> Offence<Offender> for EquivocationOffence<Offender> {
	const ID: Kind = *b"aura:equivocatio";

	type Slot = Slot;

	fn offenders(&self) -> Vec<Offender> {
		vec![self.offender.clone()]
	}

	fn session_index(&self) -> SessionIndex {
		self.session_index
	}

	fn validator_set_count(&self) -> u32 {
		self.validator_set_count
	}

	fn slot(&self) -> Slot {
		self.slot
	}

	/// `(3 k / n)²` for `k` offenders of `n` validators, and at most the whole: what one does alone
	/// may be an accident, what a third does is an attack. GRANDPA's offences are weighed alike.
	fn slash_fraction(&self, offenders: u32) -> Perbill {
		Perbill::from_rational(offenders.saturating_mul(3), self.validator_set_count).square()
	}
}
