//! A file per group of calls and per theme. Unless a test says otherwise, nobody is registered yet,
//! 1 to 40 have money, and an enterprise may have eight partners.

use crate::{mock::*, types::*, *};
use frame::{
	deps::{frame_support::storage::with_storage_layer, sp_runtime::testing::TestSignature},
	testing_prelude::*,
	traits::fungible::InspectHold,
};
use hanse_network_model::ordered;
use hanse_types::{Commitments, EnterpriseKind};

mod activity;
mod agreements;
mod attest;
mod cheating;
mod close;
mod control;
mod deposits;
mod end;
mod figures;
mod invariants;
mod lapses;
mod origins;
mod proposals;
mod recovery;
mod register;
mod signals;
mod update;
mod views;
mod work;

const ANNA: AccountId = 1;
const BERT: AccountId = 2;
const CARL: AccountId = 3;
const DORA: AccountId = 4;
/// An account that is nobody's yet.
const NEW: AccountId = 30;

use RelationshipKind::{Carries, Finances, Insures, Supplies};
use VerificationLevel::{Identified, Inspected, Registered};

fn signed(account: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}

/// What everybody says: a merchant in Germany. No two have the same commitments.
fn details(number: u64) -> EnterpriseDetails {
	let byte = number as u8;
	EnterpriseDetails {
		country: "DE".parse().unwrap(),
		sector: "46".parse().unwrap(),
		kind: EnterpriseKind::Merchant,
		commitments: Commitments {
			name: Some([byte; 32]),
			registration_number: Some([byte; 32]),
			tax_number: None,
			address: Some([byte; 32]),
		},
	}
}

fn in_country(country: &str, number: u64) -> EnterpriseDetails {
	EnterpriseDetails { country: country.parse().unwrap(), ..details(number) }
}

fn register(account: AccountId) {
	assert_ok!(TradeNetwork::register_enterprise(signed(account), details(account)));
}

fn register_all(accounts: impl IntoIterator<Item = AccountId>) {
	accounts.into_iter().for_each(register);
}

fn id_of(account: AccountId) -> EnterpriseId {
	Accounts::<Test>::get(account).unwrap()
}

fn stored(account: AccountId) -> EnterpriseOf<Test> {
	Enterprises::<Test>::get(id_of(account)).unwrap()
}

fn report(account: AccountId) -> EnterpriseReport<AccountId> {
	TradeNetwork::enterprise(account).unwrap()
}

fn position(account: AccountId) -> Position {
	TradeNetwork::position(account).unwrap()
}

fn entity(number: u8) -> Commitment {
	[number; 32]
}

/// Attests a level for a hundred days, of the entity that has the account's number.
fn attest(account: AccountId, level: VerificationLevel) -> DispatchResult {
	let subject = TradeNetwork::subject_of(account);
	let until = CurrentDay::get() + 100;
	TradeNetwork::attest_enterprise(signed(REGISTRAR), account, level, entity(subject as u8), until)
}

/// What two say now to an arc.
fn agreement(
	giver: AccountId,
	receiver: AccountId,
	kind: RelationshipKind,
) -> Agreement<AccountId> {
	Agreement {
		giver,
		receiver,
		kind,
		giver_endings: TradeNetwork::enterprise(giver).map_or(0, |report| report.endings),
		receiver_endings: TradeNetwork::enterprise(receiver).map_or(0, |report| report.endings),
		until: CurrentDay::get(),
	}
}

/// Signed by both, for this chain.
fn by_both(agreement: Agreement<AccountId>) -> SignedAgreementOf<Test> {
	let payload = agreement.payload(&GENESIS);
	SignedAgreement {
		giver_signature: TestSignature(agreement.giver, payload.clone()),
		receiver_signature: TestSignature(agreement.receiver, payload),
		agreement,
	}
}

fn bring(signed_agreement: SignedAgreementOf<Test>) -> DispatchResultWithPostInfo {
	let SignedAgreement { agreement, giver_signature, receiver_signature } = signed_agreement;
	let origin = signed(PLATFORM);
	with_storage_layer(|| {
		TradeNetwork::submit_agreement(origin, agreement, giver_signature, receiver_signature)
	})
}

/// Lets an arc begin, paid for by the platform.
fn relate_by(giver: AccountId, receiver: AccountId, kind: RelationshipKind) {
	assert_ok!(bring(by_both(agreement(giver, receiver, kind))));
}

/// One supplies the other from now on.
fn supply(giver: AccountId, receiver: AccountId) {
	relate_by(giver, receiver, Supplies);
}

fn end(account: AccountId, partner: AccountId) {
	assert_ok!(TradeNetwork::end_relationship(signed(account), partner));
}

fn note_order(a: AccountId, b: AccountId, volume_class: u8) {
	<TradeNetwork as TradeActivity<_>>::note_order(&a, &b, volume_class);
}

fn relationship(a: AccountId, b: AccountId) -> Option<RelationshipOf<Test>> {
	Relationships::<Test>::get(ordered(id_of(a), id_of(b)))
}

/// Lets control of an enterprise go over to another account.
fn rotate(from: AccountId, to: AccountId) {
	assert_ok!(TradeNetwork::offer_control(signed(from), Some(to)));
	assert_ok!(TradeNetwork::accept_control(signed(to), from));
}

fn poll() -> Weight {
	let mut meter = WeightMeter::new();
	TradeNetwork::on_poll(System::block_number(), &mut meter);
	meter.consumed()
}

/// Lets days pass, with a block at the end.
fn pass(days: Day) {
	CurrentDay::mutate(|today| *today += days);
	poll();
}

/// The pallet's events since they were last asked for.
fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

fn held(reason: HoldReason, account: AccountId) -> u64 {
	Balances::balance_on_hold(&RuntimeHoldReason::TradeNetwork(reason), &account)
}
