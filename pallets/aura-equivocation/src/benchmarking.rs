//! Benchmarks of both calls, and of what it takes to let a report in that nobody signed.
//!
//! `v` is the number of validators. In the worst case the key-owner proof is for the session under
//! way, for which the trie of all keys is made anew, and the report is as long as it may be.

#![allow(clippy::expect_used, reason = "a benchmark that cannot be set up must stop")]

use crate::{AuthorityIdOf, Call, Config, EquivocationProofOf, Pallet};
use alloc::{boxed::Box, vec, vec::Vec};
use frame::{
	benchmarking::prelude::*,
	deps::sp_runtime::{
		RuntimeAppPublic,
		generic::{Digest, DigestItem},
	},
	traits::{Authorize, Header, KeyOwnerProofSystem},
};
use pallet_session::historical;
use sp_consensus_aura::{AURA_ENGINE_ID, Slot};
use sp_consensus_slots::EquivocationProof;
use sp_session::MembershipProof;
use sp_staking::offence::ReportOffence;

/// Does for benchmarks what the consortium does.
pub trait BenchmarkHelper<AccountId> {
	/// Makes the account one whose misbehaviour has all the consequences it can have. It is given
	/// session keys afterwards.
	fn admit(account: &AccountId);
}

impl<AccountId> BenchmarkHelper<AccountId> for () {
	fn admit(_: &AccountId) {}
}

/// The slot of the equivocation, and the one under way.
const SLOT: u64 = 7;

/// Session keys that are all made of the same bytes, however many they are.
fn keys_of<T: pallet_session::Config<Keys: Decode>>(bytes: &[u8]) -> T::Keys {
	T::Keys::decode(&mut &bytes.repeat(16)[..]).expect("any bytes are public keys")
}

/// Has `count` validators, the last of which holds the key, and proves that it does.
fn key_owner_proof<T>(offender: &AuthorityIdOf<T>, count: u32) -> MembershipProof
where
	T: Config + historical::Config<Keys: Decode>,
{
	let mut validators = Vec::new();
	for index in 0..count {
		let account: T::AccountId = account("validator", index, 0);
		T::BenchmarkHelper::admit(&account);
		let validator =
			T::ValidatorId::try_from(account.clone()).ok().expect("an account can validate");
		let keys = if index.saturating_add(1) == count {
			keys_of::<T>(&offender.encode())
		} else {
			keys_of::<T>(&account.using_encoded(blake2_256))
		};
		pallet_session::NextKeys::<T>::insert(&validator, keys);
		validators.push(validator);
	}
	pallet_session::Validators::<T>::put(validators);
	T::KeyOwnerProofs::prove((AuthorityIdOf::<T>::ID, offender.clone()))
		.expect("the offender is a validator")
}

/// A header for the slot that the offender sealed, with so many bytes to nobody's use.
fn header<T: Config>(offender: &AuthorityIdOf<T>, number: u32, idle: usize) -> HeaderFor<T> {
	let logs = vec![
		DigestItem::PreRuntime(AURA_ENGINE_ID, Slot::from(SLOT).encode()),
		DigestItem::Other(vec![0; idle]),
	];
	let mut header = HeaderFor::<T>::new(
		number.into(),
		Default::default(),
		Default::default(),
		Default::default(),
		Digest { logs },
	);
	let signature = offender.sign(&header.hash()).expect("the keystore made the key");
	header.digest_mut().push(DigestItem::Seal(AURA_ENGINE_ID, signature.encode()));
	header
}

/// A report that is as long as it may be, about one of `count` validators.
fn report<T>(count: u32) -> (Box<EquivocationProofOf<T>>, MembershipProof)
where
	T: Config + historical::Config<Keys: Decode>,
{
	let offender = AuthorityIdOf::<T>::generate_pair(None);
	let key_owner_proof = key_owner_proof::<T>(&offender, count);
	pallet_aura::CurrentSlot::<T>::put(Slot::from(SLOT));
	let with = |idle| EquivocationProof {
		offender: offender.clone(),
		slot: Slot::from(SLOT),
		first_header: header::<T>(&offender, 1, idle),
		second_header: header::<T>(&offender, 2, idle),
	};
	let size = with(0).encoded_size().saturating_add(key_owner_proof.encoded_size());
	let idle = (T::MaxReportSize::get() as usize).saturating_sub(size);
	// The lengths of what is longer are longer, too.
	(Box::new(with(idle.saturating_sub(32).div_euclid(2))), key_owner_proof)
}

/// Whether the report would be refused as a repeated one.
fn is_known<T: Config>(proof: &EquivocationProofOf<T>, key_owner_proof: MembershipProof) -> bool {
	let key = (AuthorityIdOf::<T>::ID, proof.offender.clone());
	T::KeyOwnerProofs::check_proof(key, key_owner_proof)
		.is_some_and(|offender| T::Offences::is_known_offence(&[offender], &proof.slot))
}

#[benchmarks(where T: historical::Config, <T as pallet_session::Config>::Keys: Decode)]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn report_equivocation(v: Linear<1, { <T as pallet_aura::Config>::MaxAuthorities::get() }>) {
		let (proof, key_owner_proof) = report::<T>(v);
		let reporter: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(reporter), proof.clone(), key_owner_proof.clone());

		assert!(is_known::<T>(&proof, key_owner_proof));
	}

	#[benchmark]
	fn report_equivocation_unsigned(
		v: Linear<1, { <T as pallet_aura::Config>::MaxAuthorities::get() }>,
	) {
		let (proof, key_owner_proof) = report::<T>(v);

		#[extrinsic_call]
		_(RawOrigin::Authorized, proof.clone(), key_owner_proof.clone());

		assert!(is_known::<T>(&proof, key_owner_proof));
	}

	#[benchmark]
	fn authorize_report_equivocation_unsigned(
		v: Linear<1, { <T as pallet_aura::Config>::MaxAuthorities::get() }>,
	) {
		let (equivocation_proof, key_owner_proof) = report::<T>(v);
		let call = Call::<T>::report_equivocation_unsigned { equivocation_proof, key_owner_proof };
		let authorized;

		#[block]
		{
			authorized = call.authorize(TransactionSource::Local);
		}

		assert!(matches!(authorized, Some(Ok(_))));
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().with_keystore().build(),
		crate::mock::Test
	);
}
