//! What a score follows from, in words. A person who is refused credit is told why; nothing here is
//! needed to compute anything.

use hanse_credit_model::{
	DAY, Dimension, Indicator, Moment, Reason, Shortfall, WarningLevel, WarningReason,
};
use hanse_runtime::AccountId;
use pallet_credit_score::{Cause, Effect, Moved, RecordId, Standing};
use sp_core::crypto::Ss58Codec;

/// What a dimension is about.
const fn about(dimension: Dimension) -> &'static str {
	match dimension {
		Dimension::TransactionFulfilment => "whether orders are fulfilled",
		Dimension::FinancialStrength => "whether payments are made",
		Dimension::LogisticsDelivery => "whether goods arrive",
		Dimension::AfterSalesService => "how customers are treated",
		Dimension::Compliance => "standing with authorities",
	}
}

/// What an indicator is about.
const fn what(indicator: Indicator) -> &'static str {
	match indicator {
		Indicator::OrderCompleted => "orders completed",
		Indicator::NotCancelled => "orders not cancelled by the seller",
		Indicator::DisputeNotLost => "disputes not lost",
		Indicator::ShippedOnTime => "shipment on time",
		Indicator::DeliveredOnTime => "delivery on time",
		Indicator::ArrivedIntact => "goods arrived intact",
		Indicator::PaidOnTime => "payment on time",
		Indicator::PaymentDelay => "days of delay in payment",
		Indicator::NoDefault => "no default",
		Indicator::Rating => "ratings by counterparties",
		Indicator::ComplaintAnswered => "complaints answered in time",
		Indicator::ReturnHandled => "returns handled as agreed",
		Indicator::BusinessRegistration => "business registration",
		Indicator::IdentityChecks => "checks of identity and money laundering",
		Indicator::CustomsClearance => "customs clearance",
		Indicator::TaxCompliance => "taxes paid",
		Indicator::Audit => "audits",
		Indicator::Certificate => "certificates",
	}
}

/// A reason that a score is not higher. `newest` tells when the newest event of a dimension happened.
pub fn of_shortfall(
	shortfall: &Shortfall,
	newest: impl Fn(Dimension) -> Option<Moment>,
	now: Moment,
) -> String {
	let points = f64::from(shortfall.points) / 1_000.0;
	let reason = match shortfall.reason {
		Reason::NoEvidence(dimension) => format!("nothing is known about {}", about(dimension)),
		Reason::OldEvidence(dimension) => {
			let days = newest(dimension).map_or(0, |at| now.saturating_sub(at) / DAY);
			format!("the newest evidence on {} is {days} days old", about(dimension))
		},
		Reason::LittleEvidence(dimension) => {
			format!("there is little evidence on {}", about(dimension))
		},
		Reason::WeakFoundation(dimension) => format!(
			"evidence on {} is not well founded: much of it is declared by one side only, or comes from \
			 sources that are little believed",
			about(dimension)
		),
		Reason::Unproven(indicator) => format!(
			"little is known about {}, so that what is assumed of everybody counts",
			what(indicator)
		),
		Reason::Adverse(indicator) => {
			format!("there are records about {} that are not the best", what(indicator))
		},
	};
	format!("{points:.1} points: {reason}")
}

/// A reason of a warning.
pub fn of_warning(reason: WarningReason, level: WarningLevel) -> String {
	let urgency = match level {
		WarningLevel::None => "nothing",
		WarningLevel::Watch => "watch",
		WarningLevel::Warning => "warning",
		WarningLevel::Critical => "critical",
	};
	let reason = match reason {
		WarningReason::Risk => "the next record is likely to be adverse",
		WarningReason::Loss => {
			"grave adverse records about a subject that has not been known for long, or of which little \
			 good is known"
		},
		WarningReason::Drop => "records have become worse than this subject's own average",
		WarningReason::Contradiction => {
			"on one indicator much speaks for the subject, and much against it"
		},
		WarningReason::Stale => "evidence that once weighed is old",
		WarningReason::Concentration => "most orders are with few partners",
		WarningReason::ClosedRing => {
			"the subject trades in a circle, and with nobody outside of it"
		},
	};
	format!("{urgency}: {reason}")
}

