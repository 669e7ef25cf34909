//! How records of each indicator have to look.

use super::*;
use hanse_credit_model::{BASIS_POINTS, DAY, Level, Outcome};
use hanse_types::{Role, Roles};

/// Five years: how long most laws let a bad mark stand against a trader.
const RETENTION: Moment = DAY.saturating_mul(1_826);

impl<T: Config> Pallet<T> {
	/// The schema of an indicator: the one that was set, or the one of the code.
	pub(crate) fn schema_of(indicator: Indicator) -> Schema {
		Schemas::<T>::get(indicator)
			.unwrap_or_else(|| Schema { version: 0, terms: built_in(indicator) })
	}

	/// Sets the schema of an indicator.
	pub(crate) fn do_set_schema(indicator: Indicator, terms: SchemaTerms) -> DispatchResult {
		terms.validate().map_err(|cause| Error::<T>::InvalidSchema { cause })?;
		let old = Self::schema_of(indicator);
		let version = old.version.saturating_add(1);
		let new = Schema { version, terms };
		Schemas::<T>::insert(indicator, &new);
		Self::deposit_event(Event::SchemaChanged { indicator, version, old, new });
		Ok(())
	}
}

/// A scale from the worst to the best outcome, with this step between two.
fn scale(
	unit: Unit,
	step: u16,
	reference: Requirement,
	levels: (Level, Level),
	reporters: &[Role],
) -> SchemaTerms {
	SchemaTerms {
		unit,
		lowest: Outcome::WORST,
		highest: Outcome::BEST,
		step,
		reference,
		reporters: Roles::from(reporters),
		lowest_level: levels.0,
		highest_level: levels.1,
		retention: RETENTION,
	}
}

/// The schema of an indicator until the consortium sets another.
pub(crate) fn built_in(indicator: Indicator) -> SchemaTerms {
	use Indicator::*;
	use Level::{Confirmed, Counterparty, SelfDeclared, Source};
	use Requirement::{Forbidden, Optional, Required};
	use Role::{
		Arbitrator, Auditor, Bank, BehaviourProvider, Carrier, Customs, Inspector, Insurer,
		PaymentProvider, Registrar, ShippingProvider, TransactionProvider, VerificationProvider,
	};

	// What can only be so or not.
	let answer = |reference, levels, reporters| {
		scale(Unit::YesOrNo, BASIS_POINTS, reference, levels, reporters)
	};
	// What can be so in part, told in percent: nobody knows it better.
	let share = |reference, levels, reporters| {
		scale(Unit::Share, BASIS_POINTS / 100, reference, levels, reporters)
	};

	match indicator {
		// Half an order is half completed. Each is one order, which says whether it was told before.
		OrderCompleted => share(Required, (SelfDeclared, Source), &[TransactionProvider]),
		NotCancelled => answer(Required, (SelfDeclared, Source), &[TransactionProvider]),
		// Who lost a dispute is the last to ask about it.
		DisputeNotLost => {
			answer(Required, (Counterparty, Source), &[TransactionProvider, Arbitrator])
		},
		// A shipment goes out by the day, or not; whoever moves goods sees it.
		ShippedOnTime => {
			answer(Required, (SelfDeclared, Source), &[ShippingProvider, Carrier, Customs])
		},
		DeliveredOnTime => answer(Required, (SelfDeclared, Source), &[ShippingProvider, Carrier]),
		// Part of the goods may be broken; who examines or insures them says how much.
		ArrivedIntact => share(
			Required,
			(SelfDeclared, Source),
			&[ShippingProvider, Carrier, Inspector, Insurer],
		),
		// An invoice may be paid in part by its day.
		PaidOnTime => share(Required, (SelfDeclared, Source), &[PaymentProvider, Bank]),
		PaymentDelay => scale(
			Unit::DaysLate,
			BASIS_POINTS / 100,
			Required,
			(SelfDeclared, Source),
			&[PaymentProvider, Bank],
		),
		// That one did not default is nothing to say of oneself.
		NoDefault => answer(Required, (Counterparty, Source), &[PaymentProvider, Bank, Insurer]),
		// Platforms have scales of their own, and some rate a partner and not an order. A rating is
		// the word of the other side: not one's own, and nobody's with authority.
		Rating => scale(Unit::Mark, 1, Optional, (Counterparty, Confirmed), &[BehaviourProvider]),
		ComplaintAnswered => {
			answer(Optional, (SelfDeclared, Confirmed), &[BehaviourProvider, Arbitrator])
		},
		ReturnHandled => share(Optional, (SelfDeclared, Confirmed), &[BehaviourProvider]),
		// These are about the enterprise as such. A reference would tie its file to another object.
		BusinessRegistration => {
			answer(Forbidden, (SelfDeclared, Source), &[VerificationProvider, Registrar])
		},
		// Whoever has to check its customers by law, and whoever does so for others.
		IdentityChecks => {
			answer(Forbidden, (Counterparty, Source), &[VerificationProvider, Registrar, Bank])
		},
		TaxCompliance => {
			answer(Forbidden, (SelfDeclared, Source), &[VerificationProvider, Registrar, Auditor])
		},
		// Customs alone clears goods, and each time it is one declaration.
		CustomsClearance => answer(Required, (SelfDeclared, Source), &[Customs]),
		// An audit that only the audited stands for is none, and one in part is one with findings.
		Audit => share(Optional, (Confirmed, Source), &[VerificationProvider, Auditor, Inspector]),
		Certificate => {
			answer(Optional, (SelfDeclared, Source), &[VerificationProvider, Inspector, Registrar])
		},
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::impls::authorities;

	#[test]
	fn every_schema_makes_sense() {
		for indicator in Indicator::ALL {
			let terms = built_in(indicator);
			assert_eq!(terms.validate(), Ok(()), "{indicator:?}");
			assert!(!terms.reporters.is_empty(), "nobody may report {indicator:?}");
		}
	}

	/// Who is an authority in a category may report something in it.
	#[test]
	fn every_authority_may_report() {
		for category in Category::ALL {
			for role in authorities(category) {
				let mut members = Indicator::ALL.into_iter().filter(|j| j.category() == category);
				assert!(members.any(|j| built_in(j).reporters.contains(*role)), "{role}");
			}
		}
	}
}
