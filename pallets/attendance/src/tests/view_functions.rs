use super::*;
use crate::Absent;

#[test]
fn the_tally_has_a_line_for_every_validator() {
	ExtBuilder::default().build_and_execute(|| {
		author(103);
		let tally = Attendance::tally();
		assert_eq!((tally.session, tally.outage), (0, 0));
		let noted = |authored, missed| Noted { authored, missed, returned: false };
		assert_eq!(
			tally.authors.into_inner(),
			vec![(1, noted(1, 0)), (2, noted(0, 1)), (3, noted(0, 1)), (4, noted(1, 0))]
		);
	});
}

#[test]
fn the_last_session_is_the_tally_that_was() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Attendance::last_session(), None);
		run(PERIOD - 2, &[3]);
		let tally = Attendance::tally();
		assert_eq!(tally.session, 0);
		author(slot() + 1);
		let last = Attendance::last_session().unwrap();
		assert_eq!(last.session, 0);
		assert_eq!(last.authors.len(), 4);
		assert_eq!(
			last.authors.iter().map(|(_, noted)| noted.authored).sum::<u32>(),
			PERIOD as u32
		);
		run_to_session(2, &[]);
		assert_eq!(Attendance::last_session().unwrap().session, 1);
	});
}

#[test]
fn the_absent_come_in_order() {
	ExtBuilder::default().build_and_execute(|| {
		run_to_session(1, &[]);
		let absence = |missed| Absence { session: 0, authored: 1, missed };
		for account in [4, 1, 3] {
			Absent::<Test>::insert(account, absence(account as u32));
		}
		assert_eq!(Attendance::absent(), vec![(1, absence(1)), (3, absence(3)), (4, absence(4))]);
	});
}
