//! What calls and lapses cost, at their worst.
//!
//! `s` is the smaller number of partners of the two sides whose relationship changes. At its worst
//! all of them are partners of both, each of them comes to be in a closed ring or ceases to be in one,
//! and the other side has as many partners as it may have. `n` is the number of agreements, or of
//! accounts. Signatures are those of browser wallets, which are looked at twice.

use super::*;
use crate::{network::Stored, party::Party};
use alloc::vec;
use frame::benchmarking::prelude::*;
use hanse_network_model::{ordered, set_arcs};
use hanse_signatures::{genesis_hash, wrapped};
use hanse_traits::NetworkSignalsOf;
use hanse_types::{Attribute, Commitments, EnterpriseKind};

fn details(number: u32) -> EnterpriseDetails {
	let mut commitments = Commitments::default();
	for attribute in Attribute::ALL {
		commitments.set(attribute, Some((number, attribute).using_encoded(blake2_256)));
	}
	EnterpriseDetails {
		country: (*b"DE").try_into().expect("Germany is assigned"),
		sector: 46.try_into().expect("wholesale trade exists"),
		kind: EnterpriseKind::Merchant,
		commitments,
	}
}

/// Gives an account what one deposit of each kind costs it, so many times.
fn endow<T: Config>(account: &T::AccountId, times: u32) {
	for _ in 0..times {
		T::RegistrationDeposit::ensure_successful(account, Pallet::<T>::registration_footprint());
		T::RelationshipDeposit::ensure_successful(account, Pallet::<T>::relationship_footprint());
		T::ProposalDeposit::ensure_successful(account, Pallet::<T>::proposal_footprint());
	}
}

/// Registers an account.
fn register<T: Config>(account: T::AccountId) -> T::AccountId {
	endow::<T>(&account, 1);
	Pallet::<T>::do_register(account.clone(), None, details(0)).expect("it is not registered");
	account
}

/// An enterprise that is not asked to sign anything.
fn enterprise<T: Config>(name: &'static str, number: u32) -> T::AccountId {
	register::<T>(account(name, number, 0))
}

fn registrar<T: Config>() -> T::AccountId {
	let registrar = account("registrar", 0, 0);
	T::Members::set_member(&registrar, &[Role::Registrar]);
	registrar
}

fn party<T: Config>(account: &T::AccountId) -> Party<T> {
	Party::of(account).expect("it is registered")
}

/// Verifies an enterprise until a day.
fn attested<T: Config>(account: &T::AccountId, registrar: T::AccountId, until: Day) {
	let party = party::<T>(account);
	let entity = (b"entity", party.id).using_encoded(blake2_256);
	let level = VerificationLevel::Registered;
	Pallet::<T>::do_attest(registrar, account, level, entity, until).expect("it can be verified");
}

/// Fills an enterprise with accounts, up to a number.
fn rotate<T: Config>(account: &T::AccountId, accounts: u32) {
	let mut party = party::<T>(account);
	for number in 1..accounts {
		let former: T::AccountId = frame::benchmarking::prelude::account("former", number, 0);
		Accounts::<T>::insert(&former, party.id);
		party.enterprise.former.try_push(former).expect("there is room");
	}
	party.save();
}

/// Lets an arc of supply begin.
fn supply<T: Config>(giver: &Party<T>, receiver: &Party<T>) {
	let pair = ordered(giver.id, receiver.id);
	let arcs = Arcs::between(RelationshipKind::Supplies, giver.id, receiver.id);
	let payer = giver.subject();
	T::RelationshipDeposit::ensure_successful(&payer, Pallet::<T>::relationship_footprint());
	let ticket = T::RelationshipDeposit::new(&payer, Pallet::<T>::relationship_footprint())
		.expect("endowed");
	let relationship =
		Relationship { arcs, since: 0, payer, ticket, orders: 0, volume_class: 0, last: None };
	Relationships::<T>::insert(pair, relationship);
	let countries = (giver.enterprise.details.country, receiver.enterprise.details.country);
	Pallet::<T>::count_countries(countries.0, countries.1, |n| n + 1);
	set_arcs(&mut Stored::<T>::new(), pair.0, pair.1, arcs).expect("there is room");
}

