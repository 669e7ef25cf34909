//! # Attendance
//!
//! Which validators turn up, and what follows if one does not.
//!
//! ## Pallet API
//!
//! See the [`pallet`] module for what clients see: calls, events, errors, configuration. Read
//! through the view functions ([`Pallet::tally`], [`Pallet::last_session`], [`Pallet::absent`],
//! [`Pallet::tolerance`]), not out of storage: storage is no promise.
//!
//! ## Words
//!
//! * **Slot**: the time in which one validator, whose turn it is, may author one block.
//! * **Due**: of a validator, the slots that were its turn. It filled them or missed them.
//! * **Gap**: the empty slots between two blocks.
//! * **Outage**: a gap so long that every author had its turn in it.
//! * **Set aside**: left out when sessions are planned, until it says that it is back. A validator
//!   that is set aside remains a member with its seat and all its roles.
//! * **Tolerance**: the share of its slots that a validator may miss.
//!
//! ## Overview
//!
//! An absent validator costs twice: its slots stay empty, and one less of the others may fail
//! before the chain ceases to finalise. So it is set aside when it has been absent for a session,
//! as long as enough remain; and it comes back by its own word, without a vote, since an absence is
//! no offence.
//!
//! | origin | may |
//! |---|---|
//! | a validator that is set aside | [`return_to_service`](Pallet::return_to_service) |
//! | [`Config::ParameterOrigin`] | [`set_tolerance`](Pallet::set_tolerance) |
//!
//! ### How it is counted
//!
//! Every block names its slot. Of the slots between it and the block before, each was the turn of
//! one authority, which missed it. Not counted against anybody are
//!
//! * outages: if nobody at all authored for a whole round, it is not for want of one of them,
//! * the slots of a validator that is disabled: it must not author.
//!
//! ### How it is judged
//!
//! When a session ends, and before the next one is planned:
//!
//! 1. If fewer than half of all slots were filled, outages included, nobody is judged: the network
//!    was ill, and who was cut off from whom it cannot tell ([`Event::SessionNotJudged`]).
//! 2. Judged is who had at least [`Config::MinSlots`] slots and did not return to service in this
//!    very session. Who missed more than the tolerance is absent.
//! 3. The absent are set aside ([`Event::ValidatorSetAside`]), those who missed most first, as long
//!    as [enough](hanse_traits::ValidatorPool::minimum) eligible validators are left without them.
//!    The others stay ([`Event::AbsenceTolerated`]).
//!
//! ### From absence to return
//!
//! 1. In session 10 the node of Danske Havne is down. Of 450 slots it fills none.
//! 2. Session 10 ends: Danske Havne is set aside. Session 11 was planned before, so it goes on to
//!    miss its slots; nothing more follows from that.
//! 3. Session 12 begins without it. Nobody waits for it any more.
//! 4. In session 14 the node is back and in sync, and its account calls
//!    [`return_to_service`](Pallet::return_to_service).
//! 5. When session 15 begins, session 16 is planned with it; when session 16 begins, it authors.
//!
//! ## Assumptions
//!
//! * The runtime gives this pallet a lower index than Aura and the session pallet, and a higher one
//!   than Authorship, which tells it about every author. Then the authorities that it sees are
//!   those whose turn the skipped slots were. The index is checked where it can be.
//! * [`AttendedSessions`] stands somewhere in the session pallet's chain of managers, and the one
//!   that plans asks [`Presence`](hanse_traits::Presence).
//! * An author whose blocks the others do not build on looks absent, whoever is to blame: a clock
//!   that is wrong, a slow machine, or others that leave it out on purpose. To have somebody set
//!   aside who did author, the others must disown more than the tolerated share of its blocks, each
//!   time with a block of the next author's. That is seen by everybody, and it gains the others
//!   nothing that lasts: one call brings it back.

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
	test,
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
mod counting;
mod impls;
#[cfg(test)]
mod mock;
mod session;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use session::AttendedSessions;
pub use types::{Absence, Attendance, SessionTally, Tally};
pub use weights::WeightInfo;

use alloc::vec::Vec;
use frame::{prelude::*, traits::PalletInfoAccess};
use hanse_traits::ValidatorPool;
use sp_consensus_aura::Slot;
use sp_staking::SessionIndex;

/// The attendance of the session under way as it is stored.
pub type TallyOf<T> = Tally<BoundedVec<Attendance, <T as Config>::MaxAuthors>>;

/// The attendance of a session by account, in the order of the authorities.
pub type SessionTallyOf<T> = SessionTally<
	BoundedVec<(<T as frame_system::Config>::AccountId, Attendance), <T as Config>::MaxAuthors>,
>;

