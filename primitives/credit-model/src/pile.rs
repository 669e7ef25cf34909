//! Evidence on one indicator that leaves together.

use crate::{
	Fixed, Moment, Outcome,
	sum::{Reading, Scale, Sum, Turn},
};
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Which of the voices of a consensus a source speaks with.
///
/// What sources say about a subject is summed up by voice and not by source, so that the state is
/// small however many speak. A source is judged by the other voices only, hence it can never agree
/// with itself; those who happen to share its voice are not heard by it, one in sixteen.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Voice(u8);

impl Voice {
	/// How many voices there are.
	pub const COUNT: u32 = 16;

	/// The voice of a source, by a hash of its account.
	pub const fn of(hash: u64) -> Self {
		Self((hash >> 60) as u8)
	}
}

const _: () = assert!(Voice::COUNT == 16, "a voice is four bits of a hash");

/// What one voice said.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
struct Said {
	voice: Voice,
	/// Σ w·x
	good: Sum,
	/// Σ w
	weight: Sum,
}

/// The sums of records about one indicator.
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
pub(crate) struct Pile {
	/// By voice, in order.
	said: BoundedVec<Said, ConstU32<{ Voice::COUNT }>>,
	/// Σ w·(1 − x), by the clock that repair hastens.
	bad: Sum,
	/// Σ w·q, where q is how good a record's foundation is: what it weighs, by what it would weigh at
	/// the best level from a source beyond doubt.
	quality: Sum,
	/// Σ w, with the half-life of the risk.
	risk: Sum,
	/// When the newest events happened.
	newest: Newest,
}

/// The latest events, so that the newest is known after some have been taken out.
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
struct Newest {
	/// The latest times, in ascending order.
	times: BoundedVec<Moment, ConstU32<4>>,
	/// The latest of all that found no place.
	before: Moment,
}

/// How one record counts in the sums of its pile.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
	pub voice: Voice,
	pub outcome: Outcome,
	/// What is left of the record's weight at the time of `scale`.
	pub weight: Fixed,
	/// What is left of it at the time of `hastened`.
	pub hastened_weight: Fixed,
	/// What is left of it at the time of `risk`.
	pub risk_weight: Fixed,
	/// w·q, see [`Pile::quality`].
	pub quality: Fixed,
	/// When the event happened.
	pub at: Moment,
	/// By the subject's clock, with the half-life of the indicator.
	pub scale: Scale,
	/// By the clock that repair hastens, with the half-life of the indicator.
	pub hastened: Scale,
	/// By the subject's clock, with the half-life of the risk.
	pub risk: Scale,
}

/// The sums of a pile, faded to one time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sums {
	/// Σ w·x
	pub good: Fixed,
	/// Σ w·(1 − x)
	pub bad: Fixed,
	/// Σ w·q
	pub quality: Fixed,
	/// Σ w, with the half-life of the risk.
	pub risk: Fixed,
	/// When the newest event happened.
	pub newest: Moment,
}

impl Newest {
	fn add(&mut self, at: Moment) {
		let place = self.times.partition_point(|time| *time <= at);
		if self.times.is_full() {
			if place == 0 {
				self.before = self.before.max(at);
				return;
			}
			self.before = self.before.max(self.times.remove(0));
			// There is room now, and one less before the place.
			let _ = self.times.try_insert(place.saturating_sub(1), at);
		} else {
			let _ = self.times.try_insert(place, at);
		}
	}

	fn take(&mut self, at: Moment) {
		if let Some(place) = self.times.iter().position(|time| *time == at) {
			self.times.remove(place);
		}
	}

	fn get(&self) -> Moment {
		self.times.last().copied().unwrap_or_default().max(self.before)
	}
}

impl Pile {
	/// Puts a record in.
	pub fn add(&mut self, entry: &Entry) {
		let place = match self.said.binary_search_by_key(&entry.voice, |said| said.voice) {
			Ok(place) => place,
			Err(place) => {
				let said = Said { voice: entry.voice, good: Sum::ZERO, weight: Sum::ZERO };
				// There are as many places as voices.
				let _ = self.said.try_insert(place, said);
				place
			},
		};
		if let Some(said) = self.said.get_mut(place) {
			said.good.add(entry.good(), entry.scale);
			said.weight.add(entry.weight, entry.scale);
		}
		self.bad.add(entry.bad(), entry.hastened);
		self.quality.add(entry.quality, entry.scale);
		self.risk.add(entry.risk_weight, entry.risk);
		self.newest.add(entry.at);
	}

