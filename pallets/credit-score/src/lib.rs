//! # Credit score
//!
//! The score of every subject, kept in consensus.
//!
//! ## Pallet API
//!
//! See the [`mod@pallet`] module: its view functions are for clients, [`EvidenceSink`] is for the
//! pallets that bring evidence.
//!
//! ## Overview
//!
//! For each subject one [`Subject`] of the credit model: decayed sums, small and of bounded size
//! however long the history. A record changes the score in the block that carries it; reading it
//! later applies decay. Nobody calls this pallet: what can be said about a subject comes through
//! evidence, and nothing here can be set by hand. A record that is contested is taken out exactly,
//! and put back exactly if the objection fails.
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

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod impls;
mod leaving;
pub mod migrations;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

pub use pallet::*;
pub use types::{LeavingPlace, ScoredSubject};
pub use weights::WeightInfo;

use frame::{deps::frame_support::weights::WeightMeter, prelude::*};
use hanse_credit_model::{Moment, Parameters, ScoreReport, Subject};
use hanse_traits::{EvidenceSink, ModelClock, Subjects as _};

#[frame::pallet]
#[allow(clippy::expect_used, reason = "the macros of storage use it where it cannot fail")]
pub mod pallet {
	use super::*;
	use hanse_credit_model::Grade;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What the work of the hook costs.
		type WeightInfo: WeightInfo;

		/// The constants of the credit model. They must pass [`Parameters::validate`], which the
		/// integrity test checks.
		#[pallet::constant]
		type Parameters: Get<Parameters>;

		/// The time to which evidence is decayed when a score is read.
		type Clock: ModelClock;

		/// Whom an account stands for: the score of an enterprise is the same under each of its
		/// accounts.
		type Enterprises: hanse_traits::Subjects<Self::AccountId>;

		/// How much of each block may go into dropping evidence that has reached its end.
		#[pallet::constant]
		type MaxLeavingWeight: Get<Weight>;
	}

	/// What is known of each subject. Read it through the view functions: the sums in here are
	/// decayed to the last record and not to the present.
	// Blake2: accounts of subjects are chosen by their owners.
	#[pallet::storage]
	pub(crate) type Subjects<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, ScoredSubject>;

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

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A record moved a subject into another grade: a new one, one that was taken out or put
		/// back, or one that reached its end. Changes within a grade have no event, so that events
		/// do not drown a block.
		GradeChanged {
			/// Whose grade.
			subject: T::AccountId,
			/// The grade after the subject's previous record.
			old: Grade,
			/// The grade now.
			new: Grade,
			/// The score now, from 0 to 1,000.
			score: u16,
		},
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The score of a subject at the present, with the parts that it is made of; `None` for an
		/// account about which there is no record. Any account of an enterprise will do.
		pub fn score(subject: T::AccountId) -> Option<ScoreReport> {
			Subjects::<T>::get(T::Enterprises::subject_of(&subject))
				.map(|known| known.state.report(T::Clock::now(), &T::Parameters::get()))
		}

		/// The score of a subject as it would be at a later time without further evidence. A time
		/// before the subject's last record is taken as that of the record.
		pub fn score_at(subject: T::AccountId, moment: Moment) -> Option<ScoreReport> {
			Subjects::<T>::get(T::Enterprises::subject_of(&subject))
				.map(|known| known.state.report(moment, &T::Parameters::get()))
		}

		/// The constants that scores are computed with.
		pub fn parameters() -> Parameters {
			T::Parameters::get()
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Drops adverse evidence that has reached its end.
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			let mut own =
				WeightMeter::with_limit(meter.remaining().min(T::MaxLeavingWeight::get()));
			Self::let_leave(T::Clock::now(), &mut own);
			meter.consume(own.consumed());
		}

		fn integrity_test() {
			assert!(
				T::Parameters::get().validate().is_ok(),
				"the parameters of the credit model are out of range"
			);
			assert!(
				T::MaxLeavingWeight::get().all_gte(
					T::WeightInfo::leave_nothing().saturating_add(
						T::WeightInfo::leave().max(T::WeightInfo::pass_half_year())
					)
				),
				"the weight for what leaves must suffice for one subject"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::try_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
