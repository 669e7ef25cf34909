use super::*;
use frame::traits::{GetCallName, UnfilteredDispatchable};
use hanse_credit_model::Profile;

/// Who makes a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Caller {
	Root,
	Nobody,
	/// The enterprise that the calls are about.
	Enterprise,
	/// A member with the role of a bank, and a profile.
	Bank,
	/// A member with another role.
	Customs,
	/// A member without a role.
	Member,
	Stranger,
}
use Caller::*;

const CALLERS: [Caller; 7] = [Root, Nobody, Enterprise, Bank, Customs, Member, Stranger];

impl Caller {
	fn origin(self) -> RuntimeOrigin {
		match self {
			Root => RuntimeOrigin::root(),
			Nobody => RuntimeOrigin::none(),
			Enterprise => signed(SUBJECT),
			Bank => signed(BANK),
			Customs => signed(CUSTOMS),
			Member => signed(MEMBER),
			Stranger => signed(STRANGER),
		}
	}
}

/// There is a subject, and a bank with a profile.
fn scene() {
	praise();
	let profile = Profile::of(&strict());
	assert_ok!(CreditScore::set_profile(signed(BANK), Purpose::Bank, profile));
}

/// Every call, what must have happened before, and who may make it. Those not named are refused.
#[allow(clippy::type_complexity, reason = "a table, whose columns the line above names")]
fn calls() -> Vec<(Call<Test>, fn(), Vec<Caller>)> {
	let nothing: fn() = || ();
	let scheduled: fn() = || {
		assert_ok!(schedule(strict(), 100));
	};
	let purpose = Purpose::Bank;
	vec![
		(
			Call::schedule_parameters { parameters: Box::new(strict()), effective: 100 },
			nothing,
			vec![Root],
		),
		(Call::cancel_parameters {}, scheduled, vec![Root]),
		(
			Call::refresh { subject: SUBJECT },
			nothing,
			vec![Enterprise, Bank, Customs, Member, Stranger],
		),
		(Call::set_profile { purpose, profile: Profile::of(&strict()) }, nothing, vec![Bank]),
		(Call::remove_profile { purpose }, nothing, vec![Bank]),
	]
}

#[test]
fn every_call_with_every_origin() {
	for index in 0..calls().len() {
		for caller in CALLERS {
			ExtBuilder::default().build_and_execute(|| {
				scene();
				let (call, before, allowed) = calls().swap_remove(index);
				before();
				let name = call.get_call_name();
				let dispatch = || call.clone().dispatch_bypass_filter(caller.origin());
				if allowed.contains(&caller) {
					let done = dispatch();
					assert!(done.is_ok(), "{caller:?}: {name}: {done:?}");
				} else {
					let error = dispatch().unwrap_err().error;
					assert_noop!(dispatch(), error);
					// Whoever signs is told what it lacks, unless it takes a vote.
					let signs = !matches!(caller, Nobody | Root);
					let is_bad = error == DispatchError::BadOrigin;
					assert_eq!(
						is_bad,
						!signs || allowed == [Root],
						"{caller:?}: {name}: {error:?}"
					);
				}
			});
		}
	}
}

#[test]
fn every_call_is_in_the_table() {
	let names = calls().iter().map(|(call, ..)| call.get_call_name()).collect::<Vec<_>>();
	assert_eq!(names, Call::<Test>::get_call_names());
}
