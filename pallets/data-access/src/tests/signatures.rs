//! Signatures of the kinds that people have.

use super::*;
use crate::signatures::{is_signed, wrapped};
use frame::deps::{
	sp_core::{Pair, ecdsa, ed25519, sr25519},
	sp_runtime::{AccountId32, MultiSignature, MultiSigner, traits::IdentifyAccount},
};

/// What a key is called, what signs with it, and its account.
type Signer = (&'static str, Box<dyn Fn(&[u8]) -> MultiSignature>, AccountId32);

/// One of each kind.
fn signers() -> Vec<Signer> {
	let account = |signer: MultiSigner| signer.into_account();
	let sr = sr25519::Pair::from_seed(&[1; 32]);
	let ed = ed25519::Pair::from_seed(&[2; 32]);
	let ec = ecdsa::Pair::from_seed(&[3; 32]);
	let accounts =
		[account(sr.public().into()), account(ed.public().into()), account(ec.public().into())];
	let [sr_account, ed_account, ec_account] = accounts;
	vec![
		("sr25519", Box::new(move |bytes: &[u8]| sr.sign(bytes).into()), sr_account),
		("ed25519", Box::new(move |bytes: &[u8]| ed.sign(bytes).into()), ed_account),
		("ecdsa", Box::new(move |bytes: &[u8]| ec.sign(bytes).into()), ec_account),
	]
}

fn payload() -> Vec<u8> {
	let permission = Permission {
		account: AccountId32::new([1; 32]),
		terms: Terms {
			grantee: AccountId32::new([2; 32]),
			category: Payment,
			purpose: CreditDecision,
			until: LATER,
			keys: Some(hash(3)),
		},
		changes: 0,
		bring_by: TODAY,
	};
	permission.payload(&GENESIS)
}

#[test]
fn real_signatures_are_taken_as_they_are_and_as_browser_wallets_make_them() {
	for (kind, sign, account) in signers() {
		assert!(is_signed(&sign(&payload()), &account, &payload()), "{kind}");
		assert!(is_signed(&sign(&wrapped(&payload())), &account, &payload()), "{kind}");
	}
	assert_eq!(wrapped(b"abc"), b"<Bytes>abc</Bytes>");
}

#[test]
fn real_signatures_of_others_or_of_something_else_are_not() {
	let signers = signers();
	for (kind, sign, account) in &signers {
		for (other, _, stranger) in &signers {
			let signature = sign(&payload());
			let is_good = is_signed(&signature, stranger, &payload());
			assert_eq!(is_good, stranger == account, "{kind} for {other}");
		}
		let mut changed = payload();
		changed[20] ^= 1;
		assert!(!is_signed(&sign(&changed), account, &payload()), "{kind}");
		assert!(!is_signed(&sign(b""), account, &payload()), "{kind}");
	}
}
