use alloc::string::String;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize, Serializer};

/// The officially assigned codes of ISO 3166-1 alpha-2, in alphabetical order.
///
/// Source: ISO 3166 Maintenance Agency, Online Browsing Platform
/// (<https://www.iso.org/obp/ui/#search/code/>), status "officially assigned". Codes that are
/// reserved, withdrawn or left to users (`EU`, `UK`, `SU`, `XK`) are not among them.
#[rustfmt::skip]
const ASSIGNED: [[u8; 2]; 249] = [
	*b"AD", *b"AE", *b"AF", *b"AG", *b"AI", *b"AL", *b"AM", *b"AO", *b"AQ", *b"AR", *b"AS", *b"AT", *b"AU", *b"AW", *b"AX", *b"AZ",
	*b"BA", *b"BB", *b"BD", *b"BE", *b"BF", *b"BG", *b"BH", *b"BI", *b"BJ", *b"BL", *b"BM", *b"BN", *b"BO", *b"BQ", *b"BR", *b"BS", *b"BT", *b"BV", *b"BW", *b"BY", *b"BZ",
	*b"CA", *b"CC", *b"CD", *b"CF", *b"CG", *b"CH", *b"CI", *b"CK", *b"CL", *b"CM", *b"CN", *b"CO", *b"CR", *b"CU", *b"CV", *b"CW", *b"CX", *b"CY", *b"CZ",
	*b"DE", *b"DJ", *b"DK", *b"DM", *b"DO", *b"DZ",
	*b"EC", *b"EE", *b"EG", *b"EH", *b"ER", *b"ES", *b"ET",
	*b"FI", *b"FJ", *b"FK", *b"FM", *b"FO", *b"FR",
	*b"GA", *b"GB", *b"GD", *b"GE", *b"GF", *b"GG", *b"GH", *b"GI", *b"GL", *b"GM", *b"GN", *b"GP", *b"GQ", *b"GR", *b"GS", *b"GT", *b"GU", *b"GW", *b"GY",
	*b"HK", *b"HM", *b"HN", *b"HR", *b"HT", *b"HU",
	*b"ID", *b"IE", *b"IL", *b"IM", *b"IN", *b"IO", *b"IQ", *b"IR", *b"IS", *b"IT",
	*b"JE", *b"JM", *b"JO", *b"JP",
	*b"KE", *b"KG", *b"KH", *b"KI", *b"KM", *b"KN", *b"KP", *b"KR", *b"KW", *b"KY", *b"KZ",
	*b"LA", *b"LB", *b"LC", *b"LI", *b"LK", *b"LR", *b"LS", *b"LT", *b"LU", *b"LV", *b"LY",
	*b"MA", *b"MC", *b"MD", *b"ME", *b"MF", *b"MG", *b"MH", *b"MK", *b"ML", *b"MM", *b"MN", *b"MO", *b"MP", *b"MQ", *b"MR", *b"MS", *b"MT", *b"MU", *b"MV", *b"MW", *b"MX", *b"MY", *b"MZ",
	*b"NA", *b"NC", *b"NE", *b"NF", *b"NG", *b"NI", *b"NL", *b"NO", *b"NP", *b"NR", *b"NU", *b"NZ",
	*b"OM",
	*b"PA", *b"PE", *b"PF", *b"PG", *b"PH", *b"PK", *b"PL", *b"PM", *b"PN", *b"PR", *b"PS", *b"PT", *b"PW", *b"PY",
	*b"QA",
	*b"RE", *b"RO", *b"RS", *b"RU", *b"RW",
	*b"SA", *b"SB", *b"SC", *b"SD", *b"SE", *b"SG", *b"SH", *b"SI", *b"SJ", *b"SK", *b"SL", *b"SM", *b"SN", *b"SO", *b"SR", *b"SS", *b"ST", *b"SV", *b"SX", *b"SY", *b"SZ",
	*b"TC", *b"TD", *b"TF", *b"TG", *b"TH", *b"TJ", *b"TK", *b"TL", *b"TM", *b"TN", *b"TO", *b"TR", *b"TT", *b"TV", *b"TW", *b"TZ",
	*b"UA", *b"UG", *b"UM", *b"US", *b"UY", *b"UZ",
	*b"VA", *b"VC", *b"VE", *b"VG", *b"VI", *b"VN", *b"VU",
	*b"WF", *b"WS",
	*b"YE", *b"YT",
	*b"ZA", *b"ZM", *b"ZW",
];

