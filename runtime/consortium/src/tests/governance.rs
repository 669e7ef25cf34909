//! What two thirds of the members can do, and what fewer cannot.

use super::{admit, apply_with_sponsor, chain, events};
use crate::{
	AccountId, Consortium, Council, Proxy, Runtime, RuntimeCall, RuntimeOrigin, System,
	configs::{CouncilInstance, ProxyType},
};
use codec::Encode;
use frame_support::{
	assert_noop, assert_ok,
	dispatch::GetDispatchInfo,
	traits::{Contains, InstanceFilter},
};
use hanse_types::Role;
use sp_core::H256;
use sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, Ferdie};
use sp_runtime::traits::{BlakeTwo256, Hash};

fn signed(who: Sr25519Keyring) -> RuntimeOrigin {
	RuntimeOrigin::signed(who.to_account_id())
}

/// [`motion_of`] three.
fn motion(call: RuntimeCall, voters: &[Sr25519Keyring]) -> bool {
	motion_of(3, call, voters)
}

/// Proposes a motion for which so many votes are enough, lets the others vote for it, and closes it
/// if they may.
fn motion_of(threshold: u32, call: RuntimeCall, voters: &[Sr25519Keyring]) -> bool {
	let length = call.encoded_size() as u32;
	let weight = call.get_dispatch_info().call_weight;
	let hash = BlakeTwo256::hash_of(&call);
	let index = pallet_collective::ProposalCount::<Runtime, CouncilInstance>::get();
	let (proposer, others) = voters.split_first().unwrap();
	if threshold < 2 {
		return Council::propose(signed(*proposer), threshold, Box::new(call), length).is_ok();
	}

	assert_ok!(Council::propose(signed(*proposer), threshold, Box::new(call), length));
	assert_ok!(Council::vote(signed(*proposer), hash, index, true));
	for voter in others {
		assert_ok!(Council::vote(signed(*voter), hash, index, true));
	}
	Council::close(signed(*proposer), hash, index, weight, length).is_ok()
}

/// The motion that Eve, who has applied and has a sponsor, be admitted.
fn admit_eve() -> RuntimeCall {
	let application = apply_with_sponsor(Eve, *b"HNSE00INSURANCE001", [Role::Insurer].into());
	RuntimeCall::Consortium(pallet_consortium::Call::admit_member {
		account: Eve.to_account_id(),
		application,
	})
}

fn seats() -> Vec<AccountId> {
	pallet_collective::Members::<Runtime, CouncilInstance>::get()
}

#[test]
fn three_of_four_admit_a_member() {
	chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
		assert!(motion(admit_eve(), &[Alice, Bob, Charlie]));
		assert!(Consortium::has_role(Eve.to_account_id(), Role::Insurer));
		assert!(seats().contains(&Eve.to_account_id()));
	});
}

#[test]
fn two_of_four_do_not() {
	chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
		assert!(!motion(admit_eve(), &[Alice, Bob]));
		assert!(Consortium::member(Eve.to_account_id()).is_none());
	});
}

#[test]
fn nobody_admits_alone() {
	chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
		use sp_runtime::{DispatchError::BadOrigin, traits::Dispatchable};
		assert_eq!(admit_eve().dispatch(signed(Alice)).unwrap_err().error, BadOrigin);
	});
}

/// A single motion by which the council does what only root may.
fn as_root(call: RuntimeCall) -> RuntimeCall {
	RuntimeCall::Utility(pallet_utility::Call::batch_all {
		calls: vec![
			RuntimeCall::Whitelist(pallet_whitelist::Call::whitelist_call {
				call_hash: BlakeTwo256::hash_of(&call),
			}),
			RuntimeCall::Whitelist(
				pallet_whitelist::Call::dispatch_whitelisted_call_with_preimage {
					call: Box::new(call),
				},
			),
		],
	})
}

