//! # Credit score
//!
//! The score of every subject, kept in consensus: announced when it changes, explained when it is asked
//! for, by parameters that the members vote on.
//!
//! ## Pallet API
//!
//! See the [`mod@pallet`] module: its view functions are for clients, [`EvidenceSink`] is for the
//! pallets that bring evidence, [`OnStanding`] and [`Standings`] are for those that act on a score.
//! Storage is not an interface.
//!
//! ## Overview
//!
//! For each subject one [`Subject`] of the credit model: decayed sums, small and of bounded size
//! however long the history. A record changes the score in the block that carries it; reading it
//! later applies decay. What can be said about a subject comes through evidence, and nobody can set
//! anything by hand. A record that is contested is taken out exactly, and put back exactly if the
//! objection fails.
//!
//! Adverse evidence leaves the score and the state at the end of its time, whether or not anything
//! else happens to its subject: at the beginning of each half-year those who have some that leaves
//! then are worked off, a few in each block, within [`Config::MaxLeavingWeight`]. Whoever reads a
//! score meanwhile sees it without what has left.
//!
//! ### Terminology
//!
//! * **Subject**: the enterprise that evidence is about.
//! * **Score**: 0 to 1,000, with a **grade** from D to AAA.
//! * **Confidence**: how much of the score could be told from evidence at all.
//! * **Risk**: how likely the next record about the subject is adverse.
//! * **Warning**: what there is to beware of, with its reasons: from *none* to *critical*.
//! * **Standing**: score, grade and warning together.
//! * **Version**: the parameters of the model that are in force from one block to another.
//! * **Profile**: weights of a member's own, for a purpose of its own.
//!
//! ### Who may do what
//!
//! | call | origin |
//! |---|---|
//! | [`schedule_parameters`](pallet::Pallet::schedule_parameters), [`cancel_parameters`](pallet::Pallet::cancel_parameters) | [`Config::GovernanceOrigin`] |
//! | [`refresh`](pallet::Pallet::refresh) | any account; for nothing if something had changed |
//! | [`set_profile`](pallet::Pallet::set_profile) | a member with the role that the purpose goes with |
//! | [`remove_profile`](pallet::Pallet::remove_profile) | whose profile it is, be it still a member or not |
//!
//! ### Announcements
//!
//! Every record moves some score a little. An event for each would drown a block, so
//! [`Event::ScoreChanged`] comes only when the grade changes, the warning, or the score by as much as
//! the parameters say ([`Parameters::announced_change`]) since it was announced last; with the cause.
//! It is in the block of the cause, once for each subject and submission.
//!
//! In the next block, or later if there is a flood of them, each of these subjects is looked at again
//! with its place in the trade network, its change goes into its history, and [`Config::OnStanding`] is
//! told. Several announcements in between are one change. The history has the last
//! [`HistoryLength`] changes; older ones are in the events of blocks.
//!
//! ### What changes although nothing happens
//!
//! Evidence fades and grows old, partners come and go, members vote for another version. A round over
//! all subjects, a few in each block within [`Config::MaxSweepWeight`], looks at each of them once in
//! [`Config::SweepPeriod`] and announces what it finds; another version begins a new round. Nobody has
//! to wait for it: [`refresh`](pallet::Pallet::refresh) looks at one subject at once, and view
//! functions always answer for the present.
//!
//! The round looks at a copy. Records alone move the clock of what is stored, so that whoever recomputes
//! a score from blocks need not know when somebody looked.
//!
//! ### Versions
//!
//! Parameters are scheduled for a block and come into force at its beginning; a score says by which
//! version it was computed, and every version stays on the chain. Half-lives stand inside the sums, so
//! a version with others begins a new era: what is there is brought over as it stands at that moment,
//! and fades by the new ones from then on.
//!
//! ### By example
//!
//! 1. A bank pays for a shipment late, and says so. The trader's score falls from 512 to 488 and its
//!    grade from BB to B: `ScoreChanged` in this block, with the number of the record.
//! 2. In the next block the change stands in the trader's history, and lines that were given on a BB are
//!    suspended.
//! 3. The trader asks why. [`explain`](pallet::Pallet::explain) says which dimension it lost points in,
//!    by which indicator, and which record it was. It objects; the record is out, and the grade is BB
//!    again: `ScoreChanged`, because of the same record.
//! 4. Two thirds of the members vote that payments should count more, from a block in two weeks on. At
//!    its beginning all scores are of version 1; within a day the round has announced those that moved.
//!
//! ### Assumptions
//!
//! * Evidence has been checked, weighed and paid for by whoever calls [`EvidenceSink::observe`].
//! * [`Config::Clock`] never runs backwards.

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

