use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// What one enterprise does for another. Each kind has a direction, from who gives to who receives.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub enum RelationshipKind {
	/// From supplier to buyer.
	#[codec(index = 0)]
	Supplies,
	/// From carrier to shipper.
	#[codec(index = 1)]
	Carries,
	/// From financier to financed.
	#[codec(index = 2)]
	Finances,
	/// From insurer to insured.
	#[codec(index = 3)]
	Insures,
}

impl RelationshipKind {
	/// Every kind, in the order of their indices.
	pub const ALL: [Self; 4] = [Self::Supplies, Self::Carries, Self::Finances, Self::Insures];
}

/// The arcs between the two enterprises of a pair, of which `lo` is the one with the smaller id.
///
/// A set of bits: bit 2·kind is the arc that `lo` gives, bit 2·kind + 1 the one that `hi` gives.
/// Four kinds in two directions fill the byte, so each byte is a valid set.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
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
pub struct Arcs(u8);

impl Arcs {
	/// No arc: the two are not partners.
	pub const EMPTY: Self = Self(0);

	/// Both arcs of supply.
	const SUPPLIES: u8 = 0b11;

	/// The arcs with these bits. There is a meaning to each of the 256 bytes.
	pub const fn from_bits(bits: u8) -> Self {
		Self(bits)
	}

	/// The bits.
	pub const fn bits(self) -> u8 {
		self.0
	}

	/// One arc alone.
	pub const fn single(kind: RelationshipKind, giver_is_lo: bool) -> Self {
		let of_lo = match kind {
			RelationshipKind::Supplies => 1,
			RelationshipKind::Carries => 1 << 2,
			RelationshipKind::Finances => 1 << 4,
			RelationshipKind::Insures => 1 << 6,
		};
		Self(if giver_is_lo { of_lo } else { of_lo << 1 })
	}

	/// One arc alone, of the pair of these two.
	pub const fn between(
		kind: RelationshipKind,
		giver: crate::EnterpriseId,
		receiver: crate::EnterpriseId,
	) -> Self {
		Self::single(kind, giver < receiver)
	}

	/// Whether this arc exists.
	pub const fn contains(self, kind: RelationshipKind, giver_is_lo: bool) -> bool {
		self.0 & Self::single(kind, giver_is_lo).0 != 0
	}

	/// The same with this arc.
	#[must_use]
	pub const fn with(self, kind: RelationshipKind, giver_is_lo: bool) -> Self {
		self.union(Self::single(kind, giver_is_lo))
	}

	/// The same without this arc.
	#[must_use]
	pub const fn without(self, kind: RelationshipKind, giver_is_lo: bool) -> Self {
		Self(self.0 & !Self::single(kind, giver_is_lo).0)
	}

	/// The arcs of both sets.
	#[must_use]
	pub const fn union(self, other: Self) -> Self {
		Self(self.0 | other.0)
	}

	/// Whether there is no arc.
	pub const fn is_empty(self) -> bool {
		self.0 == 0
	}

	/// How many arcs there are.
	pub const fn len(self) -> u32 {
		self.0.count_ones()
	}

	/// The arcs: each by its kind, and whether `lo` gives.
	pub fn iter(self) -> impl Iterator<Item = (RelationshipKind, bool)> {
		RelationshipKind::ALL
			.into_iter()
			.flat_map(|kind| [(kind, true), (kind, false)])
			.filter(move |(kind, giver_is_lo)| self.contains(*kind, *giver_is_lo))
	}

	/// The arcs of supply alone.
	pub(crate) const fn supplies(self) -> Self {
		Self(self.0 & Self::SUPPLIES)
	}

	/// How many arcs of supply have a reverse: both or none.
	pub(crate) const fn reciprocated(self) -> u32 {
		if self.supplies().0 == Self::SUPPLIES { 2 } else { 0 }
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use RelationshipKind::*;

	#[test]
	fn every_arc_has_a_bit_of_its_own() {
		let mut bits = 0;
		for (index, kind) in RelationshipKind::ALL.into_iter().enumerate() {
			assert_eq!(kind.encode(), [index as u8]);
			assert_eq!(Arcs::single(kind, true).bits(), 1 << (2 * index));
			assert_eq!(Arcs::single(kind, false).bits(), 1 << (2 * index + 1));
			bits |= Arcs::single(kind, true).bits() | Arcs::single(kind, false).bits();
		}
		assert_eq!(bits, u8::MAX);
		assert!(RelationshipKind::decode(&mut &[4][..]).is_err());
	}

	#[test]
	fn each_byte_is_the_set_of_its_arcs() {
		for bits in 0..=u8::MAX {
			let arcs = Arcs::from_bits(bits);
			let put_together =
				arcs.iter().fold(Arcs::EMPTY, |all, (kind, giver)| all.with(kind, giver));
			assert_eq!(put_together, arcs);
			assert_eq!(arcs.iter().count() as u32, arcs.len());
			assert_eq!(arcs.is_empty(), bits == 0);
			for (kind, giver) in arcs.iter() {
				assert!(!arcs.without(kind, giver).contains(kind, giver));
				assert_eq!(arcs.without(kind, giver).with(kind, giver), arcs);
			}
			assert_eq!(Arcs::decode(&mut &arcs.encode()[..]), Ok(arcs));
		}
	}

	#[test]
	fn the_giver_decides_the_direction() {
		assert_eq!(Arcs::between(Carries, 3, 9), Arcs::single(Carries, true));
		assert_eq!(Arcs::between(Carries, 9, 3), Arcs::single(Carries, false));
	}

	#[test]
	fn supply_in_both_directions_is_reciprocated() {
		let one = Arcs::single(Supplies, true).with(Insures, false);
		assert_eq!((one.supplies().len(), one.reciprocated()), (1, 0));
		let both = one.with(Supplies, false);
		assert_eq!((both.supplies().len(), both.reciprocated()), (2, 2));
		let carried = Arcs::single(Carries, true).with(Carries, false);
		assert_eq!((carried.supplies().len(), carried.reciprocated()), (0, 0));
	}

	#[test]
	fn json_shows_names_and_bits() {
		assert_eq!(serde_json::to_string(&Supplies).unwrap(), "\"supplies\"");
		assert_eq!(serde_json::to_string(&Arcs::single(Carries, false)).unwrap(), "8");
	}
}
