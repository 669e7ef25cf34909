//! # Consortium
//!
//! Members, their roles, and the validator set that follows from them.
//!
//! ## Pallet API
//!
//! See the [`pallet`] module for what clients see: calls, events, errors, configuration. Read
//! through the view functions ([`Pallet::member`], [`Pallet::members`], [`Pallet::application`],
//! [`Pallet::suspension`], [`Pallet::validators`], [`Pallet::nodes`] and others), not out of
//! storage: storage is no promise.
//!
//! ## Words
//!
//! * **Applicant**: an organisation that wants to be a member. It acts through one account.
//! * **Bond**: what an applicant puts up, and a member leaves there until it goes.
//! * **Sponsor**: the member that vouches for an applicant.
//! * **Member**: an organisation that the consortium admitted. It acts through one account.
//! * **Legal entity**: what the law knows the organisation as, by its identifier (LEI). One legal
//!   entity is at most one member.
//! * **Role**: what the consortium lets a member do.
//! * **Seat**: a vote in the collective. A member has one, unless the others suspended it by vote.
//! * **Suspended**: a member without rights for the time being. Otherwise it is in **good
//!   standing**.
//! * **Present**: not set aside for absence, which somebody else watches ([`Config::Presence`]).
//! * **Validator**: a member in good standing that has the validator role *and* registered session
//!   keys, and that is present.
//! * **Plan**: the validators that were last handed to the session pallet.
//! * **Node**: a machine of a member, by its identity on the peer-to-peer network.
//!
//! ## Overview
//!
//! One legal entity is one member, one vote and at most one validator; that is the whole defence
//! against a majority that someone invents. Two thirds of the seats admit and remove members, grant
//! and withdraw roles, and suspend and reinstate. Seats follow membership at once. The validator
//! set follows it through sessions: whenever a session begins, the one after it is planned, and this
//! pallet hands over the validators if they are not the ones it handed over before.
//!
//! | origin | may |
//! |---|---|
//! | [`Config::AdmitOrigin`] (two thirds) | [`admit_member`](Pallet::admit_member), [`reject_application`](Pallet::reject_application) |
//! | [`Config::RemoveOrigin`] (two thirds) | [`remove_member`](Pallet::remove_member) |
//! | [`Config::RoleOrigin`] (two thirds) | [`grant_role`](Pallet::grant_role), [`withdraw_role`](Pallet::withdraw_role) |
//! | [`Config::SuspendOrigin`] (two thirds) | [`suspend_member`](Pallet::suspend_member), [`reinstate_member`](Pallet::reinstate_member) |
//! | [`Config::ProvisionalOrigin`] (one third) | [`suspend_provisionally`](Pallet::suspend_provisionally) |
//! | [`Config::ParameterOrigin`] (two thirds) | [`set_min_validators`](Pallet::set_min_validators) |
//! | anyone who is no member | [`apply`](Pallet::apply) |
//! | the applicant | [`withdraw_application`](Pallet::withdraw_application) |
//! | a member in good standing | [`sponsor_application`](Pallet::sponsor_application) |
//! | the sponsor | [`withdraw_sponsorship`](Pallet::withdraw_sponsorship) |
//! | a member, suspended or not, for itself | [`resign`](Pallet::resign), [`register_nodes`](Pallet::register_nodes) |
//! | anyone | [`clear_application`](Pallet::clear_application) of an application that expired |
//!
//! What else a member wants changed it proposes to the others. Other pallets ask through
//! [`Membership`](hanse_traits::Membership) who is a member in which role, and let members in with
//! [`EnsureMember`] and [`EnsureMemberWithRole`]. A suspended member is none in their eyes.
//!
//! ### From an application to the first block
//!
//! 1. On Monday Danske Havne applies: it says who it is, that it wants to validate, and gives the
//!    hash of the documents that prove it, which it sends to the members. Its bond is held.
//! 2. On Tuesday the bank, a member, has read the documents and sponsors the application, by the
//!    hash of what it says. From now on not a letter of it can change: whatever is said otherwise has
//!    another hash.
//! 3. On Friday two thirds of the members have voted for the hash, in session 10. Danske Havne has a
//!    seat at once, and no keys yet: [`Event::ValidatorKeysMissing`] and
//!    [`Pallet::validators_without_keys`] say so. Its bond stays held.
//! 4. Still in session 10 its node makes keys, and its account registers them with the session
//!    pallet. [`Pallet::validators`] shows it.
//! 5. When session 11 begins, session 12 is planned with it ([`Event::ValidatorsPlanned`]).
//! 6. When session 12 begins, it authors and finalises.
//!
//! Whoever is not admitted gets its bond back: when it withdraws, when the members reject it, or,
//! through anyone who clears up, once its application has expired. Only when the members find that
//! an application was a fraud or a nuisance do they forfeit the bond, and then it is burnt.
//!
//! Several applicants may name one legal entity, for anybody can write down an identifier. The one
//! that the members admit has it, and the others cannot be admitted any more.
//!
//! ### Leaving
//!
//! A member resigns, or two thirds of the seats remove it. Either way the seat is gone at once, the
//! validator when the session after next begins, and the bond is its own again. It can apply anew,
//! through this or another account.
//!
//! ### Suspension
//!
//! | cause | decided by | ends | seat |
//! |---|---|---|---|
//! | [`Vote`](SuspensionCause::Vote) | two thirds | by a vote of two thirds | taken |
//! | [`Provisional`](SuspensionCause::Provisional) | one third, with evidence | by itself after [`Config::ProvisionalPeriod`], or by a vote of two thirds | kept |
//! | [`Misbehaviour`](SuspensionCause::Misbehaviour) | proof | by a vote of two thirds | kept |
//!
//! A suspended member keeps its roles and may not use them, and it does not validate. A suspension
//! by vote takes the place of the two others.
//!
//! One third of the seats may be able to do without a member for a few days, but it must not be able
//! to govern: a provisional suspension leaves the seat, so that two thirds are as many votes as
//! before; no more than a third of those who have seats are suspended without a vote of two thirds at
//! once; and after the end of one, the same member cannot be suspended provisionally again before
//! [`Config::ProvisionalCoolDown`] has passed. A suspension that has lapsed is not in force, even
//! before the next session clears it away with [`Event::SuspensionLapsed`].
//!
//! ### The validators that there must be
//!
//! No call leaves fewer validators than [`Pallet::minimum_validators`]: removal, resignation,
//! suspension and withdrawal of the role are refused with [`Error::TooFewValidators`]. Who does not
//! validate anyway, for want of keys or of presence or because it is suspended, can always go. The
//! last member with a seat cannot, since nobody could admit another ([`Error::LastSeat`]).
//!
//! ### Misbehaviour
//!
//! For a validator that is proven to have misbehaved,
//!
//! 1. it is disabled at once ([`Config::Disabling`]), and stays so, set after set, until it has left
//!    the set;
//! 2. [`Event::MisbehaviourReported`] tells everybody;
//! 3. it is suspended until a vote, unless too few validators would be left
//!    ([`Event::SuspensionNotPossible`]);
//! 4. a motion to remove it is started ([`Config::RemovalMotion`]): nobody is removed by a machine;
//! 5. the reporter is paid [`Config::ReporterReward`] out of its bond, or out of its free balance if
//!    the bond does not suffice ([`Event::ReporterRewarded`]).
//!
//! ### Nodes
//!
//! Members register which nodes are theirs, so that nodes can be told to talk to nobody else. The
//! nodes of a suspended member stay known: it may still be in the validator set for two sessions,
//! and whether it may listen has been decided when it was admitted. Two members may name one node;
//! if it could be named only once, a name could be squatted on.
//!
//! ## Assumptions
//!
//! * The runtime gives this pallet a lower index than the session pallet and the collective, whose
//!   own list of members stays empty at genesis. This pallet fills it.
//! * Only this pallet changes the seats.
//! * Session keys have one owner each, and nobody registers keys without proving to hold them; the
//!   session pallet sees to both. [`MemberIdOf`] keeps strangers from registering any.
//! * A validator that gives its keys back leaves the set without a vote. The minimum of validators
//!   cannot hold against that, so the runtime should not let `purge_keys` through. Should no
//!   validator be left with keys, this pallet hands over nothing rather than an empty set and says
//!   [`Event::NoValidatorEligible`].
//! * Whoever watches presence ([`Config::Presence`]) asks
//!   [`ValidatorPool`](hanse_traits::ValidatorPool) before it sets anybody aside, and sets nobody
//!   aside whom the minimum needs.
//! * The session pallet forgets who is disabled when the set changes. Whoever is suspended for
//!   misbehaviour is disabled again; a validator that could not be suspended, because too few would be
//!   left, comes back with the next change.
//! * A member that resigns or is removed has its bond back while it is in the validator set for up to
//!   two sessions more. The reward for proof against it then comes out of its free balance, if there
//!   is any, and not out of the bond that it puts up when it applies again.
//! * Nothing else holds money for [`HoldReason::Bond`].

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

