//! From evidence over the score to those who act on it.

use super::chain;
use crate::{
	AccountId, CreditLines, CreditRecords, CreditScore, Runtime, RuntimeOrigin, System,
	apis::announcements, configs::ProxyType,
};
use frame_support::{
	assert_noop, assert_ok,
	traits::{Get, Hooks, InstanceFilter},
	weights::WeightMeter,
};
use hanse_credit_model::{
	AmountClass, DAY, Grade, Indicator, Level, Outcome, Parameters, WarningLevel,
};
use hanse_traits::Standings;
use hanse_types::{EnterpriseDetails, EnterpriseKind, Reference, Sector, SettlementAsset};
use pallet_credit_records::{Mode, Record, RecordOf};
use pallet_credit_score::Cause;
use sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Ferdie};

fn signed(who: Sr25519Keyring) -> RuntimeOrigin {
	RuntimeOrigin::signed(who.to_account_id())
}

/// What Alice, a provider of everything, says about Ferdie.
fn said(indicator: Indicator, points: u16, sequence: u64) -> RecordOf<Runtime> {
	let mut reference = [0; 16];
	if CreditRecords::schema(indicator).terms.reference
		!= pallet_credit_records::Requirement::Forbidden
	{
		reference[..8].copy_from_slice(&(sequence + 1).to_le_bytes());
	}
	Record {
		source: Alice.to_account_id(),
		subject: Ferdie.to_account_id(),
		indicator,
		outcome: Outcome::new(points).unwrap(),
		level: Level::Counterparty,
		amount: AmountClass::MAX,
		at: 0,
		reference: Reference(reference),
		commitment: [7; 32],
	}
}

/// Alice says something many times.
fn say(indicator: Indicator, points: u16, times: u64) {
	let alice = Alice.to_account_id();
	let first = CreditRecords::next_sequence(alice.clone());
	assert_ok!(CreditRecords::register_sources(signed(Alice), vec![alice].try_into().unwrap()));
	let records = (first..first + times).map(|sequence| said(indicator, points, sequence));
	assert_ok!(CreditRecords::submit_batch(
		signed(Alice),
		first,
		Mode::AllOrNothing,
		records.collect::<Vec<_>>().try_into().unwrap(),
	));
}

/// The next block begins.
fn next_block() {
	let block = System::block_number() + 1;
	System::reset_events();
	System::set_block_number(block);
	CreditScore::on_initialize(block);
	CreditScore::on_poll(block, &mut WeightMeter::new());
}

fn ferdie() -> AccountId {
	Ferdie.to_account_id()
}

#[test]
fn what_is_said_is_announced_told_and_acted_on() {
	chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
		assert_ok!(crate::TradeNetwork::register_enterprise(
			signed(Ferdie),
			EnterpriseDetails {
				country: (*b"EE").try_into().unwrap(),
				sector: Sector::try_from(46).unwrap(),
				kind: EnterpriseKind::Merchant,
				commitments: Default::default(),
			},
		));
		say(Indicator::PaidOnTime, 10_000, 20);
		let [announced]: [_; 1] = announcements().try_into().unwrap();
		assert_eq!(announced.subject, ferdie());
		let Cause::Record(record) = announced.cause else { panic!("{:?}", announced.cause) };
		assert_eq!(record.provider, Alice.to_account_id());
		next_block();
		let grade = CreditScore::standing_of(&ferdie()).unwrap().grade;
		assert!(grade > Grade::D);

		// A bank lends on that.
		assert_ok!(CreditLines::set_line(
			signed(Bob),
			ferdie(),
			SettlementAsset::Native,
			pallet_credit_lines::Terms { limit: 100, until: DAY, minimum: grade },
		));
		say(Indicator::NoDefault, 0, 50);
		let worse = announcements();
		assert!(!worse.is_empty());
		assert!(worse.last().unwrap().new.warning.level > WarningLevel::None);
		next_block();
		let suspended = super::events().into_iter().any(|event| event.contains("LineSuspended"));
		assert!(suspended, "{:?}", super::events());
	});
}

#[test]
fn evidence_is_weighed_by_the_parameters_in_force() {
	chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
		let weighed_by = <Runtime as pallet_credit_records::Config>::Parameters::get;
		assert_eq!(weighed_by(), Parameters::default());
		assert_eq!(CreditScore::version(0).unwrap().parameters, Parameters::default());
		let next = Parameters { credibility_power: 3, ..Parameters::default() };
		let notice = CreditScore::notice();
		let schedule = |origin, effective| {
			CreditScore::schedule_parameters(origin, Box::new(next.clone()), effective)
		};
		let root = RuntimeOrigin::root;
		assert_noop!(schedule(root(), notice), pallet_credit_score::Error::<Runtime>::TooSoon);
		assert_noop!(schedule(signed(Alice), 1 + notice), sp_runtime::DispatchError::BadOrigin);
		assert_ok!(schedule(root(), 1 + notice));
		System::set_block_number(notice);
		next_block();
		assert_eq!(weighed_by(), Parameters { version: 1, ..next });
	});
}

#[test]
fn a_department_of_a_bank_lends_and_weighs_and_no_more() {
	use crate::RuntimeCall;
	let lines = RuntimeCall::CreditLines(pallet_credit_lines::Call::withdraw_line {
		subject: ferdie(),
		asset: SettlementAsset::Native,
	});
	let profile = RuntimeCall::CreditScore(pallet_credit_score::Call::remove_profile {
		purpose: pallet_credit_score::Purpose::Bank,
	});
	let look = RuntimeCall::CreditScore(pallet_credit_score::Call::refresh { subject: ferdie() });
	let vote = RuntimeCall::CreditScore(pallet_credit_score::Call::cancel_parameters {});
	let may = |kind: ProxyType| [&lines, &profile, &look, &vote].map(|call| kind.filter(call));
	assert_eq!(may(ProxyType::Any), [true; 4]);
	assert_eq!(may(ProxyType::Lending), [true, true, true, false]);
	assert_eq!(may(ProxyType::Credit), [false, false, true, false]);
	assert_eq!(may(ProxyType::Evidence), [false; 4]);
}
