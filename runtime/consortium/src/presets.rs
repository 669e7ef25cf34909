//! The states that a new chain can start from.
//!
//! Both are for development: their keys are derived from words that everybody knows. The networks
//! of a consortium start from a specification that its members write and sign.

use crate::configs::MINIMUM_BOND;
use crate::{
	AccountId, BalancesConfig, BlockNumber, ConsortiumConfig, CreditRecordsConfig,
	RuntimeGenesisConfig, SessionConfig, SessionKeys, SessionLengthConfig,
};
use alloc::{string::String, vec, vec::Vec};
use frame_support::build_struct_json_patch;
use hanse_credit_model::Category;
use hanse_runtime_common::{money, time};
use hanse_types::{CountryCode, LegalEntityId, Role, Roles};
use pallet_consortium::GenesisMember;
use sp_genesis_builder::{DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET, PresetId};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};

/// What every account of a preset begins with.
const ENDOWMENT: crate::Balance = 1_000_000 * money::UNIT;

/// The names of the presets.
pub fn names() -> Vec<PresetId> {
	vec![PresetId::from(DEV_RUNTIME_PRESET), PresetId::from(LOCAL_TESTNET_RUNTIME_PRESET)]
}

/// The preset of that name, as JSON that is put over the default state.
pub fn get(id: &PresetId) -> Option<Vec<u8>> {
	let patch = match id.as_ref() {
		// One member, whose vote is a majority. A minute is long enough to watch a session, and
		// short enough to wait for the next.
		DEV_RUNTIME_PRESET => genesis(vec![port_authority()?], 1, Some(time::MINUTES)),
		// Four members, as many as it takes to lose one and still finalise and decide; and no fewer
		// than it takes to decide anything by two thirds against one.
		LOCAL_TESTNET_RUNTIME_PRESET => genesis(
			vec![port_authority()?, trade_bank()?, shipping_line()?, customs_office()?],
			3,
			None,
		),
		_ => return None,
	};
	serde_json::to_vec(&patch).ok()
}

fn genesis(
	members: Vec<(Authority, GenesisMember<AccountId>)>,
	min_validators: u32,
	session_length: Option<BlockNumber>,
) -> serde_json::Value {
	let (authorities, members): (Vec<_>, Vec<_>) = members.into_iter().unzip();
	let bonds = bonds(&members);
	build_struct_json_patch!(RuntimeGenesisConfig {
		balances: BalancesConfig {
			balances: [
				Sr25519Keyring::Alice,
				Sr25519Keyring::Bob,
				Sr25519Keyring::Charlie,
				Sr25519Keyring::Dave,
				Sr25519Keyring::Eve,
				Sr25519Keyring::Ferdie,
			]
			.map(|who| (who.to_account_id(), ENDOWMENT))
			.into(),
		},
		consortium: ConsortiumConfig { members, min_validators: Some(min_validators) },
		// A new consortium brings its history before it goes by the present.
		credit_records: CreditRecordsConfig { importing: true, bonds },
		session: SessionConfig {
			keys: authorities.into_iter().map(Authority::session_keys).collect(),
		},
		session_length: SessionLengthConfig { blocks: session_length },
	})
}

/// The founders answer for what they say from the first block on: a bond in each category of which
/// they may submit evidence.
fn bonds(members: &[GenesisMember<AccountId>]) -> Vec<(AccountId, Category, crate::Balance)> {
	let of = |member: &GenesisMember<AccountId>| {
		let account = member.account.clone();
		let provides = |category: &Category| {
			member.roles.contains(pallet_credit_records::provider_role(*category))
		};
		Category::ALL
			.into_iter()
			.filter(provides)
			.map(move |category| (account.clone(), category, MINIMUM_BOND))
			.collect::<Vec<_>>()
	};
	members.iter().flat_map(of).collect()
}

/// Who runs a validator, by the two kinds of keys that it takes.
struct Authority {
	account: Sr25519Keyring,
	grandpa: Ed25519Keyring,
}

impl Authority {
	/// As the session pallet wants it: the account that sets the keys, the validator, the keys.
	fn session_keys(self) -> (AccountId, AccountId, SessionKeys) {
		let account = self.account.to_account_id();
		let keys = SessionKeys {
			aura: self.account.public().into(),
			grandpa: self.grandpa.public().into(),
		};
		(account.clone(), account, keys)
	}
}

/// A port that also runs the platform on which the others trade: it may submit every kind of
/// evidence, so that a chain on which it is alone has all that it needs.
fn port_authority() -> Option<(Authority, GenesisMember<AccountId>)> {
	member(
		Authority { account: Sr25519Keyring::Alice, grandpa: Ed25519Keyring::Alice },
		"Hanse Port Authority",
		*b"DE",
		*b"HNSE00HANSEPORT001",
		[
			Role::Validator,
			Role::TransactionProvider,
			Role::ShippingProvider,
			Role::PaymentProvider,
			Role::BehaviourProvider,
			Role::VerificationProvider,
		]
		.into(),
	)
}

fn trade_bank() -> Option<(Authority, GenesisMember<AccountId>)> {
	member(
		Authority { account: Sr25519Keyring::Bob, grandpa: Ed25519Keyring::Bob },
		"Zuiderzee Trade Bank",
		*b"NL",
		*b"HNSE00TRADEBANK001",
		[Role::Validator, Role::PaymentProvider, Role::Bank].into(),
	)
}

fn shipping_line() -> Option<(Authority, GenesisMember<AccountId>)> {
	member(
		Authority { account: Sr25519Keyring::Charlie, grandpa: Ed25519Keyring::Charlie },
		"Amber Shipping Line",
		*b"PL",
		*b"HNSE00AMBERSHIP001",
		[Role::Validator, Role::ShippingProvider, Role::Carrier].into(),
	)
}

fn customs_office() -> Option<(Authority, GenesisMember<AccountId>)> {
	member(
		Authority { account: Sr25519Keyring::Dave, grandpa: Ed25519Keyring::Dave },
		"Customs and Registry Office",
		*b"SE",
		*b"HNSE00CUSTOMSRE001",
		[Role::Validator, Role::VerificationProvider, Role::Customs, Role::Registrar].into(),
	)
}

/// Nothing if the country or the legal entity cannot be; a test sees to it that they can.
fn member(
	authority: Authority,
	name: &str,
	country: [u8; 2],
	legal_entity: [u8; 18],
	roles: Roles,
) -> Option<(Authority, GenesisMember<AccountId>)> {
	let member = GenesisMember {
		account: authority.account.to_account_id(),
		name: String::from(name),
		country: CountryCode::try_from(country).ok()?,
		legal_entity: LegalEntityId::with_check_digits(legal_entity).ok()?,
		roles,
		nodes: Vec::new(),
	};
	Some((authority, member))
}
