//! # Credit lines
//!
//! How much which bank lends to which enterprise, until when and on which condition; and how much
//! of it is drawn.
//!
//! ## Pallet API
//!
//! See the [`pallet`] module for the calls, events and errors. Read through the view functions
//! ([`Pallet::lines`], [`Pallet::book`], [`Pallet::available`]), not out of storage: a line that
//! stands there as open may have ended. Other pallets draw and repay through
//! [`hanse_traits::CreditLines`].
//!
//! ## Words
//!
//! * **Line**: a bank's word that an enterprise may owe it so much of an asset, until a moment.
//! * **Bank**: a member with the role of a bank.
//! * **Subject**: the enterprise, by the account that never changes.
//! * **Limit**: how much may be owed.
//! * **Drawn**: how much is owed.
//! * **Covenant**: the condition: a lowest grade of the credit score, and no critical warning.
//! * **Suspended**: not to be drawn on until the bank resumes it.
//! * **Closed**: not to be drawn on any more.
//! * **Book**: all lines of a bank.
//!
//! ## Overview
//!
//! A line is the bank's risk, and so the bank alone sets it, changes it and takes it back, at any
//! time and at once. It is no obligation of the enterprise, which pays nothing for it and may
//! decline it. There is one line for each enterprise, bank and asset.
//!
//! The pallet keeps count and moves no money. Who lends, pays out and is repaid is settled where
//! the money is: an order in escrow draws on a line when the bank's money goes into it, and repays
//! when it comes back. What is repaid past the chain, the bank notes itself
//! ([`Pallet::note_repayment`]).
//!
//! **What is drawn stays owed**, whatever becomes of the line. If it is lowered below what is
//! drawn, withdrawn, declined, suspended or ended, nothing more can be drawn; and it stands here
//! until all of it is repaid.
//!
//! ### Who may do what
//!
//! | call | origin |
//! |---|---|
//! | [`set_line`](pallet::Pallet::set_line), [`change_line`](pallet::Pallet::change_line), [`suspend_line`](pallet::Pallet::suspend_line), [`resume_line`](pallet::Pallet::resume_line) | a member with the role of a bank, about its own lines |
//! | [`withdraw_line`](pallet::Pallet::withdraw_line), [`note_repayment`](pallet::Pallet::note_repayment) | the account that set the line, a member still or not |
//! | [`decline_line`](pallet::Pallet::decline_line) | the account that acts for the enterprise; without a fee |
//!
//! ### The covenant
//!
//! When the announced grade of a subject falls below the minimum of a line, or its warning becomes
//! critical, the line cannot be drawn on from that moment within the block. The line is suspended,
//! and its bank told, when the pallet is ([`OnStanding`]): in the next block, or later after a
//! flood of announcements. Nobody has to watch, and nobody can draw while somebody sleeps.
//!
//! It is **not** resumed by itself. A grade that comes back is a reason for a bank to look again,
//! not its decision; and a trader that sits on the threshold must not have a line that opens and
//! shuts. So the bank resumes ([`Pallet::resume_line`]), which is refused for as long as the
//! covenant is broken: who wants to lend all the same lowers the minimum first, and everybody sees
//! that it did.
//!
//! ### A line's way, by example
//!
//! 1. A bank sets a line for Anna: 50,000 of its e-money for a year, at grade BB or better. It pays
//!    the deposit.
//! 2. Anna orders goods for 20,000 on credit. The escrow draws; 30,000 are left.
//! 3. Two of Anna's deliveries fail. Her grade falls to B: nothing more can be drawn, and the line
//!    is suspended. What she has ordered is not affected.
//! 4. Anna repays 20,000 by a transfer at the bank, which notes it. Her grade recovers, and the
//!    bank resumes the line.
//! 5. The year is over. Nothing is owed, so the line is removed, and the deposit goes back.
//!
//! ### Deposits and bounds
//!
//! The bank pays [`Config::LineDeposit`] for each line for as long as it stands here. An enterprise
//! has [`Config::MaxLines`] at most, of one bank [`Config::MaxLinesEach`], so that no bank can take
//! all places; and a bank has [`Config::MaxBook`].
//!
//! ### Work per block
//!
//! All lines of an enterprise are one value of the state, so that what a change of standing costs
//! is bounded and small. Lines that have ended are closed at the start of each block within
//! [`Config::MaxExpiryWeight`], in the order of their days, and what does not fit is carried over.
//! That only tidies up and tells: a line that has ended cannot be drawn on from that very moment.
//!
//! ## Assumptions
//!
//! * A bank sets a line with the enterprise's word, given off chain: that the two do business is
//!   public with it (`docs/credit-lines.md`).
//! * Whoever draws has made sure that the enterprise wants to, and that the bank's money moves in
//!   the same transaction.
//! * [`OnStanding::changed`] tells every change of what [`Standings::standing_of`] answers.
//! * Block time is what `pallet-timestamp` says: within the drift that validators tolerate.

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
	any(test, feature = "runtime-benchmarks"),
	allow(
		clippy::unwrap_used,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::arithmetic_side_effects
	)
)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod expiry;
mod impls;
mod lines;
#[cfg(test)]
mod mock;
mod reports;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use alloc::vec::Vec;
use frame::{
	deps::frame_support::weights::WeightMeter,
	prelude::*,
	traits::{Consideration, Footprint, OriginTrait, UnixTime},
};
use hanse_credit_model::{DAY, Moment};
use hanse_traits::{Membership, OnStanding, Registered, SettlementAssets, Standings, Subjects};
use hanse_types::{Day, Role, SettlementAsset};

