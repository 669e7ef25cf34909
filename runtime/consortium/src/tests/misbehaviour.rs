//! What happens to a validator that is proven to have voted or authored twice.

use super::{chain, events, run_to};
use crate::{
	AuraEquivocation, Balance, Balances, Consortium, Grandpa, Header, Historical, Runtime,
	RuntimeCall, RuntimeOrigin, Session,
	configs::{CouncilInstance, ReporterReward},
};
use finality_grandpa::{Message, Prevote};
use frame_support::{assert_noop, assert_ok, traits::KeyOwnerProofSystem};
use hanse_runtime_common::time;
use hanse_types::Role;
use pallet_consortium::SuspensionCause;
use sp_consensus_aura::{
	Slot,
	digests::CompatibleDigestItem,
	sr25519::{AuthorityId as AuraId, AuthorityPair as AuraPair},
};
use sp_consensus_grandpa::{
	AuthorityId, AuthorityPair, Equivocation, EquivocationProof, KEY_TYPE, localized_payload,
};
use sp_core::{H256, Pair};
use sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET;
use sp_keyring::{
	Ed25519Keyring,
	Sr25519Keyring::{self, Alice, Bob, Charlie},
};
use sp_runtime::{Digest, DigestItem, traits::Header as _};

/// Signs two votes of the same round for different blocks.
fn double_vote(set_id: u64, round: u64, voter: Ed25519Keyring) -> EquivocationProof<H256, u32> {
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

fn report_double_vote(by: Sr25519Keyring, voter: Ed25519Keyring) {
	let key = AuthorityId::from(voter.public());
	let set_id = pallet_grandpa::CurrentSetId::<Runtime>::get();
	assert_ok!(Grandpa::report_equivocation(
		RuntimeOrigin::signed(by.to_account_id()),
		Box::new(double_vote(set_id, 1, voter)),
		Historical::prove((KEY_TYPE, key)).unwrap(),
	));
}

/// Signs a block for a slot.
fn authored(author: Sr25519Keyring, slot: u64, parent: u8) -> Header {
	let digest = Digest {
		logs: vec![<DigestItem as CompatibleDigestItem<
			sp_consensus_aura::sr25519::AuthoritySignature,
		>>::aura_pre_digest(Slot::from(slot))],
	};
	let mut header =
		Header::new(1, Default::default(), Default::default(), H256::repeat_byte(parent), digest);
	let seal = AuraPair::from(author.pair()).sign(header.hash().as_ref());
	header.digest_mut().push(DigestItem::aura_seal(seal));
	header
}

fn double_block(
	author: Sr25519Keyring,
	slot: u64,
) -> sp_consensus_slots::EquivocationProof<Header, AuraId> {
	sp_consensus_slots::EquivocationProof {
		offender: author.public().into(),
		slot: slot.into(),
		first_header: authored(author, slot, 1),
		second_header: authored(author, slot, 2),
	}
}

fn owner_of(author: Sr25519Keyring) -> sp_session::MembershipProof {
	let key = AuraId::from(author.public());
	Historical::prove((sp_core::crypto::key_types::AURA, key)).unwrap()
}

fn balance(who: Sr25519Keyring) -> Balance {
	Balances::free_balance(who.to_account_id())
}

/// The calls that motions would carry out.
fn motions() -> Vec<RuntimeCall> {
	pallet_collective::ProposalOf::<Runtime, CouncilInstance>::iter_values().collect()
}

/// Four validators whose first session is over: history is written when a session begins.
fn in_second_session(test: impl FnOnce()) {
	chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
		run_to(time::HOURS);
		pallet_aura::CurrentSlot::<Runtime>::put(Slot::from(1_000));
		test();
	});
}

