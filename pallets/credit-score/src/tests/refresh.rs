use super::*;

fn refresh(account: AccountId) -> Pays {
	CreditScore::refresh(signed(STRANGER), account).unwrap().pays_fee
}

#[test]
fn costs_nothing_if_something_had_changed() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		next_block();
		events();
		Now::mutate(|now| *now += 365 * DAY);
		let state = known(SUBJECT).state;
		assert_eq!(refresh(SUBJECT + OTHER_ACCOUNT), Pays::No);
		let changes = announced();
		let [(subject, old, new, cause)] = &changes[..] else { panic!("{changes:?}") };
		assert_eq!((*subject, cause), (SUBJECT, &Cause::Time));
		assert!(new.score < old.score);
		assert_eq!(new.score, points());
		// Who looks does not change what is there.
		assert_eq!(known(SUBJECT).state, state);

		assert_eq!(refresh(SUBJECT), Pays::Yes);
		assert_eq!(events(), [Event::NothingChanged { subject: SUBJECT }]);
	});
}

#[test]
fn is_told_and_written_down_as_anything_else() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		next_block();
		told();
		Now::mutate(|now| *now += 365 * DAY);
		refresh(SUBJECT);
		next_block();
		let standing = known(SUBJECT).announced;
		assert_eq!(told(), [(SUBJECT, standing)]);
		let last = CreditScore::history(SUBJECT).unwrap().pop().unwrap();
		assert_eq!((last.new, last.cause, last.at), (standing, Cause::Time, Now::get()));
	});
}

/// Before the call as if all were known that can be, and after it by what is.
#[test]
fn weighs_what_there_is_to_look_at() {
	ExtBuilder::default().build_and_execute(|| {
		praise();
		let weight = |burden| Some(CreditScore::refresh_weight(burden));
		let call = Call::<Test>::refresh { subject: SUBJECT };
		assert_eq!(Some(call.get_dispatch_info().call_weight), weight(Burden::MOST));
		let actual = || {
			CreditScore::refresh(signed(STRANGER), SUBJECT + OTHER_ACCOUNT).unwrap().actual_weight
		};
		let known = Burden { extent: known(SUBJECT).state.extent(), is_behind: false };
		assert_eq!(actual(), weight(known));
		MaxSweepWeight::set(Weight::zero());
		bring_into_force(hasty());
		assert_eq!(actual(), weight(Burden { is_behind: true, ..known }));
		assert_eq!(actual(), weight(known));
	});
}

#[test]
fn of_nobody_is_refused() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(
			CreditScore::refresh(signed(STRANGER), SUBJECT),
			Error::<Test>::UnknownSubject
		);
	});
}
