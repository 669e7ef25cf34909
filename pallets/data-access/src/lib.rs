//! # Data access
//!
//! Who may see an enterprise's evidence, for what and until when; and what was shown to whom.
//!
//! ## Pallet API
//!
//! See the [`pallet`] module for the calls, events and errors. Read through the view functions
//! ([`Pallet::grants`], [`Pallet::is_granted`], [`Pallet::disclosure_log`]), not out of storage: a
//! grant that stands there may have ended.
//!
//! ## Words
//!
//! * **Subject**: the enterprise that evidence is about, by the account that never changes.
//! * **Grant**: the subject's word that one party may have one category of its evidence, for one
//!   purpose, until a moment.
//! * **Grantee**: that party: a member, or another enterprise.
//! * **Disclosure**: that evidence about a subject was given to somebody.
//! * **Discloser**: the member that gives it, and says so here.
//! * **Recipient**: who receives it.
//! * **Log**: all disclosures about a subject, in order.
//! * **Head**: a hash that follows from all entries of a log, and from no others.
//!
//! ## Overview
//!
//! Documents never go on the chain, and neither do keys. A subject grants; whoever holds its
//! evidence looks whether there is a grant, logs the disclosure here, and only then gives the
//! documents away, by whatever channel. What is logged are commitments of documents, which say
//! nothing to who does not have them (`docs/data-protection.md`).
//!
//! The chain cannot keep anybody from giving away what it has. What it does: nobody can say
//! afterwards that it had been allowed, when it was not; the subject sees all that was logged, and
//! can tell that nothing is missing; and what was given without an entry is plainly unlawful.
//!
//! A grant ends with its time, when the subject revokes it, or when the grantee renounces it. All of
//! that is effective at once. It ends what may be disclosed from then on; it takes back nothing that
//! was.
//!
//! ### Who may do what
//!
//! | call | origin |
//! |---|---|
//! | [`grant_access`](pallet::Pallet::grant_access), [`change_grant`](pallet::Pallet::change_grant) | the account that acts for the subject |
//! | [`bring_permission`](pallet::Pallet::bring_permission) | any account, with the signature of the one that acts for the subject |
//! | [`revoke_grant`](pallet::Pallet::revoke_grant) | any account of the subject, also one that acted for it before; without a fee |
//! | [`bring_revocation`](pallet::Pallet::bring_revocation) | any account, with the signature of one of the subject's |
//! | [`renounce_grant`](pallet::Pallet::renounce_grant) | any account of the grantee |
//! | [`log_disclosures`](pallet::Pallet::log_disclosures) | a member |
//!
//! ### A grant's way, by example
//!
//! 1. Anna wants her bank to finance an invoice. She holds no tokens, so she signs a permission in
//!    her wallet: evidence about payments, to the bank, for trade finance, for a year. The bank
//!    brings it, and pays the deposit.
//! 2. The platform on which Anna trades has her records. It sees the grant, logs that it gives three
//!    documents to the bank, and gives them.
//! 3. Customs ask the platform for Anna's shipping papers, as a law says they may. There is no
//!    grant; the platform logs the disclosure with the law as its basis.
//! 4. Anna asks for the head of her log: two entries. Following the blocks back from the last one she
//!    finds both, and hashes them to the same head.
//! 5. Anna leaves the bank. She revokes; the deposit goes back to the bank. When the platform tries
//!    to log another disclosure by that grant, it is refused.
//!
//! ### The log
//!
//! The entries of a log are events ([`Event::Disclosed`]); the state keeps its head, the number of
//! its entries, and the block of the last one. Each entry names the block of the one before it. So
//! whoever has the blocks reads a log from its end, going straight from block to block, and knows
//! with the first entry that it has them all; and whoever is handed a log by somebody else hashes it
//! from its beginning and compares: `head = BLAKE2b-256("hanse/disclosure/1" ‖ head before ‖ entry)`,
//! with zeros before the first one. An entry that was left out, changed, added or moved gives another
//! head.
//!
//! ### Deposits and fees
//!
//! A grant is stored at somebody's expense: that of the account that grants, or of whoever brings
//! the permission. The deposit goes back to it when the grant ends. A subject pays nothing to see
//! what stands here, and nothing to revoke: the call is without a fee where the runtime asks for that
//! (`feeless_if`), and gives its fee back where it does not. It is without a fee only if it does what
//! it says, so there is one for each grant, and somebody paid for that.
//!
//! What stays for good is [`File`]: one entry of about a hundred bytes for each subject about whom anything
//! was disclosed, or that ever changed or revoked a grant.
//!
//! ### Work per block
//!
//! Grants stand in a queue by the day of their end. They are removed at the start of each block
//! within [`Config::MaxExpiryWeight`], and what does not fit is carried over. That only tidies up and
//! tells: a grant that has ended counts for nothing from that very moment on.
//!
//! ### Signatures
//!
//! Accounts sign [`Permission::payload`] and [`Revocation::payload`], as they are or between `<Bytes>`
//! and `</Bytes>`, as browser wallets insist. Both payloads name the chain by its first block.
//!
//! ## Assumptions
//!
//! * A member logs what it discloses, before it does. Its contract with the consortium says so; the
//!   log makes it provable.
//! * Who a law allows to ask is for the member that is asked to find out. The chain looks only at
//!   whether the recipient has the role of an authority.
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
mod disclosures;
mod expiry;
mod grants;
#[cfg(test)]
mod mock;
mod signatures;
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
	traits::{Consideration, Footprint, OriginTrait, UnixTime, Verify},
};
use hanse_credit_model::{Category, DAY, Moment};
use hanse_traits::{Membership, Subjects};
use hanse_types::{Day, Role};