/// The longest that a line may hold: five years, two of them leap years, in seconds. A bank that
/// lends for longer sets it anew.
pub const FIVE_YEARS: Moment = 1_827 * DAY;

/// The most lines that a runtime may let an enterprise have: all of them are looked at when its
/// standing changes.
pub const MOST_LINES: u32 = 16;

/// About how many lines a page of [`Pallet::book`] has: those of so many enterprises.
pub const BOOK_PAGE: usize = 128;

/// What a bank says about a line.
pub type TermsOf<T> = Terms<<T as Config>::Balance>;

/// Which line.
pub type LineKeyOf<T> = LineKey<<T as frame_system::Config>::AccountId>;

/// A line as it is stored.
pub type LineOf<T> = Line<
	<T as frame_system::Config>::AccountId,
	<T as Config>::Balance,
	<T as Config>::LineDeposit,
>;

/// The lines of an enterprise.
pub type LinesOf<T> = BoundedVec<LineOf<T>, <T as Config>::MaxLines>;

/// A line as the view functions tell it.
pub type LineReportOf<T> =
	LineReport<<T as frame_system::Config>::AccountId, <T as Config>::Balance>;

#[frame::pallet]
#[allow(clippy::expect_used, reason = "the macros of storage use it where it cannot fail")]
pub mod pallet {
	use super::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What calls, draws and expiries cost.
		type WeightInfo: WeightInfo;

		/// An amount of any asset, in its smallest unit.
		type Balance: tokens::Balance;

		/// Which assets there are.
		type Assets: SettlementAssets;

		/// Who is a member, and in which roles.
		type Members: Membership<Self::AccountId>;

		/// Whom an account stands for.
		type Subjects: Subjects<Self::AccountId>;

		/// Who is an enterprise at all.
		type Enterprises: Registered<Self::AccountId>;

		/// How subjects stand. Changes are told through [`OnStanding`].
		type Standings: Standings<Self::AccountId>;

		/// The time of the block.
		type Time: UnixTime;

		/// What a line costs the bank that set it, while it is stored.
		type LineDeposit: Consideration<Self::AccountId, Footprint>;

		/// How many lines an enterprise may have, closed ones included on which something is owed;
		/// at most [`MOST_LINES`]. An upgrade may raise it but not lower it.
		#[pallet::constant]
		type MaxLines: Get<u32>;

		/// How many of them may be of one bank: one for each asset.
		#[pallet::constant]
		type MaxLinesEach: Get<u32>;

		/// How many lines a bank may have.
		#[pallet::constant]
		type MaxBook: Get<u32>;

