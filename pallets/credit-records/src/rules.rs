//! Rules of the consortium about records.

use super::*;

impl<T: Config> Pallet<T> {
	/// Sets all rules.
	pub(crate) fn do_set_rules(rules: RuleSetOf<T>) -> DispatchResult {
		rules.validate().map_err(|cause| Error::<T>::InvalidRules { cause })?;
		let old = Rules::<T>::get();
		Rules::<T>::put(rules);
		Self::deposit_event(Event::RulesChanged { old, new: rules });
		Ok(())
	}
}
