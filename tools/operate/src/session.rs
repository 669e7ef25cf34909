//! When sessions begin and end, in blocks.
//!
//! A session begins with every block whose number is a multiple of the length. Whoever validates in the
//! session after the next is planned when the next begins, so what is decided in session `k` takes
//! effect when `k + 2` begins.

use serde::Serialize;

/// The session at a block, and the length that all sessions have.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Sessions {
	/// How many blocks a session has; at least one.
	pub length: u32,
	/// The index of the session that `at` lies in.
	pub current: u32,
	/// A block.
	pub at: u32,
}

impl Sessions {
	/// The first block of the current session.
	pub fn began(&self) -> u32 {
		self.at.saturating_sub(self.at.checked_rem(self.length).unwrap_or_default())
	}

	/// How many blocks of the current session there are, that of `at` included.
	pub fn passed(&self) -> u32 {
		self.at.saturating_sub(self.began()).saturating_add(1)
	}

	/// The first block of a session that is not past.
	pub fn first_block(&self, session: u32) -> u32 {
		let ahead = session.saturating_sub(self.current);
		self.began().saturating_add(ahead.saturating_mul(self.length))
	}

	/// The session that a block lies in, which is not before the current one.
	pub fn of(&self, block: u32) -> u32 {
		let ahead = block.saturating_sub(self.began()).checked_div(self.length).unwrap_or_default();
		self.current.saturating_add(ahead)
	}

	/// When a change of keys or validators that is made now takes effect: the session, and its first
	/// block.
	pub fn takes_effect(&self) -> (u32, u32) {
		let session = self.current.saturating_add(2);
		(session, self.first_block(session))
	}
}

/// A span of time, as people say it.
pub fn duration(seconds: u64) -> String {
	match seconds {
		0..=119 => format!("{seconds} s"),
		120..=7_199 => format!("{} min", seconds.div_ceil(60)),
		7_200..=172_799 => format!("{} h {:02} min", seconds / 3_600, seconds % 3_600 / 60),
		_ => format!("{} days", seconds / 86_400),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn sessions_begin_with_multiples_of_their_length() {
		let sessions = Sessions { length: 10, current: 3, at: 34 };
		assert_eq!(sessions.began(), 30);
		assert_eq!(sessions.passed(), 5);
		assert_eq!(sessions.first_block(3), 30);
		assert_eq!(sessions.first_block(4), 40);
		assert_eq!(sessions.of(34), 3);
		assert_eq!(sessions.of(39), 3);
		assert_eq!(sessions.of(40), 4);
		assert_eq!(sessions.takes_effect(), (5, 50));
		// The first session lacks block zero.
		let first = Sessions { length: 10, current: 0, at: 1 };
		assert_eq!((first.began(), first.takes_effect()), (0, (2, 20)));
		let last = Sessions { length: 10, current: 0, at: 9 };
		assert_eq!(last.takes_effect(), (2, 20));
		let next = Sessions { length: 10, current: 1, at: 10 };
		assert_eq!((next.began(), next.passed(), next.takes_effect()), (10, 1, (3, 30)));
	}

	#[test]
	fn the_index_need_not_be_the_quotient() {
		// As after an upgrade that changed the length.
		let sessions = Sessions { length: 1_800, current: 100, at: 3_601 };
		assert_eq!(sessions.first_block(101), 5_400);
		assert_eq!(sessions.of(5_400), 101);
	}

	#[test]
	fn a_length_of_nothing_does_no_harm() {
		let sessions = Sessions { length: 0, current: 3, at: 34 };
		assert_eq!((sessions.began(), sessions.of(50)), (34, 3));
	}

	#[test]
	fn durations_are_readable() {
		assert_eq!(duration(40), "40 s");
		assert_eq!(duration(121), "3 min");
		assert_eq!(duration(2 * 3_600 + 300), "2 h 05 min");
		assert_eq!(duration(3 * 86_400), "3 days");
	}
}
