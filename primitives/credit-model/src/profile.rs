use crate::{BASIS_POINTS, Dimension, Indicator, Parameters, ParametersError};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// What somebody makes of the same evidence: how much each dimension and each indicator counts.
///
/// A bank looks at payment first, customs at compliance. Everything else is as the consortium decided,
/// so that two profiles never disagree about what happened, only about what it is worth.
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
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Profile {
	/// Wᵢ for each [`Dimension`], in order, in basis points; they add up to one.
	pub dimensions: [u16; Dimension::COUNT],
	/// vᵢⱼ for each [`Indicator`], in order, in basis points; those of a dimension add up to one, also
	/// where the dimension itself counts nothing.
	pub indicators: [u16; Indicator::COUNT],
}

impl Profile {
	/// The profile by which the consortium computes its score.
	pub fn of(parameters: &Parameters) -> Self {
		Self {
			dimensions: parameters.dimensions.map(|dimension| dimension.weight),
			indicators: parameters.indicators.map(|indicator| indicator.share),
		}
	}

	/// Whether the shares make a whole.
	///
	/// # Errors
	///
	/// [`ParametersError::ShareAboveOne`] or [`ParametersError::SharesNotOne`].
	pub fn validate(&self) -> Result<(), ParametersError> {
		if self.dimensions.iter().chain(&self.indicators).any(|share| *share > BASIS_POINTS) {
			return Err(ParametersError::ShareAboveOne);
		}
		let whole = u32::from(BASIS_POINTS);
		let weights: u32 = self.dimensions.into_iter().map(u32::from).sum();
		let complete = Dimension::ALL.into_iter().all(|dimension| {
			let shares = Indicator::ALL.into_iter().zip(self.indicators);
			let shares = shares.filter(|(indicator, _)| indicator.dimension() == dimension);
			shares.map(|(_, share)| u32::from(share)).sum::<u32>() == whole
		});
		if weights == whole && complete { Ok(()) } else { Err(ParametersError::SharesNotOne) }
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn that_of_the_consortium_changes_nothing() {
		let parameters = Parameters::default();
		let profile = Profile::of(&parameters);
		assert_eq!(profile.validate(), Ok(()));
		assert_eq!(parameters.with_profile(&profile), parameters);
	}

	#[test]
	fn shares_must_make_a_whole() {
		use ParametersError::*;
		let profile = Profile::of(&Parameters::default());
		let refused = |change: fn(&mut Profile)| {
			let mut profile = profile;
			change(&mut profile);
			profile.validate().unwrap_err()
		};
		assert_eq!(refused(|p| p.dimensions[2] = 10_001), ShareAboveOne);
		assert_eq!(refused(|p| p.indicators[9] = u16::MAX), ShareAboveOne);
		assert_eq!(refused(|p| p.dimensions[2] += 1), SharesNotOne);
		assert_eq!(refused(|p| p.indicators[9] -= 1), SharesNotOne);
		assert_eq!(refused(|p| p.indicators[9] += 1), SharesNotOne);
	}

	#[test]
	fn a_profile_may_look_at_one_side_alone() {
		let mut profile = Profile::of(&Parameters::default());
		profile.dimensions = [0, 10_000, 0, 0, 0];
		assert_eq!(profile.validate(), Ok(()));
		let parameters = Parameters::default().with_profile(&profile);
		assert_eq!(parameters.validate(), Ok(()));
		assert_eq!(Profile::of(&parameters), profile);
		assert_eq!(parameters.pace(), Parameters::default().pace());
	}
}
