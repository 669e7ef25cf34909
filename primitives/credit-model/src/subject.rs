mod era;
mod explain;
mod score;
#[cfg(test)]
mod tests;
mod warn;

use crate::{
	DAY, Fixed, Indicator, Level, Moment, Opinion, Outcome, Pace, Parameters, Voice,
	pile::{Entry, Pile},
	recent::Recent,
	repair::Repair,
	sum::{Reading, Scale, Sum},
};
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

pub(crate) use era::Eras;
use era::Faded;

/// One record about a subject, weighed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Observation {
	/// What the record is about.
	pub indicator: Indicator,
	/// What happened.
	pub outcome: Outcome,
	/// How well the record is founded.
	pub level: Level,
	/// How much it counts: level, credibility of the source and amount together.
	pub weight: Fixed,
	/// What it would count at the best level from a source beyond doubt.
	pub mass: Fixed,
	/// When it happened.
	pub at: Moment,
	/// When it leaves the score at the latest if it is adverse; at most half a year earlier. Other
	/// records fade and need no end.
	pub expires: Moment,
}

impl Observation {
	/// How good the record's foundation is: level · credibility^γ, between zero and one.
	fn quality(&self) -> Fixed {
		if self.mass == Fixed::ZERO {
			Fixed::ZERO
		} else {
			self.weight.over(self.mass).min(Fixed::ONE)
		}
	}
}

/// Where in the clocks of its subject a record was put in. With the record itself this is all that is
/// needed to take it out again exactly.
#[derive(
	Clone,
	Copy,
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
pub struct Placed {
	/// The time at which it was taken into account.
	pub counted_at: Moment,
	/// By how many seconds repair had hastened the ageing of adverse evidence until then.
	pub hastened: Moment,
	/// How many adverse records had ended a repair before it.
	pub chapter: u32,
}

/// What a new record did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Observed {
	/// The risk as it was known just before.
	pub risk: Risk,
	/// Where the record was put in.
	pub placed: Placed,
	/// The half-year, counted from the UNIX epoch, at whose beginning adverse evidence leaves; given
	/// if nothing of this subject left then before.
	pub leaves: Option<u16>,
}

/// How likely the next record about a subject is adverse, in basis points, rounded up.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Default,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(transparent)]
pub struct Risk(pub u16);

/// All that the model keeps about a subject, however long its history.
///
/// The sums do not fade where they stand but when they are read, so that a record can be taken out
/// again exactly, by the same integers that it put in. Adverse evidence stands apart, by the
/// half-year in which it must leave, so that it can be dropped without a look at single records.
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
pub struct Subject {
	/// The time of the last record, or of the last change of pace.
	pub(crate) updated: Moment,
	/// The time by comparison with which the sums are kept.
	pub(crate) anchor: Moment,
	/// By how many seconds repair has hastened the ageing of adverse evidence.
	pub(crate) hastened: Moment,
	/// The anchor of the sums by the hastened clock.
	pub(crate) hastened_anchor: Moment,
	/// What was done for repair since the last adverse record.
	pub(crate) repair: Repair,
	/// What was told last.
	pub(crate) recent: Recent,
	/// Evidence that is not adverse, by [`Indicator`], in order.
	pub(crate) fair: [Option<Pile>; Indicator::COUNT],
	/// Adverse evidence, in the order of indicators and ends.
	pub(crate) adverse: BoundedVec<Adverse, ConstU32<{ Subject::ADVERSE_PILES }>>,
	/// The changes of pace that it went through.
	pub(crate) eras: Eras,
	/// When the first record was taken into account; `None` while there was none.
	pub(crate) known_since: Option<Moment>,
}

/// Adverse evidence on one indicator that leaves at one time.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub(crate) struct Adverse {
	pub indicator: Indicator,
	/// The half-year at whose beginning it leaves.
	pub leaves: u16,
	pub pile: Pile,
}

