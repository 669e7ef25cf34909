use super::*;
use frame::traits::{GetCallName, UnfilteredDispatchable};

/// Who makes a call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Caller {
	Root,
	Nobody,
	Registrar,
	OtherRegistrar,
	Member,
	Stranger,
	/// Acts for the enterprise that the calls are about.
	Controller,
	/// Acted for it before.
	Former,
	/// Acts for its partner.
	Partner,
	/// May take control of it.
	Successor,
}
use Caller::*;

const CALLERS: [Caller; 10] = [
	Root,
	Nobody,
	Registrar,
	OtherRegistrar,
	Member,
	Stranger,
	Controller,
	Former,
	Partner,
	Successor,
];

/// Acts for Anna's enterprise.
const CONTROLLER: AccountId = 31;
/// Control of it is on offer to this one, and a recovery names it.
const SUCCESSOR: AccountId = 32;

impl Caller {
	fn origin(self) -> RuntimeOrigin {
		match self {
			Root => RuntimeOrigin::root(),
			Nobody => RuntimeOrigin::none(),
			Registrar => signed(REGISTRAR),
			OtherRegistrar => signed(OTHER_REGISTRAR),
			Member => signed(PLATFORM),
			Stranger => signed(STRANGER),
			Controller => signed(CONTROLLER),
			Former => signed(ANNA),
			Partner => signed(BERT),
			Successor => signed(SUCCESSOR),
		}
	}
}

/// Anna's enterprise, for which another account acts; verified; partner of Bert, to whom it proposed
/// one thing and who proposed another; with an offer and a recovery under way; and Carl's, which is
/// nothing yet.
fn scene() {
	register_all([ANNA, BERT, CARL]);
	rotate(ANNA, CONTROLLER);
	assert_ok!(attest(ANNA, Registered));
	supply(CONTROLLER, BERT);
	assert_ok!(TradeNetwork::propose_relationship(signed(CONTROLLER), BERT, Carries, true));
	assert_ok!(TradeNetwork::propose_relationship(signed(BERT), ANNA, Insures, true));
	assert_ok!(TradeNetwork::offer_control(signed(CONTROLLER), Some(SUCCESSOR)));
	assert_ok!(TradeNetwork::start_recovery(signed(REGISTRAR), ANNA, SUCCESSOR));
	Recoveries::<Test>::mutate(0, |recovery| recovery.as_mut().unwrap().ready = TODAY);
}

/// Every call about the scene, who may make it, and what it says to somebody else. Those not named
/// are refused.
fn calls() -> Vec<(Call<Test>, Vec<Caller>)> {
	let free = vec![Registrar, OtherRegistrar, Member, Stranger, Successor];
	let signers =
		CALLERS.into_iter().filter(|caller| !matches!(caller, Root | Nobody)).collect::<Vec<_>>();
	let consent = Consent { sponsor: PLATFORM, account: BEGGAR, details: details(9), until: TODAY };
	let signature = TestSignature(BEGGAR, consent.payload(&GENESIS));
	let SignedAgreement { agreement, giver_signature, receiver_signature } =
		by_both(agreement(CONTROLLER, CARL, Supplies));
	let batch = vec![SignedAgreement {
		agreement: agreement.clone(),
		giver_signature: giver_signature.clone(),
		receiver_signature: receiver_signature.clone(),
	}];
	vec![
		(Call::register_enterprise { details: details(9) }, free),
		(
			Call::sponsor_enterprise {
				account: BEGGAR,
				details: details(9),
				until: TODAY,
				signature,
			},
			// Another member would need a consent of its own.
			vec![Member],
		),
		(Call::update_enterprise { details: details(BERT) }, vec![Partner]),
		(Call::close_enterprise {}, vec![]),
		(
			Call::attest_enterprise {
				account: ANNA,
				level: Registered,
				entity: entity(ANNA as u8),
				until: TODAY + 1,
			},
			vec![Registrar, OtherRegistrar],
		),
		(Call::revoke_attestation { account: ANNA }, vec![Root, Registrar]),
		(Call::offer_control { account: Some(33) }, vec![Controller, Partner]),
		(Call::accept_control { subject: ANNA }, vec![Successor]),
		(
			Call::start_recovery { subject: ANNA, account: 33 },
			// The scene's recovery is taken out of the way first.
			vec![Root, Registrar, OtherRegistrar],
		),
		(Call::cancel_recovery { subject: ANNA }, vec![Root, Registrar, Controller]),
		(Call::finish_recovery { subject: ANNA }, vec![Successor]),
		(
			Call::propose_relationship { partner: CARL, kind: Supplies, gives: true },
			vec![Controller, Partner],
		),
		(Call::withdraw_proposal { partner: BERT, kind: Carries, gives: true }, vec![Controller]),
		(
			Call::answer_proposal { partner: BERT, kind: Insures, gives: false, accept: true },
			vec![Controller],
		),
		(
			Call::submit_agreement { agreement, giver_signature, receiver_signature },
			signers.clone(),
		),
		(Call::submit_agreements { agreements: batch.try_into().unwrap() }, signers),
		(Call::end_relationship { partner: BERT }, vec![Controller]),
	]
}

