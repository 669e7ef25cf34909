//! What a runtime may and may not be configured to.

use super::*;
use std::panic::catch_unwind;

fn is_refused(configure: impl FnOnce() + std::panic::UnwindSafe) -> bool {
	catch_unwind(|| {
		ExtBuilder.build().execute_with(|| {
			configure();
			CreditLines::integrity_test();
		});
	})
	.is_err()
}

#[test]
fn a_configuration_that_cannot_work_is_refused() {
	assert!(!is_refused(|| ()));
	assert!(is_refused(|| MaxLines::set(0)));
	assert!(is_refused(|| MaxLines::set(MOST_LINES + 1)));
	assert!(is_refused(|| MaxLinesEach::set(0)));
	assert!(is_refused(|| MaxLinesEach::set(17)));
	assert!(is_refused(|| MaxBook::set(0)));
	assert!(is_refused(|| MaxPeriod::set(0)));
	assert!(is_refused(|| MaxPeriod::set(FIVE_YEARS + 1)));
	assert!(is_refused(|| ExpiryWeight::set(<() as WeightInfo>::expire_nothing())));
	assert!(is_refused(|| ExpiryWeight::set(CreditLines::expiry_step())));
}

#[test]
fn a_shorter_period_of_the_runtime_holds() {
	ExtBuilder.build_and_execute(|| {
		MaxPeriod::set(10);
		let set = |until| {
			CreditLines::set_line(signed(BANK), ANNA, EURO, Terms { until, ..terms(1_000) })
		};
		assert_noop!(set(NOW + 11), Error::<Test>::LineTooLong);
		assert_ok!(set(NOW + 10));
	});
}

#[test]
fn what_is_kept_is_small() {
	// 32 + 5 + 25 + 16 + 2 + 16 with the accounts and balances of a runtime.
	assert!(Line::<[u8; 32], u128, u128>::max_encoded_len() <= 96);
	assert!(LineKey::<[u8; 32]>::max_encoded_len() <= 69);
}