impl Adverse {
	const fn key(&self) -> (Indicator, u16) {
		(self.indicator, self.leaves)
	}
}

impl Subject {
	/// Adverse evidence leaves at the beginning of a half-year.
	pub const HALF_YEAR: Moment = DAY.saturating_mul(182);

	/// How many piles of adverse evidence are kept apart: twice as many as there are indicators. When
	/// there would be more, the two of one indicator that leave first become one, which leaves with the
	/// earlier.
	pub const ADVERSE_PILES: u32 = 36;

	/// The most that [`Self::extent`] can be.
	pub const MAX_EXTENT: u32 = (Indicator::COUNT as u32)
		.saturating_add(Self::ADVERSE_PILES)
		.saturating_mul(Pile::MAX_EXTENT);

	/// How many of the shortest half-lives sums may be away from their anchor, so that the largest
	/// weights still fit: 2^(2 + 32 + 1 + 64), with room for 2^29 of them.
	const SPAN: Moment = 64;

	/// How many of the shortest half-lives a new anchor lies in the past. Records that are not older
	/// than that are taken out exactly also after the anchor has moved.
	const KEPT: Moment = 24;

	/// Takes a record into account at the time `now`. `partner` tells counterparties apart: any number
	/// that follows from the source's account and that the source cannot choose.
	pub fn observe(
		&mut self,
		observation: Observation,
		voice: Voice,
		partner: u64,
		now: Moment,
		parameters: &Parameters,
	) -> Observed {
		self.advance(now, parameters);
		let risk = self.current_risk(parameters);
		self.known_since.get_or_insert(self.updated);
		let placed = Placed {
			counted_at: self.updated,
			hastened: self.hastened,
			chapter: self.repair.chapter,
		};
		let leaves = self.opens(&observation);
		self.restore(&observation, voice, partner, placed, parameters);
		if observation.outcome.is_adverse() && observation.quality() >= Repair::LEAST_QUALITY {
			self.repair.restart();
		}
		Observed { risk, placed, leaves }
	}

	/// Takes a record out again: exactly what [`Self::observe`] put in, decay included, as long as it
	/// is not older than 24 of the shortest half-lives; of older ones the last bit may stay. Where a
	/// half-life has changed since, what is left may be wrong by a hundred-millionth and a few bits for
	/// each change, and by more if the record is older than the last eight of them.
	///
	/// The clock of the subject stands still meanwhile, so that taking out and putting back leave no
	/// trace. What an adverse record did to the pace of repair is not given back: that begins anew
	/// after it, as if it were true. A record that has left by itself changes nothing.
	pub fn retract(
		&mut self,
		observation: &Observation,
		voice: Voice,
		partner: u64,
		placed: Placed,
		parameters: &Parameters,
	) {
		self.catch_up(parameters);
		let entry = self.entry(observation, voice, placed, parameters);
		if observation.outcome.is_adverse() {
			if let Some(place) = self.place_of(observation)
				&& let Some(adverse) = self.adverse.get_mut(place)
			{
				adverse.pile.take(&entry);
				if adverse.pile.is_empty() {
					self.adverse.remove(place);
				}
			}
			return;
		}
		if let Some(slot) = self.fair.get_mut(observation.indicator as usize)
			&& let Some(pile) = slot
		{
			pile.take(&entry);
			if pile.is_empty() {
				*slot = None;
			}
		}
		if self.repairs(observation, placed) {
			self.repair.take(entry.risk_weight, entry.risk, partner);
		}
	}

	/// Puts a record back that was taken out: the counterpart of [`Self::retract`].
	pub fn restore(
		&mut self,
		observation: &Observation,
		voice: Voice,
		partner: u64,
		placed: Placed,
		parameters: &Parameters,
	) {
		self.catch_up(parameters);
		let entry = self.entry(observation, voice, placed, parameters);
		if observation.outcome.is_adverse() {
			if let Some(pile) = self.adverse_pile(observation) {
				pile.add(&entry);
			}
			return;
		}
		// An indicator outside the list cannot be decoded.
		if let Some(slot) = self.fair.get_mut(observation.indicator as usize) {
			slot.get_or_insert_default().add(&entry);
		}
		if self.repairs(observation, placed) {
			self.repair.add(entry.risk_weight, entry.risk, partner);
		}
	}

