use crate::commitments::SCHEME;
use hanse_identity::Salt;
use serde::{Deserialize, Serialize};

/// Made in another way than this.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("it was made by the scheme `{0}`, and this is for `{SCHEME}`: get the tool of that scheme")]
pub struct OtherScheme(String);

/// A file with the salt of a document: the secret that ties the document to its commitment, and what
/// has to be destroyed for the commitment to mean nothing any more.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(into = "Written", try_from = "Written")]
pub struct SaltFile(pub Salt);

/// The file in JSON.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
	scheme: String,
	salt: Salt,
}

impl From<SaltFile> for Written {
	fn from(SaltFile(salt): SaltFile) -> Self {
		Self { scheme: SCHEME.into(), salt }
	}
}

impl TryFrom<Written> for SaltFile {
	type Error = OtherScheme;

	fn try_from(Written { scheme, salt }: Written) -> Result<Self, OtherScheme> {
		if scheme == SCHEME { Ok(Self(salt)) } else { Err(OtherScheme(scheme)) }
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_salt_is_read_as_it_was_written() {
		let file = SaltFile(Salt::from([7; 32]));
		let json = serde_json::to_value(&file).unwrap();
		assert_eq!(json["scheme"], "hanse/document/1");
		assert_eq!(json["salt"], format!("0x{}", "07".repeat(32)));
		assert_eq!(serde_json::from_value::<SaltFile>(json).unwrap(), file);
		assert_eq!(format!("{file:?}"), "SaltFile(Salt(…))");
	}

	#[test]
	fn what_another_tool_made_is_no_salt() {
		let zeros = "0".repeat(64);
		for other in [
			format!(r#"{{"scheme": "hanse/document/9", "salt": "{zeros}"}}"#),
			format!(r#"{{"scheme": "hanse/attribute/1", "salt": "{zeros}"}}"#),
			format!(r#"{{"salt": "{zeros}"}}"#),
			format!(r#"{{"scheme": "hanse/document/1", "salt": "{zeros}", "more": 1}}"#),
			r#"{"scheme": "hanse/document/1", "salt": "0x00"}"#.to_owned(),
		] {
			assert!(serde_json::from_str::<SaltFile>(&other).is_err(), "{other}");
		}
	}
}