	/// Takes a record out that was put in with the same entry.
	pub fn take(&mut self, entry: &Entry) {
		if let Ok(place) = self.said.binary_search_by_key(&entry.voice, |said| said.voice)
			&& let Some(said) = self.said.get_mut(place)
		{
			said.good.take(entry.good(), entry.scale);
			said.weight.take(entry.weight, entry.scale);
			if said.good.is_zero() && said.weight.is_zero() {
				self.said.remove(place);
			}
		}
		self.bad.take(entry.bad(), entry.hastened);
		self.quality.take(entry.quality, entry.scale);
		self.risk.take(entry.risk_weight, entry.risk);
		self.newest.take(entry.at);
	}

	/// Takes over what stands in another pile.
	pub fn merge(&mut self, other: Self) {
		for theirs in other.said {
			match self.said.binary_search_by_key(&theirs.voice, |said| said.voice) {
				Ok(place) => {
					if let Some(said) = self.said.get_mut(place) {
						said.good = said.good.plus(theirs.good);
						said.weight = said.weight.plus(theirs.weight);
					}
				},
				Err(place) => {
					let _ = self.said.try_insert(place, theirs);
				},
			}
		}
		self.bad = self.bad.plus(other.bad);
		self.quality = self.quality.plus(other.quality);
		self.risk = self.risk.plus(other.risk);
		self.newest.before = self.newest.before.max(other.newest.before);
		for time in other.newest.times {
			self.newest.add(time);
		}
	}

	/// A pile of which only sums are known, as of one time by each clock.
	pub fn of_sums(sums: Sums, scale: Scale, hastened: Scale, risk: Scale) -> Self {
		let mut pile = Self::default();
		let mut said = Said { voice: Voice(0), good: Sum::ZERO, weight: Sum::ZERO };
		said.good.add(sums.good, scale);
		said.weight.add(sums.good.plus(sums.bad), scale);
		if !said.weight.is_zero() {
			let _ = pile.said.try_push(said);
		}
		pile.bad.add(sums.bad, hastened);
		pile.quality.add(sums.quality, scale);
		pile.risk.add(sums.risk, risk);
		pile.newest.add(sums.newest);
		pile
	}

	/// Whether no record is in here.
	pub fn is_empty(&self) -> bool {
		self.said.is_empty() && self.bad.is_zero() && self.quality.is_zero() && self.risk.is_zero()
	}

	/// Σ w·x of all voices.
	pub fn good(&self) -> Sum {
		self.said.iter().fold(Sum::ZERO, |sum, said| sum.plus(said.good))
	}

	/// Σ w of all voices, by the subject's clock.
	pub fn weight(&self) -> Sum {
		self.said.iter().fold(Sum::ZERO, |sum, said| sum.plus(said.weight))
	}

	/// Σ w·x and Σ w of all voices but one.
	pub fn without(&self, voice: Voice) -> (Sum, Sum) {
		self.said
			.iter()
			.filter(|said| said.voice != voice)
			.fold((Sum::ZERO, Sum::ZERO), |(good, weight), said| {
				(good.plus(said.good), weight.plus(said.weight))
			})
	}

	/// Σ w·(1 − x), by the hastened clock.
	pub const fn bad(&self) -> Sum {
		self.bad
	}

	/// Σ w·q, where q is how good a record's foundation is. Weighed by w, a record of a source that
	/// nobody believes moves the mean as little as it moves everything else.
	pub const fn quality(&self) -> Sum {
		self.quality
	}

	/// Σ w for the risk.
	pub const fn risk(&self) -> Sum {
		self.risk
	}

	/// When the newest event happened.
	pub fn newest(&self) -> Moment {
		self.newest.get()
	}

	/// The most that [`Self::extent`] can be.
	pub const MAX_EXTENT: u32 = Voice::COUNT.saturating_add(Self::OWN_EXTENT);

	/// The [`Self::extent`] of a pile with one voice.
	pub const EXTENT_OF_ONE: u32 = Self::OWN_EXTENT.saturating_add(1);

	/// To look at the sums of a pile itself takes about as long as at those of five voices, as measured.
	const OWN_EXTENT: u32 = 5;

	/// What it costs to look at the pile, counted in voices.
	pub fn extent(&self) -> u32 {
		(self.said.len() as u32).saturating_add(Self::OWN_EXTENT)
	}

	/// Whether two piles hold the same sums.
	pub fn same_sums(&self, other: &Self) -> bool {
		(&self.said, self.bad, self.quality, self.risk)
			== (&other.said, other.bad, other.quality, other.risk)
	}

	/// Moves the sums by the subject's clock to a later anchor.
	pub fn reanchor(&mut self, from: Moment, to: Moment, half_life: Moment, risk: Moment) {
		for said in self.said.iter_mut() {
			said.good.reanchor(from, to, half_life);
			said.weight.reanchor(from, to, half_life);
		}
		self.said.retain(|said| !said.weight.is_zero());
		self.quality.reanchor(from, to, half_life);
		self.risk.reanchor(from, to, risk);
	}

