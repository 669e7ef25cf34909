use super::*;
use crate::{Absent, Call};
use frame::traits::{GetCallName, UnfilteredDispatchable};

const ABSENT: u64 = 2;

/// Every call, with the names of the origins that may make it.
fn calls() -> [(Call<Test>, &'static [&'static str]); 2] {
	[
		(Call::return_to_service {}, &["an absent validator"]),
		(Call::set_tolerance { share: Perbill::from_percent(10) }, &["root"]),
	]
}

#[test]
fn every_call_with_every_origin() {
	let origins = [
		("root", RuntimeOrigin::root()),
		("an absent validator", RuntimeOrigin::signed(ABSENT)),
		("a validator", RuntimeOrigin::signed(1)),
		("a stranger", RuntimeOrigin::signed(STRANGER)),
		("nobody", RuntimeOrigin::none()),
		("an authorised transaction", frame_system::RawOrigin::Authorized.into()),
	];
	for (call, allowed) in calls() {
		for (name, origin) in &origins {
			ExtBuilder::default().build_and_execute(|| {
				run_to_session(1, &[ABSENT]);
				assert!(Absent::<Test>::contains_key(ABSENT));
				let result = || call.clone().dispatch_bypass_filter(origin.clone());
				if allowed.contains(name) {
					assert!(result().is_ok(), "{name}: {call:?}");
				} else {
					let before = frame::deps::sp_io::storage::root(StateVersion::V1);
					assert!(result().is_err(), "{name}: {call:?}");
					assert_eq!(frame::deps::sp_io::storage::root(StateVersion::V1), before);
				}
			});
		}
	}
}

#[test]
fn every_call_is_in_the_table() {
	let names = calls().map(|(call, _)| call.get_call_name());
	assert_eq!(names.as_slice(), Call::<Test>::get_call_names());
}
