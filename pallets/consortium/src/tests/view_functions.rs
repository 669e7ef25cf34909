use super::*;

#[test]
fn members_come_in_order_and_with_everything() {
	ExtBuilder::default().build_and_execute(|| {
		let members = Consortium::members();
		assert_eq!(members.iter().map(|(account, _)| *account).collect::<Vec<_>>(), accounts());
		assert_eq!(members[4], (BANK, member(BANK, [Role::Bank].into())));
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
