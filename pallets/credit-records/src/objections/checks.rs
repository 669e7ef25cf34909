//! What must always hold of bonds, objections, decisions and the agenda, each as a check of its own.

use super::{agenda::day_from, *};
use alloc::collections::{BTreeMap, BTreeSet};
use frame::{deps::sp_runtime::TryRuntimeError, token::fungible::InspectHold};

impl<T: Config> Pallet<T> {
	/// What must hold of bonds.
	pub(crate) fn check_bonds() -> Result<(), TryRuntimeError> {
		Self::check_bonds_are_held()?;
		Self::check_bonds_are_kept_for_objections()
	}

	/// What must hold of contested records.
	pub(crate) fn check_objections() -> Result<(), TryRuntimeError> {
		Self::check_objections_are_undecided()?;
		Self::check_objections_are_counted()?;
		Self::check_stakes_are_held()?;
		Self::check_decisions()?;
		Self::check_agenda_has_no_gaps()?;
		Self::check_agenda_is_complete()
	}

	/// What is held of a provider for bonds is the sum of its bonds.
	fn check_bonds_are_held() -> Result<(), TryRuntimeError> {
		let mut posted = BTreeMap::<_, BalanceOf<T>>::new();
		for (provider, _, bond) in Bonds::<T>::iter() {
			let sum = posted.entry(provider).or_insert_with(Zero::zero);
			*sum = sum.saturating_add(bond.amount);
		}
		for (provider, posted) in posted {
			let held = T::Currency::balance_on_hold(&HoldReason::Bond.into(), &provider);
			ensure!(held == posted, "what is held differs from the bonds");
		}
		Ok(())
	}

	/// Each bond is kept for as many objections as say so.
	fn check_bonds_are_kept_for_objections() -> Result<(), TryRuntimeError> {
		let mut claims = BTreeMap::<_, u32>::new();
		for objection in Objections::<T>::iter_values().filter(|objection| objection.secured) {
			let AppliedRecord { provider, record, .. } = objection.applied;
			let key = (provider, record.indicator.category() as u8);
			claims.entry(key).or_default().saturating_inc();
		}
		let kept = Bonds::<T>::iter()
			.filter(|(_, _, bond)| bond.claims > 0)
			.map(|(provider, category, bond)| ((provider, category as u8), bond.claims))
			.collect::<BTreeMap<_, _>>();
		ensure!(kept == claims, "bonds are kept for other objections than there are");
		Ok(())
	}

	/// An open objection is to a record of the stream that is not decided, by verdicts of different
	/// reviewers that are not enough.
	fn check_objections_are_undecided() -> Result<(), TryRuntimeError> {
		for (provider, sequence, objection) in Objections::<T>::iter() {
			let applied = &objection.applied;
			ensure!(
				(&applied.provider, applied.sequence) == (&provider, sequence),
				"an objection stands under another record than it is to"
			);
			ensure!(
				sequence < Streams::<T>::get(&provider).next,
				"an objection is to a record that there is not"
			);
			ensure!(
				!Decisions::<T>::contains_key(&provider, sequence),
				"a contest is open and over"
			);
			ensure!(objection.decision().is_none(), "enough verdicts have not ended an objection");
			let votes = objection.votes();
			let reviewers = votes.iter().map(|(reviewer, _)| reviewer).collect::<BTreeSet<_>>();
			ensure!(
				reviewers.len() == votes.len() && votes.len() < usize::from(objection.reviewers),
				"reviewers have spoken more often than they may"
			);
		}
		Ok(())
	}