mod applications;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod impls;
mod membership;
pub mod migrations;
mod misbehaviour;
#[cfg(test)]
mod mock;
mod origins;
mod session;
mod suspension;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::{BenchmarkHelper, SessionKeysFromAccount};
pub use misbehaviour::ProposeRemoval;
pub use origins::{EnsureMember, EnsureMemberWithRole};
pub use pallet::*;
pub use session::{DisableInSession, DisableValidator, MemberIdOf, UnitIdentificationOf};
pub use types::{Application, GenesisMember, Member, Suspension, SuspensionCause};
pub use weights::WeightInfo;

use alloc::vec::Vec;
use frame::{
	prelude::*,
	token::fungible::{self, Inspect, InspectHold},
	traits::ValidatorRegistration,
};
use hanse_traits::Presence;
use hanse_types::{CountryCode, LegalEntityId, NodeId, Role, Roles};
use sp_staking::SessionIndex;

/// A member's name.
pub type NameOf<T> = BoundedVec<u8, <T as Config>::MaxNameLength>;

/// A member as it is stored.
pub type MemberOf<T> = Member<NameOf<T>, <T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// An application as it is stored.
pub type ApplicationOf<T> =
	Application<NameOf<T>, <T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// A suspension as it is stored.
pub type SuspensionOf<T> = Suspension<BlockNumberFor<T>>;

/// The nodes of one member.
pub type NodesOf<T> = BoundedVec<NodeId, <T as Config>::MaxNodes>;

/// What bonds and rewards are counted in.
pub type BalanceOf<T> =
	<<T as Config>::Currency as Inspect<<T as frame_system::Config>::AccountId>>::Balance;

#[frame::pallet]
#[allow(clippy::expect_used, reason = "the pallet macro expands to it")]
pub mod pallet {
	use super::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(2);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// Who may admit a member and reject an applicant: two thirds of the seats, and nobody
		/// less.
		type AdmitOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who may remove a member: two thirds of the seats, and nobody less.
		type RemoveOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who may grant and withdraw roles.
		type RoleOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who may suspend a member without an end, and reinstate any: two thirds of the seats, and
		/// nobody less.
		type SuspendOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who may suspend a member for a while: one third of the seats.
		type ProvisionalOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who may change the parameters that are not constants.
		type ParameterOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// What bonds are held and rewards are paid in.
		type Currency: fungible::Mutate<Self::AccountId>
			+ fungible::hold::Mutate<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// The runtime's reasons for holding money, with the one of this pallet.
		type RuntimeHoldReason: From<HoldReason>;

