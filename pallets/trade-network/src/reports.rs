//! What clients are told.

use super::*;
use crate::{party::Party, relationships::arc_of};
use hanse_network_model::ordered;
use hanse_types::ArcReport;

/// How many entries with subjects a page has at most.
const PAGE: u32 = 256;

/// How many entries of numbers alone a page has at most.
const LONG_PAGE: u32 = 1_024;

impl<T: Config> Pallet<T> {
	pub(crate) fn report_enterprise(
		account: &T::AccountId,
	) -> Option<EnterpriseReport<T::AccountId>> {
		let Party { id, enterprise } = Party::<T>::of(account)?;
		let position = Positions::<T>::get(id);
		let standing = enterprise.standing(Self::today()).cloned();
		Some(EnterpriseReport {
			id,
			subject: enterprise.subject,
			controller: enterprise.controller,
			former: enterprise.former.into_inner(),
			sponsor: enterprise.sponsor,
			country: enterprise.details.country,
			sector: enterprise.details.sector,
			kind: enterprise.details.kind,
			commitments: enterprise.details.commitments,
			level: standing.as_ref().map_or(VerificationLevel::None, |standing| standing.level),
			verified_until: standing.as_ref().map(|standing| standing.until),
			registrar: standing.map(|standing| standing.registrar),
			entity: enterprise.entity,
			partners: position.degree,
			triangles: position.triangles,
			cycles: position.cycles,
			in_closed_ring: position.is_in_closed_ring(),
			orders: position.orders,
			herfindahl: position.herfindahl(),
			endings: enterprise.endings,
		})
	}

	pub(crate) fn report_relationships(
		account: &T::AccountId,
		after: Option<&T::AccountId>,
		limit: u32,
	) -> Option<Vec<RelationshipReport<T::AccountId>>> {
		let own = Accounts::<T>::get(account)?;
		let after = match after {
			Some(after) => Some(Accounts::<T>::get(after)?),
			None => None,
		};
		let partners = Partners::<T>::get(own)
			.into_iter()
			.filter(|partner| after.is_none_or(|after| partner.id > after))
			.take(limit.min(PAGE) as usize)
			.filter_map(|partner| Self::report_relationship(own, partner.id))
			.collect();
		Some(partners)
	}

	fn report_relationship(
		own: EnterpriseId,
		partner: EnterpriseId,
	) -> Option<RelationshipReport<T::AccountId>> {
		let relationship = Relationships::<T>::get(ordered(own, partner))?;
		let own_is_lo = own < partner;
		let arc = |(kind, giver_is_lo)| ArcReport { kind, gives: giver_is_lo == own_is_lo };
		Some(RelationshipReport {
			partner: Enterprises::<T>::get(partner)?.subject,
			arcs: relationship.arcs.iter().map(arc).collect(),
			since: relationship.since,
			orders: relationship.orders,
			volume_class: relationship.volume_class,
			last: relationship.last,
			dormant: relationship.is_dormant(Self::today(), T::DormantAfter::get()),
		})
	}

	pub(crate) fn report_proposals(
		account: &T::AccountId,
		after: Option<&(T::AccountId, RelationshipKind, bool)>,
		limit: u32,
	) -> Option<Vec<ProposalReport<T::AccountId>>> {
		let own = Accounts::<T>::get(account)?;
		let proposals = match after {
			Some((proposer, kind, gives)) => {
				let from = Accounts::<T>::get(proposer)?;
				let arc = arc_of(own, from, *kind, *gives);
				let key = Proposals::<T>::hashed_key_for((own, from, arc));
				Proposals::<T>::iter_prefix_from((own,), key)
			},
			None => Proposals::<T>::iter_prefix((own,)),
		};
		let reports = proposals
			.take(limit.min(PAGE) as usize)
			.filter_map(|((from, arc), proposal)| {
				let (kind, giver_is_lo) = arc.iter().next()?;
				Some(ProposalReport {
					proposer: Enterprises::<T>::get(from)?.subject,
					kind,
					gives: giver_is_lo == (own < from),
					day: proposal.day,
				})
			})
			.collect();
		Some(reports)
	}

	pub(crate) fn report_country_pairs(
		after: Option<(CountryCode, CountryCode)>,
		limit: u32,
	) -> Vec<(CountryCode, CountryCode, u32)> {
		let pairs = match after {
			Some(after) => CountryPairs::<T>::iter_from(CountryPairs::<T>::hashed_key_for(after)),
			None => CountryPairs::<T>::iter(),
		};
		pairs.take(limit.min(LONG_PAGE) as usize).map(|((a, b), count)| (a, b, count)).collect()
	}

	pub(crate) fn report_enterprises(
		after: Option<EnterpriseId>,
		limit: u32,
	) -> Vec<(EnterpriseId, T::AccountId)> {
		let enterprises = match after {
			Some(after) => Enterprises::<T>::iter_from(Enterprises::<T>::hashed_key_for(after)),
			None => Enterprises::<T>::iter(),
		};
		enterprises
			.take(limit.min(PAGE) as usize)
			.map(|(id, enterprise)| (id, enterprise.subject))
			.collect()
	}

	pub(crate) fn report_edges(
		after: Option<(EnterpriseId, EnterpriseId)>,
		limit: u32,
	) -> Vec<(EnterpriseId, EnterpriseId, u8, u64, Day)> {
		let relationships = match after {
			Some(pair) => Relationships::<T>::iter_from(Relationships::<T>::hashed_key_for(pair)),
			None => Relationships::<T>::iter(),
		};
		relationships
			.take(limit.min(LONG_PAGE) as usize)
			.map(|((lo, hi), known)| {
				(lo, hi, known.arcs.bits(), known.orders, known.last.unwrap_or(0))
			})
			.collect()
	}
}
