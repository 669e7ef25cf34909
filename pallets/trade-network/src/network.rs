//! The state of the network, for the arithmetic in `hanse-network-model`.

use super::*;
use core::marker::PhantomData;
use hanse_network_model::{Change, Network, Refusal, set_arcs};

/// The network as it is stored. It is the only code that touches [`Partners`], [`Positions`] and
/// [`Figures`].
pub(crate) struct Stored<T>(PhantomData<T>);

impl<T> Stored<T> {
	pub const fn new() -> Self {
		Self(PhantomData)
	}
}

impl<T: Config> Network for Stored<T> {
	fn partners(&self, id: EnterpriseId) -> Vec<Partner> {
		Partners::<T>::get(id).into_inner()
	}

	fn set_partners(&mut self, id: EnterpriseId, partners: Vec<Partner>) {
		match BoundedVec::<_, T::MaxPartners>::try_from(partners) {
			Ok(partners) if partners.is_empty() => Partners::<T>::remove(id),
			Ok(partners) => Partners::<T>::insert(id, partners),
			Err(_) => {
				defensive!("the model keeps to the bound");
			},
		}
	}

	fn position(&self, id: EnterpriseId) -> Position {
		Positions::<T>::get(id)
	}

	fn set_position(&mut self, id: EnterpriseId, position: Position) {
		if position == Position::default() {
			Positions::<T>::remove(id);
		} else {
			Positions::<T>::insert(id, position);
		}
	}

	fn figures(&self) -> NetworkFigures {
		Pallet::<T>::figures_now().figures
	}

	fn set_figures(&mut self, figures: NetworkFigures) {
		Pallet::<T>::mutate_figures(|stored| *stored = figures);
	}

	fn max_partners(&self) -> u32 {
		T::MaxPartners::get()
	}
}

impl<T: Config> Pallet<T> {
	/// The figures at the time of the block.
	pub(crate) fn figures_now() -> FiguresAt {
		Figures::<T>::get().roll(period_of(Self::today()))
	}

	/// Changes the figures at the time of the block.
	pub(crate) fn mutate_figures(change: impl FnOnce(&mut NetworkFigures)) {
		let mut now = Self::figures_now();
		change(&mut now.figures);
		Figures::<T>::put(now);
	}

	/// Sets the arcs of a pair, tells who came to be and who ceased to be in a closed ring, and
	/// returns the smaller degree of the two, by which the work is charged.
	pub(crate) fn change_arcs(
		(lo, hi): (EnterpriseId, EnterpriseId),
		arcs: Arcs,
	) -> Result<u32, Cause> {
		let change = set_arcs(&mut Stored::<T>::new(), lo, hi, arcs);
		let Change { smaller_degree, closed, opened, .. } = change.map_err(|refusal| {
			defensive!("who changes arcs has looked whether they can be");
			match refusal {
				Refusal::Itself => Cause::SelfRelationship,
				Refusal::Full(_) => Cause::TooManyPartners,
			}
		})?;
		let subject = |id| Some(Enterprises::<T>::get(id)?.subject);
		for subject in closed.into_iter().filter_map(subject) {
			Self::deposit_event(Event::ClosedRingNoted { subject });
		}
		for subject in opened.into_iter().filter_map(subject) {
			Self::deposit_event(Event::ClosedRingOpened { subject });
		}
		Ok(smaller_degree)
	}

	/// There is one relationship more, or one less, between two countries.
	pub(crate) fn count_countries(a: CountryCode, b: CountryCode, count: impl FnOnce(u32) -> u32) {
		CountryPairs::<T>::mutate_exists((a.min(b), a.max(b)), |relationships| {
			let now = count(relationships.unwrap_or(0));
			*relationships = (now > 0).then_some(now);
		});
	}

	/// Notes one more order between two partners whose relationship it is.
	pub(crate) fn note_order_of(
		pair: (EnterpriseId, EnterpriseId),
		mut relationship: RelationshipOf<T>,
		volume_class: u8,
	) {
		let today = Self::today();
		let mut network = Stored::<T>::new();
		for id in [pair.0, pair.1] {
			let mut position = network.position(id);
			position.note_orders(relationship.orders, 1);
			network.set_position(id, position);
		}
		let is_first = relationship.last.map(period_of) != Some(period_of(today));
		Self::mutate_figures(|figures| {
			figures.orders.saturating_inc();
			if is_first {
				figures.active.saturating_inc();
			}
		});
		relationship.orders.saturating_inc();
		relationship.volume_class = relationship.volume_class.max(volume_class);
		relationship.last = Some(today);
		Relationships::<T>::insert(pair, relationship);
	}

	/// Forgets the orders of a relationship that ended.
	pub(crate) fn drop_orders_of(
		pair: (EnterpriseId, EnterpriseId),
		relationship: &RelationshipOf<T>,
	) {
		// Nothing was noted then.
		let Some(last) = relationship.last else { return };
		let mut network = Stored::<T>::new();
		for id in [pair.0, pair.1] {
			let mut position = network.position(id);
			position.drop_orders(relationship.orders);
			network.set_position(id, position);
		}
		let was_active = period_of(last) == period_of(Self::today());
		Self::mutate_figures(|figures| {
			figures.orders = figures.orders.saturating_sub(relationship.orders);
			if was_active {
				figures.active.saturating_dec();
			}
		});
	}
}