#[test]
fn every_call_with_every_origin() {
	let count = ExtBuilder::default().build().execute_with(|| {
		scene();
		calls().len()
	});
	for index in 0..count {
		for caller in CALLERS {
			ExtBuilder::default().build_and_execute(|| {
				scene();
				let (call, allowed) = calls().swap_remove(index);
				if matches!(call, Call::start_recovery { .. }) {
					Recoveries::<Test>::remove(0);
				}
				let name = call.get_call_name();
				let dispatch = || call.clone().dispatch_bypass_filter(caller.origin());
				if allowed.contains(&caller) {
					assert!(dispatch().is_ok(), "{caller:?}: {name}: {:?}", dispatch());
				} else {
					let error = assert_refused(dispatch);
					// Origins that are no account are refused as such.
					let is_bad = error == DispatchError::BadOrigin;
					let no_account = caller == Nobody
						|| caller == Root && !name.contains("recovery") && !name.contains("revoke");
					if no_account {
						assert!(is_bad, "{caller:?}: {name}: {error:?}");
					}
					if !matches!(caller, Nobody | Root) {
						assert!(!is_bad, "{caller:?}: {name}: {error:?}");
					}
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
	ExtBuilder::default().build_and_execute(|| {
		scene();
		let names = calls().iter().map(|(call, _)| call.get_call_name()).collect::<Vec<_>>();
		assert_eq!(names, Call::<Test>::get_call_names());
	});
}

#[test]
fn a_wrong_role_has_an_error_of_its_own() {
	ExtBuilder::default().build_and_execute(|| {
		scene();
		for (index, caller, error) in [
			(1, Stranger, Error::<Test>::NotMember),
			(2, Stranger, Error::<Test>::NotRegistered),
			(3, Former, Error::<Test>::NotController),
			(4, Member, Error::<Test>::NotRegistrar),
			(5, OtherRegistrar, Error::<Test>::NotAttester),
			(6, Former, Error::<Test>::NotController),
			(7, Stranger, Error::<Test>::NotSuccessor),
			(8, Controller, Error::<Test>::NotRegistrar),
			(9, Partner, Error::<Test>::MayNotCancel),
			(10, Controller, Error::<Test>::NotSuccessor),
			(11, Former, Error::<Test>::NotController),
			(12, Former, Error::<Test>::NotController),
			(13, Former, Error::<Test>::NotController),
			(16, Former, Error::<Test>::NotController),
		] {
			let (call, _) = calls().swap_remove(index);
			assert_noop!(call.dispatch_bypass_filter(caller.origin()), error);
		}
	});
}
