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
		assert_eq!(Consortium::member(1), Some(founder(1, [Role::Validator].into())));
		assert_eq!(Consortium::minimum_validators(), 2);
		// Who did not apply has no bond.
		assert!((1..=20).all(|account| bond(account) == 0));
	});
}

#[test]
fn seats_are_in_order_whatever_the_order_of_members() {
	starts_with(|members| members.reverse());
}

#[test]
fn the_minimum_is_one_if_it_is_not_given() {
	ExtBuilder::default().min_validators(None).build_and_execute(|| {
		assert_eq!(Consortium::minimum_validators(), 1);
	});
}

#[test]
fn nodes_are_registered() {
	let mut members = vec![
		genesis_member(1, [Role::Validator].into()),
		genesis_member(2, [Role::Validator].into()),
	];
	members[1].nodes = nodes(&[7, 8]).into_inner();
	ExtBuilder::default().members(members).build_and_execute(|| {
		assert_eq!(Consortium::nodes(), vec![(2, nodes(&[7, 8]).into_inner())]);
	});
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
	// What was not there in the first release may be left out.
	let config = serde_json::from_value::<GenesisConfig<Test>>(json.clone()).unwrap();
	assert_eq!(
		config.members,
		vec![GenesisMember {
			account: 1,
			name: "Danske Havne".into(),
			country: "DK".parse().unwrap(),
			legal_entity: legal_entity(1),
			roles: [Role::Validator, Role::Carrier].into(),
			nodes: vec![],
		}]
	);
	assert_eq!(config.min_validators, None);
	assert_eq!(
		serde_json::to_value(&config).unwrap()["members"][0]["legalEntity"],
		json["members"][0]["legalEntity"]
	);

	let mut full = json.clone();
	full["minValidators"] = 3.into();
	full["members"][0]["nodes"] = serde_json::json!([format!("0x{}", "07".repeat(32))]);
	let config = serde_json::from_value::<GenesisConfig<Test>>(full.clone()).unwrap();
	assert_eq!(config.min_validators, Some(3));
	assert_eq!(config.members[0].nodes, nodes(&[7]).into_inner());
	assert_eq!(serde_json::to_value(&config).unwrap(), full);

	let refused = |change: &dyn Fn(&mut serde_json::Value)| {
		let mut json = json.clone();
		change(&mut json["members"][0]);
		assert!(serde_json::from_value::<GenesisConfig<Test>>(json).is_err());
	};
	refused(&|member| member["legal_entity"] = member["legalEntity"].clone());
	refused(&|member| member["vote"] = 2.into());
	refused(&|member| member["country"] = "ZZ".into());
	refused(&|member| member["legalEntity"] = "HANSE".into());
	refused(&|member| member["nodes"] = serde_json::json!(["12D3KooW"]));
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
#[should_panic(expected = "genesis: a chain without validators stands still")]
fn fails_without_a_minimum_of_validators() {
	ExtBuilder::default().min_validators(0).build_and_execute(|| {});
}

#[test]
#[should_panic(expected = "there are too many nodes")]
fn fails_with_too_many_nodes() {
	starts_with(|members| members[0].nodes = vec![hanse_types::NodeId([1; 32]); 4]);
}

#[test]
#[should_panic(expected = "genesis member \"Member 1\": DuplicateNode")]
fn fails_with_a_node_twice() {
	starts_with(|members| members[0].nodes = nodes(&[1, 1]).into_inner());
}

#[test]
fn integrity_holds() {
	ExtBuilder::default().build_and_execute(<Consortium as Hooks<u64>>::integrity_test);
}

#[test]
#[should_panic(expected = "an application must not expire at once")]
fn integrity_fails_without_time_to_vote() {
	ExtBuilder::default().build_and_execute(|| {
		TimeToApply::set(0);
		<Consortium as Hooks<u64>>::integrity_test();
	});
}

#[test]
#[should_panic(expected = "a suspension must not lapse at once")]
fn integrity_fails_without_time_to_suspend_for() {
	ExtBuilder::default().build_and_execute(|| {
		TimeSuspended::set(0);
		<Consortium as Hooks<u64>>::integrity_test();
	});
}

#[test]
#[should_panic(expected = "a chain without members stands still")]
fn integrity_fails_without_room_for_members() {
	ExtBuilder::default().build_and_execute(|| {
		MaxMembers::set(0);
		<Consortium as Hooks<u64>>::integrity_test();
	});
}
