//! The round over all subjects.

use super::*;

/// What it costs to look at so many subjects of those that [`about`] makes.
fn looking(subjects: u64) -> Weight {
	let extent = known(1).state.extent();
	weight_of(<() as WeightInfo>::sweep_nothing(), CreditScore::sweep_step, extent, subjects)
}

/// Lets records about some count, and the announcements of that be told.
fn about(subjects: core::ops::RangeInclusive<AccountId>) {
	for subject in subjects {
		for indicator in Indicator::ALL {
			record_about(subject, observation(indicator, 10_000, 10));
		}
	}
	next_block();
	events();
}

#[test]
fn finds_what_time_has_changed() {
	ExtBuilder::default().build_and_execute(|| {
		about(1..=3);
		let before = (1..=3).map(|subject| known(subject).state).collect::<Vec<_>>();
		Now::mutate(|now| *now += 365 * DAY);
		run_to(System::block_number() + PERIOD);
		let changes = announced();
		let mut subjects = changes.iter().map(|(subject, ..)| *subject).collect::<Vec<_>>();
		subjects.sort_unstable();
		assert_eq!(subjects, [1, 2, 3]);
		for (_, old, new, cause) in changes {
			assert_eq!(cause, Cause::Time);
			assert!(new.grade < old.grade);
		}
		// The sums are as they were.
		let after = (1..=3).map(|subject| known(subject).state).collect::<Vec<_>>();
		assert_eq!(after, before);
	});
}

#[test]
fn writes_nothing_where_nothing_changed() {
	ExtBuilder::default().build_and_execute(|| {
		about(1..=3);
		let before = Subjects::<Test>::iter().collect::<Vec<_>>();
		// So little that nothing is worth saying.
		Now::mutate(|now| *now += DAY);
		run_to(System::block_number() + 2 * PERIOD);
		assert_eq!(announced(), []);
		assert_eq!(Subjects::<Test>::iter().collect::<Vec<_>>(), before);
	});
}

#[test]
fn begins_once_in_a_period() {
	ExtBuilder::default().build_and_execute(|| {
		let begun = System::block_number() + 1;
		next_block();
		for block in begun..begun + PERIOD {
			run_to(block);
			assert_eq!(Sweep::<Test>::get(), Round::Resting { until: Some(begun + PERIOD) });
		}
		run_to(begun + PERIOD);
		assert_eq!(Sweep::<Test>::get(), Round::Resting { until: Some(begun + 2 * PERIOD) });
	});
}

#[test]
fn goes_on_where_the_weight_ran_out() {
	ExtBuilder::default().build_and_execute(|| {
		about(1..=7);
		Now::mutate(|now| *now += 365 * DAY);
		run_to(System::block_number() + PERIOD - 1);
		events();
		MaxSweepWeight::set(looking(3));
		// The end of the round has to be seen as well.
		for expected in [3, 3, 1] {
			next_block();
			assert_eq!(announced().len(), expected);
		}
		assert!(matches!(Sweep::<Test>::get(), Round::Resting { .. }));
	});
}

#[test]
fn takes_longer_than_a_period_if_it_must() {
	ExtBuilder::default().build_and_execute(|| {
		about(1..=25);
		MaxSweepWeight::set(looking(1));
		run_to(System::block_number() + 60);
		// Rounds of twenty-six steps follow each other without a pause.
		Now::mutate(|now| *now += 365 * DAY);
		events();
		let mut seen = 0;
		for _ in 0..27 {
			next_block();
			seen += announced().len();
		}
		assert_eq!(seen, 25);
	});
}

/// Who is well known, or has to catch up, takes the place of many.
#[test]
fn goes_as_far_as_subjects_are_light() {
	ExtBuilder::default().build_and_execute(|| {
		about(1..=5);
		next_block();
		let used = |meter: &mut WeightMeter| {
			Sweep::<Test>::kill();
			CreditScore::sweep(System::block_number(), meter);
			meter.consumed()
		};
		let burden = Burden { extent: known(1).state.extent(), is_behind: false };
		let step = CreditScore::sweep_step;
		let end = <() as WeightInfo>::sweep_nothing().saturating_add(step(Burden::default()));
		let light = used(&mut WeightMeter::new());
		assert_eq!(light, end.saturating_add(step(burden).saturating_mul(5)));

		MaxSweepWeight::set(Weight::zero());
		bring_into_force(hasty());
		let behind = Burden { is_behind: true, ..burden };
		let heavy = used(&mut WeightMeter::new());
		assert_eq!(heavy, end.saturating_add(step(behind).saturating_mul(5)));
		assert!(heavy.ref_time() > light.ref_time());
		// Now they have caught up.
		assert_eq!(used(&mut WeightMeter::new()), light);
	});
}

#[test]
fn does_nothing_without_weight() {
	ExtBuilder::default().build_and_execute(|| {
		about(1..=1);
		Now::mutate(|now| *now += 365 * DAY);
		MaxSweepWeight::set(Weight::zero());
		run_to(System::block_number() + 2 * PERIOD);
		assert_eq!(announced(), []);
	});
}

#[test]
fn begins_anew_with_another_version() {
	ExtBuilder::default().build_and_execute(|| {
		about(1..=1);
		record_about(2, observation(Indicator::PaidOnTime, 10_000, 10));
		bring_into_force(strict());
		let changes = announced();
		let by_version = Cause::Parameters { version: 1 };
		assert!(changes.iter().any(|(subject, .., cause)| (*subject, cause) == (2, &by_version)));
		// Who was looked at and did not move knows the version as well.
		assert!(Subjects::<Test>::iter_values().all(|known| known.version == 1));
	});
}
