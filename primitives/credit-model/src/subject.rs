use crate::{
	BASIS_POINTS, DAY, Dimension, DimensionReport, Fixed, Grade, Indicator, Level, Moment, Opinion,
	Outcome, Parameters, ScoreReport, Voice,
	pile::{Entry, Pile},
	recent::Recent,
	repair::Repair,
	sum::{Reading, Scale, Sum},
};
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

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
	/// The time of the last record.
	updated: Moment,
	/// The time by comparison with which the sums are kept.
	pub(crate) anchor: Moment,
	/// By how many seconds repair has hastened the ageing of adverse evidence.
	hastened: Moment,
	/// The anchor of the sums by the hastened clock.
	hastened_anchor: Moment,
	/// What was done for repair since the last adverse record.
	repair: Repair,
	/// What was told last.
	recent: Recent,
	/// Evidence that is not adverse, by [`Indicator`], in order.
	fair: [Option<Pile>; Indicator::COUNT],
	/// Adverse evidence, in the order of indicators and ends.
	adverse: BoundedVec<Adverse, ConstU32<{ Subject::ADVERSE_PILES }>>,
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

/// Readings of both clocks, remembered for as long as the half-life stays the same.
struct Readings<'a> {
	subject: &'a Subject,
	half_life: Moment,
	plain: Reading,
	hastened: Reading,
}

impl<'a> Readings<'a> {
	fn new(subject: &'a Subject, half_life: Moment) -> Self {
		let plain = Reading::new(subject.updated, subject.anchor, half_life);
		let hastened = Reading::new(subject.aged(), subject.hastened_anchor, half_life);
		Self { subject, half_life, plain, hastened }
	}