/// A change that was announced.
pub fn of_change(old: &Standing, new: &Standing, cause: &Cause<AccountId>) -> String {
	let why = match cause {
		Cause::Record(record) => format!("{} counts", named(record)),
		Cause::Retracted(record) => format!("{} does not count any more", named(record)),
		Cause::Restored(record) => format!("{} counts again", named(record)),
		Cause::Raised(record) => {
			format!("{} counts more, since somebody else stands for it as well", named(record))
		},
		Cause::Expired => "adverse evidence reached its end".to_owned(),
		Cause::Parameters { version } => {
			format!("version {version} of the parameters came into force")
		},
		Cause::Network => "its place in the trade network changed".to_owned(),
		Cause::Time => "time passed".to_owned(),
	};
	let grade = if old.grade == new.grade {
		format!("grade {}", grade(new))
	} else {
		format!("grade {} after {}", grade(new), grade(old))
	};
	format!("score {} after {}, {grade}: {why}", new.score, old.score)
}

/// A record that moved a score.
pub fn of_move(moved: &Moved<AccountId>) -> String {
	let effect = match moved.effect {
		Effect::Counted => "came in",
		Effect::TakenOut => "was taken out",
		Effect::PutBack => "was put back",
		Effect::Raised => "was confirmed by somebody else",
	};
	let points = f64::from(moved.change) / 1_000.0;
	format!("{} {effect}: {points:+.1} points", named(&moved.record))
}

fn named(record: &RecordId<AccountId>) -> String {
	format!("record {} of {}", record.sequence, record.provider.to_ss58check())
}

/// A grade as it is written.
fn grade(standing: &Standing) -> String {
	format!("{:?}", standing.grade).to_uppercase()
}

#[cfg(test)]
mod tests {
	use super::*;
	use hanse_credit_model::Grade;
	use std::collections::BTreeSet;

	fn record() -> RecordId<AccountId> {
		RecordId { provider: [2; 32].into(), sequence: 17 }
	}

	#[test]
	fn every_reason_has_words_of_its_own() {
		let dimensions = Dimension::ALL.into_iter().flat_map(|dimension| {
			[
				Reason::NoEvidence(dimension),
				Reason::OldEvidence(dimension),
				Reason::LittleEvidence(dimension),
				Reason::WeakFoundation(dimension),
			]
		});
		let indicators = Indicator::ALL
			.into_iter()
			.flat_map(|indicator| [Reason::Unproven(indicator), Reason::Adverse(indicator)]);
		let reasons = dimensions.chain(indicators).collect::<Vec<_>>();
		let said = reasons
			.iter()
			.map(|reason| {
				let shortfall = Shortfall { reason: *reason, points: 12_345 };
				of_shortfall(&shortfall, |_| Some(10 * DAY), 400 * DAY)
			})
			.collect::<BTreeSet<_>>();
		assert_eq!(said.len(), reasons.len());
		assert!(said.iter().all(|words| words.starts_with("12.3 points: ")));
		assert!(said.iter().any(|words| words.contains("is 390 days old")));
		let warnings = WarningReason::ALL.map(|reason| of_warning(reason, WarningLevel::Watch));
		assert_eq!(BTreeSet::from(warnings).len(), WarningReason::COUNT);
	}

	#[test]
	fn changes_and_moves_are_told() {
		let old = Standing { score: 512, grade: Grade::Bb, ..Standing::default() };
		let new = Standing { score: 488, grade: Grade::B, ..Standing::default() };
		let words = of_change(&old, &new, &Cause::Record(record()));
		assert!(
			words.starts_with("score 488 after 512, grade B after BB: record 17 of 5"),
			"{words}"
		);
		assert!(words.ends_with(" counts"), "{words}");
		assert_eq!(
			of_change(&old, &Standing { score: 540, ..old }, &Cause::Time),
			"score 540 after 512, grade BB: time passed"
		);
		let moved = Moved { record: record(), effect: Effect::TakenOut, change: 24_149 };
		let words = of_move(&moved);
		assert!(words.ends_with(" was taken out: +24.1 points"), "{words}");
	}
}
