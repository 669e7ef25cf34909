//! Who is set aside when a session ends. The tallies are written by hand here; how they come about
//! is for `counting`.

use super::*;
use crate::{CurrentTally, Tally, WeightInfo};
use frame::traits::Hooks;
use hanse_traits::Presence;

/// Ends session 0 with these slots, filled and empty, of the validators in order.
fn end_with(slots: &[(u32, u32)], outage: u32) -> Vec<Event<Test>> {
	let authors = slots
		.iter()
		.map(|(authored, missed)| Noted { authored: *authored, missed: *missed, returned: false })
		.collect::<Vec<_>>();
	CurrentTally::<Test>::put(Tally { authors: authors.try_into().unwrap(), outage });
	events();
	Attendance::close_tally(0);
	// As if the session had ended.
	pallet_session::CurrentIndex::<Test>::put(1);
	events()
}

fn set_aside(account: u64, authored: u32, missed: u32) -> Event<Test> {
	Event::ValidatorSetAside { account, session: 0, authored, missed }
}

fn tolerated(account: u64, authored: u32, missed: u32) -> Event<Test> {
	Event::AbsenceTolerated { account, session: 0, authored, missed }
}

#[test]
fn who_fills_its_slots_stays() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(end_with(&[(10, 0), (9, 1), (10, 0), (10, 0)], 0).is_empty());
		assert!(absent().is_empty());
	});
}

#[test]
fn who_misses_more_than_the_tolerance_is_set_aside() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(end_with(&[(10, 0), (4, 6), (5, 5), (10, 0)], 0), vec![set_aside(2, 4, 6)]);
		assert_eq!(Attendance::absent(), vec![(2, Absence { session: 0, authored: 4, missed: 6 })]);
		assert!(!Attendance::is_present(&2));
		assert!(Attendance::is_present(&3));
	});
}

#[test]
fn the_tolerance_is_exact() {
	// A third of three slots is more than 33.3333333 %, however that is rounded.
	let third = Perbill::from_parts(333_333_333);
	for (tolerance, expected) in [(third, vec![2]), (Perbill::from_parts(333_333_334), vec![])] {
		ExtBuilder::default().tolerance(tolerance).build_and_execute(|| {
			end_with(&[(3, 0), (2, 1), (3, 0), (3, 0)], 0);
			assert_eq!(absent(), expected);
		});
	}
}

#[test]
fn without_tolerance_one_slot_is_enough() {
	ExtBuilder::default().tolerance(Perbill::zero()).build_and_execute(|| {
		end_with(&[(1_000, 0), (1_000, 0), (999, 1), (1_000, 0)], 0);
		assert_eq!(absent(), vec![3]);
	});
}

#[test]
fn with_full_tolerance_nobody_is_absent() {
	ExtBuilder::default().tolerance(Perbill::one()).build_and_execute(|| {
		assert!(end_with(&[(10, 0), (0, 10), (10, 0), (10, 0)], 0).is_empty());
	});
}

#[test]
fn who_had_too_few_slots_is_not_judged() {
	ExtBuilder::default().min_slots(5).build_and_execute(|| {
		assert!(end_with(&[(4, 0), (0, 4), (4, 0), (4, 0)], 0).is_empty());
		pallet_session::CurrentIndex::<Test>::put(0);
		assert_eq!(end_with(&[(4, 0), (0, 5), (4, 0), (4, 0)], 0), vec![set_aside(2, 0, 5)]);
	});
}

#[test]
fn nobody_is_judged_when_the_network_was_ill() {
	ExtBuilder::default().build_and_execute(|| {
		// Just under the half,
		assert_eq!(
			end_with(&[(10, 0), (9, 1), (0, 10), (0, 10)], 0),
			vec![Event::SessionNotJudged { session: 0, authored: 19, slots: 40 }]
		);
		assert!(absent().is_empty());
		// and the half.
		assert_eq!(
			end_with(&[(10, 0), (10, 0), (0, 10), (0, 10)], 0),
			vec![set_aside(3, 0, 10), set_aside(4, 0, 10)]
		);
	});
}

#[test]
fn outages_tell_that_the_network_was_ill() {
	ExtBuilder::default().build_and_execute(|| {
		let slots = [(10, 0), (10, 0), (10, 0), (0, 10)];
		assert_eq!(
			end_with(&slots, 21),
			vec![Event::SessionNotJudged { session: 0, authored: 30, slots: 61 }]
		);
		assert_eq!(end_with(&slots, 20), vec![set_aside(4, 0, 10)]);
	});
}

