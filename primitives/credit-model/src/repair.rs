use crate::{
	Fixed, Moment, Pace,
	sum::{Reading, Scale, Sum, Turn},
};
use bounded_collections::{BoundedVec, ConstU32};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Verified good trade since the last adverse record, which makes adverse evidence age faster.
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
pub(crate) struct Repair {
	/// How many adverse records there were with a foundation: each begins a new chapter, in which
	/// everything starts again.
	#[codec(compact)]
	pub chapter: u32,
	/// Σ w of this chapter's records that are confirmed at least and not adverse, with the half-life
	/// of the risk.
	weight: Sum,
	/// How many of them came from counterparties at a place, for each place that has any, in order.
	/// The place follows from the account; two may share one, so the number of places is a lower
	/// bound for the number of counterparties.
	partners: BoundedVec<(u8, u16), ConstU32<{ Repair::PLACES }>>,
}

impl Repair {
	/// How many places there are for counterparties.
	pub const PLACES: u32 = 64;

	/// How good the foundation of an adverse record must be to end a repair: a counterparty of whom
	/// nothing is known has more (0.6 · 0.8²), one that is mostly wrong less. Otherwise a source that
	/// nobody believes could keep everybody from ever repairing anything.
	pub const LEAST_QUALITY: Fixed = Fixed::from_ratio(1, 4);

	/// A chapter of which only the sum and the places of counterparties are known.
	pub fn of_sums(weight: Fixed, scale: Scale, places: u64) -> Self {
		let mut repair = Self::default();
		repair.weight.add(weight, scale);
		for place in (0..Self::PLACES).filter(|place| (places >> place) & 1 == 1) {
			let _ = repair.partners.try_push((place as u8, 1));
		}
		repair
	}

	/// Starts again after an adverse record.
	pub fn restart(&mut self) {
		*self = Self { chapter: self.chapter.saturating_add(1), ..Self::default() };
	}

	/// Counts a good record.
	pub fn add(&mut self, weight: Fixed, scale: Scale, partner: u64) {
		self.weight.add(weight, scale);
		let place = Self::place(partner);
		match self.partners.binary_search_by_key(&place, |(place, _)| *place) {
			Ok(index) => {
				if let Some((_, count)) = self.partners.get_mut(index) {
					*count = count.saturating_add(1);
				}
			},
			// There is room for each place.
			Err(index) => {
				let _ = self.partners.try_insert(index, (place, 1));
			},
		}
	}

	/// Takes a good record of this chapter back.
	pub fn take(&mut self, weight: Fixed, scale: Scale, partner: u64) {
		self.weight.take(weight, scale);
		let place = Self::place(partner);
		if let Ok(index) = self.partners.binary_search_by_key(&place, |(place, _)| *place)
			&& let Some((_, count)) = self.partners.get_mut(index)
		{
			*count = count.saturating_sub(1);
			if *count == 0 {
				self.partners.remove(index);
			}
		}
	}

	/// How many times faster than by itself an adverse event fades, less one.
	pub fn speed(&self, reading: Reading, pace: &Pace) -> Fixed {
		if self.partners.is_empty() {
			return Fixed::ZERO;
		}
		let partners = Fixed::from_int(self.partners.len() as u32);
		pace.repair_cap
			.times(self.weight.read(reading).saturation(pace.repair_weight))
			.times(partners.saturation(pace.repair_partners))
	}

	/// Moves the sum on when the pace changes.
	pub fn turn(&mut self, risk: Turn) {
		self.weight.turn(risk);
	}

	/// Moves the sum to a later anchor.
	pub fn reanchor(&mut self, from: Moment, to: Moment, half_life: Moment) {
		self.weight.reanchor(from, to, half_life);
	}

	const fn place(partner: u64) -> u8 {
		(partner as u32 % Self::PLACES) as u8
	}
}
