//! # Trade network
//!
//! Enterprises, who they are, who trades with whom, and the network's own figures.
//!
//! ## Pallet API
//!
//! See the [`pallet`] module for the calls, events and errors. Read through the view functions
//! ([`Pallet::enterprise`], [`Pallet::relationships`], [`Pallet::network`] and others), not out of
//! storage: what stands there may have lapsed or be of a period that is over.
//!
//! ## Words
//!
//! * **Enterprise**: a registered trader.
//! * **Subject**: the enterprise as records see it: the account with which it was registered, which
//!   never changes.
//! * **Controller**: the account that acts for it now.
//! * **Sponsor**: the member that registered it, and pays its deposit.
//! * **Registrar**: a member with the role of that name, which attests who an enterprise is.
//! * **Arc**: one directed kind of business, from who gives to who receives: supplier to buyer,
//!   carrier to shipper, financier to financed, insurer to insured.
//! * **Relationship**: a pair of enterprises with at least one arc. **Partner**: the other side.
//! * **Agreement**: an arc that both sides signed off chain.
//! * **Closed ring**: an enterprise whose partners all trade with each other, in a circle of supply,
//!   and it with nobody else. It is what invented trade looks like.
//!
//! ## Overview
//!
//! An enterprise registers itself, or a member registers it with its signature, so that a firm
//! without tokens can join. What it says of its name, numbers and address are salted commitments:
//! each can be opened to one party without the others (`docs/identity.md`). Registrars look into it
//! and attest a level, for a time. With that they bind it to a legal entity, once and for all: one
//! legal entity is one subject, and one subject has one history, whatever accounts act for it.
//!
//! A relationship begins when both sides want it: one proposes and the other accepts, or both sign
//! an agreement that anybody may bring, alone or many in one call. Either side ends it.
//!
//! With each of these changes the figures of the network are brought up to date, so that reading them
//! costs nothing. The work is bounded by the smaller number of partners of the two, and its weight
//! is charged by it.
//!
//! ### Who may do what
//!
//! | call | origin |
//! |---|---|
//! | [`register_enterprise`](pallet::Pallet::register_enterprise) | any account that belongs to no enterprise |
//! | [`sponsor_enterprise`](pallet::Pallet::sponsor_enterprise) | a member |
//! | [`update_enterprise`](pallet::Pallet::update_enterprise), [`close_enterprise`](pallet::Pallet::close_enterprise), [`offer_control`](pallet::Pallet::offer_control) | the controller |
//! | [`attest_enterprise`](pallet::Pallet::attest_enterprise) | a registrar |
//! | [`revoke_attestation`](pallet::Pallet::revoke_attestation) | the registrar that attested, or [`Config::GovernanceOrigin`] |
//! | [`accept_control`](pallet::Pallet::accept_control) | the account that control was offered to |
//! | [`start_recovery`](pallet::Pallet::start_recovery) | a registrar, or [`Config::GovernanceOrigin`] |
//! | [`cancel_recovery`](pallet::Pallet::cancel_recovery) | the controller, who started it, or [`Config::GovernanceOrigin`] |
//! | [`finish_recovery`](pallet::Pallet::finish_recovery) | the account that it names |
//! | [`propose_relationship`](pallet::Pallet::propose_relationship), [`withdraw_proposal`](pallet::Pallet::withdraw_proposal), [`answer_proposal`](pallet::Pallet::answer_proposal), [`end_relationship`](pallet::Pallet::end_relationship) | the controller of one of the two |
//! | [`submit_agreement`](pallet::Pallet::submit_agreement), [`submit_agreements`](pallet::Pallet::submit_agreements) | any account |
//!
//! ### An enterprise's way, by example
//!
//! 1. A platform registers the trader Anna, who holds no tokens, with her signature.
//! 2. The registration authority looks Anna up, attests that her number exists, and names the legal
//!    entity. Should Anna try again with another account, the second attestation is refused.
//! 3. Anna and a buyer sign that she supplies it; the platform brings the agreement with sixty others
//!    in one call. From this block on the two are partners, and the figures say so.
//! 4. Anna loses her key. The authority names her new account. Three days later the new account
//!    takes over: the same subject, with the same history and the same partners.
//! 5. A year later the attestation lapses: everybody sees level none, and an event tells.
//!
//! ### Days
//!
//! Times are whole days since the UNIX epoch. *Until* always names the last day on which something
//! holds. Delays count from the day after, so that they are never shorter than they are called.
//!
//! ### Work per block
//!
//! Attestations that lapsed stand in a queue by their last day. They are worked off at the start of
//! each block within [`Config::MaxLapseWeight`], and what does not fit is carried over. That only
//! tidies up and tells: a verification that is over counts for nothing from the first block on.
//!
//! ### Signatures
//!
//! An enterprise signs [`Agreement::payload`] and [`Consent::payload`], as they are or between
//! `<Bytes>` and `</Bytes>`, as browser wallets insist. Both payloads name the chain by its first
//! block, so that what was signed for one chain is worth nothing on another.
//!
//! An agreement names a counter of each side that rises whenever a relationship of that side ends:
//! nothing signed before an end can be used after it. The counter is drawn from one for the whole
//! network, so it does not start anew when an enterprise is closed and registers again.
//!
//! ## Assumptions
//!
//! * Registrars agree on how a legal entity's commitment is made, with a secret that they share, so
//!   that the same entity gives the same commitment at each of them and nobody else can guess it.
//! * A registrar that starts a recovery has seen the enterprise's people. The delay and the event
//!   are there for when it has not: the controller can cancel, and two thirds of the seats can.
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
mod control;
mod identity;
mod impls;
mod lapses;
#[cfg(test)]
mod mock;
mod network;
mod party;
mod relationships;
mod reports;
mod signatures;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use alloc::vec::Vec;
use frame::{
	deps::frame_support::weights::WeightMeter,
	prelude::*,
	traits::{Consideration, Footprint, UnixTime, Verify},
};
use hanse_network_model::{
	Arcs, EnterpriseId, NetworkFigures, Partner, Position, RelationshipKind,
};
#[cfg(feature = "runtime-benchmarks")]
use hanse_signatures::SigningKeys;
use hanse_traits::{Membership, Subjects, TradeActivity};
use hanse_types::{
	Agreement, Commitment, Consent, CountryCode, Day, EnterpriseDetails, EnterpriseReport,
	ProposalReport, RecoveryReport, RelationshipReport, Role, SignedAgreement, VerificationLevel,
};

