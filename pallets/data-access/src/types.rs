//! Types that know nothing of the pallet's configuration.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::{
	deps::frame_support::PalletError,
	prelude::{H256, Saturating, blake2_256},
};
use hanse_credit_model::{Category, DAY, Moment};
use hanse_types::Day;
use scale_info::TypeInfo;

/// The number of a grant. None is given twice.
pub type GrantId = u64;

/// The day that a moment lies in.
pub fn day_of(moment: Moment) -> Day {
	Day::try_from(moment / DAY).unwrap_or(Day::MAX)
}

/// What evidence is to be used for.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Purpose {
	/// To decide on credit: a line, a limit, a term of payment.
	#[codec(index = 0)]
	CreditDecision,
	/// To insure a trade, or to settle a claim.
	#[codec(index = 1)]
	Insurance,
	/// To clear goods at a border.
	#[codec(index = 2)]
	CustomsClearance,
	/// To audit.
	#[codec(index = 3)]
	Audit,
	/// To finance a trade: receivables, goods, letters of credit.
	#[codec(index = 4)]
	TradeFinance,
	/// To decide a dispute, or to argue in one.
	#[codec(index = 5)]
	Dispute,
	/// Something else, which the two agreed on off chain. It covers none of the above.
	#[codec(index = 6)]
	Other,
}

impl Purpose {
	/// Every purpose, in the order of their indices.
	pub const ALL: [Self; 7] = [
		Self::CreditDecision,
		Self::Insurance,
		Self::CustomsClearance,
		Self::Audit,
		Self::TradeFinance,
		Self::Dispute,
		Self::Other,
	];
}

/// By which way evidence was given.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Channel {
	/// From one program to another.
	#[codec(index = 0)]
	Interface,
	/// Fetched by a person from a portal.
	#[codec(index = 1)]
	Portal,
	/// Sent as a message: mail, SWIFT, EDI.
	#[codec(index = 2)]
	Message,
	/// On paper, or on another thing that is carried.
	#[codec(index = 3)]
	Medium,
	/// Looked at where it lies, so that nothing was handed over.
	#[codec(index = 4)]
	Inspection,
	/// Another one.
	#[codec(index = 5)]
	Other,
}

impl Channel {
	/// Every channel, in the order of their indices.
	pub const ALL: [Self; 6] =
		[Self::Interface, Self::Portal, Self::Message, Self::Medium, Self::Inspection, Self::Other];
}

/// What allows a disclosure.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum LegalBasis {
	/// The subject, by this grant.
	#[codec(index = 0)]
	Grant(GrantId),
	/// A law that asks for it: to supervisors and customs only.
	#[codec(index = 1)]
	Law,
}

/// What a subject grants.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Terms<AccountId> {
	/// To whom: any account of the party.
	pub grantee: AccountId,
	/// Which evidence.
	pub category: Category,
	/// What for.
	pub purpose: Purpose,
	/// When it ends, in seconds since the UNIX epoch. It holds before that moment, and not at it.
	pub until: Moment,
	/// A commitment to the keys of the documents off chain, wrapped for the grantee.
	pub keys: Option<H256>,
}

/// A grant as it is stored.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Grant<AccountId, Ticket> {
	/// Whose evidence it opens.
	pub subject: AccountId,
	/// To whom.
	pub grantee: AccountId,
	/// Which evidence.
	pub category: Category,
	/// What for.
	pub purpose: Purpose,
	/// When it was granted, in seconds since the UNIX epoch.
	pub since: Moment,
	/// When it ends. It holds before that moment, and not at it.
	pub until: Moment,
	/// A commitment to the wrapped keys of the documents off chain.
	pub keys: Option<H256>,
	/// Who pays the deposit.
	pub payer: AccountId,
	/// The deposit for what is stored.
	pub ticket: Ticket,
}

impl<AccountId, Ticket> Grant<AccountId, Ticket> {
	/// Whether it has not ended.
	pub const fn holds(&self, now: Moment) -> bool {
		now < self.until
	}
}

