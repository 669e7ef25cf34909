//! # Credit records
//!
//! Evidence about traders, the credibility of those who give it, and how it is contested.
//!
//! ## Pallet API
//!
//! See the [`pallet`] module for the calls, events and errors, and its view functions for reading.
//! Storage is not an interface: what stands there is arranged for the work of the chain.
//!
//! ## Overview
//!
//! A *provider* is a member with a role for a category of evidence and a bond for it. It brings
//! *sources* (the trading parties on its platform, or itself) and submits what they say about
//! *subjects* as *records*, thousands under one signature. A record counts at once, weighed by its
//! level, by the credibility of its source and by its amount, and goes on to the score through
//! [`EvidenceSink`].
//!
//! After a time of maturity each record is settled, once: it is compared with what *others* said
//! about the same subject and indicator by then, and its source gains or loses credibility. So
//! nobody decides who is to be believed, and a source cannot gain by agreeing with itself.
//!
//! The state keeps no records. It keeps a Merkle root for each submission, and whoever has the
//! records of a submission can prove any of them: to confirm it, to withdraw it, to object to it, to
//! show that it contradicts another. What the record put into the score is part of its leaf, so
//! exactly that can be taken out again, however much later.
//!
//! ### Who may do what
//!
//! | call | origin |
//! |---|---|
//! | [`register_sources`](pallet::Pallet::register_sources) | a member with a provider role |
//! | [`submit_record`](pallet::Pallet::submit_record), [`submit_batch`](pallet::Pallet::submit_batch), [`submit_confirmed`](pallet::Pallet::submit_confirmed) | a member with the provider role of each record's category, and a bond for it |
//! | [`confirm_record`](pallet::Pallet::confirm_record) | the subject, or an independent member with a role for the category |
//! | [`post_bond`](pallet::Pallet::post_bond) | a member with the provider role of the category |
//! | [`release_bond`](pallet::Pallet::release_bond), [`withdraw_bond`](pallet::Pallet::withdraw_bond) | whose bond it is, be it still a member or not |
//! | [`report_contradiction`](pallet::Pallet::report_contradiction) | any account but the provider and its sources |
//! | [`object`](pallet::Pallet::object), [`withdraw_objection`](pallet::Pallet::withdraw_objection) | the subject |
//! | [`answer_objection`](pallet::Pallet::answer_objection), [`withdraw_record`](pallet::Pallet::withdraw_record) | the record's provider |
//! | [`review`](pallet::Pallet::review) | a member with the role of an arbitrator that has no part in the record |
//! | [`close_objection`](pallet::Pallet::close_objection) | any account, after the deadline |
//! | [`end_import`](pallet::Pallet::end_import) | [`Config::ImportOrigin`] |
//! | [`set_schema`](pallet::Pallet::set_schema), [`set_rules`](pallet::Pallet::set_rules) | [`Config::GovernanceOrigin`] |
//!
//! ### A record's way
//!
//! Collected, validated, private, agreed, applied: so the paper has it. Here it means:
//!
//! | stage | what it means on this chain |
//! |---|---|
//! | collected | the provider holds the document, and puts what it says, quantised, into a submission |
//! | validated | the chain checks role, bond, source, schema, level and time. A refused record stops here; [`Error::RecordRefused`] or [`Event::RecordsApplied`] says why |
//! | private | nothing but the quantised outcome and a salted commitment is on chain, the document stays where it is. The record counts provisionally while others may speak about the same |
//! | agreed | maturity is over: what others said by now is the consensus that it is measured by |
//! | applied | it is settled, and counts until it has faded or expired |
//!
//! All but the first two can be asked for ([`Stage`]). Beside them a record can be *disputed*,
//! *removed* or *expired*.
//!
//! ### By example
//!
//! 1. A platform posts its bonds and registers the accounts of two traders, A and B, as sources.
//! 2. A rates B. The platform submits that with sequence number 0. B's score changes in this block.
//! 3. The platform's connection breaks before it sees the block. It submits the same batch again:
//!    the chain answers [`AlreadyRecorded`](pallet::Event::AlreadyRecorded) and changes nothing.
//! 4. B finds the rating wrong, and objects with a proof of it. From this block on it does not count.
//!    The platform has twenty days to answer, three arbitrators have ten more to decide; whoever is
//!    late has lost.
//! 5. The arbitrators find for A: the rating counts again, exactly as it had. Ninety days after it
//!    was submitted it is settled. Three others had said the opposite about B: A's next record counts
//!    less.
//!
//! ### Subjects
//!
//! An enterprise may change the account that acts for it. [`Config::Subjects`] says which account
//! its records are kept under, whichever of its accounts they name, so its history stays one; and a
//! source that belongs to the subject speaks about itself, under whatever account.
//!
//! ### Sequence numbers, batches and proofs
//!
//! All records of a provider form one stream, numbered from zero. A submission says the number of its
//! first record. What the chain has already is passed over, a gap is refused. So a submission can be
//! repeated without harm, at the cost of one number per provider.
//!
//! The new records of a submission are a [`Batch`]. Those that counted are the leaves of its tree, in
//! order: the encodings of [`AppliedRecord`]s, hashed with BLAKE2b-256, and the tree is that of the
//! crate `binary-merkle-tree`. Nodes that run with an offchain index keep the leaves under
//! [`leaves_key`].
//!
//! A source tells a thing once. Of the last things told about a subject the model remembers tags, and
//! a record of the same source about the same indicator and business object is refused
//! ([`Cause::ToldBefore`]) while its tag is remembered. What slips through is told twice, and anybody
//! who has proofs of both records may report it: see
//! [`report_contradiction`](pallet::Pallet::report_contradiction).
//!
//! ### Work that costs no fee
//!
//! A submission of new records costs no fee within the quota of its provider, which is counted per
//! block ([`RuleSet::quota`]); and an objection costs none while the subject has free ones. For that the
//! runtime has to wrap its charging in [`CheckEvidence`] and in an extension that heeds
//! `feeless_if`. A submission through a proxy or within a batch of calls pays as any other call does,
//! and counts towards the quota all the same.
//!
//! ### Import and the clock
//!
//! A consortium that brings its history starts with an import, in which the model's clock is the
//! time of the newest event recorded. Records that are submitted in the order of their events are
//! then weighed and settled as they would have been at the time. When the import has ended, by vote
//! and for good, the clock is that of the block. During the import there is no window, and only
//! submissions that fail use the quota up: until one has failed in a block there is no limit.
//!
//! A provider that joins later may bring its history too. What happened before it had put up its bond
//! for the category counts no more than a self-declaration, whatever level it claims, and is marked
//! as [imported](AppliedRecord::imported).
//!
//! Bonds and objections go by the time of the block from the beginning.
//!
//! ### Work per block
//!
//! Pending records stand in a queue by the day on which they are due, in chunks. Each submitted
//! record pays for two settlements, up to [`Config::MaxSettlementWeight`] for a submission, which are
//! done before its own records when any are due; the rest is worked off at the start of each block
//! within the same weight, in order, and what does not fit is carried over. So are the deadlines of
//! objections, within [`Config::MaxAgendaWeight`].
//!
//! ### Assumptions
//!
//! * Block time is what `pallet-timestamp` says: within the drift that validators tolerate.
//! * A provider keeps its records, or an indexing node does: without a leaf nobody can contest it.
//! * Storage version 0 was that of networks that kept no batches. Its records cannot be proven; they
//!   are settled as any others.

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

