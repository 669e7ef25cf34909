use super::*;

/// Verifies so many enterprises until a day.
fn verify(accounts: impl IntoIterator<Item = AccountId>, until: Day) {
	for account in accounts {
		register(account);
		assert_ok!(TradeNetwork::attest_enterprise(
			signed(REGISTRAR),
			account,
			Registered,
			entity(account as u8),
			until
		));
	}
}

/// Lets the hook have no more than for so many lapses.
fn budget(lapses: u64) {
	let step = TradeNetwork::lapse_step();
	LapseWeight::set(
		<() as WeightInfo>::lapse_nothing()
			.saturating_add(<() as WeightInfo>::lapse_verification().saturating_mul(lapses - 1))
			.saturating_add(step),
	);
}

fn lapsed() -> usize {
	events().iter().filter(|event| matches!(event, Event::VerificationLapsed { .. })).count()
}

#[test]
fn a_verification_holds_through_its_last_day_and_not_longer() {
	ExtBuilder::default().build_and_execute(|| {
		verify([ANNA], TODAY + 2);
		events();
		pass(2);
		assert_eq!(TradeNetwork::verification(ANNA), Registered);
		assert_eq!(events(), []);
		pass(1);
		assert_eq!(TradeNetwork::verification(ANNA), VerificationLevel::None);
		let event = Event::VerificationLapsed {
			subject: ANNA,
			before: Registered,
			registrar: REGISTRAR,
			until: TODAY + 2,
		};
		assert_eq!(events(), [event]);
		assert_eq!(stored(ANNA).verification, None);
		assert_eq!(report(ANNA).entity, Some(entity(ANNA as u8)));
		// Once.
		pass(1);
		assert_eq!(events(), []);
	});
}

#[test]
fn many_lapses_are_spread_over_blocks_within_the_budget() {
	ExtBuilder::default().build_and_execute(|| {
		verify(1..=10, TODAY + 2);
		verify(11..=13, TODAY + 3);
		events();
		budget(4);
		CurrentDay::set(TODAY + 4);
		let mut blocks = vec![];
		for block in 0.. {
			// All see it at once, worked off or not.
			assert!(
				(1..=13).all(|account| {
					TradeNetwork::verification(account) == VerificationLevel::None
				})
			);
			TradeNetwork::do_try_state().unwrap();
			let consumed = poll();
			assert!(consumed.all_lte(LapseWeight::get()), "block {block}");
			blocks.push(lapsed());
			if Lapses::<Test>::iter().count() == 0 {
				break;
			}
			assert!(block < 10);
		}
		assert_eq!(blocks.iter().sum::<usize>(), 13);
		assert!(blocks.len() >= 4, "{blocks:?}");
		assert!(blocks.iter().all(|lapses| *lapses <= 4), "{blocks:?}");
		poll();
		assert_eq!(LapseCursor::<Test>::get(), Some(TODAY + 4));
	});
}

#[test]
fn a_block_without_room_changes_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		verify([ANNA], TODAY + 1);
		CurrentDay::set(TODAY + 2);
		events();
		for weight in [Weight::zero(), <() as WeightInfo>::lapse_nothing()] {
			LapseWeight::set(weight);
			poll();
			assert_eq!(lapsed(), 0);
		}
		let mut meter = WeightMeter::with_limit(Weight::from_parts(1, 0));
		LapseWeight::set(Weight::MAX);
		TradeNetwork::on_poll(1, &mut meter);
		assert_eq!(meter.consumed(), Weight::zero());
		assert_eq!(lapsed(), 0);
		poll();
		assert_eq!(lapsed(), 1);
	});
}

#[test]
fn the_first_attestation_sets_the_cursor_so_that_no_day_is_passed_for_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(poll(), <() as WeightInfo>::lapse_nothing());
		assert_eq!(LapseCursor::<Test>::get(), None);
		verify([ANNA], TODAY + 5);
		assert_eq!(LapseCursor::<Test>::get(), Some(TODAY));
		assert_eq!(poll(), <() as WeightInfo>::lapse_nothing());
		CurrentDay::set(TODAY + 3);
		poll();
		assert_eq!(LapseCursor::<Test>::get(), Some(TODAY + 3));
		// Attested on a later day, it is found all the same.
		verify([BERT], TODAY + 4);
		events();
		pass(2);
		assert_eq!(lapsed(), 1);
		pass(1);
		assert_eq!(lapsed(), 1);
	});
}

#[test]
fn a_new_attestation_puts_the_lapse_off() {
	ExtBuilder::default().build_and_execute(|| {
		verify([ANNA], TODAY + 1);
		assert_ok!(attest(ANNA, Inspected));
		pass(50);
		assert_eq!(TradeNetwork::verification(ANNA), Inspected);
		pass(51);
		assert_eq!(TradeNetwork::verification(ANNA), VerificationLevel::None);
	});
}

#[test]
fn a_long_pause_of_the_chain_is_worked_off() {
	ExtBuilder::default().build_and_execute(|| {
		verify([ANNA], TODAY + 700);
		budget(2);
		CurrentDay::set(TODAY + 2_000);
		events();
		for _ in 0..2_100 {
			poll();
		}
		assert_eq!(lapsed(), 1);
		assert_eq!(LapseCursor::<Test>::get(), Some(TODAY + 2_000));
	});
}
