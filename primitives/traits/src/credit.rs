use hanse_credit_model::{Moment, Observation, Risk};

/// Where evidence goes once it has been recorded.
pub trait EvidenceSink<AccountId> {
	/// Takes one record of `source` about `subject` into account at the time `now`, and returns the
	/// subject's risk as it was known just before.
	fn observe(
		subject: &AccountId,
		source: &AccountId,
		observation: Observation,
		now: Moment,
	) -> Risk;
}

impl<AccountId> EvidenceSink<AccountId> for () {
	fn observe(_: &AccountId, _: &AccountId, _: Observation, _: Moment) -> Risk {
		Risk::default()
	}
}

/// The time that the model goes by.
pub trait ModelClock {
	/// The present, in seconds since the UNIX epoch. It never runs backwards.
	fn now() -> Moment;
}

impl ModelClock for () {
	fn now() -> Moment {
		0
	}
}