/// A country by its code of ISO 3166-1 alpha-2, in capital letters.
///
/// SCALE fills it with any two bytes; [`validate`](Self::validate) tells whether they are an
/// officially assigned code. Text and JSON give valid codes only.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Deserialize,
)]
#[serde(try_from = "String")]
pub struct CountryCode([u8; 2]);

/// Not an officially assigned code of ISO 3166-1 alpha-2.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UnknownCountry;

impl CountryCode {
	/// Refuses a code that is not officially assigned.
	pub fn validate(&self) -> Result<(), UnknownCountry> {
		ASSIGNED.binary_search(&self.0).map(|_| ()).map_err(|_| UnknownCountry)
	}

	/// The two letters.
	pub fn as_bytes(&self) -> &[u8; 2] {
		&self.0
	}
}

impl TryFrom<[u8; 2]> for CountryCode {
	type Error = UnknownCountry;

	fn try_from(code: [u8; 2]) -> Result<Self, Self::Error> {
		let country = Self(code);
		country.validate().map(|()| country)
	}
}

impl FromStr for CountryCode {
	type Err = UnknownCountry;

	fn from_str(code: &str) -> Result<Self, Self::Err> {
		<[u8; 2]>::try_from(code.as_bytes()).map_err(|_| UnknownCountry)?.try_into()
	}
}

impl TryFrom<String> for CountryCode {
	type Error = UnknownCountry;

	fn try_from(code: String) -> Result<Self, Self::Error> {
		code.parse()
	}
}

impl fmt::Display for CountryCode {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		// Any two bytes can be here; only what is text is shown as text.
		self.0.escape_ascii().fmt(f)
	}
}

impl Serialize for CountryCode {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

impl fmt::Display for UnknownCountry {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("not an officially assigned code of ISO 3166-1 alpha-2")
	}
}

impl core::error::Error for UnknownCountry {}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn table_is_sorted_and_without_repetition() {
		assert!(ASSIGNED.is_sorted_by(|a, b| a < b));
		assert!(ASSIGNED.iter().flatten().all(u8::is_ascii_uppercase));
	}

	#[test]
	fn assigned_codes_are_known_in_every_form() {
		for code in ASSIGNED {
			let country = CountryCode::try_from(code).unwrap();
			assert_eq!(country.as_bytes(), &code);
			assert_eq!(country.to_string().parse(), Ok(country));
			let json = serde_json::to_string(&country).unwrap();
			assert_eq!(json, format!("\"{country}\""));
			assert_eq!(serde_json::from_str::<CountryCode>(&json).unwrap(), country);
			assert_eq!(CountryCode::decode(&mut &country.encode()[..]).unwrap(), country);
		}
		assert_eq!("DE".parse::<CountryCode>().unwrap().to_string(), "DE");
	}

	#[test]
	fn exactly_249_pairs_of_bytes_are_known() {
		let known =
			(0..=u16::MAX).filter(|n| CountryCode::try_from(n.to_be_bytes()).is_ok()).count();
		assert_eq!(known, 249);
	}

	#[test]
	fn other_codes_are_refused() {
		// Left to users, exceptionally reserved, withdrawn, small letters, wrong length, no text.
		for code in ["XK", "EU", "UK", "SU", "AN", "ZZ", "de", "De", "", "D", "DEU", "ß", "D "] {
			assert_eq!(code.parse::<CountryCode>(), Err(UnknownCountry), "{code}");
			let json = serde_json::to_string(code).unwrap();
			assert!(serde_json::from_str::<CountryCode>(&json).is_err(), "{code}");
		}
	}

	#[test]
	fn a_code_out_of_scale_is_not_trusted() {
		let country = CountryCode::decode(&mut &b"ZZ"[..]).unwrap();
		assert_eq!(country.validate(), Err(UnknownCountry));
		// It can still be shown.
		assert_eq!(CountryCode([0, 255]).to_string(), "\\x00\\xff");
	}
}
