//! One enterprise, whatever account acts for it.

use super::*;

#[test]
fn records_are_kept_under_one_account_whichever_they_name() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		let other = Record { subject: SUBJECT + OTHER_ACCOUNT, ..rating(2_000) };
		submit([rating(8_000), other]);
		assert_eq!(looked_up(), 1);
		let about = observed().into_iter().map(|told| told.subject).collect::<Vec<_>>();
		assert_eq!(about, [SUBJECT, SUBJECT]);
		// And so do the leaves and the queue.
		assert!(leaves(PLATFORM, 0).iter().all(|leaf| leaf.record.subject == SUBJECT));
		let pending = Pending::<Test>::iter_values().flatten().collect::<Vec<_>>();
		assert!(pending.iter().all(|record| record.subject == SUBJECT));
	});
}

#[test]
fn another_account_of_the_subject_is_no_counterparty() {
	ExtBuilder::default().build_and_execute(|| {
		let own = SUBJECT + OTHER_ACCOUNT;
		register(PLATFORM, &[ALICE, own]);
		assert_eq!(refusal(by(own, 10_000)), Cause::LevelNotOfSource);
		submit([Record {
			level: Level::SelfDeclared,
			indicator: Indicator::ReturnHandled,
			..by(own, 10_000)
		}]);
	});
}

#[test]
fn orders_are_noted_and_nothing_else() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE, SUBJECT]);
		let order = Record {
			indicator: Indicator::OrderCompleted,
			amount: AmountClass(12),
			reference: Reference([1; 16]),
			..rating(10_000)
		};
		let declared = Record { source: SUBJECT, level: Level::SelfDeclared, ..order.clone() };
		let records = [rating(5_000), declared, order];
		let paid = submit_as(PLATFORM, Mode::AllOrNothing, records).unwrap();
		assert_eq!(orders(), [(ALICE, SUBJECT, 12)]);
		// The one order is paid for, and no other.
		let noted = <Enterprises as TradeActivity<AccountId>>::note_order_weight();
		let known = Score::subject(SUBJECT).extent();
		let expected = <() as WeightInfo>::submit_batch(3)
			.saturating_add(<() as WeightInfo>::count_subjects(1, known))
			.saturating_add(Score::following_weight(3, known))
			.saturating_add(<() as WeightInfo>::count_sources(1));
		assert_eq!(paid.actual_weight, Some(expected.saturating_add(noted)));
	});
}

/// What does not count is no order either.
#[test]
fn orders_that_are_refused_are_not_noted() {
	ExtBuilder::default().build_and_execute(|| {
		register(PLATFORM, &[ALICE]);
		let order = Record {
			indicator: Indicator::OrderCompleted,
			reference: Reference([1; 16]),
			..rating(10_000)
		};
		let records = [order.clone(), order.clone(), Record { source: BERTA, ..order }];
		assert_ok!(submit_as(PLATFORM, Mode::EachForItself, records));
		assert_eq!(orders().len(), 1);
	});
}
