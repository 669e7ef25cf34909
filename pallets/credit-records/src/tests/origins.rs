//! Every call with every origin: root, a stranger, a member without the role, providers.

use super::*;

/// Runs something that must not change the state.
fn assert_storage<R>(run: impl FnOnce() -> R) -> R {
	let before = frame::deps::sp_io::storage::root(Default::default());
	let result = run();
	assert_eq!(frame::deps::sp_io::storage::root(Default::default()), before);
	result
}

fn calls() -> Vec<Call<Test>> {
	let mode = Mode::AllOrNothing;
	vec![
		Call::register_sources { sources: vec![ALICE].try_into().unwrap() },
		Call::submit_record { sequence: 0, record: rating(1) },
		Call::submit_batch { first: 0, mode, records: batch([rating(1)]) },
		Call::submit_confirmed {
			first: 0,
			mode,
			records: batch([rating(1)]),
			signatures: Default::default(),
		},
		Call::end_import {},
		Call::set_schema {
			indicator: Indicator::Rating,
			terms: CreditRecords::schema(Indicator::Rating).terms,
		},
		Call::set_rules { rules: CreditRecords::rules() },
	]
}

#[test]
fn each_call_takes_only_its_own() {
	let provider = Some(Error::<Test>::NotProvider.into());
	let bad = Some(DispatchError::BadOrigin);
	for (origin, [by_provider, by_vote]) in [
		(RuntimeOrigin::none(), [bad, bad]),
		(RuntimeOrigin::root(), [bad, None]),
		(RuntimeOrigin::signed(STRANGER), [provider, bad]),
		(RuntimeOrigin::signed(AUDITOR), [provider, bad]),
		(RuntimeOrigin::signed(PLATFORM), [None, bad]),
	] {
		for index in 0..7 {
			ExtBuilder::default().importing().build_and_execute(|| {
				if index > 0 {
					register(PLATFORM, &[ALICE]);
				}
				let call = RuntimeCall::CreditRecords(calls().swap_remove(index));
				match if index < 4 { by_provider } else { by_vote } {
					None => {
						assert_ok!(call.dispatch(origin.clone()));
					},
					Some(error) => {
						let result = assert_storage(|| call.dispatch(origin.clone()));
						assert_eq!(result.unwrap_err().error, error);
					},
				}
			});
		}
	}
}

/// The other calls are signed by anybody, and decide by who it is.
#[test]
fn the_other_calls_are_signed() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		submit([rating(1)]);
		let proof = || proof(PLATFORM, 0);
		let (provider, sequence, category) = (PLATFORM, 0, Category::Behaviour);
		let calls = [
			Call::<Test>::confirm_record { proof: proof() },
			Call::post_bond { category, amount: 1 },
			Call::release_bond { category },
			Call::withdraw_bond { category },
			Call::report_contradiction { first: proof(), second: proof() },
			Call::object { proof: proof(), reason: Reason::Inaccurate, statement: H256::zero() },
			Call::answer_objection { sequence, answer: H256::zero() },
			Call::withdraw_record { proof: proof() },
			Call::withdraw_objection { provider, sequence },
			Call::review { provider, sequence, verdict: Verdict::Upheld },
			Call::close_objection { provider, sequence },
		];
		for call in calls {
			for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
				let call = RuntimeCall::CreditRecords(call.clone());
				let result = assert_storage(|| call.dispatch(origin));
				assert_eq!(result.unwrap_err().error, DispatchError::BadOrigin);
			}
		}
	});
}
