//! What is no proof. Every one of these is refused whichever way it comes, and changes nothing.

use super::*;
use frame::{
	deps::sp_runtime::generic::DigestItem,
	traits::{Authorize, Header as _},
};
use sp_consensus_aura::AURA_ENGINE_ID;

/// Refuses a report, signed and unsigned.
fn assert_refused(
	proof: EquivocationProofOf<Test>,
	key_owner_proof: MembershipProof,
	error: Error<Test>,
) {
	let call = crate::Call::<Test>::report_equivocation_unsigned {
		equivocation_proof: Box::new(proof.clone()),
		key_owner_proof: key_owner_proof.clone(),
	};
	for source in [TransactionSource::Local, TransactionSource::InBlock] {
		assert_storage_noop!(assert_eq!(
			call.authorize(source).unwrap().unwrap_err(),
			InvalidTransaction::BadProof.into()
		));
	}
	let error = DispatchError::from(error);
	assert_noop!(report(STRANGER, proof.clone(), key_owner_proof.clone()), error);
	assert_noop!(
		AuraEquivocation::report_equivocation_unsigned(
			frame_system::RawOrigin::Authorized.into(),
			Box::new(proof),
			key_owner_proof,
		),
		error
	);
	assert!(Offended::get().is_empty());
}

/// Refuses headers, in either order.
fn assert_no_proof(first: Header, second: Header) {
	let proof = |first, second| proof_of(OFFENDER, SLOT, first, second);
	for proof in [proof(first.clone(), second.clone()), proof(second, first)] {
		assert_refused(proof, key_owner_proof(OFFENDER), Error::InvalidEquivocationProof);
	}
}

/// A good header for the slot, sealed by the offender.
fn good() -> Header {
	seal(header(SLOT, 1), OFFENDER)
}

/// Something that replaces the seal of another good header.
fn sealed_by(item: DigestItem) -> Header {
	let mut header = header(SLOT, 2);
	header.digest_mut().push(item);
	header
}

/// The signature in the seal of another good header.
fn signature() -> Vec<u8> {
	let seal = seal(header(SLOT, 2), OFFENDER).digest_mut().pop().unwrap();
	seal.as_seal().unwrap().1.to_vec()
}

#[test]
fn a_good_one_is_one() {
	ExtBuilder::default().build_and_execute(|| {
		let other = sealed_by(DigestItem::Seal(AURA_ENGINE_ID, signature()));
		assert_ok!(report(
			STRANGER,
			proof_of(OFFENDER, SLOT, good(), other),
			key_owner_proof(OFFENDER)
		));
	});
}

#[test]
fn headers_may_differ_in_anything() {
	type Change = fn(&mut Header);
	let changes: [Change; 5] = [
		|header| header.set_number(7),
		|header| header.set_parent_hash(H256::repeat_byte(7)),
		|header| header.set_state_root(H256::repeat_byte(7)),
		|header| header.set_extrinsics_root(H256::repeat_byte(7)),
		|header| header.digest_mut().push(DigestItem::Other(vec![7])),
	];
	for change in changes {
		ExtBuilder::default().build_and_execute(|| {
			let mut other = header(SLOT, 1);
			change(&mut other);
			let proof = proof_of(OFFENDER, SLOT, good(), seal(other, OFFENDER));
			assert_ok!(report(STRANGER, proof, key_owner_proof(OFFENDER)));
		});
	}
}

#[test]
fn one_header_sealed_twice_is_two_blocks() {
	ExtBuilder::default().build_and_execute(|| {
		let (first, second) = (good(), good());
		// No two signatures of a key are the same.
		assert_ne!(first.hash(), second.hash());
		assert_ok!(report(
			STRANGER,
			proof_of(OFFENDER, SLOT, first, second),
			key_owner_proof(OFFENDER)
		));
	});
}

#[test]
fn one_header_is_one_block() {
	ExtBuilder::default().build_and_execute(|| {
		let header = good();
		assert_no_proof(header.clone(), header);
	});
}

#[test]
fn one_header_with_a_longer_seal_is_one_block() {
	ExtBuilder::default().build_and_execute(|| {
		// Otherwise anybody could make two blocks of every honest one.
		let seal = good().digest_mut().pop().unwrap().as_seal().unwrap().1.to_vec();
		let mut longer = header(SLOT, 1);
		longer.digest_mut().push(DigestItem::Seal(AURA_ENGINE_ID, [&seal[..], &[0]].concat()));
		assert_no_proof(good(), longer);
	});
}

#[test]
fn a_block_for_another_slot_is_none_for_this_one() {
	ExtBuilder::default().build_and_execute(|| {
		assert_no_proof(good(), seal(header(SLOT - 4, 2), OFFENDER));
		// Nor are two for another slot, but for that.
		let (first, second) = (header(SLOT - 4, 1), header(SLOT - 4, 2));
		assert_no_proof(seal(first, OFFENDER), seal(second, OFFENDER));
	});
}

