//! Votes on the parameters of the model.

use super::*;

#[test]
fn come_into_force_with_their_block() {
	ExtBuilder::default().build_and_execute(|| {
		let effective = 1 + NOTICE;
		assert_ok!(schedule(strict(), effective));
		let scheduled =
			Event::ParametersScheduled { version: 1, effective, parameters: Box::new(strict()) };
		assert_eq!(events(), [scheduled]);
		assert_eq!(CreditScore::scheduled(), Some(Schedule { parameters: strict(), effective }));

		run_to(effective - 1);
		assert_eq!(CreditScore::parameters(), Parameters::default());
		assert_eq!(events(), []);
		// The block before has its own time; the next one has none yet when it begins.
		Now::mutate(|now| *now += 7);
		next_block();
		let expected = Parameters { version: 1, ..strict() };
		assert_eq!(CreditScore::parameters(), expected);
		assert_eq!(CurrentParameters::<Test>::get(), expected);
		assert_eq!(events(), [Event::ParametersChanged { version: 1, at: START + 7 }]);
		assert_eq!(CreditScore::scheduled(), None);
		let version =
			Version { parameters: expected, effective_block: effective, effective_at: START + 7 };
		assert_eq!(CreditScore::version(1), Some(version));
	});
}

#[test]
fn former_ones_are_never_forgotten() {
	ExtBuilder::default().build_and_execute(|| {
		for points in 2..=12 {
			bring_into_force(changed(|parameters| parameters.announced_change = points));
		}
		assert_eq!(CreditScore::parameters().version, 11);
		for version in 1..=11 {
			let known = CreditScore::version(version).unwrap();
			assert_eq!(known.parameters.announced_change, version as u16 + 1);
			assert_eq!(known.effective_block, 1 + u64::from(version) * NOTICE);
		}
		assert_eq!(CreditScore::version(0).unwrap().parameters, Parameters::default());
		assert_eq!(CreditScore::version(12), None);
	});
}

#[test]
fn can_be_taken_back_until_then() {
	ExtBuilder::default().build_and_execute(|| {
		let effective = 1 + NOTICE;
		assert_ok!(schedule(strict(), effective));
		run_to(effective - 1);
		events();
		assert_ok!(CreditScore::cancel_parameters(RuntimeOrigin::root()));
		assert_eq!(events(), [Event::ParametersCancelled { version: 1 }]);
		run_to(effective + 10);
		assert_eq!(CreditScore::parameters(), Parameters::default());
		// The number is free again.
		bring_into_force(hasty());
		assert_eq!(CreditScore::parameters().version, 1);
	});
}

#[test]
fn others_must_have_time_to_prepare() {
	ExtBuilder::default().build_and_execute(|| {
		run_to(100);
		for effective in [0, 99, 100, 100 + NOTICE - 1] {
			assert_noop!(schedule(strict(), effective), Error::<Test>::TooSoon);
		}
		assert_ok!(schedule(strict(), 100 + NOTICE));
		assert_eq!(CreditScore::notice(), NOTICE);
	});
}

#[test]
fn nonsense_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		use InvalidParameters::*;
		let refused = |change: fn(&mut Parameters), cause| {
			let error = Error::<Test>::InvalidParameters { cause };
			assert_noop!(schedule(changed(change), 100), error);
		};
		refused(|p| p.level_weights[3] = 10_001, ShareAboveOne);
		refused(|p| p.indicators[4].prior = 10_001, ShareAboveOne);
		refused(|p| p.dimensions[0].weight += 1, SharesNotOne);
		refused(|p| p.grades[0] = 800, OutOfOrder);
		refused(|p| p.maturity = 0, PeriodOutOfRange);
		refused(|p| p.prior_weight = Fixed::MAX, WeightOutOfRange);
		refused(|p| p.version = 1, NotForVotes);
		refused(|p| p.era = 1, NotForVotes);
		refused(|p| p.announced_change = 0, ThresholdOutOfRange);
	});
}

#[test]
fn the_same_again_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(schedule(Parameters::default(), 100), Error::<Test>::NoDifference);
		bring_into_force(hasty());
		// Whatever version and era they have become.
		assert_noop!(schedule(hasty(), 100), Error::<Test>::NoDifference);
		assert_ok!(schedule(Parameters::default(), 100));
	});
}

#[test]
fn one_set_is_scheduled_at_a_time() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			CreditScore::cancel_parameters(RuntimeOrigin::root()),
			Error::<Test>::NothingScheduled
		);
		assert_ok!(schedule(strict(), 100));
		assert_noop!(schedule(hasty(), 200), Error::<Test>::AlreadyScheduled);
		assert_ok!(CreditScore::cancel_parameters(RuntimeOrigin::root()));
		assert_ok!(schedule(hasty(), 200));
	});
}

#[test]
fn too_many_changes_of_pace_wait_for_the_round() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		MaxSweepWeight::set(Weight::zero());
		let paced = |days| changed(|parameters| parameters.risk_half_life = days * DAY);
		for days in 1..=Parameters::FORMER {
			bring_into_force(paced(days.into()));
		}
		let effective = System::block_number() + NOTICE;
		assert_noop!(schedule(paced(50), effective), Error::<Test>::SubjectsBehind);
		// What does not change the pace may come.
		let last = paced(Parameters::FORMER.into());
		assert_ok!(schedule(Parameters { announced_change: 30, ..last }, effective));
		assert_ok!(CreditScore::cancel_parameters(RuntimeOrigin::root()));

		assert!(known(SUBJECT).state.is_behind(&CreditScore::parameters()));
		let before = score(SUBJECT);
		MaxSweepWeight::set(MUCH);
		poll();
		assert!(!known(SUBJECT).state.is_behind(&CreditScore::parameters()));
		assert_eq!(score(SUBJECT), before);
		assert_ok!(schedule(paced(50), effective));
	});
}
