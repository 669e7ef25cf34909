use super::*;
use hanse_types::Attribute;

fn update(account: AccountId, details: EnterpriseDetails) -> DispatchResult {
	TradeNetwork::update_enterprise(signed(account), details)
}

/// Anna's details with another commitment of an attribute.
fn with_new(attribute: Attribute) -> EnterpriseDetails {
	let mut details = details(ANNA);
	details.commitments.set(attribute, Some([99; 32]));
	details
}

#[test]
fn success_replaces_everything_of_an_unverified_enterprise() {
	ExtBuilder::default().build_and_execute(|| {
		register(ANNA);
		events();
		let new = EnterpriseDetails {
			country: "SG".parse().unwrap(),
			sector: "52".parse().unwrap(),
			kind: EnterpriseKind::Logistics,
			..details(77)
		};
		assert_ok!(update(ANNA, new));
		let event = Event::EnterpriseUpdated { subject: ANNA, before: details(ANNA), details: new };
		assert_eq!(events(), [event]);
		assert_eq!(stored(ANNA).details, new);
	});
}

#[test]
fn success_by_the_account_that_acts_now() {
	ExtBuilder::default().build_and_execute(|| {
		register(ANNA);
		rotate(ANNA, NEW);
		assert_ok!(update(NEW, details(77)));
		assert_noop!(update(ANNA, details(78)), Error::<Test>::NotController);
	});
}

#[test]
fn success_changes_sector_and_kind_of_a_verified_enterprise() {
	ExtBuilder::default().build_and_execute(|| {
		register(ANNA);
		assert_ok!(attest(ANNA, Inspected));
		let new = EnterpriseDetails {
			sector: "52".parse().unwrap(),
			kind: EnterpriseKind::Logistics,
			..details(ANNA)
		};
		assert_ok!(update(ANNA, new));
		assert_eq!(report(ANNA).level, Inspected);
	});
}

#[test]
fn success_with_a_new_address_voids_what_was_attested_of_the_old_one() {
	for (level, left) in
		[(Registered, Registered), (Identified, Registered), (Inspected, Registered)]
	{
		ExtBuilder::default().build_and_execute(|| {
			register(ANNA);
			assert_ok!(attest(ANNA, level));
			events();
			assert_ok!(update(ANNA, with_new(Attribute::Address)));
			assert_eq!(TradeNetwork::verification(ANNA), left);
			let lowered = Event::VerificationLowered { subject: ANNA, before: level, level: left };
			assert_eq!(events().contains(&lowered), level > left);
			// The registrar looks again.
			assert_ok!(attest(ANNA, level));
			assert_eq!(TradeNetwork::verification(ANNA), level);
		});
	}
}

#[test]
fn fails_to_change_what_was_verified() {
	ExtBuilder::default().build_and_execute(|| {
		register(ANNA);
		assert_ok!(attest(ANNA, Registered));
		for attribute in [Attribute::Name, Attribute::RegistrationNumber, Attribute::TaxNumber] {
			assert_noop!(update(ANNA, with_new(attribute)), Error::<Test>::Verified);
		}
		assert_noop!(update(ANNA, in_country("SG", ANNA)), Error::<Test>::Verified);

		// It can when the attestation is over, at once on the day after the last,
		CurrentDay::mutate(|today| *today += 100);
		assert_noop!(update(ANNA, with_new(Attribute::Name)), Error::<Test>::Verified);
		CurrentDay::mutate(|today| *today += 1);
		assert_ok!(update(ANNA, with_new(Attribute::Name)));
		// or when it is taken back.
		assert_ok!(attest(ANNA, Registered));
		assert_ok!(TradeNetwork::revoke_attestation(signed(REGISTRAR), ANNA));
		assert_ok!(update(ANNA, details(ANNA)));
	});
}

#[test]
fn fails_to_move_abroad_with_partners() {
	ExtBuilder::default().build_and_execute(|| {
		register_all([ANNA, BERT]);
		supply(ANNA, BERT);
		assert_noop!(update(ANNA, in_country("SG", ANNA)), Error::<Test>::StillRelated);
		// Everything else may change.
		assert_ok!(update(ANNA, details(77)));
		end(BERT, ANNA);
		assert_ok!(update(ANNA, in_country("SG", ANNA)));
		supply(ANNA, BERT);
		let pairs = TradeNetwork::country_pairs(None, 9);
		assert_eq!(pairs, [("DE".parse().unwrap(), "SG".parse().unwrap(), 1)]);
	});
}

#[test]
fn fails_with_a_country_or_a_sector_that_does_not_exist() {
	ExtBuilder::default().build_and_execute(|| {
		register(ANNA);
		let mut bytes = details(ANNA).encode();
		bytes[2] = 34;
		let bad = EnterpriseDetails::decode(&mut &bytes[..]).unwrap();
		assert_noop!(update(ANNA, bad), Error::<Test>::UnknownSector);
		bytes[..2].copy_from_slice(b"de");
		let bad = EnterpriseDetails::decode(&mut &bytes[..]).unwrap();
		assert_noop!(update(ANNA, bad), Error::<Test>::UnknownCountry);
	});
}

#[test]
fn fails_for_others() {
	ExtBuilder::default().build_and_execute(|| {
		register(ANNA);
		assert_noop!(update(STRANGER, details(9)), Error::<Test>::NotRegistered);
	});
}