#[frame::pallet]
#[allow(clippy::expect_used, reason = "the pallet macro expands to it")]
pub mod pallet {
	use super::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config:
		frame_system::Config
		+ pallet_aura::Config
		+ pallet_session::Config<ValidatorId = <Self as frame_system::Config>::AccountId>
	{
		/// What the calls and the counting cost.
		type WeightInfo: WeightInfo;

		/// Those who would validate, and how many there must be at least.
		type Pool: ValidatorPool<Self::AccountId>;

		/// Who may change the tolerance.
		type ParameterOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// How many authors a session may have; at least as many as Aura has authorities.
		#[pallet::constant]
		type MaxAuthors: Get<u32>;

		/// How many slots a validator must have had in a session to be judged by it; at least one.
		/// Of few slots, a bad moment is a large share.
		#[pallet::constant]
		type MinSlots: Get<u32>;

		/// Fills the pool, for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// The slot of the last block, once a block was seen.
	#[pallet::storage]
	pub(crate) type LastSlot<T: Config> = StorageValue<_, Slot>;

	/// The attendance of the session under way.
	#[pallet::storage]
	pub(crate) type CurrentTally<T: Config> = StorageValue<_, TallyOf<T>, ValueQuery>;

	/// The attendance of the session that ended last.
	#[pallet::storage]
	pub(crate) type LastSession<T: Config> = StorageValue<_, SessionTallyOf<T>>;

	/// The validators that are set aside. Every one of them is a member, so there are no more.
	#[pallet::storage]
	pub(crate) type Absent<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Absence>;

	/// The tolerance as long as nobody changes it.
	#[pallet::type_value]
	pub(crate) fn DefaultTolerance() -> Perbill {
		Perbill::from_percent(50)
	}

	/// The share of its slots in a session that a validator may miss.
	#[pallet::storage]
	pub(crate) type Tolerance<T: Config> = StorageValue<_, Perbill, ValueQuery, DefaultTolerance>;

	#[pallet::genesis_config]
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The share of its slots in a session that a validator may miss, in billionths; one half
		/// if there is none.
		pub tolerance: Option<Perbill>,
		#[serde(skip)]
		#[doc(hidden)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			if let Some(tolerance) = self.tolerance {
				assert!(tolerance <= Perbill::one(), "genesis: the tolerance is no share");
				Tolerance::<T>::put(tolerance);
			}
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A validator was absent and is left out when sessions are planned from now on, until it
		/// returns to service.
		ValidatorSetAside {
			/// The validator.
			account: T::AccountId,
			/// The session in which it was absent.
			session: SessionIndex,
			/// How many blocks it authored in that session.
			authored: u32,
			/// How many of its slots in that session stayed empty.
			missed: u32,
		},
		/// A validator was absent and stays all the same, because too few would be left without it.
		AbsenceTolerated {
			/// The validator.
			account: T::AccountId,
			/// The session in which it was absent.
			session: SessionIndex,
			/// How many blocks it authored in that session.
			authored: u32,
			/// How many of its slots in that session stayed empty.
			missed: u32,
		},
		/// Nobody was judged by a session because fewer than half of its slots were filled.
		SessionNotJudged {
			/// The session.
			session: SessionIndex,
			/// How many of its slots were filled.
			authored: u64,
			/// How many slots it had.
			slots: u64,
		},
		/// A validator that was set aside is back. It validates as soon as the sessions planned by
		/// now have passed, if nothing else stands against it.
		ValidatorReturned {
			/// The validator.
			account: T::AccountId,
		},
		/// The share of its slots that a validator may miss is another one.
		ToleranceChanged {
			/// What it was.
			old: Perbill,
			/// What it is.
			new: Perbill,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The account is not that of a validator that is set aside.
		NotSetAside,
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The attendance of the session under way.
		pub fn tally() -> SessionTallyOf<T> {
			let session = pallet_session::Pallet::<T>::current_index();
			Self::name_authors(session, CurrentTally::<T>::get())
		}

		/// The attendance of the session that ended last, once one ended.
		pub fn last_session() -> Option<SessionTallyOf<T>> {
			LastSession::<T>::get()
		}

		/// The validators that are set aside and why, in order of account.
		pub fn absent() -> Vec<(T::AccountId, Absence)> {
			let mut absent = Absent::<T>::iter().collect::<Vec<_>>();
			absent.sort_by(|(a, _), (b, _)| a.cmp(b));
			absent
		}

		/// The share of its slots in a session that a validator may miss.
		pub fn tolerance() -> Perbill {
			Tolerance::<T>::get()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Come back after having been set aside.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the validator that is set aside.
		///
		/// ## Details
		///
		/// It is planned with from now on, so it validates two sessions later. What it missed in the
		/// session under way is not held against it. Call it when the node is in sync and not
		/// before: who does not author then is set aside again.
		///
		/// ## Errors
		///
		/// - [`Error::NotSetAside`].
		///
		/// ## Events
		///
		/// - [`Event::ValidatorReturned`].
		#[pallet::call_index(0)]
		pub fn return_to_service(origin: OriginFor<T>) -> DispatchResult {
			let account = ensure_signed(origin)?;
			ensure!(Absent::<T>::contains_key(&account), Error::<T>::NotSetAside);

			Absent::<T>::remove(&account);
			Self::excuse(&account);
			Self::deposit_event(Event::ValidatorReturned { account });
			Ok(())
		}

		/// Change the share of its slots that a validator may miss.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::ParameterOrigin`].
		///
		/// ## Details
		///
		/// It holds for the session under way already. With a share of one nobody is ever absent;
		/// with a share of nothing a single empty slot is an absence.
		///
		/// ## Parameters
		///
		/// - `share`: The tolerated share, in billionths; at most the whole.
		///
		/// ## Events
		///
		/// - [`Event::ToleranceChanged`].
		#[pallet::call_index(1)]
		pub fn set_tolerance(origin: OriginFor<T>, share: Perbill) -> DispatchResult {
			T::ParameterOrigin::ensure_origin(origin)?;

			let old = Tolerance::<T>::get();
			Tolerance::<T>::put(share);
			Self::deposit_event(Event::ToleranceChanged { old, new: share });
			Ok(())
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			<T as Config>::WeightInfo::on_initialize(Self::note_block())
		}

		fn integrity_test() {
			assert!(
				T::MaxAuthors::get() >= <T as pallet_aura::Config>::MaxAuthorities::get(),
				"there must be room for every authority"
			);
			assert!(T::MinSlots::get() >= 1, "a validator without a slot cannot be judged");
			assert!(
				Self::index() < pallet_aura::Pallet::<T>::index()
					&& Self::index() < pallet_session::Pallet::<T>::index(),
				"skipped slots must be counted before the authorities change"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::try_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