	/// Notes that something was told, by any number that stands for it, and whether it is new: not
	/// among the last sixty-four.
	pub fn tell(&mut self, tag: u64) -> bool {
		self.recent.tell(tag)
	}

	/// Drops what was noted by this number, so that it can be told anew: who took a wrong record back
	/// may say what is right.
	pub fn forget(&mut self, tag: u64) {
		self.recent.forget(tag);
	}

	/// How much is known: the voices on all piles, and five for each pile itself. By this goes what it
	/// costs to look at the state.
	pub fn extent(&self) -> u32 {
		let piles = self.fair.iter().flatten();
		piles
			.chain(self.adverse.iter().map(|adverse| &adverse.pile))
			.fold(0, |extent: u32, pile| extent.saturating_add(pile.extent()))
	}

	/// The most that [`Self::extent`] can be when so many more records have been taken in: each adds a
	/// voice at most, and a pile for it.
	pub fn extent_after(&self, records: u32) -> u32 {
		let more = records.saturating_mul(Pile::EXTENT_OF_ONE);
		self.extent().saturating_add(more).min(Self::MAX_EXTENT)
	}

	/// What all but one voice say about an indicator at the time `now`; `None` when they say nothing.
	pub fn others(
		&self,
		indicator: Indicator,
		voice: Voice,
		now: Moment,
		parameters: &Parameters,
	) -> Option<Opinion> {
		if self.is_behind(parameters) {
			let mut later = self.clone();
			later.catch_up(parameters);
			return later.others(indicator, voice, now, parameters);
		}
		let now = now.max(self.updated);
		let today = half_year(now);
		let fair = self.fair.get(indicator as usize).and_then(Option::as_ref);
		let adverse = self.adverse_of(indicator).filter(|adverse| adverse.leaves > today);
		let (good, weight) = fair
			.into_iter()
			.chain(adverse.map(|adverse| &adverse.pile))
			.map(|pile| pile.without(voice))
			.fold((Sum::ZERO, Sum::ZERO), |all, one| (all.0.plus(one.0), all.1.plus(one.1)));
		let half_life = parameters.indicator(indicator).half_life;
		Opinion::of(good, weight, Reading::new(now, self.anchor, half_life))
	}

	/// Brings the subject forward to a later time, and drops the adverse evidence that has reached its
	/// end by then; an earlier time changes nothing, but that a subject which had not seen a change of
	/// pace has seen it then.
	pub fn advance(&mut self, now: Moment, parameters: &Parameters) {
		self.catch_up(parameters);
		self.fade(now, &parameters.pace());
	}

	/// Drops the adverse evidence that has reached its end by a time, and lets no time pass: what is
	/// read later is the same with it or without it.
	pub fn release(&mut self, now: Moment) {
		let today = half_year(now);
		if self.adverse.iter().any(|adverse| adverse.leaves <= today) {
			self.adverse.retain(|adverse| adverse.leaves > today);
		}
	}

	/// Brings the subject forward within an era.
	fn fade(&mut self, now: Moment, pace: &Pace) {
		let elapsed = now.saturating_sub(self.updated);
		if elapsed == 0 {
			return;
		}
		// Adverse evidence ages by repair as if more time had passed.
		let reading = Reading::new(self.updated, self.anchor, pace.risk);
		let speed = self.repair.speed(reading, pace);
		let more = u128::from(elapsed).saturating_mul(u128::from(speed.bits())) >> 32;
		self.hastened = self.hastened.saturating_add(u64::try_from(more).unwrap_or(u64::MAX));
		self.updated = now;
		self.release(now);
		self.reanchor(pace);
	}