/// What an account of a subject signs so that anybody can bring a grant to the chain for it.
///
/// It ends with its day, and as soon as the subject changes or ends any grant, so that nothing that
/// was signed before a revocation can be brought again after it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Permission<AccountId> {
	/// The account that signs.
	pub account: AccountId,
	/// What it grants.
	pub terms: Terms<AccountId>,
	/// The subject's counter of changes.
	pub changes: u32,
	/// The last day on which it may be brought.
	pub bring_by: Day,
}

impl<AccountId: Encode> Permission<AccountId> {
	/// What every signed permission begins with.
	pub const PREFIX: [u8; 14] = *b"hanse/access/1";

	/// The bytes that are signed: the prefix, the hash of the chain's first block, and the
	/// permission.
	pub fn payload(&self, genesis_hash: &impl Encode) -> Vec<u8> {
		(Self::PREFIX, genesis_hash, self).encode()
	}
}

/// What an account of a subject signs so that anybody can bring a revocation to the chain for it.
///
/// It never ends: a grant is revoked once.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Revocation<AccountId> {
	/// The account that signs.
	pub account: AccountId,
	/// The grant that it revokes.
	pub id: GrantId,
}

impl<AccountId: Encode> Revocation<AccountId> {
	/// What every signed revocation begins with.
	pub const PREFIX: [u8; 14] = *b"hanse/revoke/1";

	/// The bytes that are signed: the prefix, the hash of the chain's first block, and the
	/// revocation.
	pub fn payload(&self, genesis_hash: &impl Encode) -> Vec<u8> {
		(Self::PREFIX, genesis_hash, self).encode()
	}
}

/// What a member says that it discloses.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Disclosure<AccountId, Documents> {
	/// About whom: any account of the enterprise.
	pub subject: AccountId,
	/// To whom: any account of the party; by law, that of the member.
	pub recipient: AccountId,
	/// Which evidence.
	pub category: Category,
	/// What for.
	pub purpose: Purpose,
	/// By which way.
	pub channel: Channel,
	/// What allows it.
	pub basis: LegalBasis,
	/// The commitments of the documents; at least one.
	pub documents: Documents,
}

/// A disclosure as it stands in the log of its subject.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Entry<AccountId, BlockNumber, Documents> {
	/// About whom.
	pub subject: AccountId,
	/// Its place in the log, from zero.
	pub number: u64,
	/// The block that the entry before it was logged in; `None` for the first. It may be the same
	/// block.
	pub previous: Option<BlockNumber>,
	/// Who disclosed.
	pub discloser: AccountId,
	/// To whom.
	pub recipient: AccountId,
	/// Which evidence.
	pub category: Category,
	/// What for.
	pub purpose: Purpose,
	/// By which way.
	pub channel: Channel,
	/// What allowed it.
	pub basis: LegalBasis,
	/// The commitments of the documents.
	pub documents: Documents,
	/// The time of the block, in seconds since the UNIX epoch.
	pub at: Moment,
}

impl<AccountId: Encode, BlockNumber: Encode, Documents: Encode>
	Entry<AccountId, BlockNumber, Documents>
{
	/// What is hashed before everything else.
	pub const PREFIX: [u8; 18] = *b"hanse/disclosure/1";

	/// The head of a log that this entry is added to: BLAKE2b-256 of the prefix, the head before,
	/// and the entry in SCALE.
	pub fn head(&self, before: H256) -> H256 {
		H256(blake2_256(&(Self::PREFIX, before, self).encode()))
	}
}

/// How far the log of a subject goes. Its entries are events; this tells whether one has them all.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Default,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct LogHead<BlockNumber> {
	/// The hash that follows from all entries; zero if there is none.
	pub head: H256,
	/// How many there are.
	pub entries: u64,
	/// The block that the last one was logged in.
	pub last: Option<BlockNumber>,
}

