//! What a runtime may and may not be configured to.

use super::*;
use std::panic::catch_unwind;

fn is_refused(configure: impl FnOnce() + std::panic::UnwindSafe) -> bool {
	catch_unwind(|| {
		ExtBuilder.build().execute_with(|| {
			configure();
			DataAccess::integrity_test();
		});
	})
	.is_err()
}

#[test]
fn a_configuration_that_cannot_work_is_refused() {
	assert!(!is_refused(|| ()));
	assert!(is_refused(|| MaxGrants::set(0)));
	assert!(is_refused(|| MaxPeriod::set(0)));
	assert!(is_refused(|| MaxPeriod::set(FIVE_YEARS + 1)));
	assert!(is_refused(|| ExpiryWeight::set(<() as WeightInfo>::expire_nothing())));
	assert!(is_refused(|| ExpiryWeight::set(DataAccess::expiry_step())));
}

#[test]
fn a_shorter_period_of_the_runtime_holds() {
	ExtBuilder.build_and_execute(|| {
		MaxPeriod::set(10);
		let until = |until| DataAccess::grant_access(signed(ANNA), Terms { until, ..terms(BANK) });
		assert_noop!(until(NOW + 11), Error::<Test>::GrantTooLong);
		assert_ok!(until(NOW + 10));
	});
}

#[test]
fn what_is_kept_is_small() {
	// 32 + 32 + 1 + 1 + 8 + 8 + 33 + 32 + 16 with the accounts and balances of a runtime.
	assert!(Grant::<[u8; 32], u128>::max_encoded_len() <= 163);
	assert!(File::<u32>::max_encoded_len() <= 53);
}

#[test]
fn the_fullest_call_is_taken() {
	ExtBuilder.build_and_execute(|| {
		let full = Disclosure { documents: documents(&[1, 2, 3]), ..lawful(ANNA, CUSTOMS) };
		assert_ok!(log_all(PLATFORM, vec![full; 4]));
		assert_eq!(DataAccess::disclosure_log(ANNA).entries, 4);
	});
}
