//! # Aura Equivocation
//!
//! Proofs that an author signed two blocks for one slot, and their consequences.
//!
//! ## Pallet API
//!
//! See the [`pallet`] module for what clients see: calls, events, errors, configuration. Nodes
//! report through [`Pallet::submit_unsigned_equivocation_report`], which a runtime API gives them.
//!
//! ## Words
//!
//! * **Equivocation**: two different blocks that one author signed for the same slot.
//! * **Equivocation proof**: the headers of both, each with its seal.
//! * **Key-owner proof**: says which validator held the author's key in which session.
//! * **Seal**: the author's signature over the rest of the header, as the last item of its digest.
//! * **Report**: both proofs together.
//!
//! ## Overview
//!
//! In its slot an author has the chain to itself. One that writes two blocks for it makes the
//! others follow different ones, and whoever relies on a block before it is final may be deceived.
//! No honest node does it, and two headers with the same slot and the same author's seals prove it
//! to anybody. Aura itself only refuses to build on it; here it becomes an offence, as a double
//! vote is one in GRANDPA.
//!
//! | origin | may |
//! |---|---|
//! | anybody who signs | [`report_equivocation`](Pallet::report_equivocation) |
//! | a node, for the block that it authors itself | [`report_equivocation_unsigned`](Pallet::report_equivocation_unsigned) |
//!
//! Anybody may report since the report proves itself. A right one costs nothing, a wrong one the
//! fee. Nodes report what they see without an account: such a transaction is not gossiped, so that
//! it can be included only by the author that made it, and that author is the reporter.
//!
//! ### What makes a proof valid
//!
//! 1. Both headers say that they are for the slot that the proof names, and that slot has come.
//! 2. They are different blocks: their hashes differ.
//! 3. The last digest item of each is a seal by the offender over the header without it.
//! 4. The key-owner proof shows who held the offender's key in a session that the chain remembers.
//! 5. The same validator was not reported for the same slot before.
//!
//! The headers need not be known to this chain, nor lie at the same height or have the same parent:
//! a block that only one node ever saw is what an equivocation mostly consists of.
//!
//! ### What follows
//!
//! [`Config::Offences`] hears of an [`EquivocationOffence`] and who reported it; what becomes of
//! the offender is decided there.
//!
//! ## Assumptions
//!
//! * **A session key is used on one chain only, and by one node at a time.** Slots are times, so
//!   two chains have the same ones: who authors on a test network with the keys of this one hands
//!   everybody a valid proof against itself. So does who runs a second node with the same keys "to
//!   be safe".
//! * A key that was replaced is destroyed, or kept as secret as the new one, for as long as
//!   key-owner proofs for its sessions are accepted. Which session a slot lay in is not known here:
//!   the offence is put down to the session of the key-owner proof.
//! * Signatures cannot be changed by others into different valid ones. Otherwise a stranger could
//!   make two blocks of one. That holds for sr25519 and ed25519 as they are verified here.

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
#[cfg(test)]
mod mock;
mod offence;
mod proof;
mod report;
#[cfg(test)]
mod tests;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use offence::EquivocationOffence;
pub use pallet::*;
pub use weights::WeightInfo;

use alloc::boxed::Box;
use frame::{deps::sp_runtime::KeyTypeId, prelude::*, traits::KeyOwnerProofSystem};
use sp_consensus_aura::Slot;
use sp_consensus_slots::EquivocationProof;
use sp_session::MembershipProof;
use sp_staking::{SessionIndex, offence::ReportOffence};

/// The key an author signs its blocks with.
pub type AuthorityIdOf<T> = <T as pallet_aura::Config>::AuthorityId;

/// Two headers of one author for one slot.
pub type EquivocationProofOf<T> = EquivocationProof<HeaderFor<T>, AuthorityIdOf<T>>;

/// Who a key-owner proof says held the key.
pub type OffenderOf<T> = <<T as Config>::KeyOwnerProofs as KeyOwnerProofSystem<(
	KeyTypeId,
	AuthorityIdOf<T>,
)>>::IdentificationTuple;