/// Gives two enterprises `s` partners in common, each of which supplies the first and is supplied by
/// the second, and the second as many others as it may have and still take one more.
fn crowd<T: Config>(first: &T::AccountId, second: &T::AccountId, s: u32) {
	let (first, second) = (party::<T>(first), party::<T>(second));
	for number in 0..T::MaxPartners::get() - 1 {
		let between = party::<T>(&enterprise::<T>("between", number));
		supply(&second, &between);
		if number < s {
			supply(&between, &first);
		}
	}
}

/// An agreement that the first gives to the second, signed by both.
fn agreement<T: Config>(first: u32, second: u32) -> SignedAgreementOf<T> {
	let (giver, receiver) = (T::BenchmarkHelper::signer(first), T::BenchmarkHelper::signer(second));
	let agreement = Agreement {
		giver_endings: party::<T>(&giver).enterprise.endings,
		receiver_endings: party::<T>(&receiver).enterprise.endings,
		giver,
		receiver,
		kind: RelationshipKind::Supplies,
		until: Pallet::<T>::today(),
	};
	let message = wrapped(&agreement.payload(&genesis_hash::<T>()));
	SignedAgreement {
		agreement,
		giver_signature: T::BenchmarkHelper::sign(first, &message),
		receiver_signature: T::BenchmarkHelper::sign(second, &message),
	}
}

