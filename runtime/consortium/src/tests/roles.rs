//! Which role may do what: the table of docs/governance.md, tried field by field.

use super::{admit, chain};
use crate::{
	AccountId, Consortium, CreditRecords, Runtime, RuntimeCall, RuntimeOrigin,
	configs::MINIMUM_BOND,
};
use frame_support::{
	assert_ok,
	storage::{TransactionOutcome, with_transaction},
};
use hanse_credit_model::{AmountClass, DAY, Grade, Indicator, Level, Outcome, Parameters, Profile};
use hanse_types::{Reference, Role, SettlementAsset, VerificationLevel};
use pallet_credit_records::{Cause, Requirement};
use pallet_credit_score::Purpose;
use sp_core::H256;
use sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET;
use sp_keyring::Sr25519Keyring::{Eve, Ferdie};
use sp_runtime::{DispatchError, DispatchResult, traits::Dispatchable};

/// Something that some members may do.
struct Right {
	what: &'static str,
	/// Each of these roles is enough.
	roles: &'static [Role],
	/// Roles that it takes beside one of them.
	beside: &'static [Role],
	/// What is called, in this order; the last call decides.
	calls: fn() -> Vec<RuntimeCall>,
	/// What somebody without the role is told.
	refusals: fn() -> Vec<DispatchError>,
}

fn evidence(indicator: Indicator, level: Level) -> Vec<RuntimeCall> {
	let source = Eve.to_account_id();
	let reference = match CreditRecords::schema(indicator).terms.reference {
		Requirement::Forbidden => Reference::NONE,
		_ => Reference([3; 16]),
	};
	let record = pallet_credit_records::Record {
		source: source.clone(),
		subject: Ferdie.to_account_id(),
		indicator,
		outcome: Outcome::new(10_000).unwrap(),
		level,
		amount: AmountClass::NEUTRAL,
		at: 0,
		reference,
		commitment: [7; 32],
	};
	let sequence = CreditRecords::next_sequence(source.clone());
	vec![
		RuntimeCall::CreditRecords(pallet_credit_records::Call::post_bond {
			category: indicator.category(),
			amount: MINIMUM_BOND,
		}),
		RuntimeCall::CreditRecords(pallet_credit_records::Call::register_sources {
			sources: vec![source].try_into().unwrap(),
		}),
		RuntimeCall::CreditRecords(pallet_credit_records::Call::submit_record { sequence, record }),
	]
}

fn attestation() -> RuntimeCall {
	RuntimeCall::TradeNetwork(pallet_trade_network::Call::attest_enterprise {
		account: Ferdie.to_account_id(),
		level: VerificationLevel::Identified,
		entity: [9; 32],
		until: 100,
	})
}

fn refused_evidence() -> Vec<DispatchError> {
	type Error = pallet_credit_records::Error<Runtime>;
	let refused = |cause| Error::RecordRefused { index: 0, cause }.into();
	vec![
		Error::NotProvider.into(),
		refused(Cause::CategoryNotGranted),
		refused(Cause::LevelNotEarned),
	]
}

/// Weights for a purpose.
fn profile(purpose: Purpose) -> Vec<RuntimeCall> {
	let profile = Profile::of(&Parameters::default());
	vec![RuntimeCall::CreditScore(pallet_credit_score::Call::set_profile { purpose, profile })]
}

fn refused_profile() -> Vec<DispatchError> {
	type Error = pallet_credit_score::Error<Runtime>;
	vec![Error::RoleMissing.into(), Error::NotMember.into()]
}

