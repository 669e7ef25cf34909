//! Whether to warn of a subject.

use super::{Subject, score::Readings};
use crate::{
	BASIS_POINTS, Dimension, Fixed, Indicator, NetworkSignals, Parameters, Reasons, ScoreReport,
	Trend, Warning, WarningLevel,
	sum::{Reading, Sum},
};

impl Subject {
	/// For how many full records the time for which a subject has been known speaks at most.
	const FAMILIARITY: u64 = 2;

	/// What there is to warn of, by the report of the same time. To be called after
	/// [`Subject::advance`].
	///
	/// `before` is the last warning: what was warned of is withdrawn only when it has become better by
	/// the hysteresis. Without `signals` what the network gave to warn of stays as it was.
	///
	/// | reason | measure | level by itself |
	/// |---|---|---|
	/// | risk | [`ScoreReport::risk`] | up to critical |
	/// | loss | what speaks against it, by what is known at all: see below | up to critical |
	/// | drop | [`Trend::fall`] | up to critical |
	/// | contradiction | 4gb / (g + b)², the highest of all indicators | watch |
	/// | stale | the share of the score on which evidence that weighed has lost half of its timeliness | watch |
	/// | concentration | [`NetworkSignals::concentration`] | watch |
	/// | closed ring | [`NetworkSignals::closed_ring`] | watch |
	///
	/// How they come together says [`Reasons::level`].
	///
	/// Risk counts records: that of a total loss, and one that was just not good enough, are alike to it.
	/// Loss weighs them by how far they are from one half, on either side: (p·α + b) / (α + g + b + t)
	/// with the prior of the risk, p with the weight α, and with t for how long the subject has been
	/// known ([`crate::WarningParameters::familiarity`]). So one grave record about a newcomer is enough to
	/// warn of it, while of who has traded for years it takes more.
	pub fn warning(
		&self,
		report: &ScoreReport,
		before: Warning,
		trend: &Trend,
		signals: Option<NetworkSignals>,
		parameters: &Parameters,
	) -> Warning {
		let limits = &parameters.warnings;
		let was = before.reasons;
		let moving = |measure, before, thresholds| {
			WarningLevel::of_moving(measure, before, thresholds, limits.hysteresis)
		};
		let watch = |measure, before, threshold| {
			WarningLevel::watch(measure, before, threshold, limits.hysteresis)
		};
		let fall = trend.fall(report.computed_at, parameters);
		let (concentration, closed_ring) = match signals {
			Some(signals) => {
				let NetworkSignals { concentration, closed_ring, .. } =
					if signals.orders >= limits.network_orders {
						signals
					} else {
						NetworkSignals::default()
					};
				let ring = if closed_ring { WarningLevel::Watch } else { WarningLevel::None };
				(watch(concentration, was.concentration, limits.concentration), ring)
			},
			None => (was.concentration, was.closed_ring),
		};
		Warning::from(Reasons {
			risk: moving(report.risk.0, was.risk, limits.risk),
			loss: moving(self.loss(parameters), was.loss, limits.loss),
			drop: moving(fall, was.drop, limits.drop),
			contradiction: watch(
				self.contradiction(parameters),
				was.contradiction,
				limits.contradiction,
			),
			stale: watch(self.staleness(parameters), was.stale, limits.stale),
			concentration,
			closed_ring,
		})
	}

	/// What speaks for the subject and what against it on an indicator: by how far outcomes are from one
	/// half, since neither of two that are just above and just below it says much.
	fn sides(&self, indicator: Indicator, (plain, hastened): (Reading, Reading)) -> (Fixed, Fixed) {
		let fair = self.fair.get(indicator as usize).and_then(Option::as_ref);
		let speaks_for = fair
			.map_or(Fixed::ZERO, |pile| pile.good().read(plain).minus(pile.bad().read(hastened)));
		let (mut good, mut bad) = (Sum::ZERO, Sum::ZERO);
		for adverse in self.adverse_of(indicator) {
			good = good.plus(adverse.pile.good());
			bad = bad.plus(adverse.pile.bad());
		}
		(speaks_for, bad.read(hastened).minus(good.read(plain)))
	}

	/// How much of what is known speaks against the subject, in basis points.
	fn loss(&self, parameters: &Parameters) -> u16 {
		let mut readings = Readings::new(self, parameters.risk_half_life);
		let (mut speaks_for, mut against) = (Fixed::ZERO, Fixed::ZERO);
		for indicator in Indicator::ALL {
			let (good, bad) =
				self.sides(indicator, readings.of(parameters.indicator(indicator).half_life));
			speaks_for = speaks_for.plus(good);
			against = against.plus(bad);
		}
		let prior = parameters.risk_prior_weight;
		let assumed = prior.times(Fixed::from_basis_points(parameters.risk_prior));
		let known = prior.plus(speaks_for).plus(self.familiarity(parameters));
		points(assumed.plus(against).over(known.plus(against)).min(Fixed::ONE))
	}