		/// For how long a line may hold, in seconds; at most [`FIVE_YEARS`].
		#[pallet::constant]
		type MaxPeriod: Get<Moment>;

		/// How much of each block the closing of lines that have ended may take at its start.
		#[pallet::constant]
		type MaxExpiryWeight: Get<Weight>;

		/// Makes enterprises for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// The lines of each enterprise, in the order in which they were set. There is no entry for one
	/// that has none.
	// Blake2: accounts are chosen by their owners. So in all maps here.
	#[pallet::storage]
	pub(crate) type Lines<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, LinesOf<T>, ValueQuery>;

	/// How many lines a bank has with an enterprise. There is no entry for none.
	#[pallet::storage]
	pub(crate) type Books<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Blake2_128Concat,
		T::AccountId,
		u32,
		ValueQuery,
	>;

	/// How many lines a bank has. There is no entry for none.
	#[pallet::storage]
	pub(crate) type BookSizes<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// Which lines end, by the day. Those that are closed stand here no more.
	#[pallet::storage]
	pub(crate) type Expiries<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Day, Blake2_128Concat, LineKeyOf<T>, ()>;

	/// The first day whose lines are not all closed. `None` before the first line.
	#[pallet::storage]
	pub(crate) type ExpiryCursor<T: Config> = StorageValue<_, Day>;

