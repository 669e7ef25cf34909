use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame::deps::frame_support::PalletError;
use hanse_network_model::{Arcs, NetworkFigures};
use hanse_types::{Commitment, Day, EnterpriseDetails, VerificationLevel};
use scale_info::TypeInfo;

/// A registered trader as it is stored.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Enterprise<AccountId, Accounts, Ticket> {
	/// The account that it was registered with.
	pub subject: AccountId,
	/// The account that acts for it now.
	pub controller: AccountId,
	/// The accounts that acted for it before.
	pub former: Accounts,
	/// The member that registered it and pays its deposit.
	pub sponsor: Option<AccountId>,
	/// What it says about itself.
	pub details: EnterpriseDetails,
	/// The legal entity that it is, once registrars have said so.
	pub entity: Option<Commitment>,
	/// How far it was verified. It may have lapsed: [`Self::level`] tells.
	pub verification: Option<Verification<AccountId>>,
	/// The number of the last ending when a relationship of it ended, or when it was registered.
	pub endings: u32,
	/// The deposit for what is stored.
	pub ticket: Ticket,
}

impl<AccountId, Accounts, Ticket> Enterprise<AccountId, Accounts, Ticket> {
	/// How far it is verified on a day.
	pub fn level(&self, today: Day) -> VerificationLevel {
		self.standing(today).map_or(VerificationLevel::None, |verification| verification.level)
	}

	/// The verification that holds on a day.
	pub fn standing(&self, today: Day) -> Option<&Verification<AccountId>> {
		self.verification.as_ref().filter(|verification| today <= verification.until)
	}

	/// Whether registrars ever said which legal entity it is.
	pub const fn was_verified(&self) -> bool {
		self.entity.is_some()
	}

	/// Who pays the deposit for it.
	pub fn payer(&self) -> &AccountId {
		self.sponsor.as_ref().unwrap_or(&self.subject)
	}
}

/// What a registrar attested.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Verification<AccountId> {
	/// How far it looked.
	pub level: VerificationLevel,
	/// Who.
	pub registrar: AccountId,
	/// The last day on which it holds.
	pub until: Day,
}

/// A control of an enterprise that is to be given to another account although its key is lost.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Recovery<AccountId> {
	/// The account that is to act for the enterprise.
	pub account: AccountId,
	/// The registrar that started it; `None` if governance did.
	pub registrar: Option<AccountId>,
	/// The first day on which it can be finished.
	pub ready: Day,
}

/// What two enterprises have with each other.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Relationship<AccountId, Ticket> {
	/// What they do for each other; at least one thing.
	pub arcs: Arcs,
	/// The day on which it began.
	pub since: Day,
	/// Who pays the deposit.
	pub payer: AccountId,
	/// The deposit for what is stored.
	pub ticket: Ticket,
	/// How many orders there were.
	pub orders: u64,
	/// The class of the largest order.
	pub volume_class: u8,
	/// The day of the last order, if there was any.
	pub last: Option<Day>,
}

impl<AccountId, Ticket> Relationship<AccountId, Ticket> {
	/// Whether nothing has happened for more than so many days.
	pub fn is_dormant(&self, today: Day, after: Day) -> bool {
		let last = self.last.unwrap_or(self.since).max(self.since);
		today.saturating_sub(last) > after
	}
}

/// A relationship that one enterprise wants and the other has not answered.
#[derive(
	Clone, PartialEq, Eq, Debug, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Proposal<AccountId, Ticket> {
	/// Who pays the deposit, and the relationship's if it begins.
	pub payer: AccountId,
	/// The deposit for what is stored.
	pub ticket: Ticket,
	/// The day on which it was proposed.
	pub day: Day,
}

/// The figures of the network, and the period whose activity they count.
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
pub struct FiguresAt {
	/// The figures.
	pub figures: NetworkFigures,
	/// The period that [`NetworkFigures::active`] is about.
	pub period: u32,
}

impl FiguresAt {
	/// The same at the time of a later period.
	#[must_use]
	pub fn roll(mut self, period: u32) -> Self {
		if period > self.period {
			let follows = self.period.saturating_add(1) == period;
			self.figures.active_before = if follows { self.figures.active } else { 0 };
			self.figures.active = 0;
			self.period = period;
		}
		self
	}
}

/// How many days a period of activity has.
pub const PERIOD: Day = 30;

/// The period that a day belongs to.
pub const fn period_of(day: Day) -> u32 {
	day / PERIOD
}

/// Why an agreement is refused.
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
	/// The account of one side belongs to no enterprise.
	#[codec(index = 0)]
	UnknownPartner,
	/// The account of one side belongs to an enterprise for which another account acts now.
	#[codec(index = 1)]
	NotController,
	/// Both sides are one enterprise.
	#[codec(index = 2)]
	SelfRelationship,
	/// Its last day is over.
	#[codec(index = 3)]
	AgreementExpired,
	/// Its last day is too far ahead.
	#[codec(index = 4)]
	AgreementTooLong,
	/// One side has ended a relationship since it was signed, or names a counter it never had.
	#[codec(index = 5)]
	AgreementOutdated,
	/// The two do this for each other already.
	#[codec(index = 6)]
	AlreadyRelated,
	/// One side has as many partners as it may have.
	#[codec(index = 7)]
	TooManyPartners,
	/// The giver did not sign it for this chain.
	#[codec(index = 8)]
	WrongGiverSignature,
	/// The receiver did not sign it for this chain.
	#[codec(index = 9)]
	WrongReceiverSignature,
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn activity_moves_on_with_the_periods() {
		let figures = NetworkFigures { active: 5, active_before: 3, ..Default::default() };
		let at = FiguresAt { figures, period: 10 };
		assert_eq!(at.roll(10), at);
		assert_eq!(at.roll(9), at);
		let next = at.roll(11);
		assert_eq!((next.figures.active, next.figures.active_before, next.period), (0, 5, 11));
		let later = at.roll(12);
		assert_eq!((later.figures.active, later.figures.active_before, later.period), (0, 0, 12));
	}

	#[test]
	fn a_relationship_is_dormant_when_long_nothing_happened() {
		let relationship = Relationship {
			arcs: Arcs::EMPTY,
			since: 100,
			payer: (),
			ticket: (),
			orders: 0,
			volume_class: 0,
			last: None,
		};
		assert!(!relationship.is_dormant(110, 10));
		assert!(relationship.is_dormant(111, 10));
		let used = Relationship { last: Some(105), ..relationship };
		assert!(!used.is_dormant(115, 10));
		assert!(used.is_dormant(116, 10));
	}
}