/// Two enterprises that sign, with partners in common.
fn signing_crowd<T: Config>(s: u32) -> SignedAgreementOf<T> {
	let [first, second] = [0, 1].map(|number| register::<T>(T::BenchmarkHelper::signer(number)));
	crowd::<T>(&first, &second, s);
	agreement::<T>(0, 1)
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn register_enterprise() {
		let caller: T::AccountId = account("enterprise", 0, 0);
		endow::<T>(&caller, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), details(0));

		assert_eq!(party::<T>(&caller).enterprise.controller, caller);
	}

	#[benchmark]
	fn sponsor_enterprise() {
		let sponsor: T::AccountId = account("sponsor", 0, 0);
		T::Members::set_member(&sponsor, &[]);
		endow::<T>(&sponsor, 1);
		let account = T::BenchmarkHelper::signer(0);
		let (details, until) = (details(0), Pallet::<T>::today());
		let consent =
			Consent { sponsor: sponsor.clone(), account: account.clone(), details, until };
		let message = wrapped(&consent.payload(&genesis_hash::<T>()));
		let signature = T::BenchmarkHelper::sign(0, &message);

		#[extrinsic_call]
		_(RawOrigin::Signed(sponsor.clone()), account.clone(), details, until, signature);

		assert_eq!(party::<T>(&account).enterprise.sponsor, Some(sponsor));
	}

	#[benchmark]
	fn update_enterprise() {
		let caller = enterprise::<T>("enterprise", 0);
		rotate::<T>(&caller, T::MaxAccounts::get());
		let details = EnterpriseDetails {
			country: (*b"SG").try_into().expect("Singapore is assigned"),
			..details(1)
		};

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), details);

		assert_eq!(party::<T>(&caller).enterprise.details, details);
	}

	#[benchmark]
	fn close_enterprise(n: Linear<1, { T::MaxAccounts::get() }>) {
		let caller = enterprise::<T>("enterprise", 0);
		rotate::<T>(&caller, n);
		let id = party::<T>(&caller).id;
		Offers::<T>::insert(id, &caller);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()));

		assert!(!Enterprises::<T>::contains_key(id));
		assert_eq!(Accounts::<T>::iter_values().filter(|owner| *owner == id).count(), 0);
	}

	#[benchmark]
	fn attest_enterprise() {
		let registrar = registrar::<T>();
		let account = enterprise::<T>("enterprise", 0);
		rotate::<T>(&account, T::MaxAccounts::get());
		let today = Pallet::<T>::today();
		attested::<T>(&account, registrar.clone(), today + 1);
		LapseCursor::<T>::kill();
		let (level, until) = (VerificationLevel::Inspected, today + T::MaxAttestation::get());
		let entity = party::<T>(&account).enterprise.entity.expect("it is verified");

		#[extrinsic_call]
		_(RawOrigin::Signed(registrar), account.clone(), level, entity, until);

		assert_eq!(Pallet::<T>::verification(account), VerificationLevel::Inspected);
	}

	#[benchmark]
	fn revoke_attestation() {
		let registrar = registrar::<T>();
		let account = enterprise::<T>("enterprise", 0);
		rotate::<T>(&account, T::MaxAccounts::get());
		attested::<T>(&account, registrar.clone(), Pallet::<T>::today() + 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(registrar), account.clone());

		assert_eq!(Pallet::<T>::verification(account), VerificationLevel::None);
	}

	#[benchmark]
	fn offer_control() {
		let caller = enterprise::<T>("enterprise", 0);
		rotate::<T>(&caller, Pallet::<T>::rotation_limit() - 1);
		Offers::<T>::insert(party::<T>(&caller).id, &caller);
		let successor: T::AccountId = account("successor", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), Some(successor.clone()));

		assert_eq!(Pallet::<T>::offer(caller), Some(successor));
	}

	#[benchmark]
	fn accept_control() {
		let subject = enterprise::<T>("enterprise", 0);
		rotate::<T>(&subject, Pallet::<T>::rotation_limit() - 1);
		let successor: T::AccountId = account("successor", 0, 0);
		Offers::<T>::insert(party::<T>(&subject).id, &successor);

		#[extrinsic_call]
		_(RawOrigin::Signed(successor.clone()), subject.clone());

		assert_eq!(party::<T>(&subject).enterprise.controller, successor);
	}

	#[benchmark]
	fn start_recovery() {
		let registrar = registrar::<T>();
		let subject = enterprise::<T>("enterprise", 0);
		rotate::<T>(&subject, T::MaxAccounts::get() - 1);
		attested::<T>(&subject, registrar.clone(), Pallet::<T>::today() + 1);
		let successor: T::AccountId = account("successor", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(registrar), subject.clone(), successor.clone());

		assert_eq!(Pallet::<T>::recovery(subject).expect("it began").account, successor);
	}

	#[benchmark]
	fn cancel_recovery() {
		let registrar = registrar::<T>();
		let subject = enterprise::<T>("enterprise", 0);
		rotate::<T>(&subject, T::MaxAccounts::get());
		let account: T::AccountId = account("successor", 0, 0);
		let recovery = Recovery { account, registrar: Some(registrar), ready: 0 };
		Recoveries::<T>::insert(party::<T>(&subject).id, recovery);

		#[extrinsic_call]
		_(RawOrigin::Signed(subject.clone()), subject.clone());

		assert_eq!(Pallet::<T>::recovery(subject), None);
	}

	#[benchmark]
	fn finish_recovery() {
		let registrar = registrar::<T>();
		let subject = enterprise::<T>("enterprise", 0);
		rotate::<T>(&subject, T::MaxAccounts::get() - 1);
		let id = party::<T>(&subject).id;
		Offers::<T>::insert(id, &subject);
		let successor: T::AccountId = account("successor", 0, 0);
		let recovery =
			Recovery { account: successor.clone(), registrar: Some(registrar), ready: 0 };
		Recoveries::<T>::insert(id, recovery);

		#[extrinsic_call]
		_(RawOrigin::Signed(successor.clone()), subject.clone());

		assert_eq!(party::<T>(&subject).enterprise.controller, successor);
	}

	#[benchmark]
	fn propose_relationship() {
		let [caller, partner] = [0, 1].map(|number| enterprise::<T>("enterprise", number));
		let kind = RelationshipKind::Supplies;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), partner.clone(), kind, true);

		assert_eq!(Pallet::<T>::proposals(partner, None, 9).len(), 1);
	}

	#[benchmark]
	fn withdraw_proposal() {
		let [caller, partner] = [0, 1].map(|number| enterprise::<T>("enterprise", number));
		let kind = RelationshipKind::Supplies;
		let party = party::<T>(&caller);
		Pallet::<T>::do_propose(caller.clone(), party, &partner, kind, true).expect("endowed");

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), partner.clone(), kind, true);

		assert_eq!(Pallet::<T>::proposals(partner, None, 9).len(), 0);
	}

	#[benchmark]
	fn answer_proposal(s: Linear<0, { T::MaxPartners::get() - 1 }>) {
		let [caller, partner] = [0, 1].map(|number| enterprise::<T>("enterprise", number));
		crowd::<T>(&caller, &partner, s);
		let kind = RelationshipKind::Supplies;
		let proposer = party::<T>(&partner);
		Pallet::<T>::do_propose(partner.clone(), proposer, &caller, kind, false).expect("endowed");

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), partner, kind, true, true);

		assert_eq!(Pallet::<T>::position(caller).expect("it is registered").degree, s + 1);
		assert_eq!(Pallet::<T>::network().triangles, u64::from(s));
		assert!(Pallet::<T>::network().in_closed_rings >= s);
	}

	#[benchmark]
	fn submit_agreement(s: Linear<0, { T::MaxPartners::get() - 1 }>) {
		let SignedAgreement { agreement, giver_signature, receiver_signature } =
			signing_crowd::<T>(s);
		let giver = agreement.giver.clone();
		let caller: T::AccountId = account("platform", 0, 0);
		endow::<T>(&caller, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), agreement, giver_signature, receiver_signature);

		assert_eq!(Pallet::<T>::position(giver).expect("it is registered").degree, s + 1);
		assert!(Pallet::<T>::network().in_closed_rings >= s);
	}

	#[benchmark]
	fn submit_agreements(
		n: Linear<1, { T::MaxBatch::get() }>,
		s: Linear<0, { T::MaxPartners::get() - 1 }>,
	) {
		let mut agreements = vec![signing_crowd::<T>(s)];
		for number in 1..n {
			let [first, second] = [2 * number, 2 * number + 1];
			register::<T>(T::BenchmarkHelper::signer(first));
			register::<T>(T::BenchmarkHelper::signer(second));
			agreements.push(agreement::<T>(first, second));
		}
		let before = Pallet::<T>::network().relationships;
		let agreements = BoundedVec::try_from(agreements).expect("as many as may be");
		let caller: T::AccountId = account("platform", 0, 0);
		endow::<T>(&caller, n);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), agreements);

		assert_eq!(Pallet::<T>::network().relationships, before + n);
		assert!(Pallet::<T>::network().in_closed_rings >= s);
	}

	#[benchmark]
	fn end_relationship(s: Linear<1, { T::MaxPartners::get() - 1 }>) {
		let [caller, partner] = [0, 1].map(|number| enterprise::<T>("enterprise", number));
		// One of the partners of the smaller side is the other side itself.
		crowd::<T>(&caller, &partner, s - 1);
		supply(&party::<T>(&caller), &party::<T>(&partner));
		Pallet::<T>::note_order(&caller, &partner, 1);
		assert!(Pallet::<T>::network().in_closed_rings >= s - 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), partner);

		assert_eq!(Pallet::<T>::position(caller).expect("it is registered").degree, s - 1);
		assert_eq!(Pallet::<T>::network().in_closed_rings, 0);
		assert_eq!(Pallet::<T>::network().orders, 0);
	}

	#[benchmark]
	fn note_order() {
		let [a, b] = [0, 1].map(|number| enterprise::<T>("enterprise", number));
		supply(&party::<T>(&a), &party::<T>(&b));

		#[block]
		{
			Pallet::<T>::note_order(&a, &b, 1);
		}

		assert_eq!(Pallet::<T>::network().orders, 1);
	}

	#[benchmark]
	fn signals() {
		let [a, b] = [0, 1].map(|number| enterprise::<T>("enterprise", number));
		supply(&party::<T>(&a), &party::<T>(&b));
		for _ in 0..100 {
			Pallet::<T>::note_order(&a, &b, 1);
		}
		let said;

		#[block]
		{
			said = Pallet::<T>::signals(&a);
		}

		assert_eq!(said.concentration, 10_000);
	}

	#[benchmark]
	fn lapse_nothing() {
		LapseCursor::<T>::put(Pallet::<T>::today());

		#[block]
		{
			Pallet::<T>::lapse_in_hook(&mut WeightMeter::new());
		}

		assert_eq!(LapseCursor::<T>::get(), Some(Pallet::<T>::today()));
	}

	#[benchmark]
	fn lapse_verification() {
		let account = enterprise::<T>("enterprise", 0);
		rotate::<T>(&account, T::MaxAccounts::get());
		let until = Pallet::<T>::today() + 1;
		attested::<T>(&account, registrar::<T>(), until);
		LapseCursor::<T>::put(until);
		// For this one alone, and not for the end of the day.
		let mut meter = WeightMeter::with_limit(Pallet::<T>::lapse_step());

		#[block]
		{
			Pallet::<T>::lapse_due(until + 1, &mut meter);
		}

		assert_eq!(party::<T>(&account).enterprise.verification, None);
		assert_eq!(LapseCursor::<T>::get(), Some(until));
	}

	#[benchmark]
	fn pass_day() {
		let today = Pallet::<T>::today();
		LapseCursor::<T>::put(today);

		#[block]
		{
			Pallet::<T>::lapse_due(today + 1, &mut WeightMeter::new());
		}

		assert_eq!(LapseCursor::<T>::get(), Some(today + 1));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