	/// What the time for which a subject has been known says for it, in full records.
	fn familiarity(&self, parameters: &Parameters) -> Fixed {
		let period = parameters.warnings.familiarity;
		let since = self.known_since.unwrap_or(self.updated);
		let most = period.saturating_mul(Self::FAMILIARITY);
		let known = self.updated.saturating_sub(since).min(most);
		// A period is ten years at most, and so many seconds fit.
		Fixed::from_ratio(
			u32::try_from(known).unwrap_or(u32::MAX),
			u32::try_from(period).unwrap_or(u32::MAX),
		)
	}

	/// How contradictory the evidence on one indicator is, at most, in basis points: nothing where all
	/// say the same, all where both sides weigh the same.
	fn contradiction(&self, parameters: &Parameters) -> u16 {
		let mut readings = Readings::new(self, parameters.risk_half_life);
		let mut most = Fixed::ZERO;
		for indicator in Indicator::ALL {
			let (good, bad) =
				self.sides(indicator, readings.of(parameters.indicator(indicator).half_life));
			if good.plus(bad) >= parameters.warnings.least_weight {
				let share = good.saturation(bad);
				let both = share.times(Fixed::ONE.minus(share)).times(Fixed::from_int(4));
				most = most.max(both);
			}
		}
		points(most)
	}

	/// On what share of the score, as far as anything is known, evidence that once weighed is so old
	/// that half of its timeliness is gone, in basis points.
	fn staleness(&self, parameters: &Parameters) -> u16 {
		let (mut stale, mut known) = (0u32, 0u32);
		for (dimension, settings) in Dimension::ALL.into_iter().zip(&parameters.dimensions) {
			let members = || Indicator::ALL.into_iter().filter(|j| j.dimension() == dimension);
			let piles = members().flat_map(|indicator| self.piles_of(indicator));
			let Some(newest) = piles.map(|pile| pile.newest()).max() else { continue };
			let share = u32::from(settings.weight);
			known = known.saturating_add(share);
			if self.updated.saturating_sub(newest) <= parameters.freshness_half_life {
				continue;
			}
			// What is read at an earlier time is what was there then.
			let weight = members().fold(Fixed::ZERO, |sum, indicator| {
				let half_life = parameters.indicator(indicator).half_life;
				let reading = Reading::new(newest, self.anchor, half_life);
				let piles = self.piles_of(indicator);
				let weight = piles.fold(Sum::ZERO, |sum, pile| sum.plus(pile.weight()));
				sum.plus(weight.read(reading))
			});
			if weight >= parameters.warnings.least_weight {
				stale = stale.saturating_add(share);
			}
		}
		if known == 0 { 0 } else { points(Fixed::from_ratio(stale, known)) }
	}
}

