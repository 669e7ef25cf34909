//! What contested records look like at their worst: of a full batch, about a subject with all the
//! evidence that there can be, with money at stake, bonds held and many verdicts.

use super::*;
use frame::token::fungible::{InspectHold, Mutate};

/// The number of the record that is contested.
pub const SEQUENCE: u64 = 7;

/// What the records are about.
pub const INDICATOR: Indicator = Indicator::PaidOnTime;

/// An account with more money than it can lose here.
pub fn rich<T: Config>(name: &'static str, number: u32) -> T::AccountId {
	let account: T::AccountId = account(name, number, 0);
	let rules = Pallet::<T>::rules();
	let unit = rules.minimum_bond.max(rules.objection_bond).max(T::Currency::minimum_balance());
	T::Currency::set_balance(&account, unit * 1_000u32.into());
	account
}

/// A provider with a bond for payments, one source and a stream of records.
pub fn provider_with_bond<T: Config>() -> T::AccountId {
	let provider = rich::<T>("contested", 0);
	T::Members::set_member(&provider, &[Role::PaymentProvider]);
	let minimum = Pallet::<T>::rules().minimum_bond.max(T::Currency::minimum_balance());
	let amount = minimum * 10u32.into();
	assert!(Pallet::<T>::do_post_bond(provider.clone(), Category::Payment, amount).is_ok());
	let standing = Source::new(&T::Parameters::get());
	let source = RegisteredSource { provider: provider.clone(), standing };
	Sources::<T>::insert(source_of::<T>(), source);
	SourceCount::<T>::insert(&provider, 1);
	provider
}

/// What is held of an account.
pub fn held<T: Config>(reason: HoldReason, account: &T::AccountId) -> BalanceOf<T> {
	T::Currency::balance_on_hold(&reason.into(), account)
}

fn source_of<T: Config>() -> T::AccountId {
	account("contested source", 0, 0)
}

/// A subject with all the evidence that can be kept of it, and money.
pub fn subject<T: Config>() -> T::AccountId {
	let subject = rich::<T>("subject", 0);
	fill::<T>(&subject);
	subject
}

/// A record that counts, with its proof in a batch as large as there are.
pub fn told<T: Config>(
	provider: &T::AccountId,
	subject: &T::AccountId,
	sequence: u64,
	outcome: Outcome,
) -> RecordProofOf<T> {
	let source = source_of::<T>();
	let record = Record {
		source: source.clone(),
		subject: subject.clone(),
		indicator: INDICATOR,
		outcome,
		level: Level::Counterparty,
		amount: AmountClass::NEUTRAL,
		at: 0,
		reference: Reference([1; 16]),
		commitment: [2; 32],
	};
	let mut applied = AppliedRecord {
		provider: provider.clone(),
		sequence,
		record,
		weight: Fixed::HALF,
		mass: Fixed::ONE,
		expires: Pallet::<T>::block_time() + 1_826 * DAY,
		placed: Placed::default(),
		imported: false,
	};
	let observation = applied.observation();
	let id = RecordId { provider: provider.clone(), sequence };
	let report = Report { id, source, observation, tag: u64::MAX - sequence, now: 0 };
	if let Some(Some(counted)) = T::Score::observe(subject, &[report]).counted.first() {
		applied.placed = counted.placed;
	}

	// The way from the first leaf to the root of a full tree, whatever stands beside it.
	let leaves = T::MaxBatch::get();
	let height = leaves.next_power_of_two().ilog2();
	let siblings = (0..height).map(|level| H256::repeat_byte(level as u8)).collect::<Vec<_>>();
	let mut root = BlakeTwo256::hash(&applied.encode());
	for sibling in &siblings {
		root = BlakeTwo256::hash_of(&(root, sibling));
	}
	let number = Streams::<T>::get(provider).batches;
	let batch = Batch {
		first: sequence,
		records: leaves as u16,
		leaves: leaves as u16,
		root,
		block: 0,
		due: Place::default(),
	};
	Batches::<T>::insert(provider, number, batch);
	Streams::<T>::insert(provider, Stream { next: batch.end(), batches: number + 1 });
	RecordProof { batch: number, index: 0, applied, siblings: siblings.try_into().unwrap() }
}

/// Lets the subject object to the record with money at stake.
pub fn objected<T: Config>(subject: &T::AccountId, proof: RecordProofOf<T>) {
	FreeObjectionsUsed::<T>::insert(subject, Pallet::<T>::rules().free_objections);
	let objected =
		Pallet::<T>::do_object(subject.clone(), proof, Reason::Inaccurate, H256::repeat_byte(1));
	assert!(objected.is_ok());
}

/// Changes the objection.
pub fn change<T: Config>(provider: &T::AccountId, change: impl FnOnce(&mut ObjectionOf<T>)) {
	Objections::<T>::mutate(provider, SEQUENCE, |entry| change(entry.as_mut().unwrap()));
}

/// Lets the provider answer, and as many reviewers speak alike as there can be without a decision.
pub fn reviewed<T: Config>(provider: &T::AccountId, verdict: Verdict) {
	let answered = Pallet::<T>::do_answer_objection(provider.clone(), SEQUENCE, H256::zero());
	assert!(answered.is_ok());
	change::<T>(provider, |objection| {
		objection.reviewers = RuleSet::<()>::MAX_REVIEWERS;
		let before = u32::from(objection.majority()) - 1;
		let Phase::Answered { votes, .. } = &mut objection.phase else { panic!() };
		for number in 0..before {
			votes.try_push((account("reviewer", number, 0), verdict)).unwrap();
		}
	});
}

/// A reviewer that has not spoken.
pub fn reviewer<T: Config>() -> T::AccountId {
	let reviewer = account("last reviewer", 0, 0);
	T::Members::set_member(&reviewer, &[Role::Arbitrator]);
	reviewer
}

/// Fills the page of the agenda in so many days, but for one place.
pub fn fill_agenda<T: Config>(days: u32) {
	let day = crate::queue::day(Pallet::<T>::block_time()) + days;
	let entries = (1..T::MaxAgenda::get()).map(|number| (account("entry", number, 0), 0));
	let page = entries.collect::<Vec<_>>();
	if page.is_empty() {
		return;
	}
	Agenda::<T>::insert(day, 0, AgendaOf::<T>::truncate_from(page));
	AgendaPages::<T>::insert(day, 1);
}
