use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// An unsigned number with 32 bits before and 32 bits after the binary point.
///
/// Products and quotients are cut off, never rounded up. Results beyond the range stop at
/// [`Fixed::MAX`] or zero.
#[derive(
	Clone,
	Copy,
	Default,
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
	Serialize,
	Deserialize,
)]
pub struct Fixed(u64);

/// 2^(−1/2), 2^(−1/4), … 2^(−1/65536), each as a 64-bit fraction, cut off.
const ROOTS_OF_HALF: [u64; 16] = [
	0xb504_f333_f9de_6484,
	0xd744_fcca_d69d_6af4,
	0xeac0_c6e7_dd24_392e,
	0xf525_7d15_2486_cc2c,
	0xfa83_b2db_722a_033a,
	0xfd3e_0c0c_f486_c174,
	0xfe9e_115c_7b8f_884b,
	0xff4e_cb59_511e_c8a5,
	0xffa7_5652_1c8d_aed1,
	0xffd3_a751_c0f7_e10b,
	0xffe9_d2b2_f7db_2755,
	0xfff4_e91b_ff1b_8c3d,
	0xfffa_747e_a004_0664,
	0xfffd_3a3b_7814_eb53,
	0xfffe_9d1c_c60d_dab1,
	0xffff_4e8e_2587_9bfa,
];

/// The product of two numbers of 64 bits, which always has room in 128. A check for that would take
/// several times as long where it is computed most: in the runtime, 32 bits at a time.
pub(crate) const fn product(a: u64, b: u64) -> u128 {
	(a as u128).wrapping_mul(b as u128)
}

/// ln 2 as a 32-bit fraction, cut off.
const LN_2: u64 = 2_977_044_471;

impl Fixed {
	/// Nothing.
	pub const ZERO: Self = Self(0);
	/// One whole.
	pub const ONE: Self = Self(1 << Self::FRACTION);
	/// One half.
	pub const HALF: Self = Self(1 << (Self::FRACTION - 1));
	/// The largest value, just below 2³².
	pub const MAX: Self = Self(u64::MAX);

	const FRACTION: u32 = 32;

	/// The number with these bits.
	pub const fn from_bits(bits: u64) -> Self {
		Self(bits)
	}

	/// The bits of the number: its value times 2³².
	pub const fn bits(self) -> u64 {
		self.0
	}

	/// A whole number.
	pub const fn from_int(value: u32) -> Self {
		Self((value as u64) << Self::FRACTION)
	}

	/// The quotient of two whole numbers; [`Fixed::MAX`] when `denominator` is zero.
	pub const fn from_ratio(numerator: u32, denominator: u32) -> Self {
		match Self::from_int(numerator).0.checked_div(denominator as u64) {
			Some(bits) => Self(bits),
			None => Self::MAX,
		}
	}

	/// Basis points as a fraction.
	pub const fn from_basis_points(points: u16) -> Self {
		Self::from_ratio(points as u32, crate::BASIS_POINTS as u32)
	}

	/// The sum.
	pub const fn plus(self, other: Self) -> Self {
		Self(self.0.saturating_add(other.0))
	}

	/// The difference, zero when `other` is larger.
	pub const fn minus(self, other: Self) -> Self {
		Self(self.0.saturating_sub(other.0))
	}

	/// The product.
	pub const fn times(self, other: Self) -> Self {
		Self::clamped(product(self.0, other.0) >> Self::FRACTION)
	}

	/// The quotient; [`Fixed::MAX`] when `other` is zero.
	pub const fn over(self, other: Self) -> Self {
		match ((self.0 as u128) << Self::FRACTION).checked_div(other.0 as u128) {
			Some(bits) => Self::clamped(bits),
			None => Self::MAX,
		}
	}

	/// How far apart two numbers are.
	pub const fn distance(self, other: Self) -> Self {
		Self(self.0.abs_diff(other.0))
	}

	/// The number multiplied with itself `exponent` times; one for the exponent zero.
	pub fn power(self, exponent: u8) -> Self {
		(0..exponent).fold(Self::ONE, |product, _| product.times(self))
	}

	/// The share of `self` in `self + rest`: how far something that is half full at `rest` is filled.
	pub const fn saturation(self, rest: Self) -> Self {
		let sum = (self.0 as u128).saturating_add(rest.0 as u128);
		match ((self.0 as u128) << Self::FRACTION).checked_div(sum) {
			Some(bits) => Self::clamped(bits),
			None => Self::ZERO,
		}
	}

	/// The number in units of 1/`scale`, cut off, at most `u32::MAX`.
	pub const fn scaled(self, scale: u32) -> u32 {
		let value = product(self.0, scale as u64) >> Self::FRACTION;
		if value > u32::MAX as u128 { u32::MAX } else { value as u32 }
	}