mod batches;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod bonds;
mod confirmation;
mod contradictions;
mod extension;
mod impls;
pub mod migrations;
#[cfg(test)]
mod mock;
mod objections;
mod queue;
mod quota;
mod rules;
mod schema;
mod settlement;
mod submission;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

pub use extension::CheckEvidence;
pub use impls::provider_role;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use alloc::vec::Vec;
use frame::{
	deps::frame_support::weights::WeightMeter,
	prelude::*,
	token::fungible::{self, Credit, Inspect},
	traits::{OnUnbalanced, UnixTime, Verify},
};
use hanse_credit_model::{Category, Indicator, Moment, Parameters, Risk, Source};
#[cfg(feature = "runtime-benchmarks")]
use hanse_signatures::SigningKeys;
use hanse_traits::{EvidenceSink, Membership, ModelClock, Subjects, TradeActivity};

/// How many pending records are stored as one value.
pub type ChunkSize = ConstU32<32>;

/// What bonds are counted in.
pub type BalanceOf<T> =
	<<T as Config>::Currency as Inspect<<T as frame_system::Config>::AccountId>>::Balance;

/// What the consortium may decide about records.
pub type RuleSetOf<T> = RuleSet<BalanceOf<T>>;

/// A submitted record.
pub type RecordOf<T> = Record<<T as frame_system::Config>::AccountId>;

/// A record that counted.
pub type AppliedOf<T> = AppliedRecord<<T as frame_system::Config>::AccountId>;

/// The proof of a record.
pub type RecordProofOf<T> = RecordProof<<T as frame_system::Config>::AccountId>;

/// The signature with which a subject confirms a record.
pub type ConfirmationOf<T> =
	Confirmation<<T as frame_system::Config>::AccountId, <T as Config>::Signature>;

/// Pending records that are stored as one value.
pub type ChunkOf<T> = BoundedVec<PendingRecord<<T as frame_system::Config>::AccountId>, ChunkSize>;

/// A bond as it is stored.
pub type BondOf<T> = Bond<BalanceOf<T>>;

/// An objection as it is stored.
pub type ObjectionOf<T> = Objection<<T as frame_system::Config>::AccountId, BalanceOf<T>>;

/// A page of the agenda.
pub type AgendaOf<T> =
	BoundedVec<(<T as frame_system::Config>::AccountId, u64), <T as Config>::MaxAgenda>;

#[frame::pallet]
#[allow(clippy::expect_used, reason = "the macros of storage use it where it cannot fail")]
pub mod pallet {
	use super::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What calls, settlements and deadlines cost.
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

		/// Who may change rules and schemas.
		type GovernanceOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// What bonds are held in.
		type Currency: fungible::Mutate<Self::AccountId>
			+ fungible::hold::Mutate<Self::AccountId, Reason = Self::RuntimeHoldReason>
			+ fungible::hold::Balanced<Self::AccountId>;

		/// The runtime's reasons for holding money, with those of this pallet.
		type RuntimeHoldReason: From<HoldReason>;

		/// Who gets what providers lose, the reporter's part aside.
		type Slashed: OnUnbalanced<Credit<Self::AccountId, Self::Currency>>;

		/// How subjects sign off chain.
		type Signature: Verify<Signer: IdentifyAccount<AccountId = Self::AccountId>> + Parameter;

		/// The parameters of the credit model in force. They are looked up once for a call or a hook.
		type Parameters: Get<Parameters>;

		/// The rules until the consortium sets others. They must pass [`RuleSet::validate`], which
		/// the integrity test checks.
		#[pallet::constant]
		type DefaultRules: Get<RuleSetOf<Self>>;

		/// How many records, or sources, one call may carry; up to 65,535.
		#[pallet::constant]
		type MaxBatch: Get<u32>;

		/// How many signatures of subjects one call may carry.
		#[pallet::constant]
		type MaxConfirmations: Get<u32>;

		/// How many records may be pending at a time, over all providers. It bounds the state: a
		/// pending record is dropped when it is settled.
		#[pallet::constant]
		type MaxPending: Get<u32>;

		/// How many sources one provider may register.
		#[pallet::constant]
		type MaxSources: Get<u32>;

		/// How many entries a page of the agenda has. A page is read as a whole, and a day may have any
		/// number of them.
		#[pallet::constant]
		type MaxAgenda: Get<u32>;

		/// How much of each block the settlement of due records may take at its start, and how much
		/// of it one submission pays for at most.
		#[pallet::constant]
		type MaxSettlementWeight: Get<Weight>;

