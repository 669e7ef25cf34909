use super::*;
use crate::EquivocationOffence;
use sp_staking::offence::Offence;

fn offence(validators: u32) -> EquivocationOffence<u64> {
	EquivocationOffence {
		slot: SLOT.into(),
		session_index: 3,
		validator_set_count: validators,
		offender: OFFENDER,
	}
}

#[test]
fn says_who_when_and_among_how_many() {
	let offence = offence(10);
	assert_eq!(offence.offenders(), vec![OFFENDER]);
	assert_eq!(offence.session_index(), 3);
	assert_eq!(offence.validator_set_count(), 10);
	assert_eq!(u64::from(offence.slot()), SLOT);
}

#[test]
fn is_as_bad_as_many_do_it_together() {
	let percent = |validators, offenders| offence(validators).slash_fraction(offenders);
	assert_eq!(percent(100, 1), Perbill::from_parts(900_000));
	assert_eq!(percent(10, 1), Perbill::from_percent(9));
	assert_eq!(percent(10, 2), Perbill::from_percent(36));
	assert_eq!(percent(4, 1), Perbill::from_rational(9u32, 16));
	// A third and more is the whole, and so is everything that cannot be.
	for (validators, offenders) in [(3, 1), (10, 4), (1, 1), (0, 1), (7, u32::MAX)] {
		assert_eq!(percent(validators, offenders), Perbill::one());
	}
}
