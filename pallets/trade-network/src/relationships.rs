//! Proposals, agreements, and the relationships that come of them.

use super::*;
use crate::party::Party;
use hanse_network_model::ordered;

/// An arc that may begin.
struct Plan<'a, T: Config> {
	giver: &'a Party<T>,
	receiver: &'a Party<T>,
	kind: RelationshipKind,
	/// The relationship of the two, if they have one.
	relationship: Option<RelationshipOf<T>>,
	/// The smaller degree of the two.
	steps: u32,
}

/// Why an arc does not begin.
pub(crate) enum Refused {
	/// For what it is.
	Because(Cause),
	/// For what concerns the whole call.
	Otherwise(DispatchError),
}

impl From<Cause> for Refused {
	fn from(cause: Cause) -> Self {
		Self::Because(cause)
	}
}

impl Refused {
	/// The error of a call about this arc alone.
	fn alone<T: Config>(self) -> DispatchError {
		match self {
			Self::Because(cause) => Error::<T>::from(cause).into(),
			Self::Otherwise(error) => error,
		}
	}

	/// The error of a call about many arcs.
	fn at<T: Config>(self, index: u8) -> DispatchError {
		match self {
			Self::Because(cause) => Error::<T>::AgreementRefused { index, cause }.into(),
			Self::Otherwise(error) => error,
		}
	}
}

impl<T> From<Cause> for Error<T> {
	fn from(cause: Cause) -> Self {
		match cause {
			Cause::UnknownPartner => Self::UnknownPartner,
			Cause::NotController => Self::NotController,
			Cause::SelfRelationship => Self::SelfRelationship,
			Cause::AgreementExpired => Self::AgreementExpired,
			Cause::AgreementTooLong => Self::AgreementTooLong,
			Cause::AgreementOutdated => Self::AgreementOutdated,
			Cause::AlreadyRelated => Self::AlreadyRelated,
			Cause::TooManyPartners => Self::TooManyPartners,
			Cause::WrongGiverSignature => Self::WrongGiverSignature,
			Cause::WrongReceiverSignature => Self::WrongReceiverSignature,
		}
	}
}

impl<'a, T: Config> Plan<'a, T> {
	/// Looks whether the arc may begin.
	fn new(
		giver: &'a Party<T>,
		receiver: &'a Party<T>,
		kind: RelationshipKind,
	) -> Result<Self, Cause> {
		ensure!(giver.id != receiver.id, Cause::SelfRelationship);
		let arc = Arcs::between(kind, giver.id, receiver.id);
		let relationship = Relationships::<T>::get(ordered(giver.id, receiver.id));
		let degrees = [giver, receiver].map(|party| Positions::<T>::get(party.id).degree);
		match &relationship {
			Some(relationship) => {
				let arcs = relationship.arcs;
				ensure!(arcs.union(arc) != arcs, Cause::AlreadyRelated);
			},
			None => ensure!(
				degrees.iter().all(|degree| *degree < T::MaxPartners::get()),
				Cause::TooManyPartners
			),
		}
		let steps = degrees.into_iter().min().unwrap_or(0);
		Ok(Self { giver, receiver, kind, relationship, steps })
	}

	/// Lets it begin, and returns the steps that it took.
	fn begin(self, payer: &T::AccountId) -> Result<u32, Refused> {
		let Self { giver, receiver, kind, relationship, .. } = self;
		let pair = ordered(giver.id, receiver.id);
		let arc = Arcs::between(kind, giver.id, receiver.id);
		let is_first = relationship.is_none();
		let relationship = match relationship {
			Some(known) => Relationship { arcs: known.arcs.union(arc), ..known },
			None => Relationship {
				arcs: arc,
				since: Pallet::<T>::today(),
				payer: payer.clone(),
				ticket: T::RelationshipDeposit::new(payer, Pallet::<T>::relationship_footprint())
					.map_err(Refused::Otherwise)?,
				orders: 0,
				volume_class: 0,
				last: None,
			},
		};

		let arcs = relationship.arcs;
		Relationships::<T>::insert(pair, relationship);
		let (subject, partner) = (giver.subject(), receiver.subject());
		Pallet::<T>::deposit_event(if is_first {
			let countries = (giver.enterprise.details.country, receiver.enterprise.details.country);
			Pallet::<T>::count_countries(countries.0, countries.1, |n| n.saturating_add(1));
			Event::RelationshipBegan {
				giver: subject,
				receiver: partner,
				kind,
				payer: payer.clone(),
			}
		} else {
			Event::RelationshipExtended { giver: subject, receiver: partner, kind }
		});
		Ok(Pallet::<T>::change_arcs(pair, arcs)?)
	}
}