/// The accounts of an enterprise that do not act for it any more.
pub type AccountsOf<T> =
	BoundedVec<<T as frame_system::Config>::AccountId, <T as Config>::MaxAccounts>;

/// An enterprise as it is stored.
pub type EnterpriseOf<T> = Enterprise<
	<T as frame_system::Config>::AccountId,
	AccountsOf<T>,
	<T as Config>::RegistrationDeposit,
>;

/// A relationship as it is stored.
pub type RelationshipOf<T> =
	Relationship<<T as frame_system::Config>::AccountId, <T as Config>::RelationshipDeposit>;

/// A proposal as it is stored.
pub type ProposalOf<T> =
	Proposal<<T as frame_system::Config>::AccountId, <T as Config>::ProposalDeposit>;

/// An agreement with both signatures.
pub type SignedAgreementOf<T> =
	SignedAgreement<<T as frame_system::Config>::AccountId, <T as Config>::Signature>;

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
		/// What calls and lapses cost.
		type WeightInfo: WeightInfo;

		/// Who is a member, and in which roles.
		type Members: Membership<Self::AccountId>;

		/// The time of the block.
		type Time: UnixTime;

		/// Two thirds of the seats: may revoke any attestation, cancel any recovery, and start one
		/// that the controller cannot cancel, for a key that was stolen.
		type GovernanceOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// What an enterprise pays for its place in the state, or its sponsor for it.
		type RegistrationDeposit: Consideration<Self::AccountId, Footprint>;

		/// What a relationship costs whoever brought it, while it lasts.
		type RelationshipDeposit: Consideration<Self::AccountId, Footprint>;

		/// What a proposal costs whoever makes it, until it is answered.
		type ProposalDeposit: Consideration<Self::AccountId, Footprint>;

		/// How enterprises sign off chain.
		type Signature: Verify<Signer: IdentifyAccount<AccountId = Self::AccountId>> + Parameter;

		/// How many partners an enterprise may have. It bounds the work when a relationship begins or
		/// ends. An upgrade may raise it but not lower it: longer lists could not be read any more.
		#[pallet::constant]
		type MaxPartners: Get<u32>;

		/// How many accounts an enterprise may have, those included that acted for it before. A
		/// quarter of them is kept for recoveries. An upgrade may raise it but not lower it.
		#[pallet::constant]
		type MaxAccounts: Get<u32>;

		/// How many agreements one call may carry.
		#[pallet::constant]
		type MaxBatch: Get<u32>;

		/// How much work the agreements of one call may cause: the sum, over the agreements, of the
		/// smaller number of partners of the two sides.
		#[pallet::constant]
		type MaxBatchSteps: Get<u32>;

		/// For how many days a registrar may attest.
		#[pallet::constant]
		type MaxAttestation: Get<Day>;

		/// How many days ahead the last day of an agreement, or of a consent to be registered, may
		/// lie.
		#[pallet::constant]
		type AgreementLifetime: Get<Day>;

		/// How many days pass between the start of a recovery and its end.
		#[pallet::constant]
		type RecoveryDelay: Get<Day>;

		/// After how many days without an order a relationship is dormant.
		#[pallet::constant]
		type DormantAfter: Get<Day>;

		/// How much of each block the lapse of attestations may take at its start.
		#[pallet::constant]
		type MaxLapseWeight: Get<Weight>;

		/// Signs for benchmarks; [`hanse_signatures::Sr25519Keys`] for a runtime with the usual
		/// signatures.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: SigningKeys<Self::AccountId, Self::Signature>;
	}

	/// The enterprises by their ids.
	// Twox: ids are given by the pallet. So in the other maps with ids.
	#[pallet::storage]
	pub(crate) type Enterprises<T: Config> =
		StorageMap<_, Twox64Concat, EnterpriseId, EnterpriseOf<T>>;

	/// Which enterprise an account belongs to: as its controller, its subject, or one that acted for
	/// it before.
	// Blake2: accounts and commitments are chosen by their owners.
	#[pallet::storage]
	pub(crate) type Accounts<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, EnterpriseId>;

	/// The id of the next enterprise. None is given twice.
	#[pallet::storage]
	pub(crate) type NextId<T: Config> = StorageValue<_, EnterpriseId, ValueQuery>;

	/// Which enterprise is which legal entity. An entry stays for good.
	#[pallet::storage]
	pub(crate) type Entities<T: Config> = StorageMap<_, Blake2_128Concat, Commitment, EnterpriseId>;

	/// To whom a controller offered its place.
	#[pallet::storage]
	pub(crate) type Offers<T: Config> = StorageMap<_, Twox64Concat, EnterpriseId, T::AccountId>;

	/// The recoveries that are under way.
	#[pallet::storage]
	pub(crate) type Recoveries<T: Config> =
		StorageMap<_, Twox64Concat, EnterpriseId, Recovery<T::AccountId>>;

	/// Where each enterprise stands in the network. There is no entry for one without partners.
	#[pallet::storage]
	pub(crate) type Positions<T: Config> =
		StorageMap<_, Twox64Concat, EnterpriseId, Position, ValueQuery>;

	/// The partners of each enterprise, sorted by id. There is no entry for one without partners.
	#[pallet::storage]
	pub(crate) type Partners<T: Config> =
		StorageMap<_, Twox64Concat, EnterpriseId, BoundedVec<Partner, T::MaxPartners>, ValueQuery>;

	/// The relationships, the smaller id first.
	#[pallet::storage]
	pub(crate) type Relationships<T: Config> =
		StorageMap<_, Twox64Concat, (EnterpriseId, EnterpriseId), RelationshipOf<T>>;

	/// The proposals, by who is to answer, who made it, and the arc.
	#[pallet::storage]
	pub(crate) type Proposals<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, EnterpriseId>,
			NMapKey<Twox64Concat, EnterpriseId>,
			NMapKey<Twox64Concat, Arcs>,
		),
		ProposalOf<T>,
	>;

	/// How many proposals an enterprise has made or received that are not answered.
	#[pallet::storage]
	pub(crate) type OpenProposals<T: Config> =
		StorageMap<_, Twox64Concat, EnterpriseId, u32, ValueQuery>;

	/// The number of the last ending of a relationship.
	#[pallet::storage]
	pub(crate) type LastEnding<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// The figures of the network, and the period that they are of.
	#[pallet::storage]
	pub(crate) type Figures<T: Config> = StorageValue<_, FiguresAt, ValueQuery>;

	/// How many relationships there are between enterprises of two countries, in alphabetical order.
	/// There is no entry for none.
	// Identity: there are 249 countries, and nobody can choose among more pairs than those.
	#[pallet::storage]
	pub(crate) type CountryPairs<T: Config> =
		StorageMap<_, Identity, (CountryCode, CountryCode), u32, ValueQuery>;

	/// Whose verification ends, by its last day.
	#[pallet::storage]
	pub(crate) type Lapses<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Day, Twox64Concat, EnterpriseId, ()>;

	/// The first day whose lapses are not all worked off. `None` before the first attestation.
	#[pallet::storage]
	pub(crate) type LapseCursor<T: Config> = StorageValue<_, Day>;

	/// Why money of an account is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// For an enterprise that it registered.
		#[codec(index = 0)]
		Registration,
		/// For a relationship that it brought.
		#[codec(index = 1)]
		Relationship,
		/// For a proposal that it made.
		#[codec(index = 2)]
		Proposal,
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An enterprise joined.
		EnterpriseRegistered {
			/// The account that stands for it in all records, and acts for it.
			subject: T::AccountId,
			/// Its number in the network.
			id: EnterpriseId,
			/// The member that registered it, if it did not do so itself.
			sponsor: Option<T::AccountId>,
			/// What it says about itself.
			details: EnterpriseDetails,
		},
		/// An enterprise says something else about itself.
		EnterpriseUpdated {
			/// Which.
			subject: T::AccountId,
			/// What it said before.
			before: EnterpriseDetails,
			/// What it says now.
			details: EnterpriseDetails,
		},
		/// An enterprise left, and all of its accounts are free.
		EnterpriseClosed {
			/// Which.
			subject: T::AccountId,
			/// The number that it had.
			id: EnterpriseId,
		},
		/// A registrar attested who an enterprise is.
		EnterpriseAttested {
			/// Which.
			subject: T::AccountId,
			/// Who attested.
			registrar: T::AccountId,
			/// How far it was verified before.
			before: VerificationLevel,
			/// How far it is now.
			level: VerificationLevel,
			/// The legal entity that it is.
			entity: Commitment,
			/// The last day on which the attestation holds.
			until: Day,
		},
		/// An attestation was taken back.
		AttestationRevoked {
			/// Whose.
			subject: T::AccountId,
			/// How far it had been verified.
			before: VerificationLevel,
			/// Who had attested.
			registrar: T::AccountId,
			/// Whether governance took it back, and not the registrar itself.
			by_governance: bool,
		},
		/// An enterprise moved to another address, so that what was attested of the old one is void.
		VerificationLowered {
			/// Which.
			subject: T::AccountId,
			/// How far it was verified before.
			before: VerificationLevel,
			/// How far it is now.
			level: VerificationLevel,
		},
		/// The last day of an attestation is over.
		VerificationLapsed {
			/// Whose.
			subject: T::AccountId,
			/// How far it had been verified.
			before: VerificationLevel,
			/// Who had attested.
			registrar: T::AccountId,
			/// The last day.
			until: Day,
		},
		/// A controller offered its place to another account, or took the offer back.
		ControlOffered {
			/// Whose control.
			subject: T::AccountId,
			/// To whom it had been offered before.
			before: Option<T::AccountId>,
			/// To whom it is now.
			account: Option<T::AccountId>,
		},
		/// Another account acts for an enterprise.
		ControllerChanged {
			/// Which.
			subject: T::AccountId,
			/// Who did before.
			before: T::AccountId,
			/// Who does now.
			account: T::AccountId,
		},
		/// An enterprise is to be given to another account because its key is lost. Who knows better
		/// must cancel before the day it is ready.
		RecoveryStarted {
			/// Which.
			subject: T::AccountId,
			/// The account that is to act for it.
			account: T::AccountId,
			/// The registrar that says so; `None` if governance does.
			registrar: Option<T::AccountId>,
			/// The first day on which it can be finished.
			ready: Day,
		},
		/// A recovery was called off.
		RecoveryCancelled {
			/// Whose.
			subject: T::AccountId,
			/// The account that was to act for it.
			account: T::AccountId,
			/// Who called it off; `None` if governance did.
			by: Option<T::AccountId>,
		},
		/// A recovery was carried out; [`Event::ControllerChanged`] follows.
		RecoveryFinished {
			/// Whose.
			subject: T::AccountId,
			/// The account that acts for it now.
			account: T::AccountId,
		},
		/// An enterprise proposed a relationship.
		RelationshipProposed {
			/// Who.
			proposer: T::AccountId,
			/// To whom.
			partner: T::AccountId,
			/// What is to be given.
			kind: RelationshipKind,
			/// Whether the proposer is to give it; otherwise the partner is.
			proposer_gives: bool,
		},
		/// An enterprise took a proposal back.
		ProposalWithdrawn {
			/// Who.
			proposer: T::AccountId,
			/// From whom.
			partner: T::AccountId,
			/// What was to be given.
			kind: RelationshipKind,
			/// Whether the proposer was to give it.
			proposer_gives: bool,
		},
		/// An enterprise answered a proposal.
		ProposalAnswered {
			/// Whose.
			proposer: T::AccountId,
			/// Who answered.
			partner: T::AccountId,
			/// What is to be given.
			kind: RelationshipKind,
			/// Whether the proposer is to give it.
			proposer_gives: bool,
			/// Whether the answer is yes.
			accepted: bool,
		},
		/// Two enterprises became partners.
		RelationshipBegan {
			/// Who gives.
			giver: T::AccountId,
			/// Who receives.
			receiver: T::AccountId,
			/// What is given.
			kind: RelationshipKind,
			/// Who pays the deposit.
			payer: T::AccountId,
		},
		/// Two partners do something more for each other.
		RelationshipExtended {
			/// Who gives.
			giver: T::AccountId,
			/// Who receives.
			receiver: T::AccountId,
			/// What is given.
			kind: RelationshipKind,
		},
		/// Two enterprises are partners no more.
		RelationshipEnded {
			/// Who ended it.
			subject: T::AccountId,
			/// With whom.
			partner: T::AccountId,
			/// How many orders there were.
			orders: u64,
			/// The number of the ending: no agreement that either signed before it holds any more.
			ending: u32,
		},
		/// There was an order between two partners.
		OrderNoted {
			/// One.
			subject: T::AccountId,
			/// The other.
			partner: T::AccountId,
			/// The class of its amount.
			volume_class: u8,
		},
		/// An enterprise came to be in a closed ring.
		ClosedRingNoted {
			/// Which.
			subject: T::AccountId,
		},
		/// An enterprise ceased to be in a closed ring.
		ClosedRingOpened {
			/// Which.
			subject: T::AccountId,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The last day of the agreement is over.
		AgreementExpired,
		/// One side has ended a relationship since the agreement was signed.
		AgreementOutdated,
		/// The agreement at `index` of the batch is refused, and all others with it.
		AgreementRefused {
			/// Its place in the batch, from zero.
			index: u8,
			/// Why.
			cause: Cause,
		},
		/// The last day of the agreement is too far ahead.
		AgreementTooLong,
		/// The account acts for the enterprise already.
		AlreadyController,
		/// The same proposal has been made and not been answered.
		AlreadyProposed,
		/// The account belongs to an enterprise.
		AlreadyRegistered,
		/// The two do this for each other already.
		AlreadyRelated,
		/// The last day of the attestation is over, or is today.
		AttestationExpired,
		/// The last day of the attestation is too far ahead.
		AttestationTooLong,
		/// The agreements cause more work than one call may do: bring them in several.
		BatchTooHeavy,
		/// The last day of the consent is over.
		ConsentExpired,
		/// The last day of the consent is too far ahead.
		ConsentTooLong,
		/// Registrars have said that the enterprise is another legal entity.
		EntityMismatch,
		/// Another enterprise is this legal entity.
		EntityTaken,
		/// The recovery can be cancelled by others only.
		MayNotCancel,
		/// An attestation must be of a level.
		NoLevel,
		/// The enterprise's control is not on offer.
		NoOffer,
		/// There is no such proposal.
		NoProposal,
		/// No recovery of the enterprise is under way.
		NoRecovery,
		/// Another registrar attested, and it alone may take that back or lower it.
		NotAttester,
		/// Another account acts for the enterprise.
		NotController,
		/// The account is not that of a member.
		NotMember,
		/// The account belongs to no enterprise.
		NotRegistered,
		/// The account is not that of a registrar.
		NotRegistrar,
		/// The two are not partners.
		NotRelated,
		/// Another account is to take control.
		NotSuccessor,
		/// The enterprise is not verified.
		NotVerified,
		/// The enterprise was never verified, so that nobody can tell whose it is.
		NeverVerified,
		/// The call has no agreement in it.
		NothingSubmitted,
		/// An enterprise that was verified stays for good.
		OnceVerified,
		/// Proposals that the enterprise made or received are not answered.
		ProposalsPending,
		/// The recovery's delay is not over.
		RecoveryNotReady,
		/// A recovery of the enterprise is under way.
		RecoveryUnderWay,
		/// An enterprise is not its own partner.
		SelfRelationship,
		/// The enterprise has partners.
		StillRelated,
		/// The enterprise has as many accounts as it may have.
		TooManyAccounts,
		/// No more enterprises can be numbered.
		TooManyEnterprises,
		/// One of the two has as many partners as it may have.
		TooManyPartners,
		/// The country code is not assigned.
		UnknownCountry,
		/// The account named belongs to no enterprise.
		UnknownEnterprise,
		/// The partner's account belongs to no enterprise.
		UnknownPartner,
		/// There is no such division of ISIC Rev. 4.
		UnknownSector,
		/// What was verified cannot be changed while the verification holds.
		Verified,
		/// The giver did not sign the agreement for this chain.
		WrongGiverSignature,
		/// The receiver did not sign the agreement for this chain.
		WrongReceiverSignature,
		/// The account did not sign the consent for this chain.
		WrongSignature,
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// Everything about the enterprise that an account belongs to.
		pub fn enterprise(account: T::AccountId) -> Option<EnterpriseReport<T::AccountId>> {
			Self::report_enterprise(&account)
		}

		/// How far the enterprise that an account belongs to is verified now.
		pub fn verification(account: T::AccountId) -> VerificationLevel {
			<Self as Subjects<_>>::verification(&account)
		}

		/// The subject that is the legal entity with this commitment, once a registrar has said so;
		/// it stays when its verification ends.
		pub fn subject_of_entity(entity: Commitment) -> Option<T::AccountId> {
			Some(Enterprises::<T>::get(Entities::<T>::get(entity)?)?.subject)
		}

		/// The subject of the enterprise that an account belongs to; itself if to none.
		pub fn subject_of(account: T::AccountId) -> T::AccountId {
			<Self as Subjects<_>>::subject_of(&account)
		}

		/// To whom the control of the enterprise is offered.
		pub fn offer(account: T::AccountId) -> Option<T::AccountId> {
			Offers::<T>::get(Accounts::<T>::get(account)?)
		}

		/// The recovery of the enterprise that is under way.
		pub fn recovery(account: T::AccountId) -> Option<RecoveryReport<T::AccountId>> {
			let Recovery { account, registrar, ready } =
				Recoveries::<T>::get(Accounts::<T>::get(account)?)?;
			Some(RecoveryReport { account, registrar, ready })
		}

		/// The relationships of the enterprise in the order of its partners' ids, at most 256 at a
		/// time, beginning behind the partner `after`.
		pub fn relationships(
			account: T::AccountId,
			after: Option<T::AccountId>,
			limit: u32,
		) -> Vec<RelationshipReport<T::AccountId>> {
			Self::report_relationships(&account, after.as_ref(), limit).unwrap_or_default()
		}

		/// The proposals that the enterprise has to answer, at most 256 at a time, in an order of
		/// their own, beginning behind the one of the proposer, the kind, and whether the enterprise
		/// is to give.
		pub fn proposals(
			account: T::AccountId,
			after: Option<(T::AccountId, RelationshipKind, bool)>,
			limit: u32,
		) -> Vec<ProposalReport<T::AccountId>> {
			Self::report_proposals(&account, after.as_ref(), limit).unwrap_or_default()
		}

		/// Where the enterprise stands in the network.
		pub fn position(account: T::AccountId) -> Option<Position> {
			Accounts::<T>::get(account).map(Positions::<T>::get)
		}

		/// The figures of the network as they are now.
		pub fn network() -> NetworkFigures {
			Self::figures_now().figures
		}

		/// How many relationships there are between enterprises of two countries, in alphabetical
		/// order, at most 1,024 at a time, beginning behind the pair `after`.
		pub fn country_pairs(
			after: Option<(CountryCode, CountryCode)>,
			limit: u32,
		) -> Vec<(CountryCode, CountryCode, u32)> {
			Self::report_country_pairs(after, limit)
		}

		/// The ids and subjects of enterprises, at most 256 at a time, in an order of their own,
		/// beginning behind the id `after`.
		pub fn enterprises(
			after: Option<EnterpriseId>,
			limit: u32,
		) -> Vec<(EnterpriseId, T::AccountId)> {
			Self::report_enterprises(after, limit)
		}

		/// All relationships, at most 1,024 at a time, in an order of their own, beginning behind the
		/// pair `after`: the smaller id, the larger id, the bits of the arcs, the number of orders,
		/// and the day of the last one, zero if there was none.
		pub fn edges(
			after: Option<(EnterpriseId, EnterpriseId)>,
			limit: u32,
		) -> Vec<(EnterpriseId, EnterpriseId, u8, u64, Day)> {
			Self::report_edges(after, limit)
		}
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Registers the caller as an enterprise.
		///
		/// ## Dispatch Origin
		///
		/// Signed by an account that belongs to no enterprise.
		///
		/// ## Details
		///
		/// The account stands for the enterprise in all records, for good, and acts for it until it
		/// gives control away. It pays [`Config::RegistrationDeposit`].
		///
		/// ## Parameters
		///
		/// - `details`: what the enterprise says about itself. Nobody has checked it until a
		///   registrar attests.
		///
		/// ## Errors
		///
		/// - [`Error::UnknownCountry`], [`Error::UnknownSector`]
		/// - [`Error::AlreadyRegistered`]: the account belongs to an enterprise, if only as one that
		///   acted for it before.
		/// - [`Error::TooManyEnterprises`]
		/// - That of the deposit, if the account cannot pay it.
		///
		/// ## Events
		///
		/// - [`Event::EnterpriseRegistered`]
		#[pallet::call_index(0)]
		pub fn register_enterprise(
			origin: OriginFor<T>,
			details: EnterpriseDetails,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_register(account, None, details)
		}

		/// Registers an account as an enterprise, with its consent.
		///
		/// ## Dispatch Origin
		///
		/// Signed by a member, the sponsor.
		///
		/// ## Details
		///
		/// As [`Pallet::register_enterprise`], but the sponsor pays the fee and the deposit: the
		/// account needs no tokens. The sponsor has no power over the enterprise.
		///
		/// A consent can be used again until its last day, if the enterprise was closed meanwhile.
		///
		/// ## Parameters
		///
		/// - `account`: the account that is to be the enterprise's.
		/// - `details`: what the enterprise says about itself.
		/// - `until`: the last day of the consent.
		/// - `signature`: the account's signature over [`Consent::payload`].
		///
		/// ## Errors
		///
		/// - [`Error::NotMember`]
		/// - [`Error::ConsentExpired`], [`Error::ConsentTooLong`]: its last day is over, or more than
		///   [`Config::AgreementLifetime`] days ahead.
		/// - [`Error::UnknownCountry`], [`Error::UnknownSector`]
		/// - [`Error::AlreadyRegistered`], [`Error::TooManyEnterprises`]
		/// - [`Error::WrongSignature`]: by another account, for another sponsor, for other details,
		///   for another day or for another chain.
		/// - That of the deposit, if the sponsor cannot pay it.
		///
		/// ## Events
		///
		/// - [`Event::EnterpriseRegistered`]
		#[pallet::call_index(1)]
		pub fn sponsor_enterprise(
			origin: OriginFor<T>,
			account: T::AccountId,
			details: EnterpriseDetails,
			until: Day,
			signature: T::Signature,
		) -> DispatchResult {
			let sponsor = ensure_signed(origin)?;
			ensure!(T::Members::is_member(&sponsor), Error::<T>::NotMember);
			let consent = Consent { sponsor, account, details, until };
			Self::ensure_consent(&consent, &signature)?;
			Self::do_register(consent.account, Some(consent.sponsor), details)
		}

		/// Replaces what an enterprise says about itself.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the controller.
		///
		/// ## Details
		///
		/// While the enterprise is verified, its country, name and numbers are fixed: whoever changes
		/// them has to ask the registrar to take its attestation back first. The address may change,
		/// but what was attested beyond the registration number is void then. Sector and kind may
		/// change.
		///
		/// The country is also fixed while there are partners, since relationships are counted by
		/// countries.
		///
		/// ## Parameters
		///
		/// - `details`: all of them, those too that stay.
		///
		/// ## Errors
		///
		/// - [`Error::NotRegistered`], [`Error::NotController`]
		/// - [`Error::UnknownCountry`], [`Error::UnknownSector`]
		/// - [`Error::Verified`]: the country, the name or a number would change.
		/// - [`Error::StillRelated`]: the country would change.
		///
		/// ## Events
		///
		/// - [`Event::EnterpriseUpdated`]
		/// - [`Event::VerificationLowered`] if the address changed and had been checked.
		#[pallet::call_index(2)]
		pub fn update_enterprise(
			origin: OriginFor<T>,
			details: EnterpriseDetails,
		) -> DispatchResult {
			let (_, party) = Self::ensure_controller(origin)?;
			Self::do_update(party, details)
		}

		/// Removes an enterprise and everything about it.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the controller.
		///
		/// ## Details
		///
		/// All of its accounts are free again. The deposit goes back to who paid it.
		///
		/// ## Errors
		///
		/// - [`Error::NotRegistered`], [`Error::NotController`]
		/// - [`Error::OnceVerified`]: a registrar has bound it to a legal entity, so that it must not
		///   shed its history.
		/// - [`Error::StillRelated`]: end the relationships first.
		/// - [`Error::ProposalsPending`]: withdraw and answer them first.
		///
		/// ## Events
		///
		/// - [`Event::EnterpriseClosed`]
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::close_enterprise(T::MaxAccounts::get()))]
		pub fn close_enterprise(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
			let (_, party) = Self::ensure_controller(origin)?;
			let accounts = Self::do_close(party)?;
			Ok(Some(T::WeightInfo::close_enterprise(accounts)).into())
		}

		/// Attests who an enterprise is.
		///
		/// ## Dispatch Origin
		///
		/// Signed by a registrar.
		///
		/// ## Details
		///
		/// Takes the place of any attestation before. With the first one the enterprise is bound to
		/// the legal entity for good, even when the attestation ends.
		///
		/// ## Parameters
		///
		/// - `account`: any account of the enterprise.
		/// - `level`: how far the registrar looked.
		/// - `entity`: what stands for the legal entity among the registrars.
		/// - `until`: the last day on which the attestation holds.
		///
		/// ## Errors
		///
		/// - [`Error::NotRegistrar`]
		/// - [`Error::UnknownEnterprise`], [`Error::NoLevel`]
		/// - [`Error::AttestationExpired`], [`Error::AttestationTooLong`]: the last day is not after
		///   today, or more than [`Config::MaxAttestation`] days ahead.
		/// - [`Error::EntityTaken`]: another enterprise is this legal entity.
		/// - [`Error::EntityMismatch`]: this enterprise is another legal entity.
		/// - [`Error::NotAttester`]: another registrar's attestation holds, of a higher level. Only
		///   that registrar, or governance, can take it back.
		///
		/// ## Events
		///
		/// - [`Event::EnterpriseAttested`]
		/// - [`Event::VerificationLapsed`] before it, if the last attestation is over and that has
		///   not been told yet.
		#[pallet::call_index(4)]
		pub fn attest_enterprise(
			origin: OriginFor<T>,
			account: T::AccountId,
			level: VerificationLevel,
			entity: Commitment,
			until: Day,
		) -> DispatchResult {
			let registrar = Self::ensure_registrar(origin)?;
			Self::do_attest(registrar, &account, level, entity, until)
		}

		/// Takes an attestation back.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the registrar that attested, or [`Config::GovernanceOrigin`].
		///
		/// ## Details
		///
		/// The enterprise is not verified from now on. It stays bound to its legal entity.
		///
		/// ## Parameters
		///
		/// - `account`: any account of the enterprise.
		///
		/// ## Errors
		///
		/// - [`Error::UnknownEnterprise`], [`Error::NotVerified`]
		/// - [`Error::NotAttester`]: another registrar attested.
		///
		/// ## Events
		///
		/// - [`Event::AttestationRevoked`]
		#[pallet::call_index(5)]
		pub fn revoke_attestation(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			let by = Self::ensure_governance_or_signed(origin)?;
			Self::do_revoke(by, &account)
		}

		/// Offers the control of an enterprise to another account, or takes the offer back.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the controller.
		///
		/// ## Details
		///
		/// Nothing changes until the other account accepts, so that control is never given to an
		/// account that nobody has the key of. A new offer takes the place of the one before.
		///
		/// ## Parameters
		///
		/// - `account`: the account that is to act for the enterprise; `None` takes the offer back.
		///
		/// ## Errors
		///
		/// - [`Error::NotRegistered`], [`Error::NotController`]
		/// - [`Error::AlreadyController`]: it is the caller itself.
		/// - [`Error::AlreadyRegistered`]: it belongs to another enterprise.
		/// - [`Error::TooManyAccounts`]: three quarters of [`Config::MaxAccounts`] are taken, and it
		///   is not one of those that acted for the enterprise before.
		/// - [`Error::NoOffer`]: there is none to take back.
		///
		/// ## Events
		///
		/// - [`Event::ControlOffered`]
		#[pallet::call_index(6)]
		pub fn offer_control(
			origin: OriginFor<T>,
			account: Option<T::AccountId>,
		) -> DispatchResult {
			let (_, party) = Self::ensure_controller(origin)?;
			Self::do_offer(party, account)
		}

		/// Takes the control of an enterprise that was offered.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the account that it was offered to.
		///
		/// ## Details
		///
		/// The account before still belongs to the enterprise, and to no other: records about it are
		/// records about the same subject. It may be offered control again.
		///
		/// ## Parameters
		///
		/// - `subject`: any account of the enterprise.
		///
		/// ## Errors
		///
		/// - [`Error::UnknownEnterprise`], [`Error::NoOffer`]
		/// - [`Error::NotSuccessor`]: control was offered to another account.
		/// - [`Error::AlreadyRegistered`]: the caller belongs to another enterprise by now.
		/// - [`Error::TooManyAccounts`]: three quarters of [`Config::MaxAccounts`] are taken by now,
		///   and the caller is not one of those that acted for the enterprise before.
		///
		/// ## Events
		///
		/// - [`Event::ControllerChanged`]
		#[pallet::call_index(7)]
		pub fn accept_control(origin: OriginFor<T>, subject: T::AccountId) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_accept_control(account, &subject)
		}

		/// Starts to give an enterprise whose key is lost to another account.
		///
		/// ## Dispatch Origin
		///
		/// Signed by a registrar, or [`Config::GovernanceOrigin`].
		///
		/// ## Details
		///
		/// After [`Config::RecoveryDelay`] days the new account can take over, unless the recovery
		/// is cancelled before. The controller can cancel what a registrar started, but not what
		/// governance did: that is for a key in the wrong hands.
		///
		/// ## Parameters
		///
		/// - `subject`: any account of the enterprise.
		/// - `account`: the account that is to act for it.
		///
		/// ## Errors
		///
		/// - [`Error::NotRegistrar`]
		/// - [`Error::UnknownEnterprise`]
		/// - [`Error::NeverVerified`]: no registrar ever said whose it is.
		/// - [`Error::RecoveryUnderWay`]
		/// - [`Error::AlreadyController`]: the account acts for it already.
		/// - [`Error::AlreadyRegistered`]: the account belongs to another enterprise.
		/// - [`Error::TooManyAccounts`]: all [`Config::MaxAccounts`] are taken, and the account is not
		///   one of those that acted for the enterprise before.
		///
		/// ## Events
		///
		/// - [`Event::RecoveryStarted`]
		#[pallet::call_index(8)]
		pub fn start_recovery(
			origin: OriginFor<T>,
			subject: T::AccountId,
			account: T::AccountId,
		) -> DispatchResult {
			let by = Self::ensure_governance_or_registrar(origin)?;
			Self::do_start_recovery(by, &subject, account)
		}

		/// Calls a recovery off.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::GovernanceOrigin`]; or, if a registrar started it, signed by that registrar or
		/// by the enterprise's controller.
		///
		/// ## Parameters
		///
		/// - `subject`: any account of the enterprise.
		///
		/// ## Errors
		///
		/// - [`Error::UnknownEnterprise`], [`Error::NoRecovery`]
		/// - [`Error::MayNotCancel`]
		///
		/// ## Events
		///
		/// - [`Event::RecoveryCancelled`]
		#[pallet::call_index(9)]
		pub fn cancel_recovery(origin: OriginFor<T>, subject: T::AccountId) -> DispatchResult {
			let by = Self::ensure_governance_or_signed(origin)?;
			Self::do_cancel_recovery(by, &subject)
		}

		/// Takes the control of an enterprise at the end of its recovery.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the account that the recovery names.
		///
		/// ## Details
		///
		/// The account before belongs to the enterprise still, but does not act for it any more. An
		/// offer of control that it had made is void.
		///
		/// ## Parameters
		///
		/// - `subject`: any account of the enterprise.
		///
		/// ## Errors
		///
		/// - [`Error::UnknownEnterprise`], [`Error::NoRecovery`]
		/// - [`Error::NotSuccessor`]: the recovery names another account.
		/// - [`Error::RecoveryNotReady`]
		/// - [`Error::NotRegistrar`]: who started the recovery has lost the role since.
		/// - [`Error::AlreadyController`], [`Error::AlreadyRegistered`], [`Error::TooManyAccounts`]:
		///   the caller acts for this enterprise, belongs to another one, or would be one account too
		///   many, by now.
		///
		/// ## Events
		///
		/// - [`Event::RecoveryFinished`], [`Event::ControllerChanged`]
		/// - [`Event::ControlOffered`] if an offer is void.
		#[pallet::call_index(10)]
		pub fn finish_recovery(origin: OriginFor<T>, subject: T::AccountId) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_finish_recovery(account, &subject)
		}

		/// Proposes a relationship, or a further arc of one, to another enterprise.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the controller of the one that proposes.
		///
		/// ## Details
		///
		/// The caller pays [`Config::ProposalDeposit`] until the proposal is answered or withdrawn.
		/// If the partner made the same proposal the other way round, one of the two still has to be
		/// accepted.
		///
		/// ## Parameters
		///
		/// - `partner`: any account of the other enterprise.
		/// - `kind`: what is to be given.
		/// - `gives`: whether the caller's enterprise is to give it; otherwise the partner is.
		///
		/// ## Errors
		///
		/// - [`Error::NotRegistered`], [`Error::NotController`]
		/// - [`Error::UnknownPartner`], [`Error::SelfRelationship`]
		/// - [`Error::AlreadyRelated`], [`Error::AlreadyProposed`]
		/// - [`Error::TooManyPartners`]: one of the two has [`Config::MaxPartners`].
		/// - That of the deposit, if the caller cannot pay it.
		///
		/// ## Events
		///
		/// - [`Event::RelationshipProposed`]
		#[pallet::call_index(11)]
		pub fn propose_relationship(
			origin: OriginFor<T>,
			partner: T::AccountId,
			kind: RelationshipKind,
			gives: bool,
		) -> DispatchResult {
			let (account, party) = Self::ensure_controller(origin)?;
			Self::do_propose(account, party, &partner, kind, gives)
		}

		/// Takes a proposal back.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the controller of the one that proposed.
		///
		/// ## Details
		///
		/// The deposit goes back to who paid it.
		///
		/// ## Parameters
		///
		/// - `partner`: any account of the other enterprise.
		/// - `kind`: what was to be given.
		/// - `gives`: whether the caller's enterprise was to give it.
		///
		/// ## Errors
		///
		/// - [`Error::NotRegistered`], [`Error::NotController`]
		/// - [`Error::UnknownPartner`], [`Error::NoProposal`]
		///
		/// ## Events
		///
		/// - [`Event::ProposalWithdrawn`]
		#[pallet::call_index(12)]
		pub fn withdraw_proposal(
			origin: OriginFor<T>,
			partner: T::AccountId,
			kind: RelationshipKind,
			gives: bool,
		) -> DispatchResult {
			let (_, party) = Self::ensure_controller(origin)?;
			Self::do_withdraw(party, &partner, kind, gives)
		}

		/// Accepts or declines a proposal.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the controller of the one that it was made to.
		///
		/// ## Details
		///
		/// The proposal's deposit goes back. If the relationship begins with it, who paid that
		/// deposit pays [`Config::RelationshipDeposit`] instead, until the relationship ends.
		///
		/// ## Parameters
		///
		/// - `partner`: any account of the enterprise that proposed.
		/// - `kind`: what is to be given.
		/// - `gives`: whether the caller's enterprise is to give it; otherwise the partner is.
		/// - `accept`: whether the arc begins.
		///
		/// ## Errors
		///
		/// - [`Error::NotRegistered`], [`Error::NotController`]
		/// - [`Error::UnknownPartner`], [`Error::NoProposal`]
		/// - [`Error::AlreadyRelated`]: they agreed otherwise meanwhile. Decline it.
		/// - [`Error::TooManyPartners`]: one of the two has [`Config::MaxPartners`].
		/// - That of the deposit, if who proposed cannot pay it.
		///
		/// ## Events
		///
		/// - [`Event::ProposalAnswered`]
		/// - [`Event::RelationshipBegan`] or [`Event::RelationshipExtended`]
		/// - [`Event::ClosedRingNoted`], [`Event::ClosedRingOpened`] for each to whom that happens.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::answer_proposal(T::MaxPartners::get()))]
		pub fn answer_proposal(
			origin: OriginFor<T>,
			partner: T::AccountId,
			kind: RelationshipKind,
			gives: bool,
			accept: bool,
		) -> DispatchResultWithPostInfo {
			let (_, party) = Self::ensure_controller(origin)?;
			let steps = Self::do_answer(party, &partner, kind, gives, accept)?;
			Ok(Some(T::WeightInfo::answer_proposal(steps)).into())
		}

		/// Begins an arc that both sides signed.
		///
		/// ## Dispatch Origin
		///
		/// Signed by any account; usually that of a sponsor.
		///
		/// ## Details
		///
		/// The caller pays the fee and, if the relationship begins with it,
		/// [`Config::RelationshipDeposit`] until the relationship ends.
		///
		/// ## Parameters
		///
		/// - `agreement`: what both signed.
		/// - `giver_signature`, `receiver_signature`: over [`Agreement::payload`].
		///
		/// ## Errors
		///
		/// - [`Error::AgreementExpired`], [`Error::AgreementTooLong`]: its last day is over, or more
		///   than [`Config::AgreementLifetime`] days ahead.
		/// - [`Error::UnknownPartner`], [`Error::NotController`]: the account of one side belongs to
		///   no enterprise, or does not act for it any more.
		/// - [`Error::AgreementOutdated`]: one side has ended a relationship meanwhile.
		/// - [`Error::SelfRelationship`], [`Error::AlreadyRelated`], [`Error::TooManyPartners`]
		/// - [`Error::WrongGiverSignature`], [`Error::WrongReceiverSignature`]
		/// - That of the deposit, if the caller cannot pay it.
		///
		/// ## Events
		///
		/// - [`Event::RelationshipBegan`] or [`Event::RelationshipExtended`]
		/// - [`Event::ClosedRingNoted`], [`Event::ClosedRingOpened`] for each to whom that happens.
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::submit_agreement(T::MaxPartners::get()))]
		pub fn submit_agreement(
			origin: OriginFor<T>,
			agreement: Agreement<T::AccountId>,
			giver_signature: T::Signature,
			receiver_signature: T::Signature,
		) -> DispatchResultWithPostInfo {
			let payer = ensure_signed(origin)?;
			let signed = SignedAgreement { agreement, giver_signature, receiver_signature };
			let steps = Self::do_submit(&signed, &payer, T::MaxPartners::get())?;
			Ok(Some(T::WeightInfo::submit_agreement(steps)).into())
		}

		/// Begins many arcs, each of which both of its sides signed: all of them, or none if one is
		/// refused.
		///
		/// ## Dispatch Origin
		///
		/// Signed by any account; usually that of a sponsor.
		///
		/// ## Details
		///
		/// As [`Pallet::submit_agreement`] for each, in order.
		///
		/// ## Parameters
		///
		/// - `agreements`: 1 to [`Config::MaxBatch`].
		///
		/// ## Errors
		///
		/// - [`Error::NothingSubmitted`]
		/// - [`Error::AgreementRefused`]: which one, and why.
		/// - [`Error::BatchTooHeavy`]: the two sides of the agreements have so many partners that
		///   they cause more work than [`Config::MaxBatchSteps`]. Bring fewer at a time.
		/// - That of the deposit, if the caller cannot pay it.
		///
		/// ## Events
		///
		/// Those of [`Pallet::submit_agreement`], for each.
		#[pallet::call_index(15)]
		#[pallet::weight(
			T::WeightInfo::submit_agreements(agreements.len() as u32, T::MaxBatchSteps::get())
		)]
		pub fn submit_agreements(
			origin: OriginFor<T>,
			agreements: BoundedVec<SignedAgreementOf<T>, T::MaxBatch>,
		) -> DispatchResultWithPostInfo {
			let payer = ensure_signed(origin)?;
			ensure!(!agreements.is_empty(), Error::<T>::NothingSubmitted);
			let steps = Self::do_submit_all(&agreements, &payer)?;
			Ok(Some(T::WeightInfo::submit_agreements(agreements.len() as u32, steps)).into())
		}

		/// Ends a relationship, with all of its arcs.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the controller of either side.
		///
		/// ## Details
		///
		/// The deposit goes back to who paid it. Agreements that either side has signed and nobody
		/// has brought yet, with whomever, are void.
		///
		/// ## Parameters
		///
		/// - `partner`: any account of the other enterprise.
		///
		/// ## Errors
		///
		/// - [`Error::NotRegistered`], [`Error::NotController`]
		/// - [`Error::UnknownPartner`], [`Error::NotRelated`]
		///
		/// ## Events
		///
		/// - [`Event::RelationshipEnded`]
		/// - [`Event::ClosedRingNoted`], [`Event::ClosedRingOpened`] for each to whom that happens.
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::end_relationship(T::MaxPartners::get()))]
		pub fn end_relationship(
			origin: OriginFor<T>,
			partner: T::AccountId,
		) -> DispatchResultWithPostInfo {
			let (_, party) = Self::ensure_controller(origin)?;
			let steps = Self::do_end(party, &partner)?;
			Ok(Some(T::WeightInfo::end_relationship(steps)).into())
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Lets attestations lapse. Runs before the transactions of the block, so that a block full
		/// of them cannot put it off.
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			let limit = meter.remaining().min(T::MaxLapseWeight::get());
			let mut own = WeightMeter::with_limit(limit);
			Self::lapse_in_hook(&mut own);
			meter.consume(own.consumed());
		}

		fn integrity_test() {
			assert!(
				(1..=u32::from(u16::MAX)).contains(&T::MaxPartners::get()),
				"the pairs of an enterprise's partners are counted in 32 bits"
			);
			assert!(
				T::MaxAccounts::get() >= 4,
				"an enterprise needs accounts for rotation and for recovery"
			);
			assert!(
				(1..=u32::from(u8::MAX)).contains(&T::MaxBatch::get()),
				"a refused agreement is named by an index of 8 bits"
			);
			assert!(
				T::MaxBatchSteps::get() >= T::MaxPartners::get(),
				"every agreement must fit into a batch if it is the only one"
			);
			assert!(T::MaxAttestation::get() >= 1, "an attestation must hold until tomorrow");
			assert!(T::RecoveryDelay::get() >= 1, "there must be time to cancel a recovery");
			assert!(
				T::MaxLapseWeight::get()
					.all_gte(T::WeightInfo::lapse_nothing().saturating_add(Self::lapse_step())),
				"the weight for lapses must suffice for one"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::try_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
