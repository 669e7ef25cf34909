//! A runtime with this pallet and nothing else.

use crate as pallet_credit_score;
use frame::testing_prelude::*;
use hanse_credit_model::{Moment, Parameters};
use hanse_traits::{ModelClock, Subjects};
use hanse_types::VerificationLevel;

#[frame_construct_runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type CreditScore = pallet_credit_score;
}

pub type AccountId = u64;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = MockBlock<Test>;
}

parameter_types! {
	pub static Now: Moment = 1_000 * hanse_credit_model::DAY;
	pub ModelParameters: Parameters = Parameters::default();
	pub static MaxLeavingWeight: Weight = Weight::from_parts(10_000_000_000, u64::MAX);
}

pub struct Clock;
impl ModelClock for Clock {
	fn now() -> Moment {
		Now::get()
	}
}

/// Every account above a thousand acts for the enterprise whose account is a thousand less.
pub const OTHER_ACCOUNT: AccountId = 1_000;

pub struct Enterprises;
impl Subjects<AccountId> for Enterprises {
	fn subject_of(account: &AccountId) -> AccountId {
		account % OTHER_ACCOUNT
	}

	fn acts_for(account: &AccountId, subject: &AccountId) -> bool {
		Self::subject_of(account) == Self::subject_of(subject)
	}

	fn verification(_: &AccountId) -> VerificationLevel {
		VerificationLevel::None
	}
}

impl pallet_credit_score::Config for Test {
	type Parameters = ModelParameters;
	type Clock = Clock;
	type Enterprises = Enterprises;
	type MaxLeavingWeight = MaxLeavingWeight;
	type WeightInfo = ();
}

/// Runs the test on an empty chain, and the invariants after it.
pub fn build_and_execute(test: impl FnOnce()) {
	let mut chain = TestState::new_empty();
	chain.execute_with(|| {
		System::set_block_number(1);
		test();
		CreditScore::do_try_state().unwrap();
	});
}

/// As [`build_and_execute`], for benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub fn new_test_ext() -> TestState {
	TestState::new_empty()
}
