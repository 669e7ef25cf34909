use alloc::string::String;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize, Serializer};

/// The sections of ISIC Rev. 4, each with its first and its last division.
///
/// Source: United Nations, International Standard Industrial Classification of All Economic
/// Activities, Revision 4 (Statistical Papers, Series M No. 4/Rev. 4), part two. Divisions that lie
/// between two sections (04, 34, 40, 44, …) do not exist.
const SECTIONS: [(char, u8, u8); 21] = [
	('A', 1, 3),
	('B', 5, 9),
	('C', 10, 33),
	('D', 35, 35),
	('E', 36, 39),
	('F', 41, 43),
	('G', 45, 47),
	('H', 49, 53),
	('I', 55, 56),
	('J', 58, 63),
	('K', 64, 66),
	('L', 68, 68),
	('M', 69, 75),
	('N', 77, 82),
	('O', 84, 84),
	('P', 85, 85),
	('Q', 86, 88),
	('R', 90, 93),
	('S', 94, 96),
	('T', 97, 98),
	('U', 99, 99),
];

/// What an enterprise does, by its division of ISIC Rev. 4.
///
/// SCALE fills it with any byte; [`validate`](Self::validate) tells whether there is such a division.
/// Text and JSON, in which it has two digits, give divisions that exist only.
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
pub struct Sector(u8);

/// Not a division of ISIC Rev. 4.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UnknownSector;

impl Sector {
	/// Refuses a division that does not exist.
	pub fn validate(&self) -> Result<(), UnknownSector> {
		self.section().map(|_| ()).ok_or(UnknownSector)
	}

	/// The section that the division belongs to, by its letter; `None` if it does not exist.
	pub fn section(&self) -> Option<char> {
		SECTIONS
			.iter()
			.find(|(_, first, last)| (*first..=*last).contains(&self.0))
			.map(|(section, _, _)| *section)
	}

	/// The number of the division.
	pub const fn division(&self) -> u8 {
		self.0
	}
}

impl TryFrom<u8> for Sector {
	type Error = UnknownSector;

	fn try_from(division: u8) -> Result<Self, Self::Error> {
		let sector = Self(division);
		sector.validate().map(|()| sector)
	}
}

impl FromStr for Sector {
	type Err = UnknownSector;

	fn from_str(division: &str) -> Result<Self, Self::Err> {
		// Signs would be read as part of a number.
		if division.len() != 2 || !division.bytes().all(|byte| byte.is_ascii_digit()) {
			return Err(UnknownSector);
		}
		division.parse::<u8>().map_err(|_| UnknownSector)?.try_into()
	}
}

impl TryFrom<String> for Sector {
	type Error = UnknownSector;

	fn try_from(division: String) -> Result<Self, Self::Error> {
		division.parse()
	}
}

impl fmt::Display for Sector {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{:02}", self.0)
	}
}

impl Serialize for Sector {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

impl fmt::Display for UnknownSector {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("not a division of ISIC Rev. 4")
	}
}

impl core::error::Error for UnknownSector {}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn sections_follow_each_other_from_a_to_u() {
		let letters = SECTIONS.map(|(section, _, _)| section);
		assert_eq!(letters.to_vec(), ('A'..='U').collect::<Vec<_>>());
		assert!(SECTIONS.iter().all(|(_, first, last)| first <= last));
		assert!(SECTIONS.windows(2).all(|pair| pair[0].2 < pair[1].1));
	}

	#[test]
	fn exactly_88_divisions_are_known_in_every_form() {
		let known = (0..=u8::MAX).filter_map(|division| Sector::try_from(division).ok());
		let known = known.collect::<Vec<_>>();
		assert_eq!(known.len(), 88);
		for sector in known {
			assert_eq!(Sector::try_from(sector.division()), Ok(sector));
			assert_eq!(sector.to_string().parse(), Ok(sector));
			let json = serde_json::to_string(&sector).unwrap();
			assert_eq!(json, format!("\"{sector}\""));
			assert_eq!(serde_json::from_str::<Sector>(&json).unwrap(), sector);
			assert_eq!(Sector::decode(&mut &sector.encode()[..]).unwrap(), sector);
		}
	}

	#[test]
	fn divisions_belong_to_sections() {
		for (division, section) in
			[("01", 'A'), ("10", 'C'), ("33", 'C'), ("46", 'G'), ("52", 'H'), ("99", 'U')]
		{
			assert_eq!(division.parse::<Sector>().unwrap().section(), Some(section));
		}
	}

	#[test]
	fn others_are_refused() {
		for division in [0, 4, 34, 40, 44, 48, 54, 57, 67, 76, 83, 89, 100, 255] {
			assert_eq!(Sector::try_from(division), Err(UnknownSector), "{division}");
			// Out of SCALE it comes all the same, and can be shown.
			let sector = Sector::decode(&mut &[division][..]).unwrap();
			assert_eq!(sector.validate(), Err(UnknownSector));
			assert_eq!(sector.section(), None);
			assert!(sector.to_string().parse::<u8>().is_ok());
		}
		for text in ["", "1", "046", "G", "+1", "-1", " 1", "4G", "00", "34", "٤٦"] {
			assert_eq!(text.parse::<Sector>(), Err(UnknownSector), "{text}");
			let json = serde_json::to_string(text).unwrap();
			assert!(serde_json::from_str::<Sector>(&json).is_err(), "{text}");
		}
	}
}