impl<BlockNumber> LogHead<BlockNumber> {
	/// The log with one more entry, logged in `block`.
	#[must_use]
	pub fn with<AccountId: Encode, Documents: Encode>(
		&self,
		entry: &Entry<AccountId, BlockNumber, Documents>,
		block: BlockNumber,
	) -> Self
	where
		BlockNumber: Encode,
	{
		let mut entries = self.entries;
		entries.saturating_inc();
		Self { head: entry.head(self.head), entries, last: Some(block) }
	}
}

/// What the pallet keeps of a subject, whoever of its accounts acts.
#[derive(
	Clone,
	PartialEq,
	Eq,
	Default,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct File<BlockNumber> {
	/// How many grants are stored; some may have ended, and not have been removed yet.
	pub grants: u32,
	/// How often a grant was changed, or ended before its time.
	pub changes: u32,
	/// What was disclosed.
	pub log: LogHead<BlockNumber>,
}

/// A grant that holds, as the view functions tell it.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct GrantReport<AccountId> {
	/// Its number.
	pub id: GrantId,
	/// Whose evidence it opens.
	pub subject: AccountId,
	/// To whom.
	pub grantee: AccountId,
	/// Which evidence.
	pub category: Category,
	/// What for.
	pub purpose: Purpose,
	/// When it was granted, in seconds since the UNIX epoch.
	pub since: Moment,
	/// When it ends.
	pub until: Moment,
	/// A commitment to the wrapped keys of the documents off chain.
	pub keys: Option<H256>,
	/// Who pays the deposit.
	pub payer: AccountId,
}

impl<AccountId> GrantReport<AccountId> {
	/// What is told of a grant.
	pub fn new<Ticket>(id: GrantId, grant: Grant<AccountId, Ticket>) -> Self {
		let Grant { subject, grantee, category, purpose, since, until, keys, payer, .. } = grant;
		Self { id, subject, grantee, category, purpose, since, until, keys, payer }
	}
}

/// Why a disclosure is refused.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	PalletError,
)]
pub enum Cause {
	/// It names no document.
	#[codec(index = 0)]
	NoDocuments,
	/// Who discloses and who receives are one.
	#[codec(index = 1)]
	ToItself,
	/// There is no grant of this number any more, or there never was.
	#[codec(index = 2)]
	UnknownGrant,
	/// The grant has ended.
	#[codec(index = 3)]
	GrantEnded,
	/// The grant is that of another subject.
	#[codec(index = 4)]
	OtherSubject,
	/// The grant is to another party.
	#[codec(index = 5)]
	OtherGrantee,
	/// The grant is for other evidence.
	#[codec(index = 6)]
	OtherCategory,
	/// The grant is for another purpose.
	#[codec(index = 7)]
	OtherPurpose,
	/// The law is named, but the recipient is neither a supervisor nor customs.
	#[codec(index = 8)]
	NotAuthority,
}

#[cfg(test)]
mod tests {
	use super::*;

	/// Whether bytes hash to what the documentation says they do.
	fn is_documented(bytes: &[u8], hash: &str) -> bool {
		let digits = blake2_256(bytes).map(|byte| alloc::format!("{byte:02x}"));
		digits.concat() == hash
	}

	fn terms() -> Terms<[u8; 32]> {
		Terms {
			grantee: [2; 32],
			category: Category::Payment,
			purpose: Purpose::TradeFinance,
			until: 5,
			keys: None,
		}
	}

	#[test]
	fn lists_are_in_the_order_of_the_indices() {
		for (index, purpose) in Purpose::ALL.into_iter().enumerate() {
			assert_eq!(purpose.encode(), [index as u8]);
		}
		for (index, channel) in Channel::ALL.into_iter().enumerate() {
			assert_eq!(channel.encode(), [index as u8]);
		}
		assert!(Purpose::decode(&mut &[7][..]).is_err());
		assert!(Channel::decode(&mut &[6][..]).is_err());
		assert!(LegalBasis::decode(&mut &[2][..]).is_err());
	}

