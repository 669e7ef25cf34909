//! The way back after more than a third of the validators are gone for good.
//!
//! GRANDPA finalises with more than two thirds of its authorities. Without them nothing is final, and
//! the set cannot change in the ordinary way either, because a change waits until its block is final.
//! `grandpa.note_stalled` makes the runtime announce a forced change when the *next* session begins:
//! with the validators of that session, and enacted so many blocks later without finality.
//!
//! So three things have to happen in this order:
//!
//! 1. The validators that are gone lose the role, in some session `k`. They are left out of the plan
//!    that is made when `k + 1` begins, and of the set when `k + 2` begins.
//! 2. `note_stalled` is called within `k + 1`: later than the beginning of that session, which would
//!    use it up for the set that still has them, and before `k + 2`.
//! 3. Session `k + 2` begins, and its first block announces the survivors.
//!
//! The call is scheduled for the very first block of `k + 1`. There the scheduler runs after the
//! sessions do, so it is not too early; and if the motion is decided too late, scheduling it fails and
//! nothing at all is changed, instead of too much. That is why it is the council that schedules, and root
//! that is scheduled: if root scheduled, the whitelist pallet would swallow the failure, and the roles
//! would be withdrawn all the same.

use crate::{
	calls::{self, Call},
	session::Sessions,
};
use serde::{Serialize, Serializer};
use subxt::{Metadata, utils::AccountId32};

/// The least number of blocks between the announcement and the new set, unless another is asked for.
const MIN_DELAY: u32 = 8;

/// What is known when the plan is made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Situation {
	/// The session at the best block.
	pub sessions: Sessions,
	/// Those that would validate if nothing were done.
	pub eligible: Vec<AccountId32>,
	/// Those that have the role of a validator.
	pub with_role: Vec<AccountId32>,
	/// How many validators there must be.
	pub minimum: u32,
	/// The highest block that a survivor holds for final.
	pub best_finalized: u32,
	/// The number of the authority set by which the survivors vote, if a node told it.
	pub set_of_voters: Option<u64>,
	/// The number of the authority set that the runtime has come to.
	pub set_of_runtime: u64,
	/// Whether the set changes when the next session begins, whatever is decided now.
	pub change_is_planned: bool,
	/// The block before which the runtime refuses another forced change, if there was one.
	pub next_forced: Option<u32>,
}

/// What the operator chose.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
	/// The validators that are gone.
	pub without: Vec<AccountId32>,
	/// The last block by which the members will have decided.
	pub decided_by: u32,
	/// How many blocks after its announcement the new set is enacted.
	pub delay: Option<u32>,
}

/// Why there is no way back like this.
#[derive(thiserror::Error, Clone, PartialEq, Eq, Debug)]
pub enum NoWay {
	/// Nobody is left.
	#[error(
		"without these no validator would be left that has keys and is in good standing. Who is to \
		 finalise? Name only those that are gone"
	)]
	Nobody,
	/// Nobody of those named validates.
	#[error("none of these has the role of a validator: nothing would change without them")]
	NotValidators,
	/// In the past.
	#[error("block {0} is past: choose a later one with --decided-by")]
	Past(u32),
	/// A delay longer than a session.
	#[error(
		"a delay of {delay} blocks is longer than a session of {length}: the next session would begin \
		 before the forced change is enacted, and its own change would be lost. Choose a delay below \
		 {length}"
	)]
	Delay {
		/// That of the choice.
		delay: u32,
		/// Of a session.
		length: u32,
	},
	/// Another forced change was not long ago.
	#[error(
		"the runtime takes no other forced change before block {next}, and this one would be announced \
		 in block {announced}. Choose a later --decided-by, so that it is announced after block {next}"
	)]
	TooSoon {
		/// When it takes one.
		next: u32,
		/// When this one would be announced.
		announced: u32,
	},
}