		/// How much of each block the deadlines of objections may take at its start.
		#[pallet::constant]
		type MaxAgendaWeight: Get<Weight>;

		/// Signs for benchmarks; [`hanse_signatures::Sr25519Keys`] for a runtime with the usual
		/// signatures.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: SigningKeys<Self::AccountId, Self::Signature>;
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

	/// How far each provider's stream of records goes.
	#[pallet::storage]
	pub(crate) type Streams<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Stream, ValueQuery>;

	/// The batches of each stream, by number. They follow each other without a gap.
	// Twox: numbers are not chosen by anybody. So in the maps below.
	#[pallet::storage]
	pub(crate) type Batches<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, u32, Batch>;

	/// How many records a provider submitted lately.
	#[pallet::storage]
	pub(crate) type Used<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Usage, ValueQuery>;

	/// Records that wait to be settled, by day and number of the chunk.
	#[pallet::storage]
	pub(crate) type Pending<T: Config> =
		StorageDoubleMap<_, Twox64Concat, u32, Twox64Concat, u32, ChunkOf<T>>;

	/// How many chunks were queued for a day.
	#[pallet::storage]
	pub(crate) type QueuedFor<T: Config> = StorageMap<_, Twox64Concat, u32, u32, ValueQuery>;

	/// The next chunk of the queue to be settled.
	#[pallet::storage]
	pub(crate) type Cursor<T: Config> = StorageValue<_, Place, ValueQuery>;

	/// How many records are pending.
	#[pallet::storage]
	pub(crate) type PendingCount<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// The schemas that were changed; the others are those of the code.
	// Identity: there are eighteen indicators.
	#[pallet::storage]
	pub(crate) type Schemas<T: Config> = StorageMap<_, Identity, Indicator, Schema>;

	/// What the consortium decided about records.
	#[pallet::storage]
	pub(crate) type Rules<T: Config> = StorageValue<_, RuleSetOf<T>, ValueQuery, T::DefaultRules>;

	/// The records whose level was raised, by provider and sequence number.
	#[pallet::storage]
	pub(crate) type Raised<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, u64, Raise>;

	/// The bonds, by provider and category.
	#[pallet::storage]
	pub(crate) type Bonds<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Identity, Category, BondOf<T>>;

	/// The open objections, by provider and sequence number of the record.
	#[pallet::storage]
	pub(crate) type Objections<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, u64, ObjectionOf<T>>;

	/// What became of records that were contested, by provider and sequence number.
	#[pallet::storage]
	pub(crate) type Decisions<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Twox64Concat, u64, Decision>;

	/// How many objections of a subject are open.
	#[pallet::storage]
	pub(crate) type OpenObjections<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// How many of its free objections a subject has used.
	#[pallet::storage]
	pub(crate) type FreeObjectionsUsed<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// What is to be looked at on a day, on pages: records that were contested or raised, by provider
	/// and sequence number.
	#[pallet::storage]
	pub(crate) type Agenda<T: Config> =
		StorageDoubleMap<_, Twox64Concat, u32, Twox64Concat, u32, AgendaOf<T>>;

	/// How many pages the agenda of a day has, those included that are worked off.
	#[pallet::storage]
	pub(crate) type AgendaPages<T: Config> = StorageMap<_, Twox64Concat, u32, u32, ValueQuery>;

	/// The next page of the agenda to be worked off. `None` before the first entry.
	#[pallet::storage]
	pub(crate) type AgendaCursor<T: Config> = StorageValue<_, Place>;

	/// The time of the newest event recorded during the import.
	#[pallet::storage]
	pub(crate) type Clock<T: Config> = StorageValue<_, Moment, ValueQuery>;

	/// Whether the consortium is bringing its history, and the clock follows the events.
	#[pallet::storage]
	pub(crate) type Importing<T: Config> = StorageValue<_, bool, ValueQuery>;

