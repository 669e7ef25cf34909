//! How good the model is: what it is for, in numbers, the first two each beside a baseline.

use crate::{labels::Labels, ratings::Rating};
use hanse_credit_model::{BASIS_POINTS, DAY, Fixed, Risk, WarningLevel};
use serde::Serialize;
use std::{cmp::Reverse, collections::HashMap};

/// How well a score tells two classes apart: the probability that one of those that are so has a
/// higher score than one of those that are not, ties counted half. `None` if a class is empty.
pub fn auc<Score: Ord>(cases: impl IntoIterator<Item = (Score, bool)>) -> Option<f64> {
	let mut cases = cases.into_iter().collect::<Vec<_>>();
	cases.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
	let (mut so, mut not) = (0u128, 0u128);
	// In halves, so that ties stay whole numbers.
	let mut halves = 0u128;
	for tie in cases.chunk_by(|(a, _), (b, _)| a == b) {
		let so_here = tie.iter().filter(|(_, is)| *is).count() as u128;
		let not_here = tie.len() as u128 - so_here;
		halves += so_here * (2 * not + not_here);
		so += so_here;
		not += not_here;
	}
	(so > 0 && not > 0).then(|| halves as f64 / (2 * so * not) as f64)
}

/// How well low credibility tells fraudulent traders from benign ones. `credibility` must have an
/// answer for a trader that never rated, too.
pub fn fraudulent_sources(labels: &Labels, credibility: impl Fn(u64) -> Fixed) -> Option<f64> {
	auc(labels.iter().map(|(trader, fraudulent)| (Reverse(credibility(*trader)), *fraudulent)))
}

/// How well risk foretells bad ratings.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct EarlyWarning {
	/// That of the model.
	pub auc: Option<f64>,
	/// That of the plain mean of the subject's ratings so far, over the same ratings. A subject
	/// without any is taken to be half good.
	pub naive_auc: Option<f64>,
	/// Over how many ratings.
	pub cases: usize,
	/// How many of them are negative.
	pub negative: usize,
}

/// Compares the risk known just before each rating with the rating. The first third of the history
/// is there to learn from; ratings without a known risk are left out.
pub fn early_warning(ratings: &[Rating], risks: &[Option<Risk>]) -> EarlyWarning {
	let first = ratings.len() / 3;
	let mut so_far = HashMap::<u64, (u64, u64)>::new();
	let (mut model, mut naive) = (Vec::new(), Vec::new());
	for (index, rating) in ratings.iter().enumerate() {
		let (shortfall, count) = so_far.entry(rating.subject).or_default();
		if index >= first
			&& let Some(Some(risk)) = risks.get(index)
		{
			// As a fraction of 32 bits: equal means stay equal, unequal ones apart.
			let mean = (u128::from(*shortfall) << 32)
				.checked_div(u128::from(*count))
				.unwrap_or(u128::from(BASIS_POINTS / 2) << 32);
			model.push((*risk, rating.is_negative()));
			naive.push((mean, rating.is_negative()));
		}
		*shortfall += u64::from(BASIS_POINTS - rating.outcome.points());
		*count += 1;
	}
	EarlyWarning {
		cases: model.len(),
		negative: model.iter().filter(|(_, negative)| *negative).count(),
		auc: auc(model),
		naive_auc: auc(naive),
	}
}

/// How many negative ratings make a subject one that should have been warned of.
pub const SEVERAL: usize = 3;

/// Whom warnings reached in time, and whom they were wrong about. A warning is one of the level
/// warning or critical.
#[derive(Serialize, Clone, Copy, PartialEq, Debug)]
pub struct Warnings {
	/// How many subjects collected three negative ratings or more.
	pub subjects: usize,
	/// How many of them had been warned of before the second one.
	pub warned: usize,
	/// Their share; `null` if there are none.
	pub warned_share: Option<f64>,
	/// How many days lay between the first warning and the second negative rating of those, in the
	/// middle; `null` if there are none.
	pub median_lead_days: Option<f64>,
	/// How many subjects never collected three.
	pub others: usize,
	/// How many of these were warned of at any time.
	pub false_alarms: usize,
	/// Their share; `null` if there are none.
	pub false_alarm_share: Option<f64>,
}

/// What is to be said of one subject.
#[derive(Default)]
struct Course {
	negative: usize,
	/// When it was first warned of.
	warned_at: Option<u64>,
	/// Seconds from the first warning to the second negative rating, if it was warned of before.
	lead: Option<u64>,
}

