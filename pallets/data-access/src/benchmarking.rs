//! What calls and expiries cost, at their worst: everybody is an enterprise, every disclosure is about
//! another one and names as many documents as it may, and signatures are those of browser wallets,
//! which are looked at twice.

use super::*;
use frame::benchmarking::prelude::*;
use hanse_signatures::{SigningKeys, genesis_hash, wrapped};

/// Signs for benchmarks, and makes enterprises.
pub trait BenchmarkHelper<AccountId, Signature>: SigningKeys<AccountId, Signature> {
	/// Registers the account as an enterprise, so that asking whom it stands for costs what it may.
	fn enterprise(account: &AccountId);
}

/// A moment after all others in a benchmark.
fn later<T: Config>() -> Moment {
	Pallet::<T>::now() + T::MaxPeriod::get()
}

fn enterprise<T: Config>(name: &'static str, number: u32) -> T::AccountId {
	let account = account(name, number, 0);
	T::BenchmarkHelper::enterprise(&account);
	account
}

/// Gives an account what the deposit of a grant costs it.
fn endow<T: Config>(account: &T::AccountId) {
	T::GrantDeposit::ensure_successful(account, Pallet::<T>::grant_footprint());
}

/// What every subject grants: to an enterprise of its own number, and for as long as may be.
fn terms<T: Config>(number: u32) -> Terms<T::AccountId> {
	Terms {
		grantee: enterprise::<T>("grantee", number),
		category: Category::Payment,
		purpose: Purpose::TradeFinance,
		until: later::<T>(),
		keys: Some(H256::repeat_byte(1)),
	}
}

/// Lets an account grant, at the expense of another one that is paid for nothing else.
fn granted<T: Config>(account: &T::AccountId, terms: Terms<T::AccountId>) -> GrantId {
	let id = NextGrant::<T>::get();
	let payer: T::AccountId = frame::benchmarking::prelude::account("payer", id as u32, 0);
	endow::<T>(&payer);
	Pallet::<T>::do_grant(account.clone(), payer, terms).expect("it can be granted");
	id
}

/// Lets a grant have ended, and the queue not have come to it.
fn ended<T: Config>(id: GrantId) {
	Grants::<T>::mutate(id, |grant| {
		let grant = grant.as_mut().expect("it was granted");
		Expiries::<T>::remove(day_of(grant.until), id);
		grant.until = 0;
		Expiries::<T>::insert(day_of(0), id, ());
	});
}

/// A permission of the key with this number, and its signature.
fn permission<T: Config>(number: u32) -> (Permission<T::AccountId>, T::Signature) {
	let account = T::BenchmarkHelper::signer(number);
	let permission = Permission {
		changes: Pallet::<T>::changes(account.clone()),
		account,
		terms: terms::<T>(number),
		bring_by: day_of(Pallet::<T>::now()),
	};
	let message = wrapped(&permission.payload(&genesis_hash::<T>()));
	(permission, T::BenchmarkHelper::sign(number, &message))
}