	fn of(&mut self, half_life: Moment) -> (Reading, Reading) {
		if half_life != self.half_life {
			*self = Self::new(self.subject, half_life);
		}
		(self.plain, self.hastened)
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
	/// is not older than 24 of the shortest half-lives; of older ones the last bit may stay.
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
			self.repair.take(entry.weight, entry.risk, partner);
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
			self.repair.add(entry.weight, entry.risk, partner);
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

	/// What all but one voice say about an indicator at the time `now`; `None` when they say nothing.
	pub fn others(
		&self,
		indicator: Indicator,
		voice: Voice,
		now: Moment,
		parameters: &Parameters,
	) -> Option<Opinion> {
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

	/// How likely the next record is adverse: the share of adverse records, decayed, with a prior for
	/// those of whom little is known.
	pub fn risk(&self, now: Moment, parameters: &Parameters) -> Risk {
		let mut later = self.clone();
		later.advance(now, parameters);
		later.current_risk(parameters)
	}

	/// The score at the time `now`, with the parts that it is made of.
	pub fn report(&self, now: Moment, parameters: &Parameters) -> ScoreReport {
		let mut later = self.clone();
		later.advance(now, parameters);
		later.current_report(parameters)
	}

	/// The score at the time of the last record.
	pub fn current_report(&self, parameters: &Parameters) -> ScoreReport {
		let dimensions = Dimension::ALL.map(|dimension| self.dimension(dimension, parameters));
		// Five parts of at most a million thousandths each.
		let thousandths = dimensions.iter().fold(0u32, |sum, part| sum.saturating_add(part.points));
		let score = u16::try_from(thousandths / 1_000).unwrap_or(u16::MAX);
		let confidence = dimensions.iter().fold(Fixed::ZERO, |sum, part| {
			sum.plus(
				Fixed::from_basis_points(part.weight)
					.times(Fixed::from_ratio(part.adjustment, DimensionReport::WHOLE)),
			)
		});
		ScoreReport {
			score,
			grade: Grade::of(score, &parameters.grades),
			confidence: confidence.scaled(u32::from(BASIS_POINTS)) as u16,
			risk: self.current_risk(parameters),
			thousandths,
			computed_at: self.updated,
			dimensions,
		}
	}

	/// Brings the subject forward to a later time, and drops the adverse evidence that has reached its
	/// end by then; an earlier time changes nothing.
	pub fn advance(&mut self, now: Moment, parameters: &Parameters) {
		let elapsed = now.saturating_sub(self.updated);
		if elapsed == 0 {
			return;
		}
		// Adverse evidence ages by repair as if more time had passed.
		let reading = Reading::new(self.updated, self.anchor, parameters.risk_half_life);
		let speed = self.repair.speed(reading, parameters);
		let more = u128::from(elapsed).saturating_mul(u128::from(speed.bits())) >> 32;
		self.hastened = self.hastened.saturating_add(u64::try_from(more).unwrap_or(u64::MAX));
		self.updated = now;
		let today = half_year(now);
		if self.adverse.iter().any(|adverse| adverse.leaves <= today) {
			self.adverse.retain(|adverse| adverse.leaves > today);
		}
		self.reanchor(parameters);
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
		let Observation { indicator, outcome, weight, at, .. } = *observation;
		// Nothing happens later than it is told.
		let at = at.min(placed.counted_at);
		let half_life = parameters.indicator(indicator).half_life;
		let scale = Scale::new(at, self.anchor, half_life);
		// Most ages alike by both clocks, and indicators mostly age as the risk does.
		let aged = at.saturating_add(placed.hastened);
		let hastened = if aged == at && self.hastened_anchor == self.anchor {
			scale
		} else {
			Scale::new(aged, self.hastened_anchor, half_life)
		};
		let risk = if half_life == parameters.risk_half_life {
			scale
		} else {
			Scale::new(at, self.anchor, parameters.risk_half_life)
		};
		let quality = weight.times(observation.quality());
		Entry { voice, outcome, weight, quality, at, scale, hastened, risk }
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
	fn reanchor(&mut self, parameters: &Parameters) {
		let half_lives = parameters.indicators.iter().map(|indicator| indicator.half_life);
		let shortest = half_lives.fold(parameters.risk_half_life, Moment::min);
		let (span, kept) =
			(shortest.saturating_mul(Self::SPAN), shortest.saturating_mul(Self::KEPT));
		let (now, aged) = (self.updated, self.aged());
		if now.saturating_sub(self.anchor) > span {
			let (from, to) = (self.anchor, now.saturating_sub(kept));
			let risk = parameters.risk_half_life;
			for (indicator, pile) in self.piles_mut() {
				pile.reanchor(from, to, parameters.indicator(indicator).half_life, risk);
			}
			self.repair.reanchor(from, to, risk);
			self.anchor = to;
		}
		if aged.saturating_sub(self.hastened_anchor) > span {
			let (from, to) = (self.hastened_anchor, aged.saturating_sub(kept));
			for (indicator, pile) in self.piles_mut() {
				pile.reanchor_hastened(from, to, parameters.indicator(indicator).half_life);
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

	/// To be called after [`Subject::advance`], as what follows.
	fn current_risk(&self, parameters: &Parameters) -> Risk {
		let reading = Reading::new(self.updated, self.anchor, parameters.risk_half_life);
		let add = |sum: Sum, pile: &Pile| sum.plus(pile.risk());
		let fair = self.fair.iter().flatten().fold(Sum::ZERO, add).read(reading);
		let adverse = self.adverse.iter().map(|adverse| &adverse.pile).fold(Sum::ZERO, add);
		let total = fair.plus(adverse.read(reading));
		let prior = parameters.risk_prior_weight;
		let good = Fixed::ONE.minus(Fixed::from_basis_points(parameters.risk_prior)).times(prior);
		let good = good.plus(fair).over(prior.plus(total));
		let good = good.min(Fixed::ONE).scaled(u32::from(BASIS_POINTS)) as u16;
		Risk(BASIS_POINTS.saturating_sub(good))
	}

	/// Wᵢ, Dᵢ, Rᵢ and their product.
	fn dimension(&self, dimension: Dimension, parameters: &Parameters) -> DimensionReport {
		let (mut value, mut weight, mut founded) = (Fixed::ZERO, Fixed::ZERO, Fixed::ZERO);
		let mut newest = 0;
		let mut readings = Readings::new(self, parameters.risk_half_life);
		let members = Indicator::ALL.into_iter().zip(&self.fair);
		for (indicator, fair) in members.filter(|(j, _)| j.dimension() == dimension) {
			let settings = parameters.indicator(indicator);
			let (plain, hastened) = readings.of(settings.half_life);
			let (mut good, mut bad, mut most) = (Sum::ZERO, Sum::ZERO, Sum::ZERO);
			let adverse = self.adverse_of(indicator).map(|adverse| &adverse.pile);
			for pile in fair.iter().chain(adverse) {
				good = good.plus(pile.good());
				bad = bad.plus(pile.bad());
				most = most.plus(pile.quality());
				newest = newest.max(pile.newest());
			}
			let (good, bad) = (good.read(plain), bad.read(hastened));
			// x̂ = (α₀·π + Σ w·x) / (α₀ + Σ w)
			let prior = parameters.prior_weight;
			let estimate = prior
				.times(Fixed::from_basis_points(settings.prior))
				.plus(good)
				.over(prior.plus(good).plus(bad));
			value = value.plus(Fixed::from_basis_points(settings.share).times(estimate));
			weight = weight.plus(good).plus(bad);
			founded = founded.plus(most.read(plain));
		}
		let age = self.updated.saturating_sub(newest);
		let timeliness = Fixed::decay(age, parameters.freshness_half_life);
		let by_quality = Fixed::from_basis_points(parameters.quality_share);
		// Under repair, adverse weight fades faster than its quality, which is never more than one.
		let quality = if weight == Fixed::ZERO { Fixed::ZERO } else { founded.over(weight) };
		let reliability = weight
			.saturation(parameters.reliability_weight)
			.times(Fixed::ONE.minus(by_quality).plus(by_quality.times(quality.min(Fixed::ONE))));

		// What is published is what is multiplied, so that anybody can check the product.
		let whole = DimensionReport::WHOLE;
		let share = parameters.dimensions.get(dimension as usize).map_or(0, |d| d.weight);
		let value = value.min(Fixed::ONE).scaled(whole);
		let adjustment = timeliness.times(reliability).min(Fixed::ONE).scaled(whole);
		let points = Fixed::from_basis_points(share)
			.times(Fixed::from_ratio(value, whole))
			.times(Fixed::from_ratio(adjustment, whole))
			.scaled(whole);
		DimensionReport { dimension, weight: share, value, adjustment, points }
	}
}

/// The half-year of a moment, counted from the UNIX epoch. Those beyond 2¹⁶ are one.
pub(crate) fn half_year(moment: Moment) -> u16 {
	let count = moment.checked_div(Subject::HALF_YEAR).unwrap_or(0);
	u16::try_from(count).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{AmountClass, DAY};
	use proptest::prelude::*;

	const RETENTION: Moment = 1_826 * DAY;

	fn parameters() -> Parameters {
		Parameters::default()
	}

	fn record(indicator: Indicator, points: u16, at: Moment) -> Observation {
		Observation {
			indicator,
			outcome: Outcome::new(points).unwrap(),
			level: Level::Confirmed,
			weight: Fixed::HALF,
			mass: Fixed::ONE,
			at,
			expires: at + RETENTION,
		}
	}

	fn voice(partner: u64) -> Voice {
		Voice::of(partner.wrapping_mul(0x9e37_79b9_7f4a_7c15))
	}

	/// Takes a record into account, and returns the risk before.
	fn observe(subject: &mut Subject, record: Observation, partner: u64, now: Moment) -> Risk {
		subject.observe(record, voice(partner), partner, now, &parameters()).risk
	}

	fn history() -> impl Strategy<Value = Vec<(usize, u16, u64, u8)>> {
		prop::collection::vec((0..Indicator::COUNT, 0u16..=10_000, 0u64..40, 0u8..20), 0..40)
	}

	/// A subject with this history (indicator, points, days since the record before, amount class),
	/// and the time of its last record.
	fn subject(history: &[(usize, u16, u64, u8)]) -> (Subject, Moment) {
		let (mut subject, mut now) = (Subject::default(), 1_000 * DAY);
		for (partner, (indicator, points, days, amount)) in history.iter().enumerate() {
			now += days * DAY;
			let mass = AmountClass(*amount).weight();
			let record = Observation {
				weight: mass.times(Fixed::HALF),
				mass,
				..record(Indicator::ALL[*indicator], *points, now)
			};
			observe(&mut subject, record, partner as u64, now);
		}
		(subject, now)
	}

	#[test]
	fn without_evidence_there_is_no_score_and_no_confidence() {
		let report = Subject::default().report(1_000 * DAY, &parameters());
		assert_eq!((report.score, report.confidence, report.grade), (0, 0, Grade::D));
		assert_eq!(report.risk, Risk(1_250));
		assert!(report.dimensions.iter().all(|part| part.value.abs_diff(500_000) <= 1));
	}

	#[test]
	fn one_record_as_computed_by_hand() {
		let mut subject = Subject::default();
		let now = 1_000 * DAY;
		let mut rating = record(Indicator::Rating, 10_000, now);
		rating.weight = Fixed::from_int(2);
		rating.mass = Fixed::from_int(4);
		assert_eq!(observe(&mut subject, rating, 0, now), Risk(1_250));
		let report = subject.report(now, &parameters());
		let service = report.dimensions[Dimension::AfterSalesService as usize];
		// x̂ = (2·½ + 2) / (2 + 2) = ¾, so D = ½·¾ + ½·½; R = 1 · 2/(2 + 2) · (½ + ½·½).
		assert!(service.value.abs_diff(625_000) <= 1);
		assert!(service.adjustment.abs_diff(375_000) <= 1);
		// 0.15 · 0.625 · 0.375
		assert!(service.points.abs_diff(35_156) <= 1);
		assert_eq!(report.score, 35);
		assert!(report.confidence.abs_diff(562) <= 1);
		// 1 − (0.875 + 2) / (1 + 2), rounded up.
		assert_eq!(report.risk, Risk(417));
	}

	#[test]
	fn risk_is_told_before_the_record_counts() {
		let (mut subject, now) = (Subject::default(), 1_000 * DAY);
		let before = observe(&mut subject, record(Indicator::Rating, 0, now), 0, now);
		let after = subject.risk(now, &parameters());
		assert_eq!(before, Risk(1_250));
		assert!(after > before);
		assert!(subject.risk(now + 1_000 * DAY, &parameters()) < after);
	}

	#[test]
	fn repair_needs_amount_and_distinct_partners_and_has_a_cap() {
		let parameters = parameters();
		let fallen = || {
			let mut subject = Subject::default();
			observe(&mut subject, record(Indicator::NoDefault, 0, 0), 0, 0);
			subject
		};
		let bad = |subject: &Subject| {
			let sum = subject.adverse[0].pile.bad();
			let half_life = parameters.indicator(Indicator::NoDefault).half_life;
			sum.read(Reading::new(subject.aged(), subject.hastened_anchor, half_life))
		};
		let later = |mut subject: Subject| {
			subject.advance(90 * DAY, &parameters);
			bad(&subject)
		};
		let by_itself = later(fallen());
		let with = |records: usize, partners: u64, weight: Fixed, level: Level| {
			let mut subject = fallen();
			for index in 0..records {
				let good =
					Observation { weight, level, ..record(Indicator::PaidOnTime, 10_000, 0) };
				observe(&mut subject, good, index as u64 % partners, 0);
			}
			later(subject)
		};
		let honest = with(20, 20, Fixed::ONE, Level::Confirmed);
		assert!(honest < by_itself.times(Fixed::HALF));
		// A ring of tiny trades, one friend alone, or mere ratings repair little or nothing.
		assert!(
			with(20, 20, Fixed::from_ratio(1, 1_000), Level::Confirmed)
				> by_itself.times(Fixed::from_ratio(99, 100))
		);
		assert!(with(20, 1, Fixed::ONE, Level::Confirmed) > honest.times(Fixed::from_ratio(3, 2)));
		assert_eq!(with(20, 20, Fixed::ONE, Level::Counterparty), by_itself);
		// Never faster than at four times the speed.
		let cap = bad(&fallen()).decayed(4 * 90 * DAY, 90 * DAY);
		assert!(with(1_000, 64, Fixed::from_int(1_000), Level::Source) >= cap);
	}

	#[test]
	fn a_new_adverse_record_ends_the_repair() {
		let parameters = parameters();
		let mut subject = Subject::default();
		for partner in 0..10 {
			observe(&mut subject, record(Indicator::PaidOnTime, 10_000, 0), partner, 0);
		}
		let speed = |subject: &Subject| {
			let reading = Reading::new(subject.updated, subject.anchor, parameters.risk_half_life);
			subject.repair.speed(reading, &parameters)
		};
		assert!(speed(&subject) > Fixed::ZERO);
		observe(&mut subject, record(Indicator::PaidOnTime, 4_999, 0), 0, 0);
		assert_eq!(speed(&subject), Fixed::ZERO);
	}

	#[test]
	fn who_is_not_believed_can_neither_end_a_repair_nor_spoil_the_quality() {
		let parameters = parameters();
		let mut subject = Subject::default();
		for partner in 0..20 {
			observe(&mut subject, record(Indicator::PaidOnTime, 10_000, 0), partner, 0);
		}
		let before = subject.report(0, &parameters);
		let worthless = Observation {
			weight: Fixed::from_ratio(1, 1_000_000),
			..record(Indicator::PaidOnTime, 0, 0)
		};
		for _ in 0..100 {
			observe(&mut subject, worthless, 99, 0);
		}
		let after = subject.report(0, &parameters);
		assert!(before.score - after.score <= 1, "{} {}", before.score, after.score);
		assert_eq!(subject.repair.chapter, 0);
		observe(&mut subject, record(Indicator::PaidOnTime, 0, 0), 99, 0);
		assert_eq!(subject.repair.chapter, 1);
	}

	#[test]
	fn the_clock_at_its_edges() {
		let parameters = parameters();
		let mut subject = Subject::default();
		// An event at the beginning of time, seen at its end, has aged to nothing.
		observe(&mut subject, record(Indicator::Audit, 10_000, 0), 0, u64::MAX);
		assert_eq!(subject.report(u64::MAX, &parameters).score, 0);
		// And time does not run backwards.
		assert_eq!(subject.report(0, &parameters), subject.report(u64::MAX, &parameters));
		let late = Observation { at: u64::MAX, ..record(Indicator::Audit, 10_000, 0) };
		observe(&mut subject, late, 0, 5);
		assert!(subject.report(5, &parameters).score > 0);
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(10_000))]

		#[test]
		fn the_parts_sum_to_the_score(history in history(), days in 0u64..4_000) {
			let (subject, now) = subject(&history);
			let report = subject.report(now + days * DAY, &parameters());
			let sum: u32 = report.dimensions.iter().map(|part| part.points).sum();
			prop_assert_eq!(sum, report.thousandths);
			prop_assert_eq!(u32::from(report.score), sum / 1_000);
			prop_assert!(report.score <= 1_000);
			prop_assert!(report.confidence <= BASIS_POINTS && report.risk.0 <= BASIS_POINTS);
			prop_assert!(u32::from(report.score) <= u32::from(report.confidence) / 10 + 1);
			for part in report.dimensions {
				let exact = f64::from(part.weight) / 1e4
					* f64::from(part.value) / 1e6
					* f64::from(part.adjustment);
				prop_assert!((f64::from(part.points) - exact).abs() <= 1.5);
			}
		}

		#[test]
		fn good_evidence_never_lowers_the_score(history in history(), indicator in 0..Indicator::COUNT) {
			let (mut subject, now) = subject(&history);
			let before = subject.report(now, &parameters());
			observe(&mut subject, record(Indicator::ALL[indicator], 10_000, now), 0, now);
			let after = subject.report(now, &parameters());
			// The published factors are cut off to a millionth, the product to a thousandth.
			prop_assert!(after.thousandths + 2 >= before.thousandths);
			prop_assert!(after.risk <= before.risk);
		}

		#[test]
		fn a_better_outcome_is_never_worse(
			history in history(), indicator in 0..Indicator::COUNT, a in 0u16..=10_000, b in 0u16..=10_000,
		) {
			let (subject, now) = subject(&history);
			let with = |points| {
				let mut subject = subject.clone();
				let record = record(Indicator::ALL[indicator], points, now);
				observe(&mut subject, record, 0, now);
				subject.report(now, &parameters())
			};
			let (worse, better) = (with(a.min(b)), with(a.max(b)));
			prop_assert!(better.thousandths + 2 >= worse.thousandths);
			prop_assert!(better.risk <= worse.risk);
		}

		#[test]
		fn confidence_only_fades_without_news(history in history(), days in 0u64..2_000, more in 0u64..2_000) {
			let (subject, now) = subject(&history);
			let earlier = subject.report(now + days * DAY, &parameters());
			let later = subject.report(now + (days + more) * DAY, &parameters());
			prop_assert!(later.confidence <= earlier.confidence);
		}

		#[test]
		fn reading_changes_nothing(history in history(), days in 0u64..2_000) {
			let (subject, now) = subject(&history);
			let before = subject.clone();
			let _ = subject.report(now + days * DAY, &parameters());
			let _ = subject.risk(now + days * DAY, &parameters());
			prop_assert_eq!(subject, before);
		}

		#[test]
		fn one_record_has_a_bounded_effect(
			history in history(), indicator in 0..Indicator::COUNT, points in 0u16..=10_000,
		) {
			let (mut subject, now) = subject(&history);
			let before = subject.report(now, &parameters());
			observe(&mut subject, record(Indicator::ALL[indicator], points, now), 0, now);
			let after = subject.report(now, &parameters());
			let dimension = Indicator::ALL[indicator].dimension();
			for (old, new) in before.dimensions.iter().zip(after.dimensions) {
				// Only its own dimension moves, and by no more than the dimension weighs.
				let most = if new.dimension == dimension { u32::from(new.weight) * 100 } else { 0 };
				prop_assert!(old.points.abs_diff(new.points) <= most);
			}
		}

		#[test]
		fn a_record_that_is_taken_out_again_was_never_there(
			history in history(), index in 0usize..40, days in 0u64..2_000,
		) {
			prop_assume!(!history.is_empty());
			let index = index % history.len();
			let (mut subject, mut without) = (Subject::default(), Subject::default());
			let (mut now, mut taken) = (1_000 * DAY, None);
			for (place, (indicator, points, days, amount)) in history.iter().enumerate() {
				now += days * DAY;
				let mass = AmountClass(*amount).weight();
				let record = Observation {
					weight: mass.times(Fixed::HALF),
					mass,
					// Good trade that is confirmed, and adverse records, change the pace of repair
					// while they are there; that is the only thing that is not taken back.
					level: Level::Counterparty,
					..record(Indicator::ALL[*indicator], *points, now)
				};
				let partner = place as u64;
				let seen = subject.observe(record, voice(partner), partner, now, &parameters());
				if place == index {
					without.advance(now, &parameters());
					taken = Some((record, partner, seen.placed));
				} else {
					without.observe(record, voice(partner), partner, now, &parameters());
				}
			}
			let before = subject.clone();
			let (record, partner, placed) = taken.unwrap();
			subject.retract(&record, voice(partner), partner, placed, &parameters());
			without.repair = subject.repair.clone();
			let later = now + days * DAY;
			prop_assert_eq!(
				subject.report(later, &parameters()), without.report(later, &parameters())
			);
			for indicator in Indicator::ALL {
				prop_assert_eq!(
					subject.others(indicator, voice(99), later, &parameters()),
					without.others(indicator, voice(99), later, &parameters()),
				);
			}
			// And put back, everything is as it was.
			subject.restore(&record, voice(partner), partner, placed, &parameters());
			prop_assert_eq!(
				subject.report(later, &parameters()), before.report(later, &parameters())
			);
			prop_assert_eq!(subject, before);
		}

		#[test]
		fn when_all_is_taken_out_nothing_is_left(history in history()) {
			let (mut subject, mut now) = (Subject::default(), 1_000 * DAY);
			let mut records = Vec::new();
			for (place, (indicator, points, days, amount)) in history.iter().enumerate() {
				now += days * DAY;
				let mass = AmountClass(*amount).weight();
				let record = Observation {
					weight: mass.times(Fixed::HALF),
					mass,
					..record(Indicator::ALL[*indicator], *points, now)
				};
				let partner = place as u64;
				let seen = subject.observe(record, voice(partner), partner, now, &parameters());
				records.push((record, partner, seen.placed));
			}
			for (record, partner, placed) in records {
				subject.retract(&record, voice(partner), partner, placed, &parameters());
			}
			prop_assert!(subject.fair.iter().all(Option::is_none));
			prop_assert!(subject.adverse.is_empty());
			let report = subject.report(now, &parameters());
			prop_assert_eq!((report.score, report.confidence, report.risk), (0, 0, Risk(1_250)));
		}

		#[test]
		fn adverse_evidence_leaves_in_its_last_half_year(
			history in history(), points in 0u16..5_000, indicator in 0..Indicator::COUNT,
		) {
			let (mut subject, now) = subject(&history);
			let adverse = record(Indicator::ALL[indicator], points, now);
			observe(&mut subject, adverse, 7, now);
			let gone = |at: Moment| {
				let mut later = subject.clone();
				later.advance(at, &parameters());
				later.adverse.iter().all(|pile| pile.leaves < half_year(adverse.expires))
			};
			prop_assert!(gone(adverse.expires));
			prop_assert!(!gone(adverse.expires - Subject::HALF_YEAR));
			let mut end = subject.clone();
			end.advance(adverse.expires, &parameters());
			prop_assert!(end.adverse.is_empty());
			// What has left can neither be taken out nor put back.
			let left = end.clone();
			end.retract(&adverse, voice(7), 7, Placed::default(), &parameters());
			end.restore(&adverse, voice(7), 7, Placed::default(), &parameters());
			prop_assert_eq!(end, left);
		}

		#[test]
		fn piles_are_bounded_and_lose_nothing_but_time(
			records in prop::collection::vec((0..Indicator::COUNT, 1u64..40), 60),
		) {
			let (mut subject, now) = (Subject::default(), 1_000 * DAY);
			let mut weight = 0u32;
			for (indicator, half_years) in records {
				let adverse = Observation {
					expires: now + half_years * Subject::HALF_YEAR,
					..record(Indicator::ALL[indicator], 0, now)
				};
				let left = half_year(adverse.expires) <= half_year(now);
				observe(&mut subject, adverse, 7, now);
				weight += u32::from(!left);
				prop_assert!(subject.adverse.len() <= Subject::ADVERSE_PILES as usize);
				prop_assert!(subject.adverse.is_sorted_by(|a, b| a.key() < b.key()));
			}
			let reading = Reading::new(now, subject.anchor, parameters().risk_half_life);
			let total = subject
				.adverse
				.iter()
				.fold(Sum::ZERO, |sum, adverse| sum.plus(adverse.pile.risk()))
				.read(reading);
			prop_assert!(total.distance(Fixed::from_ratio(weight, 2)) < Fixed::from_bits(1 << 16));
		}

		#[test]
		fn state_survives_its_encoding(history in history()) {
			let (subject, _) = subject(&history);
			prop_assert!(subject.encoded_size() <= Subject::max_encoded_len());
			prop_assert_eq!(Subject::decode(&mut &subject.encode()[..]).unwrap(), subject);
		}
	}
}
