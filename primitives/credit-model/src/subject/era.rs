//! What happens to a subject when the pace changes.

use super::{Observation, Placed, Subject};
use crate::{Fixed, Indicator, Moment, Pace, Parameters, sum::Turn};
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The changes of pace that a subject went through.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Default,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub(crate) struct Eras {
	/// How many there were.
	#[codec(compact)]
	seen: u32,
	/// By how many seconds repair had hastened ageing at the last of them, the oldest first: as many as
	/// there are former paces.
	hastened: BoundedVec<Moment, ConstU32<{ Parameters::FORMER }>>,
}

/// What is left of the weight of a record since the half-life changed under it, by each of the ways in
/// which it fades.
pub(super) struct Faded {
	/// By the subject's clock.
	pub plain: Fading,
	/// By the clock that repair hastens.
	pub hastened: Fading,
	/// With the half-life of the risk.
	pub risk: Fading,
}

/// What was left of a weight at one time.
#[derive(Clone, Copy)]
pub(super) struct Fading {
	pub weight: Fixed,
	pub at: Moment,
}

impl Eras {
	/// Notes by how much ageing was hastened at a change.
	fn note(&mut self, hastened: Moment) {
		if self.hastened.is_full() {
			self.hastened.remove(0);
		}
		// There is room now.
		let _ = self.hastened.try_push(hastened);
	}

	/// By how much ageing was hastened so many changes ago; one is the last.
	fn hastened(&self, back: usize) -> Moment {
		let place = self.hastened.len().checked_sub(back);
		place.and_then(|place| self.hastened.get(place)).copied().unwrap_or(0)
	}
}

impl Fading {
	/// Goes through a change from one half-life to another.
	fn pass(&mut self, at: Moment, old: Moment, new: Moment) {
		if old != new {
			self.weight = self.weight.decayed(at.saturating_sub(self.at), old);
			self.at = self.at.max(at);
		}
	}
}

impl Subject {
	/// Whether the pace has changed since the subject was last touched.
	pub const fn is_behind(&self, parameters: &Parameters) -> bool {
		self.eras.seen < parameters.era
	}

	/// Goes through the changes of pace since the subject was last touched. Up to each of them the
	/// evidence has faded by the old pace, from there on it fades by the next. Whenever this is done,
	/// the outcome is the same, bit by bit.
	///
	/// The subject's clock stands one second after the last change then, so that what was counted
	/// before the change can be told from what is counted after it.
	///
	/// Of more than [`Parameters::FORMER`] changes the first are not known any more, and neither is what
	/// the sums from before them mean: the subject has lost its evidence.
	pub fn catch_up(&mut self, parameters: &Parameters) {
		if !self.is_behind(parameters) {
			return;
		}
		let unseen = parameters.era.saturating_sub(self.eras.seen);
		let known = parameters.former.len();
		let first = known.checked_sub(usize::try_from(unseen).unwrap_or(usize::MAX));
		if first.is_none() {
			self.lose_evidence();
		}
		for (place, former) in parameters.former.iter().enumerate().skip(first.unwrap_or(0)) {
			self.fade(former.until, &former.pace);
			self.change_pace(&former.pace, &parameters.pace_after(place));
		}
		self.eras.seen = parameters.era;
	}

	/// Drops all evidence, and ends a repair.
	fn lose_evidence(&mut self) {
		if self.piles_mut().next().is_some() {
			self.fair = [const { None }; Indicator::COUNT];
			self.adverse = BoundedVec::new();
			self.repair.restart();
		}
	}

	/// Goes from one pace to another at the present.
	fn change_pace(&mut self, old: &Pace, new: &Pace) {
		self.eras.note(self.hastened);
		if !old.has_half_lives_of(new) {
			let kept = new.shortest().saturating_mul(Self::KEPT);
			let (now, aged) = (self.updated, self.aged());
			let (anchor, hastened_anchor) = (self.anchor, self.hastened_anchor);
			// Anchors never move back, so that sums whose half-life stays can be kept as they are.
			let next = anchor.max(now.saturating_sub(kept));
			let hastened_next = hastened_anchor.max(aged.saturating_sub(kept));
			let by_clock = |old, new| Turn::new(now, (anchor, old), (next, new));
			let risk = by_clock(old.risk, new.risk);
			for (indicator, pile) in self.piles_mut() {
				let (old, new) = (old.half_life(indicator), new.half_life(indicator));
				let hastened = Turn::new(aged, (hastened_anchor, old), (hastened_next, new));
				pile.turn(by_clock(old, new), hastened, risk);
			}
			self.repair.turn(risk);
			self.anchor = next;
			self.hastened_anchor = hastened_next;
		}
		self.updated = self.updated.saturating_add(1);
	}