fn member<T: Config>() -> T::AccountId {
	let member = account("member", 0, 0);
	T::Members::set_member(&member, &[]);
	member
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn grant_access() {
		let caller = enterprise::<T>("subject", 0);
		let terms = terms::<T>(0);
		let before = granted::<T>(&caller, terms.clone());
		ended::<T>(before);
		ExpiryCursor::<T>::kill();
		endow::<T>(&caller);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), terms);

		assert!(!Grants::<T>::contains_key(before));
		assert_eq!(Pallet::<T>::grants(caller).len(), 1);
	}

	#[benchmark]
	fn bring_permission() {
		let subject = T::BenchmarkHelper::signer(0);
		T::BenchmarkHelper::enterprise(&subject);
		let (permission, signature) = permission::<T>(0);
		let before = granted::<T>(&subject, permission.terms.clone());
		ended::<T>(before);
		ExpiryCursor::<T>::kill();
		let caller: T::AccountId = account("platform", 0, 0);
		endow::<T>(&caller);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller.clone()), permission, signature);

		assert_eq!(Pallet::<T>::grants(subject).remove(0).payer, caller);
	}

	#[benchmark]
	fn change_grant() {
		let caller = enterprise::<T>("subject", 0);
		let id = granted::<T>(&caller, terms::<T>(0));
		let until = later::<T>() - DAY;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id, until, None);

		assert_eq!(Pallet::<T>::grant(id).expect("it was granted").until, until);
	}

	#[benchmark]
	fn revoke_grant() {
		let caller = enterprise::<T>("subject", 0);
		let id = granted::<T>(&caller, terms::<T>(0));

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id);

		assert!(!Grants::<T>::contains_key(id));
	}

	#[benchmark]
	fn bring_revocation() {
		let account = T::BenchmarkHelper::signer(0);
		T::BenchmarkHelper::enterprise(&account);
		let id = granted::<T>(&account, terms::<T>(0));
		let revocation = Revocation { account, id };
		let message = wrapped(&revocation.payload(&genesis_hash::<T>()));
		let signature = T::BenchmarkHelper::sign(0, &message);
		let caller: T::AccountId = frame::benchmarking::prelude::account("platform", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), revocation, signature);

		assert!(!Grants::<T>::contains_key(id));
	}

	#[benchmark]
	fn renounce_grant() {
		let terms = terms::<T>(0);
		let caller = terms.grantee.clone();
		let id = granted::<T>(&enterprise::<T>("subject", 0), terms);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id);

		assert!(!Grants::<T>::contains_key(id));
	}

	#[benchmark]
	fn log_disclosures(n: Linear<1, { T::MaxDisclosures::get() }>) {
		let caller = member::<T>();
		let documents = (0..T::MaxDocuments::get()).map(|i| H256(blake2_256(&i.encode())));
		let documents =
			DocumentsOf::<T>::try_from(documents.collect::<Vec<_>>()).expect("as many as may be");
		let disclosures = (0..n).map(|number| {
			let subject = enterprise::<T>("subject", number);
			let terms = terms::<T>(number);
			let id = granted::<T>(&subject, terms.clone());
			Disclosure {
				subject,
				recipient: terms.grantee,
				category: terms.category,
				purpose: terms.purpose,
				channel: Channel::Portal,
				basis: LegalBasis::Grant(id),
				documents: documents.clone(),
			}
		});
		let disclosures = disclosures.collect::<Vec<_>>();
		let last = disclosures[n as usize - 1].subject.clone();
		let disclosures = BoundedVec::try_from(disclosures).expect("as many as may be");

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), disclosures);

		assert_eq!(Pallet::<T>::disclosure_log(last).entries, 1);
	}

	#[benchmark]
	fn expire_nothing() {
		ExpiryCursor::<T>::put(day_of(Pallet::<T>::now()));

		#[block]
		{
			Pallet::<T>::expire_in_hook(&mut WeightMeter::new());
		}

		assert_eq!(ExpiryCursor::<T>::get(), Some(day_of(Pallet::<T>::now())));
	}

	#[benchmark]
	fn expire_grant() {
		let id = granted::<T>(&enterprise::<T>("subject", 0), terms::<T>(0));
		let day = day_of(later::<T>());
		ExpiryCursor::<T>::put(day);
		// For this one alone, and not for the end of the day.
		let mut meter = WeightMeter::with_limit(Pallet::<T>::expiry_step());

		#[block]
		{
			Pallet::<T>::expire_due(day + 1, &mut meter);
		}

		assert!(!Grants::<T>::contains_key(id));
		assert_eq!(ExpiryCursor::<T>::get(), Some(day));
	}

	#[benchmark]
	fn pass_day() {
		let today = day_of(Pallet::<T>::now());
		ExpiryCursor::<T>::put(today);

		#[block]
		{
			Pallet::<T>::expire_due(today + 1, &mut WeightMeter::new());
		}

		assert_eq!(ExpiryCursor::<T>::get(), Some(today + 1));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
