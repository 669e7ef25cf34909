use super::*;

fn set(share: Perbill) -> DispatchResult {
	Attendance::set_tolerance(RuntimeOrigin::root(), share)
}

#[test]
fn success_says_what_was_and_what_is() {
	ExtBuilder::default().build_and_execute(|| {
		let (old, new) = (Perbill::from_percent(50), Perbill::from_percent(20));
		assert_ok!(set(new));
		assert_eq!(Attendance::tolerance(), new);
		assert_eq!(events(), vec![Event::ToleranceChanged { old, new }]);
	});
}

#[test]
fn success_holds_for_the_session_under_way() {
	ExtBuilder::default().build_and_execute(|| {
		run(8, &[3]);
		assert_ok!(set(Perbill::one()));
		run_to_session(1, &[3]);
		assert!(absent().is_empty());

		assert_ok!(set(Perbill::from_percent(50)));
		run_to_session(2, &[3]);
		assert_eq!(absent(), vec![3]);
	});
}

#[test]
fn success_with_every_share() {
	ExtBuilder::default().build_and_execute(|| {
		for share in [Perbill::zero(), Perbill::from_parts(1), Perbill::one()] {
			assert_ok!(set(share));
			assert_eq!(Attendance::tolerance(), share);
		}
	});
}

#[test]
fn more_than_the_whole_is_no_call() {
	for billionths in [1_000_000_001u32, u32::MAX] {
		let call = (1u8, billionths).encode();
		assert!(crate::Call::<Test>::decode(&mut &call[..]).is_err());
	}
	let call = (1u8, 1_000_000_000u32).encode();
	assert!(crate::Call::<Test>::decode(&mut &call[..]).is_ok());
}
