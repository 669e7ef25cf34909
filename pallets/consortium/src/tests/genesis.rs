use super::*;
use crate::{GenesisConfig, GenesisMember};
use frame::traits::Hooks;

fn starts_with(change: impl FnOnce(&mut Vec<GenesisMember<u64>>)) {
	let mut members = VALIDATORS
		.into_iter()
		.map(|account| genesis_member(account, [Role::Validator].into()))
		.collect();
	change(&mut members);
	ExtBuilder::default().members(members).build_and_execute(|| {});
}

#[test]
fn members_and_seats_are_there() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(accounts(), vec![1, 2, 3, 4, BANK]);
		assert_eq!(Consortium::member(1), Some(member(1, [Role::Validator].into())));
	});
}

#[test]
fn seats_are_in_order_whatever_the_order_of_members() {
	starts_with(|members| members.reverse());
}

#[test]
fn no_member_is_no_error() {
	ExtBuilder::default().members(vec![]).build_and_execute(|| {
		// The session pallet's own list decides.
		assert_eq!(Authorities::get(), VALIDATORS.to_vec());
	});
}

#[test]
fn keys_of_strangers_do_not_count() {
	ExtBuilder::default().keys(vec![1, 2, 3, 4, STRANGER]).build_and_execute(|| {
		assert_eq!(Authorities::get(), VALIDATORS.to_vec());
	});
}

#[test]
fn is_written_in_json() {
	let json = serde_json::json!({
		"members": [{
			"account": 1,
			"name": "Danske Havne",
			"country": "DK",
			"legalEntity": legal_entity(1).to_string(),
			"roles": ["Validator", "Carrier"],
		}]
	});
	let config = serde_json::from_value::<GenesisConfig<Test>>(json.clone()).unwrap();
	assert_eq!(
		config.members,
		vec![GenesisMember {
			account: 1,
			name: "Danske Havne".into(),
			country: "DK".parse().unwrap(),
			legal_entity: legal_entity(1),
			roles: [Role::Validator, Role::Carrier].into(),
		}]
	);
	assert_eq!(
		serde_json::to_value(&config).unwrap()["members"][0]["legalEntity"],
		json["members"][0]["legalEntity"]
	);

	let refused = |change: &dyn Fn(&mut serde_json::Value)| {
		let mut json = json.clone();
		change(&mut json["members"][0]);
		assert!(serde_json::from_value::<GenesisConfig<Test>>(json).is_err());
	};
	refused(&|member| member["legal_entity"] = member["legalEntity"].clone());
	refused(&|member| member["vote"] = 2.into());
	refused(&|member| member["country"] = "ZZ".into());
	refused(&|member| member["legalEntity"] = "HANSE".into());
	refused(&|member| member["roles"] = serde_json::json!(["Owner"]));
	refused(&|member| drop(member.as_object_mut().unwrap().remove("name")));
}

#[test]
#[should_panic(expected = "genesis member \"\": InvalidName")]
fn fails_without_a_name() {
	starts_with(|members| members[0].name.clear());
}

#[test]
#[should_panic(expected = "the name is too long")]
fn fails_with_a_long_name() {
	starts_with(|members| members[0].name = "x".repeat(33));
}

#[test]
#[should_panic(expected = "genesis member \"Member 2\": AlreadyMember")]
fn fails_with_an_account_twice() {
	starts_with(|members| members[1].account = 1);
}

#[test]
#[should_panic(expected = "genesis member \"Member 2\": LegalEntityTaken")]
fn fails_with_a_legal_entity_twice() {
	starts_with(|members| members[1].legal_entity = legal_entity(1));
}

#[test]
#[should_panic(expected = "UnknownCountry")]
fn fails_in_an_unknown_country() {
	starts_with(|members| members[0].country = Decode::decode(&mut &b"ZZ"[..]).unwrap());
}

#[test]
#[should_panic(expected = "InvalidLegalEntity")]
fn fails_with_an_invalid_legal_entity() {
	starts_with(|members| members[0].legal_entity = Decode::decode(&mut &[0; 20][..]).unwrap());
}

#[test]
#[should_panic(expected = "TooManyMembers")]
fn fails_with_too_many_members() {
	starts_with(|members| {
		members.extend((5..=9).map(|account| genesis_member(account, Roles::new())))
	});
}

#[test]
#[should_panic(expected = "fewer than 2 members have both the validator role and session keys")]
fn fails_without_enough_keys() {
	ExtBuilder::default().keys(vec![1]).build_and_execute(|| {});
}

#[test]
#[should_panic(expected = "fewer than 2 members have both the validator role and session keys")]
fn fails_without_enough_validators() {
	starts_with(|members| {
		members.iter_mut().skip(1).for_each(|member| member.roles = Roles::new())
	});
}

#[test]
fn integrity_holds() {
	ExtBuilder::default().build_and_execute(<Consortium as Hooks<u64>>::integrity_test);
}

#[test]
#[should_panic(expected = "a chain without validators stands still")]
fn integrity_fails_without_a_minimum_of_validators() {
	ExtBuilder::default()
		.min_validators(0)
		.build_and_execute(<Consortium as Hooks<u64>>::integrity_test);
}

#[test]
#[should_panic(expected = "there must be room")]
fn integrity_fails_without_room_for_the_minimum() {
	ExtBuilder::default().build_and_execute(|| {
		MinValidators::set(9);
		<Consortium as Hooks<u64>>::integrity_test();
	});
}
