//! How much there is to look at.

use super::*;

/// How much there is to look at in a subject. What a look costs goes by it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Burden {
	/// How much is known of it; nothing of nobody.
	pub extent: Extent,
	/// Whether it has to go through changes of pace first.
	pub is_behind: bool,
}

impl Burden {
	/// The most that there can be.
	pub const MOST: Self = Self { extent: Subject::MAX_EXTENT, is_behind: true };

	/// That of a subject, before anything is done to it.
	pub fn of(state: &Subject, parameters: &Parameters) -> Self {
		Self { extent: state.extent(), is_behind: state.is_behind(parameters) }
	}

	/// What something weighs that weighs so much by the extent of a subject that is not behind.
	pub fn weight<T: Config>(self, by_extent: fn(Extent) -> Weight) -> Weight {
		let catching_up =
			if self.is_behind { T::WeightInfo::catch_up(self.extent) } else { Weight::zero() };
		by_extent(self.extent).saturating_add(catching_up)
	}
}
