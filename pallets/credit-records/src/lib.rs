//! # Credit records
//!
//! Evidence about traders, and the credibility of those who give it.
//!
//! ## Pallet API
//!
//! See the [`pallet`] module for the calls, events and errors, and its view functions for reading.
//! Storage is not an interface: what stands there is decayed to different times.
//!
//! ## Overview
//!
//! A *provider* is a member with a role for a category of evidence. It brings *sources* (the trading
//! parties on its platform, or itself) and submits what they say about *subjects* as *records*,
//! many under one signature. A record counts at once, weighed by its level, by the credibility of
//! its source and by its amount, and goes on to the score through [`EvidenceSink`].
//!
//! After a time of maturity each record is settled, once: it is compared with what *others* said
//! about the same subject and indicator by then, and its source gains or loses credibility. So
//! nobody decides who is to be believed, and a source cannot gain by agreeing with itself.
//!
//! ### Who may do what
//!
//! | call | origin |
//! |---|---|
//! | [`register_sources`](pallet::Pallet::register_sources) | a member with a provider role |
//! | [`submit_record`](pallet::Pallet::submit_record), [`submit_batch`](pallet::Pallet::submit_batch) | a member with the provider role of each record's category |
//! | [`end_import`](pallet::Pallet::end_import) | [`Config::ImportOrigin`] |
//!
//! ### A record's way, by example
//!
//! 1. A platform registers the accounts of two traders, A and B, as sources.
//! 2. A rates B. The platform submits that with sequence number 0. B's score changes in this block.
//! 3. The platform's connection breaks before it sees the block. It submits the same batch again:
//!    the chain answers [`AlreadyRecorded`](pallet::Event::AlreadyRecorded) and changes nothing.
//! 4. Ninety days later the record is settled. Three others had said the opposite about B: A's next
//!    record counts less.
//!
//! ### Subjects
//!
//! An enterprise may change the account that acts for it. [`Config::Subjects`] says which account
//! its records are kept under, whichever of its accounts they name, so its history stays one; and a
//! source that belongs to the subject speaks about itself, under whatever account.
//!
//! ### Sequence numbers
//!
//! All records of a provider form one stream, numbered from zero. A batch says the number of its
//! first record. What the chain has already is passed over, a gap is refused. So a submission can be
//! repeated without harm, at the cost of one number per provider.
//!
//! ### Import and the clock
//!
//! A consortium that brings its history starts with an import, in which the model's clock is the
//! time of the newest event recorded. Records that are submitted in the order of their events are
//! then weighed, decayed and settled as they would have been at the time. When the import has ended,
//! by vote and for good, the clock is that of the block.
//!
//! ### Work per block
//!
//! Pending records stand in a queue by the day on which they are due. Each submitted record pays for
//! two settlements, which are done on the way when any are due; the rest is worked off at the start
//! of each block within [`Config::MaxSettlementWeight`], in order, and what does not fit is carried
//! over.
//!
//! ### Assumptions
//!
//! * Block time is what `pallet-timestamp` says: within the drift that validators tolerate.
//! * A member answers for what it submits. Between members the bond and the slashing of provable
//!   contradictions will do; until then a false provider can harm only its own sources.

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

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod impls;
#[cfg(test)]
mod mock;
mod queue;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use frame::{deps::frame_support::weights::WeightMeter, prelude::*, traits::UnixTime};
use hanse_credit_model::{Consensus, Indicator, Moment, Parameters, Risk, Source};
use hanse_traits::{EvidenceSink, Membership, ModelClock, Subjects, TradeActivity};

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
		/// What calls and settlements cost.
		type WeightInfo: WeightInfo;

		/// Who is a member, and in which roles.
		type Members: Membership<Self::AccountId>;

		/// Where evidence goes.
		type Score: EvidenceSink<Self::AccountId>;

		/// Whom an account stands for. A record about any account of an enterprise is a record about
		/// the enterprise.
		type Subjects: Subjects<Self::AccountId>;

		/// Who hears about orders: of each record about whether one was completed, unless somebody
		/// declares it of itself.
		type Activity: TradeActivity<Self::AccountId>;

		/// The time of the block.
		type Time: UnixTime;

		/// Who may end the import.
		type ImportOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The constants of the credit model.
		#[pallet::constant]
		type Parameters: Get<Parameters>;

		/// How many records, or sources, one call may carry.
		#[pallet::constant]
		type MaxBatch: Get<u32>;

		/// How many records may be pending at a time, over all providers. It bounds the state: a
		/// pending record is dropped when it is settled.
		#[pallet::constant]
		type MaxPending: Get<u32>;

		/// How many sources one provider may register.
		#[pallet::constant]
		type MaxSources: Get<u32>;

		/// How much of each block the settlement of due records may take at its start.
		#[pallet::constant]
		type MaxSettlementWeight: Get<Weight>;
	}

	/// Sources, and what is known of them.
	// Blake2: accounts are chosen by their owners. So in the maps below.
	#[pallet::storage]
	pub(crate) type Sources<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, RegisteredSource<T::AccountId>>;

	/// How many sources a provider has registered.
	#[pallet::storage]
	pub(crate) type SourceCount<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// The sequence number of the next record in a provider's stream.
	#[pallet::storage]
	pub(crate) type Streams<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, u64, ValueQuery>;

	/// What all sources together say about a subject and an indicator.
	#[pallet::storage]
	pub(crate) type Consensuses<T: Config> =
		StorageMap<_, Blake2_128Concat, (T::AccountId, Indicator), Consensus, ValueQuery>;

	/// What a source said about a subject and an indicator, by (subject, indicator, source), while
	/// records of it are pending.
	#[pallet::storage]
	pub(crate) type OwnShares<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		(T::AccountId, Indicator, T::AccountId),
		OwnShare,
		ValueQuery,
	>;

	/// Records that wait to be settled, by day and number.
	// Twox: days and numbers are not chosen by anybody.
	#[pallet::storage]
	pub(crate) type Pending<T: Config> =
		StorageDoubleMap<_, Twox64Concat, u32, Twox64Concat, u32, PendingRecord<T::AccountId>>;

	/// How many records were queued for a day.
	#[pallet::storage]
	pub(crate) type QueuedFor<T: Config> = StorageMap<_, Twox64Concat, u32, u32, ValueQuery>;

	/// The next place in the queue to be settled.
	#[pallet::storage]
	pub(crate) type Cursor<T: Config> = StorageValue<_, Place, ValueQuery>;

	/// How many records are pending.
	#[pallet::storage]
	pub(crate) type PendingCount<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// The time of the newest event recorded during the import.
	#[pallet::storage]
	pub(crate) type Clock<T: Config> = StorageValue<_, Moment, ValueQuery>;

	/// Whether the consortium is bringing its history, and the clock follows the events.
	#[pallet::storage]
	pub(crate) type Importing<T: Config> = StorageValue<_, bool, ValueQuery>;

	#[pallet::genesis_config]
	#[derive(frame::prelude::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Whether the chain starts with an import of past records.
		pub importing: bool,
		#[serde(skip)]
		#[doc(hidden)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Importing::<T>::put(self.importing);
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A provider registered sources.
		SourcesRegistered {
			/// Who may submit what they say.
			provider: T::AccountId,
			/// How many are new.
			registered: u32,
			/// How many it had registered before.
			known: u32,
		},
		/// Records were taken and count from now on.
		RecordsApplied {
			/// Who submitted them.
			provider: T::AccountId,
			/// The sequence number of the first.
			first: u64,
			/// For each, the risk of its subject as it was known just before: what the score was
			/// worth as a warning can be measured from blocks alone.
			risks: BoundedVec<Risk, T::MaxBatch>,
		},
		/// All records of a submission had been recorded before; nothing changed.
		AlreadyRecorded {
			/// Who submitted them again.
			provider: T::AccountId,
			/// The sequence number of the first.
			first: u64,
			/// The number that the next new record will have.
			next: u64,
		},
		/// Due records were settled, and their sources judged.
		RecordsSettled {
			/// How many.
			settled: u32,
			/// How many are still pending.
			pending: u32,
		},
		/// The import ended: from now on the clock is that of the block.
		ImportEnded {
			/// The time of the newest event imported.
			clock: Moment,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The account is not that of a member with a provider role.
		NotProvider,
		/// A source was registered by another provider.
		SourceTaken,
		/// The provider has registered as many sources as it may.
		TooManySources,
		/// The submission has no record or source in it.
		NothingSubmitted,
		/// The sequence number is beyond the next one of the stream: records before it are missing.
		SequenceGap,
		/// The record at `index` of the submission is refused, and all others with it.
		RecordRefused {
			/// Its place in the submission, from zero.
			index: u16,
			/// Why.
			cause: Cause,
		},
		/// No import is under way.
		NotImporting,
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What is known of a source.
		pub fn source(source: T::AccountId) -> Option<SourceReport<T::AccountId>> {
			Sources::<T>::get(source).map(|known| SourceReport {
				provider: known.provider,
				credibility: known.standing.credibility().scaled(1_000_000),
			})
		}

		/// The sequence number of the next record in a provider's stream.
		pub fn next_sequence(provider: T::AccountId) -> u64 {
			Streams::<T>::get(provider)
		}

		/// How many records are pending.
		pub fn pending() -> u32 {
			PendingCount::<T>::get()
		}

		/// Whether past records are being imported.
		pub fn importing() -> bool {
			Importing::<T>::get()
		}

		/// The time that the model goes by, in seconds since the UNIX epoch.
		pub fn clock() -> Moment {
			<Self as ModelClock>::now()
		}
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Registers accounts whose reports the caller will submit.
		///
		/// ## Dispatch Origin
		///
		/// Signed by a member with a provider role.
		///
		/// ## Details
		///
		/// From then on the caller alone may submit what these accounts say. A new source has the
		/// credibility of a newcomer. Sources that the caller registered before are passed over, so
		/// that the call can be repeated.
		///
		/// ## Parameters
		///
		/// - `sources`: 1 to [`Config::MaxBatch`] accounts. The caller's own may be among them: a
		///   member that reports what it saw itself is a source too.
		///
		/// ## Errors
		///
		/// - [`Error::NotProvider`], [`Error::NothingSubmitted`]
		/// - [`Error::SourceTaken`]: another provider registered one of them. None is registered.
		/// - [`Error::TooManySources`]: the caller has [`Config::MaxSources`] already.
		///
		/// ## Events
		///
		/// - [`Event::SourcesRegistered`]
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::register_sources(sources.len() as u32))]
		pub fn register_sources(
			origin: OriginFor<T>,
			sources: BoundedVec<T::AccountId, T::MaxBatch>,
		) -> DispatchResult {
			let provider = Self::ensure_provider(origin)?;
			ensure!(!sources.is_empty(), Error::<T>::NothingSubmitted);

			let standing = Source::new(&T::Parameters::get());
			let mut registered = 0u32;
			for source in &sources {
				Sources::<T>::try_mutate(source, |entry| match entry {
					Some(known) if known.provider == provider => Ok(()),
					Some(_) => Err(Error::<T>::SourceTaken),
					None => {
						*entry = Some(RegisteredSource { provider: provider.clone(), standing });
						registered.saturating_inc();
						Ok(())
					},
				})?;
			}
			SourceCount::<T>::try_mutate(&provider, |count| {
				*count = count.checked_add(registered).ok_or(Error::<T>::TooManySources)?;
				ensure!(*count <= T::MaxSources::get(), Error::<T>::TooManySources);
				Ok::<_, Error<T>>(())
			})?;

			let known = (sources.len() as u32).saturating_sub(registered);
			Self::deposit_event(Event::SourcesRegistered { provider, registered, known });
			Ok(())
		}

		/// Submits one record.
		///
		/// ## Dispatch Origin
		///
		/// Signed by a member with the provider role of the record's category.
		///
		/// ## Details
		///
		/// As [`Pallet::submit_batch`] with a single record, at the same cost.
		///
		/// ## Parameters
		///
		/// - `sequence`: the record's number in the caller's stream.
		/// - `record`: the evidence.
		///
		/// ## Errors
		///
		/// Those of [`Pallet::submit_batch`].
		///
		/// ## Events
		///
		/// Those of [`Pallet::submit_batch`].
		#[pallet::call_index(1)]
		#[pallet::weight(Pallet::<T>::submission_weight(T::WeightInfo::submit_record(), 1))]
		pub fn submit_record(
			origin: OriginFor<T>,
			sequence: u64,
			record: Record<T::AccountId>,
		) -> DispatchResultWithPostInfo {
			let provider = Self::ensure_provider(origin)?;
			let consumed = Self::do_submit(provider, sequence, &[record])?;
			Ok(Some(T::WeightInfo::submit_record().saturating_add(consumed)).into())
		}

		/// Submits records: all of them, or none if one is refused.
		///
		/// ## Dispatch Origin
		///
		/// Signed by a member with the provider role of each record's category.
		///
		/// ## Details
		///
		/// Each record counts at once and is queued for its settlement. Due records are settled on
		/// the way, two for each record submitted at most; what they do not cost is given back.
		/// Records that the stream has already are passed over without an error.
		///
		/// ## Parameters
		///
		/// - `first`: the number of the first record in the caller's stream, which starts at zero;
		///   the others follow. [`Pallet::next_sequence`] tells the next.
		/// - `records`: 1 to [`Config::MaxBatch`], in the order of their events during an import.
		///
		/// ## Errors
		///
		/// - [`Error::NotProvider`], [`Error::NothingSubmitted`]
		/// - [`Error::SequenceGap`]: submit the records from the next number on.
		/// - [`Error::RecordRefused`]: which one, and why.
		///
		/// ## Events
		///
		/// - [`Event::RecordsApplied`], or [`Event::AlreadyRecorded`] when there was nothing new
		/// - [`Event::RecordsSettled`] when any were due
		#[pallet::call_index(2)]
		#[pallet::weight(Pallet::<T>::submission_weight(
			T::WeightInfo::submit_batch(records.len() as u32), records.len() as u32
		))]
		pub fn submit_batch(
			origin: OriginFor<T>,
			first: u64,
			records: BoundedVec<Record<T::AccountId>, T::MaxBatch>,
		) -> DispatchResultWithPostInfo {
			let provider = Self::ensure_provider(origin)?;
			ensure!(!records.is_empty(), Error::<T>::NothingSubmitted);
			let consumed = Self::do_submit(provider, first, &records)?;
			let weight = T::WeightInfo::submit_batch(records.len() as u32);
			Ok(Some(weight.saturating_add(consumed)).into())
		}

		/// Ends the import of past records, for good.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::ImportOrigin`].
		///
		/// ## Details
		///
		/// From the next record on the clock is that of the block. Scores fade to the present at
		/// once; records that have come due meanwhile are settled over the following blocks.
		///
		/// ## Errors
		///
		/// - [`Error::NotImporting`]
		///
		/// ## Events
		///
		/// - [`Event::ImportEnded`]
		#[pallet::call_index(3)]
		pub fn end_import(origin: OriginFor<T>) -> DispatchResult {
			T::ImportOrigin::ensure_origin(origin)?;
			ensure!(Importing::<T>::take(), Error::<T>::NotImporting);
			Self::deposit_event(Event::ImportEnded { clock: Clock::<T>::take() });
			Ok(())
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Settles due records. Runs before the transactions of the block, so that a block full of
		/// them cannot put settlement off.
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			let limit = meter.remaining().min(T::MaxSettlementWeight::get());
			let mut own = WeightMeter::with_limit(limit);
			Self::settle_in_hook(&mut own);
			meter.consume(own.consumed());
		}

		fn integrity_test() {
			assert!(
				T::Parameters::get().validate().is_ok(),
				"the parameters of the credit model are out of range"
			);
			assert!(
				(1..=u32::from(u16::MAX)).contains(&T::MaxBatch::get()),
				"a refused record is named by an index of 16 bits"
			);
			assert!(
				T::MaxSettlementWeight::get().all_gte(
					T::WeightInfo::settle_nothing()
						.saturating_add(T::WeightInfo::settle_record())
						.saturating_add(T::WeightInfo::pass_day())
				),
				"the weight for settlement must suffice for one record"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::try_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
