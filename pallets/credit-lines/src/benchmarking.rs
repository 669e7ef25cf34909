//! What calls, draws and expiries cost, at their worst: the enterprise has as many lines as it may
//! have, each of another bank, and the one in question is the last.

use super::*;
use frame::benchmarking::prelude::*;
use hanse_credit_model::{Grade, Warning, WarningLevel};
use hanse_traits::{CreditLines, Standing};

/// Makes enterprises for benchmarks.
pub trait BenchmarkHelper<AccountId> {
	/// Registers the account as an enterprise, so that asking whom it stands for costs what it may.
	fn enterprise(account: &AccountId);
}

const ASSET: SettlementAsset = SettlementAsset::Native;

/// A line for as long as may be, for anybody.
fn terms<T: Config>(limit: u32) -> TermsOf<T> {
	Terms {
		limit: limit.into(),
		until: Pallet::<T>::now() + T::MaxPeriod::get(),
		minimum: Grade::D,
	}
}

fn enterprise<T: Config>() -> T::AccountId {
	let account = account("enterprise", 0, 0);
	T::BenchmarkHelper::enterprise(&account);
	account
}

/// A bank that can pay the deposit of a line.
fn bank<T: Config>(number: u32) -> T::AccountId {
	let bank = account("bank", number, 0);
	T::Members::set_member(&bank, &[Role::Bank]);
	T::LineDeposit::ensure_successful(&bank, Pallet::<T>::line_footprint());
	bank
}

/// Lets a bank set a line for the enterprise.
fn set<T: Config>(subject: &T::AccountId, bank: &T::AccountId) {
	Pallet::<T>::do_set(bank.clone(), subject, ASSET, terms::<T>(1_000))
		.expect("the line can be set");
}

/// An enterprise with all lines that it may have but one.
fn crowded<T: Config>() -> T::AccountId {
	let subject = enterprise::<T>();
	for other in 1..T::MaxLines::get() {
		set::<T>(&subject, &bank::<T>(other));
	}
	subject
}

/// The last line that an enterprise may have.
fn last<T: Config>() -> LineKeyOf<T> {
	let (subject, bank) = (crowded::<T>(), bank::<T>(0));
	set::<T>(&subject, &bank);
	LineKey { subject, bank, asset: ASSET }
}

/// Lets all of a line be drawn.
fn draw_all<T: Config>(key: &LineKeyOf<T>) {
	<Pallet<T> as CreditLines<T::AccountId, T::Balance>>::draw(
		&key.bank,
		&key.subject,
		ASSET,
		1_000u32.into(),
	)
	.expect("it can be drawn");
}

fn state<T: Config>(key: &LineKeyOf<T>) -> Option<LineState> {
	Pallet::<T>::stored(key).map(|line| line.state)
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn set_line() {
		let subject = crowded::<T>();
		ExpiryCursor::<T>::kill();
		let bank = bank::<T>(0);

		#[extrinsic_call]
		_(RawOrigin::Signed(bank.clone()), subject.clone(), ASSET, terms::<T>(1_000));

		assert_eq!(state::<T>(&LineKey { subject, bank, asset: ASSET }), Some(LineState::Open));
	}

	#[benchmark]
	fn change_line() {
		let key = last::<T>();
		let LineKey { subject, bank, asset } = key.clone();
		let before = terms::<T>(1_000);
		let terms = Terms { until: before.until - DAY, ..before };

		#[extrinsic_call]
		_(RawOrigin::Signed(bank), subject, asset, terms);

		assert_eq!(Pallet::<T>::stored(&key).expect("it was set").terms, terms);
	}

	#[benchmark]
	fn withdraw_line() {
		let key = last::<T>();
		let LineKey { subject, bank, asset } = key.clone();

		#[extrinsic_call]
		_(RawOrigin::Signed(bank), subject, asset);

		assert_eq!(state::<T>(&key), None);
	}

	#[benchmark]
	fn suspend_line() {
		let key = last::<T>();
		let LineKey { subject, bank, asset } = key.clone();

		#[extrinsic_call]
		_(RawOrigin::Signed(bank), subject, asset);

		assert_eq!(state::<T>(&key), Some(LineState::Suspended(Suspension::Bank)));
	}

	#[benchmark]
	fn resume_line() {
		let key = last::<T>();
		Pallet::<T>::do_suspend(key.clone()).expect("it is open");
		let LineKey { subject, bank, asset } = key.clone();

		#[extrinsic_call]
		_(RawOrigin::Signed(bank), subject, asset);

		assert_eq!(state::<T>(&key), Some(LineState::Open));
	}

	#[benchmark]
	fn note_repayment() {
		let key = last::<T>();
		draw_all::<T>(&key);
		// The last of it, so that the line goes too.
		Pallet::<T>::do_close(&key, Closing::Withdrawn).expect("it is open");
		let LineKey { subject, bank, asset } = key.clone();
		let amount: T::Balance = 1_000u32.into();

		#[extrinsic_call]
		_(RawOrigin::Signed(bank), subject, asset, amount);

		assert_eq!(state::<T>(&key), None);
	}

	#[benchmark]
	fn decline_line() {
		let key = last::<T>();
		let LineKey { subject, bank, asset } = key.clone();

		#[extrinsic_call]
		_(RawOrigin::Signed(subject), bank, asset);

		assert_eq!(state::<T>(&key), None);
	}

	#[benchmark]
	fn draw() {
		let key = last::<T>();

		#[block]
		{
			draw_all::<T>(&key);
		}

		assert_eq!(Pallet::<T>::stored(&key).expect("it was set").drawn, 1_000u32.into());
	}

	#[benchmark]
	fn repay() {
		let key = last::<T>();
		draw_all::<T>(&key);
		Pallet::<T>::do_close(&key, Closing::Withdrawn).expect("it is open");
		let LineKey { subject, bank, asset } = key.clone();
		let amount: T::Balance = 1_001u32.into();
		let taken;

		#[block]
		{
			taken = <Pallet<T> as CreditLines<T::AccountId, T::Balance>>::repay(
				&bank, &subject, asset, amount,
			);
		}

		assert_eq!(taken, 1_000u32.into());
		assert_eq!(state::<T>(&key), None);
	}

	#[benchmark]
	fn standing_changed() {
		let key = last::<T>();
		let warning = Warning { level: WarningLevel::Critical, ..Default::default() };
		let standing = Standing { score: 0, grade: Grade::D, warning };

		#[block]
		{
			<Pallet<T> as OnStanding<T::AccountId>>::changed(&key.subject, &standing);
		}

		assert!(
			Lines::<T>::get(&key.subject)
				.iter()
				.all(|line| line.state == LineState::Suspended(Suspension::Warning))
		);
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
	fn expire_line() {
		let key = last::<T>();
		// The others end on other days.
		let day = day_of(terms::<T>(1_000).until);
		let _ = Expiries::<T>::clear_prefix(day, u32::MAX, None);
		Expiries::<T>::insert(day, &key, ());
		ExpiryCursor::<T>::put(day);
		// For this one alone, and not for the end of the day.
		let mut meter = WeightMeter::with_limit(Pallet::<T>::expiry_step());

		#[block]
		{
			Pallet::<T>::expire_due(day + 1, &mut meter);
		}

		assert_eq!(state::<T>(&key), None);
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