/// What is to happen when.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
	/// The last block in which the motion can be closed.
	pub decided_by: u32,
	/// The block in which the roles are withdrawn, if that is not when the motion is closed.
	pub withdraw_at: Option<u32>,
	/// The session in which the roles are withdrawn.
	pub session: u32,
	/// The block in which `note_stalled` is called.
	pub note_stalled_at: u32,
	/// The block that announces the new set: the first of the session after.
	pub announced_at: u32,
	/// The block from which on the new set votes.
	pub enacted_at: u32,
	/// The argument `delay`.
	pub delay: u32,
	/// The argument `best_finalized_block_number`.
	pub best_finalized: u32,
	/// Those whose role is withdrawn.
	#[serde(serialize_with = "addresses")]
	pub withdrawn: Vec<AccountId32>,
	/// Those who finalise from then on.
	#[serde(serialize_with = "addresses")]
	pub survivors: Vec<AccountId32>,
	/// How many validators there must be from then on, if that has to be lowered.
	pub min_validators: Option<u32>,
	/// The number that the authority set gets in the runtime before, if the two have come apart.
	pub set_number: Option<u64>,
}

/// Accounts as addresses.
fn addresses<S: Serializer>(accounts: &[AccountId32], to: S) -> Result<S::Ok, S::Error> {
	to.collect_seq(accounts.iter().map(ToString::to_string))
}

impl Plan {
	/// Computes it.
	///
	/// # Errors
	///
	/// See [`NoWay`].
	pub fn new(now: &Situation, choice: &Choice) -> Result<Self, NoWay> {
		let Sessions { length, at, current, .. } = now.sessions;
		let gone = |account: &AccountId32| choice.without.contains(account);
		let withdrawn = now.with_role.iter().filter(|who| gone(who)).cloned().collect::<Vec<_>>();
		if withdrawn.is_empty() {
			return Err(NoWay::NotValidators);
		}
		let survivors = now.eligible.iter().filter(|who| !gone(who)).cloned().collect::<Vec<_>>();
		if survivors.is_empty() {
			return Err(NoWay::Nobody);
		}
		if choice.decided_by <= at {
			return Err(NoWay::Past(choice.decided_by));
		}

		// In the session under way the roles are withdrawn at once. If there is time until a later one,
		// they are withdrawn at a fixed block of it: if the members decided earlier than expected, the
		// set would otherwise change a session earlier in the ordinary way, which waits for ever.
		let session = now.sessions.of(choice.decided_by);
		let (decided_by, withdraw_at, session) = if session == current {
			(choice.decided_by, None, session)
		} else {
			let at = choice.decided_by.saturating_add(1);
			(choice.decided_by, Some(at), now.sessions.of(at))
		};
		let note_stalled_at = now.sessions.first_block(session.saturating_add(1));
		// Whatever was estimated: until then there is time.
		let decided_by = match withdraw_at {
			Some(_) => decided_by,
			None => note_stalled_at.saturating_sub(1),
		};
		let announced_at = now.sessions.first_block(session.saturating_add(2));
		let left = u32::try_from(survivors.len()).unwrap_or(u32::MAX);
		let delay = choice.delay.unwrap_or_else(|| default_delay(left, length));
		if delay >= length {
			return Err(NoWay::Delay { delay, length });
		}
		if let Some(next) = now.next_forced.filter(|next| *next > announced_at) {
			return Err(NoWay::TooSoon { next, announced: announced_at });
		}
		Ok(Self {
			decided_by,
			withdraw_at,
			session,
			note_stalled_at,
			announced_at,
			enacted_at: announced_at.saturating_add(delay),
			delay,
			best_finalized: now.best_finalized,
			withdrawn,
			survivors,
			min_validators: (left < now.minimum).then_some(left),
			set_number: now
				.set_of_voters
				.filter(|voters| *voters != now.set_of_runtime || now.change_is_planned),
		})
	}

	/// The motion.
	///
	/// # Errors
	///
	/// [`calls::Error::Unknown`].
	pub fn motion(&self, metadata: &Metadata, set_number_key: &[u8]) -> Result<Call, calls::Error> {
		let withdrawals = self.withdrawn.iter().map(calls::withdraw_validator);
		let mut first =
			self.min_validators.map(calls::set_min_validators).into_iter().collect::<Vec<_>>();
		first.extend(withdrawals);
		if let Some(block) = self.withdraw_at {
			first = vec![calls::schedule(block, calls::batch_all(first))];
		}

		let note = calls::note_stalled(self.delay, self.best_finalized);
		let rescue = match self.set_number {
			Some(number) => {
				calls::batch_all([calls::set_storage(set_number_key, &number.to_le_bytes()), note])
			},
			None => note,
		};
		first.extend(calls::as_root_later(metadata, self.note_stalled_at, rescue)?);
		Ok(calls::batch_all(first))
	}
}

