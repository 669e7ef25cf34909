//! From version 0 to 1: records come in batches.
//!
//! * A stream knows how many batches it has: none of before, since what was submitted then cannot be
//!   proven.
//! * Each pending record becomes a chunk of one, at the same place in the queue, and is settled as if
//!   it had been submitted today.
//! * What had been said about a subject and an indicator, by everybody and by one source alone, is
//!   forgotten: the subject itself knows it now.
//!
//! Whoever was a provider needs a bond before its next record.

use crate::{Config, Pallet, Stream, WeightInfo};
#[cfg(feature = "try-runtime")]
use crate::{PendingRecord, Streams};
use codec::Compact;
use core::marker::PhantomData;
use frame::{
	deps::{
		frame_support::{
			migrations::{MigrationId, SteppedMigration, SteppedMigrationError},
			storage::{storage_prefix, unhashed},
			weights::WeightMeter,
		},
		sp_io,
	},
	prelude::*,
};

/// A map of which entries are turned one by one, in the order of their keys.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen)]
pub enum Map {
	/// The streams of providers.
	#[codec(index = 0)]
	Streams,
	/// The pending records.
	#[codec(index = 1)]
	Pending,
	/// What everybody said, which goes.
	#[codec(index = 2)]
	Consensuses,
	/// What single sources said, which goes.
	#[codec(index = 3)]
	OwnShares,
}

impl Map {
	const fn name(self) -> &'static [u8] {
		match self {
			Self::Streams => b"Streams",
			Self::Pending => b"Pending",
			Self::Consensuses => b"Consensuses",
			Self::OwnShares => b"OwnShares",
		}
	}

	/// The map that comes after it.
	const fn next(self) -> Option<Self> {
		match self {
			Self::Streams => Some(Self::Pending),
			Self::Pending => Some(Self::Consensuses),
			Self::Consensuses => Some(Self::OwnShares),
			Self::OwnShares => None,
		}
	}

	/// What all keys of the map begin with.
	pub(crate) fn prefix<T: Config>(self) -> [u8; 32] {
		storage_prefix(Pallet::<T>::name().as_bytes(), self.name())
	}
}

/// How far the migration has come: the map, and the last key in it that was turned. Keys are at most
/// as long as those of [`Map::OwnShares`]: a prefix, a hash, two accounts and an indicator.
pub type Cursor = (Map, Option<BoundedVec<u8, ConstU32<256>>>);

/// The migration, entry by entry over as many blocks as it takes.
pub struct Batched<T>(PhantomData<T>);

impl<T: Config> Batched<T> {
	/// Turns the next entry, and returns the place after it; `None` when all is done.
	pub(crate) fn next((map, last): Cursor) -> Option<Cursor> {
		let prefix = map.prefix::<T>();
		let from = last.as_ref().map_or(prefix.as_slice(), |key| key.as_slice());
		match sp_io::storage::next_key(from).filter(|key| key.starts_with(&prefix)) {
			Some(key) => {
				Self::turn(map, &key);
				// No key is too long; were one, the rest of its map would be left as it is.
				match key.try_into() {
					Ok(key) => Some((map, Some(key))),
					Err(_) => map.next().map(|map| (map, None)),
				}
			},
			None => map.next().map(|map| (map, None)),
		}
	}

	fn turn(map: Map, key: &[u8]) {
		match map {
			Map::Streams => {
				let next = unhashed::get_or_default::<u64>(key);
				unhashed::put(key, &Stream { next, batches: 0 });
			},
			Map::Pending => {
				// A list of one is its length and its element.
				if let Some(record) = unhashed::get_raw(key) {
					unhashed::put_raw(key, &[Compact(1u32).encode(), record].concat());
				}
			},
			Map::Consensuses | Map::OwnShares => unhashed::kill(key),
		}
	}
}

impl<T: Config> SteppedMigration for Batched<T> {
	type Cursor = Cursor;
	type Identifier = MigrationId<14>;