	/// Each subject's objections are counted, and its free ones among those used.
	fn check_objections_are_counted() -> Result<(), TryRuntimeError> {
		let (mut open, mut free) = (BTreeMap::<_, u32>::new(), BTreeMap::<_, u32>::new());
		for objection in Objections::<T>::iter_values() {
			let subject = objection.applied.record.subject;
			if objection.stake.is_none() {
				free.entry(subject.clone()).or_default().saturating_inc();
			}
			open.entry(subject).or_default().saturating_inc();
		}
		ensure!(
			OpenObjections::<T>::iter().collect::<BTreeMap<_, _>>() == open,
			"the open objections of a subject are miscounted"
		);
		ensure!(
			free.into_iter().all(|(subject, free)| FreeObjectionsUsed::<T>::get(subject) >= free),
			"a free objection was not counted"
		);
		Ok(())
	}

	/// What is held of an account for objections is the sum of its stakes.
	fn check_stakes_are_held() -> Result<(), TryRuntimeError> {
		let mut stakes = BTreeMap::<_, BalanceOf<T>>::new();
		for objection in Objections::<T>::iter_values() {
			let sum = stakes.entry(objection.objector).or_insert_with(Zero::zero);
			*sum = sum.saturating_add(objection.stake.unwrap_or_default());
		}
		for (objector, stakes) in stakes {
			let held = T::Currency::balance_on_hold(&HoldReason::Objection.into(), &objector);
			ensure!(held == stakes, "what is held differs from the stakes");
		}
		Ok(())
	}

	/// Decisions are about records of the stream, and were made in the past.
	fn check_decisions() -> Result<(), TryRuntimeError> {
		let now = Self::block_time();
		for (provider, sequence, decision) in Decisions::<T>::iter() {
			ensure!(
				sequence < Streams::<T>::get(&provider).next,
				"a decision is about a record that there is not"
			);
			ensure!(decision.at <= now, "a decision was made in the future");
		}
		Ok(())
	}

	/// The pages of each day are numbered without a gap from the cursor on, and none is empty or lies
	/// before the cursor.
	fn check_agenda_has_no_gaps() -> Result<(), TryRuntimeError> {
		let Some(cursor) = AgendaCursor::<T>::get() else {
			ensure!(Agenda::<T>::iter_keys().next().is_none(), "an agenda has no cursor");
			return Ok(());
		};
		let mut listed = 0u32;
		for (day, pages) in AgendaPages::<T>::iter() {
			ensure!(day >= cursor.day, "a day before the cursor was not cleared");
			let begin = if day == cursor.day { cursor.number } else { 0 };
			for page in begin..pages {
				let entries = Agenda::<T>::decode_len(day, page).unwrap_or(0);
				ensure!(entries > 0, "a page of the agenda is missing");
				listed.saturating_inc();
			}
		}
		ensure!(
			Agenda::<T>::iter_keys().count() as u32 == listed,
			"a page of the agenda cannot be reached"
		);
		Ok(())
	}

	/// What waits for a moment is on the agenda of the day on which that has come.
	fn check_agenda_is_complete() -> Result<(), TryRuntimeError> {
		let mut listed = BTreeMap::<_, BTreeSet<u32>>::new();
		for (day, _, page) in Agenda::<T>::iter() {
			for entry in page {
				listed.entry(entry).or_default().insert(day);
			}
		}
		for (provider, sequence, objection) in Objections::<T>::iter() {
			let days = listed.get(&(provider, sequence));
			ensure!(
				days.is_some_and(|days| days.contains(&day_from(objection.deadline))),
				"a deadline is not on the agenda"
			);
		}
		for (provider, sequence, decision) in Decisions::<T>::iter() {
			let days = listed.get(&(provider, sequence));
			// What expired before it was decided waits for the next day.
			let last = days.and_then(|days| days.last()).copied();
			ensure!(
				last.is_some_and(|last| last >= day_from(decision.expires)),
				"the expiry of a decision is not on the agenda"
			);
		}
		for (provider, sequence, _) in Raised::<T>::iter() {
			ensure!(
				listed.contains_key(&(provider, sequence)),
				"the expiry of a raised level is not on the agenda"
			);
		}
		Ok(())
	}
}