const RIGHTS: [Right; 17] = [
	Right {
		what: "evidence about orders",
		roles: &[Role::TransactionProvider],
		beside: &[],
		calls: || evidence(Indicator::OrderCompleted, Level::Counterparty),
		refusals: refused_evidence,
	},
	Right {
		what: "evidence about shipments",
		roles: &[Role::ShippingProvider],
		beside: &[],
		calls: || evidence(Indicator::ShippedOnTime, Level::Counterparty),
		refusals: refused_evidence,
	},
	Right {
		what: "evidence about payments",
		roles: &[Role::PaymentProvider],
		beside: &[],
		calls: || evidence(Indicator::PaidOnTime, Level::Counterparty),
		refusals: refused_evidence,
	},
	Right {
		what: "evidence about conduct",
		roles: &[Role::BehaviourProvider],
		beside: &[],
		calls: || evidence(Indicator::Rating, Level::Counterparty),
		refusals: refused_evidence,
	},
	Right {
		what: "evidence about identity and standing",
		roles: &[Role::VerificationProvider],
		beside: &[],
		calls: || evidence(Indicator::TaxCompliance, Level::Counterparty),
		refusals: refused_evidence,
	},
	Right {
		what: "shipments with the authority of who moved the goods",
		roles: &[Role::Carrier],
		beside: &[Role::ShippingProvider],
		calls: || evidence(Indicator::DeliveredOnTime, Level::Source),
		refusals: refused_evidence,
	},
	Right {
		what: "payments with the authority of who paid",
		roles: &[Role::Bank],
		beside: &[Role::PaymentProvider],
		calls: || evidence(Indicator::PaidOnTime, Level::Source),
		refusals: refused_evidence,
	},
	Right {
		what: "standing with the authority of an office",
		roles: &[Role::Customs, Role::Inspector, Role::Registrar],
		beside: &[Role::VerificationProvider],
		calls: || evidence(Indicator::Certificate, Level::Source),
		refusals: refused_evidence,
	},
	Right {
		what: "clearance with the authority of who cleared the goods",
		roles: &[Role::Customs],
		beside: &[Role::VerificationProvider],
		calls: || evidence(Indicator::CustomsClearance, Level::Source),
		refusals: refused_evidence,
	},
	Right {
		what: "attest who an enterprise is",
		roles: &[Role::Registrar],
		beside: &[],
		calls: || vec![attestation()],
		refusals: || vec![pallet_trade_network::Error::<Runtime>::NotRegistrar.into()],
	},
	Right {
		what: "give an enterprise back to who lost its key",
		roles: &[Role::Registrar],
		beside: &[],
		calls: || {
			let recovery = pallet_trade_network::Call::start_recovery {
				subject: Ferdie.to_account_id(),
				account: AccountId::new([8; 32]),
			};
			vec![attestation(), RuntimeCall::TradeNetwork(recovery)]
		},
		refusals: || vec![pallet_trade_network::Error::<Runtime>::NotRegistrar.into()],
	},
	Right {
		what: "see scores by weights of a lender's own",
		roles: &[Role::Bank],
		beside: &[],
		calls: || profile(Purpose::Bank),
		refusals: refused_profile,
	},
	Right {
		what: "see scores by weights of customs' own",
		roles: &[Role::Customs],
		beside: &[],
		calls: || profile(Purpose::Customs),
		refusals: refused_profile,
	},
	Right {
		what: "see scores by weights of a platform's own",
		roles: &[Role::TransactionProvider],
		beside: &[],
		calls: || profile(Purpose::Platform),
		refusals: refused_profile,
	},
	Right {
		what: "lend",
		roles: &[Role::Bank],
		beside: &[],
		calls: || {
			let terms = pallet_credit_lines::Terms { limit: 1, until: DAY, minimum: Grade::D };
			vec![RuntimeCall::CreditLines(pallet_credit_lines::Call::set_line {
				enterprise: Ferdie.to_account_id(),
				asset: SettlementAsset::Native,
				terms,
			})]
		},
		refusals: || vec![pallet_credit_lines::Error::<Runtime>::NotBank.into()],
	},
	Right {
		what: "vouch for an applicant",
		roles: &Role::ALL,
		beside: &[],
		calls: || {
			let account = Ferdie.to_account_id();
			let application = Consortium::application_hash(account.clone()).unwrap();
			vec![RuntimeCall::Consortium(pallet_consortium::Call::sponsor_application {
				account,
				application,
			})]
		},
		refusals: || {
			type Error = pallet_consortium::Error<Runtime>;
			vec![Error::NotMember.into(), Error::Suspended.into()]
		},
	},
	Right {
		what: "vote",
		roles: &Role::ALL,
		beside: &[],
		calls: || {
			vec![RuntimeCall::Council(pallet_collective::Call::propose {
				threshold: 2,
				proposal: Box::new(RuntimeCall::System(frame_system::Call::remark {
					remark: b"a motion".to_vec(),
				})),
				length_bound: 100,
			})]
		},
		refusals: || {
			vec![
				pallet_collective::Error::<Runtime, crate::configs::CouncilInstance>::NotMember
					.into(),
			]
		},
	},
];