	fn id() -> Self::Identifier {
		MigrationId { pallet_id: *b"credit-records", version_from: 0, version_to: 1 }
	}

	fn step(
		cursor: Option<Self::Cursor>,
		meter: &mut WeightMeter,
	) -> Result<Option<Self::Cursor>, SteppedMigrationError> {
		// A chain that began with version 1 has nothing to turn.
		if Pallet::<T>::on_chain_storage_version() != StorageVersion::new(0) {
			return Ok(None);
		}
		let required = T::WeightInfo::migrate_entry();
		if !meter.can_consume(required) {
			return Err(SteppedMigrationError::InsufficientWeight { required });
		}
		let mut cursor = cursor.unwrap_or((Map::Streams, None));
		while meter.try_consume(required).is_ok() {
			match Self::next(cursor) {
				Some(next) => cursor = next,
				None => {
					StorageVersion::new(1).put::<Pallet<T>>();
					return Ok(None);
				},
			}
		}
		Ok(Some(cursor))
	}

	#[cfg(feature = "try-runtime")]
	fn pre_upgrade() -> Result<alloc::vec::Vec<u8>, frame::deps::sp_runtime::TryRuntimeError> {
		let old = Pallet::<T>::on_chain_storage_version() == StorageVersion::new(0);
		let streams = if old { streams_0::<T>() } else { Default::default() };
		let pending = if old { pending_0::<T>() } else { Default::default() };
		Ok((old, streams, pending).encode())
	}

	#[cfg(feature = "try-runtime")]
	fn post_upgrade(
		state: alloc::vec::Vec<u8>,
	) -> Result<(), frame::deps::sp_runtime::TryRuntimeError> {
		type Before<T> = (
			bool,
			alloc::vec::Vec<(<T as frame_system::Config>::AccountId, u64)>,
			alloc::vec::Vec<PendingRecord<<T as frame_system::Config>::AccountId>>,
		);
		let (old, streams, pending) = Before::<T>::decode(&mut state.as_slice())
			.map_err(|_| "the state before the upgrade cannot be read")?;
		if !old {
			return Ok(());
		}
		let now = Streams::<T>::iter().map(|(provider, stream)| (provider, stream.next));
		ensure!(now.eq(streams), "a stream was lost or changed");
		let chunks = crate::Pending::<T>::iter_values().collect::<alloc::vec::Vec<_>>();
		ensure!(chunks.iter().all(|chunk| chunk.len() == 1), "a chunk is not of one record");
		ensure!(chunks.into_iter().flatten().eq(pending), "a pending record was lost or changed");
		for map in [Map::Consensuses, Map::OwnShares] {
			let prefix = map.prefix::<T>();
			let left = sp_io::storage::next_key(&prefix).filter(|key| key.starts_with(&prefix));
			ensure!(left.is_none(), "what was to be forgotten is still there");
		}
		Ok(())
	}
}

/// The streams of version 0, in the order of their keys.
#[cfg(feature = "try-runtime")]
fn streams_0<T: Config>() -> alloc::vec::Vec<(T::AccountId, u64)> {
	use frame::deps::frame_support::storage_alias;

	#[storage_alias]
	type Streams<T: Config> =
		StorageMap<Pallet<T>, Blake2_128Concat, <T as frame_system::Config>::AccountId, u64>;
	Streams::<T>::iter().collect()
}

/// The pending records of version 0, in the order of their keys.
#[cfg(feature = "try-runtime")]
fn pending_0<T: Config>() -> alloc::vec::Vec<PendingRecord<T::AccountId>> {
	use frame::deps::frame_support::storage_alias;

	#[storage_alias]
	type Pending<T: Config> = StorageDoubleMap<
		Pallet<T>,
		Twox64Concat,
		u32,
		Twox64Concat,
		u32,
		PendingRecord<<T as frame_system::Config>::AccountId>,
	>;
	Pending::<T>::iter_values().collect()
}
