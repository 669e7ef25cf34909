//! What other pallets draw, repay and tell.

use super::*;
use hanse_traits::{CreditLines, LineError, Standing};

impl<T: Config> Pallet<T> {
	/// How much can be drawn on a line now.
	pub(crate) fn available_to(
		bank: &T::AccountId,
		subject: &T::AccountId,
		asset: SettlementAsset,
	) -> T::Balance {
		let key = LineKey { subject: subject.clone(), bank: bank.clone(), asset };
		Self::stored(&key)
			.filter(|_| Self::may_deal(bank, subject))
			.map_or_else(Zero::zero, |line| line.available(Self::state_of(subject, &line)))
	}

	/// The state of a line that counts for a draw. A standing that breaks its covenant counts as
	/// soon as it is announced, even if the line is suspended for it only when the pallet is told.
	pub(crate) fn state_of(subject: &T::AccountId, line: &LineOf<T>) -> LineState {
		match line.state_at(Self::now()) {
			LineState::Open => line
				.terms
				.breach(T::Standings::newest_of(subject).as_ref())
				.map_or(LineState::Open, LineState::Suspended),
			state @ (LineState::Suspended(_) | LineState::Closed(_)) => state,
		}
	}

	/// Whether the one may lend, and the other is there to draw.
	pub(crate) fn may_deal(bank: &T::AccountId, subject: &T::AccountId) -> bool {
		Self::is_enterprise(subject) && T::Members::has_role(bank, Role::Bank)
	}

	/// Whether an enterprise that is registered now is known by this subject.
	fn is_enterprise(subject: &T::AccountId) -> bool {
		// An account that a closed enterprise was known by may belong to another one since.
		T::Enterprises::is_registered(subject) && T::Subjects::subject_of(subject) == *subject
	}
}

impl<T: Config> CreditLines<T::AccountId, T::Balance> for Pallet<T> {
	fn available(
		bank: &T::AccountId,
		subject: &T::AccountId,
		asset: SettlementAsset,
	) -> T::Balance {
		Self::available_to(bank, subject, asset)
	}

	fn draw(
		bank: &T::AccountId,
		subject: &T::AccountId,
		asset: SettlementAsset,
		amount: T::Balance,
	) -> Result<(), LineError> {
		ensure!(!amount.is_zero(), LineError::NoAmount);
		ensure!(Self::is_enterprise(subject), LineError::NoEnterprise);
		let key = LineKey { subject: subject.clone(), bank: bank.clone(), asset };
		let line = Self::stored(&key).ok_or(LineError::NoLine)?;
		ensure!(T::Members::has_role(bank, Role::Bank), LineError::NotBank);
		line.check_draw(amount, Self::state_of(subject, &line))?;

		// No more than the limit, so that nothing is cut off.
		let drawn = line.drawn.saturating_add(amount);
		Self::update(&key, |line| line.drawn = drawn);
		let LineKey { subject, bank, asset } = key;
		Self::deposit_event(Event::LineDrawn { subject, bank, asset, amount, drawn });
		Ok(())
	}

	fn repay(
		bank: &T::AccountId,
		subject: &T::AccountId,
		asset: SettlementAsset,
		amount: T::Balance,
	) -> T::Balance {
		let key = LineKey { subject: subject.clone(), bank: bank.clone(), asset };
		let owed = Self::stored(&key).map_or_else(Zero::zero, |line| line.drawn);
		let taken = amount.min(owed);
		if !taken.is_zero() {
			Self::take_repayment(&key, taken);
		}
		taken
	}

	fn draw_weight() -> Weight {
		T::WeightInfo::draw()
	}

	fn repay_weight() -> Weight {
		T::WeightInfo::repay()
	}
}

impl<T: Config> OnStanding<T::AccountId> for Pallet<T> {
	/// Suspends the lines whose covenant the subject breaks now. None is resumed: that is the
	/// bank's to decide.
	fn changed(subject: &T::AccountId, standing: &Standing) {
		let mut lines = Lines::<T>::get(subject);
		if lines.is_empty() {
			return;
		}
		let now = Self::now();
		let mut suspended = Vec::new();
		for line in lines.iter_mut().filter(|line| line.state_at(now) == LineState::Open) {
			if let Some(cause) = line.terms.breach(Some(standing)) {
				line.state = LineState::Suspended(cause);
				suspended.push((line.bank.clone(), line.asset, cause));
			}
		}
		if suspended.is_empty() {
			return;
		}
		Lines::<T>::insert(subject, lines);
		for (bank, asset, cause) in suspended {
			let subject = subject.clone();
			Self::deposit_event(Event::LineSuspended { subject, bank, asset, cause });
		}
	}

	fn weight() -> Weight {
		T::WeightInfo::standing_changed()
	}
}