/// Every survivor has authored about twice on top of the announcement, so all of them are on its branch.
/// On short sessions, as tests have them, what fits.
fn default_delay(survivors: u32, length: u32) -> u32 {
	survivors.saturating_mul(2).max(MIN_DELAY).min(length.saturating_sub(1)).max(1)
}

/// How many blocks that are not final make authors hold back, as nodes of Hanse are set up.
const BACKOFF_FROM: f64 = 50.0;

/// By how many slots a block is late for each of those beyond, and at most.
const BACKOFF_SLOTS: (f64, f64) = (0.5, 30.0);

/// How long a slot is, in seconds.
const SLOT: f64 = 2.0;

/// In how many seconds a block will be there, from `at` on, while nothing beyond `finalised` is final.
/// Blocks come at the pace of the last ones, and slower the more of them are not final.
pub fn seconds_until(block: u32, at: u32, finalised: u32, pace: f64) -> f64 {
	let (each, most) = BACKOFF_SLOTS;
	(at..block)
		.map(|before| {
			let lag = f64::from(before.saturating_sub(finalised));
			let slots = ((lag - BACKOFF_FROM) * each).clamp(0.0, most);
			// Its own slot comes after those that it is late.
			pace.max((slots + 1.0) * SLOT)
		})
		.sum()
}

