use crate::{
	Opening, Salt,
	opening::{Error, SCHEME, check_scheme},
};
use hanse_types::{Attribute, Commitments};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is known of an enterprise, as its people write it.
#[derive(Clone, Default, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase", default)]
pub struct Attributes {
	/// What it is called, as in its register.
	pub name: Option<String>,
	/// Its number in the register of its country.
	pub registration_number: Option<String>,
	/// Its LEI, or the number by which it pays taxes.
	pub tax_number: Option<String>,
	/// Where it has its seat.
	pub address: Option<String>,
}

/// The openings of an enterprise's attributes: its secret, and all that there is of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(into = "Written", try_from = "Written")]
pub struct Openings(BTreeMap<Attribute, Opening>);

/// The openings in JSON.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Written {
	scheme: String,
	#[serde(default, skip_serializing_if = "Option::is_none")]
	name: Option<Secret>,
	#[serde(default, skip_serializing_if = "Option::is_none")]
	registration_number: Option<Secret>,
	#[serde(default, skip_serializing_if = "Option::is_none")]
	tax_number: Option<Secret>,
	#[serde(default, skip_serializing_if = "Option::is_none")]
	address: Option<Secret>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Secret {
	value: String,
	salt: Salt,
}

impl Attributes {
	fn given(self) -> impl Iterator<Item = (Attribute, String)> {
		let Self { name, registration_number, tax_number, address } = self;
		Attribute::ALL
			.into_iter()
			.zip([name, registration_number, tax_number, address])
			.filter_map(|(attribute, value)| Some((attribute, value?)))
	}
}

impl Openings {
	/// New openings for what is given, each with a salt of its own.
	///
	/// With openings to `keep`, what is not given stays as it is there, and so does what is given
	/// there with the same value: its commitment must not change without need.
	pub fn new(attributes: Attributes, keep: Option<Self>) -> Result<Self, Error> {
		let mut openings = keep.map_or_else(BTreeMap::new, |Self(kept)| kept);
		for (attribute, value) in attributes.given() {
			let opening = Opening::new(attribute, &value)?;
			let same = |kept: &Opening| kept.value() == opening.value();
			if !openings.get(&attribute).is_some_and(same) {
				openings.insert(attribute, opening);
			}
		}
		Ok(Self(openings))
	}

	/// The opening of one attribute.
	pub fn get(&self, attribute: Attribute) -> Option<&Opening> {
		self.0.get(&attribute)
	}

	/// Whether there is none.
	pub fn is_empty(&self) -> bool {
		self.0.is_empty()
	}

	/// What goes on the chain. As JSON it is what clients such as @polkadot/api take for the
	/// `commitments` of an enterprise's details.
	pub fn commitments(&self) -> Commitments {
		let mut commitments = Commitments::default();
		for (attribute, opening) in &self.0 {
			commitments.set(*attribute, Some(opening.commitment()));
		}
		commitments
	}
}

impl From<Openings> for Written {
	fn from(openings: Openings) -> Self {
		let of = |attribute| {
			let opening = openings.get(attribute)?;
			Some(Secret { value: opening.value().to_string(), salt: opening.salt().clone() })
		};
		Self {
			scheme: SCHEME.into(),
			name: of(Attribute::Name),
			registration_number: of(Attribute::RegistrationNumber),
			tax_number: of(Attribute::TaxNumber),
			address: of(Attribute::Address),
		}
	}
}

impl TryFrom<Written> for Openings {
	type Error = Error;

	fn try_from(written: Written) -> Result<Self, Error> {
		let Written { scheme, name, registration_number, tax_number, address } = written;
		check_scheme(scheme)?;
		Attribute::ALL
			.into_iter()
			.zip([name, registration_number, tax_number, address])
			.filter_map(|(attribute, secret)| Some((attribute, secret?)))
			.map(|(attribute, Secret { value, salt })| {
				Ok((attribute, Opening::with_salt(attribute, &value, salt)?))
			})
			.collect::<Result<_, _>>()
			.map(Self)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{name, to_hex};

	fn attributes(json: &str) -> Attributes {
		serde_json::from_str(json).unwrap()
	}

	fn acme() -> Openings {
		let all = r#"{"name": "Acme", "registrationNumber": "hrb 1", "address": null}"#;
		Openings::new(attributes(all), None).unwrap()
	}

	#[test]
	fn only_what_is_given_is_committed_to() {
		let openings = acme();
		let commitments = serde_json::to_value(openings.commitments()).unwrap();
		assert_eq!(commitments.as_object().unwrap().len(), 4);
		for attribute in Attribute::ALL {
			let expected = openings.get(attribute).map(|opening| to_hex(&opening.commitment()));
			assert_eq!(commitments[name(attribute)].as_str(), expected.as_deref());
		}
		assert!(commitments["taxNumber"].is_null() && commitments["address"].is_null());
		assert!(Openings::new(attributes("{}"), None).unwrap().is_empty());
	}

	#[test]
	fn openings_are_read_again_as_they_were_written() {
		let openings = acme();
		let json = serde_json::to_value(&openings).unwrap();
		assert_eq!(json["scheme"], "hanse/attribute/1");
		assert_eq!(json["registrationNumber"]["value"], "HRB1");
		assert!(json.get("address").is_none());
		assert_eq!(serde_json::from_value::<Openings>(json).unwrap(), openings);
	}

	#[test]
	fn what_does_not_change_keeps_its_salt() {
		let before = acme();
		let changes = r#"{"name": " Acme ", "registrationNumber": "HRB 2", "address": "Here 1"}"#;
		let after = Openings::new(attributes(changes), Some(before.clone())).unwrap();
		assert_eq!(after.get(Attribute::Name), before.get(Attribute::Name));
		assert_ne!(
			after.get(Attribute::RegistrationNumber).unwrap().salt(),
			before.get(Attribute::RegistrationNumber).unwrap().salt()
		);
		assert_eq!(after.get(Attribute::Address).unwrap().value().as_str(), "Here 1");
		let same = Openings::new(attributes("{}"), Some(before.clone())).unwrap();
		assert_eq!(same, before);
	}

	#[test]
	fn mistakes_are_told() {
		let told = |json: &str| serde_json::from_str::<Attributes>(json).unwrap_err().to_string();
		assert!(told(r#"{"nmae": "Acme"}"#).contains("`nmae`, expected one of `name`"));
		assert!(told(r#"{"name": "A", "name": "B"}"#).contains("duplicate field"));
		assert!(told(r#"{"name": 7}"#).contains("expected a string"));
		let error = Openings::new(attributes(r#"{"taxNumber": "№ 1"}"#), None).unwrap_err();
		assert!(error.to_string().starts_with("the taxNumber cannot be used: it holds “№”"));
		let other = r#"{"scheme": "hanse/attribute/9"}"#;
		assert!(serde_json::from_str::<Openings>(other).is_err());
	}
}
