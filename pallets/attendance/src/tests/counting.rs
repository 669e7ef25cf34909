use super::*;
use crate::{CurrentTally, LastSlot, WeightInfo};
use frame::traits::Hooks;

fn authored(blocks: u32) -> Noted {
	Noted { authored: blocks, ..Default::default() }
}

fn missed(slots: u32) -> Noted {
	Noted { missed: slots, ..Default::default() }
}

#[test]
fn the_first_block_charges_nobody() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(noted(1), authored(1));
		assert_eq!(sums(), (1, 0, 0));
		assert_eq!(LastSlot::<Test>::get().map(u64::from), Some(100));
	});
}

#[test]
fn every_block_counts_for_its_author() {
	ExtBuilder::default().build_and_execute(|| {
		run(6, &[]);
		assert_eq!(noted(1), authored(2));
		assert_eq!(noted(2), authored(2));
		assert_eq!(noted(3), authored(2));
		assert_eq!(noted(4), authored(1));
		assert_eq!(sums(), (7, 0, 0));
	});
}

#[test]
fn a_skipped_slot_is_charged_to_whose_turn_it_was() {
	ExtBuilder::default().build_and_execute(|| {
		author(102);
		assert_eq!(noted(2), missed(1));
		assert_eq!(noted(3), authored(1));
		assert_eq!(sums(), (2, 1, 0));
	});
}

#[test]
fn all_but_one_can_be_charged_by_one_block() {
	ExtBuilder::default().build_and_execute(|| {
		author(104);
		assert_eq!([2, 3, 4].map(noted), [missed(1); 3]);
		assert_eq!(noted(1), authored(2));
		assert_eq!(sums(), (2, 3, 0));
	});
}

#[test]
fn a_whole_round_is_nobodys_fault() {
	ExtBuilder::default().build_and_execute(|| {
		author(105);
		assert_eq!(sums(), (2, 0, 4));
		// Nor is a night.
		author(50_000);
		assert_eq!(sums(), (3, 0, 4 + 49_894));
		// And on it goes as if nothing had been.
		author(50_002);
		assert_eq!(sums(), (4, 1, 49_898));
	});
}

#[test]
fn who_validates_alone_is_never_absent() {
	ExtBuilder::default().validators(1).minimum(1).build_and_execute(|| {
		author(102);
		author(110);
		assert_eq!(sums(), (3, 0, 8));
		run_to_session(3, &[]);
		assert!(absent().is_empty());
	});
}

#[test]
fn one_of_two_is_charged() {
	ExtBuilder::default().validators(2).build_and_execute(|| {
		author(102);
		author(104);
		assert_eq!(noted(2), missed(2));
		// Two empty slots are a round of two.
		author(107);
		assert_eq!(sums(), (4, 2, 2));
	});
}

#[test]
fn who_is_disabled_must_not_author_and_is_not_charged() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(Session::disable_index(1));
		author(103);
		assert_eq!(noted(2), Noted::default());
		assert_eq!(noted(3), missed(1));

		// For a whole session nothing is held against it.
		run_to_session(1, &[]);
		assert_eq!(noted_last(2), Noted::default());
		assert!(absent().is_empty());
	});
}

#[test]
fn the_block_that_ends_a_session_counts_for_that_session() {
	ExtBuilder::default().build_and_execute(|| {
		run(10, &[]);
		assert_eq!((System::block_number(), slot()), (11, 110));
		// Given 3 skipping the slot before the session's last block,
		author(112);
		assert_eq!(Session::current_index(), 1);
		// then it is charged in the session that ended, with the author of that block.
		let last = Attendance::last_session().unwrap();
		assert_eq!(last.session, 0);
		assert_eq!(noted_last(4), Noted { authored: 2, missed: 1, returned: false });
		assert_eq!(noted_last(1), authored(4));
		// And the new session begins with nothing.
		assert_eq!(sums(), (0, 0, 0));
	});
}

#[test]
fn slots_are_those_of_the_authorities_of_their_session() {
	ExtBuilder::default().build_and_execute(|| {
		// Given a fifth validator from session 2 on,
		admit(5);
		run_to_session(2, &[]);
		assert_eq!(Session::validators(), vec![1, 2, 3, 4, 5]);
		// when all turns but one are skipped right after the change,
		let first = slot() + 1;
		author(first + 4);
		// then the new authorities are charged by the new order.
		let charged = (first..first + 4).map(turn).collect::<Vec<_>>();
		assert_eq!(charged.len(), 4);
		assert!(charged.into_iter().all(|account| noted(account) == missed(1)));
		assert_eq!(noted(turn(first + 4)), authored(1));
	});
}

#[test]
fn a_block_without_a_slot_counts_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		System::initialize(&2, &System::parent_hash(), &Default::default());
		assert_storage_noop!(<Attendance as Hooks<u64>>::on_initialize(2));
	});
}

#[test]
fn a_block_costs_what_it_skips() {
	ExtBuilder::default().build_and_execute(|| {
		let weight = |slot| {
			let number = System::block_number() + 1;
			let log = frame::deps::sp_runtime::generic::DigestItem::PreRuntime(
				sp_consensus_aura::AURA_ENGINE_ID,
				sp_consensus_aura::Slot::from(slot).encode(),
			);
			let digest = frame::deps::sp_runtime::generic::Digest { logs: vec![log] };
			System::initialize(&number, &System::parent_hash(), &digest);
			<Attendance as Hooks<u64>>::on_initialize(number)
		};
		assert_eq!(weight(101), <() as WeightInfo>::on_initialize(0));
		assert_eq!(weight(105), <() as WeightInfo>::on_initialize(3));
		// An outage is one number, however long.
		assert_eq!(weight(1_000_000), <() as WeightInfo>::on_initialize(0));
		pallet_aura::CurrentSlot::<Test>::put(sp_consensus_aura::Slot::from(1_000_000));
	});
}

#[test]
fn nothing_overflows() {
	ExtBuilder::default().build_and_execute(|| {
		CurrentTally::<Test>::mutate(|tally| {
			tally.outage = u32::MAX - 1;
			tally.authors[0].authored = u32::MAX;
			tally.authors[0].missed = u32::MAX;
		});
		author(u64::MAX / SLOT_DURATION - 7);
		assert_eq!(Attendance::tally().outage, u32::MAX);
		assert_eq!(noted(1).due(), u32::MAX);
		assert!(noted(1).missed_more_than(Perbill::from_percent(50)));
		assert!(!noted(1).missed_more_than(Perbill::one()));
		Attendance::close_tally(0);
		pallet_session::CurrentIndex::<Test>::put(1);
	});
}
