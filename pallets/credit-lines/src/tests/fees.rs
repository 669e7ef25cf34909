//! Nobody pays to refuse what it did not ask for.

use super::*;
use frame::{deps::frame_support::dispatch::CheckIfFeeless, traits::UnfilteredDispatchable};

fn is_feeless(call: &Call<Test>, origin: RuntimeOrigin) -> bool {
	call.is_feeless(&origin)
}

#[test]
fn declining_is_without_a_fee_if_there_is_something_to_decline() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(1);
		let decline = |bank, asset| Call::<Test>::decline_line { bank, asset };
		for account in [ANNA, ANNAS_OTHER] {
			assert!(is_feeless(&decline(BANK, EURO), signed(account)));
			assert!(!is_feeless(&decline(BANK, DOLLAR), signed(account)));
			assert!(!is_feeless(&decline(OTHER_BANK, EURO), signed(account)));
		}
		for other in [BERT, BANK, STRANGER] {
			assert!(!is_feeless(&decline(BANK, EURO), signed(other)));
		}
		for other in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert!(!is_feeless(&decline(BANK, EURO), other));
		}
		Network::retire(ANNAS_OTHER);
		assert!(!is_feeless(&decline(BANK, EURO), signed(ANNAS_OTHER)));
		// Once, so that a line that a bank paid for is not a way to free transactions.
		assert_ok!(CreditLines::decline_line(signed(ANNA), BANK, EURO));
		assert_eq!(state(), Some(closed(Closing::Declined)));
		assert!(!is_feeless(&decline(BANK, EURO), signed(ANNA)));
	});
}

#[test]
fn everything_else_has_a_fee() {
	ExtBuilder.build_and_execute(|| {
		set_and_draw(1);
		let (subject, asset) = (ANNA, EURO);
		for call in [
			Call::<Test>::set_line { enterprise: BERT, asset, terms: terms(1) },
			Call::change_line { subject, asset, terms: terms(1) },
			Call::withdraw_line { subject, asset },
			Call::suspend_line { subject, asset },
			Call::resume_line { subject, asset },
			Call::note_repayment { subject, asset, amount: 1 },
		] {
			for account in [ANNA, BANK, STRANGER] {
				assert!(!is_feeless(&call, signed(account)), "{call:?}");
			}
		}
	});
}

#[test]
fn the_fee_of_declining_is_given_back_where_it_was_charged() {
	ExtBuilder.build_and_execute(|| {
		set_annas();
		let call = Call::<Test>::decline_line { bank: BANK, asset: EURO };
		assert_eq!(call.get_dispatch_info().pays_fee, Pays::Yes);
		// One that does nothing is paid for.
		let refused = call.clone().dispatch_bypass_filter(signed(BERT)).unwrap_err();
		assert_eq!(refused.post_info.pays_fee, Pays::Yes);
		let done = call.dispatch_bypass_filter(signed(ANNA)).unwrap();
		assert_eq!(done.pays_fee, Pays::No);
	});
}
