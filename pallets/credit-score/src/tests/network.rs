//! What the trade network says.

use super::*;

const CONCENTRATED: NetworkSignals =
	NetworkSignals { concentration: 9_000, orders: 100, closed_ring: false };
const IN_A_RING: NetworkSignals =
	NetworkSignals { concentration: 0, orders: 100, closed_ring: true };

#[test]
fn is_not_asked_for_each_record() {
	ExtBuilder::default().build_and_execute(|| {
		Network::say(SUBJECT, CONCENTRATED);
		praise();
		assert!(announced().into_iter().all(|(_, _, new, _)| reasons(new).is_empty()));
	});
}

#[test]
fn is_asked_when_a_change_is_told() {
	ExtBuilder::default().build_and_execute(|| {
		Network::say(SUBJECT, CONCENTRATED);
		praise();
		events();
		next_block();
		let changes = announced();
		let [(_, old, new, cause)] = &changes[..] else { panic!("{changes:?}") };
		assert_eq!((cause, new.score), (&Cause::Network, points()));
		assert!(old.score.abs_diff(new.score) < 25);
		assert_eq!(reasons(*new), [(WarningReason::Concentration, WarningLevel::Watch)]);
		// What the network said is told in its turn.
		assert_eq!(told(), [(SUBJECT, *old)]);
		next_block();
		assert_eq!(told(), [(SUBJECT, *new)]);
		assert_eq!(announced(), []);
		let mut causes =
			CreditScore::history(SUBJECT).unwrap().into_iter().map(|change| change.cause);
		assert_eq!(causes.next_back(), Some(Cause::Network));
	});
}

#[test]
fn holds_until_it_says_otherwise() {
	ExtBuilder::default().build_and_execute(|| {
		Network::say(SUBJECT, IN_A_RING);
		praise();
		next_block();
		events();
		// Records change nothing about that.
		record(Indicator::Rating, 10_000, 1);
		assert!(
			reasons(known(SUBJECT).announced)
				.contains(&(WarningReason::ClosedRing, WarningLevel::Watch))
		);
		Network::say(SUBJECT, NetworkSignals::default());
		run_to(System::block_number() + PERIOD);
		assert_eq!(reasons(known(SUBJECT).announced), []);
		assert!(announced().into_iter().any(|(.., cause)| cause == Cause::Network));
	});
}

#[test]
fn makes_one_watch_and_with_another_kind_of_reason_a_warning() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		let level = || {
			assert_ok!(CreditScore::refresh(signed(STRANGER), SUBJECT));
			known(SUBJECT).announced.warning.level
		};
		Network::say(SUBJECT, NetworkSignals { closed_ring: true, ..CONCENTRATED });
		assert_eq!(level(), WarningLevel::Watch);
		// Besides, nothing has been heard of it for more than a year.
		Now::mutate(|now| *now += 400 * DAY);
		assert_eq!(level(), WarningLevel::Warning);
	});
}