#[test]
fn a_slot_to_come_cannot_have_been_authored_in() {
	ExtBuilder::default().build_and_execute(|| {
		let next = slot() + 1;
		assert_refused(
			proof(OFFENDER, next),
			key_owner_proof(OFFENDER),
			Error::InvalidEquivocationProof,
		);
		// Once it has come, it can.
		author(next);
		assert_ok!(report(STRANGER, proof(OFFENDER, next), key_owner_proof(OFFENDER)));
	});
}

#[test]
fn a_header_must_say_for_which_slot_it_is() {
	ExtBuilder::default().build_and_execute(|| {
		let with = |logs| {
			let mut header = header(SLOT, 2);
			header.digest_mut().logs = logs;
			seal(header, OFFENDER)
		};
		assert_no_proof(good(), with(vec![]));
		assert_no_proof(good(), with(vec![DigestItem::PreRuntime(*b"BABE", SLOT.encode())]));
		assert_no_proof(good(), with(vec![DigestItem::PreRuntime(AURA_ENGINE_ID, vec![98])]));
		// And once.
		assert_no_proof(good(), with(vec![pre_digest(SLOT), pre_digest(SLOT)]));
		assert_no_proof(good(), with(vec![pre_digest(SLOT), pre_digest(SLOT - 4)]));
	});
}

#[test]
fn the_signature_of_another_proves_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_no_proof(good(), seal(header(SLOT, 2), 1));
		assert_no_proof(good(), seal(header(SLOT, 2), STRANGER));
		assert_no_proof(seal(header(SLOT, 1), 3), seal(header(SLOT, 2), 3));
	});
}

#[test]
fn a_header_without_a_seal_proves_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_no_proof(good(), header(SLOT, 2));
		let mut empty = header(SLOT, 2);
		empty.digest_mut().logs.clear();
		assert_no_proof(good(), empty);
	});
}

#[test]
fn a_seal_must_be_auras_and_last() {
	ExtBuilder::default().build_and_execute(|| {
		let signature = signature();
		assert_no_proof(good(), sealed_by(DigestItem::Seal(*b"BABE", signature.clone())));
		assert_no_proof(
			good(),
			sealed_by(DigestItem::Consensus(AURA_ENGINE_ID, signature.clone())),
		);
		assert_no_proof(good(), sealed_by(DigestItem::Seal(AURA_ENGINE_ID, vec![])));
		assert_no_proof(
			good(),
			sealed_by(DigestItem::Seal(AURA_ENGINE_ID, signature[..63].to_vec())),
		);
		// With something after it, which it does not cover.
		let mut followed = seal(header(SLOT, 2), OFFENDER);
		followed.digest_mut().push(DigestItem::Other(vec![]));
		assert_no_proof(good(), followed);
		// With another seal after it, over something else.
		let twice = seal(seal(header(SLOT, 2), OFFENDER), 1);
		assert_no_proof(good(), twice);
	});
}

#[test]
fn a_seal_covers_the_header_that_it_is_on() {
	ExtBuilder::default().build_and_execute(|| {
		let seal = DigestItem::Seal(AURA_ENGINE_ID, signature());
		let mut moved = header(SLOT, 3);
		moved.digest_mut().push(seal);
		assert_no_proof(good(), moved);
		// Every bit of it counts.
		let mut bent = signature();
		bent[5] ^= 1;
		assert_no_proof(good(), sealed_by(DigestItem::Seal(AURA_ENGINE_ID, bent)));
	});
}

#[test]
fn a_key_that_nobody_held_is_nobodys() {
	ExtBuilder::default().build_and_execute(|| {
		// With the proof of another key, as there is none of this one.
		assert_refused(proof(STRANGER, SLOT), key_owner_proof(1), Error::InvalidKeyOwnershipProof);
	});
}

#[test]
fn a_key_owner_proof_must_be_of_the_offenders_key() {
	ExtBuilder::default().build_and_execute(|| {
		assert_refused(proof(OFFENDER, SLOT), key_owner_proof(1), Error::InvalidKeyOwnershipProof);
	});
}

#[test]
fn a_key_owner_proof_must_be_whole_and_no_more() {
	ExtBuilder::default().build_and_execute(|| {
		let good = key_owner_proof(OFFENDER);
		let refuse = |change: &dyn Fn(&mut MembershipProof)| {
			let mut changed = good.clone();
			change(&mut changed);
			assert_refused(proof(OFFENDER, SLOT), changed, Error::InvalidKeyOwnershipProof);
		};
		refuse(&|proof| proof.trie_nodes.clear());
		refuse(&|proof| drop(proof.trie_nodes.pop()));
		refuse(&|proof| proof.trie_nodes.push(b"something to carry".to_vec()));
		refuse(&|proof| proof.trie_nodes.push(proof.trie_nodes[0].clone()));
		refuse(&|proof| proof.validator_count += 1);
		refuse(&|proof| proof.validator_count = 0);
		// A session that nothing is known about.
		refuse(&|proof| proof.session = 9);
	});
}

#[test]
fn a_session_that_is_forgotten_proves_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let key_owner_proof = key_owner_proof(OFFENDER);
		Planned::set(vec![1, 3, 4]);
		run_to_session(4);
		Historical::prune_up_to(1);
		assert_refused(proof(OFFENDER, SLOT), key_owner_proof, Error::InvalidKeyOwnershipProof);
	});
}
