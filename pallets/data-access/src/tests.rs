//! A file per group of calls and per theme. Unless a test says otherwise, 1 to 40 are enterprises with
//! money, each with further accounts a thousand and two thousand above, and nothing is granted yet.

use crate::{mock::*, types::*, *};
use frame::{
	deps::{frame_support::storage::with_storage_layer, sp_runtime::testing::TestSignature},
	testing_prelude::*,
	traits::fungible::InspectHold,
};

mod changes;
mod deposits;
mod disclosures;
mod expiries;
mod fees;
mod grants;
mod invariants;
mod limits;
mod log;
mod origins;
mod permissions;
mod revocations;
mod views;

const ANNA: AccountId = 1;
const BERT: AccountId = 2;
const CARL: AccountId = 3;
/// Another account of Anna's enterprise.
const ANNAS_OTHER: AccountId = ANNA + OTHER_ACCOUNT;
/// Another account of the bank.
const BANKS_OTHER: AccountId = BANK + OTHER_ACCOUNT;

/// When grants end, unless a test says otherwise.
const LATER: Moment = NOW + 100 * DAY;

use Category::{Payment, Shipping};
use Purpose::{CreditDecision, TradeFinance};

fn signed(account: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}

fn hash(number: u8) -> H256 {
	H256([number; 32])
}

/// Evidence about payments, for a decision on credit.
fn terms(grantee: AccountId) -> Terms<AccountId> {
	Terms { grantee, category: Payment, purpose: CreditDecision, until: LATER, keys: None }
}

fn grant_by(account: AccountId, terms: Terms<AccountId>) -> GrantId {
	let id = NextGrant::<Test>::get();
	assert_ok!(DataAccess::grant_access(signed(account), terms));
	id
}

/// Lets an account grant [`terms`].
fn grant(account: AccountId, grantee: AccountId) -> GrantId {
	grant_by(account, terms(grantee))
}

fn stored(id: GrantId) -> Option<GrantOf<Test>> {
	Grants::<Test>::get(id)
}

fn file(subject: AccountId) -> FileOf<Test> {
	Files::<Test>::get(subject)
}

/// Signed by the account that it names, for this chain.
fn bring(payer: AccountId, permission: Permission<AccountId>) -> DispatchResult {
	let signature = TestSignature(permission.account, permission.payload(&GENESIS));
	with_storage_layer(|| DataAccess::bring_permission(signed(payer), permission, signature))
}

/// What an account signs today, to be brought today.
fn permission(account: AccountId, terms: Terms<AccountId>) -> Permission<AccountId> {
	let changes = DataAccess::changes(account);
	Permission { account, terms, changes, bring_by: day_of(CurrentTime::get()) }
}

fn documents(numbers: &[u8]) -> DocumentsOf<Test> {
	numbers.iter().copied().map(hash).collect::<Vec<_>>().try_into().unwrap()
}

/// A disclosure of one document by the grant, if it is as [`terms`] says.
fn disclosure(subject: AccountId, recipient: AccountId, id: GrantId) -> DisclosureOf<Test> {
	Disclosure {
		subject,
		recipient,
		category: Payment,
		purpose: CreditDecision,
		channel: Channel::Portal,
		basis: LegalBasis::Grant(id),
		documents: documents(&[1]),
	}
}

/// One that a law asks for.
fn lawful(subject: AccountId, recipient: AccountId) -> DisclosureOf<Test> {
	Disclosure {
		category: Shipping,
		purpose: Purpose::CustomsClearance,
		channel: Channel::Interface,
		basis: LegalBasis::Law,
		..disclosure(subject, recipient, 0)
	}
}

fn log_all(
	discloser: AccountId,
	disclosures: impl IntoIterator<Item = DisclosureOf<Test>>,
) -> DispatchResult {
	let disclosures = disclosures.into_iter().collect::<Vec<_>>().try_into().unwrap();
	DataAccess::log_disclosures(signed(discloser), disclosures)
}

fn log(discloser: AccountId, disclosure: DisclosureOf<Test>) -> DispatchResult {
	log_all(discloser, [disclosure])
}

fn refused(index: u8, cause: Cause) -> Error<Test> {
	Error::DisclosureRefused { index, cause }
}

fn poll() -> Weight {
	let mut meter = WeightMeter::new();
	DataAccess::on_poll(System::block_number(), &mut meter);
	meter.consumed()
}

/// Lets days pass, with a block at the end.
fn pass(days: Day) {
	CurrentTime::mutate(|now| *now += Moment::from(days) * DAY);
	poll();
}

fn next_block() {
	System::set_block_number(System::block_number() + 1);
}

/// The pallet's events since they were last asked for.
fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

fn held(account: AccountId) -> u64 {
	Balances::balance_on_hold(&GrantReason::get(), &account)
}

/// What a grant costs.
fn deposit() -> u64 {
	100 + DataAccess::grant_footprint().size
}