#[test]
fn three_of_four_authorize_an_upgrade_with_one_motion() {
	chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
		let code_hash = BlakeTwo256::hash(b"the next release");
		let upgrade = RuntimeCall::System(frame_system::Call::authorize_upgrade { code_hash });

		assert!(!motion(as_root(upgrade.clone()), &[Alice, Bob]));
		assert!(System::authorized_upgrade().is_none());
		// The motion is the same one, and it still waits for its third vote.
		let hash = BlakeTwo256::hash_of(&as_root(upgrade.clone()));
		let call = as_root(upgrade);
		assert_ok!(Council::vote(signed(Dave), hash, 0, true));
		assert_ok!(Council::close(
			signed(Dave),
			hash,
			0,
			call.get_dispatch_info().call_weight,
			call.encoded_size() as u32,
		));
		assert!(
			events().iter().any(|event| event.contains("UpgradeAuthorized")),
			"{:#?}",
			events()
		);
		assert_eq!(System::authorized_upgrade().map(|it| *it.code_hash()), Some(code_hash));
	});
}

#[test]
fn seats_change_only_with_membership() {
	chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
		assert_noop!(
			Council::set_members(RuntimeOrigin::root(), vec![], None, 4),
			sp_runtime::DispatchError::BadOrigin
		);
	});
}

#[test]
fn validators_keep_their_keys() {
	use crate::configs::CallFilter;
	assert!(!CallFilter::contains(&RuntimeCall::Session(pallet_session::Call::purge_keys {})));
	let resign = RuntimeCall::Consortium(pallet_consortium::Call::resign {});
	assert!(CallFilter::contains(&resign));
}

#[test]
fn each_kind_of_delegate_does_its_own_and_nothing_else() {
	let remark = RuntimeCall::System(frame_system::Call::remark { remark: vec![] });
	let vote = RuntimeCall::Council(pallet_collective::Call::vote {
		proposal: Default::default(),
		index: 0,
		approve: true,
	});
	let rotate = RuntimeCall::Session(pallet_session::Call::purge_keys {});
	let evidence = RuntimeCall::CreditRecords(pallet_credit_records::Call::register_sources {
		sources: Default::default(),
	});
	let relate = RuntimeCall::TradeNetwork(pallet_trade_network::Call::end_relationship {
		partner: Eve.to_account_id(),
	});
	let hand_over =
		RuntimeCall::TradeNetwork(pallet_trade_network::Call::offer_control { account: None });
	let nodes = RuntimeCall::Consortium(pallet_consortium::Call::register_nodes {
		nodes: Default::default(),
	});
	let back = RuntimeCall::Attendance(pallet_attendance::Call::return_to_service {});
	let resign = RuntimeCall::Consortium(pallet_consortium::Call::resign {});
	let calls = [&remark, &vote, &rotate, &nodes, &back, &evidence, &relate, &hand_over, &resign];
	for (kind, allowed) in [
		(ProxyType::Any, &[0, 1, 2, 3, 4, 5, 6, 7, 8][..]),
		(ProxyType::Evidence, &[5]),
		(ProxyType::Governance, &[1]),
		(ProxyType::Validator, &[2, 3, 4]),
		(ProxyType::Trade, &[6]),
	] {
		for (i, call) in calls.iter().enumerate() {
			assert_eq!(kind.filter(call), allowed.contains(&i), "{kind:?}: {call:?}");
		}
		assert!(ProxyType::Any.is_superset(&kind));
		assert_eq!(kind.is_superset(&ProxyType::Any), kind == ProxyType::Any);
	}
}

