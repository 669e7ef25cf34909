//! Nobody pays to shut a door.

use super::*;
use frame::{deps::frame_support::dispatch::CheckIfFeeless, traits::UnfilteredDispatchable};

fn is_feeless(call: &Call<Test>, origin: RuntimeOrigin) -> bool {
	call.is_feeless(&origin)
}

#[test]
fn a_revocation_is_without_a_fee_if_there_is_something_to_revoke() {
	ExtBuilder.build_and_execute(|| {
		let id = grant(ANNA, BANK);
		let revoke = |id| Call::<Test>::revoke_grant { id };
		for account in [ANNA, ANNAS_OTHER] {
			assert!(is_feeless(&revoke(id), signed(account)));
			assert!(!is_feeless(&revoke(id + 1), signed(account)));
		}
		for other in [BERT, BANK, STRANGER] {
			assert!(!is_feeless(&revoke(id), signed(other)));
		}
		for other in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert!(!is_feeless(&revoke(id), other));
		}
		// Once, so that a grant that somebody paid for is not a way to free transactions.
		assert_ok!(DataAccess::revoke_grant(signed(ANNA), id));
		assert!(!is_feeless(&revoke(id), signed(ANNA)));
	});
}

#[test]
fn everything_else_has_a_fee() {
	ExtBuilder.build_and_execute(|| {
		let id = grant(ANNA, BANK);
		let permission = permission(ANNA, terms(CARRIER));
		let signature = TestSignature(ANNA, vec![]);
		let revocation = Revocation { account: ANNA, id };
		for call in [
			Call::<Test>::grant_access { terms: terms(CARRIER) },
			Call::bring_permission { permission, signature: signature.clone() },
			Call::change_grant { id, until: LATER + 1, keys: None },
			Call::bring_revocation { revocation, signature },
			Call::renounce_grant { id },
			Call::log_disclosures { disclosures: Default::default() },
		] {
			for account in [ANNA, BANK, PLATFORM] {
				assert!(!is_feeless(&call, signed(account)), "{call:?}");
			}
		}
	});
}

#[test]
fn the_fee_of_a_revocation_is_given_back_where_it_was_charged() {
	ExtBuilder.build_and_execute(|| {
		let id = grant(ANNA, BANK);
		let call = Call::<Test>::revoke_grant { id };
		assert_eq!(call.get_dispatch_info().pays_fee, Pays::Yes);
		// One that does nothing is paid for.
		let refused = call.clone().dispatch_bypass_filter(signed(BERT)).unwrap_err();
		assert_eq!(refused.post_info.pays_fee, Pays::Yes);
		let done = call.dispatch_bypass_filter(signed(ANNA)).unwrap();
		assert_eq!(done.pays_fee, Pays::No);

		let id = grant(ANNA, BANK);
		let revocation = Revocation { account: ANNA, id };
		let signature = TestSignature(ANNA, revocation.payload(&GENESIS));
		let call = Call::<Test>::bring_revocation { revocation, signature };
		let done = call.dispatch_bypass_filter(signed(STRANGER)).unwrap();
		assert_eq!(done.pays_fee, Pays::No);
	});
}
