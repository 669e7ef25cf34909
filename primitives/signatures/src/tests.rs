//! Signatures of the kinds that people have.

use super::*;
use frame::deps::{
	sp_core::{Pair, ecdsa, ed25519, sr25519},
	sp_runtime::{AccountId32, MultiSignature, MultiSigner},
};

/// What somebody agrees to.
const PAYLOAD: &[u8] = b"what was agreed on, and on which chain";

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

#[test]
fn they_are_taken_as_they_are_and_as_browser_wallets_make_them() {
	for (kind, sign, account) in signers() {
		assert!(is_signed(&sign(PAYLOAD), &account, PAYLOAD), "{kind}");
		assert!(is_signed(&sign(&wrapped(PAYLOAD)), &account, PAYLOAD), "{kind}");
	}
	assert_eq!(wrapped(b"abc"), b"<Bytes>abc</Bytes>");
}

#[test]
fn those_of_others_or_of_something_else_are_not() {
	let signers = signers();
	for (kind, sign, account) in &signers {
		for (other, _, stranger) in &signers {
			let is_good = is_signed(&sign(PAYLOAD), stranger, PAYLOAD);
			assert_eq!(is_good, stranger == account, "{kind} for {other}");
		}
		let mut flipped = PAYLOAD.to_vec();
		for byte in [0, 17, PAYLOAD.len() - 1] {
			flipped[byte] ^= 1;
			assert!(!is_signed(&sign(&flipped), account, PAYLOAD), "{kind}");
			assert!(!is_signed(&sign(PAYLOAD), account, &flipped), "{kind}");
			flipped[byte] ^= 1;
		}
		assert!(!is_signed(&sign(b""), account, PAYLOAD), "{kind}");
		let twice = wrapped(&wrapped(PAYLOAD));
		assert!(!is_signed(&sign(&twice), account, PAYLOAD), "{kind}");
	}
}

#[cfg(feature = "runtime-benchmarks")]
#[test]
fn benchmarks_sign_with_keys_of_the_node() {
	use frame::deps::sp_io::TestExternalities;
	use sp_keystore::{KeystoreExt, testing::MemoryKeystore};

	let mut chain = TestExternalities::default();
	chain.register_extension(KeystoreExt::new(MemoryKeystore::new()));
	chain.execute_with(|| {
		let accounts = [0, 1].map(Sr25519Keys::signer);
		assert_ne!(accounts[0], accounts[1]);
		assert_eq!(accounts[0], Sr25519Keys::signer(0));
		for (number, account) in (0..).zip(&accounts) {
			let signature: MultiSignature = Sr25519Keys::sign(number, PAYLOAD);
			assert!(is_signed(&signature, account, PAYLOAD));
		}
	});
}