impl<T: Config> Pallet<T> {
	/// The state that a relationship takes: its own entry, and one in the list of each partner.
	pub(crate) fn relationship_footprint() -> Footprint {
		let partners = Partner::max_encoded_len().saturating_mul(2);
		let key = EnterpriseId::max_encoded_len().saturating_mul(2);
		Footprint::from_parts(
			1,
			RelationshipOf::<T>::max_encoded_len().saturating_add(key).saturating_add(partners),
		)
	}

	/// The state that a proposal takes.
	pub(crate) fn proposal_footprint() -> Footprint {
		let key = EnterpriseId::max_encoded_len().saturating_mul(2);
		Footprint::from_parts(
			1,
			ProposalOf::<T>::max_encoded_len()
				.saturating_add(key)
				.saturating_add(Arcs::max_encoded_len()),
		)
	}

	/// There is one proposal more, or one less, that an enterprise made or received.
	fn count_proposals(id: EnterpriseId, count: impl FnOnce(u32) -> u32) {
		OpenProposals::<T>::mutate_exists(id, |proposals| {
			let now = count(proposals.unwrap_or(0));
			*proposals = (now > 0).then_some(now);
		});
	}

	/// Forgets a proposal, and gives its deposit back to the one returned.
	fn drop_proposal(
		key: (EnterpriseId, EnterpriseId, Arcs),
		proposal: ProposalOf<T>,
	) -> Result<T::AccountId, DispatchError> {
		let Proposal { payer, ticket, .. } = proposal;
		ticket.drop(&payer)?;
		Proposals::<T>::remove(key);
		for id in [key.0, key.1] {
			Self::count_proposals(id, |n| n.saturating_sub(1));
		}
		Ok(payer)
	}

	/// Notes a proposal.
	pub(crate) fn do_propose(
		payer: T::AccountId,
		from: Party<T>,
		partner: &T::AccountId,
		kind: RelationshipKind,
		proposer_gives: bool,
	) -> DispatchResult {
		let to = Party::<T>::of(partner).ok_or(Error::<T>::UnknownPartner)?;
		let (giver, receiver) = if proposer_gives { (&from, &to) } else { (&to, &from) };
		Plan::new(giver, receiver, kind).map_err(Error::<T>::from)?;
		let key = (to.id, from.id, arc_of(from.id, to.id, kind, proposer_gives));
		ensure!(!Proposals::<T>::contains_key(key), Error::<T>::AlreadyProposed);
		let ticket = T::ProposalDeposit::new(&payer, Self::proposal_footprint())?;

		Proposals::<T>::insert(key, Proposal { payer, ticket, day: Self::today() });
		for id in [to.id, from.id] {
			Self::count_proposals(id, |n| n.saturating_add(1));
		}
		let (proposer, partner) = (from.enterprise.subject, to.enterprise.subject);
		let event = Event::RelationshipProposed { proposer, partner, kind, proposer_gives };
		Self::deposit_event(event);
		Ok(())
	}

	/// Takes a proposal back.
	pub(crate) fn do_withdraw(
		from: Party<T>,
		partner: &T::AccountId,
		kind: RelationshipKind,
		proposer_gives: bool,
	) -> DispatchResult {
		let to = Party::<T>::of(partner).ok_or(Error::<T>::UnknownPartner)?;
		let key = (to.id, from.id, arc_of(from.id, to.id, kind, proposer_gives));
		let proposal = Proposals::<T>::get(key).ok_or(Error::<T>::NoProposal)?;

		Self::drop_proposal(key, proposal)?;
		let (proposer, partner) = (from.enterprise.subject, to.enterprise.subject);
		let event = Event::ProposalWithdrawn { proposer, partner, kind, proposer_gives };
		Self::deposit_event(event);
		Ok(())
	}