	/// What is left of a record that was put in at this place, at the last change of its half-lives
	/// since then; without any, all of it, at the time at which it happened.
	pub(super) fn faded(
		&self,
		observation: &Observation,
		placed: Placed,
		parameters: &Parameters,
	) -> Faded {
		// Nothing happens later than it is told.
		let at = observation.at.min(placed.counted_at);
		let plain = Fading { weight: observation.weight, at };
		let hastened = Fading { at: at.saturating_add(placed.hastened), ..plain };
		let mut faded = Faded { plain, hastened, risk: plain };

		let former = &parameters.former;
		let since = former.partition_point(|former| former.until < placed.counted_at);
		for (place, passed) in former.iter().enumerate().skip(since) {
			let next = parameters.pace_after(place);
			let until = passed.until;
			let aged = until.saturating_add(self.eras.hastened(former.len().saturating_sub(place)));
			let (old, new) = (
				passed.pace.half_life(observation.indicator),
				next.half_life(observation.indicator),
			);
			faded.plain.pass(until, old, new);
			faded.hastened.pass(aged, old, new);
			faded.risk.pass(until, passed.pace.risk, next.risk);
		}
		faded
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		DAY, Level, Opinion, Risk,
		testing::{Past, history, parameters, record, record_of, subject, voice},
	};
	use codec::{Decode, Encode, MaxEncodedLen};
	use proptest::prelude::*;

	/// These with other half-lives: by how many percent those of the indicators and of the risk change.
	fn at_pace(parameters: &Parameters, (indicators, risk): (u64, u64)) -> Parameters {
		let mut next = parameters.clone();
		for indicator in &mut next.indicators {
			indicator.half_life = (indicator.half_life / 100 * indicators).max(DAY);
		}
		next.risk_half_life = (next.risk_half_life / 100 * risk).max(DAY);
		next
	}

	/// What succeeds these at a time.
	fn changed(parameters: &Parameters, at: Moment, by: (u64, u64)) -> Parameters {
		let version = parameters.version + 1;
		parameters.clone().succeed(version, at, at_pace(parameters, by))
	}

	fn by() -> impl Strategy<Value = (u64, u64)> {
		(2u64..1_000, 2u64..1_000)
	}

	/// Whether two opinions are the same up to a ten-millionth and a few bits.
	fn close(a: Option<Opinion>, b: Option<Opinion>) -> bool {
		let none = Opinion { mean: Fixed::ZERO, weight: Fixed::ZERO };
		let (a, b) = (a.unwrap_or(none), b.unwrap_or(none));
		// Near nothing, an opinion may be just none.
		let least = Fixed::from_ratio(1, 65_000);
		(a.weight < least && b.weight < least)
			|| a.weight.distance(b.weight) <= Fixed::from_bits(256 + a.weight.bits() / 10_000_000)
	}

	#[test]
	fn half_is_left_after_the_half_life_of_the_time() {
		let old = parameters();
		let start = 20_000 * DAY;
		let mut subject = Subject::default();
		let adverse = record(Indicator::Rating, 0, start);
		subject.observe(adverse, voice(0), 0, start, &old);
		// Forty-five days by a half-life of ninety, then thirty by one of thirty: 2^(−3/2).
		let new = changed(&old, start + 45 * DAY, (33, 33));
		assert_eq!(new.risk_half_life, 2_566_080);
		let later = start + 45 * DAY + new.risk_half_life;
		let half = Fixed::HALF.times(Fixed::decay(3, 2));
		let expected = Fixed::ONE.minus(Fixed::from_ratio(7, 8).over(Fixed::ONE.plus(half)));
		let risk = subject.risk(later, &new);
		assert!(risk.0.abs_diff(expected.scaled(10_000) as u16) <= 1, "{risk:?} {expected:?}");
		// As it is known, and not as it would be by either half-life alone.
		assert!(risk != subject.risk(later, &old));
	}

	#[test]
	fn who_missed_more_changes_than_are_known_has_lost_its_evidence() {
		let (old, now) = subject(&[(0, 10_000, 0, 10), (9, 0, 0, 10), (6, 10_000, 0, 10)]);
		let mut parameters = parameters();
		for change in 0..Parameters::FORMER as u64 {
			parameters = changed(&parameters, now + change * DAY, (90, 110));
		}
		let mut kept = old.clone();
		kept.catch_up(&parameters);
		assert!(!kept.is_behind(&parameters) && kept.piles_mut().next().is_some());
		parameters = changed(&parameters, now + 30 * DAY, (90, 110));
		let mut lost = old.clone();
		lost.catch_up(&parameters);
		assert!(lost.piles_mut().next().is_none());
		assert_eq!(lost.report(now, &parameters).score, 0);
		assert_eq!(lost.risk(now, &parameters), Risk(1_250));
		// Who kept up has not.
		kept.catch_up(&parameters);
		assert!(kept.report(now + 31 * DAY, &parameters).score > 0);
		// And who is new has nothing to lose.
		let mut stranger = Subject::default();
		stranger.catch_up(&parameters);
		assert_eq!(stranger.repair, Subject::default().repair);
		assert_eq!(stranger.eras.hastened.len(), Parameters::FORMER as usize);
		assert!(stranger.encoded_size() <= Subject::max_encoded_len());
		assert_eq!(Subject::decode(&mut &stranger.encode()[..]).unwrap(), stranger);
	}

