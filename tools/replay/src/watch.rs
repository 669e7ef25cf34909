//! Whom a chain would warn of, record by record.

use crate::{account::Account, market::Market};
use hanse_credit_model::{
	NetworkSignals, Parameters, ScoreReport, Subject, Trend, Warning, WarningLevel,
};
use std::collections::HashMap;

/// The warnings of all subjects.
#[derive(Default)]
pub struct Watch {
	known: HashMap<Account, (Warning, Trend)>,
	/// Who trades with whom; `None` if nobody looks at that.
	market: Option<Market>,
}

/// A record that has been taken into account.
pub struct Seen<'a> {
	/// Who gave it.
	pub source: Account,
	/// About whom.
	pub subject: Account,
	/// What is known of the subject now.
	pub state: &'a Subject,
	/// Its report at the same time without the record.
	pub before: &'a ScoreReport,
	/// Its report with it.
	pub after: &'a ScoreReport,
}

impl Watch {
	/// Nobody is warned of yet. `network` says whether it matters who trades with whom.
	pub fn new(network: bool) -> Self {
		Self { known: HashMap::new(), market: network.then(Market::default) }
	}

	/// Looks at a subject after a record.
	pub fn look(&mut self, seen: &Seen<'_>, parameters: &Parameters) -> WarningLevel {
		let Seen { source, subject, state, before, after } = *seen;
		let signals = match &mut self.market {
			Some(market) => {
				market.order(subject, source);
				market.signals(&subject)
			},
			None => NetworkSignals::default(),
		};
		let (warning, trend) = self.known.entry(subject).or_default();
		trend.follow(before, after, parameters);
		*warning = state.warning(after, *warning, trend, Some(signals), parameters);
		warning.level
	}
}
