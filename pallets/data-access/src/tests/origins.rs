use super::*;
use frame::traits::{GetCallName, UnfilteredDispatchable};

/// Who makes a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Caller {
	Root,
	Nobody,
	/// Belongs to the enterprise that the calls are about; its evidence was granted by this account.
	Subject,
	/// Belongs to it too.
	SubjectsOther,
	/// Another enterprise.
	Enterprise,
	/// Has a grant.
	Grantee,
	/// Belongs to the grantee too.
	GranteesOther,
	/// A member.
	Member,
	/// A member with the role of a supervisor.
	Supervisor,
	Stranger,
}
use Caller::*;

const CALLERS: [Caller; 10] = [
	Root,
	Nobody,
	Subject,
	SubjectsOther,
	Enterprise,
	Grantee,
	GranteesOther,
	Member,
	Supervisor,
	Stranger,
];

impl Caller {
	fn origin(self) -> RuntimeOrigin {
		match self {
			Root => RuntimeOrigin::root(),
			Nobody => RuntimeOrigin::none(),
			Subject => signed(ANNA),
			SubjectsOther => signed(ANNAS_OTHER),
			Enterprise => signed(BERT),
			Grantee => signed(BANK),
			GranteesOther => signed(BANKS_OTHER),
			Member => signed(PLATFORM),
			Supervisor => signed(SUPERVISOR),
			Stranger => signed(STRANGER),
		}
	}
}

/// Anna has granted to the bank. All of their accounts have money.
fn scene() {
	for account in [ANNAS_OTHER, BANKS_OTHER] {
		assert_ok!(Balances::transfer_allow_death(signed(CARL), account, 100_000));
	}
	grant(ANNA, BANK);
}

/// Every call about the scene, and who may make it. Those not named are refused.
fn calls() -> Vec<(Call<Test>, Vec<Caller>)> {
	let signers =
		CALLERS.into_iter().filter(|caller| !matches!(caller, Root | Nobody)).collect::<Vec<_>>();
	let permission = permission(ANNA, terms(CARRIER));
	let permitted = TestSignature(ANNA, permission.payload(&GENESIS));
	let revocation = Revocation { account: ANNA, id: 0 };
	let revoked = TestSignature(ANNA, revocation.payload(&GENESIS));
	let disclosures = vec![lawful(ANNA, CUSTOMS)].try_into().unwrap();
	vec![
		// Whoever signs is its own subject.
		(Call::grant_access { terms: terms(CARRIER) }, signers.clone()),
		(Call::bring_permission { permission, signature: permitted }, signers.clone()),
		(Call::change_grant { id: 0, until: LATER + 1, keys: None }, vec![Subject, SubjectsOther]),
		(Call::revoke_grant { id: 0 }, vec![Subject, SubjectsOther]),
		(Call::bring_revocation { revocation, signature: revoked }, signers),
		(Call::renounce_grant { id: 0 }, vec![Grantee, GranteesOther]),
		(Call::log_disclosures { disclosures }, vec![Grantee, Member, Supervisor]),
	]
}

#[test]
fn every_call_with_every_origin() {
	let count = ExtBuilder.build().execute_with(|| {
		scene();
		calls().len()
	});
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
		scene();
		let names = calls().iter().map(|(call, _)| call.get_call_name()).collect::<Vec<_>>();
		assert_eq!(names, Call::<Test>::get_call_names());
	});
}

#[test]
fn a_wrong_account_has_an_error_of_its_own() {
	ExtBuilder.build_and_execute(|| {
		scene();
		for (index, caller, error) in [
			(2, Grantee, Error::<Test>::NotSubject),
			(2, Stranger, Error::NotSubject),
			(3, Grantee, Error::NotSubject),
			(3, Enterprise, Error::NotSubject),
			(5, Subject, Error::NotGrantee),
			(5, Member, Error::NotGrantee),
			(6, Subject, Error::NotMember),
			(6, GranteesOther, Error::NotMember),
		] {
			let (call, _) = calls().swap_remove(index);
			assert_noop!(call.dispatch_bypass_filter(caller.origin()), error);
		}
	});
}
