//! How many votes a motion takes.

use clap::ValueEnum;
use serde::Serialize;

/// How large a part of the seats has to be in favour.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Share {
	/// At least two thirds of the seats.
	TwoThirds,
	/// At least one third of the seats.
	OneThird,
}

impl Share {
	/// How many votes that are, with so many seats. Never none.
	pub fn of(self, seats: u32) -> u32 {
		let twofold = match self {
			Self::TwoThirds => seats.saturating_mul(2),
			Self::OneThird => seats,
		};
		twofold.div_ceil(3).max(1)
	}
}

/// How a motion stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Standing {
	/// Enough are in favour: whoever closes it carries it out.
	Carried,
	/// So many are against it that there cannot be enough in favour any more.
	Rejected,
	/// Its time is over without enough in favour.
	Lapsed,
	/// So many votes in favour are missing.
	Open {
		/// How many.
		missing: u32,
	},
}

impl Standing {
	/// As the collective will see it when somebody closes the motion. Whoever has not voted counts as
	/// against it in the end: the council has no prime member.
	pub fn of(threshold: u32, seats: u32, ayes: u32, nays: u32, over: bool) -> Self {
		if ayes >= threshold {
			Self::Carried
		} else if seats.saturating_sub(nays) < threshold {
			Self::Rejected
		} else if over {
			Self::Lapsed
		} else {
			Self::Open { missing: threshold.saturating_sub(ayes) }
		}
	}

	/// Whether the collective lets anybody close the motion.
	pub fn can_be_closed(self) -> bool {
		!matches!(self, Self::Open { .. })
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn thirds_are_rounded_up() {
		let of = |share: Share| (1..=10).map(|seats| share.of(seats)).collect::<Vec<_>>();
		assert_eq!(of(Share::TwoThirds), [1, 2, 2, 3, 4, 4, 5, 6, 6, 7]);
		assert_eq!(of(Share::OneThird), [1, 1, 1, 2, 2, 2, 3, 3, 3, 4]);
		assert_eq!(Share::TwoThirds.of(0), 1);
	}

	#[test]
	fn no_vote_less_would_do() {
		// What the runtime asks: at least N/D of the seats.
		for seats in 1..=100u32 {
			let two = Share::TwoThirds.of(seats);
			assert!(two * 3 >= seats * 2 && (two - 1) * 3 < seats * 2);
			let one = Share::OneThird.of(seats);
			assert!(one * 3 >= seats && (one - 1) * 3 < seats);
		}
	}

	#[test]
	fn a_motion_stands_as_the_collective_sees_it() {
		let of = |ayes, nays, over| Standing::of(3, 4, ayes, nays, over);
		assert_eq!(of(0, 0, false), Standing::Open { missing: 3 });
		assert_eq!(of(2, 1, false), Standing::Open { missing: 1 });
		assert_eq!(of(3, 0, false), Standing::Carried);
		assert_eq!(of(3, 1, true), Standing::Carried);
		assert_eq!(of(0, 2, false), Standing::Rejected);
		assert_eq!(of(2, 0, true), Standing::Lapsed);
		assert!(!of(2, 1, false).can_be_closed());
		assert!(of(2, 0, true).can_be_closed());
	}
}
