//! How long a session lasts, in blocks, as the genesis of the chain says.
//!
//! A change of the authority set waits for the second session from now, so the length of a session
//! is how fast a member can begin or cease to validate. It is not a constant of the code, because a
//! test network should not wait for hours and must still run the very code that it tests. Nothing
//! changes it later but a runtime upgrade.
//!
//! The first block of a session is accounted as full, whatever it does: in sessions of `n` blocks the
//! chain loses an `n`-th of its throughput.

use core::marker::PhantomData;
use frame_support::{pallet_prelude::*, traits::Get};
use frame_system::pallet_prelude::*;

pub use pallet::*;

/// The pallet.
#[frame_support::pallet]
pub mod pallet {
	use super::*;

	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// The configuration.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// How many blocks a session has if the genesis does not say.
		#[pallet::constant]
		type DefaultLength: Get<BlockNumberFor<Self>>;
	}

	/// How many blocks a session has, if the genesis says so.
	#[pallet::storage]
	pub(crate) type Length<T: Config> = StorageValue<_, BlockNumberFor<T>>;

	/// The state that the chain starts from.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// How many blocks a session has; none for the default.
		pub blocks: Option<BlockNumberFor<T>>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			if let Some(blocks) = self.blocks {
				assert!(blocks > 0u32.into(), "a session has at least one block");
				Length::<T>::put(blocks);
			}
		}
	}
}

/// Gives the length to whatever asks for a parameter.
pub struct Blocks<T>(PhantomData<T>);

impl<T: Config> Get<BlockNumberFor<T>> for Blocks<T> {
	fn get() -> BlockNumberFor<T> {
		// Session divides by this.
		Length::<T>::get().unwrap_or_else(T::DefaultLength::get).max(1u32.into())
	}
}