		/// What an applicant puts up. High enough that nobody applies for fun, and that there is
		/// something to pay reporters of misbehaviour from.
		///
		/// It is released whatever it was when it was held. Yet a runtime that changes it while
		/// applications are open should bring the bonds of these to the new amount, for
		/// `try_state` compares.
		#[pallet::constant]
		type Bond: Get<BalanceOf<Self>>;

		/// What the reporter of misbehaviour gets, at most, from whoever misbehaved.
		#[pallet::constant]
		type ReporterReward: Get<BalanceOf<Self>>;

		/// For how long an application can be admitted, in blocks.
		#[pallet::constant]
		type ApplicationPeriod: Get<BlockNumberFor<Self>>;

		/// How long a provisional suspension lasts, in blocks.
		#[pallet::constant]
		type ProvisionalPeriod: Get<BlockNumberFor<Self>>;

		/// How long after the end of a provisional suspension the same member cannot be suspended
		/// provisionally again, in blocks.
		#[pallet::constant]
		type ProvisionalCoolDown: Get<BlockNumberFor<Self>>;

		/// How many applications there may be, those that expired and were not cleared included.
		#[pallet::constant]
		type MaxApplications: Get<u32>;

		/// How many nodes a member may register.
		#[pallet::constant]
		type MaxNodes: Get<u32>;

		/// The collective in which members have their seats. It is told about every change.
		type MembershipChanged: ChangeMembers<Self::AccountId>;

		/// The same collective, told about the members of the first hour.
		type MembershipInitialized: InitializeMembers<Self::AccountId>;

		/// Tells whether an account registered session keys. Without them it cannot validate.
		type Keys: ValidatorRegistration<Self::AccountId>;

		/// Tells whether a validator is present. Who is set aside for absence does not validate.
		type Presence: Presence<Self::AccountId>;

		/// Takes a validator out of consensus at once; [`DisableInSession`] for the session
		/// pallet.
		type Disabling: DisableValidator<Self::AccountId>;

		/// Starts the motion to remove a member that misbehaved.
		type RemovalMotion: ProposeRemoval<Self::AccountId>;

		/// How many members there may be. All of them are looked at whenever membership or the
		/// session changes.
		#[pallet::constant]
		type MaxMembers: Get<u32>;

		/// How long a member's name may be, in bytes.
		#[pallet::constant]
		type MaxNameLength: Get<u32>;

		/// Gives accounts session keys, for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// The members by their accounts.
	#[pallet::storage]
	pub(crate) type Members<T: Config> =
		CountedStorageMap<_, Blake2_128Concat, T::AccountId, MemberOf<T>>;

	/// Which member is which legal entity, so that no legal entity is two.
	#[pallet::storage]
	pub(crate) type LegalEntities<T: Config> =
		StorageMap<_, Blake2_128Concat, LegalEntityId, T::AccountId>;

	/// The applications by the accounts of the applicants, no more than
	/// [`Config::MaxApplications`].
	#[pallet::storage]
	pub(crate) type Applications<T: Config> =
		CountedStorageMap<_, Blake2_128Concat, T::AccountId, ApplicationOf<T>>;

	/// The suspended members, and those whose suspension has lapsed since the session began.
	#[pallet::storage]
	pub(crate) type Suspensions<T: Config> =
		CountedStorageMap<_, Blake2_128Concat, T::AccountId, SuspensionOf<T>>;

	/// When a member's last provisional suspension ended, or will end if nothing else ends it.
	#[pallet::storage]
	pub(crate) type ProvisionalUntil<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, BlockNumberFor<T>>;

	/// The nodes of the members that registered any.
	#[pallet::storage]
	pub(crate) type Nodes<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, NodesOf<T>>;

	/// How many validators no call may go below; at least one.
	#[pallet::storage]
	pub(crate) type MinimumValidators<T: Config> = StorageValue<_, u32, ValueQuery, ConstU32<1>>;

	/// The validators that were last handed to the session pallet, in order.
	///
	/// The session pallet takes any list for a change, even the same one, and a change makes
	/// GRANDPA start over and disabled validators come back. So it is told only what is new.
	#[pallet::storage]
	pub(crate) type PlannedValidators<T: Config> =
		StorageValue<_, BoundedVec<T::AccountId, T::MaxMembers>, ValueQuery>;