	/// Why money of an account is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For a line that it set.
		#[codec(index = 0)]
		Line,
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A bank set a line.
		LineSet {
			/// Whose it is.
			subject: T::AccountId,
			/// Who lends.
			bank: T::AccountId,
			/// What is lent.
			asset: SettlementAsset,
			/// How much, until when, and at which grade.
			terms: TermsOf<T>,
			/// What is owed already, on a line of the two that was closed before.
			drawn: T::Balance,
		},
		/// A bank changed a line.
		LineChanged {
			/// Whose it is.
			subject: T::AccountId,
			/// Who lends.
			bank: T::AccountId,
			/// What is lent.
			asset: SettlementAsset,
			/// What held before.
			before: TermsOf<T>,
			/// What holds now.
			terms: TermsOf<T>,
		},
		/// A line may not be drawn on until the bank resumes it.
		LineSuspended {
			/// Whose it is.
			subject: T::AccountId,
			/// Who lends.
			bank: T::AccountId,
			/// What is lent.
			asset: SettlementAsset,
			/// Why.
			cause: Suspension,
		},
		/// A bank lets a line be drawn on again.
		LineResumed {
			/// Whose it is.
			subject: T::AccountId,
			/// Who lends.
			bank: T::AccountId,
			/// What is lent.
			asset: SettlementAsset,
			/// Why it was suspended.
			cause: Suspension,
		},
		/// A line may not be drawn on any more. It is removed if nothing is owed.
		LineClosed {
			/// Whose it was.
			subject: T::AccountId,
			/// Who lent.
			bank: T::AccountId,
			/// What was lent.
			asset: SettlementAsset,
			/// Why.
			cause: Closing,
			/// What is still owed.
			drawn: T::Balance,
		},
		/// An amount was drawn.
		LineDrawn {
			/// Whose line it is.
			subject: T::AccountId,
			/// Who lends.
			bank: T::AccountId,
			/// What is lent.
			asset: SettlementAsset,
			/// How much.
			amount: T::Balance,
			/// What is owed now.
			drawn: T::Balance,
		},
		/// An amount was repaid. A closed line is removed when nothing is owed any more.
		LineRepaid {
			/// Whose line it is.
			subject: T::AccountId,
			/// Who lends.
			bank: T::AccountId,
			/// What is lent.
			asset: SettlementAsset,
			/// How much.
			amount: T::Balance,
			/// What is owed now.
			drawn: T::Balance,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The bank has set a line of this asset for the enterprise: change that.
		AlreadySet,
		/// The line is suspended already.
		AlreadySuspended,
		/// The bank has as many lines as it may have.
		BookFull,
		/// The grade of the enterprise is below the minimum, or its warning is critical.
		BrokenCovenant,
		/// The end of the line is not ahead.
		EndNotAhead,
		/// The line was withdrawn or declined, or has ended.
		LineClosed,
		/// The end of the line is too far ahead.
		LineTooLong,
		/// No more is owed than this.
		MoreThanDrawn,
		/// The amount is zero.
		NoAmount,
		/// The limit is zero: withdraw the line instead.
		NoLimit,
		/// The account is not that of a member with the role of a bank.
		NotBank,
		/// Another account acts for the enterprise.
		NotController,
		/// The account belongs to no enterprise.
		NotEnterprise,
		/// The line is not suspended.
		NotSuspended,
		/// The line is like this already.
		NothingChanged,
		/// A bank lends to others.
		SelfLine,
		/// The bank has as many lines with this enterprise as it may have.
		TooManyEach,
		/// The enterprise has as many lines as it may have.
		TooManyLines,
		/// There is no such asset.
		UnknownAsset,
		/// There is no such line any more, or there never was.
		UnknownLine,
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The lines of the enterprise that an account belongs to, in the order in which they were
		/// set, with those that are closed and still owed; at most [`Config::MaxLines`].
		pub fn lines(account: T::AccountId) -> Vec<LineReportOf<T>> {
			Self::report_lines(&account)
		}

		/// The line of a bank for the enterprise that an account belongs to; `None` if there is
		/// none, or it is closed and nothing is owed.
		pub fn line(
			bank: T::AccountId,
			account: T::AccountId,
			asset: SettlementAsset,
		) -> Option<LineReportOf<T>> {
			Self::report_line(&bank, &account, asset)
		}

		/// The lines of a bank, a page of about [`BOOK_PAGE`] at a time, in no particular order:
		/// first without `after`, then with what the page before gave as [`BookPage::next`]. The
		/// last page may be empty.
		pub fn book(
			bank: T::AccountId,
			after: Option<T::AccountId>,
		) -> BookPage<T::AccountId, T::Balance> {
			Self::report_book(&bank, after)
		}

		/// How many lines a bank has; those that have ended count until they are removed.
		pub fn book_size(bank: T::AccountId) -> u32 {
			BookSizes::<T>::get(bank)
		}

		/// How much the enterprise that an account belongs to can draw on a line now; zero if
		/// nothing, for whatever reason.
		pub fn available(
			bank: T::AccountId,
			account: T::AccountId,
			asset: SettlementAsset,
		) -> T::Balance {
			Self::available_to(&bank, &T::Subjects::subject_of(&account), asset)
		}
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Sets a line for an enterprise.
		///
		/// ## Dispatch Origin
		///
		/// Signed by a member with the role of a bank.
		///
		/// ## Details
		///
		/// The caller pays [`Config::LineDeposit`] for as long as the line is stored. A line of the
		/// two that is closed and still owed is opened anew: what is owed counts against the new
		/// limit.
		///
		/// ## Parameters
		///
		/// - `enterprise`: any account of it.
		/// - `asset`: what is lent.
		/// - `terms`: how much, until when, and at which grade.
		///
		/// ## Errors
		///
		/// - [`Error::NotBank`]
		/// - [`Error::NoLimit`]
		/// - [`Error::EndNotAhead`], [`Error::LineTooLong`]: the end is not after the time of the
		///   block, or more than [`Config::MaxPeriod`] after it.
		/// - [`Error::UnknownAsset`], [`Error::NotEnterprise`]
		/// - [`Error::SelfLine`]: the account belongs to the bank's own enterprise.
		/// - [`Error::BrokenCovenant`]: the line would be suspended at once. An enterprise of which
		///   nothing is known has the grade D.
		/// - [`Error::AlreadySet`]
		/// - [`Error::TooManyLines`], [`Error::TooManyEach`], [`Error::BookFull`]
		/// - That of the deposit, if the caller cannot pay it.
		///
		/// ## Events
		///
		/// - [`Event::LineSet`]
		/// - [`Event::LineClosed`] before it, if the last line of the two has ended and that has
		///   not been told yet.
		#[pallet::call_index(0)]
		pub fn set_line(
			origin: OriginFor<T>,
			enterprise: T::AccountId,
			asset: SettlementAsset,
			terms: TermsOf<T>,
		) -> DispatchResult {
			let bank = ensure_signed(origin)?;
			Self::do_set(bank, &enterprise, asset, terms)
		}

		/// Changes the limit, the end or the minimum grade of a line, at once.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the bank that set it, a member with that role still.
		///
		/// ## Details
		///
		/// If the limit is lowered below what is drawn, nothing more can be drawn, and what is
		/// drawn stays owed. If the minimum is raised above the grade of the enterprise, the line
		/// is suspended. A line that is suspended stays so.
		///
		/// ## Parameters
		///
		/// - `subject`: the enterprise, as the line names it.
		/// - `asset`: what is lent.
		/// - `terms`: what is to hold from now on, all of it.
		///
		/// ## Errors
		///
		/// - [`Error::NotBank`], [`Error::UnknownLine`]
		/// - [`Error::LineClosed`]: set it anew.
		/// - [`Error::NoLimit`], [`Error::EndNotAhead`], [`Error::LineTooLong`]: as in
		///   [`Pallet::set_line`].
		/// - [`Error::NothingChanged`]
		///
		/// ## Events
		///
		/// - [`Event::LineChanged`]
		/// - [`Event::LineSuspended`] after it, if the covenant is broken by the change.
		#[pallet::call_index(1)]
		pub fn change_line(
			origin: OriginFor<T>,
			subject: T::AccountId,
			asset: SettlementAsset,
			terms: TermsOf<T>,
		) -> DispatchResult {
			let bank = ensure_signed(origin)?;
			Self::do_change(LineKey { subject, bank, asset }, terms)
		}

		/// Withdraws a line, at once.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the account that set it, a member still or not.
		///
		/// ## Details
		///
		/// Nothing more can be drawn, and what is drawn stays owed. The line is removed, and the
		/// deposit given back, when nothing is owed.
		///
		/// ## Parameters
		///
		/// - `subject`: the enterprise, as the line names it.
		/// - `asset`: what is lent.
		///
		/// ## Errors
		///
		/// - [`Error::UnknownLine`]
		/// - [`Error::LineClosed`]: only what is owed on it is left.
		///
		/// ## Events
		///
		/// - [`Event::LineClosed`]; by [`Closing::Expired`], if it had ended.
		#[pallet::call_index(2)]
		pub fn withdraw_line(
			origin: OriginFor<T>,
			subject: T::AccountId,
			asset: SettlementAsset,
		) -> DispatchResult {
			let bank = ensure_signed(origin)?;
			Self::do_close(&LineKey { subject, bank, asset }, Closing::Withdrawn)
		}

		/// Suspends a line by hand, at once.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the bank that set it, a member with that role still.
		///
		/// ## Details
		///
		/// For what a bank knows and the score does not, or not yet.
		///
		/// ## Parameters
		///
		/// - `subject`: the enterprise, as the line names it.
		/// - `asset`: what is lent.
		///
		/// ## Errors
		///
		/// - [`Error::NotBank`], [`Error::UnknownLine`], [`Error::LineClosed`],
		///   [`Error::AlreadySuspended`]
		///
		/// ## Events
		///
		/// - [`Event::LineSuspended`]
		#[pallet::call_index(3)]
		pub fn suspend_line(
			origin: OriginFor<T>,
			subject: T::AccountId,
			asset: SettlementAsset,
		) -> DispatchResult {
			let bank = ensure_signed(origin)?;
			Self::do_suspend(LineKey { subject, bank, asset })
		}

		/// Lets a line that was suspended be drawn on again.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the bank that set it, a member with that role still.
		///
		/// ## Parameters
		///
		/// - `subject`: the enterprise, as the line names it.
		/// - `asset`: what is lent.
		///
		/// ## Errors
		///
		/// - [`Error::NotBank`], [`Error::UnknownLine`], [`Error::LineClosed`],
		///   [`Error::NotSuspended`]
		/// - [`Error::BrokenCovenant`]: it would be suspended again at once. Who wants to lend all
		///   the same lowers the minimum first; not even that helps while a warning is critical.
		///
		/// ## Events
		///
		/// - [`Event::LineResumed`]
		#[pallet::call_index(4)]
		pub fn resume_line(
			origin: OriginFor<T>,
			subject: T::AccountId,
			asset: SettlementAsset,
		) -> DispatchResult {
			let bank = ensure_signed(origin)?;
			Self::do_resume(LineKey { subject, bank, asset })
		}

		/// Notes that an amount was repaid past the chain, or that the bank asks for it no more.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the account that set the line, a member still or not.
		///
		/// ## Details
		///
		/// Only the bank can say so, and only to its own expense.
		///
		/// ## Parameters
		///
		/// - `subject`: the enterprise, as the line names it.
		/// - `asset`: what is lent.
		/// - `amount`: how much, in the smallest unit of the asset; more than zero, and no more
		///   than is drawn.
		///
		/// ## Errors
		///
		/// - [`Error::UnknownLine`], [`Error::NoAmount`], [`Error::MoreThanDrawn`]
		///
		/// ## Events
		///
		/// - [`Event::LineRepaid`]
		#[pallet::call_index(5)]
		pub fn note_repayment(
			origin: OriginFor<T>,
			subject: T::AccountId,
			asset: SettlementAsset,
			amount: T::Balance,
		) -> DispatchResult {
			let bank = ensure_signed(origin)?;
			Self::do_note_repayment(&LineKey { subject, bank, asset }, amount)
		}

		/// Declines a line that the enterprise does not want, at once.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the account that acts for the enterprise. None that acted for it before: only
		/// the bank can give a line back.
		///
		/// ## Details
		///
		/// Costs nothing. Nothing more can be drawn, and what is drawn stays owed. The deposit goes
		/// back to the bank when nothing is owed.
		///
		/// ## Parameters
		///
		/// - `bank`: who lends.
		/// - `asset`: what is lent.
		///
		/// ## Errors
		///
		/// - [`Error::NotController`], [`Error::UnknownLine`]
		/// - [`Error::LineClosed`]: only what is owed on it is left.
		///
		/// ## Events
		///
		/// - [`Event::LineClosed`]; by [`Closing::Expired`], if it had ended.
		#[pallet::call_index(6)]
		#[pallet::feeless_if(
			|origin: &OriginFor<T>, bank: &T::AccountId, asset: &SettlementAsset| -> bool {
				origin
					.as_signer()
					.is_some_and(|account| Pallet::<T>::may_decline(account, bank, *asset))
			}
		)]
		pub fn decline_line(
			origin: OriginFor<T>,
			bank: T::AccountId,
			asset: SettlementAsset,
		) -> DispatchResultWithPostInfo {
			let account = ensure_signed(origin)?;
			let subject = T::Subjects::subject_of(&account);
			ensure!(T::Subjects::acts_for(&account, &subject), Error::<T>::NotController);
			Self::do_close(&LineKey { subject, bank, asset }, Closing::Declined)?;
			// For a runtime that does not ask which calls are without a fee.
			Ok(Pays::No.into())
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Closes lines that have ended. Runs before the transactions of the block, so that a block
		/// full of them cannot put it off.
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			let limit = meter.remaining().min(T::MaxExpiryWeight::get());
			let mut own = WeightMeter::with_limit(limit);
			Self::expire_in_hook(&mut own);
			meter.consume(own.consumed());
		}

		fn integrity_test() {
			assert!(
				(1..=MOST_LINES).contains(&T::MaxLines::get()),
				"an enterprise must be able to have a line, and all are looked at in one call"
			);
			assert!(
				(1..=T::MaxLines::get()).contains(&T::MaxLinesEach::get()),
				"a bank must be able to set a line, and no more than there may be"
			);
			assert!(T::MaxBook::get() >= 1, "a bank must be able to set a line");
			assert!(
				(1..=FIVE_YEARS).contains(&T::MaxPeriod::get()),
				"a line holds for a time, and for five years at most"
			);
			assert!(
				T::MaxExpiryWeight::get()
					.all_gte(T::WeightInfo::expire_nothing().saturating_add(Self::expiry_step())),
				"the weight for expiries must suffice for one"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::try_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
