use super::*;
use crate::{Call, EnsureMember, EnsureMemberWithRole};
use frame::traits::{EnsureOriginWithArg, UnfilteredDispatchable};
use hanse_traits::Membership;
use pallet_collective::{Instance1, RawOrigin};

fn calls() -> [Call<Test>; 4] {
	let Member { name, country, legal_entity, roles } = member(6, Roles::new());
	[
		Call::admit_member { account: 6, name, country, legal_entity, roles },
		Call::remove_member { account: BANK },
		Call::grant_role { account: BANK, role: Role::Insurer },
		Call::withdraw_role { account: BANK, role: Role::Bank },
	]
}

#[test]
fn every_call_with_every_origin() {
	let seats = |yes, all| RuntimeOrigin::from(RawOrigin::<u64, Instance1>::Members(yes, all));
	let origins = [
		("root", RuntimeOrigin::root(), true),
		("all seats", seats(5, 5), true),
		("two thirds of the seats", seats(4, 6), true),
		("three of five seats", seats(3, 5), false),
		("half of the seats", seats(2, 4), false),
		("no seat", seats(0, 5), false),
		("one seat", RawOrigin::<u64, Instance1>::Member(1).into(), false),
		("a validator", RuntimeOrigin::signed(1), false),
		("the member itself", RuntimeOrigin::signed(BANK), false),
		("a stranger", RuntimeOrigin::signed(STRANGER), false),
		("nobody", RuntimeOrigin::none(), false),
	];
	for call in calls() {
		for (name, origin, allowed) in &origins {
			ExtBuilder::default().build_and_execute(|| {
				let result = || call.clone().dispatch_bypass_filter(origin.clone());
				if *allowed {
					assert!(result().is_ok(), "{name}: {call:?}");
				} else {
					assert_noop!(result(), BadOrigin);
				}
			});
		}
	}
}

#[test]
fn every_call_is_in_the_table() {
	use frame::traits::GetCallName;
	let names = calls().map(|call| call.get_call_name());
	assert_eq!(names.as_slice(), Call::<Test>::get_call_names());
}

#[test]
fn members_are_let_in_as_members() {
	ExtBuilder::default().build_and_execute(|| {
		let try_origin = <EnsureMember<Test> as EnsureOrigin<_>>::ensure_origin;
		for account in [1, BANK] {
			assert_eq!(try_origin(RuntimeOrigin::signed(account)).ok(), Some(account));
		}
		for origin in
			[RuntimeOrigin::signed(STRANGER), RuntimeOrigin::root(), RuntimeOrigin::none()]
		{
			assert!(try_origin(origin).is_err());
		}
	});
}

#[test]
fn members_are_let_in_by_role() {
	type ByArgument = EnsureMemberWithRole<Test>;
	type Supervisor = EnsureMemberWithRole<Test, SupervisorRole>;

	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(grant(BANK, Role::Supervisor));
		for (origin, role, expected) in [
			(RuntimeOrigin::signed(BANK), Role::Bank, Some(BANK)),
			(RuntimeOrigin::signed(BANK), Role::Supervisor, Some(BANK)),
			(RuntimeOrigin::signed(BANK), Role::Validator, None),
			(RuntimeOrigin::signed(1), Role::Validator, Some(1)),
			(RuntimeOrigin::signed(1), Role::Supervisor, None),
			(RuntimeOrigin::signed(STRANGER), Role::Bank, None),
			(RuntimeOrigin::root(), Role::Supervisor, None),
			(RuntimeOrigin::none(), Role::Supervisor, None),
		] {
			let result =
				<ByArgument as EnsureOriginWithArg<_, _>>::ensure_origin(origin.clone(), &role);
			assert_eq!(result.ok(), expected, "{role}");
			if role == Role::Supervisor {
				let result = <Supervisor as EnsureOrigin<_>>::ensure_origin(origin);
				assert_eq!(result.ok(), expected);
			}
		}
	});
}

#[test]
fn neighbours_see_members_and_roles() {
	ExtBuilder::default().build_and_execute(|| {
		type Seen = Consortium;
		assert!(<Seen as Membership<_>>::is_member(&BANK));
		assert!(<Seen as Membership<_>>::has_role(&BANK, Role::Bank));
		assert!(!<Seen as Membership<_>>::has_role(&BANK, Role::Validator));
		assert!(!<Seen as Membership<_>>::is_member(&STRANGER));
		assert!(!<Seen as Membership<_>>::has_role(&STRANGER, Role::Bank));
	});
}

#[cfg(feature = "runtime-benchmarks")]
#[test]
fn benchmarks_find_members_in_every_role() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(EnsureMember::<Test>::ensure_origin(
			EnsureMember::<Test>::try_successful_origin().unwrap()
		));
		type ByArgument = EnsureMemberWithRole<Test>;
		for role in Role::ALL {
			let origin = <ByArgument as EnsureOriginWithArg<_, _>>::try_successful_origin(&role);
			assert_ok!(<ByArgument as EnsureOriginWithArg<_, _>>::ensure_origin(
				origin.unwrap(),
				&role
			));
		}
		<Consortium as Membership<_>>::set_member(&BANK, &[Role::Carrier]);
		assert_eq!(Consortium::member(BANK).unwrap().roles, [Role::Carrier].into());
	});
}