	/// Answers a proposal, and returns the steps that it took.
	pub(crate) fn do_answer(
		to: Party<T>,
		partner: &T::AccountId,
		kind: RelationshipKind,
		gives: bool,
		accepted: bool,
	) -> Result<u32, DispatchError> {
		let from = Party::<T>::of(partner).ok_or(Error::<T>::UnknownPartner)?;
		let key = (to.id, from.id, arc_of(to.id, from.id, kind, gives));
		let proposal = Proposals::<T>::get(key).ok_or(Error::<T>::NoProposal)?;
		let (giver, receiver) = if gives { (&to, &from) } else { (&from, &to) };
		let plan = match accepted {
			true => Some(Plan::new(giver, receiver, kind).map_err(Error::<T>::from)?),
			false => None,
		};

		let payer = Self::drop_proposal(key, proposal)?;
		Self::deposit_event(Event::ProposalAnswered {
			proposer: from.subject(),
			partner: to.subject(),
			kind,
			proposer_gives: !gives,
			accepted,
		});
		plan.map_or(Ok(0), |plan| plan.begin(&payer)).map_err(Refused::alone::<T>)
	}

	/// Begins an arc that both sides signed, if it takes no more steps than `limit`, and returns how
	/// many it took.
	fn take_agreement(
		signed: &SignedAgreementOf<T>,
		payer: &T::AccountId,
		limit: u32,
	) -> Result<u32, Refused> {
		let agreement = &signed.agreement;
		Self::check_day(agreement)?;
		let giver = Party::<T>::controlled_by(&agreement.giver)?;
		let receiver = Party::<T>::controlled_by(&agreement.receiver)?;
		let now = (giver.enterprise.endings, receiver.enterprise.endings);
		let then = (agreement.giver_endings, agreement.receiver_endings);
		ensure!(now == then, Cause::AgreementOutdated);
		let plan = Plan::new(&giver, &receiver, agreement.kind)?;
		let is_heavy = plan.steps > limit;
		ensure!(!is_heavy, Refused::Otherwise(Error::<T>::BatchTooHeavy.into()));
		// Last, since it costs most.
		Self::check_signatures(signed)?;
		plan.begin(payer)
	}

	/// Begins an arc that both sides signed.
	pub(crate) fn do_submit(
		signed: &SignedAgreementOf<T>,
		payer: &T::AccountId,
		limit: u32,
	) -> Result<u32, DispatchError> {
		Self::take_agreement(signed, payer, limit).map_err(Refused::alone::<T>)
	}

	/// Begins arcs that both of their sides signed, and returns the steps that they took together.
	pub(crate) fn do_submit_all(
		agreements: &[SignedAgreementOf<T>],
		payer: &T::AccountId,
	) -> Result<u32, DispatchError> {
		let limit = T::MaxBatchSteps::get();
		let mut steps = 0u32;
		for (signed, index) in agreements.iter().zip(0u8..) {
			let taken = Self::take_agreement(signed, payer, limit.saturating_sub(steps));
			steps = steps.saturating_add(taken.map_err(|refused| refused.at::<T>(index))?);
		}
		Ok(steps)
	}

	/// Ends a relationship, and returns the steps that it took.
	pub(crate) fn do_end(
		mut party: Party<T>,
		partner: &T::AccountId,
	) -> Result<u32, DispatchError> {
		let mut other = Party::<T>::of(partner).ok_or(Error::<T>::UnknownPartner)?;
		let pair = ordered(party.id, other.id);
		let relationship = Relationships::<T>::take(pair).ok_or(Error::<T>::NotRelated)?;

		Self::drop_orders_of(pair, &relationship);
		let Relationship { payer, ticket, orders, .. } = relationship;
		ticket.drop(&payer)?;
		let (a, b) = (party.enterprise.details.country, other.enterprise.details.country);
		Self::count_countries(a, b, |n| n.saturating_sub(1));
		let ending = LastEnding::<T>::get().saturating_add(1);
		LastEnding::<T>::put(ending);
		for side in [&mut party, &mut other] {
			side.enterprise.endings = ending;
			side.save();
		}
		let (subject, partner) = (party.subject(), other.subject());
		Self::deposit_event(Event::RelationshipEnded { subject, partner, orders, ending });
		Self::change_arcs(pair, Arcs::EMPTY).map_err(|cause| Error::<T>::from(cause).into())
	}
}

/// The arc between an enterprise and another, to whom it gives or from whom it receives.
pub(crate) const fn arc_of(
	own: EnterpriseId,
	other: EnterpriseId,
	kind: RelationshipKind,
	gives: bool,
) -> Arcs {
	if gives { Arcs::between(kind, own, other) } else { Arcs::between(kind, other, own) }
}
