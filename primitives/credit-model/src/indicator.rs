use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The five kinds of evidence.
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
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub enum Category {
	/// Orders: completed, cancelled, disputed.
	#[codec(index = 0)]
	Transaction,
	/// Goods on their way: shipped, delivered, intact.
	#[codec(index = 1)]
	Shipping,
	/// Money: on time, late, not at all.
	#[codec(index = 2)]
	Payment,
	/// How a trader deals with others: ratings, complaints, returns.
	#[codec(index = 3)]
	Behaviour,
	/// What an outside authority says: registration, customs, tax, audit.
	#[codec(index = 4)]
	Verification,
}

impl Category {
	/// All categories, in the order of their indices.
	pub const ALL: [Self; 5] =
		[Self::Transaction, Self::Shipping, Self::Payment, Self::Behaviour, Self::Verification];
}

/// The five sides of creditworthiness, in the order in which reports list them.
#[derive(
	Clone,
	Copy,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Debug,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub enum Dimension {
	/// Does the trader do what was ordered?
	#[codec(index = 0)]
	TransactionFulfilment,
	/// Does it pay?
	#[codec(index = 1)]
	FinancialStrength,
	/// Do its goods arrive?
	#[codec(index = 2)]
	LogisticsDelivery,
	/// How does it deal with complaints?
	#[codec(index = 3)]
	AfterSalesService,
	/// Does it keep the law?
	#[codec(index = 4)]
	Compliance,
}

impl Dimension {
	/// How many dimensions there are.
	pub const COUNT: usize = 5;

	/// All dimensions, in order.
	pub const ALL: [Self; Self::COUNT] = [
		Self::TransactionFulfilment,
		Self::FinancialStrength,
		Self::LogisticsDelivery,
		Self::AfterSalesService,
		Self::Compliance,
	];
}

/// What a record can be about. An outcome of 10,000 is always the best for the subject: a default
/// that did not happen, a complaint that was answered in time.
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
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub enum Indicator {
	/// The order was completed.
	#[codec(index = 0)]
	OrderCompleted,
	/// The seller did not cancel.
	#[codec(index = 1)]
	NotCancelled,
	/// No dispute was lost.
	#[codec(index = 2)]
	DisputeNotLost,
	/// Shipped by the agreed day.
	#[codec(index = 3)]
	ShippedOnTime,
	/// Delivered by the agreed day.
	#[codec(index = 4)]
	DeliveredOnTime,
	/// The goods arrived whole.
	#[codec(index = 5)]
	ArrivedIntact,
	/// Paid by the agreed day.
	#[codec(index = 6)]
	PaidOnTime,
	/// How few days late a payment was.
	#[codec(index = 7)]
	PaymentDelay,
	/// No default.
	#[codec(index = 8)]
	NoDefault,
	/// The rating that a counterparty gave.
	#[codec(index = 9)]
	Rating,
	/// A complaint was answered in time.
	#[codec(index = 10)]
	ComplaintAnswered,
	/// A return was handled as agreed.
	#[codec(index = 11)]
	ReturnHandled,
	/// The business registration is in order.
	#[codec(index = 12)]
	BusinessRegistration,
	/// Checks on customer identity and money laundering were passed.
	#[codec(index = 13)]
	IdentityChecks,
	/// Customs cleared the goods.
	#[codec(index = 14)]
	CustomsClearance,
	/// Taxes are paid.
	#[codec(index = 15)]
	TaxCompliance,
	/// An audit was passed.
	#[codec(index = 16)]
	Audit,
	/// A certificate is held.
	#[codec(index = 17)]
	Certificate,
}

impl Indicator {
	/// How many indicators there are.
	pub const COUNT: usize = 18;

	/// All indicators, in the order of their indices.
	pub const ALL: [Self; Self::COUNT] = [
		Self::OrderCompleted,
		Self::NotCancelled,
		Self::DisputeNotLost,
		Self::ShippedOnTime,
		Self::DeliveredOnTime,
		Self::ArrivedIntact,
		Self::PaidOnTime,
		Self::PaymentDelay,
		Self::NoDefault,
		Self::Rating,
		Self::ComplaintAnswered,
		Self::ReturnHandled,
		Self::BusinessRegistration,
		Self::IdentityChecks,
		Self::CustomsClearance,
		Self::TaxCompliance,
		Self::Audit,
		Self::Certificate,
	];

	/// The kind of evidence that the indicator belongs to.
	pub const fn category(self) -> Category {
		match self {
			Self::OrderCompleted | Self::NotCancelled | Self::DisputeNotLost => {
				Category::Transaction
			},
			Self::ShippedOnTime | Self::DeliveredOnTime | Self::ArrivedIntact => Category::Shipping,
			Self::PaidOnTime | Self::PaymentDelay | Self::NoDefault => Category::Payment,
			Self::Rating | Self::ComplaintAnswered | Self::ReturnHandled => Category::Behaviour,
			Self::BusinessRegistration
			| Self::IdentityChecks
			| Self::CustomsClearance
			| Self::TaxCompliance
			| Self::Audit
			| Self::Certificate => Category::Verification,
		}
	}

	/// The side of creditworthiness that the indicator speaks to.
	pub const fn dimension(self) -> Dimension {
		match self.category() {
			Category::Transaction => Dimension::TransactionFulfilment,
			Category::Shipping => Dimension::LogisticsDelivery,
			Category::Payment => Dimension::FinancialStrength,
			Category::Behaviour => Dimension::AfterSalesService,
			Category::Verification => Dimension::Compliance,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_lists_are_in_the_order_of_the_indices() {
		for (index, indicator) in Indicator::ALL.into_iter().enumerate() {
			assert_eq!(indicator as usize, index);
			assert_eq!(indicator.encode(), [index as u8]);
		}
		for (index, category) in Category::ALL.into_iter().enumerate() {
			assert_eq!(category.encode(), [index as u8]);
		}
		for (index, dimension) in Dimension::ALL.into_iter().enumerate() {
			assert_eq!(dimension as usize, index);
		}
		assert!(Indicator::decode(&mut &[Indicator::COUNT as u8][..]).is_err());
	}

	#[test]
	fn every_dimension_has_an_indicator() {
		for dimension in Dimension::ALL {
			assert!(Indicator::ALL.iter().any(|indicator| indicator.dimension() == dimension));
		}
	}
}