/// What Eve is told when she uses the right; whatever it did is undone.
fn tried(right: &Right) -> DispatchResult {
	with_transaction(|| {
		let eve = RuntimeOrigin::signed(Eve.to_account_id());
		let mut outcome = Ok(());
		for call in (right.calls)() {
			outcome = call.dispatch(eve.clone()).map(|_| ()).map_err(|error| error.error);
		}
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(outcome))
	})
	.unwrap()
}

fn allow(role: Role) {
	assert_ok!(Consortium::grant_role(RuntimeOrigin::root(), Eve.to_account_id(), role));
}

fn forbid(role: Role) {
	assert_ok!(Consortium::withdraw_role(RuntimeOrigin::root(), Eve.to_account_id(), role));
}

/// Eve is a member without a role; Ferdie's enterprise is registered, and has applied.
fn with_eve_and_ferdie(test: impl FnOnce()) {
	chain(LOCAL_TESTNET_RUNTIME_PRESET).execute_with(|| {
		admit(Eve, *b"HNSE00INSURANCE001", [].into());
		assert_ok!(crate::TradeNetwork::register_enterprise(
			RuntimeOrigin::signed(Ferdie.to_account_id()),
			hanse_types::EnterpriseDetails {
				country: (*b"EE").try_into().unwrap(),
				sector: hanse_types::Sector::try_from(46).unwrap(),
				kind: hanse_types::EnterpriseKind::Merchant,
				commitments: Default::default(),
			},
		));
		super::apply(Ferdie, *b"HNSE00FERDINAND001", [].into());
		test();
	});
}

#[test]
fn each_role_may_do_its_own_and_nothing_else() {
	with_eve_and_ferdie(|| {
		for right in &RIGHTS {
			right.beside.iter().copied().for_each(allow);
			for role in Role::ALL.into_iter().filter(|role| !right.beside.contains(role)) {
				allow(role);
				let outcome = tried(right);
				if right.roles.contains(&role) {
					assert_eq!(outcome, Ok(()), "{role}: {}", right.what);
				} else {
					let error = outcome.unwrap_err();
					assert!(
						(right.refusals)().contains(&error),
						"{role}: {}: {error:?}",
						right.what
					);
				}
				forbid(role);
			}
			right.beside.iter().copied().for_each(forbid);
		}
	});
}

#[test]
fn a_suspended_member_may_do_nothing_that_takes_a_role() {
	with_eve_and_ferdie(|| {
		Role::ALL.into_iter().for_each(allow);
		for right in &RIGHTS {
			assert_eq!(tried(right), Ok(()), "{}", right.what);
		}
		let evidence = H256::repeat_byte(1);
		assert_ok!(Consortium::suspend_member(
			RuntimeOrigin::root(),
			Eve.to_account_id(),
			evidence
		));
		for right in &RIGHTS {
			let error = tried(right).unwrap_err();
			assert!((right.refusals)().contains(&error), "{}: {error:?}", right.what);
		}
	});
}

#[test]
fn a_stranger_may_do_nothing_that_takes_a_role() {
	with_eve_and_ferdie(|| {
		assert_ok!(Consortium::remove_member(RuntimeOrigin::root(), Eve.to_account_id()));
		for right in &RIGHTS {
			let error = tried(right).unwrap_err();
			assert!((right.refusals)().contains(&error), "{}: {error:?}", right.what);
		}
	});
}