mod announcements;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod burden;
mod impls;
mod leaving;
pub mod migrations;
#[cfg(test)]
mod mock;
mod parameters;
mod profiles;
mod reports;
mod sweep;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

pub use hanse_traits::{RecordId, Standing};
pub use pallet::*;
pub use parameters::CurrentParameters;
pub use types::{
	Announcement, Cause, Change, Effect, InvalidParameters, LeavingPlace, Moved, Pages, Purpose,
	Round, Schedule, ScoreExplanation, ScoredSubject, Version, WarningReport,
};
pub use weights::WeightInfo;

use alloc::boxed::Box;
use announcements::{Work, mark};
use burden::Burden;
use frame::{deps::frame_support::weights::WeightMeter, prelude::*};
use hanse_credit_model::{Moment, Parameters, Profile, ScoreReport, Subject, Voice};
use hanse_traits::{
	Counted, EvidenceSink, Extent, Membership, ModelClock, NetworkSignalsOf, OnStanding, Standings,
	Subjects as _,
};
use types::RECENT;

/// How many changes of a subject are kept at hand.
pub type HistoryLength = ConstU32<16>;

/// How many subjects stand on a page of the queue.
pub type PageLength = ConstU32<64>;

/// What is kept of a subject.
pub type KnownOf<T> = ScoredSubject<<T as frame_system::Config>::AccountId>;

/// The last changes of a subject.
pub type HistoryOf<T> = BoundedVec<Change<<T as frame_system::Config>::AccountId>, HistoryLength>;

/// A page of the queue.
pub type PageOf<T> = BoundedVec<<T as frame_system::Config>::AccountId, PageLength>;

