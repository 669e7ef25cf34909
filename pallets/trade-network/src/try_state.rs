//! What holds between any two blocks. Each check counts again what the state counts on the way.

use super::*;
use alloc::collections::{BTreeMap, BTreeSet};
use frame::deps::sp_runtime::TryRuntimeError;
use hanse_network_model::{ordered, recount};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_enterprises_are_valid()?;
		Self::check_accounts_belong_to_enterprises()?;
		Self::check_entities_are_bound_once()?;
		Self::check_lapses_are_queued()?;
		Self::check_control_can_change()?;
		Self::check_proposals_are_counted()?;
		Self::check_partners_are_mutual()?;
		Self::check_figures_by_recount()?;
		Self::check_orders_by_recount()?;
		Self::check_activity_by_recount()?;
		Self::check_countries_by_recount()?;
		Self::check_endings()
	}

	/// 1. Every enterprise could be registered, and has an id that was given.
	fn check_enterprises_are_valid() -> Result<(), TryRuntimeError> {
		let next = NextId::<T>::get();
		for (id, Enterprise { details, .. }) in Enterprises::<T>::iter() {
			ensure!(id < next, "an id was not given");
			ensure!(details.country.validate().is_ok(), "a country is unknown");
			ensure!(details.sector.validate().is_ok(), "a sector is unknown");
		}
		Ok(())
	}

	/// 2. Accounts and enterprises know each other, and no account stands twice.
	fn check_accounts_belong_to_enterprises() -> Result<(), TryRuntimeError> {
		let mut listed = BTreeMap::new();
		for (id, enterprise) in Enterprises::<T>::iter() {
			let Enterprise { subject, controller, former, .. } = enterprise;
			ensure!((former.len() as u32) < T::MaxAccounts::get(), "too many accounts");
			let all = former.into_iter().chain([controller]).collect::<Vec<_>>();
			ensure!(all.contains(&subject), "a subject is not among the accounts");
			for account in all {
				ensure!(listed.insert(account, id).is_none(), "an account stands twice");
			}
		}
		ensure!(
			Accounts::<T>::iter().collect::<BTreeMap<_, _>>() == listed,
			"accounts and enterprises differ"
		);
		Ok(())
	}

	/// 3. Legal entities and the enterprises that were ever verified are one to one, and nobody is
	///    verified without.
	fn check_entities_are_bound_once() -> Result<(), TryRuntimeError> {
		let mut bound = BTreeMap::new();
		for (id, enterprise) in Enterprises::<T>::iter() {
			let Enterprise { entity, verification, .. } = enterprise;
			ensure!(verification.is_none() || entity.is_some(), "verified, but as nobody");
			if let Some(entity) = entity {
				ensure!(bound.insert(entity, id).is_none(), "one entity is two enterprises");
			}
		}
		ensure!(
			Entities::<T>::iter().collect::<BTreeMap<_, _>>() == bound,
			"entities and enterprises differ"
		);
		Ok(())
	}

	/// 4. Exactly the verifications stand in the queue, by their last days, none before the cursor.
	fn check_lapses_are_queued() -> Result<(), TryRuntimeError> {
		let mut due = BTreeSet::new();
		for (id, enterprise) in Enterprises::<T>::iter() {
			if let Some(verification) = enterprise.verification {
				ensure!(verification.level > VerificationLevel::None, "verified to no level");
				due.insert((verification.until, id));
			}
		}
		ensure!(
			Lapses::<T>::iter_keys().collect::<BTreeSet<_>>() == due,
			"the queue and the verifications differ"
		);
		let cursor = LapseCursor::<T>::get();
		ensure!(cursor.is_none_or(|day| day <= Self::today()), "the cursor is ahead of the day");
		let first = due.first().map(|(day, _)| *day);
		ensure!(
			first.is_none_or(|first| cursor.is_some_and(|day| day <= first)),
			"a verification is out of the cursor's reach"
		);
		Ok(())
	}

	/// 5. Offers and recoveries are of enterprises that exist, and recoveries of verified ones.
	fn check_control_can_change() -> Result<(), TryRuntimeError> {
		ensure!(
			Offers::<T>::iter_keys().all(Enterprises::<T>::contains_key),
			"a control is on offer that nobody has"
		);
		for id in Recoveries::<T>::iter_keys() {
			ensure!(
				Enterprises::<T>::get(id).is_some_and(|enterprise| enterprise.was_verified()),
				"somebody is recovered who was never verified"
			);
		}
		Ok(())
	}

	/// 6. Proposals are between two enterprises, about one arc, and counted at both.
	fn check_proposals_are_counted() -> Result<(), TryRuntimeError> {
		let mut open = BTreeMap::<_, u32>::new();
		for (to, from, arc) in Proposals::<T>::iter_keys() {
			ensure!(to != from && arc.len() == 1, "a proposal is none");
			for id in [to, from] {
				ensure!(Enterprises::<T>::contains_key(id), "a proposal is between strangers");
				open.entry(id).or_default().saturating_inc();
			}
		}
		ensure!(
			OpenProposals::<T>::iter().collect::<BTreeMap<_, _>>() == open,
			"proposals are miscounted"
		);
		Ok(())
	}

	/// 7. Partners are listed in order, at both, with the arcs of their relationship.
	fn check_partners_are_mutual() -> Result<(), TryRuntimeError> {
		let mut listed = 0u32;
		for (id, partners) in Partners::<T>::iter() {
			ensure!(!partners.is_empty(), "a list of no partners is stored");
			ensure!(partners.is_sorted_by(|a, b| a.id < b.id), "partners are out of order");
			for partner in partners {
				let relationship = Relationships::<T>::get(ordered(id, partner.id));
				ensure!(
					relationship.is_some_and(|known| known.arcs == partner.arcs),
					"partners have other arcs than their relationship"
				);
				listed.saturating_inc();
			}
		}
		let mut related = 0u32;
		for ((lo, hi), relationship) in Relationships::<T>::iter() {
			ensure!(lo < hi, "a relationship is stored in the wrong order");
			ensure!(!relationship.arcs.is_empty(), "a relationship without an arc is stored");
			ensure!(
				[lo, hi].into_iter().all(Enterprises::<T>::contains_key),
				"a relationship is between strangers"
			);
			related.saturating_inc();
		}
		ensure!(listed == related.saturating_mul(2), "a relationship is not listed at both sides");
		Ok(())
	}

	/// 8. Figures and positions are what one counts in the edges alone.
	fn check_figures_by_recount() -> Result<(), TryRuntimeError> {
		let edges = Relationships::<T>::iter()
			.map(|((lo, hi), relationship)| (lo, hi, relationship.arcs))
			.collect::<Vec<_>>();
		let (mut figures, mut positions) = recount(Enterprises::<T>::iter_keys(), &edges);
		// What edges do not tell is counted in the next checks.
		let FiguresAt { figures: stored, .. } = Figures::<T>::get();
		figures.orders = stored.orders;
		figures.active = stored.active;
		figures.active_before = stored.active_before;
		ensure!(figures == stored, "the figures differ from a recount");

		for (id, position) in &mut positions {
			let stored = Positions::<T>::get(id);
			position.orders = stored.orders;
			position.squares = stored.squares;
			ensure!(*position == stored, "a position differs from a recount");
		}
		ensure!(
			Positions::<T>::iter_keys().all(|id| positions.contains_key(&id)),
			"a position is that of a stranger"
		);
		ensure!(
			Positions::<T>::iter_values().all(|position| position.degree > 0),
			"a position without partners is stored"
		);
		Ok(())
	}

	/// 9. Orders are those of the relationships that there are.
	fn check_orders_by_recount() -> Result<(), TryRuntimeError> {
		let mut positions = BTreeMap::<_, Position>::new();
		let mut orders = 0u64;
		for ((lo, hi), relationship) in Relationships::<T>::iter() {
			orders = orders.saturating_add(relationship.orders);
			ensure!(
				relationship.last.is_some() == (relationship.orders > 0),
				"a relationship has orders without a day, or a day without orders"
			);
			for id in [lo, hi] {
				positions.entry(id).or_default().note_orders(0, relationship.orders);
			}
		}
		ensure!(Figures::<T>::get().figures.orders == orders, "orders are miscounted");
		for (id, position) in Positions::<T>::iter() {
			let counted = positions.remove(&id).unwrap_or_default();
			ensure!(
				(position.orders, position.squares) == (counted.orders, counted.squares),
				"the orders of an enterprise are miscounted"
			);
		}
		Ok(())
	}

	/// 10. Active are the relationships with an order in the period. Of the period before some may
	///     have been active again since, or ended.
	fn check_activity_by_recount() -> Result<(), TryRuntimeError> {
		let FiguresAt { figures, period } = Figures::<T>::get();
		ensure!(period <= period_of(Self::today()), "the figures are of a time to come");
		let last_in = |period: u32| {
			Relationships::<T>::iter_values()
				.filter(|relationship| relationship.last.map(period_of) == Some(period))
				.count() as u32
		};
		ensure!(figures.active == last_in(period), "active relationships are miscounted");
		let before = period.checked_sub(1).map_or(0, last_in);
		ensure!(figures.active_before >= before, "formerly active relationships are miscounted");
		Ok(())
	}

	/// 11. Pairs of countries are those of the relationships that there are.
	fn check_countries_by_recount() -> Result<(), TryRuntimeError> {
		let country = |id| Enterprises::<T>::get(id).map(|enterprise| enterprise.details.country);
		let mut pairs = BTreeMap::<_, u32>::new();
		for (lo, hi) in Relationships::<T>::iter_keys() {
			if let (Some(a), Some(b)) = (country(lo), country(hi)) {
				pairs.entry((a.min(b), a.max(b))).or_default().saturating_inc();
			}
		}
		ensure!(
			CountryPairs::<T>::iter().collect::<BTreeMap<_, _>>() == pairs,
			"pairs of countries are miscounted"
		);
		Ok(())
	}

	/// 12. Nobody names an ending that has not been.
	fn check_endings() -> Result<(), TryRuntimeError> {
		let last = LastEnding::<T>::get();
		ensure!(
			Enterprises::<T>::iter_values().all(|enterprise| enterprise.endings <= last),
			"an ending is ahead of the last"
		);
		Ok(())
	}
}
