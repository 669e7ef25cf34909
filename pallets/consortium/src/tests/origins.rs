use super::*;
use crate::{Call, EnsureMember, EnsureMemberWithRole};
use frame::traits::{EnsureOriginWithArg, UnfilteredDispatchable};
use hanse_traits::Membership;
use pallet_collective::{Instance1, RawOrigin};

/// Who may make a call.
#[derive(Clone, Copy, Debug, PartialEq)]
enum May {
	/// Two thirds of the seats, and root.
	TwoThirds,
	/// One third of the seats, and root.
	OneThird,
	/// Whoever signs, if nothing else is wrong.
	Signed,
}

/// An applicant that was sponsored, one that may apply, and one whose application has expired.
const APPLICANT: u64 = 6;
const NEWCOMER: u64 = 7;
const LATE: u64 = 8;

/// A member in good standing with a bond, and one that is suspended.
const NEIGHBOUR: u64 = 9;
const SUSPENDED: u64 = 10;

/// The state in which every call below can succeed.
fn prepare() {
	assert_ok!(admit(NEIGHBOUR, []));
	assert_ok!(admit(SUSPENDED, []));
	assert_ok!(suspend(SUSPENDED));
	assert_ok!(apply(LATE, []));
	run_to_block(1 + APPLICATION_PERIOD);
	assert_ok!(apply(APPLICANT, []));
	assert_ok!(sponsor(BANK, APPLICANT));
	events();
}

/// Every call, with who may make it.
fn calls() -> [(Call<Test>, May); 16] {
	let Application { name, country, legal_entity, roles, documents, .. } =
		application(NEWCOMER, []);
	let hash = hash_of(APPLICANT);
	[
		(Call::admit_member { account: APPLICANT, application: hash }, May::TwoThirds),
		(Call::remove_member { account: BANK }, May::TwoThirds),
		(Call::grant_role { account: BANK, role: Role::Insurer }, May::TwoThirds),
		(Call::withdraw_role { account: BANK, role: Role::Bank }, May::TwoThirds),
		(Call::apply { name, country, legal_entity, roles, documents }, May::Signed),
		(Call::withdraw_application {}, May::Signed),
		(Call::clear_application { account: LATE }, May::Signed),
		(Call::reject_application { account: APPLICANT, forfeit: true }, May::TwoThirds),
		(Call::sponsor_application { account: APPLICANT, application: hash }, May::Signed),
		(Call::withdraw_sponsorship { account: APPLICANT }, May::Signed),
		(Call::suspend_member { account: BANK, evidence: evidence() }, May::TwoThirds),
		(Call::suspend_provisionally { account: BANK, evidence: evidence() }, May::OneThird),
		(Call::reinstate_member { account: SUSPENDED }, May::TwoThirds),
		(Call::resign {}, May::Signed),
		(Call::register_nodes { nodes: nodes(&[1]) }, May::Signed),
		(Call::set_min_validators { minimum: 3 }, May::TwoThirds),
	]
}

#[test]
fn every_call_with_every_origin() {
	let seats = |yes, all| RuntimeOrigin::from(RawOrigin::<u64, Instance1>::Members(yes, all));
	// Whether each is two thirds, one third, and signed.
	let origins = [
		("root", RuntimeOrigin::root(), [true, true, false]),
		("all seats", seats(5, 5), [true, true, false]),
		("two thirds of the seats", seats(4, 6), [true, true, false]),
		("three of five seats", seats(3, 5), [false, true, false]),
		("one third of the seats", seats(2, 6), [false, true, false]),
		("three of ten seats", seats(3, 10), [false, false, false]),
		("no seat", seats(0, 5), [false, false, false]),
		("one seat", RawOrigin::<u64, Instance1>::Member(1).into(), [false, false, false]),
		("a validator", RuntimeOrigin::signed(1), [false, false, true]),
		("the member itself", RuntimeOrigin::signed(BANK), [false, false, true]),
		("a suspended member", RuntimeOrigin::signed(SUSPENDED), [false, false, true]),
		("an applicant", RuntimeOrigin::signed(APPLICANT), [false, false, true]),
		("a stranger", RuntimeOrigin::signed(STRANGER), [false, false, true]),
		("nobody", RuntimeOrigin::none(), [false, false, false]),
	];
	for index in 0..16 {
		for (name, origin, [two_thirds, one_third, signed]) in &origins {
			ExtBuilder::default().build_and_execute(|| {
				prepare();
				let (call, may) = calls()[index].clone();
				let result = || call.clone().dispatch_bypass_filter(origin.clone());
				match may {
					May::TwoThirds if *two_thirds => assert!(result().is_ok(), "{name}: {call:?}"),
					May::OneThird if *one_third => assert!(result().is_ok(), "{name}: {call:?}"),
					// Who exactly stands in the table below.
					May::Signed if *signed => assert_ne!(
						hypothetically!(result()).map_err(|error| error.error),
						Err(BadOrigin.into()),
						"{name}: {call:?}"
					),
					_ => {
						assert_noop!(result(), BadOrigin);
					},
				}
			});
		}
	}
}