/// Compares the warnings right after each rating with what became of its subject. `None` if the
/// warnings are not known.
pub fn warnings(ratings: &[Rating], levels: &[WarningLevel]) -> Option<Warnings> {
	if ratings.is_empty() || ratings.len() != levels.len() {
		return None;
	}
	let mut courses = HashMap::<u64, Course>::new();
	for (rating, level) in ratings.iter().zip(levels) {
		let course = courses.entry(rating.subject).or_default();
		course.negative += usize::from(rating.is_negative());
		if course.negative == 2 && rating.is_negative() {
			course.lead = course.warned_at.map(|warned_at| rating.at.saturating_sub(warned_at));
		}
		if *level >= WarningLevel::Warning {
			course.warned_at.get_or_insert(rating.at);
		}
	}

	let (several, others): (Vec<_>, Vec<_>) =
		courses.into_values().partition(|course| course.negative >= SEVERAL);
	let mut leads = several.iter().filter_map(|course| course.lead).collect::<Vec<_>>();
	leads.sort_unstable();
	let false_alarms = others.iter().filter(|course| course.warned_at.is_some()).count();
	let share = |of: usize, all: usize| (all > 0).then(|| of as f64 / all as f64);
	Some(Warnings {
		subjects: several.len(),
		warned: leads.len(),
		warned_share: share(leads.len(), several.len()),
		median_lead_days: median(&leads).map(|seconds| seconds / DAY as f64),
		others: others.len(),
		false_alarms,
		false_alarm_share: share(false_alarms, others.len()),
	})
}

/// The number in the middle of a sorted list, or the mean of the two there.
fn median(sorted: &[u64]) -> Option<f64> {
	let upper = *sorted.get(sorted.len() / 2)?;
	let lower = *sorted.get((sorted.len() - 1) / 2)?;
	Some((lower as f64 + upper as f64) / 2.0)
}

/// The baseline for fraudulent sources: low fairness by the Fairness–Goodness iteration of Kumar et
/// al., *Edge weight prediction in weighted signed networks* (ICDM 2016). It sees the whole history
/// at once and goes over it again and again, which no chain could.
pub fn fairness_goodness(ratings: &[Rating], labels: &Labels) -> Option<f64> {
	const ROUNDS: usize = 100;
	const PRECISION: f64 = 1e-9;
	let weight = |rating: &Rating| f64::from(rating.outcome.points()) / 5e3 - 1.0;
	let mut fairness = HashMap::<u64, f64>::new();
	for _ in 0..ROUNDS {
		let goodness = means(ratings.iter().map(|rating| {
			let fair = fairness.get(&rating.rater).copied().unwrap_or(1.0);
			(rating.subject, fair * weight(rating))
		}));
		let next = means(ratings.iter().map(|rating| {
			let good = goodness.get(&rating.subject).copied().unwrap_or(1.0);
			(rating.rater, 1.0 - (weight(rating) - good).abs() / 2.0)
		}));
		let moved = next
			.iter()
			.map(|(rater, fair)| (fair - fairness.get(rater).copied().unwrap_or(1.0)).abs())
			.fold(0.0, f64::max);
		fairness = next;
		if moved < PRECISION {
			break;
		}
	}
	// In billionths, as whole numbers have an order. Of who never rated nothing is known: one half.
	auc(labels.iter().map(|(trader, fraudulent)| {
		let fair = fairness.get(trader).copied().unwrap_or(0.5);
		(Reverse((fair * 1e9).round() as i64), *fraudulent)
	}))
}

