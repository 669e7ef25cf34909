use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// What a member of the consortium may do.
///
/// A member holds any number of roles; each is granted and withdrawn by the consortium.
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
pub enum Role {
	/// Authors and finalises blocks.
	#[codec(index = 0)]
	Validator,
	/// Submits evidence about trades: a marketplace or a platform.
	#[codec(index = 1)]
	TransactionProvider,
	/// Submits evidence about shipments.
	#[codec(index = 2)]
	ShippingProvider,
	/// Submits evidence about payments.
	#[codec(index = 3)]
	PaymentProvider,
	/// Submits evidence about conduct.
	#[codec(index = 4)]
	BehaviourProvider,
	/// Submits evidence about identity and standing.
	#[codec(index = 5)]
	VerificationProvider,
	/// Decides disputes.
	#[codec(index = 6)]
	Arbitrator,
	/// Lends, holds and pays money.
	#[codec(index = 7)]
	Bank,
	/// Insures trades.
	#[codec(index = 8)]
	Insurer,
	/// Moves goods.
	#[codec(index = 9)]
	Carrier,
	/// Clears goods at a border.
	#[codec(index = 10)]
	Customs,
	/// Examines goods.
	#[codec(index = 11)]
	Inspector,
	/// Registers enterprises.
	#[codec(index = 12)]
	Registrar,
	/// Watches trade as the law asks, sees warnings, freezes what must be frozen.
	#[codec(index = 13)]
	Supervisor,
	/// Inspects any state and recomputes any score.
	#[codec(index = 14)]
	Auditor,
}

impl Role {
	/// Every role, in the order of their indices.
	pub const ALL: [Role; 15] = [
		Role::Validator,
		Role::TransactionProvider,
		Role::ShippingProvider,
		Role::PaymentProvider,
		Role::BehaviourProvider,
		Role::VerificationProvider,
		Role::Arbitrator,
		Role::Bank,
		Role::Insurer,
		Role::Carrier,
		Role::Customs,
		Role::Inspector,
		Role::Registrar,
		Role::Supervisor,
		Role::Auditor,
	];
}

impl fmt::Display for Role {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		// The name in the metadata, in JSON and on paper is one and the same.
		fmt::Debug::fmt(self, f)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn all_holds_every_index_once_and_in_order() {
		for (index, role) in Role::ALL.iter().enumerate() {
			assert_eq!(role.encode(), vec![index as u8]);
		}
		assert!(Role::decode(&mut &[Role::ALL.len() as u8][..]).is_err());
		assert!(Role::ALL.is_sorted());
	}

	#[test]
	fn is_called_the_same_everywhere() {
		for role in Role::ALL {
			assert_eq!(serde_json::to_string(&role).unwrap(), format!("\"{role}\""));
			assert_eq!(serde_json::from_str::<Role>(&format!("\"{role}\"")).unwrap(), role);
		}
		assert!(serde_json::from_str::<Role>("\"Owner\"").is_err());
	}
}
