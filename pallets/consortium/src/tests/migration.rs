//! From the state of an earlier release to the present one.

use super::*;
use crate::migrations::v2::{MemberV1, MigrateV1ToV2};
use frame::deps::frame_support::storage_alias;

#[storage_alias]
type Members = StorageMap<Consortium, Blake2_128Concat, u64, MemberV1<crate::NameOf<Test>>>;

/// Writes the members as version 1 did, whoever they are now.
fn go_back() {
	for (account, Member { name, country, legal_entity, roles, .. }) in Consortium::members() {
		Members::insert(account, MemberV1 { name, country, legal_entity, roles });
	}
	StorageVersion::new(1).put::<Consortium>();
}

#[test]
fn members_stay_members() {
	ExtBuilder::default().build_and_execute(|| {
		let before = Consortium::members();
		go_back();
		// Version 1 cannot be read as version 2.
		assert!(Consortium::members().is_empty());
		assert_eq!(StorageVersion::get::<Consortium>(), 1);

		let weight = MigrateV1ToV2::<Test>::on_runtime_upgrade();
		assert!(weight.all_gte(<Test as frame_system::Config>::DbWeight::get().reads_writes(5, 5)));
		assert_eq!(StorageVersion::get::<Consortium>(), 2);
		assert_eq!(Consortium::members(), before);
		assert_eq!(Consortium::member(1), Some(founder(1, [Role::Validator].into())));
		assert_eq!(Consortium::validators(), VALIDATORS.to_vec());
		assert_eq!(crate::Members::<Test>::count(), 5);
	});
}

#[test]
fn the_minimum_is_one_until_it_is_set() {
	ExtBuilder::default().min_validators(None).build_and_execute(|| {
		go_back();
		MigrateV1ToV2::<Test>::on_runtime_upgrade();
		assert_eq!(Consortium::minimum_validators(), 1);
	});
}

#[test]
fn nothing_happens_twice() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(admit(6, []));
		let before = Consortium::members();
		let root = frame::deps::sp_io::storage::root(StateVersion::V1);
		MigrateV1ToV2::<Test>::on_runtime_upgrade();
		assert_eq!(Consortium::members(), before);
		assert_eq!(frame::deps::sp_io::storage::root(StateVersion::V1), root);
	});
}

#[test]
fn life_goes_on() {
	ExtBuilder::default().build_and_execute(|| {
		run_to_session(1);
		go_back();
		MigrateV1ToV2::<Test>::on_runtime_upgrade();
		run_to_session(4);
		assert_eq!(Authorities::get(), VALIDATORS.to_vec());
		assert_eq!(Changes::get(), 0);
		assert_ok!(admit(6, [Role::Validator]));
		assert_ok!(set_keys(6));
		assert_ok!(remove(1));
		run_to_session(6);
		assert_eq!(Authorities::get(), vec![2, 3, 4, 6]);
	});
}

#[cfg(feature = "try-runtime")]
#[test]
fn it_is_checked() {
	ExtBuilder::default().build_and_execute(|| {
		go_back();
		let state = MigrateV1ToV2::<Test>::pre_upgrade().unwrap();
		// Without the migration the check fails,
		assert!(MigrateV1ToV2::<Test>::post_upgrade(state.clone()).is_err());
		// with it the check passes,
		MigrateV1ToV2::<Test>::on_runtime_upgrade();
		assert_ok!(MigrateV1ToV2::<Test>::post_upgrade(state.clone()));
		// and if a member were lost it would fail.
		assert_ok!(remove(BANK));
		assert!(MigrateV1ToV2::<Test>::post_upgrade(state).is_err());
	});
}