	/// Why this pallet holds money.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The bond of an applicant, or of a member that was one.
		#[codec(index = 0)]
		Bond,
	}

	#[pallet::genesis_config]
	#[derive(DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The members of the first hour.
		pub members: Vec<GenesisMember<T::AccountId>>,
		/// How many validators no call may go below; one if it is not given.
		pub min_validators: Option<u32>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			if let Some(minimum) = self.min_validators {
				assert!(minimum >= 1, "genesis: a chain without validators stands still");
				MinimumValidators::<T>::put(minimum);
			}
			for member in &self.members {
				Pallet::<T>::build_member(member);
			}
			T::MembershipInitialized::initialize_members(&Pallet::<T>::seats());
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An organisation became a member and has a seat.
		MemberAdmitted {
			/// The account that acts for it.
			account: T::AccountId,
			/// Everything that is known about it.
			member: MemberOf<T>,
		},
		/// An organisation was removed: it is no longer a member and has no seat.
		MemberRemoved {
			/// The account that acted for it.
			account: T::AccountId,
			/// Everything that was known about it.
			member: MemberOf<T>,
		},
		/// A member may do more than before.
		RoleGranted {
			/// The member.
			account: T::AccountId,
			/// The new role.
			role: Role,
		},
		/// A member may do less than before.
		RoleWithdrawn {
			/// The member.
			account: T::AccountId,
			/// The role it had.
			role: Role,
		},
		/// A member was given the validator role but cannot validate before it registers session
		/// keys.
		ValidatorKeysMissing {
			/// The member.
			account: T::AccountId,
		},
		/// The validators of a session to come were handed over because they are not the ones
		/// before.
		ValidatorsPlanned {
			/// The session from which on they author and finalise.
			session: SessionIndex,
			/// All of them, in order.
			validators: BoundedVec<T::AccountId, T::MaxMembers>,
		},
		/// A session was planned without a change because no member in good standing has the
		/// validator role and session keys and is present.
		NoValidatorEligible {
			/// The session.
			session: SessionIndex,
		},
		/// A validator was proven to have misbehaved, and was disabled as far as the limit on
		/// disabled validators allows.
		MisbehaviourReported {
			/// The validator, which need not be a member any more.
			account: T::AccountId,
			/// The session in which it happened.
			session: SessionIndex,
			/// How bad it is.
			severity: Perbill,
		},
		/// An organisation wants to be a member, and its bond is held.
		ApplicationSubmitted {
			/// The account that acts for it.
			account: T::AccountId,
			/// What to vote on.
			hash: H256,
			/// What it says about itself.
			application: ApplicationOf<T>,
		},
		/// An applicant does not want to be a member any more, and has its bond back.
		ApplicationWithdrawn {
			/// The account that acts for it.
			account: T::AccountId,
			/// What could have been voted on.
			hash: H256,
		},
		/// An application that expired was cleared away, and the applicant has its bond back.
		ApplicationCleared {
			/// The account that acts for the applicant.
			account: T::AccountId,
			/// What could have been voted on.
			hash: H256,
		},
		/// The members rejected an application.
		ApplicationRejected {
			/// The account that acts for the applicant.
			account: T::AccountId,
			/// What could have been voted on.
			hash: H256,
			/// How much of its bond was burnt; the rest it has back.
			forfeited: BalanceOf<T>,
		},
		/// A member vouches for an application.
		ApplicationSponsored {
			/// The account that acts for the applicant.
			account: T::AccountId,
			/// The member.
			sponsor: T::AccountId,
			/// What to vote on.
			hash: H256,
		},
		/// A member does not vouch for an application any more.
		SponsorshipWithdrawn {
			/// The account that acts for the applicant.
			account: T::AccountId,
			/// The member.
			sponsor: T::AccountId,
		},
		/// An organisation resigned: it is no longer a member and has no seat.
		MemberResigned {
			/// The account that acted for it.
			account: T::AccountId,
			/// Everything that was known about it.
			member: MemberOf<T>,
		},
		/// A member may do nothing for the time being. Another suspension that it was under is
		/// over.
		MemberSuspended {
			/// The member.
			account: T::AccountId,
			/// Why, and for how long.
			suspension: SuspensionOf<T>,
		},
		/// A suspension ended by vote, and the member has its seat.
		MemberReinstated {
			/// The member.
			account: T::AccountId,
		},
		/// A suspension that was limited in time is over, and was not in force any more already.
		SuspensionLapsed {
			/// The member.
			account: T::AccountId,
		},
		/// A validator that misbehaved was not suspended because fewer validators would be left
		/// than there must be.
		SuspensionNotPossible {
			/// The member.
			account: T::AccountId,
		},
		/// A motion to remove a member that misbehaved was started.
		RemovalProposed {
			/// The member.
			account: T::AccountId,
		},
		/// A motion to remove a member that misbehaved could not be started.
		RemovalNotProposed {
			/// The member.
			account: T::AccountId,
			/// Why; most often because there is one already.
			error: DispatchError,
		},
		/// Whoever reported misbehaviour was paid for it.
		ReporterRewarded {
			/// Who reported it.
			reporter: T::AccountId,
			/// Who misbehaved and paid.
			offender: T::AccountId,
			/// How much.
			amount: BalanceOf<T>,
		},
		/// A member said which nodes are its own.
		NodesRegistered {
			/// The member.
			account: T::AccountId,
			/// All of them.
			nodes: NodesOf<T>,
		},
		/// How many validators there must be has changed.
		MinimumValidatorsChanged {
			/// How many there had to be before.
			old: u32,
			/// How many there have to be now.
			new: u32,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The account is a member already.
		AlreadyMember,
		/// The check digits or the characters of the legal entity identifier are wrong.
		InvalidLegalEntity,
		/// The name is blank, is not UTF-8 or holds control characters.
		InvalidName,
		/// Another account is a member for the same legal entity.
		LegalEntityTaken,
		/// The account is not that of a member.
		NotMember,
		/// The member has the role already.
		RoleAlreadyGranted,
		/// The member does not have the role.
		RoleNotGranted,
		/// Fewer validators would be left than there must be, or a minimum was asked for that is
		/// zero or more than there are.
		TooFewValidators,
		/// There are as many members as there may be.
		TooManyMembers,
		/// The country code is not assigned.
		UnknownCountry,
		/// The account has applied already.
		AlreadyApplied,
		/// A member in good standing vouches for the application already.
		AlreadySponsored,
		/// The member is suspended already.
		AlreadySuspended,
		/// The application is not the one that the hash names.
		ApplicationChanged,
		/// The application has expired.
		ApplicationExpired,
		/// A node stands in the list twice.
		DuplicateNode,
		/// No member with a seat would be left.
		LastSeat,
		/// The account has not applied.
		NoApplication,
		/// The application has not expired yet.
		NotExpired,
		/// The account does not vouch for the application.
		NotSponsor,
		/// No member in good standing vouches for the application.
		NotSponsored,
		/// The member is not suspended.
		NotSuspended,
		/// The member that signed is suspended.
		Suspended,
		/// There are as many applications as there may be.
		TooManyApplications,
		/// As many members are suspended without a vote of two thirds as may be at once.
		TooManySuspended,
		/// The member's last provisional suspension ended too short a time ago.
		TooSoon,
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The member that acts through the account, suspended or not.
		pub fn member(account: T::AccountId) -> Option<MemberOf<T>> {
			Members::<T>::get(account)
		}

		/// All members with their accounts, suspended or not, in order of account.
		pub fn members() -> Vec<(T::AccountId, MemberOf<T>)> {
			let mut members = Members::<T>::iter().collect::<Vec<_>>();
			members.sort_by(|(a, _), (b, _)| a.cmp(b));
			members
		}

		/// The members that validate as soon as the sessions planned by now have passed: those
		/// in good standing, with the validator role and session keys, and present. In order of
		/// account.
		pub fn validators() -> Vec<T::AccountId> {
			Self::with_validator_role(Self::could_validate)
		}

		/// The members in good standing that have the validator role but do not validate for want
		/// of session keys, in order of account.
		pub fn validators_without_keys() -> Vec<T::AccountId> {
			Self::with_validator_role(|account| !T::Keys::is_registered(account))
		}

		/// Whether the account is that of a member with the role that is not suspended.
		pub fn has_role(account: T::AccountId, role: Role) -> bool {
			Members::<T>::get(&account).is_some_and(|member| member.roles.contains(role))
				&& Self::suspension_in_force(&account).is_none()
		}

		/// The account of the member that is the legal entity.
		pub fn account_of(legal_entity: LegalEntityId) -> Option<T::AccountId> {
			LegalEntities::<T>::get(legal_entity)
		}

		/// What the account says about itself that wants to be a member.
		pub fn application(account: T::AccountId) -> Option<ApplicationOf<T>> {
			Applications::<T>::get(account)
		}

		/// All applications with the accounts of the applicants, expired or not, in order of
		/// account.
		pub fn applications() -> Vec<(T::AccountId, ApplicationOf<T>)> {
			let mut applications = Applications::<T>::iter().collect::<Vec<_>>();
			applications.sort_by(|(a, _), (b, _)| a.cmp(b));
			applications
		}

		/// What sponsors and voters name the application of the account by: see
		/// [`Application::content_hash`].
		pub fn application_hash(account: T::AccountId) -> Option<H256> {
			Applications::<T>::get(account).map(|application| application.content_hash())
		}

		/// What is held of the account's bond, be it an applicant or a member.
		pub fn bond(account: T::AccountId) -> BalanceOf<T> {
			T::Currency::balance_on_hold(&HoldReason::Bond.into(), &account)
		}

		/// The suspension that the member is under now.
		pub fn suspension(account: T::AccountId) -> Option<SuspensionOf<T>> {
			Self::suspension_in_force(&account)
		}

		/// The nodes of the members that registered any, in order of account.
		pub fn nodes() -> Vec<(T::AccountId, Vec<NodeId>)> {
			let mut nodes = Nodes::<T>::iter()
				.map(|(account, nodes)| (account, nodes.into_inner()))
				.collect::<Vec<_>>();
			nodes.sort();
			nodes
		}

		/// How many validators no call may go below.
		pub fn minimum_validators() -> u32 {
			MinimumValidators::<T>::get()
		}
	}

	#[pallet::call(weight = T::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Admit an applicant to the consortium.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::AdmitOrigin`].
		///
		/// ## Details
		///
		/// The member has a seat at once. With the validator role it validates two sessions later,
		/// or two sessions after it registered session keys, if it has none yet. Its bond stays
		/// held.
		///
		/// The chain can check that an identifier is well-formed and used once, not that it is the
		/// organisation's own: that is what those who sponsor and vote have to look up.
		///
		/// ## Parameters
		///
		/// - `account`: The applicant.
		/// - `application`: The hash of what it said about itself, so that what was voted on is
		///   what is admitted: [`Pallet::application_hash`].
		///
		/// ## Errors
		///
		/// - [`Error::NoApplication`], [`Error::ApplicationChanged`],
		///   [`Error::ApplicationExpired`].
		/// - [`Error::NotSponsored`]: Nobody vouches for it, or the sponsor is no member any more or
		///   suspended.
		/// - [`Error::LegalEntityTaken`]: The organisation became a member through another account.
		/// - [`Error::TooManyMembers`]: [`Config::MaxMembers`] is reached.
		///
		/// ## Events
		///
		/// - [`Event::MemberAdmitted`].
		/// - [`Event::ValidatorKeysMissing`] if it is to validate and has no session keys.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::admit_member(T::MaxMembers::get()))]
		pub fn admit_member(
			origin: OriginFor<T>,
			account: T::AccountId,
			application: H256,
		) -> DispatchResultWithPostInfo {
			T::AdmitOrigin::ensure_origin(origin)?;
			let seats = Self::do_admit_applicant(account, application)?;
			Ok(Some(T::WeightInfo::admit_member(seats)).into())
		}

		/// Remove a member from the consortium.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::RemoveOrigin`].
		///
		/// ## Details
		///
		/// The member loses its seat and all roles at once; votes that it cast on open motions are
		/// taken back. If it validates, it stops two sessions later. What is left of its bond is
		/// released. Its legal entity can be admitted again, through this or another account.
		///
		/// A member that does not validate, for want of keys or presence or because it is
		/// suspended, can be removed whatever the number of validators.
		///
		/// ## Parameters
		///
		/// - `account`: The member.
		///
		/// ## Errors
		///
		/// - [`Error::NotMember`].
		/// - [`Error::TooFewValidators`]: The member validates and fewer others do than there must
		///   be.
		/// - [`Error::LastSeat`]: No other member has a seat.
		///
		/// ## Events
		///
		/// - [`Event::MemberRemoved`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::remove_member(T::MaxMembers::get()))]
		pub fn remove_member(
			origin: OriginFor<T>,
			account: T::AccountId,
		) -> DispatchResultWithPostInfo {
			T::RemoveOrigin::ensure_origin(origin)?;
			let member = Members::<T>::get(&account).ok_or(Error::<T>::NotMember)?;
			Self::ensure_can_go(&account, &member)?;

			let members = Self::do_remove(&account, &member);
			Self::deposit_event(Event::MemberRemoved { account, member });
			Ok(Some(T::WeightInfo::remove_member(members)).into())
		}

		/// Let a member do more.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::RoleOrigin`].
		///
		/// ## Details
		///
		/// Takes effect at once, but for the validator role, which takes effect two sessions
		/// later, or two sessions after the member registered session keys. A suspended member can
		/// use it when the suspension is over.
		///
		/// ## Parameters
		///
		/// - `account`: The member.
		/// - `role`: What it may do from now on.
		///
		/// ## Errors
		///
		/// - [`Error::NotMember`].
		/// - [`Error::RoleAlreadyGranted`].
		///
		/// ## Events
		///
		/// - [`Event::RoleGranted`].
		/// - [`Event::ValidatorKeysMissing`] if it is to validate and has no session keys.
		#[pallet::call_index(2)]
		pub fn grant_role(
			origin: OriginFor<T>,
			account: T::AccountId,
			role: Role,
		) -> DispatchResult {
			T::RoleOrigin::ensure_origin(origin)?;
			let mut member = Members::<T>::get(&account).ok_or(Error::<T>::NotMember)?;
			ensure!(member.roles.insert(role), Error::<T>::RoleAlreadyGranted);

			Members::<T>::insert(&account, member);
			Self::deposit_event(Event::RoleGranted { account: account.clone(), role });
			if role == Role::Validator {
				Self::note_missing_keys(account);
			}
			Ok(())
		}

		/// Let a member do less.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::RoleOrigin`].
		///
		/// ## Details
		///
		/// Takes effect at once, but for the validator role, which is lost two sessions later.
		///
		/// ## Parameters
		///
		/// - `account`: The member.
		/// - `role`: What it may not do from now on.
		///
		/// ## Errors
		///
		/// - [`Error::NotMember`].
		/// - [`Error::RoleNotGranted`].
		/// - [`Error::TooFewValidators`]: The role is that of a validator, the member validates and
		///   fewer others do than there must be.
		///
		/// ## Events
		///
		/// - [`Event::RoleWithdrawn`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::withdraw_role(T::MaxMembers::get()))]
		pub fn withdraw_role(
			origin: OriginFor<T>,
			account: T::AccountId,
			role: Role,
		) -> DispatchResultWithPostInfo {
			T::RoleOrigin::ensure_origin(origin)?;
			let mut member = Members::<T>::get(&account).ok_or(Error::<T>::NotMember)?;
			ensure!(member.roles.contains(role), Error::<T>::RoleNotGranted);
			let mut looked_at = 1;
			if role == Role::Validator {
				Self::ensure_dispensable(&account, &member)?;
				looked_at = Members::<T>::count();
			}

			member.roles.remove(role);
			Members::<T>::insert(&account, member);
			Self::deposit_event(Event::RoleWithdrawn { account, role });
			Ok(Some(T::WeightInfo::withdraw_role(looked_at)).into())
		}

		/// Apply for membership.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the account that is to act for the organisation.
		///
		/// ## Details
		///
		/// [`Config::Bond`] is held until the application is withdrawn, rejected or cleared away,
		/// or, once the applicant is a member, until it is none any more. For
		/// [`Config::ApplicationPeriod`] the members can sponsor and admit it. To change what it
		/// says, withdraw it and apply again.
		///
		/// Others may have applied for the same legal entity, rightly or not; the members decide.
		///
		/// ## Parameters
		///
		/// - `name`: What the organisation is called, in UTF-8.
		/// - `country`: Where it is registered, by ISO 3166-1 alpha-2.
		/// - `legal_entity`: Its identifier (LEI) by ISO 17442.
		/// - `roles`: What it wants to do; none is allowed.
		/// - `documents`: A hash of the documents that prove it, which go to the members by another
		///   way.
		///
		/// ## Errors
		///
		/// - [`Error::InvalidName`], [`Error::UnknownCountry`], [`Error::InvalidLegalEntity`].
		/// - [`Error::AlreadyMember`]: The account acts for a member.
		/// - [`Error::LegalEntityTaken`]: The organisation is a member through another account.
		/// - [`Error::AlreadyApplied`].
		/// - [`Error::TooManyApplications`]: [`Config::MaxApplications`] is reached.
		/// - The currency's own if the account cannot pay the bond.
		///
		/// ## Events
		///
		/// - [`Event::ApplicationSubmitted`].
		#[pallet::call_index(4)]
		pub fn apply(
			origin: OriginFor<T>,
			name: NameOf<T>,
			country: CountryCode,
			legal_entity: LegalEntityId,
			roles: Roles,
			documents: H256,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_apply(account, name, country, legal_entity, roles, documents)
		}

		/// Withdraw one's application.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the applicant.
		///
		/// ## Details
		///
		/// The bond is released. An application that has expired can be withdrawn as well.
		///
		/// ## Errors
		///
		/// - [`Error::NoApplication`].
		///
		/// ## Events
		///
		/// - [`Event::ApplicationWithdrawn`].
		#[pallet::call_index(5)]
		pub fn withdraw_application(origin: OriginFor<T>) -> DispatchResult {
			let account = ensure_signed(origin)?;
			let application = Applications::<T>::take(&account).ok_or(Error::<T>::NoApplication)?;

			Self::release_bond(&account);
			let hash = application.content_hash();
			Self::deposit_event(Event::ApplicationWithdrawn { account, hash });
			Ok(())
		}

		/// Clear an application away that has expired.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anyone.
		///
		/// ## Details
		///
		/// The applicant has its bond back, and there is room for another application.
		///
		/// ## Parameters
		///
		/// - `account`: The applicant.
		///
		/// ## Errors
		///
		/// - [`Error::NoApplication`].
		/// - [`Error::NotExpired`].
		///
		/// ## Events
		///
		/// - [`Event::ApplicationCleared`].
		#[pallet::call_index(6)]
		pub fn clear_application(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			ensure_signed(origin)?;
			let application = Applications::<T>::get(&account).ok_or(Error::<T>::NoApplication)?;
			let now = frame_system::Pallet::<T>::block_number();
			ensure!(application.is_expired(now), Error::<T>::NotExpired);

			Applications::<T>::remove(&account);
			Self::release_bond(&account);
			let hash = application.content_hash();
			Self::deposit_event(Event::ApplicationCleared { account, hash });
			Ok(())
		}

		/// Reject an application.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::AdmitOrigin`].
		///
		/// ## Details
		///
		/// The applicant can apply again.
		///
		/// ## Parameters
		///
		/// - `account`: The applicant.
		/// - `forfeit`: Whether its bond is burnt instead of released.
		///
		/// ## Errors
		///
		/// - [`Error::NoApplication`].
		///
		/// ## Events
		///
		/// - [`Event::ApplicationRejected`].
		#[pallet::call_index(7)]
		pub fn reject_application(
			origin: OriginFor<T>,
			account: T::AccountId,
			forfeit: bool,
		) -> DispatchResult {
			T::AdmitOrigin::ensure_origin(origin)?;
			let application = Applications::<T>::take(&account).ok_or(Error::<T>::NoApplication)?;

			let forfeited = if forfeit {
				Self::burn_bond(&account)?
			} else {
				Self::release_bond(&account);
				Zero::zero()
			};
			let hash = application.content_hash();
			Self::deposit_event(Event::ApplicationRejected { account, hash, forfeited });
			Ok(())
		}

		/// Vouch for an application.
		///
		/// ## Dispatch Origin
		///
		/// Signed by a member in good standing.
		///
		/// ## Details
		///
		/// Without a sponsor nobody is admitted, and who the sponsor was stays with the member. A
		/// sponsor that has left or is suspended can be replaced by another.
		///
		/// ## Parameters
		///
		/// - `account`: The applicant.
		/// - `application`: The hash of what it said about itself, as the sponsor has read it.
		///
		/// ## Errors
		///
		/// - [`Error::NotMember`], [`Error::Suspended`]: about the one who signed.
		/// - [`Error::NoApplication`], [`Error::ApplicationChanged`],
		///   [`Error::ApplicationExpired`].
		/// - [`Error::AlreadySponsored`].
		///
		/// ## Events
		///
		/// - [`Event::ApplicationSponsored`].
		#[pallet::call_index(8)]
		pub fn sponsor_application(
			origin: OriginFor<T>,
			account: T::AccountId,
			application: H256,
		) -> DispatchResult {
			let sponsor = ensure_signed(origin)?;
			Self::do_sponsor(sponsor, account, application)
		}

		/// Vouch for an application no more.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the sponsor, be it still a member or not.
		///
		/// ## Parameters
		///
		/// - `account`: The applicant.
		///
		/// ## Errors
		///
		/// - [`Error::NoApplication`].
		/// - [`Error::NotSponsor`].
		///
		/// ## Events
		///
		/// - [`Event::SponsorshipWithdrawn`].
		#[pallet::call_index(9)]
		pub fn withdraw_sponsorship(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			let sponsor = ensure_signed(origin)?;
			Self::do_withdraw_sponsorship(sponsor, account)
		}

		/// Suspend a member until a vote reinstates it.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::SuspendOrigin`].
		///
		/// ## Details
		///
		/// The member loses its seat and may not use its roles, both at once; votes that it cast on
		/// open motions are taken back. If it validates, it stops two sessions later. It keeps its
		/// roles, its legal entity, its bond, its nodes and its session keys. A suspension of
		/// another cause is replaced.
		///
		/// ## Parameters
		///
		/// - `account`: The member.
		/// - `evidence`: A hash of what speaks against it.
		///
		/// ## Errors
		///
		/// - [`Error::NotMember`].
		/// - [`Error::AlreadySuspended`]: By a vote of two thirds.
		/// - [`Error::TooFewValidators`]: The member validates and fewer others do than there must
		///   be.
		/// - [`Error::LastSeat`]: No other member has a seat.
		///
		/// ## Events
		///
		/// - [`Event::MemberSuspended`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::suspend_member(T::MaxMembers::get()))]
		pub fn suspend_member(
			origin: OriginFor<T>,
			account: T::AccountId,
			evidence: H256,
		) -> DispatchResultWithPostInfo {
			T::SuspendOrigin::ensure_origin(origin)?;
			Self::do_suspend(account, evidence)?;
			Ok(Some(T::WeightInfo::suspend_member(Members::<T>::count())).into())
		}

		/// Suspend a member for a while.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::ProvisionalOrigin`].
		///
		/// ## Details
		///
		/// For [`Config::ProvisionalPeriod`] the member may not use its roles. It keeps its seat.
		/// If it validates, it stops two sessions later, and begins again two sessions after the
		/// end.
		///
		/// ## Parameters
		///
		/// - `account`: The member.
		/// - `evidence`: A hash of what speaks against it.
		///
		/// ## Errors
		///
		/// - [`Error::NotMember`].
		/// - [`Error::AlreadySuspended`]: For whatever cause.
		/// - [`Error::TooSoon`]: [`Config::ProvisionalCoolDown`] has not passed since the end of its
		///   last provisional suspension.
		/// - [`Error::TooManySuspended`]: More than a third of those who have seats would be
		///   suspended without a vote of two thirds.
		/// - [`Error::TooFewValidators`]: The member validates and fewer others do than there must
		///   be.
		///
		/// ## Events
		///
		/// - [`Event::MemberSuspended`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::suspend_provisionally(T::MaxMembers::get()))]
		pub fn suspend_provisionally(
			origin: OriginFor<T>,
			account: T::AccountId,
			evidence: H256,
		) -> DispatchResultWithPostInfo {
			T::ProvisionalOrigin::ensure_origin(origin)?;
			Self::do_suspend_provisionally(account, evidence)?;
			Ok(Some(T::WeightInfo::suspend_provisionally(Members::<T>::count())).into())
		}

		/// End the suspension of a member, whatever its cause.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::SuspendOrigin`].
		///
		/// ## Details
		///
		/// The member has its seat and its roles at once. If it has the validator role and keys, it
		/// validates two sessions later.
		///
		/// ## Parameters
		///
		/// - `account`: The member.
		///
		/// ## Errors
		///
		/// - [`Error::NotMember`].
		/// - [`Error::NotSuspended`].
		///
		/// ## Events
		///
		/// - [`Event::MemberReinstated`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::reinstate_member(T::MaxMembers::get()))]
		pub fn reinstate_member(
			origin: OriginFor<T>,
			account: T::AccountId,
		) -> DispatchResultWithPostInfo {
			T::SuspendOrigin::ensure_origin(origin)?;
			let seats = Self::do_reinstate(account)?;
			Ok(Some(T::WeightInfo::reinstate_member(seats)).into())
		}

		/// Leave the consortium.
		///
		/// ## Dispatch Origin
		///
		/// Signed by the member, suspended or not.
		///
		/// ## Details
		///
		/// As after [`remove_member`](Pallet::remove_member).
		///
		/// ## Errors
		///
		/// - [`Error::NotMember`].
		/// - [`Error::TooFewValidators`]: The member validates and fewer others do than there must
		///   be.
		/// - [`Error::LastSeat`]: No other member has a seat.
		///
		/// ## Events
		///
		/// - [`Event::MemberResigned`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::resign(T::MaxMembers::get()))]
		pub fn resign(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
			let account = ensure_signed(origin)?;
			let member = Members::<T>::get(&account).ok_or(Error::<T>::NotMember)?;
			Self::ensure_can_go(&account, &member)?;

			let members = Self::do_remove(&account, &member);
			Self::deposit_event(Event::MemberResigned { account, member });
			Ok(Some(T::WeightInfo::resign(members)).into())
		}

		/// Say which nodes are one's own.
		///
		/// ## Dispatch Origin
		///
		/// Signed by a member, suspended or not.
		///
		/// ## Details
		///
		/// The list takes the place of the one before. Nodes that are told to talk to nodes of
		/// members only do so as soon as the block is final.
		///
		/// ## Parameters
		///
		/// - `nodes`: All of them, no more than [`Config::MaxNodes`]; an empty list removes what
		///   was registered.
		///
		/// ## Errors
		///
		/// - [`Error::NotMember`].
		/// - [`Error::DuplicateNode`].
		///
		/// ## Events
		///
		/// - [`Event::NodesRegistered`].
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::register_nodes(nodes.len().saturated_into()))]
		pub fn register_nodes(origin: OriginFor<T>, nodes: NodesOf<T>) -> DispatchResult {
			let account = ensure_signed(origin)?;
			ensure!(Members::<T>::contains_key(&account), Error::<T>::NotMember);
			Self::do_register_nodes(&account, &nodes)?;
			Self::deposit_event(Event::NodesRegistered { account, nodes });
			Ok(())
		}

		/// Set how many validators no call may go below.
		///
		/// ## Dispatch Origin
		///
		/// [`Config::ParameterOrigin`].
		///
		/// ## Parameters
		///
		/// - `minimum`: At least one, and no more than there are: [`Pallet::validators`].
		///
		/// ## Errors
		///
		/// - [`Error::TooFewValidators`]: It is zero, or there are fewer.
		///
		/// ## Events
		///
		/// - [`Event::MinimumValidatorsChanged`].
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::set_min_validators(T::MaxMembers::get()))]
		pub fn set_min_validators(
			origin: OriginFor<T>,
			minimum: u32,
		) -> DispatchResultWithPostInfo {
			T::ParameterOrigin::ensure_origin(origin)?;
			ensure!(
				minimum >= 1 && Self::validators().len() >= minimum as usize,
				Error::<T>::TooFewValidators
			);

			let old = MinimumValidators::<T>::get();
			MinimumValidators::<T>::put(minimum);
			Self::deposit_event(Event::MinimumValidatorsChanged { old, new: minimum });
			Ok(Some(T::WeightInfo::set_min_validators(Members::<T>::count())).into())
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxMembers::get() >= 1, "a chain without members stands still");
			assert!(T::MaxNameLength::get() >= 1, "a member must have a name");
			assert!(T::MaxApplications::get() >= 1, "members must be able to come");
			assert!(
				T::ApplicationPeriod::get() > Zero::zero(),
				"an application must not expire at once"
			);
			assert!(
				T::ProvisionalPeriod::get() > Zero::zero(),
				"a suspension must not lapse at once"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), frame::try_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