/// The longest that a grant may hold: five years, two of them leap years, in seconds. After that time
/// evidence has expired, and a subject should be asked again.
pub const FIVE_YEARS: Moment = 1_827 * DAY;

/// A grant as it is stored.
pub type GrantOf<T> = Grant<<T as frame_system::Config>::AccountId, <T as Config>::GrantDeposit>;

/// The commitments of the documents of a disclosure.
pub type DocumentsOf<T> = BoundedVec<H256, <T as Config>::MaxDocuments>;

/// What a member says that it discloses.
pub type DisclosureOf<T> = Disclosure<<T as frame_system::Config>::AccountId, DocumentsOf<T>>;

/// A disclosure as it stands in the log of its subject.
pub type EntryOf<T> =
	Entry<<T as frame_system::Config>::AccountId, BlockNumberFor<T>, DocumentsOf<T>>;

/// What is kept of a subject.
pub type FileOf<T> = File<BlockNumberFor<T>>;

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
		/// What calls and expiries cost.
		type WeightInfo: WeightInfo;

		/// Who is a member, and in which roles.
		type Members: Membership<Self::AccountId>;

		/// Whom an account stands for.
		type Subjects: Subjects<Self::AccountId>;

		/// The time of the block.
		type Time: UnixTime;

		/// What a grant costs whoever brought it, while it is stored.
		type GrantDeposit: Consideration<Self::AccountId, Footprint>;

		/// How accounts sign off chain.
		type Signature: Verify<Signer: IdentifyAccount<AccountId = Self::AccountId>> + Parameter;

		/// How many grants a subject may have. It bounds what [`Pallet::grants`] answers. An
		/// upgrade may raise it but not lower it.
		#[pallet::constant]
		type MaxGrants: Get<u32>;

		/// For how long a subject may grant, in seconds; at most [`FIVE_YEARS`].
		#[pallet::constant]
		type MaxPeriod: Get<Moment>;

		/// How many days ahead the last day of a permission may lie.
		#[pallet::constant]
		type PermissionLifetime: Get<Day>;

		/// How many disclosures one call may log.
		#[pallet::constant]
		type MaxDisclosures: Get<u32>;

		/// How many documents one disclosure may name.
		#[pallet::constant]
		type MaxDocuments: Get<u32>;

		/// How much of each block the removal of grants that have ended may take at its start.
		#[pallet::constant]
		type MaxExpiryWeight: Get<Weight>;

		/// Signs for benchmarks, and makes enterprises.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId, Self::Signature>;
	}

	/// The grants.
	// Twox: the numbers are given by the pallet. So in the queue.
	#[pallet::storage]
	pub(crate) type Grants<T: Config> = StorageMap<_, Twox64Concat, GrantId, GrantOf<T>>;

	/// The number of the next grant.
	#[pallet::storage]
	pub(crate) type NextGrant<T: Config> = StorageValue<_, GrantId, ValueQuery>;

	/// Which grant of a subject is to whom, for which evidence, and what for. There is no more than
	/// one, so that revoking it leaves nothing behind.
	// Blake2: accounts are chosen by their owners.
	#[pallet::storage]
	pub(crate) type Standing<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Blake2_128Concat,
		(T::AccountId, Category, Purpose),
		GrantId,
	>;

	/// What is kept of a subject. There is no entry for one of whom there is nothing to keep.
	#[pallet::storage]
	pub(crate) type Files<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, FileOf<T>, ValueQuery>;

	/// Which grants end, by the day.
	#[pallet::storage]
	pub(crate) type Expiries<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Day, Twox64Concat, GrantId, ()>;

	/// The first day whose grants are not all removed. `None` before the first grant.
	#[pallet::storage]
	pub(crate) type ExpiryCursor<T: Config> = StorageValue<_, Day>;

	/// Why money of an account is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For a grant that it brought.
		#[codec(index = 0)]
		Grant,
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A subject granted access.
		AccessGranted {
			/// Who.
			subject: T::AccountId,
			/// The number of the grant.
			id: GrantId,
			/// Its account that did so.
			account: T::AccountId,
			/// To whom.
			grantee: T::AccountId,
			/// Which evidence.
			category: Category,
			/// What for.
			purpose: Purpose,
			/// When it ends, in seconds since the UNIX epoch.
			until: Moment,
			/// A commitment to the wrapped keys of the documents.
			keys: Option<H256>,
			/// Who pays the deposit.
			payer: T::AccountId,
		},
		/// A subject changed a grant.
		GrantChanged {
			/// Who.
			subject: T::AccountId,
			/// The number of the grant.
			id: GrantId,
			/// Its account that did so.
			account: T::AccountId,
			/// When it was to end before.
			until_before: Moment,
			/// When it ends now.
			until: Moment,
			/// The commitment to the wrapped keys before.
			keys_before: Option<H256>,
			/// The commitment now.
			keys: Option<H256>,
		},
		/// A subject took a grant back.
		GrantRevoked {
			/// Who.
			subject: T::AccountId,
			/// The number that the grant had.
			id: GrantId,
			/// Its account that did so.
			account: T::AccountId,
			/// To whom it was.
			grantee: T::AccountId,
		},
		/// A grantee gave a grant up.
		GrantRenounced {
			/// Whose.
			subject: T::AccountId,
			/// The number that the grant had.
			id: GrantId,
			/// Who gave it up.
			grantee: T::AccountId,
		},
		/// A grant that had ended was removed.
		GrantExpired {
			/// Whose.
			subject: T::AccountId,
			/// The number that it had.
			id: GrantId,
			/// To whom it was.
			grantee: T::AccountId,
			/// When it ended.
			until: Moment,
		},
		/// Evidence was disclosed.
		Disclosed {
			/// The entry in the log of its subject.
			entry: EntryOf<T>,
			/// The head of the log with it.
			head: H256,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The subject has granted this party the same evidence for the same purpose: change that.
		AlreadyGranted,
		/// The disclosure at `index` of the call is refused, and all others with it.
		DisclosureRefused {
			/// Its place in the call, from zero.
			index: u8,
			/// Why.
			cause: Cause,
		},
		/// The end of the grant is not ahead.
		EndNotAhead,
		/// The grant has ended.
		GrantEnded,
		/// The end of the grant is too far ahead.
		GrantTooLong,
		/// Another account acts for the subject.
		NotController,
		/// The grant is to another party.
		NotGrantee,
		/// The account is not that of a member.
		NotMember,
		/// The grant is that of another subject.
		NotSubject,
		/// The grant is like this already.
		NothingChanged,
		/// The call has no disclosure in it.
		NothingDisclosed,
		/// The last day of the permission is over.
		PermissionExpired,
		/// The subject has changed or ended a grant since the permission was signed.
		PermissionOutdated,
		/// The last day of the permission is too far ahead.
		PermissionTooLong,
		/// A subject needs no grant for its own evidence.
		SelfGrant,
		/// The subject has as many grants as it may have.
		TooManyGrants,
		/// There is no grant of this number any more, or there never was.
		UnknownGrant,
		/// The account did not sign this for this chain.
		WrongSignature,
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The grants that hold of the enterprise that an account belongs to, in the order of their
		/// numbers; at most [`Config::MaxGrants`].
		pub fn grants(account: T::AccountId) -> Vec<GrantReport<T::AccountId>> {
			Self::report_grants(&account)
		}

		/// A grant, if it holds.
		pub fn grant(id: GrantId) -> Option<GrantReport<T::AccountId>> {
			Self::report_grant(id)
		}

		/// The number of the grant by which a party may have evidence about a subject now; `None` if
		/// it may not. Both go by any of their accounts.
		pub fn is_granted(
			grantee: T::AccountId,
			subject: T::AccountId,
			category: Category,
			purpose: Purpose,
		) -> Option<GrantId> {
			Self::standing_grant(&grantee, &subject, category, purpose)
		}

		/// How far the log of disclosures goes about the enterprise that an account belongs to.
		pub fn disclosure_log(account: T::AccountId) -> LogHead<BlockNumberFor<T>> {
			Files::<T>::get(T::Subjects::subject_of(&account)).log
		}

		/// The counter of changes of the enterprise that an account belongs to: what a permission
		/// that is signed now has to name.
		pub fn changes(account: T::AccountId) -> u32 {
			Files::<T>::get(T::Subjects::subject_of(&account)).changes
		}
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Grants a party access to a category of the subject's evidence.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the account that acts for the subject.
		///
		/// ## Details
		///
		/// The caller pays [`Config::GrantDeposit`] until the grant ends.
		///
		/// ## Parameters
		///
		/// - `terms`: to whom, which evidence, what for, and until when.
		///
		/// ## Errors
		///
		/// - [`Error::NotController`]: another account acts for the subject now.
		/// - [`Error::EndNotAhead`], [`Error::GrantTooLong`]: the end is not after the time of the
		///   block, or more than [`Config::MaxPeriod`] after it.
		/// - [`Error::SelfGrant`]: the grantee is the subject.
		/// - [`Error::AlreadyGranted`]
		/// - [`Error::TooManyGrants`]: the subject has [`Config::MaxGrants`], those included that
		///   have ended and are not removed yet. These can be revoked by hand.
		/// - That of the deposit, if the caller cannot pay it.
		///
		/// ## Events
		///
		/// - [`Event::AccessGranted`]
		/// - [`Event::GrantExpired`] before it, if the last grant of this kind has ended and that has
		///   not been told yet.
		#[pallet::call_index(0)]
		pub fn grant_access(origin: OriginFor<T>, terms: Terms<T::AccountId>) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_grant(account.clone(), account, terms)
		}

		/// Grants access as the account that acts for the subject has signed it.
		///
		/// ## Dispatch Origin
		///
		/// Signed by any account; usually that of the grantee.
		///
		/// ## Details
		///
		/// As [`Pallet::grant_access`], but the caller pays the fee and the deposit: the subject
		/// needs no tokens. The caller has no power over the grant.
		///
		/// ## Parameters
		///
		/// - `permission`: what was signed.
		/// - `signature`: that of [`Permission::account`] over [`Permission::payload`].
		///
		/// ## Errors
		///
		/// - [`Error::PermissionExpired`], [`Error::PermissionTooLong`]: its last day is over, or
		///   more than [`Config::PermissionLifetime`] days ahead.
		/// - [`Error::PermissionOutdated`]: a grant of the subject was changed or ended before its
		///   time meanwhile.
		/// - [`Error::WrongSignature`]
		/// - Those of [`Pallet::grant_access`].
		///
		/// ## Events
		///
		/// Those of [`Pallet::grant_access`].
		#[pallet::call_index(1)]
		pub fn bring_permission(
			origin: OriginFor<T>,
			permission: Permission<T::AccountId>,
			signature: T::Signature,
		) -> DispatchResult {
			let payer = ensure_signed(origin)?;
			Self::ensure_permitted(&permission, &signature)?;
			Self::do_grant(permission.account, payer, permission.terms)
		}

		/// Changes the end of a grant, or the commitment to the wrapped keys.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the account that acts for the subject.
		///
		/// ## Details
		///
		/// To whom, which evidence and what for cannot be changed: that is another grant, and what
		/// was disclosed by this one was disclosed by what it says. Permissions that the subject has
		/// signed and nobody has brought yet are void.
		///
		/// ## Parameters
		///
		/// - `id`: the number of the grant.
		/// - `until`: when it is to end, in seconds since the UNIX epoch. It may be sooner or later
		///   than before; to end it now, revoke it.
		/// - `keys`: the commitment to the wrapped keys.
		///
		/// ## Errors
		///
		/// - [`Error::UnknownGrant`], [`Error::NotSubject`], [`Error::NotController`],
		///   [`Error::GrantEnded`]
		/// - [`Error::EndNotAhead`], [`Error::GrantTooLong`]: as in [`Pallet::grant_access`].
		/// - [`Error::NothingChanged`]
		///
		/// ## Events
		///
		/// - [`Event::GrantChanged`]
		#[pallet::call_index(2)]
		pub fn change_grant(
			origin: OriginFor<T>,
			id: GrantId,
			until: Moment,
			keys: Option<H256>,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_change(account, id, until, keys)
		}

		/// Takes a grant back, at once.
		///
		/// ## Dispatch Origin
		///
		/// Signed by any account of the subject, also by one that acted for it before: more may shut a
		/// door than open it.
		///
		/// ## Details
		///
		/// Costs nothing. The deposit goes back to who paid it. Permissions that the subject has
		/// signed and nobody has brought yet are void. What was disclosed before stays disclosed.
		///
		/// A grant that an account gave for itself, before it came to belong to an enterprise, is
		/// still that account's to take back.
		///
		/// ## Parameters
		///
		/// - `id`: the number of the grant.
		///
		/// ## Errors
		///
		/// - [`Error::UnknownGrant`], [`Error::NotSubject`]
		///
		/// ## Events
		///
		/// - [`Event::GrantRevoked`], or [`Event::GrantExpired`] if it had ended.
		#[pallet::call_index(3)]
		#[pallet::feeless_if(|origin: &OriginFor<T>, id: &GrantId| -> bool {
			origin.as_signer().is_some_and(|account| Pallet::<T>::may_revoke(account, *id))
		})]
		pub fn revoke_grant(origin: OriginFor<T>, id: GrantId) -> DispatchResultWithPostInfo {
			let account = ensure_signed(origin)?;
			Self::do_revoke(account, id)?;
			// For a runtime that does not ask which calls are without a fee.
			Ok(Pays::No.into())
		}

		/// Takes a grant back as an account of the subject has signed it.
		///
		/// ## Dispatch Origin
		///
		/// Signed by any account.
		///
		/// ## Details
		///
		/// As [`Pallet::revoke_grant`], for a subject without tokens. The caller gets its fee back.
		///
		/// ## Parameters
		///
		/// - `revocation`: what was signed.
		/// - `signature`: that of [`Revocation::account`] over [`Revocation::payload`].
		///
		/// ## Errors
		///
		/// - [`Error::UnknownGrant`], [`Error::NotSubject`], [`Error::WrongSignature`]
		///
		/// ## Events
		///
		/// Those of [`Pallet::revoke_grant`].
		#[pallet::call_index(4)]
		pub fn bring_revocation(
			origin: OriginFor<T>,
			revocation: Revocation<T::AccountId>,
			signature: T::Signature,
		) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			Self::ensure_revoked(&revocation, &signature)?;
			Self::do_revoke(revocation.account, revocation.id)?;
			Ok(Pays::No.into())
		}

		/// Gives a grant up that one has no need of any more.
		///
		/// ## Dispatch Origin
		///
		/// Signed by any account of the grantee.
		///
		/// ## Details
		///
		/// The deposit goes back to who paid it. Permissions that the subject has signed and nobody
		/// has brought yet are void, so that it is not granted again by one of them.
		///
		/// ## Parameters
		///
		/// - `id`: the number of the grant.
		///
		/// ## Errors
		///
		/// - [`Error::UnknownGrant`], [`Error::NotGrantee`]
		///
		/// ## Events
		///
		/// - [`Event::GrantRenounced`], or [`Event::GrantExpired`] if it had ended.
		#[pallet::call_index(5)]
		pub fn renounce_grant(origin: OriginFor<T>, id: GrantId) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_renounce(&account, id)
		}

		/// Logs what a member discloses: all of it, or nothing if one disclosure is refused.
		///
		/// ## Dispatch Origin
		///
		/// Signed by a member, the discloser.
		///
		/// ## Details
		///
		/// Each disclosure goes by a grant of its subject to its recipient that holds now, for the
		/// same category and the same purpose; or by a law, if the recipient is a member with the
		/// role of a supervisor or of customs. Log first and disclose then: what is refused here must
		/// not be disclosed.
		///
		/// ## Parameters
		///
		/// - `disclosures`: 1 to [`Config::MaxDisclosures`], each of 1 to [`Config::MaxDocuments`]
		///   documents.
		///
		/// ## Errors
		///
		/// - [`Error::NotMember`]
		/// - [`Error::NothingDisclosed`]
		/// - [`Error::DisclosureRefused`]: which one, and why.
		///
		/// ## Events
		///
		/// - [`Event::Disclosed`] for each.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::log_disclosures(disclosures.len() as u32))]
		pub fn log_disclosures(
			origin: OriginFor<T>,
			disclosures: BoundedVec<DisclosureOf<T>, T::MaxDisclosures>,
		) -> DispatchResult {
			let discloser = ensure_signed(origin)?;
			ensure!(T::Members::is_member(&discloser), Error::<T>::NotMember);
			ensure!(!disclosures.is_empty(), Error::<T>::NothingDisclosed);
			Self::do_log(&discloser, disclosures.into_inner())
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Removes grants that have ended. Runs before the transactions of the block, so that a block
		/// full of them cannot put it off.
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			let limit = meter.remaining().min(T::MaxExpiryWeight::get());
			let mut own = WeightMeter::with_limit(limit);
			Self::expire_in_hook(&mut own);
			meter.consume(own.consumed());
		}

		fn integrity_test() {
			assert!(T::MaxGrants::get() >= 1, "a subject must be able to grant");
			assert!(
				(1..=FIVE_YEARS).contains(&T::MaxPeriod::get()),
				"a grant holds for a time, and for five years at most"
			);
			assert!(
				(1..=u32::from(u8::MAX)).contains(&T::MaxDisclosures::get()),
				"a refused disclosure is named by an index of 8 bits"
			);
			assert!(T::MaxDocuments::get() >= 1, "a disclosure is of a document");
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
