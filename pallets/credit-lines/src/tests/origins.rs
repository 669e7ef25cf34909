use super::*;
use frame::traits::{GetCallName, UnfilteredDispatchable};

/// Who makes a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Caller {
	Root,
	Nobody,
	/// The bank that set the line.
	Bank,
	/// The bank that set the line, after it has lost its role.
	FormerBank,
	/// Another bank.
	OtherBank,
	/// Acts for the enterprise that the line is for.
	Subject,
	/// Acts for it too.
	SubjectsOther,
	/// Another enterprise.
	Enterprise,
	/// A member with other roles.
	Member,
	Stranger,
}
use Caller::*;

const CALLERS: [Caller; 10] = [
	Root,
	Nobody,
	Bank,
	FormerBank,
	OtherBank,
	Subject,
	SubjectsOther,
	Enterprise,
	Member,
	Stranger,
];

impl Caller {
	fn origin(self) -> RuntimeOrigin {
		match self {
			Root => RuntimeOrigin::root(),
			Nobody => RuntimeOrigin::none(),
			Bank => signed(BANK),
			FormerBank => {
				Members::set(BANK, &[Role::Insurer]);
				signed(BANK)
			},
			OtherBank => signed(OTHER_BANK),
			Subject => signed(ANNA),
			SubjectsOther => signed(ANNAS_OTHER),
			Enterprise => signed(BERT),
			Member => signed(PLATFORM),
			Stranger => signed(STRANGER),
		}
	}
}

/// The bank has a line open and drawn, and another one suspended.
fn scene() {
	set_and_draw(400);
	assert_ok!(CreditLines::set_line(signed(BANK), ANNA, DOLLAR, terms(5)));
	assert_ok!(CreditLines::suspend_line(signed(BANK), ANNA, DOLLAR));
}

/// Every call about the scene, and who may make it. Those not named are refused.
fn calls() -> Vec<(Call<Test>, Vec<Caller>)> {
	let (subject, asset) = (ANNA, EURO);
	vec![
		(Call::set_line { enterprise: CARL, asset, terms: terms(1) }, vec![Bank, OtherBank]),
		(Call::change_line { subject, asset, terms: terms(1) }, vec![Bank]),
		(Call::withdraw_line { subject, asset }, vec![Bank, FormerBank]),
		(Call::suspend_line { subject, asset }, vec![Bank]),
		(Call::resume_line { subject, asset: DOLLAR }, vec![Bank]),
		(Call::note_repayment { subject, asset, amount: 1 }, vec![Bank, FormerBank]),
		(Call::decline_line { bank: BANK, asset }, vec![Subject, SubjectsOther]),
	]
}

#[test]
fn every_call_with_every_origin() {
	let count = ExtBuilder.build().execute_with(|| calls().len());
	for index in 0..count {
		for caller in CALLERS {
			ExtBuilder.build_and_execute(|| {
				scene();
				let (call, allowed) = calls().swap_remove(index);
				let name = call.get_call_name();
				let dispatch = || call.clone().dispatch_bypass_filter(caller.origin());
				if allowed.contains(&caller) {
					let done = dispatch();
					assert!(done.is_ok(), "{caller:?}: {name}: {done:?}");
				} else {
					let error = assert_refused(dispatch);
					// Origins that are no account are refused as such.
					let is_bad = error == DispatchError::BadOrigin;
					let no_account = matches!(caller, Nobody | Root);
					assert_eq!(is_bad, no_account, "{caller:?}: {name}: {error:?}");
				}
			});
		}
	}
}

/// The error of what is refused and changes nothing.
fn assert_refused(dispatch: impl Fn() -> DispatchResultWithPostInfo) -> DispatchError {
	let error = dispatch().unwrap_err().error;
	assert_noop!(dispatch(), error);
	error
}

#[test]
fn every_call_is_in_the_table() {
	ExtBuilder.build_and_execute(|| {
		let names = calls().iter().map(|(call, _)| call.get_call_name()).collect::<Vec<_>>();
		assert_eq!(names, Call::<Test>::get_call_names());
	});
}

#[test]
fn a_wrong_account_has_an_error_of_its_own() {
	for (index, caller, error) in [
		(0, FormerBank, Error::<Test>::NotBank),
		(0, Member, Error::NotBank),
		(1, FormerBank, Error::NotBank),
		(1, OtherBank, Error::UnknownLine),
		(2, OtherBank, Error::UnknownLine),
		(2, Subject, Error::UnknownLine),
		(3, FormerBank, Error::NotBank),
		(4, Subject, Error::NotBank),
		(5, Subject, Error::UnknownLine),
		(6, Bank, Error::UnknownLine),
		(6, Enterprise, Error::UnknownLine),
	] {
		ExtBuilder.build_and_execute(|| {
			scene();
			let (call, _) = calls().swap_remove(index);
			assert_noop!(call.dispatch_bypass_filter(caller.origin()), error);
		});
	}
}
