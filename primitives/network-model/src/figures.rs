use crate::BILLION;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

const BUCKETS: usize = 12;

/// The figures of the whole network. All are whole numbers; ratios follow from them.
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
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub struct NetworkFigures {
	/// How many enterprises there are, with partners or without.
	pub enterprises: u32,
	/// How many pairs of partners.
	pub relationships: u32,
	/// How many arcs of supply.
	pub supplies: u32,
	/// How many arcs of supply whose reverse exists.
	pub reciprocated: u32,
	/// How many sets of three that are all partners of each other.
	pub triangles: u64,
	/// How many pairs of partners of one enterprise: Σ d(d−1)/2.
	pub wedges: u64,
	/// How many enterprises have so many partners: 0, 1, 2–3, 4–7, 8–15, … 512–1,023, and 1,024 or
	/// more.
	pub degrees: [u32; BUCKETS],
	/// How many circles of supply of length three.
	pub cycles: u64,
	/// How many enterprises are in a closed ring.
	pub in_closed_rings: u32,
	/// How many orders there were in relationships.
	pub orders: u64,
	/// How many relationships had an order in the current period.
	pub active: u32,
	/// How many relationships had an order in the period before.
	pub active_before: u32,
}

impl NetworkFigures {
	/// How many buckets the distribution of degrees has.
	pub const BUCKETS: usize = BUCKETS;

	/// The bucket that a degree is counted in.
	pub fn bucket_of(degree: u32) -> usize {
		let bucket = degree.checked_ilog2().map_or(0, |log| log.saturating_add(1));
		usize::try_from(bucket).unwrap_or(usize::MAX).min(Self::BUCKETS.saturating_sub(1))
	}

	/// The least and the largest degree of a bucket; the last one has no largest. `None` if there is
	/// no such bucket.
	pub fn range_of(bucket: usize) -> Option<(u32, Option<u32>)> {
		let last = Self::BUCKETS.saturating_sub(1);
		let power = |exponent: usize| 1u32.checked_shl(u32::try_from(exponent).ok()?);
		match bucket {
			0 => Some((0, Some(0))),
			_ if bucket < last => Some((
				power(bucket.saturating_sub(1))?,
				power(bucket).map(|next| next.saturating_sub(1)),
			)),
			_ if bucket == last => Some((power(bucket.saturating_sub(1))?, None)),
			_ => None,
		}
	}

	/// The share of all pairs that are partners, in billionths.
	pub fn density_ppb(&self) -> u64 {
		let enterprises = u64::from(self.enterprises);
		let ordered_pairs = enterprises.saturating_mul(enterprises.saturating_sub(1));
		ppb(u64::from(self.relationships).saturating_mul(2), ordered_pairs)
	}

	/// How many partners an enterprise has on average, in billionths.
	pub fn mean_degree_ppb(&self) -> u64 {
		ppb(u64::from(self.relationships).saturating_mul(2), self.enterprises.into())
	}

	/// The share of the arcs of supply whose reverse exists, in billionths.
	pub fn reciprocity_ppb(&self) -> u64 {
		ppb(self.reciprocated.into(), self.supplies.into())
	}

	/// The share of wedges that are closed, in billionths: how likely two partners of one enterprise
	/// are partners of each other.
	pub fn clustering_ppb(&self) -> u64 {
		ppb(self.triangles.saturating_mul(3), self.wedges)
	}

	/// The share of relationships that had an order in the current period, in billionths.
	pub fn activity_ppb(&self) -> u64 {
		ppb(self.active.into(), self.relationships.into())
	}

	/// An enterprise has another degree.
	pub(crate) fn move_degree(&mut self, before: u32, after: u32) {
		let wedges = |degree: u32| crate::position::wedges_of(degree.into());
		self.leave_bucket(before);
		self.enter_bucket(after);
		self.wedges = self.wedges.saturating_add(wedges(after)).saturating_sub(wedges(before));
	}

	pub(crate) fn enter_bucket(&mut self, degree: u32) {
		if let Some(bucket) = self.degrees.get_mut(Self::bucket_of(degree)) {
			*bucket = bucket.saturating_add(1);
		}
	}