#[test]
fn every_signed_call_with_every_signer() {
	use crate::Error::*;
	type Expected = Result<(), crate::Error<Test>>;
	let signers = [1, BANK, NEIGHBOUR, SUSPENDED, APPLICANT, NEWCOMER, LATE, STRANGER];
	// What the call says to each of them. The stranger comes with the newcomer's identifier.
	let table: [(&str, [Expected; 8]); 7] = [
		(
			"apply",
			[
				Err(AlreadyMember),
				Err(AlreadyMember),
				Err(AlreadyMember),
				Err(AlreadyMember),
				Err(AlreadyApplied),
				Ok(()),
				Err(AlreadyApplied),
				Ok(()),
			],
		),
		(
			"withdraw_application",
			[
				Err(NoApplication),
				Err(NoApplication),
				Err(NoApplication),
				Err(NoApplication),
				Ok(()),
				Err(NoApplication),
				Ok(()),
				Err(NoApplication),
			],
		),
		("clear_application", [Ok(()), Ok(()), Ok(()), Ok(()), Ok(()), Ok(()), Ok(()), Ok(())]),
		(
			"sponsor_application",
			[
				Err(AlreadySponsored),
				Err(AlreadySponsored),
				Err(AlreadySponsored),
				Err(Suspended),
				Err(NotMember),
				Err(NotMember),
				Err(NotMember),
				Err(NotMember),
			],
		),
		(
			"withdraw_sponsorship",
			[
				Err(NotSponsor),
				Ok(()),
				Err(NotSponsor),
				Err(NotSponsor),
				Err(NotSponsor),
				Err(NotSponsor),
				Err(NotSponsor),
				Err(NotSponsor),
			],
		),
		(
			"resign",
			[
				Ok(()),
				Ok(()),
				Ok(()),
				Ok(()),
				Err(NotMember),
				Err(NotMember),
				Err(NotMember),
				Err(NotMember),
			],
		),
		(
			"register_nodes",
			[
				Ok(()),
				Ok(()),
				Ok(()),
				Ok(()),
				Err(NotMember),
				Err(NotMember),
				Err(NotMember),
				Err(NotMember),
			],
		),
	];
	ExtBuilder::default().build_and_execute(|| {
		use frame::traits::GetCallName;
		prepare();
		let signed = calls().into_iter().filter(|(_, may)| *may == May::Signed);
		let signed = signed.map(|(call, _)| call).collect::<Vec<_>>();
		assert_eq!(signed.len(), table.len());
		for (call, (name, row)) in signed.into_iter().zip(table) {
			assert_eq!(call.get_call_name(), name);
			for (signer, expected) in signers.into_iter().zip(row) {
				let result = || call.clone().dispatch_bypass_filter(RuntimeOrigin::signed(signer));
				match expected {
					Ok(()) => hypothetically!({
						assert!(result().is_ok(), "{name} by {signer}");
						check_all();
					}),
					Err(error) => {
						assert_noop!(result(), error);
					},
				}
			}
		}
	});
}

#[test]
fn every_call_is_in_the_table() {
	use frame::traits::GetCallName;
	ExtBuilder::default().build_and_execute(|| {
		let names = calls().map(|(call, _)| call.get_call_name());
		assert_eq!(names.as_slice(), Call::<Test>::get_call_names());
		// And has the number that it will always have.
		for (index, (call, _)) in calls().into_iter().enumerate() {
			assert_eq!(usize::from(call.encode()[0]), index);
		}
	});
}

#[test]
fn members_are_let_in_as_members() {
	ExtBuilder::default().build_and_execute(|| {
		let try_origin = <EnsureMember<Test> as EnsureOrigin<_>>::ensure_origin;
		for account in [1, BANK] {
			assert_eq!(try_origin(RuntimeOrigin::signed(account)).ok(), Some(account));
		}
		assert_ok!(apply(6, []));
		for origin in [
			RuntimeOrigin::signed(STRANGER),
			RuntimeOrigin::signed(6),
			RuntimeOrigin::root(),
			RuntimeOrigin::none(),
		] {
			assert!(try_origin(origin).is_err());
		}
		for suspension in [suspend, suspend_provisionally] {
			assert_ok!(suspension(BANK));
			assert!(try_origin(RuntimeOrigin::signed(BANK)).is_err());
			assert_ok!(reinstate(BANK));
			assert!(try_origin(RuntimeOrigin::signed(BANK)).is_ok());
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

		// Whatever its roles, a suspended member is not let in.
		assert_ok!(suspend_provisionally(BANK));
		for role in [Role::Bank, Role::Supervisor] {
			let origin = RuntimeOrigin::signed(BANK);
			assert!(
				<ByArgument as EnsureOriginWithArg<_, _>>::ensure_origin(origin, &role).is_err()
			);
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

		assert_ok!(suspend_provisionally(BANK));
		assert!(!<Seen as Membership<_>>::is_member(&BANK));
		assert!(!<Seen as Membership<_>>::has_role(&BANK, Role::Bank));
		run_to_block(1 + PROVISIONAL_PERIOD);
		assert!(<Seen as Membership<_>>::is_member(&BANK));
		assert!(<Seen as Membership<_>>::has_role(&BANK, Role::Bank));
	});
}

#[test]
fn neighbours_see_who_would_validate() {
	use hanse_traits::ValidatorPool;
	ExtBuilder::default().build_and_execute(|| {
		type Seen = Consortium;
		assert_eq!(<Seen as ValidatorPool<_>>::eligible(), VALIDATORS.to_vec());
		assert_eq!(<Seen as ValidatorPool<u64>>::minimum(), 2);
		// Neither one that is absent nor one that is suspended.
		Absent::set(vec![1]);
		assert_ok!(suspend(3));
		assert_ok!(set_minimum(1));
		assert_eq!(<Seen as ValidatorPool<_>>::eligible(), vec![2, 4]);
		assert_eq!(<Seen as ValidatorPool<u64>>::minimum(), 1);
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
		assert_ok!(suspend(BANK));
		<Consortium as Membership<_>>::set_member(&BANK, &[Role::Carrier]);
		assert_eq!(Consortium::member(BANK).unwrap().roles, [Role::Carrier].into());
		assert!(has(BANK, Role::Carrier));
		assert!(seats().contains(&BANK));
	});
}
