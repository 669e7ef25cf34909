//! What was announced is told to those who act on it, and written down.

use super::*;

/// What is written down.
fn written(subject: AccountId) -> Vec<Change<AccountId>> {
	History::<Test>::get(subject).into_inner()
}

fn history(subject: AccountId) -> Vec<Change<AccountId>> {
	CreditScore::history(subject).unwrap()
}

/// Lets a subject be announced.
fn announce(subject: AccountId) -> Standing {
	record_about(subject, observation(Indicator::PaidOnTime, 10_000, 10));
	CreditScore::newest_of(&subject).unwrap()
}

/// What it costs to tell of so many subjects with one record each.
fn telling(subjects: u64) -> Weight {
	let extent = known(1).state.extent();
	weight_of(<() as WeightInfo>::tell_nothing(), CreditScore::telling_step, extent, subjects)
}

#[test]
fn it_is_told_in_the_next_block() {
	ExtBuilder::default().build_and_execute(|| {
		let standing = announce(SUBJECT);
		assert_eq!(CreditScore::newest_of(&SUBJECT), Some(standing));
		assert_eq!(CreditScore::standing_of(&SUBJECT), Some(Standing::default()));
		assert_eq!(told(), []);
		// Whoever asks sees it at once.
		let [change]: [_; 1] = history(SUBJECT).try_into().unwrap();
		let expected = Change {
			block: 1,
			at: START,
			version: 0,
			old: Standing::default(),
			new: standing,
			cause: Cause::Record(id(LastSequence::get())),
		};
		assert_eq!(change, expected);
		assert_eq!(written(SUBJECT), []);

		next_block();
		assert_eq!(told(), [(SUBJECT, standing)]);
		assert_eq!(CreditScore::standing_of(&SUBJECT), Some(standing));
		assert_eq!(written(SUBJECT), [expected]);
		assert_eq!(history(SUBJECT), written(SUBJECT));
		assert_eq!(WaitingPages::<Test>::get(), Pages::default());
		next_block();
		assert_eq!(told(), []);
	});
}

#[test]
fn several_announcements_in_between_are_one_change() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		let adverse = blame();
		assert!(announced().len() > 2);
		next_block();
		let [change]: [_; 1] = written(SUBJECT).try_into().unwrap();
		assert_eq!((change.old, change.new), (Standing::default(), known(SUBJECT).announced));
		assert_eq!(change.cause, Cause::Record(adverse.id));
		assert_eq!(told(), [(SUBJECT, change.new)]);
	});
}

#[test]
fn a_flood_is_told_bit_by_bit_and_in_order() {
	ExtBuilder::default().build_and_execute(|| {
		for subject in 1..=5 {
			announce(subject);
		}
		MaxTellingWeight::set(telling(2));
		let mut order = Vec::new();
		for expected in [2, 2, 1, 0] {
			next_block();
			let subjects = told().into_iter().map(|(subject, _)| subject).collect::<Vec<_>>();
			assert_eq!(subjects.len(), expected);
			order.extend(subjects);
		}
		assert_eq!(order, [1, 2, 3, 4, 5]);
	});
}

#[test]
fn who_comes_meanwhile_waits_behind_the_others() {
	ExtBuilder::default().build_and_execute(|| {
		for subject in 1..=100 {
			announce(subject);
		}
		assert_eq!(WaitingPages::<Test>::get(), Pages { first: 0, next: 2 });
		MaxTellingWeight::set(telling(70));
		next_block();
		assert_eq!(WaitingPages::<Test>::get(), Pages { first: 1, next: 2 });
		// One of those who were told, and one who waits already.
		for subject in [1, 100, 101] {
			praise_about(subject);
		}
		MaxTellingWeight::set(MUCH);
		told();
		next_block();
		let subjects = told().into_iter().map(|(subject, _)| subject).collect::<Vec<_>>();
		assert_eq!(subjects, (71..=100).chain([1, 101]).collect::<Vec<_>>());
	});
}

/// Lets a subject be announced again.
fn praise_about(subject: AccountId) {
	for indicator in Indicator::ALL {
		record_about(subject, observation(indicator, 10_000, 10));
	}
}

#[test]
fn many_subjects_take_several_pages() {
	ExtBuilder::default().build_and_execute(|| {
		let about =
			|subject| (subject, vec![report(observation(Indicator::PaidOnTime, 10_000, 10))]);
		let reports = (1..=150).map(about).collect::<Vec<_>>();
		CreditScore::observe_each(&reports, &mut |_, _| true);
		assert_eq!(WaitingPages::<Test>::get(), Pages { first: 0, next: 3 });
		next_block();
		assert_eq!(told().len(), 150);
		assert_eq!(Waiting::<Test>::iter().count(), 0);
	});
}

#[test]
fn nothing_is_told_without_weight() {
	ExtBuilder::default().build_and_execute(|| {
		announce(SUBJECT);
		for weight in [Weight::zero(), <() as WeightInfo>::tell_nothing()] {
			MaxTellingWeight::set(weight);
			next_block();
			assert_eq!(told(), []);
		}
		MaxTellingWeight::set(telling(1));
		next_block();
		assert_eq!(told().len(), 1);
	});
}

#[test]
fn the_last_sixteen_are_kept() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		next_block();
		let adverse = blame();
		for _ in 0..15 {
			next_block();
			CreditScore::retract(&SUBJECT, &adverse);
			next_block();
			CreditScore::restore(&SUBJECT, &adverse);
		}
		next_block();
		let history = history(SUBJECT);
		assert_eq!(history.len(), 16);
		let blocks = history.iter().map(|change| u64::from(change.block)).collect::<Vec<_>>();
		let last = System::block_number() - 1;
		assert_eq!(blocks, (last - 15..=last).collect::<Vec<_>>());
		assert!(history.windows(2).all(|pair| pair[0].new == pair[1].old));
	});
}