/// The mean of the values of each trader.
fn means(values: impl Iterator<Item = (u64, f64)>) -> HashMap<u64, f64> {
	let mut sums = HashMap::<u64, (f64, f64)>::new();
	for (trader, value) in values {
		let (sum, count) = sums.entry(trader).or_default();
		*sum += value;
		*count += 1.0;
	}
	sums.into_iter().map(|(trader, (sum, count))| (trader, sum / count)).collect()
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::ratings;
	use proptest::prelude::*;

	fn reading(text: &str) -> Vec<Rating> {
		ratings::read(text.as_bytes(), "", 100_000).unwrap().0
	}

	#[test]
	fn a_perfect_score_an_inverted_one_and_none() {
		assert_eq!(auc([(1, false), (2, false), (3, true)]), Some(1.0));
		assert_eq!(auc([(1, true), (2, false), (3, false)]), Some(0.0));
		assert_eq!(auc([(1, true), (1, false), (1, false)]), Some(0.5));
	}

	#[test]
	fn ties_count_half() {
		// Three against two: 1 + 1, ½ + 1, 0 + ½ of six.
		let cases = [(5, true), (3, true), (1, true), (3, false), (1, false)];
		assert_eq!(auc(cases), Some(4.0 / 6.0));
	}

	#[test]
	fn one_class_alone_has_no_measure() {
		assert_eq!(auc::<u8>([]), None);
		assert_eq!(auc([(1, true), (2, true)]), None);
		assert_eq!(auc([(1, false)]), None);
	}

	#[test]
	fn low_credibility_points_to_fraud() {
		let labels = Labels::from([(1, true), (2, false), (3, false)]);
		let credibility = |trader| Fixed::from_ratio(trader as u32, 10);
		assert_eq!(fraudulent_sources(&labels, credibility), Some(1.0));
		assert_eq!(fraudulent_sources(&Labels::new(), credibility), None);
	}

	#[test]
	fn the_first_third_is_for_learning() {
		let ratings = reading("1,9,-5,1\n2,8,5,2\n1,7,5,3\n2,9,-5,4\n1,8,5,5\n3,7,5,6\n");
		let risk = |points| Some(Risk(points));
		let risks = [risk(0), risk(0), risk(10), risk(90), risk(10), risk(10)];
		let measured = early_warning(&ratings, &risks);
		assert_eq!((measured.cases, measured.negative), (4, 1));
		assert_eq!(measured.auc, Some(1.0));
		// 9 had a bad mean, 8 a good one, 7 first none.
		assert_eq!(measured.naive_auc, Some(1.0));
	}

	#[test]
	fn ratings_without_a_risk_are_left_out_of_both() {
		let ratings = reading("1,9,5,1\n2,9,5,2\n1,8,5,3\n3,9,-5,4\n");
		let measured = early_warning(&ratings, &[None, None, Some(Risk(5)), Some(Risk(5))]);
		assert_eq!((measured.cases, measured.negative), (2, 1));
		// An unknown subject (one half) is worse than one with a mean of three quarters.
		assert_eq!((measured.auc, measured.naive_auc), (Some(0.5), Some(0.0)));
		let none = early_warning(&ratings, &[]);
		assert_eq!((none.auc, none.naive_auc, none.cases), (None, None, 0));
	}

	#[test]
	fn a_warning_counts_from_the_first_one_to_the_second_negative_rating() {
		// 9 collects three: warned of after the first, a day before the second. 8 collects three, too,
		// and is warned of too late. 7 has two, and is warned of; 6 and 5 are left in peace.
		let ratings = reading(
			"1,9,-5,1000\n1,8,-5,1001\n1,7,-5,1002\n1,6,5,1003\n2,7,-5,1004\n2,8,-5,1005\n3,8,-5,1006\n\
			1,5,-5,1007\n2,9,-5,87400\n3,9,-5,87401\n",
		);
		let levels = [2, 1, 0, 1, 3, 2, 2, 0, 2, 2].map(|level| {
			use WarningLevel::{Critical, Warning, Watch};
			[WarningLevel::None, Watch, Warning, Critical][level]
		});
		let measured = warnings(&ratings, &levels).unwrap();
		assert_eq!((measured.subjects, measured.warned), (2, 1));
		assert_eq!((measured.others, measured.false_alarms), (3, 1));
		assert_eq!(measured.warned_share, Some(0.5));
		assert_eq!(measured.false_alarm_share, Some(1.0 / 3.0));
		assert_eq!(measured.median_lead_days, Some(1.0));
	}

	#[test]
	fn of_nobody_nothing_is_measured() {
		let ratings = reading("1,9,5,1000\n");
		assert_eq!(warnings(&[], &[]), None);
		assert_eq!(warnings(&ratings, &[]), None);
		let measured = warnings(&ratings, &[WarningLevel::None]).unwrap();
		assert_eq!((measured.subjects, measured.others), (0, 1));
		assert_eq!((measured.warned_share, measured.median_lead_days), (None, None));
		assert_eq!(measured.false_alarm_share, Some(0.0));
		assert_eq!(median(&[1, 4]), Some(2.5));
		assert_eq!(median(&[1, 4, 9]), Some(4.0));
	}

	#[test]
	fn who_contradicts_everybody_is_unfair() {
		let ratings = reading("1,9,10,1\n2,9,10,2\n3,9,10,3\n4,9,-10,4\n1,8,10,5\n4,8,-10,6\n");
		let labels = Labels::from([(1, false), (2, false), (4, true), (77, false)]);
		assert_eq!(fairness_goodness(&ratings, &labels), Some(1.0));
	}

	proptest! {
		#[test]
		fn the_area_is_the_share_of_pairs_in_order(
			cases in prop::collection::vec((0u8..10, any::<bool>()), 0..60),
		) {
			let (mut pairs, mut halves) = (0u32, 0u32);
			for (a, _) in cases.iter().filter(|(_, so)| *so) {
				for (b, _) in cases.iter().filter(|(_, so)| !*so) {
					pairs += 1;
					halves += if a > b { 2 } else { u32::from(a == b) };
				}
			}
			match auc(cases) {
				Some(area) => {
					prop_assert!((area - f64::from(halves) / f64::from(2 * pairs)).abs() < 1e-12)
				},
				None => prop_assert_eq!(pairs, 0),
			}
		}
	}
}
