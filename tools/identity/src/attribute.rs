//! What attributes are called, and which byte stands for each.

use hanse_types::Attribute;

/// Not the name of an attribute.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not an attribute: these are name, registrationNumber, taxNumber and address")]
pub struct UnknownAttribute;

/// The byte of an attribute in what is hashed; the same as in SCALE.
pub const fn index(attribute: Attribute) -> u8 {
	match attribute {
		Attribute::Name => 0,
		Attribute::RegistrationNumber => 1,
		Attribute::TaxNumber => 2,
		Attribute::Address => 3,
	}
}

/// The name of an attribute; the same as in JSON.
pub const fn name(attribute: Attribute) -> &'static str {
	match attribute {
		Attribute::Name => "name",
		Attribute::RegistrationNumber => "registrationNumber",
		Attribute::TaxNumber => "taxNumber",
		Attribute::Address => "address",
	}
}

/// The attribute of that name.
pub fn attribute(text: &str) -> Result<Attribute, UnknownAttribute> {
	Attribute::ALL.into_iter().find(|attribute| name(*attribute) == text).ok_or(UnknownAttribute)
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;

	#[test]
	fn attributes_are_called_and_numbered_as_everywhere() {
		for one in Attribute::ALL {
			assert_eq!(one.encode(), [index(one)]);
			assert_eq!(serde_json::to_value(one).unwrap(), name(one));
			assert_eq!(attribute(name(one)), Ok(one));
		}
		assert_eq!(attribute("Name"), Err(UnknownAttribute));
	}
}
