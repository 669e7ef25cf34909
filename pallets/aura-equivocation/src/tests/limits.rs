//! How large a report may be, and what the configuration must allow.

use super::*;
use frame::{
	deps::sp_runtime::generic::DigestItem,
	traits::{Authorize, Header as _, Hooks},
};

/// A valid proof whose first header carries so many bytes to nobody's use.
fn laden(bytes: usize) -> EquivocationProofOf<Test> {
	let mut first = header(SLOT, 1);
	first.digest_mut().push(DigestItem::Other(vec![0; bytes]));
	proof_of(OFFENDER, SLOT, seal(first, OFFENDER), seal(header(SLOT, 2), OFFENDER))
}

fn size(proof: &EquivocationProofOf<Test>) -> u32 {
	(proof.encoded_size() + key_owner_proof(OFFENDER).encoded_size()) as u32
}

#[test]
fn a_report_may_be_as_long_as_it_may_be() {
	ExtBuilder::default().build_and_execute(|| {
		let proof = laden(5_000);
		MaxReportSize::set(size(&proof));
		assert_ok!(report(STRANGER, proof, key_owner_proof(OFFENDER)));
	});
}

#[test]
fn a_longer_report_is_refused_before_it_is_looked_at() {
	ExtBuilder::default().build_and_execute(|| {
		let valid = laden(5_000);
		MaxReportSize::set(size(&valid) - 1);
		let mut invalid = valid.clone();
		invalid.slot = 1.into();
		for proof in [valid, invalid] {
			assert_noop!(
				report(STRANGER, proof.clone(), key_owner_proof(OFFENDER)),
				Error::<Test>::ReportTooLarge
			);
			let call = crate::Call::<Test>::report_equivocation_unsigned {
				equivocation_proof: Box::new(proof),
				key_owner_proof: key_owner_proof(OFFENDER),
			};
			assert_eq!(
				call.authorize(TransactionSource::Local).unwrap().unwrap_err(),
				InvalidTransaction::BadProof.into()
			);
		}
	});
}

#[test]
fn trie_nodes_count_as_well() {
	ExtBuilder::default().build_and_execute(|| {
		let mut key_owner_proof = key_owner_proof(OFFENDER);
		key_owner_proof.trie_nodes.push(vec![0; MaxReportSize::get() as usize]);
		assert_noop!(
			report(STRANGER, proof(OFFENDER, SLOT), key_owner_proof),
			Error::<Test>::ReportTooLarge
		);
	});
}

#[test]
fn the_first_block_of_a_session_of_a_hundred_has_room() {
	ExtBuilder::default().build_and_execute(|| {
		// Given a hundred validators,
		let validators = (1..=100).collect::<Vec<u64>>();
		for account in &validators {
			set_keys(*account, *account);
		}
		pallet_session::Validators::<Test>::put(&validators);
		// and a header that announces as many authorities to Aura and to GRANDPA,
		let laden = laden(100 * 32 + 100 * 40 + 20).encoded_size();
		let both = 2 * laden - proof(OFFENDER, SLOT).encoded_size();
		// then two of them and the longest key-owner proof are within what is asked for.
		let longest = validators.into_iter().map(|n| key_owner_proof(n).encoded_size()).max();
		let room = AuraEquivocation::size_of_report(100) as usize;
		assert!(both + longest.unwrap() <= room, "{both} + {longest:?} > {room}");
	});
}

#[test]
fn integrity_holds() {
	ExtBuilder::default().build_and_execute(<AuraEquivocation as Hooks<u64>>::integrity_test);
}

#[test]
#[should_panic(expected = "a report about the first block of a session must be let in")]
fn integrity_fails_without_room() {
	ExtBuilder::default().build_and_execute(|| {
		MaxReportSize::set(1_024);
		<AuraEquivocation as Hooks<u64>>::integrity_test();
	});
}

#[test]
#[should_panic(expected = "a report must wait for a block")]
fn integrity_fails_without_longevity() {
	ExtBuilder::default().build_and_execute(|| {
		ReportLongevity::set(0);
		<AuraEquivocation as Hooks<u64>>::integrity_test();
	});
}