#[test]
fn a_session_without_a_slot_is_no_session() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(end_with(&[], 0).is_empty());
		let last = Attendance::last_session().unwrap();
		assert_eq!(last.authors.into_inner(), VALIDATORS.map(|n| (n, Noted::default())).to_vec());
	});
}

#[test]
fn who_missed_most_goes_first_while_enough_remain() {
	ExtBuilder::default().validators(5).minimum(3).build_and_execute(|| {
		assert_eq!(
			end_with(&[(30, 0), (2, 8), (1, 9), (30, 0), (0, 8)], 0),
			// Of two that missed the same the lower account goes first.
			vec![set_aside(3, 1, 9), set_aside(2, 2, 8), tolerated(5, 0, 8)]
		);
		assert_eq!(absent(), vec![2, 3]);
	});
}

#[test]
fn nobody_goes_below_the_minimum() {
	ExtBuilder::default().minimum(4).build_and_execute(|| {
		assert_eq!(end_with(&[(10, 0), (0, 10), (10, 0), (10, 0)], 0), vec![tolerated(2, 0, 10)]);
		assert!(absent().is_empty());
	});
}

#[test]
fn somebody_is_left_even_without_a_minimum() {
	ExtBuilder::default().validators(2).minimum(0).build_and_execute(|| {
		// The one that is left need not be one that was there.
		Members::set(vec![2]);
		assert_eq!(end_with(&[(10, 0), (0, 10)], 0), vec![tolerated(2, 0, 10)]);
	});
}

#[test]
fn members_that_do_not_validate_yet_remain_too() {
	ExtBuilder::default().minimum(4).build_and_execute(|| {
		// Given a fifth that is planned with,
		admit(5);
		// then one of the four can be spared.
		assert_eq!(end_with(&[(10, 0), (0, 10), (10, 0), (10, 0)], 0), vec![set_aside(2, 0, 10)]);
	});
}

#[test]
fn who_is_not_planned_with_is_not_set_aside() {
	ExtBuilder::default().build_and_execute(|| {
		remove(2);
		assert!(end_with(&[(10, 0), (0, 10), (10, 0), (10, 0)], 0).is_empty());
		assert!(absent().is_empty());
	});
}

#[test]
fn who_is_set_aside_is_not_set_aside_again() {
	ExtBuilder::default().build_and_execute(|| {
		let slots = [(10, 0), (0, 10), (10, 0), (10, 0)];
		assert_eq!(end_with(&slots, 0), vec![set_aside(2, 0, 10)]);
		assert!(end_with(&slots, 0).is_empty());
		// Nor does it count among those that remain.
		assert_eq!(
			end_with(&[(30, 0), (0, 10), (0, 10), (0, 9)], 0),
			vec![set_aside(3, 0, 10), tolerated(4, 0, 9)]
		);
	});
}

#[test]
fn who_is_no_member_any_more_is_forgotten() {
	ExtBuilder::default().build_and_execute(|| {
		end_with(&[(10, 0), (0, 10), (10, 0), (10, 0)], 0);
		remove(2);
		assert!(absent().is_empty());
		assert!(Attendance::is_present(&2));
		assert_storage_noop!(Attendance::forget(&STRANGER));
	});
}

#[test]
fn the_end_is_paid_for() {
	ExtBuilder::default().build_and_execute(|| {
		let before = System::block_weight().get(DispatchClass::Mandatory).to_owned();
		end_with(&[(10, 0), (0, 10), (10, 0), (10, 0)], 0);
		let after = System::block_weight().get(DispatchClass::Mandatory).to_owned();
		assert_eq!(after, before + <()>::end_session(4));
	});
}

#[test]
#[should_panic(expected = "there must be room for every authority")]
fn integrity_fails_without_room_for_every_authority() {
	ExtBuilder::default().build_and_execute(|| {
		MaxAuthors::set(7);
		<Attendance as Hooks<u64>>::integrity_test();
	});
}

#[test]
#[should_panic(expected = "a validator without a slot cannot be judged")]
fn integrity_fails_without_a_minimum_of_slots() {
	ExtBuilder::default()
		.min_slots(0)
		.build_and_execute(<Attendance as Hooks<u64>>::integrity_test);
}

#[test]
fn integrity_holds() {
	ExtBuilder::default().build_and_execute(<Attendance as Hooks<u64>>::integrity_test);
}