	/// The same clocks with other evidence.
	pub(crate) fn with(
		mut self,
		fair: [Option<Pile>; Indicator::COUNT],
		adverse: Option<Adverse>,
		repair: Repair,
	) -> Self {
		self.fair = fair;
		self.repair = repair;
		if let Some(adverse) = adverse {
			let _ = self.adverse.try_push(adverse);
		}
		self
	}

	/// Whether two subjects hold the same evidence, to the last bit: whatever their clocks say, and
	/// however they came to it.
	pub fn same_evidence(&self, other: &Self) -> bool {
		let by = |subject: &Self| (subject.anchor, subject.hastened_anchor);
		let same = |a: &Option<Pile>, b: &Option<Pile>| match (a, b) {
			(Some(a), Some(b)) => a.same_sums(b),
			(None, None) => true,
			_ => false,
		};
		by(self) == by(other)
			&& self.fair.iter().zip(&other.fair).all(|(a, b)| same(a, b))
			&& self.adverse.len() == other.adverse.len()
			&& self
				.adverse
				.iter()
				.zip(&other.adverse)
				.all(|(a, b)| a.key() == b.key() && a.pile.same_sums(&b.pile))
	}

	/// The time up to which it is known: that of the last record, or of the last change of pace.
	pub const fn clock(&self) -> Moment {
		self.updated
	}

	/// The time by the clock that repair hastens.
	const fn aged(&self) -> Moment {
		self.updated.saturating_add(self.hastened)
	}

	/// How a record counts that was put in at this place.
	fn entry(
		&self,
		observation: &Observation,
		voice: Voice,
		placed: Placed,
		parameters: &Parameters,
	) -> Entry {
		let Observation { indicator, outcome, at, .. } = *observation;
		let Faded { plain, hastened, risk } = self.faded(observation, placed, parameters);
		let half_life = parameters.indicator(indicator).half_life;
		let scale = Scale::new(plain.at, self.anchor, half_life);
		// Most ages alike by both clocks, and indicators mostly age as the risk does.
		let by_hastened = if hastened.at == plain.at && self.hastened_anchor == self.anchor {
			scale
		} else {
			Scale::new(hastened.at, self.hastened_anchor, half_life)
		};
		let by_risk = if risk.at == plain.at && half_life == parameters.risk_half_life {
			scale
		} else {
			Scale::new(risk.at, self.anchor, parameters.risk_half_life)
		};
		Entry {
			voice,
			outcome,
			weight: plain.weight,
			hastened_weight: hastened.weight,
			risk_weight: risk.weight,
			quality: plain.weight.times(observation.quality()),
			// Nothing happens later than it is told.
			at: at.min(placed.counted_at),
			scale,
			hastened: by_hastened,
			risk: by_risk,
		}
	}

	/// Whether a record is verified good trade since the last adverse record.
	fn repairs(&self, observation: &Observation, placed: Placed) -> bool {
		!observation.outcome.is_adverse()
			&& observation.level >= Level::Confirmed
			&& placed.chapter == self.repair.chapter
	}

	/// The piles of adverse evidence on an indicator.
	fn adverse_of(&self, indicator: Indicator) -> impl Iterator<Item = &Adverse> {
		let first = self.adverse.partition_point(|adverse| adverse.indicator < indicator);
		self.adverse.iter().skip(first).take_while(move |adverse| adverse.indicator == indicator)
	}

	/// The half-year in which an adverse record leaves, if the subject has nothing yet that leaves
	/// then.
	fn opens(&self, observation: &Observation) -> Option<u16> {
		let leaves = half_year(observation.expires);
		let new = observation.outcome.is_adverse()
			&& leaves > half_year(self.updated)
			&& self.adverse.iter().all(|adverse| adverse.leaves != leaves);
		new.then_some(leaves)
	}