/// A share in basis points.
fn points(share: Fixed) -> u16 {
	u16::try_from(share.scaled(u32::from(BASIS_POINTS))).unwrap_or(BASIS_POINTS)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		DAY, Moment, Observation, WarningReason,
		testing::{history, observe, parameters, record, subject},
	};
	use proptest::prelude::*;

	const NOW: Moment = 1_000 * DAY;
	const NONE: WarningLevel = WarningLevel::None;
	const WATCH: WarningLevel = WarningLevel::Watch;

	fn warning(subject: &Subject, before: Warning) -> Warning {
		let report = subject.current_report(&parameters());
		subject.warning(&report, before, &Trend::default(), None, &parameters())
	}

	fn with(records: impl IntoIterator<Item = Observation>) -> Subject {
		let mut subject = Subject::default();
		for (partner, record) in (0..).zip(records) {
			observe(&mut subject, record, partner, NOW);
		}
		subject
	}

	fn rating(points: u16) -> Observation {
		record(Indicator::Rating, points, NOW)
	}

	#[test]
	fn nobody_is_warned_of_for_being_unknown() {
		let mut stranger = Subject::default();
		stranger.advance(NOW, &parameters());
		assert_eq!(warning(&stranger, Warning::default()), Warning::default());
		// Nor is a warning of a stranger kept.
		let before = Reasons { risk: WarningLevel::Critical, stale: WATCH, ..Reasons::default() };
		assert_eq!(warning(&stranger, before.into()), Warning::default());
	}

	#[test]
	fn risk_warns_by_its_level() {
		let level = |good: usize, bad: usize| {
			let records = [rating(10_000)].into_iter().cycle().take(good);
			let subject = with(records.chain([rating(0)].into_iter().cycle().take(bad)));
			warning(&subject, Warning::default()).reasons.risk
		};
		assert_eq!(level(20, 0), NONE);
		assert_eq!(level(20, 1), NONE);
		// (0.125 + 0.5) / (1 + 1.5)
		assert_eq!(level(2, 1), WATCH);
		assert_eq!(level(0, 1), WATCH);
		assert_eq!(level(0, 2), WarningLevel::Warning);
		assert_eq!(level(0, 6), WarningLevel::Critical);
	}

	#[test]
	fn a_grave_record_about_a_newcomer_is_enough_to_warn_of_it() {
		let after = |points: u16, days: u64, good: u64| {
			let mut subject = with((0..=good).map(|_| rating(10_000)));
			let now = NOW + days * DAY;
			observe(&mut subject, record(Indicator::PaidOnTime, points, now), 99, now);
			(subject.loss(&parameters()), warning(&subject, Warning::default()).reasons.loss)
		};
		// (0.125 + 0.5) / (1 + 0.5 + 0.5)
		let (measure, level) = after(0, 0, 0);
		assert!(measure.abs_diff(3_125) <= 1, "{measure}");
		assert_eq!(level, WarningLevel::Warning);
		// A record that was just not good enough is no such thing.
		assert_eq!(after(4_500, 0, 0).1, NONE);
		// Nor is a grave one about who does well otherwise, or has been known for years.
		assert_eq!(after(0, 0, 10).1, NONE);
		let (measure, level) = after(0, 3_650, 0);
		// (0.125 + 0.5) / (1 + 0.5 + 2)
		assert!(measure.abs_diff(1_785) <= 1, "{measure}");
		assert_eq!(level, WATCH);
	}

	#[test]
	fn time_speaks_for_nobody_of_whom_nothing_was_heard() {
		let mut stranger = Subject::default();
		stranger.advance(NOW, &parameters());
		assert_eq!(stranger.loss(&parameters()), 1_250);
		let mut known = with([rating(5_000)]);
		assert!(known.familiarity(&parameters()) == Fixed::ZERO);
		known.advance(NOW + 182 * DAY, &parameters());
		assert_eq!(known.familiarity(&parameters()), Fixed::ONE);
		known.advance(u64::MAX, &parameters());
		assert_eq!(known.familiarity(&parameters()), Fixed::from_int(2));
	}

	#[test]
	fn contradiction_needs_weight_on_both_sides() {
		let measure = |records: &[u16]| {
			with(records.iter().map(|points| rating(*points))).contradiction(&parameters())
		};
		assert!(measure(&[10_000, 10_000, 0, 0]) > 9_990);
		// Three to one: 4 · 3/16.
		assert!(measure(&[10_000, 10_000, 10_000, 0]).abs_diff(7_500) <= 1);
		assert_eq!(measure(&[10_000, 10_000, 10_000]), 0);
		assert_eq!(measure(&[0, 0, 0]), 0);
		// One record against one weighs not enough, and lukewarm ones contradict nobody.
		assert_eq!(measure(&[10_000, 4_999]), 0);
		assert_eq!(measure(&[5_500, 5_500, 5_500, 4_500, 4_500, 4_500]), 0);
		// What is said about different things is no contradiction.
		let apart =
			with([rating(10_000), rating(10_000)].into_iter().chain([
				record(Indicator::PaidOnTime, 0, NOW),
				record(Indicator::PaidOnTime, 0, NOW),
			]));
		assert_eq!(apart.contradiction(&parameters()), 0);
	}

	#[test]
	fn evidence_becomes_stale_when_half_of_its_timeliness_is_gone() {
		let staleness = |subject: &Subject, days: u64| {
			let mut later = subject.clone();
			later.advance(NOW + days * DAY, &parameters());
			later.staleness(&parameters())
		};
		let many = with([rating(10_000); 4]);
		assert_eq!(staleness(&many, 365), 0);
		assert_eq!(staleness(&many, 366), 10_000);
		// What never weighed anything is nothing to miss.
		assert_eq!(staleness(&with([rating(10_000)]), 366), 0);
		assert_eq!(staleness(&Subject::default(), 366), 0);
		// By their shares in the score: after-sales service 0.15, financial strength 0.25.
		let mut two = many.clone();
		let paid = record(Indicator::PaidOnTime, 10_000, NOW + 300 * DAY);
		observe(&mut two, paid, 9, NOW + 300 * DAY);
		assert_eq!(staleness(&two, 400), 3_750);
	}

	#[test]
	fn the_network_can_make_one_watch_and_no_more() {
		let subject = with([rating(10_000); 4]);
		let report = subject.current_report(&parameters());
		let signals = |concentration, orders, closed_ring| {
			let signals = NetworkSignals { concentration, orders, closed_ring };
			let (before, trend) = (Warning::default(), Trend::default());
			subject.warning(&report, before, &trend, Some(signals), &parameters()).level
		};
		assert_eq!(signals(4_999, 1_000, false), NONE);
		assert_eq!(signals(5_000, 10, false), WATCH);
		assert_eq!(signals(10_000, 9, false), NONE);
		assert_eq!(signals(0, 9, true), NONE);
		assert_eq!(signals(0, 10, true), WATCH);
		assert_eq!(signals(10_000, 10, true), WATCH);
		// Who does not ask keeps what was known.
		let ring = Reasons { closed_ring: WATCH, ..Reasons::default() };
		assert_eq!(warning(&subject, ring.into()), ring.into());
		let ended = NetworkSignals { orders: 100, ..NetworkSignals::default() };
		let after =
			subject.warning(&report, ring.into(), &Trend::default(), Some(ended), &parameters());
		assert_eq!(after, Warning::default());
	}

	#[test]
	fn who_gets_worse_without_anything_adverse_is_warned_of_for_the_drop() {
		let mut subject = with([rating(10_000); 40]);
		let (mut trend, parameters) = (Trend::default(), parameters());
		let later = NOW + 200 * DAY;
		subject.advance(later, &parameters);
		let before = subject.current_report(&parameters);
		for partner in 0..200 {
			observe(&mut subject, record(Indicator::Rating, 5_000, later), partner, later);
		}
		let after = subject.current_report(&parameters);
		trend.follow(&before, &after, &parameters);
		let found = subject.warning(&after, Warning::default(), &trend, None, &parameters);
		assert_eq!(found.reasons.drop, WATCH, "{}", trend.fall(later, &parameters));
		let others = Reasons { drop: NONE, ..found.reasons };
		assert_eq!(others, Reasons::default());
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(10_000))]

		#[test]
		fn to_look_again_changes_nothing(history in history(), days in 0u64..1_000) {
			let (mut subject, now) = subject(&history);
			subject.advance(now + days * DAY, &parameters());
			let once = warning(&subject, Warning::default());
			prop_assert_eq!(warning(&subject, once), once);
			prop_assert_eq!(once.level, once.reasons.level());
			prop_assert!(subject.contradiction(&parameters()) <= BASIS_POINTS);
			prop_assert!(subject.staleness(&parameters()) <= BASIS_POINTS);
		}

		/// Whatever was warned of before, what stands now is what would stand by itself, or what has not
		/// become better by the hysteresis.
		#[test]
		fn a_warning_is_held_by_the_hysteresis_alone(
			history in history(), risk in 0usize..4, stale: bool, contradiction: bool,
		) {
			let (subject, _) = subject(&history);
			let levels = [NONE, WATCH, WarningLevel::Warning, WarningLevel::Critical];
			let watch = |so| if so { WATCH } else { NONE };
			let before = Reasons {
				risk: levels[risk],
				stale: watch(stale),
				contradiction: watch(contradiction),
				..Reasons::default()
			};
			let (fresh, held) =
				(warning(&subject, Warning::default()), warning(&subject, before.into()));
			let limits = parameters().warnings;
			let report = subject.current_report(&parameters());
			for reason in WarningReason::ALL {
				let (fresh, held) = (fresh.reasons.level_of(reason), held.reasons.level_of(reason));
				prop_assert!(held >= fresh && held <= fresh.max(before.level_of(reason)));
			}
			if held.reasons.risk > fresh.reasons.risk {
				let threshold = limits.risk[held.reasons.risk as usize - 1];
				prop_assert!(report.risk.0 + limits.hysteresis >= threshold);
			}
			if held.reasons.contradiction > fresh.reasons.contradiction {
				let measure = subject.contradiction(&parameters());
				prop_assert!(measure + limits.hysteresis >= limits.contradiction);
			}
		}

		/// A good record never brings a risk to warn of.
		#[test]
		fn good_evidence_never_raises_the_risk_to_warn_of(
			history in history(), indicator in 0..Indicator::COUNT,
		) {
			let (mut subject, now) = subject(&history);
			let before = warning(&subject, Warning::default());
			let good = record(Indicator::ALL[indicator], 10_000, now);
			observe(&mut subject, good, 0, now);
			let after = warning(&subject, Warning::default());
			prop_assert!(after.reasons.risk <= before.reasons.risk);
			prop_assert!(after.reasons.loss <= before.reasons.loss);
			prop_assert!(after.reasons.stale <= before.reasons.stale);
		}
	}
}