/// The block by which members will have decided, if nobody says: within an hour at the pace of the last
/// blocks, but no more than half a session from now.
pub fn expected_decision(sessions: &Sessions, seconds_per_block: f64) -> u32 {
	let hour = if seconds_per_block > 0.0 { 3_600.0 / seconds_per_block } else { f64::MAX };
	// A conversion of a float saturates.
	let blocks = (hour as u32).min(sessions.length / 2).max(1);
	sessions.at.saturating_add(blocks)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn account(byte: u8) -> AccountId32 {
		AccountId32([byte; 32])
	}

	fn accounts(bytes: &[u8]) -> Vec<AccountId32> {
		bytes.iter().copied().map(account).collect()
	}

	/// Four validators in session 3 of ten blocks, two of which are gone.
	fn situation() -> Situation {
		Situation {
			sessions: Sessions { length: 10, current: 3, at: 34 },
			eligible: accounts(&[1, 2, 3, 4]),
			with_role: accounts(&[1, 2, 3, 4]),
			minimum: 3,
			best_finalized: 21,
			set_of_voters: Some(1),
			set_of_runtime: 1,
			change_is_planned: false,
			next_forced: None,
		}
	}

	fn choice(decided_by: u32) -> Choice {
		Choice { without: accounts(&[3, 4]), decided_by, delay: None }
	}

	#[test]
	fn decided_in_the_session_under_way() {
		let plan = Plan::new(&situation(), &choice(36)).unwrap();
		assert_eq!(
			plan,
			Plan {
				decided_by: 39,
				withdraw_at: None,
				session: 3,
				note_stalled_at: 40,
				announced_at: 50,
				enacted_at: 58,
				delay: 8,
				best_finalized: 21,
				withdrawn: accounts(&[3, 4]),
				survivors: accounts(&[1, 2]),
				min_validators: Some(2),
				set_number: None,
			}
		);
	}

	#[test]
	fn decided_in_a_later_session() {
		// Withdrawn in session 4 whenever it is decided, so never in session 3.
		let plan = Plan::new(&situation(), &choice(43)).unwrap();
		assert_eq!((plan.decided_by, plan.withdraw_at, plan.session), (43, Some(44), 4));
		assert_eq!((plan.note_stalled_at, plan.announced_at), (50, 60));
		// The last block of a session: the withdrawal falls into the next.
		let plan = Plan::new(&situation(), &choice(49)).unwrap();
		assert_eq!((plan.withdraw_at, plan.session, plan.note_stalled_at), (Some(50), 5, 60));
	}

	#[test]
	fn note_stalled_lies_in_the_session_after_the_withdrawal() {
		for at in 1..60 {
			let sessions = Sessions { length: 10, current: at / 10, at };
			let now = Situation { sessions, ..situation() };
			for decided_by in at + 1..at + 40 {
				let plan = Plan::new(&now, &choice(decided_by)).unwrap();
				assert_eq!(sessions.of(plan.note_stalled_at), plan.session + 1);
				assert_eq!(sessions.of(plan.announced_at), plan.session + 2);
				assert!(plan.decided_by >= decided_by && plan.decided_by < plan.note_stalled_at);
				match plan.withdraw_at {
					Some(block) => {
						assert!(plan.decided_by < block && block < plan.note_stalled_at);
						assert_eq!(sessions.of(block), plan.session);
					},
					// From now until it is too late, it is always the same session.
					None => assert_eq!(sessions.of(plan.decided_by), sessions.current),
				}
			}
		}
	}

	#[test]
	fn the_minimum_is_lowered_only_if_it_must_be() {
		let now = Situation { minimum: 2, ..situation() };
		assert_eq!(Plan::new(&now, &choice(36)).unwrap().min_validators, None);
		// One of them was set aside already, so it does not count among those who validate.
		let now = Situation { eligible: accounts(&[1, 2, 3]), ..situation() };
		let plan = Plan::new(&now, &choice(36)).unwrap();
		assert_eq!((plan.min_validators, plan.withdrawn.len()), (Some(2), 2));
	}

	#[test]
	fn what_cannot_work_is_refused() {
		let plan = |now: &Situation, choice: &Choice| Plan::new(now, choice).unwrap_err();
		let all = Choice { without: accounts(&[1, 2, 3, 4]), ..choice(36) };
		assert_eq!(plan(&situation(), &all), NoWay::Nobody);
		let stranger = Choice { without: accounts(&[9]), ..choice(36) };
		assert_eq!(plan(&situation(), &stranger), NoWay::NotValidators);
		assert_eq!(plan(&situation(), &choice(34)), NoWay::Past(34));
		let long = Choice { delay: Some(10), ..choice(36) };
		assert_eq!(plan(&situation(), &long), NoWay::Delay { delay: 10, length: 10 });
		let again = Situation { next_forced: Some(51), ..situation() };
		assert_eq!(plan(&again, &choice(36)), NoWay::TooSoon { next: 51, announced: 50 });
		let long_ago = Situation { next_forced: Some(50), ..situation() };
		assert!(Plan::new(&long_ago, &choice(36)).is_ok());
	}

	#[test]
	fn a_set_that_changed_without_finality_gets_the_voters_number_back() {
		let number = |now: Situation| Plan::new(&now, &choice(36)).unwrap().set_number;
		assert_eq!(number(Situation { set_of_runtime: 2, ..situation() }), Some(1));
		assert_eq!(number(Situation { change_is_planned: true, ..situation() }), Some(1));
		assert_eq!(number(Situation { set_of_voters: None, ..situation() }), None);
	}

	#[test]
	fn the_delay_grows_with_the_survivors_and_fits_into_a_session() {
		assert_eq!(default_delay(2, 1_800), 8);
		assert_eq!(default_delay(4, 1_800), 8);
		assert_eq!(default_delay(20, 1_800), 40);
		assert_eq!(default_delay(20, 10), 9);
		assert_eq!(default_delay(1, 1), 1);
	}

	#[test]
	fn blocks_come_slower_while_finality_lags() {
		let seconds = |block, at| seconds_until(block, at, 100, 4.0);
		assert_eq!(seconds(120, 120), 0.0);
		assert_eq!(seconds(130, 120), 40.0);
		assert_eq!(seconds(150, 100), 200.0);
		// Sixty blocks more, and there is one a minute.
		assert_eq!(seconds(311, 310), 62.0);
		assert_eq!(seconds(1_311, 1_310), 62.0);
		assert_eq!(seconds(181, 180), 32.0);
	}

	#[test]
	fn an_hour_is_expected_but_no_more_than_half_a_session() {
		let sessions = Sessions { length: 1_800, current: 0, at: 100 };
		assert_eq!(expected_decision(&sessions, 60.0), 160);
		assert_eq!(expected_decision(&sessions, 4.0), 1_000);
		assert_eq!(expected_decision(&sessions, 0.0), 1_000);
		assert_eq!(expected_decision(&sessions, 1e9), 101);
		assert_eq!(expected_decision(&Sessions { length: 10, current: 0, at: 3 }, 4.0), 8);
	}
}