	/// Where the pile stands that an adverse record was put in: its own, or the one with which that
	/// became one.
	fn place_of(&self, observation: &Observation) -> Option<usize> {
		let leaves = half_year(observation.expires);
		if leaves <= half_year(self.updated) {
			return None;
		}
		let key = (observation.indicator, leaves);
		let after = self.adverse.partition_point(|adverse| adverse.key() <= key);
		let place = after.checked_sub(1)?;
		(self.adverse.get(place)?.indicator == observation.indicator).then_some(place)
	}

	/// The pile that an adverse record belongs to; `None` if it has left already.
	fn adverse_pile(&mut self, observation: &Observation) -> Option<&mut Pile> {
		let leaves = half_year(observation.expires);
		if leaves <= half_year(self.updated) {
			return None;
		}
		let indicator = observation.indicator;
		let find =
			|piles: &[Adverse]| piles.binary_search_by_key(&(indicator, leaves), Adverse::key);
		let place = match find(&self.adverse) {
			Ok(place) => place,
			Err(_) => {
				if self.adverse.is_full() {
					self.merge_first();
				}
				let place = find(&self.adverse).unwrap_or_else(|place| place);
				let opened = Adverse { indicator, leaves, pile: Pile::default() };
				self.adverse.try_insert(place, opened).ok()?;
				place
			},
		};
		self.adverse.get_mut(place).map(|adverse| &mut adverse.pile)
	}

	/// Makes one of the two piles of an indicator that leave first. There are more places than
	/// indicators, so that some indicator has two when all are taken.
	fn merge_first(&mut self) {
		let first = self
			.adverse
			.iter()
			.zip(self.adverse.iter().skip(1))
			.enumerate()
			.filter(|(_, (earlier, later))| earlier.indicator == later.indicator)
			.min_by_key(|(_, (_, later))| later.leaves)
			.map(|(place, _)| place);
		if let Some(place) = first {
			let later = self.adverse.remove(place.saturating_add(1));
			if let Some(earlier) = self.adverse.get_mut(place) {
				earlier.pile.merge(later.pile);
			}
		}
	}

	/// Moves the anchors when they lie so far back that weights of today would not fit much longer.
	fn reanchor(&mut self, pace: &Pace) {
		let shortest = pace.shortest();
		let (span, kept) =
			(shortest.saturating_mul(Self::SPAN), shortest.saturating_mul(Self::KEPT));
		let (now, aged) = (self.updated, self.aged());
		if now.saturating_sub(self.anchor) > span {
			let (from, to) = (self.anchor, now.saturating_sub(kept));
			for (indicator, pile) in self.piles_mut() {
				pile.reanchor(from, to, pace.half_life(indicator), pace.risk);
			}
			self.repair.reanchor(from, to, pace.risk);
			self.anchor = to;
		}
		if aged.saturating_sub(self.hastened_anchor) > span {
			let (from, to) = (self.hastened_anchor, aged.saturating_sub(kept));
			for (indicator, pile) in self.piles_mut() {
				pile.reanchor_hastened(from, to, pace.half_life(indicator));
			}
			self.hastened_anchor = to;
		}
	}

	fn piles_mut(&mut self) -> impl Iterator<Item = (Indicator, &mut Pile)> {
		let fair = Indicator::ALL.into_iter().zip(self.fair.iter_mut());
		let fair = fair.filter_map(|(indicator, pile)| Some((indicator, pile.as_mut()?)));
		let adverse = self.adverse.iter_mut().map(|adverse| (adverse.indicator, &mut adverse.pile));
		fair.chain(adverse)
	}
}

/// The half-year of a moment, counted from the UNIX epoch. Those beyond 2¹⁶ are one.
pub(crate) fn half_year(moment: Moment) -> u16 {
	let count = moment.checked_div(Subject::HALF_YEAR).unwrap_or(0);
	u16::try_from(count).unwrap_or(u16::MAX)
}