	/// Moves the sum by the hastened clock to a later anchor.
	pub fn reanchor_hastened(&mut self, from: Moment, to: Moment, half_life: Moment) {
		self.bad.reanchor(from, to, half_life);
	}

	/// Moves all sums on when the pace changes.
	pub fn turn(&mut self, plain: Turn, hastened: Turn, risk: Turn) {
		for said in self.said.iter_mut() {
			said.good.turn(plain);
			said.weight.turn(plain);
		}
		self.said.retain(|said| !said.weight.is_zero());
		self.quality.turn(plain);
		self.bad.turn(hastened);
		self.risk.turn(risk);
	}
}

impl Entry {
	fn good(&self) -> Fixed {
		self.weight.times(self.outcome.value())
	}

	fn bad(&self) -> Fixed {
		self.hastened_weight.times(self.outcome.shortfall())
	}
}

/// What others think.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Opinion {
	/// The mean of their outcomes, weighed by credibility, level and amount; at most one.
	pub mean: Fixed,
	/// The weight behind it.
	pub weight: Fixed,
}

impl Opinion {
	/// What decay and rounding leave behind is no opinion: the least weight that is one.
	const LEAST: Fixed = Fixed::from_ratio(1, 65_536);

	/// The opinion behind these sums; `None` when there is none.
	pub(crate) fn of(good: Sum, weight: Sum, reading: Reading) -> Option<Self> {
		let weight = weight.read(reading);
		(weight >= Self::LEAST).then(|| {
			let mean = good.read(reading).over(weight).min(Fixed::ONE);
			Self { mean, weight }
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::DAY;
	use proptest::prelude::*;

	const ANCHOR: Moment = 10_000 * DAY;
	const HALF_LIFE: Moment = 90 * DAY;

	fn entry((voice, points, bits, days): (u8, u16, u32, u64)) -> Entry {
		let at = ANCHOR + days * DAY;
		let scale = Scale::new(at, ANCHOR, HALF_LIFE);
		let weight = Fixed::from_bits(u64::from(bits));
		Entry {
			voice: Voice::of(u64::from(voice) << 60),
			outcome: Outcome::new(points).unwrap(),
			weight,
			hastened_weight: weight,
			risk_weight: weight,
			quality: Fixed::ONE,
			at,
			scale,
			hastened: scale,
			risk: scale,
		}
	}

	fn entries() -> impl Strategy<Value = Vec<(u8, u16, u32, u64)>> {
		prop::collection::vec((0u8..16, 0u16..=10_000, 1u32.., 0u64..1_800), 1..30)
	}

	#[test]
	fn the_newest_is_known_after_three_newer_ones_are_gone() {
		let mut newest = Newest::default();
		for at in [5, 3, 9, 7, 1, 8] {
			newest.add(at);
		}
		for (taken, left) in [(9, 8), (8, 7), (7, 5), (5, 3)] {
			newest.take(taken);
			assert_eq!(newest.get(), left);
		}
	}

	#[test]
	fn nobody_hears_its_own_voice() {
		let mut pile = Pile::default();
		for _ in 0..1_000 {
			pile.add(&entry((3, 0, u32::MAX, 0)));
		}
		let reading = Reading::new(ANCHOR, ANCHOR, HALF_LIFE);
		let heard_by = |voice: u8| {
			let (good, weight) = pile.without(Voice::of(u64::from(voice) << 60));
			Opinion::of(good, weight, reading)
		};
		assert_eq!(heard_by(3), None);
		assert_eq!(heard_by(4).unwrap().mean, Fixed::ZERO);
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(1_000))]

		#[test]
		fn an_emptied_pile_is_a_new_one(entries in entries()) {
			let mut pile = Pile::default();
			for given in &entries {
				pile.add(&entry(*given));
			}
			for given in &entries {
				pile.take(&entry(*given));
			}
			prop_assert!(pile.is_empty());
			prop_assert!(pile.said.is_empty());
		}

		#[test]
		fn order_does_not_matter(entries in entries()) {
			let (mut there, mut back) = (Pile::default(), Pile::default());
			for given in &entries {
				there.add(&entry(*given));
			}
			for given in entries.iter().rev() {
				back.add(&entry(*given));
			}
			prop_assert_eq!(there, back);
		}

		#[test]
		fn merged_piles_hold_what_both_held(entries in entries(), split in 0usize..30) {
			let split = split.min(entries.len());
			let (mut all, mut first, mut second) = (Pile::default(), Pile::default(), Pile::default());
			for (index, given) in entries.iter().enumerate() {
				all.add(&entry(*given));
				if index < split { first.add(&entry(*given)) } else { second.add(&entry(*given)) }
			}
			first.merge(second);
			prop_assert_eq!(first, all);
		}
	}
}
