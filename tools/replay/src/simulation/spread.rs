//! Figures of many runs as a few.

use serde::Serialize;

/// What a figure was in many runs.
#[derive(Serialize, Clone, Copy, PartialEq, Default, Debug)]
#[serde(rename_all = "camelCase")]
pub struct Spread {
	/// The least.
	pub least: f64,
	/// The mean.
	pub mean: f64,
	/// The most.
	pub most: f64,
}

impl Spread {
	/// The spread of these figures; zeros if there are none.
	pub fn of(figures: impl IntoIterator<Item = f64>) -> Self {
		let (mut least, mut most, mut sum, mut count) =
			(f64::INFINITY, f64::NEG_INFINITY, 0.0, 0u32);
		for figure in figures {
			(least, most) = (least.min(figure), most.max(figure));
			sum += figure;
			count += 1;
		}
		if count == 0 {
			return Self::default();
		}
		Self { least, mean: sum / f64::from(count), most }
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_spread_holds_its_figures() {
		assert_eq!(Spread::of([3.0, 1.0, 2.0]), Spread { least: 1.0, mean: 2.0, most: 3.0 });
		assert_eq!(Spread::of([]), Spread::default());
	}
}
