//! A file per call and per theme. Unless a test says otherwise, 1 to 40 are enterprises with grade
//! A and money, each with further accounts a thousand and two thousand above; 100 to 119 are banks;
//! and no line is set yet.

use crate::{mock::*, types::*, *};
use SettlementAsset::Native;
use frame::{testing_prelude::*, traits::fungible::InspectHold};
use hanse_credit_model::{Grade, WarningLevel};
use hanse_traits::LineError;

mod change_line;
mod covenants;
mod decline_line;
mod deposits;
mod draws;
mod expiries;
mod fees;
mod invariants;
mod limits;
mod note_repayment;
mod origins;
mod resume_line;
mod set_line;
mod suspend_line;
mod views;
mod withdraw_line;

const ANNA: AccountId = 1;
const BERT: AccountId = 2;
const CARL: AccountId = 3;
/// Another account of Anna's enterprise.
const ANNAS_OTHER: AccountId = ANNA + OTHER_ACCOUNT;

/// When lines end, unless a test says otherwise.
const LATER: Moment = NOW + 100 * DAY;

const OPEN: LineState = LineState::Open;

const fn suspended(cause: Suspension) -> LineState {
	LineState::Suspended(cause)
}

const fn closed(cause: Closing) -> LineState {
	LineState::Closed(cause)
}

fn signed(account: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}

/// At grade BB or better.
fn terms(limit: u64) -> Terms<u64> {
	Terms { limit, until: LATER, minimum: Grade::Bb }
}

fn key_of(bank: AccountId, subject: AccountId, asset: SettlementAsset) -> LineKey<AccountId> {
	LineKey { subject, bank, asset }
}

/// Anna's line of the bank.
fn key() -> LineKey<AccountId> {
	key_of(BANK, ANNA, EURO)
}

/// Lets a bank set a line of 1,000 euros.
fn set(bank: AccountId, enterprise: AccountId) {
	assert_ok!(CreditLines::set_line(signed(bank), enterprise, EURO, terms(1_000)));
}

/// Lets the bank set Anna's line.
fn set_annas() {
	set(BANK, ANNA);
	events();
}

/// Lets the bank set Anna's line, and so much be drawn on it.
fn set_and_draw(amount: u64) {
	set(BANK, ANNA);
	assert_eq!(draw(amount), Ok(()));
	events();
}

fn stored(key: LineKey<AccountId>) -> Option<LineOf<Test>> {
	CreditLines::stored(&key)
}

fn state() -> Option<LineState> {
	stored(key()).map(|line| line.state)
}

fn drawn() -> Option<u64> {
	stored(key()).map(|line| line.drawn)
}

fn draw_on(key: LineKey<AccountId>, amount: u64) -> Result<(), LineError> {
	let LineKey { subject, bank, asset } = key;
	<CreditLines as hanse_traits::CreditLines<_, _>>::draw(&bank, &subject, asset, amount)
}

/// Draws on Anna's line.
fn draw(amount: u64) -> Result<(), LineError> {
	draw_on(key(), amount)
}

fn repay_on(key: LineKey<AccountId>, amount: u64) -> u64 {
	let LineKey { subject, bank, asset } = key;
	<CreditLines as hanse_traits::CreditLines<_, _>>::repay(&bank, &subject, asset, amount)
}

/// Repays on Anna's line.
fn repay(amount: u64) -> u64 {
	repay_on(key(), amount)
}

/// What can be drawn on Anna's line.
fn available() -> u64 {
	CreditLines::available(BANK, ANNA, EURO)
}

/// What is told of Anna's line being closed.
fn told_closed(cause: Closing, drawn: u64) -> Event<Test> {
	Event::LineClosed { subject: ANNA, bank: BANK, asset: EURO, cause, drawn }
}

/// What is told of Anna's line being suspended.
fn told_suspended(cause: Suspension) -> Event<Test> {
	Event::LineSuspended { subject: ANNA, bank: BANK, asset: EURO, cause }
}

fn poll() -> Weight {
	let mut meter = WeightMeter::new();
	CreditLines::on_poll(System::block_number(), &mut meter);
	meter.consumed()
}

/// Lets days pass, with a block at the end.
fn pass(days: Day) {
	CurrentTime::mutate(|now| *now += Moment::from(days) * DAY);
	poll();
}

/// The pallet's events since they were last asked for.
fn events() -> Vec<Event<Test>> {
	let events = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	events
}

fn held(account: AccountId) -> u64 {
	Balances::balance_on_hold(&LineReason::get(), &account)
}

/// What a line costs.
fn deposit() -> u64 {
	100 + CreditLines::line_footprint().size
}
