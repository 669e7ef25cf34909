//! The parameters of the model: voted for, in force from a block on, and never forgotten.

use super::*;
use core::marker::PhantomData;

/// The parameters in force, for pallets that weigh evidence.
pub struct CurrentParameters<T>(PhantomData<T>);

impl<T: Config> Get<Parameters> for CurrentParameters<T> {
	fn get() -> Parameters {
		Current::<T>::get()
	}
}

impl<T: Config> Pallet<T> {
	/// Lets parameters come into force with a later block.
	pub(crate) fn do_schedule(
		parameters: Parameters,
		effective: BlockNumberFor<T>,
	) -> DispatchResult {
		ensure!(!Scheduled::<T>::exists(), Error::<T>::AlreadyScheduled);
		parameters
			.validate_proposal()
			.map_err(|error| Error::<T>::InvalidParameters { cause: error.into() })?;
		let block = frame_system::Pallet::<T>::block_number();
		let earliest = block.saturating_add(T::MinNotice::get());
		ensure!(effective > block && effective >= earliest, Error::<T>::TooSoon);

		let current = Current::<T>::get();
		let version = current.version.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		ensure!(!is_same(&parameters, &current), Error::<T>::NoDifference);
		if parameters.pace() != current.pace() {
			// A subject finds its way through so many changes of pace and no more.
			let behind = current.era.saturating_sub(SweptEra::<T>::get());
			ensure!(behind < Parameters::FORMER, Error::<T>::SubjectsBehind);
		}

		let schedule = Schedule { parameters, effective };
		Scheduled::<T>::put(&schedule);
		let parameters = Box::new(schedule.parameters);
		Self::deposit_event(Event::ParametersScheduled { version, effective, parameters });
		Ok(())
	}

	/// Takes back what was scheduled.
	pub(crate) fn do_cancel() -> DispatchResult {
		ensure!(Scheduled::<T>::take().is_some(), Error::<T>::NothingScheduled);
		let version = Current::<T>::get().version.saturating_add(1);
		Self::deposit_event(Event::ParametersCancelled { version });
		Ok(())
	}

	/// Brings what is due into force, and returns what that weighed. Runs before anything else happens
	/// in the block, so that a block knows one version alone.
	pub(crate) fn bring_into_force(block: BlockNumberFor<T>) -> Weight {
		let Some(Schedule { parameters, effective }) = Scheduled::<T>::get() else {
			return T::WeightInfo::await_parameters();
		};
		if block < effective {
			return T::WeightInfo::await_parameters();
		}
		Scheduled::<T>::kill();
		let current = Current::<T>::get();
		let version = current.version.saturating_add(1);
		// The block has no time of its own yet: this is that of the block before it.
		let at = T::Clock::now();
		let parameters = current.succeed(version, at, parameters);
		// All subjects are to be looked at again.
		Self::begin_round(block, parameters.era);
		Self::note_version(parameters.clone(), block, at);
		Current::<T>::put(parameters);
		Self::deposit_event(Event::ParametersChanged { version, at });
		T::WeightInfo::bring_into_force()
	}

	/// Remembers parameters that came into force.
	pub(crate) fn note_version(
		parameters: Parameters,
		effective_block: BlockNumberFor<T>,
		effective_at: Moment,
	) {
		let version = parameters.version;
		Versions::<T>::insert(version, Version { parameters, effective_block, effective_at });
	}
}

/// Whether parameters that are voted for are those in force already.
fn is_same(parameters: &Parameters, current: &Parameters) -> bool {
	let Parameters { version, era, former, .. } = current.clone();
	Parameters { version, era, former, ..parameters.clone() } == *current
}