#[frame::pallet]
#[allow(clippy::expect_used, reason = "the pallet macro expands to it")]
pub mod pallet {
	use super::*;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config:
		frame_system::Config + pallet_aura::Config + pallet_authorship::Config
	{
		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// Knows who held which key in which session; the historical session pallet.
		type KeyOwnerProofs: KeyOwnerProofSystem<
				(KeyTypeId, AuthorityIdOf<Self>),
				Proof = MembershipProof,
				IdentificationTuple: Clone,
			>;

		/// Hears of every proven equivocation, once; the offences pallet.
		type Offences: ReportOffence<Self::AccountId, OffenderOf<Self>, EquivocationOffence<OffenderOf<Self>>>;

		/// How long a report may be, in bytes. It must hold two headers of the first block of a
		/// session, which carry the new authorities, and a key-owner proof.
		#[pallet::constant]
		type MaxReportSize: Get<u32>;

		/// For how many blocks a report that nobody signed waits to be included. No constant of the
		/// metadata: it may follow from the length of a session, which is state.
		type ReportLongevity: Get<u64>;

		/// Makes validators of accounts, for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An author was proven to have signed two blocks for one slot.
		EquivocationReported {
			/// The key that it signed with.
			offender: AuthorityIdOf<T>,
			/// The slot.
			slot: Slot,
			/// The session in which the offender is shown to have held the key.
			session: SessionIndex,
			/// Who reported it: who signed the report, or else the author of the block.
			reporter: Option<T::AccountId>,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The validator was reported for this slot before.
		DuplicateOffenceReport,
		/// The headers do not prove that the offender signed two blocks for the slot.
		InvalidEquivocationProof,
		/// It is not shown who held the key, or in a session that is forgotten.
		InvalidKeyOwnershipProof,
		/// The report has more bytes than a report may have.
		ReportTooLarge,
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Report that an author signed two blocks for one slot.
		///
		/// ## Dispatch Origin
		///
		/// Signed by anybody, who becomes the reporter.
		///
		/// ## Details
		///
		/// A valid report costs no fee. Any other costs the fee of the work to refuse it, and
		/// changes nothing.
		///
		/// ## Parameters
		///
		/// - `equivocation_proof`: The author's key, the slot, and both headers with their seals.
		/// - `key_owner_proof`: Which validator held the key, in a session that the chain remembers.
		///
		/// ## Errors
		///
		/// - [`Error::ReportTooLarge`]: It is longer than [`Config::MaxReportSize`].
		/// - [`Error::InvalidEquivocationProof`].
		/// - [`Error::InvalidKeyOwnershipProof`].
		/// - [`Error::DuplicateOffenceReport`].
		///
		/// ## Events
		///
		/// - [`Event::EquivocationReported`], and those of who deals with the offence.
		#[pallet::call_index(0)]
		#[pallet::weight(<T as Config>::WeightInfo::report_equivocation(
			Pallet::<T>::validators_to_weigh(key_owner_proof)
		))]
		pub fn report_equivocation(
			origin: OriginFor<T>,
			equivocation_proof: Box<EquivocationProofOf<T>>,
			key_owner_proof: MembershipProof,
		) -> DispatchResultWithPostInfo {
			let reporter = ensure_signed(origin)?;
			Self::do_report(Some(reporter), &equivocation_proof, key_owner_proof)?;
			// It serves everybody.
			Ok(Pays::No.into())
		}

		/// Report that an author signed two blocks for one slot, as the node of the author of the
		/// block that holds the report.
		///
		/// ## Dispatch Origin
		///
		/// A transaction that nobody signed and that was authorised because the report is valid and
		/// comes from the node itself or stands in a block.
		///
		/// ## Details
		///
		/// The author of the block is the reporter. An invalid or repeated report is no valid
		/// transaction at all, so no block can hold one.
		///
		/// ## Parameters
		///
		/// - `equivocation_proof`: The author's key, the slot, and both headers with their seals.
		/// - `key_owner_proof`: Which validator held the key, in a session that the chain remembers.
		///
		/// ## Errors
		///
		/// - [`Error::ReportTooLarge`]: It is longer than [`Config::MaxReportSize`].
		/// - [`Error::InvalidEquivocationProof`].
		/// - [`Error::InvalidKeyOwnershipProof`].
		/// - [`Error::DuplicateOffenceReport`].
		///
		/// ## Events
		///
		/// - [`Event::EquivocationReported`], and those of who deals with the offence.
		#[pallet::call_index(1)]
		#[pallet::weight(<T as Config>::WeightInfo::report_equivocation_unsigned(
			Pallet::<T>::validators_to_weigh(key_owner_proof)
		))]
		#[pallet::authorize(|source, equivocation_proof, key_owner_proof| {
			Pallet::<T>::authorize_report(source, equivocation_proof, key_owner_proof)
		})]
		#[pallet::weight_of_authorize(
			<T as Config>::WeightInfo::authorize_report_equivocation_unsigned(
				Pallet::<T>::validators_to_weigh(key_owner_proof)
			)
		)]
		pub fn report_equivocation_unsigned(
			origin: OriginFor<T>,
			equivocation_proof: Box<EquivocationProofOf<T>>,
			key_owner_proof: MembershipProof,
		) -> DispatchResultWithPostInfo {
			ensure_authorized(origin)?;
			let reporter = pallet_authorship::Pallet::<T>::author();
			Self::do_report(reporter, &equivocation_proof, key_owner_proof)?;
			Ok(Pays::No.into())
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			let authorities = <T as pallet_aura::Config>::MaxAuthorities::get();
			assert!(
				T::MaxReportSize::get() >= Self::size_of_report(authorities),
				"a report about the first block of a session must be let in"
			);
			assert!(T::ReportLongevity::get() >= 1, "a report must wait for a block");
		}
	}
}