	/// What is left of one whole after `elapsed`, when half of it is gone after `half_life` (both in
	/// seconds). With a half-life of zero, nothing is left of anything that has aged at all.
	///
	/// The error is below 2⁻³⁰, and the result never grows with `elapsed`.
	pub fn decay(elapsed: u64, half_life: u64) -> Self {
		if elapsed == 0 {
			return Self::ONE;
		}
		let (Some(halvings), Some(rest)) =
			(elapsed.checked_div(half_life), elapsed.checked_rem(half_life))
		else {
			return Self::ZERO;
		};
		// The exponent after the binary point: 16 bits by table, 16 bits by the tangent.
		let exponent = (u128::from(rest) << 32).checked_div(u128::from(half_life)).unwrap_or(0);
		let linear = product((exponent & 0xffff) as u64, LN_2) >> 32;
		let mut left = u64::MAX.saturating_sub((linear << 32) as u64);
		for (place, root) in (16..32).rev().zip(ROOTS_OF_HALF) {
			if (exponent >> place) & 1 == 1 {
				left = (product(left, root) >> 64) as u64;
			}
		}
		let shift = u32::try_from(halvings).unwrap_or(u32::MAX).saturating_add(Self::FRACTION);
		Self(left.checked_shr(shift).unwrap_or(0))
	}

	/// What is left of this number after `elapsed` seconds.
	pub fn decayed(self, elapsed: u64, half_life: u64) -> Self {
		self.times(Self::decay(elapsed, half_life))
	}

	const fn clamped(bits: u128) -> Self {
		if bits > u64::MAX as u128 { Self::MAX } else { Self(bits as u64) }
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn float(value: Fixed) -> f64 {
		value.bits() as f64 / 2f64.powi(32)
	}

	#[test]
	fn arithmetic_cuts_off_and_stops_at_the_bounds() {
		assert_eq!(Fixed::from_ratio(1, 3).times(Fixed::from_int(3)), Fixed(0xffff_ffff));
		assert_eq!(Fixed::ONE.over(Fixed::from_int(4)), Fixed::from_ratio(1, 4));
		assert_eq!(Fixed::ONE.over(Fixed::ZERO), Fixed::MAX);
		assert_eq!(Fixed::from_ratio(1, 0), Fixed::MAX);
		assert_eq!(Fixed::MAX.plus(Fixed::ONE), Fixed::MAX);
		assert_eq!(Fixed::MAX.times(Fixed::MAX), Fixed::MAX);
		assert_eq!(Fixed::ZERO.minus(Fixed::ONE), Fixed::ZERO);
		assert_eq!(Fixed::ZERO.saturation(Fixed::ZERO), Fixed::ZERO);
		assert_eq!(Fixed::from_int(2).saturation(Fixed::from_int(2)), Fixed::HALF);
		assert_eq!(Fixed::MAX.scaled(u32::MAX), u32::MAX);
		assert_eq!(Fixed::HALF.scaled(1_000), 500);
		assert_eq!(Fixed::HALF.power(0), Fixed::ONE);
		assert_eq!(Fixed::HALF.power(3), Fixed::from_ratio(1, 8));
	}

	#[test]
	fn decay_at_its_edges() {
		assert_eq!(Fixed::decay(0, 0), Fixed::ONE);
		assert_eq!(Fixed::decay(1, 0), Fixed::ZERO);
		assert_eq!(Fixed::decay(u64::MAX, 1), Fixed::ZERO);
		assert_eq!(Fixed::decay(1, u64::MAX), Fixed(u64::from(u32::MAX)));
		assert!(Fixed::decay(100, 100).distance(Fixed::HALF) <= Fixed(1));
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(10_000))]

		#[test]
		fn decay_follows_the_power_of_two(elapsed in 0u64..10_000_000, half_life in 1u64..100_000_000) {
			let exact = 2f64.powf(-(elapsed as f64) / half_life as f64);
			prop_assert!((float(Fixed::decay(elapsed, half_life)) - exact).abs() < 2f64.powi(-30));
		}

		#[test]
		fn decay_never_grows(elapsed: u32, more in 0u32..1_000_000, half_life in 1u64..u64::from(u32::MAX)) {
			let earlier = Fixed::decay(elapsed.into(), half_life);
			let later = Fixed::decay(u64::from(elapsed) + u64::from(more), half_life);
			prop_assert!(later <= earlier && earlier <= Fixed::ONE);
		}

		#[test]
		fn products_and_quotients_are_never_too_large(a: u64, b: u64) {
			let (product, quotient) = (Fixed(a).times(Fixed(b)), Fixed(a).over(Fixed(b)));
			let exact = u128::from(a) * u128::from(b);
			prop_assert!(u128::from(product.bits()) << 32 <= exact);
			prop_assert!(
				b == 0 || u128::from(quotient.bits()) * u128::from(b) <= u128::from(a) << 32
			);
		}

		#[test]
		fn a_saturation_is_a_share(a: u64, b: u64) {
			let share = Fixed(a).saturation(Fixed(b));
			prop_assert!(share <= Fixed::ONE);
			prop_assert!(Fixed(a.saturating_add(1)).saturation(Fixed(b)) >= share);
		}
	}
}
