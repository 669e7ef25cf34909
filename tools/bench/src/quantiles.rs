//! Many times as a few.

use serde::{Deserialize, Serialize};

/// How long something took, in seconds. Each figure is one that was measured.
#[derive(Serialize, Deserialize, Clone, Copy, PartialEq, Default, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Quantiles {
	/// How often it was measured.
	pub count: usize,
	/// Half of the times were no longer.
	pub p50: f64,
	/// 95 of a hundred were no longer.
	pub p95: f64,
	/// 99 of a hundred were no longer.
	pub p99: f64,
	/// The longest.
	pub most: f64,
}

impl Quantiles {
	/// The quantiles of these times; zeros if there are none.
	pub fn of(times: impl IntoIterator<Item = f64>) -> Self {
		let mut times = times.into_iter().collect::<Vec<_>>();
		times.sort_by(f64::total_cmp);
		let at = |percent: usize| {
			// The least one that so many are not above.
			let rank = (times.len() * percent).div_ceil(100);
			times.get(rank.saturating_sub(1)).copied().unwrap_or_default()
		};
		Self { count: times.len(), p50: at(50), p95: at(95), p99: at(99), most: at(100) }
	}
}

/// The one in the middle; zero if there is none.
pub fn median(figures: impl IntoIterator<Item = f64>) -> f64 {
	Quantiles::of(figures).p50
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn quantiles_are_measured_times() {
		let quantiles = Quantiles::of((1..=200).rev().map(f64::from));
		assert_eq!((quantiles.count, quantiles.p50, quantiles.p95), (200, 100.0, 190.0));
		assert_eq!((quantiles.p99, quantiles.most), (198.0, 200.0));
		assert_eq!(
			Quantiles::of([7.0]),
			Quantiles { count: 1, p50: 7.0, p95: 7.0, p99: 7.0, most: 7.0 }
		);
		assert_eq!(Quantiles::of([]), Quantiles::default());
		assert_eq!(median([3.0, 1.0, 2.0]), 2.0);
	}
}