	#[test]
	fn a_permission_is_signed_byte_by_byte_as_documented() {
		let permission = Permission { account: [1; 32], terms: terms(), changes: 3, bring_by: 4 };
		let expected = [
			&b"hanse/access/1"[..],
			&[9; 32],
			&[1; 32],
			&[2; 32],
			&[2],
			&[4],
			&[5, 0, 0, 0, 0, 0, 0, 0],
			&[0],
			&[3, 0, 0, 0],
			&[4, 0, 0, 0],
		];
		assert_eq!(permission.payload(&[9u8; 32]), expected.concat());
		assert!(is_documented(
			&expected.concat(),
			"8867ddb9d69225ac3302be540ea324782065d18a3c747d3984be10076a96a557"
		));
		let with_keys =
			Permission { terms: Terms { keys: Some(H256([7; 32])), ..terms() }, ..permission };
		let expected = [&expected[..7], &[&[1], &[7; 32]], &expected[8..]].concat();
		assert_eq!(with_keys.payload(&[9u8; 32]), expected.concat());
	}

	#[test]
	fn a_revocation_is_signed_byte_by_byte_as_documented() {
		let revocation = Revocation { account: [1u8; 32], id: 6 };
		let expected = [&b"hanse/revoke/1"[..], &[9; 32], &[1; 32], &[6, 0, 0, 0, 0, 0, 0, 0]];
		assert_eq!(revocation.payload(&[9u8; 32]), expected.concat());
		assert!(is_documented(
			&expected.concat(),
			"541f1d6783986a3f93462ef2e55b21b7edc72a3789d36283d41a330a32814236"
		));
	}

	#[test]
	fn an_entry_is_hashed_byte_by_byte_as_documented() {
		let entry = Entry {
			subject: [1u8; 32],
			number: 2,
			previous: Some(3u32),
			discloser: [4u8; 32],
			recipient: [5u8; 32],
			category: Category::Shipping,
			purpose: Purpose::Insurance,
			channel: Channel::Message,
			basis: LegalBasis::Grant(6),
			documents: vec![H256([7; 32]), H256([8; 32])],
			at: 9,
		};
		let written = [
			&[1; 32][..],
			&[2, 0, 0, 0, 0, 0, 0, 0],
			&[1, 3, 0, 0, 0],
			&[4; 32],
			&[5; 32],
			&[1, 1, 2],
			&[0, 6, 0, 0, 0, 0, 0, 0, 0],
			&[8],
			&[7; 32],
			&[8; 32],
			&[9, 0, 0, 0, 0, 0, 0, 0],
		]
		.concat();
		assert_eq!(entry.encode(), written);
		let hashed = [&b"hanse/disclosure/1"[..], &[10; 32], &written].concat();
		assert_eq!(entry.head(H256([10; 32])), H256(blake2_256(&hashed)));
		assert!(is_documented(
			&hashed,
			"b8ab290f6e3d931f57152aa82a022a084778176cec2222d5291f5285c068eb60"
		));

		let log = LogHead { head: H256([10; 32]), entries: 2, last: Some(3) };
		let longer = log.with(&entry, 11);
		let expected = LogHead { head: entry.head(log.head), entries: 3, last: Some(11) };
		assert_eq!(longer, expected);
	}

	#[test]
	fn a_grant_holds_before_its_end_and_not_at_it() {
		let grant = Grant {
			subject: (),
			grantee: (),
			category: Category::Payment,
			purpose: Purpose::Audit,
			since: 0,
			until: 10,
			keys: None,
			payer: (),
			ticket: (),
		};
		assert!(grant.holds(9));
		assert!(!grant.holds(10));
		assert_eq!(day_of(DAY - 1), 0);
		assert_eq!(day_of(DAY), 1);
		assert_eq!(day_of(Moment::MAX), Day::MAX);
	}
}
