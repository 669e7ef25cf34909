use super::*;
use crate::Call;
use frame::traits::{GetCallName, UnfilteredDispatchable};

/// Every call, with the names of the origins that may make it.
fn calls() -> [(Call<Test>, &'static [&'static str]); 2] {
	let equivocation_proof = Box::new(proof(OFFENDER, SLOT));
	let key_owner_proof = key_owner_proof(OFFENDER);
	[
		(
			Call::report_equivocation {
				equivocation_proof: equivocation_proof.clone(),
				key_owner_proof: key_owner_proof.clone(),
			},
			&["a stranger", "a validator", "the offender"],
		),
		(
			Call::report_equivocation_unsigned { equivocation_proof, key_owner_proof },
			&["an authorised transaction"],
		),
	]
}

#[test]
fn every_call_with_every_origin() {
	let origins = [
		("root", RuntimeOrigin::root()),
		("a stranger", RuntimeOrigin::signed(STRANGER)),
		("a validator", RuntimeOrigin::signed(1)),
		("the offender", RuntimeOrigin::signed(OFFENDER)),
		("nobody", RuntimeOrigin::none()),
		("an authorised transaction", frame_system::RawOrigin::Authorized.into()),
	];
	for index in 0..2 {
		for (name, origin) in &origins {
			ExtBuilder::default().build_and_execute(|| {
				let (call, allowed) = calls()[index].clone();
				let result = || call.clone().dispatch_bypass_filter(origin.clone());
				if allowed.contains(name) {
					assert!(result().is_ok(), "{name}: {}", call.get_call_name());
				} else {
					assert_noop!(result(), BadOrigin);
				}
			});
		}
	}
}

#[test]
fn every_call_is_in_the_table() {
	ExtBuilder::default().build_and_execute(|| {
		let names = calls().map(|(call, _)| call.get_call_name());
		assert_eq!(names.as_slice(), Call::<Test>::get_call_names());
	});
}
