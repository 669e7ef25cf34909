//! Sessions, authors, and what happens to a validator that votes twice.

use super::{chain, events};
use crate::{
	Consortium, Grandpa, Historical, Runtime, RuntimeOrigin, Session, System, configs::ToAuthor,
};
use finality_grandpa::{Message, Prevote};
use frame_support::{
	assert_ok,
	traits::{KeyOwnerProofSystem, OnInitialize, OnUnbalanced, fungible::Balanced},
};
use hanse_runtime_common::time;
use hanse_types::Role;
use sp_consensus_grandpa::{
	AuthorityId, AuthorityPair, Equivocation, EquivocationProof, KEY_TYPE, localized_payload,
};
use sp_core::{H256, Pair};
use sp_genesis_builder::{DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};

/// Lets the sessions pass that begin up to and including the block.
fn run_to(block: u32) {
	for number in System::block_number() + 1..=block {
		System::set_block_number(number);
		Session::on_initialize(number);
	}
}

#[test]
fn a_validator_ceases_two_sessions_after_its_role_is_withdrawn() {
	chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
		let dave = Sr25519Keyring::Dave.to_account_id();
		assert_ok!(Consortium::withdraw_role(RuntimeOrigin::root(), dave.clone(), Role::Validator));
		assert!(Session::validators().contains(&dave));
		run_to(time::HOURS);
		assert!(Session::validators().contains(&dave));
		run_to(2 * time::HOURS);
		assert!(!Session::validators().contains(&dave));
		assert_eq!(pallet_aura::Authorities::<Runtime>::get().len(), 3);
	});
}

/// Signs two votes of the same round for different blocks.
fn double_vote(set_id: u64, round: u64) -> EquivocationProof<H256, u32> {
	let voter = Ed25519Keyring::Charlie;
	let vote = |target: u8| {
		let prevote = Prevote { target_hash: H256::repeat_byte(target), target_number: 1 };
		let payload =
			localized_payload(round, set_id, &Message::<H256, u32>::Prevote(prevote.clone()));
		let pair = AuthorityPair::from(voter.pair());
		(prevote, pair.sign(&payload))
	};
	EquivocationProof::new(
		set_id,
		Equivocation::Prevote(finality_grandpa::Equivocation {
			round_number: round,
			identity: voter.public().into(),
			first: vote(1),
			second: vote(2),
		}),
	)
}

#[test]
fn a_double_vote_is_proved_and_the_validator_disabled() {
	chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
		let charlie = Sr25519Keyring::Charlie.to_account_id();
		// History is written when a session begins.
		run_to(time::HOURS);
		let key = AuthorityId::from(Ed25519Keyring::Charlie.public());
		let proof = Historical::prove((KEY_TYPE, key)).unwrap();
		let set_id = pallet_grandpa::CurrentSetId::<Runtime>::get();
		assert_ok!(Grandpa::report_equivocation_unsigned(
			RuntimeOrigin::none(),
			Box::new(double_vote(set_id, 1)),
			proof,
		));
		let index = Session::validators().iter().position(|who| *who == charlie).unwrap();
		assert_eq!(Session::disabled_validators(), vec![index as u32]);
		assert!(
			events().iter().any(|event| event.contains("MisbehaviourReported")),
			"{:#?}",
			events()
		);
	});
}

#[test]
fn history_does_not_grow_for_ever() {
	chain(DEV_RUNTIME_PRESET).execute_with(|| {
		let sessions = crate::configs::HISTORY_DEPTH + 10;
		run_to(sessions * time::MINUTES);
		let (first, last) = pallet_session::historical::StoredRange::<Runtime>::get().unwrap();
		assert!(last - first <= crate::configs::HISTORY_DEPTH + 3, "{first}..{last}");
		assert!(first > 0);
	});
}

#[test]
fn a_fee_without_a_known_author_is_burnt() {
	chain(DEV_RUNTIME_PRESET).execute_with(|| {
		let before = crate::Balances::total_issuance();
		let fee = crate::Balances::issue(1_000);
		ToAuthor::on_unbalanceds([fee].into_iter());
		assert_eq!(crate::Balances::total_issuance(), before);
	});
}
