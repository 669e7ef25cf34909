use crate::BASIS_POINTS;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Where one enterprise stands in the network.
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
pub struct Position {
	/// How many partners it has.
	pub degree: u32,
	/// How many pairs of its partners are partners of each other.
	pub triangles: u32,
	/// How many circles of supply of length three it is part of.
	pub cycles: u32,
	/// How many orders there were in its relationships.
	pub orders: u64,
	/// Σ orders² over its relationships.
	pub squares: u128,
}

impl Position {
	/// Whether its partners trade with each other, in a circle, and it with nobody else.
	pub fn is_in_closed_ring(&self) -> bool {
		self.cycles > 0
			&& self.degree >= 2
			&& u64::from(self.triangles) == wedges_of(u64::from(self.degree))
	}

	/// How concentrated its orders are on few partners, in basis points: Σ (share of a partner)². One
	/// partner alone gives 10,000, n equal ones 10,000/n, and no order gives zero.
	pub fn herfindahl(&self) -> u16 {
		let whole = u128::from(self.orders).saturating_mul(u128::from(self.orders));
		let scale = u128::from(BASIS_POINTS);
		let points = match self.squares.checked_mul(scale) {
			Some(squares) => squares.checked_div(whole),
			// So many orders that the digits lost do not count.
			None => self.squares.checked_div(whole.checked_div(scale).unwrap_or(whole)),
		};
		u16::try_from(points.unwrap_or(0)).map_or(BASIS_POINTS, |points| points.min(BASIS_POINTS))
	}

	/// There were `more` orders with a partner with whom there had been `before`.
	pub fn note_orders(&mut self, before: u64, more: u64) {
		let after = before.saturating_add(more);
		self.orders = self.orders.saturating_add(more);
		self.squares = self.squares.saturating_sub(square(before)).saturating_add(square(after));
	}

	/// A relationship ended in which there had been so many orders.
	pub fn drop_orders(&mut self, orders: u64) {
		self.orders = self.orders.saturating_sub(orders);
		self.squares = self.squares.saturating_sub(square(orders));
	}
}

/// How many pairs there are of so many partners.
pub(crate) const fn wedges_of(degree: u64) -> u64 {
	degree.saturating_mul(degree.saturating_sub(1)) / 2
}

const fn square(orders: u64) -> u128 {
	(orders as u128).saturating_mul(orders as u128)
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	#[test]
	fn one_partner_is_all_and_equal_ones_share() {
		let mut position = Position::default();
		assert_eq!(position.herfindahl(), 0);
		position.note_orders(0, 7);
		assert_eq!(position.herfindahl(), 10_000);
		position.note_orders(0, 7);
		assert_eq!(position.herfindahl(), 5_000);
		position.note_orders(0, 7);
		position.note_orders(0, 7);
		assert_eq!(position.herfindahl(), 2_500);
	}

	#[test]
	fn dropping_a_relationship_undoes_its_orders() {
		let mut position = Position::default();
		position.note_orders(0, 3);
		let before = position;
		position.note_orders(0, 1);
		position.note_orders(1, 5);
		assert_eq!((position.orders, position.squares), (9, 9 + 36));
		position.drop_orders(6);
		assert_eq!(position, before);
		// More than there were is all there were.
		position.drop_orders(100);
		assert_eq!(position, Position::default());
	}

	#[test]
	fn numbers_beyond_all_trade_stay_in_range() {
		let mut position = Position::default();
		position.note_orders(0, u64::MAX);
		assert_eq!(position.herfindahl(), 10_000);
		position.note_orders(u64::MAX, u64::MAX);
		assert_eq!(position.herfindahl(), 10_000);
		let halves = Position { orders: u64::MAX, squares: u128::MAX / 2, ..Position::default() };
		assert_eq!(halves.herfindahl(), 5_000);
	}

	#[test]
	fn a_ring_is_closed_when_it_is_a_circle_and_all_there_is() {
		let ring = Position { degree: 2, triangles: 1, cycles: 1, ..Position::default() };
		assert!(ring.is_in_closed_ring());
		// Nobody sells in a circle.
		assert!(!Position { cycles: 0, ..ring }.is_in_closed_ring());
		// A partner outside.
		assert!(!Position { degree: 3, ..ring }.is_in_closed_ring());
		assert!(Position { degree: 3, triangles: 3, ..ring }.is_in_closed_ring());
		assert!(!Position { degree: 1, triangles: 0, ..ring }.is_in_closed_ring());
		assert!(!Position::default().is_in_closed_ring());
	}

	proptest! {
		#[test]
		fn concentration_is_the_sum_of_squared_shares(
			orders in prop::collection::vec((0usize..6, 1u64..1_000), 1..60),
		) {
			let (mut position, mut partners) = (Position::default(), [0u64; 6]);
			for (partner, more) in orders {
				position.note_orders(partners[partner], more);
				partners[partner] += more;
			}
			let all = partners.iter().sum::<u64>();
			let exact = partners.iter().map(|of| (*of as f64 / all as f64).powi(2)).sum::<f64>();
			prop_assert!((f64::from(position.herfindahl()) - exact * 1e4).abs() <= 1.0);
			for of in partners {
				position.drop_orders(of);
			}
			prop_assert_eq!(position, Position::default());
		}
	}
}