#[frame::pallet]
#[allow(clippy::expect_used, reason = "the macros of storage use it where it cannot fail")]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use core::marker::PhantomData;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(2);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What calls and the work of the hooks cost.
		type WeightInfo: WeightInfo;

		/// The parameters of the credit model that a chain begins with, if its genesis does not say
		/// others. They must pass [`Parameters::validate_proposal`], which the integrity test checks.
		#[pallet::constant]
		type InitialParameters: Get<Parameters>;

		/// Who decides about parameters.
		type GovernanceOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// How many blocks there must be at least between the decision about parameters and the block
		/// with which they come into force.
		type MinNotice: Get<BlockNumberFor<Self>>;

		/// The time to which evidence is decayed when a score is read.
		type Clock: ModelClock;

		/// Whom an account stands for: the score of an enterprise is the same under each of its
		/// accounts.
		type Enterprises: hanse_traits::Subjects<Self::AccountId>;

		/// What the trade network says about the risk of an enterprise.
		type Network: NetworkSignalsOf<Self::AccountId>;

		/// Who is a member, and in which roles.
		type Members: Membership<Self::AccountId>;

		/// Who acts when a subject stands elsewhere than before.
		type OnStanding: OnStanding<Self::AccountId>;

		/// How many blocks there are from the beginning of one round over all subjects to that of the
		/// next, if it is not longer under way.
		#[pallet::constant]
		type SweepPeriod: Get<BlockNumberFor<Self>>;

		/// How much of each block may go into dropping evidence that has reached its end.
		#[pallet::constant]
		type MaxLeavingWeight: Get<Weight>;

		/// How much of each block may go into telling what was announced.
		#[pallet::constant]
		type MaxTellingWeight: Get<Weight>;

		/// How much of each block the round over all subjects may take.
		#[pallet::constant]
		type MaxSweepWeight: Get<Weight>;
	}

	/// What is known of each subject. Read it through the view functions: the sums in here are
	/// decayed to the last record and not to the present.
	// Blake2: accounts of subjects are chosen by their owners. So in the maps below.
	#[pallet::storage]
	pub(crate) type Subjects<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, KnownOf<T>>;

	/// Who has adverse evidence that leaves at the beginning of a half-year, by that half-year and a
	/// number.
	// Twox: half-years and numbers are not chosen by anybody.
	#[pallet::storage]
	pub(crate) type Leaving<T: Config> =
		StorageDoubleMap<_, Twox64Concat, u16, Twox64Concat, u32, T::AccountId>;

	/// How many were noted for a half-year.
	#[pallet::storage]
	pub(crate) type LeavingCount<T: Config> = StorageMap<_, Twox64Concat, u16, u32, ValueQuery>;

	/// The next to be worked off.
	#[pallet::storage]
	pub(crate) type LeavingCursor<T: Config> = StorageValue<_, LeavingPlace, ValueQuery>;

	/// The parameters in force.
	#[pallet::storage]
	pub(crate) type Current<T: Config> =
		StorageValue<_, Parameters, ValueQuery, T::InitialParameters>;

	/// All parameters that are or were in force, by version. There are as many as votes.
	// Twox: versions are numbered by the pallet.
	#[pallet::storage]
	pub(crate) type Versions<T: Config> =
		StorageMap<_, Twox64Concat, u32, Version<BlockNumberFor<T>>>;

	/// The parameters that come into force next.
	#[pallet::storage]
	pub(crate) type Scheduled<T: Config> = StorageValue<_, Schedule<BlockNumberFor<T>>>;

	/// What was announced about each subject lately, the latest at the end.
	#[pallet::storage]
	pub(crate) type History<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, HistoryOf<T>, ValueQuery>;

	/// Who was announced and is not told yet, on pages, each subject once.
	// Twox: pages are numbered by the pallet.
	#[pallet::storage]
	pub(crate) type Waiting<T: Config> = StorageMap<_, Twox64Concat, u32, PageOf<T>, ValueQuery>;

	/// Which pages there are.
	#[pallet::storage]
	pub(crate) type WaitingPages<T: Config> = StorageValue<_, Pages, ValueQuery>;

	/// Where the round over all subjects stands.
	#[pallet::storage]
	pub(crate) type Sweep<T: Config> =
		StorageValue<_, Round<T::AccountId, BlockNumberFor<T>>, ValueQuery>;

	/// The era that all subjects have come to, at least.
	#[pallet::storage]
	pub(crate) type SweptEra<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// Weights of members' own, by member and purpose.
	// Identity: there are three purposes.
	#[pallet::storage]
	pub(crate) type Profiles<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Identity, Purpose, Profile>;

	#[pallet::genesis_config]
	#[derive(frame::prelude::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The parameters that the chain begins with; those of the code if there are none.
		pub parameters: Option<Parameters>,
		/// Nothing.
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			if let Some(parameters) = &self.parameters {
				assert!(
					parameters.validate_proposal().is_ok(),
					"the parameters of the credit model are out of range"
				);
				Current::<T>::put(parameters);
			}
			Pallet::<T>::note_version(Current::<T>::get(), Zero::zero(), 0);
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A subject stands elsewhere: its grade, its warning, or its score by as much as is worth
		/// saying. Smaller changes have no event, so that events do not drown a block.
		ScoreChanged {
			/// Who.
			subject: T::AccountId,
			/// Where it stood when that was announced last.
			old: Standing,
			/// Where it stands now.
			new: Standing,
			/// Why.
			cause: Cause<T::AccountId>,
		},
		/// Somebody had a subject looked at, and there was nothing to announce.
		NothingChanged {
			/// Who was looked at.
			subject: T::AccountId,
		},
		/// Adverse evidence reached its end.
		EvidenceLeft {
			/// How many entries of the list of those who have some that leaves were worked off.
			subjects: u32,
		},
		/// Other parameters come into force later.
		ParametersScheduled {
			/// The number of the version that they will be.
			version: u32,
			/// The block with which they come into force.
			effective: BlockNumberFor<T>,
			/// The parameters.
			parameters: Box<Parameters>,
		},
		/// Parameters that were scheduled do not come into force.
		ParametersCancelled {
			/// The number of the version that they would have been.
			version: u32,
		},
		/// Other parameters are in force from this block on.
		ParametersChanged {
			/// The number of their version.
			version: u32,
			/// The time by the clock of the model, in seconds since the UNIX epoch: what is of this time
			/// and later counts by them.
			at: Moment,
		},
		/// A member sees scores by weights of its own.
		ProfileSet {
			/// The member.
			member: T::AccountId,
			/// For which purpose.
			purpose: Purpose,
			/// Its weights before, if it had any.
			old: Option<Profile>,
			/// Its weights now.
			new: Profile,
		},
		/// A member sees scores by the weights of all again.
		ProfileRemoved {
			/// The member.
			member: T::AccountId,
			/// For which purpose.
			purpose: Purpose,
			/// Its weights before.
			profile: Profile,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The parameters make no sense.
		InvalidParameters {
			/// Why.
			cause: InvalidParameters,
		},
		/// The parameters are those in force.
		NoDifference,
		/// The block comes too early for others to prepare for it.
		TooSoon,
		/// Other parameters are scheduled already.
		AlreadyScheduled,
		/// No parameters are scheduled.
		NothingScheduled,
		/// Some subjects have so many changes of half-lives or repair before them that one more would be
		/// too many. The next round over all subjects sees to that.
		SubjectsBehind,
		/// There is no evidence about the subject.
		UnknownSubject,
		/// The account is not that of a member in good standing.
		NotMember,
		/// The member does not have the role that the purpose goes with.
		RoleMissing,
		/// The weights make no sense.
		InvalidProfile {
			/// Why.
			cause: InvalidParameters,
		},
		/// The account has no weights for the purpose.
		NoProfile,
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The score of a subject at the present, with the parts that it is made of; `None` for an
		/// account about which there is no record. Any account of an enterprise will do, here and below.
		pub fn score(subject: T::AccountId) -> Option<ScoreReport> {
			Self::report_with(&subject, &Current::<T>::get())
		}

		/// The score of a subject as it would be at a later time without further evidence. A time
		/// before the subject's last record is taken as that of the record.
		pub fn score_at(subject: T::AccountId, moment: Moment) -> Option<ScoreReport> {
			Self::report_at(&subject, moment)
		}

		/// The score of a subject at the present, by the weights of a former version; evidence has faded
		/// as it has. `None` for a version that there was not as well.
		pub fn score_under(subject: T::AccountId, version: u32) -> Option<ScoreReport> {
			Self::report_under(&subject, version)
		}

		/// The score of a subject at the present, by the weights that a member has set for a purpose.
		/// `None` as well if it has set none, or does not have the role any more.
		pub fn score_by(
			subject: T::AccountId,
			member: T::AccountId,
			purpose: Purpose,
		) -> Option<ScoreReport> {
			Self::report_by(&subject, &member, purpose)
		}

		/// The score of a subject at the present, with everything that it follows from.
		pub fn explain(subject: T::AccountId) -> Option<ScoreExplanation<T::AccountId>> {
			Self::explanation_of(&subject)
		}

		/// What was announced about a subject lately, the latest at the end; at most
		/// [`HistoryLength`] changes, and one that is not written down yet.
		pub fn history(subject: T::AccountId) -> Option<Vec<Change<T::AccountId>>> {
			Self::history_of(&subject)
		}

		/// What there is to beware of at the present.
		pub fn warning(subject: T::AccountId) -> Option<WarningReport> {
			Self::warning_of(&subject)
		}

		/// The parameters in force.
		pub fn parameters() -> Parameters {
			Current::<T>::get()
		}

		/// The parameters of a version, and from when on they were in force.
		pub fn version(version: u32) -> Option<Version<BlockNumberFor<T>>> {
			Versions::<T>::get(version)
		}

		/// The parameters that come into force next.
		pub fn scheduled() -> Option<Schedule<BlockNumberFor<T>>> {
			Scheduled::<T>::get()
		}

		/// How many blocks there must be at least from a decision about parameters to their first block.
		pub fn notice() -> BlockNumberFor<T> {
			T::MinNotice::get()
		}

		/// The weights that a member has set for a purpose.
		pub fn profile(member: T::AccountId, purpose: Purpose) -> Option<Profile> {
			Profiles::<T>::get(member, purpose)
		}
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Lets other parameters of the model come into force with a later block.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::GovernanceOrigin`].
		///
		/// ## Details
		///
		/// From that block on all scores are computed with them. One set can be scheduled at a time.
		///
		/// ## Parameters
		///
		/// - `parameters`: all of them, those included that stay the same. The number of their version,
		///   the era and former paces are set by the chain, and are zero and empty here.
		/// - `effective`: the block; no earlier than [`Config::MinNotice`] blocks from this one, and
		///   never this one.
		///
		/// ## Errors
		///
		/// - [`Error::AlreadyScheduled`]: cancel the others first.
		/// - [`Error::InvalidParameters`], [`Error::NoDifference`], [`Error::TooSoon`]
		/// - [`Error::SubjectsBehind`]: wait for the next round over all subjects.
		///
		/// ## Events
		///
		/// - [`Event::ParametersScheduled`]; [`Event::ParametersChanged`] at the beginning of the block
		#[pallet::call_index(0)]
		pub fn schedule_parameters(
			origin: OriginFor<T>,
			parameters: Box<Parameters>,
			effective: BlockNumberFor<T>,
		) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_schedule(*parameters, effective)
		}

		/// Takes back parameters that were scheduled and are not in force.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::GovernanceOrigin`].
		///
		/// ## Errors
		///
		/// - [`Error::NothingScheduled`]
		///
		/// ## Events
		///
		/// - [`Event::ParametersCancelled`]
		#[pallet::call_index(1)]
		pub fn cancel_parameters(origin: OriginFor<T>) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_cancel()
		}

		/// Has a subject looked at, so that what time or its network has changed is announced.
		///
		/// ## Dispatch Origin
		///
		/// Signed by any account.
		///
		/// ## Details
		///
		/// The chain does the same by itself, once in [`Config::SweepPeriod`]. It costs no fee if there
		/// was something to announce. What it weighs goes by how much is known of the subject.
		///
		/// ## Parameters
		///
		/// - `subject`: any account of the enterprise.
		///
		/// ## Errors
		///
		/// - [`Error::UnknownSubject`]
		///
		/// ## Events
		///
		/// - [`Event::ScoreChanged`], or [`Event::NothingChanged`]
		#[pallet::call_index(2)]
		#[pallet::weight(Pallet::<T>::refresh_weight(Burden::MOST))]
		pub fn refresh(origin: OriginFor<T>, subject: T::AccountId) -> DispatchResultWithPostInfo {
			ensure_signed(origin)?;
			let (changed, burden) = Self::do_refresh(&subject)?;
			let pays = if changed { Pays::No } else { Pays::Yes };
			Ok((Some(Self::refresh_weight(burden)), pays).into())
		}

		/// Sets weights of one's own for a purpose.
		///
		/// ## Dispatch Origin
		///
		/// Signed by a member with the role that the purpose goes with ([`Purpose::role`]).
		///
		/// ## Details
		///
		/// They change nothing but what [`Pallet::score_by`] answers. A member has one set of weights
		/// for each purpose at most, and pays nothing for storing it.
		///
		/// ## Parameters
		///
		/// - `purpose`: what for.
		/// - `profile`: how much each dimension counts, and each indicator within its own.
		///
		/// ## Errors
		///
		/// - [`Error::NotMember`], [`Error::RoleMissing`], [`Error::InvalidProfile`]
		///
		/// ## Events
		///
		/// - [`Event::ProfileSet`]
		#[pallet::call_index(3)]
		pub fn set_profile(
			origin: OriginFor<T>,
			purpose: Purpose,
			profile: Profile,
		) -> DispatchResult {
			let member = ensure_signed(origin)?;
			Self::do_set_profile(member, purpose, profile)
		}

		/// Removes weights of one's own.
		///
		/// ## Dispatch Origin
		///
		/// Signed by whose they are, be it still a member or not.
		///
		/// ## Parameters
		///
		/// - `purpose`: which.
		///
		/// ## Errors
		///
		/// - [`Error::NoProfile`]
		///
		/// ## Events
		///
		/// - [`Event::ProfileRemoved`]
		#[pallet::call_index(4)]
		pub fn remove_profile(origin: OriginFor<T>, purpose: Purpose) -> DispatchResult {
			let member = ensure_signed(origin)?;
			Self::do_remove_profile(member, purpose)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Brings parameters into force whose block has come.
		fn on_initialize(block: BlockNumberFor<T>) -> Weight {
			Self::bring_into_force(block)
		}

		/// Drops adverse evidence that has reached its end, tells what was announced, and goes on with
		/// the round over all subjects.
		fn on_poll(block: BlockNumberFor<T>, meter: &mut WeightMeter) {
			let limited =
				|meter: &mut WeightMeter, most: Weight, work: &dyn Fn(&mut WeightMeter)| {
					let mut own = WeightMeter::with_limit(meter.remaining().min(most));
					work(&mut own);
					meter.consume(own.consumed());
				};
			limited(meter, T::MaxLeavingWeight::get(), &|meter| {
				Self::let_leave(T::Clock::now(), meter);
			});
			limited(meter, T::MaxTellingWeight::get(), &|meter| Self::tell_waiting(meter));
			limited(meter, T::MaxSweepWeight::get(), &|meter| Self::sweep(block, meter));
		}

		fn integrity_test() {
			assert!(
				T::InitialParameters::get().validate_proposal().is_ok(),
				"the parameters of the credit model are out of range"
			);
			assert!(
				T::MaxLeavingWeight::get()
					.all_gte(T::WeightInfo::leave_nothing().saturating_add(Self::leaving_step())),
				"the weight for what leaves must suffice for one subject"
			);
			assert!(
				T::MaxTellingWeight::get().all_gte(
					T::WeightInfo::tell_nothing().saturating_add(Self::telling_step(Burden::MOST))
				),
				"the weight for telling must suffice for one subject"
			);
			assert!(
				T::MaxSweepWeight::get().all_gte(
					T::WeightInfo::sweep_nothing().saturating_add(Self::sweep_step(Burden::MOST))
				),
				"the weight for the round must suffice for one subject"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::try_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