#[test]
fn a_batch_does_not_widen_what_a_delegate_may_do() {
	chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
		assert_ok!(Proxy::add_proxy(
			signed(Alice),
			Eve.to_account_id().into(),
			ProxyType::Evidence,
			0
		));
		let before = crate::Balances::free_balance(Eve.to_account_id());
		let batch = RuntimeCall::Utility(pallet_utility::Call::batch_all {
			calls: vec![RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive {
				dest: Eve.to_account_id().into(),
				value: 1,
			})],
		});
		assert_ok!(Proxy::proxy(signed(Eve), Alice.to_account_id().into(), None, Box::new(batch)));
		System::assert_last_event(
			pallet_proxy::Event::ProxyExecuted {
				result: Err(frame_system::Error::<Runtime>::CallFiltered.into()),
			}
			.into(),
		);
		assert_eq!(crate::Balances::free_balance(Eve.to_account_id()), before);
	});
}

/// Alice, Bob, Charlie and Dave, and two members that do not validate: a third of six is two.
fn six() {
	admit(Eve, *b"HNSE00INSURANCE001", [Role::Insurer].into());
	admit(Ferdie, *b"HNSE00FERDINAND001", [Role::Auditor].into());
}

#[test]
fn one_third_sets_a_member_aside_but_takes_no_seat() {
	chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
		six();
		let evidence = H256::repeat_byte(0xee);
		let provisional = |who: Sr25519Keyring| {
			RuntimeCall::Consortium(pallet_consortium::Call::suspend_provisionally {
				account: who.to_account_id(),
				evidence,
			})
		};
		assert!(motion_of(2, provisional(Dave), &[Alice, Bob]));
		assert!(!Consortium::has_role(Dave.to_account_id(), Role::Customs));
		assert!(seats().contains(&Dave.to_account_id()));

		// What two thirds may do a third may not, and a single member not even that.
		let for_good = RuntimeCall::Consortium(pallet_consortium::Call::suspend_member {
			account: Charlie.to_account_id(),
			evidence,
		});
		assert!(motion_of(2, for_good, &[Alice, Bob]));
		assert!(Consortium::has_role(Charlie.to_account_id(), Role::Carrier));
		assert!(motion_of(1, provisional(Eve), &[Alice]));
		assert!(Consortium::has_role(Eve.to_account_id(), Role::Insurer));
	});
}

#[test]
fn a_member_set_aside_is_back_when_the_time_is_over() {
	chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
		six();
		assert!(motion_of(
			2,
			RuntimeCall::Consortium(pallet_consortium::Call::suspend_provisionally {
				account: Dave.to_account_id(),
				evidence: H256::repeat_byte(0xee),
			}),
			&[Alice, Bob]
		));
		let until = Consortium::suspension(Dave.to_account_id()).unwrap().until.unwrap();
		System::set_block_number(until - 1);
		assert!(!Consortium::has_role(Dave.to_account_id(), Role::Customs));
		System::set_block_number(until);
		assert!(Consortium::has_role(Dave.to_account_id(), Role::Customs));
	});
}

#[test]
fn a_bond_is_held_from_application_to_resignation() {
	use frame_support::traits::fungible::InspectHold;
	chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
		let held = || crate::Balances::total_balance_on_hold(&Eve.to_account_id());
		let bond = crate::configs::Bond::get();
		admit(Eve, *b"HNSE00INSURANCE001", [Role::Insurer].into());
		assert_eq!(held(), bond);
		assert_ok!(Consortium::resign(signed(Eve)));
		assert_eq!(held(), 0);
		assert!(!seats().contains(&Eve.to_account_id()));
	});
}

#[test]
fn a_seat_lost_by_suspension_comes_back_with_reinstatement() {
	chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
		let dave = Dave.to_account_id();
		let suspend = RuntimeCall::Consortium(pallet_consortium::Call::suspend_member {
			account: dave.clone(),
			evidence: H256::repeat_byte(0xee),
		});
		assert!(motion(suspend, &[Alice, Bob, Charlie]));
		assert!(!seats().contains(&dave));
		// Two of three are two thirds.
		let reinstate = RuntimeCall::Consortium(pallet_consortium::Call::reinstate_member {
			account: dave.clone(),
		});
		assert!(motion_of(2, reinstate, &[Alice, Bob]));
		assert!(seats().contains(&dave));
	});
}