	#[test]
	fn the_clock_at_its_edges() {
		for at in [0, 1, u64::MAX - 9, u64::MAX] {
			let mut parameters = parameters();
			let (mut subject, now) = subject(&[(0, 10_000, 0, 10), (9, 0, 0, 10)]);
			let adverse = record(Indicator::Rating, 0, now);
			for by in [(2, 999), (999, 2), (100, 100), (50, 50)] {
				parameters = changed(&parameters, at, by);
				let observed = subject.observe(adverse, voice(1), 1, at, &parameters);
				subject.retract(&adverse, voice(1), 1, observed.placed, &parameters);
				subject.restore(&adverse, voice(1), 1, observed.placed, &parameters);
				assert!(subject.report(at, &parameters).thousandths <= 1_000_000);
			}
			assert_eq!(
				parameters.validate(),
				if at == u64::MAX {
					// There is no later second for a second change.
					Err(crate::ParametersError::OutOfOrder)
				} else {
					Ok(())
				}
			);
		}
		// An era of which nothing is known at all.
		let unknown = Parameters { era: 5, ..parameters() };
		let (mut subject, now) = subject(&[(0, 10_000, 0, 10)]);
		subject.catch_up(&unknown);
		assert_eq!(subject.report(now, &unknown).score, 0);
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(10_000))]

		#[test]
		fn a_reading_at_the_change_is_the_same_by_both_paces(
			history in history(), days in 0u64..1_000, by in by(),
		) {
			let (subject, now) = subject(&history);
			let at = now + days * DAY;
			let (old, new) = (parameters(), changed(&parameters(), at, by));
			let (before, after) = (subject.report(at, &old), subject.report(at, &new));
			prop_assert_eq!((before.version, after.version), (0, 1));
			prop_assert!(after.computed_at <= at + 1);
			prop_assert!(before.risk.0.abs_diff(after.risk.0) <= 1);
			// A second of fading, and the last bits.
			prop_assert!(before.thousandths.abs_diff(after.thousandths) <= 10);
			for indicator in Indicator::ALL {
				let opinion = |parameters| subject.others(indicator, voice(99), at, parameters);
				let (before, after) = (opinion(&old), opinion(&new));
				let none = Opinion { mean: Fixed::ZERO, weight: Fixed::ZERO };
				let (before, after) = (before.unwrap_or(none), after.unwrap_or(none));
				// A second of fading with the shortest of half-lives, and the last bits.
				let most = Fixed::from_bits(8 + before.weight.bits() / 100_000);
				prop_assert!(before.weight.distance(after.weight) <= most);
			}
		}

		/// Neither does it matter when, nor in how many steps.
		#[test]
		fn whenever_a_subject_catches_up_the_outcome_is_the_same(
			history in history(),
			changes in prop::collection::vec((0u64..400, by()), 1..8), caught in 0usize..8,
			hurried in 0u32..15,
		) {
			let (subject, mut now) = subject(&history);
			let (mut early, mut late) = (subject.clone(), subject);
			let mut parameters = parameters();
			for (place, (days, by)) in changes.into_iter().enumerate() {
				now += days * DAY;
				let mut next = at_pace(&parameters, by);
				next.repair_cap = Fixed::from_int(hurried * place as u32 % 16);
				parameters = parameters.clone().succeed(place as u32 + 1, now, next);
				early.catch_up(&parameters);
				if place == caught {
					late.catch_up(&parameters);
				}
			}
			late.catch_up(&parameters);
			prop_assert_eq!(&early, &late);
			prop_assert_eq!(early.report(now, &parameters), late.current_report(&parameters));
		}

		#[test]
		fn what_was_counted_before_a_change_can_be_taken_out_after_it(
			before in prop::collection::vec((0..Indicator::COUNT, 0u16..=10_000, 0u64..40, 0u8..20), 1..20),
			after in history(), changes in prop::collection::vec((0u64..200, by()), 1..4),
			index in 0usize..20, days in 0u64..400,
		) {
			let index = index % before.len();
			let (mut subject, mut without) = (Subject::default(), Subject::default());
			let (mut now, mut parameters) = (1_000 * DAY, parameters());
			let mut taken = None;
			let observe = |subject: &mut Subject, past: Past, partner, now, parameters: &Parameters| {
				// What repair does is looked at by itself.
				let record = Observation { level: Level::Counterparty, ..record_of(past, now) };
				let observed = subject.observe(record, voice(partner), partner, now, parameters);
				(record, observed.placed)
			};
			for (place, past) in before.into_iter().enumerate() {
				now += past.2 * DAY;
				let counted = observe(&mut subject, past, place as u64, now, &parameters);
				if place == index {
					taken = Some(counted);
					without.advance(now, &parameters);
				} else {
					observe(&mut without, past, place as u64, now, &parameters);
				}
			}
			for (days, by) in changes {
				now += days * DAY;
				parameters = changed(&parameters, now, by);
			}
			for (partner, past) in (100u64..).zip(after) {
				now += past.2 * DAY + 2;
				observe(&mut subject, past, partner, now, &parameters);
				observe(&mut without, past, partner, now, &parameters);
			}
			let (record, placed) = taken.unwrap();
			subject.retract(&record, voice(index as u64), index as u64, placed, &parameters);
			without.catch_up(&parameters);
			let later = now + days * DAY;
			let report = |subject: &Subject| subject.report(later, &parameters);
			let (a, b) = (report(&subject), report(&without));
			prop_assert!(a.thousandths.abs_diff(b.thousandths) <= 20, "{a:?} {b:?}");
			prop_assert!(a.risk.0.abs_diff(b.risk.0) <= 1);
			for indicator in Indicator::ALL {
				let opinion =
					|subject: &Subject| subject.others(indicator, voice(99), later, &parameters);
				prop_assert!(close(opinion(&subject), opinion(&without)));
			}
		}

		/// Adverse evidence under repair is as much faded when it is taken out as when it stays.
		#[test]
		fn what_repair_hastened_before_a_change_is_known_after_it(
			partners in 0u64..30, first in 0u64..400, second in 0u64..400, by in by(),
		) {
			let (mut subject, start) = (Subject::default(), 1_000 * DAY);
			let mut parameters = parameters();
			for partner in 0..partners {
				let good = record(Indicator::PaidOnTime, 10_000, start);
				subject.observe(good, voice(partner), partner, start, &parameters);
			}
			let mut without = subject.clone();
			// So badly founded that it ends no repair.
			let adverse = Observation {
				weight: Fixed::from_ratio(1, 5),
				..record(Indicator::NoDefault, 0, start)
			};
			let placed = subject.observe(adverse, voice(50), 50, start, &parameters).placed;
			let now = start + first * DAY;
			parameters = changed(&parameters, now, by);
			let later = now + second * DAY;
			for subject in [&mut subject, &mut without] {
				subject.advance(later, &parameters);
			}
			subject.retract(&adverse, voice(50), 50, placed, &parameters);
			prop_assert_eq!(subject.hastened, without.hastened);
			let (a, b) = (subject.current_report(&parameters), without.current_report(&parameters));
			prop_assert!(a.thousandths.abs_diff(b.thousandths) <= 20, "{a:?} {b:?}");
		}

		/// Within an era everything is exact, whichever era it is.
		#[test]
		fn what_was_counted_after_a_change_is_taken_out_exactly(
			history in history(), by in by(), points in 0u16..=10_000, days in 0u64..400,
		) {
			let (mut subject, now) = subject(&history);
			let parameters = changed(&parameters(), now, by);
			let then = now + days * DAY;
			subject.advance(then, &parameters);
			let before = subject.clone();
			let record = Observation {
				level: Level::Counterparty,
				..record(Indicator::Rating, points, then)
			};
			let placed = subject.observe(record, voice(5), 5, then, &parameters).placed;
			subject.retract(&record, voice(5), 5, placed, &parameters);
			prop_assert!(subject.same_evidence(&before));
		}

		/// Where only repair changes, sums stay as they are, to the last bit.
		#[test]
		fn another_repair_leaves_the_evidence(history in history(), cap in 0u32..=15) {
			let (subject, now) = subject(&history);
			let mut next = parameters();
			next.repair_cap = Fixed::from_int(cap);
			let parameters = parameters().succeed(1, now, next);
			let mut after = subject.clone();
			after.catch_up(&parameters);
			prop_assert!(after.same_evidence(&subject));
		}

		/// An old version can still be asked what it would say of the evidence as it stands.
		#[test]
		fn an_old_version_reads_what_stands_under_a_new_one(history in history(), by in by()) {
			let (mut subject, now) = subject(&history);
			let old = parameters();
			let new = changed(&old, now, by);
			let before = subject.report(now, &old);
			subject.catch_up(&new);
			let again = subject.report(now, &old.over(&new));
			prop_assert_eq!(again.version, 0);
			prop_assert!(again.thousandths.abs_diff(before.thousandths) <= 10);
		}
	}
}