	fn leave_bucket(&mut self, degree: u32) {
		if let Some(bucket) = self.degrees.get_mut(Self::bucket_of(degree)) {
			*bucket = bucket.saturating_sub(1);
		}
	}
}

/// An enterprise joined the network. It has no partners yet.
pub fn enterprise_added(figures: &mut NetworkFigures) {
	figures.enterprises = figures.enterprises.saturating_add(1);
	figures.enter_bucket(0);
}

/// An enterprise left the network. It had no partners any more.
pub fn enterprise_removed(figures: &mut NetworkFigures) {
	figures.enterprises = figures.enterprises.saturating_sub(1);
	figures.leave_bucket(0);
}

/// A quotient in billionths, cut off; zero of nothing.
fn ppb(part: u64, whole: u64) -> u64 {
	let billionths = u128::from(part).saturating_mul(u128::from(BILLION));
	let quotient = billionths.checked_div(u128::from(whole)).unwrap_or(0);
	u64::try_from(quotient).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn buckets_double() {
		let bucket = NetworkFigures::bucket_of;
		assert_eq!([0, 1, 2, 3, 4, 7, 8].map(bucket), [0, 1, 2, 2, 3, 3, 4]);
		assert_eq!([511, 512, 1_023, 1_024, u32::MAX].map(bucket), [9, 10, 10, 11, 11]);
		for index in 0..NetworkFigures::BUCKETS {
			let (least, largest) = NetworkFigures::range_of(index).unwrap();
			assert_eq!(bucket(least), index);
			assert_eq!(bucket(largest.unwrap_or(u32::MAX)), index);
			assert!(least == 0 || bucket(least - 1) == index - 1);
		}
		assert_eq!(NetworkFigures::range_of(11), Some((1_024, None)));
		assert_eq!(NetworkFigures::range_of(12), None);
	}

	#[test]
	fn ratios_of_an_empty_network_are_zero() {
		let none = NetworkFigures::default();
		assert_eq!((none.density_ppb(), none.mean_degree_ppb()), (0, 0));
		assert_eq!((none.reciprocity_ppb(), none.clustering_ppb(), none.activity_ppb()), (0, 0, 0));
		let alone = NetworkFigures { enterprises: 1, ..none };
		assert_eq!(alone.density_ppb(), 0);
	}

	#[test]
	fn ratios_are_cut_off() {
		let figures = NetworkFigures {
			enterprises: 3,
			relationships: 2,
			supplies: 3,
			reciprocated: 2,
			triangles: 2,
			wedges: 9,
			active: 1,
			..NetworkFigures::default()
		};
		assert_eq!(figures.density_ppb(), 666_666_666);
		assert_eq!(figures.mean_degree_ppb(), 1_333_333_333);
		assert_eq!(figures.reciprocity_ppb(), 666_666_666);
		assert_eq!(figures.clustering_ppb(), 666_666_666);
		assert_eq!(figures.activity_ppb(), 500_000_000);
	}

	#[test]
	fn nothing_overflows() {
		let most = NetworkFigures {
			enterprises: u32::MAX,
			relationships: u32::MAX,
			triangles: u64::MAX,
			wedges: 1,
			..NetworkFigures::default()
		};
		assert_eq!(most.clustering_ppb(), u64::MAX);
		assert!(most.density_ppb() <= BILLION);
		let mut moved = most;
		moved.move_degree(5, u32::MAX);
		enterprise_added(&mut moved);
		assert_eq!(moved.enterprises, u32::MAX);
		enterprise_removed(&mut NetworkFigures::default());
	}

	#[test]
	fn who_comes_and_goes_leaves_no_trace() {
		let mut figures = NetworkFigures::default();
		enterprise_added(&mut figures);
		enterprise_added(&mut figures);
		assert_eq!((figures.enterprises, figures.degrees[0]), (2, 2));
		enterprise_removed(&mut figures);
		enterprise_removed(&mut figures);
		assert_eq!(figures, NetworkFigures::default());
	}
}
