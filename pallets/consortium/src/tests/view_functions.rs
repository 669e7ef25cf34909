use super::*;

#[test]
fn members_come_in_order_and_with_everything() {
	ExtBuilder::default().build_and_execute(|| {
		let members = Consortium::members();
		assert_eq!(members.iter().map(|(account, _)| *account).collect::<Vec<_>>(), accounts());
		assert_eq!(members[4], (BANK, founder(BANK, [Role::Bank].into())));
		assert_eq!(Consortium::member(BANK), Some(members[4].1.clone()));
		assert_eq!(Consortium::member(STRANGER), None);
	});
}

#[test]
fn validators_are_those_with_role_and_keys() {
	ExtBuilder::default().build_and_execute(|| {
		// Keys without the role, the role without keys, both, and neither.
		assert_ok!(set_keys(BANK));
		assert_ok!(admit(7, [Role::Validator]));
		assert_ok!(admit(6, [Role::Validator]));
		assert_ok!(admit(8, []));
		assert_eq!(Consortium::validators(), VALIDATORS.to_vec());
		assert_eq!(Consortium::validators_without_keys(), vec![6, 7]);

		// Nor who is suspended or absent.
		assert_ok!(suspend(7));
		assert_ok!(suspend_provisionally(1));
		Absent::set(vec![2]);
		assert_eq!(Consortium::validators(), vec![3, 4]);
		assert_eq!(Consortium::validators_without_keys(), vec![6]);
	});
}

#[test]
fn applications_come_in_order_and_with_everything() {
	ExtBuilder::default().build_and_execute(|| {
		for account in [8, 6, 7] {
			assert_ok!(apply(account, [Role::Bank]));
		}
		let applications = Consortium::applications();
		assert_eq!(
			applications,
			[6, 7, 8].map(|account| (account, application(account, [Role::Bank]))).to_vec()
		);
		assert_eq!(Consortium::application(6), Some(applications[0].1.clone()));
		assert_eq!(Consortium::application(STRANGER), None);
		assert_eq!(Consortium::application_hash(STRANGER), None);
		assert_eq!(Consortium::bond(6), BOND);
		assert_eq!(Consortium::bond(STRANGER), 0);
	});
}

#[test]
fn an_application_is_named_by_what_it_says() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(apply(6, [Role::Bank, Role::Validator]));
		let said = Consortium::application(6).unwrap();
		// As anybody can compute it.
		let bytes = [
			said.name.encode(),
			said.country.encode(),
			said.legal_entity.encode(),
			said.roles.encode(),
			said.documents.encode(),
		]
		.concat();
		assert_eq!(Consortium::application_hash(6), Some(H256(blake2_256(&bytes))));

		// Everything that it says counts, and nothing else.
		let hash = said.content_hash();
		let mut other = said.clone();
		(other.sponsor, other.expires_at) = (Some(1), 7);
		assert_eq!(other.content_hash(), hash);
		for other in [
			Application { name: name("Six"), ..said.clone() },
			Application { country: "DK".parse().unwrap(), ..said.clone() },
			Application { legal_entity: legal_entity(7), ..said.clone() },
			Application { roles: Roles::new(), ..said.clone() },
			Application { documents: H256::zero(), ..said.clone() },
		] {
			assert_ne!(other.content_hash(), hash);
		}
	});
}

#[test]
fn nodes_come_in_order() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(Consortium::nodes().is_empty());
		for (account, keys) in [(BANK, &[2u8, 1][..]), (1, &[3]), (3, &[1])] {
			assert_ok!(register_nodes(account, keys));
		}
		assert_eq!(
			Consortium::nodes(),
			vec![
				(1, nodes(&[3]).into_inner()),
				(3, nodes(&[1]).into_inner()),
				(BANK, nodes(&[2, 1]).into_inner()),
			]
		);
	});
}

#[test]
fn a_suspension_shows_while_it_is_in_force() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(Consortium::suspension(BANK), None);
		assert_eq!(Consortium::suspension(STRANGER), None);
		assert_ok!(suspend_provisionally(BANK));
		assert_eq!(cause(BANK), Some(SuspensionCause::Provisional));
		// The member shows all the time.
		assert!(Consortium::member(BANK).is_some());
		run_to_block(1 + PROVISIONAL_PERIOD);
		assert_eq!(Consortium::suspension(BANK), None);
	});
}

#[test]
fn legal_entities_lead_to_accounts() {
	ExtBuilder::default().build_and_execute(|| {
		for account in accounts() {
			assert_eq!(Consortium::account_of(legal_entity(account)), Some(account));
		}
		assert_eq!(Consortium::account_of(legal_entity(STRANGER)), None);
	});
}

#[test]
fn has_role_knows_strangers_have_none() {
	ExtBuilder::default().build_and_execute(|| {
		for role in Role::ALL {
			assert!(!Consortium::has_role(STRANGER, role));
			assert_eq!(Consortium::has_role(BANK, role), role == Role::Bank);
		}
	});
}