/// Charlie is disabled now, set aside as a member, and his removal is up for a vote.
fn assert_charlie_is_called_to_account() {
	let charlie = Charlie.to_account_id();
	let index = Session::validators().iter().position(|who| *who == charlie).unwrap();
	assert_eq!(Session::disabled_validators(), vec![index as u32]);
	assert_eq!(
		Consortium::suspension(charlie.clone()).unwrap().cause,
		SuspensionCause::Misbehaviour
	);
	assert!(!Consortium::has_role(charlie.clone(), Role::Carrier));
	let removal =
		RuntimeCall::Consortium(pallet_consortium::Call::remove_member { account: charlie });
	assert_eq!(motions(), vec![removal]);
	for event in ["MisbehaviourReported", "MemberSuspended", "RemovalProposed", "ReporterRewarded"]
	{
		assert!(events().iter().any(|said| said.contains(event)), "{event}: {:#?}", events());
	}
}

#[test]
fn a_double_vote_has_consequences() {
	in_second_session(|| {
		let (bob, charlie) = (balance(Bob), balance(Charlie));
		report_double_vote(Bob, Ed25519Keyring::Charlie);
		assert_charlie_is_called_to_account();
		assert_eq!(balance(Bob), bob + ReporterReward::get());
		assert_eq!(balance(Charlie), charlie - ReporterReward::get());
	});
}

#[test]
fn two_blocks_for_one_slot_have_the_same_consequences() {
	in_second_session(|| {
		let (bob, charlie) = (balance(Bob), balance(Charlie));
		assert_ok!(AuraEquivocation::report_equivocation(
			RuntimeOrigin::signed(Bob.to_account_id()),
			Box::new(double_block(Charlie, 999)),
			owner_of(Charlie),
		));
		assert_charlie_is_called_to_account();
		assert_eq!(balance(Bob), bob + ReporterReward::get());
		assert_eq!(balance(Charlie), charlie - ReporterReward::get());

		// Once is enough.
		assert_noop!(
			AuraEquivocation::report_equivocation(
				RuntimeOrigin::signed(Alice.to_account_id()),
				Box::new(double_block(Charlie, 999)),
				owner_of(Charlie),
			),
			pallet_aura_equivocation::Error::<Runtime>::DuplicateOffenceReport
		);
	});
}

#[test]
fn a_proof_that_is_none_has_no_consequences() {
	in_second_session(|| {
		let mut same_block = double_block(Charlie, 999);
		same_block.second_header = same_block.first_header.clone();
		for proof in [
			same_block,
			// Not yet.
			double_block(Charlie, 1_001),
			// Bob signed it.
			sp_consensus_slots::EquivocationProof {
				offender: Charlie.public().into(),
				..double_block(Bob, 999)
			},
		] {
			assert_noop!(
				AuraEquivocation::report_equivocation(
					RuntimeOrigin::signed(Bob.to_account_id()),
					Box::new(proof),
					owner_of(Charlie),
				),
				pallet_aura_equivocation::Error::<Runtime>::InvalidEquivocationProof
			);
		}
	});
}

#[test]
fn a_validator_that_cannot_be_spared_is_disabled_and_not_suspended() {
	in_second_session(|| {
		report_double_vote(Alice, Ed25519Keyring::Charlie);
		assert!(Consortium::suspension(Charlie.to_account_id()).is_some());
		// Three are left, and three there must be.
		report_double_vote(Alice, Ed25519Keyring::Dave);
		let dave = Sr25519Keyring::Dave.to_account_id();
		assert!(Consortium::suspension(dave).is_none());
		assert!(events().iter().any(|said| said.contains("SuspensionNotPossible")));
		assert_eq!(Consortium::validators().len(), 3);
		assert_eq!(motions().len(), 2);
	});
}

#[test]
fn a_suspended_validator_leaves_two_sessions_later() {
	in_second_session(|| {
		let charlie = Charlie.to_account_id();
		report_double_vote(Alice, Ed25519Keyring::Charlie);
		let session = Session::current_index();
		run_to(session.saturating_add(1).saturating_mul(time::HOURS));
		assert!(Session::validators().contains(&charlie));
		run_to(session.saturating_add(2).saturating_mul(time::HOURS));
		assert!(!Session::validators().contains(&charlie));
	});
}