	/// Why money of an account is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The bonds of a provider, of all categories.
		#[codec(index = 0)]
		Bond,
		/// The bonds of objections that are not decided.
		#[codec(index = 1)]
		Objection,
	}

	#[pallet::genesis_config]
	#[derive(frame::prelude::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Whether the chain starts with an import of past records.
		pub importing: bool,
		/// The bonds of the providers of the first hour, out of what they own: who, for which
		/// category, and how much.
		pub bonds: Vec<(T::AccountId, Category, BalanceOf<T>)>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Importing::<T>::put(self.importing);
			for (provider, category, amount) in &self.bonds {
				Pallet::<T>::build_bond(provider, *category, *amount);
			}
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
			/// The BLAKE2b-256 hash of the list of accounts as it was submitted, encoded: which of the
			/// calls in a transaction it was can be told from blocks alone.
			hash: H256,
		},
		/// Records were taken and count from now on.
		RecordsApplied {
			/// Who submitted them.
			provider: T::AccountId,
			/// The sequence number of the first new one.
			first: u64,
			/// The number of their batch.
			batch: u32,
			/// For each that counts, in order, the risk of its subject as it was known just before:
			/// what the score was worth as a warning can be measured from blocks alone.
			risks: BoundedVec<Risk, T::MaxBatch>,
			/// Those that were refused.
			refused: BoundedVec<Refusal, T::MaxBatch>,
			/// The root of the batch, zeros if none counted: what was made of the records can be checked
			/// from blocks alone.
			root: H256,
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
		/// A record counts more, since somebody else stands for it as well.
		LevelRaised {
			/// Who had submitted it.
			provider: T::AccountId,
			/// Its sequence number.
			sequence: u64,
			/// Who confirmed it.
			by: T::AccountId,
			/// The level at which it counted.
			old: hanse_credit_model::Level,
			/// The level at which it counts now.
			new: hanse_credit_model::Level,
		},
		/// Records of an indicator have to look otherwise from now on.
		SchemaChanged {
			/// The indicator.
			indicator: Indicator,
			/// The version of its schema.
			version: u16,
			/// The schema before.
			old: Schema,
			/// The schema now.
			new: Schema,
		},
		/// Other rules hold from now on.
		RulesChanged {
			/// The rules before.
			old: RuleSetOf<T>,
			/// The rules now.
			new: RuleSetOf<T>,
		},
		// Bonds, contradictions and objections.
		/// A provider put up more for a category. If it had asked its bond back, it has not any more.
		BondPosted {
			/// The provider.
			provider: T::AccountId,
			/// The category.
			category: Category,
			/// How much was added.
			amount: BalanceOf<T>,
			/// How much is held now.
			total: BalanceOf<T>,
		},
		/// A provider asked its bond for a category back, and can submit nothing on it from now on.
		BondReleased {
			/// The provider.
			provider: T::AccountId,
			/// The category.
			category: Category,
			/// When the notice is over, in seconds since the UNIX epoch.
			release: Moment,
		},
		/// A provider has its bond for a category back.
		BondWithdrawn {
			/// The provider.
			provider: T::AccountId,
			/// The category.
			category: Category,
			/// How much was held.
			amount: BalanceOf<T>,
		},
		/// A provider lost a part of its bond for a category.
		BondSlashed {
			/// The provider.
			provider: T::AccountId,
			/// The category.
			category: Category,
			/// How much was taken, a reporter's share included.
			amount: BalanceOf<T>,
			/// How much is held now.
			left: BalanceOf<T>,
		},
		/// A subject contests a record, which does not count from now on.
		ObjectionOpened {
			/// Who had submitted the record.
			provider: T::AccountId,
			/// Its sequence number.
			sequence: u64,
			/// Whom it is about.
			subject: T::AccountId,
			/// What is wrong with it.
			reason: Reason,
			/// A hash of what the subject says.
			statement: H256,
			/// From when on it is too late to answer, in seconds since the UNIX epoch.
			deadline: Moment,
			/// How much is held of the objector's; `None` if the objection was free.
			stake: Option<BalanceOf<T>>,
		},
		/// A provider stands by a record to which its subject objects.
		ObjectionAnswered {
			/// The provider.
			provider: T::AccountId,
			/// The record's sequence number.
			sequence: u64,
			/// A hash of what the provider says.
			answer: H256,
			/// From when on it is too late for verdicts, in seconds since the UNIX epoch.
			deadline: Moment,
		},
		/// A reviewer judged an objection.
		VerdictGiven {
			/// Who had submitted the record.
			provider: T::AccountId,
			/// Its sequence number.
			sequence: u64,
			/// The reviewer.
			reviewer: T::AccountId,
			/// Who is right.
			verdict: Verdict,
		},
		/// An objection came to its end, one way or another.
		ObjectionClosed {
			/// Who had submitted the record.
			provider: T::AccountId,
			/// Its sequence number.
			sequence: u64,
			/// Whom it is about.
			subject: T::AccountId,
			/// How it ended, and so whether the record counts again.
			resolution: Resolution,
		},
		/// A provider took a record back. It does not count any more.
		RecordWithdrawn {
			/// The provider.
			provider: T::AccountId,
			/// The record's sequence number.
			sequence: u64,
			/// Whom it was about.
			subject: T::AccountId,
		},
		/// It was proven that a source told one matter twice.
		ContradictionProven {
			/// Who had submitted both records.
			provider: T::AccountId,
			/// The sequence number of the earlier one.
			first: u64,
			/// The sequence number of the later one.
			second: u64,
			/// Whom they are about.
			subject: T::AccountId,
			/// Whether the outcome was the same, so that the later one alone is out. Otherwise both are.
			repeated: bool,
			/// Who proved it.
			reporter: T::AccountId,
			/// How much the provider lost of its bond.
			slashed: BalanceOf<T>,
			/// How much of that the reporter got.
			reward: BalanceOf<T>,
		},
		/// A record that was contested has expired, and what was decided about it is forgotten.
		DecisionExpired {
			/// Who had submitted the record.
			provider: T::AccountId,
			/// Its sequence number.
			sequence: u64,
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
		/// The provider has submitted as many records in this block as it may.
		QuotaExceeded,
		/// The provider has no batch with this number.
		UnknownBatch,
		/// The proof does not lead from the record to the root of the batch.
		WrongProof,
		/// The account is neither the subject's nor that of an independent member with a role for the
		/// category.
		NotConfirmer,
		/// The level of the record cannot be raised: it is confirmed already, is a self-declaration, or
		/// its schema knows no confirmed records.
		LevelNotRaisable,
		/// The record is as old as records of its indicator are kept.
		RecordExpired,
		/// The subject objects to the record, and that is not decided.
		RecordDisputed,
		/// The contest of the record was decided, for good.
		RecordDecided,
		/// The rules make no sense.
		InvalidRules {
			/// Why.
			cause: InvalidRules,
		},
		/// The schema makes no sense.
		InvalidSchema {
			/// Why.
			cause: InvalidSchema,
		},
		// Bonds, contradictions and objections.
		/// The account is not that of a member with the provider role of the category.
		CategoryNotGranted,
		/// Nothing is added to the bond.
		NothingPosted,
		/// The account has no bond for the category.
		NoBond,
		/// The bond was asked back already.
		BondInRelease,
		/// The bond was not asked back, or its notice is not over.
		BondNotFree,
		/// Objections are open that may be paid from the bond.
		BondClaimed,
		/// The account does not act for the subject of the record.
		NotSubject,
		/// As many objections of the subject are open as may be.
		TooManyObjections,
		/// No objection to the record is open.
		NoObjection,
		/// The objection is answered already.
		AlreadyAnswered,
		/// The objection is not answered yet.
		NotAnswered,
		/// It is too late: the objection ends as if nothing had been done.
		DeadlinePassed,
		/// It is too early: the deadline of the objection has not passed.
		DeadlineNotPassed,
		/// The record was submitted by another provider.
		NotOwnRecord,
		/// A reviewer has spoken: from then on neither side takes anything back.
		ReviewBegun,
		/// The account is not that of a member with the role of an arbitrator.
		NotReviewer,
		/// The reviewer is the provider, the source or the subject of the record.
		ReviewerInvolved,
		/// The reviewer has judged the objection already.
		AlreadyReviewed,
		/// The two records are not what one source said about one matter.
		NoContradiction,
		/// The reporter is the provider or one of its sources.
		ReporterInvolved,
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
			Streams::<T>::get(provider).next
		}

		/// How far a provider's stream of records goes.
		pub fn stream(provider: T::AccountId) -> Stream {
			Streams::<T>::get(provider)
		}

		/// The batch with this number in a provider's stream.
		pub fn batch(provider: T::AccountId, number: u32) -> Option<Batch> {
			Batches::<T>::get(provider, number)
		}

		/// The batch in which the record with this sequence number came, and its number. `None` for a
		/// number that is not used yet, and for records of the time before there were batches.
		pub fn batch_of(provider: T::AccountId, sequence: u64) -> Option<(u32, Batch)> {
			Self::find_batch(&provider, sequence)
		}

		/// How far the record with this sequence number has come. The chain knows batches and not
		/// records, so it answers as well for the number of a record that was refused, and cannot say
		/// [`Stage::Expired`]: [`Self::proven_status`] can.
		pub fn record_status(provider: T::AccountId, sequence: u64) -> Option<RecordStatus> {
			Self::status(&provider, sequence)
		}

		/// How far a record has come; `None` if the proof does not hold.
		pub fn proven_status(proof: RecordProof<T::AccountId>) -> Option<RecordStatus> {
			Self::status_of_proven(&proof)
		}

		/// How records of an indicator have to look.
		pub fn schema(indicator: Indicator) -> Schema {
			Self::schema_of(indicator)
		}

		/// How records of all indicators have to look.
		pub fn schemas() -> Vec<(Indicator, Schema)> {
			Indicator::ALL.into_iter().map(|j| (j, Self::schema_of(j))).collect()
		}

		/// What the consortium decided about records.
		pub fn rules() -> RuleSet<BalanceOf<T>> {
			Rules::<T>::get()
		}

		/// How many more records a provider may submit in this block: 4,294,967,295 during an import,
		/// unless a submission of its own has failed in this block.
		pub fn quota_left(provider: T::AccountId) -> u32 {
			Self::left_of_quota(&provider)
		}

		/// What a provider has put up for a category.
		pub fn bond(provider: T::AccountId, category: Category) -> Option<Bond<BalanceOf<T>>> {
			Bonds::<T>::get(provider, category)
		}

		/// The open objection to the record with this sequence number: what it waits for, until when,
		/// and how it ends if that does not come.
		pub fn objection(provider: T::AccountId, sequence: u64) -> Option<ObjectionStatus> {
			Self::objection_status(&provider, sequence)
		}

		/// How many objections an enterprise can still open, and at what price. Any of its accounts will
		/// do.
		pub fn objection_rights(account: T::AccountId) -> ObjectionRights<BalanceOf<T>> {
			Self::rights_of(&account)
		}

		/// How the contest of the record with this sequence number ended, until the record expires.
		pub fn decision(provider: T::AccountId, sequence: u64) -> Option<Decision> {
			Decisions::<T>::get(provider, sequence)
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
			Self::do_register_sources(provider, sources)
		}

		/// Submits one record.
		///
		/// ## Dispatch Origin
		///
		/// Signed by a member with the provider role of the record's category, and a bond for it.
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
		#[pallet::weight(Pallet::<T>::submission_weight(core::slice::from_ref(record)))]
		#[pallet::feeless_if(
			|origin: &OriginFor<T>, sequence: &u64, record: &Record<T::AccountId>| -> bool {
				Pallet::<T>::may_submit_free(origin, *sequence, core::slice::from_ref(record))
			}
		)]
		pub fn submit_record(
			origin: OriginFor<T>,
			sequence: u64,
			record: Record<T::AccountId>,
		) -> DispatchResultWithPostInfo {
			let provider = Self::ensure_provider(origin)?;
			let weight = Self::do_submit(provider, sequence, Mode::AllOrNothing, &[record], &[])?;
			Ok(Some(weight).into())
		}

		/// Submits records.
		///
		/// ## Dispatch Origin
		///
		/// Signed by a member with the provider role of each record's category, and a bond for it.
		///
		/// ## Details
		///
		/// Each record counts at once and is queued for its settlement. Due records are settled on
		/// the way, before the new ones and two for each of them at most; what is not needed for that
		/// is given back. Records that the stream has already are passed over without an error.
		///
		/// A submission of new records within the quota costs no fee, even when it fails; it uses up
		/// the quota of the block all the same.
		///
		/// ## Parameters
		///
		/// - `first`: the number of the first record in the caller's stream, which starts at zero;
		///   the others follow. [`Pallet::next_sequence`] tells the next.
		/// - `mode`: whether one refused record fails the call, or is left out.
		/// - `records`: 1 to [`Config::MaxBatch`], in the order of their events during an import.
		///
		/// ## Errors
		///
		/// - [`Error::NotProvider`], [`Error::NothingSubmitted`]
		/// - [`Error::SequenceGap`]: submit the records from the next number on.
		/// - [`Error::QuotaExceeded`]: submit fewer, or in the next block.
		/// - [`Error::RecordRefused`], with [`Mode::AllOrNothing`]: which one, and why.
		///
		/// ## Events
		///
		/// - [`Event::RecordsApplied`], or [`Event::AlreadyRecorded`] when there was nothing new
		/// - [`Event::RecordsSettled`] when any were due
		#[pallet::call_index(2)]
		#[pallet::weight(Pallet::<T>::submission_weight(records))]
		#[pallet::feeless_if(
			|
				origin: &OriginFor<T>,
				first: &u64,
				_mode: &Mode,
				records: &BoundedVec<Record<T::AccountId>, T::MaxBatch>,
			| -> bool { Pallet::<T>::may_submit_free(origin, *first, records) }
		)]
		pub fn submit_batch(
			origin: OriginFor<T>,
			first: u64,
			mode: Mode,
			records: BoundedVec<Record<T::AccountId>, T::MaxBatch>,
		) -> DispatchResultWithPostInfo {
			let provider = Self::ensure_provider(origin)?;
			ensure!(!records.is_empty(), Error::<T>::NothingSubmitted);
			let weight = Self::do_submit(provider, first, mode, &records, &[])?;
			Ok(Some(weight).into())
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

		/// Submits records, some of which their subjects have signed.
		///
		/// ## Dispatch Origin
		///
		/// Signed by a member with the provider role of each record's category, and a bond for it.
		///
		/// ## Details
		///
		/// As [`Pallet::submit_batch`]. A record at the level *confirmed* of a source that is not the
		/// caller needs the signature of an account that acts for its subject, over
		/// [`Record::payload`]. Signatures of other records are not looked at.
		///
		/// ## Parameters
		///
		/// - `first`, `mode`, `records`: as for [`Pallet::submit_batch`].
		/// - `signatures`: up to [`Config::MaxConfirmations`]. The first for a record counts.
		///
		/// ## Errors
		///
		/// Those of [`Pallet::submit_batch`].
		///
		/// ## Events
		///
		/// Those of [`Pallet::submit_batch`].
		#[pallet::call_index(4)]
		#[pallet::weight(
			Pallet::<T>::submission_weight(records)
				.saturating_add(T::WeightInfo::submit_confirmed(signatures.len() as u32))
		)]
		#[pallet::feeless_if(
			|
				origin: &OriginFor<T>,
				first: &u64,
				_mode: &Mode,
				records: &BoundedVec<Record<T::AccountId>, T::MaxBatch>,
				_signatures: &BoundedVec<ConfirmationOf<T>, T::MaxConfirmations>,
			| -> bool { Pallet::<T>::may_submit_free(origin, *first, records) }
		)]
		pub fn submit_confirmed(
			origin: OriginFor<T>,
			first: u64,
			mode: Mode,
			records: BoundedVec<Record<T::AccountId>, T::MaxBatch>,
			signatures: BoundedVec<ConfirmationOf<T>, T::MaxConfirmations>,
		) -> DispatchResultWithPostInfo {
			let provider = Self::ensure_provider(origin)?;
			ensure!(!records.is_empty(), Error::<T>::NothingSubmitted);
			let weight = Self::do_submit(provider, first, mode, &records, &signatures)?;
			let signed = T::WeightInfo::submit_confirmed(signatures.len() as u32);
			Ok(Some(weight.saturating_add(signed)).into())
		}

		/// Stands for a record that somebody else submitted, so that it counts more.
		///
		/// ## Dispatch Origin
		///
		/// Signed by an account that acts for the record's subject, or by a member with the provider
		/// role of the record's category or a role that makes it an authority there, which is neither
		/// the record's provider nor its source nor one of the provider's sources.
		///
		/// ## Details
		///
		/// The level is raised from *counterparty* to *confirmed*, and the record counts as if it had
		/// been so from the beginning.
		///
		/// ## Parameters
		///
		/// - `proof`: the record.
		///
		/// ## Errors
		///
		/// - [`Error::UnknownBatch`], [`Error::WrongProof`]
		/// - [`Error::NotConfirmer`], [`Error::LevelNotRaisable`]
		/// - [`Error::RecordExpired`], [`Error::RecordDisputed`], [`Error::RecordDecided`]
		///
		/// ## Events
		///
		/// - [`Event::LevelRaised`]
		#[pallet::call_index(5)]
		pub fn confirm_record(
			origin: OriginFor<T>,
			proof: RecordProof<T::AccountId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_confirm(who, proof)
		}

		/// Decides how records of an indicator have to look.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::GovernanceOrigin`].
		///
		/// ## Details
		///
		/// It holds for records submitted from now on. The version of the schema rises by one.
		///
		/// ## Parameters
		///
		/// - `indicator`: the indicator.
		/// - `terms`: what the schema says.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidSchema`]
		///
		/// ## Events
		///
		/// - [`Event::SchemaChanged`]
		#[pallet::call_index(6)]
		pub fn set_schema(
			origin: OriginFor<T>,
			indicator: Indicator,
			terms: SchemaTerms,
		) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_set_schema(indicator, terms)
		}

		/// Decides about quotas, bonds and deadlines.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::GovernanceOrigin`].
		///
		/// ## Details
		///
		/// Deadlines that are running stay as they are.
		///
		/// ## Parameters
		///
		/// - `rules`: all rules, those included that stay the same.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidRules`]
		///
		/// ## Events
		///
		/// - [`Event::RulesChanged`]
		#[pallet::call_index(7)]
		pub fn set_rules(origin: OriginFor<T>, rules: RuleSet<BalanceOf<T>>) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_set_rules(rules)
		}

		/// Puts up a bond for a category of evidence, or adds to it.
		///
		/// ## Dispatch Origin
		///
		/// Signed by a member with the provider role of the category.
		///
		/// ## Details
		///
		/// The amount is held of what the caller has, and stays its own until it is slashed. Records of
		/// the category can be submitted once the bond is no less than [`RuleSet::minimum_bond`]. If
		/// the bond was asked back, it is not any more: posting nothing takes the request back.
		///
		/// ## Parameters
		///
		/// - `category`: the category.
		/// - `amount`: how much is held in addition; not zero, unless the bond was asked back.
		///
		/// ## Errors
		///
		/// - [`Error::CategoryNotGranted`], [`Error::NothingPosted`]
		/// - The currency's own if the caller does not have as much.
		///
		/// ## Events
		///
		/// - [`Event::BondPosted`]
		#[pallet::call_index(8)]
		pub fn post_bond(
			origin: OriginFor<T>,
			category: Category,
			amount: BalanceOf<T>,
		) -> DispatchResult {
			let provider = ensure_signed(origin)?;
			Self::do_post_bond(provider, category, amount)
		}

		/// Asks a bond back, and so gives notice of it.
		///
		/// ## Dispatch Origin
		///
		/// Signed by whoever put it up, be it still a member or not.
		///
		/// ## Details
		///
		/// From now on no records of the category can be submitted. The bond can be slashed as before,
		/// until it is withdrawn, for what was submitted on it.
		///
		/// ## Parameters
		///
		/// - `category`: the category.
		///
		/// ## Errors
		///
		/// - [`Error::NoBond`], [`Error::BondInRelease`]
		///
		/// ## Events
		///
		/// - [`Event::BondReleased`]: when it can be withdrawn, after [`RuleSet::release_notice`].
		#[pallet::call_index(9)]
		pub fn release_bond(origin: OriginFor<T>, category: Category) -> DispatchResult {
			let provider = ensure_signed(origin)?;
			Self::do_release_bond(provider, category)
		}

		/// Takes a bond back whose notice is over.
		///
		/// ## Dispatch Origin
		///
		/// Signed by whoever put it up, be it still a member or not.
		///
		/// ## Details
		///
		/// What is left of it is the caller's to spend. Objections that were opened before the end of
		/// the notice are waited for; later ones are not.
		///
		/// ## Parameters
		///
		/// - `category`: the category.
		///
		/// ## Errors
		///
		/// - [`Error::NoBond`]
		/// - [`Error::BondNotFree`]: call [`Pallet::release_bond`], and wait.
		/// - [`Error::BondClaimed`]: wait until the objections are decided.
		///
		/// ## Events
		///
		/// - [`Event::BondWithdrawn`]
		#[pallet::call_index(10)]
		pub fn withdraw_bond(origin: OriginFor<T>, category: Category) -> DispatchResult {
			let provider = ensure_signed(origin)?;
			Self::do_withdraw_bond(provider, category)
		}

		/// Proves that a source told one matter twice.
		///
		/// ## Dispatch Origin
		///
		/// Signed by any account but the provider and its sources.
		///
		/// ## Details
		///
		/// Two different outcomes cannot both be true, and nobody has to find out which one is: both
		/// records are out of the score, the provider loses [`RuleSet::contradiction_slash`] of its bond
		/// for the category, and two findings count against the source. If the outcome is the same, it
		/// has counted twice: the later record is out, the provider loses [`RuleSet::objection_slash`],
		/// and one finding counts against the source.
		///
		/// Of what the provider loses, [`RuleSet::reporter_share`] goes to the caller, cut off, and the
		/// rest to [`Config::Slashed`]. If a record is under objection, the objection ends with that, and
		/// its bond is released.
		///
		/// ## Parameters
		///
		/// - `first`, `second`: two records of the same provider and source, about the same subject,
		///   indicator and business object, in any order. Neither is removed or expired.
		///
		/// ## Errors
		///
		/// - [`Error::NoContradiction`], [`Error::ReporterInvolved`]
		/// - [`Error::RecordDecided`]: one of them is removed already.
		/// - [`Error::RecordExpired`]
		/// - [`Error::UnknownBatch`], [`Error::WrongProof`]
		///
		/// ## Events
		///
		/// - [`Event::ContradictionProven`]
		/// - [`Event::BondSlashed`] if there was a bond
		/// - [`Event::ObjectionClosed`] for each record that was under objection
		#[pallet::call_index(11)]
		#[pallet::weight(
			T::WeightInfo::report_contradiction()
				.saturating_add(T::WeightInfo::agenda_entry().saturating_mul(2))
		)]
		pub fn report_contradiction(
			origin: OriginFor<T>,
			first: RecordProof<T::AccountId>,
			second: RecordProof<T::AccountId>,
		) -> DispatchResult {
			let reporter = ensure_signed(origin)?;
			Self::do_report_contradiction(reporter, first, second)
		}

		/// Contests a record about oneself.
		///
		/// ## Dispatch Origin
		///
		/// Signed by an account that acts for the record's subject.
		///
		/// ## Details
		///
		/// The record does not count from this block on, until the objection is closed. Its provider has
		/// [`RuleSet::answer_period`] to answer. If it does not, the record is removed. If it does,
		/// arbitrators have [`RuleSet::review_period`] to decide. If they do not, the record is removed.
		///
		/// The first objections of a subject are free ([`RuleSet::free_objections`]): they cost no fee
		/// and take no bond. One that removes its record is given back. After that
		/// [`RuleSet::objection_bond`] is held of the caller's until the objection is closed; it is lost
		/// to the provider if most of the reviewers that decide find the objection frivolous.
		///
		/// A record can be objected to once.
		///
		/// ## Parameters
		///
		/// - `proof`: the record.
		/// - `reason`: what is wrong with it.
		/// - `statement`: a hash of what the subject has to say. It stays with the record until it
		///   expires, whatever is decided.
		///
		/// ## Errors
		///
		/// - [`Error::NotSubject`], [`Error::TooManyObjections`]
		/// - [`Error::RecordDisputed`], [`Error::RecordDecided`], [`Error::RecordExpired`]
		/// - [`Error::UnknownBatch`], [`Error::WrongProof`]
		/// - The currency's own if the bond cannot be held.
		///
		/// ## Events
		///
		/// - [`Event::ObjectionOpened`]
		#[pallet::call_index(12)]
		#[pallet::feeless_if(
			|
				origin: &OriginFor<T>,
				proof: &RecordProof<T::AccountId>,
				_reason: &Reason,
				_statement: &H256,
			| -> bool { Pallet::<T>::may_object_free(origin, proof) }
		)]
		pub fn object(
			origin: OriginFor<T>,
			proof: RecordProof<T::AccountId>,
			reason: Reason,
			statement: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_object(who, proof, reason, statement)
		}

		/// Answers the objection to a record of one's own.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the record's provider, be it still a member or not.
		///
		/// ## Details
		///
		/// The provider stands by its record, and reviewers are to decide within
		/// [`RuleSet::review_period`] from now on. Who does not stand by it calls
		/// [`Pallet::withdraw_record`].
		///
		/// ## Parameters
		///
		/// - `sequence`: the record's number in the caller's stream.
		/// - `answer`: a hash of what the provider has to say.
		///
		/// ## Errors
		///
		/// - [`Error::NoObjection`], [`Error::AlreadyAnswered`], [`Error::DeadlinePassed`]
		///
		/// ## Events
		///
		/// - [`Event::ObjectionAnswered`]
		#[pallet::call_index(13)]
		pub fn answer_objection(
			origin: OriginFor<T>,
			sequence: u64,
			answer: H256,
		) -> DispatchResult {
			let provider = ensure_signed(origin)?;
			Self::do_answer_objection(provider, sequence, answer)
		}

		/// Takes a record of one's own back.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the record's provider, be it still a member or not.
		///
		/// ## Details
		///
		/// The record is out of the score for good, and nothing is lost. An objection to it is closed. It
		/// is too late once a reviewer has spoken, for a verdict must not be run away from.
		///
		/// ## Parameters
		///
		/// - `proof`: the record.
		///
		/// ## Errors
		///
		/// - [`Error::NotOwnRecord`], [`Error::ReviewBegun`]
		/// - [`Error::RecordDecided`]: it is removed already.
		/// - [`Error::RecordExpired`]
		/// - [`Error::UnknownBatch`], [`Error::WrongProof`]
		///
		/// ## Events
		///
		/// - [`Event::RecordWithdrawn`]
		/// - [`Event::ObjectionClosed`] if there was an objection
		#[pallet::call_index(14)]
		#[pallet::weight(
			T::WeightInfo::withdraw_record().saturating_add(T::WeightInfo::agenda_entry())
		)]
		pub fn withdraw_record(
			origin: OriginFor<T>,
			proof: RecordProof<T::AccountId>,
		) -> DispatchResult {
			let provider = ensure_signed(origin)?;
			Self::do_withdraw_record(provider, proof)
		}

		/// Takes an objection back.
		///
		/// ## Dispatch Origin
		///
		/// Signed by an account that acts for the record's subject.
		///
		/// ## Details
		///
		/// The record counts again, as it did before. A bond is released; a free objection is used up,
		/// and the record cannot be objected to again. It is too late once a reviewer has spoken, or
		/// when the deadline has passed.
		///
		/// ## Parameters
		///
		/// - `provider`, `sequence`: the record.
		///
		/// ## Errors
		///
		/// - [`Error::NoObjection`], [`Error::NotSubject`]
		/// - [`Error::ReviewBegun`], [`Error::DeadlinePassed`]
		///
		/// ## Events
		///
		/// - [`Event::ObjectionClosed`]
		#[pallet::call_index(15)]
		pub fn withdraw_objection(
			origin: OriginFor<T>,
			provider: T::AccountId,
			sequence: u64,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_objection(who, provider, sequence)
		}

		/// Judges an objection.
		///
		/// ## Dispatch Origin
		///
		/// Signed by a member with the role of an arbitrator that is neither the provider nor the source
		/// nor the subject of the record.
		///
		/// ## Details
		///
		/// Each reviewer speaks once. As soon as more than half of the reviewers that there were to be
		/// ([`RuleSet::reviewers`], when the objection was opened) agree, it is decided:
		///
		/// - *Upheld*: the record is removed, the provider loses [`RuleSet::objection_slash`] of its bond
		///   for the category to [`Config::Slashed`], and a finding counts against the source.
		/// - *Dismissed* or *frivolous*, together: the record counts again, exactly as before.
		/// - *Frivolous* alone: the same, and the subject's bond goes to the provider.
		///
		/// A verdict counts even if its reviewer is suspended afterwards.
		///
		/// ## Parameters
		///
		/// - `provider`, `sequence`: the record.
		/// - `verdict`: who is right.
		///
		/// ## Errors
		///
		/// - [`Error::NotReviewer`], [`Error::ReviewerInvolved`], [`Error::AlreadyReviewed`]
		/// - [`Error::NoObjection`], [`Error::NotAnswered`], [`Error::DeadlinePassed`]
		///
		/// ## Events
		///
		/// - [`Event::VerdictGiven`]
		/// - [`Event::ObjectionClosed`] with the last verdict that it takes, and
		///   [`Event::BondSlashed`] if the subject is right and there was a bond
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::review_upheld().max(T::WeightInfo::review_dismissed()))]
		pub fn review(
			origin: OriginFor<T>,
			provider: T::AccountId,
			sequence: u64,
			verdict: Verdict,
		) -> DispatchResult {
			let reviewer = ensure_signed(origin)?;
			Self::do_review(reviewer, provider, sequence, verdict)
		}

		/// Ends an objection whose deadline has passed.
		///
		/// ## Dispatch Origin
		///
		/// Signed by any account.
		///
		/// ## Details
		///
		/// The record is removed. The chain does the same by itself, within a day or when it finds the
		/// time.
		///
		/// ## Parameters
		///
		/// - `provider`, `sequence`: the record.
		///
		/// ## Errors
		///
		/// - [`Error::NoObjection`], [`Error::DeadlineNotPassed`]
		///
		/// ## Events
		///
		/// - [`Event::ObjectionClosed`]
		#[pallet::call_index(17)]
		pub fn close_objection(
			origin: OriginFor<T>,
			provider: T::AccountId,
			sequence: u64,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_close_objection(provider, sequence)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Settles due records, and ends objections whose deadline has passed. Runs before the
		/// transactions of the block, so that a block full of them cannot put either off.
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			let limited = |meter: &mut WeightMeter, most: Weight, work: fn(&mut WeightMeter)| {
				let mut own = WeightMeter::with_limit(meter.remaining().min(most));
				work(&mut own);
				meter.consume(own.consumed());
			};
			limited(meter, T::MaxSettlementWeight::get(), Self::settle_in_hook);
			limited(meter, T::MaxAgendaWeight::get(), Self::work_off_agenda);
		}

		fn integrity_test() {
			Self::check_configuration();
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::try_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
